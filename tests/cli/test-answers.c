/* What the commands answer, on the demonstration's files: the keys a script relies on, and figures
 * counted from the files by hand.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "running.h"

static JsonNode *
ask (const char *first, const char *second, const char *third, const char *fourth)
{
  g_auto (Run) run = run_octant (first, "--data-dir", demo_dir (), "--format", "json",
                                 second != NULL ? second : "--format=json",
                                 third != NULL ? third : "--format=json",
                                 fourth != NULL ? fourth : "--format=json", NULL);

  assert_status (&run, 0);

  return parse_json (&run);
}

static guint
count (JsonNode *array)
{
  return json_array_get_length (json_node_get_array (array));
}

/* How often a text stands in the demonstration's newest release: the count to compare with. */
static guint
count_in_release (const char *text)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "demo",
                                            "edubasealldata20260901.csv", NULL);
  g_autofree char *contents = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  for (const char *p = contents; (p = strstr (p, text)) != NULL; p += strlen (text))
    n++;

  return n;
}

static guint
rows_in_release (void)
{
  return count_in_release ("\r\n") - 1;
}

static void
assert_keys (JsonObject *object, const char *keys)
{
  g_auto (GStrv) wanted = g_strsplit (keys, " ", -1);

  for (guint i = 0; wanted[i] != NULL; i++)
    if (!json_object_has_member (object, wanted[i]))
      g_error ("The key “%s” is missing", wanted[i]);
}

static void
assert_text (JsonObject *object, const char *key, const char *value)
{
  if (value == NULL)
    g_assert_true (json_object_get_null_member (object, key));
  else
    g_assert_cmpstr (json_object_get_string_member (object, key), ==, value);
}

static void
assert_number (JsonObject *object, const char *key, double value)
{
  g_assert_false (json_object_get_null_member (object, key));
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (object, key), value, 1e-9);
}

#define SCHOOL_KEYS                                                                                \
  "urn name phase type type_group status la region trust_uid trust_name trust_type pupils "        \
  "pupils_from_urn capacity fsm_percent easting northing opened closed postcode"

static void
test_schools (void)
{
  g_autoptr (JsonNode) open = ask ("schools", NULL, NULL, NULL);
  g_autoptr (JsonNode) closed = ask ("schools", "--status=closed", NULL, NULL);
  g_autoptr (JsonNode) all = ask ("schools", "--status=all", NULL, NULL);
  JsonObject *school = find_record (open, "urn", 900008);

  g_assert_cmpuint (count (open), >, 100);
  g_assert_cmpuint (count (open), ==,
                    count_in_release ("\"1\",\"Open\",")
                      + count_in_release ("\"3\",\"Open, but proposed to close\","));
  g_assert_cmpuint (count (closed), ==, count_in_release ("\"2\",\"Closed\","));
  g_assert_cmpuint (count (all), ==, rows_in_release ());
  assert_keys (school, SCHOOL_KEYS);
  assert_text (school, "name", "Longshore Reach Academy");
  assert_text (school, "phase", "Secondary");
  assert_text (school, "type", "Academy sponsor led");
  assert_text (school, "type_group", "Academies");
  assert_text (school, "status", "Open");
  assert_text (school, "la", "Saltmere");
  assert_text (school, "region", "East Midlands");
  assert_number (school, "trust_uid", 90001);
  assert_text (school, "trust_name", "Longshore Learning Trust");
  assert_text (school, "trust_type", "Multi-academy trust");
  assert_number (school, "pupils", 741);
  assert_text (school, "pupils_from_urn", NULL);
  assert_number (school, "capacity", 1150);
  assert_number (school, "fsm_percent", 45.2);
  assert_number (school, "easting", 549181);
  assert_number (school, "northing", 382559);
  assert_text (school, "opened", "2016-01-01");
  assert_text (school, "closed", NULL);
  assert_text (school, "postcode", "QS2 3XL");
}

/* It joined last year and has no figure of its own: its predecessor's, and it says so. */
static void
test_predecessors_pupils (void)
{
  g_autoptr (JsonNode) schools = ask ("schools", "--trust=90001", NULL, NULL);
  JsonObject *school = find_record (schools, "urn", 900006);

  g_assert_cmpuint (count (schools), ==, 12);
  assert_number (school, "pupils", 193);
  assert_number (school, "pupils_from_urn", 900106);
  {
    g_auto (Run) table = run_octant ("schools", "--trust", "90001", "--data-dir", demo_dir (),
                                     NULL);

    assert_status (&table, 0);
    assert_says (table.out, "193 †");
    assert_says (table.out, "predecessor");
  }
}

