/* One school: what it is, its figures, where it is, its history, and everything the register says.
 *
 * What the index knows is shown at once; facts with their sources, links and changes are read on
 * the worker thread and put in when they are there. The page is made once and shown again for
 * every school, so each showing begins at the top and forgets the school before.
 */

#include "oct-school-page.h"

#include <glib/gi18n.h>

#include "oct-change-list.h"
#include "oct-chart-view.h"
#include "oct-columns.h"
#include "oct-commands.h"
#include "oct-fact-board.h"
#include "oct-figure-tile.h"
#include "oct-lineage.h"
#include "oct-location.h"
#include "oct-neighbour-list.h"
#include "oct-print.h"
#include "oct-record-header.h"
#include "oct-save.h"
#include "oct-plan-section.h"
#include "oct-school-elements.h"
#include "oct-section.h"
#include "oct-similar-section.h"
#include "oct-text.h"

#define MAX_NEAREST 8

struct _OctSchoolPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  AdwStatusPage *missing;
  GtkScrolledWindow *scroller;
  OctRecordHeader *header;
  GtkButton *trust_button;
  GtkLabel *trust_label;
  OctFigureTile *pupils_tile;
  OctFigureTile *capacity_tile;
  OctFigureTile *fsm_tile;
  OctFigureTile *ages_tile;
  OctSection *lineage_section;
  OctLineage *lineage;
  OctFactBoard *contact;
  OctSection *map_section;
  OctChartView *map;
  OctNeighbourList *nearest;
  OctSimilarSection *similar;
  OctSchoolElements *elements;
  OctPlanSection *plans;
  OctChangeList *changes;
  OctFactBoard *facts;
  GtkLabel *facts_error;

  /* owned */
  GCancellable *cancellable;
  GPtrArray *read_facts; /* (nullable) of OctFact */

  guint32 urn;
};

G_DEFINE_FINAL_TYPE (OctSchoolPage, oct_school_page, OCT_TYPE_PAGE)

static OctSession *
get_session (OctSchoolPage *self)
{
  return oct_page_get_session (OCT_PAGE (self));
}

static gboolean
get_school_facts (OctSchoolPage *self, OctSchoolFacts *facts)
{
  OctRegister *reg = oct_session_get_register (get_session (self));
  guint row;

  return reg != NULL && oct_index_find_urn (oct_register_get_index (reg), self->urn, &row)
         && oct_index_get_facts (oct_register_get_index (reg), row, facts);
}

static void
show_star (OctSchoolPage *self)
{
  oct_record_header_set_starred (self->header,
                                 oct_session_is_starred (get_session (self), self->urn));
}

static void
star_toggled_cb (OctSchoolPage *self, gboolean starred)
{
  if (self->urn != 0)
    oct_session_set_starred (get_session (self), self->urn, starred);
}

