/* Success criteria as bullets: the data, and where they are.
 *
 * A criterion with baseline and target has the scale between the two, shared by all such rows in
 * length. One that lacks either, or is meant to stay as good as it was, has a plain scale from nought, since
 * there is no way to measure progress along.
 */
#include <glib/gi18n.h>

#include "oct-bullet-private.h"

#define MOST_BEYOND 0.3 /* of the way between baseline and target, shown beyond either */
#define HEADING 1.7     /* of the type's size */

G_DEFINE_FINAL_TYPE (OctBulletChart, oct_bullet_chart, OCT_TYPE_PLACED_CHART)

static void
row_free (gpointer data)
{
  OctBulletRow *row = data;

  g_free ((char *) row->data.id);
  g_free ((char *) row->data.name);
  g_free ((char *) row->data.group);
  g_free ((char *) row->data.unit_name);
  g_free ((char *) row->data.note);
  g_free ((OctBulletFigure *) row->data.past);
  g_free (row);
}

OctBulletRow *
oct_bullet_row (OctBulletChart *self, guint index)
{
  return g_ptr_array_index (self->rows, index);
}

double
oct_bullet_place (const OctBulletRow *row, double value)
{
  return (value - row->at_start) / (row->at_goal - row->at_start);
}

gboolean
oct_bullet_is_headed (OctBulletChart *self, guint index)
{
  const char *group = oct_bullet_row (self, index)->data.group;

  return group != NULL && *group != '\0'
         && (index == 0 || g_strcmp0 (oct_bullet_row (self, index - 1)->data.group, group) != 0);
}

/* A scale from nought that holds all there is. */
static void
scale_from_nought (OctBulletRow *row)
{
  const double values[] = { row->data.baseline.value, row->data.target.value,
                            row->data.actual.value };
  double low = 0, high = 0;

  for (guint i = 0; i < G_N_ELEMENTS (values) + row->data.n_past; i++)
    {
      double value = i < G_N_ELEMENTS (values) ? values[i]
                                               : row->data.past[i - G_N_ELEMENTS (values)].value;

      if (isfinite (value))
        {
          low = MIN (low, value);
          high = MAX (high, value);
        }
    }
  row->from_nought = TRUE;
  row->at_start = low;
  row->at_goal = high > low ? high : low + 1;
}

static OctBulletState
find_state (const OctBulletRow *row)
{
  double target = row->data.target.value, actual = row->data.actual.value;

  if (!isfinite (actual))
    return OCT_BULLET_NO_FIGURE;
  if (!isfinite (target))
    return OCT_BULLET_NO_TARGET;
  if (!row->from_nought)
    {
      double place = oct_bullet_place (row, actual);

      return place >= 1 - 1e-9 ? OCT_BULLET_REACHED
             : place > 1e-9    ? OCT_BULLET_ON_THE_WAY
             : place >= -1e-9  ? OCT_BULLET_NOT_MOVED
                               : OCT_BULLET_FURTHER;
    }
  if (actual == target || (actual - target) * row->data.better > 0)
    return OCT_BULLET_REACHED;
  /* Which way is better isn't known without a baseline to come from. */
  return row->data.better != 0 ? OCT_BULLET_SHORT : OCT_BULLET_NO_TARGET;
}

static void
find_late (OctBulletChart *self, OctBulletRow *row)
{
  row->late = self->today > 0 && row->data.target.day > 0 && row->data.target.day < self->today
              && row->state != OCT_BULLET_REACHED && isfinite (row->data.target.value);
}

/* How far beyond start and target the picture must reach. */
static void
find_reach (OctBulletChart *self, OctBulletLayout *layout)
{
  layout->low = 0;
  layout->high = 1;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const OctBulletRow *row = oct_bullet_row (self, i);

      for (guint j = 0; !row->from_nought && j <= row->data.n_past; j++)
        {
          double value = j == 0 ? row->data.actual.value : row->data.past[j - 1].value;
          double place = isfinite (value) ? oct_bullet_place (row, value) : 0;

          layout->low = MIN (layout->low, MAX (place, -MOST_BEYOND));
          layout->high = MAX (layout->high, MIN (place, 1 + MOST_BEYOND));
        }
    }
}

