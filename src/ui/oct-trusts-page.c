/* Trusts and other groups of schools, searched, filtered, sorted and exported.
 *
 * Everything that the page shows follows from one query, which is what its location says. Multi-academy trusts, single-academy trusts and other groups are lists of their own, each with
 * the count of what matches, since a sponsor or a federation is nobody's idea of a trust.
 */

#include "oct-trusts-page.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-commands.h"
#include "oct-fold.h"
#include "oct-print.h"
#include "oct-save.h"
#include "oct-text.h"
#include "oct-trust-list.h"
#include "oct-trust-table.h"
#include "oct-trusts-options.h"
#include "oct-wrap-box.h"

struct _OctTrustsPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  GtkSearchEntry *entry;
  GtkToggleButton *mat_button;
  GtkToggleButton *sat_button;
  GtkToggleButton *other_button;
  GtkToggleButton *all_button;
  GtkDropDown *status_drop;
  GtkDropDown *size_drop;
  GtkDropDown *region_drop;
  GtkToggleButton *starred_button;
  GtkButton *clear_button;
  GtkLabel *count_label;
  GtkStack *list_stack;
  OctTrustTable *table;
  OctTrustsOptions *options;

  /* owned */
  OctTrustQuery *query;
  OctTrustList *list;
  GtkStringList *regions;

  gboolean updating; /* controls are being set from the query */
};

G_DEFINE_FINAL_TYPE (OctTrustsPage, oct_trusts_page, OCT_TYPE_PAGE)

/* The bands of size are those of the national picture. */
static const struct
{
  guint low;
  guint high;
  const char *label;
} sizes[] = {
  { 0, G_MAXUINT, N_("Any size") },    { 1, 1, N_("1 school") },
  { 2, 2, N_("2 schools") },           { 3, 5, N_("3–5 schools") },
  { 6, 10, N_("6–10 schools") },       { 11, 20, N_("11–20 schools") },
  { 21, 30, N_("21–30 schools") },     { 31, 50, N_("31–50 schools") },
  { 51, G_MAXUINT, N_("51 or more") },
};

static OctSession *
get_session (OctTrustsPage *self)
{
  return oct_page_get_session (OCT_PAGE (self));
}

static GtkToggleButton *
kind_button (OctTrustsPage *self, OctTrustKind kind)
{
  GtkToggleButton *buttons[] = { self->mat_button, self->sat_button, self->other_button,
                                 self->all_button };

  return buttons[kind];
}

static char *
kind_label (OctTrustKind kind, guint count)
{
  switch (kind)
    {
    case OCT_TRUST_KIND_MAT:
      /* Translators: kind of trust, then how many match. */
      return g_strdup_printf (_("Multi-academy %'u"), count);
    case OCT_TRUST_KIND_SAT:
      /* Translators: kind of trust, then how many match. */
      return g_strdup_printf (_("Single-academy %'u"), count);
    case OCT_TRUST_KIND_OTHER:
      /* Translators: kind of group, then how many match. */
      return g_strdup_printf (_("Other groups %'u"), count);
    case OCT_TRUST_KIND_ALL:
    case OCT_N_TRUST_KINDS:
    default:
      /* Translators: all kinds of groups, then how many match. */
      return g_strdup_printf (_("All %'u"), count);
    }
}

static void
show_counts (OctTrustsPage *self, const OctTrustCounts *counts, guint n_shown)
{
  g_autofree char *count = NULL;

  for (guint kind = 0; kind < OCT_N_TRUST_KINDS; kind++)
    {
      g_autofree char *label = kind_label (kind, counts->of_kind[kind]);

      gtk_button_set_label (GTK_BUTTON (kind_button (self, kind)), label);
    }

  count = oct_trust_query_count_to_text (self->query, n_shown, counts->in_list);
  gtk_label_set_label (self->count_label, count);
  gtk_stack_set_visible_child_name (self->list_stack, n_shown > 0 ? "table" : "none");
  gtk_widget_set_visible (GTK_WIDGET (self->clear_button),
                          oct_trust_query_has_filters (self->query));
}

static void
update_list (OctTrustsPage *self)
{
  g_autofree char *words = oct_fold (self->query->text);
  OctTrustCounts counts;
  gboolean known;

  oct_drawn_table_set_words (OCT_DRAWN_TABLE (self->table), words);
  known = oct_trust_list_ask (self->list, get_session (self), self->query, &counts);
  gtk_stack_set_visible_child_name (self->stack, known ? "trusts" : "missing");
  show_counts (self, &counts, g_list_model_get_n_items (G_LIST_MODEL (self->list)));
}

