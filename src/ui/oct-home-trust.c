/* The user's own trust on one page: key figures, map, schools, and what changed since the last look.
 *
 * "The last look" is a release of the register that the user said they had seen. Until they say so
 * the changes stay, through any number of starts; nothing is marked as read behind their back.
 */

#include "oct-home-trust.h"

#include <glib/gi18n.h>

#include "oct-change-row.h"
#include "oct-chart-view.h"
#include "oct-columns.h"
#include "oct-commands.h"
#include "oct-figure-tile.h"
#include "oct-location.h"
#include "oct-section.h"
#include "oct-text.h"

#define LAST_LOOK_KEY "last-look"

/* The rest is a click away, on the page of changes. */
#define MAX_CHANGES 6

/* A release of the whole register: only two of these can be told apart. */
#define FULL_RELEASE "gias-extract"

#define NBSP "\u00a0"

struct _OctHomeTrust
{
  AdwBin parent_instance;

  /* template */
  GtkLabel *name;
  GtkLabel *subtitle;
  GtkButton *trust_button;
  OctFigureTile *schools_tile;
  OctFigureTile *pupils_tile;
  OctFigureTile *fsm_tile;
  OctFigureTile *capacity_tile;
  OctSection *changes_section;
  GtkListBox *changes_list;
  GtkLabel *changes_empty;
  GtkButton *changes_seen;
  GtkButton *changes_all;
  OctChartView *map;
  GtkLabel *map_error;
  GtkListBox *schools_list;

  /* owned */
  OctSession *session;
  OctTrust *trust;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (OctHomeTrust, oct_home_trust, ADW_TYPE_BIN)

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

/* --- figures --- */

/* Every open school is in one phase or in none, so that the numbers add up to the figure above; the
 * special schools are among them. A line breaks between two phases and never before a dot. */
static char *
describe_phases (const OctTrustFacts *facts)
{
  GString *text = g_string_new (NULL);

  for (guint n = 1; n <= OCT_N_PHASES; n++)
    {
      /* Those without a phase come last, though they are the first of the phases. */
      OctPhase phase = (OctPhase) (n % OCT_N_PHASES);

      if (facts->schools_by_phase[phase] == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, NBSP "· ");
      /* Translators: a phase and the number of schools, such as "Primary 6"; a no-break space. */
      g_string_append_printf (text, _("%s\u00a0%u"), oct_phase_label (phase),
                              facts->schools_by_phase[phase]);
    }
  if (facts->special_schools > 0)
    g_string_append_printf (text,
                            /* Translators: follows the numbers of schools by phase. */
                            ngettext ("; %u\u00a0of them special", "; %u\u00a0of them special",
                                      facts->special_schools),
                            facts->special_schools);
  return g_string_free (text, FALSE);
}

static char *
schools_location (OctSession *session, guint32 uid)
{
  g_autoptr (OctSchoolQuery) query = oct_make_group_query (session, uid, TRUE);
  g_autofree char *text = oct_school_query_to_string (query);

  return g_strdup_printf ("schools?%s", text);
}

static void
show_figures (OctHomeTrust *self)
{
  const OctTrustFacts *facts = oct_trust_get_facts (self->trust);
  g_autofree char *schools = oct_text_number (facts->schools);
  g_autofree char *phases = describe_phases (facts);
  g_autofree char *pupils = oct_text_number (facts->pupils);
  g_autofree char *fsm = oct_text_percent (facts->fsm_percent);
  g_autofree char *fsm_note = oct_trust_facts_describe_fsm (facts);
  g_autofree char *used = oct_text_capacity_used (facts->capacity_used);
  g_autofree char *places = NULL;
  g_autofree char *location = schools_location (self->session, facts->uid);

  if (facts->capacity_counted > 0)
    places = g_strdup_printf (ngettext ("of %'d place", "of %'d places",
                                        (gulong) facts->capacity_counted),
                              facts->capacity_counted);
  oct_figure_tile_set (self->schools_tile, _("Schools"), schools, phases);
  oct_figure_tile_set_location (self->schools_tile, location);
  oct_figure_tile_set (self->pupils_tile, _("Pupils"), pupils, _("in open schools"));
  oct_figure_tile_set (self->fsm_tile, _("Free school meals"), fsm, fsm_note);
  oct_figure_tile_set (self->capacity_tile, _("Capacity used"), used, places);
}

static void
show_heading (OctHomeTrust *self)
{
  const OctTrustFacts *facts = oct_trust_get_facts (self->trust);
  OctRegister *reg = oct_session_get_register (self->session);
  g_autofree char *date = oct_text_date (oct_register_get_as_at (reg));
  g_autofree char *location = oct_text_trust_location (facts->uid);
  g_autofree char *text = NULL;

  gtk_label_set_label (self->name, facts->name);
  if (facts->main_region != NULL && *facts->main_region != '\0')
    /* Translators: kind of trust, its region, date of the register. */
    text = g_strdup_printf (_("%s · %s · as at %s"), oct_group_type_label (facts->type),
                            facts->main_region, date);
  else
    /* Translators: kind of trust, date of the register. */
    text = g_strdup_printf (_("%s · as at %s"), oct_group_type_label (facts->type), date);
  gtk_label_set_label (self->subtitle, text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->trust_button), "s", location);
}

