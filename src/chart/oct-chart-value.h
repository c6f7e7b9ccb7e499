/* Values of charts as text, and the steps of an axis that people count in.
 *
 * Every chart writes its numbers by the same rules: thousands grouped as the locale does, a
 * percentage with its sign and one place, a typographic minus.
 */
#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/* A value that isn't there. */
#define OCT_CHART_MISSING ((double) NAN)

typedef enum
{
  OCT_CHART_UNIT_COUNT,   /* whole numbers */
  OCT_CHART_UNIT_PERCENT, /* 0 to 100 */
  OCT_CHART_UNIT_NUMBER,  /* up to two places */
} OctChartUnit;

char *oct_chart_value_to_text (double value, OctChartUnit unit);
/* The day 20250121 as "21 January 2025", or "Jan 2025" when @brief. */
char *oct_chart_day_to_text (gint32 day, gboolean brief);
/* Days since a fixed day, for the place on an axis; 0 for a day that doesn't exist. */
double oct_chart_day_to_number (gint32 day);
double oct_chart_nice_step (double span, guint max_steps, OctChartUnit unit);

G_END_DECLS
