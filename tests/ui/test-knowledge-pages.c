/* Practices, support and the line of sight: written, found, taken over, linked, taken back. */
#include <math.h>
#include <string.h>

#include "oct-concerns-page.h"
#include "oct-line-of-sight-page.h"
#include "oct-knowledge-pictures.h"
#include "oct-practice-file.h"
#include "oct-practice-page.h"
#include "oct-practice-text.h"
#include "oct-practices-page.h"
#include "oct-print-text.h"
#include "oct-risk-query.h"
#include "oct-risks-page.h"
#include "oct-support-page.h"
#include "oct-support-table.h"
#include "oct-support-work.h"
#include "oct-workbench-knowledge.h"
#include "oct-workbench-risks.h"
#include "plan-fixture.h"

/* --- records --- */

static OctPractice *
new_practice (const char *title)
{
  OctPractice *practice = oct_record_new (&oct_practice_kind);

  oct_replace (&practice->title, title);
  oct_replace (&practice->what, "Pairs read aloud to one another every day.");
  oct_replace (&practice->ingredients, "The same text, read four times.\n\nA partner who listens.");
  practice->strength = OCT_STRENGTH_MODERATE;

  return practice;
}

static void
put (Fixture *fixture, gpointer record)
{
  oct_workbench_put_knowledge_async (fixture->workbench, record, done_cb, NULL);
  settle (fixture);
}

static const OctPractice *
find_practice (Fixture *fixture, const char *title)
{
  return find_record (fixture, &oct_practice_kind, "title", title);
}

static OctPracticeUse *
new_use (Fixture *fixture, guint school)
{
  OctPracticeUse *use = oct_record_new (&oct_practice_use_kind);

  oct_replace (&use->practice_id, find_practice (fixture, "Fluency in pairs")->record.id);
  oct_replace (&use->school_id, school_id (fixture, school));
  use->phase = OCT_PHASE_OF_CHANGE_DELIVER;
  oct_replace (&use->outcome, "Year 4 reads 20 words a minute more.");

  return use;
}

