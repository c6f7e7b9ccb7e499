/* The user's own small things, in memory and on disk.
 *
 * They are asked for many times a second – a star in each row of a list – so they are kept in
 * memory; each change is written by the session's worker in the order in which it was made. A
 * write that fails is told as "problem", never swallowed; where there is no store to write to,
 * everything still works until the program ends.
 */
#include "oct-user.h"

#include "oct-user-contents.h"

#include <gio/gio.h>

struct _OctUser
{
  GObject parent_instance;

  /* borrowed */
  OctWorker *worker;

  /* owned */
  OctUserStore *store;
  GHashTable *stars;
  GHashTable *trust_stars;
  GHashTable *settings;
  GPtrArray *views;
  GError *problem;
  guint writes; /* how many were asked for */
};

enum
{
  PROP_PROBLEM = 1,
  N_PROPS
};

enum
{
  SIGNAL_STARS_CHANGED,
  SIGNAL_VIEWS_CHANGED,
  SIGNAL_SETTINGS_CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctUser, oct_user, G_TYPE_OBJECT)

typedef struct
{
  GWeakRef user;
  OctUserStore *store;
  enum
  {
    WRITE_STAR,
    WRITE_VIEW,
    WRITE_RENAMED_VIEW,
    WRITE_DELETED_VIEW,
    WRITE_SETTING,
  } kind;
  const char *star_kind;
  guint32 id;
  gboolean starred;
  char *key;
  char *second;
  char *third;
  GError *error;
} Write;

static void
write_free (Write *write)
{
  g_weak_ref_clear (&write->user);
  g_clear_object (&write->store);
  g_clear_error (&write->error);
  g_free (write->key);
  g_free (write->second);
  g_free (write->third);
  g_free (write);
}

static void
set_problem (OctUser *self, const GError *error)
{
  g_clear_error (&self->problem);
  if (error != NULL)
    self->problem = g_error_copy (error);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
}

static gboolean
write_failed_cb (gpointer user_data)
{
  Write *write = user_data;
  g_autoptr (OctUser) self = g_weak_ref_get (&write->user);

  if (self != NULL)
    set_problem (self, write->error);

  return G_SOURCE_REMOVE;
}

static void
run_write (gpointer data)
{
  Write *write = data;

  switch (write->kind)
    {
    case WRITE_STAR:
      oct_user_store_set_star (write->store, write->star_kind, write->id, write->starred,
                               &write->error);
      break;
    case WRITE_VIEW:
      oct_user_store_save_view (write->store, write->key, write->second, write->third,
                                &write->error);
      break;
    case WRITE_RENAMED_VIEW:
      oct_user_store_rename_view (write->store, write->key, write->second, &write->error);
      break;
    case WRITE_DELETED_VIEW:
      oct_user_store_delete_view (write->store, write->key, &write->error);
      break;
    case WRITE_SETTING:
      oct_user_store_set (write->store, write->key, write->second, &write->error);
      break;
    default:
      g_assert_not_reached ();
    }
  if (write->error != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, write_failed_cb, write, (GDestroyNotify) write_free);
  else
    write_free (write);
}

/* (nullable): %NULL where there is no store to write to, which "user-problem" has told. */
static Write *
new_write (OctUser *self, int kind, const char *key)
{
  Write *write;

  if (self->store == NULL)
    return NULL;
  self->writes++;
  write = g_new0 (Write, 1);
  g_weak_ref_init (&write->user, self);
  write->store = g_object_ref (self->store);
  write->kind = kind;
  write->key = g_strdup (key);

  return write;
}

static void
push_write (OctUser *self, Write *write)
{
  if (write != NULL)
    oct_worker_push (self->worker, run_write, write);
}

static gint
compare_views (gconstpointer a, gconstpointer b)
{
  const OctSavedView *view_a = *(const OctSavedView *const *) a;
  const OctSavedView *view_b = *(const OctSavedView *const *) b;

  return g_utf8_collate (view_a->name, view_b->name);
}

