/* No sequence of edits, undos, redos and openings ends in a state that the rules forbid, or loses a word.
 *
 * Edits are drawn at random from a seed, good ones and ones that break rules, past the model where that
 * can be. The book after each edit is kept; an undo must bring back the one before it to the letter,
 * and a redo the one after it. After every step the workspace is read anew and held to the rules.
 */
#include <glib/gstdio.h>
#include <math.h>

#include "oct-error.h"
#include "oct-plan-edits.h"
#include "oct-workspace-records.h"
#include "workspace-making.h"

#define N_STEPS 40

typedef struct
{
  GRand *random;
  char *folder;
  char *path;
  OctWorkspace *workspace;
  char *school_id;
  char *person_id;
  GPtrArray *books; /* the book after each edit that can be undone, the one before all first */
  guint at;         /* which of them it is now */
  guint n_kept;
  guint n_refused;
  guint n_undone;
} Walk;

/* Of all walks. */
static guint all_kept;
static guint all_refused;
static guint all_undone;

static const OctEditInfo info = { .sentence = "Changed a plan", .location = "plans" };

/* --- books --- */

static OctPlanBook *
read_anew (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctWorkspace) other = oct_workspace_open (walk->path, OCT_WORKSPACE_READ_ONLY, &error);
  OctPlanBook *book;

  g_assert_no_error (error);
  book = oct_workspace_read_plan_book (other, &error);
  g_assert_no_error (error);

  return book;
}

static gboolean
is_same (OctPlanBook *a, OctPlanBook *b)
{
  for (guint i = 0; oct_record_kinds[i] != NULL; i++)
    {
      GPtrArray *left = oct_plan_book_get_all (a, oct_record_kinds[i]);

      if (left->len != oct_plan_book_get_all (b, oct_record_kinds[i])->len)
        return FALSE;
      for (guint j = 0; j < left->len; j++)
        {
          const OctRecord *record = g_ptr_array_index (left, j);
          const OctRecord *other = oct_plan_book_find (b, record->kind, record->id);

          if (other == NULL || !oct_record_equal (record, other))
            return FALSE;
        }
    }

  return TRUE;
}

/* --- rules that several records obey together --- */

static void
assert_reviews (OctPlanBook *book, const OctPlan *plan)
{
  GPtrArray *reviews = oct_plan_book_get_children (book, &oct_review_kind, plan->record.id);

  for (guint i = 0; i < reviews->len; i++)
    {
      const OctReview *review = g_ptr_array_index (reviews, i);
      GPtrArray *progress = oct_plan_book_get_children (book, &oct_progress_kind,
                                                        review->record.id);
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      if (i > 0)
        {
          const OctReview *before = g_ptr_array_index (reviews, i - 1);

          g_assert_cmpint (before->number, <, review->number);
          g_assert_cmpint (before->on, <, review->on);
        }
      for (guint j = 0; j < progress->len; j++)
        g_assert_true (
          g_hash_table_add (seen, ((OctProgress *) g_ptr_array_index (progress, j))->objective_id));
    }
}

/* An approved plan was approved with objectives that have an owner, a day and a criterion; since then
 * they may have lost some, but there is a step that says when it was approved. */
static void
assert_status (OctPlanBook *book, const OctPlan *plan)
{
  if (plan->status != OCT_PLAN_DRAFT && plan->status != OCT_PLAN_STOPPED)
    g_assert_cmpint (plan->approved_on, !=, OCT_DATE_UNKNOWN);
}

static void
assert_rules (OctPlanBook *book)
{
  GPtrArray *plans = oct_plan_book_get_all (book, &oct_plan_kind);
  GPtrArray *progress = oct_plan_book_get_all (book, &oct_progress_kind);

  for (guint i = 0; oct_record_kinds[i] != NULL; i++)
    {
      GPtrArray *all = oct_plan_book_get_all (book, oct_record_kinds[i]);

      for (guint j = 0; j < all->len; j++)
        {
          g_autoptr (GError) error = NULL;

          oct_record_check (g_ptr_array_index (all, j), &error);
          g_assert_no_error (error);
        }
    }
  for (guint i = 0; i < plans->len; i++)
    {
      assert_reviews (book, g_ptr_array_index (plans, i));
      assert_status (book, g_ptr_array_index (plans, i));
    }
  /* An objective with progress is never gone. */
  for (guint i = 0; i < progress->len; i++)
    g_assert_nonnull (oct_plan_book_find (
      book, &oct_objective_kind, ((OctProgress *) g_ptr_array_index (progress, i))->objective_id));
}

/* What was still before an edit is as it was after it: parts of plans that are paused or stopped, and
 * reviews that are locked with what they recorded. */
