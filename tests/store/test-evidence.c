/* Evidence is kept with its places, its files lie on the disk before anything refers to them, and an
 * object goes only when nobody needs it. */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "evidence-fixture.h"
#include "oct-error.h"

/* Everything is older than this. */
#define LATER G_MAXINT64

static GPtrArray *
read_with (Fixture *fixture, const OctEvidenceFilter *filter)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = oct_workspace_read_evidence (fixture->workspace, filter, &error);

  g_assert_no_error (error);

  return found;
}

static guint
count_with (Fixture *fixture, const OctEvidenceFilter *filter)
{
  g_autoptr (GPtrArray) found = read_with (fixture, filter);

  return found->len;
}

static guint
count (Fixture *fixture)
{
  const OctEvidenceFilter filter = { 0 };

  return count_with (fixture, &filter);
}

static gboolean
has_object (Fixture *fixture, const char *object)
{
  g_autofree char *path = oct_evidence_objects_get_path (fixture->workspace, object);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static guint
collect (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  guint removed = 0;

  oct_evidence_objects_collect (fixture->workspace, LATER, &removed, &error);
  g_assert_no_error (error);

  return removed;
}

static void
test_note (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = fixture_add_note (fixture, "improvement", "Visit", "Six schools use it");
  const OctEvidenceFilter filter = { .id = id };
  g_autoptr (GPtrArray) found = NULL;
  const OctEvidence *note;

  fixture_open_again (fixture);
  found = read_with (fixture, &filter);
  g_assert_cmpuint (found->len, ==, 1);
  note = g_ptr_array_index (found, 0);
  g_assert_cmpint (note->kind, ==, OCT_EVIDENCE_NOTE);
  g_assert_cmpstr (note->name, ==, "Visit");
  g_assert_cmpstr (note->text, ==, "Six schools use it");
  g_assert_cmpint (note->dated, ==, 20261001);
  g_assert_cmpint (note->added_at, >, 0);
  g_assert_cmpuint (note->links->len, ==, 1);
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = fixture_add_note (fixture, "improvement", "Visit", "O’Brien’s café");
  g_autofree char *b = fixture_add_note (fixture, "civic-duty", "Letter", "From the council");
  g_autoptr (GPtrArray) school = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_evidence_link_free);
  const OctEvidenceFilter element = { .element = "civic-duty" };
  const OctEvidenceFilter trust = { .school_id = "trust" };
  const OctEvidenceFilter at_school = { .school_id = fixture->school_id };
  const OctEvidenceFilter text = { .text = "cafe obr" };
  const OctEvidenceFilter inside = { .text = "rien" };
  const OctEvidenceFilter other = { .cycle_id = "another" };

  g_ptr_array_add (school, oct_evidence_link_new (fixture->cycle_id, fixture->school_id,
                                                  "improvement", "reach"));
  g_assert_true (oct_workspace_attach_evidence (fixture->workspace, &plain, a, school, NULL));
  g_assert_cmpuint (count_with (fixture, &element), ==, 1);
  g_assert_cmpuint (count_with (fixture, &trust), ==, 2);
  g_assert_cmpuint (count_with (fixture, &at_school), ==, 1);
  g_assert_cmpuint (count_with (fixture, &text), ==, 1);
  g_assert_cmpuint (count_with (fixture, &inside), ==, 0);
  g_assert_cmpuint (count_with (fixture, &other), ==, 0);
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = fixture_add_note (fixture, "improvement", "Visit", "Six schools");
  const OctEvidenceFilter filter = { .id = id };
  g_autoptr (GPtrArray) more = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_evidence_link_free);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) again = NULL;
  const char *gone[] = { NULL, NULL };

  /* One of them is where it stands already, and one is named twice. */
  g_ptr_array_add (more, oct_evidence_link_new (fixture->cycle_id, NULL, "improvement", NULL));
  g_ptr_array_add (more, oct_evidence_link_new (fixture->cycle_id, NULL, "solidarity", NULL));
  g_ptr_array_add (more, oct_evidence_link_new (fixture->cycle_id, NULL, "solidarity", NULL));
  g_assert_true (oct_workspace_attach_evidence (fixture->workspace, &plain, id, more, NULL));
  found = read_with (fixture, &filter);
  g_assert_cmpuint (((OctEvidence *) found->pdata[0])->links->len, ==, 2);

  gone[0] = ((OctEvidenceLink *) ((OctEvidence *) found->pdata[0])->links->pdata[0])->id;
  g_assert_true (oct_workspace_detach_evidence (fixture->workspace, &plain, id, gone, NULL));
  again = read_with (fixture, &filter);
  g_assert_cmpuint (((OctEvidence *) again->pdata[0])->links->len, ==, 1);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = fixture_add_note (fixture, "improvement", "Visit", "Six schools");
  const OctEvidenceFilter element = { .element = "improvement" };

  fixture_undo (fixture);
  g_assert_cmpuint (count (fixture), ==, 0);
  fixture_redo (fixture);
  g_assert_cmpuint (count_with (fixture, &element), ==, 1);
  g_assert_true (oct_workspace_delete_evidence (fixture->workspace, &plain, id, NULL));
  g_assert_cmpuint (count (fixture), ==, 0);
  fixture_undo (fixture);
  g_assert_cmpuint (count_with (fixture, &element), ==, 1);
}

