/* Rows come out of a CSV as its author meant them, and a broken one says what is wrong and where. */
#include <string.h>

#include "reading.h"

typedef struct
{
  const char *name;
  const char *content;
  const char *rows; /* LINE:FIELD|FIELD, with ~ behind a row that no line end follows */
} Case;

static const Case cases[] = {
  { "lf", "a,b\n1,2\n", "1:a|b\n2:1|2" },
  { "crlf", "a,b\r\n1,2\r\n", "1:a|b\n2:1|2" },
  { "cr", "a,b\r1,2\r3,4", "1:a|b\n2:1|2\n3:3|4~" },
  { "mixed line ends", "a,b\n1,2\r\n3,4\r5,6\n", "1:a|b\n2:1|2\n3:3|4\n4:5|6" },
  { "no line end at the end", "a,b\n1,2", "1:a|b\n2:1|2~" },
  { "quoted", "\"a\",\"b\"\n\"1\",\"2\"", "1:a|b\n2:1|2~" },
  { "quoted delimiter", "a,b\n\"1,5\",2\n", "1:a|b\n2:1,5|2" },
  { "doubled marks", "a,b\n\"say \"\"yes\"\"\",\"\"\"\"\n", "1:a|b\n2:say \"yes\"|\"" },
  { "line ends inside quotes", "a,b\n\"1\n2\r\n3\r4\",x\ny,z\n", "1:a|b\n2:1\n2\r\n3\r4|x\n6:y|z" },
  { "blank fields", "a,b,c\n,,\n\"\",,\"\"\n", "1:a|b|c\n2:||\n3:||" },
  { "blank lines", "\n\na,b\n\n1,2\r\n\r\n\n", "3:a|b\n5:1|2" },
  { "mark inside a plain field", "a,b\nO\"Neil,5\" 2\n", "1:a|b\n2:O\"Neil|5\" 2" },
  { "blank before a mark", "a,b\n \"1\",2\n", "1:a|b\n2: \"1\"|2" },
  { "junk behind a mark", "a,b\n\"1\"x,\"2\" \"y\"\n\"\"z,\"w\"\"\"v\n",
    "1:a|b\n2:1x|2 \"y\"\n3:z|w\"v" },
  { "junk at the end", "a,b\n1,\"2\"x", "1:a|b\n2:1|2x~" },
  { "ragged", "a,b,c\n1\n1,2\n1,2,3,4\n", "1:a|b|c\n2:1\n3:1|2\n4:1|2|3|4" },
  { "tab inside a field", "a,b\n1\t2,\"3\t4\"\n", "1:a|b\n2:1\t2|3\t4" },
  { "semicolons", "a;b;c\n1,5;2;\"3;4\"\n", "1:a|b|c\n2:1,5|2|3;4" },
  { "tabs", "a\tb\tc\n1\t2,0\t\"3\t4\"\n", "1:a|b|c\n2:1|2,0|3\t4" },
  { "header only", "a,b\r\n", "1:a|b" },
  { "header only, no line end", "a,b", "1:a|b~" },
  { "quoted to the end", "a,\"b\"", "1:a|b~" },
  { "doubled at the end", "a,b\n1,\"\"\"\"", "1:a|b\n2:1|\"~" },
  { "fields of sixteen and more",
    "aaaaaaaaaaaaaaaa,\"bbbbbbbbbbbbbbbb\",ccccccccccccccccc\n\"dddddddddddddddd\"\"\",e,f\n",
    "1:aaaaaaaaaaaaaaaa|bbbbbbbbbbbbbbbb|ccccccccccccccccc\n2:dddddddddddddddd\"|e|f" },
};

static void
test_case (gconstpointer user_data)
{
  const Case *c = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = reading_show_rows (c->content, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, c->rows);
}

typedef struct
{
  const char *name;
  const char *content;
  gsize length;
  OctError code;
  const char *says;
} Refusal;

#define BYTES(text) (text), sizeof (text) - 1

