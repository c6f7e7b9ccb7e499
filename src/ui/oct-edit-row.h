/* One edit as a row of history: when, what, who, and each field before and after. */
#pragma once

#include <adwaita.h>

#include "oct-edit-entry.h"

G_BEGIN_DECLS

#define OCT_TYPE_EDIT_ROW (oct_edit_row_get_type ())
G_DECLARE_FINAL_TYPE (OctEditRow, oct_edit_row, OCT, EDIT_ROW, AdwBin)

GtkWidget *oct_edit_row_new (void);
void oct_edit_row_set (OctEditRow *self, OctEditEntry *entry, OctAssessment *assessment);
/* What a screen reader says of the row. */
char *oct_edit_row_describe (OctEditEntry *entry, OctAssessment *assessment);

G_END_DECLS
