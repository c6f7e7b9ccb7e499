/* The overview of a trust: figures, map, phases, growth, changes and the facts of the register.
 *
 * Every figure is a button to the list behind it. Sums are over open schools and say so.
 */

#include "oct-trust-overview.h"

#include <glib/gi18n.h>

#include "oct-change-list.h"
#include "oct-chart-view.h"
#include "oct-columns.h"
#include "oct-commands.h"
#include "oct-fact-row.h"
#include "oct-figure-tile.h"
#include "oct-growth-view.h"
#include "oct-print.h"
#include "oct-save.h"
#include "oct-section.h"
#include "oct-text.h"

struct _OctTrustOverview
{
  AdwBin parent_instance;

  /* template */
  GtkScrolledWindow *scroller;
  OctFigureTile *schools_tile;
  OctFigureTile *pupils_tile;
  OctFigureTile *fsm_tile;
  OctFigureTile *capacity_tile;
  OctFigureTile *joined_tile;
  OctFigureTile *places_tile;
  OctSection *map_section;
  OctChartView *map;
  OctSection *phases_section;
  OctChartView *phases;
  OctGrowthView *growth;
  OctChangeList *changes;
  OctSection *facts_section;

  /* owned */
  OctSession *session;

  guint32 uid;
};

G_DEFINE_FINAL_TYPE (OctTrustOverview, oct_trust_overview, ADW_TYPE_BIN)

static OctSchoolQuery *
create_query (OctTrustOverview *self)
{
  return oct_make_group_query (self->session, self->uid, FALSE);
}

static char *
schools_location (const char *kind, OctSchoolQuery *query)
{
  g_autofree char *text = oct_school_query_to_string (query);

  return g_strdup_printf ("%s?%s", kind, text);
}

