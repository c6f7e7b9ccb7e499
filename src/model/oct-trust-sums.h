/* What the schools of each trust add up to, for the whole register in one pass.
 *
 * Only open schools count. The sums are made where a trust is made, so that a list of trusts, the
 * page of one trust and a report can't disagree.
 */
#pragma once

#include "oct-school.h"
#include "oct-trust.h"

G_BEGIN_DECLS

typedef struct _OctTrustSums OctTrustSums;

OctTrustSums *oct_trust_sums_new (OctDate as_at);
void oct_trust_sums_free (OctTrustSums *sums);
void oct_trust_sums_add (OctTrustSums *sums, const OctSchoolFacts *facts);
gboolean oct_trust_sums_fill (OctTrustSums *sums, OctTrustFacts *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctTrustSums, oct_trust_sums_free)

G_END_DECLS
