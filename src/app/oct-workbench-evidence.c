/* Evidence through the workbench; see the header.
 *
 * Edits and reads run on the worker, in their order. Small pictures are made on other threads: they
 * may take seconds, and need nothing of the workspace but the place where its files lie.
 */
#include "oct-workbench-evidence.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "oct-evidence-objects.h"
#include "oct-workbench-private.h"

/* Reading. */

typedef struct
{
  char *cycle_id;
  char *school_id;
  char *element;
  char *plan_id;
  char *text;
  char *id;
} ReadEvidence;

static void
read_evidence_free (gpointer data)
{
  ReadEvidence *read = data;

  g_free (read->cycle_id);
  g_free (read->school_id);
  g_free (read->element);
  g_free (read->plan_id);
  g_free (read->text);
  g_free (read->id);
  g_free (read);
}

static gpointer
read_evidence (OctWorkspace *workspace, gpointer data, GError **error)
{
  const ReadEvidence *read = data;
  const OctEvidenceFilter filter = { .id = read->id,
                                     .cycle_id = read->cycle_id,
                                     .school_id = read->school_id,
                                     .element = read->element,
                                     .plan_id = read->plan_id,
                                     .text = read->text };

  return oct_workspace_read_evidence (workspace, &filter, error);
}

/**
 * oct_workbench_read_evidence_async:
 * @self: a workbench
 * @filter: which evidence; copied
 * @cancellable: (nullable): to cancel with
 * @callback: called when the answer is there, an array of #OctEvidence
 * @user_data: for @callback
 *
 * Reads evidence, the newest first.
 */
void
oct_workbench_read_evidence_async (OctWorkbench *self, const OctEvidenceFilter *filter,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  ReadEvidence *read = g_new0 (ReadEvidence, 1);

  read->id = g_strdup (filter->id);
  read->cycle_id = g_strdup (filter->cycle_id);
  read->school_id = g_strdup (filter->school_id);
  read->element = g_strdup (filter->element);
  read->plan_id = g_strdup (filter->plan_id);
  read->text = g_strdup (filter->text);
  oct_workbench_read_async (self, read_evidence, read, read_evidence_free,
                            (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/* Edits. */

typedef struct
{
  OctEvidence *evidence;
  OctEvidenceLink *place;
  GFile *file; /* (nullable): whose content is taken in first */
} EditEvidence;

static void
edit_evidence_free (gpointer data)
{
  EditEvidence *edit = data;

  g_clear_pointer (&edit->evidence, oct_evidence_free);
  g_clear_pointer (&edit->place, oct_evidence_link_free);
  g_clear_object (&edit->file);
  g_free (edit);
}

static const char *
element_name (OctWorkbench *self, const char *key)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self);
  const OctElement *element = assessment != NULL ? oct_framework_find_element (
                                oct_assessment_get_framework (assessment), key)
                                                 : NULL;

  return element != NULL ? element->short_name : key;
}

/* (transfer full): the page on which the place is shown. */
static char *
place_location (OctWorkbench *self, const OctEvidenceLink *place)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self);
  const OctElement *element = assessment != NULL ? oct_framework_find_element (
                                oct_assessment_get_framework (assessment), place->element)
                                                 : NULL;

  if (place->school_id != NULL)
    return g_strdup_printf ("judge/%s?element=%s", place->school_id, place->element);

  return g_strdup_printf ("element/%u", element != NULL ? element->number : 1);
}

static void
run_edit (OctWorkbench *self, const char *sentence, const OctEvidenceLink *place, OctEditFunc func,
          EditEvidence *edit, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autofree char *location = place_location (self, place);
  const OctEditInfo info = { .sentence = sentence,
                             .location = location,
                             .subject = place->school_id };

  oct_workbench_edit_async (self, &info, func, edit, edit_evidence_free, callback, user_data);
}

static gboolean
put_evidence (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  EditEvidence *edit = data;

  if (edit->evidence->person_id == NULL)
    edit->evidence->person_id = g_strdup (info->person_id);

  return oct_workspace_put_evidence (workspace, info, edit->evidence, NULL, error);
}

/**
 * oct_workbench_put_evidence_async:
 * @self: a workbench
 * @evidence: a piece of evidence with one place at least, new (without an id) or known; copied
 * @callback: (nullable): called when it is kept
 * @user_data: for @callback
 *
 * Adds evidence, or changes what is said of it.
 */