static const Refusal refusals[] = {
  { "empty", BYTES (""), OCT_ERROR_EMPTY_FILE, "empty" },
  { "blank", BYTES ("\r\n \n\n"), OCT_ERROR_EMPTY_FILE, "empty" },
  { "a mark alone", BYTES ("\xEF\xBB\xBF"), OCT_ERROR_EMPTY_FILE, "empty" },
  { "nul in a plain field", BYTES ("a,b\n1,2\n3,\0004\n"), OCT_ERROR_BAD_TEXT, "Line 3" },
  { "nul in quotes", BYTES ("a,b\n1,\"2\0\"\n"), OCT_ERROR_BAD_TEXT, "Line 2" },
  { "nul behind a mark", BYTES ("a,b\n1,\"2\"\0\n"), OCT_ERROR_BAD_TEXT, "Line 2" },
  { "ends in quotes", BYTES ("a,b\n1,\"2\n3,4\n"), OCT_ERROR_TRUNCATED, "line 2" },
  { "ends behind a mark's twin", BYTES ("a,b\n1,\"2\"\""), OCT_ERROR_TRUNCATED, "line 2" },
  { "prose", BYTES ("Dear colleague\nHere is the file\n"), OCT_ERROR_NOT_CSV, "columns" },
  { "web page", BYTES ("\r\n<!DOCTYPE html><html><body>Sign in</body></html>"), OCT_ERROR_NOT_CSV,
    "web page" },
  { "json", BYTES ("{\"urn\": 1, \"name\": 2}"), OCT_ERROR_NOT_CSV, "JSON" },
  { "pdf", BYTES ("%PDF-1.7\n1,2,3\n"), OCT_ERROR_NOT_CSV, "PDF" },
  { "old workbook", BYTES ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0"), OCT_ERROR_NOT_CSV, "Excel" },
  { "database", BYTES ("SQLite format 3\0,,,"), OCT_ERROR_NOT_CSV, "database" },
  { "gzip", BYTES ("\x1F\x8B\x08\0\0\0"), OCT_ERROR_NOT_CSV, "gzip" },
  { "program", BYTES ("\177ELF\2\1\1\0\0\0\0\0,\0\0\0\0\3\0\4"), OCT_ERROR_NOT_CSV,
    "not a text file" },
};

static void
test_refusal (gconstpointer user_data)
{
  const Refusal *c = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = reading_show_rows (c->content, (gssize) c->length, &error);

  g_assert_null (rows);
  reading_assert_error (&error, c->code, c->says, NULL);
}

/* A mark that is never closed swallows the rest of the file; the message leads to it. */
static void
test_field_of_ten_megabytes (void)
{
  g_autoptr (GString) content = g_string_new ("URN,Name\n1,a\n2,\"b\n");
  g_autoptr (GError) error = NULL;

  while (content->len < 10 * 1024 * 1024)
    g_string_append (content, "3,c and some more\n");

  g_assert_null (reading_show_rows (content->str, (gssize) content->len, &error));
  reading_assert_error (&error, OCT_ERROR_TOO_LARGE, "line 3", "quotation mark", NULL);

  /* As long, and closed. */
  g_string_append (content, "\"\n");
  g_assert_null (reading_show_rows (content->str, (gssize) content->len, &error));
  reading_assert_error (&error, OCT_ERROR_TOO_LARGE, "line 3", NULL);

  /* As long, without quotation. */
  g_string_assign (content, "URN,Name\n1,");
  while (content->len < 10 * 1024 * 1024)
    g_string_append (content, "abcdefghi ");
  g_assert_null (reading_show_rows (content->str, (gssize) content->len, &error));
  reading_assert_error (&error, OCT_ERROR_TOO_LARGE, "line 2", NULL);
}

static void
test_field_at_the_limit (void)
{
  g_autofree char *field = g_strnfill (OCT_CSV_MAX_FIELD - 2, 'x');
  g_autofree char *content = g_strdup_printf ("a,b\n1,\"%s\"\n2,z\n", field);
  g_autofree char *expected = g_strdup_printf ("1:a|b\n2:1|%s\n3:2|z", field);
  g_autofree char *rows = NULL;
  g_autoptr (GError) error = NULL;

  rows = reading_show_rows (content, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, expected);
}

static void
test_row_over_the_limit (void)
{
  g_autoptr (GString) content = g_string_new ("a,b\n1,2\n");
  g_autofree char *field = g_strnfill (1000, 'x');
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < OCT_CSV_MAX_ROW / 1000 + 1; i++)
    g_string_append_printf (content, "%s,", field);
  g_assert_null (reading_show_rows (content->str, (gssize) content->len, &error));
  reading_assert_error (&error, OCT_ERROR_TOO_LARGE, "line 3", NULL);

  g_string_assign (content, "a,b\n1,2\n");
  for (guint i = 0; i < OCT_CSV_MAX_FIELDS + 1; i++)
    g_string_append_c (content, ',');
  g_assert_null (reading_show_rows (content->str, (gssize) content->len, &error));
  reading_assert_error (&error, OCT_ERROR_TOO_LARGE, "line 3", NULL);
}

