/* A director's week. Visits: written up in a corridor, points that become actions, support, evidence and a draft of
 * progress, each with one key and one edit; the list of schools; the brief for the next visit. What is due
 * for a person, done with a key; whether support lasted.
 */
#include <string.h>

#include "oct-due-notifier.h"
#include "oct-my-work-page.h"
#include "oct-settings.h"
#include "oct-visit-edits.h"
#include "oct-visit-brief.h"
#include "oct-visit-page.h"
#include "oct-visits-page.h"
#include "plan-fixture.h"

static void
open_visit (Fixture *fixture)
{
  g_autofree char *plan = add_sample_plan (fixture);
  g_autofree char *location = g_strdup_printf ("visit?school=%s", school_id (fixture, 1));

  open_page (fixture, OCT_TYPE_VISIT_PAGE, location);
  wait_for_text (fixture, "Birch Academy");
}

static void
add_point (Fixture *fixture, const char *text)
{
  GtkWidget *entry = wait_for (fixture, is_of_type, "GtkEntry");

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  settle (fixture);
}

static const OctVisitPoint *
get_point (Fixture *fixture, guint index)
{
  return g_ptr_array_index (oct_plan_book_get_all (get_plans (fixture), &oct_visit_point_kind),
                            index);
}

/* Return on the row. */
static void
confirm (Fixture *fixture, const char *text)
{
  GtkWidget *row = gtk_widget_get_ancestor (wait_for_text (fixture, text), GTK_TYPE_LIST_BOX_ROW);

  gtk_widget_grab_focus (row);
  g_signal_emit_by_name (row, "activate");
  settle (fixture);
}

static guint
count (Fixture *fixture, const OctRecordKind *kind)
{
  return oct_plan_book_get_all (get_plans (fixture), kind)->len;
}

static void
test_written (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label;
  GtkWidget *view;
  const OctVisit *visit;

  open_visit (fixture);
  /* Nothing is kept before the first word. */
  g_assert_cmpuint (count (fixture, &oct_visit_kind), ==, 0);
  label = wait_for_text (fixture, "What was _seen");
  view = gtk_label_get_mnemonic_widget (GTK_LABEL (label));
  while (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != view)
    g_main_context_iteration (NULL, TRUE);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                                    "Phonics is taught daily", -1);
  gtk_widget_grab_focus (wait_for (fixture, is_of_type, "GtkEntry"));
  settle (fixture);
  visit = g_ptr_array_index (oct_plan_book_get_all (get_plans (fixture), &oct_visit_kind), 0);
  g_assert_cmpstr (visit->seen, ==, "Phonics is taught daily");
  g_assert_cmpint (visit->on, ==, oct_date_today ());
  assert_fits (fixture);
}

/* What creates a visit can be undone while its page is shown: the page follows, and writes nothing. */
static void
test_undone (Fixture *fixture, gconstpointer data)
{
  GtkWidget *spin;

  open_visit (fixture);
  spin = wait_for (fixture, is_of_type, "GtkSpinButton");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 0.5);
  settle (fixture);
  g_assert_cmpuint (count (fixture, &oct_visit_kind), ==, 1);
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
  wait_for_text (fixture, "The visit was undone");
  assert_not_said (fixture, "Birch Academy");
  /* What stands in its fields still doesn't make it anew. */
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 1.5);
  settle (fixture);
  g_assert_cmpuint (count (fixture, &oct_visit_kind), ==, 0);
  oct_workbench_redo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
  wait_for_text (fixture, "Birch Academy");
  assert_not_said (fixture, "The visit was undone");
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin)), ==, 0.5);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 2);
  settle (fixture);
  g_assert_cmpfloat (((const OctVisit *) g_ptr_array_index (
                        oct_plan_book_get_all (get_plans (fixture), &oct_visit_kind), 0))
                       ->days,
                     ==, 2);
}

