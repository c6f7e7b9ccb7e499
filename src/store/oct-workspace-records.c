/* Reading and writing records by the description of their kind; see the header. */

#include "oct-workspace-records.h"

#include <math.h>

#include "oct-workspace-private.h"

/* Reading. */

static char *
make_select (const OctRecordKind *kind, gboolean one)
{
  GString *sql = g_string_new ("SELECT id");

  for (const OctRecordField *field = kind->fields; field->name != NULL; field++)
    g_string_append_printf (sql, ", %s", field->name);
  g_string_append_printf (sql, " FROM %s %s %s", kind->table, one ? "WHERE" : "ORDER BY",
                          one ? "id = ?" : kind->order);

  return g_string_free (sql, FALSE);
}

static void
read_field (OctRecord *record, const OctRecordField *field, sqlite3_stmt *row, int column)
{
  switch (field->type)
    {
    case OCT_RECORD_TEXT:
    case OCT_RECORD_KEY:
    case OCT_RECORD_REF:
    case OCT_RECORD_PERSON:
      oct_record_set_text (record, field, (const char *) sqlite3_column_text (row, column));
      return;
    case OCT_RECORD_DECIMAL:
      oct_record_set_decimal (record, field,
                              sqlite3_column_type (row, column) == SQLITE_NULL
                                ? NAN
                                : sqlite3_column_double (row, column));
      return;
    default:
      oct_record_set_number (record, field, sqlite3_column_int64 (row, column));
    }
}

/* A choice that isn't one, as only a file from elsewhere has it, is the first. */
static void
check_choice (OctRecord *record, const OctRecordField *field)
{
  gint64 choice = oct_record_get_number (record, field);

  if (choice < 0 || choice >= (gint64) oct_choice_count (field->choices))
    oct_record_set_number (record, field, 0);
}

static OctRecord *
read_record (const OctRecordKind *kind, sqlite3_stmt *row)
{
  OctRecord *record = oct_record_new (kind);
  int column = 1;

  record->id = g_strdup (oct_sql_text (row, 0));
  for (const OctRecordField *field = kind->fields; field->name != NULL; field++)
    {
      read_field (record, field, row, column++);
      if (field->type == OCT_RECORD_CHOICE)
        check_choice (record, field);
    }

  return record;
}

/**
 * oct_workspace_read_records:
 * @self: a workspace
 * @kind: a kind of record
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type OctRecord): all records of the kind, in its order
 */
GPtrArray *
oct_workspace_read_records (OctWorkspace *self, const OctRecordKind *kind, GError **error)
{
  g_autofree char *sql = make_select (kind, FALSE);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (oct_record_unref);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) row = NULL;

  g_return_val_if_fail (OCT_IS_WORKSPACE (self), NULL);

  row = oct_sql_prepare (self->db, sql, error);
  if (row == NULL)
    return NULL;
  while (oct_sql_next (self->db, row, &local_error))
    g_ptr_array_add (records, read_record (kind, row));
  if (local_error == NULL)
    return g_steal_pointer (&records);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static OctPlanBook *
read_book (OctWorkspace *self, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; oct_record_kinds[i] != NULL; i++)
    {
      GPtrArray *records = oct_workspace_read_records (self, oct_record_kinds[i], error);

      if (records == NULL)
        return NULL;
      g_ptr_array_add (all, records);
    }

  return oct_plan_book_new (all);
}

/**
 * oct_workspace_read_plan_book:
 * @self: a workspace
 * @error: return location for an error
 *
 * The book is kept, and read again only after a change that didn't go through
 * oct_workspace_change_records().
 *
 * Returns: (transfer full): all records of plans and what belongs to them
 */
OctPlanBook *
oct_workspace_read_plan_book (OctWorkspace *self, GError **error)
{
  OctPlanBook *book;

  g_return_val_if_fail (OCT_IS_WORKSPACE (self), NULL);

  if (self->plans != NULL && self->plans_stamp == self->records_stamp)
    return OCT_PLAN_BOOK (g_object_ref (self->plans));
  book = read_book (self, error);
  if (book == NULL)
    return NULL;
  g_set_object (&self->plans, G_OBJECT (book));
  self->plans_stamp = self->records_stamp;

  return book;
}

/* The kept book goes on from a change, where it was up to date. */
static void
apply_to_book (OctWorkspace *self, const OctRecordChange *change)
{
  g_autoptr (OctPlanBook) book = NULL;

  if (self->plans != NULL && self->plans_stamp == self->records_stamp)
    {
      book = oct_plan_book_apply (OCT_PLAN_BOOK (self->plans), change);
      g_set_object (&self->plans, G_OBJECT (book));
      self->plans_stamp = self->records_stamp + 1;
    }
  self->records_stamp++;
}

