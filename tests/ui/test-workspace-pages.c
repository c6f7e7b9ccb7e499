/* The pages beside judging: the history of every edit, the framework to read, and two octants side by
 * side; what they say, what their filters leave, and where they lead.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "oct-compare-page.h"
#include "oct-finding-list.h"
#include "oct-finding-row.h"
#include "oct-findings.h"
#include "oct-framework-builder.h"
#include "oct-framework-file.h"
#include "oct-draft-item.h"
#include "oct-framework-draft-page.h"
#include "oct-framework-import.h"
#include "oct-framework-page.h"
#include "oct-history-page.h"
#include "oct-judge-text.h"
#include "window-fixture.h"

/* --- history --- */

static guint
count_edits (Fixture *fixture)
{
  GtkListView *list = GTK_LIST_VIEW (find_type (fixture, "GtkListView"));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

static void
test_history_without_a_workspace (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_HISTORY_PAGE, "history");
  click (wait_for_text (fixture, "Go to Our trust"));
  g_assert_cmpstr (fixture->gone, ==, "our-trust");
  assert_fits (fixture);

  create_workspace (fixture);
  wait_for_text (fixture, "Today");
}

static void
test_history_says_before_and_after (Fixture *fixture, gconstpointer data)
{
  const OctPerson *person = g_ptr_array_index (oct_assessment_get_people (get_assessment (fixture)),
                                               0);

  oct_workbench_set_person_id (fixture->workbench, person->id);
  judge (fixture, school_id (fixture, 0), ELEMENT, "developing", OCT_VIEW_OWN);
  judge (fixture, school_id (fixture, 0), ELEMENT, "embedded", OCT_VIEW_OWN);
  open_page (fixture, OCT_TYPE_HISTORY_PAGE, "history");

  wait_for_text (fixture, "Stage: Developing → Embedded");
  wait_for_text (fixture, "Stage: not judged → Developing");
  wait_for_text (fixture, "Reason: Seen in three visits.");
  wait_for_text (fixture, "Director of education");
  wait_for_text (fixture, "Focus elements: Deep collaboration");
  wait_for_text (fixture, "Starts: 1 September 2026");
  assert_fits (fixture);

  g_signal_emit_by_name (find_type (fixture, "GtkListView"), "activate", 0u);
  g_assert_nonnull (fixture->gone);
  g_assert_true (g_str_has_prefix (fixture->gone, "judge/"));
}

static void
test_history_marks_what_was_undone (Fixture *fixture, gconstpointer data)
{
  judge (fixture, school_id (fixture, 1), ELEMENT, "embedded", OCT_VIEW_OWN);
  open_page (fixture, OCT_TYPE_HISTORY_PAGE, "history");
  wait_for_text (fixture, "Undo: ");
  assert_not_said (fixture, "Redo: ");
  assert_not_said (fixture, "Undone");

  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
  wait_for_text (fixture, "Undone");
  wait_for_text (fixture, "Redo: ");
}

static void
test_history_is_filtered (Fixture *fixture, gconstpointer data)
{
  g_autofree char *location = NULL;
  guint all;

  judge (fixture, school_id (fixture, 1), ELEMENT, "embedded", OCT_VIEW_OWN);
  open_page (fixture, OCT_TYPE_HISTORY_PAGE, "history");
  wait_for_text (fixture, "Stage: not judged → Embedded");
  all = count_edits (fixture);

  /* The drop down of subjects: all, the trust, then the schools by name. */
  location = g_strdup_printf ("history?subject=%s", school_id (fixture, 1));
  oct_page_show (fixture->page, location);
  wait_for_text (fixture, "Birch Academy");
  settle (fixture);
  g_assert_cmpuint (count_edits (fixture), ==, 1);

  oct_page_show (fixture->page, "history?q=BEGAN%20nothing%20like%20it");
  wait_for_text (fixture, "No such edits");
  oct_page_show (fixture->page, "history?q=three%20vis");
  wait_for_text (fixture, "Reason: Seen in three visits.");
  settle (fixture);
  g_assert_cmpuint (count_edits (fixture), ==, 3);
  g_assert_cmpuint (all, >, 3);
}

