/* Every objective of every plan as it stands on one day; see the header. */

#include "oct-plan-overview.h"

#include <glib/gi18n.h>

#include "oct-fold.h"

struct _OctPlanOverview
{
  GObject parent_instance;

  /* owned */
  OctPlanBook *book;
  OctAssessment *assessment;
  GPtrArray *rows;
  GPtrArray *plans;
  GPtrArray *names; /* of clusters, which rows borrow */

  OctDate today;
  guint n_prepared; /* rows whose words were made ahead */
};

G_DEFINE_FINAL_TYPE (OctPlanOverview, oct_plan_overview, G_TYPE_OBJECT)

static void
row_free (gpointer data)
{
  OctPlanRow *row = data;

  g_free (row->words);
  g_free (row);
}

/* --- whom a plan is for --- */

/* A cluster is called by its schools. */
static const char *
name_cluster (OctPlanOverview *self, const OctPlan *plan)
{
  g_auto (GStrv) ids = g_strsplit (plan->schools, " ", -1);
  GString *name = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const OctOwnSchool *school = oct_assessment_find_school (self->assessment, ids[i]);

      if (school != NULL)
        g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", school->name);
    }
  if (name->len == 0)
    g_string_append (name, _("A cluster of schools"));
  g_ptr_array_add (self->names, g_string_free (name, FALSE));

  return g_ptr_array_index (self->names, self->names->len - 1);
}

static const char *
name_place (OctPlanOverview *self, const OctPlan *plan)
{
  const OctOwnSchool *school = oct_assessment_find_school (self->assessment, plan->school_id);

  if (school != NULL)
    return school->name;
  if (plan->scope == OCT_SCOPE_CLUSTER)
    return name_cluster (self, plan);

  return oct_assessment_get_trust (self->assessment)->name;
}

/* --- one objective --- */

/* The open action that is due first; one without a date comes after those that have one. */
static const char *
find_next_action (GPtrArray *actions)
{
  const OctAction *next = NULL;

  for (guint i = 0; i < actions->len; i++)
    {
      const OctAction *action = g_ptr_array_index (actions, i);

      if (!oct_action_status_is_open (action->status))
        continue;
      if (next == NULL
          || (action->due != OCT_DATE_UNKNOWN
              && (next->due == OCT_DATE_UNKNOWN || action->due < next->due)))
        next = action;
    }

  return next != NULL ? next->text : "";
}

static void
note_overdue (OctPlanRow *row, OctDate due)
{
  row->n_overdue++;
  if (row->overdue_since == OCT_DATE_UNKNOWN || due < row->overdue_since)
    row->overdue_since = due;
}

static void
find_overdue (OctPlanOverview *self, OctPlanRow *row, GPtrArray *actions)
{
  GPtrArray *milestones = oct_plan_book_get_children (self->book, &oct_milestone_kind,
                                                      row->objective->record.id);

  if (oct_objective_is_overdue (row->objective, self->today))
    note_overdue (row, row->objective->due);
  for (guint i = 0; i < actions->len; i++)
    {
      const OctAction *action = g_ptr_array_index (actions, i);

      if (oct_action_is_overdue (action, self->today))
        note_overdue (row, action->due);
    }
  for (guint i = 0; i < milestones->len; i++)
    {
      const OctMilestone *milestone = g_ptr_array_index (milestones, i);

      if (oct_milestone_is_overdue (milestone, self->today))
        note_overdue (row, milestone->due);
    }
}

static char *
fold_words (const OctPlanRow *row)
{
  char *words;
  GString *text = g_string_new (row->where);

  g_string_append_printf (text, " %s", row->plan->title);
  if (row->owner != NULL)
    g_string_append_printf (text, " %s", row->owner);
  if (row->objective != NULL)
    g_string_append_printf (text, " %s %s %s %s", row->objective->reference,
                            row->objective->statement, oct_area_to_text (row->objective->area),
                            row->next_step);
  words = oct_fold (text->str);
  g_string_free (text, TRUE);

  return words;
}

