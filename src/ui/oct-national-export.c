/* The national shares as a table for the clipboard and for files.
 *
 * One row for England, one for each region and one for each local authority, with the pupils that
 * the shares were made of, so that somebody else can check them.
 */

#include "oct-national-export.h"

#include <glib/gi18n.h>

#include "oct-national-charts.h"
#include "oct-table.h"
#include "oct-text.h"

typedef struct
{
  OctNational *national;
  GPtrArray *regions;
  GPtrArray *authorities;
} Source;

enum
{
  COLUMN_KIND,
  COLUMN_PLACE,
  COLUMN_FIRST_SHARE,
  N_SHARE_COLUMNS = 3,
  N_COLUMNS = COLUMN_FIRST_SHARE + N_SHARE_COLUMNS * OCT_N_SHARES,
};

static const OctShare *
england_share (OctNational *national, OctShareKind share)
{
  switch (share)
    {
    case OCT_SHARE_SECONDARY:
      return oct_national_get_secondary (national);
    case OCT_SHARE_PRIMARY:
      return oct_national_get_primary (national);
    case OCT_SHARE_ALL:
    case OCT_N_SHARES:
    default:
      return oct_national_get_all (national);
    }
}

static const OctShareRow *
row_at (Source *source, guint row)
{
  if (row == 0)
    return NULL;
  if (row <= source->regions->len)
    return g_ptr_array_index (source->regions, row - 1);

  return g_ptr_array_index (source->authorities, row - 1 - source->regions->len);
}

static const char *
kind_of (Source *source, guint row)
{
  if (row == 0)
    return _("Country");

  return row <= source->regions->len ? _("Region") : _("Local authority");
}

static void
share_cell (gpointer data, guint row, guint column, OctCell *cell)
{
  Source *source = data;
  const OctShareRow *place = row_at (source, row);
  OctShareKind kind = (column - COLUMN_FIRST_SHARE) / N_SHARE_COLUMNS;
  const OctShare *share;

  if (column == COLUMN_KIND)
    {
      cell->text = kind_of (source, row);
      return;
    }
  if (column == COLUMN_PLACE)
    {
      cell->text = place != NULL ? place->label : _("England");
      return;
    }

  share = place != NULL ? oct_share_of_row (place, kind) : england_share (source->national, kind);
  switch ((column - COLUMN_FIRST_SHARE) % N_SHARE_COLUMNS)
    {
    case 0:
      cell->number = oct_share_percent (share);
      cell->missing = cell->number < 0;
      break;
    case 1:
      cell->number = share->academy_pupils;
      break;
    default:
      cell->number = share->pupils;
      break;
    }
}

static void
source_init (Source *source, OctNational *national)
{
  source->national = national;
  source->regions = oct_national_get_regions (national);
  source->authorities = oct_national_get_authorities (national);
}

static void
source_clear (Source *source)
{
  g_ptr_array_unref (source->regions);
  g_ptr_array_unref (source->authorities);
}

static void
fill_table (OctTable *table, OctTableColumn *columns, Source *source)
{
  const OctTableColumn all[N_COLUMNS] = {
    { _("Kind of place"), OCT_CELL_TEXT, 16 },
    { _("Place"), OCT_CELL_TEXT, 34 },
    { _("All: % in academies"), OCT_CELL_DECIMAL, 18 },
    { _("All: pupils in academies"), OCT_CELL_INTEGER, 18 },
    { _("All: pupils"), OCT_CELL_INTEGER, 18 },
    { _("Secondary: % in academies"), OCT_CELL_DECIMAL, 18 },
    { _("Secondary: pupils in academies"), OCT_CELL_INTEGER, 18 },
    { _("Secondary: pupils"), OCT_CELL_INTEGER, 18 },
    { _("Primary: % in academies"), OCT_CELL_DECIMAL, 18 },
    { _("Primary: pupils in academies"), OCT_CELL_INTEGER, 18 },
    { _("Primary: pupils"), OCT_CELL_INTEGER, 18 },
  };

  for (guint i = 0; i < N_COLUMNS; i++)
    columns[i] = all[i];
  *table = (OctTable) {
    .name = _("Pupils in academies"),
    .columns = columns,
    .n_columns = N_COLUMNS,
    .n_rows = 1 + source->regions->len + source->authorities->len,
    .cell = share_cell,
    .source = source,
  };
}

/**
 * oct_national_to_text:
 * @national: the national picture
 *
 * Returns: (transfer full): England and its regions, with tabs between, ready for a spreadsheet
 */
char *
oct_national_to_text (OctNational *national)
{
  Source source;
  GString *text = g_string_new (_("Place\tAll\tSecondary\tPrimary\n"));

  source_init (&source, national);
  for (guint row = 0; row <= source.regions->len; row++)
    {
      const OctShareRow *place = row_at (&source, row);

      g_string_append (text, place != NULL ? place->label : _("England"));
      for (guint share = 0; share < OCT_N_SHARES; share++)
        {
          g_autofree char *percent = oct_text_percent (oct_share_percent (
            place != NULL ? oct_share_of_row (place, share) : england_share (national, share)));

          g_string_append_printf (text, "\t%s", percent);
        }
      g_string_append_c (text, '\n');
    }
  source_clear (&source);

  return g_string_free (text, FALSE);
}

/**
 * oct_national_save:
 * @path: a file that ends in .xlsx, or is to be CSV
 * @data: the national picture
 * @error: return location for an error
 *
 * Writes the shares of England, its regions and its local authorities, with definition and date.
 *
 * Returns: whether it was written
 */
gboolean
oct_national_save (const char *path, gpointer data, GError **error)
{
  OctTableColumn columns[N_COLUMNS];
  OctTable table;
  Source source;
  gboolean saved;

  source_init (&source, data);
  fill_table (&table, columns, &source);
  if (g_str_has_suffix (path, ".xlsx"))
    {
      g_autofree char *definition = oct_national_describe_definition ();
      g_autofree char *date = oct_text_date (oct_national_get_as_at (data));
      /* Translators: the date of the register. */
      g_autofree char *source_line = g_strdup_printf (
        _("Get information about schools, Department for Education, as at %s."), date);
      const char *const about[] = {
        _("Definition"),
        definition,
        _("Source"),
        source_line,
        _("Licence"),
        _("Contains public sector information licensed under the Open Government Licence v3.0."),
        NULL
      };

      saved = oct_table_to_xlsx (&table, about, path, error);
    }
  else
    {
      g_autoptr (GBytes) csv = oct_table_to_csv (&table, TRUE);

      saved = g_file_set_contents (path, g_bytes_get_data (csv, NULL),
                                   (gssize) g_bytes_get_size (csv), error);
    }
  source_clear (&source);

  return saved;
}
