/* What a table of trusts can show and be sorted by.
 *
 * Each column has a key for locations, a heading, its text and its value, so that the table, the
 * order and the comparison of trusts show the same figure by the same name.
 */

#include "oct-trust-column.h"

#include <glib/gi18n.h>

#include "oct-text.h"

typedef struct
{
  const char *key;
  const char *label;
  gboolean numeric;
  gboolean is_default;
} ColumnInfo;

static const ColumnInfo columns[OCT_N_TRUST_COLUMNS] = {
  [OCT_TRUST_COLUMN_NAME] = { "name", N_("Name"), FALSE, TRUE },
  [OCT_TRUST_COLUMN_UID] = { "uid", N_("UID"), TRUE, FALSE },
  [OCT_TRUST_COLUMN_TYPE] = { "kind", N_("Type"), FALSE, FALSE },
  [OCT_TRUST_COLUMN_SCHOOLS] = { "schools", N_("Schools"), TRUE, TRUE },
  [OCT_TRUST_COLUMN_PRIMARY] = { "primary", N_("Primary"), TRUE, TRUE },
  [OCT_TRUST_COLUMN_SECONDARY] = { "secondary", N_("Secondary"), TRUE, TRUE },
  [OCT_TRUST_COLUMN_SPECIAL] = { "special", N_("Special"), TRUE, TRUE },
  [OCT_TRUST_COLUMN_PUPILS] = { "pupils", N_("Pupils"), TRUE, TRUE },
  [OCT_TRUST_COLUMN_FSM] = { "fsm", N_("FSM"), TRUE, TRUE },
  [OCT_TRUST_COLUMN_CAPACITY_USED] = { "used", N_("Capacity used"), TRUE, TRUE },
  [OCT_TRUST_COLUMN_MAIN_REGION] = { "region", N_("Most schools in"), FALSE, TRUE },
  [OCT_TRUST_COLUMN_REGIONS] = { "regions", N_("Regions"), TRUE, FALSE },
  [OCT_TRUST_COLUMN_AUTHORITIES] = { "las", N_("LAs"), TRUE, FALSE },
  [OCT_TRUST_COLUMN_OPENED_SINCE] = { "opened", N_("Opened in a year"), TRUE, FALSE },
  [OCT_TRUST_COLUMN_JOINED_SINCE] = { "joined", N_("Joined in a year"), TRUE, FALSE },
  [OCT_TRUST_COLUMN_LEFT_SINCE] = { "left", N_("Left in a year"), TRUE, FALSE },
  [OCT_TRUST_COLUMN_OPENED] = { "founded", N_("Trust opened"), TRUE, FALSE },
  [OCT_TRUST_COLUMN_TOWN] = { "town", N_("Town"), FALSE, FALSE },
};

/**
 * oct_trust_column_key:
 *
 * Returns: the name of @column in locations
 */
const char *
oct_trust_column_key (OctTrustColumn column)
{
  g_return_val_if_fail (column < OCT_N_TRUST_COLUMNS, NULL);

  return columns[column].key;
}

/**
 * oct_trust_column_label:
 *
 * Returns: the translated heading of @column
 */
const char *
oct_trust_column_label (OctTrustColumn column)
{
  g_return_val_if_fail (column < OCT_N_TRUST_COLUMNS, NULL);

  return _(columns[column].label);
}

/**
 * oct_trust_column_from_key:
 * @key: a name of a location
 * @column: (out): the column
 *
 * Returns: whether there is such a column
 */
