/* What the files that make up the chart view share. */
#pragma once

#include "oct-chart-view.h"

G_BEGIN_DECLS

/* A gap between a map's zoom buttons and its edge. */
#define OCT_CHART_BUTTON_MARGIN 8

typedef struct _OctChartSpare OctChartSpare;

struct _OctChartView
{
  GtkWidget parent_instance;

  /* Children. */
  GtkWidget *menu;
  GtkWidget *zoom_buttons;

  /* Owned. */
  OctChart *chart;
  GSignalGroup *chart_signals;
  GskRenderNode *picture; /* the chart as it was drawn last */
  OctChartSpare *spare;   /* (nullable): what the next picture is drawn to */
  GdkFrameClock *clock;   /* the window's, while the view is in one */
  const char *font;       /* interned: that of the theme, to notice when it changes */
  char *said;             /* what a screen reader was told last */

  double picture_width;
  double picture_height;
  int picture_scale;
  double asked_height; /* natural height in the width it has, to notice when it changes; or -1 */

  gboolean blank;     /* shown without its picture, since it is out of view */
  gboolean put_off;   /* to be drawn after the next frame, before it comes into view */
  guint ahead_source; /* draws it then */

  int hovered;
  int focused;
  gboolean dragged;
  double drag_x;
  double drag_y;
  double pinch;
  double pointer_x;
  double pointer_y;
  double menu_x;
  double menu_y;
};

void oct_chart_view_get_theme (OctChartView *self, OctChartTheme *theme);
double oct_chart_view_get_width (OctChartView *self);
double oct_chart_view_get_height (OctChartView *self);
void oct_chart_view_set_focused (OctChartView *self, int datum);
void oct_chart_view_set_hovered (OctChartView *self, int datum);
void oct_chart_view_activate_datum (OctChartView *self, int datum);
/* Enlarges a map about a point of the view; nothing for other charts. */
void oct_chart_view_zoom (OctChartView *self, double factor, double x, double y);

/* oct-chart-view-picture.c */
void oct_chart_view_forget_picture (OctChartView *self);
void oct_chart_view_drop_picture (OctChartView *self);
void oct_chart_view_snapshot_picture (OctChartView *self, GtkSnapshot *snapshot);
void oct_chart_view_follow_frames (OctChartView *self, GdkFrameClock *clock);

/* oct-chart-view-input.c */
void oct_chart_view_add_input (OctChartView *self);
void oct_chart_view_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
