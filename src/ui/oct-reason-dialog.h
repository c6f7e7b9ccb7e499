/* Asks why: a plan is stopped, an objective withdrawn, only with a reason. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @why: the reason; belongs to the caller. */
typedef void (*OctReasonFunc) (GtkWidget *widget, const char *why, gpointer data);

/* @label: of the button that does it. @func is called with @widget, unless it is cancelled. */
GtkWindow *oct_reason_dialog_present (GtkWidget *widget, const char *heading, const char *body,
                                      const char *label, OctReasonFunc func, gpointer data,
                                      GDestroyNotify free_data);

G_END_DECLS
