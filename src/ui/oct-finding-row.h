/* A row that says a finding in a line and what it rests on in smaller type, and leads somewhere.
 *
 * It looks as AdwActionRow does, and draws its words itself: a page shows dozens of them, and eight
 * widgets for each, every one measured at several widths, took longer than all else on the page.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OCT_TYPE_FINDING_ROW (oct_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (OctFindingRow, oct_finding_row, OCT, FINDING_ROW, GtkListBoxRow)

GtkWidget *oct_finding_row_new (void);
/* @mark stands before the title, @icon_name after it. All but the title may be %NULL or empty. */
void oct_finding_row_set (OctFindingRow *self, const char *mark, const char *mark_name,
                          const char *title, const char *subtitle, const char *icon_name);
const char *oct_finding_row_get_title (OctFindingRow *self);
gboolean oct_finding_row_has_mark (OctFindingRow *self);

G_END_DECLS
