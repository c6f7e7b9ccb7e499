/* The edits of the workbench that are about the trust itself: its purpose, its pillars, its people,
 * its framework; and the reads that are not part of the assessment.
 */
#include <glib/gi18n.h>

#include "oct-workbench-private.h"

#include "oct-error.h"
#include "oct-framework-file.h"

static gboolean
put_pillar (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  return oct_workspace_put_pillar (workspace, info, data, error);
}

/**
 * oct_workbench_put_pillar_async:
 * @self: a workbench
 * @pillar: a pillar of the strategy, new (without an id) or known; copied
 * @callback: (nullable): called when it is kept
 * @user_data: for @callback
 *
 * Adds, rewords or retires a pillar.
 */
void
oct_workbench_put_pillar_async (OctWorkbench *self, const OctPillar *pillar,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  OctPillar *copy = g_new0 (OctPillar, 1);
  /* Translators: %s is a pillar of the trust's strategy. */
  g_autofree char *sentence = g_strdup_printf (pillar->id == NULL ? _("Added the pillar “%s”")
                                               : pillar->retired  ? _("Retired the pillar “%s”")
                                                                 : _("Changed the pillar “%s”"),
                                               pillar->name);
  const OctEditInfo info = { .sentence = sentence, .location = "our-trust" };

  copy->id = g_strdup (pillar->id);
  copy->name = g_strdup (pillar->name);
  copy->text = g_strdup (pillar->text != NULL ? pillar->text : "");
  copy->retired = pillar->retired;
  oct_workbench_edit_async (self, &info, put_pillar, copy, (GDestroyNotify) oct_pillar_free,
                            callback, user_data);
}

static gboolean
set_purpose (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  g_autoptr (OctOwnTrust) trust = oct_workspace_read_trust (workspace, error);

  if (trust == NULL)
    return FALSE;
  g_free (trust->purpose);
  trust->purpose = g_strdup (data);

  return oct_workspace_set_trust (workspace, info, trust, error);
}

/**
 * oct_workbench_set_purpose_async:
 * @self: a workbench
 * @purpose: why the trust exists, in its own words
 * @callback: (nullable): called when it is kept
 * @user_data: for @callback
 *
 * Words the trust's purpose. Edits of it in a row become one.
 */
void
oct_workbench_set_purpose_async (OctWorkbench *self, const char *purpose,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  const OctEditInfo info = { .sentence = _("Worded the trust’s purpose"),
                             .location = "our-trust",
                             .merge = "purpose" };

  oct_workbench_edit_async (self, &info, set_purpose, g_strdup (purpose), g_free, callback,
                            user_data);
}

/* People. */

typedef struct
{
  OctPerson *person;
  char *kept_id;
} PutPerson;

static void
put_person_free (gpointer data)
{
  PutPerson *put = data;

  oct_person_free (put->person);
  g_free (put->kept_id);
  g_free (put);
}

static gboolean
put_person (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  PutPerson *put = data;

  return oct_workspace_put_person (workspace, info, put->person, &put->kept_id, error);
}

/**
 * oct_workbench_put_person_async:
 * @self: a workbench
 * @person: a person, new (without an id) or known; copied
 * @callback: (nullable): called when they are kept
 * @user_data: for @callback
 *
 * Adds a person or changes what is kept of one. History says no name.
 */
void
oct_workbench_put_person_async (OctWorkbench *self, const OctPerson *person,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  PutPerson *put = g_new0 (PutPerson, 1);
  const OctEditInfo info = { .sentence = person->id == NULL ? _("Added a person")
                                                            : _("Changed what is kept of a person"),
                             .location = "people" };

  put->person = g_new0 (OctPerson, 1);
  put->person->id = g_strdup (person->id);
  put->person->name = g_strdup (person->name);
  put->person->post = g_strdup (person->post);
  oct_workbench_edit_async (self, &info, put_person, put, put_person_free, callback, user_data);
}

/* The framework. */

typedef struct
{
  char *key;
  guint version;
  char *content;
} PutFramework;

static void
put_framework_free (gpointer data)
{
  PutFramework *put = data;

  g_free (put->key);
  g_free (put->content);
  g_free (put);
}

static gboolean
put_framework (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  PutFramework *put = data;

  return oct_workspace_add_framework (workspace, info, put->key, put->version, put->content, NULL,
                                      error);
}

