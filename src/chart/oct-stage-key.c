/* The key of a chart of stages.
 *
 * Marks are as high as small text and stand before their words; a line that is full goes on below.
 */
#include "oct-stage-key.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  OctStageKeyMark mark;
  int value;
  OctColour colour;
  char *text;
  gboolean new_line;
} Item;

struct _OctStageKey
{
  const OctStages *stages;
  GArray *items; /* of Item */
  gboolean new_line;
};

static void
item_clear (gpointer data)
{
  Item *item = data;

  g_free (item->text);
}

static const char *
usual_words (OctStageKey *self, OctStageKeyMark mark, int value)
{
  switch (mark)
    {
    case OCT_STAGE_KEY_STAGE:
      return oct_stages_get_name (self->stages, value);
    case OCT_STAGE_KEY_NOT_JUDGED:
      return oct_stages_get_name (self->stages, OCT_STAGE_NOT_JUDGED);
    case OCT_STAGE_KEY_OWN:
    case OCT_STAGE_KEY_OPEN:
      return _("Own view, where it differs");
    case OCT_STAGE_KEY_DRAFT:
      return _("Draft");
    case OCT_STAGE_KEY_HATCH:
      return _("Low confidence");
    case OCT_STAGE_KEY_TARGET:
      return _("Target");
    case OCT_STAGE_KEY_ARROWS:
    case OCT_STAGE_KEY_NUMBER:
    case OCT_STAGE_KEY_LINE:
    case OCT_STAGE_KEY_COUNT:
    case OCT_STAGE_KEY_PREVIOUS:
    case OCT_STAGE_KEY_TEXT:
    default:
      return "";
    }
}

/**
 * oct_stage_key_new:
 * @stages: whose names stand in the key; must outlive it
 *
 * Returns: (transfer full): an empty key
 */
OctStageKey *
oct_stage_key_new (const OctStages *stages)
{
  OctStageKey *self = g_new0 (OctStageKey, 1);

  self->stages = stages;
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, item_clear);
  return self;
}

/**
 * oct_stage_key_free:
 * @self: (nullable): a key
 *
 * Frees the key.
 */
void
oct_stage_key_free (OctStageKey *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_free (self);
}

/**
 * oct_stage_key_add:
 * @self: a key
 * @mark: which mark
 * @value: the stage or number it stands for, where it stands for one
 * @colour: its colour, where it has one of its own
 * @text: (nullable): its words; the stage's name or the mark's usual ones if there are none
 *
 * Adds a mark with its words after the others.
 */
void
oct_stage_key_add (OctStageKey *self, OctStageKeyMark mark, int value, OctColour colour,
                   const char *text)
{
  Item item = { mark, value, colour, NULL, self->new_line };

  item.text = g_strdup (text != NULL ? text : usual_words (self, mark, value));
  self->new_line = FALSE;
  g_array_append_val (self->items, item);
}

/**
 * oct_stage_key_add_stages:
 * @self: a key
 *
 * Adds all stages, from first to last.
 */
void
oct_stage_key_add_stages (OctStageKey *self)
{
  for (guint i = 0; i < self->stages->n; i++)
    oct_stage_key_add (self, OCT_STAGE_KEY_STAGE, i, (OctColour) { 0 }, NULL);
}

/**
 * oct_stage_key_break:
 * @self: a key
 *
 * Lets the next mark begin a line.
 */
void
oct_stage_key_break (OctStageKey *self)
{
  self->new_line = TRUE;
}

/**
 * oct_stage_draw_own_corner:
 * @cr: what to draw to
 * @right: right edge of a cell
 * @top: its upper edge
 * @size: of the corner, in points
 * @colour: its colour
 *
 * Draws the folded corner that says that the own view differs.
 */
void
oct_stage_draw_own_corner (cairo_t *cr, double right, double top, double size, OctColour colour)
{
  cairo_move_to (cr, right - size, top);
  cairo_line_to (cr, right, top);
  cairo_line_to (cr, right, top + size);
  cairo_close_path (cr);
  oct_colour_set (colour, cr);
  cairo_fill (cr);
}

static double
mark_width (OctStageKey *self, const Item *item, const OctChartTheme *theme)
{
  double em = theme->size_small;
  g_autofree char *number = NULL;

  switch (item->mark)
    {
    case OCT_STAGE_KEY_TEXT:
      return 0;
    case OCT_STAGE_KEY_ARROWS:
      return em * 1.9;
    case OCT_STAGE_KEY_NUMBER:
      number = g_strdup_printf ("%d", item->value);
      return oct_chart_text_width (theme, OCT_TEXT_SMALL_BOLD, number);
    case OCT_STAGE_KEY_STAGE:
      return MAX (em * 1.5, em * 0.6
                              + oct_chart_text_width (theme, OCT_TEXT_SMALL,
                                                      self->stages->abbreviations[item->value]));
    case OCT_STAGE_KEY_LINE:
    case OCT_STAGE_KEY_PREVIOUS:
    case OCT_STAGE_KEY_TARGET:
    case OCT_STAGE_KEY_HATCH:
    case OCT_STAGE_KEY_NOT_JUDGED:
    case OCT_STAGE_KEY_DRAFT:
    case OCT_STAGE_KEY_OWN:
      return em * 1.5;
    case OCT_STAGE_KEY_OPEN:
    case OCT_STAGE_KEY_COUNT:
    default:
      return em;
    }
}

