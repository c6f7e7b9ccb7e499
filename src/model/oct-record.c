/* What is done to records of all kinds alike; see the header. */

#include "oct-record.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "oct-error.h"
#include "oct-record-private.h"

static gboolean
is_string (const OctRecordField *field)
{
  return field->type <= OCT_RECORD_PERSON;
}

static gboolean
is_nullable (const OctRecordField *field)
{
  return field->type == OCT_RECORD_REF || field->type == OCT_RECORD_PERSON;
}

#define MEMBER(type, record, field) G_STRUCT_MEMBER (type, (gpointer) (record), (field)->offset)

/**
 * oct_record_new:
 * @kind: a kind of record
 *
 * Returns: (transfer full): an empty record without an id: texts are "", choices the first, numbers
 *   and days 0, decimals none
 */
gpointer
oct_record_new (const OctRecordKind *kind)
{
  OctRecord *record = g_malloc0 (kind->size);

  record->kind = kind;
  g_atomic_ref_count_init (&record->refs);
  for (const OctRecordField *field = kind->fields; field->name != NULL; field++)
    if (is_string (field) && !is_nullable (field))
      MEMBER (char *, record, field) = g_strdup ("");
    else if (field->type == OCT_RECORD_DECIMAL)
      MEMBER (double, record, field) = NAN;

  return record;
}

/**
 * oct_record_new_with_id:
 * @kind: a kind of record
 *
 * Returns: (transfer full): an empty record with a new id
 */
gpointer
oct_record_new_with_id (const OctRecordKind *kind)
{
  OctRecord *record = oct_record_new (kind);

  record->id = g_uuid_string_random ();

  return record;
}

/**
 * oct_record_copy:
 * @record: a record
 *
 * Returns: (transfer full): another one with the same id and values, which may be changed
 */
gpointer
oct_record_copy (gconstpointer record)
{
  const OctRecord *from = record;
  OctRecord *to = g_malloc0 (from->kind->size);

  memcpy (to, from, from->kind->size);
  g_atomic_ref_count_init (&to->refs);
  to->id = g_strdup (from->id);
  for (const OctRecordField *field = from->kind->fields; field->name != NULL; field++)
    if (is_string (field))
      MEMBER (char *, to, field) = g_strdup (MEMBER (char *, from, field));

  return to;
}

/**
 * oct_record_ref:
 * @record: a record
 *
 * Returns: (transfer full): @record
 */
gpointer
oct_record_ref (gpointer record)
{
  OctRecord *self = record;

  g_atomic_ref_count_inc (&self->refs);

  return record;
}

/**
 * oct_record_unref:
 * @record: (transfer full): a record
 */
void
oct_record_unref (gpointer record)
{
  OctRecord *self = record;

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (const OctRecordField *field = self->kind->fields; field->name != NULL; field++)
    if (is_string (field))
      g_free (MEMBER (char *, self, field));
  g_free (self->id);
  g_free (self);
}

/**
 * oct_record_equal:
 * @a: a record
 * @b: another one
 *
 * Returns: whether they are of one kind and say the same, whatever their ids are
 */
gboolean
oct_record_equal (gconstpointer a, gconstpointer b)
{
  const OctRecord *first = a;
  const OctRecord *second = b;

  if (first->kind != second->kind)
    return FALSE;
  for (const OctRecordField *field = first->kind->fields; field->name != NULL; field++)
    {
      g_autofree char *left = oct_record_to_key (a, field);
      g_autofree char *right = oct_record_to_key (b, field);

      if (!g_str_equal (left, right))
        return FALSE;
    }

  return TRUE;
}

/**
 * oct_record_check:
 * @record: a record
 * @error: return location for an error
 *
 * Returns: whether it obeys the rules of its kind; %OCT_ERROR_RULE where not
 */
gboolean
oct_record_check (gconstpointer record, GError **error)
{
  const OctRecord *self = record;

  return self->kind->check == NULL || self->kind->check (self, error);
}

/**
 * oct_record_kind_get_words:
 * @kind: a kind of records
 *
 * Returns: (transfer none) (nullable): the field that says what a record of it is; %NULL where it has
 *   no words
 */
const OctRecordField *
oct_record_kind_get_words (const OctRecordKind *kind)
{
  static const char *const names[] = { "statement", "measure", "title", "support",
                                       "summary",   "focus",   "text" };
  const OctRecordField *field;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((field = oct_record_kind_find_field (kind, names[i])) != NULL)
      return field;
  for (field = kind->fields; field->name != NULL; field++)
    if (field->type == OCT_RECORD_TEXT)
      return field;

  return NULL;
}

/**
 * oct_record_kind_find_field:
 * @kind: a kind of record
 * @name: a field's name
 *
 * Returns: (transfer none) (nullable): the field
 */
