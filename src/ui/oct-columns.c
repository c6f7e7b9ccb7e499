/* A container that puts its children into as many columns as its width has room for.
 *
 * One function places the children, and both measuring and allocating use it, so that the height
 * asked for is the height needed. Hidden children take no room.
 */

#include "oct-columns.h"

struct _OctColumns
{
  GtkWidget parent_instance;

  int column_width;
  guint max_columns;
  int spacing;
  gboolean packed;
};

G_DEFINE_FINAL_TYPE (OctColumns, oct_columns, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_COLUMN_WIDTH,
  PROP_MAX_COLUMNS,
  PROP_SPACING,
  PROP_PACKED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Where one child goes. */
typedef void (*PlaceFunc) (OctColumns *self, GtkWidget *child, int x, int y, int width, int height);

static void
allocate_child (OctColumns *self, GtkWidget *child, int x, int y, int width, int height)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int left = mirrored ? gtk_widget_get_width (GTK_WIDGET (self)) - x - width : x;

  gtk_widget_size_allocate (child, &(GtkAllocation) { left, y, width, height }, -1);
}

static guint
count_children (OctColumns *self)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child) ? 1 : 0;

  return n;
}

static int
widest_minimum (OctColumns *self)
{
  int widest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      widest = MAX (widest, minimum);
    }

  return widest;
}

/* A column holds so much text, not so many pixels: in large type there are fewer. */
static int
scaled_column_width (OctColumns *self)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  if (dpi <= 0)
    return self->column_width;

  return (int) (self->column_width * MAX (1.0, dpi / 1024.0 / 96.0));
}

static guint
columns_for_width (OctColumns *self, int width)
{
  int column = MAX (scaled_column_width (self), widest_minimum (self));
  guint fit = MAX (1, (width + self->spacing) / MAX (1, column + self->spacing));
  guint n_children = MAX (1, count_children (self));
  guint n_columns = CLAMP (MIN (fit, self->max_columns), 1, n_children);
  guint n_rows;

  if (self->packed)
    return n_columns;

  /* Six in rows of three rather than of four and two. */
  n_rows = (n_children + n_columns - 1) / n_columns;
  return (n_children + n_rows - 1) / n_rows;
}

static int
height_of (GtkWidget *child, int width)
{
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static int
place_packed (OctColumns *self, int width, guint n_columns, PlaceFunc place)
{
  g_autofree int *heights = g_new0 (int, n_columns);
  int column = (width - self->spacing * (int) (n_columns - 1)) / (int) n_columns;
  int tallest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      guint best = 0;
      int height;

      if (!gtk_widget_should_layout (child))
        continue;
      for (guint i = 1; i < n_columns; i++)
        if (heights[i] < heights[best])
          best = i;
      height = height_of (child, column);
      if (place != NULL)
        place (self, child, (int) best * (column + self->spacing), heights[best], column, height);
      tallest = MAX (tallest, heights[best] + height);
      heights[best] += height + self->spacing;
    }

  return tallest;
}

/* The end of the row that begins at @first, and the height its children share. */
static GtkWidget *
measure_row (OctColumns *self, GtkWidget *first, guint n_columns, int column, int *height)
{
  GtkWidget *child = first;
  guint n = 0;

  *height = 0;
  for (; child != NULL && n < n_columns; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        *height = MAX (*height, height_of (child, column));
        n++;
      }

  return child;
}

static int
place_grid (OctColumns *self, int width, guint n_columns, PlaceFunc place)
{
  int column = (width - self->spacing * (int) (n_columns - 1)) / (int) n_columns;
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self));
  int y = 0;

  while (first != NULL)
    {
      int height;
      GtkWidget *end = measure_row (self, first, n_columns, column, &height);
      guint i = 0;

      for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
        if (gtk_widget_should_layout (child))
          {
            if (place != NULL)
              place (self, child, (int) i * (column + self->spacing), y, column, height);
            i++;
          }
      if (i > 0)
        y += height + self->spacing;
      first = end;
    }

  return MAX (0, y - self->spacing);
}

static int
place_children (OctColumns *self, int width, PlaceFunc place)
{
  guint n_columns = columns_for_width (self, width);

  return self->packed ? place_packed (self, width, n_columns, place)
                      : place_grid (self, width, n_columns, place);
}

static GtkSizeRequestMode
oct_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
oct_columns_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  OctColumns *self = OCT_COLUMNS (widget);
  int n = (int) CLAMP (count_children (self), 1, self->max_columns);
  int wished = n * scaled_column_width (self) + (n - 1) * self->spacing;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest_minimum (self);
      *natural = MAX (*minimum, wished);
    }
  else
    {
      int width = for_size >= 0 ? for_size : wished;

      *minimum = *natural = place_children (self, MAX (width, widest_minimum (self)), NULL);
    }
}

static void
oct_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  place_children (OCT_COLUMNS (widget), width, allocate_child);
}

static void
oct_columns_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OctColumns *self = OCT_COLUMNS (object);

  switch (id)
    {
    case PROP_COLUMN_WIDTH:
      g_value_set_int (value, self->column_width);
      break;
    case PROP_MAX_COLUMNS:
      g_value_set_uint (value, self->max_columns);
      break;
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_PACKED:
      g_value_set_boolean (value, self->packed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
oct_columns_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OctColumns *self = OCT_COLUMNS (object);

  switch (id)
    {
    case PROP_COLUMN_WIDTH:
      self->column_width = g_value_get_int (value);
      break;
    case PROP_MAX_COLUMNS:
      self->max_columns = g_value_get_uint (value);
      break;
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_PACKED:
      self->packed = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
oct_columns_dispose (GObject *object)
{
  oct_columns_remove_all (OCT_COLUMNS (object));

  G_OBJECT_CLASS (oct_columns_parent_class)->dispose (object);
}

static void
oct_columns_class_init (OctColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = oct_columns_dispose;
  object_class->get_property = oct_columns_get_property;
  object_class->set_property = oct_columns_set_property;
  widget_class->get_request_mode = oct_columns_get_request_mode;
  widget_class->measure = oct_columns_measure;
  widget_class->size_allocate = oct_columns_size_allocate;

  properties[PROP_COLUMN_WIDTH] = g_param_spec_int ("column-width", NULL, NULL, 1, G_MAXINT, 320,
                                                    flags);
  properties[PROP_MAX_COLUMNS] = g_param_spec_uint ("max-columns", NULL, NULL, 1, 100, 2, flags);
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 12, flags);
  properties[PROP_PACKED] = g_param_spec_boolean ("packed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
oct_columns_init (OctColumns *self)
{
}

/**
 * oct_columns_new:
 * @column_width: the least width of a column, in pixels
 * @max_columns: how many columns at most
 * @packed: each child under the shortest column, instead of in rows
 *
 * Returns: (transfer floating): an empty container
 */
GtkWidget *
oct_columns_new (int column_width, guint max_columns, gboolean packed)
{
  return g_object_new (OCT_TYPE_COLUMNS, "column-width", column_width, "max-columns", max_columns,
                       "packed", packed, NULL);
}

/**
 * oct_columns_append:
 * @child: (transfer floating): a widget without a parent
 *
 * Adds @child after the others.
 */
void
oct_columns_append (OctColumns *self, GtkWidget *child)
{
  g_return_if_fail (OCT_IS_COLUMNS (self));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

/**
 * oct_columns_remove_all:
 *
 * Takes every child out.
 */
void
oct_columns_remove_all (OctColumns *self)
{
  GtkWidget *child;

  g_return_if_fail (OCT_IS_COLUMNS (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
