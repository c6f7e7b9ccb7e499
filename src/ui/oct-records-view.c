/* Records and their periods; see the header. It reads again after every edit, since an edit may make
 * something due, or no longer.
 */

#include "oct-records-view.h"

#include <glib/gi18n.h>

#include "oct-due-group.h"
#include "oct-job-bar.h"

/* Periods that are offered, in months. */
static const guint offered[] = { 3, 6, 12, 24, 36, 48, 60, 72, 84, 120, 180, 300 };

static const char *const explanations[OCT_N_RETENTION_KINDS] = {
  N_("Counts from the day it was judged. The words go, the stage stays."),
  N_("Counts from the day it speaks of. Notes, links and files go."),
  N_("Counts from the day it was closed, or from its end. The words go, ratings and dates stay."),
  N_("Counts from the day of the visit. What was seen and what was agreed go."),
  N_("Counts from the day it was resolved. The words go, ratings and dates stay."),
  N_(
    "Counts from the end of the support, or the last day it was looked at again. Who outside gave it, "
    "what it was and what was learnt go; schools, days and outcomes stay."),
  N_("Counts from the last edit of one that is retired. The words go, titles and uses stay."),
  N_("Counts from the day it was closed. The words go, likelihood, impact and dates stay."),
  N_("Counts from the day of the edit. Who changed what goes, and what undo kept."),
  N_("Counts from the last edit of them. Nothing refers to them any more."),
};

struct _OctRecordsView
{
  AdwBin parent_instance;

  /* template */
  AdwPreferencesGroup *periods;
  GtkButton *dispose;
  OctJobBar *bar;
  GtkLabel *problem;
  GtkBox *groups;
  GtkWidget *empty;

  /* owned */
  OctWorkbench *workbench;
  OctRecordsState *state;
  GCancellable *cancellable;
  char *shown; /* what the groups say, to know whether they still do */

  AdwComboRow *rows[OCT_N_RETENTION_KINDS];
  GArray *choices[OCT_N_RETENTION_KINDS]; /* months, as the rows have them */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctRecordsView, oct_records_view, ADW_TYPE_BIN)

static void
say_problem (OctRecordsView *self, const char *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

/* --- periods --- */

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctRecordsView) self = OCT_RECORDS_VIEW (user_data);
  g_autoptr (GError) error = NULL;

  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    say_problem (self, error->message);
}

static void
period_cb (OctRecordsView *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  if (self->updating || self->state == NULL)
    return;
  for (guint kind = 0; kind < OCT_N_RETENTION_KINDS; kind++)
    if (self->rows[kind] == row && selected < self->choices[kind]->len)
      {
        guint months = g_array_index (self->choices[kind], guint, selected);

        if (months != self->state->months[kind])
          oct_workbench_put_retention_async (self->workbench, (OctRetentionKind) kind, months,
                                             edited_cb, g_object_ref (self));
      }
}

static int
compare_months (gconstpointer a, gconstpointer b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

/* Those that are offered, and the one it has, which may be another. */
static void
show_period (OctRecordsView *self, OctRetentionKind kind)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GArray *choices = self->choices[kind];
  guint months = self->state->months[kind];
  guint chosen = 0;

  g_array_set_size (choices, 0);
  g_array_append_vals (choices, offered, G_N_ELEMENTS (offered));
  if (!g_array_binary_search (choices, &months, compare_months, NULL))
    g_array_append_val (choices, months);
  g_array_sort (choices, compare_months);
  g_array_binary_search (choices, &months, compare_months, &chosen);
  for (guint i = 0; i < choices->len; i++)
    {
      g_autofree char *text = oct_months_to_text (g_array_index (choices, guint, i));

      gtk_string_list_append (names, text);
    }
  self->updating = TRUE;
  adw_combo_row_set_model (self->rows[kind], G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->rows[kind], chosen);
  self->updating = FALSE;
}

static void
add_periods (OctRecordsView *self)
{
  for (guint kind = 0; kind < OCT_N_RETENTION_KINDS; kind++)
    {
      AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());
      guint months = oct_retention_default_months ((OctRetentionKind) kind);
      g_autofree char *period = oct_months_to_text (months);
      g_autofree char *subtitle = NULL;

      /* Translators: what the period counts from, and the period where none was chosen. */
      subtitle = g_strdup_printf (_("%s\nUsual period: %s."), _(explanations[kind]), period);
      g_object_set (row, "title", oct_retention_kind_to_text ((OctRetentionKind) kind), "subtitle",
                    subtitle, NULL);
      g_signal_connect_object (row, "notify::selected", G_CALLBACK (period_cb), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->periods, GTK_WIDGET (row));
      self->rows[kind] = row;
      self->choices[kind] = g_array_new (FALSE, FALSE, sizeof (guint));
    }
}

/* --- what is due --- */

/* (transfer container) (element-type OctDueRecord): what is chosen. */
static GPtrArray *
collect (OctRecordsView *self)
{
  GPtrArray *records = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->groups)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    oct_due_group_collect (OCT_DUE_GROUP (child), records);

  return records;
}

static void
update_button (OctRecordsView *self)
{
  g_autoptr (GPtrArray) records = collect (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->dispose),
                            records->len > 0 && !oct_job_bar_is_busy (self->bar));
}

