/* Two octants side by side; see the header.
 *
 * The workbench has the assessment of one cycle; those of others are read when they are chosen, and
 * again after each edit.
 */

#include "oct-compare-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-columns.h"
#include "oct-compare-side.h"
#include "oct-compare-table.h"
#include "oct-location.h"
#include "oct-section.h"

#define TRUST "trust"

struct _OctComparePage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  AdwStatusPage *blank_page;
  OctCompareSide *first;
  OctCompareSide *second;
  GtkLabel *note;
  GtkWidget *table_section;
  GtkGrid *table;

  /* owned */
  GSignalGroup *workbench_signals;
  GCancellable *cancellables[2];
  char *asked[2]; /* what the location says of each side, or NULL */
};

G_DEFINE_FINAL_TYPE (OctComparePage, oct_compare_page, OCT_TYPE_PAGE)

static OctWorkbench *
get_workbench (OctComparePage *self)
{
  return oct_session_get_workbench (oct_page_get_session (OCT_PAGE (self)));
}

static OctCompareSide *
get_side (OctComparePage *self, guint i)
{
  return i == 0 ? self->first : self->second;
}

/* --- what is compared --- */

static char *
side_to_text (OctCompareSide *side)
{
  const char *subject = oct_compare_side_get_subject (side);
  const char *cycle_id = oct_compare_side_get_cycle_id (side);

  return g_strdup_printf ("%s:%s", subject != NULL ? subject : TRUST,
                          cycle_id != NULL ? cycle_id : "");
}

static const OctCycle *
find_cycle (OctAssessment *assessment, const char *cycle_id)
{
  GPtrArray *cycles = oct_assessment_get_cycles (assessment);

  for (guint i = 0; i < cycles->len; i++)
    {
      const OctCycle *cycle = g_ptr_array_index (cycles, i);

      if (g_strcmp0 (cycle->id, cycle_id) == 0)
        return cycle;
    }
  return NULL;
}

/* What the page chooses by itself: the trust in the cycle before and the trust now; or, where there
 * is none before, the trust and its first school. */
static void
choose_side (OctComparePage *self, guint i, OctAssessment *assessment)
{
  const OctCycle *cycle = oct_assessment_get_cycle (assessment);
  const OctCycle *before = oct_assessment_get_cycle_before (assessment);
  GPtrArray *schools = oct_assessment_get_schools (assessment);
  g_auto (GStrv) parts = g_strsplit (self->asked[i] != NULL ? self->asked[i] : "", ":", 2);
  const char *subject = parts[0];
  const OctOwnSchool *school = NULL;
  const OctCycle *chosen = NULL;

  if (subject != NULL && !g_str_equal (subject, TRUST))
    school = oct_assessment_find_school (assessment, subject);
  if (subject != NULL && parts[1] != NULL)
    chosen = find_cycle (assessment, parts[1]);
  if (subject == NULL && i == 0 && before != NULL)
    chosen = before;
  else if (subject == NULL && i == 1 && before == NULL && schools->len > 0)
    school = g_ptr_array_index (schools, 0);
  if (chosen == NULL)
    chosen = cycle;
  oct_compare_side_choose (get_side (self, i), assessment, school != NULL ? school->id : NULL,
                           chosen->id);
}

/* --- showing --- */

static gboolean
is_same (OctComparePage *self)
{
  return g_strcmp0 (oct_compare_side_get_subject (self->first),
                    oct_compare_side_get_subject (self->second))
           == 0
         && g_strcmp0 (oct_compare_side_get_cycle_id (self->first),
                       oct_compare_side_get_cycle_id (self->second))
              == 0;
}

static void
show_table (OctComparePage *self)
{
  gboolean ready = oct_compare_side_get_assessment (self->first) != NULL
                   && oct_compare_side_get_assessment (self->second) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->note), is_same (self));
  gtk_widget_set_visible (self->table_section, ready && !is_same (self));
  if (ready)
    oct_compare_table_fill (self->table, self->first, self->second);
}

static void
side_read (OctComparePage *self, guint i, GObject *source, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctAssessment) assessment = oct_workbench_read_finish (OCT_WORKBENCH (source), result,
                                                                    &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (assessment == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }
  oct_compare_side_set_assessment (get_side (self, i), assessment);
  show_table (self);
}

static void
first_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctComparePage) self = OCT_COMPARE_PAGE (user_data);

  side_read (self, 0, source, result);
}

static void
second_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctComparePage) self = OCT_COMPARE_PAGE (user_data);

  side_read (self, 1, source, result);
}

static void
show_side (OctComparePage *self, guint i)
{
  OctWorkbench *workbench = get_workbench (self);
  OctAssessment *assessment = oct_workbench_get_assessment (workbench);
  OctCompareSide *side = get_side (self, i);
  const char *cycle_id = oct_compare_side_get_cycle_id (side);

  g_cancellable_cancel (self->cancellables[i]);
  g_clear_object (&self->cancellables[i]);
  if (g_strcmp0 (cycle_id, oct_assessment_get_cycle (assessment)->id) == 0)
    {
      oct_compare_side_set_assessment (side, assessment);
      show_table (self);
      return;
    }
  self->cancellables[i] = g_cancellable_new ();
  oct_workbench_read_assessment_async (workbench, cycle_id, self->cancellables[i],
                                       i == 0 ? first_read_cb : second_read_cb,
                                       g_object_ref (self));
}

