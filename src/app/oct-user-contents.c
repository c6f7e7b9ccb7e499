/* Everything that the user's store holds, read at once: all of it or nothing is taken up. */
#include "oct-user-contents.h"

/**
 * oct_user_contents_clear:
 * @contents: contents
 */
void
oct_user_contents_clear (OctUserContents *contents)
{
  g_clear_pointer (&contents->stars, g_hash_table_unref);
  g_clear_pointer (&contents->trust_stars, g_hash_table_unref);
  g_clear_pointer (&contents->settings, g_hash_table_unref);
  g_clear_pointer (&contents->views, g_ptr_array_unref);
}

/**
 * oct_user_contents_read:
 * @contents: empty contents, filled in
 * @store: a store
 * @error: return location for an error
 *
 * Returns: whether everything was read; else @contents may hold a part and is to be cleared
 */
gboolean
oct_user_contents_read (OctUserContents *contents, OctUserStore *store, GError **error)
{
  contents->stars = oct_user_store_read_stars (store, "school", error);
  if (contents->stars == NULL)
    return FALSE;
  contents->trust_stars = oct_user_store_read_stars (store, "trust", error);
  if (contents->trust_stars == NULL)
    return FALSE;
  contents->settings = oct_user_store_read_settings (store, error);
  if (contents->settings == NULL)
    return FALSE;
  contents->views = oct_user_store_read_views (store, error);

  return contents->views != NULL;
}
