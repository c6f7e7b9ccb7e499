/* Plans over time: a row for each group, objective and action, a bar from its start to its end.
 *
 * Rows are given in the order they stand in, each with a level: 0 for a group such as a school's
 * plan, 1 for an objective, 2 for an action or a milestone. A row with rows of a deeper level after
 * it can be closed; milestones of closed rows stand on the row that is left, and reviews always stand
 * on the row they belong to. A datum is a row. Days are Julian days as GDate counts them, 0 for none.
 *
 * Without a viewport the picture shows the whole time and as many rows as there is room for, with a
 * key. With one it shows a part, at a scale, with names and scales that stay where they are; it then
 * draws only the rows that can be seen, so that tens of thousands can be scrolled.
 */
#pragma once

#include "oct-chart.h"
#include "oct-rating-marks.h"

G_BEGIN_DECLS

#define OCT_TYPE_TIMELINE_CHART (oct_timeline_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctTimelineChart, oct_timeline_chart, OCT, TIMELINE_CHART, OctChart)

/* The widths of a day in points that a window offers. */
#define OCT_TIMELINE_MIN_DAY 0.12
#define OCT_TIMELINE_MAX_DAY 40.0

typedef enum
{
  OCT_TIMELINE_BAR,
  OCT_TIMELINE_MILESTONE, /* stands at its end */
  OCT_TIMELINE_REVIEW,    /* stands at its end, on the row it belongs to */
} OctTimelineKind;

/* For a milestone: not due, partly met, met, missed, not required. */
typedef enum
{
  OCT_TIMELINE_NOT_STARTED,
  OCT_TIMELINE_IN_PROGRESS,
  OCT_TIMELINE_COMPLETE,
  OCT_TIMELINE_OVERDUE,
  OCT_TIMELINE_STOPPED,
} OctTimelineState;

/**
 * OctTimelineRow:
 * @id: what its owner calls it
 * @level: 0 for a group, 1 for an objective, 2 for what belongs to one
 * @text: its name
 * @owner: (nullable): who does it
 * @start: first day; 0 for that of the earliest row below it
 * @end: last day; 0 for that of the latest row below it
 * @baseline_start: first day when it was approved, or 0
 * @baseline_end: last day when it was approved, or 0
 * @progress: 0 to 1, or below 0 where it isn't known
 * @fixed: can't be moved
 * @end_only: its first day isn't its own, so that only its end can be moved
 */
typedef struct
{
  const char *id;
  guint level;
  const char *text;
  const char *owner;
  OctTimelineKind kind;
  OctTimelineState state;
  OctRatingMark rating;
  gint32 start;
  gint32 end;
  gint32 baseline_start;
  gint32 baseline_end;
  double progress;
  gboolean fixed;
  gboolean end_only;
} OctTimelineRow;

/* What is under a point. */
typedef enum
{
  OCT_TIMELINE_NOWHERE,
  OCT_TIMELINE_SCALES,
  OCT_TIMELINE_OPENER, /* the arrow that opens and closes a row */
  OCT_TIMELINE_NAME,
  OCT_TIMELINE_LANE, /* beside the bar */
  OCT_TIMELINE_BODY, /* the bar or the mark */
  OCT_TIMELINE_START,
  OCT_TIMELINE_END,
} OctTimelinePart;

/**
 * OctTimelineLayout:
 * @names: width of the column of names
 * @header: height of the scales
 * @line: height of a row
 * @body: height that the rows have
 * @first_day: the day at the left edge of the picture beside the names
 * @day_width: of a day, in points
 * @offset: how far the rows are scrolled down
 */
typedef struct
{
  double names;
  double header;
  double line;
  double body;
  double first_day;
  double day_width;
  double offset;
} OctTimelineLayout;

OctTimelineChart *oct_timeline_chart_new (void);
void oct_timeline_chart_add_row (OctTimelineChart *self, const OctTimelineRow *row);
/* The row @id can't start before the row @on has ended. */
void oct_timeline_chart_add_dependency (OctTimelineChart *self, const char *id, const char *on);
/* A term, or a holiday, whose days are shaded. */
void oct_timeline_chart_add_span (OctTimelineChart *self, const char *name, gint32 start,
                                  gint32 end, gboolean holiday);
void oct_timeline_chart_clear (OctTimelineChart *self);
/* Not all rows are given, such as only what is overdue: shares of them would say nothing. */
void oct_timeline_chart_set_partial (OctTimelineChart *self, gboolean partial);
void oct_timeline_chart_set_today (OctTimelineChart *self, gint32 today);
/* What the picture without a viewport shows; 0 for what there is. */
void oct_timeline_chart_set_range (OctTimelineChart *self, gint32 start, gint32 end);
/* The row until a call with %NULL; borrowed. Its days are those it has in the picture. */
gboolean oct_timeline_chart_get_row (OctTimelineChart *self, int datum, OctTimelineRow *row);
int oct_timeline_chart_find (OctTimelineChart *self, const char *id);
/* The days that all rows lie in; %FALSE where there are none. */
gboolean oct_timeline_chart_get_extent (OctTimelineChart *self, gint32 *start, gint32 *end);

/* Closed rows are remembered by their id, also over oct_timeline_chart_clear(). */
void oct_timeline_chart_set_open (OctTimelineChart *self, int datum, gboolean open);
void oct_timeline_chart_set_all_open (OctTimelineChart *self, guint level, gboolean open);
gboolean oct_timeline_chart_is_open (OctTimelineChart *self, int datum);
gboolean oct_timeline_chart_has_children (OctTimelineChart *self, int datum);
int oct_timeline_chart_get_parent (OctTimelineChart *self, int datum);

/* Only its end can be moved. */
gboolean oct_timeline_chart_ends_only (OctTimelineChart *self, int datum);

/* Rows that have a line of their own now, and which. */
guint oct_timeline_chart_get_n_lines (OctTimelineChart *self);
int oct_timeline_chart_get_line (OctTimelineChart *self, int datum);
int oct_timeline_chart_get_line_datum (OctTimelineChart *self, guint line);

/* (transfer full) (element-type guint): the line that each page begins with, of pages of that size. */
GArray *oct_timeline_chart_paginate (OctTimelineChart *self, double width, double height,
                                     const OctChartTheme *theme);
/* Shows some lines without a viewport, and nothing of the others; @n 0 for as many as there is room
 * for. */
void oct_timeline_chart_set_page (OctTimelineChart *self, guint first, guint n);
void oct_timeline_chart_set_viewport (OctTimelineChart *self, double first_day, double day_width,
                                      double offset);
void oct_timeline_chart_unset_viewport (OctTimelineChart *self);
/* In the plot of a drawing of this size (oct_chart_get_plot()). */
void oct_timeline_chart_get_layout (OctTimelineChart *self, double width, double height,
                                    const OctChartTheme *theme, OctTimelineLayout *layout);
int oct_timeline_chart_probe (OctTimelineChart *self, double width, double height,
                              const OctChartTheme *theme, double x, double y,
                              OctTimelinePart *part);
/* Where the row would be with other days, and which they are. */
void oct_timeline_chart_draw_ghost (OctTimelineChart *self, cairo_t *cr, double width,
                                    double height, const OctChartTheme *theme, int datum,
                                    gint32 start, gint32 end);
/* The key to the marks that occur; returns its height. Draws nothing without @cr. */
double oct_timeline_chart_draw_key (OctTimelineChart *self, cairo_t *cr, double width,
                                    const OctChartTheme *theme);
/* "12 March to 30 April 2026", one day where both are the same. */
char *oct_timeline_days_to_text (gint32 start, gint32 end);

G_END_DECLS
