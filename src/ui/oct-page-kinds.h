/* Which class shows which kind of location. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

GType oct_page_kind_get_type (const char *kind);

G_END_DECLS