static void
assert_untouched (OctPlanBook *before, OctPlanBook *after)
{
  GPtrArray *objectives = oct_plan_book_get_all (before, &oct_objective_kind);
  GPtrArray *progress = oct_plan_book_get_all (before, &oct_progress_kind);

  for (guint i = 0; i < objectives->len; i++)
    {
      const OctObjective *objective = g_ptr_array_index (objectives, i);
      const OctPlan *plan = oct_objective_get_plan (before, objective);
      const OctObjective *now = oct_plan_book_find (after, &oct_objective_kind,
                                                    objective->record.id);

      if (oct_plan_status_is_still (plan->status))
        g_assert_true (now != NULL && oct_record_equal (objective, now));
    }
  for (guint i = 0; i < progress->len; i++)
    {
      const OctProgress *one = g_ptr_array_index (progress, i);
      const OctReview *review = oct_plan_book_find (before, &oct_review_kind, one->review_id);
      const OctProgress *now = oct_plan_book_find (after, &oct_progress_kind, one->record.id);

      if (review->locked)
        g_assert_true (now != NULL && oct_record_equal (one, now));
    }
}

/* --- steps --- */

static guint
draw (Walk *walk, guint n)
{
  return (guint) g_rand_int_range (walk->random, 0, (gint32) n);
}

/* (nullable): one of a kind. */
static gpointer
pick (Walk *walk, OctPlanBook *book, const OctRecordKind *kind)
{
  GPtrArray *all = oct_plan_book_get_all (book, kind);

  return all->len > 0 ? g_ptr_array_index (all, draw (walk, all->len)) : NULL;
}

static const char *
draw_words (Walk *walk)
{
  static const char *const words[] = { "", " ", "Read more", "It’s ‘done’", "Ŵŷ شغف", "a\nb" };

  return words[draw (walk, G_N_ELEMENTS (words))];
}

/* Gives a field of a record some other value, which may be none that it can have. */
static void
spoil (Walk *walk, gpointer record)
{
  const OctRecordKind *kind = ((OctRecord *) record)->kind;
  guint n = 0;
  const OctRecordField *field;

  while (kind->fields[n].name != NULL)
    n++;
  field = &kind->fields[draw (walk, n)];
  switch (field->type)
    {
    case OCT_RECORD_TEXT:
      oct_record_set_text (record, field, draw_words (walk));
      break;
    case OCT_RECORD_PERSON:
      oct_record_set_text (record, field, draw (walk, 2) == 0 ? walk->person_id : NULL);
      break;
    case OCT_RECORD_DATE:
      oct_record_set_number (record, field, draw (walk, 3) == 0 ? 0 : 20250101 + draw (walk, 28));
      break;
    case OCT_RECORD_FLAG:
      oct_record_set_number (record, field, draw (walk, 2));
      break;
    case OCT_RECORD_CHOICE:
      oct_record_set_number (record, field, draw (walk, oct_choice_count (field->choices)));
      break;
    case OCT_RECORD_DECIMAL:
      oct_record_set_decimal (record, field, draw (walk, 2) == 0 ? NAN : draw (walk, 100) / 4.0);
      break;
    case OCT_RECORD_NUMBER:
      oct_record_set_number (record, field, (gint64) draw (walk, 4) + 2024);
      break;
    default:
      break;
    }
}

static OctRecordChange *
change_of (gpointer record)
{
  OctRecordChange *change = oct_record_change_new ();

  oct_record_change_put (change, record);

  return change;
}

static OctRecordChange *
make_plan (Walk *walk)
{
  OctPlan *plan = oct_record_new (&oct_plan_kind);
  OctRecordChange *change = change_of (plan);
  OctObjective *objective = oct_record_change_put (change, oct_record_new (&oct_objective_kind));
  OctCriterion *criterion = oct_record_change_put (change, oct_record_new (&oct_criterion_kind));

  oct_replace (&plan->title, "Reading for everyone");
  oct_replace (&plan->school_id, walk->school_id);
  plan->starts = plan->ends = 2025;
  oct_replace (&objective->plan_id, plan->record.id);
  oct_replace (&objective->statement, "Every pupil reads");
  oct_replace (&objective->owner_id, walk->person_id);
  objective->due = 20260717;
  oct_replace (&criterion->objective_id, objective->record.id);
  oct_replace (&criterion->measure, "Pupils who read well");

  return change;
}

/* (nullable): a part of an objective. */
static OctRecordChange *
make_part (Walk *walk, OctPlanBook *book)
{
  const OctObjective *objective = pick (walk, book, &oct_objective_kind);
  OctAction *action;
  OctMilestone *milestone;

  if (objective == NULL)
    return NULL;
  if (draw (walk, 2) == 0)
    {
      action = oct_record_new (&oct_action_kind);
      oct_replace (&action->objective_id, objective->record.id);
      oct_replace (&action->text, draw_words (walk));
      return change_of (action);
    }
  milestone = oct_record_new (&oct_milestone_kind);
  oct_replace (&milestone->objective_id, objective->record.id);
  oct_replace (&milestone->title, draw_words (walk));

  return change_of (milestone);
}

