/* The small shapes in a table of schools.
 *
 * A disc is open, a half disc is open but due to close, a ring is yet to open, a cross is closed:
 * told apart without colour. Each is drawn once for a colour and a scale; rows show that picture.
 */

#include "oct-cell-shapes.h"

#include <math.h>

enum
{
  SHAPE_STAR = OCT_N_STATUSES,
  SHAPE_FILLED_STAR,
  N_SHAPES
};

struct _OctCellShapes
{
  GObject parent_instance;

  /* owned */
  GHashTable *nodes; /* what and in which colour → GskRenderNode */

  int scale;
};

G_DEFINE_FINAL_TYPE (OctCellShapes, oct_cell_shapes, G_TYPE_OBJECT)

static void
trace_star (cairo_t *cr, double size)
{
  double centre = size / 2;
  double outer = size / 2 - 0.5;
  double inner = outer * 0.45;

  for (int i = 0; i < 10; i++)
    {
      double angle = -G_PI / 2 + i * G_PI / 5;
      double radius = i % 2 == 0 ? outer : inner;

      cairo_line_to (cr, centre + radius * cos (angle), centre + radius * sin (angle));
    }
  cairo_close_path (cr);
}

static void
draw_status (cairo_t *cr, OctStatus status, double size)
{
  double centre = size / 2;
  double radius = centre - 1;

  switch (status)
    {
    case OCT_STATUS_OPEN:
      cairo_arc (cr, centre, centre, radius, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case OCT_STATUS_OPEN_PROPOSED_TO_CLOSE:
      cairo_arc (cr, centre, centre, radius, G_PI / 2, 3 * G_PI / 2);
      cairo_fill (cr);
      cairo_arc (cr, centre, centre, radius - 0.25, 0, 2 * G_PI);
      cairo_stroke (cr);
      break;
    case OCT_STATUS_PROPOSED_TO_OPEN:
      cairo_arc (cr, centre, centre, radius - 0.25, 0, 2 * G_PI);
      cairo_stroke (cr);
      break;
    case OCT_STATUS_CLOSED:
      cairo_move_to (cr, 1.5, 1.5);
      cairo_line_to (cr, size - 1.5, size - 1.5);
      cairo_move_to (cr, size - 1.5, 1.5);
      cairo_line_to (cr, 1.5, size - 1.5);
      cairo_stroke (cr);
      break;
    case OCT_STATUS_UNKNOWN:
    case OCT_N_STATUSES:
    default:
      cairo_move_to (cr, 1, centre);
      cairo_line_to (cr, size - 1, centre);
      cairo_stroke (cr);
      break;
    }
}

static void
draw_shape (cairo_t *cr, guint shape, const GdkRGBA *colour, int size)
{
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, shape < SHAPE_STAR ? 1.5 : 1);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (shape < SHAPE_STAR)
    {
      draw_status (cr, (OctStatus) shape, size);
      return;
    }
  trace_star (cr, size);
  if (shape == SHAPE_FILLED_STAR)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
}

/* A picture of the shape: copying a few pixels is far cheaper than drawing a path in each row. */
static GskRenderNode *
make_node (guint shape, const GdkRGBA *colour, int size, int scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size * scale,
                                                         size * scale);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);

  cairo_scale (cr, scale, scale);
  draw_shape (cr, shape, colour, size);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) (size * scale));
  texture = gdk_memory_texture_new (size * scale, size * scale, GDK_MEMORY_DEFAULT, bytes, stride);
  cairo_surface_destroy (surface);
  return gsk_texture_node_new (texture, &GRAPHENE_RECT_INIT (0, 0, size, size));
}

static void
draw (OctCellShapes *self, GtkSnapshot *snapshot, guint shape, const GdkRGBA *colour, int x, int y,
      int size)
{
  guint key = ((gdk_rgba_hash (colour) * 31 + (guint) size) * 31 + (guint) self->scale) * N_SHAPES
              + shape;
  GskRenderNode *node = g_hash_table_lookup (self->nodes, GUINT_TO_POINTER (key));

  if (node == NULL)
    {
      node = make_node (shape, colour, size, self->scale);
      g_hash_table_insert (self->nodes, GUINT_TO_POINTER (key), node);
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

static void
oct_cell_shapes_finalize (GObject *object)
{
  g_hash_table_unref (OCT_CELL_SHAPES (object)->nodes);
  G_OBJECT_CLASS (oct_cell_shapes_parent_class)->finalize (object);
}

static void
oct_cell_shapes_class_init (OctCellShapesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_cell_shapes_finalize;
}

static void
oct_cell_shapes_init (OctCellShapes *self)
{
  self->scale = 1;
  self->nodes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gsk_render_node_unref);
}

/**
 * oct_cell_shapes_new:
 *
 * Makes an empty store of shapes.
 *
 * Returns: (transfer full): the store
 */
OctCellShapes *
oct_cell_shapes_new (void)
{
  return g_object_new (OCT_TYPE_CELL_SHAPES, NULL);
}

/**
 * oct_cell_shapes_set_scale:
 * @self: the store of shapes
 * @scale: pixels of the display for each of the window
 *
 * Sets how fine the shapes are drawn.
 */
void
oct_cell_shapes_set_scale (OctCellShapes *self, int scale)
{
  g_return_if_fail (OCT_IS_CELL_SHAPES (self));
  g_return_if_fail (scale > 0);

  self->scale = scale;
}

/**
 * oct_cell_shapes_draw_status:
 * @self: the store of shapes
 * @snapshot: where to draw
 * @status: whether a school is open
 * @colour: the colour
 * @x: left end, in pixels
 * @y: top, in pixels
 * @size: width and height, in pixels
 *
 * Draws the shape of a status.
 */
void
oct_cell_shapes_draw_status (OctCellShapes *self, GtkSnapshot *snapshot, OctStatus status,
                             const GdkRGBA *colour, int x, int y, int size)
{
  g_return_if_fail (OCT_IS_CELL_SHAPES (self));
  g_return_if_fail (status < OCT_N_STATUSES);

  draw (self, snapshot, status, colour, x, y, size);
}

/**
 * oct_cell_shapes_draw_star:
 * @self: the store of shapes
 * @snapshot: where to draw
 * @filled: whether the school is starred
 * @colour: the colour
 * @x: left end, in pixels
 * @y: top, in pixels
 * @size: width and height, in pixels
 *
 * Draws a star, filled or in outline.
 */
void
oct_cell_shapes_draw_star (OctCellShapes *self, GtkSnapshot *snapshot, gboolean filled,
                           const GdkRGBA *colour, int x, int y, int size)
{
  g_return_if_fail (OCT_IS_CELL_SHAPES (self));

  draw (self, snapshot, filled ? SHAPE_FILLED_STAR : SHAPE_STAR, colour, x, y, size);
}
