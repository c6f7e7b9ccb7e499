/* Readings side by side, in words: the finding, a reading, the table.
 *
 * What went back comes first, then what moved on, then what is still below its target. There is no
 * word for all readings together, other than that they are at one stage.
 */
#include <glib/gi18n.h>

#include "oct-resiliences-private.h"

typedef struct
{
  guint judged, up, down, aimed, below;
  const OctReading *up_one, *down_one, *below_one;
  int only_stage; /* of all that are judged, or %OCT_STAGE_NOT_JUDGED */
} Findings;

static void
find (OctResiliencesChart *self, Findings *findings)
{
  *findings = (Findings) { .only_stage = OCT_STAGE_NOT_JUDGED };
  for (guint i = 0; i < self->n_readings; i++)
    {
      const OctReading *reading = &self->readings[i];
      int change = oct_stages_get_change (&self->stages, reading->previous, reading->stage);

      if (reading->stage == OCT_STAGE_NOT_JUDGED)
        continue;
      if (findings->judged++ == 0)
        findings->only_stage = reading->stage;
      else if (findings->only_stage != reading->stage)
        findings->only_stage = OCT_STAGE_NOT_JUDGED;
      findings->up += change > 0;
      findings->down += change < 0;
      findings->up_one = change > 0 ? reading : findings->up_one;
      findings->down_one = change < 0 ? reading : findings->down_one;
      findings->aimed += reading->target != OCT_STAGE_NOT_JUDGED;
      if (reading->target > reading->stage)
        {
          findings->below++;
          findings->below_one = reading;
        }
    }
}

static char *
list_readings (OctResiliencesChart *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->n_readings; i++)
    {
      if (i > 0)
        g_string_append (text, ", ");
      /* Translators: a resilience and its stage, in a list. */
      g_string_append_printf (text, C_ ("in a list", "%s %s"), self->readings[i].name,
                              oct_stages_get_name (&self->stages, self->readings[i].stage));
    }
  return g_strdup (text->str);
}

static char *
change_to_text (OctResiliencesChart *self, const Findings *findings)
{
  const char *stage;

  if (findings->up + findings->down > 2 || findings->down > 1 || findings->up > 1)
    return findings->down == 1
             /* Translators: a resilience; a stage; how many others. */
             ? g_strdup_printf (_("%s went back to %s; %u moved on"), findings->down_one->name,
                                oct_stages_get_name (&self->stages, findings->down_one->stage),
                                findings->up)
             : g_strdup_printf (_("%u moved on, %u went back"), findings->up, findings->down);
  if (findings->down == 1)
    {
      stage = oct_stages_get_name (&self->stages, findings->down_one->stage);
      if (findings->up == 1)
        /* Translators: a resilience, its stage; another, its stage. */
        return g_strdup_printf (_("%s went back to %s, %s moved on to %s"),
                                findings->down_one->name, stage, findings->up_one->name,
                                oct_stages_get_name (&self->stages, findings->up_one->stage));
      return g_strdup_printf (_("%s went back to %s"), findings->down_one->name, stage);
    }
  return g_strdup_printf (_("%s moved on to %s"), findings->up_one->name,
                          oct_stages_get_name (&self->stages, findings->up_one->stage));
}

char *
oct_resiliences_suggest_title (OctChart *chart)
{
  OctResiliencesChart *self = OCT_RESILIENCES_CHART (chart);
  Findings findings;

  if (self->n_readings == 0)
    return NULL;
  find (self, &findings);
  if (findings.judged == 0)
    return g_strdup (_("Nothing is judged yet"));
  if (findings.up + findings.down > 0)
    return change_to_text (self, &findings);
  if (findings.only_stage != OCT_STAGE_NOT_JUDGED && findings.judged > 1)
    /* Translators: a stage. */
    return g_strdup_printf (_("All that is judged is at %s"),
                            oct_stages_get_name (&self->stages, findings.only_stage));
  if (findings.below == 1 && findings.aimed > 1)
    /* Translators: a resilience. */
    return g_strdup_printf (_("Only %s is still below its target"), findings.below_one->name);
  return list_readings (self);
}

