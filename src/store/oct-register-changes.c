/* What counts as a change between two releases of the register, and how it is written down.
 *
 * Only fields that both files state are compared, and each change holds both values in the
 * publisher's words, the date of the file that said the first and the date of the one that says
 * the second.
 */

#include "oct-register-builder-private.h"

#include <string.h>

#include "oct-vocabulary.h"

typedef struct
{
  guint32 urn;
  OctChangeKind kind;
  char *before;
  char *after;
  guint32 uid_before;
  guint32 uid_after;
  OctDate date_before;
} Change;

static char *
new_text (OctRegisterBuilder *self, const OctValue *values, OctField field)
{
  const OctValue *value = self->position[field] >= 0 ? &values[self->position[field]] : NULL;

  if (value == NULL || value->kind == OCT_VALUE_NONE)
    return g_strdup ("");
  if (value->kind == OCT_VALUE_NUMBER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value->number);

  return g_strndup (value->text, (gsize) value->length);
}

static char *
old_text (sqlite3_stmt *old, OctField field)
{
  return g_strdup (oct_sql_text (old, field));
}

static guint32
new_number (OctRegisterBuilder *self, const OctValue *values, OctField field)
{
  const OctValue *value = self->position[field] >= 0 ? &values[self->position[field]] : NULL;

  return value != NULL && value->kind == OCT_VALUE_NUMBER ? (guint32) value->number : 0;
}

static char *
join_name (const char *title, const char *first, const char *last)
{
  GString *name = g_string_new (NULL);
  const char *parts[] = { title, first, last };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i][0] != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", parts[i]);

  return g_string_free (name, FALSE);
}

/* When the field was last stated for a row of that set of sources; unknown when it never was. */
static gboolean
find_date_stated (OctRegisterBuilder *self, guint source_set, OctField field, OctDate *date,
                  GError **error)
{
  *date = OCT_DATE_UNKNOWN;

  if (self->get == NULL)
    self->get = oct_sql_prepare (
      self->db,
      "SELECT published FROM main.source WHERE instr (',' || (SELECT members FROM main.source_set WHERE id = ?1) || ',',"
      " ',' || id || ',') AND instr (',' || fields || ',', ',' || ?2 || ',') ORDER BY id DESC LIMIT 1",
      error);
  if (self->get == NULL)
    return FALSE;

  sqlite3_bind_int64 (self->get, 1, source_set);
  sqlite3_bind_text (self->get, 2, oct_field_name (field), -1, SQLITE_STATIC);
  if (sqlite3_step (self->get) == SQLITE_ROW)
    *date = sqlite3_column_int (self->get, 0);
  sqlite3_reset (self->get);

  return TRUE;
}

