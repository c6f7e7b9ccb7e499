/* A person is found through the workbench in words that lead somewhere, handed over as a file, and
 * removed so that their name is in no byte of the data folder; what is due is disposed of. */
#include <string.h>

#include "oct-error.h"
#include "oct-folder.h"
#include "oct-session.h"
#include "oct-workbench-evidence.h"
#include "oct-workbench-people.h"

#define NAME "Zerelda Quennell"

typedef struct
{
  char *dir;
  OctSession *session;
  OctWorkbench *workbench;
  char *cycle_id;
  char *person_id;
} Fixture;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_task_propagate_boolean (G_TASK (result), &error));
  g_assert_no_error (error);
}

static OctAssessment *
get (Fixture *fixture)
{
  oct_workbench_wait (fixture->workbench);

  return oct_workbench_get_assessment (fixture->workbench);
}

static void
begin (Fixture *fixture)
{
  g_autoptr (GPtrArray) schools = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_own_school_free);
  const OctOwnTrust trust = { .name = (char *) "Longshore Learning Trust" };
  const OctPerson person = { .name = (char *) NAME, .post = (char *) "Director of education" };
  const OctNewWorkspace what = {
    .name = "Longshore", .trust = &trust, .schools = schools, .person = &person
  };
  const OctCycle cycle = { .name = (char *) "Autumn 2026", .starts = 20260901, .ends = 20261218 };
  OctOwnSchool *school = oct_own_school_new ();

  g_free (school->name);
  school->name = g_strdup ("Oak Primary School");
  g_ptr_array_add (schools, school);
  oct_workbench_create_async (fixture->workbench, &what, NULL, done_cb, NULL);
  get (fixture);
  oct_workbench_put_cycle_async (fixture->workbench, &cycle, done_cb, NULL);
  fixture->cycle_id = g_strdup (oct_assessment_get_cycle (get (fixture))->id);
  fixture->person_id = g_strdup (oct_workbench_get_person_id (fixture->workbench));
}

static void
judge (Fixture *fixture, const char *reason)
{
  const OctOwnSchool *school = g_ptr_array_index (oct_assessment_get_schools (get (fixture)), 0);
  g_autoptr (OctJudgement) judgement = oct_judgement_new (NULL, school->id, "improvement", NULL,
                                                          OCT_VIEW_OWN);

  judgement->stage = g_strdup ("embedded");
  g_free (judgement->reason);
  judgement->reason = g_strdup (reason);
  judgement->final = TRUE;
  oct_workbench_judge_async (fixture->workbench, judgement, FALSE, done_cb, NULL);
  get (fixture);
}

static void
add_evidence (Fixture *fixture, const char *name, OctDate dated)
{
  g_autoptr (OctEvidence) note = oct_evidence_new (OCT_EVIDENCE_NOTE, name);

  g_free (note->text);
  note->text = g_strdup ("What was seen on the day.");
  note->dated = dated;
  g_ptr_array_add (note->links,
                   oct_evidence_link_new (fixture->cycle_id, NULL, "solidarity", NULL));
  oct_workbench_put_evidence_async (fixture->workbench, note, done_cb, NULL);
  get (fixture);
}

static void
add_file (Fixture *fixture, const char *file_name, const char *content)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), file_name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (OctEvidenceLink) place = oct_evidence_link_new (fixture->cycle_id, NULL, "solidarity",
                                                             NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  oct_workbench_add_evidence_file_async (fixture->workbench, file, place, done_cb, NULL);
  get (fixture);
  g_file_delete (file, NULL, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->dir = g_dir_make_tmp ("octant-people-XXXXXX", NULL);
  fixture->session = oct_session_new (fixture->dir);
  oct_session_open (fixture->session, &error);
  g_assert_error (error, OCT_ERROR, OCT_ERROR_NO_REGISTER);
  fixture->workbench = oct_session_get_workbench (fixture->session);
  begin (fixture);
  judge (fixture, "The team of ZERELDA QUENNELL does this in each school.");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  oct_workbench_wait (fixture->workbench);
  oct_session_flush (fixture->session);
  g_clear_object (&fixture->session);
  oct_folder_remove (fixture->dir);
  g_free (fixture->dir);
  g_free (fixture->cycle_id);
  g_free (fixture->person_id);
}

/* (transfer full): the job, finished. */
static OctJob *
find (Fixture *fixture, const char *person_id, const char *name)
{
  const char *const names[] = { name, NULL };
  const OctPersonQuery query = { .person_id = person_id, .names = names };
  OctJob *job = oct_workbench_start_find_person (fixture->workbench, &query);

  oct_job_wait (job);
  g_assert_no_error (oct_job_get_error (job));

  return job;
}

static const OctFoundPlace *
first (const OctFoundPerson *found, OctPlaceKind kind)
{
  for (guint i = 0; i < found->places->len; i++)
    if (((const OctFoundPlace *) g_ptr_array_index (found->places, i))->kind == kind)
      return g_ptr_array_index (found->places, i);
  g_assert_not_reached ();
}

/* In how many files below a folder the name stands. */
static guint
count_files (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_autofree char *content = NULL;
      gsize size = 0;

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        n += count_files (child);
      else if (g_file_get_contents (child, &content, &size, NULL))
        {
          for (gsize i = 0; i + 8 <= size; i++)
            if (g_ascii_strncasecmp (content + i, "quennell", 8) == 0)
              {
                n++;
                break;
              }
        }
    }

  return n;
}

