/* The records of a plan out of a table's rows.
 *
 * A cell for an objective that is blank, or says what the one above it says, means the same objective:
 * in spreadsheets and documents those cells are merged. A cell that can't be understood is told, and
 * kept as words beside what its row made.
 */
#include "oct-plan-table-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "oct-error.h"
#include "oct-fold.h"
#include "oct-plan-edits.h"

/* What the longest post or name of a person may have, in letters. */
#define LONGEST_POST 80

/* A table under way: the row, and what it goes on with. */
typedef struct
{
  const OctPlanTable *table;
  const OctPlanTarget *target;
  OctPlanTaken *taken;
  OctPlan *plan;
  OctObjective *objective;
  const OctPlanTableRow *row;
  GPtrArray *objectives;
} Making;

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped == '\0';
}

/* (transfer none) (nullable): the cell of a column; %NULL where it is blank. */
static const char *
get_cell (Making *making, OctPlanColumn column, const char **header)
{
  for (guint i = 0; i < making->table->n_columns; i++)
    if (making->table->columns[i] == column && !is_blank (making->row->cells[i]))
      {
        *header = making->table->header[i];
        return making->row->cells[i];
      }

  return NULL;
}

static void
add_words (char **text, const char *header, const char *cell)
{
  g_autofree char *before = *text;

  *text = g_strdup_printf ("%s%s%s: %s", before, *before != '\0' ? "\n" : "", header, cell);
}

static void
refuse (Making *making, char **note, const char *header, const char *cell, const char *reason)
{
  oct_plan_taken_refuse (making->taken, making->row->line, header, cell, reason);
  add_words (note, header, cell);
}

/* (transfer full): one after the other, for all records of the table. */
static char *
next_rank (Making *making, char **rank)
{
  char *next = oct_rank_between (*rank, NULL);

  g_free (*rank);
  *rank = g_strdup (next);

  return next;
}

/* --- cells --- */

static void
take_date (Making *making, OctPlanColumn column, OctDate *date, char **note)
{
  const char *header;
  const char *cell = get_cell (making, column, &header);

  if (cell != NULL && !oct_plan_words_to_date (cell, making->target->starts, date))
    refuse (making, note, header, cell, _("This is no day that can be read."));
}

static void
take_owner (Making *making, OctPlanColumn column, char **owner_id, char **note)
{
  const char *header;
  const char *cell = get_cell (making, column, &header);

  if (cell == NULL)
    return;
  if (g_utf8_strlen (cell, -1) > LONGEST_POST)
    refuse (making, note, header, cell, _("This is too long for a post or a name."));
  else
    oct_replace (owner_id,
                 oct_plan_taken_find_person (making->taken, making->target->assessment, cell));
}

static void
take_text (Making *making, OctPlanColumn column, char **text)
{
  const char *header;
  const char *cell = get_cell (making, column, &header);

  if (cell != NULL)
    oct_replace (text, cell);
}

/* A baseline or a target; its unit is the criterion's where it has none yet. */
static void
take_figure (Making *making, OctPlanColumn column, OctCriterion *criterion, double *value)
{
  const char *header;
  const char *cell = get_cell (making, column, &header);
  g_autofree char *unit = NULL;

  if (cell == NULL)
    return;
  if (!oct_plan_words_to_figure (cell, value, &unit))
    refuse (making, &criterion->measure, header, cell, _("This is no figure that can be read."));
  else if (*criterion->unit == '\0')
    oct_replace (&criterion->unit, unit);
}

static void
take_cost (Making *making, OctAction *action)
{
  const char *header;
  const char *cell = get_cell (making, OCT_PLAN_COLUMN_COST, &header);

  if (cell != NULL && !oct_plan_words_to_pence (cell, &action->cost))
    refuse (making, &action->note, header, cell, _("This is no sum of money that can be read."));
}

static void
take_status (Making *making, OctAction *action)
{
  const char *header;
  const char *cell = get_cell (making, OCT_PLAN_COLUMN_STATUS, &header);

  if (cell != NULL && !oct_plan_words_to_status (cell, &action->status))
    refuse (making, &action->note, header, cell,
            _("This is no status of an action. A rating belongs to a review, with its details."));
}

/* Columns that nothing is known of. */
static void
take_notes (Making *making, char **note)
{
  for (guint i = 0; i < making->table->n_columns; i++)
    if (making->table->columns[i] == OCT_PLAN_COLUMN_NOTE && !is_blank (making->row->cells[i]))
      add_words (note, making->table->header[i], making->row->cells[i]);
}

/* --- records --- */