/* Coaching from Alder to Birch, this term. */
static OctSupport *
new_support (Fixture *fixture, double planned, double spent)
{
  OctSupport *support = oct_record_new (&oct_support_kind);

  oct_replace (&support->support, "Coaching for middle leaders");
  oct_replace (&support->giver_school_id, school_id (fixture, 0));
  oct_replace (&support->school_id, school_id (fixture, 1));
  support->starts = support->ends = oct_date_today ();
  support->planned = planned;
  support->spent = spent;

  return support;
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

/* The first row of a dialogue for typing. */
static gboolean
is_entry_row (GtkWidget *widget, const char *title)
{
  return ADW_IS_ENTRY_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static void
type_into (GtkWidget *dialog, const char *title, const char *text)
{
  GtkWidget *row = find_match (dialog, is_entry_row, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
keep (GtkWidget *dialog)
{
  g_signal_emit_by_name (gtk_widget_get_template_child (dialog, G_OBJECT_TYPE (dialog), "keep"),
                         "clicked");
}

static void
activate_row (GtkWidget *label)
{
  GtkWidget *row = gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);

  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
}

/* --- practices --- */

static void
test_first_practice (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  open_page (fixture, OCT_TYPE_PRACTICES_PAGE, "practices");
  wait_for_text (fixture, "No practice is written down yet");
  assert_fits (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "practices.add", NULL);
  dialog = wait_for_window ("OctRecordDialog");
  keep (dialog);
  settle (fixture);
  g_assert_nonnull (find_match (dialog, says, "A practice needs a title."));
  type_into (dialog, "Title", "Fluency in pairs");
  keep (dialog);
  wait_for_text (fixture, "Fluency in pairs");
  wait_for_text (fixture, "Used nowhere yet");
  g_assert_cmpint (find_practice (fixture, "Fluency in pairs")->version, ==, 1);
  g_assert_cmpstr (oct_workbench_get_undo_sentence (fixture->workbench), ==,
                   "Added the practice “Fluency in pairs”");
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  wait_for_text (fixture, "No practice is written down yet");
}

static void
test_practices_found (Fixture *fixture, gconstpointer data)
{
  GtkWidget *search;

  put (fixture, new_practice ("Fluency in pairs"));
  put (fixture, new_practice ("Attendance clinics"));
  put (fixture, new_use (fixture, 1));
  open_page (fixture, OCT_TYPE_PRACTICES_PAGE, "practices");
  wait_for_text (fixture, "2 practices");
  wait_for_text (fixture, "Used in 1 school: Deliver 1");
  assert_fits (fixture);
  search = find_type (fixture, "GtkSearchEntry");
  /* In what came of it, by the beginning of a word. */
  gtk_editable_set_text (GTK_EDITABLE (search), "words minu");
  g_signal_emit_by_name (search, "search-changed");
  wait_for_text (fixture, "1 practice");
  assert_not_said (fixture, "Attendance clinics");
  g_assert_cmpstr (oct_page_get_location (fixture->page), ==, "practices?q=words%20minu");
  activate_row (wait_for_text (fixture, "Fluency in pairs"));
  g_assert_true (g_str_has_prefix (fixture->gone, "practice/"));
  gtk_editable_set_text (GTK_EDITABLE (search), "telescope");
  g_signal_emit_by_name (search, "search-changed");
  wait_for_text (fixture, "No practice has all of these words.");
}

/* What another trust has written comes with the name of that trust, and goes with one undo. */
static void
test_practices_taken_over (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) practices = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_record_unref);
  g_autofree char *file = NULL;
  g_autoptr (GBytes) bytes = NULL, broken = g_bytes_new_static ("{\"kind\": \"lens\"}", 16);
  GtkWidget *dialog;

  g_ptr_array_add (practices, new_practice ("Fluency in pairs"));
  g_ptr_array_add (practices, new_practice ("=Formula, \"quoted\""));
  file = oct_practice_file_format (practices, "Vale Learning Trust");
  bytes = g_bytes_new (file, strlen (file));
  open_page (fixture, OCT_TYPE_PRACTICES_PAGE, "practices");
  oct_practices_page_offer (OCT_PRACTICES_PAGE (fixture->page), broken);
  dialog = wait_for_window ("AdwMessageDialog");
  gtk_window_destroy (GTK_WINDOW (dialog));
  oct_practices_page_offer (OCT_PRACTICES_PAGE (fixture->page), bytes);
  dialog = wait_for_window ("AdwMessageDialog");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)),
                            "“Fluency in pairs”, from Vale Learning Trust"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "take");
  wait_for_text (fixture, "2 practices");
  g_assert_cmpstr (find_practice (fixture, "Fluency in pairs")->source, ==, "Vale Learning Trust");
  g_assert_cmpstr (find_practice (fixture, "Fluency in pairs")->ingredients, ==,
                   "The same text, read four times.\n\nA partner who listens.");
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  wait_for_text (fixture, "No practice is written down yet");
}

