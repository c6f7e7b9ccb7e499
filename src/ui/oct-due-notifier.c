/* Says on the desktop what is due; see the header.
 *
 * It tells when the plans are read, when the day turns and when it is turned on: one notification, which
 * names the first thing and says how many more there are. Each thing is told once for the day that it
 * is due on: what was told is kept among the session's settings as long as it waits, so that a restart
 * tells nothing again. What isn't so any more is taken away: all of it done, or what was named, or the
 * program closed. No person is named, though words of the plan are, which is why it is off until
 * somebody wants it.
 */

#include "oct-due-notifier.h"

#include <glib/gi18n.h>

#include "oct-duty.h"
#include "oct-settings.h"

#define SAID_KEY "notified-due"
#define NOTIFICATION "due"
/* The program may sleep with the computer, so that it looks often whether the day has turned. */
#define SECONDS_BETWEEN 300
#define MOST_LETTERS 90

struct _OctDueNotifier
{
  GObject parent_instance;

  /* owned */
  GApplication *application;
  OctSession *session;
  GSettings *settings; /* NULL where there are none: then nothing is ever told */
  GStrv told;          /* what the notification that is shown tells of, the named one first */
  char *workspace;     /* that was told of */

  OctDate day; /* that was told of */
  guint timer;
};

G_DEFINE_FINAL_TYPE (OctDueNotifier, oct_due_notifier, G_TYPE_OBJECT)

/* A thing is another one when it is due on another day. */
static char *
make_key (const OctDuty *duty)
{
  return g_strdup_printf ("%s@%d", duty->record->id, duty->due);
}

static gboolean
is_due (const OctDuty *duty, OctDate today)
{
  return duty->due != OCT_DATE_UNKNOWN && duty->due <= today;
}

static GPtrArray *
collect (OctDueNotifier *self, OctDate today)
{
  OctWorkbench *workbench = oct_session_get_workbench (self->session);
  OctPlanBook *book = oct_workbench_get_plans (workbench);
  GPtrArray *duties;

  if (book == NULL || oct_workbench_get_assessment (workbench) == NULL)
    return NULL;
  duties = oct_duties_collect (book, oct_workbench_get_person_id (workbench), today);
  for (guint i = duties->len; i > 0; i--)
    if (!is_due (g_ptr_array_index (duties, i - 1), today))
      g_ptr_array_remove_index (duties, i - 1);

  return duties;
}

/* --- words --- */

/* (transfer full): one line, and not the whole of a long one. */
static char *
shorten (const char *text)
{
  g_autofree char *line = g_strstrip (g_strdelimit (g_strdup (text), "\n\t", ' '));
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= MOST_LETTERS)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, MOST_LETTERS);

  return g_strconcat (g_strchomp (start), "…", NULL);
}

/* (transfer none): the school, or the trust itself. */
static const char *
get_place (OctAssessment *assessment, const OctDuty *duty)
{
  const OctOwnSchool *school = duty->school_id != NULL
                                 ? oct_assessment_find_school (assessment, duty->school_id)
                                 : NULL;

  return school != NULL ? school->name : oct_assessment_get_trust (assessment)->name;
}

static char *
make_title (OctAssessment *assessment, const OctDuty *duty, OctDate today)
{
  const char *place = get_place (assessment, duty);

  if (oct_duty_get_due (duty, today) == OCT_DUE_OVERDUE)
    /* Translators: the title of a notification; %s is a school or a trust. */
    return g_strdup_printf (_("Overdue at %s"), place);

  /* Translators: the title of a notification; %s is a school or a trust. */
  return g_strdup_printf (_("Due today at %s"), place);
}

static char *
make_body (const OctDuty *duty, guint n_more)
{
  g_autofree char *text = shorten (duty->text);
  g_autofree char *named = *text != '\0'
                             /* Translators: what is due, such as "Action", and its words. */
                             ? g_strdup_printf (_("%s: %s"), oct_duty_kind_to_text (duty->kind),
                                                text)
                             : g_strdup (oct_duty_kind_to_text (duty->kind));
  g_autofree char *more = NULL;

  if (n_more == 0)
    return g_steal_pointer (&named);
  more = g_strdup_printf (
    ngettext ("and %u more thing that is due", "and %u more things that are due", n_more), n_more);

  return g_strdup_printf ("%s\n%s", named, more);
}

/* One thing leads to where it is done, but a click begins no review; several to all of them. */
static char *
make_location (GPtrArray *fresh)
{
  const OctDuty *duty = g_ptr_array_index (fresh, 0);

  if (fresh->len > 1)
    return g_strdup ("my-work");
  if (duty->record->kind == &oct_plan_kind)
    return g_strdup_printf ("plan/%s", duty->record->id);

  return g_strdup (duty->location);
}

/* --- telling --- */

static void
take_away (OctDueNotifier *self)
{
  if (self->told == NULL)
    return;
  g_application_withdraw_notification (self->application, NOTIFICATION);
  g_clear_pointer (&self->told, g_strfreev);
}

static void
send (OctDueNotifier *self, GPtrArray *fresh, OctDate today)
{
  OctAssessment *assessment = oct_workbench_get_assessment (
    oct_session_get_workbench (self->session));
  const OctDuty *first = g_ptr_array_index (fresh, 0);
  g_autofree char *title = make_title (assessment, first, today);
  g_autofree char *body = make_body (first, fresh->len - 1);
  g_autofree char *location = make_location (fresh);
  g_autoptr (GNotification) notification = g_notification_new (title);
  g_autoptr (GStrvBuilder) told = g_strv_builder_new ();

  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.go", "s", location);
  g_application_send_notification (self->application, NOTIFICATION, notification);
  for (guint i = 0; i < fresh->len; i++)
    {
      g_autofree char *key = make_key (g_ptr_array_index (fresh, i));

      g_strv_builder_add (told, key);
    }
  g_strfreev (self->told);
  self->told = g_strv_builder_end (told);
}

