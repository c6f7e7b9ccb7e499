/* What explains a map on the map itself: the key, and the bar that says how far is how far. */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-map-chart-private.h"

typedef enum
{
  ROW_KIND,
  ROW_STEP,
  ROW_MISSING,
  ROW_CLUSTER,
} RowKind;

typedef struct
{
  RowKind kind;
  guint index;
  PangoLayout *text;
} Row;

static void
row_clear (gpointer data)
{
  g_clear_object (&((Row *) data)->text);
}

static void
add_row (GArray *rows, const OctChartTheme *theme, RowKind kind, guint index, const char *words,
         double max_width)
{
  Row row = { kind, index, oct_chart_text_new (theme, OCT_TEXT_SMALL, words, max_width, 2) };

  g_array_append_val (rows, row);
}

static gboolean
any_missing (OctMapChart *self)
{
  for (guint i = 0; i < self->shades->len; i++)
    {
      if (!isfinite (g_array_index (self->shades, OctMapShade, i).value))
        return TRUE;
    }
  return FALSE;
}

static void
add_steps (OctMapChart *self, GArray *rows, const OctChartTheme *theme, double max_width)
{
  for (guint i = self->n_steps; i-- > 0;)
    {
      double from = self->first_step + i * self->step;
      g_autofree char *low = oct_chart_value_to_text (from, OCT_CHART_UNIT_NUMBER);
      g_autofree char *high = oct_chart_value_to_text (from + self->step, OCT_CHART_UNIT_NUMBER);
      g_autofree char *words = NULL;

      if (self->unit == OCT_CHART_UNIT_PERCENT)
        /* Translators: a range of percentages in a map's key, "40–50%". The upper end isn't part of it. */
        words = g_strdup_printf (_("%s–%s%%"), low, high);
      else if (self->unit == OCT_CHART_UNIT_COUNT && self->step <= 1)
        words = g_strdup (low);
      else if (self->unit == OCT_CHART_UNIT_COUNT)
        {
          g_autofree char *last = oct_chart_value_to_text (from + self->step - 1,
                                                           OCT_CHART_UNIT_NUMBER);

          words = g_strdup_printf ("%s–%s", low, last);
        }
      else
        words = g_strdup_printf ("%s–%s", low, high);
      add_row (rows, theme, ROW_STEP, i, words, max_width);
    }
  if (any_missing (self))
    add_row (rows, theme, ROW_MISSING, 0, _("No figure"), max_width);
}

/* Circles for several; where one's own places are told apart, so are the circles that hold some. */
static void
add_clusters (OctMapChart *self, GArray *rows, const OctChartTheme *theme, const gboolean *present,
              double max_width)
{
  g_autofree gboolean *own = oct_map_find_own (self);
  gboolean told_apart = present[OCT_MAP_POINT_OWN] && present[OCT_MAP_POINT_OTHER];
  guint n_own = 0, n_other = 0;

  for (guint i = 0; i < self->marks->marks->len; i++)
    {
      if (g_array_index (self->marks->marks, OctMapMark, i).count < 2)
        continue;
      n_own += own[i];
      n_other += !own[i];
    }
  if (n_own > 0 && told_apart)
    /* Translators: in a map's key, beside a filled circle with a number in it. */
    add_row (rows, theme, ROW_CLUSTER, TRUE, _("Several, the trust’s among them"), max_width);
  if (n_other > 0 || (n_own > 0 && !told_apart))
    /* Translators: in a map's key, beside a circle with a number in it. */
    add_row (rows, theme, ROW_CLUSTER, n_other == 0, _("Several, close together"), max_width);
}

static void
add_kinds (OctMapChart *self, GArray *rows, const OctChartTheme *theme, double max_width)
{
  gboolean present[OCT_MAP_N_KINDS] = { FALSE };

  for (guint i = 0; i < self->n_places; i++)
    present[self->words[i].kind] = TRUE;
  for (int kind = OCT_MAP_N_KINDS - 1; kind >= 0; kind--)
    {
      if (present[kind] && self->kind_names[kind] != NULL)
        add_row (rows, theme, ROW_KIND, kind, self->kind_names[kind], max_width);
    }
  add_clusters (self, rows, theme, present, max_width);
}

static void
draw_sample (cairo_t *cr, const OctChartTheme *theme, OctMapChart *self, const Row *row, double x,
             double middle, double size)
{
  switch (row->kind)
    {
    case ROW_KIND:
      oct_map_draw_symbol (cr, theme, (OctMapPointKind) row->index, x + size / 2, middle);
      break;
    case ROW_STEP:
      oct_colour_set (oct_chart_theme_step (theme, row->index, self->n_steps), cr);
      cairo_rectangle (cr, x, middle - size * 0.4, size, size * 0.8);
      cairo_fill_preserve (cr);
      oct_colour_set (theme->land_edge, cr);
      cairo_set_line_width (cr, theme->line * 0.6);
      cairo_stroke (cr);
      break;
    case ROW_MISSING:
      cairo_rectangle (cr, x, middle - size * 0.4, size, size * 0.8);
      oct_map_draw_hatch (cr, theme, x, middle - size * 0.4, size, size * 0.8);
      break;
    case ROW_CLUSTER:
    default:
      cairo_new_path (cr);
      cairo_arc (cr, x + size / 2, middle, size * 0.45, 0, 2 * G_PI);
      oct_colour_set (row->index ? theme->accent_soft : theme->paper, cr);
      cairo_fill_preserve (cr);
      oct_colour_set (row->index ? theme->accent : theme->ink_soft, cr);
      cairo_set_line_width (cr, theme->line);
      cairo_stroke (cr);
      oct_chart_text_at (cr, theme, OCT_TEXT_SMALL, "n", x + size / 2, middle, 0.5,
                         theme->ink_soft);
      break;
    }
}

