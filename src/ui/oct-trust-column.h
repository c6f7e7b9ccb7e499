/* What a table of trusts can show and be sorted by. */
#pragma once

#include "oct-trust.h"

G_BEGIN_DECLS

typedef enum
{
  OCT_TRUST_COLUMN_NAME,
  OCT_TRUST_COLUMN_UID,
  OCT_TRUST_COLUMN_TYPE,
  OCT_TRUST_COLUMN_SCHOOLS,
  OCT_TRUST_COLUMN_PRIMARY,
  OCT_TRUST_COLUMN_SECONDARY,
  OCT_TRUST_COLUMN_SPECIAL,
  OCT_TRUST_COLUMN_PUPILS,
  OCT_TRUST_COLUMN_FSM,
  OCT_TRUST_COLUMN_CAPACITY_USED,
  OCT_TRUST_COLUMN_MAIN_REGION,
  OCT_TRUST_COLUMN_REGIONS,
  OCT_TRUST_COLUMN_AUTHORITIES,
  OCT_TRUST_COLUMN_OPENED_SINCE,
  OCT_TRUST_COLUMN_JOINED_SINCE,
  OCT_TRUST_COLUMN_LEFT_SINCE,
  OCT_TRUST_COLUMN_OPENED,
  OCT_TRUST_COLUMN_TOWN,
  OCT_N_TRUST_COLUMNS
} OctTrustColumn;

const char *oct_trust_column_key (OctTrustColumn column);
const char *oct_trust_column_label (OctTrustColumn column);
gboolean oct_trust_column_from_key (const char *key, OctTrustColumn *column);
gboolean oct_trust_column_is_numeric (OctTrustColumn column);
gboolean oct_trust_column_is_default (OctTrustColumn column);
char *oct_trust_column_text (OctTrustColumn column, const OctTrustFacts *facts);
/* A figure for charts and orders; below 0 where it isn't stated or the column is no figure. */
double oct_trust_column_value (OctTrustColumn column, const OctTrustFacts *facts);
guint oct_trust_schools_primary (const OctTrustFacts *facts);
guint oct_trust_schools_secondary (const OctTrustFacts *facts);

G_END_DECLS
