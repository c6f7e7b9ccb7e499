/* The workbench: a workspace is begun, judged, undone and found again after a restart. */
#include <glib/gstdio.h>

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "oct-error.h"
#include "oct-findings.h"
#include "oct-folder.h"
#include "oct-pictures.h"
#include "oct-session.h"
#include "oct-terms.h"
#include "oct-workbench-copies.h"
#include "workbench-fixture.h"

static void
test_begins (Fixture *fixture, gconstpointer data)
{
  OctAssessment *assessment = get (fixture);
  g_auto (GStrv) names = oct_workbench_list (fixture->workbench);

  g_assert_cmpstr (names[0], ==, "Longshore");
  g_assert_null (names[1]);
  g_assert_cmpstr (oct_assessment_get_trust (assessment)->name, ==, "Longshore Learning Trust");
  g_assert_cmpuint (oct_assessment_get_schools (assessment)->len, ==, 2);
  g_assert_cmpuint (oct_framework_get_elements (oct_assessment_get_framework (assessment))->len, ==,
                    OCT_N_ELEMENTS);
  g_assert_null (oct_assessment_get_cycle (assessment));
  g_assert_cmpstr (oct_person_to_text (oct_assessment_find_person (
                     assessment, oct_workbench_get_person_id (fixture->workbench))),
                   ==, "Director of education");
}

static void
test_name_is_taken (Fixture *fixture, gconstpointer data)
{
  begin (fixture, "Longshore");
  g_assert_error (fixture->error, OCT_ERROR, OCT_ERROR_RULE);
  begin (fixture, "a/b");
  g_assert_error (fixture->error, OCT_ERROR, OCT_ERROR_RULE);
  /* The one that was open still is. */
  g_assert_cmpstr (oct_workbench_get_name (fixture->workbench), ==, "Longshore");
}

static void
test_no_cycle (Fixture *fixture, gconstpointer data)
{
  judge (fixture, NULL, "embedded", "Six schools use one curriculum");
  g_assert_error (fixture->error, OCT_ERROR, OCT_ERROR_NOT_FOUND);
}

static void
test_judged_after_restart (Fixture *fixture, gconstpointer data)
{
  begin_cycle (fixture, "Autumn 2026", 20260901, 20261231);
  judge (fixture, NULL, "embedded", "Both schools use one curriculum");
  g_assert_no_error (fixture->error);
  g_assert_cmpint (get_step (fixture, NULL), ==, 3);
  g_assert_cmpstr (oct_workbench_get_undo_sentence (fixture->workbench), ==,
                   "Judged Improvement of Longshore Learning Trust: Embedded");

  close_session (fixture);
  open_session (fixture);
  g_assert_cmpstr (oct_workbench_get_name (fixture->workbench), ==, "Longshore");
  g_assert_cmpint (get_step (fixture, NULL), ==, 3);
  g_assert_nonnull (oct_workbench_get_person_id (fixture->workbench));

  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  oct_workbench_wait (fixture->workbench);
  g_assert_cmpint (get_step (fixture, NULL), ==, OCT_STAGE_NONE);
  g_assert_nonnull (oct_workbench_get_redo_sentence (fixture->workbench));
  oct_workbench_redo_async (fixture->workbench, NULL, NULL);
  oct_workbench_wait (fixture->workbench);
  g_assert_cmpint (get_step (fixture, NULL), ==, 3);
}

static void
test_carry_forward (Fixture *fixture, gconstpointer data)
{
  const OctJudgement *carried;

  begin_cycle (fixture, "Summer 2026", 20260416, 20260831);
  judge (fixture, NULL, "developing", "One of two schools");
  begin_cycle (fixture, "Autumn 2026", 20260901, 20261231);
  g_assert_cmpint (get_step (fixture, NULL), ==, OCT_STAGE_NONE);
  oct_workbench_carry_forward_async (fixture->workbench, NULL, NULL, OCT_VIEW_OWN, edited_cb,
                                     fixture);
  oct_workbench_wait (fixture->workbench);
  g_assert_no_error (fixture->error);
  carried = oct_assessment_find (get (fixture), OCT_WHEN_NOW, NULL, "improvement", NULL,
                                 OCT_VIEW_OWN);
  g_assert_true (carried->carried);
  g_assert_cmpstr (carried->reason, ==, "One of two schools");
  /* A second time there is nothing left. */
  oct_workbench_carry_forward_async (fixture->workbench, NULL, NULL, OCT_VIEW_OWN, edited_cb,
                                     fixture);
  oct_workbench_wait (fixture->workbench);
  g_assert_error (fixture->error, OCT_ERROR, OCT_ERROR_RULE);
}

