/* The register as it stands; see the header. */

#include "oct-register.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-index-private.h"
#include "oct-register-builder.h"
#include "oct-register-trusts.h"
#include "oct-sql.h"

struct _OctRegister
{
  GObject parent_instance;

  sqlite3 *db; /* immutable and serialised: any thread may read */
  char *data_dir;
  char *hash;
  char *index_name;
  guint64 index_digest;
  OctIndex *index;

  GMutex trusts_lock;
  GListStore *trusts;        /* made when first asked for */
  GHashTable *trusts_by_uid; /* borrowed from @trusts */
};

G_DEFINE_FINAL_TYPE (OctRegister, oct_register, G_TYPE_OBJECT)

static void
oct_register_finalize (GObject *object)
{
  OctRegister *self = OCT_REGISTER (object);

  g_clear_pointer (&self->db, sqlite3_close_v2);
  g_clear_pointer (&self->data_dir, g_free);
  g_clear_pointer (&self->hash, g_free);
  g_clear_pointer (&self->index_name, g_free);
  g_clear_pointer (&self->trusts_by_uid, g_hash_table_unref);
  g_clear_object (&self->trusts);
  g_clear_object (&self->index);
  g_mutex_clear (&self->trusts_lock);

  G_OBJECT_CLASS (oct_register_parent_class)->finalize (object);
}

static void
oct_register_class_init (OctRegisterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_register_finalize;
}

static void
oct_register_init (OctRegister *self)
{
  g_mutex_init (&self->trusts_lock);
}

static int
read_pragma (sqlite3 *db, const char *pragma)
{
  g_autoptr (sqlite3_stmt) s = oct_sql_prepare (db, pragma, NULL);

  return s != NULL && sqlite3_step (s) == SQLITE_ROW ? sqlite3_column_int (s, 0) : -1;
}

static gboolean
check_identity (OctRegister *self, GError **error)
{
  int version = read_pragma (self->db, "PRAGMA user_version");

  if (read_pragma (self->db, "PRAGMA application_id") != OCT_REGISTER_APPLICATION_ID)
    {
      g_set_error (
        error, OCT_ERROR, OCT_ERROR_DAMAGED,
        _("The register is damaged or is not a register of Octant. The imported files are kept; "
          "make the register again."));
      return FALSE;
    }
  if (version > OCT_REGISTER_VERSION)
    {
      g_set_error (
        error, OCT_ERROR, OCT_ERROR_NEWER,
        _("The register was made by a newer version of Octant. Update Octant, or make the register again "
          "from the imported files, which are kept."));
      return FALSE;
    }
  if (version < OCT_REGISTER_VERSION)
    {
      g_set_error (
        error, OCT_ERROR, OCT_ERROR_OLDER,
        _("Octant was updated. The register is being brought up to date from the files that you "
          "imported; this takes a few seconds."));
      return FALSE;
    }

  return TRUE;
}

static char *
read_meta (OctRegister *self, const char *key)
{
  g_autoptr (sqlite3_stmt) s = oct_sql_prepare (self->db, "SELECT value FROM meta WHERE key = ?1",
                                                NULL);

  if (s == NULL)
    return NULL;

  sqlite3_bind_text (s, 1, key, -1, SQLITE_STATIC);
  return sqlite3_step (s) == SQLITE_ROW ? g_strdup (oct_sql_text (s, 0)) : NULL;
}

static gboolean
open_database (OctRegister *self, const char *path, GError **error)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, error);
  g_autofree char *immutable = NULL;
  g_autofree char *digest = NULL;
  int code;

  if (uri == NULL)
    return FALSE;

  /* The file is never written in place, so nothing needs to be locked or looked for beside it. */
  immutable = g_strconcat (uri, "?immutable=1", NULL);
  code = sqlite3_open_v2 (immutable, &self->db,
                          SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_FULLMUTEX, NULL);
  if (code != SQLITE_OK)
    {
      oct_sql_set_error (error, self->db, code, _("The register could not be opened"));
      return FALSE;
    }
  if (!check_identity (self, error))
    return FALSE;

  self->hash = read_meta (self, "hash");
  self->index_name = read_meta (self, "index");
  digest = read_meta (self, "index_digest");
  if (self->hash == NULL || self->index_name == NULL || digest == NULL
      || strchr (self->index_name, G_DIR_SEPARATOR) != NULL)
    {
      g_set_error (
        error, OCT_ERROR, OCT_ERROR_DAMAGED,
        _("The register is damaged. The imported files are kept; make the register again."));
      return FALSE;
    }
  self->index_digest = g_ascii_strtoull (digest, NULL, 16);

  return TRUE;
}

static OctIndex *
open_index (OctRegister *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->data_dir, self->index_name, NULL);
  g_autoptr (OctIndex) index = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (
        error, OCT_ERROR, OCT_ERROR_DAMAGED,
        _("The index of the register is missing. The imported files are kept; make the register again."));
      return NULL;
    }

  index = oct_index_open (path, error);
  if (index != NULL && oct_index_get_digest (index) != self->index_digest)
    {
      g_set_error (
        error, OCT_ERROR, OCT_ERROR_DAMAGED,
        _("The index does not belong to the register. The imported files are kept; make the register again."));
      return NULL;
    }

  return g_steal_pointer (&index);
}

