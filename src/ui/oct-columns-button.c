/* The button over a table that opens the choice of its columns.
 *
 * The chooser is made when it is first opened. In a narrow window, where rows have no columns, there is
 * nothing to choose and the button goes. The widths that somebody drew are kept here too, as a setting
 * of the person; which columns are kept, and where, is the page's business.
 */

#include "oct-columns-button.h"

#include "oct-column-chooser.h"

struct _OctColumnsButton
{
  AdwBin parent_instance;

  /* template */
  GtkMenuButton *button;

  /* owned */
  OctSession *session;
  char *widths_key;
  guint *usual;

  /* borrowed */
  OctDrawnTable *table;
  GtkWidget *chooser; /* NULL until it is opened */
};

G_DEFINE_FINAL_TYPE (OctColumnsButton, oct_columns_button, ADW_TYPE_BIN)

enum
{
  SIGNAL_COLUMNS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
columns_cb (OctColumnsButton *self, const guint *columns)
{
  g_signal_emit (self, signals[SIGNAL_COLUMNS], 0, columns);
}

static void
make_chooser_cb (GtkMenuButton *button, gpointer data)
{
  OctColumnsButton *self = data;

  if (self->chooser != NULL || self->table == NULL)
    return;
  self->chooser = oct_column_chooser_new (OCT_TABLE_SOURCE (self->table), self->usual);
  oct_columns_button_update (self);
  g_signal_connect_object (self->chooser, "columns", G_CALLBACK (columns_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, self->chooser);
}

static void
widths_cb (OctColumnsButton *self)
{
  g_autofree char *text = oct_cell_layout_widths_to_text (oct_drawn_table_get_layout (self->table));

  oct_session_set_setting (self->session, self->widths_key, text);
}

static void
compact_cb (OctColumnsButton *self)
{
  gboolean compact;

  g_object_get (self->table, "compact", &compact, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), !compact);
}

static void
oct_columns_button_dispose (GObject *object)
{
  OctColumnsButton *self = OCT_COLUMNS_BUTTON (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_object (&self->session);
  g_clear_pointer (&self->widths_key, g_free);
  g_clear_pointer (&self->usual, g_free);

  G_OBJECT_CLASS (oct_columns_button_parent_class)->dispose (object);
}

static void
oct_columns_button_class_init (OctColumnsButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_columns_button_dispose;

  signals[SIGNAL_COLUMNS] = g_signal_new ("columns", OCT_TYPE_COLUMNS_BUTTON, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-columns-button.ui");
  gtk_widget_class_bind_template_child (widget_class, OctColumnsButton, button);
}

static void
oct_columns_button_init (OctColumnsButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, make_chooser_cb, self, NULL);
}

/**
 * oct_columns_button_set_table:
 * @self: the button
 * @table: (transfer none): the table whose columns are chosen; it lives as long as this
 * @usual: the usual columns, ended by a number that is none
 * @session: where the widths are kept
 * @widths_key: the setting that holds them
 *
 * Brings back the widths drawn before, and offers the table's columns.
 */
void
oct_columns_button_set_table (OctColumnsButton *self, OctDrawnTable *table, const guint *usual,
                              OctSession *session, const char *widths_key)
{
  g_autofree char *widths = NULL;

  g_return_if_fail (OCT_IS_COLUMNS_BUTTON (self));
  g_return_if_fail (self->table == NULL);

  self->table = table;
  self->session = g_object_ref (session);
  self->widths_key = g_strdup (widths_key);
  self->usual = g_memdup2 (usual, (oct_table_source_count (OCT_TABLE_SOURCE (table), usual) + 1)
                                    * sizeof *usual);
  widths = oct_session_get_setting (session, widths_key);
  oct_cell_layout_read_widths (oct_drawn_table_get_layout (table), widths);
  g_signal_connect_object (table, "widths", G_CALLBACK (widths_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "notify::compact", G_CALLBACK (compact_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * oct_columns_button_update:
 * @self: the button
 *
 * Shows the columns that the table has now.
 */
void
oct_columns_button_update (OctColumnsButton *self)
{
  g_return_if_fail (OCT_IS_COLUMNS_BUTTON (self));

  if (self->chooser != NULL)
    oct_column_chooser_set_columns (OCT_COLUMN_CHOOSER (self->chooser),
                                    oct_cell_layout_get_columns (
                                      oct_drawn_table_get_layout (self->table)));
}
