/* The page of visits; see the header.
 *
 * Location: "visits"; "visits?brief=ID" is the brief for the next visit to a school, which is printed
 * or saved in one click, as one page. Rows lead to the last visit, and have a button that writes up a
 * new one.
 */

#include "oct-visits-page.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-judge-blank.h"
#include "oct-location.h"
#include "oct-paper-view.h"
#include "oct-print.h"
#include "oct-save.h"
#include "oct-text.h"
#include "oct-visit-brief.h"
#include "oct-visit-edits.h"
#include "oct-wrap-box.h"

struct _OctVisitsPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  OctJudgeBlank *blank;
  GtkWidget *coming_heading;
  GtkListBox *coming;
  GtkListBox *schools;
  OctPaperView *paper;

  /* owned */
  char *brief; /* (nullable): the school whose brief is shown */
};

G_DEFINE_FINAL_TYPE (OctVisitsPage, oct_visits_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctVisitsPage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

static GtkWidget *
new_button (const char *label, const char *tooltip, char *location)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", location);
  g_free (location);

  return button;
}

static void
add_row (GtkListBox *list, const OctOwnSchool *school, const char *subtitle, const char *location)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title", school->name, "subtitle", subtitle, NULL);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  if (location != NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", location);
    }
  adw_action_row_add_suffix (
    ADW_ACTION_ROW (row),
    new_button (_("Brief"), _("What to know before the next visit, on a page to print"),
                g_strdup_printf ("visits?brief=%s", school->id)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             new_button (_("Write up"), _("Write up a visit of today"),
                                         g_strdup_printf ("visit?school=%s", school->id)));
  gtk_list_box_append (list, row);
}

static void
clear (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

/* --- what is to come --- */

typedef struct
{
  const OctOwnSchool *school;
  const OctVisit *visit;
  OctDate on;
  const char *focus;
} Coming;

static int
compare_coming (gconstpointer a, gconstpointer b)
{
  const Coming *one = a;
  const Coming *other = b;

  return one->on != other->on ? (one->on < other->on ? -1 : 1)
                              : g_utf8_collate (one->school->name, other->school->name);
}

/* What the last visit set as the next, unless there was one since, and visits of days to come. */
static void
collect (GArray *coming, OctPlanBook *book, const OctOwnSchool *school, OctDate today)
{
  GPtrArray *visits = oct_plan_book_get_children (book, &oct_visit_kind, school->id);

  for (guint i = 0; i < visits->len; i++)
    {
      const OctVisit *visit = g_ptr_array_index (visits, i);
      gboolean last = i + 1 == visits->len;

      if (visit->on > today)
        g_array_append_val (coming, ((Coming) { school, visit, visit->on, visit->focus }));
      if (last && visit->next_on >= today)
        g_array_append_val (coming,
                            ((Coming) { school, visit, visit->next_on, visit->next_focus }));
    }
}

static void
show_coming (OctVisitsPage *self, OctPlanBook *book, GPtrArray *schools)
{
  g_autoptr (GArray) coming = g_array_new (FALSE, FALSE, sizeof (Coming));
  OctDate today = oct_date_today ();

  for (guint i = 0; i < schools->len; i++)
    collect (coming, book, g_ptr_array_index (schools, i), today);
  g_array_sort (coming, compare_coming);
  clear (self->coming);
  for (guint i = 0; i < coming->len; i++)
    {
      const Coming *next = &g_array_index (coming, Coming, i);
      g_autofree char *day = oct_text_date (next->on);
      g_autofree char *text = next->focus[0] != '\0' ? g_strdup_printf ("%s · %s", day, next->focus)
                                                     : g_strdup (day);
      g_autofree char *location = g_strdup_printf ("visit/%s", next->visit->record.id);

      add_row (self->coming, next->school, text, location);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->coming), coming->len > 0);
  gtk_widget_set_visible (self->coming_heading, coming->len > 0);
}

static void
show_schools (OctVisitsPage *self, OctPlanBook *book, GPtrArray *schools)
{
  OctDate today = oct_date_today ();

  clear (self->schools);
  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);
      const OctVisit *last = oct_school_get_last_visit (book, school->id, today);
      g_autofree char *day = last != NULL ? oct_text_date (last->on) : NULL;
      g_autofree char *location = last != NULL ? g_strdup_printf ("visit/%s", last->record.id)
                                               : NULL;
      g_autofree char *text = NULL;

      if (last == NULL)
        text = g_strdup (_("No visit written up yet"));
      else if (last->focus[0] != '\0')
        /* Translators: a day, and what the visit looked at. */
        text = g_strdup_printf (_("Visited on %s · %s"), day, last->focus);
      else
        text = g_strdup_printf (_("Visited on %s"), day);
      add_row (self->schools, school, text, location);
    }
}

static void
show_brief (OctVisitsPage *self, OctAssessment *assessment, OctPlanBook *book)
{
  g_autoptr (GPtrArray) paper = oct_school_to_brief (assessment, book, self->brief,
                                                     oct_date_today ());

  oct_paper_view_set_paper (self->paper, paper);
  oct_page_show_part (self->stack, "brief");
}

