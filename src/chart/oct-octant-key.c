/* How to read an octant: a sector with its rings named, and the marks that occur in the picture.
 *
 * Beside the wheel the key is a column with a small sector whose rings bear the names of the stages.
 * Below it there is no height for that: the marks run on in lines and the rings are named in one.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-octant-private.h"

typedef enum
{
  KEY_REACHED,
  KEY_UNSURE,
  KEY_DRAFT,
  KEY_NOT_JUDGED,
  KEY_PREVIOUS,
  KEY_TARGET,
  KEY_OWN,
  KEY_FOCUS,
  KEY_SCHOOL,
  KEY_CHOSEN,
  KEY_COUNT,
  N_KEYS
} KeyMark;

typedef struct
{
  gboolean judged, unsure, draft, not_judged, previous, target, own, focus, dots;
} Occurring;

static Occurring
find_occurring (OctOctantChart *self)
{
  Occurring found = { 0 };

  for (guint i = 0; i < self->data.n_parts; i++)
    {
      const OctOctantPart *part = &self->data.parts[i];
      gboolean judged = part->stage != OCT_STAGE_NOT_JUDGED;

      found.judged |= judged;
      found.unsure |= judged && part->confidence == OCT_STAGE_CONFIDENCE_LOW;
      found.draft |= judged && part->draft;
      found.not_judged |= !judged;
      found.previous |= part->previous != OCT_STAGE_NOT_JUDGED && part->previous != part->stage;
      found.target |= part->target != OCT_STAGE_NOT_JUDGED;
      found.own |= part->own != OCT_STAGE_NOT_JUDGED && part->own != part->stage;
      found.focus |= part->focus;
      for (guint j = 0; j < self->data.schools->len && !found.dots; j++)
        found.dots = oct_octant_school_stage (self, j, i) != OCT_STAGE_NOT_JUDGED;
    }
  return found;
}

/* The words of a mark, %NULL where it doesn't occur. */
static char *
mark_text (OctOctantChart *self, const Occurring *found, KeyMark mark, gboolean piles)
{
  int chosen = oct_octant_find_chosen (self);

  switch (mark)
    {
    case KEY_REACHED:
      return found->judged ? g_strdup (_("Stage reached")) : NULL;
    case KEY_UNSURE:
      return found->unsure ? g_strdup (_("The same, low confidence")) : NULL;
    case KEY_DRAFT:
      return found->draft ? g_strdup (_("The same, a draft")) : NULL;
    case KEY_NOT_JUDGED:
      return found->not_judged ? g_strdup (_("Not judged")) : NULL;
    case KEY_PREVIOUS:
      /* Translators: the name of the cycle before, such as "spring 2026". */
      if (found->previous && self->data.previous_name != NULL)
        return g_strdup_printf (_("Stage in %s"), self->data.previous_name);
      return found->previous ? g_strdup (_("Stage before")) : NULL;
    case KEY_TARGET:
      /* Translators: a date, such as "July 2027". */
      if (found->target && self->target_name != NULL)
        return g_strdup_printf (_("Target for %s"), self->target_name);
      return found->target ? g_strdup (_("Target")) : NULL;
    case KEY_OWN:
      return found->own ? g_strdup (_("Own view, where it differs")) : NULL;
    case KEY_FOCUS:
      return found->focus ? g_strdup (_("Focus of this cycle")) : NULL;
    case KEY_SCHOOL:
      return found->dots ? g_strdup (_("A school, at its own stage")) : NULL;
    case KEY_CHOSEN:
      return found->dots && chosen >= 0 ? g_strdup (oct_octant_school (self, chosen)->name) : NULL;
    case KEY_COUNT:
      return found->dots && piles ? g_strdup (_("So many schools")) : NULL;
    case N_KEYS:
    default:
      return NULL;
    }
}

