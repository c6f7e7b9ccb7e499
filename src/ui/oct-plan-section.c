/* Objectives of open plans for a school or an element; see the header. It follows the book by itself. */

#include "oct-plan-section.h"

#include <glib/gi18n.h>

#include "oct-exception-row.h"
#include "oct-plan-query.h"
#include "oct-section.h"

/* More are behind the button to all plans. */
#define FIRST 12

struct _OctPlanSection
{
  AdwBin parent_instance;

  /* children */
  GtkListBox *list;
  GtkWidget *none;
  GtkWidget *all;
  GtkWidget *begin;

  /* owned */
  GSignalGroup *signals;
  guint32 urn;   /* 0 where it is an element's */
  char *element; /* (nullable): its key */

  const char *school_id; /* (nullable): of the assessment at hand */
};

G_DEFINE_FINAL_TYPE (OctPlanSection, oct_plan_section, ADW_TYPE_BIN)

static gboolean
concerns (OctPlanSection *self, OctPlanBook *book, const OctObjective *objective)
{
  const OctPlan *plan = oct_objective_get_plan (book, objective);

  if (plan == NULL || plan->template || !oct_plan_status_is_open (plan->status)
      || !oct_objective_is_standing (objective))
    return FALSE;
  if (self->element != NULL)
    return g_strcmp0 (objective->element, self->element) == 0;

  return g_strcmp0 (plan->school_id, self->school_id) == 0;
}

/* (transfer container) (element-type OctObjective): in the order of the book, which is that of plans. */
static GPtrArray *
find_objectives (OctPlanSection *self, OctPlanBook *book)
{
  GPtrArray *found = g_ptr_array_new ();
  GPtrArray *plans = self->school_id != NULL
                       ? oct_plan_book_get_by (book, &oct_plan_kind, "school_id", self->school_id)
                       : oct_plan_book_get_all (book, &oct_plan_kind);

  for (guint i = 0; i < plans->len; i++)
    {
      const OctPlan *plan = g_ptr_array_index (plans, i);
      GPtrArray *objectives = oct_plan_book_get_children (book, &oct_objective_kind,
                                                          plan->record.id);

      for (guint k = 0; k < objectives->len; k++)
        if (concerns (self, book, g_ptr_array_index (objectives, k)))
          g_ptr_array_add (found, g_ptr_array_index (objectives, k));
    }

  return found;
}

/* Which plan, how it is rated, whose it is and when it is due. */
static char *
describe (OctAssessment *assessment, const OctPlan *plan, const OctObjective *objective,
          OctRating rating)
{
  GString *text = g_string_new (plan->title);
  const OctPerson *owner = oct_assessment_find_person (assessment, objective->owner_id);

  g_string_append_printf (text, " · %s",
                          rating == OCT_RATING_NONE
                            ? _("Not rated yet")
                            : oct_choice_to_text (oct_ratings, (int) rating));
  g_string_append_printf (text, " · %s",
                          owner != NULL ? oct_person_to_text (owner) : _("Nobody yet"));
  if (objective->due != OCT_DATE_UNKNOWN)
    {
      g_autofree char *day = oct_date_to_text (objective->due);

      g_string_append (text, " · ");
      /* Translators: %s is a day. */
      g_string_append_printf (text, _("due %s"), day);
    }

  return g_string_free (text, FALSE);
}

static void
append_row (OctPlanSection *self, OctPlanBook *book, OctAssessment *assessment,
            const OctObjective *objective)
{
  const OctPlan *plan = oct_objective_get_plan (book, objective);
  GtkWidget *row = oct_exception_row_new ();
  g_autofree char *title = *objective->reference != '\0'
                             ? g_strdup_printf ("%s  %s", objective->reference,
                                                objective->statement)
                             : g_strdup (objective->statement);
  g_autofree char *location = g_strdup_printf ("plan/%s?objective=%s", plan->record.id,
                                               objective->record.id);
  g_autofree char *subtitle = NULL;
  OctStanding standing;
  OctRating rating;

  oct_objective_get_standing (book, objective, &standing);
  rating = oct_standing_get_rating (&standing);
  subtitle = describe (assessment, plan, objective, rating);
  oct_exception_row_set (OCT_EXCEPTION_ROW (row), &rating, title, subtitle);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", location);
  gtk_list_box_append (self->list, row);
}

