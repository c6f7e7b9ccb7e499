/* What can be done with a plan as a whole: its status, its reviews, copies of it, deleting it. */

#include <glib/gi18n.h>

#include "oct-plan-page-private.h"
#include "oct-plan-words.h"
#include "oct-reason-dialog.h"

static const OctPlan *
get_plan (OctPlanPage *self)
{
  return oct_plan_work_get_plan (self->work);
}

/* --- status --- */

/* The button that leads from one status to another, with an ellipsis where it asks why. */
static const char *
get_label (OctPlanStatus from, OctPlanStatus to)
{
  switch (to)
    {
    case OCT_PLAN_APPROVED:
      return _("Approve");
    case OCT_PLAN_IN_PROGRESS:
      if (from == OCT_PLAN_PAUSED)
        return _("Resume");
      return from == OCT_PLAN_COMPLETE ? _("Reopen…") : _("Start");
    case OCT_PLAN_PAUSED:
      return _("Pause…");
    case OCT_PLAN_STOPPED:
      return _("Stop…");
    case OCT_PLAN_COMPLETE:
      return _("Complete");
    case OCT_PLAN_DRAFT:
    default:
      return _("Back to draft…");
    }
}

GMenuModel *
oct_plan_page_make_status_menu (const OctPlan *plan)
{
  GMenu *menu = g_menu_new ();

  for (guint to = 0; oct_plan_statuses[to].key != NULL; to++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (!oct_plan_status_can_become (plan->status, to))
        continue;
      item = g_menu_item_new (get_label (plan->status, to), NULL);
      g_menu_item_set_action_and_target (item, "plan.status", "s", oct_plan_statuses[to].key);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

/* Everything that keeps the plan from being approved, by objective. */
static char *
list_missing (OctPlanPage *self)
{
  OctPlanBook *book = oct_plan_work_get_book (self->work);
  GPtrArray *objectives = oct_plan_book_get_children (book, &oct_objective_kind,
                                                      oct_plan_work_get_plan_id (self->work));
  const OctPlanReader reader = { .book = book };
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < objectives->len; i++)
    {
      const OctObjective *objective = g_ptr_array_index (objectives, i);
      g_autoptr (GPtrArray) missing = oct_plan_words_missing (&reader, objective);
      g_autofree char *name = oct_objective_to_text (objective);
      g_autofree char *parts = NULL;

      if (missing->len == 0)
        continue;
      g_ptr_array_add (missing, NULL);
      parts = g_strjoinv (" · ", (char **) missing->pdata);
      g_string_append_printf (list, "\n• %s: %s", name, parts);
    }

  return g_string_free (list, FALSE);
}

static void
show_refusal (OctPlanPage *self, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              _("The plan can’t be approved yet"), NULL);
  g_autofree char *missing = list_missing (self);
  g_autofree char *body = g_strdup_printf ("%s\n%s", error->message, missing);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
set_status (OctPlanPage *self, OctPlanStatus to, const char *why)
{
  g_autoptr (GError) error = NULL;

  if (oct_plan_work_set_status (self->work, to, why, &error))
    return;
  if (to == OCT_PLAN_APPROVED)
    show_refusal (self, error);
  else
    oct_plan_page_fail (self, error->message);
}

static void
reason_cb (GtkWidget *widget, const char *why, gpointer data)
{
  set_status (OCT_PLAN_PAGE (widget), (OctPlanStatus) GPOINTER_TO_INT (data), why);
}

static void
status_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctPlanPage *self = OCT_PLAN_PAGE (widget);
  const OctPlan *plan = get_plan (self);
  int to = oct_choice_from_key (oct_plan_statuses, g_variant_get_string (parameter, NULL));
  g_autofree char *heading = NULL;

  if (plan == NULL || to < 0)
    return;
  oct_plan_page_commit (self);
  if (!oct_plan_status_needs_reason (plan->status, (OctPlanStatus) to))
    {
      set_status (self, (OctPlanStatus) to, "");
      return;
    }
  /* Translators: the title of a plan, and the status that it is to have, such as "Paused". */
  heading = g_strdup_printf (_("“%s”: %s"), plan->title,
                             oct_choice_to_text (oct_plan_statuses, to));
  oct_reason_dialog_present (
    widget, heading,
    oct_plan_status_is_still ((OctPlanStatus) to)
      ? _("The plan can be read, and nothing in it can be changed until it goes on. The reason is "
          "kept with it.")
      : _("The reason is kept with the plan."),
    _("C_hange status"), reason_cb, GINT_TO_POINTER (to), NULL);
}

/* --- withdrawing --- */

static void
withdraw_cb (GtkWidget *widget, const char *why, gpointer data)
{
  OctPlanPage *self = OCT_PLAN_PAGE (widget);
  const OctObjective *objective = oct_plan_work_find (self->work, &oct_objective_kind, data);
  g_autoptr (GError) error = NULL;

  if (objective != NULL && !oct_plan_work_withdraw (self->work, objective, why, &error))
    oct_plan_page_fail (self, error->message);
}

static void
ask_to_withdraw (OctPlanPage *self, const char *message)
{
  const OctRecord *record = oct_plan_outline_get_chosen (self->outline);

  if (record == NULL || record->kind != &oct_objective_kind)
    return;
  oct_reason_dialog_present (GTK_WIDGET (self), _("Withdraw this objective?"), message,
                             _("_Withdraw"), withdraw_cb, g_strdup (record->id), g_free);
}