static void
oct_user_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OctUser *self = OCT_USER (object);

  switch (prop_id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem != NULL ? self->problem->message : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
oct_user_finalize (GObject *object)
{
  OctUser *self = OCT_USER (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->stars, g_hash_table_unref);
  g_clear_pointer (&self->trust_stars, g_hash_table_unref);
  g_clear_pointer (&self->settings, g_hash_table_unref);
  g_clear_pointer (&self->views, g_ptr_array_unref);
  g_clear_error (&self->problem);

  G_OBJECT_CLASS (oct_user_parent_class)->finalize (object);
}

static void
oct_user_class_init (OctUserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = oct_user_get_property;
  object_class->finalize = oct_user_finalize;

  props[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_STARS_CHANGED] = g_signal_new ("stars-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                                NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_VIEWS_CHANGED] = g_signal_new ("views-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                                NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SETTINGS_CHANGED] = g_signal_new ("settings-changed", type, G_SIGNAL_RUN_LAST, 0,
                                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
oct_user_init (OctUser *self)
{
  self->stars = g_hash_table_new (NULL, NULL);
  self->trust_stars = g_hash_table_new (NULL, NULL);
  self->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->views = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_saved_view_free);
}

/**
 * oct_user_new:
 * @worker: writes the changes; must live until nothing changes any more
 *
 * Returns: (transfer full): a user who has starred nothing yet
 */
OctUser *
oct_user_new (OctWorker *worker)
{
  OctUser *self = g_object_new (OCT_TYPE_USER, NULL);

  self->worker = worker;

  return self;
}

static void
take_contents (OctUser *self, OctUserContents *contents)
{
  OctUserContents before = { self->stars, self->trust_stars, self->settings, self->views };

  self->stars = g_steal_pointer (&contents->stars);
  self->trust_stars = g_steal_pointer (&contents->trust_stars);
  self->settings = g_steal_pointer (&contents->settings);
  self->views = g_steal_pointer (&contents->views);
  g_ptr_array_sort (self->views, compare_views);
  oct_user_contents_clear (&before);
  g_signal_emit (self, signals[SIGNAL_SETTINGS_CHANGED], 0);
  g_signal_emit (self, signals[SIGNAL_STARS_CHANGED], 0);
  g_signal_emit (self, signals[SIGNAL_VIEWS_CHANGED], 0);
}

/**
 * oct_user_open:
 * @self: a user
 * @data_dir: the data folder
 *
 * Reads what was kept in the folder. What goes wrong is told by oct_user_get_problem(); the user
 * then works in memory only, or begins anew where a damaged store was set aside.
 */
void
oct_user_open (OctUser *self, const char *data_dir)
{
  g_autoptr (GError) error = NULL;
  OctUserContents contents = { 0 };

  g_return_if_fail (OCT_IS_USER (self));

  g_clear_object (&self->store);
  self->store = oct_user_store_open (data_dir, &error);
  if (self->store != NULL && oct_user_contents_read (&contents, self->store, &error))
    take_contents (self, &contents);
  oct_user_contents_clear (&contents);
  if (error != NULL)
    set_problem (self, error);
  else if (oct_user_store_get_problem (self->store) != NULL)
    set_problem (self, oct_user_store_get_problem (self->store));
}

typedef struct
{
  GWeakRef user;
  OctUserStore *store;
  guint writes;
  gboolean always;
  OctUserContents contents;
} Refresh;

static void
refresh_free (Refresh *refresh)
{
  g_weak_ref_clear (&refresh->user);
  g_clear_object (&refresh->store);
  oct_user_contents_clear (&refresh->contents);
  g_free (refresh);
}

static void push_refresh (OctUser *self, gboolean always);

static gboolean
refreshed_cb (gpointer user_data)
{
  Refresh *refresh = user_data;
  g_autoptr (OctUser) self = g_weak_ref_get (&refresh->user);

  if (self == NULL)
    return G_SOURCE_REMOVE;
  /* What was written since is newer than what was read: read again after it. */
  if (self->writes != refresh->writes)
    push_refresh (self, TRUE);
  else
    take_contents (self, &refresh->contents);

  return G_SOURCE_REMOVE;
}

static void
run_refresh (gpointer data)
{
  Refresh *refresh = data;

  if ((oct_user_store_was_changed (refresh->store) || refresh->always)
      && oct_user_contents_read (&refresh->contents, refresh->store, NULL))
    g_idle_add_full (G_PRIORITY_DEFAULT, refreshed_cb, refresh, (GDestroyNotify) refresh_free);
  else
    refresh_free (refresh);
}

static void
push_refresh (OctUser *self, gboolean always)
{
  Refresh *refresh = g_new0 (Refresh, 1);

  g_weak_ref_init (&refresh->user, self);
  refresh->store = g_object_ref (self->store);
  refresh->writes = self->writes;
  refresh->always = always;
  oct_worker_push (self->worker, run_refresh, refresh);
}

/**
 * oct_user_refresh:
 * @self: a user
 *
 * Looks, on the worker, whether somebody else has written to the store, and takes it up.
 */
void
oct_user_refresh (OctUser *self)
{
  g_return_if_fail (OCT_IS_USER (self));

  if (self->store != NULL)
    push_refresh (self, FALSE);
}

/**
 * oct_user_get_problem:
 * @self: a user
 *
 * Returns: (nullable) (transfer none): why changes aren't kept, or why the store began anew
 */
const GError *
oct_user_get_problem (OctUser *self)
{
  return self->problem;
}

/**
 * oct_user_get_stars:
 * @self: a user
 * @trusts: %TRUE for trusts, %FALSE for schools
 *
 * Returns: (transfer none): the starred UIDs or URNs, a set of GUINT_TO_POINTER() keys
 */
GHashTable *
oct_user_get_stars (OctUser *self, gboolean trusts)
{
  return trusts ? self->trust_stars : self->stars;
}

/**
 * oct_user_set_starred:
 * @self: a user
 * @trust: %TRUE for a trust, %FALSE for a school
 * @id: its UID or URN
 * @starred: whether it is to be starred
 */
void
oct_user_set_starred (OctUser *self, gboolean trust, guint32 id, gboolean starred)
{
  GHashTable *stars = oct_user_get_stars (self, trust);
  gpointer key = GUINT_TO_POINTER (id);
  Write *write;

  if (g_hash_table_contains (stars, key) == !!starred)
    return;
  if (starred)
    g_hash_table_add (stars, key);
  else
    g_hash_table_remove (stars, key);

  write = new_write (self, WRITE_STAR, NULL);
  if (write != NULL)
    {
      write->star_kind = trust ? "trust" : "school";
      write->id = id;
      write->starred = starred;
    }
  push_write (self, write);
  g_signal_emit (self, signals[SIGNAL_STARS_CHANGED], 0);
}

/**
 * oct_user_get_views:
 * @self: a user
 *
 * Returns: (transfer none) (element-type OctSavedView): the saved views by name
 */
GPtrArray *
oct_user_get_views (OctUser *self)
{
  return self->views;
}

static OctSavedView *
find_view (OctUser *self, const char *name, guint *index)
{
  for (guint i = 0; i < self->views->len; i++)
    {
      OctSavedView *view = g_ptr_array_index (self->views, i);

      if (g_str_equal (view->name, name))
        {
          if (index != NULL)
            *index = i;
          return view;
        }
    }

  return NULL;
}

/**
 * oct_user_save_view:
 * @self: a user
 * @name: what the person calls it; a view of that name is replaced
 * @page: "schools" or "trusts"
 * @query: the query as one line of text
 */
void
oct_user_save_view (OctUser *self, const char *name, const char *page, const char *query)
{
  OctSavedView *view = find_view (self, name, NULL);
  Write *write;

  if (view == NULL)
    {
      view = g_new0 (OctSavedView, 1);
      view->name = g_strdup (name);
      g_ptr_array_add (self->views, view);
    }
  g_free (view->page);
  g_free (view->query);
  view->page = g_strdup (page);
  view->query = g_strdup (query);
  g_ptr_array_sort (self->views, compare_views);

  write = new_write (self, WRITE_VIEW, name);
  if (write != NULL)
    {
      write->second = g_strdup (page);
      write->third = g_strdup (query);
    }
  push_write (self, write);
  g_signal_emit (self, signals[SIGNAL_VIEWS_CHANGED], 0);
}

/**
 * oct_user_rename_view:
 * @self: a user
 * @name: a saved view
 * @new_name: its new name; a view that had it gives way
 */
void
oct_user_rename_view (OctUser *self, const char *name, const char *new_name)
{
  OctSavedView *view = find_view (self, name, NULL);
  Write *write;
  guint taken;

  if (view == NULL || g_str_equal (name, new_name))
    return;
  write = new_write (self, WRITE_RENAMED_VIEW, name);
  if (write != NULL)
    write->second = g_strdup (new_name);
  push_write (self, write);

  if (find_view (self, new_name, &taken) != NULL)
    g_ptr_array_remove_index (self->views, taken);
  g_free (view->name);
  view->name = g_strdup (new_name);
  g_ptr_array_sort (self->views, compare_views);
  g_signal_emit (self, signals[SIGNAL_VIEWS_CHANGED], 0);
}

/**
 * oct_user_delete_view:
 * @self: a user
 * @name: a saved view
 */
void
oct_user_delete_view (OctUser *self, const char *name)
{
  guint index;

  if (find_view (self, name, &index) == NULL)
    return;
  push_write (self, new_write (self, WRITE_DELETED_VIEW, name));
  g_ptr_array_remove_index (self->views, index);
  g_signal_emit (self, signals[SIGNAL_VIEWS_CHANGED], 0);
}

/**
 * oct_user_get_setting:
 * @self: a user
 * @key: a setting
 *
 * Returns: (nullable) (transfer none): its value
 */
const char *
oct_user_get_setting (OctUser *self, const char *key)
{
  return g_hash_table_lookup (self->settings, key);
}

/**
 * oct_user_set_setting:
 * @self: a user
 * @key: a setting
 * @value: (nullable): its value; %NULL removes it
 */
void
oct_user_set_setting (OctUser *self, const char *key, const char *value)
{
  Write *write;

  if (g_strcmp0 (oct_user_get_setting (self, key), value) == 0)
    return;
  write = new_write (self, WRITE_SETTING, key);
  if (write != NULL)
    write->second = g_strdup (value);
  push_write (self, write);

  if (value != NULL)
    g_hash_table_replace (self->settings, g_strdup (key), g_strdup (value));
  else
    g_hash_table_remove (self->settings, key);
}

/**
 * oct_user_check:
 * @self: a user
 * @error: return location for an error
 *
 * Returns: whether the store on disk is sound
 */
gboolean
oct_user_check (OctUser *self, GError **error)
{
  if (self->store != NULL)
    return oct_user_store_check (self->store, error);
  if (self->problem == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->problem));

  return FALSE;
}