static double
natural_line (const OctChartTheme *theme)
{
  return ceil (2 * oct_chart_text_height (theme, OCT_TEXT_SMALL) + theme->size_text * 1.6);
}

static double
name_height (const OctBulletRow *row, const OctChartTheme *theme, double width)
{
  double height;

  oct_chart_text_measure (theme, OCT_TEXT_NORMAL, row->data.name, width, 2, NULL, &height);
  return height;
}

/**
 * oct_bullet_get_layout:
 * @self: a bullet chart
 * @width: of the plot
 * @height: of the plot, below 0 for as much as is needed
 * @theme: how it looks
 * @layout: (out caller-allocates): where things are
 *
 * Puts rows below each other, with names beside the tracks or, in little width, above them.
 */
void
oct_bullet_get_layout (OctBulletChart *self, double width, double height,
                       const OctChartTheme *theme, OctBulletLayout *layout)
{
  double longest = 0, spare, y, edge = theme->size_small * 0.7;

  *layout = (OctBulletLayout) { 0 };
  layout->tops = g_new0 (double, self->rows->len + 1);
  layout->key = oct_bullet_lay_key (self, NULL, width, theme);
  for (guint i = 0; i < self->rows->len; i++)
    longest = MAX (longest, oct_chart_text_width (theme, OCT_TEXT_NORMAL,
                                                  oct_bullet_row (self, i)->data.name));
  layout->stacked = width < theme->size_text * 40;
  layout->names = layout->stacked ? 0 : MIN (longest + theme->size_text * 1.2, width * 0.34);
  find_reach (self, layout);
  layout->x0 = layout->names + edge;
  layout->x1 = MAX (width - edge, layout->x0 + 1);
  spare = (layout->x1 - layout->x0) / (layout->high - layout->low);
  layout->x1 = layout->x0 + (1 - layout->low) * spare;
  layout->x0 -= layout->low * spare;
  layout->line = natural_line (theme);
  y = layout->key;
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (oct_bullet_is_headed (self, i))
        y += theme->size_text * (HEADING + (i > 0 ? 0.5 : 0));
      if (layout->stacked)
        y += name_height (oct_bullet_row (self, i), theme, width);
      layout->tops[i] = y;
      y += layout->line;
    }
  layout->bottom = y;
  /* Room to spare goes between the rows; where there is too little, they move together. */
  spare = self->rows->len > 0 && height >= 0 ? (height - y) / self->rows->len : 0;
  spare = MIN (spare, layout->line * 0.35);
  for (guint i = 0; i < self->rows->len; i++)
    layout->tops[i] += i * spare;
  layout->bottom += self->rows->len * spare;
}

void
oct_bullet_layout_clear (OctBulletLayout *layout)
{
  g_clear_pointer (&layout->tops, g_free);
}

static void
oct_bullet_chart_place (OctPlacedChart *placed, double width, double height,
                        const OctChartTheme *theme, cairo_rectangle_t *places)
{
  OctBulletChart *self = OCT_BULLET_CHART (placed);
  g_auto (OctBulletLayout) layout = { 0 };

  oct_bullet_get_layout (self, width, height, theme, &layout);
  for (guint i = 0; i < self->rows->len; i++)
    {
      double name = layout.stacked ? name_height (oct_bullet_row (self, i), theme, width) : 0;

      places[i] = (cairo_rectangle_t) { 1, layout.tops[i] - name + 1, MAX (width - 2, 1),
                                        MAX (layout.line + name - 2, 1) };
    }
}

static guint
oct_bullet_chart_n_data (OctChart *chart)
{
  return OCT_BULLET_CHART (chart)->rows->len;
}

static const char *
oct_bullet_chart_datum_id (OctChart *chart, int datum)
{
  OctBulletChart *self = OCT_BULLET_CHART (chart);

  return datum < (int) self->rows->len ? oct_bullet_row (self, datum)->data.id : NULL;
}

