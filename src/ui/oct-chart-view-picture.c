/* The picture that a chart view keeps of its chart: drawn once, shown until something changes.
 *
 * It is kept as a render node. The renderer that paints with Cairo converts every texture anew in
 * every frame, pixel by pixel, so it is given a node of Cairo's; all others keep a texture on the
 * graphics card. A chart that lies outside the window, below on a long page, is left blank at first:
 * its picture is drawn when the frame is out and nothing else waits, and goes into the first frame
 * in which the chart comes into view.
 */
#include "oct-chart-view-private.h"

#include "oct-map-chart.h"

/* Cairo draws a node into a buffer of its own first, which is made anew for each frame: a large one
 * costs the system far more than the drawing does. */
#define TILE 128

/* Where a surface waits to be drawn to again, for the same reason. Shared by the view and by what it
 * drew, which may outlive it. */
struct _OctChartSpare
{
  cairo_surface_t *surface; /* (nullable) */
  gboolean closed;          /* nobody will draw any more */
};

/* What was drawn, as long as a node shows it. */
typedef struct
{
  cairo_surface_t *surface;
  OctChartSpare *spare;
} Drawn;

static cairo_user_data_key_t kept_drawn;

static gboolean
paints_with_cairo (OctChartView *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

/* On a map, the zoom buttons lie over a corner. */
static void
draw_chart (OctChartView *self, cairo_t *cr, double width, double height,
            const OctChartTheme *theme)
{
  GtkRequisition size;

  if (!OCT_IS_MAP_CHART (self->chart))
    {
      oct_chart_draw (self->chart, cr, width, height, theme);
      return;
    }

  gtk_widget_get_preferred_size (self->zoom_buttons, &size, NULL);
  oct_map_chart_set_corner (OCT_MAP_CHART (self->chart), size.width + 2 * OCT_CHART_BUTTON_MARGIN,
                            size.height + 2 * OCT_CHART_BUTTON_MARGIN);
  oct_chart_draw (self->chart, cr, width, height, theme);
  oct_map_chart_set_corner (OCT_MAP_CHART (self->chart), 0, 0);
}

static void
spare_clear (gpointer data)
{
  g_clear_pointer (&((OctChartSpare *) data)->surface, cairo_surface_destroy);
}

static gboolean
give_back_cb (gpointer data)
{
  Drawn *drawn = data;

  if (drawn->spare->surface == NULL && !drawn->spare->closed)
    drawn->spare->surface = g_steal_pointer (&drawn->surface);
  else
    cairo_surface_destroy (drawn->surface);
  g_rc_box_release_full (drawn->spare, spare_clear);
  g_free (drawn);
  return G_SOURCE_REMOVE;
}

/* Were the surface changed or gone before what was drawn with it, Cairo would copy it first; and a node
 * is still being taken apart when it lets go of this. */
static void
drawn_clear (gpointer data)
{
  g_idle_add_full (G_PRIORITY_LOW, give_back_cb, g_memdup2 (data, sizeof (Drawn)), NULL);
}

static void
drawn_unref (gpointer drawn)
{
  g_rc_box_release_full (drawn, drawn_clear);
}

/* (transfer full) */
static GskRenderNode *
make_tile (Drawn *drawn, const graphene_rect_t *bounds)
{
  GskRenderNode *node = gsk_cairo_node_new (bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source_surface (cr, drawn->surface, 0, 0);
  cairo_rectangle (cr, bounds->origin.x, bounds->origin.y, bounds->size.width, bounds->size.height);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_set_user_data (gsk_cairo_node_get_surface (node), &kept_drawn,
                               g_rc_box_acquire (drawn), drawn_unref);

  return node;
}

/* (transfer full) */
static GskRenderNode *
make_cairo_node (OctChartView *self, cairo_surface_t *surface, const graphene_rect_t *bounds)
{
  g_autoptr (GPtrArray) tiles = g_ptr_array_new_with_free_func (
    (GDestroyNotify) gsk_render_node_unref);
  Drawn *drawn = g_rc_box_new (Drawn);
  GskRenderNode *node;

  drawn->surface = cairo_surface_reference (surface);
  drawn->spare = g_rc_box_acquire (self->spare);
  for (int y = 0; y < bounds->size.height; y += TILE)
    for (int x = 0; x < bounds->size.width; x += TILE)
      g_ptr_array_add (
        tiles, make_tile (drawn, &GRAPHENE_RECT_INIT (x, y, MIN (TILE, bounds->size.width - x),
                                                      MIN (TILE, bounds->size.height - y))));
  node = gsk_container_node_new ((GskRenderNode **) tiles->pdata, tiles->len);
  drawn_unref (drawn);

  return node;
}

/* (transfer full) */
static GskRenderNode *
make_texture_node (cairo_surface_t *surface, const graphene_rect_t *bounds)
{
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                                         (gsize) height * stride,
                                                         (GDestroyNotify) cairo_surface_destroy,
                                                         cairo_surface_reference (surface));
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (
    cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes, stride);

  return gsk_texture_node_new (texture, bounds);
}

/* An empty surface of a size: the last one, or a new one. (transfer full) */
static cairo_surface_t *
take_surface (OctChartView *self, int width, int height, int scale)
{
  cairo_surface_t *surface;
  cairo_t *cr;

  if (self->spare == NULL)
    self->spare = g_rc_box_new0 (OctChartSpare);
  surface = g_steal_pointer (&self->spare->surface);
  if (surface != NULL && cairo_image_surface_get_width (surface) == width
      && cairo_image_surface_get_height (surface) == height)
    {
      cairo_surface_set_device_scale (surface, scale, scale);
      cr = cairo_create (surface);
      cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
      cairo_paint (cr);
      cairo_destroy (cr);
      return surface;
    }

  g_clear_pointer (&surface, cairo_surface_destroy);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_surface_set_device_scale (surface, scale, scale);
  return surface;
}

static void
draw_picture (OctChartView *self, double width, double height, int scale)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  OctChartTheme theme;
  cairo_surface_t *surface;
  cairo_t *cr;

  oct_chart_view_get_theme (self, &theme);
  surface = take_surface (self, (int) (width * scale), (int) (height * scale), scale);
  cr = cairo_create (surface);
  draw_chart (self, cr, width, height, &theme);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  self->picture = paints_with_cairo (self) ? make_cairo_node (self, surface, &bounds)
                                           : make_texture_node (surface, &bounds);
  cairo_surface_destroy (surface);
  self->picture_width = width;
  self->picture_height = height;
  self->picture_scale = scale;
}

