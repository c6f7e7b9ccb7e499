/* The figures of the real public files, where they are at hand: counted from the CSV by hand. */
#include "running.h"

typedef struct
{
  gint64 urn;
  const char *name;
  const char *phase;
  const char *type;
  const char *la;
  gint64 trust_uid; /* -1: none */
  gint64 pupils;
  gint64 pupils_from_urn; /* -1: its own */
  gint64 capacity;
  double fsm_percent;
  gint64 easting;
  gint64 northing;
  const char *opened;
  const char *postcode;
} Expected;

static const Expected schools[] = {
  { 100000, "The Aldgate School", "Primary", "Voluntary aided school", "City of London", -1, 244,
    -1, 271, 21.7, 533498, 181201, NULL, "EC3A 5DE" },
  { 136392, "The Morley Academy", "Secondary", "Academy converter", "Leeds", 3206, 1431, -1, 1555,
    19.5, 426027, 427383, "2011-01-01", "LS27 0PD" },
  /* Opened after the census: 369 and 39.30 % are those of its predecessor in the links file. */
  { 150432, "Little London Academy", "Primary", "Academy sponsor led", "Leeds", 3206, 369, 107888,
    630, 39.3, 430419, 434795, "2024-02-01", "LS7 1SR" },
};

/* NULL where the real files aren't there. */
static const char *
real_dir (void)
{
  static char *dir;
  const char *shared = g_getenv ("OCT_SHARED_DATA");
  g_autofree char *extract = g_build_filename (shared != NULL ? shared : "", "gias",
                                               "extract-2025-01-21.zip", NULL);

  if (dir == NULL && g_file_test (extract, G_FILE_TEST_EXISTS))
    {
      g_autofree char *links = g_build_filename (shared, "links",
                                                 "links_edubasealldata20250109.csv", NULL);
      g_autofree char *groups = g_build_filename (shared, "groups", "allgroupsdata20260113.csv",
                                                  NULL);
      g_autofree char *group_links = g_build_filename (
        shared, "groups", "grouplinks_edubaseallacademiesandfree20190601.csv", NULL);

      dir = scratch_path ("real");
      {
        g_auto (Run) run = run_octant ("import", extract, links, groups, group_links, "--data-dir",
                                       dir, NULL);

        assert_status (&run, 0);
      }
    }
  if (dir == NULL)
    g_test_skip ("The real public files are not here");

  return dir;
}

static JsonNode *
ask (const char *first, const char *second)
{
  g_auto (Run) run = run_octant (first, second, "--data-dir", real_dir (), "--format", "json",
                                 NULL);

  assert_status (&run, 0);

  return parse_json (&run);
}

static void
assert_number (JsonObject *object, const char *key, gint64 number)
{
  if (number < 0)
    g_assert_true (json_object_get_null_member (object, key));
  else
    g_assert_cmpint (json_object_get_int_member (object, key), ==, number);
}

static void
assert_school (JsonObject *school, const Expected *expected)
{
  g_assert_cmpstr (json_object_get_string_member (school, "name"), ==, expected->name);
  g_assert_cmpstr (json_object_get_string_member (school, "phase"), ==, expected->phase);
  g_assert_cmpstr (json_object_get_string_member (school, "type"), ==, expected->type);
  g_assert_cmpstr (json_object_get_string_member (school, "la"), ==, expected->la);
  g_assert_cmpstr (json_object_get_string_member (school, "postcode"), ==, expected->postcode);
  assert_number (school, "trust_uid", expected->trust_uid);
  assert_number (school, "pupils", expected->pupils);
  assert_number (school, "pupils_from_urn", expected->pupils_from_urn);
  assert_number (school, "capacity", expected->capacity);
  assert_number (school, "easting", expected->easting);
  assert_number (school, "northing", expected->northing);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (school, "fsm_percent"),
                                  expected->fsm_percent, 1e-9);
  if (expected->opened == NULL)
    g_assert_true (json_object_get_null_member (school, "opened"));
  else
    g_assert_cmpstr (json_object_get_string_member (school, "opened"), ==, expected->opened);
}

static void
test_schools (void)
{
  g_autoptr (JsonNode) open = NULL;

  if (real_dir () == NULL)
    return;
  open = ask ("schools", "--status=open");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (open)), ==, 27155);
  for (guint i = 0; i < G_N_ELEMENTS (schools); i++)
    assert_school (find_record (open, "urn", schools[i].urn), &schools[i]);
}

static void
test_trust (void)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *trust;

  if (real_dir () == NULL)
    return;
  node = ask ("trust", "3206");
  trust = json_node_get_object (node);
  assert_number (trust, "schools", 15);
  g_assert_cmpstr (json_object_get_string_member (trust, "type"), ==, "Multi-academy trust");
}

static void
test_national (void)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *national;

  if (real_dir () == NULL)
    return;
  node = ask ("national", "--format=json");
  national = json_node_get_object (node);
  g_assert_cmpstr (json_object_get_string_member (national, "as_at"), ==, "2025-01-21");
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (national, "all_percent"), 61.2,
                                  0.01);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (national, "secondary_percent"),
                                  82.4, 0.01);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (national, "primary_percent"), 45.6,
                                  0.01);
}

static void
test_check (void)
{
  if (real_dir () == NULL)
    return;
  json_node_unref (ask ("check", "--format=json"));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/real files/27,155 open schools, three as in the file", test_schools);
  g_test_add_func ("/cli/real files/a trust has its 15 schools", test_trust);
  g_test_add_func ("/cli/real files/the national picture", test_national);
  g_test_add_func ("/cli/real files/the stores are sound", test_check);
  status = g_test_run ();
  remove_scratch ();

  return status;
}
