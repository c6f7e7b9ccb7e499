/* A workspace begun on one register, and a newer one imported: what is offered, put off, accepted. */
#include <string.h>

#include "oct-acceptance.h"
#include "oct-commands.h"
#include "oct-demo.h"
#include "oct-edit-words.h"
#include "oct-error.h"
#include "oct-folder.h"

#define PATIENCE (20 * G_TIME_SPAN_SECOND)

typedef struct
{
  char *dir;
  OctSession *session;
  OctWorkbench *workbench;
  OctAcceptance *acceptance;
  GError *error;
} Fixture;

static void
open_session (Fixture *fixture)
{
  fixture->session = oct_session_new (fixture->dir);
  oct_session_open (fixture->session, NULL);
  fixture->workbench = oct_session_get_workbench (fixture->session);
  oct_workbench_wait (fixture->workbench);
  fixture->acceptance = oct_session_get_acceptance (fixture->session);
}

static void
close_session (Fixture *fixture)
{
  oct_workbench_wait (fixture->workbench);
  oct_session_flush (fixture->session);
  g_clear_object (&fixture->session);
}

static void
finished_cb (OctJob *job, gboolean *finished)
{
  *finished = TRUE;
}

static void
import (Fixture *fixture, const char *name)
{
  g_autofree char *folder = oct_demo_find_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const char *const paths[] = { path, NULL };
  g_autoptr (OctJob) job = oct_session_import (fixture->session, paths, OCT_DATE_UNKNOWN);
  gboolean finished = FALSE;

  g_signal_connect (job, "finished", G_CALLBACK (finished_cb), &finished);
  while (!finished)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (oct_job_get_error (job));
}

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_clear_error (&fixture->error);
  g_task_propagate_boolean (G_TASK (result), &fixture->error);
}

static void
begin (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) schools = NULL;
  g_autoptr (OctOwnTrust) trust = oct_make_own_trust (fixture->session, OCT_DEMO_TRUST_UID,
                                                      &schools, &error);
  const OctPerson person = { .name = (char *) "", .post = (char *) "Director of education" };
  const OctNewWorkspace what = {
    .name = "Longshore", .trust = trust, .schools = schools, .person = &person
  };

  g_assert_no_error (error);
  oct_workbench_create_async (fixture->workbench, &what, NULL, edited_cb, fixture);
  oct_workbench_wait (fixture->workbench);
  g_assert_no_error (fixture->error);
}

