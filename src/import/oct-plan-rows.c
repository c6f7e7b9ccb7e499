/* Taking back a table that Octant exported; see oct-plan-format.h.
 *
 * Records keep their ids, so that a table that is taken back where it came from changes only what
 * differs, and nothing where nothing does. Where a plan is taken to another school than the one that
 * has it, it becomes a plan of its own, with ids of its own. People are found by id, else by post.
 */
#include "oct-plan-table-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-error.h"
#include "oct-plan-format.h"

typedef struct
{
  const OctPlanTable *table;
  const OctPlanTarget *target;
  OctPlanTaken *taken;
  GPtrArray *records; /* (element-type OctRecord): of all rows, in order */
  GHashTable *ids;    /* new ids by those of the table, where a plan is copied */
  GHashTable *places; /* places of columns by their names, from 1 */
} Rows;

/* (transfer full): what stood in the column before it was exported; "" without the column. */
static char *
get_cell (Rows *rows, const OctPlanTableRow *row, const char *column)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (rows->places, column));

  return place > 0 ? oct_plan_format_take_back (row->cells[place - 1]) : g_strdup ("");
}

/* The school it was exported from, by our id or by URN. */
static const OctOwnSchool *
find_school (Rows *rows, const OctPlanTableRow *row, const char *id)
{
  OctAssessment *assessment = rows->target->assessment;
  const OctOwnSchool *school = *id != '\0' ? oct_assessment_find_school (assessment, id) : NULL;
  g_autofree char *urn = get_cell (rows, row, "urn");
  guint64 number;

  if (school != NULL)
    return school;

  return g_ascii_string_to_unsigned (urn, 10, 1, G_MAXUINT32, &number, NULL)
           ? oct_assessment_find_urn (assessment, (guint32) number)
           : NULL;
}

static void
take_person (Rows *rows, const OctPlanTableRow *row, gpointer record, const OctRecordField *field,
             const char *id)
{
  g_autofree char *column = oct_plan_format_person_column (field);
  g_autofree char *text = get_cell (rows, row, column);
  const char *found = *id != '\0'
                          && oct_assessment_find_person (rows->target->assessment, id) != NULL
                        ? id
                        : NULL;

  if (found == NULL && *text != '\0')
    found = oct_plan_taken_find_person (rows->taken, rows->target->assessment, text);
  oct_record_set_text (record, field, found);
}

static void
take_field (Rows *rows, const OctPlanTableRow *row, gpointer record, const OctRecordField *field)
{
  g_autofree char *cell = get_cell (rows, row, field->name);
  g_autoptr (GError) error = NULL;

  if (field->type == OCT_RECORD_PERSON)
    take_person (rows, row, record, field, cell);
  else if (field->type == OCT_RECORD_REF)
    oct_record_set_text (record, field, *cell != '\0' ? cell : NULL);
  else if (!oct_plan_format_from_key (record, field, cell, &error))
    oct_plan_taken_refuse (rows->taken, row->line, field->name, cell, error->message);
}

/* A plan is for the school that is asked for, or for the one it was of. */
static gboolean
set_school (Rows *rows, const OctPlanTableRow *row, OctPlan *plan, GError **error)
{
  const OctOwnSchool *school;

  if (rows->target->school_id != NULL)
    {
      plan->scope = OCT_SCOPE_SCHOOL;
      oct_replace (&plan->school_id, rows->target->school_id);
      return TRUE;
    }
  if (plan->scope != OCT_SCOPE_SCHOOL)
    return TRUE;
  school = find_school (rows, row, plan->school_id != NULL ? plan->school_id : "");
  if (school == NULL)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   /* Translators: %u is a line's number. */
                   _("The school of the plan in line %u isn’t in this workspace. Say which school "
                     "the plan is for."),
                   row->line);
      return FALSE;
    }
  oct_replace (&plan->school_id, school->id);

  return TRUE;
}

