/* Accepting what the register says: one edit that can't be undone, and everything recorded for a
 * school follows it, under a new URN, out of the trust, and into another school.
 */
#include "oct-workspace-accept.h"

#include <string.h>

#include "oct-error.h"
#include "oct-workspace-records.h"
#include "workspace-making.h"

#define UID 90001
#define NOW 20260901

typedef struct
{
  char *folder;
  char *path;
  OctWorkspace *workspace;
  OctRegisterPicture picture;
} Fixture;

static const OctEditInfo info = { .sentence = "Accepted", .location = "accept" };

static void
put_school (GPtrArray *schools, guint32 urn, const char *name)
{
  OctOwnSchool *school = oct_own_school_new ();

  school->urn = urn;
  g_free (school->name);
  school->name = g_strdup (name);
  school->as_at = 20250901;
  g_ptr_array_add (schools, school);
}

static void
put_judgement (Fixture *fixture, guint32 urn, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *school_id = oct_workspace_find_school (fixture->workspace, urn, &error);
  g_autoptr (GPtrArray) cycles = oct_workspace_read_cycles (fixture->workspace, &error);
  const OctCycle *cycle = g_ptr_array_index (cycles, 0);
  g_autoptr (GPtrArray) judgements = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_judgement_free);
  OctJudgement *judgement = oct_judgement_new (cycle->id, school_id, "improvement", NULL,
                                               OCT_VIEW_OWN);

  judgement->framework_id = g_strdup (cycle->framework_id);
  judgement->stage = g_strdup ("embedded");
  g_free (judgement->reason);
  judgement->reason = g_strdup (reason);
  judgement->final = TRUE;
  g_ptr_array_add (judgements, judgement);
  oct_workspace_put_judgements (fixture->workspace, &info, judgements, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) schools = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_own_school_free);
  g_autoptr (OctOwnTrust) trust = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = making_folder ();
  fixture->path = making_path (fixture->folder, "Longshore");
  making_workspace (fixture->path, 0, OCT_WORKSPACE_DEFAULT);
  fixture->workspace = oct_workspace_open (fixture->path, OCT_WORKSPACE_DEFAULT, &error);
  g_assert_no_error (error);
  trust = oct_workspace_read_trust (fixture->workspace, &error);
  trust->uid = UID;
  trust->as_at = 20250901;
  g_free (trust->purpose);
  trust->purpose = g_strdup ("What it is for");
  oct_workspace_set_trust (fixture->workspace, &info, trust, &error);
  put_school (schools, 100, "Oak");
  put_school (schools, 101, "Elm");
  put_school (schools, 102, "Ash");
  oct_workspace_put_schools (fixture->workspace, &info, schools, &error);
  g_assert_no_error (error);
  put_judgement (fixture, 100, "Of Oak");
  put_judgement (fixture, 101, "Of Elm");
  fixture->picture.as_at = NOW;
  fixture->picture.schools = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->picture.links = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->workspace);
  g_ptr_array_unref (fixture->picture.schools);
  g_ptr_array_unref (fixture->picture.links);
  g_free (fixture->path);
  making_remove (fixture->folder);
}

/* Those in the trust first. */
static void
state (Fixture *fixture, guint32 urn, const char *name, gboolean member, OctDate closed)
{
  const OctSchoolFacts facts = { .urn = urn,
                                 .name = name,
                                 .type = "Academy converter",
                                 .la = "Gullhaven",
                                 .town = "",
                                 .postcode = "",
                                 .trust = "",
                                 .status = closed != 0 ? OCT_STATUS_CLOSED : OCT_STATUS_OPEN,
                                 .trust_uid = member ? UID : 0,
                                 .pupils = 210,
                                 .capacity = -1,
                                 .fsm_tenths = -1,
                                 .opened = member ? NOW : 0,
                                 .closed = closed };

  g_ptr_array_add (fixture->picture.schools, oct_school_new (&facts, NULL));
  if (member)
    fixture->picture.n_members++;
}

static void
link_to (Fixture *fixture, guint32 urn, guint32 successor)
{
  g_ptr_array_add (fixture->picture.links, oct_link_new (urn, successor, "", "Successor", NOW));
}

