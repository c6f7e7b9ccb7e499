/* A row of a timeline for a screen reader.
 *
 * The picture is drawn at once by its view. These stand where its rows are, so that a screen reader
 * can go through them and open one.
 */

#include "octant-config.h"

#include "oct-timeline-line.h"

struct _OctTimelineLine
{
  GtkWidget parent_instance;

  guint line;
};

G_DEFINE_FINAL_TYPE (OctTimelineLine, oct_timeline_line, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_OPEN], 0);
}

static void
oct_timeline_line_class_init (OctTimelineLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
  gtk_widget_class_install_action (widget_class, "line.open", NULL, open_action);

  /**
   * OctTimelineLine::open:
   * @self: the row
   *
   * A screen reader opens it.
   */
  signals[SIGNAL_OPEN] = g_signal_new ("open", OCT_TYPE_TIMELINE_LINE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
}

static void
oct_timeline_line_init (OctTimelineLine *self)
{
  self->line = GTK_INVALID_LIST_POSITION;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * oct_timeline_line_new:
 *
 * Returns: (transfer floating): a row that stands for none
 */
GtkWidget *
oct_timeline_line_new (void)
{
  return g_object_new (OCT_TYPE_TIMELINE_LINE, NULL);
}

/**
 * oct_timeline_line_set:
 * @self: a row
 * @line: which line of the timeline it stands for
 * @words: what that shows
 * @chosen: whether it is the chosen one
 *
 * Puts what a line shows into words.
 */
void
oct_timeline_line_set (OctTimelineLine *self, guint line, const char *words, gboolean chosen)
{
  g_return_if_fail (OCT_IS_TIMELINE_LINE (self));
  g_return_if_fail (words != NULL);

  self->line = line;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                  (int) line + 1, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
}

/**
 * oct_timeline_line_get:
 * @self: a row
 *
 * Returns: which line of the timeline it stands for
 */
guint
oct_timeline_line_get (OctTimelineLine *self)
{
  g_return_val_if_fail (OCT_IS_TIMELINE_LINE (self), GTK_INVALID_LIST_POSITION);

  return self->line;
}
