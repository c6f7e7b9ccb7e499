/* Fuzz target: any bytes at all, read as a framework and as a lens. What is accepted can be written
 * and read again without a difference. How to run it for long stands in fuzz-csv.c; the corpus is
 * tests/fuzz/corpus/framework.
 */
#include "oct-framework-file.h"
#include "oct-fuzz.h"
#include "oct-lens-file.h"

static void
read_framework (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctFramework) framework = oct_framework_file_parse (bytes, &error);
  g_autoptr (OctFramework) again = NULL;
  g_autofree char *text = NULL;

  g_assert_true ((framework == NULL) == (error != NULL));
  if (framework == NULL)
    return;
  text = oct_framework_file_format (framework);
  again = oct_framework_file_parse_text (text, &error);
  g_assert_no_error (error);
  g_assert_true (oct_framework_equal (framework, again));
}

static void
read_lens (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctLens) lens = oct_lens_file_parse (bytes, &error);
  g_autoptr (OctLens) again = NULL;
  g_autofree char *text = NULL;

  g_assert_true ((lens == NULL) == (error != NULL));
  if (lens == NULL)
    return;
  text = oct_lens_file_format (lens);
  again = oct_lens_file_parse_text (text, &error);
  g_assert_no_error (error);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  read_framework (bytes);
  read_lens (bytes);
  return 0;
}
