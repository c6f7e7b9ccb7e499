/* Risks in words.
 *
 * The finding is looked for in this order: a risk that rose above the appetite since last time, how
 * many are above it, how many rose, and else how many there are.
 */
#include <glib/gi18n.h>

#include "oct-risk-private.h"

typedef struct
{
  guint n, above, up, down, unscored, crossed;
  guint limited;                   /* those that have an appetite */
  const OctRiskDisc *crossed_risk; /* above the appetite now, and not last time */
  const OctRiskDisc *above_risk;
} Findings;

static void
find (OctRiskChart *self, Findings *findings)
{
  *findings = (Findings) { .n = self->risks->len };
  for (guint i = 0; i < self->risks->len; i++)
    {
      const OctRiskDisc *risk = oct_risk_map_get (self, i);
      int change = oct_risk_map_get_change (risk);

      findings->limited += risk->appetite > 0;
      findings->unscored += !oct_risk_map_is_scored (risk->now);
      findings->up += change > 0;
      findings->down += change < 0;
      if (!oct_risk_map_is_above (risk))
        continue;
      findings->above++;
      findings->above_risk = risk;
      if (oct_risk_map_is_scored (risk->before)
          && oct_risk_map_score (risk->before) <= risk->appetite)
        {
          findings->crossed++;
          findings->crossed_risk = risk;
        }
    }
}

static char *
finding_to_text (const Findings *findings)
{
  if (findings->n == 0)
    return g_strdup (_("No risk is recorded yet"));
  if (findings->unscored == findings->n)
    return g_strdup (_("No risk is scored yet"));
  if (findings->crossed == 1)
    /* Translators: a risk, such as "A boiler fails in winter". */
    return g_strdup_printf (_("“%s” rose above the appetite"), findings->crossed_risk->name);
  if (findings->crossed > 1)
    /* Translators: how many risks. */
    return g_strdup_printf (_("%u risks rose above the appetite"), findings->crossed);
  if (findings->above > 0 && findings->n == 1)
    return g_strdup (_("The only risk is above the appetite"));
  if (findings->above > 0)
    /* Translators: how many risks of how many. */
    return g_strdup_printf (ngettext ("%u of %u risks is above the appetite",
                                      "%u of %u risks are above the appetite", findings->above),
                            findings->above, findings->n);
  if (findings->up > 0)
    /* Translators: how many risks have a higher score, and how many a lower one. */
    return g_strdup_printf (_("Scores since last time: %u up, %u down"), findings->up,
                            findings->down);
  if (findings->limited > 0)
    return g_strdup (_("No risk is above the appetite"));
  return g_strdup_printf (ngettext ("%u risk by likelihood and impact",
                                    "%u risks by likelihood and impact", findings->n),
                          findings->n);
}

char *
oct_risk_map_suggest_title (OctChart *chart)
{
  OctRiskChart *self = OCT_RISK_CHART (chart);
  Findings findings;

  find (self, &findings);
  return finding_to_text (&findings);
}

char *
oct_risk_map_describe (OctChart *chart)
{
  OctRiskChart *self = OCT_RISK_CHART (chart);
  g_autofree char *finding = NULL;
  Findings findings;

  find (self, &findings);
  finding = finding_to_text (&findings);
  if (findings.n == 0)
    return g_strdup_printf ("%s.", finding);
  /* Translators: a number of risks, a finding, and how many risks of each kind. */
  return g_strdup_printf (ngettext ("%u risk by likelihood and impact. %s. Above the appetite %u, "
                                    "up %u, down %u, not scored %u.",
                                    "%u risks by likelihood and impact. %s. Above the appetite %u, "
                                    "up %u, down %u, not scored %u.",
                                    findings.n),
                          findings.n, finding, findings.above, findings.up, findings.down,
                          findings.unscored);
}

static char *
step_to_text (char **names, guint step)
{
  return names != NULL ? g_strdup_printf ("%u, %s", step, names[step - 1])
                       : g_strdup_printf ("%u", step);
}

char *
oct_risk_map_describe_datum (OctChart *chart, int datum)
{
  OctRiskChart *self = OCT_RISK_CHART (chart);
  g_autofree char *likelihood = NULL, *impact = NULL;
  g_autoptr (GString) text = NULL;
  const OctRiskDisc *risk;

  if (datum < 0 || datum >= (int) self->risks->len)
    return NULL;
  risk = oct_risk_map_get (self, datum);
  if (!oct_risk_map_is_scored (risk->now))
    /* Translators: the number of a risk, and what it is. */
    return g_strdup_printf (_("%u %s: not scored"), risk->number, risk->name);
  likelihood = step_to_text (self->likelihood, risk->now.likelihood);
  impact = step_to_text (self->impact, risk->now.impact);
  text = g_string_new (NULL);
  /* Translators: number and name of a risk, two steps, and their product. */
  g_string_append_printf (text, _("%u %s: likelihood %s; impact %s; score %u"), risk->number,
                          risk->name, likelihood, impact, oct_risk_map_score (risk->now));
  if (oct_risk_map_is_above (risk))
    g_string_append_printf (text, ", %s", _("above the appetite"));
  if (oct_risk_map_is_scored (risk->before))
    {
      g_string_append (text, ". ");
      /* Translators: a score. */
      g_string_append_printf (text, _("Last time %u"), oct_risk_map_score (risk->before));
    }
  g_string_append_c (text, '.');
  return g_strdup (text->str);
}

static char *
number_or_nothing (guint number)
{
  return number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("");
}

OctChartTable *
oct_risk_map_table (OctChart *chart)
{
  OctRiskChart *self = OCT_RISK_CHART (chart);
  OctChartTable *table = oct_chart_table_new (6, _("Number"), _("Risk"), _("Likelihood"),
                                              _("Impact"), _("Score"), _("Score last time"));

  for (guint i = 0; i < self->risks->len; i++)
    {
      const OctRiskDisc *risk = oct_risk_map_get (self, i);
      g_autofree char *number = g_strdup_printf ("%u", risk->number),
                      *likelihood = number_or_nothing (risk->now.likelihood),
                      *impact = number_or_nothing (risk->now.impact),
                      *score = number_or_nothing (oct_risk_map_score (risk->now)),
                      *before = number_or_nothing (oct_risk_map_score (risk->before));

      oct_chart_table_add (table, number, risk->name, likelihood, impact, score, before);
    }
  return table;
}
