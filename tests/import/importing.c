/* What the tests of importing share; see the header. */

#include "importing.h"

#include <glib/gstdio.h>
#include <string.h>

#include "oct-register-builder.h"

char *
importing_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("octant-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
importing_remove (char *folder)
{
  remove_tree (folder);
  g_free (folder);
}

char *
importing_write (const char *folder, const char *name, const char *content)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  return path;
}

char *
importing_write_extract (const char *folder, int date, ...)
{
  g_autoptr (GString) text = g_string_new (
    "URN,LA (code),LA (name),EstablishmentName,TypeOfEstablishment (code),TypeOfEstablishment (name),"
    "EstablishmentTypeGroup (name),EstablishmentStatus (code),EstablishmentStatus (name),PhaseOfEducation (code),"
    "PhaseOfEducation (name),Trusts (code),Trusts (name),TrustSchoolFlag (code),HeadFirstName,HeadLastName,"
    "SchoolCapacity,NumberOfPupils,OpenDate,LastChangedDate\r\n");
  g_autofree char *name = g_strdup_printf ("edubasealldata%d.csv", date);
  const char *row;
  va_list rows;

  va_start (rows, date);
  while ((row = va_arg (rows, const char *)) != NULL)
    {
      g_auto (GStrv) f = g_strsplit (row, "|", -1);

      g_assert_cmpuint (g_strv_length (f), ==, 10);
      g_string_append_printf (
        text,
        "%s,380,Invented,\"%s\",34,Academy converter,Academies,%s,\"%s\",2,%s,%s,%s,3,Alex,%s,%s,%s,%s,01-01-2020\r\n",
        f[0], f[1], g_str_equal (f[2], "Closed") ? "2" : "1", f[2], f[3], f[4], f[5], f[6], f[7],
        f[8], f[9]);
    }
  va_end (rows);

  return importing_write (folder, name, text->str);
}

GPtrArray *
importing_run (const char *data_dir, GError **error, ...)
{
  OctImportOptions options = { 0 };
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  const char *path;
  va_list files;

  va_start (files, error);
  while ((path = va_arg (files, const char *)) != NULL)
    g_ptr_array_add (paths, (char *) path);
  va_end (files);
  g_ptr_array_add (paths, NULL);

  return oct_import_files (data_dir, (const char *const *) paths->pdata, &options, NULL, error);
}

OctImportReport *
importing_take (const char *data_dir, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports = importing_run (data_dir, &error, path, NULL);
  OctImportReport *report;

  g_assert_no_error (error);
  g_assert_cmpuint (reports->len, ==, 1);
  g_ptr_array_set_free_func (reports, NULL);
  report = g_ptr_array_index (reports, 0);
  g_assert_no_error (report->error);
  return report;
}

char *
importing_hash (const char *data_dir)
{
  g_autofree char *path = g_build_filename (data_dir, "register.db", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? oct_register_content_hash (path, NULL) : NULL;
}

static guint
count_files (const char *data_dir)
{
  g_autofree char *folder = g_build_filename (data_dir, "sources", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

void
importing_refuse (const char *data_dir, const char *path, OctError code, ...)
{
  g_autofree char *before = importing_hash (data_dir);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  guint files = count_files (data_dir);
  g_autoptr (GPtrArray) reports = importing_run (data_dir, &error, path, NULL);
  const OctImportReport *report;
  const char *word;
  va_list words;

  g_assert_no_error (error);
  report = g_ptr_array_index (reports, 0);
  g_assert_error (report->error, OCT_ERROR, (int) code);
  va_start (words, code);
  while ((word = va_arg (words, const char *)) != NULL)
    if (strstr (report->error->message, word) == NULL)
      g_error ("“%s” is not in “%s”", word, report->error->message);
  va_end (words);

  after = importing_hash (data_dir);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_files (data_dir), ==, files);
}

OctRegister *
importing_open (const char *data_dir)
{
  g_autoptr (GError) error = NULL;
  OctRegister *reg = oct_register_open (data_dir, &error);

  g_assert_no_error (error);
  return reg;
}

char *
importing_fixture (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
}
