/* Stages over time: the data, and the questions every chart answers.
 *
 * Data are numbered panel by panel, line by line, cycle by cycle; left and right walk through time,
 * up and down from line to line and on to the next panel.
 */
#include <math.h>

#include "oct-stage-trend-private.h"

G_DEFINE_FINAL_TYPE (OctStageTrendChart, oct_stage_trend_chart, OCT_TYPE_CHART)

static void
cycle_free (OctTrendCycle *cycle)
{
  g_free (cycle->id);
  g_free (cycle->name);
  g_free (cycle->note);
  g_free (cycle);
}

static void
clear_panels (OctStageTrendChart *self)
{
  for (guint i = 0; i < self->n_panels; i++)
    {
      OctTrendPanel *panel = &self->panels[i];

      for (guint j = 0; j < panel->n_lines; j++)
        {
          g_free (panel->lines[j].id);
          g_free (panel->lines[j].name);
          g_free (panel->lines[j].stages);
          g_free (panel->lines[j].own);
        }
      g_free (panel->id);
      g_free (panel->name);
      g_free (panel->target_name);
      g_free (panel->counts);
    }
  memset (self->panels, 0, sizeof (self->panels));
  self->n_panels = 0;
}

OctTrendCycle *
oct_trend_cycle (OctStageTrendChart *self, guint index)
{
  return g_ptr_array_index (self->cycles, index);
}

gboolean
oct_trend_own_differs (const OctTrendLine *line, guint cycle)
{
  return line->own[cycle] != OCT_STAGE_NOT_JUDGED && line->own[cycle] != line->stages[cycle];
}

OctColour
oct_trend_colour (const OctTrendLine *line, const OctChartTheme *theme)
{
  return line->hue > 0 ? oct_chart_theme_element (theme, line->hue) : theme->ink_soft;
}

guint
oct_trend_count (OctStageTrendChart *self, const OctTrendPanel *panel, guint cycle, int stage)
{
  return panel->counts != NULL ? panel->counts[cycle * (self->stages.n + 1) + stage + 1] : 0;
}

int
oct_trend_before (OctStageTrendChart *self, const OctTrendLine *line, guint cycle)
{
  for (int i = cycle; i > 0 && oct_trend_cycle (self, i)->note == NULL; i--)
    {
      if (line->stages[i - 1] != OCT_STAGE_NOT_JUDGED)
        return i - 1;
    }
  return -1;
}

gboolean
oct_trend_find (OctStageTrendChart *self, int datum, guint *panel, guint *line, guint *cycle)
{
  int n = self->cycles->len;

  for (guint i = 0; n > 0 && datum >= 0 && i < self->n_panels; i++)
    {
      if (datum < (int) self->panels[i].n_lines * n)
        {
          *panel = i;
          *line = datum / n;
          *cycle = datum % n;
          return TRUE;
        }
      datum -= self->panels[i].n_lines * n;
    }
  return FALSE;
}

static guint
oct_stage_trend_chart_n_data (OctChart *chart)
{
  OctStageTrendChart *self = OCT_STAGE_TREND_CHART (chart);
  guint n = 0;

  for (guint i = 0; i < self->n_panels; i++)
    n += self->panels[i].n_lines;
  return n * self->cycles->len;
}

static void
oct_stage_trend_chart_draw (OctChart *chart, cairo_t *cr, double width, double height,
                            const OctChartTheme *theme)
{
  oct_trend_draw (OCT_STAGE_TREND_CHART (chart), cr, width, height, theme);
}

static void
oct_stage_trend_chart_draw_overlay (OctChart *chart, cairo_t *cr, double width, double height,
                                    const OctChartTheme *theme, int datum, gboolean focused)
{
  OctStageTrendChart *self = OCT_STAGE_TREND_CHART (chart);
  guint panel, line, cycle;
  cairo_rectangle_t around;
  OctTrendLayout layout;
  double reach = theme->size_small * 0.55;

  if (!oct_trend_find (self, datum, &panel, &line, &cycle))
    return;
  oct_trend_get_layout (self, width, height, theme, &layout);
  around.x = oct_trend_column_x (&layout, panel, cycle) + 1;
  around.width = layout.column - 2;
  around.y = oct_trend_line_y (self, &layout, panel, line,
                               self->panels[panel].lines[line].stages[cycle])
             - reach;
  around.height = 2 * reach;
  oct_stage_draw_focus (cr, theme, &around, focused);
}