/* All that differs, which is @n_expected. */
static void
accept_all (Fixture *fixture, guint n_expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctOwnTrust) trust = oct_workspace_read_trust (fixture->workspace, &error);
  g_autoptr (GPtrArray) schools = oct_workspace_read_schools (fixture->workspace, TRUE, &error);
  g_autoptr (GPtrArray) found = oct_find_differences (trust, schools, &fixture->picture);
  g_autofree OctDecision *decisions = g_new0 (OctDecision, found->len);

  g_assert_cmpuint (found->len, ==, n_expected);
  for (guint i = 0; i < found->len; i++)
    decisions[i].difference = g_ptr_array_index (found, i);
  oct_workspace_accept (fixture->workspace, &info, decisions, found->len, &error);
  g_assert_no_error (error);
}

static guint
count_left (Fixture *fixture)
{
  g_autoptr (GPtrArray) schools = oct_workspace_read_schools (fixture->workspace, TRUE, NULL);
  guint n = 0;

  for (guint i = 0; i < schools->len; i++)
    if (((const OctOwnSchool *) g_ptr_array_index (schools, i))->left != OCT_DATE_UNKNOWN)
      n++;

  return n;
}

static void
assert_judged (Fixture *fixture, guint32 urn, const char *reason)
{
  g_autofree char *school_id = oct_workspace_find_school (fixture->workspace, urn, NULL);
  const OctJudgementFilter filter = { .school_id = school_id };
  g_autoptr (GPtrArray) judgements = NULL;

  g_assert_nonnull (school_id);
  judgements = oct_workspace_read_judgements (fixture->workspace, &filter, NULL);
  g_assert_cmpuint (judgements->len, ==, 1);
  g_assert_cmpstr (((const OctJudgement *) g_ptr_array_index (judgements, 0))->reason, ==, reason);
}

static void
test_new_urn (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = oct_workspace_find_school (fixture->workspace, 100, NULL);
  g_autofree char *after = NULL;
  g_autoptr (OctOwnTrust) trust = NULL;
  g_autoptr (GArray) urns = NULL;

  state (fixture, 200, "Oak Academy", TRUE, 0);
  state (fixture, 100, "Oak", FALSE, 20260831);
  link_to (fixture, 100, 200);
  accept_all (fixture, 1);

  after = oct_workspace_find_school (fixture->workspace, 200, NULL);
  g_assert_cmpstr (after, ==, before);
  assert_judged (fixture, 200, "Of Oak");
  assert_judged (fixture, 100, "Of Oak");
  urns = oct_workspace_read_urns (fixture->workspace, after, NULL);
  g_assert_cmpuint (urns->len, ==, 2);
  g_assert_cmpuint (g_array_index (urns, guint32, 0), ==, 200);
  g_assert_cmpint (
    making_read_number (fixture->path, "SELECT to_date FROM school_urn WHERE urn = 100"), ==, NOW);
  trust = oct_workspace_read_trust (fixture->workspace, NULL);
  g_assert_cmpstr (trust->purpose, ==, "What it is for");
  g_assert_cmpint (trust->as_at, ==, NOW);
}

static void
test_barrier (Fixture *fixture, gconstpointer data)
{
  const OctHistoryFilter filter = { .limit = 1 };
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (OctEditRecord) undone = NULL;
  g_autoptr (GError) error = NULL;
  gboolean named = FALSE;

  state (fixture, 100, "Oak Primary School", TRUE, 0);
  accept_all (fixture, 2);
  undone = oct_workspace_undo (fixture->workspace, NULL, &error);
  g_assert_null (undone);
  g_assert_error (error, OCT_ERROR, OCT_ERROR_BARRIER);
  g_assert_nonnull (strstr (error->message, "accepted"));
  assert_judged (fixture, 100, "Of Oak");

  history = oct_workspace_read_history (fixture->workspace, &filter, NULL);
  for (guint i = 0; i < ((OctEditRecord *) g_ptr_array_index (history, 0))->changes->len; i++)
    {
      const OctEditChange *change = g_ptr_array_index (
        ((OctEditRecord *) g_ptr_array_index (history, 0))->changes, i);

      if (g_str_equal (change->field, "name"))
        {
          named = TRUE;
          g_assert_cmpstr (change->before, ==, "Oak");
          g_assert_cmpstr (change->after, ==, "Oak Primary School");
        }
    }
  g_assert_true (named);
}

