/* Where panels, cycles and stages of a trend are.
 *
 * All panels share one grid, so that small ones can be compared by eye. Names of stages become
 * letters, names of lines go to the key, and numbered discs disappear where room is short.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-stage-trend-private.h"

#define GAP_BAND 0.35 /* of a band, above what isn't judged */

static gboolean
any_unjudged (OctStageTrendChart *self)
{
  for (guint i = 0; i < self->n_panels; i++)
    {
      const OctTrendPanel *panel = &self->panels[i];

      for (guint cycle = 0; cycle < self->cycles->len; cycle++)
        {
          if (oct_trend_count (self, panel, cycle, OCT_STAGE_NOT_JUDGED) > 0)
            return TRUE;
          for (guint line = 0; line < panel->n_lines; line++)
            {
              if (panel->lines[line].stages[cycle] == OCT_STAGE_NOT_JUDGED)
                return TRUE;
            }
        }
    }
  return FALSE;
}

static gboolean
any_note (OctStageTrendChart *self)
{
  for (guint i = 1; i < self->cycles->len; i++)
    {
      if (oct_trend_cycle (self, i)->note != NULL)
        return TRUE;
    }
  return FALSE;
}

static double
bands (OctStageTrendChart *self, const OctTrendLayout *layout)
{
  return self->stages.n + (layout->unjudged ? 1 + GAP_BAND : 0);
}

/* How many panels side by side, evenly over the rows. */
static guint
panels_across (OctStageTrendChart *self, double width, const OctChartTheme *theme)
{
  double least = theme->size_text * (6 + 2.2 * self->cycles->len);
  guint most, n_rows;

  if (self->n_panels <= 1)
    return 1;
  most = CLAMP ((int) (width / MAX (least, 1)), 1, MIN (4, (int) self->n_panels));
  n_rows = (self->n_panels + most - 1) / most;
  return (self->n_panels + n_rows - 1) / n_rows;
}

static double
longest (const OctChartTheme *theme, char *const *texts, guint n, gboolean unjudged)
{
  double most = unjudged && n > 0 && g_utf8_strlen (texts[0], -1) > 2
                  ? oct_chart_text_width (theme, OCT_TEXT_SMALL, _("Not judged"))
                  : 0;

  for (guint i = 0; i < n; i++)
    most = MAX (most, oct_chart_text_width (theme, OCT_TEXT_SMALL, texts[i]));
  return most + theme->size_small * 0.9;
}

static void
measure_labels (OctStageTrendChart *self, const OctChartTheme *theme, OctTrendLayout *layout)
{
  double names = longest (theme, self->stages.names, self->stages.n, layout->unjudged),
         shorts = longest (theme, self->stages.short_names, self->stages.n, layout->unjudged),
         most = layout->pitch_x * 0.3;

  layout->labels = names <= most    ? self->stages.names
                   : shorts <= most ? self->stages.short_names
                                    : self->stages.abbreviations;
  layout->left = layout->labels == self->stages.names ? names
                 : layout->labels == self->stages.short_names
                   ? shorts
                   : longest (theme, layout->labels, self->stages.n, FALSE);
}

/* Lines are named at their ends in one wide panel; else in the key. */
static void
measure_ends (OctStageTrendChart *self, double width, const OctChartTheme *theme,
              OctTrendLayout *layout)
{
  const OctTrendPanel *panel = &self->panels[0];
  double most = 0;

  if (self->n_panels != 1 || panel->n_lines < 2)
    return;
  for (guint i = 0; i < panel->n_lines; i++)
    most = MAX (most,
                oct_chart_text_width (theme, OCT_TEXT_SMALL_BOLD,
                                      panel->lines[i].name != NULL ? panel->lines[i].name : ""));
  layout->end_names = most + theme->size_small <= width * 0.24;
  layout->right = layout->end_names ? most + theme->size_small : 0;
}

/**
 * oct_trend_get_layout:
 * @self: a trend chart
 * @width: of the plot
 * @height: of the plot
 * @theme: how it looks
 * @layout: (out caller-allocates): where things are
 *
 * Divides the plot among panels, cycles and stages.
 */
void
oct_trend_get_layout (OctStageTrendChart *self, double width, double height,
                      const OctChartTheme *theme, OctTrendLayout *layout)
{
  guint n_rows;
  double small = oct_chart_text_height (theme, OCT_TEXT_SMALL), room;

  *layout = (OctTrendLayout) { 0 };
  layout->n_across = panels_across (self, width, theme);
  n_rows = (MAX (self->n_panels, 1) + layout->n_across - 1) / layout->n_across;
  layout->unjudged = any_unjudged (self);
  for (guint i = 0; i < self->n_panels; i++)
    {
      layout->target |= self->panels[i].target != OCT_STAGE_NOT_JUDGED;
      layout->counts |= self->panels[i].counts != NULL;
      if (self->panels[i].name[0] != '\0')
        layout->head = ceil (oct_chart_text_height (theme, OCT_TEXT_BOLD) * 1.25);
    }
  layout->pitch_x = (width + theme->size_text * 1.5) / layout->n_across;
  measure_labels (self, theme, layout);
  measure_ends (self, width, theme, layout);
  layout->key = oct_trend_lay_key (self, NULL, width, theme, layout->end_names);
  layout->pitch_y = (height - layout->key) / n_rows;
  layout->note = self->n_panels == 1 && any_note (self) ? ceil (small * 1.2) : 0;
  layout->gap = layout->target ? round (theme->size_text * 0.6) : 0;
  layout->n_columns = self->cycles->len + (layout->target ? 1 : 0);
  room = layout->pitch_x - theme->size_text * 1.5 - layout->left - layout->gap - layout->right;
  layout->column = MAX (room / MAX (layout->n_columns, 1), 1);
  layout->column = MIN (layout->column, theme->size_text * 16);
  layout->top = layout->key + layout->head + layout->note;
  /* Two lines of a cycle's name, and some air before the next row of panels. */
  room = layout->pitch_y - layout->head - layout->note - small * 2.3
         - (n_rows > 1 ? theme->size_text * 0.8 : 0);
  layout->band = MAX (room / bands (self, layout), 1);
  layout->band = MIN (layout->band, theme->size_text * 6);
  layout->counts = layout->counts && layout->band >= small * 1.9
                   && layout->column >= theme->size_small * 1.6;
}

