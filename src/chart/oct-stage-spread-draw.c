/* How a spread of stages is drawn.
 *
 * Bands are named and counted at the left, the last stage at the top. Everybody is a soft dot of the
 * element's hue; the chosen one is strong, and an open dot with a tail shows where it came from.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-stage-spread-private.h"

typedef struct
{
  OctStageSpreadChart *self;
  cairo_t *cr;
  const OctChartTheme *theme;
  const OctSpreadLayout *layout;
  double width;
} Picture;

static void
draw_head (const Picture *picture)
{
  const OctChartTheme *theme = picture->theme;
  double middle = oct_chart_text_height (theme, OCT_TEXT_BOLD) / 2, x = 0;
  g_autofree char *number = g_strdup_printf ("%u", picture->self->number);
  g_autoptr (PangoLayout) name = NULL;

  if (picture->self->element_name == NULL)
    return;
  if (picture->self->number > 0)
    {
      oct_chart_text_at (picture->cr, theme, OCT_TEXT_BOLD, number, 0, middle, 0,
                         oct_spread_colour (picture->self, theme));
      x = oct_chart_text_width (theme, OCT_TEXT_BOLD, number) + theme->size_text * 0.5;
    }
  name = oct_chart_text_new (theme, OCT_TEXT_BOLD, picture->self->element_name,
                             MAX (picture->width - x, 10), 1);
  oct_chart_text_draw (name, picture->cr, x, 0, theme->ink);
}

/* The middle of a band's first line. */
static double
first_line (const Picture *picture, int stage)
{
  const OctSpreadLayout *layout = picture->layout;
  guint lines = oct_spread_lines (picture->self, layout, stage);

  return layout->tops[stage + 1] + (layout->heights[stage + 1] - lines * layout->line) / 2
         + layout->line / 2;
}

static void
draw_band (const Picture *picture, int stage)
{
  const OctSpreadLayout *layout = picture->layout;
  const OctChartTheme *theme = picture->theme;
  guint n = oct_spread_count (picture->self, stage);
  double top = layout->tops[stage + 1], height = layout->heights[stage + 1], middle;
  g_autofree char *count = g_strdup_printf ("%u", n);
  const char *name = stage != OCT_STAGE_NOT_JUDGED ? layout->names[stage]
                     : layout->names == picture->self->stages.abbreviations
                       ? "–"
                       : oct_stages_get_name (&picture->self->stages, stage);

  if (height <= 0)
    return;
  middle = first_line (picture, stage);
  if (stage == OCT_STAGE_NOT_JUDGED)
    {
      cairo_rectangle (picture->cr, layout->labels, top, picture->width - layout->labels, height);
      oct_stage_fill_not_judged (picture->cr, theme);
    }
  oct_colour_set (theme->rule, picture->cr);
  cairo_set_line_width (picture->cr, theme->line);
  if (stage != OCT_STAGE_NOT_JUDGED)
    {
      cairo_move_to (picture->cr, 0, round (top + height) + 0.5);
      cairo_line_to (picture->cr, picture->width, round (top + height) + 0.5);
    }
  if (stage == (int) picture->self->stages.n - 1)
    {
      cairo_move_to (picture->cr, 0, round (top) + 0.5);
      cairo_line_to (picture->cr, picture->width, round (top) + 0.5);
    }
  cairo_stroke (picture->cr);
  if (height < oct_chart_text_height (theme, OCT_TEXT_NORMAL) * 0.8)
    return;
  oct_chart_text_at (picture->cr, theme, OCT_TEXT_NORMAL, name, 0, middle, 0,
                     n > 0 ? theme->ink : theme->ink_soft);
  oct_chart_text_at (picture->cr, theme, OCT_TEXT_BOLD, count,
                     layout->labels - theme->size_text * 0.9, middle, 1,
                     n > 0 ? theme->ink : theme->ink_soft);
}

/* Room for the name in a dot's cell. */
static double
name_room (const OctSpreadLayout *layout, gboolean chosen)
{
  double gap = chosen ? 0 : layout->radius * 2 + layout->type.size_small * 0.5;

  return MAX (layout->cell - gap - layout->type.size_small * 0.6, 1);
}

static void
lay_names (OctStageSpreadChart *self, OctSpreadLayout *layout)
{
  int chosen = oct_spread_chosen (self);

  layout->texts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->dots->len; i++)
    g_ptr_array_add (layout->texts,
                     oct_chart_text_new (
                       &layout->type, (int) i == chosen ? OCT_TEXT_SMALL_BOLD : OCT_TEXT_SMALL,
                       oct_spread_dot (self, i)->name, name_room (layout, (int) i == chosen), 1));
}

/* With a rim of paper where nobody judged, since those names lie on dots. */
static void
draw_name (const Picture *picture, guint index, double x, double middle)
{
  PangoLayout *name = g_ptr_array_index (picture->layout->texts, index);
  double height;

  oct_chart_text_size (name, NULL, &height);
  if (oct_spread_dot (picture->self, index)->stage == OCT_STAGE_NOT_JUDGED)
    oct_chart_text_draw_with_halo (name, picture->cr, x, middle - height / 2, picture->theme->ink,
                                   picture->theme->paper);
  else
    oct_chart_text_draw (name, picture->cr, x, middle - height / 2, picture->theme->ink);
}

