/* The page of schools: one search field, filters that combine, and the table.
 *
 * Everything that the page shows follows from one query and one set of columns, and these are what
 * its location says. A key in the search field is answered whole before the next frame is painted;
 * what takes longer or can wait – the counts of the filters, the location – follows when the list
 * is on the screen.
 */

#include "octant-config.h"

#include "oct-schools-page.h"

#include <glib/gi18n.h>

#include "oct-columns-button.h"
#include "oct-filter-chips.h"
#include "oct-filter-sidebar.h"
#include "oct-late-menu.h"
#include "oct-location.h"
#include "oct-school-list.h"
#include "oct-school-table.h"
#include "oct-schools-actions.h"
#include "oct-schools-count.h"
#include "oct-schools-empty.h"
#include "oct-schools-location.h"
#include "oct-schools-output.h"
#include "oct-schools-state.h"

/* The location is written when typing pauses for this long, in milliseconds. */
#define LOCATION_DELAY 300

struct _OctSchoolsPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *page_stack;
  GtkStack *list_stack;
  AdwFlap *flap;
  GtkSearchEntry *entry;
  OctFilterChips *chips;
  OctFilterSidebar *sidebar;
  OctSchoolTable *table;
  OctSchoolsCount *count;
  GtkMenuButton *sort_button;
  OctColumnsButton *columns_button;
  GtkMenuButton *more_button;
  GMenuModel *list_menu;
  OctSchoolsEmpty *empty;

  /* owned */
  OctSchoolQuery *query;
  OctSchoolList *list;
  guint facets_source, location_source;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctSchoolsPage, oct_schools_page, OCT_TYPE_PAGE)

static OctIndex *
get_index (OctSchoolsPage *self)
{
  OctSession *session = oct_page_get_session (OCT_PAGE (self));
  OctRegister *reg = session != NULL ? oct_session_get_register (session) : NULL;

  return reg != NULL ? oct_register_get_index (reg) : NULL;
}

/* What can wait until the list is painted */

static void
flush_location (OctSchoolsPage *self)
{
  g_autofree char *location = oct_schools_location_make (self->query, oct_school_table_get_columns (
                                                                        self->table));

  g_clear_handle_id (&self->location_source, g_source_remove);
  oct_page_set_location (OCT_PAGE (self), location);
}

static gboolean
location_cb (gpointer data)
{
  OctSchoolsPage *self = data;

  self->location_source = 0;
  flush_location (self);
  return G_SOURCE_REMOVE;
}

static void
queue_location (OctSchoolsPage *self)
{
  g_clear_handle_id (&self->location_source, g_source_remove);
  self->location_source = g_timeout_add (LOCATION_DELAY, location_cb, self);
}

static void
update_filters (OctSchoolsPage *self)
{
  OctIndex *index = get_index (self);

  if (index != NULL)
    oct_filter_sidebar_update (self->sidebar, index, self->query,
                               oct_session_get_stars (oct_page_get_session (OCT_PAGE (self))));
}

static gboolean
facets_cb (gpointer data)
{
  OctSchoolsPage *self = data;

  self->facets_source = 0;
  update_filters (self);
  return G_SOURCE_REMOVE;
}

/* Counting has to wait for the frame, or the letter that was typed would wait for the counts. */
static void
queue_facets (OctSchoolsPage *self)
{
  if (self->facets_source == 0 && adw_flap_get_reveal_flap (self->flap))
    self->facets_source = g_idle_add_full (G_PRIORITY_LOW, facets_cb, self, NULL);
}

/* Showing the answer */

static void
update_sort (OctSchoolsPage *self)
{
  gboolean descending;
  OctColumn column = oct_school_query_get_sort (self->query, &descending);

  oct_schools_actions_set_sort (GTK_WIDGET (self), column, descending);
}

static void
run_query (OctSchoolsPage *self)
{
  OctSession *session = oct_page_get_session (OCT_PAGE (self));
  OctIndex *index = get_index (self);
  gboolean empty;

  if (index == NULL)
    {
      oct_school_list_take (self->list, NULL, NULL);
      oct_page_show_part (self->page_stack, "no-register");
      return;
    }
  oct_school_table_set_query (self->table, self->query);
  oct_school_list_take (self->list, index, oct_session_search (session, self->query));
  empty = g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0;
  if (empty)
    oct_schools_empty_update (self->empty, self->query, index, oct_session_get_stars (session));
  oct_page_show_part (self->list_stack, empty ? "nothing" : "table");
  oct_page_show_part (self->page_stack, "register");
  oct_schools_count_update (self->count, index, self->query,
                            g_list_model_get_n_items (G_LIST_MODEL (self->list)));
  oct_filter_chips_update (self->chips, index, self->query);
  queue_facets (self);
}

