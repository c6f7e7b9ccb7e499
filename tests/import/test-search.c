/* A search finds what a person means, puts the best match first, and counts what each filter would give. */

#include <string.h>

#include "importing.h"

typedef struct
{
  char *files;
  char *data_dir;
  OctRegister *reg;
  OctIndex *index;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->files = importing_make_folder ();
  fixture->data_dir = importing_make_folder ();
  path = importing_write_extract (
    fixture->files, 20250901,
    "100001|St Mary's Primary School|Open|Primary|5|Reef Trust|Ash|210|200|01-09-2020",
    "100002|Our Lady and St Mary|Open|Primary|||Oakes|210|90|",
    "100003|Oak Tree School|Open|Secondary|5|Reef Trust|Cole|900|1200|01-09-2024",
    "100004|Great Oak|Closed|Primary|||Dean|90|80|",
    "100005|Zoë Primary|Open, but proposed to close|Primary|6|Oakwood Trust|Eyre|120||",
    "123456|Saint-Exupéry|Open|All-through|||Finn|600|300|", NULL);
  oct_import_report_free (importing_take (fixture->data_dir, path));
  fixture->reg = importing_open (fixture->data_dir);
  fixture->index = oct_register_get_index (fixture->reg);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->reg);
  importing_remove (fixture->files);
  importing_remove (fixture->data_dir);
}

/* The URNs found, in order, as one text. */
static char *
find (Fixture *fixture, const char *query_text, GHashTable *starred)
{
  g_autoptr (OctSchoolQuery) query = oct_school_query_from_string (query_text);
  g_autoptr (OctResult) result = oct_index_search (fixture->index, query, starred);
  GString *urns = g_string_new (NULL);

  g_assert_cmpuint (oct_index_count (fixture->index, query, starred), ==, result->n_rows);
  for (guint i = 0; i < result->n_rows; i++)
    {
      OctSchoolFacts facts;

      g_assert_true (oct_index_get_facts (fixture->index, result->rows[i], &facts));
      g_string_append_printf (urns, "%s%u", i > 0 ? " " : "", facts.urn);
    }

  return g_string_free (urns, FALSE);
}

static void
assert_finds (Fixture *fixture, const char *query, const char *expected)
{
  g_autofree char *found = find (fixture, query, NULL);

  if (!g_str_equal (found, expected))
    g_error ("“%s” found %s, not %s", query, found, expected);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, "q=st%20marys", "100001");
  assert_finds (fixture, "q=st%20mary", "100001 100002");
  assert_finds (fixture, "q=zoe", "100005");
  assert_finds (fixture, "q=exupery", "123456");
  assert_finds (fixture, "q=nothing", "");
}

/* A name that begins with the word, a name that has it, a trust, a head. */
static void
test_best_match_first (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, "q=oak", "100003 100004 100005 100002");
}

static void
test_urn (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, "q=100003", "100003");
  assert_finds (fixture, "q=1234", "123456");
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, "phase=secondary", "100003");
  assert_finds (fixture, "phase=secondary,all-through", "100003 123456");
  assert_finds (fixture, "trust=5&phase=primary", "100001");
  assert_finds (fixture, "trust=none&status=open", "100002 123456");
  assert_finds (fixture, "opened=2021-01-01", "100003");
  assert_finds (fixture, "size=unknown", "100005");
}

/* Both ends of a range of days count; a school whose day isn't known is in no range. */
static void
test_joined_between (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, "joined=2020-01-01", "100003 100001");
  assert_finds (fixture, "joined=2020-01-01&joined_to=2020-12-31", "100001");
  assert_finds (fixture, "joined=2020-09-01&joined_to=2020-09-01", "100001");
  assert_finds (fixture, "joined=2020-09-02&joined_to=2024-08-31", "");
  assert_finds (fixture, "joined_to=2024-08-31", "100001");
  assert_finds (fixture, "joined_to=2024-09-01", "100003 100001");
}

