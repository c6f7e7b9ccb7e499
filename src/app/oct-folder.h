/* Folders that the program made for itself and takes away again.
 *
 * Window and command line both keep a demonstration, or an answer on its way, in one.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void oct_folder_remove (const char *path);

G_END_DECLS
