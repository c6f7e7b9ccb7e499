/* The line of sight: its data, and the questions every chart answers.
 *
 * Data are numbered goals first, then objectives, each in the order they were given in. Objectives of
 * one group that serve the same goal stand together, wherever the group first occurred.
 */
#include "oct-line-of-sight-chart.h"

#include "oct-line-of-sight-private.h"

G_DEFINE_FINAL_TYPE (OctLineOfSightChart, oct_line_of_sight_chart, OCT_TYPE_CHART)

static void
entry_free (OctSightEntry *entry)
{
  g_free (entry->id);
  g_free (entry->label);
  g_free (entry->text);
  g_free (entry->group);
  g_free (entry);
}

static OctSightEntry *
entry_new (const char *id, const char *label, const char *text, OctRatingMark rating)
{
  OctSightEntry *entry = g_new0 (OctSightEntry, 1);

  entry->id = g_strdup (id);
  entry->label = g_strdup (label != NULL ? label : "");
  entry->text = g_strdup (text != NULL ? text : "");
  entry->goal = -1;
  entry->rating = rating;
  return entry;
}

OctSightEntry *
oct_sight_goal (OctLineOfSightChart *self, guint index)
{
  return g_ptr_array_index (self->goals, index);
}

OctSightEntry *
oct_sight_objective (OctLineOfSightChart *self, guint index)
{
  return g_ptr_array_index (self->objectives, index);
}

static int
find_goal (OctLineOfSightChart *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->goals->len; i++)
    {
      if (g_strcmp0 (oct_sight_goal (self, i)->id, id) == 0)
        return i;
    }
  return -1;
}

guint
oct_sight_count (OctLineOfSightChart *self, int goal, guint *n_groups)
{
  const char *group = NULL;
  guint n = 0;

  *n_groups = 0;
  for (guint i = 0; i < self->order->len; i++)
    {
      const OctSightEntry *entry = oct_sight_objective (self,
                                                        g_array_index (self->order, guint, i));

      if (entry->goal != goal)
        continue;
      *n_groups += n == 0 || g_strcmp0 (entry->group, group) != 0;
      group = entry->group;
      n++;
    }
  return n;
}

static int
compare_order (gconstpointer a, gconstpointer b, gpointer data)
{
  OctLineOfSightChart *self = data;
  guint one = *(const guint *) a, two = *(const guint *) b;
  guint goal_one = oct_sight_objective (self, one)->goal,
        goal_two = oct_sight_objective (self, two)->goal;
  guint group_one = oct_sight_objective (self, one)->group_number,
        group_two = oct_sight_objective (self, two)->group_number;

  /* None is -1, and so comes last. */
  if (goal_one != goal_two)
    return goal_one < goal_two ? -1 : 1;
  if (group_one != group_two)
    return group_one < group_two ? -1 : 1;
  return one < two ? -1 : one > two;
}

static void
data_changed (OctLineOfSightChart *self)
{
  oct_sight_layout_clear (&self->kept);
  g_array_set_size (self->order, 0);
  for (guint i = 0; i < self->objectives->len; i++)
    g_array_append_val (self->order, i);
  g_array_sort_with_data (self->order, compare_order, self);
  oct_chart_changed (OCT_CHART (self));
}

static guint
oct_line_of_sight_chart_n_data (OctChart *chart)
{
  OctLineOfSightChart *self = OCT_LINE_OF_SIGHT_CHART (chart);

  return self->goals->len + self->objectives->len;
}

static void
oct_line_of_sight_chart_draw (OctChart *chart, cairo_t *cr, double width, double height,
                              const OctChartTheme *theme)
{
  oct_sight_draw (OCT_LINE_OF_SIGHT_CHART (chart), cr, width, height, theme);
}

static void
oct_line_of_sight_chart_draw_overlay (OctChart *chart, cairo_t *cr, double width, double height,
                                      const OctChartTheme *theme, int datum, gboolean focused)
{
  if (datum < (int) oct_line_of_sight_chart_n_data (chart))
    oct_sight_draw_overlay (OCT_LINE_OF_SIGHT_CHART (chart), cr, width, height, theme, datum,
                            focused);
}

static gboolean
contains (const cairo_rectangle_t *box, double x, double y)
{
  return x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height;
}

