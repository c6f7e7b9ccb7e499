/* The table of fields, made from oct-field-list.h.
 *
 * Names are looked up by everything that reads a dataset description or a column of the register,
 * from whichever thread, so the look-up table is made once and only read after that.
 */
#include "oct-field.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *name;
  const char *label;
  OctFieldKind kind;
  OctFieldGroup group;
} FieldInfo;

static const FieldInfo FIELDS[OCT_N_FIELDS] = {
#define OCT_FIELD(id, name, kind, group, label)                                                    \
  [OCT_FIELD_##id] = { name, label, OCT_FIELD_KIND_##kind, OCT_FIELD_GROUP_##group },
#include "oct-field-list.h"
#undef OCT_FIELD
};

static const char *const GROUP_LABELS[OCT_N_FIELD_GROUPS] = {
  [OCT_FIELD_GROUP_IDENTITY] = N_("Identity"),
  [OCT_FIELD_GROUP_PEOPLE] = N_("People"),
  [OCT_FIELD_GROUP_PUPILS] = N_("Pupils"),
  [OCT_FIELD_GROUP_PROVISION] = N_("Provision"),
  [OCT_FIELD_GROUP_SEND] = N_("Special educational needs"),
  [OCT_FIELD_GROUP_GOVERNANCE] = N_("Governance"),
  [OCT_FIELD_GROUP_INSPECTION] = N_("Inspection"),
  [OCT_FIELD_GROUP_CONTACT] = N_("Contact"),
  [OCT_FIELD_GROUP_PLACE] = N_("Place"),
  [OCT_FIELD_GROUP_HISTORY] = N_("History"),
  [OCT_FIELD_GROUP_CODES] = N_("Codes"),
};

static gpointer
make_name_table (gpointer data)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < OCT_N_FIELDS; i++)
    g_hash_table_insert (table, (gpointer) FIELDS[i].name, GUINT_TO_POINTER (i));
  return table;
}

/**
 * oct_field_name:
 *
 * Returns: the field's name in dataset descriptions and in the register's table
 */
const char *
oct_field_name (OctField field)
{
  g_return_val_if_fail ((guint) field < OCT_N_FIELDS, "");

  return FIELDS[field].name;
}

/**
 * oct_field_label:
 *
 * Returns: the field's translated name for people
 */
const char *
oct_field_label (OctField field)
{
  g_return_val_if_fail ((guint) field < OCT_N_FIELDS, "");

  return _(FIELDS[field].label);
}

/**
 * oct_field_kind:
 *
 * Returns: what kind of value the field holds
 */
OctFieldKind
oct_field_kind (OctField field)
{
  g_return_val_if_fail ((guint) field < OCT_N_FIELDS, OCT_FIELD_KIND_TEXT);

  return FIELDS[field].kind;
}

/**
 * oct_field_group:
 *
 * Returns: the group in which the field is shown
 */
OctFieldGroup
oct_field_group (OctField field)
{
  g_return_val_if_fail ((guint) field < OCT_N_FIELDS, OCT_FIELD_GROUP_CODES);

  return FIELDS[field].group;
}

/**
 * oct_field_from_name:
 * @name: a name as in oct_field_name()
 * @field: (out): the field of that name
 *
 * May be called from any thread.
 *
 * Returns: whether there is such a field
 */
gboolean
oct_field_from_name (const char *name, OctField *field)
{
  static GOnce once = G_ONCE_INIT;
  gpointer value;

  g_return_val_if_fail (name != NULL, FALSE);

  g_once (&once, make_name_table, NULL);
  if (!g_hash_table_lookup_extended (once.retval, name, NULL, &value))
    return FALSE;
  *field = (OctField) GPOINTER_TO_UINT (value);
  return TRUE;
}

/**
 * oct_field_group_label:
 *
 * Returns: the group's translated name
 */
const char *
oct_field_group_label (OctFieldGroup group)
{
  g_return_val_if_fail ((guint) group < OCT_N_FIELD_GROUPS, "");

  return _(GROUP_LABELS[group]);
}
