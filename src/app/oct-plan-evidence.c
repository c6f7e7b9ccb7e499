/* Evidence in plans; see the header.
 *
 * What is new takes two steps, the evidence and its place in the plan, since only the place is a
 * record of plans. They carry the same name to merge by, so that history and undo take them for one.
 */

#include "oct-plan-evidence.h"

#include <glib/gi18n.h>

#include "oct-error.h"
#include "oct-evidence-objects.h"
#include "oct-plan-edits.h"
#include "oct-plan-names.h"
#include "oct-plan-query.h"
#include "oct-workspace-evidence.h"
#include "oct-workspace-records.h"

/* --- places --- */

OctPlanPlace *
oct_plan_place_new (const char *plan_id, const char *objective_id, const char *milestone_id,
                    const char *review_id)
{
  OctPlanPlace *place = g_new0 (OctPlanPlace, 1);

  place->plan_id = g_strdup (plan_id);
  place->objective_id = g_strdup (objective_id);
  place->milestone_id = g_strdup (milestone_id);
  place->review_id = g_strdup (review_id);

  return place;
}

OctPlanPlace *
oct_plan_place_copy (const OctPlanPlace *place)
{
  return oct_plan_place_new (place->plan_id, place->objective_id, place->milestone_id,
                             place->review_id);
}

void
oct_plan_place_free (OctPlanPlace *place)
{
  if (place == NULL)
    return;
  g_free (place->plan_id);
  g_free (place->objective_id);
  g_free (place->milestone_id);
  g_free (place->review_id);
  g_free (place);
}

gboolean
oct_plan_place_equal (const OctPlanPlace *a, const OctPlanPlace *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strcmp0 (a->plan_id, b->plan_id) == 0
         && g_strcmp0 (a->objective_id, b->objective_id) == 0
         && g_strcmp0 (a->milestone_id, b->milestone_id) == 0
         && g_strcmp0 (a->review_id, b->review_id) == 0;
}

/**
 * oct_plan_evidence_find:
 * @book: the book of plans
 * @place: an objective, a milestone or a review of a plan
 *
 * Returns: (transfer container) (element-type OctPlanEvidence): what stands there
 */
GPtrArray *
oct_plan_evidence_find (OctPlanBook *book, const OctPlanPlace *place)
{
  GPtrArray *found = g_ptr_array_new ();
  GPtrArray *all = oct_plan_book_get_by (book, &oct_plan_evidence_kind, "plan_id", place->plan_id);

  for (guint i = 0; i < all->len; i++)
    {
      const OctPlanEvidence *one = g_ptr_array_index (all, i);

      if ((place->objective_id == NULL || g_strcmp0 (one->objective_id, place->objective_id) == 0)
          && (place->milestone_id == NULL
              || g_strcmp0 (one->milestone_id, place->milestone_id) == 0)
          && (place->review_id == NULL || g_strcmp0 (one->review_id, place->review_id) == 0))
        g_ptr_array_add (found, (gpointer) one);
    }

  return found;
}

/* --- what history says --- */

/* (transfer full): what the place is called. */
static char *
dup_name (OctPlanBook *book, const OctPlanPlace *place)
{
  const OctMilestone *milestone = oct_plan_book_find (book, &oct_milestone_kind,
                                                      place->milestone_id);
  const OctObjective *objective = oct_plan_book_find (book, &oct_objective_kind,
                                                      place->objective_id);
  const OctReview *review = oct_plan_book_find (book, &oct_review_kind, place->review_id);

  if (milestone != NULL)
    return g_strdup (milestone->title);
  if (objective != NULL)
    return oct_objective_to_text (objective);
  if (review != NULL)
    {
      g_autofree char *day = oct_date_to_text (review->on);

      /* Translators: %s is a day. */
      return g_strdup_printf (_("Review of %s"), day);
    }

  return g_strdup ("");
}

static char *
dup_location (const OctPlanPlace *place)
{
  const char *record = place->milestone_id != NULL ? place->milestone_id : place->objective_id;

  if (record == NULL)
    return g_strdup_printf ("review/%s", place->review_id);

  return g_strdup_printf ("plan/%s?objective=%s", place->plan_id, record);
}

typedef enum
{
  VERB_ADD,
  VERB_CHANGE,
  VERB_TAKE_AWAY,
} Verb;

