/* The rules of judging; see the header. */

#include "oct-judging.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

/**
 * oct_judging_get_state:
 * @judgement: (nullable): a judgement
 *
 * Returns: how far it is
 */
OctJudgingState
oct_judging_get_state (const OctJudgement *judgement)
{
  if (judgement == NULL)
    return OCT_JUDGING_NONE;
  if (judgement->final)
    return judgement->carried ? OCT_JUDGING_UNCHANGED : OCT_JUDGING_DONE;
  /* What was typed and taken away again is no draft. */
  if (oct_judgement_is_empty (judgement))
    return OCT_JUDGING_NONE;

  return OCT_JUDGING_DRAFT;
}

/**
 * oct_judging_state_to_text:
 * @state: a state
 *
 * Returns: (transfer none): its mark and its words, such as "● Judged"
 */
const char *
oct_judging_state_to_text (OctJudgingState state)
{
  switch (state)
    {
    case OCT_JUDGING_DONE:
      return _("● Judged");
    case OCT_JUDGING_UNCHANGED:
      return _("◆ Unchanged");
    case OCT_JUDGING_DRAFT:
      return _("◐ Draft");
    case OCT_JUDGING_NONE:
    default:
      return _("○ Not judged");
    }
}

/**
 * oct_judging_begin:
 * @assessment: an assessment with a cycle
 * @place: what is to be judged
 *
 * Returns: (transfer full): a copy of the judgement as it is, or a new draft
 */
OctJudgement *
oct_judging_begin (OctAssessment *assessment, const OctJudgingPlace *place)
{
  const OctJudgement *now = oct_assessment_find (assessment, OCT_WHEN_NOW, place->school_id,
                                                 place->element, place->aspect, place->view);

  if (now != NULL)
    return oct_judgement_copy (now);

  return oct_judgement_new (oct_assessment_get_cycle (assessment)->id, place->school_id,
                            place->element, place->aspect, place->view);
}

/* A finished judgement that lost its stage or its reason is a draft again. */
static void
settle (OctJudgement *judgement)
{
  judgement->judged_on = oct_date_today ();
  if (judgement->stage == NULL || is_blank (judgement->reason))
    judgement->final = FALSE;
}

/**
 * oct_judging_set_stage:
 * @judgement: a judgement
 * @stage: (nullable): a stage's key
 *
 * Chooses a stage, in the words of the version that the cycle is judged by now. What was left unchanged
 * becomes a draft, since its reason was given for another stage.
 *
 * Returns: whether anything changed
 */
gboolean
oct_judging_set_stage (OctJudgement *judgement, const char *stage)
{
  if (g_strcmp0 (judgement->stage, stage) == 0)
    return FALSE;
  g_free (judgement->stage);
  judgement->stage = g_strdup (stage);
  g_clear_pointer (&judgement->framework_id, g_free);
  if (judgement->carried)
    judgement->final = FALSE;
  judgement->carried = FALSE;
  settle (judgement);

  return TRUE;
}

static char **
text_place (OctJudgement *judgement, OctJudgingText which)
{
  switch (which)
    {
    case OCT_JUDGING_GIVES:
      return &judgement->gives;
    case OCT_JUDGING_GAINS:
      return &judgement->gains;
    case OCT_JUDGING_REASON:
    default:
      return &judgement->reason;
    }
}

/**
 * oct_judging_set_text:
 * @judgement: a judgement
 * @which: one of its texts
 * @text: what it says from now on
 *
 * Returns: whether anything changed
 */
gboolean
oct_judging_set_text (OctJudgement *judgement, OctJudgingText which, const char *text)
{
  char **place = text_place (judgement, which);

  if (g_strcmp0 (*place, text) == 0)
    return FALSE;
  g_free (*place);
  *place = g_strdup (text);
  judgement->carried = FALSE;
  settle (judgement);

  return TRUE;
}

/**
 * oct_judging_get_text:
 * @judgement: (nullable): a judgement
 * @which: one of its texts
 *
 * Returns: (transfer none): the text, "" where there is none
 */
