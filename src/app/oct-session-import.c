/* Importing into the session: a job that reads files, and the register it leaves behind.
 *
 * The work itself is src/import's; here it gets a thread, words for its phases, a way to cancel
 * it, and a session that takes up the new register before anyone else hears that it is there.
 */
#include <glib/gi18n.h>

#include "oct-session-private.h"

#include "oct-error.h"

typedef struct
{
  char *data_dir;
  char **paths;
  OctDate published;
} Import;

static void
import_free (Import *import)
{
  g_strfreev (import->paths);
  g_free (import->data_dir);
  g_free (import);
}

static char *
describe_phase (OctImportPhase phase, const char *file_name)
{
  switch (phase)
    {
    case OCT_IMPORT_PHASE_WAITING:
      return g_strdup (_("Waiting for another import to end"));
    case OCT_IMPORT_PHASE_READING:
      if (file_name == NULL)
        return g_strdup (_("Reading"));
      /* Translators: %s is the name of a file. */
      return g_strdup_printf (_("Reading %s"), file_name);
    case OCT_IMPORT_PHASE_COMPARING:
      return g_strdup (_("Comparing with the release before"));
    case OCT_IMPORT_PHASE_INDEXING:
      return g_strdup (_("Making the index for searching"));
    case OCT_IMPORT_PHASE_SAVING:
      return g_strdup (_("Saving the register"));
    default:
      return NULL;
    }
}

static void
import_progress (OctImportPhase phase, const char *file_name, guint rows, double fraction,
                 gpointer user_data)
{
  g_autofree char *detail = describe_phase (phase, file_name);

  oct_job_report (user_data, detail, rows, fraction);
}

static gpointer
run_import (OctJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  const Import *import = data;
  const OctImportOptions options = {
    .published = import->published,
    .wait = TRUE,
    .progress = import_progress,
    .user_data = job,
  };

  return oct_import_files (import->data_dir, (const char *const *) import->paths, &options,
                           cancellable, error);
}

static gpointer
run_rebuild (OctJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  const Import *import = data;
  const OctImportOptions options = {
    .wait = TRUE,
    .progress = import_progress,
    .user_data = job,
  };

  if (!oct_import_rebuild (import->data_dir, &options, cancellable, error))
    return NULL;

  return g_ptr_array_new_with_free_func ((GDestroyNotify) oct_import_report_free);
}

/* Connected before anyone else can be: whoever hears "finished" finds the new register. */
static void
import_finished_cb (OctSession *self, OctJob *job)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctRegister) reg = NULL;

  if (oct_job_get_error (job) != NULL)
    {
      /* That it is being brought up to date is no longer true. */
      if (g_error_matches (oct_session_get_problem (self), OCT_ERROR, OCT_ERROR_OLDER))
        oct_session_take_register (self, NULL, oct_job_get_error (job));
      return;
    }
  reg = oct_register_open (oct_session_get_data_dir (self), &error);
  oct_session_take_register (self, reg, error);
}

static OctJob *
start_import (OctSession *self, const char *title, OctJobFunc func, const char *const *paths,
              OctDate published)
{
  Import *import = g_new0 (Import, 1);
  OctJob *job;

  import->data_dir = g_strdup (oct_session_get_data_dir (self));
  import->paths = g_strdupv ((char **) paths);
  import->published = published;
  job = oct_job_start (title, func, import, (GDestroyNotify) import_free,
                       (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (job, "finished", G_CALLBACK (import_finished_cb), self,
                           G_CONNECT_SWAPPED);

  return job;
}

/**
 * oct_session_import:
 * @self: a session
 * @paths: the files, ended by %NULL
 * @published: the day they were published where their names don't say; 0 where that isn't known
 *
 * Imports files. The session takes up the new register by itself, before "finished" reaches
 * anyone else.
 *
 * Returns: (transfer full): the job; its result is a #GPtrArray of #OctImportReport
 */
OctJob *
oct_session_import (OctSession *self, const char *const *paths, OctDate published)
{
  g_return_val_if_fail (OCT_IS_SESSION (self), NULL);
  g_return_val_if_fail (paths != NULL, NULL);

  return start_import (self, _("Importing files"), run_import, paths, published);
}

/**
 * oct_session_rebuild:
 * @self: a session
 *
 * Makes a damaged register anew from the kept files, setting the damaged one aside.
 *
 * Returns: (transfer full): the job; its result is an empty #GPtrArray
 */
OctJob *
oct_session_rebuild (OctSession *self)
{
  g_return_val_if_fail (OCT_IS_SESSION (self), NULL);

  return start_import (self, _("Making the register again"), run_rebuild, NULL, OCT_DATE_UNKNOWN);
}

/**
 * oct_session_upgrade:
 * @self: a session that was opened
 *
 * Brings a register that an older version of the program made up to date, where there is one: it is
 * made again from the kept files, and until then "problem" says so. Nothing is asked of anyone.
 *
 * Returns: (transfer full) (nullable): the job; %NULL where there is nothing to do
 */
OctJob *
oct_session_upgrade (OctSession *self)
{
  g_return_val_if_fail (OCT_IS_SESSION (self), NULL);

  if (!g_error_matches (oct_session_get_problem (self), OCT_ERROR, OCT_ERROR_OLDER))
    return NULL;
  return start_import (self, _("Bringing the register up to date"), run_rebuild, NULL,
                       OCT_DATE_UNKNOWN);
}