void
oct_workbench_put_evidence_async (OctWorkbench *self, const OctEvidence *evidence,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
  EditEvidence *edit = g_new0 (EditEvidence, 1);
  const OctEvidenceLink *place;
  g_autofree char *sentence = NULL;

  g_return_if_fail (evidence->links->len > 0);

  place = g_ptr_array_index (evidence->links, 0);
  edit->evidence = oct_evidence_copy (evidence);
  sentence = g_strdup_printf (evidence->id != NULL
                                /* Translators: %s is an element. */
                                ? _("Changed evidence for %s")
                                : evidence->kind == OCT_EVIDENCE_LINK
                                    /* Translators: %s is an element. */
                                    ? _("Added a link as evidence for %s")
                                    /* Translators: %s is an element. */
                                    : _("Added a note as evidence for %s"),
                              element_name (self, place->element));
  run_edit (self, sentence, place, put_evidence, edit, callback, user_data);
}

static gboolean
add_file (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  EditEvidence *edit = data;

  return oct_evidence_objects_add (workspace, edit->file, &edit->evidence->object,
                                   &edit->evidence->size, NULL, error)
         && put_evidence (workspace, info, edit, error);
}

/* (transfer full): the name of a file as text. */
static char *
name_of_file (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL ? g_filename_display_name (base) : g_strdup (_("File"));
}

/**
 * oct_workbench_add_evidence_file_async:
 * @self: a workbench
 * @file: a file
 * @place: where it stands; copied
 * @callback: (nullable): called when it is kept
 * @user_data: for @callback
 *
 * Copies a file in and adds it as evidence. Nothing is added where it can't be read or is larger
 * than %OCT_EVIDENCE_MAX_SIZE.
 */
void
oct_workbench_add_evidence_file_async (OctWorkbench *self, GFile *file,
                                       const OctEvidenceLink *place, GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  EditEvidence *edit = g_new0 (EditEvidence, 1);
  g_autofree char *name = name_of_file (file);
  /* Translators: %s is an element. */
  g_autofree char *sentence = g_strdup_printf (_("Added a file as evidence for %s"),
                                               element_name (self, place->element));

  edit->file = g_object_ref (file);
  edit->evidence = oct_evidence_new (OCT_EVIDENCE_FILE, name);
  edit->evidence->dated = oct_date_today ();
  g_free (edit->evidence->file_name);
  edit->evidence->file_name = g_steal_pointer (&name);
  g_ptr_array_add (edit->evidence->links, oct_evidence_link_copy (place));
  run_edit (self, sentence, place, add_file, edit, callback, user_data);
}

/* What stands at an aspect of the element is shown with the element, and goes with it. */
static gboolean
is_at (const OctEvidenceLink *link, const OctEvidenceLink *place)
{
  return g_strcmp0 (link->cycle_id, place->cycle_id) == 0
         && g_strcmp0 (link->school_id, place->school_id) == 0
         && g_strcmp0 (link->element, place->element) == 0;
}

static gboolean
detach (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  EditEvidence *edit = data;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < edit->evidence->links->len; i++)
    {
      OctEvidenceLink *link = g_ptr_array_index (edit->evidence->links, i);

      if (is_at (link, edit->place))
        g_ptr_array_add (ids, link->id);
    }
  g_ptr_array_add (ids, NULL);

  return oct_workspace_detach_evidence (workspace, info, edit->evidence->id,
                                        (const char *const *) ids->pdata, error);
}

/**
 * oct_workbench_detach_evidence_async:
 * @self: a workbench
 * @evidence: a piece of evidence as it was read; copied
 * @place: a place; of its aspect nothing is asked; copied
 * @callback: (nullable): called when it no longer stands there
 * @user_data: for @callback
 *
 * Takes evidence away from a place. It stays in the workspace, and wherever else it stands.
 */
void
oct_workbench_detach_evidence_async (OctWorkbench *self, const OctEvidence *evidence,
                                     const OctEvidenceLink *place, GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  EditEvidence *edit = g_new0 (EditEvidence, 1);
  /* Translators: %s is an element. */
  g_autofree char *sentence = g_strdup_printf (_("Took evidence away from %s"),
                                               element_name (self, place->element));

  edit->evidence = oct_evidence_copy (evidence);
  edit->place = oct_evidence_link_copy (place);
  run_edit (self, sentence, place, detach, edit, callback, user_data);
}

