/* Success criteria as bullets: where each began, where it is, where it is meant to be.
 *
 * Every line has its own scale, in its own unit, from the baseline at the left to the target at the
 * right, whichever of the two is the greater number: to the right is always towards the target. All
 * figures are written. What has no figure yet is drawn as that and never as nought. A datum is a
 * criterion.
 */
#pragma once

#include "oct-chart-value.h"
#include "oct-placed-chart.h"

G_BEGIN_DECLS

#define OCT_TYPE_BULLET_CHART (oct_bullet_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctBulletChart, oct_bullet_chart, OCT, BULLET_CHART, OctPlacedChart)

/**
 * OctBulletFigure:
 * @value: a number, or %OCT_CHART_MISSING
 * @day: year × 10000 + month × 100 + day, 0 if not known
 */
typedef struct
{
  double value;
  gint32 day;
} OctBulletFigure;

/**
 * OctBullet:
 * @id: (nullable): handed back when the criterion is activated
 * @name: what is measured
 * @group: (nullable): whose criterion it is, such as an objective; those of one group that follow
 *   each other share its heading
 * @unit: how its figures are written
 * @unit_name: (nullable): what follows them, such as "days"
 * @baseline: where it began
 * @target: what is aimed at, and by when
 * @actual: the latest figure
 * @past: (array length=n_past) (nullable): earlier figures
 * @n_past: how many
 * @note: (nullable): a sentence for the tooltip, such as where the figure is read from
 * @better: 1 where more is better, -1 where less is, 0 where the way from baseline to target says so
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *group;
  OctChartUnit unit;
  const char *unit_name;
  OctBulletFigure baseline;
  OctBulletFigure target;
  OctBulletFigure actual;
  const OctBulletFigure *past;
  guint n_past;
  const char *note;
  int better;
} OctBullet;

OctBulletChart *oct_bullet_chart_new (void);
void oct_bullet_chart_add (OctBulletChart *self, const OctBullet *bullet);
void oct_bullet_chart_clear (OctBulletChart *self);
/* The day from which a target's date has passed, as year × 10000 + month × 100 + day; 0: none. */
void oct_bullet_chart_set_today (OctBulletChart *self, gint32 today);

G_END_DECLS
