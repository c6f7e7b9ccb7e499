/* One review while somebody records it; see the header. */

#include "oct-review-work.h"

#include <glib/gi18n.h>
#include <math.h>

#include "oct-plan-edits.h"
#include "oct-plan-names.h"

struct _OctReviewWork
{
  GObject parent_instance;

  /* owned */
  OctWorkbench *workbench;
  OctReview *review;       /* (nullable) */
  OctProgress *progress;   /* (nullable) */
  OctObjective *objective; /* (nullable) */
  char *review_id;
  char *objective_id;
  GHashTable *pending; /* progress that isn't kept yet, by its objective */

  guint n_on_the_way; /* changes that aren't kept yet */
  gboolean lock_wanted;
};

enum
{
  CHANGED,
  FAILED,
  LOCKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctReviewWork, oct_review_work, G_TYPE_OBJECT)

static void
load_progress (OctReviewWork *self, OctPlanBook *book)
{
  const OctProgress *kept = g_hash_table_lookup (self->pending, self->objective_id);

  if (kept == NULL)
    kept = oct_review_find_progress (book, self->review, self->objective_id);
  if (kept != NULL)
    {
      self->progress = oct_record_copy (kept);
      return;
    }
  self->progress = oct_record_new_with_id (&oct_progress_kind);
  oct_replace (&self->progress->review_id, self->review->record.id);
  oct_replace (&self->progress->objective_id, self->objective_id);
}

static void
load (OctReviewWork *self)
{
  OctPlanBook *book = oct_workbench_get_plans (self->workbench);
  gpointer review = NULL;
  gpointer objective = NULL;

  g_clear_pointer (&self->review, oct_record_unref);
  g_clear_pointer (&self->objective, oct_record_unref);
  g_clear_pointer (&self->progress, oct_record_unref);
  if (book != NULL)
    review = oct_plan_book_find (book, &oct_review_kind, self->review_id);
  if (review != NULL)
    {
      self->review = oct_record_ref (review);
      objective = oct_plan_book_find (book, &oct_objective_kind, self->objective_id);
    }
  if (objective != NULL)
    {
      self->objective = oct_record_ref (objective);
      load_progress (self, book);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Nothing is on the way any more: what is kept is what there is. */
static void
arrive (OctReviewWork *self)
{
  if (self->n_on_the_way > 0)
    return;
  g_hash_table_remove_all (self->pending);
  load (self);
  if (self->lock_wanted)
    oct_review_work_lock (self);
}

static void
plans_cb (OctReviewWork *self)
{
  if (self->n_on_the_way == 0)
    load (self);
}

static gboolean
take_answer (OctReviewWork *self, GObject *source, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  gboolean kept = oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error);

  self->n_on_the_way--;
  if (!kept)
    {
      self->lock_wanted = FALSE;
      g_signal_emit (self, signals[FAILED], 0, error->message);
    }

  return kept;
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctReviewWork) self = user_data;

  take_answer (self, source, result);
  arrive (self);
}

static void
locked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctReviewWork) self = user_data;
  gboolean kept = take_answer (self, source, result);

  arrive (self);
  if (kept)
    g_signal_emit (self, signals[LOCKED], 0);
}

static char *
dup_subject (OctReviewWork *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self->workbench);

  return oct_plan_dup_subject (assessment, oct_review_work_get_plan (self));
}

static void
send (OctReviewWork *self, const char *sentence, const char *merge, OctRecordChange *change,
      GAsyncReadyCallback callback)
{
  const OctPlan *plan = oct_review_work_get_plan (self);
  g_autofree char *location = g_strdup_printf ("review/%s", self->review_id);
  OctEditInfo info = { .sentence = sentence,
                       .location = location,
                       .subject = plan != NULL ? plan->school_id : NULL,
                       .merge = merge };

  self->n_on_the_way++;
  oct_workbench_change_records_async (self->workbench, &info, change, callback,
                                      g_object_ref (self));
}

