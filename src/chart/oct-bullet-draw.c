/* How success criteria are drawn.
 *
 * The pale track is the way from baseline to target, the strong bar on it what has been covered; the
 * upright is the target. A figure that moved away from the target is hatched back from the start. A
 * line without a figure has a dashed track and says so.
 */
#include <glib/gi18n.h>

#include "oct-bullet-private.h"
#include "oct-chart-key.h"
#include "oct-stage-marks.h"

typedef struct
{
  OctBulletChart *self;
  cairo_t *cr;
  const OctChartTheme *theme;
  const OctBulletLayout *layout;
  double width;
  const OctBulletRow *row;
  double middle; /* of the track */
  double thick;
} Picture;

static double
scale_x (const Picture *picture, double place)
{
  const OctBulletLayout *layout = picture->layout;

  place = CLAMP (place, layout->low, layout->high);
  return layout->x0 + place * (layout->x1 - layout->x0);
}

static double
value_x (const Picture *picture, double value)
{
  return scale_x (picture, oct_bullet_place (picture->row, value));
}

/* A line of small type that keeps within the column of tracks. */
static void
draw_label (const Picture *picture, const char *text, double x, double y, double align, double most,
            gboolean bold, OctColour colour)
{
  OctTextStyle style = bold ? OCT_TEXT_SMALL_BOLD : OCT_TEXT_SMALL;
  double width = MIN (oct_chart_text_width (picture->theme, style, text) + 1, most);
  g_autoptr (PangoLayout) layout = oct_chart_text_new (picture->theme, style, text, width, 1);

  x = MIN (x - width * align, picture->width - width);
  oct_chart_text_draw (layout, picture->cr, MAX (x, picture->layout->names), y, colour);
}

static OctColour
nought_ground (const OctChartTheme *theme)
{
  return oct_stage_tint (theme, theme->other, 0.72);
}

static void
draw_track (const Picture *picture)
{
  const OctChartTheme *theme = picture->theme;
  double left = scale_x (picture, 0), right = scale_x (picture, 1), half = picture->thick / 2;

  if (picture->row->state == OCT_BULLET_NO_FIGURE)
    {
      const double dashes[] = { 3, 3 };

      cairo_save (picture->cr);
      cairo_set_dash (picture->cr, dashes, 2, 0);
      cairo_rectangle (picture->cr, left, picture->middle - half, right - left, picture->thick);
      oct_colour_set (theme->ink_soft, picture->cr);
      cairo_set_line_width (picture->cr, theme->line);
      cairo_stroke (picture->cr);
      cairo_restore (picture->cr);
      return;
    }
  cairo_rectangle (picture->cr, left, picture->middle - half, right - left, picture->thick);
  oct_colour_set (picture->row->from_nought ? nought_ground (theme) : theme->accent_soft,
                  picture->cr);
  cairo_fill (picture->cr);
}

static void
draw_past (const Picture *picture)
{
  for (guint i = 0; i < picture->row->data.n_past; i++)
    {
      double value = picture->row->data.past[i].value, x;

      if (!isfinite (value))
        continue;
      x = value_x (picture, value);
      cairo_move_to (picture->cr, x, picture->middle - picture->thick * 0.85);
      cairo_line_to (picture->cr, x, picture->middle + picture->thick * 0.85);
    }
  oct_colour_set (picture->theme->other, picture->cr);
  cairo_set_line_width (picture->cr, MAX (picture->theme->line, 1));
  cairo_stroke (picture->cr);
}

/* What was covered since the start, or lost. */
static void
draw_way (const Picture *picture, double actual)
{
  double start = picture->row->from_nought ? scale_x (picture, 0)
                                           : value_x (picture, picture->row->data.baseline.value);
  double end = value_x (picture, actual), half = picture->thick * 0.28;

  if (picture->row->state == OCT_BULLET_FURTHER)
    {
      half = picture->thick / 2;
      cairo_rectangle (picture->cr, end, picture->middle - half, start - end, 2 * half);
      oct_stage_fill_hatch (picture->cr, picture->theme, picture->theme->warn);
      return;
    }
  if (picture->row->from_nought)
    return;
  cairo_rectangle (picture->cr, MIN (start, end), picture->middle - half, fabs (end - start),
                   2 * half);
  oct_colour_set (picture->theme->accent, picture->cr);
  cairo_fill (picture->cr);
}

