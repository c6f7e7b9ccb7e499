/* What the files of the recovery chart share: lanes, what happened, and where it is. */
#pragma once

#include "oct-chart-text.h"
#include "oct-chart-value.h"
#include "oct-day-axis.h"
#include "oct-recovery-chart.h"

G_BEGIN_DECLS

typedef enum
{
  OCT_RECOVERY_NEED,
  OCT_RECOVERY_SUPPORT,
  OCT_RECOVERY_RATING,
  OCT_RECOVERY_CHECK,
} OctRecoveryKind;

typedef struct
{
  OctRecoveryKind kind;
  guint lane;
  guint serial; /* in the order they were added, for what is on one day */
  gint32 day;
  gint32 end;  /* of support, 0 while it goes on */
  double days; /* of support, below 0 if not known */
  guint track; /* of support beside other support in time, from 0 */
  int value;   /* an OctRatingMark or an OctRecoveryCheck */
  char *words; /* or who gives support */
} OctRecoveryEvent;

typedef struct
{
  char *id;
  char *name;
  char *detail;
  guint n_tracks; /* of support side by side in time, at least 1 */
} OctRecoveryLane;

struct _OctRecoveryChart
{
  OctPlacedChart parent_instance;

  GPtrArray *lanes;  /* of OctRecoveryLane */
  GPtrArray *events; /* of OctRecoveryEvent, by lane and day */
  gint32 today;
};

typedef struct
{
  OctChartTheme type;
  OctDayAxis axis;
  double key;
  gboolean stacked; /* names above the lanes */
  double names;     /* width of the column of names */
  double above;     /* height of a name above its lane */
  double line;      /* height of a lane with one bar of support below the other marks */
  double track;     /* more for each further bar */
  double top;
  double bottom;
  double mark;
  double *tops; /* of each lane */
} OctRecoveryLayout;

OctRecoveryLane *oct_recovery_lane (OctRecoveryChart *self, guint index);
OctRecoveryEvent *oct_recovery_event (OctRecoveryChart *self, guint index);
gboolean oct_recovery_is_overdue (OctRecoveryChart *self, const OctRecoveryEvent *event);

void oct_recovery_get_layout (OctRecoveryChart *self, double width, double height,
                              const OctChartTheme *theme, OctRecoveryLayout *layout);
void oct_recovery_layout_clear (OctRecoveryLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OctRecoveryLayout, oct_recovery_layout_clear)
/* The middle of a lane's marks; bars of support are below it. */
double oct_recovery_lane_y (const OctRecoveryLayout *layout, guint lane);
void oct_recovery_get_place (OctRecoveryChart *self, const OctRecoveryLayout *layout,
                             const OctRecoveryEvent *event, cairo_rectangle_t *place);
double oct_recovery_lay_key (OctRecoveryChart *self, cairo_t *cr, double width,
                             const OctChartTheme *theme);
void oct_recovery_draw (OctChart *chart, cairo_t *cr, double width, double height,
                        const OctChartTheme *theme);

/* "12 days, Alder Grange Primary School"; %NULL where neither is known. Free with g_free(). */
char *oct_recovery_support_to_text (const OctRecoveryEvent *event);
char *oct_recovery_suggest_title (OctChart *chart);
char *oct_recovery_describe (OctChart *chart);
char *oct_recovery_describe_datum (OctChart *chart, int datum);
OctChartTable *oct_recovery_table (OctChart *chart);

G_END_DECLS