char *
oct_resiliences_describe (OctChart *chart)
{
  OctResiliencesChart *self = OCT_RESILIENCES_CHART (chart);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = oct_resiliences_suggest_title (chart);
  g_autofree char *list = list_readings (self);
  Findings findings;

  g_string_append_printf (text,
                          ngettext ("%u reading.", "%u readings side by side.", self->n_readings),
                          self->n_readings);
  if (title == NULL)
    return g_strdup (text->str);
  find (self, &findings);
  g_string_append_printf (text, " %s.", title);
  if (g_strcmp0 (title, list) != 0)
    g_string_append_printf (text, " %s.", list);
  if (findings.aimed > 0)
    {
      g_string_append_c (text, ' ');
      /* Translators: how many of how many. */
      g_string_append_printf (text, _("At the target or beyond: %u of %u."),
                              findings.aimed - findings.below, findings.aimed);
    }
  return g_strdup (text->str);
}

static const char *
confidence_to_text (OctStageConfidence confidence)
{
  switch (confidence)
    {
    case OCT_STAGE_CONFIDENCE_LOW:
      return _("low confidence");
    case OCT_STAGE_CONFIDENCE_MEDIUM:
      return _("medium confidence");
    case OCT_STAGE_CONFIDENCE_HIGH:
      return _("high confidence");
    case OCT_STAGE_CONFIDENCE_NOT_GIVEN:
    default:
      return NULL;
    }
}

char *
oct_resiliences_describe_datum (OctChart *chart, int datum)
{
  OctResiliencesChart *self = OCT_RESILIENCES_CHART (chart);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *change = NULL;
  const OctReading *reading;

  if (datum < 0 || datum >= (int) self->n_readings)
    return NULL;
  reading = &self->readings[datum];
  g_string_append_printf (text, "%s: %s", reading->name,
                          oct_stages_get_name (&self->stages, reading->stage));
  if (reading->previous != OCT_STAGE_NOT_JUDGED)
    change = oct_stages_change_to_text (&self->stages, reading->previous, reading->stage);
  if (change != NULL)
    g_string_append_printf (text, ", %s", change);
  if (reading->stage != OCT_STAGE_NOT_JUDGED && confidence_to_text (reading->confidence) != NULL)
    g_string_append_printf (text, ", %s", confidence_to_text (reading->confidence));
  if (reading->target != OCT_STAGE_NOT_JUDGED)
    {
      g_string_append (text, ", ");
      /* Translators: a stage. */
      g_string_append_printf (text, _("target %s"),
                              oct_stages_get_name (&self->stages, reading->target));
    }
  if (reading->indicator != NULL)
    g_string_append_printf (text, ". %s", reading->indicator);
  return g_strdup (text->str);
}

static const char *
judged_name (OctResiliencesChart *self, int stage)
{
  return stage != OCT_STAGE_NOT_JUDGED ? oct_stages_get_name (&self->stages, stage) : "";
}

OctChartTable *
oct_resiliences_table (OctChart *chart)
{
  OctResiliencesChart *self = OCT_RESILIENCES_CHART (chart);
  OctChartTable *table = oct_chart_table_new (
    6, _("Name"), _("Stage"), self->previous_name != NULL ? self->previous_name : _("Before"),
    _("Target"), _("Confidence"), _("Figures"));

  for (guint i = 0; i < self->n_readings; i++)
    {
      const OctReading *reading = &self->readings[i];

      oct_chart_table_add (table, reading->name,
                           oct_stages_get_name (&self->stages, reading->stage),
                           judged_name (self, reading->previous),
                           judged_name (self, reading->target),
                           confidence_to_text (reading->confidence), reading->indicator);
    }
  return table;
}
