/* The builder's aspects and indicators: added, reworded, moved, retired, and removed where nobody
 * can have judged by them.
 *
 * An aspect's key is unique within its element, as judgements name both; an indicator's within the
 * framework, as figures name it alone.
 */
#include "oct-framework-builder-private.h"

#include <glib/gi18n.h>

#include "oct-error.h"

/* An item and the list it is in. */
typedef struct
{
  GPtrArray *items;
  guint position;
} Place;

static gboolean
find_aspect (OctFrameworkBuilder *self, const char *element, const char *aspect, Place *place,
             GError **error)
{
  OctElement *found = oct_framework_builder_find_element (self, element, error);
  int position;

  if (found == NULL)
    return FALSE;
  position = oct_framework_find_item (found->aspects, aspect);
  if (position < 0)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND,
                   _("“%s” has no aspect “%s”. Choose one of its aspects."), found->name, aspect);
      return FALSE;
    }
  *place = (Place) { found->aspects, (guint) position };
  return TRUE;
}

static gboolean
find_indicator (OctFrameworkBuilder *self, const char *indicator, Place *place, GError **error)
{
  for (guint i = 0; i < self->draft->elements->len; i++)
    {
      OctElement *element = self->draft->elements->pdata[i];
      int position = oct_framework_find_item (element->indicators, indicator);

      if (position < 0)
        continue;
      *place = (Place) { element->indicators, (guint) position };
      return TRUE;
    }
  g_set_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND,
               _("This framework has no indicator “%s”. Choose one of its indicators."), indicator);
  return FALSE;
}

/**
 * oct_framework_builder_add_aspect:
 * @element: the key of the element it belongs to
 * @aspect: (transfer none): what to copy
 * @position: its place among all aspects of the element, from 0; -1 for the end
 * @error: return location for an error
 *
 * Returns: whether it was added; else %OCT_ERROR_NOT_FOUND, or %OCT_ERROR_RULE where its key is taken
 */
gboolean
oct_framework_builder_add_aspect (OctFrameworkBuilder *self, const char *element,
                                  const OctAspect *aspect, int position, GError **error)
{
  OctElement *found;

  g_return_val_if_fail (self != NULL && element != NULL, FALSE);
  g_return_val_if_fail (aspect != NULL && aspect->key != NULL, FALSE);

  found = oct_framework_builder_find_element (self, element, error);
  if (found == NULL)
    return FALSE;
  if (oct_element_find_aspect (found, aspect->key) != NULL)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   _("“%s” has an aspect with the key “%s” already. Give the new one another key."),
                   found->name, aspect->key);
      return FALSE;
    }
  oct_framework_builder_insert (found->aspects, position, oct_aspect_copy (aspect));
  return TRUE;
}

/**
 * oct_framework_builder_set_aspect_text:
 * @element: the element's key
 * @aspect: its key
 * @which: which of its texts
 * @text: (nullable): the new one; a blank group takes it out of its group
 * @error: return location for an error
 *
 * Returns: whether there is such an aspect; else %OCT_ERROR_NOT_FOUND
 */
gboolean
oct_framework_builder_set_aspect_text (OctFrameworkBuilder *self, const char *element,
                                       const char *aspect, OctAspectText which, const char *text,
                                       GError **error)
{
  Place place;
  OctAspect *found;

  g_return_val_if_fail (self != NULL && element != NULL && aspect != NULL, FALSE);

  if (!find_aspect (self, element, aspect, &place, error))
    return FALSE;
  found = place.items->pdata[place.position];
  switch (which)
    {
    case OCT_ASPECT_NAME:
      oct_framework_builder_replace (&found->name, text);
      break;
    case OCT_ASPECT_QUESTION:
      oct_framework_builder_replace (&found->question, text);
      break;
    case OCT_ASPECT_SOURCE:
      oct_framework_builder_replace (&found->source, text);
      break;
    case OCT_ASPECT_GROUP:
      oct_framework_builder_replace (&found->group, text);
      if (found->group[0] == '\0')
        g_clear_pointer (&found->group, g_free);
      break;
    default:
      g_assert_not_reached ();
    }
  return TRUE;
}

/**
 * oct_framework_builder_move_aspect:
 * @element: the element's key
 * @aspect: its key
 * @position: where it goes among all aspects of the element once it is taken out; -1 for the end
 * @error: return location for an error
 *
 * Returns: whether there is such an aspect; else %OCT_ERROR_NOT_FOUND
 */
