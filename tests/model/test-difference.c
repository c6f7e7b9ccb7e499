/* What the register says otherwise than was accepted: every kind of difference, and what accepting
 * it makes of the trust and its schools.
 */
#include "oct-difference.h"

#include <string.h>

#define UID 90001
#define ACCEPTED 20250901
#define NOW 20260901

typedef struct
{
  OctOwnTrust trust;
  GPtrArray *own;
  OctRegisterPicture picture;
  GPtrArray *found;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->trust = (OctOwnTrust) { .id = (char *) "trust",
                                   .uid = UID,
                                   .name = (char *) "Longshore Learning Trust",
                                   .purpose = (char *) "What it is for.",
                                   .as_at = ACCEPTED };
  fixture->own = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_own_school_free);
  fixture->picture.as_at = NOW;
  fixture->picture.trust_name = fixture->trust.name;
  fixture->picture.schools = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->picture.links = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->own);
  g_ptr_array_unref (fixture->picture.schools);
  g_ptr_array_unref (fixture->picture.links);
  g_clear_pointer (&fixture->found, g_ptr_array_unref);
}

/* A school that was accepted; its id is its name. */
static OctOwnSchool *
own (Fixture *fixture, guint32 urn, const char *name)
{
  OctOwnSchool *school = oct_own_school_new ();

  school->id = g_strdup (name);
  school->urn = urn;
  g_free (school->name);
  school->name = g_strdup (name);
  school->phase = OCT_PHASE_PRIMARY;
  school->pupils = 200;
  school->as_at = ACCEPTED;
  g_ptr_array_add (fixture->own, school);

  return school;
}

static OctSchoolFacts
facts (guint32 urn, const char *name, OctStatus status)
{
  return (OctSchoolFacts) { .urn = urn,
                            .name = name,
                            .type = "",
                            .la = "",
                            .town = "",
                            .postcode = "",
                            .trust = "",
                            .phase = OCT_PHASE_PRIMARY,
                            .status = status,
                            .pupils = 200,
                            .capacity = -1,
                            .fsm_tenths = -1 };
}

static void
add_facts (Fixture *fixture, const OctSchoolFacts *what)
{
  g_ptr_array_add (fixture->picture.schools, oct_school_new (what, NULL));
}

/* One that is open in the trust: those come first. */
static void
member (Fixture *fixture, guint32 urn, const char *name)
{
  OctSchoolFacts what = facts (urn, name, OCT_STATUS_OPEN);

  what.trust_uid = UID;
  add_facts (fixture, &what);
  fixture->picture.n_members++;
}

static void
closed (Fixture *fixture, guint32 urn, OctDate on)
{
  OctSchoolFacts what = facts (urn, "Closed", OCT_STATUS_CLOSED);

  what.closed = on;
  add_facts (fixture, &what);
}

static void
link_to (Fixture *fixture, guint32 urn, guint32 successor)
{
  g_ptr_array_add (fixture->picture.links, oct_link_new (urn, successor, "", "Successor", NOW));
}

static OctDifference *
compare (Fixture *fixture, guint n_expected)
{
  g_clear_pointer (&fixture->found, g_ptr_array_unref);
  fixture->found = oct_find_differences (&fixture->trust, fixture->own, &fixture->picture);
  g_assert_cmpuint (fixture->found->len, ==, n_expected);

  return n_expected > 0 ? g_ptr_array_index (fixture->found, 0) : NULL;
}

static void
assert_line (const OctDifference *difference, const char *label, const char *before,
             const char *after)
{
  for (guint i = 0; i < difference->lines->len; i++)
    {
      const OctDifferenceLine *line = g_ptr_array_index (difference->lines, i);

      if (!g_str_equal (line->label, label))
        continue;
      g_assert_cmpstr (line->before, ==, before);
      g_assert_cmpstr (line->after, ==, after);
      return;
    }
  g_error ("“%s” has no line %s.", difference->name, label);
}

/* Accepts everything that was found, @urn being what is chosen; takes the schools over as the store
 * would, with ids for those that are new. */
static OctAccepted *
accept_all (Fixture *fixture, guint32 urn)
{
  g_autofree OctDecision *decisions = g_new0 (OctDecision, fixture->found->len);
  OctAccepted *accepted;

  for (guint i = 0; i < fixture->found->len; i++)
    decisions[i] = (OctDecision) { g_ptr_array_index (fixture->found, i), urn };
  accepted = oct_accept_differences (&fixture->trust, fixture->own, decisions, fixture->found->len);
  for (guint i = 0; i < accepted->schools->len; i++)
    {
      const OctAcceptedSchool *changed = g_ptr_array_index (accepted->schools, i);
      OctOwnSchool *copy = oct_own_school_copy (changed->school);

      for (guint j = 0; copy->id != NULL && j < fixture->own->len; j++)
        if (g_str_equal (((OctOwnSchool *) g_ptr_array_index (fixture->own, j))->id, copy->id))
          {
            g_ptr_array_remove_index (fixture->own, j);
            break;
          }
      if (copy->id == NULL)
        copy->id = g_strdup_printf ("new %u", copy->urn);
      g_ptr_array_add (fixture->own, copy);
    }

  return accepted;
}

