/* The pictures of the eight elements, made of an assessment: the octant and its companions.
 *
 * Charts know nothing of schools; here is where judgements become what they draw. Every picture is
 * (transfer full), has its finding as its title, and says what it shows, of when, and from where.
 * The ids its data hand back are elements' keys or schools' ids.
 */
#pragma once

#include "oct-assessment.h"
#include "oct-chart.h"

G_BEGIN_DECLS

/* @chosen: (nullable): the id of a school whose dots are filled and named. */
OctChart *oct_picture_octant (OctAssessment *assessment, const char *chosen);
/* The octant of one school: its own stages, the trust's moderated view first. */
OctChart *oct_picture_school_octant (OctAssessment *assessment, const char *school_id);
OctChart *oct_picture_small_octants (OctAssessment *assessment);
/* @sort: (nullable): the key of an element to sort the schools by, on request only. */
OctChart *oct_picture_heat_map (OctAssessment *assessment, const char *sort);
OctChart *oct_picture_spread (OctAssessment *assessment, const char *element, const char *chosen);
OctChart *oct_picture_resiliences (OctAssessment *assessment);
/* @judgements: (element-type OctJudgement): of the element in every cycle. */
OctChart *oct_picture_trend (OctAssessment *assessment, const char *element, const char *school_id,
                             GPtrArray *judgements);

G_END_DECLS
