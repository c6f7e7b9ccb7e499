/* The evidence at a place of a plan; see the header. It follows the workspace by itself.
 *
 * Of an objective it shows what was seen at reviews too, and says at which; the menu of what can be
 * added asks for which of them it is. Rows are made anew only where something about them changed, so
 * that nobody loses their place. What goes wrong stays said until the next try.
 */

#include "oct-plan-evidence-section.h"

#include <glib/gi18n.h>

#include "oct-evidence-chooser.h"
#include "oct-evidence-dialog.h"
#include "oct-evidence-opener.h"
#include "oct-evidence-pictures.h"
#include "oct-evidence-row.h"
#include "oct-plan-edits.h"
#include "oct-plan-evidence-menu.h"
#include "oct-section.h"
#include "oct-text.h"
#include "oct-workbench-evidence.h"

struct _OctPlanEvidenceSection
{
  AdwBin parent_instance;

  /* template */
  GtkMenuButton *add;
  GtkLabel *problem;
  GtkListBox *list;
  GtkLabel *empty;

  /* owned */
  GSignalGroup *workbench_signals;
  GCancellable *cancellable;
  OctPlanPlace *place; /* (nullable) */
  char *shown;         /* what the rows say, to know whether they still do */
  OctEvidencePictures *pictures;
  OctEvidenceOpener *opener;
  char *chosen_for; /* (nullable): the review that evidence is being chosen for */
};

G_DEFINE_FINAL_TYPE (OctPlanEvidenceSection, oct_plan_evidence_section, ADW_TYPE_BIN)

static OctWorkbench *
get_workbench (OctPlanEvidenceSection *self)
{
  g_autoptr (OctWorkbench) workbench = g_signal_group_dup_target (self->workbench_signals);

  return workbench; /* the session keeps it */
}

/* (nullable): the plans, once they are read. */
static OctPlanBook *
get_book (OctPlanEvidenceSection *self)
{
  OctWorkbench *workbench = get_workbench (self);

  return workbench != NULL ? oct_workbench_get_plans (workbench) : NULL;
}

static void
say_problem (OctPlanEvidenceSection *self, const char *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static GtkWindow *
get_window (OctPlanEvidenceSection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static gboolean
is_open (OctPlanEvidenceSection *self)
{
  OctPlanBook *book = get_book (self);
  const OctPlan *plan = book != NULL && self->place != NULL
                          ? oct_plan_book_find (book, &oct_plan_kind, self->place->plan_id)
                          : NULL;

  return plan != NULL && oct_plan_check_open (plan, NULL);
}

/* --- rows --- */

/* The places here of a piece of evidence. (nullable) (transfer full): the review in words. */
static char *
dup_review (OctPlanBook *book, GPtrArray *places, const char *evidence_id)
{
  for (guint i = 0; i < places->len; i++)
    {
      const OctPlanEvidence *place = g_ptr_array_index (places, i);
      const OctReview *review = oct_plan_book_find (book, &oct_review_kind, place->review_id);
      g_autofree char *day = NULL;

      if (g_strcmp0 (place->evidence_id, evidence_id) != 0 || review == NULL)
        continue;
      day = oct_text_date (review->on);
      /* Translators: %s is a day. */
      return g_strdup_printf (_("Review of %s"), day);
    }

  return NULL;
}

static gboolean
stands_here (GPtrArray *places, const char *evidence_id)
{
  for (guint i = 0; i < places->len; i++)
    if (g_strcmp0 (((OctPlanEvidence *) g_ptr_array_index (places, i))->evidence_id, evidence_id)
        == 0)
      return TRUE;

  return FALSE;
}

/* (transfer full): everything that the rows show. */
static char *
sum_up (OctPlanBook *book, GPtrArray *places, GPtrArray *evidence, gboolean open)
{
  GString *sum = g_string_new (open ? "open\n" : "still\n");

  for (guint i = 0; i < evidence->len; i++)
    {
      const OctEvidence *one = g_ptr_array_index (evidence, i);
      g_autofree char *review = dup_review (book, places, one->id);

      g_string_append_printf (sum, "%s\n%s\n%s\n%s\n%s\n%s\n%d\n%s\n\n", one->id, one->name,
                              one->text, one->url, one->object != NULL ? one->object : "",
                              one->file_name, (int) one->dated, review != NULL ? review : "");
    }

  return g_string_free (sum, FALSE);
}

static void
clear_rows (OctPlanEvidenceSection *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
append_row (OctPlanEvidenceSection *self, const OctEvidence *evidence, const char *review,
            gboolean open)
{
  GtkWidget *row = oct_evidence_row_new (evidence);

  oct_evidence_row_set_place (OCT_EVIDENCE_ROW (row), review, open);
  gtk_list_box_append (self->list, row);
  oct_evidence_pictures_ask (self->pictures, get_workbench (self), OCT_EVIDENCE_ROW (row),
                             self->cancellable);
}

/* The focus stays at the row it was at, or at the one that took its place. */
static void
show_rows (OctPlanEvidenceSection *self, OctPlanBook *book, GPtrArray *evidence)
{
  g_autoptr (GPtrArray) places = oct_plan_evidence_find (book, self->place);
  g_autoptr (GPtrArray) here = g_ptr_array_new ();
  gboolean open = is_open (self);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  int index = focus != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
  g_autofree char *sum = NULL;

  for (guint i = 0; i < evidence->len; i++)
    if (stands_here (places, ((OctEvidence *) g_ptr_array_index (evidence, i))->id))
      g_ptr_array_add (here, g_ptr_array_index (evidence, i));
  sum = sum_up (book, places, here, open);
  if (g_strcmp0 (sum, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&sum);
  clear_rows (self);
  for (guint i = 0; i < here->len; i++)
    {
      const OctEvidence *one = g_ptr_array_index (here, i);
      g_autofree char *review = self->place->objective_id != NULL
                                  ? dup_review (book, places, one->id)
                                  : NULL;

      append_row (self, one, review, open);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), here->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), here->len == 0);
  if (index >= 0 && here->len > 0)
    gtk_widget_grab_focus (
      GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, MIN (index, (int) here->len - 1))));
  else if (index >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->add));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctPlanEvidenceSection) self = OCT_PLAN_EVIDENCE_SECTION (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) evidence = oct_workbench_read_finish (OCT_WORKBENCH (source), result,
                                                              &error);

  if (evidence != NULL && !g_cancellable_is_cancelled (self->cancellable) && self->place != NULL
      && get_book (self) != NULL)
    show_rows (self, get_book (self), evidence);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_problem (self, error->message);
}

