/* What the session says of the user's stars, saved views and settings: OctUser's answers, for
 * faces that know the session only.
 */
#include "oct-session-private.h"

#include "oct-workbench-private.h"

/**
 * oct_session_is_starred:
 * @self: a session
 * @urn: a school
 *
 * Returns: whether the school is on the watchlist
 */
gboolean
oct_session_is_starred (OctSession *self, guint32 urn)
{
  g_return_val_if_fail (OCT_IS_SESSION (self), FALSE);

  return g_hash_table_contains (oct_user_get_stars (oct_session_get_user (self), FALSE),
                                GUINT_TO_POINTER (urn));
}

/**
 * oct_session_set_starred:
 * @self: a session
 * @urn: a school
 * @starred: whether it is to be on the watchlist
 */
void
oct_session_set_starred (OctSession *self, guint32 urn, gboolean starred)
{
  g_return_if_fail (OCT_IS_SESSION (self));

  oct_user_set_starred (oct_session_get_user (self), FALSE, urn, starred);
}

/**
 * oct_session_is_trust_starred:
 * @self: a session
 * @uid: a trust
 *
 * Returns: whether the trust is on the watchlist
 */
gboolean
oct_session_is_trust_starred (OctSession *self, guint32 uid)
{
  g_return_val_if_fail (OCT_IS_SESSION (self), FALSE);

  return g_hash_table_contains (oct_user_get_stars (oct_session_get_user (self), TRUE),
                                GUINT_TO_POINTER (uid));
}

/**
 * oct_session_set_trust_starred:
 * @self: a session
 * @uid: a trust
 * @starred: whether it is to be on the watchlist
 */
void
oct_session_set_trust_starred (OctSession *self, guint32 uid, gboolean starred)
{
  g_return_if_fail (OCT_IS_SESSION (self));

  oct_user_set_starred (oct_session_get_user (self), TRUE, uid, starred);
}

/**
 * oct_session_get_stars:
 * @self: a session
 *
 * Returns: (transfer none): the starred URNs, a set of GUINT_TO_POINTER() keys
 */
GHashTable *
oct_session_get_stars (OctSession *self)
{
  g_return_val_if_fail (OCT_IS_SESSION (self), NULL);

  return oct_user_get_stars (oct_session_get_user (self), FALSE);
}

/**
 * oct_session_get_trust_stars:
 * @self: a session
 *
 * Returns: (transfer none): the starred UIDs, a set of GUINT_TO_POINTER() keys
 */
GHashTable *
oct_session_get_trust_stars (OctSession *self)
{
  g_return_val_if_fail (OCT_IS_SESSION (self), NULL);

  return oct_user_get_stars (oct_session_get_user (self), TRUE);
}

/**
 * oct_session_get_views:
 * @self: a session
 *
 * Returns: (transfer none) (element-type OctSavedView): the saved views by name
 */
GPtrArray *
oct_session_get_views (OctSession *self)
{
  g_return_val_if_fail (OCT_IS_SESSION (self), NULL);

  return oct_user_get_views (oct_session_get_user (self));
}

/**
 * oct_session_save_view:
 * @self: a session
 * @name: what the person calls it; a view of that name is replaced
 * @page: "schools" or "trusts"
 * @query: the query as one line of text
 */
void
oct_session_save_view (OctSession *self, const char *name, const char *page, const char *query)
{
  g_return_if_fail (OCT_IS_SESSION (self));
  g_return_if_fail (name != NULL && page != NULL && query != NULL);

  oct_user_save_view (oct_session_get_user (self), name, page, query);
}

/**
 * oct_session_rename_view:
 * @self: a session
 * @name: a saved view
 * @new_name: its new name; a view that had it gives way
 */
void
oct_session_rename_view (OctSession *self, const char *name, const char *new_name)
{
  g_return_if_fail (OCT_IS_SESSION (self));
  g_return_if_fail (name != NULL && new_name != NULL);

  oct_user_rename_view (oct_session_get_user (self), name, new_name);
}

/**
 * oct_session_delete_view:
 * @self: a session
 * @name: a saved view
 */
void
oct_session_delete_view (OctSession *self, const char *name)
{
  g_return_if_fail (OCT_IS_SESSION (self));
  g_return_if_fail (name != NULL);

  oct_user_delete_view (oct_session_get_user (self), name);
}

/**
 * oct_session_get_setting:
 * @self: a session
 * @key: a setting
 *
 * Returns: (nullable) (transfer full): its value, or %NULL where it is not set
 */
char *
oct_session_get_setting (OctSession *self, const char *key)
{
  g_return_val_if_fail (OCT_IS_SESSION (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_strdup (oct_user_get_setting (oct_session_get_user (self), key));
}

/**
 * oct_session_set_setting:
 * @self: a session
 * @key: a setting
 * @value: (nullable): its value; %NULL removes it
 */
void
oct_session_set_setting (OctSession *self, const char *key, const char *value)
{
  g_return_if_fail (OCT_IS_SESSION (self));
  g_return_if_fail (key != NULL);

  oct_user_set_setting (oct_session_get_user (self), key, value);
}

/**
 * oct_session_check_user:
 * @self: a session
 * @error: return location for an error
 *
 * Checks the user's store on disk. Blocks for milliseconds.
 *
 * Returns: whether it is sound; an error that says what is wrong where it isn't
 */
gboolean
oct_session_check_user (OctSession *self, GError **error)
{
  g_return_val_if_fail (OCT_IS_SESSION (self), FALSE);

  return oct_user_check (oct_session_get_user (self), error);
}

/*
 * oct_session_open_workspace:
 *
 * Opens the workspace that was open last, on the workbench's own thread.
 */
void
oct_session_open_workspace (OctSession *self)
{
  const char *name = oct_user_get_setting (oct_session_get_user (self), OCT_SETTING_WORKSPACE);

  if (name != NULL)
    oct_workbench_open_async (oct_session_get_workbench (self), name, NULL, NULL, NULL);
}