static int
oct_line_of_sight_chart_hit (OctChart *chart, double width, double height,
                             const OctChartTheme *theme, double x, double y)
{
  OctLineOfSightChart *self = OCT_LINE_OF_SIGHT_CHART (chart);
  const OctSightLayout *layout;

  if (oct_line_of_sight_chart_n_data (chart) == 0)
    return OCT_CHART_NONE;
  layout = oct_sight_get_layout (self, width, height, theme);
  for (guint i = 0; i < self->goals->len; i++)
    {
      if (contains (&layout->sections[i].box, x, y))
        return i;
    }
  for (guint i = 0; i < self->objectives->len; i++)
    {
      if (contains (&layout->boxes[i], x, y))
        return self->goals->len + i;
    }
  return OCT_CHART_NONE;
}

static int
place_of (OctLineOfSightChart *self, guint objective)
{
  for (guint i = 0; i < self->order->len; i++)
    {
      if (g_array_index (self->order, guint, i) == objective)
        return i;
    }
  return 0;
}

/* From a goal to the first that serves it. */
static int
first_serving (OctLineOfSightChart *self, int goal)
{
  for (guint i = 0; i < self->order->len; i++)
    {
      guint objective = g_array_index (self->order, guint, i);

      if (oct_sight_objective (self, objective)->goal == goal)
        return self->goals->len + objective;
    }
  return goal;
}

/* Up and down within goals or objectives, left to the goal, right to what serves it. */
static int
oct_line_of_sight_chart_walk (OctChart *chart, int from, OctChartStep step)
{
  OctLineOfSightChart *self = OCT_LINE_OF_SIGHT_CHART (chart);
  int n_goals = self->goals->len, by = step == OCT_CHART_UP ? -1 : 1, place;

  if (oct_line_of_sight_chart_n_data (chart) == 0)
    return OCT_CHART_NONE;
  if (from == OCT_CHART_NONE || step == OCT_CHART_FIRST)
    return n_goals > 0 ? 0 : (int) g_array_index (self->order, guint, 0);
  if (step == OCT_CHART_LAST)
    return self->order->len > 0
             ? n_goals + (int) g_array_index (self->order, guint, self->order->len - 1)
             : n_goals - 1;
  if (from < n_goals)
    {
      if (step == OCT_CHART_LEFT)
        return from;
      return step == OCT_CHART_RIGHT ? first_serving (self, from)
                                     : CLAMP (from + by, 0, n_goals - 1);
    }
  if (step == OCT_CHART_RIGHT)
    return from;
  if (step == OCT_CHART_LEFT)
    return oct_sight_objective (self, from - n_goals)->goal >= 0
             ? oct_sight_objective (self, from - n_goals)->goal
             : from;
  place = CLAMP (place_of (self, from - n_goals) + by, 0, (int) self->order->len - 1);
  return n_goals + (int) g_array_index (self->order, guint, place);
}

static const char *
oct_line_of_sight_chart_datum_id (OctChart *chart, int datum)
{
  OctLineOfSightChart *self = OCT_LINE_OF_SIGHT_CHART (chart);

  if (datum >= (int) oct_line_of_sight_chart_n_data (chart))
    return NULL;
  return datum < (int) self->goals->len ? oct_sight_goal (self, datum)->id
                                        : oct_sight_objective (self, datum - self->goals->len)->id;
}

static double
oct_line_of_sight_chart_natural_height (OctChart *chart, double width, const OctChartTheme *theme)
{
  return oct_sight_natural_height (OCT_LINE_OF_SIGHT_CHART (chart), width, theme);
}

static void
oct_line_of_sight_chart_finalize (GObject *object)
{
  OctLineOfSightChart *self = OCT_LINE_OF_SIGHT_CHART (object);

  oct_sight_layout_clear (&self->kept);
  g_ptr_array_unref (self->goals);
  g_ptr_array_unref (self->objectives);
  g_array_unref (self->order);
  g_free (self->group_name);

  G_OBJECT_CLASS (oct_line_of_sight_chart_parent_class)->finalize (object);
}

