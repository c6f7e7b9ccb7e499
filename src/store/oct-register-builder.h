/* Making a register: the last one, or nothing, and one source folded into it.
 *
 * A register is the fold of its sources in order of publication: for every field, the newest file
 * that states it wins. The builder writes a new register.db beside the old one: what the source
 * doesn't touch is copied, each row it states is compared with what was known, differences in
 * what a person would call a change are recorded with both values and both dates. Private to
 * src/store and src/import.
 */
#pragma once

#include <gio/gio.h>

#include "oct-field.h"
#include "oct-source.h"

G_BEGIN_DECLS

typedef struct _OctRegisterBuilder OctRegisterBuilder;

/**
 * OctValue:
 * A value of a field, as read: nothing, a number, or text (UTF-8, not terminated), which must stay
 * valid until the call it is given to returns.
 */
typedef struct
{
  enum
  {
    OCT_VALUE_NONE,
    OCT_VALUE_NUMBER,
    OCT_VALUE_TEXT
  } kind;
  int length;
  gint64 number;
  const char *text;
} OctValue;

typedef enum
{
  OCT_ROW_ADDED,
  OCT_ROW_CHANGED,
  OCT_ROW_UNCHANGED,
  OCT_ROW_DUPLICATE,
  OCT_ROW_FAILED,
} OctRowOutcome;

/* What a group row states; texts as OctValue. */
typedef enum
{
  OCT_GROUP_FACT_UID,
  OCT_GROUP_FACT_GROUP_ID,
  OCT_GROUP_FACT_NAME,
  OCT_GROUP_FACT_COMPANY_NUMBER,
  OCT_GROUP_FACT_TYPE, /* number: OctGroupType */
  OCT_GROUP_FACT_CLOSED,
  OCT_GROUP_FACT_OPENED,
  OCT_GROUP_FACT_INCORPORATED,
  OCT_GROUP_FACT_STATUS,
  OCT_GROUP_FACT_STREET,
  OCT_GROUP_FACT_LOCALITY,
  OCT_GROUP_FACT_TOWN,
  OCT_GROUP_FACT_COUNTY,
  OCT_GROUP_FACT_POSTCODE,
  OCT_GROUP_FACT_UKPRN,
  OCT_N_GROUP_FACTS
} OctGroupFact;

OctRegisterBuilder *oct_register_builder_new (const char *path, const char *old_path,
                                              GError **error);
void oct_register_builder_free (OctRegisterBuilder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctRegisterBuilder, oct_register_builder_free)

/* @fields: the fields the source states, for a source of establishments; @complete: it lists all. */
gboolean oct_register_builder_begin (OctRegisterBuilder *self, const OctSourceFacts *source,
                                     int precedence, const OctField *fields, guint n_fields,
                                     gboolean complete, GError **error);
/* @values: as long as @fields. */
OctRowOutcome oct_register_builder_put_establishment (OctRegisterBuilder *self, guint32 urn,
                                                      const OctValue *values, GError **error);
OctRowOutcome oct_register_builder_put_group (OctRegisterBuilder *self, guint32 uid,
                                              const OctValue *values, GError **error);
OctRowOutcome oct_register_builder_put_membership (OctRegisterBuilder *self, guint32 urn,
                                                   guint32 uid, OctDate joined, GError **error);
OctRowOutcome oct_register_builder_put_link (OctRegisterBuilder *self, guint32 urn,
                                             guint32 other_urn, const OctValue *type,
                                             const OctValue *other_name, OctDate established,
                                             GError **error);
gboolean oct_register_builder_end (OctRegisterBuilder *self, guint rows, GError **error);

/* (transfer full) @self: closes the new database, so that it can be folded into again or sealed. Nothing
 * is synced yet. */
gboolean oct_register_builder_commit (OctRegisterBuilder *self, GError **error);

typedef gboolean (*OctSealProgress) (double fraction, gpointer data);

/* Makes the index of a committed database as register-HASH.index in @folder, names the register and syncs both. */
gboolean oct_register_seal (const char *path, const char *folder, const char *hash,
                            OctSealProgress progress, gpointer data, GError **error);

/* A digest of everything a register says, whatever its file looks like; for tests and `check`. */
char *oct_register_content_hash (const char *path, GError **error);

#define OCT_REGISTER_APPLICATION_ID 0x4f637452 /* "OctR" */
#define OCT_REGISTER_VERSION 1

G_END_DECLS
