/* The national shares as a table for the clipboard and for files. */
#pragma once

#include "oct-national.h"

G_BEGIN_DECLS

char *oct_national_to_text (OctNational *national);
/* An OctSaveFunc: @data is the OctNational. */
gboolean oct_national_save (const char *path, gpointer data, GError **error);

G_END_DECLS
