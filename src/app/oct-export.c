/* Exports of schools: a list as it is shown, as CSV or spreadsheet.
 *
 * A list is written from the register's index row by row. Where pupils are shown, the school they
 * belong to is a column of its own, so that a predecessor's figure can't be mistaken for the
 * academy's once the file has left the program.
 */
#include "oct-commands.h"

#include <glib/gi18n.h>

#include "oct-error.h"
#include "oct-export-private.h"
#include "oct-school-column.h"

/* A column beside the list's own. */
#define COLUMN_PUPILS_FROM OCT_N_COLUMNS

typedef struct
{
  OctIndex *index;
  const OctResult *result;
  OctSchoolQuery *query;
  GArray *columns;
  GArray *headers;
  GString *scratch;
  OctSchoolFacts facts;
  gint64 facts_row;
} SchoolSource;

static void
school_cell (gpointer source, guint row, guint column, OctCell *cell)
{
  SchoolSource *self = source;
  OctColumn shown = g_array_index (self->columns, OctColumn, column);

  if (self->facts_row != row)
    {
      oct_index_get_facts (self->index, self->result->rows[row], &self->facts);
      self->facts_row = row;
    }
  if (shown != COLUMN_PUPILS_FROM)
    {
      oct_school_column_cell (shown, &self->facts, self->query, self->scratch, cell);
      return;
    }
  cell->missing = self->facts.pupils < 0;
  cell->number = self->facts.pupils_from_urn != 0 ? self->facts.pupils_from_urn : self->facts.urn;
}

/*
 * oct_export_require_register:
 *
 * Returns: whether there is something to export; else %OCT_ERROR_NO_REGISTER is set
 */
gboolean
oct_export_require_register (OctSession *session, GError **error)
{
  if (oct_session_get_register (session) != NULL)
    return TRUE;
  g_set_error (error, OCT_ERROR, OCT_ERROR_NO_REGISTER,
               _("There is nothing to export: no register has been imported yet."));

  return FALSE;
}

/* The unit stands in the header, since the cells are bare numbers. */
static const char *
header_label (OctColumn column)
{
  switch (column)
    {
    case COLUMN_PUPILS_FROM:
      return _("Pupils of URN");
    case OCT_COLUMN_CAPACITY_USED:
      return _("Capacity used (%)");
    case OCT_COLUMN_FSM:
      return _("Free school meals (%)");
    case OCT_COLUMN_DISTANCE:
      return _("Distance (km)");
    default:
      return oct_column_label (column);
    }
}

static void
add_column (SchoolSource *source, OctColumn column)
{
  OctTableColumn header = {
    .label = header_label (column),
    .kind = column == COLUMN_PUPILS_FROM ? OCT_CELL_IDENTIFIER : oct_school_column_kind (column),
    .width = oct_school_column_width (column),
  };

  g_array_append_val (source->columns, column);
  g_array_append_val (source->headers, header);
}

static gboolean
open_school_source (SchoolSource *source, OctTable *table, OctSession *session,
                    const OctResult *result, OctSchoolQuery *query, const OctColumn *columns,
                    GError **error)
{
  OctRegister *reg = oct_session_get_register (session);

  if (!oct_export_require_register (session, error))
    return FALSE;
  source->index = oct_register_get_index (reg);
  source->result = result;
  source->query = query;
  source->columns = g_array_new (FALSE, FALSE, sizeof (OctColumn));
  source->headers = g_array_new (FALSE, FALSE, sizeof (OctTableColumn));
  source->scratch = g_string_new (NULL);
  source->facts_row = -1;
  for (; *columns != OCT_N_COLUMNS; columns++)
    {
      if (*columns == OCT_COLUMN_RELEVANCE)
        continue;
      add_column (source, *columns);
      if (*columns == OCT_COLUMN_PUPILS)
        add_column (source, COLUMN_PUPILS_FROM);
    }
  *table = (OctTable) {
    .name = _("Schools"),
    .columns = (const OctTableColumn *) source->headers->data,
    .n_columns = source->headers->len,
    .n_rows = result->n_rows,
    .cell = school_cell,
    .source = source,
  };

  return TRUE;
}

