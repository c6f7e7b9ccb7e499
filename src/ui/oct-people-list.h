/* The people of a workspace: who works here, and everybody whom records refer to, the post first.
 *
 * Somebody is added and edited in a dialogue; finding what names them, and replacing or removing
 * them, begins with a search, which is another part of the page.
 */
#pragma once

#include <adwaita.h>

#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_PEOPLE_LIST (oct_people_list_get_type ())
G_DECLARE_FINAL_TYPE (OctPeopleList, oct_people_list, OCT, PEOPLE_LIST, AdwBin)

void oct_people_list_load (OctPeopleList *self, OctWorkbench *workbench);

G_END_DECLS
