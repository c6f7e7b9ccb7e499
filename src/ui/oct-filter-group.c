/* One way of narrowing the list of schools.
 *
 * A few values are all shown in their own order. Of many – authorities, trusts – the chosen ones
 * and those with most schools are, and an entry finds the others, so that no group ever makes more
 * than a dozen rows. Counts change with every key; rows are kept and only their texts change.
 */

#include "octant-config.h"

#include "oct-filter-group.h"

#include <glib/gi18n.h>

#include "oct-fold.h"

/* More values than this are searched rather than listed. */
#define MAX_ROWS 12
#define MANY_ROWS 8

struct _OctFilterGroup
{
  AdwBin parent_instance;

  /* template */
  GtkExpander *expander;
  GtkLabel *title;
  GtkLabel *badge;
  GtkSearchEntry *entry;
  GtkBox *rows_box;
  GtkLabel *more;

  /* owned */
  OctIndex *index;
  GArray *values; /* OctFacetValue; texts belong to the index */
  OctSchoolQuery *query;
  GPtrArray *rows; /* GtkCheckButton */

  OctFacet facet;
  gboolean updating;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (OctFilterGroup, oct_filter_group, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_FACET,
};

enum
{
  SIGNAL_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Rows */

static void
toggled_cb (OctFilterGroup *self, GtkCheckButton *row)
{
  const char *key = g_object_get_data (G_OBJECT (row), "key");
  g_autofree char *copy = g_strdup (key);

  if (!self->updating && copy != NULL)
    g_signal_emit (self, signals[SIGNAL_TOGGLED], 0, copy, gtk_check_button_get_active (row));
}

static GtkWidget *
make_row (OctFilterGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);
  GtkWidget *row = gtk_check_button_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (row), box);
  gtk_widget_add_css_class (row, "filter-row");
  g_object_set_data (G_OBJECT (row), "label", label);
  g_object_set_data (G_OBJECT (row), "count", count);
  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->rows_box, row);
  return row;
}

static void
fill_row (OctFilterGroup *self, GtkWidget *row, const OctFacetValue *value)
{
  g_autofree char *count = g_strdup_printf ("%'u", value->count);
  g_autofree char *name = NULL;

  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "label"), value->label);
  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "count"), count);
  if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "key"), value->key) != 0)
    {
      g_object_set_data_full (G_OBJECT (row), "key", g_strdup (value->key), g_free);
      gtk_widget_set_tooltip_text (row, value->label);
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row),
                               oct_school_query_has_key (self->query, self->facet, value->key));
  name = g_strdup_printf (ngettext ("%s, %s school", "%s, %s schools", value->count), value->label,
                          count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Which values are shown */

static int
compare_by_count (gconstpointer a, gconstpointer b)
{
  const OctFacetValue *one = *(const OctFacetValue *const *) a;
  const OctFacetValue *two = *(const OctFacetValue *const *) b;

  if (one->count != two->count)
    return one->count > two->count ? -1 : 1;
  return g_utf8_collate (one->label, two->label);
}

/* Every word of @folded begins a word of the label. */
static gboolean
label_matches (const char *label, const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autofree char *folded_label = oct_fold (label);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = folded_label;

      if (*words[i] == '\0')
        continue;
      while ((found = strstr (found, words[i])) != NULL && found != folded_label
             && found[-1] != ' ')
        found++;
      if (found == NULL)
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
choose_values (OctFilterGroup *self)
{
  g_autofree char *folded = oct_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  GPtrArray *others = g_ptr_array_new ();
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; i < self->values->len; i++)
    {
      OctFacetValue *value = &g_array_index (self->values, OctFacetValue, i);

      if (self->values->len > MAX_ROWS
          && oct_school_query_has_key (self->query, self->facet, value->key))
        g_ptr_array_add (shown, value);
      else if (*folded == '\0' || label_matches (value->label, folded))
        g_ptr_array_add (others, value);
    }
  if (self->values->len > MAX_ROWS)
    g_ptr_array_sort (others, compare_by_count);
  for (guint i = 0; i < others->len && (self->values->len <= MAX_ROWS || shown->len < MANY_ROWS);
       i++)
    g_ptr_array_add (shown, g_ptr_array_index (others, i));
  g_ptr_array_unref (others);
  return shown;
}

static void
show_rest (OctFilterGroup *self, guint n_shown)
{
  guint rest = self->values->len - n_shown;
  gboolean searching = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->more), rest > 0 || n_shown == 0);
  if (n_shown == 0)
    text = g_strdup (searching ? _ ("Nothing of that name") : _ ("None among these schools"));
  else
    text = g_strdup_printf (
      ngettext ("and %'u more: type to find it", "and %'u more: type to find them", rest), rest);
  gtk_label_set_label (self->more, text);
}

