/* Accepting what the register says: one edit, and a barrier; see the header.
 *
 * Nothing is deleted. A school that is no longer in the trust gets the day on which that ended; a
 * URN that ended, or was followed by another, stays in the school's line. A school that became
 * part of another one has that one's URN in its line from and to the same day, so that both
 * histories are found from it.
 */
#include "oct-workspace-accept.h"

#include <glib/gi18n.h>

#include "oct-workspace-private.h"

/* Ends the URN that the school has now. */
static gboolean
end_urn (OctEdit *edit, OctWorkspace *self, const char *school_id, OctDate on, GError **error)
{
  const OctCell ends[] = { OCT_CELL_DATE ("to_date", NULL, on) };
  g_autoptr (GError) local_error = NULL;
  g_autofree char *id = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (
    self->db, "SELECT id FROM school_urn WHERE school_id = ? AND to_date = 0", error);

  if (row == NULL)
    return FALSE;
  sqlite3_bind_text (row, 1, school_id, -1, SQLITE_STATIC);
  if (oct_sql_next (self->db, row, &local_error))
    id = g_strdup (oct_sql_text (row, 0));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return id == NULL || oct_edit_put (edit, "school_urn", id, ends, G_N_ELEMENTS (ends), error);
}

static gboolean
put_became (OctEdit *edit, const OctAcceptedSchool *accepted, GError **error)
{
  g_autofree char *id = oct_workspace_make_id ();
  const OctCell cells[] = {
    OCT_CELL_TEXT ("school_id", NULL, accepted->school->id),
    OCT_CELL_NUMBER ("urn", NULL, accepted->became),
    OCT_CELL_DATE ("from_date", NULL, accepted->on),
    OCT_CELL_DATE ("to_date", NULL, accepted->on),
  };

  return oct_edit_put (edit, "school_urn", id, cells, G_N_ELEMENTS (cells), error);
}

static gboolean
put_school (OctEdit *edit, OctWorkspace *self, const OctAcceptedSchool *accepted, GError **error)
{
  return oct_edit_put_school (edit, self, accepted->school, accepted->on, error)
         && (!accepted->ended || end_urn (edit, self, accepted->school->id, accepted->on, error))
         && (accepted->became == 0 || put_became (edit, accepted, error));
}

/* The purpose isn't the register's, and stays. */
static gboolean
put_trust (OctEdit *edit, const OctOwnTrust *trust, GError **error)
{
  const OctCell cells[] = {
    OCT_CELL_TEXT ("name", "name", trust->name),
    OCT_CELL_DATE ("as_at", NULL, trust->as_at),
  };

  return oct_edit_put (edit, "trust", trust->id, cells, G_N_ELEMENTS (cells), error);
}

static gboolean
put_all (OctEdit *edit, OctWorkspace *self, const OctDecision *decisions, guint n_decisions,
         GError **error)
{
  g_autoptr (OctOwnTrust) trust = oct_workspace_read_trust (self, error);
  g_autoptr (GPtrArray) schools = trust != NULL ? oct_workspace_read_schools (self, TRUE, error)
                                                : NULL;
  g_autoptr (OctAccepted) accepted = NULL;

  if (schools == NULL)
    return FALSE;
  accepted = oct_accept_differences (trust, schools, decisions, n_decisions);
  if (!put_trust (edit, accepted->trust, error))
    return FALSE;
  for (guint i = 0; i < accepted->schools->len; i++)
    if (!put_school (edit, self, g_ptr_array_index (accepted->schools, i), error))
      return FALSE;

  return TRUE;
}

/**
 * oct_workspace_accept:
 * @self: a workspace
 * @info: what history says
 * @decisions: (array length=n_decisions): what is accepted
 * @n_decisions: how many, at least one
 * @error: return location for an error
 *
 * Accepts differences as one edit, which can't be undone, nor anything before it: undoing what was
 * judged of a school under another URN, or of one that has left since, would say what never was.
 *
 * Returns: whether they are accepted
 */
gboolean
oct_workspace_accept (OctWorkspace *self, const OctEditInfo *info, const OctDecision *decisions,
                      guint n_decisions, GError **error)
{
  g_autoptr (OctEdit) edit = NULL;

  g_return_val_if_fail (OCT_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (n_decisions > 0, FALSE);

  edit = oct_edit_begin (self, info, error);
  if (edit == NULL || !put_all (edit, self, decisions, n_decisions, error))
    return FALSE;
  oct_edit_set_barrier (edit, _("What the register says was accepted, which can’t be undone."));

  return oct_edit_commit (g_steal_pointer (&edit), error);
}
