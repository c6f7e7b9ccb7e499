/* Says on the desktop what is due; see the header.
 *
 * It looks when the plans are read and once an hour. Each thing is said once a day: what was said is
 * kept among the settings with its day, so that a restart says nothing again. Neither a person's name
 * nor a text of the plan stands in a notification, which others in the room may see: it says how
 * many things are due and leads to My work.
 */

#include "oct-due-notifier.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "oct-duty.h"

#define ON_KEY "notify-due"
#define SAID_KEY "notified-due"

struct _OctDueNotifier
{
  GObject parent_instance;

  OctSession *session;
  guint hourly_id;
};

G_DEFINE_FINAL_TYPE (OctDueNotifier, oct_due_notifier, G_TYPE_OBJECT)

gboolean
oct_due_notifier_is_on (OctSession *session)
{
  g_autofree char *on = oct_session_get_setting (session, ON_KEY);

  return g_strcmp0 (on, "1") == 0;
}

void
oct_due_notifier_set_on (OctSession *session, gboolean on)
{
  oct_session_set_setting (session, ON_KEY, on ? "1" : "0");
}

/* "20261125 id id": what was said on which day. */
static GString *
read_said (OctSession *session, const char *today)
{
  g_autofree char *said = oct_session_get_setting (session, SAID_KEY);

  return g_string_new (said != NULL && g_str_has_prefix (said, today) ? said : today);
}

static guint
count_new (GPtrArray *duties, GString *said, OctDate today)
{
  guint n = 0;

  for (guint i = 0; i < duties->len; i++)
    {
      const OctDuty *duty = g_ptr_array_index (duties, i);

      if (duty->due == OCT_DATE_UNKNOWN || duty->due > today
          || strstr (said->str, duty->record->id) != NULL)
        continue;
      g_string_append_printf (said, " %s", duty->record->id);
      n++;
    }

  return n;
}

static void
say (guint n)
{
  GApplication *application = g_application_get_default ();
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *title = g_strdup_printf (ngettext ("%u thing is due", "%u things are due", n),
                                            n);

  if (application == NULL)
    return;
  notification = g_notification_new (title);
  g_notification_set_body (notification, _("My work in Octant says what."));
  g_application_send_notification (application, "due", notification);
}

static void
look (OctDueNotifier *self)
{
  OctWorkbench *workbench = oct_session_get_workbench (self->session);
  OctPlanBook *book = oct_workbench_get_plans (workbench);
  OctDate today = oct_date_today ();
  g_autofree char *day = g_strdup_printf ("%d", today);
  g_autoptr (GPtrArray) duties = NULL;
  GString *said;
  guint n;

  if (book == NULL || !oct_due_notifier_is_on (self->session))
    return;
  duties = oct_duties_collect (book, oct_workbench_get_person_id (workbench), today);
  said = read_said (self->session, day);
  n = count_new (duties, said, today);
  if (n > 0)
    {
      say (n);
      oct_session_set_setting (self->session, SAID_KEY, said->str);
    }
  g_string_free (said, TRUE);
}

static gboolean
hourly_cb (gpointer user_data)
{
  look (user_data);

  return G_SOURCE_CONTINUE;
}

static void
oct_due_notifier_finalize (GObject *object)
{
  OctDueNotifier *self = OCT_DUE_NOTIFIER (object);

  g_clear_handle_id (&self->hourly_id, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (oct_due_notifier_parent_class)->finalize (object);
}

static void
oct_due_notifier_class_init (OctDueNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_due_notifier_finalize;
}

static void
oct_due_notifier_init (OctDueNotifier *self)
{
}

/**
 * oct_due_notifier_new:
 * @session: whose plans are looked at
 *
 * Returns: (transfer full): a notifier, at work for as long as it lives
 */
OctDueNotifier *
oct_due_notifier_new (OctSession *session)
{
  OctDueNotifier *self = g_object_new (OCT_TYPE_DUE_NOTIFIER, NULL);

  self->session = g_object_ref (session);
  self->hourly_id = g_timeout_add_seconds (3600, hourly_cb, self);
  g_signal_connect_object (oct_session_get_workbench (session), "notify::plans", G_CALLBACK (look),
                           self, G_CONNECT_SWAPPED);

  return self;
}
