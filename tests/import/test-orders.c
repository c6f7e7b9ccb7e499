/* The register is a function of the files: whatever the order of imports, it says the same. */

#include "importing.h"

static const char *const files[] = {
  "edubasealldata20241124.csv",     "edubasealldata20250121.csv",
  "search-download-2022-04-20.csv", "links_edubasealldata20250109.csv",
  "allgroupsdata20260113.csv",      "grouplinks_edubaseallacademiesandfree20190601.csv",
};

static char *
import_in_order (const guint *order, guint at_once)
{
  char *data_dir = importing_make_folder ();
  OctImportOptions options = { 0 };
  char *hash;

  for (guint i = 0; i < G_N_ELEMENTS (files); i += at_once)
    {
      g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) reports = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = i; j < MIN (i + at_once, G_N_ELEMENTS (files)); j++)
        g_ptr_array_add (paths, importing_fixture (files[order[j]]));
      g_ptr_array_add (paths, NULL);
      reports = oct_import_files (data_dir, (const char *const *) paths->pdata, &options, NULL,
                                  &error);
      g_assert_no_error (error);
      for (guint j = 0; j < reports->len; j++)
        g_assert_no_error (((OctImportReport *) g_ptr_array_index (reports, j))->error);
    }

  hash = importing_hash (data_dir);
  importing_remove (data_dir);
  return hash;
}

static void
shuffle (guint *order)
{
  for (guint i = G_N_ELEMENTS (files) - 1; i > 0; i--)
    {
      guint j = (guint) g_test_rand_int_range (0, (gint32) i + 1);
      guint swap = order[i];

      order[i] = order[j];
      order[j] = swap;
    }
}

static void
test_orders (void)
{
  guint order[] = { 0, 1, 2, 3, 4, 5 };
  g_autofree char *expected = import_in_order (order, G_N_ELEMENTS (files));

  g_assert_nonnull (expected);
  for (guint round = 0; round < 24; round++)
    {
      g_autofree char *hash = NULL;

      shuffle (order);
      hash = import_in_order (order, 1 + round % G_N_ELEMENTS (files));
      g_assert_cmpstr (hash, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/any-order-gives-the-same-register", test_orders);

  return g_test_run ();
}
