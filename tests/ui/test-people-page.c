/* People and records: somebody is added and works here, a person is found, replaced for good and found
 * no more, a period is changed and what is due is disposed of; and all of it fits a narrow window.
 */
#include <string.h>

#include "oct-judge-text.h"
#include "oct-people-page.h"
#include "oct-personal-text.h"
#include "oct-workbench-evidence.h"
#include "oct-window-state.h"
#include "oct-workbench-people.h"
#include "window-fixture.h"

#define NAME "Zerelda Quennell"

/* --- dialogues --- */

static GtkWidget *
find_dialog (const char *type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (is_of_type (window, type))
        return window;
    }
  return NULL;
}

static GtkWidget *
wait_for_dialog (const char *type)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkWidget *dialog;

  while ((dialog = find_dialog (type)) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  return dialog;
}

static void
wait_for_no_dialog (const char *type)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (find_dialog (type) != NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static GtkWidget *
wait_in (GtkWidget *window, const char *text)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkWidget *found;

  while ((found = find_match (window, says, text)) == NULL)
    {
      if (g_get_monotonic_time () > end)
        g_error ("The dialogue never had “%s”.", text);
      g_main_context_iteration (NULL, FALSE);
    }
  return found;
}

static GObject *
child_of (GtkWidget *widget, const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static void
set_text (GtkWidget *widget, const char *name, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (child_of (widget, name)), text);
}

static void
press (GtkWidget *widget, const char *name)
{
  GtkWidget *button = GTK_WIDGET (child_of (widget, name));

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* --- people --- */

static void
test_added_and_works_here (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list;
  GtkWidget *dialog;
  AdwComboRow *worker;
  const OctPerson *person;

  open_page (fixture, OCT_TYPE_PEOPLE_PAGE, "people");
  wait_for_text (fixture, "Director of education");
  list = find_type (fixture, "OctPeopleList");
  gtk_widget_activate_action (list, "people.add", NULL);
  dialog = wait_for_dialog ("OctPersonDialog");
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (child_of (dialog, "keep"))));
  set_text (dialog, "post", "Head of Alder");
  set_text (dialog, "name", NAME);
  press (dialog, "keep");
  wait_for_no_dialog ("OctPersonDialog");
  wait_for_text (fixture, "Head of Alder");
  wait_for_text (fixture, NAME);

  worker = ADW_COMBO_ROW (child_of (list, "worker"));
  adw_combo_row_set_selected (worker, 1 - adw_combo_row_get_selected (worker));
  person = oct_assessment_find_person (get_assessment (fixture),
                                       oct_workbench_get_person_id (fixture->workbench));
  g_assert_cmpstr (person->name, ==, NAME);
  g_assert_cmpstr (fixture->said, ==, "From now on history says Head of Alder");
}

/* --- finding and replacing --- */

static const OctPerson *
name_person (Fixture *fixture)
{
  const OctPerson *known = g_ptr_array_index (oct_assessment_get_people (get_assessment (fixture)),
                                              0);
  const OctPerson named = { .id = known->id, .post = known->post, .name = (char *) NAME };
  g_autoptr (OctJudgement) judgement = oct_judgement_new (NULL, school_id (fixture, 0), ELEMENT,
                                                          NULL, OCT_VIEW_OWN);

  oct_workbench_put_person_async (fixture->workbench, &named, done_cb, NULL);
  g_free (judgement->reason);
  judgement->reason = g_strdup ("As " NAME " told the board.");
  oct_workbench_judge_async (fixture->workbench, judgement, FALSE, done_cb, NULL);
  settle (fixture);

  return g_ptr_array_index (oct_assessment_get_people (get_assessment (fixture)), 0);
}

static void
replace (Fixture *fixture)
{
  GtkWidget *dialog = wait_for_dialog ("OctRemovalDialog");

  wait_in (dialog, "This can’t be undone");
  wait_in (dialog, "The name in the list of people. The post stays.");
  wait_in (dialog, "The name in 1 text of your records.");
  wait_in (dialog, "Whatever was saved outside Octant");
  set_text (dialog, "post", "");
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (child_of (dialog, "go"))));
  set_text (dialog, "post", "Head of Alder");
  press (dialog, "go");
  click (wait_in (dialog, "_Close"));
  wait_for_no_dialog ("OctRemovalDialog");
}

