/* The evidence for one element; see the header. It follows the workspace by itself.
 *
 * It reads again after every edit, also after undo, and makes its rows anew only where something
 * about them changed, so that nobody loses their place. What goes wrong is said in the section
 * itself and stays until the next try.
 */

#include "oct-evidence-section.h"

#include <glib/gi18n.h>

#include "oct-evidence-dialog.h"
#include "oct-evidence-opener.h"
#include "oct-evidence-pictures.h"
#include "oct-evidence-row.h"
#include "oct-job-bar.h"
#include "oct-section.h"
#include "oct-workbench-evidence.h"

struct _OctEvidenceSection
{
  AdwBin parent_instance;

  /* template */
  GtkMenuButton *add;
  GtkLabel *problem;
  OctJobBar *binder;
  GtkListBox *list;
  GtkLabel *empty;

  /* owned */
  GSignalGroup *workbench_signals;
  GCancellable *cancellable;
  OctEvidenceLink *place; /* (nullable): until it is known */
  char *shown;            /* what the rows say, to know whether they still do */
  OctEvidencePictures *pictures;
  OctEvidenceOpener *opener;

  guint n_frames; /* since the menu was asked for */
};

G_DEFINE_FINAL_TYPE (OctEvidenceSection, oct_evidence_section, ADW_TYPE_BIN)

static OctWorkbench *
get_workbench (OctEvidenceSection *self)
{
  g_autoptr (OctWorkbench) workbench = g_signal_group_dup_target (self->workbench_signals);

  return workbench; /* the session keeps it */
}

static void
say_problem (OctEvidenceSection *self, const char *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static GtkWindow *
get_window (OctEvidenceSection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* --- rows --- */

/* (transfer full): everything that the rows show. */
static char *
sum_up (GPtrArray *evidence)
{
  GString *sum = g_string_new (NULL);

  for (guint i = 0; i < evidence->len; i++)
    {
      const OctEvidence *one = g_ptr_array_index (evidence, i);

      g_string_append_printf (sum, "%s\n%s\n%s\n%s\n%s\n%s\n%d\n%u\n\n", one->id, one->name,
                              one->text, one->url, one->object != NULL ? one->object : "",
                              one->file_name, (int) one->dated, one->links->len);
    }

  return g_string_free (sum, FALSE);
}

static void
clear_rows (OctEvidenceSection *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
show_rows (OctEvidenceSection *self, GPtrArray *evidence)
{
  g_autofree char *sum = sum_up (evidence);

  if (g_strcmp0 (sum, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&sum);
  clear_rows (self);
  for (guint i = 0; i < evidence->len; i++)
    {
      GtkWidget *row = oct_evidence_row_new (g_ptr_array_index (evidence, i));

      gtk_list_box_append (self->list, row);
      oct_evidence_pictures_ask (self->pictures, get_workbench (self), OCT_EVIDENCE_ROW (row),
                                 self->cancellable);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), evidence->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), evidence->len == 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctEvidenceSection) self = OCT_EVIDENCE_SECTION (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) evidence = oct_workbench_read_finish (OCT_WORKBENCH (source), result,
                                                              &error);

  if (evidence != NULL && !g_cancellable_is_cancelled (self->cancellable))
    show_rows (self, evidence);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_problem (self, error->message);
}

static void
stop_reading (OctEvidenceSection *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
update (OctEvidenceSection *self)
{
  OctWorkbench *workbench = get_workbench (self);
  OctAssessment *assessment = workbench != NULL ? oct_workbench_get_assessment (workbench) : NULL;
  const OctCycle *cycle = assessment != NULL ? oct_assessment_get_cycle (assessment) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), cycle != NULL && self->place != NULL);
  if (cycle == NULL || self->place == NULL)
    return;
  g_free (self->place->cycle_id);
  self->place->cycle_id = g_strdup (cycle->id);

  const OctEvidenceFilter filter = {
    .cycle_id = self->place->cycle_id,
    .school_id = self->place->school_id != NULL ? self->place->school_id : "trust",
    .element = self->place->element,
  };

  stop_reading (self);
  self->cancellable = g_cancellable_new ();
  oct_workbench_read_evidence_async (workbench, &filter, self->cancellable, read_cb,
                                     g_object_ref (self));
}

static const OctEvidence *
find_evidence (OctEvidenceSection *self, const char *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (OCT_IS_EVIDENCE_ROW (child)
        && g_strcmp0 (oct_evidence_row_get_evidence (OCT_EVIDENCE_ROW (child))->id, id) == 0)
      return oct_evidence_row_get_evidence (OCT_EVIDENCE_ROW (child));

  return NULL;
}

/* --- opening --- */

static void
edit (OctEvidenceSection *self, const OctEvidence *evidence)
{
  GtkWindow *dialog = oct_evidence_dialog_new (get_workbench (self), evidence);

  gtk_window_set_transient_for (dialog, get_window (self));
  gtk_window_present (dialog);
}

static void
activated_cb (OctEvidenceSection *self, GtkListBoxRow *row)
{
  const OctEvidence *evidence = oct_evidence_row_get_evidence (OCT_EVIDENCE_ROW (row));

  say_problem (self, NULL);
  if (!oct_evidence_opener_open (self->opener, get_workbench (self), GTK_WIDGET (self), evidence))
    edit (self, evidence);
}

/* --- adding, changing, taking away --- */

typedef struct
{
  OctEvidenceSection *self;
  char *name; /* (nullable): of the file it is about */
} Edit;

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Edit *edited = user_data;
  g_autoptr (OctEvidenceSection) self = edited->self;
  g_autofree char *name = edited->name;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    return;
  if (name != NULL)
    /* Translators: the name of a file, then what is wrong with it as whole sentences. */
    text = g_strdup_printf (_("“%s” was not added. %s"), name, error->message);
  say_problem (self, text != NULL ? text : error->message);
}