static void
refresh (OctVisitsPage *self)
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
  if (self->brief != NULL && oct_assessment_find_school (assessment, self->brief) != NULL)
    {
      show_brief (self, assessment, book);
      return;
    }
  if (oct_assessment_get_schools (assessment)->len == 0)
    {
      oct_judge_blank_say (self->blank, _("No schools yet"),
                           _("Visits are written up by school. Add the trust’s schools first."),
                           _("_Go to Our trust"), "our-trust");
      oct_page_show_part (self->stack, "blank");
      return;
    }
  show_coming (self, book, oct_assessment_get_schools (assessment));
  show_schools (self, book, oct_assessment_get_schools (assessment));
  oct_page_show_part (self->stack, "list");
}

/* (nullable): the brief that is shown, as it is printed. */
static OctDocument *
make_brief (OctVisitsPage *self)
{
  OctWorkbench *workbench = get_workbench (self);

  if (self->brief == NULL || oct_workbench_get_plans (workbench) == NULL)
    return NULL;

  return oct_visit_brief_new (oct_workbench_get_assessment (workbench),
                              oct_workbench_get_plans (workbench), self->brief, oct_date_today ());
}

static void
print_brief (OctVisitsPage *self)
{
  OctDocument *document = make_brief (self);
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (document == NULL)
    return;
  operation = oct_print_new_document (document);
  oct_print_run (GTK_WIDGET (self), operation);
}

static gboolean
save (const char *path, gpointer data, GError **error)
{
  return oct_document_write_pdf (data, path, error);
}

static void
save_brief (OctVisitsPage *self)
{
  static const OctSaveKind kinds[] = { { N_("PDF document"), "*.pdf" }, { NULL } };
  OctDocument *document = make_brief (self);
  g_autofree char *name = NULL;

  if (document == NULL)
    return;
  name = oct_save_file_name (oct_document_get_title (document), "pdf");
  oct_save_ask (GTK_WIDGET (self), _("Save the brief"), name, kinds, save, document,
                (GDestroyNotify) oct_document_free);
}

static void
oct_visits_page_print (OctPage *page)
{
  OctVisitsPage *self = OCT_VISITS_PAGE (page);

  if (self->brief != NULL)
    print_brief (self);
  else
    gtk_widget_activate_action (GTK_WIDGET (page), "win.toast", "s",
                                _("Open the brief of a school to print it."));
}

static void
oct_visits_page_export (OctPage *page)
{
  OctVisitsPage *self = OCT_VISITS_PAGE (page);

  if (self->brief != NULL)
    save_brief (self);
  else
    gtk_widget_activate_action (GTK_WIDGET (page), "win.toast", "s",
                                _("Open the brief of a school to save it."));
}

static void
oct_visits_page_show (OctPage *page, const char *location)
{
  OctVisitsPage *self = OCT_VISITS_PAGE (page);
  g_autoptr (GHashTable) values = oct_location_parse_query (location);

  g_free (self->brief);
  self->brief = g_strdup (g_hash_table_lookup (values, "brief"));
  oct_page_set_title (page, self->brief != NULL ? _("Brief for a visit") : _("Visits"));
  refresh (self);
}

static void
oct_visits_page_constructed (GObject *object)
{
  OctVisitsPage *self = OCT_VISITS_PAGE (object);
  OctWorkbench *workbench = get_workbench (self);

  G_OBJECT_CLASS (oct_visits_page_parent_class)->constructed (object);
  g_signal_connect_object (workbench, "notify::plans", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "notify::loading", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
}

static void
oct_visits_page_finalize (GObject *object)
{
  g_free (OCT_VISITS_PAGE (object)->brief);
  G_OBJECT_CLASS (oct_visits_page_parent_class)->finalize (object);
}

static void
oct_visits_page_class_init (OctVisitsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = oct_visits_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = oct_visits_page_finalize;
  OCT_PAGE_CLASS (klass)->show = oct_visits_page_show;
  OCT_PAGE_CLASS (klass)->print = oct_visits_page_print;
  OCT_PAGE_CLASS (klass)->export_ = oct_visits_page_export;

  g_type_ensure (OCT_TYPE_JUDGE_BLANK);
  g_type_ensure (OCT_TYPE_PAPER_VIEW);
  g_type_ensure (OCT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-visits-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctVisitsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctVisitsPage, blank);
  gtk_widget_class_bind_template_child (widget_class, OctVisitsPage, coming_heading);
  gtk_widget_class_bind_template_child (widget_class, OctVisitsPage, coming);
  gtk_widget_class_bind_template_child (widget_class, OctVisitsPage, schools);
  gtk_widget_class_bind_template_child (widget_class, OctVisitsPage, paper);
  gtk_widget_class_bind_template_callback (widget_class, print_brief);
  gtk_widget_class_bind_template_callback (widget_class, save_brief);
}

static void
oct_visits_page_init (OctVisitsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  oct_page_set_title (OCT_PAGE (self), _("Visits"));
  oct_accessible_follow (GTK_WIDGET (self));
}
