/* How risks are drawn.
 *
 * Cells darken evenly with their score, in no colour that means anything else; what is above the
 * appetite is hatched and has a border. Discs are numbered, and an arrow leads from the cell in which
 * a risk was.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-chart-key.h"
#include "oct-risk-private.h"
#include "oct-stage-marks.h"

typedef struct
{
  OctRiskChart *self;
  cairo_t *cr;
  const OctChartTheme *theme;
  const OctRiskLayout *layout;
  double width;
  guint appetite; /* of all, or 0 */
} Picture;

static OctColour
cell_ground (const OctChartTheme *theme, guint score)
{
  return oct_stage_tint (theme, theme->other,
                         0.94 - 0.5 * score / (OCT_RISK_STEPS * OCT_RISK_STEPS));
}

static OctColour
hatch_colour (const OctChartTheme *theme)
{
  return oct_stage_tint (theme, theme->warn, 0.45);
}

static void
draw_cells (const Picture *picture)
{
  for (guint i = 1; i <= OCT_RISK_STEPS; i++)
    {
      for (guint j = 1; j <= OCT_RISK_STEPS; j++)
        {
          const OctRiskPoint point = { i, j };
          cairo_rectangle_t cell;

          oct_risk_map_get_cell (picture->layout, point, &cell);
          cairo_rectangle (picture->cr, cell.x + 0.5, cell.y + 0.5, cell.width - 1,
                           cell.height - 1);
          oct_colour_set (cell_ground (picture->theme, i * j), picture->cr);
          cairo_fill (picture->cr);
          if (picture->appetite == 0 || i * j <= picture->appetite)
            continue;
          cairo_rectangle (picture->cr, cell.x + 0.5, cell.y + 0.5, cell.width - 1,
                           cell.height - 1);
          oct_stage_fill_hatch (picture->cr, picture->theme, hatch_colour (picture->theme));
        }
    }
}

static gboolean
is_above (const Picture *picture, int likelihood, int impact)
{
  return likelihood >= 1 && impact <= OCT_RISK_STEPS && likelihood <= OCT_RISK_STEPS && impact >= 1
         && likelihood * impact > (int) picture->appetite;
}

/* The border between what is accepted and what is above. */
static void
draw_appetite (const Picture *picture)
{
  if (picture->appetite == 0)
    return;
  for (int i = 1; i <= OCT_RISK_STEPS; i++)
    {
      for (int j = 1; j <= OCT_RISK_STEPS; j++)
        {
          const OctRiskPoint point = { i, j };
          cairo_rectangle_t cell;

          if (!is_above (picture, i, j))
            continue;
          oct_risk_map_get_cell (picture->layout, point, &cell);
          if (j > 1 && !is_above (picture, i, j - 1))
            {
              cairo_move_to (picture->cr, cell.x, cell.y);
              cairo_line_to (picture->cr, cell.x, cell.y + cell.height);
            }
          if (i > 1 && !is_above (picture, i - 1, j))
            {
              cairo_move_to (picture->cr, cell.x, cell.y + cell.height);
              cairo_line_to (picture->cr, cell.x + cell.width, cell.y + cell.height);
            }
        }
    }
  oct_colour_set (picture->theme->warn, picture->cr);
  cairo_set_line_width (picture->cr, picture->theme->line_strong);
  cairo_stroke (picture->cr);
}

static void
draw_axes (const Picture *picture)
{
  const OctChartTheme *theme = picture->theme;
  const OctRiskLayout *layout = picture->layout;
  double small = oct_chart_text_height (theme, OCT_TEXT_SMALL),
         bottom = layout->top + layout->cell_height * OCT_RISK_STEPS,
         middle_y = (layout->top + bottom) / 2;

  for (guint i = 0; i < OCT_RISK_STEPS; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      const char *likelihood = picture->self->likelihood != NULL ? picture->self->likelihood[i]
                                                                 : number;
      const char *impact = picture->self->impact != NULL ? picture->self->impact[i] : number;
      g_autoptr (PangoLayout) row = NULL, column = NULL;
      double width, height, room = layout->left - small * 1.5 - theme->size_small * 0.6;

      row = oct_chart_text_new (theme, OCT_TEXT_SMALL, likelihood, MAX (room, 5), 2);
      oct_chart_text_size (row, &width, &height);
      oct_chart_text_draw (row, picture->cr, layout->left - theme->size_small * 0.5 - width,
                           bottom - (i + 0.5) * layout->cell_height - height / 2, theme->ink);
      if (oct_chart_text_width (theme, OCT_TEXT_SMALL, impact) > layout->cell_width * 1.05)
        impact = number;
      column = oct_chart_text_new (theme, OCT_TEXT_SMALL, impact, 0, 1);
      oct_chart_text_size (column, &width, NULL);
      oct_chart_text_draw (column, picture->cr,
                           layout->left + (i + 0.5) * layout->cell_width - width / 2,
                           bottom + small * 0.15, theme->ink);
    }
  oct_chart_text_at (picture->cr, theme, OCT_TEXT_SMALL_BOLD, _("Impact"),
                     layout->left + layout->cell_width * OCT_RISK_STEPS / 2, bottom + small * 1.8,
                     0.5, theme->ink);
  cairo_save (picture->cr);
  cairo_translate (picture->cr, small * 0.6, middle_y);
  cairo_rotate (picture->cr, -G_PI / 2);
  oct_chart_text_at (picture->cr, theme, OCT_TEXT_SMALL_BOLD, _("Likelihood"), 0, 0, 0.5,
                     theme->ink);
  cairo_restore (picture->cr);
}

