/* Where the parts of a plan stand, in words: what a line of the outline, a page on paper and a screen
 * reader say alike.
 */
#pragma once

#include "oct-own-trust.h"
#include "oct-plan-query.h"

G_BEGIN_DECLS

/**
 * OctPlanReader:
 * @book: the plan's records
 * @people: (element-type OctPerson): those who own things
 * @schools: (element-type OctOwnSchool): the schools that the plan is for
 * @today: the day
 */
typedef struct
{
  OctPlanBook *book;
  GPtrArray *people;
  GPtrArray *schools;
  OctDate today;
} OctPlanReader;

/* "" for nobody. */
const char *oct_plan_words_person (const OctPlanReader *reader, const char *person_id);
/* (transfer full): "Amber since 12 December 2025", "Not rated". */
char *oct_plan_words_standing (const OctPlanReader *reader, const OctObjective *objective);
/* (transfer full): "61.5 → 70 (10 December 2025) → 80 % by 19 June 2026"; "" where nothing is
 * stated. */
char *oct_plan_words_course (const OctPlanReader *reader, const OctCriterion *criterion);
/* (transfer full): a figure with its unit: "80 %". */
char *oct_plan_words_figure (double value, const char *unit);
/* (transfer full) (element-type utf8): what is said under a record, in parts. */
GPtrArray *oct_plan_words_parts (const OctPlanReader *reader, const OctRecord *record);
/* (transfer full) (element-type utf8): what an objective needs and lacks: "No owner". */
GPtrArray *oct_plan_words_missing (const OctPlanReader *reader, const OctObjective *objective);
gboolean oct_plan_words_is_overdue (const OctPlanReader *reader, const OctRecord *record);
/* (transfer full): "£1,500", "£12.50"; @pence. */
char *oct_plan_words_cost (gint64 pence);

G_END_DECLS
