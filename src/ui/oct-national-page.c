/* The national picture: the share of pupils in academies, by place, and how trusts are spread.
 *
 * Everything is added up from the register in one walk over its index. Every figure and every
 * datum of a chart leads to the list of schools or trusts that it was counted from.
 */

#include "oct-national-page.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "oct-accessible.h"
#include "oct-chart-view.h"
#include "oct-columns.h"
#include "oct-commands.h"
#include "oct-location.h"
#include "oct-national-charts.h"
#include "oct-national-export.h"
#include "oct-print.h"
#include "oct-save.h"
#include "oct-section.h"
#include "oct-share-tile.h"
#include "oct-text.h"
#include "oct-wrap-box.h"

/* A bar's line, and what is above and below the bars, in pixels. */
#define BAR_HEIGHT 27
#define BARS_FRAME 120

struct _OctNationalPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  OctShareTile *all_tile;
  OctShareTile *secondary_tile;
  OctShareTile *primary_tile;
  GtkLabel *definition_label;
  GtkDropDown *share_drop;
  GtkToggleButton *region_button;
  GtkToggleButton *authority_button;
  OctChartView *map;
  OctChartView *bars;
  OctChartView *sizes;
  OctChartView *joins;
  OctSection *joins_section;

  /* owned */
  OctNational *national;

  /* borrowed */
  OctRegister *counted; /* the register that @national is of; only compared */

  OctShareKind share;
  gboolean authorities;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctNationalPage, oct_national_page, OCT_TYPE_PAGE)

static OctSession *
get_session (OctNationalPage *self)
{
  return oct_page_get_session (OCT_PAGE (self));
}

static OctSchoolQuery *
create_query (OctShareKind share)
{
  OctSchoolQuery *query = oct_school_query_new ();

  oct_school_query_set_key (query, OCT_FACET_TYPE_GROUP,
                            oct_type_group_key (OCT_TYPE_GROUP_ACADEMIES), TRUE);
  oct_school_query_set_key (query, OCT_FACET_TYPE_GROUP,
                            oct_type_group_key (OCT_TYPE_GROUP_FREE_SCHOOLS), TRUE);
  for (guint phase = 0; phase < OCT_N_PHASES; phase++)
    if ((share == OCT_SHARE_SECONDARY && oct_phase_is_secondary (phase))
        || (share == OCT_SHARE_PRIMARY && oct_phase_is_primary (phase)))
      oct_school_query_set_key (query, OCT_FACET_PHASE, oct_phase_key (phase), TRUE);

  return query;
}

static char *
query_location (OctSchoolQuery *query)
{
  g_autofree char *text = oct_school_query_to_string (query);

  return g_strdup_printf ("schools?%s", text);
}

static char *
share_location (OctShareKind share)
{
  g_autoptr (OctSchoolQuery) query = create_query (share);

  return query_location (query);
}

