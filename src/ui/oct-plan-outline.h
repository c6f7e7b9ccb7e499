/* The outline of a plan: its objectives with their success criteria, actions and milestones, edited
 * where they stand, by keys alone.
 */
#pragma once

#include <adwaita.h>

#include "oct-plan-work.h"

G_BEGIN_DECLS

#define OCT_TYPE_PLAN_OUTLINE (oct_plan_outline_get_type ())
G_DECLARE_FINAL_TYPE (OctPlanOutline, oct_plan_outline, OCT, PLAN_OUTLINE, AdwBin)

/* Signals: "chosen": another record is chosen; "opened": its details are wanted; "failed" (string):
 * why something wasn't done; "kept-back" (string): the chosen objective can't be deleted, but
 * withdrawn. */
void oct_plan_outline_set_work (OctPlanOutline *self, OctPlanWork *work);
/* (nullable): the record that is chosen, as it is now. */
gpointer oct_plan_outline_get_chosen (OctPlanOutline *self);
/* Chooses a record, and unfolds what it is in; %FALSE where it isn't there. */
gboolean oct_plan_outline_choose (OctPlanOutline *self, const char *id);
/* Keeps what is typed. */
void oct_plan_outline_commit (OctPlanOutline *self);
void oct_plan_outline_focus (OctPlanOutline *self);
void oct_plan_outline_add (OctPlanOutline *self, const OctRecordKind *kind);

G_END_DECLS
