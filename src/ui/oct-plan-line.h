/* A line of a plan's outline: an objective, a success criterion, an action or a milestone.
 *
 * It says what the record says, and under it who owns it, when it is due and where it stands. Its text
 * is edited where it stands; until it has one, a new line belongs to no record.
 */
#pragma once

#include <adwaita.h>

#include "oct-plan-work.h"

G_BEGIN_DECLS

#define OCT_TYPE_PLAN_LINE (oct_plan_line_get_type ())
G_DECLARE_FINAL_TYPE (OctPlanLine, oct_plan_line, OCT, PLAN_LINE, GtkListBoxRow)

/* Signals: "commit": its text was typed and is to be kept; "ticked", "unfold", "wanted" (const
 * OctRecordKind *: a child of that kind is wanted). */
GtkWidget *oct_plan_line_new (OctPlanWork *work, const OctRecordKind *kind, const char *id);
const OctRecordKind *oct_plan_line_get_kind (OctPlanLine *self);
void oct_plan_line_set_kind (OctPlanLine *self, const OctRecordKind *kind);
/* (nullable): of its record; %NULL for a new line. */
const char *oct_plan_line_get_id (OctPlanLine *self);
void oct_plan_line_set_id (OctPlanLine *self, const char *id);
/* (nullable): the record as it is now. */
gpointer oct_plan_line_find (OctPlanLine *self);
void oct_plan_line_update (OctPlanLine *self, gboolean unfolded);
/* The controls for what a selected objective still needs. */
void oct_plan_line_set_chosen (OctPlanLine *self, gboolean chosen);

/* Begins to edit, with the cursor at @offset characters, -1 for the end. */
void oct_plan_line_edit (OctPlanLine *self, int offset);
/* Keeps what is typed and shows it as text again. */
void oct_plan_line_end (OctPlanLine *self);
void oct_plan_line_commit (OctPlanLine *self);
gboolean oct_plan_line_is_editing (OctPlanLine *self);
char *oct_plan_line_dup_text (OctPlanLine *self);
void oct_plan_line_insert (OctPlanLine *self, const char *text);
int oct_plan_line_get_offset (OctPlanLine *self);
/* Whether the cursor is on the first (-1) or last (1) line that is shown. */
gboolean oct_plan_line_is_at_edge (OctPlanLine *self, int direction);

G_END_DECLS
