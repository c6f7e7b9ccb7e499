/* Frameworks and lenses survive being written down, and a file that is wrong in any way, made by
 * mistake or by an enemy, is refused with words that say where and what to do.
 */
#include <string.h>

#include "oct-error.h"
#include "oct-framework-builder.h"
#include "oct-framework-file.h"
#include "oct-json.h"
#include "oct-lens-file.h"

static OctFramework *
load (void)
{
  g_autoptr (GError) error = NULL;
  OctFramework *framework = oct_framework_file_load_built_in (&error);

  g_assert_no_error (error);
  return framework;
}

/* The built-in file with the first of @from replaced by @to. */
static char *
make_spoiled (const char *from, const char *to)
{
  g_autoptr (OctFramework) framework = load ();
  g_autofree char *text = oct_framework_file_format (framework);
  char *place = strstr (text, from);
  GString *spoiled;

  if (place == NULL)
    g_error ("The built-in framework doesn't have “%s”", from);
  spoiled = g_string_new_len (text, place - text);
  g_string_append (spoiled, to);
  g_string_append (spoiled, place + strlen (from));
  return g_string_free (spoiled, FALSE);
}

static void
assert_refused (const char *text, gssize length, OctError code, const char *words)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GError) error = NULL;

  g_assert_null (oct_framework_file_parse (bytes, &error));
  g_assert_error (error, OCT_ERROR, (int) code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
test_round_trip (void)
{
  g_autoptr (OctFramework) framework = load ();
  g_autofree char *text = oct_framework_file_format (framework);
  g_autoptr (GError) error = NULL;
  g_autoptr (OctFramework) again = oct_framework_file_parse_text (text, &error);
  g_autofree char *twice = NULL;

  g_assert_no_error (error);
  g_assert_true (oct_framework_equal (framework, again));
  g_assert_cmpint (oct_framework_get_version (again), ==, oct_framework_get_version (framework));
  twice = oct_framework_file_format (again);
  g_assert_cmpstr (text, ==, twice);
}

/* What an editor makes of it comes back as well: retired items, a later version, marks in texts. */
static void
test_edited_round_trip (void)
{
  g_autoptr (OctFramework) framework = load ();
  g_autoptr (OctFrameworkBuilder) edit = oct_framework_builder_new_edit (framework, framework);
  g_autoptr (OctFramework) edited = NULL;
  g_autoptr (OctFramework) again = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  oct_framework_builder_retire_aspect (edit, "improvement", "need", TRUE, NULL);
  oct_framework_builder_retire_indicator (edit, "2a", TRUE, NULL);
  oct_framework_builder_retire_stage (edit, "developing", TRUE, NULL);
  oct_framework_builder_set_descriptor (
    edit, "solidarity", "not-yet", "“Marks” \"as\" \\ they come,\nin two lines: é 語 🎓 <b>&amp;",
    NULL);
  edited = oct_framework_builder_build (edit, &error);
  g_assert_no_error (error);
  text = oct_framework_file_format (edited);
  again = oct_framework_file_parse_text (text, &error);
  g_assert_no_error (error);
  g_assert_true (oct_framework_equal (edited, again));
  g_assert_cmpint (oct_framework_get_version (again), ==, 2);
  g_assert_true (
    oct_element_find_aspect (oct_framework_find_element (again, "improvement"), "need")->retired);
}

/* A name on the left is spoiled into what stands beside it. */
static void
test_spoiled (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    OctError code;
    const char *words;
  } cases[] = {
    /* A kind or a format of another program. */
    { "\"kind\" : \"framework\"", "\"kind\" : \"lens\"", OCT_ERROR_RULE, "of the kind “lens”" },
    { "\"kind\" : \"framework\",", "", OCT_ERROR_RULE, "“kind” is missing" },
    { "\"format\" : 1", "\"format\" : 2", OCT_ERROR_NEWER, "Update Octant" },
    { "\"format\" : 1", "\"format\" : 0", OCT_ERROR_RULE, "whole number" },
    { "\"format\" : 1", "\"format\" : 1e0", OCT_ERROR_RULE, "whole number" },
    /* Types. */
    { "\"version\" : 1", "\"version\" : \"1\"", OCT_ERROR_RULE, "without quotation marks" },
    { "\"version\" : 1", "\"version\" : -1", OCT_ERROR_RULE, "from 1 to 1000000" },
    { "\"version\" : 1", "\"version\" : 99999999999999999999", OCT_ERROR_RULE, "whole number" },
    { "\"version\" : 1", "\"version\" : null", OCT_ERROR_RULE, "whole number" },
    { "\"version\" : 1", "\"version\" : [ 1 ]", OCT_ERROR_RULE, "whole number" },
    { "\"name\" : \"Not yet\"", "\"name\" : 3", OCT_ERROR_RULE,
      "Stage 1: “name” has to be a text" },
    { "\"name\" : \"Not yet\"", "\"name\" : null", OCT_ERROR_RULE, "has to be a text" },
    { "\"name\" : \"Not yet\"", "\"name\" : [ \"Not yet\" ]", OCT_ERROR_RULE, "has to be a text" },
    { "\"name\" : \"Not yet\"", "\"name\" : \"Not yet\", \"retired\" : \"no\"", OCT_ERROR_RULE,
      "true or false" },
    { "\"name\" : \"Not yet\"", "\"name\" : \"Not yet\", \"retired\" : 0", OCT_ERROR_RULE,
      "true or false" },
    { "\"key\" : \"trust-model\"", "\"key\" : { }", OCT_ERROR_RULE, "has to be a text" },
    { "\"number\" : 1", "\"number\" : 9", OCT_ERROR_RULE, "Element 1: “number”" },
    { "\"number\" : 2", "\"number\" : 3", OCT_ERROR_RULE, "in the order of the paper" },
    /* What is not known, there twice, or missing. */
    { "\"meaning\" :", "\"mening\" :", OCT_ERROR_RULE, "“mening” is not known here" },
    { "\"summary\" :", "\"weight\" : 3, \"summary\" :", OCT_ERROR_RULE,
      "Element 1: “weight” is not known here" },
    { "\"version\" : 1", "\"version\" : 1, \"version\" : 2", OCT_ERROR_BAD_TEXT,
      "“version” is there twice" },
    { "\"beginning\" :", "\"not-yet\" :", OCT_ERROR_BAD_TEXT, "“not-yet” is there twice" },
    { "\"summary\" :", "\"asks\" : \"\", \"summary\" :", OCT_ERROR_BAD_TEXT,
      "“asks” is there twice" },
    { "\"key\" : \"beginning\"", "\"key\" : \"not-yet\"", OCT_ERROR_RULE, "another key" },
    { "\"key\" : \"1b\"", "\"key\" : \"1a\"", OCT_ERROR_RULE, "another key" },
    { "\"key\" : \"2b\"", "\"key\" : \"1a\"", OCT_ERROR_RULE, "another key" },
    { "\"key\" : \"send\"", "\"key\" : \"intake\"", OCT_ERROR_RULE, "another key" },
    { "\"key\" : \"improvement\"", "\"key\" : \"all-children\"", OCT_ERROR_RULE, "another key" },
    { "\"name\" : \"Not yet\"", "\"name\" : \"\"", OCT_ERROR_RULE, "give it a name" },
    { "\"give-question\" :", "\"source\" : \"\", \"give-question\" :", OCT_ERROR_BAD_TEXT,
      "there twice" },
    /* Words that stand for something else. */
    { "\"direction\" : \"lower\"", "\"direction\" : \"down\"", OCT_ERROR_RULE,
      "Element 1, indicator 1: “down” is no direction" },
    { "\"source\" : \"public\"", "\"source\" : \"census\"", OCT_ERROR_RULE, "“census”" },
    { "\"trust\",", "\"governors\",", OCT_ERROR_RULE, "who judges" },
    { "\"trust\",", "1,", OCT_ERROR_RULE, "who judges" },
    { "\"trust\",", "{ },", OCT_ERROR_RULE, "who judges" },
    { "\"trust\",", "", OCT_ERROR_RULE, "judged for the trust" },
    { "\"embedded\" :", "\"excellent\" :", OCT_ERROR_NOT_FOUND, "no stage “excellent”" },
    { "octant-element-1-symbolic", "../secret", OCT_ERROR_RULE, "no symbolic icon" },
    { "\"stages\" : {", "\"stages\" : [ ], \"more\" : {", OCT_ERROR_RULE, "not known here" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = make_spoiled (cases[i].from, cases[i].to);

      assert_refused (text, -1, cases[i].code, cases[i].words);
    }
}

static void
test_lists (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } cases[] = {
    { "[ ]", "not of a kind that can be read here" },
    { "\"framework\"", "not of a kind that can be read here" },
    { "7", "not of a kind that can be read here" },
    { "{ \"kind\" : 1 }", "“kind” has to be a text" },
    { "{ \"kind\" : \"framework\", \"format\" : 1, \"key\" : \"k\", \"version\" : 1,"
      " \"name\" : \"N\", \"stages\" : { }, \"elements\" : [ ] }",
      "“stages” has to be a list" },
    { "{ \"kind\" : \"framework\", \"format\" : 1, \"key\" : \"k\", \"version\" : 1,"
      " \"name\" : \"N\", \"stages\" : [ ] }",
      "“elements” is missing" },
    { "{ \"kind\" : \"framework\", \"format\" : 1, \"key\" : \"k\", \"version\" : 1,"
      " \"name\" : \"N\", \"stages\" : [ 1 ], \"elements\" : [ ] }",
      "entry 1 of the list" },
    { "{ \"kind\" : \"framework\", \"format\" : 1, \"key\" : \"k\", \"version\" : 1,"
      " \"name\" : \"N\", \"stages\" : [ ], \"elements\" : [ null ] }",
      "entry 1 of the list" },
    { "{ \"kind\" : \"framework\", \"format\" : 1, \"key\" : \"k\", \"version\" : 1,"
      " \"name\" : \"N\", \"stages\" : [ ], \"elements\" : [ ] }",
      "Stages: 0 are in use" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].text, -1, OCT_ERROR_RULE, cases[i].words);
}

