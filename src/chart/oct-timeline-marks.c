/* The shapes of a timeline: bars, diamonds, pins, flags.
 *
 * A state is told by its shape first: hollow is not started, filled as far as it is done is in
 * progress, ticked is complete, notched with a flag is overdue, hatched is stopped. Colour only
 * helps.
 */
#include <math.h>

#include "oct-timeline-private.h"

static OctColour
tint (OctColour colour, OctColour paper, double share)
{
  return (OctColour) { colour.red * share + paper.red * (1 - share),
                       colour.green * share + paper.green * (1 - share),
                       colour.blue * share + paper.blue * (1 - share), 1 };
}

static void
add_round (cairo_t *cr, const OctTimelineBox *box)
{
  double width = box->right - box->left, radius = MIN (MIN (3, width / 2), box->height / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, box->right - radius, box->top + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, box->right - radius, box->top + box->height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box->left + radius, box->top + box->height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box->left + radius, box->top + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* A bar whose end is cut out like a ribbon's. */
static void
add_notched (cairo_t *cr, const OctTimelineBox *box)
{
  double notch = MIN (box->height * 0.55, (box->right - box->left) * 0.5),
         middle = box->top + box->height / 2;

  cairo_move_to (cr, box->left, box->top);
  cairo_line_to (cr, box->right, box->top);
  cairo_line_to (cr, box->right - notch, middle);
  cairo_line_to (cr, box->right, box->top + box->height);
  cairo_line_to (cr, box->left, box->top + box->height);
  cairo_close_path (cr);
}

static OctTimelineBox
inset (const OctTimelineBox *box, double by)
{
  by = MIN (by, (box->right - box->left) / 4);
  return (OctTimelineBox) { box->left + by, box->right - by, box->top + by, box->height - 2 * by };
}

static void
fill_progress (cairo_t *cr, const OctTimelineBox *box, double progress, OctColour colour)
{
  if (progress <= 0)
    return;
  cairo_save (cr);
  cairo_clip_preserve (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, box->left, box->top, (box->right - box->left) * MIN (progress, 1),
                   box->height);
  oct_colour_set (colour, cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_tick (cairo_t *cr, double x, double y, double size, OctColour colour, double line)
{
  cairo_move_to (cr, x - size * 0.4, y);
  cairo_line_to (cr, x - size * 0.1, y + size * 0.32);
  cairo_line_to (cr, x + size * 0.45, y - size * 0.36);
  cairo_set_line_width (cr, line);
  oct_colour_set (colour, cr);
  cairo_stroke (cr);
}

static void
draw_hatch (cairo_t *cr, const OctTimelineBox *box, const OctChartTheme *theme)
{
  cairo_save (cr);
  cairo_clip_preserve (cr);
  cairo_new_path (cr);
  for (double x = box->left - box->height; x < box->right; x += 5)
    {
      cairo_move_to (cr, x, box->top + box->height);
      cairo_line_to (cr, x + box->height, box->top);
    }
  cairo_set_line_width (cr, theme->line);
  oct_colour_set (theme->other, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
stroke (cairo_t *cr, OctColour colour, double width)
{
  oct_colour_set (colour, cr);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
draw_complete (cairo_t *cr, const OctChartTheme *theme, const OctTimelineBox *box)
{
  double size = box->height * 0.8;
  gboolean inside = box->right - box->left > size * 1.6;

  add_round (cr, box);
  oct_colour_set (theme->other, cr);
  cairo_fill (cr);
  draw_tick (cr, inside ? box->right - size * 0.85 : box->right + size * 0.8,
             box->top + box->height / 2, size,
             inside ? oct_chart_theme_ink_on (theme, theme->other) : theme->ink_soft,
             MAX (theme->line * 1.5, 1.2));
}

static void
draw_stopped (cairo_t *cr, const OctChartTheme *theme, const OctTimelineBox *box)
{
  const double dashes[] = { 3, 2 };
  OctTimelineBox inner = inset (box, theme->line / 2);

  add_round (cr, &inner);
  oct_colour_set (theme->paper, cr);
  cairo_fill_preserve (cr);
  draw_hatch (cr, &inner, theme);
  cairo_new_path (cr);
  add_round (cr, &inner);
  cairo_save (cr);
  cairo_set_dash (cr, dashes, 2, 0);
  stroke (cr, theme->ink_soft, theme->line);
  cairo_restore (cr);
}

/**
 * oct_timeline_draw_bar:
 * @cr: what to draw to
 * @theme: how it looks
 * @state: its state
 * @progress: 0 to 1, below 0 where it isn't known
 * @box: where it is
 *
 * Draws the bar of an objective or an action.
 */
void
oct_timeline_draw_bar (cairo_t *cr, const OctChartTheme *theme, OctTimelineState state,
                       double progress, const OctTimelineBox *box)
{
  gboolean overdue = state == OCT_TIMELINE_OVERDUE;
  double width = overdue ? theme->line_strong * 0.9 : MAX (theme->line * 1.2, 0.8);
  OctTimelineBox inner = inset (box, width / 2);

  if (state == OCT_TIMELINE_COMPLETE)
    {
      draw_complete (cr, theme, box);
      return;
    }
  if (state == OCT_TIMELINE_STOPPED)
    {
      draw_stopped (cr, theme, box);
      return;
    }
  cairo_new_path (cr);
  if (overdue)
    add_notched (cr, &inner);
  else
    add_round (cr, &inner);
  oct_colour_set (overdue                             ? tint (theme->warn, theme->paper, 0.2)
                  : state == OCT_TIMELINE_IN_PROGRESS ? theme->accent_soft
                                                      : theme->paper,
                  cr);
  cairo_fill_preserve (cr);
  if (state != OCT_TIMELINE_NOT_STARTED)
    fill_progress (cr, &inner, progress, overdue ? theme->warn : theme->accent);
  cairo_new_path (cr);
  if (overdue)
    add_notched (cr, &inner);
  else
    add_round (cr, &inner);
  stroke (cr, overdue ? theme->warn : theme->accent, width);
}

/**
 * oct_timeline_draw_group:
 * @cr: what to draw to
 * @theme: how it looks
 * @share: how much below it is complete, 0 to 1
 * @box: where it is
 *
 * Draws the bracket of a group, filled as far as its share.
 */
void
oct_timeline_draw_group (cairo_t *cr, const OctChartTheme *theme, double share,
                         const OctTimelineBox *box)
{
  double cap = MIN (box->height * 0.9, (box->right - box->left) / 2),
         bottom = box->top + box->height;

  cairo_rectangle (cr, box->left + 0.5, box->top + 0.5, MAX (box->right - box->left - 1, 1),
                   box->height - 1);
  oct_colour_set (theme->paper, cr);
  cairo_fill_preserve (cr);
  stroke (cr, theme->ink_soft, theme->line);
  cairo_rectangle (cr, box->left, box->top, (box->right - box->left) * CLAMP (share, 0, 1),
                   box->height);
  cairo_move_to (cr, box->left, box->top);
  cairo_line_to (cr, box->left + cap, box->top);
  cairo_line_to (cr, box->left, bottom + cap);
  cairo_close_path (cr);
  cairo_move_to (cr, box->right, box->top);
  cairo_line_to (cr, box->right - cap, box->top);
  cairo_line_to (cr, box->right, bottom + cap);
  cairo_close_path (cr);
  oct_colour_set (theme->ink_soft, cr);
  cairo_fill (cr);
}

/* What a milestone and a review say inside: an exclamation mark, a tick, a cross. */
static void
draw_sign (cairo_t *cr, const OctChartTheme *theme, OctTimelineState state, double x, double y,
           double size)
{
  double line = MAX (theme->line * 1.4, size * 0.13);

  switch (state)
    {
    case OCT_TIMELINE_OVERDUE:
      cairo_rectangle (cr, x - line / 2, y - size * 0.26, line, size * 0.3);
      cairo_rectangle (cr, x - line / 2, y + size * 0.13, line, line);
      oct_colour_set (theme->warn, cr);
      cairo_fill (cr);
      break;
    case OCT_TIMELINE_COMPLETE:
      draw_tick (cr, x, y, size * 0.45, oct_chart_theme_ink_on (theme, theme->accent), line);
      break;
    case OCT_TIMELINE_STOPPED:
      cairo_move_to (cr, x - size * 0.16, y - size * 0.16);
      cairo_line_to (cr, x + size * 0.16, y + size * 0.16);
      cairo_move_to (cr, x - size * 0.16, y + size * 0.16);
      cairo_line_to (cr, x + size * 0.16, y - size * 0.16);
      stroke (cr, theme->ink_soft, line);
      break;
    case OCT_TIMELINE_NOT_STARTED:
    case OCT_TIMELINE_IN_PROGRESS:
    default:
      break;
    }
}

static OctColour
mark_colour (const OctChartTheme *theme, OctTimelineState state)
{
  return state == OCT_TIMELINE_OVERDUE   ? theme->warn
         : state == OCT_TIMELINE_STOPPED ? theme->ink_soft
                                         : theme->accent;
}

static void
fill_mark (cairo_t *cr, const OctChartTheme *theme, OctTimelineState state, double x, double y,
           double size)
{
  OctTimelineBox box = { x - size, x + size, y - size, 2 * size };

  /* A rim of paper, for a mark on a bar of its own colour. */
  oct_colour_set (theme->paper, cr);
  cairo_set_line_width (cr, theme->line_strong * 2 + 1);
  cairo_stroke_preserve (cr);
  oct_colour_set (state == OCT_TIMELINE_COMPLETE ? theme->accent : theme->paper, cr);
  cairo_fill_preserve (cr);
  if (state == OCT_TIMELINE_IN_PROGRESS)
    fill_progress (cr, &box, 0.5, theme->accent);
}

static void
add_diamond (cairo_t *cr, double x, double y, double half)
{
  cairo_new_path (cr);
  cairo_move_to (cr, x, y - half);
  cairo_line_to (cr, x + half, y);
  cairo_line_to (cr, x, y + half);
  cairo_line_to (cr, x - half, y);
  cairo_close_path (cr);
}

/**
 * oct_timeline_draw_diamond:
 * @cr: what to draw to
 * @theme: how it looks
 * @state: its state
 * @x: its middle
 * @y: its middle
 * @size: its width and height
 *
 * Draws a milestone: filled and ticked is met, half filled partly met, with an exclamation mark
 * missed.
 */
void
oct_timeline_draw_diamond (cairo_t *cr, const OctChartTheme *theme, OctTimelineState state,
                           double x, double y, double size)
{
  double half = size / 2 - theme->line / 2;

  add_diamond (cr, x, y, half);
  fill_mark (cr, theme, state, x, y, half);
  cairo_new_path (cr);
  add_diamond (cr, x, y, half);
  stroke (cr, mark_colour (theme, state), MAX (theme->line_strong * 0.8, 1));
  draw_sign (cr, theme, state, x, y, size);
}

static void
add_pin (cairo_t *cr, double x, double y, double half)
{
  double radius = half * 0.78, middle = y - half + radius;

  cairo_new_path (cr);
  cairo_arc (cr, x, middle, radius, G_PI * 0.82, G_PI * 2.18);
  cairo_line_to (cr, x, y + half);
  cairo_close_path (cr);
}

/**
 * oct_timeline_draw_pin:
 * @cr: what to draw to
 * @theme: how it looks
 * @state: its state
 * @x: its middle
 * @y: its middle
 * @size: its width and height
 *
 * Draws a review: filled and ticked was held, with an exclamation mark is overdue.
 */
void
oct_timeline_draw_pin (cairo_t *cr, const OctChartTheme *theme, OctTimelineState state, double x,
                       double y, double size)
{
  double half = size / 2 - theme->line / 2;

  add_pin (cr, x, y, half);
  fill_mark (cr, theme, state, x, y, half);
  cairo_new_path (cr);
  add_pin (cr, x, y, half);
  stroke (cr, mark_colour (theme, state), MAX (theme->line_strong * 0.8, 1));
  draw_sign (cr, theme, state, x, y - half * 0.22, size * 0.85);
}

void
oct_timeline_draw_baseline (cairo_t *cr, const OctChartTheme *theme, double left, double right,
                            double y, double height)
{
  cairo_rectangle (cr, round (left) + 0.5, round (y) + 0.5, MAX (round (right - left) - 1, 2),
                   MAX (height - 1, 1));
  stroke (cr, theme->ink_soft, theme->line);
}

/* From where it should have ended to today. */
void
oct_timeline_draw_late (cairo_t *cr, const OctChartTheme *theme, double from, double to, double y)
{
  const double dashes[] = { 4, 3 };

  if (to <= from)
    return;
  cairo_save (cr);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_move_to (cr, from, y);
  cairo_line_to (cr, to, y);
  stroke (cr, theme->warn, theme->line_strong * 0.8);
  cairo_restore (cr);
}

/* A pennant on its staff: something is overdue. */
void
oct_timeline_draw_flag (cairo_t *cr, const OctChartTheme *theme, double x, double y, double size)
{
  double left = round (x - size * 0.35), top = y - size / 2;

  cairo_rectangle (cr, left, top, MAX (size * 0.13, 1), size);
  cairo_move_to (cr, left, top);
  cairo_line_to (cr, left + size * 0.85, top + size * 0.28);
  cairo_line_to (cr, left, top + size * 0.58);
  cairo_close_path (cr);
  oct_colour_set (theme->warn, cr);
  cairo_fill (cr);
}

void
oct_timeline_draw_opener (cairo_t *cr, const OctChartTheme *theme, gboolean open, double x,
                          double y, double size)
{
  double half = size / 2;

  cairo_new_path (cr);
  if (open)
    {
      cairo_move_to (cr, x - half, y - half * 0.5);
      cairo_line_to (cr, x + half, y - half * 0.5);
      cairo_line_to (cr, x, y + half * 0.6);
    }
  else
    {
      cairo_move_to (cr, x - half * 0.5, y - half);
      cairo_line_to (cr, x + half * 0.6, y);
      cairo_line_to (cr, x - half * 0.5, y + half);
    }
  cairo_close_path (cr);
  oct_colour_set (theme->ink_soft, cr);
  cairo_fill (cr);
}

/* At the edge: the bar lies beyond it. */
void
oct_timeline_draw_pointer (cairo_t *cr, const OctChartTheme *theme, gboolean right, double x,
                           double y, double size)
{
  double way = right ? 1 : -1;

  cairo_move_to (cr, x - way * size * 0.3, y - size * 0.5);
  cairo_line_to (cr, x + way * size * 0.3, y);
  cairo_line_to (cr, x - way * size * 0.3, y + size * 0.5);
  stroke (cr, theme->ink_soft, MAX (theme->line * 1.5, 1));
}
