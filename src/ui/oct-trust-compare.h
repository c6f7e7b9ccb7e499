/* A trust side by side with up to five others: a table of figures, and bars. */
#pragma once

#include <adwaita.h>

#include "oct-session.h"

G_BEGIN_DECLS

#define OCT_TYPE_TRUST_COMPARE (oct_trust_compare_get_type ())
G_DECLARE_FINAL_TYPE (OctTrustCompare, oct_trust_compare, OCT, TRUST_COMPARE, AdwBin)

#define OCT_TRUST_COMPARE_MAX 5

/* Signal "changed": others were added or taken away. */
/* @others: (nullable): UIDs with commas between, "1234,2345". */
void oct_trust_compare_load (OctTrustCompare *self, OctSession *session, guint32 uid,
                             const char *others);
char *oct_trust_compare_get_others (OctTrustCompare *self);
char *oct_trust_compare_to_text (OctTrustCompare *self);

G_END_DECLS
