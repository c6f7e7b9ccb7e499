/* What is read of one school or one trust on request: facts, links, changes, growth, sources. */

#include "oct-register.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-register-trusts.h"

typedef struct
{
  char *title;
  OctDate published;
  char *fields; /* ",name,la," */
} SourceFields;

static void
source_fields_free (SourceFields *source)
{
  g_free (source->title);
  g_free (source->fields);
  g_free (source);
}

/* The sources that state the school, newest first. */
static GPtrArray *
read_sources_of (OctRegister *self, int source_set, GError **error)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (
    (GDestroyNotify) source_fields_free);
  g_autoptr (sqlite3_stmt) s = oct_sql_prepare (
    oct_register_get_db (self),
    "SELECT title, published, ',' || fields || ',' FROM source WHERE instr"
    " (',' || (SELECT members FROM source_set WHERE id = ?1) || ',', ',' || id || ',') ORDER BY id DESC",
    error);
  g_autoptr (GError) local_error = NULL;

  if (s == NULL)
    return NULL;

  sqlite3_bind_int (s, 1, source_set);
  while (oct_sql_next (oct_register_get_db (self), s, &local_error))
    {
      SourceFields *source = g_new0 (SourceFields, 1);

      source->title = g_strdup (oct_sql_text (s, 0));
      source->published = sqlite3_column_int (s, 1);
      source->fields = g_strdup (oct_sql_text (s, 2));
      g_ptr_array_add (sources, source);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&sources);
}

static const SourceFields *
find_source (GPtrArray *sources, OctField field)
{
  g_autofree char *needle = g_strdup_printf (",%s,", oct_field_name (field));

  for (guint i = 0; i < sources->len; i++)
    {
      const SourceFields *source = g_ptr_array_index (sources, i);

      if (strstr (source->fields, needle) != NULL)
        return source;
    }

  return NULL;
}

static char *
format_value (sqlite3_stmt *s, OctField field)
{
  gint64 number = sqlite3_column_int64 (s, field);

  switch (oct_field_kind (field))
    {
    case OCT_FIELD_KIND_DATE:
      return number != 0 ? oct_date_to_text ((OctDate) number) : NULL;
    case OCT_FIELD_KIND_PERCENT:
      /* Translators: a percentage. */
      return g_strdup_printf (_("%.1f%%"), (double) number / 10.0);
    case OCT_FIELD_KIND_INTEGER:
      if (field == OCT_FIELD_URN || field == OCT_FIELD_TRUST_UID
          || field == OCT_FIELD_FEDERATION_UID || field == OCT_FIELD_EASTING
          || field == OCT_FIELD_NORTHING)
        return g_strdup_printf ("%" G_GINT64_FORMAT, number);
      return g_strdup_printf ("%'" G_GINT64_FORMAT, number);
    case OCT_FIELD_KIND_TEXT:
    default:
      return g_strdup (oct_sql_text (s, field));
    }
}

/**
 * oct_register_read_facts:
 * @self: a register
 * @urn: an establishment
 * @error: return location; %OCT_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable) (element-type OctFact): everything that is stated of it, each
 *   fact with the file that states it and that file's date
 */
GPtrArray *
oct_register_read_facts (OctRegister *self, guint32 urn, GError **error)
{
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (sqlite3_stmt) s = NULL;

  g_return_val_if_fail (OCT_IS_REGISTER (self), NULL);

  s = oct_sql_prepare (oct_register_get_db (self), "SELECT * FROM establishment WHERE urn = ?1",
                       error);
  if (s == NULL)
    return NULL;

  sqlite3_bind_int64 (s, 1, urn);
  if (sqlite3_step (s) != SQLITE_ROW)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND,
                   _("The register has no establishment with the URN %u."), urn);
      return NULL;
    }

  facts = g_ptr_array_new_with_free_func (g_object_unref);
  sources = read_sources_of (self, sqlite3_column_int (s, OCT_N_FIELDS), error);
  if (sources == NULL)
    return NULL;

  for (int field = 0; field < OCT_N_FIELDS; field++)
    {
      const SourceFields *source;
      g_autofree char *value = NULL;

      if (sqlite3_column_type (s, field) == SQLITE_NULL
          || (source = find_source (sources, field)) == NULL)
        continue;

      value = format_value (s, field);
      if (value != NULL && value[0] != '\0')
        g_ptr_array_add (facts, oct_fact_new (field, value, source->title, source->published));
    }

  return g_steal_pointer (&facts);
}

/**
 * oct_register_read_links:
 * @self: a register
 * @urn: an establishment
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type OctLink): what it is linked to, oldest first; a
 *   link that only the other's side states is turned round
 */
GPtrArray *
oct_register_read_links (OctRegister *self, guint32 urn, GError **error)
{
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (sqlite3_stmt) s = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (OCT_IS_REGISTER (self), NULL);

  s = oct_sql_prepare (
    oct_register_get_db (self),
    "SELECT other_urn, other_name, type, established FROM link WHERE urn = ?1"
    " UNION ALL SELECT l.urn, coalesce (e.name, ''), CASE WHEN l.type LIKE 'Predecessor%' THEN 'Successor'"
    "  WHEN l.type LIKE 'Successor%' THEN 'Predecessor' ELSE l.type END, l.established"
    "  FROM link l LEFT JOIN establishment e ON e.urn = l.urn WHERE l.other_urn = ?1"
    "  AND NOT EXISTS (SELECT 1 FROM link m WHERE m.urn = ?1 AND m.other_urn = l.urn)"
    " ORDER BY 4, 1",
    error);
  if (s == NULL)
    return NULL;

  links = g_ptr_array_new_with_free_func (g_object_unref);
  sqlite3_bind_int64 (s, 1, urn);
  while (oct_sql_next (oct_register_get_db (self), s, &local_error))
    g_ptr_array_add (links,
                     oct_link_new (urn, (guint32) sqlite3_column_int64 (s, 0), oct_sql_text (s, 1),
                                   oct_sql_text (s, 2), sqlite3_column_int (s, 3)));

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&links);
}

