/* Which dataset a file is, by its header, and what its columns and its name say.
 *
 * Publishers add and drop columns with every release, so a dataset asks only for the few columns
 * that tell it from the others. Where none fits, the nearest is named with what is missing, since
 * most often somebody removed a column or picked the file beside the right one.
 */
#include <glib/gi18n.h>
#include <string.h>

#include "oct-dataset-private.h"

static char *
normalise_field (const OctCsvField *field)
{
  g_autofree char *text = g_strndup (field->text, field->length);

  return oct_dataset_normalise (text);
}

static GHashTable *
collect_headers (const OctCsvField *header, guint n_columns)
{
  GHashTable *headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_columns; i++)
    g_hash_table_add (headers, normalise_field (&header[i]));
  return headers;
}

static gboolean
has_header (GHashTable *headers, const char *name)
{
  g_autofree char *normalised = oct_dataset_normalise (name);

  return g_hash_table_contains (headers, normalised);
}

static guint
count_missing (GHashTable *headers, const GStrv names)
{
  guint n_missing = 0;

  for (guint i = 0; names[i] != NULL; i++)
    n_missing += !has_header (headers, names[i]);
  return n_missing;
}

static gboolean
has_forbidden (GHashTable *headers, const OctDataset *dataset)
{
  return count_missing (headers, dataset->forbidden) < g_strv_length (dataset->forbidden);
}

/* The dataset that more than half the file's header speaks for. */
static const OctDataset *
find_nearest (GHashTable *headers)
{
  const GPtrArray *datasets = oct_datasets_get_all ();
  const OctDataset *nearest = NULL;
  double best = 0.5;

  for (guint i = 0; i < datasets->len; i++)
    {
      const OctDataset *dataset = datasets->pdata[i];
      double share = 1.0
                     - (double) count_missing (headers, dataset->required)
                         / g_strv_length (dataset->required);

      if (share > best && !has_forbidden (headers, dataset))
        {
          best = share;
          nearest = dataset;
        }
    }
  return nearest;
}

static void
set_missing_columns (const OctDataset *nearest, GHashTable *headers, GError **error)
{
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; nearest->required[i] != NULL; i++)
    if (!has_header (headers, nearest->required[i]))
      g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "", nearest->required[i]);

  g_set_error (
    error, OCT_ERROR, OCT_ERROR_UNKNOWN_DATASET,
    _("This looks like “%s”, but these columns are missing: %s. Download the file again, and import it "
      "unchanged."),
    nearest->title, missing->str);
}

/**
 * oct_dataset_recognise:
 * @header: the first row of a file
 * @n_columns: the number of fields in it
 * @error: return location for an error
 *
 * Finds which dataset a file is. The order of columns, further columns, capitals and blanks don't
 * matter.
 *
 * Returns: (transfer none) (nullable): the dataset; %NULL with %OCT_ERROR_UNKNOWN_DATASET, and a
 *   message that names what it is or is nearest to, where it can't be read
 */
const OctDataset *
oct_dataset_recognise (const OctCsvField *header, guint n_columns, GError **error)
{
  const GPtrArray *datasets = oct_datasets_get_all ();
  g_autoptr (GHashTable) headers = collect_headers (header, n_columns);
  const OctDataset *nearest;
  const char *other;

  for (guint i = 0; i < datasets->len; i++)
    {
      const OctDataset *dataset = datasets->pdata[i];

      if (count_missing (headers, dataset->required) == 0 && !has_forbidden (headers, dataset))
        return dataset;
    }

  other = oct_dataset_name_other_table (headers, count_missing);
  nearest = find_nearest (headers);
  if (other != NULL)
    g_set_error (
      error, OCT_ERROR, OCT_ERROR_UNKNOWN_DATASET,
      _("This looks like “%s”, which Octant can’t read yet. It reads the register of schools: "
        "establishments, links, groups and group links."),
      other);
  else if (nearest != NULL)
    set_missing_columns (nearest, headers, error);
  else
    g_set_error (
      error, OCT_ERROR, OCT_ERROR_UNKNOWN_DATASET,
      _("This is a table, but none that Octant knows. It reads the register of schools: establishments, "
        "links, groups and group links, from %s."),
      ((const OctDataset *) datasets->pdata[0])->page);
  return NULL;
}

/**
 * oct_dataset_map_columns:
 * @self: a dataset
 * @header: the first row of a file
 * @n_columns: the number of fields in it
 * @unknown: (out) (optional): the headers that the dataset doesn't know, as the file writes them
 * @error: return location for an error
 *
 * Says for each column of a file what it holds: an #OctField for establishments, else a value of
 * the enumeration of columns that goes with the dataset's entity.
 *
 * Returns: (transfer full) (nullable): @n_columns numbers, -1 where a column isn't known; %NULL with
 *   %OCT_ERROR_UNKNOWN_DATASET where a column stands there twice
 */
