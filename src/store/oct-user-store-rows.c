/* What the user's store holds: stars, saved views, settings. Each change is a transaction of its own.
 */
#include "oct-user-store-private.h"

/**
 * oct_user_store_read_stars:
 * @self: a store
 * @kind: "school" or "trust"
 * @error: return location for an error
 *
 * Returns: (transfer full): the starred URNs or UIDs as a set of GUINT_TO_POINTER() keys, or %NULL
 */
GHashTable *
oct_user_store_read_stars (OctUserStore *self, const char *kind, GError **error)
{
  g_autoptr (GHashTable) stars = g_hash_table_new (NULL, NULL);
  g_autoptr (sqlite3_stmt) statement = NULL;
  int result;

  g_return_val_if_fail (OCT_IS_USER_STORE (self), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  statement = oct_user_store_prepare (self, "SELECT id FROM star WHERE kind = ?", error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, kind, -1, SQLITE_TRANSIENT);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    g_hash_table_add (stars, GUINT_TO_POINTER ((guint) sqlite3_column_int64 (statement, 0)));
  if (result != SQLITE_DONE)
    oct_user_store_fail (self, error);

  return result == SQLITE_DONE ? g_steal_pointer (&stars) : NULL;
}

/**
 * oct_user_store_set_star:
 * @self: a store
 * @kind: "school" or "trust"
 * @id: a URN or UID
 * @starred: whether it is to be starred
 * @error: return location for an error
 *
 * Returns: whether the change is on disk
 */
gboolean
oct_user_store_set_star (OctUserStore *self, const char *kind, guint32 id, gboolean starred,
                         GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  g_return_val_if_fail (OCT_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  statement = oct_user_store_prepare (
    self,
    starred ? "INSERT INTO star (kind, id) VALUES (?, ?) ON CONFLICT DO NOTHING"
            : "DELETE FROM star WHERE kind = ? AND id = ?",
    error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, kind, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, id);

  return oct_user_store_finish (self, statement, error);
}

/**
 * oct_saved_view_free:
 * @view: (transfer full): a saved view
 */
void
oct_saved_view_free (OctSavedView *view)
{
  if (view == NULL)
    return;
  g_free (view->name);
  g_free (view->page);
  g_free (view->query);
  g_free (view);
}

/**
 * oct_user_store_read_views:
 * @self: a store
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type OctSavedView): the saved views by name, or %NULL
 */
GPtrArray *
oct_user_store_read_views (OctUserStore *self, GError **error)
{
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_saved_view_free);
  g_autoptr (sqlite3_stmt) statement = NULL;
  int result;

  g_return_val_if_fail (OCT_IS_USER_STORE (self), NULL);

  statement = oct_user_store_prepare (
    self, "SELECT name, page, query FROM saved_view ORDER BY name", error);
  if (statement == NULL)
    return NULL;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      OctSavedView *view = g_new0 (OctSavedView, 1);

      view->name = g_strdup (oct_sql_text (statement, 0));
      view->page = g_strdup (oct_sql_text (statement, 1));
      view->query = g_strdup (oct_sql_text (statement, 2));
      g_ptr_array_add (views, view);
    }
  if (result != SQLITE_DONE)
    oct_user_store_fail (self, error);

  return result == SQLITE_DONE ? g_steal_pointer (&views) : NULL;
}

static gboolean
run_with_texts (OctUserStore *self, const char *sql, const char *const *texts, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = oct_user_store_prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  for (int i = 0; texts[i] != NULL; i++)
    sqlite3_bind_text (statement, i + 1, texts[i], -1, SQLITE_TRANSIENT);

  return oct_user_store_finish (self, statement, error);
}

/**
 * oct_user_store_save_view:
 * @self: a store
 * @name: what the person calls it; a view of that name is replaced
 * @page: "schools" or "trusts"
 * @query: the query as one line of text
 * @error: return location for an error
 *
 * Returns: whether the change is on disk
 */
gboolean
oct_user_store_save_view (OctUserStore *self, const char *name, const char *page, const char *query,
                          GError **error)
{
  const char *const texts[] = { name, page, query, NULL };

  g_return_val_if_fail (OCT_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (name != NULL && page != NULL && query != NULL, FALSE);

  return run_with_texts (
    self,
    "INSERT INTO saved_view (name, page, query) VALUES (?, ?, ?)"
    " ON CONFLICT (name) DO UPDATE SET page = excluded.page, query = excluded.query",
    texts, error);
}

/**
 * oct_user_store_rename_view:
 * @self: a store
 * @name: a saved view
 * @new_name: its new name; a view that had it gives way
 * @error: return location for an error
 *
 * Returns: whether the change is on disk
 */
gboolean
oct_user_store_rename_view (OctUserStore *self, const char *name, const char *new_name,
                            GError **error)
{
  const char *const texts[] = { name, new_name, NULL };

  g_return_val_if_fail (OCT_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (name != NULL && new_name != NULL, FALSE);

  return run_with_texts (self, "UPDATE OR REPLACE saved_view SET name = ?2 WHERE name = ?1", texts,
                         error);
}

/**
 * oct_user_store_delete_view:
 * @self: a store
 * @name: a saved view
 * @error: return location for an error
 *
 * Returns: whether the change is on disk
 */
gboolean
oct_user_store_delete_view (OctUserStore *self, const char *name, GError **error)
{
  const char *const texts[] = { name, NULL };

  g_return_val_if_fail (OCT_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  return run_with_texts (self, "DELETE FROM saved_view WHERE name = ?", texts, error);
}

/**
 * oct_user_store_get:
 * @self: a store
 * @key: a setting
 *
 * Returns: (nullable) (transfer full): its value, or %NULL where it isn't set
 */
char *
oct_user_store_get (OctUserStore *self, const char *key)
{
  g_autoptr (GHashTable) settings = NULL;

  g_return_val_if_fail (OCT_IS_USER_STORE (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  settings = oct_user_store_read_settings (self, NULL);

  return settings != NULL ? g_strdup (g_hash_table_lookup (settings, key)) : NULL;
}

/**
 * oct_user_store_read_settings:
 * @self: a store
 * @error: return location for an error
 *
 * Returns: (transfer full): every setting, from key to value, or %NULL
 */
GHashTable *
oct_user_store_read_settings (OctUserStore *self, GError **error)
{
  g_autoptr (GHashTable) settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (sqlite3_stmt) statement = NULL;
  int result;

  g_return_val_if_fail (OCT_IS_USER_STORE (self), NULL);

  statement = oct_user_store_prepare (self, "SELECT key, value FROM setting", error);
  if (statement == NULL)
    return NULL;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    g_hash_table_replace (settings, g_strdup (oct_sql_text (statement, 0)),
                          g_strdup (oct_sql_text (statement, 1)));
  if (result != SQLITE_DONE)
    oct_user_store_fail (self, error);

  return result == SQLITE_DONE ? g_steal_pointer (&settings) : NULL;
}

/**
 * oct_user_store_set:
 * @self: a store
 * @key: a setting
 * @value: (nullable): its value; %NULL removes it
 * @error: return location for an error
 *
 * Returns: whether the change is on disk
 */
gboolean
oct_user_store_set (OctUserStore *self, const char *key, const char *value, GError **error)
{
  const char *const texts[] = { key, value, NULL };

  g_return_val_if_fail (OCT_IS_USER_STORE (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  return run_with_texts (self,
                         value != NULL ? "INSERT INTO setting (key, value) VALUES (?, ?)"
                                         " ON CONFLICT (key) DO UPDATE SET value = excluded.value"
                                       : "DELETE FROM setting WHERE key = ?",
                         texts, error);
}
