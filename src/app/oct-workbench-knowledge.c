/* The edits of practices and support; see the header. A rule that a record breaks is said without a
 * trip to the worker.
 */
#include "oct-workbench-knowledge.h"

#include <glib/gi18n.h>

#include "oct-practice-text.h"
#include "oct-support-work.h"

static void
return_error (OctWorkbench *self, GError *error, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_return_error (task, error);
}

/* --- sentences --- */

static const char *
practice_title (OctWorkbench *self, const char *practice_id)
{
  const OctPractice *practice = oct_plan_book_find (oct_workbench_get_plans (self),
                                                    &oct_practice_kind, practice_id);

  return practice != NULL ? practice->title : _("a practice");
}

static char *
describe_practice (OctWorkbench *self, const OctPractice *practice)
{
  const OctPractice *before = oct_plan_book_find (oct_workbench_get_plans (self),
                                                  &oct_practice_kind, practice->record.id);

  if (before == NULL)
    /* Translators: the title of a practice. */
    return g_strdup_printf (_("Added the practice “%s”"), practice->title);
  if (!before->retired && practice->retired)
    /* Translators: the title of a practice. */
    return g_strdup_printf (_("Retired the practice “%s”"), practice->title);
  if (before->retired && !practice->retired)
    /* Translators: the title of a practice. */
    return g_strdup_printf (_("Brought back the practice “%s”"), practice->title);

  /* Translators: the title of a practice. */
  return g_strdup_printf (_("Changed the practice “%s”"), practice->title);
}

static char *
describe_support (OctAssessment *assessment, const OctSupport *support, gboolean is_new)
{
  g_autofree char *giver = oct_giver_dup_name (assessment, support->giver, support->giver_school_id,
                                               support->giver_name);
  const char *school = oct_support_school_name (assessment, support->school_id);

  /* Translators: who gives, the school that receives, what kind of support. */
  return g_strdup_printf (is_new ? _("Added support from %s to %s: %s")
                                 : _("Changed support from %s to %s: %s"),
                          giver, school, support->support);
}

/* (transfer full): what history says when a record is kept. */
static char *
describe_put (OctWorkbench *self, const OctRecord *record)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self);

  if (record->kind == &oct_practice_kind)
    return describe_practice (self, (const OctPractice *) record);
  if (record->kind == &oct_practice_use_kind)
    {
      const OctPracticeUse *use = (const OctPracticeUse *) record;

      /* Translators: the title of a practice, a school, a phase. */
      return g_strdup_printf (_("“%s” in %s: %s"), practice_title (self, use->practice_id),
                              oct_support_school_name (assessment, use->school_id),
                              oct_choice_to_text (oct_phases_of_change, (int) use->phase));
    }
  if (record->kind == &oct_support_kind)
    return describe_support (assessment, (const OctSupport *) record, record->id == NULL);
  if (record->kind == &oct_capacity_kind)
    {
      const OctCapacity *capacity = (const OctCapacity *) record;
      g_autofree char *giver = oct_giver_dup_name (assessment, capacity->giver,
                                                   capacity->giver_school_id, capacity->giver_name);
      g_autofree char *days = oct_decimal_to_text (capacity->days);

      /* Translators: who gives support, a number of days. */
      return g_strdup_printf (_("Days that %s can give: %s"), giver, days);
    }

  return g_strdup (_("Looked again at support that ended"));
}

static char *
describe_delete (OctWorkbench *self, const OctRecord *record)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self);

  if (record->kind == &oct_practice_use_kind)
    {
      const OctPracticeUse *use = (const OctPracticeUse *) record;

      /* Translators: the title of a practice, a school. */
      return g_strdup_printf (_("“%s” is no longer used in %s"),
                              practice_title (self, use->practice_id),
                              oct_support_school_name (assessment, use->school_id));
    }
  if (record->kind == &oct_support_kind)
    {
      const OctSupport *support = (const OctSupport *) record;
      g_autofree char *giver = oct_giver_dup_name (assessment, support->giver,
                                                   support->giver_school_id, support->giver_name);

      /* Translators: who gives, the school that receives, what kind of support. */
      return g_strdup_printf (_("Took away support from %s to %s: %s"), giver,
                              oct_support_school_name (assessment, support->school_id),
                              support->support);
    }

  return g_strdup (_("Took away what somebody can give"));
}

/* The page that shows a record, and the school it is about. */
static char *
dup_location (const OctRecord *record)
{
  if (record->kind == &oct_practice_kind)
    return g_strdup_printf ("practice/%s", record->id);
  if (record->kind == &oct_practice_use_kind)
    return g_strdup_printf ("practice/%s", ((const OctPracticeUse *) record)->practice_id);

  return g_strdup ("support");
}

