/* Schools as a table for a terminal.
 *
 * A narrow terminal is the ordinary case, so the table says little: a status is shown only where
 * one of the schools isn't simply open, and the longest heading is the sector's own short form.
 */
#include <glib/gi18n.h>

#include "oct-cli-records.h"
#include "oct-cli-table.h"

static gboolean
all_open (OctIndex *index, const OctResult *result, guint n_rows)
{
  for (guint row = 0; row < n_rows; row++)
    {
      OctSchoolFacts facts;

      oct_index_get_facts (index, result->rows[row], &facts);
      if (facts.status != OCT_STATUS_OPEN)
        return FALSE;
    }

  return TRUE;
}

static void
add_columns (OctCliTable *table, const OctColumn *columns)
{
  for (; *columns != OCT_N_COLUMNS; columns++)
    {
      gboolean flexible = !oct_column_is_numeric (*columns);

      oct_cli_table_add_column (table,
                                /* Translators: the sector's short form of free school meals. */
                                *columns == OCT_COLUMN_FSM ? _("FSM") : oct_column_label (*columns),
                                flexible ? OCT_CLI_FLEXIBLE : OCT_CLI_RIGHT);
    }
}

/**
 * oct_cli_print_schools:
 * @cli: a run
 * @result: schools
 * @n_rows: how many of them
 * @columns: what to show of them, ended by %OCT_N_COLUMNS; a status at the end is left out where
 *   all are open
 *
 * Writes schools as a table for people.
 */
void
oct_cli_print_schools (OctCli *cli, const OctResult *result, guint n_rows, const OctColumn *columns)
{
  g_autoptr (OctCliTable) table = oct_cli_table_new ();
  g_autofree OctColumn *shown = NULL;
  OctIndex *index = oct_register_get_index (oct_cli_register (cli));
  gboolean dagger = FALSE;
  guint n = 0;

  if (n_rows == 0)
    return;
  while (columns[n] != OCT_N_COLUMNS)
    n++;
  shown = g_memdup2 (columns, (n + 1) * sizeof *columns);
  if (shown[n - 1] == OCT_COLUMN_STATUS && all_open (index, result, n_rows))
    shown[--n] = OCT_N_COLUMNS;

  add_columns (table, shown);
  for (guint row = 0; row < n_rows; row++)
    {
      OctSchoolFacts facts;

      oct_index_get_facts (index, result->rows[row], &facts);
      dagger = dagger || facts.pupils_from_urn != 0;
      for (guint i = 0; i < n; i++)
        oct_cli_table_take (table, oct_school_column_text (cli->session, &facts, shown[i], NULL));
    }
  oct_cli_table_print (table);
  if (dagger)
    oct_cli_print ("\n%s\n",
                   _("† The predecessor’s pupils: the academy has no figure of its own yet."));
}
