/* What one edit does to records: those it puts and those it takes away. */
#pragma once

#include "oct-own-trust.h"
#include "oct-record.h"

G_BEGIN_DECLS

/**
 * OctRecordChange:
 * @puts: (element-type OctRecord): records, new or changed, as they are to be
 * @deletes: (element-type OctRecord): records that go; whatever belongs to them goes first in the
 *   list
 * @people: (element-type OctPerson): people who are new in the list, whom the records refer to
 * @barrier: (nullable): why the edit can't be undone, where it can't
 */
typedef struct
{
  GPtrArray *puts;
  GPtrArray *deletes;
  GPtrArray *people;
  char *barrier;
} OctRecordChange;

OctRecordChange *oct_record_change_new (void);
void oct_record_change_free (OctRecordChange *change);
/* (transfer full) of @record; returns it, borrowed. One without an id is given one. */
gpointer oct_record_change_put (OctRecordChange *change, gpointer record);
/* Copies nothing: takes a reference. */
void oct_record_change_delete (OctRecordChange *change, gpointer record);
gboolean oct_record_change_is_empty (const OctRecordChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctRecordChange, oct_record_change_free)

G_END_DECLS
