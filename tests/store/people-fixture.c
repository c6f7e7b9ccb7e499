/* A person with a name that nobody has; see the header. */
#include "people-fixture.h"

#include <string.h>

#include "oct-workspace-records.h"

char *
fixture_add_person (Fixture *fixture, const char *name, const char *post)
{
  g_autoptr (GError) error = NULL;
  const OctPerson person = { .name = (char *) name, .post = (char *) post };
  char *id = NULL;

  oct_workspace_put_person (fixture->workspace, &plain, &person, &id, &error);
  g_assert_no_error (error);

  return id;
}

void
fixture_judge (Fixture *fixture, const OctEditInfo *info, const char *element, const char *reason,
               const char *assessor_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) judgements = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_judgement_free);
  OctJudgement *judgement = oct_judgement_new (fixture->cycle_id, NULL, element, NULL,
                                               OCT_VIEW_OWN);

  judgement->framework_id = g_strdup (fixture->framework_id);
  judgement->stage = g_strdup ("embedded");
  g_free (judgement->reason);
  judgement->reason = g_strdup (reason);
  judgement->final = TRUE;
  judgement->assessor_id = g_strdup (assessor_id);
  judgement->judged_on = 20261001;
  g_ptr_array_add (judgements, judgement);
  oct_workspace_put_judgements (fixture->workspace, info, judgements, &error);
  g_assert_no_error (error);
}

void
fixture_close_cycle (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  OctCycle cycle = { .id = fixture->cycle_id,
                     .name = (char *) "Autumn 2026",
                     .starts = 20260901,
                     .ends = 20261218,
                     .closed = TRUE,
                     .framework_id = fixture->framework_id };

  oct_workspace_put_cycle (fixture->workspace, &plain, &cycle, NULL, &error);
  g_assert_no_error (error);
}

/* --- plans --- */

/* A record with @words in every text, its people @person_id; the caller sets what it refers to. */
static gpointer
make_record (const OctRecordKind *kind, const char *person_id, const char *words)
{
  static const char *const sorting[] = { "area", "unit", "term", "category", NULL };
  gpointer record = oct_record_new_with_id (kind);

  for (const OctRecordField *field = kind->fields; field->name != NULL; field++)
    if (g_strv_contains (sorting, field->name))
      oct_record_set_text (record, field, "Attendance");
    else if (field->type == OCT_RECORD_TEXT && !g_str_has_prefix (field->name, "withdrawn"))
      oct_record_set_text (record, field, words);
    else if (field->type == OCT_RECORD_PERSON)
      oct_record_set_text (record, field, person_id);

  return record;
}

/* @record refers to @id by that field. */
static void
refer (gpointer record, const char *name, const char *id)
{
  const OctRecordKind *kind = ((OctRecord *) record)->kind;

  oct_record_set_text (record, oct_record_kind_find_field (kind, name), id);
}

static void
put_review (OctRecordChange *change, const OctPlan *plan, const OctObjective *objective,
            const char *person_id, const char *words)
{
  OctReview *review = make_record (&oct_review_kind, person_id, words);
  OctProgress *progress = make_record (&oct_progress_kind, person_id, words);

  refer (review, "plan_id", plan->record.id);
  review->number = 1;
  review->on = 20260301;
  oct_record_change_put (change, review);
  refer (progress, "review_id", review->record.id);
  refer (progress, "objective_id", objective->record.id);
  progress->rating = OCT_RATING_RED;
  oct_replace (&progress->skipped, "");
  progress->final = TRUE;
  oct_record_change_put (change, progress);
}

static void
put_visit_and_concern (Fixture *fixture, OctRecordChange *change, const char *person_id,
                       const char *words)
{
  OctVisit *visit = make_record (&oct_visit_kind, person_id, words);
  OctVisitPoint *point = make_record (&oct_visit_point_kind, person_id, words);
  OctConcern *concern = make_record (&oct_concern_kind, person_id, words);

  refer (visit, "school_id", fixture->school_id);
  visit->on = 20260302;
  oct_record_change_put (change, visit);
  refer (point, "visit_id", visit->record.id);
  oct_record_change_put (change, point);
  refer (concern, "school_id", fixture->school_id);
  concern->raised_on = 20260101;
  concern->resolved_on = 20260303;
  concern->rating = OCT_RATING_AMBER;
  oct_record_change_put (change, concern);
}

char *
fixture_add_plan (Fixture *fixture, const char *person_id, const char *words)
{
  static const OctRecordKind *const parts[] = { &oct_criterion_kind, &oct_action_kind,
                                                &oct_milestone_kind };
  g_autoptr (OctRecordChange) change = oct_record_change_new ();
  g_autoptr (GError) error = NULL;
  OctPlan *plan = make_record (&oct_plan_kind, person_id, words);
  OctObjective *objective = make_record (&oct_objective_kind, person_id, words);

  oct_replace (&plan->title, "Improvement plan");
  plan->starts = plan->ends = 2025;
  refer (plan, "school_id", fixture->school_id);
  oct_record_change_put (change, plan);
  refer (objective, "plan_id", plan->record.id);
  oct_replace (&objective->reference, "1.1");
  objective->due = 20260701;
  oct_record_change_put (change, objective);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gpointer part = make_record (parts[i], person_id, words);

      refer (part, "objective_id", objective->record.id);
      oct_record_change_put (change, part);
    }
  put_review (change, plan, objective, person_id, words);
  put_visit_and_concern (fixture, change, person_id, words);
  oct_workspace_change_records (fixture->workspace, &plain, change, &error);
  g_assert_no_error (error);

  return g_strdup (plan->record.id);
}

