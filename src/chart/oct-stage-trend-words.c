/* Stages over time in words: the finding, the data, the table.
 *
 * The first line of a panel is what it is about. Nothing is compared across a break, and no
 * distance between stages is spoken of beyond which comes first.
 */
#include <glib/gi18n.h>

#include "oct-stage-trend-private.h"

static int
last_judged (OctStageTrendChart *self, const OctTrendLine *line)
{
  for (int i = (int) self->cycles->len - 1; i >= 0; i--)
    {
      if (line->stages[i] != OCT_STAGE_NOT_JUDGED)
        return i;
    }
  return -1;
}

static const char *
panel_name (const OctTrendPanel *panel)
{
  if (panel->name[0] == '\0' && panel->n_lines > 0 && panel->lines[0].name != NULL)
    return panel->lines[0].name;
  return panel->name;
}

/* The first of the cycles that end with @cycle, can be compared with it and are at its stage. */
static guint
since (OctStageTrendChart *self, const OctTrendLine *line, guint cycle)
{
  int before = oct_trend_before (self, line, cycle);

  while (before >= 0 && line->stages[before] == line->stages[cycle])
    {
      cycle = before;
      before = oct_trend_before (self, line, cycle);
    }
  return cycle;
}

static char *
panel_finding (OctStageTrendChart *self, const OctTrendPanel *panel)
{
  const OctTrendLine *line = &panel->lines[0];
  int last = panel->n_lines > 0 ? last_judged (self, line) : -1, before, change;
  const char *name = panel_name (panel), *stage, *cycle;
  guint first;

  if (last < 0)
    /* Translators: an element's name. */
    return g_strdup_printf (_("%s is not judged yet"), name);
  first = since (self, line, last);
  before = oct_trend_before (self, line, first);
  change = before < 0
             ? 0
             : oct_stages_get_change (&self->stages, line->stages[before], line->stages[last]);
  stage = oct_stages_get_name (&self->stages, line->stages[last]);
  cycle = oct_trend_cycle (self, first)->name;
  if (change == 0 && first == (guint) last)
    /* Translators: an element's name, a stage, a cycle such as "summer 2026". */
    return g_strdup_printf (_("%s: %s in %s"), name, stage, cycle);
  if (change == 0)
    /* Translators: an element's name, a stage, a cycle. */
    return g_strdup_printf (_("%s has stayed at %s since %s"), name, stage, cycle);
  if (change > 0)
    /* Translators: an element's name, a stage, a cycle. */
    return g_strdup_printf (_("%s moved on to %s in %s"), name, stage, cycle);
  /* Translators: an element's name, a stage, a cycle. */
  return g_strdup_printf (_("%s went back to %s in %s"), name, stage, cycle);
}

/* Where a panel's line has got to since the first cycle it can be compared with. */
static int
overall_change (OctStageTrendChart *self, const OctTrendPanel *panel)
{
  const OctTrendLine *line = &panel->lines[0];
  int last = panel->n_lines > 0 ? last_judged (self, line) : -1, first = last, before;

  if (last < 0)
    return 0;
  while ((before = oct_trend_before (self, line, first)) >= 0)
    first = before;
  return oct_stages_get_change (&self->stages, line->stages[first], line->stages[last]);
}

static char *
panels_finding (OctStageTrendChart *self)
{
  const OctTrendPanel *down = NULL, *up = NULL;
  guint n_up = 0, n_down = 0;

  for (guint i = 0; i < self->n_panels; i++)
    {
      int change = overall_change (self, &self->panels[i]);

      n_up += change > 0;
      n_down += change < 0;
      up = change > 0 ? &self->panels[i] : up;
      down = change < 0 ? &self->panels[i] : down;
    }
  if (n_down == 1 && n_up > 0)
    /* Translators: an element's name; how many other elements. */
    return g_strdup_printf (ngettext ("%s went back; %u moved on", "%s went back; %u moved on",
                                      n_up),
                            panel_name (down), n_up);
  if (n_down == 1)
    /* Translators: an element's name. */
    return g_strdup_printf (_("%s went back; none moved on"), panel_name (down));
  if (n_up == 1 && n_down == 0)
    /* Translators: an element's name. */
    return g_strdup_printf (_("%s moved on; none went back"), panel_name (up));
  if (n_up + n_down == 0)
    return g_strdup (_("No element is at another stage than at first"));
  return g_strdup_printf (_("%u moved on, %u went back"), n_up, n_down);
}

char *
oct_trend_suggest_title (OctChart *chart)
{
  OctStageTrendChart *self = OCT_STAGE_TREND_CHART (chart);

  if (self->n_panels == 0 || self->cycles->len == 0)
    return NULL;
  return self->n_panels == 1 ? panel_finding (self, &self->panels[0]) : panels_finding (self);
}

