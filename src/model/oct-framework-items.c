/* The memory of what a framework is made of.
 *
 * Stages, aspects, indicators and elements are plain structures that belong to one framework.
 * Copies own their texts, have no blanks around them, and have "" where a text was missing, so that
 * nothing that reads a framework has to think of %NULL.
 */
#include "oct-framework-private.h"

#include <string.h>

char *
oct_framework_clean_text (const char *text)
{
  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

static void
stage_free (gpointer data)
{
  OctStage *stage = data;

  g_free (stage->key);
  g_free (stage->name);
  g_free (stage->meaning);
  g_free (stage);
}

static void
aspect_free (gpointer data)
{
  OctAspect *aspect = data;

  g_free (aspect->key);
  g_free (aspect->name);
  g_free (aspect->question);
  g_free (aspect->group);
  g_free (aspect->source);
  g_free (aspect);
}

static void
indicator_free (gpointer data)
{
  OctIndicator *indicator = data;

  g_free (indicator->key);
  g_free (indicator->name);
  g_free (indicator->definition);
  g_free (indicator->unit);
  g_free (indicator->aim);
  g_free (indicator->published);
  g_free (indicator);
}

static void
element_free (gpointer data)
{
  OctElement *element = data;

  g_free (element->key);
  g_free (element->name);
  g_free (element->short_name);
  g_free (element->icon);
  g_free (element->source);
  g_free (element->summary);
  g_free (element->asks);
  g_free (element->give_question);
  g_free (element->gain_question);
  g_ptr_array_unref (element->aspects);
  g_strfreev (element->descriptors);
  g_strfreev (element->school_descriptors);
  g_ptr_array_unref (element->indicators);
  g_free (element);
}

OctStage *
oct_stage_copy (const OctStage *stage)
{
  OctStage *self = g_new0 (OctStage, 1);

  self->key = oct_framework_clean_text (stage->key);
  self->name = oct_framework_clean_text (stage->name);
  self->meaning = oct_framework_clean_text (stage->meaning);
  self->retired = stage->retired;
  return self;
}

OctAspect *
oct_aspect_copy (const OctAspect *aspect)
{
  OctAspect *self = g_new0 (OctAspect, 1);

  self->key = oct_framework_clean_text (aspect->key);
  self->name = oct_framework_clean_text (aspect->name);
  self->question = oct_framework_clean_text (aspect->question);
  self->source = oct_framework_clean_text (aspect->source);
  self->group = oct_framework_clean_text (aspect->group);
  if (self->group[0] == '\0')
    g_clear_pointer (&self->group, g_free);
  self->retired = aspect->retired;
  return self;
}

OctIndicator *
oct_indicator_copy (const OctIndicator *indicator)
{
  OctIndicator *self = g_new0 (OctIndicator, 1);

  self->key = oct_framework_clean_text (indicator->key);
  self->name = oct_framework_clean_text (indicator->name);
  self->definition = oct_framework_clean_text (indicator->definition);
  self->unit = oct_framework_clean_text (indicator->unit);
  self->aim = oct_framework_clean_text (indicator->aim);
  self->published = oct_framework_clean_text (indicator->published);
  self->direction = indicator->direction;
  self->source = indicator->source;
  self->retired = indicator->retired;
  return self;
}

static char **
copy_texts (char *const *texts)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    g_ptr_array_add (copies, oct_framework_clean_text (texts[i]));
  g_ptr_array_add (copies, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&copies), FALSE);
}

OctElement *
oct_element_copy (const OctElement *element)
{
  OctElement *self = g_new0 (OctElement, 1);

  self->number = element->number;
  self->judged = element->judged;
  self->key = oct_framework_clean_text (element->key);
  self->name = oct_framework_clean_text (element->name);
  self->short_name = oct_framework_clean_text (element->short_name);
  self->icon = oct_framework_clean_text (element->icon);
  self->source = oct_framework_clean_text (element->source);
  self->summary = oct_framework_clean_text (element->summary);
  self->asks = oct_framework_clean_text (element->asks);
  self->give_question = oct_framework_clean_text (element->give_question);
  self->gain_question = oct_framework_clean_text (element->gain_question);
  self->descriptors = copy_texts (element->descriptors);
  self->school_descriptors = copy_texts (element->school_descriptors);
  self->aspects = g_ptr_array_new_with_free_func (aspect_free);
  for (guint i = 0; element->aspects != NULL && i < element->aspects->len; i++)
    g_ptr_array_add (self->aspects, oct_aspect_copy (element->aspects->pdata[i]));
  self->indicators = g_ptr_array_new_with_free_func (indicator_free);
  for (guint i = 0; element->indicators != NULL && i < element->indicators->len; i++)
    g_ptr_array_add (self->indicators, oct_indicator_copy (element->indicators->pdata[i]));
  return self;
}

OctFramework *
oct_framework_new_blank (const char *key, int version)
{
  OctFramework *self = g_object_new (OCT_TYPE_FRAMEWORK, NULL);

  self->key = oct_framework_clean_text (key);
  self->version = version;
  self->name = g_strdup ("");
  self->source = g_strdup ("");
  self->guidance = g_strdup ("");
  self->stages = g_ptr_array_new_with_free_func (stage_free);
  self->elements = g_ptr_array_new_with_free_func (element_free);
  return self;
}

OctFramework *
oct_framework_copy (OctFramework *self)
{
  OctFramework *copy = oct_framework_new_blank (self->key, self->version);

  g_free (copy->name);
  copy->name = g_strdup (self->name);
  g_free (copy->source);
  copy->source = g_strdup (self->source);
  g_free (copy->guidance);
  copy->guidance = g_strdup (self->guidance);
  for (guint i = 0; i < self->stages->len; i++)
    g_ptr_array_add (copy->stages, oct_stage_copy (self->stages->pdata[i]));
  for (guint i = 0; i < self->elements->len; i++)
    g_ptr_array_add (copy->elements, oct_element_copy (self->elements->pdata[i]));
  return copy;
}

int
oct_framework_find_item (const GPtrArray *items, const char *key)
{
  for (guint i = 0; i < items->len; i++)
    {
      /* Stages, aspects and indicators all begin with their key. */
      const char *const *item_key = items->pdata[i];

      if (strcmp (*item_key, key) == 0)
        return (int) i;
    }
  return -1;
}
