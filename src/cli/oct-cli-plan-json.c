/* Plans as objects for scripts; see the header.
 *
 * The keys of a record are the names of its fields, in the sector's words; a person is named by post
 * and by id, what is not stated is null, a cost is in pounds. A key that has landed keeps its name and
 * meaning: scripts rely on it.
 */
#include "oct-cli-plan-json.h"

#include <math.h>

#include "oct-cli-records.h"
#include "oct-cli-workspace.h"
#include "oct-plan-format.h"
#include "oct-table.h"

/* Values. */

static void
add_number_or_null (JsonBuilder *builder, const char *key, double number)
{
  json_builder_set_member_name (builder, key);
  if (!isfinite (number))
    json_builder_add_null_value (builder);
  else if (number == floor (number) && fabs (number) < 1e15)
    json_builder_add_int_value (builder, (gint64) number);
  else
    json_builder_add_double_value (builder, number);
}

/* What isn't said has a choice of its own, and is null for scripts. */
static void
add_choice (JsonBuilder *builder, const char *key, const OctChoice *choices, int choice)
{
  const char *value = oct_choice_to_key (choices, choice);

  oct_cli_add_text (builder, key, g_str_equal (value, "none") || *value == '\0' ? NULL : value);
}

static void
add_person (JsonBuilder *builder, const OctPlanExport *from, const OctRecordField *field,
            const char *id)
{
  g_autofree char *column = oct_plan_format_person_column (field);
  const char *text = oct_plan_export_person (from, id);

  oct_cli_add_text (builder, column, *text != '\0' ? text : NULL);
  oct_cli_add_text (builder, field->name, id);
}

static void
add_field (JsonBuilder *builder, const OctPlanExport *from, const OctRecord *record,
           const OctRecordField *field)
{
  gint64 number;

  switch (field->type)
    {
    case OCT_RECORD_PERSON:
      add_person (builder, from, field, oct_record_get_text (record, field));
      return;
    case OCT_RECORD_DECIMAL:
      add_number_or_null (builder, field->name, oct_record_get_decimal (record, field));
      return;
    case OCT_RECORD_TEXT:
    case OCT_RECORD_KEY:
    case OCT_RECORD_REF:
      oct_cli_add_text (builder, field->name, oct_record_get_text (record, field));
      return;
    default:
      break;
    }
  number = oct_record_get_number (record, field);
  if (field->type == OCT_RECORD_CHOICE)
    add_choice (builder, field->name, field->choices, (int) number);
  else if (field->type == OCT_RECORD_DATE)
    oct_cli_add_date (builder, field->name, (OctDate) number);
  else if (field->type == OCT_RECORD_FLAG)
    {
      json_builder_set_member_name (builder, field->name);
      json_builder_add_boolean_value (builder, number != 0);
    }
  else if (g_str_equal (field->name, "cost"))
    add_number_or_null (builder, field->name, number != 0 ? (double) number / 100 : NAN);
  else
    add_number_or_null (builder, field->name, (double) number);
}

/* Ranks only sort, and what a record belongs to holds it. */
static void
add_fields (JsonBuilder *builder, const OctPlanExport *from, const OctRecord *record)
{
  oct_cli_add_text (builder, "id", record->id);
  for (const OctRecordField *field = record->kind->fields; field->name != NULL; field++)
    if (!g_str_equal (field->name, "rank") && g_strcmp0 (field->name, record->kind->parent) != 0)
      add_field (builder, from, record, field);
}

