/* Records of plans in a workspace: that the tables are as the kinds describe them, that every rule of
 * the tables holds against whoever writes past the model, and that edits come back through undo.
 */
#include <glib/gstdio.h>
#include <math.h>
#include <sqlite3.h>

#include "oct-error.h"
#include "oct-plan-edits.h"
#include "oct-workspace-evidence.h"
#include "oct-workspace-records.h"
#include "workspace-making.h"

typedef struct
{
  char *folder;
  char *path;
  OctWorkspace *workspace;
  char *school_id;
  char *person_id;
} Fixture;

static const OctEditInfo info = { .sentence = "Changed a plan", .location = "plans" };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const OctPerson person = { NULL, (char *) "", (char *) "Head of English" };
  g_autoptr (GPtrArray) schools = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_own_school_free);
  OctOwnSchool *school = oct_own_school_new ();

  fixture->folder = making_folder ();
  fixture->path = making_path (fixture->folder, "Ours.octant");
  fixture->workspace = oct_workspace_open (fixture->path, OCT_WORKSPACE_CREATE, &error);
  g_assert_no_error (error);
  fixture->school_id = g_uuid_string_random ();
  school->id = g_strdup (fixture->school_id);
  g_free (school->name);
  school->name = g_strdup ("Oak Primary School");
  school->urn = 100001;
  g_ptr_array_add (schools, school);
  oct_workspace_put_schools (fixture->workspace, &info, schools, &error);
  g_assert_no_error (error);
  oct_workspace_put_person (fixture->workspace, &info, &person, &fixture->person_id, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->workspace);
  making_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->school_id);
  g_free (fixture->person_id);
}

/* (transfer full): what is kept now, read anew by another connection. */
static OctPlanBook *
read_book (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctWorkspace) other = oct_workspace_open (fixture->path, OCT_WORKSPACE_READ_ONLY,
                                                       &error);
  OctPlanBook *book;

  g_assert_no_error (error);
  book = oct_workspace_read_plan_book (other, &error);
  g_assert_no_error (error);

  return book;
}

static void
assert_same_records (GPtrArray *left, GPtrArray *right)
{
  g_assert_cmpuint (left->len, ==, right->len);
  for (guint i = 0; i < left->len; i++)
    {
      OctRecord *a = g_ptr_array_index (left, i);
      OctRecord *b = g_ptr_array_index (right, i);

      g_assert_cmpstr (a->id, ==, b->id);
      g_assert_true (oct_record_equal (a, b));
    }
}

/* A record is found by each id that it refers to. */
static void
assert_found_alike (OctPlanBook *left, OctPlanBook *right, OctRecord *record)
{
  const OctRecordKind *kind = record->kind;

  g_assert_true (oct_record_equal (oct_plan_book_find (right, kind, record->id), record));
  for (const OctRecordField *field = kind->fields; field->name != NULL; field++)
    if (field->type == OCT_RECORD_REF)
      {
        const char *id = oct_record_get_text (record, field);

        assert_same_records (oct_plan_book_get_by (left, kind, field->name, id),
                             oct_plan_book_get_by (right, kind, field->name, id));
      }
}

/* The kept book, which goes on from edit to edit, says what a fresh one says. */
static void
assert_books_agree (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctPlanBook) fresh = read_book (fixture);
  g_autoptr (OctPlanBook) kept = oct_workspace_read_plan_book (fixture->workspace, &error);

  g_assert_no_error (error);
  for (guint i = 0; oct_record_kinds[i] != NULL; i++)
    {
      GPtrArray *left = oct_plan_book_get_all (fresh, oct_record_kinds[i]);

      assert_same_records (left, oct_plan_book_get_all (kept, oct_record_kinds[i]));
      for (guint j = 0; j < left->len; j++)
        assert_found_alike (fresh, kept, g_ptr_array_index (left, j));
    }
}

static void
apply (Fixture *fixture, OctRecordChange *change)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (change);
  oct_workspace_change_records (fixture->workspace, &info, change, &error);
  g_assert_no_error (error);
  oct_record_change_free (change);
  assert_books_agree (fixture);
}

