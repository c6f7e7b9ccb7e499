/* The rows of the table of trusts: a GListModel over the answer to a query. */
#pragma once

#include <gio/gio.h>

#include "oct-session.h"
#include "oct-trust-query.h"

G_BEGIN_DECLS

#define OCT_TYPE_TRUST_LIST (oct_trust_list_get_type ())
G_DECLARE_FINAL_TYPE (OctTrustList, oct_trust_list, OCT, TRUST_LIST, GObject)

/**
 * OctTrustCounts:
 * @of_kind: how many of each kind match everything but the kind
 * @in_list: how many there are of the kind and status asked for, whatever else is asked
 */
typedef struct
{
  guint of_kind[OCT_N_TRUST_KINDS];
  guint in_list;
} OctTrustCounts;

OctTrustList *oct_trust_list_new (void);
gboolean oct_trust_list_ask (OctTrustList *self, OctSession *session, const OctTrustQuery *query,
                             OctTrustCounts *counts);

G_END_DECLS