static void
test_filters (void)
{
  g_autoptr (JsonNode) secondary = ask ("schools", "--trust=90001", "--phase=Secondary", NULL);
  g_autoptr (JsonNode) found = ask ("schools", "--search=saint zoe", NULL, NULL);
  g_autoptr (JsonNode) authority = ask ("schools", "--la=northstrand", "--trust=90001", NULL);
  g_autoptr (JsonNode) none = ask ("schools", "--search=zzzzzz", NULL, NULL);
  g_autoptr (JsonNode) few = ask ("schools", "--limit=3", NULL, NULL);

  g_assert_cmpuint (count (secondary), ==, 3);
  g_assert_cmpuint (count (found), ==, 1);
  find_record (found, "urn", 900005);
  g_assert_cmpuint (count (authority), ==, 3);
  g_assert_cmpuint (count (none), ==, 0);
  g_assert_cmpuint (count (few), ==, 3);
}

static void
test_csv (void)
{
  g_auto (Run) run = run_octant ("schools", "--trust", "90001", "--format", "csv", "--data-dir",
                                 demo_dir (), NULL);
  g_auto (GStrv) lines = g_strsplit (run.out, "\r\n", -1);

  assert_status (&run, 0);
  g_assert_cmpuint (g_strv_length (lines), ==, 14); /* header, twelve schools, the end */
  g_assert_true (g_str_has_prefix (lines[0], "urn,name,phase,type,type_group,status,la,"));
  g_assert_true (g_str_has_prefix (lines[1], "900001,Castle Staithe Primary Academy,Primary,"));
  g_assert_cmpstr (lines[13], ==, "");
}

static void
test_school (void)
{
  g_autoptr (JsonNode) node = ask ("school", "900006", NULL, NULL);
  JsonObject *school = json_node_get_object (node);
  JsonArray *links = json_object_get_array_member (school, "links");
  JsonArray *nearest = json_object_get_array_member (school, "nearest");
  gboolean predecessor = FALSE;
  double before = 0;

  assert_keys (school, SCHOOL_KEYS " facts links changes similar nearest");
  assert_keys (json_array_get_object_element (json_object_get_array_member (school, "facts"), 0),
               "field label value source date");
  for (guint i = 0; i < json_array_get_length (links); i++)
    {
      JsonObject *link = json_array_get_object_element (links, i);

      predecessor = predecessor
                    || (json_object_get_int_member (link, "urn") == 900106
                        && g_str_equal (json_object_get_string_member (link, "kind"),
                                        "predecessor"));
    }
  g_assert_true (predecessor);
  g_assert_cmpuint (json_array_get_length (nearest), ==, 10);
  for (guint i = 0; i < json_array_get_length (nearest); i++)
    {
      double km = json_object_get_double_member (json_array_get_object_element (nearest, i), "km");

      g_assert_cmpfloat (km, >=, before);
      before = km;
    }
}

static void
test_trusts (void)
{
  g_autoptr (JsonNode) mats = ask ("trusts", "--type=mat", NULL, NULL);
  g_autoptr (JsonNode) sats = ask ("trusts", "--type=sat", NULL, NULL);
  g_autoptr (JsonNode) both = ask ("trusts", NULL, NULL, NULL);
  g_autoptr (JsonNode) found = ask ("trusts", "--search=longsh", NULL, NULL);
  JsonObject *trust = find_record (mats, "uid", 90001);

  assert_keys (trust, "uid name type schools pupils fsm_percent schools_by_phase");
  assert_text (trust, "type", "Multi-academy trust");
  find_record (sats, "uid", 90008);
  g_assert_cmpuint (count (both), ==, count (mats) + count (sats));
  g_assert_cmpuint (count (found), ==, 1);
}

static void
test_trust (void)
{
  g_autoptr (JsonNode) node = ask ("trust", "90001", NULL, NULL);
  JsonObject *trust = json_node_get_object (node);
  JsonObject *phases = json_object_get_object_member (trust, "schools_by_phase");

  assert_text (trust, "name", "Longshore Learning Trust");
  assert_number (trust, "schools", 12);
  /* 5,610 of its own and 193 of a predecessor. */
  assert_number (trust, "pupils", 5803);
  assert_number (phases, "primary", 7);
  assert_number (phases, "secondary", 3);
  assert_number (phases, "all_through", 1);
  assert_number (phases, "not_applicable", 1);
  assert_number (trust, "special_schools", 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (trust, "school_list")), ==,
                    12);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (trust, "growth")), ==, 2);
  /* The sum of pupils × percentage over the twelve schools, over their pupils. */
  assert_number (trust, "fsm_percent", 30.4);
}

