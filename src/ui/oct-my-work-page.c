/* The page of what waits for a person; see the header.
 *
 * Location: "my-work", for whoever works here, or "my-work?person=ID" for any owner. Rows stand by
 * date and lead to where the work is done; an action changes its status with a key.
 */

#include "oct-my-work-page.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-columns.h"
#include "oct-due-notifier.h"
#include "oct-duty-row.h"
#include "oct-judge-blank.h"
#include "oct-location.h"
#include "oct-person-picker.h"
#include "oct-settings.h"
#include "oct-plan-names.h"
#include "oct-workbench-knowledge.h"

struct _OctMyWorkPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  OctJudgeBlank *blank;
  OctPersonPicker *picker;
  GtkWidget *notify_box;
  GtkSwitch *notify_switch;
  GtkLabel *summary_label;
  GtkLabel *keys_label;
  GtkListBox *list;

  /* owned */
  char *person_id; /* (nullable) */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctMyWorkPage, oct_my_work_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctMyWorkPage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

/* --- what a person does with a row --- */

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctMyWorkPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
keep (OctMyWorkPage *self, OctRecordChange *change, const char *sentence)
{
  const OctEditInfo info = { .sentence = sentence, .location = "my-work" };

  oct_workbench_change_records_async (get_workbench (self), &info, change, kept_cb,
                                      g_object_ref (self));
}

static void
status_cb (OctMyWorkPage *self, int status, OctDutyRow *row)
{
  OctRecord *copy = oct_record_copy (oct_duty_row_get_record (row));
  OctRecordChange *change = oct_record_change_new ();
  const char *sentence;

  if (copy->kind == &oct_action_kind)
    {
      ((OctAction *) copy)->status = (OctActionStatus) status;
      sentence = status == OCT_ACTION_COMPLETE ? _("Completed an action") : _("Began an action");
    }
  else
    {
      ((OctMilestone *) copy)->status = (OctMilestoneStatus) status;
      ((OctMilestone *) copy)->met_on = oct_date_today ();
      sentence = _("Met a milestone");
    }
  oct_record_change_put (change, copy);
  keep (self, change, sentence);
}

static void
outcome_cb (OctMyWorkPage *self, int outcome, const char *learnt, OctDutyRow *row)
{
  oct_workbench_answer_recheck_async (get_workbench (self),
                                      (const OctRecheck *) oct_duty_row_get_record (row),
                                      (OctOutcome) outcome, learnt, "my-work", kept_cb,
                                      g_object_ref (self));
}

static void
schedule_cb (OctMyWorkPage *self, OctDutyRow *row)
{
  oct_workbench_schedule_rechecks_async (get_workbench (self),
                                         (const OctSupport *) oct_duty_row_get_record (row),
                                         "my-work", kept_cb, g_object_ref (self));
}

/* --- showing --- */

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *above, gpointer user_data)
{
  static const char *const headings[] = { N_("Overdue"), N_("This fortnight"),
                                          N_("Waiting, without a date") };
  OctDue due = oct_duty_row_get_due (OCT_DUTY_ROW (row));
  GtkWidget *header;

  if (above != NULL && oct_duty_row_get_due (OCT_DUTY_ROW (above)) == due)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  header = gtk_label_new (_(headings[due]));
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_add_css_class (header, "oct-list-heading");
  gtk_list_box_row_set_header (row, header);
}

static void
show_duties (OctMyWorkPage *self, OctAssessment *assessment, OctPlanBook *book)
{
  OctDate today = oct_date_today ();
  g_autoptr (GPtrArray) duties = oct_duties_collect (book, self->person_id, today);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  int index = focus != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
  GtkWidget *child;
  GtkListBoxRow *row;
  g_autofree char *summary = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < duties->len; i++)
    {
      const OctDuty *duty = g_ptr_array_index (duties, i);
      GtkWidget *widget = oct_duty_row_new (
        duty, oct_school_id_to_name (assessment, duty->school_id), today);

      g_signal_connect_swapped (widget, "status", G_CALLBACK (status_cb), self);
      g_signal_connect_swapped (widget, "outcome", G_CALLBACK (outcome_cb), self);
      g_signal_connect_swapped (widget, "schedule", G_CALLBACK (schedule_cb), self);
      gtk_list_box_append (self->list, widget);
    }
  /* What was done leaves the list: the focus goes to what took its place. */
  row = index >= 0 ? gtk_list_box_get_row_at_index (self->list, MIN (index, (int) duties->len - 1))
                   : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  if (self->person_id == NULL)
    summary = g_strdup (_("Choose whose work is shown."));
  else if (duties->len == 0)
    summary = g_strdup (_("Nothing is overdue, due in the next fortnight, or waiting."));
  gtk_label_set_label (self->summary_label, summary != NULL ? summary : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), summary != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list), duties->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->keys_label), duties->len > 0);
}

