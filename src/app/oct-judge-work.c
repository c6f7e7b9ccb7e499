/* One judgement while somebody works on it; see the header. */

#include "oct-judge-work.h"

struct _OctJudgeWork
{
  GObject parent_instance;

  /* owned */
  OctWorkbench *workbench;
  OctJudgement *judgement; /* (nullable) */
  OctJudgingPlace place;   /* its texts are owned */

  guint n_on_the_way; /* changes that aren't kept yet */
};

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctJudgeWork, oct_judge_work, G_TYPE_OBJECT)

static OctAssessment *
get_assessment (OctJudgeWork *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self->workbench);

  return assessment != NULL && oct_assessment_get_cycle (assessment) != NULL ? assessment : NULL;
}

static void
load (OctJudgeWork *self)
{
  OctAssessment *assessment = get_assessment (self);

  g_clear_pointer (&self->judgement, oct_judgement_free);
  if (assessment != NULL && self->place.element != NULL)
    self->judgement = oct_judging_begin (assessment, &self->place);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
workbench_changed_cb (OctJudgeWork *self)
{
  if (self->n_on_the_way == 0)
    load (self);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctJudgeWork) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_on_the_way--;
  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    g_signal_emit (self, signals[FAILED], 0, error->message);
  if (self->n_on_the_way == 0)
    load (self);
}

