/* Adds somebody to the list of people, or changes their post or name. A post is enough; a name is
 * for where a post doesn't say who is meant.
 */
#pragma once

#include <adwaita.h>

#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_PERSON_DIALOG (oct_person_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctPersonDialog, oct_person_dialog, OCT, PERSON_DIALOG, AdwWindow)

GtkWindow *oct_person_dialog_new (OctWorkbench *workbench, const OctPerson *person);

G_END_DECLS
