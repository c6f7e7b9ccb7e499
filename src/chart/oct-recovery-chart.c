/* Did it last? The data, and where they are.
 *
 * A lane has two levels: marks of need, ratings and re-checks above, bars of support below them. All
 * lanes share one axis of days, so that what came first can be seen across them.
 */
#include "oct-recovery-private.h"

#include <math.h>

#include "oct-stage-marks.h"

#define NATURAL_LINE 3.1 /* of the type's size, without a name above */
#define MOST_LINE 4.2
#define SMALLEST_TYPE 0.35

G_DEFINE_FINAL_TYPE (OctRecoveryChart, oct_recovery_chart, OCT_TYPE_PLACED_CHART)

static void
lane_free (gpointer data)
{
  OctRecoveryLane *lane = data;

  g_free (lane->id);
  g_free (lane->name);
  g_free (lane->detail);
  g_free (lane);
}

static void
event_free (gpointer data)
{
  OctRecoveryEvent *event = data;

  g_free (event->words);
  g_free (event);
}

OctRecoveryLane *
oct_recovery_lane (OctRecoveryChart *self, guint index)
{
  return g_ptr_array_index (self->lanes, index);
}

OctRecoveryEvent *
oct_recovery_event (OctRecoveryChart *self, guint index)
{
  return g_ptr_array_index (self->events, index);
}

gboolean
oct_recovery_is_overdue (OctRecoveryChart *self, const OctRecoveryEvent *event)
{
  return event->kind == OCT_RECOVERY_CHECK && event->value == OCT_RECOVERY_CHECK_DUE
         && self->today > 0 && event->day < self->today;
}

static gint
compare_events (gconstpointer a, gconstpointer b)
{
  const OctRecoveryEvent *one = *(OctRecoveryEvent *const *) a,
                         *other = *(OctRecoveryEvent *const *) b;

  if (one->lane != other->lane)
    return one->lane < other->lane ? -1 : 1;
  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  return one->serial < other->serial ? -1 : one->serial > other->serial;
}

/* Support that overlaps goes into the first track that is free on its first day. */
static void
find_tracks (OctRecoveryChart *self, guint lane)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (guint i = 0; i < self->events->len; i++)
    {
      OctRecoveryEvent *event = oct_recovery_event (self, i);
      gint32 end = event->end > 0 ? event->end : G_MAXINT32;

      if (event->lane != lane || event->kind != OCT_RECOVERY_SUPPORT)
        continue;
      for (event->track = 0; event->track < ends->len; event->track++)
        {
          if (g_array_index (ends, gint32, event->track) < event->day)
            break;
        }
      if (event->track == ends->len)
        g_array_append_val (ends, end);
      else
        g_array_index (ends, gint32, event->track) = end;
    }
  oct_recovery_lane (self, lane)->n_tracks = MAX (ends->len, 1);
}

static void
add_event (OctRecoveryChart *self, const OctRecoveryEvent *event)
{
  OctRecoveryEvent *added;

  if (oct_chart_day_to_number (event->day) <= 0)
    return;
  added = g_memdup2 (event, sizeof (OctRecoveryEvent));
  added->words = g_strdup (event->words);
  added->serial = self->events->len;
  g_ptr_array_add (self->events, added);
  g_ptr_array_sort (self->events, compare_events);
  find_tracks (self, event->lane);
  oct_chart_changed (OCT_CHART (self));
}

static void
find_axis (OctRecoveryChart *self, OctDayAxis *axis)
{
  double margin;

  for (guint i = 0; i < self->events->len; i++)
    {
      oct_day_axis_include (axis, oct_recovery_event (self, i)->day);
      oct_day_axis_include (axis, oct_recovery_event (self, i)->end);
    }
  oct_day_axis_include (axis, self->today);
  margin = MAX (20, (axis->last - axis->first) * 0.03);
  axis->first = MAX (axis->first - margin, 1);
  axis->last += margin;
}

#define TRACK 0.38 /* of a lane's height */

/* How many heights of a lane all of them take. */
static double
count_lines (OctRecoveryChart *self)
{
  double n = 0;

  for (guint i = 0; i < self->lanes->len; i++)
    n += 1 + TRACK * (oct_recovery_lane (self, i)->n_tracks - 1);
  return MAX (n, 1);
}

