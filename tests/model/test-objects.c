/* The values behind GObjects: what goes in comes out, texts are never missing, links are understood
 * and changes are told in whole sentences.
 */
#include "oct-change.h"
#include "oct-error.h"
#include "oct-fact.h"
#include "oct-link.h"
#include "oct-school.h"
#include "oct-source.h"
#include "oct-trust.h"

#include <string.h>

static void
test_school (void)
{
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  OctSchoolFacts facts = {
    .urn = 100001, .name = "Harbour Primary", .pupils = 95, .capacity = 100
  };
  g_autoptr (OctSchool) school = NULL;
  g_autofree char *name = NULL;
  guint urn;
  gpointer watched = owner;

  g_object_add_weak_pointer (owner, &watched);
  school = oct_school_new (&facts, owner);
  facts.urn = 0;
  g_clear_object (&owner);
  g_assert_nonnull (watched);

  g_object_get (school, "urn", &urn, "name", &name, NULL);
  g_assert_cmpuint (urn, ==, 100001);
  g_assert_cmpstr (name, ==, "Harbour Primary");
  g_assert_cmpuint (oct_school_get_urn (school), ==, 100001);
  g_assert_cmpstr (oct_school_get_name (school), ==, "Harbour Primary");
  g_assert_cmpstr (oct_school_get_facts (school)->head, ==, "");
  g_assert_cmpstr (oct_school_get_facts (school)->trust, ==, "");

  g_clear_object (&school);
  g_assert_null (watched);
}

static void
test_capacity_used (void)
{
  OctSchoolFacts facts = { .pupils = 315, .capacity = 300 };

  g_assert_cmpfloat_with_epsilon (oct_school_facts_capacity_used (&facts), 1.05, 1e-9);
  facts.pupils = 0;
  g_assert_cmpfloat (oct_school_facts_capacity_used (&facts), ==, 0);
  facts.pupils = -1;
  g_assert_cmpfloat (oct_school_facts_capacity_used (&facts), ==, -1);
  facts.pupils = 10;
  facts.capacity = 0;
  g_assert_cmpfloat (oct_school_facts_capacity_used (&facts), ==, -1);
  facts.capacity = -1;
  g_assert_cmpfloat (oct_school_facts_capacity_used (&facts), ==, -1);
}

static void
test_trust (void)
{
  g_autofree char *name = g_strdup ("Longshore Learning Trust");
  OctTrustFacts facts = { .uid = 3206, .name = name, .schools = 12 };
  g_autoptr (OctTrust) trust = oct_trust_new (&facts);

  name[0] = 'X';
  g_assert_cmpstr (oct_trust_get_name (trust), ==, "Longshore Learning Trust");
  g_assert_cmpstr (oct_trust_get_facts (trust)->name, ==, "Longshore Learning Trust");
  g_assert_cmpstr (oct_trust_get_facts (trust)->main_region, ==, "");
  g_assert_cmpuint (oct_trust_get_uid (trust), ==, 3206);
  g_assert_cmpuint (oct_trust_get_facts (trust)->schools, ==, 12);
}

static void
test_source (void)
{
  OctSourceFacts facts = { .id = 1, .dataset = "gias-extract", .published = 20250121 };
  g_autoptr (OctSource) source = oct_source_new (&facts);

  g_assert_cmpstr (oct_source_get_facts (source)->dataset, ==, "gias-extract");
  g_assert_cmpstr (oct_source_get_facts (source)->licence, ==, "");
  g_assert_cmpint (oct_source_age_days (source, 20250421), ==, 90);
  g_assert_cmpint (oct_source_age_days (source, 20250101), ==, 0);
}

static void
test_fact (void)
{
  g_autoptr (OctFact) fact = oct_fact_new (OCT_FIELD_LA, "Leeds", "extract.csv", 20250121);
  g_autoptr (OctFact) bare = oct_fact_new (OCT_FIELD_URN, NULL, NULL, OCT_DATE_UNKNOWN);

  g_assert_cmpint (oct_fact_get_field (fact), ==, OCT_FIELD_LA);
  g_assert_cmpstr (oct_fact_get_label (fact), ==, "Local authority");
  g_assert_cmpstr (oct_fact_get_value (fact), ==, "Leeds");
  g_assert_cmpstr (oct_fact_get_source (fact), ==, "extract.csv");
  g_assert_cmpint (oct_fact_get_date (fact), ==, 20250121);
  g_assert_cmpstr (oct_fact_get_value (bare), ==, "");
}