/* --- schools --- */

static GtkWidget *
create_school_row (const OctSchoolFacts *facts)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *line = oct_text_school_line (facts);
  g_autofree char *location = oct_text_school_location (facts->urn);

  g_object_set (row, "use-markup", FALSE, "title", facts->name, "subtitle", line, "activatable",
                TRUE, "title-lines", 1, NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", location);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static void
show_schools (OctHomeTrust *self)
{
  g_autoptr (OctSchoolQuery) query = NULL;
  g_autoptr (OctResult) result = NULL;
  g_autofree char *location = schools_location (self->session, oct_trust_get_uid (self->trust));
  OctIndex *index = oct_register_get_index (oct_session_get_register (self->session));
  OctSchoolFacts facts;

  query = oct_school_query_from_string (oct_location_get_query (location));
  oct_school_query_set_sort (query, OCT_COLUMN_NAME, FALSE);
  result = oct_session_search (self->session, query);
  clear_list (self->schools_list);
  for (guint i = 0; i < result->n_rows; i++)
    {
      if (oct_index_get_facts (index, result->rows[i], &facts))
        gtk_list_box_append (self->schools_list, create_school_row (&facts));
    }
}

static void
show_map (OctHomeTrust *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctChart) chart = NULL;

  chart = oct_make_trust_map (self->session, oct_trust_get_uid (self->trust), &error);
  oct_chart_view_set_chart (self->map, chart);
  gtk_widget_set_visible (GTK_WIDGET (self->map), chart != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->map_error), chart == NULL);
  if (chart == NULL)
    gtk_label_set_label (self->map_error, error->message);
}

/* --- changes --- */

static OctDate
get_last_look (OctHomeTrust *self)
{
  g_autofree char *text = oct_session_get_setting (self->session, LAST_LOOK_KEY);
  OctDate date = OCT_DATE_UNKNOWN;

  if (text == NULL || !oct_date_parse (text, -1, &date))
    return OCT_DATE_UNKNOWN;
  return date;
}

/* What to say where nothing changed depends on whether there were two releases to compare. */
static void
show_releases (OctHomeTrust *self, GPtrArray *sources)
{
  OctDate first = OCT_DATE_UNKNOWN;
  OctDate last = OCT_DATE_UNKNOWN;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < sources->len; i++)
    {
      const OctSourceFacts *facts = oct_source_get_facts (g_ptr_array_index (sources, i));

      if (!g_str_equal (facts->dataset, FULL_RELEASE))
        continue;
      if (first == OCT_DATE_UNKNOWN || facts->published < first)
        first = facts->published;
      if (last == OCT_DATE_UNKNOWN || facts->published > last)
        last = facts->published;
    }
  if (first == last)
    {
      gtk_label_set_label (self->changes_empty,
                           _("Changes appear when a second release of the register is imported."));
      return;
    }
  before = oct_date_to_text (first);
  after = oct_date_to_text (last);
  /* Translators: the dates of the first and the last release of the register. */
  text = g_strdup_printf (_("Nothing changed in your trust between %s and %s."), before, after);
  gtk_label_set_label (self->changes_empty, text);
}

