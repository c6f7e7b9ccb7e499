/* What the files that make up the map chart share: its state, and the places and areas in it. */
#pragma once

#include "oct-chart-text.h"
#include "oct-map-chart.h"
#include "oct-map-marks.h"
#include "oct-map-view.h"

G_BEGIN_DECLS

#define OCT_MAP_N_KINDS 4
#define OCT_MAP_MOST_STEPS 7

typedef enum
{
  OCT_MAP_FIT_POINTS,
  OCT_MAP_FIT_ENGLAND,
  OCT_MAP_FIT_BOX,
  OCT_MAP_FREE, /* moved by hand: the view is kept */
} OctMapFit;

/* A place's words; they lie in the chart's string chunk. */
typedef struct
{
  const char *id;
  const char *name;
  const char *detail;
  OctMapPointKind kind;
} OctMapWords;

/* An area that is shaded. */
typedef struct
{
  guint area;
  double value;
  char *id;
} OctMapShade;

struct _OctMapChart
{
  OctChart parent_instance;

  /* Places. */
  OctMapPlace *places;
  OctMapWords *words;
  guint n_places;
  GStringChunk *strings;
  char *subject;
  char *kind_names[OCT_MAP_N_KINDS];
  char *description;
  /* The region with the most places, found once: looking up every place takes a moment. */
  gboolean region_known;
  gboolean region_tied;
  int main_region;
  guint n_regions;

  /* Areas. */
  GArray *shades; /* of OctMapShade */
  OctAreaKind shade_kind;
  char *value_name;
  OctChartUnit unit;
  double first_step; /* where the first step of shading begins */
  double step;
  guint n_steps;
  gboolean authorities;
  /* What a window lays over the lower right corner. */
  double corner_width;
  double corner_height;

  /* The view. */
  OctMapFit fit;
  double west, south, east, north;
  double least_metres;
  OctMapView view;

  /* What was drawn last, kept for hovering and walking. */
  OctMapMarks *marks;
  OctMapView marks_view;
  double marks_scale;
};

/* Brings view and marks up to date with the size. */
void oct_map_chart_prepare (OctMapChart *self, double width, double height,
                            const OctChartTheme *theme);
/* The mark that stands for a datum, which may be a place or a cluster; NULL if out of sight. */
const OctMapMark *oct_map_chart_mark_of (OctMapChart *self, int datum);
gboolean oct_map_chart_is_cluster (OctMapChart *self, int datum);
/* The step of shading that a value is in. */
guint oct_map_chart_step_of (OctMapChart *self, double value);

/* oct-map-draw.c, oct-map-ground.c, oct-map-key.c, oct-map-words.c */
/* For each mark whether it holds one of the reader's own places. */
gboolean *oct_map_find_own (OctMapChart *self);
void oct_map_draw_ground (OctMapChart *self, cairo_t *cr, const OctChartTheme *theme);
void oct_map_path_area (const OctMapView *view, cairo_t *cr, guint area);
void oct_map_draw_marks (OctMapChart *self, cairo_t *cr, const OctChartTheme *theme,
                         OctLabelSpace *space);
void oct_map_draw_names (OctMapChart *self, cairo_t *cr, const OctChartTheme *theme,
                         OctLabelSpace *space);
void oct_map_draw_symbol (cairo_t *cr, const OctChartTheme *theme, OctMapPointKind kind, double x,
                          double y);
double oct_map_symbol_radius (const OctChartTheme *theme, OctMapPointKind kind);
void oct_map_draw_area_names (OctMapChart *self, cairo_t *cr, const OctChartTheme *theme,
                              OctLabelSpace *space);
void oct_map_draw_key (OctMapChart *self, cairo_t *cr, const OctChartTheme *theme,
                       OctLabelSpace *space);
void oct_map_draw_scale_bar (OctMapChart *self, cairo_t *cr, const OctChartTheme *theme,
                             OctLabelSpace *space);
void oct_map_draw_hatch (cairo_t *cr, const OctChartTheme *theme, double x, double y, double width,
                         double height);
void oct_map_draw_mark_overlay (OctMapChart *self, cairo_t *cr, const OctChartTheme *theme,
                                int datum, gboolean focused);

char *oct_map_describe (OctMapChart *self);
char *oct_map_describe_datum (OctMapChart *self, int datum);
OctChartTable *oct_map_table (OctMapChart *self);

G_END_DECLS
