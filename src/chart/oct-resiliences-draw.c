/* How a chart of resiliences is drawn.
 *
 * Steps up to the reading's stage are full, low confidence is hatched; a dashed edge shows where it
 * stood before and a bar where it is meant to get to. Stage and change stand above in words.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-resiliences-private.h"

typedef struct
{
  OctResiliencesChart *self;
  cairo_t *cr;
  const OctChartTheme *theme;
  const OctResiliencesLayout *layout;
  guint index; /* of the reading */
  const OctReading *reading;
} Picture;

static void
draw_text (const Picture *picture, OctTextStyle style, const char *text, double x, double y,
           double room, int lines, OctColour colour)
{
  g_autoptr (PangoLayout) layout = oct_chart_text_new (picture->theme, style, text, MAX (room, 10),
                                                       lines);

  oct_chart_text_draw (layout, picture->cr, x, y, colour);
}

static void
draw_words (const Picture *picture)
{
  const OctReading *reading = picture->reading;
  const OctChartTheme *theme = picture->theme;
  const cairo_rectangle_t *cell = &picture->layout->cells[picture->index];
  int change = oct_stages_get_change (&picture->self->stages, reading->previous, reading->stage);
  const char *stage = oct_stages_get_name (&picture->self->stages, reading->stage);
  OctColour colour = reading->stage == OCT_STAGE_NOT_JUDGED
                       ? theme->ink_soft
                       : oct_resiliences_colour (picture->self, theme);
  g_autofree char *since = change != 0
                             ? oct_stages_change_to_text (&picture->self->stages, reading->previous,
                                                          reading->stage)
                             : NULL;
  double x = cell->x, y = cell->y, room = cell->width;
  OctTextStyle style = picture->layout->upright ? OCT_TEXT_BOLD : OCT_TEXT_SMALL_BOLD;

  draw_text (picture, OCT_TEXT_BOLD, reading->name, x, y, room, 1, theme->ink);
  y += oct_chart_text_height (theme, OCT_TEXT_BOLD);
  draw_text (picture, style, stage, x, y, room, 1, colour);
  if (since == NULL)
    return;
  if (picture->layout->upright)
    y += oct_chart_text_height (theme, style);
  else
    {
      double used = oct_chart_text_width (theme, style, stage) + theme->size_text;

      x += used;
      room -= used;
    }
  oct_stage_draw_arrow (picture->cr, change, x + theme->size_small * 0.35,
                        y + oct_chart_text_height (theme, OCT_TEXT_SMALL) * 0.52,
                        theme->size_small * 0.7, theme->ink);
  draw_text (picture, OCT_TEXT_SMALL, since, x + theme->size_small, y, room - theme->size_small, 1,
             theme->ink);
}

static void
draw_step (const Picture *picture, int stage)
{
  const OctReading *reading = picture->reading;
  const OctChartTheme *theme = picture->theme;
  OctColour hue = oct_resiliences_colour (picture->self, theme);
  gboolean full = stage <= reading->stage, low = reading->confidence == OCT_STAGE_CONFIDENCE_LOW;
  /* The step that was reached is strongest: it is a stage, and the others are only below it. */
  double paper = low ? 0.75 : stage < reading->stage ? 0.5 : 0;
  OctColour ground = full ? oct_stage_tint (theme, hue, paper) : theme->paper;
  cairo_rectangle_t step;

  oct_resiliences_get_step (picture->layout, &picture->self->stages, picture->index, stage, &step);
  cairo_rectangle (picture->cr, step.x, step.y, step.width, step.height);
  if (reading->stage == OCT_STAGE_NOT_JUDGED)
    oct_stage_fill_not_judged (picture->cr, theme);
  else if (full)
    {
      oct_colour_set (ground, picture->cr);
      cairo_fill (picture->cr);
      if (low)
        {
          cairo_rectangle (picture->cr, step.x, step.y, step.width, step.height);
          oct_stage_fill_hatch (picture->cr, theme,
                                stage < reading->stage ? oct_stage_tint (theme, hue, 0.4) : hue);
        }
    }
  cairo_new_path (picture->cr);
  cairo_rectangle (picture->cr, step.x + 0.5, step.y + 0.5, step.width - 1, step.height - 1);
  oct_colour_set (full ? hue : theme->rule, picture->cr);
  cairo_set_line_width (picture->cr, theme->line);
  cairo_stroke (picture->cr);
  if (!picture->layout->upright
      && step.height >= oct_chart_text_height (theme, OCT_TEXT_SMALL) * 0.9)
    {
      g_autoptr (PangoLayout) name = oct_chart_text_new (theme, OCT_TEXT_SMALL,
                                                         picture->layout->names[stage], 0, 1);
      double width, height;

      oct_chart_text_size (name, &width, &height);
      if (full && low)
        oct_chart_text_draw_with_halo (name, picture->cr, step.x + (step.width - width) / 2,
                                       step.y + (step.height - height) / 2, theme->ink,
                                       theme->paper);
      else
        oct_chart_text_draw (name, picture->cr, step.x + (step.width - width) / 2,
                             step.y + (step.height - height) / 2,
                             full ? oct_chart_theme_ink_on (theme, ground) : theme->ink_soft);
    }
}

