/* Judging: what happens to a judgement while somebody works on it.
 *
 * The screens where people judge ask here for the judgement to begin with, change it here, and
 * send it to the workbench. The rules are few: a finished judgement stays finished while it has a
 * stage and a reason of its own; a reason that was taken over from another cycle or another view
 * doesn't serve a new stage. How far two views are apart is said in steps, never as a number.
 */
#pragma once

#include "oct-assessment.h"

G_BEGIN_DECLS

/**
 * OctJudgingState:
 * @OCT_JUDGING_NONE: nobody has judged: an absence, not a stage
 * @OCT_JUDGING_DRAFT: begun, and not finished
 * @OCT_JUDGING_UNCHANGED: finished, as it was in the cycle before
 * @OCT_JUDGING_DONE: finished
 */
typedef enum
{
  OCT_JUDGING_NONE,
  OCT_JUDGING_DRAFT,
  OCT_JUDGING_UNCHANGED,
  OCT_JUDGING_DONE,
} OctJudgingState;

OctJudgingState oct_judging_get_state (const OctJudgement *judgement);
const char *oct_judging_state_to_text (OctJudgingState state);

/* What is judged: an element or an aspect of one subject, in one view. */
typedef struct
{
  const char *school_id; /* (nullable): the trust */
  const char *element;
  const char *aspect; /* (nullable) */
  OctJudgementView view;
} OctJudgingPlace;

/**
 * OctJudgingText:
 * @OCT_JUDGING_REASON: why this stage
 * @OCT_JUDGING_GIVES: what a school gives
 * @OCT_JUDGING_GAINS: what a school gains
 */
typedef enum
{
  OCT_JUDGING_REASON,
  OCT_JUDGING_GIVES,
  OCT_JUDGING_GAINS,
} OctJudgingText;

OctJudgement *oct_judging_begin (OctAssessment *assessment, const OctJudgingPlace *place);
gboolean oct_judging_set_stage (OctJudgement *judgement, const char *stage);
gboolean oct_judging_set_text (OctJudgement *judgement, OctJudgingText which, const char *text);
const char *oct_judging_get_text (const OctJudgement *judgement, OctJudgingText which);
gboolean oct_judging_finish (OctJudgement *judgement, GError **error);
gboolean oct_judging_can_carry (OctAssessment *assessment, const OctJudgingPlace *place);

void oct_judging_moderate (OctAssessment *assessment, OctJudgement *moderated, const char *stage);

/* (transfer none) (nullable): the stage that is a step in use, from 0. */
const OctStage *oct_judging_get_step_stage (OctFramework *framework, int step);
/* (transfer none) (nullable): the step's name. */
const char *oct_judging_get_step_name (OctFramework *framework, int step);
/* The step of a judgement, draft or finished, else %OCT_STAGE_NONE. */
int oct_judging_get_step (OctFramework *framework, const OctJudgement *judgement);
/* Adds the keys of the stages that finished judgements found; their texts are borrowed. */
void oct_judging_note_stages (GPtrArray *judgements, GHashTable *keys);
char *oct_judging_describe_difference (int own, int moderated);
/* The other view in a sentence, beside the one that is judged. */
char *oct_judging_describe_own (OctAssessment *assessment, const OctJudgement *own, int moderated);
char *oct_judging_describe_moderated (OctAssessment *assessment, const OctJudgement *moderated,
                                      int own);

G_END_DECLS
