/* What the files of the strip chart share: reviews, rows, cells, and where they are. */
#pragma once

#include "oct-chart-text.h"
#include "oct-rating-strip-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *name;
} OctStripReview;

typedef struct
{
  OctRatingMark mark;
  OctTravelMark travel;
  char *words;
} OctStripCell;

typedef struct
{
  char *id;
  char *reference;
  char *statement;
  char *group;
  OctStripCell *cells; /* one for each review */
  int support_first;   /* -1: none */
  int support_last;
  char *support;
  int wait;
} OctStripRow;

typedef struct
{
  guint block;
  double at; /* in row heights */
  gboolean headed;
} OctStripPlace;

typedef struct
{
  OctChartTheme type; /* of the rows */
  double key;
  double head;
  guint n_blocks;
  double block;     /* from one block to the next */
  double inner;     /* a block without the gap after it */
  double reference; /* width of the references */
  double names;     /* with the references */
  double cell;
  double wait; /* width of the column of waits, 0 without */
  double line;
  OctStripPlace *places;
  GPtrArray *texts; /* (nullable): what rows say, made when they are first drawn */
} OctStripLayout;

struct _OctRatingStripChart
{
  OctPlacedChart parent_instance;

  GPtrArray *reviews; /* of OctStripReview */
  GPtrArray *rows;    /* of OctStripRow */

  /* The last layout asked for, since a picture is drawn more often than it changes. */
  OctStripLayout kept;
  double kept_width;
  double kept_height;
  OctChartTheme kept_theme;
};

OctStripRow *oct_strip_row (OctRatingStripChart *self, guint index);
OctStripReview *oct_strip_review (OctRatingStripChart *self, guint index);
gboolean oct_strip_has_waits (OctRatingStripChart *self);

/* Belongs to the chart, until its data change or another size is asked for. */
OctStripLayout *oct_strip_get_layout (OctRatingStripChart *self, double width, double height,
                                      const OctChartTheme *theme);
void oct_strip_layout_clear (OctStripLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OctStripLayout, oct_strip_layout_clear)
void oct_strip_get_cell (const OctStripLayout *layout, guint row, guint review,
                         cairo_rectangle_t *cell);
double oct_strip_natural_height (OctChart *chart, double width, const OctChartTheme *theme);
double oct_strip_lay_key (OctRatingStripChart *self, cairo_t *cr, double width,
                          const OctChartTheme *theme);
void oct_strip_draw (OctChart *chart, cairo_t *cr, double width, double height,
                     const OctChartTheme *theme);

/* "21 days", "no support yet", %NULL where the question doesn't arise; free with g_free(). */
char *oct_strip_wait_to_text (int wait);
char *oct_strip_suggest_title (OctChart *chart);
char *oct_strip_describe (OctChart *chart);
char *oct_strip_describe_datum (OctChart *chart, int datum);
OctChartTable *oct_strip_table (OctChart *chart);

G_END_DECLS
