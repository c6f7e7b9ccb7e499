/* The table of schools.
 *
 * Measured on 520,000 rows, GtkColumnView took 180 ms to follow a key and 17 ms to jump, since it
 * binds some 200 rows of cells for a screen of 25 (tests/bench/bench-list.c measures this one). All
 * rows here are of one height, so a row's place is its position times that height; a row widget
 * serves every n-th position, so that scrolling by one row binds one row. Keyboard focus is on the
 * chosen row as long as it is on the screen, and on the table itself when it isn't.
 */

#include "octant-config.h"

#include "oct-school-table-private.h"

#include <adwaita.h>
#include <math.h>

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

G_DEFINE_FINAL_TYPE_WITH_CODE (OctSchoolTable, oct_school_table, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

/* Rows */

guint
oct_school_table_count (OctSchoolTable *self)
{
  return self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
}

double
oct_school_table_get_offset (OctSchoolTable *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? floor (gtk_adjustment_get_value (adjustment)) : 0;
}

OctSchoolRow *
oct_school_table_get_row (OctSchoolTable *self, guint position)
{
  OctSchoolRow *row;

  if (self->rows->len == 0 || position == GTK_INVALID_LIST_POSITION)
    return NULL;
  row = g_ptr_array_index (self->rows, position % self->rows->len);
  return oct_school_row_get_position (row) == position ? row : NULL;
}

void
oct_school_table_mark_row (OctSchoolRow *row, gboolean chosen)
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
oct_school_table_focus_self (OctSchoolTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    gtk_root_set_focus (root, GTK_WIDGET (self));
}

static gboolean
describe_cb (gpointer data)
{
  OctSchoolTable *self = data;

  self->describe_source = 0;
  for (guint i = 0; i < self->rows->len; i++)
    oct_school_row_describe (g_ptr_array_index (self->rows, i));
  return G_SOURCE_REMOVE;
}

static void
queue_describe (OctSchoolTable *self)
{
  if (self->describe_source == 0)
    self->describe_source = g_idle_add_full (G_PRIORITY_LOW, describe_cb, self, NULL);
}

static void
bind_row (OctSchoolTable *self, guint position, gboolean anew)
{
  OctSchoolRow *row = g_ptr_array_index (self->rows, position % self->rows->len);
  g_autoptr (OctSchool) school = NULL;
  gboolean shown = position < oct_school_table_count (self);

  if (!anew && oct_school_row_get_position (row) == (shown ? position : GTK_INVALID_LIST_POSITION))
    return;
  if (gtk_widget_has_focus (GTK_WIDGET (row)))
    oct_school_table_focus_self (self);
  if (shown)
    school = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  oct_school_row_bind (row, school, shown ? position : GTK_INVALID_LIST_POSITION);
  oct_school_table_mark_row (row, shown && position == self->position);
  queue_describe (self);
  gtk_widget_set_child_visible (GTK_WIDGET (row), shown);
}

/* Hands every row widget the school that is at its place now. */
static void
bind_rows (OctSchoolTable *self, gboolean anew)
{
  guint first = (guint) (oct_school_table_get_offset (self, GTK_ORIENTATION_VERTICAL)
                         / oct_cell_painter_row_height (self->painter));

  for (guint i = 0; i < self->rows->len; i++)
    bind_row (self, first + i, anew);
}

static void
set_n_rows (OctSchoolTable *self, guint n_rows)
{
  if (self->rows->len == n_rows)
    return;
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    oct_school_table_focus_self (self);
  while (self->rows->len > n_rows)
    g_ptr_array_remove_index (self->rows, self->rows->len - 1);
  while (self->rows->len < n_rows)
    {
      GtkWidget *row = oct_school_row_new (self->painter);

      g_signal_connect_object (row, "open", G_CALLBACK (oct_school_table_row_open_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_insert_before (row, GTK_WIDGET (self), self->header);
      g_ptr_array_add (self->rows, row);
    }
  bind_rows (self, TRUE);
}

/* Layout */

static void
configure_adjustments (OctSchoolTable *self, int width, int height)
{
  int row_height = oct_cell_painter_row_height (self->painter);
  double page = MAX (height - self->header_height, 1);
  double upper = MAX ((double) oct_school_table_count (self) * row_height, page);
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  GtkAdjustment *horizontal = self->adjustments[GTK_ORIENTATION_HORIZONTAL];

  if (vertical != NULL)
    gtk_adjustment_configure (vertical,
                              CLAMP (gtk_adjustment_get_value (vertical), 0, upper - page), 0,
                              upper, row_height, MAX (page - row_height, 1), page);
  if (horizontal != NULL)
    gtk_adjustment_configure (
      horizontal, CLAMP (gtk_adjustment_get_value (horizontal), 0, self->content_width - width), 0,
      self->content_width, 40, MAX (width - 40, 1), width);
}

/* Whoever hears of it may want another size, which can't be had while sizes are given out. */
static gboolean
compact_cb (gpointer data)
{
  OctSchoolTable *self = data;

  self->compact_source = 0;
  g_object_notify (G_OBJECT (self), "compact");
  return G_SOURCE_REMOVE;
}

static void
oct_school_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OctSchoolTable *self = OCT_SCHOOL_TABLE (widget);
  gboolean compact = width < COMPACT_WIDTH;
  gboolean was_compact = oct_cell_painter_is_compact (self->painter);
  int old_width = self->content_width;
  int row_height, x, minimum;

  self->content_width = oct_cell_painter_arrange (self->painter, width, compact);
  if (compact != was_compact && self->compact_source == 0)
    self->compact_source = g_idle_add (compact_cb, self);
  row_height = oct_cell_painter_row_height (self->painter);
  gtk_widget_set_child_visible (self->header, !compact);
  gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  self->header_height = compact ? 0 : minimum;
  set_n_rows (self, (guint) (MAX (height - self->header_height, 0) / row_height) + 2);
  configure_adjustments (self, width, height);
  bind_rows (self, was_compact != compact || old_width != self->content_width);

  x = -(int) oct_school_table_get_offset (self, GTK_ORIENTATION_HORIZONTAL);
  if (!compact)
    gtk_widget_size_allocate (
      self->header, &(GtkAllocation) { x, 0, self->content_width, self->header_height }, -1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      guint position = oct_school_row_get_position (OCT_SCHOOL_ROW (row));
      double y = (double) position * row_height
                 - oct_school_table_get_offset (self, GTK_ORIENTATION_VERTICAL);

      if (position != GTK_INVALID_LIST_POSITION)
        gtk_widget_size_allocate (row,
                                  &(GtkAllocation) { x, self->header_height + (int) y,
                                                     self->content_width, row_height },
                                  -1);
    }
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
oct_school_table_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  OctSchoolTable *self = OCT_SCHOOL_TABLE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = NATURAL_WIDTH;
    }
  else
    {
      int row_height = oct_cell_painter_row_height (self->painter);

      *minimum = 2 * row_height;
      *natural = 12 * row_height;
    }
}

static void
adjustment_changed_cb (OctSchoolTable *self)
{
  bind_rows (self, FALSE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustment (OctSchoolTable *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

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
  border->top = (gint16) OCT_SCHOOL_TABLE (scrollable)->header_height;
  return TRUE;
}

static void
scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = scrollable_get_border;
}

static gboolean
oct_school_table_grab_focus (GtkWidget *widget)
{
  OctSchoolTable *self = OCT_SCHOOL_TABLE (widget);

  if (oct_school_table_count (self) == 0)
    return FALSE;
  if (self->position >= oct_school_table_count (self))
    oct_school_table_choose (self, 0);
  oct_school_table_focus_position (self);
  return TRUE;
}

static gboolean
oct_school_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* The arrow keys have bindings of their own; the tab key passes over the table in one step. */
  if (focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget)))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static void
