/* How a trend of stages is drawn.
 *
 * A line is a flight of landings: level for the whole of a cycle, upright where the stage changes,
 * absent where nobody judged and where the framework changed. The target is a bar in a column of
 * its own, since nobody has been there yet.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-stage-trend-private.h"

typedef struct
{
  OctStageTrendChart *self;
  cairo_t *cr;
  const OctChartTheme *theme;
  const OctTrendLayout *layout;
  guint index; /* of the panel */
  const OctTrendPanel *panel;
} Picture;

static double
right_edge (const Picture *picture)
{
  return oct_trend_column_x (picture->layout, picture->index, picture->layout->n_columns - 1)
         + picture->layout->column;
}

static void
draw_head (const Picture *picture)
{
  const OctChartTheme *theme = picture->theme;
  double x, y, middle;
  g_autofree char *number = NULL;
  g_autoptr (PangoLayout) name = NULL;

  if (picture->panel->name[0] == '\0')
    return;
  oct_trend_panel_origin (picture->layout, picture->index, &x, &y);
  y += picture->layout->key;
  middle = y + oct_chart_text_height (theme, OCT_TEXT_BOLD) / 2;
  if (picture->panel->number > 0)
    {
      number = g_strdup_printf ("%u", picture->panel->number);
      oct_chart_text_at (picture->cr, theme, OCT_TEXT_BOLD, number, x, middle, 0,
                         oct_chart_theme_element (theme, picture->panel->number));
      x += oct_chart_text_width (theme, OCT_TEXT_BOLD, number) + theme->size_text * 0.5;
    }
  name = oct_chart_text_new (theme, OCT_TEXT_BOLD, picture->panel->name,
                             MAX (right_edge (picture) - x, 10), 1);
  oct_chart_text_draw (name, picture->cr, x, y, theme->ink);
}

/* Dots where a line has nothing to stand on. */
static void
draw_unjudged (const Picture *picture, double y)
{
  for (guint cycle = 0; cycle < picture->self->cycles->len; cycle++)
    {
      gboolean judged = TRUE;

      for (guint line = 0; line < picture->panel->n_lines; line++)
        judged &= picture->panel->lines[line].stages[cycle] != OCT_STAGE_NOT_JUDGED;
      if (!judged)
        cairo_rectangle (picture->cr,
                         oct_trend_column_x (picture->layout, picture->index, cycle) + 2, y,
                         picture->layout->column - 4, picture->layout->band);
    }
  oct_stage_fill_not_judged (picture->cr, picture->theme);
}

/* Lines grow with the type, so that they carry from a slide as well. */
static double
line_width (const Picture *picture, gboolean first)
{
  double width = MAX (picture->theme->line_strong, picture->theme->size_text * 0.15);

  return MIN (width * (first ? 2.3 : 1.25), picture->layout->band * 0.3);
}

static void
draw_band (const Picture *picture, int stage, gboolean named)
{
  const OctTrendLayout *layout = picture->layout;
  double y = oct_trend_band_y (picture->self, layout, picture->index, stage),
         left = oct_trend_column_x (layout, picture->index, 0), right = right_edge (picture);
  const char *name = stage != OCT_STAGE_NOT_JUDGED                           ? layout->labels[stage]
                     : layout->labels == picture->self->stages.abbreviations ? "–"
                                                                             : _("Not judged");

  if (stage == OCT_STAGE_NOT_JUDGED)
    draw_unjudged (picture, y);
  oct_colour_set (picture->theme->rule, picture->cr);
  cairo_set_line_width (picture->cr, picture->theme->line);
  for (int edge = stage == (int) picture->self->stages.n - 1 ? 0 : 1;
       edge < 2 && stage != OCT_STAGE_NOT_JUDGED; edge++)
    {
      cairo_move_to (picture->cr, left, round (y + edge * layout->band) + 0.5);
      cairo_line_to (picture->cr, right, round (y + edge * layout->band) + 0.5);
    }
  cairo_stroke (picture->cr);
  if (named && oct_chart_text_height (picture->theme, OCT_TEXT_SMALL) <= layout->band * 1.3)
    oct_chart_text_at (picture->cr, picture->theme, OCT_TEXT_SMALL, name,
                       left - picture->theme->size_small * 0.6, y + layout->band / 2, 1,
                       picture->theme->ink_soft);
}

