/* The pane of filters beside the list of schools.
 *
 * Each control changes a copy of the query and hands it on with the signal "query"; the page shows
 * the answer and, when that is painted, has the pane count again. So a filter never waits for its
 * own count, and what the pane shows always comes from the query alone.
 */

#include "octant-config.h"

#include "oct-filter-sidebar.h"

#include <glib/gi18n.h>

#include "oct-filter-group.h"
#include "oct-filter-near.h"
#include "oct-filter-since.h"

struct _OctFilterSidebar
{
  AdwBin parent_instance;

  /* template */
  GtkBox *box;
  GtkCheckButton *starred;

  /* owned */
  OctSchoolQuery *query;

  /* borrowed */
  OctFilterGroup *groups[OCT_N_FACETS];
  OctFilterNear *near;
  OctFilterSince *opened;
  OctFilterSince *joined;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctFilterSidebar, oct_filter_sidebar, ADW_TYPE_BIN)

enum
{
  SIGNAL_QUERY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The order in which leaders narrow: what kind of school, where, whose, then what it is like. */
static const struct
{
  OctFacet facet;
  gboolean expanded;
} order[] = {
  { OCT_FACET_PHASE, TRUE },       { OCT_FACET_TYPE_GROUP, TRUE }, { OCT_FACET_STATUS, TRUE },
  { OCT_FACET_REGION, FALSE },     { OCT_FACET_LA, FALSE },        { OCT_FACET_TRUST, FALSE },
  { OCT_FACET_SIZE_BAND, FALSE },  { OCT_FACET_FSM_BAND, FALSE },  { OCT_FACET_TYPE, FALSE },
  { OCT_FACET_GENDER, FALSE },     { OCT_FACET_RELIGION, FALSE },  { OCT_FACET_SIXTH_FORM, FALSE },
  { OCT_FACET_FEDERATION, FALSE },
};

/* The place of "near" among the groups: after those that also say where. */
#define NEAR_AFTER OCT_FACET_TRUST

static void
emit_query (OctFilterSidebar *self, OctSchoolQuery *query)
{
  g_signal_emit (self, signals[SIGNAL_QUERY], 0, query);
}

static void
toggled_cb (OctFilterSidebar *self, const char *key, gboolean on, OctFilterGroup *group)
{
  g_autoptr (OctSchoolQuery) query = NULL;

  if (self->query == NULL)
    return;
  query = oct_school_query_copy (self->query);
  oct_school_query_set_key (query, oct_filter_group_get_facet (group), key, on);
  emit_query (self, query);
}

static void
near_cb (OctFilterSidebar *self, int easting, int northing, double km, const char *place)
{
  g_autoptr (OctSchoolQuery) query = NULL;

  if (self->query == NULL)
    return;
  query = oct_school_query_copy (self->query);
  oct_school_query_set_near (query, easting, northing, km, place);
  emit_query (self, query);
}

static void
since_cb (OctFilterSidebar *self, int date, OctFilterSince *since)
{
  g_autoptr (OctSchoolQuery) query = NULL;

  if (self->query == NULL)
    return;
  query = oct_school_query_copy (self->query);
  if (since == self->opened)
    oct_school_query_set_opened_since (query, date);
  else
    {
      /* The choice offered here has no end, so one that came with a link goes. */
      oct_school_query_set_joined_since (query, date);
      oct_school_query_set_joined_until (query, OCT_DATE_UNKNOWN);
    }
  emit_query (self, query);
}

static void
starred_cb (OctFilterSidebar *self)
{
  g_autoptr (OctSchoolQuery) query = NULL;

  if (self->query == NULL || self->updating)
    return;
  query = oct_school_query_copy (self->query);
  oct_school_query_set_starred (query, gtk_check_button_get_active (self->starred));
  emit_query (self, query);
}

static OctFilterSince *
add_since (OctFilterSidebar *self, const char *title)
{
  GtkWidget *since = oct_filter_since_new (title);

  g_signal_connect_object (since, "since", G_CALLBACK (since_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, since);
  return OCT_FILTER_SINCE (since);
}

static void
add_near (OctFilterSidebar *self)
{
  GtkWidget *near = oct_filter_near_new ();

  g_signal_connect_object (near, "near", G_CALLBACK (near_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, near);
  self->near = OCT_FILTER_NEAR (near);
}

static void
oct_filter_sidebar_dispose (GObject *object)
{
  OctFilterSidebar *self = OCT_FILTER_SIDEBAR (object);

  g_clear_object (&self->query);
  G_OBJECT_CLASS (oct_filter_sidebar_parent_class)->dispose (object);
}

static void
oct_filter_sidebar_class_init (OctFilterSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_filter_sidebar_dispose;

  /* A filter was changed: the query with it. */
  signals[SIGNAL_QUERY] = g_signal_new ("query", OCT_TYPE_FILTER_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, OCT_TYPE_SCHOOL_QUERY);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-filter-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, OctFilterSidebar, box);
  gtk_widget_class_bind_template_child (widget_class, OctFilterSidebar, starred);
  gtk_widget_class_bind_template_callback (widget_class, starred_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

/* Two hundred widgets, which a person who never opens the pane need not wait for at the start. */
static void
fill (OctFilterSidebar *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkWidget *group = oct_filter_group_new (order[i].facet, order[i].expanded);

      g_signal_connect_object (group, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->box, group);
      self->groups[order[i].facet] = OCT_FILTER_GROUP (group);
      if (order[i].facet == NEAR_AFTER)
        add_near (self);
    }
  self->opened = add_since (self, _ ("Opened"));
  self->joined = add_since (self, _ ("Joined its trust"));
}

static void
oct_filter_sidebar_init (OctFilterSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_filter_sidebar_new:
 *
 * Makes an empty pane. Its filters are made when they are first to be shown.
 *
 * Returns: (transfer floating): the pane
 */
GtkWidget *
oct_filter_sidebar_new (void)
{
  return g_object_new (OCT_TYPE_FILTER_SIDEBAR, NULL);
}

/**
 * oct_filter_sidebar_update:
 * @self: a pane of filters
 * @index: what is counted
 * @query: the query in force
 * @starred: (nullable): the URNs of starred schools
 *
 * Shows the filters of a query, and counts what each value would lead to.
 */
void
oct_filter_sidebar_update (OctFilterSidebar *self, OctIndex *index, OctSchoolQuery *query,
                           GHashTable *starred)
{
  g_autoptr (GPtrArray) counts = NULL;

  g_return_if_fail (OCT_IS_FILTER_SIDEBAR (self));
  g_return_if_fail (OCT_IS_INDEX (index));
  g_return_if_fail (OCT_IS_SCHOOL_QUERY (query));

  if (self->near == NULL)
    fill (self);
  self->updating = TRUE;
  g_clear_object (&self->query);
  self->query = oct_school_query_copy (query);
  gtk_check_button_set_active (self->starred, oct_school_query_get_starred (query));
  counts = oct_index_count_facets (index, self->query, starred);
  for (guint i = 0; i < counts->len && i < OCT_N_FACETS; i++)
    {
      if (self->groups[i] != NULL)
        oct_filter_group_update (self->groups[i], index, g_ptr_array_index (counts, i),
                                 self->query);
    }
  oct_filter_near_update (self->near, index, query);
  oct_filter_since_update (self->opened, oct_school_query_get_opened_since (query),
                           oct_index_get_as_at (index));
  oct_filter_since_update (self->joined, oct_school_query_get_joined_since (query),
                           oct_index_get_as_at (index));
  self->updating = FALSE;
}
