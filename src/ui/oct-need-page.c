/* What Octant knows of a school, side by side; see the header.
 *
 * Facts and their changes stand beside what was judged, how the objectives of the last plan ended, and
 * what is of concern. Whatever is switched on becomes an objective, of a new plan or of one that is
 * there: all of them in one named edit.
 */

#include "oct-need-page.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-columns.h"
#include "oct-location.h"
#include "oct-need-row.h"
#include "oct-plan-start.h"
#include "oct-text.h"
#include "oct-wrap-box.h"

#define MOST_CHANGES 6

struct _OctNeedPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  GtkLabel *name_label;
  GtkBox *columns_place;
  GtkDropDown *plan_drop;
  GtkLabel *missing_label;
  GtkButton *add_button;

  /* owned */
  GSignalGroup *workbench_signals;
  GCancellable *cancellable;
  char *school_id;
  GPtrArray *rows;     /* OctNeedRow, borrowed from the columns */
  GPtrArray *plan_ids; /* of the choices; the first is NULL, for a new plan */
  char *shown_id;      /* the school that the columns show */

  /* borrowed */
  GtkWidget *changes; /* the group of changes, within the columns */
};

G_DEFINE_FINAL_TYPE (OctNeedPage, oct_need_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctNeedPage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

static const OctOwnSchool *
get_school (OctNeedPage *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));

  return assessment != NULL ? oct_assessment_find_school (assessment, self->school_id) : NULL;
}

/* --- what is switched on --- */

static guint
count_ready (OctNeedPage *self, guint *n_complete)
{
  guint n = 0;

  *n_complete = 0;
  for (guint i = 0; i < self->rows->len; i++)
    if (oct_need_row_is_ready (g_ptr_array_index (self->rows, i)))
      {
        n++;
        *n_complete += oct_need_row_is_complete (g_ptr_array_index (self->rows, i)) ? 1 : 0;
      }

  return n;
}

static void
update_foot (OctNeedPage *self)
{
  guint n_complete;
  guint n = count_ready (self, &n_complete);
  gboolean new_plan = gtk_drop_down_get_selected (self->plan_drop) == 0;
  g_autofree char *label = NULL;

  if (new_plan)
    label = n == 0 ? g_strdup (_("_Begin a plan"))
                   : g_strdup_printf (ngettext ("_Begin a plan with %'u objective",
                                                "_Begin a plan with %'u objectives", n),
                                      n);
  else
    label = g_strdup_printf (ngettext ("_Add %'u objective", "_Add %'u objectives", n), n);
  gtk_button_set_label (self->add_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), n > 0);
  gtk_label_set_label (
    self->missing_label,
    n == 0 ? _("Switch on what is to become an objective.")
    : n_complete < n
      ? _("An owner, a day and a success criterion are needed before the plan can be approved.")
      : "");
  gtk_widget_set_visible (GTK_WIDGET (self->missing_label), n_complete < n || n == 0);
}

/* --- facts --- */

static void
add_fact (GtkWidget *group, const char *title, char *value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (value);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_free (value);
}

static char *
describe_pupils (const OctOwnSchool *school)
{
  g_autofree char *pupils = oct_text_number (school->pupils);
  g_autofree char *places = NULL;

  if (school->pupils < 0)
    return g_strdup ("–");
  if (school->capacity <= 0)
    return g_steal_pointer (&pupils);
  places = oct_text_number (school->capacity);

  /* Translators: pupils, places, and pupils as a share of the places. */
  return g_strdup_printf (_("%s in %s places (%.0f%%)"), pupils, places,
                          100.0 * school->pupils / school->capacity);
}

