/* The named edits of a workspace: each puts whole values, in one transaction.
 *
 * A value without an id is new. Which of its fields history shows, and how, stands in the list of
 * cells of each kind of record.
 */
#include "oct-workspace-private.h"

#include <glib/gi18n.h>

#include "oct-error.h"

typedef gboolean (*PutFunc) (OctEdit *edit, gconstpointer value, char **id, GError **error);

/* One value as one edit. */
static gboolean
put_one (OctWorkspace *self, const OctEditInfo *info, PutFunc put, gconstpointer value, char **id,
         GError **error)
{
  g_autoptr (OctEdit) edit = oct_edit_begin (self, info, error);

  if (edit == NULL || !put (edit, value, id, error))
    return FALSE;

  return oct_edit_commit (g_steal_pointer (&edit), error);
}

/* (transfer full): the id of a value, or a new one. */
static char *
id_or_new (const char *id)
{
  return id != NULL ? g_strdup (id) : oct_workspace_make_id ();
}

static gboolean
delete_one (OctWorkspace *self, const OctEditInfo *info, const char *table, const char *id,
            GError **error)
{
  g_autoptr (OctEdit) edit = oct_edit_begin (self, info, error);

  if (edit == NULL || !oct_edit_delete (edit, table, id, error))
    return FALSE;

  return oct_edit_commit (g_steal_pointer (&edit), error);
}

static gboolean
put_trust (OctEdit *edit, gconstpointer value, char **id, GError **error)
{
  const OctOwnTrust *trust = value;
  g_autofree char *key = id_or_new (trust->id);
  const OctCell cells[] = {
    OCT_CELL_NUMBER ("uid", NULL, trust->uid),
    OCT_CELL_TEXT ("name", "name", trust->name),
    OCT_CELL_TEXT ("purpose", "purpose", trust->purpose),
    OCT_CELL_DATE ("as_at", NULL, trust->as_at),
  };

  return oct_edit_put (edit, "trust", key, cells, G_N_ELEMENTS (cells), error);
}

/**
 * oct_workspace_set_trust:
 * @self: a workspace
 * @info: what history says
 * @trust: the trust
 * @error: return location for an error
 *
 * Returns: whether the trust is kept
 */
gboolean
oct_workspace_set_trust (OctWorkspace *self, const OctEditInfo *info, const OctOwnTrust *trust,
                         GError **error)
{
  return put_one (self, info, put_trust, trust, NULL, error);
}