/* Takes a changed progress for the one that is shown, and sends it on its way. */
static void
keep_progress (OctReviewWork *self, OctProgress *progress, const char *typed)
{
  g_autofree char *subject = dup_subject (self);
  g_autofree char *sentence = NULL;
  g_autofree char *merge = NULL;
  OctRecordChange *change = oct_record_change_new ();

  oct_progress_settle (progress);
  oct_record_unref (self->progress);
  self->progress = progress;
  sentence = oct_progress_to_sentence (self->objective, progress, subject);
  if (typed != NULL)
    merge = g_strdup_printf ("progress-%s/%s", typed, progress->record.id);
  oct_record_change_put (change, oct_record_ref (progress));
  g_hash_table_insert (self->pending, g_strdup (progress->objective_id), oct_record_ref (progress));
  send (self, sentence, merge, change, kept_cb);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
oct_review_work_finalize (GObject *object)
{
  OctReviewWork *self = OCT_REVIEW_WORK (object);

  g_clear_pointer (&self->review, oct_record_unref);
  g_clear_pointer (&self->objective, oct_record_unref);
  g_clear_pointer (&self->progress, oct_record_unref);
  g_clear_pointer (&self->review_id, g_free);
  g_clear_pointer (&self->objective_id, g_free);
  g_clear_pointer (&self->pending, g_hash_table_unref);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (oct_review_work_parent_class)->finalize (object);
}

static void
oct_review_work_class_init (OctReviewWorkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_review_work_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LOCKED] = g_signal_new ("locked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
oct_review_work_init (OctReviewWork *self)
{
  self->pending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, oct_record_unref);
}

/**
 * oct_review_work_new:
 * @workbench: where it is kept
 *
 * Returns: (transfer full): work at no review yet
 */
OctReviewWork *
oct_review_work_new (OctWorkbench *workbench)
{
  OctReviewWork *self = g_object_new (OCT_TYPE_REVIEW_WORK, NULL);

  self->workbench = g_object_ref (workbench);
  g_signal_connect_object (workbench, "notify::plans", G_CALLBACK (plans_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

OctWorkbench *
oct_review_work_get_workbench (OctReviewWork *self)
{
  return self->workbench;
}

/**
 * oct_review_work_begin:
 * @self: work
 * @plan_id: a plan
 *
 * Goes on with the plan's review that is open, else begins its next one as one edit.
 */
void
oct_review_work_begin (OctReviewWork *self, const char *plan_id)
{
  OctPlanBook *book = oct_workbench_get_plans (self->workbench);
  OctAssessment *assessment = oct_workbench_get_assessment (self->workbench);
  const OctPlan *plan = oct_plan_book_find (book, &oct_plan_kind, plan_id);
  const OctReview *open = oct_plan_get_open_review (book, plan_id, oct_date_today ());
  g_autofree char *subject = NULL;
  g_autofree char *sentence = NULL;
  OctRecordChange *change;
  OctReview *review;

  g_return_if_fail (plan != NULL && assessment != NULL);

  if (open != NULL)
    {
      oct_review_work_set_review (self, open->record.id);
      return;
    }
  review = oct_review_begin (book, plan_id, oct_workbench_get_person_id (self->workbench),
                             oct_date_today ());
  g_free (self->review_id);
  self->review_id = g_strdup (review->record.id);
  g_clear_pointer (&self->review, oct_record_unref);
  self->review = oct_record_ref (review);
  subject = oct_plan_dup_subject (assessment, plan);
  /* Translators: the number of a review of a plan, and a school. */
  sentence = g_strdup_printf (_("Began review %d of the plan of %s"), (int) review->number,
                              subject);
  change = oct_record_change_new ();
  oct_record_change_put (change, review);
  send (self, sentence, NULL, change, kept_cb);
}

/**
 * oct_review_work_set_review:
 * @self: work
 * @review_id: (nullable): a review
 */
void
oct_review_work_set_review (OctReviewWork *self, const char *review_id)
{
  if (g_strcmp0 (self->review_id, review_id) == 0)
    return;
  g_free (self->review_id);
  self->review_id = g_strdup (review_id);
  g_clear_pointer (&self->objective_id, g_free);
  load (self);
}

/**
 * oct_review_work_set_objective:
 * @self: work
 * @objective_id: (nullable): one of the plan's objectives
 *
 * Goes on to another objective.
 */
void
oct_review_work_set_objective (OctReviewWork *self, const char *objective_id)
{
  if (g_strcmp0 (self->objective_id, objective_id) == 0)
    return;
  g_free (self->objective_id);
  self->objective_id = g_strdup (objective_id);
  load (self);
}

const char *
oct_review_work_get_review_id (OctReviewWork *self)
{
  return self->review_id;
}

const OctReview *
oct_review_work_get_review (OctReviewWork *self)
{
  return self->review;
}

const OctPlan *
oct_review_work_get_plan (OctReviewWork *self)
{
  OctPlanBook *book = oct_workbench_get_plans (self->workbench);

  if (self->review == NULL || book == NULL)
    return NULL;

  return oct_plan_book_find (book, &oct_plan_kind, self->review->plan_id);
}

const OctObjective *
oct_review_work_get_objective (OctReviewWork *self)
{
  return self->objective;
}

const OctProgress *
oct_review_work_get_progress (OctReviewWork *self)
{
  return self->progress;
}

/**
 * oct_review_work_is_open:
 * @self: work
 *
 * Returns: whether the review can be changed
 */
gboolean
oct_review_work_is_open (OctReviewWork *self)
{
  const OctPlan *plan = oct_review_work_get_plan (self);

  return plan != NULL && !self->review->locked && !oct_plan_status_is_still (plan->status)
         && oct_workbench_get_assessment (self->workbench) != NULL;
}

static gboolean
can_rate (OctReviewWork *self)
{
  return self->progress != NULL && oct_review_work_is_open (self);
}

/**
 * oct_review_work_set_rating:
 * @self: work
 * @rating: how the objective is going; none takes the rating back
 */
void
oct_review_work_set_rating (OctReviewWork *self, OctRating rating)
{
  OctProgress *progress;

  if (!can_rate (self) || self->progress->rating == rating)
    return;
  progress = oct_record_copy (self->progress);
  progress->rating = rating;
  keep_progress (self, progress, NULL);
}

void
oct_review_work_set_direction (OctReviewWork *self, OctDirection direction)
{
  OctProgress *progress;

  if (!can_rate (self) || self->progress->direction == direction)
    return;
  progress = oct_record_copy (self->progress);
  progress->direction = direction;
  keep_progress (self, progress, NULL);
}

static char **
find_text (OctProgress *progress, OctReviewText which)
{
  if (which == OCT_REVIEW_DETAILS)
    return &progress->details;

  return which == OCT_REVIEW_NEXT_STEP ? &progress->next_step : &progress->skipped;
}

/**
 * oct_review_work_get_text:
 * @self: work
 * @which: one of the texts
 *
 * Returns: (transfer none): what it says; "" where there is no objective
 */
const char *
oct_review_work_get_text (OctReviewWork *self, OctReviewText which)
{
  return self->progress != NULL ? *find_text (self->progress, which) : "";
}

/**
 * oct_review_work_set_text:
 * @self: work
 * @which: one of the texts
 * @text: what it says; a reason for passing over takes the rating back
 *
 * Keeps what was typed; edits of a text in a row become one.
 */
void
oct_review_work_set_text (OctReviewWork *self, OctReviewText which, const char *text)
{
  static const char *const typed[] = { "details", "next-step", "skipped" };
  OctProgress *progress;

  if (!can_rate (self) || g_str_equal (oct_review_work_get_text (self, which), text))
    return;
  progress = oct_record_copy (self->progress);
  oct_replace (find_text (progress, which), text);
  if (which == OCT_REVIEW_SKIPPED && text[0] != '\0')
    progress->rating = OCT_RATING_NONE;
  keep_progress (self, progress, typed[which]);
}

/**
 * oct_review_work_set_unchanged:
 * @self: work
 *
 * Rates the objective as it was rated before this review.
 */
void
oct_review_work_set_unchanged (OctReviewWork *self)
{
  OctPlanBook *book = oct_workbench_get_plans (self->workbench);
  OctProgress *progress;

  if (!can_rate (self))
    return;
  progress = oct_plan_edit_unchanged (book, self->review, self->objective);
  g_free (progress->record.id);
  progress->record.id = g_strdup (self->progress->record.id);
  keep_progress (self, progress, NULL);
}

/* The actual that this review has typed in already. */
static OctActual *
copy_actual (OctReviewWork *self, OctPlanBook *book, const OctCriterion *criterion)
{
  GPtrArray *actuals = oct_plan_book_get_children (book, &oct_actual_kind, criterion->record.id);

  for (guint i = 0; i < actuals->len; i++)
    {
      const OctActual *actual = g_ptr_array_index (actuals, i);

      if (g_strcmp0 (actual->review_id, self->review_id) == 0)
        return oct_record_copy (actual);
    }

  return oct_record_new_with_id (&oct_actual_kind);
}

/**
 * oct_review_work_set_actual:
 * @self: work
 * @criterion: a success criterion that isn't read from data
 * @value: what it has come to; NaN takes back what this review said
 */
void
oct_review_work_set_actual (OctReviewWork *self, const OctCriterion *criterion, double value)
{
  OctPlanBook *book = oct_workbench_get_plans (self->workbench);
  OctActual *actual;
  OctRecordChange *change;
  g_autofree char *sentence = NULL;

  if (!oct_review_work_is_open (self))
    return;
  actual = copy_actual (self, book, criterion);
  change = oct_record_change_new ();
  /* Translators: %s is what is measured. */
  sentence = g_strdup_printf (_("Recorded what “%s” has come to"), criterion->measure);
  if (isnan (value))
    {
      if (actual->review_id != NULL)
        oct_record_change_delete (change, actual);
      oct_record_unref (actual);
    }
  else
    {
      oct_replace (&actual->criterion_id, criterion->record.id);
      oct_replace (&actual->review_id, self->review_id);
      actual->value = value;
      actual->on = self->review->on;
      oct_record_change_put (change, actual);
    }
  if (oct_record_change_is_empty (change))
    {
      oct_record_change_free (change);
      return;
    }
  send (self, sentence, NULL, change, kept_cb);
}

/**
 * oct_review_work_copy_review:
 * @self: work at a review
 *
 * Returns: (transfer full): the review, to be changed
 */
OctReview *
oct_review_work_copy_review (OctReviewWork *self)
{
  return oct_record_copy (self->review);
}

/**
 * oct_review_work_put_review:
 * @self: work at a review
 * @review: (transfer full): the review, changed
 * @merge: (nullable): names what is typed, so that edits of it in a row become one
 */
void
oct_review_work_put_review (OctReviewWork *self, OctReview *review, const char *merge)
{
  g_autofree char *subject = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *key = NULL;
  OctRecordChange *change;

  if (!oct_review_work_is_open (self) || oct_record_equal (review, self->review))
    {
      oct_record_unref (review);
      return;
    }
  subject = dup_subject (self);
  /* Translators: the number of a review of a plan, and a school. */
  sentence = g_strdup_printf (_("Changed review %d of the plan of %s"), (int) review->number,
                              subject);
  if (merge != NULL)
    key = g_strdup_printf ("review-%s/%s", merge, review->record.id);
  change = oct_record_change_new ();
  oct_record_change_put (change, oct_record_ref (review));
  oct_record_unref (self->review);
  self->review = review;
  send (self, sentence, key, change, kept_cb);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * oct_review_work_lock:
 * @self: work at a review
 *
 * Locks it for good, where everything is recorded; else tells by "failed" what is missing.
 */
void
oct_review_work_lock (OctReviewWork *self)
{
  OctPlanBook *book = oct_workbench_get_plans (self->workbench);
  g_autoptr (GError) error = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *sentence = NULL;
  OctRecordChange *change;

  /* What is on its way is part of what is locked. */
  self->lock_wanted = self->n_on_the_way > 0;
  if (self->lock_wanted || !oct_review_work_is_open (self))
    return;
  change = oct_plan_edit_lock_review (book, self->review, &error);
  if (change == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }
  subject = dup_subject (self);
  sentence = g_strdup_printf (_("Locked review %d of the plan of %s"), (int) self->review->number,
                              subject);
  send (self, sentence, NULL, change, locked_cb);
}