update_rows (OctSchoolTable *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_queue_draw (g_ptr_array_index (self->rows, i));
  queue_describe (self);
}

static void
header_resized_cb (OctSchoolTable *self)
{
  gtk_widget_queue_allocate (self->header);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  update_rows (self);
}

static void
items_changed_cb (OctSchoolTable *self, guint position, guint removed, guint added)
{
  GtkWidget *widget = GTK_WIDGET (self);

  /* Another list begins at its top, and no row of it is chosen yet. */
  self->position = GTK_INVALID_LIST_POSITION;
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], 0);
  if (gtk_widget_get_width (widget) > 0)
    configure_adjustments (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  bind_rows (self, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT,
                                  (int) oct_school_table_count (self), -1);
  gtk_widget_queue_allocate (widget);
}

static void
restyle_cb (OctSchoolTable *self)
{
  oct_cell_painter_restyle (self->painter);
  update_rows (self);
}

/* Object */

static void
oct_school_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OctSchoolTable *self = OCT_SCHOOL_TABLE (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, oct_cell_painter_is_compact (self->painter));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
oct_school_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OctSchoolTable *self = OCT_SCHOOL_TABLE (object);

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
oct_school_table_dispose (GObject *object)
{
  OctSchoolTable *self = OCT_SCHOOL_TABLE (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (self->list, items_changed_cb, self);
  g_clear_handle_id (&self->describe_source, g_source_remove);
  g_clear_handle_id (&self->compact_source, g_source_remove);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->menu_model);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->header, gtk_widget_unparent);
  g_clear_object (&self->list);
  g_clear_object (&self->painter);
  G_OBJECT_CLASS (oct_school_table_parent_class)->dispose (object);
}

