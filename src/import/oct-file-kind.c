/* Recognises the formats that people mistake for a table, by their first bytes.
 *
 * Only formats that are met in practice are listed; all others are caught by their control
 * characters. A zip is not among them: oct-archive.c looks inside it.
 */
#include "oct-file-kind.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-error.h"

typedef struct
{
  const char *magic;
  gsize length;
  const char *message; /* with one %s, the name of the file */
} Kind;

static const Kind kinds[] = {
  { "%PDF", 4, N_("“%s” is a PDF document. Choose the CSV file instead.") },
  { "\xD0\xCF\x11\xE0", 4,
    N_(
      "“%s” is an older Excel workbook or another Office document. Open it, save the table as CSV, and import "
      "the CSV file.") },
  { "SQLite format 3", 15, N_("“%s” is a database, not a CSV file.") },
  { "{\\rtf", 5, N_("“%s” is a text document (RTF). Choose the CSV file instead.") },
  { "\x1F\x8B", 2, N_("“%s” is packed with gzip. Unpack it, and import the CSV file.") },
  { "7z\xBC\xAF\x27\x1C", 6, N_("“%s” is a 7-Zip archive. Unpack it, and import the CSV file.") },
  { "Rar!", 4, N_("“%s” is a RAR archive. Unpack it, and import the CSV file.") },
  { "\x89PNG", 4, N_("“%s” is a picture. Choose the CSV file instead.") },
  { "\xFF\xD8\xFF", 3, N_("“%s” is a picture. Choose the CSV file instead.") },
  { "GIF8", 4, N_("“%s” is a picture. Choose the CSV file instead.") },
};

static const char *
skip_to_text (const guint8 *head, gsize *length)
{
  gsize start = 0;

  if (*length >= 3 && memcmp (head, "\xEF\xBB\xBF", 3) == 0)
    start = 3;
  while (start < *length && g_ascii_isspace (head[start]))
    start++;
  *length -= start;
  return (const char *) head + start;
}

/* One stray control character is a fault of a table; many are no table. */
static gboolean
looks_binary (const guint8 *head, gsize length)
{
  gsize n_control = 0;

  for (gsize i = 0; i < length; i++)
    if (head[i] < 0x20 && !g_ascii_isspace (head[i]))
      n_control++;
  return n_control > 1 + length / 50;
}

/**
 * oct_file_kind_check_table:
 * @head: the first bytes of a file, some thousand or all of them
 * @length: how many
 * @name: the file's name, for the message
 * @error: return location for an error
 *
 * Looks whether a file may be a table. UTF-16 is to be sorted out before: its bytes look binary.
 *
 * Returns: %FALSE with %OCT_ERROR_NOT_CSV where it is something else, and the message says what
 */
gboolean
oct_file_kind_check_table (const guint8 *head, gsize length, const char *name, GError **error)
{
  const char *message = NULL;
  const char *text;
  gsize text_length = length;

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && message == NULL; i++)
    if (length >= kinds[i].length && memcmp (head, kinds[i].magic, kinds[i].length) == 0)
      message = _(kinds[i].message);

  text = skip_to_text (head, &text_length);
  if (message == NULL && text_length > 0 && text[0] == '<')
    message = _(
      "“%s” is a web page or an XML file, not a CSV file. Where a web site asks you to sign in or to wait, "
      "the page is saved instead of the download: try the download again.");
  if (message == NULL && text_length > 1 && (text[0] == '{' || text[0] == '['))
    message = _("“%s” is a JSON file. Choose the CSV file instead.");
  if (message == NULL && looks_binary (head, length))
    message = _("“%s” is not a text file, so it can’t be a CSV file.");
  if (message == NULL)
    return TRUE;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, OCT_ERROR, OCT_ERROR_NOT_CSV, message, name);
#pragma GCC diagnostic pop
  return FALSE;
}

/**
 * oct_file_kind_find_delimiter:
 * @head: the text of a file's beginning, with its first line
 * @length: how much
 * @name: the file's name, for the message
 * @delimiter: (out): what separates the columns: a comma, else a semicolon or a tab
 * @error: return location for an error
 *
 * Looks what separates the columns of a table's first line, of those that aren't in quotes.
 *
 * Returns: %FALSE with %OCT_ERROR_EMPTY_FILE where nothing but blanks is there, and with
 *   %OCT_ERROR_NOT_CSV where there is one column only
 */
gboolean
oct_file_kind_find_delimiter (const char *head, gsize length, const char *name, char *delimiter,
                              GError **error)
{
  guint n[256] = { 0 };
  gboolean quoted = FALSE;
  gsize i = 0;

  while (i < length && g_ascii_isspace (head[i]))
    i++;
  if (i == length)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_EMPTY_FILE, _("“%s” is empty. Download it again."),
                   name);
      return FALSE;
    }

  for (; i < length && (quoted || (head[i] != '\n' && head[i] != '\r')); i++)
    {
      quoted ^= head[i] == '"';
      n[(guint8) head[i]] += !quoted;
    }

  *delimiter = ',';
  if (n[';'] > n[','] && n[';'] >= n['\t'])
    *delimiter = ';';
  else if (n['\t'] > n[','])
    *delimiter = '\t';

  /* An opened quotation mark hides the rest; the reader knows better what is wrong with it. */
  if (quoted || n[(guint8) *delimiter] > 0)
    return TRUE;

  g_set_error (error, OCT_ERROR, OCT_ERROR_NOT_CSV,
               _("“%s” is not a CSV file: its first line has no columns separated by commas."),
               name);
  return FALSE;
}
