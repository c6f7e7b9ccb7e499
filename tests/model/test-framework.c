/* A framework is found by its keys, is refused with words that say what to do, becomes another version
 * when it is edited, and never loses what somebody may have judged by.
 */
#include <string.h>

#include "framework-sample.h"
#include "oct-error.h"

static void
assert_refused (GError **error, OctError code, const char *words)
{
  g_assert_error (*error, OCT_ERROR, (int) code);
  if (strstr ((*error)->message, words) == NULL)
    g_error ("“%s” does not say “%s”", (*error)->message, words);
  g_clear_error (error);
}

static void
test_lookup (void)
{
  g_autoptr (OctFramework) framework = framework_sample_new ();
  const OctElement *third = oct_framework_get_element (framework, 3);
  const OctElement *owner = NULL;

  g_assert_cmpstr (oct_framework_get_key (framework), ==, "sample");
  g_assert_cmpint (oct_framework_get_version (framework), ==, 1);
  g_assert_cmpuint (oct_framework_get_elements (framework)->len, ==, OCT_N_ELEMENTS);
  g_assert_true (oct_framework_find_element (framework, "e3") == third);
  g_assert_null (oct_framework_find_element (framework, "e9"));
  g_assert_null (oct_framework_get_element (framework, 0));
  g_assert_null (oct_framework_get_element (framework, 9));
  g_assert_cmpint (oct_framework_find_stage (framework, "high"), ==, 2);
  g_assert_cmpint (oct_framework_find_stage (framework, "gone"), ==, OCT_STAGE_NONE);
  g_assert_cmpint (oct_framework_find_stage (framework, NULL), ==, OCT_STAGE_NONE);
  g_assert_cmpstr (oct_framework_stage_name (framework, 1), ==, "Middling");
  g_assert_cmpstr (oct_framework_stage_name (framework, OCT_STAGE_NONE), ==, "Not judged");
  g_assert_cmpstr (oct_framework_stage_name (framework, 3), ==, "Not judged");
  g_assert_cmpstr (oct_framework_get_descriptor (framework, "e5", "mid"), ==, "It is middling");
  g_assert_cmpstr (oct_framework_get_descriptor (framework, "e5", "gone"), ==, "");
  g_assert_cmpstr (oct_element_find_aspect (third, "b")->question, ==, "What of b?");
  g_assert_null (oct_element_find_aspect (third, "z"));
  g_assert_nonnull (oct_framework_find_indicator (framework, "3y", &owner));
  g_assert_true (owner == third);
  g_assert_null (oct_framework_find_indicator (framework, "9y", NULL));
}

static void
test_words (void)
{
  for (guint i = OCT_INDICATOR_HIGHER; i <= OCT_INDICATOR_CONTEXT; i++)
    {
      OctIndicatorDirection direction = OCT_INDICATOR_HIGHER;
      const char *key = oct_indicator_direction_to_key ((OctIndicatorDirection) i);

      g_assert_true (oct_indicator_direction_from_key (key, &direction));
      g_assert_cmpuint (direction, ==, i);
    }
  for (guint i = OCT_INDICATOR_PUBLIC; i <= OCT_INDICATOR_TRUST; i++)
    {
      OctIndicatorSource source = OCT_INDICATOR_PUBLIC;
      const char *key = oct_indicator_source_to_key ((OctIndicatorSource) i);

      g_assert_true (oct_indicator_source_from_key (key, &source));
      g_assert_cmpuint (source, ==, i);
    }
  g_assert_false (oct_indicator_direction_from_key ("sideways", &(OctIndicatorDirection) { 0 }));
  g_assert_false (oct_indicator_source_from_key (NULL, &(OctIndicatorSource) { 0 }));
  g_assert_cmpstr (oct_indicator_direction_to_mark (OCT_INDICATOR_LOWER), ==, "↓");
}

