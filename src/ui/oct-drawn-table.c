/* A table of the register, drawn by itself.
 *
 * Measured on 520,000 rows, GtkColumnView took 180 ms to follow a key and 17 ms to jump, since it
 * binds some 200 rows of cells for a screen of 25 (tests/bench/bench-list.c measures this one). Here
 * a row is one widget that draws its cells, and there are as many as fit on the screen. What is in
 * the rows is the subclass's business, which says it as an OctTableSource.
 */

#include "octant-config.h"

#include "oct-drawn-table-private.h"

#include <adwaita.h>

#include "oct-table-header.h"

/* Below this width a row is a name with a line of details under it, and there is no header. */
#define COMPACT_WIDTH 560
#define NATURAL_WIDTH 640

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
  PROP_COMPACT,
};

static void scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (OctDrawnTable, oct_drawn_table, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (OctDrawnTable)
                                    G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

OctDrawnTablePrivate *
oct_drawn_table_get_private (OctDrawnTable *self)
{
  return oct_drawn_table_get_instance_private (self);
}

/* Layout */

static void
configure_adjustments (OctDrawnTable *self, int width, int height)
{
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);
  int row_height = oct_cell_painter_row_height (priv->painter);
  double page = MAX (height - priv->header_height, 1);
  double upper = MAX ((double) oct_drawn_table_count (self) * row_height, page);
  GtkAdjustment *vertical = priv->adjustments[GTK_ORIENTATION_VERTICAL];
  GtkAdjustment *horizontal = priv->adjustments[GTK_ORIENTATION_HORIZONTAL];

  if (vertical != NULL)
    gtk_adjustment_configure (vertical,
                              CLAMP (gtk_adjustment_get_value (vertical), 0, upper - page), 0,
                              upper, row_height, MAX (page - row_height, 1), page);
  if (horizontal != NULL)
    gtk_adjustment_configure (
      horizontal, CLAMP (gtk_adjustment_get_value (horizontal), 0, priv->content_width - width), 0,
      priv->content_width, 40, MAX (width - 40, 1), width);
}

/* Whoever hears of it may want another size, which can't be had while sizes are given out. */
static gboolean
compact_cb (gpointer data)
{
  OctDrawnTable *self = data;
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);

  priv->compact_source = 0;
  g_object_notify (G_OBJECT (self), "compact");
  return G_SOURCE_REMOVE;
}

static void
oct_drawn_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OctDrawnTable *self = OCT_DRAWN_TABLE (widget);
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);
  gboolean compact = width < COMPACT_WIDTH;
  gboolean was_compact = oct_cell_painter_is_compact (priv->painter);
  int old_width = priv->content_width;
  int row_height, x, minimum;

  priv->content_width = oct_cell_painter_arrange (priv->painter, width, compact);
  if (compact != was_compact && priv->compact_source == 0)
    priv->compact_source = g_idle_add (compact_cb, self);
  row_height = oct_cell_painter_row_height (priv->painter);
  gtk_widget_set_child_visible (priv->header, !compact);
  gtk_widget_measure (priv->header, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  priv->header_height = compact ? 0 : minimum;
  oct_drawn_table_set_n_rows (self,
                              (guint) (MAX (height - priv->header_height, 0) / row_height) + 2);
  configure_adjustments (self, width, height);
  oct_drawn_table_bind_rows (self, was_compact != compact || old_width != priv->content_width);

  x = -(int) oct_drawn_table_get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  if (!compact)
    gtk_widget_size_allocate (
      priv->header, &(GtkAllocation) { x, 0, priv->content_width, priv->header_height }, -1);
  for (guint i = 0; i < priv->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (priv->rows, i);
      guint position = oct_table_row_get_position (OCT_TABLE_ROW (row));
      double y = (double) position * row_height
                 - oct_drawn_table_get_offset (self, GTK_ORIENTATION_VERTICAL);

      if (position != GTK_INVALID_LIST_POSITION)
        gtk_widget_size_allocate (row,
                                  &(GtkAllocation) { x, priv->header_height + (int) y,
                                                     priv->content_width, row_height },
                                  -1);
    }
  if (priv->menu != NULL)
    gtk_popover_present (GTK_POPOVER (priv->menu));
}

