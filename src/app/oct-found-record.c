/* Records in words, and their pages; see the header.
 *
 * A record that belongs to another is shown on that one's page: an action on its objective's, the
 * progress of an objective on its review's.
 */
#include "oct-found-record.h"

#include <glib/gi18n.h>

static gpointer
find (OctPlanBook *book, const char *table, const char *id)
{
  const OctRecordKind *kind = oct_record_kind_find (table);

  return kind != NULL ? oct_plan_book_find (book, kind, id) : NULL;
}

/* (nullable): the record that it belongs to. */
static const OctRecord *
find_parent (OctPlanBook *book, const OctRecord *record)
{
  const OctRecordKind *kind = record->kind;
  const OctRecordField *field = kind->parent != NULL
                                  ? oct_record_kind_find_field (kind, kind->parent)
                                  : NULL;

  return field != NULL ? find (book, field->table, oct_record_get_text (record, field)) : NULL;
}

/* (nullable): its school, or that of what it belongs to. */
static const char *
find_school (OctPlanBook *book, const OctRecord *record)
{
  for (; record != NULL; record = find_parent (book, record))
    {
      const OctRecordField *field = oct_record_kind_find_field (record->kind, "school_id");

      if (field != NULL)
        return oct_record_get_text (record, field);
    }

  return NULL;
}

/**
 * oct_found_record_to_text:
 * @book: the book of plans
 * @schools: (element-type utf8 utf8): names of schools by their ids
 * @table: the table of a kind of records
 * @id: a record's id
 *
 * Returns: (transfer full) (nullable): what it is, what it belongs to, and where: "Action · Plan 2025 ·
 *   Oak Primary School"; %NULL where there is no such record
 */
char *
oct_found_record_to_text (OctPlanBook *book, GHashTable *schools, const char *table, const char *id)
{
  const OctRecord *record = find (book, table, id);
  const OctRecord *top = record;
  const char *school_id = record != NULL ? find_school (book, record) : NULL;
  const char *school = school_id != NULL ? g_hash_table_lookup (schools, school_id) : NULL;
  g_autoptr (GString) text = NULL;

  if (record == NULL)
    return NULL;
  for (const OctRecord *next = record; next != NULL; next = find_parent (book, next))
    top = next;
  text = g_string_new (_ (record->kind->label));
  if (top->kind == &oct_plan_kind)
    g_string_append_printf (text, " · %s", ((const OctPlan *) top)->title);
  g_string_append_printf (text, " · %s", school != NULL ? school : _ ("The trust"));

  return g_strdup (text->str);
}

/* Kinds that have no page of their own: the page of all of them. */
static const struct
{
  const OctRecordKind *kind;
  const char *location;
} list_pages[] = {
  { &oct_term_kind, "timeline" },    { &oct_support_kind, "support" },
  { &oct_capacity_kind, "support" }, { &oct_risk_kind, "risks" },
  { &oct_concern_kind, "concerns" }, { &oct_practice_use_kind, "practices" },
};

/* (nullable) (transfer full): the page of the record itself. */
static char *
get_own_page (const OctRecord *record)
{
  if (record->kind == &oct_plan_kind)
    return g_strdup_printf ("plan/%s", record->id);
  if (record->kind == &oct_objective_kind)
    return g_strdup_printf ("plan/%s?objective=%s", ((const OctObjective *) record)->plan_id,
                            record->id);
  if (record->kind == &oct_review_kind)
    return g_strdup_printf ("review/%s", record->id);
  if (record->kind == &oct_practice_kind)
    return g_strdup_printf ("practice/%s", record->id);
  if (record->kind == &oct_visit_kind)
    return g_strdup_printf ("visit/%s", record->id);
  for (guint i = 0; i < G_N_ELEMENTS (list_pages); i++)
    if (record->kind == list_pages[i].kind)
      return g_strdup (list_pages[i].location);

  return NULL;
}

/**
 * oct_found_record_to_location:
 * @book: the book of plans
 * @table: the table of a kind of records
 * @id: a record's id
 *
 * Returns: (transfer full) (nullable): the page that shows it; %NULL where there is no such record
 */
char *
oct_found_record_to_location (OctPlanBook *book, const char *table, const char *id)
{
  char *location = NULL;

  for (const OctRecord *record = find (book, table, id); record != NULL && location == NULL;
       record = find_parent (book, record))
    location = get_own_page (record);

  return location;
}