/* (transfer full): everything that the groups show. */
static char *
sum_up (const OctRecordsState *state)
{
  GString *sum = g_string_new (NULL);

  for (guint i = 0; i < OCT_N_RETENTION_KINDS; i++)
    g_string_append_printf (sum, "%u ", state->months[i]);
  for (guint i = 0; i < state->due->len; i++)
    {
      const OctDueRecord *record = g_ptr_array_index (state->due, i);

      g_string_append_printf (sum, "%s %s %d %u\n", record->id, record->name, record->dated,
                              record->count);
    }

  return g_string_free (sum, FALSE);
}

static gboolean
has_kind (const OctRecordsState *state, guint kind)
{
  for (guint i = 0; i < state->due->len; i++)
    if (((const OctDueRecord *) g_ptr_array_index (state->due, i))->kind == kind)
      return TRUE;

  return FALSE;
}

static void
show_due (OctRecordsView *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self->workbench);
  g_autofree char *sum = sum_up (self->state);
  GtkWidget *child;

  if (assessment == NULL || g_strcmp0 (sum, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&sum);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  for (guint kind = 0; kind < OCT_N_RETENTION_KINDS; kind++)
    if (has_kind (self->state, kind))
      {
        child = oct_due_group_new (assessment, self->state, (OctRetentionKind) kind);
        g_signal_connect_object (child, "changed", G_CALLBACK (update_button), self,
                                 G_CONNECT_SWAPPED);
        gtk_box_append (self->groups, child);
      }
  gtk_widget_set_visible (self->empty, self->state->due->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->dispose), self->state->due->len > 0);
  update_button (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctRecordsView) self = OCT_RECORDS_VIEW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (OctRecordsState) state = oct_workbench_read_finish (OCT_WORKBENCH (source), result,
                                                                 &error);

  if (state == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        say_problem (self, error->message);
      return;
    }
  g_clear_pointer (&self->state, oct_records_state_free);
  self->state = g_steal_pointer (&state);
  for (guint kind = 0; kind < OCT_N_RETENTION_KINDS; kind++)
    show_period (self, (OctRetentionKind) kind);
  show_due (self);
}

/* --- disposing --- */

static void
response_cb (OctRecordsView *self, const char *response)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (OctJob) job = NULL;

  if (g_strcmp0 (response, "dispose") != 0)
    return;
  records = collect (self);
  if (records->len == 0)
    return;
  job = oct_workbench_start_disposal (self->workbench, records);
  oct_job_bar_set_job (self->bar, job);
  update_button (self);
}

static void
dispose_cb (OctRecordsView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GPtrArray) records = collect (self);
  g_autofree char *what = oct_due_records_describe (records);
  GtkWidget *dialog;

  say_problem (self, NULL);
  dialog = adw_message_dialog_new (GTK_WINDOW (root), _("Dispose of these for good?"), NULL);
  adw_message_dialog_format_body (
    ADW_MESSAGE_DIALOG (dialog),
    /* Translators: %s is what goes, one sentence a line. */
    _("%s\n\nThey go from history and backups too. This can’t be undone, and nothing that was done "
      "before it can be undone any more."),
    what);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "dispose",
                                    _("_Dispose for good"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "dispose",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
finished_cb (OctRecordsView *self, OctJob *job)
{
  const GError *error = oct_job_get_error (job);
  const OctErasureReport *report = oct_job_get_result (job);

  update_button (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_problem (self,
                 _("Stopped. The workspace is as it was; some backups may no longer have these "
                   "records."));
  else if (error != NULL)
    say_problem (self, error->message);
  else if (report->unread->len > 0)
    {
      g_autofree char *text = g_strdup_printf (
        ngettext ("They are gone. %u backup could not be written anew and still has them.",
                  "They are gone. %u backups could not be written anew and still have them.",
                  report->unread->len),
        report->unread->len);

      say_problem (self, text);
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                _("They were disposed of for good"));
}

/* --- class --- */

static void
oct_records_view_dispose (GObject *object)
{
  OctRecordsView *self = OCT_RECORDS_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workbench);
  g_clear_pointer (&self->state, oct_records_state_free);
  g_clear_pointer (&self->shown, g_free);
  for (guint kind = 0; kind < OCT_N_RETENTION_KINDS; kind++)
    g_clear_pointer (&self->choices[kind], g_array_unref);

  G_OBJECT_CLASS (oct_records_view_parent_class)->dispose (object);
}

static void
oct_records_view_class_init (OctRecordsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_records_view_dispose;

  g_type_ensure (OCT_TYPE_JOB_BAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-records-view.ui");
  gtk_widget_class_bind_template_child (widget_class, OctRecordsView, periods);
  gtk_widget_class_bind_template_child (widget_class, OctRecordsView, dispose);
  gtk_widget_class_bind_template_child (widget_class, OctRecordsView, bar);
  gtk_widget_class_bind_template_child (widget_class, OctRecordsView, problem);
  gtk_widget_class_bind_template_child (widget_class, OctRecordsView, groups);
  gtk_widget_class_bind_template_child (widget_class, OctRecordsView, empty);
  gtk_widget_class_bind_template_callback (widget_class, dispose_cb);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
}

static void
oct_records_view_init (OctRecordsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_periods (self);
}

/**
 * oct_records_view_load:
 * @self: the view
 * @workbench: a workbench with an assessment
 *
 * Shows the periods and what is due, as they are now.
 */
void
oct_records_view_load (OctRecordsView *self, OctWorkbench *workbench)
{
  g_return_if_fail (OCT_IS_RECORDS_VIEW (self));

  g_set_object (&self->workbench, workbench);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  oct_workbench_read_records_async (workbench, self->cancellable, read_cb, g_object_ref (self));
}