const char *
oct_judging_get_text (const OctJudgement *judgement, OctJudgingText which)
{
  if (judgement == NULL)
    return "";

  return *text_place ((OctJudgement *) judgement, which);
}

/**
 * oct_judging_finish:
 * @judgement: a judgement
 * @error: return location for %OCT_ERROR_RULE
 *
 * Makes a finished judgement of a draft that has a stage and a reason. Any other stays a draft.
 *
 * Returns: whether it is finished
 */
gboolean
oct_judging_finish (OctJudgement *judgement, GError **error)
{
  judgement->final = TRUE;
  if (oct_judgement_check (judgement, error))
    return TRUE;
  judgement->final = FALSE;

  return FALSE;
}

/**
 * oct_judging_can_carry:
 * @assessment: an assessment
 * @place: what is to be judged
 *
 * Returns: whether there is a finished judgement of the cycle before to take over
 */
gboolean
oct_judging_can_carry (OctAssessment *assessment, const OctJudgingPlace *place)
{
  const OctJudgement *now = oct_assessment_find (assessment, OCT_WHEN_NOW, place->school_id,
                                                 place->element, place->aspect, place->view);
  const OctJudgement *before = oct_assessment_find (assessment, OCT_WHEN_BEFORE, place->school_id,
                                                    place->element, place->aspect, place->view);

  return (now == NULL || !now->final) && before != NULL && before->final
         && oct_judging_get_step (oct_assessment_get_framework (assessment), before) >= 0;
}

static char *
agreement (const OctJudgement *own)
{
  /* Translators: %s is the reason that a school gave, in sentences. */
  return g_strdup_printf (_("Agreed with the school’s own view. %s"), own->reason);
}

/**
 * oct_judging_moderate:
 * @assessment: an assessment with a cycle
 * @moderated: the moderated view of a school's element, new or known
 * @stage: the stage the trust sees
 *
 * Moderates a school's view. To agree takes the school's reason over, and is finished; to differ
 * is a draft until it has a reason of its own.
 */
void
oct_judging_moderate (OctAssessment *assessment, OctJudgement *moderated, const char *stage)
{
  const OctJudgement *own = oct_assessment_find (assessment, OCT_WHEN_NOW, moderated->school_id,
                                                 moderated->element, NULL, OCT_VIEW_OWN);
  g_autofree char *agreed = own != NULL && own->final ? agreement (own) : NULL;
  gboolean was_agreed = agreed != NULL && g_str_equal (moderated->reason, agreed);

  oct_judging_set_stage (moderated, stage);
  if (agreed != NULL && g_strcmp0 (own->stage, stage) == 0)
    {
      oct_judging_set_text (moderated, OCT_JUDGING_REASON, agreed);
      oct_judging_finish (moderated, NULL);
    }
  else if (was_agreed)
    oct_judging_set_text (moderated, OCT_JUDGING_REASON, "");
}

/**
 * oct_judging_get_step_stage:
 * @framework: a framework
 * @step: a step, from 0
 *
 * Returns: (transfer none) (nullable): the stage in use at that step
 */
const OctStage *
oct_judging_get_step_stage (OctFramework *framework, int step)
{
  GPtrArray *stages = oct_framework_get_stages (framework);

  for (guint i = 0; step >= 0 && i < stages->len; i++)
    {
      const OctStage *stage = g_ptr_array_index (stages, i);

      if (!stage->retired && step-- == 0)
        return stage;
    }

  return NULL;
}

/**
 * oct_judging_get_step_name:
 * @framework: a framework
 * @step: a step, from 0
 *
 * Returns: (transfer none): its name, or the words for what isn't judged
 */
const char *
oct_judging_get_step_name (OctFramework *framework, int step)
{
  const OctStage *stage = oct_judging_get_step_stage (framework, step);

  return stage != NULL ? stage->name : _("Not judged");
}

/**
 * oct_judging_get_step:
 * @framework: a framework
 * @judgement: (nullable): a judgement, draft or finished
 *
 * Returns: the step it found, from 0, or %OCT_STAGE_NONE
 */