static void
test_action (Fixture *fixture, gconstpointer data)
{
  guint actions;

  open_visit (fixture);
  actions = count (fixture, &oct_action_kind);
  add_point (fixture, "Ring families on the first day");
  g_assert_null (get_point (fixture, 0)->objective_id);
  /* It isn't known which objective it belongs to, and says so. */
  confirm (fixture, "Ring families on the first day");
  g_assert_cmpstr (fixture->said, ==, "Choose the objective that this point is about first.");
  g_assert_cmpuint (count (fixture, &oct_action_kind), ==, actions);
  gtk_drop_down_set_selected (
    GTK_DROP_DOWN (find_match (find_type (fixture, "OctVisitPointRow"), is_of_type, "GtkDropDown")),
    2);
  settle (fixture);
  confirm (fixture, "Ring families on the first day");
  g_assert_cmpuint (count (fixture, &oct_action_kind), ==, actions + 1);
  g_assert_nonnull (
    oct_plan_book_find (get_plans (fixture), &oct_action_kind, get_point (fixture, 0)->made_id));
  wait_for_text (fixture, "Made: A new action for objective 2");
  /* One edit: one step back takes the action away and opens the point again. */
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
  g_assert_cmpuint (count (fixture, &oct_action_kind), ==, actions);
  wait_for_text (fixture, "Proposed: A new action for objective 2");
}

static void
test_others (Fixture *fixture, gconstpointer data)
{
  const OctProgress *progress;

  open_visit (fixture);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (wait_for (fixture, is_of_type, "GtkSpinButton")),
                             1.5);
  settle (fixture);
  add_point (fixture, "Support: coaching in phonics");
  confirm (fixture, "coaching in phonics");
  g_assert_cmpfloat (
    ((OctSupport *) find_record (fixture, &oct_support_kind, "support", "coaching in phonics"))
      ->spent,
    ==, 1.5);
  add_point (fixture, "Progress: 1 is back on track");
  confirm (fixture, "1 is back on track");
  progress = find_record (fixture, &oct_progress_kind, "details", "1 is back on track");
  g_assert_false (progress->final);
  add_point (fixture, "Evidence: 1 reading records of Year 1");
  confirm (fixture, "1 reading records of Year 1");
  g_assert_null (fixture->said);
  g_assert_nonnull (get_point (fixture, 2)->made_id);
  g_assert_cmpuint (count (fixture, &oct_plan_evidence_kind), ==, 1);
  /* The note and its place are one step back. */
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
  g_assert_null (get_point (fixture, 2)->made_id);
  g_assert_cmpuint (count (fixture, &oct_plan_evidence_kind), ==, 0);
  click (wait_for_text (fixture, "_Pass over"));
  settle (fixture);
  g_assert_true (get_point (fixture, 2)->passed);
}

static void
test_list_and_brief (Fixture *fixture, gconstpointer data)
{
  OctRecordChange *change = oct_record_change_new ();
  OctVisit *visit;
  g_autofree char *plan = add_sample_plan (fixture);
  g_autofree char *location = g_strdup_printf ("visits?brief=%s", school_id (fixture, 1));
  OctSupport *support;

  support = oct_record_change_put (change, oct_record_new (&oct_support_kind));
  support->giver = OCT_GIVER_CENTRE;
  oct_replace (&support->support, "Coaching in phonics");
  oct_replace (&support->school_id, school_id (fixture, 1));
  support->planned = 6;
  visit = oct_record_change_put (change, oct_visit_begin (get_plans (fixture),
                                                          school_id (fixture, 1), NULL, 20251104));
  oct_replace (&visit->focus, "Phonics in Year 1");
  oct_replace (&visit->seen, "Two classes read daily");
  visit->next_on = oct_date_today ();
  oct_replace (&visit->next_focus, "The third class");
  change_plans (fixture, change, "Added a visit");
  open_page (fixture, OCT_TYPE_VISITS_PAGE, "visits");
  wait_for_text (fixture, "Coming up");
  wait_for_text (fixture, "The third class");
  wait_for_text (fixture, "Visited on 4 November 2025 · Phonics in Year 1");
  wait_for_text (fixture, "No visit written up yet");
  assert_fits (fixture);
  oct_page_show (fixture->page, location);
  wait_for_text (fixture, "Brief for a visit: Birch Academy");
  wait_for_text (fixture, "Amber since 12 December 2025");
  wait_for_text (fixture, "Coach the third class");
  wait_for_text (fixture, "Two classes read daily");
  /* Nobody has said how many were spent. */
  wait_for_text (fixture, "Coaching in phonics, from Central team, 6 days planned");
  wait_for_text (fixture, "Coach every Year 1 teacher in phonics – due 19 December 2025");
  assert_fits (fixture);
}

/* Words that can be told from parts of words: each is written in brackets. */
static char *
make_words (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s[word%u]", i > 0 ? " " : "", i);

  return g_string_free (text, FALSE);
}

