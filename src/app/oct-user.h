/* What belongs to the user: stars, saved views, settings. Private to src/app.
 *
 * Signals "stars-changed", "views-changed" and "settings-changed" (by somebody else only);
 * "notify::problem".
 */
#pragma once

#include "oct-user-store.h"
#include "oct-worker.h"

G_BEGIN_DECLS

#define OCT_TYPE_USER (oct_user_get_type ())
G_DECLARE_FINAL_TYPE (OctUser, oct_user, OCT, USER, GObject)

OctUser *oct_user_new (OctWorker *worker);
void oct_user_open (OctUser *self, const char *data_dir);
const GError *oct_user_get_problem (OctUser *self);

GHashTable *oct_user_get_stars (OctUser *self, gboolean trusts);
void oct_user_set_starred (OctUser *self, gboolean trust, guint32 id, gboolean starred);

GPtrArray *oct_user_get_views (OctUser *self);
void oct_user_save_view (OctUser *self, const char *name, const char *page, const char *query);
void oct_user_rename_view (OctUser *self, const char *name, const char *new_name);
void oct_user_delete_view (OctUser *self, const char *name);

const char *oct_user_get_setting (OctUser *self, const char *key);
void oct_user_set_setting (OctUser *self, const char *key, const char *value);

void oct_user_refresh (OctUser *self);
gboolean oct_user_check (OctUser *self, GError **error);

G_END_DECLS
