/* The editor of the framework; see the header.
 *
 * Everything written is kept at once as a step of the draft, which undo takes back like any other
 * edit. Nothing is judged by it before somebody uses it as the next version.
 */

#include "oct-framework-draft-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-columns.h"
#include "oct-draft-form.h"
#include "oct-location.h"

/* In the list of parts. */
#define FIRST_ELEMENT 3

struct _OctFrameworkDraftPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  GtkLabel *heading;
  GtkLabel *state;
  GtkButton *use_button;
  GtkWidget *problem_strip;
  GtkLabel *problem;
  AdwLeaflet *leaflet;
  GtkWidget *list_page;
  GtkListBox *parts;
  GtkWidget *form_page;
  GtkScrolledWindow *scroller;
  OctDraftForm *form;

  /* owned */
  OctDraftWork *work; /* (nullable): until the page is shown */
  char *wanted;       /* (nullable): the part to go to once there is a draft */

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctFrameworkDraftPage, oct_framework_draft_page, OCT_TYPE_PAGE)

/* --- the list of parts --- */

static void
add_part (OctFrameworkDraftPage *self, const char *key, const char *icon)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *tag = gtk_label_new (NULL);
  GtkWidget *warning = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (tag, "oct-tag");
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), tag);
  gtk_box_append (GTK_BOX (box), warning);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (key), g_free);
  g_object_set_data (G_OBJECT (row), "label", label);
  g_object_set_data (G_OBJECT (row), "tag", tag);
  g_object_set_data (G_OBJECT (row), "warning", warning);
  gtk_list_box_append (self->parts, row);
}

static void
add_parts (OctFrameworkDraftPage *self)
{
  GPtrArray *elements = oct_framework_get_elements (oct_draft_work_get_draft (self->work));

  if (gtk_list_box_get_row_at_index (self->parts, 0) != NULL)
    return;
  add_part (self, OCT_DRAFT_PART_CHANGES, "document-edit-symbolic");
  add_part (self, OCT_DRAFT_PART_FRAME, "text-x-generic-symbolic");
  add_part (self, OCT_DRAFT_PART_STAGES, "view-list-ordered-symbolic");
  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = elements->pdata[i];

      add_part (self, element->key, element->icon);
    }
}

static gboolean
is_part_of (const char *path, const char *key)
{
  g_autofree char *prefix = g_strdup_printf ("element/%s/", key);

  if (g_str_equal (key, OCT_DRAFT_PART_STAGES))
    return g_str_equal (path, "stages") || g_str_has_prefix (path, "stage/");
  if (g_str_equal (key, OCT_DRAFT_PART_FRAME))
    return strchr (path, '/') == NULL && !g_str_equal (path, "stages");
  return g_str_has_prefix (path, prefix);
}

static gboolean
is_changed (GHashTable *rows, const char *key)
{
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (is_part_of (path, key))
      return TRUE;

  return FALSE;
}

static const char *
get_problem_part (OctFrameworkDraftPage *self, const OctFrameworkProblem *problem)
{
  const OctElement *element = oct_framework_get_element (oct_draft_work_get_draft (self->work),
                                                         problem->element);

  if (problem->element > 0 && element != NULL)
    return element->key;
  return problem->part == OCT_PART_STAGE ? OCT_DRAFT_PART_STAGES : OCT_DRAFT_PART_FRAME;
}

static gboolean
has_problem (OctFrameworkDraftPage *self, const char *key)
{
  GPtrArray *problems = oct_draft_work_get_problems (self->work);

  for (guint i = 0; i < problems->len; i++)
    if (g_str_equal (get_problem_part (self, problems->pdata[i]), key))
      return TRUE;

  return FALSE;
}

static char *
dup_part_name (OctFrameworkDraftPage *self, const char *key)
{
  const OctElement *element = oct_framework_find_element (oct_draft_work_get_draft (self->work),
                                                          key);

  if (element != NULL)
    return g_strdup_printf ("%u  %s", element->number, element->short_name);
  if (g_str_equal (key, OCT_DRAFT_PART_CHANGES))
    return g_strdup (_("What changes"));
  return g_strdup (g_str_equal (key, OCT_DRAFT_PART_STAGES) ? _("Stages") : _("The framework"));
}

