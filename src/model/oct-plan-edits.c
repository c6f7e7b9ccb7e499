/* What is done to a plan, as changes of records; see the header. */

#include "oct-plan-edits.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-error.h"
#include "oct-record-private.h"
#include "oct-review-record.h"
#include "oct-rules.h"

static gboolean
refuse_rule (const char *key, GError **error)
{
  return oct_record_refuse (error, oct_rule_to_text (key));
}

/**
 * oct_plan_check_open:
 * @plan: a plan
 * @error: return location for an error
 *
 * Returns: whether it may be changed; %OCT_ERROR_RULE where it is paused or stopped
 */
gboolean
oct_plan_check_open (const OctPlan *plan, GError **error)
{
  return !oct_plan_status_is_still (plan->status) || refuse_rule ("plan still", error);
}

/**
 * oct_plan_check_complete:
 * @book: the book of plans
 * @plan: a plan
 * @error: return location for an error
 *
 * Returns: whether it may be approved; %OCT_ERROR_RULE where something required is missing
 */
gboolean
oct_plan_check_complete (OctPlanBook *book, const OctPlan *plan, GError **error)
{
  GPtrArray *objectives = oct_plan_book_get_children (book, &oct_objective_kind, plan->record.id);
  guint n_standing = 0;

  for (guint i = 0; i < objectives->len; i++)
    {
      const OctObjective *objective = g_ptr_array_index (objectives, i);

      if (!oct_objective_is_standing (objective))
        continue;
      n_standing++;
      if (objective->owner_id == NULL || objective->due == OCT_DATE_UNKNOWN
          || oct_plan_book_get_children (book, &oct_criterion_kind, objective->record.id)->len == 0)
        return refuse_rule ("plan incomplete", error);
    }

  return n_standing > 0 || refuse_rule ("plan incomplete", error);
}

/* Status. */

static void
keep_baseline_of (OctPlanBook *book, const OctObjective *objective, OctRecordChange *change)
{
  const char *id = objective->record.id;
  GPtrArray *actions = oct_plan_book_get_children (book, &oct_action_kind, id);
  GPtrArray *milestones = oct_plan_book_get_children (book, &oct_milestone_kind, id);
  OctObjective *copy = oct_record_copy (objective);

  copy->baseline_due = copy->due;
  oct_record_change_put (change, copy);
  for (guint i = 0; i < actions->len; i++)
    {
      OctAction *action = oct_record_copy (g_ptr_array_index (actions, i));

      action->baseline_starts = action->starts;
      action->baseline_due = action->due;
      oct_record_change_put (change, action);
    }
  for (guint i = 0; i < milestones->len; i++)
    {
      OctMilestone *milestone = oct_record_copy (g_ptr_array_index (milestones, i));

      milestone->baseline_due = milestone->due;
      oct_record_change_put (change, milestone);
    }
}

static void
keep_baseline (OctPlanBook *book, const OctPlan *plan, OctRecordChange *change)
{
  GPtrArray *objectives = oct_plan_book_get_children (book, &oct_objective_kind, plan->record.id);

  for (guint i = 0; i < objectives->len; i++)
    keep_baseline_of (book, g_ptr_array_index (objectives, i), change);
}

static gboolean
check_status (OctPlanBook *book, const OctPlan *plan, const OctStatusEdit *edit, GError **error)
{
  if (plan->template)
    return oct_record_refuse (error, _("A template has no status. Make a plan of it first."));
  if (!oct_plan_status_can_become (plan->status, edit->to))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   /* Translators: two statuses, such as "Draft" and "Complete". */
                   _("A plan can’t go from “%s” to “%s”."),
                   oct_choice_to_text (oct_plan_statuses, plan->status),
                   oct_choice_to_text (oct_plan_statuses, edit->to));
      return FALSE;
    }

  return plan->status != OCT_PLAN_DRAFT || edit->to != OCT_PLAN_APPROVED
         || oct_plan_check_complete (book, plan, error);
}

/**
 * oct_plan_edit_set_status:
 * @book: the book of plans
 * @plan: a plan
 * @edit: what it is to become, and who says so, when and why
 * @error: return location for an error
 *
 * Returns: (transfer full): the change, with the step that keeps who, when, from, to and why; %NULL
 *   with %OCT_ERROR_RULE where the plan can't become that
 */
OctRecordChange *
oct_plan_edit_set_status (OctPlanBook *book, const OctPlan *plan, const OctStatusEdit *edit,
                          GError **error)
{
  g_autoptr (OctRecordChange) change = oct_record_change_new ();
  GPtrArray *steps = oct_plan_book_get_children (book, &oct_plan_step_kind, plan->record.id);
  OctPlanStep *step;
  OctPlan *copy;

  if (!check_status (book, plan, edit, error))
    return NULL;
  copy = oct_record_change_put (change, oct_record_copy (plan));
  copy->status = edit->to;
  if (edit->to == OCT_PLAN_APPROVED)
    {
      copy->approved_on = edit->on;
      oct_replace (&copy->approved_by, edit->person_id);
      copy->baseline_on = edit->on;
      keep_baseline (book, plan, change);
    }
  step = oct_record_change_put (change, oct_record_new (&oct_plan_step_kind));
  oct_replace (&step->plan_id, plan->record.id);
  step->on = edit->on;
  step->from = plan->status;
  step->to = edit->to;
  oct_replace (&step->person_id, edit->person_id);
  oct_replace (&step->why, edit->why);
  g_free (step->rank);
  step->rank = oct_plan_rank_at (steps, steps->len);
  if (!oct_record_check (step, error))
    return NULL;

  return g_steal_pointer (&change);
}

