/* Says on the desktop what is due, while the program is open and only where that is wanted. */
#pragma once

#include "oct-session.h"

G_BEGIN_DECLS

/* The setting that turns it on, and the application's action of that name. */
#define OCT_NOTIFY_DUE_KEY "notify-due"

#define OCT_TYPE_DUE_NOTIFIER (oct_due_notifier_get_type ())
G_DECLARE_FINAL_TYPE (OctDueNotifier, oct_due_notifier, OCT, DUE_NOTIFIER, GObject)

/* Its notifications are @application's, whose action "app.go" (string) they lead by. */
OctDueNotifier *oct_due_notifier_new (GApplication *application, OctSession *session);
/* Says what is due on that day and hasn't been said before; it does so by itself as well. */
void oct_due_notifier_tell (OctDueNotifier *self, OctDate today);
/* Adds the switch "app.notify-due", where there is the setting. */
void oct_due_notifier_add_action (GApplication *application);

G_END_DECLS
