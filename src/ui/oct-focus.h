/* Where the keyboard goes: out of widgets that say themselves which of their parts has the focus
 * first, and between the sidebar and the page. */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

gboolean oct_focus_child (GtkWidget *widget, GtkDirectionType direction);
void oct_focus_other_side (OctPage *page);

G_END_DECLS
