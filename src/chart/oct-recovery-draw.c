/* How need, support, ratings and re-checks are drawn.
 *
 * A need is a flag, support a bar with its giver in it, a re-check a shield: full with a tick where
 * things held, with a dash where they held in part, with a cross where they slipped, hollow while it is to be done.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-chart-key.h"
#include "oct-recovery-private.h"
#include "oct-stage-marks.h"

typedef struct
{
  OctRecoveryChart *self;
  cairo_t *cr;
  const OctChartTheme *theme;
  const OctRecoveryLayout *layout;
  double width;
} Picture;

static void
draw_need (cairo_t *cr, const OctChartTheme *theme, double x, double y, double size)
{
  double half = size / 2;

  oct_colour_set (theme->ink, cr);
  cairo_set_line_width (cr, MAX (theme->line * 1.2, size * 0.1));
  cairo_move_to (cr, x - half * 0.5, y - half);
  cairo_line_to (cr, x - half * 0.5, y + half);
  cairo_stroke (cr);
  cairo_move_to (cr, x - half * 0.5, y - half);
  cairo_line_to (cr, x + half * 0.8, y - half * 0.45);
  cairo_line_to (cr, x - half * 0.5, y + half * 0.1);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
trace_shield (cairo_t *cr, double x, double y, double size)
{
  double half = size / 2;

  cairo_new_path (cr);
  cairo_move_to (cr, x - half * 0.86, y - half);
  cairo_line_to (cr, x + half * 0.86, y - half);
  cairo_line_to (cr, x + half * 0.86, y + half * 0.1);
  cairo_curve_to (cr, x + half * 0.86, y + half * 0.6, x + half * 0.4, y + half * 0.9, x, y + half);
  cairo_curve_to (cr, x - half * 0.4, y + half * 0.9, x - half * 0.86, y + half * 0.6,
                  x - half * 0.86, y + half * 0.1);
  cairo_close_path (cr);
}

static void
draw_check (cairo_t *cr, const OctChartTheme *theme, OctRecoveryCheck check, gboolean overdue,
            double x, double y, double size)
{
  OctColour colour = check == OCT_RECOVERY_CHECK_HELD                 ? theme->accent
                     : check == OCT_RECOVERY_CHECK_SLIPPED || overdue ? theme->warn
                                                                      : theme->ink_soft;
  double reach = size * 0.21;

  trace_shield (cr, x, y, size);
  oct_colour_set (check == OCT_RECOVERY_CHECK_DUE ? theme->paper : colour, cr);
  cairo_fill_preserve (cr);
  oct_colour_set (colour, cr);
  cairo_set_line_width (cr, MAX (theme->line * 1.3, size * 0.1));
  cairo_stroke (cr);
  if (check == OCT_RECOVERY_CHECK_DUE)
    return;
  oct_colour_set (oct_chart_theme_ink_on (theme, colour), cr);
  cairo_set_line_width (cr, MAX (size * 0.13, 1));
  if (check == OCT_RECOVERY_CHECK_PARTLY)
    {
      cairo_move_to (cr, x - reach * 1.1, y);
      cairo_line_to (cr, x + reach * 1.1, y);
    }
  else if (check == OCT_RECOVERY_CHECK_HELD)
    {
      cairo_move_to (cr, x - reach * 1.2, y - reach * 0.1);
      cairo_line_to (cr, x - reach * 0.2, y + reach * 0.8);
      cairo_line_to (cr, x + reach * 1.2, y - reach);
    }
  else
    {
      cairo_move_to (cr, x - reach, y - reach);
      cairo_line_to (cr, x + reach, y + reach);
      cairo_move_to (cr, x + reach, y - reach);
      cairo_line_to (cr, x - reach, y + reach);
    }
  cairo_stroke (cr);
}

/* How far the words behind a bar may go: to the next one of the lane. */
static double
room_behind (const Picture *picture, const OctRecoveryEvent *event, double x)
{
  double room = picture->width - x;

  for (guint i = 0; i < picture->self->events->len; i++)
    {
      const OctRecoveryEvent *other = oct_recovery_event (picture->self, i);
      cairo_rectangle_t bar;

      if (other->kind != OCT_RECOVERY_SUPPORT || other->lane != event->lane
          || other->track != event->track || other == event)
        continue;
      oct_recovery_get_place (picture->self, picture->layout, other, &bar);
      if (bar.x + bar.width > x)
        room = MIN (room, bar.x - x);
    }
  return room;
}

/* A bar without a cap at its end still goes on. Its words stand in it or, where they don't fit,
 * behind it. */
