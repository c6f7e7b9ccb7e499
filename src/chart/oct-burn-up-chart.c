/* Milestones met against planned: the data, and where they are.
 *
 * Without a day for today all that was met counts, and the line of what was met ends with it.
 */
#include "oct-burn-up-private.h"

#include <math.h>

G_DEFINE_FINAL_TYPE (OctBurnUpChart, oct_burn_up_chart, OCT_TYPE_PLACED_CHART)

static void
milestone_free (gpointer data)
{
  OctBurnUpMilestone *milestone = data;

  g_free (milestone->name);
  g_free (milestone);
}

OctBurnUpMilestone *
oct_burn_up_milestone (OctBurnUpChart *self, guint index)
{
  return g_ptr_array_index (self->milestones, index);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  gint32 one = ((const OctBurnUpDay *) a)->day, other = ((const OctBurnUpDay *) b)->day;

  return (one > other) - (one < other);
}

static void
add_day (GArray *days, gint32 day, guint due, guint met)
{
  OctBurnUpDay entry = { day, due, met, 0, 0 };

  if (oct_chart_day_to_number (day) > 0)
    g_array_append_val (days, entry);
}

/* What happened on one day is one entry, and its sums hold all before. */
static GArray *
join_days (GArray *all)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (OctBurnUpDay));
  guint planned = 0, reached = 0;

  g_array_sort (all, compare_days);
  for (guint i = 0; i < all->len; i++)
    {
      OctBurnUpDay entry = g_array_index (all, OctBurnUpDay, i);

      planned += entry.due;
      reached += entry.met;
      if (days->len > 0 && g_array_index (days, OctBurnUpDay, days->len - 1).day == entry.day)
        {
          OctBurnUpDay *last = &g_array_index (days, OctBurnUpDay, days->len - 1);

          last->due += entry.due;
          last->met += entry.met;
        }
      else
        g_array_append_val (days, entry);
      g_array_index (days, OctBurnUpDay, days->len - 1).planned = planned;
      g_array_index (days, OctBurnUpDay, days->len - 1).reached = reached;
    }
  return days;
}

GArray *
oct_burn_up_get_days (OctBurnUpChart *self)
{
  g_autoptr (GArray) all = NULL;

  if (self->days != NULL)
    return self->days;
  all = g_array_new (FALSE, FALSE, sizeof (OctBurnUpDay));
  for (guint i = 0; i < self->milestones->len; i++)
    {
      const OctBurnUpMilestone *milestone = oct_burn_up_milestone (self, i);

      add_day (all, milestone->due, 1, 0);
      add_day (all, milestone->met, 0, 1);
    }
  self->days = join_days (all);
  return self->days;
}

void
oct_burn_up_get_sums (OctBurnUpChart *self, OctBurnUpSums *sums)
{
  *sums = (OctBurnUpSums) { .n = self->milestones->len };
  for (guint i = 0; i < self->milestones->len; i++)
    {
      const OctBurnUpMilestone *milestone = oct_burn_up_milestone (self, i);
      gint32 until = self->today > 0 ? self->today : G_MAXINT32;

      sums->planned += milestone->due > 0;
      sums->due += milestone->due > 0 && milestone->due <= until;
      sums->met += milestone->met > 0 && milestone->met <= until;
      sums->undated += milestone->due <= 0 && milestone->met <= 0;
    }
}

void
oct_burn_up_get_layout (OctBurnUpChart *self, double width, double height,
                        const OctChartTheme *theme, OctBurnUpLayout *layout)
{
  GArray *days = oct_burn_up_get_days (self);
  OctBurnUpSums sums;
  g_autofree char *highest = NULL;

  *layout = (OctBurnUpLayout) { 0 };
  for (guint i = 0; i < days->len; i++)
    oct_day_axis_include (&layout->axis, g_array_index (days, OctBurnUpDay, i).day);
  oct_day_axis_include (&layout->axis, self->today);
  /* Some days before the first step, so that it is seen to begin at nought. */
  layout->axis.first -= MAX (14, (layout->axis.last - layout->axis.first) * 0.03);
  layout->axis.first = MAX (layout->axis.first, 1);
  layout->axis.last += MAX (7, (layout->axis.last - layout->axis.first) * 0.02);
  oct_burn_up_get_sums (self, &sums);
  layout->most = MAX (MAX (sums.planned, sums.met), 1);
  highest = g_strdup_printf ("%u", layout->most);
  layout->axis.x0 = oct_chart_text_width (theme, OCT_TEXT_SMALL, highest) + theme->size_small * 0.8;
  /* Room for the names at the ends of the lines. */
  layout->axis.x1 = MAX (width - MIN (theme->size_text * 7.5, width * 0.23), layout->axis.x0 + 1);
  layout->top = oct_chart_text_height (theme, OCT_TEXT_SMALL) * 1.6;
  layout->bottom = MAX (height - oct_day_axis_height (theme), layout->top + 1);
  layout->step = oct_chart_nice_step (
    layout->most, CLAMP ((layout->bottom - layout->top) / (theme->size_text * 2.4), 1, 8),
    OCT_CHART_UNIT_COUNT);
}

double
oct_burn_up_y (const OctBurnUpLayout *layout, double n)
{
  return layout->bottom - n / layout->most * (layout->bottom - layout->top);
}

