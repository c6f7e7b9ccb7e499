/* What changed in the register from one release to the next.
 *
 * Location: "changes?since=2024-11-24&kind=joined&trust=3206&q=oak", each part optional. The three
 * drop downs and the search are this filter and nothing else: choosing in one of them makes a new
 * location, and a location sets all of them.
 */

#include "oct-changes-page.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-change-row.h"
#include "oct-fold.h"
#include "oct-location.h"
#include "oct-text.h"

/* Below this nobody notices that something was being read. */
#define LOADING_DELAY_MS 200

#define FULL_RELEASE "gias-extract"

struct _OctChangesPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  GtkSearchEntry *entry;
  GtkDropDown *kind_drop;
  GtkDropDown *since_drop;
  GtkDropDown *scope_drop;
  GtkLabel *count;
  GtkListView *list;
  GtkNoSelection *selection;
  AdwStatusPage *empty_page;
  AdwStatusPage *error_page;

  /* owned */
  GListStore *changes;
  GPtrArray *read; /* (nullable): of OctChange, before the search */
  char *text;      /* what is searched for, as typed */
  GCancellable *cancellable;
  GArray *releases; /* of OctDate, newest first */
  GArray *scopes;   /* of guint32: 0 for all, or a UID */

  OctChangeFilter filter;
  guint loading_id;
  gboolean updating; /* the drop downs are being set by us */
};

G_DEFINE_FINAL_TYPE (OctChangesPage, oct_changes_page, OCT_TYPE_PAGE)

static void
read_filter (OctChangesPage *self, const char *location)
{
  g_autoptr (GHashTable) values = oct_location_parse_query (location);
  const char *since = g_hash_table_lookup (values, "since");
  const char *kind = g_hash_table_lookup (values, "kind");
  const char *trust = g_hash_table_lookup (values, "trust");
  const char *text = g_hash_table_lookup (values, "q");
  guint64 uid = 0;

  g_free (self->text);
  self->text = g_strdup (text != NULL ? text : "");
  self->filter = (OctChangeFilter) { .kind = OCT_N_CHANGES };
  if (since == NULL || !oct_date_parse (since, -1, &self->filter.since))
    self->filter.since = OCT_DATE_UNKNOWN;
  if (kind == NULL || !oct_change_kind_from_key (kind, &self->filter.kind))
    self->filter.kind = OCT_N_CHANGES;
  if (trust != NULL && g_ascii_string_to_unsigned (trust, 10, 1, G_MAXUINT32, &uid, NULL))
    self->filter.uid = (guint32) uid;
}

static char *
filter_to_location (const OctChangeFilter *filter, const char *text)
{
  GString *location = g_string_new ("changes");

  if (filter->since != OCT_DATE_UNKNOWN)
    {
      g_autofree char *since = oct_date_to_iso (filter->since);
      oct_location_append (location, "since", since);
    }
  if (filter->kind != OCT_N_CHANGES)
    oct_location_append (location, "kind", oct_change_kind_key (filter->kind));
  if (filter->uid != 0)
    {
      g_autofree char *uid = g_strdup_printf ("%u", filter->uid);
      oct_location_append (location, "trust", uid);
    }
  if (text[0] != '\0')
    oct_location_append (location, "q", text);
  return g_string_free (location, FALSE);
}

/* --- the drop downs --- */

static void
fill_kinds (OctChangesPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Every kind of change"));
  for (guint i = 0; i < OCT_N_CHANGES; i++)
    gtk_string_list_append (names, oct_change_kind_label ((OctChangeKind) i));
  gtk_drop_down_set_model (self->kind_drop, G_LIST_MODEL (names));
}

