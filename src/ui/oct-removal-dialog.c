/* Replacing or removing a person for good; see the header. While it works the dialogue stays, since
 * closing it would look like stopping; the button to stop stands beside the bar.
 */

#include "oct-removal-dialog.h"

#include <glib/gi18n.h>

#include "oct-job-bar.h"

/* What stands in place of the name, as the row lists it. */
enum
{
  WAY_POST,
  WAY_OTHER,
  WAY_NOTHING,
};

struct _OctRemovalDialog
{
  AdwWindow parent_instance;

  /* template */
  GtkButton *cancel;
  GtkButton *go;
  GtkStack *stack;
  GtkLabel *problem;
  AdwComboRow *way;
  AdwEntryRow *post;
  AdwComboRow *other;
  AdwPreferencesGroup *files;
  GtkListBox *goes;
  GtkListBox *stays;
  OctJobBar *bar;
  AdwStatusPage *done;

  /* owned */
  OctWorkbench *workbench;
  OctJob *found;
  GPtrArray *others;   /* ids of people, as the row has them */
  GPtrArray *evidence; /* ids of evidence, as the checks have them */
  GPtrArray *checks;   /* borrowed */
  char *old_post;      /* (nullable): of somebody without a name, whose post must become another */

  gboolean removed;
};

static guint removed_signal;

G_DEFINE_FINAL_TYPE (OctRemovalDialog, oct_removal_dialog, ADW_TYPE_WINDOW)

static const OctFoundPerson *
get_found (OctRemovalDialog *self)
{
  return oct_job_get_result (self->found);
}

/* --- what is to be done --- */

typedef struct
{
  OctRemoval removal;
  char *post;
  GPtrArray *evidence; /* of ids; borrowed; ended by NULL */
} Choice;

static void
choice_clear (Choice *choice)
{
  g_free (choice->post);
  g_ptr_array_unref (choice->evidence);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

static void
read_choice (OctRemovalDialog *self, Choice *choice)
{
  const OctFoundPerson *found = get_found (self);
  guint way = adw_combo_row_get_selected (self->way);
  guint other = adw_combo_row_get_selected (self->other);

  choice->evidence = g_ptr_array_new ();
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_ptr_array_add (choice->evidence, g_ptr_array_index (self->evidence, i));
  g_ptr_array_add (choice->evidence, NULL);
  choice->removal.person_id = found->person_id;
  choice->removal.names = (const char *const *) found->names;
  choice->removal.evidence = (const char *const *) choice->evidence->pdata;
  if (way == WAY_POST)
    {
      choice->post = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->post))));
      choice->removal.post = choice->post;
    }
  else if (way == WAY_OTHER && other < self->others->len)
    choice->removal.other_id = g_ptr_array_index (self->others, other);
}

static gboolean
is_complete (OctRemovalDialog *self, const Choice *choice)
{
  guint way = adw_combo_row_get_selected (self->way);

  if (way == WAY_POST)
    return choice->post[0] != '\0' && g_strcmp0 (choice->post, self->old_post) != 0;

  return way == WAY_NOTHING || choice->removal.other_id != NULL;
}

/* --- showing it --- */

static void
show_sentences (GtkListBox *list, GPtrArray *sentences)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
  for (guint i = 0; i < sentences->len; i++)
    {
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *label = gtk_label_new (g_ptr_array_index (sentences, i));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "oct-removal-line");
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_list_box_append (list, row);
    }
}

static void
update (OctRemovalDialog *self)
{
  g_auto (Choice) choice = { 0 };
  g_autoptr (GPtrArray) goes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) stays = g_ptr_array_new_with_free_func (g_free);
  guint way = adw_combo_row_get_selected (self->way);

  if (self->found == NULL)
    return;
  read_choice (self, &choice);
  gtk_widget_set_visible (GTK_WIDGET (self->post), way == WAY_POST);
  gtk_widget_set_visible (GTK_WIDGET (self->other), way == WAY_OTHER);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->go), is_complete (self, &choice));
  gtk_button_set_label (self->go,
                        way == WAY_NOTHING ? _("_Remove for good") : _("_Replace for good"));
  oct_found_person_describe_removal (get_found (self), &choice.removal, goes, stays);
  show_sentences (self->goes, goes);
  show_sentences (self->stays, stays);
}

static void
add_file (OctRemovalDialog *self, const OctFoundPlace *place)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  g_object_set (row, "use-markup", FALSE, "title", place->text, "subtitle",
                place->kind == OCT_PLACE_FILE ? _("Holds the name")
                                              : _("Can’t be searched: open it to see"),
                NULL);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  place->text, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->files, row);
  g_ptr_array_add (self->evidence, g_strdup (place->evidence_id));
  g_ptr_array_add (self->checks, check);
}

static void
show_files (OctRemovalDialog *self)
{
  const OctFoundPerson *found = get_found (self);

  for (guint i = 0; i < found->places->len; i++)
    {
      const OctFoundPlace *place = g_ptr_array_index (found->places, i);

      if (place->kind == OCT_PLACE_FILE || place->kind == OCT_PLACE_FILE_UNREAD)
        add_file (self, place);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->files), self->checks->len > 0);
}

