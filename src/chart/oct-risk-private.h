/* What the files of the risk chart share: risks, and where cells, discs and names are. */
#pragma once

#include "oct-chart-text.h"
#include "oct-risk-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  guint number;
  char *name;
  OctRiskPoint now;
  OctRiskPoint before; /* zeros where it isn't known */
  guint appetite;      /* 0 for none */
} OctRiskDisc;

struct _OctRiskChart
{
  OctPlacedChart parent_instance;

  GPtrArray *risks;  /* of OctRiskDisc */
  char **likelihood; /* names of the steps, or NULL */
  char **impact;
};

typedef struct
{
  double key;
  double left, top; /* of the grid */
  double cell_width, cell_height;
  double radius;   /* of the discs */
  gboolean beside; /* the list is at the right, not below */
  double list_x, list_y, list_width;
  double line;  /* of the list */
  guint listed; /* how many risks there is room for */
} OctRiskLayout;

OctRiskDisc *oct_risk_map_get (OctRiskChart *self, guint index);
gboolean oct_risk_map_is_scored (OctRiskPoint point);
guint oct_risk_map_score (OctRiskPoint point);
gboolean oct_risk_map_is_above (const OctRiskDisc *risk);
/* The appetite that all risks share, or 0. */
guint oct_risk_map_get_appetite (OctRiskChart *self);
/* -1 for a lower score than before, 1 for a higher one, 0 unchanged or not known. */
int oct_risk_map_get_change (const OctRiskDisc *risk);

void oct_risk_map_get_layout (OctRiskChart *self, double width, double height,
                              const OctChartTheme *theme, OctRiskLayout *layout);
void oct_risk_map_get_cell (const OctRiskLayout *layout, OctRiskPoint point,
                            cairo_rectangle_t *cell);
/* The middle of a risk's disc; for one that isn't scored the one of its line in the list, %FALSE
 * where that has no room. */
gboolean oct_risk_map_get_middle (OctRiskChart *self, const OctRiskLayout *layout, guint index,
                                  double *x, double *y);
double oct_risk_map_lay_key (OctRiskChart *self, cairo_t *cr, double width,
                             const OctChartTheme *theme);
void oct_risk_map_draw (OctChart *chart, cairo_t *cr, double width, double height,
                        const OctChartTheme *theme);

char *oct_risk_map_suggest_title (OctChart *chart);
char *oct_risk_map_describe (OctChart *chart);
char *oct_risk_map_describe_datum (OctChart *chart, int datum);
OctChartTable *oct_risk_map_table (OctChart *chart);

G_END_DECLS
