/* Importing: public files in, a new register out, or nothing changed at all.
 *
 * Files are recognised, read and judged; each accepted one is kept by its SHA-256, the register
 * is made anew from the kept files beside the old one, and takes its place by a rename. Blocks;
 * the session runs it on a thread of its own.
 */
#pragma once

#include <gio/gio.h>

#include "oct-date.h"
#include "oct-error.h"

G_BEGIN_DECLS

/**
 * OctImportRefusal:
 * One row that was not taken, and why, with its line number in the file (the header is line 1).
 */
typedef struct
{
  guint line;
  char *reason;
} OctImportRefusal;

/**
 * OctImportReport:
 * @duplicate: the very same file was imported before; nothing was done
 * @late: the register held a newer file of the same dataset already, so this one entered the history
 *   at its own date; the numbers of rows are against the release before it, not against the newest
 * @error: (nullable): why the file as a whole was not taken
 *
 * What became of one file.
 */
typedef struct
{
  char *path;
  char *file_name;
  char *dataset; /* (nullable): id; %NULL where it was not recognised */
  char *title;   /* (nullable) */
  char *sha256;  /* (nullable) */
  OctDate published;
  guint rows;
  guint added;
  guint changed;
  guint unchanged;
  guint refused;
  GPtrArray *refusals; /* of OctImportRefusal; the first 10,000 */
  GStrv unknown_columns;
  gboolean duplicate;
  gboolean late;
  double seconds;
  GError *error;
} OctImportReport;

void oct_import_refusal_free (OctImportRefusal *refusal);
void oct_import_report_free (OctImportReport *report);
/* The list of refusals as CSV: line, reason. */
char *oct_import_report_refusals_to_csv (const OctImportReport *report);

typedef enum
{
  OCT_IMPORT_PHASE_WAITING,
  OCT_IMPORT_PHASE_READING,
  OCT_IMPORT_PHASE_COMPARING,
  OCT_IMPORT_PHASE_INDEXING,
  OCT_IMPORT_PHASE_SAVING,
} OctImportPhase;

/**
 * OctImportProgress:
 * Called on the importing thread, at most every few thousand rows. @fraction is 0 to 1 over the
 * whole import, or -1 where it isn't known.
 */
typedef void (*OctImportProgress) (OctImportPhase phase, const char *file_name, guint rows,
                                   double fraction, gpointer user_data);

/**
 * OctImportOptions:
 * @published: the date of publication for files whose name doesn't say; 0 where none is given
 * @wait: wait for another process that is importing, instead of failing with %OCT_ERROR_BUSY
 */
typedef struct
{
  OctDate published;
  gboolean wait;
  OctImportProgress progress;
  gpointer user_data;
} OctImportOptions;

/* (transfer full) (element-type OctImportReport), one for each file; %NULL where the register
 * could not be made. Files that can't be used have their error in their report. */
GPtrArray *oct_import_files (const char *data_dir, const char *const *paths,
                             const OctImportOptions *options, GCancellable *cancellable,
                             GError **error);

/* Makes the register anew from the kept files, setting a damaged or newer one aside. */
gboolean oct_import_rebuild (const char *data_dir, const OctImportOptions *options,
                             GCancellable *cancellable, GError **error);

G_END_DECLS
