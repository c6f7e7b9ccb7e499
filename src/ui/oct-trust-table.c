/* A table of trusts with chosen columns and an order.
 *
 * GtkColumnView keeps its state of sorting to itself in GTK 4.8. To find out what a click on a
 * heading did, the view's sorter is asked to compare two rows while every column's sorter only
 * notes that it was asked: the first one asked is the column, and the sign is the direction.
 */

#include "oct-trust-table.h"

#include <glib/gi18n.h>

#include "oct-highlight.h"
#include "oct-text.h"

/* In less room than this one column says all. */
#define COMPACT_WIDTH 560

struct _OctTrustTable
{
  AdwBin parent_instance;

  /* template */
  GtkScrolledWindow *scroller;
  GtkColumnView *view;

  /* owned */
  OctSession *session;
  GListStore *store;
  GtkSortListModel *sorted;
  GPtrArray *stars; /* borrowed buttons of the rows on screen */

  /* borrowed */
  GtkColumnViewColumn *columns[OCT_N_TRUST_COLUMNS];

  char *words; /* folded */
  gboolean shown[OCT_N_TRUST_COLUMNS];
  guint compact_id;
  gboolean compact;
  gboolean probing;
  int probed; /* the column that was asked first, or -1 */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (OctTrustTable, oct_trust_table, ADW_TYPE_BIN)

enum
{
  ACTIVATE,
  SORT_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a cell and a sorter know. */
typedef struct
{
  OctTrustTable *table;
  OctTrustColumn column;
} Cell;

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  Cell *cell = data;

  if (cell->table->probing)
    {
      if (cell->table->probed < 0)
        cell->table->probed = (int) cell->column;
      return -1;
    }

  return oct_trust_column_compare (cell->column, oct_trust_get_facts (OCT_TRUST ((gpointer) a)),
                                   oct_trust_get_facts (OCT_TRUST ((gpointer) b)));
}

static void
tint_name (OctTrustTable *self, GtkInscription *name, const char *text)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  GdkRGBA tint;

  if (self->words[0] != '\0'
      && gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (name)),
                                         "accent_color", &tint))
    attributes = oct_highlight_attributes (text, self->words, &tint);
  gtk_inscription_set_attributes (name, attributes);
}

/* In a narrow window the name's column says the rest too. */
static void
bind_name (Cell *cell, GtkWidget *box, const OctTrustFacts *facts)
{
  GtkWidget *name = gtk_widget_get_first_child (box);
  GtkWidget *line = gtk_widget_get_next_sibling (name);
  g_autofree char *schools = NULL;
  g_autofree char *pupils = NULL;
  g_autofree char *text = NULL;

  gtk_inscription_set_text (GTK_INSCRIPTION (name), facts->name);
  tint_name (cell->table, GTK_INSCRIPTION (name), facts->name);
  gtk_widget_set_visible (line, cell->table->compact);
  if (!cell->table->compact)
    return;
  if (!oct_trust_facts_know_schools (facts))
    {
      gtk_label_set_label (GTK_LABEL (line), oct_group_type_label (facts->type));
      return;
    }

  schools = oct_text_schools (facts->schools);
  pupils = oct_text_number (facts->pupils);
  /* Translators: "15 schools", number of pupils, and the region most of them are in. */
  text = g_strdup_printf (_("%s · %s pupils · %s"), schools, pupils,
                          facts->main_region != NULL ? facts->main_region : "");
  gtk_label_set_label (GTK_LABEL (line), text);
}

/* Names are long: the whole of it where it is cut. */
static gboolean
tooltip_cb (GtkInscription *name, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_inscription_get_text (name));
  return TRUE;
}

static void
setup_cb (Cell *cell, GtkListItem *item)
{
  GtkWidget *text = gtk_inscription_new (NULL);
  gboolean numeric = oct_trust_column_is_numeric (cell->column);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), numeric ? 1 : 0);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), numeric ? 6 : 16);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  if (numeric)
    gtk_widget_add_css_class (text, "numeric");

  if (cell->column == OCT_TRUST_COLUMN_NAME)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *line = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (line), 0);
      gtk_label_set_ellipsize (GTK_LABEL (line), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (line, "caption");
      gtk_widget_add_css_class (line, "dim-label");
      gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), 28);
      gtk_widget_set_has_tooltip (text, TRUE);
      g_signal_connect (text, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
      gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), text);
      gtk_box_append (GTK_BOX (box), line);
      gtk_list_item_set_child (item, box);
    }
  else
    gtk_list_item_set_child (item, text);
}