/* What no strict reader takes, although json-glib does. */
static void
test_not_json (void)
{
  static const char *const texts[] = {
    "{",
    "}",
    "{ \"kind\" }",
    "{ \"kind\" : \"framework\"",
    "{ \"kind\" : \"framework\" } }",
    "{ \"kind\" : \"frame",
    "{ \"kind\" : \"frame\\",
    "{ \"kind\" : \"frame\\x\" }",
    "{ \"kind\" : \"frame\\u0000work\" }",
    "{ \"kind\" : \"frame\nwork\" }",
    "{ 'kind' : 'framework' }",
    "{ /* a comment */ }",
    "{ // a comment\n }",
    "# a comment",
    "var framework = { }",
    "key: framework",
    "<framework/>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], -1, OCT_ERROR_BAD_TEXT, "This is not JSON: line ");
  assert_refused ("{\n\n  'kind' : 1 }", -1, OCT_ERROR_BAD_TEXT, "line 3");
  assert_refused ("{ \"kind\" : \"\xFF\" }", -1, OCT_ERROR_BAD_TEXT, "Save it as UTF-8");
  assert_refused ("{ \0 }", 5, OCT_ERROR_BAD_TEXT, "Save it as UTF-8");
  assert_refused ("", -1, OCT_ERROR_EMPTY_FILE, "empty");
  assert_refused ("\xEF\xBB\xBF", -1, OCT_ERROR_EMPTY_FILE, "empty");
  assert_refused (" \n\t ", -1, OCT_ERROR_EMPTY_FILE, "empty");
}

static void
test_deep (void)
{
  static const char *const openings[] = { "[", "{\"a\":", "[{\"a\":" };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      GString *text = g_string_new (NULL);

      for (guint depth = 0; depth < 100000; depth++)
        g_string_append (text, openings[i]);
      assert_refused (text->str, (gssize) text->len, OCT_ERROR_BAD_TEXT, "nested");
      g_string_free (text, TRUE);
    }
  /* Brackets within a text are no depth. */
  assert_refused ("{ \"kind\" : \"[[[[[[[[[[[[[[[[[[[[[[[[[[[[\" }", -1, OCT_ERROR_RULE, "[[[[");
}

