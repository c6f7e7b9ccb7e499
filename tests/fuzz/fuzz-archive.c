/* Fuzz target: any bytes at all, opened as a zip. How to run it for long stands in fuzz-csv.c; the
 * corpus is tests/fuzz/corpus/archive.
 */
#include <string.h>

#include "oct-archive.h"
#include "oct-fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (OctInput) input = oct_input_open_bytes (bytes, "fuzz.zip", &error);
  char buffer[4096];
  guint64 total = 0;
  gssize n;

  if (input == NULL)
    {
      g_assert_nonnull (error);
      return 0;
    }

  /* A name never leads anywhere. */
  g_assert_null (strchr (oct_input_get_name (input), '/'));
  while ((n = oct_input_read (input, buffer, sizeof buffer, &error)) > 0)
    total += (guint64) n;
  g_assert_true ((n < 0) == (error != NULL));
  g_assert_cmpuint (total, <=, OCT_INPUT_FREE_SIZE + size * OCT_INPUT_MAX_RATIO + sizeof buffer);
  return 0;
}
