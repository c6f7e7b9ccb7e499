/* A timeline: its rows, which of them are closed, and the questions every chart answers.
 *
 * What is worked out of the rows lies in oct-timeline-prepare.c, where things are in
 * oct-timeline-layout.c.
 */
#include "oct-timeline-private.h"

G_DEFINE_FINAL_TYPE (OctTimelineChart, oct_timeline_chart, OCT_TYPE_CHART)

/* So many rows are drawn on paper; more are counted. */
#define MOST_LINES 240

static void
entry_free (OctTimelineEntry *entry)
{
  g_free ((char *) entry->given.id);
  g_free ((char *) entry->given.text);
  g_free ((char *) entry->given.owner);
  g_free (entry);
}

static void
span_clear (OctTimelineSpan *span)
{
  g_free (span->name);
}

OctTimelineEntry *
oct_timeline_row (OctTimelineChart *self, int datum)
{
  return g_ptr_array_index (self->rows, datum);
}

gboolean
oct_timeline_is_datum (OctTimelineChart *self, int datum)
{
  return datum >= 0 && datum < (int) self->rows->len;
}

/* Of thousands of rows in a row, which nobody asked about in between, the first tells of all. */
void
oct_timeline_data_changed (OctTimelineChart *self)
{
  if (self->told && !self->prepared)
    return;
  oct_timeline_forget (self);
  self->told = TRUE;
  oct_chart_changed (OCT_CHART (self));
}

/* What is worked out of the rows holds. */
static void
surroundings_changed (OctTimelineChart *self)
{
  self->kept_width = 0;
  oct_chart_changed (OCT_CHART (self));
}

static int
line_datum (OctTimelineChart *self, guint line)
{
  return g_array_index (self->lines, int, line);
}

/* What stands on the line after @from, or before it; the row itself is first. */
static int
walk_along (OctTimelineChart *self, int from, int direction)
{
  guint line = oct_timeline_row (self, from)->line;
  guint first = self->mark_starts[line], n = self->mark_starts[line + 1] - first;
  int at = 0;

  while (at < (int) n && g_array_index (self->marks, int, first + at) != from)
    at++;
  if (at == (int) n)
    at = -1; /* the row itself */
  at = CLAMP (at + direction, -1, (int) n - 1);
  return at < 0 ? line_datum (self, line) : g_array_index (self->marks, int, first + at);
}

static int
oct_timeline_chart_walk (OctChart *chart, int from, OctChartStep step)
{
  OctTimelineChart *self = OCT_TIMELINE_CHART (chart);
  int line = 0, last;

  oct_timeline_prepare (self);
  if (self->lines->len == 0)
    return OCT_CHART_NONE;
  last = (int) self->lines->len - 1;
  if (!oct_timeline_is_datum (self, from))
    return line_datum (self, step == OCT_CHART_LAST ? last : 0);
  line = oct_timeline_row (self, from)->line;
  switch (step)
    {
    case OCT_CHART_LEFT:
      return walk_along (self, from, -1);
    case OCT_CHART_RIGHT:
      return walk_along (self, from, 1);
    case OCT_CHART_UP:
      return line_datum (self, MAX (line - 1, 0));
    case OCT_CHART_DOWN:
      return line_datum (self, MIN (line + 1, last));
    case OCT_CHART_LAST:
      return line_datum (self, last);
    case OCT_CHART_FIRST:
    default:
      return line_datum (self, 0);
    }
}

static int
oct_timeline_chart_hit (OctChart *chart, double width, double height, const OctChartTheme *theme,
                        double x, double y)
{
  OctTimelinePart part;

  return oct_timeline_chart_probe (OCT_TIMELINE_CHART (chart), width, height, theme, x, y, &part);
}

static guint
oct_timeline_chart_n_data (OctChart *chart)
{
  return OCT_TIMELINE_CHART (chart)->rows->len;
}

static const char *
oct_timeline_chart_datum_id (OctChart *chart, int datum)
{
  OctTimelineChart *self = OCT_TIMELINE_CHART (chart);

  return oct_timeline_is_datum (self, datum) ? oct_timeline_row (self, datum)->given.id : NULL;
}

static double
oct_timeline_chart_natural_height (OctChart *chart, double width, const OctChartTheme *theme)
{
  OctTimelineChart *self = OCT_TIMELINE_CHART (chart);
  OctTimelineLayout layout;

  oct_timeline_prepare (self);
  if (self->lines->len == 0)
    return theme->size_text * 6;
  oct_timeline_chart_get_layout (self, width, G_MAXINT, theme, &layout);
  /* One line more says how many rows are left out. */
  return layout.header + MIN (self->lines->len, MOST_LINES + 1) * layout.line
         + oct_timeline_chart_draw_key (self, NULL, width, theme) + 2;
}