static void
fill_releases (OctChangesPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;
  gboolean found = self->filter.since == OCT_DATE_UNKNOWN;

  for (guint i = 0; i < self->releases->len && !found; i++)
    found = g_array_index (self->releases, OctDate, i) == self->filter.since;
  if (!found)
    g_array_append_val (self->releases, self->filter.since);

  gtk_string_list_append (names, _("Since the first release"));
  for (guint i = 0; i < self->releases->len; i++)
    {
      OctDate date = g_array_index (self->releases, OctDate, i);
      g_autofree char *text = oct_date_to_text (date);
      /* Translators: the placeholder is the date of a release of the register. */
      g_autofree char *name = g_strdup_printf (_("Since %s"), text);

      gtk_string_list_append (names, name);
      if (date == self->filter.since)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->since_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->since_drop, selected);
}

static void
append_scope (OctChangesPage *self, GtkStringList *names, guint32 uid)
{
  OctRegister *reg = oct_session_get_register (oct_page_get_session (OCT_PAGE (self)));
  OctTrust *trust = reg != NULL ? oct_register_get_trust (reg, uid) : NULL;

  g_array_append_val (self->scopes, uid);
  gtk_string_list_append (names, trust != NULL ? oct_trust_get_name (trust) : _("One trust"));
}

static void
fill_scopes (OctChangesPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint32 own = oct_session_get_trust_uid (oct_page_get_session (OCT_PAGE (self)));
  guint32 all = 0;

  g_array_set_size (self->scopes, 0);
  g_array_append_val (self->scopes, all);
  gtk_string_list_append (names, _("All schools"));
  if (own != 0)
    append_scope (self, names, own);
  if (self->filter.uid != 0 && self->filter.uid != own)
    append_scope (self, names, self->filter.uid);
  gtk_drop_down_set_model (self->scope_drop, G_LIST_MODEL (names));
  for (guint i = 0; i < self->scopes->len; i++)
    {
      if (g_array_index (self->scopes, guint32, i) == self->filter.uid)
        gtk_drop_down_set_selected (self->scope_drop, i);
    }
}

static void
update_drops (OctChangesPage *self)
{
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->text);
  gtk_drop_down_set_selected (self->kind_drop,
                              self->filter.kind == OCT_N_CHANGES ? 0 : self->filter.kind + 1);
  fill_releases (self);
  fill_scopes (self);
  self->updating = FALSE;
}

/* --- reading --- */

static gboolean
show_loading (gpointer user_data)
{
  OctChangesPage *self = OCT_CHANGES_PAGE (user_data);

  self->loading_id = 0;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  return G_SOURCE_REMOVE;
}

/* Those that were read whose school has the words, at the beginning of a word, in its name. */
static GPtrArray *
find_changes (OctChangesPage *self)
{
  g_autofree char *folded = oct_fold (self->text);
  g_autofree char *words = g_strconcat (" ", folded, NULL);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->read->len; i++)
    {
      OctChange *change = g_ptr_array_index (self->read, i);
      g_autofree char *folded_name = oct_fold (oct_change_get_school (change));
      g_autofree char *name = g_strconcat (" ", folded_name, NULL);

      if (folded[0] == '\0' || strstr (name, words) != NULL)
        g_ptr_array_add (found, change);
    }

  return found;
}

