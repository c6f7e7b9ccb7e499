/* The filters that are in force, each as a chip that takes it away.
 *
 * A chip changes a copy of the query and hands it on with the signal "query"; the page decides what
 * becomes of it, as it does for every other filter.
 */

#include "octant-config.h"

#include "oct-filter-chips.h"

#include <glib/gi18n.h>

#include "oct-schools-location.h"
#include "oct-wrap-box.h"

struct _OctFilterChips
{
  AdwBin parent_instance;

  /* owned */
  OctSchoolQuery *query;

  /* borrowed */
  OctWrapBox *box;
};

G_DEFINE_FINAL_TYPE (OctFilterChips, oct_filter_chips, ADW_TYPE_BIN)

enum
{
  SIGNAL_QUERY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a chip takes away, beside the facets. */
enum
{
  CHIP_STARRED = OCT_N_FACETS,
  CHIP_NEAR,
  CHIP_OPENED,
  CHIP_JOINED,
  CHIP_OPEN,
};

static void
remove_filter (OctSchoolQuery *query, guint what, const char *key)
{
  switch (what)
    {
    case CHIP_STARRED:
      oct_school_query_set_starred (query, FALSE);
      break;
    case CHIP_NEAR:
      oct_school_query_set_near (query, 0, 0, 0, NULL);
      break;
    case CHIP_OPENED:
      oct_school_query_set_opened_since (query, OCT_DATE_UNKNOWN);
      break;
    case CHIP_JOINED:
      oct_school_query_set_joined_since (query, OCT_DATE_UNKNOWN);
      oct_school_query_set_joined_until (query, OCT_DATE_UNKNOWN);
      break;
    case CHIP_OPEN:
      oct_schools_location_set_open (query, FALSE);
      break;
    default:
      oct_school_query_set_key (query, (OctFacet) what, key, FALSE);
      break;
    }
}

static void
clicked_cb (OctFilterChips *self, GtkButton *chip)
{
  g_autoptr (OctSchoolQuery) query = oct_school_query_copy (self->query);

  remove_filter (query, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "what")),
                 g_object_get_data (G_OBJECT (chip), "key"));
  g_signal_emit (self, signals[SIGNAL_QUERY], 0, query);
}

static void
add_chip (OctFilterChips *self, const char *text, guint what, const char *key)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *chip = gtk_button_new ();
  g_autofree char *name = NULL;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");

  /* Translators: %s is a filter in words, such as "Primary". */
  name = g_strdup_printf (_ ("Remove filter %s"), text);
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (chip), "what", GUINT_TO_POINTER (what));
  g_object_set_data_full (G_OBJECT (chip), "key", g_strdup (key), g_free);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  oct_wrap_box_append (self->box, chip);
}

/* "None" alone would not say what there is none of. */
static gboolean
needs_its_facet (OctFacet facet)
{
  return facet == OCT_FACET_GENDER || facet == OCT_FACET_RELIGION || facet == OCT_FACET_SIXTH_FORM
         || facet == OCT_FACET_REGION;
}

static void
add_facet_chips (OctFilterChips *self, OctIndex *index, OctFacet facet)
{
  GPtrArray *keys = oct_school_query_get_keys (self->query, facet);

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      const char *label = oct_index_facet_label (index, facet, key);
      g_autofree char *text = NULL;

      if (label == NULL || *label == '\0')
        label = key;
      if (needs_its_facet (facet))
        /* Translators: a filter: what is filtered by, and the value, such as "Gender: Girls". */
        text = g_strdup_printf (_ ("%s: %s"), oct_facet_label (facet), label);
      add_chip (self, text != NULL ? text : label, facet, key);
    }
}

static void
add_near_chip (OctFilterChips *self)
{
  g_autofree char *text = NULL;
  const char *place = NULL;
  double km;

  if (!oct_school_query_get_near (self->query, NULL, NULL, &km, &place))
    return;
  /* Translators: a filter: schools within so many kilometres of a place. */
  text = g_strdup_printf (_ ("Within %g km of %s"), km, place);
  add_chip (self, text, CHIP_NEAR, NULL);
}

static void
add_opened_chip (OctFilterChips *self)
{
  OctDate since = oct_school_query_get_opened_since (self->query);
  g_autofree char *day = oct_date_to_text (since);
  g_autofree char *text = NULL;

  if (since == OCT_DATE_UNKNOWN)
    return;
  /* Translators: %s is a day, such as "1 September 2024". */
  text = g_strdup_printf (_ ("Opened since %s"), day);
  add_chip (self, text, CHIP_OPENED, NULL);
}

