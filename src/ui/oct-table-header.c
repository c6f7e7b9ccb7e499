/* The header of a table.
 *
 * A click on a heading sorts by it, another click turns the order round; the page does the sorting
 * and tells the header, so that menu, keyboard and header always agree. Dragging the right edge of
 * a heading changes the column's width, a double click there gives the usual one back.
 */

#include "octant-config.h"

#include "oct-table-header.h"

#include <glib/gi18n.h>

/* How near to an edge the pointer takes hold of it, in pixels. */
#define GRIP 5

struct _OctTableHeader
{
  GtkWidget parent_instance;

  /* owned */
  OctCellLayout *layout;
  GPtrArray *headings; /* GtkButton, in the order of the columns */

  int held; /* the cell whose edge is dragged, -1 for none */
  int held_width;
};

G_DEFINE_FINAL_TYPE (OctTableHeader, oct_table_header, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SORT,
  SIGNAL_RESIZED,
  SIGNAL_SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
edge_at (OctTableHeader *self, double x)
{
  guint n_cells;
  const OctTableCell *cells = oct_cell_layout_get_cells (self->layout, &n_cells);

  for (guint i = 0; i < n_cells; i++)
    {
      if (ABS (x - (cells[i].x + cells[i].width)) <= GRIP)
        return (int) i;
    }
  return -1;
}

/* Callbacks */

static void
motion_cb (OctTableHeader *self, double x, double y)
{
  gboolean at_edge = self->held >= 0 || edge_at (self, x) >= 0;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), at_edge ? "col-resize" : NULL);
}

static void
drag_begin_cb (OctTableHeader *self, double x, double y, GtkGesture *gesture)
{
  guint n_cells;
  const OctTableCell *cells = oct_cell_layout_get_cells (self->layout, &n_cells);

  self->held = edge_at (self, x);
  if (self->held < 0)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->held_width = cells[self->held].width;
}

static void
drag_update_cb (OctTableHeader *self, double dx, double dy)
{
  guint n_cells;
  const OctTableCell *cells = oct_cell_layout_get_cells (self->layout, &n_cells);

  if (self->held < 0 || self->held >= (int) n_cells || ABS (dx) < 1)
    return;
  oct_cell_layout_set_width (self->layout, cells[self->held].column,
                             MAX (self->held_width + (int) dx, 1));
  g_signal_emit (self, signals[SIGNAL_RESIZED], 0);
}

static void
drag_end_cb (OctTableHeader *self)
{
  if (self->held >= 0)
    g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
  self->held = -1;
}

static void
pressed_cb (OctTableHeader *self, int n_press, double x, double y, GtkGesture *gesture)
{
  guint n_cells;
  const OctTableCell *cells = oct_cell_layout_get_cells (self->layout, &n_cells);
  int cell = edge_at (self, x);

  if (n_press != 2 || cell < 0)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  oct_cell_layout_set_width (self->layout, cells[cell].column, 0);
  g_signal_emit (self, signals[SIGNAL_RESIZED], 0);
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
}

static void
clicked_cb (OctTableHeader *self, GtkButton *heading)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (heading), "column"));

  g_signal_emit (self, signals[SIGNAL_SORT], 0, column);
}

/* Headings */

