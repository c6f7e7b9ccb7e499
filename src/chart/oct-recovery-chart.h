/* Did it last? A lane through time for each objective: need, support, ratings, and after.
 *
 * A lane shows when a need was raised, how long there was support and by whom, what reviews said,
 * and what re-checks found one and three terms after support had ended: held, held in part, slipped,
 * or still to do. A datum is one of these.
 */
#pragma once

#include "oct-placed-chart.h"
#include "oct-rating-marks.h"

G_BEGIN_DECLS

#define OCT_TYPE_RECOVERY_CHART (oct_recovery_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctRecoveryChart, oct_recovery_chart, OCT, RECOVERY_CHART, OctPlacedChart)

typedef enum
{
  OCT_RECOVERY_CHECK_DUE,
  OCT_RECOVERY_CHECK_HELD,
  OCT_RECOVERY_CHECK_PARTLY, /* held in part */
  OCT_RECOVERY_CHECK_SLIPPED,
} OctRecoveryCheck;

OctRecoveryChart *oct_recovery_chart_new (void);
/* A lane below the others; @detail (nullable) stands below its name. Returns its index. Days are
 * year × 10000 + month × 100 + day throughout; what has no day is left out. */
guint oct_recovery_chart_add_lane (OctRecoveryChart *self, const char *id, const char *name,
                                   const char *detail);
void oct_recovery_chart_add_need (OctRecoveryChart *self, guint lane, gint32 day,
                                  const char *words);
/* @end 0: still going on. @days of support, below 0 if not known; @giver (nullable). */
void oct_recovery_chart_add_support (OctRecoveryChart *self, guint lane, gint32 start, gint32 end,
                                     double days, const char *giver);
void oct_recovery_chart_add_rating (OctRecoveryChart *self, guint lane, gint32 day,
                                    OctRatingMark mark, const char *words);
/* @day is when it was done, or is due. */
void oct_recovery_chart_add_check (OctRecoveryChart *self, guint lane, gint32 day,
                                   OctRecoveryCheck check, const char *words);
void oct_recovery_chart_set_today (OctRecoveryChart *self, gint32 today);
void oct_recovery_chart_clear (OctRecoveryChart *self);

G_END_DECLS
