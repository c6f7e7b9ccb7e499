/* The share of ratings: the data, and where the bars are.
 *
 * Bars stand below each other; where that leaves too little height for each, in up to three blocks
 * side by side.
 */
#include "oct-rating-share-private.h"

#include <math.h>

#include "oct-chart-key.h"
#include "oct-stage-marks.h"

#define MOST_BLOCKS 3
#define NATURAL_LINE 1.9 /* of the type's size */
#define ENOUGH_LINE 1.25
#define MOST_LINE 2.6
#define SMALLEST_TYPE 0.4

G_DEFINE_FINAL_TYPE (OctRatingShareChart, oct_rating_share_chart, OCT_TYPE_PLACED_CHART)

const OctRatingMark oct_share_order[OCT_SHARE_PARTS] = { OCT_RATING_MARK_GREEN,
                                                         OCT_RATING_MARK_AMBER, OCT_RATING_MARK_RED,
                                                         OCT_RATING_MARK_NONE };

static void
bar_free (gpointer data)
{
  OctShareBar *bar = data;

  g_free (bar->id);
  g_free (bar->name);
  g_free (bar);
}

OctShareBar *
oct_share_bar (OctRatingShareChart *self, guint index)
{
  return g_ptr_array_index (self->bars, index);
}

double
oct_share_lay_key (OctRatingShareChart *self, cairo_t *cr, double width, const OctChartTheme *theme)
{
  g_autoptr (OctChartKey) key = oct_chart_key_new ();

  for (guint part = 0; part < OCT_SHARE_PARTS; part++)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < self->bars->len && !found; i++)
        found = oct_share_bar (self, i)->parts[part] > 0;
      if (found)
        oct_chart_key_add_rating (key, oct_share_order[part]);
    }
  return oct_chart_key_lay (key, cr, 0, width, theme);
}

static void
measure_block (OctRatingShareChart *self, const OctChartTheme *theme, OctShareLayout *layout)
{
  double names = 0, numbers = 0;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const OctShareBar *bar = oct_share_bar (self, i);
      g_autofree char *text = oct_share_bar_to_text (bar);

      names = MAX (names, oct_chart_text_width (&layout->type, OCT_TEXT_BOLD, bar->name));
      numbers = MAX (numbers, oct_chart_text_width (&layout->type, OCT_TEXT_SMALL_BOLD, text));
    }
  layout->names = MIN (names + theme->size_text * 0.9, layout->inner * 0.4);
  layout->numbers = MIN (numbers + theme->size_text * 0.7, layout->inner * 0.3);
}

static double
try_blocks (OctRatingShareChart *self, double width, double height, const OctChartTheme *theme,
            guint n_blocks, OctShareLayout *layout)
{
  double gap = theme->size_text * 1.8, line;

  layout->n_blocks = n_blocks;
  layout->per_block = (self->bars->len + n_blocks - 1) / n_blocks;
  layout->block = (width + gap) / n_blocks;
  layout->inner = layout->block - gap;
  line = MIN ((height - layout->key) / MAX (layout->per_block, 1), theme->size_text * MOST_LINE);
  line = line >= 12 ? floor (line) : MAX (line, 0.5);
  layout->type = oct_stage_scaled_theme (
    theme, CLAMP (line * 0.92 / oct_chart_text_height (theme, OCT_TEXT_NORMAL), SMALLEST_TYPE, 1));
  layout->line = line;
  measure_block (self, theme, layout);
  return line;
}

void
oct_share_get_layout (OctRatingShareChart *self, double width, double height,
                      const OctChartTheme *theme, OctShareLayout *layout)
{
  guint n = 1;

  *layout = (OctShareLayout) { 0 };
  layout->key = oct_share_lay_key (self, NULL, width, theme);
  while (try_blocks (self, width, height, theme, n, layout) < theme->size_text * ENOUGH_LINE
         && n < MOST_BLOCKS && width / (n + 1) >= theme->size_text * 20)
    n++;
}

void
oct_share_get_row (const OctShareLayout *layout, guint index, cairo_rectangle_t *row,
                   cairo_rectangle_t *bar)
{
  double x = index / MAX (layout->per_block, 1) * layout->block,
         y = layout->key + index % MAX (layout->per_block, 1) * layout->line,
         thick = MIN (layout->line * 0.72, layout->type.size_text * 1.5);

  *row = (cairo_rectangle_t) { x, y, MAX (layout->inner, 1), MAX (layout->line - 1, 0.5) };
  *bar = (cairo_rectangle_t) { floor (x + layout->names), y + (layout->line - thick) / 2,
                               MAX (layout->inner - layout->names - layout->numbers, 1), thick };
}