static const char *
get_subject (const OctRecord *record)
{
  if (record->kind == &oct_practice_use_kind)
    return ((const OctPracticeUse *) record)->school_id;
  if (record->kind == &oct_support_kind)
    return ((const OctSupport *) record)->school_id;

  return NULL;
}

/* --- edits --- */

static gboolean
can_edit (OctWorkbench *self)
{
  return oct_workbench_get_plans (self) != NULL && oct_workbench_get_assessment (self) != NULL;
}

/**
 * oct_workbench_put_knowledge_async:
 * @self: a workbench whose plans are read
 * @record: (transfer full): a practice, a use, support, capacity or a re-check
 * @callback: (nullable): called when it is kept
 * @user_data: for @callback
 *
 * Keeps a record, new or changed; %OCT_ERROR_RULE says what it lacks.
 */
void
oct_workbench_put_knowledge_async (OctWorkbench *self, gpointer record,
                                   GAsyncReadyCallback callback, gpointer user_data)
{
  OctRecordChange *change;
  g_autofree char *sentence = NULL;
  g_autofree char *location = NULL;
  GError *error = NULL;
  OctRecord *put = record;

  g_return_if_fail (can_edit (self));

  if (put->kind == &oct_practice_kind && ((OctPractice *) put)->version == 0)
    {
      ((OctPractice *) put)->version = 1;
      ((OctPractice *) put)->versioned_on = oct_date_today ();
    }
  if (!oct_record_check (put, &error))
    {
      oct_record_unref (put);
      return_error (self, error, callback, user_data);
      return;
    }
  sentence = describe_put (self, put);
  change = oct_record_change_new ();
  put = oct_record_change_put (change, put);
  location = dup_location (put);

  const OctEditInfo info = { .sentence = sentence,
                             .location = location,
                             .subject = get_subject (put) };

  oct_workbench_change_records_async (self, &info, change, callback, user_data);
}

/* (transfer full): a practice as it was, to be kept beside the next version. */
static gpointer
make_version (OctAssessment *assessment, const OctPractice *practice)
{
  OctPracticeVersion *version = oct_record_new (&oct_practice_version_kind);

  oct_replace (&version->practice_id, practice->record.id);
  version->version = practice->version;
  version->versioned_on = practice->versioned_on;
  oct_replace (&version->title, practice->title);
  oct_replace (&version->changed, practice->changed);
  g_free (version->text);
  version->text = oct_practice_to_text (assessment, practice);

  return version;
}

/**
 * oct_workbench_put_practice_version_async:
 * @self: a workbench whose plans are read
 * @practice: (transfer full): a known practice as it is to be from now on
 * @callback: (nullable): called when it is kept
 * @user_data: for @callback
 *
 * Keeps the next version of a practice, and the words of the one before.
 */
void
oct_workbench_put_practice_version_async (OctWorkbench *self, OctPractice *practice,
                                          GAsyncReadyCallback callback, gpointer user_data)
{
  const OctPractice *before;
  OctRecordChange *change;
  g_autofree char *sentence = NULL;
  g_autofree char *location = NULL;
  GError *error = NULL;

  g_return_if_fail (can_edit (self));

  before = oct_plan_book_find (oct_workbench_get_plans (self), &oct_practice_kind,
                               practice->record.id);
  g_return_if_fail (before != NULL);
  practice->version = before->version + 1;
  practice->versioned_on = oct_date_today ();
  if (!oct_record_check (practice, &error))
    {
      oct_record_unref (practice);
      return_error (self, error, callback, user_data);
      return;
    }
  change = oct_record_change_new ();
  oct_record_change_put (change, make_version (oct_workbench_get_assessment (self), before));
  oct_record_change_put (change, practice);
  /* Translators: a number, the title of a practice. */
  sentence = g_strdup_printf (_("Version %d of the practice “%s”"), (int) practice->version,
                              practice->title);
  location = dup_location (&practice->record);

  const OctEditInfo info = { .sentence = sentence, .location = location };

  oct_workbench_change_records_async (self, &info, change, callback, user_data);
}

/**
 * oct_workbench_take_practices_async:
 * @self: a workbench whose plans are read
 * @practices: (element-type OctPractice): new ones
 * @callback: (nullable): called when they are kept
 * @user_data: for @callback
 *
 * Takes practices over from elsewhere; one undo takes all of them back.
 */
