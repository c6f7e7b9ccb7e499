/* The table of all plans.
 *
 * Before each objective stands the mark of its last rating, by shape and letter; the column beside
 * says it in words. Nothing here is ordered by rating unless somebody asks for it.
 */

#include "oct-plans-table.h"

#include <glib/gi18n.h>

#include "oct-rating-marks.h"
#include "oct-text.h"
#include "oct-widget-theme.h"

struct _OctPlansTable
{
  OctDrawnTable parent_instance;
};

static void source_init (OctTableSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OctPlansTable, oct_plans_table, OCT_TYPE_DRAWN_TABLE,
                               G_IMPLEMENT_INTERFACE (OCT_TYPE_TABLE_SOURCE, source_init))

G_STATIC_ASSERT (OCT_PLANS_COLUMN_OBJECTIVE == OCT_TABLE_NAME);

#define MARK_SIZE 16

static const struct
{
  const char *key;
  const char *label;
  guint8 chars;
  guint8 stretch;
} columns[OCT_N_PLANS_COLUMNS] = {
  [OCT_PLANS_COLUMN_OBJECTIVE] = { "objective", N_("Objective"), 38, 4 },
  [OCT_PLANS_COLUMN_SCHOOL] = { "school", N_("School"), 24, 1 },
  [OCT_PLANS_COLUMN_PLAN] = { "plan", N_("Plan"), 24, 1 },
  [OCT_PLANS_COLUMN_STATUS] = { "status", N_("Plan’s status"), 15, 0 },
  [OCT_PLANS_COLUMN_RATING] = { "rating", N_("Rating"), 11, 0 },
  [OCT_PLANS_COLUMN_DIRECTION] = { "direction", N_("Direction"), 14, 0 },
  [OCT_PLANS_COLUMN_SINCE] = { "since", N_("Since"), 13, 0 },
  [OCT_PLANS_COLUMN_OWNER] = { "owner", N_("Owner"), 20, 1 },
  [OCT_PLANS_COLUMN_DUE] = { "due", N_("Due"), 13, 0 },
  [OCT_PLANS_COLUMN_OVERDUE] = { "overdue", N_("Overdue"), 11, 0 },
  [OCT_PLANS_COLUMN_NEXT_STEP] = { "next_step", N_("Next step"), 28, 3 },
  [OCT_PLANS_COLUMN_NEXT_REVIEW] = { "next_review", N_("Next review"), 14, 0 },
  [OCT_PLANS_COLUMN_ELEMENT] = { "element", N_("Element"), 20, 0 },
  [OCT_PLANS_COLUMN_AREA] = { "area", N_("Area"), 20, 1 },
  [OCT_PLANS_COLUMN_EXCEPTIONS] = { "exceptions", N_("Exceptions"), 22, 1 },
};

const guint oct_plans_usual_columns[] = {
  OCT_PLANS_COLUMN_OBJECTIVE, OCT_PLANS_COLUMN_SCHOOL,  OCT_PLANS_COLUMN_RATING,
  OCT_PLANS_COLUMN_SINCE,     OCT_PLANS_COLUMN_OWNER,   OCT_PLANS_COLUMN_NEXT_STEP,
  OCT_PLANS_COLUMN_DUE,       OCT_PLANS_COLUMN_OVERDUE, OCT_N_PLANS_COLUMNS,
};

/* --- words --- */

/**
 * oct_plans_column_key:
 * @column: a column
 *
 * Returns: its name in locations and settings
 */
const char *
oct_plans_column_key (OctPlansColumn column)
{
  return column < OCT_N_PLANS_COLUMNS ? columns[column].key : "";
}

/* Short, since a table has little room. */
static char *
date_text (OctDate date)
{
  g_autoptr (GDateTime) day = NULL;

  if (date == OCT_DATE_UNKNOWN)
    return NULL;
  day = g_date_time_new_utc (date / 10000, date / 100 % 100, date % 100, 0, 0, 0);

  /* Translators: a day in a table, such as "6 Nov 2026". */
  return day != NULL ? g_date_time_format (day, _("%-d %b %Y")) : NULL;
}

/**
 * oct_exceptions_to_text:
 * @exceptions: flags of #OctPlanException
 *
 * Returns: (transfer full): their names with commas between them
 */