static void
draw_swatch (cairo_t *cr, const OctChartTheme *theme, KeyMark mark, double x, double y,
             double width, double height)
{
  cairo_rectangle (cr, x, y, width, height);
  if (mark == KEY_NOT_JUDGED)
    {
      const double dots[] = { 0, MAX (4.6, theme->line * 4) };

      cairo_save (cr);
      cairo_set_dash (cr, dots, 2, 0);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_line_width (cr, theme->line * 1.9);
      oct_colour_set (theme->ink_soft, cr);
      cairo_stroke (cr);
      cairo_restore (cr);
      return;
    }
  oct_colour_set (
    mark == KEY_REACHED ? theme->ink_soft : oct_stage_tint (theme, theme->ink_soft, 0.66), cr);
  cairo_fill (cr);
  if (mark == KEY_UNSURE)
    {
      cairo_rectangle (cr, x, y, width, height);
      oct_stage_fill_hatch (cr, theme, theme->ink_soft);
    }
  if (mark == KEY_DRAFT)
    {
      const double dashes[] = { theme->size_small * 0.4, theme->size_small * 0.3 };

      cairo_save (cr);
      cairo_set_dash (cr, dashes, 2, 0);
      cairo_rectangle (cr, x + 0.5, y + 0.5, width - 1, height - 1);
      oct_colour_set (theme->ink_soft, cr);
      cairo_set_line_width (cr, theme->line * 1.6);
      cairo_stroke (cr);
      cairo_restore (cr);
    }
}

static void
draw_line (cairo_t *cr, const OctChartTheme *theme, KeyMark mark, double x, double y, double width)
{
  const double dashes[] = { theme->size_small * 0.5, theme->size_small * 0.35 };

  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  if (mark == KEY_TARGET)
    {
      oct_octant_draw_target (cr, theme, theme->size_text * 0.24);
      return;
    }
  oct_colour_set (mark == KEY_FOCUS ? theme->ink_soft : theme->ink, cr);
  cairo_set_line_width (cr, mark == KEY_FOCUS ? theme->size_text * 0.34 : theme->line_strong * 0.9);
  cairo_save (cr);
  if (mark == KEY_PREVIOUS)
    cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_mark (cairo_t *cr, const OctChartTheme *theme, KeyMark mark, double x, double y, double width)
{
  double height = theme->size_small * 0.95, middle = x + width / 2;

  switch (mark)
    {
    case KEY_OWN:
      oct_octant_draw_own (cr, theme, middle, y, theme->size_small * 0.38);
      break;
    case KEY_SCHOOL:
    case KEY_CHOSEN:
      oct_octant_draw_dot (cr, theme, middle, y, theme->size_small * 0.38, mark == KEY_CHOSEN);
      break;
    case KEY_PREVIOUS:
    case KEY_TARGET:
    case KEY_FOCUS:
      draw_line (cr, theme, mark, x, y, width);
      break;
    case KEY_COUNT:
      cairo_rectangle (cr, x, y - height * 0.6, width, height * 1.2);
      oct_colour_set (theme->ink, cr);
      cairo_set_line_width (cr, theme->line);
      cairo_stroke (cr);
      oct_chart_text_at (cr, theme, OCT_TEXT_SMALL_BOLD, "23", middle, y, 0.5, theme->ink);
      break;
    case KEY_REACHED:
    case KEY_UNSURE:
    case KEY_DRAFT:
    case KEY_NOT_JUDGED:
    case N_KEYS:
    default:
      draw_swatch (cr, theme, mark, x, y - height / 2, width, height);
    }
}

/* The marks, one below the other or running on; returns where they end. */
static double
lay_marks (OctOctantChart *self, cairo_t *cr, const OctChartTheme *type, double x, double y,
           double width, gboolean column, gboolean piles)
{
  Occurring found = find_occurring (self);
  double line = oct_chart_text_height (type, OCT_TEXT_SMALL), mark = type->size_small * 2.1;
  double gap = type->size_small * 0.7, at = x;

  for (int i = 0; i < N_KEYS; i++)
    {
      g_autofree char *text = mark_text (self, &found, i, piles);
      g_autoptr (PangoLayout) layout = NULL;
      double text_width, height;

      if (text == NULL)
        continue;
      layout = oct_chart_text_new (type, OCT_TEXT_SMALL, text, MAX (width - mark - gap, 20), 2);
      oct_chart_text_size (layout, &text_width, &height);
      if (!column && at > x && at + mark + gap + text_width > x + width)
        {
          at = x;
          y += line * 1.3;
        }
      if (cr != NULL)
        {
          draw_mark (cr, type, i, at, y + line / 2, mark);
          oct_chart_text_draw (layout, cr, at + mark + gap, y, type->ink);
        }
      if (column)
        y += height + line * 0.42;
      else
        at += mark + gap + text_width + type->size_small * 1.6;
    }
  return column ? y : y + line * 1.3;
}

static char *
rings_text (OctOctantChart *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->data.stages.n; i++)
    g_string_append_printf (names, i > 0 ? ", %s" : "%s", self->data.stages.names[i]);
  /* Translators: the stages' names in order. */
  return g_strdup_printf (_("Rings from the centre: %s"), names->str);
}

