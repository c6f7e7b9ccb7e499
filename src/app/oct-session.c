/* The session: the stores that are open, and the answers that both faces are given.
 *
 * The register is a value: an import makes another one and the session swaps the pointer, so
 * whoever still reads from the old one is undisturbed. A register that another process put in
 * place is noticed and taken up the same way. What the user owns is kept by OctUser; reads and
 * imports have files of their own.
 */
#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "oct-session-private.h"

#include "oct-demo-workspace.h"
#include "oct-demo.h"
#include "oct-error.h"
#include "oct-user.h"
#include "oct-workbench-private.h"

/* Events of a rename come in a burst; the register is opened once they are over. */
#define RELOAD_DELAY_MS 150
#define SETTING_TRUST "trust"

struct _OctSession
{
  GObject parent_instance;

  /* set once */
  char *data_dir;
  gboolean demo;

  /* owned */
  OctWorker *worker;
  OctUser *user;
  OctWorkbench *workbench;
  OctRegister *reg;
  GFileMonitor *monitor;
  GError *problem;
  guint32 trust_uid;
  guint reload_id;

  /* @reg changes on the main thread, and under this lock, so that others may take a reference */
  GMutex lock;
};

enum
{
  PROP_REGISTER = 1,
  PROP_TRUST_UID,
  PROP_PROBLEM,
  PROP_USER_PROBLEM,
  N_PROPS
};

enum
{
  SIGNAL_STARS_CHANGED,
  SIGNAL_VIEWS_CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctSession, oct_session, G_TYPE_OBJECT)

/* Taking up a register. */

static void
set_problem (OctSession *self, const GError *error)
{
  if (error == NULL && self->problem == NULL)
    return;
  g_clear_error (&self->problem);
  if (error != NULL)
    self->problem = g_error_copy (error);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
}

/*
 * oct_session_take_register:
 * @reg: (nullable): the register as it was found on disk just now
 * @error: (nullable): why there is none
 *
 * Swaps the register for a newer one. One that can't be read leaves the one in hand in place: it
 * is still whole in memory, and "problem" says what is wrong with the file.
 */
void
oct_session_take_register (OctSession *self, OctRegister *reg, const GError *error)
{
  g_autoptr (OctRegister) before = NULL;

  if (reg == NULL)
    {
      set_problem (self, g_error_matches (error, OCT_ERROR, OCT_ERROR_NO_REGISTER) ? NULL : error);
      return;
    }
  set_problem (self, NULL);
  if (self->reg != NULL
      && g_strcmp0 (oct_register_get_hash (self->reg), oct_register_get_hash (reg)) == 0)
    return;
  before = self->reg;
  g_mutex_lock (&self->lock);
  self->reg = g_object_ref (reg);
  g_mutex_unlock (&self->lock);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

typedef struct
{
  GWeakRef session;
  char *data_dir;
  OctRegister *reg;
  GError *error;
} Reload;

static void
reload_free (Reload *reload)
{
  g_weak_ref_clear (&reload->session);
  g_clear_object (&reload->reg);
  g_clear_error (&reload->error);
  g_free (reload->data_dir);
  g_free (reload);
}

static gboolean
reloaded_cb (gpointer user_data)
{
  Reload *reload = user_data;
  g_autoptr (OctSession) self = g_weak_ref_get (&reload->session);

  if (self != NULL)
    oct_session_take_register (self, reload->reg, reload->error);

  return G_SOURCE_REMOVE;
}

static void
run_reload (gpointer data)
{
  Reload *reload = data;

  reload->reg = oct_register_open (reload->data_dir, &reload->error);
  g_idle_add_full (G_PRIORITY_DEFAULT, reloaded_cb, reload, (GDestroyNotify) reload_free);
}

static gboolean
reload_cb (gpointer user_data)
{
  OctSession *self = user_data;
  Reload *reload = g_new0 (Reload, 1);

  self->reload_id = 0;
  g_weak_ref_init (&reload->session, self);
  reload->data_dir = g_strdup (self->data_dir);
  oct_worker_push (self->worker, run_reload, reload);

  return G_SOURCE_REMOVE;
}

static gboolean
is_named (GFile *file, const char *expected)
{
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  return g_strcmp0 (name, expected) == 0;
}

static void
folder_changed_cb (OctSession *self, GFile *file, GFile *other, GFileMonitorEvent event)
{
  if (is_named (file, "user.db") && event == G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT)
    oct_user_refresh (self->user);
  if (!is_named (file, "register.db") && !is_named (other, "register.db"))
    return;
  g_clear_handle_id (&self->reload_id, g_source_remove);
  self->reload_id = g_timeout_add (RELOAD_DELAY_MS, reload_cb, self);
}

static void
user_problem_cb (OctSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_USER_PROBLEM]);
}