static gboolean
write_change (OctRegisterBuilder *self, const Change *change, const char *school, GError **error)
{
  if (self->insert_change == NULL)
    self->insert_change = oct_sql_prepare (
      self->db,
      "INSERT INTO main.change (urn, school, kind, before, after, uid_before, uid_after, date_before, date_after)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
      error);
  if (self->insert_change == NULL)
    return FALSE;

  sqlite3_bind_int64 (self->insert_change, 1, change->urn);
  sqlite3_bind_text (self->insert_change, 2, school, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->insert_change, 3, oct_change_kind_key (change->kind), -1, SQLITE_STATIC);
  sqlite3_bind_text (self->insert_change, 4, change->before, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->insert_change, 5, change->after, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (self->insert_change, 6, change->uid_before);
  sqlite3_bind_int64 (self->insert_change, 7, change->uid_after);
  sqlite3_bind_int64 (self->insert_change, 8, change->date_before);
  sqlite3_bind_int64 (self->insert_change, 9, self->published);

  return oct_sql_step_done (self->db, self->insert_change, error);
}

static gboolean
record (OctRegisterBuilder *self, guint32 urn, OctChangeKind kind, OctField field,
        const char *before, const char *after, guint32 uid_before, guint32 uid_after,
        const char *school, sqlite3_stmt *old, GError **error)
{
  Change change = { urn,        kind,      (char *) before, (char *) after,
                    uid_before, uid_after, OCT_DATE_UNKNOWN };

  if (!find_date_stated (self, (guint) sqlite3_column_int (old, OCT_COLUMN_SOURCE_SET), field,
                         &change.date_before, error))
    return FALSE;
  /* A field that no earlier file stated has not changed: it has become known. */
  if (change.date_before == OCT_DATE_UNKNOWN)
    return TRUE;

  return write_change (self, &change, school, error);
}

static gboolean
record_text (OctRegisterBuilder *self, guint32 urn, OctChangeKind kind, OctField field,
             const OctValue *values, sqlite3_stmt *old, const char *school, GError **error)
{
  g_autofree char *before = old_text (old, field);
  g_autofree char *after = new_text (self, values, field);

  if (self->position[field] < 0 || g_str_equal (before, after))
    return TRUE;

  return record (self, urn, kind, field, before, after, 0, 0, school, old, error);
}

static gboolean
record_status (OctRegisterBuilder *self, guint32 urn, const OctValue *values, sqlite3_stmt *old,
               const char *school, GError **error)
{
  g_autofree char *before = old_text (old, OCT_FIELD_STATUS);
  g_autofree char *after = new_text (self, values, OCT_FIELD_STATUS);
  OctStatus was = oct_status_from_name (before);
  OctStatus is = oct_status_from_name (after);
  OctChangeKind kind = OCT_CHANGE_STATUS;
  guint32 uid = (guint32) sqlite3_column_int64 (old, OCT_FIELD_TRUST_UID);

  if (self->position[OCT_FIELD_STATUS] < 0 || g_str_equal (before, after))
    return TRUE;

  if (is == OCT_STATUS_CLOSED)
    kind = OCT_CHANGE_CLOSED;
  else if (oct_status_is_open (is) && !oct_status_is_open (was))
    {
      kind = OCT_CHANGE_OPENED;
      uid = new_number (self, values, OCT_FIELD_TRUST_UID);
    }

  return record (self, urn, kind, OCT_FIELD_STATUS, before, after, uid, uid, school, old, error);
}

static gboolean
record_trust (OctRegisterBuilder *self, guint32 urn, const OctValue *values, sqlite3_stmt *old,
              const char *school, GError **error)
{
  g_autofree char *before = old_text (old, OCT_FIELD_TRUST);
  g_autofree char *after = new_text (self, values, OCT_FIELD_TRUST);
  guint32 was = (guint32) sqlite3_column_int64 (old, OCT_FIELD_TRUST_UID);
  guint32 is = new_number (self, values, OCT_FIELD_TRUST_UID);
  OctChangeKind kind = was == 0  ? OCT_CHANGE_JOINED_TRUST
                       : is == 0 ? OCT_CHANGE_LEFT_TRUST
                                 : OCT_CHANGE_MOVED_TRUST;

  if (self->position[OCT_FIELD_TRUST_UID] < 0 || was == is)
    return TRUE;

  return record (self, urn, kind, OCT_FIELD_TRUST_UID, before, after, was, is, school, old, error);
}

/* A new title alone is no new head; a head who isn't stated any more is not a change of head. */
static gboolean
record_head (OctRegisterBuilder *self, guint32 urn, const OctValue *values, sqlite3_stmt *old,
             const char *school, GError **error)
{
  g_autofree char *old_first = old_text (old, OCT_FIELD_HEAD_FIRST_NAME);
  g_autofree char *old_last = old_text (old, OCT_FIELD_HEAD_LAST_NAME);
  g_autofree char *first = new_text (self, values, OCT_FIELD_HEAD_FIRST_NAME);
  g_autofree char *last = new_text (self, values, OCT_FIELD_HEAD_LAST_NAME);
  g_autofree char *title = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (self->position[OCT_FIELD_HEAD_LAST_NAME] < 0 || (first[0] == '\0' && last[0] == '\0')
      || (g_str_equal (old_first, first) && g_str_equal (old_last, last)))
    return TRUE;

  title = new_text (self, values, OCT_FIELD_HEAD_TITLE);
  before = join_name (oct_sql_text (old, OCT_FIELD_HEAD_TITLE), old_first, old_last);
  after = join_name (title, first, last);
  return record (self, urn, OCT_CHANGE_HEAD, OCT_FIELD_HEAD_LAST_NAME, before, after, 0, 0, school,
                 old, error);
}

/**
 * oct_builder_record_changes:
 * @self: a builder
 * @urn: the establishment
 * @values: what is stated now
 * @old: what was known, standing on its row
 * @error: return location
 *
 * Returns: %TRUE when every change has been written down
 */
gboolean
oct_builder_record_changes (OctRegisterBuilder *self, guint32 urn, const OctValue *values,
                            sqlite3_stmt *old, GError **error)
{
  g_autofree char *school = new_text (self, values, OCT_FIELD_NAME);

  return record_status (self, urn, values, old, school, error)
         && record_text (self, urn, OCT_CHANGE_RENAMED, OCT_FIELD_NAME, values, old, school, error)
         && record_trust (self, urn, values, old, school, error)
         && record_head (self, urn, values, old, school, error)
         && record_text (self, urn, OCT_CHANGE_PHASE, OCT_FIELD_PHASE, values, old, school, error)
         && record_text (self, urn, OCT_CHANGE_CAPACITY, OCT_FIELD_CAPACITY, values, old, school,
                         error);
}

static gboolean
find_date_of_last_complete (OctRegisterBuilder *self, OctDate *date, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = oct_sql_prepare (
    self->db,
    "SELECT published FROM main.source WHERE complete AND id < ?1 ORDER BY id DESC LIMIT 1", error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, self->source_id);
  *date = sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int (statement, 0)
                                                 : OCT_DATE_UNKNOWN;
  return TRUE;
}

/**
 * oct_builder_record_arrival:
 * @self: a builder
 * @urn: an establishment that no earlier file states
 * @values: what is stated of it
 * @error: return location
 *
 * An establishment is new only against an earlier file that listed them all.
 *
 * Returns: %TRUE on success
 */
gboolean
oct_builder_record_arrival (OctRegisterBuilder *self, guint32 urn, const OctValue *values,
                            GError **error)
{
  g_autofree char *school = NULL;
  g_autofree char *status = NULL;
  g_autofree char *trust = NULL;
  guint32 uid;
  Change change = { urn, OCT_CHANGE_ADDED, (char *) "", NULL, 0, 0, OCT_DATE_UNKNOWN };

  if (!self->had_complete)
    return TRUE;

  school = new_text (self, values, OCT_FIELD_NAME);
  status = new_text (self, values, OCT_FIELD_STATUS);
  trust = new_text (self, values, OCT_FIELD_TRUST);
  uid = new_number (self, values, OCT_FIELD_TRUST_UID);
  change.after = status;
  change.uid_after = uid;
  if (!find_date_of_last_complete (self, &change.date_before, error))
    return FALSE;

  if (oct_status_is_open (oct_status_from_name (status)))
    change.kind = OCT_CHANGE_OPENED;
  if (!write_change (self, &change, school, error))
    return FALSE;

  if (change.kind != OCT_CHANGE_OPENED || uid == 0)
    return TRUE;

  change.kind = OCT_CHANGE_JOINED_TRUST;
  change.after = trust;
  return write_change (self, &change, school, error);
}

/**
 * oct_builder_record_delisting:
 * @self: a builder
 * @old: an establishment that a complete file no longer lists
 * @error: return location
 *
 * Returns: %TRUE on success
 */
gboolean
oct_builder_record_delisting (OctRegisterBuilder *self, sqlite3_stmt *old, GError **error)
{
  g_autofree char *school = old_text (old, OCT_FIELD_NAME);
  g_autofree char *before = old_text (old, OCT_FIELD_STATUS);
  guint32 uid = (guint32) sqlite3_column_int64 (old, OCT_FIELD_TRUST_UID);

  return record (self, (guint32) sqlite3_column_int64 (old, OCT_FIELD_URN), OCT_CHANGE_STATUS,
                 OCT_FIELD_STATUS, before, "No longer listed", uid, uid, school, old, error);
}