static void
test_large (void)
{
  g_autofree char *text = g_strnfill (OCT_FRAMEWORK_FILE_MAX_BYTES + 1, ' ');
  g_autofree char *long_text = g_strnfill (20000, 'x');
  g_autofree char *quoted = g_strdup_printf ("\"name\" : \"%s\"", long_text);
  g_autofree char *spoiled = make_spoiled ("\"name\" : \"Not yet\"", quoted);

  assert_refused (text, OCT_FRAMEWORK_FILE_MAX_BYTES + 1, OCT_ERROR_TOO_LARGE, "larger than");
  assert_refused (text, OCT_FRAMEWORK_FILE_MAX_BYTES, OCT_ERROR_EMPTY_FILE, "empty");
  assert_refused (spoiled, -1, OCT_ERROR_RULE, "at most 100 characters");
}

/* Whatever byte is lost or turned, the file is read as valid or refused, and never crashes. */
static void
test_damaged (void)
{
  g_autoptr (OctFramework) framework = load ();
  g_autofree char *text = oct_framework_file_format (framework);
  gsize length = strlen (text);
  guint n_refused = 0;

  for (gsize i = 0; i < length; i += 97)
    {
      g_autofree char *damaged = g_memdup2 (text, length);
      g_autoptr (GBytes) cut = g_bytes_new (text, i);
      g_autoptr (GBytes) turned = NULL;
      g_autoptr (OctFramework) read = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_null (oct_framework_file_parse (cut, NULL));
      damaged[i] ^= (char) (1 << (i % 7));
      turned = g_bytes_new (damaged, length);
      read = oct_framework_file_parse (turned, &error);
      g_assert_true ((read == NULL) == (error != NULL));
      n_refused += read == NULL;
    }
  g_assert_cmpuint (n_refused, >, 0);
}

