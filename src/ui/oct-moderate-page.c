/* The page on which the trust moderates: all schools side by side for one element.
 *
 * Location: "moderate/2", with "?show=open" or "?show=differs". Schools stand by name and in no
 * other order. A row stays while one works on it, also where it no longer fits what is shown;
 * choosing what is shown again takes it away.
 */

#include "oct-moderate-page.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-columns.h"
#include "oct-judge-blank.h"
#include "oct-judging.h"
#include "oct-location.h"
#include "oct-moderate-row.h"

#define N_SHOWS 3
/* In a narrower window the stages' descriptors begin folded away. */
#define WIDE 700
/* Rows before the first frame, and in each idle moment after it. */
#define FIRST_ROWS 14
#define MORE_ROWS 8

static const char *const show_keys[N_SHOWS] = { "all", "open", "differs" };

struct _OctModeratePage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  OctJudgeBlank *blank;
  GtkDropDown *element_drop;
  GtkToggleButton *all_button;
  GtkToggleButton *open_button;
  GtkToggleButton *differs_button;
  GtkLabel *closed_label;
  GtkExpander *stages_expander;
  OctColumns *stages;
  GtkStack *list_stack;
  GtkListBox *list;
  AdwStatusPage *trust_only;
  AdwStatusPage *none_page;

  /* owned */
  OctFramework *framework; /* (nullable): that of the drop down */
  char *listed;            /* (nullable): the element's key and the schools of the rows */

  guint number; /* the element, 1 to 8 */
  OctModerateShow show;
  guint n_filled; /* rows that show their school; the rest follow in idle moments */
  guint fill_id;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctModeratePage, oct_moderate_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctModeratePage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

static OctAssessment *
get_assessment (OctModeratePage *self)
{
  return oct_workbench_get_assessment (get_workbench (self));
}

static const OctElement *
get_element (OctModeratePage *self)
{
  return oct_framework_get_element (oct_assessment_get_framework (get_assessment (self)),
                                    self->number);
}

static void
read_location (OctModeratePage *self, const char *location)
{
  g_autoptr (GHashTable) values = oct_location_parse_query (location);
  const char *show = g_hash_table_lookup (values, "show");

  self->number = CLAMP (oct_location_get_number (location), 1, OCT_N_ELEMENTS);
  self->show = OCT_MODERATE_ALL;
  for (guint i = 0; i < N_SHOWS; i++)
    {
      if (g_strcmp0 (show, show_keys[i]) == 0)
        self->show = (OctModerateShow) i;
    }
}

static void
tell_location (OctModeratePage *self)
{
  GString *location = g_string_new (NULL);

  g_string_printf (location, "moderate/%u", self->number);
  if (self->show != OCT_MODERATE_ALL)
    oct_location_append (location, "show", show_keys[self->show]);
  oct_page_set_location (OCT_PAGE (self), location->str);
  g_string_free (location, TRUE);
}

/* --- the head --- */

static void
fill_elements (OctModeratePage *self)
{
  OctFramework *framework = oct_assessment_get_framework (get_assessment (self));
  g_autoptr (GtkStringList) names = NULL;

  if (self->framework != framework)
    {
      g_set_object (&self->framework, framework);
      names = gtk_string_list_new (NULL);
      for (guint i = 1; i <= OCT_N_ELEMENTS; i++)
        {
          const OctElement *element = oct_framework_get_element (framework, i);
          g_autofree char *name = g_strdup_printf ("%u  %s", i,
                                                   element != NULL ? element->short_name : "");

          gtk_string_list_append (names, name);
        }
      gtk_drop_down_set_model (self->element_drop, G_LIST_MODEL (names));
    }
  gtk_drop_down_set_selected (self->element_drop, self->number - 1);
}

static GtkWidget *
make_stage (OctModeratePage *self, const OctElement *element, const OctStage *stage, int step)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  /* Translators: number and name of a stage. */
  g_autofree char *name = g_strdup_printf (_("%d  %s"), step + 1, stage->name);
  GtkWidget *heading = gtk_label_new (name);
  GtkWidget *label = gtk_label_new (
    oct_framework_get_words (self->framework, element->key, stage, TRUE));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static void
fill_stages (OctModeratePage *self)
{
  const OctElement *element = get_element (self);
  const OctStage *stage;

  oct_columns_remove_all (self->stages);
  for (int i = 0; (stage = oct_judging_get_step_stage (self->framework, i)) != NULL; i++)
    oct_columns_append (self->stages, make_stage (self, element, stage, i));
}