static void
test_link (void)
{
  static const struct
  {
    const char *type;
    OctLinkKind kind;
  } cases[] = {
    { "Predecessor", OCT_LINK_PREDECESSOR },
    { "Predecessor - merged", OCT_LINK_PREDECESSOR },
    { "Predecessor - Split School", OCT_LINK_PREDECESSOR },
    { "Successor", OCT_LINK_SUCCESSOR },
    { "Successor - amalgamated", OCT_LINK_SUCCESSOR },
    { "Result of Amalgamation", OCT_LINK_SUCCESSOR },
    { "Sixth Form Centre Link", OCT_LINK_OTHER },
    { "Merged - change in age range", OCT_LINK_OTHER },
    { "Closure", OCT_LINK_OTHER },
    { "Other", OCT_LINK_OTHER },
    { "", OCT_LINK_OTHER },
    { NULL, OCT_LINK_OTHER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OctLink) link = oct_link_new (100001, 100002, "Old Harbour Primary", cases[i].type,
                                               20230901);

      g_assert_cmpint (oct_link_get_kind (link), ==, cases[i].kind);
      g_assert_cmpuint (oct_link_get_urn (link), ==, 100001);
      g_assert_cmpuint (oct_link_get_other_urn (link), ==, 100002);
      g_assert_cmpstr (oct_link_get_other_name (link), ==, "Old Harbour Primary");
      g_assert_cmpint (oct_link_get_established (link), ==, 20230901);
    }
}

static void
assert_described (OctChangeKind kind, const char *before, const char *after, const char *expected)
{
  g_autoptr (OctChange) change = oct_change_new (100001, "Harbour Primary", kind, before, after, 1,
                                                 2, 20241124, 20250121);
  g_autofree char *text = oct_change_describe (change);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_change (void)
{
  assert_described (OCT_CHANGE_JOINED_TRUST, "", "Longshore Learning Trust",
                    "Joined Longshore Learning Trust (by 21 January 2025)");
  assert_described (OCT_CHANGE_LEFT_TRUST, "Longshore Learning Trust", "",
                    "Left Longshore Learning Trust (by 21 January 2025)");
  assert_described (OCT_CHANGE_MOVED_TRUST, "Longshore Learning Trust", "Estuary Trust",
                    "Moved from Longshore Learning Trust to Estuary Trust (by 21 January 2025)");
  assert_described (OCT_CHANGE_RENAMED, "Old {2} name", "New {1} name",
                    "Renamed from Old {2} name to New {1} name (by 21 January 2025)");
  assert_described (OCT_CHANGE_HEAD, "", "Ms Alex Example",
                    "Headteacher is now Ms Alex Example (by 21 January 2025)");
  assert_described (OCT_CHANGE_HEAD, "Ms Alex Example", "",
                    "Headteacher no longer stated; was Ms Alex Example (by 21 January 2025)");
  assert_described (OCT_CHANGE_CAPACITY, "100% full", "210",
                    "Capacity changed from 100% full to 210 (by 21 January 2025)");
  assert_described (OCT_CHANGE_CLOSED, NULL, NULL, "Closed (by 21 January 2025)");
}

/* Every kind has a sentence for whatever is known, with nothing left to fill in. */
static void
test_every_change (void)
{
  static const char *const texts[] = { "", "something" };

  for (guint kind = 0; kind < OCT_N_CHANGES; kind++)
    for (guint i = 0; i < 4; i++)
      {
        g_autoptr (OctChange) change = oct_change_new (
          1, "School", (OctChangeKind) kind, texts[i & 1], texts[i >> 1], 0, 0, 20241124, 20250121);
        g_autofree char *text = oct_change_describe (change);

        g_test_message ("%s", text);
        g_assert_null (strchr (text, '{'));
        g_assert_null (strstr (text, "  "));
        g_assert_null (strstr (text, "“”"));
        g_assert_true (g_str_has_suffix (text, " (by 21 January 2025)"));
      }
}

static void
test_change_values (void)
{
  g_autoptr (OctChange) change = oct_change_new (100001, "Harbour Primary", OCT_CHANGE_MOVED_TRUST,
                                                 "A", "B", 11, 22, 20241124, 20250121);

  g_assert_cmpuint (oct_change_get_urn (change), ==, 100001);
  g_assert_cmpstr (oct_change_get_school (change), ==, "Harbour Primary");
  g_assert_cmpint (oct_change_get_kind (change), ==, OCT_CHANGE_MOVED_TRUST);
  g_assert_cmpstr (oct_change_get_before (change), ==, "A");
  g_assert_cmpstr (oct_change_get_after (change), ==, "B");
  g_assert_cmpuint (oct_change_get_uid_before (change), ==, 11);
  g_assert_cmpuint (oct_change_get_uid_after (change), ==, 22);
  g_assert_cmpint (oct_change_get_date_before (change), ==, 20241124);
  g_assert_cmpint (oct_change_get_date_after (change), ==, 20250121);
}

static void
test_error (void)
{
  g_assert_cmpstr (g_quark_to_string (OCT_ERROR), ==, "oct-error-quark");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/objects/school", test_school);
  g_test_add_func ("/objects/capacity-used", test_capacity_used);
  g_test_add_func ("/objects/trust", test_trust);
  g_test_add_func ("/objects/source", test_source);
  g_test_add_func ("/objects/fact", test_fact);
  g_test_add_func ("/objects/link", test_link);
  g_test_add_func ("/objects/change", test_change);
  g_test_add_func ("/objects/every-change", test_every_change);
  g_test_add_func ("/objects/change-values", test_change_values);
  g_test_add_func ("/objects/error", test_error);

  return g_test_run ();
}