static OctObjective *
begin_objective (Making *making, const char *statement, char **rank)
{
  OctObjective *objective = oct_record_new (&oct_objective_kind);

  objective->plan_id = g_strdup (making->plan->record.id);
  oct_replace (&objective->statement, statement);
  g_free (objective->rank);
  objective->rank = next_rank (making, rank);
  take_text (making, OCT_PLAN_COLUMN_REFERENCE, &objective->reference);
  take_text (making, OCT_PLAN_COLUMN_AREA, &objective->area);
  take_text (making, OCT_PLAN_COLUMN_RATIONALE, &objective->rationale);
  take_owner (making, OCT_PLAN_COLUMN_OBJECTIVE_OWNER, &objective->owner_id, &objective->rationale);
  take_date (making, OCT_PLAN_COLUMN_OBJECTIVE_DUE, &objective->due, &objective->rationale);
  if (*objective->reference == '\0')
    {
      g_free (objective->reference);
      objective->reference = g_strdup_printf ("%u", making->objectives->len + 1);
    }
  oct_record_change_put (making->taken->change, objective);
  g_ptr_array_add (making->objectives, objective);

  return objective;
}

/* (nullable): the objective that this row goes on with, or begins. */
static OctObjective *
find_objective (Making *making, char **rank)
{
  const char *header;
  const char *cell = get_cell (making, OCT_PLAN_COLUMN_OBJECTIVE, &header);

  for (guint i = making->objectives->len; cell != NULL && i > 0; i--)
    {
      OctObjective *objective = g_ptr_array_index (making->objectives, i - 1);

      if (g_str_equal (objective->statement, cell))
        return objective;
    }
  if (cell != NULL)
    return begin_objective (making, cell, rank);

  return making->objective;
}

/* In merged cells a measure is repeated as an objective is. */
static gboolean
has_measure (Making *making, const char *measure)
{
  GPtrArray *puts = making->taken->change->puts;

  for (guint i = 0; i < puts->len; i++)
    {
      const OctRecord *record = g_ptr_array_index (puts, i);

      if (record->kind == &oct_criterion_kind
          && g_str_equal (((const OctCriterion *) record)->objective_id,
                          making->objective->record.id)
          && g_str_has_prefix (((const OctCriterion *) record)->measure, measure))
        return TRUE;
    }

  return FALSE;
}

static void
make_criterion (Making *making, char **rank)
{
  const char *header;
  const char *cell = get_cell (making, OCT_PLAN_COLUMN_CRITERION, &header);
  OctCriterion *criterion;

  if (cell == NULL)
    cell = get_cell (making, OCT_PLAN_COLUMN_TARGET, &header);
  if (cell == NULL || has_measure (making, cell))
    return;
  criterion = oct_record_new (&oct_criterion_kind);
  oct_replace (&criterion->objective_id, making->objective->record.id);
  oct_replace (&criterion->measure, cell);
  g_free (criterion->rank);
  criterion->rank = next_rank (making, rank);
  take_figure (making, OCT_PLAN_COLUMN_BASELINE, criterion, &criterion->baseline);
  if (get_cell (making, OCT_PLAN_COLUMN_CRITERION, &header) != NULL)
    take_figure (making, OCT_PLAN_COLUMN_TARGET, criterion, &criterion->target);
  if (isfinite (criterion->baseline) && isfinite (criterion->target)
      && criterion->target < criterion->baseline)
    criterion->better = OCT_BETTER_LOWER;
  oct_record_change_put (making->taken->change, criterion);
}

static OctAction *
make_action (Making *making, char **rank)
{
  const char *header;
  const char *cell = get_cell (making, OCT_PLAN_COLUMN_ACTION, &header);
  OctAction *action;

  if (cell == NULL)
    return NULL;
  action = oct_record_new (&oct_action_kind);
  oct_replace (&action->objective_id, making->objective->record.id);
  oct_replace (&action->text, cell);
  g_free (action->rank);
  action->rank = next_rank (making, rank);
  take_text (making, OCT_PLAN_COLUMN_FUND, &action->fund);
  take_owner (making, OCT_PLAN_COLUMN_ACTION_OWNER, &action->owner_id, &action->note);
  take_date (making, OCT_PLAN_COLUMN_STARTS, &action->starts, &action->note);
  take_date (making, OCT_PLAN_COLUMN_ACTION_DUE, &action->due, &action->note);
  take_cost (making, action);
  take_status (making, action);
  if (action->starts != OCT_DATE_UNKNOWN && action->due != OCT_DATE_UNKNOWN
      && action->due < action->starts)
    {
      cell = get_cell (making, OCT_PLAN_COLUMN_STARTS, &header);
      action->starts = OCT_DATE_UNKNOWN;
      refuse (making, &action->note, header, cell, _("The action would start after it is due."));
    }
  oct_record_change_put (making->taken->change, action);

  return action;
}