static void
oct_drawn_table_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  OctDrawnTable *self = OCT_DRAWN_TABLE (widget);
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = NATURAL_WIDTH;
    }
  else
    {
      int row_height = oct_cell_painter_row_height (priv->painter);

      *minimum = 2 * row_height;
      *natural = 12 * row_height;
    }
}

static void
adjustment_changed_cb (OctDrawnTable *self)
{
  oct_drawn_table_bind_rows (self, FALSE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustment (OctDrawnTable *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);
  GtkAdjustment **place = &priv->adjustments[orientation];

  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, adjustment_changed_cb, self);
  g_clear_object (place);
  if (adjustment == NULL)
    return;
  *place = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (adjustment_changed_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
scrollable_get_border (GtkScrollable *scrollable, GtkBorder *border)
{
  *border = (GtkBorder) { 0 };
  border->top = (gint16) oct_drawn_table_get_private (OCT_DRAWN_TABLE (scrollable))->header_height;
  return TRUE;
}

static void
scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = scrollable_get_border;
}

static gboolean
oct_drawn_table_grab_focus (GtkWidget *widget)
{
  OctDrawnTable *self = OCT_DRAWN_TABLE (widget);
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);

  if (oct_drawn_table_count (self) == 0)
    return FALSE;
  if (priv->position >= oct_drawn_table_count (self))
    oct_drawn_table_choose (self, 0);
  oct_drawn_table_focus_position (self);
  return TRUE;
}

static gboolean
oct_drawn_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* The arrow keys have bindings of their own; the tab key passes over the table in one step. */
  if (focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget)))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static void
header_resized_cb (OctDrawnTable *self)
{
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);

  gtk_widget_queue_allocate (priv->header);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  oct_drawn_table_redraw (self);
}

static void
items_changed_cb (OctDrawnTable *self, guint position, guint removed, guint added)
{
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);
  GtkWidget *widget = GTK_WIDGET (self);

  /* Another list begins at its top, and no row of it is chosen yet. */
  priv->position = GTK_INVALID_LIST_POSITION;
  if (priv->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_set_value (priv->adjustments[GTK_ORIENTATION_VERTICAL], 0);
  if (gtk_widget_get_width (widget) > 0)
    configure_adjustments (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  oct_drawn_table_bind_rows (self, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT,
                                  (int) oct_drawn_table_count (self), -1);
  gtk_widget_queue_allocate (widget);
}

static void
restyle_cb (OctDrawnTable *self)
{
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);

  oct_cell_painter_restyle (priv->painter);
  oct_drawn_table_redraw (self);
}

/* Object */

static void
oct_drawn_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OctDrawnTable *self = OCT_DRAWN_TABLE (object);
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, priv->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, priv->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, oct_cell_painter_is_compact (priv->painter));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
oct_drawn_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OctDrawnTable *self = OCT_DRAWN_TABLE (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      /* The table is as small as one likes either way. */
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
oct_drawn_table_dispose (GObject *object)
{
  OctDrawnTable *self = OCT_DRAWN_TABLE (object);
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);

  if (priv->list != NULL)
    g_signal_handlers_disconnect_by_func (priv->list, items_changed_cb, self);
  g_clear_handle_id (&priv->describe_source, g_source_remove);
  g_clear_handle_id (&priv->compact_source, g_source_remove);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_clear_pointer (&priv->menu, gtk_widget_unparent);
  g_clear_object (&priv->menu_model);
  g_clear_pointer (&priv->rows, g_ptr_array_unref);
  g_clear_pointer (&priv->header, gtk_widget_unparent);
  g_clear_object (&priv->list);
  g_clear_object (&priv->painter);
  G_OBJECT_CLASS (oct_drawn_table_parent_class)->dispose (object);
}

