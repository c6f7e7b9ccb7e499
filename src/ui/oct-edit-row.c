/* One edit as a row of history; see the header.
 *
 * The day stands above the first row of each day, since the list has no headings of its own. What
 * was undone is struck through and says so in words as well.
 */

#include "oct-edit-row.h"

#include <glib/gi18n.h>

#include "oct-edit-window.h"
#include "oct-edit-words.h"

/* A row is read at a glance; what an edit of many records changed is read in a window. */
#define N_LINES 6

struct _OctEditRow
{
  AdwBin parent_instance;

  /* template */
  GtkLabel *day;
  GtkLabel *time;
  GtkLabel *sentence;
  GtkLabel *who;
  GtkLabel *state;
  GtkLabel *changes;
  GtkWidget *more;

  /* owned */
  OctEditEntry *entry;
  OctAssessment *assessment;
};

G_DEFINE_FINAL_TYPE (OctEditRow, oct_edit_row, ADW_TYPE_BIN)

static const char *
get_who (const OctEditRecord *record, OctAssessment *assessment)
{
  const OctPerson *person = NULL;

  if (record->person_id != NULL)
    person = oct_assessment_find_person (assessment, record->person_id);

  return person != NULL ? oct_person_to_text (person) : _("Somebody");
}

static const char *
get_state (const OctEditRecord *record)
{
  switch (record->state)
    {
    case OCT_EDIT_UNDONE:
      return _("Undone");
    case OCT_EDIT_DROPPED:
      return _("Undone for good");
    case OCT_EDIT_DONE:
    default:
      return NULL;
    }
}

static void
more_cb (OctEditRow *self)
{
  const OctEditRecord *record = oct_edit_entry_get_record (self->entry);
  g_autofree char *changes = oct_edit_changes_to_text (self->assessment, record, 0, NULL);

  oct_edit_window_present (GTK_WIDGET (self), record->sentence, changes);
}

static void
oct_edit_row_dispose (GObject *object)
{
  OctEditRow *self = OCT_EDIT_ROW (object);

  g_clear_object (&self->entry);
  g_clear_object (&self->assessment);
  adw_bin_set_child (ADW_BIN (object), NULL);
  G_OBJECT_CLASS (oct_edit_row_parent_class)->dispose (object);
}

static void
oct_edit_row_class_init (OctEditRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_edit_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-edit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OctEditRow, day);
  gtk_widget_class_bind_template_child (widget_class, OctEditRow, time);
  gtk_widget_class_bind_template_child (widget_class, OctEditRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, OctEditRow, who);
  gtk_widget_class_bind_template_child (widget_class, OctEditRow, state);
  gtk_widget_class_bind_template_child (widget_class, OctEditRow, changes);
  gtk_widget_class_bind_template_child (widget_class, OctEditRow, more);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
oct_edit_row_init (OctEditRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_edit_row_new:
 *
 * Returns: (transfer floating): a new row that shows nothing yet
 */
GtkWidget *
oct_edit_row_new (void)
{
  return g_object_new (OCT_TYPE_EDIT_ROW, NULL);
}

static void
strike_through (GtkLabel *label, gboolean struck)
{
  PangoAttrList *attributes = NULL;

  if (struck)
    {
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
    }
  gtk_label_set_attributes (label, attributes);
  g_clear_pointer (&attributes, pango_attr_list_unref);
}

/**
 * oct_edit_row_set:
 * @self: a row
 * @entry: the edit to show
 * @assessment: knows the names of stages, elements and people
 *
 * Shows an edit.
 */
void
oct_edit_row_set (OctEditRow *self, OctEditEntry *entry, OctAssessment *assessment)
{
  const OctEditRecord *record;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *changes = NULL;
  const char *state;
  gboolean shortened;

  g_return_if_fail (OCT_IS_EDIT_ROW (self));
  g_return_if_fail (OCT_IS_EDIT_ENTRY (entry));

  g_set_object (&self->entry, entry);
  g_set_object (&self->assessment, assessment);
  record = oct_edit_entry_get_record (entry);
  day = oct_edit_entry_dup_day_text (entry);
  time = oct_edit_entry_dup_time_text (entry);
  changes = oct_edit_changes_to_text (assessment, record, N_LINES, &shortened);
  state = get_state (record);
  gtk_label_set_label (self->day, day);
  gtk_widget_set_visible (GTK_WIDGET (self->day), oct_edit_entry_get_begins_day (entry));
  gtk_label_set_label (self->time, time);
  gtk_label_set_label (self->sentence, record->sentence);
  strike_through (self->sentence, state != NULL);
  gtk_label_set_label (self->who, get_who (record, assessment));
  gtk_label_set_label (self->state, state != NULL ? state : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state), state != NULL);
  gtk_label_set_label (self->changes, changes);
  gtk_widget_set_visible (GTK_WIDGET (self->changes), *changes != '\0');
  gtk_widget_set_visible (self->more, shortened);
}

/**
 * oct_edit_row_describe:
 * @entry: an edit
 * @assessment: knows the names of stages, elements and people
 *
 * Returns: (transfer full): what a screen reader says of its row
 */
char *
oct_edit_row_describe (OctEditEntry *entry, OctAssessment *assessment)
{
  const OctEditRecord *record = oct_edit_entry_get_record (entry);
  g_autofree char *day = oct_edit_entry_dup_day_text (entry);
  g_autofree char *time = oct_edit_entry_dup_time_text (entry);
  const char *state = get_state (record);

  if (state != NULL)
    /* Translators: what was done, that it was undone, who did it, the day, the time. */
    return g_strdup_printf (_("%s (%s), %s, %s, %s"), record->sentence, state,
                            get_who (record, assessment), day, time);

  /* Translators: what was done, who did it, the day, the time. */
  return g_strdup_printf (_("%s, %s, %s, %s"), record->sentence, get_who (record, assessment), day,
                          time);
}