static void
test_found_and_replaced (Fixture *fixture, gconstpointer data)
{
  g_autofree char *location = g_strdup_printf ("people/find?person=%s", name_person (fixture)->id);
  GtkWidget *row;

  open_page (fixture, OCT_TYPE_PEOPLE_PAGE, location);
  wait_for_text (fixture, "places name " NAME);
  wait_for_text (fixture, "Words of a record · 1");
  row = gtk_widget_get_ancestor (wait_for_text (fixture, "told the board"), GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_true (g_str_has_prefix (fixture->gone, "judge/"));

  click (wait_for_text (fixture, "_Replace or remove for good…"));
  replace (fixture);
  /* It was looked for once more, and the page no longer names anybody. */
  wait_for_text (fixture, "Nothing names " NAME);
  assert_not_said (fixture, "told the board");
  g_assert_cmpstr (oct_page_get_location (fixture->page), ==, "people/find");
  g_assert_cmpstr (oct_assessment_find (get_assessment (fixture), OCT_WHEN_NOW,
                                        school_id (fixture, 0), ELEMENT, NULL, OCT_VIEW_OWN)
                     ->reason,
                   ==, "As Head of Alder told the board.");
}

static void
test_typed (Fixture *fixture, gconstpointer data)
{
  GtkWidget *finder;

  name_person (fixture);
  open_page (fixture, OCT_TYPE_PEOPLE_PAGE, "people/find");
  finder = find_type (fixture, "OctPersonFinder");
  set_text (finder, "entry", "Q");
  g_signal_emit_by_name (child_of (finder, "entry"), "activate");
  wait_for_text (fixture, "two letters at least");
  set_text (finder, "entry", "Mr Nobody");
  g_signal_emit_by_name (child_of (finder, "entry"), "activate");
  wait_for_text (fixture, "Nothing names Mr Nobody");
  set_text (finder, "entry", "quennell, nobody");
  g_signal_emit_by_name (child_of (finder, "entry"), "activate");
  wait_for_text (fixture, "places name quennell, nobody");
  /* What was typed is in no location, so in no settings. */
  g_assert_cmpstr (oct_page_get_location (fixture->page), ==, "people/find");
}

/* --- records --- */

static void
add_old_evidence (Fixture *fixture)
{
  g_autoptr (OctEvidence) note = oct_evidence_new (OCT_EVIDENCE_NOTE, "Visit long ago");

  g_free (note->text);
  note->text = g_strdup ("What was seen.");
  note->dated = 20150301;
  g_ptr_array_add (note->links,
                   oct_evidence_link_new (oct_assessment_get_cycle (get_assessment (fixture))->id,
                                          NULL, ELEMENT, NULL));
  oct_workbench_put_evidence_async (fixture->workbench, note, done_cb, NULL);
  settle (fixture);
}

static gboolean
is_check (GtkWidget *widget, const char *text)
{
  return GTK_IS_CHECK_BUTTON (widget) && gtk_widget_get_mapped (widget);
}

static void
test_due_and_disposed (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view;
  GtkWidget *dialog;

  add_old_evidence (fixture);
  open_page (fixture, OCT_TYPE_PEOPLE_PAGE, "people/records");
  wait_for_text (fixture, "Visit long ago");
  wait_for_text (fixture, "Of 1 March 2015. Kept for 3 years, until 1 March 2018.");
  view = find_type (fixture, "OctRecordsView");
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (child_of (view, "dispose"))));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (wait_for (fixture, is_check, NULL)), TRUE);
  press (view, "dispose");
  dialog = wait_for_dialog ("AdwMessageDialog");
  wait_in (dialog, "1 piece of evidence goes");
  wait_in (dialog, "This can’t be undone");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "dispose");
  wait_until_gone (fixture, "Visit long ago");
  wait_for_text (fixture, "Nothing is past its period.");
}

