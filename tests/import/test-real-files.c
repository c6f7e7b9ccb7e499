/* The publisher's files, with their quirks, read as they are meant. Excerpts stand in tests/fixtures;
 * the whole files are read too where they are at hand.
 */
#include <string.h>

#include "oct-dataset.h"
#include "reading.h"

/* A file that is read to its end. */
typedef struct
{
  const OctDataset *dataset;
  OctDate date;
  GPtrArray *rows; /* of GStrv, the header first */
  guint n_refused;
} File;

static void
file_clear (File *file)
{
  g_clear_pointer (&file->rows, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (File, file_clear)

static GStrv
copy_row (const OctCsvRow *row)
{
  GStrv copy = g_new0 (char *, row->n_fields + 1);

  for (guint i = 0; i < row->n_fields; i++)
    copy[i] = g_strdup (row->fields[i].text);
  return copy;
}

static File
read_path (const char *path)
{
  File file = { .rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev) };
  g_autoptr (GError) error = NULL;
  g_autoptr (OctInput) input = oct_input_open (path, &error);
  g_autoptr (OctCsvReader) reader = NULL;
  OctCsvRow row;
  guint n_columns;

  g_assert_no_error (error);
  reader = oct_csv_reader_new (input);
  g_assert_true (oct_csv_reader_next (reader, &row, &error));
  n_columns = row.n_fields;
  file.dataset = oct_dataset_recognise (row.fields, n_columns, &error);
  g_assert_no_error (error);
  file.date = oct_dataset_date_from_name (file.dataset, path, oct_input_get_name (input));
  do
    {
      file.n_refused += !oct_dataset_accepts_row (file.dataset, n_columns, &row, NULL);
      g_ptr_array_add (file.rows, copy_row (&row));
    }
  while (oct_csv_reader_next (reader, &row, &error));
  g_assert_no_error (error);
  return file;
}

static File
read_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);

  return read_path (path);
}

/* The value of a column in the row whose first field is @key; %NULL where the row or column is missing. */
static const char *
value (const File *file, const char *key, const char *column)
{
  GStrv header = file->rows->pdata[0];

  for (guint i = 1; i < file->rows->len; i++)
    {
      GStrv row = file->rows->pdata[i];

      for (guint k = 0;
           strcmp (row[0], key) == 0 && k < MIN (g_strv_length (header), g_strv_length (row)); k++)
        if (strcmp (header[k], column) == 0)
          return row[k];
    }
  return NULL;
}

static guint
count_where (const File *file, const char *column, const char *text)
{
  GStrv header = file->rows->pdata[0];
  guint n = 0;

  for (guint k = 0; header[k] != NULL; k++)
    for (guint i = 1; strcmp (header[k], column) == 0 && i < file->rows->len; i++)
      n += k < g_strv_length (file->rows->pdata[i])
           && strcmp (((GStrv) file->rows->pdata[i])[k], text) == 0;
  return n;
}

static void
test_extract_without_ofsted (void)
{
  g_auto (File) file = read_fixture ("edubasealldata20250121.csv");

  g_assert_cmpstr (file.dataset->id, ==, "gias-extract");
  g_assert_cmpint (file.date, ==, 20250121);
  g_assert_cmpuint (file.n_refused, ==, 0);
  g_assert_cmpuint (g_strv_length (file.rows->pdata[0]), ==, 135);
  g_assert_cmpuint (count_where (&file, "Trusts (code)", "3206"), ==, 15);
  g_assert_cmpstr (value (&file, "100371", "EstablishmentName"), ==,
                   "Ecole Française de Londres Jacques Prévert");
  g_assert_cmpstr (value (&file, "100037", "OpenDate"), ==, "01-01-1900");
  g_assert_cmpstr (value (&file, "141940", "PercentageFSM"), ==, ".00");
  g_assert_cmpstr (value (&file, "136392", "EstablishmentName"), ==, "The Morley Academy");
}

static void
test_extract_with_ofsted (void)
{
  g_auto (File) file = read_fixture ("edubasealldata20241124.csv");

  g_assert_cmpstr (file.dataset->id, ==, "gias-extract");
  g_assert_cmpint (file.date, ==, 20241124);
  g_assert_cmpuint (file.n_refused, ==, 0);
  g_assert_cmpuint (g_strv_length (file.rows->pdata[0]), ==, 139);
  g_assert_nonnull (value (&file, "136392", "OfstedLastInsp"));
}

