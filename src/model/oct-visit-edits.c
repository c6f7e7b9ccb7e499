/* What is made of a visit; see the header. */

#include "oct-visit-edits.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "oct-plan-edits.h"
#include "oct-record-private.h"
#include "oct-review-record.h"

/**
 * oct_school_get_last_visit:
 * @book: the book of plans
 * @school_id: a school
 * @today: a day
 *
 * Returns: (transfer none) (nullable): the last visit to it up to that day
 */
const OctVisit *
oct_school_get_last_visit (OctPlanBook *book, const char *school_id, OctDate today)
{
  GPtrArray *visits = oct_plan_book_get_children (book, &oct_visit_kind, school_id);

  for (guint i = visits->len; i > 0; i--)
    {
      const OctVisit *visit = g_ptr_array_index (visits, i - 1);

      if (visit->on <= today)
        return visit;
    }

  return NULL;
}

/**
 * oct_visit_begin:
 * @book: the book of plans
 * @school_id: a school
 * @visitor_id: (nullable): who visits
 * @on: the day
 *
 * Returns: (transfer full): a visit, with an id; it isn't in the book yet
 */
OctVisit *
oct_visit_begin (OctPlanBook *book, const char *school_id, const char *visitor_id, OctDate on)
{
  const OctVisit *last = oct_school_get_last_visit (book, school_id, on);
  OctVisit *visit = oct_record_new_with_id (&oct_visit_kind);

  oct_replace (&visit->school_id, school_id);
  visit->visitor_id = g_strdup (visitor_id);
  visit->on = on;
  visit->days = NAN;
  if (last != NULL)
    {
      oct_replace (&visit->focus, last->next_focus);
      oct_replace (&visit->people, last->people);
    }

  return visit;
}

/**
 * oct_school_get_objectives:
 * @book: the book of plans
 * @school_id: a school
 *
 * Returns: (transfer container) (element-type OctObjective): the objectives that stand in plans of
 *   the school that are neither done nor stopped nor paused
 */
GPtrArray *
oct_school_get_objectives (OctPlanBook *book, const char *school_id)
{
  GPtrArray *plans = oct_plan_book_get_by (book, &oct_plan_kind, "school_id", school_id);
  GPtrArray *objectives = g_ptr_array_new ();

  for (guint i = 0; i < plans->len; i++)
    {
      const OctPlan *plan = g_ptr_array_index (plans, i);
      GPtrArray *all = oct_plan_book_get_children (book, &oct_objective_kind, plan->record.id);

      if (plan->template || plan->status == OCT_PLAN_COMPLETE
          || oct_plan_status_is_still (plan->status))
        continue;
      for (guint j = 0; j < all->len; j++)
        if (oct_objective_is_standing (g_ptr_array_index (all, j)))
          g_ptr_array_add (objectives, g_ptr_array_index (all, j));
    }

  return objectives;
}

/* "Evidence: …" names the kind of a point. */
static const char *
read_kind (const char *text, OctPointKind *kind)
{
  const struct
  {
    OctPointKind kind;
    const char *word;
  } words[] = {
    { OCT_POINT_AGREED, _("Agreed") },     { OCT_POINT_AGREED, _("Action") },
    { OCT_POINT_SUPPORT, _("Support") },   { OCT_POINT_EVIDENCE, _("Evidence") },
    { OCT_POINT_PROGRESS, _("Progress") },
  };
  const char *colon = strchr (text, ':');
  g_autofree char *first = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : NULL;
  g_autofree char *folded = first != NULL ? g_utf8_casefold (g_strstrip (first), -1) : NULL;

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *word = g_utf8_casefold (words[i].word, -1);

      if (!g_str_equal (word, folded))
        continue;
      *kind = words[i].kind;
      colon++;
      while (*colon == ' ')
        colon++;
      return *colon != '\0' ? colon : text;
    }

  return text;
}

/* A reference stands as a word of its own; the only objective there is needs none. */
static const OctObjective *
guess_objective (GPtrArray *objectives, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,;:()", -1);

  for (guint i = 0; i < objectives->len; i++)
    {
      const OctObjective *objective = g_ptr_array_index (objectives, i);

      if (objective->reference[0] != '\0'
          && g_strv_contains ((const char *const *) words, objective->reference))
        return objective;
    }

  return objectives->len == 1 ? g_ptr_array_index (objectives, 0) : NULL;
}