static void
oct_line_of_sight_chart_class_init (OctLineOfSightChartClass *klass)
{
  OctChartClass *chart_class = OCT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_line_of_sight_chart_finalize;
  chart_class->draw = oct_line_of_sight_chart_draw;
  chart_class->draw_overlay = oct_line_of_sight_chart_draw_overlay;
  chart_class->hit = oct_line_of_sight_chart_hit;
  chart_class->walk = oct_line_of_sight_chart_walk;
  chart_class->describe = oct_sight_describe;
  chart_class->describe_datum = oct_sight_describe_datum;
  chart_class->table = oct_sight_table;
  chart_class->n_data = oct_line_of_sight_chart_n_data;
  chart_class->datum_id = oct_line_of_sight_chart_datum_id;
  chart_class->natural_height = oct_line_of_sight_chart_natural_height;
  chart_class->suggest_title = oct_sight_suggest_title;
}

static void
oct_line_of_sight_chart_init (OctLineOfSightChart *self)
{
  self->goals = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->objectives = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * oct_line_of_sight_chart_new:
 *
 * Returns: (transfer full): a picture without goals or objectives
 */
OctLineOfSightChart *
oct_line_of_sight_chart_new (void)
{
  return g_object_new (OCT_TYPE_LINE_OF_SIGHT_CHART, NULL);
}

/**
 * oct_line_of_sight_chart_add_goal:
 * @self: a picture
 * @id: a key of the caller's, handed back when it is activated
 * @label: (nullable): short, such as "3"
 * @text: what the goal is
 * @rating: its mark
 *
 * Adds a goal below the others.
 *
 * Returns: %FALSE where there is no id or it is known already
 */
gboolean
oct_line_of_sight_chart_add_goal (OctLineOfSightChart *self, const char *id, const char *label,
                                  const char *text, OctRatingMark rating)
{
  g_return_val_if_fail (OCT_IS_LINE_OF_SIGHT_CHART (self), FALSE);

  if (id == NULL || find_goal (self, id) >= 0)
    return FALSE;
  g_ptr_array_add (self->goals, entry_new (id, label, text, rating));
  data_changed (self);
  return TRUE;
}

/**
 * oct_line_of_sight_chart_add_objective:
 * @self: a picture
 * @id: (nullable): a key of the caller's
 * @goal_id: (nullable): the goal it serves; one that isn't known is none
 * @group: (nullable): whose it is
 * @label: (nullable): short, such as "1.2"
 * @text: what the objective is
 * @rating: its mark
 *
 * Adds an objective after the others of its group that serve the same goal.
 */
void
oct_line_of_sight_chart_add_objective (OctLineOfSightChart *self, const char *id,
                                       const char *goal_id, const char *group, const char *label,
                                       const char *text, OctRatingMark rating)
{
  OctSightEntry *entry;

  g_return_if_fail (OCT_IS_LINE_OF_SIGHT_CHART (self));

  entry = entry_new (id, label, text, rating);
  entry->goal = find_goal (self, goal_id);
  entry->group = g_strdup (group != NULL ? group : "");
  entry->group_number = self->objectives->len;
  for (guint i = self->objectives->len; i > 0; i--)
    {
      if (g_strcmp0 (oct_sight_objective (self, i - 1)->group, entry->group) == 0)
        entry->group_number = oct_sight_objective (self, i - 1)->group_number;
    }
  g_ptr_array_add (self->objectives, entry);
  data_changed (self);
}

/**
 * oct_line_of_sight_chart_clear:
 * @self: a picture
 *
 * Removes goals and objectives.
 */
void
oct_line_of_sight_chart_clear (OctLineOfSightChart *self)
{
  g_return_if_fail (OCT_IS_LINE_OF_SIGHT_CHART (self));

  g_ptr_array_set_size (self->goals, 0);
  g_ptr_array_set_size (self->objectives, 0);
  data_changed (self);
}

/**
 * oct_line_of_sight_chart_set_group_name:
 * @self: a picture
 * @name: (nullable): what a group is, such as "School"
 *
 * Names the table's column of groups.
 */
void
oct_line_of_sight_chart_set_group_name (OctLineOfSightChart *self, const char *name)
{
  g_return_if_fail (OCT_IS_LINE_OF_SIGHT_CHART (self));

  if (g_strcmp0 (self->group_name, name) == 0)
    return;
  g_free (self->group_name);
  self->group_name = g_strdup (name);
  data_changed (self);
}
