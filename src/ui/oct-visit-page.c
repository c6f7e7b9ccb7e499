/* The page on which a visit is written up; see the header.
 *
 * Location: "visit/ID"; "visit?school=ID" goes on with today's visit to a school or begins one. The
 * focus goes to what was seen. Points are typed line by line; each proposes something, which one key
 * confirms. A visit that was begun is kept with its first word, and not before.
 */

#include "oct-visit-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "oct-accessible.h"
#include "oct-columns.h"
#include "oct-day-picker.h"
#include "oct-judge-blank.h"
#include "oct-judge-text.h"
#include "oct-location.h"
#include "oct-person-picker.h"
#include "oct-text.h"
#include "oct-visit-point-row.h"
#include "oct-visit-work.h"

struct _OctVisitPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  OctJudgeBlank *blank;
  GtkLabel *school_label;
  OctDayPicker *day;
  OctPersonPicker *visitor;
  GtkSpinButton *days;
  OctJudgeText *people;
  OctJudgeText *focus;
  OctJudgeText *seen;
  GtkListBox *points;
  GtkDropDown *kind;
  GtkEntry *adder;
  OctDayPicker *next_day;
  OctJudgeText *next_focus;

  /* owned */
  OctVisit *visit;     /* (nullable): as it is shown */
  char *wanted_school; /* (nullable): whose visit is to begin */

  guint n_on_the_way;
  gboolean updating;
  gboolean was_kept; /* it has been in the book, and is gone where it isn't any more */
};

G_DEFINE_FINAL_TYPE (OctVisitPage, oct_visit_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctVisitPage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

static OctPlanBook *
get_book (OctVisitPage *self)
{
  return oct_workbench_get_plans (get_workbench (self));
}

static void refresh (OctVisitPage *self);

static void
say (OctVisitPage *self, const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", message);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctVisitPage) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_on_the_way--;
  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    say (self, error->message);
  refresh (self);
}

/* --- the visit --- */

static void
put (OctVisitPage *self, OctVisit *visit, const char *merge)
{
  if (oct_record_equal (visit, self->visit))
    {
      oct_record_unref (visit);
      return;
    }
  oct_record_unref (self->visit);
  self->visit = oct_record_ref (visit);
  self->n_on_the_way++;
  oct_visit_put_async (get_workbench (self), visit, merge, kept_cb, g_object_ref (self));
}

/* Creating it was undone, or another window took it away. */
static gboolean
is_gone (OctVisitPage *self)
{
  OctPlanBook *book = get_book (self);

  return self->was_kept && book != NULL
         && oct_plan_book_find (book, &oct_visit_kind, self->visit->record.id) == NULL;
}

/* Nothing is written of a visit that is gone: the words that still stand in its fields would make it
 * anew. */
static OctVisit *
begin_change (OctVisitPage *self)
{
  if (self->updating || self->visit == NULL || is_gone (self))
    return NULL;

  return oct_record_copy (self->visit);
}

static void
take_text (OctVisitPage *self, OctJudgeText *text, gsize offset, const char *merge)
{
  OctVisit *visit = begin_change (self);
  g_autofree char *typed = oct_judge_text_dup_text (text);

  if (visit == NULL)
    return;
  oct_replace (G_STRUCT_MEMBER_P (visit, offset), typed);
  put (self, visit, merge);
}

static void
text_cb (OctVisitPage *self, OctJudgeText *text)
{
  if (text == self->people)
    take_text (self, text, G_STRUCT_OFFSET (OctVisit, people), "people");
  else if (text == self->focus)
    take_text (self, text, G_STRUCT_OFFSET (OctVisit, focus), "focus");
  else if (text == self->seen)
    take_text (self, text, G_STRUCT_OFFSET (OctVisit, seen), "seen");
  else
    take_text (self, text, G_STRUCT_OFFSET (OctVisit, next_focus), "next-focus");
}

static void
day_cb (OctVisitPage *self, OctDate day)
{
  OctVisit *visit = begin_change (self);

  if (visit == NULL)
    return;
  if (day != OCT_DATE_UNKNOWN)
    visit->on = day;
  put (self, visit, NULL);
}

static void
next_day_cb (OctVisitPage *self, OctDate day)
{
  OctVisit *visit = begin_change (self);

  if (visit == NULL)
    return;
  visit->next_on = day;
  put (self, visit, NULL);
}

static void
visitor_cb (OctVisitPage *self, const char *person_id)
{
  OctVisit *visit = begin_change (self);

  if (visit == NULL)
    return;
  g_free (visit->visitor_id);
  visit->visitor_id = g_strdup (person_id);
  put (self, visit, NULL);
}

static void
days_cb (OctVisitPage *self)
{
  OctVisit *visit = begin_change (self);
  double days = gtk_spin_button_get_value (self->days);

  if (visit == NULL)
    return;
  visit->days = days > 0 ? days : NAN;
  put (self, visit, "days");
}

/* --- its points --- */

static void
add_point_cb (OctVisitPage *self)
{
  g_autofree char *text = g_strstrip (
    g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->adder))));
  OctPlanBook *book = get_book (self);
  OctVisitPoint *point;

  if (text[0] == '\0' || self->visit == NULL || is_gone (self))
    return;
  if (oct_plan_book_find (book, &oct_visit_kind, self->visit->record.id) == NULL)
    {
      /* A point needs its visit, which nothing was written of yet. */
      self->n_on_the_way++;
      oct_visit_put_async (get_workbench (self), oct_record_ref (self->visit), NULL, kept_cb,
                           g_object_ref (self));
      oct_workbench_wait (get_workbench (self));
      book = get_book (self);
    }
  point = oct_visit_begin_point (book, self->visit,
                                 (OctPointKind) gtk_drop_down_get_selected (self->kind), text);
  gtk_editable_set_text (GTK_EDITABLE (self->adder), "");
  self->n_on_the_way++;
  oct_visit_put_point_async (get_workbench (self), point, kept_cb, g_object_ref (self));
}

