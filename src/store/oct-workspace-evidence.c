/* Evidence in a workspace; see the header.
 *
 * A piece of evidence and the places at which it stands are rows of two tables; both are written
 * in one edit, so that evidence which is dropped on a judgement is undone together with its place.
 */
#include "oct-workspace-evidence.h"

#include <glib/gi18n.h>

#include "oct-error.h"
#include "oct-workspace-private.h"
#include "oct-workspace-records.h"

/* Reading. */

static OctEvidence *
read_evidence (sqlite3_stmt *row)
{
  OctEvidenceKind kind = OCT_EVIDENCE_NOTE;
  OctEvidence *evidence;

  oct_evidence_kind_from_key (oct_sql_text (row, 1), &kind);
  evidence = oct_evidence_new (kind, oct_sql_text (row, 2));
  evidence->id = g_strdup (oct_sql_text (row, 0));
  g_free (evidence->text);
  evidence->text = g_strdup (oct_sql_text (row, 3));
  g_free (evidence->url);
  evidence->url = g_strdup (oct_sql_text (row, 4));
  evidence->object = g_strdup ((const char *) sqlite3_column_text (row, 5));
  g_free (evidence->file_name);
  evidence->file_name = g_strdup (oct_sql_text (row, 6));
  evidence->size = sqlite3_column_int64 (row, 7);
  evidence->dated = sqlite3_column_int (row, 8);
  evidence->person_id = g_strdup ((const char *) sqlite3_column_text (row, 9));
  evidence->added_at = sqlite3_column_int64 (row, 10);

  return evidence;
}

static OctEvidenceLink *
read_link (sqlite3_stmt *row)
{
  OctEvidenceLink *link = oct_evidence_link_new (oct_sql_text (row, 1),
                                                 (const char *) sqlite3_column_text (row, 2),
                                                 oct_sql_text (row, 3),
                                                 (const char *) sqlite3_column_text (row, 4));

  link->id = g_strdup (oct_sql_text (row, 0));

  return link;
}

