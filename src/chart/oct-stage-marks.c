/* How charts show stages.
 *
 * The ramp is the theme's own scale of one hue, so that a grey copy keeps its order. Hatch and dots
 * are lines clipped to a path instead of image patterns: they stay sharp in a PDF and cost the same
 * for one cell as for hundreds, since the path may have many parts.
 */
#include "oct-stage-marks.h"

#include <glib/gi18n.h>
#include <math.h>

/* The shortest beginning of each name that no other name begins with. */
static char *
abbreviate (const char *const *names, guint n, guint which)
{
  glong length = g_utf8_strlen (names[which], -1);

  for (glong letters = 1; letters < length; letters++)
    {
      g_autofree char *start = g_utf8_substring (names[which], 0, letters);
      g_autofree char *folded = g_utf8_casefold (start, -1);
      gboolean alone = TRUE;

      for (guint i = 0; i < n && alone; i++)
        {
          g_autofree char *other = g_utf8_casefold (names[i], -1);

          alone = i == which || !g_str_has_prefix (other, folded);
        }
      if (alone)
        return g_steal_pointer (&start);
    }
  return g_strdup (names[which]);
}

#define SHORT_NAME 12

/* As many first words as make a short name; the whole one where another begins the same. */
static char *
shorten (const char *const *names, guint n, guint which)
{
  g_auto (GStrv) words = g_strsplit (names[which], " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (i > 0 && g_utf8_strlen (text->str, -1) + 1 + g_utf8_strlen (words[i], -1) > SHORT_NAME)
        break;
      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, words[i]);
    }
  for (guint i = 0; i < n; i++)
    {
      if (i != which && g_str_has_prefix (names[i], text->str))
        return g_strdup (names[which]);
    }
  return g_strdup (text->str);
}

/**
 * oct_stages_set:
 * @self: stages, zeros at first
 * @names: (array zero-terminated=1): from the first step to the last; beyond %OCT_STAGES_MAX they
 *   are left out
 *
 * Sets what the stages are called.
 */
void
oct_stages_set (OctStages *self, const char *const *names)
{
  guint n;

  g_return_if_fail (self != NULL);
  g_return_if_fail (names != NULL);

  oct_stages_clear (self);
  n = MIN (g_strv_length ((char **) names), OCT_STAGES_MAX);
  for (guint i = 0; i < n; i++)
    {
      self->names[i] = g_strdup (names[i]);
      self->short_names[i] = shorten (names, n, i);
      self->abbreviations[i] = abbreviate (names, n, i);
    }
  self->n = n;
}

/**
 * oct_stages_clear:
 * @self: stages
 *
 * Frees the names; none are left.
 */
void
oct_stages_clear (OctStages *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < OCT_STAGES_MAX; i++)
    {
      g_clear_pointer (&self->names[i], g_free);
      g_clear_pointer (&self->short_names[i], g_free);
      g_clear_pointer (&self->abbreviations[i], g_free);
    }
  self->n = 0;
}

/**
 * oct_stages_check:
 * @self: stages
 * @stage: any number
 *
 * Returns: @stage, or %OCT_STAGE_NOT_JUDGED if there is no such stage
 */
int
oct_stages_check (const OctStages *self, int stage)
{
  g_return_val_if_fail (self != NULL, OCT_STAGE_NOT_JUDGED);

  return stage >= 0 && stage < (int) self->n ? stage : OCT_STAGE_NOT_JUDGED;
}

/**
 * oct_stages_get_name:
 * @self: stages
 * @stage: one of them or %OCT_STAGE_NOT_JUDGED
 *
 * Returns: its name, "Not judged" where there is none
 */
const char *
oct_stages_get_name (const OctStages *self, int stage)
{
  g_return_val_if_fail (self != NULL, NULL);

  stage = oct_stages_check (self, stage);
  return stage == OCT_STAGE_NOT_JUDGED ? _("Not judged") : self->names[stage];
}

/**
 * oct_stages_get_change:
 * @self: stages
 * @previous: what was judged before
 * @stage: what is judged now
 *
 * Returns: 1 for a later step, -1 for an earlier one, 0 for the same one or where one isn't judged
 */
int
oct_stages_get_change (const OctStages *self, int previous, int stage)
{
  previous = oct_stages_check (self, previous);
  stage = oct_stages_check (self, stage);
  if (previous == OCT_STAGE_NOT_JUDGED || stage == OCT_STAGE_NOT_JUDGED)
    return 0;
  return (stage > previous) - (stage < previous);
}