static GtkWidget *
make_heading (OctTableHeader *self, guint number)
{
  OctTableColumn column = oct_table_source_describe_column (
    oct_cell_layout_get_source (self->layout), number);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (column.heading);
  GtkWidget *arrow = gtk_image_new ();
  GtkWidget *heading = g_object_new (GTK_TYPE_BUTTON, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, "child", box, "focusable",
                                     FALSE, NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (arrow, "sort-arrow");
  gtk_widget_set_visible (arrow, FALSE);
  gtk_widget_set_halign (box, column.numeric ? GTK_ALIGN_END : GTK_ALIGN_START);
  if (column.numeric)
    {
      gtk_box_append (GTK_BOX (box), arrow);
      gtk_box_append (GTK_BOX (box), label);
    }
  else
    {
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (GTK_BOX (box), arrow);
    }
  gtk_widget_set_tooltip_text (heading, column.label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  column.label, -1);
  g_object_set_data (G_OBJECT (heading), "column", GUINT_TO_POINTER (number));
  g_object_set_data (G_OBJECT (heading), "arrow", arrow);
  g_signal_connect_object (heading, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (heading, GTK_WIDGET (self));
  return heading;
}

static gboolean
has_headings_of (OctTableHeader *self, const guint *columns, guint n_columns)
{
  if (self->headings->len != n_columns)
    return FALSE;
  for (guint i = 0; i < n_columns; i++)
    {
      GObject *heading = g_ptr_array_index (self->headings, i);

      if (GPOINTER_TO_UINT (g_object_get_data (heading, "column")) != columns[i])
        return FALSE;
    }
  return TRUE;
}

/* Widget */

static void
oct_table_header_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  OctTableHeader *self = OCT_TABLE_HEADER (widget);

  *minimum = *natural = 0;
  for (guint i = 0; i < self->headings->len; i++)
    {
      int child_minimum, child_natural;

      gtk_widget_measure (g_ptr_array_index (self->headings, i), orientation, -1, &child_minimum,
                          &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
        }
    }
}

static void
oct_table_header_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OctTableHeader *self = OCT_TABLE_HEADER (widget);
  guint n_cells;
  const OctTableCell *cells = oct_cell_layout_get_cells (self->layout, &n_cells);

  for (guint i = 0; i < self->headings->len; i++)
    {
      GtkWidget *heading = g_ptr_array_index (self->headings, i);
      int minimum;

      gtk_widget_set_child_visible (heading, i < n_cells);
      if (i >= n_cells)
        continue;
      gtk_widget_measure (heading, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_size_allocate (
        heading, &(GtkAllocation) { cells[i].x, 0, MAX (cells[i].width, minimum), height }, -1);
    }
}

static void
oct_table_header_dispose (GObject *object)
{
  OctTableHeader *self = OCT_TABLE_HEADER (object);

  g_clear_pointer (&self->headings, g_ptr_array_unref);
  g_clear_object (&self->layout);
  G_OBJECT_CLASS (oct_table_header_parent_class)->dispose (object);
}

static void
oct_table_header_class_init (OctTableHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_table_header_dispose;
  widget_class->measure = oct_table_header_measure;
  widget_class->size_allocate = oct_table_header_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "header");

  /* A heading was clicked: a column. */
  signals[SIGNAL_SORT] = g_signal_new ("sort", OCT_TYPE_TABLE_HEADER, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /* The layout was told of another width. */
  signals[SIGNAL_RESIZED] = g_signal_new ("resized", OCT_TYPE_TABLE_HEADER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* The person let go of the edge: the widths are as they are to stay. */
  signals[SIGNAL_SETTLED] = g_signal_new ("settled", OCT_TYPE_TABLE_HEADER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
oct_table_header_init (OctTableHeader *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->held = -1;
  self->headings = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/**
 * oct_table_header_new:
 * @layout: (transfer none): knows the columns and where they are
 *
 * Makes a header.
 *
 * Returns: (transfer floating): the header
 */
GtkWidget *
oct_table_header_new (OctCellLayout *layout)
{
  OctTableHeader *self = g_object_new (OCT_TYPE_TABLE_HEADER, NULL);

  g_set_object (&self->layout, layout);
  return GTK_WIDGET (self);
}

/**
 * oct_table_header_update:
 * @self: a header
 * @sort: the column that the table is sorted by; a number that is none for no column
 * @descending: whether the largest comes first
 *
 * Shows the layout's columns, and an arrow over the one that the table is sorted by.
 */
void
oct_table_header_update (OctTableHeader *self, guint sort, gboolean descending)
{
  const guint *columns;
  guint n_columns;

  g_return_if_fail (OCT_IS_TABLE_HEADER (self));

  columns = oct_cell_layout_get_columns (self->layout);
  n_columns = oct_table_source_count (oct_cell_layout_get_source (self->layout), columns);
  if (!has_headings_of (self, columns, n_columns))
    {
      g_ptr_array_set_size (self->headings, 0);
      for (guint i = 0; i < n_columns; i++)
        g_ptr_array_add (self->headings, make_heading (self, columns[i]));
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  for (guint i = 0; i < n_columns; i++)
    {
      GtkWidget *heading = g_ptr_array_index (self->headings, i);
      GtkWidget *arrow = g_object_get_data (G_OBJECT (heading), "arrow");
      GtkAccessibleSort order = GTK_ACCESSIBLE_SORT_NONE;

      if (columns[i] == sort)
        order = descending ? GTK_ACCESSIBLE_SORT_DESCENDING : GTK_ACCESSIBLE_SORT_ASCENDING;
      gtk_widget_set_visible (arrow, columns[i] == sort);
      gtk_image_set_from_icon_name (GTK_IMAGE (arrow),
                                    descending ? "pan-down-symbolic" : "pan-up-symbolic");
      gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_SORT, order,
                                      -1);
    }
}
