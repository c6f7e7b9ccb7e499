/* Reading a workspace: each kind of record as an array of values, in the order a person expects. */
#include "oct-workspace-private.h"

#include "oct-error.h"

static char *
dup_text (sqlite3_stmt *row, int column)
{
  return g_strdup (oct_sql_text (row, column));
}

static char *
dup_nullable (sqlite3_stmt *row, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (row, column));
}

typedef gpointer (*ReadRow) (sqlite3_stmt *row);

/* (transfer full) of @statement, which may be %NULL where it could not be prepared. */
static GPtrArray *
read_all (OctWorkspace *self, sqlite3_stmt *statement, ReadRow read_row, GDestroyNotify free_row,
          GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (sqlite3_stmt) owned = statement;
  g_autoptr (GError) local_error = NULL;

  if (owned == NULL)
    return NULL;
  while (oct_sql_next (self->db, owned, &local_error))
    g_ptr_array_add (rows, read_row (owned));
  if (local_error == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/**
 * oct_workspace_read_trust:
 * @self: a workspace
 * @error: return location for an error
 *
 * Returns: (transfer full): the trust; %NULL with %OCT_ERROR_NOT_FOUND before it was chosen
 */
OctOwnTrust *
oct_workspace_read_trust (OctWorkspace *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (
    self->db, "SELECT id, uid, name, purpose, as_at FROM trust LIMIT 1", error);
  OctOwnTrust *trust;

  if (row == NULL)
    return NULL;
  if (!oct_sql_next (self->db, row, &local_error))
    {
      if (local_error == NULL)
        local_error = g_error_new (OCT_ERROR, OCT_ERROR_NOT_FOUND, "No trust was chosen yet.");
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  trust = g_new0 (OctOwnTrust, 1);
  trust->id = dup_text (row, 0);
  trust->uid = (guint32) sqlite3_column_int64 (row, 1);
  trust->name = dup_text (row, 2);
  trust->purpose = dup_text (row, 3);
  trust->as_at = sqlite3_column_int (row, 4);

  return trust;
}

static gpointer
read_school (sqlite3_stmt *row)
{
  OctOwnSchool *school = g_new0 (OctOwnSchool, 1);

  school->id = dup_text (row, 0);
  school->urn = (guint32) sqlite3_column_int64 (row, 1);
  school->name = dup_text (row, 2);
  school->phase = (OctPhase) sqlite3_column_int (row, 3);
  school->type = dup_text (row, 4);
  school->la = dup_text (row, 5);
  school->town = dup_text (row, 6);
  school->postcode = dup_text (row, 7);
  school->pupils = sqlite3_column_int (row, 8);
  school->capacity = sqlite3_column_int (row, 9);
  school->fsm_tenths = sqlite3_column_int (row, 10);
  school->easting = sqlite3_column_int (row, 11);
  school->northing = sqlite3_column_int (row, 12);
  school->joined = sqlite3_column_int (row, 13);
  school->left = sqlite3_column_int (row, 14);
  school->as_at = sqlite3_column_int (row, 15);
  school->part_of = dup_nullable (row, 16);

  return school;
}

/* A school that became part of another has that one's URN in its line for no time at all. */
#define PART_OF                                                                                    \
  "(SELECT o.school_id FROM school_urn m JOIN school_urn o ON o.urn = m.urn"                       \
  "  AND o.school_id <> m.school_id AND (o.to_date = 0 OR o.to_date <> o.from_date)"               \
  "  WHERE m.school_id = school.id AND m.to_date = m.from_date AND school.left_on <> 0 LIMIT 1)"

/**
 * oct_workspace_read_schools:
 * @self: a workspace
 * @with_left: also those that have left the trust or closed
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type OctOwnSchool): the trust's schools by name
 */
GPtrArray *
oct_workspace_read_schools (OctWorkspace *self, gboolean with_left, GError **error)
{
  sqlite3_stmt *statement = oct_sql_prepare (
    self->db,
    "SELECT id, urn, name, phase, type, la, town, postcode, pupils, capacity, fsm_tenths, easting,"
    "  northing, joined, left_on, as_at, " PART_OF
    " FROM school WHERE ?1 OR left_on = 0 ORDER BY name COLLATE NOCASE, urn",
    error);

  if (statement != NULL)
    sqlite3_bind_int (statement, 1, with_left);

  return read_all (self, statement, read_school, (GDestroyNotify) oct_own_school_free, error);
}

/**
 * oct_workspace_find_school:
 * @self: a workspace
 * @urn: a URN, present or past
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the id of the school that has it, else of the one that had
 *   it last; %NULL without @error where there is none
 */
char *
oct_workspace_find_school (OctWorkspace *self, guint32 urn, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (
    self->db,
    "SELECT school_id FROM school_urn WHERE urn = ?"
    " ORDER BY to_date = 0 DESC, from_date DESC LIMIT 1",
    error);

  if (row == NULL)
    return NULL;
  sqlite3_bind_int64 (row, 1, urn);
  if (oct_sql_next (self->db, row, &local_error))
    return dup_text (row, 0);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/**
 * oct_workspace_read_urns:
 * @self: a workspace
 * @school_id: a school
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type guint32): every URN it had, the newest first
 */
GArray *
oct_workspace_read_urns (OctWorkspace *self, const char *school_id, GError **error)
{
  g_autoptr (GArray) urns = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (
    self->db,
    "SELECT urn FROM school_urn WHERE school_id = ? ORDER BY to_date = 0 DESC, from_date DESC",
    error);

  if (row == NULL)
    return NULL;
  sqlite3_bind_text (row, 1, school_id, -1, SQLITE_STATIC);
  while (oct_sql_next (self->db, row, &local_error))
    {
      guint32 urn = (guint32) sqlite3_column_int64 (row, 0);

      g_array_append_val (urns, urn);
    }
  if (local_error == NULL)
    return g_steal_pointer (&urns);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static gpointer
read_cycle (sqlite3_stmt *row)
{
  OctCycle *cycle = g_new0 (OctCycle, 1);
  const char *focus = oct_sql_text (row, 7);

  cycle->id = dup_text (row, 0);
  cycle->name = dup_text (row, 1);
  cycle->kind = g_str_equal (oct_sql_text (row, 2), "year") ? OCT_CYCLE_YEAR : OCT_CYCLE_TERM;
  cycle->starts = sqlite3_column_int (row, 3);
  cycle->ends = sqlite3_column_int (row, 4);
  cycle->closed = sqlite3_column_int (row, 5) != 0;
  cycle->framework_id = dup_text (row, 6);
  cycle->focus = focus[0] != '\0' ? g_strsplit (focus, " ", -1) : g_new0 (char *, 1);

  return cycle;
}

/**
 * oct_workspace_read_cycles:
 * @self: a workspace
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type OctCycle): the cycles, the earliest first
 */
GPtrArray *
oct_workspace_read_cycles (OctWorkspace *self, GError **error)
{
  return read_all (self,
                   oct_sql_prepare (self->db,
                                    "SELECT id, name, kind, starts, ends, closed, framework_id,"
                                    "  focus"
                                    " FROM cycle ORDER BY starts, ends, name",
                                    error),
                   read_cycle, (GDestroyNotify) oct_cycle_free, error);
}

static gpointer
read_judgement (sqlite3_stmt *row)
{
  OctJudgement *judgement = g_new0 (OctJudgement, 1);

  judgement->id = dup_text (row, 0);
  judgement->cycle_id = dup_text (row, 1);
  judgement->framework_id = dup_text (row, 2);
  judgement->school_id = dup_nullable (row, 3);
  judgement->element = dup_text (row, 4);
  judgement->aspect = dup_nullable (row, 5);
  oct_judgement_view_from_key (oct_sql_text (row, 6), &judgement->view);
  judgement->stage = dup_nullable (row, 7);
  judgement->reason = dup_text (row, 8);
  judgement->gives = dup_text (row, 9);
  judgement->gains = dup_text (row, 10);
  oct_confidence_from_key (oct_sql_text (row, 11), &judgement->confidence);
  judgement->final = sqlite3_column_int (row, 12) != 0;
  judgement->carried = sqlite3_column_int (row, 13) != 0;
  judgement->assessor_id = dup_nullable (row, 14);
  judgement->judged_on = sqlite3_column_int (row, 15);
  judgement->n_evidence = (guint) sqlite3_column_int (row, 16);

  return judgement;
}

/**
 * oct_workspace_read_judgements:
 * @self: a workspace
 * @filter: which
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type OctJudgement): the judgements, those of the earliest
 *   cycle first
 */
GPtrArray *
oct_workspace_read_judgements (OctWorkspace *self, const OctJudgementFilter *filter, GError **error)
{
  /* Cycle by cycle, each by its index: one of thirty must not cost as much as all. */
  sqlite3_stmt *statement = oct_sql_prepare (
    self->db,
    "SELECT j.id, j.cycle_id, j.framework_id, j.school_id, j.element, j.aspect, j.view, j.stage,"
    "  j.reason, j.gives, j.gains, j.confidence, j.final, j.carried, j.assessor_id, j.judged_on,"
    "  (SELECT count (*) FROM evidence_link e WHERE e.cycle_id = j.cycle_id"
    "    AND e.element = j.element AND e.school_id IS j.school_id AND e.aspect IS j.aspect)"
    " FROM cycle c CROSS JOIN judgement j ON j.cycle_id = c.id"
    " WHERE (?1 IS NULL OR c.id = ?1) AND (?2 IS NULL OR j.element = ?2)"
    "  AND (?3 IS NULL OR j.school_id = ?3 OR (?3 = 'trust' AND j.school_id IS NULL))"
    "  AND (?4 OR j.aspect IS NULL)"
    " ORDER BY c.starts, j.judged_on, j.id",
    error);

  if (statement != NULL)
    {
      sqlite3_bind_text (statement, 1, filter->cycle_id, -1, SQLITE_STATIC);
      sqlite3_bind_text (statement, 2, filter->element, -1, SQLITE_STATIC);
      sqlite3_bind_text (statement, 3, filter->school_id, -1, SQLITE_STATIC);
      sqlite3_bind_int (statement, 4, filter->with_aspects);
    }

  return read_all (self, statement, read_judgement, (GDestroyNotify) oct_judgement_free, error);
}

static gpointer
read_target (sqlite3_stmt *row)
{
  OctTarget *target = g_new0 (OctTarget, 1);

  target->id = dup_text (row, 0);
  target->school_id = dup_nullable (row, 1);
  target->element = dup_text (row, 2);
  target->stage = dup_text (row, 3);
  target->due = sqlite3_column_int (row, 4);

  return target;
}

/**
 * oct_workspace_read_targets:
 * @self: a workspace
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type OctTarget): the targets, the first due first
 */
GPtrArray *
oct_workspace_read_targets (OctWorkspace *self, GError **error)
{
  return read_all (
    self,
    oct_sql_prepare (self->db, "SELECT id, school_id, element, stage, due FROM target ORDER BY due",
                     error),
    read_target, (GDestroyNotify) oct_target_free, error);
}

static gpointer
read_pillar (sqlite3_stmt *row)
{
  OctPillar *pillar = g_new0 (OctPillar, 1);

  pillar->id = dup_text (row, 0);
  pillar->name = dup_text (row, 1);
  pillar->text = dup_text (row, 2);
  pillar->retired = sqlite3_column_int (row, 3) != 0;

  return pillar;
}

/**
 * oct_workspace_read_pillars:
 * @self: a workspace
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type OctPillar): the pillars of the strategy, in their order
 */
GPtrArray *
oct_workspace_read_pillars (OctWorkspace *self, GError **error)
{
  g_autoptr (GPtrArray) pillars = read_all (
    self,
    oct_sql_prepare (self->db, "SELECT id, name, text, retired FROM pillar ORDER BY rank, id",
                     error),
    read_pillar, (GDestroyNotify) oct_pillar_free, error);

  if (pillars == NULL || !oct_workspace_read_pillar_maps (self, pillars, error))
    return NULL;

  return g_steal_pointer (&pillars);
}

static gpointer
read_person (sqlite3_stmt *row)
{
  OctPerson *person = g_new0 (OctPerson, 1);

  person->id = dup_text (row, 0);
  person->name = dup_text (row, 1);
  person->post = dup_text (row, 2);

  return person;
}

/**
 * oct_workspace_read_people:
 * @self: a workspace
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type OctPerson): the people, by post and name
 */
GPtrArray *
oct_workspace_read_people (OctWorkspace *self, GError **error)
{
  return read_all (self,
                   oct_sql_prepare (self->db,
                                    "SELECT id, name, post FROM person"
                                    " ORDER BY post COLLATE NOCASE, name COLLATE NOCASE, id",
                                    error),
                   read_person, (GDestroyNotify) oct_person_free, error);
}

/**
 * oct_workspace_read_framework:
 * @self: a workspace
 * @framework_id: a version of the framework
 * @version: (out) (nullable): its number
 * @error: return location for an error
 *
 * Returns: (transfer full): its text in JSON; %NULL with @error set
 */
char *
oct_workspace_read_framework (OctWorkspace *self, const char *framework_id, guint *version,
                              GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (
    self->db, "SELECT content, version FROM framework WHERE id = ?", error);

  if (row == NULL)
    return NULL;
  sqlite3_bind_text (row, 1, framework_id, -1, SQLITE_STATIC);
  if (oct_sql_next (self->db, row, &local_error))
    {
      if (version != NULL)
        *version = (guint) sqlite3_column_int (row, 1);
      return dup_text (row, 0);
    }
  if (local_error == NULL)
    local_error = g_error_new (OCT_ERROR, OCT_ERROR_NOT_FOUND,
                               "There is no such version of the framework.");
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/**
 * oct_workspace_read_framework_id:
 * @self: a workspace
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the id of the framework's newest version; %NULL without
 *   @error where there is none yet
 */
char *
oct_workspace_read_framework_id (OctWorkspace *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (
    self->db, "SELECT id FROM framework ORDER BY version DESC, made_at DESC LIMIT 1", error);

  if (row == NULL)
    return NULL;
  if (oct_sql_next (self->db, row, &local_error))
    return dup_text (row, 0);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}
