/* How milestones met against planned are drawn.
 *
 * Counts begin at nought. The plan is a thin dashed line to its end, what was met a strong one until
 * today, where an upright joins the two and says how far apart they are.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-burn-up-private.h"
#include "oct-stage-marks.h"

typedef struct
{
  OctBurnUpChart *self;
  cairo_t *cr;
  const OctChartTheme *theme;
  const OctBurnUpLayout *layout;
  double width;
  OctBurnUpSums sums;
} Picture;

static void
draw_counts (const Picture *picture)
{
  const OctBurnUpLayout *layout = picture->layout;

  for (double n = 0; n <= layout->most + 1e-9; n += layout->step)
    {
      double y = floor (oct_burn_up_y (layout, n)) + 0.5;
      g_autofree char *text = g_strdup_printf ("%.0f", n);

      oct_colour_set (n == 0 ? picture->theme->ink_soft : picture->theme->rule, picture->cr);
      cairo_set_line_width (picture->cr, picture->theme->line);
      cairo_move_to (picture->cr, layout->axis.x0, y);
      cairo_line_to (picture->cr, layout->axis.x1, y);
      cairo_stroke (picture->cr);
      oct_chart_text_at (picture->cr, picture->theme, OCT_TEXT_SMALL, text,
                         layout->axis.x0 - picture->theme->size_small * 0.5, y, 1,
                         picture->theme->ink_soft);
    }
}

/* A flight of steps from nought to the last day, or to today. */
static void
trace_steps (const Picture *picture, gboolean met)
{
  const OctBurnUpLayout *layout = picture->layout;
  GArray *days = oct_burn_up_get_days (picture->self);
  gint32 today = picture->self->today;
  double y = oct_burn_up_y (layout, 0), end = layout->axis.x1;

  cairo_move_to (picture->cr, layout->axis.x0, y);
  for (guint i = 0; i < days->len; i++)
    {
      const OctBurnUpDay *day = &g_array_index (days, OctBurnUpDay, i);
      double x = oct_day_axis_x (&layout->axis, day->day);

      if (met && today > 0 && day->day > today)
        break;
      if ((met ? day->met : day->due) == 0)
        continue;
      cairo_line_to (picture->cr, x, y);
      y = oct_burn_up_y (layout, met ? day->reached : day->planned);
      cairo_line_to (picture->cr, x, y);
    }
  if (met && today > 0)
    end = oct_day_axis_x (&layout->axis, today);
  cairo_line_to (picture->cr, end, y);
}

static void
draw_lines (const Picture *picture)
{
  const double dashes[] = { 5, 3 };
  double strong = MAX (picture->theme->line_strong, picture->theme->size_text * 0.15) * 1.6;

  cairo_save (picture->cr);
  cairo_set_line_join (picture->cr, CAIRO_LINE_JOIN_ROUND);
  trace_steps (picture, FALSE);
  oct_colour_set (picture->theme->ink_soft, picture->cr);
  cairo_set_line_width (picture->cr, strong * 0.55);
  cairo_set_dash (picture->cr, dashes, 2, 0);
  cairo_stroke (picture->cr);
  cairo_set_dash (picture->cr, NULL, 0, 0);
  for (int pass = 0; pass < 2; pass++)
    {
      trace_steps (picture, TRUE);
      oct_colour_set (pass == 0 ? picture->theme->paper : picture->theme->accent, picture->cr);
      cairo_set_line_width (picture->cr, pass == 0 ? strong + 2 : strong);
      cairo_stroke (picture->cr);
    }
  cairo_restore (picture->cr);
}

