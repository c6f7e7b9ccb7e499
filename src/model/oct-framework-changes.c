/* What differs between two versions of a framework, told in sentences.
 *
 * The editor shows them before a version is kept and the history afterwards, so that somebody who
 * judged under the one can see what became of their words in the other. Two frameworks are equal
 * exactly where there is nothing to tell.
 */
#include "oct-framework-private.h"

#include <glib/gi18n.h>

typedef struct
{
  OctFramework *from;
  OctFramework *to;
  GPtrArray *sentences; /* of char */
  const char *element;  /* the name of the element that is compared */
} Comparison;

/* Takes @sentence. */
static void
tell (Comparison *self, char *sentence)
{
  g_ptr_array_add (self->sentences, sentence);
}

static gboolean
differ (const char *a, const char *b)
{
  return g_strcmp0 (a, b) != 0;
}

/* Which of the items of @to that @from has as well do not follow the order they had there: all but
 * the longest row of them that does. Returns a flag for each item of @to. */
static gboolean *
find_moved (const GPtrArray *from, const GPtrArray *to)
{
  gboolean *moved = g_new0 (gboolean, to->len + 1);
  g_autofree int *places = g_new (int, to->len + 1);
  g_autofree guint *lengths = g_new0 (guint, to->len + 1);
  g_autofree int *before = g_new (int, to->len + 1);
  int last = -1;

  for (guint i = 0; i < to->len; i++)
    {
      places[i] = oct_framework_find_item (from, *(char *const *) to->pdata[i]);
      before[i] = -1;
      if (places[i] < 0)
        continue;
      moved[i] = TRUE;
      lengths[i] = 1;
      for (guint j = 0; j < i; j++)
        if (places[j] >= 0 && places[j] < places[i] && lengths[j] + 1 > lengths[i])
          {
            lengths[i] = lengths[j] + 1;
            before[i] = (int) j;
          }
      if (last < 0 || lengths[i] > lengths[last])
        last = (int) i;
    }
  for (; last >= 0; last = before[last])
    moved[last] = FALSE;
  return moved;
}

static void
compare_stage (Comparison *self, const OctStage *from, const OctStage *to)
{
  if (differ (from->name, to->name))
    tell (self, g_strdup_printf (_("The stage “%s” is now called “%s”."), from->name, to->name));
  if (differ (from->meaning, to->meaning))
    tell (self, g_strdup_printf (_("Reworded what the stage “%s” means."), to->name));
  if (!from->retired && to->retired)
    tell (self, g_strdup_printf (_("Retired the stage “%s”."), to->name));
  if (from->retired && !to->retired)
    tell (self, g_strdup_printf (_("Brought back the stage “%s”."), to->name));
}

static void
compare_stages (Comparison *self)
{
  GPtrArray *from = self->from->stages;
  GPtrArray *to = self->to->stages;
  g_autofree gboolean *moved = find_moved (from, to);

  for (guint i = 0; i < to->len; i++)
    {
      const OctStage *stage = to->pdata[i];
      int place = oct_framework_find_item (from, stage->key);

      if (place < 0)
        tell (self, g_strdup_printf (_("Added the stage “%s” as step %u."), stage->name, i + 1));
      else
        compare_stage (self, from->pdata[place], stage);
      if (moved[i])
        tell (self, g_strdup_printf (_("Made the stage “%s” step %u."), stage->name, i + 1));
    }
  for (guint i = 0; i < from->len; i++)
    {
      const OctStage *stage = from->pdata[i];

      if (oct_framework_find_item (to, stage->key) < 0)
        tell (self, g_strdup_printf (_("Removed the stage “%s”."), stage->name));
    }
}

static void
compare_aspect (Comparison *self, const OctAspect *from, const OctAspect *to)
{
  const char *element = self->element;

  if (differ (from->name, to->name))
    tell (self, g_strdup_printf (_("The aspect “%s” of “%s” is now called “%s”."), from->name,
                                 element, to->name));
  if (differ (from->question, to->question))
    tell (self, g_strdup_printf (_("Reworded the question of “%s” in “%s”."), to->name, element));
  if (differ (from->source, to->source))
    tell (self, g_strdup_printf (_("Changed the source of “%s” in “%s”."), to->name, element));
  if (differ (from->group, to->group) && to->group != NULL)
    tell (self, g_strdup_printf (_("The aspect “%s” of “%s” is now in the group “%s”."), to->name,
                                 element, to->group));
  if (from->group != NULL && to->group == NULL)
    tell (self, g_strdup_printf (_("The aspect “%s” of “%s” is no longer in a group."), to->name,
                                 element));
  if (!from->retired && to->retired)
    tell (self, g_strdup_printf (_("Retired the aspect “%s” of “%s”."), to->name, element));
  if (from->retired && !to->retired)
    tell (self, g_strdup_printf (_("Brought back the aspect “%s” of “%s”."), to->name, element));
}

