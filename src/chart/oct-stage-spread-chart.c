/* Where many things stand on the steps of one element: the data, and the questions every chart answers.
 *
 * Data keep the order they were added in; walking follows the picture, along a band and then to the
 * next one below.
 */
#include <math.h>

#include "oct-stage-spread-private.h"

G_DEFINE_FINAL_TYPE (OctStageSpreadChart, oct_stage_spread_chart, OCT_TYPE_CHART)

static void
dot_free (OctSpreadDot *dot)
{
  g_free (dot->id);
  g_free (dot->name);
  g_free (dot);
}

OctSpreadDot *
oct_spread_dot (OctStageSpreadChart *self, guint index)
{
  return g_ptr_array_index (self->dots, index);
}

int
oct_spread_chosen (OctStageSpreadChart *self)
{
  for (guint i = 0; self->chosen != NULL && i < self->dots->len; i++)
    {
      if (g_strcmp0 (oct_spread_dot (self, i)->id, self->chosen) == 0)
        return i;
    }
  return -1;
}

guint
oct_spread_count (OctStageSpreadChart *self, int stage)
{
  guint n = 0;

  for (guint i = 0; i < self->dots->len; i++)
    n += oct_spread_dot (self, i)->stage == stage;
  return n;
}

OctColour
oct_spread_colour (OctStageSpreadChart *self, const OctChartTheme *theme)
{
  return self->number > 0 ? oct_chart_theme_element (theme, self->number) : theme->accent;
}

static void
data_changed (OctStageSpreadChart *self)
{
  oct_spread_layout_clear (&self->kept);
  oct_chart_changed (OCT_CHART (self));
}

static void
oct_stage_spread_chart_draw (OctChart *chart, cairo_t *cr, double width, double height,
                             const OctChartTheme *theme)
{
  oct_spread_draw (OCT_STAGE_SPREAD_CHART (chart), cr, width, height, theme);
}

static void
oct_stage_spread_chart_draw_overlay (OctChart *chart, cairo_t *cr, double width, double height,
                                     const OctChartTheme *theme, int datum, gboolean focused)
{
  OctStageSpreadChart *self = OCT_STAGE_SPREAD_CHART (chart);
  const OctSpreadLayout *layout;

  if (datum < 0 || datum >= (int) self->dots->len)
    return;
  layout = oct_spread_get_layout (self, width, height, theme);
  oct_stage_draw_focus (cr, theme, &layout->cells[datum], focused);
}

static int
oct_stage_spread_chart_hit (OctChart *chart, double width, double height,
                            const OctChartTheme *theme, double x, double y)
{
  OctStageSpreadChart *self = OCT_STAGE_SPREAD_CHART (chart);
  const OctSpreadLayout *layout;

  if (self->dots->len == 0)
    return OCT_CHART_NONE;
  layout = oct_spread_get_layout (self, width, height, theme);
  for (guint i = 0; i < self->dots->len; i++)
    {
      const cairo_rectangle_t *cell = &layout->cells[i];

      if (x >= cell->x && x < cell->x + cell->width && y >= cell->y && y < cell->y + cell->height)
        return i;
    }
  return OCT_CHART_NONE;
}

/* The next dot in the picture's order, which is by band from the top and then as given. */
static int
step_in_order (OctStageSpreadChart *self, int from, int delta)
{
  int stage = oct_spread_dot (self, from)->stage, at = from;

  for (;;)
    {
      at += delta;
      if (at < 0 || at >= (int) self->dots->len)
        {
          stage -= delta;
          if (stage < OCT_STAGE_NOT_JUDGED || stage >= (int) self->stages.n)
            return from;
          at = delta > 0 ? -1 : (int) self->dots->len;
        }
      else if (oct_spread_dot (self, at)->stage == stage)
        return at;
    }
}

/* The first dot of the next band that has any. */
static int
step_to_band (OctStageSpreadChart *self, int from, int delta)
{
  for (int stage = oct_spread_dot (self, from)->stage + delta;
       stage >= OCT_STAGE_NOT_JUDGED && stage < (int) self->stages.n; stage += delta)
    {
      for (guint i = 0; i < self->dots->len; i++)
        {
          if (oct_spread_dot (self, i)->stage == stage)
            return i;
        }
    }
  return from;
}

