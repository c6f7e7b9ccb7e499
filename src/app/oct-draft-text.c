/* The texts and the lists of a framework, each kind asked in the same way; see the header. */

#include "oct-draft-text.h"

static const char *
get_frame_text (OctFramework *framework, OctFrameText which)
{
  switch (which)
    {
    case OCT_FRAME_NAME:
      return oct_framework_get_name (framework);
    case OCT_FRAME_SOURCE:
      return oct_framework_get_source (framework);
    case OCT_FRAME_GUIDANCE:
    default:
      return oct_framework_get_guidance (framework);
    }
}

static const char *
get_element_text (const OctElement *element, OctElementText which)
{
  const char *const texts[] = { element->name,          element->short_name,   element->icon,
                                element->source,        element->summary,      element->asks,
                                element->give_question, element->gain_question };

  return texts[which];
}

static const char *
get_aspect_text (const OctAspect *aspect, OctAspectText which)
{
  const char *const texts[] = { aspect->name, aspect->question,
                                aspect->group != NULL ? aspect->group : "", aspect->source };

  return texts[which];
}

static const char *
get_indicator_text (const OctIndicator *indicator, OctIndicatorText which)
{
  const char *const texts[] = { indicator->name, indicator->definition, indicator->unit,
                                indicator->aim, indicator->published };

  return texts[which];
}

/**
 * oct_draft_text_get:
 * @self: which text
 * @framework: a framework
 *
 * Returns: (transfer none) (nullable): what it says there; %NULL where the framework has no such item
 */
const char *
oct_draft_text_get (const OctDraftText *self, OctFramework *framework)
{
  const OctElement *element = self->element != NULL
                                ? oct_framework_find_element (framework, self->element)
                                : NULL;
  int place = self->key != NULL ? oct_draft_find_item (
                framework, self->part == OCT_PART_DESCRIPTOR ? OCT_PART_STAGE : self->part,
                self->element, self->key)
                                : -1;

  if ((self->key != NULL && place < 0) || (self->element != NULL && element == NULL))
    return NULL;
  switch (self->part)
    {
    case OCT_PART_FRAME:
      return get_frame_text (framework, (OctFrameText) self->which);
    case OCT_PART_STAGE:
      return self->which == OCT_STAGE_NAME ? oct_framework_get_stage (framework, place)->name
                                           : oct_framework_get_stage (framework, place)->meaning;
    case OCT_PART_ELEMENT:
      return get_element_text (element, (OctElementText) self->which);
    case OCT_PART_ASPECT:
      return get_aspect_text (element->aspects->pdata[place], (OctAspectText) self->which);
    case OCT_PART_DESCRIPTOR:
      return self->which == OCT_DESCRIPTOR_TRUST ? element->descriptors[place]
                                                 : element->school_descriptors[place];
    case OCT_PART_INDICATOR:
      return get_indicator_text (element->indicators->pdata[place], (OctIndicatorText) self->which);
    default:
      g_assert_not_reached ();
    }
}

static void
set_frame_text (OctFrameworkBuilder *builder, OctFrameText which, const char *text)
{
  if (which == OCT_FRAME_NAME)
    oct_framework_builder_set_name (builder, text);
  else if (which == OCT_FRAME_SOURCE)
    oct_framework_builder_set_source (builder, text);
  else
    oct_framework_builder_set_guidance (builder, text);
}

/**
 * oct_draft_text_set:
 * @self: which text
 * @builder: a builder
 * @text: what it is to say
 * @error: return location for an error
 *
 * Returns: whether there is such a text; else %OCT_ERROR_NOT_FOUND
 */
gboolean
oct_draft_text_set (const OctDraftText *self, OctFrameworkBuilder *builder, const char *text,
                    GError **error)
{
  switch (self->part)
    {
    case OCT_PART_FRAME:
      set_frame_text (builder, (OctFrameText) self->which, text);
      return TRUE;
    case OCT_PART_STAGE:
      return oct_framework_builder_set_stage_text (builder, self->key, (OctStageText) self->which,
                                                   text, error);
    case OCT_PART_ELEMENT:
      return oct_framework_builder_set_element_text (builder, self->element,
                                                     (OctElementText) self->which, text, error);
    case OCT_PART_ASPECT:
      return oct_framework_builder_set_aspect_text (builder, self->element, self->key,
                                                    (OctAspectText) self->which, text, error);
    case OCT_PART_DESCRIPTOR:
      return self->which == OCT_DESCRIPTOR_TRUST
               ? oct_framework_builder_set_descriptor (builder, self->element, self->key, text,
                                                       error)
               : oct_framework_builder_set_school_descriptor (builder, self->element, self->key,
                                                              text, error);
    case OCT_PART_INDICATOR:
      return oct_framework_builder_set_indicator_text (builder, self->key,
                                                       (OctIndicatorText) self->which, text, error);
    default:
      g_assert_not_reached ();
    }
}

/**
 * oct_draft_text_dup_id:
 * @self: which text
 *
 * Returns: (transfer full): a name of it that no other text of the framework has
 */
char *
oct_draft_text_dup_id (const OctDraftText *self)
{
  return g_strdup_printf ("%d/%s/%s/%d", (int) self->part,
                          self->element != NULL ? self->element : "",
                          self->key != NULL ? self->key : "", self->which);
}