/**
 * oct_register_open:
 * @data_dir: the program's data folder
 * @error: return location; %OCT_ERROR_NO_REGISTER when nothing has been imported,
 *   %OCT_ERROR_OLDER, %OCT_ERROR_DAMAGED or %OCT_ERROR_NEWER when it must be made again
 *
 * Returns: (transfer full) (nullable): the register
 */
OctRegister *
oct_register_open (const char *data_dir, GError **error)
{
  g_autoptr (OctRegister) self = g_object_new (OCT_TYPE_REGISTER, NULL);
  g_autofree char *folder = g_canonicalize_filename (data_dir, NULL);
  g_autofree char *path = g_build_filename (folder, "register.db", NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_NO_REGISTER,
                   _("There is no register yet. Import the file of all establishments first."));
      return NULL;
    }

  self->data_dir = g_steal_pointer (&folder);
  if (!open_database (self, path, error))
    return NULL;

  self->index = open_index (self, error);

  return self->index != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * oct_register_get_index:
 * @self: a register
 *
 * Returns: (transfer none): the snapshot for lists and search
 */
OctIndex *
oct_register_get_index (OctRegister *self)
{
  g_return_val_if_fail (OCT_IS_REGISTER (self), NULL);

  return self->index;
}

/**
 * oct_register_get_hash:
 * @self: a register
 *
 * Returns: (transfer none): what names this register: the same for the same imported files
 */
const char *
oct_register_get_hash (OctRegister *self)
{
  g_return_val_if_fail (OCT_IS_REGISTER (self), NULL);

  return self->hash;
}

/**
 * oct_register_get_as_at:
 * @self: a register
 *
 * Returns: the date of the newest file of establishments
 */
OctDate
oct_register_get_as_at (OctRegister *self)
{
  g_return_val_if_fail (OCT_IS_REGISTER (self), OCT_DATE_UNKNOWN);

  return oct_index_get_as_at (self->index);
}

static void
ensure_trusts (OctRegister *self)
{
  g_autoptr (GError) error = NULL;

  g_mutex_lock (&self->trusts_lock);
  if (self->trusts == NULL)
    {
      self->trusts = oct_register_make_trusts (self->db, self->index, &error);
      if (error != NULL)
        g_warning ("The list of trusts is not complete: %s", error->message);

      self->trusts_by_uid = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->trusts)); i++)
        {
          g_autoptr (OctTrust) trust = g_list_model_get_item (G_LIST_MODEL (self->trusts), i);

          g_hash_table_insert (self->trusts_by_uid, GUINT_TO_POINTER (oct_trust_get_uid (trust)),
                               trust);
        }
    }
  g_mutex_unlock (&self->trusts_lock);
}

/**
 * oct_register_get_trusts:
 * @self: a register
 *
 * The first call reads the groups and adds up their schools, which takes some 20 milliseconds; the session
 * makes it on its worker thread.
 *
 * Returns: (transfer none): (element-type OctTrust) in order of name
 */
GListModel *
oct_register_get_trusts (OctRegister *self)
{
  g_return_val_if_fail (OCT_IS_REGISTER (self), NULL);

  ensure_trusts (self);
  return G_LIST_MODEL (self->trusts);
}

/**
 * oct_register_get_trust:
 * @self: a register
 * @uid: a trust
 *
 * Returns: (transfer none) (nullable): the trust
 */
OctTrust *
oct_register_get_trust (OctRegister *self, guint32 uid)
{
  g_return_val_if_fail (OCT_IS_REGISTER (self), NULL);

  ensure_trusts (self);
  return g_hash_table_lookup (self->trusts_by_uid, GUINT_TO_POINTER (uid));
}

/**
 * oct_register_get_db:
 * @self: a register
 *
 * Returns: (transfer none): the connection, for the other files of this folder
 */
sqlite3 *
oct_register_get_db (OctRegister *self)
{
  return self->db;
}

/**
 * oct_register_check:
 * @self: a register
 * @error: return location; %OCT_ERROR_DAMAGED with what was found
 *
 * Reads the whole register and its index. Takes a second or so.
 *
 * Returns: %TRUE when both are intact
 */
gboolean
oct_register_check (OctRegister *self, GError **error)
{
  g_autoptr (sqlite3_stmt) s = NULL;
  g_autoptr (OctIndex) index = NULL;

  g_return_val_if_fail (OCT_IS_REGISTER (self), FALSE);

  s = oct_sql_prepare (self->db, "PRAGMA integrity_check (1)", error);
  if (s == NULL)
    return FALSE;

  if (sqlite3_step (s) != SQLITE_ROW || !g_str_equal (oct_sql_text (s, 0), "ok"))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_DAMAGED,
                   _("The register is damaged (%s). Make the register again."),
                   oct_sql_text (s, 0));
      return FALSE;
    }

  index = open_index (self, error);
  return index != NULL;
}
