/* The marks of the three ratings.
 *
 * The three colours are of different lightness, so that a grey copy and an eye that doesn't tell red
 * from green see three marks as well; each reaches 3 to 1 on its paper.
 */
#include "oct-rating-marks.h"

#include <glib/gi18n.h>
#include <math.h>

#include "oct-chart-text.h"

/* As the theme's kinds: red, amber, green. */
static const guint32 hues[][3] = {
  [OCT_THEME_LIGHT] = { 0x9c1428, 0xc98300, 0x17805a },
  [OCT_THEME_DARK] = { 0xf0605f, 0xffcf66, 0x62c596 },
  [OCT_THEME_HIGH_CONTRAST] = { 0x7a0018, 0xb06a00, 0x0c6a48 },
  [OCT_THEME_HIGH_CONTRAST_DARK] = { 0xff7a7a, 0xffd967, 0x7fe0b0 },
  [OCT_THEME_PRINT] = { 0x8f1022, 0xc38000, 0x137550 },
};

/**
 * oct_rating_mark_colour:
 * @theme: how it looks
 * @rating: a rating
 *
 * Returns: the rating's hue; the soft ink for what isn't rated
 */
OctColour
oct_rating_mark_colour (const OctChartTheme *theme, OctRatingMark rating)
{
  guint32 rgb;

  g_return_val_if_fail (theme != NULL, (OctColour) { 0 });

  if (rating < OCT_RATING_MARK_RED || rating > OCT_RATING_MARK_GREEN)
    return theme->ink_soft;
  rgb = hues[theme->kind][rating - OCT_RATING_MARK_RED];
  return (OctColour) { (rgb >> 16) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0, 1 };
}

/**
 * oct_rating_mark_name:
 * @rating: a rating
 *
 * Returns: the rating's word
 */
const char *
oct_rating_mark_name (OctRatingMark rating)
{
  switch (rating)
    {
    case OCT_RATING_MARK_RED:
      return _("Red");
    case OCT_RATING_MARK_AMBER:
      return _("Amber");
    case OCT_RATING_MARK_GREEN:
      return _("Green");
    case OCT_RATING_MARK_NONE:
    default:
      return _("Not rated");
    }
}

/**
 * oct_rating_mark_letter:
 * @rating: a rating
 *
 * Returns: the letter of its mark, empty for what isn't rated
 */
const char *
oct_rating_mark_letter (OctRatingMark rating)
{
  switch (rating)
    {
    case OCT_RATING_MARK_RED:
      /* Translators: one letter for the rating "Red", in its mark. */
      return C_ ("rating", "R");
    case OCT_RATING_MARK_AMBER:
      /* Translators: one letter for the rating "Amber", in its mark. */
      return C_ ("rating", "A");
    case OCT_RATING_MARK_GREEN:
      /* Translators: one letter for the rating "Green", in its mark. */
      return C_ ("rating", "G");
    case OCT_RATING_MARK_NONE:
    default:
      return "";
    }
}

static void
add_shape (cairo_t *cr, OctRatingMark rating, double x, double y, double size)
{
  double half = size / 2;

  cairo_new_path (cr);
  switch (rating)
    {
    case OCT_RATING_MARK_RED:
      cairo_rectangle (cr, x - half * 0.9, y - half * 0.9, size * 0.9, size * 0.9);
      break;
    case OCT_RATING_MARK_AMBER:
      cairo_move_to (cr, x, y - half);
      cairo_line_to (cr, x + half * 1.08, y + half * 0.9);
      cairo_line_to (cr, x - half * 1.08, y + half * 0.9);
      cairo_close_path (cr);
      break;
    case OCT_RATING_MARK_GREEN:
      cairo_arc (cr, x, y, half, 0, 2 * G_PI);
      break;
    case OCT_RATING_MARK_NONE:
    default:
      cairo_arc (cr, x, y, half * 0.6, 0, 2 * G_PI);
      break;
    }
}

/**
 * oct_rating_mark_draw:
 * @cr: what to draw to
 * @theme: how it looks
 * @rating: a rating
 * @x: its middle
 * @y: its middle
 * @size: its width and height in points
 *
 * Draws the mark of a rating.
 */
void
oct_rating_mark_draw (cairo_t *cr, const OctChartTheme *theme, OctRatingMark rating, double x,
                      double y, double size)
{
  OctColour colour;
  OctChartTheme type;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (theme != NULL);

  colour = oct_rating_mark_colour (theme, rating);
  type = *theme;
  add_shape (cr, rating, x, y, size);
  oct_colour_set (colour, cr);
  if (rating == OCT_RATING_MARK_NONE)
    {
      cairo_set_line_width (cr, theme->line);
      cairo_stroke (cr);
      return;
    }
  cairo_fill (cr);
  type.size_small = size * (rating == OCT_RATING_MARK_AMBER ? 0.58 : 0.72);
  if (type.size_small >= 5)
    oct_chart_text_at (cr, &type, OCT_TEXT_SMALL_BOLD, oct_rating_mark_letter (rating), x,
                       y + (rating == OCT_RATING_MARK_AMBER ? size * 0.14 : 0), 0.5,
                       oct_chart_theme_ink_on (theme, colour));
}
