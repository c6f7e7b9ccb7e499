/* The line of a school: what it was before, what it is, what became of it.
 *
 * A school that becomes an academy, merges or moves gets a new URN; its history is a line of
 * establishments. Each is a chip that opens its page; arrows lead from older to newer.
 */
#pragma once

#include <adwaita.h>

#include "oct-session.h"

G_BEGIN_DECLS

#define OCT_TYPE_LINEAGE (oct_lineage_get_type ())
G_DECLARE_FINAL_TYPE (OctLineage, oct_lineage, OCT, LINEAGE, AdwBin)

/* Property "empty": there is nothing before and nothing after. */
GtkWidget *oct_lineage_new (void);
void oct_lineage_load (OctLineage *self, OctSession *session, guint32 urn);
gboolean oct_lineage_is_empty (OctLineage *self);

G_END_DECLS