/* @change is refused with a sentence that has @words, and nothing of it is kept. */
static void
assert_refused (Fixture *fixture, OctRecordChange *change, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (oct_workspace_change_records (fixture->workspace, &info, change, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_RULE);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” doesn’t say “%s”", error->message, words);
  oct_record_change_free (change);
  assert_books_agree (fixture);
}

static OctRecordChange *
change_of (gpointer record)
{
  OctRecordChange *change = oct_record_change_new ();

  oct_record_change_put (change, record);

  return change;
}

static OctRecordChange *
delete_of (gpointer record)
{
  OctRecordChange *change = oct_record_change_new ();

  oct_record_change_delete (change, record);

  return change;
}

/* A plan with one objective that has all it needs, an action, a milestone and a criterion. */
static OctPlan *
add_plan (Fixture *fixture)
{
  OctRecordChange *change = oct_record_change_new ();
  OctPlan *plan = oct_record_change_put (change, oct_record_new (&oct_plan_kind));
  OctObjective *objective = oct_record_change_put (change, oct_record_new (&oct_objective_kind));
  OctCriterion *criterion = oct_record_change_put (change, oct_record_new (&oct_criterion_kind));
  OctAction *action = oct_record_change_put (change, oct_record_new (&oct_action_kind));
  OctMilestone *milestone = oct_record_change_put (change, oct_record_new (&oct_milestone_kind));

  oct_replace (&plan->title, "Reading for everyone");
  oct_replace (&plan->school_id, fixture->school_id);
  plan->starts = plan->ends = 2025;
  oct_replace (&objective->plan_id, plan->record.id);
  oct_replace (&objective->reference, "1");
  oct_replace (&objective->rank, "m");
  oct_replace (&objective->statement, "Every pupil reads fluently by the end of Year 2");
  oct_replace (&objective->owner_id, fixture->person_id);
  objective->due = 20260717;
  oct_replace (&criterion->objective_id, objective->record.id);
  oct_replace (&criterion->measure, "Pupils who pass the phonics check");
  criterion->baseline = 61.5;
  criterion->target = 80;
  oct_replace (&action->objective_id, objective->record.id);
  oct_replace (&action->text, "Coach every Year 1 teacher in phonics");
  action->starts = 20250908;
  action->due = 20251219;
  oct_replace (&milestone->objective_id, objective->record.id);
  oct_replace (&milestone->title, "All teachers observed");
  milestone->due = 20251219;
  oct_record_ref (plan);
  apply (fixture, change);

  return plan;
}

static gpointer
only (OctPlanBook *book, const OctRecordKind *kind)
{
  GPtrArray *all = oct_plan_book_get_all (book, kind);

  g_assert_cmpuint (all->len, ==, 1);

  return g_ptr_array_index (all, 0);
}

static void
set_status (Fixture *fixture, OctPlanStatus to, const char *why)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctPlanBook) book = read_book (fixture);
  const OctStatusEdit edit = { to, fixture->person_id, 20250901, why };

  apply (fixture, oct_plan_edit_set_status (book, only (book, &oct_plan_kind), &edit, &error));
  g_assert_no_error (error);
}

static OctReview *
new_review (OctPlanBook *book, gint64 number, OctDate on)
{
  OctReview *review = oct_record_new (&oct_review_kind);

  oct_replace (&review->plan_id, ((OctPlan *) only (book, &oct_plan_kind))->record.id);
  review->number = number;
  review->on = on;

  return review;
}

static OctProgress *
new_progress (OctPlanBook *book, const OctReview *review, OctRating rating)
{
  OctProgress *progress = oct_record_new (&oct_progress_kind);

  oct_replace (&progress->review_id, review->record.id);
  oct_replace (&progress->objective_id, ((OctRecord *) only (book, &oct_objective_kind))->id);
  progress->rating = rating;
  oct_replace (&progress->details, "Two of three classes are on track");
  oct_replace (&progress->next_step, rating != OCT_RATING_GREEN ? "Coach the third" : "");
  progress->final = TRUE;

  return progress;
}

