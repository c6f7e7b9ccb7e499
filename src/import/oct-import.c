/* Importing: from a user's files to a new register in place, or nothing changed at all.
 *
 * New files are kept first and judged on their header; then each is folded in, a stage at a time, so that
 * a file that turns out bad halfway costs only its own stage. When the new files are all newer than what the
 * register holds, folding starts from the register; otherwise it starts from nothing, with every
 * kept file in order of publication. The last stage is sealed, takes its place by a rename, and only
 * then are the new files marked as accepted.
 */

#include "oct-import.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "oct-durable-file.h"
#include "oct-import-lock.h"
#include "oct-kept-sources.h"
#include "oct-register.h"
#include "oct-source-rows.h"

typedef struct
{
  OctKeptSource *source;   /* (nullable): borrowed from @sources or @incoming */
  OctImportReport *report; /* (nullable): none for a file that is folded again */
} Step;

typedef struct
{
  char *data_dir; /* absolute */
  const OctImportOptions *options;
  GCancellable *cancellable;
  char *register_path;
  GPtrArray *sources;  /* accepted files in order */
  GPtrArray *incoming; /* new files */
  GArray *steps;
  gboolean from_scratch;
  char *stage; /* (nullable): what has been folded so far */
  guint n_stages;
  OctImportPhase phase;
  const char *file_name; /* of the step at hand */
  guint step;
} Import;

static void
tell (Import *self, OctImportPhase phase, guint rows, double fraction)
{
  self->phase = phase;
  if (self->options->progress != NULL)
    self->options->progress (phase, self->file_name != NULL ? self->file_name : "", rows, fraction,
                             self->options->user_data);
}

static gboolean
rows_progress_cb (guint rows, double fraction, gpointer data)
{
  Import *self = data;
  double steps = MAX (self->steps->len, 1);

  /* The index takes about a fifth of the time of one file. */
  tell (self, OCT_IMPORT_PHASE_READING, rows, (self->step + fraction) / (steps + 0.25));
  return !g_cancellable_is_cancelled (self->cancellable);
}

static gboolean
seal_progress_cb (double fraction, gpointer data)
{
  Import *self = data;
  double steps = MAX (self->steps->len, 1);

  tell (self, OCT_IMPORT_PHASE_INDEXING, 0, (steps + 0.2 * fraction) / (steps + 0.25));
  return !g_cancellable_is_cancelled (self->cancellable);
}

static void
import_clear (Import *self)
{
  if (self->stage != NULL)
    g_unlink (self->stage);
  g_free (self->stage);
  g_free (self->register_path);
  g_free (self->data_dir);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->incoming, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

/* A register that can't be used is never deleted. */
static gboolean
set_aside (Import *self, const char *why, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *aside = g_strdup_printf ("%s.%s-%s", self->register_path, why, stamp);

  return oct_durable_rename (self->register_path, aside, error);
}

/* What an import that did not end left in the data folder. */
static void
remove_leftovers (Import *self, const char *index_name)
{
  g_autoptr (GDir) dir = g_dir_open (self->data_dir, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->data_dir, name, NULL);
      gboolean stage = g_str_has_prefix (name, "register.stage-");
      gboolean index = g_str_has_prefix (name, "register-")
                       && (g_str_has_suffix (name, ".index") || g_str_has_suffix (name, ".part"))
                       && g_strcmp0 (name, index_name) != 0;

      if (stage || index)
        g_unlink (path);
    }
}

/* Looks at what is there: the register, if it can be read, and the kept files. */
static gboolean
take_stock (Import *self, gboolean *usable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (OctRegister) reg = oct_register_open (self->data_dir, &local_error);
  g_autoptr (GPtrArray) registered = NULL;
  gboolean older = FALSE;

  *usable = reg != NULL;
  if (reg != NULL)
    registered = oct_register_read_sources (reg, NULL);
  else if (g_error_matches (local_error, OCT_ERROR, OCT_ERROR_NO_REGISTER))
    registered = g_ptr_array_new ();
  else if (g_error_matches (local_error, OCT_ERROR, OCT_ERROR_OLDER))
    older = TRUE;
  else if (!set_aside (
             self, g_error_matches (local_error, OCT_ERROR, OCT_ERROR_NEWER) ? "newer" : "damaged",
             error))
    return FALSE;

  if (!oct_kept_sources_tidy (self->data_dir, registered, error))
    return FALSE;
  self->sources = oct_kept_sources_read (self->data_dir, error);
  if (self->sources == NULL)
    return FALSE;

  if (*usable)
    {
      g_autofree char *hash = oct_kept_sources_hash (self->sources);
      g_autofree char *index_name = g_strdup_printf ("register-%.16s.index",
                                                     oct_register_get_hash (reg));

      remove_leftovers (self, index_name);
      /* A register that is not what the kept files make is not built upon. */
      *usable = g_str_equal (hash, oct_register_get_hash (reg));
    }
  else if (!older)
    remove_leftovers (self, NULL);

  return TRUE;
}

