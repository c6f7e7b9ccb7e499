/* What a chart shows, as rows: for a screen reader, for checking, for pasting into a spreadsheet.
 *
 * Rows are neither sorted nor filtered, so a row's position in the list is its place in the
 * chart's table, and the list itself only needs to be as long.
 */
#include "oct-chart-table-window.h"

#include <glib/gi18n.h>

struct _OctChartTableWindow
{
  AdwWindow parent_instance;

  OctChartTable *table;
};

G_DEFINE_FINAL_TYPE (OctChartTableWindow, oct_chart_table_window, ADW_TYPE_WINDOW)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, OctChartTableWindow *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  guint position = gtk_list_item_get_position (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  GStrv cells;

  if (position >= self->table->rows->len)
    return;
  cells = g_ptr_array_index (self->table->rows, position);
  gtk_label_set_text (GTK_LABEL (label), cells[column]);
  gtk_widget_set_tooltip_text (label, cells[column]);
}

static void
append_line (GString *text, GStrv cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *cell = g_strdelimit (g_strdup (cells[i]), "\t\r\n", ' ');

      g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", cell);
    }
  g_string_append_c (text, '\n');
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctChartTableWindow *self = OCT_CHART_TABLE_WINDOW (widget);
  g_autoptr (GString) text = g_string_new (NULL);

  append_line (text, self->table->header);
  for (guint i = 0; i < self->table->rows->len; i++)
    append_line (text, g_ptr_array_index (self->table->rows, i));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
}

static GtkWidget *
create_list (OctChartTableWindow *self, const char *title)
{
  GtkStringList *rows = gtk_string_list_new (NULL);
  GtkWidget *view;

  for (guint i = 0; i < self->table->rows->len; i++)
    gtk_string_list_append (rows, ((GStrv) g_ptr_array_index (self->table->rows, i))[0]);
  view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (rows))));
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; self->table->header[i] != NULL; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column;

      g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (i));
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
      column = gtk_column_view_column_new (self->table->header[i], factory);
      gtk_column_view_column_set_expand (column, i == 0);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
      g_object_unref (column);
    }
  return view;
}

static void
oct_chart_table_window_finalize (GObject *object)
{
  oct_chart_table_free (OCT_CHART_TABLE_WINDOW (object)->table);

  G_OBJECT_CLASS (oct_chart_table_window_parent_class)->finalize (object);
}

static void
oct_chart_table_window_class_init (OctChartTableWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_chart_table_window_finalize;
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy",
                                       NULL);
}

static void
oct_chart_table_window_init (OctChartTableWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 560);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

/**
 * oct_chart_table_window_new:
 * @chart: (transfer none): a chart
 *
 * Returns: (transfer floating): a window with the chart's numbers, not yet shown
 */
GtkWidget *
oct_chart_table_window_new (OctChart *chart)
{
  OctChartTableWindow *self = g_object_new (OCT_TYPE_CHART_TABLE_WINDOW, NULL);
  const char *title = oct_chart_get_title (chart) != NULL ? oct_chart_get_title (chart)
                                                          : _("Table");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *copy = gtk_button_new_with_label (_("Copy"));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->table = oct_chart_table (chart);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_widget_set_tooltip_text (copy, _("Copy the table for a spreadsheet"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (copy), "table.copy");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), copy);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), create_list (self, title));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
  return GTK_WIDGET (self);
}