/**
 * oct_stages_change_to_text:
 * @self: stages
 * @previous: what was judged before
 * @stage: what is judged now
 *
 * Returns: (transfer full) (nullable): the change in words to follow a stage's name, %NULL where
 *   neither is judged
 */
char *
oct_stages_change_to_text (const OctStages *self, int previous, int stage)
{
  g_return_val_if_fail (self != NULL, NULL);

  previous = oct_stages_check (self, previous);
  stage = oct_stages_check (self, stage);
  if (previous == OCT_STAGE_NOT_JUDGED)
    return stage == OCT_STAGE_NOT_JUDGED ? NULL : g_strdup (_("judged for the first time"));
  if (stage == OCT_STAGE_NOT_JUDGED)
    /* Translators: a stage, such as "Developing". */
    return g_strdup_printf (_("%s before"), self->names[previous]);
  if (stage == previous)
    return g_strdup (_("unchanged"));
  /* Translators: a stage, such as "Developing". */
  return g_strdup_printf (stage > previous ? _("up from %s") : _("down from %s"),
                          self->names[previous]);
}

/**
 * oct_stage_colour:
 * @self: stages
 * @theme: how it looks
 * @stage: one of them or %OCT_STAGE_NOT_JUDGED
 *
 * Returns: the colour of the stage on the ramp, paper for what isn't judged
 */
OctColour
oct_stage_colour (const OctStages *self, const OctChartTheme *theme, int stage)
{
  g_return_val_if_fail (self != NULL, theme->paper);

  stage = oct_stages_check (self, stage);
  return stage == OCT_STAGE_NOT_JUDGED ? theme->paper
                                       : oct_chart_theme_step (theme, stage, self->n);
}

/**
 * oct_stage_tint:
 * @theme: how it looks
 * @colour: a colour
 * @paper: how much of the paper is mixed in, 0 to 1
 *
 * Returns: the opaque mixture
 */
OctColour
oct_stage_tint (const OctChartTheme *theme, OctColour colour, double paper)
{
  g_return_val_if_fail (theme != NULL, colour);

  return (OctColour) { colour.red + (theme->paper.red - colour.red) * paper,
                       colour.green + (theme->paper.green - colour.green) * paper,
                       colour.blue + (theme->paper.blue - colour.blue) * paper, 1.0 };
}

/**
 * oct_stage_scaled_theme:
 * @theme: how it looks
 * @factor: above 0
 *
 * Returns: the same theme with type of another size
 */
OctChartTheme
oct_stage_scaled_theme (const OctChartTheme *theme, double factor)
{
  OctChartTheme scaled;

  g_return_val_if_fail (theme != NULL, (OctChartTheme) { 0 });

  scaled = *theme;
  scaled.size_title *= factor;
  scaled.size_text *= factor;
  scaled.size_small *= factor;
  return scaled;
}

/**
 * oct_stage_same_theme:
 * @one: a theme
 * @two: another
 *
 * Returns: whether they are of one kind, with the same font at the same size
 */
gboolean
oct_stage_same_theme (const OctChartTheme *one, const OctChartTheme *two)
{
  return one->kind == two->kind && one->size_text == two->size_text && one->scale == two->scale
         && g_strcmp0 (one->font, two->font) == 0;
}

/**
 * oct_stage_fill_hatch:
 * @cr: its path is filled, and taken away
 * @theme: how it looks
 * @colour: of the strokes
 *
 * Fills the path with slanting strokes, the sign of what is not sure.
 */