/* A sector with its rings named; returns its height. */
static double
lay_sector (OctOctantChart *self, cairo_t *cr, const OctChartTheme *type, double x, double y,
            double width)
{
  double line = oct_chart_text_height (type, OCT_TEXT_SMALL),
         radius = line * self->data.stages.n * 1.8;
  guint filled = self->data.stages.n / 2;
  OctOctantWheel wheel = { 0 };

  oct_octant_wheel_set (&wheel, 8, self->data.stages.n, radius, type->line * 2);
  wheel.x = x + radius * sin (G_PI / 8);
  wheel.y = y + radius;
  if (cr == NULL)
    return radius - wheel.radii[0] + line * 0.6;
  oct_octant_wheel_path (&wheel, cr, 0, wheel.radii[0], radius);
  oct_colour_set (oct_stage_tint (type, type->ink_soft, 0.88), cr);
  cairo_fill (cr);
  oct_octant_wheel_path (&wheel, cr, 0, wheel.radii[0], wheel.radii[filled + 1]);
  oct_colour_set (type->ink_soft, cr);
  cairo_fill (cr);
  for (guint i = 0; i < self->data.stages.n; i++)
    {
      double middle = (wheel.radii[i] + wheel.radii[i + 1]) / 2, left = wheel.x + radius * 0.44;
      double edge = wheel.x + middle * sin (G_PI / 8 - 0.03);
      double height = wheel.y - middle * cos (G_PI / 8 - 0.03);
      g_autoptr (PangoLayout) name = oct_chart_text_new (
        type, OCT_TEXT_SMALL, self->data.stages.names[i], x + width - left - 2, 1);

      if (i > 0)
        {
          oct_octant_wheel_arc (&wheel, cr, 0, wheel.radii[i], 1);
          oct_colour_set (i <= filled ? type->paper : oct_stage_tint (type, type->ink_soft, 0.6),
                          cr);
          cairo_set_line_width (cr, type->line);
          cairo_stroke (cr);
        }
      cairo_move_to (cr, edge + type->size_small * 0.3, height);
      cairo_line_to (cr, left - type->size_small * 0.3, height);
      oct_colour_set (type->other, cr);
      cairo_set_line_width (cr, type->line * 0.8);
      cairo_stroke (cr);
      oct_chart_text_draw (name, cr, left, height - line / 2, type->ink);
    }
  return radius - wheel.radii[0] + line * 0.6;
}

double
oct_octant_key_width (OctOctantChart *self, const OctChartTheme *type)
{
  double widest = 0, line = oct_chart_text_height (type, OCT_TEXT_SMALL);
  Occurring found = find_occurring (self);

  for (int i = 0; i < N_KEYS; i++)
    {
      g_autofree char *text = mark_text (self, &found, i, FALSE);

      if (text != NULL)
        widest = MAX (widest,
                      oct_chart_text_width (type, OCT_TEXT_SMALL, text) + type->size_small * 2.8);
    }
  for (guint i = 0; i < self->data.stages.n; i++)
    widest = MAX (widest,
                  line * self->data.stages.n * 1.8 * 0.84
                    + oct_chart_text_width (type, OCT_TEXT_SMALL, self->data.stages.names[i]));
  return CLAMP (ceil (widest) + 4, type->size_small * 12, type->size_small * 21);
}

double
oct_octant_lay_key (OctOctantChart *self, cairo_t *cr, const OctChartTheme *type, double x,
                    double y, double width, gboolean beside, gboolean piles)
{
  double top = y;

  if (beside)
    {
      if (cr != NULL)
        oct_chart_text_at (cr, type, OCT_TEXT_BOLD, _("How to read it"), x,
                           y + oct_chart_text_height (type, OCT_TEXT_BOLD) / 2, 0, type->ink);
      y += oct_chart_text_height (type, OCT_TEXT_BOLD) * 1.5;
      y += lay_sector (self, cr, type, x, y, width);
      return lay_marks (self, cr, type, x, y, width, TRUE, piles) - top;
    }
  y = lay_marks (self, cr, type, x, y, width, FALSE, piles);
  {
    g_autofree char *text = rings_text (self);
    g_autoptr (PangoLayout) layout = oct_chart_text_new (type, OCT_TEXT_SMALL, text, width, 3);
    double height;

    oct_chart_text_size (layout, NULL, &height);
    if (cr != NULL)
      oct_chart_text_draw (layout, cr, x, y, type->ink_soft);
    return y + height - top;
  }
}