/**
 * oct_draft_items:
 * @framework: a framework
 * @part: stages, aspects or indicators
 * @element: (nullable): the key of the element; %NULL for stages
 *
 * Returns: (transfer none) (nullable): the list, whose items all begin with their key
 */
GPtrArray *
oct_draft_items (OctFramework *framework, OctFrameworkPart part, const char *element)
{
  const OctElement *found = element != NULL ? oct_framework_find_element (framework, element)
                                            : NULL;

  if (part == OCT_PART_STAGE)
    return oct_framework_get_stages (framework);
  if (found == NULL)
    return NULL;
  return part == OCT_PART_ASPECT ? found->aspects : found->indicators;
}

/**
 * oct_draft_find_item:
 * @framework: a framework
 * @part: stages, aspects or indicators
 * @element: (nullable): the key of the element
 * @key: the item's
 *
 * Returns: its place in its list, from 0; -1 where it isn't there
 */
int
oct_draft_find_item (OctFramework *framework, OctFrameworkPart part, const char *element,
                     const char *key)
{
  GPtrArray *items = oct_draft_items (framework, part, element);

  for (guint i = 0; items != NULL && i < items->len; i++)
    if (g_str_equal (*(char *const *) items->pdata[i], key))
      return (int) i;
  return -1;
}

/**
 * oct_draft_item_is_retired:
 * @framework: a framework
 * @part: stages, aspects or indicators
 * @element: (nullable): the key of the element
 * @key: the item's
 *
 * Returns: whether it is there and no longer offered
 */
gboolean
oct_draft_item_is_retired (OctFramework *framework, OctFrameworkPart part, const char *element,
                           const char *key)
{
  int place = oct_draft_find_item (framework, part, element, key);
  gconstpointer item;

  if (place < 0)
    return FALSE;
  item = oct_draft_items (framework, part, element)->pdata[place];
  if (part == OCT_PART_STAGE)
    return ((const OctStage *) item)->retired;
  return part == OCT_PART_ASPECT ? ((const OctAspect *) item)->retired
                                 : ((const OctIndicator *) item)->retired;
}

/**
 * oct_draft_add_item:
 * @builder: a builder
 * @part: stages, aspects or indicators
 * @element: (nullable): the key of the element
 * @name: what it is called; its key is made of it
 * @key: (out) (transfer full): the key
 * @error: return location for an error
 *
 * Adds an item at the end of its list; its other texts are still to be written.
 *
 * Returns: whether it was added
 */
gboolean
oct_draft_add_item (OctFrameworkBuilder *builder, OctFrameworkPart part, const char *element,
                    const char *name, char **key, GError **error)
{
  *key = oct_framework_builder_make_key (builder, element, name);

  const OctStage stage = { *key, (char *) name, NULL, FALSE };
  const OctAspect aspect = { .key = *key, .name = (char *) name };
  const OctIndicator indicator = { .key = *key,
                                   .name = (char *) name,
                                   .direction = OCT_INDICATOR_CONTEXT,
                                   .source = OCT_INDICATOR_TRUST };

  if (part == OCT_PART_STAGE)
    return oct_framework_builder_add_stage (builder, &stage, -1, error);
  if (part == OCT_PART_ASPECT)
    return oct_framework_builder_add_aspect (builder, element, &aspect, -1, error);
  return oct_framework_builder_add_indicator (builder, element, &indicator, -1, error);
}

/**
 * oct_draft_move_item:
 * @builder: a builder
 * @item: which
 * @position: its new place in its list, from 0
 * @error: return location for an error
 *
 * Returns: whether there is such an item
 */
gboolean
oct_draft_move_item (OctFrameworkBuilder *builder, const OctDraftText *item, int position,
                     GError **error)
{
  if (item->part == OCT_PART_STAGE)
    return oct_framework_builder_move_stage (builder, item->key, position, error);
  if (item->part == OCT_PART_ASPECT)
    return oct_framework_builder_move_aspect (builder, item->element, item->key, position, error);
  return oct_framework_builder_move_indicator (builder, item->key, position, error);
}

/**
 * oct_draft_retire_item:
 * @builder: a builder
 * @item: which
 * @retired: %FALSE to bring it back
 * @error: return location for an error
 *
 * Returns: whether there is such an item
 */
gboolean
oct_draft_retire_item (OctFrameworkBuilder *builder, const OctDraftText *item, gboolean retired,
                       GError **error)
{
  if (item->part == OCT_PART_STAGE)
    return oct_framework_builder_retire_stage (builder, item->key, retired, error);
  if (item->part == OCT_PART_ASPECT)
    return oct_framework_builder_retire_aspect (builder, item->element, item->key, retired, error);
  return oct_framework_builder_retire_indicator (builder, item->key, retired, error);
}

/**
 * oct_draft_remove_item:
 * @builder: a builder
 * @item: which
 * @error: return location for an error
 *
 * Removes what only the draft has.
 *
 * Returns: whether it is gone; %OCT_ERROR_RULE where it may have been judged by
 */
gboolean
oct_draft_remove_item (OctFrameworkBuilder *builder, const OctDraftText *item, GError **error)
{
  if (item->part == OCT_PART_STAGE)
    return oct_framework_builder_remove_stage (builder, item->key, error);
  if (item->part == OCT_PART_ASPECT)
    return oct_framework_builder_remove_aspect (builder, item->element, item->key, error);
  return oct_framework_builder_remove_indicator (builder, item->key, error);
}