/* By what is kept and not by rows, which may not be there yet. */
static gboolean
school_is (OctModeratePage *self, const OctOwnSchool *school, OctModerateShow show)
{
  OctAssessment *assessment = get_assessment (self);
  const char *element = get_element (self)->key;
  const OctJudgement *moderated = oct_assessment_find (assessment, OCT_WHEN_NOW, school->id,
                                                       element, NULL, OCT_VIEW_MODERATED);
  int own;

  if (show == OCT_MODERATE_ALL)
    return TRUE;
  if (show == OCT_MODERATE_OPEN)
    return moderated == NULL || !moderated->final;
  own = oct_assessment_get_step (assessment, OCT_WHEN_NOW, school->id, element, OCT_VIEW_OWN);

  return own >= 0 && moderated != NULL && moderated->stage != NULL
         && oct_judging_get_step (self->framework, moderated) != own;
}

static guint
count_schools (OctModeratePage *self, OctModerateShow show)
{
  GPtrArray *schools = oct_assessment_get_schools (get_assessment (self));
  guint n = 0;

  for (guint i = 0; i < schools->len; i++)
    n += school_is (self, g_ptr_array_index (schools, i), show);

  return n;
}

static void
set_label (GtkToggleButton *button, const char *text)
{
  GtkWidget *label;

  gtk_button_set_label (GTK_BUTTON (button), text);
  label = gtk_button_get_child (GTK_BUTTON (button));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
}

static void
update_counts (OctModeratePage *self)
{
  /* Translators: schools of the list that are shown: all, those to be moderated, those that differ. */
  g_autofree char *all = g_strdup_printf (_("All %u"), count_schools (self, OCT_MODERATE_ALL));
  g_autofree char *open = g_strdup_printf (_("Not yet moderated %u"),
                                           count_schools (self, OCT_MODERATE_OPEN));
  g_autofree char *differs = g_strdup_printf (_("Differs %u"),
                                              count_schools (self, OCT_MODERATE_DIFFERS));

  set_label (self->all_button, all);
  set_label (self->open_button, open);
  set_label (self->differs_button, differs);
}

static void
update_head (OctModeratePage *self)
{
  GtkToggleButton *const buttons[N_SHOWS] = { self->all_button, self->open_button,
                                              self->differs_button };
  const OctCycle *cycle = oct_assessment_get_cycle (get_assessment (self));
  /* Translators: %s is a cycle, such as "Autumn 2026". */
  g_autofree char *closed = g_strdup_printf (
    _("%s is closed: what was judged in it can be read, and stays as it is."), cycle->name);

  fill_elements (self);
  gtk_toggle_button_set_active (buttons[self->show], TRUE);
  gtk_label_set_label (self->closed_label, closed);
  gtk_widget_set_visible (GTK_WIDGET (self->closed_label), cycle->closed);
}

/* --- the list --- */

static void
row_failed_cb (OctModeratePage *self, const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", message);
}

static gboolean fill_more_cb (gpointer user_data);

static void
row_finished_cb (OctModeratePage *self, GtkListBoxRow *row)
{
  GtkWidget *next;

  if (self->fill_id != 0 && gtk_list_box_row_get_index (row) + 1 >= (int) self->n_filled)
    fill_more_cb (self);
  next = gtk_widget_get_next_sibling (GTK_WIDGET (row));
  while (next != NULL && !gtk_widget_get_child_visible (next))
    next = gtk_widget_get_next_sibling (next);
  gtk_widget_grab_focus (next != NULL ? next : GTK_WIDGET (row));
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer user_data)
{
  OctModeratePage *self = user_data;

  return oct_moderate_row_is (OCT_MODERATE_ROW (row), self->show);
}

static OctModerateRow *
ensure_row (OctModeratePage *self, int index)
{
  OctModerateRow *row = (OctModerateRow *) gtk_list_box_get_row_at_index (self->list, index);

  if (row != NULL)
    return row;
  row = OCT_MODERATE_ROW (oct_moderate_row_new (get_workbench (self)));
  g_signal_connect_object (row, "failed", G_CALLBACK (row_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "finished", G_CALLBACK (row_finished_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, GTK_WIDGET (row));

  return row;
}

/* What the rows are of: they are filled again only if that is another. */
static char *
describe_rows (OctModeratePage *self)
{
  GPtrArray *schools = oct_assessment_get_schools (get_assessment (self));
  GString *text = g_string_new (get_element (self)->key);

  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);

      g_string_append_printf (text, "\n%s %s", school->id, school->name);
    }

  return g_string_free (text, FALSE);
}