double
oct_trend_natural_height (OctStageTrendChart *self, double width, const OctChartTheme *theme)
{
  OctTrendLayout layout;
  guint n_rows;
  double band;

  if (self->n_panels == 0 || self->cycles->len == 0)
    return theme->size_text * 6;
  oct_trend_get_layout (self, width, 4000, theme, &layout);
  n_rows = (self->n_panels + layout.n_across - 1) / layout.n_across;
  band = theme->size_text * (layout.counts ? 3.3 : self->n_panels > 1 ? 1.6 : 2.6);
  return layout.key
         + n_rows
             * (layout.head + layout.note + bands (self, &layout) * band
                + oct_chart_text_height (theme, OCT_TEXT_SMALL) * 2.3
                + (n_rows > 1 ? theme->size_text * 0.8 : 0));
}

void
oct_trend_panel_origin (const OctTrendLayout *layout, guint panel, double *x, double *y)
{
  *x = (panel % layout->n_across) * layout->pitch_x;
  *y = (panel / layout->n_across) * layout->pitch_y;
}

double
oct_trend_column_x (const OctTrendLayout *layout, guint panel, guint column)
{
  double x, y;

  oct_trend_panel_origin (layout, panel, &x, &y);
  x += layout->left + column * layout->column;
  /* What is aimed at stands apart from what was judged. */
  return layout->target && column + 1 == layout->n_columns ? x + layout->gap : x;
}

double
oct_trend_band_y (OctStageTrendChart *self, const OctTrendLayout *layout, guint panel, int stage)
{
  double x, y, rows = (int) self->stages.n - 1 - stage;

  oct_trend_panel_origin (layout, panel, &x, &y);
  if (stage == OCT_STAGE_NOT_JUDGED)
    rows = self->stages.n + GAP_BAND;
  return y + layout->top + rows * layout->band;
}

double
oct_trend_line_y (OctStageTrendChart *self, const OctTrendLayout *layout, guint panel, guint line,
                  int stage)
{
  guint n = self->panels[panel].n_lines;
  double lane = MIN (layout->band * 0.2, 9), middle = layout->counts ? 0.74 : 0.5;

  return oct_trend_band_y (self, layout, panel, stage) + layout->band * middle
         + (line - (n - 1) / 2.0) * lane;
}

static gboolean
any_own (OctStageTrendChart *self)
{
  for (guint i = 0; i < self->n_panels; i++)
    {
      for (guint line = 0; line < self->panels[i].n_lines; line++)
        {
          for (guint cycle = 0; cycle < self->cycles->len; cycle++)
            {
              if (oct_trend_own_differs (&self->panels[i].lines[line], cycle))
                return TRUE;
            }
        }
    }
  return FALSE;
}

double
oct_trend_lay_key (OctStageTrendChart *self, cairo_t *cr, double width, const OctChartTheme *theme,
                   gboolean end_names)
{
  g_autoptr (OctStageKey) key = oct_stage_key_new (&self->stages);
  gboolean counts = FALSE, target = FALSE;
  double height;

  for (guint i = 0; i < self->n_panels; i++)
    {
      const OctTrendPanel *panel = &self->panels[i];

      for (guint line = 0; i == 0 && !end_names && panel->n_lines > 1 && line < panel->n_lines;
           line++)
        oct_stage_key_add (key, OCT_STAGE_KEY_LINE, 0,
                           oct_trend_colour (&panel->lines[line], theme),
                           panel->lines[line].name != NULL ? panel->lines[line].name : "");
      counts |= panel->counts != NULL;
      target |= panel->target != OCT_STAGE_NOT_JUDGED;
    }
  if (any_own (self))
    oct_stage_key_add (key, OCT_STAGE_KEY_OPEN, 0, theme->ink, NULL);
  if (target && self->n_panels > 1)
    oct_stage_key_add (key, OCT_STAGE_KEY_TARGET, 0, theme->ink, NULL);
  if (counts)
    oct_stage_key_add (key, OCT_STAGE_KEY_COUNT, 0, oct_stage_tint (theme, theme->other, 0.6),
                       _("How many are at a stage"));
  for (guint i = 1; self->n_panels > 1 && i < self->cycles->len; i++)
    {
      const OctTrendCycle *cycle = oct_trend_cycle (self, i);
      g_autofree char *text = NULL;

      if (cycle->note == NULL)
        continue;
      /* Translators: why nothing can be compared across a break; the cycle after it. */
      text = g_strdup_printf (_("%s, from %s"), cycle->note, cycle->name);
      oct_stage_key_add (key, OCT_STAGE_KEY_PREVIOUS, 0, theme->ink_soft, text);
    }
  height = oct_stage_key_lay (key, cr, 0, width, theme);
  return height > 0 ? ceil (height + theme->size_text * 0.4) : 0;
}
