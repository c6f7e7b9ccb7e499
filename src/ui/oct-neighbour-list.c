/* The schools nearest to a school, or most like it, with what was compared.
 *
 * Nearest schools say how far, similar ones say the figures that make them similar; the order is
 * the one handed in. A school's name leads to its page.
 */

#include "oct-neighbour-list.h"

#include <glib/gi18n.h>

#include "oct-text.h"

struct _OctNeighbourList
{
  AdwBin parent_instance;

  /* template */
  GtkListBox *list;
  GtkLabel *placeholder;
};

G_DEFINE_FINAL_TYPE (OctNeighbourList, oct_neighbour_list, ADW_TYPE_BIN)

static void
row_activated_cb (OctNeighbourList *self, GtkListBoxRow *row)
{
  guint32 urn = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "urn"));
  g_autofree char *location = oct_text_school_location (urn);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static char *
similar_line (const OctSchoolFacts *facts)
{
  g_autofree char *pupils = oct_text_number (facts->pupils);
  g_autofree char *fsm = oct_text_fsm (facts);

  /* Translators: number of pupils, percentage eligible for free school meals, region. */
  return g_strdup_printf (_("%s pupils · %s FSM · %s"), pupils, fsm, facts->region);
}

static void
append (OctNeighbourList *self, const OctSchoolFacts *facts, const char *subtitle,
        const char *suffix)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, NULL);

  /* Not before, or the name is read as markup. */
  g_object_set (row, "title", facts->name, "subtitle", subtitle, "title-lines", 2, "subtitle-lines",
                2, "activatable", TRUE, NULL);
  g_object_set_data (G_OBJECT (row), "urn", GUINT_TO_POINTER (facts->urn));
  if (suffix != NULL)
    {
      GtkWidget *label = gtk_label_new (suffix);

      gtk_widget_add_css_class (label, "numeric");
      gtk_widget_add_css_class (label, "dim-label");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_append (self->list, row);
}

static void
fill (OctNeighbourList *self, OctIndex *index, GArray *neighbours, gboolean nearest)
{
  GtkWidget *row;
  guint n = neighbours != NULL ? neighbours->len : 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);

  for (guint i = 0; i < n; i++)
    {
      const OctNeighbour *neighbour = &g_array_index (neighbours, OctNeighbour, i);
      g_autofree char *subtitle = NULL;
      g_autofree char *suffix = NULL;
      OctSchoolFacts facts;

      if (!oct_index_get_facts (index, neighbour->row, &facts))
        continue;
      subtitle = nearest ? oct_text_school_line (&facts) : similar_line (&facts);
      suffix = nearest ? oct_text_kilometres (neighbour->distance) : NULL;
      append (self, &facts, subtitle, suffix);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->placeholder), n == 0);
}

static void
oct_neighbour_list_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (oct_neighbour_list_parent_class)->dispose (object);
}

static void
oct_neighbour_list_class_init (OctNeighbourListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_neighbour_list_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-neighbour-list.ui");
  gtk_widget_class_bind_template_child (widget_class, OctNeighbourList, list);
  gtk_widget_class_bind_template_child (widget_class, OctNeighbourList, placeholder);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
oct_neighbour_list_init (OctNeighbourList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_neighbour_list_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
oct_neighbour_list_new (void)
{
  return g_object_new (OCT_TYPE_NEIGHBOUR_LIST, NULL);
}

/**
 * oct_neighbour_list_show_nearest:
 * @index: the index that the rows are of
 * @neighbours: (nullable) (element-type OctNeighbour): schools with kilometres
 *
 * Shows schools by distance.
 */
void
oct_neighbour_list_show_nearest (OctNeighbourList *self, OctIndex *index, GArray *neighbours)
{
  g_return_if_fail (OCT_IS_NEIGHBOUR_LIST (self));

  gtk_label_set_label (self->placeholder, _("The register doesn’t say where this school is, or "
                                            "there is no other near it."));
  fill (self, index, neighbours, TRUE);
}

/**
 * oct_neighbour_list_show_similar:
 * @index: the index that the rows are of
 * @neighbours: (nullable) (element-type OctNeighbour): schools, most similar first
 *
 * Shows schools with the figures that they were compared by.
 */
void
oct_neighbour_list_show_similar (OctNeighbourList *self, OctIndex *index, GArray *neighbours)
{
  g_return_if_fail (OCT_IS_NEIGHBOUR_LIST (self));

  gtk_label_set_label (self->placeholder,
                       _("The register states too little about this school to compare it."));
  fill (self, index, neighbours, FALSE);
}
