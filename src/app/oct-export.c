/* Exports of schools: a list as it is shown, as CSV or spreadsheet.
 *
 * A list is written from the register's index row by row. Where pupils are shown, the school they
 * belong to is a column of its own, so that a predecessor's figure can't be mistaken for the
 * academy's once the file has left the program.
 */
#include "oct-commands.h"

#include <glib/gi18n.h>

#include "oct-error.h"
#include "oct-export-private.h"
#include "oct-school-column.h"
#include "oct-session-private.h"

/* A column beside the list's own. */
#define COLUMN_PUPILS_FROM OCT_N_COLUMNS

struct _OctSchoolExport
{
  OctRegister *reg;
  OctResult result;
  OctSchoolQuery *query;
  gboolean demo;
};

/* One writing of it. */
typedef struct
{
  const OctSchoolExport *export;
  OctIndex *index;
  GArray *columns;
  GArray *headers;
  GString *scratch;
  OctSchoolFacts facts;
  gint64 facts_row;
} SchoolSource;

static void
school_cell (gpointer source, guint row, guint column, OctCell *cell)
{
  SchoolSource *self = source;
  OctColumn shown = g_array_index (self->columns, OctColumn, column);

  if (self->facts_row != row)
    {
      oct_index_get_facts (self->index, self->export->result.rows[row], &self->facts);
      self->facts_row = row;
    }
  if (shown != COLUMN_PUPILS_FROM)
    {
      oct_school_column_cell (shown, &self->facts, self->export->query, self->scratch, cell);
      return;
    }
  cell->missing = self->facts.pupils < 0;
  cell->number = self->facts.pupils_from_urn != 0 ? self->facts.pupils_from_urn : self->facts.urn;
}

/*
 * oct_export_require_register:
 * @session: a session; on any thread
 *
 * Returns: (transfer full): the register; %NULL with %OCT_ERROR_NO_REGISTER where there is none
 */
OctRegister *
oct_export_require_register (OctSession *session, GError **error)
{
  OctRegister *reg = oct_session_dup_register (session);

  if (reg == NULL)
    g_set_error (error, OCT_ERROR, OCT_ERROR_NO_REGISTER,
                 _("There is nothing to export: no register has been imported yet."));

  return reg;
}

/* The unit stands in the header, since the cells are bare numbers. */
static const char *
header_label (OctColumn column)
{
  switch (column)
    {
    case COLUMN_PUPILS_FROM:
      return _("Pupils of URN");
    case OCT_COLUMN_CAPACITY_USED:
      return _("Capacity used (%)");
    case OCT_COLUMN_FSM:
      return _("Free school meals (%)");
    case OCT_COLUMN_DISTANCE:
      return _("Distance (km)");
    default:
      return oct_column_label (column);
    }
}

static void
add_column (SchoolSource *source, OctColumn column)
{
  OctTableColumn header = {
    .label = header_label (column),
    .kind = column == COLUMN_PUPILS_FROM ? OCT_CELL_IDENTIFIER : oct_school_column_kind (column),
    .width = oct_school_column_width (column),
  };

  g_array_append_val (source->columns, column);
  g_array_append_val (source->headers, header);
}

static void
open_school_source (SchoolSource *source, OctTable *table, const OctSchoolExport *export,
                    const OctColumn *columns)
{
  source->export = export;
  source->index = oct_register_get_index (export->reg);
  source->columns = g_array_new (FALSE, FALSE, sizeof (OctColumn));
  source->headers = g_array_new (FALSE, FALSE, sizeof (OctTableColumn));
  source->scratch = g_string_new (NULL);
  source->facts_row = -1;
  for (; *columns != OCT_N_COLUMNS; columns++)
    {
      if (*columns == OCT_COLUMN_RELEVANCE)
        continue;
      add_column (source, *columns);
      if (*columns == OCT_COLUMN_PUPILS)
        add_column (source, COLUMN_PUPILS_FROM);
    }
  *table = (OctTable) {
    .name = _("Schools"),
    .columns = (const OctTableColumn *) source->headers->data,
    .n_columns = source->headers->len,
    .n_rows = export->result.n_rows,
    .cell = school_cell,
    .source = source,
  };
}

static void
close_school_source (SchoolSource *source)
{
  g_clear_pointer (&source->columns, g_array_unref);
  g_clear_pointer (&source->headers, g_array_unref);
  g_string_free (g_steal_pointer (&source->scratch), TRUE);
}

static void
add_about (GPtrArray *about, const char *label, const char *text)
{
  g_ptr_array_add (about, g_strdup (label));
  g_ptr_array_add (about, g_strdup (text));
}

/*
 * oct_export_make_about:
 * @reg: the register
 * @demo: whether it is the demonstration's
 * @n_rows: how many rows the export has
 *
 * Returns: (transfer full): what stands on the sheet "About": label and text in turn, ended by %NULL
 */