/* What a rule keeps from being deleted is withdrawn instead. */
void
oct_plan_page_offer_withdrawal (OctPlanPage *self, const char *message)
{
  ask_to_withdraw (self, message);
}

static void
withdraw_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctPlanPage *self = OCT_PLAN_PAGE (widget);
  const OctRecord *record = oct_plan_outline_get_chosen (self->outline);
  const OctObjective *objective = (const OctObjective *) record;
  g_autoptr (GError) error = NULL;

  if (record == NULL || record->kind != &oct_objective_kind)
    return;
  if (oct_objective_is_standing (objective))
    ask_to_withdraw (self, _("It stays in the plan, struck through, with the reason. Its recorded "
                             "progress is kept."));
  else if (!oct_plan_work_withdraw (self->work, objective, "", &error))
    oct_plan_page_fail (self, error->message);
}

/* --- reviews and copies --- */

static void
review_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctPlanPage *self = OCT_PLAN_PAGE (widget);
  g_autofree char *location = g_strdup_printf ("review?plan=%s",
                                               oct_plan_work_get_plan_id (self->work));

  oct_plan_page_commit (self);
  gtk_widget_activate_action (widget, "win.go", "s", location);
}

typedef struct
{
  OctPlanPage *page;
  char *location;
} Going;

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Going *going = user_data;
  g_autoptr (GError) error = NULL;

  if (oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (going->page), "win.go", "s", going->location);
  else
    oct_plan_page_fail (going->page, error->message);
  g_object_unref (going->page);
  g_free (going->location);
  g_free (going);
}

static void
copy (OctPlanPage *self, const OctPlanCopy *what, const char *sentence)
{
  g_autoptr (OctPlanBook) whole = oct_plan_work_dup_whole_book (self->work);
  const OctPlan *plan = oct_plan_book_find (whole, &oct_plan_kind,
                                            oct_plan_work_get_plan_id (self->work));
  OctRecordChange *change = oct_plan_edit_copy (whole, plan, what);
  const OctRecord *made = g_ptr_array_index (change->puts, 0);
  Going *going = g_new0 (Going, 1);

  going->page = g_object_ref (self);
  going->location = g_strdup_printf ("plan/%s", made->id);
  oct_workbench_change_records_async (oct_plan_work_get_workbench (self->work),
                                      &(OctEditInfo) { .sentence = sentence,
                                                       .location = going->location,
                                                       .subject = what->school_id },
                                      change, copied_cb, going);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctPlanPage *self = OCT_PLAN_PAGE (widget);
  const OctPlan *plan = get_plan (self);
  gboolean carry = g_str_equal (name, "plan.carry-forward");
  gboolean template = g_str_equal (name, "plan.save-template");
  g_autofree char *title = NULL;
  g_autofree char *sentence = NULL;
  OctPlanCopy what;

  if (plan == NULL)
    return;
  oct_plan_page_commit (self);
  plan = get_plan (self);
  title = carry || template ? g_strdup (plan->title)
                            /* Translators: %s is the title of a plan. */
                            : g_strdup_printf (_("%s (copy)"), plan->title);
  what = (OctPlanCopy) { .title = title,
                         .school_id = template ? NULL : plan->school_id,
                         .scope = plan->scope,
                         .starts = carry ? plan->ends + 1 : plan->starts,
                         .template = template,
                         .carry = carry };
  if (carry)
    sentence = g_strdup_printf (_("Carried the plan “%s” forward"), plan->title);
  else
    sentence = g_strdup_printf (
      template ? _("Saved the plan “%s” as a template") : _("Copied the plan “%s”"), plan->title);
  copy (self, &what, sentence);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctPlanPage *self = OCT_PLAN_PAGE (widget);
  const OctPlan *plan = get_plan (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  if (plan == NULL)
    return;
  /* Translators: %s is the title of a plan. */
  said = g_strdup_printf (_("“%s” was deleted. Ctrl+Z brings it back."), plan->title);
  if (!oct_plan_work_delete (self->work, plan, &error))
    {
      if (error != NULL)
        oct_plan_page_fail (self, error->message);
      return;
    }
  gtk_widget_activate_action (widget, "win.go", "s", "plans");
  oct_plan_page_fail (self, said);
}

void
oct_plan_page_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "plan.status", "s", status_cb);
  gtk_widget_class_install_action (widget_class, "plan.review", NULL, review_cb);
  gtk_widget_class_install_action (widget_class, "plan.withdraw", NULL, withdraw_action_cb);
  gtk_widget_class_install_action (widget_class, "plan.duplicate", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "plan.carry-forward", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "plan.save-template", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "plan.delete", NULL, delete_cb);
  oct_plan_page_install_dialogs (widget_class);
}

void
oct_plan_page_update_actions (OctPlanPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const OctPlan *plan = get_plan (self);
  gboolean open = oct_plan_work_is_open (self->work);

  gtk_widget_action_set_enabled (widget, "plan.status", plan != NULL && !plan->template);
  gtk_widget_action_set_enabled (widget, "plan.review", open && !plan->template);
  gtk_widget_action_set_enabled (widget, "plan.withdraw", open);
  oct_plan_page_update_dialogs (self);
  gtk_widget_action_set_enabled (widget, "plan.duplicate", plan != NULL);
  gtk_widget_action_set_enabled (widget, "plan.carry-forward", plan != NULL && !plan->template);
  gtk_widget_action_set_enabled (widget, "plan.save-template", plan != NULL && !plan->template);
  gtk_widget_action_set_enabled (widget, "plan.delete", open);
}