/* A disc; an arrow's head at the edge where the figure lies beyond what is shown. */
static void
draw_actual (const Picture *picture)
{
  const OctBulletRow *row = picture->row;
  double actual = row->data.actual.value, place, x, radius = picture->thick * 0.62;
  OctColour colour = row->state == OCT_BULLET_FURTHER ? picture->theme->warn
                                                      : picture->theme->accent;

  draw_way (picture, actual);
  place = oct_bullet_place (row, actual);
  x = scale_x (picture, place);
  if (place < picture->layout->low - 1e-9 || place > picture->layout->high + 1e-9)
    {
      double way = place < 0 ? -radius : radius;

      cairo_move_to (picture->cr, x + way, picture->middle);
      cairo_line_to (picture->cr, x - way, picture->middle - radius * 1.1);
      cairo_line_to (picture->cr, x - way, picture->middle + radius * 1.1);
      cairo_close_path (picture->cr);
      oct_colour_set (colour, picture->cr);
      cairo_fill (picture->cr);
      return;
    }
  oct_stage_draw_disc (picture->cr, picture->theme, x, picture->middle, radius, colour, TRUE);
}

static void
draw_upright (const Picture *picture, double value, double reach, double width, OctColour colour)
{
  double x = value_x (picture, value);

  cairo_move_to (picture->cr, x, picture->middle - picture->thick * reach);
  cairo_line_to (picture->cr, x, picture->middle + picture->thick * reach);
  oct_colour_set (colour, picture->cr);
  cairo_set_line_width (picture->cr, width);
  cairo_stroke (picture->cr);
}

static char *
figure_to_text (const OctBulletRow *row, const OctBulletFigure *figure)
{
  g_autofree char *value = oct_bullet_value_to_text (row, figure->value);
  g_autofree char *day = oct_chart_day_to_text (figure->day, TRUE);

  /* Translators: a figure and its month. */
  return *day != '\0' ? g_strdup_printf (_("%s, %s"), value, day) : g_steal_pointer (&value);
}

static char *
target_to_text (const OctBulletRow *row)
{
  g_autofree char *value = NULL, *day = NULL;

  if (!isfinite (row->data.target.value))
    return g_strdup (_("No target"));
  value = oct_bullet_value_to_text (row, row->data.target.value);
  day = oct_chart_day_to_text (row->data.target.day, TRUE);
  if (*day == '\0')
    /* Translators: the figure that is aimed at. */
    return g_strdup_printf (_("Target %s"), value);
  /* Translators: the figure that is aimed at, and the month. */
  return row->late ? g_strdup_printf (_("%s, overdue since %s"), value, day)
                   : g_strdup_printf (_("%s by %s"), value, day);
}

/* What was measured last, above its mark; with what that means where it is out of the ordinary. */
static void
draw_actual_label (const Picture *picture, double y)
{
  const OctBulletRow *row = picture->row;
  g_autofree char *text = NULL, *figure = NULL;
  double room = picture->width - picture->layout->names, x;

  if (row->state == OCT_BULLET_NO_FIGURE)
    {
      draw_label (picture, _("No figure yet"), scale_x (picture, 0), y, 0, room, FALSE,
                  picture->theme->ink_soft);
      return;
    }
  figure = figure_to_text (row, &row->data.actual);
  if (row->state == OCT_BULLET_REACHED)
    /* Translators: the latest figure, which is as good as the target. */
    text = g_strdup_printf (_("%s: reached"), figure);
  else if (row->state == OCT_BULLET_FURTHER)
    /* Translators: the latest figure, which is further from the target than the first one. */
    text = g_strdup_printf (_("%s: further away"), figure);
  else
    text = g_steal_pointer (&figure);
  x = value_x (picture, row->data.actual.value);
  draw_label (picture, text, x, y, 0.5, room, TRUE,
              row->state == OCT_BULLET_FURTHER ? picture->theme->warn : picture->theme->ink);
}