/* The upper corner where the key hides the fewest places; the left one, where England leaves the most
 * room, if it is as good. The lower corners belong to the scale bar and a window's zoom buttons. */
static void
find_corner (OctMapChart *self, double width, double height, double *x, double *y)
{
  const double corners[][2] = { { 0, 0 }, { self->view.width - width, 0 } };
  guint best = 0, fewest = G_MAXUINT;

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      guint n_hidden = 0;

      for (guint j = 0; j < self->marks->marks->len; j++)
        {
          const OctMapMark *mark = &g_array_index (self->marks->marks, OctMapMark, j);

          n_hidden += mark->x > corners[i][0] - 8 && mark->x < corners[i][0] + width + 8
                      && mark->y > corners[i][1] - 8 && mark->y < corners[i][1] + height + 8;
        }
      if (n_hidden < fewest)
        {
          fewest = n_hidden;
          best = i;
        }
    }
  *x = corners[best][0];
  *y = corners[best][1];
}

/* How large the key is with its rows; samples are squares of @sample. */
static void
measure_key (GArray *rows, PangoLayout *heading, double pad, double sample, double *width,
             double *height)
{
  *width = 0;
  *height = 2 * pad - 2;
  if (heading != NULL)
    {
      oct_chart_text_size (heading, width, height);
      *height += 2.5 * pad - 2;
    }
  for (guint i = 0; i < rows->len; i++)
    {
      double row_width, row_height;

      oct_chart_text_size (g_array_index (rows, Row, i).text, &row_width, &row_height);
      *width = MAX (*width, row_width + sample + pad);
      *height += MAX (row_height, sample) + 2;
    }
  *width += 2 * pad;
}

static void
draw_rows (OctMapChart *self, cairo_t *cr, const OctChartTheme *theme, GArray *rows, double x,
           double y)
{
  double pad = theme->size_text * 0.6, sample = theme->size_small * 1.5;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      double height;

      oct_chart_text_size (row->text, NULL, &height);
      draw_sample (cr, theme, self, row, x, y + MAX (height, sample) / 2, sample);
      oct_chart_text_draw (row->text, cr, x + pad + sample, y + (MAX (height, sample) - height) / 2,
                           theme->ink);
      y += MAX (height, sample) + 2;
    }
}

/* The key, in a corner. */
void
oct_map_draw_key (OctMapChart *self, cairo_t *cr, const OctChartTheme *theme, OctLabelSpace *space)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (PangoLayout) heading = NULL;
  double pad = theme->size_text * 0.6, sample = theme->size_small * 1.5;
  double max_width = MIN (self->view.width * 0.4, 210 * theme->scale);
  double width, height, x, y;

  g_array_set_clear_func (rows, row_clear);
  if (self->shades->len > 0 && self->n_steps > 0)
    {
      heading = oct_chart_text_new (theme, OCT_TEXT_SMALL_BOLD, self->value_name, max_width, 3);
      add_steps (self, rows, theme, max_width);
    }
  add_kinds (self, rows, theme, max_width);
  measure_key (rows, heading, pad, sample, &width, &height);
  /* A picture too small for its key goes without: the table and the description remain. */
  if (rows->len == 0 || height > self->view.height * 0.6 || width > self->view.width * 0.6)
    return;

  find_corner (self, width, height, &x, &y);
  oct_label_space_block (space, x, y, width, height);
  oct_colour_set (theme->paper, cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
  y += pad;
  if (heading != NULL)
    {
      double heading_height;

      oct_chart_text_draw (heading, cr, x + pad, y, theme->ink);
      oct_chart_text_size (heading, NULL, &heading_height);
      y += heading_height + pad * 0.5;
    }
  draw_rows (self, cr, theme, rows, x + pad, y);
}

/* A bar of a round number of kilometres in the lower left corner. */
void
oct_map_draw_scale_bar (OctMapChart *self, cairo_t *cr, const OctChartTheme *theme,
                        OctLabelSpace *space)
{
  double metres = oct_map_view_scale_bar (&self->view,
                                          MIN (110 * theme->scale, self->view.width * 0.3));
  double length = metres / self->view.metres, pad = theme->size_text * 0.6;
  double y = floor (self->view.height - pad) - 0.5, tick = 4 * theme->scale;
  g_autofree char *number = oct_chart_value_to_text (metres >= 1000 ? metres / 1000 : metres,
                                                     OCT_CHART_UNIT_NUMBER);
  /* Translators: a distance on a map's scale bar. */
  g_autofree char *words = g_strdup_printf (metres >= 1000 ? _("%s km") : _("%s m"), number);
  g_autoptr (PangoLayout) text = oct_chart_text_new (theme, OCT_TEXT_SMALL, words, 0, 1);
  double width, height;

  if (self->view.width < 120 * theme->scale || self->view.height < 80 * theme->scale)
    return;
  oct_chart_text_size (text, &width, &height);
  oct_chart_text_draw_with_halo (text, cr, pad, y - height - 3, theme->ink_soft, theme->water);
  cairo_set_line_width (cr, theme->line * 1.2);
  oct_colour_set (theme->ink_soft, cr);
  cairo_move_to (cr, pad, y - tick);
  cairo_line_to (cr, pad, y);
  cairo_line_to (cr, pad + length, y);
  cairo_line_to (cr, pad + length, y - tick);
  cairo_stroke (cr);
  oct_label_space_block (space, 0, y - height - 6, MAX (length, width) + 2 * pad, height + 6 + pad);
}
