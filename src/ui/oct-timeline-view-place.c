/* Where a timeline's view is: which row is chosen, how far it is scrolled, how wide a day is. */

#include "octant-config.h"

#include "oct-timeline-view-private.h"

#include <math.h>

#include "oct-widget-theme.h"

/* Widths of a day at the levels, at ordinary size of type. */
static const double level_widths[OCT_TIMELINE_N_LEVELS] = {
  [OCT_TIMELINE_BY_DAY] = 24,
  [OCT_TIMELINE_BY_WEEK] = 6,
  [OCT_TIMELINE_BY_TERM] = 2.2,
  [OCT_TIMELINE_BY_YEAR] = 0.7,
};

double
oct_timeline_view_get_scale (OctTimelineView *self)
{
  OctChartTheme theme;

  oct_widget_get_chart_theme (GTK_WIDGET (self), &theme);
  return theme.scale;
}

int
oct_timeline_view_get_chosen_datum (OctTimelineView *self)
{
  return oct_timeline_chart_find (self->chart, self->chosen);
}

static void
scroll_to (OctTimelineView *self, int datum)
{
  int line = oct_timeline_chart_get_line (self->chart, datum);
  OctTimelineLayout layout;

  oct_timeline_view_get_layout (self, &layout);
  if (line >= 0 && self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_clamp_page (self->adjustments[GTK_ORIENTATION_VERTICAL], line * layout.line,
                               (line + 1) * layout.line);
}

void
oct_timeline_view_choose_datum (OctTimelineView *self, int datum)
{
  const char *id = oct_chart_datum_id (OCT_CHART (self->chart), datum);

  if (id != NULL && g_strcmp0 (id, self->chosen) != 0)
    {
      g_free (self->chosen);
      self->chosen = g_strdup (id);
      self->move.datum = OCT_CHART_NONE;
      oct_timeline_view_update_accessible (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  if (id != NULL)
    scroll_to (self, datum);
}

void
oct_timeline_view_activate (OctTimelineView *self)
{
  if (oct_timeline_view_get_chosen_datum (self) != OCT_CHART_NONE)
    g_signal_emit_by_name (self, "activated", self->chosen);
}

/* The ghost stays until the owner has answered. */
void
oct_timeline_view_ask_move (OctTimelineView *self)
{
  const OctTimelineMove *move = &self->move;
  const char *id = oct_chart_datum_id (OCT_CHART (self->chart), move->datum);

  if (id == NULL || move->asked)
    return;
  if (move->start == move->was_start && move->end == move->was_end)
    {
      oct_timeline_view_let_go (self);
      return;
    }
  self->move.asked = TRUE;
  g_signal_emit_by_name (self, "moved", id, (int) move->start, (int) move->end);
}

static OctTimelineLevel
nearest_level (OctTimelineView *self)
{
  double width = self->day_width / oct_timeline_view_get_scale (self);
  OctTimelineLevel nearest = OCT_TIMELINE_BY_DAY;

  for (guint i = 0; i < OCT_TIMELINE_N_LEVELS; i++)
    {
      if (fabs (log (width / level_widths[i])) < fabs (log (width / level_widths[nearest])))
        nearest = i;
    }
  return nearest;
}

void
oct_timeline_view_zoom_at (OctTimelineView *self, double day_width, double x)
{
  GtkAdjustment *across = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  OctTimelineLayout layout;
  double day;

  oct_timeline_view_get_layout (self, &layout);
  x = MAX (x - layout.names, 0);
  day = layout.first_day + x / self->day_width;
  self->day_width = CLAMP (day_width, OCT_TIMELINE_MIN_DAY, OCT_TIMELINE_MAX_DAY);
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    oct_timeline_view_configure (self);
  if (across != NULL)
    gtk_adjustment_set_value (across, (day - self->first_day) * self->day_width - x);
  self->level = nearest_level (self);
  oct_timeline_view_redraw (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "zoomed");
}

/**
 * oct_timeline_view_get_level:
 * @self: a view
 *
 * Returns: the level that the width of a day is nearest to
 */
OctTimelineLevel
oct_timeline_view_get_level (OctTimelineView *self)
{
  g_return_val_if_fail (OCT_IS_TIMELINE_VIEW (self), OCT_TIMELINE_BY_TERM);

  return self->level;
}

/* About the chosen bar where it is in sight, else about today, else about the middle. */
static double
zoom_place (OctTimelineView *self)
{
  double width = oct_timeline_view_get_plot_width (self);
  OctTimelineLayout layout;
  OctTimelineRow row;

  oct_timeline_view_get_layout (self, &layout);
  if (oct_timeline_chart_get_row (self->chart, oct_timeline_view_get_chosen_datum (self), &row)
      && row.end > 0)
    {
      double x = (row.start - layout.first_day) * layout.day_width;

      if (x >= 0 && x < width)
        return layout.names + x;
    }
  return layout.names + width / 2;
}

/**
 * oct_timeline_view_set_level:
 * @self: a view
 * @level: how much time it is to show
 *
 * Zooms to a level, about the chosen row or the middle.
 */
void
oct_timeline_view_set_level (OctTimelineView *self, OctTimelineLevel level)
{
  g_return_if_fail (OCT_IS_TIMELINE_VIEW (self));
  g_return_if_fail (level < OCT_TIMELINE_N_LEVELS);

  oct_timeline_view_zoom_at (self, level_widths[level] * oct_timeline_view_get_scale (self),
                             zoom_place (self));
}

/**
 * oct_timeline_view_zoom:
 * @self: a view
 * @factor: by how much wider a day becomes
 *
 * Zooms about the chosen row or the middle.
 */
void
oct_timeline_view_zoom (OctTimelineView *self, double factor)
{
  g_return_if_fail (OCT_IS_TIMELINE_VIEW (self));
  g_return_if_fail (factor > 0);

  oct_timeline_view_zoom_at (self, self->day_width * factor, zoom_place (self));
}

/**
 * oct_timeline_view_show_day:
 * @self: a view
 * @day: a Julian day
 *
 * Scrolls along so that the day is at a third of the picture; later, where the view has no size yet.
 */
void
oct_timeline_view_show_day (OctTimelineView *self, double day)
{
  GtkAdjustment *across;

  g_return_if_fail (OCT_IS_TIMELINE_VIEW (self));

  across = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  /* The first day is known once the rows are. */
  if (across == NULL || self->stale || gtk_widget_get_width (GTK_WIDGET (self)) < 1)
    {
      self->wanted_day = day;
      return;
    }
  gtk_adjustment_set_value (across, (day - self->first_day) * self->day_width
                                      - oct_timeline_view_get_plot_width (self) / 3);
}

/* As a Julian day. */
gint32
oct_timeline_view_get_today (void)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  return (gint32) g_date_get_julian (&today);
}

/**
 * oct_timeline_view_show_today:
 * @self: a view
 *
 * Scrolls along to today.
 */
void
oct_timeline_view_show_today (OctTimelineView *self)
{
  oct_timeline_view_show_day (self, oct_timeline_view_get_today ());
}

/**
 * oct_timeline_view_get_chosen:
 * @self: a view
 *
 * Returns: (nullable): the id of the chosen row, which may be gone
 */
const char *
oct_timeline_view_get_chosen (OctTimelineView *self)
{
  g_return_val_if_fail (OCT_IS_TIMELINE_VIEW (self), NULL);

  return self->chosen;
}

/**
 * oct_timeline_view_choose:
 * @self: a view
 * @id: a row's id; nothing happens where there is none
 *
 * Chooses a row, opens what it is in, and scrolls down to it.
 */
void
oct_timeline_view_choose (OctTimelineView *self, const char *id)
{
  OctTimelineRow row;
  int datum;

  g_return_if_fail (OCT_IS_TIMELINE_VIEW (self));

  datum = oct_timeline_chart_find (self->chart, id);
  if (!oct_timeline_chart_get_row (self->chart, datum, &row))
    return;
  /* A review stands on the row of its plan, open or closed. */
  for (int above = row.kind != OCT_TIMELINE_REVIEW
                     ? oct_timeline_chart_get_parent (self->chart, datum)
                     : OCT_CHART_NONE;
       above != OCT_CHART_NONE; above = oct_timeline_chart_get_parent (self->chart, above))
    oct_timeline_chart_set_open (self->chart, above, TRUE);
  oct_timeline_view_choose_datum (self, datum);
}

/**
 * oct_timeline_view_let_go:
 * @self: a view
 *
 * Takes the ghost away.
 */
void
oct_timeline_view_let_go (OctTimelineView *self)
{
  g_return_if_fail (OCT_IS_TIMELINE_VIEW (self));

  if (self->move.datum == OCT_CHART_NONE)
    return;
  self->move = (OctTimelineMove) { .datum = OCT_CHART_NONE };
  oct_timeline_view_update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