static gboolean
read_row (Rows *rows, const OctPlanTableRow *row, GError **error)
{
  g_autofree char *name = get_cell (rows, row, "record");
  g_autofree char *id = get_cell (rows, row, "id");
  const OctRecordKind *kind = oct_plan_row_kind_find (name);
  OctRecord *record;

  if (kind == NULL || !g_uuid_string_is_valid (id))
    {
      oct_plan_taken_refuse (rows->taken, row->line, "record", name,
                             _("This row is no record that Octant exports."));
      return TRUE;
    }
  record = oct_record_new (kind);
  g_ptr_array_add (rows->records, record);
  record->id = g_strdup (id);
  for (const OctRecordField *field = kind->fields; field->name != NULL; field++)
    take_field (rows, row, record, field);

  return kind != &oct_plan_kind || set_school (rows, row, (OctPlan *) record, error);
}

/* Whether a plan of the table is another school's here. */
static gboolean
is_taken_elsewhere (Rows *rows)
{
  for (guint i = 0; i < rows->records->len; i++)
    {
      const OctRecord *record = g_ptr_array_index (rows->records, i);
      const OctPlan *plan = oct_plan_book_find (rows->target->book, &oct_plan_kind, record->id);

      if (record->kind == &oct_plan_kind && plan != NULL
          && g_strcmp0 (plan->school_id, ((const OctPlan *) record)->school_id) != 0)
        return TRUE;
    }

  return FALSE;
}

static void
give_new_ids (Rows *rows)
{
  for (guint i = 0; i < rows->records->len; i++)
    {
      OctRecord *record = g_ptr_array_index (rows->records, i);
      char *id = g_uuid_string_random ();

      g_hash_table_insert (rows->ids, record->id, id);
      record->id = g_strdup (id);
    }
}

static gboolean
is_there (Rows *rows, GHashTable *here, const OctRecordField *field, const char *id)
{
  const OctRecordKind *kind = oct_record_kind_find (field->table);

  return g_hash_table_contains (here, id) || kind == NULL
         || oct_plan_book_find (rows->target->book, kind, id) != NULL;
}

/* References follow new ids; those to what is nowhere are dropped, where they may be. */
static void
mend_references (Rows *rows)
{
  g_autoptr (GHashTable) here = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->records->len; i++)
    g_hash_table_add (here, ((OctRecord *) g_ptr_array_index (rows->records, i))->id);
  for (guint i = 0; i < rows->records->len; i++)
    {
      OctRecord *record = g_ptr_array_index (rows->records, i);

      for (const OctRecordField *field = record->kind->fields; field->name != NULL; field++)
        {
          const char *id = field->type == OCT_RECORD_REF ? oct_record_get_text (record, field)
                                                         : NULL;
          const char *other = id != NULL ? g_hash_table_lookup (rows->ids, id) : NULL;

          if (other != NULL)
            oct_record_set_text (record, field, other);
          else if (id != NULL && !is_there (rows, here, field, id))
            oct_record_set_text (record, field, NULL);
        }
    }
}

/* What belongs to a record goes in before it, since a plan that is stopped and a review that is locked
 * take nothing more. */
static void
put_what_differs (Rows *rows)
{
  guint n = 0;

  while (oct_plan_row_kinds[n].kind != NULL)
    n++;
  for (guint i = n; i > 0; i--)
    for (guint j = 0; j < rows->records->len; j++)
      {
        OctRecord *record = g_ptr_array_index (rows->records, j);
        const OctRecord *before = oct_plan_book_find (rows->target->book, record->kind, record->id);

        if (record->kind == oct_plan_row_kinds[i - 1].kind
            && (before == NULL || !oct_record_equal (record, before)))
          oct_record_change_put (rows->taken->change, oct_record_ref (record));
      }
}

OctPlanTaken *
oct_plan_rows_take (const OctPlanTable *table, const OctPlanTarget *target, GError **error)
{
  g_autoptr (OctPlanTaken) taken = oct_plan_taken_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (oct_record_unref);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  Rows rows = { table, target, taken, records, ids, places };

  for (guint i = 0; i < table->n_columns; i++)
    g_hash_table_insert (places, table->header[i], GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < table->rows->len; i++)
    if (!read_row (&rows, g_ptr_array_index (table->rows, i), error))
      return NULL;
  if (is_taken_elsewhere (&rows))
    give_new_ids (&rows);
  mend_references (&rows);
  put_what_differs (&rows);
  oct_plan_taken_count (taken);

  return g_steal_pointer (&taken);
}
