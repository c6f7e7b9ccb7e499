/* Every edit that can be made is told in one sentence, and only that one; two versions are equal
 * exactly where there is nothing to tell.
 */
#include <string.h>

#include "framework-sample.h"
#include "oct-framework-draft.h"

static const OctStage new_stage = { (char *) "top", (char *) "Top", (char *) "Past high", FALSE };
static const OctAspect new_aspect = { .key = (char *) "d",
                                      .name = (char *) "Aspect d",
                                      .question = (char *) "What of d?" };
static const OctIndicator new_indicator = { .key = (char *) "1z",
                                            .name = (char *) "Indicator 1z",
                                            .definition = (char *) "That out of this",
                                            .unit = (char *) "pupils" };

/* One edit of each kind; @step says which, and FALSE is returned past the last. */
static gboolean
make_edit (OctFrameworkBuilder *edit, guint step)
{
  switch (step)
    {
    case 0:
      oct_framework_builder_set_name (edit, "Another sample");
      return TRUE;
    case 1:
      oct_framework_builder_set_source (edit, "Somebody's paper");
      return TRUE;
    case 2:
      return oct_framework_builder_add_stage (edit, &new_stage, -1, NULL);
    case 3:
      return oct_framework_builder_set_stage_text (edit, "mid", OCT_STAGE_NAME, "Fair", NULL);
    case 4:
      return oct_framework_builder_set_stage_text (edit, "mid", OCT_STAGE_MEANING, "Half", NULL);
    case 5:
      return oct_framework_builder_retire_stage (edit, "mid", TRUE, NULL);
    case 6:
      return oct_framework_builder_set_element_text (edit, "e4", OCT_ELEMENT_NAME, "Four", NULL);
    case 7:
      return oct_framework_builder_set_element_text (edit, "e4", OCT_ELEMENT_SHORT_NAME, "4", NULL);
    case 8:
      return oct_framework_builder_set_element_text (edit, "e4", OCT_ELEMENT_ICON, "x-symbolic",
                                                     NULL);
    case 9:
      return oct_framework_builder_set_element_text (edit, "e4", OCT_ELEMENT_SOURCE, "Page 4",
                                                     NULL);
    case 10:
      return oct_framework_builder_set_element_text (edit, "e4", OCT_ELEMENT_SUMMARY, "Is.", NULL);
    case 11:
      return oct_framework_builder_set_element_text (edit, "e4", OCT_ELEMENT_ASKS, "Asks.", NULL);
    case 12:
      return oct_framework_builder_set_element_text (edit, "e4", OCT_ELEMENT_GIVE_QUESTION, "Give?",
                                                     NULL);
    case 13:
      return oct_framework_builder_set_element_text (edit, "e4", OCT_ELEMENT_GAIN_QUESTION, "Gain?",
                                                     NULL);
    case 14:
      return oct_framework_builder_set_judged (edit, "e4", OCT_JUDGED_BY_TRUST, NULL);
    case 15:
      return oct_framework_builder_set_judged (edit, "e3",
                                               OCT_JUDGED_BY_TRUST | OCT_JUDGED_BY_SCHOOLS, NULL);
    case 16:
      return oct_framework_builder_set_descriptor (edit, "e4", "high", "Up", NULL);
    case 17:
      return oct_framework_builder_add_aspect (edit, "e4", &new_aspect, 1, NULL);
    case 18:
      return oct_framework_builder_remove_aspect (edit, "e4", "b", NULL);
    case 19:
      return oct_framework_builder_set_aspect_text (edit, "e4", "b", OCT_ASPECT_NAME, "Bee", NULL);
    case 20:
      return oct_framework_builder_set_aspect_text (edit, "e4", "b", OCT_ASPECT_QUESTION, "B?",
                                                    NULL);
    case 21:
      return oct_framework_builder_set_aspect_text (edit, "e4", "b", OCT_ASPECT_GROUP, "Bs", NULL);
    case 22:
      return oct_framework_builder_set_aspect_text (edit, "e4", "b", OCT_ASPECT_SOURCE, "Book",
                                                    NULL);
    case 23:
      return oct_framework_builder_retire_aspect (edit, "e4", "b", TRUE, NULL);
    case 24:
      return oct_framework_builder_move_aspect (edit, "e4", "a", -1, NULL);
    case 25:
      return oct_framework_builder_move_aspect (edit, "e4", "c", 0, NULL);
    case 26:
      return oct_framework_builder_add_indicator (edit, "e4", &new_indicator, 0, NULL);
    case 27:
      return oct_framework_builder_remove_indicator (edit, "4y", NULL);
    case 28:
      return oct_framework_builder_set_indicator_text (edit, "4y", OCT_INDICATOR_NAME, "Why", NULL);
    case 29:
      return oct_framework_builder_set_indicator_text (edit, "4y", OCT_INDICATOR_DEFINITION, "Y",
                                                       NULL);
    case 30:
      return oct_framework_builder_set_indicator_text (edit, "4y", OCT_INDICATOR_UNIT, "days",
                                                       NULL);
    case 31:
      return oct_framework_builder_set_indicator_text (edit, "4y", OCT_INDICATOR_AIM, "to 100",
                                                       NULL);
    case 32:
      return oct_framework_builder_set_indicator_text (edit, "4y", OCT_INDICATOR_PUBLISHED, "Table",
                                                       NULL);
    case 33:
      return oct_framework_builder_set_indicator_direction (edit, "4y", OCT_INDICATOR_LOWER, NULL);
    case 34:
      return oct_framework_builder_set_indicator_direction (edit, "4y", OCT_INDICATOR_CONTEXT,
                                                            NULL);
    case 35:
      return oct_framework_builder_set_indicator_source (edit, "4y", OCT_INDICATOR_PUBLIC, NULL);
    case 36:
      return oct_framework_builder_retire_indicator (edit, "4y", TRUE, NULL);
    case 37:
      return oct_framework_builder_move_indicator (edit, "4y", 0, NULL);
    case 38:
      return oct_framework_builder_set_school_descriptor (edit, "e4", "high", "Up", NULL);
    case 39:
      oct_framework_builder_set_guidance (edit, "Choose well.");
      return TRUE;
    default:
      return FALSE;
    }
}