/* --- finding --- */

/* A name in an action leads to the objective's place in its plan. */
static void
test_found_in_plan (Fixture *fixture, gconstpointer data)
{
  const OctEditInfo info = { .sentence = "Planned", .location = "plans" };
  const OctOwnSchool *school = g_ptr_array_index (oct_assessment_get_schools (get (fixture)), 0);
  OctRecordChange *change = oct_record_change_new ();
  OctPlan *plan = oct_record_change_put (change, oct_record_new (&oct_plan_kind));
  OctObjective *objective = oct_record_change_put (change, oct_record_new (&oct_objective_kind));
  OctAction *action = oct_record_change_put (change, oct_record_new (&oct_action_kind));
  g_autofree char *location = g_strdup_printf ("plan/%s?objective=%s", plan->record.id,
                                               objective->record.id);
  g_autoptr (OctJob) job = NULL;
  const OctFoundPerson *found;
  guint n = 0;

  oct_replace (&plan->title, "Oak’s plan");
  oct_replace (&plan->school_id, school->id);
  plan->starts = plan->ends = 2026;
  oct_replace (&objective->plan_id, plan->record.id);
  oct_replace (&objective->statement, "Pupils read more");
  oct_replace (&objective->owner_id, fixture->person_id);
  oct_replace (&action->objective_id, objective->record.id);
  oct_replace (&action->text, "Ask " NAME);
  oct_workbench_change_records_async (fixture->workbench, &info, change, done_cb, NULL);
  get (fixture);
  job = find (fixture, fixture->person_id, NULL);
  found = oct_job_get_result (job);
  for (guint i = 0; i < found->places->len; i++)
    {
      const OctFoundPlace *place = g_ptr_array_index (found->places, i);

      if (g_strcmp0 (place->location, location) != 0)
        continue;
      n++;
      g_assert_cmpstr (place->where, ==,
                       place->kind == OCT_PLACE_RECORD
                         ? "Action · Oak’s plan · Oak Primary School"
                         : "Objective · Oak’s plan · Oak Primary School");
    }
  g_assert_cmpuint (n, ==, 2);
}

static void
test_found_in_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctJob) job = find (fixture, fixture->person_id, NULL);
  const OctFoundPerson *found = oct_job_get_result (job);
  const OctFoundPlace *reason = first (found, OCT_PLACE_RECORD);
  g_autofree char *name = g_strndup (reason->excerpt + reason->name_start,
                                     reason->name_end - reason->name_start);

  g_assert_cmpstr (reason->where, ==, "Improvement · Oak Primary School · Autumn 2026");
  g_assert_cmpstr (reason->field, ==, "Reason");
  g_assert_cmpstr (name, ==, "ZERELDA QUENNELL");
  g_assert_true (g_str_has_prefix (reason->location, "judge/"));
  g_assert_nonnull (strstr (reason->location, "element=improvement"));
  g_assert_cmpstr (reason->cycle_id, ==, fixture->cycle_id);
  g_assert_cmpuint (oct_found_person_count (found, OCT_PLACE_PERSON), ==, 1);
  g_assert_cmpuint (oct_found_person_count (found, OCT_PLACE_REFERENCE), >, 1);
  /* Kind by kind, so that each heading stands once. */
  for (guint i = 1; i < found->places->len; i++)
    g_assert_cmpint (((OctFoundPlace *) found->places->pdata[i - 1])->kind, <=,
                     ((OctFoundPlace *) found->places->pdata[i])->kind);
}

static void
test_long_text_is_cut (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) reason = g_string_new (NULL);
  g_autoptr (OctJob) job = NULL;
  const OctFoundPlace *place;

  for (guint i = 0; i < 100; i++)
    g_string_append (reason, "Schöne Wörter. ");
  g_string_append (reason, NAME ". ");
  for (guint i = 0; i < 100; i++)
    g_string_append (reason, "Schöne Wörter. ");
  judge (fixture, reason->str);
  job = find (fixture, fixture->person_id, NULL);
  place = first (oct_job_get_result (job), OCT_PLACE_RECORD);
  g_assert_true (g_utf8_validate (place->excerpt, -1, NULL));
  g_assert_cmpuint (strlen (place->excerpt), <, 300);
  g_assert_true (g_str_has_prefix (place->excerpt, "…"));
  g_assert_true (g_str_has_prefix (place->excerpt + place->name_start, NAME));
  g_assert_cmpuint (place->name_end - place->name_start, ==, strlen (NAME));
}

