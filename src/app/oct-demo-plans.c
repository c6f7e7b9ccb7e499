/* The demonstration's plans: twelve, with two years of reviews, and what belongs to them.
 *
 * data/demo/plans.json holds the plans by hand; of each objective one letter for each review, and
 * words only where something changed. What was before the workspace began is taken over from papers
 * in one edit for each plan; later reviews are recorded when they were held, between the cycles. A
 * member with the name of a record's field is its value.
 */
#include <glib/gi18n.h>
#include <string.h>

#include "oct-demo-private.h"
#include "oct-plan-book.h"
#include "oct-workspace-records.h"

/* (transfer full): where the id of an objective stands: "900008/1". */
static char *
objective_key (guint32 urn, const char *reference)
{
  return g_strdup_printf ("%u/%s", urn, reference);
}

static const char *
find_id (OctDemo *demo, guint32 urn, const char *reference)
{
  g_autofree char *key = objective_key (urn, reference);

  return g_hash_table_lookup (demo->record_ids, key);
}

static void
keep_id (OctDemo *demo, guint32 urn, const char *reference, gpointer record)
{
  g_hash_table_insert (demo->record_ids, objective_key (urn, reference),
                       g_strdup (((OctRecord *) record)->id));
}

/* Members that are named as a field is are its value. */
static void
fill (gpointer record, JsonObject *object)
{
  const OctRecordField *field = ((OctRecord *) record)->kind->fields;

  for (; field->name != NULL; field++)
    {
      JsonNode *node = json_object_get_member (object, field->name);
      g_autofree char *text = NULL;

      if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
        continue;
      if (json_node_get_value_type (node) == G_TYPE_STRING)
        text = g_strdup (json_node_get_string (node));
      else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
        text = g_strdup (json_node_get_boolean (node) ? "yes" : "no");
      else
        text = oct_decimal_to_key (json_node_get_double (node));
      oct_record_from_key (record, field, text, NULL);
    }
}

/* A record filled from @object, with the id of what it belongs to. */
static gpointer
add (OctRecordChange *change, const OctRecordKind *kind, JsonObject *object, const char *parent_id)
{
  gpointer record = oct_record_change_put (change, oct_record_new (kind));

  fill (record, object);
  if (kind->parent != NULL && parent_id != NULL)
    oct_record_set_text (record, oct_record_kind_find_field (kind, kind->parent), parent_id);

  return record;
}

static const char *
get_owner (OctDemo *demo, JsonObject *object, const char *member)
{
  return oct_demo_get_person (demo, oct_demo_get_text (object, member));
}

static void
set_rank (char **rank, guint position)
{
  char letter[] = { (char) ('b' + position), '\0' };

  oct_replace (rank, letter);
}

static gboolean
commit (OctDemo *demo, OctRecordChange *change, const char *sentence, const char *location,
        const char *subject, OctDate day, GError **error)
{
  const OctEditInfo info = { .person_id = oct_demo_get_person (demo, "education"),
                             .sentence = sentence,
                             .location = location,
                             .subject = subject,
                             .at = oct_demo_next_time (demo, day) };

  return oct_record_change_is_empty (change)
         || oct_workspace_change_records (demo->workspace, &info, change, error);
}

/* Plans. */

static void
add_actuals (OctRecordChange *change, JsonObject *object, const OctCriterion *criterion,
             const char *review_id, OctDate from, OctDate until)
{
  JsonArray *list = oct_demo_get_list (object, "actuals");

  for (guint i = 0; i < oct_demo_count (list); i++)
    {
      JsonArray *pair = json_array_get_array_element (list, i);
      OctDate on = OCT_DATE_UNKNOWN;
      OctActual *actual;

      oct_date_parse (json_array_get_string_element (pair, 0), -1, &on);
      if (on < from || on > until)
        continue;
      actual = oct_record_change_put (change, oct_record_new (&oct_actual_kind));
      oct_replace (&actual->criterion_id, criterion->record.id);
      oct_replace (&actual->review_id, review_id);
      actual->value = json_array_get_double_element (pair, 1);
      actual->on = on;
    }
}

