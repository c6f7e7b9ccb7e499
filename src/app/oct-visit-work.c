/* A visit while somebody writes it up; see the header. */

#include "oct-visit-work.h"

#include <glib/gi18n.h>

#include "oct-plan-names.h"
#include "oct-workspace-evidence.h"
#include "oct-workspace-records.h"

static void
change_visit (OctWorkbench *workbench, const OctVisit *visit, const char *sentence,
              const char *merge, OctRecordChange *change, GAsyncReadyCallback callback,
              gpointer user_data)
{
  g_autofree char *location = g_strdup_printf ("visit/%s", visit->record.id);
  OctEditInfo info = {
    .sentence = sentence, .location = location, .subject = visit->school_id, .merge = merge
  };

  oct_workbench_change_records_async (workbench, &info, change, callback, user_data);
}

static const char *
name_school (OctWorkbench *workbench, const OctVisit *visit)
{
  const char *name = oct_school_id_to_name (oct_workbench_get_assessment (workbench),
                                            visit->school_id);

  return name != NULL ? name : "";
}

/**
 * oct_visit_put_async:
 * @workbench: a workbench with plans
 * @visit: (transfer full): a visit, new or changed
 * @merge: (nullable): names what is typed, so that edits of it in a row become one
 * @callback: called when it is kept
 * @user_data: for @callback
 */
void
oct_visit_put_async (OctWorkbench *workbench, OctVisit *visit, const char *merge,
                     GAsyncReadyCallback callback, gpointer user_data)
{
  OctPlanBook *book = oct_workbench_get_plans (workbench);
  gboolean known = oct_plan_book_find (book, &oct_visit_kind, visit->record.id) != NULL;
  g_autofree char *sentence = g_strdup_printf (
    /* Translators: %s is a school. */
    known ? _("Wrote about the visit to %s") : _("Added a visit to %s"),
    name_school (workbench, visit));
  g_autofree char *key = merge != NULL ? g_strdup_printf ("visit-%s/%s", merge, visit->record.id)
                                       : NULL;
  OctRecordChange *change = oct_record_change_new ();

  oct_record_change_put (change, visit);
  change_visit (workbench, visit, sentence, key, change, callback, user_data);
}

static const OctVisit *
find_visit (OctWorkbench *workbench, const OctVisitPoint *point)
{
  return oct_plan_book_find (oct_workbench_get_plans (workbench), &oct_visit_kind, point->visit_id);
}

/**
 * oct_visit_put_point_async:
 * @workbench: a workbench with plans
 * @point: (transfer full): a point of a visit, new or changed
 * @callback: called when it is kept
 * @user_data: for @callback
 */
void
oct_visit_put_point_async (OctWorkbench *workbench, OctVisitPoint *point,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  const OctVisit *visit = find_visit (workbench, point);
  g_autofree char *sentence = NULL;
  OctRecordChange *change = oct_record_change_new ();

  g_return_if_fail (visit != NULL);

  /* Translators: %s is a school. */
  sentence = g_strdup_printf (point->passed ? _("Passed over a point of the visit to %s")
                                            : _("Noted a point of the visit to %s"),
                              name_school (workbench, visit));
  oct_record_change_put (change, point);
  change_visit (workbench, visit, sentence, NULL, change, callback, user_data);
}

/* --- evidence, which isn't a record of plans --- */

typedef struct
{
  OctEvidence *evidence;
  OctVisitPoint *point;
  char *plan_id;
} Note;

static void
note_free (Note *note)
{
  oct_evidence_free (note->evidence);
  oct_record_unref (note->point);
  g_free (note->plan_id);
  g_free (note);
}

