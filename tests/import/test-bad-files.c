/* A file that can't be used is refused with words that help, and changes nothing in the register. */

#include <string.h>

#include "importing.h"
#include "reading.h"

typedef struct
{
  char *files;
  char *data_dir;
  char *good; /* the content of a good extract */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->files = importing_make_folder ();
  fixture->data_dir = importing_make_folder ();
  path = importing_write_extract (fixture->files, 20240901,
                                  "100001|Oak Primary|Open|Primary|5|Reef Trust|Ash|210|200|",
                                  "100002|Elm Primary|Open|Primary|||Birch|210|150|",
                                  "100003|Zoë’s Primary|Open|Primary|||Cole|90|80|", NULL);
  oct_import_report_free (importing_take (fixture->data_dir, path));
  g_assert_true (g_file_get_contents (path, &fixture->good, NULL, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  importing_remove (fixture->files);
  importing_remove (fixture->data_dir);
  g_free (fixture->good);
}

static char *
write_bytes (Fixture *fixture, const char *name, gconstpointer bytes, gsize length)
{
  char *path = g_build_filename (fixture->files, name, NULL);

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  return path;
}

#define NEXT "edubasealldata20250901.csv"

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = importing_write (fixture->files, NEXT, "");

  importing_refuse (fixture->data_dir, path, OCT_ERROR_EMPTY_FILE, "empty", NULL);
}

static void
test_not_csv (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = importing_write (fixture->files, NEXT,
                                           "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n");

  importing_refuse (fixture->data_dir, path, OCT_ERROR_NOT_CSV, "PDF", NEXT, NULL);
}

static void
test_wrong_dataset (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = importing_write (fixture->files, NEXT, "Pupil,Shoe size\r\nA,36\r\n");

  importing_refuse (fixture->data_dir, path, OCT_ERROR_UNKNOWN_DATASET, NULL);
}

static void
test_header_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *header = g_strndup (fixture->good, strcspn (fixture->good, "\n") + 1);
  g_autofree char *path = importing_write (fixture->files, NEXT, header);

  importing_refuse (fixture->data_dir, path, OCT_ERROR_NO_ROWS, "no rows", NULL);
}

static void
test_truncated_in_a_row (Fixture *fixture, gconstpointer data)
{
  g_autofree char *cut = g_strndup (fixture->good,
                                    (gsize) (strstr (fixture->good, "Birch") - fixture->good) + 3);
  g_autofree char *path = importing_write (fixture->files, NEXT, cut);

  importing_refuse (fixture->data_dir, path, OCT_ERROR_TRUNCATED, "line 3", "download it again",
                    NULL);
}

static void
test_truncated_in_quotes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *cut = g_strndup (
    fixture->good, (gsize) (strstr (fixture->good, "Elm Primary") - fixture->good) + 5);
  g_autofree char *path = importing_write (fixture->files, NEXT, cut);

  importing_refuse (fixture->data_dir, path, OCT_ERROR_TRUNCATED, NULL);
}

static void
test_nul_byte (Fixture *fixture, gconstpointer data)
{
  gsize length = strlen (fixture->good);
  g_autofree char *bytes = g_memdup2 (fixture->good, length);
  g_autofree char *path = NULL;

  *(strstr (fixture->good, "Birch") - fixture->good + bytes) = '\0';
  path = write_bytes (fixture, NEXT, bytes, length);
  importing_refuse (fixture->data_dir, path, OCT_ERROR_BAD_TEXT, "3", NULL);
}

static void
test_huge_field (Fixture *fixture, gconstpointer data)
{
  g_autofree char *filler = g_strnfill (10 << 20, 'x');
  g_autofree char *content = g_strdup_printf ("%s100009,380,Invented,\"%s\",,,,,\r\n",
                                              fixture->good, filler);
  g_autofree char *path = importing_write (fixture->files, NEXT, content);

  importing_refuse (fixture->data_dir, path, OCT_ERROR_TOO_LARGE, "5", NULL);
}

static void
test_mostly_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = importing_write_extract (fixture->files, 20250901,
                                                   "A|Oak Primary|Open|Primary|||Ash|210|200|",
                                                   "B|Elm Primary|Open|Primary|||Birch|210|150|",
                                                   "100003|Yew|Open|Primary|||Cole|90|80|", NULL);

  importing_refuse (fixture->data_dir, path, OCT_ERROR_FAILED, "2 of 3", "line 2", NULL);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->files, "nothing-here.csv", NULL);

  importing_refuse (fixture->data_dir, path, OCT_ERROR_NOT_FOUND, "nothing-here.csv", NULL);
}

typedef struct
{
  const char *name;
  OctError code;
  guint n_entries;
  ReadingEntry entries[3];
  const char *encryption;
} BadZip;

