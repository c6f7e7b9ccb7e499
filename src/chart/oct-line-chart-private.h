/* What the two files of the line chart share: its series, and where they are in a plot. */
#pragma once

#include "oct-chart-text.h"
#include "oct-line-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  gint32 day;
  double x; /* days */
  double value;
  char *missing;
} OctLineDatum;

typedef struct
{
  char *name;
  OctLineDatum *points;
  guint n_points;
  gboolean highlighted;
} OctLineSeries;

struct _OctLineChart
{
  OctChart parent_instance;

  OctLineSeries series[OCT_LINE_MAX_SERIES];
  guint n_series;
  OctChartUnit unit;
  char *value_name;
};

typedef struct
{
  double left, right, top, bottom;
  double first, last; /* days */
  double maximum;
  double step;
} OctLineLayout;

void oct_line_get_layout (OctLineChart *self, double width, double height,
                          const OctChartTheme *theme, OctLineLayout *layout);
double oct_line_x (const OctLineLayout *layout, double days);
double oct_line_y (const OctLineLayout *layout, double value);
void oct_line_draw (OctLineChart *self, cairo_t *cr, double width, double height,
                    const OctChartTheme *theme);
/* The series and the point of a datum; FALSE if there is no such datum. */
gboolean oct_line_find (OctLineChart *self, int datum, guint *series, guint *point);

G_END_DECLS