/* Two steps that history and undo take for one, since they have the same name to merge by. */
static gboolean
keep_note (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  Note *note = data;
  g_autofree char *id = NULL;
  g_autoptr (OctRecordChange) change = oct_record_change_new ();
  OctPlanEvidence *place;

  if (!oct_workspace_put_evidence (workspace, info, note->evidence, &id, error))
    return FALSE;
  place = oct_record_change_put (change, oct_record_new (&oct_plan_evidence_kind));
  oct_replace (&place->plan_id, note->plan_id);
  oct_replace (&place->evidence_id, id);
  oct_replace (&place->objective_id, note->point->objective_id);
  oct_replace (&note->point->made_id, id);
  oct_record_change_put (change, oct_record_ref (note->point));

  return oct_workspace_change_records (workspace, info, change, error);
}

static void
make_note (OctWorkbench *workbench, const OctVisit *visit, const OctVisitPoint *point,
           const char *sentence, GAsyncReadyCallback callback, gpointer user_data)
{
  OctPlanBook *book = oct_workbench_get_plans (workbench);
  const OctObjective *objective = oct_plan_book_find (book, &oct_objective_kind,
                                                      point->objective_id);
  g_autofree char *location = g_strdup_printf ("visit/%s", visit->record.id);
  g_autofree char *merge = g_strdup_printf ("visit-point/%s", point->record.id);
  OctEditInfo info = {
    .sentence = sentence, .location = location, .subject = visit->school_id, .merge = merge
  };
  g_autofree char *day = oct_date_to_text (visit->on);
  /* Translators: the name of a note: %s is a day. */
  g_autofree char *name = g_strdup_printf (_("Seen at the visit of %s"), day);
  Note *note = g_new0 (Note, 1);

  note->evidence = oct_evidence_new (OCT_EVIDENCE_NOTE, name);
  oct_replace (&note->evidence->text, point->text);
  note->evidence->dated = visit->on;
  note->point = oct_record_copy (point);
  note->plan_id = g_strdup (objective->plan_id);
  oct_workbench_edit_async (workbench, &info, keep_note, note, (GDestroyNotify) note_free, callback,
                            user_data);
}

static char *
dup_sentence (OctWorkbench *workbench, const OctVisit *visit, const OctVisitPoint *point)
{
  const char *school = name_school (workbench, visit);

  if (point->action_id != NULL)
    /* Translators: %s is a school, here and below. */
    return g_strdup_printf (_("Updated an action after the visit to %s"), school);
  switch (point->point)
    {
    case OCT_POINT_SUPPORT:
      return g_strdup_printf (_("Entered support given at the visit to %s"), school);
    case OCT_POINT_EVIDENCE:
      return g_strdup_printf (_("Kept a note of the visit to %s as evidence"), school);
    case OCT_POINT_PROGRESS:
      return g_strdup_printf (_("Drafted progress after the visit to %s"), school);
    case OCT_POINT_AGREED:
      break;
    }

  return g_strdup_printf (_("Added an action after the visit to %s"), school);
}

/**
 * oct_visit_make_point_async:
 * @workbench: a workbench with plans
 * @point: a point that is open
 * @callback: called when it is kept
 * @user_data: for @callback
 * @error: return location for an error
 *
 * Makes what a point proposes, as one edit.
 *
 * Returns: whether it is on its way; else @error says what has to be chosen first
 */
gboolean
oct_visit_make_point_async (OctWorkbench *workbench, const OctVisitPoint *point,
                            GAsyncReadyCallback callback, gpointer user_data, GError **error)
{
  OctPlanBook *book = oct_workbench_get_plans (workbench);
  const OctVisit *visit = find_visit (workbench, point);
  g_autofree char *sentence = NULL;
  OctRecordChange *change;

  g_return_val_if_fail (visit != NULL, FALSE);

  if (!oct_visit_point_check (book, point, error))
    return FALSE;
  sentence = dup_sentence (workbench, visit, point);
  if (point->point == OCT_POINT_EVIDENCE && point->action_id == NULL)
    {
      make_note (workbench, visit, point, sentence, callback, user_data);
      return TRUE;
    }
  change = oct_visit_point_make (book, point, error);
  if (change == NULL)
    return FALSE;
  change_visit (workbench, visit, sentence, NULL, change, callback, user_data);

  return TRUE;
}