static double
oct_bullet_chart_natural_height (OctChart *chart, double width, const OctChartTheme *theme)
{
  OctBulletChart *self = OCT_BULLET_CHART (chart);
  g_auto (OctBulletLayout) layout = { 0 };

  if (self->rows->len == 0)
    return theme->size_text * 6;
  oct_bullet_get_layout (self, width, -1, theme, &layout);
  return layout.bottom + self->rows->len * round (natural_line (theme) * 0.15);
}

static void
oct_bullet_chart_finalize (GObject *object)
{
  g_ptr_array_unref (OCT_BULLET_CHART (object)->rows);

  G_OBJECT_CLASS (oct_bullet_chart_parent_class)->finalize (object);
}

static void
oct_bullet_chart_class_init (OctBulletChartClass *klass)
{
  OctChartClass *chart_class = OCT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_bullet_chart_finalize;
  OCT_PLACED_CHART_CLASS (klass)->place = oct_bullet_chart_place;
  chart_class->draw = oct_bullet_draw;
  chart_class->describe = oct_bullet_describe;
  chart_class->describe_datum = oct_bullet_describe_datum;
  chart_class->table = oct_bullet_table;
  chart_class->n_data = oct_bullet_chart_n_data;
  chart_class->datum_id = oct_bullet_chart_datum_id;
  chart_class->natural_height = oct_bullet_chart_natural_height;
  chart_class->suggest_title = oct_bullet_suggest_title;
}

static void
oct_bullet_chart_init (OctBulletChart *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
}

/**
 * oct_bullet_chart_new:
 *
 * Returns: (transfer full): a chart without criteria
 */
OctBulletChart *
oct_bullet_chart_new (void)
{
  return g_object_new (OCT_TYPE_BULLET_CHART, NULL);
}

/**
 * oct_bullet_chart_add:
 * @self: a bullet chart
 * @bullet: a criterion; its texts and past figures are copied
 *
 * Adds a criterion below the others.
 */
void
oct_bullet_chart_add (OctBulletChart *self, const OctBullet *bullet)
{
  OctBulletRow *row;

  g_return_if_fail (OCT_IS_BULLET_CHART (self));
  g_return_if_fail (bullet != NULL);
  g_return_if_fail (bullet->past != NULL || bullet->n_past == 0);

  row = g_new0 (OctBulletRow, 1);
  row->data = *bullet;
  row->data.id = g_strdup (bullet->id);
  row->data.name = g_strdup (bullet->name != NULL ? bullet->name : "");
  row->data.group = g_strdup (bullet->group);
  row->data.unit_name = g_strdup (bullet->unit_name);
  row->data.note = g_strdup (bullet->note);
  row->data.past = g_memdup2 (bullet->past, bullet->n_past * sizeof (OctBulletFigure));
  row->at_start = bullet->baseline.value;
  row->at_goal = bullet->target.value;
  if (!isfinite (row->at_start) || !isfinite (row->at_goal) || row->at_start == row->at_goal
      || (row->at_goal - row->at_start) * bullet->better < 0)
    scale_from_nought (row);
  row->state = find_state (row);
  find_late (self, row);
  g_ptr_array_add (self->rows, row);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_bullet_chart_clear:
 * @self: a bullet chart
 *
 * Removes all criteria.
 */
void
oct_bullet_chart_clear (OctBulletChart *self)
{
  g_return_if_fail (OCT_IS_BULLET_CHART (self));

  g_ptr_array_set_size (self->rows, 0);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_bullet_chart_set_today:
 * @self: a bullet chart
 * @today: year × 10000 + month × 100 + day; 0 for no day
 *
 * Sets the day from which a target's date counts as passed.
 */
void
oct_bullet_chart_set_today (OctBulletChart *self, gint32 today)
{
  g_return_if_fail (OCT_IS_BULLET_CHART (self));

  self->today = today;
  for (guint i = 0; i < self->rows->len; i++)
    find_late (self, oct_bullet_row (self, i));
  oct_chart_changed (OCT_CHART (self));
}
