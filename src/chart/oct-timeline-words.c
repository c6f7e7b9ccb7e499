/* A timeline in words: the finding, its rows, the table.
 *
 * The finding is what is overdue; else what has moved since it was approved; else that nothing is
 * overdue. Actions are counted, or objectives where there are no actions.
 */
#include <glib/gi18n.h>

#include "oct-timeline-private.h"

typedef struct
{
  guint n;          /* actions, or objectives */
  guint n_overdue;  /* of those */
  guint objectives; /* how many, and how many overdue */
  guint objectives_overdue;
  guint missed;  /* milestones */
  guint reviews; /* that are overdue */
  guint later;   /* of n: end later than approved */
  guint broken;  /* arrows */
  int longest;   /* the action that has been overdue longest, or %OCT_CHART_NONE */
  int next;      /* the next milestone */
} Findings;

static char *
day_to_text (gint32 day, const char *format)
{
  g_autoptr (GDateTime) time = NULL;
  GDate date;

  if (day <= 0)
    return g_strdup ("");
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  time = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date),
                              g_date_get_day (&date), 0, 0, 0);
  return g_date_time_format (time, format);
}

static char *
full_day (gint32 day)
{
  /* Translators: a day in full, as for g_date_time_format(). */
  return day_to_text (day, _("%-d %B %Y"));
}

static int
year_of (gint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, MAX (day, 1));
  return g_date_get_year (&date);
}

/**
 * oct_timeline_days_to_text:
 * @start: a Julian day, or 0
 * @end: a Julian day, or 0
 *
 * Returns: (transfer full): the days in words, "No dates" where neither is known
 */
char *
oct_timeline_days_to_text (gint32 start, gint32 end)
{
  g_autofree char *first = NULL, *last = NULL;

  if (start <= 0 && end <= 0)
    return g_strdup (_("No dates"));
  last = full_day (end > 0 ? end : start);
  if (start <= 0 || end <= 0 || start == end)
    return g_steal_pointer (&last);
  /* Translators: a day whose year is said after it. */
  first = day_to_text (start, year_of (start) == year_of (end) ? _("%-d %B") : _("%-d %B %Y"));
  /* Translators: from the first day to the last. */
  return g_strdup_printf (_("%s to %s"), first, last);
}

const char *
oct_timeline_state_name (OctTimelineKind kind, OctTimelineState state)
{
  static const char *const bars[] = { N_("not started"), N_("in progress"), N_("complete"),
                                      N_("overdue"), N_("stopped") };
  static const char *const milestones[] = { N_("not due"), N_("partly met"), N_("met"),
                                            N_("missed"), N_("not required") };
  static const char *const reviews[] = { N_("to come"), N_("partly recorded"), N_("held"),
                                         N_("overdue"), N_("not required") };

  g_return_val_if_fail (state <= OCT_TIMELINE_STOPPED, "");

  return kind == OCT_TIMELINE_MILESTONE ? _(milestones[state])
         : kind == OCT_TIMELINE_REVIEW  ? _(reviews[state])
                                        : _(bars[state]);
}

static void
count_bar (OctTimelineChart *self, int datum, Findings *findings)
{
  const OctTimelineEntry *entry = oct_timeline_row (self, datum);
  gboolean overdue = entry->given.state == OCT_TIMELINE_OVERDUE;

  if (entry->given.level == 1)
    {
      findings->objectives++;
      findings->objectives_overdue += overdue;
    }
  if (entry->given.level != self->item_level)
    return;
  findings->n++;
  findings->n_overdue += overdue;
  findings->later += entry->given.baseline_end > 0 && entry->end > entry->given.baseline_end;
  if (overdue
      && (findings->longest == OCT_CHART_NONE
          || entry->end < oct_timeline_row (self, findings->longest)->end))
    findings->longest = datum;
}

static void
find (OctTimelineChart *self, Findings *findings)
{
  *findings = (Findings) { .longest = OCT_CHART_NONE, .next = OCT_CHART_NONE };
  oct_timeline_prepare (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const OctTimelineEntry *entry = oct_timeline_row (self, i);

      if (entry->given.kind == OCT_TIMELINE_BAR)
        count_bar (self, i, findings);
      else if (entry->given.kind == OCT_TIMELINE_REVIEW)
        findings->reviews += entry->given.state == OCT_TIMELINE_OVERDUE;
      else
        {
          findings->missed += entry->given.state == OCT_TIMELINE_OVERDUE;
          if (entry->given.state == OCT_TIMELINE_NOT_STARTED && entry->end >= MAX (self->today, 1)
              && (findings->next == OCT_CHART_NONE
                  || entry->end < oct_timeline_row (self, findings->next)->end))
            findings->next = i;
        }
    }
  for (guint i = 0; i < self->links->len; i++)
    findings->broken += oct_timeline_link_broken (self,
                                                  &g_array_index (self->links, OctTimelineLink, i));
}

