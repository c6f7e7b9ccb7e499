/* The workspaces of a folder by their names; see the header. */
#include "oct-workspace-names.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "oct-durable-file.h"
#include "oct-error.h"
#include "oct-workspace-private.h"

/* A file's name may have 255 bytes; the suffix and those of SQLite's own files go off that. */
#define MAX_NAME_BYTES 200
#define TRASH_FOLDER ".trash"

/**
 * oct_workspace_file_free:
 * @file: (transfer full): what is known of a workspace
 *
 * Frees it; the file stays.
 */
void
oct_workspace_file_free (OctWorkspaceFile *file)
{
  g_free (file->name);
  g_free (file->path);
  g_free (file->id);
  g_free (file->trust);
  g_free (file->problem);
  g_free (file);
}

/* Listing. */

static char *
read_text (sqlite3 *db, const char *sql)
{
  g_autoptr (sqlite3_stmt) row = oct_sql_prepare (db, sql, NULL);
  g_autoptr (GError) error = NULL;

  return row != NULL && oct_sql_next (db, row, &error) ? g_strdup (oct_sql_text (row, 0)) : NULL;
}

static void
read_facts (OctWorkspaceFile *file, OctWorkspace *workspace)
{
  gint64 done = 0;
  gint64 n_schools = 0;

  file->id = read_text (workspace->db, "SELECT value FROM about WHERE key = 'id'");
  file->trust = read_text (workspace->db, "SELECT name FROM trust LIMIT 1");
  oct_workspace_read_number (workspace, "SELECT coalesce (max (max (at, undone_at)), 0) FROM edit",
                             &done, NULL);
  oct_workspace_read_number (workspace, "SELECT count (*) FROM school WHERE left_on = 0",
                             &n_schools, NULL);
  file->changed = done;
  file->n_schools = (guint) n_schools;
}

static void
set_problem (OctWorkspaceFile *file, const GError *error)
{
  g_free (file->problem);
  file->problem = g_strdup (error->message);
  file->code = error->code;
}

/**
 * oct_workspace_peek:
 * @path: a file
 *
 * Reads what a list shows of a workspace. One that can't be read says so in its facts.
 *
 * Returns: (transfer full): what is known of it
 */
OctWorkspaceFile *
oct_workspace_peek (const char *path)
{
  OctWorkspaceFile *file = g_new0 (OctWorkspaceFile, 1);
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (OctWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;

  file->path = g_strdup (path);
  if (g_str_has_suffix (base, OCT_WORKSPACE_SUFFIX))
    base[strlen (base) - strlen (OCT_WORKSPACE_SUFFIX)] = '\0';
  file->name = g_steal_pointer (&base);
  workspace = oct_workspace_open_glance (path, &error);
  if (workspace != NULL)
    read_facts (file, workspace);
  if (file->id != NULL && !g_uuid_string_is_valid (file->id))
    g_clear_pointer (&file->id, g_free);
  if (error == NULL && file->id == NULL)
    error = g_error_new (OCT_ERROR, OCT_ERROR_DAMAGED,
                         /* Translators: %s is the path of a file. */
                         _("%s is damaged: it can’t be read. It was left as it is. Restore "
                           "a backup to go on."),
                         path);
  if (error != NULL)
    set_problem (file, error);

  return file;
}

/* Asks for the lock that every reader needs, without waiting for it. */
static gboolean
is_held (const char *path)
{
  sqlite3 *db = NULL;
  gboolean held = FALSE;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_READONLY, NULL) == SQLITE_OK)
    held = sqlite3_exec (db, "SELECT count (*) FROM sqlite_schema", NULL, NULL, NULL)
           == SQLITE_BUSY;
  sqlite3_close_v2 (db);

  return held;
}

/**
 * oct_workspace_examine:
 * @file: what a peek found, of a workspace that this process hasn't open
 *
 * Reads the file through and asks whether another holds it alone, as on a network home. What is
 * wrong stands in @file then, with %OCT_ERROR_DAMAGED or %OCT_ERROR_BUSY.
 */
