/* From the page of a plan: evidence is attached, support is added, a practice is proposed; each is kept,
 * undone and there after a restart.
 */
#include <string.h>

#include "oct-error.h"
#include "oct-plan-evidence-section.h"
#include "oct-plan-knowledge.h"
#include "oct-plan-page.h"
#include "oct-plan-work.h"
#include "oct-review-page.h"
#include "plan-fixture.h"

static void
open_plan (Fixture *fixture, const char *id, const char *record_id)
{
  g_autofree char *location = g_strdup_printf ("plan/%s?objective=%s", id, record_id);

  open_page (fixture, OCT_TYPE_PLAN_PAGE, location);
  settle (fixture);
}

static guint
count (Fixture *fixture, const OctRecordKind *kind)
{
  return oct_plan_book_get_all (get_plans (fixture), kind)->len;
}

static gpointer
get_first (Fixture *fixture, const OctRecordKind *kind)
{
  return g_ptr_array_index (oct_plan_book_get_all (get_plans (fixture), kind), 0);
}

static void
activate_row (GtkWidget *root, const char *text)
{
  GtkWidget *row = gtk_widget_get_ancestor (find_match (root, says, text), GTK_TYPE_LIST_BOX_ROW);

  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
}

static GtkWidget *
get_window_of (const char *type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), type))
        return window;
    }

  return NULL;
}

static gboolean
is_row (GtkWidget *widget, const char *title)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static void
fill (const char *title, const char *text)
{
  GtkWidget *row = find_match (get_window_of ("OctRecordDialog"), is_row, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
keep (Fixture *fixture, const char *type)
{
  GtkWidget *dialog = get_window_of (type);

  g_signal_emit_by_name (gtk_widget_get_template_child (dialog, G_OBJECT_TYPE (dialog), "keep"),
                         "clicked");
  settle (fixture);
}

static OctPlanEvidenceSection *
get_evidence (Fixture *fixture)
{
  return OCT_PLAN_EVIDENCE_SECTION (find_type (fixture, "OctPlanEvidenceSection"));
}

static void
add_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList list = { .data = file };

  g_assert_true (g_file_set_contents (path, "What was seen.", -1, NULL));
  oct_plan_evidence_section_add_files (get_evidence (fixture), &list);
  wait_for_text (fixture, name);
}

static void
write_note (Fixture *fixture, const char *review_id, const char *text)
{
  GtkWidget *dialog;
  GObject *view;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_evidence (fixture)),
                                             "evidence.add-note", "s", review_id));
  dialog = get_window_of ("OctEvidenceDialog");
  view = gtk_widget_get_template_child (dialog, G_OBJECT_TYPE (dialog), "text");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  keep (fixture, "OctEvidenceDialog");
  wait_for_text (fixture, text);
}

static void
undo (Fixture *fixture)
{
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  settle (fixture);
}

/* A file on a milestone closes its gap; it is one edit, undone and done again, and there after a
 * restart; then it is chosen for an objective too, and taken away from there alone. */