/* The tables have the columns of the kinds, in their order, and every choice has room. */
static void
test_tables (Fixture *fixture, gconstpointer data)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  for (guint i = 0; oct_record_kinds[i] != NULL; i++)
    {
      const OctRecordField *field = oct_record_kinds[i]->fields;
      sqlite3_stmt *row;

      g_assert_cmpint (sqlite3_prepare_v2 (db,
                                           "SELECT name, type FROM pragma_table_info (?)"
                                           " WHERE name <> 'id' ORDER BY cid",
                                           -1, &row, NULL),
                       ==, SQLITE_OK);
      sqlite3_bind_text (row, 1, oct_record_kinds[i]->table, -1, SQLITE_STATIC);
      while (sqlite3_step (row) == SQLITE_ROW)
        {
          const char *type = (const char *) sqlite3_column_text (row, 1);

          g_assert_cmpstr (field->name, ==, (const char *) sqlite3_column_text (row, 0));
          g_assert_cmpstr (type, ==,
                           field->type <= OCT_RECORD_PERSON    ? "TEXT"
                           : field->type == OCT_RECORD_DECIMAL ? "REAL"
                                                               : "INTEGER");
          field++;
        }
      g_assert_null (field->name);
      sqlite3_finalize (row);
    }
  sqlite3_close (db);
}

/* Undo and redo take a plan and bring it back, to the last value. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctPlan) plan = NULL;
  g_autoptr (OctPlanBook) before = NULL;
  g_autoptr (OctPlanBook) none = NULL;
  g_autoptr (OctPlanBook) again = NULL;

  plan = add_plan (fixture);
  before = read_book (fixture);
  oct_edit_record_free (oct_workspace_undo (fixture->workspace, NULL, &error));
  g_assert_no_error (error);
  none = read_book (fixture);
  g_assert_cmpuint (oct_plan_book_get_all (none, &oct_action_kind)->len, ==, 0);
  assert_books_agree (fixture);
  oct_edit_record_free (oct_workspace_redo (fixture->workspace, NULL, &error));
  g_assert_no_error (error);
  again = read_book (fixture);
  assert_books_agree (fixture);
  g_assert_true (
    oct_record_equal (only (before, &oct_criterion_kind), only (again, &oct_criterion_kind)));
  g_assert_cmpfloat (((OctCriterion *) only (again, &oct_criterion_kind))->baseline, ==, 61.5);
}

static gint64
get_revision (Fixture *fixture, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) revisions = oct_workspace_read_revisions (fixture->workspace, &error);
  const gint64 *at;

  g_assert_no_error (error);
  at = g_hash_table_lookup (revisions, id);
  g_assert_nonnull (at);

  return *at;
}

/* When a record was changed last goes on with edits, undos and redos, and never back. */
static void
test_revisions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctPlan) plan = add_plan (fixture);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC - 5;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE edit SET at = 7", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_cmpint (get_revision (fixture, plan->record.id), ==, 7);
  oct_edit_record_free (oct_workspace_undo (fixture->workspace, NULL, NULL));
  g_assert_cmpint (get_revision (fixture, plan->record.id), >=, now);
  oct_edit_record_free (oct_workspace_redo (fixture->workspace, NULL, NULL));
  g_assert_cmpint (get_revision (fixture, plan->record.id), >=, now);
}

/* History tells a figure, a choice and an owner with their kind. */
static void
test_history (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctPlan) plan = add_plan (fixture);
  g_autoptr (OctPlanBook) book = read_book (fixture);
  g_autoptr (GPtrArray) records = NULL;
  OctCriterion *criterion = oct_record_copy (only (book, &oct_criterion_kind));
  const OctHistoryFilter filter = { .limit = 1 };
  const OctEditChange *changed;

  criterion->target = 82.25;
  apply (fixture, change_of (criterion));
  records = oct_workspace_read_history (fixture->workspace, &filter, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (((OctEditRecord *) g_ptr_array_index (records, 0))->changes->len, ==, 1);
  changed = g_ptr_array_index (((OctEditRecord *) g_ptr_array_index (records, 0))->changes, 0);
  g_assert_cmpstr (changed->field, ==, "target");
  g_assert_cmpstr (changed->before, ==, "80");
  g_assert_cmpstr (changed->after, ==, "82.25");
  g_assert_cmpint (changed->kind, ==, OCT_VALUE_DECIMAL);
}

