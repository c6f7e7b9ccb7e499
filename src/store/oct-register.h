/* The register as it stands: a read-only view of register.db and its index.
 *
 * One OctRegister is one version; an import makes a new one and the session swaps it. Every
 * function that touches SQLite may block and so runs on a worker thread of the session, except
 * what is answered from the index or from the sums made at opening.
 */
#pragma once

#include <gio/gio.h>

#include "oct-change.h"
#include "oct-fact.h"
#include "oct-index.h"
#include "oct-link.h"
#include "oct-source.h"
#include "oct-trust.h"

G_BEGIN_DECLS

#define OCT_TYPE_REGISTER (oct_register_get_type ())
G_DECLARE_FINAL_TYPE (OctRegister, oct_register, OCT, REGISTER, GObject)

OctRegister *oct_register_open (const char *data_dir, GError **error);
OctIndex *oct_register_get_index (OctRegister *self);
const char *oct_register_get_hash (OctRegister *self);
OctDate oct_register_get_as_at (OctRegister *self);

/* Every group of schools, OctTrust, in order of name; made once and kept. */
GListModel *oct_register_get_trusts (OctRegister *self);
OctTrust *oct_register_get_trust (OctRegister *self, guint32 uid);

/* (element-type OctFact) in the order of the fields; only those that are stated. */
GPtrArray *oct_register_read_facts (OctRegister *self, guint32 urn, GError **error);
/* (element-type OctLink) both directions, the publisher's words, oldest first. */
GPtrArray *oct_register_read_links (OctRegister *self, guint32 urn, GError **error);
/* (element-type OctSource) in order of publication. */
GPtrArray *oct_register_read_sources (OctRegister *self, GError **error);

/**
 * OctChangeFilter:
 * @since: changes seen by a release after this day; 0 for all
 * @urn: of one school; 0 for all
 * @uid: of one trust, the schools it has, gained or lost; 0 for all
 * @kind: one kind, or OCT_N_CHANGES for all
 * @limit: 0 for no limit
 */
typedef struct
{
  OctDate since;
  guint32 urn;
  guint32 uid;
  OctChangeKind kind;
  guint limit;
} OctChangeFilter;

/* (element-type OctChange) newest first, then by school. */
GPtrArray *oct_register_read_changes (OctRegister *self, const OctChangeFilter *filter,
                                      GError **error);

/**
 * OctTrustGrowth:
 * A trust's schools and pupils in one full release.
 */
typedef struct
{
  OctDate date;
  guint schools;
  gint32 pupils;
} OctTrustGrowth;

/* (element-type OctTrustGrowth) in order of date, one for each full release imported. */
GArray *oct_register_read_growth (OctRegister *self, guint32 uid, GError **error);

/* Runs SQLite's integrity check and compares the index with the register's own record of it. */
gboolean oct_register_check (OctRegister *self, GError **error);

G_END_DECLS
