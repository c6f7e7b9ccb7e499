/* Changes seen between releases, one line each: what, before → after, and between which two days. */
#pragma once

#include <adwaita.h>

#include "oct-session.h"

G_BEGIN_DECLS

#define OCT_TYPE_CHANGE_LIST (oct_change_list_get_type ())
G_DECLARE_FINAL_TYPE (OctChangeList, oct_change_list, OCT, CHANGE_LIST, AdwBin)

GtkWidget *oct_change_list_new (void);
/* Reads the changes and shows them; @name_schools: whether each line says which school. */
void oct_change_list_load (OctChangeList *self, OctSession *session, const OctChangeFilter *filter,
                           gboolean name_schools);

G_END_DECLS