static const OctOwnSchool *
find_own (Fixture *fixture, const char *id)
{
  for (guint i = 0; i < fixture->own->len; i++)
    if (g_str_equal (((OctOwnSchool *) g_ptr_array_index (fixture->own, i))->id, id))
      return g_ptr_array_index (fixture->own, i);
  g_error ("There is no school %s.", id);
}

static const OctAcceptedSchool *
find_changed (OctAccepted *accepted, const char *id)
{
  for (guint i = 0; i < accepted->schools->len; i++)
    {
      const OctAcceptedSchool *changed = g_ptr_array_index (accepted->schools, i);

      if (g_strcmp0 (changed->school->id, id) == 0)
        return changed;
    }
  g_error ("%s didn't change.", id);
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
  own (fixture, 100, "Oak");
  own (fixture, 101, "Not in this file");
  member (fixture, 100, "Oak");
  compare (fixture, 0);
}

static void
test_renamed_and_facts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctAccepted) accepted = NULL;
  OctDifference *difference;

  own (fixture, 100, "Oak");
  member (fixture, 100, "Oak Primary School");
  own (fixture, 101, "Elm")->pupils = 180;
  member (fixture, 101, "Elm");
  fixture->picture.trust_name = "Longshore Schools";

  difference = compare (fixture, 3);
  g_assert_cmpint (difference->kind, ==, OCT_DIFFERENCE_TRUST_NAME);
  assert_line (difference, "Name", "Longshore Learning Trust", "Longshore Schools");
  difference = g_ptr_array_index (fixture->found, 1);
  g_assert_cmpint (difference->kind, ==, OCT_DIFFERENCE_RENAMED);
  assert_line (difference, "Name", "Oak", "Oak Primary School");
  g_assert_cmpint (difference->accepted, ==, ACCEPTED);
  g_assert_cmpint (difference->as_at, ==, NOW);
  difference = g_ptr_array_index (fixture->found, 2);
  g_assert_cmpint (difference->kind, ==, OCT_DIFFERENCE_FACTS);
  g_assert_cmpuint (difference->lines->len, ==, 1);
  assert_line (difference, "Pupils", "180", "200");

  accepted = accept_all (fixture, 0);
  g_assert_cmpstr (accepted->trust->name, ==, "Longshore Schools");
  g_assert_cmpstr (accepted->trust->purpose, ==, "What it is for.");
  g_assert_cmpint (accepted->trust->as_at, ==, NOW);
  g_assert_cmpstr (find_own (fixture, "Oak")->name, ==, "Oak Primary School");
  g_assert_cmpint (find_own (fixture, "Elm")->pupils, ==, 200);
  fixture->trust.name = (char *) "Longshore Schools";
  compare (fixture, 0);
}

static void
test_joined (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctAccepted) accepted = NULL;
  OctSchoolFacts what = facts (100, "Oak", OCT_STATUS_OPEN);
  OctDifference *difference;

  what.joined = 20260301;
  what.trust_uid = UID;
  add_facts (fixture, &what);
  fixture->picture.n_members = 1;
  difference = compare (fixture, 1);
  g_assert_cmpint (difference->kind, ==, OCT_DIFFERENCE_JOINED);
  g_assert_cmpint (difference->on, ==, 20260301);
  g_assert_nonnull (strstr (difference->sentence, "1 March 2026"));
  assert_line (difference, "URN", "", "100");

  accepted = accept_all (fixture, 0);
  g_assert_cmpint (find_own (fixture, "new 100")->joined, ==, 20260301);
  compare (fixture, 0);
}