static void
add_all (JsonBuilder *builder, const OctPlanExport *from, const char *key, GPtrArray *records)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    {
      json_builder_begin_object (builder);
      add_fields (builder, from, g_ptr_array_index (records, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* A plan. */

static void
add_criteria (JsonBuilder *builder, const OctPlanExport *from, const OctPlan *plan,
              const char *objective_id)
{
  GPtrArray *criteria = oct_plan_book_get_children (from->book, &oct_criterion_kind, objective_id);
  GPtrArray *ours = oct_assessment_get_schools (from->assessment);
  g_autoptr (GPtrArray) schools = oct_plan_pick_schools (plan, ours);

  json_builder_set_member_name (builder, "success_criteria");
  json_builder_begin_array (builder);
  for (guint i = 0; i < criteria->len; i++)
    {
      const OctCriterion *criterion = g_ptr_array_index (criteria, i);
      OctReading reading;

      oct_criterion_read_actual (from->book, criterion, schools, &reading);
      json_builder_begin_object (builder);
      add_fields (builder, from, &criterion->record);
      add_number_or_null (builder, "actual", reading.value);
      oct_cli_add_date (builder, "actual_on",
                        isfinite (reading.value) ? reading.on : OCT_DATE_UNKNOWN);
      json_builder_set_member_name (builder, "from_data");
      json_builder_add_boolean_value (builder, reading.from_data);
      add_all (builder, from, "actuals",
               oct_plan_book_get_children (from->book, &oct_actual_kind, criterion->record.id));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_progress (JsonBuilder *builder, const OctPlanExport *from, const OctObjective *objective)
{
  g_autoptr (GPtrArray) course = oct_objective_get_course (from->book, objective);

  json_builder_set_member_name (builder, "progress");
  json_builder_begin_array (builder);
  for (guint i = 0; i < course->len; i++)
    {
      const OctProgress *progress = g_ptr_array_index (course, i);
      const OctReview *review = oct_plan_book_find (from->book, &oct_review_kind,
                                                    progress->review_id);

      json_builder_begin_object (builder);
      oct_cli_add_text (builder, "review_id", progress->review_id);
      oct_cli_add_date (builder, "held_on", review != NULL ? review->on : OCT_DATE_UNKNOWN);
      add_fields (builder, from, &progress->record);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_objective (JsonBuilder *builder, const OctPlanExport *from, const OctPlan *plan,
               const OctObjective *objective)
{
  const char *id = objective->record.id;

  json_builder_begin_object (builder);
  add_fields (builder, from, &objective->record);
  add_criteria (builder, from, plan, id);
  add_all (builder, from, "actions", oct_plan_book_get_children (from->book, &oct_action_kind, id));
  add_all (builder, from, "milestones",
           oct_plan_book_get_children (from->book, &oct_milestone_kind, id));
  add_progress (builder, from, objective);
  json_builder_end_object (builder);
}

static void
add_school (JsonBuilder *builder, const OctPlanExport *from, const OctPlan *plan)
{
  const OctOwnSchool *school = plan->school_id != NULL
                                 ? oct_assessment_find_school (from->assessment, plan->school_id)
                                 : NULL;

  oct_cli_add_number (builder, "urn",
                      school != NULL && school->urn != 0 ? (gint64) school->urn : -1);
  oct_cli_add_text (builder, "school", school != NULL ? school->name : NULL);
}

/**
 * oct_cli_add_plan:
 * @builder: where an object may begin
 * @from: what it is exported from
 * @plan: a plan
 *
 * Adds a plan with everything that belongs to it, as an object.
 */
void
oct_cli_add_plan (JsonBuilder *builder, const OctPlanExport *from, const OctPlan *plan)
{
  const char *id = plan->record.id;
  GPtrArray *objectives = oct_plan_book_get_children (from->book, &oct_objective_kind, id);

  json_builder_begin_object (builder);
  add_school (builder, from, plan);
  add_fields (builder, from, &plan->record);
  add_all (builder, from, "status_changes",
           oct_plan_book_get_children (from->book, &oct_plan_step_kind, id));
  add_all (builder, from, "reviews", oct_plan_book_get_children (from->book, &oct_review_kind, id));
  json_builder_set_member_name (builder, "objectives");
  json_builder_begin_array (builder);
  for (guint i = 0; i < objectives->len; i++)
    add_objective (builder, from, plan, g_ptr_array_index (objectives, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* Lists. */

/* Keys of exceptions, set apart by spaces; NULL for none. */
static void
add_exceptions (JsonBuilder *builder, guint exceptions)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < OCT_N_EXCEPTIONS; i++)
    if (exceptions & (1u << i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              oct_exception_to_key ((OctPlanException) (1u << i)));
  oct_cli_add_text (builder, "exceptions", text->len > 0 ? text->str : NULL);
}

/**
 * oct_cli_add_plan_summary:
 * @builder: where an object may begin
 * @from: what it is exported from
 * @plan: a plan
 *
 * Adds what a list says of a plan: how many of its standing objectives have which rating.
 */
void
oct_cli_add_plan_summary (JsonBuilder *builder, const OctPlanExport *from, const OctPlan *plan)
{
  GPtrArray *objectives = oct_plan_book_get_children (from->book, &oct_objective_kind,
                                                      plan->record.id);
  gint64 ratings[OCT_RATING_GREEN + 1] = { 0 };
  gint64 n = 0;
  gboolean none = FALSE;
  guint exceptions = oct_plan_find_exceptions (from->book, plan, oct_date_today ());

  for (guint i = 0; i < objectives->len; i++)
    {
      const OctObjective *objective = g_ptr_array_index (objectives, i);
      OctStanding standing;

      if (!oct_objective_is_standing (objective))
        continue;
      oct_objective_get_standing (from->book, objective, &standing);
      ratings[oct_standing_get_rating (&standing)]++;
      exceptions |= oct_objective_find_exceptions (from->book, objective, oct_date_today ());
      n++;
    }
  json_builder_begin_object (builder);
  oct_cli_add_text (builder, "id", plan->record.id);
  add_school (builder, from, plan);
  oct_cli_add_text (builder, "title", plan->title);
  oct_cli_add_text (builder, "scope", oct_choice_to_key (oct_plan_scopes, plan->scope));
  oct_cli_add_number (builder, "starts", plan->starts);
  oct_cli_add_number (builder, "ends", plan->ends);
  oct_cli_add_text (builder, "status", oct_choice_to_key (oct_plan_statuses, plan->status));
  oct_cli_add_number (builder, "objectives", n);
  oct_cli_add_number (builder, "red", ratings[OCT_RATING_RED]);
  oct_cli_add_number (builder, "amber", ratings[OCT_RATING_AMBER]);
  oct_cli_add_number (builder, "green", ratings[OCT_RATING_GREEN]);
  oct_cli_add_number (builder, "not_rated", ratings[OCT_RATING_NONE]);
  oct_cli_add_date (builder, "next_review",
                    oct_plan_get_next_review (from->book, plan->record.id, &none));
  add_exceptions (builder, exceptions);
  json_builder_end_object (builder);
}

static void
add_exception (JsonBuilder *builder, const OctPlanExport *from, const OctPlan *plan,
               const OctObjective *objective, guint exceptions)
{
  OctStanding standing = { 0 };
  const char *owner = "";

  if (exceptions == 0)
    return;
  if (objective != NULL)
    {
      oct_objective_get_standing (from->book, objective, &standing);
      owner = oct_plan_export_person (from, objective->owner_id);
    }
  json_builder_begin_object (builder);
  add_school (builder, from, plan);
  oct_cli_add_text (builder, "plan_id", plan->record.id);
  oct_cli_add_text (builder, "plan", plan->title);
  oct_cli_add_text (builder, "objective_id", objective != NULL ? objective->record.id : NULL);
  oct_cli_add_text (builder, "reference", objective != NULL ? objective->reference : NULL);
  oct_cli_add_text (builder, "objective", objective != NULL ? objective->statement : NULL);
  add_exceptions (builder, exceptions);
  add_choice (builder, "rating", oct_ratings, oct_standing_get_rating (&standing));
  add_choice (builder, "direction", oct_directions,
              standing.progress != NULL ? standing.progress->direction : OCT_DIRECTION_NONE);
  oct_cli_add_date (builder, "since", standing.since);
  oct_cli_add_text (builder, "owner", *owner != '\0' ? owner : NULL);
  oct_cli_add_date (builder, "due", objective != NULL ? objective->due : OCT_DATE_UNKNOWN);
  oct_cli_add_text (builder, "next_step",
                    standing.progress != NULL ? standing.progress->next_step : NULL);
  json_builder_end_object (builder);
}

/**
 * oct_cli_add_exceptions:
 * @builder: in an array
 * @from: what it is exported from
 * @plan: a plan
 *
 * Adds an object for the plan where its reviews are an exception, and one for each objective that is.
 */
void
oct_cli_add_exceptions (JsonBuilder *builder, const OctPlanExport *from, const OctPlan *plan)
{
  GPtrArray *objectives = oct_plan_book_get_children (from->book, &oct_objective_kind,
                                                      plan->record.id);

  add_exception (builder, from, plan, NULL,
                 oct_plan_find_exceptions (from->book, plan, oct_date_today ()));
  for (guint i = 0; i < objectives->len; i++)
    add_exception (builder, from, plan, g_ptr_array_index (objectives, i),
                   oct_objective_find_exceptions (from->book, g_ptr_array_index (objectives, i),
                                                  oct_date_today ()));
}

/* CSV. */

static void
append_value (GString *csv, JsonNode *node)
{
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    oct_csv_append_text (csv, json_node_get_string (node));
  else
    g_string_append_printf (csv, "%" G_GINT64_FORMAT, json_node_get_int (node));
}

/**
 * oct_cli_print_objects_csv:
 * @objects: flat objects of texts and whole numbers
 * @keys: (array zero-terminated=1): the columns
 *
 * Prints objects as CSV with the same keys.
 */
void
oct_cli_print_objects_csv (JsonArray *objects, const char *const *keys)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    g_string_append_printf (csv, "%s%s", i > 0 ? "," : "", keys[i]);
  g_string_append (csv, "\r\n");
  for (guint row = 0; row < json_array_get_length (objects); row++)
    {
      JsonObject *object = json_array_get_object_element (objects, row);

      for (guint i = 0; keys[i] != NULL; i++)
        {
          if (i > 0)
            g_string_append_c (csv, ',');
          append_value (csv, json_object_get_member (object, keys[i]));
        }
      g_string_append (csv, "\r\n");
    }
  oct_cli_write (csv->str, (gssize) csv->len);
}

/**
 * oct_cli_open_plans:
 * @cli: a run
 * @workspace: (nullable): a name or a file; the one that was open last when %NULL
 * @from: (out): what plans are exported from, with all plans; its array is the caller's
 * @status: (out): the exit status where there is none
 *
 * Opens a workspace for a command about plans. Says why on stderr where it can't.
 *
 * Returns: whether it is open
 */
gboolean
oct_cli_open_plans (OctCli *cli, const char *workspace, OctPlanExport *from, int *status)
{
  OctAssessment *assessment = oct_cli_open_workspace (cli, workspace, NULL, status);
  OctPlanBook *book;

  if (assessment == NULL)
    return FALSE;
  book = oct_workbench_get_plans (oct_cli_workbench (cli));
  g_return_val_if_fail (book != NULL, FALSE);
  *from = (OctPlanExport) { .book = book,
                            .assessment = assessment,
                            .plans = oct_plan_export_all (book) };

  return TRUE;
}