/* Along the far edge of a step, and a little beyond at both ends. */
static void
draw_edge (const Picture *picture, int stage, double width, gboolean dashed)
{
  const double dashes[] = { 4, 3 };
  double beyond = picture->theme->size_text * 0.4, edge;
  cairo_rectangle_t step;

  oct_resiliences_get_step (picture->layout, &picture->self->stages, picture->index, stage, &step);
  if (picture->layout->upright)
    {
      edge = step.y - MIN (3, picture->layout->step * 0.15) / 2;
      cairo_move_to (picture->cr, MAX (step.x - beyond, 0), edge);
      cairo_line_to (picture->cr, step.x + step.width + beyond, edge);
    }
  else
    {
      edge = step.x + step.width + MIN (3, picture->layout->step * 0.15) / 2;
      /* The last step's bar stays inside the picture. */
      if (stage == (int) picture->self->stages.n - 1)
        edge -= width / 2 + 1;
      cairo_move_to (picture->cr, edge, step.y - beyond * 0.6);
      cairo_line_to (picture->cr, edge, step.y + step.height + beyond * 0.6);
    }
  oct_colour_set (picture->theme->paper, picture->cr);
  cairo_set_line_width (picture->cr, width + 2);
  cairo_stroke_preserve (picture->cr);
  cairo_save (picture->cr);
  cairo_set_dash (picture->cr, dashes, dashed ? 2 : 0, 0);
  oct_colour_set (picture->theme->ink, picture->cr);
  cairo_set_line_width (picture->cr, width);
  cairo_stroke (picture->cr);
  cairo_restore (picture->cr);
}

static void
draw_reading (const Picture *picture)
{
  const OctReading *reading = picture->reading;
  const OctChartTheme *theme = picture->theme;
  const cairo_rectangle_t *cell = &picture->layout->cells[picture->index];

  draw_words (picture);
  for (guint stage = 0; stage < picture->self->stages.n; stage++)
    draw_step (picture, stage);
  if (oct_stages_get_change (&picture->self->stages, reading->previous, reading->stage) != 0)
    draw_edge (picture, reading->previous, theme->line * 1.5, TRUE);
  if (reading->target != OCT_STAGE_NOT_JUDGED)
    draw_edge (picture, reading->target, MAX (theme->line_strong * 1.6, theme->size_text * 0.26),
               FALSE);
  if (reading->indicator != NULL && picture->layout->foot > 0)
    {
      double y = cell->y + picture->layout->head + theme->size_small * 0.5
                 + (picture->layout->upright ? picture->layout->step * picture->self->stages.n
                                             : picture->layout->across);

      draw_text (picture, OCT_TEXT_SMALL, reading->indicator, cell->x, y,
                 picture->layout->upright ? picture->layout->pitch - theme->size_text * 1.2
                                          : cell->width,
                 picture->layout->upright ? 3 : 2, theme->ink_soft);
    }
}

/**
 * oct_resiliences_draw:
 * @self: a chart of resiliences
 * @cr: what to draw to
 * @width: of the plot
 * @height: of the plot
 * @theme: how it looks
 *
 * Draws the key, the stages' names and the readings.
 */
void
oct_resiliences_draw (OctResiliencesChart *self, cairo_t *cr, double width, double height,
                      const OctChartTheme *theme)
{
  OctResiliencesLayout layout;

  if (self->n_readings == 0 || self->stages.n == 0)
    {
      oct_chart_text_at (cr, theme, OCT_TEXT_NORMAL, _("Nothing to show"), width / 2, height / 2,
                         0.5, theme->ink_soft);
      return;
    }
  oct_resiliences_get_layout (self, width, height, theme, &layout);
  oct_resiliences_lay_key (self, cr, width, theme);
  for (guint stage = 0; layout.upright && stage < self->stages.n; stage++)
    {
      cairo_rectangle_t step;

      oct_resiliences_get_step (&layout, &self->stages, 0, stage, &step);
      if (layout.step >= oct_chart_text_height (theme, OCT_TEXT_SMALL) * 0.8)
        oct_chart_text_at (cr, theme, OCT_TEXT_SMALL, layout.names[stage],
                           layout.left - theme->size_small * 0.8, step.y + step.height / 2, 1,
                           theme->ink_soft);
    }
  for (guint i = 0; i < self->n_readings; i++)
    {
      const Picture picture = { self, cr, theme, &layout, i, &self->readings[i] };

      draw_reading (&picture);
    }
}