static void
test_left (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctAccepted) accepted = NULL;
  OctSchoolFacts moved = facts (100, "Oak", OCT_STATUS_OPEN);
  OctDifference *difference;

  own (fixture, 100, "Oak");
  own (fixture, 101, "Elm");
  moved.trust_uid = UID + 1;
  moved.trust = "Another Trust";
  moved.joined = 20260401;
  add_facts (fixture, &moved);
  closed (fixture, 101, 20260831);

  difference = compare (fixture, 2);
  g_assert_cmpint (difference->kind, ==, OCT_DIFFERENCE_LEFT);
  g_assert_nonnull (strstr (difference->sentence, "Another Trust since 1 April 2026"));
  difference = g_ptr_array_index (fixture->found, 1);
  g_assert_cmpint (difference->kind, ==, OCT_DIFFERENCE_CLOSED);

  accepted = accept_all (fixture, 0);
  g_assert_cmpint (find_own (fixture, "Oak")->left, ==, 20260401);
  g_assert_cmpint (find_own (fixture, "Elm")->left, ==, 20260831);
  g_assert_false (find_changed (accepted, "Oak")->ended);
  g_assert_true (find_changed (accepted, "Elm")->ended);
  compare (fixture, 0);
}

static void
test_returned (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctAccepted) accepted = NULL;
  OctDifference *difference;

  own (fixture, 100, "Oak")->left = 20250101;
  member (fixture, 100, "Oak");
  difference = compare (fixture, 1);
  g_assert_cmpint (difference->kind, ==, OCT_DIFFERENCE_RETURNED);
  g_assert_cmpstr (difference->school_id, ==, "Oak");
  accepted = accept_all (fixture, 0);
  g_assert_cmpint (find_own (fixture, "Oak")->left, ==, OCT_DATE_UNKNOWN);
  compare (fixture, 0);
}

static void
test_by_hand (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctAccepted) accepted = NULL;
  OctDifference *difference;

  own (fixture, 0, "St Mary's");
  member (fixture, 100, "St. Marys");
  difference = compare (fixture, 1);
  g_assert_cmpint (difference->kind, ==, OCT_DIFFERENCE_IDENTIFIED);
  accepted = accept_all (fixture, 0);
  g_assert_cmpuint (find_own (fixture, "St Mary's")->urn, ==, 100);
  g_assert_cmpstr (find_own (fixture, "St Mary's")->name, ==, "St. Marys");
  compare (fixture, 0);
}

/* A school that became an academy twice over, before anybody looked. */
static void
test_chain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctAccepted) accepted = NULL;
  OctDifference *difference;

  own (fixture, 100, "Oak");
  member (fixture, 102, "Oak Academy");
  closed (fixture, 100, 20251231);
  closed (fixture, 101, 20260401);
  link_to (fixture, 100, 101);
  /* The second is stated from the other side. */
  g_ptr_array_add (fixture->picture.links, oct_link_new (102, 101, "", "Predecessor", NOW));
  /* A damaged file leads in a circle. */
  link_to (fixture, 101, 100);

  difference = compare (fixture, 1);
  g_assert_cmpint (difference->kind, ==, OCT_DIFFERENCE_NEW_URN);
  assert_line (difference, "URN", "100", "102");
  assert_line (difference, "Name", "Oak", "Oak Academy");
  accepted = accept_all (fixture, 0);
  g_assert_cmpuint (accepted->schools->len, ==, 1);
  g_assert_cmpuint (find_own (fixture, "Oak")->urn, ==, 102);
  g_assert_cmpint (find_own (fixture, "Oak")->left, ==, OCT_DATE_UNKNOWN);
  compare (fixture, 0);
}

static void
test_split (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctAccepted) accepted = NULL;
  OctDifference *difference;

  own (fixture, 100, "Oak");
  member (fixture, 101, "Oak Lower");
  member (fixture, 102, "Oak Upper");
  closed (fixture, 100, 20260831);
  link_to (fixture, 100, 101);
  link_to (fixture, 100, 102);

  /* Neither is told as one that joined: that depends on the choice. */
  difference = compare (fixture, 1);
  g_assert_cmpint (difference->kind, ==, OCT_DIFFERENCE_SPLIT);
  g_assert_cmpuint (difference->choices->len, ==, 2);
  accepted = accept_all (fixture, 102);
  g_assert_cmpuint (find_own (fixture, "Oak")->urn, ==, 102);
  g_assert_cmpuint (find_own (fixture, "new 101")->urn, ==, 101);
  g_assert_cmpuint (fixture->own->len, ==, 2);
  compare (fixture, 0);
}

static void
test_split_nobody (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctAccepted) accepted = NULL;

  own (fixture, 100, "Oak");
  member (fixture, 101, "Oak Lower");
  member (fixture, 102, "Oak Upper");
  closed (fixture, 100, 20260831);
  link_to (fixture, 100, 101);
  link_to (fixture, 100, 102);
  compare (fixture, 1);
  accepted = accept_all (fixture, OCT_DECISION_NOBODY);
  g_assert_cmpint (find_own (fixture, "Oak")->left, ==, 20260831);
  g_assert_true (find_changed (accepted, "Oak")->ended);
  g_assert_cmpuint (fixture->own->len, ==, 3);
  compare (fixture, 0);
}

