/* The actions of the page of schools.
 *
 * GTK keeps the sorter of its own column view to itself, so the order is the state of "page.sort":
 * the menu shows it as a choice, the header of the table as an arrow, and keys and tests set it.
 */

#include "octant-config.h"

#include "oct-schools-actions.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-schools-location.h"

#define GROUP_KEY "schools-actions"

/* Orders that are offered, each in the direction one mostly wants. */
static const struct
{
  OctColumn column;
  gboolean descending;
  const char *label;
} sorts[] = {
  { OCT_COLUMN_RELEVANCE, FALSE, N_ ("Best match") },
  { OCT_COLUMN_NAME, FALSE, N_ ("Name") },
  { OCT_COLUMN_TOWN, FALSE, N_ ("Town") },
  { OCT_COLUMN_LA, FALSE, N_ ("Local authority") },
  { OCT_COLUMN_TRUST, FALSE, N_ ("Trust") },
  { OCT_COLUMN_PUPILS, TRUE, N_ ("Pupils, most first") },
  { OCT_COLUMN_PUPILS, FALSE, N_ ("Pupils, fewest first") },
  { OCT_COLUMN_FSM, TRUE, N_ ("Free school meals, highest first") },
  { OCT_COLUMN_CAPACITY_USED, TRUE, N_ ("Capacity used, highest first") },
  { OCT_COLUMN_OPENED, TRUE, N_ ("Opened, latest first") },
  { OCT_COLUMN_JOINED, TRUE, N_ ("Joined its trust, latest first") },
  { OCT_COLUMN_DISTANCE, FALSE, N_ ("Distance, nearest first") },
};

static char *
sort_to_state (OctColumn column, gboolean descending)
{
  return g_strconcat (descending ? "-" : "", oct_column_key (column), NULL);
}

/* Actions */

static void
sort_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  g_autoptr (OctSchoolQuery) query = oct_school_query_copy (
    oct_schools_page_get_query (OCT_SCHOOLS_PAGE (data)));
  const char *text = g_variant_get_string (state, NULL);
  gboolean descending = *text == '-';
  OctColumn column;

  if (!oct_column_from_key (descending ? text + 1 : text, &column))
    return;
  oct_school_query_set_sort (query, column, descending);
  oct_schools_page_ask (OCT_SCHOOLS_PAGE (data), query);
}

static void
filters_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  oct_schools_page_show_filters (OCT_SCHOOLS_PAGE (data), g_variant_get_boolean (state));
}

/* Words and order stay, and that schools be open is no filter that one set. */
static void
clear_filters_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OctSchoolQuery *old = oct_schools_page_get_query (OCT_SCHOOLS_PAGE (data));
  g_autoptr (OctSchoolQuery) query = oct_school_query_new ();
  gboolean descending;
  OctColumn sort = oct_school_query_get_sort (old, &descending);

  oct_school_query_set_text (query, oct_school_query_get_text (old));
  if (sort != OCT_COLUMN_DISTANCE)
    oct_school_query_set_sort (query, sort, descending);
  oct_schools_location_set_open (query, TRUE);
  oct_schools_page_ask (OCT_SCHOOLS_PAGE (data), query);
}

static void
all_statuses_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (OctSchoolQuery) query = oct_school_query_copy (
    oct_schools_page_get_query (OCT_SCHOOLS_PAGE (data)));

  oct_schools_location_set_open (query, FALSE);
  oct_schools_page_ask (OCT_SCHOOLS_PAGE (data), query);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_signal_emit_by_name (oct_schools_page_get_table (OCT_SCHOOLS_PAGE (data)), "activate");
}

static void
star_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_signal_emit_by_name (oct_schools_page_get_table (OCT_SCHOOLS_PAGE (data)), "toggle-star");
}

static void
copy_text (GtkWidget *page, const char *text)
{
  g_autofree char *message = NULL;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (page), text);
  /* Translators: %s is what was copied. */
  message = g_strdup_printf (_ ("Copied %s"), text);
  gtk_widget_activate_action (page, "win.toast", "s", message);
}

static void
copy_name_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (OctSchool) school = oct_schools_page_get_school (OCT_SCHOOLS_PAGE (data));

  if (school != NULL)
    copy_text (GTK_WIDGET (data), oct_school_get_name (school));
}

static void
copy_urn_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (OctSchool) school = oct_schools_page_get_school (OCT_SCHOOLS_PAGE (data));
  g_autofree char *urn = NULL;

  if (school == NULL)
    return;
  urn = g_strdup_printf ("%u", oct_school_get_urn (school));
  copy_text (GTK_WIDGET (data), urn);
}

static void
show_on_map_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (OctSchool) school = oct_schools_page_get_school (OCT_SCHOOLS_PAGE (data));
  g_autofree char *location = NULL;

  if (school == NULL)
    return;
  location = g_strdup_printf ("map?q=%u&status=all", oct_school_get_urn (school));
  gtk_widget_activate_action (GTK_WIDGET (data), "win.go", "s", location);
}

