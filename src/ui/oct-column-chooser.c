/* Choosing and ordering the columns of a table.
 *
 * Columns that are shown stand at the top in their order, the others below. Alt with an arrow key
 * moves the column under the focus, as do its two buttons. The table follows at once.
 */

#include "octant-config.h"

#include "oct-column-chooser.h"

#include <glib/gi18n.h>
#include <string.h>

struct _OctColumnChooser
{
  GtkPopover parent_instance;

  /* template */
  GtkListBox *list;

  /* owned */
  OctTableSource *source;
  guint *usual;
  guint *columns;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctColumnChooser, oct_column_chooser, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_COLUMNS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void show_columns (OctColumnChooser *self);

static guint
count (OctColumnChooser *self)
{
  return oct_table_source_count (self->source, self->columns);
}

static guint
find_column (OctColumnChooser *self, guint column)
{
  guint n = count (self);
  guint i = 0;

  while (i < n && self->columns[i] != column)
    i++;
  return i;
}

static guint *
copy_columns (OctTableSource *source, const guint *columns)
{
  return g_memdup2 (columns, (oct_table_source_count (source, columns) + 1) * sizeof *columns);
}

static guint
column_of (gpointer widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "column"));
}

static void
focus_column (OctColumnChooser *self, guint column)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (column_of (row) == column)
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

static void
changed (OctColumnChooser *self, guint focus)
{
  show_columns (self);
  focus_column (self, focus);
  g_signal_emit (self, signals[SIGNAL_COLUMNS], 0, self->columns);
}

static void
toggle (OctColumnChooser *self, guint column)
{
  guint n = count (self);
  guint at = find_column (self, column);

  if (column == OCT_TABLE_NAME)
    return;
  if (at < n)
    {
      memmove (self->columns + at, self->columns + at + 1, (n - at) * sizeof *self->columns);
    }
  else
    {
      self->columns = g_renew (guint, self->columns, n + 2);
      self->columns[n + 1] = self->columns[n];
      self->columns[n] = column;
    }
  changed (self, column);
}

/* The name stays where it is, in front. */
static void
move (OctColumnChooser *self, guint column, int step)
{
  guint n = count (self);
  guint at = find_column (self, column);
  guint to = at + (guint) step;

  if (at == 0 || at >= n || to == 0 || to >= n)
    return;
  self->columns[at] = self->columns[to];
  self->columns[to] = column;
  changed (self, column);
}

/* Callbacks */

static void
toggled_cb (OctColumnChooser *self, GtkCheckButton *check)
{
  if (!self->updating)
    toggle (self, column_of (check));
}

static void
row_activated_cb (OctColumnChooser *self, GtkListBoxRow *row)
{
  toggle (self, column_of (row));
}

static void
up_cb (OctColumnChooser *self, GtkButton *button)
{
  move (self, column_of (button), -1);
}

static void
down_cb (OctColumnChooser *self, GtkButton *button)
{
  move (self, column_of (button), 1);
}

static gboolean
key_pressed_cb (OctColumnChooser *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (focus == NULL || (state & GDK_ALT_MASK) == 0 || (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return FALSE;
  move (self, column_of (focus), key == GDK_KEY_Up ? -1 : 1);
  return TRUE;
}

static void
reset_cb (OctColumnChooser *self)
{
  g_free (self->columns);
  self->columns = copy_columns (self->source, self->usual);
  changed (self, OCT_TABLE_NAME);
}

/* Rows */

static GtkWidget *
make_button (OctColumnChooser *self, guint column, const char *icon, const char *label,
             GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data (G_OBJECT (button), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_row (OctColumnChooser *self, guint column, guint position, guint n_shown)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *label = oct_table_source_describe_column (self->source, column).label;
  GtkWidget *check = gtk_check_button_new_with_label (label);
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *up = NULL;
  g_autofree char *down = NULL;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), position < n_shown);
  gtk_widget_set_sensitive (check, column != OCT_TABLE_NAME);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_widget_set_focusable (check, FALSE);
  g_object_set_data (G_OBJECT (check), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), check);
  /* Translators: %s is a column, such as "Pupils". */
  up = g_strdup_printf (_ ("Move %s up"), label);
  /* Translators: %s is a column, such as "Pupils". */
  down = g_strdup_printf (_ ("Move %s down"), label);
  if (position > 1 && position < n_shown)
    gtk_box_append (GTK_BOX (box),
                    make_button (self, column, "go-up-symbolic", up, G_CALLBACK (up_cb)));
  if (position > 0 && position + 1 < n_shown)
    gtk_box_append (GTK_BOX (box),
                    make_button (self, column, "go-down-symbolic", down, G_CALLBACK (down_cb)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "column", GUINT_TO_POINTER (column));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (self->list, row);
}

static void
show_columns (OctColumnChooser *self)
{
  guint n = count (self);
  GtkListBoxRow *row;

  self->updating = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    add_row (self, self->columns[i], i, n);
  for (guint column = 0; column < oct_table_source_get_n_columns (self->source); column++)
    {
      if (find_column (self, column) == n)
        add_row (self, column, n, n);
    }
  self->updating = FALSE;
}

/* Object */

static void
oct_column_chooser_dispose (GObject *object)
{
  OctColumnChooser *self = OCT_COLUMN_CHOOSER (object);

  g_clear_pointer (&self->columns, g_free);
  g_clear_pointer (&self->usual, g_free);
  g_clear_object (&self->source);
  G_OBJECT_CLASS (oct_column_chooser_parent_class)->dispose (object);
}

static void
oct_column_chooser_class_init (OctColumnChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_column_chooser_dispose;

  /* The person chose other columns: an array of guint, ended as the one that
   * was given. */
  signals[SIGNAL_COLUMNS] = g_signal_new ("columns", OCT_TYPE_COLUMN_CHOOSER, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-column-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, OctColumnChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
oct_column_chooser_init (OctColumnChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_column_chooser_new:
 * @source: describes the columns
 * @usual: the usual columns, ended by a number that is none
 *
 * Makes a chooser with the usual columns.
 *
 * Returns: (transfer floating): the chooser
 */
GtkWidget *
oct_column_chooser_new (OctTableSource *source, const guint *usual)
{
  OctColumnChooser *self = g_object_new (OCT_TYPE_COLUMN_CHOOSER, NULL);

  self->source = g_object_ref (source);
  self->usual = copy_columns (source, usual);
  self->columns = copy_columns (source, usual);
  show_columns (self);
  return GTK_WIDGET (self);
}

/**
 * oct_column_chooser_set_columns:
 * @self: a chooser
 * @columns: columns, ended by a number that is none
 *
 * Shows which columns are in the table.
 */
void
oct_column_chooser_set_columns (OctColumnChooser *self, const guint *columns)
{
  guint n;

  g_return_if_fail (OCT_IS_COLUMN_CHOOSER (self));
  g_return_if_fail (columns != NULL);

  n = count (self);
  if (n == oct_table_source_count (self->source, columns)
      && memcmp (columns, self->columns, n * sizeof *columns) == 0)
    return;
  g_free (self->columns);
  self->columns = copy_columns (self->source, columns);
  show_columns (self);
}
