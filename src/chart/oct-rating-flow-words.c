/* The flow of ratings in words.
 *
 * The finding is the way down that most objectives took, where one stands out; else how many went
 * down and how many up.
 */
#include <glib/gi18n.h>

#include "oct-rating-flow-private.h"

typedef struct
{
  guint up, down, same, first, lost; /* lost: rated before, not now */
  const OctFlowBand *most_down;
} Findings;

static void
find (const OctFlowLayout *layout, Findings *findings)
{
  *findings = (Findings) { 0 };
  for (guint i = 0; i < layout->n_bands; i++)
    {
      const OctFlowBand *band = &layout->bands[i];
      OctRatingMark before = oct_flow_order[band->from], after = oct_flow_order[band->to];
      int change = oct_rating_mark_change (before, after);

      if (change > 0)
        findings->up += band->n;
      else if (change < 0)
        findings->down += band->n;
      else if (before == after)
        findings->same += oct_rating_mark_is_rating (before) ? band->n : 0;
      else if (oct_rating_mark_is_rating (before))
        findings->lost += band->n;
      else
        findings->first += band->n;
      if (change < 0 && (findings->most_down == NULL || band->n > findings->most_down->n))
        findings->most_down = band;
    }
}

static char *
finding_to_text (OctRatingFlowChart *self, const Findings *findings)
{
  if (oct_flow_get_total (self) == 0)
    return g_strdup (_("There are no two reviews to compare yet"));
  if (findings->most_down != NULL && findings->most_down->n * 2 > findings->down)
    {
      guint n = findings->most_down->n;

      /* Translators: how many objectives, and two ratings, such as Green and Amber. */
      return g_strdup_printf (ngettext ("%u objective went from %s to %s",
                                        "%u objectives went from %s to %s", n),
                              n, oct_rating_mark_name (oct_flow_order[findings->most_down->from]),
                              oct_rating_mark_name (oct_flow_order[findings->most_down->to]));
    }
  if (findings->down > 0)
    /* Translators: how many ratings of objectives. */
    return g_strdup_printf (_("%u ratings went down and %u went up"), findings->down, findings->up);
  if (findings->up > 0)
    return g_strdup_printf (ngettext ("%u rating went up and none went down",
                                      "%u ratings went up and none went down", findings->up),
                            findings->up);
  if (findings->same > 0)
    return g_strdup (_("No rating has changed"));
  return g_strdup (_("Nothing was rated at both reviews"));
}

char *
oct_flow_suggest_title (OctChart *chart)
{
  OctRatingFlowChart *self = OCT_RATING_FLOW_CHART (chart);
  OctFlowLayout layout;
  Findings findings;

  oct_flow_get_bands (self, &layout);
  find (&layout, &findings);
  return finding_to_text (self, &findings);
}

char *
oct_flow_describe (OctChart *chart)
{
  OctRatingFlowChart *self = OCT_RATING_FLOW_CHART (chart);
  g_autofree char *finding = NULL;
  OctFlowLayout layout;
  Findings findings;
  guint n = oct_flow_get_total (self);

  oct_flow_get_bands (self, &layout);
  find (&layout, &findings);
  finding = finding_to_text (self, &findings);
  if (n == 0)
    return g_strdup_printf ("%s.", finding);
  /* Translators: how many objectives, two reviews, a finding, and how many objectives of each kind. */
  return g_strdup_printf (
    _("Ratings of %u objectives, %s and %s. %s. Up %u, down %u, unchanged %u, "
      "rated for the first time %u, no longer rated %u."),
    n, self->before != NULL ? self->before : _("before"),
    self->after != NULL ? self->after : _("after"), finding, findings.up, findings.down,
    findings.same, findings.first, findings.lost);
}

char *
oct_flow_describe_datum (OctChart *chart, int datum)
{
  OctRatingFlowChart *self = OCT_RATING_FLOW_CHART (chart);
  const OctFlowBand *band;
  OctFlowLayout layout;

  oct_flow_get_bands (self, &layout);
  if (datum < 0 || datum >= (int) layout.n_bands)
    return NULL;
  band = &layout.bands[datum];
  if (band->from == band->to)
    /* Translators: a rating that stayed, and how many objectives. */
    return g_strdup_printf (ngettext ("%s as before: %u objective", "%s as before: %u objectives",
                                      band->n),
                            oct_rating_mark_name (oct_flow_order[band->from]), band->n);
  /* Translators: two ratings, and how many objectives went from one to the other. */
  return g_strdup_printf (ngettext ("%s to %s: %u objective", "%s to %s: %u objectives", band->n),
                          oct_rating_mark_name (oct_flow_order[band->from]),
                          oct_rating_mark_name (oct_flow_order[band->to]), band->n);
}

OctChartTable *
oct_flow_table (OctChart *chart)
{
  OctRatingFlowChart *self = OCT_RATING_FLOW_CHART (chart);
  OctChartTable *table = oct_chart_table_new (3, self->before != NULL ? self->before : _("Before"),
                                              self->after != NULL ? self->after : _("After"),
                                              _("Objectives"));
  OctFlowLayout layout;

  oct_flow_get_bands (self, &layout);
  for (guint i = 0; i < layout.n_bands; i++)
    {
      g_autofree char *n = g_strdup_printf ("%u", layout.bands[i].n);

      oct_chart_table_add (table, oct_rating_mark_name (oct_flow_order[layout.bands[i].from]),
                           oct_rating_mark_name (oct_flow_order[layout.bands[i].to]), n);
    }
  return table;
}
