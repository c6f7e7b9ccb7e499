/* People and records; see the header. The three parts hold themselves up to date; this shows the one
 * that the location names, and what there is to see without a workspace.
 */

#include "oct-people-page.h"

#include <glib/gi18n.h>

#include "oct-location.h"
#include "oct-people-list.h"
#include "oct-person-finder.h"
#include "oct-records-view.h"

struct _OctPeoplePage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  AdwViewStack *parts;
  OctPeopleList *people;
  OctPersonFinder *finder;
  OctRecordsView *records;
  AdwStatusPage *error_page;

  /* owned */
  GSignalGroup *workbench_signals;
  char *workspace; /* (nullable): the id of the one that is shown */
  char *wanted;    /* (nullable): somebody to be found once there is an assessment */

  gboolean remove; /* and then to be removed */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctPeoplePage, oct_people_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctPeoplePage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

/* What was found belongs to the workspace in which it was found. */
static void
follow_workspace (OctPeoplePage *self)
{
  g_autofree char *id = oct_workbench_get_id (get_workbench (self));

  if (g_strcmp0 (id, self->workspace) == 0)
    return;
  g_free (self->workspace);
  self->workspace = g_steal_pointer (&id);
  oct_person_finder_clear (self->finder);
}

static void
update (OctPeoplePage *self)
{
  OctWorkbench *workbench = get_workbench (self);
  const char *problem = oct_workbench_get_problem (workbench);

  if (oct_workbench_get_loading (workbench))
    {
      oct_page_show_part (self->stack, "loading");
      return;
    }
  if (oct_workbench_get_assessment (workbench) == NULL)
    {
      if (problem != NULL)
        adw_status_page_set_description (self->error_page, problem);
      oct_page_show_part (self->stack, problem != NULL ? "error" : "blank");
      return;
    }
  oct_people_list_load (self->people, workbench);
  oct_person_finder_load (self->finder, workbench);
  oct_records_view_load (self->records, workbench);
  follow_workspace (self);
  oct_page_show_part (self->stack, "parts");
  if (self->wanted != NULL)
    {
      g_autofree char *wanted = g_steal_pointer (&self->wanted);

      oct_person_finder_find (self->finder, wanted, self->remove);
    }
}

/* --- callbacks --- */

static void
part_cb (OctPeoplePage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->parts);
  g_autofree char *location = NULL;

  if (self->updating || name == NULL)
    return;
  location = g_str_equal (name, "list") ? g_strdup ("people") : g_strconcat ("people/", name, NULL);
  oct_page_set_location (OCT_PAGE (self), location);
}

static void
removed_cb (OctPeoplePage *self)
{
  oct_page_set_location (OCT_PAGE (self), "people/find");
}

/* --- class --- */

static void
oct_people_page_show_location (OctPage *page, const char *location)
{
  OctPeoplePage *self = OCT_PEOPLE_PAGE (page);
  g_autofree char *part = oct_location_dup_id (location);
  g_autoptr (GHashTable) values = oct_location_parse_query (location);
  gboolean find = g_strcmp0 (part, "find") == 0;

  g_signal_group_set_target (self->workbench_signals, get_workbench (self));
  oct_page_set_title (page, _("People and records"));
  self->updating = TRUE;
  adw_view_stack_set_visible_child_name (self->parts, find                               ? "find"
                                                      : g_strcmp0 (part, "records") == 0 ? "records"
                                                                                         : "list");
  self->updating = FALSE;
  g_free (self->wanted);
  self->wanted = g_strdup (find ? g_hash_table_lookup (values, "person") : NULL);
  self->remove = g_hash_table_contains (values, "remove");
  /* To come back is to look, not to be asked once more how to remove somebody. */
  if (self->remove)
    {
      g_autoptr (GString) plain = g_string_new ("people/find");

      oct_location_append (plain, "person", self->wanted != NULL ? self->wanted : "");
      oct_page_set_location (page, plain->str);
    }
  update (self);
}

static gboolean
oct_people_page_focus_search (OctPage *page)
{
  OctPeoplePage *self = OCT_PEOPLE_PAGE (page);

  if (oct_workbench_get_assessment (get_workbench (self)) == NULL)
    return FALSE;
  adw_view_stack_set_visible_child_name (self->parts, "find");

  return oct_person_finder_focus (self->finder);
}

static void
oct_people_page_dispose (GObject *object)
{
  OctPeoplePage *self = OCT_PEOPLE_PAGE (object);

  if (self->workbench_signals != NULL)
    g_signal_group_set_target (self->workbench_signals, NULL);
  g_clear_object (&self->workbench_signals);
  g_clear_pointer (&self->workspace, g_free);
  g_clear_pointer (&self->wanted, g_free);
  self->updating = TRUE;

  G_OBJECT_CLASS (oct_people_page_parent_class)->dispose (object);
}

static void
oct_people_page_class_init (OctPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OctPageClass *page_class = OCT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_people_page_dispose;
  page_class->show = oct_people_page_show_location;
  page_class->focus_search = oct_people_page_focus_search;

  g_type_ensure (OCT_TYPE_PEOPLE_LIST);
  g_type_ensure (OCT_TYPE_PERSON_FINDER);
  g_type_ensure (OCT_TYPE_RECORDS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctPeoplePage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctPeoplePage, parts);
  gtk_widget_class_bind_template_child (widget_class, OctPeoplePage, people);
  gtk_widget_class_bind_template_child (widget_class, OctPeoplePage, finder);
  gtk_widget_class_bind_template_child (widget_class, OctPeoplePage, records);
  gtk_widget_class_bind_template_child (widget_class, OctPeoplePage, error_page);
  gtk_widget_class_bind_template_callback (widget_class, part_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);
}

static void
oct_people_page_init (OctPeoplePage *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = FALSE;
  self->workbench_signals = g_signal_group_new (OCT_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (self->workbench_signals, "changed", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::loading", G_CALLBACK (update),
                                  self);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::name", G_CALLBACK (update),
                                  self);
}