static gboolean
open_data_dir (Import *self, GError **error)
{
  if (g_mkdir_with_parents (self->data_dir, 0700) == 0)
    return TRUE;

  g_set_error (error, OCT_ERROR, errno == ENOSPC ? OCT_ERROR_NO_SPACE : OCT_ERROR_READ_ONLY,
               _("The data folder “%s” can’t be made: %s. Nothing was changed."), self->data_dir,
               g_strerror (errno));
  return FALSE;
}

static gboolean
is_known (GPtrArray *sources, const OctKeptSource *source)
{
  for (guint i = 0; i < sources->len; i++)
    if (g_str_equal (((OctKeptSource *) g_ptr_array_index (sources, i))->sha256, source->sha256))
      return TRUE;

  return FALSE;
}

static gboolean
is_late (GPtrArray *sources, const OctKeptSource *source)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const OctKeptSource *other = g_ptr_array_index (sources, i);

      if (other->dataset == source->dataset && other->published > source->published)
        return TRUE;
    }

  return FALSE;
}

static OctImportReport *
new_report (const char *path)
{
  OctImportReport *report = g_new0 (OctImportReport, 1);

  report->path = g_strdup (path);
  report->file_name = g_path_get_basename (path);
  report->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_import_refusal_free);

  return report;
}

/* A kept file is called by its SHA-256, which says nothing to the person who chose it. */
static void
name_the_file (const OctKeptSource *source, GError *error)
{
  g_auto (GStrv) parts = NULL;

  if (error == NULL || source->sha256 == NULL)
    return;

  parts = g_strsplit (error->message, source->sha256, -1);
  g_free (error->message);
  error->message = g_strjoinv (source->file_name, parts);
}

/* Keeps one file and judges it by its header; what is wrong with it goes to its report. */
static void
take_file (Import *self, OctImportReport *report)
{
  g_autoptr (OctKeptSource) source = oct_kept_source_take (self->data_dir, report->path,
                                                           self->cancellable, &report->error);

  if (source == NULL)
    return;

  report->sha256 = g_strdup (source->sha256);
  if (is_known (self->sources, source) || is_known (self->incoming, source))
    {
      report->duplicate = TRUE;
      return;
    }

  source->published = self->options->published;
  if (!oct_source_recognise (source, &report->unknown_columns, &report->error))
    {
      name_the_file (source, report->error);
      g_unlink (source->path);
      return;
    }
  report->dataset = g_strdup (source->dataset->id);
  report->title = g_strdup (source->dataset->title);
  report->published = source->published;
  if (source->published == OCT_DATE_UNKNOWN)
    {
      g_set_error (
        &report->error, OCT_ERROR, OCT_ERROR_NO_DATE,
        _("The name of “%s” doesn’t say when it was published. Nothing was changed; give the date and import "
          "it again."),
        report->file_name);
      g_unlink (source->path);
      return;
    }

  report->late = is_late (self->sources, source);
  g_ptr_array_add (self->incoming, g_steal_pointer (&source));
}

static void
describe_duplicate (Import *self, OctImportReport *report)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      const OctKeptSource *source = g_ptr_array_index (self->sources, i);

      if (report->duplicate && g_strcmp0 (source->sha256, report->sha256) == 0)
        {
          report->dataset = g_strdup (source->dataset->id);
          report->title = g_strdup (source->dataset->title);
          report->published = source->published;
        }
    }
}

static OctImportReport *
report_of (GPtrArray *reports, const OctKeptSource *source)
{
  for (guint i = 0; i < reports->len; i++)
    {
      OctImportReport *report = g_ptr_array_index (reports, i);

      if (!report->duplicate && g_strcmp0 (report->sha256, source->sha256) == 0)
        return report;
    }

  return NULL;
}

/* Which files are folded, in which order, and from where. */
static void
plan (Import *self, GPtrArray *reports, gboolean usable)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_ptr_array_extend (all, self->sources, NULL, NULL);
  g_ptr_array_extend (all, self->incoming, NULL, NULL);
  oct_kept_sources_sort (all);

  self->from_scratch = !usable;
  for (guint i = 0; i < self->sources->len; i++)
    if (g_ptr_array_index (all, i) != g_ptr_array_index (self->sources, i))
      self->from_scratch = TRUE;

  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  for (guint i = self->from_scratch ? 0 : self->sources->len; i < all->len; i++)
    {
      OctKeptSource *source = g_ptr_array_index (all, i);
      Step step = { source, source->accepted ? NULL : report_of (reports, source) };

      g_array_append_val (self->steps, step);
    }
}

