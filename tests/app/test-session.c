/* The session: what it remembers, what it notices, and what it does when its files are ill. */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "oct-error.h"
#include "oct-folder.h"
#include "oct-index-format.h"
#include "oct-session.h"

typedef struct
{
  char *dir;
  guint registers;
  guint stars;
  guint views;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = g_dir_make_tmp ("octant-session-XXXXXX", NULL);
  g_assert_nonnull (fixture->dir);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* What was posted to the main thread goes before the folder does. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  remove_tree (fixture->dir);
  g_free (fixture->dir);
}

static char *
demo_file (const char *name)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "demo", name, NULL);
}

/* How many schools the demonstration's newest release has. */
static guint
rows_in_release (void)
{
  g_autofree char *path = demo_file ("edubasealldata20260901.csv");
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\r\n", -1);

  return g_strv_length (lines) - 2; /* the header, and nothing after the last */
}

static OctSession *
open_empty (Fixture *fixture)
{
  OctSession *session = oct_session_new (fixture->dir);
  g_autoptr (GError) error = NULL;

  g_assert_false (oct_session_open (session, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_NO_REGISTER);
  g_assert_null (oct_session_get_problem (session));
  g_assert_null (oct_session_get_user_problem (session));

  return session;
}

static void
import (OctSession *session, const char *name)
{
  g_autofree char *path = demo_file (name);
  const char *const paths[] = { path, NULL };
  g_autoptr (OctJob) job = oct_session_import (session, paths, OCT_DATE_UNKNOWN);

  oct_job_wait (job);
  g_assert_no_error (oct_job_get_error (job));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *inside = g_build_filename (fixture->dir, "a", "b", NULL);
  g_autoptr (OctSession) session = oct_session_new (inside);
  g_autoptr (OctSchoolQuery) query = oct_school_query_new ();
  g_autoptr (OctResult) result = NULL;
  GStatBuf status;

  g_assert_false (oct_session_open (session, NULL));
  g_assert_cmpint (g_stat (inside, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  g_assert_null (oct_session_get_register (session));
  result = oct_session_search (session, query);
  g_assert_cmpuint (result->n_rows, ==, 0);
  g_assert_cmpuint (oct_session_get_trust_uid (session), ==, 0);
}

static void
test_remembers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctSession) session = open_empty (fixture);
  g_autofree char *value = NULL;

  g_signal_connect_swapped (session, "stars-changed", G_CALLBACK (count_cb), &fixture->stars);
  g_signal_connect_swapped (session, "views-changed", G_CALLBACK (count_cb), &fixture->views);
  oct_session_set_starred (session, 900001, TRUE);
  oct_session_set_starred (session, 900001, TRUE);
  oct_session_set_starred (session, 900002, TRUE);
  oct_session_set_starred (session, 900002, FALSE);
  oct_session_set_trust_starred (session, 90002, TRUE);
  g_assert_cmpuint (fixture->stars, ==, 4);
  oct_session_save_view (session, "Mine", "schools", "q=oak");
  oct_session_save_view (session, "Yours", "trusts", "q=elm");
  oct_session_rename_view (session, "Mine", "Ours");
  oct_session_delete_view (session, "Yours");
  g_assert_cmpuint (fixture->views, ==, 4);
  oct_session_set_setting (session, "location", "schools?q=oak");
  oct_session_set_trust_uid (session, 90001);
  oct_session_flush (session);

  /* Another session on the folder, while this one is still there. */
  {
    g_autoptr (OctSession) again = open_empty (fixture);
    const OctSavedView *view;

    g_assert_true (oct_session_is_starred (again, 900001));
    g_assert_false (oct_session_is_starred (again, 900002));
    g_assert_true (oct_session_is_trust_starred (again, 90002));
    g_assert_false (oct_session_is_starred (again, 90002));
    g_assert_cmpuint (g_hash_table_size (oct_session_get_stars (again)), ==, 1);
    g_assert_cmpuint (oct_session_get_views (again)->len, ==, 1);
    view = g_ptr_array_index (oct_session_get_views (again), 0);
    g_assert_cmpstr (view->name, ==, "Ours");
    g_assert_cmpstr (view->query, ==, "q=oak");
    value = oct_session_get_setting (again, "location");
    g_assert_cmpstr (value, ==, "schools?q=oak");
    g_assert_cmpuint (oct_session_get_trust_uid (again), ==, 90001);
  }
}

/* A star set just before the window closes is kept without anyone asking for a flush. */
static void
test_kept_at_the_end (Fixture *fixture, gconstpointer data)
{
  OctSession *session = open_empty (fixture);

  for (guint32 urn = 1; urn <= 50; urn++)
    oct_session_set_starred (session, urn, TRUE);
  g_object_unref (session);
  session = open_empty (fixture);
  g_assert_cmpuint (g_hash_table_size (oct_session_get_stars (session)), ==, 50);
  g_object_unref (session);
}

static void
test_newer_user_store (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "user.db", NULL);
  g_autoptr (OctSession) session = NULL;
  sqlite3 *db;

  g_object_unref (open_empty (fixture));
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA user_version = 77", NULL, NULL, NULL);
  sqlite3_close (db);

  session = oct_session_new (fixture->dir);
  oct_session_open (session, NULL);
  g_assert_error (oct_session_get_user_problem (session), OCT_ERROR, OCT_ERROR_NEWER);
  /* It goes on, in memory. */
  oct_session_set_starred (session, 7, TRUE);
  g_assert_true (oct_session_is_starred (session, 7));
  oct_session_flush (session);
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctSession) session = open_empty (fixture);
  g_autoptr (OctSchoolQuery) query = oct_school_query_new ();
  g_autoptr (OctResult) result = NULL;

  g_signal_connect_swapped (session, "notify::register", G_CALLBACK (count_cb),
                            &fixture->registers);
  import (session, "edubasealldata20260901.csv");
  g_assert_cmpuint (fixture->registers, ==, 1);
  result = oct_session_search (session, query);
  g_assert_cmpuint (result->n_rows, ==, rows_in_release ());

  /* The same again is the same register. */
  import (session, "edubasealldata20260901.csv");
  g_assert_cmpuint (fixture->registers, ==, 1);
  import (session, "edubasealldata20250901.csv");
  g_assert_cmpuint (fixture->registers, ==, 2);
}

