/* The rows of a table.
 *
 * All rows are of one height, so a row's place is its position times that height; a row widget serves
 * every n-th position, so that scrolling by one row binds one row. Keyboard focus is on the chosen row
 * as long as it is on the screen, and on the table itself when it isn't.
 */

#include "octant-config.h"

#include <math.h>

#include "oct-drawn-table-private.h"

guint
oct_drawn_table_count (OctDrawnTable *self)
{
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);

  return priv->list != NULL ? g_list_model_get_n_items (priv->list) : 0;
}

double
oct_drawn_table_get_offset (OctDrawnTable *self, GtkOrientation orientation)
{
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);
  GtkAdjustment *adjustment = priv->adjustments[orientation];

  return adjustment != NULL ? floor (gtk_adjustment_get_value (adjustment)) : 0;
}

OctTableRow *
oct_drawn_table_get_row (OctDrawnTable *self, guint position)
{
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);
  OctTableRow *row;

  if (priv->rows->len == 0 || position == GTK_INVALID_LIST_POSITION)
    return NULL;
  row = g_ptr_array_index (priv->rows, position % priv->rows->len);
  return oct_table_row_get_position (row) == position ? row : NULL;
}

void
oct_drawn_table_mark_row (OctTableRow *row, gboolean chosen)
{
  if (row == NULL)
    return;
  if (chosen)
    gtk_widget_set_state_flags (GTK_WIDGET (row), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (row), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
}

void
oct_drawn_table_focus_self (OctDrawnTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    gtk_root_set_focus (root, GTK_WIDGET (self));
}

static gboolean
describe_cb (gpointer data)
{
  OctDrawnTable *self = data;
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);

  priv->describe_source = 0;
  for (guint i = 0; i < priv->rows->len; i++)
    oct_table_row_describe (g_ptr_array_index (priv->rows, i));
  return G_SOURCE_REMOVE;
}

void
oct_drawn_table_queue_describe (OctDrawnTable *self)
{
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);

  if (priv->describe_source == 0)
    priv->describe_source = g_idle_add_full (G_PRIORITY_LOW, describe_cb, self, NULL);
}

static void
bind_row (OctDrawnTable *self, guint position, gboolean anew)
{
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);
  OctTableRow *row = g_ptr_array_index (priv->rows, position % priv->rows->len);
  g_autoptr (GObject) item = NULL;
  gboolean shown = position < oct_drawn_table_count (self);

  if (!anew && oct_table_row_get_position (row) == (shown ? position : GTK_INVALID_LIST_POSITION))
    return;
  if (gtk_widget_has_focus (GTK_WIDGET (row)))
    oct_drawn_table_focus_self (self);
  if (shown)
    item = g_list_model_get_item (priv->list, position);
  oct_table_row_bind (row, item, shown ? position : GTK_INVALID_LIST_POSITION);
  oct_drawn_table_mark_row (row, shown && position == priv->position);
  oct_drawn_table_queue_describe (self);
  gtk_widget_set_child_visible (GTK_WIDGET (row), shown);
}

/* Hands every row widget the item that is at its place now. */
void
oct_drawn_table_bind_rows (OctDrawnTable *self, gboolean anew)
{
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);
  guint first = (guint) (oct_drawn_table_get_offset (self, GTK_ORIENTATION_VERTICAL)
                         / oct_cell_painter_row_height (priv->painter));

  for (guint i = 0; i < priv->rows->len; i++)
    bind_row (self, first + i, anew);
}

void
oct_drawn_table_set_n_rows (OctDrawnTable *self, guint n_rows)
{
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);

  if (priv->rows->len == n_rows)
    return;
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    oct_drawn_table_focus_self (self);
  while (priv->rows->len > n_rows)
    g_ptr_array_remove_index (priv->rows, priv->rows->len - 1);
  while (priv->rows->len < n_rows)
    {
      GtkWidget *row = oct_table_row_new (priv->painter);

      g_signal_connect_object (row, "open", G_CALLBACK (oct_table_row_open_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_insert_before (row, GTK_WIDGET (self), priv->header);
      g_ptr_array_add (priv->rows, row);
    }
  oct_drawn_table_bind_rows (self, TRUE);
}