/* Shows so many more schools; returns whether there are others left. */
static gboolean
fill_batch (OctModeratePage *self, guint n)
{
  GPtrArray *schools = oct_assessment_get_schools (get_assessment (self));

  for (; n > 0 && self->n_filled < schools->len; n--, self->n_filled++)
    {
      OctModerateRow *row = ensure_row (self, (int) self->n_filled);

      oct_moderate_row_show (row, g_ptr_array_index (schools, self->n_filled),
                             get_element (self)->key);
      gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
      gtk_list_box_row_changed (GTK_LIST_BOX_ROW (row));
    }

  return self->n_filled < schools->len;
}

static gboolean
fill_more_cb (gpointer user_data)
{
  OctModeratePage *self = user_data;
  OctAssessment *assessment = get_assessment (self);

  if (assessment != NULL && fill_batch (self, MORE_ROWS))
    return G_SOURCE_CONTINUE;
  g_clear_handle_id (&self->fill_id, g_source_remove);

  return G_SOURCE_REMOVE;
}

/* The schools that fit into a window at once; the others follow after the frame. */
static void
fill_rows (OctModeratePage *self)
{
  GPtrArray *schools = oct_assessment_get_schools (get_assessment (self));
  g_autofree char *listed = describe_rows (self);
  GtkListBoxRow *rest;

  if (g_strcmp0 (listed, self->listed) == 0)
    return;
  g_free (self->listed);
  self->listed = g_steal_pointer (&listed);
  fill_stages (self);
  while ((rest = gtk_list_box_get_row_at_index (self->list, (int) schools->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (rest));
  self->n_filled = 0;
  if (fill_batch (self, FIRST_ROWS) && self->fill_id == 0)
    self->fill_id = g_idle_add (fill_more_cb, self);
  for (int i = (int) self->n_filled; (rest = gtk_list_box_get_row_at_index (self->list, i)) != NULL;
       i++)
    gtk_widget_set_visible (GTK_WIDGET (rest), FALSE);
}

static void
say_nothing_shown (OctModeratePage *self)
{
  gboolean any = oct_assessment_get_schools (get_assessment (self))->len > 0;

  adw_status_page_set_title (self->none_page,
                             any ? _("No such school") : _("No schools in the trust yet"));
  if (!any)
    adw_status_page_set_description (self->none_page,
                                     _("Add the trust’s schools on the page of your trust."));
  else if (self->show == OCT_MODERATE_OPEN)
    adw_status_page_set_description (self->none_page, _("All schools are moderated here."));
  else
    adw_status_page_set_description (
      self->none_page, _("Every moderated view is the same as the school’s own view."));
}

static void
show_list (OctModeratePage *self)
{
  const OctElement *element = get_element (self);

  if (!oct_element_is_asked_of (element, TRUE))
    {
      adw_status_page_set_title (self->trust_only, element->name);
      gtk_stack_set_visible_child_name (self->list_stack, "trust-only");
      return;
    }
  gtk_list_box_invalidate_filter (self->list);
  if (count_schools (self, self->show) > 0)
    {
      gtk_stack_set_visible_child_name (self->list_stack, "list");
      return;
    }
  say_nothing_shown (self);
  gtk_stack_set_visible_child_name (self->list_stack, "none");
}

/* Shows what is kept now: the rows do so by themselves, and keep the focus. */
static void
refresh (OctModeratePage *self, gboolean choose)
{
  gboolean again;

  if (self->updating)
    return;
  if (!oct_judge_blank_update (self->blank, get_workbench (self)))
    {
      oct_page_show_part (self->stack, "blank");
      return;
    }
  self->updating = TRUE;
  again = choose || self->listed == NULL;
  update_head (self);
  fill_rows (self);
  update_counts (self);
  if (again)
    show_list (self);
  self->updating = FALSE;
  oct_page_show_part (self->stack, "moderate");
}

static void
changed_cb (OctModeratePage *self)
{
  if (oct_page_get_location (OCT_PAGE (self))[0] != '\0')
    refresh (self, FALSE);
}

/* --- what a person does --- */

static void
element_selected_cb (OctModeratePage *self)
{
  guint selected = gtk_drop_down_get_selected (self->element_drop);

  if (self->updating || selected == GTK_INVALID_LIST_POSITION)
    return;
  self->number = selected + 1;
  tell_location (self);
  refresh (self, TRUE);
}

static void
show_toggled_cb (OctModeratePage *self, GtkToggleButton *button)
{
  if (self->updating || !gtk_toggle_button_get_active (button))
    return;
  self->show = OCT_MODERATE_ALL;
  if (button == self->open_button)
    self->show = OCT_MODERATE_OPEN;
  else if (button == self->differs_button)
    self->show = OCT_MODERATE_DIFFERS;
  tell_location (self);
  refresh (self, TRUE);
}

static void
judge_trust_cb (OctModeratePage *self)
{
  GString *location = g_string_new ("judge/trust");

  oct_location_append (location, "element", get_element (self)->key);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location->str);
  g_string_free (location, TRUE);
}

static void
step_element (OctModeratePage *self, int direction)
{
  self->number = (self->number - 1 + (guint) (direction + OCT_N_ELEMENTS)) % OCT_N_ELEMENTS + 1;
  tell_location (self);
  refresh (self, TRUE);
}

static void
next_element_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_element (OCT_MODERATE_PAGE (widget), 1);
}

