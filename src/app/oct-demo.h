/* The demonstration: an invented trust, its files, and the folder in which it is tried out. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The trust that the demonstration is about. */
#define OCT_DEMO_TRUST_UID 90001

char *oct_demo_find_folder (void);
char **oct_demo_list_files (GError **error);
gboolean oct_demo_prepare (const char *data_dir, GError **error);

G_END_DECLS