static const char *const sentences[] = {
  "The framework is now called “Another sample”; it was “A sample”.",
  "Changed the source of the framework.",
  "Added the stage “Top” as step 4.",
  "The stage “Middling” is now called “Fair”.",
  "Reworded what the stage “Middling” means.",
  "Retired the stage “Middling”.",
  "Element 4 is now called “Four”; it was “Element number 4”.",
  "The short name of element 4 is now “4”; it was “Short 4”.",
  "Changed the icon of “Element number 4”.",
  "Changed the source of “Element number 4”.",
  "Reworded the summary of “Element number 4”.",
  "Reworded what “Element number 4” asks of a trust.",
  "Reworded what schools are asked about giving in “Element number 4”.",
  "Reworded what schools are asked about gaining in “Element number 4”.",
  "“Element number 4” is now judged by the trust alone.",
  "“Element number 3” is now judged by the trust and its schools.",
  "Reworded how “Element number 4” looks at the stage “High”.",
  "Added the aspect “Aspect d” to “Element number 4”.",
  "Removed the aspect “Aspect b” of “Element number 4”.",
  "The aspect “Aspect b” of “Element number 4” is now called “Bee”.",
  "Reworded the question of “Aspect b” in “Element number 4”.",
  "The aspect “Aspect b” of “Element number 4” is now in the group “Bs”.",
  "Changed the source of “Aspect b” in “Element number 4”.",
  "Retired the aspect “Aspect b” of “Element number 4”.",
  "Moved the aspect “Aspect a” of “Element number 4” after “Aspect c”.",
  "Moved the aspect “Aspect c” of “Element number 4” to the beginning.",
  "Added the indicator “Indicator 1z” to “Element number 4”.",
  "Removed the indicator “Indicator 4y” of “Element number 4”.",
  "The indicator “Indicator 4y” is now called “Why”.",
  "Changed the definition of the indicator “Indicator 4y”.",
  "The indicator “Indicator 4y” is now given in “days”; before, in “%”.",
  "Changed the aim of the indicator “Indicator 4y”.",
  "Changed the published tables of the indicator “Indicator 4y”.",
  "For the indicator “Indicator 4y”, lower is now better.",
  "The indicator “Indicator 4y” now gives context: neither higher nor lower is better.",
  "The indicator “Indicator 4y” is now counted from published tables.",
  "Retired the indicator “Indicator 4y”.",
  NULL, /* two indicators change places, which either of them may be told to have done */
  "Reworded how “Element number 4” looks in a school at the stage “High”.",
  "Reworded how to choose a stage.",
};

