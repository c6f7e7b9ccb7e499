/* One plan while somebody works on it: what is shown, what is on its way to the workspace.
 *
 * Every change is shown at once and kept behind it. What is shown is the plan as the workspace has it
 * with the changes that are still on their way, so that one made in between takes nothing back. What
 * could not be kept of a text stays shown until it is written anew.
 */
#pragma once

#include "oct-plan-edits.h"
#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_PLAN_WORK (oct_plan_work_get_type ())
G_DECLARE_FINAL_TYPE (OctPlanWork, oct_plan_work, OCT, PLAN_WORK, GObject)

/* Signals: "changed": the plan is another one, by us or by others; "failed" (string): why a change
 * was not kept. */
OctPlanWork *oct_plan_work_new (OctWorkbench *workbench);
OctWorkbench *oct_plan_work_get_workbench (OctPlanWork *self);
void oct_plan_work_set_plan (OctPlanWork *self, const char *plan_id);
const char *oct_plan_work_get_plan_id (OctPlanWork *self);
/* (nullable): %NULL where there is none of that id, or plans aren't read yet. */
const OctPlan *oct_plan_work_get_plan (OctPlanWork *self);
/* The records of this plan alone. */
OctPlanBook *oct_plan_work_get_book (OctPlanWork *self);
/* (transfer full): all plans, with the changes on their way. */
OctPlanBook *oct_plan_work_dup_whole_book (OctPlanWork *self);
/* Whether anything of it can be changed but its status. */
gboolean oct_plan_work_is_open (OctPlanWork *self);
/* (transfer full): the school, or what else the plan is of, as sentences name it. */
char *oct_plan_work_dup_place (OctPlanWork *self);
/* "R. Reader, director of education" in the sector's way: the post; "" for nobody. */
const char *oct_plan_work_get_person (OctPlanWork *self, const char *person_id);

/* @change (transfer full); @objective_id (nullable) is the one that history leads to. */
void oct_plan_work_change (OctPlanWork *self, OctRecordChange *change, const char *sentence,
                           const char *merge, const char *objective_id);
/* @record (transfer full): a changed copy of one that is there. Edits of a field in a row are one. */
void oct_plan_work_put (OctPlanWork *self, gpointer record, const char *field);
/* What a text says now, or what was typed and could not be kept. */
const char *oct_plan_work_get_text (OctPlanWork *self, gconstpointer record, const char *field);
void oct_plan_work_set_text (OctPlanWork *self, gconstpointer record, const char *field,
                             const char *text);

/* The objective that a record belongs to, or is itself; %NULL for others. */
const OctObjective *oct_plan_work_find_objective (OctPlanWork *self, gconstpointer record);
/* The record as it is now; %NULL where it is gone. */
gpointer oct_plan_work_find (OctPlanWork *self, const OctRecordKind *kind, const char *id);
/* The field that the outline shows of a kind: statement, measure, text, title. */
const char *oct_plan_work_text_field (const OctRecordKind *kind);

/* Adds a record of a kind below @after (nullable), which is of the same kind or the objective that it
 * belongs to. (transfer none): the record */
gconstpointer oct_plan_work_add (OctPlanWork *self, const OctRecordKind *kind, gconstpointer after,
                                 const char *text);
/* One place up (-1) or down (1) among its like; a child goes on into the next objective. */
gboolean oct_plan_work_move (OctPlanWork *self, gconstpointer record, int direction);
/* (transfer none) (nullable): the record that it became; %NULL with %OCT_ERROR_RULE where it has what
 * the other kind can't hold. */
gconstpointer oct_plan_work_convert (OctPlanWork *self, gconstpointer record,
                                     const OctRecordKind *kind, GError **error);
gboolean oct_plan_work_delete (OctPlanWork *self, gconstpointer record, GError **error);
gboolean oct_plan_work_withdraw (OctPlanWork *self, const OctObjective *objective, const char *why,
                                 GError **error);
gboolean oct_plan_work_set_status (OctPlanWork *self, OctPlanStatus to, const char *why,
                                   GError **error);
/* An action that is done is ticked; one that is ticked is in progress again. A milestone is met. */
void oct_plan_work_tick (OctPlanWork *self, gconstpointer record);

G_END_DECLS
