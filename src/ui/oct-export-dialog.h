/* Asking which fields of the listed schools to write to a file, and in which format. */
#pragma once

#include <adwaita.h>

#include "oct-school-columns.h"
#include "oct-session.h"

G_BEGIN_DECLS

#define OCT_TYPE_EXPORT_DIALOG (oct_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OctExportDialog, oct_export_dialog, OCT, EXPORT_DIALOG, AdwWindow)

GtkWidget *oct_export_dialog_new (GtkWidget *page, OctSession *session, const OctResult *result,
                                  OctSchoolQuery *query, const OctColumn *columns);

G_END_DECLS
