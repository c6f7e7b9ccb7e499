/* The demonstration's workspace: three cycles, and the story that a reader should find in it. */
#include "oct-demo.h"
#include "oct-findings.h"
#include "oct-folder.h"
#include "oct-plan-query.h"
#include "oct-session.h"

#define BEHIND "The Groynes School"
#define BEHIND_URN 900009
#define RECOVERING_URN 900008
#define OWN_HIGHER_URN 900010
#define N_SCHOOLS 12

typedef struct
{
  char *dir;
  OctSession *session;
  OctWorkbench *workbench;
  OctAssessment *now;
} Fixture;

static void
open_session (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->session = oct_session_new_demo (fixture->dir);
  g_assert_true (oct_session_open (fixture->session, &error));
  g_assert_no_error (error);
  fixture->workbench = oct_session_get_workbench (fixture->session);
  oct_workbench_wait (fixture->workbench);
  g_assert_cmpstr (oct_workbench_get_problem (fixture->workbench), ==, NULL);
  fixture->now = oct_workbench_get_assessment (fixture->workbench);
  g_assert_nonnull (fixture->now);
}

static void
close_session (Fixture *fixture)
{
  oct_workbench_wait (fixture->workbench);
  oct_session_flush (fixture->session);
  g_clear_object (&fixture->session);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = g_dir_make_tmp ("octant-demo-test-XXXXXX", NULL);
  g_assert_nonnull (fixture->dir);
  open_session (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_session (fixture);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  oct_folder_remove (fixture->dir);
  g_free (fixture->dir);
}

static const char *
school_id (Fixture *fixture, guint32 urn)
{
  const OctOwnSchool *school = oct_assessment_find_urn (fixture->now, urn);

  g_assert_nonnull (school);

  return school->id;
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_cycles (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Spring 2026", "Summer 2026", "Autumn 2026" };
  GPtrArray *cycles = oct_assessment_get_cycles (fixture->now);

  g_assert_cmpuint (cycles->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < cycles->len; i++)
    {
      const OctCycle *cycle = g_ptr_array_index (cycles, i);

      g_assert_cmpstr (cycle->name, ==, names[i]);
      g_assert_true (cycle->closed == (i < 2));
    }
  g_assert_cmpstr (oct_assessment_get_cycle (fixture->now)->name, ==, names[2]);
  g_assert_cmpuint (oct_assessment_get_schools (fixture->now)->len, ==, N_SCHOOLS);
  g_assert_cmpuint (oct_assessment_get_pillars (fixture->now)->len, ==, 3);
  g_assert_cmpstr (oct_assessment_get_trust (fixture->now)->purpose, !=, "");
}

static gboolean
any_says (GPtrArray *findings, const char *text, OctFindingKind kind)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const OctFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *all = g_strdup_printf ("%s: %s", finding->sentence, finding->detail);

      if (finding->kind == kind && g_strstr_len (all, -1, text) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
test_findings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) changes = oct_find_changes (fixture->now);
  g_autoptr (GPtrArray) exceptions = oct_find_exceptions (fixture->now);
  g_autoptr (GPtrArray) to_do = oct_find_to_do (fixture->now);

  g_assert_true (any_says (changes, "Resilience went back", OCT_FINDING_DOWN));
  g_assert_true (any_says (changes, "Improvement moved up", OCT_FINDING_UP));
  g_assert_true (any_says (changes, "Deep collaboration moved up", OCT_FINDING_UP));
  g_assert_true (any_says (changes, BEHIND, OCT_FINDING_DOWN));
  g_assert_true (any_says (exceptions, BEHIND " went back in 3 elements", OCT_FINDING_DOWN));
  g_assert_true (
    any_says (exceptions, "Civic duty: Beginning, with low confidence", OCT_FINDING_NOTE));
  g_assert_true (any_says (exceptions, "Resilience is Developing", OCT_FINDING_NOTE));
  g_assert_true (any_says (to_do, "Finish the judgements of 2 schools", OCT_FINDING_TODO));
}

static OctAssessment *
read_first_cycle (Fixture *fixture)
{
  const OctCycle *first = g_ptr_array_index (oct_assessment_get_cycles (fixture->now), 0);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  OctAssessment *assessment;

  oct_workbench_read_assessment_async (fixture->workbench, first->id, NULL, result_cb, &result);
  oct_workbench_wait (fixture->workbench);
  assessment = oct_workbench_read_finish (fixture->workbench, result, &error);
  g_assert_no_error (error);

  return assessment;
}

/* In how many elements a school is further on than in the first cycle, or less far. */
static guint
count_moved (Fixture *fixture, OctAssessment *first, guint32 urn, gboolean up)
{
  GPtrArray *elements = oct_framework_get_elements (oct_assessment_get_framework (first));
  const char *id = school_id (fixture, urn);
  guint n = 0;

  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);
      int before = oct_assessment_get_shown_step (first, OCT_WHEN_NOW, id, element->key);
      int now = oct_assessment_get_shown_step (fixture->now, OCT_WHEN_NOW, id, element->key);

      if (before != OCT_STAGE_NONE && now != OCT_STAGE_NONE && (up ? now > before : now < before))
        n++;
    }

  return n;
}

