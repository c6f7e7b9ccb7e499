/* Something short that a window says; see the header.
 *
 * Toasts wait for each other, which is right for news of different kinds. Steps back and forth follow
 * each other fast, and each makes the one before untrue: they don't wait.
 */

#include "oct-toast.h"

#include <glib/gi18n.h>

static AdwToast *
toast_new (const char *text, const char *location)
{
  /* A toast's title is markup; names of schools have ampersands. */
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  if (location != NULL && *location != '\0')
    {
      adw_toast_set_button_label (toast, _("Show"));
      adw_toast_set_action_name (toast, "win.go");
      adw_toast_set_action_target (toast, "s", location);
    }

  return toast;
}

/**
 * oct_toast_add:
 * @overlay: where it appears
 * @text: one short sentence
 * @location: (nullable): where a button on it leads
 *
 * Says something as soon as what was said before has been read.
 */
void
oct_toast_add (AdwToastOverlay *overlay, const char *text, const char *location)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (text != NULL);

  adw_toast_overlay_add_toast (overlay, toast_new (text, location));
}

static void
dismissed_cb (AdwToastOverlay *overlay, AdwToast *toast)
{
  if (g_object_get_data (G_OBJECT (overlay), "oct-last-step") == toast)
    g_object_set_data (G_OBJECT (overlay), "oct-last-step", NULL);
}

/**
 * oct_toast_replace:
 * @overlay: where it appears
 * @text: one short sentence
 * @location: (nullable): where a button on it leads
 *
 * Says something at once, and takes back what was last said by this function.
 */
void
oct_toast_replace (AdwToastOverlay *overlay, const char *text, const char *location)
{
  AdwToast *toast;
  AdwToast *last;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (text != NULL);

  last = g_object_get_data (G_OBJECT (overlay), "oct-last-step");
  if (last != NULL)
    adw_toast_dismiss (last);
  toast = toast_new (text, location);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), overlay,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (overlay), "oct-last-step", g_object_ref (toast),
                          g_object_unref);
  adw_toast_overlay_add_toast (overlay, toast);
}