static Edit *
begin_edit (OctEvidenceSection *self, GFile *file)
{
  Edit *begun = g_new0 (Edit, 1);
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : NULL;

  begun->self = g_object_ref (self);
  begun->name = base != NULL ? g_filename_display_name (base) : NULL;

  return begun;
}

static void
add (OctEvidenceSection *self, OctEvidenceKind kind)
{
  g_autoptr (OctEvidence) evidence = oct_evidence_new (kind, "");

  if (self->place == NULL)
    return;
  say_problem (self, NULL);
  evidence->dated = oct_date_today ();
  g_ptr_array_add (evidence->links, oct_evidence_link_copy (self->place));
  edit (self, evidence);
}

static void
add_note_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add (OCT_EVIDENCE_SECTION (widget), OCT_EVIDENCE_NOTE);
}

static void
add_link_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add (OCT_EVIDENCE_SECTION (widget), OCT_EVIDENCE_LINK);
}

static void
files_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  OctEvidenceSection *self = OCT_EVIDENCE_SECTION (user_data);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      GSList *list = NULL;

      for (guint i = g_list_model_get_n_items (files); i > 0; i--)
        list = g_slist_prepend (list, g_list_model_get_item (files, i - 1));
      oct_evidence_section_add_files (self, list);
      g_slist_free_full (list, g_object_unref);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
ask_files_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _("Add files as evidence"), get_window (OCT_EVIDENCE_SECTION (widget)),
    GTK_FILE_CHOOSER_ACTION_OPEN, _("_Add"), _("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (files_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static gboolean
drop_cb (OctEvidenceSection *self, const GValue *value)
{
  oct_evidence_section_add_files (self, g_value_get_boxed (value));

  return TRUE;
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctEvidenceSection *self = OCT_EVIDENCE_SECTION (widget);
  const OctEvidence *evidence = find_evidence (self, g_variant_get_string (parameter, NULL));

  say_problem (self, NULL);
  if (evidence != NULL)
    edit (self, evidence);
}

static void
detach_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctEvidenceSection *self = OCT_EVIDENCE_SECTION (widget);
  const OctEvidence *evidence = find_evidence (self, g_variant_get_string (parameter, NULL));

  say_problem (self, NULL);
  if (evidence != NULL && self->place != NULL)
    oct_workbench_detach_evidence_async (get_workbench (self), evidence, self->place, edited_cb,
                                         begin_edit (self, NULL));
}

/* --- the binder --- */

static void
say_saved (OctEvidenceSection *self, const OctBinderReport *report)
{
  g_autofree char *name = g_path_get_basename (report->folder);
  g_autofree char *missing = oct_binder_report_describe_missing (report);
  /* Translators: %s is a folder. */
  g_autofree char *toast = g_strdup_printf (_("Saved the evidence binder as %s"), name);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", toast);
  say_problem (self, missing);
}

static void
binder_finished_cb (OctEvidenceSection *self, OctJob *job)
{
  const GError *error = oct_job_get_error (job);

  if (error == NULL)
    say_saved (self, oct_job_get_result (job));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_problem (self, error->message);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.save-binder", TRUE);
}

static void
folder_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  OctEvidenceSection *self = OCT_EVIDENCE_SECTION (user_data);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

      if (path != NULL)
        oct_evidence_section_save_binder (self, path);
      else
        say_problem (self, _("Octant saves to folders of this computer only. Choose another "
                             "folder."));
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
ask_folder_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _("Save the evidence binder in a folder"), get_window (OCT_EVIDENCE_SECTION (widget)),
    GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Save"), _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (folder_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- the class --- */

static void
oct_evidence_section_dispose (GObject *object)
{
  OctEvidenceSection *self = OCT_EVIDENCE_SECTION (object);

  stop_reading (self);
  if (self->workbench_signals != NULL)
    g_signal_group_set_target (self->workbench_signals, NULL);
  g_clear_object (&self->workbench_signals);
  g_clear_pointer (&self->place, oct_evidence_link_free);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->pictures);
  g_clear_object (&self->opener);

  G_OBJECT_CLASS (oct_evidence_section_parent_class)->dispose (object);
}