static void
draw_box (OctStageKey *self, cairo_t *cr, const OctChartTheme *theme, const Item *item, double x,
          double y, double width, double height)
{
  const double dashes[] = { 2, 2 };
  OctColour ground = item->mark == OCT_STAGE_KEY_STAGE
                       ? oct_stage_colour (self->stages, theme, item->value)
                       : theme->paper;

  cairo_rectangle (cr, x, y, width, height);
  oct_colour_set (ground, cr);
  cairo_fill (cr);
  cairo_rectangle (cr, x, y, width, height);
  if (item->mark == OCT_STAGE_KEY_NOT_JUDGED)
    oct_stage_fill_not_judged (cr, theme);
  else if (item->mark == OCT_STAGE_KEY_HATCH)
    oct_stage_fill_hatch (cr, theme, item->colour);
  cairo_new_path (cr);
  if (item->mark == OCT_STAGE_KEY_STAGE)
    oct_chart_text_at (cr, theme, OCT_TEXT_SMALL, self->stages->abbreviations[item->value],
                       x + width / 2, y + height / 2, 0.5, oct_chart_theme_ink_on (theme, ground));
  if (item->mark == OCT_STAGE_KEY_OWN)
    oct_stage_draw_own_corner (cr, x + width, y, height * 0.5, theme->ink);
  cairo_rectangle (cr, x + 0.5, y + 0.5, width - 1, height - 1);
  cairo_save (cr);
  oct_colour_set (item->mark == OCT_STAGE_KEY_DRAFT ? theme->ink_soft : theme->rule, cr);
  if (item->mark == OCT_STAGE_KEY_DRAFT)
    cairo_set_dash (cr, dashes, 2, 0);
  cairo_set_line_width (cr, theme->line);
  if (item->mark != OCT_STAGE_KEY_STAGE)
    cairo_stroke (cr);
  cairo_new_path (cr);
  cairo_restore (cr);
}

static void
draw_stroke (cairo_t *cr, const OctChartTheme *theme, const Item *item, double x, double middle,
             double width)
{
  const double dashes[] = { 3, 2.5 };

  cairo_save (cr);
  if (item->mark == OCT_STAGE_KEY_PREVIOUS)
    cairo_set_dash (cr, dashes, 2, 0);
  cairo_set_line_width (cr, item->mark == OCT_STAGE_KEY_PREVIOUS ? theme->line * 1.4
                                                                 : theme->line_strong * 1.8);
  oct_colour_set (item->mark == OCT_STAGE_KEY_TARGET ? theme->ink : item->colour, cr);
  cairo_move_to (cr, x, middle);
  cairo_line_to (cr, x + width, middle);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_mark (OctStageKey *self, cairo_t *cr, const OctChartTheme *theme, const Item *item, double x,
           double middle, double width)
{
  double em = theme->size_small;
  g_autofree char *number = NULL;

  switch (item->mark)
    {
    case OCT_STAGE_KEY_ARROWS:
      oct_stage_draw_arrow (cr, 1, x + em * 0.4, middle, em * 0.75, theme->ink);
      oct_stage_draw_arrow (cr, -1, x + em * 1.4, middle, em * 0.75, theme->ink);
      break;
    case OCT_STAGE_KEY_NUMBER:
      number = g_strdup_printf ("%d", item->value);
      oct_chart_text_at (cr, theme, OCT_TEXT_SMALL_BOLD, number, x, middle, 0, item->colour);
      break;
    case OCT_STAGE_KEY_LINE:
    case OCT_STAGE_KEY_PREVIOUS:
    case OCT_STAGE_KEY_TARGET:
      draw_stroke (cr, theme, item, x, middle, width);
      break;
    case OCT_STAGE_KEY_OPEN:
      oct_stage_draw_disc (cr, theme, x + width / 2, middle, em * 0.36, item->colour, FALSE);
      break;
    case OCT_STAGE_KEY_COUNT:
      oct_stage_draw_disc (cr, theme, x + width / 2, middle, em * 0.5, item->colour, TRUE);
      break;
    case OCT_STAGE_KEY_TEXT:
      break;
    case OCT_STAGE_KEY_STAGE:
    case OCT_STAGE_KEY_NOT_JUDGED:
    case OCT_STAGE_KEY_OWN:
    case OCT_STAGE_KEY_DRAFT:
    case OCT_STAGE_KEY_HATCH:
    default:
      draw_box (self, cr, theme, item, x, middle - em * 0.6, width, em * 1.2);
      break;
    }
}

/**
 * oct_stage_key_lay:
 * @self: a key
 * @cr: (nullable): what to draw to; %NULL to measure
 * @y: its upper edge
 * @width: how wide its lines may be
 * @theme: how it looks
 *
 * Sets the marks side by side, in as many lines as they need.
 *
 * Returns: the height of the key in points, 0 if nothing was added
 */
double
oct_stage_key_lay (OctStageKey *self, cairo_t *cr, double y, double width,
                   const OctChartTheme *theme)
{
  double line = ceil (oct_chart_text_height (theme, OCT_TEXT_SMALL) * 1.35), x = 0, top = y;

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);
      double mark = mark_width (self, item, theme), pad = mark > 0 ? theme->size_small * 0.45 : 0;
      double words = MIN (oct_chart_text_width (theme, OCT_TEXT_SMALL, item->text),
                          MAX (width - mark - pad, 1));

      if (x > 0 && (item->new_line || x + mark + pad + words > width))
        {
          x = 0;
          y += line;
        }
      if (cr != NULL)
        {
          g_autoptr (PangoLayout) text = oct_chart_text_new (theme, OCT_TEXT_SMALL, item->text,
                                                             words + 1, 1);
          double height;

          oct_chart_text_size (text, NULL, &height);
          draw_mark (self, cr, theme, item, x, y + line / 2, mark);
          oct_chart_text_draw (text, cr, x + mark + pad, y + (line - height) / 2, theme->ink);
        }
      x += mark + pad + words + theme->size_small * 1.3;
    }
  return self->items->len > 0 ? y + line - top : 0;
}
