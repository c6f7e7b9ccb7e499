/* Records past their period are listed, and disposing of them reaches history, backups and files. */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "oct-error.h"
#include "oct-workspace-records.h"
#include "oct-workspace-retention.h"
#include "people-fixture.h"

static GPtrArray *
read_due (Fixture *fixture, OctDate today)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *due = oct_workspace_read_due (fixture->workspace, today, &error);

  g_assert_no_error (error);

  return due;
}

static guint
count_due (Fixture *fixture, OctDate today, OctRetentionKind kind)
{
  g_autoptr (GPtrArray) due = read_due (fixture, today);
  guint n = 0;

  for (guint i = 0; i < due->len; i++)
    n += ((OctDueRecord *) due->pdata[i])->kind == kind;

  return n;
}

static void
test_due (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = fixture_add_note (fixture, "improvement", "Visit", "Words");
  g_autoptr (GPtrArray) due = NULL;
  const OctDueRecord *record;
  guint months[OCT_N_RETENTION_KINDS];

  fixture_judge (fixture, &plain, "improvement", "They do", NULL);
  g_assert_cmpuint (count_due (fixture, 20290930, OCT_RETENTION_EVIDENCE), ==, 0);
  due = read_due (fixture, 20291001);
  g_assert_cmpuint (due->len, ==, 1);
  record = g_ptr_array_index (due, 0);
  g_assert_cmpstr (record->id, ==, id);
  g_assert_cmpstr (record->name, ==, "Visit");
  g_assert_cmpint (record->dated, ==, 20261001);
  g_assert_cmpint (record->due, ==, 20291001);

  g_assert_cmpuint (count_due (fixture, 20330930, OCT_RETENTION_REASONS), ==, 0);
  g_assert_cmpuint (count_due (fixture, 20331001, OCT_RETENTION_REASONS), ==, 1);
  g_assert_true (
    oct_workspace_put_retention (fixture->workspace, &plain, OCT_RETENTION_REASONS, 12, NULL));
  g_assert_true (oct_workspace_read_retention (fixture->workspace, months, NULL));
  g_assert_cmpuint (months[OCT_RETENTION_REASONS], ==, 12);
  g_assert_cmpuint (months[OCT_RETENTION_EVIDENCE], ==, 36);
  g_assert_cmpuint (count_due (fixture, 20271001, OCT_RETENTION_REASONS), ==, 1);
  fixture_undo (fixture);
  g_assert_cmpuint (count_due (fixture, 20271001, OCT_RETENTION_REASONS), ==, 0);
}

static void
test_due_people (Fixture *fixture, gconstpointer data)
{
  g_autofree char *used = fixture_add_person (fixture, "", "Head");
  g_autofree char *unused = fixture_add_person (fixture, "", "Clerk");
  g_autoptr (GPtrArray) due = NULL;

  fixture_judge (fixture, &plain, "improvement", "They do", used);
  g_assert_cmpuint (count_due (fixture, oct_date_today (), OCT_RETENTION_PEOPLE), ==, 0);
  due = read_due (fixture, oct_date_today () + 2 * 10000);
  for (guint i = 0; i < due->len; i++)
    g_assert_cmpstr (((OctDueRecord *) due->pdata[i])->id, !=, used);
  g_assert_cmpuint (count_due (fixture, oct_date_today () + 2 * 10000, OCT_RETENTION_PEOPLE), ==,
                    1);
}

/* Whoever owns an action or reviewed a plan is referred to, also where nobody judged anything. */
static void
test_due_people_of_plans (Fixture *fixture, gconstpointer data)
{
  g_autofree char *owner = fixture_add_person (fixture, "", "Head of English");
  g_autofree char *unused = fixture_add_person (fixture, "", "Clerk");

  g_free (fixture_add_plan (fixture, owner, "Words"));
  g_assert_cmpuint (count_due (fixture, oct_date_today () + 2 * 10000, OCT_RETENTION_PEOPLE), ==,
                    1);
}

