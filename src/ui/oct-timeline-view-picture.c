/* What a timeline's view paints: the picture of the chart, and above it what is chosen or moved.
 *
 * The picture is drawn anew for each step of scrolling. Cairo draws what it is given to paint into a
 * buffer of its own first, and clearing and copying one as large as the window takes several times what
 * the drawing does: so the picture is handed on in strips, whose buffers stay in the processor's cache,
 * and what stands above it covers no more than the rows that it is about.
 */

#include "octant-config.h"

#include "oct-timeline-view-private.h"

#include "oct-widget-theme.h"

#define STRIP 256

/* (transfer full) */
static GskRenderNode *
make_strip (cairo_surface_t *drawn, const graphene_rect_t *bounds)
{
  GskRenderNode *node = gsk_cairo_node_new (bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source_surface (cr, drawn, 0, 0);
  cairo_rectangle (cr, bounds->origin.x, bounds->origin.y, bounds->size.width, bounds->size.height);
  cairo_fill (cr);
  cairo_destroy (cr);

  return node;
}

/* The chart is drawn once, and each strip plays what is in it. */
static void
draw_picture (OctTimelineView *self, int width, int height, const OctChartTheme *theme)
{
  const cairo_rectangle_t extents = { 0, 0, width, height };
  cairo_surface_t *drawn = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  g_autoptr (GPtrArray) strips = g_ptr_array_new_with_free_func (
    (GDestroyNotify) gsk_render_node_unref);
  cairo_t *cr = cairo_create (drawn);

  oct_chart_draw (OCT_CHART (self->chart), cr, width, height, theme);
  cairo_destroy (cr);
  for (int y = 0; y < height; y += STRIP)
    g_ptr_array_add (
      strips, make_strip (drawn, &GRAPHENE_RECT_INIT (0, y, width, MIN (STRIP, height - y))));
  cairo_surface_destroy (drawn);
  self->picture = gsk_container_node_new ((GskRenderNode **) strips->pdata, strips->len);
}

/* The rows that something about @datum is drawn on: its own, and one on each side. */
static gboolean
get_band (OctTimelineView *self, int datum, int width, int height, graphene_rect_t *band)
{
  int line = oct_timeline_chart_get_line (self->chart, datum);
  graphene_rect_t whole = GRAPHENE_RECT_INIT (0, 0, width, height);
  OctTimelineLayout layout;

  if (line < 0)
    return FALSE;
  oct_timeline_view_get_layout (self, &layout);
  *band = GRAPHENE_RECT_INIT (0, layout.header + (line - 1) * layout.line - layout.offset, width,
                              3 * layout.line);
  return graphene_rect_intersection (band, &whole, band);
}

static void
draw_overlay (OctTimelineView *self, GtkSnapshot *snapshot, const OctChartTheme *theme, int datum,
              gboolean focus)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)),
      height = gtk_widget_get_height (GTK_WIDGET (self));
  graphene_rect_t band;
  cairo_t *cr;

  if (!get_band (self, datum, width, height, &band))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &band);
  oct_chart_draw_overlay (OCT_CHART (self->chart), cr, width, height, theme, datum, focus);
  cairo_destroy (cr);
}

static void
draw_ghost (OctTimelineView *self, GtkSnapshot *snapshot, const OctChartTheme *theme)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)),
      height = gtk_widget_get_height (GTK_WIDGET (self));
  graphene_rect_t band;
  cairo_t *cr;

  if (!get_band (self, self->move.datum, width, height, &band))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &band);
  oct_timeline_chart_draw_ghost (self->chart, cr, width, height, theme, self->move.datum,
                                 self->move.start, self->move.end);
  cairo_destroy (cr);
}

static void
draw_focus (GtkSnapshot *snapshot, const OctChartTheme *theme, int width, int height)
{
  float line = (float) theme->line_strong, inset = 1 - line / 2;
  const GdkRGBA colour = { (float) theme->focus.red, (float) theme->focus.green,
                           (float) theme->focus.blue, (float) theme->focus.alpha };
  const GdkRGBA colours[] = { colour, colour, colour, colour };
  const float lines[] = { line, line, line, line };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (
    &outline,
    &GRAPHENE_RECT_INIT (inset, inset, (float) width - 2 * inset, (float) height - 2 * inset), 0);
  gtk_snapshot_append_border (snapshot, &outline, lines, colours);
}

static void
draw_marks (OctTimelineView *self, GtkSnapshot *snapshot, int width, int height,
            const OctChartTheme *theme)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int chosen = oct_timeline_view_get_chosen_datum (self);
  gboolean focus = gtk_widget_has_focus (widget) && gtk_widget_has_visible_focus (widget);

  if (self->hovered != OCT_CHART_NONE && self->hovered != chosen
      && self->hovered_part >= OCT_TIMELINE_BODY)
    draw_overlay (self, snapshot, theme, self->hovered, FALSE);
  if (chosen != OCT_CHART_NONE)
    draw_overlay (self, snapshot, theme, chosen, focus);
  if (self->move.datum != OCT_CHART_NONE)
    draw_ghost (self, snapshot, theme);
  if (focus)
    draw_focus (snapshot, theme, width, height);
}

void
oct_timeline_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OctTimelineView *self = OCT_TIMELINE_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  OctChartTheme theme;

  if (width < 1 || height < 1)
    return;
  oct_timeline_view_apply_viewport (self);
  oct_widget_get_chart_theme (widget, &theme);
  if (self->picture == NULL)
    draw_picture (self, width, height, &theme);
  gtk_snapshot_append_node (snapshot, self->picture);
  draw_marks (self, snapshot, width, height, &theme);
}
