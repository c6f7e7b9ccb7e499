/* A draft of the framework while it is written; see the header. */

#include "oct-draft-work.h"

#include <glib/gi18n.h>

#include "oct-framework-file.h"
#include "oct-workspace-draft.h"

struct _OctDraftWork
{
  GObject parent_instance;

  /* owned */
  OctWorkbench *workbench;
  OctFramework *base;  /* (nullable) */
  OctFramework *draft; /* (nullable) */
  GPtrArray *problems; /* of OctFrameworkProblem */

  guint n_on_the_way; /* steps that aren't kept yet */
};

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctDraftWork, oct_draft_work, G_TYPE_OBJECT)

static void
take_draft (OctDraftWork *self, OctFramework *base, OctFramework *draft)
{
  g_set_object (&self->base, base);
  g_set_object (&self->draft, draft);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  self->problems = draft != NULL ? oct_framework_find_problems (draft) : g_ptr_array_new ();
}

/* Whoever shows the draft is only troubled where it says something else. */
static void
load (OctDraftWork *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self->workbench);
  OctFramework *base = NULL;
  g_autoptr (OctFramework) draft = NULL;
  GHashTable *rows = NULL;

  if (assessment != NULL)
    {
      base = oct_assessment_get_newest_framework (assessment);
      rows = oct_assessment_get_draft (assessment);
    }
  if (base != NULL && rows != NULL)
    draft = oct_framework_draft_apply (base, rows);
  if (draft != NULL && self->draft != NULL && base == self->base
      && oct_framework_equal (draft, self->draft))
    return;
  if (draft == NULL && self->draft == NULL && self->problems != NULL)
    return;
  take_draft (self, draft != NULL ? base : NULL, draft);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
workbench_changed_cb (OctDraftWork *self)
{
  if (self->n_on_the_way == 0)
    load (self);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctDraftWork) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_on_the_way--;
  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    g_signal_emit (self, signals[FAILED], 0, error->message);
  if (self->n_on_the_way == 0)
    load (self);
}

static void
oct_draft_work_finalize (GObject *object)
{
  OctDraftWork *self = OCT_DRAFT_WORK (object);

  g_clear_object (&self->base);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_object (&self->workbench);

  G_OBJECT_CLASS (oct_draft_work_parent_class)->finalize (object);
}

static void
oct_draft_work_class_init (OctDraftWorkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_draft_work_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
oct_draft_work_init (OctDraftWork *self)
{
}

/**
 * oct_draft_work_new:
 * @workbench: whose workspace's framework is written
 *
 * Returns: (transfer full): work at the draft
 */
OctDraftWork *
oct_draft_work_new (OctWorkbench *workbench)
{
  OctDraftWork *self = g_object_new (OCT_TYPE_DRAFT_WORK, NULL);

  self->workbench = g_object_ref (workbench);
  g_signal_connect_object (workbench, "changed", G_CALLBACK (workbench_changed_cb), self,
                           G_CONNECT_SWAPPED);
  load (self);

  return self;
}

/**
 * oct_draft_work_get_base:
 * @self: work
 *
 * Returns: (transfer none) (nullable): the version that the draft is to follow
 */
OctFramework *
oct_draft_work_get_base (OctDraftWork *self)
{
  return self->base;
}

/**
 * oct_draft_work_get_draft:
 * @self: work
 *
 * Returns: (transfer none) (nullable): the draft, which says the same as the base where nothing was
 *   written yet
 */
OctFramework *
oct_draft_work_get_draft (OctDraftWork *self)
{
  return self->draft;
}

/**
 * oct_draft_work_dup_changes:
 * @self: work
 *
 * Returns: (transfer full): a sentence for each difference from the present version
 */
GStrv
oct_draft_work_dup_changes (OctDraftWork *self)
{
  if (self->draft == NULL)
    return g_new0 (char *, 1);

  return oct_framework_describe_changes (self->base, self->draft);
}

/**
 * oct_draft_work_get_problems:
 * @self: work
 *
 * Returns: (transfer none) (element-type OctFrameworkProblem): what is not ready, in reading order
 */
GPtrArray *
oct_draft_work_get_problems (OctDraftWork *self)
{
  return self->problems;
}

/**
 * oct_draft_work_begin:
 * @self: work
 *
 * Returns: (transfer full) (nullable): a builder that goes on from the draft; %NULL without a
 *   workspace
 */
OctFrameworkBuilder *
oct_draft_work_begin (OctDraftWork *self)
{
  return self->draft != NULL ? oct_framework_builder_new_draft (self->base, self->draft) : NULL;
}

static gboolean
change_draft (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  return oct_workspace_change_draft (workspace, info, data, error);
}

/* (transfer full): what has to be written so that @before becomes @after. */
static GHashTable *
find_row_changes (OctFramework *base, OctFramework *before, OctFramework *after)
{
  g_autoptr (GHashTable) old = oct_framework_draft_diff (base, before);
  GHashTable *changes = oct_framework_draft_diff (base, after);
  GHashTableIter iter;
  gpointer path;
  gpointer text;

  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, &path, &text))
    if (!g_hash_table_contains (changes, path))
      g_hash_table_insert (changes, g_strdup (path), NULL);
    else if (g_strcmp0 (g_hash_table_lookup (changes, path), text) == 0)
      g_hash_table_remove (changes, path);

  return changes;
}

