/* The pictures of plans and of what goes with them: who supports whom, which school uses which
 * practice, and which school objective serves which of the trust's.
 *
 * Charts know nothing of schools; here is where records become what they draw. Every picture is
 * (transfer full), has its finding as its title, and says what it shows and from where.
 */
#pragma once

#include "oct-assessment.h"
#include "oct-chart.h"
#include "oct-plan-book.h"

G_BEGIN_DECLS

/* @term: (nullable): the term it is of; all support where there is none. Its data hand back
 * "school:ID", "centre" or "outside:NAME". */
OctChart *oct_picture_support_network (OctAssessment *assessment, OctPlanBook *book,
                                       const OctCycle *term);
/* Its data hand back practices' ids. */
OctChart *oct_picture_practices (OctAssessment *assessment, OctPlanBook *book);
/* Its data hand back objectives' ids. */
OctChart *oct_picture_line_of_sight (OctAssessment *assessment, OctPlanBook *book);

/**
 * OctSight:
 * @objective: (transfer none): one of the trust's, or %NULL for those that serve none
 * @serving: (element-type OctObjective): objectives of schools, as their plans are in order
 *
 * An objective of the trust with those that serve it.
 */
typedef struct
{
  const OctObjective *objective;
  GPtrArray *serving;
} OctSight;

void oct_sight_free (OctSight *sight);
/* (transfer full) (element-type OctSight): of plans that are open and no templates; those that serve
 * none come last, if there are any. */
GPtrArray *oct_plans_find_sights (OctAssessment *assessment, OctPlanBook *book);

G_END_DECLS
