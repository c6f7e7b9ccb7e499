/* Where the dots of a spread are.
 *
 * Every band is a grid of the same cells, so that its height shows how many are in it. As many names
 * are set side by side as leaves them whole and large; where type would get too small, dots stand
 * alone. The chosen one has a lane of its own at the left, which its tail runs along.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-stage-spread-private.h"

#define NATURAL_LINE 1.7 /* of the type's size */
#define SMALLEST_TYPE 0.55
#define BAND_AIR 0.7 /* of the type's size, in each band */
#define MOST_AIR 3.5

static const OctSpreadDot *
chosen_dot (OctStageSpreadChart *self)
{
  int chosen = oct_spread_chosen (self);

  return chosen < 0 ? NULL : oct_spread_dot (self, chosen);
}

static gboolean
has_tail (const OctSpreadDot *dot)
{
  return dot != NULL && dot->previous != OCT_STAGE_NOT_JUDGED && dot->previous != dot->stage;
}

/* How many cells a band needs; the name of the time before takes one, too. */
static guint
band_cells (OctStageSpreadChart *self, int stage, gboolean named)
{
  const OctSpreadDot *chosen = chosen_dot (self);
  guint n = oct_spread_count (self, stage);

  if (named && has_tail (chosen) && chosen->previous == stage)
    n++;
  if (!named && chosen != NULL && chosen->stage == stage)
    n--;
  return n;
}

guint
oct_spread_lines (OctStageSpreadChart *self, const OctSpreadLayout *layout, int stage)
{
  return MAX (1,
              (band_cells (self, stage, layout->named) + layout->n_across - 1) / layout->n_across);
}

static gboolean
has_bin (OctStageSpreadChart *self)
{
  return oct_spread_count (self, OCT_STAGE_NOT_JUDGED) > 0;
}

static guint
count_lines (OctStageSpreadChart *self, guint n_across, gboolean named)
{
  guint lines = 0;

  for (int stage = has_bin (self) ? OCT_STAGE_NOT_JUDGED : 0; stage < (int) self->stages.n; stage++)
    lines += MAX (1, (band_cells (self, stage, named) + n_across - 1) / n_across);
  return lines;
}

/* Height that isn't lines: the element's name, air in the bands, and the gap above the bin. */
static double
fixed_height (OctStageSpreadChart *self, const OctChartTheme *theme, const OctSpreadLayout *layout)
{
  guint n_bands = self->stages.n + (has_bin (self) ? 1 : 0);

  return layout->head + n_bands * theme->size_text * BAND_AIR
         + (has_bin (self) ? theme->size_text * 0.8 : 0) + 2;
}

static void
measure_labels (OctStageSpreadChart *self, double width, const OctChartTheme *theme,
                OctSpreadLayout *layout)
{
  char *const *choices[] = { self->stages.names, self->stages.short_names,
                             self->stages.abbreviations };
  double count = oct_chart_text_width (theme, OCT_TEXT_BOLD, "00") + theme->size_text * 1.6,
         most = 0;

  for (guint choice = 0; choice < G_N_ELEMENTS (choices); choice++)
    {
      layout->names = choices[choice];
      most = has_bin (self) && choice < 2
               ? oct_chart_text_width (theme, OCT_TEXT_NORMAL, _("Not judged"))
               : 0;
      for (guint i = 0; i < self->stages.n; i++)
        most = MAX (most, oct_chart_text_width (theme, OCT_TEXT_NORMAL, layout->names[i]));
      if (most + count <= width * 0.36)
        break;
    }
  layout->labels = most + count;
  layout->lane = chosen_dot (self) != NULL ? theme->size_text * 1.8 : 0;
  layout->left = layout->labels + layout->lane;
  layout->head = self->element_name != NULL
                   ? ceil (oct_chart_text_height (theme, OCT_TEXT_BOLD) * 1.45)
                   : 0;
}

static double
longest_name (OctStageSpreadChart *self, const OctChartTheme *theme)
{
  double most = theme->size_text;

  for (guint i = 0; i < self->dots->len; i++)
    most = MAX (most, oct_chart_text_width (theme, OCT_TEXT_SMALL, oct_spread_dot (self, i)->name));
  return most + theme->size_text * 2.2;
}

/* Names side by side: the number that leaves them largest and most whole. */
static gboolean
fit_names (OctStageSpreadChart *self, double width, double height, const OctChartTheme *theme,
           OctSpreadLayout *layout)
{
  double room = MAX (width - layout->left, 1), text = oct_chart_text_height (theme, OCT_TEXT_SMALL),
         longest = longest_name (self, theme), best = 0;
  guint n_best = 0;

  for (guint n = 1; n <= 12 && room / n >= theme->size_text * 6; n++)
    {
      double line = (height - fixed_height (self, theme, layout)) / count_lines (self, n, TRUE),
             factor = MIN (1, line * 0.9 / text), score;

      score = factor * sqrt (MIN (1, room / n / (longest * factor)));
      if (factor >= SMALLEST_TYPE && score > best * 1.01)
        {
          best = score;
          n_best = n;
        }
    }
  if (n_best == 0)
    return FALSE;
  layout->named = TRUE;
  layout->n_across = n_best;
  layout->cell = MIN (room / n_best, MAX (longest, theme->size_text * 6) * 1.25);
  layout->line = (height - fixed_height (self, theme, layout)) / count_lines (self, n_best, TRUE);
  layout->type = oct_stage_scaled_theme (theme, MIN (1, layout->line * 0.9 / text));
  layout->line = MIN (layout->line, theme->size_text * NATURAL_LINE * 1.2);
  layout->radius = MIN (layout->line * 0.3, theme->size_text * 0.38);
  return TRUE;
}

