/* How ratings are drawn.
 *
 * The three hues were chosen for lightness first: red is the darkest on light paper and amber the
 * lightest, so that a grey copy and every kind of colour vision keep them apart
 * (tests/chart/test-hues.c). They are not the hues that inspection reports use.
 */
#include "oct-rating-marks.h"

#include <glib/gi18n.h>
#include <math.h>

#include "oct-chart-text.h"
#include "oct-stage-marks.h"

#define SMALLEST_LETTER 9.0

static OctColour
colour_of (guint32 rgb)
{
  return (OctColour) { ((rgb >> 16) & 0xff) / 255.0, ((rgb >> 8) & 0xff) / 255.0,
                       (rgb & 0xff) / 255.0, 1.0 };
}

static gboolean
theme_is_dark (const OctChartTheme *theme)
{
  return theme->kind == OCT_THEME_DARK || theme->kind == OCT_THEME_HIGH_CONTRAST_DARK;
}

/**
 * oct_rating_mark_name:
 * @mark: a rating
 *
 * Returns: its name, "Not rated" where there is none
 */
const char *
oct_rating_mark_name (OctRatingMark mark)
{
  switch (mark)
    {
    case OCT_RATING_MARK_RED:
      return _("Red");
    case OCT_RATING_MARK_AMBER:
      return _("Amber");
    case OCT_RATING_MARK_GREEN:
      return _("Green");
    case OCT_RATING_MARK_SKIPPED:
      return _("Skipped");
    case OCT_RATING_MARK_NONE:
    default:
      return _("Not rated");
    }
}

/**
 * oct_rating_mark_letter:
 * @mark: a rating
 *
 * Returns: the letter that stands in its mark, a dash where there is none
 */
const char *
oct_rating_mark_letter (OctRatingMark mark)
{
  switch (mark)
    {
    case OCT_RATING_MARK_RED:
      /* Translators: one letter for the rating Red. */
      return C_ ("rating", "R");
    case OCT_RATING_MARK_AMBER:
      /* Translators: one letter for the rating Amber. */
      return C_ ("rating", "A");
    case OCT_RATING_MARK_GREEN:
      /* Translators: one letter for the rating Green. */
      return C_ ("rating", "G");
    case OCT_RATING_MARK_SKIPPED:
    case OCT_RATING_MARK_NONE:
    default:
      return "–";
    }
}

/**
 * oct_travel_mark_name:
 * @mark: a direction of travel
 *
 * Returns: (nullable): its name, %NULL where none was given
 */
const char *
oct_travel_mark_name (OctTravelMark mark)
{
  switch (mark)
    {
    case OCT_TRAVEL_MARK_DETERIORATING:
      return _("Deteriorating");
    case OCT_TRAVEL_MARK_UNCHANGED:
      return _("Unchanged");
    case OCT_TRAVEL_MARK_IMPROVING:
      return _("Improving");
    case OCT_TRAVEL_MARK_NONE:
    default:
      return NULL;
    }
}

/**
 * oct_rating_mark_is_rating:
 * @mark: a mark
 *
 * Returns: whether somebody rated red, amber or green
 */
gboolean
oct_rating_mark_is_rating (OctRatingMark mark)
{
  return mark >= OCT_RATING_MARK_RED && mark <= OCT_RATING_MARK_GREEN;
}

/**
 * oct_rating_mark_change:
 * @before: what was rated before
 * @mark: what is rated now
 *
 * Returns: 1 for better, -1 for worse, 0 where both are the same or one is no rating
 */
int
oct_rating_mark_change (OctRatingMark before, OctRatingMark mark)
{
  if (!oct_rating_mark_is_rating (before) || !oct_rating_mark_is_rating (mark))
    return 0;
  return (mark > before) - (mark < before);
}

/**
 * oct_rating_mark_colour:
 * @theme: how it looks
 * @mark: a rating
 *
 * Returns: the colour of its mark
 */
OctColour
oct_rating_mark_colour (const OctChartTheme *theme, OctRatingMark mark)
{
  g_return_val_if_fail (theme != NULL, (OctColour) { 0 });

  switch (mark)
    {
    case OCT_RATING_MARK_RED:
      return colour_of (theme_is_dark (theme) ? 0xe85c50 : 0x8f1626);
    case OCT_RATING_MARK_AMBER:
      return colour_of (theme_is_dark (theme) ? 0xffdf8a : 0xcf8412);
    case OCT_RATING_MARK_GREEN:
      return colour_of (theme_is_dark (theme) ? 0x5cc0b4 : 0x1f7f78);
    case OCT_RATING_MARK_SKIPPED:
    case OCT_RATING_MARK_NONE:
    default:
      return theme->other;
    }
}

/**
 * oct_rating_mark_ground:
 * @theme: how it looks
 * @mark: a rating
 *
 * Returns: a pale form of the rating's colour; paper where there is none
 */
OctColour
oct_rating_mark_ground (const OctChartTheme *theme, OctRatingMark mark)
{
  g_return_val_if_fail (theme != NULL, (OctColour) { 0 });

  if (!oct_rating_mark_is_rating (mark))
    return theme->paper;
  return oct_stage_tint (theme, oct_rating_mark_colour (theme, mark),
                         theme_is_dark (theme) ? 0.74 : 0.8);
}

/**
 * oct_rating_mark_trace:
 * @cr: what to draw to
 * @mark: a rating
 * @x: middle of the mark
 * @y: its middle
 * @size: its width in points
 *
 * Adds the outline of the mark to the path. The three shapes cover about the same ground.
 */
