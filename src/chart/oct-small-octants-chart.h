/* Many small octants side by side, one for each school, in the order they were given.
 *
 * Small multiples let the eye find the one that is unlike the others, without a number that ranks
 * them. A datum is one school's octant.
 */
#pragma once

#include "oct-octant-chart.h"

G_BEGIN_DECLS

#define OCT_TYPE_SMALL_OCTANTS_CHART (oct_small_octants_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctSmallOctantsChart, oct_small_octants_chart, OCT, SMALL_OCTANTS_CHART,
                      OctChart)

OctSmallOctantsChart *oct_small_octants_chart_new (void);
/* From the innermost ring outwards, 3 to 7. */
void oct_small_octants_chart_set_stages (OctSmallOctantsChart *self, const char *const *names);
/* In order from the top clockwise, at most %OCT_OCTANT_MAX_SECTORS. To be called before any school
 * is added. @judged: whether schools judge it; otherwise its sector is left out of their pictures. */
void oct_small_octants_chart_add_sector (OctSmallOctantsChart *self, const char *id, guint number,
                                         const char *name, gboolean judged);
/* @stages and @previous (nullable) have a stage for each sector, %OCT_STAGE_NOT_JUDGED where there
 * is none. */
void oct_small_octants_chart_add_school (OctSmallOctantsChart *self, const char *id,
                                         const char *name, const int *stages, const int *previous);
void oct_small_octants_chart_clear (OctSmallOctantsChart *self);
void oct_small_octants_chart_set_chosen (OctSmallOctantsChart *self, const char *school_id);
/* "summer 2026" and "spring 2026", as they stand within a sentence; both nullable. */
void oct_small_octants_chart_set_view_names (OctSmallOctantsChart *self, const char *now_name,
                                             const char *previous_name);

G_END_DECLS
