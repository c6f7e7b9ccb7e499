/* Text in charts, and the space that labels share.
 *
 * Hinting of metrics is off and glyph positions aren't rounded, so that a layout has the same size
 * on a screen, in a PDF and in a test.
 */
#include "oct-chart-text.h"

#include <string.h>

struct _OctLabelSpace
{
  double width;
  double height;
  GArray *taken; /* of cairo_rectangle_t */
};

/* The thread's own, since Pango's font maps are. */
static PangoContext *
get_context (void)
{
  static GPrivate kept = G_PRIVATE_INIT (g_object_unref);
  PangoContext *context = g_private_get (&kept);
  cairo_font_options_t *options;

  if (context != NULL)
    return context;
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  g_private_set (&kept, context);
  return context;
}

static double
style_size (const OctChartTheme *theme, OctTextStyle style)
{
  switch (style)
    {
    case OCT_TEXT_TITLE:
      return theme->size_title;
    case OCT_TEXT_NORMAL:
    case OCT_TEXT_BOLD:
      return theme->size_text;
    case OCT_TEXT_SMALL:
    case OCT_TEXT_SMALL_BOLD:
    default:
      return theme->size_small;
    }
}

/**
 * oct_chart_text_new:
 * @theme: font and sizes
 * @style: which of them
 * @text: (nullable): plain text
 * @max_width: width to wrap at in points, or 0 for one line of any length
 * @max_lines: after how many lines it ends in an ellipsis
 *
 * Returns: (transfer full): the text, ready to be measured and drawn
 */
PangoLayout *
oct_chart_text_new (const OctChartTheme *theme, OctTextStyle style, const char *text,
                    double max_width, int max_lines)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  PangoFontDescription *font;
  PangoLayout *layout;

  g_return_val_if_fail (theme != NULL, NULL);

  layout = pango_layout_new (get_context ());
  font = pango_font_description_new ();
  pango_font_description_set_family (font, theme->font);
  pango_font_description_set_absolute_size (font, style_size (theme, style) * PANGO_SCALE);
  if (style == OCT_TEXT_TITLE || style == OCT_TEXT_BOLD || style == OCT_TEXT_SMALL_BOLD)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  /* Figures of one width stand in columns. */
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);

  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  if (max_width > 0)
    {
      pango_layout_set_width (layout, (int) (max_width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, -MAX (1, max_lines));
    }
  return layout;
}

/**
 * oct_chart_text_size:
 * @layout: a text
 * @width: (out) (nullable): its width in points
 * @height: (out) (nullable): its height in points
 *
 * Measures the text as it is wrapped.
 */
void
oct_chart_text_size (PangoLayout *layout, double *width, double *height)
{
  int layout_width, layout_height;

  pango_layout_get_size (layout, &layout_width, &layout_height);
  if (width != NULL)
    *width = layout_width / (double) PANGO_SCALE;
  if (height != NULL)
    *height = layout_height / (double) PANGO_SCALE;
}

/* Sizes of texts that were asked for before: a chart asks for all its texts at each move of the
 * pointer, and for most of them several times while it looks for room. Emptied rather than aged; the
 * charts on the screen fill it again at once. */
#define MOST_KEPT 4000

typedef struct
{
  OctTextStyle style;
  double font_size;
  double max_width;
  int max_lines;
  char *font;
  char *text;
  double width;
  double height;
} KeptSize;

static void
kept_size_free (gpointer data)
{
  KeptSize *kept = data;

  g_free (kept->font);
  g_free (kept->text);
  g_free (kept);
}

static guint
kept_size_hash (gconstpointer data)
{
  const KeptSize *kept = data;

  return g_str_hash (kept->text) ^ g_double_hash (&kept->font_size) * 31
         ^ g_double_hash (&kept->max_width) * 37 ^ (guint) kept->style;
}

static gboolean
kept_size_equal (gconstpointer a, gconstpointer b)
{
  const KeptSize *one = a, *two = b;

  return one->style == two->style && one->font_size == two->font_size
         && one->max_width == two->max_width && one->max_lines == two->max_lines
         && g_strcmp0 (one->font, two->font) == 0 && g_str_equal (one->text, two->text);
}