static void
show_changes (OctChangesPage *self)
{
  g_autoptr (GPtrArray) changes = find_changes (self);
  g_autofree char *count = NULL;
  gboolean filtered = self->filter.kind != OCT_N_CHANGES || self->filter.uid != 0
                      || self->filter.since != OCT_DATE_UNKNOWN || self->text[0] != '\0';

  g_list_store_splice (self->changes, 0, g_list_model_get_n_items (G_LIST_MODEL (self->changes)),
                       changes->pdata, changes->len);
  count = g_strdup_printf (ngettext ("%'u change", "%'u changes", changes->len), changes->len);
  gtk_label_set_label (self->count, count);
  if (changes->len > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
      return;
    }
  adw_status_page_set_title (self->empty_page,
                             filtered ? _("No such changes") : _("No changes yet"));
  adw_status_page_set_description (
    self->empty_page,
    filtered ? _("Nothing changed that fits what you chose above.")
             : _("Changes appear as soon as a second release of the register is imported: what "
                 "opened, closed, joined, left or changed between the two."));
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
changes_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctChangesPage) self = OCT_CHANGES_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = oct_session_read_finish (OCT_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_handle_id (&self->loading_id, g_source_remove);
  if (changes != NULL)
    {
      g_clear_pointer (&self->read, g_ptr_array_unref);
      self->read = g_steal_pointer (&changes);
      show_changes (self);
      return;
    }
  adw_status_page_set_description (self->error_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  return *(const OctDate *) b - *(const OctDate *) a;
}

static void
sources_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctChangesPage) self = OCT_CHANGES_PAGE (user_data);
  g_autoptr (GPtrArray) sources = oct_session_read_finish (OCT_SESSION (source), result, NULL);

  if (sources == NULL)
    return;
  g_array_set_size (self->releases, 0);
  for (guint i = 0; i < sources->len; i++)
    {
      const OctSourceFacts *facts = oct_source_get_facts (g_ptr_array_index (sources, i));

      if (g_str_equal (facts->dataset, FULL_RELEASE))
        g_array_append_val (self->releases, facts->published);
    }
  g_array_sort (self->releases, compare_dates);
  /* Nothing can have changed since the newest. */
  if (self->releases->len > 0)
    g_array_remove_index (self->releases, 0);
  self->updating = TRUE;
  fill_releases (self);
  self->updating = FALSE;
}

static void
load (OctChangesPage *self)
{
  OctSession *session = oct_page_get_session (OCT_PAGE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->loading_id, g_source_remove);
  if (oct_session_get_register (session) == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "no-register");
      return;
    }
  self->cancellable = g_cancellable_new ();
  self->loading_id = g_timeout_add (LOADING_DELAY_MS, show_loading, self);
  oct_session_read_changes_async (session, &self->filter, self->cancellable, changes_read_cb,
                                  g_object_ref (self));
  oct_session_read_sources_async (session, self->cancellable, sources_read_cb, g_object_ref (self));
}

/* --- callbacks --- */

static void
selected_cb (OctChangesPage *self)
{
  guint kind = gtk_drop_down_get_selected (self->kind_drop);
  guint since = gtk_drop_down_get_selected (self->since_drop);
  guint scope = gtk_drop_down_get_selected (self->scope_drop);
  g_autofree char *location = NULL;

  if (self->updating)
    return;
  self->filter.kind = kind == 0 || kind > OCT_N_CHANGES ? OCT_N_CHANGES
                                                        : (OctChangeKind) (kind - 1);
  self->filter.since = since == 0 || since > self->releases->len
                         ? OCT_DATE_UNKNOWN
                         : g_array_index (self->releases, OctDate, since - 1);
  self->filter.uid = scope < self->scopes->len ? g_array_index (self->scopes, guint32, scope) : 0;
  location = filter_to_location (&self->filter, self->text);
  oct_page_set_location (OCT_PAGE (self), location);
  load (self);
}

static void
search_changed_cb (OctChangesPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *location = NULL;

  if (self->updating || g_str_equal (text, self->text))
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  location = filter_to_location (&self->filter, self->text);
  oct_page_set_location (OCT_PAGE (self), location);
  if (self->read != NULL
      && oct_session_get_register (oct_page_get_session (OCT_PAGE (self))) != NULL)
    show_changes (self);
}

static void
activate_cb (OctChangesPage *self, guint position)
{
  g_autoptr (OctChange) change = g_list_model_get_item (G_LIST_MODEL (self->changes), position);
  g_autofree char *location = NULL;

  if (change == NULL)
    return;
  location = oct_text_school_location (oct_change_get_urn (change));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, oct_change_row_new ());
}

