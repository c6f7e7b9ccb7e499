/* The application: one process, one window, the actions that belong to neither page nor window. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OCT_TYPE_APPLICATION (oct_application_get_type ())
G_DECLARE_FINAL_TYPE (OctApplication, oct_application, OCT, APPLICATION, AdwApplication)

OctApplication *oct_application_new (void);

G_END_DECLS
