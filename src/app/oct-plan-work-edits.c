/* What one does to the records of a plan in its outline: adding, moving, turning one into another,
 * taking away, ticking off.
 *
 * Each is one named edit, whatever records it takes.
 */

#include <glib/gi18n.h>

#include "oct-error.h"
#include "oct-plan-work-private.h"

/* The reference to the record that one of @kind belongs to, as a field. */
static const OctRecordField *
owner_field (const OctRecordKind *kind)
{
  return oct_record_kind_find_field (kind, kind->parent);
}

static const char *
get_owner (gconstpointer record)
{
  const OctRecord *of = record;

  return oct_record_get_text (record, owner_field (of->kind));
}

static void
set (gpointer record, const char *name, const char *text)
{
  OctRecord *of = record;

  oct_record_set_text (record, oct_record_kind_find_field (of->kind, name), text);
}

static GPtrArray *
get_siblings (OctPlanWork *self, const OctRecordKind *kind, const char *owner)
{
  return oct_plan_book_get_children (oct_plan_work_get_book (self), kind, owner);
}

static guint
index_of (GPtrArray *siblings, const char *id)
{
  for (guint i = 0; i < siblings->len; i++)
    if (g_str_equal (((OctRecord *) g_ptr_array_index (siblings, i))->id, id))
      return i;

  return siblings->len;
}

static const char *
objective_id_of (OctPlanWork *self, gconstpointer record)
{
  const OctObjective *objective = oct_plan_work_find_objective (self, record);

  return objective != NULL ? objective->record.id : NULL;
}

static void
run (OctPlanWork *self, OctPlanVerb verb, gconstpointer record, OctRecordChange *change,
     const char *objective_id)
{
  g_autofree char *sentence = oct_plan_work_say (self, verb, record);

  oct_plan_work_change (self, change, sentence, NULL, objective_id);
}

/* A new record of a kind, below one of the same kind or at the end of an objective's. */
static gpointer
make (OctPlanWork *self, const OctRecordKind *kind, gconstpointer after, const char *text)
{
  const OctRecord *below = after;
  gpointer record = oct_record_new_with_id (kind);
  const char *owner = kind == &oct_objective_kind ? oct_plan_work_get_plan_id (self)
                                                  : objective_id_of (self, after);
  GPtrArray *siblings = get_siblings (self, kind, owner);
  guint index = below != NULL && below->kind == kind ? index_of (siblings, below->id) + 1
                                                     : siblings->len;
  g_autofree char *rank = oct_plan_rank_at (siblings, MIN (index, siblings->len));

  oct_record_set_text (record, owner_field (kind), owner);
  set (record, "rank", rank);
  set (record, oct_plan_work_text_field (kind), text);
  if (kind == &oct_objective_kind)
    {
      g_autofree char *reference = oct_plan_next_reference (oct_plan_work_get_book (self), owner);

      set (record, "reference", reference);
    }

  return record;
}

/**
 * oct_plan_work_add:
 * @self: work
 * @kind: objective, success criterion, action or milestone
 * @after: (nullable): the record that it comes below; for a child, at least its objective
 * @text: what it says; not blank
 *
 * Adds a record to the plan.
 *
 * Returns: (transfer none): the record
 */
gconstpointer
oct_plan_work_add (OctPlanWork *self, const OctRecordKind *kind, gconstpointer after,
                   const char *text)
{
  OctRecordChange *change = oct_record_change_new ();
  OctRecord *record = oct_record_change_put (change, make (self, kind, after, text));
  g_autofree char *id = g_strdup (record->id);
  g_autofree char *objective_id = g_strdup (kind == &oct_objective_kind ? record->id
                                                                        : get_owner (record));

  run (self, OCT_PLAN_VERB_ADD, record, change, objective_id);

  return oct_plan_work_find (self, kind, id);
}

/* The first or last place in the objective before or after that of @record. */
static gboolean
move_to_neighbour (OctPlanWork *self, const OctRecord *record, int direction)
{
  GPtrArray *objectives = get_siblings (self, &oct_objective_kind,
                                        oct_plan_work_get_plan_id (self));
  guint at = index_of (objectives, get_owner (record));
  OctRecordChange *change;
  const OctRecord *next;
  OctRecord *copy;
  GPtrArray *siblings;
  g_autofree char *rank = NULL;

  if (at >= objectives->len || (direction < 0 && at == 0)
      || (direction > 0 && at + 1 >= objectives->len))
    return FALSE;
  next = g_ptr_array_index (objectives, direction < 0 ? at - 1 : at + 1);
  siblings = get_siblings (self, record->kind, next->id);
  rank = oct_plan_rank_at (siblings, direction < 0 ? siblings->len : 0);
  change = oct_record_change_new ();
  copy = oct_record_change_put (change, oct_record_copy (record));
  set (copy, "objective_id", next->id);
  set (copy, "rank", rank);
  run (self, OCT_PLAN_VERB_MOVE, copy, change, next->id);

  return TRUE;
}

