/* A framework from a file as the next version of the one that is judged by. */
#pragma once

#include "oct-framework.h"

G_BEGIN_DECLS

OctFramework *oct_framework_make_next (OctFramework *current, OctFramework *other, GError **error);

G_END_DECLS
