/* The rows of a timeline as they stand: which are open, what is in what, who has which line. */
#include "oct-timeline-private.h"

/**
 * oct_timeline_chart_set_open:
 * @self: a timeline
 * @datum: a row with rows below it
 * @open: whether they are shown
 *
 * Opens or closes a row. One without an id stays as it is.
 */
void
oct_timeline_chart_set_open (OctTimelineChart *self, int datum, gboolean open)
{
  const char *id;

  g_return_if_fail (OCT_IS_TIMELINE_CHART (self));

  id = oct_chart_datum_id (OCT_CHART (self), datum);
  if (id == NULL || oct_timeline_chart_is_open (self, datum) == open)
    return;
  if (open)
    g_hash_table_remove (self->closed, id);
  else
    g_hash_table_add (self->closed, g_strdup (id));
  oct_timeline_data_changed (self);
}

/**
 * oct_timeline_chart_set_all_open:
 * @self: a timeline
 * @level: which rows
 * @open: whether what is below them is shown
 *
 * Opens or closes all rows of a level.
 */
void
oct_timeline_chart_set_all_open (OctTimelineChart *self, guint level, gboolean open)
{
  g_return_if_fail (OCT_IS_TIMELINE_CHART (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const OctTimelineEntry *entry = oct_timeline_row (self, i);

      if (entry->given.level != level || entry->given.id == NULL)
        continue;
      if (open)
        g_hash_table_remove (self->closed, entry->given.id);
      else
        g_hash_table_add (self->closed, g_strdup (entry->given.id));
    }
  oct_timeline_data_changed (self);
}

/**
 * oct_timeline_chart_is_open:
 * @self: a timeline
 * @datum: a row
 *
 * Returns: whether what is below the row is shown
 */
gboolean
oct_timeline_chart_is_open (OctTimelineChart *self, int datum)
{
  const char *id = oct_chart_datum_id (OCT_CHART (self), datum);

  return id == NULL || !g_hash_table_contains (self->closed, id);
}

/**
 * oct_timeline_chart_has_children:
 * @self: a timeline
 * @datum: a row
 *
 * Returns: whether the row can be opened and closed
 */
gboolean
oct_timeline_chart_has_children (OctTimelineChart *self, int datum)
{
  g_return_val_if_fail (OCT_IS_TIMELINE_CHART (self), FALSE);

  oct_timeline_prepare (self);
  return oct_timeline_is_datum (self, datum) && oct_timeline_row (self, datum)->children;
}

/**
 * oct_timeline_chart_get_parent:
 * @self: a timeline
 * @datum: a row
 *
 * Returns: the row it belongs to, or %OCT_CHART_NONE
 */
int
oct_timeline_chart_get_parent (OctTimelineChart *self, int datum)
{
  g_return_val_if_fail (OCT_IS_TIMELINE_CHART (self), OCT_CHART_NONE);

  oct_timeline_prepare (self);
  return oct_timeline_is_datum (self, datum) ? oct_timeline_row (self, datum)->parent
                                             : OCT_CHART_NONE;
}

/**
 * oct_timeline_chart_ends_only:
 * @self: a timeline
 * @datum: a row
 *
 * Returns: whether the row has no first day of its own
 */
gboolean
oct_timeline_chart_ends_only (OctTimelineChart *self, int datum)
{
  g_return_val_if_fail (OCT_IS_TIMELINE_CHART (self), FALSE);

  return oct_timeline_is_datum (self, datum)
         && (oct_timeline_row (self, datum)->given.start <= 0
             || oct_timeline_row (self, datum)->given.end_only);
}

guint
oct_timeline_chart_get_n_lines (OctTimelineChart *self)
{
  g_return_val_if_fail (OCT_IS_TIMELINE_CHART (self), 0);

  oct_timeline_prepare (self);
  return self->lines->len;
}

/**
 * oct_timeline_chart_get_line:
 * @self: a timeline
 * @datum: a row
 *
 * Returns: the line it stands on, counted from 0; -1 if there is no such row
 */
int
oct_timeline_chart_get_line (OctTimelineChart *self, int datum)
{
  g_return_val_if_fail (OCT_IS_TIMELINE_CHART (self), -1);

  oct_timeline_prepare (self);
  return oct_timeline_is_datum (self, datum) ? oct_timeline_row (self, datum)->line : -1;
}

/**
 * oct_timeline_chart_get_line_datum:
 * @self: a timeline
 * @line: a line
 *
 * Returns: the row whose line it is, or %OCT_CHART_NONE
 */
int
oct_timeline_chart_get_line_datum (OctTimelineChart *self, guint line)
{
  g_return_val_if_fail (OCT_IS_TIMELINE_CHART (self), OCT_CHART_NONE);

  oct_timeline_prepare (self);
  return line < self->lines->len ? g_array_index (self->lines, int, line) : OCT_CHART_NONE;
}