static void
draw_head (cairo_t *cr, double x, double y, double way_x, double way_y, double head)
{
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x - way_x * head - way_y * head * 0.55,
                 y - way_y * head + way_x * head * 0.55);
  cairo_line_to (cr, x - way_x * head + way_y * head * 0.55,
                 y - way_y * head - way_x * head * 0.55);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* From where it was to the rim of its disc, in a bow that keeps clear of the discs between. */
static void
draw_movement (const Picture *picture, guint index)
{
  const OctRiskDisc *risk = oct_risk_map_get (picture->self, index);
  double x, y, from_x, from_y, length, head = picture->theme->size_small * 0.55, bow, bend_x,
                                       bend_y, way_x, way_y;
  cairo_rectangle_t cell;

  if (!oct_risk_map_is_scored (risk->before) || !oct_risk_map_is_scored (risk->now)
      || (risk->before.likelihood == risk->now.likelihood
          && risk->before.impact == risk->now.impact))
    return;
  oct_risk_map_get_middle (picture->self, picture->layout, index, &x, &y);
  oct_risk_map_get_cell (picture->layout, risk->before, &cell);
  from_x = cell.x + cell.width / 2;
  from_y = cell.y + cell.height / 2;
  length = hypot (x - from_x, y - from_y);
  if (length < picture->layout->radius + 2 * head)
    return;
  bow = MIN (length * 0.28, picture->layout->radius * 3);
  bend_x = (from_x + x) / 2 - (y - from_y) / length * bow;
  bend_y = (from_y + y) / 2 + (x - from_x) / length * bow;
  length = hypot (x - bend_x, y - bend_y);
  way_x = (x - bend_x) / length;
  way_y = (y - bend_y) / length;
  x -= way_x * (picture->layout->radius + 1.5);
  y -= way_y * (picture->layout->radius + 1.5);
  oct_colour_set (picture->theme->ink, picture->cr);
  cairo_set_line_width (picture->cr, MAX (picture->theme->line * 1.3, 1));
  cairo_arc (picture->cr, from_x, from_y, head * 0.35, 0, 2 * G_PI);
  cairo_fill (picture->cr);
  cairo_move_to (picture->cr, from_x, from_y);
  cairo_curve_to (picture->cr, from_x + (bend_x - from_x) * 0.67, from_y + (bend_y - from_y) * 0.67,
                  x - way_x * head + (bend_x - x) * 0.5, y - way_y * head + (bend_y - y) * 0.5,
                  x - way_x * head, y - way_y * head);
  cairo_stroke (picture->cr);
  draw_head (picture->cr, x, y, way_x, way_y, head);
}

static void
draw_disc (const Picture *picture, guint index, double x, double y, double radius)
{
  const OctRiskDisc *risk = oct_risk_map_get (picture->self, index);
  gboolean scored = oct_risk_map_is_scored (risk->now);
  OctColour colour = oct_risk_map_is_above (risk) ? picture->theme->warn : picture->theme->accent;
  OctChartTheme type = oct_stage_scaled_theme (picture->theme,
                                               MAX (radius, 2) / (picture->theme->size_small));
  g_autofree char *number = g_strdup_printf ("%u", risk->number);

  oct_stage_draw_disc (picture->cr, picture->theme, x, y, radius,
                       scored ? colour : picture->theme->ink_soft, scored);
  if (radius >= 5)
    oct_chart_text_at (picture->cr, &type, OCT_TEXT_SMALL_BOLD, number, x, y, 0.5,
                       scored ? oct_chart_theme_ink_on (picture->theme, colour)
                              : picture->theme->ink);
}