static void
refresh (OctMyWorkPage *self)
{
  OctWorkbench *workbench = get_workbench (self);
  OctAssessment *assessment = oct_workbench_get_assessment (workbench);
  OctPlanBook *book = oct_workbench_get_plans (workbench);

  if (assessment == NULL || book == NULL)
    {
      oct_judge_blank_update (self->blank, workbench);
      oct_page_show_part (self->stack, "blank");
      return;
    }
  if (self->person_id == NULL)
    self->person_id = g_strdup (oct_workbench_get_person_id (workbench));
  self->updating = TRUE;
  oct_person_picker_set_person (self->picker, self->person_id);
  self->updating = FALSE;
  show_duties (self, assessment, book);
  oct_page_show_part (self->stack, "work");
}

static void
picked_cb (OctMyWorkPage *self, const char *person_id)
{
  g_autofree char *location = NULL;

  if (self->updating || person_id == NULL)
    return;
  g_free (self->person_id);
  self->person_id = g_strdup (person_id);
  location = g_strdup_printf ("my-work?person=%s", person_id);
  oct_page_set_location (OCT_PAGE (self), location);
  refresh (self);
}

static void
failed_cb (OctMyWorkPage *self, const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", message);
}

/* The same switch stands in the main menu. */
static void
bind_notifications (OctMyWorkPage *self)
{
  g_autoptr (GSettings) settings = oct_settings_new ();

  gtk_widget_set_visible (self->notify_box, settings != NULL);
  if (settings != NULL)
    g_settings_bind (settings, OCT_NOTIFY_DUE_KEY, self->notify_switch, "active",
                     G_SETTINGS_BIND_DEFAULT);
}

/* --- class --- */

static void
oct_my_work_page_show (OctPage *page, const char *location)
{
  OctMyWorkPage *self = OCT_MY_WORK_PAGE (page);
  g_autoptr (GHashTable) values = oct_location_parse_query (location);

  g_free (self->person_id);
  self->person_id = g_strdup (g_hash_table_lookup (values, "person"));
  refresh (self);
}

static void
oct_my_work_page_constructed (GObject *object)
{
  OctMyWorkPage *self = OCT_MY_WORK_PAGE (object);
  OctWorkbench *workbench = get_workbench (self);

  G_OBJECT_CLASS (oct_my_work_page_parent_class)->constructed (object);
  oct_person_picker_set_workbench (self->picker, workbench);
  g_signal_connect_object (workbench, "notify::plans", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "notify::loading", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
}

static void
oct_my_work_page_finalize (GObject *object)
{
  g_free (OCT_MY_WORK_PAGE (object)->person_id);
  G_OBJECT_CLASS (oct_my_work_page_parent_class)->finalize (object);
}

static void
oct_my_work_page_class_init (OctMyWorkPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = oct_my_work_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = oct_my_work_page_finalize;
  OCT_PAGE_CLASS (klass)->show = oct_my_work_page_show;

  g_type_ensure (OCT_TYPE_COLUMNS);
  g_type_ensure (OCT_TYPE_JUDGE_BLANK);
  g_type_ensure (OCT_TYPE_PERSON_PICKER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-my-work-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctMyWorkPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctMyWorkPage, blank);
  gtk_widget_class_bind_template_child (widget_class, OctMyWorkPage, picker);
  gtk_widget_class_bind_template_child (widget_class, OctMyWorkPage, notify_box);
  gtk_widget_class_bind_template_child (widget_class, OctMyWorkPage, notify_switch);
  gtk_widget_class_bind_template_child (widget_class, OctMyWorkPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, OctMyWorkPage, keys_label);
  gtk_widget_class_bind_template_child (widget_class, OctMyWorkPage, list);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
}

static void
oct_my_work_page_init (OctMyWorkPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  oct_person_picker_set_label (self->picker, _("Whose work"));
  oct_page_set_title (OCT_PAGE (self), _("My work"));
  oct_accessible_follow (GTK_WIDGET (self));
  bind_notifications (self);
}