static void
trust_clicked_cb (OctSchoolPage *self)
{
  OctSchoolFacts facts;
  g_autofree char *location = NULL;

  if (!get_school_facts (self, &facts) || facts.trust_uid == 0)
    return;

  location = oct_text_trust_location (facts.trust_uid);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
map_activated_cb (OctSchoolPage *self, const char *id)
{
  g_autofree char *location = g_strdup_printf ("school/%s", id);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

/* What the publisher writes where a school, such as one online, has no such thing. */
static gboolean
is_said (const char *value)
{
  return value[0] != '\0' && g_ascii_strcasecmp (value, "Not applicable") != 0
         && g_ascii_strcasecmp (value, "Does not apply") != 0;
}

static void
show_header (OctSchoolPage *self, const OctSchoolFacts *facts)
{
  g_autofree char *status = oct_text_status (facts);
  g_autoptr (GString) kind = g_string_new (oct_phase_label (facts->phase));
  g_autofree char *trust = NULL;

  if (is_said (facts->type))
    g_string_append_printf (kind, " · %s", facts->type);
  if (is_said (facts->la))
    g_string_append_printf (kind, " · %s", facts->la);
  if (is_said (facts->region) && g_strcmp0 (facts->region, facts->la) != 0)
    g_string_append_printf (kind, is_said (facts->la) ? ", %s" : " · %s", facts->region);

  oct_record_header_set_name (self->header, facts->name);
  oct_record_header_set_status (self->header, status);
  oct_record_header_set_kind (self->header, kind->str);
  gtk_widget_set_visible (GTK_WIDGET (self->trust_button), facts->trust_uid != 0);
  if (facts->trust_uid != 0)
    {
      /* Translators: the name of a trust, then what kind of group it is. */
      trust = g_strdup_printf (_("%s (%s)"), facts->trust,
                               oct_group_type_label (facts->trust_type));
      gtk_label_set_label (self->trust_label, trust);
    }
  oct_page_set_title (OCT_PAGE (self), facts->name);
  show_star (self);
}

static void
show_tiles (OctSchoolPage *self, const OctSchoolFacts *facts)
{
  g_autofree char *pupils = oct_text_number (facts->pupils);
  g_autofree char *used = oct_text_capacity_used (oct_school_facts_capacity_used (facts));
  g_autofree char *fsm = oct_text_fsm (facts);
  g_autofree char *ages = oct_text_ages (facts);
  g_autofree char *places = NULL;
  g_autofree char *from = NULL;
  const char *fsm_note;

  if (facts->capacity >= 0)
    places = g_strdup_printf (ngettext ("of %'d place", "of %'d places", (gulong) facts->capacity),
                              facts->capacity);
  if (facts->pupils_from_urn != 0)
    /* Translators: whose pupils are shown for an academy without a census of its own. */
    from = g_strdup_printf (_("from predecessor URN %u"), facts->pupils_from_urn);

  if (facts->fsm_tenths >= 0 && !oct_school_facts_states_fsm (facts))
    fsm_note = _("as stated; not collected of schools for 16 plus");
  else
    fsm_note = from != NULL ? from : _("of pupils are eligible");

  oct_figure_tile_set (self->pupils_tile, _("Pupils"), pupils, from);
  oct_figure_tile_set (self->capacity_tile, _("Capacity used"), used,
                       places != NULL ? places : _("capacity not stated"));
  oct_figure_tile_set (self->fsm_tile, _("Free school meals"), fsm, fsm_note);
  oct_figure_tile_set (self->ages_tile, _("Ages"), ages,
                       facts->sixth_form[0] != '\0' ? facts->sixth_form : NULL);
}

static void
show_map (OctSchoolPage *self, const OctSchoolFacts *facts)
{
  g_autoptr (OctChart) chart = NULL;

  if (facts->easting > 0 && facts->northing > 0)
    chart = oct_make_school_map (get_session (self), self->urn, NULL);
  oct_chart_view_set_chart (self->map, chart);
  gtk_widget_set_visible (GTK_WIDGET (self->map_section), chart != NULL);
}

static void
show_neighbours (OctSchoolPage *self)
{
  OctSession *session = get_session (self);
  OctIndex *index = oct_register_get_index (oct_session_get_register (session));
  g_autoptr (GArray) nearest = oct_find_nearest (session, self->urn, MAX_NEAREST);

  oct_neighbour_list_show_nearest (self->nearest, index, nearest);
  oct_similar_section_load (self->similar, session, self->urn);
}

static const char *
find_value (GPtrArray *facts, OctField field)
{
  for (guint i = 0; facts != NULL && i < facts->len; i++)
    if (oct_fact_get_field (g_ptr_array_index (facts, i)) == field)
      return oct_fact_get_value (g_ptr_array_index (facts, i));

  return NULL;
}

/* Says under the pupils from which census they are; @from is the predecessor's URN or 0. */
static void
show_census (OctSchoolPage *self, GPtrArray *facts, guint32 from)
{
  const char *census = find_value (facts, OCT_FIELD_CENSUS_DATE);
  g_autofree char *note = NULL;

  if (from != 0 && census != NULL)
    /* Translators: whose pupils are shown, and the day they were counted. */
    note = g_strdup_printf (_("from predecessor URN %u, census of %s"), from, census);
  else if (from != 0)
    note = g_strdup_printf (_("from predecessor URN %u, census date not stated"), from);
  else if (census != NULL)
    /* Translators: the day the pupils were counted. */
    note = g_strdup_printf (_("census of %s"), census);

  oct_figure_tile_set_note (self->pupils_tile, note);
}

static void
predecessor_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OctSchoolPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts = oct_session_read_finish (OCT_SESSION (source), result, &error);
  OctSchoolFacts school;

  if (facts != NULL && get_school_facts (self, &school))
    show_census (self, facts, school.pupils_from_urn);
}

static void
facts_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OctSchoolPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts = oct_session_read_finish (OCT_SESSION (source), result, &error);
  OctSchoolFacts school;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->facts_error), facts == NULL);
  if (facts == NULL)
    gtk_label_set_label (self->facts_error, error->message);
  oct_fact_board_set_facts (self->contact, facts, OCT_FACT_BOARD_CONTACT);
  oct_fact_board_set_facts (self->facts, facts, OCT_FACT_BOARD_REST);
  g_clear_pointer (&self->read_facts, g_ptr_array_unref);
  self->read_facts = g_steal_pointer (&facts);

  if (!get_school_facts (self, &school))
    return;
  if (school.pupils_from_urn == 0)
    show_census (self, self->read_facts, 0);
  else
    oct_session_read_facts_async (get_session (self), school.pupils_from_urn, self->cancellable,
                                  predecessor_read_cb, g_object_ref (self));
}

