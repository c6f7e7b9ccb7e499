/* Milestones met against milestones planned, added up over time.
 *
 * Both are flights of steps: a milestone is met on a day or it isn't. The line of what was met ends
 * today; the gap between the two is drawn there and said in words. A datum is a day on which
 * something was due or met.
 */
#pragma once

#include "oct-placed-chart.h"

G_BEGIN_DECLS

#define OCT_TYPE_BURN_UP_CHART (oct_burn_up_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctBurnUpChart, oct_burn_up_chart, OCT, BURN_UP_CHART, OctPlacedChart)

OctBurnUpChart *oct_burn_up_chart_new (void);
/* Days as year × 10000 + month × 100 + day; @due 0: no date, @met 0: not met. */
void oct_burn_up_chart_add (OctBurnUpChart *self, const char *name, gint32 due, gint32 met);
void oct_burn_up_chart_set_today (OctBurnUpChart *self, gint32 today);
void oct_burn_up_chart_clear (OctBurnUpChart *self);

G_END_DECLS