/* Files. */

static gpointer
copy_out (OctWorkspace *workspace, gpointer data, GError **error)
{
  const OctEvidence *evidence = data;
  g_autofree char *name = oct_evidence_binder_safe_name (evidence->file_name);
  g_autofree char *folder = g_dir_make_tmp ("octant-XXXXXX", error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (path == NULL)
    return NULL;
  if (!oct_evidence_objects_copy_out (workspace, evidence->object, path, NULL, error))
    {
      g_rmdir (folder);
      return NULL;
    }
  g_chmod (path, 0400);

  return g_steal_pointer (&path);
}

/**
 * oct_workbench_copy_evidence_async:
 * @self: a workbench
 * @evidence: a file; copied
 * @cancellable: (nullable): to cancel with
 * @callback: called with the path of the copy, which alone lies in a folder of its own; whoever asked
 *   for it deletes both
 * @user_data: for @callback
 *
 * Makes a copy that is only to be read, for another program to open. A file that was altered is not
 * handed out.
 */
void
oct_workbench_copy_evidence_async (OctWorkbench *self, const OctEvidence *evidence,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  oct_workbench_read_async (self, copy_out, oct_evidence_copy (evidence),
                            (GDestroyNotify) oct_evidence_free, g_free, cancellable, callback,
                            user_data);
}

typedef struct
{
  OctWorkspace *workspace;
  char *object;
  int size;
} ReadThumbnail;

static void
read_thumbnail_free (gpointer data)
{
  ReadThumbnail *read = data;

  g_clear_object (&read->workspace);
  g_free (read->object);
  g_free (read);
}

static void
thumbnail_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ReadThumbnail *read = data;
  GError *error = NULL;
  OctThumbnail *thumbnail = oct_thumbnail_make (read->workspace, read->object, read->size,
                                                cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, thumbnail, (GDestroyNotify) oct_thumbnail_free);
}

/**
 * oct_workbench_read_thumbnail_async:
 * @self: a workbench with a workspace
 * @object: the name of an object
 * @size: the longest edge, in pixels
 * @cancellable: (nullable): to cancel with
 * @callback: called when the answer is there
 * @user_data: for @callback
 *
 * Asks for a small picture of a file.
 */
void
oct_workbench_read_thumbnail_async (OctWorkbench *self, const char *object, int size,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  ReadThumbnail *read = g_new0 (ReadThumbnail, 1);

  g_return_if_fail (oct_workbench_get_workspace (self) != NULL);

  read->workspace = g_object_ref (oct_workbench_get_workspace (self));
  read->object = g_strdup (object);
  read->size = size;
  g_task_set_task_data (task, read, read_thumbnail_free);
  g_task_run_in_thread (task, thumbnail_thread);
}

/**
 * oct_workbench_read_thumbnail_finish:
 * @self: a workbench
 * @result: the answer
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the picture; %NULL without @error where the file has none
 */
OctThumbnail *
oct_workbench_read_thumbnail_finish (OctWorkbench *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * oct_workbench_start_binder:
 * @self: a workbench with an assessment
 * @filter: which evidence
 * @parent: the folder in which the binder is made
 *
 * Starts to write an evidence binder, with the elements in the framework's order: beside the
 * workbench, or on its thread where the workspace is on a network.
 *
 * Returns: (transfer full): the job; its result is an #OctBinderReport
 */
OctJob *
oct_workbench_start_binder (OctWorkbench *self, const OctEvidenceFilter *filter, const char *parent)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self);
  GPtrArray *elements;
  OctWorkspace *workspace = oct_workbench_get_workspace (self);
  g_autofree OctBinderElement *order = NULL;

  g_return_val_if_fail (assessment != NULL && workspace != NULL, NULL);

  elements = oct_framework_get_elements (oct_assessment_get_framework (assessment));
  order = g_new0 (OctBinderElement, elements->len);
  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);

      order[i].key = element->key;
      order[i].name = element->short_name;
    }

  if (oct_workspace_is_on_network (workspace))
    return oct_evidence_binder_start_on_worker (oct_workbench_get_worker (self), workspace, filter,
                                                order, elements->len, parent);

  return oct_evidence_binder_start (oct_workspace_get_path (workspace), filter, order,
                                    elements->len, parent);
}