static void
place_lanes (OctRecoveryChart *self, OctRecoveryLayout *layout)
{
  double y = layout->top;

  layout->tops = g_new0 (double, self->lanes->len + 1);
  layout->track = layout->line * TRACK;
  for (guint i = 0; i < self->lanes->len; i++)
    {
      layout->tops[i] = y;
      y += layout->line + layout->track * (oct_recovery_lane (self, i)->n_tracks - 1);
    }
  layout->bottom = y;
}

void
oct_recovery_layout_clear (OctRecoveryLayout *layout)
{
  g_clear_pointer (&layout->tops, g_free);
}

void
oct_recovery_get_layout (OctRecoveryChart *self, double width, double height,
                         const OctChartTheme *theme, OctRecoveryLayout *layout)
{
  double longest = 0, room, name, factor;

  *layout = (OctRecoveryLayout) { 0 };
  find_axis (self, &layout->axis);
  layout->key = oct_recovery_lay_key (self, NULL, width, theme);
  layout->stacked = width < theme->size_text * 36;
  name = oct_chart_text_height (theme, OCT_TEXT_NORMAL);
  layout->top = layout->key + oct_chart_text_height (theme, OCT_TEXT_SMALL) * 1.3;
  room = height - layout->top - oct_day_axis_height (theme);
  layout->line = CLAMP (room / count_lines (self), 1,
                        theme->size_text * MOST_LINE + (layout->stacked ? name : 0));
  factor = MIN (1, layout->line
                     / (theme->size_text * (NATURAL_LINE - 0.4) + (layout->stacked ? name : 0)));
  layout->type = oct_stage_scaled_theme (theme, MAX (factor, SMALLEST_TYPE));
  layout->above = layout->stacked ? name * factor : 0;
  for (guint i = 0; i < self->lanes->len; i++)
    longest = MAX (longest, MAX (oct_chart_text_width (&layout->type, OCT_TEXT_NORMAL,
                                                       oct_recovery_lane (self, i)->name),
                                 oct_chart_text_width (&layout->type, OCT_TEXT_SMALL,
                                                       oct_recovery_lane (self, i)->detail)));
  layout->names = layout->stacked ? 0 : MIN (longest + theme->size_text, width * 0.32);
  layout->mark = MAX (MIN (theme->size_small * 1.25, (layout->line - layout->above) * 0.36), 1);
  place_lanes (self, layout);
  layout->axis.x0 = layout->names + layout->mark;
  layout->axis.x1 = MAX (width - layout->mark, layout->axis.x0 + 1);
}

double
oct_recovery_lane_y (const OctRecoveryLayout *layout, guint lane)
{
  double inner = layout->line - layout->above;

  return layout->tops[lane] + layout->above + inner * 0.32;
}

void
oct_recovery_get_place (OctRecoveryChart *self, const OctRecoveryLayout *layout,
                        const OctRecoveryEvent *event, cairo_rectangle_t *place)
{
  double y = oct_recovery_lane_y (layout, event->lane), x, end,
         inner = layout->line - layout->above;
  gint32 last = event->end > 0 ? event->end : MAX (self->today, event->day);

  x = oct_day_axis_x (&layout->axis, event->day);
  if (event->kind != OCT_RECOVERY_SUPPORT)
    {
      /* The first rating is often of the same days: the flag stands before its day. */
      if (event->kind == OCT_RECOVERY_NEED)
        x -= layout->mark * 0.6;
      *place = (cairo_rectangle_t) { x - layout->mark / 2, y - layout->mark / 2, layout->mark,
                                     layout->mark };
      return;
    }
  end = oct_day_axis_x (&layout->axis, last);
  *place = (cairo_rectangle_t) { x, y + inner * 0.24 + event->track * layout->track,
                                 MAX (end - x, 3), MAX (inner * 0.34, 1) };
}