static void
test_due_plans (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = fixture_add_plan (fixture, NULL, "Words");

  g_assert_cmpuint (count_due (fixture, 20330830, OCT_RETENTION_PLANS), ==, 0);
  g_assert_cmpuint (count_due (fixture, 20330831, OCT_RETENTION_PLANS), ==, 1);
  g_assert_cmpuint (count_due (fixture, 20290301, OCT_RETENTION_VISITS), ==, 0);
  g_assert_cmpuint (count_due (fixture, 20290302, OCT_RETENTION_VISITS), ==, 1);
  g_assert_cmpuint (count_due (fixture, 20290302, OCT_RETENTION_CONCERNS), ==, 0);
  g_assert_cmpuint (count_due (fixture, 20290303, OCT_RETENTION_CONCERNS), ==, 1);
}

/* Words go; what the board saw of the course stays. */
static void
test_plans_disposed (Fixture *fixture, gconstpointer data)
{
  const OctEditInfo info = { .sentence = "Disposed of records", .location = "people" };
  g_autofree char *id = fixture_add_plan (fixture, NULL, "As " NAME " does it");
  g_autoptr (GPtrArray) due = read_due (fixture, 20331001);
  g_autoptr (OctPlanBook) book = NULL;
  g_autoptr (GError) error = NULL;
  const OctObjective *objective;
  const OctProgress *progress;
  const OctConcern *concern;

  g_free (fixture_back_up (fixture, "2026-10-02.octant"));
  g_assert_cmpuint (fixture_count_files_with_name (fixture), >=, 2);
  g_assert_cmpuint (due->len, ==, 3);
  oct_workspace_dispose (fixture->workspace, &info, due, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_count_files_with_name (fixture), ==, 0);

  book = oct_workspace_read_plan_book (fixture->workspace, NULL);
  objective = oct_plan_book_get_children (book, &oct_objective_kind, id)->pdata[0];
  g_assert_cmpstr (objective->statement, ==, OCT_DISPOSED_TEXT);
  g_assert_cmpstr (objective->reference, ==, "1.1");
  g_assert_cmpint (objective->due, ==, 20260701);
  progress = oct_plan_book_get_all (book, &oct_progress_kind)->pdata[0];
  g_assert_cmpint (progress->rating, ==, OCT_RATING_RED);
  g_assert_cmpstr (progress->details, ==, OCT_DISPOSED_TEXT);
  concern = oct_plan_book_get_all (book, &oct_concern_kind)->pdata[0];
  g_assert_cmpint (concern->rating, ==, OCT_RATING_AMBER);
  g_assert_cmpstr (concern->summary, ==, OCT_DISPOSED_TEXT);
  g_assert_cmpuint (oct_plan_book_get_all (book, &oct_visit_kind)->len, ==, 0);
  g_assert_cmpuint (oct_plan_book_get_all (book, &oct_visit_point_kind)->len, ==, 0);
  g_clear_pointer (&due, g_ptr_array_unref);
  due = read_due (fixture, 20331001);
  g_assert_cmpuint (due->len, ==, 0);
  g_assert_true (oct_workspace_check (fixture->workspace, NULL));
}