/**
 * oct_register_read_sources:
 * @self: a register
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type OctSource): in order of publication
 */
GPtrArray *
oct_register_read_sources (OctRegister *self, GError **error)
{
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (sqlite3_stmt) s = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (OCT_IS_REGISTER (self), NULL);

  s = oct_sql_prepare (
    oct_register_get_db (self),
    "SELECT id, dataset, title, file_name, sha256, publisher, licence, page, published, imported, bytes, row_count"
    " FROM source ORDER BY id",
    error);
  if (s == NULL)
    return NULL;

  sources = g_ptr_array_new_with_free_func (g_object_unref);
  while (oct_sql_next (oct_register_get_db (self), s, &local_error))
    {
      OctSourceFacts facts = {
        .id = (guint) sqlite3_column_int (s, 0),
        .dataset = oct_sql_text (s, 1),
        .title = oct_sql_text (s, 2),
        .file_name = oct_sql_text (s, 3),
        .sha256 = oct_sql_text (s, 4),
        .publisher = oct_sql_text (s, 5),
        .licence = oct_sql_text (s, 6),
        .page = oct_sql_text (s, 7),
        .published = sqlite3_column_int (s, 8),
        .imported = sqlite3_column_int64 (s, 9),
        .bytes = sqlite3_column_int64 (s, 10),
        .rows = sqlite3_column_int64 (s, 11),
      };

      g_ptr_array_add (sources, oct_source_new (&facts));
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&sources);
}

/**
 * oct_register_read_changes:
 * @self: a register
 * @filter: which
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type OctChange): newest first, then by school
 */
GPtrArray *
oct_register_read_changes (OctRegister *self, const OctChangeFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (sqlite3_stmt) s = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (OCT_IS_REGISTER (self), NULL);

  s = oct_sql_prepare (
    oct_register_get_db (self),
    "SELECT urn, school, kind, before, after, uid_before, uid_after, date_before, date_after FROM change"
    " WHERE date_after > ?1 AND (?2 = 0 OR urn = ?2) AND (?3 IS NULL OR kind = ?3)"
    " AND (?4 = 0 OR uid_before = ?4 OR uid_after = ?4"
    "  OR urn IN (SELECT urn FROM establishment WHERE trust_uid = ?4))"
    " ORDER BY date_after DESC, school COLLATE NOCASE, urn, id LIMIT ?5",
    error);
  if (s == NULL)
    return NULL;

  sqlite3_bind_int (s, 1, filter->since);
  sqlite3_bind_int64 (s, 2, filter->urn);
  if (filter->kind < OCT_N_CHANGES)
    sqlite3_bind_text (s, 3, oct_change_kind_key (filter->kind), -1, SQLITE_STATIC);
  sqlite3_bind_int64 (s, 4, filter->uid);
  sqlite3_bind_int64 (s, 5, filter->limit > 0 ? (gint64) filter->limit : -1);

  changes = g_ptr_array_new_with_free_func (g_object_unref);
  while (oct_sql_next (oct_register_get_db (self), s, &local_error))
    {
      OctChangeKind kind;

      if (oct_change_kind_from_key (oct_sql_text (s, 2), &kind))
        g_ptr_array_add (changes,
                         oct_change_new ((guint32) sqlite3_column_int64 (s, 0), oct_sql_text (s, 1),
                                         kind, oct_sql_text (s, 3), oct_sql_text (s, 4),
                                         (guint32) sqlite3_column_int64 (s, 5),
                                         (guint32) sqlite3_column_int64 (s, 6),
                                         sqlite3_column_int (s, 7), sqlite3_column_int (s, 8)));
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&changes);
}

/**
 * oct_register_read_growth:
 * @self: a register
 * @uid: a trust
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type OctTrustGrowth): its open schools and the pupils
 *   they state, in each complete release imported
 */
GArray *
oct_register_read_growth (OctRegister *self, guint32 uid, GError **error)
{
  g_autoptr (GArray) growth = NULL;
  g_autoptr (sqlite3_stmt) s = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (OCT_IS_REGISTER (self), NULL);

  s = oct_sql_prepare (
    oct_register_get_db (self),
    "SELECT date, schools, pupils FROM trust_release WHERE uid = ?1 ORDER BY date", error);
  if (s == NULL)
    return NULL;

  growth = g_array_new (FALSE, TRUE, sizeof (OctTrustGrowth));
  sqlite3_bind_int64 (s, 1, uid);
  while (oct_sql_next (oct_register_get_db (self), s, &local_error))
    {
      OctTrustGrowth point = { sqlite3_column_int (s, 0), (guint) sqlite3_column_int (s, 1),
                               (gint32) sqlite3_column_int64 (s, 2) };

      g_array_append_val (growth, point);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&growth);
}
