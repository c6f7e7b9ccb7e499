/* What the two files of the bar chart share: its bars, and where they are in a plot. */
#pragma once

#include "oct-bar-chart.h"
#include "oct-chart-text.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *name;
  char *missing;
  double value;
  double comparison;
  gboolean highlighted;
} OctBarDatum;

struct _OctBarChart
{
  OctChart parent_instance;

  GArray *bars; /* of OctBarDatum */
  OctChartUnit unit;
  char *value_name;
  char *item_name;
  char *comparison_name;
  double maximum;
};

/* Where things are in a plot of a certain size. */
typedef struct
{
  double names;   /* width of the names' column */
  gboolean wraps; /* whether a name is wider than it */
  double key;     /* where the key begins */
  double x0;      /* where zero is */
  double scale;   /* points per unit of value */
  double top;     /* below the key */
  double line;    /* height of a bar's line */
  double bar;     /* height of the bar itself */
} OctBarLayout;

const OctBarDatum *oct_bar_get (OctBarChart *self, int index);
gboolean oct_bar_has_comparison (OctBarChart *self);
/* What stands at the end of a bar: the value, or why there is none. */
char *oct_bar_value_text (OctBarChart *self, const OctBarDatum *bar);
/* The least height of a bar's line. */
double oct_bar_least_line (const OctChartTheme *theme);
void oct_bar_get_layout (OctBarChart *self, double width, double height, const OctChartTheme *theme,
                         OctBarLayout *layout);
void oct_bar_draw (OctBarChart *self, cairo_t *cr, double width, double height,
                   const OctChartTheme *theme);

G_END_DECLS
