/* The people of a workspace; see the header. Rows are made anew only where somebody changed, so that
 * whoever walks through them by the keyboard stays where they are.
 */

#include "oct-people-list.h"

#include <glib/gi18n.h>

#include "oct-location.h"
#include "oct-person-dialog.h"

struct _OctPeopleList
{
  AdwBin parent_instance;

  /* template */
  AdwComboRow *worker;
  GtkListBox *list;
  GtkWidget *empty;

  /* owned */
  OctWorkbench *workbench;
  GPtrArray *ids; /* of people, as the combo row has them; the first may be NULL */
  char *shown;    /* what the rows say, to know whether they still do */

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctPeopleList, oct_people_list, ADW_TYPE_BIN)

static gboolean
is_only_one (GPtrArray *people, const OctPerson *person)
{
  for (guint i = 0; i < people->len; i++)
    {
      const OctPerson *other = g_ptr_array_index (people, i);

      if (other != person && g_str_equal (other->post, person->post))
        return FALSE;
    }

  return TRUE;
}

/* (transfer full): the post, and the name where two have the same post. */
static char *
describe (GPtrArray *people, const OctPerson *person)
{
  if (person->post[0] == '\0' || person->name[0] == '\0' || is_only_one (people, person))
    return g_strdup (oct_person_to_text (person));

  /* Translators: a post and a name: "Director of education (Jane Doe)". */
  return g_strdup_printf (_("%s (%s)"), person->post, person->name);
}

/* --- who works here --- */

static void
show_worker (OctPeopleList *self, GPtrArray *people)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *id = oct_workbench_get_person_id (self->workbench);
  guint chosen = GTK_INVALID_LIST_POSITION;

  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; i < people->len; i++)
    {
      const OctPerson *person = g_ptr_array_index (people, i);
      g_autofree char *text = describe (people, person);

      if (g_strcmp0 (person->id, id) == 0)
        chosen = self->ids->len;
      g_ptr_array_add (self->ids, g_strdup (person->id));
      gtk_string_list_append (names, text);
    }
  if (chosen == GTK_INVALID_LIST_POSITION)
    {
      const char *nobody[] = { _("Nobody chosen yet"), NULL };

      gtk_string_list_splice (names, 0, 0, nobody);
      g_ptr_array_insert (self->ids, 0, NULL);
      chosen = 0;
    }
  self->updating = TRUE;
  adw_combo_row_set_model (self->worker, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->worker, chosen);
  self->updating = FALSE;
}

static void
worker_cb (OctPeopleList *self)
{
  guint selected = adw_combo_row_get_selected (self->worker);
  const OctPerson *person;
  g_autofree char *toast = NULL;
  const char *id;

  if (self->updating || selected >= self->ids->len)
    return;
  id = g_ptr_array_index (self->ids, selected);
  person = id != NULL
             ? oct_assessment_find_person (oct_workbench_get_assessment (self->workbench), id)
             : NULL;
  if (person == NULL || g_strcmp0 (id, oct_workbench_get_person_id (self->workbench)) == 0)
    return;
  oct_workbench_set_person_id (self->workbench, id);
  /* Translators: %s is a post or a name. */
  toast = g_strdup_printf (_("From now on history says %s"), oct_person_to_text (person));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", toast);
}

/* --- rows --- */

static GMenuModel *
make_menu (const OctPerson *person)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) edit = g_menu_item_new (_("_Edit…"), NULL);
  g_autoptr (GMenuItem) find = g_menu_item_new (_("_Find what names them"), NULL);
  g_autoptr (GMenuItem) remove = g_menu_item_new (_("_Replace or remove for good…"), NULL);

  g_menu_item_set_action_and_target (edit, "people.edit", "s", person->id);
  g_menu_item_set_action_and_target (find, "people.find", "s", person->id);
  g_menu_item_set_action_and_target (remove, "people.remove", "s", person->id);
  g_menu_append_item (menu, edit);
  g_menu_append_item (menu, find);
  g_menu_append_item (menu, remove);

  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_row (const OctPerson *person)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = make_menu (person);
  g_autofree char *label = g_strdup_printf (
    /* Translators: %s is a post or a name. */
    _("What to do with %s"), oct_person_to_text (person));

  g_object_set (row, "use-markup", FALSE, "title", oct_person_to_text (person), "activatable", TRUE,
                "action-name", "people.edit", NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", person->id);
  if (person->post[0] != '\0' && person->name[0] != '\0')
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), person->name);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

