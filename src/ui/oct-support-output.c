/* Support to a file; see the header. Which it is the name says that was chosen; the file is made on
 * another thread, from the values of the time at which it was asked for.
 */

#include "oct-support-output.h"

#include <glib/gi18n.h>

#include "oct-save.h"
#include "oct-support-table.h"

typedef struct
{
  OctAssessment *assessment;
  OctPlanBook *book;
  OctChart *chart;
} Saved;

static void
saved_free (gpointer data)
{
  Saved *saved = data;

  g_object_unref (saved->assessment);
  g_object_unref (saved->book);
  g_clear_object (&saved->chart);
  g_free (saved);
}

/* A table of all support, or the picture as it is shown, by the name that was chosen. */
static gboolean
write_support (const char *path, gpointer data, GError **error)
{
  const Saved *saved = data;
  g_autofree char *name = g_ascii_strdown (path, -1);
  g_autoptr (GBytes) csv = NULL;

  if (g_str_has_suffix (name, ".xlsx"))
    return oct_support_to_xlsx (saved->assessment, saved->book, path, error);
  if (!g_str_has_suffix (name, ".csv") && saved->chart != NULL)
    return oct_save_chart_to (saved->chart, path, error);
  csv = oct_support_to_csv (saved->assessment, saved->book);

  return g_file_set_contents (path, g_bytes_get_data (csv, NULL), (gssize) g_bytes_get_size (csv),
                              error);
}

/**
 * oct_support_output_save:
 * @widget: where the request comes from
 * @workbench: has the plans
 * @chart: (nullable): the picture as it is shown
 *
 * Asks where to, and saves.
 */
void
oct_support_output_save (GtkWidget *widget, OctWorkbench *workbench, OctChart *chart)
{
  static const OctSaveKind kinds[] = {
    { N_("Table (CSV)"), "*.csv" },   { N_("Excel workbook"), "*.xlsx" },
    { N_("Picture (PNG)"), "*.png" }, { N_("Document (PDF)"), "*.pdf" },
    { N_("Drawing (SVG)"), "*.svg" }, { NULL, NULL }
  };
  OctAssessment *assessment = oct_workbench_get_assessment (workbench);
  OctPlanBook *book = oct_workbench_get_plans (workbench);
  g_autofree char *file_name = NULL;
  Saved *saved;

  if (assessment == NULL || book == NULL)
    return;
  saved = g_new0 (Saved, 1);
  saved->assessment = g_object_ref (assessment);
  saved->book = g_object_ref (book);
  saved->chart = chart != NULL ? g_object_ref (chart) : NULL;
  file_name = oct_save_file_name (_("Support"), "csv");
  oct_save_ask (widget, _("Save the support"), file_name, kinds, write_support, saved, saved_free);
}