/* What stands at the start of the track: the baseline's figure. */
static char *
start_to_text (const OctBulletRow *row)
{
  g_autofree char *figure = NULL;

  if (!isfinite (row->data.baseline.value))
    return g_strdup (_("No baseline"));
  figure = figure_to_text (row, &row->data.baseline);
  /* Translators: the figure at the start, and its month. */
  return g_strdup_printf (_("From %s"), figure);
}

/* The target's words have their room first; the baseline's have what is left. */
static void
draw_end_labels (const Picture *picture, double y)
{
  const OctBulletRow *row = picture->row;
  const OctChartTheme *theme = picture->theme;
  g_autofree char *target = target_to_text (row), *start = start_to_text (row);
  double left = picture->layout->names, right = picture->width, gap = theme->size_small * 0.8,
         start_x = scale_x (picture, 0), target_x = scale_x (picture, 1), most, room;
  gboolean has_target = isfinite (row->data.target.value), swapped;
  OctTextStyle style = row->late ? OCT_TEXT_SMALL_BOLD : OCT_TEXT_SMALL;

  if (isfinite (row->data.baseline.value) && !(row->from_nought && has_target))
    start_x = value_x (picture, row->data.baseline.value);
  if (has_target)
    target_x = value_x (picture, row->data.target.value);
  /* Without a target the baseline may be at the right end. */
  swapped = !has_target && start_x > (scale_x (picture, 0) + scale_x (picture, 1)) / 2;
  if (swapped)
    target_x = scale_x (picture, 0);
  most = MIN (oct_chart_text_width (theme, style, target) + 1, (right - left) * 0.7);
  if (!swapped)
    target_x = MIN (MAX (target_x, left + (right - left) * 0.7), right);
  draw_label (picture, target, target_x, y, swapped ? 0 : 1, most, row->late,
              row->late    ? theme->warn
              : has_target ? theme->ink
                           : theme->ink_soft);
  room = swapped ? start_x - target_x - most - gap : target_x - most - gap - start_x;
  if (!swapped && room < oct_chart_text_width (theme, OCT_TEXT_SMALL, start))
    {
      room = target_x - most - gap - left;
      start_x = MAX (left, target_x - most - gap
                             - oct_chart_text_width (theme, OCT_TEXT_SMALL, start) - 1);
    }
  if (room > theme->size_small * 3)
    draw_label (picture, start, start_x, y, swapped ? 1 : 0, room, FALSE, theme->ink_soft);
}

static void
draw_name (const Picture *picture, guint index, double top)
{
  const OctChartTheme *theme = picture->theme;
  const OctBulletLayout *layout = picture->layout;
  double room = layout->stacked ? picture->width : layout->names - theme->size_text, height, y;
  g_autoptr (PangoLayout) name = oct_chart_text_new (theme, OCT_TEXT_NORMAL,
                                                     picture->row->data.name, MAX (room, 10), 2);

  oct_chart_text_size (name, NULL, &height);
  y = layout->stacked ? top - height : picture->middle - height / 2;
  oct_chart_text_draw (name, picture->cr, 0, y, theme->ink);
  if (oct_bullet_is_headed (picture->self, index))
    {
      g_autoptr (PangoLayout) heading = oct_chart_text_new (
        theme, OCT_TEXT_SMALL_BOLD, picture->row->data.group, MAX (picture->width, 10), 1);

      oct_chart_text_draw (heading, picture->cr, 0,
                           (layout->stacked ? y : top) - theme->size_text * 1.6, theme->ink_soft);
    }
}

