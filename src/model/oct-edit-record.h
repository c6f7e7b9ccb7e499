/* What history says of one edit: who, when, what, and each value before and after.
 *
 * The values are kept as they were written, with their kind, so that a reader can show a stage by
 * its name and a person by the post they hold now.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  OCT_VALUE_TEXT,
  OCT_VALUE_NUMBER,
  OCT_VALUE_DATE,   /* 20250121 */
  OCT_VALUE_STAGE,  /* a stage's key */
  OCT_VALUE_PERSON, /* a person's id */
  OCT_VALUE_FLAG,   /* 0 or 1 */
  OCT_VALUE_DECIMAL,
} OctValueKind;

typedef enum
{
  OCT_EDIT_DONE,
  OCT_EDIT_UNDONE,
  OCT_EDIT_DROPPED, /* undone, and no longer to be redone */
} OctEditState;

/**
 * OctEditChange:
 * @record: the kind of record: "judgement", "cycle", …
 * @field: the field's key: "stage", "reason", …
 * @before, @after: (nullable): %NULL where the record wasn't there
 */
typedef struct
{
  char *record;
  char *record_id;
  char *field;
  OctValueKind kind;
  char *before;
  char *after;
} OctEditChange;

/**
 * OctEditRecord:
 * @seq: its place in history, from 1
 * @at: seconds since 1970, UTC
 * @person_id: (nullable): who
 * @sentence: what was done
 * @location: the page that shows it
 * @subject: (nullable): the school it is about
 * @barrier: (nullable): why nothing can be undone past it
 * @changes: (element-type OctEditChange): in the order in which they were made
 */
typedef struct
{
  gint64 seq;
  gint64 at;
  char *person_id;
  char *sentence;
  char *location;
  char *subject;
  char *barrier;
  OctEditState state;
  gint64 undone_at;
  GPtrArray *changes;
} OctEditRecord;

OctEditRecord *oct_edit_record_new (void);
void oct_edit_record_free (OctEditRecord *record);
void oct_edit_record_add (OctEditRecord *record, const char *table, const char *record_id,
                          const char *field, OctValueKind kind, const char *before,
                          const char *after);
const char *oct_edit_state_to_key (OctEditState state);
OctEditState oct_edit_state_from_key (const char *key);
/* The field's name for people: "Stage", "Reason". */
const char *oct_edit_field_to_text (const char *record, const char *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctEditRecord, oct_edit_record_free)

G_END_DECLS
