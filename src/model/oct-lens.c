/* Lenses, and the check that what they say can be shown and leads somewhere.
 *
 * Whether an item's element and aspect exist depends on the version of the framework, so that is
 * asked separately: a lens may be read before a framework is chosen.
 */
#include "oct-lens.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-error.h"
#include "oct-framework-private.h"

struct _OctLens
{
  GObject parent_instance;

  char *key;
  char *name;
  char *source;
  char *description;
  GPtrArray *items; /* of OctLensItem */
};

G_DEFINE_FINAL_TYPE (OctLens, oct_lens, G_TYPE_OBJECT)

static void
map_free (gpointer data)
{
  OctLensMap *map = data;

  g_free (map->element);
  g_free (map->aspect);
  g_free (map);
}

/**
 * oct_lens_maps_new:
 *
 * Returns: (transfer full) (element-type OctLensMap): no places yet
 */
GPtrArray *
oct_lens_maps_new (void)
{
  return g_ptr_array_new_with_free_func (map_free);
}

/**
 * oct_lens_maps_add:
 * @maps: (element-type OctLensMap): places
 * @element: the key of an element
 * @aspect: (nullable): the key of an aspect; %NULL or "" for the element as a whole
 */
void
oct_lens_maps_add (GPtrArray *maps, const char *element, const char *aspect)
{
  OctLensMap *map = g_new0 (OctLensMap, 1);

  map->element = oct_framework_clean_text (element);
  map->aspect = oct_framework_clean_text (aspect);
  if (map->aspect[0] == '\0')
    g_clear_pointer (&map->aspect, g_free);
  g_ptr_array_add (maps, map);
}

/**
 * oct_lens_item_new:
 * @key: unique within the lens
 * @name: what it is called
 * @text: (nullable): what it says; %NULL is ""
 *
 * Returns: (transfer full): an item that is mapped nowhere yet
 */
OctLensItem *
oct_lens_item_new (const char *key, const char *name, const char *text)
{
  OctLensItem *self = g_new0 (OctLensItem, 1);

  self->key = oct_framework_clean_text (key);
  self->name = oct_framework_clean_text (name);
  self->text = oct_framework_clean_text (text);
  self->maps = oct_lens_maps_new ();
  return self;
}

/**
 * oct_lens_item_free:
 * @item: (transfer full): an item
 */
void
oct_lens_item_free (OctLensItem *item)
{
  g_free (item->key);
  g_free (item->name);
  g_free (item->text);
  g_ptr_array_unref (item->maps);
  g_free (item);
}

/**
 * oct_lens_item_add_map:
 * @item: an item that belongs to no lens yet
 * @element: the key of an element
 * @aspect: (nullable): the key of an aspect; %NULL or "" for the element as a whole
 */
void
oct_lens_item_add_map (OctLensItem *item, const char *element, const char *aspect)
{
  oct_lens_maps_add (item->maps, element, aspect);
}

static int
find_map (const OctLensItem *item, const char *element, const char *aspect)
{
  for (guint i = 0; i < item->maps->len; i++)
    {
      const OctLensMap *map = item->maps->pdata[i];

      if (strcmp (map->element, element) == 0 && g_strcmp0 (map->aspect, aspect) == 0)
        return (int) i;
    }
  return -1;
}

/**
 * oct_lens_item_is_mapped:
 * @item: an item
 * @element: the key of an element
 * @aspect: (nullable): the key of an aspect, or %NULL for the element as a whole
 *
 * Returns: whether the item names just this place; see oct_lens_item_covers() for what it implies
 */
gboolean
oct_lens_item_is_mapped (const OctLensItem *item, const char *element, const char *aspect)
{
  g_return_val_if_fail (item != NULL && element != NULL, FALSE);

  return find_map (item, element, aspect) >= 0;
}

/**
 * oct_lens_item_set_mapped:
 * @item: an item that belongs to no lens yet
 * @element: the key of an element
 * @aspect: (nullable): the key of an aspect, or %NULL for the element as a whole
 * @mapped: whether the item is to name this place
 */
void
oct_lens_item_set_mapped (OctLensItem *item, const char *element, const char *aspect,
                          gboolean mapped)
{
  int position;

  g_return_if_fail (item != NULL && element != NULL);

  position = find_map (item, element, aspect);
  if (mapped && position < 0)
    oct_lens_maps_add (item->maps, element, aspect);
  else if (!mapped && position >= 0)
    g_ptr_array_remove_index (item->maps, (guint) position);
}

/**
 * oct_lens_item_covers:
 * @item: an item
 * @element: the key of an element
 * @aspect: (nullable): the key of an aspect, or %NULL to ask of the element
 *
 * An item that is mapped to a whole element covers each of its aspects; one that is mapped to an
 * aspect counts for its element as well.
 *
 * Returns: whether a judgement of the element or aspect answers the item
 */
