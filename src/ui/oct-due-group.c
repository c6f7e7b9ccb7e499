/* Records of one kind that are due; see the header.
 *
 * There may be thousands: rows are made a hundred at a time, while choosing all of a kind reaches
 * also those without a row.
 */

#include "oct-due-group.h"

#include <glib/gi18n.h>

/* Rows that are made at once. */
#define PAGE 100

struct _OctDueGroup
{
  AdwBin parent_instance;

  /* template */
  AdwPreferencesGroup *group;
  GtkCheckButton *all;
  GtkListBox *list;
  GtkButton *more;

  /* owned */
  OctAssessment *assessment;
  GPtrArray *due;     /* of every kind; the records belong to it */
  GPtrArray *records; /* of this kind; borrowed */
  GPtrArray *checks;  /* of the rows, in order; borrowed */

  guint months;
  gboolean updating;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (OctDueGroup, oct_due_group, ADW_TYPE_BIN)

static guint
count_checked (OctDueGroup *self)
{
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n += (guint) gtk_check_button_get_active (g_ptr_array_index (self->checks, i));

  return n;
}

static void
toggled_cb (OctDueGroup *self)
{
  guint n = count_checked (self);

  if (self->updating)
    return;
  self->updating = TRUE;
  gtk_check_button_set_active (self->all, n == self->checks->len);
  gtk_check_button_set_inconsistent (self->all, n > 0 && n < self->checks->len);
  self->updating = FALSE;
  g_signal_emit (self, changed_signal, 0);
}

static void
all_toggled_cb (OctDueGroup *self)
{
  gboolean active = gtk_check_button_get_active (self->all);

  if (self->updating)
    return;
  self->updating = TRUE;
  gtk_check_button_set_inconsistent (self->all, FALSE);
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i), active);
  self->updating = FALSE;
  g_signal_emit (self, changed_signal, 0);
}

/* (transfer full): what the record is called. */
static char *
make_title (OctDueGroup *self, const OctDueRecord *record)
{
  const OctElement *element = NULL;

  if (record->kind == OCT_RETENTION_HISTORY)
    return g_strdup_printf (ngettext ("%'u line of history", "%'u lines of history", record->count),
                            record->count);
  if (record->element[0] != '\0')
    element = oct_framework_find_element (oct_assessment_get_framework (self->assessment),
                                          record->element);
  if (element == NULL)
    return g_strdup (record->name);

  /* Translators: an element; then a cycle and a school: "Improvement · Autumn 2026 · …". */
  return g_strdup_printf (_("%s · %s"), element->short_name, record->name);
}

static void
add_row (OctDueGroup *self, const OctDueRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *title = make_title (self, record);
  g_autofree char *subtitle = oct_due_record_to_text (record, self->months);

  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", subtitle, NULL);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               gtk_check_button_get_active (self->all) && self->checks->len > 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->checks, check);
}

static void
more_cb (OctDueGroup *self)
{
  guint end = MIN (self->checks->len + PAGE, self->records->len);
  guint rest = self->records->len - end;
  g_autofree char *label = g_strdup_printf (
    ngettext ("Show more: %'u is left", "Show more: %'u are left", rest), rest);

  while (self->checks->len < end)
    add_row (self, g_ptr_array_index (self->records, self->checks->len));
  gtk_button_set_label (self->more, label);
  gtk_widget_set_visible (GTK_WIDGET (self->more), rest > 0);
}

static void
oct_due_group_dispose (GObject *object)
{
  OctDueGroup *self = OCT_DUE_GROUP (object);

  g_clear_object (&self->assessment);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->due, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (oct_due_group_parent_class)->dispose (object);
}

static void
oct_due_group_class_init (OctDueGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_due_group_dispose;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-due-group.ui");
  gtk_widget_class_bind_template_child (widget_class, OctDueGroup, group);
  gtk_widget_class_bind_template_child (widget_class, OctDueGroup, all);
  gtk_widget_class_bind_template_child (widget_class, OctDueGroup, list);
  gtk_widget_class_bind_template_child (widget_class, OctDueGroup, more);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
oct_due_group_init (OctDueGroup *self)
{
  self->records = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_due_group_new:
 * @assessment: knows what elements are called
 * @state: what is due, some of it of this kind
 * @kind: a kind of record
 *
 * Returns: (transfer floating): its records, none of them chosen
 */
GtkWidget *
oct_due_group_new (OctAssessment *assessment, const OctRecordsState *state, OctRetentionKind kind)
{
  OctDueGroup *self = g_object_new (OCT_TYPE_DUE_GROUP, NULL);
  const char *name = oct_retention_kind_to_text (kind);
  g_autofree char *label = NULL;

  self->assessment = g_object_ref (assessment);
  self->months = state->months[kind];
  self->due = g_ptr_array_ref (state->due);
  for (guint i = 0; i < self->due->len; i++)
    {
      OctDueRecord *record = g_ptr_array_index (self->due, i);

      if (record->kind == kind)
        g_ptr_array_add (self->records, record);
    }
  adw_preferences_group_set_title (self->group, name);
  label = g_strdup_printf (ngettext ("Choose it", "Choose all %'u", self->records->len),
                           self->records->len);
  gtk_check_button_set_label (self->all, label);
  gtk_widget_set_visible (GTK_WIDGET (self->all), self->records->len > 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  more_cb (self);

  return GTK_WIDGET (self);
}

/**
 * oct_due_group_collect:
 * @self: a group
 * @records: (element-type OctDueRecord): to which those that are chosen are added; they live as long
 *   as the group
 *
 * Says what is chosen: also what has no row yet, where all are.
 */
void
oct_due_group_collect (OctDueGroup *self, GPtrArray *records)
{
  gboolean all;

  g_return_if_fail (OCT_IS_DUE_GROUP (self));

  all = self->checks->len > 0 && count_checked (self) == self->checks->len
        && gtk_check_button_get_active (self->all);
  for (guint i = 0; i < self->records->len; i++)
    if (i < self->checks->len ? gtk_check_button_get_active (g_ptr_array_index (self->checks, i))
                              : all)
      g_ptr_array_add (records, g_ptr_array_index (self->records, i));
}
