/* Where things are in a timeline, and what is under a point.
 *
 * A place is the same sum whether a row is drawn, framed or pointed at.
 */
#include <math.h>

#include "oct-timeline-private.h"

/* So many names are measured; the column is as wide as the longest of them. */
#define MOST_MEASURED 300
/* How near the end of a bar one must be to stretch it. */
#define GRIP 6.0

double
oct_timeline_line_height (const OctChartTheme *theme)
{
  return round (theme->size_text * 2.1);
}

double
oct_timeline_indent (const OctChartTheme *theme, guint level)
{
  return theme->size_text * (1.35 + 1.15 * level);
}

/* What stands at the end of a name: a flag with a number, a rating. */
static double
name_end (const OctChartTheme *theme)
{
  return theme->size_text * 3.6;
}

static double
measure_names (OctTimelineChart *self, const OctChartTheme *theme)
{
  double longest = 0;

  for (guint i = 0; i < MIN (self->lines->len, MOST_MEASURED); i++)
    {
      const OctTimelineRow *row =
        &oct_timeline_row (self, g_array_index (self->lines, int, i))->given;
      OctTextStyle style = row->level == 0 ? OCT_TEXT_BOLD : OCT_TEXT_NORMAL;

      longest = MAX (longest, oct_chart_text_width (theme, style, row->text)
                                + oct_timeline_indent (theme, row->level));
    }
  return longest + name_end (theme);
}

/* The pointer asks at every move, and neither changes until the rows do. */
static void
keep_sizes (OctTimelineChart *self, double width, const OctChartTheme *theme)
{
  if (self->kept_width == width && self->kept_size == theme->size_text)
    return;
  self->kept_width = width;
  self->kept_size = theme->size_text;
  self->kept_names = measure_names (self, theme);
  self->kept_key = oct_timeline_chart_draw_key (self, NULL, width, theme);
}

static double
names_width (OctTimelineChart *self, double width, const OctChartTheme *theme)
{
  double least = MIN (width * 0.46, theme->size_text * 10), wanted;

  if (self->viewport)
    wanted = MIN (width * 0.36, theme->size_text * 27);
  else
    wanted = MIN (self->kept_names, MIN (width * 0.42, theme->size_text * 34));
  return floor (MAX (wanted, least));
}

static void
get_range (OctTimelineChart *self, double *start, double *end)
{
  gint32 first, last;

  if (!oct_timeline_chart_get_extent (self, &first, &last))
    {
      first = self->today > 0 ? self->today : 1;
      last = first + 7;
    }
  if (self->range_start <= 0)
    {
      /* Today is in the picture where it is near, since what is late reaches up to it. */
      if (self->today > 0 && self->today < first + 400 && self->today > last - 400)
        {
          first = MIN (first, self->today);
          last = MAX (last, self->today);
        }
    }
  *start = self->range_start > 0 ? self->range_start : first;
  *end = self->range_end > 0 ? self->range_end : last;
  *end = MAX (*end, *start) + 1;
  if (self->range_start <= 0)
    {
      double room = MAX (2, (*end - *start) * 0.02);

      *start = MAX (*start - room, 1);
      *end += room * 2;
    }
}

/**
 * oct_timeline_chart_get_layout:
 * @self: a timeline
 * @width: of the plot
 * @height: of the plot
 * @theme: how it looks
 * @layout: (out caller-allocates): where things are
 *
 * Lays out the timeline.
 */
void
oct_timeline_chart_get_layout (OctTimelineChart *self, double width, double height,
                               const OctChartTheme *theme, OctTimelineLayout *layout)
{
  double start, end;

  g_return_if_fail (OCT_IS_TIMELINE_CHART (self));
  g_return_if_fail (theme != NULL);
  g_return_if_fail (layout != NULL);

  oct_timeline_prepare (self);
  if (!self->viewport)
    keep_sizes (self, width, theme);
  *layout = (OctTimelineLayout) { .names = names_width (self, width, theme),
                                  .line = oct_timeline_line_height (theme) };
  if (self->viewport)
    {
      layout->first_day = self->first_day;
      layout->day_width = self->day_width;
      layout->offset = self->offset;
    }
  else
    {
      get_range (self, &start, &end);
      layout->offset = self->page_first * layout->line;
      layout->first_day = start;
      layout->day_width = MAX (width - layout->names, 1) / (end - start);
    }
  layout->header = oct_timeline_header_height (self, theme, layout->day_width);
  layout->body = MAX (height - layout->header, 0);
  if (!self->viewport && height < G_MAXINT)
    layout->body = MAX (layout->body - self->kept_key, 0);
}

