/* How ratings moved between two reviews: the counts, and where their bands are.
 *
 * Bands leave a node in the order of where they go, and arrive in the order of where they come from,
 * so that none crosses another at a node.
 */
#include "oct-rating-flow-private.h"

#include <math.h>

G_DEFINE_FINAL_TYPE (OctRatingFlowChart, oct_rating_flow_chart, OCT_TYPE_PLACED_CHART)

const OctRatingMark oct_flow_order[OCT_FLOW_NODES] = { OCT_RATING_MARK_RED, OCT_RATING_MARK_AMBER,
                                                       OCT_RATING_MARK_GREEN,
                                                       OCT_RATING_MARK_NONE };

static guint
place_of (OctRatingMark mark)
{
  for (guint i = 0; i < OCT_FLOW_NODES; i++)
    {
      if (oct_flow_order[i] == mark)
        return i;
    }
  return OCT_FLOW_NODES - 1;
}

guint
oct_flow_get_total (OctRatingFlowChart *self)
{
  guint total = 0;

  for (guint i = 0; i < OCT_FLOW_NODES; i++)
    {
      for (guint j = 0; j < OCT_FLOW_NODES; j++)
        total += self->counts[i][j];
    }
  return total;
}

void
oct_flow_get_bands (OctRatingFlowChart *self, OctFlowLayout *layout)
{
  *layout = (OctFlowLayout) { 0 };
  for (guint i = 0; i < OCT_FLOW_NODES; i++)
    {
      for (guint j = 0; j < OCT_FLOW_NODES; j++)
        {
          if (self->counts[i][j] == 0)
            continue;
          layout->bands[layout->n_bands++] = (OctFlowBand) { .from = i,
                                                             .to = j,
                                                             .n = self->counts[i][j] };
          layout->sums[0][i] += self->counts[i][j];
          layout->sums[1][j] += self->counts[i][j];
        }
    }
}

/* Gaps between the nodes of the side that has most of them. */
static guint
count_gaps (const OctFlowLayout *layout)
{
  guint most = 0;

  for (guint side = 0; side < 2; side++)
    {
      guint n = 0;

      for (guint i = 0; i < OCT_FLOW_NODES; i++)
        n += layout->sums[side][i] > 0;
      most = MAX (most, n);
    }
  return most > 0 ? most - 1 : 0;
}

static double
label_width (const OctFlowLayout *layout, const OctChartTheme *theme)
{
  double most = 0;

  for (guint i = 0; i < OCT_FLOW_NODES; i++)
    most = MAX (most, oct_chart_text_width (theme, OCT_TEXT_NORMAL,
                                            oct_rating_mark_name (oct_flow_order[i])));
  return most + theme->size_text * 3.6;
}

static void
place_bands (OctFlowLayout *layout)
{
  double used[2][OCT_FLOW_NODES] = { { 0 } };

  for (guint i = 0; i < layout->n_bands; i++)
    {
      OctFlowBand *band = &layout->bands[i];

      band->thick = band->n * layout->scale;
      band->left = layout->tops[0][band->from] + used[0][band->from];
      used[0][band->from] += band->thick;
    }
  /* Bands are sorted by where they come from: at the right they lie in that order already. */
  for (guint i = 0; i < layout->n_bands; i++)
    {
      OctFlowBand *band = &layout->bands[i];

      band->right = layout->tops[1][band->to] + used[1][band->to];
      used[1][band->to] += band->thick;
    }
}

