/* Did support last? See the header.
 *
 * What is due comes first, then what comes, then support that ended without anybody having said when
 * to look again, then what was found, the last first. Each leads to the objective in its plan, where
 * what to look at stands; what was found is recorded in the row, with what was learnt.
 */

#include "oct-recheck-list.h"

#include <glib/gi18n.h>

#include "oct-duty-row.h"
#include "oct-plan-query.h"
#include "oct-section.h"
#include "oct-support-work.h"
#include "oct-text.h"
#include "oct-workbench-knowledge.h"

struct _OctRecheckList
{
  AdwBin parent_instance;

  /* borrowed */
  GtkListBox *list;
  OctWorkbench *workbench; /* (nullable): the session keeps it */

  char *shown; /* what the rows say, to know whether they still do */
};

G_DEFINE_FINAL_TYPE (OctRecheckList, oct_recheck_list, ADW_TYPE_BIN)

static OctPlanBook *
get_book (OctRecheckList *self)
{
  return oct_workbench_get_plans (self->workbench);
}

/* --- what a person does with a row --- */

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctRecheckList) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
outcome_cb (OctRecheckList *self, int outcome, const char *learnt, OctDutyRow *row)
{
  oct_workbench_answer_recheck_async (self->workbench,
                                      (const OctRecheck *) oct_duty_row_get_record (row),
                                      (OctOutcome) outcome, learnt, "support", kept_cb,
                                      g_object_ref (self));
}

static void
schedule_cb (OctRecheckList *self, OctDutyRow *row)
{
  oct_workbench_schedule_rechecks_async (self->workbench,
                                         (const OctSupport *) oct_duty_row_get_record (row),
                                         "support", kept_cb, g_object_ref (self));
}

/* --- rows --- */

static const char *
name_school (OctRecheckList *self, const OctSupport *support)
{
  return oct_support_school_name (oct_workbench_get_assessment (self->workbench),
                                  support->school_id);
}

/* (transfer full): the objective in its plan, else what the school is supported with. */
static char *
dup_location (OctRecheckList *self, const OctSupport *support)
{
  const OctObjective *objective = oct_plan_book_find (get_book (self), &oct_objective_kind,
                                                      support->objective_id);

  if (objective == NULL)
    return g_strdup ("support");

  return g_strdup_printf ("plan/%s?objective=%s", objective->plan_id, objective->record.id);
}

/* (transfer full): "Oak Primary · after one term". */
static char *
dup_where (OctRecheckList *self, const OctRecheckLine *line)
{
  const char *school = name_school (self, line->support);

  if (line->recheck == NULL)
    {
      g_autofree char *day = oct_text_date (line->support->ends);

      /* Translators: a school, and a day. */
      return g_strdup_printf (_("%s · ended %s"), school, day);
    }

  return g_strdup_printf (
    /* Translators: a school, and a number of terms since support ended. */
    ngettext ("%s · after %d term", "%s · after %d terms", (gulong) line->recheck->terms), school,
    (int) line->recheck->terms);
}

static GtkWidget *
make_duty_row (OctRecheckList *self, const OctRecheckLine *line)
{
  gconstpointer record = line->recheck != NULL ? (gconstpointer) line->recheck
                                               : (gconstpointer) line->support;
  g_autofree char *location = dup_location (self, line->support);
  g_autofree char *where = dup_where (self, line);
  const OctDuty duty = { .kind = line->recheck != NULL ? OCT_DUTY_RECHECK : OCT_DUTY_SUPPORT_ENDED,
                         .record = record,
                         .text = line->support->support,
                         .school_id = line->support->school_id,
                         .due = line->recheck != NULL ? line->recheck->due : OCT_DATE_UNKNOWN,
                         .location = location };
  GtkWidget *row = oct_duty_row_new (&duty, where, oct_date_today ());

  /* Its day stands at the end, also in a narrow window. */
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  g_signal_connect_swapped (row, "outcome", G_CALLBACK (outcome_cb), self);
  g_signal_connect_swapped (row, "schedule", G_CALLBACK (schedule_cb), self);

  return row;
}

