/* Lines over time: how something grew from one release to the next.
 *
 * Works with one dated point as with many; the value axis starts at zero, lines are named at
 * their end, and where the series breaks the line breaks too and says why.
 */
#pragma once

#include "oct-chart.h"
#include "oct-chart-value.h"

G_BEGIN_DECLS

#define OCT_TYPE_LINE_CHART (oct_line_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctLineChart, oct_line_chart, OCT, LINE_CHART, OctChart)

#define OCT_LINE_MAX_SERIES 6

/**
 * OctLinePoint:
 * @id: (nullable): handed back when the point is activated
 * @day: year × 10000 + month × 100 + day
 * @value: at least 0, or %OCT_CHART_MISSING: the line breaks here
 * @missing: (nullable): why it breaks
 */
typedef struct
{
  const char *id;
  gint32 day;
  double value;
  const char *missing;
} OctLinePoint;

OctLineChart *oct_line_chart_new (void);
/* Adds a named line, its points in the order of days; %FALSE when there are already six. */
gboolean oct_line_chart_add_series (OctLineChart *self, const char *name,
                                    const OctLinePoint *points, guint n_points,
                                    gboolean highlighted);
void oct_line_chart_clear (OctLineChart *self);
void oct_line_chart_set_unit (OctLineChart *self, OctChartUnit unit);
void oct_line_chart_set_value_name (OctLineChart *self, const char *name);

G_END_DECLS
