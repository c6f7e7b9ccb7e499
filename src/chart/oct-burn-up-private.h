/* What the files of the burn-up chart share: milestones, days, and where they are. */
#pragma once

#include "oct-burn-up-chart.h"
#include "oct-chart-text.h"
#include "oct-chart-value.h"
#include "oct-day-axis.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  gint32 due;
  gint32 met;
} OctBurnUpMilestone;

/* A day on which something was due or met, with the sums at its end. */
typedef struct
{
  gint32 day;
  guint due, met;         /* on the day */
  guint planned, reached; /* up to it */
} OctBurnUpDay;

struct _OctBurnUpChart
{
  OctPlacedChart parent_instance;

  GPtrArray *milestones; /* of OctBurnUpMilestone */
  GArray *days;          /* of OctBurnUpDay, in time; NULL until asked for */
  gint32 today;
};

typedef struct
{
  guint n;       /* milestones */
  guint undated; /* with neither day */
  guint due;     /* by today */
  guint met;     /* by today */
  guint planned; /* with a date */
} OctBurnUpSums;

typedef struct
{
  OctDayAxis axis;
  double top, bottom;
  guint most;
  double step;
} OctBurnUpLayout;

OctBurnUpMilestone *oct_burn_up_milestone (OctBurnUpChart *self, guint index);
GArray *oct_burn_up_get_days (OctBurnUpChart *self);
void oct_burn_up_get_sums (OctBurnUpChart *self, OctBurnUpSums *sums);
void oct_burn_up_get_layout (OctBurnUpChart *self, double width, double height,
                             const OctChartTheme *theme, OctBurnUpLayout *layout);
double oct_burn_up_y (const OctBurnUpLayout *layout, double n);
void oct_burn_up_draw (OctChart *chart, cairo_t *cr, double width, double height,
                       const OctChartTheme *theme);

/* "3 behind", "on time", "2 ahead"; free with g_free(). */
char *oct_burn_up_gap_to_text (const OctBurnUpSums *sums);
char *oct_burn_up_suggest_title (OctChart *chart);
char *oct_burn_up_describe (OctChart *chart);
char *oct_burn_up_describe_datum (OctChart *chart, int datum);
OctChartTable *oct_burn_up_table (OctChart *chart);

G_END_DECLS
