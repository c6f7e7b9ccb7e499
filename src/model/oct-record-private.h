/* What the checks of records share, and nobody else sees. */
#pragma once

#include "oct-record.h"

G_BEGIN_DECLS

/* Whether a text says nothing. */
gboolean oct_text_is_blank (const char *text);
/* Sets %OCT_ERROR_RULE with @message; always FALSE. */
gboolean oct_record_refuse (GError **error, const char *message);

G_END_DECLS
