/* A list of the draft; see the header.
 *
 * Rows stay the same widgets while their item is there: a move only sorts them anew, so that the focus
 * and what is open stay where they are.
 */

#include "oct-draft-list.h"

#include <glib/gi18n.h>

#include "oct-draft-item.h"

struct _OctDraftList
{
  AdwBin parent_instance;

  /* owned */
  OctDraftWork *work;
  char *element;     /* (nullable) */
  GHashTable *items; /* key → OctDraftItem (borrowed) */

  /* borrowed: children */
  GtkWidget *message;
  GtkWidget *list;
  GtkWidget *entry;

  OctFrameworkPart part;
};

G_DEFINE_FINAL_TYPE (OctDraftList, oct_draft_list, ADW_TYPE_BIN)

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer user_data)
{
  return oct_draft_item_get_place (OCT_DRAFT_ITEM (a))
         - oct_draft_item_get_place (OCT_DRAFT_ITEM (b));
}

static void
add_cb (OctDraftList *self)
{
  g_autofree char *name = g_strstrip (
    g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autofree char *key = NULL;
  OctFrameworkBuilder *builder;

  if (*name == '\0')
    {
      gtk_widget_grab_focus (self->entry);
      return;
    }
  builder = oct_draft_work_begin (self->work);
  if (!oct_draft_add_item (builder, self->part, self->element, name, &key, NULL))
    {
      oct_framework_builder_free (builder);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  oct_draft_work_keep (self->work, builder, self->element != NULL ? self->element : "stages", NULL);
  oct_draft_list_update (self);
  oct_draft_list_open (self, key);
}

static const char *
get_invitation (OctFrameworkPart part)
{
  switch (part)
    {
    case OCT_PART_STAGE:
      return _("Name of another stage");
    case OCT_PART_ASPECT:
      return _("Name of another aspect");
    case OCT_PART_INDICATOR:
    default:
      return _("Name of another indicator");
    }
}

static GtkWidget *
make_adder (OctDraftList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_("Add"));

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), get_invitation (self->part));
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), OCT_FRAMEWORK_MAX_NAME);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_invitation (self->part), -1);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (add_cb), self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "oct-draft-adder");

  return box;
}

static void
remove_gone (OctDraftList *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (oct_draft_item_get_place (row) < 0)
      {
        g_hash_table_iter_remove (&iter);
        gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
      }
}

static void
show_message (OctDraftList *self)
{
  OctFramework *draft = oct_draft_work_get_draft (self->work);
  const OctElement *element = self->element != NULL
                                ? oct_framework_find_element (draft, self->element)
                                : NULL;
  const OctFrameworkProblem *problem = oct_framework_problem_of (
    oct_draft_work_get_problems (self->work), self->part, element != NULL ? element->number : 0,
    "");

  gtk_label_set_label (GTK_LABEL (self->message), problem != NULL ? problem->message : "");
  gtk_widget_set_visible (self->message, problem != NULL);
}

static void
oct_draft_list_dispose (GObject *object)
{
  OctDraftList *self = OCT_DRAFT_LIST (object);

  g_clear_object (&self->work);
  g_clear_pointer (&self->element, g_free);
  g_clear_pointer (&self->items, g_hash_table_unref);

  G_OBJECT_CLASS (oct_draft_list_parent_class)->dispose (object);
}

static void
oct_draft_list_class_init (OctDraftListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = oct_draft_list_dispose;
}

static void
oct_draft_list_init (OctDraftList *self)
{
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * oct_draft_list_new:
 * @work: the draft
 * @part: stages, aspects or indicators
 * @element: (nullable): the key of the element
 *
 * Returns: (transfer floating): a list
 */
GtkWidget *
oct_draft_list_new (OctDraftWork *work, OctFrameworkPart part, const char *element)
{
  OctDraftList *self = g_object_new (OCT_TYPE_DRAFT_LIST, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->work = g_object_ref (work);
  self->part = part;
  self->element = g_strdup (element);
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->message), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_widget_add_css_class (self->message, "oct-missing");
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_sort_func (GTK_LIST_BOX (self->list), compare_rows, NULL, NULL);
  gtk_widget_add_css_class (self->list, "oct-rows");
  gtk_box_append (GTK_BOX (box), self->message);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), make_adder (self));
  adw_bin_set_child (ADW_BIN (self), box);
  oct_draft_list_update (self);

  return GTK_WIDGET (self);
}

/**
 * oct_draft_list_update:
 * @self: a list
 *
 * Shows what the draft has now.
 */
void
oct_draft_list_update (OctDraftList *self)
{
  GPtrArray *items = oct_draft_items (oct_draft_work_get_draft (self->work), self->part,
                                      self->element);

  remove_gone (self);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const char *key = *(char *const *) items->pdata[i];
      GtkWidget *row = g_hash_table_lookup (self->items, key);

      if (row != NULL)
        {
          oct_draft_item_update (OCT_DRAFT_ITEM (row));
          continue;
        }
      row = oct_draft_item_new (self->work, self->part, self->element, key);
      g_hash_table_insert (self->items, g_strdup (key), row);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
  gtk_list_box_invalidate_sort (GTK_LIST_BOX (self->list));
  show_message (self);
}

/**
 * oct_draft_list_commit:
 * @self: a list
 *
 * Keeps what is typed in its rows and waits.
 */
void
oct_draft_list_commit (OctDraftList *self)
{
  g_autoptr (GList) rows = g_hash_table_get_values (self->items);

  for (GList *l = rows; l != NULL; l = l->next)
    oct_draft_item_commit (l->data);
}

/**
 * oct_draft_list_open:
 * @self: a list
 * @key: the key of one of its items
 *
 * Opens an item to be written.
 *
 * Returns: whether it is there
 */
gboolean
oct_draft_list_open (OctDraftList *self, const char *key)
{
  OctDraftItem *row = g_hash_table_lookup (self->items, key);

  if (row != NULL)
    oct_draft_item_open (row);

  return row != NULL;
}