char *
oct_exceptions_to_text (guint exceptions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < OCT_N_EXCEPTIONS; i++)
    if ((exceptions & 1u << i) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              oct_exception_to_text (1u << i));

  return g_string_free (text, FALSE);
}

static char *
rating_text (const OctPlanRow *row)
{
  if (row->objective == NULL)
    return NULL;

  return g_strdup (oct_rating_mark_name ((OctRatingMark) oct_plan_row_get_rating (row)));
}

static char *
direction_text (const OctPlanRow *row)
{
  if (row->standing.progress == NULL || row->standing.progress->direction == OCT_DIRECTION_NONE)
    return NULL;

  return g_strdup (oct_choice_to_text (oct_directions, (int) row->standing.progress->direction));
}

static char *
owner_text (const OctPlanRow *row)
{
  if (row->objective == NULL)
    return NULL;

  return g_strdup (row->owner != NULL ? row->owner : _("Nobody yet"));
}

static char *
review_text (const OctPlanRow *row)
{
  if (row->no_review_needed)
    return g_strdup (_("None needed"));

  return date_text (row->next_review);
}

static char *
get_text (OctTableSource *source, GObject *item, guint column)
{
  const OctPlanRow *row = oct_plan_item_get_row (OCT_PLAN_ITEM (item));
  const OctObjective *objective = row->objective;

  if (oct_plan_item_get_summary (OCT_PLAN_ITEM (item)) != NULL)
    return column == OCT_PLANS_COLUMN_OBJECTIVE ? g_strdup (row->plan->title) : NULL;
  switch ((OctPlansColumn) column)
    {
    case OCT_PLANS_COLUMN_OBJECTIVE:
      return oct_plan_row_to_text (row);
    case OCT_PLANS_COLUMN_SCHOOL:
      return g_strdup (row->where);
    case OCT_PLANS_COLUMN_PLAN:
      return g_strdup (row->plan->title);
    case OCT_PLANS_COLUMN_STATUS:
      return g_strdup (oct_choice_to_text (oct_plan_statuses, (int) row->plan->status));
    case OCT_PLANS_COLUMN_RATING:
      return rating_text (row);
    case OCT_PLANS_COLUMN_DIRECTION:
      return direction_text (row);
    case OCT_PLANS_COLUMN_SINCE:
      return date_text (row->standing.since);
    case OCT_PLANS_COLUMN_OWNER:
      return owner_text (row);
    case OCT_PLANS_COLUMN_DUE:
      return objective != NULL ? date_text (objective->due) : NULL;
    case OCT_PLANS_COLUMN_OVERDUE:
      return row->n_overdue > 0 ? oct_text_number (row->n_overdue) : NULL;
    case OCT_PLANS_COLUMN_NEXT_STEP:
      return g_strdup (row->next_step);
    case OCT_PLANS_COLUMN_NEXT_REVIEW:
      return review_text (row);
    case OCT_PLANS_COLUMN_ELEMENT:
      return g_strdup (row->element);
    case OCT_PLANS_COLUMN_AREA:
      return objective != NULL ? g_strdup (oct_area_to_text (objective->area)) : NULL;
    case OCT_PLANS_COLUMN_EXCEPTIONS:
      return oct_exceptions_to_text (row->exceptions);
    case OCT_N_PLANS_COLUMNS:
    default:
      return NULL;
    }
}

/* "2 red, 1 green": how many objectives have each rating; never one rating for the whole. */
static char *
ratings_text (const OctPlanSummary *plan)
{
  static const OctRating order[] = { OCT_RATING_RED, OCT_RATING_AMBER, OCT_RATING_GREEN,
                                     OCT_RATING_NONE };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *name = g_utf8_strdown (oct_rating_mark_name ((OctRatingMark) order[i]), -1);

      if (plan->n_rated[order[i]] > 0)
        /* Translators: how many objectives have a rating, such as "2 red". */
        g_string_append_printf (text, "%s%'u %s", text->len > 0 ? ", " : "",
                                plan->n_rated[order[i]], name);
    }

  return text->len > 0 ? g_string_free (text, FALSE)
                       : (g_string_free (text, TRUE), g_strdup (_("No objective yet")));
}