static int
first_in_order (OctStageSpreadChart *self, gboolean last)
{
  for (int i = 0; i <= (int) self->stages.n; i++)
    {
      int stage = last ? i + OCT_STAGE_NOT_JUDGED : (int) self->stages.n - 1 - i;

      for (guint j = 0; j < self->dots->len; j++)
        {
          guint at = last ? self->dots->len - 1 - j : j;

          if (oct_spread_dot (self, at)->stage == stage)
            return at;
        }
    }
  return OCT_CHART_NONE;
}

static int
oct_stage_spread_chart_walk (OctChart *chart, int from, OctChartStep step)
{
  OctStageSpreadChart *self = OCT_STAGE_SPREAD_CHART (chart);

  if (step == OCT_CHART_FIRST || step == OCT_CHART_LAST || from < 0
      || from >= (int) self->dots->len)
    return first_in_order (self, step == OCT_CHART_LAST);
  if (step == OCT_CHART_LEFT || step == OCT_CHART_RIGHT)
    return step_in_order (self, from, step == OCT_CHART_RIGHT ? 1 : -1);
  return step_to_band (self, from, step == OCT_CHART_UP ? 1 : -1);
}

static guint
oct_stage_spread_chart_n_data (OctChart *chart)
{
  return OCT_STAGE_SPREAD_CHART (chart)->dots->len;
}

static const char *
oct_stage_spread_chart_datum_id (OctChart *chart, int datum)
{
  OctStageSpreadChart *self = OCT_STAGE_SPREAD_CHART (chart);

  return datum < (int) self->dots->len ? oct_spread_dot (self, datum)->id : NULL;
}

static double
oct_stage_spread_chart_natural_height (OctChart *chart, double width, const OctChartTheme *theme)
{
  return oct_spread_natural_height (OCT_STAGE_SPREAD_CHART (chart), width, theme);
}

static void
oct_stage_spread_chart_finalize (GObject *object)
{
  OctStageSpreadChart *self = OCT_STAGE_SPREAD_CHART (object);

  oct_spread_layout_clear (&self->kept);
  g_ptr_array_unref (self->dots);
  oct_stages_clear (&self->stages);
  g_free (self->element_id);
  g_free (self->element_name);
  g_free (self->chosen);
  g_free (self->item_name);
  g_free (self->previous_name);

  G_OBJECT_CLASS (oct_stage_spread_chart_parent_class)->finalize (object);
}

static void
oct_stage_spread_chart_class_init (OctStageSpreadChartClass *klass)
{
  OctChartClass *chart_class = OCT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_stage_spread_chart_finalize;
  chart_class->draw = oct_stage_spread_chart_draw;
  chart_class->draw_overlay = oct_stage_spread_chart_draw_overlay;
  chart_class->hit = oct_stage_spread_chart_hit;
  chart_class->walk = oct_stage_spread_chart_walk;
  chart_class->describe = oct_spread_describe;
  chart_class->describe_datum = oct_spread_describe_datum;
  chart_class->table = oct_spread_table;
  chart_class->n_data = oct_stage_spread_chart_n_data;
  chart_class->datum_id = oct_stage_spread_chart_datum_id;
  chart_class->natural_height = oct_stage_spread_chart_natural_height;
  chart_class->suggest_title = oct_spread_suggest_title;
}

static void
oct_stage_spread_chart_init (OctStageSpreadChart *self)
{
  self->dots = g_ptr_array_new_with_free_func ((GDestroyNotify) dot_free);
}

static void
set_text (OctStageSpreadChart *self, char **field, const char *text)
{
  if (g_strcmp0 (*field, text) == 0)
    return;
  g_free (*field);
  *field = g_strdup (text);
  data_changed (self);
}

/**
 * oct_stage_spread_chart_new:
 *
 * Returns: (transfer full): a chart without stages or dots
 */