static void
test_practice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *location = NULL;
  g_autofree char *document = NULL;
  g_autofree char *pdf = g_build_filename (fixture->folder, "practice.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  OctPractice *next;

  put (fixture, new_practice ("Fluency in pairs"));
  put (fixture, new_use (fixture, 1));
  location = g_strdup_printf ("practice/%s",
                              find_practice (fixture, "Fluency in pairs")->record.id);
  open_page (fixture, OCT_TYPE_PRACTICE_PAGE, location);
  wait_for_text (fixture, "Version 1");
  wait_for_text (fixture, "Strength of evidence: Moderate");
  wait_for_text (fixture, "A partner who listens.");
  wait_for_text (fixture, "Birch Academy");
  wait_for_text (fixture, "Year 4 reads 20 words a minute more.");
  assert_fits (fixture);

  document = oct_practice_to_document (get_assessment (fixture), get_plans (fixture),
                                       find_practice (fixture, "Fluency in pairs"));
  g_assert_nonnull (strstr (document, "\nActive ingredients\nThe same text, read four times.\nA"));
  g_assert_nonnull (strstr (document, "\nWho uses it\nBirch Academy: Deliver\n"));
  g_assert_true (oct_print_text_to_pdf (document, "Fluency in pairs", pdf, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (pdf, &content, NULL, &error));
  g_assert_true (g_str_has_prefix (content, "%PDF"));

  next = oct_record_copy (find_practice (fixture, "Fluency in pairs"));
  oct_replace (&next->what, "Pairs read aloud three times a week.");
  oct_replace (&next->changed, "Every day was too much.");
  oct_workbench_put_practice_version_async (fixture->workbench, next, done_cb, NULL);
  wait_for_text (fixture, "Version 2");
  wait_for_text (fixture, "Every day was too much.");
  wait_for_text (fixture, "Earlier versions");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (find_type (fixture, "AdwExpanderRow")), TRUE);
  wait_for_text (fixture, "Pairs read aloud to one another every day.");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "practice.retire", NULL);
  wait_for_text (fixture, "Retired");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "practice.bring-back", NULL);
  wait_until_gone (fixture, "Retired");
}

/* --- support --- */

static void
test_support (Fixture *fixture, gconstpointer data)
{
  OctCapacity *capacity = oct_record_new (&oct_capacity_kind);
  GtkWidget *dialog;

  open_page (fixture, OCT_TYPE_SUPPORT_PAGE, "support");
  wait_for_text (fixture, "No support is recorded yet");
  assert_fits (fixture);
  put (fixture, new_support (fixture, 6, 2));
  wait_for_text (fixture, "Alder Primary School supports Birch Academy");
  wait_for_text (fixture, "2 of 6 days spent for 1 school");
  wait_for_text (fixture, "Capacity not stated");
  wait_for_text (fixture, "Birch Academy from Alder Primary School");

  oct_replace (&capacity->giver_school_id, school_id (fixture, 0));
  capacity->starts = capacity->ends = oct_date_today ();
  capacity->days = 4;
  put (fixture, capacity);
  wait_for_text (fixture, "2 over 4");
  wait_for_text (fixture, "Alder Primary School has 6 days planned in a term and can give 4");
  assert_fits (fixture);

  /* Changed in its dialogue; what is no number is told. */
  activate_row (wait_for_text (fixture, "Birch Academy from Alder Primary School"));
  dialog = wait_for_window ("OctRecordDialog");
  type_into (dialog, "Days planned", "three");
  keep (dialog);
  g_assert_nonnull (find_match (dialog, says, "“three” is not a number. Write it like 2.5."));
  type_into (dialog, "Days planned", "3.5");
  keep (dialog);
  wait_for_text (fixture, "0.5 of 4 left");
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  wait_for_text (fixture, "2 over 4");
}

/* Days over two terms are shared out by the calendar; without dates they are of no term. */
static void
test_support_terms (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctRecord) record = (OctRecord *) new_support (fixture, 12, NAN);
  OctSupport *support = (OctSupport *) record;
  g_autoptr (GPtrArray) terms = NULL;

  support->starts = 20261101;
  support->ends = 20270228; /* 61 days in autumn, 59 in spring */
  g_assert_cmpfloat (oct_support_days_within (support, 12, 20260901, 20261231), ==, 6);
  g_assert_cmpfloat (oct_support_days_within (support, 12, 20270101, 20270415), ==, 6);
  g_assert_cmpfloat (oct_support_days_within (support, 12, 20270416, 20270831), ==, 0);
  g_assert_cmpfloat (oct_support_days_within (support, 12, 0, 0), ==, 12);
  g_assert_cmpfloat (oct_support_days_within (support, NAN, 0, 0), ==, 0);
  put (fixture, oct_record_copy (support));
  terms = oct_support_find_terms (get_plans (fixture), 20270501);
  g_assert_cmpuint (terms->len, ==, 3);
  g_assert_cmpstr (((OctCycle *) g_ptr_array_index (terms, 0))->name, ==, "Autumn 2026");
  g_assert_cmpuint (oct_support_find_term (terms, 20270501), ==, 2);
  support->starts = support->ends = OCT_DATE_UNKNOWN;
  g_assert_cmpfloat (oct_support_days_within (support, 12, 20260901, 20261231), ==, 0);
}