/* The URN a school has now is the one without an end; a new one ends the one before. */
static gboolean
put_urn (OctEdit *edit, OctWorkspace *self, const char *school_id, const OctOwnSchool *school,
         OctDate since, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *new_id = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (
    self->db, "SELECT id, urn FROM school_urn WHERE school_id = ? AND to_date = 0", error);

  if (row == NULL)
    return FALSE;
  sqlite3_bind_text (row, 1, school_id, -1, SQLITE_STATIC);
  if (oct_sql_next (self->db, row, &local_error))
    {
      const OctCell ends[] = { OCT_CELL_DATE ("to_date", NULL, since) };

      if ((guint32) sqlite3_column_int64 (row, 1) == school->urn)
        return TRUE;
      if (!oct_edit_put (edit, "school_urn", oct_sql_text (row, 0), ends, 1, error))
        return FALSE;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (school->urn == 0)
    return TRUE;

  const OctCell cells[] = {
    OCT_CELL_TEXT ("school_id", NULL, school_id),
    OCT_CELL_NUMBER ("urn", NULL, school->urn),
    OCT_CELL_DATE ("from_date", NULL, since),
    OCT_CELL_DATE ("to_date", NULL, OCT_DATE_UNKNOWN),
  };

  new_id = oct_workspace_make_id ();
  return oct_edit_put (edit, "school_urn", new_id, cells, G_N_ELEMENTS (cells), error);
}

/*
 * oct_edit_put_school:
 * @edit: an edit
 * @self: its workspace
 * @school: a school, new or known
 * @since: the day since which it has its URN, where that is another than before; unknown for the
 *   date of the register it was accepted from
 * @error: return location for an error
 *
 * Puts a school and its line of URNs.
 *
 * Returns: whether it was written
 */
gboolean
oct_edit_put_school (OctEdit *edit, OctWorkspace *self, const OctOwnSchool *school, OctDate since,
                     GError **error)
{
  g_autofree char *id = id_or_new (school->id);
  /* Of a new school these would tell in history what its page shows. */
  gboolean known = school->id != NULL;
  const OctCell cells[] = {
    OCT_CELL_NUMBER ("urn", "urn", school->urn),
    OCT_CELL_TEXT ("name", "name", school->name),
    OCT_CELL_NUMBER ("phase", known ? "phase" : NULL, school->phase),
    OCT_CELL_TEXT ("type", known ? "type" : NULL, school->type),
    OCT_CELL_TEXT ("la", known ? "la" : NULL, school->la),
    OCT_CELL_TEXT ("town", known ? "town" : NULL, school->town),
    OCT_CELL_TEXT ("postcode", known ? "postcode" : NULL, school->postcode),
    OCT_CELL_NUMBER ("pupils", "pupils", school->pupils),
    OCT_CELL_NUMBER ("capacity", "capacity", school->capacity),
    OCT_CELL_NUMBER ("fsm_tenths", "fsm", school->fsm_tenths),
    OCT_CELL_NUMBER ("easting", NULL, school->easting),
    OCT_CELL_NUMBER ("northing", NULL, school->northing),
    OCT_CELL_DATE ("joined", "joined", school->joined),
    OCT_CELL_DATE ("left_on", "left_on", school->left),
    OCT_CELL_DATE ("as_at", NULL, school->as_at),
  };

  if (since == OCT_DATE_UNKNOWN)
    since = school->as_at != OCT_DATE_UNKNOWN ? school->as_at : oct_date_today ();

  return oct_edit_put (edit, "school", id, cells, G_N_ELEMENTS (cells), error)
         && put_urn (edit, self, id, school, since, error);
}

/**
 * oct_workspace_put_schools:
 * @self: a workspace
 * @info: what history says
 * @schools: (element-type OctOwnSchool): schools, new or known
 * @error: return location for an error
 *
 * Keeps the facts of schools as they were accepted. A school whose URN is another than before
 * keeps the one before in its line.
 *
 * Returns: whether they are kept
 */
gboolean
oct_workspace_put_schools (OctWorkspace *self, const OctEditInfo *info, GPtrArray *schools,
                           GError **error)
{
  g_autoptr (OctEdit) edit = oct_edit_begin (self, info, error);

  if (edit == NULL)
    return FALSE;
  for (guint i = 0; i < schools->len; i++)
    if (!oct_edit_put_school (edit, self, g_ptr_array_index (schools, i), OCT_DATE_UNKNOWN, error))
      return FALSE;

  return oct_edit_commit (g_steal_pointer (&edit), error);
}

static gboolean
put_cycle (OctEdit *edit, gconstpointer value, char **id, GError **error)
{
  const OctCycle *cycle = value;
  g_autofree char *key = id_or_new (cycle->id);
  g_autofree char *focus = cycle->focus != NULL ? g_strjoinv (" ", cycle->focus) : g_strdup ("");
  const OctCell cells[] = {
    OCT_CELL_TEXT ("name", "name", cycle->name),
    OCT_CELL_TEXT ("kind", NULL, cycle->kind == OCT_CYCLE_YEAR ? "year" : "term"),
    OCT_CELL_DATE ("starts", "starts", cycle->starts),
    OCT_CELL_DATE ("ends", "ends", cycle->ends),
    OCT_CELL_FLAG ("closed", "closed", cycle->closed),
    OCT_CELL_TEXT ("framework_id", NULL, cycle->framework_id),
    OCT_CELL_TEXT ("focus", "focus", focus),
  };

  if (!oct_edit_put (edit, "cycle", key, cells, G_N_ELEMENTS (cells), error))
    return FALSE;
  if (id != NULL)
    *id = g_steal_pointer (&key);

  return TRUE;
}

/**
 * oct_workspace_put_cycle:
 * @self: a workspace
 * @info: what history says
 * @cycle: a cycle, new or known
 * @id: (out) (nullable) (transfer full): its id
 * @error: return location for an error
 *
 * Returns: whether it is kept
 */
gboolean
oct_workspace_put_cycle (OctWorkspace *self, const OctEditInfo *info, const OctCycle *cycle,
                         char **id, GError **error)
{
  return put_one (self, info, put_cycle, cycle, id, error);
}

/* (transfer full): the id of the judgement of the same thing, which two windows may both have
 * begun, or a new one. */
static char *
find_judgement (OctWorkspace *self, const OctJudgement *judgement, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = NULL;

  if (judgement->id != NULL)
    return g_strdup (judgement->id);
  row = oct_sql_prepare (self->db,
                         "SELECT id FROM judgement WHERE cycle_id = ?1 AND element = ?2"
                         "  AND school_id IS ?3 AND aspect IS ?4 AND view = ?5",
                         error);
  if (row == NULL)
    return NULL;
  sqlite3_bind_text (row, 1, judgement->cycle_id, -1, SQLITE_STATIC);
  sqlite3_bind_text (row, 2, judgement->element, -1, SQLITE_STATIC);
  sqlite3_bind_text (row, 3, judgement->school_id, -1, SQLITE_STATIC);
  sqlite3_bind_text (row, 4, judgement->aspect, -1, SQLITE_STATIC);
  sqlite3_bind_text (row, 5, oct_judgement_view_to_key (judgement->view), -1, SQLITE_STATIC);
  if (oct_sql_next (self->db, row, &local_error))
    return g_strdup (oct_sql_text (row, 0));
  if (local_error == NULL)
    return oct_workspace_make_id ();
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static gboolean
put_judgement (OctEdit *edit, OctWorkspace *self, const OctJudgement *judgement, GError **error)
{
  g_autofree char *id = find_judgement (self, judgement, error);
  const OctCell cells[] = {
    OCT_CELL_TEXT ("cycle_id", NULL, judgement->cycle_id),
    OCT_CELL_TEXT ("framework_id", NULL, judgement->framework_id),
    OCT_CELL_TEXT ("school_id", NULL, judgement->school_id),
    OCT_CELL_TEXT ("element", NULL, judgement->element),
    OCT_CELL_TEXT ("aspect", NULL, judgement->aspect),
    OCT_CELL_TEXT ("view", NULL, oct_judgement_view_to_key (judgement->view)),
    OCT_CELL_STAGE ("stage", "stage", judgement->stage),
    OCT_CELL_TEXT ("reason", "reason", judgement->reason),
    OCT_CELL_TEXT ("gives", "gives", judgement->gives),
    OCT_CELL_TEXT ("gains", "gains", judgement->gains),
    OCT_CELL_TEXT ("confidence", "confidence", oct_confidence_to_key (judgement->confidence)),
    OCT_CELL_FLAG ("final", "final", judgement->final),
    OCT_CELL_FLAG ("carried", "carried", judgement->carried),
    OCT_CELL_PERSON ("assessor_id", "assessor", judgement->assessor_id),
    OCT_CELL_DATE ("judged_on", "judged_on", judgement->judged_on),
  };

  return id != NULL && oct_judgement_check (judgement, error)
         && oct_edit_put (edit, "judgement", id, cells, G_N_ELEMENTS (cells), error);
}

/**
 * oct_workspace_put_judgements:
 * @self: a workspace
 * @info: what history says
 * @judgements: (element-type OctJudgement): judgements, new or known
 * @error: return location for an error
 *
 * Keeps judgements as one edit. One without an id takes the place of the judgement of the same
 * cycle, subject, element, aspect and view where there is one.
 *
 * Returns: whether all of them are kept; %OCT_ERROR_RULE where one breaks a rule, and none is
 */
gboolean
oct_workspace_put_judgements (OctWorkspace *self, const OctEditInfo *info, GPtrArray *judgements,
                              GError **error)
{
  g_autoptr (OctEdit) edit = oct_edit_begin (self, info, error);

  if (edit == NULL)
    return FALSE;
  for (guint i = 0; i < judgements->len; i++)
    if (!put_judgement (edit, self, g_ptr_array_index (judgements, i), error))
      return FALSE;

  return oct_edit_commit (g_steal_pointer (&edit), error);
}

/**
 * oct_workspace_delete_judgement:
 * @self: a workspace
 * @info: what history says
 * @id: a judgement
 * @error: return location for an error
 *
 * Returns: whether it is gone; what it judged is "not judged" then
 */
gboolean
oct_workspace_delete_judgement (OctWorkspace *self, const OctEditInfo *info, const char *id,
                                GError **error)
{
  return delete_one (self, info, "judgement", id, error);
}

static gboolean
put_target (OctEdit *edit, gconstpointer value, char **id, GError **error)
{
  const OctTarget *target = value;
  g_autofree char *key = id_or_new (target->id);
  const OctCell cells[] = {
    OCT_CELL_TEXT ("school_id", NULL, target->school_id),
    OCT_CELL_TEXT ("element", NULL, target->element),
    OCT_CELL_STAGE ("stage", "stage", target->stage),
    OCT_CELL_DATE ("due", "due", target->due),
  };

  return oct_edit_put (edit, "target", key, cells, G_N_ELEMENTS (cells), error);
}

/**
 * oct_workspace_put_target:
 * @self: a workspace
 * @info: what history says
 * @target: a target, new or known
 * @error: return location for an error
 *
 * Returns: whether it is kept
 */
gboolean
oct_workspace_put_target (OctWorkspace *self, const OctEditInfo *info, const OctTarget *target,
                          GError **error)
{
  return put_one (self, info, put_target, target, NULL, error);
}

/**
 * oct_workspace_delete_target:
 * @self: a workspace
 * @info: what history says
 * @id: a target
 * @error: return location for an error
 *
 * Returns: whether it is gone
 */
gboolean
oct_workspace_delete_target (OctWorkspace *self, const OctEditInfo *info, const char *id,
                             GError **error)
{
  return delete_one (self, info, "target", id, error);
}

static gboolean
put_person (OctEdit *edit, gconstpointer value, char **id, GError **error)
{
  const OctPerson *person = value;
  g_autofree char *key = id_or_new (person->id);
  /* Names live in this one table, and so not in history. */
  const OctCell cells[] = {
    OCT_CELL_TEXT ("name", NULL, person->name),
    OCT_CELL_TEXT ("post", "post", person->post),
  };

  if (!oct_edit_put (edit, "person", key, cells, G_N_ELEMENTS (cells), error))
    return FALSE;
  if (id != NULL)
    *id = g_steal_pointer (&key);

  return TRUE;
}

/*
 * oct_edit_put_person:
 * @edit: an edit
 * @person: a person with an id
 * @error: return location for an error
 *
 * Returns: whether they are put
 */
gboolean
oct_edit_put_person (OctEdit *edit, const OctPerson *person, GError **error)
{
  return put_person (edit, person, NULL, error);
}

/**
 * oct_workspace_put_person:
 * @self: a workspace
 * @info: what history says
 * @person: a person, new or known
 * @id: (out) (nullable) (transfer full): their id
 * @error: return location for an error
 *
 * Returns: whether they are kept
 */
gboolean
oct_workspace_put_person (OctWorkspace *self, const OctEditInfo *info, const OctPerson *person,
                          char **id, GError **error)
{
  return put_one (self, info, put_person, person, id, error);
}
