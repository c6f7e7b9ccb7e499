/* Milestones met against planned in words: the gap at today, the days, the table. */
#include <glib/gi18n.h>

#include "oct-burn-up-private.h"

char *
oct_burn_up_gap_to_text (const OctBurnUpSums *sums)
{
  if (sums->met == sums->due)
    return g_strdup (_("on time"));
  if (sums->met < sums->due)
    /* Translators: how many milestones fewer were met than planned. */
    return g_strdup_printf (_("%u behind"), sums->due - sums->met);
  /* Translators: how many milestones more were met than planned. */
  return g_strdup_printf (_("%u ahead"), sums->met - sums->due);
}

static char *
finding_to_text (const OctBurnUpSums *sums)
{
  if (sums->n == 0)
    return g_strdup (_("No milestone is set yet"));
  if (sums->planned == 0 && sums->met == 0)
    return g_strdup (_("No milestone has a date yet"));
  if (sums->due == 0 && sums->met == 0)
    return g_strdup (_("No milestone is due yet"));
  if (sums->met < sums->due)
    /* Translators: how many fewer were met than planned, and the two numbers. */
    return g_strdup_printf (ngettext ("%u milestone behind plan: %u met of %u due",
                                      "%u milestones behind plan: %u met of %u due",
                                      sums->due - sums->met),
                            sums->due - sums->met, sums->met, sums->due);
  if (sums->met > sums->due)
    return g_strdup_printf (ngettext ("%u milestone ahead of plan: %u met, %u due",
                                      "%u milestones ahead of plan: %u met, %u due",
                                      sums->met - sums->due),
                            sums->met - sums->due, sums->met, sums->due);
  /* Translators: how many milestones. */
  return g_strdup_printf (ngettext ("As many milestones are met as were due: %u",
                                    "As many milestones are met as were due: %u", sums->met),
                          sums->met);
}

char *
oct_burn_up_suggest_title (OctChart *chart)
{
  OctBurnUpSums sums;

  oct_burn_up_get_sums (OCT_BURN_UP_CHART (chart), &sums);
  return finding_to_text (&sums);
}

char *
oct_burn_up_describe (OctChart *chart)
{
  OctBurnUpChart *self = OCT_BURN_UP_CHART (chart);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *finding = NULL, *day = oct_chart_day_to_text (self->today, FALSE);
  OctBurnUpSums sums;

  oct_burn_up_get_sums (self, &sums);
  finding = finding_to_text (&sums);
  g_string_append_printf (text, "%s.", finding);
  if (sums.n > 0)
    {
      g_string_append_c (text, ' ');
      /* Translators: numbers of milestones. */
      g_string_append_printf (text, _("%u milestones in all, %u of them met."), sums.n, sums.met);
    }
  if (*day != '\0' && sums.n > 0)
    {
      g_string_append_c (text, ' ');
      /* Translators: a day. */
      g_string_append_printf (text, _("Counted on %s."), day);
    }
  if (sums.undated > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text,
                              ngettext ("%u has no date and isn’t shown.",
                                        "%u have no date and aren’t shown.", sums.undated),
                              sums.undated);
    }
  return g_strdup (text->str);
}

/* The names of the milestones of a day, three at most. */
static void
append_names (OctBurnUpChart *self, GString *text, gint32 day, gboolean met)
{
  guint n = 0;

  for (guint i = 0; i < self->milestones->len; i++)
    {
      const OctBurnUpMilestone *milestone = oct_burn_up_milestone (self, i);

      if ((met ? milestone->met : milestone->due) != day)
        continue;
      if (n == 3)
        {
          g_string_append (text, "…");
          return;
        }
      if (n++ > 0)
        g_string_append (text, "; ");
      else
        /* Translators: before the names of milestones. */
        g_string_append_printf (text, " %s ", met ? _("Met:") : _("Due:"));
      g_string_append (text, milestone->name);
    }
  if (n > 0)
    g_string_append_c (text, '.');
}

char *
oct_burn_up_describe_datum (OctChart *chart, int datum)
{
  OctBurnUpChart *self = OCT_BURN_UP_CHART (chart);
  GArray *days = oct_burn_up_get_days (self);
  g_autoptr (GString) text = NULL;
  g_autofree char *when = NULL;
  const OctBurnUpDay *day;

  if (datum < 0 || datum >= (int) days->len)
    return NULL;
  day = &g_array_index (days, OctBurnUpDay, datum);
  when = oct_chart_day_to_text (day->day, FALSE);
  text = g_string_new (NULL);
  if (self->today > 0 && day->day > self->today)
    /* Translators: a day, and how many milestones are planned by then. */
    g_string_append_printf (text, _("%s: %u planned by then."), when, day->planned);
  else
    /* Translators: a day, and how many milestones were planned and met by then. */
    g_string_append_printf (text, _("%s: %u planned by then, %u met."), when, day->planned,
                            day->reached);
  append_names (self, text, day->day, FALSE);
  append_names (self, text, day->day, TRUE);
  return g_strdup (text->str);
}

OctChartTable *
oct_burn_up_table (OctChart *chart)
{
  OctBurnUpChart *self = OCT_BURN_UP_CHART (chart);
  GArray *days = oct_burn_up_get_days (self);
  OctChartTable *table = oct_chart_table_new (5, _("Day"), _("Due"), _("Met"), _("Due by then"),
                                              _("Met by then"));

  for (guint i = 0; i < days->len; i++)
    {
      const OctBurnUpDay *day = &g_array_index (days, OctBurnUpDay, i);
      g_autofree char *when = oct_chart_day_to_text (day->day, FALSE),
                      *due = g_strdup_printf ("%u", day->due),
                      *met = g_strdup_printf ("%u", day->met),
                      *planned = g_strdup_printf ("%u", day->planned), *reached = NULL;

      if (self->today == 0 || day->day <= self->today)
        reached = g_strdup_printf ("%u", day->reached);
      oct_chart_table_add (table, when, due, met, planned, reached);
    }
  return table;
}