/* Only now is it known what the rows show. */
static void
oct_drawn_table_constructed (GObject *object)
{
  OctDrawnTable *self = OCT_DRAWN_TABLE (object);
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);
  GtkWidget *widget = GTK_WIDGET (object);

  G_OBJECT_CLASS (oct_drawn_table_parent_class)->constructed (object);

  priv->painter = oct_cell_painter_new (widget);
  priv->header = oct_table_header_new (oct_cell_painter_get_layout (priv->painter));
  gtk_widget_set_parent (priv->header, widget);
  oct_table_header_update (OCT_TABLE_HEADER (priv->header), priv->sort, priv->descending);
  g_signal_connect_swapped (priv->header, "sort", G_CALLBACK (oct_table_header_sort_cb), self);
  g_signal_connect_swapped (priv->header, "resized", G_CALLBACK (header_resized_cb), self);
  g_signal_connect_swapped (priv->header, "settled", G_CALLBACK (oct_table_header_settled_cb),
                            self);
}

static void
oct_drawn_table_class_init (OctDrawnTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = oct_drawn_table_constructed;
  object_class->dispose = oct_drawn_table_dispose;
  object_class->get_property = oct_drawn_table_get_property;
  object_class->set_property = oct_drawn_table_set_property;
  widget_class->measure = oct_drawn_table_measure;
  widget_class->size_allocate = oct_drawn_table_size_allocate;
  widget_class->grab_focus = oct_drawn_table_grab_focus;
  widget_class->focus = oct_drawn_table_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  g_object_class_install_property (
    object_class, PROP_COMPACT,
    g_param_spec_boolean ("compact", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  oct_drawn_table_install_input (widget_class);
  gtk_widget_class_set_css_name (widget_class, "drawntable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
oct_drawn_table_init (OctDrawnTable *self)
{
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);
  GtkWidget *widget = GTK_WIDGET (self);

  priv->position = GTK_INVALID_LIST_POSITION;
  priv->sort = G_MAXUINT;
  priv->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (widget, "view");
  oct_drawn_table_add_gestures (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (restyle_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (restyle_cb), self, G_CONNECT_SWAPPED);
}

/* Public */

/**
 * oct_drawn_table_redraw:
 * @self: a table
 *
 * Shows the rows as they are now: their stars, or the words that are marked, changed.
 */
void
oct_drawn_table_redraw (OctDrawnTable *self)
{
  OctDrawnTablePrivate *priv;

  g_return_if_fail (OCT_IS_DRAWN_TABLE (self));

  priv = oct_drawn_table_get_private (self);
  for (guint i = 0; i < priv->rows->len; i++)
    gtk_widget_queue_draw (g_ptr_array_index (priv->rows, i));
  oct_drawn_table_queue_describe (self);
}

/**
 * oct_drawn_table_set_model:
 * @self: a table
 * @model: (nullable): what it is to show, of objects that the subclass knows
 *
 * Sets the list.
 */
void
oct_drawn_table_set_model (OctDrawnTable *self, GListModel *model)
{
  OctDrawnTablePrivate *priv;

  g_return_if_fail (OCT_IS_DRAWN_TABLE (self));

  priv = oct_drawn_table_get_private (self);
  if (priv->list == model)
    return;
  if (priv->list != NULL)
    g_signal_handlers_disconnect_by_func (priv->list, items_changed_cb, self);
  g_set_object (&priv->list, model);
  if (model != NULL)
    g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  items_changed_cb (self, 0, 0, 0);
}

/**
 * oct_drawn_table_get_model:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): what it shows, in the order shown
 */
GListModel *
oct_drawn_table_get_model (OctDrawnTable *self)
{
  g_return_val_if_fail (OCT_IS_DRAWN_TABLE (self), NULL);

  return oct_drawn_table_get_private (self)->list;
}

/**
 * oct_drawn_table_set_columns:
 * @self: a table
 * @columns: different columns, the name among them, ended by a number that is none
 *
 * Sets which columns are shown, in which order.
 */
void
oct_drawn_table_set_columns (OctDrawnTable *self, const guint *columns)
{
  OctDrawnTablePrivate *priv;

  g_return_if_fail (OCT_IS_DRAWN_TABLE (self));

  priv = oct_drawn_table_get_private (self);
  if (!oct_cell_layout_set_columns (oct_cell_painter_get_layout (priv->painter), columns))
    return;
  oct_table_header_update (OCT_TABLE_HEADER (priv->header), priv->sort, priv->descending);
  oct_drawn_table_redraw (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * oct_drawn_table_get_layout:
 * @self: a table
 *
 * Returns: (transfer none): which columns it shows, and how wide they are
 */
OctCellLayout *
oct_drawn_table_get_layout (OctDrawnTable *self)
{
  g_return_val_if_fail (OCT_IS_DRAWN_TABLE (self), NULL);

  return oct_cell_painter_get_layout (oct_drawn_table_get_private (self)->painter);
}

/**
 * oct_drawn_table_set_words:
 * @self: a table
 * @words: (nullable): what was searched for, folded
 *
 * Says what is marked in the rows. Called before the list changes, so that rows are drawn once.
 */
void
oct_drawn_table_set_words (OctDrawnTable *self, const char *words)
{
  g_return_if_fail (OCT_IS_DRAWN_TABLE (self));

  oct_cell_painter_set_words (oct_drawn_table_get_private (self)->painter, words);
  oct_drawn_table_redraw (self);
}

/**
 * oct_drawn_table_set_sort:
 * @self: a table
 * @column: the column by which the list is sorted; a number that is none for no column
 * @descending: whether the largest comes first
 *
 * Shows the list's order in the header. The sorting itself is the list's business.
 */
void
oct_drawn_table_set_sort (OctDrawnTable *self, guint column, gboolean descending)
{
  OctDrawnTablePrivate *priv;

  g_return_if_fail (OCT_IS_DRAWN_TABLE (self));

  priv = oct_drawn_table_get_private (self);
  priv->sort = column;
  priv->descending = descending;
  oct_table_header_update (OCT_TABLE_HEADER (priv->header), column, descending);
}

/**
 * oct_drawn_table_set_menu:
 * @self: a table
 * @menu: what can be done with the chosen row's item
 *
 * Sets the menu of the right button and the menu key. It is made when it is first opened.
 */
void
oct_drawn_table_set_menu (OctDrawnTable *self, GMenuModel *menu)
{
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);

  g_return_if_fail (OCT_IS_DRAWN_TABLE (self));

  g_clear_pointer (&priv->menu, gtk_widget_unparent);
  g_set_object (&priv->menu_model, menu);
}

/**
 * oct_drawn_table_get_position:
 * @self: a table
 *
 * Returns: the chosen row, %GTK_INVALID_LIST_POSITION where there is none
 */
guint
oct_drawn_table_get_position (OctDrawnTable *self)
{
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);

  g_return_val_if_fail (OCT_IS_DRAWN_TABLE (self), GTK_INVALID_LIST_POSITION);

  return priv->position;
}

/**
 * oct_drawn_table_set_position:
 * @self: a table
 * @position: a row
 *
 * Chooses a row and shows it, without taking the focus.
 */
void
oct_drawn_table_set_position (OctDrawnTable *self, guint position)
{
  g_return_if_fail (OCT_IS_DRAWN_TABLE (self));
  g_return_if_fail (position < oct_drawn_table_count (self));

  oct_drawn_table_choose (self, position);
  oct_drawn_table_scroll_to (self, position);
}

/**
 * oct_drawn_table_get_item:
 * @self: a table
 *
 * Returns: (transfer full) (nullable): what the chosen row shows
 */
gpointer
oct_drawn_table_get_item (OctDrawnTable *self)
{
  OctDrawnTablePrivate *priv;

  g_return_val_if_fail (OCT_IS_DRAWN_TABLE (self), NULL);

  priv = oct_drawn_table_get_private (self);
  if (priv->position >= oct_drawn_table_count (self))
    return NULL;
  return g_list_model_get_item (priv->list, priv->position);
}
