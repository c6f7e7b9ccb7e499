/* Where the readings of a chart of resiliences are.
 *
 * Columns of steps share the stages' names at their left; where they would get too narrow for their
 * own names, each reading becomes a line of steps with its words above.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-resiliences-private.h"

#define COLUMN_STEP 2.1 /* of the type's size */
#define LINE_STEP 1.7

static gboolean
any_change (OctResiliencesChart *self)
{
  for (guint i = 0; i < self->n_readings; i++)
    {
      if (oct_stages_get_change (&self->stages, self->readings[i].previous, self->readings[i].stage)
          != 0)
        return TRUE;
    }
  return FALSE;
}

static double
longest (const OctChartTheme *theme, OctTextStyle style, char *const *texts, guint n)
{
  double most = 0;

  for (guint i = 0; i < n; i++)
    most = MAX (most, oct_chart_text_width (theme, style, texts[i]));
  return most;
}

static double
longest_heading (OctResiliencesChart *self, const OctChartTheme *theme)
{
  double most = theme->size_text * 4;

  for (guint i = 0; i < self->n_readings; i++)
    most = MAX (most, oct_chart_text_width (theme, OCT_TEXT_BOLD, self->readings[i].name));
  return MAX (most, longest (theme, OCT_TEXT_BOLD, self->stages.short_names, self->stages.n));
}

/* Of the highest indicator, in so many lines of that width. */
static double
indicator_height (OctResiliencesChart *self, const OctChartTheme *theme, double width, int lines)
{
  double most = 0;

  for (guint i = 0; i < self->n_readings; i++)
    {
      g_autoptr (PangoLayout) text = NULL;
      double height;

      if (self->readings[i].indicator == NULL)
        continue;
      text = oct_chart_text_new (theme, OCT_TEXT_SMALL, self->readings[i].indicator,
                                 MAX (width, 20), lines);
      oct_chart_text_size (text, NULL, &height);
      most = MAX (most, height + theme->size_small * 0.5);
    }
  return ceil (most);
}

static gboolean
lay_columns (OctResiliencesChart *self, double width, const OctChartTheme *theme,
             OctResiliencesLayout *layout)
{
  double air = theme->size_text * 1.2;

  layout->names = self->stages.names;
  if (longest (theme, OCT_TEXT_SMALL, layout->names, self->stages.n) > width * 0.22)
    layout->names = self->stages.short_names;
  layout->left = longest (theme, OCT_TEXT_SMALL, layout->names, self->stages.n) + theme->size_small;
  layout->pitch = MIN ((width - layout->left) / self->n_readings, theme->size_text * 22);
  if (layout->left > width * 0.3 || layout->pitch - air < longest_heading (self, theme))
    return FALSE;
  layout->upright = TRUE;
  layout->across = MIN (layout->pitch - air, theme->size_text * 11);
  layout->head = ceil (oct_chart_text_height (theme, OCT_TEXT_BOLD)
                       + oct_chart_text_height (theme, OCT_TEXT_NORMAL)
                       + (any_change (self) ? oct_chart_text_height (theme, OCT_TEXT_SMALL) : 0)
                       + theme->size_text * 0.6);
  layout->foot = indicator_height (self, theme, layout->pitch - air, 3);
  return TRUE;
}

static void
lay_lines (OctResiliencesChart *self, double width, const OctChartTheme *theme,
           OctResiliencesLayout *layout)
{
  layout->upright = FALSE;
  layout->left = 0;
  layout->step = width / MAX (self->stages.n, 1);
  layout->across = theme->size_text * LINE_STEP;
  layout->head = ceil (oct_chart_text_height (theme, OCT_TEXT_BOLD)
                       + oct_chart_text_height (theme, OCT_TEXT_SMALL) + theme->size_text * 0.3);
  layout->foot = indicator_height (self, theme, width, 2);
  layout->names = self->stages.short_names;
  if (longest (theme, OCT_TEXT_SMALL, layout->names, self->stages.n) + theme->size_small * 0.6
      > layout->step)
    layout->names = self->stages.abbreviations;
}

/**
 * oct_resiliences_get_layout:
 * @self: a chart of resiliences
 * @width: of the plot
 * @height: of the plot
 * @theme: how it looks
 * @layout: (out caller-allocates): where things are
 *
 * Lays out columns, or lines where columns would be too narrow.
 */
