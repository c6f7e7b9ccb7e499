/* What the files of the spread chart share: its dots, and where they are in a plot. */
#pragma once

#include "oct-chart-text.h"
#include "oct-stage-key.h"
#include "oct-stage-spread-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *name;
  int stage;
  int previous;
} OctSpreadDot;

/* Bands go by their stage plus one: 0 is the bin of what isn't judged. */
typedef struct
{
  OctChartTheme type;
  gboolean named; /* dots have their names beside them */
  double labels;  /* where the stages' names and counts end */
  double lane;    /* width of the chosen one's lane, 0 if there is none */
  double left;    /* where the grid of dots begins */
  double cell;    /* a dot's share of a line, with its name if it has one */
  double line;
  guint n_across;
  double radius;
  double head;        /* height of the element's name */
  char *const *names; /* of the stages */
  double tops[OCT_STAGES_MAX + 1];
  double heights[OCT_STAGES_MAX + 1];
  cairo_rectangle_t *cells; /* one for each dot */
  GPtrArray *texts;         /* names, in the order of dots; laid out when first drawn */
} OctSpreadLayout;

struct _OctStageSpreadChart
{
  OctChart parent_instance;

  OctStages stages;
  char *element_id;
  char *element_name;
  guint number;
  GPtrArray *dots; /* of OctSpreadDot, as given */
  char *chosen;
  char *item_name;
  char *previous_name;

  /* Where things were at the last size asked for, until the data change. */
  OctSpreadLayout kept;
  double kept_width;
  double kept_height;
  OctChartTheme kept_theme;
};

OctSpreadDot *oct_spread_dot (OctStageSpreadChart *self, guint index);
int oct_spread_chosen (OctStageSpreadChart *self);
guint oct_spread_count (OctStageSpreadChart *self, int stage);
OctColour oct_spread_colour (OctStageSpreadChart *self, const OctChartTheme *theme);

/* How many lines of dots a band has. */
guint oct_spread_lines (OctStageSpreadChart *self, const OctSpreadLayout *layout, int stage);
/* Belongs to the chart, until its data change or another size is asked for. */
const OctSpreadLayout *oct_spread_get_layout (OctStageSpreadChart *self, double width,
                                              double height, const OctChartTheme *theme);
void oct_spread_layout_clear (OctSpreadLayout *layout);
double oct_spread_natural_height (OctStageSpreadChart *self, double width,
                                  const OctChartTheme *theme);
void oct_spread_draw (OctStageSpreadChart *self, cairo_t *cr, double width, double height,
                      const OctChartTheme *theme);

char *oct_spread_suggest_title (OctChart *chart);
char *oct_spread_describe (OctChart *chart);
char *oct_spread_describe_datum (OctChart *chart, int datum);
OctChartTable *oct_spread_table (OctChart *chart);

G_END_DECLS