static void
test_schools_move (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctAssessment) first = read_first_cycle (fixture);

  g_assert_cmpuint (count_moved (fixture, first, BEHIND_URN, FALSE), ==, 3);
  g_assert_cmpuint (count_moved (fixture, first, BEHIND_URN, TRUE), ==, 0);
  g_assert_cmpuint (count_moved (fixture, first, RECOVERING_URN, TRUE), ==, 3);
  g_assert_cmpuint (count_moved (fixture, first, RECOVERING_URN, FALSE), ==, 0);
}

static void
test_views_differ (Fixture *fixture, gconstpointer data)
{
  const char *id = school_id (fixture, OWN_HIGHER_URN);
  guint n_missing = 0;
  GPtrArray *schools = oct_assessment_get_schools (fixture->now);

  g_assert_cmpint (
    oct_assessment_get_step (fixture->now, OCT_WHEN_NOW, id, "improvement", OCT_VIEW_OWN), >,
    oct_assessment_get_step (fixture->now, OCT_WHEN_NOW, id, "improvement", OCT_VIEW_MODERATED));
  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);

      if (oct_assessment_get_shown_step (fixture->now, OCT_WHEN_NOW, school->id,
                                         "professional-growth")
          == OCT_STAGE_NONE)
        n_missing++;
    }
  g_assert_cmpuint (n_missing, ==, 2);
}

