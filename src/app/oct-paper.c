/* A paper: a few lines of words with their weight; see the header. */

#include "oct-paper.h"

static void
line_free (OctPaperLine *line)
{
  g_free (line->text);
  g_free (line);
}

/**
 * oct_paper_new:
 *
 * Returns: (transfer full) (element-type OctPaperLine): an empty paper
 */
GPtrArray *
oct_paper_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
}

/**
 * oct_paper_add:
 * @paper: a paper
 * @style: its weight
 * @text: (nullable): what it says; nothing is added where that is blank
 */
void
oct_paper_add (GPtrArray *paper, OctPaperStyle style, const char *text)
{
  OctPaperLine *line;

  if (text == NULL || text[0] == '\0')
    return;
  line = g_new0 (OctPaperLine, 1);
  line->style = style;
  line->text = g_strdup (text);
  g_ptr_array_add (paper, line);
}

void
oct_paper_add_format (GPtrArray *paper, OctPaperStyle style, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  oct_paper_add (paper, style, text);
}

/**
 * oct_paper_add_pair:
 * @paper: a paper
 * @style: its weight
 * @one: (nullable): a text
 * @other: (nullable): another
 */
void
oct_paper_add_pair (GPtrArray *paper, OctPaperStyle style, const char *one, const char *other)
{
  g_autofree char *both = NULL;

  if (one == NULL || one[0] == '\0')
    {
      oct_paper_add (paper, style, other);
      return;
    }
  if (other != NULL && other[0] != '\0')
    both = g_strdup_printf ("%s · %s", one, other);
  oct_paper_add (paper, style, both != NULL ? both : one);
}
