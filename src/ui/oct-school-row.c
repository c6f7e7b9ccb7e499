/* One row of the table of schools.
 *
 * The table keeps as many rows as fit on the screen and hands each another school as one scrolls.
 * To a screen reader a row is one thing with everything it shows in its name; its action opens the
 * school.
 */

#include "octant-config.h"

#include "oct-school-row.h"

struct _OctSchoolRow
{
  GtkWidget parent_instance;

  /* owned */
  OctCellPainter *painter;
  OctSchool *school;

  guint position;
};

G_DEFINE_FINAL_TYPE (OctSchoolRow, oct_school_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
oct_school_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  OctSchoolRow *self = OCT_SCHOOL_ROW (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL
                          ? oct_cell_painter_row_height (self->painter)
                          : 1;
}

static void
oct_school_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OctSchoolRow *self = OCT_SCHOOL_ROW (widget);

  if (self->school != NULL)
    oct_cell_painter_draw_row (self->painter, snapshot, widget, oct_school_get_facts (self->school),
                               gtk_widget_get_width (widget));
}

static gboolean
query_tooltip_cb (OctSchoolRow *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;

  if (self->school == NULL || keyboard)
    return FALSE;
  text = oct_cell_painter_full_text (self->painter, oct_school_get_facts (self->school), x);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_OPEN], 0);
}

static void
oct_school_row_dispose (GObject *object)
{
  OctSchoolRow *self = OCT_SCHOOL_ROW (object);

  g_clear_object (&self->school);
  g_clear_object (&self->painter);
  G_OBJECT_CLASS (oct_school_row_parent_class)->dispose (object);
}

static void
oct_school_row_class_init (OctSchoolRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_school_row_dispose;
  widget_class->measure = oct_school_row_measure;
  widget_class->snapshot = oct_school_row_snapshot;
  gtk_widget_class_set_css_name (widget_class, "row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
  gtk_widget_class_install_action (widget_class, "row.open", NULL, open_cb);

  /* The person opens the school: from the row's accessible action. */
  signals[SIGNAL_OPEN] = g_signal_new ("open", OCT_TYPE_SCHOOL_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
}

static void
oct_school_row_init (OctSchoolRow *self)
{
  self->position = GTK_INVALID_LIST_POSITION;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "activatable");
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

/**
 * oct_school_row_new:
 * @painter: (transfer none): draws the cells
 *
 * Makes an empty row.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
oct_school_row_new (OctCellPainter *painter)
{
  OctSchoolRow *self = g_object_new (OCT_TYPE_SCHOOL_ROW, NULL);

  g_set_object (&self->painter, painter);
  return GTK_WIDGET (self);
}

/**
 * oct_school_row_bind:
 * @self: a row
 * @school: (nullable): what it is to show
 * @position: where that stands in the list
 *
 * Shows a school.
 */
void
oct_school_row_bind (OctSchoolRow *self, OctSchool *school, guint position)
{
  g_return_if_fail (OCT_IS_SCHOOL_ROW (self));

  self->position = position;
  g_set_object (&self->school, school);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * oct_school_row_describe:
 * @self: a row
 *
 * Puts what the row shows into words for a screen reader. The table does it once the row is
 * painted, since it takes as long as the painting.
 */
void
oct_school_row_describe (OctSchoolRow *self)
{
  g_autofree char *description = NULL;

  g_return_if_fail (OCT_IS_SCHOOL_ROW (self));

  if (self->school == NULL)
    return;
  description = oct_cell_painter_describe (self->painter, oct_school_get_facts (self->school));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                  (int) self->position + 1, -1);
}

/**
 * oct_school_row_get_school:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
OctSchool *
oct_school_row_get_school (OctSchoolRow *self)
{
  g_return_val_if_fail (OCT_IS_SCHOOL_ROW (self), NULL);

  return self->school;
}

/**
 * oct_school_row_get_position:
 * @self: a row
 *
 * Returns: where the school stands in the list, %GTK_INVALID_LIST_POSITION for an empty row
 */
guint
oct_school_row_get_position (OctSchoolRow *self)
{
  g_return_val_if_fail (OCT_IS_SCHOOL_ROW (self), GTK_INVALID_LIST_POSITION);

  return self->position;
}
