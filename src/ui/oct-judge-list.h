/* The list of a judge page: the elements a subject is asked about, those in focus first. */
#pragma once

#include <adwaita.h>

#include "oct-judging.h"

G_BEGIN_DECLS

#define OCT_TYPE_JUDGE_LIST (oct_judge_list_get_type ())
G_DECLARE_FINAL_TYPE (OctJudgeList, oct_judge_list, OCT, JUDGE_LIST, AdwBin)

/* Signals: "selected": a person went to another element; "activated": Return, or a click where
 * "single-click" (a property) is set. */

/* @edited: (nullable): a judgement that may be ahead of what the assessment holds. */
void oct_judge_list_show (OctJudgeList *self, OctAssessment *assessment,
                          const OctJudgingPlace *place, const OctJudgement *edited);
/* Goes to an element, or (%NULL or not asked) to the first that isn't finished. */
void oct_judge_list_select (OctJudgeList *self, const char *element);
/* Goes to the next one that isn't finished, and tells of it; %FALSE if there is none. */
gboolean oct_judge_list_select_unfinished (OctJudgeList *self);
/* (nullable): the key of the chosen element. */
const char *oct_judge_list_get_selected (OctJudgeList *self);
/* Whether a subject is asked about an element that is in the list. */
gboolean oct_judge_list_has (OctJudgeList *self, const char *element);
void oct_judge_list_focus (OctJudgeList *self);

G_END_DECLS
