/* The map of schools, as large as the window.
 *
 * It shows what a query for schools finds – open schools unless it says otherwise – with one's own
 * trust told apart. Moving and enlarging is the map's own; the toolbar has what only this page
 * knows: England, one's own trust, outlines, the list, the picture.
 */

#include "oct-map-page.h"

#include <glib/gi18n.h>

#include "oct-chart-view.h"
#include "oct-location.h"
#include "oct-map-points.h"
#include "oct-print.h"
#include "oct-save.h"
#include "oct-schools-location.h"
#include "oct-schools-output.h"
#include "oct-text.h"
#include "oct-wrap-box.h"

#define SEARCH_DELAY 150

struct _OctMapPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  GtkSearchEntry *entry;
  GtkButton *trust_button;
  GtkToggleButton *authorities_button;
  GtkButton *clear_button;
  OctChartView *view;
  GtkWidget *empty_card;
  GtkLabel *empty_label;

  /* owned */
  OctMapChart *map;
  OctSchoolQuery *query;

  guint search_id;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctMapPage, oct_map_page, OCT_TYPE_PAGE)

static OctSession *
get_session (OctMapPage *self)
{
  return oct_page_get_session (OCT_PAGE (self));
}

static char *
query_location (OctMapPage *self, const char *kind)
{
  g_autoptr (OctSchoolQuery) copy = oct_school_query_copy (self->query);
  g_autofree char *text = NULL;

  if (oct_schools_location_is_open (copy))
    oct_schools_location_set_open (copy, FALSE);
  text = oct_school_query_to_string (copy);

  return text[0] != '\0' ? g_strdup_printf ("%s?%s", kind, text) : g_strdup (kind);
}

static char *
describe_subject (OctMapPage *self, guint n)
{
  return oct_schools_output_describe (oct_session_get_register (get_session (self)), self->query,
                                      n);
}

/* The map's title: how many schools are on it, and how many can't be. */
static char *
describe_map (OctMapPage *self, guint n, guint n_placed)
{
  guint n_missing = n - n_placed;
  g_autofree char *placed = describe_subject (self, n_placed);

  if (n_missing == 0)
    return g_steal_pointer (&placed);

  /* Translators: "26,371 open schools", then how many others the register has no place for. */
  return g_strdup_printf (ngettext ("%s on the map; %'u has no place in the register",
                                    "%s on the map; %'u have no place in the register", n_missing),
                          placed, n_missing);
}

/* A map without schools says why. */
static void
show_empty (OctMapPage *self, guint n, guint n_placed)
{
  gtk_widget_set_visible (self->empty_card, n_placed == 0);
  if (n_placed == 0)
    gtk_label_set_label (self->empty_label,
                         n == 0 ? _("No school matches")
                                : _("The register doesn’t say where these schools are"));
}

/* Whether these are fewer than all open schools. */
static gboolean
is_narrowed (OctMapPage *self)
{
  g_autofree char *location = query_location (self, "map");

  return !g_str_equal (location, "map");
}

static void
update_map (OctMapPage *self, gboolean fit)
{
  OctSession *session = get_session (self);
  OctRegister *reg = oct_session_get_register (session);
  g_autoptr (OctResult) result = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *title = NULL;
  g_autofree char *source = NULL;
  gboolean narrowed = is_narrowed (self);
  guint n_placed;

  gtk_stack_set_visible_child_name (self->stack, reg != NULL ? "map" : "missing");
  if (reg == NULL)
    return;

  result = oct_session_search (session, self->query);
  n_placed = oct_map_points_set (self->map, oct_register_get_index (reg), result,
                                 oct_session_get_trust_uid (session));
  show_empty (self, result->n_rows, n_placed);
  subject = describe_subject (self, result->n_rows);
  title = describe_map (self, result->n_rows, n_placed);
  source = oct_text_source (oct_register_get_as_at (reg));
  oct_map_chart_set_subject (self->map, subject);
  oct_chart_set_title (OCT_CHART (self->map), title);
  oct_map_chart_set_data_source (self->map, source);
  gtk_widget_set_visible (GTK_WIDGET (self->clear_button), narrowed);
  if (fit && narrowed && n_placed > 0)
    oct_map_chart_fit_points (self->map);
  else if (fit)
    oct_map_chart_fit_england (self->map);
  gtk_widget_set_sensitive (GTK_WIDGET (self->trust_button),
                            oct_session_get_trust_uid (session) != 0);
}

static void
show_query (OctMapPage *self, OctSchoolQuery *query)
{
  g_set_object (&self->query, query);
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), oct_school_query_get_text (query));
  self->updating = FALSE;
  update_map (self, TRUE);
}