static void
test_counted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = fixture_add_note (fixture, "improvement", "Visit", "Six schools");
  g_autoptr (GPtrArray) judgements = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_judgement_free);
  g_autoptr (GPtrArray) read = NULL;
  OctJudgement *judgement = oct_judgement_new (fixture->cycle_id, NULL, "improvement", NULL,
                                               OCT_VIEW_OWN);
  const OctJudgementFilter filter = { .element = "improvement" };

  judgement->framework_id = g_strdup (fixture->framework_id);
  g_ptr_array_add (judgements, judgement);
  g_assert_true (oct_workspace_put_judgements (fixture->workspace, &plain, judgements, NULL));
  read = oct_workspace_read_judgements (fixture->workspace, &filter, NULL);
  g_assert_cmpuint (((OctJudgement *) read->pdata[0])->n_evidence, ==, 1);
}

static void
assert_refused (Fixture *fixture, OctEvidence *evidence)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (oct_workspace_put_evidence (fixture->workspace, &plain, evidence, NULL, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_RULE);
  oct_evidence_free (evidence);
}

static void
test_rules (Fixture *fixture, gconstpointer data)
{
  const char *const bad[] = { "", "example.org", "file:///etc/passwd", "javascript:alert(1)",
                              "https://" };
  OctEvidence *evidence = oct_evidence_new (OCT_EVIDENCE_NOTE, " ");

  g_free (evidence->text);
  evidence->text = g_strdup ("Words");
  assert_refused (fixture, evidence);
  assert_refused (fixture, oct_evidence_new (OCT_EVIDENCE_NOTE, "Without words"));
  assert_refused (fixture, oct_evidence_new (OCT_EVIDENCE_FILE, "Without a file"));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      evidence = oct_evidence_new (OCT_EVIDENCE_LINK, "Link");
      g_free (evidence->url);
      evidence->url = g_strdup (bad[i]);
      assert_refused (fixture, evidence);
    }
  g_assert_cmpuint (count (fixture), ==, 0);
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *object = NULL;
  g_autofree char *id = fixture_add_file (fixture, "report.txt", "What we saw", &object);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "What we saw", -1);
  g_autofree char *path = oct_evidence_objects_get_path (fixture->workspace, object);
  g_autofree char *copy = g_build_filename (fixture->dir, "copy.txt", NULL);
  g_autofree char *content = NULL;
  GStatBuf status;

  g_assert_cmpstr (object, ==, sum);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  oct_evidence_objects_copy_out (fixture->workspace, object, copy, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (copy, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "What we saw");
  /* A copy never writes over something. */
  g_assert_false (oct_evidence_objects_copy_out (fixture->workspace, object, copy, NULL, NULL));
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      n += g_file_test (child, G_FILE_TEST_IS_DIR) ? count_files (child) : 1;
    }

  return n;
}

static guint
count_objects (Fixture *fixture)
{
  g_autofree char *folder = oct_workspace_dup_folder (fixture->workspace);

  return count_files (folder);
}

static void
test_twice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  g_free (fixture_add_file (fixture, "one.txt", "The same", &a));
  g_free (fixture_add_file (fixture, "two.txt", "The same", &b));
  g_assert_cmpstr (a, ==, b);
  g_assert_cmpuint (count_objects (fixture), ==, 1);
}

static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_write (fixture, "large.bin", "", 0);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *object = NULL;
  gint64 size;

  g_assert_false (
    oct_evidence_objects_add (fixture->workspace, file, &object, &size, NULL, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_EMPTY_FILE);
  g_clear_error (&error);
  g_assert_cmpint (truncate (path, OCT_EVIDENCE_MAX_SIZE + 1), ==, 0);
  g_assert_false (
    oct_evidence_objects_add (fixture->workspace, file, &object, &size, NULL, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "large.bin"));
  g_assert_cmpuint (count_objects (fixture), ==, 0);
}