static void
set_query (OctSchoolsPage *self, OctSchoolQuery *query)
{
  const char *text = oct_school_query_get_text (query);

  g_set_object (&self->query, query);
  self->updating = TRUE;
  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->entry))))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
      gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
    }
  self->updating = FALSE;
  update_sort (self);
  run_query (self);
}

static void
set_columns (OctSchoolsPage *self, const OctColumn *columns)
{
  oct_school_table_set_columns (self->table, columns);
  oct_school_table_set_query (self->table, self->query);
  oct_columns_button_update (self->columns_button);
}

/* Callbacks of the template */

static void
entry_changed_cb (OctSchoolsPage *self)
{
  if (self->updating)
    return;
  oct_school_query_set_text (self->query, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  run_query (self);
  queue_location (self);
}

static void
table_activate_cb (OctSchoolsPage *self)
{
  g_autoptr (OctSchool) school = oct_schools_page_get_school (self);
  g_autofree char *location = NULL;

  if (school == NULL)
    return;
  flush_location (self);
  location = g_strdup_printf ("school/%u", oct_school_get_urn (school));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
entry_activate_cb (OctSchoolsPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return;
  if (oct_drawn_table_get_position (OCT_DRAWN_TABLE (self->table)) == GTK_INVALID_LIST_POSITION)
    oct_drawn_table_set_position (OCT_DRAWN_TABLE (self->table), 0);
  table_activate_cb (self);
}

static void
entry_stop_cb (OctSchoolsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

/* Someone types elsewhere on the page: what was typed goes on in the entry. */
static void
entry_started_cb (OctSchoolsPage *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));

  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
}

static gboolean
entry_key_cb (OctSchoolsPage *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down && key != GDK_KEY_Page_Down)
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
table_leave_cb (OctSchoolsPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
table_star_cb (OctSchoolsPage *self)
{
  OctSession *session = oct_page_get_session (OCT_PAGE (self));
  g_autoptr (OctSchool) school = oct_drawn_table_get_item (OCT_DRAWN_TABLE (self->table));
  guint32 urn;

  if (school == NULL)
    return;
  urn = oct_school_get_urn (school);
  oct_session_set_starred (session, urn, !oct_session_is_starred (session, urn));
}

/* Another click turns the order round; a column of numbers begins with the largest. */
static void
table_sort_cb (OctSchoolsPage *self, guint column)
{
  g_autoptr (OctSchoolQuery) query = oct_school_query_copy (self->query);
  gboolean descending;
  OctColumn sort = oct_school_query_get_sort (query, &descending);

  descending = sort == (OctColumn) column ? !descending
                                          : oct_column_is_numeric ((OctColumn) column);
  oct_school_query_set_sort (query, (OctColumn) column, descending);
  oct_schools_page_ask (self, query);
}

static void
query_cb (OctSchoolsPage *self, OctSchoolQuery *query)
{
  /* The distance is worth seeing, and is the order one wants, as soon as there is one. */
  gboolean was_near = oct_school_query_get_near (self->query, NULL, NULL, NULL, NULL);
  gboolean near = oct_school_query_get_near (query, NULL, NULL, NULL, NULL);

  if (near && !was_near)
    oct_school_query_set_sort (query, OCT_COLUMN_DISTANCE, FALSE);
  else if (was_near && !near && oct_school_query_get_sort (query, NULL) == OCT_COLUMN_DISTANCE)
    oct_school_query_set_sort (query, OCT_COLUMN_RELEVANCE, FALSE);
  oct_schools_page_ask (self, query);
}

static void
columns_cb (OctSchoolsPage *self, const OctColumn *columns)
{
  set_columns (self, columns);
  oct_schools_state_save_columns (oct_page_get_session (OCT_PAGE (self)), columns);
  flush_location (self);
}

/* The filters came or went: someone said so, or the window became as narrow or as wide as that. */
static void
reveal_cb (OctSchoolsPage *self)
{
  oct_schools_actions_set_filters (GTK_WIDGET (self), adw_flap_get_reveal_flap (self->flap));
  /* A pane that slides in is full at once; that it was left open shows after the first frame. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && adw_flap_get_reveal_flap (self->flap))
    update_filters (self);
  else
    queue_facets (self);
  /* The focus must not stay in a pane that is gone. */
  if (!adw_flap_get_reveal_flap (self->flap)
      && gtk_widget_get_focus_child (GTK_WIDGET (self->flap)) == GTK_WIDGET (self->sidebar))
    entry_started_cb (self);
}

/* A flap shows itself as soon as there is room, also to someone who put it away. */
static void
folded_cb (OctSchoolsPage *self)
{
  if (!adw_flap_get_folded (self->flap)
      && !oct_schools_state_load_filters (oct_page_get_session (OCT_PAGE (self))))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

/* Callbacks of the session */

static void
register_cb (OctSchoolsPage *self)
{
  run_query (self);
}

static void
stars_cb (OctSchoolsPage *self)
{
  if (oct_school_query_get_starred (self->query))
    run_query (self);
}

/* What oct-schools-actions.c asks for */

/**
 * oct_schools_page_get_query:
 * @self: the page
 *
 * Returns: (transfer none): what is asked; copy it before changing it
 */
OctSchoolQuery *
oct_schools_page_get_query (OctSchoolsPage *self)
{
  return self->query;
}

/**
 * oct_schools_page_ask:
 * @self: the page
 * @query: what is asked; the page keeps it
 *
 * Asks another query and shows the answer.
 */
void
oct_schools_page_ask (OctSchoolsPage *self, OctSchoolQuery *query)
{
  set_query (self, query);
  flush_location (self);
}

/**
 * oct_schools_page_get_school:
 * @self: the page
 *
 * Returns: (transfer full) (nullable): the chosen school
 */
OctSchool *
oct_schools_page_get_school (OctSchoolsPage *self)
{
  return oct_drawn_table_get_item (OCT_DRAWN_TABLE (self->table));
}

/**
 * oct_schools_page_get_table:
 * @self: the page
 *
 * Returns: (transfer none): the table
 */
OctSchoolTable *
oct_schools_page_get_table (OctSchoolsPage *self)
{
  return self->table;
}

/**
 * oct_schools_page_show_filters:
 * @self: the page
 * @show: whether to show them
 *
 * Shows or hides the filters. Beside the list that stays so; over it, where there is no room beside,
 * it is for the moment.
 */
void
oct_schools_page_show_filters (OctSchoolsPage *self, gboolean show)
{
  if (!adw_flap_get_folded (self->flap))
    oct_schools_state_save_filters (oct_page_get_session (OCT_PAGE (self)), show);
  adw_flap_set_reveal_flap (self->flap, show);
}

/**
 * oct_schools_page_save_view:
 * @self: the page
 * @name: what the person calls it
 *
 * Keeps what is shown as a saved view.
 */
void
oct_schools_page_save_view (OctSchoolsPage *self, const char *name)
{
  flush_location (self);
  oct_session_save_view (oct_page_get_session (OCT_PAGE (self)), name, "schools",
                         oct_location_get_query (oct_page_get_location (OCT_PAGE (self))));
}

/* Page */

static gboolean
oct_schools_page_focus_search (OctPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (OCT_SCHOOLS_PAGE (page)->entry));
}

static void
oct_schools_page_show (OctPage *page, const char *location)
{
  OctSchoolsPage *self = OCT_SCHOOLS_PAGE (page);
  g_autofree OctColumn *columns = NULL;
  g_autoptr (OctSchoolQuery) query = oct_schools_location_parse (location, &columns);

  g_clear_handle_id (&self->location_source, g_source_remove);
  if (columns == NULL)
    columns = oct_schools_state_load_columns (oct_page_get_session (page));
  set_columns (self, columns);

  /* Coming back to the same list leaves it where it was. */
  if (!oct_school_query_equal (query, self->query)
      || oct_school_list_get_index (self->list) != get_index (self))
    set_query (self, query);
  if (oct_drawn_table_get_position (OCT_DRAWN_TABLE (self->table)) != GTK_INVALID_LIST_POSITION)
    gtk_widget_grab_focus (GTK_WIDGET (self->table));
  else
    oct_schools_page_focus_search (page);
}

static void
oct_schools_page_copy (OctPage *page)
{
  oct_schools_output_copy (OCT_SCHOOLS_PAGE (page));
}

static void
oct_schools_page_export (OctPage *page)
{
  oct_schools_output_export (OCT_SCHOOLS_PAGE (page));
}

static void
oct_schools_page_print (OctPage *page)
{
  oct_schools_output_print (OCT_SCHOOLS_PAGE (page));
}

/* Object */

static void
unmap_cb (OctSchoolsPage *self)
{
  if (self->location_source != 0)
    flush_location (self);
}

static void
oct_schools_page_constructed (GObject *object)
{
  OctSchoolsPage *self = OCT_SCHOOLS_PAGE (object);
  g_autofree OctColumn *usual = oct_school_columns_parse (NULL);
  OctSession *session;

  G_OBJECT_CLASS (oct_schools_page_parent_class)->constructed (object);

  session = oct_page_get_session (OCT_PAGE (self));
  oct_page_set_title (OCT_PAGE (self), _ ("Schools"));
  oct_school_table_set_session (self->table, session);
  oct_columns_button_set_table (self->columns_button, OCT_DRAWN_TABLE (self->table),
                                (const guint *) usual, session, OCT_SCHOOLS_WIDTHS_KEY);
  adw_flap_set_reveal_flap (self->flap, oct_schools_state_load_filters (session));
  g_signal_connect_object (session, "notify::register", G_CALLBACK (register_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "stars-changed", G_CALLBACK (stars_cb), self,
                           G_CONNECT_SWAPPED);
  run_query (self);
}

static void
oct_schools_page_dispose (GObject *object)
{
  OctSchoolsPage *self = OCT_SCHOOLS_PAGE (object);

  g_clear_handle_id (&self->facets_source, g_source_remove);
  g_clear_handle_id (&self->location_source, g_source_remove);
  g_clear_object (&self->query);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (oct_schools_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-schools-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctSchoolsPage, page_stack);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolsPage, flap);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolsPage, entry);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolsPage, chips);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolsPage, sidebar);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolsPage, table);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolsPage, count);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolsPage, sort_button);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolsPage, columns_button);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolsPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolsPage, list_menu);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolsPage, empty);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_star_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_sort_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_cb);
  gtk_widget_class_bind_template_callback (widget_class, unmap_cb);
}

