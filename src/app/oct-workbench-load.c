/* Reading an assessment whole, on the worker's thread.
 *
 * The texts of a framework's versions never change, so each is parsed once for as long as the
 * program runs.
 */
#include <glib/gi18n.h>

#include "oct-workbench-private.h"

#include "oct-error.h"
#include "oct-framework-file.h"
#include "oct-workspace-draft.h"
#include "oct-workspace-records.h"

static OctFramework *
load_framework (OctWorkspace *workspace, GHashTable *frameworks, const char *id, GError **error)
{
  OctFramework *framework = g_hash_table_lookup (frameworks, id);
  g_autofree char *content = NULL;

  if (framework != NULL)
    return framework;
  content = oct_workspace_read_framework (workspace, id, NULL, error);
  if (content == NULL)
    return NULL;
  framework = oct_framework_file_parse_text (content, error);
  if (framework != NULL)
    g_hash_table_insert (frameworks, g_strdup (id), framework);

  return framework;
}

/* The latest one, open or closed, where none is chosen. */
static const OctCycle *
find_cycle (GPtrArray *cycles, const char *cycle_id)
{
  for (guint i = 0; cycle_id != NULL && i < cycles->len; i++)
    {
      const OctCycle *cycle = g_ptr_array_index (cycles, i);

      if (g_str_equal (cycle->id, cycle_id))
        return cycle;
    }

  return cycles->len > 0 ? g_ptr_array_index (cycles, cycles->len - 1) : NULL;
}

static gboolean
load_judgements (OctWorkspace *workspace, OctAssessmentParts *parts, GError **error)
{
  const OctCycle *before = oct_cycle_before (parts->cycles, parts->cycle_id);
  OctJudgementFilter filter = { .cycle_id = parts->cycle_id, .with_aspects = TRUE };

  if (parts->cycle_id == NULL)
    {
      parts->judgements = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_judgement_free);
      parts->before = g_ptr_array_ref (parts->judgements);
      return TRUE;
    }
  parts->judgements = oct_workspace_read_judgements (workspace, &filter, error);
  if (parts->judgements == NULL)
    return FALSE;
  if (before == NULL)
    {
      parts->before = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_judgement_free);
      return TRUE;
    }
  filter.cycle_id = before->id;
  parts->before = oct_workspace_read_judgements (workspace, &filter, error);

  return parts->before != NULL;
}

static gboolean
load_framework_of (OctWorkspace *workspace, GHashTable *frameworks, const OctCycle *cycle,
                   OctAssessmentParts *parts, GError **error)
{
  g_autofree char *id = cycle != NULL ? g_strdup (cycle->framework_id)
                                      : oct_workspace_read_framework_id (workspace, error);
  OctFramework *framework;

  if (id == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, OCT_ERROR, OCT_ERROR_DAMAGED,
                     _("The workspace has no framework. Restore a backup to go on."));
      return FALSE;
    }
  framework = load_framework (workspace, frameworks, id, error);
  if (framework == NULL)
    return FALSE;
  parts->framework = g_object_ref (framework);

  return TRUE;
}

static GPtrArray *
load_left_schools (OctWorkspace *workspace, GError **error)
{
  g_autoptr (GPtrArray) all = oct_workspace_read_schools (workspace, TRUE, error);
  GPtrArray *left;

  if (all == NULL)
    return NULL;
  left = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_own_school_free);
  for (guint i = 0; i < all->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (all, i);

      if (school->left != OCT_DATE_UNKNOWN)
        g_ptr_array_add (left, oct_own_school_copy (school));
    }

  return left;
}