static void
fill_objective (OctPlanOverview *self, OctPlanRow *row)
{
  const OctObjective *objective = row->objective;
  const OctPerson *owner = oct_assessment_find_person (self->assessment, objective->owner_id);
  const OctElement *element = oct_framework_find_element (
    oct_assessment_get_framework (self->assessment), objective->element);
  GPtrArray *actions = oct_plan_book_get_children (self->book, &oct_action_kind,
                                                   objective->record.id);

  row->owner = owner != NULL ? oct_person_to_text (owner) : NULL;
  row->element = element != NULL ? element->short_name : NULL;
  oct_objective_get_standing (self->book, objective, &row->standing);
  row->next_step = row->standing.progress != NULL ? row->standing.progress->next_step : "";
  if (*row->next_step == '\0')
    row->next_step = find_next_action (actions);
  /* What nobody works on any more can't be late. */
  if (oct_plan_status_is_open (row->plan->status) && !oct_plan_status_is_still (row->plan->status))
    find_overdue (self, row, actions);
  row->exceptions |= oct_objective_find_exceptions (self->book, objective, self->today);
}

static OctPlanRow *
add_row (OctPlanOverview *self, OctPlanSummary *summary, const OctObjective *objective)
{
  OctPlanRow *row = g_new0 (OctPlanRow, 1);

  row->plan = summary->plan;
  row->objective = objective;
  row->where = summary->where;
  row->next_step = "";
  row->exceptions = summary->exceptions;
  row->next_review = summary->next_review;
  row->no_review_needed = summary->no_review_needed;
  if (objective != NULL)
    fill_objective (self, row);
  g_ptr_array_add (self->rows, row);

  return row;
}

/* --- one plan --- */

static void
add_rows (OctPlanOverview *self, OctPlanSummary *summary)
{
  GPtrArray *objectives = oct_plan_book_get_children (self->book, &oct_objective_kind,
                                                      summary->plan->record.id);

  summary->first_row = self->rows->len;
  for (guint i = 0; i < objectives->len; i++)
    {
      const OctPlanRow *row;

      if (!oct_objective_is_standing (g_ptr_array_index (objectives, i)))
        continue;
      row = add_row (self, summary, g_ptr_array_index (objectives, i));
      summary->n_objectives++;
      summary->n_rated[oct_plan_row_get_rating (row)]++;
    }
  if (summary->n_objectives == 0)
    add_row (self, summary, NULL);
  summary->n_rows = self->rows->len - summary->first_row;
}

/* The trust's own plans first, then by name of school; the newest plan of a school first. */
static int
compare_plans (gconstpointer first, gconstpointer second)
{
  const OctPlanSummary *a = *(const OctPlanSummary *const *) first;
  const OctPlanSummary *b = *(const OctPlanSummary *const *) second;
  gboolean left = a->plan->scope == OCT_SCOPE_TRUST;
  gboolean right = b->plan->scope == OCT_SCOPE_TRUST;
  int result;

  if (left != right)
    return left ? -1 : 1;
  result = g_utf8_collate (a->where, b->where);
  if (result == 0)
    result = (a->plan->starts < b->plan->starts) - (a->plan->starts > b->plan->starts);
  if (result == 0)
    result = g_utf8_collate (a->plan->title, b->plan->title);

  return result != 0 ? result : g_strcmp0 (a->plan->record.id, b->plan->record.id);
}

static void
fill (OctPlanOverview *self)
{
  GPtrArray *plans = oct_plan_book_get_all (self->book, &oct_plan_kind);

  for (guint i = 0; i < plans->len; i++)
    {
      const OctPlan *plan = g_ptr_array_index (plans, i);
      OctPlanSummary *summary;

      if (plan->template)
        continue;
      summary = g_new0 (OctPlanSummary, 1);
      summary->plan = plan;
      summary->where = name_place (self, plan);
      summary->exceptions = oct_plan_find_exceptions (self->book, plan, self->today);
      summary->next_review = oct_plan_get_next_review (self->book, plan->record.id,
                                                       &summary->no_review_needed);
      g_ptr_array_add (self->plans, summary);
    }
  g_ptr_array_sort (self->plans, compare_plans);
  for (guint i = 0; i < self->plans->len; i++)
    add_rows (self, g_ptr_array_index (self->plans, i));
}

static void
oct_plan_overview_finalize (GObject *object)
{
  OctPlanOverview *self = OCT_PLAN_OVERVIEW (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->plans);
  g_ptr_array_unref (self->names);
  g_clear_object (&self->book);
  g_clear_object (&self->assessment);

  G_OBJECT_CLASS (oct_plan_overview_parent_class)->finalize (object);
}

static void
oct_plan_overview_class_init (OctPlanOverviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_plan_overview_finalize;
}

static void
oct_plan_overview_init (OctPlanOverview *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->plans = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
}

