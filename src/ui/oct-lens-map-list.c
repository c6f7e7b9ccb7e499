/* Ticks for elements and aspects; see the header. Each tick is a named edit of its own.
 *
 * Ticks may come faster than edits are kept, so each is made on what the ticks before it left, and
 * not on what is kept so far.
 */

#include "oct-lens-map-list.h"

#include <glib/gi18n.h>

struct _OctLensMapList
{
  AdwBin parent_instance;

  /* owned */
  GtkWidget *box; /* the bin's child */
  OctWorkbench *workbench;
  OctFramework *framework; /* (nullable): whose elements the ticks are */
  OctLens *lens;           /* (nullable) */
  OctLensItem *item;       /* (nullable): as the ticks have it */

  guint n_pending; /* edits that are not kept yet */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctLensMapList, oct_lens_map_list, ADW_TYPE_BIN)

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_element (GtkWidget *check)
{
  return g_object_get_data (G_OBJECT (check), "element");
}

static const char *
get_aspect (GtkWidget *check)
{
  return g_object_get_data (G_OBJECT (check), "aspect");
}

static void
update_ticks (OctLensMapList *self)
{
  self->updating = TRUE;
  for (GtkWidget *check = gtk_widget_get_first_child (self->box); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                 oct_lens_item_is_mapped (self->item, get_element (check),
                                                          get_aspect (check)));
  self->updating = FALSE;
}

static void
take_item (OctLensMapList *self, const OctLensItem *item)
{
  g_clear_pointer (&self->item, oct_lens_item_free);
  if (item != NULL)
    self->item = oct_lens_item_copy (item);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctLensMapList) self = OCT_LENS_MAP_LIST (user_data);
  g_autoptr (GError) error = NULL;

  self->n_pending--;
  if (oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    return;
  if (self->lens != NULL && self->item != NULL)
    {
      take_item (self, oct_lens_find_item (self->lens, self->item->key));
      if (self->item != NULL)
        update_ticks (self);
    }
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
toggled_cb (OctLensMapList *self, GtkCheckButton *check)
{
  if (self->updating || self->item == NULL)
    return;
  oct_lens_item_set_mapped (self->item, get_element (GTK_WIDGET (check)),
                            get_aspect (GTK_WIDGET (check)), gtk_check_button_get_active (check));
  self->n_pending++;
  oct_workbench_put_lens_item_async (self->workbench, self->lens, self->item, kept_cb,
                                     g_object_ref (self));
}

static void
append_check (OctLensMapList *self, const char *label, const char *element, const char *aspect)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (check), "element", g_strdup (element), g_free);
  g_object_set_data_full (G_OBJECT (check), "aspect", g_strdup (aspect), g_free);
  gtk_widget_set_margin_start (check, aspect != NULL ? 24 : 0);
  if (aspect == NULL)
    gtk_widget_add_css_class (check, "heading");
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), check);
}

/* What is retired, or belongs to a group of techniques, is offered only where it is ticked. */
static gboolean
is_offered (OctLensMapList *self, const OctElement *element, const OctAspect *aspect)
{
  return (!aspect->retired && aspect->group == NULL)
         || oct_lens_item_is_mapped (self->item, element->key, aspect->key);
}

static void
make_checks (OctLensMapList *self)
{
  GPtrArray *elements = oct_framework_get_elements (self->framework);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);
      g_autofree char *label = g_strdup_printf ("%u  %s", element->number, element->short_name);

      append_check (self, label, element->key, NULL);
      for (guint j = 0; j < element->aspects->len; j++)
        {
          const OctAspect *aspect = g_ptr_array_index (element->aspects, j);

          if (is_offered (self, element, aspect))
            append_check (self, aspect->name, element->key, aspect->key);
        }
    }
}

static void
oct_lens_map_list_dispose (GObject *object)
{
  OctLensMapList *self = OCT_LENS_MAP_LIST (object);

  g_clear_object (&self->workbench);
  g_clear_object (&self->framework);
  g_clear_object (&self->lens);
  g_clear_pointer (&self->item, oct_lens_item_free);

  G_OBJECT_CLASS (oct_lens_map_list_parent_class)->dispose (object);
}

static void
oct_lens_map_list_class_init (OctLensMapListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = oct_lens_map_list_dispose;
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
oct_lens_map_list_init (OctLensMapList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 400);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * oct_lens_map_list_new:
 *
 * Returns: (transfer floating): a list without ticks yet
 */
GtkWidget *
oct_lens_map_list_new (void)
{
  return g_object_new (OCT_TYPE_LENS_MAP_LIST, NULL);
}

/**
 * oct_lens_map_list_show:
 * @self: a list
 * @workbench: a workbench with an assessment
 * @lens_key: one of its lenses
 * @item_key: one of the lens's items
 *
 * Shows what the item is mapped to now.
 */
void
oct_lens_map_list_show (OctLensMapList *self, OctWorkbench *workbench, const char *lens_key,
                        const char *item_key)
{
  OctAssessment *assessment;
  const OctLensItem *item;
  gboolean other;

  g_return_if_fail (OCT_IS_LENS_MAP_LIST (self));

  assessment = oct_workbench_get_assessment (workbench);
  g_set_object (&self->workbench, workbench);
  g_set_object (&self->lens, oct_assessment_find_lens (assessment, lens_key));
  item = self->lens != NULL ? oct_lens_find_item (self->lens, item_key) : NULL;
  if (item == NULL)
    return;
  other = self->item == NULL || !g_str_equal (self->item->key, item_key);
  if (other || self->n_pending == 0)
    take_item (self, item);
  if (g_set_object (&self->framework, oct_assessment_get_framework (assessment)) || other)
    make_checks (self);
  update_ticks (self);
}