gboolean
oct_framework_builder_move_aspect (OctFrameworkBuilder *self, const char *element,
                                   const char *aspect, int position, GError **error)
{
  Place place;

  g_return_val_if_fail (self != NULL && element != NULL && aspect != NULL, FALSE);

  if (!find_aspect (self, element, aspect, &place, error))
    return FALSE;
  oct_framework_builder_move (place.items, place.position, position);
  return TRUE;
}

/**
 * oct_framework_builder_retire_aspect:
 * @element: the element's key
 * @aspect: its key
 * @retired: %TRUE to retire it, %FALSE to bring it back
 * @error: return location for an error
 *
 * Returns: whether there is such an aspect; else %OCT_ERROR_NOT_FOUND
 */
gboolean
oct_framework_builder_retire_aspect (OctFrameworkBuilder *self, const char *element,
                                     const char *aspect, gboolean retired, GError **error)
{
  Place place;
  OctAspect *found;

  g_return_val_if_fail (self != NULL && element != NULL && aspect != NULL, FALSE);

  if (!find_aspect (self, element, aspect, &place, error))
    return FALSE;
  found = place.items->pdata[place.position];
  found->retired = retired;
  return TRUE;
}

static gboolean
was_aspect_used (OctFrameworkBuilder *self, const char *element, const char *aspect)
{
  const OctElement *used;

  if (self->used == NULL)
    return FALSE;
  used = oct_framework_find_element (self->used, element);
  return used != NULL && oct_element_find_aspect (used, aspect) != NULL;
}

/**
 * oct_framework_builder_remove_aspect:
 * @element: the element's key
 * @aspect: its key
 * @error: return location for an error
 *
 * Removes an aspect that nobody can have judged by.
 *
 * Returns: whether it was removed; else %OCT_ERROR_NOT_FOUND, or %OCT_ERROR_RULE where the used
 *   version has it
 */
gboolean
oct_framework_builder_remove_aspect (OctFrameworkBuilder *self, const char *element,
                                     const char *aspect, GError **error)
{
  Place place;

  g_return_val_if_fail (self != NULL && element != NULL && aspect != NULL, FALSE);

  if (!find_aspect (self, element, aspect, &place, error))
    return FALSE;
  if (was_aspect_used (self, element, aspect))
    {
      const OctAspect *found = place.items->pdata[place.position];

      return oct_framework_builder_refuse_removal (found->name, error);
    }
  g_ptr_array_remove_index (place.items, place.position);
  return TRUE;
}

/**
 * oct_framework_builder_add_indicator:
 * @element: the key of the element it belongs to
 * @indicator: (transfer none): what to copy
 * @position: its place among all indicators of the element, from 0; -1 for the end
 * @error: return location for an error
 *
 * Returns: whether it was added; else %OCT_ERROR_NOT_FOUND, or %OCT_ERROR_RULE where an indicator of
 *   any element has its key
 */
gboolean
oct_framework_builder_add_indicator (OctFrameworkBuilder *self, const char *element,
                                     const OctIndicator *indicator, int position, GError **error)
{
  OctElement *found;

  g_return_val_if_fail (self != NULL && element != NULL, FALSE);
  g_return_val_if_fail (indicator != NULL && indicator->key != NULL, FALSE);

  found = oct_framework_builder_find_element (self, element, error);
  if (found == NULL)
    return FALSE;
  if (oct_framework_find_indicator (self->draft, indicator->key, NULL) != NULL)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   _("There is an indicator with the key “%s” already. Give the new one another "
                     "key."),
                   indicator->key);
      return FALSE;
    }
  oct_framework_builder_insert (found->indicators, position, oct_indicator_copy (indicator));
  return TRUE;
}

static char **
find_indicator_text (OctIndicator *indicator, OctIndicatorText which)
{
  switch (which)
    {
    case OCT_INDICATOR_NAME:
      return &indicator->name;
    case OCT_INDICATOR_DEFINITION:
      return &indicator->definition;
    case OCT_INDICATOR_UNIT:
      return &indicator->unit;
    case OCT_INDICATOR_AIM:
      return &indicator->aim;
    case OCT_INDICATOR_PUBLISHED:
      return &indicator->published;
    default:
      g_assert_not_reached ();
    }
}

