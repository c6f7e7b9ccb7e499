/* One row of the table of schools: a widget that draws its cells itself. */
#pragma once

#include <gtk/gtk.h>

#include "oct-cell-painter.h"
#include "oct-school.h"

G_BEGIN_DECLS

#define OCT_TYPE_SCHOOL_ROW (oct_school_row_get_type ())
G_DECLARE_FINAL_TYPE (OctSchoolRow, oct_school_row, OCT, SCHOOL_ROW, GtkWidget)

GtkWidget *oct_school_row_new (OctCellPainter *painter);
void oct_school_row_bind (OctSchoolRow *self, OctSchool *school, guint position);
OctSchool *oct_school_row_get_school (OctSchoolRow *self);
guint oct_school_row_get_position (OctSchoolRow *self);
void oct_school_row_describe (OctSchoolRow *self);

G_END_DECLS
