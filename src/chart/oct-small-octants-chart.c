/* Small octants: their data, and the grid that is pointed at and walked through.
 *
 * A datum is a school, numbered as it was given.
 */
#include <glib/gi18n.h>

#include "oct-small-octants-private.h"

G_DEFINE_FINAL_TYPE (OctSmallOctantsChart, oct_small_octants_chart, OCT_TYPE_CHART)

static void
changed (OctSmallOctantsChart *self)
{
  oct_small_octants_layout_free (self);
  oct_chart_changed (OCT_CHART (self));
}

const OctOctantSchool *
oct_small_octants_school (OctSmallOctantsChart *self, guint index)
{
  return g_ptr_array_index (self->data.schools, index);
}

static guint
oct_small_octants_chart_n_data (OctChart *chart)
{
  OctSmallOctantsChart *self = OCT_SMALL_OCTANTS_CHART (chart);

  return self->data.n_parts == 0 || self->data.stages.n == 0 ? 0 : self->data.schools->len;
}

static void
oct_small_octants_chart_draw (OctChart *chart, cairo_t *cr, double width, double height,
                              const OctChartTheme *theme)
{
  OctSmallOctantsChart *self = OCT_SMALL_OCTANTS_CHART (chart);

  if (oct_small_octants_chart_n_data (chart) == 0)
    {
      oct_chart_text_at (cr, theme, OCT_TEXT_NORMAL, _("Nothing to show"), width / 2, height / 2,
                         0.5, theme->ink_soft);
      return;
    }
  oct_small_octants_draw (self, cr, oct_small_octants_get_layout (self, width, height, theme));
}

static void
oct_small_octants_chart_draw_overlay (OctChart *chart, cairo_t *cr, double width, double height,
                                      const OctChartTheme *theme, int datum, gboolean focused)
{
  OctSmallOctantsChart *self = OCT_SMALL_OCTANTS_CHART (chart);
  cairo_rectangle_t cell;

  if (datum < 0 || datum >= (int) oct_small_octants_chart_n_data (chart))
    return;
  oct_small_octants_get_cell (oct_small_octants_get_layout (self, width, height, theme), datum,
                              &cell);
  cell = (cairo_rectangle_t) { cell.x + 3, cell.y + 3, cell.width - 6, cell.height - 6 };
  oct_stage_draw_focus (cr, theme, &cell, focused);
}

static int
oct_small_octants_chart_hit (OctChart *chart, double width, double height,
                             const OctChartTheme *theme, double x, double y)
{
  OctSmallOctantsChart *self = OCT_SMALL_OCTANTS_CHART (chart);
  const OctSmallOctantsLayout *layout;
  int column, row;
  guint index;

  if (oct_small_octants_chart_n_data (chart) == 0)
    return OCT_CHART_NONE;
  layout = oct_small_octants_get_layout (self, width, height, theme);
  column = (int) (x / layout->cell_width);
  row = (int) ((y - layout->top) / layout->cell_height);
  if (x < 0 || y < layout->top || column >= (int) layout->n_columns)
    return OCT_CHART_NONE;
  index = row * layout->n_columns + column;
  return index < self->data.schools->len ? (int) index : OCT_CHART_NONE;
}

/* Up and down follow the grid that was drawn last; before any drawing they go one by one. */
static int
oct_small_octants_chart_walk (OctChart *chart, int from, OctChartStep step)
{
  OctSmallOctantsChart *self = OCT_SMALL_OCTANTS_CHART (chart);
  int n = oct_small_octants_chart_n_data (chart), next;
  int columns = self->layout != NULL ? (int) self->layout->n_columns : 1;

  if (n == 0)
    return OCT_CHART_NONE;
  if (step == OCT_CHART_LAST)
    return n - 1;
  if (step == OCT_CHART_FIRST || from < 0 || from >= n)
    return 0;
  next = from
         + (step == OCT_CHART_LEFT    ? -1
            : step == OCT_CHART_RIGHT ? 1
            : step == OCT_CHART_UP    ? -columns
                                      : columns);
  return next < 0 || next >= n ? from : next;
}

static char *
oct_small_octants_chart_describe (OctChart *chart)
{
  return oct_small_octants_describe (OCT_SMALL_OCTANTS_CHART (chart));
}

static char *
oct_small_octants_chart_describe_datum (OctChart *chart, int datum)
{
  return oct_small_octants_describe_datum (OCT_SMALL_OCTANTS_CHART (chart), datum);
}

static OctChartTable *
oct_small_octants_chart_table (OctChart *chart)
{
  return oct_small_octants_table (OCT_SMALL_OCTANTS_CHART (chart));
}

static const char *
oct_small_octants_chart_datum_id (OctChart *chart, int datum)
{
  if (datum < 0 || datum >= (int) oct_small_octants_chart_n_data (chart))
    return NULL;
  return oct_small_octants_school (OCT_SMALL_OCTANTS_CHART (chart), datum)->id;
}

static double
oct_small_octants_chart_natural_height (OctChart *chart, double width, const OctChartTheme *theme)
{
  return oct_small_octants_natural_height (OCT_SMALL_OCTANTS_CHART (chart), width, theme);
}

static char *
oct_small_octants_chart_suggest (OctChart *chart)
{
  return oct_small_octants_suggest_title (OCT_SMALL_OCTANTS_CHART (chart));
}

