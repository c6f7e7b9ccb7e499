/* Above the table of trusts: in which order, and with which columns.
 *
 * Headings can't be reached by keyboard, and the chosen columns should still be chosen tomorrow: these
 * two buttons do the one, and keep columns and their widths as settings of the person.
 */

#include "oct-trusts-options.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-columns-button.h"

#define COLUMNS_KEY "trust-columns"
#define WIDTHS_KEY "trust-column-widths"

struct _OctTrustsOptions
{
  AdwBin parent_instance;

  /* template */
  GtkDropDown *sort_drop;
  GtkToggleButton *descending_button;
  OctColumnsButton *columns_button;

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
columns_cb (OctTrustsOptions *self, const guint *columns)
{
  g_autofree char *text = NULL;

  oct_drawn_table_set_columns (OCT_DRAWN_TABLE (self->table), columns);
  text = oct_trust_table_columns_to_text (self->table);
  oct_session_set_setting (self->session, COLUMNS_KEY, text);
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

  g_type_ensure (OCT_TYPE_COLUMNS_BUTTON);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-trusts-options.ui");
  gtk_widget_class_bind_template_child (widget_class, OctTrustsOptions, sort_drop);
  gtk_widget_class_bind_template_child (widget_class, OctTrustsOptions, descending_button);
  gtk_widget_class_bind_template_child (widget_class, OctTrustsOptions, columns_button);
  gtk_widget_class_bind_template_callback (widget_class, columns_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_chosen_cb);
}

static void
oct_trusts_options_init (OctTrustsOptions *self)
{
  g_autoptr (GtkStringList) columns = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  oct_accessible_name_drop_down (self->sort_drop, _("Order by"));
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
  g_autofree guint *usual = oct_trust_table_parse_columns (NULL);
  g_autofree guint *columns = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (OCT_IS_TRUSTS_OPTIONS (self));

  self->table = table;
  g_set_object (&self->session, session);
  text = oct_session_get_setting (session, COLUMNS_KEY);
  columns = oct_trust_table_parse_columns (text);
  oct_drawn_table_set_columns (OCT_DRAWN_TABLE (table), columns);
  oct_columns_button_set_table (self->columns_button, OCT_DRAWN_TABLE (table), usual, session,
                                WIDTHS_KEY);
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
