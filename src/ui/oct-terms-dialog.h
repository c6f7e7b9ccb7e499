/* The dialog in which a trust sets its terms and holidays, a school year at a time. */
#pragma once

#include <adwaita.h>

#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_TERMS_DIALOG (oct_terms_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctTermsDialog, oct_terms_dialog, OCT, TERMS_DIALOG, AdwWindow)

GtkWidget *oct_terms_dialog_new (GtkWindow *parent, OctWorkbench *workbench);

G_END_DECLS
