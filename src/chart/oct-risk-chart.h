/* Risks by likelihood and impact: five by five cells, a numbered disc for each risk.
 *
 * An arrow comes from where a risk was last time. Where all risks have one appetite, the cells above
 * it are hatched and have a border; a disc above its own appetite has a colour of its own always. Which score is shown (gross, net, target) is the caller's choice. A
 * list beside the picture says what the numbers stand for. A datum is a risk.
 */
#pragma once

#include "oct-placed-chart.h"

G_BEGIN_DECLS

#define OCT_TYPE_RISK_CHART (oct_risk_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctRiskChart, oct_risk_chart, OCT, RISK_CHART, OctPlacedChart)

#define OCT_RISK_STEPS 5

/**
 * OctRiskPoint:
 * @likelihood: 1 to %OCT_RISK_STEPS, 0 where it isn't scored
 * @impact: the same
 */
typedef struct
{
  guint likelihood;
  guint impact;
} OctRiskPoint;

OctRiskChart *oct_risk_chart_new (void);
/* @number stands in the disc; @before (nullable) is where the risk was last time; @appetite is the
 * highest score (likelihood × impact) that is still accepted, 0 for none. */
void oct_risk_chart_add (OctRiskChart *self, const char *id, guint number, const char *name,
                         OctRiskPoint now, const OctRiskPoint *before, guint appetite);
void oct_risk_chart_clear (OctRiskChart *self);
/* What the steps are called from the lowest, five each; %NULL for their numbers. */
void oct_risk_chart_set_step_names (OctRiskChart *self, const char *const *likelihood,
                                    const char *const *impact);

G_END_DECLS