static void
test_merged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *whole = NULL;
  g_autoptr (GPtrArray) schools = NULL;
  guint n_parts = 0;

  state (fixture, 200, "Oak and Elm", TRUE, 0);
  state (fixture, 100, "Oak", FALSE, 20260831);
  state (fixture, 101, "Elm", FALSE, 20260831);
  link_to (fixture, 100, 200);
  link_to (fixture, 101, 200);
  accept_all (fixture, 3);

  g_assert_cmpuint (count_left (fixture), ==, 2);
  assert_judged (fixture, 100, "Of Oak");
  assert_judged (fixture, 101, "Of Elm");
  whole = oct_workspace_find_school (fixture->workspace, 200, NULL);
  schools = oct_workspace_read_schools (fixture->workspace, TRUE, NULL);
  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);

      if (school->left == OCT_DATE_UNKNOWN)
        g_assert_null (school->part_of);
      else if (g_strcmp0 (school->part_of, whole) == 0)
        n_parts++;
    }
  g_assert_cmpuint (n_parts, ==, 2);
}

/* It comes back as the same school, though it was closed and its URN had ended. */
static void
test_left_and_back (Fixture *fixture, gconstpointer data)
{
  state (fixture, 101, "Elm", FALSE, 20260831);
  accept_all (fixture, 1);
  g_assert_cmpuint (count_left (fixture), ==, 1);
  assert_judged (fixture, 101, "Of Elm");
  making_assert_sound (fixture->path, OCT_WORKSPACE_DEFAULT);

  g_ptr_array_set_size (fixture->picture.schools, 0);
  fixture->picture.as_at = 20270901;
  state (fixture, 201, "Elm Academy", TRUE, 0);
  state (fixture, 101, "Elm", FALSE, 20260831);
  link_to (fixture, 101, 201);
  accept_all (fixture, 1);
  g_assert_cmpuint (count_left (fixture), ==, 0);
  assert_judged (fixture, 201, "Of Elm");
}

/* A plan follows its school as judgements do: it is the school's by our id, not by URN. */
static void
test_plan_follows (Fixture *fixture, gconstpointer data)
{
  g_autofree char *school_id = oct_workspace_find_school (fixture->workspace, 100, NULL);
  g_autofree char *after = NULL;
  g_autoptr (OctRecordChange) change = oct_record_change_new ();
  g_autoptr (OctPlanBook) book = NULL;
  g_autoptr (GError) error = NULL;
  OctPlan *plan = oct_record_change_put (change, oct_record_new (&oct_plan_kind));
  GPtrArray *plans;

  oct_replace (&plan->title, "Oak’s plan");
  oct_replace (&plan->school_id, school_id);
  plan->starts = plan->ends = 2026;
  oct_workspace_change_records (fixture->workspace, &info, change, &error);
  g_assert_no_error (error);
  state (fixture, 200, "Oak Academy", TRUE, 0);
  state (fixture, 100, "Oak", FALSE, 20260831);
  link_to (fixture, 100, 200);
  accept_all (fixture, 1);

  after = oct_workspace_find_school (fixture->workspace, 200, NULL);
  g_assert_cmpstr (after, ==, school_id);
  book = oct_workspace_read_plan_book (fixture->workspace, &error);
  g_assert_no_error (error);
  plans = oct_plan_book_get_by (book, &oct_plan_kind, "school_id", after);
  g_assert_cmpuint (plans->len, ==, 1);
  g_assert_cmpstr (((const OctPlan *) plans->pdata[0])->title, ==, "Oak’s plan");
  g_assert_true (oct_workspace_check (fixture->workspace, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/workspace-accept/new-urn", test_new_urn);
  ADD ("/workspace-accept/barrier", test_barrier);
  ADD ("/workspace-accept/merged", test_merged);
  ADD ("/workspace-accept/left-and-back", test_left_and_back);
  ADD ("/workspace-accept/plan-follows", test_plan_follows);
#undef ADD

  return g_test_run ();
}
