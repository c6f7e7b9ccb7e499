/* Home: the way in, and afterwards the trust on one page.
 *
 * Three things one after the other: without a register the welcome, with one the choice of a trust,
 * and with a trust its overview. Which of them is shown follows from the session alone.
 */

#include "oct-home-page.h"

#include <glib/gi18n.h>

#include "oct-error.h"
#include "oct-home-trust.h"
#include "oct-trust-chooser.h"
#include "oct-welcome.h"

struct _OctHomePage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  OctTrustChooser *chooser;
  OctHomeTrust *overview;

  gboolean choosing; /* another trust, though there is one */
};

G_DEFINE_FINAL_TYPE (OctHomePage, oct_home_page, OCT_TYPE_PAGE)

static void
update (OctHomePage *self)
{
  OctSession *session = oct_page_get_session (OCT_PAGE (self));
  OctRegister *reg = oct_session_get_register (session);
  guint32 uid = oct_session_get_trust_uid (session);
  OctTrust *trust = reg != NULL && uid != 0 ? oct_register_get_trust (reg, uid) : NULL;
  const char *name;

  if (reg == NULL)
    name = g_error_matches (oct_session_get_problem (session), OCT_ERROR, OCT_ERROR_OLDER)
             ? "upgrading"
             : "welcome";
  else if (trust == NULL || self->choosing)
    name = "chooser";
  else
    name = "overview";

  if (g_str_equal (name, "chooser"))
    {
      oct_trust_chooser_set_register (self->chooser, reg);
      oct_trust_chooser_set_cancellable (self->chooser, trust != NULL);
    }
  else if (g_str_equal (name, "overview"))
    oct_home_trust_show (self->overview, session, trust);
  oct_page_show_part (self->stack, name);
  oct_page_set_title (OCT_PAGE (self), trust != NULL ? oct_trust_get_name (trust) : _("Home"));
}

static void
chosen_cb (OctHomePage *self, guint uid)
{
  self->choosing = FALSE;
  oct_session_set_trust_uid (oct_page_get_session (OCT_PAGE (self)), uid);
  update (self);
}

static void
cancelled_cb (OctHomePage *self)
{
  self->choosing = FALSE;
  update (self);
}

static void
change_trust_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OctHomePage *self = OCT_HOME_PAGE (widget);

  self->choosing = TRUE;
  update (self);
  oct_trust_chooser_focus (self->chooser);
}

static void
oct_home_page_show_location (OctPage *page, const char *location)
{
  update (OCT_HOME_PAGE (page));
}

static gboolean
oct_home_page_focus_search (OctPage *page)
{
  OctHomePage *self = OCT_HOME_PAGE (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "chooser") != 0)
    return FALSE;
  oct_trust_chooser_focus (self->chooser);
  return TRUE;
}

/* Where there is one thing to do next, the focus is on it. */
static gboolean
oct_home_page_grab_focus (GtkWidget *widget)
{
  OctHomePage *self = OCT_HOME_PAGE (widget);
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (name, "welcome") == 0)
    return gtk_widget_grab_focus (gtk_stack_get_visible_child (self->stack));
  return oct_home_page_focus_search (OCT_PAGE (self));
}

static void
oct_home_page_constructed (GObject *object)
{
  OctSession *session = oct_page_get_session (OCT_PAGE (object));

  G_OBJECT_CLASS (oct_home_page_parent_class)->constructed (object);

  /* When bringing the register up to date fails, the welcome says what to do. */
  g_signal_connect_object (session, "notify::problem", G_CALLBACK (update), object,
                           G_CONNECT_SWAPPED);
}

static void
oct_home_page_class_init (OctHomePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OctPageClass *page_class = OCT_PAGE_CLASS (klass);

  object_class->constructed = oct_home_page_constructed;
  widget_class->grab_focus = oct_home_page_grab_focus;
  page_class->show = oct_home_page_show_location;
  page_class->focus_search = oct_home_page_focus_search;

  gtk_widget_class_install_action (widget_class, "home.change-trust", NULL, change_trust_cb);
  g_type_ensure (OCT_TYPE_HOME_TRUST);
  g_type_ensure (OCT_TYPE_WELCOME);
  g_type_ensure (OCT_TYPE_TRUST_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-home-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctHomePage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctHomePage, chooser);
  gtk_widget_class_bind_template_child (widget_class, OctHomePage, overview);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancelled_cb);
}

static void
oct_home_page_init (OctHomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
