/* How the flow of ratings is drawn.
 *
 * Bands take the colour of the rating they arrive at. Those that go down are strong and outlined and
 * lie above the others, since they are what a reader must see first.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-rating-flow-private.h"
#include "oct-stage-marks.h"

typedef struct
{
  OctRatingFlowChart *self;
  cairo_t *cr;
  const OctChartTheme *theme;
  const OctFlowLayout *layout;
  double width;
} Picture;

static void
trace_band (cairo_t *cr, const OctFlowLayout *layout, const OctFlowBand *band)
{
  double middle = (layout->x0 + layout->x1) / 2, thick = MAX (band->thick, 1);

  cairo_new_path (cr);
  cairo_move_to (cr, layout->x0, band->left);
  cairo_curve_to (cr, middle, band->left, middle, band->right, layout->x1, band->right);
  cairo_line_to (cr, layout->x1, band->right + thick);
  cairo_curve_to (cr, middle, band->right + thick, middle, band->left + thick, layout->x0,
                  band->left + thick);
  cairo_close_path (cr);
}

static int
band_change (const OctFlowBand *band)
{
  return oct_rating_mark_change (oct_flow_order[band->from], oct_flow_order[band->to]);
}

static void
draw_band (const Picture *picture, const OctFlowBand *band)
{
  int change = band_change (band);
  OctColour colour = oct_rating_mark_colour (picture->theme, oct_flow_order[band->to]);

  trace_band (picture->cr, picture->layout, band);
  oct_colour_set (oct_stage_tint (picture->theme, colour, change < 0 ? 0.35 : 0.74), picture->cr);
  if (change >= 0)
    {
      cairo_fill (picture->cr);
      return;
    }
  cairo_fill_preserve (picture->cr);
  oct_colour_set (colour, picture->cr);
  cairo_set_line_width (picture->cr, picture->theme->line);
  cairo_stroke (picture->cr);
}

/* A band's number, where it begins; only where the band is as high as the number. */
static void
draw_number (const Picture *picture, const OctFlowBand *band)
{
  const OctChartTheme *theme = picture->theme;
  double way = 0.08, x = picture->layout->x0 + (picture->layout->x1 - picture->layout->x0) * way;
  g_autofree char *text = g_strdup_printf ("%u", band->n);
  g_autoptr (PangoLayout) layout = NULL;
  double width, height;

  if (band->thick < oct_chart_text_height (theme, OCT_TEXT_SMALL) * 0.85)
    return;
  layout = oct_chart_text_new (theme, band_change (band) < 0 ? OCT_TEXT_SMALL_BOLD : OCT_TEXT_SMALL,
                               text, 0, 1);
  oct_chart_text_size (layout, &width, &height);
  oct_chart_text_draw_with_halo (layout, picture->cr, x - width / 2,
                                 oct_flow_band_y (band, way) + (band->thick - height) / 2,
                                 theme->ink, theme->paper);
}

static void
draw_node (const Picture *picture, guint side, guint place)
{
  const OctFlowLayout *layout = picture->layout;
  const OctChartTheme *theme = picture->theme;
  OctRatingMark mark = oct_flow_order[place];
  guint n = layout->sums[side][place];
  double x = side == 0 ? layout->x0 - layout->node : layout->x1, y = layout->tops[side][place],
         height = n * layout->scale, size = theme->size_small * 1.3, gap = theme->size_text * 0.45;
  g_autofree char *text = NULL;
  double anchor = side == 0 ? x - gap : x + layout->node + gap;

  if (n == 0)
    return;
  cairo_rectangle (picture->cr, x, y, layout->node, MAX (height, 1));
  if (oct_rating_mark_is_rating (mark))
    {
      oct_colour_set (oct_rating_mark_colour (theme, mark), picture->cr);
      cairo_fill (picture->cr);
    }
  else
    oct_stage_fill_hatch (picture->cr, theme, theme->other);
  oct_rating_mark_draw (picture->cr, theme, mark, side == 0 ? anchor - size / 2 : anchor + size / 2,
                        y + height / 2, size);
  anchor += side == 0 ? -size - gap : size + gap;
  /* Translators: a rating and how many objectives have it. */
  text = g_strdup_printf (_("%s %u"), oct_rating_mark_name (mark), n);
  if (oct_chart_text_width (theme, OCT_TEXT_NORMAL, text)
      > (side == 0 ? anchor : picture->width - anchor))
    {
      g_free (text);
      text = g_strdup_printf ("%u", n);
    }
  oct_chart_text_at (picture->cr, theme, OCT_TEXT_NORMAL, text, anchor, y + height / 2,
                     side == 0 ? 1 : 0, theme->ink);
}

static void
draw_head (const Picture *picture, guint side)
{
  const OctFlowLayout *layout = picture->layout;
  const char *name = side == 0 ? picture->self->before : picture->self->after;
  double room = picture->width / 2 - picture->theme->size_text, width;
  g_autoptr (PangoLayout) text = NULL;

  if (name == NULL || room < 10)
    return;
  text = oct_chart_text_new (picture->theme, OCT_TEXT_BOLD, name, room, 1);
  oct_chart_text_size (text, &width, NULL);
  oct_chart_text_draw (text, picture->cr,
                       side == 0 ? MAX (layout->x0 - width, 0)
                                 : MIN (layout->x1, picture->width - width),
                       0, picture->theme->ink);
}

void
oct_flow_draw (OctChart *chart, cairo_t *cr, double width, double height,
               const OctChartTheme *theme)
{
  OctRatingFlowChart *self = OCT_RATING_FLOW_CHART (chart);
  OctFlowLayout layout;
  Picture picture = { self, cr, theme, &layout, width };

  if (oct_flow_get_total (self) == 0)
    {
      oct_placed_chart_draw_empty (cr, width, height, theme,
                                   _("There are no two reviews to compare yet"));
      return;
    }
  oct_flow_get_layout (self, width, height, theme, &layout);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  for (int pass = 1; pass >= -1; pass--)
    {
      for (guint i = 0; i < layout.n_bands; i++)
        {
          if (band_change (&layout.bands[i]) == pass)
            draw_band (&picture, &layout.bands[i]);
        }
    }
  for (guint i = 0; i < layout.n_bands; i++)
    draw_number (&picture, &layout.bands[i]);
  for (guint side = 0; side < 2; side++)
    {
      draw_head (&picture, side);
      for (guint i = 0; i < OCT_FLOW_NODES; i++)
        draw_node (&picture, side, i);
    }
  cairo_restore (cr);
}

void
oct_flow_draw_overlay (OctChart *chart, cairo_t *cr, double width, double height,
                       const OctChartTheme *theme, int datum, gboolean focused)
{
  OctFlowLayout layout;

  oct_flow_get_layout (OCT_RATING_FLOW_CHART (chart), width, height, theme, &layout);
  if (datum < 0 || datum >= (int) layout.n_bands)
    return;
  for (int pass = 0; pass < 2; pass++)
    {
      trace_band (cr, &layout, &layout.bands[datum]);
      oct_colour_set (pass == 0 ? theme->paper : theme->focus, cr);
      cairo_set_line_width (cr, pass == 0 ? theme->line_strong + 3
                                          : theme->line_strong + (focused ? 1 : 0));
      cairo_stroke (cr);
    }
}
