/* Accidents around an import: the program is killed, two run at once, the folder can't be written, and
 * somebody or something damaged the register. The register stays intact, or is made again from the
 * files that were kept; what was damaged is set aside and never deleted.
 */
#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "damage.h"
#include "importing.h"
#include "oct-register-builder.h"
#include "reading.h"
#include "vfs-fault.h"

typedef struct
{
  char *template; /* a data folder with a register */
  char *data_dir; /* the one at hand, a copy at first */
  char *incoming; /* a newer extract */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *first = importing_fixture ("edubasealldata20241124.csv");
  g_autofree char *links = importing_fixture ("links_edubasealldata20250109.csv");

  fixture->template = importing_make_folder ();
  fixture->data_dir = importing_make_folder ();
  fixture->incoming = importing_fixture ("edubasealldata20250121.csv");
  oct_import_report_free (importing_take (fixture->template, first));
  oct_import_report_free (importing_take (fixture->template, links));
  damage_restore (fixture->template, fixture->data_dir);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  importing_remove (fixture->template);
  importing_remove (fixture->data_dir);
  g_free (fixture->incoming);
}

static char *
register_path (const char *data_dir)
{
  return g_build_filename (data_dir, "register.db", NULL);
}

/* The hash of what @template becomes with @incoming. */
static char *
find_new_hash (const Fixture *fixture)
{
  char *hash;

  damage_restore (fixture->template, fixture->data_dir);
  oct_import_report_free (importing_take (fixture->data_dir, fixture->incoming));
  hash = importing_hash (fixture->data_dir);
  damage_restore (fixture->template, fixture->data_dir);
  return hash;
}

static void
assert_intact (const char *data_dir)
{
  g_autoptr (OctRegister) reg = importing_open (data_dir);
  g_autoptr (GError) error = NULL;

  oct_register_check (reg, &error);
  g_assert_no_error (error);
}

static gboolean
rebuild (const char *data_dir, GError **error)
{
  OctImportOptions options = { 0 };

  return oct_import_rebuild (data_dir, &options, NULL, error);
}

/* Killing. */

#define N_KILLS 50
#define N_COPIES 60

/* The fixture's rows many times over, with a URN of its own for each, so that an import takes long enough to hit. */
static char *
write_long_extract (const char *folder, const char *name)
{
  g_autofree char *path = importing_fixture (name);
  g_autofree char *content = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  char *result = g_build_filename (folder, name, NULL);
  const char *rows;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  rows = strchr (content, '\n') + 1;
  g_string_append_len (text, content, rows - content);
  for (guint copy = 0; copy < N_COPIES; copy++)
    {
      const char *end;

      for (const char *row = rows; row < content + length; row = end + 1)
        {
          const char *comma = memchr (row, ',', (gsize) (content + length - row));

          end = memchr (row, '\n', (gsize) (content + length - row));
          g_string_append_printf (text, "%" G_GUINT64_FORMAT,
                                  g_ascii_strtoull (row, NULL, 10)
                                    + copy * 1000000 / N_COPIES * 10);
          g_string_append_len (text, comma, end + 1 - comma);
        }
    }
  g_assert_true (g_file_set_contents (result, text->str, (gssize) text->len, NULL));
  return result;
}

/* Imports in a process of its own, which is killed after so many microseconds. Returns whether it was
 * still at work.
 */
static gboolean
import_and_kill (const Fixture *fixture, gulong delay)
{
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      importing_run (fixture->data_dir, NULL, fixture->incoming, NULL);
      _exit (0);
    }

  /* The moment is random; nothing is waited for. */
  g_usleep (delay);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return WIFSIGNALED (status);
}

