/* One change between two releases, as a row of a list. */
#pragma once

#include <adwaita.h>

#include "oct-change.h"

G_BEGIN_DECLS

#define OCT_TYPE_CHANGE_ROW (oct_change_row_get_type ())
G_DECLARE_FINAL_TYPE (OctChangeRow, oct_change_row, OCT, CHANGE_ROW, AdwBin)

GtkWidget *oct_change_row_new (void);
void oct_change_row_set (OctChangeRow *self, OctChange *change);
/* @place: (nullable): what tells schools of one name apart. */
void oct_change_row_set_place (OctChangeRow *self, const char *place);
void oct_change_row_set_show_dates (OctChangeRow *self, gboolean show_dates);

G_END_DECLS