static void
add_dependency (OctRecordChange *change, const OctAction *action, const OctAction *after)
{
  OctDependency *dependency = oct_record_change_put (change, oct_record_new (&oct_dependency_kind));

  oct_replace (&dependency->action_id, action->record.id);
  oct_replace (&dependency->after_id, after->record.id);
}

static void
add_actions (OctDemo *demo, OctRecordChange *change, JsonObject *object, const char *objective_id)
{
  JsonArray *list = oct_demo_get_list (object, "actions");
  const OctAction *before = NULL;

  for (guint i = 0; i < oct_demo_count (list); i++)
    {
      JsonObject *entry = json_array_get_object_element (list, i);
      OctAction *action = add (change, &oct_action_kind, entry, objective_id);

      set_rank (&action->rank, i);
      oct_replace (&action->owner_id, get_owner (demo, entry, "owner"));
      action->cost = json_object_get_int_member_with_default (entry, "pounds", 0) * 100;
      action->baseline_starts = action->starts;
      action->baseline_due = action->due;
      /* What begins after another one has ended waits for it. */
      if (before != NULL && action->starts > before->due)
        add_dependency (change, action, before);
      before = action;
    }
}

static void
add_milestones (OctRecordChange *change, JsonObject *object, const char *objective_id)
{
  JsonArray *list = oct_demo_get_list (object, "milestones");

  for (guint i = 0; i < oct_demo_count (list); i++)
    {
      OctMilestone *milestone = add (change, &oct_milestone_kind,
                                     json_array_get_object_element (list, i), objective_id);

      set_rank (&milestone->rank, i);
      milestone->baseline_due = milestone->due;
    }
}

static void
add_criteria (OctDemo *demo, OctRecordChange *change, JsonObject *object, const char *objective_id,
              guint32 urn, const char *reference, OctDate until)
{
  JsonArray *list = oct_demo_get_list (object, "criteria");

  for (guint i = 0; i < oct_demo_count (list); i++)
    {
      JsonObject *entry = json_array_get_object_element (list, i);
      g_autofree char *key = g_strdup_printf ("%s/%u", reference, i);
      OctCriterion *criterion = add (change, &oct_criterion_kind, entry, objective_id);

      set_rank (&criterion->rank, i);
      criterion->baseline_on = 20240906;
      keep_id (demo, urn, key, criterion);
      add_actuals (change, entry, criterion, NULL, OCT_DATE_UNKNOWN, until);
    }
}

static void
add_objectives (OctDemo *demo, OctRecordChange *change, JsonObject *object, const OctPlan *plan,
                OctDate until)
{
  guint32 urn = oct_demo_get_urn (object);
  JsonArray *list = oct_demo_get_list (object, "objectives");

  for (guint i = 0; i < oct_demo_count (list); i++)
    {
      JsonObject *entry = json_array_get_object_element (list, i);
      OctObjective *objective = add (change, &oct_objective_kind, entry, plan->record.id);
      const char *serves = oct_demo_get_text (entry, "serves");

      set_rank (&objective->rank, i);
      oct_replace (&objective->owner_id, get_owner (demo, entry, "owner"));
      objective->baseline_due = objective->due;
      if (serves != NULL)
        oct_replace (&objective->parent_id, find_id (demo, 0, serves));
      keep_id (demo, urn, objective->reference, objective);
      add_criteria (demo, change, entry, objective->record.id, urn, objective->reference, until);
      add_actions (demo, change, entry, objective->record.id);
      add_milestones (change, entry, objective->record.id);
    }
}

static void
add_step (OctDemo *demo, OctRecordChange *change, const OctPlan *plan, OctPlanStatus from,
          OctPlanStatus to)
{
  OctPlanStep *step = oct_record_change_put (change, oct_record_new (&oct_plan_step_kind));

  oct_replace (&step->plan_id, plan->record.id);
  oct_replace (&step->person_id, plan->approved_by);
  step->on = plan->approved_on;
  step->from = from;
  step->to = to;
  set_rank (&step->rank, (guint) to);
}