static gboolean
search_cb (gpointer data)
{
  OctMapPage *self = data;
  g_autofree char *location = NULL;

  self->search_id = 0;
  oct_school_query_set_text (self->query, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  location = query_location (self, "map");
  oct_page_set_location (OCT_PAGE (self), location);
  update_map (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
search_changed_cb (OctMapPage *self)
{
  if (self->updating)
    return;

  g_clear_handle_id (&self->search_id, g_source_remove);
  self->search_id = g_timeout_add (SEARCH_DELAY, search_cb, self);
}

static void
clear_cb (OctMapPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", "map");
}

static void
fit_england_cb (OctMapPage *self)
{
  oct_map_chart_fit_england (self->map);
}

static void
fit_trust_cb (OctMapPage *self)
{
  double easting, northing, across;

  if (oct_map_points_box (get_session (self), oct_session_get_trust_uid (get_session (self)),
                          &easting, &northing, &across))
    oct_map_chart_show_place (self->map, easting, northing, across);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                _("The register doesn’t say where your trust’s schools are"));
}

static void
authorities_toggled_cb (OctMapPage *self)
{
  if (self->map != NULL)
    oct_map_chart_set_authorities (self->map,
                                   gtk_toggle_button_get_active (self->authorities_button));
}

static void
open_list_cb (OctMapPage *self)
{
  g_autofree char *location = query_location (self, "schools");

  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
activated_cb (OctMapPage *self, const char *id)
{
  g_autofree char *location = g_strdup_printf ("school/%s", id);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
oct_map_page_show (OctPage *page, const char *location)
{
  OctMapPage *self = OCT_MAP_PAGE (page);
  g_autofree OctColumn *columns = NULL;
  g_autoptr (OctSchoolQuery) query = oct_schools_location_parse (location, &columns);

  /* Coming back to the same schools leaves the map where it was moved to. */
  if (self->query != NULL && oct_school_query_equal (query, self->query))
    return;

  show_query (self, query);
}

static void
register_changed_cb (OctMapPage *self)
{
  if (self->query != NULL)
    update_map (self, FALSE);
}

static gboolean
oct_map_page_focus_search (OctPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (OCT_MAP_PAGE (page)->entry));
}

static void
oct_map_page_export (OctPage *page)
{
  OctMapPage *self = OCT_MAP_PAGE (page);

  if (oct_session_get_register (get_session (self)) != NULL)
    oct_save_chart (GTK_WIDGET (self), OCT_CHART (self->map), _("Map of schools.pdf"));
}

static void
oct_map_page_print (OctPage *page)
{
  OctMapPage *self = OCT_MAP_PAGE (page);

  if (oct_session_get_register (get_session (self)) != NULL)
    oct_print_chart (GTK_WIDGET (self), OCT_CHART (self->map), _("Map of schools"));
}

static void
oct_map_page_constructed (GObject *object)
{
  OctMapPage *self = OCT_MAP_PAGE (object);

  G_OBJECT_CLASS (oct_map_page_parent_class)->constructed (object);

  oct_page_set_title (OCT_PAGE (self), _("Map"));
  g_signal_connect_object (get_session (self), "notify::register", G_CALLBACK (register_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_session (self), "notify::trust-uid",
                           G_CALLBACK (register_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
oct_map_page_dispose (GObject *object)
{
  OctMapPage *self = OCT_MAP_PAGE (object);

  self->updating = TRUE;
  g_clear_handle_id (&self->search_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_object (&self->query);
  g_clear_object (&self->map);

  G_OBJECT_CLASS (oct_map_page_parent_class)->dispose (object);
}

static void
oct_map_page_class_init (OctMapPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OctPageClass *page_class = OCT_PAGE_CLASS (klass);

  object_class->constructed = oct_map_page_constructed;
  object_class->dispose = oct_map_page_dispose;
  page_class->show = oct_map_page_show;
  page_class->focus_search = oct_map_page_focus_search;
  page_class->export_ = oct_map_page_export;
  page_class->print = oct_map_page_print;

  g_type_ensure (OCT_TYPE_CHART_VIEW);
  g_type_ensure (OCT_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctMapPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctMapPage, entry);
  gtk_widget_class_bind_template_child (widget_class, OctMapPage, trust_button);
  gtk_widget_class_bind_template_child (widget_class, OctMapPage, authorities_button);
  gtk_widget_class_bind_template_child (widget_class, OctMapPage, clear_button);
  gtk_widget_class_bind_template_child (widget_class, OctMapPage, view);
  gtk_widget_class_bind_template_child (widget_class, OctMapPage, empty_card);
  gtk_widget_class_bind_template_child (widget_class, OctMapPage, empty_label);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit_england_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit_trust_cb);
  gtk_widget_class_bind_template_callback (widget_class, authorities_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
oct_map_page_init (OctMapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->map = oct_map_chart_new ();
  oct_chart_view_set_chart (self->view, OCT_CHART (self->map));
}