static void
close_school_source (SchoolSource *source)
{
  g_clear_pointer (&source->columns, g_array_unref);
  g_clear_pointer (&source->headers, g_array_unref);
  if (source->scratch != NULL)
    g_string_free (g_steal_pointer (&source->scratch), TRUE);
}

static void
add_about (GPtrArray *about, const char *label, const char *text)
{
  g_ptr_array_add (about, g_strdup (label));
  g_ptr_array_add (about, g_strdup (text));
}

/*
 * oct_export_make_about:
 * @n_rows: how many rows the export has
 *
 * Returns: (transfer full): what stands on the sheet "About": label and text in turn, ended by %NULL
 */
char **
oct_export_make_about (OctSession *session, guint n_rows)
{
  GPtrArray *about = g_ptr_array_new ();
  OctRegister *reg = oct_session_get_register (session);
  g_autofree char *as_at = oct_date_to_text (oct_register_get_as_at (reg));
  g_autofree char *today = oct_date_to_text (oct_date_today ());
  g_autofree char *rows = g_strdup_printf ("%'u", n_rows);

  if (oct_session_is_demo (session))
    add_about (about, _("Demonstration"),
               _("Every school, trust and person in this file is invented."));
  else
    {
      add_about (about, _("Source"),
                 _("Get information about schools (GIAS), Department for Education"));
      add_about (about, _("Licence"),
                 _("Contains public sector information licensed under the Open Government Licence v3.0."));
    }
  add_about (about, _("Register as at"), as_at);
  add_about (about, _("Exported on"), today);
  add_about (about, _("Rows"), rows);
  add_about (about, _("Pupils"),
             _("An academy that has no figure of its own yet is shown with its predecessor’s; the "
               "column “Pupils of URN” says whose figure it is. An empty cell is not stated."));
  g_ptr_array_add (about, NULL);

  return (char **) g_ptr_array_free (about, FALSE);
}

/**
 * oct_export_schools_csv:
 * @session: a session
 * @result: the schools, in order
 * @query: (nullable): what was asked
 * @columns: the columns, ended by %OCT_N_COLUMNS
 * @error: return location for an error
 *
 * Writes a list of schools as CSV for spreadsheets.
 *
 * Returns: (transfer full): the file, or %NULL with %OCT_ERROR_NO_REGISTER
 */
GBytes *
oct_export_schools_csv (OctSession *session, const OctResult *result, OctSchoolQuery *query,
                        const OctColumn *columns, GError **error)
{
  SchoolSource source = { 0 };
  OctTable table;
  GBytes *csv = NULL;

  g_return_val_if_fail (OCT_IS_SESSION (session), NULL);
  g_return_val_if_fail (result != NULL && columns != NULL, NULL);

  if (open_school_source (&source, &table, session, result, query, columns, error))
    csv = oct_table_to_csv (&table, TRUE);
  close_school_source (&source);

  return csv;
}

/**
 * oct_export_schools_xlsx:
 * @session: a session
 * @result: the schools, in order
 * @query: (nullable): what was asked
 * @columns: the columns, ended by %OCT_N_COLUMNS
 * @path: where the spreadsheet is to be
 * @error: return location for an error
 *
 * Writes a list of schools as a spreadsheet; see oct_table_to_xlsx() for the errors.
 *
 * Returns: whether it is in place
 */
gboolean
oct_export_schools_xlsx (OctSession *session, const OctResult *result, OctSchoolQuery *query,
                         const OctColumn *columns, const char *path, GError **error)
{
  SchoolSource source = { 0 };
  OctTable table;
  gboolean ok = FALSE;

  g_return_val_if_fail (OCT_IS_SESSION (session), FALSE);
  g_return_val_if_fail (result != NULL && columns != NULL && path != NULL, FALSE);

  if (open_school_source (&source, &table, session, result, query, columns, error))
    {
      g_auto (GStrv) about = oct_export_make_about (session, result->n_rows);

      ok = oct_table_to_xlsx (&table, (const char *const *) about, path, error);
    }
  close_school_source (&source);

  return ok;
}
