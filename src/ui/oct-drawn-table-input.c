/* What a person does with a table: arrow keys, pointer, menu.
 *
 * Apart from the table's layout so that each can be read on its own. Everything ends in one of the
 * table's signals; what they mean is the page's business.
 */

#include "octant-config.h"

#include "oct-drawn-table-private.h"

enum
{
  SIGNAL_ACTIVATE,
  SIGNAL_TOGGLE_STAR,
  SIGNAL_SORT,
  SIGNAL_WIDTHS,
  SIGNAL_MOVE,
  SIGNAL_LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Moving about */

static int
body_height (OctDrawnTable *self)
{
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);

  return MAX (gtk_widget_get_height (GTK_WIDGET (self)) - priv->header_height, 0);
}

void
oct_drawn_table_scroll_to (OctDrawnTable *self, guint position)
{
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);
  GtkAdjustment *adjustment = priv->adjustments[GTK_ORIENTATION_VERTICAL];
  int row_height = oct_cell_painter_row_height (priv->painter);
  double y = (double) position * row_height;

  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, y, y + row_height);
}

void
oct_drawn_table_choose (OctDrawnTable *self, guint position)
{
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);

  if (position == priv->position)
    return;
  oct_drawn_table_mark_row (oct_drawn_table_get_row (self, priv->position), FALSE);
  priv->position = position;
  oct_drawn_table_mark_row (oct_drawn_table_get_row (self, position), TRUE);
}

void
oct_drawn_table_focus_position (OctDrawnTable *self)
{
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);
  OctTableRow *row;

  oct_drawn_table_scroll_to (self, priv->position);
  row = oct_drawn_table_get_row (self, priv->position);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    oct_drawn_table_focus_self (self);
}

/* %FALSE above the first row leaves the table upwards. */
static gboolean
move (OctDrawnTable *self, GtkMovementStep step, int count)
{
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);
  guint n = oct_drawn_table_count (self);
  guint page = (guint) MAX (body_height (self) / oct_cell_painter_row_height (priv->painter) - 1,
                            1);
  gint64 target = priv->position == GTK_INVALID_LIST_POSITION ? -1 : (gint64) priv->position;

  if (n == 0)
    return FALSE;
  if (step == GTK_MOVEMENT_DISPLAY_LINES && count < 0 && target <= 0)
    {
      g_signal_emit (self, signals[SIGNAL_LEAVE], 0);
      return TRUE;
    }
  if (step == GTK_MOVEMENT_BUFFER_ENDS)
    target = count < 0 ? 0 : (gint64) n - 1;
  else
    target += (gint64) count * (step == GTK_MOVEMENT_PAGES ? page : 1);
  oct_drawn_table_choose (self, (guint) CLAMP (target, 0, (gint64) n - 1));
  oct_drawn_table_focus_position (self);
  return TRUE;
}

/* Pointer */

static guint
position_at (OctDrawnTable *self, double y)
{
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);
  double place = y - priv->header_height
                 + oct_drawn_table_get_offset (self, GTK_ORIENTATION_VERTICAL);
  guint position;

  if (y < priv->header_height)
    return GTK_INVALID_LIST_POSITION;
  position = (guint) (place / oct_cell_painter_row_height (priv->painter));
  return position < oct_drawn_table_count (self) ? position : GTK_INVALID_LIST_POSITION;
}

static void
released_cb (OctDrawnTable *self, int n_press, double x, double y, GtkGesture *gesture)
{
  guint position = position_at (self, y);

  if (position == GTK_INVALID_LIST_POSITION || n_press != 1)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  oct_drawn_table_choose (self, position);
  oct_drawn_table_focus_position (self);
  if (x + oct_drawn_table_get_offset (self, GTK_ORIENTATION_HORIZONTAL) < OCT_CELL_STAR_WIDTH)
    g_signal_emit (self, signals[SIGNAL_TOGGLE_STAR], 0);
  else
    g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static void
make_menu (OctDrawnTable *self)
{
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);

  priv->menu = gtk_popover_menu_new_from_model (priv->menu_model);
  gtk_popover_set_has_arrow (GTK_POPOVER (priv->menu), FALSE);
  gtk_widget_set_halign (priv->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (priv->menu, GTK_WIDGET (self));
}

static void
popup (OctDrawnTable *self, double x, double y)
{
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);

  if (priv->menu_model == NULL || priv->position >= oct_drawn_table_count (self))
    return;
  if (priv->menu == NULL)
    make_menu (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (priv->menu),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (priv->menu));
}

