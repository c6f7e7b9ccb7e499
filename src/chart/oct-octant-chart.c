/* The octant: its data, and what is pointed at or walked to.
 *
 * Data are numbered sector by sector, then school by school: the datum of school s in sector i is
 * (s + 1) × sectors + i. Left and right go round the wheel, with the same school where one is
 * followed; up and down go outwards and inwards through a sector's dots, in the order of rings.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-octant-private.h"

G_DEFINE_FINAL_TYPE (OctOctantChart, oct_octant_chart, OCT_TYPE_CHART)

static void
changed (OctOctantChart *self)
{
  g_clear_pointer (&self->layout, oct_octant_layout_free);
  oct_chart_changed (OCT_CHART (self));
}

const OctOctantSchool *
oct_octant_school (OctOctantChart *self, guint index)
{
  return g_ptr_array_index (self->data.schools, index);
}

int
oct_octant_find_chosen (OctOctantChart *self)
{
  for (guint i = 0; i < self->data.schools->len && self->data.chosen != NULL; i++)
    {
      if (g_strcmp0 (oct_octant_school (self, i)->id, self->data.chosen) == 0)
        return i;
    }
  return -1;
}

int
oct_octant_school_stage (OctOctantChart *self, guint school, guint sector)
{
  return self->data.parts[sector].by_schools ? oct_octant_school (self, school)->stages[sector]
                                             : OCT_STAGE_NOT_JUDGED;
}

static gboolean
is_empty (OctOctantChart *self)
{
  return self->data.n_parts == 0 || self->data.stages.n == 0;
}

static guint
oct_octant_chart_n_data (OctChart *chart)
{
  OctOctantChart *self = OCT_OCTANT_CHART (chart);

  return is_empty (self) ? 0 : self->data.n_parts * (1 + self->data.schools->len);
}

static void
oct_octant_chart_draw (OctChart *chart, cairo_t *cr, double width, double height,
                       const OctChartTheme *theme)
{
  OctOctantChart *self = OCT_OCTANT_CHART (chart);

  if (is_empty (self))
    {
      oct_chart_text_at (cr, theme, OCT_TEXT_NORMAL, _("Nothing to show"), width / 2, height / 2,
                         0.5, theme->ink_soft);
      return;
    }
  oct_octant_draw (self, cr, oct_octant_get_layout (self, width, height, theme));
}

static void
oct_octant_chart_draw_overlay (OctChart *chart, cairo_t *cr, double width, double height,
                               const OctChartTheme *theme, int datum, gboolean focused)
{
  OctOctantChart *self = OCT_OCTANT_CHART (chart);

  if (datum < 0 || datum >= (int) oct_octant_chart_n_data (chart))
    return;
  oct_octant_draw_overlay (self, cr, oct_octant_get_layout (self, width, height, theme), datum,
                           focused);
}

/* The dot at a point, the nearest if several are in reach. */
static int
hit_dot (OctOctantChart *self, const OctOctantLayout *layout, double x, double y)
{
  double nearest = layout->dot * 1.5;
  int found = OCT_CHART_NONE;

  for (guint i = 0; i < layout->dots->len; i++)
    {
      const OctOctantDot *dot = &g_array_index (layout->dots, OctOctantDot, i);
      double distance = hypot (dot->x - x, dot->y - y);

      if (distance <= nearest)
        {
          nearest = distance;
          found = (dot->school + 1) * self->data.n_parts + dot->sector;
        }
    }
  return found;
}

static int
oct_octant_chart_hit (OctChart *chart, double width, double height, const OctChartTheme *theme,
                      double x, double y)
{
  OctOctantChart *self = OCT_OCTANT_CHART (chart);
  const OctOctantLayout *layout;
  int found;

  if (is_empty (self))
    return OCT_CHART_NONE;
  layout = oct_octant_get_layout (self, width, height, theme);
  found = hit_dot (self, layout, x, y);
  if (found != OCT_CHART_NONE)
    return found;
  for (guint i = 0; i < self->data.n_parts; i++)
    {
      const OctOctantLabel *label = &layout->labels[i];

      if (label->name != NULL && x >= label->x && x < label->x + label->width && y >= label->y
          && y < label->y + label->height)
        return i;
    }
  return oct_octant_wheel_at (&layout->wheel, x, y, NULL);
}