static void
test_history_goes_on (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  for (guint i = 0; i < 65; i++)
    judge (fixture, school_id (fixture, 2), ELEMENT, i % 2 == 0 ? "embedded" : "developing",
           OCT_VIEW_OWN);
  open_page (fixture, OCT_TYPE_HISTORY_PAGE, "history");
  wait_for_text (fixture, "The newest 60 edits");
  g_assert_cmpuint (count_edits (fixture), ==, 60);

  click (wait_for_text (fixture, "Show more"));
  settle (fixture);
  n = count_edits (fixture);
  g_assert_cmpuint (n, >=, 68);
  assert_not_said (fixture, "Show more");
}

/* The text in the window that stands in front of the page. */
static char *
dup_text_in_front (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      GtkWidget *view = find_match (GTK_WIDGET (window), is_of_type, "GtkTextView");
      char *text = NULL;

      if (GTK_WIDGET (window) == fixture->window || view == NULL)
        continue;
      g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", &text, NULL);
      gtk_window_destroy (window);
      return text;
    }
  return NULL;
}

static int
count_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return (int) g_strv_length (lines);
}

/* A row is short, and what it leaves out is one key away. */
static void
test_history_shortens (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  oct_workbench_carry_forward_async (fixture->workbench, school_id (fixture, 0), NULL, OCT_VIEW_OWN,
                                     done_cb, NULL);
  settle (fixture);
  open_page (fixture, OCT_TYPE_HISTORY_PAGE, "history");
  click (wait_for_text (fixture, "Everything that changed"));
  gtk_test_widget_wait_for_draw (fixture->window);
  text = dup_text_in_front (fixture);
  g_assert_cmpint (count_lines (text), >, 6);
}

/* --- framework --- */

static void
test_framework_without_a_workspace (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_FRAMEWORK_PAGE, "framework");
  wait_for_text (fixture, "Your trust begins with it");
  wait_for_text (fixture, "Version 1");
  click (wait_for_text (fixture, "Go to Our trust"));
  g_assert_cmpstr (fixture->gone, ==, "our-trust");

  create_workspace (fixture);
  assert_not_said (fixture, "Your trust begins with it");
}

static void
test_framework_is_read (Fixture *fixture, gconstpointer data)
{
  OctFramework *framework = oct_assessment_get_framework (get_assessment (fixture));
  const OctElement *element = oct_framework_find_element (framework, ELEMENT);
  const OctAspect *aspect = g_ptr_array_index (element->aspects, 0);
  const OctIndicator *indicator = g_ptr_array_index (element->indicators, 0);

  open_page (fixture, OCT_TYPE_FRAMEWORK_PAGE, "framework");
  wait_for_text (fixture, oct_framework_stage_name (framework, 0));
  wait_for_text (fixture, element->summary);
  assert_not_said (fixture, element->asks);
  assert_fits (fixture);

  oct_page_show (fixture->page, "framework?element=" ELEMENT);
  wait_for_text (fixture, element->asks);
  wait_for_text (fixture, aspect->question);
  wait_for_text (fixture, element->descriptors[0]);
  wait_for_text (fixture, indicator->definition);
  wait_for_text (fixture, "The trust, and each of its schools");
  assert_fits (fixture);
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      return l->data;
  return NULL;
}

/* What the page would read from a file that somebody edited. */
static void
offer (Fixture *fixture, OctFramework *framework)
{
  g_autofree char *text = oct_framework_file_format (framework);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  oct_framework_import_offer (GTK_WIDGET (fixture->page), fixture->workbench, bytes);
}

