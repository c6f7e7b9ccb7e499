/* Where things stand on the steps, in words: the finding, a dot, the table.
 *
 * The chosen one's move comes first, then who stands alone at a stage away from all others, else
 * the stage that most are at. Nothing is said of a middle.
 */
#include <glib/gi18n.h>

#include "oct-stage-spread-private.h"

static guint
count_judged (OctStageSpreadChart *self)
{
  return self->dots->len - oct_spread_count (self, OCT_STAGE_NOT_JUDGED);
}

static int
fullest_stage (OctStageSpreadChart *self)
{
  int fullest = 0;

  for (int i = 1; i < (int) self->stages.n; i++)
    {
      if (oct_spread_count (self, i) > oct_spread_count (self, fullest))
        fullest = i;
    }
  return fullest;
}

/* The only one at its stage, with nobody at the stages next to it, among three or more. */
static const OctSpreadDot *
find_alone (OctStageSpreadChart *self)
{
  for (guint i = 0; count_judged (self) >= 3 && i < self->dots->len; i++)
    {
      const OctSpreadDot *dot = oct_spread_dot (self, i);

      if (dot->stage == OCT_STAGE_NOT_JUDGED || oct_spread_count (self, dot->stage) != 1)
        continue;
      if ((dot->stage == 0 || oct_spread_count (self, dot->stage - 1) == 0)
          && (dot->stage == (int) self->stages.n - 1
              || oct_spread_count (self, dot->stage + 1) == 0))
        return dot;
    }
  return NULL;
}

static char *
chosen_to_text (OctStageSpreadChart *self, const OctSpreadDot *dot)
{
  int change = oct_stages_get_change (&self->stages, dot->previous, dot->stage);

  if (change == 0)
    return NULL;
  /* Translators: a school's name, the stage it is at now, the stage it was at. */
  return g_strdup_printf (change > 0 ? _("%s moved on to %s from %s")
                                     : _("%s went back to %s from %s"),
                          dot->name, oct_stages_get_name (&self->stages, dot->stage),
                          oct_stages_get_name (&self->stages, dot->previous));
}

static char *
fullest_to_text (OctStageSpreadChart *self)
{
  int stage = fullest_stage (self);
  guint n = oct_spread_count (self, stage), judged = count_judged (self);

  if (judged == 0)
    return g_strdup (_("Nothing is judged yet"));
  if (judged == 1)
    /* Translators: a stage. */
    return g_strdup_printf (_("The only one judged is at %s"),
                            oct_stages_get_name (&self->stages, stage));
  if (n == judged)
    /* Translators: how many, at least 2; a stage. */
    return g_strdup_printf (ngettext ("All %u are at %s", "All %u are at %s", judged), judged,
                            oct_stages_get_name (&self->stages, stage));
  /* Translators: how many of how many; a stage. */
  return g_strdup_printf (_("%u of %u are at %s"), n, judged,
                          oct_stages_get_name (&self->stages, stage));
}

static char *
alone_to_text (OctStageSpreadChart *self, const OctSpreadDot *dot)
{
  /* Translators: a school's name, a stage. */
  return g_strdup_printf (_("%s alone is at %s"), dot->name,
                          oct_stages_get_name (&self->stages, dot->stage));
}

char *
oct_spread_suggest_title (OctChart *chart)
{
  OctStageSpreadChart *self = OCT_STAGE_SPREAD_CHART (chart);
  int chosen = oct_spread_chosen (self);
  g_autofree char *finding = NULL;

  if (self->dots->len == 0)
    return NULL;
  if (chosen >= 0)
    finding = chosen_to_text (self, oct_spread_dot (self, chosen));
  if (finding == NULL && find_alone (self) != NULL)
    finding = alone_to_text (self, find_alone (self));
  if (finding == NULL)
    finding = fullest_to_text (self);
  if (self->element_name == NULL)
    return g_steal_pointer (&finding);
  /* Translators: an element's name, then what was found. */
  return g_strdup_printf (_("%s: %s"), self->element_name, finding);
}

char *
oct_spread_describe (OctChart *chart)
{
  OctStageSpreadChart *self = OCT_STAGE_SPREAD_CHART (chart);
  g_autoptr (GString) text = g_string_new (NULL);
  int chosen = oct_spread_chosen (self);
  g_autofree char *title = oct_spread_suggest_title (chart);
  g_autofree char *fullest = NULL;

  g_string_append_printf (
    text, ngettext ("%u dot on the stages.", "%u dots on the stages.", self->dots->len),
    self->dots->len);
  if (title == NULL)
    return g_strdup (text->str);
  g_string_append_printf (text, " %s.", title);
  fullest = fullest_to_text (self);
  if (count_judged (self) > 0 && !g_str_has_suffix (title, fullest))
    g_string_append_printf (text, " %s.", fullest);
  if (chosen >= 0 && find_alone (self) != NULL)
    {
      g_autofree char *alone = alone_to_text (self, find_alone (self));

      if (!g_str_has_suffix (title, alone))
        g_string_append_printf (text, " %s.", alone);
    }
  for (int i = (int) self->stages.n - 1; i >= OCT_STAGE_NOT_JUDGED; i--)
    {
      guint n = oct_spread_count (self, i);

      g_string_append (text, i == (int) self->stages.n - 1 ? " " : ", ");
      g_string_append_printf (text, "%s %u", oct_stages_get_name (&self->stages, i), n);
    }
  g_string_append_c (text, '.');
  return g_strdup (text->str);
}

char *
oct_spread_describe_datum (OctChart *chart, int datum)
{
  OctStageSpreadChart *self = OCT_STAGE_SPREAD_CHART (chart);
  g_autofree char *change = NULL;
  const OctSpreadDot *dot;

  if (datum < 0 || datum >= (int) self->dots->len)
    return NULL;
  dot = oct_spread_dot (self, datum);
  if (dot->previous != OCT_STAGE_NOT_JUDGED)
    change = oct_stages_change_to_text (&self->stages, dot->previous, dot->stage);
  return change == NULL
           ? g_strdup_printf ("%s: %s", dot->name, oct_stages_get_name (&self->stages, dot->stage))
           : g_strdup_printf ("%s: %s, %s", dot->name,
                              oct_stages_get_name (&self->stages, dot->stage), change);
}

OctChartTable *
oct_spread_table (OctChart *chart)
{
  OctStageSpreadChart *self = OCT_STAGE_SPREAD_CHART (chart);
  OctChartTable *table = oct_chart_table_new (
    3, self->item_name != NULL ? self->item_name : _("Name"), _("Stage"),
    self->previous_name != NULL ? self->previous_name : _("Before"));

  for (guint i = 0; i < self->dots->len; i++)
    {
      const OctSpreadDot *dot = oct_spread_dot (self, i);

      oct_chart_table_add (table, dot->name, oct_stages_get_name (&self->stages, dot->stage),
                           dot->previous != OCT_STAGE_NOT_JUDGED
                             ? oct_stages_get_name (&self->stages, dot->previous)
                             : "");
    }
  return table;
}