static const KeptSize *
find_size (const OctChartTheme *theme, OctTextStyle style, const char *text, double max_width,
           int max_lines)
{
  static GPrivate kept_sizes = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);
  GHashTable *sizes = g_private_get (&kept_sizes);
  const KeptSize asked = { .style = style,
                           .font_size = style_size (theme, style),
                           .max_width = max_width,
                           .max_lines = max_lines,
                           .font = (char *) theme->font,
                           .text = (char *) (text != NULL ? text : "") };
  g_autoptr (PangoLayout) layout = NULL;
  KeptSize *kept;

  if (sizes == NULL)
    {
      sizes = g_hash_table_new_full (kept_size_hash, kept_size_equal, kept_size_free, NULL);
      g_private_set (&kept_sizes, sizes);
    }
  kept = g_hash_table_lookup (sizes, &asked);
  if (kept != NULL)
    return kept;
  if (g_hash_table_size (sizes) >= MOST_KEPT)
    g_hash_table_remove_all (sizes);
  kept = g_new (KeptSize, 1);
  *kept = asked;
  kept->font = g_strdup (asked.font);
  kept->text = g_strdup (asked.text);
  layout = oct_chart_text_new (theme, style, text, max_width, max_lines);
  oct_chart_text_size (layout, &kept->width, &kept->height);
  g_hash_table_add (sizes, kept);
  return kept;
}

/**
 * oct_chart_text_measure:
 * @theme: font and sizes
 * @style: which of them
 * @text: (nullable): plain text
 * @max_width: width to wrap at in points, or 0 for one line of any length
 * @max_lines: after how many lines it ends in an ellipsis
 * @width: (out) (nullable): its width in points
 * @height: (out) (nullable): its height in points
 *
 * Measures a text as oct_chart_text_new() would lay it out, without doing so if it is known.
 */
void
oct_chart_text_measure (const OctChartTheme *theme, OctTextStyle style, const char *text,
                        double max_width, int max_lines, double *width, double *height)
{
  const KeptSize *size;

  g_return_if_fail (theme != NULL);

  size = find_size (theme, style, text, 0, 1);
  /* Whatever fits into one line is the same in every width. */
  if (max_width > 0 && (size->width > max_width || (text != NULL && strchr (text, '\n') != NULL)))
    size = find_size (theme, style, text, max_width, max_lines);
  if (width != NULL)
    *width = size->width;
  if (height != NULL)
    *height = size->height;
}

/**
 * oct_chart_text_width:
 * @theme: font and sizes
 * @style: which of them
 * @text: (nullable): plain text
 *
 * Returns: the width of the text on one line, in points
 */
double
oct_chart_text_width (const OctChartTheme *theme, OctTextStyle style, const char *text)
{
  g_return_val_if_fail (theme != NULL, 0);

  return find_size (theme, style, text, 0, 1)->width;
}

/**
 * oct_chart_text_height:
 * @theme: font and sizes
 * @style: which of them
 *
 * Returns: the height of one line, in points
 */
double
oct_chart_text_height (const OctChartTheme *theme, OctTextStyle style)
{
  g_return_val_if_fail (theme != NULL, 0);

  return find_size (theme, style, "Ág", 0, 1)->height;
}

/**
 * oct_chart_text_draw:
 * @layout: a text
 * @cr: what to draw to
 * @x: left edge
 * @y: upper edge
 * @colour: its colour
 *
 * Draws the text.
 */