static void
finished_cb (OctJob *job, OctSession *session)
{
  g_assert_nonnull (oct_session_get_register (session));
}

/* Whoever hears that an import has ended finds the new register. */
static void
test_finished_with_register (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctSession) session = open_empty (fixture);
  g_autofree char *path = demo_file ("edubasealldata20260901.csv");
  const char *const paths[] = { path, NULL };
  g_autoptr (OctJob) job = oct_session_import (session, paths, OCT_DATE_UNKNOWN);

  g_signal_connect (job, "finished", G_CALLBACK (finished_cb), session);
  oct_job_wait (job);
  g_assert_cmpuint (((GPtrArray *) oct_job_get_result (job))->len, ==, 1);
}

/* A second session, as in another process, imports: the first one notices. */
static void
test_notices (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctSession) session = open_empty (fixture);

  g_signal_connect_swapped (session, "notify::register", G_CALLBACK (count_cb),
                            &fixture->registers);
  {
    g_autoptr (OctSession) other = open_empty (fixture);

    import (other, "edubasealldata20260901.csv");
  }
  while (fixture->registers == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (oct_session_get_register (session));
}

/* A star in one window is a star in the other. */
static void
test_notices_stars (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctSession) session = open_empty (fixture);
  g_autoptr (OctSession) other = open_empty (fixture);

  oct_session_set_starred (session, 5, TRUE);
  oct_session_flush (session);
  oct_session_set_starred (other, 7, TRUE);
  oct_session_set_trust_uid (other, 90002);
  while (!oct_session_is_starred (session, 7) || oct_session_get_trust_uid (session) != 90002
         || !oct_session_is_starred (other, 5))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (oct_session_is_starred (session, 5));
  g_assert_true (oct_session_is_starred (other, 7));
}

typedef struct
{
  gboolean done;
  GPtrArray *answer;
  GError *error;
} Read;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Read *read = user_data;

  read->answer = oct_session_read_finish (OCT_SESSION (source), result, &read->error);
  read->done = TRUE;
}

