/* The page of concerns; see the header. Schools stand in the order of their names. */

#include "oct-concerns-page.h"

#include <glib/gi18n.h>

#include "oct-rating-pip.h"
#include "oct-risk-dialogs.h"
#include "oct-risk-query.h"
#include "oct-section.h"
#include "oct-workbench-risks.h"

struct _OctConcernsPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  GtkLabel *finding;
  OctSection *open_section;
  GtkListBox *open;
  OctSection *resolved_section;
  GtkListBox *resolved;

  /* owned */
  GSignalGroup *workbench_signals;
};

G_DEFINE_FINAL_TYPE (OctConcernsPage, oct_concerns_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctConcernsPage *self)
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

static const char *
school_name (OctConcernsPage *self, const OctConcern *concern)
{
  const OctOwnSchool *school = oct_assessment_find_school (
    oct_workbench_get_assessment (get_workbench (self)), concern->school_id);

  return school != NULL ? school->name : _ ("A school that left");
}

static int
compare_concerns (gconstpointer first, gconstpointer second, gpointer data)
{
  const OctConcern *a = *(OctConcern *const *) first;
  const OctConcern *b = *(OctConcern *const *) second;
  int result = g_utf8_collate (school_name (data, a), school_name (data, b));

  if (result != 0)
    return result;

  return (a->raised_on > b->raised_on) - (a->raised_on < b->raised_on);
}

static char *
describe_concern (const OctConcern *concern)
{
  g_autofree char *raised = oct_date_to_text (concern->raised_on);
  g_autofree char *ended = concern->resolved_on != OCT_DATE_UNKNOWN
                             ? oct_date_to_text (concern->resolved_on)
                             : NULL;
  g_autofree char *next = concern->next_on != OCT_DATE_UNKNOWN ? oct_date_to_text (concern->next_on)
                                                               : NULL;
  const char *travel = oct_choice_to_text (oct_directions, (int) concern->direction);

  if (ended != NULL)
    /* Translators: two days, and how a concern was resolved. */
    return g_strdup_printf (_ ("Raised %s, resolved %s: %s"), raised, ended, concern->resolution);
  if (next != NULL && *concern->next_steps != '\0')
    /* Translators: when a concern was raised, its direction of travel, what is done, and when it is
     * looked at again. */
    return g_strdup_printf (_ ("Since %s · %s · Next: %s · Looked at again %s"), raised,
                            *travel != '\0' ? travel : _ ("Direction not said"),
                            concern->next_steps, next);
  if (*concern->next_steps != '\0')
    return g_strdup_printf (_ ("Since %s · Next: %s"), raised, concern->next_steps);

  /* Translators: a day. */
  return g_strdup_printf (_ ("Since %s · No next step yet"), raised);
}

static void
add_row (OctConcernsPage *self, const OctConcern *concern)
{
  static const OctRatingMark marks[] = { OCT_RATING_MARK_NONE, OCT_RATING_MARK_RED,
                                         OCT_RATING_MARK_AMBER, OCT_RATING_MARK_GREEN };
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *pip = oct_rating_pip_new ();
  g_autofree char *title = NULL;
  g_autofree char *subtitle = describe_concern (concern);

  /* Translators: a school, and a concern about it. */
  title = g_strdup_printf (_ ("%s: %s"), school_name (self, concern), concern->summary);
  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", subtitle, "activatable", TRUE,
                NULL);
  oct_rating_pip_set (OCT_RATING_PIP (pip), marks[concern->rating]);
  gtk_widget_set_valign (pip, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), pip);
  g_object_set_data_full (G_OBJECT (row), "record", g_strdup (concern->record.id), g_free);
  gtk_list_box_append (oct_concern_is_open (concern) ? self->open : self->resolved, row);
}

