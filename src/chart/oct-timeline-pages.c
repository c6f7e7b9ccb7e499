/* A timeline on several pages: which lines stand on which.
 *
 * Each page has the scales above and the key below, and the same days; so each can be read alone.
 */
#include <math.h>

#include "oct-timeline-private.h"

/* A group isn't parted from the first of its rows. */
static gboolean
ends_with_group (OctTimelineChart *self, guint end)
{
  return oct_timeline_row (self, g_array_index (self->lines, int, end - 1))->given.level == 0;
}

/**
 * oct_timeline_chart_paginate:
 * @self: a timeline
 * @width: of a page
 * @height: of a page, with title and source
 * @theme: how it looks
 *
 * Returns: (transfer full) (element-type guint): the line that each page begins with; at least one
 */
GArray *
oct_timeline_chart_paginate (OctTimelineChart *self, double width, double height,
                             const OctChartTheme *theme)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (guint));
  cairo_rectangle_t plot;
  OctTimelineLayout layout;
  guint room, first = 0;

  g_return_val_if_fail (OCT_IS_TIMELINE_CHART (self), pages);
  g_return_val_if_fail (theme != NULL, pages);

  oct_chart_get_plot (OCT_CHART (self), width, height, theme, &plot);
  oct_timeline_chart_get_layout (self, plot.width, plot.height, theme, &layout);
  room = (guint) MAX (floor (layout.body / layout.line), 2);
  g_array_append_val (pages, first);
  while (first + room < self->lines->len)
    {
      first += room;
      if (ends_with_group (self, first) && room > 2)
        first--;
      g_array_append_val (pages, first);
    }
  return pages;
}

/**
 * oct_timeline_chart_set_page:
 * @self: a timeline
 * @first: the first line that is shown without a viewport
 * @n: how many; 0 for as many as there is room for
 *
 * Sets which lines are drawn.
 */
void
oct_timeline_chart_set_page (OctTimelineChart *self, guint first, guint n)
{
  g_return_if_fail (OCT_IS_TIMELINE_CHART (self));

  self->page_first = n > 0 ? first : 0;
  self->page_n = n;
}