static void
wait_for (Read *read)
{
  while (!read->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_reads (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctSession) session = open_empty (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Read without = { 0 };
  Read facts = { 0 };
  Read cancelled = { 0 };
  OctChangeFilter filter = { .kind = OCT_N_CHANGES };
  Read changes = { 0 };

  oct_session_read_facts_async (session, 900001, NULL, read_cb, &without);
  wait_for (&without);
  g_assert_error (without.error, OCT_ERROR, OCT_ERROR_NO_REGISTER);
  g_error_free (without.error);

  import (session, "edubasealldata20250901.csv");
  import (session, "edubasealldata20260901.csv");
  oct_session_read_facts_async (session, 900001, NULL, read_cb, &facts);
  oct_session_read_changes_async (session, &filter, NULL, read_cb, &changes);
  filter.since = 99999999; /* it was copied */
  wait_for (&facts);
  wait_for (&changes);
  g_assert_no_error (facts.error);
  g_assert_cmpuint (facts.answer->len, >, 30);
  g_assert_cmpuint (changes.answer->len, >, 10);
  g_ptr_array_unref (facts.answer);
  g_ptr_array_unref (changes.answer);

  oct_session_read_sources_async (session, cancellable, read_cb, &cancelled);
  g_cancellable_cancel (cancellable);
  wait_for (&cancelled);
  g_assert_error (cancelled.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_error_free (cancelled.error);
}

/* The session goes while an answer is on its way. */
static void
test_read_outlives_owner (Fixture *fixture, gconstpointer data)
{
  OctSession *session = open_empty (fixture);
  Read read = { 0 };

  import (session, "edubasealldata20260901.csv");
  oct_session_read_sources_async (session, NULL, read_cb, &read);
  g_object_unref (session);
  wait_for (&read);
  g_assert_cmpuint (read.answer->len, ==, 1);
  g_ptr_array_unref (read.answer);
}

/* How a program of the version before left its register, or the register's index, in the folder. */
static void
make_older (const char *dir, gboolean only_index)
{
  g_autofree char *path = g_build_filename (dir, "register.db", NULL);
  g_autoptr (OctRegister) reg = oct_register_open (dir, NULL);
  g_autofree char *name = g_strdup_printf ("register-%.16s.index", oct_register_get_hash (reg));
  g_autofree char *index = g_build_filename (dir, name, NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  g_clear_object (&reg);
  /* The version stands at offset 60 of a database, most significant byte first. */
  g_assert_true (g_file_get_contents (only_index ? index : path, &bytes, &length, NULL));
  if (only_index)
    ((OctIndexHeader *) (void *) bytes)->version--;
  else
    bytes[63]--;
  g_assert_true (g_file_set_contents (only_index ? index : path, bytes, (gssize) length, NULL));
}

static guint
count_files (const char *dir)
{
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

/* After an update of the program nobody is asked anything, and nothing is said to be damaged. */
static void
test_older_register (Fixture *fixture, gconstpointer data)
{
  gboolean only_index = GPOINTER_TO_INT (data);
  g_autoptr (OctSession) session = open_empty (fixture);
  g_autoptr (OctSession) again = NULL;
  g_autoptr (OctJob) job = NULL;
  g_autoptr (GError) error = NULL;
  guint n_files;

  import (session, "edubasealldata20260901.csv");
  g_assert_null (oct_session_upgrade (session));
  g_clear_object (&session);
  n_files = count_files (fixture->dir);
  make_older (fixture->dir, only_index);

  again = oct_session_new (fixture->dir);
  g_assert_false (oct_session_open (again, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_OLDER);
  g_assert_null (strstr (error->message, "damaged"));

  job = oct_session_upgrade (again);
  g_assert_nonnull (job);
  oct_job_wait (job);
  g_assert_no_error (oct_job_get_error (job));
  g_assert_null (oct_session_get_problem (again));
  g_assert_cmpuint (oct_index_get_n_rows (
                      oct_register_get_index (oct_session_get_register (again))),
                    ==, rows_in_release ());
  /* The older one is replaced, and not set aside for anyone to wonder about. */
  g_assert_cmpuint (count_files (fixture->dir), ==, n_files);
}

/* Where it can't be brought up to date, it is no longer said that it is being done. */
static void
test_older_register_fails (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sources = g_build_filename (fixture->dir, "sources", NULL);
  g_autoptr (OctSession) session = open_empty (fixture);
  g_autoptr (OctSession) again = NULL;
  g_autoptr (OctJob) job = NULL;

  import (session, "edubasealldata20260901.csv");
  g_clear_object (&session);
  make_older (fixture->dir, FALSE);
  oct_folder_remove (sources);

  again = oct_session_new (fixture->dir);
  g_assert_false (oct_session_open (again, NULL));
  job = oct_session_upgrade (again);
  oct_job_wait (job);
  g_assert_nonnull (oct_job_get_error (job));
  g_assert_false (g_error_matches (oct_session_get_problem (again), OCT_ERROR, OCT_ERROR_OLDER));
}

static void
test_damaged_register (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "register.db", NULL);
  g_autofree char *junk = g_strnfill (8192, 'x');
  g_autoptr (OctSession) session = open_empty (fixture);
  g_autoptr (OctJob) job = NULL;
  g_autoptr (OctSession) again = NULL;
  g_autoptr (GError) error = NULL;

  import (session, "edubasealldata20260901.csv");
  g_clear_object (&session);
  g_assert_true (g_file_set_contents (path, junk, 8192, NULL));

  again = oct_session_new (fixture->dir);
  g_assert_false (oct_session_open (again, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_DAMAGED);
  g_assert_error (oct_session_get_problem (again), OCT_ERROR, OCT_ERROR_DAMAGED);
  g_assert_null (oct_session_get_register (again));

  job = oct_session_rebuild (again);
  oct_job_wait (job);
  g_assert_no_error (oct_job_get_error (job));
  g_assert_nonnull (oct_session_get_register (again));
  g_assert_null (oct_session_get_problem (again));
  g_assert_cmpuint (oct_index_get_n_rows (
                      oct_register_get_index (oct_session_get_register (again))),
                    ==, rows_in_release ());
}

static void
test_demo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctSession) session = oct_session_new_demo (fixture->dir);
  g_autoptr (OctSession) again = NULL;
  g_autofree char *expected = g_build_filename (fixture->dir, "demo", NULL);
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (oct_session_is_demo (session));
  g_assert_cmpstr (oct_session_get_data_dir (session), ==, expected);
  g_assert_true (oct_session_open (session, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (oct_session_get_trust_uid (session), ==, 90001);
  g_assert_cmpstr (oct_trust_get_name (
                     oct_register_get_trust (oct_session_get_register (session), 90001)),
                   ==, "Longshore Learning Trust");
  oct_session_set_starred (session, 900003, TRUE);
  oct_session_set_trust_uid (session, 90002);
  before = g_strdup (oct_register_get_hash (oct_session_get_register (session)));
  g_clear_object (&session);

  /* Coming back finds it as it was left. */
  again = oct_session_new_demo (fixture->dir);
  g_assert_true (oct_session_open (again, NULL));
  g_assert_true (oct_session_is_starred (again, 900003));
  g_assert_cmpuint (oct_session_get_trust_uid (again), ==, 90002);
  g_assert_cmpstr (oct_register_get_hash (oct_session_get_register (again)), ==, before);
}

/* A new version of the program brings other files: the register is made again, the stars stay. */
static void
test_demo_of_other_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *files = g_build_filename (fixture->dir, "files", NULL);
  g_autofree char *from = demo_file ("edubasealldata20250901.csv");
  g_autofree char *to = g_build_filename (files, "edubasealldata20250901.csv", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  g_mkdir (files, 0700);
  g_assert_true (g_file_get_contents (from, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (to, contents, (gssize) length, NULL));
  g_setenv ("OCTANT_DEMO_DIR", files, TRUE);
  {
    g_autoptr (OctSession) old = oct_session_new_demo (fixture->dir);

    g_assert_true (oct_session_open (old, NULL));
    g_assert_cmpint (oct_register_get_as_at (oct_session_get_register (old)), ==, 20250901);
    oct_session_set_starred (old, 900003, TRUE);
  }
  g_unsetenv ("OCTANT_DEMO_DIR");
  {
    g_autoptr (OctSession) new = oct_session_new_demo (fixture->dir);

    g_assert_true (oct_session_open (new, NULL));
    g_assert_cmpint (oct_register_get_as_at (oct_session_get_register (new)), ==, 20260901);
    g_assert_true (oct_session_is_starred (new, 900003));
  }
}

static void
test_demo_without_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctSession) session = oct_session_new_demo (fixture->dir);
  g_autoptr (GError) error = NULL;

  g_setenv ("OCTANT_DEMO_DIR", fixture->dir, TRUE);
  g_assert_false (oct_session_open (session, &error));
  g_unsetenv ("OCTANT_DEMO_DIR");
  g_assert_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/app/session/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("without a register it works and is empty", test_empty);
  ADD ("remembers stars, views, settings and trust", test_remembers);
  ADD ("keeps what was set just before the end", test_kept_at_the_end);
  ADD ("goes on in memory where the user's store is newer", test_newer_user_store);
  ADD ("takes up an imported register, once", test_import);
  ADD ("has the register before finished is heard", test_finished_with_register);
  ADD ("notices another process's import", test_notices);
  ADD ("notices another window's stars and trust", test_notices_stars);
  ADD ("reads, refuses and cancels", test_reads);
  ADD ("a read outlives whoever asked", test_read_outlives_owner);
  ADD ("tells of a damaged register and makes it again", test_damaged_register);
  g_test_add ("/app/session/brings a register of an older version up to date", Fixture,
              GINT_TO_POINTER (FALSE), set_up, test_older_register, tear_down);
  g_test_add ("/app/session/brings an index of an older version up to date", Fixture,
              GINT_TO_POINTER (TRUE), set_up, test_older_register, tear_down);
  ADD ("tells where an older register can't be brought up to date", test_older_register_fails);
  ADD ("opens the demonstration and comes back to it", test_demo);
  ADD ("makes the demonstration again from other files", test_demo_of_other_files);
  ADD ("tells where the demonstration's files are missing", test_demo_without_files);
#undef ADD

  return g_test_run ();
}