static gboolean
read_links (OctWorkspace *self, OctEvidence *evidence, sqlite3_stmt *statement, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  sqlite3_reset (statement);
  sqlite3_bind_text (statement, 1, evidence->id, -1, SQLITE_STATIC);
  while (oct_sql_next (self->db, statement, &local_error))
    g_ptr_array_add (evidence->links, read_link (statement));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static sqlite3_stmt *
prepare_links (OctWorkspace *self, GError **error)
{
  return oct_sql_prepare (self->db,
                          "SELECT l.id, l.cycle_id, l.school_id, l.element, l.aspect"
                          " FROM evidence_link l JOIN cycle c ON c.id = l.cycle_id"
                          " WHERE l.evidence_id = ?"
                          " ORDER BY c.starts, l.element, l.school_id, l.aspect, l.id",
                          error);
}

static sqlite3_stmt *
prepare_evidence (OctWorkspace *self, const OctEvidenceFilter *filter, GError **error)
{
  sqlite3_stmt *statement = oct_sql_prepare (
    self->db,
    "SELECT id, kind, name, text, url, object, file_name, size, dated, person_id, added_at"
    " FROM evidence e WHERE (?1 IS NULL OR id = ?1)"
    "  AND ((?2 IS NULL AND ?3 IS NULL AND ?4 IS NULL)"
    "   OR EXISTS (SELECT 1 FROM evidence_link l WHERE l.evidence_id = e.id"
    "    AND (?2 IS NULL OR l.cycle_id = ?2)"
    "    AND (?3 IS NULL OR l.school_id = ?3 OR (?3 = 'trust' AND l.school_id IS NULL))"
    "    AND (?4 IS NULL OR l.element = ?4)))"
    "  AND (?5 IS NULL OR id IN (SELECT evidence_id FROM plan_evidence WHERE plan_id = ?5))"
    " ORDER BY dated DESC, added_at DESC, name COLLATE NOCASE, id",
    error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, filter->id, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, filter->cycle_id, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, filter->school_id, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, filter->element, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 5, filter->plan_id, -1, SQLITE_STATIC);

  return statement;
}

/**
 * oct_workspace_read_evidence:
 * @self: a workspace
 * @filter: which
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type OctEvidence): evidence with all the places at which it
 *   stands, the newest first
 */
GPtrArray *
oct_workspace_read_evidence (OctWorkspace *self, const OctEvidenceFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_evidence_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (sqlite3_stmt) links = NULL;

  g_return_val_if_fail (OCT_IS_WORKSPACE (self), NULL);

  statement = prepare_evidence (self, filter, error);
  links = statement != NULL ? prepare_links (self, error) : NULL;
  if (links == NULL)
    return NULL;
  while (oct_sql_next (self->db, statement, &local_error))
    {
      g_autoptr (OctEvidence) evidence = read_evidence (statement);

      if (filter->text != NULL && !oct_evidence_matches (evidence, filter->text))
        continue;
      if (!read_links (self, evidence, links, error))
        return NULL;
      g_ptr_array_add (found, g_steal_pointer (&evidence));
    }
  if (local_error == NULL)
    return g_steal_pointer (&found);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/* (transfer full): one piece of evidence; %NULL with %OCT_ERROR_NOT_FOUND where it is gone. */
static OctEvidence *
read_one (OctWorkspace *self, const char *id, GError **error)
{
  const OctEvidenceFilter filter = { .id = id };
  g_autoptr (GPtrArray) found = oct_workspace_read_evidence (self, &filter, error);

  if (found == NULL)
    return NULL;
  if (found->len == 1)
    return g_ptr_array_steal_index (found, 0);
  g_set_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND,
               _ ("This evidence is no longer there. Nothing was changed."));

  return NULL;
}

/* Writing. */

static gboolean
put_link (OctEdit *edit, const char *evidence_id, const OctEvidenceLink *link, GError **error)
{
  g_autofree char *id = link->id != NULL ? g_strdup (link->id) : oct_workspace_make_id ();
  const OctCell cells[] = {
    OCT_CELL_TEXT ("evidence_id", NULL, evidence_id),
    OCT_CELL_TEXT ("cycle_id", NULL, link->cycle_id),
    OCT_CELL_TEXT ("school_id", NULL, link->school_id),
    OCT_CELL_TEXT ("element", "element", link->element),
    OCT_CELL_TEXT ("aspect", "aspect", link->aspect),
  };

  return oct_edit_put (edit, "evidence_link", id, cells, G_N_ELEMENTS (cells), error);
}

static gboolean
is_there (GPtrArray *places, const OctEvidenceLink *link)
{
  for (guint i = 0; i < places->len; i++)
    if (oct_evidence_link_is_same_place (g_ptr_array_index (places, i), link))
      return TRUE;

  return FALSE;
}

/* Places at which it stands already, or that are named twice, are left as they are. */
static gboolean
put_links (OctEdit *edit, const char *evidence_id, GPtrArray *there, GPtrArray *links,
           GError **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new ();

  g_ptr_array_extend (places, there, NULL, NULL);
  for (guint i = 0; i < links->len; i++)
    {
      OctEvidenceLink *link = g_ptr_array_index (links, i);

      if (is_there (places, link))
        continue;
      if (!put_link (edit, evidence_id, link, error))
        return FALSE;
      g_ptr_array_add (places, link);
    }

  return TRUE;
}

static gboolean
put_row (OctEdit *edit, const char *id, const OctEvidence *evidence, GError **error)
{
  gint64 added_at = evidence->added_at != 0 ? evidence->added_at
                                            : g_get_real_time () / G_USEC_PER_SEC;
  const OctCell cells[] = {
    OCT_CELL_TEXT ("kind", NULL, oct_evidence_kind_to_key (evidence->kind)),
    OCT_CELL_TEXT ("name", "name", evidence->name),
    OCT_CELL_TEXT ("text", "text", evidence->text),
    OCT_CELL_TEXT ("url", "url", evidence->url),
    OCT_CELL_TEXT ("object", NULL, evidence->object),
    OCT_CELL_TEXT ("file_name", "file_name", evidence->file_name),
    OCT_CELL_NUMBER ("size", NULL, evidence->size),
    OCT_CELL_DATE ("dated", "dated", evidence->dated),
    OCT_CELL_PERSON ("person_id", "added_by", evidence->person_id),
    OCT_CELL_NUMBER ("added_at", NULL, added_at),
  };

  return oct_edit_put (edit, "evidence", id, cells, G_N_ELEMENTS (cells), error);
}

/**
 * oct_workspace_put_evidence:
 * @self: a workspace
 * @info: what history says
 * @evidence: a piece of evidence, new or known
 * @id: (out) (nullable) (transfer full): its id
 * @error: return location for an error
 *
 * Keeps it and adds the places at which it doesn't stand yet; those that are left out of its links
 * stay. The content of a file must have been taken in before.
 *
 * Returns: whether it is kept; %OCT_ERROR_RULE where it lacks something
 */
gboolean
oct_workspace_put_evidence (OctWorkspace *self, const OctEditInfo *info,
                            const OctEvidence *evidence, char **id, GError **error)
{
  g_autoptr (OctEdit) edit = NULL;
  g_autoptr (OctEvidence) known = NULL;
  g_autoptr (GPtrArray) nowhere = g_ptr_array_new ();
  g_autofree char *key = NULL;

  g_return_val_if_fail (OCT_IS_WORKSPACE (self), FALSE);

  if (!oct_evidence_check (evidence, error))
    return FALSE;
  edit = oct_edit_begin (self, info, error);
  if (edit == NULL)
    return FALSE;
  key = evidence->id != NULL ? g_strdup (evidence->id) : oct_workspace_make_id ();
  if (evidence->id != NULL)
    {
      known = read_one (self, key, error);
      if (known == NULL)
        return FALSE;
    }
  if (!put_row (edit, key, evidence, error)
      || !put_links (edit, key, known != NULL ? known->links : nowhere, evidence->links, error)
      || !oct_edit_commit (g_steal_pointer (&edit), error))
    return FALSE;
  if (id != NULL)
    *id = g_steal_pointer (&key);

  return TRUE;
}

/* Where it stands in a plan: those places go with it. */
static gboolean
delete_plan_places (OctEdit *edit, OctWorkspace *self, const char *id, GError **error)
{
  g_autoptr (GPtrArray) places = oct_workspace_read_records (self, &oct_plan_evidence_kind, error);

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const OctPlanEvidence *place = g_ptr_array_index (places, i);

      if (g_str_equal (place->evidence_id, id)
          && !oct_edit_delete (edit, "plan_evidence", place->record.id, error))
        return FALSE;
    }

  return places != NULL;
}