static void
draw_today (const Picture *picture)
{
  const OctChartTheme *theme = picture->theme;
  const OctBurnUpLayout *layout = picture->layout;
  gint32 today = picture->self->today;
  double x, planned, met, width;
  g_autofree char *gap = NULL;
  g_autoptr (PangoLayout) words = NULL, name = NULL;
  gboolean behind = picture->sums.met < picture->sums.due;

  if (today <= 0)
    return;
  x = floor (oct_day_axis_x (&layout->axis, today)) + 0.5;
  planned = oct_burn_up_y (layout, picture->sums.due);
  met = oct_burn_up_y (layout, picture->sums.met);
  oct_colour_set (theme->ink_soft, picture->cr);
  cairo_set_line_width (picture->cr, theme->line);
  cairo_move_to (picture->cr, x, layout->top);
  cairo_line_to (picture->cr, x, layout->bottom);
  cairo_stroke (picture->cr);
  name = oct_chart_text_new (theme, OCT_TEXT_SMALL, _("Today"), 0, 1);
  oct_chart_text_size (name, &width, NULL);
  oct_chart_text_draw (name, picture->cr, CLAMP (x - width / 2, 0, picture->width - width), 0,
                       theme->ink);
  if (picture->sums.met == picture->sums.due)
    return;
  oct_colour_set (behind ? theme->warn : theme->accent, picture->cr);
  cairo_set_line_width (picture->cr, theme->size_text * 0.28);
  cairo_move_to (picture->cr, x, planned);
  cairo_line_to (picture->cr, x, met);
  cairo_stroke (picture->cr);
  gap = oct_burn_up_gap_to_text (&picture->sums);
  words = oct_chart_text_new (theme, OCT_TEXT_BOLD, gap, 0, 1);
  oct_chart_text_size (words, &width, NULL);
  oct_chart_text_draw_with_halo (
    words, picture->cr,
    x + theme->size_text * 0.5 + width <= picture->width ? x + theme->size_text * 0.5
                                                         : x - theme->size_text * 0.5 - width,
    (planned + met) / 2 - oct_chart_text_height (theme, OCT_TEXT_BOLD) / 2,
    behind ? theme->warn : theme->accent, theme->paper);
}

/* What a line is and where it gets to; at the end of the plan, and left of today. */
static void
draw_names (const Picture *picture)
{
  const OctChartTheme *theme = picture->theme;
  const OctBurnUpLayout *layout = picture->layout;
  g_autofree char *planned = NULL, *met = NULL;
  double gap = theme->size_text * 0.4, line = oct_chart_text_height (theme, OCT_TEXT_SMALL),
         planned_y = oct_burn_up_y (layout, picture->sums.planned),
         met_y = oct_burn_up_y (layout, picture->sums.met), x, width;
  g_autoptr (PangoLayout) text = NULL;
  gboolean beside;

  /* Translators: how many milestones are planned, and how many are met. */
  planned = g_strdup_printf (_("Planned %u"), picture->sums.planned);
  met = g_strdup_printf (_("Met %u"), picture->sums.met);
  width = oct_chart_text_width (theme, OCT_TEXT_SMALL, planned);
  beside = layout->axis.x1 + gap + width <= picture->width;
  text = oct_chart_text_new (theme, OCT_TEXT_SMALL, planned, 0, 1);
  oct_chart_text_draw_with_halo (text, picture->cr,
                                 beside ? layout->axis.x1 + gap : picture->width - width,
                                 beside ? planned_y - line / 2 : planned_y + line * 0.15,
                                 theme->ink_soft, theme->paper);
  g_clear_object (&text);
  text = oct_chart_text_new (theme, OCT_TEXT_SMALL_BOLD, met, 0, 1);
  oct_chart_text_size (text, &width, NULL);
  x = picture->self->today > 0 ? oct_day_axis_x (&layout->axis, picture->self->today)
                               : layout->axis.x1;
  /* Right of today nothing is met yet: there it crosses no line. */
  x = x + gap * 1.3 + width <= picture->width ? x + gap * 1.3 : x - width - gap * 1.3;
  oct_chart_text_draw_with_halo (text, picture->cr, MAX (x, layout->axis.x0),
                                 MIN (met_y + line * 0.15, layout->bottom - line), theme->accent,
                                 theme->paper);
}

void
oct_burn_up_draw (OctChart *chart, cairo_t *cr, double width, double height,
                  const OctChartTheme *theme)
{
  OctBurnUpChart *self = OCT_BURN_UP_CHART (chart);
  OctBurnUpLayout layout;
  Picture picture = { self, cr, theme, &layout, width, { 0 } };

  if (oct_burn_up_get_days (self)->len == 0)
    {
      oct_placed_chart_draw_empty (cr, width, height, theme,
                                   self->milestones->len > 0 ? _("No milestone has a date yet")
                                                             : _("No milestone is set yet"));
      return;
    }
  oct_burn_up_get_layout (self, width, height, theme, &layout);
  oct_burn_up_get_sums (self, &picture.sums);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  oct_day_axis_draw (&layout.axis, cr, theme, layout.top, layout.bottom);
  draw_counts (&picture);
  draw_lines (&picture);
  draw_names (&picture);
  draw_today (&picture);
  cairo_restore (cr);
}
