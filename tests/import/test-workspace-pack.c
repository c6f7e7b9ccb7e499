/* A workspace with its evidence travels in one file and comes out as it went in; a file that is wrong
 * in any way is refused with its reason and leaves nothing; a write that fails leaves the old copy.
 */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "evidence-fixture.h"
#include "oct-workspace-adopt.h"
#include "oct-workspace-pack.h"
#include "reading.h"
#include "vfs-fault.h"

/* More operations than a small pack takes; the test sees to it that this is so. */
#define MAX_OPERATIONS 400

#define MANIFEST "{\"kind\": \"octant-workspace\", \"format\": 1, \"name\": \"Longshore\"}"

typedef struct
{
  Fixture from;
  char *object;
  char *copy;   /* of the workspace's file, beside it */
  char *pack;   /* made of it */
  char *folder; /* another folder of workspaces */
} Packing;

static void
set_up (Packing *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *second = NULL;
  g_autofree char *walk = NULL;
  g_autofree char *folder = NULL;

  fixture_set_up (&self->from, NULL);
  id = fixture_add_file (&self->from, "survey.txt", "What pupils said of the library\n",
                         &self->object);
  /* Takes several writes. */
  walk = g_strnfill (300000, 'w');
  second = fixture_add_file (&self->from, "walk.txt", walk, NULL);
  folder = g_path_get_dirname (self->from.path);
  self->copy = oct_workspace_make_new_path (folder);
  oct_workspace_write_copy (self->from.workspace, self->copy, &error);
  g_assert_no_error (error);
  self->pack = g_build_filename (self->from.dir, "Longshore on a stick.octantpack", NULL);
  self->folder = g_build_filename (self->from.dir, "elsewhere", NULL);
}

static void
tear_down (Packing *self, gconstpointer data)
{
  fixture_tear_down (&self->from, NULL);
  g_free (self->object);
  g_free (self->copy);
  g_free (self->pack);
  g_free (self->folder);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* (transfer full): the names in a folder in order, by commas. */
static char *
list (const char *folder)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (",", (char **) names->pdata);
}

static OctPackReport
write_pack (Packing *self)
{
  g_autoptr (GError) error = NULL;
  OctPackReport report;

  oct_workspace_pack_write (self->copy, "Longshore", self->pack, NULL, NULL, NULL, &report, &error);
  g_assert_no_error (error);

  return report;
}

static char *
open_pack (Packing *self, const char *path, OctPackReport *report)
{
  g_autoptr (GError) error = NULL;
  char *opened = oct_workspace_pack_open (path, self->folder, NULL, NULL, NULL, report, &error);

  g_assert_no_error (error);

  return opened;
}

static void
assert_opens (const char *path, const char *name, const char *object)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctWorkspace) workspace = oct_workspace_open (path, OCT_WORKSPACE_DEFAULT, &error);
  g_autoptr (OctOwnTrust) trust = NULL;
  g_autofree char *base = g_path_get_basename (path);
  OctObjectState state;

  g_assert_no_error (error);
  g_assert_true (oct_workspace_check (workspace, &error));
  g_assert_cmpstr (base, ==, name);
  trust = oct_workspace_read_trust (workspace, &error);
  g_assert_cmpstr (trust->name, ==, "Longshore Learning Trust");
  g_assert_true (oct_evidence_objects_check (workspace, object, &state, NULL, &error));
  g_assert_cmpint (state, ==, OCT_OBJECT_SOUND);
}