void
oct_flow_get_layout (OctRatingFlowChart *self, double width, double height,
                     const OctChartTheme *theme, OctFlowLayout *layout)
{
  double gap = theme->size_text * 1.1, label, room;
  guint total = MAX (oct_flow_get_total (self), 1);

  oct_flow_get_bands (self, layout);
  label = MIN (label_width (layout, theme), width * 0.3);
  layout->head = ceil (oct_chart_text_height (theme, OCT_TEXT_BOLD) * 1.5);
  layout->node = MAX (theme->size_text * 0.7, 3);
  layout->x0 = label + layout->node;
  layout->x1 = MAX (width - label - layout->node, layout->x0 + 1);
  /* Half a line below, for the name of a last node that is thin. */
  room = MAX (height - layout->head - count_gaps (layout) * gap - theme->size_text * 0.7, 4);
  layout->scale = room / total;
  for (guint side = 0; side < 2; side++)
    {
      double y = layout->head;

      for (guint i = 0; i < OCT_FLOW_NODES; i++)
        {
          layout->tops[side][i] = y;
          /* An empty node takes no room, so that the full ones stand together. */
          y += layout->sums[side][i] > 0 ? layout->sums[side][i] * layout->scale + gap : 0;
        }
    }
  place_bands (layout);
}

double
oct_flow_band_y (const OctFlowBand *band, double way)
{
  /* The same curve that is drawn: level at both ends. */
  double low = 0, high = 1, t = 0.5;

  for (int i = 0; i < 20; i++)
    {
      double x = 1.5 * t * (1 - t) * (1 - t) + 1.5 * t * t * (1 - t) + t * t * t;

      if (x < way)
        low = t;
      else
        high = t;
      t = (low + high) / 2;
    }
  return band->left + (band->right - band->left) * (3 * t * t * (1 - t) + t * t * t);
}

/* At the left, where bands lie below each other. */
static void
oct_rating_flow_chart_place (OctPlacedChart *placed, double width, double height,
                             const OctChartTheme *theme, cairo_rectangle_t *places)
{
  OctFlowLayout layout;

  oct_flow_get_layout (OCT_RATING_FLOW_CHART (placed), width, height, theme, &layout);
  for (guint i = 0; i < layout.n_bands; i++)
    places[i] = (cairo_rectangle_t) { layout.x0, layout.bands[i].left,
                                      (layout.x1 - layout.x0) * 0.1,
                                      MAX (layout.bands[i].thick, 1) };
}

static int
oct_rating_flow_chart_hit (OctChart *chart, double width, double height, const OctChartTheme *theme,
                           double x, double y)
{
  OctFlowLayout layout;
  double way, nearest = 3;
  int best = OCT_CHART_NONE;

  oct_flow_get_layout (OCT_RATING_FLOW_CHART (chart), width, height, theme, &layout);
  way = (x - layout.x0) / (layout.x1 - layout.x0);
  if (way < -0.1 || way > 1.1)
    return OCT_CHART_NONE;
  way = CLAMP (way, 0, 1);
  /* Later bands lie above earlier ones. */
  for (guint i = 0; i < layout.n_bands; i++)
    {
      double top = oct_flow_band_y (&layout.bands[i], way),
             away = MAX (MAX (top - y, y - top - layout.bands[i].thick), 0);

      if (away <= nearest)
        {
          nearest = away;
          best = i;
        }
    }
  return best;
}

static guint
oct_rating_flow_chart_line (OctPlacedChart *placed, guint datum)
{
  OctFlowLayout layout;

  oct_flow_get_bands (OCT_RATING_FLOW_CHART (placed), &layout);
  return layout.bands[datum].from;
}

static guint
oct_rating_flow_chart_n_data (OctChart *chart)
{
  OctFlowLayout layout;

  oct_flow_get_bands (OCT_RATING_FLOW_CHART (chart), &layout);
  return layout.n_bands;
}

/* Many objectives took each way: it leads nowhere. */
static const char *
oct_rating_flow_chart_datum_id (OctChart *chart, int datum)
{
  return NULL;
}

static double
oct_rating_flow_chart_natural_height (OctChart *chart, double width, const OctChartTheme *theme)
{
  return theme->size_text * (oct_flow_get_total (OCT_RATING_FLOW_CHART (chart)) > 0 ? 22 : 6);
}

static void
oct_rating_flow_chart_finalize (GObject *object)
{
  OctRatingFlowChart *self = OCT_RATING_FLOW_CHART (object);

  g_free (self->before);
  g_free (self->after);

  G_OBJECT_CLASS (oct_rating_flow_chart_parent_class)->finalize (object);
}