static void
test_each_edit (void)
{
  g_autoptr (OctFramework) first = framework_sample_new ();

  for (guint step = 0; step < G_N_ELEMENTS (sentences); step++)
    {
      g_autoptr (OctFrameworkBuilder) edit = oct_framework_builder_new_edit (first, NULL);
      g_autoptr (OctFramework) second = NULL;
      g_auto (GStrv) changes = NULL;

      g_assert_true (make_edit (edit, step));
      second = oct_framework_builder_peek (edit);
      changes = oct_framework_describe_changes (first, second);
      g_assert_cmpuint (g_strv_length (changes), ==, 1);
      if (sentences[step] != NULL)
        g_assert_cmpstr (changes[0], ==, sentences[step]);
      g_assert_false (oct_framework_equal (first, second));
    }
}

/* A draft is kept as rows: whatever an edit does has to come back out of them. */
static void
test_each_edit_as_rows (void)
{
  g_autoptr (OctFramework) first = framework_sample_new ();

  for (guint step = 0; step < G_N_ELEMENTS (sentences); step++)
    {
      g_autoptr (OctFrameworkBuilder) edit = oct_framework_builder_new_edit (first, NULL);
      g_autoptr (OctFramework) second = NULL;
      g_autoptr (OctFramework) again = NULL;
      g_autoptr (GHashTable) rows = NULL;
      g_autoptr (GHashTable) left = NULL;

      g_assert_true (make_edit (edit, step));
      /* What was judged by can only be retired. */
      if (g_str_has_prefix (sentences[step] != NULL ? sentences[step] : "", "Removed"))
        continue;
      second = oct_framework_builder_peek (edit);
      rows = oct_framework_draft_diff (first, second);
      g_assert_cmpuint (g_hash_table_size (rows), >, 0);
      again = oct_framework_draft_apply (first, rows);
      g_assert_true (oct_framework_equal (second, again));
      g_assert_cmpint (oct_framework_get_version (again), ==, 2);
      left = oct_framework_draft_diff (second, again);
      g_assert_cmpuint (g_hash_table_size (left), ==, 0);
    }
}

static void
test_moved_stage (void)
{
  g_autoptr (OctFramework) first = framework_sample_new ();
  g_autoptr (OctFrameworkBuilder) edit = oct_framework_builder_new_draft (first, first);
  g_autoptr (OctFramework) second = NULL;
  g_autoptr (OctFramework) again = NULL;
  g_autoptr (GHashTable) rows = NULL;

  g_assert_true (oct_framework_builder_move_stage (edit, "low", -1, NULL));
  second = oct_framework_builder_build (edit, NULL);
  g_assert_nonnull (second);
  g_assert_cmpint (oct_framework_find_step (second, "low"), ==, 2);
  g_assert_cmpstr (oct_framework_get_descriptor (second, "e1", "low"), ==, "It is low");
  g_assert_cmpstr (oct_framework_get_school_descriptor (second, "e1", "high"), ==, "We are high");
  rows = oct_framework_draft_diff (first, second);
  g_assert_cmpuint (g_hash_table_size (rows), ==, 1);
  again = oct_framework_draft_apply (first, rows);
  g_assert_true (oct_framework_equal (second, again));

  g_assert_true (oct_framework_builder_move_stage (edit, "low", 0, NULL));
  g_assert_false (oct_framework_builder_move_stage (edit, "none", 0, NULL));
  g_clear_object (&again);
  again = oct_framework_builder_peek (edit);
  g_assert_true (oct_framework_equal (first, again));
}

/* Rows come from a file that anybody may have made. */
static void
test_rows_of_anybody (void)
{
  static const char *const rows[][2] = {
    { "stages", "high high no/key  low UPPER" },
    { "element/e1/indicators", "2x 1y new 1y" },
    { "element/e2/indicators", "new" },
    { "element/none/name", "Nobody" },
    { "element/e1/aspects", "" },
    { "element/e1/judged", "everybody" },
    { "element/e1/indicator/1x/direction", "sideways" },
    { "element/e1/name", "\xff\xfe" },
    { "", "x" },
    { "element/e1/indicator/new/name", "New" },
  };
  g_autoptr (OctFramework) first = framework_sample_new ();
  g_autoptr (GHashTable) table = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (OctFramework) draft = NULL;
  const OctElement *element;
  const OctElement *of = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_hash_table_insert (table, (gpointer) rows[i][0], (gpointer) rows[i][1]);
  draft = oct_framework_draft_apply (first, table);

  g_assert_cmpuint (oct_framework_get_stages (draft)->len, ==, 3);
  g_assert_cmpint (oct_framework_find_stage (draft, "high"), ==, 0);
  g_assert_cmpstr (oct_framework_get_descriptor (draft, "e2", "high"), ==, "It is high");
  element = oct_framework_find_element (draft, "e1");
  g_assert_cmpstr (element->name, ==, "Element number 1");
  g_assert_cmpuint (element->aspects->len, ==, 3);
  g_assert_cmpuint (element->indicators->len, ==, 3);
  g_assert_cmpstr (oct_framework_find_indicator (draft, "new", &of)->name, ==, "New");
  g_assert_true (of == element);
  g_assert_true (oct_framework_find_indicator (draft, "1x", NULL)->direction
                 == OCT_INDICATOR_HIGHER);
}