static void
sources_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctHomeTrust) self = OCT_HOME_TRUST (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sources = oct_session_read_finish (OCT_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (sources != NULL)
    show_releases (self, sources);
  else
    gtk_label_set_label (self->changes_empty, error->message);
}

static void
show_no_changes (OctHomeTrust *self)
{
  OctDate since = get_last_look (self);

  if (since != OCT_DATE_UNKNOWN)
    {
      g_autofree char *date = oct_date_to_text (since);
      /* Translators: the placeholder is the date of a release of the register. */
      g_autofree char *text = g_strdup_printf (_("Nothing new since the register of %s."), date);
      gtk_label_set_label (self->changes_empty, text);
    }
  else
    oct_session_read_sources_async (self->session, self->cancellable, sources_read_cb,
                                    g_object_ref (self));
}

/* Between which two releases the changes happened, where it is the same two for all of them. */
static char *
describe_span (GPtrArray *changes)
{
  OctChange *first = g_ptr_array_index (changes, 0);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      OctChange *change = g_ptr_array_index (changes, i);

      if (oct_change_get_date_before (change) != oct_change_get_date_before (first)
          || oct_change_get_date_after (change) != oct_change_get_date_after (first))
        return NULL;
    }
  before = oct_text_date (oct_change_get_date_before (first));
  after = oct_text_date (oct_change_get_date_after (first));
  /* Translators: the dates of two releases of the register. */
  return g_strdup_printf (_("Between the registers of %s and %s"), before, after);
}

static void
show_changes (OctHomeTrust *self, GPtrArray *changes)
{
  g_autofree char *span = changes->len > 0 ? describe_span (changes) : NULL;
  guint n = MIN (changes->len, MAX_CHANGES);
  g_autofree char *all = NULL;

  oct_section_set_description (self->changes_section, span);
  clear_list (self->changes_list);
  for (guint i = 0; i < n; i++)
    {
      OctChange *change = g_ptr_array_index (changes, i);
      GtkWidget *content = oct_change_row_new ();
      GtkWidget *row = gtk_list_box_row_new ();
      g_autofree char *location = oct_text_school_location (oct_change_get_urn (change));
      g_autofree char *words = oct_change_describe (change);
      g_autofree char *name = g_strdup_printf ("%s: %s", oct_change_get_school (change), words);

      oct_change_row_set (OCT_CHANGE_ROW (content), change);
      oct_change_row_set_show_dates (OCT_CHANGE_ROW (content), span == NULL);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", location);
      gtk_list_box_append (self->changes_list, row);
    }
  if (n == 0)
    show_no_changes (self);
  all = g_strdup_printf (ngettext ("Show the change", "Show all %'u changes", changes->len),
                         changes->len);
  gtk_button_set_label (self->changes_all, n > 0 ? all : _("Show earlier changes"));
  gtk_widget_set_visible (GTK_WIDGET (self->changes_list), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->changes_empty), n == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->changes_seen), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->changes_all),
                          n > 0 || get_last_look (self) != OCT_DATE_UNKNOWN);
}

static void
changes_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctHomeTrust) self = OCT_HOME_TRUST (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = oct_session_read_finish (OCT_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (changes != NULL)
    {
      show_changes (self, changes);
      return;
    }
  clear_list (self->changes_list);
  gtk_label_set_label (self->changes_empty, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->changes_list), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->changes_empty), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->changes_seen), FALSE);
}