/* No link, but the same place: a person has to say. */
static void
test_same_place (Fixture *fixture, gconstpointer data)
{
  OctSchoolFacts before = facts (100, "Oak", OCT_STATUS_CLOSED);
  OctSchoolFacts after = facts (101, "Oak Academy", OCT_STATUS_OPEN);
  OctDifference *difference;

  own (fixture, 100, "Oak");
  before.postcode = after.postcode = "AA1 1AA";
  before.closed = 20260831;
  after.opened = 20260901;
  after.trust_uid = UID;
  add_facts (fixture, &after);
  fixture->picture.n_members = 1;
  add_facts (fixture, &before);
  difference = compare (fixture, 1);
  g_assert_cmpint (difference->kind, ==, OCT_DIFFERENCE_SPLIT);
  g_assert_cmpuint (difference->choices->len, ==, 1);
  g_assert_nonnull (strstr (difference->sentence, "same postcode"));
}

/* Two schools become a third: both histories stay, beside that of the third. */
static void
test_merged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctAccepted) accepted = NULL;
  OctDifference *difference;

  own (fixture, 100, "Oak Infant");
  own (fixture, 101, "Oak Junior");
  member (fixture, 102, "Oak Primary");
  closed (fixture, 100, 20260831);
  closed (fixture, 101, 20260831);
  link_to (fixture, 100, 102);
  link_to (fixture, 101, 102);

  difference = compare (fixture, 3);
  g_assert_cmpint (difference->kind, ==, OCT_DIFFERENCE_JOINED);
  difference = g_ptr_array_index (fixture->found, 1);
  g_assert_cmpint (difference->kind, ==, OCT_DIFFERENCE_MERGED);
  assert_line (difference, "URN", "100", "102");
  accepted = accept_all (fixture, 0);
  g_assert_cmpint (find_own (fixture, "Oak Infant")->left, ==, 20260831);
  g_assert_cmpuint (find_own (fixture, "Oak Infant")->urn, ==, 100);
  g_assert_cmpuint (find_changed (accepted, "Oak Infant")->became, ==, 102);
  g_assert_cmpuint (find_changed (accepted, "Oak Junior")->became, ==, 102);
  g_assert_cmpint (find_own (fixture, "new 102")->left, ==, OCT_DATE_UNKNOWN);
  compare (fixture, 0);
}

/* One school of the trust takes in another. */
static void
test_merged_into_known (Fixture *fixture, gconstpointer data)
{
  OctDifference *difference;

  own (fixture, 100, "Oak");
  own (fixture, 101, "Elm");
  member (fixture, 101, "Elm");
  closed (fixture, 100, 20260831);
  link_to (fixture, 100, 101);
  difference = compare (fixture, 1);
  g_assert_cmpint (difference->kind, ==, OCT_DIFFERENCE_MERGED);
  g_assert_cmpstr (difference->school_id, ==, "Oak");
}

static void
test_older (Fixture *fixture, gconstpointer data)
{
  own (fixture, 100, "Oak");
  member (fixture, 100, "Oak as it was called before");
  fixture->trust.as_at = NOW + 10000;
  compare (fixture, 0);
  fixture->trust.as_at = ACCEPTED;
  fixture->trust.uid = 0;
  compare (fixture, 0);
}

/* "Not now" holds for what was seen, and no longer when the register says something else. */
static void
test_key (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  OctOwnSchool *school = own (fixture, 100, "Oak");

  school->pupils = 180;
  member (fixture, 100, "Oak");
  before = g_strdup (compare (fixture, 1)->key);
  g_assert_cmpstr (compare (fixture, 1)->key, ==, before);
  school->pupils = 190;
  g_assert_cmpstr (compare (fixture, 1)->key, !=, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/difference/same", test_same);
  ADD ("/difference/renamed-and-facts", test_renamed_and_facts);
  ADD ("/difference/joined", test_joined);
  ADD ("/difference/left", test_left);
  ADD ("/difference/returned", test_returned);
  ADD ("/difference/by-hand", test_by_hand);
  ADD ("/difference/chain", test_chain);
  ADD ("/difference/split", test_split);
  ADD ("/difference/split-nobody", test_split_nobody);
  ADD ("/difference/same-place", test_same_place);
  ADD ("/difference/merged", test_merged);
  ADD ("/difference/merged-into-known", test_merged_into_known);
  ADD ("/difference/older", test_older);
  ADD ("/difference/key", test_key);
#undef ADD

  return g_test_run ();
}
