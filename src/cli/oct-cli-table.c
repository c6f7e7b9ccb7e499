/* A table for a terminal. Columns are as wide as their widest cell; where that is wider than the
 * terminal the flexible ones give way, and what is cut ends in an ellipsis. In a pipe or a file
 * nothing is cut.
 */
#include "oct-cli-table.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define GAP 2
#define NARROWEST 8

typedef struct
{
  char *label;
  OctCliColumnFlags flags;
  guint width;
} Column;

struct _OctCliTable
{
  GArray *columns;
  GPtrArray *cells;
};

static void
column_clear (gpointer data)
{
  g_free (((Column *) data)->label);
}

/**
 * oct_cli_table_new:
 *
 * Returns: (transfer full): a table without columns
 */
OctCliTable *
oct_cli_table_new (void)
{
  OctCliTable *self = g_new0 (OctCliTable, 1);

  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->cells = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * oct_cli_table_free:
 * @self: (transfer full): a table
 */
void
oct_cli_table_free (OctCliTable *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * oct_cli_table_add_column:
 * @self: a table without cells
 * @label: what heads the column
 * @flags: how it is set
 */
void
oct_cli_table_add_column (OctCliTable *self, const char *label, OctCliColumnFlags flags)
{
  Column column = { .label = g_strdup (label), .flags = flags };

  g_array_append_val (self->columns, column);
}

/**
 * oct_cli_table_take:
 * @self: a table
 * @text: (transfer full): the next cell
 */
void
oct_cli_table_take (OctCliTable *self, char *text)
{
  g_ptr_array_add (self->cells, text);
}

/**
 * oct_cli_table_add:
 * @self: a table
 * @text: (nullable): the next cell
 */
void
oct_cli_table_add (OctCliTable *self, const char *text)
{
  oct_cli_table_take (self, g_strdup (text != NULL ? text : ""));
}

/* How many cells of the terminal a text takes up. */
static guint
text_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

/* 0 where the output is not a terminal. */
static guint
terminal_width (void)
{
  struct winsize size;

  if (!isatty (STDOUT_FILENO) || ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
    return 0;

  return size.ws_col;
}

static guint
total_width (OctCliTable *self)
{
  guint total = 0;

  for (guint i = 0; i < self->columns->len; i++)
    total += g_array_index (self->columns, Column, i).width + (i > 0 ? GAP : 0);

  return total;
}

static Column *
widest_flexible (OctCliTable *self)
{
  Column *widest = NULL;

  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);

      if ((column->flags & OCT_CLI_FLEXIBLE) != 0 && column->width > NARROWEST
          && (widest == NULL || column->width > widest->width))
        widest = column;
    }

  return widest;
}

static void
measure (OctCliTable *self)
{
  guint n = self->columns->len;
  guint available = terminal_width ();
  Column *column;

  for (guint i = 0; i < n; i++)
    {
      column = &g_array_index (self->columns, Column, i);
      column->width = text_width (column->label);
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      column = &g_array_index (self->columns, Column, i % n);
      column->width = MAX (column->width, text_width (g_ptr_array_index (self->cells, i)));
    }
  while (available > 0 && total_width (self) > available
         && (column = widest_flexible (self)) != NULL)
    column->width--;
}

static void
append_padding (GString *line, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (line, ' ');
}

static void
append_cell (GString *line, const Column *column, const char *text, gboolean last)
{
  guint width = text_width (text);
  g_autofree char *cut = NULL;

  if (width > column->width)
    {
      glong keep = g_utf8_strlen (text, -1);

      while (width > column->width)
        {
          g_autofree char *head = g_utf8_substring (text, 0, --keep);

          g_free (cut);
          cut = g_strconcat (head, "…", NULL);
          width = text_width (cut);
        }
      text = cut;
    }
  if ((column->flags & OCT_CLI_RIGHT) != 0)
    append_padding (line, column->width - width);
  g_string_append (line, text);
  if ((column->flags & OCT_CLI_RIGHT) == 0 && !last)
    append_padding (line, column->width - width);
}

static void
print_line (OctCliTable *self, const char *const *texts, gboolean bold)
{
  g_autoptr (GString) line = g_string_new (bold ? "\033[1m" : NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      if (i > 0)
        append_padding (line, GAP);
      append_cell (line, &g_array_index (self->columns, Column, i), texts[i],
                   i == self->columns->len - 1);
    }
  g_strchomp (line->str);
  line->len = strlen (line->str);
  if (bold)
    g_string_append (line, "\033[0m");
  g_print ("%s\n", line->str);
}

/**
 * oct_cli_table_print:
 * @self: a table whose last row is whole
 *
 * Writes the table on stdout.
 */
void
oct_cli_table_print (OctCliTable *self)
{
  guint n = self->columns->len;
  g_autofree const char **labels = g_new (const char *, n);

  g_return_if_fail (self->cells->len % n == 0);

  measure (self);
  for (guint i = 0; i < n; i++)
    labels[i] = g_array_index (self->columns, Column, i).label;
  print_line (self, labels, isatty (STDOUT_FILENO));
  for (guint i = 0; i < self->cells->len; i += n)
    print_line (self, (const char *const *) self->cells->pdata + i, FALSE);
}