/**
 * oct_plan_work_move:
 * @self: work
 * @record: an objective, success criterion, action or milestone
 * @direction: -1 for up, 1 for down
 *
 * Moves a record by one place among its like. A child at the end of its objective goes on into the
 * next one.
 *
 * Returns: whether there was somewhere to go
 */
gboolean
oct_plan_work_move (OctPlanWork *self, gconstpointer record, int direction)
{
  const OctRecord *of = record;
  GPtrArray *siblings = get_siblings (self, of->kind, get_owner (record));
  guint at = index_of (siblings, of->id);
  g_autoptr (GPtrArray) others = NULL;
  g_autofree char *rank = NULL;
  OctRecordChange *change;
  OctRecord *copy;

  if ((direction < 0 && at == 0) || (direction > 0 && at + 1 >= siblings->len))
    return of->kind != &oct_objective_kind && move_to_neighbour (self, record, direction);
  others = g_ptr_array_copy (siblings, NULL, NULL);
  g_ptr_array_set_free_func (others, NULL);
  g_ptr_array_remove_index (others, at);
  rank = oct_plan_rank_at (others, direction < 0 ? at - 1 : at + 1);
  change = oct_record_change_new ();
  copy = oct_record_change_put (change, oct_record_copy (record));
  set (copy, "rank", rank);
  run (self, OCT_PLAN_VERB_MOVE, copy, change, objective_id_of (self, record));

  return TRUE;
}

/* What both kinds have goes along: an owner, a due date. */
static void
carry (gconstpointer from, gpointer to)
{
  static const char *const names[] = { "owner_id", "due" };
  const OctRecord *source = from;
  OctRecord *target = to;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const OctRecordField *read = oct_record_kind_find_field (source->kind, names[i]);
      const OctRecordField *written = oct_record_kind_find_field (target->kind, names[i]);

      if (read == NULL || written == NULL)
        continue;
      if (read->type == OCT_RECORD_DATE)
        oct_record_set_number (to, written, oct_record_get_number (from, read));
      else
        oct_record_set_text (to, written, oct_record_get_text (from, read));
    }
}

/* Where a record that is turned into one of @kind comes to stand. */
static gconstpointer
find_place (OctPlanWork *self, const OctRecord *record, const OctRecordKind *kind)
{
  GPtrArray *objectives;
  guint at;

  if (record->kind != &oct_objective_kind)
    return oct_plan_work_find_objective (self, record);
  objectives = get_siblings (self, &oct_objective_kind, oct_plan_work_get_plan_id (self));
  at = index_of (objectives, record->id);

  return at > 0 ? g_ptr_array_index (objectives, at - 1) : NULL;
}

/**
 * oct_plan_work_convert:
 * @self: work
 * @record: an objective, success criterion, action or milestone
 * @kind: another of these kinds
 * @error: return location for an error
 *
 * Turns a record into one of another kind: an action into an objective of its own, or an objective
 * that is nothing but its statement into an action of the one above.
 *
 * Returns: (transfer none) (nullable): the new record; %NULL with %OCT_ERROR_RULE where something
 *   belongs to the old one that would be lost, or there is no objective above
 */
gconstpointer
oct_plan_work_convert (OctPlanWork *self, gconstpointer record, const OctRecordKind *kind,
                       GError **error)
{
  const OctRecord *of = record;
  g_autoptr (OctPlanBook) whole = oct_plan_work_dup_whole_book (self);
  g_autoptr (OctRecordChange) change = oct_plan_edit_delete (whole, (gpointer) record, error);
  gconstpointer place = find_place (self, of, kind);
  OctRecord *made;
  g_autofree char *id = NULL;

  if (change == NULL)
    return NULL;
  if (change->deletes->len > 1 || change->puts->len > 0)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   _("Other records belong to this one, so it stays what it is. "
                     "Nothing was changed."));
      return NULL;
    }
  if (place == NULL)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   _("There is no objective above for it to belong to. Nothing was changed."));
      return NULL;
    }
  made = make (self, kind, place,
               oct_record_get_text (record, oct_record_kind_find_field (
                                              of->kind, oct_plan_work_text_field (of->kind))));
  carry (record, made);
  oct_record_change_put (change, made);
  id = g_strdup (made->id);
  run (self, OCT_PLAN_VERB_CHANGE, made, g_steal_pointer (&change),
       kind == &oct_objective_kind ? id : get_owner (made));

  return oct_plan_work_find (self, kind, id);
}

