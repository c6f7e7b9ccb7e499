/* A person is found wherever they are named, and once removed their name is in no byte of the data
 * folder. */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "evidence-fixture.h"
#include "people-fixture.h"
#include "oct-error.h"
#include "oct-workspace-people.h"
#include "oct-workspace-records.h"

static const char *const names[] = { NAME, NULL };

/* Everything a person may be named by: list, reason, note, file's name and content, sentence of an
 * edit, a value that was overwritten, undo, redo, a backup, and a cycle that is closed since. */
static char *
name_everywhere (Fixture *fixture, char **file_id)
{
  char *id = fixture_add_person (fixture, NAME, "Head of Oak Primary");
  const OctEditInfo said = { .person_id = id,
                             .sentence = "Judged as " NAME " said",
                             .location = "our-trust",
                             .merge = "reason by " NAME };

  fixture_judge (fixture, &said, "improvement", "The team of ZERELDA QUENNELL does this", id);
  fixture_judge (fixture, &plain, "improvement", "They do this", id);
  fixture_judge (fixture, &plain, "solidarity", "Zerelda Quennell’s team is shared", id);
  g_free (fixture_add_note (fixture, "improvement", "Visit to zerelda_quennell", "Met " NAME "."));
  *file_id = fixture_add_file (fixture, "zerelda.quennell.txt", "Signed: " NAME "\n", NULL);
  g_free (fixture_back_up (fixture, "2026-10-02.octant"));
  g_free (fixture_add_note (fixture, "improvement", "Undone", "To be taken back: " NAME));
  fixture_undo (fixture);
  fixture_close_cycle (fixture);

  return id;
}

static guint
count_places (GPtrArray *places, OctPlaceKind kind, const char *table)
{
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const OctNamePlace *place = g_ptr_array_index (places, i);

      n += place->kind == kind && (table == NULL || g_str_equal (place->table, table));
    }

  return n;
}

static GPtrArray *
find (Fixture *fixture, const char *person_id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *places = oct_workspace_find_person (fixture->workspace, person_id,
                                                 person_id == NULL ? names : NULL, NULL, &error);

  g_assert_no_error (error);

  return places;
}

static void
test_found (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file_id = NULL;
  g_autofree char *id = name_everywhere (fixture, &file_id);
  g_autoptr (GPtrArray) places = find (fixture, id);
  g_autoptr (GPtrArray) by_name = find (fixture, NULL);

  g_assert_cmpuint (count_places (places, OCT_PLACE_PERSON, "person"), ==, 1);
  g_assert_cmpuint (count_places (places, OCT_PLACE_RECORD, "judgement"), ==, 1);
  /* Two of its fields each: the note's name and text, the file's name twice. */
  g_assert_cmpuint (count_places (places, OCT_PLACE_RECORD, "evidence"), ==, 4);
  g_assert_cmpuint (count_places (places, OCT_PLACE_REFERENCE, "judgement"), ==, 2);
  g_assert_cmpuint (count_places (places, OCT_PLACE_REFERENCE, "edit"), ==, 1);
  g_assert_cmpuint (count_places (places, OCT_PLACE_HISTORY, "edit"), ==, 2);
  g_assert_cmpuint (count_places (places, OCT_PLACE_HISTORY, "edit_change"), >, 4);
  g_assert_cmpuint (count_places (places, OCT_PLACE_UNDO, NULL), >, 4);
  g_assert_cmpuint (count_places (places, OCT_PLACE_FILE, NULL), ==, 1);
  g_assert_cmpuint (count_places (places, OCT_PLACE_BACKUP, NULL), ==, 1);
  g_assert_cmpuint (count_places (by_name, OCT_PLACE_REFERENCE, NULL), ==, 0);
  g_assert_cmpuint (count_places (by_name, OCT_PLACE_PERSON, NULL), ==, 1);
  g_assert_cmpuint (by_name->len, >, 10);
}

static void
remove_person (Fixture *fixture, const OctRemoval *removal)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) unread = NULL;

  oct_workspace_remove_person (fixture->workspace, removal, &unread, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (unread->len, ==, 0);
}

static OctEditRecord *
last_edit (Fixture *fixture)
{
  const OctHistoryFilter filter = { .limit = 1 };
  g_autoptr (GPtrArray) history = oct_workspace_read_history (fixture->workspace, &filter, NULL);

  return g_ptr_array_steal_index (history, 0);
}

