/* The button over a table that opens the choice of its columns. */
#pragma once

#include <adwaita.h>

#include "oct-drawn-table.h"
#include "oct-session.h"

G_BEGIN_DECLS

#define OCT_TYPE_COLUMNS_BUTTON (oct_columns_button_get_type ())
G_DECLARE_FINAL_TYPE (OctColumnsButton, oct_columns_button, OCT, COLUMNS_BUTTON, AdwBin)

/* Signal "columns" (gpointer columns): others were chosen, ended as the usual ones are. */
void oct_columns_button_set_table (OctColumnsButton *self, OctDrawnTable *table, const guint *usual,
                                   OctSession *session, const char *widths_key);
void oct_columns_button_update (OctColumnsButton *self);

G_END_DECLS
