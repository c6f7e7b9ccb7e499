/* A digest of everything a register says, whatever its file looks like.
 *
 * Two registers made of the same files in another order of imports must have the same one. What is
 * left out is what isn't about schools: when a file was imported, and how the index is named.
 */

#include "oct-register-builder.h"

#include <glib/gi18n.h>

#include "oct-sql.h"

static const char *const statements[] = {
  "SELECT id, sha256, dataset, published, precedence, bytes, row_count, complete, fields FROM source ORDER BY id",
  "SELECT e.*, (SELECT members FROM source_set WHERE id = e.source_set) FROM establishment e ORDER BY urn",
  "SELECT * FROM establishment_group ORDER BY uid",
  "SELECT * FROM membership ORDER BY urn, uid",
  "SELECT * FROM link ORDER BY urn, other_urn, type",
  ("SELECT urn, school, kind, before, after, uid_before, uid_after, date_before, date_after FROM change"
   " ORDER BY date_after, urn, kind, after"),
  "SELECT * FROM trust_release ORDER BY uid, date",
};

static gboolean
add_rows (GChecksum *sum, sqlite3 *db, const char *sql, GError **error)
{
  g_autoptr (sqlite3_stmt) s = oct_sql_prepare (db, sql, error);
  int code;

  if (s == NULL)
    return FALSE;

  while ((code = sqlite3_step (s)) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (s); i++)
      {
        guchar type = (guchar) sqlite3_column_type (s, i);

        /* The number of a set of sources is an accident of how they came; its members follow. */
        if (g_str_equal (sqlite3_column_name (s, i), "source_set"))
          continue;
        g_checksum_update (sum, &type, 1);
        if (type != SQLITE_NULL)
          g_checksum_update (sum, (const guchar *) oct_sql_text (s, i),
                             sqlite3_column_bytes (s, i) + 1);
      }

  if (code != SQLITE_DONE)
    oct_sql_set_error (error, db, code, _("The register could not be read"));
  return code == SQLITE_DONE;
}

/**
 * oct_register_content_hash:
 * @path: a register.db
 * @error: return location
 *
 * Returns: (transfer full) (nullable): SHA-256 in hexadecimal
 */
char *
oct_register_content_hash (const char *path, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (sqlite3) db = NULL;
  int code = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL);

  if (code != SQLITE_OK)
    {
      oct_sql_set_error (error, db, code, _("The register could not be opened"));
      return NULL;
    }

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!add_rows (sum, db, statements[i], error))
      return NULL;

  return g_strdup (g_checksum_get_string (sum));
}
