/* The page of the risk register; see the header. Risks stand in the order of their references, and
 * never in that of their scores.
 */

#include "oct-risks-page.h"

#include <glib/gi18n.h>

#include "oct-chart-view.h"
#include "oct-plan-pictures.h"
#include "oct-print.h"
#include "oct-risk-dialogs.h"
#include "oct-risk-query.h"
#include "oct-save.h"
#include "oct-section.h"
#include "oct-workbench-risks.h"

struct _OctRisksPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  GtkLabel *finding;
  OctSection *picture_section;
  OctChartView *picture;
  OctSection *open_section;
  GtkListBox *open;
  OctSection *closed_section;
  GtkListBox *closed;

  /* owned */
  GSignalGroup *workbench_signals;
};

G_DEFINE_FINAL_TYPE (OctRisksPage, oct_risks_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctRisksPage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

/* --- rows --- */

/* "Likely × Major"; "" where it isn't judged. (transfer full) */
static char *
describe_place (gint64 likelihood, gint64 impact)
{
  if (likelihood < 1 || likelihood > 5 || impact < 1 || impact > 5)
    return g_strdup ("");

  /* Translators: how likely and how grave a risk is: "Likely × Major". */
  return g_strdup_printf (_ ("%s × %s"), oct_risk_likelihoods ()[likelihood - 1],
                          oct_risk_impacts ()[impact - 1]);
}

static void
append_part (GString *text, const char *part)
{
  if (*part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static void
append_movement (GString *text, OctPlanBook *book, const OctRisk *risk)
{
  const OctRiskReading *before = oct_risk_find_before (book, risk);
  g_autofree char *place = NULL;
  g_autofree char *day = NULL;
  g_autofree char *moved = NULL;

  if (before == NULL)
    return;
  place = describe_place (before->likelihood, before->impact);
  day = oct_date_to_text (before->on);
  /* Translators: where a risk stood, and the day. */
  moved = g_strdup_printf (_ ("was %s on %s"), place, day);
  append_part (text, moved);
}

static char *
describe_risk (OctRisksPage *self, const OctRisk *risk)
{
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  const OctPerson *owner = oct_assessment_find_person (assessment, risk->owner_id);
  const OctOwnSchool *school = oct_assessment_find_school (assessment, risk->school_id);
  GString *text = g_string_new (NULL);
  g_autofree char *place = describe_place (risk->net_likelihood, risk->net_impact);

  append_part (text, place);
  append_movement (text, oct_workbench_get_plans (get_workbench (self)), risk);
  append_part (text, oct_risk_category_to_text (risk->category));
  append_part (text, school != NULL ? school->name : "");
  append_part (text, owner != NULL ? oct_person_to_text (owner) : _ ("No owner"));
  if (!oct_risk_is_open (risk))
    append_part (text, risk->closed_why);

  return g_string_free (text, FALSE);
}

static void
add_score (AdwActionRow *row, const OctRisk *risk)
{
  guint score = oct_risk_get_score (risk);
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (score == 0)
    return;
  if (oct_risk_is_above_appetite (risk))
    /* Translators: a score, and the highest that is accepted. */
    text = g_strdup_printf (_("%u, above %d"), score, (int) risk->appetite);
  else
    text = g_strdup_printf ("%u", score);
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "numeric");
  if (oct_risk_is_above_appetite (risk))
    gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_tooltip_text (label, _ ("Likelihood × impact, and what is accepted"));
  adw_action_row_add_suffix (row, label);
}

static void
add_row (OctRisksPage *self, const OctRisk *risk)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf ("%s  %s", risk->reference, risk->title);
  g_autofree char *subtitle = describe_risk (self, risk);

  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", subtitle, "activatable", TRUE,
                NULL);
  add_score (ADW_ACTION_ROW (row), risk);
  g_object_set_data_full (G_OBJECT (row), "record", g_strdup (risk->record.id), g_free);
  gtk_list_box_append (oct_risk_is_open (risk) ? self->open : self->closed, row);
}

static guint
show_rows (OctRisksPage *self, OctPlanBook *book)
{
  GPtrArray *risks = oct_plan_book_get_all (book, &oct_risk_kind);
  guint n_open = 0;

  clear_list (self->open);
  clear_list (self->closed);
  for (guint i = 0; i < risks->len; i++)
    {
      const OctRisk *risk = g_ptr_array_index (risks, i);

      n_open += oct_risk_is_open (risk);
      add_row (self, risk);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->open), n_open > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->closed_section), n_open < risks->len);

  return n_open;
}