/**
 * oct_workspace_delete_evidence:
 * @self: a workspace
 * @info: what history says
 * @id: a piece of evidence
 * @error: return location for an error
 *
 * Deletes it everywhere it stands. The content of a file stays for as long as the edit can be
 * undone or a backup has it.
 *
 * Returns: whether it is gone
 */
gboolean
oct_workspace_delete_evidence (OctWorkspace *self, const OctEditInfo *info, const char *id,
                               GError **error)
{
  g_autoptr (OctEdit) edit = NULL;
  g_autoptr (OctEvidence) evidence = NULL;

  g_return_val_if_fail (OCT_IS_WORKSPACE (self), FALSE);

  edit = oct_edit_begin (self, info, error);
  evidence = edit != NULL ? read_one (self, id, error) : NULL;
  if (evidence == NULL)
    return FALSE;
  for (guint i = 0; i < evidence->links->len; i++)
    {
      const OctEvidenceLink *link = g_ptr_array_index (evidence->links, i);

      if (!oct_edit_delete (edit, "evidence_link", link->id, error))
        return FALSE;
    }

  if (!delete_plan_places (edit, self, id, error) || !oct_edit_delete (edit, "evidence", id, error)
      || !oct_edit_commit (g_steal_pointer (&edit), error))
    return FALSE;
  self->records_stamp++;

  return TRUE;
}

/**
 * oct_workspace_attach_evidence:
 * @self: a workspace
 * @info: what history says
 * @id: a piece of evidence
 * @links: (element-type OctEvidenceLink): places
 * @error: return location for an error
 *
 * Lets it stand at these places too. A place at which it stands already is left as it is.
 *
 * Returns: whether it does
 */
gboolean
oct_workspace_attach_evidence (OctWorkspace *self, const OctEditInfo *info, const char *id,
                               GPtrArray *links, GError **error)
{
  g_autoptr (OctEdit) edit = NULL;
  g_autoptr (OctEvidence) evidence = NULL;

  g_return_val_if_fail (OCT_IS_WORKSPACE (self), FALSE);

  edit = oct_edit_begin (self, info, error);
  evidence = edit != NULL ? read_one (self, id, error) : NULL;
  if (evidence == NULL)
    return FALSE;

  return put_links (edit, id, evidence->links, links, error)
         && oct_edit_commit (g_steal_pointer (&edit), error);
}

/**
 * oct_workspace_detach_evidence:
 * @self: a workspace
 * @info: what history says
 * @id: a piece of evidence
 * @link_ids: (array zero-terminated=1): ids of its links
 * @error: return location for an error
 *
 * Takes it away from these places; it stays in the workspace, also where it stands nowhere then.
 *
 * Returns: whether it no longer stands there
 */
gboolean
oct_workspace_detach_evidence (OctWorkspace *self, const OctEditInfo *info, const char *id,
                               const char *const *link_ids, GError **error)
{
  g_autoptr (OctEdit) edit = NULL;
  g_autoptr (OctEvidence) evidence = NULL;

  g_return_val_if_fail (OCT_IS_WORKSPACE (self), FALSE);

  edit = oct_edit_begin (self, info, error);
  evidence = edit != NULL ? read_one (self, id, error) : NULL;
  if (evidence == NULL)
    return FALSE;
  for (guint i = 0; i < evidence->links->len; i++)
    {
      const OctEvidenceLink *link = g_ptr_array_index (evidence->links, i);

      if (g_strv_contains (link_ids, link->id)
          && !oct_edit_delete (edit, "evidence_link", link->id, error))
        return FALSE;
    }

  return oct_edit_commit (g_steal_pointer (&edit), error);
}