static void
draw_row (Picture *picture, guint index)
{
  const OctChartTheme *theme = picture->theme;
  double small = oct_chart_text_height (theme, OCT_TEXT_SMALL), top = picture->layout->tops[index];

  picture->row = oct_bullet_row (picture->self, index);
  picture->thick = round (theme->size_text * 0.75);
  picture->middle = round (top + small + theme->size_text * 0.55);
  draw_name (picture, index, top);
  draw_track (picture);
  draw_past (picture);
  if (isfinite (picture->row->data.baseline.value))
    draw_upright (picture, picture->row->data.baseline.value, 0.7, MAX (theme->line, 1),
                  theme->ink_soft);
  if (isfinite (picture->row->data.target.value))
    draw_upright (picture, picture->row->data.target.value, 0.95, theme->size_text * 0.24,
                  theme->ink);
  if (picture->row->state != OCT_BULLET_NO_FIGURE)
    draw_actual (picture);
  draw_actual_label (picture, top);
  draw_end_labels (picture, picture->middle + theme->size_text * 0.55);
}

void
oct_bullet_draw (OctChart *chart, cairo_t *cr, double width, double height,
                 const OctChartTheme *theme)
{
  OctBulletChart *self = OCT_BULLET_CHART (chart);
  g_auto (OctBulletLayout) layout = { 0 };
  Picture picture = { self, cr, theme, &layout, width, NULL, 0, 0 };

  if (self->rows->len == 0)
    {
      oct_placed_chart_draw_empty (cr, width, height, theme, _("No success criterion is set yet"));
      return;
    }
  oct_bullet_get_layout (self, width, height, theme, &layout);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  oct_bullet_lay_key (self, cr, width, theme);
  for (guint i = 0; i < self->rows->len; i++)
    draw_row (&picture, i);
  cairo_restore (cr);
}

static void
key_disc (cairo_t *cr, const OctChartTheme *theme, const cairo_rectangle_t *box, int value,
          OctColour colour)
{
  oct_stage_draw_disc (cr, theme, box->x + box->width / 2, box->y + box->height / 2,
                       box->height * 0.42, colour, TRUE);
}

static void
key_upright (cairo_t *cr, const OctChartTheme *theme, const cairo_rectangle_t *box, int value,
             OctColour colour)
{
  oct_colour_set (colour, cr);
  cairo_set_line_width (cr, theme->size_text * value / 100.0);
  cairo_move_to (cr, box->x + box->width / 2, box->y);
  cairo_line_to (cr, box->x + box->width / 2, box->y + box->height);
  cairo_stroke (cr);
}

static void
key_ground (cairo_t *cr, const OctChartTheme *theme, const cairo_rectangle_t *box, int value,
            OctColour colour)
{
  oct_colour_set (colour, cr);
  cairo_rectangle (cr, box->x, box->y + box->height * 0.15, box->width, box->height * 0.7);
  cairo_fill (cr);
}

double
oct_bullet_lay_key (OctBulletChart *self, cairo_t *cr, double width, const OctChartTheme *theme)
{
  g_autoptr (OctChartKey) key = oct_chart_key_new ();
  guint n_past = 0, n_ways = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      n_past += oct_bullet_row (self, i)->data.n_past;
      n_ways += !oct_bullet_row (self, i)->from_nought;
    }
  oct_chart_key_add (key, key_disc, FALSE, 0, theme->accent, _("Latest figure"));
  oct_chart_key_add (key, key_upright, FALSE, 24, theme->ink, _("Target"));
  if (n_past > 0)
    oct_chart_key_add (key, key_upright, FALSE, 8, theme->other, _("Earlier figures"));
  if (n_ways > 0)
    oct_chart_key_add (key, key_ground, TRUE, 0, theme->accent_soft,
                       _("From baseline to target, each on its own scale"));
  if (n_ways < self->rows->len)
    oct_chart_key_add (key, key_ground, TRUE, 0, nought_ground (theme), _("Scale from nought"));
  return oct_chart_key_lay (key, cr, 0, width, theme);
}