static void
oct_timeline_chart_draw (OctChart *chart, cairo_t *cr, double width, double height,
                         const OctChartTheme *theme)
{
  oct_timeline_draw (OCT_TIMELINE_CHART (chart), cr, width, height, theme);
}

static void
oct_timeline_chart_draw_overlay (OctChart *chart, cairo_t *cr, double width, double height,
                                 const OctChartTheme *theme, int datum, gboolean focused)
{
  OctTimelineChart *self = OCT_TIMELINE_CHART (chart);

  if (oct_timeline_is_datum (self, datum))
    oct_timeline_draw_overlay (self, cr, width, height, theme, datum, focused);
}

static void
oct_timeline_chart_finalize (GObject *object)
{
  OctTimelineChart *self = OCT_TIMELINE_CHART (object);

  oct_timeline_forget (self);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->wanted);
  g_array_unref (self->spans);
  g_hash_table_unref (self->closed);
  g_hash_table_unref (self->texts);

  G_OBJECT_CLASS (oct_timeline_chart_parent_class)->finalize (object);
}

static void
oct_timeline_chart_class_init (OctTimelineChartClass *klass)
{
  OctChartClass *chart_class = OCT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_timeline_chart_finalize;
  chart_class->draw = oct_timeline_chart_draw;
  chart_class->draw_overlay = oct_timeline_chart_draw_overlay;
  chart_class->hit = oct_timeline_chart_hit;
  chart_class->walk = oct_timeline_chart_walk;
  chart_class->describe = oct_timeline_describe;
  chart_class->describe_datum = oct_timeline_describe_datum;
  chart_class->table = oct_timeline_table;
  chart_class->n_data = oct_timeline_chart_n_data;
  chart_class->datum_id = oct_timeline_chart_datum_id;
  chart_class->natural_height = oct_timeline_chart_natural_height;
  chart_class->suggest_title = oct_timeline_suggest_title;
}

