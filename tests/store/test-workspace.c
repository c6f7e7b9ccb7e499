/* A workspace keeps what it was told as named edits, which can be undone and redone across restarts. */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "oct-error.h"
#include "oct-workspace.h"

typedef struct
{
  char *dir;
  char *path;
  OctWorkspace *workspace;
  char *framework_id;
  char *cycle_id;
} Fixture;

static const OctEditInfo plain = { .sentence = "Changed something", .location = "our-trust" };

static void
open_again (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->workspace);
  fixture->workspace = oct_workspace_open (fixture->path, OCT_WORKSPACE_DEFAULT, &error);
  g_assert_no_error (error);
}

static void
put_cycle (Fixture *fixture, gboolean closed)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  OctCycle cycle = { .id = fixture->cycle_id,
                     .name = (char *) "Autumn 2026",
                     .starts = 20260901,
                     .ends = 20261218,
                     .closed = closed,
                     .framework_id = fixture->framework_id };

  oct_workspace_put_cycle (fixture->workspace, &plain, &cycle, &id, &error);
  g_assert_no_error (error);
  if (fixture->cycle_id == NULL)
    fixture->cycle_id = g_steal_pointer (&id);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const OctOwnTrust trust = { .name = (char *) "Longshore Learning Trust",
                              .purpose = (char *) "",
                              .uid = 90001 };

  fixture->dir = g_dir_make_tmp ("octant-workspace-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->dir, "Longshore.octant", NULL);
  fixture->workspace = oct_workspace_open (fixture->path, OCT_WORKSPACE_CREATE, &error);
  g_assert_no_error (error);
  oct_workspace_set_trust (fixture->workspace, &plain, &trust, &error);
  g_assert_no_error (error);
  oct_workspace_add_framework (fixture->workspace, &plain, "trust-model", 1, "{}",
                               &fixture->framework_id, &error);
  g_assert_no_error (error);
  put_cycle (fixture, FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_clear_object (&fixture->workspace);
  dir = g_dir_open (fixture->dir, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->dir, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->path);
  g_free (fixture->framework_id);
  g_free (fixture->cycle_id);
}

static gboolean
judge (Fixture *fixture, const OctEditInfo *info, const char *stage, const char *reason,
       gboolean final, GError **error)
{
  g_autoptr (GPtrArray) judgements = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_judgement_free);
  OctJudgement *judgement = oct_judgement_new (fixture->cycle_id, NULL, "improvement", NULL,
                                               OCT_VIEW_OWN);

  judgement->framework_id = g_strdup (fixture->framework_id);
  judgement->stage = g_strdup (stage);
  g_free (judgement->reason);
  judgement->reason = g_strdup (reason);
  judgement->final = final;
  g_ptr_array_add (judgements, judgement);

  return oct_workspace_put_judgements (fixture->workspace, info, judgements, error);
}

static void
judge_well (Fixture *fixture, const char *stage, const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (judge (fixture, &plain, stage, reason, TRUE, &error));
  g_assert_no_error (error);
}

/* "embedded: a reason" of the one judgement there is, or "" where there is none. */
static char *
read_judgement (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  const OctJudgementFilter filter = { .cycle_id = fixture->cycle_id };
  g_autoptr (GPtrArray) judgements = oct_workspace_read_judgements (fixture->workspace, &filter,
                                                                    &error);
  const OctJudgement *judgement;

  g_assert_no_error (error);
  g_assert_cmpuint (judgements->len, <=, 1);
  if (judgements->len == 0)
    return g_strdup ("");
  judgement = g_ptr_array_index (judgements, 0);

  return g_strdup_printf ("%s: %s", judgement->stage, judgement->reason);
}

static void
assert_judged (Fixture *fixture, const char *expected)
{
  g_autofree char *judged = read_judgement (fixture);

  g_assert_cmpstr (judged, ==, expected);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctEditRecord) record = oct_workspace_undo (fixture->workspace, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctEditRecord) record = oct_workspace_redo (fixture->workspace, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);
}

