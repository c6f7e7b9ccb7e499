/* Beginning a workspace, or opening one that is there; see the header.
 *
 * The least is asked: which trust, and the post of whoever works here. A trust that is not in the
 * register is entered by hand, with its schools as lines of text.
 */

#include "oct-our-trust-start.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-commands.h"
#include "oct-text.h"

struct _OctOurTrustStart
{
  AdwBin parent_instance;

  /* template */
  AdwPreferencesGroup *existing_group;
  AdwActionRow *trust_row;
  GtkButton *choose;
  AdwExpanderRow *hand_row;
  AdwEntryRow *hand_name;
  GtkTextView *hand_schools;
  AdwEntryRow *post;
  AdwEntryRow *person;
  GtkLabel *problem;
  GtkButton *begin;

  /* owned */
  OctSession *session;
  GPtrArray *existing; /* rows of the group, borrowed from it */
};

G_DEFINE_FINAL_TYPE (OctOurTrustStart, oct_our_trust_start, ADW_TYPE_BIN)

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static gboolean
is_by_hand (OctOurTrustStart *self)
{
  return adw_expander_row_get_enable_expansion (self->hand_row);
}

static OctTrust *
get_chosen (OctOurTrustStart *self)
{
  OctRegister *reg = oct_session_get_register (self->session);
  guint32 uid = oct_session_get_trust_uid (self->session);

  return reg != NULL && uid != 0 ? oct_register_get_trust (reg, uid) : NULL;
}

static void
update (OctOurTrustStart *self)
{
  gboolean has_trust = is_by_hand (self) ? *get_text (self->hand_name) != '\0'
                                         : self->session != NULL && get_chosen (self) != NULL;
  gboolean has_person = *get_text (self->post) != '\0' || *get_text (self->person) != '\0';

  gtk_widget_set_sensitive (GTK_WIDGET (self->begin), has_trust && has_person);
}

static void
show_problem (OctOurTrustStart *self, const char *message)
{
  gtk_label_set_label (self->problem, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static void
show_trust (OctOurTrustStart *self)
{
  OctTrust *trust = get_chosen (self);
  g_autofree char *schools = NULL;

  gtk_button_set_label (self->choose, trust != NULL ? _("Choose another") : _("Choose"));
  if (trust == NULL)
    {
      g_object_set (self->trust_row, "title", _("No trust is chosen yet"), "subtitle",
                    _("Choose yours from the register"), NULL);
      return;
    }
  schools = oct_text_schools (oct_trust_get_facts (trust)->schools);
  g_object_set (self->trust_row, "title", oct_trust_get_name (trust), "subtitle", schools, NULL);
}

static void
open_row_cb (AdwActionRow *row, OctOurTrustStart *self)
{
  oct_workbench_open_async (oct_session_get_workbench (self->session),
                            adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), NULL, NULL,
                            NULL);
}

static void
show_existing (OctOurTrustStart *self)
{
  g_auto (GStrv) names = oct_workbench_list (oct_session_get_workbench (self->session));

  for (guint i = 0; i < self->existing->len; i++)
    adw_preferences_group_remove (self->existing_group, g_ptr_array_index (self->existing, i));
  g_ptr_array_set_size (self->existing, 0);
  for (guint i = 0; names[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      g_object_set (row, "use-markup", FALSE, "title", names[i], "activatable", TRUE, NULL);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_signal_connect (row, "activated", G_CALLBACK (open_row_cb), self);
      adw_preferences_group_add (self->existing_group, row);
      g_ptr_array_add (self->existing, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->existing_group), names[0] != NULL);
}

/* Beginning. */

static GPtrArray *
read_hand_schools (OctOurTrustStart *self)
{
  GPtrArray *schools = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_own_school_free);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->hand_schools);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_object_get (buffer, "text", &text, NULL);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      OctOwnSchool *school;

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      school = oct_own_school_new ();
      g_free (school->name);
      school->name = g_strdup (lines[i]);
      g_ptr_array_add (schools, school);
    }

  return schools;
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctOurTrustStart) self = OCT_OUR_TRUST_START (user_data);
  g_autoptr (GError) error = NULL;

  oct_workbench_create_finish (OCT_WORKBENCH (source), result, &error);
  show_problem (self, error != NULL ? error->message : NULL);
}

static OctOwnTrust *
make_trust (OctOurTrustStart *self, GPtrArray **schools, GError **error)
{
  OctOwnTrust *trust;

  if (!is_by_hand (self))
    return oct_make_own_trust (self->session, oct_session_get_trust_uid (self->session), schools,
                               error);
  trust = g_new0 (OctOwnTrust, 1);
  trust->name = g_strstrip (g_strdup (get_text (self->hand_name)));
  trust->purpose = g_strdup ("");
  *schools = read_hand_schools (self);

  return trust;
}

/* A name that a file may have, and that no workspace has yet. */
static char *
make_name (OctOurTrustStart *self, const char *trust)
{
  g_auto (GStrv) names = oct_workbench_list (oct_session_get_workbench (self->session));
  g_autofree char *base = g_strdelimit (g_strndup (trust, 90), "/\\:*?\"<>|", '-');
  char *name = g_strdup (base);

  for (guint i = 2; g_strv_contains ((const char *const *) names, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %u", base, i);
    }

  return name;
}

static void
begin_cb (OctOurTrustStart *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) schools = NULL;
  g_autoptr (OctOwnTrust) trust = make_trust (self, &schools, &error);
  g_autofree char *name = NULL;
  const OctPerson person = { .name = (char *) get_text (self->person),
                             .post = (char *) get_text (self->post) };
  OctNewWorkspace what = { .trust = trust, .schools = schools, .person = &person };

  if (trust == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  name = make_name (self, trust->name);
  what.name = name;
  show_problem (self, NULL);
  oct_workbench_create_async (oct_session_get_workbench (self->session), &what, NULL, created_cb,
                              g_object_ref (self));
}

/* Return in the last that is asked for does what the button does. */
static void
entered_cb (OctOurTrustStart *self)
{
  if (gtk_widget_is_sensitive (GTK_WIDGET (self->begin)))
    begin_cb (self);
}

static void
oct_our_trust_start_dispose (GObject *object)
{
  OctOurTrustStart *self = OCT_OUR_TRUST_START (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->existing, g_ptr_array_unref);

  G_OBJECT_CLASS (oct_our_trust_start_parent_class)->dispose (object);
}

static void
oct_our_trust_start_class_init (OctOurTrustStartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_our_trust_start_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-our-trust-start.ui");
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustStart, existing_group);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustStart, trust_row);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustStart, choose);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustStart, hand_row);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustStart, hand_name);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustStart, hand_schools);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustStart, post);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustStart, person);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustStart, problem);
  gtk_widget_class_bind_template_child (widget_class, OctOurTrustStart, begin);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
oct_our_trust_start_init (OctOurTrustStart *self)
{
  self->existing = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  oct_accessible_name_switch (GTK_WIDGET (self->hand_row),
                              adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->hand_row)));
}

/**
 * oct_our_trust_start_show:
 * @self: the beginning
 * @session: the session
 *
 * Shows the trust that is chosen in the register, and the workspaces there are.
 */
void
oct_our_trust_start_show (OctOurTrustStart *self, OctSession *session)
{
  g_return_if_fail (OCT_IS_OUR_TRUST_START (self));

  g_set_object (&self->session, session);
  show_trust (self);
  show_existing (self);
  show_problem (self, oct_workbench_get_problem (oct_session_get_workbench (session)));
  update (self);
}