static void
bind_cb (Cell *cell, GtkListItem *item)
{
  const OctTrustFacts *facts = oct_trust_get_facts (gtk_list_item_get_item (item));
  g_autofree char *text = NULL;

  if (cell->column == OCT_TRUST_COLUMN_NAME)
    {
      bind_name (cell, gtk_list_item_get_child (item), facts);
      return;
    }

  text = oct_trust_column_text (cell->column, facts);
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)), text);
}

static void
show_star (OctTrustTable *self, GtkToggleButton *button, OctTrust *trust)
{
  gboolean starred = oct_session_is_trust_starred (self->session, oct_trust_get_uid (trust));
  const char *icon = starred ? "starred-symbolic" : "non-starred-symbolic";

  /* Most rows have none: rows are shown anew with every letter that is typed. */
  if (starred == gtk_toggle_button_get_active (button)
      && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (button)), icon) == 0)
    return;

  self->setting = TRUE;
  gtk_toggle_button_set_active (button, starred);
  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), starred ? _("Remove from the watchlist")
                                                            : _("Add to the watchlist"));
  self->setting = FALSE;
}

static void
star_toggled_cb (GtkToggleButton *button, GtkListItem *item)
{
  OctTrustTable *self = OCT_TRUST_TABLE (
    gtk_widget_get_ancestor (GTK_WIDGET (button), OCT_TYPE_TRUST_TABLE));
  OctTrust *trust = gtk_list_item_get_item (item);

  if (self == NULL || self->setting || trust == NULL)
    return;

  oct_session_set_trust_starred (self->session, oct_trust_get_uid (trust),
                                 gtk_toggle_button_get_active (button));
}

static void
star_setup_cb (OctTrustTable *self, GtkListItem *item)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "oct-row-star");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* Or it took the focus of the row, and Enter starred the trust instead of opening it. */
  gtk_widget_set_focusable (button, FALSE);
  g_signal_connect (button, "toggled", G_CALLBACK (star_toggled_cb), item);
  gtk_list_item_set_child (item, button);
}

static void
star_bind_cb (OctTrustTable *self, GtkListItem *item)
{
  g_ptr_array_add (self->stars, item);
  show_star (self, GTK_TOGGLE_BUTTON (gtk_list_item_get_child (item)),
             gtk_list_item_get_item (item));
}

/* The key that stars a school in the other table stars the trust that has the focus. */
static gboolean
star_key_cb (GtkWidget *view, GVariant *arguments, gpointer data)
{
  OctTrustTable *self = data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (view));

  for (guint i = 0; focus != NULL && i < self->stars->len; i++)
    {
      GtkWidget *star = gtk_list_item_get_child (g_ptr_array_index (self->stars, i));

      if (gtk_widget_is_ancestor (star, focus))
        {
          gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (star),
                                        !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (star)));
          return TRUE;
        }
    }

  return FALSE;
}

static void
star_unbind_cb (OctTrustTable *self, GtkListItem *item)
{
  g_ptr_array_remove_fast (self->stars, item);
}

static void
add_star_column (OctTrustTable *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;
  GtkEventController *keys;

  g_signal_connect_object (factory, "setup", G_CALLBACK (star_setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (star_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (star_unbind_cb), self, G_CONNECT_SWAPPED);
  column = gtk_column_view_column_new ("", factory);
  gtk_column_view_append_column (self->view, column);

  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_d, GDK_CONTROL_MASK),
                      gtk_callback_action_new (star_key_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

static void
add_column (OctTrustTable *self, OctTrustColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) added = NULL;
  g_autoptr (GtkSorter) sorter = NULL;
  Cell *cell = g_new0 (Cell, 1);

  cell->table = self;
  cell->column = column;
  g_object_set_data_full (G_OBJECT (factory), "cell", cell, g_free);
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), cell);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), cell);
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, cell, NULL));
  added = gtk_column_view_column_new (oct_trust_column_label (column), factory);
  gtk_column_view_column_set_sorter (added, sorter);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_column_set_expand (added, column == OCT_TRUST_COLUMN_NAME);
  gtk_column_view_append_column (self->view, added);
  self->columns[column] = added;
  self->shown[column] = oct_trust_column_is_default (column);
}

static gboolean
is_numeric_heading (const char *text)
{
  for (guint i = 0; i < OCT_N_TRUST_COLUMNS; i++)
    if (g_strcmp0 (text, oct_trust_column_label (i)) == 0)
      return oct_trust_column_is_numeric (i);

  return FALSE;
}

/* Headings of figures stand at the end as the figures do. The view has no property for it, but its
 * first child is the row of headings, and each of these holds a box that holds a label. */