static void
test_national (void)
{
  g_autoptr (JsonNode) node = ask ("national", NULL, NULL, NULL);
  JsonObject *national = json_node_get_object (node);
  JsonObject *all = json_object_get_object_member (national, "all");
  JsonObject *paper = json_object_get_object_member (national, "paper");
  double percent = 100.0 * json_object_get_double_member (all, "academy_pupils")
                   / json_object_get_double_member (all, "pupils");

  assert_keys (national, "as_at all_percent secondary_percent primary_percent definition");
  assert_text (national, "as_at", "2026-09-01");
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (national, "all_percent"), percent,
                                  0.06);
  assert_number (paper, "all_percent", 62);
  assert_number (paper, "secondary_percent", 82);
  assert_number (paper, "primary_percent", 44);
}

static void
test_changes (void)
{
  g_autoptr (JsonNode) changes = ask ("changes", NULL, NULL, NULL);
  g_autoptr (JsonNode) joined = ask ("changes", "--kind=capacity", "--trust=90001", NULL);
  g_autoptr (JsonNode) later = ask ("changes", "--since=2026-09-01", NULL, NULL);
  JsonObject *change = find_record (joined, "urn", 900009);

  g_assert_cmpuint (count (changes), >, 10);
  g_assert_cmpuint (count (later), ==, 0);
  assert_keys (change,
               "urn school kind before after uid_before uid_after date_before date_after text");
  assert_text (change, "before", "1240");
  assert_text (change, "after", "1300");
  assert_text (change, "date_before", "2025-09-01");
  assert_text (change, "date_after", "2026-09-01");
}

static void
test_sources (void)
{
  g_autoptr (JsonNode) node = ask ("sources", NULL, NULL, NULL);
  JsonArray *sources = json_node_get_array (node);
  guint superseded = 0;

  g_assert_cmpuint (json_array_get_length (sources), ==, 4);
  for (guint i = 0; i < json_array_get_length (sources); i++)
    {
      JsonObject *source = json_array_get_object_element (sources, i);

      assert_keys (source, "dataset title file published age_days old rows sha256 licence page");
      g_assert_cmpuint (strlen (json_object_get_string_member (source, "sha256")), ==, 64);
      superseded += json_object_get_boolean_member (source, "superseded");
      if (json_object_get_boolean_member (source, "superseded"))
        g_assert_false (json_object_get_boolean_member (source, "old"));
    }
  g_assert_cmpuint (superseded, ==, 1);
}

static void
test_map (void)
{
  static const struct
  {
    const char *name;
    const char *begins;
  } kinds[] = { { "map.png", "\x89PNG" }, { "map.svg", "<?xml" }, { "map.pdf", "%PDF" } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = scratch_path (kinds[i].name);
      g_auto (Run) run = run_octant ("map", "--trust", "90001", "--out", path, "--data-dir",
                                     demo_dir (), NULL);
      g_autofree char *picture = NULL;
      gsize length;

      assert_status (&run, 0);
      assert_says (run.out, "12 schools");
      g_assert_true (g_file_get_contents (path, &picture, &length, NULL));
      g_assert_cmpuint (length, >, 5000);
      g_assert_true (g_str_has_prefix (picture, kinds[i].begins));
    }
  {
    g_auto (Run) run = run_octant ("map", "--trust", "90001", "--out", "-", "--picture", "svg",
                                   "--data-dir", demo_dir (), NULL);

    assert_status (&run, 0);
    g_assert_true (g_str_has_prefix (run.out, "<?xml"));
  }
}

static void
test_check (void)
{
  g_autoptr (JsonNode) node = ask ("check", NULL, NULL, NULL);
  JsonArray *stores = json_node_get_array (node);

  g_assert_cmpuint (json_array_get_length (stores), ==, 2);
  for (guint i = 0; i < 2; i++)
    assert_text (json_array_get_object_element (stores, i), "state", "sound");
}

static void
test_check_damaged (void)
{
  g_autofree char *dir = scratch_path ("damaged");
  g_autofree char *path = g_build_filename (dir, "register.db", NULL);
  g_autofree char *junk = g_strnfill (8192, 'x');

  g_mkdir (dir, 0700);
  g_assert_true (g_file_set_contents (path, junk, 8192, NULL));
  {
    g_auto (Run) check = run_octant ("check", "--data-dir", dir, "--format", "json", NULL);
    g_autoptr (JsonNode) node = parse_json (&check);

    assert_status (&check, 1);
    assert_text (json_array_get_object_element (json_node_get_array (node), 0), "state", "damaged");
  }
  {
    g_auto (Run) schools = run_octant ("schools", "--data-dir", dir, NULL);
    g_autofree char *kept = NULL;

    assert_status (&schools, 1);
    g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
    g_assert_cmpstr (kept, ==, junk);
  }
}

