/* The pages of lenses: what was judged once answers the strategy and other lists; they are mapped by
 * ticks, filled in, taken over from files, and all of it can be undone.
 */
#include <string.h>

#include "oct-lens-import.h"
#include "oct-lens-card.h"
#include "oct-lens-page.h"
#include "oct-lens-table.h"
#include "oct-workbench-lens.h"
#include "window-fixture.h"

static OctLens *
find_lens (Fixture *fixture, const char *key)
{
  OctLens *lens = oct_assessment_find_lens (get_assessment (fixture), key);

  g_assert_nonnull (lens);
  return lens;
}

static void
add_pillar (Fixture *fixture, const char *name)
{
  const OctPillar pillar = { .name = (char *) name, .text = (char *) "In our words." };

  oct_workbench_put_pillar_async (fixture->workbench, &pillar, done_cb, NULL);
  settle (fixture);
}

static gboolean
is_check (GtkWidget *widget, const char *label)
{
  return GTK_IS_CHECK_BUTTON (widget)
         && g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), label) == 0;
}

/* Ticks, without the list being open, in the first card. */
static void
tick (Fixture *fixture, const char *label, gboolean active)
{
  GtkWidget *check = find_match (GTK_WIDGET (fixture->page), is_check, label);

  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
}

static GtkWidget *
wait_for_window (const char *type)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  for (;;)
    {
      g_autoptr (GList) windows = gtk_window_list_toplevels ();

      for (GList *item = windows; item != NULL; item = item->next)
        if (g_str_equal (G_OBJECT_TYPE_NAME (item->data), type)
            && gtk_widget_get_mapped (item->data))
          return item->data;
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
fill_dialog (const char *name)
{
  GtkWidget *dialog = wait_for_window ("OctLensItemDialog");
  GType type = G_OBJECT_TYPE (dialog);

  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (dialog, type, "name")), name);
  g_signal_emit_by_name (gtk_widget_get_template_child (dialog, type, "keep"), "clicked");
}

/* --- what the page does --- */

static void
test_strategy_is_mapped (Fixture *fixture, gconstpointer data)
{
  judge (fixture, NULL, ELEMENT, "developing", OCT_VIEW_MODERATED);
  add_pillar (fixture, "Taught well");
  open_page (fixture, OCT_TYPE_LENS_PAGE, "lens");
  wait_for_text (fixture, "Taught well");
  wait_for_text (fixture, "1 is mapped to nothing yet.");
  wait_for_text (fixture, "Nothing is mapped to this yet.");

  /* One tick after the other, before the first is kept. */
  tick (fixture, "2  Improvement", TRUE);
  tick (fixture, "What is taught", TRUE);
  tick (fixture, "3  Resilience", TRUE);
  wait_for_text (fixture, "Improvement: What is taught");
  settle (fixture);
  wait_for_text (fixture, "Developing");
  wait_for_text (fixture, "Seen in three visits.");
  wait_for_text (fixture, "judged for the element as a whole");
  wait_for_text (fixture, "Not judged");
  wait_for_text (fixture, "1 has a place that isn’t judged.");
  wait_for_text (fixture, "Schools: ");
  wait_for_text (fixture, "No evidence");
  g_assert_cmpuint (
    oct_lens_find_item (
      find_lens (fixture, OCT_LENS_STRATEGY),
      ((OctPillar *) g_ptr_array_index (oct_assessment_get_pillars (get_assessment (fixture)), 0))
        ->id)
      ->maps->len,
    ==, 3);
  assert_fits (fixture);

  tick (fixture, "3  Resilience", FALSE);
  settle (fixture);
  wait_until_gone (fixture, "isn’t judged");
  g_assert_cmpstr (oct_workbench_get_undo_sentence (fixture->workbench), ==,
                   "Mapped “Taught well” of “Our strategy”");
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  wait_for_text (fixture, "isn’t judged");
}