static gboolean
is_fault_of_the_file (const GError *error)
{
  return error->domain == OCT_ERROR && error->code != OCT_ERROR_NO_SPACE
         && error->code != OCT_ERROR_READ_ONLY && error->code != OCT_ERROR_BUSY
         && error->code != OCT_ERROR_DISK && error->code != OCT_ERROR_DAMAGED;
}

/* Folds one file into the last stage (or the register) and makes the result the new stage. */
static gboolean
fold_stage (Import *self, const Step *step, GError **error)
{
  const char *old = self->stage != NULL  ? self->stage
                    : self->from_scratch ? NULL
                                         : self->register_path;
  g_autofree char *path = g_strdup_printf ("%s" G_DIR_SEPARATOR_S "register.stage-%u",
                                           self->data_dir, self->n_stages++);
  OctRegisterBuilder *builder = oct_register_builder_new (path, old, error);

  if (builder == NULL)
    return FALSE;

  self->file_name = step->source->file_name;
  if (!oct_source_fold (step->source, builder, step->report, rows_progress_cb, self, error))
    {
      oct_register_builder_free (builder);
      return FALSE;
    }
  if (!oct_register_builder_commit (builder, error))
    return FALSE;

  if (self->stage != NULL)
    g_unlink (self->stage);
  g_free (self->stage);
  self->stage = g_steal_pointer (&path);
  return TRUE;
}

/* A new file that turns out bad is left out with its error; anything else ends the import. */
static gboolean
fold_all (Import *self, GPtrArray *folded, GError **error)
{
  for (self->step = 0; self->step < self->steps->len; self->step++)
    {
      Step *step = &g_array_index (self->steps, Step, self->step);
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GError) local_error = NULL;

      if (fold_stage (self, step, &local_error))
        g_ptr_array_add (folded, step->source);
      else if (step->report != NULL && is_fault_of_the_file (local_error))
        {
          name_the_file (step->source, local_error);
          g_unlink (step->source->path);
          step->report->error = g_steal_pointer (&local_error);
          step->report->added = step->report->changed = step->report->unchanged = 0;
        }
      else
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (step->report != NULL)
        step->report->seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
    }

  return TRUE;
}

/* What the register will be made of: what was in it, and what was folded into it now. */
static GPtrArray *
list_result (Import *self, GPtrArray *folded)
{
  GPtrArray *result = g_ptr_array_new ();

  if (!self->from_scratch)
    g_ptr_array_extend (result, self->sources, NULL, NULL);
  g_ptr_array_extend (result, folded, NULL, NULL);

  return result;
}

static gboolean
put_in_place (Import *self, GPtrArray *folded, GError **error)
{
  g_autoptr (GPtrArray) result = list_result (self, folded);
  g_autofree char *hash = oct_kept_sources_hash (result);
  g_autofree char *index_name = g_strdup_printf ("register-%.16s.index", hash);

  self->file_name = "";
  if (!oct_register_seal (self->stage, self->data_dir, hash, seal_progress_cb, self, error))
    return FALSE;

  tell (self, OCT_IMPORT_PHASE_SAVING, 0, 0.98);
  if (!oct_durable_rename (self->stage, self->register_path, error))
    return FALSE;
  g_clear_pointer (&self->stage, g_free);

  for (guint i = 0; i < folded->len; i++)
    {
      OctKeptSource *source = g_ptr_array_index (folded, i);
      g_autoptr (GError) local_error = NULL;

      /* The register is in place and lists the file, so the next import marks it if this can't. */
      if (!source->accepted && !oct_kept_source_accept (source, &local_error))
        g_debug ("“%s” is not marked as kept yet: %s", source->file_name, local_error->message);
    }
  remove_leftovers (self, index_name);

  return TRUE;
}

static gboolean
run_once (Import *self, GPtrArray *reports, gboolean usable, GError **error)
{
  g_autoptr (GPtrArray) folded = g_ptr_array_new ();
  gint64 start = g_get_monotonic_time ();
  double seconds;

  plan (self, reports, usable);
  if (self->steps->len == 0)
    return TRUE;
  if (!fold_all (self, folded, error))
    return FALSE;
  /* Every new file turned out bad, and the register is what it was. */
  if (self->stage == NULL
      || (usable
          && folded->len + (self->from_scratch ? 0 : self->sources->len) == self->sources->len))
    return TRUE;
  if (!put_in_place (self, folded, error))
    return FALSE;

  /* The time of the whole belongs to the file when there is one. */
  seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  if (reports != NULL && reports->len == 1)
    ((OctImportReport *) g_ptr_array_index (reports, 0))->seconds = seconds;
  return TRUE;
}