static void
test_check_workspace (void)
{
  g_autofree char *dir = scratch_path ("damaged-workspace");
  g_autofree char *folder = g_build_filename (dir, "workspaces", NULL);
  g_autofree char *path = g_build_filename (folder, "Longshore.octant", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  {
    g_auto (Run) check = run_octant ("check", "--data-dir", dir, "--format", "json", NULL);
    g_autoptr (JsonNode) node = parse_json (&check);
    JsonObject *found = json_array_get_object_element (json_node_get_array (node), 2);

    assert_status (&check, 1);
    assert_text (found, "store", "workspace");
    assert_text (found, "name", "Longshore");
    assert_text (found, "state", "damaged");
  }
}

/* The demonstration is there in one go and leaves nothing behind. */
static void
test_demo (void)
{
  g_autofree char *temporary = scratch_path ("temporary");
  g_autofree char *home = scratch_path ("home");
  g_autoptr (GDir) dir = NULL;

  g_mkdir (temporary, 0700);
  g_setenv ("TMPDIR", temporary, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  {
    g_auto (Run) run = run_octant ("trust", "90001", "--demo", "--format", "json", NULL);
    g_autoptr (JsonNode) node = parse_json (&run);

    assert_status (&run, 0);
    assert_number (json_node_get_object (node), "schools", 12);
  }
  g_unsetenv ("TMPDIR");
  g_unsetenv ("XDG_DATA_HOME");
  dir = g_dir_open (temporary, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
  g_assert_false (g_file_test (home, G_FILE_TEST_EXISTS));
}

static JsonObject *
first_record (JsonNode *node)
{
  return json_array_get_object_element (json_node_get_array (node), 0);
}

static void
test_import (void)
{
  g_autofree char *dir = scratch_path ("import");
  g_autofree char *file = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "demo",
                                            "edubasealldata20260901.csv", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  {
    g_auto (Run) run = run_octant ("import", file, "--data-dir", dir, "--format", "json", NULL);
    g_autoptr (JsonNode) node = parse_json (&run);
    JsonObject *report = first_record (node);

    assert_status (&run, 0);
    assert_keys (report, "dataset rows added changed unchanged refused seconds");
    assert_text (report, "published", "2026-09-01");
    assert_number (report, "rows", rows_in_release ());
    assert_number (report, "added", rows_in_release ());
    assert_number (report, "refused", 0);
  }
  {
    g_auto (Run) again = run_octant ("import", file, "--data-dir", dir, "--format", "json", NULL);
    g_autoptr (JsonNode) node = parse_json (&again);

    assert_status (&again, 0);
    g_assert_true (json_object_get_boolean_member (first_record (node), "duplicate"));
  }

  /* The same through standard input, where only the option can say the day. */
  g_assert_true (g_file_get_contents (file, &contents, &length, NULL));
  {
    g_autofree char *rows = g_strdup_printf ("%u rows", rows_in_release ());
    g_autofree char *other = scratch_path ("import-stdin");
    g_auto (Run) undated = run_with_input (contents, (gssize) length, "import", "-", "--data-dir",
                                           other, NULL);
    g_auto (Run) dated = run_with_input (contents, (gssize) length, "import", "-", "--data-dir",
                                         other, "--published", "2026-09-01", NULL);

    assert_status (&undated, 1);
    assert_says (undated.err, "--published");
    assert_status (&dated, 0);
    assert_says (dated.out, rows);
  }
}

static void
test_import_refused (void)
{
  g_autofree char *dir = scratch_path ("refused");
  g_autofree char *bad = scratch_path ("shopping.csv");
  g_auto (Run) run = { 0 };

  g_assert_true (g_file_set_contents (bad, "item,price\nmilk,1\n", -1, NULL));
  run = run_octant ("import", bad, "--data-dir", dir, NULL);
  assert_status (&run, 1);
  assert_says (run.err, "shopping.csv");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/answers/schools", test_schools);
  g_test_add_func ("/cli/answers/a predecessor's pupils are marked", test_predecessors_pupils);
  g_test_add_func ("/cli/answers/search and filters", test_filters);
  g_test_add_func ("/cli/answers/schools as csv", test_csv);
  g_test_add_func ("/cli/answers/school", test_school);
  g_test_add_func ("/cli/answers/trusts", test_trusts);
  g_test_add_func ("/cli/answers/trust", test_trust);
  g_test_add_func ("/cli/answers/national", test_national);
  g_test_add_func ("/cli/answers/changes", test_changes);
  g_test_add_func ("/cli/answers/sources", test_sources);
  g_test_add_func ("/cli/answers/map", test_map);
  g_test_add_func ("/cli/answers/check", test_check);
  g_test_add_func ("/cli/answers/check finds damage and leaves it", test_check_damaged);
  g_test_add_func ("/cli/answers/check names a damaged workspace", test_check_workspace);
  g_test_add_func ("/cli/answers/demo leaves nothing behind", test_demo);
  g_test_add_func ("/cli/answers/import", test_import);
  g_test_add_func ("/cli/answers/a file of another kind is refused", test_import_refused);
  status = g_test_run ();
  remove_scratch ();

  return status;
}