gboolean
oct_trust_column_from_key (const char *key, OctTrustColumn *column)
{
  for (guint i = 0; i < OCT_N_TRUST_COLUMNS; i++)
    if (g_strcmp0 (columns[i].key, key) == 0)
      {
        *column = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * oct_trust_column_is_numeric:
 *
 * Returns: whether the column holds figures or days, which are set at its end and sorted largest
 *   first
 */
gboolean
oct_trust_column_is_numeric (OctTrustColumn column)
{
  g_return_val_if_fail (column < OCT_N_TRUST_COLUMNS, FALSE);

  return columns[column].numeric;
}

/**
 * oct_trust_column_is_default:
 *
 * Returns: whether the column is shown until somebody chooses
 */
gboolean
oct_trust_column_is_default (OctTrustColumn column)
{
  g_return_val_if_fail (column < OCT_N_TRUST_COLUMNS, FALSE);

  return columns[column].is_default;
}

/**
 * oct_trust_schools_primary:
 *
 * Returns: how many open schools count as primary
 */
guint
oct_trust_schools_primary (const OctTrustFacts *facts)
{
  guint n = 0;

  for (guint phase = 0; phase < OCT_N_PHASES; phase++)
    n += oct_phase_is_primary (phase) ? facts->schools_by_phase[phase] : 0;

  return n;
}

/**
 * oct_trust_schools_secondary:
 *
 * Returns: how many open schools count as secondary
 */
guint
oct_trust_schools_secondary (const OctTrustFacts *facts)
{
  guint n = 0;

  for (guint phase = 0; phase < OCT_N_PHASES; phase++)
    n += oct_phase_is_secondary (phase) ? facts->schools_by_phase[phase] : 0;

  return n;
}

/**
 * oct_trust_column_value:
 * @column: a column
 * @facts: a trust
 *
 * Returns: the figure, below 0 where it isn't stated or the column holds text
 */
double
oct_trust_column_value (OctTrustColumn column, const OctTrustFacts *facts)
{
  if (column >= OCT_TRUST_COLUMN_SCHOOLS && column <= OCT_TRUST_COLUMN_LEFT_SINCE
      && !oct_trust_facts_know_schools (facts))
    return -1;

  switch (column)
    {
    case OCT_TRUST_COLUMN_UID:
      return facts->uid;
    case OCT_TRUST_COLUMN_SCHOOLS:
      return facts->schools;
    case OCT_TRUST_COLUMN_PRIMARY:
      return oct_trust_schools_primary (facts);
    case OCT_TRUST_COLUMN_SECONDARY:
      return oct_trust_schools_secondary (facts);
    case OCT_TRUST_COLUMN_SPECIAL:
      return facts->special_schools;
    case OCT_TRUST_COLUMN_PUPILS:
      return facts->pupils;
    case OCT_TRUST_COLUMN_FSM:
      return facts->fsm_percent;
    case OCT_TRUST_COLUMN_CAPACITY_USED:
      return facts->capacity_used < 0 ? -1 : facts->capacity_used * 100;
    case OCT_TRUST_COLUMN_REGIONS:
      return facts->regions;
    case OCT_TRUST_COLUMN_AUTHORITIES:
      return facts->local_authorities;
    case OCT_TRUST_COLUMN_OPENED_SINCE:
      return facts->opened_since;
    case OCT_TRUST_COLUMN_JOINED_SINCE:
      return facts->joined_since;
    case OCT_TRUST_COLUMN_LEFT_SINCE:
      return facts->left_since;
    case OCT_TRUST_COLUMN_OPENED:
      return facts->opened == OCT_DATE_UNKNOWN ? -1 : facts->opened;
    case OCT_TRUST_COLUMN_NAME:
    case OCT_TRUST_COLUMN_TYPE:
    case OCT_TRUST_COLUMN_MAIN_REGION:
    case OCT_TRUST_COLUMN_TOWN:
    case OCT_N_TRUST_COLUMNS:
    default:
      return -1;
    }
}

static const char *
plain_text (OctTrustColumn column, const OctTrustFacts *facts)
{
  const char *text;

  switch (column)
    {
    case OCT_TRUST_COLUMN_NAME:
      text = facts->name;
      break;
    case OCT_TRUST_COLUMN_TYPE:
      text = oct_group_type_label (facts->type);
      break;
    case OCT_TRUST_COLUMN_MAIN_REGION:
      text = facts->main_region;
      break;
    case OCT_TRUST_COLUMN_TOWN:
      text = facts->town;
      break;
    default:
      text = NULL;
      break;
    }

  return text != NULL ? text : "";
}

/**
 * oct_trust_column_text:
 * @column: a column
 * @facts: a trust
 *
 * Returns: (transfer full): what the table shows
 */
char *
oct_trust_column_text (OctTrustColumn column, const OctTrustFacts *facts)
{
  switch (column)
    {
    case OCT_TRUST_COLUMN_FSM:
      return oct_text_percent (facts->fsm_percent);
    case OCT_TRUST_COLUMN_CAPACITY_USED:
      return oct_text_capacity_used (facts->capacity_used);
    case OCT_TRUST_COLUMN_UID:
      return g_strdup_printf ("%u", facts->uid);
    case OCT_TRUST_COLUMN_OPENED:
      return oct_text_date (facts->opened);
    default:
      return columns[column].numeric
               ? oct_text_number ((gint64) oct_trust_column_value (column, facts))
               : g_strdup (plain_text (column, facts));
    }
}
