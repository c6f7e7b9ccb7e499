/* What the files of the line of sight share: goals, objectives, and where they are in a plot. */
#pragma once

#include "oct-chart-text.h"
#include "oct-line-of-sight-chart.h"
#include "oct-stage-marks.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *label;
  char *text;
  char *group;
  guint group_number; /* the first objective of the group */
  int goal;           /* -1 for none; of an objective */
  OctRatingMark rating;
} OctSightEntry;

/* A goal with what serves it, or at last what serves none. */
typedef struct
{
  cairo_rectangle_t box; /* of the goal */
  int lines;             /* of its words, at most */
  double top;
  double height;
} OctSightSection;

typedef struct
{
  OctChartTheme type;
  gboolean dense;   /* marks alone */
  gboolean stacked; /* a group's name above the words rather than before them */
  double key;
  double goals;              /* width of the goals */
  double left;               /* where objectives begin */
  double group;              /* width of groups' names */
  OctSightSection *sections; /* one for each goal and one for those that serve none */
  cairo_rectangle_t *boxes;  /* of objectives, as given */
} OctSightLayout;

struct _OctLineOfSightChart
{
  OctChart parent_instance;

  GPtrArray *goals;      /* of OctSightEntry */
  GPtrArray *objectives; /* of OctSightEntry */
  GArray *order;         /* of guint: objectives by goal and group, those that serve none last */
  char *group_name;

  OctSightLayout kept;
  double kept_width;
  double kept_height;
  OctChartTheme kept_theme;
};

OctSightEntry *oct_sight_goal (OctLineOfSightChart *self, guint index);
OctSightEntry *oct_sight_objective (OctLineOfSightChart *self, guint index);
/* How many objectives serve a goal, or none for -1; and of how many groups they are. */
guint oct_sight_count (OctLineOfSightChart *self, int goal, guint *n_groups);

const OctSightLayout *oct_sight_get_layout (OctLineOfSightChart *self, double width, double height,
                                            const OctChartTheme *theme);
char *oct_sight_goal_to_text (const OctSightEntry *goal);
void oct_sight_layout_clear (OctSightLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OctSightLayout, oct_sight_layout_clear)
double oct_sight_natural_height (OctLineOfSightChart *self, double width,
                                 const OctChartTheme *theme);
/* Draws the key if there is a @cr; returns its height. */
double oct_sight_lay_key (OctLineOfSightChart *self, cairo_t *cr, double width,
                          const OctChartTheme *theme);
void oct_sight_draw (OctLineOfSightChart *self, cairo_t *cr, double width, double height,
                     const OctChartTheme *theme);
void oct_sight_draw_overlay (OctLineOfSightChart *self, cairo_t *cr, double width, double height,
                             const OctChartTheme *theme, int datum, gboolean focused);

/* What stands beside objectives that serve no goal. */
const char *oct_sight_no_goal (void);
char *oct_sight_serving_to_text (guint n, guint n_groups);
char *oct_sight_suggest_title (OctChart *chart);
char *oct_sight_describe (OctChart *chart);
char *oct_sight_describe_datum (OctChart *chart, int datum);
OctChartTable *oct_sight_table (OctChart *chart);

G_END_DECLS