/**
 * oct_plan_overview_new:
 * @book: the book of plans
 * @assessment: knows the schools, the people and the elements
 * @today: the day by which things are overdue
 *
 * Computes where every objective stands. Templates are left out, and objectives that were withdrawn.
 *
 * Returns: (transfer full): the overview
 */
OctPlanOverview *
oct_plan_overview_new (OctPlanBook *book, OctAssessment *assessment, OctDate today)
{
  OctPlanOverview *self;

  g_return_val_if_fail (OCT_IS_PLAN_BOOK (book), NULL);
  g_return_val_if_fail (OCT_IS_ASSESSMENT (assessment), NULL);

  self = g_object_new (OCT_TYPE_PLAN_OVERVIEW, NULL);
  self->book = g_object_ref (book);
  self->assessment = g_object_ref (assessment);
  self->today = today;
  fill (self);

  return self;
}

/**
 * oct_plan_overview_get_book:
 * @self: an overview
 *
 * Returns: (transfer none): the book it is of
 */
OctPlanBook *
oct_plan_overview_get_book (OctPlanOverview *self)
{
  g_return_val_if_fail (OCT_IS_PLAN_OVERVIEW (self), NULL);

  return self->book;
}

/**
 * oct_plan_overview_get_assessment:
 * @self: an overview
 *
 * Returns: (transfer none): what its names are taken from
 */
OctAssessment *
oct_plan_overview_get_assessment (OctPlanOverview *self)
{
  g_return_val_if_fail (OCT_IS_PLAN_OVERVIEW (self), NULL);

  return self->assessment;
}

/**
 * oct_plan_overview_get_today:
 * @self: an overview
 *
 * Returns: the day it is of
 */
OctDate
oct_plan_overview_get_today (OctPlanOverview *self)
{
  g_return_val_if_fail (OCT_IS_PLAN_OVERVIEW (self), OCT_DATE_UNKNOWN);

  return self->today;
}

/**
 * oct_plan_overview_get_rows:
 * @self: an overview
 *
 * Returns: (transfer none) (element-type OctPlanRow): by school, plan and objective
 */
GPtrArray *
oct_plan_overview_get_rows (OctPlanOverview *self)
{
  g_return_val_if_fail (OCT_IS_PLAN_OVERVIEW (self), NULL);

  return self->rows;
}

/**
 * oct_plan_overview_get_plans:
 * @self: an overview
 *
 * Returns: (transfer none) (element-type OctPlanSummary): by school and plan
 */
GPtrArray *
oct_plan_overview_get_plans (OctPlanOverview *self)
{
  g_return_val_if_fail (OCT_IS_PLAN_OVERVIEW (self), NULL);

  return self->plans;
}

/**
 * oct_plan_row_get_rating:
 * @row: a row
 *
 * Returns: its last rating, or none
 */
OctRating
oct_plan_row_get_rating (const OctPlanRow *row)
{
  return oct_standing_get_rating (&row->standing);
}

/**
 * oct_plan_row_to_text:
 * @row: a row
 *
 * Returns: (transfer full): the objective with its reference
 */
char *
oct_plan_row_to_text (const OctPlanRow *row)
{
  if (row->objective == NULL)
    return g_strdup (_("No objective yet"));
  if (*row->objective->reference == '\0')
    return g_strdup (row->objective->statement);

  return g_strdup_printf ("%s  %s", row->objective->reference, row->objective->statement);
}

/**
 * oct_plan_row_get_words:
 * @row: a row
 *
 * Returns: (transfer none): what a search looks in, folded
 */
const char *
oct_plan_row_get_words (const OctPlanRow *row)
{
  if (row->words == NULL)
    ((OctPlanRow *) row)->words = fold_words (row);

  return row->words;
}

/**
 * oct_plan_overview_prepare_words:
 * @self: an overview
 * @n: how many rows
 *
 * Folding takes longer than all else, and is needed only once somebody searches: so it is done while
 * the program has nothing to do.
 *
 * Returns: whether there are more
 */
gboolean
oct_plan_overview_prepare_words (OctPlanOverview *self, guint n)
{
  g_return_val_if_fail (OCT_IS_PLAN_OVERVIEW (self), FALSE);

  for (; n > 0 && self->n_prepared < self->rows->len; n--)
    oct_plan_row_get_words (g_ptr_array_index (self->rows, self->n_prepared++));

  return self->n_prepared < self->rows->len;
}
