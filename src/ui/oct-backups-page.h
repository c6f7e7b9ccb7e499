/* The backups of a workspace by date, and going back to one. */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_BACKUPS_PAGE (oct_backups_page_get_type ())
G_DECLARE_FINAL_TYPE (OctBackupsPage, oct_backups_page, OCT, BACKUPS_PAGE, OctPage)

/* Once it was confirmed. */
void oct_backups_page_restore (OctBackupsPage *self, const char *backup_path);
/* (transfer full): "backups/NAME". */
char *oct_backups_page_make_location (const char *name);

G_END_DECLS
