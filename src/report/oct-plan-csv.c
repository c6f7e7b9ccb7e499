/* Plans as one flat table that round-trips; see oct-plan-format.h. */
#include "oct-plan-export.h"

#include "oct-plan-format.h"
#include "oct-table.h"

/**
 * oct_plan_export_all:
 * @book: the book of plans
 *
 * Returns: (transfer container) (element-type OctPlan): all plans that are no templates
 */
GPtrArray *
oct_plan_export_all (OctPlanBook *book)
{
  GPtrArray *all = oct_plan_book_get_all (book, &oct_plan_kind);
  GPtrArray *plans = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (!((const OctPlan *) g_ptr_array_index (all, i))->template)
      g_ptr_array_add (plans, g_ptr_array_index (all, i));

  return plans;
}

/**
 * oct_plan_export_person:
 * @self: an export
 * @person_id: (nullable): a person's id
 *
 * Returns: (transfer none): the post, or the name where there is none; "" for nobody
 */
const char *
oct_plan_export_person (const OctPlanExport *self, const char *person_id)
{
  const OctPerson *person = person_id != NULL
                              ? oct_assessment_find_person (self->assessment, person_id)
                              : NULL;

  return person != NULL ? oct_person_to_text (person) : "";
}

/**
 * oct_plan_export_school:
 * @self: an export
 * @plan: a plan
 *
 * Returns: (transfer none): its school's name; the trust's where it is none of a school
 */
const char *
oct_plan_export_school (const OctPlanExport *self, const OctPlan *plan)
{
  const OctOwnSchool *school = plan->school_id != NULL
                                 ? oct_assessment_find_school (self->assessment, plan->school_id)
                                 : NULL;

  return school != NULL ? school->name : oct_assessment_get_trust (self->assessment)->name;
}

/* A table under way: where each column is, and the row's cells. */
typedef struct
{
  const OctPlanExport *from;
  GString *csv;
  GStrv columns;
  GHashTable *places; /* of a column, from 1 */
  GPtrArray *cells;
} Writer;

/* @text: (transfer full) */
static void
set_cell (Writer *writer, const char *column, char *text)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (writer->places, column));

  g_free (writer->cells->pdata[place - 1]);
  writer->cells->pdata[place - 1] = text;
}

static void
end_row (Writer *writer)
{
  for (guint i = 0; i < writer->cells->len; i++)
    {
      const char *cell = writer->cells->pdata[i];

      if (i > 0)
        g_string_append_c (writer->csv, ',');
      if (cell != NULL)
        oct_csv_append_text (writer->csv, cell);
      g_clear_pointer (&writer->cells->pdata[i], g_free);
    }
  g_string_append (writer->csv, "\r\n");
}

static void
write_record (Writer *writer, const char *name, const OctPlan *plan, const OctRecord *record)
{
  const OctOwnSchool *school = plan->school_id != NULL
                                 ? oct_assessment_find_school (writer->from->assessment,
                                                               plan->school_id)
                                 : NULL;

  set_cell (writer, "record", g_strdup (name));
  set_cell (writer, "id", g_strdup (record->id));
  if (school != NULL)
    {
      if (school->urn != 0)
        set_cell (writer, "urn", g_strdup_printf ("%u", school->urn));
      set_cell (writer, "school", g_strdup (school->name));
    }
  for (const OctRecordField *field = record->kind->fields; field->name != NULL; field++)
    {
      set_cell (writer, field->name, oct_plan_format_to_key (record, field));
      if (field->type == OCT_RECORD_PERSON)
        {
          g_autofree char *column = oct_plan_format_person_column (field);

          set_cell (writer, column,
                    g_strdup (
                      oct_plan_export_person (writer->from, oct_record_get_text (record, field))));
        }
    }
  end_row (writer);
}

/* A record, and what belongs to it; @at: its place among the kinds. */
static void
write_with_parts (Writer *writer, guint at, const OctPlan *plan, const OctRecord *record)
{
  const OctRecordKind *kind = record->kind;

  write_record (writer, oct_plan_row_kinds[at].name, plan, record);
  for (guint i = 0; oct_plan_row_kinds[i].kind != NULL; i++)
    {
      const OctRecordKind *part = oct_plan_row_kinds[i].kind;
      const OctRecordField *parent = part->parent != NULL
                                       ? oct_record_kind_find_field (part, part->parent)
                                       : NULL;
      GPtrArray *parts;

      if (parent == NULL || g_strcmp0 (parent->table, kind->table) != 0)
        continue;
      parts = oct_plan_book_get_children (writer->from->book, part, record->id);
      for (guint j = 0; j < parts->len; j++)
        write_with_parts (writer, i, plan, g_ptr_array_index (parts, j));
    }
}

/**
 * oct_plan_export_to_csv:
 * @self: an export
 *
 * Writes plans with everything that belongs to them as one table: a row for each record. Values are
 * keys, numbers with a point and days by ISO 8601, whatever the locale.
 *
 * Returns: (transfer full): the file
 */
GBytes *
oct_plan_export_to_csv (const OctPlanExport *self)
{
  g_auto (GStrv) columns = oct_plan_format_get_columns ();
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  Writer writer = { self, g_string_new ("\xef\xbb\xbf"), columns, places, cells };

  for (guint i = 0; columns[i] != NULL; i++)
    {
      g_hash_table_insert (places, columns[i], GUINT_TO_POINTER (i + 1));
      g_ptr_array_add (cells, g_strdup (columns[i]));
    }
  end_row (&writer);
  for (guint i = 0; i < self->plans->len; i++)
    write_with_parts (&writer, 0, g_ptr_array_index (self->plans, i),
                      g_ptr_array_index (self->plans, i));

  return g_string_free_to_bytes (writer.csv);
}
