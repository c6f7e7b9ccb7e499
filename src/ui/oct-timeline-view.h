/* A timeline in a window: scrolled both ways, zoomed, opened and closed, moved and stretched.
 *
 * Put it into a GtkScrolledWindow. The drawing is the chart's (src/chart); this scrolls it, keeps one
 * row chosen, and lets its bar be dragged or moved by keys, with a ghost where it would be. What is
 * moved is not changed here: the owner hears of it, changes the plan, and fills the chart again.
 */
#pragma once

#include <gtk/gtk.h>

#include "oct-timeline-chart.h"

G_BEGIN_DECLS

#define OCT_TYPE_TIMELINE_VIEW (oct_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (OctTimelineView, oct_timeline_view, OCT, TIMELINE_VIEW, GtkWidget)

typedef enum
{
  OCT_TIMELINE_BY_DAY,
  OCT_TIMELINE_BY_WEEK,
  OCT_TIMELINE_BY_TERM,
  OCT_TIMELINE_BY_YEAR,
  OCT_TIMELINE_N_LEVELS,
} OctTimelineLevel;

/* Signals: "activated" (const char *id): a row is to be opened; "moved" (const char *id, int start,
 * int end): it is to have these days, which are Julian; "zoomed": another level is in use. */

GtkWidget *oct_timeline_view_new (void);
OctTimelineChart *oct_timeline_view_get_chart (OctTimelineView *self);

OctTimelineLevel oct_timeline_view_get_level (OctTimelineView *self);
void oct_timeline_view_set_level (OctTimelineView *self, OctTimelineLevel level);
/* A factor above 1 shows fewer days. */
void oct_timeline_view_zoom (OctTimelineView *self, double factor);
/* Brings a Julian day to a third of the picture. */
void oct_timeline_view_show_day (OctTimelineView *self, double day);
void oct_timeline_view_show_today (OctTimelineView *self);

/* (nullable): the id of the chosen row. */
const char *oct_timeline_view_get_chosen (OctTimelineView *self);
void oct_timeline_view_choose (OctTimelineView *self, const char *id);
/* Nothing is being moved any more: what was asked for was refused, or is done. */
void oct_timeline_view_let_go (OctTimelineView *self);

G_END_DECLS