/* A judgement under a version keeps its words, whatever later versions do. */
static void
test_edit_leaves_the_old_version (void)
{
  g_autoptr (OctFramework) first = framework_sample_new ();
  g_autoptr (OctFrameworkBuilder) edit = oct_framework_builder_new_edit (first, first);
  g_autoptr (OctFramework) second = NULL;
  g_autoptr (GError) error = NULL;

  oct_framework_builder_set_element_text (edit, "e2", OCT_ELEMENT_NAME, "  Another name ", NULL);
  oct_framework_builder_set_descriptor (edit, "e2", "low", "It is as low as can be", NULL);
  oct_framework_builder_set_stage_text (edit, "high", OCT_STAGE_NAME, "Highest", NULL);
  second = oct_framework_builder_build (edit, &error);

  g_assert_no_error (error);
  g_assert_cmpint (oct_framework_get_version (second), ==, 2);
  g_assert_cmpstr (oct_framework_find_element (second, "e2")->name, ==, "Another name");
  g_assert_cmpstr (oct_framework_get_descriptor (second, "e2", "low"), ==,
                   "It is as low as can be");
  g_assert_cmpstr (oct_framework_stage_name (second, 2), ==, "Highest");
  g_assert_cmpint (oct_framework_get_version (first), ==, 1);
  g_assert_cmpstr (oct_framework_find_element (first, "e2")->name, ==, "Element number 2");
  g_assert_cmpstr (oct_framework_get_descriptor (first, "e2", "low"), ==, "It is low");
  g_assert_cmpstr (oct_framework_stage_name (first, 2), ==, "High");
}

static void
test_built_stays_as_it_is (void)
{
  g_autoptr (OctFrameworkBuilder) builder = framework_sample_new_builder ();
  g_autoptr (OctFramework) built = oct_framework_builder_build (builder, NULL);

  oct_framework_builder_set_name (builder, "Something else");
  oct_framework_builder_remove_aspect (builder, "e1", "a", NULL);

  g_assert_cmpstr (oct_framework_get_name (built), ==, "A sample");
  g_assert_nonnull (oct_element_find_aspect (oct_framework_get_element (built, 1), "a"));
}

static void
test_used_is_retired_not_removed (void)
{
  g_autoptr (OctFramework) first = framework_sample_new ();
  g_autoptr (OctFrameworkBuilder) edit = oct_framework_builder_new_edit (first, first);
  g_autoptr (OctFramework) second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (oct_framework_builder_remove_aspect (edit, "e1", "a", &error));
  assert_refused (&error, OCT_ERROR_RULE, "Retire it instead");
  g_assert_false (oct_framework_builder_remove_indicator (edit, "4y", &error));
  assert_refused (&error, OCT_ERROR_RULE, "Retire it instead");
  g_assert_false (oct_framework_builder_remove_stage (edit, "low", &error));
  assert_refused (&error, OCT_ERROR_RULE, "Retire it instead");

  g_assert_true (oct_framework_builder_retire_aspect (edit, "e1", "a", TRUE, &error));
  g_assert_true (oct_framework_builder_retire_indicator (edit, "4y", TRUE, &error));
  g_assert_true (oct_framework_builder_retire_stage (edit, "mid", TRUE, &error));
  second = oct_framework_builder_build (edit, &error);
  g_assert_no_error (error);
  g_assert_true (oct_element_find_aspect (oct_framework_get_element (second, 1), "a")->retired);
  g_assert_true (oct_framework_find_indicator (second, "4y", NULL)->retired);
  /* What was judged by the stage is still read by its name, but it is no step of a picture. */
  g_assert_cmpstr (oct_framework_stage_name (second, oct_framework_find_stage (second, "mid")), ==,
                   "Middling");
  g_assert_cmpint (oct_framework_find_step (second, "mid"), ==, OCT_STAGE_NONE);
  g_assert_cmpint (oct_framework_find_step (second, "high"), ==, 1);
  g_assert_cmpint (oct_framework_find_step (second, NULL), ==, OCT_STAGE_NONE);
}

