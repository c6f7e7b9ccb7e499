/* Which columns a table of schools shows.
 *
 * The name is always shown and always first: a row without it says nothing. Everything else may be
 * left out and moved.
 */

#include "octant-config.h"

#include "oct-school-columns.h"

#include <glib/gi18n.h>
#include <string.h>

static const OctColumn default_columns[] = {
  OCT_COLUMN_NAME,   OCT_COLUMN_PHASE, OCT_COLUMN_LA, OCT_COLUMN_TRUST,
  OCT_COLUMN_PUPILS, OCT_COLUMN_FSM,   OCT_N_COLUMNS,
};

/* What the arrow of a sorted column and the space beside it take. */
#define ARROW_CHARS 4

/* Width in characters, share of what is left over, and whether search finds words in it. */
static const struct
{
  guint8 chars;
  guint8 stretch;
  gboolean matches;
} shapes[OCT_N_COLUMNS] = {
  [OCT_COLUMN_NAME] = { 34, 3, TRUE },           [OCT_COLUMN_URN] = { 8, 0, TRUE },
  [OCT_COLUMN_PHASE] = { 11, 0, FALSE },         [OCT_COLUMN_TYPE] = { 24, 1, FALSE },
  [OCT_COLUMN_TYPE_GROUP] = { 15, 0, FALSE },    [OCT_COLUMN_STATUS] = { 14, 0, FALSE },
  [OCT_COLUMN_TRUST] = { 26, 2, TRUE },          [OCT_COLUMN_LA] = { 17, 1, TRUE },
  [OCT_COLUMN_REGION] = { 17, 0, FALSE },        [OCT_COLUMN_TOWN] = { 15, 1, TRUE },
  [OCT_COLUMN_POSTCODE] = { 10, 0, TRUE },       [OCT_COLUMN_HEAD] = { 20, 1, TRUE },
  [OCT_COLUMN_PUPILS] = { 8, 0, FALSE },         [OCT_COLUMN_CAPACITY] = { 9, 0, FALSE },
  [OCT_COLUMN_CAPACITY_USED] = { 13, 0, FALSE }, [OCT_COLUMN_FSM] = { 8, 0, FALSE },
  [OCT_COLUMN_AGES] = { 9, 0, FALSE },           [OCT_COLUMN_GENDER] = { 9, 0, FALSE },
  [OCT_COLUMN_RELIGION] = { 18, 0, FALSE },      [OCT_COLUMN_SIXTH_FORM] = { 22, 0, FALSE },
  [OCT_COLUMN_OPENED] = { 14, 0, FALSE },        [OCT_COLUMN_CLOSED] = { 14, 0, FALSE },
  [OCT_COLUMN_JOINED] = { 14, 0, FALSE },        [OCT_COLUMN_DISTANCE] = { 9, 0, FALSE },
};

/**
 * oct_school_columns_parse:
 * @text: (nullable): columns' keys with commas between them
 *
 * Reads a set of columns. Unknown and repeated keys are passed over, and the name is put first.
 *
 * Returns: (transfer full) (array zero-terminated=0): columns ended by %OCT_N_COLUMNS; the usual
 *   ones where @text names none
 */
OctColumn *
oct_school_columns_parse (const char *text)
{
  g_auto (GStrv) keys = g_strsplit (text != NULL ? text : "", ",", -1);
  OctColumn columns[OCT_N_COLUMNS + 1] = { OCT_COLUMN_NAME, OCT_N_COLUMNS };
  guint n = 1;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      OctColumn column;

      if (!oct_column_from_key (keys[i], &column) || column == OCT_COLUMN_RELEVANCE
          || oct_school_columns_contain (columns, column))
        continue;
      columns[n++] = column;
      columns[n] = OCT_N_COLUMNS;
    }
  if (n == 1 && (text == NULL || !g_str_equal (text, oct_column_key (OCT_COLUMN_NAME))))
    return oct_school_columns_copy (default_columns);
  return oct_school_columns_copy (columns);
}