void
oct_workbench_take_practices_async (OctWorkbench *self, GPtrArray *practices,
                                    GAsyncReadyCallback callback, gpointer user_data)
{
  OctRecordChange *change;
  g_autofree char *sentence = NULL;

  g_return_if_fail (can_edit (self));
  g_return_if_fail (practices->len > 0);

  change = oct_record_change_new ();
  for (guint i = 0; i < practices->len; i++)
    {
      OctPractice *practice = oct_record_copy (g_ptr_array_index (practices, i));

      practice->versioned_on = oct_date_today ();
      oct_record_change_put (change, practice);
    }
  sentence = g_strdup_printf (
    ngettext ("Took over %u practice", "Took over %u practices", practices->len), practices->len);

  const OctEditInfo info = { .sentence = sentence, .location = "practices" };

  oct_workbench_change_records_async (self, &info, change, callback, user_data);
}

/**
 * oct_workbench_delete_knowledge_async:
 * @self: a workbench whose plans are read
 * @record: (transfer none): a use, support or capacity
 * @callback: (nullable): called when it is gone
 * @user_data: for @callback
 *
 * Takes a record away, with what belongs to it.
 */
void
oct_workbench_delete_knowledge_async (OctWorkbench *self, gpointer record,
                                      GAsyncReadyCallback callback, gpointer user_data)
{
  OctRecord *gone = record;
  OctRecordChange *change;
  g_autofree char *sentence = NULL;
  g_autofree char *location = NULL;

  g_return_if_fail (can_edit (self));

  change = oct_record_change_new ();
  if (gone->kind == &oct_support_kind)
    {
      GPtrArray *rechecks = oct_plan_book_get_children (oct_workbench_get_plans (self),
                                                        &oct_recheck_kind, gone->id);

      for (guint i = 0; i < rechecks->len; i++)
        oct_record_change_delete (change, g_ptr_array_index (rechecks, i));
    }
  oct_record_change_delete (change, gone);
  sentence = describe_delete (self, gone);
  location = dup_location (gone);

  const OctEditInfo info = { .sentence = sentence,
                             .location = location,
                             .subject = get_subject (gone) };

  oct_workbench_change_records_async (self, &info, change, callback, user_data);
}

/* --- did it last --- */

/**
 * oct_workbench_answer_recheck_async:
 * @self: a workbench whose plans are read
 * @recheck: a re-check
 * @outcome: whether what support brought held
 * @learnt: what was learnt, or ""
 * @location: the page on which it was answered
 * @callback: (nullable): called when it is kept
 * @user_data: for @callback
 *
 * Records today that somebody looked at support again.
 */
void
oct_workbench_answer_recheck_async (OctWorkbench *self, const OctRecheck *recheck,
                                    OctOutcome outcome, const char *learnt, const char *location,
                                    GAsyncReadyCallback callback, gpointer user_data)
{
  OctPlanBook *book = oct_workbench_get_plans (self);
  const OctSupport *support = oct_plan_book_find (book, &oct_support_kind, recheck->support_id);
  const char *school_id = support != NULL ? support->school_id : NULL;
  OctRecordChange *change = oct_recheck_answer (book, recheck, outcome, learnt, oct_date_today ());
  /* Translators: whether support lasted, such as "Partly held", and a school. */
  g_autofree char *sentence = g_strdup_printf (
    _("Looked again at support: %s at %s"), oct_choice_to_text (oct_outcomes, (int) outcome),
    oct_support_school_name (oct_workbench_get_assessment (self), school_id));
  const OctEditInfo info = { .sentence = sentence, .location = location, .subject = school_id };

  oct_workbench_change_records_async (self, &info, change, callback, user_data);
}

/**
 * oct_workbench_schedule_rechecks_async:
 * @self: a workbench whose plans are read
 * @support: support that has ended
 * @location: the page on which it was asked for
 * @callback: (nullable): called when they are kept
 * @user_data: for @callback
 *
 * Schedules when to look at support again, as one edit.
 */
void
oct_workbench_schedule_rechecks_async (OctWorkbench *self, const OctSupport *support,
                                       const char *location, GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  OctRecordChange *change = oct_support_schedule_rechecks (oct_workbench_get_plans (self), support);
  /* Translators: %s is a school. */
  g_autofree char *sentence = g_strdup_printf (
    _("Scheduled when to look again at support for %s"),
    oct_support_school_name (oct_workbench_get_assessment (self), support->school_id));
  const OctEditInfo info = { .sentence = sentence,
                             .location = location,
                             .subject = support->school_id };

  oct_workbench_change_records_async (self, &info, change, callback, user_data);
}