static void
show_picture (OctRisksPage *self)
{
  OctWorkbench *workbench = get_workbench (self);
  const OctProgressSubject subject = { .book = oct_workbench_get_plans (workbench),
                                       .assessment = oct_workbench_get_assessment (workbench),
                                       .today = oct_date_today () };
  g_autoptr (OctChart) chart = oct_plan_picture_risks (&subject);
  const char *title = oct_chart_get_title (chart);

  gtk_label_set_label (self->finding, title != NULL ? title : _ ("Risks"));
  /* The finding stands above, as the page's own title. */
  oct_chart_set_title (chart, "");
  gtk_widget_set_visible (GTK_WIDGET (self->picture_section), oct_chart_n_data (chart) > 0);
  oct_chart_view_set_chart (self->picture, chart);
}

static void
update (OctRisksPage *self)
{
  OctPlanBook *book = oct_workbench_get_plans (get_workbench (self));
  gboolean ready = oct_workbench_get_assessment (get_workbench (self)) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "risk.add", ready && book != NULL);
  if (!ready || book == NULL)
    {
      oct_page_show_part (self->stack, ready ? "loading" : "empty");
      return;
    }
  if (oct_plan_book_get_all (book, &oct_risk_kind)->len == 0)
    {
      oct_page_show_part (self->stack, "blank");
      return;
    }
  show_rows (self, book);
  show_picture (self);
  oct_page_show_part (self->stack, "ready");
}

/* --- callbacks and actions --- */

static void
open_risk (OctRisksPage *self, const char *id)
{
  const OctRisk *risk = oct_plan_book_find (oct_workbench_get_plans (get_workbench (self)),
                                            &oct_risk_kind, id);

  if (risk != NULL)
    oct_risk_dialog_open (GTK_WIDGET (self), get_workbench (self), risk);
}

static void
row_cb (OctRisksPage *self, GtkListBoxRow *row)
{
  open_risk (self, g_object_get_data (G_OBJECT (row), "record"));
}

static void
activated_cb (OctRisksPage *self, const char *id)
{
  open_risk (self, id);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  oct_risk_dialog_open (widget, get_workbench (OCT_RISKS_PAGE (widget)), NULL);
}

static void
oct_risks_page_export (OctPage *page)
{
  OctChart *chart = oct_chart_view_get_chart (OCT_RISKS_PAGE (page)->picture);

  if (chart != NULL)
    oct_save_chart (GTK_WIDGET (page), chart, oct_page_get_title (page));
}

static void
oct_risks_page_print (OctPage *page)
{
  OctChart *chart = oct_chart_view_get_chart (OCT_RISKS_PAGE (page)->picture);

  if (chart != NULL)
    oct_print_chart (GTK_WIDGET (page), chart, oct_page_get_title (page));
}

/* --- class --- */

static void
oct_risks_page_show (OctPage *page, const char *location)
{
  OctRisksPage *self = OCT_RISKS_PAGE (page);

  oct_page_set_title (page, _ ("Risks"));
  g_signal_group_set_target (self->workbench_signals, get_workbench (self));
  update (self);
}

static void
oct_risks_page_dispose (GObject *object)
{
  OctRisksPage *self = OCT_RISKS_PAGE (object);

  if (self->workbench_signals != NULL)
    g_signal_group_set_target (self->workbench_signals, NULL);
  g_clear_object (&self->workbench_signals);

  G_OBJECT_CLASS (oct_risks_page_parent_class)->dispose (object);
}

static void
oct_risks_page_class_init (OctRisksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OctPageClass *page_class = OCT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_risks_page_dispose;
  page_class->show = oct_risks_page_show;
  page_class->export_ = oct_risks_page_export;
  page_class->print = oct_risks_page_print;

  g_type_ensure (OCT_TYPE_CHART_VIEW);
  g_type_ensure (OCT_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-risks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctRisksPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctRisksPage, finding);
  gtk_widget_class_bind_template_child (widget_class, OctRisksPage, picture_section);
  gtk_widget_class_bind_template_child (widget_class, OctRisksPage, picture);
  gtk_widget_class_bind_template_child (widget_class, OctRisksPage, open_section);
  gtk_widget_class_bind_template_child (widget_class, OctRisksPage, open);
  gtk_widget_class_bind_template_child (widget_class, OctRisksPage, closed_section);
  gtk_widget_class_bind_template_child (widget_class, OctRisksPage, closed);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "risk.add", NULL, add_cb);
}

static void
oct_risks_page_init (OctRisksPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->workbench_signals = g_signal_group_new (OCT_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (self->workbench_signals, "changed", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::plans", G_CALLBACK (update),
                                  self);
}