/* One field as a row's writer would put it, and as the reader should show it. */
static void
append_field (GRand *random, GString *content, GString *expected, guint *line)
{
  static const char *const pieces[] = {
    "a", "Leeds", "\"\"", ",", "\r\n", "\n", "\r", "é", "\x92", " ", "0123456789abcdef"
  };
  static const char *const shown[] = {
    "a", "Leeds", "\"", ",", "\r\n", "\n", "\r", "é", "’", " ", "0123456789abcdef"
  };
  static const guint lines[] = { 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0 };
  int previous = -1;
  gboolean utf8 = g_rand_boolean (random);

  g_string_append_c (content, '"');
  for (guint n = (guint) g_rand_int_range (random, 0, 12); n > 0; n--)
    {
      int i = g_rand_int_range (random, 0, G_N_ELEMENTS (pieces));

      /* A field has one encoding, and CR with LF behind it would be one line end. */
      if (i == (utf8 ? 8 : 7) || previous == 6)
        i = 0;
      g_string_append (content, pieces[i]);
      g_string_append (expected, shown[i]);
      *line += lines[i];
      previous = i;
    }
  g_string_append_c (content, '"');
}

/* Four megabytes of the worst, so that rows lie across every kind of buffer's end. */
static void
test_across_buffers (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20250121);
  g_autoptr (GString) content = g_string_new ("a,b,c\n");
  g_autoptr (GString) expected = g_string_new ("1:a|b|c");
  g_autofree char *rows = NULL;
  g_autoptr (GError) error = NULL;
  guint line = 2;

  while (content->len < 4 * 1024 * 1024)
    {
      guint start = line;

      g_string_append_printf (expected, "\n%u:", start);
      for (int n = g_rand_int_range (random, 1, 200); n > 0; n--)
        {
          append_field (random, content, expected, &line);
          if (n > 1)
            {
              g_string_append_c (content, ',');
              g_string_append_c (expected, '|');
            }
        }
      g_string_append (content, g_rand_boolean (random) ? "\r\n" : "\n");
      line++;
    }

  rows = reading_show_rows (content->str, (gssize) content->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (rows), ==, expected->len);
  g_assert_true (strcmp (rows, expected->str) == 0);
}

/* The byte at which the buffer ends must not matter: moved across it one by one. */
static void
test_every_offset (void)
{
  const char *tail = "\"x\"\"y\",\"z\"\r\n\"\",1\r\n2,\"3\"\r\n";

  for (gsize padding = 512 * 1024 - 40; padding < 512 * 1024 + 8; padding++)
    {
      g_autofree char *fill = g_strnfill (padding, 'p');
      g_autofree char *content = g_strdup_printf ("a,b\r\n1,%s\r\n%s", fill, tail);
      g_autofree char *expected = g_strdup_printf ("1:a|b\n2:1|%s\n3:x\"y|z\n4:|1\n5:2|3", fill);
      g_autoptr (GError) error = NULL;
      g_autofree char *rows = reading_show_rows (content, -1, &error);

      g_assert_no_error (error);
      g_assert_true (strcmp (rows, expected) == 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/csv/reads/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/csv/refuses/%s", refusals[i].name);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }
  g_test_add_func ("/csv/limits/field-of-ten-megabytes", test_field_of_ten_megabytes);
  g_test_add_func ("/csv/limits/field-at-the-limit", test_field_at_the_limit);
  g_test_add_func ("/csv/limits/row", test_row_over_the_limit);
  g_test_add_func ("/csv/across-buffers", test_across_buffers);
  g_test_add_func ("/csv/every-offset", test_every_offset);
  return g_test_run ();
}