static void
draw_dot (const Picture *picture, guint index)
{
  const OctSpreadLayout *layout = picture->layout;
  const OctSpreadDot *dot = oct_spread_dot (picture->self, index);
  const cairo_rectangle_t *cell = &layout->cells[index];
  OctColour hue = oct_spread_colour (picture->self, picture->theme);
  double x = layout->named ? cell->x + layout->radius + 1 : cell->x + cell->width / 2,
         middle = cell->y + cell->height / 2,
         gap = layout->radius * 2 + layout->type.size_small * 0.5;

  oct_stage_draw_disc (picture->cr, picture->theme, x, middle, layout->radius,
                       dot->stage == OCT_STAGE_NOT_JUDGED
                         ? picture->theme->ink_soft
                         : oct_stage_tint (picture->theme, hue, 0.35),
                       dot->stage != OCT_STAGE_NOT_JUDGED);
  if (layout->named)
    draw_name (picture, index, cell->x + gap, middle);
}

/* From an open dot where it was to the full one where it is. */
static void
draw_tail (const Picture *picture, const OctSpreadDot *dot, double x, double to, double radius)
{
  const OctSpreadLayout *layout = picture->layout;
  OctColour hue = oct_spread_colour (picture->self, picture->theme);
  double from = first_line (picture, dot->previous), way = to > from ? 1 : -1,
         ghost = radius * 0.85, arrow = radius * 1.3;
  const char *words = picture->self->previous_name != NULL ? picture->self->previous_name
                                                           : _("Before");

  oct_colour_set (hue, picture->cr);
  cairo_set_line_width (picture->cr, MAX (picture->theme->line_strong, radius * 0.25));
  cairo_move_to (picture->cr, x, from + way * ghost);
  cairo_line_to (picture->cr, x, to - way * (radius + arrow * 0.6));
  cairo_stroke (picture->cr);
  oct_stage_draw_arrow (picture->cr, -way, x, to - way * (radius + arrow * 0.55), arrow, hue);
  oct_stage_draw_disc (picture->cr, picture->theme, x, from, ghost, hue, FALSE);
  if (layout->named)
    {
      g_autoptr (PangoLayout) text = oct_chart_text_new (&layout->type, OCT_TEXT_SMALL, words,
                                                         name_room (layout, TRUE), 1);
      double height;

      oct_chart_text_size (text, NULL, &height);
      oct_chart_text_draw (text, picture->cr, layout->left, from - height / 2,
                           picture->theme->ink_soft);
    }
}

/* Without names the chosen one still has its own, behind the dots of its band if there is room. */
static void
draw_chosen_label (const Picture *picture, const OctSpreadDot *dot, double middle)
{
  const OctSpreadLayout *layout = picture->layout;
  guint others = oct_spread_count (picture->self, dot->stage) - 1;
  double x = layout->left + MIN (others, layout->n_across) * layout->cell
             + picture->theme->size_small * 0.5;

  if (oct_chart_text_width (picture->theme, OCT_TEXT_SMALL_BOLD, dot->name) <= picture->width - x)
    oct_chart_text_at (picture->cr, picture->theme, OCT_TEXT_SMALL_BOLD, dot->name, x, middle, 0,
                       picture->theme->ink);
}

static void
draw_chosen (const Picture *picture, guint index)
{
  const OctSpreadLayout *layout = picture->layout;
  const OctSpreadDot *dot = oct_spread_dot (picture->self, index);
  const cairo_rectangle_t *cell = &layout->cells[index];
  OctColour hue = oct_spread_colour (picture->self, picture->theme);
  double x = layout->labels + layout->lane / 2, middle = cell->y + cell->height / 2,
         radius = MIN (MAX (layout->radius * 1.3, 3), layout->lane / 2);

  if (dot->previous != OCT_STAGE_NOT_JUDGED && dot->previous != dot->stage)
    draw_tail (picture, dot, x, middle, radius);
  oct_stage_draw_disc (picture->cr, picture->theme, x, middle, radius,
                       dot->stage == OCT_STAGE_NOT_JUDGED ? picture->theme->ink : hue,
                       dot->stage != OCT_STAGE_NOT_JUDGED);
  if (layout->named)
    draw_name (picture, index, layout->left, middle);
  else
    draw_chosen_label (picture, dot, middle);
}

/**
 * oct_spread_draw:
 * @self: a spread chart
 * @cr: what to draw to
 * @width: of the plot
 * @height: of the plot
 * @theme: how it looks
 *
 * Draws the bands and the dots.
 */
void
oct_spread_draw (OctStageSpreadChart *self, cairo_t *cr, double width, double height,
                 const OctChartTheme *theme)
{
  Picture picture = { self, cr, theme, NULL, width };
  int chosen = oct_spread_chosen (self);

  if (self->dots->len == 0 || self->stages.n == 0)
    {
      oct_chart_text_at (cr, theme, OCT_TEXT_NORMAL, _("Nothing to show"), width / 2, height / 2,
                         0.5, theme->ink_soft);
      return;
    }
  picture.layout = oct_spread_get_layout (self, width, height, theme);
  if (self->kept.texts == NULL && self->kept.named)
    lay_names (self, &self->kept);
  draw_head (&picture);
  for (int stage = OCT_STAGE_NOT_JUDGED; stage < (int) self->stages.n; stage++)
    draw_band (&picture, stage);
  for (guint i = 0; i < self->dots->len; i++)
    {
      if ((int) i != chosen)
        draw_dot (&picture, i);
    }
  if (chosen >= 0)
    draw_chosen (&picture, chosen);
}