static void
oct_school_table_class_init (OctSchoolTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = oct_school_table_dispose;
  object_class->get_property = oct_school_table_get_property;
  object_class->set_property = oct_school_table_set_property;
  widget_class->measure = oct_school_table_measure;
  widget_class->size_allocate = oct_school_table_size_allocate;
  widget_class->grab_focus = oct_school_table_grab_focus;
  widget_class->focus = oct_school_table_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  g_object_class_install_property (
    object_class, PROP_COMPACT,
    g_param_spec_boolean ("compact", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  oct_school_table_install_input (widget_class);
  gtk_widget_class_set_css_name (widget_class, "schooltable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
oct_school_table_init (OctSchoolTable *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->position = GTK_INVALID_LIST_POSITION;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->painter = oct_cell_painter_new (widget);
  self->header = oct_table_header_new (self->painter);
  gtk_widget_set_parent (self->header, widget);
  oct_table_header_update (OCT_TABLE_HEADER (self->header), OCT_COLUMN_RELEVANCE, FALSE);
  g_signal_connect_swapped (self->header, "sort", G_CALLBACK (oct_school_table_header_sort_cb),
                            self);
  g_signal_connect_swapped (self->header, "resized", G_CALLBACK (header_resized_cb), self);
  g_signal_connect_swapped (self->header, "settled",
                            G_CALLBACK (oct_school_table_header_settled_cb), self);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (widget, "view");
  oct_school_table_add_gestures (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (restyle_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (restyle_cb), self, G_CONNECT_SWAPPED);
}

/* Public */

/**
 * oct_school_table_new:
 *
 * Makes an empty table.
 *
 * Returns: (transfer floating): the table
 */
GtkWidget *
oct_school_table_new (void)
{
  return g_object_new (OCT_TYPE_SCHOOL_TABLE, NULL);
}

/**
 * oct_school_table_set_session:
 * @self: a table
 * @session: (nullable): knows the stars and puts facts into words
 *
 * Sets the session. The table shows its stars as they change.
 */
void
oct_school_table_set_session (OctSchoolTable *self, OctSession *session)
{
  g_return_if_fail (OCT_IS_SCHOOL_TABLE (self));

  if (session == oct_cell_painter_get_session (self->painter))
    return;
  oct_cell_painter_set_session (self->painter, session);
  if (session != NULL)
    g_signal_connect_object (session, "stars-changed", G_CALLBACK (update_rows), self,
                             G_CONNECT_SWAPPED);
}

/**
 * oct_school_table_set_list:
 * @self: a table
 * @list: (nullable): what it is to show
 *
 * Sets the list of schools.
 */
void
oct_school_table_set_list (OctSchoolTable *self, OctSchoolList *list)
{
  g_return_if_fail (OCT_IS_SCHOOL_TABLE (self));

  if (self->list == list)
    return;
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (self->list, items_changed_cb, self);
  g_set_object (&self->list, list);
  if (list != NULL)
    g_signal_connect_swapped (list, "items-changed", G_CALLBACK (items_changed_cb), self);
  items_changed_cb (self, 0, 0, 0);
}

/**
 * oct_school_table_set_columns:
 * @self: a table
 * @columns: columns ended by %OCT_N_COLUMNS
 *
 * Sets which columns are shown, in which order.
 */
void
oct_school_table_set_columns (OctSchoolTable *self, const OctColumn *columns)
{
  g_return_if_fail (OCT_IS_SCHOOL_TABLE (self));

  if (oct_school_columns_equal (columns, oct_cell_painter_get_columns (self->painter)))
    return;
  oct_cell_painter_set_columns (self->painter, columns);
  oct_table_header_update (OCT_TABLE_HEADER (self->header), OCT_COLUMN_RELEVANCE, FALSE);
  update_rows (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * oct_school_table_get_columns:
 * @self: a table
 *
 * Returns: (transfer none): the columns that are shown, ended by %OCT_N_COLUMNS
 */
const OctColumn *
oct_school_table_get_columns (OctSchoolTable *self)
{
  g_return_val_if_fail (OCT_IS_SCHOOL_TABLE (self), NULL);

  return oct_cell_painter_get_columns (self->painter);
}

/**
 * oct_school_table_set_query:
 * @self: a table
 * @query: what was asked
 *
 * Marks the words of a query, shows its order in the header, and tells distances from its place.
 * Called before the list changes, so that rows are drawn once.
 */
void
oct_school_table_set_query (OctSchoolTable *self, OctSchoolQuery *query)
{
  gboolean descending;
  OctColumn sort;

  g_return_if_fail (OCT_IS_SCHOOL_TABLE (self));
  g_return_if_fail (OCT_IS_SCHOOL_QUERY (query));

  oct_cell_painter_set_query (self->painter, query);
  sort = oct_school_query_get_sort (query, &descending);
  oct_table_header_update (OCT_TABLE_HEADER (self->header), sort, descending);
  update_rows (self);
}

/**
 * oct_school_table_set_menu:
 * @self: a table
 * @menu: what can be done with the chosen school
 *
 * Sets the menu of the right button and the menu key. It is made when it is first opened.
 */
void
oct_school_table_set_menu (OctSchoolTable *self, GMenuModel *menu)
{
  g_return_if_fail (OCT_IS_SCHOOL_TABLE (self));

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_set_object (&self->menu_model, menu);
}

/**
 * oct_school_table_get_position:
 * @self: a table
 *
 * Returns: the chosen row, %GTK_INVALID_LIST_POSITION where there is none
 */
guint
oct_school_table_get_position (OctSchoolTable *self)
{
  g_return_val_if_fail (OCT_IS_SCHOOL_TABLE (self), GTK_INVALID_LIST_POSITION);

  return self->position;
}

/**
 * oct_school_table_set_position:
 * @self: a table
 * @position: a row
 *
 * Chooses a row and shows it, without taking the focus.
 */
void
oct_school_table_set_position (OctSchoolTable *self, guint position)
{
  g_return_if_fail (OCT_IS_SCHOOL_TABLE (self));
  g_return_if_fail (position < oct_school_table_count (self));

  oct_school_table_choose (self, position);
  oct_school_table_scroll_to (self, position);
}

/**
 * oct_school_table_get_school:
 * @self: a table
 *
 * Returns: (transfer full) (nullable): the chosen school
 */
OctSchool *
oct_school_table_get_school (OctSchoolTable *self)
{
  g_return_val_if_fail (OCT_IS_SCHOOL_TABLE (self), NULL);

  if (self->position >= oct_school_table_count (self))
    return NULL;
  return g_list_model_get_item (G_LIST_MODEL (self->list), self->position);
}

/**
 * oct_school_table_get_painter:
 * @self: a table
 *
 * Returns: (transfer none): what draws the rows and knows how wide columns are
 */
OctCellPainter *
oct_school_table_get_painter (OctSchoolTable *self)
{
  g_return_val_if_fail (OCT_IS_SCHOOL_TABLE (self), NULL);

  return self->painter;
}
