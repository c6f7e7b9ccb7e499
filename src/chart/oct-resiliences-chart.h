/* A few readings of one element side by side: the four resiliences of a trust.
 *
 * Each reading has its own flight of steps with its stage in words, where it stood before, where it
 * is meant to get to and how sure the judgement is. There is no overall: four readings stay four. A
 * datum is a reading.
 */
#pragma once

#include "oct-chart.h"
#include "oct-stage-marks.h"

G_BEGIN_DECLS

#define OCT_TYPE_RESILIENCES_CHART (oct_resiliences_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctResiliencesChart, oct_resiliences_chart, OCT, RESILIENCES_CHART, OctChart)

#define OCT_RESILIENCES_MAX 6

/**
 * OctResilience:
 * @id: (nullable): handed back when the reading is activated
 * @name: such as "Financial"
 * @stage: a stage or %OCT_STAGE_NOT_JUDGED, like the next two
 * @previous: where it stood before
 * @target: where it is meant to get to
 * @confidence: how sure the judgement is; low is hatched
 * @indicator: (nullable): a short line of figures, such as "Reserves 6.1% of income"
 */
typedef struct
{
  const char *id;
  const char *name;
  int stage;
  int previous;
  int target;
  OctStageConfidence confidence;
  const char *indicator;
} OctResilience;

OctResiliencesChart *oct_resiliences_chart_new (void);
/* From the first step to the last, 3 to 7. Removes all readings. */
void oct_resiliences_chart_set_stages (OctResiliencesChart *self, const char *const *names);
/* Whose hue the readings have, 1 to 8; 3 unless set. */
void oct_resiliences_chart_set_element (OctResiliencesChart *self, guint number);
/* A reading at the right of the others; copied. %FALSE when there are six. */
gboolean oct_resiliences_chart_add (OctResiliencesChart *self, const OctResilience *reading);
void oct_resiliences_chart_clear (OctResiliencesChart *self);
void oct_resiliences_chart_set_previous_name (OctResiliencesChart *self, const char *name);

G_END_DECLS