static void
oct_rating_flow_chart_class_init (OctRatingFlowChartClass *klass)
{
  OctPlacedChartClass *placed_class = OCT_PLACED_CHART_CLASS (klass);
  OctChartClass *chart_class = OCT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_rating_flow_chart_finalize;
  placed_class->place = oct_rating_flow_chart_place;
  placed_class->line = oct_rating_flow_chart_line;
  chart_class->draw = oct_flow_draw;
  chart_class->draw_overlay = oct_flow_draw_overlay;
  chart_class->hit = oct_rating_flow_chart_hit;
  chart_class->describe = oct_flow_describe;
  chart_class->describe_datum = oct_flow_describe_datum;
  chart_class->table = oct_flow_table;
  chart_class->n_data = oct_rating_flow_chart_n_data;
  chart_class->datum_id = oct_rating_flow_chart_datum_id;
  chart_class->natural_height = oct_rating_flow_chart_natural_height;
  chart_class->suggest_title = oct_flow_suggest_title;
}

static void
oct_rating_flow_chart_init (OctRatingFlowChart *self)
{
}

/**
 * oct_rating_flow_chart_new:
 *
 * Returns: (transfer full): a chart without counts
 */
OctRatingFlowChart *
oct_rating_flow_chart_new (void)
{
  return g_object_new (OCT_TYPE_RATING_FLOW_CHART, NULL);
}

/**
 * oct_rating_flow_chart_set_names:
 * @self: a flow chart
 * @before: (nullable): the earlier review
 * @after: (nullable): the later one
 *
 * Sets what stands above the two sides.
 */
void
oct_rating_flow_chart_set_names (OctRatingFlowChart *self, const char *before, const char *after)
{
  g_return_if_fail (OCT_IS_RATING_FLOW_CHART (self));

  g_free (self->before);
  g_free (self->after);
  self->before = g_strdup (before);
  self->after = g_strdup (after);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_rating_flow_chart_set_count:
 * @self: a flow chart
 * @before: the rating at the earlier review
 * @after: the rating at the later one
 * @n: how many objectives
 *
 * Sets the width of a band.
 */
void
oct_rating_flow_chart_set_count (OctRatingFlowChart *self, OctRatingMark before,
                                 OctRatingMark after, guint n)
{
  g_return_if_fail (OCT_IS_RATING_FLOW_CHART (self));

  self->counts[place_of (before)][place_of (after)] = n;
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_rating_flow_chart_add:
 * @self: a flow chart
 * @before: the rating at the earlier review
 * @after: the rating at the later one
 *
 * Counts one objective.
 */
void
oct_rating_flow_chart_add (OctRatingFlowChart *self, OctRatingMark before, OctRatingMark after)
{
  g_return_if_fail (OCT_IS_RATING_FLOW_CHART (self));

  self->counts[place_of (before)][place_of (after)]++;
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_rating_flow_chart_clear:
 * @self: a flow chart
 *
 * Sets all counts to nought.
 */
void
oct_rating_flow_chart_clear (OctRatingFlowChart *self)
{
  g_return_if_fail (OCT_IS_RATING_FLOW_CHART (self));

  memset (self->counts, 0, sizeof (self->counts));
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_rating_flow_chart_get_datum:
 * @self: a flow chart
 * @datum: one of its data
 * @before: (out): the rating it comes from
 * @after: (out): the rating it goes to
 *
 * Returns: whether there is such a datum
 */
gboolean
oct_rating_flow_chart_get_datum (OctRatingFlowChart *self, int datum, OctRatingMark *before,
                                 OctRatingMark *after)
{
  OctFlowLayout layout;

  g_return_val_if_fail (OCT_IS_RATING_FLOW_CHART (self), FALSE);

  oct_flow_get_bands (self, &layout);
  if (datum < 0 || datum >= (int) layout.n_bands)
    return FALSE;
  *before = oct_flow_order[layout.bands[datum].from];
  *after = oct_flow_order[layout.bands[datum].to];
  return TRUE;
}