static void
align_headings (OctTrustTable *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *heading = row != NULL ? gtk_widget_get_first_child (row) : NULL;

  for (; heading != NULL; heading = gtk_widget_get_next_sibling (heading))
    {
      GtkWidget *box = gtk_widget_get_first_child (heading);
      GtkWidget *label = box != NULL ? gtk_widget_get_first_child (box) : NULL;

      if (!GTK_IS_LABEL (label) || !is_numeric_heading (gtk_label_get_label (GTK_LABEL (label))))
        continue;

      /* The arrow keeps its room when it isn't shown, so it has to come first. */
      gtk_widget_set_halign (box, GTK_ALIGN_END);
      gtk_widget_insert_before (label, box, NULL);
    }
}

static void
update_columns (OctTrustTable *self)
{
  for (guint i = 0; i < OCT_N_TRUST_COLUMNS; i++)
    gtk_column_view_column_set_visible (self->columns[i], i == OCT_TRUST_COLUMN_NAME
                                                            || (self->shown[i] && !self->compact));
  align_headings (self);
}

static gboolean
compact_cb (gpointer data)
{
  OctTrustTable *self = data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  self->compact_id = 0;
  update_columns (self);
  /* The second line of the names is set when a row is bound. */
  g_list_model_items_changed (G_LIST_MODEL (self->store), 0, n, n);
  return G_SOURCE_REMOVE;
}

/* The width changed. Columns can't come and go while sizes are being given out. */
static void
page_size_changed_cb (OctTrustTable *self, GParamSpec *pspec, GtkAdjustment *adjustment)
{
  gboolean compact = gtk_adjustment_get_page_size (adjustment) < COMPACT_WIDTH;

  if (compact == self->compact)
    return;

  self->compact = compact;
  if (self->compact_id == 0)
    self->compact_id = g_idle_add (compact_cb, self);
}

static void
sorter_changed_cb (OctTrustTable *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[SORT_CHANGED], 0);
}

static void
activate_cb (OctTrustTable *self, guint position)
{
  g_autoptr (OctTrust) trust = g_list_model_get_item (G_LIST_MODEL (self->sorted), position);

  if (trust != NULL)
    g_signal_emit (self, signals[ACTIVATE], 0, oct_trust_get_uid (trust));
}

static void
oct_trust_table_dispose (GObject *object)
{
  OctTrustTable *self = OCT_TRUST_TABLE (object);

  /* Taking the columns down changes the order, but nobody is to hear of it. */
  self->setting = TRUE;
  g_clear_handle_id (&self->compact_id, g_source_remove);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_object (&self->sorted);
  g_clear_object (&self->store);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (oct_trust_table_parent_class)->dispose (object);
}

static void
oct_trust_table_finalize (GObject *object)
{
  g_ptr_array_unref (OCT_TRUST_TABLE (object)->stars);
  g_free (OCT_TRUST_TABLE (object)->words);

  G_OBJECT_CLASS (oct_trust_table_parent_class)->finalize (object);
}

static void
oct_trust_table_class_init (OctTrustTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = oct_trust_table_dispose;
  object_class->finalize = oct_trust_table_finalize;

  signals[ACTIVATE] = g_signal_new ("activate", OCT_TYPE_TRUST_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SORT_CHANGED] = g_signal_new ("sort-changed", OCT_TYPE_TRUST_TABLE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-trust-table.ui");
  gtk_widget_class_bind_template_child (widget_class, OctTrustTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, OctTrustTable, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
oct_trust_table_init (OctTrustTable *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->stars = g_ptr_array_new ();
  self->words = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));

  add_star_column (self);
  for (guint i = 0; i < OCT_N_TRUST_COLUMNS; i++)
    add_column (self, i);
  update_columns (self);

  self->store = g_list_store_new (OCT_TYPE_TRUST);
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->store)),
                                          g_object_ref (gtk_column_view_get_sorter (self->view)));
  selection = GTK_SELECTION_MODEL (
    gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->sorted))));
  gtk_column_view_set_model (self->view, selection);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller),
                           "notify::page-size", G_CALLBACK (page_size_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "map", G_CALLBACK (align_headings), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * oct_trust_table_new:
 *
 * Returns: (transfer floating): an empty table
 */
GtkWidget *
oct_trust_table_new (void)
{
  return g_object_new (OCT_TYPE_TRUST_TABLE, NULL);
}

/**
 * oct_trust_table_set_session:
 * @session: where stars are kept
 *
 * Must be set before trusts are.
 */
void
oct_trust_table_set_session (OctTrustTable *self, OctSession *session)
{
  g_return_if_fail (OCT_IS_TRUST_TABLE (self));

  g_set_object (&self->session, session);
}

/**
 * oct_trust_table_set_trusts:
 * @trusts: (element-type OctTrust): those to show
 *
 * Shows other trusts, in the same order.
 */
void
oct_trust_table_set_trusts (OctTrustTable *self, GPtrArray *trusts)
{
  g_return_if_fail (OCT_IS_TRUST_TABLE (self));

  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       trusts->pdata, trusts->len);
}

