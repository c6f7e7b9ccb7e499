/* The open workspace as the main thread sees it; see the header.
 *
 * This file holds the state and its properties; what runs on the worker's thread, how edits are
 * worded, and how the writes of others are noticed have files of their own.
 */
#include "oct-workbench-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "oct-error.h"

#define FOLDER "workspaces"

struct _OctWorkbench
{
  GObject parent_instance;

  /* set once */
  char *folder;
  OctUser *user; /* weak: a workspace may still be opening when the session ends */

  /* owned */
  OctWorker *worker;
  OctWorkspace *workspace;
  char *name;
  char *cycle_id;
  char *person_id;
  OctAssessment *assessment;
  OctPlanBook *plans;
  char *undo_sentence;
  char *redo_sentence;
  char *problem;
  OctWorkbenchWatch *watch;
  GHashTable *frameworks; /* of the worker's thread */
  gboolean loading;
};

enum
{
  PROP_NAME = 1,
  PROP_ASSESSMENT,
  PROP_PLANS,
  PROP_LOADING,
  PROP_PROBLEM,
  PROP_UNDO_SENTENCE,
  PROP_REDO_SENTENCE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint changed_signal;
static guint told_signal;

G_DEFINE_FINAL_TYPE (OctWorkbench, oct_workbench, G_TYPE_OBJECT)

/*
 * oct_workbench_state_clear:
 * @state: what is left of a state
 */
void
oct_workbench_state_clear (OctWorkbenchState *state)
{
  g_clear_object (&state->assessment);
  g_clear_object (&state->plans);
  g_clear_pointer (&state->undo_sentence, g_free);
  g_clear_pointer (&state->redo_sentence, g_free);
  g_clear_error (&state->error);
}

static void
take_text (OctWorkbench *self, char **place, char *text, int prop)
{
  if (g_strcmp0 (*place, text) == 0)
    {
      g_free (text);
      return;
    }
  g_free (*place);
  *place = text;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

/*
 * oct_workbench_take_state:
 * @workspace: the workspace it was read from
 * @state: what was read; emptied
 *
 * Swaps what is shown, unless another workspace was opened in the meantime.
 */
void
oct_workbench_take_state (OctWorkbench *self, OctWorkspace *workspace, OctWorkbenchState *state)
{
  if (workspace != self->workspace)
    {
      oct_workbench_state_clear (state);
      return;
    }
  take_text (self, &self->problem, state->error != NULL ? g_strdup (state->error->message) : NULL,
             PROP_PROBLEM);
  take_text (self, &self->undo_sentence, g_steal_pointer (&state->undo_sentence),
             PROP_UNDO_SENTENCE);
  take_text (self, &self->redo_sentence, g_steal_pointer (&state->redo_sentence),
             PROP_REDO_SENTENCE);
  if (state->plans != NULL && g_set_object (&self->plans, state->plans))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLANS]);
  if (state->assessment != NULL)
    {
      g_set_object (&self->assessment, state->assessment);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ASSESSMENT]);
      g_signal_emit (self, changed_signal, 0);
    }
  oct_workbench_state_clear (state);
}

/*
 * oct_workbench_take_workspace:
 * @workspace: (nullable): the workspace that is open from now on
 * @name: (nullable): its name
 * @remember: whether it is the one to open next time
 */
void
oct_workbench_take_workspace (OctWorkbench *self, OctWorkspace *workspace, const char *name,
                              gboolean remember)
{
  g_autofree char *key = NULL;

  g_set_object (&self->workspace, workspace);
  g_clear_object (&self->plans);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLANS]);
  g_clear_pointer (&self->cycle_id, g_free);
  g_clear_pointer (&self->person_id, g_free);
  if (workspace == NULL)
    {
      take_text (self, &self->undo_sentence, NULL, PROP_UNDO_SENTENCE);
      take_text (self, &self->redo_sentence, NULL, PROP_REDO_SENTENCE);
      take_text (self, &self->name, NULL, PROP_NAME);
      g_clear_object (&self->assessment);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ASSESSMENT]);
      g_signal_emit (self, changed_signal, 0);
      return;
    }
  key = g_strdup_printf ("person/%s", oct_workspace_get_id (workspace));
  if (self->user != NULL)
    self->person_id = g_strdup (oct_user_get_setting (self->user, key));
  if (self->user != NULL && remember)
    oct_user_set_setting (self->user, OCT_SETTING_WORKSPACE, name);
  if (self->watch == NULL)
    self->watch = oct_workbench_watch_new (self, self->folder);
  take_text (self, &self->name, g_strdup (name), PROP_NAME);
}