/**
 * oct_plan_work_delete:
 * @self: work
 * @record: a record of the plan
 * @error: return location for an error
 *
 * Takes a record away with all that belongs to it.
 *
 * Returns: whether it is on its way; %OCT_ERROR_RULE where recorded progress would go with it
 */
gboolean
oct_plan_work_delete (OctPlanWork *self, gconstpointer record, GError **error)
{
  const OctRecord *of = record;
  g_autoptr (OctPlanBook) whole = oct_plan_work_dup_whole_book (self);
  gpointer now = oct_plan_book_find (whole, of->kind, of->id);
  const OctPlan *plan = oct_plan_work_get_plan (self);
  OctRecordChange *change;
  g_autofree char *objective_id = NULL;

  if (now == NULL
      || (plan != NULL && of->kind != &oct_plan_kind && !oct_plan_check_open (plan, error)))
    return FALSE;
  change = oct_plan_edit_delete (whole, now, error);
  if (change == NULL)
    return FALSE;
  if (of->kind != &oct_objective_kind)
    objective_id = g_strdup (objective_id_of (self, record));
  run (self, OCT_PLAN_VERB_DELETE, now, change, objective_id);

  return TRUE;
}

/**
 * oct_plan_work_withdraw:
 * @self: work
 * @objective: an objective
 * @why: why; "" brings one back that was withdrawn
 * @error: return location for an error
 *
 * Returns: whether it is on its way
 */
gboolean
oct_plan_work_withdraw (OctPlanWork *self, const OctObjective *objective, const char *why,
                        GError **error)
{
  OctRecordChange *change = oct_plan_edit_withdraw (oct_plan_work_get_book (self), objective, why,
                                                    oct_date_today (), error);
  g_autofree char *name = NULL;
  g_autofree char *place = NULL;
  g_autofree char *sentence = NULL;

  if (change == NULL)
    return FALSE;
  name = oct_objective_to_text (objective);
  place = oct_plan_work_dup_place (self);
  /* Translators: an objective, and a school. */
  sentence = g_strdup_printf (*why != '\0' ? _("Withdrew objective “%s” at %s")
                                           : _("Brought objective “%s” at %s back"),
                              name, place);
  oct_plan_work_change (self, change, sentence, NULL, objective->record.id);

  return TRUE;
}

/**
 * oct_plan_work_set_status:
 * @self: work
 * @to: the status the plan is to have
 * @why: why; may be "" where no reason is needed
 * @error: return location for an error
 *
 * Returns: whether it is on its way; %OCT_ERROR_RULE says what is missing
 */
gboolean
oct_plan_work_set_status (OctPlanWork *self, OctPlanStatus to, const char *why, GError **error)
{
  const OctPlan *plan = oct_plan_work_get_plan (self);
  const OctStatusEdit edit = {
    .to = to,
    .person_id = oct_workbench_get_person_id (oct_plan_work_get_workbench (self)),
    .on = oct_date_today (),
    .why = why,
  };
  OctRecordChange *change = oct_plan_edit_set_status (oct_plan_work_get_book (self), plan, &edit,
                                                      error);
  g_autofree char *place = NULL;
  g_autofree char *sentence = NULL;

  if (change == NULL)
    return FALSE;
  place = oct_plan_work_dup_place (self);
  /* Translators: a plan, a school, and a status such as "Approved". */
  sentence = g_strdup_printf (_("The plan “%s” at %s: %s"), plan->title, place,
                              oct_choice_to_text (oct_plan_statuses, to));
  oct_plan_work_change (self, change, sentence, NULL, NULL);

  return TRUE;
}

/**
 * oct_plan_work_tick:
 * @self: work
 * @record: an action or a milestone
 *
 * Ticks an action off, or takes its tick back; says that a milestone is met, or isn't due yet after
 * all.
 */
void
oct_plan_work_tick (OctPlanWork *self, gconstpointer record)
{
  const OctRecord *of = record;

  if (of->kind == &oct_action_kind)
    {
      OctAction *copy = oct_record_copy (record);

      copy->status = copy->status == OCT_ACTION_COMPLETE ? OCT_ACTION_IN_PROGRESS
                                                         : OCT_ACTION_COMPLETE;
      oct_plan_work_put (self, copy, "status");
    }
  else if (of->kind == &oct_milestone_kind)
    {
      OctMilestone *copy = oct_record_copy (record);
      gboolean met = copy->status != OCT_MILESTONE_MET;

      copy->status = met ? OCT_MILESTONE_MET : OCT_MILESTONE_NOT_DUE;
      copy->met_on = met ? oct_date_today () : OCT_DATE_UNKNOWN;
      oct_plan_work_put (self, copy, "status");
    }
}
