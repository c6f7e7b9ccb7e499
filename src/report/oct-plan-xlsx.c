/* Plans as a spreadsheet to read: objectives, success criteria, actions, milestones, reviews.
 *
 * Each sheet is made of records of one kind; a column is a field of them, or something of what they
 * belong to, whose name begins with "@". The table that loses nothing is the one in oct-plan-csv.c.
 */
#include "oct-plan-export.h"

#include <glib/gi18n.h>
#include <math.h>

#include "oct-table.h"

/* @field: of the record; or "@school", "@plan", "@reference", "@objective", … of what it belongs to */
typedef struct
{
  const char *label;
  OctCellKind kind;
  double width;
  const char *field;
} Column;

/* One sheet under way. */
typedef struct
{
  const OctPlanExport *from;
  const Column *columns;
  GPtrArray *rows;
} Sheet;

#define SCHOOL_COLUMNS                                                                             \
  { N_("School"), OCT_CELL_TEXT, 28, "@school" },                                                  \
  {                                                                                                \
    N_("Plan"), OCT_CELL_TEXT, 26, "@plan"                                                         \
  }
#define OBJECTIVE_COLUMNS                                                                          \
  SCHOOL_COLUMNS, { N_("Reference"), OCT_CELL_TEXT, 10, "@reference" },                            \
  {                                                                                                \
    N_("Objective"), OCT_CELL_TEXT, 40, "@objective"                                               \
  }

static const Column objective_columns[] = {
  SCHOOL_COLUMNS,
  { N_("Status of the plan"), OCT_CELL_TEXT, 14, "@status" },
  { N_("Reference"), OCT_CELL_TEXT, 10, "reference" },
  { N_("Area"), OCT_CELL_TEXT, 22, "@area" },
  { N_("Objective"), OCT_CELL_TEXT, 48, "statement" },
  { N_("Why it matters"), OCT_CELL_TEXT, 40, "rationale" },
  { N_("Lever"), OCT_CELL_TEXT, 16, "lever" },
  { N_("Phase"), OCT_CELL_TEXT, 12, "phase" },
  { N_("Owner"), OCT_CELL_TEXT, 24, "owner_id" },
  { N_("Due"), OCT_CELL_DATE, 12, "due" },
  { N_("Rating"), OCT_CELL_TEXT, 10, "@rating" },
  { N_("Direction of travel"), OCT_CELL_TEXT, 16, "@direction" },
  { N_("Rated on"), OCT_CELL_DATE, 12, "@rated_on" },
  { N_("Next step"), OCT_CELL_TEXT, 40, "@next_step" },
  { N_("Withdrawn on"), OCT_CELL_DATE, 12, "withdrawn_on" },
  { N_("Why withdrawn"), OCT_CELL_TEXT, 24, "withdrawn_why" },
  { NULL },
};

static const Column criterion_columns[] = {
  OBJECTIVE_COLUMNS,
  { N_("Measure"), OCT_CELL_TEXT, 40, "measure" },
  { N_("Unit"), OCT_CELL_TEXT, 10, "unit" },
  { N_("Better is"), OCT_CELL_TEXT, 10, "better" },
  { N_("Baseline"), OCT_CELL_DECIMAL, 10, "baseline" },
  { N_("Baseline of"), OCT_CELL_DATE, 12, "baseline_on" },
  { N_("Actual"), OCT_CELL_DECIMAL, 10, "@actual" },
  { N_("Measured on"), OCT_CELL_DATE, 12, "@actual_on" },
  { N_("Target"), OCT_CELL_DECIMAL, 10, "target" },
  { N_("Target by"), OCT_CELL_DATE, 12, "target_on" },
  { NULL },
};

static const Column action_columns[] = {
  OBJECTIVE_COLUMNS,
  { N_("Action"), OCT_CELL_TEXT, 48, "text" },
  { N_("Owner"), OCT_CELL_TEXT, 24, "owner_id" },
  { N_("Starts"), OCT_CELL_DATE, 12, "starts" },
  { N_("Due"), OCT_CELL_DATE, 12, "due" },
  { N_("Status"), OCT_CELL_TEXT, 16, "status" },
  { N_("Cost in pounds"), OCT_CELL_DECIMAL, 12, "cost" },
  { N_("Fund"), OCT_CELL_TEXT, 18, "fund" },
  { N_("Professional development"), OCT_CELL_TEXT, 14, "development" },
  { N_("Note"), OCT_CELL_TEXT, 40, "note" },
  { NULL },
};

static const Column milestone_columns[] = {
  OBJECTIVE_COLUMNS,
  { N_("Milestone"), OCT_CELL_TEXT, 48, "title" },
  { N_("Term"), OCT_CELL_TEXT, 14, "term" },
  { N_("Due"), OCT_CELL_DATE, 12, "due" },
  { N_("Expected evidence"), OCT_CELL_TEXT, 40, "expected" },
  { N_("Status"), OCT_CELL_TEXT, 12, "status" },
  { N_("Met on"), OCT_CELL_DATE, 12, "met_on" },
  { NULL },
};

