/* Size, sidebar and location of the window, kept among the user's own settings.
 *
 * They belong to the data folder and not to the desktop, so that two folders – the trust's own and
 * the demonstration's – each come back as they were left.
 */

#include "oct-window-state.h"

#include "oct-location.h"

#define SIZE_KEY "window"
#define LOCATION_KEY "location"

/* Followed by the kind of page. */
#define PLACE_KEY "place-"

/* A saved size that no screen or hand could have made is ignored. */
#define MIN_SIZE 300
#define MAX_SIZE 16000

/**
 * oct_window_state_restore:
 * @window: a window that isn't shown yet
 * @session: where its state is kept
 *
 * Gives the window the size it had.
 *
 * Returns: whether the sidebar is to be shown
 */
gboolean
oct_window_state_restore (GtkWindow *window, OctSession *session)
{
  g_autofree char *text = oct_session_get_setting (session, SIZE_KEY);
  g_auto (GStrv) words = NULL;
  gint64 width;
  gint64 height;

  if (text == NULL)
    return TRUE;
  words = g_strsplit (text, " ", -1);
  if (g_strv_length (words) < 2)
    return TRUE;
  if (g_ascii_string_to_signed (words[0], 10, MIN_SIZE, MAX_SIZE, &width, NULL)
      && g_ascii_string_to_signed (words[1], 10, MIN_SIZE, MAX_SIZE, &height, NULL))
    gtk_window_set_default_size (window, (int) width, (int) height);
  if (g_strv_contains ((const char *const *) words, "maximised"))
    gtk_window_maximize (window);
  return !g_strv_contains ((const char *const *) words, "no-sidebar");
}

/**
 * oct_window_state_save:
 * @window: a window
 * @session: where its state is kept
 * @sidebar: whether the sidebar is shown
 *
 * Keeps the window's size for the next start.
 */
void
oct_window_state_save (GtkWindow *window, OctSession *session, gboolean sidebar)
{
  g_autofree char *text = NULL;
  int width;
  int height;

  gtk_window_get_default_size (window, &width, &height);
  text = g_strdup_printf ("%d %d%s%s", width, height,
                          gtk_window_is_maximized (window) ? " maximised" : "",
                          sidebar ? "" : " no-sidebar");
  oct_session_set_setting (session, SIZE_KEY, text);
}

/**
 * oct_window_state_load_location:
 * @session: where the state is kept
 *
 * Returns: (transfer full) (nullable): where the person was when the window was last closed
 */
char *
oct_window_state_load_location (OctSession *session)
{
  return oct_session_get_setting (session, LOCATION_KEY);
}

/* (transfer full): what is kept of a location. Words that are looked for in history may be somebody's
 * name, which has no place among the settings. */
static char *
dup_kept (const char *location)
{
  g_autofree char *kind = oct_location_dup_kind (location);
  g_autoptr (GHashTable) values = oct_location_parse_query (location);
  g_autoptr (GString) kept = g_string_new (kind);
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  if (!g_str_equal (kind, "history"))
    return g_strdup (location);
  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!g_str_equal (key, "q"))
      oct_location_append (kept, key, value);

  return g_string_free (g_steal_pointer (&kept), FALSE);
}

/**
 * oct_window_state_save_location:
 * @session: where the state is kept
 * @location: where the person is
 *
 * Keeps the location for the next start; an import isn't a place to come back to.
 */
void
oct_window_state_save_location (OctSession *session, const char *location)
{
  g_autofree char *kind = oct_location_dup_kind (location);
  g_autofree char *kept = dup_kept (location);

  if (!g_str_equal (kind, "import"))
    oct_session_set_setting (session, LOCATION_KEY, kept);
}

/**
 * oct_window_state_load_place:
 * @session: where the state is kept
 * @place: a kind of page, such as "schools"
 *
 * Returns: (transfer full): the location at which the page was left; @place itself where it wasn't
 *   seen yet
 */
char *
oct_window_state_load_place (OctSession *session, const char *place)
{
  g_autofree char *key = g_strconcat (PLACE_KEY, place, NULL);
  g_autofree char *location = oct_session_get_setting (session, key);
  g_autofree char *kind = location != NULL ? oct_location_dup_kind (location) : NULL;

  if (g_strcmp0 (kind, place) != 0)
    return g_strdup (place);
  return g_steal_pointer (&location);
}

/**
 * oct_window_state_save_place:
 * @session: where the state is kept
 * @location: the location of a page of the sidebar
 *
 * Keeps the search, the filters and the order of a page, for when the person comes back to it.
 */
void
oct_window_state_save_place (OctSession *session, const char *location)
{
  g_autofree char *kind = oct_location_dup_kind (location);
  g_autofree char *key = g_strconcat (PLACE_KEY, kind, NULL);
  g_autofree char *before = oct_session_get_setting (session, key);
  g_autofree char *kept = dup_kept (location);

  if (g_strcmp0 (before, kept) != 0)
    oct_session_set_setting (session, key, kept);
}
