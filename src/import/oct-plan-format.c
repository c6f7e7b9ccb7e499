/* How plans are laid out as a table; see the header. */
#include "oct-plan-format.h"

#include <math.h>
#include <string.h>

const OctPlanRowKind oct_plan_row_kinds[] = {
  { &oct_plan_kind, "plan" },
  { &oct_plan_step_kind, "status_change" },
  { &oct_objective_kind, "objective" },
  { &oct_criterion_kind, "success_criterion" },
  { &oct_action_kind, "action" },
  { &oct_dependency_kind, "dependency" },
  { &oct_milestone_kind, "milestone" },
  { &oct_review_kind, "review" },
  { &oct_progress_kind, "progress" },
  { &oct_actual_kind, "actual" },
  { NULL, NULL },
};

/**
 * oct_plan_row_kind_find:
 * @name: what stands in the column "record"
 *
 * Returns: (transfer none) (nullable): the kind
 */
const OctRecordKind *
oct_plan_row_kind_find (const char *name)
{
  for (guint i = 0; oct_plan_row_kinds[i].kind != NULL; i++)
    if (g_str_equal (oct_plan_row_kinds[i].name, name))
      return oct_plan_row_kinds[i].kind;

  return NULL;
}

/**
 * oct_plan_format_person_column:
 * @field: a field that refers to a person
 *
 * Returns: (transfer full): the column for their post or name: "owner" for "owner_id"
 */
char *
oct_plan_format_person_column (const OctRecordField *field)
{
  if (g_str_has_suffix (field->name, "_id"))
    return g_strndup (field->name, strlen (field->name) - strlen ("_id"));

  return g_strconcat (field->name, "_post", NULL);
}

static void
add_once (GPtrArray *columns, const char *name)
{
  if (!g_ptr_array_find_with_equal_func (columns, name, g_str_equal, NULL))
    g_ptr_array_add (columns, g_strdup (name));
}

/**
 * oct_plan_format_get_columns:
 *
 * Returns: (transfer full) (array zero-terminated=1): the columns, in order
 */
GStrv
oct_plan_format_get_columns (void)
{
  static const char *const first[] = { "record", "id", "urn", "school", NULL };
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();

  for (guint i = 0; first[i] != NULL; i++)
    add_once (columns, first[i]);
  for (guint i = 0; oct_plan_row_kinds[i].kind != NULL; i++)
    for (const OctRecordField *field = oct_plan_row_kinds[i].kind->fields; field->name != NULL;
         field++)
      {
        g_autofree char *person = NULL;

        if (field->type == OCT_RECORD_PERSON)
          {
            person = oct_plan_format_person_column (field);
            add_once (columns, person);
          }
        add_once (columns, field->name);
      }
  g_ptr_array_add (columns, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&columns), FALSE);
}

static gboolean
is_cost (gconstpointer record, const OctRecordField *field)
{
  return ((const OctRecord *) record)->kind == &oct_action_kind
         && g_str_equal (field->name, "cost");
}

/**
 * oct_plan_format_to_key:
 * @record: a record
 * @field: a field of its kind
 *
 * Returns: (transfer full): the value as the table has it: keys, "2026-01-31", pounds for a cost; ""
 *   for none
 */
char *
oct_plan_format_to_key (gconstpointer record, const OctRecordField *field)
{
  gint64 pence;

  if (!is_cost (record, field))
    return oct_record_to_key (record, field);
  pence = oct_record_get_number (record, field);

  return pence != 0
           ? g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", pence / 100, (int) (pence % 100))
           : g_strdup ("");
}

/**
 * oct_plan_format_from_key:
 * @record: a record
 * @field: a field of its kind
 * @key: a value as the table has it
 * @error: return location for an error
 *
 * Returns: whether the record has it now; an error of oct_record_from_key() where it is none
 */
gboolean
oct_plan_format_from_key (gpointer record, const OctRecordField *field, const char *key,
                          GError **error)
{
  char *end;
  double pounds;

  if (!is_cost (record, field))
    return oct_record_from_key (record, field, key, error);
  pounds = g_ascii_strtod (key, &end);
  /* What isn't a number in pounds is no whole number either, and refused as one. */
  if (*end != '\0' || !isfinite (pounds) || fabs (pounds) > 1e12)
    return oct_record_from_key (record, field, key, error);
  oct_record_set_number (record, field, llround (pounds * 100));

  return TRUE;
}

/**
 * oct_plan_format_take_back:
 * @cell: a cell of an export
 *
 * An export puts an apostrophe before what a spreadsheet would run, and before what begins with
 * apostrophes and goes on like that.
 *
 * Returns: (transfer full): what stood there before
 */
char *
oct_plan_format_take_back (const char *cell)
{
  const char *rest = cell + strspn (cell, "'");

  return g_strdup (rest > cell && *rest != '\0' && strchr ("=+-@\t\r", *rest) != NULL ? cell + 1
                                                                                      : cell);
}