void
oct_chart_text_draw (PangoLayout *layout, cairo_t *cr, double x, double y, OctColour colour)
{
  PangoRectangle extents;

  /* A text that reads from the right is put at the right of its width: shift it back. */
  pango_layout_get_extents (layout, NULL, &extents);
  if (pango_layout_get_alignment (layout) == PANGO_ALIGN_LEFT && extents.x > 0
      && pango_layout_get_line_count (layout) == 1)
    x -= extents.x / (double) PANGO_SCALE;
  oct_colour_set (colour, cr);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/**
 * oct_chart_text_draw_with_halo:
 * @layout: a text
 * @cr: what to draw to
 * @x: left edge
 * @y: upper edge
 * @colour: its colour
 * @halo: the colour of its rim
 *
 * Draws the text with a rim that sets it off from what lies below.
 */
void
oct_chart_text_draw_with_halo (PangoLayout *layout, cairo_t *cr, double x, double y,
                               OctColour colour, OctColour halo)
{
  static const double around[][2] = { { -1.3, 0 },    { 1.3, 0 },    { 0, -1.3 },   { 0, 1.3 },
                                      { -0.9, -0.9 }, { 0.9, -0.9 }, { -0.9, 0.9 }, { 0.9, 0.9 } };

  halo.alpha = 0.9;
  cairo_save (cr);
  if (cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE)
    {
      /* Several times the text itself is far quicker than its outline. */
      for (guint i = 0; i < G_N_ELEMENTS (around); i++)
        oct_chart_text_draw (layout, cr, x + around[i][0], y + around[i][1], halo);
    }
  else
    {
      /* In a document the text must be there only once, to be found and copied. */
      cairo_move_to (cr, x, y);
      pango_cairo_layout_path (cr, layout);
      oct_colour_set (halo, cr);
      cairo_set_line_width (cr, 3);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
  oct_chart_text_draw (layout, cr, x, y, colour);
}

/**
 * oct_chart_text_at:
 * @cr: what to draw to
 * @theme: font and sizes
 * @style: which of them
 * @text: one line
 * @x: where it is anchored
 * @y: the middle of its height
 * @align: 0 to start at @x, 0.5 to centre, 1 to end there
 * @colour: its colour
 *
 * Draws one line of text at an anchor.
 */
void
oct_chart_text_at (cairo_t *cr, const OctChartTheme *theme, OctTextStyle style, const char *text,
                   double x, double y, double align, OctColour colour)
{
  g_autoptr (PangoLayout) layout = oct_chart_text_new (theme, style, text, 0, 1);
  double width, height;

  oct_chart_text_size (layout, &width, &height);
  oct_chart_text_draw (layout, cr, x - width * align, y - height / 2, colour);
}

/**
 * oct_chart_text_warm:
 * @theme: font and sizes
 *
 * Gets a theme's type ready, unless it is: fonts are looked for, and letters and figures drawn. Half of
 * what the first chart in a size of type takes is this. To be called when nothing else is to be done, in
 * the thread that will draw.
 */
void
oct_chart_text_warm (const OctChartTheme *theme)
{
  static GPrivate warmed = G_PRIVATE_INIT (g_free);
  static const OctTextStyle styles[] = { OCT_TEXT_TITLE, OCT_TEXT_NORMAL, OCT_TEXT_BOLD,
                                         OCT_TEXT_SMALL, OCT_TEXT_SMALL_BOLD };
  g_autofree char *key = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_if_fail (theme != NULL);

  key = g_strdup_printf ("%s %g %g %g", theme->font, theme->size_title, theme->size_text,
                         theme->size_small);
  if (g_strcmp0 (g_private_get (&warmed), key) == 0)
    return;
  /* As large as the text, or it would not be drawn. */
  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) (theme->size_title * 70),
                                        (int) (theme->size_title * 2));
  cr = cairo_create (surface);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autoptr (PangoLayout) layout = oct_chart_text_new (
        theme, styles[i],
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;·-–’()%", 0, 1);

      oct_chart_text_draw (layout, cr, 0, 0, theme->ink);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_private_replace (&warmed, g_steal_pointer (&key));
}

/**
 * oct_label_space_new:
 * @width: width of the picture
 * @height: height of the picture
 *
 * Returns: (transfer full): an empty space
 */
OctLabelSpace *
oct_label_space_new (double width, double height)
{
  OctLabelSpace *self = g_new0 (OctLabelSpace, 1);

  self->width = width;
  self->height = height;
  self->taken = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  return self;
}

/**
 * oct_label_space_free:
 * @self: (nullable): a space
 *
 * Frees the space.
 */
void
oct_label_space_free (OctLabelSpace *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->taken);
  g_free (self);
}

/**
 * oct_label_space_block:
 * @self: a space
 * @x: left edge
 * @y: upper edge
 * @width: width
 * @height: height
 *
 * Keeps labels out of a rectangle.
 */
void
oct_label_space_block (OctLabelSpace *self, double x, double y, double width, double height)
{
  cairo_rectangle_t rectangle = { x, y, width, height };

  g_array_append_val (self->taken, rectangle);
}

/**
 * oct_label_space_take:
 * @self: a space
 * @x: left edge
 * @y: upper edge
 * @width: width
 * @height: height
 *
 * Takes a rectangle for a label if all of it is inside the picture and free.
 *
 * Returns: whether it was taken
 */
gboolean
oct_label_space_take (OctLabelSpace *self, double x, double y, double width, double height)
{
  if (x < 0 || y < 0 || x + width > self->width || y + height > self->height)
    return FALSE;
  for (guint i = 0; i < self->taken->len; i++)
    {
      const cairo_rectangle_t *other = &g_array_index (self->taken, cairo_rectangle_t, i);

      if (x < other->x + other->width && other->x < x + width && y < other->y + other->height
          && other->y < y + height)
        return FALSE;
    }
  oct_label_space_block (self, x, y, width, height);
  return TRUE;
}
