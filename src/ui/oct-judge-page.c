/* The page on which the trust or a school is judged: all its elements in one screen.
 *
 * Location: "judge/trust" or "judge/ID", with "?element=KEY" and "&view=moderated". Elements stand
 * in a list, those in focus first, and the chosen one is open beside it (or under it, where there
 * is no room). Everything can be done by keys alone; the page names them.
 */

#include "oct-judge-page.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-columns.h"
#include "oct-judge-blank.h"
#include "oct-judge-editor.h"
#include "oct-judge-list.h"
#include "oct-judging.h"
#include "oct-location.h"

struct _OctJudgePage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  OctJudgeBlank *blank;
  GtkLabel *subject_label;
  GtkLabel *cycle_label;
  GtkLabel *progress_label;
  GtkLevelBar *progress_bar;
  GtkToggleButton *own_button;
  GtkToggleButton *moderated_button;
  GtkLabel *closed_label;
  AdwLeaflet *leaflet;
  OctJudgeList *list;
  GtkWidget *list_page;
  GtkWidget *editor_page;
  OctJudgeEditor *editor;

  /* owned */
  char *school_id; /* (nullable): the trust */
  char *wanted;    /* (nullable): the element that the location names */

  OctJudgementView view;
  gboolean arriving; /* the location's element is still to be chosen */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctJudgePage, oct_judge_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctJudgePage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

static OctAssessment *
get_assessment (OctJudgePage *self)
{
  return oct_workbench_get_assessment (get_workbench (self));
}

static OctJudgingPlace
get_place (OctJudgePage *self, const char *element)
{
  return (OctJudgingPlace) { .school_id = self->school_id, .element = element, .view = self->view };
}

static const char *
get_selected (OctJudgePage *self)
{
  return oct_judge_list_get_selected (self->list);
}

static void
update_rows (OctJudgePage *self)
{
  OctJudgingPlace subject = get_place (self, NULL);

  oct_judge_list_show (self->list, get_assessment (self), &subject,
                       oct_judge_editor_get_judgement (self->editor));
}

static char *
make_location (const char *school_id, const char *element, OctJudgementView view)
{
  GString *location = g_string_new ("judge/");

  g_string_append (location, school_id != NULL ? school_id : "trust");
  if (element != NULL)
    oct_location_append (location, "element", element);
  if (view == OCT_VIEW_MODERATED)
    oct_location_append (location, "view", oct_judgement_view_to_key (view));

  return g_string_free (location, FALSE);
}

static void
read_location (OctJudgePage *self, const char *location)
{
  g_autoptr (GHashTable) values = oct_location_parse_query (location);
  g_autofree char *id = oct_location_dup_id (location);
  const char *view = g_hash_table_lookup (values, "view");

  g_clear_pointer (&self->school_id, g_free);
  if (id != NULL && !g_str_equal (id, "") && !g_str_equal (id, "trust"))
    self->school_id = g_steal_pointer (&id);
  g_free (self->wanted);
  self->wanted = g_strdup (g_hash_table_lookup (values, "element"));
  if (view == NULL || !oct_judgement_view_from_key (view, &self->view))
    self->view = OCT_VIEW_OWN;
}

/* --- the whole --- */

static gboolean
can_carry_rest (OctJudgePage *self)
{
  GPtrArray *elements = oct_framework_get_elements (
    oct_assessment_get_framework (get_assessment (self)));

  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);
      OctJudgingPlace place = get_place (self, element->key);

      if (oct_judging_can_carry (get_assessment (self), &place))
        return TRUE;
    }

  return FALSE;
}

static void
update_actions (OctJudgePage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const OctJudgement *judgement = oct_judge_editor_get_judgement (self->editor);
  gboolean open = oct_judge_editor_is_open (self->editor);

  gtk_widget_action_set_enabled (widget, "judge.finish", open);
  gtk_widget_action_set_enabled (widget, "judge.stage", open);
  gtk_widget_action_set_enabled (widget, "judge.unchanged",
                                 oct_judge_editor_can_carry (self->editor));
  gtk_widget_action_set_enabled (widget, "judge.clear", open && judgement->id != NULL);
  gtk_widget_action_set_enabled (widget, "judge.rest-unchanged", open && can_carry_rest (self));
  gtk_widget_action_set_enabled (widget, "judge.moderate",
                                 oct_assessment_get_schools (get_assessment (self))->len > 0);
}