gboolean
oct_lens_item_covers (const OctLensItem *item, const char *element, const char *aspect)
{
  g_return_val_if_fail (item != NULL && element != NULL, FALSE);

  for (guint i = 0; i < item->maps->len; i++)
    {
      const OctLensMap *map = item->maps->pdata[i];

      if (strcmp (map->element, element) == 0
          && (aspect == NULL || map->aspect == NULL || strcmp (map->aspect, aspect) == 0))
        return TRUE;
    }
  return FALSE;
}

/**
 * oct_lens_item_copy:
 * @item: an item
 *
 * Returns: (transfer full): another of the same, which belongs to no lens
 */
OctLensItem *
oct_lens_item_copy (const OctLensItem *item)
{
  OctLensItem *copy = oct_lens_item_new (item->key, item->name, item->text);

  for (guint i = 0; i < item->maps->len; i++)
    {
      const OctLensMap *map = item->maps->pdata[i];

      oct_lens_item_add_map (copy, map->element, map->aspect);
    }
  return copy;
}

static void
oct_lens_finalize (GObject *object)
{
  OctLens *self = OCT_LENS (object);

  g_free (self->key);
  g_free (self->name);
  g_free (self->source);
  g_free (self->description);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (oct_lens_parent_class)->finalize (object);
}

static void
oct_lens_class_init (OctLensClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_lens_finalize;
}

static void
oct_lens_init (OctLens *self)
{
}

/* The texts of a lens fulfil the same rules as those of a framework. */