/* What was found, when, and what was learnt. */
static GtkWidget *
make_found_row (OctRecheckList *self, const OctRecheckLine *line)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *tag = gtk_label_new (oct_choice_to_text (oct_outcomes, (int) line->recheck->outcome));
  g_autofree char *location = dup_location (self, line->support);
  g_autofree char *where = dup_where (self, line);
  g_autofree char *day = oct_text_date (line->recheck->done_on);
  /* Translators: a school, after how many terms, and the day it was looked at. */
  g_autofree char *when = g_strdup_printf (_("%s · looked at on %s"), where, day);
  g_autofree char *subtitle = *line->recheck->note != '\0'
                                ? g_strdup_printf ("%s\n%s", when, line->recheck->note)
                                : g_strdup (when);

  g_object_set (row, "use-markup", FALSE, "title", line->support->support, "subtitle", subtitle,
                "title-lines", 3, "activatable", TRUE, NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", location);
  gtk_widget_add_css_class (tag, "oct-tag");
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);

  return row;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *above, gpointer user_data)
{
  static const char *const headings[] = { N_("Due"), N_("Coming"),
                                          N_("Ended, and nothing scheduled"), N_("Found") };
  int state = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "state"));
  GtkWidget *header;

  if (above != NULL && GPOINTER_TO_INT (g_object_get_data (G_OBJECT (above), "state")) == state)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  header = gtk_label_new (_(headings[state]));
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_add_css_class (header, "oct-list-heading");
  gtk_list_box_row_set_header (row, header);
}

/* (transfer full): everything that the rows show. */
static char *
sum_up (OctRecheckList *self, GPtrArray *lines)
{
  GString *sum = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const OctRecheckLine *line = g_ptr_array_index (lines, i);
      const OctRecheck *recheck = line->recheck;

      g_string_append_printf (
        sum, "%d\n%s\n%s\n%s\n%s\n%d\n", (int) line->state, line->support->record.id,
        line->support->support, name_school (self, line->support),
        line->support->objective_id != NULL ? line->support->objective_id : "",
        (int) line->support->ends);
      if (recheck != NULL)
        g_string_append_printf (sum, "%s\n%d\n%d\n%d\n%d\n%s\n", recheck->record.id,
                                (int) recheck->terms, (int) recheck->due, (int) recheck->done_on,
                                (int) recheck->outcome, recheck->note);
    }

  return g_string_free (sum, FALSE);
}

static void
show_lines (OctRecheckList *self, GPtrArray *lines)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  int index = focus != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
  GtkWidget *child;
  GtkListBoxRow *row;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < lines->len; i++)
    {
      const OctRecheckLine *line = g_ptr_array_index (lines, i);
      GtkWidget *made = line->state == OCT_RECHECK_FOUND ? make_found_row (self, line)
                                                         : make_duty_row (self, line);

      g_object_set_data (G_OBJECT (made), "state", GINT_TO_POINTER (line->state));
      gtk_list_box_append (self->list, made);
    }
  /* What was answered moves down: the focus goes to what took its place. */
  row = index >= 0 ? gtk_list_box_get_row_at_index (self->list, MIN (index, (int) lines->len - 1))
                   : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
oct_recheck_list_dispose (GObject *object)
{
  OctRecheckList *self = OCT_RECHECK_LIST (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (oct_recheck_list_parent_class)->dispose (object);
}

static void
oct_recheck_list_class_init (OctRecheckListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = oct_recheck_list_dispose;
}

static void
oct_recheck_list_init (OctRecheckList *self)
{
  GtkWidget *section = oct_section_new (_("Did it last?"));
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  gtk_widget_add_css_class (list, "oct-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What support is looked at again"), -1);
  oct_section_set_description (OCT_SECTION (section),
                               _("Support is looked at again one term and three terms after it "
                                 "ended. A line leads to the objective in its plan."));
  oct_section_set_content (OCT_SECTION (section), list);
  adw_bin_set_child (ADW_BIN (self), section);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * oct_recheck_list_update:
 * @self: the list
 * @workbench: a workbench whose plans are read
 */
void
oct_recheck_list_update (OctRecheckList *self, OctWorkbench *workbench)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *sum = NULL;

  g_return_if_fail (OCT_IS_RECHECK_LIST (self));

  self->workbench = workbench;
  lines = oct_rechecks_collect (get_book (self), oct_date_today ());
  gtk_widget_set_visible (GTK_WIDGET (self), lines->len > 0);
  sum = sum_up (self, lines);
  /* What is being typed into a row stays while the rows say the same. */
  if (g_strcmp0 (sum, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&sum);
  show_lines (self, lines);
}
