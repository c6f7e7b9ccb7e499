/* The commands about the eight elements, on the demonstration's workspace: keys, stages, pictures,
 * and that undo and redo last from one run to the next.
 */
#include "running.h"

#include <glib/gstdio.h>
#include <string.h>

#include "oct-session.h"

#define STAGES "not-yet beginning developing embedded sustained"

/* A workspace file that the commands change, taken from the demonstration. */
static char *
make_workspace (void)
{
  g_autofree char *dir = scratch_path ("workspace");
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

static void
assert_stage (JsonObject *object, const char *key)
{
  const char *stage;

  g_assert_true (json_object_has_member (object, key));
  if (json_object_get_null_member (object, key))
    return;
  stage = json_object_get_string_member (object, key);
  g_assert_nonnull (strstr (STAGES, stage));
}

static JsonNode *
ask_json (const char *first, const char *second, const char *third)
{
  g_auto (Run) run = run_octant (first, "--demo", "--format", "json",
                                 second != NULL ? second : "--demo",
                                 third != NULL ? third : "--demo", NULL);

  assert_status (&run, 0);

  return parse_json (&run);
}

static void
test_elements (void)
{
  g_autoptr (JsonNode) node = ask_json ("element", NULL, NULL);
  JsonArray *elements = json_node_get_array (node);

  g_assert_cmpuint (json_array_get_length (elements), ==, 8);
  for (guint i = 0; i < 8; i++)
    {
      JsonObject *element = json_array_get_object_element (elements, i);
      JsonObject *trust = json_object_get_object_member (element, "trust");
      JsonArray *schools = json_object_get_array_member (element, "schools");
      gboolean alone = i + 1 == 3 || i + 1 == 8;

      g_assert_cmpint (json_object_get_int_member (element, "number"), ==, i + 1);
      g_assert_nonnull (json_object_get_string_member (element, "name"));
      g_assert_nonnull (json_object_get_string_member (element, "short_name"));
      assert_stage (trust, "own");
      assert_stage (trust, "moderated");
      assert_stage (trust, "previous");
      assert_stage (trust, "target");
      g_assert_true (json_object_has_member (trust, "confidence"));
      g_assert_cmpuint (json_array_get_length (schools), ==, alone ? 0 : 12);
      for (guint s = 0; s < json_array_get_length (schools); s++)
        {
          assert_stage (json_array_get_object_element (schools, s), "own");
          assert_stage (json_array_get_object_element (schools, s), "moderated");
        }
    }
}

static void
test_one_element (void)
{
  g_autoptr (JsonNode) node = ask_json ("element", "5", NULL);
  JsonObject *element = json_node_get_object (node);
  JsonObject *trust = json_object_get_object_member (element, "trust");
  JsonNode *schools = json_object_get_member (element, "schools");
  JsonObject *behind = find_record (schools, "urn", 900009);
  JsonObject *unjudged = find_record (schools, "urn", 900011);

  g_assert_cmpstr (json_object_get_string_member (element, "short_name"), ==,
                   "Professional growth");
  g_assert_cmpstr (json_object_get_string_member (trust, "own"), ==, "embedded");
  g_assert_cmpstr (json_object_get_string_member (trust, "moderated"), ==, "developing");
  g_assert_cmpstr (json_object_get_string_member (trust, "previous"), ==, "developing");
  g_assert_cmpstr (json_object_get_string_member (trust, "target"), ==, "embedded");
  g_assert_cmpstr (json_object_get_string_member (behind, "moderated"), ==, "beginning");
  g_assert_true (json_object_get_null_member (unjudged, "own"));
  g_assert_true (json_object_get_null_member (unjudged, "moderated"));
}

static void
test_cycle (void)
{
  g_autoptr (JsonNode) node = ask_json ("element", "3", "--cycle=summer 2026");
  JsonObject *trust = json_object_get_object_member (json_node_get_object (node), "trust");
  g_auto (Run) unknown = run_octant ("element", "--demo", "--cycle", "Winter 2020", NULL);

  g_assert_cmpstr (json_object_get_string_member (trust, "moderated"), ==, "embedded");
  assert_status (&unknown, 2);
  assert_says (unknown.err, "Winter 2020");
}

static void
test_table (void)
{
  g_auto (Run) all = run_octant ("element", "--demo", NULL);
  g_auto (Run) one = run_octant ("element", "5", "--demo", NULL);

  assert_status (&all, 0);
  assert_says (all.out, "Autumn 2026");
  assert_says (all.out, "Radical collaboration");
  assert_says (all.out, "Not yet");
  assert_status (&one, 0);
  assert_says (one.out, "The Groynes School");
  assert_says (one.out, "not judged");
}

static void
assert_picture (const char *chart, const char *file, const char *magic, const char *extra)
{
  g_autofree char *path = scratch_path (file);
  g_autofree char *contents = NULL;
  g_auto (Run) run = run_octant ("chart", chart, "--demo", "--out", path, extra, NULL);
  gsize length;

  assert_status (&run, 0);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_nonnull (g_strstr_len (contents, 60, magic));
}

static void
test_charts (void)
{
  assert_picture ("octant", "octant.png", "PNG", "--size=600x500");
  assert_picture ("octant", "school.svg", "<?xml", "--school=900009");
  assert_picture ("small-octants", "small.png", "PNG", "--theme=dark");
  assert_picture ("heat-map", "heat.pdf", "%PDF", "--cycle=Summer 2026");
  assert_picture ("trend", "trend.svg", "<?xml", "--element=2");
  assert_picture ("spread", "spread.png", "PNG", "--theme=contrast");
  assert_picture ("resiliences", "resiliences.png", "PNG", "--theme=print");
}

static void
test_finding (void)
{
  g_autofree char *path = scratch_path ("finding.png");
  g_autofree char *out = g_strconcat ("--out=", path, NULL);
  g_autoptr (JsonNode) node = ask_json ("chart", "octant", out);
  const char *sentence = json_object_get_string_member (json_node_get_object (node), "description");

  assert_says (sentence, "Resilience went back");
  assert_says (sentence, "Low confidence: Civic duty");
}

static void
test_gallery (void)
{
  g_autofree char *dir = scratch_path ("gallery");
  g_auto (Run) run = run_octant ("chart", "--demo", "--gallery", dir, NULL);
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  guint n = 0;

  assert_status (&run, 0);
  g_assert_nonnull (folder);
  while (g_dir_read_name (folder) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 17 * 4);
}

static void
assert_usage (Run run, const char *reason)
{
  g_auto (Run) owned = run;

  assert_status (&owned, 2);
  assert_says (owned.err, reason);
}

static void
test_usage (void)
{
  g_auto (Run) unknown = run_octant ("chart", "octant", "--demo", "--school", "100000", "--out",
                                     "x.png", NULL);
  g_autofree char *empty = scratch_path ("empty");
  g_auto (Run) none = run_octant ("element", "--data-dir", empty, NULL);

  assert_usage (run_octant ("element", "9", "--demo", NULL), "8");
  assert_usage (run_octant ("element", "three", "--demo", NULL), "“three”");
  assert_usage (run_octant ("chart", "pie", "--out", "x.png", NULL), "“pie”");
  assert_usage (run_octant ("chart", "octant", NULL), "--out");
  assert_usage (run_octant ("chart", "octant", "--out", "x.gif", NULL), ".png");
  assert_usage (run_octant ("chart", "octant", "--out", "x.png", "--size", "big", NULL), "“big”");
  assert_usage (run_octant ("chart", "octant", "--out", "x.png", "--theme", "pink", NULL),
                "“pink”");
  assert_status (&unknown, 1);
  assert_says (unknown.err, "100000");
  assert_status (&none, 1);
  assert_says (none.err, "no workspace");
}

static JsonObject *
last_edit (const char *file, JsonNode **node)
{
  g_autofree char *dir = scratch_path ("elsewhere");
  g_auto (Run) run = run_octant ("history", "--data-dir", dir, "--workspace", file, "--limit", "1",
                                 "--format", "json", NULL);

  assert_status (&run, 0);
  *node = parse_json (&run);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (*node)), ==, 1);

  return json_array_get_object_element (json_node_get_array (*node), 0);
}

