/* A workspace from somewhere else gives its records and nothing else, or is refused with its reason. */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "oct-error.h"
#include "oct-workspace-adopt.h"
#include "workspace-making.h"

typedef struct
{
  char *folder;
  char *from;
  char *to;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = making_folder ();
  fixture->from = making_path (fixture->folder, "Elsewhere");
  fixture->to = making_path (fixture->folder, "Own");
  making_workspace (fixture->from, 3, OCT_WORKSPACE_NETWORK);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  making_remove (fixture->folder);
  g_free (fixture->from);
  g_free (fixture->to);
}

static void
assert_refused (Fixture *fixture, OctError code, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before = 0;
  gsize length_after = 0;

  g_assert_true (g_file_get_contents (fixture->from, &before, &length_before, NULL));
  g_assert_false (oct_workspace_adopt (fixture->from, fixture->to, &error));
  g_assert_error (error, OCT_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, says));
  g_assert_false (g_file_test (fixture->to, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (fixture->from, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_good (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctWorkspace) from = oct_workspace_open (fixture->from, OCT_WORKSPACE_DEFAULT, NULL);
  g_autoptr (OctWorkspace) own = NULL;
  g_autoptr (OctOwnTrust) trust = NULL;
  g_autoptr (GPtrArray) judgements = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) old_history = NULL;
  const OctJudgementFilter all = { 0 };
  const OctHistoryFilter everything = { 0 };

  old_history = oct_workspace_read_history (from, &everything, NULL);
  g_clear_object (&from);
  g_assert_true (oct_workspace_adopt (fixture->from, fixture->to, &error));
  g_assert_no_error (error);
  own = oct_workspace_open (fixture->to, OCT_WORKSPACE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (oct_workspace_check (own, NULL));
  trust = oct_workspace_read_trust (own, NULL);
  g_assert_cmpstr (trust->name, ==, "Longshore Learning Trust");
  judgements = oct_workspace_read_judgements (own, &all, NULL);
  g_assert_cmpuint (judgements->len, ==, 1);
  g_assert_cmpuint (making_count_pillars (own), ==, 3);
  history = oct_workspace_read_history (own, &everything, NULL);
  g_assert_cmpuint (history->len, ==, old_history->len);
  g_assert_cmpuint (((OctEditRecord *) history->pdata[0])->changes->len, >, 0);
}

/* Foreign changes are never applied. */
static void
test_no_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctWorkspace) own = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OctEditRecord) undone = NULL;

  g_assert_true (oct_workspace_adopt (fixture->from, fixture->to, NULL));
  own = oct_workspace_open (fixture->to, OCT_WORKSPACE_DEFAULT, NULL);
  g_assert_null (oct_workspace_undo (own, NULL, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_BARRIER);
  g_assert_nonnull (strstr (error->message, "another copy"));
  g_assert_cmpint (making_read_number (fixture->to,
                                       "SELECT count (*) FROM edit WHERE changeset IS NOT NULL"),
                   ==, 0);
  /* What is done here is. */
  g_assert_true (making_add_pillar (own, NULL));
  undone = oct_workspace_undo (own, NULL, NULL);
  g_assert_nonnull (undone);
}

static void
test_own_id (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctWorkspace) from = oct_workspace_open (fixture->from, OCT_WORKSPACE_DEFAULT, NULL);
  g_autofree char *id = g_strdup (oct_workspace_get_id (from));
  g_autoptr (OctWorkspace) own = NULL;

  g_clear_object (&from);
  g_assert_true (oct_workspace_adopt (fixture->from, fixture->to, NULL));
  own = oct_workspace_open (fixture->to, OCT_WORKSPACE_DEFAULT, NULL);
  g_assert_cmpstr (oct_workspace_get_id (own), !=, id);
}

static void
test_closed_cycle (Fixture *fixture, gconstpointer data)
{
  making_alter (fixture->from, "UPDATE cycle SET closed = 1");
  g_assert_true (oct_workspace_adopt (fixture->from, fixture->to, NULL));
  g_assert_cmpint (making_read_number (fixture->to, "SELECT count (*) FROM judgement"), ==, 1);
}

/* What an enemy may do to the tables. */
static const struct
{
  const char *name;
  const char *sql;
} alterations[] = {
  { "a trigger", "CREATE TRIGGER evil AFTER INSERT ON pillar BEGIN DELETE FROM judgement; END" },
  { "a trigger that calls itself",
    "PRAGMA recursive_triggers = ON; CREATE TRIGGER evil AFTER INSERT ON note BEGIN"
    " INSERT INTO note VALUES (hex (randomblob (8)), 'again'); END" },
  { "a view", "CREATE VIEW evil AS SELECT name FROM person" },
  { "a view in a table's place",
    "DROP TABLE note; CREATE VIEW note AS SELECT 'a' AS id, 'b' AS text" },
  { "a virtual table", "CREATE VIRTUAL TABLE evil USING fts5 (text)" },
  { "a generated column",
    "ALTER TABLE note ADD COLUMN evil TEXT GENERATED ALWAYS AS (upper (text))" },
  { "an index on an expression", "CREATE INDEX evil ON note (upper (text))" },
  { "a table more", "CREATE TABLE evil (id TEXT PRIMARY KEY)" },
  { "a table less", "DROP TABLE retention" },
  { "a column more", "ALTER TABLE note ADD COLUMN evil TEXT" },
  { "statistics", "ANALYZE" },
  { "a check taken out", "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql,"
                         " 'CHECK (months > 0)', '') WHERE name = 'retention'" },
  { "a space more",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'note (',"
    " 'note  (') WHERE name = 'note'" },
};