static void
test_approval (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctPlan) plan = add_plan (fixture);
  g_autoptr (OctPlanBook) book = read_book (fixture);
  const OctStatusEdit approve = { OCT_PLAN_APPROVED, fixture->person_id, 20250901, "" };
  OctObjective *objective = oct_record_copy (only (book, &oct_objective_kind));
  g_autoptr (OctPlanBook) bare = NULL;
  g_autoptr (OctPlanBook) approved = NULL;
  OctPlan *forced;

  oct_replace (&objective->owner_id, NULL);
  apply (fixture, change_of (objective));
  bare = read_book (fixture);
  g_assert_null (oct_plan_edit_set_status (bare, only (bare, &oct_plan_kind), &approve, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_RULE);
  /* Past the model. */
  forced = oct_record_copy (plan);
  forced->status = OCT_PLAN_APPROVED;
  forced->approved_on = 20250901;
  assert_refused (fixture, change_of (forced), "owner");
  oct_edit_record_free (oct_workspace_undo (fixture->workspace, NULL, NULL));

  set_status (fixture, OCT_PLAN_APPROVED, "");
  approved = read_book (fixture);
  g_assert_cmpint (((OctAction *) only (approved, &oct_action_kind))->baseline_due, ==, 20251219);
  g_assert_cmpint (((OctPlanStep *) only (approved, &oct_plan_step_kind))->to, ==,
                   OCT_PLAN_APPROVED);
}

/* A plan that is paused is read-only in each of its parts, and goes on when it is resumed. */
static void
test_still (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctPlan) plan = add_plan (fixture);
  g_autoptr (OctPlanBook) book = NULL;
  OctAction *action;
  OctPlan *renamed;

  set_status (fixture, OCT_PLAN_APPROVED, "");
  set_status (fixture, OCT_PLAN_IN_PROGRESS, "");
  set_status (fixture, OCT_PLAN_PAUSED, "The school is being inspected");
  book = read_book (fixture);
  action = oct_record_copy (only (book, &oct_action_kind));
  action->status = OCT_ACTION_COMPLETE;
  oct_record_ref (action);
  assert_refused (fixture, change_of (action), "paused");
  renamed = oct_record_copy (only (book, &oct_plan_kind));
  oct_replace (&renamed->title, "Reading");
  assert_refused (fixture, change_of (renamed), "paused");
  assert_refused (fixture, change_of (new_review (book, 1, 20251201)), "paused");
  assert_refused (fixture, delete_of (only (book, &oct_milestone_kind)), "paused");
  set_status (fixture, OCT_PLAN_IN_PROGRESS, "");
  apply (fixture, change_of (action));
}

static void
test_ratings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctPlan) plan = add_plan (fixture);
  g_autoptr (OctPlanBook) book = read_book (fixture);
  OctReview *review = new_review (book, 1, 20251201);
  OctProgress *bare;
  OctProgress *draft;
  g_autoptr (OctPlanBook) rated = NULL;
  g_autoptr (GError) error = NULL;

  apply (fixture, change_of (oct_record_ref (review)));
  bare = new_progress (book, review, OCT_RATING_GREEN);
  oct_replace (&bare->details, " \n");
  assert_refused (fixture, change_of (bare), "details");
  bare = new_progress (book, review, OCT_RATING_AMBER);
  oct_replace (&bare->next_step, "");
  assert_refused (fixture, change_of (bare), "next step");
  draft = new_progress (book, review, OCT_RATING_RED);
  oct_replace (&draft->next_step, "");
  draft->final = FALSE;
  apply (fixture, change_of (draft));
  assert_refused (fixture, change_of (new_progress (book, review, OCT_RATING_GREEN)), "already");

  /* One with recorded progress is withdrawn, never deleted. */
  rated = read_book (fixture);
  draft = oct_record_copy (draft);
  oct_replace (&draft->next_step, "Coach the third class");
  draft->final = TRUE;
  apply (fixture, change_of (draft));
  g_clear_object (&rated);
  rated = read_book (fixture);
  g_assert_null (oct_plan_edit_delete (rated, only (rated, &oct_objective_kind), &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_RULE);
  assert_refused (fixture, delete_of (only (rated, &oct_objective_kind)), "Withdraw");
  oct_record_unref (review);
}