/* A version that nobody judged by may lose what an older, used one never had. */
static void
test_unused_is_removed (void)
{
  g_autoptr (OctFramework) first = framework_sample_new ();
  g_autoptr (OctFrameworkBuilder) edit = oct_framework_builder_new_edit (first, first);
  g_autoptr (OctFramework) second = NULL;
  g_autoptr (OctFramework) third = NULL;
  g_autoptr (OctFrameworkBuilder) again = NULL;
  g_autoptr (GError) error = NULL;
  OctAspect aspect = { .key = (char *) "new", .name = (char *) "New", .question = (char *) "New?" };

  g_assert_true (oct_framework_builder_add_aspect (edit, "e1", &aspect, 0, &error));
  second = oct_framework_builder_build (edit, &error);
  g_assert_no_error (error);
  again = oct_framework_builder_new_edit (second, first);
  g_assert_true (oct_framework_builder_remove_aspect (again, "e1", "new", &error));
  g_assert_false (oct_framework_builder_remove_aspect (again, "e1", "a", NULL));
  third = oct_framework_builder_build (again, &error);
  g_assert_no_error (error);
  g_assert_cmpint (oct_framework_get_version (third), ==, 3);
  g_assert_true (oct_framework_equal (first, third));
}

static void
test_new_stage_wants_descriptors (void)
{
  g_autoptr (OctFramework) first = framework_sample_new ();
  g_autoptr (OctFrameworkBuilder) edit = oct_framework_builder_new_edit (first, first);
  g_autoptr (OctFramework) second = NULL;
  g_auto (GStrv) steps = NULL;
  g_autoptr (GError) error = NULL;
  OctStage stage = { (char *) "between", (char *) "Between", (char *) "Past the beginning", FALSE };

  g_assert_true (oct_framework_builder_add_stage (edit, &stage, 1, &error));
  g_assert_null (oct_framework_builder_build (edit, &error));
  assert_refused (&error, OCT_ERROR_RULE, "Element 1, stage “Between”");
  for (guint number = 1; number <= OCT_N_ELEMENTS; number++)
    {
      g_autofree char *key = g_strdup_printf ("e%u", number);

      g_assert_true (oct_framework_builder_set_descriptor (edit, key, "between", "So so", &error));
      if (number != 3 && number != 8)
        {
          g_assert_null (oct_framework_builder_build (edit, NULL));
          g_assert_true (oct_framework_builder_set_school_descriptor (edit, key, "between",
                                                                      "So so here", &error));
        }
    }
  second = oct_framework_builder_build (edit, &error);
  g_assert_no_error (error);
  steps = oct_framework_dup_step_names (second);
  g_assert_cmpuint (g_strv_length (steps), ==, 4);
  g_assert_cmpstr (steps[1], ==, "Between");
  /* The others kept their own. */
  g_assert_cmpstr (oct_framework_get_descriptor (second, "e8", "low"), ==, "It is low");
  g_assert_cmpstr (oct_framework_get_descriptor (second, "e8", "between"), ==, "So so");
  g_assert_cmpstr (oct_framework_get_descriptor (second, "e8", "mid"), ==, "It is middling");
  g_assert_cmpstr (oct_framework_get_descriptor (second, "e8", "high"), ==, "It is high");
  g_assert_cmpstr (oct_framework_get_school_descriptor (second, "e7", "mid"), ==,
                   "We are middling");
  g_assert_cmpstr (oct_framework_get_school_descriptor (second, "e7", "between"), ==, "So so here");
  g_assert_cmpstr (oct_framework_get_school_descriptor (second, "e8", "mid"), ==, "");
}

static void
test_remove_new_stage (void)
{
  g_autoptr (OctFramework) first = framework_sample_new ();
  g_autoptr (OctFrameworkBuilder) edit = oct_framework_builder_new_edit (first, first);
  g_autoptr (OctFramework) draft = NULL;
  OctStage stage = { (char *) "between", (char *) "Between", (char *) "Past the beginning", FALSE };

  g_assert_true (oct_framework_builder_add_stage (edit, &stage, 1, NULL));
  g_assert_true (oct_framework_builder_remove_stage (edit, "between", NULL));
  draft = oct_framework_builder_peek (edit);
  g_assert_true (oct_framework_equal (first, draft));
}

static void
test_nothing_changed (void)
{
  g_autoptr (OctFramework) first = framework_sample_new ();
  g_autoptr (OctFrameworkBuilder) edit = oct_framework_builder_new_edit (first, first);
  g_autoptr (GError) error = NULL;

  g_assert_null (oct_framework_builder_build (edit, &error));
  assert_refused (&error, OCT_ERROR_RULE, "Nothing differs from version 1");
}