static OctPlan *
add_plan (OctDemo *demo, OctRecordChange *change, JsonObject *object)
{
  guint32 urn = oct_demo_get_urn (object);
  OctPlan *plan = add (change, &oct_plan_kind, object, NULL);

  plan->status = OCT_PLAN_IN_PROGRESS;
  plan->approved_on = oct_demo_get_date (object, "approved");
  plan->baseline_on = plan->approved_on;
  oct_replace (&plan->approved_by, oct_demo_get_person (demo, "chair"));
  if (urn != 0)
    {
      oct_replace (&plan->school_id, oct_demo_get_school_id (demo, urn));
      oct_replace (&plan->parent_id, find_id (demo, 0, "plan"));
    }
  keep_id (demo, urn, "plan", plan);
  add_step (demo, change, plan, OCT_PLAN_DRAFT, OCT_PLAN_APPROVED);
  add_step (demo, change, plan, OCT_PLAN_APPROVED, OCT_PLAN_IN_PROGRESS);

  return plan;
}

/* Reviews. */

static OctDate
round_at (OctDemo *demo, guint index)
{
  JsonArray *rounds = oct_demo_get_list (demo->plans, "rounds");
  OctDate on = OCT_DATE_UNKNOWN;

  if (index < oct_demo_count (rounds))
    oct_date_parse (oct_demo_get_entry (rounds, index), -1, &on);

  return on;
}

static const char *
pick_words (OctDemo *demo, const char *key, guint seed)
{
  JsonArray *list = oct_demo_get_list (json_object_get_object_member (demo->plans, "words"), key);

  return oct_demo_get_entry (list, seed % oct_demo_count (list));
}

static OctRating
rating_of (char letter)
{
  return letter == 'r' ? OCT_RATING_RED : letter == 'a' ? OCT_RATING_AMBER : OCT_RATING_GREEN;
}

/* What was said, or the usual words for such a rating. */
static void
set_words (OctDemo *demo, OctProgress *progress, JsonObject *entry, guint index, guint seed)
{
  const char *ratings = oct_demo_get_text (entry, "ratings");
  JsonObject *words = json_object_has_member (entry, "words")
                        ? json_object_get_object_member (entry, "words")
                        : NULL;
  g_autofree char *key = g_strdup_printf ("%u", index);
  const char letter[] = { ratings[index], '\0' };

  oct_replace (&progress->details, pick_words (demo, letter, seed));
  if (progress->rating != OCT_RATING_GREEN)
    oct_replace (&progress->next_step, pick_words (demo, "next", seed));
  if (words != NULL && json_object_has_member (words, key))
    fill (progress, json_object_get_object_member (words, key));
  if (progress->direction == OCT_DIRECTION_NONE && index > 0 && strchr ("rag", ratings[index - 1]))
    {
      OctRating before = rating_of (ratings[index - 1]);

      progress->direction = before < progress->rating   ? OCT_DIRECTION_IMPROVING
                            : before > progress->rating ? OCT_DIRECTION_DETERIORATING
                                                        : OCT_DIRECTION_UNCHANGED;
    }
}

static void
add_progress (OctDemo *demo, OctRecordChange *change, JsonObject *entry, guint32 urn,
              const OctReview *review, guint index)
{
  const char *ratings = oct_demo_get_text (entry, "ratings");
  const char *reference = oct_demo_get_text (entry, "reference");
  OctProgress *progress;

  if (ratings[index] == '-')
    return;
  progress = oct_record_change_put (change, oct_record_new (&oct_progress_kind));
  oct_replace (&progress->review_id, review->record.id);
  oct_replace (&progress->objective_id, find_id (demo, urn, reference));
  progress->final = TRUE;
  if (ratings[index] == '.')
    {
      oct_replace (&progress->skipped, _("Work on it had not begun."));
      return;
    }
  progress->rating = rating_of (ratings[index]);
  set_words (demo, progress, entry, index, urn + index + (guint) *reference);
}

