/* A few readings of one element side by side: the data, and the questions every chart answers.
 *
 * A reading is pointed at anywhere in its column or line, words included.
 */
#include "oct-resiliences-private.h"

G_DEFINE_FINAL_TYPE (OctResiliencesChart, oct_resiliences_chart, OCT_TYPE_CHART)

static void
clear_readings (OctResiliencesChart *self)
{
  for (guint i = 0; i < self->n_readings; i++)
    {
      g_clear_pointer (&self->readings[i].id, g_free);
      g_clear_pointer (&self->readings[i].name, g_free);
      g_clear_pointer (&self->readings[i].indicator, g_free);
    }
  self->n_readings = 0;
}

OctColour
oct_resiliences_colour (OctResiliencesChart *self, const OctChartTheme *theme)
{
  return oct_chart_theme_element (theme, self->number);
}

static void
oct_resiliences_chart_draw (OctChart *chart, cairo_t *cr, double width, double height,
                            const OctChartTheme *theme)
{
  oct_resiliences_draw (OCT_RESILIENCES_CHART (chart), cr, width, height, theme);
}

static void
oct_resiliences_chart_draw_overlay (OctChart *chart, cairo_t *cr, double width, double height,
                                    const OctChartTheme *theme, int datum, gboolean focused)
{
  OctResiliencesChart *self = OCT_RESILIENCES_CHART (chart);
  OctResiliencesLayout layout;

  if (datum < 0 || datum >= (int) self->n_readings)
    return;
  oct_resiliences_get_layout (self, width, height, theme, &layout);
  oct_stage_draw_focus (cr, theme, &layout.cells[datum], focused);
}

static int
oct_resiliences_chart_hit (OctChart *chart, double width, double height, const OctChartTheme *theme,
                           double x, double y)
{
  OctResiliencesChart *self = OCT_RESILIENCES_CHART (chart);
  OctResiliencesLayout layout;

  oct_resiliences_get_layout (self, width, height, theme, &layout);
  for (guint i = 0; i < self->n_readings; i++)
    {
      const cairo_rectangle_t *cell = &layout.cells[i];

      if (x >= cell->x && x < cell->x + cell->width && y >= cell->y && y < cell->y + cell->height)
        return i;
    }
  return OCT_CHART_NONE;
}

/* Readings are one after the other, whichever way they are laid. */
static int
oct_resiliences_chart_walk (OctChart *chart, int from, OctChartStep step)
{
  OctResiliencesChart *self = OCT_RESILIENCES_CHART (chart);
  int last = (int) self->n_readings - 1;

  if (last < 0)
    return OCT_CHART_NONE;
  if (step == OCT_CHART_LAST)
    return last;
  if (step == OCT_CHART_FIRST || from == OCT_CHART_NONE)
    return 0;
  return CLAMP (from + (step == OCT_CHART_LEFT || step == OCT_CHART_UP ? -1 : 1), 0, last);
}

static guint
oct_resiliences_chart_n_data (OctChart *chart)
{
  return OCT_RESILIENCES_CHART (chart)->n_readings;
}

static const char *
oct_resiliences_chart_datum_id (OctChart *chart, int datum)
{
  OctResiliencesChart *self = OCT_RESILIENCES_CHART (chart);

  return datum < (int) self->n_readings ? self->readings[datum].id : NULL;
}

static double
oct_resiliences_chart_natural_height (OctChart *chart, double width, const OctChartTheme *theme)
{
  return oct_resiliences_natural_height (OCT_RESILIENCES_CHART (chart), width, theme);
}

static void
oct_resiliences_chart_finalize (GObject *object)
{
  OctResiliencesChart *self = OCT_RESILIENCES_CHART (object);

  clear_readings (self);
  oct_stages_clear (&self->stages);
  g_free (self->previous_name);

  G_OBJECT_CLASS (oct_resiliences_chart_parent_class)->finalize (object);
}

