/* What stands in place of a judging page while there is nothing to judge. */
#pragma once

#include <adwaita.h>

#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_JUDGE_BLANK (oct_judge_blank_get_type ())
G_DECLARE_FINAL_TYPE (OctJudgeBlank, oct_judge_blank, OCT, JUDGE_BLANK, AdwBin)

/* Whether there is something to judge; else says what to do first. */
gboolean oct_judge_blank_update (OctJudgeBlank *self, OctWorkbench *workbench);
/* Says that a place isn't there, and leads to one that is. */
void oct_judge_blank_say (OctJudgeBlank *self, const char *title, const char *description,
                          const char *button, const char *location);

G_END_DECLS
