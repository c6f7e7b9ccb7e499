/* Back and forward lead where a person expects, and locations survive being taken apart. */

#include "oct-history.h"
#include "oct-location.h"

static void
test_back_and_forward (void)
{
  g_autoptr (OctHistory) history = oct_history_new ();

  g_assert_null (oct_history_get_location (history));
  g_assert_false (oct_history_get_can_back (history));
  oct_history_push (history, "home");
  oct_history_push (history, "schools");
  oct_history_push (history, "school/100000");
  g_assert_true (oct_history_get_can_back (history));
  g_assert_false (oct_history_get_can_forward (history));
  g_assert_cmpstr (oct_history_back (history), ==, "schools");
  g_assert_cmpstr (oct_history_back (history), ==, "home");
  g_assert_null (oct_history_back (history));
  g_assert_cmpstr (oct_history_get_location (history), ==, "home");
  g_assert_cmpstr (oct_history_forward (history), ==, "schools");
  g_assert_cmpstr (oct_history_forward (history), ==, "school/100000");
  g_assert_null (oct_history_forward (history));
}

static void
test_new_step_forgets_what_was_ahead (void)
{
  g_autoptr (OctHistory) history = oct_history_new ();

  oct_history_push (history, "home");
  oct_history_push (history, "schools");
  oct_history_back (history);
  oct_history_push (history, "trusts");
  g_assert_false (oct_history_get_can_forward (history));
  g_assert_cmpstr (oct_history_back (history), ==, "home");
}

static void
test_filter_is_no_step (void)
{
  g_autoptr (OctHistory) history = oct_history_new ();

  oct_history_push (history, "home");
  oct_history_push (history, "schools");
  oct_history_replace (history, "schools?q=oak");
  oct_history_push (history, "school/100000");
  g_assert_cmpstr (oct_history_back (history), ==, "schools?q=oak");
  g_assert_cmpstr (oct_history_back (history), ==, "home");
}

static void
test_same_place_twice_is_one_step (void)
{
  g_autoptr (OctHistory) history = oct_history_new ();

  oct_history_push (history, "home");
  oct_history_push (history, "home");
  g_assert_false (oct_history_get_can_back (history));
}

static void
test_long_walk_keeps_the_newest (void)
{
  g_autoptr (OctHistory) history = oct_history_new ();
  guint steps = 0;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *location = g_strdup_printf ("school/%u", i);
      oct_history_push (history, location);
    }
  g_assert_cmpstr (oct_history_get_location (history), ==, "school/999");
  while (oct_history_back (history) != NULL)
    steps++;
  g_assert_cmpuint (steps, ==, 199);
  g_assert_cmpstr (oct_history_get_location (history), ==, "school/800");
}

static void
test_location_parts (void)
{
  g_autofree char *kind = oct_location_dup_kind ("school/100000?tab=map");
  g_autofree char *id = oct_location_dup_id ("school/100000?tab=map");
  g_autofree char *plain = oct_location_dup_kind ("home");

  g_assert_cmpstr (kind, ==, "school");
  g_assert_cmpstr (id, ==, "100000");
  g_assert_cmpstr (plain, ==, "home");
  g_assert_null (oct_location_dup_id ("schools?q=a/b"));
  g_assert_cmpuint (oct_location_get_number ("trust/3206"), ==, 3206);
  g_assert_cmpuint (oct_location_get_number ("trust/many"), ==, 0);
  g_assert_cmpuint (oct_location_get_number ("trusts"), ==, 0);
  g_assert_cmpstr (oct_location_get_query ("schools?q=oak"), ==, "q=oak");
  g_assert_cmpstr (oct_location_get_query ("schools"), ==, "");
}

static void
test_location_query_round_trip (void)
{
  g_autoptr (GString) location = g_string_new ("changes");
  g_autoptr (GHashTable) values = NULL;
  g_autoptr (GHashTable) broken = NULL;

  oct_location_append (location, "since", "2024-11-24");
  oct_location_append (location, "trust", "St Mary’s & Co=50% ?");
  values = oct_location_parse_query (location->str);
  g_assert_cmpuint (g_hash_table_size (values), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (values, "since"), ==, "2024-11-24");
  g_assert_cmpstr (g_hash_table_lookup (values, "trust"), ==, "St Mary’s & Co=50% ?");
  broken = oct_location_parse_query ("changes?since=%zz");
  g_assert_cmpuint (g_hash_table_size (broken), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/history/back-and-forward", test_back_and_forward);
  g_test_add_func ("/ui/history/new-step-forgets-what-was-ahead",
                   test_new_step_forgets_what_was_ahead);
  g_test_add_func ("/ui/history/filter-is-no-step", test_filter_is_no_step);
  g_test_add_func ("/ui/history/same-place-twice-is-one-step", test_same_place_twice_is_one_step);
  g_test_add_func ("/ui/history/long-walk-keeps-the-newest", test_long_walk_keeps_the_newest);
  g_test_add_func ("/ui/location/parts", test_location_parts);
  g_test_add_func ("/ui/location/query-round-trip", test_location_query_round_trip);
  return g_test_run ();
}