/* Many schools have the same name; their local authority tells most of them apart. */
static char *
dup_place (OctChangesPage *self, OctChange *change)
{
  OctRegister *reg = oct_session_get_register (oct_page_get_session (OCT_PAGE (self)));
  OctSchoolFacts facts;
  guint row;

  if (reg == NULL
      || !oct_index_find_urn (oct_register_get_index (reg), oct_change_get_urn (change), &row)
      || !oct_index_get_facts (oct_register_get_index (reg), row, &facts))
    return NULL;

  return g_strdup (facts.la);
}

static void
bind_row_cb (OctChangesPage *self, GtkListItem *item)
{
  OctChange *change = OCT_CHANGE (gtk_list_item_get_item (item));
  g_autofree char *words = oct_change_describe (change);
  /* Translators: name of a school, then what changed, as a sentence. */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), oct_change_get_school (change), words);
  g_autofree char *place = dup_place (self, change);

  oct_change_row_set (OCT_CHANGE_ROW (gtk_list_item_get_child (item)), change);
  oct_change_row_set_place (OCT_CHANGE_ROW (gtk_list_item_get_child (item)), place);
  oct_accessible_name_row (item, name);
}

/* --- class --- */

static void
oct_changes_page_show_location (OctPage *page, const char *location)
{
  OctChangesPage *self = OCT_CHANGES_PAGE (page);

  read_filter (self, location);
  update_drops (self);
  load (self);
}

static gboolean
oct_changes_page_focus_search (OctPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (OCT_CHANGES_PAGE (page)->entry));
}

static void
oct_changes_page_dispose (GObject *object)
{
  OctChangesPage *self = OCT_CHANGES_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->loading_id, g_source_remove);
  G_OBJECT_CLASS (oct_changes_page_parent_class)->dispose (object);
}

static void
oct_changes_page_finalize (GObject *object)
{
  OctChangesPage *self = OCT_CHANGES_PAGE (object);

  g_clear_object (&self->changes);
  g_clear_pointer (&self->read, g_ptr_array_unref);
  g_free (self->text);
  g_array_unref (self->releases);
  g_array_unref (self->scopes);
  G_OBJECT_CLASS (oct_changes_page_parent_class)->finalize (object);
}

static void
oct_changes_page_class_init (OctChangesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = oct_changes_page_dispose;
  object_class->finalize = oct_changes_page_finalize;
  OCT_PAGE_CLASS (klass)->show = oct_changes_page_show_location;
  OCT_PAGE_CLASS (klass)->focus_search = oct_changes_page_focus_search;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-changes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctChangesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctChangesPage, entry);
  gtk_widget_class_bind_template_child (widget_class, OctChangesPage, kind_drop);
  gtk_widget_class_bind_template_child (widget_class, OctChangesPage, since_drop);
  gtk_widget_class_bind_template_child (widget_class, OctChangesPage, scope_drop);
  gtk_widget_class_bind_template_child (widget_class, OctChangesPage, count);
  gtk_widget_class_bind_template_child (widget_class, OctChangesPage, list);
  gtk_widget_class_bind_template_child (widget_class, OctChangesPage, selection);
  gtk_widget_class_bind_template_child (widget_class, OctChangesPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, OctChangesPage, error_page);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
}

static void
oct_changes_page_init (OctChangesPage *self)
{
  self->updating = TRUE;
  self->text = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  oct_page_set_title (OCT_PAGE (self), _("Changes"));

  self->changes = g_list_store_new (OCT_TYPE_CHANGE);
  self->releases = g_array_new (FALSE, FALSE, sizeof (OctDate));
  self->scopes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->filter.kind = OCT_N_CHANGES;
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->changes));
  fill_kinds (self);
  oct_accessible_name_drop_down (self->kind_drop, _("Kind of change"));
  oct_accessible_name_drop_down (self->since_drop, _("Since which release"));
  oct_accessible_name_drop_down (self->scope_drop, _("Of which schools"));
  self->updating = FALSE;
}