int *
oct_dataset_map_columns (const OctDataset *self, const OctCsvField *header, guint n_columns,
                         GStrv *unknown, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree int *map = g_new (int, n_columns);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      char *name = normalise_field (&header[i]);
      gpointer column;

      map[i] = -1;
      if (g_hash_table_lookup_extended (self->columns, name, NULL, &column))
        map[i] = GPOINTER_TO_INT (column);
      else if (name[0] != '\0')
        g_strv_builder_add (builder, header[i].text);

      if (!g_hash_table_add (seen, name) && header[i].length > 0)
        {
          g_set_error (
            error, OCT_ERROR, OCT_ERROR_UNKNOWN_DATASET,
            _("The column “%s” stands in this file twice, so it can’t be told which one counts. Download "
              "the file again, and import it unchanged."),
            header[i].text);
          return NULL;
        }
    }
  if (unknown != NULL)
    *unknown = g_strv_builder_end (builder);
  return g_steal_pointer (&map);
}

static gboolean
rest_is_blank (const OctCsvRow *row, guint start)
{
  for (guint i = start; i < row->n_fields; i++)
    if (row->fields[i].length > 0)
      return FALSE;
  return TRUE;
}

/**
 * oct_dataset_accepts_row:
 * @self: a dataset
 * @n_columns: the number of fields in the header
 * @row: a row of the file
 * @error: return location for an error
 *
 * Checks whether a row has as many fields as the dataset allows. A row may be followed by blank
 * fields, which spreadsheets add.
 *
 * Returns: %FALSE with %OCT_ERROR_TRUNCATED where the file ends in the middle of this row, so that
 *   none of it should be used, or with %OCT_ERROR_FAILED and the reason to refuse this one row
 */
gboolean
oct_dataset_accepts_row (const OctDataset *self, guint n_columns, const OctCsvRow *row,
                         GError **error)
{
  if (row->n_fields == n_columns
      || (row->n_fields < n_columns && n_columns - row->n_fields <= self->short_fields))
    return TRUE;
  if (row->n_fields > n_columns && (self->overflow || rest_is_blank (row, n_columns)))
    return TRUE;

  if (row->n_fields < n_columns && row->unfinished)
    g_set_error (
      error, OCT_ERROR, OCT_ERROR_TRUNCATED,
      _("The file ends in the middle of the row in line %u, so part of it is missing. Download it again."),
      row->line);
  else
    g_set_error (
      error, OCT_ERROR, OCT_ERROR_FAILED,
      /* Translators: the first number counts the fields of a row, the second those of the header. */
      ngettext ("The row has %u field, and the header %u.",
                "The row has %u fields, and the header %u.", row->n_fields),
      row->n_fields, n_columns);
  return FALSE;
}

static int
fetch_number (const GMatchInfo *match, const char *group)
{
  g_autofree char *text = g_match_info_fetch_named (match, group);

  return text != NULL ? (int) g_ascii_strtoll (text, NULL, 10) : 0;
}

static OctDate
date_from (const OctDataset *self, const char *name)
{
  g_autoptr (GMatchInfo) match = NULL;
  OctDate date = OCT_DATE_UNKNOWN;

  if (name == NULL || !g_utf8_validate (name, -1, NULL))
    return OCT_DATE_UNKNOWN;

  g_regex_match (self->name_date, name, 0, &match);
  while (date == OCT_DATE_UNKNOWN && g_match_info_matches (match))
    {
      date = oct_date_new (fetch_number (match, "year"), fetch_number (match, "month"),
                           fetch_number (match, "day"));
      if (!g_match_info_next (match, NULL))
        break;
    }
  return date;
}

/**
 * oct_dataset_date_from_name:
 * @self: a dataset
 * @outer: (nullable): the name of the file
 * @inner: (nullable): the name of the CSV inside it
 *
 * Reads the day of publication out of a name. The publisher's name inside a zip goes before the
 * name that the zip was given.
 *
 * Returns: the day, or %OCT_DATE_UNKNOWN where neither name holds one
 */
OctDate
oct_dataset_date_from_name (const OctDataset *self, const char *outer, const char *inner)
{
  OctDate date;

  g_return_val_if_fail (self != NULL, OCT_DATE_UNKNOWN);

  date = date_from (self, inner);
  if (date == OCT_DATE_UNKNOWN && outer != NULL)
    {
      g_autofree char *base = g_path_get_basename (outer);

      date = date_from (self, base);
    }
  return date;
}