static void
stop_reading (OctPlanEvidenceSection *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
update_actions (OctPlanEvidenceSection *self)
{
  static const char *const actions[] = { "evidence.add-note", "evidence.add-link",
                                         "evidence.add-file", "evidence.choose",
                                         "evidence.edit",     "evidence.detach" };
  gboolean open = is_open (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->add), open);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], open);
}

static void
update (OctPlanEvidenceSection *self)
{
  OctPlanBook *book = get_book (self);
  gboolean there = book != NULL && self->place != NULL;
  g_autoptr (GMenuModel) menu = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), there);
  if (!there)
    return;
  update_actions (self);
  menu = oct_plan_evidence_menu_new (book, self->place);
  gtk_menu_button_set_menu_model (self->add, menu);
  stop_reading (self);
  self->cancellable = g_cancellable_new ();
  oct_workbench_read_evidence_async (get_workbench (self),
                                     &(OctEvidenceFilter) { .plan_id = self->place->plan_id },
                                     self->cancellable, read_cb, g_object_ref (self));
}

static const OctEvidence *
find_evidence (OctPlanEvidenceSection *self, const char *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (OCT_IS_EVIDENCE_ROW (child)
        && g_strcmp0 (oct_evidence_row_get_evidence (OCT_EVIDENCE_ROW (child))->id, id) == 0)
      return oct_evidence_row_get_evidence (OCT_EVIDENCE_ROW (child));

  return NULL;
}

/* --- adding, changing, taking away --- */

/* (transfer full): the place itself, or of its objective what was seen at a review. */
static OctPlanPlace *
dup_place (OctPlanEvidenceSection *self, const char *review_id)
{
  OctPlanPlace *place = oct_plan_place_copy (self->place);

  if (review_id != NULL && *review_id != '\0')
    {
      g_free (place->review_id);
      place->review_id = g_strdup (review_id);
    }

  return place;
}

static void
put (OctWorkbench *workbench, const OctEvidence *evidence, gpointer place,
     GAsyncReadyCallback callback, gpointer user_data)
{
  oct_plan_evidence_put_async (workbench, place, evidence, callback, user_data);
}

