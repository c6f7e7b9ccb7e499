/* Plans as a timeline: what the chart is filled with, and what becomes of a row that was moved.
 *
 * Charts know nothing of plans. A row's id is that of its record: a plan, an objective, an action, a
 * milestone or a review. When the next review is due stands beside them as "next/" and the plan's id.
 */
#pragma once

#include "oct-assessment.h"
#include "oct-plan-pictures.h"
#include "oct-plan-query.h"
#include "oct-timeline-chart.h"

G_BEGIN_DECLS

/**
 * OctTimelineFilter:
 * @plan_id: (nullable): only this plan
 * @school_id: (nullable): only plans of this school
 * @overdue: only what is overdue, with what it is part of
 * @today: the day
 */
typedef struct
{
  const char *plan_id;
  const char *school_id;
  gboolean overdue;
  OctDate today;
} OctTimelineFilter;

/* @assessment: (nullable): for the names of schools and of owners. Clears the chart first. */
void oct_plan_timeline_fill (OctTimelineChart *chart, OctPlanBook *book, OctAssessment *assessment,
                             const OctTimelineFilter *filter);
/* (transfer full): the timeline as a picture of its own: a school's in full, else as much of each plan
 * as there is room for. */
OctChart *oct_plan_picture_timeline (const OctProgressSubject *subject);
/* Says what such a picture shows, and from where. */
void oct_plan_timeline_dress (OctTimelineChart *chart, OctAssessment *assessment, OctDate today);
/* (transfer full): the plan's name in lists: its school, and its title where that says more. */
char *oct_plan_timeline_name (OctPlanBook *book, OctAssessment *assessment, const OctPlan *plan);
/* (transfer container) (element-type OctPlan): plans but no templates: the trust's, then by school. */
GPtrArray *oct_plan_timeline_list (OctPlanBook *book, OctAssessment *assessment);

/* Whether a review is still to be held, so that its day can be moved. */
gboolean oct_plan_timeline_is_due (OctPlanBook *book, const OctReview *review);
/* (transfer full): the edit that gives a row other days, which are Julian, and its @sentence;
 * %OCT_ERROR_RULE where they can't be changed, %OCT_ERROR_NOT_FOUND where it is gone. */
OctRecordChange *oct_plan_timeline_move (OctPlanBook *book, const char *id, gint32 start,
                                         gint32 end, char **sentence, GError **error);
/* (transfer full) (nullable): the page that a row is opened on. */
char *oct_plan_timeline_location (OctPlanBook *book, const char *id);
/* (nullable): the plan that a row is part of. */
const OctPlan *oct_plan_timeline_plan_of (OctPlanBook *book, const char *id);

/* (transfer full) (element-type OctTermSpan): the terms and holidays of a school year as the trust has
 * set them (@own is then %TRUE), or as they usually are. */
GPtrArray *oct_plan_timeline_terms (OctPlanBook *book, int year, gboolean *own);
/* (transfer full): the edit that sets them; @spans %NULL goes back to the usual ones. */
OctRecordChange *oct_plan_timeline_set_terms (OctPlanBook *book, int year, GPtrArray *spans);

gint32 oct_date_to_julian (OctDate date);
OctDate oct_date_from_julian (gint32 day);

G_END_DECLS