/*
 * oct_workbench_set_loading:
 * @loading: whether a workspace is being opened
 * @problem: (nullable): why the last one could not be
 */
void
oct_workbench_set_loading (OctWorkbench *self, gboolean loading, const GError *problem)
{
  take_text (self, &self->problem, problem != NULL ? g_strdup (problem->message) : NULL,
             PROP_PROBLEM);
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}

/* GObject. */

static void
oct_workbench_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OctWorkbench *self = OCT_WORKBENCH (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_ASSESSMENT:
      g_value_set_object (value, self->assessment);
      break;
    case PROP_PLANS:
      g_value_set_object (value, self->plans);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    case PROP_UNDO_SENTENCE:
      g_value_set_string (value, self->undo_sentence);
      break;
    case PROP_REDO_SENTENCE:
      g_value_set_string (value, self->redo_sentence);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
oct_workbench_finalize (GObject *object)
{
  OctWorkbench *self = OCT_WORKBENCH (object);

  g_clear_pointer (&self->watch, oct_workbench_watch_free);
  g_clear_pointer (&self->worker, oct_worker_free);
  g_clear_weak_pointer (&self->user);
  g_clear_object (&self->workspace);
  g_clear_object (&self->assessment);
  g_clear_object (&self->plans);
  g_clear_pointer (&self->frameworks, g_hash_table_unref);
  g_free (self->undo_sentence);
  g_free (self->redo_sentence);
  g_free (self->problem);
  g_free (self->cycle_id);
  g_free (self->person_id);
  g_free (self->name);
  g_free (self->folder);

  G_OBJECT_CLASS (oct_workbench_parent_class)->finalize (object);
}

static void
oct_workbench_class_init (OctWorkbenchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = oct_workbench_get_property;
  object_class->finalize = oct_workbench_finalize;

  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_ASSESSMENT] = g_param_spec_object ("assessment", NULL, NULL, OCT_TYPE_ASSESSMENT,
                                                flags);
  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  props[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  props[PROP_UNDO_SENTENCE] = g_param_spec_string ("undo-sentence", NULL, NULL, NULL, flags);
  props[PROP_REDO_SENTENCE] = g_param_spec_string ("redo-sentence", NULL, NULL, NULL, flags);
  props[PROP_PLANS] = g_param_spec_object ("plans", NULL, NULL, OCT_TYPE_PLAN_BOOK, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  told_signal = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
oct_workbench_init (OctWorkbench *self)
{
  self->frameworks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->worker = oct_worker_new ();
}

/*
 * oct_workbench_new:
 * @user: (borrowed): remembers which workspace was open, as long as it lives
 * @data_dir: the data folder
 *
 * Returns: (transfer full): a workbench with nothing open
 */
OctWorkbench *
oct_workbench_new (OctUser *user, const char *data_dir)
{
  OctWorkbench *self = g_object_new (OCT_TYPE_WORKBENCH, NULL);

  g_set_weak_pointer (&self->user, user);
  self->folder = g_build_filename (data_dir, FOLDER, NULL);

  return self;
}

/* What the other files of the workbench see. */

OctWorker *
oct_workbench_get_worker (OctWorkbench *self)
{
  return self->worker;
}

OctWorkspace *
oct_workbench_get_workspace (OctWorkbench *self)
{
  return self->workspace;
}

GHashTable *
oct_workbench_get_frameworks (OctWorkbench *self)
{
  return self->frameworks;
}

const char *
oct_workbench_get_cycle_id (OctWorkbench *self)
{
  return self->cycle_id;
}

/*
 * oct_workbench_get_path:
 * @name: the name of a workspace
 *
 * Returns: (transfer full): the path of its file, which may not be there
 */
char *
oct_workbench_get_path (OctWorkbench *self, const char *name)
{
  g_autofree char *file = g_strconcat (name, OCT_WORKSPACE_SUFFIX, NULL);

  return g_build_filename (self->folder, file, NULL);
}

/*
 * oct_workbench_forget:
 * @name: the name of a workspace that isn't there any more
 *
 * Opens none next time, where it was the one; nor is it told any more why it can't be opened.
 */
void
oct_workbench_forget (OctWorkbench *self, const char *name)
{
  if (self->user == NULL
      || g_strcmp0 (oct_user_get_setting (self->user, OCT_SETTING_WORKSPACE), name) != 0)
    return;
  oct_user_set_setting (self->user, OCT_SETTING_WORKSPACE, NULL);
  if (self->workspace == NULL)
    take_text (self, &self->problem, NULL, PROP_PROBLEM);
}

/*
 * oct_workbench_say:
 * @text: a translated sentence
 */
void
oct_workbench_say (OctWorkbench *self, const char *text)
{
  g_signal_emit (self, told_signal, 0, text);
}

/*
 * oct_workbench_flush:
 *
 * Blocks until everything asked for so far is on disk.
 */
void
oct_workbench_flush (OctWorkbench *self)
{
  oct_worker_flush (self->worker);
}

/**
 * oct_workbench_wait:
 * @self: a workbench
 *
 * Blocks until everything asked for so far is done and was told.
 */
void
oct_workbench_wait (OctWorkbench *self)
{
  gboolean told;

  g_return_if_fail (OCT_IS_WORKBENCH (self));

  /* What is told may ask for more, such as the day's backup after opening. */
  do
    {
      oct_worker_flush (self->worker);
      told = FALSE;
      while (g_main_context_iteration (NULL, FALSE))
        told = TRUE;
    }
  while (told);
}

/**
 * oct_workbench_get_folder:
 * @self: a workbench
 *
 * Returns: (transfer full): the folder in which workspaces are
 */
char *
oct_workbench_get_folder (OctWorkbench *self)
{
  g_return_val_if_fail (OCT_IS_WORKBENCH (self), NULL);

  return g_strdup (self->folder);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/**
 * oct_workbench_list:
 * @self: a workbench
 *
 * Returns: (transfer full) (array zero-terminated=1): names of the workspaces there are, in order
 */
char **
oct_workbench_list (OctWorkbench *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GDir) folder = NULL;
  const char *file;

  g_return_val_if_fail (OCT_IS_WORKBENCH (self), NULL);

  folder = g_dir_open (self->folder, 0, NULL);
  while (folder != NULL && (file = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (file, OCT_WORKSPACE_SUFFIX) && file[0] != '.')
      g_ptr_array_add (names, g_strndup (file, strlen (file) - strlen (OCT_WORKSPACE_SUFFIX)));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/**
 * oct_workbench_get_name:
 * @self: a workbench
 *
 * Returns: (transfer none) (nullable): the name of the workspace that is open
 */
const char *
oct_workbench_get_name (OctWorkbench *self)
{
  g_return_val_if_fail (OCT_IS_WORKBENCH (self), NULL);

  return self->name;
}

/**
 * oct_workbench_get_id:
 * @self: a workbench
 *
 * Returns: (transfer full) (nullable): the UUID of the workspace that is open
 */
char *
oct_workbench_get_id (OctWorkbench *self)
{
  g_return_val_if_fail (OCT_IS_WORKBENCH (self), NULL);

  return self->workspace != NULL ? g_strdup (oct_workspace_get_id (self->workspace)) : NULL;
}

/**
 * oct_workbench_get_plans:
 * @self: a workbench
 *
 * Returns: (transfer none) (nullable): the book of plans, or %NULL until it is read
 */
OctPlanBook *
oct_workbench_get_plans (OctWorkbench *self)
{
  g_return_val_if_fail (OCT_IS_WORKBENCH (self), NULL);

  return self->plans;
}

/**
 * oct_workbench_get_assessment:
 * @self: a workbench
 *
 * Returns: (transfer none) (nullable): the newest assessment of the chosen cycle
 */
OctAssessment *
oct_workbench_get_assessment (OctWorkbench *self)
{
  g_return_val_if_fail (OCT_IS_WORKBENCH (self), NULL);

  return self->assessment;
}

/**
 * oct_workbench_get_loading:
 * @self: a workbench
 *
 * Returns: whether a workspace is being opened
 */
gboolean
oct_workbench_get_loading (OctWorkbench *self)
{
  g_return_val_if_fail (OCT_IS_WORKBENCH (self), FALSE);

  return self->loading;
}

/**
 * oct_workbench_get_problem:
 * @self: a workbench
 *
 * Returns: (transfer none) (nullable): why the workspace can't be opened or read
 */
const char *
oct_workbench_get_problem (OctWorkbench *self)
{
  g_return_val_if_fail (OCT_IS_WORKBENCH (self), NULL);

  return self->problem;
}

/**
 * oct_workbench_get_undo_sentence:
 * @self: a workbench
 *
 * Returns: (transfer none) (nullable): what undo would take back
 */
const char *
oct_workbench_get_undo_sentence (OctWorkbench *self)
{
  g_return_val_if_fail (OCT_IS_WORKBENCH (self), NULL);

  return self->undo_sentence;
}

/**
 * oct_workbench_get_redo_sentence:
 * @self: a workbench
 *
 * Returns: (transfer none) (nullable): what redo would bring back
 */
const char *
oct_workbench_get_redo_sentence (OctWorkbench *self)
{
  g_return_val_if_fail (OCT_IS_WORKBENCH (self), NULL);

  return self->redo_sentence;
}

/**
 * oct_workbench_get_person_id:
 * @self: a workbench
 *
 * Returns: (transfer none) (nullable): who works in this workspace on this machine
 */
const char *
oct_workbench_get_person_id (OctWorkbench *self)
{
  g_return_val_if_fail (OCT_IS_WORKBENCH (self), NULL);

  return self->person_id;
}

/**
 * oct_workbench_set_person_id:
 * @self: a workbench with a workspace open
 * @person_id: (nullable): a person of the workspace
 */
void
oct_workbench_set_person_id (OctWorkbench *self, const char *person_id)
{
  g_autofree char *key = NULL;

  g_return_if_fail (OCT_IS_WORKBENCH (self) && self->workspace != NULL);

  key = g_strdup_printf ("person/%s", oct_workspace_get_id (self->workspace));
  g_free (self->person_id);
  self->person_id = g_strdup (person_id);
  if (self->user != NULL)
    oct_user_set_setting (self->user, key, person_id);
}

/**
 * oct_workbench_choose_cycle:
 * @self: a workbench
 * @cycle_id: (nullable): a cycle, or %NULL for the latest
 *
 * Chooses the cycle the assessment is of; it is swapped as soon as it is read.
 */
void
oct_workbench_choose_cycle (OctWorkbench *self, const char *cycle_id)
{
  g_return_if_fail (OCT_IS_WORKBENCH (self));

  if (g_strcmp0 (self->cycle_id, cycle_id) == 0)
    return;
  g_free (self->cycle_id);
  self->cycle_id = g_strdup (cycle_id);
  oct_workbench_refresh (self, TRUE);
}

/**
 * oct_workbench_close:
 * @self: a workbench
 *
 * Closes the workspace; everything is kept already.
 */
void
oct_workbench_close (OctWorkbench *self)
{
  g_return_if_fail (OCT_IS_WORKBENCH (self));

  if (self->workspace == NULL)
    return;
  oct_worker_flush (self->worker);
  oct_workbench_take_workspace (self, NULL, NULL, FALSE);
}