void
oct_stage_fill_hatch (cairo_t *cr, const OctChartTheme *theme, OctColour colour)
{
  double gap = theme->size_small * 0.55, x1, y1, x2, y2;

  cairo_save (cr);
  cairo_path_extents (cr, &x1, &y1, &x2, &y2);
  cairo_clip (cr);
  /* Strokes lie on one grid for the whole picture, so that neighbours don't jar. */
  for (double at = floor ((x1 + y1) / gap) * gap; at < x2 + y2; at += gap)
    {
      cairo_move_to (cr, at - y1, y1);
      cairo_line_to (cr, at - y2, y2);
    }
  oct_colour_set (colour, cr);
  cairo_set_line_width (cr, gap * 0.42);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Dots lie on one grid for the whole picture. They are squares, which fill far quicker than circles
 * and look the same as small as this. */
static void
add_dots (cairo_t *cr, const OctChartTheme *theme, double x1, double y1, double x2, double y2)
{
  double gap = MAX (2, round (theme->size_small * 0.45)),
         size = MAX (theme->line, theme->size_small * 0.1);
  int row = (int) ceil (y1 / gap);

  for (double y = row * gap; y + size <= y2; y += gap, row++)
    {
      double shift = row % 2 == 0 ? 0 : gap / 2;

      for (double x = ceil ((x1 - shift) / gap) * gap + shift; x + size <= x2; x += gap)
        cairo_rectangle (cr, x, y, size, size);
    }
}

/**
 * oct_stage_fill_not_judged:
 * @cr: its path is filled, and taken away
 * @theme: how it looks
 *
 * Fills the path with fine dots, the sign of what nobody has judged.
 */
void
oct_stage_fill_not_judged (cairo_t *cr, const OctChartTheme *theme)
{
  double x1, y1, x2, y2;

  cairo_save (cr);
  cairo_path_extents (cr, &x1, &y1, &x2, &y2);
  cairo_clip (cr);
  add_dots (cr, theme, x1, y1, x2, y2);
  oct_colour_set (theme->other, cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

/**
 * oct_stage_fill_not_judged_cells:
 * @cr: what to draw to
 * @theme: how it looks
 * @cells: (array length=n_cells): rectangles
 * @n_cells: how many
 *
 * Does the same to many rectangles, each with dots to its edges.
 */
void
oct_stage_fill_not_judged_cells (cairo_t *cr, const OctChartTheme *theme,
                                 const cairo_rectangle_t *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    add_dots (cr, theme, cells[i].x + 1, cells[i].y + 1, cells[i].x + cells[i].width - 1,
              cells[i].y + cells[i].height - 1);
  oct_colour_set (theme->other, cr);
  cairo_fill (cr);
}

/**
 * oct_stage_draw_arrow:
 * @cr: what to draw to
 * @change: above 0 for a later step, below for an earlier one; 0 draws nothing
 * @x: middle of the mark
 * @y: its middle
 * @size: its width in points
 * @colour: its colour
 *
 * Draws a triangle that points the way a stage has moved.
 */
void
oct_stage_draw_arrow (cairo_t *cr, int change, double x, double y, double size, OctColour colour)
{
  double half = size / 2, rise = change > 0 ? half * 0.87 : -half * 0.87;

  if (change == 0)
    return;
  cairo_move_to (cr, x, y - rise);
  cairo_line_to (cr, x + half, y + rise);
  cairo_line_to (cr, x - half, y + rise);
  cairo_close_path (cr);
  oct_colour_set (colour, cr);
  cairo_fill (cr);
}

/**
 * oct_stage_draw_disc:
 * @cr: what to draw to
 * @theme: how it looks
 * @x: its middle
 * @y: its middle
 * @radius: in points
 * @colour: of the disc, or of its rim when it is open
 * @filled: whether it is full or open
 *
 * Draws a round mark that stays apart from what lies below it.
 */
void
oct_stage_draw_disc (cairo_t *cr, const OctChartTheme *theme, double x, double y, double radius,
                     OctColour colour, gboolean filled)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  oct_colour_set (filled ? colour : theme->paper, cr);
  cairo_fill_preserve (cr);
  oct_colour_set (filled ? theme->paper : colour, cr);
  cairo_set_line_width (cr, filled ? theme->line : MAX (theme->line * 1.4, radius * 0.3));
  cairo_stroke (cr);
}

/**
 * oct_stage_draw_focus:
 * @cr: what to draw to
 * @theme: how it looks
 * @around: what is marked
 * @focused: marked by the keyboard rather than by the pointer
 *
 * Draws a frame that can be seen on any ground.
 */
void
oct_stage_draw_focus (cairo_t *cr, const OctChartTheme *theme, const cairo_rectangle_t *around,
                      gboolean focused)
{
  for (int pass = 0; pass < 2; pass++)
    {
      oct_colour_set (pass == 0 ? theme->paper : theme->focus, cr);
      cairo_set_line_width (cr, pass == 0 ? theme->line_strong + 3
                                          : theme->line_strong + (focused ? 1 : 0));
      cairo_rectangle (cr, around->x - 1, around->y - 1, around->width + 2, around->height + 2);
      cairo_stroke (cr);
    }
}