void
oct_workspace_examine (OctWorkspaceFile *file)
{
  g_autoptr (OctWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (file != NULL);

  if (is_held (file->path))
    {
      error = g_error_new (OCT_ERROR, OCT_ERROR_BUSY,
                           /* Translators: %s is the path of a file. */
                           _("%s is open in another window or on another computer. Close it there "
                             "and try again."),
                           file->path);
      set_problem (file, error);
      return;
    }
  if (file->problem != NULL)
    return;
  workspace = oct_workspace_open_glance (file->path, &error);
  if (workspace != NULL)
    oct_workspace_quick_check (workspace, &error);
  if (error != NULL)
    set_problem (file, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const OctWorkspaceFile *left = *(OctWorkspaceFile *const *) a;
  const OctWorkspaceFile *right = *(OctWorkspaceFile *const *) b;

  return g_utf8_collate (left->name, right->name);
}

/**
 * oct_workspace_list:
 * @folder: a folder of workspaces, which may not be there yet
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type OctWorkspaceFile): its workspaces by name, damaged ones
 *   too; %NULL with %OCT_ERROR_READ_ONLY where the folder can't be read
 */
GPtrArray *
oct_workspace_list (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_workspace_file_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &local_error);
  const char *name;

  if (dir == NULL && !g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_set_error_literal (error, OCT_ERROR, OCT_ERROR_READ_ONLY, local_error->message);
      return NULL;
    }
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (name[0] != '.' && g_str_has_suffix (name, OCT_WORKSPACE_SUFFIX)
          && g_utf8_validate (name, -1, NULL))
        g_ptr_array_add (files, oct_workspace_peek (path));
    }
  g_ptr_array_sort (files, compare_names);

  return g_steal_pointer (&files);
}

/* Names. */

static gboolean
is_taken (const char *folder, const char *name)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *file = g_strconcat (name, OCT_WORKSPACE_SUFFIX, NULL);
  g_autofree char *folded = g_utf8_casefold (file, -1);
  const char *other;

  while (dir != NULL && (other = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *valid = g_utf8_make_valid (other, -1);
      g_autofree char *other_folded = g_utf8_casefold (valid, -1);

      if (g_str_equal (folded, other_folded))
        return TRUE;
    }

  return FALSE;
}

/* (nullable): what is wrong with a name, whoever has it. */
static const char *
find_fault (const char *name)
{
  if (name[0] == '\0')
    return _("Give the workspace a name.");
  if (!g_utf8_validate (name, -1, NULL))
    return _("This name holds characters that can’t be read. Choose another one.");
  if (strchr (name, '/') != NULL)
    return _("A name can’t have a slash (/) in it. Choose another one.");
  if (name[0] == '.')
    return _("A name can’t begin with a full stop. Choose another one.");
  if (strlen (name) > MAX_NAME_BYTES)
    return _("This name is too long. Choose a shorter one.");
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return _("A name is one line of text. Choose another one.");

  return NULL;
}

/**
 * oct_workspace_check_name:
 * @folder: the folder of workspaces
 * @name: a name for a new workspace; spaces around it don't count
 * @error: return location for an error
 *
 * Returns: (transfer full): the path it would have; %NULL with %OCT_ERROR_RULE where the name is
 *   empty, too long, taken or not one that a file can have
 */
char *
oct_workspace_check_name (const char *folder, const char *name, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  const char *fault = find_fault (stripped);
  g_autofree char *file = NULL;

  if (fault != NULL)
    {
      g_set_error_literal (error, OCT_ERROR, OCT_ERROR_RULE, fault);
      return NULL;
    }
  if (is_taken (folder, stripped))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   /* Translators: %s is the name of a file. */
                   _("There is already a workspace “%s”. Choose another name."), stripped);
      return NULL;
    }
  file = g_strconcat (stripped, OCT_WORKSPACE_SUFFIX, NULL);

  return g_build_filename (folder, file, NULL);
}

