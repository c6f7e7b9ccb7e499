/* Did it last? In words.
 *
 * The finding is looked for in this order: what slipped after support had ended, what held, re-checks
 * that are overdue, and else that nothing has been re-checked.
 */
#include <glib/gi18n.h>

#include "oct-recovery-private.h"

typedef struct
{
  guint held, partly, slipped, due, overdue, supports;
  const OctRecoveryLane *slipped_lane, *held_lane;
} Findings;

char *
oct_recovery_support_to_text (const OctRecoveryEvent *event)
{
  g_autofree char *number = NULL, *days = NULL;

  if (event->days >= 0)
    {
      number = oct_chart_value_to_text (event->days, OCT_CHART_UNIT_NUMBER);
      /* Translators: a number of days, which may be a half. */
      days = g_strdup_printf (event->days == 1 ? _("%s day") : _("%s days"), number);
    }
  if (event->words == NULL || *event->words == '\0')
    return g_steal_pointer (&days);
  /* Translators: a number of days, and who gave support. */
  return days != NULL ? g_strdup_printf (_("%s, %s"), days, event->words) : g_strdup (event->words);
}

static void
find (OctRecoveryChart *self, Findings *findings)
{
  *findings = (Findings) { 0 };
  for (guint i = 0; i < self->events->len; i++)
    {
      const OctRecoveryEvent *event = oct_recovery_event (self, i);

      findings->supports += event->kind == OCT_RECOVERY_SUPPORT;
      if (event->kind != OCT_RECOVERY_CHECK)
        continue;
      findings->overdue += oct_recovery_is_overdue (self, event);
      if (event->value == OCT_RECOVERY_CHECK_DUE)
        findings->due++;
      else if (event->value == OCT_RECOVERY_CHECK_PARTLY)
        findings->partly++;
      else if (event->value == OCT_RECOVERY_CHECK_HELD)
        {
          findings->held++;
          findings->held_lane = oct_recovery_lane (self, event->lane);
        }
      else
        {
          findings->slipped++;
          findings->slipped_lane = oct_recovery_lane (self, event->lane);
        }
    }
}

static char *
finding_to_text (OctRecoveryChart *self, const Findings *findings)
{
  guint done = findings->held + findings->partly + findings->slipped;

  if (self->lanes->len == 0 || self->events->len == 0)
    return g_strdup (_("No support has ended yet"));
  if (findings->slipped == 1)
    /* Translators: a school or an objective. */
    return g_strdup_printf (_("%s slipped after support ended"), findings->slipped_lane->name);
  if (findings->slipped > 1)
    /* Translators: how many re-checks of how many. */
    return g_strdup_printf (_("%u of %u re-checks found that things slipped"), findings->slipped,
                            done);
  if (findings->partly > 0)
    /* Translators: how many re-checks of how many. */
    return g_strdup_printf (_("%u of %u re-checks found that things held in full"), findings->held,
                            done);
  if (findings->held == 1)
    /* Translators: a school or an objective. */
    return g_strdup_printf (_("It lasted at %s"), findings->held_lane->name);
  if (findings->held > 1)
    /* Translators: how many re-checks. */
    return g_strdup_printf (_("It lasted: all %u re-checks found that things held"),
                            findings->held);
  if (findings->overdue > 0)
    return g_strdup_printf (ngettext ("%u re-check is overdue", "%u re-checks are overdue",
                                      findings->overdue),
                            findings->overdue);
  return g_strdup (_("Nothing has been re-checked yet"));
}

char *
oct_recovery_suggest_title (OctChart *chart)
{
  OctRecoveryChart *self = OCT_RECOVERY_CHART (chart);
  Findings findings;

  find (self, &findings);
  return finding_to_text (self, &findings);
}

