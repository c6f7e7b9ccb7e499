/* Risks by likelihood and impact: the data, and where they are.
 *
 * Discs of one cell stand in rows within it and shrink until all have room. The list goes beside the
 * cells where the picture is wide, below where it is not.
 */
#include "oct-risk-private.h"

#include <math.h>

#define LIST_LINE 1.65 /* of the type's size */

G_DEFINE_FINAL_TYPE (OctRiskChart, oct_risk_chart, OCT_TYPE_PLACED_CHART)

static void
risk_free (gpointer data)
{
  OctRiskDisc *risk = data;

  g_free (risk->id);
  g_free (risk->name);
  g_free (risk);
}

OctRiskDisc *
oct_risk_map_get (OctRiskChart *self, guint index)
{
  return g_ptr_array_index (self->risks, index);
}

gboolean
oct_risk_map_is_scored (OctRiskPoint point)
{
  return point.likelihood >= 1 && point.likelihood <= OCT_RISK_STEPS && point.impact >= 1
         && point.impact <= OCT_RISK_STEPS;
}

guint
oct_risk_map_score (OctRiskPoint point)
{
  return oct_risk_map_is_scored (point) ? point.likelihood * point.impact : 0;
}

gboolean
oct_risk_map_is_above (const OctRiskDisc *risk)
{
  return risk->appetite > 0 && oct_risk_map_score (risk->now) > risk->appetite;
}

guint
oct_risk_map_get_appetite (OctRiskChart *self)
{
  guint common = 0;

  for (guint i = 0; i < self->risks->len; i++)
    {
      guint appetite = oct_risk_map_get (self, i)->appetite;

      if (appetite > 0 && common > 0 && appetite != common)
        return 0;
      if (appetite > 0)
        common = appetite;
    }
  return common;
}

int
oct_risk_map_get_change (const OctRiskDisc *risk)
{
  guint now = oct_risk_map_score (risk->now), before = oct_risk_map_score (risk->before);

  return now == 0 || before == 0 ? 0 : (now > before) - (now < before);
}

/* How many risks share a cell with the @index-th, and how many of them come before it. */
static guint
count_cell (OctRiskChart *self, guint index, guint *place)
{
  OctRiskPoint point = oct_risk_map_get (self, index)->now;
  guint n = 0;

  *place = 0;
  for (guint i = 0; i < self->risks->len; i++)
    {
      OctRiskPoint other = oct_risk_map_get (self, i)->now;

      if (other.likelihood != point.likelihood || other.impact != point.impact)
        continue;
      *place += i < index;
      n++;
    }
  return n;
}

static guint
columns_for (guint n, double width, double height)
{
  guint columns = 1;

  while (columns < n && width / columns > height / ceil (n / (double) columns))
    columns++;
  return columns;
}

static double
smallest_radius (OctRiskChart *self, const OctRiskLayout *layout, const OctChartTheme *theme)
{
  double radius = theme->size_small * 0.95, width = layout->cell_width - 6,
         height = layout->cell_height - 6;

  for (guint i = 0; i < self->risks->len; i++)
    {
      guint place, n = count_cell (self, i, &place), columns = columns_for (n, width, height);

      if (oct_risk_map_is_scored (oct_risk_map_get (self, i)->now))
        radius = MIN (radius,
                      MIN (width / columns, height / ceil (n / (double) columns)) / 2 - 0.5);
    }
  return MAX (radius, 1);
}

static void
place_list (OctRiskChart *self, double width, double height, const OctChartTheme *theme,
            OctRiskLayout *layout, double grid_right, double grid_bottom)
{
  double room;

  layout->line = ceil (theme->size_text * LIST_LINE);
  layout->list_x = layout->beside ? grid_right + theme->size_text * 2 : 0;
  layout->list_width = width - layout->list_x;
  layout->list_y = layout->beside ? layout->top : grid_bottom;
  room = height - layout->list_y;
  if (layout->line * self->risks->len > room)
    layout->line = MAX (room / MAX (self->risks->len, 1), theme->size_text * 1.15);
  layout->listed = layout->list_width < theme->size_text * 6 || room <= 0
                     ? 0
                     : MIN (self->risks->len, (guint) (room / layout->line + 0.01));
}