static void
show_ways (OctPlanSection *self, guint n)
{
  g_autofree char *words = NULL;
  g_autofree char *location = self->school_id != NULL
                                ? g_strdup_printf ("plans?view=list&school=%s", self->school_id)
                                : g_strdup_printf ("plans?view=list&element=%s", self->element);

  /* Translators: how many objectives. */
  words = n > FIRST ? g_strdup_printf (_("Show _all %u"), n) : g_strdup (_("_All plans"));
  gtk_button_set_label (GTK_BUTTON (self->all), words);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->all), "s", location);
  gtk_widget_set_visible (self->all, n > 0);
  gtk_widget_set_visible (self->begin, self->school_id != NULL);
  if (self->school_id != NULL)
    {
      g_autofree char *need = g_strdup_printf ("need/%s", self->school_id);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->begin), "s", need);
    }
}

static void
update (OctPlanSection *self)
{
  g_autoptr (OctWorkbench) workbench = g_signal_group_dup_target (self->signals);
  OctPlanBook *book = workbench != NULL ? oct_workbench_get_plans (workbench) : NULL;
  OctAssessment *assessment = workbench != NULL ? oct_workbench_get_assessment (workbench) : NULL;
  const OctOwnSchool *school = assessment != NULL && self->urn != 0
                                 ? oct_assessment_find_urn (assessment, self->urn)
                                 : NULL;
  gboolean shown = book != NULL && assessment != NULL && (school != NULL || self->element != NULL);
  g_autoptr (GPtrArray) found = NULL;
  GtkWidget *row;

  self->school_id = school != NULL ? school->id : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  if (!shown)
    return;
  found = find_objectives (self, book);
  for (guint i = 0; i < MIN (found->len, FIRST); i++)
    append_row (self, book, assessment, g_ptr_array_index (found, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), found->len > 0);
  gtk_label_set_label (GTK_LABEL (self->none),
                       self->element != NULL
                         ? _("No objective of an open plan serves this element.")
                         : _("There is no open plan with objectives."));
  gtk_widget_set_visible (self->none, found->len == 0);
  show_ways (self, found->len);
}

static void
oct_plan_section_dispose (GObject *object)
{
  OctPlanSection *self = OCT_PLAN_SECTION (object);

  if (self->signals != NULL)
    g_signal_group_set_target (self->signals, NULL);
  g_clear_object (&self->signals);

  G_OBJECT_CLASS (oct_plan_section_parent_class)->dispose (object);
}

static void
oct_plan_section_finalize (GObject *object)
{
  OctPlanSection *self = OCT_PLAN_SECTION (object);

  g_free (self->element);

  G_OBJECT_CLASS (oct_plan_section_parent_class)->finalize (object);
}

static void
oct_plan_section_class_init (OctPlanSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = oct_plan_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = oct_plan_section_finalize;
  g_type_ensure (OCT_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (
    GTK_WIDGET_CLASS (klass), "/io/github/octantapp/Octant/ui/oct-plan-section.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), OctPlanSection, list);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), OctPlanSection, none);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), OctPlanSection, all);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), OctPlanSection, begin);
}

static void
oct_plan_section_init (OctPlanSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (OCT_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::plans", G_CALLBACK (update), self);
}

/**
 * oct_plan_section_load_school:
 * @self: the section
 * @workbench: where the plans are
 * @urn: a school
 *
 * Shows the objectives of the school's open plans, at most twelve and a way to all; hides itself where the
 * school isn't one of the trust's.
 */
void
oct_plan_section_load_school (OctPlanSection *self, OctWorkbench *workbench, guint32 urn)
{
  g_return_if_fail (OCT_IS_PLAN_SECTION (self));

  self->urn = urn;
  g_clear_pointer (&self->element, g_free);
  g_signal_group_set_target (self->signals, workbench);
  update (self);
}

/**
 * oct_plan_section_load_element:
 * @self: the section
 * @workbench: where the plans are
 * @element: an element's key
 *
 * Shows the objectives of any open plan that serve the element, at most twelve and a way to all.
 */
void
oct_plan_section_load_element (OctPlanSection *self, OctWorkbench *workbench, const char *element)
{
  g_return_if_fail (OCT_IS_PLAN_SECTION (self));
  g_return_if_fail (element != NULL);

  self->urn = 0;
  oct_replace (&self->element, element);
  g_signal_group_set_target (self->signals, workbench);
  update (self);
}
