/* A binder is a folder that anybody can open: by element, with an index, under harmless names; it writes
 * over nothing, and one that was stopped leaves nothing. */
#include <glib/gstdio.h>
#include <string.h>

#include "../store/evidence-fixture.h"
#include "oct-error.h"
#include "oct-evidence-binder.h"

static const OctBinderElement elements[] = {
  { "all-children", "All our children" },
  { "improvement", "Improvement" },
  { "solidarity", "Solidarity / interconnectedness" },
};
static const OctEvidenceFilter everything = { 0 };

static char *
make_out (Fixture *fixture)
{
  char *out = g_build_filename (fixture->dir, "out", NULL);

  g_mkdir (out, 0700);

  return out;
}

static OctBinderReport *
write_binder (Fixture *fixture, const OctEvidenceFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *out = make_out (fixture);
  OctBinderReport *report = oct_evidence_binder_write (
    fixture->workspace, filter, elements, G_N_ELEMENTS (elements), out, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return report;
}

static char *
read_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *content = NULL;

  g_test_message ("%s", path);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));

  return content;
}

static guint
count_in (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* Names that differ in capitals only don't meet on a system that takes them for one. */
static void
assert_distinct (const char *parent, const char *name, guint expected)
{
  g_autofree char *folder = g_build_filename (parent, name, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *child;

  g_assert_nonnull (dir);
  while ((child = g_dir_read_name (dir)) != NULL)
    g_assert_true (g_hash_table_add (names, g_utf8_casefold (child, -1)));
  g_assert_cmpuint (g_hash_table_size (names), ==, expected);
}

static void
test_binder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = fixture_add_file (fixture, "report.txt", "What we saw", NULL);
  g_autofree char *other = fixture_add_file (fixture, "REPORT.txt", "What others saw", NULL);
  g_autofree char *note = fixture_add_note (fixture, "solidarity", "Visit <b>", "Six & more");
  g_autoptr (GPtrArray) more = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_evidence_link_free);
  g_autoptr (OctBinderReport) report = NULL;
  g_autofree char *html = NULL;
  g_autofree char *csv = NULL;

  g_ptr_array_add (more, oct_evidence_link_new (fixture->cycle_id, fixture->school_id, "solidarity",
                                                NULL));
  g_assert_true (oct_workspace_attach_evidence (fixture->workspace, &plain, file, more, NULL));
  report = write_binder (fixture, &everything);
  g_assert_cmpuint (report->n_files, ==, 3);
  g_assert_cmpuint (report->missing->len, ==, 0);
  assert_distinct (report->folder, "2 Improvement", 2);
  g_free (read_file (report->folder, "3 Solidarity _ interconnectedness/report.txt"));
  html = read_file (report->folder, "index.html");
  g_assert_nonnull (strstr (html, "Evidence of Longshore Learning Trust"));
  g_assert_nonnull (strstr (html, "Visit &lt;b&gt;"));
  g_assert_nonnull (strstr (html, "Six &amp; more"));
  g_assert_nonnull (strstr (html, "href=\"3%20Solidarity%20_%20interconnectedness/report.txt\""));
  g_assert_nonnull (strstr (html, "Oak Primary, Autumn 2026"));
  /* The elements come in their order, and one without evidence isn't there. */
  g_assert_null (strstr (html, "All our children"));
  g_assert_true (strstr (html, ">Improvement<") < strstr (html, ">Solidarity /"));
  csv = read_file (report->folder, "index.csv");
  g_assert_nonnull (strstr (csv, "2026-10-01"));
}

static void
test_searched (Fixture *fixture, gconstpointer data)
{
  const OctEvidenceFilter filter = { .text = "visit" };
  g_autofree char *file = fixture_add_file (fixture, "report.txt", "What we saw", NULL);
  g_autofree char *note = fixture_add_note (fixture, "solidarity", "Visit", "Six");
  g_autoptr (OctBinderReport) report = write_binder (fixture, &filter);
  g_autofree char *html = read_file (report->folder, "index.html");

  g_assert_cmpuint (report->n_files, ==, 0);
  g_assert_cmpuint (count_in (report->folder), ==, 2);
  g_assert_nonnull (strstr (html, "Visit"));
  g_assert_null (strstr (html, "report.txt"));
}

static void
test_not_over (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = fixture_add_file (fixture, "report.txt", "What we saw", NULL);
  g_autoptr (OctBinderReport) first = write_binder (fixture, &everything);
  g_autoptr (OctBinderReport) second = write_binder (fixture, &everything);

  g_assert_cmpstr (first->folder, !=, second->folder);
  g_assert_true (g_str_has_suffix (second->folder, " (2)"));
  g_free (read_file (first->folder, "index.html"));
  g_free (read_file (second->folder, "2 Improvement/report.txt"));
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *object = NULL;
  g_autofree char *gone = fixture_add_file (fixture, "gone.txt", "Gone", &object);
  g_autofree char *file = fixture_add_file (fixture, "report.txt", "What we saw", NULL);
  g_autofree char *path = oct_evidence_objects_get_path (fixture->workspace, object);
  g_autoptr (OctBinderReport) report = NULL;
  g_autofree char *html = NULL;

  g_remove (path);
  report = write_binder (fixture, &everything);
  g_assert_cmpuint (report->n_files, ==, 1);
  g_assert_cmpuint (report->missing->len, ==, 1);
  g_assert_cmpstr (report->missing->pdata[0], ==, "gone.txt");
  html = read_file (report->folder, "index.html");
  g_assert_nonnull (strstr (html, "missing"));
}

