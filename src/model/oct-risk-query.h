/* Questions to the risks and concerns in the book of plans. */
#pragma once

#include "oct-plan-book.h"

G_BEGIN_DECLS

/* Names of the steps from 1 to 5, ended by %NULL. */
const char *const *oct_risk_likelihoods (void);
const char *const *oct_risk_impacts (void);
const char *oct_risk_category_to_text (const char *category);
gboolean oct_risk_is_open (const OctRisk *risk);
/* Likelihood times impact with the controls there are, 1 to 25; 0 where it isn't judged. */
guint oct_risk_get_score (const OctRisk *risk);
gboolean oct_risk_is_above_appetite (const OctRisk *risk);
/* (nullable): where it stood before it came to where it stands now. */
const OctRiskReading *oct_risk_find_before (OctPlanBook *book, const OctRisk *risk);
/* (transfer full): "R4": the next free reference. */
char *oct_risk_next_reference (OctPlanBook *book);
/* What keeps a risk puts into an edit: the risk, and a reading of where it stood where it moved. */
OctRecordChange *oct_risk_edit_put (OctPlanBook *book, OctRisk *risk, OctDate on);
gboolean oct_concern_is_open (const OctConcern *concern);

G_END_DECLS
