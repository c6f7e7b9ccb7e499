/* One text of a row that draws its words itself; see the header.
 *
 * A GtkLabel is measured at several widths and laid out for each, which for dozens of rows took longer
 * than all else on a page. Here a text that fits into a line is never laid out twice.
 */

#include "oct-row-text.h"

#include <adwaita.h>

#define DIMMED 0.55f
#define DIMMED_HIGH_CONTRAST 0.9f

/**
 * oct_row_text_is_empty:
 * @self: a text
 *
 * Returns: whether it says nothing
 */
gboolean
oct_row_text_is_empty (const OctRowText *self)
{
  return self->text == NULL || *self->text == '\0';
}

/**
 * oct_row_text_clear:
 * @self: a text
 *
 * Frees what the text holds.
 */
void
oct_row_text_clear (OctRowText *self)
{
  g_clear_object (&self->layout);
  g_clear_pointer (&self->text, g_free);
}

/**
 * oct_row_text_lay_out:
 * @self: a text
 * @row: the row that it stands in
 * @scale: its size beside the row's type
 *
 * Lays the text out in the type that the row has now.
 */
void
oct_row_text_lay_out (OctRowText *self, GtkWidget *row, double scale)
{
  g_clear_object (&self->layout);
  if (oct_row_text_is_empty (self))
    return;
  self->layout = gtk_widget_create_pango_layout (row, self->text);
  if (scale != 1)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
      pango_layout_set_attributes (self->layout, attributes);
    }
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (self->layout, &self->one_line, NULL);
  self->max_width = -1;
}

/**
 * oct_row_text_fit:
 * @self: a text that was laid out
 * @width: the room for it, in pixels
 * @max_lines: how many lines it may have, 0 for any number
 *
 * Breaks the text into lines. One that fits into a line stays as it is.
 *
 * Returns: its height in that width, in pixels; 0 where it says nothing
 */
int
oct_row_text_fit (OctRowText *self, int width, int max_lines)
{
  gboolean whole;
  int wanted, height;

  if (self->layout == NULL)
    return 0;
  whole = max_lines == 0 || strchr (self->text, '\n') == NULL;
  wanted = self->one_line <= width && whole ? -1 : width;
  if (wanted != self->max_width)
    {
      pango_layout_set_width (self->layout, wanted < 0 ? -1 : wanted * PANGO_SCALE);
      if (max_lines > 0)
        {
          pango_layout_set_height (self->layout, -max_lines);
          pango_layout_set_ellipsize (self->layout,
                                      wanted < 0 ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
        }
      self->max_width = wanted;
    }
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  return height;
}

/**
 * oct_row_text_draw:
 * @layout: (nullable): what to draw
 * @row: the row that it stands in
 * @snapshot: what to draw to
 * @x: where it begins, in pixels from the edge where reading begins
 * @y: its top
 * @colour: its colour
 *
 * Draws a text. One that reads from the right begins at the right of its width.
 */
void
oct_row_text_draw (PangoLayout *layout, GtkWidget *row, GtkSnapshot *snapshot, int x, int y,
                   const GdkRGBA *colour)
{
  PangoRectangle extents;

  if (layout == NULL)
    return;
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  if (gtk_widget_get_direction (row) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (row) - x - extents.width;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x - extents.x, y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/**
 * oct_row_text_get_colours:
 * @row: a row
 * @colour: (out caller-allocates): of its title
 * @dim: (out caller-allocates): of what is less important
 */
void
oct_row_text_get_colours (GtkWidget *row, GdkRGBA *colour, GdkRGBA *dim)
{
  gboolean contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());

  gtk_style_context_get_color (gtk_widget_get_style_context (row), colour);
  *dim = *colour;
  dim->alpha *= contrast ? DIMMED_HIGH_CONTRAST : DIMMED;
}
