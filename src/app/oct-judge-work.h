/* One judgement while somebody works on it: what is shown, what is on its way to the workspace.
 *
 * A screen sets the place and shows the judgement; every change goes to the workbench at once and
 * is shown before it is kept. What others change in the meantime is taken up when nothing of our
 * own is on its way.
 */
#pragma once

#include "oct-judging.h"
#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_JUDGE_WORK (oct_judge_work_get_type ())
G_DECLARE_FINAL_TYPE (OctJudgeWork, oct_judge_work, OCT, JUDGE_WORK, GObject)

/* Signals: "changed": the judgement is another one, by us or by others; "failed" (string): why a
 * change was not kept. */
OctJudgeWork *oct_judge_work_new (OctWorkbench *workbench);
void oct_judge_work_set_place (OctJudgeWork *self, const OctJudgingPlace *place);
const OctJudgingPlace *oct_judge_work_get_place (OctJudgeWork *self);
/* (nullable): %NULL while there is no cycle or no place. */
const OctJudgement *oct_judge_work_get_judgement (OctJudgeWork *self);
/* Draft or finished; %OCT_STAGE_NONE where no stage is chosen. */
int oct_judge_work_get_step (OctJudgeWork *self);
/* Whether the cycle is open. */
gboolean oct_judge_work_is_open (OctJudgeWork *self);
gboolean oct_judge_work_can_carry (OctJudgeWork *self);

void oct_judge_work_set_step (OctJudgeWork *self, int step);
void oct_judge_work_set_text (OctJudgeWork *self, OctJudgingText which, const char *text);
void oct_judge_work_set_confidence (OctJudgeWork *self, OctConfidence confidence);
gboolean oct_judge_work_finish (OctJudgeWork *self, GError **error);
void oct_judge_work_carry (OctJudgeWork *self);
void oct_judge_work_moderate (OctJudgeWork *self, int step);
void oct_judge_work_clear (OctJudgeWork *self);

G_END_DECLS
