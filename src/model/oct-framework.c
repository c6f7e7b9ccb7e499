/* A framework as its readers see it: nothing in here writes.
 *
 * Judgements refer to elements, aspects and stages by key, so most of this is looking keys up. A
 * framework has few of them; walking the lists is quicker than keeping tables of them.
 */
#include "oct-framework-private.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (OctFramework, oct_framework, G_TYPE_OBJECT)

static const char *const direction_keys[] = { "higher", "lower", "context" };
static const char *const direction_marks[] = { "↑", "↓", "○" };
static const char *const source_keys[] = { "public", "trust" };

static void
oct_framework_finalize (GObject *object)
{
  OctFramework *self = OCT_FRAMEWORK (object);

  g_free (self->key);
  g_free (self->name);
  g_free (self->source);
  g_free (self->guidance);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->elements, g_ptr_array_unref);

  G_OBJECT_CLASS (oct_framework_parent_class)->finalize (object);
}

static void
oct_framework_class_init (OctFrameworkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_framework_finalize;
}

static void
oct_framework_init (OctFramework *self)
{
}

/**
 * oct_framework_get_key:
 *
 * Returns: (transfer none): what all versions of the framework are known by, such as "trust-model"
 */
const char *
oct_framework_get_key (OctFramework *self)
{
  g_return_val_if_fail (OCT_IS_FRAMEWORK (self), "");

  return self->key;
}

/**
 * oct_framework_get_version:
 *
 * Returns: the version, from 1
 */
int
oct_framework_get_version (OctFramework *self)
{
  g_return_val_if_fail (OCT_IS_FRAMEWORK (self), 0);

  return self->version;
}

/**
 * oct_framework_get_name:
 *
 * Returns: (transfer none): the name
 */
const char *
oct_framework_get_name (OctFramework *self)
{
  g_return_val_if_fail (OCT_IS_FRAMEWORK (self), "");

  return self->name;
}

/**
 * oct_framework_get_source:
 *
 * Returns: (transfer none): the citation of what the framework is drawn from
 */
const char *
oct_framework_get_source (OctFramework *self)
{
  g_return_val_if_fail (OCT_IS_FRAMEWORK (self), "");

  return self->source;
}

/**
 * oct_framework_get_guidance:
 *
 * Returns: (transfer none): how to choose a stage, to be shown where one is chosen; or ""
 */
const char *
oct_framework_get_guidance (OctFramework *self)
{
  g_return_val_if_fail (OCT_IS_FRAMEWORK (self), "");

  return self->guidance;
}

/**
 * oct_framework_get_stages:
 *
 * Returns: (transfer none) (element-type OctStage): all stages from the first step to the last,
 *   retired ones included
 */
GPtrArray *
oct_framework_get_stages (OctFramework *self)
{
  g_return_val_if_fail (OCT_IS_FRAMEWORK (self), NULL);

  return self->stages;
}

/**
 * oct_framework_get_elements:
 *
 * Returns: (transfer none) (element-type OctElement): the elements in the order of the paper
 */
GPtrArray *
oct_framework_get_elements (OctFramework *self)
{
  g_return_val_if_fail (OCT_IS_FRAMEWORK (self), NULL);

  return self->elements;
}

/**
 * oct_framework_find_stage:
 * @key: (nullable): a stage's key
 *
 * Returns: its position among all stages, retired ones included; %OCT_STAGE_NONE for %NULL and where
 *   there is none of that key
 */
int
oct_framework_find_stage (OctFramework *self, const char *key)
{
  g_return_val_if_fail (OCT_IS_FRAMEWORK (self), OCT_STAGE_NONE);

  return key != NULL ? oct_framework_find_item (self->stages, key) : OCT_STAGE_NONE;
}

/**
 * oct_framework_get_stage:
 * @index: a position among all stages
 *
 * Returns: (transfer none) (nullable): the stage; %NULL for %OCT_STAGE_NONE and where there is none
 */
const OctStage *
oct_framework_get_stage (OctFramework *self, int index)
{
  g_return_val_if_fail (OCT_IS_FRAMEWORK (self), NULL);

  return index >= 0 && (guint) index < self->stages->len ? self->stages->pdata[index] : NULL;
}

/**
 * oct_framework_stage_name:
 * @index: a position among all stages, or %OCT_STAGE_NONE
 *
 * Returns: (transfer none): the stage's name, "Not judged" where there is none
 */
const char *
oct_framework_stage_name (OctFramework *self, int index)
{
  const OctStage *stage = oct_framework_get_stage (self, index);

  return stage != NULL ? stage->name : _("Not judged");
}

