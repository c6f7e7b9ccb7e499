/* What the files of the chart of resiliences share: its readings, and where they are in a plot. */
#pragma once

#include "oct-chart-text.h"
#include "oct-resiliences-chart.h"
#include "oct-stage-key.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *name;
  int stage;
  int previous;
  int target;
  OctStageConfidence confidence;
  char *indicator;
} OctReading;

struct _OctResiliencesChart
{
  OctChart parent_instance;

  OctStages stages;
  OctReading readings[OCT_RESILIENCES_MAX];
  guint n_readings;
  guint number;
  char *previous_name;
};

typedef struct
{
  gboolean upright; /* steps go up in columns; else each reading is a line of steps */
  double key;
  double left;   /* room for the stages' names */
  double pitch;  /* from one reading to the next */
  double head;   /* above the steps: name, stage, change */
  double foot;   /* below them: the indicator */
  double step;   /* a step's height, or its width in a line */
  double across; /* a step's width, or its height in a line */
  char *const *names;
  cairo_rectangle_t cells[OCT_RESILIENCES_MAX];
} OctResiliencesLayout;

void oct_resiliences_get_layout (OctResiliencesChart *self, double width, double height,
                                 const OctChartTheme *theme, OctResiliencesLayout *layout);
double oct_resiliences_natural_height (OctResiliencesChart *self, double width,
                                       const OctChartTheme *theme);
double oct_resiliences_lay_key (OctResiliencesChart *self, cairo_t *cr, double width,
                                const OctChartTheme *theme);
OctColour oct_resiliences_colour (OctResiliencesChart *self, const OctChartTheme *theme);
/* Where a step is in the picture. */
void oct_resiliences_get_step (const OctResiliencesLayout *layout, const OctStages *stages,
                               guint reading, int stage, cairo_rectangle_t *step);
void oct_resiliences_draw (OctResiliencesChart *self, cairo_t *cr, double width, double height,
                           const OctChartTheme *theme);

char *oct_resiliences_suggest_title (OctChart *chart);
char *oct_resiliences_describe (OctChart *chart);
char *oct_resiliences_describe_datum (OctChart *chart, int datum);
OctChartTable *oct_resiliences_table (OctChart *chart);

G_END_DECLS
