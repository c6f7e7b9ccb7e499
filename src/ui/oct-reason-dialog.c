/* Asks why; see the header. */

#include "oct-reason-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *widget; /* owned */
  GtkWidget *entry;
  OctReasonFunc func;
  gpointer data;
  GDestroyNotify free_data;
} Asking;

static char *
dup_reason (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static void
changed_cb (GtkWidget *entry, AdwMessageDialog *dialog)
{
  g_autofree char *why = dup_reason (entry);

  adw_message_dialog_set_response_enabled (dialog, "do", *why != '\0');
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Asking *asking)
{
  g_autofree char *why = dup_reason (asking->entry);

  if (g_str_equal (response, "do") && *why != '\0')
    asking->func (asking->widget, why, asking->data);
}

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  if (asking->free_data != NULL)
    asking->free_data (asking->data);
  g_object_unref (asking->widget);
  g_free (asking);
}

/**
 * oct_reason_dialog_present:
 * @widget: where it is asked
 * @heading: what is to be done
 * @body: what comes of it
 * @label: of the button that does it, with a mnemonic
 * @func: does it
 * @data: for @func
 * @free_data: (nullable): frees @data
 *
 * Asks for a reason; without one it can't be done.
 *
 * Returns: (transfer none): the dialogue, which is shown
 */
GtkWindow *
oct_reason_dialog_present (GtkWidget *widget, const char *heading, const char *body,
                           const char *label, OctReasonFunc func, gpointer data,
                           GDestroyNotify free_data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              heading, NULL);
  GtkWidget *entry = gtk_entry_new ();
  Asking *asking = g_new0 (Asking, 1);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "do",
                                    label, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "do",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "do");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "do", FALSE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Why"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Why"),
                                  -1);
  asking->widget = g_object_ref (widget);
  asking->entry = entry;
  asking->func = func;
  asking->data = data;
  asking->free_data = free_data;
  g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asking, asking_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);

  return GTK_WINDOW (dialog);
}