static void
add_review_actuals (OctDemo *demo, OctRecordChange *change, JsonObject *entry, guint32 urn,
                    const OctReview *review)
{
  JsonArray *criteria = oct_demo_get_list (entry, "criteria");

  for (guint i = 0; i < oct_demo_count (criteria); i++)
    {
      g_autofree char *key = g_strdup_printf ("%s/%u", oct_demo_get_text (entry, "reference"), i);
      const OctCriterion criterion = { .record.id = (char *) find_id (demo, urn, key) };

      add_actuals (change, json_array_get_object_element (criteria, i), &criterion,
                   review->record.id, review->on, review->on);
    }
}

static OctReview *
add_review (OctDemo *demo, OctRecordChange *change, JsonObject *object, guint index,
            gboolean with_actuals)
{
  guint32 urn = oct_demo_get_urn (object);
  JsonArray *objectives = oct_demo_get_list (object, "objectives");
  OctReview *review = oct_record_change_put (change, oct_record_new (&oct_review_kind));
  g_autofree char *title = NULL;

  oct_replace (&review->plan_id, find_id (demo, urn, "plan"));
  review->number = index + 1;
  review->on = round_at (demo, index);
  title = g_strdup_printf (_("Review %u"), index + 1);
  oct_replace (&review->title, title);
  oct_replace (&review->reviewer_id, oct_demo_get_person (demo, "education"));
  oct_replace (&review->role, _("Director of education"));
  review->next_on = round_at (demo, index + 1);
  if (review->next_on == OCT_DATE_UNKNOWN)
    review->next_on = oct_demo_get_date (demo->plans, "next");
  for (guint i = 0; i < oct_demo_count (objectives); i++)
    {
      JsonObject *entry = json_array_get_object_element (objectives, i);

      add_progress (demo, change, entry, urn, review, index);
      if (with_actuals)
        add_review_actuals (demo, change, entry, urn, review);
    }

  return review;
}

static gboolean
take_over_plan (OctDemo *demo, JsonObject *object, OctDate day, guint n_rounds, GError **error)
{
  g_autoptr (OctRecordChange) change = oct_record_change_new ();
  OctPlan *plan = add_plan (demo, change, object);
  g_autofree char *location = g_strdup_printf ("plan/%s", plan->record.id);
  g_autofree char *sentence = g_strdup_printf (
    /* Translators: %s is the title of a plan. */
    _("Took over the plan “%s” with its reviews"), plan->title);

  add_objectives (demo, change, object, plan, day);
  for (guint i = 0; i < n_rounds; i++)
    add_review (demo, change, object, i, FALSE);

  return commit (demo, change, sentence, location, plan->school_id, day, error);
}

static guint
count_rounds (OctDemo *demo, OctDate until)
{
  guint n = 0;

  while (round_at (demo, n) != OCT_DATE_UNKNOWN && round_at (demo, n) <= until)
    n++;

  return n;
}

/*
 * oct_demo_take_over_plans:
 * @demo: a workspace on its way, with its schools and people
 * @day: the day it began
 * @error: return location for an error
 *
 * Writes the plans as they stood, with the reviews up to then, the trust's own first.
 *
 * Returns: whether they are kept
 */
gboolean
oct_demo_take_over_plans (OctDemo *demo, OctDate day, GError **error)
{
  JsonArray *plans = oct_demo_get_list (demo->plans, "plans");

  demo->n_rounds = count_rounds (demo, day);
  for (guint i = 0; i < oct_demo_count (plans); i++)
    if (!take_over_plan (demo, json_array_get_object_element (plans, i), day, demo->n_rounds,
                         error))
      return FALSE;

  return oct_demo_lock_reviews (demo, 0, day, error);
}

/*
 * oct_demo_lock_reviews:
 * @demo: a workspace on its way
 * @first: the first round that is locked; those after it up to the present one are too
 * @day: when
 * @error: return location for an error
 *
 * Returns: whether the reviews that were presented are locked
 */