static void
oct_small_octants_chart_finalize (GObject *object)
{
  OctSmallOctantsChart *self = OCT_SMALL_OCTANTS_CHART (object);

  oct_small_octants_layout_free (self);
  oct_octant_data_finalize (&self->data);

  G_OBJECT_CLASS (oct_small_octants_chart_parent_class)->finalize (object);
}

static void
oct_small_octants_chart_class_init (OctSmallOctantsChartClass *klass)
{
  OctChartClass *chart_class = OCT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_small_octants_chart_finalize;
  chart_class->draw = oct_small_octants_chart_draw;
  chart_class->draw_overlay = oct_small_octants_chart_draw_overlay;
  chart_class->hit = oct_small_octants_chart_hit;
  chart_class->walk = oct_small_octants_chart_walk;
  chart_class->describe = oct_small_octants_chart_describe;
  chart_class->describe_datum = oct_small_octants_chart_describe_datum;
  chart_class->table = oct_small_octants_chart_table;
  chart_class->n_data = oct_small_octants_chart_n_data;
  chart_class->datum_id = oct_small_octants_chart_datum_id;
  chart_class->natural_height = oct_small_octants_chart_natural_height;
  chart_class->suggest_title = oct_small_octants_chart_suggest;
}

static void
oct_small_octants_chart_init (OctSmallOctantsChart *self)
{
  oct_octant_data_init (&self->data);
}

/**
 * oct_small_octants_chart_new:
 *
 * Returns: (transfer full): a chart without stages, sectors and schools
 */
OctSmallOctantsChart *
oct_small_octants_chart_new (void)
{
  return g_object_new (OCT_TYPE_SMALL_OCTANTS_CHART, NULL);
}

/**
 * oct_small_octants_chart_set_stages:
 * @self: small octants
 * @names: (array zero-terminated=1): 3 to %OCT_STAGES_MAX names, the innermost ring's first
 *
 * Sets what rings there are, and takes away sectors and schools.
 */
void
oct_small_octants_chart_set_stages (OctSmallOctantsChart *self, const char *const *names)
{
  g_return_if_fail (OCT_IS_SMALL_OCTANTS_CHART (self));
  g_return_if_fail (names != NULL);

  oct_octant_data_set_stages (&self->data, names);
  changed (self);
}

/**
 * oct_small_octants_chart_add_sector:
 * @self: small octants whose stages are set, without schools
 * @id: (nullable): the element's
 * @number: 1 to 8
 * @name: a short name
 * @judged: whether schools judge it
 *
 * Adds a sector clockwise after the others. Beyond %OCT_OCTANT_MAX_SECTORS it is left out.
 */
void
oct_small_octants_chart_add_sector (OctSmallOctantsChart *self, const char *id, guint number,
                                    const char *name, gboolean judged)
{
  const OctOctantSector sector = { .id = id, .number = number, .name = name, .by_schools = judged };

  g_return_if_fail (OCT_IS_SMALL_OCTANTS_CHART (self));
  g_return_if_fail (self->data.schools->len == 0);

  if (oct_octant_data_add_part (&self->data, &sector))
    changed (self);
}

/**
 * oct_small_octants_chart_add_school:
 * @self: small octants with all their sectors
 * @id: (nullable): handed back when the school is activated
 * @name: its name
 * @stages: a stage for each sector, %OCT_STAGE_NOT_JUDGED where there is none
 * @previous: (nullable): the same of the cycle before
 *
 * Adds a school after the others.
 */
void
oct_small_octants_chart_add_school (OctSmallOctantsChart *self, const char *id, const char *name,
                                    const int *stages, const int *previous)
{
  g_return_if_fail (OCT_IS_SMALL_OCTANTS_CHART (self));
  g_return_if_fail (stages != NULL);

  oct_octant_data_add_school (&self->data, id, name, stages, previous);
  changed (self);
}

/**
 * oct_small_octants_chart_clear:
 * @self: small octants
 *
 * Takes away sectors and schools; stages and names stay.
 */
void
oct_small_octants_chart_clear (OctSmallOctantsChart *self)
{
  g_return_if_fail (OCT_IS_SMALL_OCTANTS_CHART (self));

  oct_octant_data_clear (&self->data);
  changed (self);
}

/**
 * oct_small_octants_chart_set_chosen:
 * @self: small octants
 * @school_id: (nullable): the id of a school
 *
 * Marks one school.
 */
void
oct_small_octants_chart_set_chosen (OctSmallOctantsChart *self, const char *school_id)
{
  g_return_if_fail (OCT_IS_SMALL_OCTANTS_CHART (self));

  if (oct_octant_data_set_chosen (&self->data, school_id))
    changed (self);
}

/**
 * oct_small_octants_chart_set_view_names:
 * @self: small octants
 * @now_name: (nullable): the cycle that is shown, such as "summer 2026"
 * @previous_name: (nullable): the cycle before
 *
 * Names the cycles, as they stand within a sentence.
 */
void
oct_small_octants_chart_set_view_names (OctSmallOctantsChart *self, const char *now_name,
                                        const char *previous_name)
{
  g_return_if_fail (OCT_IS_SMALL_OCTANTS_CHART (self));

  oct_octant_data_set_view_names (&self->data, now_name, previous_name);
  changed (self);
}