/* @place: (transfer full) */
static void
edit (OctPlanEvidenceSection *self, const OctEvidence *evidence, OctPlanPlace *place)
{
  GtkWindow *dialog = oct_evidence_dialog_new (get_workbench (self), evidence);

  oct_evidence_dialog_set_put (OCT_EVIDENCE_DIALOG (dialog), put, place,
                               (GDestroyNotify) oct_plan_place_free);
  gtk_window_set_transient_for (dialog, get_window (self));
  gtk_window_present (dialog);
}

static void
add (GtkWidget *widget, OctEvidenceKind kind, GVariant *parameter)
{
  OctPlanEvidenceSection *self = OCT_PLAN_EVIDENCE_SECTION (widget);
  g_autoptr (OctEvidence) evidence = oct_evidence_new (kind, "");

  if (self->place == NULL)
    return;
  say_problem (self, NULL);
  evidence->dated = oct_date_today ();
  edit (self, evidence, dup_place (self, g_variant_get_string (parameter, NULL)));
}

static void
add_note_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add (widget, OCT_EVIDENCE_NOTE, parameter);
}

static void
add_link_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add (widget, OCT_EVIDENCE_LINK, parameter);
}

typedef struct
{
  OctPlanEvidenceSection *self;
  char *name; /* (nullable): of the file it is about */
} Edit;

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Edit *edited = user_data;
  g_autoptr (OctPlanEvidenceSection) self = edited->self;
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
begin_edit (OctPlanEvidenceSection *self, GFile *file)
{
  Edit *begun = g_new0 (Edit, 1);
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : NULL;

  begun->self = g_object_ref (self);
  begun->name = base != NULL ? g_filename_display_name (base) : NULL;

  return begun;
}

static void
add_files (OctPlanEvidenceSection *self, GSList *files, const char *review_id)
{
  g_autoptr (OctPlanPlace) place = NULL;

  if (self->place == NULL)
    return;
  place = dup_place (self, review_id);
  say_problem (self, NULL);
  for (GSList *item = files; item != NULL; item = item->next)
    oct_plan_evidence_add_file_async (get_workbench (self), place, item->data, edited_cb,
                                      begin_edit (self, item->data));
}

static void
files_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  OctPlanEvidenceSection *self = OCT_PLAN_EVIDENCE_SECTION (user_data);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      GSList *list = NULL;

      for (guint i = g_list_model_get_n_items (files); i > 0; i--)
        list = g_slist_prepend (list, g_list_model_get_item (files, i - 1));
      add_files (self, list, g_object_get_data (G_OBJECT (dialog), "review"));
      g_slist_free_full (list, g_object_unref);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
ask_files_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _("Add files as evidence"), get_window (OCT_PLAN_EVIDENCE_SECTION (widget)),
    GTK_FILE_CHOOSER_ACTION_OPEN, _("_Add"), _("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data_full (G_OBJECT (chooser), "review", g_variant_dup_string (parameter, NULL),
                          g_free);
  g_signal_connect_object (chooser, "response", G_CALLBACK (files_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
chosen_cb (OctPlanEvidenceSection *self, const char *evidence_id)
{
  g_autoptr (OctPlanPlace) place = NULL;

  if (self->place == NULL)
    return;
  place = dup_place (self, self->chosen_for);
  oct_plan_evidence_attach_async (get_workbench (self), place, evidence_id, edited_cb,
                                  begin_edit (self, NULL));
}

static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctPlanEvidenceSection *self = OCT_PLAN_EVIDENCE_SECTION (widget);
  GtkWindow *dialog;

  if (self->place == NULL)
    return;
  say_problem (self, NULL);
  g_free (self->chosen_for);
  self->chosen_for = g_variant_dup_string (parameter, NULL);
  dialog = oct_evidence_chooser_new (get_workbench (self));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (dialog, get_window (self));
  gtk_window_present (dialog);
}

static gboolean
drop_cb (OctPlanEvidenceSection *self, const GValue *value)
{
  if (!is_open (self))
    return FALSE;
  add_files (self, g_value_get_boxed (value), NULL);

  return TRUE;
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctPlanEvidenceSection *self = OCT_PLAN_EVIDENCE_SECTION (widget);
  const OctEvidence *evidence = find_evidence (self, g_variant_get_string (parameter, NULL));

  say_problem (self, NULL);
  if (evidence != NULL)
    edit (self, evidence, dup_place (self, NULL));
}

static void
detach_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctPlanEvidenceSection *self = OCT_PLAN_EVIDENCE_SECTION (widget);

  say_problem (self, NULL);
  if (self->place != NULL)
    oct_plan_evidence_detach_async (get_workbench (self), self->place,
                                    g_variant_get_string (parameter, NULL), edited_cb,
                                    begin_edit (self, NULL));
}

