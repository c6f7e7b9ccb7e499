/* The pictures of progress, made of the book of plans.
 *
 * Charts know nothing of plans; here is where criteria, reviews, milestones, risks and support become
 * what they draw. Every picture is (transfer full), has its finding as its title, and says what it
 * shows, of when, and from where. Schools stand in the order of their names, objectives in that of
 * their plans; nothing is ranked. Ids that data hand back are those of objectives, or of schools
 * (share) and risks.
 */
#pragma once

#include "oct-assessment.h"
#include "oct-bullet-chart.h"
#include "oct-plan-book.h"

G_BEGIN_DECLS

/**
 * OctProgressSubject:
 * @book: the book of plans
 * @assessment: names of the trust and its schools, and their facts
 * @school_id: (nullable): one school; %NULL for the trust with all its schools
 * @plan_id: (nullable): one plan alone
 * @today: the day that milestones, targets and re-checks are compared with
 * @attention: of the strip, only objectives whose latest rating is red or amber
 * @most: of the strip, at most so many rows; 0 for all
 *
 * What a picture of progress is of.
 */
typedef struct
{
  OctPlanBook *book;
  OctAssessment *assessment;
  const char *school_id;
  const char *plan_id;
  OctDate today;
  gboolean attention;
  guint most;
} OctProgressSubject;

/* Success criteria: baseline, actual, target. */
OctChart *oct_plan_picture_success (const OctProgressSubject *subject);
/* One of them in a chart of the caller's. */
void oct_plan_picture_add_criterion (OctBulletChart *chart, OctPlanBook *book,
                                     const OctCriterion *criterion, GPtrArray *schools,
                                     const char *id, const char *group);
/* How many objectives the strip would show with no limit. */
guint oct_plan_picture_count_strip (const OctProgressSubject *subject);
/* Ratings of objectives at each review of a school, or in each term of the trust. */
OctChart *oct_plan_picture_strip (const OctProgressSubject *subject);
/* How ratings moved between the two latest of those. */
OctChart *oct_plan_picture_flow (const OctProgressSubject *subject);
OctChart *oct_plan_picture_share (const OctProgressSubject *subject);
OctChart *oct_plan_picture_milestones (const OctProgressSubject *subject);
/* Risks that are open, with their controls. */
OctChart *oct_plan_picture_risks (const OctProgressSubject *subject);
/* Did it last? Need, support, ratings and re-checks. */
OctChart *oct_plan_picture_lasting (const OctProgressSubject *subject);

G_END_DECLS