/* A school with far more than a page holds: long lists say how much more there is, and no word is cut. */
static void
test_brief_fits (Fixture *fixture, gconstpointer data)
{
  g_autofree char *plan_id = add_sample_plan (fixture);
  g_autofree char *words = make_words (120);
  g_autofree char *much = make_words (2000);
  OctRecordChange *change = oct_record_change_new ();
  g_autoptr (OctDocument) document = NULL;
  g_autoptr (OctDocument) little = NULL;
  g_autoptr (OctDocumentPages) pages = NULL;
  g_autofree char *text = NULL;
  OctVisit *visit = oct_record_change_put (
    change, oct_visit_begin (get_plans (fixture), school_id (fixture, 1), NULL, 20251104));

  oct_replace (&visit->seen, much);
  for (guint i = 0; i < 40; i++)
    {
      OctObjective *objective = oct_record_change_put (change,
                                                       oct_record_new (&oct_objective_kind));
      OctConcern *concern = oct_record_change_put (change, oct_record_new (&oct_concern_kind));

      oct_replace (&objective->plan_id, plan_id);
      oct_replace (&objective->statement, words);
      oct_replace (&concern->school_id, school_id (fixture, 1));
      oct_replace (&concern->summary, words);
      concern->raised_on = 20251104;
    }
  change_plans (fixture, change, "Wrote far too much");
  document = oct_visit_brief_new (get_assessment (fixture), get_plans (fixture),
                                  school_id (fixture, 1), 20251125);
  g_assert_cmpuint (oct_document_count_pages (document), ==, 1);
  pages = oct_document_paginate (document, OCT_DOCUMENT_WIDTH - 2 * OCT_DOCUMENT_MARGIN,
                                 OCT_DOCUMENT_HEIGHT - 2 * OCT_DOCUMENT_MARGIN);
  text = oct_document_pages_dup_text (pages, 0);
  g_assert_nonnull (strstr (text, " more objectives"));
  g_assert_nonnull (strstr (text, " …"));
  for (const char *at = strchr (text, '['); at != NULL; at = strchr (at + 1, '['))
    g_assert_cmpint (at[strcspn (at, " \n") - 1], ==, ']');
  /* Of a school with nothing, it says so. */
  little = oct_visit_brief_new (get_assessment (fixture), get_plans (fixture),
                                school_id (fixture, 2), 20251125);
  g_assert_cmpuint (oct_document_count_pages (little), ==, 1);
  g_assert_null (
    oct_visit_brief_new (get_assessment (fixture), get_plans (fixture), "none", 20251125));
}

/* --- what waits for a person --- */

static OctSupport *
add_ended_support (Fixture *fixture)
{
  OctRecordChange *change = oct_record_change_new ();
  const OctObjective *objective = find_record (fixture, &oct_objective_kind, "reference", "1");
  OctSupport *support = oct_record_change_put (change, oct_record_new (&oct_support_kind));

  support->giver = OCT_GIVER_CENTRE;
  oct_replace (&support->support, "Coaching in phonics");
  oct_replace (&support->school_id, school_id (fixture, 1));
  oct_replace (&support->objective_id, objective->record.id);
  support->starts = 20250908;
  support->ends = 20251114;
  support->planned = support->spent = 6;
  change_plans (fixture, change, "Entered support");

  return find_record (fixture, &oct_support_kind, "support", "Coaching in phonics");
}

static GtkWidget *
get_row (Fixture *fixture, const char *text)
{
  return gtk_widget_get_ancestor (wait_for_text (fixture, text), GTK_TYPE_LIST_BOX_ROW);
}

static void
test_my_work (Fixture *fixture, gconstpointer data)
{
  const OctPerson *person = g_ptr_array_index (oct_assessment_get_people (get_assessment (fixture)),
                                               0);
  g_autofree char *plan = add_sample_plan (fixture);
  g_autofree char *location = g_strdup_printf ("my-work?person=%s", person->id);
  const OctAction *action;

  open_page (fixture, OCT_TYPE_MY_WORK_PAGE, location);
  wait_for_text (fixture, "Overdue");
  g_signal_emit_by_name (get_row (fixture, "Coach every Year 1 teacher in phonics"), "status",
                         OCT_ACTION_COMPLETE);
  settle (fixture);
  action = find_record (fixture, &oct_action_kind, "text", "Coach every Year 1 teacher in phonics");
  g_assert_cmpint (action->status, ==, OCT_ACTION_COMPLETE);
  wait_until_gone (fixture, "Coach every Year 1 teacher in phonics");
  g_assert_cmpstr (oct_workbench_get_undo_sentence (fixture->workbench), ==, "Completed an action");
  click (wait_for_text (fixture, "Met"));
  settle (fixture);
  wait_until_gone (fixture, "All teachers observed");
  assert_fits (fixture);
}

