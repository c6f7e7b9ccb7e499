/* A plan on paper and in files: printed as the school's own plan document, saved as PDF, spreadsheet,
 * table or calendar.
 */

#include <glib/gi18n.h>

#include "oct-plan-document.h"
#include "oct-plan-export.h"
#include "oct-plan-page-private.h"
#include "oct-print.h"
#include "oct-save.h"

/* What is written, as it was when it was asked for: the file is made on another thread. */
typedef struct
{
  OctPlanBook *book;
  OctAssessment *assessment;
  char *plan_id;
  char *place;
  GHashTable *revisions; /* NULL but for files */
} Output;

static void
output_free (gpointer data)
{
  Output *output = data;

  g_object_unref (output->book);
  g_object_unref (output->assessment);
  g_free (output->plan_id);
  g_free (output->place);
  g_clear_pointer (&output->revisions, g_hash_table_unref);
  g_free (output);
}

static Output *
output_new (OctPlanPage *self)
{
  OctWorkbench *workbench = oct_plan_work_get_workbench (self->work);
  OctAssessment *assessment = oct_workbench_get_assessment (workbench);
  Output *output;

  oct_plan_page_commit (self);
  if (oct_plan_work_get_plan (self->work) == NULL || assessment == NULL)
    return NULL;
  output = g_new0 (Output, 1);
  output->book = oct_plan_work_dup_whole_book (self->work);
  output->assessment = g_object_ref (assessment);
  output->plan_id = g_strdup (oct_plan_work_get_plan_id (self->work));
  output->place = oct_plan_work_dup_place (self->work);

  return output;
}

static gpointer
find_plan (const Output *output)
{
  return oct_plan_book_find (output->book, &oct_plan_kind, output->plan_id);
}

static OctDocument *
make_document (const Output *output)
{
  g_autoptr (GPtrArray) schools = oct_plan_pick_schools (
    find_plan (output), oct_assessment_get_schools (output->assessment));
  const OctPlanReader reader = { .book = output->book,
                                 .people = oct_assessment_get_people (output->assessment),
                                 .schools = schools,
                                 .today = oct_date_today () };

  return oct_plan_document_new (&reader, find_plan (output), output->place);
}

/* --- print --- */

void
oct_plan_page_print (OctPage *page)
{
  Output *output = output_new (OCT_PLAN_PAGE (page));
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (output == NULL)
    return;
  operation = oct_print_new_document (make_document (output));
  output_free (output);
  oct_print_run (GTK_WIDGET (page), operation);
}

/* --- files --- */

static gboolean
save_bytes (GBytes *bytes, const char *path, GError **error)
{
  gsize size;
  const char *content = g_bytes_get_data (bytes, &size);
  gboolean saved = g_file_set_contents (path, content, (gssize) size, error);

  g_bytes_unref (bytes);

  return saved;
}

static gboolean
save (const char *path, gpointer data, GError **error)
{
  const Output *output = data;
  g_autoptr (GPtrArray) plans = g_ptr_array_new ();
  const OctPlanExport from = { .book = output->book,
                               .assessment = output->assessment,
                               .plans = plans,
                               .revisions = output->revisions };
  g_autoptr (OctDocument) document = NULL;

  g_ptr_array_add (plans, find_plan (output));
  if (g_str_has_suffix (path, ".xlsx"))
    return oct_plan_export_to_xlsx (&from, path, error);
  if (g_str_has_suffix (path, ".csv"))
    return save_bytes (oct_plan_export_to_csv (&from), path, error);
  if (g_str_has_suffix (path, ".ics"))
    return save_bytes (oct_plan_export_to_calendar (&from), path, error);
  document = make_document (output);

  return oct_document_write_pdf (document, path, error);
}

static void
revisions_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  static const OctSaveKind kinds[] = {
    { N_("PDF document"), "*.pdf" },
    { N_("Excel workbook"), "*.xlsx" },
    { N_("CSV table"), "*.csv" },
    { N_("Calendar"), "*.ics" },
    { NULL },
  };
  g_autoptr (GtkWidget) page = GTK_WIDGET (user_data);
  g_autoptr (GHashTable) revisions = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  Output *output;

  revisions = oct_workbench_read_finish (OCT_WORKBENCH (source), result, &error);
  /* The window may be gone by now. */
  if (OCT_PLAN_PAGE (page)->work == NULL)
    return;
  if (revisions == NULL)
    {
      gtk_widget_activate_action (page, "win.toast", "s", error->message);
      return;
    }
  output = output_new (OCT_PLAN_PAGE (page));
  if (output == NULL)
    return;
  output->revisions = g_steal_pointer (&revisions);
  title = g_strdup_printf ("%s %s", output->place, ((OctPlan *) find_plan (output))->title);
  name = oct_save_file_name (title, "pdf");
  oct_save_ask (page, _("Export the plan"), name, kinds, save, output, output_free);
}

void
oct_plan_page_export (OctPage *page)
{
  OctPlanPage *self = OCT_PLAN_PAGE (page);

  /* What is typed is kept first, so that history knows it when it is asked. */
  oct_plan_page_commit (self);
  if (oct_plan_work_get_plan (self->work) != NULL)
    oct_workbench_read_revisions_async (oct_plan_work_get_workbench (self->work), revisions_cb,
                                        g_object_ref (page));
}