/* The latest cycle is shown as it is, closed too, and not an older one that was left open. */
static void
test_latest_is_shown_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctCycle) closed = NULL;

  begin_cycle (fixture, "Summer 2026", 20260416, 20260831);
  begin_cycle (fixture, "Autumn 2026", 20260901, 20261231);
  closed = oct_cycle_copy (oct_assessment_get_cycle (get (fixture)));
  closed->closed = TRUE;
  oct_workbench_put_cycle_async (fixture->workbench, closed, edited_cb, fixture);
  oct_workbench_wait (fixture->workbench);
  g_assert_no_error (fixture->error);

  g_assert_cmpstr (oct_assessment_get_cycle (get (fixture))->name, ==, "Autumn 2026");
  g_assert_true (oct_assessment_get_cycle (get (fixture))->closed);
}

/* Spoils a part of the file that nothing is shown from. */
static void
spoil (const char *path)
{
  sqlite3_stmt *row;
  sqlite3 *db;
  long page;
  FILE *file;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (
    sqlite3_prepare_v2 (db, "SELECT rootpage FROM sqlite_schema WHERE name = 'edit_change_record'",
                        -1, &row, NULL),
    ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  page = sqlite3_column_int (row, 0);
  sqlite3_finalize (row);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  file = fopen (path, "r+b");
  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, (page - 1) * 4096, SEEK_SET), ==, 0);
  for (guint i = 0; i < 64; i++)
    fputc (0xee, file);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* A file is looked through after it is shown, and closed again where it is damaged. */
static void
test_damaged_is_closed_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "workspaces", "Longshore.octant", NULL);

  close_session (fixture);
  spoil (path);
  open_session (fixture);
  g_assert_null (oct_workbench_get_name (fixture->workbench));
  g_assert_null (oct_workbench_get_assessment (fixture->workbench));
  g_assert_nonnull (strstr (oct_workbench_get_problem (fixture->workbench), "is damaged"));
}

static const char *
first_school (Fixture *fixture)
{
  return ((OctOwnSchool *) g_ptr_array_index (oct_assessment_get_schools (get (fixture)), 0))->id;
}

static gboolean
says (GPtrArray *findings, const char *sentence)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((OctFinding *) g_ptr_array_index (findings, i))->sentence, sentence))
      return TRUE;

  return FALSE;
}

static void
test_findings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) to_do = NULL;

  begin_cycle (fixture, "Summer 2026", 20260416, 20260831);
  judge (fixture, NULL, "developing", "One of two schools");
  judge (fixture, first_school (fixture), "embedded", "Every teacher uses it");
  begin_cycle (fixture, "Autumn 2026", 20260901, 20261231);
  judge (fixture, NULL, "embedded", "Both schools");
  judge (fixture, first_school (fixture), "beginning", "Half of the staff is new");
  changes = oct_find_changes (get (fixture));
  g_assert_true (says (changes, "Improvement moved up from Developing to Embedded"));
  g_assert_true (says (changes, "Improvement: 1 school went back"));
  to_do = oct_find_to_do (get (fixture));
  g_assert_true (says (to_do, "Judge the trust"));
  g_assert_true (says (to_do, "Moderate Improvement"));
}