static char *
dup_sentence (OctWorkbench *workbench, const OctPlanPlace *place, Verb verb)
{
  OctPlanBook *book = oct_workbench_get_plans (workbench);
  const OctPlan *plan = oct_plan_book_find (book, &oct_plan_kind, place->plan_id);
  g_autofree char *name = dup_name (book, place);
  g_autofree char *subject = plan != NULL
                               ? oct_plan_dup_subject (oct_workbench_get_assessment (workbench),
                                                       plan)
                               : g_strdup ("");

  switch (verb)
    {
    case VERB_CHANGE:
      /* Translators: an objective, a milestone or a review, and a school; here and below. */
      return g_strdup_printf (_("Changed evidence for “%s” at %s"), name, subject);
    case VERB_TAKE_AWAY:
      return g_strdup_printf (_("Took evidence away from “%s” at %s"), name, subject);
    case VERB_ADD:
    default:
      return g_strdup_printf (_("Added evidence for “%s” at %s"), name, subject);
    }
}

static const char *
get_school (OctWorkbench *workbench, const OctPlanPlace *place)
{
  const OctPlan *plan = oct_plan_book_find (oct_workbench_get_plans (workbench), &oct_plan_kind,
                                            place->plan_id);

  return plan != NULL ? plan->school_id : NULL;
}

/* --- edits --- */

typedef struct
{
  OctEvidence *evidence;
  OctPlanPlace *place;
  GFile *file; /* (nullable): whose content is taken in first */
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  oct_evidence_free (edit->evidence);
  oct_plan_place_free (edit->place);
  g_clear_object (&edit->file);
  g_free (edit);
}

static gpointer
make_record (const OctPlanPlace *place, const char *evidence_id)
{
  OctPlanEvidence *record = oct_record_new (&oct_plan_evidence_kind);

  oct_replace (&record->plan_id, place->plan_id);
  oct_replace (&record->evidence_id, evidence_id);
  oct_replace (&record->objective_id, place->objective_id);
  oct_replace (&record->milestone_id, place->milestone_id);
  oct_replace (&record->review_id, place->review_id);

  return record;
}

static gboolean
put (OctWorkspace *workspace, const OctEditInfo *info, gpointer data, GError **error)
{
  Edit *edit = data;
  gboolean is_new = edit->evidence->id == NULL;
  g_autofree char *id = NULL;
  g_autoptr (OctRecordChange) change = NULL;

  if (edit->file != NULL
      && !oct_evidence_objects_add (workspace, edit->file, &edit->evidence->object,
                                    &edit->evidence->size, NULL, error))
    return FALSE;
  if (edit->evidence->person_id == NULL)
    edit->evidence->person_id = g_strdup (info->person_id);
  if (!oct_workspace_put_evidence (workspace, info, edit->evidence, &id, error))
    return FALSE;
  if (!is_new)
    return TRUE;
  change = oct_record_change_new ();
  oct_record_change_put (change, make_record (edit->place, id));

  return oct_workspace_change_records (workspace, info, change, error);
}

static void
return_error (OctWorkbench *workbench, GError *error, GAsyncReadyCallback callback,
              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workbench, NULL, callback, user_data);

  g_task_return_error (task, error);
}

/* A paused or stopped plan stays as it is; said before anything of it is kept. */
static gboolean
check_open (OctWorkbench *workbench, const OctPlanPlace *place, GError **error)
{
  const OctPlan *plan = oct_plan_book_find (oct_workbench_get_plans (workbench), &oct_plan_kind,
                                            place->plan_id);

  if (plan != NULL)
    return oct_plan_check_open (plan, error);
  g_set_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND,
               _("This plan is no longer there. Nothing was changed."));

  return FALSE;
}

static void
run (OctWorkbench *workbench, Edit *edit, GAsyncReadyCallback callback, gpointer user_data)
{
  Verb verb = edit->evidence->id != NULL ? VERB_CHANGE : VERB_ADD;
  g_autofree char *sentence = NULL;
  g_autofree char *location = NULL;
  g_autofree char *unique = NULL;
  g_autofree char *merge = NULL;
  GError *error = NULL;

  if (!check_open (workbench, edit->place, &error))
    {
      edit_free (edit);
      return_error (workbench, error, callback, user_data);
      return;
    }
  sentence = dup_sentence (workbench, edit->place, verb);
  location = dup_location (edit->place);
  /* Its own two steps are one edit, and no other's. */
  unique = g_uuid_string_random ();
  merge = g_strdup_printf ("plan-evidence/%s", unique);

  const OctEditInfo info = { .sentence = sentence,
                             .location = location,
                             .subject = get_school (workbench, edit->place),
                             .merge = merge };

  oct_workbench_edit_async (workbench, &info, put, edit, edit_free, callback, user_data);
}

