/* Making differences; shared by the files that find and accept them. Private to src/model. */
#pragma once

#include "oct-difference.h"

G_BEGIN_DECLS

OctDifference *oct_difference_new (OctDifferenceKind kind, const char *school_id, const char *name);
void oct_difference_add_line (OctDifference *self, const char *label, const char *before,
                              const char *after);
void oct_difference_add_facts (OctDifference *self, const OctOwnSchool *own,
                               const OctSchoolFacts *facts);
void oct_difference_add_urn (OctDifference *self, guint32 before, guint32 after);
void oct_difference_seal (OctDifference *self);
GPtrArray *oct_difference_follow (GHashTable *by_urn, GPtrArray *links, guint32 urn);

G_END_DECLS