/* In a narrow window: the rating's word comes first, since its mark is all that stands before. */
static char *
get_details (OctTableSource *source, GObject *item)
{
  const OctPlanRow *row = oct_plan_item_get_row (OCT_PLAN_ITEM (item));
  const OctPlanSummary *plan = oct_plan_item_get_summary (OCT_PLAN_ITEM (item));
  g_autofree char *rating = rating_text (row);
  g_autofree char *owner = owner_text (row);

  if (plan != NULL)
    {
      g_autofree char *ratings = ratings_text (plan);

      return g_strdup_printf ("%s · %s", row->where, ratings);
    }
  if (rating == NULL)
    return g_strdup_printf ("%s · %s", row->where, row->plan->title);

  return g_strdup_printf ("%s · %s · %s", rating, row->where, owner);
}

static void
describe_column (OctTableSource *source, guint column, OctTableColumn *description)
{
  description->key = columns[column].key;
  description->label = _(columns[column].label);
  description->heading = description->label;
  description->chars = columns[column].chars;
  description->stretch = columns[column].stretch;
  description->numeric = column == OCT_PLANS_COLUMN_OVERDUE;
  description->matches = column == OCT_PLANS_COLUMN_OBJECTIVE || column == OCT_PLANS_COLUMN_SCHOOL
                         || column == OCT_PLANS_COLUMN_PLAN || column == OCT_PLANS_COLUMN_OWNER
                         || column == OCT_PLANS_COLUMN_NEXT_STEP || column == OCT_PLANS_COLUMN_AREA;
}

static gboolean
is_starred (OctTableSource *source, GObject *item)
{
  return FALSE;
}

/* What nobody works on now steps back. */
static gboolean
is_faint (OctTableSource *source, GObject *item)
{
  const OctPlan *plan = oct_plan_item_get_row (OCT_PLAN_ITEM (item))->plan;

  return plan->status == OCT_PLAN_COMPLETE || oct_plan_status_is_still (plan->status);
}

static gboolean
draw_lead (OctTableSource *source, GObject *item, GtkSnapshot *snapshot,
           const graphene_rect_t *area)
{
  const OctPlanRow *row = oct_plan_item_get_row (OCT_PLAN_ITEM (item));
  OctChartTheme theme;
  cairo_t *cr;

  if (row->objective == NULL || oct_plan_item_get_summary (OCT_PLAN_ITEM (item)) != NULL)
    return TRUE;
  oct_widget_get_chart_theme (GTK_WIDGET (source), &theme);
  cr = gtk_snapshot_append_cairo (snapshot, area);
  oct_rating_mark_draw (cr, &theme, (OctRatingMark) oct_plan_row_get_rating (row),
                        area->origin.x + area->size.width / 2,
                        area->origin.y + area->size.height / 2, MARK_SIZE);
  cairo_destroy (cr);

  return TRUE;
}

static void
source_init (OctTableSourceInterface *iface)
{
  iface->n_columns = OCT_N_PLANS_COLUMNS;
  iface->describe_column = describe_column;
  iface->get_text = get_text;
  iface->get_details = get_details;
  iface->is_starred = is_starred;
  iface->is_faint = is_faint;
  iface->draw_lead = draw_lead;
}

static void
oct_plans_table_constructed (GObject *object)
{
  G_OBJECT_CLASS (oct_plans_table_parent_class)->constructed (object);

  oct_drawn_table_set_columns (OCT_DRAWN_TABLE (object), oct_plans_usual_columns);
}

static void
oct_plans_table_class_init (OctPlansTableClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = oct_plans_table_constructed;
}

static void
oct_plans_table_init (OctPlansTable *self)
{
}

/**
 * oct_plans_table_new:
 *
 * Returns: (transfer floating): an empty table
 */
GtkWidget *
oct_plans_table_new (void)
{
  return g_object_new (OCT_TYPE_PLANS_TABLE, NULL);
}

static gboolean
contains (const guint *set, guint n, guint column)
{
  for (guint i = 0; i < n; i++)
    if (set[i] == column)
      return TRUE;

  return FALSE;
}

/**
 * oct_plans_table_parse_columns:
 * @self: a table
 * @text: (nullable): columns' keys with commas between them
 *
 * Reads a set of columns; unknown and repeated ones are passed over, and the objective is put first.
 *
 * Returns: (transfer full): columns ended by %OCT_N_PLANS_COLUMNS
 */