static GtkWidget *
make_facts (const OctOwnSchool *school)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *day = oct_text_date (school->as_at);
  /* Translators: %s is a day. */
  g_autofree char *source = g_strdup_printf (_("As accepted from the register of %s."), day);

  gtk_widget_set_margin_bottom (group, 12);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Facts"));
  if (school->as_at != OCT_DATE_UNKNOWN)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), source);
  add_fact (group, _("Phase"), g_strdup (oct_phase_label (school->phase)));
  add_fact (group, _("Pupils"), describe_pupils (school));
  add_fact (group, _("Free school meals"),
            school->fsm_tenths >= 0 ? oct_text_percent (school->fsm_tenths / 10.0)
                                    : g_strdup ("–"));
  if (school->joined != OCT_DATE_UNKNOWN)
    add_fact (group, _("In the trust since"), oct_text_date (school->joined));

  return group;
}

static void
changes_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctNeedPage) self = OCT_NEED_PAGE (user_data);
  g_autoptr (GPtrArray) changes = oct_session_read_finish (OCT_SESSION (source), result, NULL);

  if (changes == NULL || self->changes == NULL)
    return;
  for (guint i = 0; i < changes->len; i++)
    {
      OctChange *change = g_ptr_array_index (changes, i);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *text = oct_change_describe (change);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     oct_change_kind_label (oct_change_get_kind (change)));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->changes), row);
    }
  gtk_widget_set_visible (self->changes, changes->len > 0);
}

static GtkWidget *
make_changes (OctNeedPage *self, const OctOwnSchool *school)
{
  const OctChangeFilter filter = { .urn = school->urn,
                                   .kind = OCT_N_CHANGES,
                                   .limit = MOST_CHANGES };

  self->changes = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->changes),
                                   _("What changed in the register"));
  gtk_widget_set_visible (self->changes, FALSE);
  if (school->urn != 0 && oct_session_get_register (oct_page_get_session (OCT_PAGE (self))) != NULL)
    oct_session_read_changes_async (oct_page_get_session (OCT_PAGE (self)), &filter,
                                    self->cancellable, changes_cb, g_object_ref (self));

  return self->changes;
}

/* --- what is known --- */

static const struct
{
  const char *title;
  const char *description;
  const char *none;
} kinds[OCT_N_NEEDS] = {
  [OCT_NEED_ELEMENT] = { N_("The elements"), N_("Where the school stands in this cycle, and why."),
                         N_("Nothing is judged of this school in this cycle.") },
  [OCT_NEED_OBJECTIVE] = { N_("The last plan"), N_("How its objectives were last rated."),
                           N_("The school has no earlier plan here.") },
  [OCT_NEED_CONCERN] = { N_("Concerns"), N_("Those that aren’t resolved."),
                         N_("No concern about the school is open.") },
};

/* The end of the school year that a plan begun now is for. */
static OctDate
usual_due (void)
{
  return oct_date_new ((int) oct_plan_usual_start (oct_date_today ()) + 1, 7, 16);
}

static GtkWidget *
make_group (OctNeedPage *self, OctNeedKind kind, GPtrArray *needs)
{
  GtkWidget *group = adw_preferences_group_new ();
  guint n = 0;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(kinds[kind].title));
  for (guint i = 0; i < needs->len; i++)
    {
      const OctNeed *need = g_ptr_array_index (needs, i);
      GtkWidget *row;

      if (need->kind != kind)
        continue;
      row = oct_need_row_new (get_workbench (self), need, usual_due ());
      g_signal_connect_object (row, "changed", G_CALLBACK (update_foot), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      n++;
    }
  gtk_widget_set_margin_bottom (group, 12);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         n > 0 ? _(kinds[kind].description) : _(kinds[kind].none));

  return group;
}

static void
fill_columns (OctNeedPage *self, const OctOwnSchool *school)
{
  OctWorkbench *workbench = get_workbench (self);
  g_autoptr (GPtrArray) needs = oct_needs_find (oct_workbench_get_assessment (workbench),
                                                oct_workbench_get_plans (workbench), school->id);
  GtkWidget *columns = oct_columns_new (400, 2, TRUE);
  GtkWidget *old = gtk_widget_get_first_child (GTK_WIDGET (self->columns_place));

  g_ptr_array_set_size (self->rows, 0);
  self->changes = NULL;
  if (old != NULL)
    gtk_box_remove (self->columns_place, old);
  oct_columns_append (OCT_COLUMNS (columns), make_facts (school));
  for (guint kind = 0; kind < OCT_N_NEEDS; kind++)
    oct_columns_append (OCT_COLUMNS (columns), make_group (self, kind, needs));
  oct_columns_append (OCT_COLUMNS (columns), make_changes (self, school));
  gtk_box_append (self->columns_place, columns);
}