static void
read_rest (OctSchoolPage *self)
{
  OctSession *session = get_session (self);
  const OctChangeFilter filter = { .urn = self->urn, .kind = OCT_N_CHANGES };

  g_clear_pointer (&self->read_facts, g_ptr_array_unref);
  oct_session_read_facts_async (session, self->urn, self->cancellable, facts_read_cb,
                                g_object_ref (self));
  oct_lineage_load (self->lineage, session, self->urn);
  oct_change_list_load (self->changes, session, &filter, FALSE);
}

static void
show_missing (OctSchoolPage *self)
{
  gboolean no_register = oct_session_get_register (get_session (self)) == NULL;
  g_autofree char *title = NULL;

  title = no_register ? g_strdup (_("No register yet"))
                      : g_strdup_printf (_("No school with URN %u"), self->urn);
  adw_status_page_set_title (self->missing, title);
  adw_status_page_set_description (
    self->missing, no_register
                     ? _("Import the public file of schools first: the home page says where to "
                         "get it.")
                     : _("The register that is imported doesn’t hold it. It may have opened "
                         "later: import a newer file, or search all schools."));
  oct_page_set_title (OCT_PAGE (self), _("School"));
  gtk_stack_set_visible_child_name (self->stack, "missing");
}

static void
refresh (OctSchoolPage *self)
{
  OctSchoolFacts facts;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (!get_school_facts (self, &facts))
    {
      show_missing (self);
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "school");
  show_header (self, &facts);
  show_tiles (self, &facts);
  show_map (self, &facts);
  show_neighbours (self);
  oct_school_elements_load (self->elements, oct_page_get_session (OCT_PAGE (self)), self->urn);
  oct_plan_section_load_school (
    self->plans, oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self))), self->urn);
  read_rest (self);
}

static void
register_changed_cb (OctSchoolPage *self)
{
  if (self->urn != 0)
    refresh (self);
}

static void
oct_school_page_show (OctPage *page, const char *location)
{
  OctSchoolPage *self = OCT_SCHOOL_PAGE (page);
  guint32 urn = oct_location_get_number (location);

  if (urn == self->urn && gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->scroller))
    return;

  self->urn = urn;
  oct_fact_board_set_facts (self->contact, NULL, OCT_FACT_BOARD_CONTACT);
  oct_fact_board_set_facts (self->facts, NULL, OCT_FACT_BOARD_REST);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  refresh (self);
}

static void
oct_school_page_copy (OctPage *page)
{
  OctSchoolPage *self = OCT_SCHOOL_PAGE (page);
  g_autofree char *text = NULL;

  if (self->read_facts == NULL)
    return;

  text = oct_facts_to_text (self->read_facts);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                              _("All facts of the school copied"));
}

