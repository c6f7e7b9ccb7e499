/* Picking a trust by typing a few letters, in a popover.
 *
 * Open trusts with schools are offered, the largest first, so that two letters are mostly enough.
 */

#include "oct-trust-picker.h"

#include <glib/gi18n.h>

#include "oct-fold.h"
#include "oct-text.h"
#include "oct-trust-query.h"

#define MAX_OFFERED 8

struct _OctTrustPicker
{
  AdwBin parent_instance;

  /* template */
  GtkMenuButton *button;
  GtkSearchEntry *entry;
  GtkListBox *list;

  /* owned */
  OctSession *session;
};

G_DEFINE_FINAL_TYPE (OctTrustPicker, oct_trust_picker, ADW_TYPE_BIN)

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
compare_size (gconstpointer a, gconstpointer b)
{
  const OctTrustFacts *first = oct_trust_get_facts (*(OctTrust *const *) a);
  const OctTrustFacts *second = oct_trust_get_facts (*(OctTrust *const *) b);

  if (first->schools != second->schools)
    return first->schools > second->schools ? -1 : 1;

  return g_utf8_collate (first->name, second->name);
}

static GPtrArray *
find_trusts (OctTrustPicker *self)
{
  OctRegister *reg = self->session != NULL ? oct_session_get_register (self->session) : NULL;
  GListModel *trusts = reg != NULL ? oct_register_get_trusts (reg) : NULL;
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (OctTrustQuery) query = oct_trust_query_new ();
  g_autofree char *text = oct_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  query->low = 1;
  for (guint i = 0; trusts != NULL && i < g_list_model_get_n_items (trusts); i++)
    {
      g_autoptr (OctTrust) trust = g_list_model_get_item (trusts, i);
      const OctTrustFacts *facts = oct_trust_get_facts (trust);
      g_autofree char *name = NULL;

      if (!oct_group_type_is_trust (facts->type))
        continue;
      name = oct_fold (facts->name);
      if (oct_trust_query_matches (query, facts, name, text, FALSE))
        g_ptr_array_add (found, g_steal_pointer (&trust));
    }
  g_ptr_array_sort (found, compare_size);

  return found;
}

static void
search_changed_cb (OctTrustPicker *self)
{
  g_autoptr (GPtrArray) found = find_trusts (self);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);

  for (guint i = 0; i < MIN (found->len, MAX_OFFERED); i++)
    {
      const OctTrustFacts *facts = oct_trust_get_facts (g_ptr_array_index (found, i));
      g_autofree char *schools = oct_text_schools (facts->schools);

      row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);
      /* Not before, or the name is read as markup. */
      g_object_set (row, "title", facts->name, "subtitle", schools, "title-lines", 1, "activatable",
                    TRUE, NULL);
      g_object_set_data (G_OBJECT (row), "uid", GUINT_TO_POINTER (facts->uid));
      gtk_list_box_append (self->list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), found->len > 0);
}

static void
row_activated_cb (OctTrustPicker *self, GtkListBoxRow *row)
{
  guint uid = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "uid"));

  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[PICKED], 0, uid);
}

static void
entry_activate_cb (OctTrustPicker *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if (first != NULL)
    row_activated_cb (self, first);
}

static void
popover_shown_cb (OctTrustPicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
stop_search_cb (OctTrustPicker *self)
{
  gtk_menu_button_popdown (self->button);
}

static void
oct_trust_picker_dispose (GObject *object)
{
  g_clear_object (&OCT_TRUST_PICKER (object)->session);
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (oct_trust_picker_parent_class)->dispose (object);
}

static void
oct_trust_picker_class_init (OctTrustPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_trust_picker_dispose;

  signals[PICKED] = g_signal_new ("picked", OCT_TYPE_TRUST_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-trust-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, OctTrustPicker, button);
  gtk_widget_class_bind_template_child (widget_class, OctTrustPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, OctTrustPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
oct_trust_picker_init (OctTrustPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_trust_picker_set_session:
 * @session: whose register is looked in
 *
 * Must be set before the popover is opened.
 */
void
oct_trust_picker_set_session (OctTrustPicker *self, OctSession *session)
{
  g_return_if_fail (OCT_IS_TRUST_PICKER (self));

  g_set_object (&self->session, session);
}