static void
oct_rating_share_chart_place (OctPlacedChart *placed, double width, double height,
                              const OctChartTheme *theme, cairo_rectangle_t *places)
{
  OctRatingShareChart *self = OCT_RATING_SHARE_CHART (placed);
  OctShareLayout layout;
  cairo_rectangle_t bar;

  oct_share_get_layout (self, width, height, theme, &layout);
  for (guint i = 0; i < self->bars->len; i++)
    oct_share_get_row (&layout, i, &places[i], &bar);
}

static guint
oct_rating_share_chart_n_data (OctChart *chart)
{
  return OCT_RATING_SHARE_CHART (chart)->bars->len;
}

static const char *
oct_rating_share_chart_datum_id (OctChart *chart, int datum)
{
  OctRatingShareChart *self = OCT_RATING_SHARE_CHART (chart);

  return datum < (int) self->bars->len ? oct_share_bar (self, datum)->id : NULL;
}

static double
oct_rating_share_chart_natural_height (OctChart *chart, double width, const OctChartTheme *theme)
{
  OctRatingShareChart *self = OCT_RATING_SHARE_CHART (chart);

  if (self->bars->len == 0)
    return theme->size_text * 6;
  return oct_share_lay_key (self, NULL, width, theme)
         + self->bars->len * ceil (theme->size_text * NATURAL_LINE) + 2;
}

static void
oct_rating_share_chart_finalize (GObject *object)
{
  OctRatingShareChart *self = OCT_RATING_SHARE_CHART (object);

  g_ptr_array_unref (self->bars);
  g_free (self->item_name);

  G_OBJECT_CLASS (oct_rating_share_chart_parent_class)->finalize (object);
}

static void
oct_rating_share_chart_class_init (OctRatingShareChartClass *klass)
{
  OctChartClass *chart_class = OCT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_rating_share_chart_finalize;
  OCT_PLACED_CHART_CLASS (klass)->place = oct_rating_share_chart_place;
  chart_class->draw = oct_share_draw;
  chart_class->describe = oct_share_describe;
  chart_class->describe_datum = oct_share_describe_datum;
  chart_class->table = oct_share_table;
  chart_class->n_data = oct_rating_share_chart_n_data;
  chart_class->datum_id = oct_rating_share_chart_datum_id;
  chart_class->natural_height = oct_rating_share_chart_natural_height;
  chart_class->suggest_title = oct_share_suggest_title;
}

static void
oct_rating_share_chart_init (OctRatingShareChart *self)
{
  self->bars = g_ptr_array_new_with_free_func (bar_free);
}

/**
 * oct_rating_share_chart_new:
 *
 * Returns: (transfer full): a chart without bars
 */
OctRatingShareChart *
oct_rating_share_chart_new (void)
{
  return g_object_new (OCT_TYPE_RATING_SHARE_CHART, NULL);
}

/**
 * oct_rating_share_chart_add:
 * @self: a share chart
 * @id: (nullable): handed back when the bar is activated
 * @name: what stands at the left of the bar
 * @share: how many objectives have each rating
 * @whole: whether all other bars are part of this one
 *
 * Adds a bar below the others.
 */
void
oct_rating_share_chart_add (OctRatingShareChart *self, const char *id, const char *name,
                            const OctRatingShare *share, gboolean whole)
{
  OctShareBar *bar;

  g_return_if_fail (OCT_IS_RATING_SHARE_CHART (self));
  g_return_if_fail (share != NULL);

  bar = g_new0 (OctShareBar, 1);
  bar->id = g_strdup (id);
  bar->name = g_strdup (name != NULL ? name : "");
  bar->parts[0] = share->green;
  bar->parts[1] = share->amber;
  bar->parts[2] = share->red;
  bar->parts[3] = share->none;
  bar->total = share->green + share->amber + share->red + share->none;
  bar->whole = whole;
  g_ptr_array_add (self->bars, bar);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_rating_share_chart_clear:
 * @self: a share chart
 *
 * Removes all bars.
 */
void
oct_rating_share_chart_clear (OctRatingShareChart *self)
{
  g_return_if_fail (OCT_IS_RATING_SHARE_CHART (self));

  g_ptr_array_set_size (self->bars, 0);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_rating_share_chart_set_item_name:
 * @self: a share chart
 * @name: (nullable): what a bar is, such as "School"
 *
 * Names the table's first column.
 */
void
oct_rating_share_chart_set_item_name (OctRatingShareChart *self, const char *name)
{
  g_return_if_fail (OCT_IS_RATING_SHARE_CHART (self));

  g_free (self->item_name);
  self->item_name = g_strdup (name);
  oct_chart_changed (OCT_CHART (self));
}