/* A row as it is now: put, or gone. */
static gboolean
follow_row (OctWorkspace *self, const OctRecordKind *kind, const char *id, OctRecordChange *change)
{
  g_autofree char *sql = make_select (kind, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (self->db, sql, NULL);
  OctRecord *gone = oct_plan_book_find (OCT_PLAN_BOOK (self->plans), kind, id);

  if (row == NULL)
    return FALSE;
  sqlite3_bind_text (row, 1, id, -1, SQLITE_STATIC);
  if (oct_sql_next (self->db, row, &error))
    oct_record_change_put (change, read_record (kind, row));
  else if (error == NULL && gone != NULL)
    oct_record_change_delete (change, gone);

  return error == NULL;
}

static gboolean
follow_rows (OctWorkspace *self, sqlite3_changeset_iter *iterator, OctRecordChange *change)
{
  while (sqlite3changeset_next (iterator) == SQLITE_ROW)
    {
      const OctRecordKind *kind;
      sqlite3_value *id = NULL;
      const char *table;
      int n_columns;
      int operation;

      if (sqlite3changeset_op (iterator, &table, &n_columns, &operation, NULL) != SQLITE_OK)
        return FALSE;
      kind = oct_record_kind_find (table);
      if (kind == NULL)
        continue;
      if (operation == SQLITE_INSERT)
        sqlite3changeset_new (iterator, 0, &id);
      else
        sqlite3changeset_old (iterator, 0, &id);
      if (id == NULL || !follow_row (self, kind, (const char *) sqlite3_value_text (id), change))
        return FALSE;
    }

  return TRUE;
}

/*
 * oct_workspace_follow_changeset:
 * @self: a workspace
 * @changeset: what was applied to it, or taken back
 * @size: its bytes
 *
 * The kept book goes on from an undo or a redo, where it was up to date; else it is read anew when it
 * is asked for.
 */
void
oct_workspace_follow_changeset (OctWorkspace *self, const void *changeset, int size)
{
  g_autoptr (OctRecordChange) change = oct_record_change_new ();
  sqlite3_changeset_iter *iterator = NULL;
  gboolean followed;

  if (size == 0)
    return;
  if (self->plans == NULL || self->plans_stamp != self->records_stamp
      || sqlite3changeset_start (&iterator, size, (void *) changeset) != SQLITE_OK)
    {
      self->records_stamp++;
      return;
    }
  followed = follow_rows (self, iterator, change);
  followed = sqlite3changeset_finalize (iterator) == SQLITE_OK && followed;
  if (followed)
    apply_to_book (self, change);
  else
    self->records_stamp++;
}

/* Writing. */

static void
fill_cell (OctCell *cell, const OctRecord *record, const OctRecordField *field)
{
  cell->column = field->name;
  cell->field = field->label != NULL ? field->name : NULL;
  switch (field->type)
    {
    case OCT_RECORD_TEXT:
    case OCT_RECORD_KEY:
    case OCT_RECORD_REF:
      cell->kind = OCT_VALUE_TEXT;
      cell->text = oct_record_get_text (record, field);
      return;
    case OCT_RECORD_PERSON:
      cell->kind = OCT_VALUE_PERSON;
      cell->text = oct_record_get_text (record, field);
      return;
    case OCT_RECORD_DECIMAL:
      cell->kind = OCT_VALUE_DECIMAL;
      cell->decimal = oct_record_get_decimal (record, field);
      return;
    case OCT_RECORD_DATE:
      cell->kind = OCT_VALUE_DATE;
      break;
    case OCT_RECORD_FLAG:
      cell->kind = OCT_VALUE_FLAG;
      break;
    default:
      cell->kind = OCT_VALUE_NUMBER;
      break;
    }
  cell->number = oct_record_get_number (record, field);
}

static gboolean
put_record (OctEdit *edit, const OctRecord *record, GError **error)
{
  OctCell cells[32] = { 0 };
  guint n_cells = 0;

  for (const OctRecordField *field = record->kind->fields; field->name != NULL; field++)
    {
      g_assert (n_cells < G_N_ELEMENTS (cells));
      fill_cell (&cells[n_cells++], record, field);
    }

  return oct_record_check (record, error)
         && oct_edit_put (edit, record->kind->table, record->id, cells, n_cells, error);
}

static gboolean
write_change (OctEdit *edit, OctWorkspace *self, const OctRecordChange *change, GError **error)
{
  /* Records of one edit refer to each other in any order. */
  if (!oct_sql_run (self->db, "PRAGMA defer_foreign_keys = ON", error))
    return FALSE;
  for (guint i = 0; i < change->people->len; i++)
    if (!oct_edit_put_person (edit, g_ptr_array_index (change->people, i), error))
      return FALSE;
  for (guint i = 0; i < change->deletes->len; i++)
    {
      const OctRecord *record = g_ptr_array_index (change->deletes, i);

      if (!oct_edit_delete (edit, record->kind->table, record->id, error))
        return FALSE;
    }
  for (guint i = 0; i < change->puts->len; i++)
    if (!put_record (edit, g_ptr_array_index (change->puts, i), error))
      return FALSE;
  if (change->barrier != NULL)
    oct_edit_set_barrier (edit, change->barrier);

  return TRUE;
}

/**
 * oct_workspace_change_records:
 * @self: a workspace
 * @info: what history says
 * @change: the records that are put, and those that go; each has an id
 * @error: return location for an error
 *
 * Changes records as one edit: deletes first, then puts, each in their order.
 *
 * Returns: whether all of it is kept; %OCT_ERROR_RULE where a rule forbids a part, and nothing is
 */
gboolean
oct_workspace_change_records (OctWorkspace *self, const OctEditInfo *info,
                              const OctRecordChange *change, GError **error)
{
  g_autoptr (OctEdit) edit = NULL;

  g_return_val_if_fail (OCT_IS_WORKSPACE (self), FALSE);

  edit = oct_edit_begin (self, info, error);
  if (edit == NULL || !write_change (edit, self, change, error)
      || !oct_edit_commit (g_steal_pointer (&edit), error))
    return FALSE;
  apply_to_book (self, change);

  return TRUE;
}
