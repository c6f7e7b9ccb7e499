/* The line of sight in words: the gaps both ways, a goal, an objective, the table.
 *
 * Goals that nothing serves come first, then objectives that serve no goal; where there is no gap
 * that is the finding.
 */
#include <glib/gi18n.h>

#include "oct-line-of-sight-private.h"

static guint
count_unserved (OctLineOfSightChart *self, int *first)
{
  guint n = 0, n_groups;

  *first = -1;
  for (guint i = 0; i < self->goals->len; i++)
    {
      if (oct_sight_count (self, i, &n_groups) == 0 && n++ == 0)
        *first = i;
    }
  return n;
}

static char *
entry_to_text (const OctSightEntry *entry)
{
  return *entry->label != '\0' ? g_strdup_printf ("%s %s", entry->label, entry->text)
                               : g_strdup (entry->text);
}

const char *
oct_sight_no_goal (void)
{
  return _("Serve no trust objective");
}

char *
oct_sight_serving_to_text (guint n, guint n_groups)
{
  g_autofree char *objectives = NULL, *schools = NULL;

  if (n == 0)
    return g_strdup (_("No school objective serves it yet"));
  objectives = g_strdup_printf (ngettext ("%u objective", "%u objectives", n), n);
  schools = g_strdup_printf (ngettext ("%u school", "%u schools", n_groups), n_groups);
  /* Translators: a number of objectives, a number of schools. */
  return g_strdup_printf (_("%s in %s"), objectives, schools);
}

static char *
unserved_to_text (OctLineOfSightChart *self, guint n, int first)
{
  g_autofree char *goal = NULL;

  if (n > 1)
    return g_strdup_printf (
      ngettext ("%u of %u trust objectives has no school objective behind it",
                "%u of %u trust objectives have no school objective behind them", n),
      n, self->goals->len);
  goal = entry_to_text (oct_sight_goal (self, first));
  /* Translators: an objective of the trust. */
  return g_strdup_printf (_("No school objective serves “%s”"), goal);
}

static char *
adrift_to_text (guint n)
{
  return g_strdup_printf (ngettext ("%u school objective serves no trust objective",
                                    "%u school objectives serve no trust objective", n),
                          n);
}

static char *
finding_to_text (OctLineOfSightChart *self)
{
  guint n_groups, n_adrift = oct_sight_count (self, -1, &n_groups), n_unserved;
  int first;

  n_unserved = count_unserved (self, &first);
  if (self->goals->len == 0)
    return self->objectives->len == 0 ? g_strdup (_("No objectives yet"))
                                      : g_strdup (_("The trust has no objectives yet"));
  if (n_unserved > 0)
    return unserved_to_text (self, n_unserved, first);
  if (n_adrift > 0)
    return adrift_to_text (n_adrift);
  return g_strdup_printf (ngettext ("%u school objective serves the trust’s objectives",
                                    "All %u school objectives serve the trust’s objectives",
                                    self->objectives->len),
                          self->objectives->len);
}

char *
oct_sight_suggest_title (OctChart *chart)
{
  OctLineOfSightChart *self = OCT_LINE_OF_SIGHT_CHART (chart);

  return self->goals->len + self->objectives->len > 0 ? finding_to_text (self) : NULL;
}

static void
append_ratings (OctLineOfSightChart *self, GString *text)
{
  guint counts[OCT_RATING_MARK_GREEN + 1] = { 0 };

  for (guint i = 0; i < self->objectives->len; i++)
    counts[oct_sight_objective (self, i)->rating]++;
  for (int i = OCT_RATING_MARK_RED; i <= OCT_RATING_MARK_GREEN; i++)
    {
      if (counts[i] > 0)
        g_string_append_printf (text, " %s: %u.", oct_rating_mark_name (i), counts[i]);
    }
}

char *
oct_sight_describe (OctChart *chart)
{
  OctLineOfSightChart *self = OCT_LINE_OF_SIGHT_CHART (chart);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *finding = finding_to_text (self), *adrift = NULL;
  guint n_groups, n_adrift = oct_sight_count (self, -1, &n_groups);
  int first;

  /* Translators: numbers of objectives. */
  g_string_append_printf (text, _("Line of sight: %u trust objectives, %u school objectives."),
                          self->goals->len, self->objectives->len);
  g_string_append_printf (text, " %s.", finding);
  if (n_adrift > 0 && (self->goals->len == 0 || count_unserved (self, &first) > 0))
    {
      adrift = adrift_to_text (n_adrift);
      g_string_append_printf (text, " %s.", adrift);
    }
  append_ratings (self, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
oct_sight_describe_datum (OctChart *chart, int datum)
{
  OctLineOfSightChart *self = OCT_LINE_OF_SIGHT_CHART (chart);
  const OctSightEntry *entry;
  g_autofree char *own = NULL, *other = NULL;
  guint n, n_groups;

  if (datum >= (int) oct_chart_n_data (chart))
    return NULL;
  if (datum < (int) self->goals->len)
    {
      entry = oct_sight_goal (self, datum);
      own = entry_to_text (entry);
      n = oct_sight_count (self, datum, &n_groups);
      other = oct_sight_serving_to_text (n, n_groups);
      /* Translators: a trust's objective, its rating, what serves it. */
      return g_strdup_printf (_("%s: %s; %s"), own, oct_rating_mark_name (entry->rating), other);
    }
  entry = oct_sight_objective (self, datum - self->goals->len);
  own = entry_to_text (entry);
  other = entry->goal >= 0 ? entry_to_text (oct_sight_goal (self, entry->goal))
                           : g_strdup (_("no trust objective"));
  /* Translators: a school, its objective, the rating, the trust's objective. */
  return g_strdup_printf (_("%s, %s: %s; serves %s"), entry->group, own,
                          oct_rating_mark_name (entry->rating), other);
}

OctChartTable *
oct_sight_table (OctChart *chart)
{
  OctLineOfSightChart *self = OCT_LINE_OF_SIGHT_CHART (chart);
  OctChartTable *table = oct_chart_table_new (
    4, _("Trust objective"), self->group_name != NULL ? self->group_name : _("Name"),
    _("Objective"), _("Rating"));

  for (guint i = 0; i < self->goals->len; i++)
    {
      const OctSightEntry *goal = oct_sight_goal (self, i);
      g_autofree char *text = entry_to_text (goal);

      oct_chart_table_add (table, text, "", "", oct_rating_mark_name (goal->rating));
    }
  for (guint i = 0; i < self->objectives->len; i++)
    {
      const OctSightEntry *entry = oct_sight_objective (self, i);
      g_autofree char *text = entry_to_text (entry),
                      *goal = entry->goal >= 0 ? entry_to_text (oct_sight_goal (self, entry->goal))
                                               : NULL;

      oct_chart_table_add (table, goal, entry->group, text, oct_rating_mark_name (entry->rating));
    }
  return table;
}
