/* Finding a person: everything that names them, each place leading to its page, to be saved for whoever
 * asked what is held about them, and the way to replacing or removing them for good.
 *
 * A name that was looked for is kept nowhere: it stands in no location, so in no settings.
 * Signal "removed": somebody was removed, so that the page's location may name nobody any more.
 */
#pragma once

#include <adwaita.h>

#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_PERSON_FINDER (oct_person_finder_get_type ())
G_DECLARE_FINAL_TYPE (OctPersonFinder, oct_person_finder, OCT, PERSON_FINDER, AdwBin)

void oct_person_finder_load (OctPersonFinder *self, OctWorkbench *workbench);
void oct_person_finder_find (OctPersonFinder *self, const char *person_id, gboolean remove);
void oct_person_finder_clear (OctPersonFinder *self);
gboolean oct_person_finder_focus (OctPersonFinder *self);

G_END_DECLS