static void
test_removed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file_id = NULL;
  g_autofree char *id = name_everywhere (fixture, &file_id);
  const char *evidence[] = { file_id, NULL };
  const OctRemoval removal = {
    .person_id = id, .evidence = evidence, .by = id, .location = "people"
  };
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (GPtrArray) judgements = NULL;
  g_autoptr (OctEditRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  const OctJudgementFilter solidarity = { .element = "solidarity" };
  const OctJudgement *judgement;

  /* The proof is worth something only if the name was there: workspace or log, backup, file. */
  g_assert_cmpuint (fixture_count_files_with_name (fixture), >=, 3);
  remove_person (fixture, &removal);
  g_assert_cmpuint (fixture_count_files_with_name (fixture), ==, 0);
  places = find (fixture, NULL);
  g_assert_cmpuint (places->len, ==, 0);

  judgements = oct_workspace_read_judgements (fixture->workspace, &solidarity, NULL);
  judgement = g_ptr_array_index (judgements, 0);
  g_assert_cmpstr (judgement->reason, ==, "(name removed)’s team is shared");
  g_assert_cmpstr (judgement->stage, ==, "embedded");
  g_assert_null (judgement->assessor_id);

  record = last_edit (fixture);
  g_assert_cmpstr (record->sentence, ==, "Removed a person for good");
  g_assert_null (record->person_id);
  g_assert_null (oct_workspace_undo (fixture->workspace, NULL, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_BARRIER);
  g_assert_true (oct_workspace_check (fixture->workspace, NULL));
  /* And after all of it was closed and opened again. */
  fixture_open_again (fixture);
  g_assert_cmpuint (fixture_count_files_with_name (fixture), ==, 0);
}

/* Plans, their reviews, visits, concerns, support, practices and risks: whoever owns, reviews, visits or
 * is named in them. */
static void
test_removed_from_plans (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = fixture_add_person (fixture, NAME, "Head of Oak Primary");
  g_autofree char *plan_id = fixture_add_plan (fixture, id, "As " NAME " does it");
  const OctRemoval removal = { .person_id = id, .by = id, .location = "people" };
  g_autofree char *backup = fixture_back_up (fixture, "2026-10-02.octant");
  g_autoptr (GPtrArray) places = find (fixture, id);
  g_autoptr (OctPlanBook) book = NULL;
  GPtrArray *objectives;

  fixture_add_support (fixture, id, "As " NAME " does it");
  g_clear_pointer (&places, g_ptr_array_unref);
  places = find (fixture, id);
  g_assert_cmpuint (count_places (places, OCT_PLACE_RECORD, "support"), ==, 3);
  g_assert_cmpuint (count_places (places, OCT_PLACE_REFERENCE, "practice"), ==, 1);
  g_assert_cmpuint (count_places (places, OCT_PLACE_REFERENCE, "risk"), ==, 1);
  g_assert_cmpuint (count_places (places, OCT_PLACE_RECORD, "progress"), ==, 2);
  g_assert_cmpuint (count_places (places, OCT_PLACE_RECORD, "action"), ==, 3);
  g_assert_cmpuint (count_places (places, OCT_PLACE_REFERENCE, "objective"), ==, 1);
  g_assert_cmpuint (count_places (places, OCT_PLACE_REFERENCE, "action"), ==, 1);
  g_assert_cmpuint (count_places (places, OCT_PLACE_REFERENCE, "review"), ==, 1);
  g_assert_cmpuint (count_places (places, OCT_PLACE_REFERENCE, "visit"), ==, 1);
  g_assert_cmpuint (count_places (places, OCT_PLACE_REFERENCE, "visit_point"), ==, 1);
  g_assert_cmpuint (count_places (places, OCT_PLACE_REFERENCE, "concern"), ==, 1);
  g_assert_cmpuint (fixture_count_files_with_name (fixture), >=, 2);
  remove_person (fixture, &removal);
  g_assert_cmpuint (fixture_count_files_with_name (fixture), ==, 0);
  g_clear_pointer (&places, g_ptr_array_unref);
  places = find (fixture, NULL);
  g_assert_cmpuint (places->len, ==, 0);
  book = oct_workspace_read_plan_book (fixture->workspace, NULL);
  objectives = oct_plan_book_get_children (book, &oct_objective_kind, plan_id);
  g_assert_cmpuint (objectives->len, ==, 1);
  g_assert_cmpstr (((OctObjective *) objectives->pdata[0])->statement, ==,
                   "As (name removed) does it");
  g_assert_null (((OctObjective *) objectives->pdata[0])->owner_id);
  g_assert_true (oct_workspace_check (fixture->workspace, NULL));
}

/* The user left the file where it is: it is the one place that remains, and it is listed. */
static void
test_file_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file_id = NULL;
  g_autofree char *id = name_everywhere (fixture, &file_id);
  const OctRemoval removal = { .person_id = id, .location = "people" };
  g_autoptr (GPtrArray) places = NULL;
  const OctNamePlace *place;

  remove_person (fixture, &removal);
  places = find (fixture, NULL);
  g_assert_cmpuint (places->len, ==, 1);
  place = g_ptr_array_index (places, 0);
  g_assert_cmpint (place->kind, ==, OCT_PLACE_FILE);
  g_assert_cmpstr (place->record_id, ==, file_id);
  g_assert_cmpuint (fixture_count_files_with_name (fixture), ==, 1);
}