static void
forget_attempt (Import *self, GPtrArray *reports)
{
  g_clear_pointer (&self->steps, g_array_unref);
  if (self->stage != NULL)
    g_unlink (self->stage);
  g_clear_pointer (&self->stage, g_free);

  for (guint i = 0; reports != NULL && i < reports->len; i++)
    {
      OctImportReport *report = g_ptr_array_index (reports, i);

      report->rows = report->added = report->changed = report->unchanged = report->refused = 0;
      g_ptr_array_set_size (report->refusals, 0);
    }
}

/* A register that turns out damaged while it is built upon is set aside, and the kept files make another. */
static gboolean
run (Import *self, GPtrArray *reports, gboolean usable, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (run_once (self, reports, usable, &local_error))
    return TRUE;

  if (!usable || !g_error_matches (local_error, OCT_ERROR, OCT_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  forget_attempt (self, reports);
  return set_aside (self, "damaged", error) && run_once (self, reports, FALSE, error);
}

static void
drop_incoming (Import *self)
{
  for (guint i = 0; self->incoming != NULL && i < self->incoming->len; i++)
    {
      const OctKeptSource *source = g_ptr_array_index (self->incoming, i);

      if (!source->accepted)
        g_unlink (source->path);
    }
}

/**
 * oct_import_files:
 * @data_dir: the data folder; made when it isn't there
 * @paths: (array zero-terminated=1): files
 * @options: how
 * @cancellable: (nullable): to end it; the register is then as it was
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type OctImportReport): what became of each file, or %NULL
 *   when nothing was changed because of something that is no single file's fault
 */
GPtrArray *
oct_import_files (const char *data_dir, const char *const *paths, const OctImportOptions *options,
                  GCancellable *cancellable, GError **error)
{
  g_auto (Import) self = { .options = options, .cancellable = cancellable };
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_import_report_free);
  g_autoptr (OctImportLock) lock = NULL;
  gboolean usable = FALSE;

  g_return_val_if_fail (data_dir != NULL && paths != NULL && options != NULL, NULL);

  self.data_dir = g_canonicalize_filename (data_dir, NULL);
  self.register_path = g_build_filename (self.data_dir, "register.db", NULL);
  self.incoming = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_kept_source_free);
  if (!open_data_dir (&self, error))
    return NULL;
  lock = oct_import_lock_take (self.data_dir, options, cancellable, error);
  if (lock == NULL || !take_stock (&self, &usable, error))
    return NULL;

  tell (&self, OCT_IMPORT_PHASE_READING, 0, 0.0);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      OctImportReport *report = new_report (paths[i]);

      g_ptr_array_add (reports, report);
      take_file (&self, report);
      describe_duplicate (&self, report);
      if (report->error != NULL && !is_fault_of_the_file (report->error))
        {
          g_propagate_error (error, g_steal_pointer (&report->error));
          drop_incoming (&self);
          return NULL;
        }
    }

  if (!run (&self, reports, usable, error))
    {
      drop_incoming (&self);
      return NULL;
    }

  return g_steal_pointer (&reports);
}

/**
 * oct_import_rebuild:
 * @data_dir: the data folder
 * @options: how
 * @cancellable: (nullable): to end it
 * @error: return location; %OCT_ERROR_NO_REGISTER when no files are kept
 *
 * Makes the register anew from the kept files. A register that can't be read is set aside first; one of
 * an older version of the program is replaced by the new one, and stays until that is in place.
 *
 * Returns: %TRUE when the new register is in place
 */
gboolean
oct_import_rebuild (const char *data_dir, const OctImportOptions *options,
                    GCancellable *cancellable, GError **error)
{
  g_auto (Import) self = { .options = options, .cancellable = cancellable };
  g_autoptr (OctImportLock) lock = NULL;
  gboolean usable = FALSE;

  g_return_val_if_fail (data_dir != NULL && options != NULL, FALSE);

  self.data_dir = g_canonicalize_filename (data_dir, NULL);
  self.register_path = g_build_filename (self.data_dir, "register.db", NULL);
  self.incoming = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_kept_source_free);
  if (!open_data_dir (&self, error))
    return FALSE;
  lock = oct_import_lock_take (self.data_dir, options, cancellable, error);
  if (lock == NULL || !take_stock (&self, &usable, error))
    return FALSE;

  if (self.sources->len == 0)
    {
      g_set_error_literal (
        error, OCT_ERROR, OCT_ERROR_NO_REGISTER,
        _("No imported files are kept, so there is nothing to make the register from. Import the file "
          "of all establishments."));
      return FALSE;
    }

  return run (&self, NULL, FALSE, error);
}