static void
test_private (Fixture *fixture, gconstpointer data)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_restart (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = g_strdup (oct_workspace_get_id (fixture->workspace));
  g_autoptr (OctOwnTrust) trust = NULL;

  judge_well (fixture, "embedded", "Six schools use one curriculum");
  open_again (fixture);
  assert_judged (fixture, "embedded: Six schools use one curriculum");
  g_assert_cmpstr (oct_workspace_get_id (fixture->workspace), ==, id);
  trust = oct_workspace_read_trust (fixture->workspace, NULL);
  g_assert_cmpstr (trust->name, ==, "Longshore Learning Trust");
  g_assert_true (oct_workspace_check (fixture->workspace, NULL));
}

static void
test_undo_after_restart (Fixture *fixture, gconstpointer data)
{
  judge_well (fixture, "beginning", "Two schools have begun");
  judge_well (fixture, "developing", "Four schools do");
  open_again (fixture);
  undo (fixture);
  assert_judged (fixture, "beginning: Two schools have begun");
  open_again (fixture);
  undo (fixture);
  assert_judged (fixture, "");
  redo (fixture);
  redo (fixture);
  assert_judged (fixture, "developing: Four schools do");
}

static void
test_redo_ends (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  judge_well (fixture, "beginning", "Two schools have begun");
  undo (fixture);
  judge_well (fixture, "embedded", "All do");
  g_assert_null (oct_workspace_redo (fixture->workspace, NULL, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND);
  assert_judged (fixture, "embedded: All do");
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const OctHistoryFilter filter = { .limit = 1 };
  g_autoptr (GPtrArray) history = NULL;
  const OctEditRecord *record;
  gboolean found = FALSE;

  judge_well (fixture, "beginning", "Two schools have begun");
  judge_well (fixture, "developing", "Two schools have begun");
  history = oct_workspace_read_history (fixture->workspace, &filter, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 1);
  record = g_ptr_array_index (history, 0);
  g_assert_cmpstr (record->sentence, ==, "Changed something");
  for (guint i = 0; i < record->changes->len; i++)
    {
      const OctEditChange *change = g_ptr_array_index (record->changes, i);

      /* What did not change is not told. */
      g_assert_cmpstr (change->field, !=, "reason");
      if (!g_str_equal (change->field, "stage"))
        continue;
      g_assert_cmpstr (change->before, ==, "beginning");
      g_assert_cmpstr (change->after, ==, "developing");
      found = TRUE;
    }
  g_assert_true (found);
}

static guint
count_history (Fixture *fixture)
{
  const OctHistoryFilter filter = { 0 };
  g_autoptr (GPtrArray) history = oct_workspace_read_history (fixture->workspace, &filter, NULL);

  return history->len;
}

static void
test_nothing_changed (Fixture *fixture, gconstpointer data)
{
  guint before;

  judge_well (fixture, "beginning", "Two schools have begun");
  before = count_history (fixture);
  judge_well (fixture, "beginning", "Two schools have begun");
  g_assert_cmpuint (count_history (fixture), ==, before);
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  const OctEditInfo typing = { .sentence = "Wrote a reason",
                               .location = "our-trust",
                               .merge = "reason of improvement" };
  guint before;

  judge_well (fixture, "beginning", "T");
  before = count_history (fixture);
  g_assert_true (judge (fixture, &typing, "beginning", "Tw", TRUE, NULL));
  g_assert_true (judge (fixture, &typing, "beginning", "Two", TRUE, NULL));
  g_assert_true (judge (fixture, &typing, "beginning", "Two schools", TRUE, NULL));
  g_assert_cmpuint (count_history (fixture), ==, before + 1);
  undo (fixture);
  assert_judged (fixture, "beginning: T");
  redo (fixture);
  assert_judged (fixture, "beginning: Two schools");
}

static void
test_reason_needed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (judge (fixture, &plain, "beginning", " \n", TRUE, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_RULE);
  g_assert_nonnull (strstr (error->message, "why you chose"));
  assert_judged (fixture, "");
  g_assert_true (judge (fixture, &plain, "beginning", " \n", FALSE, NULL));
}

/* An undo can write past the model, so the tables hold the rule as well. */
static void
test_reason_needed_by_tables (Fixture *fixture, gconstpointer data)
{
  sqlite3 *db;

  judge_well (fixture, "beginning", "Two schools have begun");
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE judgement SET reason = ' '", NULL, NULL, NULL), ==,
                   SQLITE_CONSTRAINT);
  sqlite3_close (db);
}

