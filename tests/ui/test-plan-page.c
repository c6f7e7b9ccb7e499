/* The page of a plan, and the small controls on it: what they say, what is kept, what comes back. */
#include "oct-day-picker.h"
#include "oct-person-picker.h"
#include "plan-fixture.h"

static void
take_text_cb (GtkWidget *widget, const char *text, char **taken)
{
  g_free (*taken);
  *taken = g_strdup (text);
}

static GtkWidget *
present (Fixture *fixture, GtkWidget *child)
{
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), child);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);

  return child;
}

static gboolean
is_entry (GtkWidget *widget, const char *text)
{
  return GTK_IS_ENTRY (widget) && gtk_widget_get_mapped (widget);
}

static void
activate_row (GtkWidget *root, const char *text)
{
  GtkWidget *label = find_match (root, says, text);
  GtkWidget *row;

  g_assert_nonnull (label);
  row = gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
}

/* One types a post that isn't there, and it is added and chosen; then nobody is. */
static void
test_person (Fixture *fixture, gconstpointer data)
{
  g_autofree char *picked = g_strdup ("");
  GtkWidget *picker = present (fixture, oct_person_picker_new (fixture->workbench));
  const OctPerson *person;

  g_signal_connect (picker, "picked", G_CALLBACK (take_text_cb), &picked);
  g_assert_nonnull (find_match (picker, says, "Nobody yet"));
  oct_person_picker_open (OCT_PERSON_PICKER (picker));
  activate_row (picker, "Director of education");
  g_assert_cmpstr (
    picked, ==,
    ((OctPerson *) g_ptr_array_index (oct_assessment_get_people (get_assessment (fixture)), 0))
      ->id);
  g_assert_nonnull (find_match (picker, says, "Director of education"));

  oct_person_picker_open (OCT_PERSON_PICKER (picker));
  gtk_editable_set_text (GTK_EDITABLE (find_match (picker, is_of_type, "GtkSearchEntry")),
                         "Head of English");
  settle (fixture);
  activate_row (picker, "Add “Head of English”");
  g_signal_emit_by_name (find_match (picker, is_entry, NULL), "activate");
  settle (fixture);
  person = oct_assessment_find_person (get_assessment (fixture), picked);
  g_assert_nonnull (person);
  g_assert_cmpstr (person->post, ==, "Head of English");

  oct_person_picker_open (OCT_PERSON_PICKER (picker));
  click (find_match (picker, says, "Nobody"));
  g_assert_null (picked);
  g_assert_nonnull (find_match (picker, says, "Nobody yet"));
}

static void
take_day_cb (OctDayPicker *picker, int day, OctDate *taken)
{
  *taken = day;
}

/* A day is typed as people write it; what is none is told, and nothing changes. */
static void
test_day (Fixture *fixture, gconstpointer data)
{
  OctDate picked = 0;
  GtkWidget *picker = present (fixture, oct_day_picker_new ());
  GtkWidget *button = find_match (picker, is_of_type, "GtkMenuButton");
  GtkWidget *entry;

  g_signal_connect (picker, "picked", G_CALLBACK (take_day_cb), &picked);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  entry = find_match (picker, is_entry, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "31.2.26");
  g_signal_emit_by_name (entry, "activate");
  g_assert_nonnull (find_match (picker, says, "This is not a day"));
  g_assert_cmpint (picked, ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "19/12/25");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (picked, ==, 20251219);
  g_assert_nonnull (find_match (picker, says, "19 December 2025"));
}

int
main (int argc, char **argv)
{
  if (!fixture_init (&argc, &argv))
    return 77;

  g_test_add ("/plan/person", Fixture, NULL, set_up, test_person, tear_down);
  g_test_add ("/plan/day", Fixture, NULL, set_up_empty, test_day, tear_down);

  return g_test_run ();
}
