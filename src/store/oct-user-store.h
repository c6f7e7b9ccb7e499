/* The user's own small things: stars, saved views, the chosen trust, what was last looked at.
 *
 * They live in user.db beside the register and never in it, so that an import can replace the
 * register whole. The calls are synchronous and touch a few rows; the session runs them on its
 * worker thread and keeps the answers in memory.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define OCT_TYPE_USER_STORE (oct_user_store_get_type ())
G_DECLARE_FINAL_TYPE (OctUserStore, oct_user_store, OCT, USER_STORE, GObject)

OctUserStore *oct_user_store_open (const char *data_dir, GError **error);
/* (nullable): what went wrong before the store could be opened: a damaged one was set aside. */
const GError *oct_user_store_get_problem (OctUserStore *self);

/* kind: "school" or "trust". */
GHashTable *oct_user_store_read_stars (OctUserStore *self, const char *kind, GError **error);
gboolean oct_user_store_set_star (OctUserStore *self, const char *kind, guint32 id,
                                  gboolean starred, GError **error);

/**
 * OctSavedView:
 * @page: "schools" or "trusts"
 * @query: the query as one line of text
 */
typedef struct
{
  char *name;
  char *page;
  char *query;
} OctSavedView;

void oct_saved_view_free (OctSavedView *view);
GPtrArray *oct_user_store_read_views (OctUserStore *self, GError **error);
gboolean oct_user_store_save_view (OctUserStore *self, const char *name, const char *page,
                                   const char *query, GError **error);
gboolean oct_user_store_rename_view (OctUserStore *self, const char *name, const char *new_name,
                                     GError **error);
gboolean oct_user_store_delete_view (OctUserStore *self, const char *name, GError **error);

/* Small settings that belong to this data folder: "trust", "location", "columns", "last-look". */
char *oct_user_store_get (OctUserStore *self, const char *key);
/* (transfer full): every setting, text by text. */
GHashTable *oct_user_store_read_settings (OctUserStore *self, GError **error);
gboolean oct_user_store_set (OctUserStore *self, const char *key, const char *value,
                             GError **error);

/* Whether somebody else – another window, another process – has written since the last call. */
gboolean oct_user_store_was_changed (OctUserStore *self);
gboolean oct_user_store_check (OctUserStore *self, GError **error);

G_END_DECLS
