/* Something that waits for a person, as a row; see the header.
 *
 * C completes an action or meets a milestone, and I begins an action, from the row that has the
 * focus; each has a button or a menu as well. What a re-check found is chosen from three.
 */

#include "oct-duty-row.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-text.h"

struct _OctDutyRow
{
  AdwActionRow parent_instance;

  GtkWidget *learnt; /* of a re-check: what was learnt */

  OctRecord *record;
  OctDutyKind kind;
  OctDue due;
};

enum
{
  STATUS,
  OUTCOME,
  SCHEDULE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctDutyRow, oct_duty_row, ADW_TYPE_ACTION_ROW)

static gboolean
set_status (OctDutyRow *self, gboolean complete)
{
  if (self->kind == OCT_DUTY_ACTION)
    g_signal_emit (self, signals[STATUS], 0,
                   complete ? (int) OCT_ACTION_COMPLETE : (int) OCT_ACTION_IN_PROGRESS);
  else if (self->kind == OCT_DUTY_MILESTONE && complete)
    g_signal_emit (self, signals[STATUS], 0, (int) OCT_MILESTONE_MET);
  else
    return FALSE;

  return TRUE;
}

static gboolean
complete_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return set_status (OCT_DUTY_ROW (widget), TRUE);
}

static gboolean
begin_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return set_status (OCT_DUTY_ROW (widget), FALSE);
}

static void
complete_cb (OctDutyRow *self)
{
  set_status (self, TRUE);
}

static void
schedule_cb (OctDutyRow *self)
{
  g_signal_emit (self, signals[SCHEDULE], 0);
}

static void
outcome_cb (OctDutyRow *self, GtkButton *button)
{
  int outcome = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "outcome"));

  g_signal_emit (self, signals[OUTCOME], 0, outcome,
                 gtk_editable_get_text (GTK_EDITABLE (self->learnt)));
}

static void
oct_duty_row_finalize (GObject *object)
{
  g_clear_pointer (&OCT_DUTY_ROW (object)->record, oct_record_unref);
  G_OBJECT_CLASS (oct_duty_row_parent_class)->finalize (object);
}

static void
oct_duty_row_class_init (OctDutyRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_duty_row_finalize;
  signals[STATUS] = g_signal_new ("status", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[OUTCOME] = g_signal_new ("outcome", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  signals[SCHEDULE] = g_signal_new ("schedule", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, 0, complete_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_i, 0, begin_key_cb, NULL);
}

static void
oct_duty_row_init (OctDutyRow *self)
{
  g_object_set (self, "use-markup", FALSE, "activatable", TRUE, NULL);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 2);
}

static GtkWidget *
add_button (OctDutyRow *self, const char *label, const char *tooltip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_swapped (button, "clicked", callback, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);

  return button;
}

static void
add_outcomes (OctDutyRow *self)
{
  GtkWidget *menu = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->learnt = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->learnt), _("What was learnt"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->learnt), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What was learnt"), -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->learnt), 28);
  gtk_box_append (GTK_BOX (box), self->learnt);
  for (int i = OCT_OUTCOME_HELD; i <= OCT_OUTCOME_SLIPPED; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (oct_choice_to_text (oct_outcomes, i));

      g_object_set_data (G_OBJECT (button), "outcome", GINT_TO_POINTER (i));
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (gtk_popover_popdown), popover);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (outcome_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (menu), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (menu), _("Record"));
  gtk_widget_set_valign (menu, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), menu);
}

static void
add_controls (OctDutyRow *self)
{
  switch (self->kind)
    {
    case OCT_DUTY_ACTION:
      add_button (self, _("Complete"), _("The action is complete (C); I: in progress"),
                  G_CALLBACK (complete_cb));
      break;
    case OCT_DUTY_MILESTONE:
      add_button (self, _("Met"), _("The milestone is met (C)"), G_CALLBACK (complete_cb));
      break;
    case OCT_DUTY_RECHECK:
      add_outcomes (self);
      break;
    case OCT_DUTY_SUPPORT_ENDED:
      add_button (self, _("Schedule"), _("Look again after one term and after three"),
                  G_CALLBACK (schedule_cb));
      break;
    case OCT_DUTY_OBJECTIVE:
    case OCT_DUTY_REVIEW:
    case OCT_DUTY_VISIT:
    case OCT_DUTY_CONCERN:
      break;
    }
}

static char *
dup_subtitle (const OctDuty *duty, const char *where, OctDate today)
{
  const char *kind = oct_duty_kind_to_text (duty->kind);
  g_autofree char *day = oct_text_date (duty->due);
  g_autofree char *what = where != NULL ? g_strdup_printf ("%s · %s", kind, where)
                                        : g_strdup (kind);

  switch (oct_duty_get_due (duty, today))
    {
    case OCT_DUE_OVERDUE:
      /* Translators: what and where, and the day it was due. */
      return g_strdup_printf (_("%s · was due %s"), what, day);
    case OCT_DUE_SOON:
      return g_strdup_printf (_("%s · due %s"), what, day);
    case OCT_DUE_WAITING:
      break;
    }

  return g_steal_pointer (&what);
}

/**
 * oct_duty_row_new:
 * @duty: what waits
 * @where: (nullable): the school
 * @today: the day it is
 *
 * Returns: (transfer floating): its row, which leads to where it is done
 */
GtkWidget *
oct_duty_row_new (const OctDuty *duty, const char *where, OctDate today)
{
  OctDutyRow *self = g_object_new (OCT_TYPE_DUTY_ROW, NULL);
  g_autofree char *subtitle = dup_subtitle (duty, where, today);

  self->record = oct_record_ref ((gpointer) duty->record);
  self->kind = duty->kind;
  self->due = oct_duty_get_due (duty, today);
  g_object_set (self, "title", duty->text, "subtitle", subtitle, NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", duty->location);
  add_controls (self);

  return GTK_WIDGET (self);
}

/**
 * oct_duty_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none): what it is about
 */
const OctRecord *
oct_duty_row_get_record (OctDutyRow *self)
{
  g_return_val_if_fail (OCT_IS_DUTY_ROW (self), NULL);

  return self->record;
}

/**
 * oct_duty_row_get_due:
 * @self: a row
 *
 * Returns: whether it is overdue, soon due, or waits
 */
OctDue
oct_duty_row_get_due (OctDutyRow *self)
{
  g_return_val_if_fail (OCT_IS_DUTY_ROW (self), OCT_DUE_WAITING);

  return self->due;
}
