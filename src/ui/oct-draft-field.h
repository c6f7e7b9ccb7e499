/* A field for one text of the framework's draft: what it says, what the present version says where
 * that differs, and room to write.
 */
#pragma once

#include <gtk/gtk.h>

#include "oct-draft-text.h"
#include "oct-draft-work.h"

G_BEGIN_DECLS

GtkWidget *oct_draft_field_new (OctDraftWork *work, const OctDraftText *text, const char *label,
                                const char *hint, gboolean one_line);
void oct_draft_field_update (GtkWidget *field);
void oct_draft_field_commit (GtkWidget *field);

G_END_DECLS
