/* A chart: one drawing for window, projector, paper, file and test.
 *
 * A chart answers four questions – draw yourself, what is at this point, say yourself in a
 * sentence, give your numbers as rows – and lets its data be walked with the arrow keys. It knows
 * nothing of schools or windows: it is given values, names and an id for each datum, and hands
 * the id back when somebody points at it.
 */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "oct-chart-theme.h"

G_BEGIN_DECLS

#define OCT_TYPE_CHART (oct_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (OctChart, oct_chart, OCT, CHART, GObject)

/* No datum. */
#define OCT_CHART_NONE (-1)

typedef enum
{
  OCT_CHART_LEFT,
  OCT_CHART_RIGHT,
  OCT_CHART_UP,
  OCT_CHART_DOWN,
  OCT_CHART_FIRST,
  OCT_CHART_LAST,
} OctChartStep;

/**
 * OctChartTable:
 * The chart's numbers as rows of text: header, then one row per datum. Free with
 * oct_chart_table_free().
 */
typedef struct
{
  GStrv header;
  GPtrArray *rows; /* of GStrv, as long as @header */
} OctChartTable;

/* Texts of the header, then of each row, as many as there are columns; %NULL stands for "". */
OctChartTable *oct_chart_table_new (guint n_columns, ...);
void oct_chart_table_add (OctChartTable *table, ...);
void oct_chart_table_free (OctChartTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctChartTable, oct_chart_table_free)

/**
 * OctChartClass:
 * @draw: draws everything but hover and focus, in a space of @width × @height points from 0,0
 * @draw_overlay: draws what marks one datum as pointed at or focused
 * @hit: the datum at a point of a drawing of that size, or %OCT_CHART_NONE
 * @walk: the datum that an arrow key leads to from @from (%OCT_CHART_NONE: the first)
 * @describe: the sentence a screen reader says and a reader should take away
 * @describe_datum: one datum in words, for tooltip and screen reader
 * @table: the numbers
 * @n_data: how many data
 * @datum_id: the caller's id of a datum (a URN, a key), %NULL if it leads nowhere
 * @natural_height: a good height in points for a width, or 0 for any
 * @suggest_title: (nullable): a title that says the finding, for when the owner sets none
 */
struct _OctChartClass
{
  GObjectClass parent_class;

  void (*draw) (OctChart *self, cairo_t *cr, double width, double height,
                const OctChartTheme *theme);
  void (*draw_overlay) (OctChart *self, cairo_t *cr, double width, double height,
                        const OctChartTheme *theme, int datum, gboolean focused);
  int (*hit) (OctChart *self, double width, double height, const OctChartTheme *theme, double x,
              double y);
  int (*walk) (OctChart *self, int from, OctChartStep step);
  char *(*describe) (OctChart *self);
  char *(*describe_datum) (OctChart *self, int datum);
  OctChartTable *(*table) (OctChart *self);
  guint (*n_data) (OctChart *self);
  const char *(*datum_id) (OctChart *self, int datum);
  double (*natural_height) (OctChart *self, double width, const OctChartTheme *theme);
  char *(*suggest_title) (OctChart *self);
  gpointer padding[7];
};

/* title: the finding, in words (%NULL: what the chart suggests, "": none); subtitle: what is shown;
 * source: where from and when. */
void oct_chart_set_title (OctChart *self, const char *title);
void oct_chart_set_subtitle (OctChart *self, const char *subtitle);
void oct_chart_set_source (OctChart *self, const char *source);
const char *oct_chart_get_title (OctChart *self);
char *oct_chart_suggest_title (OctChart *self);
const char *oct_chart_get_subtitle (OctChart *self);
const char *oct_chart_get_source (OctChart *self);

void oct_chart_draw (OctChart *self, cairo_t *cr, double width, double height,
                     const OctChartTheme *theme);
void oct_chart_draw_overlay (OctChart *self, cairo_t *cr, double width, double height,
                             const OctChartTheme *theme, int datum, gboolean focused);
int oct_chart_hit (OctChart *self, double width, double height, const OctChartTheme *theme,
                   double x, double y);
int oct_chart_walk (OctChart *self, int from, OctChartStep step);
char *oct_chart_describe (OctChart *self);
char *oct_chart_describe_datum (OctChart *self, int datum);
OctChartTable *oct_chart_table (OctChart *self);
guint oct_chart_n_data (OctChart *self);
const char *oct_chart_datum_id (OctChart *self, int datum);
double oct_chart_natural_height (OctChart *self, double width, const OctChartTheme *theme);
/* Where title, subtitle and source leave room for the picture itself. */
void oct_chart_get_plot (OctChart *self, double width, double height, const OctChartTheme *theme,
                         cairo_rectangle_t *plot);
/* To be called by a chart whose data changed; emits "changed". */
void oct_chart_changed (OctChart *self);

typedef enum
{
  OCT_CHART_FORMAT_PNG,
  OCT_CHART_FORMAT_SVG,
  OCT_CHART_FORMAT_PDF,
} OctChartFormat;

gboolean oct_chart_format_from_path (const char *path, OctChartFormat *format);
/* What a rendered picture leaves free on each side, in points. */
#define OCT_CHART_MARGIN 14.0
/* Size in points; a PNG has @scale pixels to the point. Title, subtitle and source are part of it. */
GBytes *oct_chart_render (OctChart *self, OctChartFormat format, double width, double height,
                          double scale, const OctChartTheme *theme, GError **error);

G_END_DECLS