int
oct_judging_get_step (OctFramework *framework, const OctJudgement *judgement)
{
  if (judgement == NULL || judgement->stage == NULL)
    return OCT_STAGE_NONE;

  return oct_framework_find_step (framework, judgement->stage);
}

/**
 * oct_judging_note_stages:
 * @judgements: (element-type OctJudgement) (nullable): judgements
 * @keys: (element-type utf8): a set that borrows its keys
 *
 * Adds the stages that finished judgements found.
 */
void
oct_judging_note_stages (GPtrArray *judgements, GHashTable *keys)
{
  g_return_if_fail (keys != NULL);

  for (guint i = 0; judgements != NULL && i < judgements->len; i++)
    {
      const OctJudgement *judgement = g_ptr_array_index (judgements, i);

      if (judgement->final && judgement->stage != NULL)
        g_hash_table_add (keys, judgement->stage);
    }
}

/**
 * oct_judging_describe_difference:
 * @own: the step of the own view, or %OCT_STAGE_NONE
 * @moderated: the step of the moderated view, or %OCT_STAGE_NONE
 *
 * Returns: (transfer full) (nullable): how far the moderated view is from the own one, in words;
 *   %NULL where one of them is missing
 */
char *
oct_judging_describe_difference (int own, int moderated)
{
  static const char *const below[] = {
    N_("one step below the own view"),    N_("two steps below the own view"),
    N_("three steps below the own view"), N_("four steps below the own view"),
    N_("five steps below the own view"),  N_("six steps below the own view")
  };
  static const char *const above[] = {
    N_("one step above the own view"),    N_("two steps above the own view"),
    N_("three steps above the own view"), N_("four steps above the own view"),
    N_("five steps above the own view"),  N_("six steps above the own view")
  };
  int steps = ABS (moderated - own);

  if (own < 0 || moderated < 0)
    return NULL;
  if (steps == 0)
    return g_strdup (_("the same as the own view"));
  steps = MIN (steps, (int) G_N_ELEMENTS (below));

  return g_strdup (_(moderated < own ? below[steps - 1] : above[steps - 1]));
}

/**
 * oct_judging_describe_own:
 * @assessment: an assessment
 * @own: (nullable): the own view
 * @moderated: the step of the moderated view that is being judged, or %OCT_STAGE_NONE
 *
 * Returns: (transfer full): the own view, and how far the moderated one is from it
 */
char *
oct_judging_describe_own (OctAssessment *assessment, const OctJudgement *own, int moderated)
{
  int step = oct_assessment_step (assessment, own);
  g_autofree char *difference = oct_judging_describe_difference (step, moderated);
  const char *stage = oct_judging_get_step_name (oct_assessment_get_framework (assessment), step);

  if (step < 0)
    return g_strdup (_("The own view is not finished yet."));
  if (difference == NULL)
    /* Translators: %s is a stage. */
    return g_strdup_printf (_("Own view: %s."), stage);

  /* Translators: a stage, then such as "one step below the own view". */
  return g_strdup_printf (_("Own view: %s. The moderated view is %s."), stage, difference);
}

/**
 * oct_judging_describe_moderated:
 * @assessment: an assessment
 * @moderated: (nullable): the moderated view
 * @own: the step of the own view that is being judged, or %OCT_STAGE_NONE
 *
 * Returns: (transfer full) (nullable): the moderated view, and how far it is from the own one;
 *   %NULL where it isn't finished
 */
char *
oct_judging_describe_moderated (OctAssessment *assessment, const OctJudgement *moderated, int own)
{
  int step = oct_assessment_step (assessment, moderated);
  g_autofree char *difference = oct_judging_describe_difference (own, step);
  const char *stage = oct_judging_get_step_name (oct_assessment_get_framework (assessment), step);

  if (step < 0)
    return NULL;
  if (difference == NULL)
    /* Translators: %s is a stage. */
    return g_strdup_printf (_("Moderated view: %s."), stage);

  /* Translators: a stage, then such as "one step below the own view". */
  return g_strdup_printf (_("Moderated view: %s, %s."), stage, difference);
}
