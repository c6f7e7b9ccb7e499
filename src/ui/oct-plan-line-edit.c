/* A line of a plan's outline while its text is edited.
 *
 * Only one line of an outline is; a view of text is made for it then. What is typed is committed on a
 * pause and when one goes elsewhere.
 */

#include "oct-plan-line-parts.h"
#include "oct-plan-line-private.h"

#define PAUSE_MS 1000

static gboolean
paused_cb (gpointer data)
{
  OctPlanLine *self = data;

  self->pause_id = 0;
  oct_plan_line_commit (self);

  return G_SOURCE_REMOVE;
}

static void
typed_cb (OctPlanLine *self)
{
  if (self->updating)
    return;
  self->dirty = TRUE;
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE_MS, paused_cb, self);
}

static gboolean
left_idle_cb (gpointer data)
{
  OctPlanLine *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->view != NULL && (root == NULL || gtk_root_get_focus (root) != self->view))
    oct_plan_line_end (self);

  return G_SOURCE_REMOVE;
}

/* Where only the window lost the focus, one goes on where one was. */
static void
left_cb (OctPlanLine *self)
{
  oct_plan_line_commit (self);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, left_idle_cb, g_object_ref (self), g_object_unref);
}

static void
make_view (OctPlanLine *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = oct_plan_text_new (self->kind);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed",
                           G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, focus);
  gtk_box_insert_child_after (self->words, self->view, GTK_WIDGET (self->label));
}

static GtkTextBuffer *
get_buffer (OctPlanLine *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

/**
 * oct_plan_line_edit:
 * @self: a line
 * @offset: where the cursor stands, in characters; -1 for the end
 *
 * Begins to edit the text, or shows it anew while it is edited.
 */
void
oct_plan_line_edit (OctPlanLine *self, int offset)
{
  GtkTextIter iter;

  g_return_if_fail (OCT_IS_PLAN_LINE (self));

  if (self->view == NULL)
    make_view (self);
  self->updating = TRUE;
  gtk_text_buffer_begin_irreversible_action (get_buffer (self));
  gtk_text_buffer_set_text (get_buffer (self), gtk_label_get_label (self->label), -1);
  gtk_text_buffer_end_irreversible_action (get_buffer (self));
  self->updating = FALSE;
  if (offset < 0)
    gtk_text_buffer_get_end_iter (get_buffer (self), &iter);
  else
    gtk_text_buffer_get_iter_at_offset (get_buffer (self), &iter, offset);
  gtk_text_buffer_place_cursor (get_buffer (self), &iter);
  gtk_widget_set_visible (GTK_WIDGET (self->label), FALSE);
  gtk_widget_grab_focus (self->view);
}

/**
 * oct_plan_line_end:
 * @self: a line
 *
 * Ends editing; what was typed is kept.
 */
void
oct_plan_line_end (OctPlanLine *self)
{
  GtkWidget *view;
  GtkRoot *root;

  g_return_if_fail (OCT_IS_PLAN_LINE (self));

  oct_plan_line_commit (self);
  view = self->view;
  if (view == NULL)
    return;
  /* What has the focus doesn't go with it, or the line would look focused ever after. */
  root = gtk_widget_get_root (view);
  if (root != NULL && gtk_root_get_focus (root) == view)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->view = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->label), TRUE);
  gtk_box_remove (self->words, view);
}

/**
 * oct_plan_line_commit:
 * @self: a line
 *
 * Tells of what was typed, if anything waits.
 */
void
oct_plan_line_commit (OctPlanLine *self)
{
  g_return_if_fail (OCT_IS_PLAN_LINE (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (!self->dirty)
    return;
  self->dirty = FALSE;
  g_signal_emit_by_name (self, "commit");
}

/**
 * oct_plan_line_is_editing:
 * @self: a line
 *
 * Returns: whether its text is edited
 */
gboolean
oct_plan_line_is_editing (OctPlanLine *self)
{
  return self->view != NULL;
}

/**
 * oct_plan_line_dup_text:
 * @self: a line
 *
 * Returns: (transfer full): what it says, typed or kept, in one line
 */
char *
oct_plan_line_dup_text (OctPlanLine *self)
{
  GtkTextIter start;
  GtkTextIter end;

  if (self->view == NULL)
    return g_strdup (gtk_label_get_label (self->label));
  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);

  return g_strdelimit (gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE), "\n\r",
                       ' ');
}

/**
 * oct_plan_line_insert:
 * @self: a line that is edited
 * @text: what is typed at the cursor
 */
void
oct_plan_line_insert (OctPlanLine *self, const char *text)
{
  g_return_if_fail (OCT_IS_PLAN_LINE (self));

  if (self->view != NULL)
    gtk_text_buffer_insert_at_cursor (get_buffer (self), text, -1);
}

/**
 * oct_plan_line_get_offset:
 * @self: a line
 *
 * Returns: where the cursor stands, in characters; -1 where it isn't edited
 */
int
oct_plan_line_get_offset (OctPlanLine *self)
{
  GtkTextIter iter;

  if (self->view == NULL)
    return -1;
  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter,
                                    gtk_text_buffer_get_insert (get_buffer (self)));

  return gtk_text_iter_get_offset (&iter);
}

/**
 * oct_plan_line_is_at_edge:
 * @self: a line
 * @direction: -1 for the first line of its text, 1 for the last
 *
 * Returns: whether the cursor is there
 */
gboolean
oct_plan_line_is_at_edge (OctPlanLine *self, int direction)
{
  GtkTextIter iter;

  if (self->view == NULL)
    return TRUE;
  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter,
                                    gtk_text_buffer_get_insert (get_buffer (self)));
  if (direction < 0)
    return !gtk_text_view_backward_display_line (GTK_TEXT_VIEW (self->view), &iter);
  gtk_text_view_forward_display_line_end (GTK_TEXT_VIEW (self->view), &iter);

  return gtk_text_iter_is_end (&iter);
}