static const char *
get_subject_name (OctJudgePage *self)
{
  OctAssessment *assessment = get_assessment (self);
  const OctOwnSchool *school = oct_assessment_find_school (assessment, self->school_id);

  return school != NULL ? school->name : oct_assessment_get_trust (assessment)->name;
}

static void
update_head (OctJudgePage *self)
{
  OctAssessment *assessment = get_assessment (self);
  const OctCycle *cycle = oct_assessment_get_cycle (assessment);
  guint asked = 0;
  guint judged = oct_assessment_count_judged (assessment, self->school_id, self->view, &asked);
  /* Translators: how many of the elements are judged. */
  g_autofree char *progress = g_strdup_printf (_("%u of %u judged"), judged, asked);
  const OctOwnSchool *school = oct_assessment_find_school (assessment, self->school_id);
  gboolean has_left = school != NULL && school->left != OCT_DATE_UNKNOWN;
  g_autofree char *closed = NULL;

  gtk_label_set_label (self->subject_label, get_subject_name (self));
  gtk_label_set_label (self->cycle_label, cycle->name);
  gtk_label_set_label (self->progress_label, progress);
  gtk_level_bar_set_max_value (self->progress_bar, MAX (asked, 1));
  gtk_level_bar_set_value (self->progress_bar, judged);
  gtk_toggle_button_set_active (
    self->view == OCT_VIEW_OWN ? self->own_button : self->moderated_button, TRUE);
  if (has_left)
    closed = g_strdup (_("This school is no longer in the trust. What was judged of it is kept."));
  else
    /* Translators: %s is a cycle, such as "Autumn 2026". */
    closed = g_strdup_printf (
      _("%s is closed: what was judged in it can be read, and stays as it is."), cycle->name);
  gtk_label_set_label (self->closed_label, closed);
  gtk_widget_set_visible (GTK_WIDGET (self->closed_label), has_left || cycle->closed);
}

static gboolean
show_blank (OctJudgePage *self)
{
  if (oct_judge_blank_update (self->blank, get_workbench (self)))
    {
      if (self->school_id == NULL
          || oct_assessment_find_school (get_assessment (self), self->school_id) != NULL)
        return FALSE;
      oct_judge_blank_say (self->blank, _("This school is not in the trust now"),
                           _("What was judged of it is kept, and can be read in the history."),
                           _("Judge the trust"), "judge/trust");
    }
  oct_page_show_part (self->stack, "blank");

  return TRUE;
}

static void
show_selected (OctJudgePage *self)
{
  OctJudgingPlace place = get_place (self, get_selected (self));

  if (place.element != NULL)
    oct_judge_editor_show (self->editor, &place);
  update_rows (self);
  update_actions (self);
}

/* Shows what is kept now. Neither the focus nor what is being typed is touched. */
static void
refresh (OctJudgePage *self)
{
  if (self->updating || show_blank (self))
    return;
  self->updating = TRUE;
  update_head (self);
  update_rows (self);
  if (self->arriving || !oct_judge_list_has (self->list, get_selected (self)))
    oct_judge_list_select (self->list, self->wanted);
  self->arriving = FALSE;
  show_selected (self);
  self->updating = FALSE;
  oct_page_show_part (self->stack, "judge");
}

static void
selected_cb (OctJudgePage *self)
{
  g_autofree char *location = NULL;

  if (self->updating)
    return;
  self->updating = TRUE;
  show_selected (self);
  self->updating = FALSE;
  location = make_location (self->school_id, get_selected (self), self->view);
  oct_page_set_location (OCT_PAGE (self), location);
}

/* Return in the list goes on to the reason; in a narrow window a row opens its element. */
static void
activated_cb (OctJudgePage *self)
{
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->editor_page);
  else
    oct_judge_editor_focus_reason (self->editor);
}

static void
editor_changed_cb (OctJudgePage *self)
{
  if (self->updating)
    return;
  update_rows (self);
  update_head (self);
  update_actions (self);
}

static void
failed_cb (OctJudgePage *self, const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", message);
}