/* Names of cycles below their columns, as many as have room; the last one always. */
static void
draw_cycles (const Picture *picture)
{
  const OctTrendLayout *layout = picture->layout;
  guint n = picture->self->cycles->len, every = 1;
  double bottom = oct_trend_band_y (picture->self, layout, picture->index,
                                    layout->unjudged ? OCT_STAGE_NOT_JUDGED : 0)
                  + layout->band + picture->theme->size_small * 0.3,
         longest = 0;

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) words = g_strsplit (oct_trend_cycle (picture->self, i)->name, " ", -1);

      for (guint word = 0; words[word] != NULL; word++)
        longest = MAX (longest, oct_chart_text_width (picture->theme, OCT_TEXT_SMALL, words[word]));
    }
  while (every * layout->column < longest + 4 && every < n)
    every++;
  for (guint i = 0; i < layout->n_columns; i++)
    {
      gboolean target = i >= n;
      const char *text = !target ? oct_trend_cycle (picture->self, i)->name
                         : picture->panel->target_name != NULL ? picture->panel->target_name
                                                               : _("Target");
      double width = MAX (layout->column * (target ? 1 : every), longest + 2) - 2,
             middle = oct_trend_column_x (layout, picture->index, i) + layout->column / 2;
      g_autoptr (PangoLayout) name = NULL;

      if (target ? picture->panel->target == OCT_STAGE_NOT_JUDGED || every > 1
                 : (n - 1 - i) % every != 0)
        continue;
      name = oct_chart_text_new (picture->theme, OCT_TEXT_SMALL, text, width, 2);
      pango_layout_set_alignment (name, PANGO_ALIGN_CENTER);
      oct_chart_text_draw (name, picture->cr, middle - width / 2, bottom, picture->theme->ink);
    }
}

static void
draw_counts (const Picture *picture)
{
  const OctTrendLayout *layout = picture->layout;
  double most = MIN (layout->band * 0.27, layout->column * 0.42);
  guint highest = 1;

  for (guint cycle = 0; cycle < picture->self->cycles->len; cycle++)
    {
      for (int stage = OCT_STAGE_NOT_JUDGED; stage < (int) picture->self->stages.n; stage++)
        highest = MAX (highest, oct_trend_count (picture->self, picture->panel, cycle, stage));
    }
  for (guint cycle = 0; layout->counts && cycle < picture->self->cycles->len; cycle++)
    {
      for (int stage = OCT_STAGE_NOT_JUDGED; stage < (int) picture->self->stages.n; stage++)
        {
          guint n = oct_trend_count (picture->self, picture->panel, cycle, stage);
          double x = oct_trend_column_x (layout, picture->index, cycle) + layout->column / 2,
                 y = oct_trend_band_y (picture->self, layout, picture->index, stage)
                     + layout->band * 0.33,
                 radius = MAX (most * sqrt (n / (double) highest),
                               picture->theme->size_small * 0.62);
          g_autofree char *text = g_strdup_printf ("%u", n);

          if (n == 0)
            continue;
          cairo_arc (picture->cr, x, y, MIN (radius, layout->band * 0.31), 0, 2 * G_PI);
          oct_colour_set (oct_stage_tint (picture->theme, picture->theme->other, 0.72),
                          picture->cr);
          cairo_fill (picture->cr);
          oct_chart_text_at (picture->cr, picture->theme, OCT_TEXT_SMALL, text, x, y, 0.5,
                             picture->theme->ink);
        }
    }
}