void
oct_rating_mark_trace (cairo_t *cr, OctRatingMark mark, double x, double y, double size)
{
  double half;

  cairo_new_sub_path (cr);
  switch (mark)
    {
    case OCT_RATING_MARK_RED:
    case OCT_RATING_MARK_SKIPPED:
      half = size * 0.44;
      cairo_rectangle (cr, x - half, y - half, 2 * half, 2 * half);
      break;
    case OCT_RATING_MARK_AMBER:
      half = size * 0.52;
      cairo_move_to (cr, x, y - half);
      cairo_line_to (cr, x + half * 1.1, y + half * 0.9);
      cairo_line_to (cr, x - half * 1.1, y + half * 0.9);
      cairo_close_path (cr);
      break;
    case OCT_RATING_MARK_GREEN:
    case OCT_RATING_MARK_NONE:
    default:
      cairo_arc (cr, x, y, size * (mark == OCT_RATING_MARK_NONE ? 0.36 : 0.5), 0, 2 * G_PI);
      cairo_close_path (cr);
      break;
    }
}

static void
draw_absence (cairo_t *cr, const OctChartTheme *theme, OctRatingMark mark, double x, double y,
              double size)
{
  double dash = MAX (size * 0.17, 1.2);

  if (mark == OCT_RATING_MARK_SKIPPED)
    {
      oct_rating_mark_trace (cr, mark, x, y, size);
      oct_stage_fill_hatch (cr, theme, oct_stage_tint (theme, theme->ink_soft, 0.35));
    }
  cairo_save (cr);
  oct_rating_mark_trace (cr, mark, x, y, size);
  oct_colour_set (theme->ink_soft, cr);
  cairo_set_line_width (cr, MAX (theme->line, size * 0.08));
  if (mark == OCT_RATING_MARK_NONE)
    cairo_set_dash (cr, &dash, 1, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * oct_rating_mark_draw_many:
 * @cr: what to draw to
 * @theme: how it looks
 * @mark: a rating
 * @points: (array length=n_points): the middles of the marks
 * @n_points: how many
 * @size: width of each in points
 *
 * Draws the same mark in many places, with its letter laid out once.
 */
void
oct_rating_mark_draw_many (cairo_t *cr, const OctChartTheme *theme, OctRatingMark mark,
                           const OctRatingPoint *points, guint n_points, double size)
{
  /* A triangle is narrow above its middle: its letter is smaller, and lower. */
  double factor = mark == OCT_RATING_MARK_AMBER ? 0.56 : 0.68,
         lower = mark == OCT_RATING_MARK_AMBER ? size * 0.14 : 0, width, height;
  OctChartTheme type;
  g_autoptr (PangoLayout) letter = NULL;
  OctColour colour;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (theme != NULL);
  g_return_if_fail (size > 0);

  colour = oct_rating_mark_colour (theme, mark);
  type = oct_stage_scaled_theme (theme, size * factor / theme->size_small);
  letter = oct_chart_text_new (&type, OCT_TEXT_SMALL_BOLD, oct_rating_mark_letter (mark), 0, 1);
  oct_chart_text_size (letter, &width, &height);
  cairo_new_path (cr);
  for (guint i = 0; i < n_points; i++)
    {
      if (!oct_rating_mark_is_rating (mark))
        {
          draw_absence (cr, theme, mark, points[i].x, points[i].y, size);
          continue;
        }
      oct_rating_mark_trace (cr, mark, points[i].x, points[i].y, size);
      oct_colour_set (colour, cr);
      cairo_fill (cr);
      if (size >= SMALLEST_LETTER)
        oct_chart_text_draw (letter, cr, points[i].x - width / 2, points[i].y + lower - height / 2,
                             oct_chart_theme_ink_on (theme, colour));
    }
}

/**
 * oct_rating_mark_draw:
 * @cr: what to draw to
 * @theme: how it looks
 * @mark: a rating
 * @x: middle of the mark
 * @y: its middle
 * @size: its width in points
 *
 * Draws the mark with its letter, where that can be read.
 */
void
oct_rating_mark_draw (cairo_t *cr, const OctChartTheme *theme, OctRatingMark mark, double x,
                      double y, double size)
{
  const OctRatingPoint point = { x, y };

  oct_rating_mark_draw_many (cr, theme, mark, &point, 1, size);
}

/**
 * oct_travel_mark_draw:
 * @cr: what to draw to
 * @mark: a direction of travel; nothing is drawn for none
 * @x: middle of the mark
 * @y: its middle
 * @size: its width in points
 * @colour: its colour
 *
 * Draws an arrow to the right: up for improving, level for unchanged, down for deteriorating.
 */
void
oct_travel_mark_draw (cairo_t *cr, OctTravelMark mark, double x, double y, double size,
                      OctColour colour)
{
  double half = size / 2, head = size * 0.42;

  if (mark == OCT_TRAVEL_MARK_NONE)
    return;
  cairo_save (cr);
  cairo_translate (cr, x, y);
  if (mark != OCT_TRAVEL_MARK_UNCHANGED)
    cairo_rotate (cr, mark == OCT_TRAVEL_MARK_IMPROVING ? -G_PI / 4 : G_PI / 4);
  oct_colour_set (colour, cr);
  cairo_set_line_width (cr, MAX (size * 0.15, 1.0));
  cairo_new_path (cr);
  cairo_move_to (cr, -half, 0);
  cairo_line_to (cr, half - head * 0.5, 0);
  cairo_stroke (cr);
  cairo_move_to (cr, half, 0);
  cairo_line_to (cr, half - head, -head * 0.72);
  cairo_line_to (cr, half - head, head * 0.72);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_restore (cr);
}
