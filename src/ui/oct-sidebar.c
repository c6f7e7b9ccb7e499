/* The sidebar: the pages, the watchlist and the user's saved views, and how far an import is.
 *
 * Its rows are locations. Which of them is marked as the present one follows from the window's
 * location alone, so that back and forward keep it right.
 */

#include "oct-sidebar.h"

#include <glib/gi18n.h>

#include "oct-location.h"
#include "oct-page-kinds.h"
#include "oct-school-query.h"
#include "oct-sidebar-row.h"
#include "oct-workspace-name.h"

/* Of every kind, open or closed: whatever was starred is to be found. */
#define STARRED_TRUSTS "trusts?type=all&status=any&starred=1"

struct _OctSidebar
{
  AdwBin parent_instance;

  /* template */
  AdwWindowTitle *title;
  GtkListBox *list;
  GtkRevealer *job_revealer;
  GtkProgressBar *job_bar;

  /* owned */
  OctSession *session;
  OctJob *job;
  GSignalGroup *session_signals;
  GSignalGroup *job_signals;
  char *location;
  char *watchlist;

  /* borrowed */
  OctSidebarRow *schools_row;
  OctSidebarRow *trusts_row;
};

G_DEFINE_FINAL_TYPE (OctSidebar, oct_sidebar, ADW_TYPE_BIN)

/* The places, in sections: a heading stands over the first of a section that there is a page for. */
static const struct
{
  const char *location;
  const char *icon;
  const char *label;
  const char *section;
} places[] = {
  { "home", "go-home-symbolic", N_("Home"), NULL },
  { "our-trust", "io.github.octantapp.Octant-symbolic", N_("Our trust"), NULL },
  { "my-work", "checkbox-checked-symbolic", N_("My work"), N_("Improvement") },
  { "plans", "octant-plans-symbolic", N_("Plans"), N_("Improvement") },
  { "timeline", "octant-timeline-symbolic", N_("Timeline"), N_("Improvement") },
  { "progress", "octant-progress-symbolic", N_("Progress"), N_("Improvement") },
  { "visits", "x-office-calendar-symbolic", N_("Visits"), N_("Improvement") },
  { "line-of-sight", "octant-sight-symbolic", N_("Line of sight"), N_("Improvement") },
  { "support", "octant-support-symbolic", N_("Support"), N_("Improvement") },
  { "practices", "octant-practice-symbolic", N_("Practices"), N_("Improvement") },
  { "risks", "octant-risk-symbolic", N_("Risks"), N_("Improvement") },
  { "concerns", "octant-concern-symbolic", N_("Concerns"), N_("Improvement") },
  { "compare", "view-dual-symbolic", N_("Compare"), N_("Workspace") },
  { "framework", "view-list-bullet-symbolic", N_("Framework"), N_("Workspace") },
  { "lens", "octant-lens-symbolic", N_("Lenses"), N_("Workspace") },
  { "people", "system-users-symbolic", N_("People and records"), N_("Workspace") },
  { "history", "document-revert-symbolic", N_("History"), N_("Workspace") },
  { "schools", "octant-schools-symbolic", N_("Schools"), N_("England") },
  { "trusts", "octant-trusts-symbolic", N_("Trusts"), N_("England") },
  { "national", "octant-national-symbolic", N_("National picture"), N_("England") },
  { "map", "octant-map-symbolic", N_("Map"), N_("England") },
  { "changes", "document-open-recent-symbolic", N_("Changes"), N_("England") },
  { "sources", "octant-sources-symbolic", N_("Sources"), N_("England") },
};

/* Pages of one thing, and the place that the thing belongs to. */
static const struct
{
  const char *kind;
  const char *place;
} belongings[] = {
  { "backups", "our-trust" },  { "element", "our-trust" }, { "judge", "our-trust" },
  { "moderate", "our-trust" }, { "need", "plans" },        { "plan", "plans" },
  { "practice", "practices" }, { "review", "plans" },      { "school", "schools" },
  { "trust", "trusts" },       { "visit", "visits" },      { "workspaces", "our-trust" },
};

static const char *
place_of_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (belongings); i++)
    if (g_str_equal (belongings[i].kind, kind))
      return belongings[i].place;

  return kind;
}

static gboolean
is_page (const char *location)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      if (g_str_equal (places[i].location, location))
        return TRUE;
    }
  return FALSE;
}

static void
select_row (OctSidebar *self)
{
  g_autofree char *kind = NULL;
  GtkListBoxRow *exact = NULL;
  GtkListBoxRow *place = NULL;
  GtkListBoxRow *row;

  if (self->location == NULL)
    return;
  kind = oct_location_dup_kind (self->location);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      const char *location = oct_sidebar_row_get_location (OCT_SIDEBAR_ROW (row));

      if (exact == NULL && g_str_equal (location, self->location))
        exact = row;
      if (place == NULL && g_str_equal (location, place_of_kind (kind)))
        place = row;
    }
  gtk_list_box_select_row (self->list, exact != NULL ? exact : place);
}

