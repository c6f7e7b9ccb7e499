/* Records of a workspace as plain structs, described once by their fields.
 *
 * A plan, an action, a review, a risk: there are some thirty kinds of them, and each is read,
 * written, copied, compared, exported and shown in history. A kind says what its fields are, where
 * they stand in the struct and what they are called; everything that is done to all kinds alike is
 * done from that description. A record is shared by reference once it is in a book, and not changed
 * any more: whoever changes one changes a copy.
 */
#pragma once

#include <gio/gio.h>

#include "oct-date.h"

G_BEGIN_DECLS

/**
 * OctRecordFieldType:
 * @OCT_RECORD_TEXT: char *, words that people write; never %NULL
 * @OCT_RECORD_KEY: char *, a key of something that isn't a record, such as an element; never %NULL
 * @OCT_RECORD_REF: char *, the id of a record; %NULL for none
 * @OCT_RECORD_PERSON: char *, the id of a person; %NULL for none
 * @OCT_RECORD_CHOICE: gint32, one of the field's choices
 * @OCT_RECORD_NUMBER: gint64
 * @OCT_RECORD_DECIMAL: double; NaN for none
 * @OCT_RECORD_DATE: OctDate; %OCT_DATE_UNKNOWN for none
 * @OCT_RECORD_FLAG: gboolean
 */
typedef enum
{
  OCT_RECORD_TEXT,
  OCT_RECORD_KEY,
  OCT_RECORD_REF,
  OCT_RECORD_PERSON,
  OCT_RECORD_CHOICE,
  OCT_RECORD_NUMBER,
  OCT_RECORD_DECIMAL,
  OCT_RECORD_DATE,
  OCT_RECORD_FLAG,
} OctRecordFieldType;

/**
 * OctChoice:
 * @key: how it is kept and exported
 * @text: how it is called, to be translated
 */
typedef struct
{
  const char *key;
  const char *text;
} OctChoice;

/**
 * OctRecordField:
 * @name: the column, and the name in exports
 * @label: (nullable): what it is called, to be translated; %NULL where history doesn't show it
 * @offset: where it stands in the struct
 * @choices: (nullable): of a choice, ended by a %NULL key
 * @table: (nullable): of a reference, the table it refers to
 */
typedef struct
{
  const char *name;
  const char *label;
  OctRecordFieldType type;
  gsize offset;
  const OctChoice *choices;
  const char *table;
} OctRecordField;

typedef struct _OctRecord OctRecord;

/**
 * OctRecordKind:
 * @table: its table in the workspace
 * @label: what one is called, to be translated
 * @size: of its struct, which begins with an #OctRecord
 * @fields: ended by a %NULL name
 * @parent: (nullable): the field with the id of the record it belongs to
 * @order: the columns that records are read in order of
 * @check: (nullable): the rules that it must obey by itself
 */
typedef struct
{
  const char *table;
  const char *label;
  gsize size;
  const OctRecordField *fields;
  const char *parent;
  const char *order;
  gboolean (*check) (const OctRecord *record, GError **error);
} OctRecordKind;

/**
 * OctRecord:
 * @kind: what it is
 * @id: a UUID; %NULL for one that is new
 *
 * What every record begins with.
 */
struct _OctRecord
{
  const OctRecordKind *kind;
  char *id;
  gatomicrefcount refs;
};

gpointer oct_record_new (const OctRecordKind *kind);
/* With an id, for a record that others made in the same edit refer to. */
gpointer oct_record_new_with_id (const OctRecordKind *kind);
gpointer oct_record_copy (gconstpointer record);
gpointer oct_record_ref (gpointer record);
void oct_record_unref (gpointer record);
gboolean oct_record_equal (gconstpointer a, gconstpointer b);
/* %OCT_ERROR_RULE where it breaks a rule of its kind. */
gboolean oct_record_check (gconstpointer record, GError **error);

const OctRecordField *oct_record_kind_find_field (const OctRecordKind *kind, const char *name);
/* (nullable): the field that says what a record of the kind is: an objective's statement. */
const OctRecordField *oct_record_kind_get_words (const OctRecordKind *kind);
/* Every kind, ended by %NULL. */
extern const OctRecordKind *const oct_record_kinds[];
/* (nullable): the kind whose table it is. */
const OctRecordKind *oct_record_kind_find (const char *table);

/* Fields by their description. A text may be given as %NULL where "" is meant. */
const char *oct_record_get_text (gconstpointer record, const OctRecordField *field);
void oct_record_set_text (gpointer record, const OctRecordField *field, const char *text);
gint64 oct_record_get_number (gconstpointer record, const OctRecordField *field);
void oct_record_set_number (gpointer record, const OctRecordField *field, gint64 number);
double oct_record_get_decimal (gconstpointer record, const OctRecordField *field);
void oct_record_set_decimal (gpointer record, const OctRecordField *field, double value);
/* (transfer full): the value as exports write it: keys, "2026-01-31", "12.5"; "" for none. */
char *oct_record_to_key (gconstpointer record, const OctRecordField *field);
/* Takes such a value back; %OCT_ERROR_VALUE where it is none. */
gboolean oct_record_from_key (gpointer record, const OctRecordField *field, const char *key,
                              GError **error);

/* Replaces a text of a struct. */
void oct_replace (char **text, const char *with);
/* The choice's text, translated, and its key; "" outside of them. */
const char *oct_choice_to_text (const OctChoice *choices, int choice);
const char *oct_choice_to_key (const OctChoice *choices, int choice);
/* -1 where @key is none. */
int oct_choice_from_key (const OctChoice *choices, const char *key);
guint oct_choice_count (const OctChoice *choices);
/* (transfer full): shortest decimal that reads back as the same number; "" for none. */
char *oct_decimal_to_key (double value);
/* (transfer full): as people write it here: "12.5". */
char *oct_decimal_to_text (double value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctRecord, oct_record_unref)

G_END_DECLS