static void
draw_list_line (const Picture *picture, guint index)
{
  const OctChartTheme *theme = picture->theme;
  const OctRiskLayout *layout = picture->layout;
  const OctRiskDisc *risk = oct_risk_map_get (picture->self, index);
  double radius = MIN (layout->radius, layout->line * 0.42),
         y = layout->list_y + (index + 0.5) * layout->line, x = layout->list_x + radius + 1,
         arrow = theme->size_small * 0.75, right, height;
  int change = oct_risk_map_get_change (risk);
  g_autofree char *score = oct_risk_map_is_scored (risk->now)
                             ? g_strdup_printf ("%u", oct_risk_map_score (risk->now))
                             : g_strdup (_("not scored"));
  g_autoptr (PangoLayout) name = NULL;

  draw_disc (picture, index, x, y, radius);
  right = layout->list_x + layout->list_width;
  oct_chart_text_at (picture->cr, theme, OCT_TEXT_SMALL_BOLD, score, right - arrow * 1.6, y, 1,
                     oct_risk_map_is_above (risk) ? theme->warn : theme->ink);
  oct_stage_draw_arrow (picture->cr, change, right - arrow * 0.6, y, arrow, theme->ink);
  x += radius + theme->size_text * 0.5;
  right -= arrow * 2.2 + oct_chart_text_width (theme, OCT_TEXT_SMALL_BOLD, score);
  name = oct_chart_text_new (theme, OCT_TEXT_SMALL, risk->name, MAX (right - x, 8), 1);
  oct_chart_text_size (name, NULL, &height);
  oct_chart_text_draw (name, picture->cr, x, y - height / 2, theme->ink);
}

void
oct_risk_map_draw (OctChart *chart, cairo_t *cr, double width, double height,
                   const OctChartTheme *theme)
{
  OctRiskChart *self = OCT_RISK_CHART (chart);
  OctRiskLayout layout;
  Picture picture = { self, cr, theme, &layout, width, oct_risk_map_get_appetite (self) };
  double x, y;

  if (self->risks->len == 0)
    {
      oct_placed_chart_draw_empty (cr, width, height, theme, _("No risk is recorded yet"));
      return;
    }
  oct_risk_map_get_layout (self, width, height, theme, &layout);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  oct_risk_map_lay_key (self, cr, width, theme);
  draw_cells (&picture);
  draw_appetite (&picture);
  draw_axes (&picture);
  for (guint i = 0; i < self->risks->len; i++)
    draw_movement (&picture, i);
  for (guint i = 0; i < self->risks->len; i++)
    {
      if (oct_risk_map_is_scored (oct_risk_map_get (self, i)->now)
          && oct_risk_map_get_middle (self, &layout, i, &x, &y))
        draw_disc (&picture, i, x, y, layout.radius);
    }
  for (guint i = 0; i < layout.listed; i++)
    draw_list_line (&picture, i);
  cairo_restore (cr);
}

static void
key_disc (cairo_t *cr, const OctChartTheme *theme, const cairo_rectangle_t *box, int value,
          OctColour colour)
{
  oct_stage_draw_disc (cr, theme, box->x + box->width / 2, box->y + box->height / 2,
                       box->height * 0.48, colour, TRUE);
}

static void
key_movement (cairo_t *cr, const OctChartTheme *theme, const cairo_rectangle_t *box, int value,
              OctColour colour)
{
  double y = box->y + box->height / 2, head = box->height * 0.5, right = box->x + box->width;

  oct_colour_set (colour, cr);
  cairo_set_line_width (cr, MAX (theme->line * 1.3, 1));
  cairo_move_to (cr, box->x, y);
  cairo_line_to (cr, right - head, y);
  cairo_stroke (cr);
  cairo_move_to (cr, right, y);
  cairo_line_to (cr, right - head, y - head * 0.55);
  cairo_line_to (cr, right - head, y + head * 0.55);
  cairo_close_path (cr);
  cairo_fill (cr);
}

double
oct_risk_map_lay_key (OctRiskChart *self, cairo_t *cr, double width, const OctChartTheme *theme)
{
  g_autoptr (OctChartKey) key = oct_chart_key_new ();
  guint appetite = oct_risk_map_get_appetite (self);
  gboolean moved = FALSE, above = FALSE;

  for (guint i = 0; i < self->risks->len; i++)
    above |= oct_risk_map_is_above (oct_risk_map_get (self, i));
  for (guint i = 0; i < self->risks->len; i++)
    moved |= oct_risk_map_is_scored (oct_risk_map_get (self, i)->before)
             && oct_risk_map_is_scored (oct_risk_map_get (self, i)->now);
  if (appetite > 0)
    {
      /* Translators: a number, likelihood times impact. */
      g_autofree char *text = g_strdup_printf (_("Above appetite: more than %u"), appetite);

      oct_chart_key_add (key, oct_chart_key_hatch, TRUE, 0, hatch_colour (theme), text);
    }
  else if (above)
    oct_chart_key_add (key, key_disc, FALSE, 0, theme->warn, _("Above its appetite"));
  if (moved)
    oct_chart_key_add (key, key_movement, TRUE, 0, theme->ink, _("Moved since last time"));
  oct_chart_key_add (key, NULL, FALSE, 0, theme->ink, _("Score: likelihood × impact"));
  return oct_chart_key_lay (key, cr, 0, width, theme);
}