static void
test_undo (void)
{
  g_autofree char *file = make_workspace ();
  g_autofree char *dir = scratch_path ("elsewhere");
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonNode) after = NULL;
  g_autoptr (JsonNode) again = NULL;
  JsonObject *edit = last_edit (file, &before);
  g_auto (Run) undone = run_octant ("undo", "--data-dir", dir, "--workspace", file, NULL);
  g_auto (Run) redone = { 0 };

  g_assert_cmpstr (json_object_get_string_member (edit, "sentence"), ==, "Wrote up visits");
  g_assert_cmpstr (json_object_get_string_member (edit, "person"), ==, "Director of education");
  g_assert_cmpstr (json_object_get_string_member (edit, "at"), ==, "2026-11-18T09:16:00Z");
  g_assert_cmpstr (json_object_get_string_member (edit, "state"), ==, "done");
  assert_status (&undone, 0);
  assert_says (undone.out, "Wrote up visits");
  g_assert_cmpstr (json_object_get_string_member (last_edit (file, &after), "state"), ==, "undone");
  redone = run_octant ("redo", "--data-dir", dir, "--workspace", file, NULL);
  assert_status (&redone, 0);
  g_assert_cmpstr (json_object_get_string_member (last_edit (file, &again), "state"), ==, "done");
}