static void
dispose_of_all (Fixture *fixture, OctDate today)
{
  const OctEditInfo info = { .sentence = "Disposed of records", .location = "people" };
  g_autoptr (GPtrArray) due = read_due (fixture, today);
  g_autoptr (GError) error = NULL;

  oct_workspace_dispose (fixture->workspace, &info, due, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* An objective that was deleted stands in history alone, and is part of its plan there. */
static void
test_deleted_disposed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = fixture_add_plan (fixture, NULL, "Words");
  g_autofree char *location = g_strdup_printf ("plan/%s?objective=any", id);
  const OctEditInfo info = { .sentence = "Changed something", .location = location };
  const gboolean from_elsewhere = data != NULL;
  sqlite3 *db;

  /* What one's own file knows from its changesets, one from elsewhere knows from the pages alone. */
  fixture_delete_objective (fixture, from_elsewhere ? &info : &plain, id, "As " NAME " does it");
  if (from_elsewhere)
    {
      g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
      sqlite3_exec (db, "UPDATE edit SET changeset = NULL, barrier = 'x'", NULL, NULL, NULL);
      sqlite3_close (db);
    }
  g_free (fixture_back_up (fixture, "2026-10-02.octant"));
  g_assert_cmpuint (fixture_count_files_with_name (fixture), >=, 2);
  dispose_of_all (fixture, 20330831);
  g_assert_cmpuint (fixture_count_files_with_name (fixture), ==, 0);
}

static void
test_due_support (Fixture *fixture, gconstpointer data)
{
  OctDate after_practice = oct_date_today () + 7 * 10000;

  fixture_add_support (fixture, NULL, "Words");
  /* The giver's days alone, and then the support too, on the day it was looked at again. */
  g_assert_cmpuint (count_due (fixture, 20330401, OCT_RETENTION_SUPPORT), ==, 0);
  g_assert_cmpuint (count_due (fixture, 20330402, OCT_RETENTION_SUPPORT), ==, 1);
  g_assert_cmpuint (count_due (fixture, 20330601, OCT_RETENTION_SUPPORT), ==, 1);
  g_assert_cmpuint (count_due (fixture, 20330602, OCT_RETENTION_SUPPORT), ==, 2);
  g_assert_cmpuint (count_due (fixture, 20330304, OCT_RETENTION_RISKS), ==, 0);
  g_assert_cmpuint (count_due (fixture, 20330305, OCT_RETENTION_RISKS), ==, 1);
  g_assert_cmpuint (count_due (fixture, after_practice - 10000, OCT_RETENTION_PRACTICES), ==, 0);
  g_assert_cmpuint (count_due (fixture, after_practice + 10000, OCT_RETENTION_PRACTICES), ==, 1);
}

/* What somebody said goes; where help went, what a practice is called and how risks moved stays. */
static void
test_support_disposed (Fixture *fixture, gconstpointer data)
{
  OctDate later = oct_date_today () + 8 * 10000;
  g_autoptr (OctPlanBook) book = NULL;
  const OctSupport *support;
  const OctPractice *practice;
  const OctRisk *risk;

  fixture_add_support (fixture, NULL, "As " NAME " does it");
  g_free (fixture_back_up (fixture, "2026-10-02.octant"));
  g_assert_cmpuint (fixture_count_files_with_name (fixture), >=, 2);
  dispose_of_all (fixture, later);
  g_assert_cmpuint (fixture_count_files_with_name (fixture), ==, 0);

  book = oct_workspace_read_plan_book (fixture->workspace, NULL);
  support = oct_plan_book_get_all (book, &oct_support_kind)->pdata[0];
  g_assert_cmpstr (support->learnt, ==, OCT_DISPOSED_TEXT);
  g_assert_cmpstr (support->school_id, ==, fixture->school_id);
  g_assert_cmpfloat (support->spent, ==, 4.5);
  practice = oct_plan_book_get_all (book, &oct_practice_kind)->pdata[0];
  g_assert_cmpstr (practice->title, ==, "Reading aloud");
  g_assert_cmpstr (practice->what, ==, OCT_DISPOSED_TEXT);
  g_assert_cmpuint (oct_plan_book_get_all (book, &oct_practice_use_kind)->len, ==, 1);
  risk = oct_plan_book_get_all (book, &oct_risk_kind)->pdata[0];
  g_assert_cmpstr (risk->reference, ==, "R3");
  g_assert_cmpstr (risk->title, ==, OCT_DISPOSED_TEXT);
  g_assert_cmpint (risk->net_impact, ==, 5);
  for (OctRetentionKind kind = OCT_RETENTION_SUPPORT; kind <= OCT_RETENTION_RISKS; kind++)
    g_assert_cmpuint (count_due (fixture, later, kind), ==, 0);
  g_assert_true (oct_workspace_check (fixture->workspace, NULL));
}

static void
test_disposed (Fixture *fixture, gconstpointer data)
{
  const OctEditInfo info = { .sentence = "Disposed of records", .location = "people" };
  const OctJudgementFilter filter = { 0 };
  const OctEvidenceFilter all = { 0 };
  g_autofree char *object = NULL;
  g_autofree char *file_id = fixture_add_file (fixture, "secret-plan.txt", "About " NAME, &object);
  g_autofree char *path = oct_evidence_objects_get_path (fixture->workspace, object);
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GPtrArray) judgements = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (GError) error = NULL;

  fixture_judge (fixture, &plain, "improvement", "As " NAME " said", NULL);
  g_free (fixture_back_up (fixture, "2026-10-02.octant"));
  fixture_close_cycle (fixture);
  due = read_due (fixture, 20331001);
  g_assert_cmpuint (due->len, ==, 2);
  oct_workspace_dispose (fixture->workspace, &info, due, NULL, NULL, &error);
  g_assert_no_error (error);

  judgements = oct_workspace_read_judgements (fixture->workspace, &filter, NULL);
  g_assert_cmpstr (((OctJudgement *) judgements->pdata[0])->reason, ==, OCT_DISPOSED_TEXT);
  g_assert_cmpstr (((OctJudgement *) judgements->pdata[0])->stage, ==, "embedded");
  evidence = oct_workspace_read_evidence (fixture->workspace, &all, NULL);
  g_assert_cmpuint (evidence->len, ==, 0);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  /* History, undo, the backup and the log don't have the words either. */
  g_assert_cmpuint (fixture_count_files_with_name (fixture), ==, 0);
  g_assert_cmpuint (count_due (fixture, 20331001, OCT_RETENTION_REASONS), ==, 0);
  g_assert_null (oct_workspace_undo (fixture->workspace, NULL, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_BARRIER);
}

static void
test_history_disposed (Fixture *fixture, gconstpointer data)
{
  const OctEditInfo info = { .sentence = "Disposed of records", .location = "people" };
  const OctHistoryFilter all = { 0 };
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GHashTable) revisions = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 *removed;
  sqlite3 *db;

  g_free (fixture_add_note (fixture, "improvement", "Old", "Words"));
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "UPDATE edit SET at = at - 3600 * 24 * 3660", NULL, NULL, NULL);
  sqlite3_close (db);
  g_free (fixture_add_note (fixture, "improvement", "New", "Words"));
  due = read_due (fixture, oct_date_today ());
  g_assert_cmpuint (due->len, ==, 1);
  g_assert_cmpint (((OctDueRecord *) due->pdata[0])->kind, ==, OCT_RETENTION_HISTORY);
  g_assert_cmpuint (((OctDueRecord *) due->pdata[0])->count, >, 4);
  before = oct_workspace_read_revisions (fixture->workspace, &error);
  g_assert_null (g_hash_table_lookup (before, OCT_REVISION_REMOVED));
  oct_workspace_dispose (fixture->workspace, &info, due, NULL, NULL, &error);
  g_assert_no_error (error);
  history = oct_workspace_read_history (fixture->workspace, &all, NULL);
  g_assert_cmpuint (history->len, ==, 2);
  /* A record whose edits are gone is no older than it was. */
  revisions = oct_workspace_read_revisions (fixture->workspace, &error);
  removed = g_hash_table_lookup (revisions, OCT_REVISION_REMOVED);
  g_assert_nonnull (removed);
  g_assert_cmpint (*removed, >=, now);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/store/retention/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("records are due after their period", test_due);
  ADD ("people are due when nothing refers to them", test_due_people);
  ADD ("people of plans are referred to", test_due_people_of_plans);
  ADD ("plans, visits and concerns are due after their end", test_due_plans);
  ADD ("disposing of a plan keeps its ratings", test_plans_disposed);
  ADD ("support, practices and risks are due after their end", test_due_support);
  ADD ("disposing of support, practices and risks keeps their course", test_support_disposed);
  ADD ("disposing of a plan reaches what was deleted from it", test_deleted_disposed);
  g_test_add ("/store/retention/the same in a workspace from elsewhere", Fixture, "",
              fixture_set_up, test_deleted_disposed, fixture_tear_down);
  ADD ("disposing reaches history, backups and files", test_disposed);
  ADD ("old history is disposed of", test_history_disposed);
#undef ADD

  return g_test_run ();
}