OctStageSpreadChart *
oct_stage_spread_chart_new (void)
{
  return g_object_new (OCT_TYPE_STAGE_SPREAD_CHART, NULL);
}

/**
 * oct_stage_spread_chart_set_stages:
 * @self: a spread chart
 * @names: (array zero-terminated=1): the steps from first to last, 3 to %OCT_STAGES_MAX
 *
 * Sets what the stages are called, and removes all dots.
 */
void
oct_stage_spread_chart_set_stages (OctStageSpreadChart *self, const char *const *names)
{
  g_return_if_fail (OCT_IS_STAGE_SPREAD_CHART (self));
  g_return_if_fail (names != NULL);

  g_ptr_array_set_size (self->dots, 0);
  oct_stages_set (&self->stages, names);
  data_changed (self);
}

/**
 * oct_stage_spread_chart_set_element:
 * @self: a spread chart
 * @id: (nullable): a key of the caller's
 * @number: 1 to 8, or 0 for none
 * @name: (nullable): short
 *
 * Sets which element the stages are of: its hue and its name.
 */
void
oct_stage_spread_chart_set_element (OctStageSpreadChart *self, const char *id, guint number,
                                    const char *name)
{
  g_return_if_fail (OCT_IS_STAGE_SPREAD_CHART (self));

  self->number = number <= 8 ? number : 0;
  g_free (self->element_id);
  self->element_id = g_strdup (id);
  g_free (self->element_name);
  self->element_name = g_strdup (name);
  data_changed (self);
}

/**
 * oct_stage_spread_chart_add:
 * @self: a spread chart
 * @id: (nullable): handed back when the dot is activated
 * @name: what stands beside the dot
 * @stage: a stage or %OCT_STAGE_NOT_JUDGED
 * @previous: the same for the time before
 *
 * Adds a dot after the others.
 */
void
oct_stage_spread_chart_add (OctStageSpreadChart *self, const char *id, const char *name, int stage,
                            int previous)
{
  OctSpreadDot *dot;

  g_return_if_fail (OCT_IS_STAGE_SPREAD_CHART (self));

  dot = g_new0 (OctSpreadDot, 1);
  dot->id = g_strdup (id);
  dot->name = g_strdup (name != NULL ? name : "");
  dot->stage = oct_stages_check (&self->stages, stage);
  dot->previous = oct_stages_check (&self->stages, previous);
  g_ptr_array_add (self->dots, dot);
  data_changed (self);
}

/**
 * oct_stage_spread_chart_clear:
 * @self: a spread chart
 *
 * Removes all dots.
 */
void
oct_stage_spread_chart_clear (OctStageSpreadChart *self)
{
  g_return_if_fail (OCT_IS_STAGE_SPREAD_CHART (self));

  g_ptr_array_set_size (self->dots, 0);
  data_changed (self);
}

/**
 * oct_stage_spread_chart_set_chosen:
 * @self: a spread chart
 * @id: (nullable): a dot's
 *
 * Sets which dot stands out, with a tail from where it was before.
 */
void
oct_stage_spread_chart_set_chosen (OctStageSpreadChart *self, const char *id)
{
  g_return_if_fail (OCT_IS_STAGE_SPREAD_CHART (self));

  set_text (self, &self->chosen, id);
}

/**
 * oct_stage_spread_chart_set_item_name:
 * @self: a spread chart
 * @name: (nullable): what a dot is, such as "School"
 *
 * Names the table's column of names.
 */
void
oct_stage_spread_chart_set_item_name (OctStageSpreadChart *self, const char *name)
{
  g_return_if_fail (OCT_IS_STAGE_SPREAD_CHART (self));

  set_text (self, &self->item_name, name);
}

/**
 * oct_stage_spread_chart_set_previous_name:
 * @self: a spread chart
 * @name: (nullable): what the time before is called, such as "Spring 2026"
 *
 * Names where the chosen one's tail begins.
 */
void
oct_stage_spread_chart_set_previous_name (OctStageSpreadChart *self, const char *name)
{
  g_return_if_fail (OCT_IS_STAGE_SPREAD_CHART (self));

  set_text (self, &self->previous_name, name);
}