static int
oct_stage_trend_chart_hit (OctChart *chart, double width, double height, const OctChartTheme *theme,
                           double x, double y)
{
  OctStageTrendChart *self = OCT_STAGE_TREND_CHART (chart);
  int first = 0, best = OCT_CHART_NONE, n = self->cycles->len;
  OctTrendLayout layout;
  double nearest;

  if (oct_stage_trend_chart_n_data (chart) == 0)
    return OCT_CHART_NONE;
  oct_trend_get_layout (self, width, height, theme, &layout);
  nearest = layout.band * 0.75;
  for (guint panel = 0; panel < self->n_panels; panel++)
    {
      int cycle = (int) floor ((x - oct_trend_column_x (&layout, panel, 0)) / layout.column);

      for (guint line = 0; cycle >= 0 && cycle < n && line < self->panels[panel].n_lines; line++)
        {
          double away = fabs (y
                              - oct_trend_line_y (self, &layout, panel, line,
                                                  self->panels[panel].lines[line].stages[cycle]));

          if (away < nearest)
            {
              nearest = away;
              best = first + line * n + cycle;
            }
        }
      first += self->panels[panel].n_lines * n;
    }
  return best;
}

static int
oct_stage_trend_chart_walk (OctChart *chart, int from, OctChartStep step)
{
  OctStageTrendChart *self = OCT_STAGE_TREND_CHART (chart);
  int n = self->cycles->len, n_data = oct_stage_trend_chart_n_data (chart), next;

  if (n_data == 0)
    return OCT_CHART_NONE;
  if (step == OCT_CHART_LAST)
    return n_data - 1;
  if (step == OCT_CHART_FIRST || from == OCT_CHART_NONE)
    return 0;
  if (step == OCT_CHART_LEFT)
    return from % n > 0 ? from - 1 : from;
  if (step == OCT_CHART_RIGHT)
    return from % n < n - 1 ? from + 1 : from;
  next = from + (step == OCT_CHART_UP ? -n : n);
  return next < 0 || next >= n_data ? from : next;
}

static const char *
oct_stage_trend_chart_datum_id (OctChart *chart, int datum)
{
  OctStageTrendChart *self = OCT_STAGE_TREND_CHART (chart);
  guint panel, line, cycle;

  return oct_trend_find (self, datum, &panel, &line, &cycle) ? self->panels[panel].lines[line].id
                                                             : NULL;
}

static double
oct_stage_trend_chart_natural_height (OctChart *chart, double width, const OctChartTheme *theme)
{
  return oct_trend_natural_height (OCT_STAGE_TREND_CHART (chart), width, theme);
}

static void
oct_stage_trend_chart_finalize (GObject *object)
{
  OctStageTrendChart *self = OCT_STAGE_TREND_CHART (object);

  clear_panels (self);
  g_ptr_array_unref (self->cycles);
  oct_stages_clear (&self->stages);

  G_OBJECT_CLASS (oct_stage_trend_chart_parent_class)->finalize (object);
}

static void
oct_stage_trend_chart_class_init (OctStageTrendChartClass *klass)
{
  OctChartClass *chart_class = OCT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_stage_trend_chart_finalize;
  chart_class->draw = oct_stage_trend_chart_draw;
  chart_class->draw_overlay = oct_stage_trend_chart_draw_overlay;
  chart_class->hit = oct_stage_trend_chart_hit;
  chart_class->walk = oct_stage_trend_chart_walk;
  chart_class->describe = oct_trend_describe;
  chart_class->describe_datum = oct_trend_describe_datum;
  chart_class->table = oct_trend_table;
  chart_class->n_data = oct_stage_trend_chart_n_data;
  chart_class->datum_id = oct_stage_trend_chart_datum_id;
  chart_class->natural_height = oct_stage_trend_chart_natural_height;
  chart_class->suggest_title = oct_trend_suggest_title;
}

