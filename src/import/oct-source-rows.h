/* The rows of one kept file, folded into a register. Private to src/import. */
#pragma once

#include "oct-import.h"
#include "oct-kept-sources.h"
#include "oct-register-builder.h"

G_BEGIN_DECLS

/**
 * OctRowsProgress:
 * @fraction: 0 to 1, of this file
 *
 * Returns: %FALSE to end the work
 */
typedef gboolean (*OctRowsProgress) (guint rows, double fraction, gpointer data);

/* Tells what the file is, without reading its rows. Sets the source's dataset, and its date where the name says it. */
gboolean oct_source_recognise (OctKeptSource *source, GStrv *unknown_columns, GError **error);

/* Folds the source in; counts and refusals go to @report (nullable). */
gboolean oct_source_fold (OctKeptSource *source, OctRegisterBuilder *builder,
                          OctImportReport *report, OctRowsProgress progress, gpointer data,
                          GError **error);

void oct_import_report_refuse (OctImportReport *report, guint line, char *reason);

G_END_DECLS