static void
test_unknown_keys (void)
{
  g_autoptr (OctFrameworkBuilder) builder = framework_sample_new_builder ();
  g_autoptr (GError) error = NULL;

  g_assert_false (oct_framework_builder_set_stage_text (builder, "no", OCT_STAGE_NAME, "", &error));
  assert_refused (&error, OCT_ERROR_NOT_FOUND, "no stage “no”");
  g_assert_false (
    oct_framework_builder_set_element_text (builder, "no", OCT_ELEMENT_NAME, "", &error));
  assert_refused (&error, OCT_ERROR_NOT_FOUND, "no element “no”");
  g_assert_false (oct_framework_builder_set_descriptor (builder, "e1", "no", "", &error));
  assert_refused (&error, OCT_ERROR_NOT_FOUND, "no stage “no”");
  g_assert_false (oct_framework_builder_move_aspect (builder, "e1", "no", 0, &error));
  assert_refused (&error, OCT_ERROR_NOT_FOUND, "no aspect “no”");
  g_assert_false (oct_framework_builder_move_indicator (builder, "no", 0, &error));
  assert_refused (&error, OCT_ERROR_NOT_FOUND, "no indicator “no”");
}

static void
test_taken_keys (void)
{
  g_autoptr (OctFrameworkBuilder) builder = framework_sample_new_builder ();
  g_autoptr (GError) error = NULL;
  OctStage stage = { .key = (char *) "mid" };
  OctElement element = { .key = (char *) "e4" };
  OctAspect aspect = { .key = (char *) "b" };
  OctIndicator indicator = { .key = (char *) "7x" };

  g_assert_false (oct_framework_builder_add_stage (builder, &stage, -1, &error));
  assert_refused (&error, OCT_ERROR_RULE, "another key");
  g_assert_false (oct_framework_builder_add_element (builder, &element, &error));
  assert_refused (&error, OCT_ERROR_RULE, "another key");
  g_assert_false (oct_framework_builder_add_aspect (builder, "e1", &aspect, -1, &error));
  assert_refused (&error, OCT_ERROR_RULE, "another key");
  /* An indicator's key is taken wherever it stands. */
  g_assert_false (oct_framework_builder_add_indicator (builder, "e1", &indicator, -1, &error));
  assert_refused (&error, OCT_ERROR_RULE, "another key");
}