static void
view_toggled_cb (OctJudgePage *self, GtkToggleButton *button)
{
  g_autofree char *location = NULL;

  if (self->updating || !gtk_toggle_button_get_active (button))
    return;
  self->view = button == self->own_button ? OCT_VIEW_OWN : OCT_VIEW_MODERATED;
  location = make_location (self->school_id, get_selected (self), self->view);
  oct_page_set_location (OCT_PAGE (self), location);
  refresh (self);
}

/* --- actions --- */

static void
go_on (OctJudgePage *self)
{
  if (oct_judge_list_select_unfinished (self->list))
    {
      if (!adw_leaflet_get_folded (self->leaflet))
        oct_judge_list_focus (self->list);
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                _("Everything here is judged. Alt+Page Down goes on to the next "
                                  "school."));
}

static void
finish_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctJudgePage *self = OCT_JUDGE_PAGE (widget);

  if (oct_judge_editor_finish (self->editor))
    go_on (self);
  else if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->editor_page);
}

static void
stage_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  oct_judge_editor_choose (OCT_JUDGE_PAGE (widget)->editor, g_variant_get_int32 (parameter));
}

static void
unchanged_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctJudgePage *self = OCT_JUDGE_PAGE (widget);

  oct_judge_editor_carry (self->editor);
  go_on (self);
}

static void
clear_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  oct_judge_editor_clear (OCT_JUDGE_PAGE (widget)->editor);
}

static void
add_evidence_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctJudgePage *self = OCT_JUDGE_PAGE (widget);

  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->editor_page);
  oct_judge_editor_add_evidence (self->editor);
}

static void
carried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctJudgePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    failed_cb (self, error->message);
}

static void
rest_unchanged_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctJudgePage *self = OCT_JUDGE_PAGE (widget);

  oct_judge_editor_commit (self->editor);
  oct_workbench_carry_forward_async (get_workbench (self), self->school_id, NULL, self->view,
                                     carried_cb, g_object_ref (self));
}

/* The trust comes first, then its schools by name, then the trust again. */
static void
go_to_subject (OctJudgePage *self, int direction)
{
  GPtrArray *schools = oct_assessment_get_schools (get_assessment (self));
  int n_subjects = (int) schools->len + 1;
  int index = 0;
  const char *school_id = NULL;
  g_autofree char *location = NULL;

  for (guint i = 0; self->school_id != NULL && i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);

      if (g_str_equal (school->id, self->school_id))
        index = (int) i + 1;
    }
  index = (index + direction + n_subjects) % n_subjects;
  if (index > 0)
    school_id = ((const OctOwnSchool *) g_ptr_array_index (schools, index - 1))->id;
  oct_judge_editor_commit (self->editor);
  location = make_location (school_id, NULL, self->view);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
next_subject_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to_subject (OCT_JUDGE_PAGE (widget), 1);
}

static void
previous_subject_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to_subject (OCT_JUDGE_PAGE (widget), -1);
}

static void
list_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctJudgePage *self = OCT_JUDGE_PAGE (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->list_page);
  oct_judge_list_focus (self->list);
}

static void
moderate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctJudgePage *self = OCT_JUDGE_PAGE (widget);
  const OctElement *element = oct_framework_find_element (
    oct_assessment_get_framework (get_assessment (self)), get_selected (self));
  g_autofree char *location = g_strdup_printf ("moderate/%u", element->number);

  gtk_widget_activate_action (widget, "win.go", "s", location);
}

/* --- class --- */

static gboolean
focus_idle_cb (gpointer user_data)
{
  OctJudgePage *self = OCT_JUDGE_PAGE (user_data);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    oct_judge_list_focus (self->list);

  return G_SOURCE_REMOVE;
}

