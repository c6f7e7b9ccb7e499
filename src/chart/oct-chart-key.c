/* The key of a chart, measured and drawn by one pass over its entries. */
#include "oct-chart-key.h"

#include <math.h>

#include "oct-stage-marks.h"

typedef struct
{
  OctChartKeyMark mark;
  gboolean wide;
  int value;
  OctColour colour;
  char *text;
} Entry;

struct _OctChartKey
{
  GArray *entries; /* of Entry */
};

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->text);
}

/**
 * oct_chart_key_new:
 *
 * Returns: (transfer full): a key without entries
 */
OctChartKey *
oct_chart_key_new (void)
{
  OctChartKey *self = g_new0 (OctChartKey, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  return self;
}

/**
 * oct_chart_key_free:
 * @self: (nullable): a key
 *
 * Frees the key.
 */
void
oct_chart_key_free (OctChartKey *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_free (self);
}

/**
 * oct_chart_key_add:
 * @self: a key
 * @mark: (nullable): draws the mark; %NULL for words alone
 * @wide: whether the mark's box is twice as wide as high
 * @value: handed to @mark
 * @colour: handed to @mark
 * @text: what it means
 *
 * Adds an entry.
 */
void
oct_chart_key_add (OctChartKey *self, OctChartKeyMark mark, gboolean wide, int value,
                   OctColour colour, const char *text)
{
  Entry entry = { mark, wide, value, colour, g_strdup (text) };

  g_return_if_fail (self != NULL);
  g_array_append_val (self->entries, entry);
}

static void
draw_rating (cairo_t *cr, const OctChartTheme *theme, const cairo_rectangle_t *box, int value,
             OctColour colour)
{
  oct_rating_mark_draw (cr, theme, value, box->x + box->width / 2, box->y + box->height / 2,
                        box->height);
}

static void
draw_travel (cairo_t *cr, const OctChartTheme *theme, const cairo_rectangle_t *box, int value,
             OctColour colour)
{
  oct_travel_mark_draw (cr, value, box->x + box->width / 2, box->y + box->height / 2,
                        box->height * 0.85, theme->ink);
}

/**
 * oct_chart_key_add_rating:
 * @self: a key
 * @mark: a rating
 *
 * Adds the mark of a rating with its name.
 */
void
oct_chart_key_add_rating (OctChartKey *self, OctRatingMark mark)
{
  oct_chart_key_add (self, draw_rating, FALSE, mark, (OctColour) { 0 },
                     oct_rating_mark_name (mark));
}

/**
 * oct_chart_key_add_travel:
 * @self: a key
 * @mark: a direction of travel
 *
 * Adds the arrow of a direction with its name.
 */
void
oct_chart_key_add_travel (OctChartKey *self, OctTravelMark mark)
{
  oct_chart_key_add (self, draw_travel, FALSE, mark, (OctColour) { 0 },
                     oct_travel_mark_name (mark));
}

/**
 * oct_chart_key_lay:
 * @self: a key
 * @cr: (nullable): what to draw to
 * @y: the key's upper edge
 * @width: where its lines break
 * @theme: how it looks
 *
 * Lays the entries side by side.
 *
 * Returns: the height taken with the air below it, 0 without entries
 */
double
oct_chart_key_lay (OctChartKey *self, cairo_t *cr, double y, double width,
                   const OctChartTheme *theme)
{
  double line = ceil (oct_chart_text_height (theme, OCT_TEXT_SMALL) * 1.3), x = 0, top = y,
         box = round (theme->size_small * 1.15), space = theme->size_small * 0.5;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      double mark = entry->mark == NULL ? 0 : entry->wide ? box * 2 : box, text_width;
      double text_x, room;
      g_autoptr (PangoLayout) text = NULL;

      text_width = oct_chart_text_width (theme, OCT_TEXT_SMALL, entry->text);
      if (x > 0 && x + mark + space + text_width > width)
        {
          x = 0;
          y += line;
        }
      text_x = x + mark + (mark > 0 ? space : 0);
      room = MAX (width - text_x, 8);
      if (cr != NULL)
        {
          const cairo_rectangle_t place = { x, round (y + (line - box) / 2), mark, box };

          if (entry->mark != NULL)
            entry->mark (cr, theme, &place, entry->value, entry->colour);
          text = oct_chart_text_new (theme, OCT_TEXT_SMALL, entry->text, room, 1);
          oct_chart_text_draw (text, cr, text_x, y + line * 0.115, theme->ink);
        }
      x = text_x + MIN (text_width, room) + theme->size_small * 1.5;
    }
  return self->entries->len == 0 ? 0 : ceil (y + line - top + theme->size_text * 0.5);
}

void
oct_chart_key_line (cairo_t *cr, const OctChartTheme *theme, const cairo_rectangle_t *box,
                    int value, OctColour colour)
{
  double y = box->y + box->height / 2;

  oct_colour_set (colour, cr);
  cairo_set_line_width (cr, theme->line_strong * value / 10.0);
  cairo_move_to (cr, box->x, y);
  cairo_line_to (cr, box->x + box->width, y);
  cairo_stroke (cr);
}

void
oct_chart_key_dashes (cairo_t *cr, const OctChartTheme *theme, const cairo_rectangle_t *box,
                      int value, OctColour colour)
{
  const double dashes[] = { 4, 3 };

  cairo_save (cr);
  cairo_set_dash (cr, dashes, 2, 0);
  oct_chart_key_line (cr, theme, box, value, colour);
  cairo_restore (cr);
}

void
oct_chart_key_hatch (cairo_t *cr, const OctChartTheme *theme, const cairo_rectangle_t *box,
                     int value, OctColour colour)
{
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  oct_stage_fill_hatch (cr, theme, colour);
  cairo_rectangle (cr, box->x + 0.5, box->y + 0.5, box->width - 1, box->height - 1);
  oct_colour_set (theme->rule, cr);
  cairo_set_line_width (cr, theme->line);
  cairo_stroke (cr);
}