static void
test_make_key (void)
{
  g_autoptr (OctFrameworkBuilder) builder = framework_sample_new_builder ();
  static const struct
  {
    const char *name;
    const char *key;
  } cases[] = {
    { "Reading for all", "reading-for-all" },
    { "  Pupils’ café & St. Mary's ", "pupils-cafe-st-marys" },
    { "A", "a-2" },   /* an aspect has it */
    { "7x", "7x-2" }, /* an indicator has it */
    { "???", "item" },
    { "読書", "item" },
    { "An aspect whose name goes on and on until nobody can remember how it began", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = oct_framework_builder_make_key (builder, "e1", cases[i].name);
      OctAspect aspect = { .key = key, .name = (char *) "New", .question = (char *) "New?" };
      g_autoptr (GError) error = NULL;
      g_autoptr (OctFramework) built = NULL;

      if (cases[i].key != NULL)
        g_assert_cmpstr (key, ==, cases[i].key);
      g_assert_true (oct_framework_builder_add_aspect (builder, "e1", &aspect, -1, &error));
      built = oct_framework_builder_build (builder, &error);
      g_assert_no_error (error);
      g_assert_true (oct_framework_builder_remove_aspect (builder, "e1", key, &error));
    }
}

/* What a text may not be, and what is said of it. */
static void
test_element_texts (void)
{
  static const struct
  {
    OctElementText which;
    const char *text;
    const char *words;
  } cases[] = {
    { OCT_ELEMENT_NAME, " \n", "Element 2: give it a name." },
    { OCT_ELEMENT_NAME, "Element number 1", "“Element number 1” is there twice" },
    { OCT_ELEMENT_NAME, "element NUMBER, 1", "is there twice" },
    { OCT_ELEMENT_NAME, "Bell \a", "can’t be shown" },
    { OCT_ELEMENT_NAME, "Turned \xE2\x80\xAE round", "can’t be shown" },
    { OCT_ELEMENT_NAME, "Half a letter \xC3", "UTF-8" },
    { OCT_ELEMENT_SHORT_NAME, "", "short name for pictures" },
    { OCT_ELEMENT_SHORT_NAME, "Longer than a sector is wide", "at most 24 characters" },
    { OCT_ELEMENT_ICON, "", "symbolic icon" },
    { OCT_ELEMENT_ICON, "../../etc/passwd-symbolic", "no symbolic icon" },
    { OCT_ELEMENT_ICON, "octant-coloured", "no symbolic icon" },
    { OCT_ELEMENT_SUMMARY, "", "say in a sentence what it is" },
    { OCT_ELEMENT_ASKS, "", "say what it asks of a trust" },
    { OCT_ELEMENT_GIVE_QUESTION, "", "what it gives" },
    { OCT_ELEMENT_GAIN_QUESTION, "", "what it gains" },
    { OCT_ELEMENT_GAIN_QUESTION, "We gain a lot.", "with a question mark" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OctFrameworkBuilder) builder = framework_sample_new_builder ();
      g_autoptr (GError) error = NULL;

      g_assert_true (oct_framework_builder_set_element_text (builder, "e2", cases[i].which,
                                                             cases[i].text, &error));
      g_assert_null (oct_framework_builder_build (builder, &error));
      assert_refused (&error, OCT_ERROR_RULE, cases[i].words);
    }
}

static void
test_long_text (void)
{
  g_autoptr (OctFrameworkBuilder) builder = framework_sample_new_builder ();
  g_autofree char *just = g_strnfill (OCT_FRAMEWORK_MAX_TEXT, 'e');
  g_autofree char *more = g_strconcat (just, "e", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (OctFramework) built = NULL;

  oct_framework_builder_set_descriptor (builder, "e1", "low", just, NULL);
  built = oct_framework_builder_build (builder, &error);
  g_assert_no_error (error);
  oct_framework_builder_set_descriptor (builder, "e1", "low", more, NULL);
  g_assert_null (oct_framework_builder_build (builder, &error));
  assert_refused (&error, OCT_ERROR_RULE, "at most 1000 characters");
}

static void
test_items (void)
{
  g_autoptr (OctFrameworkBuilder) builder = framework_sample_new_builder ();
  g_autoptr (GError) error = NULL;

  oct_framework_builder_set_aspect_text (builder, "e1", "a", OCT_ASPECT_QUESTION, "Answer!", NULL);
  g_assert_null (oct_framework_builder_build (builder, &error));
  assert_refused (&error, OCT_ERROR_RULE, "Element 1, aspect “a”: end “Answer!”");
  oct_framework_builder_set_aspect_text (builder, "e1", "a", OCT_ASPECT_QUESTION, "So?", NULL);

  oct_framework_builder_set_aspect_text (builder, "e1", "a", OCT_ASPECT_NAME, "Aspect B", NULL);
  g_assert_null (oct_framework_builder_build (builder, &error));
  assert_refused (&error, OCT_ERROR_RULE, "is there twice");
  /* A retired one may share its name with its heir. */
  oct_framework_builder_retire_aspect (builder, "e1", "a", TRUE, NULL);

  oct_framework_builder_set_indicator_text (builder, "1x", OCT_INDICATOR_UNIT, "", NULL);
  g_assert_null (oct_framework_builder_build (builder, &error));
  assert_refused (&error, OCT_ERROR_RULE, "Element 1, indicator “1x”: give its unit.");
  oct_framework_builder_set_indicator_text (builder, "1x", OCT_INDICATOR_UNIT, "%", NULL);

  oct_framework_builder_set_judged (builder, "e1", OCT_JUDGED_BY_SCHOOLS, NULL);
  g_assert_null (oct_framework_builder_build (builder, &error));
  assert_refused (&error, OCT_ERROR_RULE, "judged for the trust");
  oct_framework_builder_set_judged (builder, "e1", OCT_JUDGED_BY_TRUST, NULL);

  oct_framework_builder_set_school_descriptor (builder, "e2", "mid", "", NULL);
  g_assert_null (oct_framework_builder_build (builder, &error));
  assert_refused (&error, OCT_ERROR_RULE, "Element 2, stage “Middling”: describe what a school");
  oct_framework_builder_set_school_descriptor (builder, "e2", "mid", "We again", NULL);

  oct_framework_builder_retire_stage (builder, "low", TRUE, NULL);
  oct_framework_builder_retire_stage (builder, "mid", TRUE, NULL);
  g_assert_null (oct_framework_builder_build (builder, &error));
  assert_refused (&error, OCT_ERROR_RULE, "2 at least and 7 at most");
  oct_framework_builder_retire_stage (builder, "mid", FALSE, NULL);
  g_assert_null (error);
  g_object_unref (oct_framework_builder_build (builder, &error));
  g_assert_no_error (error);
}

static void
test_incomplete (void)
{
  g_autoptr (OctFrameworkBuilder) builder = oct_framework_builder_new ("Big Key", 0);
  g_autoptr (OctFrameworkBuilder) second = oct_framework_builder_new ("fine", 0);
  g_autoptr (OctFrameworkBuilder) third = oct_framework_builder_new ("fine", 1);
  g_autoptr (GError) error = NULL;
  OctStage stage = { (char *) "s", (char *) "S", (char *) "S is it", FALSE };
  OctStage other = { (char *) "t", (char *) "T", (char *) "T is it", FALSE };

  g_assert_null (oct_framework_builder_build (builder, &error));
  assert_refused (&error, OCT_ERROR_RULE, "“Big Key” can’t be a key");
  g_assert_null (oct_framework_builder_build (second, &error));
  assert_refused (&error, OCT_ERROR_RULE, "Number versions from 1");
  oct_framework_builder_set_name (third, "Third");
  g_assert_null (oct_framework_builder_build (third, &error));
  assert_refused (&error, OCT_ERROR_RULE, "Stages: 0 are in use");
  oct_framework_builder_add_stage (third, &stage, -1, NULL);
  oct_framework_builder_add_stage (third, &other, -1, NULL);
  g_assert_null (oct_framework_builder_build (third, &error));
  assert_refused (&error, OCT_ERROR_RULE, "The model has 8");
}

static void
test_too_many_descriptors (void)
{
  g_autoptr (OctFrameworkBuilder) builder = oct_framework_builder_new ("fine", 1);
  g_autoptr (GError) error = NULL;
  char *descriptors[] = { (char *) "What stage is this?", NULL };
  OctElement element = { .number = 1, .key = (char *) "e1", .descriptors = descriptors };

  g_assert_false (oct_framework_builder_add_element (builder, &element, &error));
  assert_refused (&error, OCT_ERROR_RULE, "belong to no stage");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/framework/what is in it is found by its key", test_lookup);
  g_test_add_func ("/framework/directions and sources have names", test_words);
  g_test_add_func ("/framework/an edit leaves the old version as it was",
                   test_edit_leaves_the_old_version);
  g_test_add_func ("/framework/what was built stays as it is", test_built_stays_as_it_is);
  g_test_add_func ("/framework/what was used is retired, not removed",
                   test_used_is_retired_not_removed);
  g_test_add_func ("/framework/what nobody used can go again", test_unused_is_removed);
  g_test_add_func ("/framework/a new stage wants a descriptor for each element",
                   test_new_stage_wants_descriptors);
  g_test_add_func ("/framework/a new stage can go again with its descriptors",
                   test_remove_new_stage);
  g_test_add_func ("/framework/an edit that changes nothing is no version", test_nothing_changed);
  g_test_add_func ("/framework/what isn't there is said", test_unknown_keys);
  g_test_add_func ("/framework/a key is given once", test_taken_keys);
  g_test_add_func ("/framework/a name becomes a key that is free", test_make_key);
  g_test_add_func ("/framework/an element's texts are checked", test_element_texts);
  g_test_add_func ("/framework/a text has a longest length", test_long_text);
  g_test_add_func ("/framework/aspects, indicators and stages are checked", test_items);
  g_test_add_func ("/framework/a framework that is incomplete is refused", test_incomplete);
  g_test_add_func ("/framework/a descriptor without a stage is refused", test_too_many_descriptors);
  return g_test_run ();
}
