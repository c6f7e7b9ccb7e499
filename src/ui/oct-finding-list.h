/* A list of findings: each a row with a mark of its kind, what it says, and where it leads. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Fills a list box with findings (element-type OctFinding); where there are none it shows @empty. */
void oct_finding_list_fill (GtkListBox *list, GPtrArray *findings, const char *empty);

G_END_DECLS
