/* Periods for which records are kept; see the header.
 *
 * A judgement's period counts from the day it was made, evidence's from the day it speaks of, a
 * plan's from the day it was closed or, if it never was, from its end, a visit's from its day, a
 * concern's from the day it was resolved, support's from its end or the last day it was looked at
 * again, a practice's from the last edit of one that is retired, a risk's from the day it was closed,
 * and a person's from the last edit that touched them. Disposing is an erasure, and so reaches history and the
 * backups too.
 */
#include "oct-workspace-retention.h"

#include <glib/gi18n.h>

#include "oct-error.h"
#include "oct-practice.h"
#include "oct-workspace-private.h"
#include "oct-workspace-remove.h"

/* Plans are kept as long as the judgements whose course they explain, and with them the support that
 * served them, what it brought to others, and the risks; a visit as long as the evidence it is. A concern that was resolved three years ago says nothing of the school any more. */
static const struct
{
  const char *key;
  const char *text;
  guint months;
} kinds[OCT_N_RETENTION_KINDS] = {
  { "judgement", N_("Reasons of judgements"), 84 },
  { "evidence", N_("Evidence"), 36 },
  { "plan", N_("Plans and their reviews"), 84 },
  { "visit", N_("Visits"), 36 },
  { "concern", N_("Concerns"), 36 },
  { "support", N_("Support and what was learnt"), 84 },
  { "practice", N_("Practices that are retired"), 84 },
  { "risk", N_("Risks that are closed"), 84 },
  { "history", N_("History"), 84 },
  { "person", N_("People to whom nothing refers"), 12 },
};

/**
 * oct_retention_kind_to_text:
 * @kind: a kind of record
 *
 * Returns: (transfer none): its name for people
 */
const char *
oct_retention_kind_to_text (OctRetentionKind kind)
{
  return _(kinds[kind].text);
}

/**
 * oct_retention_default_months:
 * @kind: a kind of record
 *
 * Returns: how many months it is kept where the trust hasn't said otherwise
 */
guint
oct_retention_default_months (OctRetentionKind kind)
{
  return kinds[kind].months;
}

/**
 * oct_due_record_free:
 * @record: (transfer full): a record
 */
void
oct_due_record_free (OctDueRecord *record)
{
  g_free (record->id);
  g_free (record->name);
  g_free (record->element);
  g_free (record);
}

/**
 * oct_workspace_read_retention:
 * @self: a workspace
 * @months: (out): for each kind of record, how many months it is kept
 * @error: return location for an error
 *
 * Returns: whether they could be read
 */
gboolean
oct_workspace_read_retention (OctWorkspace *self, guint months[OCT_N_RETENTION_KINDS],
                              GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = NULL;

  g_return_val_if_fail (OCT_IS_WORKSPACE (self), FALSE);

  for (guint i = 0; i < OCT_N_RETENTION_KINDS; i++)
    months[i] = kinds[i].months;
  row = oct_sql_prepare (self->db, "SELECT kind, months FROM retention", error);
  if (row == NULL)
    return FALSE;
  while (oct_sql_next (self->db, row, &local_error))
    for (guint i = 0; i < OCT_N_RETENTION_KINDS; i++)
      if (g_str_equal (oct_sql_text (row, 0), kinds[i].key))
        months[i] = (guint) CLAMP (sqlite3_column_int64 (row, 1), 1, 1200);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * oct_workspace_put_retention:
 * @self: a workspace
 * @info: what history says
 * @kind: a kind of record
 * @months: how long it is kept, from 1 to 1,200
 * @error: return location for an error
 *
 * Returns: whether this is kept
 */
gboolean
oct_workspace_put_retention (OctWorkspace *self, const OctEditInfo *info, OctRetentionKind kind,
                             guint months, GError **error)
{
  g_autoptr (OctEdit) edit = NULL;
  const OctCell cells[] = {
    OCT_CELL_TEXT ("kind", NULL, kinds[kind].key),
    OCT_CELL_NUMBER ("months", "months", months),
  };

  g_return_val_if_fail (OCT_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (months >= 1 && months <= 1200, FALSE);

  edit = oct_edit_begin (self, info, error);

  /* One row for each kind, also where two windows set it at once. */
  return edit != NULL
         && oct_edit_put (edit, "retention", kinds[kind].key, cells, G_N_ELEMENTS (cells), error)
         && oct_edit_commit (g_steal_pointer (&edit), error);
}

/* @date so many months later or, below 0, earlier; the last of a month where it is shorter. */
static OctDate
add_months (OctDate date, int months)
{
  int count = (date / 10000) * 12 + (date / 100 % 100 - 1) + months;
  int year = count / 12;
  int month = count % 12 + 1;
  int days = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) CLAMP (year, 1, 9999));

  return year * 10000 + month * 100 + MIN (date % 100, days);
}