/**
 * oct_framework_dup_step_names:
 *
 * Pictures and choices show only the stages in use; oct_framework_find_step() gives the place among
 * these.
 *
 * Returns: (transfer full): the names of the stages in use, from the first step to the last
 */
GStrv
oct_framework_dup_step_names (OctFramework *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_return_val_if_fail (OCT_IS_FRAMEWORK (self), NULL);

  for (guint i = 0; i < self->stages->len; i++)
    {
      const OctStage *stage = self->stages->pdata[i];

      if (!stage->retired)
        g_strv_builder_add (names, stage->name);
    }
  return g_strv_builder_end (names);
}

/**
 * oct_framework_find_step:
 * @stage_key: (nullable): a stage's key
 *
 * Returns: its place among the stages in use; %OCT_STAGE_NONE for %NULL, for a retired stage, and
 *   where there is none of that key
 */
int
oct_framework_find_step (OctFramework *self, const char *stage_key)
{
  int step = 0;

  g_return_val_if_fail (OCT_IS_FRAMEWORK (self), OCT_STAGE_NONE);

  for (guint i = 0; stage_key != NULL && i < self->stages->len; i++)
    {
      const OctStage *stage = self->stages->pdata[i];

      if (stage->retired)
        continue;
      if (strcmp (stage->key, stage_key) == 0)
        return step;
      step++;
    }
  return OCT_STAGE_NONE;
}

/**
 * oct_framework_with_stages:
 * @keys: (element-type utf8): keys of stages that something stands at
 *
 * Pictures show where something stands, also where nobody can choose the stage any more.
 *
 * Returns: (transfer full): the framework with these stages in use, retired or not; itself where none
 *   of them is retired
 */
OctFramework *
oct_framework_with_stages (OctFramework *self, GHashTable *keys)
{
  OctFramework *shown = NULL;

  g_return_val_if_fail (OCT_IS_FRAMEWORK (self), NULL);
  g_return_val_if_fail (keys != NULL, NULL);

  for (guint i = 0; i < self->stages->len; i++)
    {
      const OctStage *stage = self->stages->pdata[i];

      if (!stage->retired || !g_hash_table_contains (keys, stage->key))
        continue;
      if (shown == NULL)
        shown = oct_framework_copy (self);
      ((OctStage *) shown->stages->pdata[i])->retired = FALSE;
    }
  return shown != NULL ? shown : g_object_ref (self);
}

/**
 * oct_framework_find_element:
 * @key: an element's key
 *
 * Returns: (transfer none) (nullable): the element, or %NULL where there is none of that key
 */
