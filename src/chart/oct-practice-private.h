/* What the files of the picture of practices share: its rows and columns, and where they are. */
#pragma once

#include "oct-chart-text.h"
#include "oct-practice-chart.h"
#include "oct-stage-marks.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *name;
} OctPracticeEntry;

/* Practices are rows and sites columns, unless @turned. */
typedef struct
{
  OctChartTheme type;
  gboolean turned;
  gboolean upright; /* columns' names */
  double key;
  double head;  /* height of the columns' names */
  double names; /* width of the rows' names */
  double count; /* width of how often a practice is used, 0 where practices are columns */
  double cell;  /* width of a column */
  double line;  /* height of a row */
} OctPracticeLayout;

struct _OctPracticeChart
{
  OctChart parent_instance;

  OctStages phases;
  GPtrArray *practices; /* of OctPracticeEntry */
  GPtrArray *sites;     /* of OctPracticeEntry */
  GHashTable *uses;     /* "practice|site", as their indices, → phase + 1 */
  char *site_name;
};

const OctPracticeEntry *oct_practice_entry (GPtrArray *entries, guint index);
/* The phase, or %OCT_PRACTICE_NOT_USED. */
int oct_practice_get_use (OctPracticeChart *self, guint practice, guint site);
guint oct_practice_count_sites (OctPracticeChart *self, guint practice);

void oct_practice_lay_out (OctPracticeChart *self, double width, double height,
                           const OctChartTheme *theme, OctPracticeLayout *layout);
double oct_practice_natural_height (OctPracticeChart *self, double width,
                                    const OctChartTheme *theme);
void oct_practice_get_cell (const OctPracticeLayout *layout, guint practice, guint site,
                            cairo_rectangle_t *cell);
void oct_practice_draw (OctPracticeChart *self, cairo_t *cr, double width, double height,
                        const OctChartTheme *theme);

char *oct_practice_suggest_title (OctChart *chart);
char *oct_practice_describe (OctChart *chart);
char *oct_practice_describe_datum (OctChart *chart, int datum);
OctChartTable *oct_practice_table (OctChart *chart);

G_END_DECLS
