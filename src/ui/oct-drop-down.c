/* The items of a drop down of many texts; see the header. */

#include "oct-drop-down.h"

/* With more, looking for one takes longer than typing its beginning. */
#define FEW 12

static void
setup_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 46);
  gtk_list_item_set_child (item, label);
}

static void
bind_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

/**
 * oct_drop_down_set_texts:
 * @drop_down: a drop down
 * @texts: what can be chosen, of GtkStringObject
 *
 * Gives the drop down its texts. One that is too long for its place ends in dots and is shown whole
 * under the pointer; where there are many, a search finds those that begin with what is typed.
 */
void
oct_drop_down_set_texts (GtkDropDown *drop_down, GListModel *texts)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL,
                                                                      "string");

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));
  g_return_if_fail (G_IS_LIST_MODEL (texts));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_item_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_item_cb), NULL);
  gtk_drop_down_set_factory (drop_down, factory);
  gtk_drop_down_set_expression (drop_down, expression);
  gtk_drop_down_set_enable_search (drop_down, g_list_model_get_n_items (texts) > FEW);
  gtk_drop_down_set_model (drop_down, texts);
}

/**
 * oct_drop_down_set_schools:
 * @drop_down: a drop down
 * @assessment: whose schools
 * @school_id: (nullable): the school that is chosen
 * @otherwise: which place is chosen where there is no such school; 0 is the trust
 *
 * Gives the choice of whom a plan is for: the trust, and each of its schools in their order.
 */
void
oct_drop_down_set_schools (GtkDropDown *drop_down, OctAssessment *assessment, const char *school_id,
                           guint otherwise)
{
  GPtrArray *schools = oct_assessment_get_schools (assessment);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = MIN (otherwise, schools->len);

  gtk_string_list_append (names, oct_assessment_get_trust (assessment)->name);
  g_ptr_array_add (ids, NULL);
  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);

      gtk_string_list_append (names, school->name);
      g_ptr_array_add (ids, g_strdup (school->id));
      if (g_strcmp0 (school->id, school_id) == 0)
        selected = i + 1;
    }
  g_object_set_data_full (G_OBJECT (drop_down), "oct-schools", ids,
                          (GDestroyNotify) g_ptr_array_unref);
  oct_drop_down_set_texts (drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (drop_down, selected);
}

/**
 * oct_drop_down_get_school:
 * @drop_down: a drop down that was given schools
 *
 * Returns: (nullable): the id of the school that is chosen; %NULL for the trust
 */
const char *
oct_drop_down_get_school (GtkDropDown *drop_down)
{
  GPtrArray *ids = g_object_get_data (G_OBJECT (drop_down), "oct-schools");
  guint selected = gtk_drop_down_get_selected (drop_down);

  return ids != NULL && selected < ids->len ? g_ptr_array_index (ids, selected) : NULL;
}