/**
 * oct_framework_builder_set_indicator_text:
 * @indicator: its key
 * @which: which of its texts
 * @text: the new one
 * @error: return location for an error
 *
 * Returns: whether there is such an indicator; else %OCT_ERROR_NOT_FOUND
 */
gboolean
oct_framework_builder_set_indicator_text (OctFrameworkBuilder *self, const char *indicator,
                                          OctIndicatorText which, const char *text, GError **error)
{
  Place place;

  g_return_val_if_fail (self != NULL && indicator != NULL, FALSE);

  if (!find_indicator (self, indicator, &place, error))
    return FALSE;
  oct_framework_builder_replace (find_indicator_text (place.items->pdata[place.position], which),
                                 text);
  return TRUE;
}

/**
 * oct_framework_builder_set_indicator_direction:
 * @indicator: its key
 * @direction: which way is better
 * @error: return location for an error
 *
 * Returns: whether there is such an indicator; else %OCT_ERROR_NOT_FOUND
 */
gboolean
oct_framework_builder_set_indicator_direction (OctFrameworkBuilder *self, const char *indicator,
                                               OctIndicatorDirection direction, GError **error)
{
  Place place;

  g_return_val_if_fail (self != NULL && indicator != NULL, FALSE);

  if (!find_indicator (self, indicator, &place, error))
    return FALSE;
  ((OctIndicator *) place.items->pdata[place.position])->direction = direction;
  return TRUE;
}

/**
 * oct_framework_builder_set_indicator_source:
 * @indicator: its key
 * @source: where the figures come from
 * @error: return location for an error
 *
 * Returns: whether there is such an indicator; else %OCT_ERROR_NOT_FOUND
 */
gboolean
oct_framework_builder_set_indicator_source (OctFrameworkBuilder *self, const char *indicator,
                                            OctIndicatorSource source, GError **error)
{
  Place place;

  g_return_val_if_fail (self != NULL && indicator != NULL, FALSE);

  if (!find_indicator (self, indicator, &place, error))
    return FALSE;
  ((OctIndicator *) place.items->pdata[place.position])->source = source;
  return TRUE;
}

/**
 * oct_framework_builder_move_indicator:
 * @indicator: its key
 * @position: where it goes among the indicators of its element once it is taken out; -1 for the end
 * @error: return location for an error
 *
 * Returns: whether there is such an indicator; else %OCT_ERROR_NOT_FOUND
 */
gboolean
oct_framework_builder_move_indicator (OctFrameworkBuilder *self, const char *indicator,
                                      int position, GError **error)
{
  Place place;

  g_return_val_if_fail (self != NULL && indicator != NULL, FALSE);

  if (!find_indicator (self, indicator, &place, error))
    return FALSE;
  oct_framework_builder_move (place.items, place.position, position);
  return TRUE;
}

/**
 * oct_framework_builder_retire_indicator:
 * @indicator: its key
 * @retired: %TRUE to retire it, %FALSE to bring it back
 * @error: return location for an error
 *
 * Returns: whether there is such an indicator; else %OCT_ERROR_NOT_FOUND
 */
gboolean
oct_framework_builder_retire_indicator (OctFrameworkBuilder *self, const char *indicator,
                                        gboolean retired, GError **error)
{
  Place place;

  g_return_val_if_fail (self != NULL && indicator != NULL, FALSE);

  if (!find_indicator (self, indicator, &place, error))
    return FALSE;
  ((OctIndicator *) place.items->pdata[place.position])->retired = retired;
  return TRUE;
}

/**
 * oct_framework_builder_remove_indicator:
 * @indicator: its key
 * @error: return location for an error
 *
 * Removes an indicator for which nobody can have recorded anything.
 *
 * Returns: whether it was removed; else %OCT_ERROR_NOT_FOUND, or %OCT_ERROR_RULE where the used
 *   version has it
 */
gboolean
oct_framework_builder_remove_indicator (OctFrameworkBuilder *self, const char *indicator,
                                        GError **error)
{
  Place place;

  g_return_val_if_fail (self != NULL && indicator != NULL, FALSE);

  if (!find_indicator (self, indicator, &place, error))
    return FALSE;
  if (self->used != NULL && oct_framework_find_indicator (self->used, indicator, NULL) != NULL)
    {
      const OctIndicator *found = place.items->pdata[place.position];

      return oct_framework_builder_refuse_removal (found->name, error);
    }
  g_ptr_array_remove_index (place.items, place.position);
  return TRUE;
}
