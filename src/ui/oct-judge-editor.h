/* One element of one subject, open for judging. */
#pragma once

#include <adwaita.h>

#include "oct-judging.h"
#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_JUDGE_EDITOR (oct_judge_editor_get_type ())
G_DECLARE_FINAL_TYPE (OctJudgeEditor, oct_judge_editor, OCT, JUDGE_EDITOR, AdwBin)

/* Signals: "changed": the judgement is another one; "failed" (string): why it was not kept. */
void oct_judge_editor_set_workbench (OctJudgeEditor *self, OctWorkbench *workbench);
/* What is typed at the place before is kept first. */
void oct_judge_editor_show (OctJudgeEditor *self, const OctJudgingPlace *place);
void oct_judge_editor_commit (OctJudgeEditor *self);
/* (nullable): as it is shown, which may be ahead of what is kept. */
const OctJudgement *oct_judge_editor_get_judgement (OctJudgeEditor *self);
gboolean oct_judge_editor_is_open (OctJudgeEditor *self);
gboolean oct_judge_editor_can_carry (OctJudgeEditor *self);

void oct_judge_editor_choose (OctJudgeEditor *self, int step);
gboolean oct_judge_editor_finish (OctJudgeEditor *self);
void oct_judge_editor_carry (OctJudgeEditor *self);
void oct_judge_editor_clear (OctJudgeEditor *self);
void oct_judge_editor_add_evidence (OctJudgeEditor *self);
void oct_judge_editor_focus_reason (OctJudgeEditor *self);

G_END_DECLS
