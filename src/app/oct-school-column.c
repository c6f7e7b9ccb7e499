/* What a school says in each column of a table.
 *
 * One function knows which fact a column shows and when it isn't stated; what is written to a
 * spreadsheet and what is shown to a person are two forms of its answer, so that an export can't
 * differ from the list it was made from.
 */
#include "oct-school-column.h"

#include <glib/gi18n.h>
#include <math.h>

#include "oct-commands.h"

/**
 * oct_school_column_kind:
 * @column: a column
 *
 * Returns: what its cells hold
 */
OctCellKind
oct_school_column_kind (OctColumn column)
{
  switch (column)
    {
    case OCT_COLUMN_URN:
      return OCT_CELL_IDENTIFIER;
    case OCT_COLUMN_PUPILS:
    case OCT_COLUMN_CAPACITY:
      return OCT_CELL_INTEGER;
    case OCT_COLUMN_CAPACITY_USED:
    case OCT_COLUMN_FSM:
    case OCT_COLUMN_DISTANCE:
      return OCT_CELL_DECIMAL;
    case OCT_COLUMN_OPENED:
    case OCT_COLUMN_CLOSED:
    case OCT_COLUMN_JOINED:
      return OCT_CELL_DATE;
    default:
      return OCT_CELL_TEXT;
    }
}

/**
 * oct_school_column_width:
 * @column: a column
 *
 * Returns: a good width in characters
 */
double
oct_school_column_width (OctColumn column)
{
  switch (column)
    {
    case OCT_COLUMN_NAME:
    case OCT_COLUMN_TRUST:
      return 40;
    case OCT_COLUMN_TYPE:
    case OCT_COLUMN_TYPE_GROUP:
    case OCT_COLUMN_LA:
    case OCT_COLUMN_REGION:
    case OCT_COLUMN_HEAD:
    case OCT_COLUMN_RELIGION:
      return 26;
    case OCT_COLUMN_PHASE:
    case OCT_COLUMN_STATUS:
    case OCT_COLUMN_TOWN:
    case OCT_COLUMN_SIXTH_FORM:
      return 20;
    default:
      return 12;
    }
}

static void
set_text (OctCell *cell, const char *text)
{
  cell->text = text;
  cell->missing = text == NULL || *text == '\0';
}

static void
set_number (OctCell *cell, double number)
{
  cell->number = number;
  cell->missing = number < 0;
}

static void
set_date (OctCell *cell, OctDate date)
{
  cell->date = date;
  cell->missing = date == OCT_DATE_UNKNOWN;
}

static void
set_ages (OctCell *cell, const OctSchoolFacts *facts, GString *scratch)
{
  if (facts->low_age < 0 || facts->high_age < 0)
    {
      cell->missing = TRUE;
      return;
    }
  /* An en dash, since Excel takes 3-11 for the third of November. */
  g_string_printf (scratch, "%d–%d", facts->low_age, facts->high_age);
  set_text (cell, scratch->str);
}

static void
set_distance (OctCell *cell, const OctSchoolFacts *facts, OctSchoolQuery *query)
{
  gint32 easting;
  gint32 northing;

  cell->missing = query == NULL || facts->easting == 0 || facts->northing == 0
                  || !oct_school_query_get_near (query, &easting, &northing, NULL, NULL);
  if (!cell->missing)
    cell->number = hypot (facts->easting - easting, facts->northing - northing) / 1000;
}

/**
 * oct_school_column_cell:
 * @column: a column
 * @facts: a school
 * @query: (nullable): what was asked; gives the place that a distance is from
 * @scratch: for text that has to be put together
 * @cell: filled in; its text lives as long as @facts and @scratch are left alone
 *
 * Says what a school has in a column.
 */