static void
show_blank (OctComparePage *self, gboolean workspace)
{
  adw_status_page_set_title (self->blank_page,
                             workspace ? _("Begin a cycle first") : _("No workspace is open"));
  adw_status_page_set_description (
    self->blank_page,
    workspace ? _("As soon as something was judged, two cycles, two schools, or a school and its "
                  "trust stand here side by side.")
              : _("Two cycles, two schools, or a school and its trust stand here side by side. "
                  "Begin with your trust."));
  oct_page_show_part (self->stack, "blank");
}

static void
update (OctComparePage *self)
{
  OctWorkbench *workbench = get_workbench (self);
  OctAssessment *assessment = oct_workbench_get_assessment (workbench);

  if (oct_workbench_get_loading (workbench))
    {
      oct_page_show_part (self->stack, "loading");
      return;
    }
  if (assessment == NULL || oct_assessment_get_cycle (assessment) == NULL)
    {
      show_blank (self, assessment != NULL);
      return;
    }
  for (guint i = 0; i < 2; i++)
    {
      choose_side (self, i, assessment);
      show_side (self, i);
    }
  oct_page_show_part (self->stack, "ready");
}

/* --- callbacks --- */

static void
side_changed_cb (OctComparePage *self, OctCompareSide *side)
{
  g_autoptr (GString) location = g_string_new ("compare");

  for (guint i = 0; i < 2; i++)
    {
      g_free (self->asked[i]);
      self->asked[i] = side_to_text (get_side (self, i));
      oct_location_append (location, i == 0 ? "a" : "b", self->asked[i]);
    }
  oct_page_set_location (OCT_PAGE (self), location->str);
  show_side (self, side == self->first ? 0 : 1);
}

/* A sector leads to its element, a dot to its school. */
static void
side_activated_cb (OctComparePage *self, const char *id)
{
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  const OctElement *element;
  g_autofree char *location = NULL;

  if (assessment == NULL)
    return;
  element = oct_framework_find_element (oct_assessment_get_framework (assessment), id);
  if (element != NULL)
    location = g_strdup_printf ("element/%u", element->number);
  else
    location = g_strdup_printf ("judge/%s", id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

/* --- class --- */

static void
oct_compare_page_show_location (OctPage *page, const char *location)
{
  OctComparePage *self = OCT_COMPARE_PAGE (page);
  g_autoptr (GHashTable) values = oct_location_parse_query (location);

  g_signal_group_set_target (self->workbench_signals, get_workbench (self));
  oct_page_set_title (page, _("Compare"));
  for (guint i = 0; i < 2; i++)
    {
      g_free (self->asked[i]);
      self->asked[i] = g_strdup (g_hash_table_lookup (values, i == 0 ? "a" : "b"));
    }
  update (self);
}

static void
oct_compare_page_dispose (GObject *object)
{
  OctComparePage *self = OCT_COMPARE_PAGE (object);

  for (guint i = 0; i < 2; i++)
    {
      g_cancellable_cancel (self->cancellables[i]);
      g_clear_object (&self->cancellables[i]);
      g_clear_pointer (&self->asked[i], g_free);
    }
  if (self->workbench_signals != NULL)
    g_signal_group_set_target (self->workbench_signals, NULL);
  g_clear_object (&self->workbench_signals);

  G_OBJECT_CLASS (oct_compare_page_parent_class)->dispose (object);
}

static void
oct_compare_page_class_init (OctComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OctPageClass *page_class = OCT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_compare_page_dispose;
  page_class->show = oct_compare_page_show_location;

  g_type_ensure (OCT_TYPE_COLUMNS);
  g_type_ensure (OCT_TYPE_COMPARE_SIDE);
  g_type_ensure (OCT_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctComparePage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctComparePage, blank_page);
  gtk_widget_class_bind_template_child (widget_class, OctComparePage, first);
  gtk_widget_class_bind_template_child (widget_class, OctComparePage, second);
  gtk_widget_class_bind_template_child (widget_class, OctComparePage, note);
  gtk_widget_class_bind_template_child (widget_class, OctComparePage, table_section);
  gtk_widget_class_bind_template_child (widget_class, OctComparePage, table);
  gtk_widget_class_bind_template_callback (widget_class, side_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, side_activated_cb);
}

static void
oct_compare_page_init (OctComparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->workbench_signals = g_signal_group_new (OCT_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (self->workbench_signals, "changed", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::loading", G_CALLBACK (update),
                                  self);
  g_signal_group_connect_swapped (self->workbench_signals, "notify::name", G_CALLBACK (update),
                                  self);
}
