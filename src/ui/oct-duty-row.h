/* Something that waits for a person, as a row: what, where, until when, and what is done with it. */
#pragma once

#include <adwaita.h>

#include "oct-duty.h"

G_BEGIN_DECLS

#define OCT_TYPE_DUTY_ROW (oct_duty_row_get_type ())
G_DECLARE_FINAL_TYPE (OctDutyRow, oct_duty_row, OCT, DUTY_ROW, AdwActionRow)

/* Signals: "status" (int): an action or a milestone is to have it; "outcome" (int, const char
 * *): a re-check was done, and what was learnt; "schedule": the re-checks are to be scheduled. @duty is copied where it is needed. */
GtkWidget *oct_duty_row_new (const OctDuty *duty, const char *where, OctDate today);
/* (transfer none): of what it is about. */
const OctRecord *oct_duty_row_get_record (OctDutyRow *self);
OctDue oct_duty_row_get_due (OctDutyRow *self);

G_END_DECLS