/* Every picture of a workspace says what it shows, also where next to nothing is judged. */
static void
test_pictures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  OctChart *charts[6];

  begin_cycle (fixture, "Autumn 2026", 20260901, 20261231);
  judge (fixture, first_school (fixture), "embedded", "Every teacher uses it");
  charts[0] = oct_picture_octant (get (fixture), first_school (fixture));
  charts[1] = oct_picture_small_octants (get (fixture));
  charts[2] = oct_picture_heat_map (get (fixture), "improvement");
  charts[3] = oct_picture_spread (get (fixture), "improvement", NULL);
  charts[4] = oct_picture_resiliences (get (fixture));
  charts[5] = oct_picture_trend (get (fixture), "improvement", NULL, none);
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autofree char *sentence = oct_chart_describe (charts[i]);

      g_assert_nonnull (sentence);
      g_assert_cmpstr (sentence, !=, "");
      g_object_unref (charts[i]);
    }
}

static void
test_terms (void)
{
  g_autoptr (GPtrArray) cycles = oct_terms_around (20261124);
  const OctCycle *year = g_ptr_array_index (cycles, 3);

  g_assert_cmpstr (((OctCycle *) g_ptr_array_index (cycles, 0))->name, ==, "Autumn 2026");
  g_assert_cmpstr (((OctCycle *) g_ptr_array_index (cycles, 1))->name, ==, "Summer 2026");
  g_assert_cmpstr (((OctCycle *) g_ptr_array_index (cycles, 2))->name, ==, "Spring 2027");
  g_assert_cmpstr (year->name, ==, "School year 2026/27");
  g_assert_cmpint (year->starts, ==, 20260901);
  g_assert_cmpint (year->ends, ==, 20270831);
}

/* Before the spring comes the autumn of the year before. */
static void
test_terms_in_spring (void)
{
  g_autoptr (GPtrArray) cycles = oct_terms_around (20270110);

  g_assert_cmpstr (((OctCycle *) g_ptr_array_index (cycles, 0))->name, ==, "Spring 2027");
  g_assert_cmpstr (((OctCycle *) g_ptr_array_index (cycles, 1))->name, ==, "Autumn 2026");
  g_assert_cmpstr (((OctCycle *) g_ptr_array_index (cycles, 3))->name, ==, "School year 2026/27");
}

/* A window may close while its workspace is still being made: the file is whole all the same. */
static void
test_session_ends (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctWorkbench) workbench = g_object_ref (fixture->workbench);
  const OctOwnTrust trust = { .name = (char *) "Longshore Learning Trust" };
  const OctPerson person = { .name = (char *) "", .post = (char *) "Director of education" };
  g_autoptr (GPtrArray) schools = g_ptr_array_new ();
  const OctNewWorkspace what = {
    .name = "Early", .trust = &trust, .schools = schools, .person = &person
  };

  oct_workbench_create_async (workbench, &what, NULL, edited_cb, fixture);
  oct_session_flush (fixture->session);
  g_clear_object (&fixture->session);
  oct_workbench_wait (workbench);
  g_assert_no_error (fixture->error);
  g_assert_true (fixture->done);
  g_assert_cmpstr (oct_workbench_get_name (workbench), ==, "Early");

  open_session (fixture);
}

/* --- the house of workspaces --- */

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray **list = user_data;

  *list = oct_workbench_list_finish (OCT_WORKBENCH (source), result, &error);
  g_assert_no_error (error);
}