/* Support that ended is looked at again: scheduled, answered with what was learnt, undone, and there
 * after a restart. */
static void
test_rechecks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *plan = add_sample_plan (fixture);
  const OctRecord *objective = find_record (fixture, &oct_objective_kind, "reference", "1");
  OctSupport *support = new_support (fixture, 6, 6);
  const OctRecheck *recheck;

  support->starts = 20250908;
  support->ends = 20251212;
  oct_replace (&support->objective_id, objective->id);
  put (fixture, support);
  open_page (fixture, OCT_TYPE_SUPPORT_PAGE, "support");
  wait_for_text (fixture, "Ended, and nothing scheduled");
  wait_for_text (fixture, "Birch Academy · ended 12 December 2025");
  click (wait_for_text (fixture, "Schedule"));
  wait_for_text (fixture, "Birch Academy · after 1 term");
  wait_for_text (fixture, "Birch Academy · after 3 terms");
  wait_until_gone (fixture, "Ended, and nothing scheduled");
  assert_fits (fixture);
  g_signal_emit_by_name (find_type (fixture, "OctDutyRow"), "outcome", OCT_OUTCOME_HELD,
                         "Coaches stay a second term");
  wait_for_text (fixture, "Coaches stay a second term");
  wait_for_text (fixture, "Held");
  g_assert_cmpstr (oct_workbench_get_undo_sentence (fixture->workbench), ==,
                   "Looked again at support: Held at Birch Academy");
  find_record (fixture, &oct_support_kind, "learnt", "Coaches stay a second term");
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  wait_until_gone (fixture, "Coaches stay a second term");
  oct_workbench_redo_async (fixture->workbench, NULL, NULL);
  wait_for_text (fixture, "Coaches stay a second term");

  close_window (fixture);
  oct_session_flush (fixture->session);
  g_clear_object (&fixture->session);
  open_session (fixture);
  settle (fixture);
  open_page (fixture, OCT_TYPE_SUPPORT_PAGE, "support");
  wait_for_text (fixture, "Coaches stay a second term");
  recheck = find_record (fixture, &oct_recheck_kind, "note", "Coaches stay a second term");
  g_assert_cmpint (recheck->terms, ==, 1);
}

/* Those of an element are its own and those that serve an objective of it. */
static void
test_practices_of_element (Fixture *fixture, gconstpointer data)
{
  g_autofree char *plan = add_sample_plan (fixture);
  OctPractice *own = new_practice ("Attendance clinics");
  OctPracticeUse *use;

  oct_replace (&own->element, "civic-duty");
  put (fixture, own);
  put (fixture, new_practice ("Fluency in pairs"));
  use = new_use (fixture, 1);
  oct_replace (&use->objective_id,
               ((OctRecord *) find_record (fixture, &oct_objective_kind, "reference", "1"))->id);
  put (fixture, use);
  open_page (fixture, OCT_TYPE_PRACTICES_PAGE, "practices?element=" ELEMENT);
  wait_for_text (fixture, "1 practice");
  wait_for_text (fixture, "Fluency in pairs");
  assert_not_said (fixture, "Attendance clinics");
  assert_fits (fixture);
  open_page (fixture, OCT_TYPE_PRACTICES_PAGE, "practices?element=civic-duty");
  wait_for_text (fixture, "Attendance clinics");
  assert_not_said (fixture, "Fluency in pairs");
  open_page (fixture, OCT_TYPE_PRACTICES_PAGE, "practices");
  wait_for_text (fixture, "2 practices");
}