static void
secondary_cb (OctDrawnTable *self, int n_press, double x, double y, GtkGesture *gesture)
{
  guint position = position_at (self, y);

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  oct_drawn_table_choose (self, position);
  oct_drawn_table_focus_position (self);
  popup (self, x, y);
}

/* Actions */

static void
activate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctDrawnTable *self = OCT_DRAWN_TABLE (widget);
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);

  if (priv->position < oct_drawn_table_count (self))
    g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static void
star_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctDrawnTable *self = OCT_DRAWN_TABLE (widget);
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);

  if (priv->position < oct_drawn_table_count (self))
    g_signal_emit (self, signals[SIGNAL_TOGGLE_STAR], 0);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctDrawnTable *self = OCT_DRAWN_TABLE (widget);
  OctDrawnTablePrivate *priv = oct_drawn_table_get_private (self);
  OctTableRow *row = oct_drawn_table_get_row (self, priv->position);
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), widget, &bounds))
    popup (self, bounds.origin.x + 2 * OCT_CELL_STAR_WIDTH, bounds.origin.y + bounds.size.height);
}

void
oct_table_row_open_cb (OctDrawnTable *self, OctTableRow *row)
{
  oct_drawn_table_choose (self, oct_table_row_get_position (row));
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

void
oct_table_header_sort_cb (OctDrawnTable *self, guint column)
{
  g_signal_emit (self, signals[SIGNAL_SORT], 0, column);
}

void
oct_table_header_settled_cb (OctDrawnTable *self)
{
  g_signal_emit (self, signals[SIGNAL_WIDTHS], 0);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  const struct
  {
    guint key, keypad;
    GtkMovementStep step;
    int count;
  } moves[] = {
    { GDK_KEY_Up, GDK_KEY_KP_Up, GTK_MOVEMENT_DISPLAY_LINES, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, GTK_MOVEMENT_DISPLAY_LINES, 1 },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, GTK_MOVEMENT_PAGES, -1 },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, GTK_MOVEMENT_PAGES, 1 },
    { GDK_KEY_Home, GDK_KEY_KP_Home, GTK_MOVEMENT_BUFFER_ENDS, -1 },
    { GDK_KEY_End, GDK_KEY_KP_End, GTK_MOVEMENT_BUFFER_ENDS, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      gtk_widget_class_add_binding_signal (widget_class, moves[i].key, 0, "move", "(ii)",
                                           moves[i].step, moves[i].count);
      gtk_widget_class_add_binding_signal (widget_class, moves[i].keypad, 0, "move", "(ii)",
                                           moves[i].step, moves[i].count);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "table.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "table.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "table.star",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "table.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "table.menu",
                                       NULL);
}

static void
install_signals (void)
{
  /* The chosen row is to be opened. */
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", OCT_TYPE_DRAWN_TABLE, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* The chosen row is to be starred, or no longer. */
  signals[SIGNAL_TOGGLE_STAR] = g_signal_new (
    "toggle-star", OCT_TYPE_DRAWN_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* A heading was clicked: a column. */
  signals[SIGNAL_SORT] = g_signal_new ("sort", OCT_TYPE_DRAWN_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /* A column was made as wide as it is to stay. */
  signals[SIGNAL_WIDTHS] = g_signal_new ("widths", OCT_TYPE_DRAWN_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVE] = g_signal_new_class_handler (
    "move", OCT_TYPE_DRAWN_TABLE, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, G_CALLBACK (move), NULL,
    NULL, NULL, G_TYPE_BOOLEAN, 2, GTK_TYPE_MOVEMENT_STEP, G_TYPE_INT);
  /* The up key on the first row: the focus is to go where the search is. */
  signals[SIGNAL_LEAVE] = g_signal_new ("leave", OCT_TYPE_DRAWN_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * oct_drawn_table_install_input:
 * @widget_class: the class of the table
 *
 * Installs signals, actions and keys.
 */
void
oct_drawn_table_install_input (GtkWidgetClass *widget_class)
{
  install_signals ();
  gtk_widget_class_install_action (widget_class, "table.activate", NULL, activate_action);
  gtk_widget_class_install_action (widget_class, "table.star", NULL, star_action);
  gtk_widget_class_install_action (widget_class, "table.menu", NULL, menu_action);
  add_bindings (widget_class);
}

void
oct_drawn_table_add_gestures (OctDrawnTable *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
}
