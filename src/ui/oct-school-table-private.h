/* What the two halves of the table of schools share: its layout and its input. */
#pragma once

#include "oct-school-row.h"
#include "oct-school-table.h"

G_BEGIN_DECLS

struct _OctSchoolTable
{
  GtkWidget parent_instance;

  /* owned */
  OctSchoolList *list;
  OctCellPainter *painter;
  GPtrArray *rows; /* OctSchoolRow; position p is in row p modulo their number */
  GtkAdjustment *adjustments[2];
  GMenuModel *menu_model;

  /* children */
  GtkWidget *header;
  GtkWidget *menu; /* NULL until it is opened */

  guint describe_source;
  guint compact_source;
  guint position; /* the chosen row */
  int header_height;
  int content_width;
};

/* oct-school-table.c */
guint oct_school_table_count (OctSchoolTable *self);
double oct_school_table_get_offset (OctSchoolTable *self, GtkOrientation orientation);
OctSchoolRow *oct_school_table_get_row (OctSchoolTable *self, guint position);
void oct_school_table_mark_row (OctSchoolRow *row, gboolean chosen);
void oct_school_table_focus_self (OctSchoolTable *self);

/* oct-school-table-input.c */
void oct_school_table_install_input (GtkWidgetClass *widget_class);
void oct_school_table_add_gestures (OctSchoolTable *self);
void oct_school_table_choose (OctSchoolTable *self, guint position);
void oct_school_table_scroll_to (OctSchoolTable *self, guint position);
void oct_school_table_focus_position (OctSchoolTable *self);
void oct_school_table_row_open_cb (OctSchoolTable *self, OctSchoolRow *row);
void oct_school_table_header_sort_cb (OctSchoolTable *self, int column);
void oct_school_table_header_settled_cb (OctSchoolTable *self);

G_END_DECLS
