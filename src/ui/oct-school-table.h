/* The table of schools: a scrollable of rows of one height, made for lists of half a million.
 *
 * Put it into a GtkScrolledWindow. It shows an OctSchoolList, keeps as many row widgets as fit on
 * the screen, and has one chosen row that the arrow keys move.
 */
#pragma once

#include <gtk/gtk.h>

#include "oct-cell-painter.h"
#include "oct-school-list.h"
#include "oct-school.h"

G_BEGIN_DECLS

#define OCT_TYPE_SCHOOL_TABLE (oct_school_table_get_type ())
G_DECLARE_FINAL_TYPE (OctSchoolTable, oct_school_table, OCT, SCHOOL_TABLE, GtkWidget)

GtkWidget *oct_school_table_new (void);
void oct_school_table_set_session (OctSchoolTable *self, OctSession *session);
void oct_school_table_set_list (OctSchoolTable *self, OctSchoolList *list);
void oct_school_table_set_columns (OctSchoolTable *self, const OctColumn *columns);
const OctColumn *oct_school_table_get_columns (OctSchoolTable *self);
void oct_school_table_set_query (OctSchoolTable *self, OctSchoolQuery *query);
void oct_school_table_set_menu (OctSchoolTable *self, GMenuModel *menu);

guint oct_school_table_get_position (OctSchoolTable *self);
void oct_school_table_set_position (OctSchoolTable *self, guint position);
OctSchool *oct_school_table_get_school (OctSchoolTable *self);
OctCellPainter *oct_school_table_get_painter (OctSchoolTable *self);

G_END_DECLS