static void
test_killed (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *folder = importing_make_folder ();
  g_autofree char *first = write_long_extract (folder, "edubasealldata20241124.csv");
  g_autofree char *old_hash = NULL;
  g_autofree char *new_hash = NULL;
  gint64 duration;
  guint step = MIN (vfs_fault_step (), 5);
  guint n_killed = 0;
  guint n_old = 0;

  importing_remove (g_steal_pointer (&fixture->template));
  fixture->template = importing_make_folder ();
  oct_import_report_free (importing_take (fixture->template, first));
  g_free (fixture->incoming);
  fixture->incoming = write_long_extract (folder, "edubasealldata20250121.csv");
  old_hash = importing_hash (fixture->template);
  duration = g_get_monotonic_time ();
  new_hash = find_new_hash (fixture);
  duration = g_get_monotonic_time () - duration;

  for (guint i = 0; i < N_KILLS; i += step)
    {
      g_autofree char *hash = NULL;
      g_autofree char *recovered = NULL;
      g_autoptr (GPtrArray) reports = NULL;
      g_autoptr (GError) error = NULL;

      damage_restore (fixture->template, fixture->data_dir);
      n_killed += import_and_kill (fixture, (gulong) g_test_rand_int_range (0, (gint32) duration));
      assert_intact (fixture->data_dir);
      hash = importing_hash (fixture->data_dir);
      if (g_strcmp0 (hash, new_hash) != 0)
        g_assert_cmpstr (hash, ==, old_hash);
      n_old += g_strcmp0 (hash, old_hash) == 0;

      reports = importing_run (fixture->data_dir, &error, fixture->incoming, NULL);
      g_assert_no_error (error);
      recovered = importing_hash (fixture->data_dir);
      g_assert_cmpstr (recovered, ==, new_hash);
      damage_assert_tidy (fixture->data_dir, 1);
    }
  g_test_message ("%u of %u were killed at work; %u left the old register", n_killed,
                  N_KILLS / step, n_old);
  g_assert_cmpuint (n_killed * step, >, 5);
  importing_remove (g_steal_pointer (&folder));
}

/* Two at once. */

typedef struct
{
  int started; /* where the first one says that it is at work */
  int go_on;   /* where it waits for permission */
} Meeting;

/* In the first process: stops in the middle of its import. */
static void
pause_cb (OctImportPhase phase, const char *file_name, guint rows, double fraction,
          gpointer user_data)
{
  Meeting *meeting = user_data;
  char byte = 0;

  if (phase != OCT_IMPORT_PHASE_READING || meeting->started < 0)
    return;
  if (write (meeting->started, "x", 1) != 1 || read (meeting->go_on, &byte, 1) < 0)
    _exit (1);
  meeting->started = -1;
}

/* In the second: notes that it has to wait, and lets the first one go on. */
static void
waiting_cb (OctImportPhase phase, const char *file_name, guint rows, double fraction,
            gpointer user_data)
{
  int *go_on = user_data;

  if (phase == OCT_IMPORT_PHASE_WAITING && *go_on >= 0)
    {
      close (*go_on);
      *go_on = -1;
    }
}

static pid_t
start_first (const Fixture *fixture, int *started, int *go_on)
{
  int start_pipe[2];
  int go_pipe[2];
  pid_t child;

  g_assert_cmpint (pipe (start_pipe), ==, 0);
  g_assert_cmpint (pipe (go_pipe), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      Meeting meeting = { start_pipe[1], go_pipe[0] };
      OctImportOptions options = { .progress = pause_cb, .user_data = &meeting };
      const char *paths[] = { fixture->incoming, NULL };
      g_autoptr (GPtrArray) reports = NULL;

      close (go_pipe[1]);
      reports = oct_import_files (fixture->data_dir, paths, &options, NULL, NULL);
      _exit (reports != NULL ? 0 : 1);
    }
  close (start_pipe[1]);
  close (go_pipe[0]);
  *started = start_pipe[0];
  *go_on = go_pipe[1];
  return child;
}