static void
test_leads_on (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  judge (fixture, NULL, "civic-duty", "embedded", OCT_VIEW_MODERATED);
  open_page (fixture, OCT_TYPE_LENS_PAGE, "lens/cst-domains");
  wait_for_text (fixture, "Public benefit and civic duty");
  wait_for_text (fixture, "Embedded");
  row = gtk_widget_get_ancestor (wait_for_text (fixture, "Civic duty and community anchoring"),
                                 GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_cmpstr (fixture->gone, ==, "element/7");
  g_signal_emit_by_name (gtk_widget_get_template_child (row, G_OBJECT_TYPE (row), "judge"),
                         "clicked");
  settle (fixture);
  g_assert_cmpstr (fixture->gone, ==, "judge/trust?element=civic-duty");
  click (wait_for_text (fixture, "Trust inspection: matters of section 57"));
  g_assert_cmpstr (fixture->gone, ==, "lens/section-57");
}

static void
test_blank_is_filled (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_LENS_PAGE, "lens/section-57");
  wait_for_text (fixture, "This list is blank on purpose");
  assert_fits (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "lens.add", NULL);
  fill_dialog ("Attendance");
  wait_for_text (fixture, "Attendance");
  wait_until_gone (fixture, "blank on purpose");
  tick (fixture, "1  All our children", TRUE);
  wait_for_text (fixture, "A system built for all our children");

  settle (fixture);
  close_window (fixture);
  oct_session_flush (fixture->session);
  g_clear_object (&fixture->session);
  open_session (fixture);
  settle (fixture);
  open_page (fixture, OCT_TYPE_LENS_PAGE, "lens/section-57");
  wait_for_text (fixture, "A system built for all our children");
  oct_workbench_remove_lens_item_async (fixture->workbench, find_lens (fixture, "section-57"),
                                        "attendance", done_cb, NULL);
  wait_for_text (fixture, "blank on purpose");
  settle (fixture);
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  wait_for_text (fixture, "Attendance");
}

static gboolean
is_label (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0;
}

/* The first card says @name. */
static void
wait_for_first (Fixture *fixture, const char *name)
{
  GObject *cards = gtk_widget_get_template_child (GTK_WIDGET (fixture->page), OCT_TYPE_LENS_PAGE,
                                                  "cards");
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (find_match (gtk_widget_get_first_child (GTK_WIDGET (cards)), is_label, name) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
move_first (Fixture *fixture, const char *action)
{
  GObject *cards = gtk_widget_get_template_child (GTK_WIDGET (fixture->page), OCT_TYPE_LENS_PAGE,
                                                  "cards");

  g_assert_true (
    gtk_widget_activate_action (gtk_widget_get_first_child (GTK_WIDGET (cards)), action, NULL));
  settle (fixture);
}

static void
test_moved (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card;

  add_pillar (fixture, "Taught well");
  add_pillar (fixture, "Well led");
  open_page (fixture, OCT_TYPE_LENS_PAGE, "lens");
  wait_for_first (fixture, "Taught well");
  card = wait_for_text (fixture, "Taught well");
  gtk_widget_child_focus (gtk_widget_get_ancestor (card, OCT_TYPE_LENS_CARD), GTK_DIR_TAB_FORWARD);
  move_first (fixture, "item.down");
  wait_for_first (fixture, "Well led");
  g_assert_cmpstr (oct_workbench_get_undo_sentence (fixture->workbench), ==,
                   "Moved “Taught well” of “Our strategy” to place 2");
  /* It is the same card still, with the focus where it was. */
  g_assert_true (wait_for_text (fixture, "Taught well") == card);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         gtk_widget_get_ancestor (card, OCT_TYPE_LENS_CARD)));
  /* The first can't go further up. */
  move_first (fixture, "item.up");
  wait_for_first (fixture, "Well led");
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  wait_for_first (fixture, "Taught well");
  settle (fixture);

  open_page (fixture, OCT_TYPE_LENS_PAGE, "lens/cst-domains");
  wait_for_first (fixture, "Strategic governance");
  move_first (fixture, "item.down");
  wait_for_text (fixture, "Strategic governance");
  g_assert_cmpstr (oct_lens_get_key (find_lens (fixture, "cst-domains")), ==, "cst-domains");
  g_assert_cmpstr (
    ((OctLensItem *) oct_lens_get_items (find_lens (fixture, "cst-domains"))->pdata[1])->name, ==,
    "Strategic governance");
}

