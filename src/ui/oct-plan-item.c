/* One row of an overview of plans as an object, for lists.
 *
 * It holds the overview, so that the row it borrows lives as long as itself.
 */

#include "oct-plan-item.h"

#include "oct-location.h"

struct _OctPlanItem
{
  GObject parent_instance;

  /* owned */
  OctPlanOverview *overview;

  /* borrowed */
  const OctPlanRow *row;
  const OctPlanSummary *summary; /* (nullable): of a plan as a whole */
};

G_DEFINE_FINAL_TYPE (OctPlanItem, oct_plan_item, G_TYPE_OBJECT)

static void
oct_plan_item_finalize (GObject *object)
{
  g_clear_object (&OCT_PLAN_ITEM (object)->overview);

  G_OBJECT_CLASS (oct_plan_item_parent_class)->finalize (object);
}

static void
oct_plan_item_class_init (OctPlanItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_plan_item_finalize;
}

static void
oct_plan_item_init (OctPlanItem *self)
{
}

/**
 * oct_plan_item_new:
 * @overview: the overview
 * @row: one of its rows
 *
 * Returns: (transfer full): the row as an object
 */
OctPlanItem *
oct_plan_item_new (OctPlanOverview *overview, const OctPlanRow *row)
{
  OctPlanItem *self = g_object_new (OCT_TYPE_PLAN_ITEM, NULL);

  self->overview = g_object_ref (overview);
  self->row = row;

  return self;
}

/**
 * oct_plan_item_new_plan:
 * @overview: the overview
 * @summary: one of its plans
 *
 * Returns: (transfer full): the plan as an object
 */
OctPlanItem *
oct_plan_item_new_plan (OctPlanOverview *overview, const OctPlanSummary *summary)
{
  GPtrArray *rows = oct_plan_overview_get_rows (overview);
  OctPlanItem *self = oct_plan_item_new (overview, g_ptr_array_index (rows, summary->first_row));

  self->summary = summary;

  return self;
}

static gboolean
prepare_cb (gpointer data)
{
  return oct_plan_overview_prepare_words (data, 200) ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * oct_plan_items_new:
 * @overview: an overview
 *
 * Its words are made ready for a search as soon as there is nothing else to do.
 *
 * Returns: (transfer full) (element-type OctPlanItem): its rows as objects, in their order
 */
GPtrArray *
oct_plan_items_new (OctPlanOverview *overview)
{
  GPtrArray *rows = oct_plan_overview_get_rows (overview);
  GPtrArray *items = g_ptr_array_new_full (rows->len, g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (items, oct_plan_item_new (overview, g_ptr_array_index (rows, i)));
  g_idle_add_full (G_PRIORITY_LOW, prepare_cb, g_object_ref (overview), g_object_unref);

  return items;
}

/**
 * oct_plan_item_is_same:
 * @self: an item
 * @other: another, which may be of another overview
 *
 * Returns: whether both are the same plan, or the same objective
 */
gboolean
oct_plan_item_is_same (OctPlanItem *self, OctPlanItem *other)
{
  const OctObjective *objective = self->row->objective;

  if (g_strcmp0 (self->row->plan->record.id, other->row->plan->record.id) != 0)
    return FALSE;
  if (self->summary != NULL || objective == NULL || other->row->objective == NULL)
    return TRUE;

  return g_strcmp0 (objective->record.id, other->row->objective->record.id) == 0;
}

/**
 * oct_plan_item_get_summary:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the plan as a whole; %NULL for an objective
 */
const OctPlanSummary *
oct_plan_item_get_summary (OctPlanItem *self)
{
  g_return_val_if_fail (OCT_IS_PLAN_ITEM (self), NULL);

  return self->summary;
}

/**
 * oct_plan_item_get_row:
 * @self: an item
 *
 * Returns: (transfer none): the row
 */
const OctPlanRow *
oct_plan_item_get_row (OctPlanItem *self)
{
  g_return_val_if_fail (OCT_IS_PLAN_ITEM (self), NULL);

  return self->row;
}

/**
 * oct_plan_row_get_location:
 * @row: a row
 *
 * Returns: (transfer full): the location of its plan, with its objective chosen
 */
char *
oct_plan_row_get_location (const OctPlanRow *row)
{
  GString *location = g_string_new ("plan/");

  g_string_append (location, row->plan->record.id);
  if (row->objective != NULL)
    oct_location_append (location, "objective", row->objective->record.id);

  return g_string_free (location, FALSE);
}

/**
 * oct_plan_row_get_review:
 * @row: a row of an objective
 * @rating: a rating
 *
 * Returns: (transfer full): the location of the review that its plan is in, or of its next one, where
 *   the rating is proposed for the objective
 */
char *
oct_plan_row_get_review (const OctPlanRow *row, OctRating rating)
{
  GString *location = g_string_new ("review");

  oct_location_append (location, "plan", row->plan->record.id);
  if (row->objective != NULL)
    oct_location_append (location, "objective", row->objective->record.id);
  oct_location_append (location, "rating", oct_choice_to_key (oct_ratings, (int) rating));

  return g_string_free (location, FALSE);
}

/**
 * oct_plan_item_get_location:
 * @self: an item
 *
 * Returns: (transfer full): where it is shown
 */
char *
oct_plan_item_get_location (OctPlanItem *self)
{
  g_return_val_if_fail (OCT_IS_PLAN_ITEM (self), NULL);

  if (self->summary == NULL)
    return oct_plan_row_get_location (self->row);

  return g_strconcat ("plan/", self->summary->plan->record.id, NULL);
}
