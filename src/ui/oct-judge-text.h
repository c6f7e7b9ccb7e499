/* A text of a judgement: a question, room to write, and what was said before. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OCT_TYPE_JUDGE_TEXT (oct_judge_text_get_type ())
G_DECLARE_FINAL_TYPE (OctJudgeText, oct_judge_text, OCT, JUDGE_TEXT, AdwBin)

/* Property "label" (string, with a mnemonic). Signal "committed": the person paused or went on,
 * and the text is another one than was set. */
GtkWidget *oct_judge_text_new (void);
void oct_judge_text_set_label (OctJudgeText *self, const char *label);
void oct_judge_text_set_one_line (OctJudgeText *self);
void oct_judge_text_set_question (OctJudgeText *self, const char *question);
/* Nothing is done while something is typed that wasn't committed yet. */
void oct_judge_text_set_text (OctJudgeText *self, const char *text);
/* Another text of another thing: what was typed is committed first by the caller. */
void oct_judge_text_reset (OctJudgeText *self, const char *text);
char *oct_judge_text_dup_text (OctJudgeText *self);
/* Commits what is typed, if anything is. */
void oct_judge_text_commit (OctJudgeText *self);
void oct_judge_text_set_before (OctJudgeText *self, const char *before);
/* Says under the text what is missing; %NULL takes it away. */
void oct_judge_text_set_message (OctJudgeText *self, const char *message);
void oct_judge_text_set_editable (OctJudgeText *self, gboolean editable);
void oct_judge_text_focus (OctJudgeText *self);

G_END_DECLS