/* The person changed the query. */
static void
query_changed (OctTrustsPage *self)
{
  g_autofree char *location = oct_trust_query_to_location (self->query);

  oct_page_set_location (OCT_PAGE (self), location);
  update_list (self);
}

static void
search_changed_cb (OctTrustsPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->updating || g_str_equal (text, self->query->text))
    return;

  g_free (self->query->text);
  self->query->text = g_strdup (text);
  query_changed (self);
}

/* Down goes to the trusts, past the filters between them and the entry. */
static gboolean
entry_key_cb (OctTrustsPage *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down && key != GDK_KEY_Page_Down)
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
leave_cb (OctTrustsPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
kind_toggled_cb (OctTrustsPage *self, GtkToggleButton *button)
{
  if (self->updating || !gtk_toggle_button_get_active (button))
    return;

  for (guint kind = 0; kind < OCT_N_TRUST_KINDS; kind++)
    if (kind_button (self, kind) == button)
      self->query->kind = kind;
  query_changed (self);
}

static void
filter_changed_cb (OctTrustsPage *self)
{
  guint size = gtk_drop_down_get_selected (self->size_drop);
  guint region = gtk_drop_down_get_selected (self->region_drop);
  guint status = gtk_drop_down_get_selected (self->status_drop);

  if (self->updating)
    return;

  self->query->status = status <= OCT_TRUST_ANY_STATUS ? status : OCT_TRUST_OPEN;
  if (size < G_N_ELEMENTS (sizes))
    {
      self->query->low = sizes[size].low;
      self->query->high = sizes[size].high;
    }
  g_clear_pointer (&self->query->region, g_free);
  if (region > 0 && region != GTK_INVALID_LIST_POSITION)
    self->query->region = g_strdup (gtk_string_list_get_string (self->regions, region));
  self->query->starred = gtk_toggle_button_get_active (self->starred_button);
  query_changed (self);
}

static void
show_sort (OctTrustsPage *self)
{
  oct_drawn_table_set_sort (OCT_DRAWN_TABLE (self->table), self->query->sort,
                            self->query->descending);
  oct_trusts_options_set_sort (self->options, self->query->sort, self->query->descending);
}

static void
options_sort_cb (OctTrustsPage *self, guint column, gboolean descending)
{
  self->query->sort = column;
  self->query->descending = descending;
  show_sort (self);
  query_changed (self);
}

/* Another click turns the order round; a column of figures begins with the largest. */
static void
sort_cb (OctTrustsPage *self, guint column)
{
  gboolean descending = oct_trust_column_is_numeric (column);

  options_sort_cb (self, column,
                   self->query->sort == column ? !self->query->descending : descending);
}

static void
activate_cb (OctTrustsPage *self)
{
  g_autoptr (OctTrust) trust = oct_drawn_table_get_item (OCT_DRAWN_TABLE (self->table));
  g_autofree char *location = NULL;

  if (trust == NULL)
    return;
  location = oct_text_trust_location (oct_trust_get_uid (trust));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

/* Enter in the search field opens the first. */
static void
entry_activate_cb (OctTrustsPage *self)
{
  OctDrawnTable *table = OCT_DRAWN_TABLE (self->table);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return;
  if (oct_drawn_table_get_position (table) == GTK_INVALID_LIST_POSITION)
    oct_drawn_table_set_position (table, 0);
  activate_cb (self);
}

static void
star_cb (OctTrustsPage *self)
{
  g_autoptr (OctTrust) trust = oct_drawn_table_get_item (OCT_DRAWN_TABLE (self->table));
  OctSession *session = get_session (self);
  guint32 uid;

  if (trust == NULL)
    return;
  uid = oct_trust_get_uid (trust);
  oct_session_set_trust_starred (session, uid, !oct_session_is_trust_starred (session, uid));
}

static guint
find_size (const OctTrustQuery *query)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (sizes[i].low == query->low && sizes[i].high == query->high)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

/* Sets every control to what the query says. */
static void
show_query (OctTrustsPage *self)
{
  guint region = 0;

  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->query->text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  gtk_toggle_button_set_active (kind_button (self, self->query->kind), TRUE);
  gtk_drop_down_set_selected (self->status_drop, self->query->status);
  gtk_drop_down_set_selected (self->size_drop, find_size (self->query));
  for (guint i = 1; i < g_list_model_get_n_items (G_LIST_MODEL (self->regions)); i++)
    if (g_strcmp0 (gtk_string_list_get_string (self->regions, i), self->query->region) == 0)
      region = i;
  gtk_drop_down_set_selected (self->region_drop, region);
  gtk_toggle_button_set_active (self->starred_button, self->query->starred);
  show_sort (self);
  self->updating = FALSE;
}

static void
clear_cb (OctTrustsPage *self)
{
  OctTrustQuery *query = oct_trust_query_new ();

  query->kind = self->query->kind;
  query->sort = self->query->sort;
  query->descending = self->query->descending;
  g_clear_pointer (&self->query, oct_trust_query_free);
  self->query = query;
  show_query (self);
  query_changed (self);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static void
fill_regions (OctTrustsPage *self)
{
  OctRegister *reg = oct_session_get_register (get_session (self));
  GListModel *trusts = reg != NULL ? oct_register_get_trusts (reg) : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; trusts != NULL && i < g_list_model_get_n_items (trusts); i++)
    {
      g_autoptr (OctTrust) trust = g_list_model_get_item (trusts, i);
      const char *region = oct_trust_get_facts (trust)->main_region;

      if (region != NULL && region[0] != '\0' && g_hash_table_add (seen, (char *) region))
        g_ptr_array_add (names, (char *) region);
    }
  g_ptr_array_sort (names, compare_strings);

  self->updating = TRUE;
  gtk_string_list_splice (self->regions, 0, g_list_model_get_n_items (G_LIST_MODEL (self->regions)),
                          NULL);
  gtk_string_list_append (self->regions, _("Any region"));
  for (guint i = 0; i < names->len; i++)
    gtk_string_list_append (self->regions, g_ptr_array_index (names, i));
  self->updating = FALSE;
}

static void
register_changed_cb (OctTrustsPage *self)
{
  fill_regions (self);
  show_query (self);
  update_list (self);
}

static void
stars_changed_cb (OctTrustsPage *self)
{
  if (self->query->starred)
    update_list (self);
}

static void
oct_trusts_page_show (OctPage *page, const char *location)
{
  OctTrustsPage *self = OCT_TRUSTS_PAGE (page);

  g_clear_pointer (&self->query, oct_trust_query_free);
  self->query = oct_trust_query_from_location (location);
  show_query (self);
  update_list (self);
}

static gboolean
oct_trusts_page_focus_search (OctPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (OCT_TRUSTS_PAGE (page)->entry));
}

/* What is exported: the trusts as they stood in the table, so that the thread has its own. */
typedef struct
{
  OctSession *session;
  GListStore *trusts;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->session);
  g_object_unref (export->trusts);
  g_free (export);
}