static void
update_watchlist (OctSidebar *self)
{
  if (self->session == NULL)
    return;
  if (self->schools_row != NULL)
    oct_sidebar_row_set_count (self->schools_row,
                               g_hash_table_size (oct_session_get_stars (self->session)));
  if (self->trusts_row != NULL)
    oct_sidebar_row_set_count (self->trusts_row,
                               g_hash_table_size (oct_session_get_trust_stars (self->session)));
}

static OctSidebarRow *
append_stars (OctSidebar *self, const char *heading, const char *label, const char *location)
{
  GtkWidget *row = oct_sidebar_row_new ("starred-symbolic", label, location);

  /* Before it is appended, since the list makes headings then. */
  if (heading != NULL)
    oct_sidebar_row_set_heading (OCT_SIDEBAR_ROW (row), heading);
  gtk_list_box_append (self->list, row);
  return OCT_SIDEBAR_ROW (row);
}

static void
append_views (OctSidebar *self)
{
  GPtrArray *views = oct_session_get_views (self->session);

  for (guint i = 0; i < views->len; i++)
    {
      const OctSavedView *view = g_ptr_array_index (views, i);
      g_autofree char *location = g_strdup_printf ("%s?%s", view->page, view->query);
      GtkWidget *row = oct_sidebar_row_new ("octant-view-symbolic", view->name, location);

      oct_sidebar_row_set_saved (OCT_SIDEBAR_ROW (row), TRUE);
      if (i == 0)
        oct_sidebar_row_set_heading (OCT_SIDEBAR_ROW (row), _("Saved views"));
      gtk_list_box_append (self->list, row);
    }
}

static void
append_places (OctSidebar *self)
{
  const char *section = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GtkWidget *row;

      if (oct_page_kind_get_type (places[i].location) == G_TYPE_INVALID)
        continue;
      row = oct_sidebar_row_new (places[i].icon, _(places[i].label), places[i].location);
      if (places[i].section != NULL && g_strcmp0 (places[i].section, section) != 0)
        oct_sidebar_row_set_heading (OCT_SIDEBAR_ROW (row), _(places[i].section));
      section = places[i].section;
      gtk_list_box_append (self->list, row);
    }
}

/* The rows are few and change when the user saves a view: made again as a whole. */
static void
make_rows (OctSidebar *self)
{
  GtkListBoxRow *row;

  self->schools_row = NULL;
  self->trusts_row = NULL;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  append_places (self);
  if (oct_page_kind_get_type ("schools") != G_TYPE_INVALID)
    self->schools_row = append_stars (self, _("Yours"), _("Starred schools"), self->watchlist);
  if (oct_page_kind_get_type ("trusts") != G_TYPE_INVALID)
    self->trusts_row = append_stars (self, NULL, _("Starred trusts"), STARRED_TRUSTS);
  update_watchlist (self);
  if (self->schools_row != NULL)
    append_views (self);
  select_row (self);
}

/* --- callbacks --- */

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *heading = oct_sidebar_row_get_heading (OCT_SIDEBAR_ROW (row));
  GtkWidget *label;

  if (heading == NULL || gtk_list_box_row_get_header (row) != NULL)
    return;
  label = gtk_label_new (heading);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "sidebar-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
row_activated_cb (OctSidebar *self, GtkListBoxRow *row)
{
  const char *location = oct_sidebar_row_get_location (OCT_SIDEBAR_ROW (row));

  /* A page comes back as it was left; the watchlist and a saved view say themselves what to show. */
  gtk_widget_activate_action (GTK_WIDGET (self), is_page (location) ? "win.place" : "win.go", "s",
                              location);
}

static void
update_job (OctSidebar *self)
{
  double fraction;

  if (self->job == NULL)
    return;
  gtk_revealer_set_reveal_child (self->job_revealer, oct_job_get_running (self->job));
  fraction = oct_job_get_fraction (self->job);
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->job_bar, fraction);
  else
    gtk_progress_bar_pulse (self->job_bar);
}

static void
delete_view_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OctSidebar *self = OCT_SIDEBAR (widget);

  oct_session_delete_view (self->session, g_variant_get_string (parameter, NULL));
}

static void
rename_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  OctSidebar *self = OCT_SIDEBAR (user_data);
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  const char *name = g_object_get_data (G_OBJECT (dialog), "name");
  g_autofree char *new_name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (g_str_equal (response, "rename") && *new_name != '\0' && !g_str_equal (name, new_name))
    oct_session_rename_view (self->session, name, new_name);
}

static void
rename_text_cb (AdwMessageDialog *dialog, GParamSpec *pspec, GtkEditable *entry)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "rename", *name != '\0');
}

