/* Undo and redo of the window: the last edit of the workspace, told in a toast that leads to it.
 *
 * A text that has the focus keeps its own undo, since the key reaches it first.
 */
#include "oct-window.h"

#include <glib/gi18n.h>

#include "oct-window-actions.h"

static void
show_step (OctWindow *self, const OctEditRecord *record, gboolean redo)
{
  g_autofree char *text = NULL;

  /* Translators: %s is a sentence about what was done, such as "Judged Improvement of …". */
  text = g_strdup_printf (redo ? _("Done again: %s") : _("Undone: %s"), record->sentence);
  oct_window_toast_step (self, text, record->location);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctWindow) self = OCT_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (OctEditRecord) record = oct_workbench_step_finish (OCT_WORKBENCH (source), result,
                                                                &error);

  if (record != NULL)
    show_step (self, record, record->state == OCT_EDIT_UNDONE);
  else
    oct_window_toast_step (self, error->message, NULL);
}

/**
 * oct_window_undo:
 * @self: the window
 * @redo: brings back what was undone last, instead of taking back the last edit
 *
 * Takes back or brings back one edit of the workspace, and says which.
 */
void
oct_window_undo (OctWindow *self, gboolean redo)
{
  OctWorkbench *workbench;

  g_return_if_fail (OCT_IS_WINDOW (self));

  workbench = oct_session_get_workbench (oct_window_get_session (self));
  if (redo)
    oct_workbench_redo_async (workbench, undone_cb, g_object_ref (self));
  else
    oct_workbench_undo_async (workbench, undone_cb, g_object_ref (self));
}

static void
told_cb (OctWindow *self, const char *text)
{
  oct_window_toast (self, text, NULL);
}

/**
 * oct_window_follow_workbench:
 * @self: the window
 *
 * Lets undo and redo follow what its session's workspace has to take back, and says what it has to
 * say.
 */
void
oct_window_follow_workbench (OctWindow *self)
{
  OctWorkbench *workbench;

  g_return_if_fail (OCT_IS_WINDOW (self));

  workbench = oct_session_get_workbench (oct_window_get_session (self));
  g_signal_connect_object (workbench, "changed", G_CALLBACK (oct_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "notify::undo-sentence",
                           G_CALLBACK (oct_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "notify::redo-sentence",
                           G_CALLBACK (oct_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workbench, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
}
