/* The rules of judging: what a change makes of a judgement, what may be taken over, how moderation
 * agrees and differs, and how far two views are apart in words.
 */
#include <string.h>

#include "framework-sample.h"
#include "oct-error.h"
#include "oct-judging.h"

#define SCHOOL "school-1"

static OctJudgement *
make (const char *cycle, OctJudgementView view, const char *stage, const char *reason)
{
  OctJudgement *judgement = oct_judgement_new (cycle, SCHOOL, "e2", NULL, view);

  judgement->id = g_uuid_string_random ();
  judgement->stage = g_strdup (stage);
  g_free (judgement->reason);
  judgement->reason = g_strdup (reason);
  judgement->final = TRUE;

  return judgement;
}

static OctCycle *
make_cycle (const char *id)
{
  OctCycle *cycle = g_new0 (OctCycle, 1);

  cycle->id = g_strdup (id);
  cycle->name = g_strdup (id);

  return cycle;
}

/* @now, @before: (transfer full) (nullable) */
static OctAssessment *
make_assessment (OctJudgement *now, OctJudgement *before)
{
  OctAssessmentParts parts = {
    .framework = framework_sample_new (),
    .schools = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_own_school_free),
    .cycles = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_cycle_free),
    .targets = g_ptr_array_new (),
    .pillars = g_ptr_array_new (),
    .people = g_ptr_array_new (),
    .cycle_id = g_strdup ("autumn"),
    .judgements = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_judgement_free),
    .before = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_judgement_free)
  };

  g_ptr_array_add (parts.cycles, make_cycle ("summer"));
  g_ptr_array_add (parts.cycles, make_cycle ("autumn"));
  if (now != NULL)
    g_ptr_array_add (parts.judgements, now);
  if (before != NULL)
    g_ptr_array_add (parts.before, before);

  return oct_assessment_new (&parts);
}

static void
test_states_are_told_apart (void)
{
  g_autoptr (OctJudgement) judgement = make ("autumn", OCT_VIEW_OWN, "low", "Because.");
  g_autoptr (OctJudgement) blank = oct_judgement_new ("autumn", SCHOOL, "e2", NULL, OCT_VIEW_OWN);

  g_assert_cmpint (oct_judging_get_state (NULL), ==, OCT_JUDGING_NONE);
  g_assert_cmpint (oct_judging_get_state (blank), ==, OCT_JUDGING_NONE);
  g_assert_cmpint (oct_judging_get_state (judgement), ==, OCT_JUDGING_DONE);
  judgement->carried = TRUE;
  g_assert_cmpint (oct_judging_get_state (judgement), ==, OCT_JUDGING_UNCHANGED);
  judgement->final = FALSE;
  g_assert_cmpint (oct_judging_get_state (judgement), ==, OCT_JUDGING_DRAFT);
}

static void
test_finished_stays_finished_with_a_reason (void)
{
  g_autoptr (OctJudgement) judgement = make ("autumn", OCT_VIEW_OWN, "low", "Because.");

  g_assert_true (oct_judging_set_stage (judgement, "mid"));
  g_assert_true (judgement->final);
  g_assert_true (oct_judging_set_text (judgement, OCT_JUDGING_REASON, "Better said."));
  g_assert_true (judgement->final);
  g_assert_false (oct_judging_set_text (judgement, OCT_JUDGING_REASON, "Better said."));

  g_assert_true (oct_judging_set_text (judgement, OCT_JUDGING_REASON, " \n"));
  g_assert_false (judgement->final);
  g_assert_false (oct_judging_finish (judgement, NULL));
  g_assert_false (judgement->final);
  oct_judging_set_text (judgement, OCT_JUDGING_REASON, "Back again.");
  g_assert_true (oct_judging_finish (judgement, NULL));
  g_assert_true (oct_judging_set_stage (judgement, NULL));
  g_assert_false (judgement->final);
}

/* Nothing is said to be kept where there is nothing. */
static void
test_nothing_is_no_draft (void)
{
  g_autoptr (OctJudgement) judgement = oct_judgement_new ("autumn", SCHOOL, "e2", NULL,
                                                          OCT_VIEW_OWN);
  g_autoptr (GError) nothing = NULL;
  g_autoptr (GError) words = NULL;

  g_assert_false (oct_judging_finish (judgement, &nothing));
  g_assert_error (nothing, OCT_ERROR, OCT_ERROR_RULE);
  g_assert_null (strstr (nothing->message, "draft"));
  oct_judging_set_text (judgement, OCT_JUDGING_GAINS, "A subject leader.");
  g_assert_false (oct_judging_finish (judgement, &words));
  g_assert_nonnull (strstr (words->message, "kept as a draft"));
}