static void
show_people (OctRemovalDialog *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self->workbench);
  GPtrArray *people = oct_assessment_get_people (assessment);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *id = get_found (self)->person_id;

  for (guint i = 0; i < people->len; i++)
    {
      const OctPerson *person = g_ptr_array_index (people, i);

      if (g_strcmp0 (person->id, id) == 0)
        {
          gtk_editable_set_text (GTK_EDITABLE (self->post), person->post);
          self->old_post = person->name[0] == '\0' ? g_strdup (person->post) : NULL;
          continue;
        }
      g_ptr_array_add (self->others, g_strdup (person->id));
      gtk_string_list_append (names, oct_person_to_text (person));
    }
  adw_combo_row_set_model (self->other, G_LIST_MODEL (names));
  if (self->old_post != NULL && self->others->len > 0)
    adw_combo_row_set_selected (self->way, WAY_OTHER);
}

/* --- doing it --- */

static void
go_cb (OctRemovalDialog *self)
{
  g_auto (Choice) choice = { 0 };
  g_autoptr (OctJob) job = NULL;

  read_choice (self, &choice);
  if (!is_complete (self, &choice) || oct_job_bar_is_busy (self->bar))
    return;
  job = oct_workbench_start_removal (self->workbench, &choice.removal);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->go), FALSE);
  oct_job_bar_set_job (self->bar, job);
  gtk_stack_set_visible_child_name (self->stack, "work");
}

static void
say_done (OctRemovalDialog *self, const OctErasureReport *report)
{
  g_autofree char *names = NULL;
  g_autofree char *text = NULL;

  if (report->unread->len > 0)
    {
      g_ptr_array_add (report->unread, NULL);
      names = g_strjoinv ("\n", (char **) report->unread->pdata);
      g_ptr_array_set_size (report->unread, (int) report->unread->len - 1);
      /* Translators: %s are the names of files, one a line. */
      text = g_strdup_printf (
        _("These backups could not be written anew and are as they were. Delete "
          "them if you no longer need them:\n%s"),
        names);
    }
  adw_status_page_set_description (
    self->done, text != NULL ? text
                             : _("Records, history, undo and backups no longer have it. What you "
                                 "chose to leave is listed when you close this."));
  gtk_stack_set_visible_child_name (self->stack, "done");
}

static void
finished_cb (OctRemovalDialog *self, OctJob *job)
{
  const GError *error = oct_job_get_error (job);
  gboolean stopped = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  if (error == NULL)
    {
      self->removed = TRUE;
      say_done (self, oct_job_get_result (job));
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->cancel), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->go), TRUE);
  gtk_stack_set_visible_child_name (self->stack, "choose");
  gtk_label_set_label (self->problem, stopped
                                        ? _("Stopped. The workspace is as it was; some backups "
                                            "may no longer have the name.")
                                        : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static gboolean
oct_removal_dialog_close_request (GtkWindow *window)
{
  OctRemovalDialog *self = OCT_REMOVAL_DIALOG (window);

  if (oct_job_bar_is_busy (self->bar))
    return TRUE;
  if (self->removed)
    g_signal_emit (self, removed_signal, 0);

  return GTK_WINDOW_CLASS (oct_removal_dialog_parent_class)->close_request (window);
}

/* --- class --- */

static void
oct_removal_dialog_dispose (GObject *object)
{
  OctRemovalDialog *self = OCT_REMOVAL_DIALOG (object);

  g_clear_object (&self->workbench);
  g_clear_object (&self->found);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->old_post, g_free);

  G_OBJECT_CLASS (oct_removal_dialog_parent_class)->dispose (object);
}

static void
oct_removal_dialog_class_init (OctRemovalDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_removal_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = oct_removal_dialog_close_request;
  removed_signal = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (OCT_TYPE_JOB_BAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-removal-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctRemovalDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, OctRemovalDialog, go);
  gtk_widget_class_bind_template_child (widget_class, OctRemovalDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, OctRemovalDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, OctRemovalDialog, way);
  gtk_widget_class_bind_template_child (widget_class, OctRemovalDialog, post);
  gtk_widget_class_bind_template_child (widget_class, OctRemovalDialog, other);
  gtk_widget_class_bind_template_child (widget_class, OctRemovalDialog, files);
  gtk_widget_class_bind_template_child (widget_class, OctRemovalDialog, goes);
  gtk_widget_class_bind_template_child (widget_class, OctRemovalDialog, stays);
  gtk_widget_class_bind_template_child (widget_class, OctRemovalDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, OctRemovalDialog, done);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
}

static void
oct_removal_dialog_init (OctRemovalDialog *self)
{
  self->others = g_ptr_array_new_with_free_func (g_free);
  self->evidence = g_ptr_array_new_with_free_func (g_free);
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_removal_dialog_new:
 * @workbench: a workbench with an assessment
 * @found: a job that has found the person
 *
 * Returns: the dialogue, to be presented
 */
GtkWindow *
oct_removal_dialog_new (OctWorkbench *workbench, OctJob *found)
{
  OctRemovalDialog *self = g_object_new (OCT_TYPE_REMOVAL_DIALOG, NULL);

  self->workbench = g_object_ref (workbench);
  self->found = g_object_ref (found);
  show_people (self);
  show_files (self);
  update (self);

  return GTK_WINDOW (self);
}