static void
fit_dots (OctStageSpreadChart *self, double width, double height, const OctChartTheme *theme,
          OctSpreadLayout *layout)
{
  double room = MAX (width - layout->left, 1), size = theme->size_text * 1.5;

  height = MAX (height - fixed_height (self, theme, layout), 1);
  while (size > 1 && (size > room || count_lines (self, room / size, FALSE) * size > height))
    size *= 0.95;
  layout->named = FALSE;
  layout->n_across = MAX (1, (guint) (room / size));
  layout->cell = layout->line = size;
  layout->type = *theme;
  layout->radius = size * 0.4;
}

static void
place_bands (OctStageSpreadChart *self, double height, const OctChartTheme *theme,
             OctSpreadLayout *layout)
{
  guint n_bands = self->stages.n + (has_bin (self) ? 1 : 0);
  double used = count_lines (self, layout->n_across, layout->named) * layout->line
                + fixed_height (self, theme, layout),
         air = BAND_AIR * theme->size_text, y = layout->head;

  air += CLAMP ((height - used) / n_bands, 0, (MOST_AIR - BAND_AIR) * theme->size_text);
  for (int stage = (int) self->stages.n - 1; stage >= OCT_STAGE_NOT_JUDGED; stage--)
    {
      guint lines = oct_spread_lines (self, layout, stage);

      if (stage == OCT_STAGE_NOT_JUDGED && !has_bin (self))
        break;
      if (stage == OCT_STAGE_NOT_JUDGED)
        y += theme->size_text * 0.8;
      layout->tops[stage + 1] = y;
      layout->heights[stage + 1] = lines * layout->line + air;
      y += layout->heights[stage + 1];
    }
}

/* The chosen one first, in its lane; the others in the order they were given in. */
static void
place_dots (OctStageSpreadChart *self, OctSpreadLayout *layout)
{
  const OctSpreadDot *chosen = chosen_dot (self);
  guint next[OCT_STAGES_MAX + 1] = { 0 };

  if (layout->named && chosen != NULL)
    next[chosen->stage + 1] = 1;
  if (layout->named && has_tail (chosen))
    next[chosen->previous + 1] = 1;
  for (guint i = 0; i < self->dots->len; i++)
    {
      const OctSpreadDot *dot = oct_spread_dot (self, i);
      guint band = dot->stage + 1, lines = oct_spread_lines (self, layout, dot->stage),
            place = dot == chosen ? 0 : next[band]++;
      double top = layout->tops[band];

      top += (layout->heights[band] - lines * layout->line) / 2;
      layout->cells[i] = (cairo_rectangle_t) { layout->left
                                                 + (place % layout->n_across) * layout->cell,
                                               top + (place / layout->n_across) * layout->line,
                                               layout->cell, layout->line };
      if (dot == chosen)
        {
          layout->cells[i].x = layout->labels;
          layout->cells[i].width = layout->lane + (layout->named ? layout->cell : 0);
        }
    }
}

/**
 * oct_spread_get_layout:
 * @self: a spread chart
 * @width: of the plot
 * @height: of the plot
 * @theme: how it looks
 *
 * Finds out whether names fit, and puts each dot into its band. What was found is kept, because the
 * pointer asks at every move.
 *
 * Returns: (transfer none): where things are
 */
const OctSpreadLayout *
oct_spread_get_layout (OctStageSpreadChart *self, double width, double height,
                       const OctChartTheme *theme)
{
  OctSpreadLayout *layout = &self->kept;

  if (layout->cells != NULL && self->kept_width == width && self->kept_height == height
      && oct_stage_same_theme (&self->kept_theme, theme))
    return layout;
  oct_spread_layout_clear (layout);
  *layout = (OctSpreadLayout) { 0 };
  self->kept_width = width;
  self->kept_height = height;
  self->kept_theme = *theme;
  layout->cells = g_new0 (cairo_rectangle_t, MAX (self->dots->len, 1));
  measure_labels (self, width, theme, layout);
  if (!fit_names (self, width, height, theme, layout))
    fit_dots (self, width, height, theme, layout);
  place_bands (self, height, theme, layout);
  place_dots (self, layout);
  return layout;
}

void
oct_spread_layout_clear (OctSpreadLayout *layout)
{
  g_clear_pointer (&layout->cells, g_free);
  g_clear_pointer (&layout->texts, g_ptr_array_unref);
}

/**
 * oct_spread_natural_height:
 * @self: a spread chart
 * @width: of the plot
 * @theme: how it looks
 *
 * Returns: the height at which names of ordinary size find room
 */
double
oct_spread_natural_height (OctStageSpreadChart *self, double width, const OctChartTheme *theme)
{
  OctSpreadLayout layout = { 0 };
  double cell;
  guint n_across;

  if (self->dots->len == 0 || self->stages.n == 0)
    return theme->size_text * 6;
  measure_labels (self, width, theme, &layout);
  cell = MIN (longest_name (self, theme), theme->size_text * 17);
  n_across = CLAMP ((int) ((width - layout.left) / cell), 1, 12);
  return fixed_height (self, theme, &layout)
         + count_lines (self, n_across, TRUE) * theme->size_text * NATURAL_LINE
         + self->stages.n * theme->size_text * 0.6;
}