/* Until there are that many differences. */
static void
wait_for (Fixture *fixture, guint n)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (oct_acceptance_get_state (fixture->acceptance) != OCT_ACCEPTANCE_COMPARED
         || oct_acceptance_get_differences (fixture->acceptance)->len != n)
    {
      if (g_get_monotonic_time () > end)
        g_error ("There are %u differences, not %u.",
                 oct_acceptance_get_differences (fixture->acceptance)->len, n);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = g_dir_make_tmp ("octant-acceptance-XXXXXX", NULL);
  open_session (fixture);
  g_assert_cmpint (oct_acceptance_get_state (fixture->acceptance), ==, OCT_ACCEPTANCE_NO_WORKSPACE);
  import (fixture, "edubasealldata20250901.csv");
  begin (fixture);
  wait_for (fixture, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_session (fixture);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_error (&fixture->error);
  oct_folder_remove (fixture->dir);
  g_free (fixture->dir);
}

static OctDifference *
find (Fixture *fixture, OctDifferenceKind kind)
{
  GPtrArray *differences = oct_acceptance_get_differences (fixture->acceptance);

  for (guint i = 0; i < differences->len; i++)
    if (((OctDifference *) g_ptr_array_index (differences, i))->kind == kind)
      return g_ptr_array_index (differences, i);
  g_error ("There is no difference of kind %d.", (int) kind);
}

static void
accept (Fixture *fixture, OctDifference *difference)
{
  const OctDecision decision = { difference, OCT_DECISION_NOBODY };

  oct_acceptance_accept_async (fixture->acceptance, &decision, 1, edited_cb, fixture);
  oct_workbench_wait (fixture->workbench);
  g_assert_no_error (fixture->error);
}

/* By hand from the two files: one joined, one moved to another trust, one renamed; ten state
 * other pupils. */
static void
test_newer_register (Fixture *fixture, gconstpointer data)
{
  g_autofree char *what = NULL;

  import (fixture, "edubasealldata20260901.csv");
  wait_for (fixture, 13);
  what = oct_acceptance_describe (fixture->acceptance);
  g_assert_cmpstr (what, ==,
                   "1 school joined, 1 school left, 1 school renamed, "
                   "other facts of 10 schools differ");
  g_assert_cmpstr (find (fixture, OCT_DIFFERENCE_JOINED)->name, ==,
                   "Samphire Fields Primary School");
  g_assert_cmpstr (find (fixture, OCT_DIFFERENCE_LEFT)->name, ==, "Causeway Fen Primary Academy");
  g_assert_cmpint (oct_acceptance_get_as_at (fixture->acceptance), ==, 20260901);
}

static void
assert_history (Fixture *fixture, const char *sentence, const char *line)
{
  const OctHistoryFilter filter = { .limit = 1 };
  g_autoptr (OctWorkspace) workspace = NULL;
  g_autofree char *folder = oct_workbench_get_folder (fixture->workbench);
  g_autofree char *path = g_build_filename (folder, "Longshore.octant", NULL);
  g_autoptr (GPtrArray) history = NULL;
  g_autofree char *changes = NULL;
  const OctEditRecord *record;

  workspace = oct_workspace_open (path, OCT_WORKSPACE_READ_ONLY, NULL);
  history = oct_workspace_read_history (workspace, &filter, NULL);
  record = g_ptr_array_index (history, 0);
  g_assert_cmpstr (record->sentence, ==, sentence);
  changes = oct_edit_changes_to_text (oct_workbench_get_assessment (fixture->workbench), record, 0,
                                      NULL);
  g_assert_nonnull (strstr (changes, line));
}

static void
test_accept (Fixture *fixture, gconstpointer data)
{
  OctAssessment *assessment;
  const OctOwnSchool *left;

  import (fixture, "edubasealldata20260901.csv");
  wait_for (fixture, 13);
  accept (fixture, find (fixture, OCT_DIFFERENCE_RENAMED));
  wait_for (fixture, 12);
  assert_history (fixture, "Accepted from the register of 1 September 2026: 1 school renamed",
                  "Name: Marram Bay Primary School → Marram Bay Community Primary School");
  g_assert_null (oct_workbench_get_undo_sentence (fixture->workbench));

  accept (fixture, find (fixture, OCT_DIFFERENCE_JOINED));
  wait_for (fixture, 11);
  accept (fixture, find (fixture, OCT_DIFFERENCE_LEFT));
  wait_for (fixture, 10);
  assessment = oct_workbench_get_assessment (fixture->workbench);
  g_assert_cmpuint (oct_assessment_get_schools (assessment)->len, ==, 12);
  g_assert_cmpuint (oct_assessment_get_left_schools (assessment)->len, ==, 1);
  left = g_ptr_array_index (oct_assessment_get_left_schools (assessment), 0);
  g_assert_cmpstr (left->name, ==, "Causeway Fen Primary Academy");
  g_assert_true (oct_assessment_find_school (assessment, left->id) == left);
}

static void
test_not_now (Fixture *fixture, gconstpointer data)
{
  g_autofree char *what = NULL;
  g_autofree char *nothing = NULL;

  import (fixture, "edubasealldata20260901.csv");
  wait_for (fixture, 13);
  oct_acceptance_put_off (fixture->acceptance,
                          oct_acceptance_get_differences (fixture->acceptance));
  g_assert_cmpuint (oct_acceptance_count_open (fixture->acceptance), ==, 0);
  nothing = oct_acceptance_describe (fixture->acceptance);
  g_assert_cmpstr (nothing, ==, "");

  /* Still after a restart. */
  close_session (fixture);
  open_session (fixture);
  wait_for (fixture, 13);
  g_assert_cmpuint (oct_acceptance_count_open (fixture->acceptance), ==, 0);

  /* Another register: asked again. */
  import (fixture, "allgroupsdata20260901.csv");
  wait_for (fixture, 13);
  while (oct_acceptance_count_open (fixture->acceptance) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (oct_acceptance_count_open (fixture->acceptance), ==, 13);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/acceptance/newer-register", test_newer_register);
  ADD ("/acceptance/accept", test_accept);
  ADD ("/acceptance/not-now", test_not_now);
#undef ADD

  return g_test_run ();
}
