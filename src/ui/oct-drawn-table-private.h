/* What the parts of a table share: its layout, its rows and its input. */
#pragma once

#include "oct-table-row.h"
#include "oct-drawn-table.h"

G_BEGIN_DECLS

typedef struct
{
  /* owned */
  GListModel *list;
  OctCellPainter *painter;
  GPtrArray *rows; /* OctTableRow; position p is in row p modulo their number */
  GtkAdjustment *adjustments[2];
  GMenuModel *menu_model;

  /* children */
  GtkWidget *header;
  GtkWidget *menu; /* NULL until it is opened */

  guint describe_source;
  guint compact_source;
  guint position; /* the chosen row */
  guint sort;     /* the column under the arrow */
  gboolean descending;
  int header_height;
  int content_width;
} OctDrawnTablePrivate;

/* oct-drawn-table.c */
OctDrawnTablePrivate *oct_drawn_table_get_private (OctDrawnTable *self);

/* oct-drawn-table-rows.c */
guint oct_drawn_table_count (OctDrawnTable *self);
double oct_drawn_table_get_offset (OctDrawnTable *self, GtkOrientation orientation);
OctTableRow *oct_drawn_table_get_row (OctDrawnTable *self, guint position);
void oct_drawn_table_mark_row (OctTableRow *row, gboolean chosen);
void oct_drawn_table_focus_self (OctDrawnTable *self);
void oct_drawn_table_queue_describe (OctDrawnTable *self);
void oct_drawn_table_bind_rows (OctDrawnTable *self, gboolean anew);
void oct_drawn_table_set_n_rows (OctDrawnTable *self, guint n_rows);

/* oct-drawn-table-input.c */
void oct_drawn_table_install_input (GtkWidgetClass *widget_class);
void oct_drawn_table_add_gestures (OctDrawnTable *self);
void oct_drawn_table_choose (OctDrawnTable *self, guint position);
void oct_drawn_table_scroll_to (OctDrawnTable *self, guint position);
void oct_drawn_table_focus_position (OctDrawnTable *self);
void oct_table_row_open_cb (OctDrawnTable *self, OctTableRow *row);
void oct_table_header_sort_cb (OctDrawnTable *self, guint column);
void oct_table_header_settled_cb (OctDrawnTable *self);

G_END_DECLS