/* (transfer container): those that haven't been told; takes down that they are. */
static GPtrArray *
find_fresh (OctDueNotifier *self, GPtrArray *duties)
{
  g_autofree char *setting = oct_session_get_setting (self->session, SAID_KEY);
  g_auto (GStrv) said = g_strsplit (setting != NULL ? setting : "", " ", -1);
  g_autoptr (GString) now = g_string_new (NULL);
  GPtrArray *fresh = g_ptr_array_new ();

  for (guint i = 0; i < duties->len; i++)
    {
      g_autofree char *key = make_key (g_ptr_array_index (duties, i));

      if (!g_strv_contains ((const char *const *) said, key))
        g_ptr_array_add (fresh, g_ptr_array_index (duties, i));
      g_string_append_printf (now, "%s%s", now->len > 0 ? " " : "", key);
    }
  if (g_strcmp0 (setting, now->str) != 0)
    oct_session_set_setting (self->session, SAID_KEY, now->str);

  return fresh;
}

/* Takes away what isn't so any more. */
static void
update_shown (OctDueNotifier *self, GPtrArray *duties)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) waiting = NULL;

  if (self->told == NULL)
    return;
  builder = g_strv_builder_new ();
  for (guint i = 0; i < duties->len; i++)
    {
      g_autofree char *key = make_key (g_ptr_array_index (duties, i));

      g_strv_builder_add (builder, key);
    }
  waiting = g_strv_builder_end (builder);
  if (!g_strv_contains ((const char *const *) waiting, self->told[0]))
    take_away (self);
}

static gboolean
is_on (OctDueNotifier *self)
{
  return self->settings != NULL && g_settings_get_boolean (self->settings, OCT_NOTIFY_DUE_KEY);
}

/* Something changed, or time went by. */
static void
look (OctDueNotifier *self)
{
  const char *workspace = oct_workbench_get_name (oct_session_get_workbench (self->session));
  OctDate today = oct_date_today ();
  g_autoptr (GPtrArray) duties = is_on (self) ? collect (self, today) : NULL;

  if (duties == NULL || g_strcmp0 (workspace, self->workspace) != 0)
    {
      take_away (self);
      self->day = OCT_DATE_UNKNOWN;
    }
  if (duties == NULL)
    return;
  update_shown (self, duties);
  g_free (self->workspace);
  self->workspace = g_strdup (workspace);
  if (self->day != today)
    oct_due_notifier_tell (self, today);
}

static gboolean
timer_cb (gpointer user_data)
{
  look (user_data);

  return G_SOURCE_CONTINUE;
}

/* --- class --- */

static void
oct_due_notifier_dispose (GObject *object)
{
  OctDueNotifier *self = OCT_DUE_NOTIFIER (object);

  take_away (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  g_clear_object (&self->application);
  g_clear_pointer (&self->workspace, g_free);
  G_OBJECT_CLASS (oct_due_notifier_parent_class)->dispose (object);
}

static void
oct_due_notifier_class_init (OctDueNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = oct_due_notifier_dispose;
}

static void
oct_due_notifier_init (OctDueNotifier *self)
{
}

/**
 * oct_due_notifier_new:
 * @application: whose notifications they are
 * @session: whose plans are looked at
 *
 * Returns: (transfer full): a notifier, at work for as long as it lives
 */
OctDueNotifier *
oct_due_notifier_new (GApplication *application, OctSession *session)
{
  OctDueNotifier *self = g_object_new (OCT_TYPE_DUE_NOTIFIER, NULL);

  self->application = g_object_ref (application);
  self->session = g_object_ref (session);
  self->settings = oct_settings_new ();
  self->timer = g_timeout_add_seconds (SECONDS_BETWEEN, timer_cb, self);
  g_signal_connect_object (oct_session_get_workbench (session), "notify::plans", G_CALLBACK (look),
                           self, G_CONNECT_SWAPPED);
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed::" OCT_NOTIFY_DUE_KEY, G_CALLBACK (look),
                             self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * oct_due_notifier_tell:
 * @self: a notifier
 * @today: the day it is
 *
 * Says what is due on that day and hasn't been said before, where that is wanted and anything is.
 */
void
oct_due_notifier_tell (OctDueNotifier *self, OctDate today)
{
  g_autoptr (GPtrArray) duties = NULL;
  g_autoptr (GPtrArray) fresh = NULL;

  g_return_if_fail (OCT_IS_DUE_NOTIFIER (self));

  duties = is_on (self) ? collect (self, today) : NULL;
  if (duties == NULL)
    return;
  self->day = today;
  fresh = find_fresh (self, duties);
  if (fresh->len > 0)
    send (self, fresh, today);
}

/**
 * oct_due_notifier_add_action:
 * @application: the application, which has started
 *
 * Adds the action "app.notify-due" that turns notifications on and off.
 */
void
oct_due_notifier_add_action (GApplication *application)
{
  g_autoptr (GSettings) settings = oct_settings_new ();
  g_autoptr (GAction) action = NULL;

  if (settings == NULL)
    return;
  action = g_settings_create_action (settings, OCT_NOTIFY_DUE_KEY);
  g_action_map_add_action (G_ACTION_MAP (application), action);
}