void
oct_school_column_cell (OctColumn column, const OctSchoolFacts *facts, OctSchoolQuery *query,
                        GString *scratch, OctCell *cell)
{
  double used;

  switch (column)
    {
    case OCT_COLUMN_NAME:
      set_text (cell, facts->name);
      break;
    case OCT_COLUMN_URN:
      set_number (cell, facts->urn);
      break;
    case OCT_COLUMN_PHASE:
      set_text (cell, oct_phase_label (facts->phase));
      break;
    case OCT_COLUMN_TYPE:
      set_text (cell, facts->type);
      break;
    case OCT_COLUMN_TYPE_GROUP:
      set_text (cell, oct_type_group_label (facts->type_group));
      break;
    case OCT_COLUMN_STATUS:
      set_text (cell, oct_status_label (facts->status));
      break;
    case OCT_COLUMN_TRUST:
      set_text (cell, facts->trust);
      break;
    case OCT_COLUMN_LA:
      set_text (cell, facts->la);
      break;
    case OCT_COLUMN_REGION:
      set_text (cell, facts->region);
      break;
    case OCT_COLUMN_TOWN:
      set_text (cell, facts->town);
      break;
    case OCT_COLUMN_POSTCODE:
      set_text (cell, facts->postcode);
      break;
    case OCT_COLUMN_HEAD:
      set_text (cell, facts->head);
      break;
    case OCT_COLUMN_PUPILS:
      set_number (cell, facts->pupils);
      break;
    case OCT_COLUMN_CAPACITY:
      set_number (cell, facts->capacity);
      break;
    case OCT_COLUMN_CAPACITY_USED:
      used = oct_school_facts_capacity_used (facts);
      set_number (cell, used < 0 ? -1 : used * 100);
      break;
    case OCT_COLUMN_FSM:
      set_number (cell, facts->fsm_tenths < 0 ? -1 : facts->fsm_tenths / 10.0);
      break;
    case OCT_COLUMN_AGES:
      set_ages (cell, facts, scratch);
      break;
    case OCT_COLUMN_GENDER:
      set_text (cell, facts->gender);
      break;
    case OCT_COLUMN_RELIGION:
      set_text (cell, facts->religion);
      break;
    case OCT_COLUMN_SIXTH_FORM:
      set_text (cell, facts->sixth_form);
      break;
    case OCT_COLUMN_OPENED:
      set_date (cell, facts->opened);
      break;
    case OCT_COLUMN_CLOSED:
      set_date (cell, facts->closed);
      break;
    case OCT_COLUMN_JOINED:
      set_date (cell, facts->joined);
      break;
    case OCT_COLUMN_DISTANCE:
      set_distance (cell, facts, query);
      break;
    default:
      cell->missing = TRUE;
      break;
    }
}

static char *
number_text (OctColumn column, double number, const OctSchoolFacts *facts)
{
  switch (column)
    {
    case OCT_COLUMN_URN:
      return g_strdup_printf ("%u", facts->urn);
    case OCT_COLUMN_PUPILS:
      if (facts->pupils_from_urn != 0)
        /* Translators: a number of pupils that is the predecessor's; the dagger is explained
         * beside the table. */
        return g_strdup_printf (_("%'d †"), facts->pupils);
      return g_strdup_printf ("%'d", facts->pupils);
    case OCT_COLUMN_CAPACITY:
      return g_strdup_printf ("%'d", facts->capacity);
    case OCT_COLUMN_DISTANCE:
      /* Translators: a distance in kilometres. */
      return g_strdup_printf (_("%.1f km"), number);
    case OCT_COLUMN_CAPACITY_USED:
      /* Translators: a percentage without decimals. */
      return g_strdup_printf (_("%.0f%%"), number);
    default:
      /* Translators: a percentage with one decimal. */
      return g_strdup_printf (_("%.1f%%"), number);
    }
}

/**
 * oct_school_column_text:
 * @session: a session
 * @facts: a school
 * @column: a column
 * @query: (nullable): what was asked; gives the place that a distance is from
 *
 * Says what a table shows for a school in a column. A number of pupils that is the predecessor's
 * has a dagger after it, which the table has to explain.
 *
 * Returns: (transfer full): text for people in the locale's form; "" where nothing is stated
 */
char *
oct_school_column_text (OctSession *session, const OctSchoolFacts *facts, OctColumn column,
                        OctSchoolQuery *query)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  OctCell cell = { 0 };

  g_return_val_if_fail (facts != NULL, NULL);

  oct_school_column_cell (column, facts, query, scratch, &cell);
  if (cell.missing)
    return g_strdup ("");
  switch (oct_school_column_kind (column))
    {
    case OCT_CELL_TEXT:
      return g_strdup (cell.text);
    case OCT_CELL_DATE:
      return oct_date_to_text (cell.date);
    case OCT_CELL_IDENTIFIER:
    case OCT_CELL_INTEGER:
    case OCT_CELL_DECIMAL:
      return number_text (column, cell.number, facts);
    default:
      g_assert_not_reached ();
    }
}