static void
test_reviews (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctPlan) plan = add_plan (fixture);
  g_autoptr (OctPlanBook) book = read_book (fixture);
  g_autoptr (OctReview) review = new_review (book, 1, 20251201);
  g_autoptr (OctPlanBook) partly = NULL;
  g_autoptr (OctPlanBook) fully = NULL;
  g_autoptr (OctPlanBook) locked = NULL;
  OctProgress *progress;
  OctReview *later;

  review->next_on = 20260301;
  apply (fixture, change_of (oct_record_ref (review)));
  assert_refused (fixture, change_of (new_review (book, 2, 20251201)), "after");
  partly = read_book (fixture);
  g_assert_null (oct_plan_edit_lock_review (partly, only (partly, &oct_review_kind), &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_RULE);
  later = oct_record_copy (review);
  later->locked = TRUE;
  assert_refused (fixture, change_of (later), "every objective");

  progress = new_progress (book, review, OCT_RATING_RED);
  apply (fixture, change_of (oct_record_ref (progress)));
  fully = read_book (fixture);
  g_clear_error (&error);
  apply (fixture, oct_plan_edit_lock_review (fully, only (fully, &oct_review_kind), &error));
  g_assert_no_error (error);
  locked = read_book (fixture);
  g_assert_true (((OctReview *) only (locked, &oct_review_kind))->locked);

  /* What was presented stays; a lock is the end of undo. */
  later = oct_record_copy (only (locked, &oct_review_kind));
  oct_replace (&later->next_steps, "Something else");
  assert_refused (fixture, change_of (later), "locked");
  assert_refused (fixture, delete_of (progress), "locked");
  g_assert_null (oct_workspace_undo (fixture->workspace, NULL, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_BARRIER);
  oct_record_unref (progress);
}

/* A school's objective serves one of the trust, and actions don't wait for each other in a circle. */
static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctPlan) plan = add_plan (fixture);
  g_autoptr (OctPlanBook) book = read_book (fixture);
  OctObjective *objective = oct_record_copy (only (book, &oct_objective_kind));
  OctAction *first = only (book, &oct_action_kind);
  OctAction *second = oct_record_copy (first);
  OctRecordChange *change = oct_record_change_new ();
  OctDependency *dependency;
  char *second_id;

  oct_replace (&objective->parent_id, objective->record.id);
  assert_refused (fixture, change_of (objective), "trust");

  g_clear_pointer (&second->record.id, g_free);
  oct_record_change_put (change, second);
  second_id = g_strdup (second->record.id);
  dependency = oct_record_change_put (change, oct_record_new (&oct_dependency_kind));
  oct_replace (&dependency->action_id, second_id);
  oct_replace (&dependency->after_id, first->record.id);
  apply (fixture, change);
  dependency = oct_record_new (&oct_dependency_kind);
  oct_replace (&dependency->action_id, first->record.id);
  oct_replace (&dependency->after_id, second_id);
  assert_refused (fixture, change_of (dependency), "wait");
  g_free (second_id);
}

/* Deleting a plan takes all that belongs to it, and one undo brings all of it back. */
static void
test_delete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctPlan) plan = add_plan (fixture);
  g_autoptr (OctPlanBook) book = read_book (fixture);
  g_autoptr (OctPlanBook) empty = NULL;
  g_autoptr (OctPlanBook) back = NULL;
  OctSupport *support = oct_record_new (&oct_support_kind);

  support->giver = OCT_GIVER_CENTRE;
  oct_replace (&support->school_id, fixture->school_id);
  oct_replace (&support->support, "Coaching");
  oct_replace (&support->objective_id, ((OctRecord *) only (book, &oct_objective_kind))->id);
  apply (fixture, change_of (support));
  g_clear_object (&book);
  book = read_book (fixture);
  apply (fixture, oct_plan_edit_delete (book, only (book, &oct_plan_kind), &error));
  g_assert_no_error (error);
  empty = read_book (fixture);
  g_assert_cmpuint (oct_plan_book_get_all (empty, &oct_objective_kind)->len, ==, 0);
  g_assert_cmpuint (oct_plan_book_get_all (empty, &oct_milestone_kind)->len, ==, 0);
  g_assert_null (((OctSupport *) only (empty, &oct_support_kind))->objective_id);
  oct_edit_record_free (oct_workspace_undo (fixture->workspace, NULL, &error));
  g_assert_no_error (error);
  back = read_book (fixture);
  g_assert_nonnull (((OctSupport *) only (back, &oct_support_kind))->objective_id);
  only (back, &oct_plan_kind);
}