/* Deleting. */

static void delete_with_children (OctPlanBook *book, OctRecord *record, OctRecordChange *change);

static gboolean
is_deleted (const OctRecordChange *change, const OctRecord *record)
{
  return g_ptr_array_find (change->deletes, record, NULL);
}

/* Records of @kind that belong to @record, or refer to it and are nothing without it. */
static void
delete_by (OctPlanBook *book, const OctRecordKind *kind, const char *field, const OctRecord *record,
           OctRecordChange *change)
{
  GPtrArray *children = oct_plan_book_get_by (book, kind, field, record->id);

  for (guint i = 0; i < children->len; i++)
    if (!is_deleted (change, g_ptr_array_index (children, i)))
      delete_with_children (book, g_ptr_array_index (children, i), change);
}

/* Records that go on without it: they only lose the reference. */
static void
forget_in (OctPlanBook *book, const OctRecordKind *kind, const char *name, const OctRecord *record,
           OctRecordChange *change)
{
  GPtrArray *others = oct_plan_book_get_by (book, kind, name, record->id);

  for (guint i = 0; i < others->len; i++)
    {
      OctRecord *other = g_ptr_array_index (others, i);
      OctRecord *copy = NULL;

      if (is_deleted (change, other))
        continue;
      /* One that loses two references is put once. */
      for (guint j = 0; j < change->puts->len && copy == NULL; j++)
        if (g_str_equal (((OctRecord *) g_ptr_array_index (change->puts, j))->id, other->id))
          copy = g_ptr_array_index (change->puts, j);
      if (copy == NULL)
        copy = oct_record_change_put (change, oct_record_copy (other));
      oct_record_set_text (copy, oct_record_kind_find_field (kind, name), NULL);
    }
}

/* Which kinds go with a record, and which only forget it: every reference that there is. */
static void
delete_with_children (OctPlanBook *book, OctRecord *record, OctRecordChange *change)
{
  for (guint i = 0; oct_record_kinds[i] != NULL; i++)
    {
      const OctRecordKind *kind = oct_record_kinds[i];

      for (const OctRecordField *field = kind->fields; field->name != NULL; field++)
        if (field->type == OCT_RECORD_REF && g_strcmp0 (field->table, record->kind->table) == 0
            && (g_strcmp0 (kind->parent, field->name) == 0 || kind == &oct_dependency_kind
                || kind == &oct_progress_kind || kind == &oct_plan_evidence_kind))
          delete_by (book, kind, field->name, record, change);
    }
  oct_record_change_delete (change, record);
}

static void
forget_deleted (OctPlanBook *book, OctRecordChange *change)
{
  for (guint i = 0; i < change->deletes->len; i++)
    {
      const OctRecord *record = g_ptr_array_index (change->deletes, i);

      for (guint j = 0; oct_record_kinds[j] != NULL; j++)
        for (const OctRecordField *field = oct_record_kinds[j]->fields; field->name != NULL;
             field++)
          if (field->type == OCT_RECORD_REF && g_strcmp0 (field->table, record->kind->table) == 0)
            forget_in (book, oct_record_kinds[j], field->name, record, change);
    }
}

static gboolean
check_deletes (const OctRecordChange *change, const OctRecord *record, GError **error)
{
  for (guint i = 0; i < change->deletes->len; i++)
    {
      const OctRecord *gone = g_ptr_array_index (change->deletes, i);

      if (gone == record)
        continue;
      if (gone->kind == &oct_progress_kind && ((const OctProgress *) gone)->final)
        return refuse_rule ("progress kept", error);
      if (gone->kind == &oct_review_kind && ((const OctReview *) gone)->locked)
        return refuse_rule ("review locked", error);
    }

  return TRUE;
}

/**
 * oct_plan_edit_delete:
 * @book: the book of plans
 * @record: a record of it
 * @error: return location for an error
 *
 * Takes a record away with all that belongs to it; what refers to it from elsewhere loses the
 * reference.
 *
 * Returns: (transfer full): the change; %NULL with %OCT_ERROR_RULE where recorded progress or a locked
 *   review would go with it: an objective is withdrawn then, and a plan stopped
 */
OctRecordChange *
oct_plan_edit_delete (OctPlanBook *book, gpointer record, GError **error)
{
  g_autoptr (OctRecordChange) change = oct_record_change_new ();

  delete_with_children (book, record, change);
  if (!check_deletes (change, record, error))
    return NULL;
  forget_deleted (book, change);

  return g_steal_pointer (&change);
}

