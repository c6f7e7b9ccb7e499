/* What the panel of a plan shows beside an objective: the support for it, and the practices that were
 * proposed from it. Each can be added there, begun with what the plan says.
 */

#include <glib/gi18n.h>

#include "oct-plan-knowledge.h"
#include "oct-plan-panel-parts.h"
#include "oct-section.h"
#include "oct-support-work.h"

#define PARTS "octant-plan-support"

typedef struct
{
  OctSection *practices;
  GtkListBox *support_list;
  GtkListBox *practice_list;
} Parts;

static void
row_cb (GtkListBox *list, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (list), g_object_get_data (G_OBJECT (row), "action"), "s",
                              g_object_get_data (G_OBJECT (row), "target"));
}

static GtkListBox *
make_list (OctSection *section, const char *label, const char *action, const char *name)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "oct-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (row_cb), NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  oct_section_set_suffix (section, button);
  oct_section_set_content (section, list);

  return GTK_LIST_BOX (list);
}

/**
 * oct_plan_support_new:
 *
 * Returns: (transfer floating): support and practices of an objective, to be filled
 */
GtkWidget *
oct_plan_support_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 15);
  GtkWidget *support = oct_section_new (_("Support"));
  GtkWidget *practices = oct_section_new (_("Practice"));
  Parts *parts = g_new0 (Parts, 1);

  parts->practices = OCT_SECTION (practices);
  parts->support_list = make_list (OCT_SECTION (support), _("Add _support…"), "plan.add-support",
                                   _("Support for the objective"));
  parts->practice_list = make_list (parts->practices, _("_Propose…"), "plan.propose-practice",
                                    _("Practices that came of the objective"));
  gtk_box_append (GTK_BOX (box), support);
  gtk_box_append (GTK_BOX (box), practices);
  g_object_set_data_full (G_OBJECT (box), PARTS, parts, g_free);

  return box;
}

static void
clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
append (GtkListBox *list, const char *title, const char *subtitle, const char *action,
        const char *target)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", subtitle, "activatable",
                action != NULL, "focusable", action != NULL, NULL);
  if (action != NULL)
    {
      g_object_set_data (G_OBJECT (row), "action", (gpointer) action);
      g_object_set_data_full (G_OBJECT (row), "target", g_strdup (target), g_free);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  gtk_list_box_append (list, row);
}

/* (transfer full): who gives it, how many days, when. */
static char *
describe (OctAssessment *assessment, const OctSupport *support)
{
  g_autofree char *giver = oct_giver_dup_name (assessment, support->giver, support->giver_school_id,
                                               support->giver_name);
  g_autofree char *days = oct_support_describe_days (support->planned, support->spent);
  g_autofree char *starts = NULL;

  if (support->starts == OCT_DATE_UNKNOWN)
    return g_strdup_printf ("%s · %s", giver, days);
  starts = oct_date_to_text (support->starts);

  /* Translators: who gives support, how many days, and the day from which on. */
  return g_strdup_printf (_("%s · %s · from %s"), giver, days, starts);
}

static void
show_support (Parts *parts, OctAssessment *assessment, OctPlanBook *book,
              const OctObjective *objective)
{
  g_autoptr (GPtrArray) all = oct_objective_get_support (book, objective->record.id);

  clear (parts->support_list);
  for (guint i = 0; i < all->len; i++)
    {
      const OctSupport *support = g_ptr_array_index (all, i);
      g_autofree char *subtitle = describe (assessment, support);

      append (parts->support_list, support->support, subtitle, "plan.open-support",
              support->record.id);
    }
  if (all->len == 0)
    append (parts->support_list, _("None yet"), NULL, NULL, NULL);
}

/* It is asked for where an objective has come to what was aimed at, and can be proposed at any time. */
static void
show_practices (Parts *parts, OctAssessment *assessment, OctPlanBook *book, const OctPlan *plan,
                const OctObjective *objective)
{
  g_autoptr (GPtrArray) all = oct_objective_get_practices (book, objective->record.id);
  g_autoptr (GPtrArray) schools = oct_plan_pick_schools (plan,
                                                         oct_assessment_get_schools (assessment));
  const OctPlanReader reader = { .book = book,
                                 .people = oct_assessment_get_people (assessment),
                                 .schools = schools,
                                 .today = oct_date_today () };
  gboolean asked = all->len == 0 && oct_objective_has_succeeded (&reader, objective);

  clear (parts->practice_list);
  for (guint i = 0; i < all->len; i++)
    {
      const OctPractice *practice = g_ptr_array_index (all, i);
      g_autofree char *location = g_strdup_printf ("practice/%s", practice->record.id);

      append (parts->practice_list, practice->title, _("Proposed from this objective"), "win.go",
              location);
    }
  if (all->len == 0)
    append (parts->practice_list,
            asked ? _("This worked: write it down, so that other schools can do it too.")
                  : _("Nothing was proposed from this objective yet"),
            asked ? NULL : _("Any time; best once it has worked."), NULL, NULL);
}

/**
 * oct_plan_support_update:
 * @widget: what oct_plan_support_new() made
 * @work: a plan
 * @objective: an objective of it
 */
void
oct_plan_support_update (GtkWidget *widget, OctPlanWork *work, const OctObjective *objective)
{
  OctWorkbench *workbench = oct_plan_work_get_workbench (work);
  OctAssessment *assessment = oct_workbench_get_assessment (workbench);
  OctPlanBook *book = oct_workbench_get_plans (workbench);
  const OctPlan *plan = oct_plan_work_get_plan (work);
  gboolean there = assessment != NULL && book != NULL && plan != NULL && !plan->template;
  Parts *parts = g_object_get_data (G_OBJECT (widget), PARTS);

  gtk_widget_set_visible (widget, there);
  if (!there)
    return;
  show_support (parts, assessment, book, objective);
  show_practices (parts, assessment, book, plan, objective);
}