static void
phase_activated_cb (OctTrustOverview *self, const char *key)
{
  g_autoptr (OctSchoolQuery) query = create_query (self);
  g_autofree char *location = NULL;

  oct_school_query_set_key (query, OCT_FACET_PHASE, key, TRUE);
  location = schools_location ("schools", query);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
map_activated_cb (OctTrustOverview *self, const char *id)
{
  g_autofree char *location = g_strdup_printf ("school/%s", id);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
open_map_cb (OctTrustOverview *self)
{
  g_autoptr (OctSchoolQuery) query = create_query (self);
  g_autofree char *location = schools_location ("map", query);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
save_map_cb (OctTrustOverview *self)
{
  OctChart *chart = oct_chart_view_get_chart (self->map);
  OctTrust *trust = oct_register_get_trust (oct_session_get_register (self->session), self->uid);
  g_autofree char *name = NULL;

  if (chart == NULL || trust == NULL)
    return;

  name = oct_save_file_name (oct_trust_get_name (trust), "pdf");
  oct_save_chart (GTK_WIDGET (self), chart, name);
}

static void
print_map_cb (OctTrustOverview *self)
{
  OctChart *chart = oct_chart_view_get_chart (self->map);

  if (chart != NULL)
    oct_print_chart (GTK_WIDGET (self), chart, oct_chart_get_title (chart));
}

/* Noughts would say that the group has no schools. */
static void
show_unknown_tiles (OctTrustOverview *self)
{
  g_autofree char *unknown = oct_text_number (-1);

  oct_figure_tile_set (self->schools_tile, _("Open schools"), unknown,
                       _("not known: schools don’t name groups of this kind in the register"));
  oct_figure_tile_set_location (self->schools_tile, NULL);
  oct_figure_tile_set (self->places_tile, _("Local authorities"), unknown, NULL);
  oct_figure_tile_set (self->joined_tile, _("Schools joined"), unknown, NULL);
  oct_figure_tile_set_location (self->joined_tile, NULL);
  oct_figure_tile_set (self->pupils_tile, _("Pupils"), unknown, NULL);
  oct_figure_tile_set (self->fsm_tile, _("Free school meals"), unknown, NULL);
  oct_figure_tile_set (self->capacity_tile, _("Capacity used"), unknown, NULL);
}

static void
show_schools_tiles (OctTrustOverview *self, const OctTrustFacts *facts)
{
  g_autoptr (OctSchoolQuery) query = create_query (self);
  g_autofree char *schools = oct_text_number (facts->schools);
  g_autofree char *joined = oct_text_number (facts->joined_since);
  g_autofree char *places = oct_text_number (facts->local_authorities);
  g_autofree char *regions = NULL;
  g_autofree char *left = NULL;
  g_autofree char *location = schools_location ("schools", query);
  g_autofree char *joined_location = NULL;
  OctDate as_at = oct_register_get_as_at (oct_session_get_register (self->session));

  regions = g_strdup_printf (ngettext ("in %u region", "in %u regions", facts->regions),
                             facts->regions);
  left = g_strdup_printf (ngettext ("in a year; %u seen to leave", "in a year; %u seen to leave",
                                    facts->left_since),
                          facts->left_since);
  oct_figure_tile_set (self->schools_tile, _("Open schools"), schools, NULL);
  oct_figure_tile_set_location (self->schools_tile, location);
  oct_figure_tile_set (self->places_tile, _("Local authorities"), places, regions);
  oct_figure_tile_set (self->joined_tile, _("Schools joined"), joined, left);

  oct_school_query_set_joined_since (query, as_at - 10000);
  joined_location = schools_location ("schools", query);
  oct_figure_tile_set_location (self->joined_tile,
                                facts->joined_since > 0 ? joined_location : NULL);
}

static void
show_pupils_tiles (OctTrustOverview *self, const OctTrustFacts *facts)
{
  g_autofree char *pupils = oct_text_number (facts->pupils);
  g_autofree char *fsm = oct_text_percent (facts->fsm_percent);
  g_autofree char *fsm_note = oct_trust_facts_describe_fsm (facts);
  g_autofree char *used = oct_text_capacity_used (facts->capacity_used);
  g_autofree char *places = NULL;

  if (facts->capacity_counted > 0)
    places = g_strdup_printf (ngettext ("of %'d place", "of %'d places",
                                        (gulong) facts->capacity_counted),
                              facts->capacity_counted);
  oct_figure_tile_set (self->pupils_tile, _("Pupils"), pupils,
                       _("at the last census, predecessors’ included"));
  oct_figure_tile_set (self->fsm_tile, _("Free school meals"), fsm, fsm_note);
  oct_figure_tile_set (self->capacity_tile, _("Capacity used"), used, places);
}

static void
append_fact (GtkBox *box, const char *label, const char *value, gboolean copyable)
{
  GtkWidget *row;

  if (value == NULL || value[0] == '\0')
    return;

  if (gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL)
    gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  row = oct_fact_row_new (label, value, NULL);
  oct_fact_row_set_copyable (OCT_FACT_ROW (row), copyable);
  gtk_box_append (box, row);
}

static void
show_facts (OctTrustOverview *self, const OctTrustFacts *facts)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  g_autofree char *uid = g_strdup_printf ("%u", facts->uid);
  g_autofree char *opened = facts->opened != OCT_DATE_UNKNOWN ? oct_text_date (facts->opened)
                                                              : NULL;
  g_autofree char *closed = facts->closed != OCT_DATE_UNKNOWN ? oct_text_date (facts->closed)
                                                              : NULL;
  g_autofree char *as_at = oct_text_date (
    oct_register_get_as_at (oct_session_get_register (self->session)));
  g_autofree char *footnote = NULL;

  append_fact (box, _("UID"), uid, TRUE);
  append_fact (box, _("Type"), oct_group_type_label (facts->type), FALSE);
  append_fact (box, _("Companies House number"), facts->company_number, TRUE);
  append_fact (box, _("Status"), facts->open ? _("Open") : _("Closed"), FALSE);
  append_fact (box, _("Opened"), opened, FALSE);
  append_fact (box, _("Closed"), closed, FALSE);
  append_fact (box, _("Town"), facts->town, FALSE);
  append_fact (box, _("Postcode"), facts->postcode, TRUE);
  append_fact (box, _("Most schools in"), facts->main_region, FALSE);
  oct_section_set_content (self->facts_section, GTK_WIDGET (box));

  /* Translators: the date of the register. */
  footnote = g_strdup_printf (_("Source: the register of schools and its groups, as at %s. Sums "
                                "are over open schools."),
                              as_at);
  oct_section_set_footnote (self->facts_section, footnote);
}

static void
show_charts (OctTrustOverview *self, const OctTrustFacts *facts)
{
  g_autoptr (OctChart) map = NULL;
  g_autoptr (OctChart) phases = NULL;

  if (facts->schools > 0)
    {
      map = oct_make_trust_map (self->session, self->uid, NULL);
      phases = oct_make_trust_phases (self->session, self->uid, NULL);
    }
  oct_chart_view_set_chart (self->map, map);
  oct_chart_view_set_chart (self->phases, phases);
  gtk_widget_set_visible (GTK_WIDGET (self->map_section), map != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->phases_section), phases != NULL);
  if (phases != NULL)
    gtk_widget_set_size_request (GTK_WIDGET (self->phases), -1,
                                 110 + 28 * (int) oct_chart_n_data (phases));
}

static void
oct_trust_overview_dispose (GObject *object)
{
  g_clear_object (&OCT_TRUST_OVERVIEW (object)->session);
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (oct_trust_overview_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-trust-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, OctTrustOverview, scroller);
  gtk_widget_class_bind_template_child (widget_class, OctTrustOverview, schools_tile);
  gtk_widget_class_bind_template_child (widget_class, OctTrustOverview, pupils_tile);
  gtk_widget_class_bind_template_child (widget_class, OctTrustOverview, fsm_tile);
  gtk_widget_class_bind_template_child (widget_class, OctTrustOverview, capacity_tile);
  gtk_widget_class_bind_template_child (widget_class, OctTrustOverview, joined_tile);
  gtk_widget_class_bind_template_child (widget_class, OctTrustOverview, places_tile);
  gtk_widget_class_bind_template_child (widget_class, OctTrustOverview, map_section);
  gtk_widget_class_bind_template_child (widget_class, OctTrustOverview, map);
  gtk_widget_class_bind_template_child (widget_class, OctTrustOverview, phases_section);
  gtk_widget_class_bind_template_child (widget_class, OctTrustOverview, phases);
  gtk_widget_class_bind_template_child (widget_class, OctTrustOverview, growth);
  gtk_widget_class_bind_template_child (widget_class, OctTrustOverview, changes);
  gtk_widget_class_bind_template_child (widget_class, OctTrustOverview, facts_section);
  gtk_widget_class_bind_template_callback (widget_class, map_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, phase_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_map_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_map_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_map_cb);
}

static void
oct_trust_overview_class_init (OctTrustOverviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = oct_trust_overview_dispose;

  g_type_ensure (OCT_TYPE_CHANGE_LIST);
  g_type_ensure (OCT_TYPE_CHART_VIEW);
  g_type_ensure (OCT_TYPE_COLUMNS);
  g_type_ensure (OCT_TYPE_FIGURE_TILE);
  g_type_ensure (OCT_TYPE_GROWTH_VIEW);
  g_type_ensure (OCT_TYPE_SECTION);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
oct_trust_overview_init (OctTrustOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_trust_overview_load:
 * @session: where to look
 * @uid: a trust of the session's register
 *
 * Shows a trust, from the top when it is another one than before.
 */
void
oct_trust_overview_load (OctTrustOverview *self, OctSession *session, guint32 uid)
{
  OctRegister *reg = oct_session_get_register (session);
  OctTrust *trust = reg != NULL ? oct_register_get_trust (reg, uid) : NULL;
  const OctChangeFilter filter = { .uid = uid, .kind = OCT_N_CHANGES };
  const OctTrustFacts *facts;

  g_return_if_fail (OCT_IS_TRUST_OVERVIEW (self));

  if (trust == NULL)
    return;

  facts = oct_trust_get_facts (trust);
  g_set_object (&self->session, session);
  if (uid != self->uid)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  self->uid = uid;
  if (oct_trust_facts_know_schools (facts))
    {
      show_schools_tiles (self, facts);
      show_pupils_tiles (self, facts);
    }
  else
    show_unknown_tiles (self);
  show_charts (self, facts);
  show_facts (self, facts);
  oct_growth_view_load (self->growth, session, uid);
  oct_change_list_load (self->changes, session, &filter, TRUE);
}

/**
 * oct_trust_overview_get_map:
 *
 * Returns: (transfer none) (nullable): the map shown
 */
OctChart *
oct_trust_overview_get_map (OctTrustOverview *self)
{
  g_return_val_if_fail (OCT_IS_TRUST_OVERVIEW (self), NULL);

  return oct_chart_view_get_chart (self->map);
}
