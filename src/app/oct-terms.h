/* Terms and school years as periods that a cycle can have: autumn, spring and summer around a day. */
#pragma once

#include "oct-own-trust.h"

G_BEGIN_DECLS

/* (transfer full) (element-type OctCycle): the term before @day's, its own, the next one, and its
 * school year, with names and days; without ids. */
GPtrArray *oct_terms_around (OctDate day);

G_END_DECLS
