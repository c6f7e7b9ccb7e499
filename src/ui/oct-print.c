/* Printing: a chart on one page, a list or a timeline on as many as it takes.
 *
 * What is made is a print operation without a printer, so that it can also be written to a file. A
 * list is printed as its table shows it: the same columns in the same order, their headings on every
 * page, with the source at the foot.
 */

#include "oct-print.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* In points. */
#define ROW_HEIGHT 15.0
#define TITLE_HEIGHT 26.0
#define FOOT_HEIGHT 18.0
#define GAP 8.0

#define TITLE_FONT "Cantarell Bold 13"
#define HEADING_FONT "Cantarell Bold 8"
#define CELL_FONT "Cantarell 8"
#define FOOT_FONT "Cantarell 7"

/* How faint the rule under a row is. */
#define RULE_ALPHA 0.15

/* Charts */

static void
draw_chart_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, OctChart *chart)
{
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_PRINT, 1.0, NULL);
  oct_chart_draw (chart, gtk_print_context_get_cairo_context (context),
                  gtk_print_context_get_width (context), gtk_print_context_get_height (context),
                  &theme);
}

static GtkPrintOperation *
new_operation (const char *job_name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, job_name);
  return operation;
}

/**
 * oct_print_new_chart:
 * @chart: the chart
 * @job_name: what the print queue calls it
 *
 * Prepares to print a chart on one page.
 *
 * Returns: (transfer full): the operation
 */
GtkPrintOperation *
oct_print_new_chart (OctChart *chart, const char *job_name)
{
  GtkPrintOperation *operation;

  g_return_val_if_fail (OCT_IS_CHART (chart), NULL);

  operation = new_operation (job_name);
  gtk_print_operation_set_n_pages (operation, 1);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_chart_cb), chart, 0);
  return operation;
}

/* Lists */

/* A list on paper. */
typedef struct
{
  OctTableSource *source;
  GListModel *model;
  char *title;
  char *origin;
  guint *columns; /* ended by a number that is none */
  guint n_columns;
  guint rows_per_page;
  int n_pages;
} Sheets;

static void
sheets_free (Sheets *sheets)
{
  g_object_unref (sheets->source);
  g_object_unref (sheets->model);
  g_free (sheets->title);
  g_free (sheets->origin);
  g_free (sheets->columns);
  g_free (sheets);
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Sheets *sheets)
{
  double room = gtk_print_context_get_height (context) - TITLE_HEIGHT - ROW_HEIGHT - FOOT_HEIGHT;
  guint n = g_list_model_get_n_items (sheets->model);

  sheets->rows_per_page = MAX ((guint) (room / ROW_HEIGHT), 1);
  sheets->n_pages = (int) ((MAX (n, 1) + sheets->rows_per_page - 1) / sheets->rows_per_page);
  gtk_print_operation_set_n_pages (operation, sheets->n_pages);
}

static void
draw_text (GtkPrintContext *context, const char *text, const char *font, double x, double y,
           double width, PangoAlignment alignment)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_alignment (layout, alignment);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_rule (GtkPrintContext *context, double y, double alpha)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  cairo_set_source_rgba (cr, 0, 0, 0, alpha);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, gtk_print_context_get_width (context), y);
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
}

/* What a cell says on paper, where what the window draws beside a text is put into words. */
static char *
cell_text (Sheets *sheets, GObject *item, guint column)
{
  g_autofree char *text = oct_table_source_get_text (sheets->source, item, column);
  OctTableMark mark;

  if (!oct_table_source_get_mark (sheets->source, item, column, sheets->columns, &mark)
      || mark.tag == NULL)
    return g_steal_pointer (&text);
  /* Translators: the name of a school or trust, then its status, such as "Closed". */
  return g_strdup_printf (_("%s (%s)"), text, mark.tag);
}

/* One row of texts: that of @item, or the headings where there is none. Columns share the page as they
 * share the window. */
