/* What a timeline works out of its rows: days, parents, lines, marks, arrows.
 *
 * Done once for any number of changes, when somebody first asks: twenty thousand rows take a few
 * milliseconds, so that opening and closing a row needs nothing cleverer.
 */
#include <math.h>

#include "oct-timeline-private.h"

/* Levels are few; deeper ones count as the last. */
#define MOST_LEVELS 8

/* Nobody looks at more texts than these between two changes of size. */
#define MOST_TEXTS 4000

static guint
level_of (const OctTimelineEntry *entry)
{
  return MIN (entry->given.level, MOST_LEVELS - 1);
}

static void
find_parents (OctTimelineChart *self)
{
  int above[MOST_LEVELS];

  for (guint i = 0; i < MOST_LEVELS; i++)
    above[i] = OCT_CHART_NONE;
  self->item_level = 1;
  for (guint i = 0; i < self->rows->len; i++)
    {
      OctTimelineEntry *entry = oct_timeline_row (self, i);
      guint level = level_of (entry);

      entry->parent = OCT_CHART_NONE;
      for (guint j = 0; j < level; j++)
        {
          if (above[j] != OCT_CHART_NONE)
            entry->parent = above[j];
        }
      above[level] = i;
      for (guint j = level + 1; j < MOST_LEVELS; j++)
        above[j] = OCT_CHART_NONE;
      if (entry->given.kind == OCT_TIMELINE_BAR && level >= 2)
        self->item_level = 2;
      entry->start = entry->given.start > 0 ? entry->given.start : 0;
      entry->end = entry->given.end;
      if (entry->given.kind != OCT_TIMELINE_BAR)
        entry->start = entry->end;
      entry->children = FALSE;
      entry->n = entry->n_complete = entry->n_overdue = 0;
      if (entry->given.id != NULL)
        g_hash_table_insert (self->places, (char *) entry->given.id, GINT_TO_POINTER (i + 1));
    }
}

/* From below, so that what a row tells its parent is whole. */
static void
add_up (OctTimelineChart *self)
{
  for (int i = (int) self->rows->len - 1; i >= 0; i--)
    {
      OctTimelineEntry *entry = oct_timeline_row (self, i), *parent;
      gboolean item = entry->given.kind == OCT_TIMELINE_BAR && level_of (entry) == self->item_level;

      if (entry->start == 0)
        entry->start = entry->end;
      if (entry->end == 0)
        entry->end = entry->start;
      if (entry->parent == OCT_CHART_NONE)
        continue;
      parent = oct_timeline_row (self, entry->parent);
      parent->children |= entry->given.kind != OCT_TIMELINE_REVIEW;
      parent->n += entry->n + item;
      parent->n_complete += entry->n_complete
                            + (item && entry->given.state == OCT_TIMELINE_COMPLETE);
      parent->n_overdue += entry->n_overdue + (entry->given.state == OCT_TIMELINE_OVERDUE);
      if (entry->end == 0)
        continue;
      if (parent->given.start == 0)
        parent->start = parent->start > 0 ? MIN (parent->start, entry->start) : entry->start;
      if (parent->given.end == 0)
        parent->end = MAX (parent->end, entry->end);
      else
        parent->start = MIN (parent->start, parent->given.end);
    }
}

/* A row has a line unless it is a review, or a row above it is closed. */
static void
place_lines (OctTimelineChart *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      OctTimelineEntry *entry = oct_timeline_row (self, i);
      const OctTimelineEntry *parent = entry->parent == OCT_CHART_NONE
                                         ? NULL
                                         : oct_timeline_row (self, entry->parent);
      int datum = i;

      entry->own_line = parent == NULL
                        || (parent->own_line && entry->given.kind != OCT_TIMELINE_REVIEW
                            && oct_timeline_chart_is_open (self, entry->parent));
      if (!entry->own_line)
        {
          entry->line = parent->line;
          continue;
        }
      entry->line = (int) self->lines->len;
      g_array_append_val (self->lines, datum);
    }
}

static gboolean
stands_on_other (const OctTimelineEntry *entry)
{
  return !entry->own_line && entry->given.kind != OCT_TIMELINE_BAR && entry->end > 0;
}

