/* What no file states and every list wants: when a school joined its trust, whose pupils an academy
 * has that was not open at the census, and a trust's present name. Private to src/store.
 */
#pragma once

#include "oct-date.h"
#include "oct-sql.h"
#include "oct-vocabulary.h"

G_BEGIN_DECLS

typedef struct _OctIndexDerive OctIndexDerive;

OctIndexDerive *oct_index_derive_new (sqlite3 *db, GError **error);
void oct_index_derive_free (OctIndexDerive *self);
OctDate oct_index_derive_as_at (OctIndexDerive *self);
const char *oct_index_derive_trust_name (OctIndexDerive *self, guint32 uid, const char *stated);
OctGroupType oct_index_derive_trust_type (OctIndexDerive *self, guint32 uid, const char *flag);
OctDate oct_index_derive_joined (OctIndexDerive *self, guint32 urn, guint32 uid, OctDate opened,
                                 gboolean academy);
void oct_index_derive_pupils (OctIndexDerive *self, guint32 urn, gint32 *pupils, gint32 *fsm,
                              guint32 *from);

G_END_DECLS