static void
draw_row (GtkPrintContext *context, Sheets *sheets, GObject *item, double y)
{
  double width = gtk_print_context_get_width (context);
  double x = 0;
  guint total = 0;

  for (guint i = 0; i < sheets->n_columns; i++)
    total += oct_table_source_describe_column (sheets->source, sheets->columns[i]).chars;
  for (guint i = 0; i < sheets->n_columns; i++)
    {
      OctTableColumn column = oct_table_source_describe_column (sheets->source, sheets->columns[i]);
      double share = width * column.chars / MAX (total, 1);
      g_autofree char *text = item != NULL ? cell_text (sheets, item, sheets->columns[i])
                                           : g_strdup (column.heading);

      draw_text (context, text, item != NULL ? CELL_FONT : HEADING_FONT, x, y, share - GAP,
                 column.numeric ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
      x += share;
    }
}

static void
draw_sheet_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Sheets *sheets)
{
  double width = gtk_print_context_get_width (context);
  double foot = gtk_print_context_get_height (context) - FOOT_HEIGHT + GAP;
  guint first = (guint) page * sheets->rows_per_page;
  double y = TITLE_HEIGHT;
  /* Translators: number of a printed page, and how many there are. */
  g_autofree char *number = g_strdup_printf (_("Page %d of %d"), page + 1, sheets->n_pages);

  draw_text (context, sheets->title, TITLE_FONT, 0, 0, width, PANGO_ALIGN_LEFT);
  draw_row (context, sheets, NULL, y);
  draw_rule (context, y + ROW_HEIGHT - 2, 1);
  for (guint i = 0; i < sheets->rows_per_page; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (sheets->model, first + i);

      if (item == NULL)
        break;
      y += ROW_HEIGHT;
      draw_row (context, sheets, item, y);
      draw_rule (context, y + ROW_HEIGHT - 2, RULE_ALPHA);
    }
  draw_text (context, sheets->origin, FOOT_FONT, 0, foot, width * 0.8, PANGO_ALIGN_LEFT);
  draw_text (context, number, FOOT_FONT, width * 0.8, foot, width * 0.2, PANGO_ALIGN_RIGHT);
}

/* Timelines */

/* A timeline on paper. */
typedef struct
{
  OctTimelineChart *chart;
  GArray *pages; /* the line that each begins with; %NULL until the paper is known */
} Timeline;

static void
timeline_free (gpointer data)
{
  Timeline *timeline = data;

  g_clear_pointer (&timeline->pages, g_array_unref);
  g_object_unref (timeline->chart);
  g_free (timeline);
}

static void
begin_timeline_cb (GtkPrintOperation *operation, GtkPrintContext *context, Timeline *timeline)
{
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_PRINT, 1.0, NULL);
  g_clear_pointer (&timeline->pages, g_array_unref);
  timeline->pages = oct_timeline_chart_paginate (timeline->chart,
                                                 gtk_print_context_get_width (context),
                                                 gtk_print_context_get_height (context), &theme);
  gtk_print_operation_set_n_pages (operation, (int) timeline->pages->len);
}

static void
draw_timeline_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page,
                  Timeline *timeline)
{
  guint first = g_array_index (timeline->pages, guint, page);
  guint n_pages = timeline->pages->len;
  guint end = (guint) page + 1 < n_pages ? g_array_index (timeline->pages, guint, page + 1)
                                         : oct_timeline_chart_get_n_lines (timeline->chart);
  /* Translators: number of a printed page, and how many there are. */
  g_autofree char *number = g_strdup_printf (_("Page %d of %d"), page + 1, (int) n_pages);
  double width = gtk_print_context_get_width (context);

  oct_timeline_chart_set_page (timeline->chart, first, end - first);
  draw_chart_cb (operation, context, page, OCT_CHART (timeline->chart));
  if (n_pages > 1)
    draw_text (context, number, FOOT_FONT, width * 0.8,
               gtk_print_context_get_height (context) - FOOT_HEIGHT + GAP, width * 0.2,
               PANGO_ALIGN_RIGHT);
}

/**
 * oct_print_new_timeline:
 * @chart: a timeline, which is the operation's from now on
 * @job_name: what the print queue calls it
 *
 * Prepares to print all rows of a timeline, with its scales and its key on each page.
 *
 * Returns: (transfer full): the operation
 */
GtkPrintOperation *
oct_print_new_timeline (OctTimelineChart *chart, const char *job_name)
{
  GtkPrintOperation *operation;
  Timeline *timeline;

  g_return_val_if_fail (OCT_IS_TIMELINE_CHART (chart), NULL);

  timeline = g_new0 (Timeline, 1);
  timeline->chart = g_object_ref (chart);
  operation = new_operation (job_name);
  g_object_set_data_full (G_OBJECT (operation), "timeline", timeline, timeline_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_timeline_cb), timeline);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_timeline_cb), timeline);
  return operation;
}

