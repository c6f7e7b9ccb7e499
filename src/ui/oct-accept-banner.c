/* The card over a trust whose register moved on; see the header. */

#include "oct-accept-banner.h"

#include <glib/gi18n.h>

#include "oct-acceptance.h"
#include "oct-wrap-box.h"

struct _OctAcceptBanner
{
  AdwBin parent_instance;

  /* template */
  GtkLabel *label;

  /* owned */
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (OctAcceptBanner, oct_accept_banner, ADW_TYPE_BIN)

static void
update (OctAcceptBanner *self)
{
  g_autoptr (OctAcceptance) acceptance = g_signal_group_dup_target (self->signals);
  g_autofree char *what = acceptance != NULL ? oct_acceptance_describe (acceptance) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (what == NULL || *what == '\0')
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }
  day = oct_date_to_text (oct_acceptance_get_as_at (acceptance));
  text = g_strdup_printf (
    /* Translators: the first %s is a day, the second a list such as "1 school joined, 1 renamed". */
    _("The register of %s differs from what this workspace accepted: %s."), day, what);
  gtk_label_set_label (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
oct_accept_banner_dispose (GObject *object)
{
  OctAcceptBanner *self = OCT_ACCEPT_BANNER (object);

  if (self->signals != NULL)
    g_signal_group_set_target (self->signals, NULL);
  g_clear_object (&self->signals);

  G_OBJECT_CLASS (oct_accept_banner_parent_class)->dispose (object);
}

static void
oct_accept_banner_class_init (OctAcceptBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (OCT_TYPE_WRAP_BOX);
  G_OBJECT_CLASS (klass)->dispose = oct_accept_banner_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-accept-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, OctAcceptBanner, label);
}

static void
oct_accept_banner_init (OctAcceptBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (OCT_TYPE_ACCEPTANCE);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (update), self);
}

/**
 * oct_accept_banner_follow:
 * @self: a banner
 * @session: the session whose workspace it is about
 *
 * Shows what waits in that session, and follows it.
 */
void
oct_accept_banner_follow (OctAcceptBanner *self, OctSession *session)
{
  g_return_if_fail (OCT_IS_ACCEPT_BANNER (self));

  g_signal_group_set_target (self->signals, oct_session_get_acceptance (session));
  update (self);
}