static void
answer (const char *response)
{
  GtkWidget *dialog = find_dialog ();

  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_framework_is_taken_over (Fixture *fixture, gconstpointer data)
{
  OctFramework *current = oct_assessment_get_framework (get_assessment (fixture));
  g_autoptr (OctFrameworkBuilder) builder = oct_framework_builder_new_edit (current, current);
  g_autoptr (OctFramework) edited = NULL;
  g_autoptr (GError) error = NULL;

  oct_framework_builder_set_element_text (builder, ELEMENT, OCT_ELEMENT_SUMMARY,
                                          "We get better together.", &error);
  g_assert_no_error (error);
  /* A colleague's count of versions is not ours. */
  oct_framework_builder_set_version (builder, 7);
  edited = oct_framework_builder_peek (builder);
  open_page (fixture, OCT_TYPE_FRAMEWORK_PAGE, "framework");
  offer (fixture, edited);
  answer ("cancel");
  settle (fixture);
  assert_not_said (fixture, "We get better together.");

  offer (fixture, edited);
  answer ("take");
  settle (fixture);
  wait_for_text (fixture, "We get better together.");
  wait_for_text (fixture, "Version 2");
  /* What was judged in the summer is still there. */
  g_assert_cmpint (oct_assessment_get_shown_step (get_assessment (fixture), OCT_WHEN_BEFORE,
                                                  school_id (fixture, 0), ELEMENT),
                   ==, 2);

  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
  wait_for_text (fixture, "Version 1");
}

static void
test_framework_that_lacks_something (Fixture *fixture, gconstpointer data)
{
  OctFramework *current = oct_assessment_get_framework (get_assessment (fixture));
  const OctElement *element = oct_framework_find_element (current, ELEMENT);
  const OctAspect *aspect = g_ptr_array_index (element->aspects, 0);
  g_autoptr (OctFrameworkBuilder) builder = oct_framework_builder_new_edit (current, NULL);
  g_autoptr (OctFramework) edited = NULL;
  g_autoptr (GError) error = NULL;

  oct_framework_builder_remove_aspect (builder, ELEMENT, aspect->key, &error);
  g_assert_no_error (error);
  edited = oct_framework_builder_peek (builder);
  open_page (fixture, OCT_TYPE_FRAMEWORK_PAGE, "framework");
  offer (fixture, edited);
  g_assert_nonnull (
    strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (find_dialog ())), "Retire it"));
  answer ("close");
  offer (fixture, current);
  g_assert_nonnull (
    strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (find_dialog ())), "says the same"));
  answer ("close");
  settle (fixture);
  wait_for_text (fixture, "Version 1");
}

/* --- the editor --- */

static gboolean
is_titled (GtkWidget *widget, const char *title)
{
  return OCT_IS_DRAFT_ITEM (widget)
         && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

static void
write_in (Fixture *fixture, const char *name, const char *text)
{
  GtkWidget *field = gtk_widget_get_ancestor (wait_for_text (fixture, name), OCT_TYPE_JUDGE_TEXT);
  GtkWidget *view = find_match (field, is_of_type, "GtkTextView");

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  oct_judge_text_commit (OCT_JUDGE_TEXT (field));
  settle (fixture);
}

/* An aspect is added, lacks its question, gets it, goes up, and the draft becomes a version. */
static void
test_framework_is_edited (Fixture *fixture, gconstpointer data)
{
  const OctElement *element;
  const OctAspect *last;
  GtkWidget *entry;
  GtkWidget *row;

  open_page (fixture, OCT_TYPE_FRAMEWORK_DRAFT_PAGE, "framework-draft?part=" ELEMENT);
  wait_for_text (fixture, "Draft of version 2");
  assert_fits (fixture);
  write_in (fixture, "What it is", "We get better together.");
  wait_for_text (fixture, "1 change from version 1");
  wait_for_text (fixture, "Version 1: ");

  entry = find_type (fixture, "GtkEntry");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Reading for all");
  g_signal_emit_by_name (entry, "activate");
  settle (fixture);
  row = wait_for (fixture, is_titled, "Reading for all");
  wait_for_text (fixture, "write a question to ask yourselves");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "draft.use", NULL);
  settle (fixture);
  g_assert_cmpint (
    oct_framework_get_version (oct_assessment_get_framework (get_assessment (fixture))), ==, 1);
  write_in (fixture, "Question to ask yourselves", "Does every child read?");
  wait_until_gone (fixture, "write a question");
  gtk_widget_activate_action (row, "item.up", NULL);
  settle (fixture);
  assert_fits (fixture);

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "draft.use", NULL);
  settle (fixture);
  g_assert_cmpstr (fixture->gone, ==, "framework");
  element = oct_framework_find_element (oct_assessment_get_framework (get_assessment (fixture)),
                                        ELEMENT);
  last = g_ptr_array_index (element->aspects, element->aspects->len - 2);
  g_assert_cmpstr (last->key, ==, "reading-for-all");
  g_assert_cmpstr (last->question, ==, "Does every child read?");
  g_assert_cmpstr (element->summary, ==, "We get better together.");
  wait_for_text (fixture, "Draft of version 3");
}