void
oct_risk_map_get_layout (OctRiskChart *self, double width, double height,
                         const OctChartTheme *theme, OctRiskLayout *layout)
{
  double small = oct_chart_text_height (theme, OCT_TEXT_SMALL), names = theme->size_small * 1.5,
         foot = small * 2.6, right, bottom, list;

  *layout = (OctRiskLayout) { 0 };
  layout->key = oct_risk_map_lay_key (self, NULL, width, theme);
  layout->beside = width >= theme->size_text * 44;
  for (guint i = 0; self->likelihood != NULL && i < OCT_RISK_STEPS; i++)
    names = MAX (names, oct_chart_text_width (theme, OCT_TEXT_SMALL, self->likelihood[i]));
  layout->left = MIN (names, width * 0.22) + small * 1.5 + theme->size_small * 0.6;
  layout->top = layout->key;
  right = layout->beside ? width * 0.56 : width;
  list = layout->beside ? 0 : MIN (self->risks->len * theme->size_text * LIST_LINE, height * 0.5);
  bottom = MAX (height - foot - list - (list > 0 ? theme->size_text * 0.6 : 0), layout->top + 5);
  layout->cell_width = MAX ((right - layout->left) / OCT_RISK_STEPS, 1);
  layout->cell_height = MAX ((bottom - layout->top) / OCT_RISK_STEPS, 1);
  /* Cells are never much wider than high, nor the other way round. */
  layout->cell_width = MIN (layout->cell_width, layout->cell_height * 1.7);
  layout->cell_height = MIN (layout->cell_height, layout->cell_width * 1.2);
  right = layout->left + layout->cell_width * OCT_RISK_STEPS;
  bottom = layout->top + layout->cell_height * OCT_RISK_STEPS;
  layout->radius = smallest_radius (self, layout, theme);
  place_list (self, width, height, theme, layout, right, bottom + foot + theme->size_text * 0.6);
}

void
oct_risk_map_get_cell (const OctRiskLayout *layout, OctRiskPoint point, cairo_rectangle_t *cell)
{
  *cell = (cairo_rectangle_t) {
    layout->left + (point.impact - 1.0) * layout->cell_width,
    layout->top + ((double) OCT_RISK_STEPS - point.likelihood) * layout->cell_height,
    layout->cell_width,
    layout->cell_height,
  };
}

gboolean
oct_risk_map_get_middle (OctRiskChart *self, const OctRiskLayout *layout, guint index, double *x,
                         double *y)
{
  OctRiskPoint point = oct_risk_map_get (self, index)->now;
  cairo_rectangle_t cell;
  guint place, n, columns, rows;
  double step_x, step_y;

  if (!oct_risk_map_is_scored (point))
    {
      *x = layout->list_x + layout->radius + 1;
      *y = layout->list_y + (index + 0.5) * layout->line;
      return index < layout->listed;
    }
  n = count_cell (self, index, &place);
  columns = columns_for (n, layout->cell_width - 6, layout->cell_height - 6);
  rows = (n + columns - 1) / columns;
  oct_risk_map_get_cell (layout, point, &cell);
  /* Discs stand close together about the middle. */
  step_x = MIN ((cell.width - 6) / columns, layout->radius * 2.25);
  step_y = MIN ((cell.height - 6) / rows, layout->radius * 2.25);
  *x = cell.x + cell.width / 2 + (place % columns - (MIN (columns, n) - 1) / 2.0) * step_x;
  *y = cell.y + cell.height / 2 + (place / columns - (rows - 1) / 2.0) * step_y;
  return TRUE;
}

static void
oct_risk_chart_place (OctPlacedChart *placed, double width, double height,
                      const OctChartTheme *theme, cairo_rectangle_t *places)
{
  OctRiskChart *self = OCT_RISK_CHART (placed);
  OctRiskLayout layout;
  double x, y;

  oct_risk_map_get_layout (self, width, height, theme, &layout);
  for (guint i = 0; i < self->risks->len; i++)
    {
      if (oct_risk_map_get_middle (self, &layout, i, &x, &y))
        places[i] = (cairo_rectangle_t) { x - layout.radius, y - layout.radius, 2 * layout.radius,
                                          2 * layout.radius };
    }
}

/* A line of the list leads to its risk as its disc does. */
static int
oct_risk_chart_hit (OctChart *chart, double width, double height, const OctChartTheme *theme,
                    double x, double y)
{
  OctRiskChart *self = OCT_RISK_CHART (chart);
  OctRiskLayout layout;

  oct_risk_map_get_layout (self, width, height, theme, &layout);
  if (layout.listed > 0 && x >= layout.list_x && y >= layout.list_y)
    {
      int line = (int) ((y - layout.list_y) / layout.line);

      return line < (int) layout.listed ? line : OCT_CHART_NONE;
    }
  return OCT_CHART_CLASS (oct_risk_chart_parent_class)->hit (chart, width, height, theme, x, y);
}

static guint
oct_risk_chart_n_data (OctChart *chart)
{
  return OCT_RISK_CHART (chart)->risks->len;
}