/**
 * oct_visit_begin_point:
 * @book: the book of plans
 * @visit: a visit
 * @kind: what the point is where it doesn't say so itself
 * @text: what was typed
 *
 * Returns: (transfer full): a point, with an id, behind the others of the visit
 */
OctVisitPoint *
oct_visit_begin_point (OctPlanBook *book, const OctVisit *visit, OctPointKind kind,
                       const char *text)
{
  GPtrArray *points = oct_plan_book_get_children (book, &oct_visit_point_kind, visit->record.id);
  g_autoptr (GPtrArray) objectives = oct_school_get_objectives (book, visit->school_id);
  const OctObjective *objective = guess_objective (objectives, text);
  OctVisitPoint *point = oct_record_new_with_id (&oct_visit_point_kind);

  point->point = kind;
  oct_replace (&point->text, read_kind (text, &point->point));
  oct_replace (&point->visit_id, visit->record.id);
  g_free (point->rank);
  point->rank = oct_plan_rank_at (points, points->len);
  if (objective != NULL)
    oct_replace (&point->objective_id, objective->record.id);

  return point;
}

gboolean
oct_visit_point_is_open (const OctVisitPoint *point)
{
  return point->made_id == NULL && !point->passed;
}

/**
 * oct_visit_point_to_proposal:
 * @book: the book of plans
 * @point: a point
 *
 * Returns: (transfer full): what confirming it makes
 */
char *
oct_visit_point_to_proposal (OctPlanBook *book, const OctVisitPoint *point)
{
  const OctObjective *objective = oct_plan_book_find (book, &oct_objective_kind,
                                                      point->objective_id);
  const OctAction *action = oct_plan_book_find (book, &oct_action_kind, point->action_id);
  const char *which = objective != NULL ? objective->reference : "…";

  if (action != NULL)
    /* Translators: %s is the text of an action. */
    return g_strdup_printf (_("A note to the action “%s”, which is then in progress"),
                            action->text);
  switch (point->point)
    {
    case OCT_POINT_SUPPORT:
      return g_strdup (_("Days of support given to the school"));
    case OCT_POINT_EVIDENCE:
      /* Translators: %s is an objective's reference, such as "1.2". */
      return g_strdup_printf (_("A note as evidence for objective %s"), which);
    case OCT_POINT_PROGRESS:
      return g_strdup_printf (_("A draft for objective %s in the next review"), which);
    case OCT_POINT_AGREED:
      break;
    }

  return g_strdup_printf (_("A new action for objective %s"), which);
}

static gboolean
has_objectives (OctPlanBook *book, const OctVisitPoint *point)
{
  const OctVisit *visit = oct_plan_book_find (book, &oct_visit_kind, point->visit_id);
  g_autoptr (GPtrArray) objectives = NULL;

  if (visit == NULL)
    return FALSE;
  objectives = oct_school_get_objectives (book, visit->school_id);

  return objectives->len > 0;
}

/**
 * oct_visit_point_check:
 * @book: the book of plans
 * @point: a point
 * @error: return location for an error
 *
 * Returns: whether it can be confirmed
 */
gboolean
oct_visit_point_check (OctPlanBook *book, const OctVisitPoint *point, GError **error)
{
  const OctObjective *objective = oct_plan_book_find (book, &oct_objective_kind,
                                                      point->objective_id);

  if (!oct_visit_point_is_open (point))
    return oct_record_refuse (error, _("This point was confirmed or passed over already."));
  if (point->point == OCT_POINT_SUPPORT || point->action_id != NULL)
    return TRUE;
  if (objective == NULL)
    return oct_record_refuse (error, has_objectives (book, point)
                                       ? _("Choose the objective that this point is about first.")
                                       : _("This school has no open plan yet. Begin one, or pass "
                                           "the point over."));

  return oct_plan_check_open (oct_objective_get_plan (book, objective), error);
}