/**
 * oct_plan_edit_withdraw:
 * @book: the book of plans
 * @objective: an objective
 * @why: why it is withdrawn; "" takes the withdrawal back
 * @on: the day
 * @error: return location for an error
 *
 * Returns: (transfer full): the change, or %NULL with %OCT_ERROR_RULE
 */
OctRecordChange *
oct_plan_edit_withdraw (OctPlanBook *book, const OctObjective *objective, const char *why,
                        OctDate on, GError **error)
{
  g_autoptr (OctRecordChange) change = oct_record_change_new ();
  OctObjective *copy = oct_record_change_put (change, oct_record_copy (objective));

  if (oct_objective_is_standing (objective) && oct_text_is_blank (why))
    {
      oct_record_refuse (error, _("Say why the objective is withdrawn."));
      return NULL;
    }
  oct_replace (&copy->withdrawn_why, why);
  copy->withdrawn_on = *why != '\0' ? on : OCT_DATE_UNKNOWN;

  return g_steal_pointer (&change);
}

/* Reviews. */

/**
 * oct_plan_edit_unchanged:
 * @book: the book of plans
 * @review: a review that is being recorded
 * @objective: an objective
 *
 * Returns: (transfer full): its progress in @review, recorded as it stood before; where it was never
 *   rated, green and on track
 */
OctProgress *
oct_plan_edit_unchanged (OctPlanBook *book, const OctReview *review, const OctObjective *objective)
{
  const OctProgress *mine = oct_review_find_progress (book, review, objective->record.id);
  const OctProgress *before = oct_review_find_before (book, review, objective, NULL);
  OctProgress *progress = mine != NULL ? oct_record_copy (mine)
                                       : oct_record_new_with_id (&oct_progress_kind);

  oct_replace (&progress->review_id, review->record.id);
  oct_replace (&progress->objective_id, objective->record.id);
  oct_replace (&progress->skipped, "");
  progress->direction = OCT_DIRECTION_UNCHANGED;
  progress->final = TRUE;
  if (before == NULL)
    {
      progress->rating = OCT_RATING_GREEN;
      oct_replace (&progress->details, _("On track."));
      return progress;
    }
  progress->rating = before->rating;
  oct_replace (&progress->details, before->details);
  oct_replace (&progress->next_step, before->next_step);

  return progress;
}

/**
 * oct_plan_edit_lock_review:
 * @book: the book of plans
 * @review: a review
 * @error: return location for an error
 *
 * Returns: (transfer full): the change that locks it, which can't be undone; %NULL with
 *   %OCT_ERROR_RULE where it isn't fully recorded, or doesn't say when the next one is
 */
OctRecordChange *
oct_plan_edit_lock_review (OctPlanBook *book, const OctReview *review, GError **error)
{
  g_autoptr (OctRecordChange) change = oct_record_change_new ();
  OctReview *copy = oct_record_change_put (change, oct_record_copy (review));

  if (oct_review_get_state (book, review) != OCT_REVIEW_RECORDED)
    {
      refuse_rule ("review unfinished", error);
      return NULL;
    }
  copy->locked = TRUE;
  if (!oct_record_check (copy, error))
    return NULL;
  change->barrier = g_strdup (
    _("A review was presented and locked, so nothing up to this point can "
      "be undone any more. You can still change what isn’t locked."));

  return g_steal_pointer (&change);
}

/* Places. */

static const char *
rank_of (const OctRecord *record)
{
  return oct_record_get_text (record, oct_record_kind_find_field (record->kind, "rank"));
}

/**
 * oct_plan_rank_at:
 * @siblings: (element-type OctRecord): records with ranks, in their order, without the one to place
 * @index: where it is to stand among them
 *
 * Returns: (transfer full): its rank
 */
char *
oct_plan_rank_at (GPtrArray *siblings, guint index)
{
  const char *before = index > 0 && index <= siblings->len
                         ? rank_of (g_ptr_array_index (siblings, index - 1))
                         : NULL;
  const char *after = index < siblings->len ? rank_of (g_ptr_array_index (siblings, index)) : NULL;

  return oct_rank_between (before, after);
}

/**
 * oct_plan_next_reference:
 * @book: the book of plans
 * @plan_id: a plan
 *
 * Returns: (transfer full): the number after the highest of its objectives, as "4" or "1.4" where they
 *   have two parts
 */
char *
oct_plan_next_reference (OctPlanBook *book, const char *plan_id)
{
  GPtrArray *objectives = oct_plan_book_get_children (book, &oct_objective_kind, plan_id);
  const OctObjective *last = NULL;
  const char *dot;

  if (objectives->len > 0)
    last = g_ptr_array_index (objectives, objectives->len - 1);
  if (last == NULL || *last->reference == '\0')
    return g_strdup_printf ("%u", objectives->len + 1);
  dot = strrchr (last->reference, '.');
  if (dot == NULL)
    return g_strdup_printf ("%" G_GINT64_FORMAT, g_ascii_strtoll (last->reference, NULL, 10) + 1);

  return g_strdup_printf ("%.*s.%" G_GINT64_FORMAT, (int) (dot - last->reference), last->reference,
                          g_ascii_strtoll (dot + 1, NULL, 10) + 1);
}
