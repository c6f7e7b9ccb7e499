/* Comparing on a worker's thread; private to src/app. */
#pragma once

#include "oct-difference.h"
#include "oct-register.h"

G_BEGIN_DECLS

GPtrArray *oct_acceptance_compare (OctRegister *reg, const OctOwnTrust *trust, GPtrArray *schools,
                                   gboolean *found, GError **error);

G_END_DECLS