static void
draw_support (const Picture *picture, const OctRecoveryEvent *event)
{
  const OctChartTheme *theme = picture->theme;
  const OctChartTheme *type = &picture->layout->type;
  g_autofree char *text = oct_recovery_support_to_text (event);
  OctColour ground = theme->accent_soft;
  g_autoptr (PangoLayout) words = NULL;
  cairo_rectangle_t bar;
  double height, room, gap, x;

  oct_recovery_get_place (picture->self, picture->layout, event, &bar);
  cairo_rectangle (picture->cr, bar.x, bar.y, bar.width, bar.height);
  oct_colour_set (ground, picture->cr);
  cairo_fill (picture->cr);
  cairo_rectangle (picture->cr, bar.x, bar.y, MIN (3, bar.width), bar.height);
  if (event->end > 0)
    cairo_rectangle (picture->cr, bar.x + bar.width - MIN (3, bar.width), bar.y, MIN (3, bar.width),
                     bar.height);
  oct_colour_set (theme->accent, picture->cr);
  cairo_fill (picture->cr);
  height = oct_chart_text_height (type, OCT_TEXT_SMALL);
  if (text == NULL || height > bar.height * 1.25)
    return;
  gap = theme->size_small * 0.3 + 3;
  x = bar.x + gap;
  room = bar.width - 2 * gap;
  if (oct_chart_text_width (type, OCT_TEXT_SMALL, text) > room
      && room_behind (picture, event, bar.x + bar.width + gap) > room)
    {
      x = bar.x + bar.width + gap;
      room = room_behind (picture, event, x);
    }
  if (room < theme->size_small * 3)
    return;
  words = oct_chart_text_new (type, OCT_TEXT_SMALL, text, room, 1);
  oct_chart_text_draw_with_halo (words, picture->cr, x, bar.y + (bar.height - height) / 2,
                                 theme->ink, x > bar.x + bar.width ? theme->paper : ground);
}

static void
draw_event (const Picture *picture, const OctRecoveryEvent *event)
{
  double x, y = oct_recovery_lane_y (picture->layout, event->lane), size = picture->layout->mark;
  cairo_rectangle_t place;

  oct_recovery_get_place (picture->self, picture->layout, event, &place);
  x = place.x + place.width / 2;

  switch (event->kind)
    {
    case OCT_RECOVERY_SUPPORT:
      draw_support (picture, event);
      break;
    case OCT_RECOVERY_NEED:
      draw_need (picture->cr, picture->theme, x, y, size);
      break;
    case OCT_RECOVERY_RATING:
      oct_rating_mark_draw (picture->cr, picture->theme, event->value, x, y, size);
      break;
    case OCT_RECOVERY_CHECK:
    default:
      draw_check (picture->cr, picture->theme, event->value,
                  oct_recovery_is_overdue (picture->self, event), x, y, size * 1.1);
      break;
    }
}

static void
draw_lane (const Picture *picture, guint index)
{
  const OctRecoveryLayout *layout = picture->layout;
  const OctRecoveryLane *lane = oct_recovery_lane (picture->self, index);
  const OctChartTheme *theme = picture->theme;
  double top = layout->tops[index], room, height, y,
         middle = floor (oct_recovery_lane_y (layout, index)) + 0.5;
  g_autoptr (PangoLayout) name = NULL, detail = NULL;

  oct_colour_set (theme->rule, picture->cr);
  cairo_set_line_width (picture->cr, theme->line);
  cairo_move_to (picture->cr, layout->axis.x0, middle);
  cairo_line_to (picture->cr, layout->axis.x1, middle);
  cairo_stroke (picture->cr);
  if (layout->type.size_text < 4)
    return;
  room = layout->stacked ? picture->width : layout->names - theme->size_text * 0.8;
  name = oct_chart_text_new (&layout->type, OCT_TEXT_NORMAL, lane->name, MAX (room, 8), 1);
  oct_chart_text_size (name, NULL, &height);
  y = layout->stacked ? top : middle - height / 2;
  oct_chart_text_draw (name, picture->cr, 0, y, theme->ink);
  if (lane->detail[0] == '\0' || layout->stacked)
    return;
  detail = oct_chart_text_new (&layout->type, OCT_TEXT_SMALL, lane->detail, MAX (room, 8), 1);
  oct_chart_text_draw (detail, picture->cr, 0, y + height, theme->ink_soft);
}

static void
draw_today (const Picture *picture, double bottom)
{
  const OctRecoveryLayout *layout = picture->layout;
  double small = oct_chart_text_height (picture->theme, OCT_TEXT_SMALL), x, half;

  if (picture->self->today <= 0)
    return;
  x = floor (oct_day_axis_x (&layout->axis, picture->self->today)) + 0.5;
  half = oct_chart_text_width (picture->theme, OCT_TEXT_SMALL, _("Today")) / 2;
  oct_colour_set (picture->theme->ink_soft, picture->cr);
  cairo_set_line_width (picture->cr, picture->theme->line);
  cairo_move_to (picture->cr, x, layout->top - small * 0.1);
  cairo_line_to (picture->cr, x, bottom);
  cairo_stroke (picture->cr);
  oct_chart_text_at (picture->cr, picture->theme, OCT_TEXT_SMALL, _("Today"),
                     CLAMP (x, half, picture->width - half), layout->top - small * 0.7, 0.5,
                     picture->theme->ink);
}

