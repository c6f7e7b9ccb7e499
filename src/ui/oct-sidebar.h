/* The sidebar: where one can go. */
#pragma once

#include <adwaita.h>

#include "oct-job.h"
#include "oct-session.h"

G_BEGIN_DECLS

#define OCT_TYPE_SIDEBAR (oct_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (OctSidebar, oct_sidebar, OCT, SIDEBAR, AdwBin)

void oct_sidebar_set_session (OctSidebar *self, OctSession *session);
void oct_sidebar_set_location (OctSidebar *self, const char *location);
gboolean oct_sidebar_is_place (OctSidebar *self, const char *location);
void oct_sidebar_set_job (OctSidebar *self, OctJob *job);

G_END_DECLS