static void
place_activated_cb (OctNationalPage *self, const char *key)
{
  g_autoptr (OctSchoolQuery) query = create_query (self->share);
  g_autofree char *location = NULL;

  oct_school_query_set_key (query, self->authorities ? OCT_FACET_LA : OCT_FACET_REGION, key, TRUE);
  location = query_location (query);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
size_activated_cb (OctNationalPage *self, const char *key)
{
  g_autofree char *location = g_strdup_printf ("trusts?status=any&size=%s", key);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
join_activated_cb (OctNationalPage *self, const char *key)
{
  g_autoptr (OctSchoolQuery) query = create_query (OCT_SHARE_ALL);
  g_autofree char *location = NULL;

  oct_school_query_set_joined_since (query, oct_date_new (atoi (key), 1, 1));
  oct_school_query_set_joined_until (query, oct_date_new (atoi (key), 12, 31));
  oct_school_query_set_sort (query, OCT_COLUMN_JOINED, FALSE);
  location = query_location (query);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
show_places (OctNationalPage *self)
{
  g_autoptr (OctChart) map = oct_national_create_map (self->national, self->authorities,
                                                      self->share);
  g_autoptr (OctChart) bars = oct_national_create_bars (self->national, self->authorities,
                                                        self->share);

  oct_chart_view_set_chart (self->map, map);
  oct_chart_view_set_chart (self->bars, bars);
  gtk_widget_set_size_request (GTK_WIDGET (self->bars), -1,
                               BARS_FRAME + BAR_HEIGHT * (int) oct_chart_n_data (bars));
}

static void
show_trusts (OctNationalPage *self)
{
  OctRegister *reg = oct_session_get_register (get_session (self));
  OctTrust *own = oct_register_get_trust (reg, oct_session_get_trust_uid (get_session (self)));
  gboolean is_mat = own != NULL && oct_trust_get_facts (own)->type == OCT_GROUP_MAT;
  g_autoptr (OctChart) sizes = oct_national_create_sizes (
    self->national, is_mat ? oct_trust_get_facts (own)->schools : 0);
  guint unknown = 0;
  g_autoptr (OctChart) joins = oct_national_create_joins (self->national, &unknown);
  g_autofree char *footnote = NULL;

  oct_chart_view_set_chart (self->sizes, sizes);
  oct_chart_view_set_chart (self->joins, joins);
  if (unknown > 0)
    footnote = g_strdup_printf (
      ngettext ("%'u open school of a trust isn’t shown: its day of joining isn’t known. Import "
                "the group links file to learn it.",
                "%'u open schools of trusts aren’t shown: their days of joining aren’t known. "
                "Import the group links file to learn them.",
                unknown),
      unknown);
  oct_section_set_footnote (self->joins_section, footnote);
}

static void
show_tiles (OctNationalPage *self)
{
  OctDate as_at = oct_national_get_as_at (self->national);
  g_autofree char *all = share_location (OCT_SHARE_ALL);
  g_autofree char *secondary = share_location (OCT_SHARE_SECONDARY);
  g_autofree char *primary = share_location (OCT_SHARE_PRIMARY);
  g_autofree char *definition = oct_national_describe_definition ();

  oct_share_tile_set (self->all_tile, _("All pupils in academies"),
                      oct_national_get_all (self->national), as_at, OCT_PAPER_ALL_PERCENT, all);
  oct_share_tile_set (self->secondary_tile, _("Secondary pupils in academies"),
                      oct_national_get_secondary (self->national), as_at,
                      OCT_PAPER_SECONDARY_PERCENT, secondary);
  oct_share_tile_set (self->primary_tile, _("Primary pupils in academies"),
                      oct_national_get_primary (self->national), as_at, OCT_PAPER_PRIMARY_PERCENT,
                      primary);
  gtk_label_set_label (self->definition_label, definition);
}

static void
refresh (OctNationalPage *self)
{
  OctRegister *reg = oct_session_get_register (get_session (self));

  if (reg == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "missing");
      return;
    }
  if (self->national == NULL || self->counted != reg)
    {
      g_clear_object (&self->national);
      self->national = oct_make_national (get_session (self), NULL);
      self->counted = reg;
    }

  gtk_stack_set_visible_child_name (self->stack, "national");
  show_tiles (self);
  show_places (self);
  show_trusts (self);
}

static void
register_changed_cb (OctNationalPage *self)
{
  self->counted = NULL;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
choice_changed_cb (OctNationalPage *self)
{
  static const char *const keys[OCT_N_SHARES] = { "all", "secondary", "primary" };
  g_autoptr (GString) location = g_string_new ("national");
  guint share = gtk_drop_down_get_selected (self->share_drop);

  if (self->updating || self->national == NULL || share >= OCT_N_SHARES)
    return;

  self->share = share;
  self->authorities = gtk_toggle_button_get_active (self->authority_button);
  if (self->authorities)
    oct_location_append (location, "area", "la");
  if (self->share != OCT_SHARE_ALL)
    oct_location_append (location, "share", keys[self->share]);
  oct_page_set_location (OCT_PAGE (self), location->str);
  show_places (self);
}

static void
oct_national_page_show (OctPage *page, const char *location)
{
  OctNationalPage *self = OCT_NATIONAL_PAGE (page);
  g_autoptr (GHashTable) values = oct_location_parse_query (location);
  const char *share = g_hash_table_lookup (values, "share");

  self->authorities = g_strcmp0 (g_hash_table_lookup (values, "area"), "la") == 0;
  self->share = g_strcmp0 (share, "secondary") == 0 ? OCT_SHARE_SECONDARY
                : g_strcmp0 (share, "primary") == 0 ? OCT_SHARE_PRIMARY
                                                    : OCT_SHARE_ALL;
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->share_drop, self->share);
  gtk_toggle_button_set_active (self->authorities ? self->authority_button : self->region_button,
                                TRUE);
  self->updating = FALSE;
  refresh (self);
}

static void
oct_national_page_copy (OctPage *page)
{
  OctNationalPage *self = OCT_NATIONAL_PAGE (page);
  g_autofree char *text = NULL;

  if (self->national == NULL)
    return;

  text = oct_national_to_text (self->national);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                              _("The national figures copied"));
}

static void
oct_national_page_export (OctPage *page)
{
  OctNationalPage *self = OCT_NATIONAL_PAGE (page);
  const OctSaveKind kinds[] = {
    { N_("Spreadsheet (XLSX)"), "*.xlsx" },
    { N_("Table (CSV)"), "*.csv" },
    { NULL, NULL },
  };

  if (self->national != NULL)
    oct_save_ask (GTK_WIDGET (self), _("Export the shares by place"), _("Pupils in academies.xlsx"),
                  kinds, oct_national_save, g_object_ref (self->national), g_object_unref);
}

static void
oct_national_page_print (OctPage *page)
{
  OctNationalPage *self = OCT_NATIONAL_PAGE (page);
  OctChart *map = oct_chart_view_get_chart (self->map);

  if (map != NULL)
    oct_print_chart (GTK_WIDGET (self), map, oct_page_get_title (page));
}

static void
oct_national_page_constructed (GObject *object)
{
  OctNationalPage *self = OCT_NATIONAL_PAGE (object);

  G_OBJECT_CLASS (oct_national_page_parent_class)->constructed (object);

  oct_page_set_title (OCT_PAGE (self), _("The national picture"));
  g_signal_connect_object (get_session (self), "notify::register", G_CALLBACK (register_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
oct_national_page_dispose (GObject *object)
{
  OCT_NATIONAL_PAGE (object)->updating = TRUE;
  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_object (&OCT_NATIONAL_PAGE (object)->national);

  G_OBJECT_CLASS (oct_national_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-national-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctNationalPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctNationalPage, all_tile);
  gtk_widget_class_bind_template_child (widget_class, OctNationalPage, secondary_tile);
  gtk_widget_class_bind_template_child (widget_class, OctNationalPage, primary_tile);
  gtk_widget_class_bind_template_child (widget_class, OctNationalPage, definition_label);
  gtk_widget_class_bind_template_child (widget_class, OctNationalPage, share_drop);
  gtk_widget_class_bind_template_child (widget_class, OctNationalPage, region_button);
  gtk_widget_class_bind_template_child (widget_class, OctNationalPage, authority_button);
  gtk_widget_class_bind_template_child (widget_class, OctNationalPage, map);
  gtk_widget_class_bind_template_child (widget_class, OctNationalPage, bars);
  gtk_widget_class_bind_template_child (widget_class, OctNationalPage, sizes);
  gtk_widget_class_bind_template_child (widget_class, OctNationalPage, joins);
  gtk_widget_class_bind_template_child (widget_class, OctNationalPage, joins_section);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, size_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, join_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
}

static void
oct_national_page_class_init (OctNationalPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  OctPageClass *page_class = OCT_PAGE_CLASS (klass);

  object_class->constructed = oct_national_page_constructed;
  object_class->dispose = oct_national_page_dispose;
  page_class->show = oct_national_page_show;
  page_class->copy = oct_national_page_copy;
  page_class->export_ = oct_national_page_export;
  page_class->print = oct_national_page_print;

  g_type_ensure (OCT_TYPE_CHART_VIEW);
  g_type_ensure (OCT_TYPE_COLUMNS);
  g_type_ensure (OCT_TYPE_SECTION);
  g_type_ensure (OCT_TYPE_SHARE_TILE);
  g_type_ensure (OCT_TYPE_WRAP_BOX);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
oct_national_page_init (OctNationalPage *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  oct_accessible_name_drop_down (self->share_drop, _("Which pupils"));
  self->updating = FALSE;
}
