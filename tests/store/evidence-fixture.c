/* A workspace for tests; see the header. */
#include "evidence-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

const OctEditInfo plain = { .sentence = "Changed something", .location = "our-trust" };

void
fixture_remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        fixture_remove_tree (child);
      else
        g_remove (child);
    }
  g_rmdir (path);
}

void
fixture_open_again (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->workspace);
  fixture->workspace = oct_workspace_open (fixture->path, OCT_WORKSPACE_DEFAULT, &error);
  g_assert_no_error (error);
}

static void
put_cycle (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  OctCycle cycle = { .name = (char *) "Autumn 2026",
                     .starts = 20260901,
                     .ends = 20261218,
                     .framework_id = fixture->framework_id };

  oct_workspace_put_cycle (fixture->workspace, &plain, &cycle, &fixture->cycle_id, &error);
  g_assert_no_error (error);
}

static void
put_school (Fixture *fixture)
{
  g_autoptr (GPtrArray) schools = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_own_school_free);
  OctOwnSchool *school = oct_own_school_new ();

  g_free (school->name);
  school->name = g_strdup ("Oak Primary");
  school->urn = 900001;
  g_ptr_array_add (schools, school);
  g_assert_true (oct_workspace_put_schools (fixture->workspace, &plain, schools, NULL));
  fixture->school_id = oct_workspace_find_school (fixture->workspace, 900001, NULL);
}

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  const OctOwnTrust trust = { .name = (char *) "Longshore Learning Trust",
                              .purpose = (char *) "",
                              .uid = 90001 };

  fixture->dir = g_dir_make_tmp ("octant-evidence-XXXXXX", &error);
  g_assert_no_error (error);
  folder = g_build_filename (fixture->dir, "workspaces", NULL);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  fixture->path = g_build_filename (folder, "Longshore.octant", NULL);
  fixture->workspace = oct_workspace_open (fixture->path, OCT_WORKSPACE_CREATE, &error);
  g_assert_no_error (error);
  oct_workspace_set_trust (fixture->workspace, &plain, &trust, &error);
  g_assert_no_error (error);
  oct_workspace_add_framework (fixture->workspace, &plain, "trust-model", 1, "{}",
                               &fixture->framework_id, &error);
  g_assert_no_error (error);
  put_cycle (fixture);
  put_school (fixture);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->workspace);
  fixture_remove_tree (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->path);
  g_free (fixture->framework_id);
  g_free (fixture->cycle_id);
  g_free (fixture->school_id);
}

void
fixture_undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctEditRecord) record = oct_workspace_undo (fixture->workspace, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);
}

void
fixture_redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctEditRecord) record = oct_workspace_redo (fixture->workspace, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);
}

char *
fixture_write (Fixture *fixture, const char *name, const char *content, gssize length)
{
  g_autofree char *outside = g_build_filename (fixture->dir, "outside", NULL);
  char *path = g_build_filename (outside, name, NULL);

  g_mkdir (outside, 0700);
  g_assert_true (g_file_set_contents (path, content, length, NULL));

  return path;
}

char *
fixture_add_note (Fixture *fixture, const char *element, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctEvidence) note = oct_evidence_new (OCT_EVIDENCE_NOTE, name);
  char *id = NULL;

  g_free (note->text);
  note->text = g_strdup (text);
  note->dated = 20261001;
  g_ptr_array_add (note->links, oct_evidence_link_new (fixture->cycle_id, NULL, element, NULL));
  oct_workspace_put_evidence (fixture->workspace, &plain, note, &id, &error);
  g_assert_no_error (error);

  return id;
}

char *
fixture_add_file (Fixture *fixture, const char *name, const char *content, char **object)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctEvidence) evidence = oct_evidence_new (OCT_EVIDENCE_FILE, name);
  g_autofree char *path = fixture_write (fixture, name, content, -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  char *id = NULL;

  oct_evidence_objects_add (fixture->workspace, file, &evidence->object, &evidence->size, NULL,
                            &error);
  g_assert_no_error (error);
  g_free (evidence->file_name);
  evidence->file_name = g_strdup (name);
  evidence->dated = 20261002;
  g_ptr_array_add (evidence->links,
                   oct_evidence_link_new (fixture->cycle_id, NULL, "improvement", NULL));
  oct_workspace_put_evidence (fixture->workspace, &plain, evidence, &id, &error);
  g_assert_no_error (error);
  if (object != NULL)
    *object = g_strdup (evidence->object);

  return id;
}

char *
fixture_back_up (Fixture *fixture, const char *name)
{
  g_autofree char *folder = oct_workspace_dup_folder (fixture->workspace);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  char *path = g_build_filename (backups, name, NULL);
  char *sql = sqlite3_mprintf ("VACUUM INTO %Q", path);
  sqlite3 *db;

  g_mkdir_with_parents (backups, 0700);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  sqlite3_free (sql);

  return path;
}
