/* A line of a plan's outline: an objective, a success criterion, an action or a milestone.
 *
 * It says what the record says, and under it who owns it, when it is due and where it stands. Its text
 * is edited where it stands; until it has one, a new line belongs to no record.
 */
#pragma once

#include <adwaita.h>

#include "oct-plan-work.h"

G_BEGIN_DECLS

#define OCT_TYPE_PLAN_ROW (oct_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (OctPlanRow, oct_plan_row, OCT, PLAN_ROW, GtkListBoxRow)

/* Signals: "commit": its text was typed and is to be kept; "ticked", "unfold", "wanted" (const
 * OctRecordKind *: a child of that kind is wanted). */
GtkWidget *oct_plan_row_new (OctPlanWork *work, const OctRecordKind *kind, const char *id);
const OctRecordKind *oct_plan_row_get_kind (OctPlanRow *self);
void oct_plan_row_set_kind (OctPlanRow *self, const OctRecordKind *kind);
/* (nullable): of its record; %NULL for a new line. */
const char *oct_plan_row_get_id (OctPlanRow *self);
void oct_plan_row_set_id (OctPlanRow *self, const char *id);
/* (nullable): the record as it is now. */
gpointer oct_plan_row_find (OctPlanRow *self);
void oct_plan_row_update (OctPlanRow *self, gboolean unfolded);
/* The controls for what a selected objective still needs. */
void oct_plan_row_set_chosen (OctPlanRow *self, gboolean chosen);

/* Begins to edit, with the cursor at @offset characters, -1 for the end. */
void oct_plan_row_edit (OctPlanRow *self, int offset);
/* Keeps what is typed and shows it as text again. */
void oct_plan_row_end (OctPlanRow *self);
void oct_plan_row_commit (OctPlanRow *self);
gboolean oct_plan_row_is_editing (OctPlanRow *self);
char *oct_plan_row_dup_text (OctPlanRow *self);
void oct_plan_row_insert (OctPlanRow *self, const char *text);
int oct_plan_row_get_offset (OctPlanRow *self);
/* Whether the cursor is on the first (-1) or last (1) line that is shown. */
gboolean oct_plan_row_is_at_edge (OctPlanRow *self, int direction);

G_END_DECLS