static void
confirm_cb (OctVisitPage *self, OctVisitPointRow *row)
{
  const OctVisitPoint *point = oct_visit_point_row_get_point (row);
  g_autoptr (GError) error = NULL;

  if (!oct_visit_point_is_open (point))
    return;
  if (!oct_visit_make_point_async (get_workbench (self), point, kept_cb, g_object_ref (self),
                                   &error))
    {
      g_object_unref (self);
      say (self, error->message);
      return;
    }
  self->n_on_the_way++;
}

static void
pass_cb (OctVisitPage *self, OctVisitPointRow *row)
{
  OctVisitPoint *point = oct_record_copy (oct_visit_point_row_get_point (row));

  point->passed = TRUE;
  self->n_on_the_way++;
  oct_visit_put_point_async (get_workbench (self), point, kept_cb, g_object_ref (self));
}

static void
about_cb (OctVisitPage *self, const char *objective_id, OctVisitPointRow *row)
{
  OctVisitPoint *point = oct_record_copy (oct_visit_point_row_get_point (row));

  oct_replace (&point->objective_id, objective_id);
  self->n_on_the_way++;
  oct_visit_put_point_async (get_workbench (self), point, kept_cb, g_object_ref (self));
}

static void
add_row (OctVisitPage *self)
{
  GtkWidget *row = oct_visit_point_row_new ();

  g_signal_connect_swapped (row, "confirm", G_CALLBACK (confirm_cb), self);
  g_signal_connect_swapped (row, "pass", G_CALLBACK (pass_cb), self);
  g_signal_connect_swapped (row, "about", G_CALLBACK (about_cb), self);
  gtk_list_box_append (self->points, row);
}

/* Rows are kept as long as there are as many points, so that the focus stays. */
static void
show_points (OctVisitPage *self, OctPlanBook *book)
{
  GPtrArray *points = oct_plan_book_get_children (book, &oct_visit_point_kind,
                                                  self->visit->record.id);
  g_autoptr (GPtrArray) objectives = oct_school_get_objectives (book, self->visit->school_id);
  GtkListBoxRow *row;

  for (guint i = 0; i < points->len; i++)
    {
      if (gtk_list_box_get_row_at_index (self->points, (int) i) == NULL)
        add_row (self);
      row = gtk_list_box_get_row_at_index (self->points, (int) i);
      oct_visit_point_row_set (OCT_VISIT_POINT_ROW (row), book, g_ptr_array_index (points, i),
                               objectives);
    }
  while ((row = gtk_list_box_get_row_at_index (self->points, (int) points->len)) != NULL)
    gtk_list_box_remove (self->points, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->points), points->len > 0);
}

/* --- showing --- */

static void
forget (OctVisitPage *self)
{
  g_clear_pointer (&self->visit, oct_record_unref);
  self->was_kept = FALSE;
}

