/* Small workspaces to try things on; see the header. */
#include "workspace-making.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "oct-error.h"

#define SENTENCE "Added a pillar"

char *
making_folder (void)
{
  char *folder = g_dir_make_tmp ("octant-workspaces-XXXXXX", NULL);

  g_assert_nonnull (folder);

  return folder;
}

static void
remove_inside (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        {
          remove_inside (path);
          g_rmdir (path);
        }
      else
        g_remove (path);
    }
}

void
making_remove (char *folder)
{
  remove_inside (folder);
  g_rmdir (folder);
  g_free (folder);
}

char *
making_path (const char *folder, const char *name)
{
  g_autofree char *file = g_strconcat (name, OCT_WORKSPACE_SUFFIX, NULL);

  return g_build_filename (folder, file, NULL);
}

gboolean
making_add_pillar (OctWorkspace *workspace, GError **error)
{
  const OctEditInfo info = { .sentence = SENTENCE, .location = "our-trust" };
  g_autofree char *name = g_strdup_printf ("Pillar %u", making_count_pillars (workspace) + 1);
  const OctPillar pillar = { .name = name, .text = (char *) "What we do best" };

  return oct_workspace_put_pillar (workspace, &info, &pillar, error);
}

gboolean
making_add_framework (OctWorkspace *workspace, GError **error)
{
  const OctEditInfo info = { .sentence = "Added a framework", .location = "framework" };
  g_autofree char *content = g_strnfill (20000, 'x');

  return oct_workspace_add_framework (workspace, &info, "own", 2, content, NULL, error);
}

static void
judge (OctWorkspace *workspace, const char *framework, const char *person)
{
  const OctEditInfo info = { .sentence = "Judged Improvement", .location = "element/2" };
  const OctCycle cycle = { .name = (char *) "Autumn 2026",
                           .starts = 20260901,
                           .ends = 20261218,
                           .framework_id = (char *) framework };
  g_autofree char *cycle_id = NULL;
  g_autoptr (GPtrArray) judgements = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_judgement_free);
  OctJudgement *judgement;

  g_assert_true (oct_workspace_put_cycle (workspace, &info, &cycle, &cycle_id, NULL));
  judgement = oct_judgement_new (cycle_id, NULL, "improvement", NULL, OCT_VIEW_MODERATED);
  judgement->framework_id = g_strdup (framework);
  judgement->stage = g_strdup ("embedded");
  g_free (judgement->reason);
  judgement->reason = g_strdup ("Six schools use one curriculum");
  judgement->final = TRUE;
  judgement->assessor_id = g_strdup (person);
  g_ptr_array_add (judgements, judgement);
  g_assert_true (oct_workspace_put_judgements (workspace, &info, judgements, NULL));
}

void
making_workspace (const char *path, guint n_pillars, OctWorkspaceFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctWorkspace) workspace = oct_workspace_open (path, OCT_WORKSPACE_CREATE | flags,
                                                           &error);
  const OctEditInfo info = { .sentence = "Began", .location = "our-trust" };
  const OctOwnTrust trust = { .name = (char *) "Longshore Learning Trust", .purpose = (char *) "" };
  const OctPerson person = { .name = (char *) "", .post = (char *) "Director of education" };
  g_autofree char *framework = NULL;
  g_autofree char *person_id = NULL;

  g_assert_no_error (error);
  g_assert_true (oct_workspace_set_trust (workspace, &info, &trust, NULL));
  g_assert_true (oct_workspace_put_person (workspace, &info, &person, &person_id, NULL));
  g_assert_true (
    oct_workspace_add_framework (workspace, &info, "trust-model", 1, "{}", &framework, NULL));
  judge (workspace, framework, person_id);
  for (guint i = 0; i < n_pillars; i++)
    g_assert_true (making_add_pillar (workspace, NULL));
}

void
making_copy (const char *path, guint n_pillars, OctWorkspaceFlags flags)
{
  static GHashTable *made; /* what was asked for → its bytes */
  g_autofree char *key = g_strdup_printf ("%u %u", n_pillars, flags);
  GBytes *bytes;

  if (made == NULL)
    made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  bytes = g_hash_table_lookup (made, key);
  if (bytes == NULL)
    {
      char *content = NULL;
      gsize length = 0;

      making_workspace (path, n_pillars, flags);
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_hash_table_insert (made, g_steal_pointer (&key), g_bytes_new_take (content, length));
      return;
    }
  g_assert_true (g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                           (gssize) g_bytes_get_size (bytes),
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

guint
making_count_pillars (OctWorkspace *workspace)
{
  g_autoptr (GPtrArray) pillars = oct_workspace_read_pillars (workspace, NULL);

  g_assert_nonnull (pillars);

  return pillars->len;
}

/* How many pillars there are by history alone. */
static guint
count_in_history (OctWorkspace *workspace)
{
  const OctHistoryFilter filter = { 0 };
  g_autoptr (GPtrArray) history = oct_workspace_read_history (workspace, &filter, NULL);
  guint count = 0;

  g_assert_nonnull (history);
  for (guint i = 0; i < history->len; i++)
    {
      const OctEditRecord *record = g_ptr_array_index (history, i);

      if (g_str_equal (record->sentence, SENTENCE) && record->state == OCT_EDIT_DONE)
        {
          g_assert_cmpuint (record->changes->len, >, 0);
          count++;
        }
    }

  return count;
}

guint
making_assert_sound (const char *path, OctWorkspaceFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctWorkspace) workspace = oct_workspace_open (path, flags, &error);
  g_autoptr (OctEditRecord) undone = NULL;
  g_autoptr (OctEditRecord) redone = NULL;
  guint n;

  g_assert_no_error (error);
  oct_workspace_check (workspace, &error);
  g_assert_no_error (error);
  n = making_count_pillars (workspace);
  g_assert_cmpuint (count_in_history (workspace), ==, n);
  if (n == 0)
    return 0;
  undone = oct_workspace_undo (workspace, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (making_count_pillars (workspace), ==,
                    g_str_equal (undone->sentence, SENTENCE) ? n - 1 : n);
  redone = oct_workspace_redo (workspace, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (making_count_pillars (workspace), ==, n);
  g_assert_cmpuint (count_in_history (workspace), ==, n);

  return n;
}

void
making_alter (const char *path, const char *sql)
{
  sqlite3 *db;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

gint64
making_read_number (const char *path, const char *sql)
{
  sqlite3 *db;
  sqlite3_stmt *statement;
  gint64 number;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return number;
}
