/* What is typed finds what is written: case, accents, apostrophes and full stops don't matter, and
 * what is highlighted is exactly what was matched.
 */
#include "oct-fold.h"

#include <string.h>

static void
assert_folds (const char *text, const char *expected)
{
  g_autofree char *folded = oct_fold (text);

  g_assert_cmpstr (folded, ==, expected);
}

static void
test_fold (void)
{
  assert_folds ("St Mary's", "st marys");
  assert_folds ("ST. MARY’S C.E. (VA) Primary School", "st marys ce va primary school");
  assert_folds ("St Mary`s & St Peter‘s", "st marys st peters");
  assert_folds ("  Church-of-England,  Primary/Infant ", "church of england primary infant");
  assert_folds ("Ysgol Tŷ Gwyn", "ysgol ty gwyn");
  assert_folds ("École française", "ecole francaise");
  assert_folds ("Straße, Ørsted, Łódź, Æthelred, Œuvre, Đakovo, Þing",
                "strasse orsted lodz aethelred oeuvre dakovo thing");
  assert_folds ("ÉCOLE ŒUVRE SẞS", "ecole oeuvre ssss");
  assert_folds ("Cafe\u0301", "cafe");
  assert_folds ("16\u00a0plus", "16 plus");
  assert_folds ("Academy – North", "academy north");
  assert_folds ("", "");
  assert_folds (NULL, "");
  assert_folds ("' - . &", "");
}

static void
test_bad_bytes (void)
{
  assert_folds ("St\xe9phane", "st phane");
  assert_folds ("ends with \xc3", "ends with");
  assert_folds ("\xff\xfe", "");
}

static void
test_fold_is_stable (void)
{
  static const char *const names[] = { "St Mary's", "Łódź & Sons", "Straße 5", "a.b.c",
                                       "Ysgol Tŷ Gwyn" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *once = oct_fold (names[i]);
      g_autofree char *twice = oct_fold (once);

      g_assert_cmpstr (once, ==, twice);
    }
}

static void
test_append (void)
{
  g_autoptr (GString) folded = g_string_new ("first");
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (guint));

  /* A blank, "É", "a", an apostrophe, "b", a mark, "ß", and two bytes that aren't to be read. */
  oct_fold_append (folded,
                   " \xc3\x89"
                   "a'b-\xc3\x9fzz",
                   9, offsets);
  g_assert_cmpstr (folded->str, ==, "firsteab ss");
  g_assert_cmpuint (offsets->len, ==, 6);
  g_assert_cmpuint (g_array_index (offsets, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (offsets, guint, 1), ==, 3);
  g_assert_cmpuint (g_array_index (offsets, guint, 2), ==, 5);
  g_assert_cmpuint (g_array_index (offsets, guint, 3), ==, 6);
  g_assert_cmpuint (g_array_index (offsets, guint, 4), ==, 7);
  g_assert_cmpuint (g_array_index (offsets, guint, 5), ==, 7);
}

/* The marked parts of @text between brackets. */
static char *
mark (const char *text, const char *query, guint max_spans)
{
  g_autofree char *folded = oct_fold (query);
  g_autofree OctSpan *spans = g_new (OctSpan, MAX (max_spans, 1));
  guint n = oct_fold_find_spans (text, folded, spans, max_spans);
  GString *marked = g_string_new (NULL);
  guint done = 0;

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (spans[i].start, >=, done);
      g_assert_cmpuint (spans[i].end, >, spans[i].start);
      g_string_append_len (marked, text + done, spans[i].start - done);
      g_string_append_c (marked, '[');
      g_string_append_len (marked, text + spans[i].start, spans[i].end - spans[i].start);
      g_string_append_c (marked, ']');
      done = spans[i].end;
    }
  g_string_append (marked, text + done);
  g_assert_true (g_utf8_validate (marked->str, -1, NULL));
  return g_string_free (marked, FALSE);
}