static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file_id = NULL;
  g_autofree char *id = name_everywhere (fixture, &file_id);
  g_autofree char *other = fixture_add_person (fixture, "", "Director of education");
  const char *evidence[] = { file_id, NULL };
  const OctRemoval removal = {
    .person_id = id, .other_id = other, .evidence = evidence, .location = "people"
  };
  const OctJudgementFilter filter = { 0 };
  g_autoptr (GPtrArray) judgements = NULL;
  g_autoptr (GPtrArray) people = NULL;

  remove_person (fixture, &removal);
  g_assert_cmpuint (fixture_count_files_with_name (fixture), ==, 0);
  judgements = oct_workspace_read_judgements (fixture->workspace, &filter, NULL);
  g_assert_cmpuint (judgements->len, ==, 2);
  for (guint i = 0; i < judgements->len; i++)
    g_assert_cmpstr (((OctJudgement *) judgements->pdata[i])->assessor_id, ==, other);
  people = oct_workspace_read_people (fixture->workspace, NULL);
  g_assert_cmpuint (people->len, ==, 1);
}

static void
test_post (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file_id = NULL;
  g_autofree char *id = name_everywhere (fixture, &file_id);
  const char *evidence[] = { file_id, NULL };
  const OctRemoval removal = {
    .person_id = id, .post = "Headteacher", .evidence = evidence, .location = "people"
  };
  const OctRemoval bad = { .person_id = id, .post = "Office of " NAME, .location = "people" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = NULL;
  const OctPerson *person;

  g_assert_false (oct_workspace_remove_person (fixture->workspace, &bad, NULL, NULL, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_RULE);
  remove_person (fixture, &removal);
  g_assert_cmpuint (fixture_count_files_with_name (fixture), ==, 0);
  people = oct_workspace_read_people (fixture->workspace, NULL);
  g_assert_cmpuint (people->len, ==, 1);
  person = g_ptr_array_index (people, 0);
  g_assert_cmpstr (person->id, ==, id);
  g_assert_cmpstr (person->name, ==, "");
  g_assert_cmpstr (person->post, ==, "Headteacher");
}

static void
test_unread_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file_id = NULL;
  g_autofree char *id = name_everywhere (fixture, &file_id);
  const char *evidence[] = { file_id, NULL };
  const OctRemoval removal = { .person_id = id, .evidence = evidence, .location = "people" };
  g_autofree char *backup = fixture_back_up (fixture, "odd.octant");
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (GPtrArray) unread = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (backup, "Not a workspace, yet " NAME, -1, NULL));
  places = find (fixture, id);
  g_assert_cmpuint (count_places (places, OCT_PLACE_BACKUP_UNREAD, NULL), ==, 1);
  oct_workspace_remove_person (fixture->workspace, &removal, &unread, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (unread->len, ==, 1);
  g_assert_cmpstr (unread->pdata[0], ==, backup);
  g_assert_cmpuint (fixture_count_files_with_name (fixture), ==, 1);
}

/* The program ended after the removal was kept and before the old bytes were overwritten. */
static void
test_interrupted (Fixture *fixture, gconstpointer data)
{
  sqlite3 *db;

  g_free (fixture_add_note (fixture, "improvement", "Visit", "Met " NAME));
  g_clear_object (&fixture->workspace);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "PRAGMA secure_delete = OFF; BEGIN; DELETE FROM evidence_link;"
                                 "DELETE FROM evidence; DELETE FROM edit_change; DELETE FROM edit;"
                                 "INSERT INTO about (key, value) VALUES ('scrub', '1'); COMMIT;",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_cmpuint (fixture_count_files_with_name (fixture), >, 0);
  fixture_open_again (fixture);
  g_assert_cmpuint (fixture_count_files_with_name (fixture), ==, 0);
}

static void
test_other_window (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file_id = NULL;
  g_autofree char *id = name_everywhere (fixture, &file_id);
  g_autoptr (OctWorkspace) other = oct_workspace_open (fixture->path, OCT_WORKSPACE_DEFAULT, NULL);
  const char *evidence[] = { file_id, NULL };
  const OctRemoval removal = { .person_id = id, .evidence = evidence, .location = "people" };

  remove_person (fixture, &removal);
  g_assert_cmpuint (fixture_count_files_with_name (fixture), ==, 0);
  g_assert_true (oct_workspace_was_changed (other));
}

/* A name that stands in no column that is looked into would be forgotten: whoever adds a column that
 * people write in doesn't have to think of it, and whoever adds one of keys says so here. */
static void
fill_columns (Fixture *fixture)
{
  static const char *const keys[] = { "about.key",
                                      "about.value",
                                      "cycle.kind",
                                      "cycle.focus",
                                      "edit.state",
                                      "edit_change.record",
                                      "edit_change.field",
                                      "evidence.kind",
                                      "evidence.object",
                                      "evidence_link.element",
                                      "evidence_link.aspect",
                                      "framework.key",
                                      "judgement.element",
                                      "judgement.aspect",
                                      "judgement.view",
                                      "judgement.stage",
                                      "judgement.confidence",
                                      "lens.key",
                                      "pillar.rank",
                                      "pillar_map.element",
                                      "pillar_map.aspect",
                                      "retention.kind",
                                      "school.type",
                                      "school.la",
                                      "school.town",
                                      "school.postcode",
                                      "school.name",
                                      "target.element",
                                      "target.stage",
                                      "trust.name",
                                      NULL };
  sqlite3 *db;
  sqlite3_stmt *row;
  char *sql;

  g_clear_object (&fixture->workspace);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON", NULL, NULL,
                NULL);
  g_assert_cmpint (
    sqlite3_prepare_v2 (db,
                        "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info (m.name) c"
                        " WHERE m.type = 'table' AND c.type = 'TEXT' AND c.name <> 'id'"
                        "  AND c.name NOT LIKE '%\\_id' ESCAPE '\\' AND c.name <> 'undone_by'",
                        -1, &row, NULL),
    ==, SQLITE_OK);
  while (sqlite3_step (row) == SQLITE_ROW)
    {
      g_autofree char *both = g_strdup_printf ("%s.%s", sqlite3_column_text (row, 0),
                                               sqlite3_column_text (row, 1));

      if (g_strv_contains (keys, both))
        continue;
      sql = sqlite3_mprintf ("UPDATE \"%w\" SET \"%w\" = '" NAME "'", sqlite3_column_text (row, 0),
                             sqlite3_column_text (row, 1));
      g_test_message ("%s", sql);
      g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_free (sql);
    }
  sqlite3_finalize (row);
  /* Values of history that are words; others are dates, stages and ids. */
  sqlite3_exec (db, "UPDATE edit_change SET kind = 0", NULL, NULL, NULL);
  sqlite3_close (db);
}