static void
show_values (OctFilterGroup *self)
{
  g_autoptr (GPtrArray) shown = NULL;

  if (self->values == NULL)
    return;
  if (!gtk_expander_get_expanded (self->expander))
    {
      self->stale = TRUE;
      return;
    }
  self->stale = FALSE;
  self->updating = TRUE;
  shown = choose_values (self);
  while (self->rows->len < shown->len)
    g_ptr_array_add (self->rows, make_row (self));
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      gtk_widget_set_visible (row, i < shown->len);
      if (i < shown->len)
        fill_row (self, row, g_ptr_array_index (shown, i));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->entry),
                          self->values->len > MAX_ROWS
                            || *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0');
  show_rest (self, shown->len);
  self->updating = FALSE;
}

static void
expanded_cb (OctFilterGroup *self)
{
  if (self->stale)
    show_values (self);
}

static void
entry_stop_cb (OctFilterGroup *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

/* The enter key takes the first value that was found. */
static void
entry_activate_cb (OctFilterGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkCheckButton *row = g_ptr_array_index (self->rows, i);

      if (gtk_widget_get_visible (GTK_WIDGET (row)) && !gtk_check_button_get_active (row))
        {
          gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
          gtk_check_button_set_active (row, TRUE);
          return;
        }
    }
}

/* Object */

static void
oct_filter_group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OctFilterGroup *self = OCT_FILTER_GROUP (object);

  switch (id)
    {
    case PROP_FACET:
      self->facet = (OctFacet) g_value_get_uint (value);
      gtk_label_set_label (self->title, oct_facet_label (self->facet));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, oct_facet_label (self->facet),
                                      -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
oct_filter_group_dispose (GObject *object)
{
  OctFilterGroup *self = OCT_FILTER_GROUP (object);

  g_clear_pointer (&self->values, g_array_unref);
  g_clear_object (&self->index);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->query);
  G_OBJECT_CLASS (oct_filter_group_parent_class)->dispose (object);
}

static void
oct_filter_group_class_init (OctFilterGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = oct_filter_group_dispose;
  object_class->set_property = oct_filter_group_set_property;
  g_object_class_install_property (object_class, PROP_FACET,
                                   g_param_spec_uint ("facet", NULL, NULL, 0, OCT_N_FACETS - 1, 0,
                                                      G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                        | G_PARAM_STATIC_STRINGS));

  /* A value was chosen or given up: its key, and which of the two. */
  signals[SIGNAL_TOGGLED] = g_signal_new ("toggled", OCT_TYPE_FILTER_GROUP, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                          G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-filter-group.ui");
  gtk_widget_class_bind_template_child (widget_class, OctFilterGroup, expander);
  gtk_widget_class_bind_template_child (widget_class, OctFilterGroup, title);
  gtk_widget_class_bind_template_child (widget_class, OctFilterGroup, badge);
  gtk_widget_class_bind_template_child (widget_class, OctFilterGroup, entry);
  gtk_widget_class_bind_template_child (widget_class, OctFilterGroup, rows_box);
  gtk_widget_class_bind_template_child (widget_class, OctFilterGroup, more);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_values);
  gtk_widget_class_bind_template_callback (widget_class, entry_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
}

static void
oct_filter_group_init (OctFilterGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_text_set_placeholder_text (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))),
                                 _ ("Type to find"));
}

/**
 * oct_filter_group_new:
 * @facet: what is filtered by
 * @expanded: whether the values are shown from the beginning
 *
 * Makes a group without values.
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
oct_filter_group_new (OctFacet facet, gboolean expanded)
{
  OctFilterGroup *self = g_object_new (OCT_TYPE_FILTER_GROUP, "facet", (guint) facet, NULL);

  gtk_expander_set_expanded (self->expander, expanded);
  return GTK_WIDGET (self);
}

/**
 * oct_filter_group_get_facet:
 * @self: a group
 *
 * Returns: what is filtered by
 */
OctFacet
oct_filter_group_get_facet (OctFilterGroup *self)
{
  g_return_val_if_fail (OCT_IS_FILTER_GROUP (self), OCT_N_FACETS);

  return self->facet;
}

/**
 * oct_filter_group_update:
 * @self: a group
 * @index: what the values were counted in
 * @values: (element-type OctFacetValue): values with their counts
 * @query: says which of them are chosen
 *
 * Shows values. A group that is closed does it when it is opened.
 */
void
oct_filter_group_update (OctFilterGroup *self, OctIndex *index, GArray *values,
                         OctSchoolQuery *query)
{
  guint n_chosen;
  g_autofree char *badge = NULL;

  g_return_if_fail (OCT_IS_FILTER_GROUP (self));
  g_return_if_fail (values != NULL);
  g_return_if_fail (OCT_IS_SCHOOL_QUERY (query));

  g_array_ref (values);
  g_clear_pointer (&self->values, g_array_unref);
  self->values = values;
  g_set_object (&self->index, index);
  g_set_object (&self->query, query);

  n_chosen = oct_school_query_get_keys (query, self->facet)->len;
  badge = g_strdup_printf ("%u", n_chosen);
  gtk_label_set_label (self->badge, badge);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), n_chosen > 0);
  show_values (self);
}
