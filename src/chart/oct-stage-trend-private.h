/* What the files of the trend chart share: cycles, panels, lines, and where they are in a plot. */
#pragma once

#include "oct-chart-text.h"
#include "oct-stage-key.h"
#include "oct-stage-trend-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *name;
  char *note; /* why lines break before it */
} OctTrendCycle;

typedef struct
{
  char *id;
  char *name;
  guint hue;
  int *stages; /* one for each cycle, as own */
  int *own;
} OctTrendLine;

typedef struct
{
  char *id;
  char *name;
  guint number;
  OctTrendLine lines[OCT_STAGE_TREND_MAX_LINES];
  guint n_lines;
  int target;
  char *target_name;
  guint *counts; /* cycle × (stages + 1), what isn't judged first; NULL until set */
} OctTrendPanel;

struct _OctStageTrendChart
{
  OctChart parent_instance;

  OctStages stages;
  GPtrArray *cycles; /* of OctTrendCycle */
  OctTrendPanel panels[OCT_STAGE_TREND_MAX_PANELS];
  guint n_panels;
};

/* All panels are alike; @left to @bottom are those of the first one's grid. */
typedef struct
{
  guint n_across;
  double pitch_x, pitch_y; /* from one panel to the next */
  double key;
  double head; /* a panel's heading */
  double note; /* room for the words of a break */
  double left, top;
  double column; /* a cycle's width */
  double band;   /* a stage's height */
  double gap;    /* before the target's column, and above what isn't judged */
  guint n_columns;
  gboolean target;
  gboolean unjudged; /* there is a row for what isn't judged */
  gboolean counts;
  gboolean end_names; /* lines are named at their ends */
  double right;       /* room for that */
  char *const *labels;
} OctTrendLayout;

OctTrendCycle *oct_trend_cycle (OctStageTrendChart *self, guint index);
gboolean oct_trend_find (OctStageTrendChart *self, int datum, guint *panel, guint *line,
                         guint *cycle);
/* The cycle judged last before @cycle that it may be compared with, or -1. */
int oct_trend_before (OctStageTrendChart *self, const OctTrendLine *line, guint cycle);
gboolean oct_trend_own_differs (const OctTrendLine *line, guint cycle);
guint oct_trend_count (OctStageTrendChart *self, const OctTrendPanel *panel, guint cycle,
                       int stage);
OctColour oct_trend_colour (const OctTrendLine *line, const OctChartTheme *theme);

void oct_trend_get_layout (OctStageTrendChart *self, double width, double height,
                           const OctChartTheme *theme, OctTrendLayout *layout);
double oct_trend_natural_height (OctStageTrendChart *self, double width,
                                 const OctChartTheme *theme);
double oct_trend_lay_key (OctStageTrendChart *self, cairo_t *cr, double width,
                          const OctChartTheme *theme, gboolean end_names);
/* The left edge and top of a panel's grid. */
void oct_trend_panel_origin (const OctTrendLayout *layout, guint panel, double *x, double *y);
double oct_trend_column_x (const OctTrendLayout *layout, guint panel, guint column);
/* The upper edge of a stage's band; %OCT_STAGE_NOT_JUDGED has its own. */
double oct_trend_band_y (OctStageTrendChart *self, const OctTrendLayout *layout, guint panel,
                         int stage);
/* Where a line runs when it is at @stage. */
double oct_trend_line_y (OctStageTrendChart *self, const OctTrendLayout *layout, guint panel,
                         guint line, int stage);
void oct_trend_draw (OctStageTrendChart *self, cairo_t *cr, double width, double height,
                     const OctChartTheme *theme);

char *oct_trend_suggest_title (OctChart *chart);
char *oct_trend_describe (OctChart *chart);
char *oct_trend_describe_datum (OctChart *chart, int datum);
OctChartTable *oct_trend_table (OctChart *chart);

G_END_DECLS
