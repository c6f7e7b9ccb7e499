/* Rows in the order of a column.
 *
 * An order is made when a column is first sorted by, and kept: a sorted list is then a walk along it
 * that takes the rows that match. After the rows stands how many of them state the column at all.
 */

#include "oct-index-private.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  gint64 key;
  const char *text;
  guint32 row;
} Keyed;

/* A row that doesn't state the column. */
#define NOT_STATED G_MAXINT64

static int
compare_keyed (const void *a, const void *b)
{
  const Keyed *left = a;
  const Keyed *right = b;
  int order;

  if (left->key != right->key)
    return left->key < right->key ? -1 : 1;

  order = left->text != NULL && right->text != NULL ? g_ascii_strcasecmp (left->text, right->text)
                                                    : 0;
  return order != 0 ? order : (left->row > right->row) - (left->row < right->row);
}

static gint64
number_key (OctIndex *self, OctIndexSection section, guint row, gboolean zero_is_unknown)
{
  gint32 number = (gint32) self->columns[section][row];

  return number < 0 || (zero_is_unknown && number == 0) ? NOT_STATED : number;
}

static gint64
code_key (OctIndex *self, guint coded, guint row)
{
  guint code = self->codes[coded][row];

  return oct_index_value_key (self, coded, code)[0] == '\0' ? NOT_STATED : code;
}

static gint64
capacity_used_key (OctIndex *self, guint row)
{
  gint32 pupils = (gint32) self->columns[OCT_SECTION_PUPILS][row];
  gint32 capacity = (gint32) self->columns[OCT_SECTION_CAPACITY][row];

  return pupils < 0 || capacity <= 0 ? NOT_STATED : (gint64) pupils * 1000000 / capacity;
}

static gint64
text_key (OctIndex *self, OctIndexSection section, guint row, Keyed *keyed)
{
  keyed->text = oct_index_text (self, section, row);
  return keyed->text[0] == '\0' ? NOT_STATED : 0;
}

static gint64
key_of (OctIndex *self, OctColumn column, guint row, Keyed *keyed)
{
  switch (column)
    {
    case OCT_COLUMN_NAME:
      return self->columns[OCT_SECTION_NAME_RANK][row];
    case OCT_COLUMN_URN:
      return self->columns[OCT_SECTION_URN][row];
    case OCT_COLUMN_PHASE:
      return code_key (self, OCT_FACET_PHASE, row);
    case OCT_COLUMN_TYPE:
      return code_key (self, OCT_FACET_TYPE, row);
    case OCT_COLUMN_TYPE_GROUP:
      return code_key (self, OCT_FACET_TYPE_GROUP, row);
    case OCT_COLUMN_STATUS:
      return code_key (self, OCT_FACET_STATUS, row);
    case OCT_COLUMN_TRUST:
      return self->columns[OCT_SECTION_TRUST_UID][row] == 0 ? NOT_STATED
                                                            : code_key (self, OCT_FACET_TRUST, row);
    case OCT_COLUMN_LA:
      return code_key (self, OCT_FACET_LA, row);
    case OCT_COLUMN_REGION:
      return code_key (self, OCT_FACET_REGION, row);
    case OCT_COLUMN_GENDER:
      return code_key (self, OCT_FACET_GENDER, row);
    case OCT_COLUMN_RELIGION:
      return code_key (self, OCT_FACET_RELIGION, row);
    case OCT_COLUMN_SIXTH_FORM:
      return code_key (self, OCT_FACET_SIXTH_FORM, row);
    case OCT_COLUMN_TOWN:
      return text_key (self, OCT_SECTION_TOWN, row, keyed);
    case OCT_COLUMN_POSTCODE:
      return text_key (self, OCT_SECTION_POSTCODE, row, keyed);
    case OCT_COLUMN_HEAD:
      return text_key (self, OCT_SECTION_HEAD, row, keyed);
    case OCT_COLUMN_PUPILS:
      return number_key (self, OCT_SECTION_PUPILS, row, FALSE);
    case OCT_COLUMN_CAPACITY:
      return number_key (self, OCT_SECTION_CAPACITY, row, FALSE);
    case OCT_COLUMN_FSM:
      return number_key (self, OCT_SECTION_FSM, row, FALSE);
    case OCT_COLUMN_OPENED:
      return number_key (self, OCT_SECTION_OPENED, row, TRUE);
    case OCT_COLUMN_CLOSED:
      return number_key (self, OCT_SECTION_CLOSED, row, TRUE);
    case OCT_COLUMN_JOINED:
      return number_key (self, OCT_SECTION_JOINED, row, TRUE);
    case OCT_COLUMN_CAPACITY_USED:
      return capacity_used_key (self, row);
    case OCT_COLUMN_AGES:
      /* By the youngest, then the oldest; a school that states neither has -1 in both halves. */
      return self->columns[OCT_SECTION_AGES][row] == G_MAXUINT32
               ? NOT_STATED
               : ((gint64) (self->columns[OCT_SECTION_AGES][row] & 0xffff) << 16)
                   + (self->columns[OCT_SECTION_AGES][row] >> 16);
    case OCT_COLUMN_DISTANCE:
    case OCT_COLUMN_RELEVANCE:
    case OCT_N_COLUMNS:
    default:
      return row;
    }
}

/**
 * oct_index_order:
 * @self: an index
 * @column: a column
 *
 * Returns: (transfer none): every row, ascending by the column and then in the default order, and at
 *   the end how many rows state the column
 */
const guint32 *
oct_index_order (OctIndex *self, OctColumn column)
{
  guint n = self->n_rows;
  g_autofree Keyed *keyed = NULL;
  guint32 *order;
  guint stated = 0;

  if (self->orders[column] != NULL)
    return self->orders[column];

  keyed = g_new0 (Keyed, MAX (n, 1));
  for (guint row = 0; row < n; row++)
    {
      keyed[row].row = row;
      keyed[row].key = key_of (self, column, row, &keyed[row]);
      if (keyed[row].key != NOT_STATED)
        stated++;
      else
        keyed[row].text = NULL;
    }
  qsort (keyed, n, sizeof *keyed, compare_keyed);

  order = g_new (guint32, n + 1);
  for (guint i = 0; i < n; i++)
    order[i] = keyed[i].row;
  order[n] = stated;
  self->orders[column] = order;

  return order;
}
