/* Asking for files to import. */
#pragma once

#include "oct-window.h"

G_BEGIN_DECLS

void oct_file_chooser_ask_import (OctWindow *window);

G_END_DECLS