static void
compare_aspects (Comparison *self, const GPtrArray *from, const GPtrArray *to)
{
  g_autofree gboolean *moved = find_moved (from, to);

  for (guint i = 0; i < to->len; i++)
    {
      const OctAspect *aspect = to->pdata[i];
      const OctAspect *above = i > 0 ? to->pdata[i - 1] : NULL;
      int place = oct_framework_find_item (from, aspect->key);

      if (place < 0)
        tell (self,
              g_strdup_printf (_("Added the aspect “%s” to “%s”."), aspect->name, self->element));
      else
        compare_aspect (self, from->pdata[place], aspect);
      if (moved[i] && above != NULL)
        tell (self, g_strdup_printf (_("Moved the aspect “%s” of “%s” after “%s”."), aspect->name,
                                     self->element, above->name));
      if (moved[i] && above == NULL)
        tell (self, g_strdup_printf (_("Moved the aspect “%s” of “%s” to the beginning."),
                                     aspect->name, self->element));
    }
  for (guint i = 0; i < from->len; i++)
    {
      const OctAspect *aspect = from->pdata[i];

      if (oct_framework_find_item (to, aspect->key) < 0)
        tell (self,
              g_strdup_printf (_("Removed the aspect “%s” of “%s”."), aspect->name, self->element));
    }
}

