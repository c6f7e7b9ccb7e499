/* The commands about plans, on the demonstration's workspace: what JSON nests, that a table goes out and
 * comes back with nothing different, that an existing plan comes in as one edit, and calendar and
 * spreadsheet.
 */
#include "running.h"

#include <glib/gstdio.h>
#include <string.h>

#include "oct-session.h"

/* A data folder with the demonstration's workspace, which the commands change. */
static char *
make_workspace (void)
{
  g_autofree char *dir = scratch_path ("plans");
  g_autofree char *folder = NULL;
  g_autofree char *file = NULL;
  g_autoptr (OctSession) session = oct_session_new_demo (dir);
  OctWorkbench *workbench = oct_session_get_workbench (session);

  g_assert_true (oct_session_open (session, NULL));
  oct_workbench_wait (workbench);
  folder = oct_workbench_get_folder (workbench);
  file = g_strconcat (oct_workbench_get_name (workbench), ".octant", NULL);
  oct_session_flush (session);

  return g_build_filename (folder, file, NULL);
}

static char *workspace;
static char *data_dir;

#define HERE "--data-dir", data_dir, "--workspace", workspace

static JsonNode *
ask (const char *command, const char *argument)
{
  g_auto (Run) run = run_octant (command, HERE, "--format", "json", argument, NULL);

  assert_status (&run, 0);

  return parse_json (&run);
}

static JsonObject *
first_of (JsonObject *object, const char *key)
{
  JsonArray *array = json_object_get_array_member (object, key);

  g_assert_cmpuint (json_array_get_length (array), >, 0);

  return json_array_get_object_element (array, 0);
}

static void
test_json (void)
{
  g_autoptr (JsonNode) plans = ask ("plans", NULL);
  g_autoptr (JsonNode) exceptions = ask ("exceptions", NULL);
  JsonObject *summary = json_array_get_object_element (json_node_get_array (plans), 0);
  const char *id = json_object_get_string_member (summary, "id");
  g_autofree char *short_id = g_strndup (id, 10);
  g_autoptr (JsonNode) node = ask ("plan", short_id);
  JsonObject *plan = json_node_get_object (node);
  JsonObject *objective = first_of (plan, "objectives");
  JsonObject *criterion = first_of (objective, "success_criteria");
  g_auto (Run) unknown = run_octant ("plan", HERE, "ffffffffff", NULL);

  g_assert_cmpuint (json_array_get_length (json_node_get_array (plans)), >=, 12);
  g_assert_cmpstr (json_object_get_string_member (plan, "id"), ==, id);
  g_assert_nonnull (json_object_get_string_member (objective, "statement"));
  g_assert_true (json_object_has_member (criterion, "baseline"));
  g_assert_true (json_object_has_member (criterion, "actual"));
  g_assert_nonnull (json_object_get_string_member (first_of (objective, "actions"), "text"));
  g_assert_nonnull (json_object_get_string_member (first_of (objective, "milestones"), "title"));
  g_assert_nonnull (json_object_get_string_member (first_of (objective, "progress"), "rating"));
  g_assert_cmpuint (json_array_get_length (json_node_get_array (exceptions)), >, 0);
  g_assert_nonnull (json_object_get_string_member (
    json_array_get_object_element (json_node_get_array (exceptions), 0), "exceptions"));
  assert_status (&unknown, 1);
  assert_says (unknown.err, "ffffffffff");
}

static char *
export_to (const char *name)
{
  char *path = scratch_path (name);
  g_auto (Run) run = run_octant ("export", HERE, "plans", "--out", path, NULL);

  assert_status (&run, 0);

  return path;
}

static void
test_round_trip (void)
{
  g_autofree char *path = export_to ("plans.csv");
  g_autofree char *again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_auto (Run) run = run_octant ("import", HERE, path, "--as", "plan", NULL);

  assert_status (&run, 0);
  assert_says (run.out, "Nothing differs");
  again = export_to ("again.csv");
  g_assert_true (g_file_get_contents (path, &first, NULL, NULL));
  g_assert_true (g_file_get_contents (again, &second, NULL, NULL));
  g_assert_cmpstr (first, ==, second);
}