/* What is due has been dated on or before the cut of its kind. */
typedef struct
{
  OctWorkspace *workspace;
  guint months[OCT_N_RETENTION_KINDS];
  OctDate cut[OCT_N_RETENTION_KINDS];
  GPtrArray *records;
} Due;

/* Rows of id, name, element, day, count; ?1 is the cut. */
static gboolean
add_due (Due *due, OctRetentionKind kind, const char *sql, GError **error)
{
  sqlite3 *db = due->workspace->db;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (db, sql, error);

  if (row == NULL)
    return FALSE;
  sqlite3_bind_int (row, 1, due->cut[kind]);
  if (sqlite3_bind_parameter_count (row) > 1)
    sqlite3_bind_text (row, 2, OCT_DISPOSED_TEXT, -1, SQLITE_STATIC);
  while (oct_sql_next (db, row, &local_error))
    {
      OctDueRecord *record = g_new0 (OctDueRecord, 1);

      record->kind = kind;
      record->id = g_strdup (oct_sql_text (row, 0));
      record->name = g_strdup (oct_sql_text (row, 1));
      record->element = g_strdup (oct_sql_text (row, 2));
      record->dated = sqlite3_column_int (row, 3);
      record->due = add_months (record->dated, (int) due->months[kind]);
      record->count = (guint) sqlite3_column_int64 (row, 4);
      g_ptr_array_add (due->records, record);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

#define DAY_OF(seconds) "CAST (strftime ('%Y%m%d', " seconds ", 'unixepoch') AS INTEGER)"

static const char *const due_sql[OCT_N_RETENTION_KINDS] = {
  "SELECT * FROM (SELECT j.id, c.name || coalesce (' · ' || s.name, ''), j.element,"
  "  CASE WHEN j.judged_on > 0 THEN j.judged_on ELSE c.ends END AS day, 1"
  " FROM judgement j JOIN cycle c ON c.id = j.cycle_id LEFT JOIN school s ON s.id = j.school_id"
  " WHERE j.reason || j.gives || j.gains NOT IN ('', ?2))"
  " WHERE day <= ?1 ORDER BY day, 2",

  "SELECT * FROM (SELECT id, name, '', CASE WHEN dated > 0 THEN dated ELSE " DAY_OF (
    "added_at") " END AS day, 1 FROM evidence) WHERE day <= ?1 ORDER BY day, 2",

  "SELECT * FROM (SELECT p.id, p.title || coalesce (' · ' || s.name, ''), '',"
  "  coalesce ((SELECT max (changed_on) FROM plan_step WHERE plan_id = p.id"
  "   AND p.status IN (4, 5) AND to_status IN (4, 5)), (p.ends + 1) * 10000 + 831) AS day, 1"
  " FROM plan p LEFT JOIN school s ON s.id = p.school_id WHERE p.template = 0"
  "  AND (p.need NOT IN ('', ?2) OR EXISTS (SELECT 1 FROM objective o WHERE o.plan_id = p.id"
  "   AND o.statement <> ?2) OR EXISTS (SELECT 1 FROM review r WHERE r.plan_id = p.id"
  "   AND r.title || r.role || r.next_steps <> '' AND ?2 NOT IN (r.title, r.role, r.next_steps))))"
  " WHERE day <= ?1 ORDER BY day, 2",

  "SELECT v.id, s.name, '', v.visited_on, 1 FROM visit v JOIN school s ON s.id = v.school_id"
  " WHERE v.visited_on <= ?1 ORDER BY v.visited_on, 2",

  "SELECT c.id, c.summary || ' · ' || s.name, '', c.resolved_on, 1"
  " FROM concern c JOIN school s ON s.id = c.school_id"
  " WHERE c.resolved_on > 0 AND c.summary <> ?2 AND c.resolved_on <= ?1"
  " ORDER BY c.resolved_on, 2",

  /* The days that somebody outside had to give are named by them, too. */
  "SELECT * FROM (SELECT s.id, s.support || ' · ' || r.name, '', max (s.ends, s.starts, s.needed_on,"
  "  coalesce ((SELECT max (max (c.due, c.done_on)) FROM recheck c WHERE c.support_id = s.id), 0))"
  "  AS day, 1 FROM support s JOIN school r ON r.id = s.school_id"
  " WHERE s.support <> ?2 OR s.giver_name NOT IN ('', ?2) OR s.learnt NOT IN ('', ?2)"
  "  OR EXISTS (SELECT 1 FROM recheck c WHERE c.support_id = s.id AND c.note NOT IN ('', ?2))"
  " UNION ALL SELECT id, giver_name, '', ends, 1 FROM capacity"
  "  WHERE giver = 2 AND giver_name NOT IN ('', ?2))"
  " WHERE day > 0 AND day <= ?1 ORDER BY day, 2",

  "SELECT * FROM (SELECT p.id, p.title, '', max (p.versioned_on,"
  "  coalesce ((SELECT " DAY_OF (
    "max (e.at)") " FROM edit e JOIN edit_change c ON c.seq = e.seq"
                  "   WHERE c.record_id = p.id), 0)) AS day, 1 FROM practice p WHERE p.retired = 1"
                  "  AND (EXISTS (SELECT 1 FROM practice_version v WHERE v.practice_id = p.id"
                  "   AND v.text NOT IN ('', ?2)) OR EXISTS (SELECT 1 FROM practice_use u"
                  "   WHERE u.practice_id = p.id AND u.outcome NOT IN ('', ?2))%s))"
                  " WHERE day <= ?1 ORDER BY day, 2",

  "SELECT id, CASE WHEN reference <> '' THEN reference || ' · ' ELSE '' END || title, '', closed_on,"
  "  1 FROM risk WHERE closed_on > 0 AND title <> ?2 AND closed_on <= ?1 ORDER BY closed_on, 2",

  "SELECT '', '', '', min (day), count (*) FROM (SELECT " DAY_OF (
    "at") " AS day FROM edit) WHERE day <= ?1 HAVING count (*) > 0",

  /* The person's references are put in for %s; a practice's words above. */
  "SELECT * FROM (SELECT id, CASE WHEN name <> '' THEN name ELSE post END, '',"
  "  coalesce ((SELECT " DAY_OF (
    "max (e.at)") " FROM edit e JOIN edit_change c ON c.seq = e.seq"
                  "   WHERE c.record_id = p.id), ?1) AS day, 1"
                  " FROM person p WHERE TRUE%s) WHERE day <= ?1 ORDER BY day, 2",
};

/* (transfer full): " AND id NOT IN (…)" for every column that refers to a person: those that the
 * tables declare, and those of history, whose people may be gone. */
static char *
make_references (OctWorkspace *self, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (
    self->db,
    "SELECT m.name, f.\"from\" FROM sqlite_schema m, pragma_foreign_key_list (m.name) f"
    " WHERE m.type = 'table' AND f.\"table\" = 'person'"
    " UNION VALUES ('edit', 'person_id'), ('edit', 'undone_by')",
    error);

  if (row == NULL)
    return NULL;
  while (oct_sql_next (self->db, row, &local_error))
    {
      const char *column = oct_sql_text (row, 1);

      g_string_append_printf (sql,
                              " AND id NOT IN (SELECT \"%s\" FROM \"%s\" WHERE \"%s\" IS NOT NULL)",
                              column, oct_sql_text (row, 0), column);
    }
  if (local_error == NULL)
    return g_strdup (sql->str);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static gboolean
add_due_people (Due *due, GError **error)
{
  g_autofree char *references = make_references (due->workspace, error);
  g_autoptr (GString) sql = g_string_new (due_sql[OCT_RETENTION_PEOPLE]);

  if (references == NULL)
    return FALSE;
  g_string_replace (sql, "%s", references, 1);

  return add_due (due, OCT_RETENTION_PEOPLE, sql->str, error);
}

static gboolean
add_due_practices (Due *due, GError **error)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) sql = g_string_new (due_sql[OCT_RETENTION_PRACTICES]);

  for (const OctRecordField *field = oct_practice_kind.fields; field->name != NULL; field++)
    if (oct_erasure_takes_field (&oct_practice_kind, field))
      g_string_append_printf (words, " OR p.\"%s\" NOT IN ('', ?2)", field->name);
  g_string_replace (sql, "%s", words->str, 1);

  return add_due (due, OCT_RETENTION_PRACTICES, sql->str, error);
}

static gboolean
add_due_kind (Due *due, OctRetentionKind kind, GError **error)
{
  if (kind == OCT_RETENTION_PEOPLE)
    return add_due_people (due, error);
  if (kind == OCT_RETENTION_PRACTICES)
    return add_due_practices (due, error);

  return add_due (due, kind, due_sql[kind], error);
}

/**
 * oct_workspace_read_due:
 * @self: a workspace
 * @today: the day
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type OctDueRecord): what is past its period, kind by kind, the
 *   longest due first
 */
GPtrArray *
oct_workspace_read_due (OctWorkspace *self, OctDate today, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_due_record_free);
  Due due = { .workspace = self, .records = records };

  g_return_val_if_fail (OCT_IS_WORKSPACE (self), NULL);

  if (!oct_workspace_read_retention (self, due.months, error))
    return NULL;
  for (guint i = 0; i < OCT_N_RETENTION_KINDS; i++)
    {
      due.cut[i] = add_months (today, -(int) due.months[i]);
      if (!add_due_kind (&due, (OctRetentionKind) i, error))
        return NULL;
    }

  return g_steal_pointer (&records);
}