static void
begin (OctVisitPage *self, OctPlanBook *book)
{
  g_autofree char *school = g_steal_pointer (&self->wanted_school);
  OctDate today = oct_date_today ();
  const OctVisit *last = oct_school_get_last_visit (book, school, today);

  forget (self);
  if (last != NULL && last->on == today)
    self->visit = oct_record_ref ((gpointer) last);
  else
    self->visit = oct_visit_begin (book, school, oct_workbench_get_person_id (get_workbench (self)),
                                   today);
}

static void
show_visit (OctVisitPage *self)
{
  const OctOwnSchool *school = oct_assessment_find_school (
    oct_workbench_get_assessment (get_workbench (self)), self->visit->school_id);
  const char *name = school != NULL ? school->name : "";

  gtk_label_set_label (self->school_label, name);
  oct_page_set_title (OCT_PAGE (self), name);
  oct_day_picker_set_day (self->day, self->visit->on);
  oct_day_picker_set_day (self->next_day, self->visit->next_on);
  oct_person_picker_set_person (self->visitor, self->visit->visitor_id);
  gtk_spin_button_set_value (self->days, isnan (self->visit->days) ? 0 : self->visit->days);
  oct_judge_text_set_text (self->people, self->visit->people);
  oct_judge_text_set_text (self->focus, self->visit->focus);
  oct_judge_text_set_text (self->seen, self->visit->seen);
  oct_judge_text_set_text (self->next_focus, self->visit->next_focus);
}

/* What was undone comes back by redo, to this page. */
static void
show_none (OctVisitPage *self)
{
  if (self->was_kept)
    oct_judge_blank_say (self->blank, _("The visit was undone"),
                         _("Redo brings it back, with every word of it."), _("_Go to Visits"),
                         "visits");
  else
    oct_judge_blank_say (self->blank, _("There is no such visit"),
                         _("It may have been undone, or belong to another workspace."),
                         _("_Go to Visits"), "visits");
  oct_page_show_part (self->stack, "blank");
}

static void
refresh (OctVisitPage *self)
{
  OctPlanBook *book = get_book (self);
  gpointer kept = NULL;

  if (self->updating || self->n_on_the_way > 0)
    return;
  if (book == NULL || oct_workbench_get_assessment (get_workbench (self)) == NULL)
    {
      oct_judge_blank_update (self->blank, get_workbench (self));
      oct_page_show_part (self->stack, "blank");
      return;
    }
  if (self->wanted_school != NULL)
    begin (self, book);
  if (self->visit != NULL)
    kept = oct_plan_book_find (book, &oct_visit_kind, self->visit->record.id);
  if (kept != NULL)
    {
      oct_record_unref (self->visit);
      self->visit = oct_record_ref (kept);
      self->was_kept = TRUE;
    }
  if (self->visit == NULL || self->visit->school_id == NULL || is_gone (self))
    {
      show_none (self);
      return;
    }
  self->updating = TRUE;
  show_visit (self);
  show_points (self, book);
  self->updating = FALSE;
  oct_page_show_part (self->stack, "visit");
}

static void
commit (OctVisitPage *self)
{
  oct_judge_text_commit (self->people);
  oct_judge_text_commit (self->focus);
  oct_judge_text_commit (self->seen);
  oct_judge_text_commit (self->next_focus);
}

static void
row_activated_cb (OctVisitPage *self, GtkListBoxRow *row)
{
  confirm_cb (self, OCT_VISIT_POINT_ROW (row));
}