static void
oct_evidence_section_class_init (OctEvidenceSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_evidence_section_dispose;

  g_type_ensure (OCT_TYPE_JOB_BAR);
  g_type_ensure (OCT_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-evidence-section.ui");
  gtk_widget_class_bind_template_child (widget_class, OctEvidenceSection, add);
  gtk_widget_class_bind_template_child (widget_class, OctEvidenceSection, problem);
  gtk_widget_class_bind_template_child (widget_class, OctEvidenceSection, binder);
  gtk_widget_class_bind_template_child (widget_class, OctEvidenceSection, list);
  gtk_widget_class_bind_template_child (widget_class, OctEvidenceSection, empty);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, binder_finished_cb);
  gtk_widget_class_install_action (widget_class, "evidence.add-note", NULL, add_note_cb);
  gtk_widget_class_install_action (widget_class, "evidence.add-link", NULL, add_link_cb);
  gtk_widget_class_install_action (widget_class, "evidence.add-file", NULL, ask_files_cb);
  gtk_widget_class_install_action (widget_class, "evidence.edit", "s", edit_cb);
  gtk_widget_class_install_action (widget_class, "evidence.detach", "s", detach_cb);
  gtk_widget_class_install_action (widget_class, "evidence.save-binder", NULL, ask_folder_cb);
}

static void
oct_evidence_section_init (OctEvidenceSection *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->pictures = oct_evidence_pictures_new ();
  self->opener = oct_evidence_opener_new ();
  g_signal_connect_object (self->opener, "failed", G_CALLBACK (say_problem), self,
                           G_CONNECT_SWAPPED);
  self->workbench_signals = g_signal_group_new (OCT_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (self->workbench_signals, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

/**
 * oct_evidence_section_load:
 * @self: the section
 * @workbench: the workbench
 * @school_id: (nullable): a school of the trust, or %NULL for the trust
 * @element: the key of an element
 *
 * Shows the evidence for an element in the chosen cycle, from now on; hides itself where there is
 * no cycle.
 */
void
oct_evidence_section_load (OctEvidenceSection *self, OctWorkbench *workbench, const char *school_id,
                           const char *element)
{
  gboolean other;

  g_return_if_fail (OCT_IS_EVIDENCE_SECTION (self));

  other = self->place == NULL || g_strcmp0 (self->place->school_id, school_id) != 0
          || g_strcmp0 (self->place->element, element) != 0;
  if (other)
    {
      g_clear_pointer (&self->place, oct_evidence_link_free);
      self->place = oct_evidence_link_new ("", school_id, element, NULL);
      g_clear_pointer (&self->shown, g_free);
      clear_rows (self);
      say_problem (self, NULL);
    }
  g_signal_group_set_target (self->workbench_signals, workbench);
  /* It follows the workbench by itself. */
  if (other)
    update (self);
}

/* The first frame lays out where the page has scrolled to; a menu that is opened before stands where
 * its button was. */
static gboolean
pop_up_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OctEvidenceSection *self = OCT_EVIDENCE_SECTION (widget);

  if (++self->n_frames < 2)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self->add)))
    gtk_menu_button_popup (self->add);

  return G_SOURCE_REMOVE;
}

/**
 * oct_evidence_section_pop_up_add:
 * @self: the section, loaded
 *
 * Opens the menu of what can be added, for a key.
 */
void
oct_evidence_section_pop_up_add (OctEvidenceSection *self)
{
  g_return_if_fail (OCT_IS_EVIDENCE_SECTION (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  /* A page that scrolls follows the focus. */
  gtk_widget_grab_focus (GTK_WIDGET (self->add));
  self->n_frames = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), pop_up_cb, NULL, NULL);
}

/**
 * oct_evidence_section_add_files:
 * @self: the section, loaded
 * @files: (element-type GFile): files
 *
 * Adds each as a piece of evidence of its own, and says which could not be added.
 */
void
oct_evidence_section_add_files (OctEvidenceSection *self, GSList *files)
{
  g_return_if_fail (OCT_IS_EVIDENCE_SECTION (self));

  if (self->place == NULL)
    return;
  say_problem (self, NULL);
  for (GSList *item = files; item != NULL; item = item->next)
    oct_workbench_add_evidence_file_async (get_workbench (self), item->data, self->place, edited_cb,
                                           begin_edit (self, item->data));
}

/**
 * oct_evidence_section_save_binder:
 * @self: the section, loaded
 * @parent: a folder
 *
 * Writes all evidence of the cycle into a new folder in @parent, shows how far it is, and says when
 * it is done.
 */
void
oct_evidence_section_save_binder (OctEvidenceSection *self, const char *parent)
{
  g_autoptr (OctJob) job = NULL;

  g_return_if_fail (OCT_IS_EVIDENCE_SECTION (self));

  if (self->place == NULL)
    return;

  const OctEvidenceFilter filter = { .cycle_id = self->place->cycle_id };

  say_problem (self, NULL);
  job = oct_workbench_start_binder (get_workbench (self), &filter, parent);
  oct_job_bar_set_job (self->binder, job);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.save-binder", FALSE);
}
