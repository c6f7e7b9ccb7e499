/* octant plans, plan and exceptions: improvement plans, one plan whole, and what a board is told
 * first.
 */
#include <glib/gi18n.h>
#include <string.h>

#include "oct-cli-plan-json.h"
#include "oct-cli-table.h"
#include "oct-cli-workspace.h"
#include "oct-plan-document.h"

static char *opt_workspace;
static char *opt_out;

static const GOptionEntry options[] = {
  OCT_CLI_WORKSPACE_OPTION (&opt_workspace),
  { NULL },
};

static const GOptionEntry plan_options[] = {
  OCT_CLI_WORKSPACE_OPTION (&opt_workspace),
  { "out", 'o', 0, G_OPTION_ARG_FILENAME, &opt_out,
    N_("Write the plan as a PDF document, to be printed"), N_("FILE") },
  { NULL },
};

static const char *const plan_keys[] = { "id",         "urn",         "school",     "title",
                                         "scope",      "starts",      "ends",       "status",
                                         "objectives", "red",         "amber",      "green",
                                         "not_rated",  "next_review", "exceptions", NULL };
static const char *const exception_keys[] = {
  "urn",    "school",    "plan_id", "plan",  "objective_id", "reference", "objective", "exceptions",
  "rating", "direction", "since",   "owner", "due",          "next_step", NULL
};

/* (transfer full): an object or several for every plan. */
static JsonNode *
make_objects (const OctPlanExport *from,
              void (*add) (JsonBuilder *builder, const OctPlanExport *from, const OctPlan *plan))
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < from->plans->len; i++)
    add (builder, from, g_ptr_array_index (from->plans, i));
  json_builder_end_array (builder);

  return json_builder_get_root (builder);
}

static void
print_objects (OctCli *cli, JsonNode *objects, const char *const *keys)
{
  if (cli->format == OCT_CLI_JSON)
    oct_cli_print_node (objects, TRUE);
  else
    oct_cli_print_objects_csv (json_node_get_array (objects), keys);
}

/* Tables. */

/* "red, overdue": the names of exceptions. */
static char *
name_exceptions (const OctPlanExport *from, const OctPlan *plan, const OctObjective *objective)
{
  guint found = objective != NULL
                  ? oct_objective_find_exceptions (from->book, objective, oct_date_today ())
                  : oct_plan_find_exceptions (from->book, plan, oct_date_today ());
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < OCT_N_EXCEPTIONS; i++)
    if (found & (1u << i))
      g_ptr_array_add (names, (gpointer) oct_exception_to_text ((OctPlanException) (1u << i)));
  g_ptr_array_add (names, NULL);

  /* Translators: stands between the elements of a list. */
  return g_strjoinv (_(", "), (char **) names->pdata);
}

static void
print_plans (const OctPlanExport *from)
{
  g_autoptr (OctCliTable) table = oct_cli_table_new ();

  oct_cli_table_add_column (table, _("ID"), OCT_CLI_LEFT);
  oct_cli_table_add_column (table, _("School"), OCT_CLI_FLEXIBLE);
  oct_cli_table_add_column (table, _("Plan"), OCT_CLI_FLEXIBLE);
  oct_cli_table_add_column (table, _("Years"), OCT_CLI_LEFT);
  oct_cli_table_add_column (table, _("Status"), OCT_CLI_LEFT);
  oct_cli_table_add_column (table, _("Objectives"), OCT_CLI_RIGHT);
  for (guint i = 0; i < from->plans->len; i++)
    {
      const OctPlan *plan = g_ptr_array_index (from->plans, i);
      GPtrArray *objectives = oct_plan_book_get_children (from->book, &oct_objective_kind,
                                                          plan->record.id);

      oct_cli_table_take (table, g_strndup (plan->record.id, 8));
      oct_cli_table_add (table, oct_plan_export_school (from, plan));
      oct_cli_table_add (table, plan->title);
      oct_cli_table_take (table, oct_plan_years_to_text (plan));
      oct_cli_table_add (table, oct_choice_to_text (oct_plan_statuses, plan->status));
      oct_cli_table_take (table, g_strdup_printf ("%u", objectives->len));
    }
  oct_cli_table_print (table);
}

static void
add_exception_row (OctCliTable *table, const OctPlanExport *from, const OctPlan *plan,
                   const OctObjective *objective)
{
  g_autofree char *names = name_exceptions (from, plan, objective);
  OctStanding standing = { 0 };

  if (*names == '\0')
    return;
  if (objective != NULL)
    oct_objective_get_standing (from->book, objective, &standing);
  oct_cli_table_add (table, oct_plan_export_school (from, plan));
  oct_cli_table_take (table, objective != NULL ? oct_objective_to_text (objective)
                                               : g_strdup (_("The plan")));
  oct_cli_table_add (table, names);
  oct_cli_table_take (table, standing.since != OCT_DATE_UNKNOWN ? oct_date_to_text (standing.since)
                                                                : g_strdup (""));
  oct_cli_table_add (table,
                     objective != NULL ? oct_plan_export_person (from, objective->owner_id) : "");
}