/* Plans of the school that can still take objectives. */
static void
fill_plans (OctNeedPage *self)
{
  OctPlanBook *book = oct_workbench_get_plans (get_workbench (self));
  GPtrArray *plans = oct_plan_book_get_by (book, &oct_plan_kind, "school_id", self->school_id);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->plan_ids, 0);
  g_ptr_array_add (self->plan_ids, NULL);
  gtk_string_list_append (names, _("A new plan"));
  for (guint i = 0; i < plans->len; i++)
    {
      const OctPlan *plan = g_ptr_array_index (plans, i);

      if (plan->template || !oct_plan_status_is_open (plan->status)
          || oct_plan_status_is_still (plan->status))
        continue;
      g_ptr_array_add (self->plan_ids, g_strdup (plan->record.id));
      gtk_string_list_append (names, plan->title);
    }
  gtk_drop_down_set_model (self->plan_drop, G_LIST_MODEL (names));
}

/* What somebody began to write stays while others work: only another school fills the page anew. */
static void
update (OctNeedPage *self)
{
  OctWorkbench *workbench = get_workbench (self);
  const OctOwnSchool *school = get_school (self);

  if (oct_workbench_get_loading (workbench)
      || (school != NULL && oct_workbench_get_plans (workbench) == NULL))
    {
      oct_page_show_part (self->stack, "loading");
      return;
    }
  if (school == NULL)
    {
      g_clear_pointer (&self->shown_id, g_free);
      oct_page_show_part (self->stack, "blank");
      return;
    }
  oct_page_show_part (self->stack, "need");
  if (g_strcmp0 (self->shown_id, self->school_id) != 0)
    {
      oct_replace (&self->shown_id, self->school_id);
      gtk_label_set_label (self->name_label, school->name);
      fill_columns (self, school);
      fill_plans (self);
    }
  update_foot (self);
}

/* --- into a plan --- */

typedef struct
{
  OctNeedPage *page;
  char *location;
} Adding;

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Adding *adding = user_data;
  g_autoptr (OctNeedPage) self = adding->page;
  g_autofree char *location = adding->location;
  g_autoptr (GError) error = NULL;

  g_free (adding);
  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }
  /* The next visit begins anew. */
  g_clear_pointer (&self->shown_id, g_free);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

/* What the objectives answer stands in the plan's analysis of need, to be written on. */
static char *
write_need (OctNeedPage *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (oct_need_row_is_ready (g_ptr_array_index (self->rows, i)))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "",
                              oct_need_row_get_about (g_ptr_array_index (self->rows, i)));

  return g_string_free (text, FALSE);
}

static const OctPlan *
begin_plan (OctNeedPage *self, OctRecordChange *change)
{
  const OctPlanStart start = { .kind = OCT_PLAN_START_EMPTY };
  gint64 starts = oct_plan_usual_start (oct_date_today ());
  g_autofree char *title = oct_plan_start_suggest_title (&start, starts);
  g_autofree char *need = write_need (self);
  OctPlan *plan = oct_record_change_put (change, oct_record_new (&oct_plan_kind));

  oct_replace (&plan->title, title);
  oct_replace (&plan->school_id, self->school_id);
  oct_replace (&plan->need, need);
  plan->scope = OCT_SCOPE_SCHOOL;
  plan->starts = starts;
  plan->ends = starts;

  return plan;
}

static char *
make_sentence (OctNeedPage *self, const OctPlan *plan, gboolean is_new, guint n)
{
  if (is_new)
    /* Translators: the title of a plan, then its school. */
    return g_strdup_printf (_("Began the plan “%s” of %s"), plan->title, get_school (self)->name);

  return g_strdup_printf (ngettext ("Added %u objective to “%s”", "Added %u objectives to “%s”", n),
                          n, plan->title);
}

