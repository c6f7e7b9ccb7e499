/* The user's own store keeps what it was told, through restarts and other people's accidents. */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "oct-error.h"
#include "oct-user-store.h"

typedef struct
{
  char *dir;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->dir = g_dir_make_tmp ("octant-user-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->dir, "user.db", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->dir, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->path);
}

static OctUserStore *
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  OctUserStore *store = oct_user_store_open (fixture->dir, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);

  return store;
}

static void
run_sql (Fixture *fixture, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static gboolean
has_star (OctUserStore *store, const char *kind, guint32 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) stars = oct_user_store_read_stars (store, kind, &error);

  g_assert_no_error (error);

  return g_hash_table_contains (stars, GUINT_TO_POINTER (id));
}

static void
test_private (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctUserStore) store = open_store (fixture);
  GStatBuf status;

  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_null (oct_user_store_get_problem (store));
}

static void
test_stars (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctUserStore) store = open_store (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (oct_user_store_set_star (store, "school", 900001, TRUE, &error));
  g_assert_true (oct_user_store_set_star (store, "school", 900001, TRUE, &error));
  g_assert_true (oct_user_store_set_star (store, "school", 900002, TRUE, &error));
  g_assert_true (oct_user_store_set_star (store, "trust", 90001, TRUE, &error));
  g_assert_true (oct_user_store_set_star (store, "school", 900002, FALSE, &error));
  g_assert_no_error (error);

  g_clear_object (&store);
  store = open_store (fixture);
  g_assert_true (has_star (store, "school", 900001));
  g_assert_false (has_star (store, "school", 900002));
  g_assert_true (has_star (store, "trust", 90001));
  g_assert_false (has_star (store, "school", 90001));
}

static void
assert_views (OctUserStore *store, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) views = oct_user_store_read_views (store, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < views->len; i++)
    {
      const OctSavedView *view = g_ptr_array_index (views, i);

      g_string_append_printf (text, "%s|%s|%s\n", view->name, view->page, view->query);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_views (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctUserStore) store = open_store (fixture);

  g_assert_true (oct_user_store_save_view (store, "Small", "schools", "size=1", NULL));
  g_assert_true (oct_user_store_save_view (store, "It's; DROP TABLE star", "schools", "q=a", NULL));
  g_assert_true (oct_user_store_save_view (store, "Small", "schools", "size=2", NULL));
  assert_views (store, "It's; DROP TABLE star|schools|q=a\nSmall|schools|size=2\n");

  g_assert_true (oct_user_store_rename_view (store, "Small", "It's; DROP TABLE star", NULL));
  assert_views (store, "It's; DROP TABLE star|schools|size=2\n");

  g_assert_true (oct_user_store_delete_view (store, "It's; DROP TABLE star", NULL));
  assert_views (store, "");
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctUserStore) store = open_store (fixture);
  g_autofree char *value = NULL;

  g_assert_null (oct_user_store_get (store, "trust"));
  g_assert_true (oct_user_store_set (store, "trust", "1", NULL));
  g_assert_true (oct_user_store_set (store, "trust", "90001", NULL));
  g_clear_object (&store);
  store = open_store (fixture);
  value = oct_user_store_get (store, "trust");
  g_assert_cmpstr (value, ==, "90001");
  g_assert_true (oct_user_store_set (store, "trust", NULL, NULL));
  g_assert_null (oct_user_store_get (store, "trust"));
}

/* Two windows on one folder: what one writes the other reads. */
static void
test_two_processes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctUserStore) one = open_store (fixture);
  g_autoptr (OctUserStore) other = open_store (fixture);

  g_assert_true (oct_user_store_set_star (one, "school", 1, TRUE, NULL));
  g_assert_true (oct_user_store_set_star (other, "school", 2, TRUE, NULL));
  g_assert_true (has_star (one, "school", 2));
  g_assert_true (has_star (other, "school", 1));
}

static char *
find_aside (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "user.db.damaged-"))
      return g_build_filename (fixture->dir, name, NULL);

  return NULL;
}

static void
assert_begins_anew (Fixture *fixture, const char *damaged, gsize length)
{
  g_autoptr (OctUserStore) store = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *kept = NULL;
  gsize kept_length;

  g_assert_true (g_file_set_contents (fixture->path, damaged, (gssize) length, NULL));
  store = open_store (fixture);
  g_assert_error (oct_user_store_get_problem (store), OCT_ERROR, OCT_ERROR_DAMAGED);
  g_assert_true (oct_user_store_set_star (store, "school", 7, TRUE, NULL));
  g_assert_true (has_star (store, "school", 7));

  aside = find_aside (fixture);
  g_assert_nonnull (aside);
  g_assert_nonnull (strstr (oct_user_store_get_problem (store)->message, aside));
  g_assert_true (g_file_get_contents (aside, &kept, &kept_length, NULL));
  g_assert_cmpmem (kept, kept_length, damaged, length);
}

static void
test_not_a_database (Fixture *fixture, gconstpointer data)
{
  assert_begins_anew (fixture,
                      "This was never a database, but it is long enough to be read as one.\n", 68);
}

static void
test_torn (Fixture *fixture, gconstpointer data)
{
  g_autofree char *whole = NULL;
  gsize length;

  {
    g_autoptr (OctUserStore) store = open_store (fixture);

    for (guint i = 0; i < 40; i++)
      {
        g_autofree char *name = g_strdup_printf ("View %u %0200d", i, 0);

        g_assert_true (oct_user_store_save_view (store, name, "schools", "q=a", NULL));
      }
  }
  g_assert_true (g_file_get_contents (fixture->path, &whole, &length, NULL));
  memset (whole + length / 2, 0x5a, length / 2);
  assert_begins_anew (fixture, whole, length);
}

static void
test_somebody_elses (Fixture *fixture, gconstpointer data)
{
  g_autofree char *theirs = NULL;
  gsize length;

  run_sql (fixture, "PRAGMA application_id = 1; CREATE TABLE theirs (a);");
  g_assert_true (g_file_get_contents (fixture->path, &theirs, &length, NULL));
  assert_begins_anew (fixture, theirs, length);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before;
  gsize length_after;

  g_object_unref (open_store (fixture));
  run_sql (fixture, "PRAGMA user_version = 99");
  g_assert_true (g_file_get_contents (fixture->path, &before, &length_before, NULL));

  g_assert_null (oct_user_store_open (fixture->dir, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_NEWER);
  g_assert_nonnull (strstr (error->message, "newer"));
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
  g_assert_null (find_aside (fixture));
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->dir, "missing", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (oct_user_store_open (missing, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_READ_ONLY);
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctUserStore) store = open_store (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (oct_user_store_check (store, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/store/user/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("is readable for its owner alone", test_private);
  ADD ("stars survive a restart", test_stars);
  ADD ("views are saved, replaced, renamed and deleted", test_views);
  ADD ("settings survive a restart", test_settings);
  ADD ("two processes see each other's stars", test_two_processes);
  ADD ("what is not a database is set aside", test_not_a_database);
  ADD ("a torn database is set aside", test_torn);
  ADD ("somebody else's database is set aside", test_somebody_elses);
  ADD ("a newer store is refused and left alone", test_newer);
  ADD ("a missing folder is told", test_no_folder);
  ADD ("a sound store passes the check", test_check);
#undef ADD

  return g_test_run ();
}