/**
 * oct_print_new_table:
 * @table: a table
 * @title: what is in it
 * @source: (nullable): where it is from, with its date
 *
 * Prepares to print all rows of a table with the columns it shows.
 *
 * Returns: (transfer full): the operation
 */
GtkPrintOperation *
oct_print_new_table (OctDrawnTable *table, const char *title, const char *source)
{
  GtkPrintOperation *operation;
  const guint *columns;
  Sheets *sheets;

  g_return_val_if_fail (OCT_IS_DRAWN_TABLE (table), NULL);
  g_return_val_if_fail (oct_drawn_table_get_model (table) != NULL, NULL);

  columns = oct_cell_layout_get_columns (oct_drawn_table_get_layout (table));
  sheets = g_new0 (Sheets, 1);
  sheets->source = g_object_ref (OCT_TABLE_SOURCE (table));
  sheets->model = g_object_ref (oct_drawn_table_get_model (table));
  sheets->title = g_strdup (title);
  sheets->origin = g_strdup (source);
  sheets->n_columns = oct_table_source_count (sheets->source, columns);
  sheets->columns = g_memdup2 (columns, (sheets->n_columns + 1) * sizeof *columns);

  operation = new_operation (title);
  g_object_set_data_full (G_OBJECT (operation), "sheets", sheets, (GDestroyNotify) sheets_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), sheets);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_sheet_cb), sheets);
  return operation;
}

/* Documents */

/* A document on paper; its pages are those of the paper that was chosen. */
typedef struct
{
  OctDocument *document;
  OctDocumentPages *pages; /* %NULL until the paper is known */
} Paper;

static void
paper_free (gpointer data)
{
  Paper *paper = data;

  g_clear_pointer (&paper->pages, oct_document_pages_free);
  oct_document_free (paper->document);
  g_free (paper);
}

static void
begin_document_cb (GtkPrintOperation *operation, GtkPrintContext *context, Paper *paper)
{
  g_clear_pointer (&paper->pages, oct_document_pages_free);
  paper->pages = oct_document_paginate (paper->document, gtk_print_context_get_width (context),
                                        gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, (int) oct_document_pages_count (paper->pages));
}

static void
draw_document_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Paper *paper)
{
  oct_document_pages_draw (paper->pages, (guint) page,
                           gtk_print_context_get_cairo_context (context));
}

/**
 * oct_print_new_document:
 * @document: (transfer full): a document
 *
 * Prepares to print a document, upright.
 *
 * Returns: (transfer full): the operation
 */
GtkPrintOperation *
oct_print_new_document (OctDocument *document)
{
  GtkPrintOperation *operation;
  Paper *paper;

  g_return_val_if_fail (document != NULL, NULL);

  operation = new_operation (oct_document_get_title (document));
  gtk_page_setup_set_orientation (gtk_print_operation_get_default_page_setup (operation),
                                  GTK_PAGE_ORIENTATION_PORTRAIT);
  paper = g_new0 (Paper, 1);
  paper->document = document;
  g_object_set_data_full (G_OBJECT (operation), "paper", paper, paper_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_document_cb), paper);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_document_cb), paper);

  return operation;
}

/* Running */

static void
show_failure (GtkWidget *widget, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog;

  if (!GTK_IS_WINDOW (root))
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (root), _("Nothing was printed"), NULL);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * oct_print_run:
 * @widget: where the request comes from
 * @operation: what to print
 *
 * Asks for a printer and prints.
 */
void
oct_print_run (GtkWidget *widget, GtkPrintOperation *operation)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GError) error = NULL;

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    show_failure (widget, error);
}

/**
 * oct_print_chart:
 * @widget: where the request comes from
 * @chart: the chart
 * @job_name: what the print queue calls it
 *
 * Asks for a printer and prints a chart on one page.
 */
void
oct_print_chart (GtkWidget *widget, OctChart *chart, const char *job_name)
{
  g_autoptr (GtkPrintOperation) operation = oct_print_new_chart (chart, job_name);

  oct_print_run (widget, operation);
}
