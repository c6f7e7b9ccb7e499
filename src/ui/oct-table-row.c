/* One row of a table.
 *
 * The table keeps as many rows as fit on the screen and hands each another item as one scrolls.
 * To a screen reader a row is one thing with everything it shows in its name; its action opens
 * it.
 */

#include "octant-config.h"

#include "oct-table-row.h"

struct _OctTableRow
{
  GtkWidget parent_instance;

  /* owned */
  OctCellPainter *painter;
  GObject *item;

  guint position;
};

G_DEFINE_FINAL_TYPE (OctTableRow, oct_table_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
oct_table_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  OctTableRow *self = OCT_TABLE_ROW (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL
                          ? oct_cell_painter_row_height (self->painter)
                          : 1;
}

static void
oct_table_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OctTableRow *self = OCT_TABLE_ROW (widget);

  if (self->item != NULL)
    oct_cell_painter_draw_row (self->painter, snapshot, widget, self->item,
                               gtk_widget_get_width (widget));
}

static gboolean
query_tooltip_cb (OctTableRow *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;

  if (self->item == NULL || keyboard)
    return FALSE;
  text = oct_cell_painter_full_text (self->painter, self->item, x);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_OPEN], 0);
}

static void
oct_table_row_dispose (GObject *object)
{
  OctTableRow *self = OCT_TABLE_ROW (object);

  g_clear_object (&self->item);
  g_clear_object (&self->painter);
  G_OBJECT_CLASS (oct_table_row_parent_class)->dispose (object);
}

static void
oct_table_row_class_init (OctTableRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_table_row_dispose;
  widget_class->measure = oct_table_row_measure;
  widget_class->snapshot = oct_table_row_snapshot;
  gtk_widget_class_set_css_name (widget_class, "row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
  gtk_widget_class_install_action (widget_class, "row.open", NULL, open_cb);

  /* The person opens it: from the row's accessible action. */
  signals[SIGNAL_OPEN] = g_signal_new ("open", OCT_TYPE_TABLE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
}

static void
oct_table_row_init (OctTableRow *self)
{
  self->position = GTK_INVALID_LIST_POSITION;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "activatable");
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

/**
 * oct_table_row_new:
 * @painter: (transfer none): draws the cells
 *
 * Makes an empty row.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
oct_table_row_new (OctCellPainter *painter)
{
  OctTableRow *self = g_object_new (OCT_TYPE_TABLE_ROW, NULL);

  g_set_object (&self->painter, painter);
  return GTK_WIDGET (self);
}

/**
 * oct_table_row_bind:
 * @self: a row
 * @item: (nullable): what it is to show
 * @position: where that stands in the list
 *
 * Shows an item.
 */
void
oct_table_row_bind (OctTableRow *self, GObject *item, guint position)
{
  g_return_if_fail (OCT_IS_TABLE_ROW (self));

  self->position = position;
  g_set_object (&self->item, item);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * oct_table_row_describe:
 * @self: a row
 *
 * Puts what the row shows into words for a screen reader. The table does it once the row is
 * painted, since it takes as long as the painting.
 */
void
oct_table_row_describe (OctTableRow *self)
{
  g_autofree char *description = NULL;

  g_return_if_fail (OCT_IS_TABLE_ROW (self));

  if (self->item == NULL)
    return;
  description = oct_cell_painter_describe (self->painter, self->item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                  (int) self->position + 1, -1);
}

/**
 * oct_table_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
GObject *
oct_table_row_get_item (OctTableRow *self)
{
  g_return_val_if_fail (OCT_IS_TABLE_ROW (self), NULL);

  return self->item;
}

/**
 * oct_table_row_get_position:
 * @self: a row
 *
 * Returns: where the item stands in the list, %GTK_INVALID_LIST_POSITION for an empty row
 */
guint
oct_table_row_get_position (OctTableRow *self)
{
  g_return_val_if_fail (OCT_IS_TABLE_ROW (self), GTK_INVALID_LIST_POSITION);

  return self->position;
}