static void
test_did_it_last (Fixture *fixture, gconstpointer data)
{
  const OctPerson *person = g_ptr_array_index (oct_assessment_get_people (get_assessment (fixture)),
                                               0);
  g_autofree char *plan = add_sample_plan (fixture);
  g_autofree char *location = g_strdup_printf ("my-work?person=%s", person->id);
  const OctRecheck *first;

  add_ended_support (fixture);
  open_page (fixture, OCT_TYPE_MY_WORK_PAGE, location);
  wait_for_text (fixture, "Support has ended");
  click (wait_for_text (fixture, "Schedule"));
  settle (fixture);
  g_assert_cmpuint (count (fixture, &oct_recheck_kind), ==, 2);
  wait_until_gone (fixture, "Support has ended");
  wait_for_text (fixture, "Did it last?");
  g_signal_emit_by_name (get_row (fixture, "Coaching in phonics"), "outcome", OCT_OUTCOME_PARTLY,
                         "Coaches stay a second term");
  settle (fixture);
  first = g_ptr_array_index (oct_plan_book_get_all (get_plans (fixture), &oct_recheck_kind), 0);
  g_assert_cmpint (first->outcome, ==, OCT_OUTCOME_PARTLY);
  g_assert_cmpint (first->done_on, ==, oct_date_today ());
  g_assert_cmpstr (first->note, ==, "Coaches stay a second term");
  g_assert_cmpstr (oct_workbench_get_undo_sentence (fixture->workbench), ==,
                   "Looked again at support: Partly held at Birch Academy");
  find_record (fixture, &oct_support_kind, "learnt", "Coaches stay a second term");
  /* One edit scheduled both: two steps back there are none. */
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
  g_assert_cmpuint (count (fixture, &oct_recheck_kind), ==, 0);
  wait_for_text (fixture, "Support has ended");
}

/* --- the notifications of a desktop --- */

/* A desktop that only takes down what it is told. */
typedef struct
{
  GDBusConnection *bus;
  char *title; /* of the last notification */
  char *body;
  guint n_told;
  guint n_taken_away;
} Desktop;

static const char desktop_interface[] =
  "<node><interface name='org.freedesktop.Notifications'>"
  "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='as' direction='in'/><arg type='a{sv}' direction='in'/><arg type='i' direction='in'/>"
  "<arg type='u' direction='out'/></method>"
  "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
  "<signal name='ActionInvoked'><arg type='u'/><arg type='s'/></signal></interface></node>";

static void
desktop_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
            const char *method, GVariant *parameters, GDBusMethodInvocation *call,
            gpointer user_data)
{
  Desktop *desktop = user_data;

  if (!g_str_equal (method, "Notify"))
    {
      desktop->n_taken_away++;
      g_dbus_method_invocation_return_value (call, NULL);
      return;
    }
  g_free (desktop->title);
  g_free (desktop->body);
  g_variant_get_child (parameters, 3, "s", &desktop->title);
  g_variant_get_child (parameters, 4, "s", &desktop->body);
  desktop->n_told++;
  g_dbus_method_invocation_return_value (call, g_variant_new ("(u)", 1));
}

static void
begin_desktop (Desktop *desktop)
{
  static const GDBusInterfaceVTable table = { .method_call = desktop_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (desktop_interface, NULL);

  desktop->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_assert_nonnull (desktop->bus);
  g_assert_cmpuint (
    g_dbus_connection_register_object (desktop->bus, "/org/freedesktop/Notifications",
                                       node->interfaces[0], &table, desktop, NULL, NULL),
    >, 0);
  g_bus_own_name_on_connection (desktop->bus, "org.freedesktop.Notifications",
                                G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL, NULL);
}

static void
wait_until (const guint *count, guint is)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (*count != is)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
went_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->gone);
  fixture->gone = g_variant_dup_string (parameter, NULL);
}

static GApplication *
begin_application (Fixture *fixture)
{
  static const GActionEntry entries[] = {
    { .name = "go", .activate = went_cb, .parameter_type = "s" }
  };
  GApplication *application = g_application_new ("io.github.octantapp.Octant.Test",
                                                 G_APPLICATION_NON_UNIQUE);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, 1, fixture);
  g_assert_true (g_application_register (application, NULL, NULL));

  return application;
}

