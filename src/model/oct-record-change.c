/* What one edit does to records; see the header. */

#include "oct-record-change.h"

/**
 * oct_record_change_new:
 *
 * Returns: (transfer full): a change of nothing yet
 */
OctRecordChange *
oct_record_change_new (void)
{
  OctRecordChange *change = g_new0 (OctRecordChange, 1);

  change->puts = g_ptr_array_new_with_free_func (oct_record_unref);
  change->deletes = g_ptr_array_new_with_free_func (oct_record_unref);

  change->people = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_person_free);

  return change;
}

/**
 * oct_record_change_free:
 * @change: (transfer full): a change
 */
void
oct_record_change_free (OctRecordChange *change)
{
  g_ptr_array_unref (change->puts);
  g_ptr_array_unref (change->deletes);
  g_ptr_array_unref (change->people);
  g_free (change->barrier);
  g_free (change);
}

/**
 * oct_record_change_put:
 * @change: a change
 * @record: (transfer full): a record as it is to be, which isn't changed any more once it is kept
 *
 * Returns: (transfer none): @record, which has an id now
 */
gpointer
oct_record_change_put (OctRecordChange *change, gpointer record)
{
  OctRecord *self = record;

  if (self->id == NULL)
    self->id = g_uuid_string_random ();
  g_ptr_array_add (change->puts, self);

  return self;
}

/**
 * oct_record_change_delete:
 * @change: a change
 * @record: a record that goes
 */
void
oct_record_change_delete (OctRecordChange *change, gpointer record)
{
  g_ptr_array_add (change->deletes, oct_record_ref (record));
}

/**
 * oct_record_change_is_empty:
 * @change: a change
 *
 * Returns: whether it changes nothing
 */
gboolean
oct_record_change_is_empty (const OctRecordChange *change)
{
  return change->puts->len == 0 && change->deletes->len == 0;
}