static void
test_old_reason_does_not_serve_a_new_stage (void)
{
  g_autoptr (OctJudgement) judgement = make ("autumn", OCT_VIEW_OWN, "low", "As before.");

  judgement->carried = TRUE;
  oct_judging_set_stage (judgement, "high");
  g_assert_false (judgement->final);
  g_assert_false (judgement->carried);
}

static void
test_only_finished_is_taken_over (void)
{
  const OctJudgingPlace place = { .school_id = SCHOOL, .element = "e2", .view = OCT_VIEW_OWN };
  g_autoptr (OctAssessment) nothing = make_assessment (NULL, NULL);
  g_autoptr (OctAssessment) before = make_assessment (NULL, make ("summer", OCT_VIEW_OWN, "low",
                                                                  "Because."));
  g_autoptr (OctAssessment) both = make_assessment (
    make ("autumn", OCT_VIEW_OWN, "mid", "Now."), make ("summer", OCT_VIEW_OWN, "low", "Because."));
  OctJudgement *draft = make ("summer", OCT_VIEW_OWN, "low", "");
  g_autoptr (OctAssessment) drafted = NULL;

  draft->final = FALSE;
  drafted = make_assessment (NULL, draft);
  g_assert_false (oct_judging_can_carry (nothing, &place));
  g_assert_true (oct_judging_can_carry (before, &place));
  g_assert_false (oct_judging_can_carry (both, &place));
  g_assert_false (oct_judging_can_carry (drafted, &place));
}

static void
test_moderation_agrees_and_differs (void)
{
  const OctJudgingPlace place = { .school_id = SCHOOL,
                                  .element = "e2",
                                  .view = OCT_VIEW_MODERATED };
  g_autoptr (OctAssessment) assessment = make_assessment (
    make ("autumn", OCT_VIEW_OWN, "mid", "Three visits."), NULL);
  g_autoptr (OctJudgement) moderated = oct_judging_begin (assessment, &place);

  oct_judging_moderate (assessment, moderated, "mid");
  g_assert_true (moderated->final);
  g_assert_cmpstr (moderated->stage, ==, "mid");
  g_assert_true (g_str_has_suffix (moderated->reason, "Three visits."));

  /* The school's reason is none for another stage. */
  oct_judging_moderate (assessment, moderated, "low");
  g_assert_false (moderated->final);
  g_assert_cmpstr (moderated->reason, ==, "");
  oct_judging_set_text (moderated, OCT_JUDGING_REASON, "One visit only.");
  g_assert_true (oct_judging_finish (moderated, NULL));
  /* Another difference keeps the trust's own reason. */
  oct_judging_moderate (assessment, moderated, "high");
  g_assert_cmpstr (moderated->reason, ==, "One visit only.");
}

static void
test_difference_is_said_in_steps (void)
{
  g_autofree char *below = oct_judging_describe_difference (3, 2);
  g_autofree char *above = oct_judging_describe_difference (1, 4);
  g_autofree char *same = oct_judging_describe_difference (0, 0);

  g_assert_cmpstr (below, ==, "one step below the own view");
  g_assert_cmpstr (above, ==, "three steps above the own view");
  g_assert_cmpstr (same, ==, "the same as the own view");
  g_assert_null (oct_judging_describe_difference (OCT_STAGE_NONE, 0));
  g_assert_null (oct_judging_describe_difference (0, OCT_STAGE_NONE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/judging/states", test_states_are_told_apart);
  g_test_add_func ("/judging/finished", test_finished_stays_finished_with_a_reason);
  g_test_add_func ("/judging/old-reason", test_old_reason_does_not_serve_a_new_stage);
  g_test_add_func ("/judging/nothing", test_nothing_is_no_draft);
  g_test_add_func ("/judging/taken-over", test_only_finished_is_taken_over);
  g_test_add_func ("/judging/moderation", test_moderation_agrees_and_differs);
  g_test_add_func ("/judging/difference", test_difference_is_said_in_steps);

  return g_test_run ();
}