static void
make_milestone (Making *making, char **rank)
{
  const char *header;
  const char *cell = get_cell (making, OCT_PLAN_COLUMN_MILESTONE, &header);
  OctMilestone *milestone;

  if (cell == NULL)
    return;
  milestone = oct_record_new (&oct_milestone_kind);
  oct_replace (&milestone->objective_id, making->objective->record.id);
  oct_replace (&milestone->title, cell);
  g_free (milestone->rank);
  milestone->rank = next_rank (making, rank);
  take_text (making, OCT_PLAN_COLUMN_EXPECTED, &milestone->expected);
  take_date (making, OCT_PLAN_COLUMN_MILESTONE_DUE, &milestone->due, &milestone->expected);
  oct_record_change_put (making->taken->change, milestone);
}

/* Cells that belong to something this row doesn't have: an owner of no action, say. */
static void
keep_rest (Making *making, gboolean has_action, gboolean has_milestone, char **note)
{
  static const OctPlanColumn of_action[] = { OCT_PLAN_COLUMN_ACTION_OWNER, OCT_PLAN_COLUMN_STARTS,
                                             OCT_PLAN_COLUMN_ACTION_DUE,   OCT_PLAN_COLUMN_COST,
                                             OCT_PLAN_COLUMN_FUND,         OCT_PLAN_COLUMN_STATUS };
  static const OctPlanColumn of_milestone[] = { OCT_PLAN_COLUMN_MILESTONE_DUE,
                                                OCT_PLAN_COLUMN_EXPECTED };
  const char *header;
  const char *cell;

  for (guint i = 0; !has_action && i < G_N_ELEMENTS (of_action); i++)
    if ((cell = get_cell (making, of_action[i], &header)) != NULL)
      refuse (making, note, header, cell, _("There is no action in this row."));
  for (guint i = 0; !has_milestone && i < G_N_ELEMENTS (of_milestone); i++)
    if ((cell = get_cell (making, of_milestone[i], &header)) != NULL)
      add_words (note, header, cell);
}

/* A row above the first objective: a title, say. */
static void
keep_row (Making *making)
{
  for (guint i = 0; i < making->table->n_columns; i++)
    if (making->table->columns[i] != OCT_PLAN_COLUMN_SKIP && !is_blank (making->row->cells[i]))
      refuse (making, &making->plan->need, making->table->header[i], making->row->cells[i],
              _("No objective stands in this row or above it."));
}

static void
take_row (Making *making, char **rank)
{
  const char *header;
  OctAction *action;
  char **note;

  making->objective = find_objective (making, rank);
  if (making->objective == NULL)
    {
      keep_row (making);
      return;
    }
  make_criterion (making, rank);
  action = make_action (making, rank);
  make_milestone (making, rank);
  note = action != NULL ? &action->note : &making->objective->rationale;
  take_notes (making, note);
  keep_rest (making, action != NULL, get_cell (making, OCT_PLAN_COLUMN_MILESTONE, &header) != NULL,
             note);
}

static OctPlan *
begin_plan (Making *making)
{
  const OctPlanTarget *target = making->target;
  OctPlan *plan = oct_record_new (&oct_plan_kind);

  oct_replace (&plan->title, target->title != NULL && !is_blank (target->title)
                               ? target->title
                               : _("Improvement plan"));
  plan->scope = target->school_id != NULL ? OCT_SCOPE_SCHOOL : OCT_SCOPE_TRUST;
  oct_replace (&plan->school_id, target->school_id);
  plan->starts = plan->ends = target->starts;

  return oct_record_change_put (making->taken->change, plan);
}

/**
 * oct_plan_table_take:
 * @table: a table
 * @target: what becomes of it
 * @error: return location for an error
 *
 * Makes the records of a plan, a draft, from a table's rows; or, of an export, puts those back that
 * differ.
 *
 * Returns: (transfer full) (nullable): what one edit puts; %OCT_ERROR_RULE where there is no objective
 */
OctPlanTaken *
oct_plan_table_take (const OctPlanTable *table, const OctPlanTarget *target, GError **error)
{
  g_autoptr (OctPlanTaken) taken = NULL;
  g_autoptr (GPtrArray) objectives = g_ptr_array_new ();
  g_autofree char *rank = NULL;
  Making making = { .table = table, .target = target, .objectives = objectives };

  if (table->exported)
    return oct_plan_rows_take (table, target, error);
  taken = oct_plan_taken_new ();
  making.taken = taken;
  making.plan = begin_plan (&making);
  for (guint i = 0; i < table->rows->len; i++)
    {
      making.row = g_ptr_array_index (table->rows, i);
      take_row (&making, &rank);
    }
  if (objectives->len == 0)
    {
      g_set_error_literal (error, OCT_ERROR, OCT_ERROR_RULE,
                           _("No column is taken for the objectives, or it is empty. Say which "
                             "column they stand in."));
      return NULL;
    }
  oct_plan_taken_count (taken);

  return g_steal_pointer (&taken);
}