/* Evidence that stands in a plan is deleted with its places there, and comes back with them. */
static void
test_evidence (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctPlan) plan = add_plan (fixture);
  g_autoptr (OctEvidence) evidence = oct_evidence_new (OCT_EVIDENCE_NOTE, "What was seen");
  OctPlanEvidence *place = oct_record_new (&oct_plan_evidence_kind);
  g_autofree char *id = NULL;
  g_autoptr (OctPlanBook) without = NULL;
  g_autoptr (OctPlanBook) again = NULL;

  oct_replace (&evidence->text, "All classes began on time.");
  oct_workspace_put_evidence (fixture->workspace, &info, evidence, &id, &error);
  g_assert_no_error (error);
  oct_replace (&place->plan_id, plan->record.id);
  oct_replace (&place->evidence_id, id);
  apply (fixture, change_of (place));
  oct_workspace_delete_evidence (fixture->workspace, &info, id, &error);
  g_assert_no_error (error);
  without = read_book (fixture);
  g_assert_cmpuint (oct_plan_book_get_all (without, &oct_plan_evidence_kind)->len, ==, 0);
  assert_books_agree (fixture);
  oct_edit_record_free (oct_workspace_undo (fixture->workspace, NULL, &error));
  g_assert_no_error (error);
  again = read_book (fixture);
  only (again, &oct_plan_evidence_kind);
  assert_books_agree (fixture);
}

/* A template of a plan, and a plan of the template a year later. */
static void
test_copies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctPlan) plan = add_plan (fixture);
  g_autoptr (OctPlanBook) book = read_book (fixture);
  const OctPlanCopy next = {
    .title = "Next year", .school_id = fixture->school_id, .starts = 2026, .carry = TRUE
  };
  const OctPlanCopy model = { .title = "Phonics", .starts = 2025, .template = TRUE };
  g_autoptr (OctPlanBook) copied = NULL;
  guint n_templates = 0;

  apply (fixture, oct_plan_edit_copy (book, plan, &next));
  apply (fixture, oct_plan_edit_copy (book, plan, &model));
  copied = read_book (fixture);
  g_assert_cmpuint (oct_plan_book_get_all (copied, &oct_plan_kind)->len, ==, 3);
  g_assert_cmpuint (oct_plan_book_get_all (copied, &oct_action_kind)->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const OctPlan *each = g_ptr_array_index (oct_plan_book_get_all (copied, &oct_plan_kind), i);
      GPtrArray *objectives = oct_plan_book_get_children (copied, &oct_objective_kind,
                                                          each->record.id);
      const OctObjective *objective = g_ptr_array_index (objectives, 0);

      n_templates += each->template;
      g_assert_true ((objective->owner_id == NULL) == each->template);
      g_assert_cmpint (objective->due, ==, each->starts == 2026 ? 20270717 : 20260717);
    }
  g_assert_cmpuint (n_templates, ==, 1);
}

/* What a plan has to do before its first September is due once work has begun, and not overdue then;
 * what is due later stays where it is. */
static void
test_copied_before_september (Fixture *fixture, gconstpointer data)
{
  static const OctDate days[][2] = {
    { 20260910, 20260930 }, { 20260918, 20261031 }, { 20260820, 20260930 }, { 20260701, 20260715 }
  };
  g_autoptr (OctPlan) plan = add_plan (fixture);
  g_autoptr (OctPlanBook) book = read_book (fixture);
  g_autoptr (OctRecordChange) early = oct_record_change_new ();
  g_autoptr (OctPlanBook) changed = NULL;
  OctAction *action = oct_record_change_put (early,
                                             oct_record_copy (only (book, &oct_action_kind)));

  action->starts = OCT_DATE_UNKNOWN;
  action->due = 20250715;
  changed = oct_plan_book_apply (book, early);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      const OctPlanCopy copy = { .title = "Begun", .starts = 2026, .begins = days[i][0] };
      g_autoptr (OctRecordChange) begun = oct_plan_edit_copy (changed, plan, &copy);

      for (guint k = 0; k < begun->puts->len; k++)
        {
          const OctRecord *record = g_ptr_array_index (begun->puts, k);

          if (record->kind == &oct_action_kind)
            g_assert_cmpint (((const OctAction *) record)->due, ==, days[i][1]);
          if (record->kind == &oct_objective_kind && i != 1)
            g_assert_cmpint (((const OctObjective *) record)->due, ==, 20270717);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/store/records/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("tables", test_tables);
  ADD ("undo", test_undo);
  ADD ("revisions", test_revisions);
  ADD ("history", test_history);
  ADD ("approval", test_approval);
  ADD ("still", test_still);
  ADD ("ratings", test_ratings);
  ADD ("reviews", test_reviews);
  ADD ("links", test_links);
  ADD ("delete", test_delete);
  ADD ("copies", test_copies);
  ADD ("copied before September", test_copied_before_september);
  ADD ("evidence", test_evidence);
#undef ADD

  return g_test_run ();
}