/* The school after (or before) a stage and place among the dots of a sector; -1 if there is none. */
static int
next_school (OctOctantChart *self, guint sector, int stage, int school, int direction)
{
  int n_schools = self->data.schools->len;

  for (int ring = stage; ring >= 0 && ring < (int) self->data.stages.n; ring += direction)
    {
      int start = ring == stage ? school + direction : direction > 0 ? 0 : n_schools - 1;

      for (int i = start; i >= 0 && i < n_schools; i += direction)
        {
          if (oct_octant_school_stage (self, i, sector) == ring)
            return i;
        }
    }
  return -1;
}

static int
walk_along (OctOctantChart *self, int from, int direction)
{
  int n = self->data.n_parts, sector = from % n, school = from / n - 1, next;

  if (school < 0)
    next = direction > 0 ? next_school (self, sector, 0, -1, 1) : -1;
  else
    {
      int stage = oct_octant_school_stage (self, school, sector);

      next = stage == OCT_STAGE_NOT_JUDGED ? -1
                                           : next_school (self, sector, stage, school, direction);
    }
  if (next >= 0)
    return (next + 1) * n + sector;
  return direction > 0 ? from : sector;
}

static int
walk_round (OctOctantChart *self, int from, int direction)
{
  int n = self->data.n_parts, sector = (from % n + direction + n) % n, school = from / n - 1;

  if (school >= 0 && oct_octant_school_stage (self, school, sector) != OCT_STAGE_NOT_JUDGED)
    return (school + 1) * n + sector;
  return sector;
}

static int
oct_octant_chart_walk (OctChart *chart, int from, OctChartStep step)
{
  OctOctantChart *self = OCT_OCTANT_CHART (chart);

  if (is_empty (self))
    return OCT_CHART_NONE;
  if (step == OCT_CHART_LAST)
    return self->data.n_parts - 1;
  if (step == OCT_CHART_FIRST || from < 0 || from >= (int) oct_octant_chart_n_data (chart))
    return 0;
  if (step == OCT_CHART_LEFT || step == OCT_CHART_RIGHT)
    return walk_round (self, from, step == OCT_CHART_RIGHT ? 1 : -1);
  return walk_along (self, from, step == OCT_CHART_UP ? 1 : -1);
}

static char *
oct_octant_chart_describe (OctChart *chart)
{
  return oct_octant_describe (OCT_OCTANT_CHART (chart));
}

static char *
oct_octant_chart_describe_datum (OctChart *chart, int datum)
{
  return oct_octant_describe_datum (OCT_OCTANT_CHART (chart), datum);
}

static OctChartTable *
oct_octant_chart_table (OctChart *chart)
{
  return oct_octant_table (OCT_OCTANT_CHART (chart));
}

static const char *
oct_octant_chart_datum_id (OctChart *chart, int datum)
{
  OctOctantChart *self = OCT_OCTANT_CHART (chart);

  if (datum < 0 || datum >= (int) oct_octant_chart_n_data (chart))
    return NULL;
  return datum < (int) self->data.n_parts
           ? self->data.parts[datum].id
           : oct_octant_school (self, datum / self->data.n_parts - 1)->id;
}

static double
oct_octant_chart_natural_height (OctChart *chart, double width, const OctChartTheme *theme)
{
  return oct_octant_natural_height (OCT_OCTANT_CHART (chart), width, theme);
}

static char *
oct_octant_chart_suggest (OctChart *chart)
{
  return oct_octant_suggest_title (OCT_OCTANT_CHART (chart));
}

static void
oct_octant_chart_finalize (GObject *object)
{
  OctOctantChart *self = OCT_OCTANT_CHART (object);

  oct_octant_data_finalize (&self->data);
  g_free (self->target_name);
  g_clear_pointer (&self->layout, oct_octant_layout_free);

  G_OBJECT_CLASS (oct_octant_chart_parent_class)->finalize (object);
}

static void
oct_octant_chart_class_init (OctOctantChartClass *klass)
{
  OctChartClass *chart_class = OCT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_octant_chart_finalize;
  chart_class->draw = oct_octant_chart_draw;
  chart_class->draw_overlay = oct_octant_chart_draw_overlay;
  chart_class->hit = oct_octant_chart_hit;
  chart_class->walk = oct_octant_chart_walk;
  chart_class->describe = oct_octant_chart_describe;
  chart_class->describe_datum = oct_octant_chart_describe_datum;
  chart_class->table = oct_octant_chart_table;
  chart_class->n_data = oct_octant_chart_n_data;
  chart_class->datum_id = oct_octant_chart_datum_id;
  chart_class->natural_height = oct_octant_chart_natural_height;
  chart_class->suggest_title = oct_octant_chart_suggest;
}