static void
add_cb (OctNeedPage *self)
{
  OctWorkbench *workbench = get_workbench (self);
  OctPlanBook *book = oct_workbench_get_plans (workbench);
  guint chosen = gtk_drop_down_get_selected (self->plan_drop);
  g_autoptr (GArray) drafts = g_array_new (FALSE, FALSE, sizeof (OctNeedDraft));
  g_autoptr (OctRecordChange) change = oct_record_change_new ();
  g_autofree char *sentence = NULL;
  const OctPlan *plan;
  Adding *adding;

  for (guint i = 0; i < self->rows->len; i++)
    if (oct_need_row_is_ready (g_ptr_array_index (self->rows, i)))
      {
        OctNeedDraft draft = oct_need_row_get_draft (g_ptr_array_index (self->rows, i));

        g_array_append_val (drafts, draft);
      }
  plan = chosen > 0 && chosen < self->plan_ids->len
           ? oct_plan_book_find (book, &oct_plan_kind, g_ptr_array_index (self->plan_ids, chosen))
           : begin_plan (self, change);
  if (plan == NULL || drafts->len == 0)
    return;
  oct_need_add_drafts (book, change, plan, &g_array_index (drafts, OctNeedDraft, 0), drafts->len);
  sentence = make_sentence (self, plan, chosen == 0, drafts->len);
  adding = g_new0 (Adding, 1);
  adding->page = g_object_ref (self);
  adding->location = g_strconcat ("plan/", plan->record.id, NULL);
  oct_workbench_change_records_async (workbench,
                                      &(OctEditInfo) { .sentence = sentence,
                                                       .location = adding->location,
                                                       .subject = self->school_id },
                                      g_steal_pointer (&change), added_cb, adding);
}

/* --- class --- */

static void
oct_need_page_show (OctPage *page, const char *location)
{
  OctNeedPage *self = OCT_NEED_PAGE (page);

  g_signal_group_set_target (self->workbench_signals, get_workbench (self));
  oct_page_set_title (page, _("What we know of the school"));
  g_free (self->school_id);
  self->school_id = oct_location_dup_id (location);
  update (self);
}

static void
oct_need_page_dispose (GObject *object)
{
  OctNeedPage *self = OCT_NEED_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workbench_signals != NULL)
    g_signal_group_set_target (self->workbench_signals, NULL);
  g_clear_object (&self->workbench_signals);
  self->changes = NULL;
  g_ptr_array_set_size (self->rows, 0);
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (oct_need_page_parent_class)->dispose (object);
}

static void
oct_need_page_finalize (GObject *object)
{
  OctNeedPage *self = OCT_NEED_PAGE (object);

  g_free (self->school_id);
  g_free (self->shown_id);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->plan_ids);

  G_OBJECT_CLASS (oct_need_page_parent_class)->finalize (object);
}

static void
oct_need_page_class_init (OctNeedPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_need_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = oct_need_page_finalize;
  OCT_PAGE_CLASS (klass)->show = oct_need_page_show;

  g_type_ensure (OCT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-need-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctNeedPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctNeedPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, OctNeedPage, columns_place);
  gtk_widget_class_bind_template_child (widget_class, OctNeedPage, plan_drop);
  gtk_widget_class_bind_template_child (widget_class, OctNeedPage, missing_label);
  gtk_widget_class_bind_template_child (widget_class, OctNeedPage, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_foot);
}

static void
oct_need_page_init (OctNeedPage *self)
{
  self->rows = g_ptr_array_new ();
  self->plan_ids = g_ptr_array_new_with_free_func (g_free);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  oct_accessible_name_drop_down (self->plan_drop, _("The plan that takes them"));

  self->workbench_signals = g_signal_group_new (OCT_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::plans", G_CALLBACK (update),
                                  self);
  g_signal_group_connect_swapped (self->workbench_signals, "changed", G_CALLBACK (update), self);
}