static void
change_action (Fixture *fixture, const char *text, const char *owner_id, OctActionStatus status)
{
  OctRecordChange *change = oct_record_change_new ();
  const OctAction *before = find_record (fixture, &oct_action_kind, "text", text);
  OctAction *action = oct_record_change_put (change, oct_record_copy (before));

  oct_replace (&action->owner_id, owner_id);
  action->status = status;
  change_plans (fixture, change, "Changed an action");
}

/* Off until it is wanted; then what is due is told once, leads where it is done, and is taken away when
 * it is done. */
static void
test_notified (Fixture *fixture, gconstpointer data)
{
  Desktop desktop = { 0 };
  g_autoptr (GSettings) settings = oct_settings_new ();
  g_autoptr (GApplication) application = NULL;
  g_autoptr (OctDueNotifier) notifier = NULL;
  g_autofree char *plan = add_sample_plan (fixture);
  const OctObjective *reading = find_record (fixture, &oct_objective_kind, "reference", "1");
  g_autofree char *location = g_strdup_printf ("plan/%s?objective=%s", plan, reading->record.id);
  const OctPerson *person = g_ptr_array_index (oct_assessment_get_people (get_assessment (fixture)),
                                               0);

  begin_desktop (&desktop);
  application = begin_application (fixture);
  oct_workbench_set_person_id (fixture->workbench, person->id);
  g_assert_nonnull (settings);
  g_assert_false (g_settings_get_boolean (settings, OCT_NOTIFY_DUE_KEY));
  notifier = oct_due_notifier_new (application, fixture->session);
  oct_due_notifier_tell (notifier, oct_date_today ());
  g_assert_cmpuint (desktop.n_told, ==, 0);

  g_settings_set_boolean (settings, OCT_NOTIFY_DUE_KEY, TRUE);
  wait_until (&desktop.n_told, 1);
  g_assert_cmpstr (desktop.title, ==, "Overdue at Birch Academy");
  g_assert_nonnull (strstr (desktop.body, "Action: Coach every Year 1 teacher in phonics"));
  g_assert_nonnull (strstr (desktop.body, "more things that are due"));

  /* Neither a new day nor a new start tells it again. */
  oct_due_notifier_tell (notifier, oct_date_today ());
  change_action (fixture, "Coach every Year 1 teacher in phonics", person->id, OCT_ACTION_COMPLETE);
  wait_until (&desktop.n_taken_away, 1);
  g_clear_object (&notifier);
  notifier = oct_due_notifier_new (application, fixture->session);
  oct_due_notifier_tell (notifier, oct_date_today ());
  /* What is due later is new by then, alone, and leads to its plan. */
  change_action (fixture, "Buy decodable books", person->id, OCT_ACTION_NOT_STARTED);
  oct_due_notifier_tell (notifier, 20270115);
  wait_until (&desktop.n_told, 2);
  g_assert_cmpstr (desktop.title, ==, "Due today at Birch Academy");
  g_assert_cmpstr (desktop.body, ==, "Action: Buy decodable books");
  g_dbus_connection_emit_signal (desktop.bus, NULL, "/org/freedesktop/Notifications",
                                 "org.freedesktop.Notifications", "ActionInvoked",
                                 g_variant_new ("(us)", 1, "default"), NULL);
  while (fixture->gone == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fixture->gone, ==, location);
  g_settings_reset (settings, OCT_NOTIFY_DUE_KEY);
  g_free (desktop.title);
  g_free (desktop.body);
  g_object_unref (desktop.bus);
}

int
main (int argc, char **argv)
{
  g_autoptr (GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autofree char *display = g_strdup (g_getenv ("DISPLAY"));
  int status;

  /* A desktop of its own, before anything asks for one. It takes the display away. */
  g_test_dbus_up (bus);
  if (display != NULL)
    g_setenv ("DISPLAY", display, TRUE);
  if (!fixture_init (&argc, &argv))
    return 77;

#define ADD(name, function)                                                                        \
  g_test_add ("/ui/visits/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("written-in-a-corridor", test_written);
  ADD ("undone-while-it-is-shown", test_undone);
  ADD ("an-action-with-one-key", test_action);
  ADD ("support-progress-evidence", test_others);
  ADD ("list-and-brief", test_list_and_brief);
  ADD ("a-brief-fits-a-page", test_brief_fits);
  ADD ("what-waits-for-a-person", test_my_work);
  ADD ("did-it-last", test_did_it_last);
  ADD ("told-on-the-desktop", test_notified);
#undef ADD
  status = g_test_run ();
  g_test_dbus_stop (bus);

  return status;
}