static void
oct_recovery_chart_place (OctPlacedChart *placed, double width, double height,
                          const OctChartTheme *theme, cairo_rectangle_t *places)
{
  OctRecoveryChart *self = OCT_RECOVERY_CHART (placed);
  g_auto (OctRecoveryLayout) layout = { 0 };

  oct_recovery_get_layout (self, width, height, theme, &layout);
  for (guint i = 0; i < self->events->len; i++)
    oct_recovery_get_place (self, &layout, oct_recovery_event (self, i), &places[i]);
}

static guint
oct_recovery_chart_line (OctPlacedChart *placed, guint datum)
{
  return oct_recovery_event (OCT_RECOVERY_CHART (placed), datum)->lane;
}

static guint
oct_recovery_chart_n_data (OctChart *chart)
{
  return OCT_RECOVERY_CHART (chart)->events->len;
}

static const char *
oct_recovery_chart_datum_id (OctChart *chart, int datum)
{
  OctRecoveryChart *self = OCT_RECOVERY_CHART (chart);

  return datum < (int) self->events->len
           ? oct_recovery_lane (self, oct_recovery_event (self, datum)->lane)->id
           : NULL;
}

static double
oct_recovery_chart_natural_height (OctChart *chart, double width, const OctChartTheme *theme)
{
  OctRecoveryChart *self = OCT_RECOVERY_CHART (chart);
  double line = theme->size_text * NATURAL_LINE;

  if (self->lanes->len == 0)
    return theme->size_text * 6;
  if (width < theme->size_text * 36)
    line += oct_chart_text_height (theme, OCT_TEXT_NORMAL);
  return oct_recovery_lay_key (self, NULL, width, theme) + count_lines (self) * ceil (line)
         + oct_day_axis_height (theme) + oct_chart_text_height (theme, OCT_TEXT_SMALL) * 1.4;
}

static void
oct_recovery_chart_finalize (GObject *object)
{
  OctRecoveryChart *self = OCT_RECOVERY_CHART (object);

  g_ptr_array_unref (self->lanes);
  g_ptr_array_unref (self->events);

  G_OBJECT_CLASS (oct_recovery_chart_parent_class)->finalize (object);
}

static void
oct_recovery_chart_class_init (OctRecoveryChartClass *klass)
{
  OctPlacedChartClass *placed_class = OCT_PLACED_CHART_CLASS (klass);
  OctChartClass *chart_class = OCT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_recovery_chart_finalize;
  placed_class->place = oct_recovery_chart_place;
  placed_class->line = oct_recovery_chart_line;
  chart_class->draw = oct_recovery_draw;
  chart_class->describe = oct_recovery_describe;
  chart_class->describe_datum = oct_recovery_describe_datum;
  chart_class->table = oct_recovery_table;
  chart_class->n_data = oct_recovery_chart_n_data;
  chart_class->datum_id = oct_recovery_chart_datum_id;
  chart_class->natural_height = oct_recovery_chart_natural_height;
  chart_class->suggest_title = oct_recovery_suggest_title;
}

static void
oct_recovery_chart_init (OctRecoveryChart *self)
{
  self->lanes = g_ptr_array_new_with_free_func (lane_free);
  self->events = g_ptr_array_new_with_free_func (event_free);
}

/**
 * oct_recovery_chart_new:
 *
 * Returns: (transfer full): a chart without lanes
 */
OctRecoveryChart *
oct_recovery_chart_new (void)
{
  return g_object_new (OCT_TYPE_RECOVERY_CHART, NULL);
}

/**
 * oct_recovery_chart_add_lane:
 * @self: a recovery chart
 * @id: (nullable): handed back when something on the lane is activated
 * @name: a school, or an objective
 * @detail: (nullable): what stands below it
 *
 * Adds a lane below the others.
 *
 * Returns: its index
 */
guint
oct_recovery_chart_add_lane (OctRecoveryChart *self, const char *id, const char *name,
                             const char *detail)
{
  OctRecoveryLane *lane;

  g_return_val_if_fail (OCT_IS_RECOVERY_CHART (self), 0);

  lane = g_new0 (OctRecoveryLane, 1);
  lane->id = g_strdup (id);
  lane->name = g_strdup (name != NULL ? name : "");
  lane->detail = g_strdup (detail != NULL ? detail : "");
  lane->n_tracks = 1;
  g_ptr_array_add (self->lanes, lane);
  oct_chart_changed (OCT_CHART (self));
  return self->lanes->len - 1;
}

