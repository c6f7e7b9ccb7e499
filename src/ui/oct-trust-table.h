/* A table of trusts with chosen columns and an order. */
#pragma once

#include <adwaita.h>

#include "oct-session.h"
#include "oct-trust-column.h"

G_BEGIN_DECLS

#define OCT_TYPE_TRUST_TABLE (oct_trust_table_get_type ())
G_DECLARE_FINAL_TYPE (OctTrustTable, oct_trust_table, OCT, TRUST_TABLE, AdwBin)

/* Signal "activate" (guint uid). Signal "sort-changed": the order was changed in the headings. */
GtkWidget *oct_trust_table_new (void);
void oct_trust_table_set_session (OctTrustTable *self, OctSession *session);
/* @trusts: (element-type OctTrust) those to show, in any order. */
void oct_trust_table_set_trusts (OctTrustTable *self, GPtrArray *trusts);
/* @words: what to tint in the names of the trusts that are set next, folded. */
void oct_trust_table_set_words (OctTrustTable *self, const char *words);
gboolean oct_trust_table_focus_rows (OctTrustTable *self);
/* The trusts in the order shown. */
GListModel *oct_trust_table_get_model (OctTrustTable *self);
void oct_trust_table_set_sort (OctTrustTable *self, OctTrustColumn column, gboolean descending);
OctTrustColumn oct_trust_table_get_sort (OctTrustTable *self, gboolean *descending);
void oct_trust_table_set_shown (OctTrustTable *self, OctTrustColumn column, gboolean shown);
gboolean oct_trust_table_get_shown (OctTrustTable *self, OctTrustColumn column);
void oct_trust_table_update_stars (OctTrustTable *self);

G_END_DECLS
