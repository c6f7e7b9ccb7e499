/* A paper on the screen, and on a printer; see the header. */

#include "oct-paper-view.h"

#define MARGIN 48.0

struct _OctPaperView
{
  AdwBin parent_instance;

  GtkWidget *box;
  GPtrArray *paper;
};

G_DEFINE_FINAL_TYPE (OctPaperView, oct_paper_view, ADW_TYPE_BIN)

/* By OctPaperStyle: font on paper, class on the screen, room above in points. */
static const struct
{
  const char *font;
  const char *css;
  double above;
  double indent;
} styles[] = {
  { "Cantarell Bold 16", "title-1", 0, 0 }, { "Cantarell Bold 10.5", "heading", 10, 0 },
  { "Cantarell 9.5", NULL, 3, 0 },          { "Cantarell 9.5", NULL, 2, 14 },
  { "Cantarell 8.5", "dim-label", 3, 0 },
};

static void
oct_paper_view_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_pointer (&OCT_PAPER_VIEW (object)->paper, g_ptr_array_unref);
  G_OBJECT_CLASS (oct_paper_view_parent_class)->dispose (object);
}

static void
oct_paper_view_class_init (OctPaperViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = oct_paper_view_dispose;
}

static void
oct_paper_view_init (OctPaperView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

GtkWidget *
oct_paper_view_new (void)
{
  return g_object_new (OCT_TYPE_PAPER_VIEW, NULL);
}

static char *
dup_shown (const OctPaperLine *line)
{
  return line->style == OCT_PAPER_POINT ? g_strdup_printf ("•  %s", line->text)
                                        : g_strdup (line->text);
}

/**
 * oct_paper_view_set_paper:
 * @self: a view
 * @paper: (element-type OctPaperLine): what is to be read
 */
void
oct_paper_view_set_paper (OctPaperView *self, GPtrArray *paper)
{
  GtkWidget *child;

  g_return_if_fail (OCT_IS_PAPER_VIEW (self));

  g_ptr_array_ref (paper);
  g_clear_pointer (&self->paper, g_ptr_array_unref);
  self->paper = paper;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < paper->len; i++)
    {
      const OctPaperLine *line = g_ptr_array_index (paper, i);
      g_autofree char *text = dup_shown (line);
      GtkWidget *label = gtk_label_new (text);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_set_margin_top (label, (int) (1.6 * styles[line->style].above));
      if (styles[line->style].css != NULL)
        gtk_widget_add_css_class (label, styles[line->style].css);
      gtk_box_append (GTK_BOX (self->box), label);
    }
}

/* --- on a printer --- */

typedef struct
{
  GPtrArray *paper;
  GArray *starts; /* of guint: the first line of each page */
} Print;

static void
print_free (Print *print)
{
  g_ptr_array_unref (print->paper);
  g_array_unref (print->starts);
  g_free (print);
}

static PangoLayout *
new_layout (GtkPrintContext *context, const OctPaperLine *line)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *font = pango_font_description_from_string (styles[line->style].font);
  double width = gtk_print_context_get_width (context) - 2 * MARGIN - styles[line->style].indent;
  g_autofree char *text = dup_shown (line);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);

  return layout;
}

static double
measure (GtkPrintContext *context, const OctPaperLine *line)
{
  g_autoptr (PangoLayout) layout = new_layout (context, line);
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return (double) height / PANGO_SCALE + styles[line->style].above;
}

/* A heading never stands alone at the foot of a page. */
static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Print *print)
{
  double room = gtk_print_context_get_height (context) - 2 * MARGIN;
  double y = 0;
  guint first = 0;

  g_array_set_size (print->starts, 0);
  g_array_append_val (print->starts, first);
  for (guint i = 0; i < print->paper->len; i++)
    {
      const OctPaperLine *line = g_ptr_array_index (print->paper, i);
      double height = measure (context, line);
      double needed = height;

      if (line->style == OCT_PAPER_HEADING && i + 1 < print->paper->len)
        needed += measure (context, g_ptr_array_index (print->paper, i + 1));
      if (y > 0 && y + needed > room)
        {
          g_array_append_val (print->starts, i);
          y = 0;
        }
      y += height;
    }
  gtk_print_operation_set_n_pages (operation, (int) print->starts->len);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Print *print)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  guint index = (guint) page;
  guint first = g_array_index (print->starts, guint, index);
  guint end = index + 1 < print->starts->len ? g_array_index (print->starts, guint, index + 1)
                                             : print->paper->len;
  double y = MARGIN;

  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = first; i < end; i++)
    {
      const OctPaperLine *line = g_ptr_array_index (print->paper, i);
      g_autoptr (PangoLayout) layout = new_layout (context, line);

      cairo_move_to (cr, MARGIN + styles[line->style].indent, y + styles[line->style].above);
      pango_cairo_show_layout (cr, layout);
      y += measure (context, line);
    }
}

/**
 * oct_paper_print_new:
 * @paper: (element-type OctPaperLine): what is printed
 * @job_name: what the print queue calls it
 *
 * Returns: (transfer full): the operation
 */
GtkPrintOperation *
oct_paper_print_new (GPtrArray *paper, const char *job_name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  Print *print = g_new0 (Print, 1);

  print->paper = g_ptr_array_ref (paper);
  print->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, job_name);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), print);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), print);
  g_object_set_data_full (G_OBJECT (operation), "print", print, (GDestroyNotify) print_free);

  return operation;
}