static void
place_marks (OctTimelineChart *self)
{
  guint n = self->lines->len;
  g_autofree guint *next = g_new0 (guint, n + 1);

  self->mark_starts = g_new0 (guint, n + 1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const OctTimelineEntry *entry = oct_timeline_row (self, i);

      if (stands_on_other (entry))
        self->mark_starts[entry->line + 1]++;
    }
  for (guint i = 0; i < n; i++)
    self->mark_starts[i + 1] += self->mark_starts[i];
  g_array_set_size (self->marks, self->mark_starts[n]);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const OctTimelineEntry *entry = oct_timeline_row (self, i);

      if (stands_on_other (entry))
        g_array_index (self->marks, int,
                       self->mark_starts[entry->line] + next[entry->line]++) = (int) i;
    }
}

static void
find_links (OctTimelineChart *self)
{
  for (guint i = 0; i + 1 < self->wanted->len; i += 2)
    {
      OctTimelineLink link = {
        GPOINTER_TO_INT (
          g_hash_table_lookup (self->places, g_ptr_array_index (self->wanted, i + 1)))
          - 1,
        GPOINTER_TO_INT (g_hash_table_lookup (self->places, g_ptr_array_index (self->wanted, i)))
          - 1,
      };

      if (link.from >= 0 && link.to >= 0 && link.from != link.to)
        g_array_append_val (self->links, link);
    }
}

/**
 * oct_timeline_prepare:
 * @self: a timeline
 *
 * Works out what isn't yet since the rows last changed.
 */
void
oct_timeline_prepare (OctTimelineChart *self)
{
  if (self->prepared)
    return;
  self->prepared = TRUE;
  self->told = FALSE;
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->lines = g_array_new (FALSE, FALSE, sizeof (int));
  self->links = g_array_new (FALSE, FALSE, sizeof (OctTimelineLink));
  self->marks = g_array_new (FALSE, FALSE, sizeof (int));
  find_parents (self);
  add_up (self);
  place_lines (self);
  place_marks (self);
  find_links (self);
}

void
oct_timeline_forget (OctTimelineChart *self)
{
  self->prepared = FALSE;
  self->kept_width = 0;
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->mark_starts, g_free);
}

gboolean
oct_timeline_link_broken (OctTimelineChart *self, const OctTimelineLink *link)
{
  const OctTimelineEntry *from = oct_timeline_row (self, link->from),
                         *to = oct_timeline_row (self, link->to);

  return from->end > 0 && to->end > 0 && to->start <= from->end
         && from->given.state != OCT_TIMELINE_COMPLETE && from->given.state != OCT_TIMELINE_STOPPED;
}

/* How many days ago it should have ended; 0 where it isn't overdue. */
guint
oct_timeline_days_overdue (OctTimelineChart *self, const OctTimelineEntry *entry)
{
  if (entry->given.state != OCT_TIMELINE_OVERDUE || entry->end == 0 || self->today <= entry->end)
    return 0;
  return (guint) (self->today - entry->end);
}

/* Whether it has other days than when it was approved. */
gboolean
oct_timeline_moved (const OctTimelineEntry *entry)
{
  const OctTimelineRow *row = &entry->given;

  return entry->end > 0
         && ((row->baseline_end > 0 && row->baseline_end != entry->end)
             || (row->baseline_start > 0 && row->kind == OCT_TIMELINE_BAR
                 && row->baseline_start != entry->start));
}

PangoLayout *
oct_timeline_text (OctTimelineChart *self, const OctChartTheme *theme, OctTextStyle style,
                   const char *text, double max_width)
{
  g_autofree char *key = NULL;
  PangoLayout *layout;

  if (self->texts_size != theme->size_text || self->texts_small != theme->size_small
      || self->texts_font != g_intern_string (theme->font)
      || g_hash_table_size (self->texts) > MOST_TEXTS)
    {
      g_hash_table_remove_all (self->texts);
      self->texts_size = theme->size_text;
      self->texts_small = theme->size_small;
      self->texts_font = g_intern_string (theme->font);
    }
  key = g_strdup_printf ("%d %d %s", (int) style, (int) max_width, text);
  layout = g_hash_table_lookup (self->texts, key);
  if (layout != NULL)
    return layout;
  layout = oct_chart_text_new (theme, style, text, max_width > 0 ? floor (max_width) : 0, 1);
  g_hash_table_insert (self->texts, g_steal_pointer (&key), layout);
  return layout;
}
