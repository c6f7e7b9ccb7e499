/* Reading and writing records by the description of their kind; see the header. */

#include "oct-workspace-records.h"

#include <math.h>

#include "oct-workspace-private.h"

/* Reading. */

static char *
make_select (const OctRecordKind *kind)
{
  GString *sql = g_string_new ("SELECT id");

  for (const OctRecordField *field = kind->fields; field->name != NULL; field++)
    g_string_append_printf (sql, ", %s", field->name);
  g_string_append_printf (sql, " FROM %s ORDER BY %s", kind->table, kind->order);

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
  g_autofree char *sql = make_select (kind);
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