/* A post stands in many texts and names nobody: it says only who is meant. */
static void
test_typed (Fixture *fixture, gconstpointer data)
{
  const char *id = NULL;
  g_auto (GStrv) post = oct_person_query_from_text (get (fixture), " director of education", &id);
  g_auto (GStrv) forms = NULL;

  g_assert_cmpstr (id, ==, fixture->person_id);
  g_assert_null (post[0]);
  forms = oct_person_query_from_text (get (fixture), "zerelda quennell, Q, Mrs Quennell", &id);
  g_assert_cmpstr (id, ==, fixture->person_id);
  g_assert_cmpuint (g_strv_length (forms), ==, 2);
  g_assert_cmpstr (forms[1], ==, "Mrs Quennell");
  g_strfreev (g_steal_pointer (&forms));
  forms = oct_person_query_from_text (get (fixture), "Somebody Else", &id);
  g_assert_null (id);
  g_assert_cmpstr (forms[0], ==, "Somebody Else");
}

static void
test_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctJob) job = find (fixture, fixture->person_id, NULL);
  g_autofree char *csv = g_build_filename (fixture->dir, "found.CSV", NULL);
  g_autofree char *text = g_build_filename (fixture->dir, "found.txt", NULL);
  g_autofree char *table = NULL;
  g_autofree char *content = NULL;

  g_assert_true (oct_found_person_save (oct_job_get_result (job), csv, NULL));
  g_assert_true (oct_found_person_save (oct_job_get_result (job), text, NULL));
  g_assert_true (g_file_get_contents (csv, &table, NULL, NULL));
  g_assert_nonnull (strstr (table, "Words of a record,Improvement · Oak Primary School · Autumn "
                                   "2026,Reason,The team of ZERELDA QUENNELL"));
  g_assert_true (g_file_get_contents (text, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "What names: " NAME "\n"));
  g_assert_nonnull (strstr (content, "\nWords of a record\n- Improvement · Oak Primary School"));
  g_assert_nonnull (strstr (content, "  The team of ZERELDA QUENNELL does this"));
}

/* --- removing --- */

static gboolean
has_sentence (GPtrArray *sentences, const char *part)
{
  for (guint i = 0; i < sentences->len; i++)
    if (strstr (g_ptr_array_index (sentences, i), part) != NULL)
      return TRUE;

  return FALSE;
}

static void
test_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctJob) job = NULL;
  g_autoptr (OctJob) removal_job = NULL;
  g_autoptr (GPtrArray) goes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) stays = g_ptr_array_new_with_free_func (g_free);
  OctRemoval removal = { .person_id = fixture->person_id };
  const char *evidence[] = { NULL, NULL };

  add_file (fixture, "quennell.txt", "Signed: " NAME "\n");
  job = find (fixture, fixture->person_id, "Quennell");
  oct_found_person_describe_removal (oct_job_get_result (job), &removal, goes, stays);
  g_assert_true (has_sentence (goes, "The entry in the list of people."));
  g_assert_true (has_sentence (goes, "nobody stands there any more"));
  g_assert_true (has_sentence (stays, "The file “quennell.txt”, which holds the name."));

  evidence[0] = first (oct_job_get_result (job), OCT_PLACE_FILE)->evidence_id;
  removal.evidence = evidence;
  removal.names = (const char *const *) ((OctFoundPerson *) oct_job_get_result (job))->names;
  g_ptr_array_set_size (stays, 0);
  oct_found_person_describe_removal (oct_job_get_result (job), &removal, goes, stays);
  g_assert_true (has_sentence (goes, "1 piece of evidence, with its file."));
  g_assert_false (has_sentence (stays, "quennell.txt"));

  g_assert_cmpuint (count_files (fixture->dir), >, 1);
  removal_job = oct_workbench_start_removal (fixture->workbench, &removal);
  oct_job_wait (removal_job);
  g_assert_no_error (oct_job_get_error (removal_job));
  g_assert_cmpuint (((OctErasureReport *) oct_job_get_result (removal_job))->unread->len, ==, 0);
  g_assert_cmpuint (count_files (fixture->dir), ==, 0);
  /* What is shown is what is there, and nobody works here until somebody says so. */
  g_assert_cmpuint (
    oct_assessment_get_people (oct_workbench_get_assessment (fixture->workbench))->len, ==, 0);
  g_assert_null (oct_workbench_get_person_id (fixture->workbench));
  g_assert_null (oct_workbench_get_undo_sentence (fixture->workbench));
}