static void
show_part_row (OctFrameworkDraftPage *self, GtkListBoxRow *row, GHashTable *rows, guint n_changes)
{
  const char *key = g_object_get_data (G_OBJECT (row), "key");
  gboolean is_changes = g_str_equal (key, OCT_DRAFT_PART_CHANGES);
  gboolean changed = is_changes ? n_changes > 0 : is_changed (rows, key);
  gboolean problem = has_problem (self, key);
  g_autofree char *name = dup_part_name (self, key);
  g_autofree char *count = g_strdup_printf ("%u", n_changes);
  g_autofree char *spoken = NULL;
  GtkWidget *tag = g_object_get_data (G_OBJECT (row), "tag");

  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "label"), name);
  gtk_label_set_label (GTK_LABEL (tag), is_changes ? count : _("changed"));
  gtk_widget_set_visible (tag, changed);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "warning"), problem);
  /* Translators: a part of the framework, said by a screen reader. */
  spoken = g_strdup_printf (problem ? _("%s, something is still to be written")
                                    : (changed ? _("%s, changed") : "%s"),
                            name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* --- what is shown --- */

static const char *
get_selected (OctFrameworkDraftPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->parts);

  return row != NULL ? g_object_get_data (G_OBJECT (row), "key") : NULL;
}

static void
show_head (OctFrameworkDraftPage *self, guint n_changes)
{
  int version = oct_framework_get_version (oct_draft_work_get_draft (self->work));
  GPtrArray *problems = oct_draft_work_get_problems (self->work);
  /* Translators: a number from 2. */
  g_autofree char *heading = g_strdup_printf (_("Draft of version %d"), version);
  /* Translators: a number from 2. */
  g_autofree char *use = g_strdup_printf (_("_Use as version %d"), version);
  g_autofree char *state = NULL;

  if (n_changes > 0)
    /* Translators: the first number is that of changes, the second that of a version. */
    state = g_strdup_printf (ngettext ("%u change from version %d", "%u changes from version %d",
                                       n_changes),
                             n_changes, version - 1);
  else
    state = g_strdup (_("What you write is kept as a draft until you use it."));
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->state, state);
  gtk_button_set_label (self->use_button, use);
  gtk_widget_set_visible (self->problem_strip, problems->len > 0);
  if (problems->len > 0)
    gtk_label_set_label (self->problem, ((OctFrameworkProblem *) problems->pdata[0])->message);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draft.use",
                                 n_changes > 0 && problems->len == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draft.discard", n_changes > 0);
}

static void
select_part (OctFrameworkDraftPage *self, const char *key)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->parts, i)) != NULL; i++)
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "key"), key) == 0)
      {
        gtk_list_box_select_row (self->parts, row);
        return;
      }
}

/* One comes to an element, unless the location says where. */
static void
select_wanted (OctFrameworkDraftPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->parts, FIRST_ELEMENT);

  self->updating = TRUE;
  if (self->wanted != NULL)
    select_part (self, self->wanted);
  if (get_selected (self) == NULL && row != NULL)
    gtk_list_box_select_row (self->parts, row);
  g_clear_pointer (&self->wanted, g_free);
  self->updating = FALSE;
}

static void
update (OctFrameworkDraftPage *self)
{
  g_auto (GStrv) changes = oct_draft_work_dup_changes (self->work);
  g_autoptr (GHashTable) rows = NULL;
  GtkListBoxRow *row;

  if (oct_draft_work_get_draft (self->work) == NULL)
    {
      oct_page_show_part (self->stack, "blank");
      return;
    }
  rows = oct_framework_draft_diff (oct_draft_work_get_base (self->work),
                                   oct_draft_work_get_draft (self->work));
  add_parts (self);
  show_head (self, g_strv_length (changes));
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->parts, i)) != NULL; i++)
    show_part_row (self, row, rows, g_strv_length (changes));
  select_wanted (self);
  oct_draft_form_update (self->form);
  oct_page_show_part (self->stack, "draft");
}

static void
failed_cb (OctFrameworkDraftPage *self, const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", message);
}

static void
selected_cb (OctFrameworkDraftPage *self)
{
  const char *key = get_selected (self);
  g_autofree char *location = NULL;

  if (key == NULL || self->work == NULL)
    return;
  oct_draft_form_show (self->form, key);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (self->updating)
    return;
  location = g_strconcat ("framework-draft?part=", key, NULL);
  oct_page_set_location (OCT_PAGE (self), location);
}

static void
activated_cb (OctFrameworkDraftPage *self)
{
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->form_page);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

/* --- actions --- */

static void
parts_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OctFrameworkDraftPage *self = OCT_FRAMEWORK_DRAFT_PAGE (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->list_page);
}

