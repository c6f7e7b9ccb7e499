/* The same table reads the same in every encoding that a program may have saved it in. */
#include <string.h>

#include "reading.h"

#define TABLE "URN,Name,Note\r\n1,École à Paris,“quoted”, \r\n2,\"Zoë’s, £5\",–\r\n"

static const char expected[] = "1:URN|Name|Note\n2:1|École à Paris|“quoted”| \n3:2|Zoë’s, £5|–";

static void
assert_reads (const char *charset, const char *mark, gsize mark_length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *converted = NULL;
  g_autofree char *rows = NULL;
  g_autoptr (GByteArray) content = g_byte_array_new ();
  gsize length;

  converted = g_convert (TABLE, -1, charset, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  g_byte_array_append (content, (const guint8 *) mark, (guint) mark_length);
  g_byte_array_append (content, (const guint8 *) converted, (guint) length);

  rows = reading_show_rows (content->data, (gssize) content->len, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, expected);
}

static void
test_utf8 (void)
{
  assert_reads ("UTF-8", "", 0);
  assert_reads ("UTF-8", "\xEF\xBB\xBF", 3);
}

static void
test_windows_1252 (void)
{
  assert_reads ("WINDOWS-1252", "", 0);
}

static void
test_utf16 (void)
{
  assert_reads ("UTF-16LE", "\xFF\xFE", 2);
  assert_reads ("UTF-16BE", "\xFE\xFF", 2);
  assert_reads ("UTF-16LE", "", 0);
  assert_reads ("UTF-16BE", "", 0);
}

/* Real files hold both, where somebody pasted from elsewhere. */
static void
test_mixed_field_by_field (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = reading_show_rows ("a,b\nZo\xC3\xAB,Zo\xEB\n\xE2\x80\x99,\x92\n", -1,
                                             &error);

  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, "1:a|b\n2:Zoë|Zoë\n3:’|’");
}

static void
test_every_byte_of_windows_1252 (void)
{
  for (guint byte = 0x80; byte <= 0xFF; byte++)
    {
      char content[] = "a,b\nx?x,1\n";
      g_autofree char *rows = NULL;
      g_autofree char *known = NULL;
      g_autofree char *shown = NULL;
      g_autoptr (GError) error = NULL;
      char single[2] = { (char) byte, '\0' };

      content[5] = (char) byte;
      rows = reading_show_rows (content, -1, &error);
      g_assert_no_error (error);

      /* Five bytes mean nothing; iconv refuses them, the reader says that something was there. */
      known = g_convert (single, 1, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
      shown = g_strdup_printf ("1:a|b\n2:x%sx|1", known != NULL ? known : "\uFFFD");
      g_assert_cmpstr (rows, ==, shown);
    }
}

/* Several buffers' worth, with every character at every offset of the conversion's buffers. */
static void
test_long_utf16 (void)
{
  g_autoptr (GString) table = g_string_new ("URN,Name\n");
  g_autoptr (GString) shown = g_string_new ("1:URN|Name");
  g_autoptr (GError) error = NULL;
  g_autofree char *converted = NULL;
  g_autofree char *rows = NULL;
  gsize length;

  for (guint i = 2; table->len < 1500 * 1024; i++)
    {
      g_string_append_printf (table, "%u,\"é𝄞’ and\nmore%u\"\n", i, i * 7);
      g_string_append_printf (shown, "\n%u:%u|é𝄞’ and\nmore%u", 2 * (i - 2) + 2, i, i * 7);
    }
  converted = g_convert (table->str, (gssize) table->len, "UTF-16LE", "UTF-8", NULL, &length,
                         &error);
  g_assert_no_error (error);
  rows = reading_show_rows (converted, (gssize) length, &error);
  g_assert_no_error (error);
  g_assert_true (strcmp (rows, shown->str) == 0);
}

static void
test_broken_utf16 (void)
{
  static const char half_pair[] = "\xFF\xFE"
                                  "a\0,\0b\0\n\0\x34\xD8"
                                  "1\0,\0\x32\0\n\0";
  static const char odd_length[] = "\xFF\xFE"
                                   "a\0,\0b\0\n\0001\0,\0002";
  static const char nul[] = "\xFF\xFE"
                            "a\0,\0b\0\n\0001\0,\0\0\0\n\0";
  g_autoptr (GError) error = NULL;

  g_assert_null (reading_show_rows (half_pair, sizeof half_pair - 1, &error));
  reading_assert_error (&error, OCT_ERROR_BAD_TEXT, "UTF-16", NULL);
  g_assert_null (reading_show_rows (odd_length, sizeof odd_length - 1, &error));
  reading_assert_error (&error, OCT_ERROR_TRUNCATED, "middle of a character", NULL);
  g_assert_null (reading_show_rows (nul, sizeof nul - 1, &error));
  reading_assert_error (&error, OCT_ERROR_BAD_TEXT, "Line 2", NULL);
}

/* What Excel calls "Unicode text": UTF-16 with tabs. */
static void
test_excel_unicode_text (void)
{
  static const char content[] = "\xFF\xFE"
                                "U\0R\0N\0\t\0N\0\r\0\n\0001\0\t\0\xE9\0\r\0\n\0";
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = reading_show_rows (content, sizeof content - 1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, "1:URN|N\n2:1|é");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/encoding/utf-8", test_utf8);
  g_test_add_func ("/encoding/windows-1252", test_windows_1252);
  g_test_add_func ("/encoding/windows-1252/every-byte", test_every_byte_of_windows_1252);
  g_test_add_func ("/encoding/mixed-field-by-field", test_mixed_field_by_field);
  g_test_add_func ("/encoding/utf-16", test_utf16);
  g_test_add_func ("/encoding/utf-16/long", test_long_utf16);
  g_test_add_func ("/encoding/utf-16/broken", test_broken_utf16);
  g_test_add_func ("/encoding/utf-16/excel-unicode-text", test_excel_unicode_text);
  return g_test_run ();
}