static const Column review_columns[] = {
  OBJECTIVE_COLUMNS,
  { N_("Review"), OCT_CELL_TEXT, 24, "@review" },
  { N_("Date"), OCT_CELL_DATE, 12, "@reviewed_on" },
  { N_("Reviewer"), OCT_CELL_TEXT, 24, "@reviewer" },
  { N_("Rating"), OCT_CELL_TEXT, 10, "rating" },
  { N_("Direction of travel"), OCT_CELL_TEXT, 16, "direction" },
  { N_("Details"), OCT_CELL_TEXT, 48, "details" },
  { N_("Next step"), OCT_CELL_TEXT, 40, "next_step" },
  { N_("Passed over because"), OCT_CELL_TEXT, 24, "skipped" },
  { N_("Next review"), OCT_CELL_DATE, 12, "@next_review" },
  { NULL },
};

static const struct
{
  const char *name;
  const OctRecordKind *kind;
  const Column *columns;
} sheets[] = {
  { N_("Objectives"), &oct_objective_kind, objective_columns },
  { N_("Success criteria"), &oct_criterion_kind, criterion_columns },
  { N_("Actions"), &oct_action_kind, action_columns },
  { N_("Milestones"), &oct_milestone_kind, milestone_columns },
  { N_("Reviews"), &oct_progress_kind, review_columns },
};

static const OctObjective *
find_objective (Sheet *sheet, const OctRecord *record)
{
  const OctRecordField *field = oct_record_kind_find_field (record->kind, "objective_id");

  if (field == NULL)
    return (const OctObjective *) record;

  return oct_plan_book_find (sheet->from->book, &oct_objective_kind,
                             oct_record_get_text (record, field));
}

static void
set_text (OctCell *cell, const char *text)
{
  cell->text = text != NULL ? text : "";
  cell->missing = *cell->text == '\0';
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
  cell->missing = !isfinite (number);
}

static void
fill_field (Sheet *sheet, const OctRecord *record, const OctRecordField *field, OctCell *cell)
{
  gint64 number;

  switch (field->type)
    {
    case OCT_RECORD_PERSON:
      set_text (cell, oct_plan_export_person (sheet->from, oct_record_get_text (record, field)));
      return;
    case OCT_RECORD_DECIMAL:
      set_number (cell, oct_record_get_decimal (record, field));
      return;
    case OCT_RECORD_CHOICE:
    case OCT_RECORD_NUMBER:
    case OCT_RECORD_DATE:
    case OCT_RECORD_FLAG:
      break;
    default:
      set_text (cell, oct_record_get_text (record, field));
      return;
    }
  number = oct_record_get_number (record, field);
  if (field->type == OCT_RECORD_CHOICE)
    set_text (cell, oct_choice_to_text (field->choices, (int) number));
  else if (field->type == OCT_RECORD_DATE)
    set_date (cell, (OctDate) number);
  else if (field->type == OCT_RECORD_FLAG)
    set_text (cell, number != 0 ? _("Yes") : "");
  else /* of numbers, only costs are shown, in pounds */
    set_number (cell, number != 0 ? (double) number / 100 : NAN);
}

static gboolean
fill_of_plan (Sheet *sheet, const OctObjective *objective, const char *name, OctCell *cell)
{
  const OctPlan *plan = oct_objective_get_plan (sheet->from->book, objective);

  if (g_str_equal (name, "@school"))
    set_text (cell, oct_plan_export_school (sheet->from, plan));
  else if (g_str_equal (name, "@plan"))
    set_text (cell, plan->title);
  else if (g_str_equal (name, "@status"))
    set_text (cell, oct_choice_to_text (oct_plan_statuses, plan->status));
  else if (g_str_equal (name, "@reference"))
    set_text (cell, objective->reference);
  else if (g_str_equal (name, "@objective"))
    set_text (cell, objective->statement);
  else if (g_str_equal (name, "@area"))
    set_text (cell, oct_area_to_text (objective->area));
  else
    return FALSE;

  return TRUE;
}

static gboolean
fill_of_standing (Sheet *sheet, const OctObjective *objective, const char *name, OctCell *cell)
{
  OctStanding standing;
  const OctProgress *progress;

  oct_objective_get_standing (sheet->from->book, objective, &standing);
  progress = standing.progress;
  if (g_str_equal (name, "@rating"))
    set_text (cell, progress != NULL ? oct_choice_to_text (oct_ratings, progress->rating) : "");
  else if (g_str_equal (name, "@direction"))
    set_text (cell,
              progress != NULL ? oct_choice_to_text (oct_directions, progress->direction) : "");
  else if (g_str_equal (name, "@rated_on"))
    set_date (cell, progress != NULL ? standing.review->on : OCT_DATE_UNKNOWN);
  else if (g_str_equal (name, "@next_step"))
    set_text (cell, progress != NULL ? progress->next_step : "");
  else
    return FALSE;

  return TRUE;
}