static void
tell_direction (Comparison *self, const OctIndicator *indicator)
{
  switch (indicator->direction)
    {
    case OCT_INDICATOR_HIGHER:
      tell (self,
            g_strdup_printf (_("For the indicator “%s”, higher is now better."), indicator->name));
      break;
    case OCT_INDICATOR_LOWER:
      tell (self,
            g_strdup_printf (_("For the indicator “%s”, lower is now better."), indicator->name));
      break;
    case OCT_INDICATOR_CONTEXT:
      tell (self, g_strdup_printf (_("The indicator “%s” now gives context: neither higher nor "
                                     "lower is better."),
                                   indicator->name));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
compare_indicator (Comparison *self, const OctIndicator *from, const OctIndicator *to)
{
  if (differ (from->name, to->name))
    tell (self,
          g_strdup_printf (_("The indicator “%s” is now called “%s”."), from->name, to->name));
  if (differ (from->definition, to->definition))
    tell (self, g_strdup_printf (_("Changed the definition of the indicator “%s”."), to->name));
  if (differ (from->unit, to->unit))
    tell (self, g_strdup_printf (_("The indicator “%s” is now given in “%s”; before, in “%s”."),
                                 to->name, to->unit, from->unit));
  if (differ (from->aim, to->aim))
    tell (self, g_strdup_printf (_("Changed the aim of the indicator “%s”."), to->name));
  if (differ (from->published, to->published))
    tell (self,
          g_strdup_printf (_("Changed the published tables of the indicator “%s”."), to->name));
  if (from->direction != to->direction)
    tell_direction (self, to);
  if (from->source != to->source && to->source == OCT_INDICATOR_PUBLIC)
    tell (self, g_strdup_printf (_("The indicator “%s” is now counted from published tables."),
                                 to->name));
  if (from->source != to->source && to->source == OCT_INDICATOR_TRUST)
    tell (self, g_strdup_printf (_("The indicator “%s” is now entered by the trust."), to->name));
  if (!from->retired && to->retired)
    tell (self, g_strdup_printf (_("Retired the indicator “%s”."), to->name));
  if (from->retired && !to->retired)
    tell (self, g_strdup_printf (_("Brought back the indicator “%s”."), to->name));
}

static void
compare_indicators (Comparison *self, const GPtrArray *from, const GPtrArray *to)
{
  g_autofree gboolean *moved = find_moved (from, to);

  for (guint i = 0; i < to->len; i++)
    {
      const OctIndicator *indicator = to->pdata[i];
      const OctIndicator *above = i > 0 ? to->pdata[i - 1] : NULL;
      int place = oct_framework_find_item (from, indicator->key);

      if (place < 0)
        tell (self, g_strdup_printf (_("Added the indicator “%s” to “%s”."), indicator->name,
                                     self->element));
      else
        compare_indicator (self, from->pdata[place], indicator);
      if (moved[i] && above != NULL)
        tell (self, g_strdup_printf (_("Moved the indicator “%s” after “%s”."), indicator->name,
                                     above->name));
      if (moved[i] && above == NULL)
        tell (self,
              g_strdup_printf (_("Moved the indicator “%s” to the beginning."), indicator->name));
    }
  for (guint i = 0; i < from->len; i++)
    {
      const OctIndicator *indicator = from->pdata[i];

      if (oct_framework_find_item (to, indicator->key) < 0)
        tell (self, g_strdup_printf (_("Removed the indicator “%s” of “%s”."), indicator->name,
                                     self->element));
    }
}

/* A new stage is told once; its descriptors go without saying. */
static void
compare_descriptors (Comparison *self, const OctElement *from, const OctElement *to)
{
  for (guint i = 0; i < self->to->stages->len; i++)
    {
      const OctStage *stage = self->to->stages->pdata[i];
      int place = oct_framework_find_item (self->from->stages, stage->key);

      if (place >= 0 && differ (from->descriptors[place], to->descriptors[i]))
        tell (self, g_strdup_printf (_("Reworded how “%s” looks at the stage “%s”."), self->element,
                                     stage->name));
      if (place >= 0 && differ (from->school_descriptors[place], to->school_descriptors[i]))
        tell (self, g_strdup_printf (_("Reworded how “%s” looks in a school at the stage “%s”."),
                                     self->element, stage->name));
    }
}

static void
compare_element_texts (Comparison *self, const OctElement *from, const OctElement *to)
{
  if (differ (from->name, to->name))
    tell (self, g_strdup_printf (_("Element %u is now called “%s”; it was “%s”."), to->number,
                                 to->name, from->name));
  if (differ (from->short_name, to->short_name))
    tell (self, g_strdup_printf (_("The short name of element %u is now “%s”; it was “%s”."),
                                 to->number, to->short_name, from->short_name));
  if (differ (from->icon, to->icon))
    tell (self, g_strdup_printf (_("Changed the icon of “%s”."), to->name));
  if (differ (from->source, to->source))
    tell (self, g_strdup_printf (_("Changed the source of “%s”."), to->name));
  if (differ (from->summary, to->summary))
    tell (self, g_strdup_printf (_("Reworded the summary of “%s”."), to->name));
  if (differ (from->asks, to->asks))
    tell (self, g_strdup_printf (_("Reworded what “%s” asks of a trust."), to->name));
  if (differ (from->give_question, to->give_question))
    tell (self,
          g_strdup_printf (_("Reworded what schools are asked about giving in “%s”."), to->name));
  if (differ (from->gain_question, to->gain_question))
    tell (self,
          g_strdup_printf (_("Reworded what schools are asked about gaining in “%s”."), to->name));
  if (from->judged != to->judged && (to->judged & OCT_JUDGED_BY_SCHOOLS) != 0)
    tell (self, g_strdup_printf (_("“%s” is now judged by the trust and its schools."), to->name));
  if (from->judged != to->judged && (to->judged & OCT_JUDGED_BY_SCHOOLS) == 0)
    tell (self, g_strdup_printf (_("“%s” is now judged by the trust alone."), to->name));
}

static void
compare_elements (Comparison *self)
{
  guint n = MAX (self->from->elements->len, self->to->elements->len);

  for (guint number = 1; number <= n; number++)
    {
      const OctElement *from = oct_framework_get_element (self->from, number);
      const OctElement *to = oct_framework_get_element (self->to, number);

      if (from == NULL)
        tell (self, g_strdup_printf (_("Added element %u, “%s”."), number, to->name));
      else if (to == NULL)
        tell (self, g_strdup_printf (_("Removed element %u, “%s”."), number, from->name));
      else if (differ (from->key, to->key))
        tell (self, g_strdup_printf (_("Element %u is now another one, “%s”; it was “%s”."), number,
                                     to->name, from->name));
      else
        {
          self->element = to->name;
          compare_element_texts (self, from, to);
          compare_aspects (self, from->aspects, to->aspects);
          compare_descriptors (self, from, to);
          compare_indicators (self, from->indicators, to->indicators);
        }
    }
}

/**
 * oct_framework_describe_changes:
 * @from: a version
 * @to: a later one
 *
 * Returns: (transfer full): a sentence for each change: the framework's own first, then its stages,
 *   then its elements in order; empty where nothing but the number of the version differs
 */
GStrv
oct_framework_describe_changes (OctFramework *from, OctFramework *to)
{
  Comparison self = { from, to, NULL, NULL };

  g_return_val_if_fail (OCT_IS_FRAMEWORK (from), NULL);
  g_return_val_if_fail (OCT_IS_FRAMEWORK (to), NULL);

  self.sentences = g_ptr_array_new ();
  if (differ (from->key, to->key))
    tell (&self,
          g_strdup_printf (_("This is another framework: “%s”, not “%s”."), to->name, from->name));
  else if (differ (from->name, to->name))
    tell (&self, g_strdup_printf (_("The framework is now called “%s”; it was “%s”."), to->name,
                                  from->name));
  if (differ (from->source, to->source))
    tell (&self, g_strdup (_("Changed the source of the framework.")));
  if (differ (from->guidance, to->guidance))
    tell (&self, g_strdup (_("Reworded how to choose a stage.")));
  compare_stages (&self);
  compare_elements (&self);
  g_ptr_array_add (self.sentences, NULL);
  return (GStrv) g_ptr_array_free (self.sentences, FALSE);
}

/**
 * oct_framework_equal:
 * @other: another version
 *
 * Returns: whether all but the number of the version is the same
 */
gboolean
oct_framework_equal (OctFramework *self, OctFramework *other)
{
  g_auto (GStrv) changes = NULL;

  g_return_val_if_fail (OCT_IS_FRAMEWORK (self), FALSE);
  g_return_val_if_fail (OCT_IS_FRAMEWORK (other), FALSE);

  changes = oct_framework_describe_changes (self, other);
  return changes[0] == NULL;
}