/* Open schools come first where nothing else decides; what isn't stated comes last either way. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  assert_finds (fixture, "", "100003 100002 123456 100001 100005 100004");
  assert_finds (fixture, "sort=pupils", "100004 100002 100001 123456 100003 100005");
  assert_finds (fixture, "sort=-pupils", "100003 123456 100001 100002 100004 100005");
  assert_finds (fixture, "sort=name", "100004 100003 100002 123456 100001 100005");
}

static void
test_stars (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) starred = g_hash_table_new (NULL, NULL);
  g_autofree char *found = NULL;

  g_hash_table_add (starred, GUINT_TO_POINTER (100004));
  found = find (fixture, "starred=1", starred);
  g_assert_cmpstr (found, ==, "100004");
  assert_finds (fixture, "starred=1", "");
}

static guint
count_of (GArray *values, const char *key)
{
  for (guint i = 0; i < values->len; i++)
    if (g_str_equal (g_array_index (values, OctFacetValue, i).key, key))
      return g_array_index (values, OctFacetValue, i).count;

  return 0;
}

/* A facet counts what choosing another of its values would give. */
static void
test_counts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctSchoolQuery) query = oct_school_query_from_string ("phase=secondary&status=open");
  g_autoptr (GPtrArray) facets = oct_index_count_facets (fixture->index, query, NULL);

  g_assert_cmpuint (facets->len, ==, OCT_N_FACETS);
  g_assert_cmpuint (count_of (g_ptr_array_index (facets, OCT_FACET_PHASE), "primary"), ==, 2);
  g_assert_cmpuint (count_of (g_ptr_array_index (facets, OCT_FACET_PHASE), "secondary"), ==, 1);
  g_assert_cmpuint (count_of (g_ptr_array_index (facets, OCT_FACET_STATUS), "open"), ==, 1);
  g_assert_cmpuint (count_of (g_ptr_array_index (facets, OCT_FACET_STATUS), "closed"), ==, 0);
  g_assert_cmpuint (count_of (g_ptr_array_index (facets, OCT_FACET_TRUST), "5"), ==, 1);
}

/* A list keeps its selection and its focus because the same school is the same object. */
static void
test_identity (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctSchool) first = oct_index_get_school (fixture->index, 2);
  g_autoptr (OctSchool) again = oct_index_get_school (fixture->index, 2);

  g_assert_true (first == again);
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = importing_fixture ("edubasealldata20250121.csv");
  g_autoptr (OctRegister) reg = NULL;
  g_autoptr (GPtrArray) places = NULL;
  const OctPlace *place;

  oct_import_report_free (importing_take (fixture->data_dir, path));
  /* The excerpt is older than the file above, so both are in the register. */
  reg = importing_open (fixture->data_dir);
  places = oct_index_find_places (oct_register_get_index (reg), "LS27 0", 5);

  g_assert_cmpuint (places->len, >, 0);
  place = g_ptr_array_index (places, 0);
  g_assert_true (g_str_has_prefix (place->label, "LS27 0"));
  g_assert_nonnull (strstr (place->basis, "postcode"));
  g_assert_cmpint (place->easting, >, 420000);
  g_assert_cmpint (place->easting, <, 435000);
}

/* A school's URN is a place, whatever else begins with these figures. */
static void
test_place_by_urn (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = importing_fixture ("edubasealldata20250121.csv");
  g_autoptr (OctRegister) reg = NULL;
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (GPtrArray) again = NULL;
  const OctPlace *place;

  oct_import_report_free (importing_take (fixture->data_dir, path));
  reg = importing_open (fixture->data_dir);
  places = oct_index_find_places (oct_register_get_index (reg), "141797", 5);

  g_assert_cmpuint (places->len, ==, 1);
  place = g_ptr_array_index (places, 0);
  g_assert_true (g_str_has_prefix (place->label, "Morley Newlands Academy, LS27"));
  g_assert_cmpstr (place->basis, ==, "The school’s own address");

  /* What was chosen is found again by what it is called then. */
  again = oct_index_find_places (oct_register_get_index (reg), place->label, 5);
  g_assert_cmpuint (again->len, ==, 1);
  g_assert_cmpint (((OctPlace *) again->pdata[0])->easting, ==, place->easting);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/search/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("words-are-folded", test_words);
  ADD ("best-match-first", test_best_match_first);
  ADD ("urns", test_urn);
  ADD ("filters-combine", test_filters);
  ADD ("joined-between-two-days", test_joined_between);
  ADD ("orders", test_order);
  ADD ("stars", test_stars);
  ADD ("counts-leave-out-their-own-filter", test_counts);
  ADD ("same-school-same-object", test_identity);
  ADD ("places-are-known-from-addresses", test_places);
  ADD ("place-by-urn", test_place_by_urn);
#undef ADD

  return g_test_run ();
}