static char *
objectives_to_text (OctTimelineChart *self, guint n_overdue, guint n)
{
  if (self->partial)
    return g_strdup_printf (
      ngettext ("%u objective is overdue", "%u objectives are overdue", n_overdue), n_overdue);
  if (n == 1)
    return g_strdup (_("The only objective is overdue"));
  /* Translators: how many of how many objectives; the first number decides the form. */
  return g_strdup_printf (ngettext ("%u of %u objectives is overdue",
                                    "%u of %u objectives are overdue", n_overdue),
                          n_overdue, n);
}

static char *
overdue_to_text (OctTimelineChart *self, const Findings *findings)
{
  if (self->item_level < 2)
    return objectives_to_text (self, findings->n_overdue, findings->n);
  if (self->partial)
    return g_strdup_printf (ngettext ("%u action is overdue", "%u actions are overdue",
                                      findings->n_overdue),
                            findings->n_overdue);
  if (findings->n == 1)
    return g_strdup (_("The only action is overdue"));
  /* Translators: how many of how many actions; the first number decides the form. */
  return g_strdup_printf (ngettext ("%u of %u actions is overdue", "%u of %u actions are overdue",
                                    findings->n_overdue),
                          findings->n_overdue, findings->n);
}

static char *
later_to_text (OctTimelineChart *self, const Findings *findings)
{
  if (findings->n == 1)
    return g_strdup (self->item_level < 2 ? _("The only objective ends later than approved")
                                          : _("The only action ends later than approved"));
  if (self->item_level < 2)
    /* Translators: how many of how many objectives; the first number decides the form. */
    return g_strdup_printf (ngettext ("%u of %u objectives ends later than approved",
                                      "%u of %u objectives end later than approved",
                                      findings->later),
                            findings->later, findings->n);
  /* Translators: how many of how many actions; the first number decides the form. */
  return g_strdup_printf (ngettext ("%u of %u actions ends later than approved",
                                    "%u of %u actions end later than approved", findings->later),
                          findings->later, findings->n);
}

static char *
finding_to_text (OctTimelineChart *self, const Findings *findings)
{
  if (findings->n_overdue > 0)
    return overdue_to_text (self, findings);
  if (findings->objectives_overdue > 0)
    return objectives_to_text (self, findings->objectives_overdue, findings->objectives);
  if (findings->missed > 0)
    return g_strdup_printf (ngettext ("%u milestone was missed", "%u milestones were missed",
                                      findings->missed),
                            findings->missed);
  if (findings->later > 0)
    return later_to_text (self, findings);
  return g_strdup (_("Nothing is overdue"));
}

char *
oct_timeline_suggest_title (OctChart *chart)
{
  OctTimelineChart *self = OCT_TIMELINE_CHART (chart);
  Findings findings;

  if (self->rows->len == 0)
    return NULL;
  find (self, &findings);
  return finding_to_text (self, &findings);
}

static void
append (GString *text, char *sentence)
{
  g_string_append_printf (text, " %s.", sentence);
  g_free (sentence);
}

/* What else a reader should take away. */
static void
append_rest (OctTimelineChart *self, const Findings *findings, GString *text)
{
  if (findings->longest != OCT_CHART_NONE)
    {
      const OctTimelineEntry *longest = oct_timeline_row (self, findings->longest);
      g_autofree char *day = full_day (longest->end);

      /* Translators: an action's name, and the day it was due. */
      append (text, g_strdup_printf (_("Longest overdue: %s, due %s"), longest->given.text, day));
    }
  if (findings->n_overdue > 0 && findings->missed > 0)
    append (text, g_strdup_printf (ngettext ("%u milestone was missed", "%u milestones were missed",
                                             findings->missed),
                                   findings->missed));
  if (findings->reviews > 0)
    append (text, g_strdup_printf (ngettext ("%u review is overdue", "%u reviews are overdue",
                                             findings->reviews),
                                   findings->reviews));
  if (findings->later > 0 && findings->n_overdue > 0)
    append (text, later_to_text (self, findings));
  if (findings->broken > 0)
    append (text, g_strdup_printf (ngettext ("%u starts before what it needs has ended",
                                             "%u start before what they need has ended",
                                             findings->broken),
                                   findings->broken));
  if (findings->next != OCT_CHART_NONE)
    {
      const OctTimelineEntry *next = oct_timeline_row (self, findings->next);
      g_autofree char *day = full_day (next->end);

      /* Translators: a milestone's name, and the day it is due. */
      append (text, g_strdup_printf (_("The next milestone is %s, on %s"), next->given.text, day));
    }
}

char *
oct_timeline_describe (OctChart *chart)
{
  OctTimelineChart *self = OCT_TIMELINE_CHART (chart);
  GString *text = g_string_new (NULL);
  g_autofree char *days = NULL;
  gint32 start, end;
  Findings findings;

  if (!oct_timeline_chart_get_extent (self, &start, &end))
    {
      g_string_append_printf (text,
                              ngettext ("Timeline of %u row without dates.",
                                        "Timeline of %u rows without dates.", self->rows->len),
                              self->rows->len);
      return g_string_free (text, FALSE);
    }
  find (self, &findings);
  days = oct_timeline_days_to_text (start, end);
  if (self->item_level < 2)
    /* Translators: how many objectives; from the first day to the last. */
    g_string_append_printf (text,
                            ngettext ("Timeline of %u objective, %s.",
                                      "Timeline of %u objectives, %s.", findings.n),
                            findings.n, days);
  else
    /* Translators: numbers of actions and of objectives; from the first day to the last. */
    g_string_append_printf (text, _("Timeline, actions: %u, objectives: %u, %s."), findings.n,
                            findings.objectives, days);
  append (text, finding_to_text (self, &findings));
  append_rest (self, &findings, text);
  return g_string_free (text, FALSE);
}

