/* The files that the register is made of: one card for each dataset.
 *
 * Every figure in the program comes from one of these files. The page says how old they are, where
 * the next ones are to be had, and which of two files is believed where they disagree.
 */

#include "oct-sources-page.h"

#include <glib/gi18n.h>

#include "oct-source-card.h"

#define LOADING_DELAY_MS 200

struct _OctSourcesPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  GtkBox *cards;
  AdwStatusPage *error_page;

  /* owned */
  GCancellable *cancellable;

  guint loading_id;
};

G_DEFINE_FINAL_TYPE (OctSourcesPage, oct_sources_page, OCT_TYPE_PAGE)

static gboolean
show_loading (gpointer user_data)
{
  OctSourcesPage *self = OCT_SOURCES_PAGE (user_data);

  self->loading_id = 0;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  return G_SOURCE_REMOVE;
}

/* Schools come first, then their groups, then what links them. */
static guint
dataset_rank (const char *dataset)
{
  const char *const order[] = { "gias-extract", "gias-search", "gias-groups", "gias-group-links",
                                "gias-links" };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (g_str_equal (order[i], dataset))
      return i;

  return G_N_ELEMENTS (order);
}

/* The newest first among those of one dataset. */
static int
compare_sources (gconstpointer a, gconstpointer b)
{
  const OctSourceFacts *one = oct_source_get_facts (*(OctSource *const *) a);
  const OctSourceFacts *two = oct_source_get_facts (*(OctSource *const *) b);
  guint first = dataset_rank (one->dataset), second = dataset_rank (two->dataset);

  if (first != second)
    return first < second ? -1 : 1;

  return (one->published < two->published) - (one->published > two->published);
}

/* The files of the same dataset as the one at @first, in the same order; those before it are done. */
static GPtrArray *
files_of_dataset (GPtrArray *sources, guint first)
{
  const OctSourceFacts *facts = oct_source_get_facts (g_ptr_array_index (sources, first));
  GPtrArray *files = g_ptr_array_new ();

  for (guint i = first; i < sources->len; i++)
    {
      OctSource *source = g_ptr_array_index (sources, i);

      if (g_str_equal (oct_source_get_facts (source)->dataset, facts->dataset))
        g_ptr_array_add (files, source);
    }
  return files;
}

static void
show_sources (OctSourcesPage *self, GPtrArray *sources)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *child;

  g_ptr_array_sort (sources, compare_sources);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, child);

  for (guint i = 0; i < sources->len; i++)
    {
      const OctSourceFacts *facts = oct_source_get_facts (g_ptr_array_index (sources, i));
      g_autoptr (GPtrArray) files = NULL;

      if (!g_hash_table_add (seen, (gpointer) facts->dataset))
        continue;
      files = files_of_dataset (sources, i);
      gtk_box_append (self->cards, oct_source_card_new (files));
    }
  gtk_stack_set_visible_child_name (self->stack, sources->len > 0 ? "list" : "empty");
}

static void
sources_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctSourcesPage) self = OCT_SOURCES_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sources = oct_session_read_finish (OCT_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_handle_id (&self->loading_id, g_source_remove);
  if (sources != NULL)
    {
      show_sources (self, sources);
      return;
    }
  adw_status_page_set_description (self->error_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
oct_sources_page_show_location (OctPage *page, const char *location)
{
  OctSourcesPage *self = OCT_SOURCES_PAGE (page);
  OctSession *session = oct_page_get_session (page);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->loading_id, g_source_remove);
  if (oct_session_get_register (session) == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  self->cancellable = g_cancellable_new ();
  self->loading_id = g_timeout_add (LOADING_DELAY_MS, show_loading, self);
  oct_session_read_sources_async (session, self->cancellable, sources_read_cb, g_object_ref (self));
}

static void
oct_sources_page_dispose (GObject *object)
{
  OctSourcesPage *self = OCT_SOURCES_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->loading_id, g_source_remove);
  G_OBJECT_CLASS (oct_sources_page_parent_class)->dispose (object);
}

static void
oct_sources_page_class_init (OctSourcesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_sources_page_dispose;
  OCT_PAGE_CLASS (klass)->show = oct_sources_page_show_location;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-sources-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctSourcesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctSourcesPage, cards);
  gtk_widget_class_bind_template_child (widget_class, OctSourcesPage, error_page);
}

static void
oct_sources_page_init (OctSourcesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  oct_page_set_title (OCT_PAGE (self), _("Sources"));
}