static void
append (GString *text, char *sentence)
{
  g_string_append_printf (text, " %s.", sentence);
  g_free (sentence);
}

static void
append_panel (OctStageTrendChart *self, const OctTrendPanel *panel, GString *text)
{
  int last = panel->n_lines > 0 ? last_judged (self, &panel->lines[0]) : -1;

  append (text, panel_finding (self, panel));
  if (panel->target != OCT_STAGE_NOT_JUDGED)
    {
      const char *stage = oct_stages_get_name (&self->stages, panel->target);
      gboolean reached = last >= 0 && panel->lines[0].stages[last] >= panel->target;

      if (panel->target_name != NULL)
        /* Translators: a date, a stage. */
        append (text, g_strdup_printf (reached ? _("Target for %s: %s, reached")
                                               : _("Target for %s: %s, not reached yet"),
                                       panel->target_name, stage));
      else
        /* Translators: a stage. */
        append (text, g_strdup_printf (reached ? _("Target: %s, reached")
                                               : _("Target: %s, not reached yet"),
                                       stage));
    }
  for (guint i = 0; last >= 0 && self->n_panels == 1 && i < self->cycles->len; i++)
    {
      if (panel->lines[0].stages[i] == OCT_STAGE_NOT_JUDGED)
        /* Translators: a cycle, such as "spring 2024". */
        append (text, g_strdup_printf (_("Not judged in %s"), oct_trend_cycle (self, i)->name));
    }
}

char *
oct_trend_describe (OctChart *chart)
{
  OctStageTrendChart *self = OCT_STAGE_TREND_CHART (chart);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (
    text, ngettext ("Stages in %u cycle.", "Stages over %u cycles.", self->cycles->len),
    self->cycles->len);
  if (self->n_panels == 0 || self->cycles->len == 0)
    return g_strdup (text->str);
  if (self->n_panels > 1)
    append (text, panels_finding (self));
  for (guint i = 0; i < self->n_panels; i++)
    append_panel (self, &self->panels[i], text);
  for (guint i = 1; i < self->cycles->len; i++)
    {
      if (oct_trend_cycle (self, i)->note != NULL)
        /* Translators: a cycle; why it can't be compared with those before. */
        append (text,
                g_strdup_printf (_("Not compared across the break before %s: %s"),
                                 oct_trend_cycle (self, i)->name, oct_trend_cycle (self, i)->note));
    }
  return g_strdup (text->str);
}

char *
oct_trend_describe_datum (OctChart *chart, int datum)
{
  OctStageTrendChart *self = OCT_STAGE_TREND_CHART (chart);
  g_autoptr (GString) text = g_string_new (NULL);
  const OctTrendLine *data;
  guint panel, line, cycle;
  int before;

  if (!oct_trend_find (self, datum, &panel, &line, &cycle))
    return NULL;
  data = &self->panels[panel].lines[line];
  g_string_append (text, panel_name (&self->panels[panel]));
  if (data->name != NULL && self->panels[panel].n_lines > 1)
    g_string_append_printf (text, ", %s", data->name);
  g_string_append_printf (text, ", %s: %s", oct_trend_cycle (self, cycle)->name,
                          oct_stages_get_name (&self->stages, data->stages[cycle]));
  before = oct_trend_before (self, data, cycle);
  if (before >= 0 && data->stages[cycle] != OCT_STAGE_NOT_JUDGED)
    {
      g_autofree char *change = oct_stages_change_to_text (&self->stages, data->stages[before],
                                                           data->stages[cycle]);

      g_string_append_printf (text, ", %s", change);
    }
  if (oct_trend_own_differs (data, cycle))
    {
      g_string_append (text, ", ");
      /* Translators: a stage, in a school's own view. */
      g_string_append_printf (text, _("own view %s"),
                              oct_stages_get_name (&self->stages, data->own[cycle]));
    }
  return g_strdup (text->str);
}

OctChartTable *
oct_trend_table (OctChart *chart)
{
  OctStageTrendChart *self = OCT_STAGE_TREND_CHART (chart);
  OctChartTable *table = oct_chart_table_new (5, _("Element"), _("Name"), _("Cycle"), _("Stage"),
                                              _("Own view"));

  for (guint i = 0; i < self->n_panels; i++)
    {
      for (guint j = 0; j < self->panels[i].n_lines; j++)
        {
          const OctTrendLine *line = &self->panels[i].lines[j];

          for (guint k = 0; k < self->cycles->len; k++)
            oct_chart_table_add (table, self->panels[i].name, line->name,
                                 oct_trend_cycle (self, k)->name,
                                 oct_stages_get_name (&self->stages, line->stages[k]),
                                 line->own[k] != OCT_STAGE_NOT_JUDGED
                                   ? oct_stages_get_name (&self->stages, line->own[k])
                                   : "");
        }
    }
  return table;
}