static void
test_framework_draft_is_discarded (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_FRAMEWORK_DRAFT_PAGE, "framework-draft?part=stages");
  gtk_widget_activate_action (
    wait_for (fixture, is_titled,
              oct_framework_stage_name (oct_assessment_get_framework (get_assessment (fixture)),
                                        4)),
    "item.retire", NULL);
  settle (fixture);
  wait_for_text (fixture, "retired");
  wait_for_text (fixture, "1 change from version 1");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "draft.discard", NULL);
  settle (fixture);
  assert_not_said (fixture, "1 change from");
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
  wait_for_text (fixture, "1 change from version 1");
}

/* --- comparison --- */

/* The words of a column of the table, below its heading. */
static const char *
get_cell (Fixture *fixture, int column, int row)
{
  GtkGrid *grid = GTK_GRID (find_type (fixture, "GtkGrid"));

  return gtk_label_get_label (GTK_LABEL (gtk_grid_get_child_at (grid, column, row)));
}

static void
test_compare_without_a_workspace (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_COMPARE_PAGE, "compare");
  click (wait_for_text (fixture, "Go to Our trust"));
  g_assert_cmpstr (fixture->gone, ==, "our-trust");

  create_workspace (fixture);
  wait_for_text (fixture, "Begin a cycle first");
  begin_cycle (fixture, "Autumn 2026", 20260901, 20261218);
  /* There is no cycle before: the trust and its first school. */
  wait_for_text (fixture, "Element by element");
  wait_for_text (fixture, "Alder Primary School, Autumn 2026");
}

static void
test_compare_two_cycles (Fixture *fixture, gconstpointer data)
{
  g_autofree char *location = NULL;
  GPtrArray *cycles;
  const char *summer;
  const char *autumn;

  judge (fixture, school_id (fixture, 0), ELEMENT, "embedded", OCT_VIEW_OWN);
  cycles = oct_assessment_get_cycles (get_assessment (fixture));
  summer = ((const OctCycle *) g_ptr_array_index (cycles, 0))->id;
  autumn = ((const OctCycle *) g_ptr_array_index (cycles, 1))->id;
  location = g_strdup_printf ("compare?a=%s%%3A%s&b=%s%%3A%s", school_id (fixture, 0), summer,
                              school_id (fixture, 0), autumn);
  open_page (fixture, OCT_TYPE_COMPARE_PAGE, location);
  wait_for_text (fixture, "Alder Primary School, Summer 2026");
  wait_for_text (fixture, "Alder Primary School, Autumn 2026");

  g_assert_cmpstr (get_cell (fixture, 1, 2), ==, "Developing");
  g_assert_cmpstr (get_cell (fixture, 2, 2), ==, "Embedded");
  g_assert_cmpstr (get_cell (fixture, 3, 0), ==, "Change");
  g_assert_cmpstr (get_cell (fixture, 3, 2), ==, "▲ 1 step up");
  g_assert_cmpstr (get_cell (fixture, 3, 1), ==, "–");
  assert_fits (fixture);
  g_signal_emit_by_name (find_type (fixture, "OctChartView"), "activated", ELEMENT);
  g_assert_cmpstr (fixture->gone, ==, "element/2");
}

