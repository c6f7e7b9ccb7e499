/* The pictures of the national picture. Ids handed back are keys: of an area, a band or a year. */
#pragma once

#include "oct-chart.h"
#include "oct-national.h"

G_BEGIN_DECLS

/* Which share is drawn. */
typedef enum
{
  OCT_SHARE_ALL,
  OCT_SHARE_SECONDARY,
  OCT_SHARE_PRIMARY,
  OCT_N_SHARES
} OctShareKind;

const OctShare *oct_share_of_row (const OctShareRow *row, OctShareKind share);
const char *oct_share_title (OctShareKind share);

/* @rows: (element-type OctShareRow). */
OctChart *oct_national_create_bars (OctNational *national, gboolean authorities,
                                    OctShareKind share);
OctChart *oct_national_create_map (OctNational *national, gboolean authorities, OctShareKind share);
/* @own: open schools of one's own trust, 0 for none. */
OctChart *oct_national_create_sizes (OctNational *national, guint own);
OctChart *oct_national_create_joins (OctNational *national, guint *unknown);

G_END_DECLS