static void
say_finding (OctConcernsPage *self, guint n_open, guint n_schools)
{
  g_autofree char *schools = g_strdup_printf (ngettext ("%u school", "%u schools", n_schools),
                                              n_schools);
  g_autofree char *text = NULL;

  if (n_open == 0)
    text = g_strdup (_ ("No concern is open"));
  else
    /* Translators: %s is a number of schools. */
    text = g_strdup_printf (ngettext ("%u open concern, about %s", "%u open concerns, about %s",
                                      n_open),
                            n_open, schools);
  gtk_label_set_label (self->finding, text);
}

static void
show_rows (OctConcernsPage *self, OctPlanBook *book)
{
  GPtrArray *all = oct_plan_book_get_all (book, &oct_concern_kind);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GHashTable) schools = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_open = 0;

  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (all, i));
  g_ptr_array_sort_with_data (sorted, compare_concerns, self);
  clear_list (self->open);
  clear_list (self->resolved);
  for (guint i = 0; i < sorted->len; i++)
    {
      const OctConcern *concern = g_ptr_array_index (sorted, i);

      add_row (self, concern);
      if (!oct_concern_is_open (concern))
        continue;
      n_open++;
      g_hash_table_add (schools, concern->school_id);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->open), n_open > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->resolved_section), n_open < sorted->len);
  say_finding (self, n_open, g_hash_table_size (schools));
}

static void
update (OctConcernsPage *self)
{
  OctPlanBook *book = oct_workbench_get_plans (get_workbench (self));
  gboolean ready = oct_workbench_get_assessment (get_workbench (self)) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "concern.add", ready && book != NULL);
  if (!ready || book == NULL)
    {
      oct_page_show_part (self->stack, ready ? "loading" : "empty");
      return;
    }
  if (oct_plan_book_get_all (book, &oct_concern_kind)->len == 0)
    {
      oct_page_show_part (self->stack, "blank");
      return;
    }
  show_rows (self, book);
  oct_page_show_part (self->stack, "ready");
}

/* --- callbacks and actions --- */

static void
row_cb (OctConcernsPage *self, GtkListBoxRow *row)
{
  const OctConcern *concern = oct_plan_book_find (oct_workbench_get_plans (get_workbench (self)),
                                                  &oct_concern_kind,
                                                  g_object_get_data (G_OBJECT (row), "record"));

  if (concern != NULL)
    oct_concern_dialog_open (GTK_WIDGET (self), get_workbench (self), concern);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  oct_concern_dialog_open (widget, get_workbench (OCT_CONCERNS_PAGE (widget)), NULL);
}

/* --- class --- */

static void
oct_concerns_page_show (OctPage *page, const char *location)
{
  OctConcernsPage *self = OCT_CONCERNS_PAGE (page);

  oct_page_set_title (page, _ ("Concerns"));
  g_signal_group_set_target (self->workbench_signals, get_workbench (self));
  update (self);
}

static void
oct_concerns_page_dispose (GObject *object)
{
  OctConcernsPage *self = OCT_CONCERNS_PAGE (object);

  if (self->workbench_signals != NULL)
    g_signal_group_set_target (self->workbench_signals, NULL);
  g_clear_object (&self->workbench_signals);

  G_OBJECT_CLASS (oct_concerns_page_parent_class)->dispose (object);
}

static void
oct_concerns_page_class_init (OctConcernsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_concerns_page_dispose;
  OCT_PAGE_CLASS (klass)->show = oct_concerns_page_show;

  g_type_ensure (OCT_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-concerns-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctConcernsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctConcernsPage, finding);
  gtk_widget_class_bind_template_child (widget_class, OctConcernsPage, open_section);
  gtk_widget_class_bind_template_child (widget_class, OctConcernsPage, open);
  gtk_widget_class_bind_template_child (widget_class, OctConcernsPage, resolved_section);
  gtk_widget_class_bind_template_child (widget_class, OctConcernsPage, resolved);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
  gtk_widget_class_install_action (widget_class, "concern.add", NULL, add_cb);
}

static void
oct_concerns_page_init (OctConcernsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->workbench_signals = g_signal_group_new (OCT_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (self->workbench_signals, "changed", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::plans", G_CALLBACK (update),
                                  self);
}