void
oct_resiliences_get_layout (OctResiliencesChart *self, double width, double height,
                            const OctChartTheme *theme, OctResiliencesLayout *layout)
{
  *layout = (OctResiliencesLayout) { 0 };
  if (self->n_readings == 0)
    return;
  layout->key = oct_resiliences_lay_key (self, NULL, width, theme);
  if (lay_columns (self, width, theme, layout))
    {
      layout->step = (height - layout->key - layout->head - layout->foot) / MAX (self->stages.n, 1);
      layout->step = CLAMP (layout->step, 1, theme->size_text * 5);
      for (guint i = 0; i < self->n_readings; i++)
        layout->cells[i] = (cairo_rectangle_t) {
          layout->left + i * layout->pitch, layout->key,
          MIN (layout->pitch - theme->size_text * 0.4, width - layout->left - i * layout->pitch),
          MIN (layout->head + layout->step * self->stages.n + layout->foot, height - layout->key)
        };
      return;
    }
  lay_lines (self, width, theme, layout);
  layout->pitch = MAX ((height - layout->key) / self->n_readings, 1);
  layout->pitch = MIN (layout->pitch,
                       layout->head + layout->across + layout->foot + theme->size_text * 2.5);
  layout->across = CLAMP (layout->pitch - layout->head - layout->foot - theme->size_text * 0.4, 1,
                          theme->size_text * LINE_STEP);
  for (guint i = 0; i < self->n_readings; i++)
    layout->cells[i] = (cairo_rectangle_t) { 0, layout->key + i * layout->pitch, width,
                                             MIN (layout->head + layout->across + layout->foot,
                                                  layout->pitch) };
}

double
oct_resiliences_natural_height (OctResiliencesChart *self, double width, const OctChartTheme *theme)
{
  OctResiliencesLayout layout;

  if (self->n_readings == 0 || self->stages.n == 0)
    return theme->size_text * 6;
  oct_resiliences_get_layout (self, width, 4000, theme, &layout);
  if (layout.upright)
    return layout.key + layout.head + layout.foot + self->stages.n * theme->size_text * COLUMN_STEP;
  return layout.key
         + self->n_readings
             * (layout.head + theme->size_text * LINE_STEP + layout.foot + theme->size_text * 1.1);
}

void
oct_resiliences_get_step (const OctResiliencesLayout *layout, const OctStages *stages,
                          guint reading, int stage, cairo_rectangle_t *step)
{
  const cairo_rectangle_t *cell = &layout->cells[reading];
  double gap = MIN (3, layout->step * 0.15);

  if (layout->upright)
    *step = (cairo_rectangle_t) { cell->x,
                                  cell->y + layout->head
                                    + ((int) stages->n - 1 - stage) * layout->step + gap / 2,
                                  layout->across, layout->step - gap };
  else
    *step = (cairo_rectangle_t) { cell->x + stage * layout->step + gap / 2, cell->y + layout->head,
                                  layout->step - gap, layout->across };
}

double
oct_resiliences_lay_key (OctResiliencesChart *self, cairo_t *cr, double width,
                         const OctChartTheme *theme)
{
  g_autoptr (OctStageKey) key = oct_stage_key_new (&self->stages);
  gboolean target = FALSE, low = FALSE;
  double height;

  for (guint i = 0; i < self->n_readings; i++)
    {
      target |= self->readings[i].target != OCT_STAGE_NOT_JUDGED;
      low |= self->readings[i].confidence == OCT_STAGE_CONFIDENCE_LOW
             && self->readings[i].stage != OCT_STAGE_NOT_JUDGED;
    }
  if (target)
    oct_stage_key_add (key, OCT_STAGE_KEY_TARGET, 0, theme->ink, NULL);
  if (any_change (self))
    oct_stage_key_add (key, OCT_STAGE_KEY_PREVIOUS, 0, theme->ink,
                       self->previous_name != NULL ? self->previous_name : _("Before"));
  if (low)
    oct_stage_key_add (key, OCT_STAGE_KEY_HATCH, 0, oct_resiliences_colour (self, theme), NULL);
  height = oct_stage_key_lay (key, cr, 0, width, theme);
  return height > 0 ? ceil (height + theme->size_text * 0.7) : 0;
}
