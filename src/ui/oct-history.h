/* Where the person has been: locations, and a place among them. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define OCT_TYPE_HISTORY (oct_history_get_type ())
G_DECLARE_FINAL_TYPE (OctHistory, oct_history, OCT, HISTORY, GObject)

OctHistory *oct_history_new (void);
const char *oct_history_get_location (OctHistory *self);
void oct_history_push (OctHistory *self, const char *location);
void oct_history_replace (OctHistory *self, const char *location);
gboolean oct_history_get_can_back (OctHistory *self);
gboolean oct_history_get_can_forward (OctHistory *self);
const char *oct_history_back (OctHistory *self);
const char *oct_history_forward (OctHistory *self);

G_END_DECLS
