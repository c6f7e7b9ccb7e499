/* Saving something to a file of the person's choice.
 *
 * Exports and pictures are all saved alike: a file chooser with a good name in it, the work on
 * another thread, a toast that says where it is, or a message that says what went wrong.
 */
#pragma once

#include <gtk/gtk.h>

#include "oct-chart.h"

G_BEGIN_DECLS

/**
 * OctSaveFunc:
 * Makes the file at @path. Runs on a thread of its own, so it must not touch widgets.
 */
typedef gboolean (*OctSaveFunc) (const char *path, gpointer data, GError **error);

/**
 * OctSaveKind:
 * One kind of file that can be saved; an array of them ends with a %NULL name.
 */
typedef struct
{
  const char *name;    /* untranslated */
  const char *pattern; /* "*.csv" */
} OctSaveKind;

void oct_save_ask (GtkWidget *widget, const char *title, const char *file_name,
                   const OctSaveKind *kinds, OctSaveFunc func, gpointer data,
                   GDestroyNotify free_data);
/* As PNG, SVG or PDF, by the name that is chosen. */
void oct_save_chart (GtkWidget *widget, OctChart *chart, const char *file_name);
/* The same to a file that is chosen already, on any thread. */
gboolean oct_save_chart_to (OctChart *chart, const char *path, GError **error);
/* A name that every file system takes, from any text. */
char *oct_save_file_name (const char *text, const char *extension);

G_END_DECLS