static gboolean
check_item (OctLens *self, guint position, GHashTable *keys, GError **error)
{
  const OctLensItem *item = self->items->pdata[position];
  g_autofree char *where = g_strdup_printf (_("Item %u"), position + 1);

  if (!oct_framework_check_key (where, item->key, error)
      || !oct_framework_check_name (where, item->name, error)
      || !oct_framework_check_note (where, item->text, error))
    return FALSE;
  if (!g_hash_table_add (keys, item->key))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   _("%s: the key “%s” is there twice. Give one of them another key."), where,
                   item->key);
      return FALSE;
    }
  if (item->maps->len > OCT_FRAMEWORK_MAX_ITEMS)
    {
      g_set_error (
        error, OCT_ERROR, OCT_ERROR_RULE,
        _("%s: it leads to %u places; %d is the most. Map it to whole elements instead."), where,
        item->maps->len, OCT_FRAMEWORK_MAX_ITEMS);
      return FALSE;
    }
  for (guint i = 0; i < item->maps->len; i++)
    {
      const OctLensMap *map = item->maps->pdata[i];

      if (!oct_framework_check_key (where, map->element, error)
          || (map->aspect != NULL && !oct_framework_check_key (where, map->aspect, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_lens (OctLens *self, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  const char *where = _("Lens");

  if (!oct_framework_check_key (where, self->key, error)
      || !oct_framework_check_name (where, self->name, error)
      || !oct_framework_check_note (where, self->source, error)
      || !oct_framework_check_note (where, self->description, error))
    return FALSE;
  if (self->items->len > OCT_FRAMEWORK_MAX_ITEMS)
    {
      g_set_error (
        error, OCT_ERROR, OCT_ERROR_RULE,
        _("A lens can have %d items; this one has %u. Leave some out, or make two of it."),
        OCT_FRAMEWORK_MAX_ITEMS, self->items->len);
      return FALSE;
    }
  for (guint i = 0; i < self->items->len; i++)
    if (!check_item (self, i, keys, error))
      return FALSE;
  return TRUE;
}

/**
 * oct_lens_new:
 * @key: what it is known by
 * @name: what it is called
 * @source: (nullable): who published what it lists
 * @description: (nullable): what it is for
 * @items: (nullable) (element-type OctLensItem): what it lists, in order; copied
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the lens; %NULL with %OCT_ERROR_RULE and what to do
 */
OctLens *
oct_lens_new (const char *key, const char *name, const char *source, const char *description,
              const GPtrArray *items, GError **error)
{
  g_autoptr (OctLens) self = NULL;

  g_return_val_if_fail (key != NULL && name != NULL, NULL);

  self = g_object_new (OCT_TYPE_LENS, NULL);
  self->key = oct_framework_clean_text (key);
  self->name = oct_framework_clean_text (name);
  self->source = oct_framework_clean_text (source);
  self->description = oct_framework_clean_text (description);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_lens_item_free);
  for (guint i = 0; items != NULL && i < items->len; i++)
    g_ptr_array_add (self->items, oct_lens_item_copy (items->pdata[i]));
  return check_lens (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * oct_lens_new_with_items:
 * @base: a lens, such as a blank one
 * @items: (nullable) (element-type OctLensItem): what it is to list instead, in order; copied
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the lens filled in; %NULL with %OCT_ERROR_RULE and what to do
 */
OctLens *
oct_lens_new_with_items (OctLens *base, const GPtrArray *items, GError **error)
{
  g_return_val_if_fail (OCT_IS_LENS (base), NULL);

  return oct_lens_new (base->key, base->name, base->source, base->description, items, error);
}

/**
 * oct_lens_check_maps:
 * @framework: a version of the framework
 * @error: return location for an error
 *
 * Returns: whether everything the items lead to is in @framework, retired or not; else
 *   %OCT_ERROR_NOT_FOUND with the first that isn't
 */
gboolean
oct_lens_check_maps (OctLens *self, OctFramework *framework, GError **error)
{
  g_return_val_if_fail (OCT_IS_LENS (self), FALSE);
  g_return_val_if_fail (OCT_IS_FRAMEWORK (framework), FALSE);

  for (guint i = 0; i < self->items->len; i++)
    {
      const OctLensItem *item = self->items->pdata[i];

      for (guint j = 0; j < item->maps->len; j++)
        {
          const OctLensMap *map = item->maps->pdata[j];
          const OctElement *element = oct_framework_find_element (framework, map->element);

          if (element == NULL)
            {
              g_set_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND,
                           _("“%s” leads to the element “%s”, which the framework doesn’t have. "
                             "Choose one of its elements."),
                           item->name, map->element);
              return FALSE;
            }
          if (map->aspect != NULL && oct_element_find_aspect (element, map->aspect) == NULL)
            {
              g_set_error (
                error, OCT_ERROR, OCT_ERROR_NOT_FOUND,
                _("“%s” leads to the aspect “%s”, which “%s” doesn’t have. Choose one of "
                  "its aspects, or the whole element."),
                item->name, map->aspect, element->name);
              return FALSE;
            }
        }
    }
  return TRUE;
}

/**
 * oct_lens_get_key:
 *
 * Returns: (transfer none): what it is known by
 */
const char *
oct_lens_get_key (OctLens *self)
{
  g_return_val_if_fail (OCT_IS_LENS (self), "");

  return self->key;
}

/**
 * oct_lens_get_name:
 *
 * Returns: (transfer none): what it is called
 */
const char *
oct_lens_get_name (OctLens *self)
{
  g_return_val_if_fail (OCT_IS_LENS (self), "");

  return self->name;
}

/**
 * oct_lens_get_source:
 *
 * Returns: (transfer none): who published what it lists, or ""
 */
const char *
oct_lens_get_source (OctLens *self)
{
  g_return_val_if_fail (OCT_IS_LENS (self), "");

  return self->source;
}

/**
 * oct_lens_get_description:
 *
 * Returns: (transfer none): what it is for and, where it is blank, how it is filled; or ""
 */
const char *
oct_lens_get_description (OctLens *self)
{
  g_return_val_if_fail (OCT_IS_LENS (self), "");

  return self->description;
}

/**
 * oct_lens_get_items:
 *
 * Returns: (transfer none) (element-type OctLensItem): what it lists, in order; empty while it is
 *   blank
 */
GPtrArray *
oct_lens_get_items (OctLens *self)
{
  g_return_val_if_fail (OCT_IS_LENS (self), NULL);

  return self->items;
}

/**
 * oct_lens_find_item:
 * @key: an item's key
 *
 * Returns: (transfer none) (nullable): the item, or %NULL where there is none of that key
 */
const OctLensItem *
oct_lens_find_item (OctLens *self, const char *key)
{
  int position;

  g_return_val_if_fail (OCT_IS_LENS (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  position = oct_framework_find_item (self->items, key);
  return position >= 0 ? self->items->pdata[position] : NULL;
}

/**
 * oct_lens_list_covering:
 * @element: the key of an element
 * @aspect: (nullable): the key of an aspect, or %NULL to ask of the element
 *
 * Returns: (transfer container) (element-type OctLensItem): the items that a judgement there answers,
 *   in the lens's order
 */
GPtrArray *
oct_lens_list_covering (OctLens *self, const char *element, const char *aspect)
{
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (OCT_IS_LENS (self), NULL);
  g_return_val_if_fail (element != NULL, NULL);

  found = g_ptr_array_new ();
  for (guint i = 0; i < self->items->len; i++)
    if (oct_lens_item_covers (self->items->pdata[i], element, aspect))
      g_ptr_array_add (found, self->items->pdata[i]);
  return g_steal_pointer (&found);
}
