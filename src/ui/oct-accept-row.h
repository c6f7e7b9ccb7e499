/* One difference between the register and what was accepted: what happened, both values, and a check
 * that says whether it is taken over. A school that was divided asks which one goes on.
 *
 * Property "active" (boolean): whether it is to be accepted.
 */
#pragma once

#include <adwaita.h>

#include "oct-difference.h"

G_BEGIN_DECLS

#define OCT_TYPE_ACCEPT_ROW (oct_accept_row_get_type ())
G_DECLARE_FINAL_TYPE (OctAcceptRow, oct_accept_row, OCT, ACCEPT_ROW, GtkListBoxRow)

GtkWidget *oct_accept_row_new (OctDifference *difference, OctDate known);
OctDifference *oct_accept_row_get_difference (OctAcceptRow *self);
/* Whether the check may be set: not before a choice was made. */
gboolean oct_accept_row_can_accept (OctAcceptRow *self);
gboolean oct_accept_row_get_active (OctAcceptRow *self);
void oct_accept_row_set_active (OctAcceptRow *self, gboolean active);
/* The choice that goes on; %OCT_DECISION_NOBODY where none does. */
guint32 oct_accept_row_get_urn (OctAcceptRow *self);

G_END_DECLS