static void
oct_stage_trend_chart_init (OctStageTrendChart *self)
{
  self->cycles = g_ptr_array_new_with_free_func ((GDestroyNotify) cycle_free);
}

/**
 * oct_stage_trend_chart_new:
 *
 * Returns: (transfer full): a chart without stages, cycles or panels
 */
OctStageTrendChart *
oct_stage_trend_chart_new (void)
{
  return g_object_new (OCT_TYPE_STAGE_TREND_CHART, NULL);
}

/**
 * oct_stage_trend_chart_set_stages:
 * @self: a trend chart
 * @names: (array zero-terminated=1): the steps from first to last, 3 to %OCT_STAGES_MAX
 *
 * Sets what the stages are called, and removes all panels.
 */
void
oct_stage_trend_chart_set_stages (OctStageTrendChart *self, const char *const *names)
{
  g_return_if_fail (OCT_IS_STAGE_TREND_CHART (self));
  g_return_if_fail (names != NULL);

  clear_panels (self);
  oct_stages_set (&self->stages, names);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_stage_trend_chart_add_cycle:
 * @self: a trend chart
 * @id: (nullable): a key of the caller's
 * @name: what stands below its column
 * @note: (nullable): why nothing can be compared with the cycles before
 *
 * Adds a cycle after the others, and removes all panels.
 */
void
oct_stage_trend_chart_add_cycle (OctStageTrendChart *self, const char *id, const char *name,
                                 const char *note)
{
  OctTrendCycle *cycle;

  g_return_if_fail (OCT_IS_STAGE_TREND_CHART (self));

  clear_panels (self);
  cycle = g_new0 (OctTrendCycle, 1);
  cycle->id = g_strdup (id);
  cycle->name = g_strdup (name != NULL ? name : "");
  cycle->note = g_strdup (note);
  g_ptr_array_add (self->cycles, cycle);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_stage_trend_chart_set_element:
 * @self: a trend chart
 * @id: (nullable): a key of the caller's
 * @number: 1 to 8, or 0 for none
 * @name: short
 *
 * Removes all panels and begins the only one.
 */
void
oct_stage_trend_chart_set_element (OctStageTrendChart *self, const char *id, guint number,
                                   const char *name)
{
  g_return_if_fail (OCT_IS_STAGE_TREND_CHART (self));

  clear_panels (self);
  oct_stage_trend_chart_add_element (self, id, number, name);
}

/**
 * oct_stage_trend_chart_add_element:
 * @self: a trend chart
 * @id: (nullable): a key of the caller's
 * @number: 1 to 8, or 0 for none
 * @name: short
 *
 * Begins a further panel. Lines, target and counts that are set from here on belong to it.
 *
 * Returns: %FALSE when there are already %OCT_STAGE_TREND_MAX_PANELS
 */
gboolean
oct_stage_trend_chart_add_element (OctStageTrendChart *self, const char *id, guint number,
                                   const char *name)
{
  g_return_val_if_fail (OCT_IS_STAGE_TREND_CHART (self), FALSE);

  if (self->n_panels == OCT_STAGE_TREND_MAX_PANELS)
    return FALSE;
  self->panels[self->n_panels++] = (OctTrendPanel) { .id = g_strdup (id),
                                                     .name = g_strdup (name != NULL ? name : ""),
                                                     .number = number <= 8 ? number : 0,
                                                     .target = OCT_STAGE_NOT_JUDGED };
  oct_chart_changed (OCT_CHART (self));
  return TRUE;
}

static int *
copy_stages (OctStageTrendChart *self, const int *stages)
{
  int *copy = g_new (int, MAX (self->cycles->len, 1));

  for (guint i = 0; i < self->cycles->len; i++)
    copy[i] = stages != NULL ? oct_stages_check (&self->stages, stages[i]) : OCT_STAGE_NOT_JUDGED;
  return copy;
}

/**
 * oct_stage_trend_chart_add_line:
 * @self: a trend chart with a panel
 * @id: (nullable): handed back when the line is activated
 * @name: (nullable): whose view it is
 * @hue: an element's number, 0 for a line of comparison
 * @stages: a stage or %OCT_STAGE_NOT_JUDGED for each cycle
 * @own: (nullable): the same for the view that was held by those who were judged
 *
 * Adds a line to the last panel.
 *
 * Returns: %FALSE when it has %OCT_STAGE_TREND_MAX_LINES, or when there is no panel
 */
gboolean
oct_stage_trend_chart_add_line (OctStageTrendChart *self, const char *id, const char *name,
                                guint hue, const int *stages, const int *own)
{
  OctTrendPanel *panel;

  g_return_val_if_fail (OCT_IS_STAGE_TREND_CHART (self), FALSE);
  g_return_val_if_fail (stages != NULL, FALSE);

  if (self->n_panels == 0)
    return FALSE;
  panel = &self->panels[self->n_panels - 1];
  if (panel->n_lines == OCT_STAGE_TREND_MAX_LINES)
    return FALSE;
  panel->lines[panel->n_lines++] = (OctTrendLine) { g_strdup (id), g_strdup (name),
                                                    hue <= 8 ? hue : 0, copy_stages (self, stages),
                                                    copy_stages (self, own) };
  oct_chart_changed (OCT_CHART (self));
  return TRUE;
}

/**
 * oct_stage_trend_chart_set_target:
 * @self: a trend chart with a panel
 * @stage: a stage, or %OCT_STAGE_NOT_JUDGED for no target
 * @name: (nullable): by when, such as "July 2027"
 *
 * Sets what the last panel's element is meant to get to.
 */
void
oct_stage_trend_chart_set_target (OctStageTrendChart *self, int stage, const char *name)
{
  OctTrendPanel *panel;

  g_return_if_fail (OCT_IS_STAGE_TREND_CHART (self));
  g_return_if_fail (self->n_panels > 0);

  panel = &self->panels[self->n_panels - 1];
  panel->target = oct_stages_check (&self->stages, stage);
  g_free (panel->target_name);
  panel->target_name = g_strdup (name);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_stage_trend_chart_set_counts:
 * @self: a trend chart with a panel
 * @cycle: a cycle's index, from 0
 * @stage: a stage or %OCT_STAGE_NOT_JUDGED
 * @n: how many are at it
 *
 * Sets a numbered disc behind the last panel's lines.
 */
void
oct_stage_trend_chart_set_counts (OctStageTrendChart *self, guint cycle, int stage, guint n)
{
  OctTrendPanel *panel;

  g_return_if_fail (OCT_IS_STAGE_TREND_CHART (self));
  g_return_if_fail (self->n_panels > 0);
  g_return_if_fail (cycle < self->cycles->len);

  panel = &self->panels[self->n_panels - 1];
  if (panel->counts == NULL)
    panel->counts = g_new0 (guint, self->cycles->len * (self->stages.n + 1));
  panel->counts[cycle * (self->stages.n + 1) + oct_stages_check (&self->stages, stage) + 1] = n;
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_stage_trend_chart_clear:
 * @self: a trend chart
 *
 * Removes panels and cycles.
 */
void
oct_stage_trend_chart_clear (OctStageTrendChart *self)
{
  g_return_if_fail (OCT_IS_STAGE_TREND_CHART (self));

  clear_panels (self);
  g_ptr_array_set_size (self->cycles, 0);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_stage_trend_chart_datum_cycle:
 * @self: a trend chart
 * @datum: one of its data
 *
 * Returns: (nullable): the id of its cycle
 */
const char *
oct_stage_trend_chart_datum_cycle (OctStageTrendChart *self, int datum)
{
  guint panel, line, cycle;

  g_return_val_if_fail (OCT_IS_STAGE_TREND_CHART (self), NULL);

  return oct_trend_find (self, datum, &panel, &line, &cycle) ? oct_trend_cycle (self, cycle)->id
                                                             : NULL;
}

/**
 * oct_stage_trend_chart_datum_element:
 * @self: a trend chart
 * @datum: one of its data
 *
 * Returns: (nullable): the id of its element
 */
const char *
oct_stage_trend_chart_datum_element (OctStageTrendChart *self, int datum)
{
  guint panel, line, cycle;

  g_return_val_if_fail (OCT_IS_STAGE_TREND_CHART (self), NULL);

  return oct_trend_find (self, datum, &panel, &line, &cycle) ? self->panels[panel].id : NULL;
}
