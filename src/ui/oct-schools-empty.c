/* What stands in place of the table where no school matches.
 *
 * It says what stands in the way – filters, that only open schools are searched, that nothing is
 * starred yet – and offers to take just that away.
 */

#include "octant-config.h"

#include "oct-schools-empty.h"

#include <glib/gi18n.h>

#include "oct-schools-location.h"

struct _OctSchoolsEmpty
{
  AdwBin parent_instance;

  /* template */
  AdwStatusPage *status;
  GtkButton *clear_filters;
  GtkWidget *closed_too;
};

G_DEFINE_FINAL_TYPE (OctSchoolsEmpty, oct_schools_empty, ADW_TYPE_BIN)

static void
oct_schools_empty_class_init (OctSchoolsEmptyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-schools-empty.ui");
  gtk_widget_class_bind_template_child (widget_class, OctSchoolsEmpty, status);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolsEmpty, clear_filters);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolsEmpty, closed_too);
}

static void
oct_schools_empty_init (OctSchoolsEmpty *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_schools_empty_new:
 *
 * Makes the message.
 *
 * Returns: (transfer floating): the message
 */
GtkWidget *
oct_schools_empty_new (void)
{
  return g_object_new (OCT_TYPE_SCHOOLS_EMPTY, NULL);
}

static gboolean
has_filters (OctSchoolQuery *query)
{
  g_autoptr (OctSchoolQuery) copy = oct_school_query_copy (query);

  if (oct_schools_location_is_open (copy))
    oct_schools_location_set_open (copy, FALSE);
  return oct_school_query_has_filters (copy);
}

/* Whether the same search finds something as soon as schools needn't be open. */
static gboolean
finds_closed (OctSchoolQuery *query, OctIndex *index, GHashTable *stars)
{
  g_autoptr (OctSchoolQuery) copy = oct_school_query_copy (query);

  oct_schools_location_set_open (copy, FALSE);
  return oct_index_count (index, copy, stars) > 0;
}

/**
 * oct_schools_empty_update:
 * @self: the message
 * @query: what was asked and found nothing
 * @index: where it was asked
 * @stars: the schools that are starred
 *
 * Says why nothing was found.
 */
void
oct_schools_empty_update (OctSchoolsEmpty *self, OctSchoolQuery *query, OctIndex *index,
                          GHashTable *stars)
{
  gboolean no_stars, open_only, filtered, any_closed;
  const char *text;

  g_return_if_fail (OCT_IS_SCHOOLS_EMPTY (self));
  g_return_if_fail (OCT_IS_SCHOOL_QUERY (query));

  no_stars = oct_school_query_get_starred (query) && g_hash_table_size (stars) == 0;
  open_only = oct_schools_location_is_open (query);
  any_closed = finds_closed (query, index, stars);
  filtered = has_filters (query);
  if (no_stars)
    text = _ ("The star in front of a school puts it on this list.");
  else if (filtered)
    text = _ (
      "No school matches the words and all the filters together. Take a filter away, or use fewer words.");
  else if (open_only && any_closed)
    text = _ ("No open school matches. Use fewer words, or search closed schools too.");
  else
    text = _ (
      "Search for the beginning of a name, town, postcode, URN, head, trust or local authority.");
  adw_status_page_set_title (self->status,
                             no_stars ? _ ("No starred schools yet") : _ ("No school matches"));
  adw_status_page_set_icon_name (self->status,
                                 no_stars ? "starred-symbolic" : "edit-find-symbolic");
  adw_status_page_set_description (self->status, text);
  gtk_button_set_label (self->clear_filters,
                        no_stars ? _ ("Show all schools") : _ ("Clear filters"));
  gtk_widget_set_visible (GTK_WIDGET (self->clear_filters), filtered);
  gtk_widget_set_visible (self->closed_too, open_only && any_closed && !no_stars);
}
