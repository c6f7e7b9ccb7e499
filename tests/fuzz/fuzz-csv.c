/* Fuzz target: any bytes at all, read as a table.
 *
 * Ordinary test runs replay the seed corpus (see fuzz-replay.c). A long run wants clang:
 *
 *   CC=clang meson setup build-fuzz -Dfuzz=true -Db_sanitize=address,undefined -Db_lundef=false
 *   ninja -C build-fuzz tests/fuzz/fuzz-csv tests/fuzz/fuzz-archive tests/fuzz/fuzz-framework
 *   mkdir -p out/fuzz-csv
 *   build-fuzz/tests/fuzz/fuzz-csv -max_len=65536 -jobs=2 -max_total_time=3600 out/fuzz-csv tests/fuzz/corpus/csv
 *
 * New finds are kept in out/fuzz-csv; an input that crashes is written to the current folder and
 * belongs into the corpus, beside the test that states what should have happened.
 */
#include <string.h>

#include "oct-dataset.h"
#include "oct-fuzz.h"

static void
check_row (const OctCsvRow *row, guint previous_line)
{
  g_assert_cmpuint (row->n_fields, >=, 1);
  g_assert_cmpuint (row->n_fields, <=, OCT_CSV_MAX_FIELDS);
  g_assert_cmpuint (row->line, >, previous_line);
  for (guint i = 0; i < row->n_fields; i++)
    {
      g_assert_cmpuint (strlen (row->fields[i].text), ==, row->fields[i].length);
      g_assert_true (g_utf8_validate (row->fields[i].text, -1, NULL));
    }
}

static const OctDataset *
check_header (const OctCsvRow *row)
{
  const OctDataset *dataset = oct_dataset_recognise (row->fields, row->n_fields, NULL);
  g_autofree int *map = NULL;
  g_auto (GStrv) unknown = NULL;

  if (dataset != NULL)
    map = oct_dataset_map_columns (dataset, row->fields, row->n_fields, &unknown, NULL);
  return map != NULL ? dataset : NULL;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (OctInput) input = oct_input_open_bytes (bytes, "fuzz.csv", &error);
  g_autoptr (OctCsvReader) reader = NULL;
  const OctDataset *dataset = NULL;
  OctCsvRow row;
  guint n_columns = 0;
  guint line = 0;

  if (input == NULL)
    {
      g_assert_nonnull (error);
      return 0;
    }

  reader = oct_csv_reader_new (input);
  while (oct_csv_reader_next (reader, &row, &error))
    {
      check_row (&row, line);
      if (line == 0)
        {
          dataset = check_header (&row);
          n_columns = row.n_fields;
        }
      else if (dataset != NULL)
        oct_dataset_accepts_row (dataset, n_columns, &row, NULL);
      line = row.line;
    }
  g_assert_false (oct_csv_reader_next (reader, &row, NULL));
  return 0;
}
