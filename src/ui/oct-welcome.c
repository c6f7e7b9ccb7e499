/* The first thing anyone sees: what Octant is, and how to get the file it needs.
 *
 * The publisher's page must be visited by a person, in their own browser; so the steps say in words
 * what to tick there, and what to do with the file that comes.
 */

#include "oct-welcome.h"

#include <glib/gi18n.h>

#include "oct-focus.h"

#define DOWNLOAD_PAGE "https://get-information-schools.service.gov.uk/Downloads"

struct _OctWelcome
{
  AdwBin parent_instance;

  /* template */
  GtkWidget *choose_button;
};

G_DEFINE_FINAL_TYPE (OctWelcome, oct_welcome, ADW_TYPE_BIN)

static void
open_page_cb (OctWelcome *self)
{
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), DOWNLOAD_PAGE,
                GDK_CURRENT_TIME);
}

static gboolean
oct_welcome_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (OCT_WELCOME (widget)->choose_button);
}

static void
oct_welcome_class_init (OctWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = oct_focus_child;
  widget_class->grab_focus = oct_welcome_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, OctWelcome, choose_button);
  gtk_widget_class_bind_template_callback (widget_class, open_page_cb);
}

static void
oct_welcome_init (OctWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