const OctRecordField *
oct_record_kind_find_field (const OctRecordKind *kind, const char *name)
{
  for (const OctRecordField *field = kind->fields; field->name != NULL; field++)
    if (g_str_equal (field->name, name))
      return field;

  return NULL;
}

/**
 * oct_record_kind_find:
 * @table: a table of a workspace
 *
 * Returns: (transfer none) (nullable): the kind of record that it holds
 */
const OctRecordKind *
oct_record_kind_find (const char *table)
{
  for (guint i = 0; oct_record_kinds[i] != NULL; i++)
    if (g_str_equal (oct_record_kinds[i]->table, table))
      return oct_record_kinds[i];

  return NULL;
}

/**
 * oct_record_get_text:
 * @record: a record
 * @field: one of its fields, of text, a key or an id
 *
 * Returns: (transfer none) (nullable): its text; %NULL only for no id
 */
const char *
oct_record_get_text (gconstpointer record, const OctRecordField *field)
{
  g_return_val_if_fail (is_string (field), NULL);

  return MEMBER (char *, record, field);
}

/**
 * oct_record_set_text:
 * @record: a record
 * @field: one of its fields, of text, a key or an id
 * @text: (nullable): its text; "" is no id
 */
void
oct_record_set_text (gpointer record, const OctRecordField *field, const char *text)
{
  g_return_if_fail (is_string (field));

  if (is_nullable (field) && text != NULL && *text == '\0')
    text = NULL;
  if (!is_nullable (field) && text == NULL)
    text = "";
  oct_replace (&MEMBER (char *, record, field), text);
}

/**
 * oct_record_get_number:
 * @record: a record
 * @field: one of its fields, of a choice, a whole number, a day or yes and no
 *
 * Returns: the value
 */
gint64
oct_record_get_number (gconstpointer record, const OctRecordField *field)
{
  if (field->type == OCT_RECORD_NUMBER)
    return MEMBER (gint64, record, field);
  g_return_val_if_fail (!is_string (field) && field->type != OCT_RECORD_DECIMAL, 0);

  return MEMBER (gint32, record, field);
}

/**
 * oct_record_set_number:
 * @record: a record
 * @field: one of its fields, of a choice, a whole number, a day or yes and no
 * @number: the value
 */
void
oct_record_set_number (gpointer record, const OctRecordField *field, gint64 number)
{
  g_return_if_fail (!is_string (field) && field->type != OCT_RECORD_DECIMAL);

  if (field->type == OCT_RECORD_NUMBER)
    MEMBER (gint64, record, field) = number;
  else
    MEMBER (gint32, record, field) = (gint32) number;
}

/**
 * oct_record_get_decimal:
 * @record: a record
 * @field: one of its fields, of a decimal
 *
 * Returns: the value; NaN for none
 */
double
oct_record_get_decimal (gconstpointer record, const OctRecordField *field)
{
  g_return_val_if_fail (field->type == OCT_RECORD_DECIMAL, NAN);

  return MEMBER (double, record, field);
}

/**
 * oct_record_set_decimal:
 * @record: a record
 * @field: one of its fields, of a decimal
 * @value: the value; NaN for none
 */
void
oct_record_set_decimal (gpointer record, const OctRecordField *field, double value)
{
  g_return_if_fail (field->type == OCT_RECORD_DECIMAL);

  MEMBER (double, record, field) = value;
}

/**
 * oct_record_to_key:
 * @record: a record
 * @field: one of its fields
 *
 * Returns: (transfer full): the value as exports write it; "" for none
 */
char *
oct_record_to_key (gconstpointer record, const OctRecordField *field)
{
  gint64 number;

  if (is_string (field))
    return g_strdup (MEMBER (char *, record, field) != NULL ? MEMBER (char *, record, field) : "");
  if (field->type == OCT_RECORD_DECIMAL)
    return oct_decimal_to_key (MEMBER (double, record, field));
  number = oct_record_get_number (record, field);
  switch (field->type)
    {
    case OCT_RECORD_CHOICE:
      return g_strdup (oct_choice_to_key (field->choices, (int) number));
    case OCT_RECORD_DATE:
      return number != OCT_DATE_UNKNOWN ? oct_date_to_iso ((OctDate) number) : g_strdup ("");
    case OCT_RECORD_FLAG:
      return g_strdup (number != 0 ? "yes" : "no");
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, number);
    }
}

static gboolean
refuse_key (const OctRecordField *field, const char *key, GError **error)
{
  g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
               /* Translators: a value, and the field it was given for. */
               _("“%s” can’t be read as “%s”."), key,
               field->label != NULL ? _(field->label) : field->name);

  return FALSE;
}

