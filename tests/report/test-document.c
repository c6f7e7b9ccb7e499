/* Documents on pages: every word is on one, in order; a table's headings stand on each of its pages; no
 * heading is left alone at the foot; a row longer than a page goes on.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "oct-document.h"

#define WIDTH 499.0
#define HEIGHT 745.0

/* Words that say where they are: "a17 b17 …". */
static char *
make_words (const char *tag, guint n)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (words, "%s%s%u", i > 0 ? " " : "", tag, i);

  return g_string_free (words, FALSE);
}

static GPtrArray *
read_pages (OctDocument *document, OctDocumentPages **pages)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  *pages = oct_document_paginate (document, WIDTH, HEIGHT);
  for (guint i = 0; i < oct_document_pages_count (*pages); i++)
    g_ptr_array_add (texts, oct_document_pages_dup_text (*pages, i));

  return texts;
}

static char *
join (GPtrArray *texts)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append (all, g_ptr_array_index (texts, i));
  g_strdelimit (all->str, "\n", ' ');

  return g_string_free (all, FALSE);
}

/* Each of a column's words once, one after the other. */
static void
assert_words (const char *text, const char *tag, guint n)
{
  const char *at = text;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *word = g_strdup_printf (" %s%u ", tag, i);

      at = strstr (at, word);
      if (at == NULL)
        g_error ("%s%u is not there, or not where it should be.", tag, i);
      at++;
    }
  g_assert_null (strstr (at + 1, tag));
}

static void
test_text (void)
{
  g_autoptr (OctDocument) document = oct_document_new ("A plan", "Made today");
  g_autoptr (OctDocumentPages) pages = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  g_autofree char *words = make_words ("w", 3000);
  g_autofree char *all = NULL;
  g_autofree char *padded = NULL;

  oct_document_add (document, OCT_BLOCK_TITLE, "Reading for everyone");
  oct_document_add (document, OCT_BLOCK_TEXT, words);
  oct_document_add (document, OCT_BLOCK_TEXT, "  \n ");
  texts = read_pages (document, &pages);
  g_assert_cmpuint (texts->len, >, 2);
  all = join (texts);
  padded = g_strdup_printf (" %s ", all);
  assert_words (padded, "w", 3000);
}

/* Headings of a table are on every page that has rows of it, and each row is there once. */
static void
test_table (void)
{
  static const char *const headings[] = { "Action", "Owner", NULL };
  static const double shares[] = { 3, 1 };
  g_autoptr (OctDocument) document = oct_document_new ("A plan", "Made today");
  OctDocumentTable *table = oct_document_add_table (document, headings, shares);
  g_autoptr (OctDocumentPages) pages = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  g_autofree char *all = NULL;

  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *action = g_strdup_printf ("row%u", i);
      const char *const cells[] = { action, "Head of English", NULL };

      oct_document_table_add_row (table, cells);
    }
  texts = read_pages (document, &pages);
  g_assert_cmpuint (texts->len, >, 2);
  for (guint i = 0; i < texts->len; i++)
    g_assert_true (g_str_has_prefix (g_ptr_array_index (texts, i), "Action\nOwner\nrow"));
  all = join (texts);
  assert_words (all, "row", 120);
}

/* A row that no page holds goes on between two lines, in each of its columns. */
static void
test_long_row (void)
{
  static const char *const headings[] = { "Action", "Note", NULL };
  static const double shares[] = { 1, 1 };
  g_autoptr (OctDocument) document = oct_document_new ("A plan", "Made today");
  OctDocumentTable *table = oct_document_add_table (document, headings, shares);
  g_autofree char *left = make_words ("l", 1500);
  g_autofree char *right = make_words ("r", 700);
  const char *const cells[] = { left, right, NULL };
  const char *const last[] = { "The last action", "none", NULL };
  g_autoptr (OctDocumentPages) pages = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  g_autofree char *all = NULL;

  oct_document_table_add_row (table, cells);
  oct_document_table_add_row (table, last);
  texts = read_pages (document, &pages);
  g_assert_cmpuint (texts->len, >, 2);
  all = join (texts);
  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *word = g_strdup_printf (" l%u ", i);

      g_assert_nonnull (strstr (all, word));
    }
  for (guint i = 0; i < 700; i++)
    {
      g_autofree char *word = g_strdup_printf (" r%u ", i);

      g_assert_nonnull (strstr (all, word));
    }
  g_assert_nonnull (strstr (all, "The last action"));
}

/* Whatever stands before it, a heading has at least a line of its text below it on the same page. */
static void
test_heading (void)
{
  for (guint before = 20; before < 70; before++)
    {
      g_autoptr (OctDocument) document = oct_document_new ("A plan", "Made today");
      g_autoptr (OctDocumentPages) pages = NULL;
      g_autoptr (GPtrArray) texts = NULL;
      gboolean found = FALSE;

      for (guint i = 0; i < before; i++)
        oct_document_add (document, OCT_BLOCK_TEXT, "A line before it");
      oct_document_add (document, OCT_BLOCK_HEADING, "The heading");
      oct_document_add (document, OCT_BLOCK_TEXT, "What follows");
      texts = read_pages (document, &pages);
      for (guint i = 0; i < texts->len; i++)
        found = found || strstr (g_ptr_array_index (texts, i), "The heading\nWhat follows") != NULL;
      g_assert_true (found);
    }
}

/* What stands side by side begins at one height; what follows is below both, on whatever page. */
static void
test_sides (void)
{
  g_autoptr (OctDocument) document = oct_document_new ("A brief", "Made today");
  g_autoptr (OctDocumentPages) pages = NULL;
  g_autoptr (GPtrArray) texts = NULL;

  for (guint i = 0; i < 80; i++)
    {
      oct_document_set_side (document, i < 20 ? OCT_SIDE_LEFT : OCT_SIDE_RIGHT);
      oct_document_add (document, OCT_BLOCK_TEXT, i < 20 ? "Left" : "Right");
    }
  oct_document_set_side (document, OCT_SIDE_WHOLE);
  oct_document_add_rated_point (document, "Below", OCT_RATING_MARK_RED);
  texts = read_pages (document, &pages);
  g_assert_cmpuint (texts->len, ==, 2);
  g_assert_cmpuint (oct_document_count_pages (document), ==, 2);
  g_assert_nonnull (strstr (g_ptr_array_index (texts, 0), "Left\nRight"));
  g_assert_null (strstr (g_ptr_array_index (texts, 1), "Left"));
  g_assert_true (g_str_has_suffix (g_ptr_array_index (texts, 1), "Right\nBelow\n"));
}

static void
test_pdf (void)
{
  g_autoptr (OctDocument) document = oct_document_new ("A plan", "Made today");
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("octant-document-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "plan.pdf", NULL);
  g_autofree char *content = NULL;

  oct_document_add_rated (document, "1  Every pupil reads", OCT_RATING_MARK_AMBER);
  oct_document_add_page_break (document);
  oct_document_add (document, OCT_BLOCK_POINT, "On the second page");
  g_assert_true (oct_document_write_pdf (document, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  g_assert_false (oct_document_write_pdf (document, nowhere, &error));
  g_assert_nonnull (error);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/text", test_text);
  g_test_add_func ("/document/table", test_table);
  g_test_add_func ("/document/long-row", test_long_row);
  g_test_add_func ("/document/heading", test_heading);
  g_test_add_func ("/document/sides", test_sides);
  g_test_add_func ("/document/pdf", test_pdf);

  return g_test_run ();
}