static void
describe_dates (OctTimelineChart *self, const OctTimelineEntry *entry, GString *text)
{
  g_autofree char *days = oct_timeline_days_to_text (entry->start, entry->end);
  guint late = oct_timeline_days_overdue (self, entry);

  g_string_append_printf (text, "\n%s", days);
  if (entry->given.level > 0 || entry->given.kind != OCT_TIMELINE_BAR)
    g_string_append_printf (text, ", %s",
                            oct_timeline_state_name (entry->given.kind, entry->given.state));
  if (late > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (
        text, ngettext ("%u day since it was due", "%u days since it was due", late), late);
    }
  if (oct_timeline_moved (entry))
    {
      g_autofree char *approved = oct_timeline_days_to_text (
        entry->given.kind == OCT_TIMELINE_BAR ? entry->given.baseline_start : 0,
        entry->given.baseline_end);

      /* Translators: the days that were set when the plan was approved. */
      g_string_append_printf (text, _("\nApproved as %s"), approved);
    }
}

static void
describe_links (OctTimelineChart *self, int datum, GString *text)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const OctTimelineLink *link = &g_array_index (self->links, OctTimelineLink, i);

      if (link->to != datum)
        continue;
      /* Translators: the name of an action that must have ended before. */
      g_string_append_printf (text, _("\nNeeds: %s"),
                              oct_timeline_row (self, link->from)->given.text);
      if (oct_timeline_link_broken (self, link))
        g_string_append_printf (text, " – %s", _("starts before that has ended"));
    }
}

char *
oct_timeline_describe_datum (OctChart *chart, int datum)
{
  OctTimelineChart *self = OCT_TIMELINE_CHART (chart);
  const OctTimelineEntry *entry;
  GString *text;

  if (datum < 0 || datum >= (int) self->rows->len)
    return NULL;
  oct_timeline_prepare (self);
  entry = oct_timeline_row (self, datum);
  text = g_string_new (NULL);
  if (entry->given.kind != OCT_TIMELINE_BAR)
    g_string_append_printf (
      text, "%s: ", entry->given.kind == OCT_TIMELINE_MILESTONE ? _("Milestone") : _("Review"));
  g_string_append (text, entry->given.text);
  if (entry->given.level == 0 && entry->n > 0)
    {
      g_string_append (text, "\n");
      if (!self->partial)
        {
          /* Translators: of the actions below a row. */
          g_string_append_printf (text, _("%u of %u complete"), entry->n_complete, entry->n);
          g_string_append (text, ", ");
        }
      /* Translators: how many rows below this one are overdue. */
      g_string_append_printf (text, _("%u overdue"), entry->n_overdue);
    }
  describe_dates (self, entry, text);
  if (entry->given.owner != NULL && *entry->given.owner != '\0')
    g_string_append_printf (text, "\n%s", entry->given.owner);
  if (entry->given.rating != OCT_RATING_MARK_NONE)
    /* Translators: the last rating of an objective: red, amber or green. */
    g_string_append_printf (text, _("\nRated %s"), oct_rating_mark_name (entry->given.rating));
  describe_links (self, datum, text);
  return g_string_free (text, FALSE);
}

static const char *
kind_name (const OctTimelineRow *row)
{
  switch (row->kind)
    {
    case OCT_TIMELINE_MILESTONE:
      return _("Milestone");
    case OCT_TIMELINE_REVIEW:
      return _("Review");
    case OCT_TIMELINE_BAR:
    default:
      return row->level == 0 ? _("Plan") : row->level == 1 ? _("Objective") : _("Action");
    }
}

OctChartTable *
oct_timeline_table (OctChart *chart)
{
  OctTimelineChart *self = OCT_TIMELINE_CHART (chart);
  OctChartTable *table = oct_chart_table_new (9, _("Name"), _("Kind"), _("Owner"), _("Starts"),
                                              _("Ends"), _("Approved start"), _("Approved end"),
                                              _("State"), _("Rating"));

  oct_timeline_prepare (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const OctTimelineEntry *entry = oct_timeline_row (self, i);
      const OctTimelineRow *row = &entry->given;
      g_autofree char *start = full_day (entry->start), *end = full_day (entry->end),
                      *first = full_day (row->baseline_start), *last = full_day (row->baseline_end);

      oct_chart_table_add (
        table, row->text, kind_name (row), row->owner, start, end, first, last,
        row->level == 0 && row->kind == OCT_TIMELINE_BAR
          ? ""
          : oct_timeline_state_name (row->kind, row->state),
        row->rating == OCT_RATING_MARK_NONE ? "" : oct_rating_mark_name (row->rating));
    }
  return table;
}