static void
test_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  judge_well (fixture, "beginning", "Two schools have begun");
  put_cycle (fixture, TRUE);
  g_assert_false (judge (fixture, &plain, "embedded", "All do", TRUE, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_RULE);
  g_assert_nonnull (strstr (error->message, "closed"));
  assert_judged (fixture, "beginning: Two schools have begun");
  undo (fixture);
  judge_well (fixture, "embedded", "All do");
}

/* Two windows on one file: the second sees what the first did, and undoes it. */
static void
test_two (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctWorkspace) other = oct_workspace_open (fixture->path, OCT_WORKSPACE_DEFAULT, NULL);
  g_autoptr (OctEditRecord) undone = NULL;

  g_assert_false (oct_workspace_was_changed (other));
  judge_well (fixture, "beginning", "Two schools have begun");
  g_assert_true (oct_workspace_was_changed (other));
  undone = oct_workspace_undo (other, NULL, NULL);
  g_assert_nonnull (undone);
  assert_judged (fixture, "");
}

static void
test_new_urn (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) schools = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_own_school_free);
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *by_old = NULL;
  g_autofree char *by_new = NULL;
  OctOwnSchool *school = oct_own_school_new ();

  g_free (school->name);
  school->name = g_strdup ("Oak Primary");
  school->urn = 900001;
  school->as_at = 20250121;
  g_ptr_array_add (schools, school);
  g_assert_true (oct_workspace_put_schools (fixture->workspace, &plain, schools, NULL));
  kept = oct_workspace_read_schools (fixture->workspace, FALSE, NULL);
  ((OctOwnSchool *) g_ptr_array_index (kept, 0))->urn = 900002;
  ((OctOwnSchool *) g_ptr_array_index (kept, 0))->as_at = 20260121;
  g_assert_true (oct_workspace_put_schools (fixture->workspace, &plain, kept, NULL));

  again = oct_workspace_read_schools (fixture->workspace, FALSE, NULL);
  g_assert_cmpuint (again->len, ==, 1);
  by_old = oct_workspace_find_school (fixture->workspace, 900001, NULL);
  by_new = oct_workspace_find_school (fixture->workspace, 900002, NULL);
  g_assert_nonnull (by_old);
  g_assert_cmpstr (by_old, ==, by_new);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  g_clear_object (&fixture->workspace);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 99", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_null (oct_workspace_open (fixture->path, OCT_WORKSPACE_DEFAULT, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_NEWER);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->dir, "Other.octant", NULL);

  g_assert_null (oct_workspace_open (path, OCT_WORKSPACE_DEFAULT, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/store/workspace/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("is readable for its owner alone", test_private);
  ADD ("a judgement survives a restart", test_restart);
  ADD ("undo and redo survive a restart", test_undo_after_restart);
  ADD ("something new ends what could be redone", test_redo_ends);
  ADD ("history tells before and after", test_history);
  ADD ("an edit that changes nothing leaves no trace", test_nothing_changed);
  ADD ("typing is one edit", test_typing);
  ADD ("a finished judgement needs a reason", test_reason_needed);
  ADD ("the tables ask for a reason too", test_reason_needed_by_tables);
  ADD ("a closed cycle stays as it is", test_closed);
  ADD ("two windows see each other's edits", test_two);
  ADD ("a new URN is the same school", test_new_urn);
  ADD ("a newer workspace is refused", test_newer);
  ADD ("a missing workspace is told", test_missing);
#undef ADD

  return g_test_run ();
}