static void
test_there_and_back (Packing *self, gconstpointer data)
{
  OctPackReport report = write_pack (self);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  GStatBuf status;

  g_assert_cmpuint (report.objects, ==, 2);
  g_assert_cmpuint (report.missing, ==, 0);
  g_assert_cmpint (g_stat (self->pack, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  first = open_pack (self, self->pack, &report);
  g_assert_cmpuint (report.objects, ==, 2);
  g_assert_cmpuint (report.missing, ==, 0);
  assert_opens (first, "Longshore.octant", self->object);
  /* As often as one likes, and none takes another's place. */
  second = open_pack (self, self->pack, &report);
  assert_opens (second, "Longshore (copy).octant", self->object);
  third = open_pack (self, self->pack, &report);
  assert_opens (third, "Longshore (copy 2).octant", self->object);
}

/* Nothing but the workspace and the folder of its evidence is left where it was opened. */
static void
test_leaves_no_scraps (Packing *self, gconstpointer data)
{
  OctPackReport report = write_pack (self);
  g_autofree char *path = open_pack (self, self->pack, &report);
  g_autofree char *names = list (self->folder);
  g_auto (GStrv) each = g_strsplit (names, ",", -1);

  g_assert_cmpuint (g_strv_length (each), ==, 2);
  g_assert_true (g_strv_contains ((const char *const *) each, "Longshore.octant"));
  g_assert_true (g_uuid_string_is_valid (each[0]) || g_uuid_string_is_valid (each[1]));
}

static void
test_lost_evidence (Packing *self, gconstpointer data)
{
  g_autofree char *lost = oct_evidence_objects_get_path (self->from.workspace, self->object);
  g_autofree char *path = NULL;
  OctPackReport report;

  g_assert_true (g_file_set_contents (lost, "Somebody wrote over it", -1, NULL));
  report = write_pack (self);
  g_assert_cmpuint (report.objects, ==, 1);
  g_assert_cmpuint (report.missing, ==, 1);
  path = open_pack (self, self->pack, &report);
  g_assert_cmpuint (report.objects, ==, 1);
  g_assert_cmpuint (report.missing, ==, 1);
}

static void
test_bare_workspace (Packing *self, gconstpointer data)
{
  g_autofree char *bare = g_build_filename (self->from.dir, "Brought.octant", NULL);
  g_autofree char *path = NULL;
  g_autofree char *base = NULL;
  OctPackReport report;

  g_assert_cmpint (g_rename (self->copy, bare), ==, 0);
  path = open_pack (self, bare, &report);
  base = g_path_get_basename (path);
  g_assert_cmpstr (base, ==, "Brought.octant");
  g_assert_cmpuint (report.missing, ==, 2);
}

/* What a workspace is called may come from anywhere. */
static void
test_names (Packing *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *becomes;
  } cases[] = {
    { "../../../autumn", "-..-..-autumn.octant" },
    { "  ..  ", "Workspace.octant" },
    { "One\\u000aline", "One line.octant" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *manifest = g_strdup_printf (
        "{\"kind\": \"octant-workspace\", \"format\": 1, \"name\": \"%s\"}", cases[i].name);
      ReadingEntry entries[] = { { "manifest.json", manifest }, { "workspace.octant", NULL } };
      g_autofree char *content = NULL;
      g_autofree char *opened = NULL;
      g_autofree char *base = NULL;
      g_autoptr (GBytes) zip = NULL;
      OctPackReport report;

      g_assert_true (g_file_get_contents (self->copy, &content, &entries[1].length, NULL));
      entries[1].content = content;
      zip = reading_pack (entries, 2, NULL);
      g_assert_true (g_file_set_contents (self->pack, g_bytes_get_data (zip, NULL),
                                          (gssize) g_bytes_get_size (zip), NULL));
      opened = open_pack (self, self->pack, &report);
      base = g_path_get_basename (opened);
      g_assert_cmpstr (base, ==, cases[i].becomes);
    }
}

/* Refusals. */

static void
assert_refused (Packing *self, const void *bytes, gsize length, OctError code, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *left = NULL;
  g_autofree char *after = NULL;
  gsize after_length;
  OctPackReport report;

  g_assert_true (g_file_set_contents (self->pack, bytes, (gssize) length, NULL));
  g_assert_null (
    oct_workspace_pack_open (self->pack, self->folder, NULL, NULL, NULL, &report, &error));
  g_test_message ("%s", error->message);
  reading_assert_error (&error, code, "Longshore on a stick", says, NULL);
  left = list (self->folder);
  g_assert_cmpstr (left, ==, "");
  g_assert_true (g_file_get_contents (self->pack, &after, &after_length, NULL));
  g_assert_cmpmem (after, after_length, bytes, length);
}

typedef struct
{
  ReadingEntry entries[6];
  guint n;
  char *content;
} Entries;

/* The two that every pack has, to be spoilt in one way. */
static Entries
begin_entries (Packing *self)
{
  Entries entries = { .entries = { { "manifest.json", MANIFEST }, { "workspace.octant", NULL } },
                      .n = 2 };

  g_assert_true (
    g_file_get_contents (self->copy, &entries.content, &entries.entries[1].length, NULL));
  entries.entries[1].content = entries.content;

  return entries;
}

static void
assert_entries_refused (Packing *self, Entries *entries, OctError code, const char *says)
{
  g_autoptr (GBytes) zip = reading_pack (entries->entries, entries->n, NULL);

  assert_refused (self, g_bytes_get_data (zip, NULL), g_bytes_get_size (zip), code, says);
  g_free (entries->content);
}

static void
test_no_pack (Packing *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  OctPackReport report;

  assert_refused (self, "", 0, OCT_ERROR_EMPTY_FILE, "it is empty");
  assert_refused (self, "Dear chair,", 11, OCT_ERROR_UNTRUSTED, "no copy of a workspace");
  assert_refused (self, "PK\005\006\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22, OCT_ERROR_BAD_ARCHIVE,
                  "it is damaged");
  g_assert_null (
    oct_workspace_pack_open (self->from.dir, self->folder, NULL, NULL, NULL, &report, &error));
  reading_assert_error (&error, OCT_ERROR_BAD_ARCHIVE, "it is not a file", NULL);
  g_assert_null (oct_workspace_pack_open ("/nowhere/x.octantpack", self->folder, NULL, NULL, NULL,
                                          &report, &error));
  reading_assert_error (&error, OCT_ERROR_NOT_FOUND, "x.octantpack", NULL);
}

static void
test_strange_entries (Packing *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    OctError code;
    const char *says;
  } cases[] = {
    { "../autumn.octant", OCT_ERROR_BAD_ARCHIVE, "unsafe path, “../autumn.octant”" },
    { "/etc/passwd", OCT_ERROR_BAD_ARCHIVE, "unsafe path" },
    { "evidence/..\\..\\autumn", OCT_ERROR_BAD_ARCHIVE, "unsafe path" },
    { "evidence/letter.pdf", OCT_ERROR_BAD_ARCHIVE, "no copy of a workspace does" },
    { "workspace.octant-wal", OCT_ERROR_BAD_ARCHIVE, "no copy of a workspace does" },
    { "workspace.octant", OCT_ERROR_BAD_ARCHIVE, "“workspace.octant” twice" },
    { "evidence/", OCT_ERROR_BAD_ARCHIVE, "no copy of a workspace does" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Entries entries = begin_entries (self);

      entries.entries[entries.n].name = cases[i].name;
      entries.entries[entries.n++].content = g_str_has_suffix (cases[i].name, "/") ? "" : "x";
      assert_entries_refused (self, &entries, cases[i].code, cases[i].says);
    }
}

static void
test_spoilt_parts (Packing *self, gconstpointer data)
{
  static const char newer[] = "{\"kind\": \"octant-workspace\", \"format\": 2, \"name\": \"x\"}";
  g_autofree char *named = g_strconcat ("evidence/", self->object, NULL);
  g_autofree char *long_manifest = g_strnfill (70000, ' ');
  Entries entries = begin_entries (self);

  entries.n = 1;
  assert_entries_refused (self, &entries, OCT_ERROR_BAD_ARCHIVE, "holds no workspace");
  entries = begin_entries (self);
  entries.entries[0].content = newer;
  assert_entries_refused (self, &entries, OCT_ERROR_NEWER, "Update Octant");
  entries = begin_entries (self);
  entries.entries[0].content = "Longshore";
  assert_entries_refused (self, &entries, OCT_ERROR_UNTRUSTED, "doesn’t say what it is");
  entries = begin_entries (self);
  entries.entries[0].content = long_manifest;
  assert_entries_refused (self, &entries, OCT_ERROR_TOO_LARGE, "“manifest.json” in it is larger");
  entries = begin_entries (self);
  entries.entries[1].content = "not a database";
  entries.entries[1].length = 0;
  assert_entries_refused (self, &entries, OCT_ERROR_DAMAGED, "its records are damaged");
  /* What a record calls evidence is something else. */
  entries = begin_entries (self);
  entries.entries[entries.n++] = (ReadingEntry) { named, "What somebody else said" };
  assert_entries_refused (self, &entries, OCT_ERROR_DAMAGED, "a file of evidence in it");
}

static void
test_altered_workspace (Packing *self, gconstpointer data)
{
  Entries entries;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (self->copy, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "CREATE TRIGGER extra AFTER INSERT ON person"
                                 " BEGIN DELETE FROM judgement; END",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);
  entries = begin_entries (self);
  assert_entries_refused (self, &entries, OCT_ERROR_UNTRUSTED, "somebody has altered it");
}

static void
test_encrypted (Packing *self, gconstpointer data)
{
  Entries entries = begin_entries (self);
  g_autoptr (GBytes) zip = reading_pack (entries.entries, entries.n, "zipcrypt");

  assert_refused (self, g_bytes_get_data (zip, NULL), g_bytes_get_size (zip), OCT_ERROR_BAD_ARCHIVE,
                  "it has a password");
  g_free (entries.content);
}

/* The table of contents says of a file of evidence that it is a link. */
static void
test_link (Packing *self, gconstpointer data)
{
  Entries entries = begin_entries (self);
  g_autofree char *named = g_strconcat ("evidence/", self->object, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GBytes) zip = NULL;
  gsize length;
  guint n_found = 0;

  entries.entries[entries.n++] = (ReadingEntry) { named, "/etc/passwd" };
  zip = reading_pack (entries.entries, entries.n, NULL);
  bytes = g_bytes_unref_to_data (g_steal_pointer (&zip), &length);

  for (gsize i = 0; i + 46 < length; i++)
    if (memcmp (bytes + i, "PK\001\002", 4) == 0 && n_found++ == 2)
      {
        /* Mode 0120777 in the upper half of the attributes. */
        bytes[i + 40] = (char) 0xff;
        bytes[i + 41] = (char) 0xa1;
      }
  g_assert_cmpuint (n_found, ==, 3);
  assert_refused (self, bytes, length, OCT_ERROR_BAD_ARCHIVE, "is not a file");
  g_free (entries.content);
}

static void
test_bomb (Packing *self, gconstpointer data)
{
  Entries entries = begin_entries (self);
  gsize length = (gsize) 40 * 1024 * 1024;
  g_autofree char *zeroes = g_malloc0 (length);

  entries.entries[1].content = zeroes;
  entries.entries[1].length = length;
  assert_entries_refused (self, &entries, OCT_ERROR_TOO_LARGE, "unpacks to far more");
}

/* Cut off anywhere it is refused; with a bit of it changed it is refused, or was not the worse for it. */
static void
test_damage (Packing *self, gconstpointer data)
{
  g_autofree char *whole = NULL;
  gsize length;

  write_pack (self);
  g_assert_true (g_file_get_contents (self->pack, &whole, &length, NULL));
  for (gsize cut = 4; cut < length; cut += length / 16)
    assert_refused (self, whole, cut, OCT_ERROR_BAD_ARCHIVE, "it is damaged");
  for (gsize at = 3; at < length; at += length / 32)
    {
      g_autofree char *damaged = g_memdup2 (whole, length);
      g_autofree char *opened = NULL;
      g_autofree char *left = NULL;
      OctPackReport report;

      damaged[at] = (char) (damaged[at] ^ 4);
      g_assert_true (g_file_set_contents (self->pack, damaged, (gssize) length, NULL));
      opened = oct_workspace_pack_open (self->pack, self->folder, NULL, NULL, NULL, &report, NULL);
      if (opened != NULL)
        {
          assert_opens (opened, "Longshore.octant", self->object);
          fixture_remove_tree (self->folder);
        }
      left = list (self->folder);
      g_assert_cmpstr (left, ==, "");
    }
}

/* Saving goes wrong. */

#define OLDER "an older copy"

static void
assert_older_stays (Packing *self)
{
  g_autofree char *content = NULL;
  g_autofree char *names = NULL;

  g_assert_true (g_file_get_contents (self->pack, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, OLDER);
  names = list (self->from.dir);
  g_assert_cmpstr (names, ==, "Longshore on a stick.octantpack,outside,workspaces");
}

static void
cancel_soon (gpointer data, const char *detail, double fraction)
{
  g_cancellable_cancel (data);
}

static void
test_cancelled (Packing *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *left = NULL;
  OctPackReport report;

  g_assert_true (g_file_set_contents (self->pack, OLDER, -1, NULL));
  g_assert_false (oct_workspace_pack_write (self->copy, "Longshore", self->pack, cancel_soon,
                                            cancellable, cancellable, &report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  assert_older_stays (self);
  write_pack (self);
  g_cancellable_reset (cancellable);
  g_assert_null (oct_workspace_pack_open (self->pack, self->folder, cancel_soon, cancellable,
                                          cancellable, &report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  left = list (self->folder);
  g_assert_cmpstr (left, ==, "");
}

static void
test_places (Packing *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = g_build_filename (self->from.dir, "nowhere", "x.octantpack", NULL);
  g_autofree char *sealed = g_build_filename (self->from.dir, "sealed", NULL);
  g_autofree char *inside = g_build_filename (sealed, "x.octantpack", NULL);
  OctPackReport report;

  g_assert_false (
    oct_workspace_pack_write (self->copy, "x", self->from.path, NULL, NULL, NULL, &report, &error));
  reading_assert_error (&error, OCT_ERROR_RULE, "keeps its workspaces", NULL);
  g_assert_false (
    oct_workspace_pack_write (self->copy, "x", nowhere, NULL, NULL, NULL, &report, &error));
  reading_assert_error (&error, OCT_ERROR_READ_ONLY, "choose another folder", NULL);
  g_mkdir (sealed, 0500);
  /* Nothing is read-only to the superuser. */
  if (g_access (sealed, W_OK) == 0)
    return;
  g_assert_false (
    oct_workspace_pack_write (self->copy, "x", inside, NULL, NULL, NULL, &report, &error));
  reading_assert_error (&error, OCT_ERROR_READ_ONLY, "choose another folder", NULL);
}

static void
try_write_faults (Packing *self, VfsFault fault)
{
  guint operation;
  gboolean reached = TRUE;

  for (operation = 1; reached; operation++)
    {
      g_autoptr (GError) error = NULL;
      OctPackReport report;
      gboolean done;

      g_assert_cmpuint (operation, <, MAX_OPERATIONS);
      g_assert_true (g_file_set_contents (self->pack, OLDER, -1, NULL));
      vfs_fault_arm (fault, operation, 1);
      done = oct_workspace_pack_write (self->copy, "Longshore", self->pack, NULL, NULL, NULL,
                                       &report, &error);
      reached = vfs_fault_disarm ();
      g_assert_true (done == !reached);
      if (!done)
        assert_older_stays (self);
      if (fault == VFS_FAULT_DISK_FULL && !done)
        g_assert_error (error, OCT_ERROR, OCT_ERROR_NO_SPACE);
    }
  g_assert_cmpuint (operation, >, 3);
}

static void
try_open_faults (Packing *self, VfsFault fault)
{
  gboolean reached = TRUE;

  for (guint operation = 1; reached; operation++)
    {
      g_autofree char *opened = NULL;
      g_autofree char *left = NULL;
      OctPackReport report;

      g_assert_cmpuint (operation, <, MAX_OPERATIONS);
      vfs_fault_arm (fault, operation, 1);
      opened = oct_workspace_pack_open (self->pack, self->folder, NULL, NULL, NULL, &report, NULL);
      reached = vfs_fault_disarm ();
      if (opened != NULL)
        fixture_remove_tree (self->folder);
      left = list (self->folder);
      g_assert_cmpstr (left, ==, "");
      g_assert_true (opened != NULL || reached);
    }
}

static void
test_faults (Packing *self, gconstpointer data)
{
  g_clear_object (&self->from.workspace);
  vfs_fault_install ();
  try_write_faults (self, VFS_FAULT_FAIL);
  try_write_faults (self, VFS_FAULT_DISK_FULL);
  write_pack (self);
  try_open_faults (self, VFS_FAULT_FAIL);
  try_open_faults (self, VFS_FAULT_DISK_FULL);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Packing *self, gconstpointer data);
  } tests[] = {
    { "there-and-back", test_there_and_back },
    { "leaves-no-scraps", test_leaves_no_scraps },
    { "lost-evidence", test_lost_evidence },
    { "bare-workspace", test_bare_workspace },
    { "names", test_names },
    { "no-pack", test_no_pack },
    { "strange-entries", test_strange_entries },
    { "spoilt-parts", test_spoilt_parts },
    { "altered-workspace", test_altered_workspace },
    { "encrypted", test_encrypted },
    { "link", test_link },
    { "bomb", test_bomb },
    { "damage", test_damage },
    { "cancelled", test_cancelled },
    { "places", test_places },
    { "faults", test_faults }, /* last, since its file layer stays */
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/workspace-pack/", tests[i].name, NULL);

      g_test_add (path, Packing, NULL, set_up, tests[i].test, tear_down);
    }

  return g_test_run ();
}