static gboolean
parse_number (const OctRecordField *field, const char *key, gint64 *number)
{
  OctDate date;

  switch (field->type)
    {
    case OCT_RECORD_CHOICE:
      *number = oct_choice_from_key (field->choices, key);
      return *number >= 0;
    case OCT_RECORD_DATE:
      if (*key != '\0' && !oct_date_parse (key, -1, &date))
        return FALSE;
      *number = *key != '\0' ? date : OCT_DATE_UNKNOWN;
      return TRUE;
    case OCT_RECORD_FLAG:
      *number = g_str_equal (key, "yes") || g_str_equal (key, "1");
      return *number != 0 || *key == '\0' || g_str_equal (key, "no") || g_str_equal (key, "0");
    default:
      *number = 0;
      return *key == '\0'
             || g_ascii_string_to_signed (key, 10, G_MININT64, G_MAXINT64, number, NULL);
    }
}

/**
 * oct_record_from_key:
 * @record: a record
 * @field: one of its fields
 * @key: a value as oct_record_to_key() writes it
 * @error: return location for an error
 *
 * Returns: whether the field has it now; %OCT_ERROR_RULE where it is no such value
 */
gboolean
oct_record_from_key (gpointer record, const OctRecordField *field, const char *key, GError **error)
{
  gint64 number;
  double value;
  char *end;

  if (is_string (field))
    {
      oct_record_set_text (record, field, key);
      return TRUE;
    }
  if (field->type != OCT_RECORD_DECIMAL)
    {
      if (!parse_number (field, key, &number))
        return refuse_key (field, key, error);
      oct_record_set_number (record, field, number);
      return TRUE;
    }
  value = *key != '\0' ? g_ascii_strtod (key, &end) : NAN;
  if (*key != '\0' && (*end != '\0' || !isfinite (value)))
    return refuse_key (field, key, error);
  MEMBER (double, record, field) = value;

  return TRUE;
}

/**
 * oct_replace:
 * @text: a text of a struct
 * @with: (nullable): what is to be in its place; copied
 */
void
oct_replace (char **text, const char *with)
{
  char *copy = g_strdup (with);

  g_free (*text);
  *text = copy;
}

/**
 * oct_choice_count:
 * @choices: choices, ended by a %NULL key
 *
 * Returns: how many
 */
guint
oct_choice_count (const OctChoice *choices)
{
  guint n = 0;

  while (choices[n].key != NULL)
    n++;

  return n;
}

/**
 * oct_choice_to_text:
 * @choices: choices, ended by a %NULL key
 * @choice: one of them
 *
 * Returns: (transfer none): what it is called, translated; "" where it is none
 */
const char *
oct_choice_to_text (const OctChoice *choices, int choice)
{
  if (choice < 0 || choice >= (int) oct_choice_count (choices) || *choices[choice].text == '\0')
    return "";

  return _(choices[choice].text);
}

/**
 * oct_choice_to_key:
 * @choices: choices, ended by a %NULL key
 * @choice: one of them
 *
 * Returns: (transfer none): how it is kept; "" where it is none
 */
const char *
oct_choice_to_key (const OctChoice *choices, int choice)
{
  return choice >= 0 && choice < (int) oct_choice_count (choices) ? choices[choice].key : "";
}

/**
 * oct_choice_from_key:
 * @choices: choices, ended by a %NULL key
 * @key: how one is kept
 *
 * Returns: which, or -1 where it is none
 */
int
oct_choice_from_key (const OctChoice *choices, const char *key)
{
  for (int i = 0; choices[i].key != NULL; i++)
    if (g_strcmp0 (choices[i].key, key) == 0)
      return i;

  return -1;
}

/**
 * oct_decimal_to_key:
 * @value: a number, or NaN
 *
 * Returns: (transfer full): the shortest text that reads back as the same number; "" for none
 */
char *
oct_decimal_to_key (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    return g_strdup ("");
  g_ascii_formatd (text, sizeof text, "%.15g", value);
  if (g_ascii_strtod (text, NULL) != value)
    g_ascii_dtostr (text, sizeof text, value);

  return g_strdup (text);
}

/**
 * oct_decimal_to_text:
 * @value: a number, or NaN
 *
 * Returns: (transfer full): how people write it here, with up to two decimals; "" for none
 */
char *
oct_decimal_to_text (double value)
{
  char *text;

  if (!isfinite (value))
    return g_strdup ("");
  if (fabs (value - round (value)) < 0.005)
    return g_strdup_printf ("%'.0f", round (value));
  text = g_strdup_printf ("%'.2f", value);
  if (g_str_has_suffix (text, "0"))
    text[strlen (text) - 1] = '\0';

  return text;
}

/*
 * oct_text_is_blank:
 * @text: a text
 *
 * Returns: whether there is nothing in it but space
 */
gboolean
oct_text_is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

/*
 * oct_record_refuse:
 * @error: return location for an error
 * @message: which rule is broken, and how it is satisfied
 *
 * Returns: %FALSE, with %OCT_ERROR_RULE
 */
gboolean
oct_record_refuse (GError **error, const char *message)
{
  g_set_error_literal (error, OCT_ERROR, OCT_ERROR_RULE, message);

  return FALSE;
}