/* --- from a file, and to one --- */

static const char lens_file[] =
  "{\"kind\": \"lens\", \"format\": 1, \"key\": \"charter\", \"name\": \"Charter\", \"items\": ["
  "{\"key\": \"one\", \"name\": \"First promise\", \"maps\": [{\"element\": \"%s\"}]}]}";

static void
offer (Fixture *fixture, const char *element)
{
  g_autofree char *text = g_strdup_printf (lens_file, element);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  oct_lens_import_offer (GTK_WIDGET (fixture->page), fixture->workbench, bytes);
}

static void
test_taken_over (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  open_page (fixture, OCT_TYPE_LENS_PAGE, "lens");
  offer (fixture, "magic");
  dialog = wait_for_window ("AdwMessageDialog");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)),
                            "leads to the element “magic”"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_null (oct_assessment_find_lens (get_assessment (fixture), "charter"));

  offer (fixture, ELEMENT);
  dialog = wait_for_window ("AdwMessageDialog");
  g_assert_nonnull (
    strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "gets a page of its own"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "take");
  settle (fixture);
  g_assert_cmpstr (fixture->gone, ==, "lens/charter");
  oct_page_show (fixture->page, "lens/charter");
  wait_for_text (fixture, "First promise");

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "lens.delete", NULL);
  wait_until_gone (fixture, "First promise");
  settle (fixture);
  g_assert_null (oct_assessment_find_lens (get_assessment (fixture), "charter"));
}

static void
test_table (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  judge (fixture, NULL, "resilience", "sustained", OCT_VIEW_OWN);
  add_pillar (fixture, "=Taught well");
  bytes = oct_lens_to_csv (find_lens (fixture, "cst-domains"), get_assessment (fixture), NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (text, "Finance and operations"));
  g_assert_nonnull (strstr (text, "Sustained"));
  g_assert_nonnull (strstr (text, "Not judged"));
  g_clear_pointer (&bytes, g_bytes_unref);
  g_clear_pointer (&text, g_free);

  bytes = oct_lens_to_csv (find_lens (fixture, OCT_LENS_STRATEGY), get_assessment (fixture), NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (text, "Nothing is mapped to this yet"));
  /* A spreadsheet must not take a pillar for a formula. */
  g_assert_null (strstr (text, "\n=Taught"));
}

static void
test_without_a_workspace (Fixture *fixture, gconstpointer data)
{
  open_page (fixture, OCT_TYPE_LENS_PAGE, "lens");
  wait_for_text (fixture, "No trust to look at yet");
}

int
main (int argc, char **argv)
{
  if (fixture_init (&argc, &argv))
    {
      g_test_add ("/lens/strategy", Fixture, NULL, set_up, test_strategy_is_mapped, tear_down);
      g_test_add ("/lens/leads", Fixture, NULL, set_up, test_leads_on, tear_down);
      g_test_add ("/lens/filled", Fixture, NULL, set_up, test_blank_is_filled, tear_down);
      g_test_add ("/lens/moved", Fixture, NULL, set_up, test_moved, tear_down);
      g_test_add ("/lens/file", Fixture, NULL, set_up, test_taken_over, tear_down);
      g_test_add ("/lens/table", Fixture, NULL, set_up, test_table, tear_down);
      g_test_add ("/lens/empty", Fixture, NULL, set_up_empty, test_without_a_workspace, tear_down);
    }

  return g_test_run ();
}