/* The first second after the last day whose edits are past their period. */
static gint64
end_of_history (OctWorkspace *self, OctDate today, GError **error)
{
  guint months[OCT_N_RETENTION_KINDS];
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GDateTime) next = NULL;
  OctDate cut;

  if (!oct_workspace_read_retention (self, months, error))
    return -1;
  cut = add_months (today, -(int) months[OCT_RETENTION_HISTORY]);
  day = g_date_time_new_utc (cut / 10000, cut / 100 % 100, cut % 100, 0, 0, 0);
  next = g_date_time_add_days (day, 1);

  return g_date_time_to_unix (next);
}

/**
 * oct_workspace_dispose:
 * @self: a workspace
 * @info: what history says: that it was done, and not of what
 * @records: (element-type OctDueRecord): what goes
 * @unread: (out) (nullable) (transfer full) (element-type filename): files among the backups that
 *   couldn't be rewritten
 * @cancellable: (nullable): stops before the workspace itself is changed
 * @error: return location for an error
 *
 * Disposes of records for good, in history and backups too. The words of a judgement go and its stage
 * stays, those of plans, concerns, support, practices and risks go and their ratings, days and steps
 * stay, those of what was deleted from them too; evidence goes with its file, a visit with what was
 * agreed; of history, whatever is past its period today.
 *
 * Returns: whether they are gone
 */
gboolean
oct_workspace_dispose (OctWorkspace *self, const OctEditInfo *info, GPtrArray *records,
                       GPtrArray **unread, GCancellable *cancellable, GError **error)
{
  g_autoptr (OctErasure) erasure = NULL;

  g_return_val_if_fail (OCT_IS_WORKSPACE (self), FALSE);

  erasure = oct_erasure_new (OCT_DISPOSED_TEXT,
                             _("Records were disposed of for good, so nothing up to this point can "
                               "be undone any more. You can still change it by hand."));
  for (guint i = 0; i < records->len; i++)
    {
      const OctDueRecord *record = g_ptr_array_index (records, i);

      if (record->kind != OCT_RETENTION_HISTORY)
        g_hash_table_add (erasure->ids, g_strdup (record->id));
      else
        erasure->history_before = end_of_history (self, oct_date_today (), error);
      if (erasure->history_before < 0)
        return FALSE;
    }

  return oct_workspace_erase (self, erasure, info, unread, cancellable, error);
}