char *
oct_recovery_describe (OctChart *chart)
{
  OctRecoveryChart *self = OCT_RECOVERY_CHART (chart);
  g_autofree char *finding = NULL;
  Findings findings;

  find (self, &findings);
  finding = finding_to_text (self, &findings);
  if (self->events->len == 0)
    return g_strdup_printf ("%s.", finding);
  /* Translators: a finding, and numbers of re-checks. */
  return g_strdup_printf (_("From need to support, ratings and re-checks. %s. Re-checks: held %u, "
                            "in part %u, slipped %u, to be done %u, overdue %u."),
                          finding, findings.held, findings.partly, findings.slipped, findings.due,
                          findings.overdue);
}

/* What a datum is, without its words. */
static char *
event_to_text (OctRecoveryChart *self, const OctRecoveryEvent *event)
{
  switch (event->kind)
    {
    case OCT_RECOVERY_NEED:
      return g_strdup (_("need raised"));
    case OCT_RECOVERY_SUPPORT:
      return g_strdup (event->end > 0 ? _("support") : _("support, still going on"));
    case OCT_RECOVERY_RATING:
      /* Translators: a rating, such as Red. */
      return g_strdup_printf (_("rated %s"), oct_rating_mark_name (event->value));
    case OCT_RECOVERY_CHECK:
    default:
      return g_strdup (event->value == OCT_RECOVERY_CHECK_HELD      ? _("re-check: it held")
                       : event->value == OCT_RECOVERY_CHECK_PARTLY  ? _("re-check: it held in part")
                       : event->value == OCT_RECOVERY_CHECK_SLIPPED ? _("re-check: it slipped")
                       : oct_recovery_is_overdue (self, event)      ? _("re-check overdue")
                                                                    : _("re-check due"));
    }
}

static char *
event_to_days (const OctRecoveryEvent *event)
{
  g_autofree char *day = oct_chart_day_to_text (event->day, FALSE);
  g_autofree char *end = oct_chart_day_to_text (event->end, FALSE);

  /* Translators: two days. */
  return *end != '\0' ? g_strdup_printf (_("%s to %s"), day, end) : g_steal_pointer (&day);
}

static char *
event_to_words (const OctRecoveryEvent *event)
{
  return event->kind == OCT_RECOVERY_SUPPORT ? oct_recovery_support_to_text (event)
                                             : g_strdup (event->words);
}

char *
oct_recovery_describe_datum (OctChart *chart, int datum)
{
  OctRecoveryChart *self = OCT_RECOVERY_CHART (chart);
  g_autofree char *what = NULL, *days = NULL, *words = NULL;
  const OctRecoveryEvent *event;

  if (datum < 0 || datum >= (int) self->events->len)
    return NULL;
  event = oct_recovery_event (self, datum);
  what = event_to_text (self, event);
  days = event_to_days (event);
  words = event_to_words (event);
  if (words == NULL || *words == '\0')
    /* Translators: a school or an objective, one or two days, and what happened then. */
    return g_strdup_printf (_("%s, %s: %s"), oct_recovery_lane (self, event->lane)->name, days,
                            what);
  /* Translators: a school or an objective, one or two days, what happened then, and words on it. */
  return g_strdup_printf (_("%s, %s: %s. %s"), oct_recovery_lane (self, event->lane)->name, days,
                          what, words);
}

OctChartTable *
oct_recovery_table (OctChart *chart)
{
  OctRecoveryChart *self = OCT_RECOVERY_CHART (chart);
  OctChartTable *table = oct_chart_table_new (5, _("School"), _("Objective"), _("Day"), _("What"),
                                              _("Details"));

  for (guint i = 0; i < self->events->len; i++)
    {
      const OctRecoveryEvent *event = oct_recovery_event (self, i);
      const OctRecoveryLane *lane = oct_recovery_lane (self, event->lane);
      g_autofree char *what = event_to_text (self, event), *days = event_to_days (event),
                      *words = event_to_words (event);

      oct_chart_table_add (table, lane->name, lane->detail, days, what, words);
    }
  return table;
}