static void
stars_changed_cb (OctSession *self)
{
  g_signal_emit (self, signals[SIGNAL_STARS_CHANGED], 0);
}

static void
views_changed_cb (OctSession *self)
{
  g_signal_emit (self, signals[SIGNAL_VIEWS_CHANGED], 0);
}

static void
read_trust (OctSession *self)
{
  const char *text = oct_user_get_setting (self->user, SETTING_TRUST);
  guint64 uid = 0;

  if (text != NULL && g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT32, &uid, NULL)
      && uid != self->trust_uid)
    {
      self->trust_uid = (guint32) uid;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TRUST_UID]);
    }
}

static void
oct_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OctSession *self = OCT_SESSION (object);
  const GError *user_problem = oct_user_get_problem (self->user);

  switch (prop_id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    case PROP_TRUST_UID:
      g_value_set_uint (value, self->trust_uid);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem != NULL ? self->problem->message : NULL);
      break;
    case PROP_USER_PROBLEM:
      g_value_set_string (value, user_problem != NULL ? user_problem->message : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
oct_session_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  OctSession *self = OCT_SESSION (object);

  switch (prop_id)
    {
    case PROP_TRUST_UID:
      oct_session_set_trust_uid (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
oct_session_finalize (GObject *object)
{
  OctSession *self = OCT_SESSION (object);

  g_clear_handle_id (&self->reload_id, g_source_remove);
  g_clear_object (&self->monitor);
  g_clear_object (&self->workbench);
  g_clear_pointer (&self->worker, oct_worker_free);
  g_clear_object (&self->user);
  g_clear_object (&self->reg);
  g_clear_error (&self->problem);
  g_free (self->data_dir);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (oct_session_parent_class)->finalize (object);
}

static void
oct_session_class_init (OctSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = oct_session_get_property;
  object_class->set_property = oct_session_set_property;
  object_class->finalize = oct_session_finalize;

  props[PROP_REGISTER] = g_param_spec_object ("register", NULL, NULL, OCT_TYPE_REGISTER, flags);
  props[PROP_TRUST_UID] = g_param_spec_uint ("trust-uid", NULL, NULL, 0, G_MAXUINT32, 0,
                                             flags | G_PARAM_WRITABLE);
  props[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  props[PROP_USER_PROBLEM] = g_param_spec_string ("user-problem", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_STARS_CHANGED] = g_signal_new ("stars-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                                NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_VIEWS_CHANGED] = g_signal_new ("views-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                                NULL, NULL, G_TYPE_NONE, 0);
}

static void
oct_session_init (OctSession *self)
{
  g_mutex_init (&self->lock);
  self->worker = oct_worker_new ();
  self->user = oct_user_new (self->worker);
  g_signal_connect_swapped (self->user, "notify::problem", G_CALLBACK (user_problem_cb), self);
  g_signal_connect_swapped (self->user, "settings-changed", G_CALLBACK (read_trust), self);
  g_signal_connect_swapped (self->user, "stars-changed", G_CALLBACK (stars_changed_cb), self);
  g_signal_connect_swapped (self->user, "views-changed", G_CALLBACK (views_changed_cb), self);
}

static char *
resolve_data_dir (const char *data_dir)
{
  if (data_dir != NULL)
    return g_canonicalize_filename (data_dir, NULL);

  return g_build_filename (g_get_user_data_dir (), "octant", NULL);
}

/**
 * oct_session_new:
 * @data_dir: (nullable): the data folder; the program's own in the user's data folder when %NULL
 *
 * Makes a session that has opened nothing yet; see oct_session_open().
 *
 * Returns: (transfer full): the session
 */
OctSession *
oct_session_new (const char *data_dir)
{
  OctSession *self = g_object_new (OCT_TYPE_SESSION, NULL);

  self->data_dir = resolve_data_dir (data_dir);
  self->workbench = oct_workbench_new (self->user, self->data_dir);

  return self;
}

/**
 * oct_session_new_demo:
 * @data_dir: (nullable): the data folder in which the demonstration has a folder of its own
 *
 * Makes a session on the demonstration trust, which shares nothing with the user's own data.
 *
 * Returns: (transfer full): the session
 */
OctSession *
oct_session_new_demo (const char *data_dir)
{
  OctSession *self = g_object_new (OCT_TYPE_SESSION, NULL);
  g_autofree char *parent = resolve_data_dir (data_dir);

  self->data_dir = g_build_filename (parent, "demo", NULL);
  self->demo = TRUE;
  self->workbench = oct_workbench_new (self->user, self->data_dir);

  return self;
}

/**
 * oct_session_get_data_dir:
 * @self: a session
 *
 * Returns: the folder that holds everything the session keeps
 */
const char *
oct_session_get_data_dir (OctSession *self)
{
  g_return_val_if_fail (OCT_IS_SESSION (self), NULL);

  return self->data_dir;
}

/**
 * oct_session_is_demo:
 * @self: a session
 *
 * Returns: whether this is the demonstration
 */
gboolean
oct_session_is_demo (OctSession *self)
{
  g_return_val_if_fail (OCT_IS_SESSION (self), FALSE);

  return self->demo;
}

/* Without a monitor nothing is lost but the news of another process's import. */
static void
watch_folder (OctSession *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->data_dir);

  g_clear_object (&self->monitor);
  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (folder_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

/**
 * oct_session_open:
 * @self: a session
 * @error: return location for an error
 *
 * Makes the data folder where it is missing, readable for its owner alone, and opens what is in
 * it. The demonstration imports its files first where that is still to be done.
 *
 * Whatever the error, the session can be used: it answers as one without a register. It is
 * %OCT_ERROR_NO_REGISTER where nothing has been imported, %OCT_ERROR_DAMAGED or %OCT_ERROR_NEWER
 * where there is one that can't be read, %OCT_ERROR_OLDER where oct_session_upgrade() makes it readable, %OCT_ERROR_READ_ONLY where there can't be a data folder.
 *
 * Returns: whether there is a register
 */
gboolean
oct_session_open (OctSession *self, GError **error)
{
  g_autoptr (OctRegister) reg = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (OCT_IS_SESSION (self), FALSE);

  if (g_mkdir_with_parents (self->data_dir, 0700) != 0)
    {
      int saved_errno = errno;

      g_set_error (&local_error, OCT_ERROR,
                   saved_errno == ENOSPC ? OCT_ERROR_NO_SPACE : OCT_ERROR_READ_ONLY,
                   /* Translators: the first %s is the path of a folder, the second the cause. */
                   _("The data folder %s can’t be made: %s. Choose another with --data-dir."),
                   self->data_dir, g_strerror (saved_errno));
      set_problem (self, local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  oct_user_open (self->user, self->data_dir);
  if (self->demo && oct_user_get_setting (self->user, SETTING_TRUST) == NULL)
    oct_session_set_trust_uid (self, OCT_DEMO_TRUST_UID);
  watch_folder (self);
  if (!self->demo || oct_demo_prepare (self->data_dir, &local_error))
    reg = oct_register_open (self->data_dir, &local_error);
  oct_session_take_register (self, reg, local_error);
  if (self->demo && oct_user_get_setting (self->user, OCT_SETTING_WORKSPACE) == NULL)
    oct_demo_workspace_open (self);
  else
    oct_session_open_workspace (self);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return reg != NULL;
}

/**
 * oct_session_get_register:
 * @self: a session
 *
 * Returns: (nullable) (transfer none): the register as it stands
 */
OctRegister *
oct_session_get_register (OctSession *self)
{
  g_return_val_if_fail (OCT_IS_SESSION (self), NULL);

  return self->reg;
}

/**
 * oct_session_get_problem:
 * @self: a session
 *
 * Returns: (nullable) (transfer none): why a register that is there can't be used
 */
const GError *
oct_session_get_problem (OctSession *self)
{
  g_return_val_if_fail (OCT_IS_SESSION (self), NULL);

  return self->problem;
}

/**
 * oct_session_get_user_problem:
 * @self: a session
 *
 * Returns: (nullable) (transfer none): why stars, views and settings aren't kept, or began anew
 */
const GError *
oct_session_get_user_problem (OctSession *self)
{
  g_return_val_if_fail (OCT_IS_SESSION (self), NULL);

  return oct_user_get_problem (self->user);
}

/**
 * oct_session_get_trust_uid:
 * @self: a session
 *
 * Returns: the user's own trust, or 0 before it is chosen
 */
guint32
oct_session_get_trust_uid (OctSession *self)
{
  g_return_val_if_fail (OCT_IS_SESSION (self), 0);

  return self->trust_uid;
}

/**
 * oct_session_set_trust_uid:
 * @self: a session
 * @uid: the user's own trust, or 0 for none
 */
void
oct_session_set_trust_uid (OctSession *self, guint32 uid)
{
  g_autofree char *text = g_strdup_printf ("%u", uid);

  g_return_if_fail (OCT_IS_SESSION (self));

  if (uid == self->trust_uid)
    return;
  self->trust_uid = uid;
  oct_user_set_setting (self->user, SETTING_TRUST, text);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TRUST_UID]);
}

/**
 * oct_session_flush:
 * @self: a session
 *
 * Blocks until everything written so far is on disk.
 */
void
oct_session_flush (OctSession *self)
{
  g_return_if_fail (OCT_IS_SESSION (self));

  oct_worker_flush (self->worker);
}

/**
 * oct_session_search:
 * @self: a session
 * @query: what is asked
 *
 * Answers from memory, at once.
 *
 * Returns: (transfer full): the matching rows; none where there is no register
 */
OctResult *
oct_session_search (OctSession *self, OctSchoolQuery *query)
{
  g_return_val_if_fail (OCT_IS_SESSION (self), NULL);
  g_return_val_if_fail (OCT_IS_SCHOOL_QUERY (query), NULL);

  if (self->reg == NULL)
    return g_new0 (OctResult, 1);

  return oct_index_search (oct_register_get_index (self->reg), query,
                           oct_user_get_stars (self->user, FALSE));
}

/*
 * oct_session_dup_register:
 * @self: a session
 *
 * The same as oct_session_get_register(), for any thread.
 *
 * Returns: (nullable) (transfer full): the register as it stands
 */
OctRegister *
oct_session_dup_register (OctSession *self)
{
  OctRegister *reg;

  g_mutex_lock (&self->lock);
  reg = self->reg != NULL ? g_object_ref (self->reg) : NULL;
  g_mutex_unlock (&self->lock);

  return reg;
}

/*
 * oct_session_get_worker:
 *
 * Returns: (transfer none): the thread that reads and writes
 */
OctWorker *
oct_session_get_worker (OctSession *self)
{
  return self->worker;
}

/*
 * oct_session_get_user:
 *
 * Returns: (transfer none): what belongs to the user
 */
OctUser *
oct_session_get_user (OctSession *self)
{
  return self->user;
}

/*
 * oct_session_get_workbench:
 *
 * Returns: (transfer none): the workspace that is open, or that there is none
 */
OctWorkbench *
oct_session_get_workbench (OctSession *self)
{
  return self->workbench;
}