static void
test_compare_two_schools (Fixture *fixture, gconstpointer data)
{
  g_autofree char *location = g_strdup_printf ("compare?a=%s&b=%s", school_id (fixture, 0),
                                               school_id (fixture, 1));
  GtkWidget *drop;

  judge (fixture, school_id (fixture, 0), ELEMENT, "embedded", OCT_VIEW_OWN);
  judge (fixture, school_id (fixture, 1), ELEMENT, "beginning", OCT_VIEW_OWN);
  open_page (fixture, OCT_TYPE_COMPARE_PAGE, location);
  wait_for_text (fixture, "Birch Academy, Autumn 2026");

  g_assert_cmpstr (get_cell (fixture, 1, 2), ==, "Embedded");
  g_assert_cmpstr (get_cell (fixture, 2, 2), ==, "Beginning");
  /* Two schools are apart; neither went up or back. */
  g_assert_cmpstr (get_cell (fixture, 3, 0), ==, "Difference");
  g_assert_cmpstr (get_cell (fixture, 3, 2), ==, "2 steps apart");
  g_assert_cmpstr (get_cell (fixture, 1, 3), ==, "Not asked");

  /* The second school on the first side as well. */
  drop = find_type (fixture, "GtkDropDown");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), 2);
  settle (fixture);
  wait_for_text (fixture, "Both sides are the same");
  g_assert_true (g_str_has_prefix (oct_page_get_location (fixture->page), "compare?a="));
}

/* --- findings --- */

static GPtrArray *
make_findings (guint n)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_finding_free);

  for (guint i = 0; i < n; i++)
    {
      OctFinding *finding = g_new0 (OctFinding, 1);

      finding->kind = OCT_FINDING_NOTE;
      finding->sentence = g_strdup_printf ("Finding %u", i + 1);
      finding->detail = g_strdup ("");
      finding->location = g_strdup ("our-trust");
      g_ptr_array_add (findings, finding);
    }

  return findings;
}

static const char *
row_title (GtkListBox *list, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, index);

  return row != NULL ? oct_finding_row_get_title (OCT_FINDING_ROW (row)) : NULL;
}

/* Many findings begin folded, stay open once they are, and give way to none at all. */
static void
test_many_findings_are_folded (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());
  g_autoptr (GPtrArray) many = make_findings (20);
  g_autoptr (GPtrArray) more = make_findings (21);
  g_autoptr (GPtrArray) none = make_findings (0);

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (list));
  oct_finding_list_fill (list, many, "Nothing stands out.");
  g_assert_cmpstr (row_title (list, 7), ==, "Finding 8");
  g_assert_cmpstr (row_title (list, 8), ==, "Show 12 more");
  g_assert_null (row_title (list, 9));

  g_signal_emit_by_name (gtk_list_box_get_row_at_index (list, 8), "activate");
  g_assert_cmpstr (row_title (list, 8), ==, "Finding 9");
  g_assert_cmpstr (row_title (list, 19), ==, "Finding 20");
  g_assert_null (row_title (list, 20));
  oct_finding_list_fill (list, more, "Nothing stands out.");
  g_assert_cmpstr (row_title (list, 20), ==, "Finding 21");

  oct_finding_list_fill (list, none, "Nothing stands out.");
  g_assert_cmpstr (row_title (list, 0), ==, "Nothing stands out.");
  g_assert_null (row_title (list, 1));
  oct_finding_list_fill (list, many, "Nothing stands out.");
  g_assert_cmpstr (row_title (list, 0), ==, "Finding 1");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/history/before-and-after", test_history_says_before_and_after },
    { "/history/undone", test_history_marks_what_was_undone },
    { "/history/filter", test_history_is_filtered },
    { "/history/more", test_history_goes_on },
    { "/history/short", test_history_shortens },
    { "/framework/read", test_framework_is_read },
    { "/framework/file", test_framework_is_taken_over },
    { "/framework/file-lacks", test_framework_that_lacks_something },
    { "/framework/edited", test_framework_is_edited },
    { "/framework/discarded", test_framework_draft_is_discarded },
    { "/compare/cycles", test_compare_two_cycles },
    { "/compare/schools", test_compare_two_schools },
  };

  if (fixture_init (&argc, &argv))
    {
      g_test_add ("/history/blank", Fixture, NULL, set_up_empty, test_history_without_a_workspace,
                  tear_down);
      g_test_add ("/framework/blank", Fixture, NULL, set_up_empty,
                  test_framework_without_a_workspace, tear_down);
      g_test_add_func ("/findings/many", test_many_findings_are_folded);
      g_test_add ("/compare/blank", Fixture, NULL, set_up_empty, test_compare_without_a_workspace,
                  tear_down);
      for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
        g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }

  return g_test_run ();
}