static const char *
message_of (GPtrArray *problems, OctFrameworkPart part, guint element, const char *key)
{
  const OctFrameworkProblem *problem = oct_framework_problem_of (problems, part, element, key);

  return problem != NULL ? problem->message : NULL;
}

/* A draft may lack several things at once; each is told where it is. */
static void
test_problems_of_a_draft (void)
{
  g_autoptr (OctFramework) first = framework_sample_new ();
  g_autoptr (OctFrameworkBuilder) edit = oct_framework_builder_new_draft (first, first);
  static const OctAspect aspect = { .key = (char *) "d", .name = (char *) "Dee" };
  static const OctStage stage = { (char *) "top", (char *) "Top", (char *) "Best", FALSE };
  g_autoptr (GPtrArray) none = oct_framework_find_problems (first);
  g_autoptr (OctFramework) draft = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  oct_framework_builder_set_name (edit, "");
  oct_framework_builder_add_aspect (edit, "e2", &aspect, -1, NULL);
  oct_framework_builder_set_aspect_text (edit, "e4", "a", OCT_ASPECT_QUESTION, "Tell me.", NULL);
  oct_framework_builder_set_indicator_text (edit, "5x", OCT_INDICATOR_UNIT, " ", NULL);
  oct_framework_builder_set_element_text (edit, "e6", OCT_ELEMENT_SHORT_NAME, "", NULL);
  oct_framework_builder_set_aspect_text (edit, "e7", "a", OCT_ASPECT_NAME, "Aspect B", NULL);
  draft = oct_framework_builder_peek (edit);
  problems = oct_framework_find_problems (draft);

  g_assert_cmpuint (problems->len, ==, 6);
  g_assert_nonnull (strstr (message_of (problems, OCT_PART_FRAME, 0, ""), "give it a name"));
  g_assert_nonnull (strstr (message_of (problems, OCT_PART_ASPECT, 2, "d"), "write a question"));
  g_assert_nonnull (strstr (message_of (problems, OCT_PART_ASPECT, 4, "a"), "question mark"));
  g_assert_nonnull (strstr (message_of (problems, OCT_PART_INDICATOR, 5, "5x"), "its unit"));
  g_assert_nonnull (strstr (message_of (problems, OCT_PART_ELEMENT, 6, ""), "short name"));
  g_assert_nonnull (strstr (message_of (problems, OCT_PART_ASPECT, 7, ""), "there twice"));
  g_assert_null (message_of (problems, OCT_PART_ASPECT, 1, "a"));

  /* A new stage is to be described by every element. */
  oct_framework_builder_add_stage (edit, &stage, -1, NULL);
  g_object_unref (draft);
  draft = oct_framework_builder_peek (edit);
  g_ptr_array_unref (problems);
  problems = oct_framework_find_problems (draft);
  for (guint number = 1; number <= OCT_N_ELEMENTS; number++)
    g_assert_nonnull (
      strstr (message_of (problems, OCT_PART_DESCRIPTOR, number, "top"), "describe what one sees"));
}

static void
test_back_again (void)
{
  g_autoptr (OctFramework) first = framework_sample_new ();
  static const struct
  {
    guint step;
    const char *sentence;
  } cases[] = {
    { 2, "Removed the stage “Top”." },
    { 5, "Brought back the stage “Middling”." },
    { 21, "The aspect “Aspect b” of “Element number 4” is no longer in a group." },
    { 23, "Brought back the aspect “Aspect b” of “Element number 4”." },
    { 33, "For the indicator “Indicator 4y”, higher is now better." },
    { 35, "The indicator “Indicator 4y” is now entered by the trust." },
    { 36, "Brought back the indicator “Indicator 4y”." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OctFrameworkBuilder) edit = oct_framework_builder_new_edit (first, NULL);
      g_autoptr (OctFramework) second = NULL;
      g_auto (GStrv) changes = NULL;

      g_assert_true (make_edit (edit, cases[i].step));
      second = oct_framework_builder_peek (edit);
      changes = oct_framework_describe_changes (second, first);
      g_assert_cmpuint (g_strv_length (changes), ==, 1);
      g_assert_cmpstr (changes[0], ==, cases[i].sentence);
    }
}