static void
make_action (OctPlanBook *book, OctRecordChange *change, OctVisitPoint *point)
{
  GPtrArray *actions = oct_plan_book_get_children (book, &oct_action_kind, point->objective_id);
  OctAction *action = oct_record_new_with_id (&oct_action_kind);

  oct_replace (&action->objective_id, point->objective_id);
  g_free (action->rank);
  action->rank = oct_plan_rank_at (actions, actions->len);
  oct_replace (&action->text, point->text);
  oct_replace (&action->owner_id, point->owner_id);
  action->due = point->due;
  oct_replace (&point->made_id, action->record.id);
  oct_record_change_put (change, action);
}

static char *
join (const char *old, const char *text)
{
  return oct_text_is_blank (old) ? g_strdup (text) : g_strdup_printf ("%s\n%s", old, text);
}

static void
update_action (OctPlanBook *book, OctRecordChange *change, OctVisitPoint *point)
{
  OctAction *action = oct_record_copy (
    oct_plan_book_find (book, &oct_action_kind, point->action_id));
  char *note = join (action->note, point->text);

  g_free (action->note);
  action->note = note;
  if (action->status == OCT_ACTION_NOT_STARTED || action->status == OCT_ACTION_CANNOT_START)
    action->status = OCT_ACTION_IN_PROGRESS;
  oct_replace (&point->made_id, action->record.id);
  oct_record_change_put (change, action);
}

static void
make_support (OctRecordChange *change, const OctVisit *visit, OctVisitPoint *point)
{
  OctSupport *support = oct_record_new_with_id (&oct_support_kind);

  support->giver = OCT_GIVER_CENTRE;
  oct_replace (&support->school_id, visit->school_id);
  oct_replace (&support->objective_id, point->objective_id);
  oct_replace (&support->support, point->text);
  support->starts = support->ends = visit->on;
  support->planned = support->spent = visit->days;
  oct_replace (&point->made_id, support->record.id);
  oct_record_change_put (change, support);
}

/* Into the open review of the plan, or a new one on the day of the visit. */
static void
make_progress (OctPlanBook *book, OctRecordChange *change, const OctVisit *visit,
               OctVisitPoint *point)
{
  const OctObjective *objective = oct_plan_book_find (book, &oct_objective_kind,
                                                      point->objective_id);
  const OctReview *review = oct_plan_get_open_review (book, objective->plan_id, visit->on);
  const OctProgress *known = NULL;
  OctProgress *progress;
  char *details;

  if (review != NULL)
    known = oct_review_find_progress (book, review, objective->record.id);
  else
    review = oct_record_change_put (change, oct_review_begin (book, objective->plan_id,
                                                              visit->visitor_id, visit->on));
  progress = known != NULL ? oct_record_copy (known) : oct_record_new_with_id (&oct_progress_kind);
  oct_replace (&progress->review_id, review->record.id);
  oct_replace (&progress->objective_id, objective->record.id);
  details = join (progress->details, point->text);
  g_free (progress->details);
  progress->details = details;
  oct_progress_settle (progress);
  oct_replace (&point->made_id, progress->record.id);
  oct_record_change_put (change, progress);
}

/**
 * oct_visit_point_make:
 * @book: the book of plans
 * @point: a point that isn't evidence
 * @error: return location for an error
 *
 * Returns: (transfer full): the change that makes what it proposes and says so in the point; %NULL
 *   with %OCT_ERROR_RULE where something has to be chosen first
 */
OctRecordChange *
oct_visit_point_make (OctPlanBook *book, const OctVisitPoint *point, GError **error)
{
  const OctVisit *visit = oct_plan_book_find (book, &oct_visit_kind, point->visit_id);
  OctRecordChange *change;
  OctVisitPoint *copy;

  g_return_val_if_fail (visit != NULL && point->point != OCT_POINT_EVIDENCE, NULL);

  if (!oct_visit_point_check (book, point, error))
    return NULL;
  change = oct_record_change_new ();
  copy = oct_record_copy (point);
  if (oct_plan_book_find (book, &oct_action_kind, point->action_id) != NULL)
    update_action (book, change, copy);
  else if (point->point == OCT_POINT_SUPPORT)
    make_support (change, visit, copy);
  else if (point->point == OCT_POINT_PROGRESS)
    make_progress (book, change, visit, copy);
  else
    make_action (book, change, copy);
  oct_record_change_put (change, copy);

  return change;
}