static void
load_changes (OctHomeTrust *self)
{
  OctChangeFilter filter = { .kind = OCT_N_CHANGES };
  g_autoptr (GString) location = g_string_new ("changes");
  g_autofree char *uid = g_strdup_printf ("%u", oct_trust_get_uid (self->trust));

  filter.since = get_last_look (self);
  filter.uid = oct_trust_get_uid (self->trust);
  oct_location_append (location, "trust", uid);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->changes_all), "s", location->str);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  oct_session_read_changes_async (self->session, &filter, self->cancellable, changes_read_cb,
                                  g_object_ref (self));
}

/* --- callbacks --- */

static void
seen_cb (OctHomeTrust *self)
{
  OctRegister *reg = oct_session_get_register (self->session);
  g_autofree char *date = oct_date_to_iso (oct_register_get_as_at (reg));

  oct_session_set_setting (self->session, LAST_LOOK_KEY, date);
  load_changes (self);
}

static void
map_activated_cb (OctHomeTrust *self, const char *id)
{
  g_autofree char *location = g_strdup_printf ("school/%s", id);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

/* --- class --- */

static void
oct_home_trust_dispose (GObject *object)
{
  OctHomeTrust *self = OCT_HOME_TRUST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->trust);
  G_OBJECT_CLASS (oct_home_trust_parent_class)->dispose (object);
}

static void
oct_home_trust_class_init (OctHomeTrustClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_home_trust_dispose;

  g_type_ensure (OCT_TYPE_COLUMNS);
  g_type_ensure (OCT_TYPE_FIGURE_TILE);
  g_type_ensure (OCT_TYPE_SECTION);
  g_type_ensure (OCT_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-home-trust.ui");
  gtk_widget_class_bind_template_child (widget_class, OctHomeTrust, name);
  gtk_widget_class_bind_template_child (widget_class, OctHomeTrust, subtitle);
  gtk_widget_class_bind_template_child (widget_class, OctHomeTrust, trust_button);
  gtk_widget_class_bind_template_child (widget_class, OctHomeTrust, schools_tile);
  gtk_widget_class_bind_template_child (widget_class, OctHomeTrust, pupils_tile);
  gtk_widget_class_bind_template_child (widget_class, OctHomeTrust, fsm_tile);
  gtk_widget_class_bind_template_child (widget_class, OctHomeTrust, capacity_tile);
  gtk_widget_class_bind_template_child (widget_class, OctHomeTrust, changes_section);
  gtk_widget_class_bind_template_child (widget_class, OctHomeTrust, changes_list);
  gtk_widget_class_bind_template_child (widget_class, OctHomeTrust, changes_empty);
  gtk_widget_class_bind_template_child (widget_class, OctHomeTrust, changes_seen);
  gtk_widget_class_bind_template_child (widget_class, OctHomeTrust, changes_all);
  gtk_widget_class_bind_template_child (widget_class, OctHomeTrust, map);
  gtk_widget_class_bind_template_child (widget_class, OctHomeTrust, map_error);
  gtk_widget_class_bind_template_child (widget_class, OctHomeTrust, schools_list);
  gtk_widget_class_bind_template_callback (widget_class, seen_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_activated_cb);
}

static void
oct_home_trust_init (OctHomeTrust *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_home_trust_show:
 * @self: the overview
 * @session: a session with a register
 * @trust: the user's own trust
 *
 * Shows a trust as the register has it now.
 */
void
oct_home_trust_show (OctHomeTrust *self, OctSession *session, OctTrust *trust)
{
  g_return_if_fail (OCT_IS_HOME_TRUST (self));
  g_return_if_fail (oct_session_get_register (session) != NULL);
  g_return_if_fail (OCT_IS_TRUST (trust));

  /* Coming back to the page must not lose the map's place or the scroll position. */
  if (self->trust != trust || self->session != session)
    {
      g_set_object (&self->session, session);
      g_set_object (&self->trust, trust);
      show_heading (self);
      show_figures (self);
      show_schools (self);
      show_map (self);
    }
  load_changes (self);
}