static void
previous_element_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_element (OCT_MODERATE_PAGE (widget), -1);
}

/* --- class --- */

static gboolean
focus_idle_cb (gpointer user_data)
{
  OctModeratePage *self = OCT_MODERATE_PAGE (user_data);
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    return G_SOURCE_REMOVE;
  while (row != NULL && !gtk_widget_get_child_visible (row))
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL && gtk_widget_get_mapped (row))
    gtk_widget_grab_focus (row);

  return G_SOURCE_REMOVE;
}

static void
oct_moderate_page_show (OctPage *page, const char *location)
{
  OctModeratePage *self = OCT_MODERATE_PAGE (page);

  read_location (self, location);
  refresh (self, TRUE);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_idle_cb, g_object_ref (self), g_object_unref);
}

/* Once, when it is known how wide the page is: from then on it is as the person left it. */
static gboolean
fold_stages_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  int width = gtk_widget_get_width (widget);

  if (width == 0)
    return G_SOURCE_CONTINUE;
  if (width < WIDE)
    gtk_expander_set_expanded (OCT_MODERATE_PAGE (widget)->stages_expander, FALSE);

  return G_SOURCE_REMOVE;
}

static void
oct_moderate_page_constructed (GObject *object)
{
  OctModeratePage *self = OCT_MODERATE_PAGE (object);
  OctWorkbench *workbench = get_workbench (self);

  G_OBJECT_CLASS (oct_moderate_page_parent_class)->constructed (object);
  g_signal_connect_object (workbench, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "notify::loading", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
oct_moderate_page_finalize (GObject *object)
{
  OctModeratePage *self = OCT_MODERATE_PAGE (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_object (&self->framework);
  g_free (self->listed);
  G_OBJECT_CLASS (oct_moderate_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-moderate-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctModeratePage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctModeratePage, blank);
  gtk_widget_class_bind_template_child (widget_class, OctModeratePage, element_drop);
  gtk_widget_class_bind_template_child (widget_class, OctModeratePage, all_button);
  gtk_widget_class_bind_template_child (widget_class, OctModeratePage, open_button);
  gtk_widget_class_bind_template_child (widget_class, OctModeratePage, differs_button);
  gtk_widget_class_bind_template_child (widget_class, OctModeratePage, closed_label);
  gtk_widget_class_bind_template_child (widget_class, OctModeratePage, stages_expander);
  gtk_widget_class_bind_template_child (widget_class, OctModeratePage, stages);
  gtk_widget_class_bind_template_child (widget_class, OctModeratePage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, OctModeratePage, list);
  gtk_widget_class_bind_template_child (widget_class, OctModeratePage, trust_only);
  gtk_widget_class_bind_template_child (widget_class, OctModeratePage, none_page);
  gtk_widget_class_bind_template_callback (widget_class, element_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, judge_trust_cb);
}

static void
oct_moderate_page_class_init (OctModeratePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = oct_moderate_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = oct_moderate_page_finalize;
  OCT_PAGE_CLASS (klass)->show = oct_moderate_page_show;
  gtk_widget_class_install_action (widget_class, "moderate.next-element", NULL, next_element_cb);
  gtk_widget_class_install_action (widget_class, "moderate.previous-element", NULL,
                                   previous_element_cb);
  g_type_ensure (OCT_TYPE_COLUMNS);
  g_type_ensure (OCT_TYPE_JUDGE_BLANK);
  bind_template (widget_class);
}

static void
oct_moderate_page_init (OctModeratePage *self)
{
  self->number = 1;
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = FALSE;
  oct_page_set_title (OCT_PAGE (self), _("Moderate"));
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), fold_stages_cb, NULL, NULL);
  oct_accessible_name_drop_down (self->element_drop, _("Element"));
  oct_accessible_follow (GTK_WIDGET (self));
}