static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  const OctPerson other = { .name = (char *) "", .post = (char *) "Chief executive" };
  OctRemoval removal = { .person_id = fixture->person_id };
  g_autoptr (OctJob) job = NULL;
  const OctPerson *person;
  GPtrArray *people;

  oct_workbench_put_person_async (fixture->workbench, &other, done_cb, NULL);
  people = oct_assessment_get_people (get (fixture));
  for (guint i = 0; i < people->len; i++)
    {
      person = g_ptr_array_index (people, i);
      if (g_str_equal (person->post, "Chief executive"))
        removal.other_id = person->id;
    }
  job = oct_workbench_start_removal (fixture->workbench, &removal);
  oct_job_wait (job);
  g_assert_no_error (oct_job_get_error (job));
  people = oct_assessment_get_people (oct_workbench_get_assessment (fixture->workbench));
  g_assert_cmpuint (people->len, ==, 1);
  person = g_ptr_array_index (people, 0);
  g_assert_cmpstr (person->post, ==, "Chief executive");
  g_assert_cmpstr (oct_workbench_get_person_id (fixture->workbench), ==, person->id);
}

static void
test_stopped (Fixture *fixture, gconstpointer data)
{
  const OctRemoval removal = { .person_id = fixture->person_id };
  g_autoptr (OctJob) job = oct_workbench_start_removal (fixture->workbench, &removal);

  oct_job_cancel (job);
  oct_job_wait (job);
  /* Either it was quicker, or nothing was changed. */
  if (oct_job_get_error (job) == NULL)
    g_assert_cmpuint (count_files (fixture->dir), ==, 0);
  else
    {
      g_assert_error (oct_job_get_error (job), G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_nonnull (oct_assessment_find_person (get (fixture), fixture->person_id));
      g_assert_cmpstr (oct_workbench_get_person_id (fixture->workbench), ==, fixture->person_id);
    }
}

/* --- records --- */

static void
records_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  OctRecordsState **state = user_data;
  g_autoptr (GError) error = NULL;

  *state = oct_workbench_read_finish (OCT_WORKBENCH (source), result, &error);
  g_assert_no_error (error);
}

static OctRecordsState *
read_records (Fixture *fixture)
{
  OctRecordsState *state = NULL;

  oct_workbench_read_records_async (fixture->workbench, NULL, records_cb, &state);
  get (fixture);
  g_assert_nonnull (state);

  return state;
}

static void
test_disposed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctRecordsState) before = NULL;
  g_autoptr (OctRecordsState) after = NULL;
  g_autoptr (OctJob) job = NULL;
  g_autofree char *why = NULL;
  g_autofree char *what = NULL;
  const OctDueRecord *record;

  add_evidence (fixture, "Visit long ago", 20150301);
  add_evidence (fixture, "Visit of today", oct_date_today ());
  oct_workbench_put_retention_async (fixture->workbench, OCT_RETENTION_EVIDENCE, 60, done_cb, NULL);
  before = read_records (fixture);
  g_assert_cmpstr (oct_workbench_get_undo_sentence (fixture->workbench), ==,
                   "Period of “Evidence” set to 5 years");
  g_assert_cmpuint (before->months[OCT_RETENTION_EVIDENCE], ==, 60);
  g_assert_cmpuint (before->due->len, ==, 1);
  record = g_ptr_array_index (before->due, 0);
  why = oct_due_record_to_text (record, 60);
  g_assert_cmpstr (why, ==, "Of 1 March 2015. Kept for 5 years, until 1 March 2020.");
  what = oct_due_records_describe (before->due);
  g_assert_cmpstr (what, ==, "1 piece of evidence goes, with its file if it has one.");

  job = oct_workbench_start_disposal (fixture->workbench, before->due);
  oct_job_wait (job);
  g_assert_no_error (oct_job_get_error (job));
  after = read_records (fixture);
  g_assert_cmpuint (after->due->len, ==, 0);
  g_assert_null (oct_workbench_get_undo_sentence (fixture->workbench));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/app/people/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("places are told in words that lead somewhere", test_found_in_words);
  ADD ("a name in a plan leads to its place", test_found_in_plan);
  ADD ("a long text is cut around the name", test_long_text_is_cut);
  ADD ("a post that is typed names nobody", test_typed);
  ADD ("what was found is handed over as a table or a text", test_saved);
  ADD ("what is said to go is gone, to the last byte", test_removed);
  ADD ("whoever takes the place works here", test_replaced);
  ADD ("a removal that is stopped changes nothing", test_stopped);
  ADD ("what is due is disposed of", test_disposed);
#undef ADD

  return g_test_run ();
}