static void
test_nothing_invalid (Fixture *fixture, gconstpointer data)
{
  OctFramework *framework = oct_assessment_get_framework (fixture->now);
  const OctElement *resilience = oct_framework_find_element (framework, "resilience");
  GPtrArray *judgements = oct_assessment_get_judgements (fixture->now);
  guint asked;

  for (guint i = 0; i < judgements->len; i++)
    {
      const OctJudgement *judgement = g_ptr_array_index (judgements, i);
      const OctElement *element = oct_framework_find_element (framework, judgement->element);
      g_autoptr (GError) error = NULL;

      g_assert_true (judgement->final);
      g_assert_true (oct_judgement_check (judgement, &error));
      g_assert_nonnull (element);
      g_assert_true (oct_element_is_asked_of (element, judgement->school_id != NULL));
      g_assert_cmpint (oct_framework_find_step (framework, judgement->stage), >=, 0);
      g_assert_nonnull (oct_assessment_find_person (fixture->now, judgement->assessor_id));
      if (judgement->aspect != NULL)
        g_assert_nonnull (oct_element_find_aspect (element, judgement->aspect));
    }
  g_assert_cmpuint (oct_assessment_count_judged (fixture->now, NULL, OCT_VIEW_OWN, &asked), ==, 8);
  g_assert_cmpuint (oct_assessment_count_judged (fixture->now, NULL, OCT_VIEW_MODERATED, &asked),
                    ==, 8);
  for (guint i = 0; i < resilience->aspects->len; i++)
    {
      const OctAspect *aspect = g_ptr_array_index (resilience->aspects, i);

      g_assert_nonnull (oct_assessment_find (fixture->now, OCT_WHEN_NOW, NULL, "resilience",
                                             aspect->key, OCT_VIEW_OWN));
    }
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  const OctHistoryFilter filter = { 0 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;

  oct_workbench_read_history_async (fixture->workbench, &filter, NULL, result_cb, &result);
  oct_workbench_wait (fixture->workbench);
  edits = oct_workbench_read_finish (fixture->workbench, result, &error);
  g_assert_no_error (error);
  for (guint i = 1; i < edits->len; i++)
    {
      const OctEditRecord *later = g_ptr_array_index (edits, i - 1);
      const OctEditRecord *edit = g_ptr_array_index (edits, i);

      /* The first posts were entered before there was anybody to have done it. */
      g_assert_cmpint (later->at, >, edit->at);
    }
  g_assert_nonnull (oct_workbench_get_undo_sentence (fixture->workbench));
}

static gboolean
put_purpose (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  g_autoptr (OctOwnTrust) trust = oct_workspace_read_trust (workspace, error);

  if (trust == NULL)
    return FALSE;
  g_free (trust->purpose);
  trust->purpose = g_strdup (data);

  return oct_workspace_set_trust (workspace, info, trust, error);
}

/* What somebody tries out in the demonstration is there the next time. */
static void
test_written_once (Fixture *fixture, gconstpointer data)
{
  const OctEditInfo info = { .sentence = "Tried it out", .location = "our-trust" };
  g_auto (GStrv) names = NULL;

  g_assert_nonnull (oct_workbench_get_person_id (fixture->workbench));
  oct_workbench_edit_async (fixture->workbench, &info, put_purpose, (gpointer) "Tried out", NULL,
                            NULL, NULL);
  close_session (fixture);
  open_session (fixture);

  g_assert_cmpstr (oct_assessment_get_trust (fixture->now)->purpose, ==, "Tried out");
  names = oct_workbench_list (fixture->workbench);
  g_assert_cmpuint (g_strv_length (names), ==, 1);
}

/* Where the objective of a school's plan stands, by its reference. */
static const OctObjective *
find_objective (Fixture *fixture, guint32 urn, const char *reference, OctStanding *standing)
{
  OctPlanBook *book = oct_workbench_get_plans (fixture->workbench);
  GPtrArray *plans = oct_plan_book_get_by (book, &oct_plan_kind, "school_id",
                                           school_id (fixture, urn));
  const OctPlan *plan;
  GPtrArray *objectives;

  g_assert_cmpuint (plans->len, ==, 1);
  plan = g_ptr_array_index (plans, 0);
  objectives = oct_plan_book_get_children (book, &oct_objective_kind, plan->record.id);
  for (guint i = 0; i < objectives->len; i++)
    {
      const OctObjective *objective = g_ptr_array_index (objectives, i);

      if (!g_str_equal (objective->reference, reference))
        continue;
      oct_objective_get_standing (book, objective, standing);
      return objective;
    }

  g_assert_not_reached ();
}

/* The school that recovers was supported by a sister school; the one that falls behind is red. */
static void
test_plans (Fixture *fixture, gconstpointer data)
{
  OctPlanBook *book = oct_workbench_get_plans (fixture->workbench);
  const OctObjective *objective;
  const OctSupport *support;
  OctStanding standing;

  g_assert_cmpuint (oct_plan_book_get_all (book, &oct_plan_kind)->len, ==, 12);
  objective = find_objective (fixture, RECOVERING_URN, "1", &standing);
  g_assert_cmpint (oct_standing_get_rating (&standing), ==, OCT_RATING_GREEN);
  g_assert_cmpint (oct_objective_get_first_red (book, objective), ==, 20241115);
  support = g_ptr_array_index (
    oct_plan_book_get_by (book, &oct_support_kind, "objective_id", objective->record.id), 0);
  g_assert_cmpstr (support->giver_school_id, ==, school_id (fixture, OWN_HIGHER_URN));
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *reference = g_strdup_printf ("%u", i);

      objective = find_objective (fixture, BEHIND_URN, reference, &standing);
      g_assert_cmpint (oct_standing_get_rating (&standing), ==, OCT_RATING_RED);
      g_assert_true (oct_objective_find_exceptions (book, objective, 20261124) & OCT_EXCEPTION_RED);
    }
}

static void
test_records_obey (Fixture *fixture, gconstpointer data)
{
  OctPlanBook *book = oct_workbench_get_plans (fixture->workbench);

  for (guint i = 0; oct_record_kinds[i] != NULL; i++)
    {
      GPtrArray *records = oct_plan_book_get_all (book, oct_record_kinds[i]);

      for (guint j = 0; j < records->len; j++)
        {
          g_autoptr (GError) error = NULL;

          oct_record_check (g_ptr_array_index (records, j), &error);
          g_assert_no_error (error);
        }
    }
}

#define ADD(name, func)                                                                            \
  g_test_add ("/app/demo-workspace/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("has three cycles", test_cycles);
  ADD ("says who fell behind", test_findings);
  ADD ("one school falls behind, one recovers", test_schools_move);
  ADD ("a school sees itself further on; two are not judged", test_views_differ);
  ADD ("nothing is invalid", test_nothing_invalid);
  ADD ("history is in order", test_history);
  ADD ("is written once", test_written_once);
  ADD ("plans agree with the elements", test_plans);
  ADD ("records obey their rules", test_records_obey);

  return g_test_run ();
}