/* What was done after a backup is gone when one goes back to it, and the state left is kept too. */
static void
test_backup (void)
{
  g_autofree char *file = make_workspace ();
  g_autofree char *dir = scratch_path ("elsewhere");
  g_autoptr (JsonNode) backups = NULL;
  g_autoptr (JsonNode) edit = NULL;
  g_auto (Run) made = run_octant ("backup", "--data-dir", dir, "--workspace", file, NULL);
  g_auto (Run) undone = run_octant ("undo", "--data-dir", dir, "--workspace", file, NULL);
  g_auto (Run) listed = run_octant ("backup", "--list", "--data-dir", dir, "--workspace", file,
                                    "--format", "json", NULL);
  g_auto (Run) back = { 0 };
  g_auto (Run) unknown = run_octant ("backup", "--restore", "yesterday", "--data-dir", dir,
                                     "--workspace", file, NULL);
  JsonObject *newest;

  assert_status (&made, 0);
  assert_status (&undone, 0);
  backups = parse_json (&listed);
  newest = json_array_get_object_element (json_node_get_array (backups), 0);
  g_assert_cmpstr (json_object_get_string_member (newest, "reason"), ==, "asked");
  assert_says (made.out, json_object_get_string_member (newest, "path"));
  back = run_octant ("backup", "--restore", json_object_get_string_member (newest, "name"),
                     "--data-dir", dir, "--workspace", file, NULL);
  assert_status (&back, 0);
  g_assert_cmpstr (json_object_get_string_member (last_edit (file, &edit), "state"), ==, "done");
  assert_status (&unknown, 1);
  assert_says (unknown.err, "yesterday");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/elements/all of them", test_elements);
  g_test_add_func ("/cli/elements/one of them", test_one_element);
  g_test_add_func ("/cli/elements/in another cycle", test_cycle);
  g_test_add_func ("/cli/elements/as a table", test_table);
  g_test_add_func ("/cli/elements/charts", test_charts);
  g_test_add_func ("/cli/elements/a chart says its finding", test_finding);
  g_test_add_func ("/cli/elements/gallery", test_gallery);
  g_test_add_func ("/cli/elements/what can't be answered", test_usage);
  g_test_add_func ("/cli/elements/undo lasts", test_undo);
  g_test_add_func ("/cli/elements/backup and back", test_backup);
  status = g_test_run ();
  remove_scratch ();

  return status;
}
