/* Asking which fields of the listed schools to write to a file, and in which format.
 *
 * What is written is the list as it was when the dialog was opened: its rows, in its order. The
 * writing itself is a job, so that a spreadsheet of fifty thousand rows doesn't hold the window up.
 */

#include "octant-config.h"

#include "oct-export-dialog.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-commands.h"
#include "oct-save.h"

struct _OctExportDialog
{
  AdwWindow parent_instance;

  /* template */
  GtkLabel *summary;
  GtkDropDown *format;
  GtkListBox *list;
  GtkWidget *export_button;

  /* owned */
  OctSchoolExport *schools; /* the list as it was, until it is handed over to be written */
  GPtrArray *checks;        /* GtkCheckButton, in the order of the fields */

  /* borrowed, weak */
  GtkWidget *page;
};

G_DEFINE_FINAL_TYPE (OctExportDialog, oct_export_dialog, ADW_TYPE_WINDOW)

enum
{
  FORMAT_XLSX,
  FORMAT_CSV,
};

/* The work */

typedef struct
{
  OctSchoolExport *schools;
  OctColumn *columns;
  gboolean csv;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  oct_school_export_free (export->schools);
  g_free (export->columns);
  g_free (export);
}

static gboolean
run_export (const char *path, gpointer data, GError **error)
{
  Export *export = data;
  g_autoptr (GBytes) bytes = NULL;

  if (!export->csv)
    return oct_school_export_to_xlsx (export->schools, export->columns, path, error);

  bytes = oct_school_export_to_csv (export->schools, export->columns);
  return g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                              (gssize) g_bytes_get_size (bytes), error);
}

/* The dialog */

static OctColumn *
chosen_columns (OctExportDialog *self)
{
  OctColumn *columns = g_new (OctColumn, self->checks->len + 1);
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);

      if (gtk_check_button_get_active (check))
        columns[n++] = (OctColumn) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (check), "column"));
    }
  columns[n] = OCT_N_COLUMNS;
  return columns;
}

static void
export_cb (OctExportDialog *self)
{
  static const OctSaveKind xlsx[] = { { N_ ("Excel spreadsheet"), "*.xlsx" }, { NULL, NULL } };
  static const OctSaveKind csv[] = { { N_ ("Text table"), "*.csv" }, { NULL, NULL } };
  Export *export;
  g_autofree char *name = NULL;

  if (self->page == NULL || self->schools == NULL)
    return;

  export = g_new0 (Export, 1);
  export->schools = g_steal_pointer (&self->schools);
  export->columns = chosen_columns (self);
  export->csv = gtk_drop_down_get_selected (self->format) == FORMAT_CSV;
  name = oct_save_file_name (_ ("Schools"), export->csv ? "csv" : "xlsx");
  oct_save_ask (self->page, _ ("Save the list"), name, export->csv ? csv : xlsx, run_export, export,
                export_free);
  gtk_window_close (GTK_WINDOW (self));
}

static void
update_actions (OctExportDialog *self)
{
  g_autofree OctColumn *columns = chosen_columns (self);

  gtk_widget_set_sensitive (self->export_button, columns[0] != OCT_N_COLUMNS);
}

static void
set_all (OctExportDialog *self, gboolean on)
{
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i), on);
}

static void
all_cb (OctExportDialog *self)
{
  set_all (self, TRUE);
}

static void
none_cb (OctExportDialog *self)
{
  set_all (self, FALSE);
}

static void
add_field (OctExportDialog *self, OctColumn column, gboolean on)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), oct_column_label (column));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), on);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  oct_column_label (column), -1);
  g_object_set_data (G_OBJECT (check), "column", GINT_TO_POINTER (column));
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->checks, check);
}

static void
fill (OctExportDialog *self, const OctColumn *columns, guint n_rows, gboolean near)
{
  g_autofree char *summary = NULL;

  for (guint i = 0; columns[i] != OCT_N_COLUMNS; i++)
    add_field (self, columns[i], TRUE);
  for (guint column = 0; column < OCT_COLUMN_RELEVANCE; column++)
    {
      if (!oct_school_columns_contain (columns, (OctColumn) column)
          && (near || column != OCT_COLUMN_DISTANCE))
        add_field (self, (OctColumn) column, FALSE);
    }
  summary = g_strdup_printf (
    ngettext ("%'u school, as listed now. Choose the fields to write.",
              "%'u schools, in the order they are listed now. Choose the fields to write.", n_rows),
    n_rows);
  gtk_label_set_label (self->summary, summary);
}

static void
oct_export_dialog_dispose (GObject *object)
{
  OctExportDialog *self = OCT_EXPORT_DIALOG (object);

  g_clear_pointer (&self->schools, oct_school_export_free);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_weak_pointer (&self->page);
  G_OBJECT_CLASS (oct_export_dialog_parent_class)->dispose (object);
}

static void
oct_export_dialog_class_init (OctExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_export_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctExportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, OctExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, OctExportDialog, list);
  gtk_widget_class_bind_template_child (widget_class, OctExportDialog, export_button);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
oct_export_dialog_init (OctExportDialog *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  oct_accessible_name_drop_down (self->format, _("Format"));
  /* As properties of the template these would be set before the button is in the window. */
  gtk_window_set_default_widget (GTK_WINDOW (self), self->export_button);
  gtk_window_set_focus (GTK_WINDOW (self), self->export_button);
}

/**
 * oct_export_dialog_new:
 * @page: the page that asks: it is told how it went
 * @session: where the facts come from
 * @result: the schools in their order
 * @query: what was asked
 * @columns: the columns that are shown, ended by %OCT_N_COLUMNS: chosen from the beginning
 *
 * Makes the dialog. It writes the file by itself and then closes.
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *
oct_export_dialog_new (GtkWidget *page, OctSession *session, const OctResult *result,
                       OctSchoolQuery *query, const OctColumn *columns)
{
  GtkRoot *root = gtk_widget_get_root (page);
  OctExportDialog *self;

  g_return_val_if_fail (OCT_IS_SESSION (session), NULL);
  g_return_val_if_fail (result != NULL && columns != NULL, NULL);

  self = g_object_new (OCT_TYPE_EXPORT_DIALOG, "transient-for", root, NULL);
  g_set_weak_pointer (&self->page, page);
  self->schools = oct_school_export_new (session, result, query, NULL);
  fill (self, columns, result->n_rows, oct_school_query_get_near (query, NULL, NULL, NULL, NULL));
  return GTK_WIDGET (self);
}