static gboolean
fill_of_review (Sheet *sheet, const OctRecord *record, const char *name, OctCell *cell)
{
  const OctReview *review;

  if (record->kind != &oct_progress_kind)
    return FALSE;
  review = oct_plan_book_find (sheet->from->book, &oct_review_kind,
                               ((const OctProgress *) record)->review_id);
  if (g_str_equal (name, "@review"))
    set_text (cell, review->title);
  else if (g_str_equal (name, "@reviewed_on"))
    set_date (cell, review->on);
  else if (g_str_equal (name, "@reviewer"))
    set_text (cell, oct_plan_export_person (sheet->from, review->reviewer_id));
  else
    set_date (cell, review->next_on);

  return TRUE;
}

static void
fill_of_criterion (Sheet *sheet, const OctRecord *record, const OctObjective *objective,
                   const char *name, OctCell *cell)
{
  GPtrArray *ours = oct_assessment_get_schools (sheet->from->assessment);
  const OctPlan *plan = oct_objective_get_plan (sheet->from->book, objective);
  g_autoptr (GPtrArray) schools = oct_plan_pick_schools (plan, ours);
  OctReading reading;

  oct_criterion_read_actual (sheet->from->book, (const OctCriterion *) record, schools, &reading);
  if (g_str_equal (name, "@actual"))
    set_number (cell, reading.value);
  else
    set_date (cell, isfinite (reading.value) ? reading.on : OCT_DATE_UNKNOWN);
}

static void
sheet_cell (gpointer source, guint row, guint column, OctCell *cell)
{
  Sheet *sheet = source;
  const OctRecord *record = g_ptr_array_index (sheet->rows, row);
  const char *name = sheet->columns[column].field;
  const OctObjective *objective = find_objective (sheet, record);

  if (*name != '@')
    fill_field (sheet, record, oct_record_kind_find_field (record->kind, name), cell);
  else if (!fill_of_plan (sheet, objective, name, cell)
           && !fill_of_standing (sheet, objective, name, cell)
           && !fill_of_review (sheet, record, name, cell))
    fill_of_criterion (sheet, record, objective, name, cell);
}

/* (transfer container): the records of a kind that belong to the plans, objective by objective; of
 * progress, what was recorded. */
static GPtrArray *
collect (const OctPlanExport *from, const OctRecordKind *kind)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < from->plans->len; i++)
    {
      const OctPlan *plan = g_ptr_array_index (from->plans, i);
      GPtrArray *objectives = oct_plan_book_get_children (from->book, &oct_objective_kind,
                                                          plan->record.id);

      for (guint j = 0; j < objectives->len; j++)
        {
          OctObjective *objective = g_ptr_array_index (objectives, j);
          g_autoptr (GPtrArray) parts = NULL;

          if (kind == &oct_objective_kind)
            g_ptr_array_add (rows, objective);
          else if (kind == &oct_progress_kind)
            parts = oct_objective_get_course (from->book, objective);
          else
            parts = g_ptr_array_ref (
              oct_plan_book_get_children (from->book, kind, objective->record.id));
          for (guint k = 0; parts != NULL && k < parts->len; k++)
            g_ptr_array_add (rows, g_ptr_array_index (parts, k));
        }
    }

  return rows;
}

static OctTableColumn *
make_columns (const Column *columns, guint *n_columns)
{
  GArray *made = g_array_new (FALSE, FALSE, sizeof (OctTableColumn));

  for (; columns->label != NULL; columns++)
    {
      const OctTableColumn column = { _(columns->label), columns->kind, columns->width };

      g_array_append_val (made, column);
    }
  *n_columns = made->len;

  return (OctTableColumn *) g_array_free (made, FALSE);
}

/**
 * oct_plan_export_to_xlsx:
 * @self: an export
 * @path: where the spreadsheet is to be
 * @error: return location for an error
 *
 * Writes plans as a spreadsheet: a sheet each of objectives, success criteria, actions, milestones and
 * reviews. An error is one of oct_tables_to_xlsx().
 *
 * Returns: whether the spreadsheet is in place
 */
gboolean
oct_plan_export_to_xlsx (const OctPlanExport *self, const char *path, GError **error)
{
  OctTable tables[G_N_ELEMENTS (sheets)];
  Sheet sources[G_N_ELEMENTS (sheets)];
  g_autofree char *today = oct_date_to_text (oct_date_today ());
  g_autofree char *count = g_strdup_printf (ngettext ("%'u plan", "%'u plans", self->plans->len),
                                            self->plans->len);
  const char *const about[] = { _("School trust"),
                                oct_assessment_get_trust (self->assessment)->name,
                                _("Holds"),
                                count,
                                _("Made on"),
                                today,
                                NULL };
  gboolean done;

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      sources[i] = (Sheet) { self, sheets[i].columns, collect (self, sheets[i].kind) };
      tables[i] = (OctTable) { .name = _(sheets[i].name),
                               .n_rows = sources[i].rows->len,
                               .cell = sheet_cell,
                               .source = &sources[i] };
      tables[i].columns = make_columns (sheets[i].columns, &tables[i].n_columns);
    }
  done = oct_tables_to_xlsx (tables, G_N_ELEMENTS (tables), about, path, error);
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_ptr_array_unref (sources[i].rows);
      g_free ((gpointer) tables[i].columns);
    }

  return done;
}
