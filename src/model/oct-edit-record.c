/* Records of history as values, and the names of their fields; see the header. */

#include "oct-edit-record.h"

#include <glib/gi18n.h>

#include "oct-record.h"

static const char *const state_keys[] = { "done", "undone", "dropped" };

/* Every field that history shows, by its key in the store. */
static const struct
{
  const char *field;
  const char *text;
} fields[] = {
  { "name", N_("Name") },
  { "purpose", N_("Purpose") },
  { "text", N_("Text") },
  { "post", N_("Post") },
  { "phase", N_("Phase") },
  { "type", N_("Type") },
  { "la", N_("Local authority") },
  { "town", N_("Town") },
  { "postcode", N_("Postcode") },
  { "urn", N_("URN") },
  { "joined", N_("Joined") },
  { "left_on", N_("Left") },
  { "pupils", N_("Pupils") },
  { "capacity", N_("Capacity") },
  { "fsm", N_("Free school meals (tenths of a percentage point)") },
  { "starts", N_("Starts") },
  { "ends", N_("Ends") },
  { "closed", N_("Closed") },
  { "focus", N_("Focus elements") },
  { "stage", N_("Stage") },
  { "reason", N_("Reason") },
  { "gives", N_("What it gives") },
  { "gains", N_("What it gains") },
  { "confidence", N_("Confidence") },
  { "final", N_("Finished") },
  { "carried", N_("Unchanged since last cycle") },
  { "assessor", N_("Judged by") },
  { "judged_on", N_("Judged on") },
  { "due", N_("Due") },
  { "version", N_("Version") },
  { "retired", N_("Retired") },
  { "url", N_("Link") },
  { "file_name", N_("File") },
  { "dated", N_("Date") },
  { "added_by", N_("Added by") },
  { "element", N_("Element") },
  { "aspect", N_("Aspect") },
  { "months", N_("Months kept") },
  { "item", N_("Item of a lens") },
};

static void
change_free (gpointer data)
{
  OctEditChange *change = data;

  g_free (change->record);
  g_free (change->record_id);
  g_free (change->field);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

/**
 * oct_edit_record_new:
 *
 * Returns: (transfer full): a record without changes
 */
OctEditRecord *
oct_edit_record_new (void)
{
  OctEditRecord *self = g_new0 (OctEditRecord, 1);

  self->changes = g_ptr_array_new_with_free_func (change_free);

  return self;
}

/**
 * oct_edit_record_free:
 * @record: (transfer full): a record
 */
void
oct_edit_record_free (OctEditRecord *record)
{
  g_ptr_array_unref (record->changes);
  g_free (record->person_id);
  g_free (record->sentence);
  g_free (record->location);
  g_free (record->subject);
  g_free (record->barrier);
  g_free (record);
}

/**
 * oct_edit_record_add:
 * @record: a record
 * @table: the kind of record that was changed
 * @record_id: which
 * @field: the field's key
 * @kind: how its values are to be read
 * @before: (nullable): the value before
 * @after: (nullable): the value after
 */
void
oct_edit_record_add (OctEditRecord *record, const char *table, const char *record_id,
                     const char *field, OctValueKind kind, const char *before, const char *after)
{
  OctEditChange *change = g_new0 (OctEditChange, 1);

  change->record = g_strdup (table);
  change->record_id = g_strdup (record_id);
  change->field = g_strdup (field);
  change->kind = kind;
  change->before = g_strdup (before);
  change->after = g_strdup (after);
  g_ptr_array_add (record->changes, change);
}

/**
 * oct_edit_state_to_key:
 * @state: a state
 *
 * Returns: its name in the store
 */
const char *
oct_edit_state_to_key (OctEditState state)
{
  return state_keys[state];
}

/**
 * oct_edit_state_from_key:
 * @key: a name from the store
 *
 * Returns: the state; dropped where it is no name of one
 */
OctEditState
oct_edit_state_from_key (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_keys); i++)
    if (g_str_equal (state_keys[i], key))
      return (OctEditState) i;

  return OCT_EDIT_DROPPED;
}

/**
 * oct_edit_field_to_text:
 * @record: the kind of record
 * @field: the field's key
 *
 * Returns: (transfer none): the field's name for people
 */
const char *
oct_edit_field_to_text (const char *record, const char *field)
{
  const OctRecordKind *kind = oct_record_kind_find (record);
  const OctRecordField *described = kind != NULL ? oct_record_kind_find_field (kind, field) : NULL;

  if (described != NULL && described->label != NULL)
    return _(described->label);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].field, field))
      return _(fields[i].text);

  return field;
}