static void
oct_resiliences_chart_class_init (OctResiliencesChartClass *klass)
{
  OctChartClass *chart_class = OCT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_resiliences_chart_finalize;
  chart_class->draw = oct_resiliences_chart_draw;
  chart_class->draw_overlay = oct_resiliences_chart_draw_overlay;
  chart_class->hit = oct_resiliences_chart_hit;
  chart_class->walk = oct_resiliences_chart_walk;
  chart_class->describe = oct_resiliences_describe;
  chart_class->describe_datum = oct_resiliences_describe_datum;
  chart_class->table = oct_resiliences_table;
  chart_class->n_data = oct_resiliences_chart_n_data;
  chart_class->datum_id = oct_resiliences_chart_datum_id;
  chart_class->natural_height = oct_resiliences_chart_natural_height;
  chart_class->suggest_title = oct_resiliences_suggest_title;
}

static void
oct_resiliences_chart_init (OctResiliencesChart *self)
{
  self->number = 3;
}

/**
 * oct_resiliences_chart_new:
 *
 * Returns: (transfer full): a chart without stages or readings
 */
OctResiliencesChart *
oct_resiliences_chart_new (void)
{
  return g_object_new (OCT_TYPE_RESILIENCES_CHART, NULL);
}

/**
 * oct_resiliences_chart_set_stages:
 * @self: a chart of resiliences
 * @names: (array zero-terminated=1): the steps from first to last, 3 to %OCT_STAGES_MAX
 *
 * Sets what the stages are called, and removes all readings.
 */
void
oct_resiliences_chart_set_stages (OctResiliencesChart *self, const char *const *names)
{
  g_return_if_fail (OCT_IS_RESILIENCES_CHART (self));
  g_return_if_fail (names != NULL);

  clear_readings (self);
  oct_stages_set (&self->stages, names);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_resiliences_chart_set_element:
 * @self: a chart of resiliences
 * @number: 1 to 8
 *
 * Sets which element's hue the readings have.
 */
void
oct_resiliences_chart_set_element (OctResiliencesChart *self, guint number)
{
  g_return_if_fail (OCT_IS_RESILIENCES_CHART (self));
  g_return_if_fail (number >= 1 && number <= 8);

  self->number = number;
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_resiliences_chart_add:
 * @self: a chart of resiliences
 * @reading: what is added; copied
 *
 * Adds a reading after the others.
 *
 * Returns: %FALSE when there are already %OCT_RESILIENCES_MAX
 */
gboolean
oct_resiliences_chart_add (OctResiliencesChart *self, const OctResilience *reading)
{
  g_return_val_if_fail (OCT_IS_RESILIENCES_CHART (self), FALSE);
  g_return_val_if_fail (reading != NULL, FALSE);

  if (self->n_readings == OCT_RESILIENCES_MAX)
    return FALSE;
  self->readings[self->n_readings++] = (OctReading) {
    g_strdup (reading->id),
    g_strdup (reading->name != NULL ? reading->name : ""),
    oct_stages_check (&self->stages, reading->stage),
    oct_stages_check (&self->stages, reading->previous),
    oct_stages_check (&self->stages, reading->target),
    reading->confidence,
    g_strdup (reading->indicator),
  };
  oct_chart_changed (OCT_CHART (self));
  return TRUE;
}

/**
 * oct_resiliences_chart_clear:
 * @self: a chart of resiliences
 *
 * Removes all readings.
 */
void
oct_resiliences_chart_clear (OctResiliencesChart *self)
{
  g_return_if_fail (OCT_IS_RESILIENCES_CHART (self));

  clear_readings (self);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_resiliences_chart_set_previous_name:
 * @self: a chart of resiliences
 * @name: (nullable): what the time before is called, such as "Spring 2026"
 *
 * Names the dashed mark.
 */
void
oct_resiliences_chart_set_previous_name (OctResiliencesChart *self, const char *name)
{
  g_return_if_fail (OCT_IS_RESILIENCES_CHART (self));

  g_free (self->previous_name);
  self->previous_name = g_strdup (name);
  oct_chart_changed (OCT_CHART (self));
}
