/* A session with a workspace of two schools; see the header. */
#include "workbench-fixture.h"

#include "oct-error.h"
#include "oct-folder.h"

void
open_session (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->session = oct_session_new (fixture->dir);
  oct_session_open (fixture->session, &error);
  g_assert_error (error, OCT_ERROR, OCT_ERROR_NO_REGISTER);
  fixture->workbench = oct_session_get_workbench (fixture->session);
  oct_workbench_wait (fixture->workbench);
}

void
close_session (Fixture *fixture)
{
  oct_workbench_wait (fixture->workbench);
  oct_session_flush (fixture->session);
  g_clear_object (&fixture->session);
  fixture->workbench = NULL;
}

void
edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_clear_error (&fixture->error);
  fixture->done = g_task_propagate_boolean (G_TASK (result), &fixture->error);
}

void
add_school (GPtrArray *schools, const char *name, guint32 urn)
{
  OctOwnSchool *school = oct_own_school_new ();

  g_free (school->name);
  school->name = g_strdup (name);
  school->urn = urn;
  g_ptr_array_add (schools, school);
}

void
begin (Fixture *fixture, const char *name)
{
  g_autoptr (GPtrArray) schools = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_own_school_free);
  const OctOwnTrust trust = { .name = (char *) "Longshore Learning Trust", .uid = 90001 };
  const OctPerson person = { .name = (char *) "", .post = (char *) "Director of education" };
  const OctNewWorkspace what = {
    .name = name, .trust = &trust, .schools = schools, .person = &person
  };

  add_school (schools, "Oak Primary School", 900001);
  add_school (schools, "Elm Primary School", 900002);
  oct_workbench_create_async (fixture->workbench, &what, NULL, edited_cb, fixture);
  oct_workbench_wait (fixture->workbench);
}

void
begin_cycle (Fixture *fixture, const char *name, OctDate starts, OctDate ends)
{
  const OctCycle cycle = { .name = (char *) name, .starts = starts, .ends = ends };

  oct_workbench_put_cycle_async (fixture->workbench, &cycle, edited_cb, fixture);
  oct_workbench_wait (fixture->workbench);
  g_assert_no_error (fixture->error);
}

void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = g_dir_make_tmp ("octant-workbench-XXXXXX", NULL);
  open_session (fixture);
  begin (fixture, "Longshore");
  g_assert_no_error (fixture->error);
}

void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_session (fixture);
  g_clear_error (&fixture->error);
  oct_folder_remove (fixture->dir);
  g_free (fixture->dir);
}

OctAssessment *
get (Fixture *fixture)
{
  OctAssessment *assessment = oct_workbench_get_assessment (fixture->workbench);

  g_assert_nonnull (assessment);

  return assessment;
}

void
judge (Fixture *fixture, const char *school_id, const char *stage, const char *reason)
{
  g_autoptr (OctJudgement) judgement = oct_judgement_new (NULL, school_id, "improvement", NULL,
                                                          OCT_VIEW_OWN);

  judgement->stage = g_strdup (stage);
  g_free (judgement->reason);
  judgement->reason = g_strdup (reason);
  judgement->final = TRUE;
  oct_workbench_judge_async (fixture->workbench, judgement, FALSE, edited_cb, fixture);
  oct_workbench_wait (fixture->workbench);
}

int
get_step (Fixture *fixture, const char *school_id)
{
  return oct_assessment_get_step (get (fixture), OCT_WHEN_NOW, school_id, "improvement",
                                  OCT_VIEW_OWN);
}