/* A table of support, in which a word that a spreadsheet would run is harmless. */
static void
test_support_table (Fixture *fixture, gconstpointer data)
{
  OctSupport *support = new_support (fixture, 6.25, NAN);
  g_autoptr (GBytes) csv = NULL;
  const char *text;

  oct_replace (&support->support, "=HYPERLINK(\"x\")");
  put (fixture, support);
  csv = oct_support_to_csv (get_assessment (fixture), get_plans (fixture));
  text = g_bytes_get_data (csv, NULL);
  g_assert_nonnull (
    g_strstr_len (text, (gssize) g_bytes_get_size (csv), ",\"'=HYPERLINK(\"\"x\"\")\","));
  g_assert_nonnull (g_strstr_len (text, (gssize) g_bytes_get_size (csv), ",6.25,,"));
  g_assert_nonnull (g_strstr_len (text, (gssize) g_bytes_get_size (csv), "Alder Primary School,"));
}

/* --- the line of sight --- */

/* A plan of the trust with one objective. */
static void
add_trust_plan (Fixture *fixture)
{
  OctRecordChange *change = oct_record_change_new ();
  OctPlan *plan = oct_record_change_put (change, oct_record_new (&oct_plan_kind));
  OctObjective *objective = oct_record_change_put (change, oct_record_new (&oct_objective_kind));

  oct_replace (&plan->title, "Strategy");
  plan->scope = OCT_SCOPE_TRUST;
  plan->starts = plan->ends = 2025;
  oct_replace (&objective->plan_id, plan->record.id);
  oct_replace (&objective->rank, "h");
  oct_replace (&objective->reference, "A");
  oct_replace (&objective->statement, "Every child reads");
  change_plans (fixture, change, "Added the plan “Strategy”");
}

static void
test_sight (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  const OctObjective *school, *trust;

  open_page (fixture, OCT_TYPE_LINE_OF_SIGHT_PAGE, "line-of-sight");
  wait_for_text (fixture, "No line of sight yet");
  id = add_sample_plan (fixture);
  wait_for_text (fixture, "The trust has no objectives yet");
  add_trust_plan (fixture);
  wait_for_text (fixture, "No school objective serves “A Every child reads”");
  wait_for_text (fixture, "Serve no trust objective");
  wait_for_text (fixture, "Amber");
  assert_fits (fixture);
  school = find_record (fixture, &oct_objective_kind, "reference", "1");
  trust = find_record (fixture, &oct_objective_kind, "reference", "A");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "sight.link", "(ss)", school->record.id,
                              trust->record.id);
  wait_for_text (fixture, "1 school objective serves no trust objective");
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  wait_for_text (fixture, "No school objective serves “A Every child reads”");
}

/* --- risks and concerns --- */

static void
undo (Fixture *fixture)
{
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
}