/**
 * oct_plan_evidence_put_async:
 * @workbench: a workbench with plans
 * @place: where it stands; copied
 * @evidence: a piece of evidence, new (without an id) or known; copied
 * @callback: (nullable): called when it is kept
 * @user_data: for @callback
 */
void
oct_plan_evidence_put_async (OctWorkbench *workbench, const OctPlanPlace *place,
                             const OctEvidence *evidence, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->evidence = oct_evidence_copy (evidence);
  edit->place = oct_plan_place_copy (place);
  run (workbench, edit, callback, user_data);
}

/**
 * oct_plan_evidence_add_file_async:
 * @workbench: a workbench with plans
 * @place: where it stands; copied
 * @file: a file
 * @callback: (nullable): called when it is kept
 * @user_data: for @callback
 *
 * Copies a file in and adds it. Nothing is added where it can't be read or is larger than
 * %OCT_EVIDENCE_MAX_SIZE.
 */
void
oct_plan_evidence_add_file_async (OctWorkbench *workbench, const OctPlanPlace *place, GFile *file,
                                  GAsyncReadyCallback callback, gpointer user_data)
{
  Edit *edit = g_new0 (Edit, 1);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : g_strdup (_("File"));

  edit->file = g_object_ref (file);
  edit->evidence = oct_evidence_new (OCT_EVIDENCE_FILE, name);
  edit->evidence->dated = oct_date_today ();
  oct_replace (&edit->evidence->file_name, name);
  edit->place = oct_plan_place_copy (place);
  run (workbench, edit, callback, user_data);
}

static void
change_places (OctWorkbench *workbench, const OctPlanPlace *place, Verb verb,
               OctRecordChange *change, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autofree char *sentence = dup_sentence (workbench, place, verb);
  g_autofree char *location = dup_location (place);
  const OctEditInfo info = { .sentence = sentence,
                             .location = location,
                             .subject = get_school (workbench, place) };

  oct_workbench_change_records_async (workbench, &info, change, callback, user_data);
}

/* Where @evidence_id stands at a place: of a review, whatever it is about. */
static GPtrArray *
find_of (OctWorkbench *workbench, const OctPlanPlace *place, const char *evidence_id)
{
  GPtrArray *found = oct_plan_evidence_find (oct_workbench_get_plans (workbench), place);

  for (guint i = found->len; i > 0; i--)
    {
      const OctPlanEvidence *one = g_ptr_array_index (found, i - 1);

      if (g_strcmp0 (one->evidence_id, evidence_id) != 0)
        g_ptr_array_remove_index (found, i - 1);
    }

  return found;
}

/**
 * oct_plan_evidence_attach_async:
 * @workbench: a workbench with plans
 * @place: where it is to stand too
 * @evidence_id: a piece of evidence of the workspace
 * @callback: (nullable): called when it does
 * @user_data: for @callback
 */
void
oct_plan_evidence_attach_async (OctWorkbench *workbench, const OctPlanPlace *place,
                                const char *evidence_id, GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GPtrArray) there = find_of (workbench, place, evidence_id);
  GError *error = NULL;
  OctRecordChange *change;

  if (there->len > 0)
    g_set_error (&error, OCT_ERROR, OCT_ERROR_RULE,
                 _("This evidence stands here already. Nothing was changed."));
  if (error != NULL || !check_open (workbench, place, &error))
    {
      return_error (workbench, error, callback, user_data);
      return;
    }
  change = oct_record_change_new ();
  oct_record_change_put (change, make_record (place, evidence_id));
  change_places (workbench, place, VERB_ADD, change, callback, user_data);
}

/**
 * oct_plan_evidence_detach_async:
 * @workbench: a workbench with plans
 * @place: where it stands
 * @evidence_id: a piece of evidence
 * @callback: (nullable): called when it no longer stands there
 * @user_data: for @callback
 */
void
oct_plan_evidence_detach_async (OctWorkbench *workbench, const OctPlanPlace *place,
                                const char *evidence_id, GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GPtrArray) there = find_of (workbench, place, evidence_id);
  OctRecordChange *change;
  GError *error = NULL;

  if (!check_open (workbench, place, &error))
    {
      return_error (workbench, error, callback, user_data);
      return;
    }
  change = oct_record_change_new ();
  for (guint i = 0; i < there->len; i++)
    oct_record_change_delete (change, g_ptr_array_index (there, i));
  change_places (workbench, place, VERB_TAKE_AWAY, change, callback, user_data);
}