/* (nullable): a review of a plan, at a day that may come too early. */
static OctRecordChange *
make_review (Walk *walk, OctPlanBook *book)
{
  const OctPlan *plan = pick (walk, book, &oct_plan_kind);
  OctReview *review;

  if (plan == NULL)
    return NULL;
  review = oct_record_new (&oct_review_kind);
  oct_replace (&review->plan_id, plan->record.id);
  review->number = oct_plan_book_get_children (book, &oct_review_kind, plan->record.id)->len + 1;
  review->on = 20250101 + (OctDate) review->number * 100 + (OctDate) draw (walk, 200);
  review->next_none = draw (walk, 2) == 0;

  return change_of (review);
}

/* (nullable): what a review says of an objective, which may break a rule. */
static OctRecordChange *
make_progress (Walk *walk, OctPlanBook *book)
{
  const OctReview *review = pick (walk, book, &oct_review_kind);
  const OctObjective *objective = pick (walk, book, &oct_objective_kind);
  OctProgress *progress;

  if (review == NULL || objective == NULL)
    return NULL;
  progress = oct_record_new (&oct_progress_kind);
  oct_replace (&progress->review_id, review->record.id);
  oct_replace (&progress->objective_id, objective->record.id);
  progress->rating = (OctRating) draw (walk, 4);
  oct_replace (&progress->details, draw_words (walk));
  oct_replace (&progress->next_step, draw_words (walk));
  progress->final = draw (walk, 3) > 0;

  return change_of (progress);
}

/* (nullable): a change that the model makes, or refuses to make. */
static OctRecordChange *
make_model_change (Walk *walk, OctPlanBook *book)
{
  const OctStatusEdit status = { (OctPlanStatus) draw (walk, 6), walk->person_id, 20250901,
                                 draw_words (walk) };
  const OctPlan *plan = pick (walk, book, &oct_plan_kind);
  const OctReview *review = pick (walk, book, &oct_review_kind);
  OctObjective *objective = pick (walk, book, &oct_objective_kind);

  switch (draw (walk, 5))
    {
    case 0:
    case 1:
      return plan != NULL ? oct_plan_edit_set_status (book, plan, &status, NULL) : NULL;
    case 2:
      return objective != NULL
               ? oct_plan_edit_withdraw (book, objective, draw_words (walk), 20250902, NULL)
               : NULL;
    case 3:
      return objective != NULL ? oct_plan_edit_delete (book, objective, NULL) : NULL;
    default:
      return review != NULL ? oct_plan_edit_lock_review (book, review, NULL) : NULL;
    }
}

/* (nullable): a record put or taken away past the model. */
static OctRecordChange *
make_raw_change (Walk *walk, OctPlanBook *book)
{
  static const OctRecordKind *const kinds[] = { &oct_objective_kind, &oct_action_kind,
                                                &oct_milestone_kind, &oct_review_kind,
                                                &oct_progress_kind,  &oct_criterion_kind };
  gpointer record = pick (walk, book, kinds[draw (walk, G_N_ELEMENTS (kinds))]);
  OctRecordChange *change;
  gpointer copy;

  if (record == NULL)
    return NULL;
  if (draw (walk, 4) == 0)
    {
      change = oct_record_change_new ();
      oct_record_change_delete (change, record);
      return change;
    }
  copy = oct_record_copy (record);
  spoil (walk, copy);

  return change_of (copy);
}

static OctRecordChange *
make_change (Walk *walk, OctPlanBook *book)
{
  if (oct_plan_book_get_all (book, &oct_plan_kind)->len == 0)
    return make_plan (walk);
  switch (draw (walk, 9))
    {
    case 0:
      return make_plan (walk);
    case 1:
    case 2:
      return make_part (walk, book);
    case 3:
      return make_review (walk, book);
    case 4:
      return make_progress (walk, book);
    case 5:
    case 6:
      return make_raw_change (walk, book);
    default:
      return make_model_change (walk, book);
    }
}

