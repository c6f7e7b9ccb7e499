/* The menu of the table of trusts: in which order, and with which columns.
 *
 * Headings of a column view can't be reached by keyboard, and the chosen columns should still be
 * chosen tomorrow: this popover does the one and keeps the other as a setting of the person.
 */

#include "oct-trusts-options.h"

#include <glib/gi18n.h>

#define SETTING "trust-columns"

struct _OctTrustsOptions
{
  AdwBin parent_instance;

  /* template */
  GtkDropDown *sort_drop;
  GtkToggleButton *descending_button;
  GtkBox *column_box;

  /* owned */
  OctSession *session;

  /* borrowed */
  OctTrustTable *table;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctTrustsOptions, oct_trusts_options, ADW_TYPE_BIN)

enum
{
  SORT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
sort_chosen_cb (OctTrustsOptions *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[SORT], 0, gtk_drop_down_get_selected (self->sort_drop),
                   gtk_toggle_button_get_active (self->descending_button));
}

static void
save_columns (OctTrustsOptions *self)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < OCT_N_TRUST_COLUMNS; i++)
    if (oct_trust_table_get_shown (self->table, i))
      g_string_append_printf (keys, "%s%s", keys->len > 0 ? "," : "", oct_trust_column_key (i));
  oct_session_set_setting (self->session, SETTING, keys->str);
}

static void
column_toggled_cb (GtkCheckButton *button, OctTrustsOptions *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "column"));

  oct_trust_table_set_shown (self->table, column, gtk_check_button_get_active (button));
  save_columns (self);
}

static void
read_columns (OctTrustsOptions *self)
{
  g_autofree char *setting = oct_session_get_setting (self->session, SETTING);
  g_auto (GStrv) keys = setting != NULL ? g_strsplit (setting, ",", -1) : NULL;

  for (guint i = 0; keys != NULL && i < OCT_N_TRUST_COLUMNS; i++)
    oct_trust_table_set_shown (
      self->table, i, g_strv_contains ((const char *const *) keys, oct_trust_column_key (i)));
}

static void
oct_trusts_options_dispose (GObject *object)
{
  g_clear_object (&OCT_TRUSTS_OPTIONS (object)->session);
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (oct_trusts_options_parent_class)->dispose (object);
}

static void
oct_trusts_options_class_init (OctTrustsOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_trusts_options_dispose;

  signals[SORT] = g_signal_new ("sort", OCT_TYPE_TRUSTS_OPTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-trusts-options.ui");
  gtk_widget_class_bind_template_child (widget_class, OctTrustsOptions, sort_drop);
  gtk_widget_class_bind_template_child (widget_class, OctTrustsOptions, descending_button);
  gtk_widget_class_bind_template_child (widget_class, OctTrustsOptions, column_box);
  gtk_widget_class_bind_template_callback (widget_class, sort_chosen_cb);
}

static void
oct_trusts_options_init (OctTrustsOptions *self)
{
  g_autoptr (GtkStringList) columns = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = TRUE;
  for (guint i = 0; i < OCT_N_TRUST_COLUMNS; i++)
    gtk_string_list_append (columns, oct_trust_column_label (i));
  gtk_drop_down_set_model (self->sort_drop, G_LIST_MODEL (columns));
  self->updating = FALSE;
}

/**
 * oct_trusts_options_set_table:
 * @table: (transfer none): the table whose columns are chosen; must live as long as this
 * @session: where the choice is kept
 *
 * Brings back the columns chosen before and offers all of them.
 */
void
oct_trusts_options_set_table (OctTrustsOptions *self, OctTrustTable *table, OctSession *session)
{
  g_return_if_fail (OCT_IS_TRUSTS_OPTIONS (self));

  self->table = table;
  g_set_object (&self->session, session);
  read_columns (self);
  for (guint i = 1; i < OCT_N_TRUST_COLUMNS; i++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (oct_trust_column_label (i));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), oct_trust_table_get_shown (table, i));
      g_object_set_data (G_OBJECT (button), "column", GUINT_TO_POINTER (i));
      g_signal_connect (button, "toggled", G_CALLBACK (column_toggled_cb), self);
      gtk_box_append (self->column_box, button);
    }
}

/**
 * oct_trusts_options_set_sort:
 * @column: by what the table is sorted
 * @descending: largest or last first
 *
 * Shows the order that the table has.
 */
void
oct_trusts_options_set_sort (OctTrustsOptions *self, OctTrustColumn column, gboolean descending)
{
  g_return_if_fail (OCT_IS_TRUSTS_OPTIONS (self));

  self->updating = TRUE;
  gtk_drop_down_set_selected (self->sort_drop, column);
  gtk_toggle_button_set_active (self->descending_button, descending);
  self->updating = FALSE;
}