/* (transfer full): names of workspaces, each with its school count, by commas. */
static char *
list (Fixture *fixture)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  oct_workbench_list_async (fixture->workbench, NULL, listed_cb, &files);
  while (files == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < files->len; i++)
    {
      const OctWorkspaceFile *file = g_ptr_array_index (files, i);

      g_assert_null (file->problem);
      g_string_append_printf (text, "%s%s:%u", i > 0 ? "," : "", file->name, file->n_schools);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_listed (Fixture *fixture, const char *names)
{
  g_autofree char *found = list (fixture);

  g_assert_cmpstr (found, ==, names);
}

static void
assert_open (Fixture *fixture, const char *name)
{
  g_assert_no_error (fixture->error);
  g_assert_true (fixture->done);
  g_assert_cmpstr (oct_workbench_get_name (fixture->workbench), ==, name);
  g_assert_false (oct_workbench_get_loading (fixture->workbench));
  g_assert_true ((oct_workbench_get_assessment (fixture->workbench) != NULL) == (name != NULL));
}

/* The open one is renamed, goes on, and is the one that is open after a restart. */
static void
test_rename (Fixture *fixture, gconstpointer data)
{
  begin_cycle (fixture, "Autumn 2026", 20260901, 20261231);
  oct_workbench_rename_async (fixture->workbench, "Longshore", " Longshore 2026 ", edited_cb,
                              fixture);
  oct_workbench_wait (fixture->workbench);
  assert_open (fixture, "Longshore 2026");
  assert_listed (fixture, "Longshore 2026:2");
  judge (fixture, NULL, "beginning", "Seen in lessons");
  g_assert_no_error (fixture->error);
  close_session (fixture);
  open_session (fixture);
  g_assert_cmpstr (oct_workbench_get_name (fixture->workbench), ==, "Longshore 2026");
  g_assert_cmpint (get_step (fixture, NULL), ==, 1);
}

static void
test_rename_refused (Fixture *fixture, gconstpointer data)
{
  oct_workbench_rename_async (fixture->workbench, "Longshore", "../Longshore", edited_cb, fixture);
  oct_workbench_wait (fixture->workbench);
  g_assert_error (fixture->error, OCT_ERROR, OCT_ERROR_RULE);
  g_clear_error (&fixture->error);
  fixture->done = TRUE;
  assert_open (fixture, "Longshore");
}

/* One that isn't open is thrown away beside the open one; with the open one, none is open. */
static void
test_trash (Fixture *fixture, gconstpointer data)
{
  begin (fixture, "Second");
  oct_workbench_trash_async (fixture->workbench, "Longshore", edited_cb, fixture);
  oct_workbench_wait (fixture->workbench);
  assert_open (fixture, "Second");
  assert_listed (fixture, "Second:2");
  oct_workbench_trash_async (fixture->workbench, "Second", edited_cb, fixture);
  oct_workbench_wait (fixture->workbench);
  assert_open (fixture, NULL);
  assert_listed (fixture, "");
  close_session (fixture);
  open_session (fixture);
  g_assert_null (oct_workbench_get_problem (fixture->workbench));
}

static GPtrArray *
list_backups (Fixture *fixture)
{
  GPtrArray *backups = NULL;

  oct_workbench_list_backups_async (fixture->workbench, "Longshore", NULL, listed_cb, &backups);
  while (backups == NULL)
    g_main_context_iteration (NULL, TRUE);

  return backups;
}

/* Back to what it was when a backup was asked for, with what it was before as another backup. */
static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const OctBackup *asked;

  begin_cycle (fixture, "Autumn 2026", 20260901, 20261231);
  judge (fixture, NULL, "beginning", "Seen in lessons");
  oct_workbench_back_up_async (fixture->workbench, "Longshore", edited_cb, fixture);
  oct_workbench_wait (fixture->workbench);
  assert_open (fixture, "Longshore");
  judge (fixture, NULL, "sustained", "Said in a hurry");
  before = list_backups (fixture);
  asked = g_ptr_array_index (before, 0);
  g_assert_cmpint (asked->reason, ==, OCT_BACKUP_ASKED);
  oct_workbench_restore_async (fixture->workbench, "Longshore", asked->path, edited_cb, fixture);
  oct_workbench_wait (fixture->workbench);
  assert_open (fixture, "Longshore");
  g_assert_cmpint (get_step (fixture, NULL), ==, 1);
  after = list_backups (fixture);
  g_assert_cmpuint (after->len, ==, before->len + 1);
}

/* The one that should be open is damaged: a backup mends it, and it is open. */
static void
test_restore_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = oct_workbench_get_folder (fixture->workbench);
  g_autofree char *path = g_build_filename (folder, "Longshore.octant", NULL);
  g_autoptr (GPtrArray) backups = NULL;
  const OctBackup *newest;

  close_session (fixture);
  g_assert_true (g_file_set_contents (path, "spilt coffee", -1, NULL));
  open_session (fixture);
  g_assert_nonnull (oct_workbench_get_problem (fixture->workbench));
  backups = list_backups (fixture);
  g_assert_cmpuint (backups->len, >, 0);
  newest = g_ptr_array_index (backups, 0);
  oct_workbench_restore_async (fixture->workbench, "Longshore", newest->path, edited_cb, fixture);
  oct_workbench_wait (fixture->workbench);
  assert_open (fixture, "Longshore");
  g_assert_null (oct_workbench_get_problem (fixture->workbench));
}