double
oct_timeline_day_to_x (const OctTimelineLayout *layout, double day)
{
  return layout->names + (day - layout->first_day) * layout->day_width;
}

/* A bar reaches over its last day; a mark stands in the middle of its day. */
void
oct_timeline_get_box (OctTimelineChart *self, const OctTimelineLayout *layout, int datum,
                      OctTimelineBox *box)
{
  const OctTimelineEntry *entry = oct_timeline_row (self, datum);
  double top = layout->header + entry->line * layout->line - layout->offset, x;

  *box = (OctTimelineBox) { 0 };
  if (entry->given.kind != OCT_TIMELINE_BAR)
    {
      double size = round (layout->line * 0.56);

      x = oct_timeline_day_to_x (layout, entry->end + 0.5);
      *box = (OctTimelineBox) { x - size / 2, x + size / 2, top + round ((layout->line - size) / 2),
                                size };
      return;
    }
  box->left = oct_timeline_day_to_x (layout, entry->start);
  box->right = MAX (oct_timeline_day_to_x (layout, entry->end + 1), box->left + 4);
  box->height = round (layout->line
                       * (entry->given.level == 0   ? 0.24
                          : entry->given.level == 1 ? 0.5
                                                    : 0.38));
  box->top = top + round ((layout->line - box->height) / 2);
  /* A little higher where what was approved stands beneath. */
  if (oct_timeline_moved (entry))
    box->top -= round (layout->line * 0.1);
}

static gboolean
probe_marks (OctTimelineChart *self, const OctTimelineLayout *layout, guint line, double x,
             int *datum)
{
  for (guint i = self->mark_starts[line + 1]; i > self->mark_starts[line]; i--)
    {
      int mark = g_array_index (self->marks, int, i - 1);
      OctTimelineBox box;

      oct_timeline_get_box (self, layout, mark, &box);
      if (x >= box.left && x < box.right)
        {
          *datum = mark;
          return TRUE;
        }
    }
  return FALSE;
}

static OctTimelinePart
part_of (const OctTimelineEntry *entry, const OctTimelineBox *box, double x)
{
  double grip = MIN (GRIP, (box->right - box->left) / 4);

  if (entry->end == 0 || x < box->left - GRIP / 2 || x > box->right + GRIP / 2)
    return OCT_TIMELINE_LANE;
  if (entry->given.kind != OCT_TIMELINE_BAR || entry->given.fixed)
    return OCT_TIMELINE_BODY;
  if (x > box->right - grip)
    return OCT_TIMELINE_END;
  if (x < box->left + grip && entry->given.start > 0 && !entry->given.end_only)
    return OCT_TIMELINE_START;
  return OCT_TIMELINE_BODY;
}

/**
 * oct_timeline_chart_probe:
 * @self: a timeline
 * @width: of the plot
 * @height: of the plot
 * @theme: how it looks
 * @x: a point of the plot
 * @y: its distance from the top
 * @part: (out): which part of the row it is
 *
 * Returns: the row under a point, or %OCT_CHART_NONE
 */
int
oct_timeline_chart_probe (OctTimelineChart *self, double width, double height,
                          const OctChartTheme *theme, double x, double y, OctTimelinePart *part)
{
  OctTimelineLayout layout;
  OctTimelineBox box;
  guint line, last;
  int datum;

  oct_timeline_chart_get_layout (self, width, height, theme, &layout);
  *part = OCT_TIMELINE_NOWHERE;
  if (y < layout.header)
    {
      *part = OCT_TIMELINE_SCALES;
      return OCT_CHART_NONE;
    }
  last = (guint) MAX (floor (layout.body / layout.line), 1);
  line = (guint) floor ((y - layout.header + layout.offset) / layout.line);
  if (line >= self->lines->len || y >= layout.header + layout.body
      || (!self->viewport && self->lines->len > last && line >= last - 1))
    return OCT_CHART_NONE;
  datum = g_array_index (self->lines, int, line);
  if (x < layout.names)
    {
      double end = oct_timeline_indent (theme, oct_timeline_row (self, datum)->given.level);

      *part = oct_timeline_row (self, datum)->children && x < end
                  && x >= end - theme->size_text * 1.5
                ? OCT_TIMELINE_OPENER
                : OCT_TIMELINE_NAME;
      return datum;
    }
  *part = OCT_TIMELINE_BODY;
  if (probe_marks (self, &layout, line, x, &datum))
    return datum;
  oct_timeline_get_box (self, &layout, datum, &box);
  *part = part_of (oct_timeline_row (self, datum), &box, x);
  return datum;
}