/* A version whose text can't be read is only missed where somebody judged by it. */
static gboolean
load_versions (OctWorkspace *workspace, GHashTable *frameworks, OctAssessmentParts *parts,
               GError **error)
{
  parts->versions = oct_workspace_read_versions (workspace, error);
  if (parts->versions == NULL)
    return FALSE;
  for (guint i = 0; i < parts->versions->len; i++)
    {
      OctFrameworkVersion *version = g_ptr_array_index (parts->versions, i);
      OctFramework *framework = load_framework (workspace, frameworks, version->id, NULL);

      g_set_object (&version->framework, framework);
    }
  parts->draft = oct_workspace_read_draft (workspace, error);

  return parts->draft != NULL;
}

static gboolean
load_lists (OctWorkspace *workspace, OctAssessmentParts *parts, GError **error)
{
  return (parts->trust = oct_workspace_read_trust (workspace, error)) != NULL
         && (parts->schools = oct_workspace_read_schools (workspace, FALSE, error)) != NULL
         && (parts->left = load_left_schools (workspace, error)) != NULL
         && (parts->cycles = oct_workspace_read_cycles (workspace, error)) != NULL
         && (parts->targets = oct_workspace_read_targets (workspace, error)) != NULL
         && (parts->pillars = oct_workspace_read_pillars (workspace, error)) != NULL
         && (parts->lenses = oct_workbench_load_lenses (workspace, parts->pillars, error)) != NULL
         && (parts->people = oct_workspace_read_people (workspace, error)) != NULL;
}

/*
 * oct_workbench_load_assessment:
 * @workspace: a workspace
 * @frameworks: (element-type utf8 OctFramework): versions read before
 * @cycle_id: (nullable): the cycle; the latest where it is %NULL or not there any more
 * @error: return location for an error
 *
 * Returns: (transfer full): the assessment, or %NULL with @error set
 */
OctAssessment *
oct_workbench_load_assessment (OctWorkspace *workspace, GHashTable *frameworks,
                               const char *cycle_id, GError **error)
{
  OctAssessmentParts parts = { 0 };
  const OctCycle *cycle;

  if (load_lists (workspace, &parts, error))
    {
      cycle = find_cycle (parts.cycles, cycle_id);
      parts.cycle_id = cycle != NULL ? g_strdup (cycle->id) : NULL;
      if (load_framework_of (workspace, frameworks, cycle, &parts, error)
          && load_versions (workspace, frameworks, &parts, error)
          && load_judgements (workspace, &parts, error))
        return oct_assessment_new (&parts);
    }
  oct_assessment_parts_clear (&parts);

  return NULL;
}

static gboolean
load_next (OctWorkbenchState *state, OctWorkspace *workspace)
{
  g_autoptr (OctEditRecord) undo = NULL;
  g_autoptr (OctEditRecord) redo = NULL;

  if (!oct_workspace_read_next (workspace, &undo, &redo, &state->error))
    return FALSE;
  /* What can't be undone isn't offered. */
  if (undo != NULL && undo->barrier == NULL)
    state->undo_sentence = g_strdup (undo->sentence);
  if (redo != NULL)
    state->redo_sentence = g_strdup (redo->sentence);

  return TRUE;
}

/*
 * oct_workbench_load_state:
 * @state: (out): what was read, or the error
 * @workspace: a workspace
 * @frameworks: (element-type utf8 OctFramework): versions read before
 * @cycle_id: (nullable): the cycle
 *
 * Reads everything but the plans.
 */
void
oct_workbench_load_state (OctWorkbenchState *state, OctWorkspace *workspace, GHashTable *frameworks,
                          const char *cycle_id)
{
  state->assessment = oct_workbench_load_assessment (workspace, frameworks, cycle_id,
                                                     &state->error);
  if (state->assessment != NULL)
    load_next (state, workspace);
}

/*
 * oct_workbench_load_records:
 * @state: (out): what was read, or the error
 * @workspace: a workspace
 *
 * Reads the plans, and what undo would take.
 */
void
oct_workbench_load_records (OctWorkbenchState *state, OctWorkspace *workspace)
{
  if (load_next (state, workspace))
    state->plans = oct_workspace_read_plan_book (workspace, &state->error);
}