void
oct_recovery_draw (OctChart *chart, cairo_t *cr, double width, double height,
                   const OctChartTheme *theme)
{
  OctRecoveryChart *self = OCT_RECOVERY_CHART (chart);
  g_auto (OctRecoveryLayout) layout = { 0 };
  Picture picture = { self, cr, theme, &layout, width };

  if (self->lanes->len == 0 || self->events->len == 0)
    {
      oct_placed_chart_draw_empty (cr, width, height, theme, _("No support has ended yet"));
      return;
    }
  oct_recovery_get_layout (self, width, height, theme, &layout);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  oct_recovery_lay_key (self, cr, width, theme);
  oct_day_axis_draw (&layout.axis, cr, theme, layout.top, layout.bottom);
  for (guint i = 0; i < self->lanes->len; i++)
    draw_lane (&picture, i);
  draw_today (&picture, layout.bottom);
  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < self->events->len; i++)
        {
          const OctRecoveryEvent *event = oct_recovery_event (self, i);

          if ((event->kind == OCT_RECOVERY_SUPPORT) == (pass == 0))
            draw_event (&picture, event);
        }
    }
  cairo_restore (cr);
}

static void
key_need (cairo_t *cr, const OctChartTheme *theme, const cairo_rectangle_t *box, int value,
          OctColour colour)
{
  draw_need (cr, theme, box->x + box->width / 2, box->y + box->height / 2, box->height);
}

static void
key_check (cairo_t *cr, const OctChartTheme *theme, const cairo_rectangle_t *box, int value,
           OctColour colour)
{
  draw_check (cr, theme, value, FALSE, box->x + box->width / 2, box->y + box->height / 2,
              box->height);
}

static void
key_support (cairo_t *cr, const OctChartTheme *theme, const cairo_rectangle_t *box, int value,
             OctColour colour)
{
  cairo_rectangle (cr, box->x, box->y + box->height * 0.1, box->width, box->height * 0.8);
  oct_colour_set (theme->accent_soft, cr);
  cairo_fill (cr);
  cairo_rectangle (cr, box->x, box->y + box->height * 0.1, 3, box->height * 0.8);
  cairo_rectangle (cr, box->x + box->width - 3, box->y + box->height * 0.1, 3, box->height * 0.8);
  oct_colour_set (theme->accent, cr);
  cairo_fill (cr);
}

double
oct_recovery_lay_key (OctRecoveryChart *self, cairo_t *cr, double width, const OctChartTheme *theme)
{
  static const OctRecoveryCheck checks[] = { OCT_RECOVERY_CHECK_HELD, OCT_RECOVERY_CHECK_PARTLY,
                                             OCT_RECOVERY_CHECK_SLIPPED, OCT_RECOVERY_CHECK_DUE };
  const char *names[] = { _("Re-check: it held"), _("It held in part"), _("It slipped"),
                          _("Re-check to be done") };
  g_autoptr (OctChartKey) key = oct_chart_key_new ();
  gboolean kinds[4] = { FALSE }, ratings[OCT_RATING_MARKS] = { FALSE }, found[4] = { FALSE };

  for (guint i = 0; i < self->events->len; i++)
    {
      const OctRecoveryEvent *event = oct_recovery_event (self, i);

      kinds[event->kind] = TRUE;
      if (event->kind == OCT_RECOVERY_RATING)
        ratings[event->value] = TRUE;
      for (guint j = 0; j < G_N_ELEMENTS (checks); j++)
        found[j] |= event->kind == OCT_RECOVERY_CHECK && event->value == (int) checks[j];
    }
  if (kinds[OCT_RECOVERY_NEED])
    oct_chart_key_add (key, key_need, FALSE, 0, theme->ink, _("Need raised"));
  if (kinds[OCT_RECOVERY_SUPPORT])
    oct_chart_key_add (key, key_support, TRUE, 0, theme->accent, _("Support"));
  for (int mark = OCT_RATING_MARK_RED; mark <= OCT_RATING_MARK_GREEN; mark++)
    {
      if (ratings[mark])
        oct_chart_key_add_rating (key, mark);
    }
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      if (found[i])
        oct_chart_key_add (key, key_check, FALSE, checks[i], theme->ink, names[i]);
    }
  return oct_chart_key_lay (key, cr, 0, width, theme);
}