/* The last column holds a list whose commas nobody quoted. */
static void
test_search_overflows (void)
{
  g_auto (File) file = read_fixture ("search-download-2022-04-20.csv");
  guint longest = 0;

  g_assert_cmpstr (file.dataset->id, ==, "gias-search");
  g_assert_cmpint (file.date, ==, 20220420);
  g_assert_cmpuint (file.n_refused, ==, 0);
  for (guint i = 0; i < file.rows->len; i++)
    longest = MAX (longest, g_strv_length (file.rows->pdata[i]));
  g_assert_cmpuint (g_strv_length (file.rows->pdata[0]), ==, 111);
  g_assert_cmpuint (longest, ==, 114);
  g_assert_cmpstr (value (&file, "115850", "EstablishmentName"), ==, "Alton Infant School");
}

static void
test_links (void)
{
  g_auto (File) file = read_fixture ("links_edubasealldata20250109.csv");

  g_assert_cmpstr (file.dataset->id, ==, "gias-links");
  g_assert_cmpint (file.date, ==, 20250109);
  g_assert_cmpuint (file.n_refused, ==, 0);
  g_assert_cmpstr (value (&file, "136392", "LinkURN"), ==, "108078");
  g_assert_cmpstr (value (&file, "126416", "LinkName"), ==,
                   "St Thomas à Becket Church of England Aided Primary School");
}

static void
test_groups (void)
{
  g_auto (File) file = read_fixture ("allgroupsdata20260113.csv");

  g_assert_cmpstr (file.dataset->id, ==, "gias-groups");
  g_assert_cmpint (file.date, ==, 20260113);
  g_assert_cmpuint (file.n_refused, ==, 0);
  g_assert_cmpstr (value (&file, "3206", "Group Name"), ==, "THE GORSE ACADEMIES TRUST");
  g_assert_cmpstr (value (&file, "3206", "Incorporated on (open date)"), ==, "09/12/2010");
  g_assert_cmpstr (value (&file, "17775", "Group Street"), ==,
                   "C/O Kings Norton Girls’ School Selly Oak Rd");
  g_assert_cmpstr (value (&file, "5188", "Group Name"), ==, "FIERTÉ MULTI-ACADEMY TRUST");
}

/* Every row lacks the last of the header's columns. */
static void
test_group_links_short (void)
{
  g_auto (File) file = read_fixture ("grouplinks_edubaseallacademiesandfree20190601.csv");

  g_assert_cmpstr (file.dataset->id, ==, "gias-group-links");
  g_assert_cmpint (file.date, ==, 20190601);
  g_assert_cmpuint (file.n_refused, ==, 0);
  g_assert_cmpuint (g_strv_length (file.rows->pdata[0]), ==, 17);
  for (guint i = 1; i < file.rows->len; i++)
    g_assert_cmpuint (g_strv_length (file.rows->pdata[i]), ==, 16);
  g_assert_cmpstr (value (&file, "136392", "Joined date"), ==, "01-01-2011");
  g_assert_cmpstr (value (&file, "136321", "Group Name"), ==,
                   "Torquay Boys’ Grammar School Multi-Academy Trust");
}

static void
test_whole_files (void)
{
  static const struct
  {
    const char *path;
    const char *id;
    guint n_rows;
  } files[] = {
    { "gias/extract-2025-01-21.zip", "gias-extract", 51501 },
    { "gias/extract-2024-11-24.zip", "gias-extract", 51392 },
    { "gias/search-download-2022-04-20.csv", "gias-search", 1096 },
    { "links/links_edubasealldata20250109.csv", "gias-links", 33472 },
    { "groups/allgroupsdata20260113.csv", "gias-groups", 7167 },
    { "groups/grouplinks_edubaseallacademiesandfree20190601.csv", "gias-group-links", 14621 },
  };
  const char *folder = g_getenv ("OCT_SHARED_DATA");

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("The publisher's whole files are not here");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].path, NULL);
      g_auto (File) file = read_path (path);

      g_assert_cmpstr (file.dataset->id, ==, files[i].id);
      g_assert_cmpuint (file.rows->len - 1, ==, files[i].n_rows);
      g_assert_cmpuint (file.n_refused, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/real-files/extract-without-ofsted", test_extract_without_ofsted);
  g_test_add_func ("/real-files/extract-with-ofsted", test_extract_with_ofsted);
  g_test_add_func ("/real-files/search-overflows", test_search_overflows);
  g_test_add_func ("/real-files/links", test_links);
  g_test_add_func ("/real-files/groups", test_groups);
  g_test_add_func ("/real-files/group-links-short", test_group_links_short);
  g_test_add_func ("/real-files/whole", test_whole_files);
  return g_test_run ();
}
