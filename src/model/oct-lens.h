/* A lens: another framework's items, mapped onto the elements, so that one judgement and its
 * evidence answer several.
 *
 * A lens holds no judgements of its own. Its items may be blank at first: the trust's own pillars
 * are the workspace's to fill, and some lists have not been published yet. Immutable; a filled or
 * changed one is another lens with the same key.
 */
#pragma once

#include "oct-framework.h"

G_BEGIN_DECLS

/**
 * OctLensMap:
 * @element: the key of an element
 * @aspect: (nullable): the key of one of its aspects, or %NULL for the element as a whole
 */
typedef struct
{
  char *element;
  char *aspect;
} OctLensMap;

/**
 * OctLensItem:
 * @key: unique within the lens
 * @name: what it is called
 * @text: what it says, or "" where it is yet to be written
 * @maps: (element-type OctLensMap): where its answers are found
 */
typedef struct
{
  char *key;
  char *name;
  char *text;
  GPtrArray *maps;
} OctLensItem;

/* (transfer full) (element-type OctLensMap): a list of places, and one more in it. */
GPtrArray *oct_lens_maps_new (void);
void oct_lens_maps_add (GPtrArray *maps, const char *element, const char *aspect);

OctLensItem *oct_lens_item_new (const char *key, const char *name, const char *text);
OctLensItem *oct_lens_item_copy (const OctLensItem *item);
void oct_lens_item_free (OctLensItem *item);
void oct_lens_item_add_map (OctLensItem *item, const char *element, const char *aspect);
gboolean oct_lens_item_is_mapped (const OctLensItem *item, const char *element, const char *aspect);
void oct_lens_item_set_mapped (OctLensItem *item, const char *element, const char *aspect,
                               gboolean mapped);
gboolean oct_lens_item_covers (const OctLensItem *item, const char *element, const char *aspect);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctLensItem, oct_lens_item_free)

#define OCT_TYPE_LENS (oct_lens_get_type ())
G_DECLARE_FINAL_TYPE (OctLens, oct_lens, OCT, LENS, GObject)

OctLens *oct_lens_new (const char *key, const char *name, const char *source,
                       const char *description, const GPtrArray *items, GError **error);
OctLens *oct_lens_new_with_items (OctLens *base, const GPtrArray *items, GError **error);
gboolean oct_lens_check_maps (OctLens *self, OctFramework *framework, GError **error);

const char *oct_lens_get_key (OctLens *self);
const char *oct_lens_get_name (OctLens *self);
const char *oct_lens_get_source (OctLens *self);
const char *oct_lens_get_description (OctLens *self);
GPtrArray *oct_lens_get_items (OctLens *self);
const OctLensItem *oct_lens_find_item (OctLens *self, const char *key);
GPtrArray *oct_lens_list_covering (OctLens *self, const char *element, const char *aspect);

G_END_DECLS