static void
test_period_changed (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  open_page (fixture, OCT_TYPE_PEOPLE_PAGE, "people/records");
  row = gtk_widget_get_ancestor (wait_for_text (fixture, "Counts from the day it speaks of."),
                                 ADW_TYPE_COMBO_ROW);
  wait_for_text (fixture, "3 years");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  settle (fixture);
  g_assert_cmpstr (oct_workbench_get_undo_sentence (fixture->workbench), ==,
                   "Period of “Evidence” set to 3 months");
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  wait_for_text (fixture, "3 years");
  wait_until_gone (fixture, "3 months");
}

/* --- anywhere --- */

static void
test_fits (Fixture *fixture, gconstpointer data)
{
  static const char *const parts[] = { "people", "people/find", "people/records" };
  g_autofree char *location = g_strdup_printf ("people/find?person=%s", name_person (fixture)->id);

  add_old_evidence (fixture);
  open_page (fixture, OCT_TYPE_PEOPLE_PAGE, "people");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      oct_page_show (fixture->page, parts[i]);
      settle (fixture);
      assert_fits (fixture);
    }
  oct_page_show (fixture->page, location);
  wait_for_text (fixture, "Words of a record · 1");
  assert_fits (fixture);
}

static void
test_blank (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_PEOPLE_PAGE, "people/find");
  click (wait_for_text (fixture, "Go to Our trust"));
  g_assert_cmpstr (fixture->gone, ==, "our-trust");
}

/* A quiet hint beside what is being written, and none beside the usual. */
static void
test_warned (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) text = g_object_ref_sink (oct_judge_text_new ());
  GtkLabel *warning = GTK_LABEL (child_of (text, "warning"));

  oct_judge_text_reset (OCT_JUDGE_TEXT (text), "Each school has a coach for reading.");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (warning)));
  oct_judge_text_reset (OCT_JUDGE_TEXT (text), "After the disciplinary hearing in May.");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (warning)));
  g_assert_cmpstr (gtk_label_get_label (warning), ==,
                   oct_personal_text_to_warning (OCT_PERSONAL_STAFF_CASE));
}

static void
test_history_forgets (Fixture *fixture, gconstpointer data)
{
  g_autofree char *location = NULL;
  g_autofree char *place = NULL;

  oct_window_state_save_location (fixture->session, "history?subject=trust&q=Quennell");
  oct_window_state_save_place (fixture->session, "history?subject=trust&q=Quennell");
  location = oct_window_state_load_location (fixture->session);
  place = oct_window_state_load_place (fixture->session, "history");
  g_assert_cmpstr (location, ==, "history?subject=trust");
  g_assert_cmpstr (place, ==, "history?subject=trust");
}

/* Somebody who is but a post: to put the same post there would change nothing and bar undo. */
static void
test_post_alone (Fixture *fixture, gconstpointer data)
{
  const OctPerson *person = g_ptr_array_index (oct_assessment_get_people (get_assessment (fixture)),
                                               0);
  g_autofree char *location = g_strdup_printf ("people/find?person=%s&remove=1", person->id);
  GtkWidget *dialog;

  open_page (fixture, OCT_TYPE_PEOPLE_PAGE, location);
  dialog = wait_for_dialog ("OctRemovalDialog");
  g_assert_false (g_strrstr (oct_page_get_location (fixture->page), "remove") != NULL);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (child_of (dialog, "go"))));
  set_text (dialog, "post", "Deputy");
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (child_of (dialog, "go"))));
  gtk_window_close (GTK_WINDOW (dialog));
  wait_for_no_dialog ("OctRemovalDialog");
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/people-page/added", test_added_and_works_here },
    { "/people-page/replaced", test_found_and_replaced },
    { "/people-page/typed", test_typed },
    { "/people-page/post-alone", test_post_alone },
    { "/people-page/history-forgets", test_history_forgets },
    { "/people-page/disposed", test_due_and_disposed },
    { "/people-page/period", test_period_changed },
    { "/people-page/fits", test_fits },
    { "/people-page/warned", test_warned },
  };

  if (fixture_init (&argc, &argv))
    {
      for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
        g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
      g_test_add ("/people-page/blank", Fixture, NULL, set_up_empty, test_blank, tear_down);
    }

  return g_test_run ();
}