static void
test_altered (Fixture *fixture, gconstpointer data)
{
  making_alter (fixture->from, data);
  assert_refused (fixture, OCT_ERROR_UNTRUSTED, "not those that Octant makes");
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  making_alter (fixture->from, "PRAGMA application_id = 1234");
  assert_refused (fixture, OCT_ERROR_UNTRUSTED, "not a workspace of Octant");
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  making_alter (fixture->from, "PRAGMA user_version = 99");
  assert_refused (fixture, OCT_ERROR_NEWER, "newer version");
}

static void
test_no_database (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (10000, 'x');

  g_assert_true (g_file_set_contents (fixture->from, text, -1, NULL));
  assert_refused (fixture, OCT_ERROR_DAMAGED, "damaged");
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->from, "", 0, NULL));
  assert_refused (fixture, OCT_ERROR_DAMAGED, "empty");
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_unlink (fixture->from);
  g_assert_false (oct_workspace_adopt (fixture->from, fixture->to, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND);
}

/* Every page but the first in its turn is overwritten: it is refused, or the page held nothing. */
static void
test_damaged_pages (Fixture *fixture, gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize length = 0;
  gint64 size = making_read_number (fixture->from, "PRAGMA page_size");
  guint n_refused = 0;

  g_assert_true (g_file_get_contents (fixture->from, &content, &length, NULL));
  for (gsize at = (gsize) size; at < length; at += (gsize) size)
    {
      g_autofree char *damaged = g_memdup2 (content, length);
      g_autoptr (GError) error = NULL;

      memset (damaged + at, 0x5a, (gsize) size);
      g_assert_true (g_file_set_contents (fixture->from, damaged, (gssize) length, NULL));
      if (oct_workspace_adopt (fixture->from, fixture->to, &error))
        g_unlink (fixture->to);
      else
        {
          g_assert_true (error->domain == OCT_ERROR);
          g_assert_true (error->code == OCT_ERROR_DAMAGED || error->code == OCT_ERROR_UNTRUSTED);
          n_refused++;
        }
    }
  g_assert_cmpuint (n_refused, >, 10);
}

static void
test_rule_broken (Fixture *fixture, gconstpointer data)
{
  making_alter (fixture->from,
                "PRAGMA ignore_check_constraints = ON; UPDATE judgement SET reason = ' '");
  assert_refused (fixture, OCT_ERROR_UNTRUSTED, "breaks a rule");
}

static void
test_dangling (Fixture *fixture, gconstpointer data)
{
  making_alter (fixture->from, "PRAGMA foreign_keys = OFF; DELETE FROM cycle");
  assert_refused (fixture, OCT_ERROR_UNTRUSTED, "refers to one that isn’t there");
}

static void
test_huge (Fixture *fixture, gconstpointer data)
{
  making_alter (fixture->from,
                "INSERT INTO note VALUES ('a', replace (hex (zeroblob (10000000)), '0', 'x'))");
  assert_refused (fixture, OCT_ERROR_TOO_LARGE, "larger than any should be");
}

static void
test_bad_text (Fixture *fixture, gconstpointer data)
{
  making_alter (fixture->from, "INSERT INTO note VALUES ('a', CAST (x'c328' AS TEXT))");
  assert_refused (fixture, OCT_ERROR_UNTRUSTED, "text that can’t be read");
}

static void
test_nul (Fixture *fixture, gconstpointer data)
{
  making_alter (fixture->from, "INSERT INTO note VALUES ('a', 'x' || char (0) || 'y')");
  assert_refused (fixture, OCT_ERROR_UNTRUSTED, "text that can’t be read");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/store/adopt/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("a good copy gives all it holds", test_good);
  ADD ("its history is text that is never applied", test_no_undo);
  ADD ("it is given an id of its own", test_own_id);
  ADD ("closed cycles come as they are", test_closed_cycle);
  ADD ("another program's database is refused", test_foreign);
  ADD ("a newer one is refused", test_newer);
  ADD ("what is no database is refused", test_no_database);
  ADD ("an empty file is refused", test_empty);
  ADD ("a missing file is told", test_missing);
  ADD ("damaged pages are found", test_damaged_pages);
  ADD ("a record that breaks a rule is refused", test_rule_broken);
  ADD ("a record that refers to nothing is refused", test_dangling);
  ADD ("a huge text is refused", test_huge);
  ADD ("text in no encoding is refused", test_bad_text);
  ADD ("text with a NUL is refused", test_nul);
#undef ADD
  for (guint i = 0; i < G_N_ELEMENTS (alterations); i++)
    {
      g_autofree char *name = g_strdup_printf ("/store/adopt/refused: %s", alterations[i].name);

      g_test_add (name, Fixture, alterations[i].sql, set_up, test_altered, tear_down);
    }

  return g_test_run ();
}
