/* The key of a timeline: each mark that occurs, with its word.
 *
 * Entries flow from line to line; what isn't in the picture isn't in the key.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-timeline-private.h"

typedef enum
{
  KEY_NOT_STARTED,
  KEY_IN_PROGRESS,
  KEY_COMPLETE,
  KEY_OVERDUE,
  KEY_STOPPED,
  KEY_BASELINE,
  KEY_MILESTONE,
  KEY_REVIEW,
  KEY_LINK,
  KEY_BROKEN,
  KEY_HOLIDAY,
  N_KEYS
} Key;

static const char *const key_names[N_KEYS] = {
  [KEY_NOT_STARTED] = N_("Not started"),
  [KEY_IN_PROGRESS] = N_("In progress, filled as far as it is done"),
  [KEY_COMPLETE] = N_("Complete"),
  [KEY_OVERDUE] = N_("Overdue, up to today"),
  [KEY_STOPPED] = N_("Stopped"),
  [KEY_BASELINE] = N_("As approved, where it has moved"),
  [KEY_MILESTONE] = N_("Milestone"),
  [KEY_REVIEW] = N_("Review"),
  [KEY_LINK] = N_("Needs what is before it"),
  [KEY_BROKEN] = N_("Starts before what it needs has ended"),
  [KEY_HOLIDAY] = N_("Holiday"),
};

static void
find_keys (OctTimelineChart *self, gboolean keys[N_KEYS])
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const OctTimelineEntry *entry = oct_timeline_row (self, i);

      if (entry->end == 0)
        continue;
      keys[KEY_BASELINE] |= oct_timeline_moved (entry);
      if (entry->given.kind != OCT_TIMELINE_BAR)
        keys[entry->given.kind == OCT_TIMELINE_MILESTONE ? KEY_MILESTONE : KEY_REVIEW] = TRUE;
      else if (entry->given.level > 0)
        keys[KEY_NOT_STARTED + entry->given.state] = TRUE;
    }
  for (guint i = 0; i < self->links->len; i++)
    {
      gboolean broken = oct_timeline_link_broken (self,
                                                  &g_array_index (self->links, OctTimelineLink, i));

      keys[broken ? KEY_BROKEN : KEY_LINK] = TRUE;
    }
  for (guint i = 0; i < self->spans->len; i++)
    keys[KEY_HOLIDAY] |= g_array_index (self->spans, OctTimelineSpan, i).holiday;
}

static void
draw_link (cairo_t *cr, const OctChartTheme *theme, gboolean broken, double x, double y,
           double width)
{
  const double dashes[] = { 3, 2 };
  double head = theme->size_small * 0.35;

  cairo_save (cr);
  oct_colour_set (broken ? theme->warn : theme->ink_soft, cr);
  cairo_set_line_width (cr, theme->line * (broken ? 1.6 : 1));
  if (broken)
    cairo_set_dash (cr, dashes, 2, 0);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width - head, y);
  cairo_stroke (cr);
  cairo_move_to (cr, x + width, y);
  cairo_line_to (cr, x + width - head, y - head * 0.8);
  cairo_line_to (cr, x + width - head, y + head * 0.8);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_sample (cairo_t *cr, const OctChartTheme *theme, Key key, double x, double y, double width)
{
  double height = round (theme->size_small * 0.85);
  OctTimelineBox box = { x, x + width, y - height / 2, height };

  switch (key)
    {
    case KEY_BASELINE:
      oct_timeline_draw_baseline (cr, theme, x, x + width, y - 2, 4);
      break;
    case KEY_MILESTONE:
      oct_timeline_draw_diamond (cr, theme, OCT_TIMELINE_NOT_STARTED, x + width / 2, y,
                                 theme->size_small * 1.2);
      break;
    case KEY_REVIEW:
      oct_timeline_draw_pin (cr, theme, OCT_TIMELINE_NOT_STARTED, x + width / 2, y,
                             theme->size_small * 1.2);
      break;
    case KEY_LINK:
    case KEY_BROKEN:
      draw_link (cr, theme, key == KEY_BROKEN, x, y, width);
      break;
    case KEY_HOLIDAY:
      cairo_rectangle (cr, box.left, box.top, width, height);
      oct_colour_set (theme->land, cr);
      cairo_fill_preserve (cr);
      oct_colour_set (theme->rule, cr);
      cairo_set_line_width (cr, theme->line);
      cairo_stroke (cr);
      break;
    case KEY_OVERDUE:
      box.right = x + width * 0.62;
      oct_timeline_draw_late (cr, theme, box.right, x + width, y);
      oct_timeline_draw_bar (cr, theme, OCT_TIMELINE_OVERDUE, -1, &box);
      break;
    case KEY_NOT_STARTED:
    case KEY_IN_PROGRESS:
    case KEY_COMPLETE:
    case KEY_STOPPED:
    case N_KEYS:
    default:
      oct_timeline_draw_bar (cr, theme, (OctTimelineState) key, 0.5, &box);
      break;
    }
}

/**
 * oct_timeline_chart_draw_key:
 * @self: a timeline
 * @cr: (nullable): what to draw to, its origin where the key begins; %NULL only measures
 * @width: how wide the key may be, in points
 * @theme: how it looks
 *
 * Draws what the marks mean.
 *
 * Returns: the height of the key, 0 where nothing needs one
 */
double
oct_timeline_chart_draw_key (OctTimelineChart *self, cairo_t *cr, double width,
                             const OctChartTheme *theme)
{
  gboolean keys[N_KEYS] = { FALSE };
  double gap = round (theme->size_small * 0.8), line = round (theme->size_small * 1.8), x = 0,
         y = gap, sample = round (theme->size_small * 2.4);
  gboolean any = FALSE;

  g_return_val_if_fail (OCT_IS_TIMELINE_CHART (self), 0);
  g_return_val_if_fail (theme != NULL, 0);

  oct_timeline_prepare (self);
  find_keys (self, keys);
  for (guint i = 0; i < N_KEYS; i++)
    {
      double text;

      if (!keys[i])
        continue;
      text = oct_chart_text_width (theme, OCT_TEXT_SMALL, _(key_names[i]));
      if (x > 0 && x + sample + text + gap > width)
        {
          x = 0;
          y += line;
        }
      if (cr != NULL)
        {
          draw_sample (cr, theme, i, x, y + line / 2, sample);
          oct_chart_text_at (cr, theme, OCT_TEXT_SMALL, _(key_names[i]), x + sample + gap * 0.6,
                             y + line / 2, 0, theme->ink_soft);
        }
      x += sample + text + gap * 2.6;
      any = TRUE;
    }
  return any ? y + line : 0;
}