static void
put_support (Fixture *fixture, OctRecordChange *change, const char *person_id, const char *words)
{
  OctSupport *support = make_record (&oct_support_kind, person_id, words);
  OctRecheck *recheck = make_record (&oct_recheck_kind, person_id, words);
  OctCapacity *capacity = make_record (&oct_capacity_kind, person_id, words);

  refer (support, "school_id", fixture->school_id);
  support->giver = capacity->giver = OCT_GIVER_OUTSIDE;
  support->starts = capacity->starts = 20260105;
  support->ends = 20260304;
  capacity->ends = 20260402;
  support->spent = 4.5;
  oct_record_change_put (change, support);
  refer (recheck, "support_id", support->record.id);
  recheck->terms = 1;
  recheck->due = 20260601;
  recheck->done_on = 20260602;
  recheck->outcome = OCT_OUTCOME_HELD;
  oct_record_change_put (change, recheck);
  oct_record_change_put (change, capacity);
}

static void
put_practice (Fixture *fixture, OctRecordChange *change, const char *person_id, const char *words)
{
  OctPractice *practice = make_record (&oct_practice_kind, person_id, words);
  OctPracticeVersion *version = make_record (&oct_practice_version_kind, person_id, words);
  OctPracticeUse *use = make_record (&oct_practice_use_kind, person_id, words);

  oct_replace (&practice->title, "Reading aloud");
  practice->version = 2;
  practice->versioned_on = 20260106;
  practice->retired = TRUE;
  oct_record_change_put (change, practice);
  refer (version, "practice_id", practice->record.id);
  oct_replace (&version->title, "Reading aloud");
  version->version = 1;
  oct_record_change_put (change, version);
  refer (use, "practice_id", practice->record.id);
  refer (use, "school_id", fixture->school_id);
  use->phase = OCT_PHASE_OF_CHANGE_DELIVER;
  oct_record_change_put (change, use);
}

void
fixture_add_support (Fixture *fixture, const char *person_id, const char *words)
{
  g_autoptr (OctRecordChange) change = oct_record_change_new ();
  g_autoptr (GError) error = NULL;
  OctRisk *risk = make_record (&oct_risk_kind, person_id, words);
  OctRiskReading *reading = make_record (&oct_risk_reading_kind, person_id, words);

  put_support (fixture, change, person_id, words);
  put_practice (fixture, change, person_id, words);
  oct_replace (&risk->reference, "R3");
  risk->net_likelihood = 4;
  risk->net_impact = 5;
  risk->closed_on = 20260305;
  oct_record_change_put (change, risk);
  refer (reading, "risk_id", risk->record.id);
  reading->on = 20260110;
  reading->likelihood = reading->impact = 3;
  oct_record_change_put (change, reading);
  oct_workspace_change_records (fixture->workspace, &plain, change, &error);
  g_assert_no_error (error);
}

void
fixture_delete_objective (Fixture *fixture, const OctEditInfo *info, const char *plan_id,
                          const char *words)
{
  g_autoptr (OctRecordChange) put = oct_record_change_new ();
  g_autoptr (OctRecordChange) delete = oct_record_change_new ();
  g_autoptr (GError) error = NULL;
  OctObjective *objective = make_record (&oct_objective_kind, NULL, words);
  OctAction *action = make_record (&oct_action_kind, NULL, words);

  refer (objective, "plan_id", plan_id);
  oct_replace (&objective->withdrawn_why, "");
  oct_record_change_put (put, objective);
  refer (action, "objective_id", objective->record.id);
  oct_record_change_put (put, action);
  oct_workspace_change_records (fixture->workspace, info, put, &error);
  g_assert_no_error (error);
  oct_record_change_delete (delete, action);
  oct_record_change_delete (delete, objective);
  oct_workspace_change_records (fixture->workspace, info, delete, &error);
  g_assert_no_error (error);
}

/* Whether the bytes hold it in capitals or small letters; @step is 2 in UTF-16. Neighbours don't
 * matter, since a database has no space between its values. */
static gboolean
holds (const char *bytes, gsize size, const char *needle, gsize step)
{
  gsize length = strlen (needle);

  for (gsize i = 0; i + (length - 1) * step < size; i++)
    {
      gsize n = 0;

      while (n < length && g_ascii_tolower (bytes[i + n * step]) == needle[n])
        n++;
      if (n == length)
        return TRUE;
    }

  return FALSE;
}

static gboolean
holds_name (const char *bytes, gsize size)
{
  static const char *const forms[] = { "zerelda quennell", "zerelda_quennell", "zerelda.quennell",
                                       "quennell" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (holds (bytes, size, forms[i], 1) || holds (bytes, size, forms[i], 2))
      return TRUE;

  return FALSE;
}

static void
look_into (const char *path, GPtrArray *found)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_autofree char *content = NULL;
      gsize size = 0;

      if (holds_name (name, strlen (name)))
        g_ptr_array_add (found, g_strdup (child));
      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        look_into (child, found);
      else if (g_file_get_contents (child, &content, &size, NULL) && holds_name (content, size))
        g_ptr_array_add (found, g_strdup (child));
    }
}

/* (transfer full): the files in which the name stands, in any form; what lies outside the data folder
 * is the user's own. */
static GPtrArray *
files_with_name (Fixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  look_into (folder, found);

  return found;
}

guint
fixture_count_files_with_name (Fixture *fixture)
{
  g_autoptr (GPtrArray) found = files_with_name (fixture);

  for (guint i = 0; i < found->len; i++)
    g_test_message ("%s", (char *) found->pdata[i]);

  return found->len;
}
