/* Changes of lenses as pure transitions, and the keys that new items are given.
 *
 * The pillars of the strategy are records of their own, with a page's worth of text and a history,
 * so the lens of the strategy is made of them and never kept.
 */
#include "oct-lens-edit.h"

#include <string.h>

#include "oct-framework-private.h"

/* A pillar's text may be older than the limits of a lens: what is too long is cut for showing. */
static char *
dup_within (const char *text, glong limit)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= limit)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, limit - 1);

  return g_strconcat (start, "…", NULL);
}

/* One line, as a name has to be. */
static char *
dup_name (const char *text)
{
  g_autofree char *line = g_strdup (text);

  for (char *at = line; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';

  return dup_within (line, OCT_FRAMEWORK_MAX_NAME);
}

static char *
dup_note (const char *text)
{
  g_autofree char *note = g_strdup (text);

  for (char *at = note; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at) && *at != '\n')
      *at = ' ';

  return dup_within (note, OCT_FRAMEWORK_MAX_TEXT);
}

static OctLensItem *
make_item (const OctPillar *pillar)
{
  g_autofree char *name = dup_name (pillar->name);
  g_autofree char *text = dup_note (pillar->text != NULL ? pillar->text : "");
  OctLensItem *item = oct_lens_item_new (pillar->id, name, text);

  for (guint i = 0; pillar->maps != NULL && i < pillar->maps->len; i++)
    {
      const OctLensMap *map = g_ptr_array_index (pillar->maps, i);

      oct_lens_item_add_map (item, map->element, map->aspect);
    }

  return item;
}

static GPtrArray *
new_items (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) oct_lens_item_free);
}

/**
 * oct_lens_new_with_pillars:
 * @base: the blank lens of the strategy
 * @pillars: (element-type OctPillar): the trust's pillars; retired ones are left out
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the strategy as a lens, in the order of the pillars; %NULL with
 *   %OCT_ERROR_RULE where there are more than a lens holds
 */
OctLens *
oct_lens_new_with_pillars (OctLens *base, const GPtrArray *pillars, GError **error)
{
  g_autoptr (GPtrArray) items = new_items ();

  g_return_val_if_fail (OCT_IS_LENS (base) && pillars != NULL, NULL);

  for (guint i = 0; i < pillars->len; i++)
    {
      const OctPillar *pillar = g_ptr_array_index (pillars, i);

      if (!pillar->retired)
        g_ptr_array_add (items, make_item (pillar));
    }

  return oct_lens_new_with_items (base, items, error);
}

/**
 * oct_lens_new_with_item:
 * @base: a lens
 * @item: an item, which takes the place of the one with its key, or comes last
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the lens with it; %NULL with %OCT_ERROR_RULE and what to do
 */
OctLens *
oct_lens_new_with_item (OctLens *base, const OctLensItem *item, GError **error)
{
  g_autoptr (GPtrArray) items = new_items ();
  GPtrArray *known;
  gboolean found = FALSE;

  g_return_val_if_fail (OCT_IS_LENS (base) && item != NULL, NULL);

  known = oct_lens_get_items (base);
  for (guint i = 0; i < known->len; i++)
    {
      const OctLensItem *other = g_ptr_array_index (known, i);
      gboolean same = strcmp (other->key, item->key) == 0;

      g_ptr_array_add (items, oct_lens_item_copy (same ? item : other));
      found = found || same;
    }
  if (!found)
    g_ptr_array_add (items, oct_lens_item_copy (item));

  return oct_lens_new_with_items (base, items, error);
}

/**
 * oct_lens_new_without_item:
 * @base: a lens
 * @key: the key of one of its items
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the lens without it
 */
OctLens *
oct_lens_new_without_item (OctLens *base, const char *key, GError **error)
{
  g_autoptr (GPtrArray) items = new_items ();
  GPtrArray *known;

  g_return_val_if_fail (OCT_IS_LENS (base) && key != NULL, NULL);

  known = oct_lens_get_items (base);
  for (guint i = 0; i < known->len; i++)
    {
      const OctLensItem *item = g_ptr_array_index (known, i);

      if (strcmp (item->key, key) != 0)
        g_ptr_array_add (items, oct_lens_item_copy (item));
    }

  return oct_lens_new_with_items (base, items, error);
}

/**
 * oct_lens_new_with_move:
 * @base: a lens
 * @key: the key of one of its items
 * @place: where it is to stand, from 0; behind the last is the last
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the lens with the item there, the others in their order
 */
OctLens *
oct_lens_new_with_move (OctLens *base, const char *key, guint place, GError **error)
{
  g_autoptr (GPtrArray) items = new_items ();
  OctLensItem *moved = NULL;
  GPtrArray *known;

  g_return_val_if_fail (OCT_IS_LENS (base) && key != NULL, NULL);

  known = oct_lens_get_items (base);
  for (guint i = 0; i < known->len; i++)
    {
      OctLensItem *item = oct_lens_item_copy (g_ptr_array_index (known, i));

      if (strcmp (item->key, key) == 0)
        moved = item;
      else
        g_ptr_array_add (items, item);
    }
  if (moved != NULL)
    g_ptr_array_insert (items, (int) MIN (place, items->len), moved);

  return oct_lens_new_with_items (base, items, error);
}

/* "Attendance & behaviour" becomes "attendance-behaviour". */
static char *
make_slug (const char *name)
{
  GString *slug = g_string_new (NULL);

  for (const char *at = name; *at != '\0' && slug->len < OCT_FRAMEWORK_MAX_KEY - 4; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (slug, g_ascii_tolower (*at));
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  if (slug->len == 0)
    g_string_assign (slug, "item");

  return g_string_free (slug, FALSE);
}

/**
 * oct_lens_make_item_key:
 * @name: what a new item is called
 *
 * Returns: (transfer full): a key that none of the lens's items has
 */
char *
oct_lens_make_item_key (OctLens *self, const char *name)
{
  g_autofree char *slug = NULL;
  char *key;

  g_return_val_if_fail (OCT_IS_LENS (self) && name != NULL, NULL);

  slug = make_slug (name);
  key = g_strdup (slug);
  for (guint n = 2; oct_lens_find_item (self, key) != NULL; n++)
    {
      g_free (key);
      key = g_strdup_printf ("%s-%u", slug, n);
    }

  return key;
}
