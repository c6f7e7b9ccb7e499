/* What the files of the view of a timeline share. */
#pragma once

#include "oct-timeline-view.h"

G_BEGIN_DECLS

/* A row that is being moved: where it would be. */
typedef struct
{
  int datum; /* %OCT_CHART_NONE while nothing is moved */
  OctTimelinePart part;
  gint32 was_start;
  gint32 was_end;
  gint32 start;
  gint32 end;
  gboolean by_keys;
  gboolean asked; /* the owner was told, and hasn't answered yet */
} OctTimelineMove;

struct _OctTimelineView
{
  GtkWidget parent_instance;

  /* Owned. */
  OctTimelineChart *chart;
  GtkAdjustment *adjustments[2];
  GskRenderNode *picture; /* as it was drawn last */
  GPtrArray *rows;        /* widgets for a screen reader, one for each line in sight */
  char *chosen;
  char *said; /* what a screen reader was told last */

  gboolean stale; /* the rows changed since the days were counted */
  double day_width;
  double first_day;  /* at the left edge, scrolled as far as it goes */
  double n_days;     /* that can be scrolled over */
  double wanted_day; /* to be shown once there is a size, or below 0 */
  OctTimelineLevel level;
  guint describe_source;

  int hovered;
  OctTimelinePart hovered_part;
  double pointer_x;
  double pointer_y;
  double drag_x; /* where the pointer went down */
  double drag_y;
  double drag_value[2]; /* how far it was scrolled then */
  gboolean panning;
  double pinch;
  OctTimelineMove move;
};

/* oct-timeline-view.c */
double oct_timeline_view_get_plot_width (OctTimelineView *self);
gint32 oct_timeline_view_get_today (void);
void oct_timeline_view_get_layout (OctTimelineView *self, OctTimelineLayout *layout);
void oct_timeline_view_configure (OctTimelineView *self);
void oct_timeline_view_redraw (OctTimelineView *self);
/* Tells the chart how far it is scrolled; every answer of the chart depends on it. */
void oct_timeline_view_apply_viewport (OctTimelineView *self);
void oct_timeline_view_update_accessible (OctTimelineView *self);

/* oct-timeline-view-picture.c */
void oct_timeline_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* oct-timeline-view-place.c */
double oct_timeline_view_get_scale (OctTimelineView *self);
int oct_timeline_view_get_chosen_datum (OctTimelineView *self);
void oct_timeline_view_choose_datum (OctTimelineView *self, int datum);
/* Zooms so that the day under @x stays there. */
void oct_timeline_view_zoom_at (OctTimelineView *self, double day_width, double x);
void oct_timeline_view_activate (OctTimelineView *self);
void oct_timeline_view_ask_move (OctTimelineView *self);

/* oct-timeline-view-input.c */
void oct_timeline_view_add_input (OctTimelineView *self);
/* oct-timeline-view-keys.c */
void oct_timeline_view_install_keys (GtkWidgetClass *widget_class);
gboolean oct_timeline_view_can_move (OctTimelineView *self, int datum);
/* Days @by later, whatever part of the row is held. */
void oct_timeline_view_move_by (OctTimelineView *self, gint32 by);
void oct_timeline_view_begin_move (OctTimelineView *self, int datum, OctTimelinePart part,
                                   gboolean by_keys);

G_END_DECLS