/* A risk is added in its dialogue, moves, leaves a trace of where it was, and is closed. */
static void
test_risks (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  OctRisk *risk;

  open_page (fixture, OCT_TYPE_RISKS_PAGE, "risks");
  wait_for_text (fixture, "No risk is recorded yet");
  assert_fits (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "risk.add", NULL);
  dialog = wait_for_window ("OctRecordDialog");
  keep (dialog);
  settle (fixture);
  g_assert_nonnull (find_match (dialog, says, "A risk needs a title: what might happen."));
  type_into (dialog, "What might happen", "The boiler fails in January");
  keep (dialog);
  settle (fixture);
  wait_for_text (fixture, "R1  The boiler fails in January");

  for (guint i = 0; i < 2; i++)
    {
      risk = oct_record_copy (find_record (fixture, &oct_risk_kind, "reference", "R1"));
      risk->net_likelihood = 2 + i * 2;
      risk->net_impact = 4;
      risk->appetite = 9;
      oct_workbench_put_risk_async (fixture->workbench, risk, done_cb, NULL);
      settle (fixture);
    }
  wait_for_text (fixture, "16, above 9");
  g_assert_cmpint (oct_risk_find_before (get_plans (fixture),
                                         find_record (fixture, &oct_risk_kind, "reference", "R1"))
                     ->likelihood,
                   ==, 2);
  assert_fits (fixture);
  undo (fixture);
  wait_for_text (fixture, "8");
  assert_not_said (fixture, "16, above 9");

  risk = oct_record_copy (find_record (fixture, &oct_risk_kind, "reference", "R1"));
  oct_replace (&risk->closed_why, "A new boiler was put in.");
  oct_workbench_put_risk_async (fixture->workbench, risk, done_cb, NULL);
  wait_for_text (fixture, "Closed risks");
}

/* A red concern says what is done; resolved with words, it leaves the open ones. */
static void
test_concerns (Fixture *fixture, gconstpointer data)
{
  OctConcern *concern = oct_record_new (&oct_concern_kind);

  open_page (fixture, OCT_TYPE_CONCERNS_PAGE, "concerns");
  wait_for_text (fixture, "No concern is recorded yet");
  assert_fits (fixture);
  oct_replace (&concern->school_id, school_id (fixture, 1));
  oct_replace (&concern->summary, "Three leaders left");
  oct_replace (&concern->details, "Nobody leads science.");
  oct_replace (&concern->next_steps, "Lend a leader until Easter");
  concern->raised_on = 20251201;
  concern->rating = OCT_RATING_RED;
  oct_workbench_put_concern_async (fixture->workbench, concern, done_cb, NULL);
  wait_for_text (fixture, "1 open concern, about 1 school");
  wait_for_text (fixture, "Since 1 December 2025 · Next: Lend a leader until Easter");
  assert_fits (fixture);

  concern = oct_record_copy (
    find_record (fixture, &oct_concern_kind, "summary", "Three leaders left"));
  oct_replace (&concern->resolution, "All posts are filled.");
  oct_workbench_put_concern_async (fixture->workbench, concern, done_cb, NULL);
  wait_for_text (fixture, "No concern is open");
  undo (fixture);
  wait_for_text (fixture, "1 open concern, about 1 school");
}

int
main (int argc, char **argv)
{
  if (!fixture_init (&argc, &argv))
    return 77;

  g_test_add ("/knowledge/first-practice", Fixture, NULL, set_up, test_first_practice, tear_down);
  g_test_add ("/knowledge/practices-found", Fixture, NULL, set_up, test_practices_found, tear_down);
  g_test_add ("/knowledge/practices-taken-over", Fixture, NULL, set_up, test_practices_taken_over,
              tear_down);
  g_test_add ("/knowledge/practice", Fixture, NULL, set_up, test_practice, tear_down);
  g_test_add ("/knowledge/support", Fixture, NULL, set_up, test_support, tear_down);
  g_test_add ("/knowledge/support-terms", Fixture, NULL, set_up, test_support_terms, tear_down);
  g_test_add ("/knowledge/rechecks", Fixture, NULL, set_up, test_rechecks, tear_down);
  g_test_add ("/knowledge/practices-of-element", Fixture, NULL, set_up, test_practices_of_element,
              tear_down);
  g_test_add ("/knowledge/support-table", Fixture, NULL, set_up, test_support_table, tear_down);
  g_test_add ("/knowledge/risks", Fixture, NULL, set_up, test_risks, tear_down);
  g_test_add ("/knowledge/concerns", Fixture, NULL, set_up, test_concerns, tear_down);
  g_test_add ("/knowledge/line-of-sight", Fixture, NULL, set_up, test_sight, tear_down);

  return g_test_run ();
}