/**
 * oct_school_columns_to_text:
 * @columns: columns ended by %OCT_N_COLUMNS
 *
 * Writes a set of columns as text.
 *
 * Returns: (transfer full) (nullable): the text, %NULL for the usual columns, which a location
 *   leaves out
 */
char *
oct_school_columns_to_text (const OctColumn *columns)
{
  GString *text;

  g_return_val_if_fail (columns != NULL, NULL);

  if (oct_school_columns_equal (columns, default_columns))
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; columns[i] != OCT_N_COLUMNS; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      g_string_append (text, oct_column_key (columns[i]));
    }
  return g_string_free (text, FALSE);
}

/**
 * oct_school_columns_count:
 * @columns: columns ended by %OCT_N_COLUMNS
 *
 * Returns: how many there are
 */
guint
oct_school_columns_count (const OctColumn *columns)
{
  guint n = 0;

  g_return_val_if_fail (columns != NULL, 0);

  while (columns[n] != OCT_N_COLUMNS)
    n++;
  return n;
}

/**
 * oct_school_columns_copy:
 * @columns: columns ended by %OCT_N_COLUMNS
 *
 * Returns: (transfer full): a copy of the set, free with g_free()
 */
OctColumn *
oct_school_columns_copy (const OctColumn *columns)
{
  return g_memdup2 (columns, (oct_school_columns_count (columns) + 1) * sizeof *columns);
}

/**
 * oct_school_columns_contain:
 * @columns: columns ended by %OCT_N_COLUMNS
 * @column: a column
 *
 * Returns: whether @columns shows @column
 */
gboolean
oct_school_columns_contain (const OctColumn *columns, OctColumn column)
{
  g_return_val_if_fail (columns != NULL, FALSE);

  for (; *columns != OCT_N_COLUMNS; columns++)
    {
      if (*columns == column)
        return TRUE;
    }
  return FALSE;
}

/**
 * oct_school_columns_equal:
 * @a: columns ended by %OCT_N_COLUMNS
 * @b: columns ended by %OCT_N_COLUMNS
 *
 * Returns: whether both hold the same columns in the same order
 */
gboolean
oct_school_columns_equal (const OctColumn *a, const OctColumn *b)
{
  guint n;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  n = oct_school_columns_count (a);
  return n == oct_school_columns_count (b) && memcmp (a, b, n * sizeof *a) == 0;
}

/**
 * oct_school_column_heading:
 * @column: a column
 *
 * Returns: what stands over the column: its label, shortened where the table has no room for it
 */
const char *
oct_school_column_heading (OctColumn column)
{
  switch (column)
    {
    case OCT_COLUMN_FSM:
      /* Translators: heading of a narrow column: percentage of pupils with free school meals. */
      return _ ("FSM");
    case OCT_COLUMN_LA:
      return _ ("Local authority");
    case OCT_COLUMN_TYPE_GROUP:
      /* Translators: heading of a narrow column: the group of school types. */
      return _ ("Type group");
    default:
      return oct_column_label (column);
    }
}

/**
 * oct_school_column_chars:
 * @column: a column
 *
 * Returns: how many characters of the usual font the column likes to be wide; its heading and the
 *   arrow beside it have room
 */
guint
oct_school_column_chars (OctColumn column)
{
  g_return_val_if_fail (column < OCT_N_COLUMNS, 0);

  if (oct_column_is_numeric (column))
    return MAX (shapes[column].chars,
                (guint) g_utf8_strlen (oct_school_column_heading (column), -1) + ARROW_CHARS);
  return shapes[column].chars;
}

/**
 * oct_school_column_stretch:
 * @column: a column
 *
 * Returns: its share of the room that is left over, 0 where more room would not help it
 */
guint
oct_school_column_stretch (OctColumn column)
{
  g_return_val_if_fail (column < OCT_N_COLUMNS, 0);

  return shapes[column].stretch;
}

/**
 * oct_school_column_matches:
 * @column: a column
 *
 * Returns: whether a search looks for words in what the column shows
 */
gboolean
oct_school_column_matches (OctColumn column)
{
  g_return_val_if_fail (column < OCT_N_COLUMNS, FALSE);

  return shapes[column].matches;
}
