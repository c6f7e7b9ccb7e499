/* What the files of the flow chart share: counts, and where nodes and bands are. */
#pragma once

#include "oct-chart-text.h"
#include "oct-rating-flow-chart.h"

G_BEGIN_DECLS

#define OCT_FLOW_NODES 4

/* From the top down. */
extern const OctRatingMark oct_flow_order[OCT_FLOW_NODES];

struct _OctRatingFlowChart
{
  OctPlacedChart parent_instance;

  char *before;
  char *after;
  guint counts[OCT_FLOW_NODES][OCT_FLOW_NODES]; /* by place in the order: before, after */
};

typedef struct
{
  guint from, to; /* places in the order */
  guint n;
  double left, right; /* upper edges at either side */
  double thick;
} OctFlowBand;

typedef struct
{
  double head;
  double x0, x1; /* inner edges of the nodes */
  double node;   /* width of a node */
  double scale;  /* points for an objective */
  double tops[2][OCT_FLOW_NODES];
  guint sums[2][OCT_FLOW_NODES];
  OctFlowBand bands[OCT_FLOW_NODES * OCT_FLOW_NODES];
  guint n_bands;
} OctFlowLayout;

guint oct_flow_get_total (OctRatingFlowChart *self);
/* Fills in @bands and @sums without places. */
void oct_flow_get_bands (OctRatingFlowChart *self, OctFlowLayout *layout);
void oct_flow_get_layout (OctRatingFlowChart *self, double width, double height,
                          const OctChartTheme *theme, OctFlowLayout *layout);
/* The upper edge of a band at a share of the way, 0 to 1. */
double oct_flow_band_y (const OctFlowBand *band, double way);
void oct_flow_draw (OctChart *chart, cairo_t *cr, double width, double height,
                    const OctChartTheme *theme);
void oct_flow_draw_overlay (OctChart *chart, cairo_t *cr, double width, double height,
                            const OctChartTheme *theme, int datum, gboolean focused);

char *oct_flow_suggest_title (OctChart *chart);
char *oct_flow_describe (OctChart *chart);
char *oct_flow_describe_datum (OctChart *chart, int datum);
OctChartTable *oct_flow_table (OctChart *chart);

G_END_DECLS