static void
test_evidence (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = add_sample_plan (fixture);
  const OctRecord *milestone = find_record (fixture, &oct_milestone_kind, "title",
                                            "All teachers observed");
  const OctRecord *objective = find_record (fixture, &oct_objective_kind, "reference", "1");
  g_autofree char *milestone_id = g_strdup (milestone->id);
  g_autofree char *objective_id = g_strdup (objective->id);
  const OctPlanEvidence *place;

  open_plan (fixture, id, milestone_id);
  wait_for_text (fixture, "Nothing yet. Drop files here");
  gtk_expander_set_expanded (GTK_EXPANDER (find_type (fixture, "GtkExpander")), TRUE);
  wait_for_text (fixture, "what evidence will show it");
  add_file (fixture, "observed.txt");
  wait_until_gone (fixture, "what evidence will show it");
  g_assert_cmpstr (oct_workbench_get_undo_sentence (fixture->workbench), ==,
                   "Added evidence for “All teachers observed” at Birch Academy");
  assert_fits (fixture);
  undo (fixture);
  wait_until_gone (fixture, "observed.txt");
  g_assert_cmpuint (count (fixture, &oct_plan_evidence_kind), ==, 0);
  oct_workbench_redo_async (fixture->workbench, NULL, NULL);
  wait_for_text (fixture, "observed.txt");

  close_window (fixture);
  oct_session_flush (fixture->session);
  g_clear_object (&fixture->session);
  open_session (fixture);
  settle (fixture);
  open_plan (fixture, id, objective_id);
  wait_for_text (fixture, "Nothing yet. Drop files here");
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (get_evidence (fixture)), "evidence.choose", "s", ""));
  while (find_match (get_window_of ("OctEvidenceChooser"), says, "observed.txt") == NULL)
    g_main_context_iteration (NULL, TRUE);
  activate_row (get_window_of ("OctEvidenceChooser"), "observed.txt");
  wait_for_text (fixture, "observed.txt");
  g_assert_cmpuint (count (fixture, &oct_plan_evidence_kind), ==, 2);
  place = get_first (fixture, &oct_plan_evidence_kind);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_evidence (fixture)), "evidence.detach",
                                             "s", place->evidence_id));
  wait_for_text (fixture, "Nothing yet. Drop files here");
  g_assert_cmpuint (count (fixture, &oct_plan_evidence_kind), ==, 1);
  open_plan (fixture, id, milestone_id);
  wait_for_text (fixture, "observed.txt");
}

/* What was seen at a review says so with its objective; a plan that is paused keeps it as it is. */
static void
test_evidence_of_review (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = add_sample_plan (fixture);
  g_autoptr (OctPlanWork) work = oct_plan_work_new (fixture->workbench);
  const OctRecord *objective = find_record (fixture, &oct_objective_kind, "reference", "1");
  const OctReview *review = find_record (fixture, &oct_review_kind, "next_steps",
                                         "Look at the third class again in January");
  const OctPlanEvidence *place;
  g_autofree char *evidence_id = NULL;

  open_plan (fixture, id, objective->id);
  write_note (fixture, review->record.id, "The third class reads to partners.");
  wait_for_text (fixture, "Review of 12 December 2025");
  place = get_first (fixture, &oct_plan_evidence_kind);
  g_assert_cmpstr (place->review_id, ==, review->record.id);
  g_assert_cmpstr (place->objective_id, ==, objective->id);
  evidence_id = g_strdup (place->evidence_id);

  oct_plan_work_set_plan (work, id);
  g_assert_true (oct_plan_work_set_status (work, OCT_PLAN_STOPPED, "The school closes", NULL));
  settle (fixture);
  gtk_widget_activate_action (GTK_WIDGET (get_evidence (fixture)), "evidence.detach", "s",
                              evidence_id);
  settle (fixture);
  g_assert_cmpuint (count (fixture, &oct_plan_evidence_kind), ==, 1);
  wait_for_text (fixture, "The third class reads to partners.");
}

/* Support is begun for the objective and its school, needed since it has been amber; it stands in the
 * panel, and goes with one undo. */
static void
test_support (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = add_sample_plan (fixture);
  const OctRecord *objective = find_record (fixture, &oct_objective_kind, "reference", "1");
  g_autofree char *objective_id = g_strdup (objective->id);
  const OctSupport *support;
  GtkWidget *giver;

  open_plan (fixture, id, objective_id);
  wait_for_text (fixture, "None yet");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "plan.add-support", NULL));
  fill ("What kind of support", "Coaching for Year 2 teachers");
  keep (fixture, "OctRecordDialog");
  g_assert_nonnull (
    find_match (get_window_of ("OctRecordDialog"), says, "Choose the school that gives it."));
  giver = find_match (get_window_of ("OctRecordDialog"), is_row, "Giver");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_match (giver, is_of_type, "GtkDropDown")),
                              OCT_GIVER_CENTRE);
  keep (fixture, "OctRecordDialog");
  wait_for_text (fixture, "Central team · Days not stated");
  support = get_first (fixture, &oct_support_kind);
  g_assert_cmpstr (support->school_id, ==, school_id (fixture, 1));
  g_assert_cmpstr (support->objective_id, ==, objective_id);
  g_assert_cmpint (support->needed_on, ==, 20251212);
  assert_fits (fixture);
  /* Its line leads to it. */
  activate_row (find_type (fixture, "OctPlanPanel"), "Coaching for Year 2 teachers");
  fill ("Days planned", "6");
  keep (fixture, "OctRecordDialog");
  wait_for_text (fixture, "6 days planned");
  undo (fixture);
  undo (fixture);
  g_assert_cmpuint (count (fixture, &oct_support_kind), ==, 0);
  wait_for_text (fixture, "None yet");
}