static void
oct_schools_page_class_init (OctSchoolsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  OctPageClass *page_class = OCT_PAGE_CLASS (klass);

  object_class->constructed = oct_schools_page_constructed;
  object_class->dispose = oct_schools_page_dispose;
  page_class->show = oct_schools_page_show;
  page_class->focus_search = oct_schools_page_focus_search;
  page_class->copy = oct_schools_page_copy;
  page_class->export_ = oct_schools_page_export;
  page_class->print = oct_schools_page_print;

  g_type_ensure (OCT_TYPE_COLUMNS_BUTTON);
  g_type_ensure (OCT_TYPE_FILTER_CHIPS);
  g_type_ensure (OCT_TYPE_FILTER_SIDEBAR);
  g_type_ensure (OCT_TYPE_SCHOOL_TABLE);
  g_type_ensure (OCT_TYPE_SCHOOLS_COUNT);
  g_type_ensure (OCT_TYPE_SCHOOLS_EMPTY);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
oct_schools_page_init (OctSchoolsPage *self)
{
  g_autoptr (GMenuModel) sort_menu = NULL;
  g_autoptr (GMenuModel) school_menu = NULL;

  self->query = oct_school_query_new ();
  oct_schools_location_set_open (self->query, TRUE);
  self->list = oct_school_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_text_set_placeholder_text (
    GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))),
    _ ("Search name, town, postcode, URN, head, trust or local authority"));
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self));
  oct_drawn_table_set_model (OCT_DRAWN_TABLE (self->table), G_LIST_MODEL (self->list));
  oct_schools_actions_add (self);
  sort_menu = oct_schools_actions_sort_menu ();
  oct_late_menu_attach (self->sort_button, sort_menu);
  oct_late_menu_attach (self->more_button, self->list_menu);
  school_menu = oct_schools_actions_school_menu ();
  oct_drawn_table_set_menu (OCT_DRAWN_TABLE (self->table), school_menu);
  update_sort (self);

  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (reveal_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::folded", G_CALLBACK (folded_cb), self,
                           G_CONNECT_SWAPPED);
}
