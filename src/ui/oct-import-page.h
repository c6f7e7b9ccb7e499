/* The import page: how far an import is, and what became of it. */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_IMPORT_PAGE (oct_import_page_get_type ())
G_DECLARE_FINAL_TYPE (OctImportPage, oct_import_page, OCT, IMPORT_PAGE, OctPage)

/* Property "running". */
void oct_import_page_start (OctImportPage *self, const char *const *paths);
void oct_import_page_rebuild (OctImportPage *self);
void oct_import_page_cancel (OctImportPage *self);
gboolean oct_import_page_get_running (OctImportPage *self);
OctJob *oct_import_page_get_job (OctImportPage *self);

G_END_DECLS