static void
cancel (gpointer data, const char *detail, guint done, guint total)
{
  if (done == 1)
    g_cancellable_cancel (data);
}

static void
test_stopped (Fixture *fixture, gconstpointer data)
{
  g_autofree char *out = make_out (fixture);
  g_autofree char *nowhere = g_build_filename (out, "nowhere", NULL);
  g_autofree char *one = fixture_add_file (fixture, "one.txt", "One", NULL);
  g_autofree char *two = fixture_add_file (fixture, "two.txt", "Two", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (oct_evidence_binder_write (fixture->workspace, &everything, elements,
                                            G_N_ELEMENTS (elements), out, cancel, cancellable,
                                            cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_in (out), ==, 0);
  g_clear_error (&error);
  g_assert_null (oct_evidence_binder_write (fixture->workspace, &everything, elements,
                                            G_N_ELEMENTS (elements), nowhere, NULL, NULL, NULL,
                                            &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_READ_ONLY);
}

static void
test_job (Fixture *fixture, gconstpointer data)
{
  g_autofree char *out = make_out (fixture);
  g_autofree char *one = fixture_add_file (fixture, "one.txt", "One", NULL);
  g_autoptr (OctJob) job = oct_evidence_binder_start (fixture->path, &everything, elements,
                                                      G_N_ELEMENTS (elements), out);
  const OctBinderReport *report;

  oct_job_wait (job);
  g_assert_no_error (oct_job_get_error (job));
  report = oct_job_get_result (job);
  g_assert_cmpuint (report->n_files, ==, 1);
  g_free (read_file (report->folder, "2 Improvement/one.txt"));
}

/* On a network the workspace lets nobody else in: what a job of its own can't read, one on the
 * worker's thread can. */
static void
test_network (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = fixture_add_file (fixture, "report.txt", "What we saw", NULL);
  g_autofree char *out = make_out (fixture);
  g_autofree char *path = g_strdup (oct_workspace_get_path (fixture->workspace));
  g_autoptr (OctWorker) worker = oct_worker_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (OctWorkspace) held = NULL;
  g_autoptr (OctJob) locked_out = NULL;
  g_autoptr (OctJob) job = NULL;
  const OctBinderReport *report;

  g_clear_object (&fixture->workspace);
  held = oct_workspace_open (path, OCT_WORKSPACE_NETWORK, &error);
  g_assert_no_error (error);
  locked_out = oct_evidence_binder_start (path, &everything, elements, G_N_ELEMENTS (elements),
                                          out);
  oct_job_wait (locked_out);
  g_assert_nonnull (oct_job_get_error (locked_out));

  job = oct_evidence_binder_start_on_worker (worker, held, &everything, elements,
                                             G_N_ELEMENTS (elements), out);
  oct_job_wait (job);
  g_assert_no_error (oct_job_get_error (job));
  report = oct_job_get_result (job);
  g_assert_cmpuint (report->n_files, ==, 1);
  g_assert_cmpuint (count_in (out), ==, 1);
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    const char *safe;
  } names[] = {
    { "Ofsted report, 2025 (final).pdf", "Ofsted report, 2025 (final).pdf" },
    { "../../etc/passwd", "_.._etc_passwd" },
    { "a/b\\c:d*e?f\"g<h>i|j.txt", "a_b_c_d_e_f_g_h_i_j.txt" },
    { ".bashrc", "bashrc" },
    { "-rf", "rf" },
    { "NUL.txt", "_NUL.txt" },
    { "com1", "_com1" },
    { "Comments.txt", "Comments.txt" },
    { "invoice\xe2\x80\xae"
      "fdp.exe",
      "invoice_fdp.exe" },
    { "line\nbreak\t.txt", "line_break_.txt" },
    { "Über café.pdf", "Über café.pdf" },
    { "ends. . .", "ends" },
    { "", "file" },
    { "…", "file" },
    { "bad \xff utf-8", "bad _ utf-8" },
  };
  g_autofree char *long_name = g_strnfill (300, 'x');
  g_autofree char *long_file = g_strconcat (long_name, ".pdf", NULL);
  g_autofree char *shortened = oct_evidence_binder_safe_name (long_file);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *safe = oct_evidence_binder_safe_name (names[i].name);

      g_assert_cmpstr (safe, ==, names[i].safe);
    }
  g_assert_cmpuint (strlen (shortened), ==, 100);
  g_assert_true (g_str_has_suffix (shortened, "x.pdf"));
}

static void
test_formulas (Fixture *fixture, gconstpointer data)
{
  g_autofree char *note = fixture_add_note (fixture, "solidarity", "=1+1", "Say \"it\"");
  g_autoptr (OctBinderReport) report = write_binder (fixture, &everything);
  g_autofree char *csv = read_file (report->folder, "index.csv");

  g_assert_nonnull (strstr (csv, "\"'=1+1\""));
  g_assert_nonnull (strstr (csv, "\"Say \"\"it\"\"\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/app/binder/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("files by element, with an index", test_binder);
  ADD ("only what was searched for", test_searched);
  ADD ("writes over nothing", test_not_over);
  ADD ("a missing file is told", test_missing);
  ADD ("one that was stopped leaves nothing", test_stopped);
  ADD ("is a job", test_job);
  ADD ("also on a network", test_network);
  ADD ("a spreadsheet finds no formula", test_formulas);
#undef ADD
  g_test_add_func ("/app/binder/names are harmless", test_names);

  return g_test_run ();
}