const OctElement *
oct_framework_find_element (OctFramework *self, const char *key)
{
  g_return_val_if_fail (OCT_IS_FRAMEWORK (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < self->elements->len; i++)
    {
      const OctElement *element = self->elements->pdata[i];

      if (strcmp (element->key, key) == 0)
        return element;
    }
  return NULL;
}

/**
 * oct_framework_get_element:
 * @number: its place in the paper, from 1
 *
 * Returns: (transfer none) (nullable): the element, or %NULL where there is none of that number
 */
const OctElement *
oct_framework_get_element (OctFramework *self, guint number)
{
  g_return_val_if_fail (OCT_IS_FRAMEWORK (self), NULL);

  return number >= 1 && number <= self->elements->len ? self->elements->pdata[number - 1] : NULL;
}

/**
 * oct_element_find_aspect:
 * @element: an element
 * @key: an aspect's key
 *
 * Returns: (transfer none) (nullable): the aspect, retired or not, or %NULL where there is none
 */
const OctAspect *
oct_element_find_aspect (const OctElement *element, const char *key)
{
  int position;

  g_return_val_if_fail (element != NULL && key != NULL, NULL);

  position = oct_framework_find_item (element->aspects, key);
  return position >= 0 ? element->aspects->pdata[position] : NULL;
}

/**
 * oct_framework_find_indicator:
 * @key: an indicator's key
 * @element: (out) (optional) (transfer none): the element it belongs to
 *
 * Returns: (transfer none) (nullable): the indicator, retired or not, or %NULL where there is none
 */
const OctIndicator *
oct_framework_find_indicator (OctFramework *self, const char *key, const OctElement **element)
{
  g_return_val_if_fail (OCT_IS_FRAMEWORK (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < self->elements->len; i++)
    {
      const OctElement *candidate = self->elements->pdata[i];
      int position = oct_framework_find_item (candidate->indicators, key);

      if (position < 0)
        continue;
      if (element != NULL)
        *element = candidate;
      return candidate->indicators->pdata[position];
    }
  return NULL;
}

/**
 * oct_framework_get_descriptor:
 * @element_key: an element's key
 * @stage_key: a stage's key
 *
 * Returns: (transfer none): what one sees in the element at that stage; "" where either is unknown
 */
const char *
oct_framework_get_descriptor (OctFramework *self, const char *element_key, const char *stage_key)
{
  const OctElement *element = oct_framework_find_element (self, element_key);
  int stage = oct_framework_find_stage (self, stage_key);

  return element != NULL && stage >= 0 ? element->descriptors[stage] : "";
}

/**
 * oct_framework_get_school_descriptor:
 * @element_key: an element's key
 * @stage_key: a stage's key
 *
 * Returns: (transfer none): what a school sees in itself at that stage; "" where either is unknown or
 *   schools are not asked
 */
const char *
oct_framework_get_school_descriptor (OctFramework *self, const char *element_key,
                                     const char *stage_key)
{
  const OctElement *element = oct_framework_find_element (self, element_key);
  int stage = oct_framework_find_stage (self, stage_key);

  return element != NULL && stage >= 0 ? element->school_descriptors[stage] : "";
}

/**
 * oct_framework_get_words:
 * @element_key: an element's key
 * @stage: one of the framework's stages
 * @school: whether a school judges itself, else the trust
 *
 * Returns: (transfer none): what one sees at that stage: in a school's words for a school where
 *   there are any, else in the trust's, else what the stage means in any element
 */
const char *
oct_framework_get_words (OctFramework *self, const char *element_key, const OctStage *stage,
                         gboolean school)
{
  const char *words = school ? oct_framework_get_school_descriptor (self, element_key, stage->key)
                             : "";

  if (*words == '\0')
    words = oct_framework_get_descriptor (self, element_key, stage->key);

  return words != NULL && *words != '\0' ? words : stage->meaning;
}

static int
find_key (const char *const *keys, guint n_keys, const char *key)
{
  for (guint i = 0; i < n_keys; i++)
    if (g_strcmp0 (keys[i], key) == 0)
      return (int) i;
  return -1;
}

/**
 * oct_indicator_direction_to_key:
 * @direction: which way is better
 *
 * Returns: its name in a file: "higher", "lower" or "context"
 */
const char *
oct_indicator_direction_to_key (OctIndicatorDirection direction)
{
  g_return_val_if_fail ((guint) direction < G_N_ELEMENTS (direction_keys), NULL);

  return direction_keys[direction];
}

/**
 * oct_indicator_direction_from_key:
 * @key: (nullable): a name as in a file
 * @direction: (out): which way is better; untouched where there is none of that name
 *
 * Returns: whether there is one of that name
 */
gboolean
oct_indicator_direction_from_key (const char *key, OctIndicatorDirection *direction)
{
  int found = find_key (direction_keys, G_N_ELEMENTS (direction_keys), key);

  g_return_val_if_fail (direction != NULL, FALSE);

  if (found >= 0)
    *direction = (OctIndicatorDirection) found;
  return found >= 0;
}

/**
 * oct_indicator_direction_to_mark:
 * @direction: which way is better
 *
 * Returns: "↑", "↓" or "○"
 */
const char *
oct_indicator_direction_to_mark (OctIndicatorDirection direction)
{
  g_return_val_if_fail ((guint) direction < G_N_ELEMENTS (direction_marks), NULL);

  return direction_marks[direction];
}

/**
 * oct_indicator_source_to_key:
 * @source: where the figures come from
 *
 * Returns: its name in a file: "public" or "trust"
 */
const char *
oct_indicator_source_to_key (OctIndicatorSource source)
{
  g_return_val_if_fail ((guint) source < G_N_ELEMENTS (source_keys), NULL);

  return source_keys[source];
}

/**
 * oct_indicator_source_from_key:
 * @key: (nullable): a name as in a file
 * @source: (out): where the figures come from; untouched where there is none of that name
 *
 * Returns: whether there is one of that name
 */
gboolean
oct_indicator_source_from_key (const char *key, OctIndicatorSource *source)
{
  int found = find_key (source_keys, G_N_ELEMENTS (source_keys), key);

  g_return_val_if_fail (source != NULL, FALSE);

  if (found >= 0)
    *source = (OctIndicatorSource) found;
  return found >= 0;
}
