/* What the parts of the register's builder share: the state of one fold. */
#pragma once

#include "oct-register-builder.h"
#include "oct-sql.h"

G_BEGIN_DECLS

/* URNs have six digits today; anything up to this is taken. */
#define OCT_URN_MAX 9999999

typedef struct
{
  guint schools;
  gint64 pupils;
} OctTrustCount;

struct _OctRegisterBuilder
{
  sqlite3 *db;
  char *path;
  gboolean has_old;

  /* The source being folded in. */
  guint source_id;
  OctDate published;
  OctField *fields;
  guint n_fields;
  gboolean complete;
  gboolean had_complete;      /* an earlier source listed every establishment */
  int position[OCT_N_FIELDS]; /* field → its place in @fields, or -1 */
  guint8 *seen;               /* bitset of URNs */
  GHashTable *source_sets;    /* id of the old set → id of the new one */
  guint next_source_set;
  GHashTable *trust_counts; /* UID → OctTrustCount */
  guint rows;

  sqlite3_stmt *insert;
  sqlite3_stmt *select_old; /* one establishment whole */
  sqlite3_stmt
    *glance_old;      /* its digest, its set of sources and the fields this file doesn't state */
  OctField *unstated; /* those fields, in the order of the glance */
  guint n_unstated;
  sqlite3_stmt *insert_change;
  sqlite3_stmt *put; /* link, group or membership */
  sqlite3_stmt *get;
};

/* In SELECTs of a whole establishment: the fields in order, then these. */
#define OCT_COLUMN_SOURCE_SET OCT_N_FIELDS
#define OCT_COLUMN_DELISTED (OCT_N_FIELDS + 1)
#define OCT_COLUMN_DIGEST (OCT_N_FIELDS + 2)
#define OCT_N_ESTABLISHMENT_COLUMNS (OCT_N_FIELDS + 3)

gboolean oct_builder_begin_establishments (OctRegisterBuilder *self, GError **error);
gboolean oct_builder_end_establishments (OctRegisterBuilder *self, GError **error);
guint oct_builder_map_source_set (OctRegisterBuilder *self, guint old_set, GError **error);

gboolean oct_builder_record_changes (OctRegisterBuilder *self, guint32 urn, const OctValue *values,
                                     sqlite3_stmt *old, GError **error);
gboolean oct_builder_record_arrival (OctRegisterBuilder *self, guint32 urn, const OctValue *values,
                                     GError **error);
gboolean oct_builder_record_delisting (OctRegisterBuilder *self, sqlite3_stmt *old, GError **error);

G_END_DECLS
