/* Support as a table; see the header. A cell that a spreadsheet would run is made harmless by the
 * writer of tables.
 */

#include "oct-support-table.h"

#include <glib/gi18n.h>
#include <math.h>

#include "oct-plan-query.h"
#include "oct-support-work.h"
#include "oct-table.h"

enum
{
  COLUMN_SCHOOL,
  COLUMN_URN,
  COLUMN_GIVER_KIND,
  COLUMN_GIVER,
  COLUMN_SUPPORT,
  COLUMN_PLAN,
  COLUMN_OBJECTIVE,
  COLUMN_PRACTICE,
  COLUMN_NEEDED,
  COLUMN_STARTS,
  COLUMN_ENDS,
  COLUMN_PLANNED,
  COLUMN_SPENT,
  COLUMN_LEARNT,
  COLUMN_AFTER_ONE,
  COLUMN_AFTER_THREE,
  N_COLUMNS
};

static const OctTableColumn columns[N_COLUMNS] = {
  { N_("School that receives"), OCT_CELL_TEXT, 30 },
  { N_("URN"), OCT_CELL_IDENTIFIER, 9 },
  { N_("Kind of giver"), OCT_CELL_TEXT, 14 },
  { N_("Given by"), OCT_CELL_TEXT, 30 },
  { N_("Support"), OCT_CELL_TEXT, 40 },
  { N_("Plan"), OCT_CELL_TEXT, 30 },
  { N_("Objective"), OCT_CELL_TEXT, 40 },
  { N_("Practice"), OCT_CELL_TEXT, 30 },
  { N_("Needed since"), OCT_CELL_DATE, 12 },
  { N_("Starts"), OCT_CELL_DATE, 12 },
  { N_("Ends"), OCT_CELL_DATE, 12 },
  { N_("Days planned"), OCT_CELL_NUMBER, 10 },
  { N_("Days spent"), OCT_CELL_NUMBER, 10 },
  { N_("What was learnt"), OCT_CELL_TEXT, 40 },
  { N_("After one term"), OCT_CELL_TEXT, 14 },
  { N_("After three terms"), OCT_CELL_TEXT, 14 },
};

typedef struct
{
  OctAssessment *assessment;
  OctPlanBook *book;
  GPtrArray *all;
  char *text; /* of the cell that was asked for last */
} Source;

/* What was found so many terms after it ended; "" where nobody has looked yet. */
static const char *
find_outcome (Source *source, const OctSupport *support, int terms)
{
  GPtrArray *rechecks = oct_plan_book_get_by (source->book, &oct_recheck_kind, "support_id",
                                              support->record.id);

  for (guint i = 0; i < rechecks->len; i++)
    {
      const OctRecheck *recheck = g_ptr_array_index (rechecks, i);

      if (recheck->terms == terms && recheck->done_on != OCT_DATE_UNKNOWN)
        return oct_choice_to_text (oct_outcomes, (int) recheck->outcome);
    }

  return "";
}

static const char *
find_text (Source *source, const OctSupport *support, guint column)
{
  const OctObjective *objective = oct_plan_book_find (source->book, &oct_objective_kind,
                                                      support->objective_id);
  const OctPlan *plan = objective != NULL ? oct_objective_get_plan (source->book, objective) : NULL;
  const OctPractice *practice = oct_plan_book_find (source->book, &oct_practice_kind,
                                                    support->practice_id);

  switch (column)
    {
    case COLUMN_SCHOOL:
      return oct_support_school_name (source->assessment, support->school_id);
    case COLUMN_GIVER_KIND:
      return oct_choice_to_text (oct_givers, (int) support->giver);
    case COLUMN_GIVER:
      g_free (source->text);
      source->text = oct_giver_dup_name (source->assessment, support->giver,
                                         support->giver_school_id, support->giver_name);
      return source->text;
    case COLUMN_SUPPORT:
      return support->support;
    case COLUMN_PLAN:
      return plan != NULL ? plan->title : "";
    case COLUMN_OBJECTIVE:
      return objective != NULL ? objective->statement : "";
    case COLUMN_PRACTICE:
      return practice != NULL ? practice->title : "";
    case COLUMN_LEARNT:
      return support->learnt;
    case COLUMN_AFTER_ONE:
      return find_outcome (source, support, 1);
    default:
      return find_outcome (source, support, 3);
    }
}

static void
set_date (OctCell *cell, OctDate date)
{
  cell->date = date;
  cell->missing = date == OCT_DATE_UNKNOWN;
}

static void
set_number (OctCell *cell, double number)
{
  cell->number = number;
  cell->missing = isnan (number);
}

static void
support_cell (gpointer data, guint row, guint column, OctCell *cell)
{
  Source *source = data;
  const OctSupport *support = g_ptr_array_index (source->all, row);
  const OctOwnSchool *school;

  *cell = (OctCell) { 0 };
  switch (column)
    {
    case COLUMN_URN:
      school = oct_assessment_find_school (source->assessment, support->school_id);
      set_number (cell, school != NULL && school->urn != 0 ? school->urn : NAN);
      break;
    case COLUMN_NEEDED:
      set_date (cell, support->needed_on);
      break;
    case COLUMN_STARTS:
      set_date (cell, support->starts);
      break;
    case COLUMN_ENDS:
      set_date (cell, support->ends);
      break;
    case COLUMN_PLANNED:
      set_number (cell, support->planned);
      break;
    case COLUMN_SPENT:
      set_number (cell, support->spent);
      break;
    default:
      cell->text = find_text (source, support, column);
      cell->missing = *cell->text == '\0';
    }
}

static void
make_table (Source *source, OctTableColumn *translated, OctTable *table)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      translated[i] = columns[i];
      translated[i].label = _(columns[i].label);
    }
  source->all = oct_plan_book_get_all (source->book, &oct_support_kind);
  *table = (OctTable) { .name = _("Support"),
                        .columns = translated,
                        .n_columns = N_COLUMNS,
                        .n_rows = source->all->len,
                        .cell = support_cell,
                        .source = source };
}

/**
 * oct_support_to_csv:
 * @assessment: names the schools
 * @book: the book of plans
 *
 * Returns: (transfer full): all support as a CSV
 */
GBytes *
oct_support_to_csv (OctAssessment *assessment, OctPlanBook *book)
{
  Source source = { assessment, book, NULL, NULL };
  OctTableColumn translated[N_COLUMNS];
  OctTable table;
  GBytes *bytes;

  make_table (&source, translated, &table);
  bytes = oct_table_to_csv (&table, TRUE);
  g_free (source.text);

  return bytes;
}

/**
 * oct_support_to_xlsx:
 * @assessment: names the schools
 * @book: the book of plans
 * @path: where the spreadsheet is to be
 * @error: return location for an error
 *
 * Writes all support as a spreadsheet; see oct_table_to_xlsx() for the errors.
 *
 * Returns: whether it is in place
 */
gboolean
oct_support_to_xlsx (OctAssessment *assessment, OctPlanBook *book, const char *path, GError **error)
{
  g_autofree char *today = oct_date_to_text (oct_date_today ());
  const char *const about[] = { _("Trust"), oct_assessment_get_trust (assessment)->name,
                                _("As it stood on"), today, NULL };
  Source source = { assessment, book, NULL, NULL };
  OctTableColumn translated[N_COLUMNS];
  OctTable table;
  gboolean done;

  make_table (&source, translated, &table);
  done = oct_table_to_xlsx (&table, about, path, error);
  g_free (source.text);

  return done;
}
