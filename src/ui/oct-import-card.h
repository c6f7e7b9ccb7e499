/* What became of one imported file. */
#pragma once

#include <adwaita.h>

#include "oct-import.h"

G_BEGIN_DECLS

#define OCT_TYPE_IMPORT_CARD (oct_import_card_get_type ())
G_DECLARE_FINAL_TYPE (OctImportCard, oct_import_card, OCT, IMPORT_CARD, AdwBin)

/* Signal "retry" (const char *path, int published): import again, with this date. */
GtkWidget *oct_import_card_new (const OctImportReport *report);

G_END_DECLS
