/* What the files of the share chart share: bars, and where they are. */
#pragma once

#include "oct-chart-text.h"
#include "oct-rating-share-chart.h"

G_BEGIN_DECLS

#define OCT_SHARE_PARTS 4

/* From the line to the right. */
extern const OctRatingMark oct_share_order[OCT_SHARE_PARTS];

typedef struct
{
  char *id;
  char *name;
  guint parts[OCT_SHARE_PARTS]; /* in that order */
  guint total;
  gboolean whole;
} OctShareBar;

struct _OctRatingShareChart
{
  OctPlacedChart parent_instance;

  GPtrArray *bars; /* of OctShareBar */
  char *item_name;
};

typedef struct
{
  OctChartTheme type;
  double key;
  guint n_blocks;
  guint per_block;
  double block, inner;
  double names;
  double numbers; /* room for what stands behind a bar */
  double line;
} OctShareLayout;

OctShareBar *oct_share_bar (OctRatingShareChart *self, guint index);
/* "7 of 12 green"; free with g_free(). */
char *oct_share_bar_to_text (const OctShareBar *bar);
void oct_share_get_layout (OctRatingShareChart *self, double width, double height,
                           const OctChartTheme *theme, OctShareLayout *layout);
/* The room of a bar with its name and numbers; the bar alone. */
void oct_share_get_row (const OctShareLayout *layout, guint index, cairo_rectangle_t *row,
                        cairo_rectangle_t *bar);
double oct_share_lay_key (OctRatingShareChart *self, cairo_t *cr, double width,
                          const OctChartTheme *theme);
void oct_share_draw (OctChart *chart, cairo_t *cr, double width, double height,
                     const OctChartTheme *theme);

char *oct_share_suggest_title (OctChart *chart);
char *oct_share_describe (OctChart *chart);
char *oct_share_describe_datum (OctChart *chart, int datum);
OctChartTable *oct_share_table (OctChart *chart);

G_END_DECLS