static const OctCopyReport *
finish_job (OctJob *job)
{
  oct_job_wait (job);
  g_assert_no_error (oct_job_get_error (job));

  return oct_job_get_result (job);
}

/* Saved while it is open, and opened beside itself: the two go their own ways. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "carried.octantpack", NULL);
  g_autoptr (OctJob) save = NULL;
  g_autoptr (OctJob) open = NULL;
  g_autoptr (OctJob) again = NULL;

  begin_cycle (fixture, "Autumn 2026", 20260901, 20261231);
  judge (fixture, NULL, "beginning", "Seen in lessons");
  save = oct_workbench_start_save_copy (fixture->workbench, "Longshore", path);
  finish_job (save);
  open = oct_workbench_start_open_copy (fixture->workbench, path);
  g_assert_cmpstr (finish_job (open)->name, ==, "Longshore (copy)");
  assert_listed (fixture, "Longshore:2,Longshore (copy):2");
  oct_workbench_open_async (fixture->workbench, "Longshore (copy)", NULL, edited_cb, fixture);
  oct_workbench_wait (fixture->workbench);
  assert_open (fixture, "Longshore (copy)");
  g_assert_cmpint (get_step (fixture, NULL), ==, 1);
  /* One that isn't open is saved too. */
  again = oct_workbench_start_save_copy (fixture->workbench, "Longshore", path);
  finish_job (again);
}

static void
test_copy_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = oct_workbench_get_folder (fixture->workbench);
  g_autofree char *path = g_build_filename (folder, "Longshore.octant", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->dir, "nowhere", "x.octantpack", NULL);
  g_autoptr (OctJob) into_itself = oct_workbench_start_save_copy (fixture->workbench, "Longshore",
                                                                  path);
  g_autoptr (OctJob) into_nothing = oct_workbench_start_save_copy (fixture->workbench, "Longshore",
                                                                   nowhere);
  g_autoptr (OctJob) of_nothing = oct_workbench_start_open_copy (fixture->workbench, nowhere);

  oct_job_wait (into_itself);
  g_assert_error (oct_job_get_error (into_itself), OCT_ERROR, OCT_ERROR_RULE);
  oct_job_wait (into_nothing);
  g_assert_error (oct_job_get_error (into_nothing), OCT_ERROR, OCT_ERROR_READ_ONLY);
  oct_job_wait (of_nothing);
  g_assert_error (oct_job_get_error (of_nothing), OCT_ERROR, OCT_ERROR_NOT_FOUND);
  assert_listed (fixture, "Longshore:2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/app/workbench/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("begins with the trust, its schools and the eight elements", test_begins);
  ADD ("a name that is taken or no name is refused", test_name_is_taken);
  ADD ("nothing is judged without a cycle", test_no_cycle);
  ADD ("a judgement and its undo survive a restart", test_judged_after_restart);
  ADD ("what did not change is carried forward", test_carry_forward);
  ADD ("a damaged workspace is closed again, and told", test_damaged_is_closed_again);
  ADD ("the latest cycle is shown when it is closed", test_latest_is_shown_closed);
  ADD ("findings say what moved and what is to be done", test_findings);
  ADD ("is whole when its session ends early", test_session_ends);
  ADD ("every picture describes itself", test_pictures);
  ADD ("the open workspace is renamed and stays open", test_rename);
  ADD ("a name that can't be leaves everything open as it was", test_rename_refused);
  ADD ("a workspace is thrown away, the open one too", test_trash);
  ADD ("a backup is asked for and gone back to", test_restore);
  ADD ("a damaged workspace is restored and open", test_restore_damaged);
  ADD ("a copy is saved and opened beside its original", test_copy);
  ADD ("a copy that can't be saved or opened changes nothing", test_copy_refused);
#undef ADD
  g_test_add_func ("/app/workbench/terms around an autumn day", test_terms);
  g_test_add_func ("/app/workbench/terms around a spring day", test_terms_in_spring);

  return g_test_run ();
}