static void
brief_cb (OctVisitPage *self)
{
  g_autofree char *location = NULL;

  if (self->visit == NULL)
    return;
  commit (self);
  location = g_strdup_printf ("visits?brief=%s", self->visit->school_id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
failed_cb (OctVisitPage *self, const char *message)
{
  say (self, message);
}

static gboolean
focus_idle_cb (gpointer user_data)
{
  OctVisitPage *self = OCT_VISIT_PAGE (user_data);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->visit != NULL)
    oct_judge_text_focus (self->seen);

  return G_SOURCE_REMOVE;
}

static void
oct_visit_page_show (OctPage *page, const char *location)
{
  OctVisitPage *self = OCT_VISIT_PAGE (page);
  g_autoptr (GHashTable) values = oct_location_parse_query (location);
  g_autofree char *id = oct_location_dup_id (location);
  OctPlanBook *book = get_book (self);

  commit (self);
  g_free (self->wanted_school);
  self->wanted_school = g_strdup (g_hash_table_lookup (values, "school"));
  if (self->visit == NULL || g_strcmp0 (self->visit->record.id, id) != 0)
    {
      forget (self);
      if (id != NULL && id[0] != '\0')
        {
          gpointer kept = book != NULL ? oct_plan_book_find (book, &oct_visit_kind, id) : NULL;

          self->visit = kept != NULL ? oct_record_ref (kept) : oct_record_new (&oct_visit_kind);
          oct_replace (&self->visit->record.id, id);
        }
    }
  refresh (self);
  if (self->visit != NULL && self->visit->school_id != NULL)
    {
      g_autofree char *mine = g_strdup_printf ("visit/%s", self->visit->record.id);

      oct_page_set_location (page, mine);
    }
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_idle_cb, g_object_ref (self), g_object_unref);
}

static void
oct_visit_page_constructed (GObject *object)
{
  OctVisitPage *self = OCT_VISIT_PAGE (object);
  OctWorkbench *workbench = get_workbench (self);

  G_OBJECT_CLASS (oct_visit_page_parent_class)->constructed (object);
  oct_person_picker_set_workbench (self->visitor, workbench);
  g_signal_connect_object (workbench, "notify::plans", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "notify::loading", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
}

static void
oct_visit_page_dispose (GObject *object)
{
  OctVisitPage *self = OCT_VISIT_PAGE (object);

  if (self->visit != NULL && self->visit->school_id != NULL)
    commit (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->visit, oct_record_unref);
  g_clear_pointer (&self->wanted_school, g_free);
  G_OBJECT_CLASS (oct_visit_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-visit-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctVisitPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctVisitPage, blank);
  gtk_widget_class_bind_template_child (widget_class, OctVisitPage, school_label);
  gtk_widget_class_bind_template_child (widget_class, OctVisitPage, day);
  gtk_widget_class_bind_template_child (widget_class, OctVisitPage, visitor);
  gtk_widget_class_bind_template_child (widget_class, OctVisitPage, days);
  gtk_widget_class_bind_template_child (widget_class, OctVisitPage, people);
  gtk_widget_class_bind_template_child (widget_class, OctVisitPage, focus);
  gtk_widget_class_bind_template_child (widget_class, OctVisitPage, seen);
  gtk_widget_class_bind_template_child (widget_class, OctVisitPage, points);
  gtk_widget_class_bind_template_child (widget_class, OctVisitPage, kind);
  gtk_widget_class_bind_template_child (widget_class, OctVisitPage, adder);
  gtk_widget_class_bind_template_child (widget_class, OctVisitPage, next_day);
  gtk_widget_class_bind_template_child (widget_class, OctVisitPage, next_focus);
  gtk_widget_class_bind_template_callback (widget_class, text_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_day_cb);
  gtk_widget_class_bind_template_callback (widget_class, visitor_cb);
  gtk_widget_class_bind_template_callback (widget_class, days_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_point_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, brief_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
}

static void
oct_visit_page_class_init (OctVisitPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = oct_visit_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = oct_visit_page_dispose;
  OCT_PAGE_CLASS (klass)->show = oct_visit_page_show;

  g_type_ensure (OCT_TYPE_COLUMNS);
  g_type_ensure (OCT_TYPE_DAY_PICKER);
  g_type_ensure (OCT_TYPE_JUDGE_BLANK);
  g_type_ensure (OCT_TYPE_JUDGE_TEXT);
  g_type_ensure (OCT_TYPE_PERSON_PICKER);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
oct_visit_page_init (OctVisitPage *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < oct_choice_count (oct_point_kinds); i++)
    gtk_string_list_append (kinds, oct_choice_to_text (oct_point_kinds, (int) i));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  oct_accessible_name_drop_down (self->kind, _("What the point is"));
  oct_judge_text_set_one_line (self->people);
  oct_judge_text_set_one_line (self->focus);
  oct_judge_text_set_one_line (self->next_focus);
  oct_day_picker_set_label (self->day, _("Date"));
  oct_day_picker_set_label (self->next_day, _("Next visit"));
  oct_person_picker_set_label (self->visitor, _("Visitor"));
  oct_page_set_title (OCT_PAGE (self), _("Visit"));
  oct_accessible_follow (GTK_WIDGET (self));
}