static gboolean
save_facts_func (const char *path, gpointer data, GError **error)
{
  g_autoptr (GBytes) csv = oct_facts_to_csv (data);
  gsize size;
  const char *contents = g_bytes_get_data (csv, &size);

  return g_file_set_contents (path, contents, (gssize) size, error);
}

static void
oct_school_page_export (OctPage *page)
{
  OctSchoolPage *self = OCT_SCHOOL_PAGE (page);
  const OctSaveKind kinds[] = { { N_("Table (CSV)"), "*.csv" }, { NULL, NULL } };
  g_autofree char *name = NULL;

  if (self->read_facts == NULL)
    return;

  name = oct_save_file_name (oct_page_get_title (page), "csv");
  oct_save_ask (GTK_WIDGET (self), _("Export the school’s facts"), name, kinds, save_facts_func,
                g_ptr_array_ref (self->read_facts), (GDestroyNotify) g_ptr_array_unref);
}

static void
oct_school_page_print (OctPage *page)
{
  OctSchoolPage *self = OCT_SCHOOL_PAGE (page);
  OctChart *chart = oct_chart_view_get_chart (self->map);

  if (chart != NULL)
    oct_print_chart (GTK_WIDGET (self), chart, oct_page_get_title (page));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                _("There is no map of this school to print"));
}

static void
oct_school_page_constructed (GObject *object)
{
  OctSchoolPage *self = OCT_SCHOOL_PAGE (object);
  OctSession *session = get_session (self);

  G_OBJECT_CLASS (oct_school_page_parent_class)->constructed (object);

  g_signal_connect_object (session, "notify::register", G_CALLBACK (register_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "stars-changed", G_CALLBACK (show_star), self,
                           G_CONNECT_SWAPPED);
}

static void
oct_school_page_dispose (GObject *object)
{
  OctSchoolPage *self = OCT_SCHOOL_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->read_facts, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (oct_school_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-school-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctSchoolPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolPage, missing);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolPage, header);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolPage, trust_button);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolPage, trust_label);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolPage, pupils_tile);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolPage, capacity_tile);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolPage, fsm_tile);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolPage, ages_tile);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolPage, lineage_section);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolPage, lineage);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolPage, contact);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolPage, map_section);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolPage, map);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolPage, nearest);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolPage, similar);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolPage, elements);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolPage, plans);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolPage, changes);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolPage, facts);
  gtk_widget_class_bind_template_child (widget_class, OctSchoolPage, facts_error);
  gtk_widget_class_bind_template_callback (widget_class, star_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, trust_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_activated_cb);
}

static void
oct_school_page_class_init (OctSchoolPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  OctPageClass *page_class = OCT_PAGE_CLASS (klass);

  object_class->constructed = oct_school_page_constructed;
  object_class->dispose = oct_school_page_dispose;
  page_class->show = oct_school_page_show;
  page_class->copy = oct_school_page_copy;
  page_class->export_ = oct_school_page_export;
  page_class->print = oct_school_page_print;

  g_type_ensure (OCT_TYPE_CHANGE_LIST);
  g_type_ensure (OCT_TYPE_CHART_VIEW);
  g_type_ensure (OCT_TYPE_COLUMNS);
  g_type_ensure (OCT_TYPE_FACT_BOARD);
  g_type_ensure (OCT_TYPE_FIGURE_TILE);
  g_type_ensure (OCT_TYPE_LINEAGE);
  g_type_ensure (OCT_TYPE_NEIGHBOUR_LIST);
  g_type_ensure (OCT_TYPE_PLAN_SECTION);
  g_type_ensure (OCT_TYPE_RECORD_HEADER);
  g_type_ensure (OCT_TYPE_SECTION);
  g_type_ensure (OCT_TYPE_SCHOOL_ELEMENTS);
  g_type_ensure (OCT_TYPE_SIMILAR_SECTION);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
oct_school_page_init (OctSchoolPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