/**
 * oct_draft_work_keep:
 * @self: work
 * @builder: (transfer full): from oct_draft_work_begin(), with one step more
 * @part: the part of the editor that shows the step: an element's key, "stages" or "frame"
 * @merge: (nullable): steps in a row of the same text are one, such as typing in one field
 *
 * Sends a step on its way and shows it. Nothing happens where it changed nothing.
 */
void
oct_draft_work_keep (OctDraftWork *self, OctFrameworkBuilder *builder, const char *part,
                     const char *merge)
{
  g_autoptr (OctFrameworkBuilder) owned = builder;
  g_autoptr (OctFramework) draft = oct_framework_builder_peek (builder);
  g_auto (GStrv) steps = oct_framework_describe_changes (self->draft, draft);
  g_autofree char *sentence = NULL;
  g_autofree char *location = g_strconcat ("framework-draft?part=", part, NULL);
  g_autofree char *merge_key = merge != NULL ? g_strconcat ("framework-draft/", merge, NULL) : NULL;
  GHashTable *changes;

  if (steps[0] == NULL)
    return;
  /* Translators: a number from 2, and a sentence about what was changed. */
  sentence = g_strdup_printf (_("Draft of version %d: %s"), oct_framework_get_version (draft),
                              steps[0]);

  const OctEditInfo info = { .sentence = sentence, .location = location, .merge = merge_key };

  changes = find_row_changes (self->base, self->draft, draft);
  take_draft (self, self->base, draft);
  self->n_on_the_way++;
  oct_workbench_edit_async (self->workbench, &info, change_draft, changes,
                            (GDestroyNotify) g_hash_table_unref, kept_cb, g_object_ref (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
discard_draft (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  return oct_workspace_discard_draft (workspace, info, error);
}

/**
 * oct_draft_work_discard:
 * @self: work
 * @callback: (nullable): called when it is gone; finish with oct_workbench_edit_finish()
 * @user_data: for @callback
 *
 * Takes the draft away, as one edit that can be undone.
 */
void
oct_draft_work_discard (OctDraftWork *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (self->draft != NULL);

  /* Translators: a number from 2. */
  sentence = g_strdup_printf (_("Discarded the draft of version %d"),
                              oct_framework_get_version (self->draft));

  const OctEditInfo info = { .sentence = sentence, .location = "framework-draft" };

  oct_workbench_edit_async (self->workbench, &info, discard_draft, NULL, NULL, callback, user_data);
}

typedef struct
{
  char *key;
  guint number;
  char *content;
} UseDraft;

static void
use_draft_free (gpointer data)
{
  UseDraft *use = data;

  g_free (use->key);
  g_free (use->content);
  g_free (use);
}

static gboolean
use_draft (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  UseDraft *use = data;
  const OctNewVersion version = { use->key, use->number, use->content };

  return oct_workspace_use_draft (workspace, info, &version, error);
}

/**
 * oct_draft_work_use:
 * @self: work
 * @callback: (nullable): called when it is kept; finish with oct_workbench_edit_finish()
 * @user_data: for @callback
 * @error: return location for an error
 *
 * Makes the draft the version by which cycles that are open are judged from now on, as one edit that
 * can be undone.
 *
 * Returns: whether it is on its way; %FALSE with %OCT_ERROR_RULE, and without calling @callback,
 *   where the draft is not ready or says nothing new
 */
gboolean
oct_draft_work_use (OctDraftWork *self, GAsyncReadyCallback callback, gpointer user_data,
                    GError **error)
{
  g_autoptr (OctFrameworkBuilder) builder = oct_draft_work_begin (self);
  g_autoptr (OctFramework) next = NULL;
  g_autofree char *sentence = NULL;
  UseDraft *use;

  g_return_val_if_fail (builder != NULL, FALSE);

  next = oct_framework_builder_build (builder, error);
  if (next == NULL)
    return FALSE;
  use = g_new0 (UseDraft, 1);
  use->key = g_strdup (oct_framework_get_key (next));
  use->number = (guint) oct_framework_get_version (next);
  use->content = oct_framework_file_format (next);
  /* Translators: %u is a number from 1. */
  sentence = g_strdup_printf (_("Changed the framework: version %u"), use->number);

  const OctEditInfo info = { .sentence = sentence, .location = "framework" };

  oct_workbench_edit_async (self->workbench, &info, use_draft, use, use_draft_free, callback,
                            user_data);
  return TRUE;
}
