/* Printing words; see the header. Pages are broken between lines, and never between a heading and
 * what follows it. Printer and PDF share the drawing.
 */

#include "oct-print-text.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

/* A4 and its margins, in points. */
#define PAGE_WIDTH 595.0
#define PAGE_HEIGHT 842.0
#define MARGIN 57.0
#define FOOT_HEIGHT 22.0
#define GAP 6.0

#define TITLE_FONT "Cantarell Bold 16"
#define HEADING_FONT "Cantarell Bold 10"
#define TEXT_FONT "Cantarell 10"
#define FOOT_FONT "Cantarell 8"

typedef struct
{
  char *title;
  char **lines;  /* paragraphs */
  GArray *pages; /* of guint: the first line of each page */
} Words;

static void
words_free (Words *words)
{
  g_free (words->title);
  g_strfreev (words->lines);
  g_array_unref (words->pages);
  g_free (words);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Words, words_free)

static Words *
words_new (const char *text, const char *title)
{
  Words *words = g_new0 (Words, 1);

  words->title = g_strdup (title);
  words->lines = g_strsplit (text, "\n", -1);
  words->pages = g_array_new (FALSE, FALSE, sizeof (guint));

  return words;
}

static gboolean
is_heading (const Words *words, guint line)
{
  return line > 0 && *words->lines[line] != '\0' && *words->lines[line - 1] == '\0';
}

/* Lays out one line of the text, which may be several on paper; returns its height, with the gap
 * above it. */
static double
lay_line (PangoLayout *layout, const Words *words, guint line, double width)
{
  const char *font = line == 0 ? TITLE_FONT : is_heading (words, line) ? HEADING_FONT : TEXT_FONT;
  PangoFontDescription *description = pango_font_description_from_string (font);
  int height;

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, words->lines[line], -1);
  pango_layout_get_size (layout, NULL, &height);
  if (*words->lines[line] == '\0')
    return GAP;

  return height / (double) PANGO_SCALE + 2;
}

/* A paragraph longer than a page is broken inside of it by drawing it where the clip ends; paragraphs
 * of practices and plans are shorter. */
static void
break_pages (Words *words, PangoLayout *layout, double width, double height)
{
  double y = 0;
  guint first = 0;

  g_array_set_size (words->pages, 0);
  g_array_append_val (words->pages, first);
  for (guint i = 0; words->lines[i] != NULL; i++)
    {
      double line = lay_line (layout, words, i, width), with = line;

      if (is_heading (words, i) && words->lines[i + 1] != NULL)
        with += lay_line (layout, words, i + 1, width);
      if (y > 0 && y + with > height - FOOT_HEIGHT)
        {
          g_array_append_val (words->pages, i);
          y = 0;
        }
      y += line;
    }
}

static void
draw_foot (const Words *words, PangoLayout *layout, cairo_t *cr, guint page, double width,
           double height)
{
  /* Translators: what is printed, number of the page, how many there are. */
  g_autofree char *text = g_strdup_printf (_("%s · page %u of %u"), words->title, page + 1,
                                           words->pages->len);
  PangoFontDescription *description = pango_font_description_from_string (FOOT_FONT);

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, 0, height - FOOT_HEIGHT + GAP);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_page (const Words *words, PangoLayout *layout, cairo_t *cr, guint page, double width,
           double height)
{
  guint end = page + 1 < words->pages->len ? g_array_index (words->pages, guint, page + 1)
                                           : g_strv_length (words->lines);
  double y = 0;

  for (guint i = g_array_index (words->pages, guint, page); i < end; i++)
    {
      double line = lay_line (layout, words, i, width);

      cairo_move_to (cr, 0, y);
      if (*words->lines[i] != '\0')
        pango_cairo_show_layout (cr, layout);
      y += line;
    }
  draw_foot (words, layout, cr, page, width, height);
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Words *words)
{
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);

  break_pages (words, layout, gtk_print_context_get_width (context),
               gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, (int) words->pages->len);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Words *words)
{
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);

  draw_page (words, layout, gtk_print_context_get_cairo_context (context), (guint) page,
             gtk_print_context_get_width (context), gtk_print_context_get_height (context));
}

/**
 * oct_print_new_text:
 * @text: the words
 * @job_name: what the print queue calls it, and the foot of each page
 *
 * Prepares to print a document of words on upright pages.
 *
 * Returns: (transfer full): the operation
 */
GtkPrintOperation *
oct_print_new_text (const char *text, const char *job_name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Words *words = words_new (text, job_name);

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, job_name);
  g_object_set_data_full (G_OBJECT (operation), "words", words, (GDestroyNotify) words_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), words);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), words);

  return operation;
}

/**
 * oct_print_text_to_pdf:
 * @text: the words
 * @title: of the document
 * @path: the file
 * @error: return location for an error
 *
 * Writes the pages that oct_print_new_text() prints, on A4.
 *
 * Returns: %FALSE where the file can't be written
 */
gboolean
oct_print_text_to_pdf (const char *text, const char *title, const char *path, GError **error)
{
  g_autoptr (Words) words = words_new (text, title);
  g_autoptr (PangoLayout) layout = NULL;
  double width = PAGE_WIDTH - 2 * MARGIN, height = PAGE_HEIGHT - 2 * MARGIN;
  cairo_surface_t *surface = cairo_pdf_surface_create (path, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  layout = pango_cairo_create_layout (cr);
  break_pages (words, layout, width, height);
  for (guint i = 0; i < words->pages->len; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, MARGIN, MARGIN);
      draw_page (words, layout, cr, i, width, height);
      cairo_restore (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", path,
               cairo_status_to_string (status));

  return FALSE;
}