static void
assert_marks (const char *text, const char *query, const char *expected)
{
  g_autofree char *marked = mark (text, query, 8);

  g_assert_cmpstr (marked, ==, expected);
}

static void
test_spans (void)
{
  assert_marks ("St Mary's Primary", "marys", "St [Mary's] Primary");
  assert_marks ("St Mary’s Primary", "mary's", "St [Mary’s] Primary");
  assert_marks ("St Mary's Primary", "st mar", "[St] [Mar]y's Primary");
  assert_marks ("St Mary's Primary", "mary", "St [Mary]'s Primary");
  assert_marks ("Tŷ Gwyn", "ty", "[Tŷ] Gwyn");
  assert_marks ("Straße", "stras", "[Straß]e");
  assert_marks ("Cafe\u0301 School", "cafe", "[Cafe\u0301] School");
  assert_marks ("Primary", "rim", "Primary");
  assert_marks ("Primary and Prime", "prim primary", "[Primary] and [Prim]e");
  assert_marks ("St Mary's", "", "St Mary's");
  assert_marks ("", "st", "");
  assert_marks ("X\xc3\xa9", "xe", "[X\xc3\xa9]");
}

/* Whatever the bytes: what comes out is UTF-8 without doubled blanks, and each byte of it leads to a
 * place in the original, never backwards.
 */
static void
test_any_bytes (void)
{
  static const char *const pieces[] = {
    "a",
    "Z",
    "9",
    " ",
    "'",
    ".",
    "-",
    "\xc3\xa9",
    "\xc3\x9f",
    "\xcc\x81",
    "\xe2\x80\x99",
    "\xff",
    "\xc3",
    "\xe2\x80",
    "\t",
    "\xc2\xa0",
    "\xef\xac\x81",
  };

  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) folded = g_string_new (NULL);
      g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (guint));
      OctSpan spans[4];
      guint n;

      for (int i = g_test_rand_int_range (0, 12); i > 0; i--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      oct_fold_append (folded, text->str, (gssize) text->len, offsets);

      g_assert_true (g_utf8_validate (folded->str, (gssize) folded->len, NULL));
      g_assert_null (strstr (folded->str, "  "));
      g_assert_false (g_str_has_prefix (folded->str, " "));
      g_assert_false (g_str_has_suffix (folded->str, " "));
      g_assert_cmpuint (offsets->len, ==, folded->len);
      for (guint i = 0; i < offsets->len; i++)
        {
          g_assert_cmpuint (g_array_index (offsets, guint, i), <, text->len);
          if (i > 0)
            g_assert_cmpuint (g_array_index (offsets, guint, i), >=,
                              g_array_index (offsets, guint, i - 1));
        }
      n = oct_fold_find_spans (text->str, folded->str, spans, G_N_ELEMENTS (spans));
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpuint (spans[i].end, <=, text->len);
          g_assert_cmpuint (spans[i].start, >=, i > 0 ? spans[i - 1].end : 0);
        }
      g_assert_true (n > 0 || folded->len == 0);
    }
}

static void
test_max_spans (void)
{
  g_autofree char *one = mark ("aa ab ac", "a", 1);
  g_autofree char *none = mark ("aa ab ac", "a", 0);

  g_assert_cmpstr (one, ==, "[a]a ab ac");
  g_assert_cmpstr (none, ==, "aa ab ac");
  g_assert_cmpuint (oct_fold_find_spans ("aa", NULL, NULL, 0), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fold/fold", test_fold);
  g_test_add_func ("/fold/bad-bytes", test_bad_bytes);
  g_test_add_func ("/fold/stable", test_fold_is_stable);
  g_test_add_func ("/fold/append", test_append);
  g_test_add_func ("/fold/spans", test_spans);
  g_test_add_func ("/fold/any-bytes", test_any_bytes);
  g_test_add_func ("/fold/max-spans", test_max_spans);

  return g_test_run ();
}
