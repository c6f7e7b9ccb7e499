/* One item of a lens; see the header. The card stays while its item does, so that ticks can be made
 * one after the other without their list closing.
 */

#include "oct-lens-card.h"

#include <glib/gi18n.h>

#include "oct-lens-answer-row.h"
#include "oct-lens-item-dialog.h"
#include "oct-lens-map-list.h"
#include "oct-section.h"

struct _OctLensCard
{
  AdwBin parent_instance;

  /* template */
  OctSection *section;
  GtkMenuButton *map;
  GtkMenuButton *more;
  OctLensMapList *maps;
  GtkListBox *list;
  GtkLabel *empty;

  /* owned */
  OctWorkbench *workbench;
  OctLens *lens;
  char *key;
};

G_DEFINE_FINAL_TYPE (OctLensCard, oct_lens_card, ADW_TYPE_BIN)

static void
say (OctLensCard *self, const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", message);
}

static void
failed_cb (OctLensCard *self, const char *message)
{
  say (self, message);
}

static void
activated_cb (OctLensCard *self, GtkListBoxRow *row)
{
  const char *location = oct_lens_answer_row_get_location (OCT_LENS_ANSWER_ROW (row));

  if (location != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
show_answers (OctLensCard *self, OctAssessment *assessment, const OctLensItem *item)
{
  g_autoptr (GPtrArray) answers = oct_lens_list_answers (assessment, item);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < answers->len; i++)
    gtk_list_box_append (self->list,
                         oct_lens_answer_row_new (assessment, g_ptr_array_index (answers, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), answers->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), answers->len == 0);
}

/* --- actions --- */

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctLensCard *self = OCT_LENS_CARD (widget);
  GtkWindow *dialog = oct_lens_item_dialog_new (self->workbench, self->lens, self->key);

  gtk_window_set_transient_for (dialog, GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (dialog);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctLensCard) self = OCT_LENS_CARD (user_data);
  g_autoptr (GError) error = NULL;

  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    say (self, error->message);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctLensCard *self = OCT_LENS_CARD (widget);

  oct_workbench_remove_lens_item_async (self->workbench, self->lens, self->key, removed_cb,
                                        g_object_ref (self));
}

static void
moved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctLensCard) self = OCT_LENS_CARD (user_data);
  g_autoptr (GError) error = NULL;

  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    say (self, error->message);
}

/* Where the item stands, from 0; the lens may have changed since it was shown. */
static int
find_place (OctLensCard *self)
{
  GPtrArray *items = oct_lens_get_items (self->lens);

  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (((OctLensItem *) g_ptr_array_index (items, i))->key, self->key))
      return (int) i;

  return -1;
}

static void
move (OctLensCard *self, int by)
{
  int place = find_place (self);
  int to = place + by;

  if (place < 0 || to < 0 || (guint) to >= oct_lens_get_items (self->lens)->len)
    return;
  oct_workbench_move_lens_item_async (self->workbench, self->lens, self->key, (guint) to, moved_cb,
                                      g_object_ref (self));
}

static void
up_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (OCT_LENS_CARD (widget), -1);
}

static void
down_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (OCT_LENS_CARD (widget), 1);
}

static void
update_actions (OctLensCard *self)
{
  int place = find_place (self);
  int last = (int) oct_lens_get_items (self->lens)->len - 1;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.up", place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.down", place < last);
}

/* --- class --- */

static void
oct_lens_card_dispose (GObject *object)
{
  OctLensCard *self = OCT_LENS_CARD (object);

  g_clear_object (&self->workbench);
  g_clear_object (&self->lens);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (oct_lens_card_parent_class)->dispose (object);
}

static void
oct_lens_card_class_init (OctLensCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_lens_card_dispose;

  g_type_ensure (OCT_TYPE_LENS_MAP_LIST);
  g_type_ensure (OCT_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-lens-card.ui");
  gtk_widget_class_bind_template_child (widget_class, OctLensCard, section);
  gtk_widget_class_bind_template_child (widget_class, OctLensCard, map);
  gtk_widget_class_bind_template_child (widget_class, OctLensCard, more);
  gtk_widget_class_bind_template_child (widget_class, OctLensCard, maps);
  gtk_widget_class_bind_template_child (widget_class, OctLensCard, list);
  gtk_widget_class_bind_template_child (widget_class, OctLensCard, empty);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_install_action (widget_class, "item.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "item.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "item.up", NULL, up_cb);
  gtk_widget_class_install_action (widget_class, "item.down", NULL, down_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "item.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Up, GDK_ALT_MASK, "item.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "item.down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Down, GDK_ALT_MASK, "item.down",
                                       NULL);
}

static void
oct_lens_card_init (OctLensCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_lens_card_new:
 * @workbench: a workbench with an assessment
 *
 * Returns: (transfer floating): a card that shows nothing yet
 */
GtkWidget *
oct_lens_card_new (OctWorkbench *workbench)
{
  OctLensCard *self = g_object_new (OCT_TYPE_LENS_CARD, NULL);

  self->workbench = g_object_ref (workbench);

  return GTK_WIDGET (self);
}

/**
 * oct_lens_card_show:
 * @self: a card
 * @lens: a lens of the workbench's assessment
 * @item: one of its items
 *
 * Shows the item with its answers as they are now.
 */
void
oct_lens_card_show (OctLensCard *self, OctLens *lens, const OctLensItem *item)
{
  g_autofree char *more = NULL;
  g_autofree char *map = NULL;

  g_return_if_fail (OCT_IS_LENS_CARD (self));

  g_set_object (&self->lens, lens);
  if (g_strcmp0 (self->key, item->key) != 0)
    {
      g_free (self->key);
      self->key = g_strdup (item->key);
    }
  oct_section_set_title (self->section, item->name);
  oct_section_set_description (self->section, item->text);
  /* Translators: %s is an item of a list, such as a pillar of the strategy. */
  more = g_strdup_printf (_("More for %s"), item->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, more,
                                  -1);
  /* Translators: %s is an item of a list, such as a pillar of the strategy. */
  map = g_strdup_printf (_("Map %s to elements and aspects"), item->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_PROPERTY_LABEL, map,
                                  -1);
  update_actions (self);
  show_answers (self, oct_workbench_get_assessment (self->workbench), item);
  oct_lens_map_list_show (self->maps, self->workbench, oct_lens_get_key (lens), item->key);
}

/**
 * oct_lens_card_count_evidence:
 * @self: a card
 * @evidence: (nullable) (element-type OctEvidence): evidence of the trust in the chosen cycle
 *
 * Says beside each answer how much evidence stands behind it.
 */
void
oct_lens_card_count_evidence (OctLensCard *self, const GPtrArray *evidence)
{
  g_return_if_fail (OCT_IS_LENS_CARD (self));

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    oct_lens_answer_row_count_evidence (OCT_LENS_ANSWER_ROW (row), evidence);
}

/**
 * oct_lens_card_get_key:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the key of its item
 */
const char *
oct_lens_card_get_key (OctLensCard *self)
{
  g_return_val_if_fail (OCT_IS_LENS_CARD (self), NULL);

  return self->key;
}