static void
test_lens_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lenses = oct_lens_file_load_built_in (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < lenses->len; i++)
    {
      g_autofree char *text = oct_lens_file_format (lenses->pdata[i]);
      g_autoptr (OctLens) again = oct_lens_file_parse_text (text, &error);
      g_autofree char *twice = NULL;

      g_assert_no_error (error);
      twice = oct_lens_file_format (again);
      g_assert_cmpstr (text, ==, twice);
      g_assert_cmpuint (oct_lens_get_items (again)->len, ==,
                        oct_lens_get_items (lenses->pdata[i])->len);
    }
}

#define LENS_BEGIN "{\"kind\":\"lens\",\"format\":1,\"key\":\"mine\",\"name\":\"Mine\","

static void
test_lens_refused (void)
{
  static const struct
  {
    const char *text;
    OctError code;
    const char *words;
  } cases[] = {
    { "{\"kind\":\"framework\",\"format\":1}", OCT_ERROR_RULE, "of the kind “framework”" },
    { "{\"kind\":\"lens\",\"format\":9}", OCT_ERROR_NEWER, "Update Octant" },
    { LENS_BEGIN "\"items\":{}}", OCT_ERROR_RULE, "“items” has to be a list" },
    { LENS_BEGIN "\"source\":\"\"}", OCT_ERROR_RULE, "“items” is missing" },
    { LENS_BEGIN "\"items\":[],\"colour\":\"red\"}", OCT_ERROR_RULE, "“colour” is not known" },
    { LENS_BEGIN "\"items\":[],\"items\":[]}", OCT_ERROR_BAD_TEXT, "“items” is there twice" },
    { LENS_BEGIN "\"items\":[[]]}", OCT_ERROR_RULE, "entry 1" },
    { LENS_BEGIN "\"items\":[{\"key\":\"a\",\"name\":\"A\"}]}", OCT_ERROR_RULE,
      "Item 1: “maps” is missing" },
    { LENS_BEGIN "\"items\":[{\"key\":\"a\",\"name\":\"A\",\"maps\":[\"e1\"]}]}", OCT_ERROR_RULE,
      "Item 1: entry 1" },
    { LENS_BEGIN "\"items\":[{\"key\":\"a\",\"name\":\"A\",\"maps\":[{}]}]}", OCT_ERROR_RULE,
      "“element” is missing" },
    { LENS_BEGIN "\"items\":[{\"key\":\"a\",\"name\":\"A\",\"maps\":[{\"element\":\"E 1\"}]}]}",
      OCT_ERROR_RULE, "can’t be a key" },
    { LENS_BEGIN "\"items\":[{\"key\":\"a\",\"name\":\" \",\"maps\":[]}]}", OCT_ERROR_RULE,
      "Item 1: give it a name" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (oct_lens_file_parse_text (cases[i].text, &error));
      g_assert_error (error, OCT_ERROR, (int) cases[i].code);
      if (strstr (error->message, cases[i].words) == NULL)
        g_error ("“%s” does not say “%s”", error->message, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/framework-file/what is written is read again", test_round_trip);
  g_test_add_func ("/framework-file/so is what an editor makes of it", test_edited_round_trip);
  g_test_add_func ("/framework-file/what is wrong is said with its place", test_spoiled);
  g_test_add_func ("/framework-file/lists are lists", test_lists);
  g_test_add_func ("/framework-file/what is not JSON is refused", test_not_json);
  g_test_add_func ("/framework-file/nesting has an end", test_deep);
  g_test_add_func ("/framework-file/size has an end", test_large);
  g_test_add_func ("/framework-file/damage is survived", test_damaged);
  g_test_add_func ("/lens-file/what is written is read again", test_lens_round_trip);
  g_test_add_func ("/lens-file/what is wrong is said", test_lens_refused);
  return g_test_run ();
}