/* (transfer full): everything that the rows show. */
static char *
sum_up (GPtrArray *people)
{
  GString *sum = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    {
      const OctPerson *person = g_ptr_array_index (people, i);

      g_string_append_printf (sum, "%s\n%s\n%s\n", person->id, person->post, person->name);
    }

  return g_string_free (sum, FALSE);
}

static void
update (OctPeopleList *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self->workbench);
  GPtrArray *people = assessment != NULL ? oct_assessment_get_people (assessment) : NULL;
  g_autofree char *sum = NULL;
  GtkWidget *row;

  if (people == NULL)
    return;
  show_worker (self, people);
  sum = sum_up (people);
  if (g_strcmp0 (sum, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&sum);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < people->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (people, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), people->len > 0);
  gtk_widget_set_visible (self->empty, people->len == 0);
}

/* --- what a person does --- */

static void
show_dialog (OctPeopleList *self, const OctPerson *person)
{
  GtkWindow *dialog = oct_person_dialog_new (self->workbench, person);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_set_transient_for (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  gtk_window_present (dialog);
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_dialog (OCT_PEOPLE_LIST (widget), NULL);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctPeopleList *self = OCT_PEOPLE_LIST (widget);
  OctAssessment *assessment = oct_workbench_get_assessment (self->workbench);
  const OctPerson *person = assessment != NULL
                              ? oct_assessment_find_person (assessment,
                                                            g_variant_get_string (parameter, NULL))
                              : NULL;

  if (person != NULL)
    show_dialog (self, person);
}

static void
go_to_search (GtkWidget *widget, GVariant *parameter, gboolean remove)
{
  g_autoptr (GString) location = g_string_new ("people/find");

  oct_location_append (location, "person", g_variant_get_string (parameter, NULL));
  if (remove)
    oct_location_append (location, "remove", "1");
  gtk_widget_activate_action (widget, "win.go", "s", location->str);
}

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to_search (widget, parameter, FALSE);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to_search (widget, parameter, TRUE);
}

/* --- class --- */

static void
oct_people_list_dispose (GObject *object)
{
  OctPeopleList *self = OCT_PEOPLE_LIST (object);

  g_clear_object (&self->workbench);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (oct_people_list_parent_class)->dispose (object);
}

static void
oct_people_list_class_init (OctPeopleListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_people_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-people-list.ui");
  gtk_widget_class_bind_template_child (widget_class, OctPeopleList, worker);
  gtk_widget_class_bind_template_child (widget_class, OctPeopleList, list);
  gtk_widget_class_bind_template_child (widget_class, OctPeopleList, empty);
  gtk_widget_class_bind_template_callback (widget_class, worker_cb);
  gtk_widget_class_install_action (widget_class, "people.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "people.edit", "s", edit_cb);
  gtk_widget_class_install_action (widget_class, "people.find", "s", find_cb);
  gtk_widget_class_install_action (widget_class, "people.remove", "s", remove_cb);
}

static void
oct_people_list_init (OctPeopleList *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_people_list_load:
 * @self: the list
 * @workbench: a workbench with an assessment
 *
 * Shows the people of the workspace as they are now.
 */
void
oct_people_list_load (OctPeopleList *self, OctWorkbench *workbench)
{
  g_return_if_fail (OCT_IS_PEOPLE_LIST (self));

  g_set_object (&self->workbench, workbench);
  update (self);
}