gboolean
oct_demo_lock_reviews (OctDemo *demo, guint first, OctDate day, GError **error)
{
  g_autoptr (OctRecordChange) change = oct_record_change_new ();
  g_autoptr (GPtrArray) reviews = oct_workspace_read_records (demo->workspace, &oct_review_kind,
                                                              error);

  for (guint i = 0; reviews != NULL && i < reviews->len; i++)
    {
      OctReview *review = g_ptr_array_index (reviews, i);

      if (review->locked || review->number <= first)
        continue;
      review = oct_record_change_put (change, oct_record_copy (review));
      review->locked = TRUE;
    }
  change->barrier = g_strdup (
    _("A review was presented and locked, so nothing up to this point can "
      "be undone any more. You can still change what isn’t locked."));

  return reviews != NULL
         && commit (demo, change, _("Locked the reviews that were presented"), "plans", NULL, day,
                    error);
}

static gboolean
record_round (OctDemo *demo, guint index, GError **error)
{
  JsonArray *plans = oct_demo_get_list (demo->plans, "plans");

  for (guint i = 0; i < oct_demo_count (plans); i++)
    {
      JsonObject *object = json_array_get_object_element (plans, i);
      g_autoptr (OctRecordChange) change = oct_record_change_new ();
      OctReview *review = add_review (demo, change, object, index, TRUE);
      g_autofree char *location = g_strdup_printf ("review/%s", review->record.id);
      g_autofree char *sentence = g_strdup_printf (
        /* Translators: %s is the title of a plan. */
        _("Recorded a review of “%s”"), oct_demo_get_text (object, "title"));

      if (!commit (demo, change, sentence, location,
                   oct_demo_get_school_id (demo, oct_demo_get_urn (object)),
                   MAX (review->on, demo->day), error))
        return FALSE;
    }

  return TRUE;
}

/*
 * oct_demo_review_plans:
 * @demo: a workspace on its way
 * @until: the day up to which reviews are recorded
 * @lock: whether they were presented and are locked
 * @error: return location for an error
 *
 * Returns: whether the reviews since the last call are kept
 */
gboolean
oct_demo_review_plans (OctDemo *demo, OctDate until, gboolean lock, GError **error)
{
  guint first = demo->n_rounds;

  for (; demo->n_rounds < count_rounds (demo, until); demo->n_rounds++)
    if (!record_round (demo, demo->n_rounds, error))
      return FALSE;

  return !lock || first == demo->n_rounds || oct_demo_lock_reviews (demo, first, demo->day, error);
}

/*
 * oct_demo_add:
 * @demo: a workspace on its way
 * @change: takes the record
 * @kind: its kind
 * @object: its members; "urn" is the school, "giver_urn" the school that gives, "objective" the
 *   objective of the school's plan by reference, "owner" the person
 *
 * Returns: (transfer none): the record
 */
gpointer
oct_demo_add (OctDemo *demo, OctRecordChange *change, const OctRecordKind *kind, JsonObject *object)
{
  static const struct
  {
    const char *member;
    const char *field;
  } people[] = { { "owner", "owner_id" },
                 { "by", "raised_by" },
                 { "by", "visitor_id" },
                 { "contact", "contact_id" } };
  gpointer record = add (change, kind, object, NULL);
  guint32 urn = oct_demo_get_urn (object);
  const char *objective = oct_demo_get_text (object, "objective");
  const OctRecordField *field = oct_record_kind_find_field (kind, "school_id");

  if (field != NULL && urn != 0)
    oct_record_set_text (record, field, oct_demo_get_school_id (demo, urn));
  field = oct_record_kind_find_field (kind, "giver_school_id");
  if (field != NULL && json_object_has_member (object, "giver_urn"))
    oct_record_set_text (
      record, field,
      oct_demo_get_school_id (demo, (guint32) json_object_get_int_member (object, "giver_urn")));
  field = oct_record_kind_find_field (kind, "objective_id");
  if (field != NULL && objective != NULL)
    oct_record_set_text (record, field, find_id (demo, urn, objective));
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      field = oct_record_kind_find_field (kind, people[i].field);
      if (field != NULL && oct_demo_get_text (object, people[i].member) != NULL)
        oct_record_set_text (record, field, get_owner (demo, object, people[i].member));
    }

  return record;
}