static gboolean
export_func (const char *path, gpointer data, GError **error)
{
  Export *export = data;
  g_autoptr (GBytes) csv = NULL;

  if (g_str_has_suffix (path, ".xlsx"))
    return oct_export_trusts_xlsx (export->session, G_LIST_MODEL (export->trusts), path, error);

  csv = oct_export_trusts_csv (export->session, G_LIST_MODEL (export->trusts), error);
  if (csv == NULL)
    return FALSE;

  return g_file_set_contents (path, g_bytes_get_data (csv, NULL), (gssize) g_bytes_get_size (csv),
                              error);
}

static void
oct_trusts_page_export (OctPage *page)
{
  OctTrustsPage *self = OCT_TRUSTS_PAGE (page);
  GListModel *model = G_LIST_MODEL (self->list);
  const OctSaveKind kinds[] = {
    { N_("Spreadsheet (XLSX)"), "*.xlsx" },
    { N_("Table (CSV)"), "*.csv" },
    { NULL, NULL },
  };
  Export *export = g_new0 (Export, 1);

  export->session = g_object_ref (get_session (self));
  export->trusts = g_list_store_new (OCT_TYPE_TRUST);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (OctTrust) trust = g_list_model_get_item (model, i);

      g_list_store_append (export->trusts, trust);
    }
  oct_save_ask (GTK_WIDGET (self), _("Export the trusts shown"), _("Trusts.xlsx"), kinds,
                export_func, export, (GDestroyNotify) export_free);
}