static void
test_second_process (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *groups = importing_fixture ("allgroupsdata20260113.csv");
  const char *paths[] = { groups, NULL };
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = importing_hash (fixture->data_dir);
  g_autofree char *unchanged = NULL;
  OctImportOptions options = { 0 };
  int started, go_on, status;
  char byte;
  pid_t first = start_first (fixture, &started, &go_on);

  g_assert_cmpint (read (started, &byte, 1), ==, 1);

  /* Who doesn't want to wait is told, and nothing changes. */
  g_assert_null (oct_import_files (fixture->data_dir, paths, &options, NULL, &error));
  reading_assert_error (&error, OCT_ERROR_BUSY, "try again", NULL);
  g_assert_false (rebuild (fixture->data_dir, &error));
  reading_assert_error (&error, OCT_ERROR_BUSY, NULL);
  unchanged = importing_hash (fixture->data_dir);
  g_assert_cmpstr (unchanged, ==, hash);

  /* Who waits comes next, and both imports are in the register. */
  options = (OctImportOptions) { .wait = TRUE, .progress = waiting_cb, .user_data = &go_on };
  reports = oct_import_files (fixture->data_dir, paths, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (go_on, ==, -1);
  g_assert_cmpint (waitpid (first, &status, 0), ==, first);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  close (started);

  assert_intact (fixture->data_dir);
  {
    g_autoptr (OctRegister) reg = importing_open (fixture->data_dir);
    g_autoptr (GPtrArray) sources = oct_register_read_sources (reg, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (sources->len, ==, 4);
  }
}

/* Waiting for a process that never ends can be given up. */
static void
cancel_cb (OctImportPhase phase, const char *file_name, guint rows, double fraction,
           gpointer user_data)
{
  if (phase == OCT_IMPORT_PHASE_WAITING)
    g_cancellable_cancel (user_data);
}

static void
test_waiting_is_cancelled (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  OctImportOptions options = { .wait = TRUE, .progress = cancel_cb, .user_data = cancellable };
  const char *paths[] = { fixture->incoming, NULL };
  g_autoptr (GError) error = NULL;
  int started, go_on, status;
  char byte;
  pid_t first = start_first (fixture, &started, &go_on);

  g_assert_cmpint (read (started, &byte, 1), ==, 1);
  g_assert_null (oct_import_files (fixture->data_dir, paths, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  close (go_on);
  close (started);
  g_assert_cmpint (waitpid (first, &status, 0), ==, first);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

/* A folder that can't be written. */

static const uid_t nobody = 65534;

static void
hand_over (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_cmpint (chown (path, nobody, nobody), ==, 0);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      hand_over (child);
    }
}

/* Imports as somebody whose rights count, and returns the code of the error, or -1. */
static int
import_unprivileged (const char *data_dir, const char *path)
{
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autoptr (GPtrArray) reports = NULL;
      GError *error = NULL;

      if (geteuid () == 0 && (setgid (nobody) != 0 || setuid (nobody) != 0))
        _exit (101);
      reports = importing_run (data_dir, &error, path, NULL);
      if (error == NULL && reports != NULL)
        error = ((OctImportReport *) reports->pdata[0])->error;
      _exit (error == NULL ? 100 : error->domain == OCT_ERROR ? error->code : 102);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), <=, 100);
  return WEXITSTATUS (status) == 100 ? -1 : WEXITSTATUS (status);
}

static void
test_read_only (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *sources = g_build_filename (fixture->data_dir, "sources", NULL);
  g_autofree char *inside = g_build_filename (fixture->data_dir, "not", "made", NULL);
  g_autofree char *incoming = NULL;
  g_autofree char *content = NULL;
  g_autofree char *outside = importing_make_folder ();
  g_autofree char *before = importing_hash (fixture->data_dir);
  g_autofree char *after = NULL;
  gsize length;

  /* Where another user can read it, whatever the rights of the source folder. */
  g_assert_true (g_file_get_contents (fixture->incoming, &content, &length, NULL));
  incoming = g_build_filename (outside, "edubasealldata20250121.csv", NULL);
  g_assert_true (g_file_set_contents_full (incoming, content, (gssize) length,
                                           G_FILE_SET_CONTENTS_NONE, 0644, NULL));
  g_assert_cmpint (g_chmod (outside, 0755), ==, 0);
  if (geteuid () == 0)
    hand_over (fixture->data_dir);

  /* The folder itself, the folder of kept files, both, and one that would have to be made. */
  g_assert_cmpint (g_chmod (fixture->data_dir, 0555), ==, 0);
  g_assert_cmpint (import_unprivileged (fixture->data_dir, incoming), ==, OCT_ERROR_READ_ONLY);
  g_assert_cmpint (import_unprivileged (inside, incoming), ==, OCT_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (sources, 0555), ==, 0);
  g_assert_cmpint (import_unprivileged (fixture->data_dir, incoming), ==, OCT_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (fixture->data_dir, 0755), ==, 0);
  g_assert_cmpint (import_unprivileged (fixture->data_dir, incoming), ==, OCT_ERROR_READ_ONLY);

  assert_intact (fixture->data_dir);
  after = importing_hash (fixture->data_dir);
  g_assert_cmpstr (after, ==, before);

  g_assert_cmpint (g_chmod (sources, 0755), ==, 0);
  g_assert_cmpint (import_unprivileged (fixture->data_dir, incoming), ==, -1);
  importing_remove (g_steal_pointer (&outside));
}

/* A damaged register. */

static char *
find_aside (const char *data_dir, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (data_dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix))
      return g_build_filename (data_dir, name, NULL);
  return NULL;
}

static void
assert_made_again (const Fixture *fixture, const char *hash)
{
  g_autofree char *after = importing_hash (fixture->data_dir);

  assert_intact (fixture->data_dir);
  g_assert_cmpstr (after, ==, hash);
}

static void
write_over (const char *path, gsize offset, gsize length)
{
  g_autofree char *zeros = g_malloc0 (length);
  FILE *file = g_fopen (path, "r+b");

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, (long) offset, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (zeros, 1, length, file), ==, length);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
test_newer (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *path = register_path (fixture->data_dir);
  g_autofree char *new_hash = find_new_hash (fixture);
  g_autofree char *aside = NULL;
  g_autofree char *pragma = g_strdup_printf ("PRAGMA user_version = %d", OCT_REGISTER_VERSION + 1);
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, pragma, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);

  g_assert_null (oct_register_open (fixture->data_dir, &error));
  reading_assert_error (&error, OCT_ERROR_NEWER, "newer version", "kept", NULL);

  /* Importing goes on from the kept files; the newer register stays beside. */
  oct_import_report_free (importing_take (fixture->data_dir, fixture->incoming));
  assert_made_again (fixture, new_hash);
  aside = find_aside (fixture->data_dir, "register.db.newer-");
  g_assert_nonnull (aside);
  g_assert_cmpint (sqlite3_open (aside, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "SELECT count (*) FROM establishment", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (db);
}

typedef enum
{
  DAMAGE_CUT,
  DAMAGE_EMPTY,
  DAMAGE_HEADER,
  DAMAGE_FOREIGN,
  DAMAGE_NO_INDEX,
  DAMAGE_CUT_INDEX,
  N_DAMAGES
} Damage;

static void
do_damage (const char *data_dir, Damage damage)
{
  g_autofree char *path = register_path (data_dir);
  g_autofree char *index = find_aside (data_dir, "register-");
  struct stat status;
  sqlite3 *db;

  g_assert_cmpint (stat (damage == DAMAGE_CUT_INDEX ? index : path, &status), ==, 0);
  switch (damage)
    {
    case DAMAGE_CUT:
      g_assert_cmpint (truncate (path, status.st_size / 2), ==, 0);
      break;
    case DAMAGE_EMPTY:
      g_assert_cmpint (truncate (path, 0), ==, 0);
      break;
    case DAMAGE_HEADER:
      write_over (path, 0, 100);
      break;
    case DAMAGE_FOREIGN:
      g_assert_cmpint (g_unlink (path), ==, 0);
      g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (db, "CREATE TABLE recipe (name TEXT)", NULL, NULL, NULL), ==,
                       SQLITE_OK);
      sqlite3_close (db);
      break;
    case DAMAGE_NO_INDEX:
      g_assert_cmpint (g_unlink (index), ==, 0);
      break;
    case DAMAGE_CUT_INDEX:
      g_assert_cmpint (truncate (index, status.st_size / 2), ==, 0);
      break;
    case N_DAMAGES:
    default:
      g_assert_not_reached ();
    }
}

/* What is wrong as a whole is seen when the register is opened. */
static void
test_damaged (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *old_hash = importing_hash (fixture->data_dir);
  g_autofree char *new_hash = find_new_hash (fixture);

  for (Damage damage = 0; damage < N_DAMAGES; damage++)
    {
      g_autofree char *path = register_path (fixture->data_dir);
      g_autofree char *aside = NULL;
      g_autofree char *damaged = NULL;
      g_autofree char *kept = NULL;
      g_autoptr (GError) error = NULL;
      gsize length, kept_length;

      damage_restore (fixture->template, fixture->data_dir);
      do_damage (fixture->data_dir, damage);
      g_assert_true (g_file_get_contents (path, &damaged, &length, NULL));
      g_assert_null (oct_register_open (fixture->data_dir, &error));
      g_assert_error (error, OCT_ERROR, OCT_ERROR_DAMAGED);
      g_clear_error (&error);

      /* Making it again keeps the damaged one, byte for byte. */
      rebuild (fixture->data_dir, &error);
      g_assert_no_error (error);
      assert_made_again (fixture, old_hash);
      aside = find_aside (fixture->data_dir, "register.db.damaged-");
      g_assert_nonnull (aside);
      g_assert_true (g_file_get_contents (aside, &kept, &kept_length, NULL));
      g_assert_cmpmem (kept, kept_length, damaged, length);

      /* So does importing the next file. */
      damage_restore (fixture->template, fixture->data_dir);
      do_damage (fixture->data_dir, damage);
      oct_import_report_free (importing_take (fixture->data_dir, fixture->incoming));
      assert_made_again (fixture, new_hash);
    }
}

/* What is wrong in one page is seen when it is read: by `check`, and by an import, which never builds
 * something wrong upon it.
 */
static void
test_every_page_damaged (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *path = register_path (fixture->data_dir);
  g_autofree char *old_hash = importing_hash (fixture->data_dir);
  g_autofree char *new_hash = find_new_hash (fixture);
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  for (gsize offset = 0; offset < (gsize) status.st_size;
       offset += (gsize) 8192 * vfs_fault_step ())
    {
      g_autoptr (OctRegister) reg = NULL;
      g_autoptr (GPtrArray) reports = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *hash = NULL;

      damage_restore (fixture->template, fixture->data_dir);
      write_over (path, offset, 8192);
      reg = oct_register_open (fixture->data_dir, &error);
      g_assert_false (reg != NULL && oct_register_check (reg, &error));
      g_assert_error (error, OCT_ERROR, OCT_ERROR_DAMAGED);
      g_clear_error (&error);
      g_clear_object (&reg);

      reports = importing_run (fixture->data_dir, &error, fixture->incoming, NULL);
      if (reports != NULL && ((OctImportReport *) reports->pdata[0])->error == NULL)
        {
          hash = importing_hash (fixture->data_dir);
          g_assert_cmpstr (hash, ==, new_hash);
          continue;
        }
      g_clear_error (&error);

      rebuild (fixture->data_dir, &error);
      g_assert_no_error (error);
      assert_made_again (fixture, old_hash);
    }
}

static void
test_nothing_to_rebuild (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *folder = importing_make_folder ();
  g_autoptr (GError) error = NULL;

  g_assert_false (rebuild (folder, &error));
  reading_assert_error (&error, OCT_ERROR_NO_REGISTER, "Import the file", NULL);
  importing_remove (g_steal_pointer (&folder));
}

int
main (int argc, char *argv[])
{
  damage_use_memory ();
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/accidents/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("killed-fifty-times", test_killed);
  ADD ("second-process-waits-or-is-told", test_second_process);
  ADD ("waiting-is-cancelled", test_waiting_is_cancelled);
  ADD ("read-only-folder", test_read_only);
  ADD ("newer-register-is-set-aside", test_newer);
  ADD ("damaged-register-is-set-aside", test_damaged);
  ADD ("every-page-damaged", test_every_page_damaged);
  ADD ("nothing-to-rebuild", test_nothing_to_rebuild);
#undef ADD

  return g_test_run ();
}