/**
 * oct_recovery_chart_add_need:
 * @self: a recovery chart
 * @lane: a lane's index
 * @day: when the need was raised
 * @words: (nullable): what it was
 *
 * Adds the mark of a need.
 */
void
oct_recovery_chart_add_need (OctRecoveryChart *self, guint lane, gint32 day, const char *words)
{
  const OctRecoveryEvent event = {
    .kind = OCT_RECOVERY_NEED, .lane = lane, .day = day, .days = -1, .words = (char *) words
  };

  g_return_if_fail (OCT_IS_RECOVERY_CHART (self));
  g_return_if_fail (lane < self->lanes->len);

  add_event (self, &event);
}

/**
 * oct_recovery_chart_add_support:
 * @self: a recovery chart
 * @lane: a lane's index
 * @start: its first day
 * @end: its last day, 0 while it goes on
 * @days: how many days were spent, below 0 if not known
 * @giver: (nullable): who gives it
 *
 * Adds a bar of support.
 */
void
oct_recovery_chart_add_support (OctRecoveryChart *self, guint lane, gint32 start, gint32 end,
                                double days, const char *giver)
{
  const OctRecoveryEvent event = { .kind = OCT_RECOVERY_SUPPORT,
                                   .lane = lane,
                                   .day = start,
                                   .end = end,
                                   .days = days,
                                   .words = (char *) giver };

  g_return_if_fail (OCT_IS_RECOVERY_CHART (self));
  g_return_if_fail (lane < self->lanes->len);

  add_event (self, &event);
}

/**
 * oct_recovery_chart_add_rating:
 * @self: a recovery chart
 * @lane: a lane's index
 * @day: of the review
 * @mark: what it said
 * @words: (nullable): its details
 *
 * Adds the mark of a rating.
 */
void
oct_recovery_chart_add_rating (OctRecoveryChart *self, guint lane, gint32 day, OctRatingMark mark,
                               const char *words)
{
  const OctRecoveryEvent event = { .kind = OCT_RECOVERY_RATING,
                                   .lane = lane,
                                   .day = day,
                                   .days = -1,
                                   .value = mark,
                                   .words = (char *) words };

  g_return_if_fail (OCT_IS_RECOVERY_CHART (self));
  g_return_if_fail (lane < self->lanes->len);

  add_event (self, &event);
}

/**
 * oct_recovery_chart_add_check:
 * @self: a recovery chart
 * @lane: a lane's index
 * @day: when it was done or is due
 * @check: what it found, or that it is to be done
 * @words: (nullable): what was learnt
 *
 * Adds the mark of a re-check.
 */
void
oct_recovery_chart_add_check (OctRecoveryChart *self, guint lane, gint32 day,
                              OctRecoveryCheck check, const char *words)
{
  const OctRecoveryEvent event = { .kind = OCT_RECOVERY_CHECK,
                                   .lane = lane,
                                   .day = day,
                                   .days = -1,
                                   .value = check,
                                   .words = (char *) words };

  g_return_if_fail (OCT_IS_RECOVERY_CHART (self));
  g_return_if_fail (lane < self->lanes->len);

  add_event (self, &event);
}

/**
 * oct_recovery_chart_set_today:
 * @self: a recovery chart
 * @today: year × 10000 + month × 100 + day, 0 for none
 *
 * Sets how far support goes that has no end, and which re-checks are overdue.
 */
void
oct_recovery_chart_set_today (OctRecoveryChart *self, gint32 today)
{
  g_return_if_fail (OCT_IS_RECOVERY_CHART (self));

  self->today = today;
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_recovery_chart_clear:
 * @self: a recovery chart
 *
 * Removes all lanes.
 */
void
oct_recovery_chart_clear (OctRecoveryChart *self)
{
  g_return_if_fail (OCT_IS_RECOVERY_CHART (self));

  g_ptr_array_set_size (self->events, 0);
  g_ptr_array_set_size (self->lanes, 0);
  oct_chart_changed (OCT_CHART (self));
}
