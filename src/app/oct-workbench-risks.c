/* The edits of risks and concerns; see the header. */
#include "oct-workbench-risks.h"

#include <glib/gi18n.h>

#include "oct-plan-edits.h"
#include "oct-risk-query.h"

static void
refuse (OctWorkbench *self, GError *error, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_return_error (task, error);
}

/* A day goes with its reason: today where there is one now, none where there is none. */
static void
set_end (OctDate *day, const char *why)
{
  if (*why == '\0')
    *day = OCT_DATE_UNKNOWN;
  else if (*day == OCT_DATE_UNKNOWN)
    *day = oct_date_today ();
}

static char *
describe_risk (OctPlanBook *book, const OctRisk *risk)
{
  const OctRisk *before = oct_plan_book_find (book, &oct_risk_kind, risk->record.id);

  if (before == NULL)
    /* Translators: a risk's reference and title. */
    return g_strdup_printf (_ ("Added the risk %s %s"), risk->reference, risk->title);
  if (oct_risk_is_open (before) && !oct_risk_is_open (risk))
    /* Translators: a risk's reference and title. */
    return g_strdup_printf (_ ("Closed the risk %s %s"), risk->reference, risk->title);

  /* Translators: a risk's reference and title. */
  return g_strdup_printf (_ ("Changed the risk %s %s"), risk->reference, risk->title);
}

/**
 * oct_workbench_put_risk_async:
 * @self: a workbench whose plans are read
 * @risk: (transfer full): an #OctRisk, new or changed
 * @callback: (nullable): called when it is kept
 * @user_data: for @callback
 *
 * Keeps a risk; where it moved, where it stood before is kept as a reading.
 */
void
oct_workbench_put_risk_async (OctWorkbench *self, gpointer risk, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  OctPlanBook *book = oct_workbench_get_plans (self);
  OctRisk *kept = risk;
  OctEditInfo info = { .location = "risks" };
  g_autofree char *sentence = NULL;
  g_autofree char *subject = NULL;
  GError *error = NULL;

  set_end (&kept->closed_on, kept->closed_why);
  if (!oct_record_check (risk, &error))
    {
      oct_record_unref (risk);
      refuse (self, error, callback, user_data);
      return;
    }
  info.sentence = sentence = describe_risk (book, kept);
  info.subject = subject = g_strdup (kept->school_id);
  oct_workbench_change_records_async (
    self, &info, oct_risk_edit_put (book, kept, oct_date_today ()), callback, user_data);
}

static char *
describe_concern (OctWorkbench *self, const OctConcern *concern)
{
  const OctConcern *before = oct_plan_book_find (oct_workbench_get_plans (self), &oct_concern_kind,
                                                 concern->record.id);
  const OctOwnSchool *school = oct_assessment_find_school (oct_workbench_get_assessment (self),
                                                           concern->school_id);
  const char *name = school != NULL ? school->name : "";

  if (before == NULL)
    /* Translators: a school, and a concern about it. */
    return g_strdup_printf (_ ("Raised a concern about %s: %s"), name, concern->summary);
  if (oct_concern_is_open (before) && !oct_concern_is_open (concern))
    /* Translators: a school, and a concern about it. */
    return g_strdup_printf (_ ("Resolved the concern about %s: %s"), name, concern->summary);

  /* Translators: a school, and a concern about it. */
  return g_strdup_printf (_ ("Changed the concern about %s: %s"), name, concern->summary);
}

/**
 * oct_workbench_put_concern_async:
 * @self: a workbench whose plans are read
 * @concern: (transfer full): an #OctConcern, new or changed
 * @callback: (nullable): called when it is kept
 * @user_data: for @callback
 */
void
oct_workbench_put_concern_async (OctWorkbench *self, gpointer concern, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  OctConcern *kept = concern;
  OctRecordChange *change;
  OctEditInfo info = { .location = "concerns" };
  g_autofree char *sentence = NULL;
  g_autofree char *subject = NULL;
  GError *error = NULL;

  set_end (&kept->resolved_on, kept->resolution);
  if (!oct_record_check (concern, &error))
    {
      oct_record_unref (concern);
      refuse (self, error, callback, user_data);
      return;
    }
  info.sentence = sentence = describe_concern (self, kept);
  info.subject = subject = g_strdup (kept->school_id);
  change = oct_record_change_new ();
  oct_record_change_put (change, kept);
  oct_workbench_change_records_async (self, &info, change, callback, user_data);
}

/**
 * oct_workbench_delete_risk_async:
 * @self: a workbench whose plans are read
 * @record: a risk or a concern of its book
 * @callback: (nullable): called when it is gone
 * @user_data: for @callback
 */
void
oct_workbench_delete_risk_async (OctWorkbench *self, gpointer record, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  const OctRecord *gone = record;
  gboolean is_risk = gone->kind == &oct_risk_kind;
  g_autofree char *sentence = NULL;
  OctEditInfo info = { .location = is_risk ? "risks" : "concerns" };
  GError *error = NULL;
  OctRecordChange *change = oct_plan_edit_delete (oct_workbench_get_plans (self), record, &error);

  if (change == NULL)
    {
      refuse (self, error, callback, user_data);
      return;
    }
  sentence = is_risk
               /* Translators: the title of a risk. */
               ? g_strdup_printf (_ ("Deleted the risk %s"), ((const OctRisk *) record)->title)
               /* Translators: the summary of a concern. */
               : g_strdup_printf (_ ("Deleted the concern %s"),
                                  ((const OctConcern *) record)->summary);
  info.sentence = sentence;
  oct_workbench_change_records_async (self, &info, change, callback, user_data);
}