/* What can't be opened is shown where it is written. */
static void
activated_cb (OctPlanEvidenceSection *self, GtkListBoxRow *row)
{
  const OctEvidence *evidence = oct_evidence_row_get_evidence (OCT_EVIDENCE_ROW (row));

  say_problem (self, NULL);
  if (!oct_evidence_opener_open (self->opener, get_workbench (self), GTK_WIDGET (self), evidence))
    edit (self, evidence, dup_place (self, NULL));
}

/* --- the class --- */

static void
oct_plan_evidence_section_dispose (GObject *object)
{
  OctPlanEvidenceSection *self = OCT_PLAN_EVIDENCE_SECTION (object);

  stop_reading (self);
  if (self->workbench_signals != NULL)
    g_signal_group_set_target (self->workbench_signals, NULL);
  g_clear_object (&self->workbench_signals);
  g_clear_pointer (&self->place, oct_plan_place_free);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->chosen_for, g_free);
  g_clear_object (&self->pictures);
  g_clear_object (&self->opener);

  G_OBJECT_CLASS (oct_plan_evidence_section_parent_class)->dispose (object);
}

static void
oct_plan_evidence_section_class_init (OctPlanEvidenceSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_plan_evidence_section_dispose;

  g_type_ensure (OCT_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-plan-evidence-section.ui");
  gtk_widget_class_bind_template_child (widget_class, OctPlanEvidenceSection, add);
  gtk_widget_class_bind_template_child (widget_class, OctPlanEvidenceSection, problem);
  gtk_widget_class_bind_template_child (widget_class, OctPlanEvidenceSection, list);
  gtk_widget_class_bind_template_child (widget_class, OctPlanEvidenceSection, empty);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "evidence.add-note", "s", add_note_cb);
  gtk_widget_class_install_action (widget_class, "evidence.add-link", "s", add_link_cb);
  gtk_widget_class_install_action (widget_class, "evidence.add-file", "s", ask_files_cb);
  gtk_widget_class_install_action (widget_class, "evidence.choose", "s", choose_cb);
  gtk_widget_class_install_action (widget_class, "evidence.edit", "s", edit_cb);
  gtk_widget_class_install_action (widget_class, "evidence.detach", "s", detach_cb);
}

static void
oct_plan_evidence_section_init (OctPlanEvidenceSection *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->pictures = oct_evidence_pictures_new ();
  self->opener = oct_evidence_opener_new ();
  g_signal_connect_object (self->opener, "failed", G_CALLBACK (say_problem), self,
                           G_CONNECT_SWAPPED);
  self->workbench_signals = g_signal_group_new (OCT_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (self->workbench_signals, "changed", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::plans", G_CALLBACK (update),
                                  self);
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

/**
 * oct_plan_evidence_section_load:
 * @self: the section
 * @workbench: the workbench
 * @place: (nullable): an objective, a milestone or a review; copied
 *
 * Shows the evidence there, from now on; hides itself without a place.
 */
void
oct_plan_evidence_section_load (OctPlanEvidenceSection *self, OctWorkbench *workbench,
                                const OctPlanPlace *place)
{
  gboolean other;

  g_return_if_fail (OCT_IS_PLAN_EVIDENCE_SECTION (self));

  other = !oct_plan_place_equal (self->place, place);
  if (other)
    {
      g_clear_pointer (&self->place, oct_plan_place_free);
      self->place = place != NULL ? oct_plan_place_copy (place) : NULL;
      g_clear_pointer (&self->shown, g_free);
      clear_rows (self);
      gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->empty), FALSE);
      say_problem (self, NULL);
    }
  g_signal_group_set_target (self->workbench_signals, workbench);
  /* It follows the workbench by itself. */
  if (other)
    update (self);
}

/**
 * oct_plan_evidence_section_add_files:
 * @self: the section, loaded
 * @files: (element-type GFile): files
 *
 * Adds each as a piece of evidence of its own, and says which could not be added.
 */
void
oct_plan_evidence_section_add_files (OctPlanEvidenceSection *self, GSList *files)
{
  g_return_if_fail (OCT_IS_PLAN_EVIDENCE_SECTION (self));

  add_files (self, files, NULL);
}
