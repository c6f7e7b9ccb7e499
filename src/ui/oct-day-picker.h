/* A small control that names a day: when something is due, when it begins.
 *
 * It opens a popover in which one types a day or chooses it from a calendar, or says that there is none.
 * What is chosen is only told, not kept: that is the page's.
 */
#pragma once

#include <adwaita.h>

#include "oct-date.h"

G_BEGIN_DECLS

#define OCT_TYPE_DAY_PICKER (oct_day_picker_get_type ())
G_DECLARE_FINAL_TYPE (OctDayPicker, oct_day_picker, OCT, DAY_PICKER, AdwBin)

/* Signal "picked" (int): an OctDate, unknown where there is to be none. */
GtkWidget *oct_day_picker_new (void);
/* What the day is, such as "Due", which is what it is without another name. */
void oct_day_picker_set_label (OctDayPicker *self, const char *label);
/* Shows a day without telling. */
void oct_day_picker_set_day (OctDayPicker *self, OctDate day);
OctDate oct_day_picker_get_day (OctDayPicker *self);

G_END_DECLS