/**
 * oct_trust_table_set_words:
 * @words: what was searched for, folded
 *
 * Says what to tint in the names of the trusts that are set next.
 */
void
oct_trust_table_set_words (OctTrustTable *self, const char *words)
{
  g_return_if_fail (OCT_IS_TRUST_TABLE (self));

  g_free (self->words);
  self->words = g_strdup (words);
}

/**
 * oct_trust_table_focus_rows:
 *
 * Gives the focus to the trust that had it last, or to the first.
 *
 * Returns: whether there is one
 */
gboolean
oct_trust_table_focus_rows (OctTrustTable *self)
{
  g_return_val_if_fail (OCT_IS_TRUST_TABLE (self), FALSE);

  /* The view's first child is the row of headings, its last the list of rows. */
  return g_list_model_get_n_items (G_LIST_MODEL (self->sorted)) > 0
         && gtk_widget_grab_focus (gtk_widget_get_last_child (GTK_WIDGET (self->view)));
}

/**
 * oct_trust_table_get_model:
 *
 * Returns: (transfer none): the trusts in the order shown
 */
GListModel *
oct_trust_table_get_model (OctTrustTable *self)
{
  g_return_val_if_fail (OCT_IS_TRUST_TABLE (self), NULL);

  return G_LIST_MODEL (self->sorted);
}

/**
 * oct_trust_table_set_sort:
 * @column: by what
 * @descending: largest or last first
 *
 * Sets the order; "sort-changed" isn't emitted.
 */
void
oct_trust_table_set_sort (OctTrustTable *self, OctTrustColumn column, gboolean descending)
{
  g_return_if_fail (OCT_IS_TRUST_TABLE (self));

  self->setting = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (self->view, self->columns[column],
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->setting = FALSE;
}

/**
 * oct_trust_table_get_sort:
 * @descending: (out): largest or last first
 *
 * Returns: by what the table is sorted
 */
OctTrustColumn
oct_trust_table_get_sort (OctTrustTable *self, gboolean *descending)
{
  OctTrustFacts facts = { .name = "" };
  g_autoptr (OctTrust) trust = oct_trust_new (&facts);
  g_autoptr (OctTrust) other = oct_trust_new (&facts);
  GtkOrdering ordering;

  g_return_val_if_fail (OCT_IS_TRUST_TABLE (self), OCT_TRUST_COLUMN_NAME);

  self->probing = TRUE;
  self->probed = -1;
  ordering = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), trust, other);
  self->probing = FALSE;
  *descending = ordering == GTK_ORDERING_LARGER;

  return self->probed >= 0 ? (OctTrustColumn) self->probed : OCT_TRUST_COLUMN_NAME;
}

/**
 * oct_trust_table_set_shown:
 * @column: a column; the name is always shown
 * @shown: whether it is shown
 *
 * Shows or hides a column.
 */
void
oct_trust_table_set_shown (OctTrustTable *self, OctTrustColumn column, gboolean shown)
{
  g_return_if_fail (OCT_IS_TRUST_TABLE (self));

  self->shown[column] = shown;
  update_columns (self);
}

/**
 * oct_trust_table_get_shown:
 * @column: a column
 *
 * Returns: whether it is shown where there is room
 */
gboolean
oct_trust_table_get_shown (OctTrustTable *self, OctTrustColumn column)
{
  g_return_val_if_fail (OCT_IS_TRUST_TABLE (self), FALSE);

  return column == OCT_TRUST_COLUMN_NAME || self->shown[column];
}

/**
 * oct_trust_table_update_stars:
 *
 * Shows the stars of the rows on screen as the session has them now.
 */
void
oct_trust_table_update_stars (OctTrustTable *self)
{
  g_return_if_fail (OCT_IS_TRUST_TABLE (self));

  for (guint i = 0; i < self->stars->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->stars, i);

      show_star (self, GTK_TOGGLE_BUTTON (gtk_list_item_get_child (item)),
                 gtk_list_item_get_item (item));
    }
}
