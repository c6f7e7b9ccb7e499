/* A point of a visit as a row; see the header.
 *
 * Return confirms what the row proposes, Delete passes it over; both have buttons as well.
 */

#include "oct-visit-point-row.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-visit-edits.h"

struct _OctVisitPointRow
{
  GtkListBoxRow parent_instance;

  /* template */
  GtkLabel *kind_label;
  GtkLabel *text_label;
  GtkLabel *proposal_label;
  GtkDropDown *about;
  GtkWidget *open_box;

  /* owned */
  OctVisitPoint *point;
  GPtrArray *ids; /* of the objectives to choose from, after "none" */
  gboolean updating;
};

enum
{
  CONFIRM,
  PASS,
  ABOUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctVisitPointRow, oct_visit_point_row, GTK_TYPE_LIST_BOX_ROW)

static void
confirm_cb (OctVisitPointRow *self)
{
  g_signal_emit (self, signals[CONFIRM], 0);
}

static void
pass_cb (OctVisitPointRow *self)
{
  g_signal_emit (self, signals[PASS], 0);
}

static gboolean
delete_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  OctVisitPointRow *self = OCT_VISIT_POINT_ROW (widget);

  if (self->point == NULL || !oct_visit_point_is_open (self->point))
    return FALSE;
  pass_cb (self);

  return TRUE;
}

static void
about_cb (OctVisitPointRow *self)
{
  guint selected = gtk_drop_down_get_selected (self->about);

  if (!self->updating && selected > 0 && selected <= self->ids->len)
    g_signal_emit (self, signals[ABOUT], 0, g_ptr_array_index (self->ids, selected - 1));
}

static void
oct_visit_point_row_dispose (GObject *object)
{
  OctVisitPointRow *self = OCT_VISIT_POINT_ROW (object);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  g_clear_pointer (&self->point, oct_record_unref);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  G_OBJECT_CLASS (oct_visit_point_row_parent_class)->dispose (object);
}

static void
oct_visit_point_row_class_init (OctVisitPointRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_visit_point_row_dispose;
  signals[CONFIRM] = g_signal_new ("confirm", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[PASS] = g_signal_new ("pass", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[ABOUT] = g_signal_new ("about", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-visit-point-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OctVisitPointRow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, OctVisitPointRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, OctVisitPointRow, proposal_label);
  gtk_widget_class_bind_template_child (widget_class, OctVisitPointRow, about);
  gtk_widget_class_bind_template_child (widget_class, OctVisitPointRow, open_box);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
  gtk_widget_class_bind_template_callback (widget_class, pass_cb);
  gtk_widget_class_bind_template_callback (widget_class, about_cb);
}

static void
oct_visit_point_row_init (OctVisitPointRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->ids = g_ptr_array_new_with_free_func (g_free);
  oct_accessible_name_drop_down (self->about, _("Objective that it is about"));
}

/**
 * oct_visit_point_row_new:
 *
 * Returns: (transfer floating): a row of no point yet
 */
GtkWidget *
oct_visit_point_row_new (void)
{
  return g_object_new (OCT_TYPE_VISIT_POINT_ROW, NULL);
}

static void
fill_about (OctVisitPointRow *self, GPtrArray *objectives)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->ids, 0);
  gtk_string_list_append (names, _("No objective"));
  for (guint i = 0; i < objectives->len; i++)
    {
      const OctObjective *objective = g_ptr_array_index (objectives, i);
      g_autofree char *name = oct_objective_to_text (objective);

      gtk_string_list_append (names, name);
      g_ptr_array_add (self->ids, g_strdup (objective->record.id));
      if (g_strcmp0 (objective->record.id, self->point->objective_id) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->about, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->about, selected);
}

/**
 * oct_visit_point_row_set:
 * @self: a row
 * @book: the book of plans
 * @point: its point
 * @objectives: (element-type OctObjective): those that it may be about
 */
void
oct_visit_point_row_set (OctVisitPointRow *self, OctPlanBook *book, const OctVisitPoint *point,
                         GPtrArray *objectives)
{
  gboolean open = oct_visit_point_is_open (point);
  g_autofree char *proposal = oct_visit_point_to_proposal (book, point);
  g_autofree char *shown = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (OCT_IS_VISIT_POINT_ROW (self));

  if (open)
    /* Translators: %s is what is made if one confirms it. */
    shown = g_strdup_printf (_("Proposed: %s"), proposal);
  else if (point->passed)
    shown = g_strdup (_("Passed over"));
  else
    /* Translators: %s is what was made. */
    shown = g_strdup_printf (_("Made: %s"), proposal);
  self->updating = TRUE;
  g_clear_pointer (&self->point, oct_record_unref);
  self->point = oct_record_ref ((gpointer) point);
  gtk_label_set_label (self->kind_label, oct_choice_to_text (oct_point_kinds, (int) point->point));
  gtk_label_set_label (self->text_label, point->text);
  gtk_label_set_label (self->proposal_label, shown);
  gtk_widget_set_visible (self->open_box, open);
  if (open)
    fill_about (self, objectives);
  name = g_strdup_printf ("%s. %s", point->text, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  self->updating = FALSE;
}

/**
 * oct_visit_point_row_get_point:
 * @self: a row that was set
 *
 * Returns: (transfer none): its point
 */
const OctVisitPoint *
oct_visit_point_row_get_point (OctVisitPointRow *self)
{
  g_return_val_if_fail (OCT_IS_VISIT_POINT_ROW (self), NULL);

  return self->point;
}