/* What worked is written down as a practice, which begins with what the plan says, and its school is
 * the first to use it; both go with one undo. */
static void
test_practice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = add_sample_plan (fixture);
  const OctRecord *objective = find_record (fixture, &oct_objective_kind, "reference", "1");
  const OctPracticeUse *use;
  const OctPractice *practice;

  open_plan (fixture, id, objective->id);
  wait_for_text (fixture, "Nothing was proposed from this objective yet");
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (fixture->page), "plan.propose-practice", NULL));
  fill ("Title", "Phonics coaching");
  keep (fixture, "OctRecordDialog");
  wait_for_text (fixture, "Phonics coaching");
  practice = find_record (fixture, &oct_practice_kind, "title", "Phonics coaching");
  g_assert_cmpstr (practice->what, ==, "Coach every Year 1 teacher in phonics");
  g_assert_cmpstr (practice->whom, ==, "First done at Birch Academy.");
  g_assert_cmpstr (practice->element, ==, ELEMENT);
  use = get_first (fixture, &oct_practice_use_kind);
  g_assert_cmpstr (use->school_id, ==, school_id (fixture, 1));
  g_assert_nonnull (strstr (use->outcome, "from 61.5% → target 80% by 19 June 2026"));
  g_assert_cmpstr (oct_workbench_get_undo_sentence (fixture->workbench), ==,
                   "Proposed the practice “Phonics coaching” from the plan of Birch Academy");
  undo (fixture);
  g_assert_cmpuint (count (fixture, &oct_practice_kind), ==, 0);
  g_assert_cmpuint (count (fixture, &oct_practice_use_kind), ==, 0);
}

static void
refused_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError **error = user_data;

  g_assert_false (oct_workbench_edit_finish (OCT_WORKBENCH (source), result, error));
}

/* Whoever writes a practice down while its objective is taken away elsewhere is told so. */
static void
test_practice_of_nothing (Fixture *fixture, gconstpointer data)
{
  OctPractice *practice = oct_record_new (&oct_practice_kind);
  g_autoptr (GError) error = NULL;

  oct_replace (&practice->title, "Phonics coaching");
  oct_replace (&practice->from_objective_id, "gone");
  oct_workbench_propose_practice_async (fixture->workbench, practice, refused_cb, &error);
  settle (fixture);
  g_assert_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND);
  g_assert_cmpuint (count (fixture, &oct_practice_kind), ==, 0);
}

int
main (int argc, char **argv)
{
  if (!fixture_init (&argc, &argv))
    return 77;

  g_test_add ("/plan-knowledge/evidence", Fixture, NULL, set_up, test_evidence, tear_down);
  g_test_add ("/plan-knowledge/evidence-of-review", Fixture, NULL, set_up, test_evidence_of_review,
              tear_down);
  g_test_add ("/plan-knowledge/support", Fixture, NULL, set_up, test_support, tear_down);
  g_test_add ("/plan-knowledge/practice", Fixture, NULL, set_up, test_practice, tear_down);
  g_test_add ("/plan-knowledge/practice-of-nothing", Fixture, NULL, set_up,
              test_practice_of_nothing, tear_down);

  return g_test_run ();
}
