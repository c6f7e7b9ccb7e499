/* The table of trusts: what its columns are and what its rows say. */
#pragma once

#include "oct-session.h"
#include "oct-drawn-table.h"
#include "oct-trust-column.h"

G_BEGIN_DECLS

#define OCT_TYPE_TRUST_TABLE (oct_trust_table_get_type ())
G_DECLARE_FINAL_TYPE (OctTrustTable, oct_trust_table, OCT, TRUST_TABLE, OctDrawnTable)

GtkWidget *oct_trust_table_new (void);
void oct_trust_table_set_session (OctTrustTable *self, OctSession *session);
guint *oct_trust_table_parse_columns (const char *text);
char *oct_trust_table_columns_to_text (OctTrustTable *self);

G_END_DECLS
