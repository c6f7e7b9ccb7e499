/* Above the table of trusts: in which order, and with which columns. */
#pragma once

#include <adwaita.h>

#include "oct-trust-table.h"

G_BEGIN_DECLS

#define OCT_TYPE_TRUSTS_OPTIONS (oct_trusts_options_get_type ())
G_DECLARE_FINAL_TYPE (OctTrustsOptions, oct_trusts_options, OCT, TRUSTS_OPTIONS, AdwBin)

/* Signal "sort" (guint column, gboolean descending): another order was chosen. */
void oct_trusts_options_set_table (OctTrustsOptions *self, OctTrustTable *table,
                                   OctSession *session);
void oct_trusts_options_set_sort (OctTrustsOptions *self, OctTrustColumn column,
                                  gboolean descending);

G_END_DECLS
