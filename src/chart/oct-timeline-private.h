/* What the files of the timeline share: its rows, what is worked out of them, and its drawing. */
#pragma once

#include "oct-chart-text.h"
#include "oct-timeline-chart.h"

G_BEGIN_DECLS

typedef struct
{
  OctTimelineRow given; /* its texts are owned */

  /* Worked out: */
  gint32 start; /* as it is drawn */
  gint32 end;
  int parent;        /* OCT_CHART_NONE for none */
  int line;          /* its own, or that of the row it stands on */
  gboolean own_line; /* the line is its own */
  gboolean children; /* has rows below it that have lines of their own */
  guint n;           /* actions below it, or objectives where there are no actions */
  guint n_complete;  /* of those */
  guint n_overdue;   /* and of all else below it that has a day */
} OctTimelineEntry;

typedef struct
{
  int from; /* must end */
  int to;   /* before this starts */
} OctTimelineLink;

typedef struct
{
  char *name;
  gint32 start;
  gint32 end;
  gboolean holiday;
} OctTimelineSpan;

struct _OctTimelineChart
{
  OctChart parent_instance;

  GPtrArray *rows;    /* of OctTimelineEntry */
  GPtrArray *wanted;  /* of char *: pairs of ids, dependent and what it depends on */
  GArray *spans;      /* of OctTimelineSpan */
  GHashTable *closed; /* ids */
  gboolean partial;
  gint32 today;
  gint32 range_start;
  gint32 range_end;
  guint page_first; /* the lines that are drawn without a viewport; none for as many as fit */
  guint page_n;

  gboolean viewport;
  double first_day;
  double day_width;
  double offset;

  /* Worked out of the rows when first asked for. */
  gboolean told; /* that the rows changed, and nobody has asked since */
  gboolean prepared;
  GHashTable *places; /* id → place + 1 */
  GArray *lines;      /* of int: the row of each line */
  GArray *links;      /* of OctTimelineLink */
  GArray *marks;      /* of int: rows that stand on another's line, by line */
  guint *mark_starts; /* where a line's marks begin in that; one more than lines */
  guint item_level;   /* of what is counted: actions, or objectives where there are none */

  /* The widest name and the key's height at the last width and size of type; 0 until asked for. */
  double kept_width;
  double kept_size;
  double kept_names;
  double kept_key;

  GHashTable *texts; /* laid out, by style, width and words */
  double texts_size;
  double texts_small;
  const char *texts_font;
};

/* Where one bar or mark is, in the plot. */
typedef struct
{
  double left;
  double right;
  double top;
  double height;
} OctTimelineBox;

void oct_timeline_prepare (OctTimelineChart *self);
void oct_timeline_forget (OctTimelineChart *self);
gboolean oct_timeline_is_datum (OctTimelineChart *self, int datum);
void oct_timeline_data_changed (OctTimelineChart *self);
OctTimelineEntry *oct_timeline_row (OctTimelineChart *self, int datum);
/* Starts before what it depends on has ended. */
gboolean oct_timeline_link_broken (OctTimelineChart *self, const OctTimelineLink *link);
guint oct_timeline_days_overdue (OctTimelineChart *self, const OctTimelineEntry *row);
gboolean oct_timeline_moved (const OctTimelineEntry *row);
/* A text laid out once; owned by the chart. */
PangoLayout *oct_timeline_text (OctTimelineChart *self, const OctChartTheme *theme,
                                OctTextStyle style, const char *text, double max_width);

double oct_timeline_day_to_x (const OctTimelineLayout *layout, double day);
void oct_timeline_get_box (OctTimelineChart *self, const OctTimelineLayout *layout, int datum,
                           OctTimelineBox *box);
double oct_timeline_line_height (const OctChartTheme *theme);
double oct_timeline_indent (const OctChartTheme *theme, guint level);

/* oct-timeline-scale.c */
double oct_timeline_header_height (OctTimelineChart *self, const OctChartTheme *theme,
                                   double day_width);
void oct_timeline_draw_grounds (OctTimelineChart *self, cairo_t *cr, double width, double height,
                                const OctChartTheme *theme, const OctTimelineLayout *layout);
void oct_timeline_draw_header (OctTimelineChart *self, cairo_t *cr, double width,
                               const OctChartTheme *theme, const OctTimelineLayout *layout);

/* oct-timeline-marks.c */
void oct_timeline_draw_bar (cairo_t *cr, const OctChartTheme *theme, OctTimelineState state,
                            double progress, const OctTimelineBox *box);
void oct_timeline_draw_group (cairo_t *cr, const OctChartTheme *theme, double share,
                              const OctTimelineBox *box);
void oct_timeline_draw_diamond (cairo_t *cr, const OctChartTheme *theme, OctTimelineState state,
                                double x, double y, double size);
void oct_timeline_draw_pin (cairo_t *cr, const OctChartTheme *theme, OctTimelineState state,
                            double x, double y, double size);
void oct_timeline_draw_baseline (cairo_t *cr, const OctChartTheme *theme, double left, double right,
                                 double y, double height);
void oct_timeline_draw_late (cairo_t *cr, const OctChartTheme *theme, double from, double to,
                             double y);
void oct_timeline_draw_flag (cairo_t *cr, const OctChartTheme *theme, double x, double y,
                             double size);
void oct_timeline_draw_opener (cairo_t *cr, const OctChartTheme *theme, gboolean open, double x,
                               double y, double size);
void oct_timeline_draw_pointer (cairo_t *cr, const OctChartTheme *theme, gboolean right, double x,
                                double y, double size);

/* oct-timeline-draw.c */
void oct_timeline_draw (OctTimelineChart *self, cairo_t *cr, double width, double height,
                        const OctChartTheme *theme);
void oct_timeline_draw_overlay (OctTimelineChart *self, cairo_t *cr, double width, double height,
                                const OctChartTheme *theme, int datum, gboolean focused);

/* oct-timeline-words.c */
char *oct_timeline_suggest_title (OctChart *chart);
char *oct_timeline_describe (OctChart *chart);
char *oct_timeline_describe_datum (OctChart *chart, int datum);
OctChartTable *oct_timeline_table (OctChart *chart);
const char *oct_timeline_state_name (OctTimelineKind kind, OctTimelineState state);

G_END_DECLS