static void
oct_timeline_chart_init (OctTimelineChart *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->wanted = g_ptr_array_new_with_free_func (g_free);
  self->spans = g_array_new (FALSE, FALSE, sizeof (OctTimelineSpan));
  g_array_set_clear_func (self->spans, (GDestroyNotify) span_clear);
  self->closed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * oct_timeline_chart_new:
 *
 * Returns: (transfer full): a timeline without rows
 */
OctTimelineChart *
oct_timeline_chart_new (void)
{
  return g_object_new (OCT_TYPE_TIMELINE_CHART, NULL);
}

/**
 * oct_timeline_chart_add_row:
 * @self: a timeline
 * @row: a row; its texts are copied
 *
 * Adds a row below the others. A start after the end counts as the end.
 */
void
oct_timeline_chart_add_row (OctTimelineChart *self, const OctTimelineRow *row)
{
  OctTimelineEntry *entry;

  g_return_if_fail (OCT_IS_TIMELINE_CHART (self));
  g_return_if_fail (row != NULL);
  g_return_if_fail (row->text != NULL);

  entry = g_new0 (OctTimelineEntry, 1);
  entry->given = *row;
  entry->given.id = g_strdup (row->id);
  entry->given.text = g_strdup (row->text);
  entry->given.owner = g_strdup (row->owner);
  if (row->end > 0 && row->start > row->end)
    entry->given.start = row->end;
  g_ptr_array_add (self->rows, entry);
  oct_timeline_data_changed (self);
}

/**
 * oct_timeline_chart_add_dependency:
 * @self: a timeline
 * @id: a row
 * @on: the row that must have ended before
 *
 * Adds an arrow from one row to another. Ids without a row are passed over.
 */
void
oct_timeline_chart_add_dependency (OctTimelineChart *self, const char *id, const char *on)
{
  g_return_if_fail (OCT_IS_TIMELINE_CHART (self));
  g_return_if_fail (id != NULL && on != NULL);

  g_ptr_array_add (self->wanted, g_strdup (id));
  g_ptr_array_add (self->wanted, g_strdup (on));
  oct_timeline_data_changed (self);
}

/**
 * oct_timeline_chart_add_span:
 * @self: a timeline
 * @name: what it is called
 * @start: its first day
 * @end: its last day
 * @holiday: whether its days are shaded
 *
 * Adds a term or a holiday.
 */
void
oct_timeline_chart_add_span (OctTimelineChart *self, const char *name, gint32 start, gint32 end,
                             gboolean holiday)
{
  OctTimelineSpan span = { NULL, start, end, holiday };

  g_return_if_fail (OCT_IS_TIMELINE_CHART (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (start > 0 && end >= start);

  span.name = g_strdup (name);
  g_array_append_val (self->spans, span);
  surroundings_changed (self);
}

/**
 * oct_timeline_chart_clear:
 * @self: a timeline
 *
 * Removes rows, dependencies, terms and holidays. What was closed is closed again when it comes back.
 */
void
oct_timeline_chart_clear (OctTimelineChart *self)
{
  g_return_if_fail (OCT_IS_TIMELINE_CHART (self));

  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->wanted, 0);
  g_array_set_size (self->spans, 0);
  oct_timeline_data_changed (self);
}

/**
 * oct_timeline_chart_set_partial:
 * @self: a timeline
 * @partial: whether rows were left out
 *
 * Says whether the rows are all there are. If not, nothing is said of how many of them are complete.
 */
void
oct_timeline_chart_set_partial (OctTimelineChart *self, gboolean partial)
{
  g_return_if_fail (OCT_IS_TIMELINE_CHART (self));

  self->partial = partial;
  surroundings_changed (self);
}

/**
 * oct_timeline_chart_set_today:
 * @self: a timeline
 * @today: the day that a line marks, or 0
 *
 * Sets the day from which what is late is counted.
 */
void
oct_timeline_chart_set_today (OctTimelineChart *self, gint32 today)
{
  g_return_if_fail (OCT_IS_TIMELINE_CHART (self));

  if (self->today == today)
    return;
  self->today = today;
  surroundings_changed (self);
}

/**
 * oct_timeline_chart_set_range:
 * @self: a timeline
 * @start: the first day, or 0 for that of the rows
 * @end: the last day, or 0
 *
 * Sets what is shown without a viewport.
 */
void
oct_timeline_chart_set_range (OctTimelineChart *self, gint32 start, gint32 end)
{
  g_return_if_fail (OCT_IS_TIMELINE_CHART (self));

  self->range_start = start;
  self->range_end = end;
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_timeline_chart_get_row:
 * @self: a timeline
 * @datum: a row
 * @row: (out caller-allocates): its texts are the chart's; its days are those that are drawn
 *
 * Returns: whether there is such a row
 */
gboolean
oct_timeline_chart_get_row (OctTimelineChart *self, int datum, OctTimelineRow *row)
{
  const OctTimelineEntry *entry;

  g_return_val_if_fail (OCT_IS_TIMELINE_CHART (self), FALSE);
  g_return_val_if_fail (row != NULL, FALSE);

  if (!oct_timeline_is_datum (self, datum))
    return FALSE;
  oct_timeline_prepare (self);
  entry = oct_timeline_row (self, datum);
  *row = entry->given;
  row->start = entry->start;
  row->end = entry->end;
  return TRUE;
}

/**
 * oct_timeline_chart_find:
 * @self: a timeline
 * @id: (nullable): a row's id
 *
 * Returns: the row, or %OCT_CHART_NONE
 */
int
oct_timeline_chart_find (OctTimelineChart *self, const char *id)
{
  g_return_val_if_fail (OCT_IS_TIMELINE_CHART (self), OCT_CHART_NONE);

  if (id == NULL)
    return OCT_CHART_NONE;
  oct_timeline_prepare (self);
  return GPOINTER_TO_INT (g_hash_table_lookup (self->places, id)) - 1;
}

/**
 * oct_timeline_chart_get_extent:
 * @self: a timeline
 * @start: (out): the first day of all rows
 * @end: (out): the last
 *
 * Returns: whether any row has a day
 */
gboolean
oct_timeline_chart_get_extent (OctTimelineChart *self, gint32 *start, gint32 *end)
{
  g_return_val_if_fail (OCT_IS_TIMELINE_CHART (self), FALSE);

  oct_timeline_prepare (self);
  *start = G_MAXINT32;
  *end = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const OctTimelineEntry *entry = oct_timeline_row (self, i);

      if (entry->end == 0)
        continue;
      *start = MIN (*start, entry->start);
      *end = MAX (*end, entry->end);
      if (entry->given.baseline_start > 0)
        *start = MIN (*start, entry->given.baseline_start);
      *end = MAX (*end, entry->given.baseline_end);
    }
  return *end > 0;
}

/**
 * oct_timeline_chart_set_viewport:
 * @self: a timeline
 * @first_day: the Julian day at the left edge, with its fraction
 * @day_width: the width of a day in points
 * @offset: how far the rows are scrolled down, in points
 *
 * Shows a part, without a key.
 */
void
oct_timeline_chart_set_viewport (OctTimelineChart *self, double first_day, double day_width,
                                 double offset)
{
  g_return_if_fail (OCT_IS_TIMELINE_CHART (self));

  self->viewport = TRUE;
  self->first_day = first_day;
  self->day_width = CLAMP (day_width, OCT_TIMELINE_MIN_DAY, OCT_TIMELINE_MAX_DAY);
  self->offset = MAX (offset, 0);
}

/**
 * oct_timeline_chart_unset_viewport:
 * @self: a timeline
 *
 * Shows the whole, with its key.
 */
void
oct_timeline_chart_unset_viewport (OctTimelineChart *self)
{
  g_return_if_fail (OCT_IS_TIMELINE_CHART (self));

  self->viewport = FALSE;
}
