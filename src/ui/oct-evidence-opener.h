/* Opens evidence with the program that the person uses for it: a file as a copy that is only to be
 * read, a link in a browser.
 */
#pragma once

#include <gtk/gtk.h>

#include "oct-workbench-evidence.h"

G_BEGIN_DECLS

#define OCT_TYPE_EVIDENCE_OPENER (oct_evidence_opener_get_type ())
G_DECLARE_FINAL_TYPE (OctEvidenceOpener, oct_evidence_opener, OCT, EVIDENCE_OPENER, GObject)

/* Signal "failed" (string): why something could not be opened. */
OctEvidenceOpener *oct_evidence_opener_new (void);
/* Whether it is something to open; else nothing happens, as with a note. */
gboolean oct_evidence_opener_open (OctEvidenceOpener *self, OctWorkbench *workbench,
                                   GtkWidget *widget, const OctEvidence *evidence);

G_END_DECLS