static void
print_exceptions (const OctPlanExport *from)
{
  g_autoptr (OctCliTable) table = oct_cli_table_new ();

  oct_cli_table_add_column (table, _("School"), OCT_CLI_FLEXIBLE);
  oct_cli_table_add_column (table, _("Objective"), OCT_CLI_FLEXIBLE);
  oct_cli_table_add_column (table, _("What"), OCT_CLI_LEFT);
  oct_cli_table_add_column (table, _("Rated so since"), OCT_CLI_LEFT);
  oct_cli_table_add_column (table, _("Owner"), OCT_CLI_FLEXIBLE);
  for (guint i = 0; i < from->plans->len; i++)
    {
      const OctPlan *plan = g_ptr_array_index (from->plans, i);
      GPtrArray *objectives = oct_plan_book_get_children (from->book, &oct_objective_kind,
                                                          plan->record.id);

      add_exception_row (table, from, plan, NULL);
      for (guint j = 0; j < objectives->len; j++)
        add_exception_row (table, from, plan, g_ptr_array_index (objectives, j));
    }
  oct_cli_table_print (table);
}

/* One plan. */

/* By its id or the beginning of one; says what is wrong where it isn't one plan. */
static const OctPlan *
find_plan (OctCli *cli, const OctPlanExport *from, const char *id, int *status)
{
  GPtrArray *all = oct_plan_book_get_all (from->book, &oct_plan_kind);
  g_autofree char *small = g_ascii_strdown (id, -1);
  const OctPlan *found = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      const OctPlan *plan = g_ptr_array_index (all, i);

      if (!g_str_has_prefix (plan->record.id, small))
        continue;
      if (found != NULL)
        {
          /* Translators: %s is the beginning of an id. */
          *status = oct_cli_usage (cli, _("Several plans begin with “%s”. Give more of the id."),
                                   id);
          return NULL;
        }
      found = plan;
    }
  if (found == NULL)
    {
      /* Translators: %s is an id. */
      oct_cli_warn (_("There is no plan “%s”. “octant plans” lists them with their ids."), id);
      *status = OCT_CLI_FAILED;
    }

  return found;
}

static void
print_objective (const OctPlanExport *from, const OctObjective *objective)
{
  GPtrArray *actions = oct_plan_book_get_children (from->book, &oct_action_kind,
                                                   objective->record.id);
  GPtrArray *milestones = oct_plan_book_get_children (from->book, &oct_milestone_kind,
                                                      objective->record.id);
  OctStanding standing;

  oct_objective_get_standing (from->book, objective, &standing);
  oct_cli_print ("\n%s  %s\n", objective->reference, objective->statement);
  if (standing.progress != NULL)
    oct_cli_print ("  %s: %s\n", oct_choice_to_text (oct_ratings, standing.progress->rating),
                   standing.progress->details);
  if (objective->withdrawn_on != OCT_DATE_UNKNOWN)
    /* Translators: %s is a reason. */
    oct_cli_print (_("  Withdrawn: %s\n"), objective->withdrawn_why);
  for (guint i = 0; i < actions->len; i++)
    {
      const OctAction *action = g_ptr_array_index (actions, i);

      oct_cli_print ("  - %s (%s)\n", action->text,
                     oct_choice_to_text (oct_action_statuses, action->status));
    }
  for (guint i = 0; i < milestones->len; i++)
    {
      const OctMilestone *milestone = g_ptr_array_index (milestones, i);

      oct_cli_print ("  * %s (%s)\n", milestone->title,
                     oct_choice_to_text (oct_milestone_statuses, milestone->status));
    }
}

static void
print_plan (const OctPlanExport *from, const OctPlan *plan)
{
  GPtrArray *objectives = oct_plan_book_get_children (from->book, &oct_objective_kind,
                                                      plan->record.id);
  g_autofree char *years = oct_plan_years_to_text (plan);

  oct_cli_print ("%s · %s · %s · %s\n", oct_plan_export_school (from, plan), plan->title, years,
                 oct_choice_to_text (oct_plan_statuses, plan->status));
  for (guint i = 0; i < objectives->len; i++)
    print_objective (from, g_ptr_array_index (objectives, i));
}

static void
print_plan_json (const OctPlanExport *from, const OctPlan *plan)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  oct_cli_add_plan (builder, from, plan);
  oct_cli_print_builder (builder);
}