/* Sends what was changed on its way, and shows it. */
static void
keep (OctJudgeWork *self, gboolean typing)
{
  const char *person = oct_workbench_get_person_id (self->workbench);

  if (person != NULL)
    {
      g_free (self->judgement->assessor_id);
      self->judgement->assessor_id = g_strdup (person);
    }
  self->n_on_the_way++;
  oct_workbench_judge_async (self->workbench, self->judgement, typing, kept_cb,
                             g_object_ref (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
clear_place (OctJudgingPlace *place)
{
  g_free ((char *) place->school_id);
  g_free ((char *) place->element);
  g_free ((char *) place->aspect);
  *place = (OctJudgingPlace) { 0 };
}

static void
oct_judge_work_finalize (GObject *object)
{
  OctJudgeWork *self = OCT_JUDGE_WORK (object);

  g_clear_pointer (&self->judgement, oct_judgement_free);
  clear_place (&self->place);
  g_clear_object (&self->workbench);

  G_OBJECT_CLASS (oct_judge_work_parent_class)->finalize (object);
}

static void
oct_judge_work_class_init (OctJudgeWorkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_judge_work_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
oct_judge_work_init (OctJudgeWork *self)
{
}

/**
 * oct_judge_work_new:
 * @workbench: where it is kept
 *
 * Returns: (transfer full): work at nothing yet
 */
OctJudgeWork *
oct_judge_work_new (OctWorkbench *workbench)
{
  OctJudgeWork *self = g_object_new (OCT_TYPE_JUDGE_WORK, NULL);

  self->workbench = g_object_ref (workbench);
  g_signal_connect_object (workbench, "changed", G_CALLBACK (workbench_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * oct_judge_work_set_place:
 * @self: work
 * @place: what is to be judged; copied
 *
 * Goes on to another judgement.
 */
void
oct_judge_work_set_place (OctJudgeWork *self, const OctJudgingPlace *place)
{
  OctJudgingPlace copy = { .school_id = g_strdup (place->school_id),
                           .element = g_strdup (place->element),
                           .aspect = g_strdup (place->aspect),
                           .view = place->view };

  clear_place (&self->place);
  self->place = copy;
  load (self);
}

/**
 * oct_judge_work_get_place:
 * @self: work
 *
 * Returns: (transfer none): what is judged
 */
const OctJudgingPlace *
oct_judge_work_get_place (OctJudgeWork *self)
{
  return &self->place;
}

/**
 * oct_judge_work_get_judgement:
 * @self: work
 *
 * Returns: (transfer none) (nullable): the judgement as it is shown
 */
const OctJudgement *
oct_judge_work_get_judgement (OctJudgeWork *self)
{
  return self->judgement;
}

/**
 * oct_judge_work_get_step:
 * @self: work
 *
 * Returns: the stage that is chosen, from 0, or %OCT_STAGE_NONE
 */
int
oct_judge_work_get_step (OctJudgeWork *self)
{
  OctAssessment *assessment = get_assessment (self);

  if (assessment == NULL)
    return OCT_STAGE_NONE;

  return oct_judging_get_step (oct_assessment_get_framework (assessment), self->judgement);
}

static gboolean
has_left (OctJudgeWork *self, OctAssessment *assessment)
{
  const OctOwnSchool *school = oct_assessment_find_school (assessment, self->judgement->school_id);

  return school != NULL && school->left != OCT_DATE_UNKNOWN;
}

/**
 * oct_judge_work_is_open:
 * @self: work
 *
 * Returns: whether it can be changed: there is a cycle, it is open, and the school is in the trust
 */
gboolean
oct_judge_work_is_open (OctJudgeWork *self)
{
  OctAssessment *assessment = get_assessment (self);

  return self->judgement != NULL && assessment != NULL
         && !oct_assessment_get_cycle (assessment)->closed && !has_left (self, assessment);
}

/**
 * oct_judge_work_can_carry:
 * @self: work
 *
 * Returns: whether it can be left unchanged since the cycle before
 */
gboolean
oct_judge_work_can_carry (OctJudgeWork *self)
{
  OctAssessment *assessment = get_assessment (self);

  return oct_judge_work_is_open (self) && !self->judgement->final
         && oct_judging_can_carry (assessment, &self->place);
}

/**
 * oct_judge_work_set_step:
 * @self: work
 * @step: a stage, from 0, or %OCT_STAGE_NONE
 *
 * Chooses a stage.
 */
void
oct_judge_work_set_step (OctJudgeWork *self, int step)
{
  const OctStage *stage;

  if (!oct_judge_work_is_open (self))
    return;
  stage = oct_judging_get_step_stage (oct_assessment_get_framework (get_assessment (self)), step);
  if (oct_judging_set_stage (self->judgement, stage != NULL ? stage->key : NULL))
    keep (self, FALSE);
}

/**
 * oct_judge_work_set_text:
 * @self: work
 * @which: one of the texts
 * @text: what it says
 *
 * Keeps what was typed; edits of a text in a row become one.
 */
void
oct_judge_work_set_text (OctJudgeWork *self, OctJudgingText which, const char *text)
{
  if (oct_judge_work_is_open (self) && oct_judging_set_text (self->judgement, which, text))
    keep (self, TRUE);
}

/**
 * oct_judge_work_set_confidence:
 * @self: work
 * @confidence: how sure the judgement is
 */
void
oct_judge_work_set_confidence (OctJudgeWork *self, OctConfidence confidence)
{
  if (!oct_judge_work_is_open (self) || self->judgement->confidence == confidence)
    return;
  self->judgement->confidence = confidence;
  keep (self, FALSE);
}

/**
 * oct_judge_work_finish:
 * @self: work
 * @error: return location for %OCT_ERROR_RULE: what is missing
 *
 * Finishes the judgement. Without a stage or a reason it stays a draft.
 *
 * Returns: whether it is finished
 */
gboolean
oct_judge_work_finish (OctJudgeWork *self, GError **error)
{
  if (!oct_judge_work_is_open (self) || self->judgement->final)
    return TRUE;
  if (!oct_judging_finish (self->judgement, error))
    return FALSE;
  keep (self, FALSE);

  return TRUE;
}

/**
 * oct_judge_work_carry:
 * @self: work
 *
 * Leaves it as it was in the cycle before.
 */
void
oct_judge_work_carry (OctJudgeWork *self)
{
  if (!oct_judge_work_can_carry (self))
    return;
  self->n_on_the_way++;
  oct_workbench_carry_forward_async (self->workbench, self->place.school_id, self->place.element,
                                     self->place.view, kept_cb, g_object_ref (self));
}

/**
 * oct_judge_work_moderate:
 * @self: work at a school's moderated view
 * @step: the stage that the trust sees, from 0
 *
 * Agrees with the school's own view, or begins to differ from it.
 */
void
oct_judge_work_moderate (OctJudgeWork *self, int step)
{
  OctAssessment *assessment = get_assessment (self);
  const OctStage *stage;

  if (!oct_judge_work_is_open (self))
    return;
  stage = oct_judging_get_step_stage (oct_assessment_get_framework (assessment), step);
  if (stage == NULL)
    return;
  oct_judging_moderate (assessment, self->judgement, stage->key);
  keep (self, FALSE);
}

/**
 * oct_judge_work_clear:
 * @self: work
 *
 * Takes the judgement away: it is "not judged" again.
 */
void
oct_judge_work_clear (OctJudgeWork *self)
{
  if (!oct_judge_work_is_open (self) || self->judgement->id == NULL)
    return;
  self->n_on_the_way++;
  oct_workbench_clear_judgement_async (self->workbench, self->judgement, kept_cb,
                                       g_object_ref (self));
}