/* An upright band about each day, to half of the way to its neighbours. */
static void
oct_burn_up_chart_place (OctPlacedChart *placed, double width, double height,
                         const OctChartTheme *theme, cairo_rectangle_t *places)
{
  OctBurnUpChart *self = OCT_BURN_UP_CHART (placed);
  GArray *days = oct_burn_up_get_days (self);
  OctBurnUpLayout layout;

  oct_burn_up_get_layout (self, width, height, theme, &layout);
  for (guint i = 0; i < days->len; i++)
    {
      double x = oct_day_axis_x (&layout.axis, g_array_index (days, OctBurnUpDay, i).day);
      double left = x - theme->size_text, right = x + theme->size_text;

      if (i > 0)
        left = MAX (
          left,
          (x + oct_day_axis_x (&layout.axis, g_array_index (days, OctBurnUpDay, i - 1).day)) / 2);
      if (i + 1 < days->len)
        right = MIN (
          right,
          (x + oct_day_axis_x (&layout.axis, g_array_index (days, OctBurnUpDay, i + 1).day)) / 2);
      places[i] = (cairo_rectangle_t) { left, layout.top, MAX (right - left, 0.5),
                                        layout.bottom - layout.top };
    }
}

/* All days are one line: left and right go through time. */
static guint
oct_burn_up_chart_line (OctPlacedChart *placed, guint datum)
{
  return 0;
}

static guint
oct_burn_up_chart_n_data (OctChart *chart)
{
  return oct_burn_up_get_days (OCT_BURN_UP_CHART (chart))->len;
}

/* A day leads nowhere. */
static const char *
oct_burn_up_chart_datum_id (OctChart *chart, int datum)
{
  return NULL;
}

static double
oct_burn_up_chart_natural_height (OctChart *chart, double width, const OctChartTheme *theme)
{
  return theme->size_text * (oct_chart_n_data (chart) > 0 ? 22 : 6);
}

static void
oct_burn_up_chart_finalize (GObject *object)
{
  OctBurnUpChart *self = OCT_BURN_UP_CHART (object);

  g_ptr_array_unref (self->milestones);
  g_clear_pointer (&self->days, g_array_unref);

  G_OBJECT_CLASS (oct_burn_up_chart_parent_class)->finalize (object);
}

static void
oct_burn_up_chart_class_init (OctBurnUpChartClass *klass)
{
  OctPlacedChartClass *placed_class = OCT_PLACED_CHART_CLASS (klass);
  OctChartClass *chart_class = OCT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_burn_up_chart_finalize;
  placed_class->place = oct_burn_up_chart_place;
  placed_class->line = oct_burn_up_chart_line;
  chart_class->draw = oct_burn_up_draw;
  chart_class->describe = oct_burn_up_describe;
  chart_class->describe_datum = oct_burn_up_describe_datum;
  chart_class->table = oct_burn_up_table;
  chart_class->n_data = oct_burn_up_chart_n_data;
  chart_class->datum_id = oct_burn_up_chart_datum_id;
  chart_class->natural_height = oct_burn_up_chart_natural_height;
  chart_class->suggest_title = oct_burn_up_suggest_title;
}

static void
oct_burn_up_chart_init (OctBurnUpChart *self)
{
  self->milestones = g_ptr_array_new_with_free_func (milestone_free);
}

/**
 * oct_burn_up_chart_new:
 *
 * Returns: (transfer full): a chart without milestones
 */
OctBurnUpChart *
oct_burn_up_chart_new (void)
{
  return g_object_new (OCT_TYPE_BURN_UP_CHART, NULL);
}

/**
 * oct_burn_up_chart_add:
 * @self: a burn-up chart
 * @name: what the milestone is
 * @due: year × 10000 + month × 100 + day, 0 for none
 * @met: the day on which it was met, 0 if it wasn't
 *
 * Adds a milestone.
 */
void
oct_burn_up_chart_add (OctBurnUpChart *self, const char *name, gint32 due, gint32 met)
{
  OctBurnUpMilestone *milestone;

  g_return_if_fail (OCT_IS_BURN_UP_CHART (self));

  milestone = g_new0 (OctBurnUpMilestone, 1);
  milestone->name = g_strdup (name != NULL ? name : "");
  milestone->due = oct_chart_day_to_number (due) > 0 ? due : 0;
  milestone->met = oct_chart_day_to_number (met) > 0 ? met : 0;
  g_ptr_array_add (self->milestones, milestone);
  g_clear_pointer (&self->days, g_array_unref);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_burn_up_chart_set_today:
 * @self: a burn-up chart
 * @today: year × 10000 + month × 100 + day, 0 for none
 *
 * Sets the day at which planned and met are compared.
 */
void
oct_burn_up_chart_set_today (OctBurnUpChart *self, gint32 today)
{
  g_return_if_fail (OCT_IS_BURN_UP_CHART (self));

  self->today = today;
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_burn_up_chart_clear:
 * @self: a burn-up chart
 *
 * Removes all milestones.
 */
void
oct_burn_up_chart_clear (OctBurnUpChart *self)
{
  g_return_if_fail (OCT_IS_BURN_UP_CHART (self));

  g_ptr_array_set_size (self->milestones, 0);
  g_clear_pointer (&self->days, g_array_unref);
  oct_chart_changed (OCT_CHART (self));
}