static void
oct_trusts_page_print (OctPage *page)
{
  OctTrustsPage *self = OCT_TRUSTS_PAGE (page);
  OctRegister *reg = oct_session_get_register (get_session (self));
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *source = NULL;

  if (reg == NULL)
    return;
  source = oct_text_source (oct_register_get_as_at (reg));
  operation = oct_print_new_table (OCT_DRAWN_TABLE (self->table),
                                   gtk_label_get_label (self->count_label), source);
  oct_print_run (GTK_WIDGET (self), operation);
}

static void
oct_trusts_page_constructed (GObject *object)
{
  OctTrustsPage *self = OCT_TRUSTS_PAGE (object);
  OctSession *session = get_session (self);

  G_OBJECT_CLASS (oct_trusts_page_parent_class)->constructed (object);

  oct_page_set_title (OCT_PAGE (self), _("Trusts"));
  oct_trust_table_set_session (self->table, session);
  oct_trusts_options_set_table (self->options, self->table, session);
  fill_regions (self);
  g_signal_connect_object (session, "notify::register", G_CALLBACK (register_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "stars-changed", G_CALLBACK (stars_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
oct_trusts_page_dispose (GObject *object)
{
  OCT_TRUSTS_PAGE (object)->updating = TRUE;
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (oct_trusts_page_parent_class)->dispose (object);
}

static void
oct_trusts_page_finalize (GObject *object)
{
  OctTrustsPage *self = OCT_TRUSTS_PAGE (object);

  oct_trust_query_free (self->query);
  g_object_unref (self->list);
  g_object_unref (self->regions);

  G_OBJECT_CLASS (oct_trusts_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-trusts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctTrustsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctTrustsPage, entry);
  gtk_widget_class_bind_template_child (widget_class, OctTrustsPage, mat_button);
  gtk_widget_class_bind_template_child (widget_class, OctTrustsPage, sat_button);
  gtk_widget_class_bind_template_child (widget_class, OctTrustsPage, other_button);
  gtk_widget_class_bind_template_child (widget_class, OctTrustsPage, all_button);
  gtk_widget_class_bind_template_child (widget_class, OctTrustsPage, status_drop);
  gtk_widget_class_bind_template_child (widget_class, OctTrustsPage, size_drop);
  gtk_widget_class_bind_template_child (widget_class, OctTrustsPage, region_drop);
  gtk_widget_class_bind_template_child (widget_class, OctTrustsPage, starred_button);
  gtk_widget_class_bind_template_child (widget_class, OctTrustsPage, clear_button);
  gtk_widget_class_bind_template_child (widget_class, OctTrustsPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, OctTrustsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, OctTrustsPage, table);
  gtk_widget_class_bind_template_child (widget_class, OctTrustsPage, options);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_cb);
  gtk_widget_class_bind_template_callback (widget_class, star_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, options_sort_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
oct_trusts_page_class_init (OctTrustsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  OctPageClass *page_class = OCT_PAGE_CLASS (klass);

  object_class->constructed = oct_trusts_page_constructed;
  object_class->dispose = oct_trusts_page_dispose;
  object_class->finalize = oct_trusts_page_finalize;
  page_class->show = oct_trusts_page_show;
  page_class->focus_search = oct_trusts_page_focus_search;
  page_class->export_ = oct_trusts_page_export;
  page_class->print = oct_trusts_page_print;

  g_type_ensure (OCT_TYPE_TRUST_TABLE);
  g_type_ensure (OCT_TYPE_TRUSTS_OPTIONS);
  g_type_ensure (OCT_TYPE_WRAP_BOX);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
oct_trusts_page_init (OctTrustsPage *self)
{
  self->query = oct_trust_query_new ();
  self->list = oct_trust_list_new ();
  self->regions = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  oct_accessible_name_drop_down (self->status_drop, _("Status"));
  oct_accessible_name_drop_down (self->size_drop, _("Number of schools"));
  oct_accessible_name_drop_down (self->region_drop, _("Region with most of its schools"));
  oct_drawn_table_set_model (OCT_DRAWN_TABLE (self->table), G_LIST_MODEL (self->list));

  self->updating = TRUE;
  gtk_drop_down_set_model (self->region_drop, G_LIST_MODEL (self->regions));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    gtk_string_list_append (GTK_STRING_LIST (gtk_drop_down_get_model (self->size_drop)),
                            _(sizes[i].label));
  self->updating = FALSE;
}