static void
show_problem_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OctFrameworkDraftPage *self = OCT_FRAMEWORK_DRAFT_PAGE (widget);
  GPtrArray *problems = oct_draft_work_get_problems (self->work);

  if (problems->len == 0)
    return;
  select_part (self, get_problem_part (self, problems->pdata[0]));
  adw_leaflet_set_visible_child (self->leaflet, self->form_page);
  oct_draft_form_open (self->form, problems->pdata[0]);
}

static void
used_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    {
      gtk_widget_activate_action (self, "win.toast", "s", error->message);
      return;
    }
  gtk_widget_activate_action (self, "win.toast", "s",
                              _("Open cycles are judged by the new version from now on. Undo "
                                "takes it back."));
  gtk_widget_activate_action (self, "win.go", "s", "framework");
}

static void
use_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OctFrameworkDraftPage *self = OCT_FRAMEWORK_DRAFT_PAGE (widget);
  g_autoptr (GError) error = NULL;

  oct_draft_form_commit (self->form);
  if (!oct_draft_work_use (self->work, used_cb, g_object_ref (self), &error))
    {
      gtk_widget_activate_action (widget, "win.toast", "s", error->message);
      g_object_unref (self);
    }
}

static void
discarded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error);

  gtk_widget_activate_action (
    self, "win.toast", "s", done ? _("Discarded the draft. Undo brings it back.") : error->message);
}

static void
discard_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OctFrameworkDraftPage *self = OCT_FRAMEWORK_DRAFT_PAGE (widget);

  oct_draft_form_commit (self->form);
  oct_draft_work_discard (self->work, discarded_cb, g_object_ref (self));
}

/* --- class --- */

static void
oct_framework_draft_page_show_location (OctPage *page, const char *location)
{
  OctFrameworkDraftPage *self = OCT_FRAMEWORK_DRAFT_PAGE (page);
  g_autoptr (GHashTable) values = oct_location_parse_query (location);
  const char *part = g_hash_table_lookup (values, "part");

  oct_page_set_title (page, _("Change the framework"));
  if (self->work == NULL)
    {
      self->work = oct_draft_work_new (
        oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self))));
      g_signal_connect_object (self->work, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->work, "failed", G_CALLBACK (failed_cb), self,
                               G_CONNECT_SWAPPED);
      oct_draft_form_set_work (self->form, self->work);
    }
  g_free (self->wanted);
  self->wanted = g_strdup (part);
  update (self);
}

static void
oct_framework_draft_page_dispose (GObject *object)
{
  OctFrameworkDraftPage *self = OCT_FRAMEWORK_DRAFT_PAGE (object);

  g_clear_object (&self->work);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (oct_framework_draft_page_parent_class)->dispose (object);
}

static void
oct_framework_draft_page_class_init (OctFrameworkDraftPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_framework_draft_page_dispose;
  OCT_PAGE_CLASS (klass)->show = oct_framework_draft_page_show_location;

  g_type_ensure (OCT_TYPE_COLUMNS);
  g_type_ensure (OCT_TYPE_DRAFT_FORM);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-framework-draft-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctFrameworkDraftPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctFrameworkDraftPage, heading);
  gtk_widget_class_bind_template_child (widget_class, OctFrameworkDraftPage, state);
  gtk_widget_class_bind_template_child (widget_class, OctFrameworkDraftPage, use_button);
  gtk_widget_class_bind_template_child (widget_class, OctFrameworkDraftPage, problem_strip);
  gtk_widget_class_bind_template_child (widget_class, OctFrameworkDraftPage, problem);
  gtk_widget_class_bind_template_child (widget_class, OctFrameworkDraftPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, OctFrameworkDraftPage, list_page);
  gtk_widget_class_bind_template_child (widget_class, OctFrameworkDraftPage, parts);
  gtk_widget_class_bind_template_child (widget_class, OctFrameworkDraftPage, form_page);
  gtk_widget_class_bind_template_child (widget_class, OctFrameworkDraftPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, OctFrameworkDraftPage, form);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "draft.parts", NULL, parts_cb);
  gtk_widget_class_install_action (widget_class, "draft.show-problem", NULL, show_problem_cb);
  gtk_widget_class_install_action (widget_class, "draft.use", NULL, use_cb);
  gtk_widget_class_install_action (widget_class, "draft.discard", NULL, discard_cb);
}

static void
oct_framework_draft_page_init (OctFrameworkDraftPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