char **
oct_export_make_about (OctRegister *reg, gboolean demo, guint n_rows)
{
  GPtrArray *about = g_ptr_array_new ();
  g_autofree char *as_at = oct_date_to_text (oct_register_get_as_at (reg));
  g_autofree char *today = oct_date_to_text (oct_date_today ());
  g_autofree char *rows = g_strdup_printf ("%'u", n_rows);

  if (demo)
    add_about (about, _("Demonstration"),
               _("Every school, trust and person in this file is invented."));
  else
    {
      add_about (about, _("Source"),
                 _("Get information about schools (GIAS), Department for Education"));
      add_about (
        about, _("Licence"),
        _("Contains public sector information licensed under the Open Government Licence v3.0."));
    }
  add_about (about, _("Register as at"), as_at);
  add_about (about, _("Exported on"), today);
  add_about (about, _("Rows"), rows);
  add_about (about, _("Pupils"),
             _("An academy that has no figure of its own yet is shown with its predecessor’s; the "
               "column “Pupils of URN” says whose figure it is. An empty cell is not stated."));
  g_ptr_array_add (about, NULL);

  return (char **) g_ptr_array_free (about, FALSE);
}

/**
 * oct_school_export_new:
 * @session: a session
 * @result: the schools, in order; copied
 * @query: (nullable): what was asked; copied
 * @error: return location for an error
 *
 * Holds a list as it is now. To be called on the main thread while @result is fresh; what it
 * returns can be written on any thread.
 *
 * Returns: (transfer full): the list, or %NULL with %OCT_ERROR_NO_REGISTER
 */
OctSchoolExport *
oct_school_export_new (OctSession *session, const OctResult *result, OctSchoolQuery *query,
                       GError **error)
{
  OctSchoolExport *self;
  OctRegister *reg;

  g_return_val_if_fail (OCT_IS_SESSION (session), NULL);
  g_return_val_if_fail (result != NULL, NULL);

  reg = oct_export_require_register (session, error);
  if (reg == NULL)
    return NULL;
  self = g_new0 (OctSchoolExport, 1);
  self->reg = reg;
  self->result.n_rows = result->n_rows;
  self->result.rows = g_memdup2 (result->rows, result->n_rows * sizeof *result->rows);
  self->query = query != NULL ? oct_school_query_copy (query) : NULL;
  self->demo = oct_session_is_demo (session);

  return self;
}

/**
 * oct_school_export_free:
 * @self: (transfer full): a list
 */
void
oct_school_export_free (OctSchoolExport *self)
{
  g_clear_object (&self->reg);
  g_clear_object (&self->query);
  g_free (self->result.rows);
  g_free (self);
}

/**
 * oct_school_export_to_csv:
 * @self: a list
 * @columns: the columns, ended by %OCT_N_COLUMNS
 *
 * Writes a list of schools as CSV for spreadsheets.
 *
 * Returns: (transfer full): the file
 */
GBytes *
oct_school_export_to_csv (OctSchoolExport *self, const OctColumn *columns)
{
  SchoolSource source = { 0 };
  OctTable table;
  GBytes *csv;

  g_return_val_if_fail (self != NULL && columns != NULL, NULL);

  open_school_source (&source, &table, self, columns);
  csv = oct_table_to_csv (&table, TRUE);
  close_school_source (&source);

  return csv;
}

/**
 * oct_school_export_to_xlsx:
 * @self: a list
 * @columns: the columns, ended by %OCT_N_COLUMNS
 * @path: where the spreadsheet is to be
 * @error: return location for an error
 *
 * Writes a list of schools as a spreadsheet; see oct_table_to_xlsx() for the errors.
 *
 * Returns: whether it is in place
 */
gboolean
oct_school_export_to_xlsx (OctSchoolExport *self, const OctColumn *columns, const char *path,
                           GError **error)
{
  g_auto (GStrv) about = NULL;
  SchoolSource source = { 0 };
  OctTable table;
  gboolean ok;

  g_return_val_if_fail (self != NULL && columns != NULL && path != NULL, FALSE);

  open_school_source (&source, &table, self, columns);
  about = oct_export_make_about (self->reg, self->demo, table.n_rows);
  ok = oct_table_to_xlsx (&table, (const char *const *) about, path, error);
  close_school_source (&source);

  return ok;
}

/**
 * oct_export_schools_csv:
 * @session: a session
 * @result: the schools, in order
 * @query: (nullable): what was asked
 * @columns: the columns, ended by %OCT_N_COLUMNS
 * @error: return location for an error
 *
 * Writes a list of schools as CSV at once; see #OctSchoolExport for writing it later.
 *
 * Returns: (transfer full): the file, or %NULL with %OCT_ERROR_NO_REGISTER
 */
GBytes *
oct_export_schools_csv (OctSession *session, const OctResult *result, OctSchoolQuery *query,
                        const OctColumn *columns, GError **error)
{
  g_autoptr (OctSchoolExport) export = oct_school_export_new (session, result, query, error);

  return export != NULL ? oct_school_export_to_csv (export, columns) : NULL;
}

/**
 * oct_export_schools_xlsx:
 * @session: a session
 * @result: the schools, in order
 * @query: (nullable): what was asked
 * @columns: the columns, ended by %OCT_N_COLUMNS
 * @path: where the spreadsheet is to be
 * @error: return location for an error
 *
 * Writes a list of schools as a spreadsheet at once; see #OctSchoolExport for writing it later,
 * and oct_table_to_xlsx() for the errors.
 *
 * Returns: whether it is in place
 */
gboolean
oct_export_schools_xlsx (OctSession *session, const OctResult *result, OctSchoolQuery *query,
                         const OctColumn *columns, const char *path, GError **error)
{
  g_autoptr (OctSchoolExport) export = oct_school_export_new (session, result, query, error);

  return export != NULL && oct_school_export_to_xlsx (export, columns, path, error);
}
