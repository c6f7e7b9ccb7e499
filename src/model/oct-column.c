/* The columns of a table of schools: keys for saved views and the command line, and headings for
 * people.
 */
#include "oct-school-query.h"

#include <glib/gi18n.h>

static const struct
{
  const char *key;
  const char *label;
  gboolean numeric; /* set to the end of its cell, and the larger is the later */
} COLUMNS[OCT_N_COLUMNS] = {
  [OCT_COLUMN_NAME] = { "name", N_("Name"), FALSE },
  [OCT_COLUMN_URN] = { "urn", N_("URN"), TRUE },
  [OCT_COLUMN_PHASE] = { "phase", N_("Phase"), FALSE },
  [OCT_COLUMN_TYPE] = { "type", N_("Type"), FALSE },
  [OCT_COLUMN_TYPE_GROUP] = { "type_group", N_("Type group"), FALSE },
  [OCT_COLUMN_STATUS] = { "status", N_("Status"), FALSE },
  [OCT_COLUMN_TRUST] = { "trust", N_("Trust"), FALSE },
  [OCT_COLUMN_LA] = { "la", N_("Local authority"), FALSE },
  [OCT_COLUMN_REGION] = { "region", N_("Region"), FALSE },
  [OCT_COLUMN_TOWN] = { "town", N_("Town"), FALSE },
  [OCT_COLUMN_POSTCODE] = { "postcode", N_("Postcode"), FALSE },
  [OCT_COLUMN_HEAD] = { "head", N_("Headteacher"), FALSE },
  [OCT_COLUMN_PUPILS] = { "pupils", N_("Pupils"), TRUE },
  [OCT_COLUMN_CAPACITY] = { "capacity", N_("Capacity"), TRUE },
  [OCT_COLUMN_CAPACITY_USED] = { "capacity_used", N_("Capacity used"), TRUE },
  [OCT_COLUMN_FSM] = { "fsm", N_("Free school meals"), TRUE },
  [OCT_COLUMN_AGES] = { "ages", N_("Ages"), TRUE },
  [OCT_COLUMN_GENDER] = { "gender", N_("Gender of entry"), FALSE },
  [OCT_COLUMN_RELIGION] = { "religion", N_("Religious character"), FALSE },
  [OCT_COLUMN_SIXTH_FORM] = { "sixth_form", N_("Sixth form"), FALSE },
  [OCT_COLUMN_OPENED] = { "opened", N_("Opened"), TRUE },
  [OCT_COLUMN_CLOSED] = { "closed", N_("Closed"), TRUE },
  [OCT_COLUMN_JOINED] = { "joined", N_("Joined trust"), TRUE },
  [OCT_COLUMN_DISTANCE] = { "distance", N_("Distance"), TRUE },
  [OCT_COLUMN_RELEVANCE] = { "relevance", N_("Best match"), FALSE },
};

/**
 * oct_column_key:
 *
 * Returns: the column's fixed key, such as "pupils"
 */
const char *
oct_column_key (OctColumn column)
{
  g_return_val_if_fail ((guint) column < OCT_N_COLUMNS, "");

  return COLUMNS[column].key;
}

/**
 * oct_column_label:
 *
 * Returns: the column's translated heading
 */
const char *
oct_column_label (OctColumn column)
{
  g_return_val_if_fail ((guint) column < OCT_N_COLUMNS, "");

  return _(COLUMNS[column].label);
}

/**
 * oct_column_from_key:
 * @key: (nullable): a key as in oct_column_key()
 * @column: (out): the column
 *
 * Returns: whether there is such a column
 */
gboolean
oct_column_from_key (const char *key, OctColumn *column)
{
  if (key == NULL)
    return FALSE;
  for (guint i = 0; i < OCT_N_COLUMNS; i++)
    if (g_str_equal (COLUMNS[i].key, key))
      {
        *column = (OctColumn) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * oct_column_is_numeric:
 *
 * Returns: whether the column holds numbers or days, rather than words
 */
gboolean
oct_column_is_numeric (OctColumn column)
{
  g_return_val_if_fail ((guint) column < OCT_N_COLUMNS, FALSE);

  return COLUMNS[column].numeric;
}