static void
test_altered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *object = NULL;
  g_autofree char *id = fixture_add_file (fixture, "report.txt", "What we saw", &object);
  g_autofree char *path = oct_evidence_objects_get_path (fixture->workspace, object);
  g_autofree char *copy = g_build_filename (fixture->dir, "copy.txt", NULL);
  OctObjectState state;

  g_assert_true (oct_evidence_objects_check (fixture->workspace, object, &state, NULL, NULL));
  g_assert_cmpint (state, ==, OCT_OBJECT_SOUND);
  g_assert_true (g_file_set_contents (path, "What we sew", -1, NULL));
  g_assert_true (oct_evidence_objects_check (fixture->workspace, object, &state, NULL, NULL));
  g_assert_cmpint (state, ==, OCT_OBJECT_ALTERED);
  g_assert_false (oct_evidence_objects_copy_out (fixture->workspace, object, copy, NULL, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_DAMAGED);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  g_remove (path);
  g_assert_true (oct_evidence_objects_check (fixture->workspace, object, &state, NULL, NULL));
  g_assert_cmpint (state, ==, OCT_OBJECT_MISSING);
  g_assert_false (oct_evidence_objects_copy_out (fixture->workspace, object, copy, NULL, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND);

  /* The same file once more mends it. */
  g_free (fixture_add_file (fixture, "again.txt", "What we saw", NULL));
  g_assert_true (oct_evidence_objects_check (fixture->workspace, object, &state, NULL, NULL));
  g_assert_cmpint (state, ==, OCT_OBJECT_SOUND);
}

/* A workspace made by an enemy can't lead out of the folder. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_assert_null (oct_evidence_objects_get_path (fixture->workspace, "../../../etc/passwd"));
  g_assert_null (oct_evidence_objects_get_path (fixture->workspace, NULL));
  g_assert_null (oct_evidence_objects_get_path (
    fixture->workspace, "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde/"));
}

static void
test_collect_history (Fixture *fixture, gconstpointer data)
{
  g_autofree char *object = NULL;
  g_autofree char *id = fixture_add_file (fixture, "report.txt", "What we saw", &object);

  g_assert_cmpuint (collect (fixture), ==, 0);
  g_assert_true (oct_workspace_delete_evidence (fixture->workspace, &plain, id, NULL));
  /* It can still be undone, and then it must be whole. */
  g_assert_cmpuint (collect (fixture), ==, 0);
  fixture_undo (fixture);
  g_assert_true (has_object (fixture, object));
  g_assert_cmpuint (count (fixture), ==, 1);
}

/* What no edit ever referred to: a file that was dropped, and the window closed. */
static char *
add_stray (Fixture *fixture)
{
  g_autofree char *path = fixture_write (fixture, "stray.txt", "Nobody needs it", -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  char *object = NULL;
  gint64 size;

  g_assert_true (oct_evidence_objects_add (fixture->workspace, file, &object, &size, NULL, NULL));
  g_assert_cmpint (size, ==, strlen ("Nobody needs it"));

  return object;
}

static void
test_collect_stray (Fixture *fixture, gconstpointer data)
{
  g_autofree char *object = add_stray (fixture);
  guint removed = 0;

  /* A young one may be on its way into an edit. */
  g_assert_true (oct_evidence_objects_collect (
    fixture->workspace, g_get_real_time () / G_USEC_PER_SEC - 3600, &removed, NULL));
  g_assert_cmpuint (removed, ==, 0);
  g_assert_cmpuint (collect (fixture), ==, 1);
  g_assert_false (has_object (fixture, object));
}

static void
test_collect_dropped (Fixture *fixture, gconstpointer data)
{
  g_autofree char *object = NULL;
  g_autofree char *id = fixture_add_file (fixture, "report.txt", "What we saw", &object);

  fixture_undo (fixture);
  g_assert_cmpuint (collect (fixture), ==, 0);
  g_free (fixture_add_note (fixture, "improvement", "New", "Something else"));
  g_assert_cmpuint (collect (fixture), ==, 1);
  g_assert_false (has_object (fixture, object));
}

static void
test_collect_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *object = NULL;
  g_autofree char *id = fixture_add_file (fixture, "report.txt", "What we saw", &object);
  g_autofree char *backup = fixture_back_up (fixture, "2026-10-02.octant");

  /* What was undone can't come back past something new; only the backup has it then. */
  fixture_undo (fixture);
  g_free (fixture_add_note (fixture, "improvement", "New", "Something else"));
  g_assert_cmpuint (collect (fixture), ==, 0);
  g_assert_true (has_object (fixture, object));

  /* What can't be read may need anything. */
  g_free (add_stray (fixture));
  g_assert_true (g_file_set_contents (backup, "not a workspace", -1, NULL));
  {
    g_autoptr (GError) error = NULL;
    guint removed = 0;

    g_assert_false (oct_evidence_objects_collect (fixture->workspace, LATER, &removed, &error));
    g_assert_nonnull (error);
    g_assert_cmpuint (removed, ==, 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/store/evidence/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("a note survives a restart", test_note);
  ADD ("it is found by place and by words", test_filters);
  ADD ("it stands at several places, at each once", test_places);
  ADD ("adding and deleting are undone with the places", test_undo);
  ADD ("a judgement counts its evidence", test_counted);
  ADD ("a note needs words, a link a web address, a file a file", test_rules);
  ADD ("a file is kept under its hash, for its owner alone", test_file);
  ADD ("the same file twice is one object", test_twice);
  ADD ("a file may be too large, or empty", test_too_large);
  ADD ("a missing or altered object is noticed", test_altered);
  ADD ("an object's name leads nowhere else", test_names);
  ADD ("history keeps an object", test_collect_history);
  ADD ("what can't be redone needs no object", test_collect_dropped);
  ADD ("a stray object is collected, a young one isn't", test_collect_stray);
  ADD ("a backup keeps an object, and one that can't be read keeps all", test_collect_backup);
#undef ADD

  return g_test_run ();
}