/* Both ends are one filter to a person, so they are one chip. */
static void
add_joined_chip (OctFilterChips *self)
{
  OctDate since = oct_school_query_get_joined_since (self->query);
  OctDate until = oct_school_query_get_joined_until (self->query);
  g_autofree char *first = oct_date_to_text (since);
  g_autofree char *last = oct_date_to_text (until);
  g_autofree char *text = NULL;

  if (since != OCT_DATE_UNKNOWN && until != OCT_DATE_UNKNOWN)
    /* Translators: two days: "Joined 1 January 2019 to 31 December 2019"; it is a trust they joined. */
    text = g_strdup_printf (_ ("Joined %s to %s"), first, last);
  else if (since != OCT_DATE_UNKNOWN)
    /* Translators: %s is a day, such as "1 September 2024". */
    text = g_strdup_printf (_ ("Joined its trust since %s"), first);
  else if (until != OCT_DATE_UNKNOWN)
    /* Translators: %s is the last day that counts, such as "31 August 2024". */
    text = g_strdup_printf (_ ("Joined its trust up to %s"), last);
  if (text != NULL)
    add_chip (self, text, CHIP_JOINED, NULL);
}

static void
add_clear_button (OctFilterChips *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Clear all"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "clear-chips");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.clear-filters");
  oct_wrap_box_append (self->box, button);
}

static void
oct_filter_chips_dispose (GObject *object)
{
  OctFilterChips *self = OCT_FILTER_CHIPS (object);

  g_clear_object (&self->query);
  G_OBJECT_CLASS (oct_filter_chips_parent_class)->dispose (object);
}

static void
oct_filter_chips_class_init (OctFilterChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = oct_filter_chips_dispose;

  /* A filter was taken away: the query without it. */
  signals[SIGNAL_QUERY] = g_signal_new ("query", OCT_TYPE_FILTER_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, OCT_TYPE_SCHOOL_QUERY);
}

static void
oct_filter_chips_init (OctFilterChips *self)
{
  GtkWidget *box = oct_wrap_box_new (6);

  self->box = OCT_WRAP_BOX (box);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filters in force"), -1);
}

/**
 * oct_filter_chips_new:
 *
 * Makes an empty row of chips.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
oct_filter_chips_new (void)
{
  return g_object_new (OCT_TYPE_FILTER_CHIPS, NULL);
}

static gboolean
same_filters (OctSchoolQuery *a, OctSchoolQuery *b)
{
  g_autoptr (OctSchoolQuery) one = oct_school_query_copy (a);
  g_autoptr (OctSchoolQuery) two = oct_school_query_copy (b);

  oct_school_query_set_text (one, NULL);
  oct_school_query_set_text (two, NULL);
  oct_school_query_set_sort (one, OCT_COLUMN_RELEVANCE, FALSE);
  oct_school_query_set_sort (two, OCT_COLUMN_RELEVANCE, FALSE);
  return oct_school_query_equal (one, two);
}

/**
 * oct_filter_chips_update:
 * @self: a row of chips
 * @index: knows the names of what is filtered by
 * @query: the query whose filters are shown
 *
 * Shows the filters of a query. Nothing is done where only its words or its order changed, since
 * this is called with every key.
 */
void
oct_filter_chips_update (OctFilterChips *self, OctIndex *index, OctSchoolQuery *query)
{
  gboolean open_only;
  GtkWidget *first;

  g_return_if_fail (OCT_IS_FILTER_CHIPS (self));
  g_return_if_fail (OCT_IS_INDEX (index));
  g_return_if_fail (OCT_IS_SCHOOL_QUERY (query));

  if (self->query != NULL && same_filters (self->query, query))
    return;
  g_clear_object (&self->query);
  self->query = oct_school_query_copy (query);

  oct_wrap_box_remove_all (self->box);
  if (oct_school_query_get_starred (query))
    add_chip (self, _ ("Starred"), CHIP_STARRED, NULL);
  open_only = oct_schools_location_is_open (query);
  if (open_only)
    add_chip (self, _ ("Open schools"), CHIP_OPEN, NULL);
  for (guint facet = 0; facet < OCT_N_FACETS; facet++)
    {
      if (facet != OCT_FACET_STATUS || !open_only)
        add_facet_chips (self, index, (OctFacet) facet);
    }
  add_near_chip (self);
  add_opened_chip (self);
  add_joined_chip (self);
  first = gtk_widget_get_first_child (GTK_WIDGET (self->box));
  gtk_widget_set_visible (GTK_WIDGET (self), first != NULL);
  if (first != NULL && (!open_only || gtk_widget_get_next_sibling (first) != NULL))
    add_clear_button (self);
}