/**
 * oct_workbench_add_framework_async:
 * @self: a workbench
 * @framework: a new version
 * @callback: (nullable): called when it is kept
 * @user_data: for @callback
 *
 * Adds a version of the framework, by which cycles that are open are judged from now on. What was
 * judged before stays under the version it was judged by.
 */
void
oct_workbench_add_framework_async (OctWorkbench *self, OctFramework *framework,
                                   GAsyncReadyCallback callback, gpointer user_data)
{
  PutFramework *put = g_new0 (PutFramework, 1);
  g_autofree char *sentence = NULL;

  put->key = g_strdup (oct_framework_get_key (framework));
  put->version = (guint) oct_framework_get_version (framework);
  put->content = oct_framework_file_format (framework);
  /* Translators: %u is a number from 1. */
  sentence = g_strdup_printf (_("Changed the framework: version %u"), put->version);

  const OctEditInfo info = { .sentence = sentence, .location = "framework" };

  oct_workbench_edit_async (self, &info, put_framework, put, put_framework_free, callback,
                            user_data);
}

/* Reads. */

typedef struct
{
  char *person_id;
  char *subject;
  char *record_id;
  OctHistoryFilter filter;
} ReadHistory;

static void
read_history_free (gpointer data)
{
  ReadHistory *read = data;

  g_free (read->person_id);
  g_free (read->subject);
  g_free (read->record_id);
  g_free (read);
}

static gpointer
read_history (OctWorkspace *workspace, gpointer data, GError **error)
{
  return oct_workspace_read_history (workspace, &((ReadHistory *) data)->filter, error);
}

/**
 * oct_workbench_read_history_async:
 * @self: a workbench
 * @filter: which edits; copied
 * @cancellable: (nullable): to cancel with
 * @callback: called when the answer is there, an array of #OctEditRecord
 * @user_data: for @callback
 *
 * Reads history, newest first.
 */
void
oct_workbench_read_history_async (OctWorkbench *self, const OctHistoryFilter *filter,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  ReadHistory *read = g_new0 (ReadHistory, 1);

  read->person_id = g_strdup (filter->person_id);
  read->subject = g_strdup (filter->subject);
  read->record_id = g_strdup (filter->record_id);
  read->filter = *filter;
  read->filter.person_id = read->person_id;
  read->filter.subject = read->subject;
  read->filter.record_id = read->record_id;
  oct_workbench_read_async (self, read_history, read, read_history_free,
                            (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

static gpointer
read_revisions (OctWorkspace *workspace, gpointer data, GError **error)
{
  return oct_workspace_read_revisions (workspace, error);
}

/**
 * oct_workbench_read_revisions_async:
 * @self: a workbench
 * @callback: called when the answer is there, a #GHashTable as oct_workspace_read_revisions() gives it
 * @user_data: for @callback
 *
 * Reads when each record was changed last.
 */
void
oct_workbench_read_revisions_async (OctWorkbench *self, GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  oct_workbench_read_async (self, read_revisions, NULL, NULL, (GDestroyNotify) g_hash_table_unref,
                            NULL, callback, user_data);
}

typedef struct
{
  char *cycle_id;
  char *element;
  char *school_id;
  OctJudgementFilter filter;
} ReadJudgements;

static void
read_judgements_free (gpointer data)
{
  ReadJudgements *read = data;

  g_free (read->cycle_id);
  g_free (read->element);
  g_free (read->school_id);
  g_free (read);
}

static gpointer
read_judgements (OctWorkspace *workspace, gpointer data, GError **error)
{
  return oct_workspace_read_judgements (workspace, &((ReadJudgements *) data)->filter, error);
}

/**
 * oct_workbench_read_judgements_async:
 * @self: a workbench
 * @filter: which judgements; copied
 * @cancellable: (nullable): to cancel with
 * @callback: called when the answer is there, an array of #OctJudgement
 * @user_data: for @callback
 *
 * Reads judgements of any cycle, those of the earliest first.
 */
void
oct_workbench_read_judgements_async (OctWorkbench *self, const OctJudgementFilter *filter,
                                     GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  ReadJudgements *read = g_new0 (ReadJudgements, 1);

  read->cycle_id = g_strdup (filter->cycle_id);
  read->element = g_strdup (filter->element);
  read->school_id = g_strdup (filter->school_id);
  read->filter = *filter;
  read->filter.cycle_id = read->cycle_id;
  read->filter.element = read->element;
  read->filter.school_id = read->school_id;
  oct_workbench_read_async (self, read_judgements, read, read_judgements_free,
                            (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}