/**
 * oct_workspace_rename:
 * @path: the file of a workspace that is closed
 * @name: its new name
 * @new_path: (out) (nullable) (transfer full): its file then
 * @error: return location for an error
 *
 * Returns: whether it has the name; %OCT_ERROR_RULE where it can't have it, %OCT_ERROR_BUSY while
 *   it is open elsewhere, or an error of oct_workspace_open()
 */
gboolean
oct_workspace_rename (const char *path, const char *name, char **new_path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *to = oct_workspace_check_name (folder, name, error);
  g_autoptr (OctWorkspace) held = NULL;

  if (to == NULL)
    return FALSE;
  /* Held alone, so that its write-ahead log, which goes by the old name, is folded in. */
  held = oct_workspace_open (path, OCT_WORKSPACE_NETWORK, error);
  if (held == NULL || !oct_workspace_give_name (path, to, error))
    return FALSE;
  if (new_path != NULL)
    *new_path = g_steal_pointer (&to);

  return TRUE;
}

/* Throwing away. */

static gboolean
move_into (const char *from, const char *folder, GError **error)
{
  g_autofree char *base = g_path_get_basename (from);
  g_autofree char *to = g_build_filename (folder, base, NULL);

  if (!g_file_test (from, G_FILE_TEST_EXISTS))
    return TRUE;

  return oct_durable_rename (from, to, error);
}

/* Where the system has no trash (on some networks, in some sandboxes) there is one beside the
 * workspaces. What lies in a folder there is a whole again when it is moved back. */
static gboolean
move_to_own_trash (const char *path, const char *folder, char **where, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%dT%H%M%S-");
  g_autofree char *id = oct_workspace_make_id ();
  g_autofree char *name = g_strdup_printf ("%s%.8s", stamp, id);
  g_autofree char *trash = g_build_filename (parent, TRASH_FOLDER, name, NULL);

  if (g_mkdir_with_parents (trash, 0700) != 0)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_READ_ONLY,
                   /* Translators: %s is the path of a file. */
                   _("%s can’t be moved to the trash. Nothing was changed."), path);
      return FALSE;
    }
  if (!move_into (path, trash, error) || (folder != NULL && !move_into (folder, trash, error)))
    return FALSE;
  if (where != NULL)
    *where = g_steal_pointer (&trash);

  return TRUE;
}

static gboolean
move_to_system_trash (const char *path, const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) objects = folder != NULL ? g_file_new_for_path (folder) : NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_trash (file, NULL, &error))
    {
      g_debug ("“%s” goes to a trash of its own: %s", path, error->message);
      return FALSE;
    }
  if (objects != NULL && g_file_query_exists (objects, NULL)
      && !g_file_trash (objects, NULL, &error))
    g_warning ("“%s” could not be moved to the trash: %s", folder, error->message);

  return TRUE;
}

static gboolean
can_be_thrown_away (const GError *error)
{
  return g_error_matches (error, OCT_ERROR, OCT_ERROR_DAMAGED)
         || g_error_matches (error, OCT_ERROR, OCT_ERROR_NEWER)
         || g_error_matches (error, OCT_ERROR, OCT_ERROR_UNTRUSTED);
}

/**
 * oct_workspace_trash:
 * @path: the file of a workspace that is closed; it may be damaged
 * @where: (out) (nullable) (transfer full): the folder it was moved to where the system has no
 *   trash, or %NULL
 * @error: return location for an error
 *
 * Moves a workspace with its evidence and backups to the trash.
 *
 * Returns: whether it is there; %OCT_ERROR_BUSY while it is open elsewhere
 */
gboolean
oct_workspace_trash (const char *path, char **where, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (OctWorkspace) held = oct_workspace_open (path, OCT_WORKSPACE_NETWORK, &local_error);
  g_autofree char *folder = held != NULL ? oct_workspace_dup_folder (held) : NULL;

  if (where != NULL)
    *where = NULL;
  /* One that can't be opened can still be thrown away. */
  if (held == NULL && !can_be_thrown_away (local_error))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return move_to_system_trash (path, folder) || move_to_own_trash (path, folder, where, error);
}
