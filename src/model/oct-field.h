/* The fields of the register: every fact a public file states about an establishment.
 *
 * The list lives in oct-field-list.h, one line a field. A dataset description maps the columns
 * of a file to these fields by name, the register's table has one column for each, and the
 * school page shows them in their groups, so a field is named in one place only.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  OCT_FIELD_KIND_TEXT,
  OCT_FIELD_KIND_INTEGER,
  OCT_FIELD_KIND_DATE,
  OCT_FIELD_KIND_PERCENT, /* kept as tenths of a per cent */
} OctFieldKind;

typedef enum
{
  OCT_FIELD_GROUP_IDENTITY,
  OCT_FIELD_GROUP_PEOPLE,
  OCT_FIELD_GROUP_PUPILS,
  OCT_FIELD_GROUP_PROVISION,
  OCT_FIELD_GROUP_SEND,
  OCT_FIELD_GROUP_GOVERNANCE,
  OCT_FIELD_GROUP_INSPECTION,
  OCT_FIELD_GROUP_CONTACT,
  OCT_FIELD_GROUP_PLACE,
  OCT_FIELD_GROUP_HISTORY,
  OCT_FIELD_GROUP_CODES,
  OCT_N_FIELD_GROUPS
} OctFieldGroup;

typedef enum
{
#define OCT_FIELD(id, name, kind, group, label) OCT_FIELD_##id,
#include "oct-field-list.h"
#undef OCT_FIELD
  OCT_N_FIELDS
} OctField;

const char *oct_field_name (OctField field);
const char *oct_field_label (OctField field);
OctFieldKind oct_field_kind (OctField field);
OctFieldGroup oct_field_group (OctField field);
gboolean oct_field_from_name (const char *name, OctField *field);
const char *oct_field_group_label (OctFieldGroup group);

G_END_DECLS
