/* Plans as one flat table of comma-separated values that loses nothing: how it is laid out.
 *
 * Every record is a row, which says in "record" what it is. The other columns are the fields of all
 * kinds; those of other kinds stay empty. What writes the table and what reads it share this, so that
 * a plan that is exported and imported is the same plan.
 */
#pragma once

#include "oct-plan-book.h"

G_BEGIN_DECLS

/**
 * OctPlanRowKind:
 * @name: how exports call one
 *
 * A kind of record that the table holds.
 */
typedef struct
{
  const OctRecordKind *kind;
  const char *name;
} OctPlanRowKind;

/* Ended by a %NULL kind; what records belong to comes before them. */
extern const OctPlanRowKind oct_plan_row_kinds[];

/* (nullable): by the name that exports have for it. */
const OctRecordKind *oct_plan_row_kind_find (const char *name);
/* (transfer full) (array zero-terminated=1): the columns, in order. */
GStrv oct_plan_format_get_columns (void);
/* (transfer full): the column in which the words for a person stand; their id is in the field's own. */
char *oct_plan_format_person_column (const OctRecordField *field);
/* (transfer full): a value as the table has it; a cost in pounds. */
char *oct_plan_format_to_key (gconstpointer record, const OctRecordField *field);
gboolean oct_plan_format_from_key (gpointer record, const OctRecordField *field, const char *key,
                                   GError **error);
/* (transfer full): a cell without the apostrophe that an export put before it. */
char *oct_plan_format_take_back (const char *cell);

G_END_DECLS