static void
print_plan_csv (const OctPlanExport *from, const OctPlan *plan)
{
  OctPlanExport only = *from;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) plans = g_ptr_array_new ();
  gsize length;
  const char *csv;

  g_ptr_array_add (plans, (gpointer) plan);
  only.plans = plans;
  bytes = oct_plan_export_to_csv (&only);
  csv = g_bytes_get_data (bytes, &length);
  oct_cli_write (csv, (gssize) length);
}

/* The school's own plan document. */
static int
write_document (const OctPlanExport *from, const OctPlan *plan)
{
  g_autoptr (GPtrArray) schools = oct_plan_pick_schools (plan, oct_assessment_get_schools (
                                                                 from->assessment));
  const OctPlanReader reader = { .book = from->book,
                                 .people = oct_assessment_get_people (from->assessment),
                                 .schools = schools,
                                 .today = oct_date_today () };
  g_autoptr (OctDocument) document = oct_plan_document_new (&reader, plan,
                                                            oct_plan_export_school (from, plan));
  g_autoptr (GError) error = NULL;

  return oct_document_write_pdf (document, opt_out, &error) ? OCT_CLI_DONE : oct_cli_fail (error);
}

/* The commands. */

static int
run_plans (OctCli *cli)
{
  OctPlanExport from;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (JsonNode) objects = NULL;
  int status;

  if (!oct_cli_open_plans (cli, opt_workspace, &from, &status))
    return status;
  plans = from.plans;
  if (cli->format == OCT_CLI_TABLE)
    {
      print_plans (&from);
      return OCT_CLI_DONE;
    }
  objects = make_objects (&from, oct_cli_add_plan_summary);
  print_objects (cli, objects, plan_keys);

  return OCT_CLI_DONE;
}

static int
run_exceptions (OctCli *cli)
{
  OctPlanExport from;
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (JsonNode) objects = NULL;
  int status;

  if (!oct_cli_open_plans (cli, opt_workspace, &from, &status))
    return status;
  plans = from.plans;
  if (cli->format == OCT_CLI_TABLE)
    {
      print_exceptions (&from);
      return OCT_CLI_DONE;
    }
  objects = make_objects (&from, oct_cli_add_exceptions);
  print_objects (cli, objects, exception_keys);

  return OCT_CLI_DONE;
}

/* A document goes into a file, whose name says so where --format doesn't. */
static int
check_document (OctCli *cli)
{
  if (cli->format == OCT_CLI_PDF && opt_out == NULL)
    return oct_cli_usage (cli, "%s", _("Say where to: --out FILE."));
  if (opt_out != NULL && g_str_equal (opt_out, "-"))
    return oct_cli_usage (cli, "%s", _("A PDF document needs a file: --out FILE."));
  if (opt_out != NULL && cli->format != OCT_CLI_PDF
      && (cli->format_name != NULL || !g_str_has_suffix (opt_out, ".pdf")))
    return oct_cli_usage (cli, "%s",
                          _("With --out a plan is written as a PDF document: --format pdf."));

  return OCT_CLI_DONE;
}

static int
run_plan (OctCli *cli)
{
  OctPlanExport from;
  g_autoptr (GPtrArray) plans = NULL;
  const OctPlan *plan;
  int status = check_document (cli);

  if (status != OCT_CLI_DONE || !oct_cli_open_plans (cli, opt_workspace, &from, &status))
    return status;
  plans = from.plans;
  plan = find_plan (cli, &from, cli->arguments[0], &status);
  if (plan == NULL)
    return status;
  if (opt_out != NULL)
    return write_document (&from, plan);
  if (cli->format == OCT_CLI_JSON)
    print_plan_json (&from, plan);
  else if (cli->format == OCT_CLI_CSV)
    print_plan_csv (&from, plan);
  else
    print_plan (&from, plan);

  return OCT_CLI_DONE;
}

const OctCliCommand oct_cli_plans = {
  .name = "plans",
  .summary = N_("List the improvement plans"),
  .options = options,
  .csv = TRUE,
  .run = run_plans,
};

const OctCliCommand oct_cli_plan = {
  .name = "plan",
  .arguments = "ID",
  .min_arguments = 1,
  .max_arguments = 1,
  .summary = N_("Show an improvement plan with all that belongs to it"),
  .description = N_("The id may be its beginning, as far as only one plan has it. “--format pdf” "
                    "writes the plan’s document into the file of “--out”; a name that ends in .pdf "
                    "says as much."),
  .options = plan_options,
  .csv = TRUE,
  .pdf = TRUE,
  .run = run_plan,
};

const OctCliCommand oct_cli_exceptions = {
  .name = "exceptions",
  .summary = N_("List what is red, worsening, overdue, or has no owner, next step or review"),
  .options = options,
  .csv = TRUE,
  .run = run_exceptions,
};