/* A dashed upright where nothing can be compared, with its reason where there is room for it. */
static void
draw_break (const Picture *picture, guint cycle)
{
  const OctTrendLayout *layout = picture->layout;
  const char *note = oct_trend_cycle (picture->self, cycle)->note;
  const double dashes[] = { 4, 3 };
  double x = round (oct_trend_column_x (layout, picture->index, cycle)) + 0.5,
         left = oct_trend_column_x (layout, picture->index, 0), right = right_edge (picture),
         top = oct_trend_band_y (picture->self, layout, picture->index,
                                 picture->self->stages.n - 1),
         bottom = oct_trend_band_y (picture->self, layout, picture->index,
                                    layout->unjudged ? OCT_STAGE_NOT_JUDGED : 0)
                  + layout->band;

  cairo_save (picture->cr);
  cairo_set_dash (picture->cr, dashes, 2, 0);
  cairo_set_line_width (picture->cr, picture->theme->line * 1.4);
  oct_colour_set (picture->theme->ink_soft, picture->cr);
  cairo_move_to (picture->cr, x, top - layout->note);
  cairo_line_to (picture->cr, x, bottom);
  cairo_stroke (picture->cr);
  cairo_restore (picture->cr);
  if (layout->note > 0)
    {
      double wanted = oct_chart_text_width (picture->theme, OCT_TEXT_SMALL, note)
                      + picture->theme->size_small;
      gboolean after = wanted <= right - x || right - x >= x - left;
      double room = (after ? right - x : x - left) - picture->theme->size_small * 0.6, width;
      g_autoptr (PangoLayout) text = oct_chart_text_new (picture->theme, OCT_TEXT_SMALL, note,
                                                         MAX (room, 10), 1);

      oct_chart_text_size (text, &width, NULL);
      oct_chart_text_draw (text, picture->cr,
                           after ? x + picture->theme->size_small * 0.5
                                 : x - picture->theme->size_small * 0.5 - width,
                           top - layout->note - 1, picture->theme->ink_soft);
    }
}

static void
trace_line (const Picture *picture, guint line)
{
  const OctTrendLayout *layout = picture->layout;
  const OctTrendLine *data = &picture->panel->lines[line];

  for (guint i = 0; i < picture->self->cycles->len; i++)
    {
      double x = oct_trend_column_x (layout, picture->index, i),
             y = oct_trend_line_y (picture->self, layout, picture->index, line, data->stages[i]),
             shift = line * 3;
      gboolean joined = i > 0 && oct_trend_cycle (picture->self, i)->note == NULL
                        && data->stages[i - 1] != OCT_STAGE_NOT_JUDGED;
      gboolean goes_on = i + 1 < picture->self->cycles->len
                         && oct_trend_cycle (picture->self, i + 1)->note == NULL
                         && data->stages[i + 1] != OCT_STAGE_NOT_JUDGED;

      if (data->stages[i] == OCT_STAGE_NOT_JUDGED)
        continue;
      /* Ends keep clear of the break they end at. */
      if (joined)
        cairo_line_to (picture->cr, x + shift, y);
      else
        cairo_move_to (picture->cr, x + MIN (5, layout->column * 0.12), y);
      cairo_line_to (picture->cr,
                     x + layout->column + (goes_on ? shift : -MIN (5, layout->column * 0.12)), y);
    }
}

static void
draw_line (const Picture *picture, guint line)
{
  const OctTrendLayout *layout = picture->layout;
  const OctTrendLine *data = &picture->panel->lines[line];
  OctColour colour = oct_trend_colour (data, picture->theme);
  double thick = line_width (picture, line == 0);

  cairo_set_line_join (picture->cr, CAIRO_LINE_JOIN_ROUND);
  for (int pass = 0; pass < 2; pass++)
    {
      trace_line (picture, line);
      oct_colour_set (pass == 0 ? picture->theme->paper : colour, picture->cr);
      cairo_set_line_width (picture->cr, pass == 0 ? thick + 2 : thick);
      cairo_stroke (picture->cr);
    }
  for (guint i = 0; i < picture->self->cycles->len; i++)
    {
      if (oct_trend_own_differs (data, i))
        oct_stage_draw_disc (
          picture->cr, picture->theme,
          oct_trend_column_x (layout, picture->index, i) + layout->column / 2,
          oct_trend_line_y (picture->self, layout, picture->index, line, data->own[i]),
          MIN (picture->theme->size_small * 0.36, layout->band * 0.3), colour, FALSE);
    }
}

