/* Says on the desktop what is due, while the program is open and only where that is wanted. */
#pragma once

#include "oct-session.h"

G_BEGIN_DECLS

#define OCT_TYPE_DUE_NOTIFIER (oct_due_notifier_get_type ())
G_DECLARE_FINAL_TYPE (OctDueNotifier, oct_due_notifier, OCT, DUE_NOTIFIER, GObject)

OctDueNotifier *oct_due_notifier_new (OctSession *session);
/* Off unless somebody turned it on. */
gboolean oct_due_notifier_is_on (OctSession *session);
void oct_due_notifier_set_on (OctSession *session, gboolean on);

G_END_DECLS
