/* How shares of ratings are drawn. */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-rating-share-private.h"
#include "oct-stage-marks.h"

typedef struct
{
  OctRatingShareChart *self;
  cairo_t *cr;
  const OctChartTheme *theme;
  const OctShareLayout *layout;
} Picture;

/* A part's letter and number, its number, or nothing: as its width allows. */
static void
draw_part_words (const Picture *picture, guint part, guint n, double x, double y, double width)
{
  const OctChartTheme *type = &picture->layout->type;
  OctRatingMark mark = oct_share_order[part];
  OctColour ground = oct_rating_mark_is_rating (mark)
                       ? oct_rating_mark_colour (picture->theme, mark)
                       : picture->theme->paper;
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *text = oct_rating_mark_is_rating (mark)
                            ? g_strdup_printf ("%s %u", oct_rating_mark_letter (mark), n)
                            : g_strdup (number);
  const char *shown = text;

  if (oct_chart_text_width (type, OCT_TEXT_SMALL, text) + 5 > width)
    shown = number;
  if (picture->layout->line < 7 || oct_chart_text_width (type, OCT_TEXT_SMALL, shown) + 3 > width)
    return;
  oct_chart_text_at (picture->cr, type, OCT_TEXT_SMALL, shown, x + width / 2, y, 0.5,
                     oct_chart_theme_ink_on (picture->theme, ground));
}

static void
draw_part (const Picture *picture, guint part, guint n, const cairo_rectangle_t *place)
{
  OctRatingMark mark = oct_share_order[part];
  double gap = MIN (1.5, place->width * 0.2);

  cairo_rectangle (picture->cr, place->x, place->y, MAX (place->width - gap, 0.6), place->height);
  if (oct_rating_mark_is_rating (mark))
    {
      oct_colour_set (oct_rating_mark_colour (picture->theme, mark), picture->cr);
      cairo_fill (picture->cr);
    }
  else
    {
      const double dashes[] = { 3, 2.5 };

      cairo_save (picture->cr);
      cairo_set_dash (picture->cr, dashes, 2, 0);
      cairo_set_line_width (picture->cr, picture->theme->line);
      oct_colour_set (picture->theme->ink_soft, picture->cr);
      cairo_clip_preserve (picture->cr);
      cairo_set_line_width (picture->cr, picture->theme->line * 2);
      cairo_stroke (picture->cr);
      cairo_restore (picture->cr);
    }
  draw_part_words (picture, part, n, place->x, place->y + place->height / 2, place->width - gap);
}

static void
draw_bar (const Picture *picture, guint index)
{
  const OctShareBar *data = oct_share_bar (picture->self, index);
  const OctShareLayout *layout = picture->layout;
  OctTextStyle style = data->whole ? OCT_TEXT_BOLD : OCT_TEXT_NORMAL;
  g_autofree char *numbers = oct_share_bar_to_text (data);
  g_autoptr (PangoLayout) name = NULL;
  cairo_rectangle_t row, bar, part;
  double height;

  oct_share_get_row (layout, index, &row, &bar);
  if (layout->line >= 4)
    {
      name = oct_chart_text_new (&layout->type, style, data->name,
                                 MAX (layout->names - layout->type.size_text * 0.7, 8), 1);
      oct_chart_text_size (name, NULL, &height);
      oct_chart_text_draw (name, picture->cr, row.x, row.y + (layout->line - height) / 2,
                           picture->theme->ink);
    }
  part = bar;
  for (guint i = 0; i < OCT_SHARE_PARTS && data->total > 0; i++)
    {
      part.width = bar.width * data->parts[i] / data->total;
      if (data->parts[i] > 0)
        draw_part (picture, i, data->parts[i], &part);
      part.x += part.width;
    }
  if (data->total == 0)
    oct_chart_text_at (picture->cr, &layout->type, OCT_TEXT_SMALL, _("No objectives"), bar.x,
                       bar.y + bar.height / 2, 0, picture->theme->ink_soft);
  else if (layout->line >= 4)
    oct_chart_text_at (picture->cr, &layout->type,
                       data->whole ? OCT_TEXT_SMALL_BOLD : OCT_TEXT_SMALL, numbers,
                       bar.x + bar.width + picture->theme->size_text * 0.4, bar.y + bar.height / 2,
                       0, picture->theme->ink);
}

void
oct_share_draw (OctChart *chart, cairo_t *cr, double width, double height,
                const OctChartTheme *theme)
{
  OctRatingShareChart *self = OCT_RATING_SHARE_CHART (chart);
  OctShareLayout layout;
  Picture picture = { self, cr, theme, &layout };

  if (self->bars->len == 0)
    {
      oct_placed_chart_draw_empty (cr, width, height, theme, _("No objective is set yet"));
      return;
    }
  oct_share_get_layout (self, width, height, theme, &layout);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  oct_share_lay_key (self, cr, width, theme);
  for (guint i = 0; i < self->bars->len; i++)
    draw_bar (&picture, i);
  cairo_restore (cr);
}