/* Names at the ends of lines, moved apart where they would touch. */
static void
draw_end_names (const Picture *picture)
{
  double height = oct_chart_text_height (picture->theme, OCT_TEXT_SMALL), last = -G_MAXDOUBLE,
         right = right_edge (picture);
  gboolean done[OCT_STAGE_TREND_MAX_LINES] = { FALSE };

  for (guint turn = 0; picture->layout->end_names && turn < picture->panel->n_lines; turn++)
    {
      double highest = G_MAXDOUBLE;
      guint next = 0;

      for (guint i = 0; i < picture->panel->n_lines; i++)
        {
          const OctTrendLine *line = &picture->panel->lines[i];
          double y = oct_trend_line_y (picture->self, picture->layout, picture->index, i,
                                       line->stages[picture->self->cycles->len - 1]);

          if (!done[i] && y < highest)
            {
              highest = y;
              next = i;
            }
        }
      done[next] = TRUE;
      last = MAX (highest, last + height);
      oct_chart_text_at (
        picture->cr, picture->theme, next == 0 ? OCT_TEXT_SMALL_BOLD : OCT_TEXT_SMALL,
        picture->panel->lines[next].name != NULL ? picture->panel->lines[next].name : "",
        right + picture->theme->size_small * 0.5, last, 0,
        oct_trend_colour (&picture->panel->lines[next], picture->theme));
    }
}

static void
draw_target (const Picture *picture)
{
  const OctTrendLayout *layout = picture->layout;
  double x = oct_trend_column_x (layout, picture->index, layout->n_columns - 1), y,
         thick = line_width (picture, TRUE),
         small = oct_chart_text_height (picture->theme, OCT_TEXT_SMALL);

  if (picture->panel->target == OCT_STAGE_NOT_JUDGED)
    return;
  y = oct_trend_line_y (picture->self, layout, picture->index, 0, picture->panel->target);
  oct_colour_set (picture->theme->ink, picture->cr);
  cairo_rectangle (picture->cr, x + layout->column * 0.12, y - thick / 2, layout->column * 0.76,
                   thick);
  cairo_fill (picture->cr);
  if (picture->self->n_panels == 1
      && oct_chart_text_width (picture->theme, OCT_TEXT_SMALL, _("Target")) <= layout->column
      && y - thick - small >= layout->key)
    oct_chart_text_at (picture->cr, picture->theme, OCT_TEXT_SMALL, _("Target"),
                       x + layout->column / 2, y - thick / 2 - small * 0.55, 0.5,
                       picture->theme->ink);
}

static void
draw_panel (const Picture *picture)
{
  const OctStages *stages = &picture->self->stages;
  gboolean named = picture->index % picture->layout->n_across == 0;

  draw_head (picture);
  for (int stage = stages->n - 1; stage >= 0; stage--)
    draw_band (picture, stage, named);
  if (picture->layout->unjudged)
    draw_band (picture, OCT_STAGE_NOT_JUDGED, named);
  draw_cycles (picture);
  draw_counts (picture);
  for (guint i = 1; i < picture->self->cycles->len; i++)
    {
      if (oct_trend_cycle (picture->self, i)->note != NULL)
        draw_break (picture, i);
    }
  for (int line = (int) picture->panel->n_lines - 1; line >= 0; line--)
    draw_line (picture, line);
  draw_end_names (picture);
  draw_target (picture);
}

/**
 * oct_trend_draw:
 * @self: a trend chart
 * @cr: what to draw to
 * @width: of the plot
 * @height: of the plot
 * @theme: how it looks
 *
 * Draws the key and all panels.
 */
void
oct_trend_draw (OctStageTrendChart *self, cairo_t *cr, double width, double height,
                const OctChartTheme *theme)
{
  OctTrendLayout layout;

  if (self->n_panels == 0 || self->cycles->len == 0)
    {
      oct_chart_text_at (cr, theme, OCT_TEXT_NORMAL, _("Nothing to show"), width / 2, height / 2,
                         0.5, theme->ink_soft);
      return;
    }
  oct_trend_get_layout (self, width, height, theme, &layout);
  oct_trend_lay_key (self, cr, width, theme, layout.end_names);
  for (guint i = 0; i < self->n_panels; i++)
    {
      const Picture picture = { self, cr, theme, &layout, i, &self->panels[i] };

      draw_panel (&picture);
    }
}