static void
oct_octant_chart_init (OctOctantChart *self)
{
  oct_octant_data_init (&self->data);
}

/**
 * oct_octant_chart_new:
 *
 * Returns: (transfer full): an octant without stages, sectors and schools
 */
OctOctantChart *
oct_octant_chart_new (void)
{
  return g_object_new (OCT_TYPE_OCTANT_CHART, NULL);
}

/**
 * oct_octant_chart_set_stages:
 * @self: an octant
 * @names: (array zero-terminated=1): 3 to %OCT_STAGES_MAX names, the innermost ring's first
 *
 * Sets what rings there are, and takes away sectors and schools.
 */
void
oct_octant_chart_set_stages (OctOctantChart *self, const char *const *names)
{
  g_return_if_fail (OCT_IS_OCTANT_CHART (self));
  g_return_if_fail (names != NULL);

  oct_octant_data_set_stages (&self->data, names);
  changed (self);
}

/**
 * oct_octant_chart_add_sector:
 * @self: an octant whose stages are set, without schools
 * @sector: what it shows; copied. A stage that doesn't exist counts as not judged
 *
 * Adds a sector clockwise after the others. Beyond %OCT_OCTANT_MAX_SECTORS it is left out.
 */
void
oct_octant_chart_add_sector (OctOctantChart *self, const OctOctantSector *sector)
{
  g_return_if_fail (OCT_IS_OCTANT_CHART (self));
  g_return_if_fail (sector != NULL);
  g_return_if_fail (self->data.schools->len == 0);

  if (oct_octant_data_add_part (&self->data, sector))
    changed (self);
}

/**
 * oct_octant_chart_add_school:
 * @self: an octant with all its sectors
 * @id: (nullable): handed back when one of its dots is activated
 * @name: its name
 * @stages: a stage for each sector, %OCT_STAGE_NOT_JUDGED where there is none
 * @previous: (nullable): the same of the cycle before
 *
 * Adds a school: a dot in each sector that schools judge.
 */
void
oct_octant_chart_add_school (OctOctantChart *self, const char *id, const char *name,
                             const int *stages, const int *previous)
{
  g_return_if_fail (OCT_IS_OCTANT_CHART (self));
  g_return_if_fail (stages != NULL);

  oct_octant_data_add_school (&self->data, id, name, stages, previous);
  changed (self);
}

/**
 * oct_octant_chart_set_chosen:
 * @self: an octant
 * @school_id: (nullable): the id of a school
 *
 * Fills the dots of one school and names its stages beside the sectors.
 */
void
oct_octant_chart_set_chosen (OctOctantChart *self, const char *school_id)
{
  g_return_if_fail (OCT_IS_OCTANT_CHART (self));

  if (oct_octant_data_set_chosen (&self->data, school_id))
    changed (self);
}

/**
 * oct_octant_chart_set_view_names:
 * @self: an octant
 * @now_name: (nullable): the cycle that is shown, such as "summer 2026"
 * @previous_name: (nullable): the cycle before
 *
 * Names the cycles, as they stand within a sentence.
 */
void
oct_octant_chart_set_view_names (OctOctantChart *self, const char *now_name,
                                 const char *previous_name)
{
  g_return_if_fail (OCT_IS_OCTANT_CHART (self));

  oct_octant_data_set_view_names (&self->data, now_name, previous_name);
  changed (self);
}

/**
 * oct_octant_chart_set_target_name:
 * @self: an octant
 * @target_name: (nullable): a date, such as "July 2027"
 *
 * Says when targets are to be reached.
 */
void
oct_octant_chart_set_target_name (OctOctantChart *self, const char *target_name)
{
  g_return_if_fail (OCT_IS_OCTANT_CHART (self));

  g_free (self->target_name);
  self->target_name = g_strdup (target_name);
  changed (self);
}

/**
 * oct_octant_chart_clear:
 * @self: an octant
 *
 * Takes away sectors and schools; stages and names stay.
 */
void
oct_octant_chart_clear (OctOctantChart *self)
{
  g_return_if_fail (OCT_IS_OCTANT_CHART (self));

  oct_octant_data_clear (&self->data);
  changed (self);
}

/**
 * oct_octant_chart_suggest_title:
 * @self: an octant
 *
 * Returns: (transfer full) (nullable): the finding: what moved since the cycle before, or else how
 *   many elements have come how far; %NULL without sectors
 */
char *
oct_octant_chart_suggest_title (OctOctantChart *self)
{
  g_return_val_if_fail (OCT_IS_OCTANT_CHART (self), NULL);

  return oct_octant_suggest_title (self);
}