/* Some aspects stay where they are, and only the others are said to have moved. */
static void
test_fewest_moves (void)
{
  g_autoptr (OctFrameworkBuilder) builder = framework_sample_new_builder ();
  g_autoptr (OctFramework) first = NULL;
  g_autoptr (OctFrameworkBuilder) edit = NULL;
  g_autoptr (OctFramework) second = NULL;
  g_auto (GStrv) changes = NULL;

  oct_framework_builder_add_aspect (builder, "e4", &new_aspect, -1, NULL);
  first = oct_framework_builder_build (builder, NULL);
  edit = oct_framework_builder_new_edit (first, first);
  g_assert_true (oct_framework_builder_move_aspect (edit, "e4", "d", 0, NULL));
  g_assert_true (oct_framework_builder_retire_aspect (edit, "e4", "b", TRUE, NULL));
  second = oct_framework_builder_build (edit, NULL);
  changes = oct_framework_describe_changes (first, second);

  g_assert_cmpuint (g_strv_length (changes), ==, 2);
  g_assert_cmpstr (changes[0], ==,
                   "Moved the aspect “Aspect d” of “Element number 4” to the beginning.");
  g_assert_cmpstr (changes[1], ==, "Retired the aspect “Aspect b” of “Element number 4”.");
}

/* Many edits after one another: no step is lost, and the way back is as long. */
static void
test_many_edits (void)
{
  g_autoptr (OctFramework) first = framework_sample_new ();
  g_autoptr (OctFrameworkBuilder) edit = oct_framework_builder_new_edit (first, NULL);
  g_autoptr (OctFramework) last = NULL;
  g_auto (GStrv) there = NULL;
  g_auto (GStrv) back = NULL;
  guint n_edits = 0;

  for (guint step = 0; step < G_N_ELEMENTS (sentences); step++)
    {
      /* What is removed can't be reworded afterwards, and one order hides another. */
      if (step == 18 || step == 24 || step == 25 || step == 27 || step == 34 || step == 37)
        continue;
      g_assert_true (make_edit (edit, step));
      n_edits++;
    }
  last = oct_framework_builder_peek (edit);
  there = oct_framework_describe_changes (first, last);
  back = oct_framework_describe_changes (last, first);
  g_assert_cmpuint (g_strv_length (there), ==, n_edits);
  g_assert_cmpuint (g_strv_length (back), ==, n_edits);
  for (guint i = 0; there[i] != NULL; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (there[i], !=, there[j]);
}

static void
test_other_framework (void)
{
  g_autoptr (OctFramework) first = framework_sample_new ();
  g_autoptr (OctFrameworkBuilder) builder = oct_framework_builder_new ("other", 1);
  g_autoptr (OctFramework) other = NULL;
  g_auto (GStrv) changes = NULL;

  oct_framework_builder_set_name (builder, "Other");
  other = oct_framework_builder_peek (builder);
  changes = oct_framework_describe_changes (first, other);
  g_assert_cmpstr (changes[0], ==, "This is another framework: “Other”, not “A sample”.");
  g_assert_true (
    g_strv_contains ((const char *const *) changes, "Removed element 8, “Element number 8”."));
}

static void
test_equal (void)
{
  g_autoptr (OctFramework) first = framework_sample_new ();
  g_autoptr (OctFramework) second = framework_sample_new ();
  g_auto (GStrv) changes = oct_framework_describe_changes (first, second);

  g_assert_true (oct_framework_equal (first, second));
  g_assert_cmpuint (g_strv_length (changes), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/framework-changes/each edit is told in one sentence", test_each_edit);
  g_test_add_func ("/framework-changes/each edit comes back out of rows", test_each_edit_as_rows);
  g_test_add_func ("/framework-changes/a stage moves with its descriptors", test_moved_stage);
  g_test_add_func ("/framework-changes/rows of anybody make a framework", test_rows_of_anybody);
  g_test_add_func ("/framework-changes/a draft is told all that it lacks",
                   test_problems_of_a_draft);
  g_test_add_func ("/framework-changes/and so is the way back", test_back_again);
  g_test_add_func ("/framework-changes/only what moved is said to have moved", test_fewest_moves);
  g_test_add_func ("/framework-changes/many edits lose none", test_many_edits);
  g_test_add_func ("/framework-changes/another framework is said to be one", test_other_framework);
  g_test_add_func ("/framework-changes/what is equal has no changes", test_equal);
  return g_test_run ();
}