static void
test_every_column (Fixture *fixture, gconstpointer data)
{
  const OctRemoval removal = { .names = names, .location = "people" };
  g_autofree char *id = fixture_add_person (fixture, "", "Head");

  g_free (fixture_add_note (fixture, "improvement", "Visit", "Words"));
  fixture_judge (fixture, &plain, "improvement", "They do", id);
  fill_columns (fixture);
  fixture_open_again (fixture);
  g_assert_cmpuint (fixture_count_files_with_name (fixture), >, 0);
  remove_person (fixture, &removal);
  /* The list of people is not text: two may bear one name, and only the one who is meant goes. */
  {
    const OctRemoval person = { .person_id = id, .location = "people" };

    remove_person (fixture, &person);
  }
  g_assert_cmpuint (fixture_count_files_with_name (fixture), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/store/people/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("a person is found wherever they are named", test_found);
  ADD ("once removed, the name is in no byte of the data folder", test_removed);
  ADD ("once removed, the name is in no plan, review, visit or concern", test_removed_from_plans);
  ADD ("a file the user keeps is listed", test_file_kept);
  ADD ("another person takes the place", test_replaced);
  ADD ("a post takes the place of a name", test_post);
  ADD ("a backup that can't be read is named", test_unread_backup);
  ADD ("an interrupted removal is completed", test_interrupted);
  ADD ("another window doesn't keep old bytes", test_other_window);
  ADD ("no column that people write in is forgotten", test_every_column);
#undef ADD

  return g_test_run ();
}
