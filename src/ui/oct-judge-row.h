/* A row of the judge page: an element, its stage and how far its judgement is. */
#pragma once

#include <gtk/gtk.h>

#include "oct-judging.h"

G_BEGIN_DECLS

#define OCT_TYPE_JUDGE_ROW (oct_judge_row_get_type ())
G_DECLARE_FINAL_TYPE (OctJudgeRow, oct_judge_row, OCT, JUDGE_ROW, GtkListBoxRow)

GtkWidget *oct_judge_row_new (void);
/* @focus: the trust chose the element for this cycle. */
void oct_judge_row_set_element (OctJudgeRow *self, const OctElement *element, gboolean focus);
void oct_judge_row_set_judgement (OctJudgeRow *self, OctFramework *framework,
                                  const OctJudgement *judgement, const OctJudgement *before);
const char *oct_judge_row_get_element (OctJudgeRow *self);
guint oct_judge_row_get_number (OctJudgeRow *self);
gboolean oct_judge_row_get_focus (OctJudgeRow *self);
OctJudgingState oct_judge_row_get_state (OctJudgeRow *self);

G_END_DECLS