static const char *
oct_risk_chart_datum_id (OctChart *chart, int datum)
{
  OctRiskChart *self = OCT_RISK_CHART (chart);

  return datum < (int) self->risks->len ? oct_risk_map_get (self, datum)->id : NULL;
}

static double
oct_risk_chart_natural_height (OctChart *chart, double width, const OctChartTheme *theme)
{
  OctRiskChart *self = OCT_RISK_CHART (chart);
  double list = self->risks->len * ceil (theme->size_text * LIST_LINE), grid;

  if (self->risks->len == 0)
    return theme->size_text * 6;
  if (width >= theme->size_text * 44)
    return MAX (theme->size_text * 30, list + theme->size_text * 6);
  grid = MIN (width * 0.9, theme->size_text * 28);
  return oct_risk_map_lay_key (self, NULL, width, theme) + grid + theme->size_text * 4
         + MIN (list, grid * 1.6);
}

static void
oct_risk_chart_finalize (GObject *object)
{
  OctRiskChart *self = OCT_RISK_CHART (object);

  g_ptr_array_unref (self->risks);
  g_strfreev (self->likelihood);
  g_strfreev (self->impact);

  G_OBJECT_CLASS (oct_risk_chart_parent_class)->finalize (object);
}

static void
oct_risk_chart_class_init (OctRiskChartClass *klass)
{
  OctChartClass *chart_class = OCT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_risk_chart_finalize;
  OCT_PLACED_CHART_CLASS (klass)->place = oct_risk_chart_place;
  chart_class->draw = oct_risk_map_draw;
  chart_class->hit = oct_risk_chart_hit;
  chart_class->describe = oct_risk_map_describe;
  chart_class->describe_datum = oct_risk_map_describe_datum;
  chart_class->table = oct_risk_map_table;
  chart_class->n_data = oct_risk_chart_n_data;
  chart_class->datum_id = oct_risk_chart_datum_id;
  chart_class->natural_height = oct_risk_chart_natural_height;
  chart_class->suggest_title = oct_risk_map_suggest_title;
}

static void
oct_risk_chart_init (OctRiskChart *self)
{
  self->risks = g_ptr_array_new_with_free_func (risk_free);
}

/**
 * oct_risk_chart_new:
 *
 * Returns: (transfer full): a chart without risks
 */
OctRiskChart *
oct_risk_chart_new (void)
{
  return g_object_new (OCT_TYPE_RISK_CHART, NULL);
}

/**
 * oct_risk_chart_add:
 * @self: a risk chart
 * @id: (nullable): handed back when the risk is activated
 * @number: what stands in its disc
 * @name: what may happen
 * @now: where it is; a likelihood or impact of 0 lists it as not scored
 * @before: (nullable): where it was last time
 * @appetite: the highest score that is accepted, 0 for none
 *
 * Adds a risk.
 */
void
oct_risk_chart_add (OctRiskChart *self, const char *id, guint number, const char *name,
                    OctRiskPoint now, const OctRiskPoint *before, guint appetite)
{
  OctRiskDisc *risk;

  g_return_if_fail (OCT_IS_RISK_CHART (self));

  risk = g_new0 (OctRiskDisc, 1);
  risk->id = g_strdup (id);
  risk->number = number;
  risk->name = g_strdup (name != NULL ? name : "");
  risk->appetite = appetite;
  if (oct_risk_map_is_scored (now))
    risk->now = now;
  if (before != NULL && oct_risk_map_is_scored (*before))
    risk->before = *before;
  g_ptr_array_add (self->risks, risk);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_risk_chart_clear:
 * @self: a risk chart
 *
 * Removes all risks.
 */
void
oct_risk_chart_clear (OctRiskChart *self)
{
  g_return_if_fail (OCT_IS_RISK_CHART (self));

  g_ptr_array_set_size (self->risks, 0);
  oct_chart_changed (OCT_CHART (self));
}

static char **
five_names (const char *const *names)
{
  return names != NULL && g_strv_length ((char **) names) == OCT_RISK_STEPS
           ? g_strdupv ((char **) names)
           : NULL;
}

/**
 * oct_risk_chart_set_step_names:
 * @self: a risk chart
 * @likelihood: (array zero-terminated=1) (nullable): five names from the lowest
 * @impact: (array zero-terminated=1) (nullable): the same
 *
 * Names the steps of the axes; without names they have numbers.
 */
void
oct_risk_chart_set_step_names (OctRiskChart *self, const char *const *likelihood,
                               const char *const *impact)
{
  g_return_if_fail (OCT_IS_RISK_CHART (self));

  g_strfreev (self->likelihood);
  g_strfreev (self->impact);
  self->likelihood = five_names (likelihood);
  self->impact = five_names (impact);
  oct_chart_changed (OCT_CHART (self));
}