static void
test_existing_plan (void)
{
  static const char table[] = "Priority\tAction\tWho\tDeadline\tCost\n"
                              "Read more\tBuy books\tLibrarian\tDec 2025\t£1,200\n"
                              "\tOpen at noon\tLibrarian\tsoon\t\n";
  g_auto (Run) run = run_with_input (table, -1, "import", HERE, "-", "--as", "plan", "--school",
                                     "900001", "--year", "2025/26", "--format", "json", NULL);
  g_auto (Run) nowhere = run_with_input (table, -1, "import", HERE, "-", "--as", "plan", NULL);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (JsonNode) made = NULL;
  JsonObject *report;
  JsonObject *action;

  assert_status (&run, 0);
  node = parse_json (&run);
  report = json_node_get_object (node);
  g_assert_cmpint (json_object_get_int_member (report, "objectives"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (report, "actions"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (report, "people"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (first_of (report, "refusals"), "line"), ==, 3);
  made = ask ("plan", json_object_get_string_member (report, "plan_id"));
  action = first_of (first_of (json_node_get_object (made), "objectives"), "actions");
  g_assert_cmpstr (json_object_get_string_member (action, "owner"), ==, "Librarian");
  g_assert_cmpstr (json_object_get_string_member (action, "due"), ==, "2025-12-31");
  g_assert_cmpint (json_object_get_int_member (action, "cost"), ==, 1200);
  assert_status (&nowhere, 2);
}

static void
test_files (void)
{
  g_autofree char *calendar = export_to ("plans.ics");
  g_autofree char *sheet = export_to ("plans.xlsx");
  g_autofree char *again = export_to ("again.ics");
  g_autofree char *text = NULL;
  g_autofree char *text_again = NULL;
  g_autofree char *bytes = NULL;
  g_auto (Run) no_format = run_octant ("export", HERE, "plans", "--out", "plans.what", NULL);
  g_auto (Run) no_thing = run_octant ("export", HERE, "schools", "--out", "plans.csv", NULL);

  g_assert_true (g_file_get_contents (calendar, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR"));
  g_assert_nonnull (strstr (text, "UID:next-review-"));
  /* Nothing was changed in between. */
  g_assert_true (g_file_get_contents (again, &text_again, NULL, NULL));
  g_assert_cmpstr (text, ==, text_again);
  g_assert_null (strstr (text, "SEQUENCE:0"));
  g_assert_true (g_file_get_contents (sheet, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "PK"));
  assert_status (&no_format, 2);
  assert_status (&no_thing, 2);
}

/* Who supports whom, as a table and as a spreadsheet; a calendar of it there is none. */
static void
test_support (void)
{
  g_autofree char *table = scratch_path ("support.csv");
  g_autofree char *sheet = scratch_path ("support.xlsx");
  g_autofree char *text = NULL;
  g_autofree char *bytes = NULL;
  g_auto (Run) csv = run_octant ("export", HERE, "support", "--out", table, NULL);
  g_auto (Run) xlsx = run_octant ("export", HERE, "support", "--out", sheet, NULL);
  g_auto (Run) none = run_octant ("export", HERE, "support", "--out", "support.ics", NULL);

  assert_status (&csv, 0);
  g_assert_true (g_file_get_contents (table, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "School that receives,URN,"));
  g_assert_nonnull (strstr (text, "Coaching in early reading"));
  assert_status (&xlsx, 0);
  g_assert_true (g_file_get_contents (sheet, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "PK"));
  assert_status (&none, 2);
}

/* The plan's own document, by --format or by the name of the file. */
static void
test_document (void)
{
  g_autoptr (JsonNode) plans = ask ("plans", NULL);
  JsonObject *summary = json_array_get_object_element (json_node_get_array (plans), 0);
  const char *id = json_object_get_string_member (summary, "id");
  g_autofree char *named = scratch_path ("plan.pdf");
  g_autofree char *other = scratch_path ("plan");
  g_autofree char *bytes = NULL;
  g_auto (Run) by_name = run_octant ("plan", HERE, id, "--out", named, NULL);
  g_auto (Run) by_format = run_octant ("plan", HERE, id, "--format", "pdf", "--out", other, NULL);
  g_auto (Run) nowhere = run_octant ("plan", HERE, id, "--format", "pdf", NULL);
  g_auto (Run) both = run_octant ("plan", HERE, id, "--format", "json", "--out", named, NULL);
  g_auto (Run) of_many = run_octant ("plans", HERE, "--format", "pdf", NULL);

  assert_status (&by_name, 0);
  assert_status (&by_format, 0);
  g_assert_true (g_file_get_contents (named, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF"));
  g_clear_pointer (&bytes, g_free);
  g_assert_true (g_file_get_contents (other, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF"));
  assert_status (&nowhere, 2);
  assert_status (&both, 2);
  assert_says (both.err, "--format pdf");
  assert_status (&of_many, 2);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  workspace = make_workspace ();
  data_dir = scratch_path ("elsewhere");

  g_test_add_func ("/cli/plans/json nests what belongs to a plan", test_json);
  g_test_add_func ("/cli/plans/a table comes back as it was", test_round_trip);
  g_test_add_func ("/cli/plans/an existing plan is taken over", test_existing_plan);
  g_test_add_func ("/cli/plans/calendar and spreadsheet", test_files);
  g_test_add_func ("/cli/plans/support as table and spreadsheet", test_support);
  g_test_add_func ("/cli/plans/a plan's document", test_document);
  status = g_test_run ();
  g_free (workspace);
  g_free (data_dir);
  remove_scratch ();

  return status;
}