guint *
oct_plans_table_parse_columns (OctPlansTable *self, const char *text)
{
  g_auto (GStrv) keys = g_strsplit (text != NULL ? text : "", ",", -1);
  guint *set;
  guint n = 1;

  if (text == NULL || *text == '\0')
    return g_memdup2 (oct_plans_usual_columns, sizeof oct_plans_usual_columns);
  set = g_new (guint, OCT_N_PLANS_COLUMNS + 1);
  set[0] = OCT_PLANS_COLUMN_OBJECTIVE;
  for (guint i = 0; keys[i] != NULL; i++)
    {
      guint column;

      if (oct_table_source_find_key (OCT_TABLE_SOURCE (self), keys[i], &column)
          && !contains (set, n, column))
        set[n++] = column;
    }
  set[n] = OCT_N_PLANS_COLUMNS;

  return set;
}

/**
 * oct_plans_table_columns_to_text:
 * @self: a table
 *
 * Returns: (transfer full): the columns shown, as oct_plans_table_parse_columns() reads them
 */
char *
oct_plans_table_columns_to_text (OctPlansTable *self)
{
  GString *text = g_string_new (NULL);
  const guint *set = oct_cell_layout_get_columns (
    oct_drawn_table_get_layout (OCT_DRAWN_TABLE (self)));

  for (guint i = 0; set[i] < OCT_N_PLANS_COLUMNS; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", columns[set[i]].key);

  return g_string_free (text, FALSE);
}

/* --- order --- */

/* 0 where there is nothing to compare by. */
static int
get_number (OctPlansColumn column, const OctPlanRow *row)
{
  switch (column)
    {
    case OCT_PLANS_COLUMN_STATUS:
      return 1 + (int) row->plan->status;
    case OCT_PLANS_COLUMN_RATING:
      return (int) oct_plan_row_get_rating (row);
    case OCT_PLANS_COLUMN_DIRECTION:
      return row->standing.progress != NULL ? (int) row->standing.progress->direction : 0;
    case OCT_PLANS_COLUMN_SINCE:
      return row->standing.since;
    case OCT_PLANS_COLUMN_DUE:
      return row->objective != NULL ? row->objective->due : 0;
    case OCT_PLANS_COLUMN_OVERDUE:
      return (int) row->n_overdue;
    case OCT_PLANS_COLUMN_NEXT_REVIEW:
      return row->next_review;
    case OCT_PLANS_COLUMN_EXCEPTIONS:
      return __builtin_popcount (row->exceptions);
    default:
      return 0;
    }
}

static const char *
get_words (OctPlansColumn column, const OctPlanRow *row)
{
  switch (column)
    {
    case OCT_PLANS_COLUMN_OBJECTIVE:
      return row->objective != NULL ? row->objective->statement : NULL;
    case OCT_PLANS_COLUMN_SCHOOL:
      return row->where;
    case OCT_PLANS_COLUMN_PLAN:
      return row->plan->title;
    case OCT_PLANS_COLUMN_OWNER:
      return row->owner;
    case OCT_PLANS_COLUMN_NEXT_STEP:
      return row->next_step;
    case OCT_PLANS_COLUMN_ELEMENT:
      return row->element;
    case OCT_PLANS_COLUMN_AREA:
      return row->objective != NULL ? oct_area_to_text (row->objective->area) : NULL;
    default:
      return NULL;
    }
}

/**
 * oct_plans_column_compare:
 * @column: a column
 * @a: a row
 * @b: another
 * @descending: whether the last comes first
 *
 * Returns: how they stand to one another; 0 where the column doesn't tell
 */
int
oct_plans_column_compare (OctPlansColumn column, const OctPlanRow *a, const OctPlanRow *b,
                          gboolean descending)
{
  const char *left = get_words (column, a);
  const char *right = get_words (column, b);
  int result;

  if ((left != NULL && *left != '\0') || (right != NULL && *right != '\0'))
    {
      if (left == NULL || *left == '\0' || right == NULL || *right == '\0')
        return left == NULL || *left == '\0' ? 1 : -1;
      result = g_utf8_collate (left, right);
    }
  else
    {
      int first = get_number (column, a);
      int second = get_number (column, b);

      if ((first == 0) != (second == 0))
        return first == 0 ? 1 : -1;
      result = (first > second) - (first < second);
    }

  return descending ? -result : result;
}