/* An edit that is refused changes nothing; one that is kept is the newest that can be undone. */
static void
step_edit (Walk *walk)
{
  OctPlanBook *before = g_ptr_array_index (walk->books, walk->at);
  g_autoptr (OctRecordChange) change = make_change (walk, before);
  g_autoptr (OctPlanBook) after = NULL;
  g_autoptr (GError) error = NULL;

  if (change == NULL || oct_record_change_is_empty (change))
    return;
  if (!oct_workspace_change_records (walk->workspace, &info, change, &error))
    {
      g_assert_error (error, OCT_ERROR, OCT_ERROR_RULE);
      walk->n_refused++;
      return;
    }
  walk->n_kept++;
  after = read_anew (walk);
  assert_untouched (before, after);
  /* What changes nothing is no edit, and undo has nothing of it to take back. */
  if (is_same (before, after))
    return;
  g_ptr_array_set_size (walk->books, (gint) walk->at + 1);
  if (change->barrier != NULL)
    {
      g_ptr_array_set_size (walk->books, 0);
      walk->at = 0;
    }
  else
    walk->at++;
  g_ptr_array_add (walk->books, g_steal_pointer (&after));
}

static void
step_undo (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctEditRecord) undone = oct_workspace_undo (walk->workspace, NULL, &error);

  if (undone == NULL)
    return;
  g_assert_cmpuint (walk->at, >, 0);
  walk->at--;
  walk->n_undone++;
}

static void
step_redo (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctEditRecord) redone = oct_workspace_redo (walk->workspace, NULL, &error);

  if (redone == NULL)
    {
      g_assert_cmpuint (walk->at + 1, ==, walk->books->len);
      return;
    }
  walk->at++;
  g_assert_cmpuint (walk->at, <, walk->books->len);
}

static void
step_reopen (Walk *walk)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&walk->workspace);
  walk->workspace = oct_workspace_open (walk->path, OCT_WORKSPACE_DEFAULT, &error);
  g_assert_no_error (error);
}

static void
assert_state (Walk *walk)
{
  g_autoptr (OctPlanBook) kept = oct_workspace_read_plan_book (walk->workspace, NULL);
  g_autoptr (OctPlanBook) fresh = read_anew (walk);

  g_assert_true (is_same (kept, fresh));
  g_assert_true (is_same (fresh, g_ptr_array_index (walk->books, walk->at)));
  assert_rules (fresh);
}

static void
set_up (Walk *walk, guint32 seed)
{
  g_autoptr (GError) error = NULL;
  const OctPerson person = { NULL, (char *) "", (char *) "Head of English" };
  g_autoptr (GPtrArray) schools = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_own_school_free);
  OctOwnSchool *school = oct_own_school_new ();

  walk->random = g_rand_new_with_seed (seed);
  walk->folder = making_folder ();
  walk->path = making_path (walk->folder, "Ours.octant");
  walk->workspace = oct_workspace_open (walk->path, OCT_WORKSPACE_CREATE, &error);
  g_assert_no_error (error);
  walk->school_id = g_uuid_string_random ();
  school->id = g_strdup (walk->school_id);
  oct_replace (&school->name, "Oak Primary School");
  g_ptr_array_add (schools, school);
  oct_workspace_put_schools (walk->workspace, &info, schools, &error);
  oct_workspace_put_person (walk->workspace, &info, &person, &walk->person_id, &error);
  g_assert_no_error (error);
  walk->books = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (walk->books, read_anew (walk));
}

static void
tear_down (Walk *walk)
{
  g_clear_object (&walk->workspace);
  g_ptr_array_unref (walk->books);
  making_remove (walk->folder);
  g_rand_free (walk->random);
  g_free (walk->path);
  g_free (walk->school_id);
  g_free (walk->person_id);
}

static void
test_walk (gconstpointer data)
{
  Walk walk = { 0 };

  set_up (&walk, GPOINTER_TO_UINT (data));
  for (guint i = 0; i < N_STEPS; i++)
    {
      /* Without a plan there is little to do. */
      guint kind = walk.at == 0 && walk.n_kept == 0 ? 0 : draw (&walk, 10);

      if (kind < 6)
        step_edit (&walk);
      else if (kind < 8)
        {
          if (walk.at > 0)
            step_undo (&walk);
        }
      else if (kind == 8)
        step_redo (&walk);
      else
        step_reopen (&walk);
      assert_state (&walk);
    }
  all_kept += walk.n_kept;
  all_refused += walk.n_refused;
  all_undone += walk.n_undone;
  g_assert_true (oct_workspace_check (walk.workspace, NULL));
  tear_down (&walk);
}

/* The walks went somewhere: edits were kept, some were refused, some undone. */
static void
test_far (void)
{
  if (all_kept == 0)
    {
      g_test_skip ("the walks weren't run");
      return;
    }
  g_assert_cmpuint (all_kept, >, N_STEPS / 2);
  g_assert_cmpuint (all_refused, >, 3);
  g_assert_cmpuint (all_undone, >, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint32 seed = 1; seed <= 4; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/store/plan-properties/a walk from seed %u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_walk);
    }

  g_test_add_func ("/store/plan-properties/the walks go far", test_far);

  return g_test_run ();
}