/* The map reads what the list reads: the same words and filters. */
static void
list_on_map_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree OctColumn *usual = oct_school_columns_parse (NULL);
  g_autofree char *schools = oct_schools_location_make (
    oct_schools_page_get_query (OCT_SCHOOLS_PAGE (data)), usual);
  g_autofree char *location = g_strconcat ("map", strchr (schools, '?'), NULL);

  gtk_widget_activate_action (GTK_WIDGET (data), "win.go", "s", location);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OCT_PAGE_GET_CLASS (data)->export_ (OCT_PAGE (data));
}

/* Saving a view */

static void
view_named_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  GtkEditable *entry = g_object_get_data (G_OBJECT (dialog), "entry");
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  g_autofree char *message = NULL;

  if (!g_str_equal (response, "save") || *name == '\0')
    return;
  oct_schools_page_save_view (OCT_SCHOOLS_PAGE (data), name);
  /* Translators: %s is the name that someone gave to a view of the list of schools. */
  message = g_strdup_printf (_ ("Saved the view “%s”"), name);
  gtk_widget_activate_action (GTK_WIDGET (data), "win.toast", "s", message);
}

static void
view_name_changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "save", *name != '\0');
}

static void
save_view_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (data));
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (root), _ ("Save this view"),
    _ ("The search, filters, order and columns are kept under this name in the sidebar."));
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name"),
                                  -1);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Name"));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "save",
                                    _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "save", FALSE);
  g_object_set_data (G_OBJECT (dialog), "entry", entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (view_name_changed_cb), dialog, 0);
  g_signal_connect_object (dialog, "response", G_CALLBACK (view_named_cb), data, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Public */

/**
 * oct_schools_actions_add:
 * @page: the page
 *
 * Gives the page its actions.
 */
void
oct_schools_actions_add (OctSchoolsPage *page)
{
  const GActionEntry entries[] = {
    { "sort", NULL, "s", "'relevance'", sort_cb },
    { "filters", NULL, NULL, "true", filters_cb },
    { "clear-filters", clear_filters_cb },
    { "all-statuses", all_statuses_cb },
    { "open", open_cb },
    { "star", star_cb },
    { "copy-name", copy_name_cb },
    { "copy-urn", copy_urn_cb },
    { "show-on-map", show_on_map_cb },
    { "list-on-map", list_on_map_cb },
    { "export", export_cb },
    { "save-view", save_view_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), page);
  gtk_widget_insert_action_group (GTK_WIDGET (page), "page", G_ACTION_GROUP (group));
  g_object_set_data_full (G_OBJECT (page), GROUP_KEY, g_object_ref (group), g_object_unref);
}

/**
 * oct_schools_actions_set_sort:
 * @page: the page
 * @column: the column that the list is sorted by
 * @descending: whether the largest comes first
 *
 * Shows the order as the state of "page.sort".
 */
void
oct_schools_actions_set_sort (GtkWidget *page, OctColumn column, gboolean descending)
{
  GActionMap *group = g_object_get_data (G_OBJECT (page), GROUP_KEY);
  g_autofree char *state = sort_to_state (column, descending);

  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (group, "sort")),
                             g_variant_new_string (state));
}

/**
 * oct_schools_actions_set_filters:
 * @page: the page
 * @shown: whether the filters are shown
 *
 * Shows it as the state of "page.filters".
 */
void
oct_schools_actions_set_filters (GtkWidget *page, gboolean shown)
{
  GActionMap *group = g_object_get_data (G_OBJECT (page), GROUP_KEY);

  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (group, "filters")),
                             g_variant_new_boolean (shown));
}

/**
 * oct_schools_actions_sort_menu:
 *
 * Makes the menu of orders.
 *
 * Returns: (transfer full): the menu
 */
GMenuModel *
oct_schools_actions_sort_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      g_autofree char *state = sort_to_state (sorts[i].column, sorts[i].descending);
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (sorts[i].label), NULL);

      g_menu_item_set_action_and_target (item, "page.sort", "s", state);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/**
 * oct_schools_actions_school_menu:
 *
 * Makes the menu of the chosen school.
 *
 * Returns: (transfer full): the menu
 */
GMenuModel *
oct_schools_actions_school_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) open = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();

  g_menu_append (open, _ ("Open"), "page.open");
  g_menu_append (open, _ ("Star or unstar"), "page.star");
  g_menu_append (open, _ ("Show on the map"), "page.show-on-map");
  g_menu_append (copy, _ ("Copy name"), "page.copy-name");
  g_menu_append (copy, _ ("Copy URN"), "page.copy-urn");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  return G_MENU_MODEL (menu);
}
