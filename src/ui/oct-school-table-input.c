/* What a person does with the table of schools: arrow keys, pointer, menu.
 *
 * Apart from the table's layout so that each can be read on its own. Everything ends in one of the
 * table's signals; what they mean is the page's business.
 */

#include "octant-config.h"

#include "oct-school-table-private.h"

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
body_height (OctSchoolTable *self)
{
  return MAX (gtk_widget_get_height (GTK_WIDGET (self)) - self->header_height, 0);
}

void
oct_school_table_scroll_to (OctSchoolTable *self, guint position)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  int row_height = oct_cell_painter_row_height (self->painter);
  double y = (double) position * row_height;

  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, y, y + row_height);
}

void
oct_school_table_choose (OctSchoolTable *self, guint position)
{
  if (position == self->position)
    return;
  oct_school_table_mark_row (oct_school_table_get_row (self, self->position), FALSE);
  self->position = position;
  oct_school_table_mark_row (oct_school_table_get_row (self, position), TRUE);
}

void
oct_school_table_focus_position (OctSchoolTable *self)
{
  OctSchoolRow *row;

  oct_school_table_scroll_to (self, self->position);
  row = oct_school_table_get_row (self, self->position);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    oct_school_table_focus_self (self);
}

/* %FALSE above the first row leaves the table upwards. */
static gboolean
move (OctSchoolTable *self, GtkMovementStep step, int count)
{
  guint n = oct_school_table_count (self);
  guint page = (guint) MAX (body_height (self) / oct_cell_painter_row_height (self->painter) - 1,
                            1);
  gint64 target = self->position == GTK_INVALID_LIST_POSITION ? -1 : (gint64) self->position;

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
  oct_school_table_choose (self, (guint) CLAMP (target, 0, (gint64) n - 1));
  oct_school_table_focus_position (self);
  return TRUE;
}

/* Pointer */

static guint
position_at (OctSchoolTable *self, double y)
{
  double place = y - self->header_height
                 + oct_school_table_get_offset (self, GTK_ORIENTATION_VERTICAL);
  guint position;

  if (y < self->header_height)
    return GTK_INVALID_LIST_POSITION;
  position = (guint) (place / oct_cell_painter_row_height (self->painter));
  return position < oct_school_table_count (self) ? position : GTK_INVALID_LIST_POSITION;
}

static void
released_cb (OctSchoolTable *self, int n_press, double x, double y, GtkGesture *gesture)
{
  guint position = position_at (self, y);

  if (position == GTK_INVALID_LIST_POSITION || n_press != 1)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  oct_school_table_choose (self, position);
  oct_school_table_focus_position (self);
  if (x + oct_school_table_get_offset (self, GTK_ORIENTATION_HORIZONTAL) < OCT_CELL_STAR_WIDTH)
    g_signal_emit (self, signals[SIGNAL_TOGGLE_STAR], 0);
  else
    g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static void
make_menu (OctSchoolTable *self)
{
  self->menu = gtk_popover_menu_new_from_model (self->menu_model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

static void
popup (OctSchoolTable *self, double x, double y)
{
  if (self->menu_model == NULL || self->position >= oct_school_table_count (self))
    return;
  if (self->menu == NULL)
    make_menu (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
secondary_cb (OctSchoolTable *self, int n_press, double x, double y, GtkGesture *gesture)
{
  guint position = position_at (self, y);

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  oct_school_table_choose (self, position);
  oct_school_table_focus_position (self);
  popup (self, x, y);
}

/* Actions */

static void
activate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctSchoolTable *self = OCT_SCHOOL_TABLE (widget);

  if (self->position < oct_school_table_count (self))
    g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static void
star_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctSchoolTable *self = OCT_SCHOOL_TABLE (widget);

  if (self->position < oct_school_table_count (self))
    g_signal_emit (self, signals[SIGNAL_TOGGLE_STAR], 0);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctSchoolTable *self = OCT_SCHOOL_TABLE (widget);
  OctSchoolRow *row = oct_school_table_get_row (self, self->position);
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), widget, &bounds))
    popup (self, bounds.origin.x + 2 * OCT_CELL_STAR_WIDTH, bounds.origin.y + bounds.size.height);
}

void
oct_school_table_row_open_cb (OctSchoolTable *self, OctSchoolRow *row)
{
  oct_school_table_choose (self, oct_school_row_get_position (row));
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

void
oct_school_table_header_sort_cb (OctSchoolTable *self, int column)
{
  g_signal_emit (self, signals[SIGNAL_SORT], 0, column);
}

void
oct_school_table_header_settled_cb (OctSchoolTable *self)
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
  /* The chosen school is to be opened. */
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", OCT_TYPE_SCHOOL_TABLE, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* The chosen school is to be starred, or no longer. */
  signals[SIGNAL_TOGGLE_STAR] = g_signal_new (
    "toggle-star", OCT_TYPE_SCHOOL_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* A heading was clicked: an OctColumn. */
  signals[SIGNAL_SORT] = g_signal_new ("sort", OCT_TYPE_SCHOOL_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  /* A column was made as wide as it is to stay. */
  signals[SIGNAL_WIDTHS] = g_signal_new ("widths", OCT_TYPE_SCHOOL_TABLE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVE] = g_signal_new_class_handler (
    "move", OCT_TYPE_SCHOOL_TABLE, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, G_CALLBACK (move), NULL,
    NULL, NULL, G_TYPE_BOOLEAN, 2, GTK_TYPE_MOVEMENT_STEP, G_TYPE_INT);
  /* The up key on the first row: the focus is to go where the search is. */
  signals[SIGNAL_LEAVE] = g_signal_new ("leave", OCT_TYPE_SCHOOL_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * oct_school_table_install_input:
 * @widget_class: the class of the table
 *
 * Installs signals, actions and keys.
 */
void
oct_school_table_install_input (GtkWidgetClass *widget_class)
{
  install_signals ();
  gtk_widget_class_install_action (widget_class, "table.activate", NULL, activate_action);
  gtk_widget_class_install_action (widget_class, "table.star", NULL, star_action);
  gtk_widget_class_install_action (widget_class, "table.menu", NULL, menu_action);
  add_bindings (widget_class);
}

void
oct_school_table_add_gestures (OctSchoolTable *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
}
