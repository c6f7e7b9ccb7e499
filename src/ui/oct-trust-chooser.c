/* Choosing one's own trust by typing its name.
 *
 * Every open trust of the register is offered and narrowed with each letter, by the same folding of
 * words as everywhere else; Enter takes the first.
 */

#include "oct-trust-chooser.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-fold.h"
#include "oct-text.h"

struct _OctTrustChooser
{
  AdwBin parent_instance;

  /* template */
  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  GtkButton *cancel_button;

  /* owned */
  GStrv words;
};

enum
{
  CHOSEN,
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctTrustChooser, oct_trust_chooser, ADW_TYPE_BIN)

/* Whether each word typed begins a word of the name. */
static gboolean
name_matches (const char *name, const char *const *words)
{
  g_autofree char *folded = oct_fold (name);
  g_autofree char *padded = g_strconcat (" ", folded, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *beginning = g_strconcat (" ", words[i], NULL);

      if (strstr (padded, beginning) == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  OctTrustChooser *self = OCT_TRUST_CHOOSER (user_data);
  const OctTrustFacts *facts = oct_trust_get_facts (item);

  if (!facts->open || !oct_group_type_is_trust (facts->type) || facts->schools == 0)
    return FALSE;
  return self->words == NULL || name_matches (facts->name, (const char *const *) self->words);
}

static void
update_stack (OctTrustChooser *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "none");
}

static void
choose (OctTrustChooser *self, guint position)
{
  g_autoptr (OctTrust) trust = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (trust != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, oct_trust_get_uid (trust));
}

/* --- callbacks --- */

static void
search_changed_cb (OctTrustChooser *self)
{
  g_autofree char *folded = oct_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  g_clear_pointer (&self->words, g_strfreev);
  g_strstrip (folded);
  if (*folded != '\0')
    self->words = g_strsplit (folded, " ", -1);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    {
      gtk_single_selection_set_selected (self->selection, 0);
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
    }
}

static void
entry_activate_cb (OctTrustChooser *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  choose (self, position != GTK_INVALID_LIST_POSITION ? position : 0);
}

static void
list_activate_cb (OctTrustChooser *self, guint position)
{
  choose (self, position);
}

static void
cancel_cb (OctTrustChooser *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->cancel_button)))
    g_signal_emit (self, signals[CANCELLED], 0);
}

/* The arrow keys move in the list while one types. */
static gboolean
key_pressed_cb (OctTrustChooser *self, guint key)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position = gtk_single_selection_get_selected (self->selection);

  if ((key != GDK_KEY_Down && key != GDK_KEY_Up) || n == 0)
    return FALSE;
  if (key == GDK_KEY_Down && position + 1 < n)
    position++;
  else if (key == GDK_KEY_Up && position > 0)
    position--;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  return TRUE;
}

static GtkWidget *
new_row_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *name = new_row_label ();
  GtkWidget *details = new_row_label ();

  gtk_widget_add_css_class (box, "oct-chooser-row");
  gtk_widget_add_css_class (details, "caption");
  gtk_widget_add_css_class (details, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), details);
  gtk_list_item_set_child (item, box);
}

static void
bind_row_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  OctTrust *trust = gtk_list_item_get_item (item);
  const OctTrustFacts *facts = oct_trust_get_facts (trust);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *details = gtk_widget_get_next_sibling (name);
  g_autofree char *schools = oct_text_schools (facts->schools);
  g_autofree char *text = NULL;

  if (facts->main_region != NULL && *facts->main_region != '\0')
    text = g_strdup_printf ("%s · %s · %s", oct_group_type_label (facts->type), schools,
                            facts->main_region);
  else
    text = g_strdup_printf ("%s · %s", oct_group_type_label (facts->type), schools);
  gtk_label_set_label (GTK_LABEL (name), facts->name);
  gtk_label_set_label (GTK_LABEL (details), text);
  oct_accessible_name_row (item, facts->name);
}

/* --- class --- */

static void
oct_trust_chooser_dispose (GObject *object)
{
  OctTrustChooser *self = OCT_TRUST_CHOOSER (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  G_OBJECT_CLASS (oct_trust_chooser_parent_class)->dispose (object);
}

static void
oct_trust_chooser_finalize (GObject *object)
{
  OctTrustChooser *self = OCT_TRUST_CHOOSER (object);

  g_strfreev (self->words);
  G_OBJECT_CLASS (oct_trust_chooser_parent_class)->finalize (object);
}

static void
oct_trust_chooser_class_init (OctTrustChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = oct_trust_chooser_dispose;
  object_class->finalize = oct_trust_chooser_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", OCT_TYPE_TRUST_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CANCELLED] = g_signal_new ("cancelled", OCT_TYPE_TRUST_CHOOSER, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-trust-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, OctTrustChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, OctTrustChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, OctTrustChooser, list);
  gtk_widget_class_bind_template_child (widget_class, OctTrustChooser, selection);
  gtk_widget_class_bind_template_child (widget_class, OctTrustChooser, filtered);
  gtk_widget_class_bind_template_child (widget_class, OctTrustChooser, filter);
  gtk_widget_class_bind_template_child (widget_class, OctTrustChooser, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
}

static void
oct_trust_chooser_init (OctTrustChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_custom_filter_set_filter_func (self->filter, matches, self, NULL);
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED);
  update_stack (self);
}

/**
 * oct_trust_chooser_set_register:
 * @self: a chooser
 * @reg: (nullable): the register whose trusts are offered
 *
 * Offers the trusts of a register.
 */
void
oct_trust_chooser_set_register (OctTrustChooser *self, OctRegister *reg)
{
  g_return_if_fail (OCT_IS_TRUST_CHOOSER (self));

  gtk_filter_list_model_set_model (self->filtered,
                                   reg != NULL ? oct_register_get_trusts (reg) : NULL);
  update_stack (self);
}

/**
 * oct_trust_chooser_set_cancellable:
 * @self: a chooser
 * @cancellable: whether there is a trust to stay with
 *
 * Shows or hides the button that keeps the trust as it is.
 */
void
oct_trust_chooser_set_cancellable (OctTrustChooser *self, gboolean cancellable)
{
  g_return_if_fail (OCT_IS_TRUST_CHOOSER (self));

  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), cancellable);
}

/**
 * oct_trust_chooser_focus:
 * @self: a chooser
 *
 * Puts the focus where the name is typed.
 */
void
oct_trust_chooser_focus (OctTrustChooser *self)
{
  g_return_if_fail (OCT_IS_TRUST_CHOOSER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