/* Draws the picture, unless the one that is there is of this size. */
static void
ensure_picture (OctChartView *self)
{
  double width = oct_chart_view_get_width (self), height = oct_chart_view_get_height (self);
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->picture == NULL || self->picture_width != width || self->picture_height != height
      || self->picture_scale != scale)
    draw_picture (self, width, height, scale);
}

/* Whether any of the chart is in the part of the page that the window shows. */
static gboolean
is_in_view (OctChartView *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds, shown;

  if (viewport == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (self), viewport, &bounds))
    return TRUE;
  shown = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (viewport),
                              gtk_widget_get_height (viewport));
  return graphene_rect_intersection (&bounds, &shown, NULL);
}

/* Has the picture drawn later, behind the frame that is due: what is seen comes first. */
static void
put_off (OctChartView *self)
{
  self->put_off = TRUE;
  if (self->clock != NULL)
    gdk_frame_clock_request_phase (self->clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
}

static gboolean
draw_ahead_cb (gpointer data)
{
  OctChartView *self = data;

  self->ahead_source = 0;
  if (self->blank && self->chart != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    ensure_picture (self);
  return G_SOURCE_REMOVE;
}

/* After every layout: scrolling, a larger window, or something above that was folded away. */
static void
laid_out_cb (OctChartView *self)
{
  if (self->blank && is_in_view (self))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
after_paint_cb (OctChartView *self)
{
  if (!self->put_off)
    return;
  self->put_off = FALSE;
  if (self->ahead_source == 0)
    self->ahead_source = g_idle_add_full (G_PRIORITY_LOW, draw_ahead_cb, self, NULL);
}

/*
 * oct_chart_view_forget_picture:
 *
 * Has the chart drawn anew.
 */
void
oct_chart_view_forget_picture (OctChartView *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  /* One that nobody sees needs no frame. */
  if (self->blank && !is_in_view (self))
    {
      put_off (self);
      return;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/*
 * oct_chart_view_snapshot_picture:
 * @snapshot: what to draw to
 *
 * Shows the picture, or leaves its place blank where that is out of view.
 */
void
oct_chart_view_snapshot_picture (OctChartView *self, GtkSnapshot *snapshot)
{
  self->blank = !is_in_view (self);
  if (self->blank)
    {
      put_off (self);
      return;
    }
  self->put_off = FALSE;
  g_clear_handle_id (&self->ahead_source, g_source_remove);
  ensure_picture (self);
  gtk_snapshot_append_node (snapshot, self->picture);
}

/*
 * oct_chart_view_drop_picture:
 *
 * Gives back all memory that was drawn to.
 */
void
oct_chart_view_drop_picture (OctChartView *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  if (self->spare == NULL)
    return;
  self->spare->closed = TRUE;
  spare_clear (self->spare);
  g_rc_box_release_full (self->spare, spare_clear);
  self->spare = NULL;
}

/*
 * oct_chart_view_follow_frames:
 * @clock: (nullable): the clock of the window, %NULL when the view leaves it
 *
 * Looks after each layout whether the chart has come into view.
 */
void
oct_chart_view_follow_frames (OctChartView *self, GdkFrameClock *clock)
{
  if (self->clock != NULL)
    g_signal_handlers_disconnect_by_data (self->clock, self);
  g_set_object (&self->clock, clock);
  g_clear_handle_id (&self->ahead_source, g_source_remove);
  if (clock == NULL)
    return;
  g_signal_connect_swapped (clock, "layout", G_CALLBACK (laid_out_cb), self);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
}