static void
rename_view_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *name = g_variant_get_string (parameter, NULL);
  GtkWidget *dialog;
  GtkWidget *entry = gtk_entry_new ();

  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                   _("Rename the saved view"), NULL);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "rename",
                                    _("_Rename"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "rename",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "rename");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Name of the view"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  g_object_set_data_full (G_OBJECT (dialog), "name", g_strdup (name), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (rename_response_cb), widget, 0);
  g_signal_connect_object (entry, "notify::text", G_CALLBACK (rename_text_cb), dialog,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- class --- */

/* The pages are one stop of the Tab key, at the one that is shown; arrow keys walk among them. */
static gboolean
oct_sidebar_focus (GtkWidget *widget, GtkDirectionType direction)
{
  OctSidebar *self = OCT_SIDEBAR (widget);
  GtkWidget *list = GTK_WIDGET (self->list);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, list);

  if (direction == GTK_DIR_TAB_BACKWARD && inside)
    return FALSE;
  if (direction == GTK_DIR_TAB_FORWARD && inside)
    return gtk_revealer_get_reveal_child (self->job_revealer)
           && gtk_widget_child_focus (GTK_WIDGET (self->job_revealer), direction);
  if ((direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD) && row != NULL
      && (focus == NULL || !gtk_widget_is_ancestor (focus, widget)))
    return gtk_widget_grab_focus (GTK_WIDGET (row));

  return GTK_WIDGET_CLASS (oct_sidebar_parent_class)->focus (widget, direction);
}

static void
oct_sidebar_finalize (GObject *object)
{
  OctSidebar *self = OCT_SIDEBAR (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->job_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->job);
  g_free (self->location);
  g_free (self->watchlist);
  G_OBJECT_CLASS (oct_sidebar_parent_class)->finalize (object);
}

static void
oct_sidebar_class_init (OctSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_sidebar_finalize;
  widget_class->focus = oct_sidebar_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, OctSidebar, title);
  gtk_widget_class_bind_template_child (widget_class, OctSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, OctSidebar, job_revealer);
  gtk_widget_class_bind_template_child (widget_class, OctSidebar, job_bar);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "sidebar.rename-view", "s", rename_view_cb);
  gtk_widget_class_install_action (widget_class, "sidebar.delete-view", "s", delete_view_cb);
}

static void
oct_sidebar_init (OctSidebar *self)
{
  g_autoptr (OctSchoolQuery) query = oct_school_query_new ();
  g_autofree char *text = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);

  oct_school_query_set_starred (query, TRUE);
  text = oct_school_query_to_string (query);
  self->watchlist = g_strdup_printf ("schools?%s", text);

  self->session_signals = g_signal_group_new (OCT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "stars-changed",
                                  G_CALLBACK (update_watchlist), self);
  g_signal_group_connect_swapped (self->session_signals, "views-changed", G_CALLBACK (make_rows),
                                  self);
  self->job_signals = g_signal_group_new (OCT_TYPE_JOB);
  g_signal_group_connect_swapped (self->job_signals, "notify::fraction", G_CALLBACK (update_job),
                                  self);
  g_signal_group_connect_swapped (self->job_signals, "notify::running", G_CALLBACK (update_job),
                                  self);
}

/**
 * oct_sidebar_set_session:
 * @self: the sidebar
 * @session: whose watchlist and views to show
 *
 * Shows another session.
 */
void
oct_sidebar_set_session (OctSidebar *self, OctSession *session)
{
  g_return_if_fail (OCT_IS_SIDEBAR (self));

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  oct_workspace_name_follow (self->title, oct_session_get_workbench (session));
  make_rows (self);
}

/**
 * oct_sidebar_set_location:
 * @self: the sidebar
 * @location: where the window is
 *
 * Marks the row that the location belongs to.
 */
void
oct_sidebar_set_location (OctSidebar *self, const char *location)
{
  g_return_if_fail (OCT_IS_SIDEBAR (self));

  g_free (self->location);
  self->location = g_strdup (location);
  select_row (self);
}

/**
 * oct_sidebar_is_place:
 * @self: the sidebar
 * @location: a location
 *
 * Returns: whether the location is one of a page of the sidebar, and not a school or trust, the
 *   watchlist or a saved view
 */
gboolean
oct_sidebar_is_place (OctSidebar *self, const char *location)
{
  g_autofree char *kind = NULL;
  g_autoptr (GHashTable) values = NULL;
  GtkListBoxRow *row;

  g_return_val_if_fail (OCT_IS_SIDEBAR (self), FALSE);
  g_return_val_if_fail (location != NULL, FALSE);

  kind = oct_location_dup_kind (location);
  values = oct_location_parse_query (location);
  if (!is_page (kind) || g_hash_table_contains (values, "starred"))
    return FALSE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      const char *other = oct_sidebar_row_get_location (OCT_SIDEBAR_ROW (row));

      if (g_str_equal (other, location) && !is_page (other))
        return FALSE;
    }
  return TRUE;
}

/**
 * oct_sidebar_set_job:
 * @self: the sidebar
 * @job: (nullable): the running import
 *
 * Shows how far an import is, wherever else the person is meanwhile.
 */
void
oct_sidebar_set_job (OctSidebar *self, OctJob *job)
{
  g_return_if_fail (OCT_IS_SIDEBAR (self));

  g_set_object (&self->job, job);
  g_signal_group_set_target (self->job_signals, job);
  if (job == NULL)
    gtk_revealer_set_reveal_child (self->job_revealer, FALSE);
  update_job (self);
}