static void
oct_judge_page_show (OctPage *page, const char *location)
{
  OctJudgePage *self = OCT_JUDGE_PAGE (page);

  read_location (self, location);
  self->arriving = TRUE;
  refresh (self);
  if (get_assessment (self) != NULL)
    oct_page_set_title (page, get_subject_name (self));
  adw_leaflet_set_visible_child (self->leaflet, self->list_page);
  /* The keys work from the list. It can't have the focus before it is on the screen. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_idle_cb, g_object_ref (self), g_object_unref);
}

static void
oct_judge_page_constructed (GObject *object)
{
  OctJudgePage *self = OCT_JUDGE_PAGE (object);
  OctWorkbench *workbench = get_workbench (self);

  G_OBJECT_CLASS (oct_judge_page_parent_class)->constructed (object);
  oct_judge_editor_set_workbench (self->editor, workbench);
  g_signal_connect_object (workbench, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "notify::loading", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
}

static void
oct_judge_page_finalize (GObject *object)
{
  OctJudgePage *self = OCT_JUDGE_PAGE (object);

  g_free (self->school_id);
  g_free (self->wanted);
  G_OBJECT_CLASS (oct_judge_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-judge-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctJudgePage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctJudgePage, blank);
  gtk_widget_class_bind_template_child (widget_class, OctJudgePage, subject_label);
  gtk_widget_class_bind_template_child (widget_class, OctJudgePage, cycle_label);
  gtk_widget_class_bind_template_child (widget_class, OctJudgePage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, OctJudgePage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, OctJudgePage, own_button);
  gtk_widget_class_bind_template_child (widget_class, OctJudgePage, moderated_button);
  gtk_widget_class_bind_template_child (widget_class, OctJudgePage, closed_label);
  gtk_widget_class_bind_template_child (widget_class, OctJudgePage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, OctJudgePage, list);
  gtk_widget_class_bind_template_child (widget_class, OctJudgePage, list_page);
  gtk_widget_class_bind_template_child (widget_class, OctJudgePage, editor_page);
  gtk_widget_class_bind_template_child (widget_class, OctJudgePage, editor);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, editor_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_toggled_cb);
}

/* Those that a text would take for its own (Ctrl+Return and others) stand in the template, since
 * they must come before the text. */
static void
add_keys (GtkWidgetClass *widget_class)
{
  for (int i = 0; i < OCT_FRAMEWORK_MAX_STAGES; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, (guint) (GDK_KEY_1 + i), 0, "judge.stage",
                                           "i", i);
      gtk_widget_class_add_binding_action (widget_class, (guint) (GDK_KEY_KP_1 + i), 0,
                                           "judge.stage", "i", i);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_u, 0, "judge.unchanged", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, 0, "judge.add-evidence", NULL);
}

static void
oct_judge_page_class_init (OctJudgePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = oct_judge_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = oct_judge_page_finalize;
  OCT_PAGE_CLASS (klass)->show = oct_judge_page_show;

  gtk_widget_class_install_action (widget_class, "judge.finish", NULL, finish_cb);
  gtk_widget_class_install_action (widget_class, "judge.stage", "i", stage_cb);
  gtk_widget_class_install_action (widget_class, "judge.unchanged", NULL, unchanged_cb);
  gtk_widget_class_install_action (widget_class, "judge.rest-unchanged", NULL, rest_unchanged_cb);
  gtk_widget_class_install_action (widget_class, "judge.clear", NULL, clear_cb);
  gtk_widget_class_install_action (widget_class, "judge.add-evidence", NULL, add_evidence_cb);
  gtk_widget_class_install_action (widget_class, "judge.next-subject", NULL, next_subject_cb);
  gtk_widget_class_install_action (widget_class, "judge.previous-subject", NULL,
                                   previous_subject_cb);
  gtk_widget_class_install_action (widget_class, "judge.list", NULL, list_cb);
  gtk_widget_class_install_action (widget_class, "judge.moderate", NULL, moderate_cb);
  add_keys (widget_class);

  g_type_ensure (OCT_TYPE_JUDGE_BLANK);
  g_type_ensure (OCT_TYPE_JUDGE_EDITOR);
  g_type_ensure (OCT_TYPE_JUDGE_LIST);
  g_type_ensure (OCT_TYPE_COLUMNS);
  bind_template (widget_class);
}

static void
oct_judge_page_init (OctJudgePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  oct_page_set_title (OCT_PAGE (self), _("Judge"));
  /* Few judged isn't bad and many isn't good: the bar has one colour. */
  gtk_level_bar_remove_offset_value (self->progress_bar, GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (self->progress_bar, GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (self->progress_bar, GTK_LEVEL_BAR_OFFSET_FULL);
  oct_accessible_follow (GTK_WIDGET (self));
}
