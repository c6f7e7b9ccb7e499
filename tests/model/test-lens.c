/* One judgement answers several lists: a lens leads from another framework's items to elements and
 * aspects, is refused where it can't be shown, and says where it leads nowhere.
 */
#include <string.h>

#include "framework-sample.h"
#include "oct-error.h"
#include "oct-lens.h"

static void
assert_refused (GError **error, OctError code, const char *words)
{
  g_assert_error (*error, OCT_ERROR, (int) code);
  if (strstr ((*error)->message, words) == NULL)
    g_error ("“%s” does not say “%s”", (*error)->message, words);
  g_clear_error (error);
}

static GPtrArray *
make_items (void)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_lens_item_free);
  OctLensItem *whole = oct_lens_item_new ("whole", "Whole element", NULL);
  OctLensItem *part = oct_lens_item_new ("part", " One aspect ", "With words");
  OctLensItem *nowhere = oct_lens_item_new ("nowhere", "Nowhere yet", "");

  oct_lens_item_add_map (whole, "e1", NULL);
  oct_lens_item_add_map (whole, "e2", "");
  oct_lens_item_add_map (part, "e1", "b");
  g_ptr_array_add (items, whole);
  g_ptr_array_add (items, part);
  g_ptr_array_add (items, nowhere);
  return items;
}

static char *
join_keys (GPtrArray *items)
{
  GString *keys = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (keys, " %s", ((const OctLensItem *) items->pdata[i])->key);
  return g_string_free (keys, FALSE);
}

static void
assert_covering (OctLens *lens, const char *element, const char *aspect, const char *expected)
{
  g_autoptr (GPtrArray) items = oct_lens_list_covering (lens, element, aspect);
  g_autofree char *keys = join_keys (items);

  g_assert_cmpstr (keys, ==, expected);
}

static void
test_covering (void)
{
  g_autoptr (GPtrArray) items = make_items ();
  g_autoptr (GError) error = NULL;
  g_autoptr (OctLens) lens = oct_lens_new ("mine", "Mine", NULL, "What it is for", items, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (oct_lens_get_name (lens), ==, "Mine");
  g_assert_cmpstr (oct_lens_get_source (lens), ==, "");
  g_assert_cmpstr (oct_lens_get_description (lens), ==, "What it is for");
  g_assert_cmpstr (oct_lens_find_item (lens, "part")->name, ==, "One aspect");
  g_assert_null (oct_lens_find_item (lens, "none"));
  assert_covering (lens, "e1", NULL, " whole part");
  assert_covering (lens, "e1", "b", " whole part");
  assert_covering (lens, "e1", "a", " whole");
  assert_covering (lens, "e2", "c", " whole");
  assert_covering (lens, "e3", NULL, "");
}

static void
test_fill (void)
{
  g_autoptr (GPtrArray) items = make_items ();
  g_autoptr (GError) error = NULL;
  g_autoptr (OctLens) blank = oct_lens_new ("mine", "Mine", "Us", "", NULL, &error);
  g_autoptr (OctLens) filled = oct_lens_new_with_items (blank, items, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (oct_lens_get_items (blank)->len, ==, 0);
  g_assert_cmpuint (oct_lens_get_items (filled)->len, ==, 3);
  g_assert_cmpstr (oct_lens_get_key (filled), ==, "mine");
  g_assert_cmpstr (oct_lens_get_source (filled), ==, "Us");
}

static void
test_refused (void)
{
  g_autoptr (GPtrArray) items = make_items ();
  g_autoptr (GError) error = NULL;

  g_assert_null (oct_lens_new ("Mine!", "Mine", NULL, NULL, items, &error));
  assert_refused (&error, OCT_ERROR_RULE, "can’t be a key");
  g_assert_null (oct_lens_new ("mine", " ", NULL, NULL, items, &error));
  assert_refused (&error, OCT_ERROR_RULE, "Lens: give it a name.");
  g_ptr_array_add (items, oct_lens_item_new ("part", "Again", ""));
  g_assert_null (oct_lens_new ("mine", "Mine", NULL, NULL, items, &error));
  assert_refused (&error, OCT_ERROR_RULE, "Item 4: the key “part” is there twice");
  g_ptr_array_remove_index (items, 3);
  g_ptr_array_add (items, oct_lens_item_new ("last", "", ""));
  g_assert_null (oct_lens_new ("mine", "Mine", NULL, NULL, items, &error));
  assert_refused (&error, OCT_ERROR_RULE, "Item 4: give it a name.");
  g_ptr_array_set_size (items, 0);
  for (guint i = 0; i <= OCT_FRAMEWORK_MAX_ITEMS; i++)
    {
      g_autofree char *key = g_strdup_printf ("item-%u", i);

      g_ptr_array_add (items, oct_lens_item_new (key, "Item", ""));
    }
  g_assert_null (oct_lens_new ("mine", "Mine", NULL, NULL, items, &error));
  assert_refused (&error, OCT_ERROR_RULE, "A lens can have 60 items");
}

static void
test_maps (void)
{
  g_autoptr (OctFramework) framework = framework_sample_new ();
  g_autoptr (GPtrArray) items = make_items ();
  g_autoptr (GError) error = NULL;
  g_autoptr (OctLens) lens = oct_lens_new ("mine", "Mine", NULL, NULL, items, &error);
  g_autoptr (OctLens) lost = NULL;
  g_autoptr (OctLens) astray = NULL;

  g_assert_true (oct_lens_check_maps (lens, framework, &error));
  oct_lens_item_add_map (items->pdata[2], "e1", "z");
  lost = oct_lens_new ("mine", "Mine", NULL, NULL, items, &error);
  g_assert_false (oct_lens_check_maps (lost, framework, &error));
  assert_refused (&error, OCT_ERROR_NOT_FOUND, "“Nowhere yet” leads to the aspect “z”");
  oct_lens_item_add_map (items->pdata[0], "e9", NULL);
  astray = oct_lens_new ("mine", "Mine", NULL, NULL, items, &error);
  g_assert_false (oct_lens_check_maps (astray, framework, &error));
  assert_refused (&error, OCT_ERROR_NOT_FOUND, "“Whole element” leads to the element “e9”");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lens/a judgement answers what leads to it", test_covering);
  g_test_add_func ("/lens/a blank one is filled", test_fill);
  g_test_add_func ("/lens/what can't be shown is refused", test_refused);
  g_test_add_func ("/lens/what leads nowhere is said", test_maps);
  return g_test_run ();
}