static const BadZip bad_zips[] = {
  { "no-csv", OCT_ERROR_BAD_ARCHIVE, 1, { { "readme.txt", "Hello", 0 } }, NULL },
  { "two-csvs",
    OCT_ERROR_BAD_ARCHIVE,
    2,
    { { "a.csv", "URN\n1\n", 0 }, { "b.csv", "URN\n1\n", 0 } },
    NULL },
  { "path-outside",
    OCT_ERROR_BAD_ARCHIVE,
    1,
    { { "../edubasealldata20250901.csv", "URN\n1\n", 0 } },
    NULL },
  { "encrypted",
    OCT_ERROR_BAD_ARCHIVE,
    1,
    { { "edubasealldata20250901.csv", "URN\n1\n", 0 } },
    "aes256" },
};

static void
test_bad_zip (Fixture *fixture, gconstpointer data)
{
  const BadZip *zip = data;
  g_autoptr (GBytes) bytes = reading_pack (zip->entries, zip->n_entries, zip->encryption);
  gsize length;
  gconstpointer content = g_bytes_get_data (bytes, &length);
  g_autofree char *path = write_bytes (fixture, "extract-2025-09-01.zip", content, length);

  importing_refuse (fixture->data_dir, path, zip->code, NULL);
}

static void
test_truncated_zip (Fixture *fixture, gconstpointer data)
{
  ReadingEntry entry = { "edubasealldata20250901.csv", fixture->good, 0 };
  g_autoptr (GBytes) bytes = reading_pack (&entry, 1, NULL);
  gsize length;
  gconstpointer content = g_bytes_get_data (bytes, &length);
  g_autofree char *path = write_bytes (fixture, "extract-2025-09-01.zip", content, length / 2);

  importing_refuse (fixture->data_dir, path, OCT_ERROR_BAD_ARCHIVE, NULL);
}

static char *
read_name (Fixture *fixture, guint32 urn)
{
  g_autoptr (OctRegister) reg = importing_open (fixture->data_dir);
  OctSchoolFacts facts;
  guint row;

  g_assert_true (oct_index_find_urn (oct_register_get_index (reg), urn, &row));
  oct_index_get_facts (oct_register_get_index (reg), row, &facts);
  return g_strdup (facts.name);
}

/* The same table reads the same in every encoding and with every line end. */
static void
test_encodings (Fixture *fixture, gconstpointer data)
{
  static const char *const encodings[] = { "UTF-8", "UTF-8 with mark", "UTF-16LE", "UTF-16BE",
                                           "WINDOWS-1252" };
  g_auto (GStrv) lines = g_strsplit (fixture->good, "\r\n", -1);
  g_autofree char *lf = g_strjoinv ("\n", lines);

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *marked = g_strconcat ("\357\273\277", i % 2 == 0 ? fixture->good : lf, NULL);
      gboolean utf8 = g_str_has_prefix (encodings[i], "UTF-8");
      const char *text = g_str_equal (encodings[i], "WINDOWS-1252") || i == 0 ? marked + 3 : marked;
      gsize length = strlen (text);
      g_autofree char *converted = utf8 ? g_strdup (text)
                                        : g_convert (text, -1, encodings[i], "UTF-8", NULL, &length,
                                                     NULL);
      g_autofree char *path = write_bytes (fixture, NEXT, converted, length);
      g_autofree char *name = NULL;
      g_autofree char *folder = importing_make_folder ();
      char *old = fixture->data_dir;

      g_assert_nonnull (converted);
      fixture->data_dir = folder;
      oct_import_report_free (importing_take (fixture->data_dir, path));
      name = read_name (fixture, 100003);
      g_assert_cmpstr (name, ==, "Zoë’s Primary");
      importing_remove (g_steal_pointer (&folder));
      fixture->data_dir = old;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/bad-files/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("empty", test_empty);
  ADD ("not-a-csv", test_not_csv);
  ADD ("wrong-dataset", test_wrong_dataset);
  ADD ("header-only", test_header_only);
  ADD ("truncated-in-a-row", test_truncated_in_a_row);
  ADD ("truncated-in-quotes", test_truncated_in_quotes);
  ADD ("nul-byte", test_nul_byte);
  ADD ("field-of-ten-megabytes", test_huge_field);
  ADD ("most-rows-refused", test_mostly_refused);
  ADD ("missing", test_missing);
  ADD ("truncated-zip", test_truncated_zip);
  ADD ("encodings-and-line-ends", test_encodings);
#undef ADD
  for (guint i = 0; i < G_N_ELEMENTS (bad_zips); i++)
    {
      g_autofree char *path = g_strconcat ("/bad-files/zip-", bad_zips[i].name, NULL);

      g_test_add (path, Fixture, &bad_zips[i], set_up, test_bad_zip, tear_down);
    }

  return g_test_run ();
}
