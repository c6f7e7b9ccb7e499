/* The framework and the lenses that come with the program are what the model asks for: eight elements
 * in order, each stage described so that it can be told from its neighbours, plain British words.
 */
#include <string.h>

#include "oct-framework-file.h"
#include "oct-lens-file.h"
#include "oct-plan-edits.h"
#include "oct-plan-query.h"
#include "oct-plan-template-file.h"

static OctFramework *
load (void)
{
  g_autoptr (GError) error = NULL;
  OctFramework *framework = oct_framework_file_load_built_in (&error);

  g_assert_no_error (error);
  return framework;
}

static void
test_elements (void)
{
  static const char *const keys[OCT_N_ELEMENTS] = {
    "all-children",        "improvement", "resilience", "deep-collaboration",
    "professional-growth", "solidarity",  "civic-duty", "radical-collaboration",
  };
  g_autoptr (OctFramework) framework = load ();

  g_assert_cmpstr (oct_framework_get_key (framework), ==, "trust-model");
  g_assert_cmpint (oct_framework_get_version (framework), ==, 1);
  g_assert_nonnull (strstr (oct_framework_get_source (framework), "Why a trust-based system?"));
  g_assert_cmpstr (oct_framework_get_guidance (framework), !=, "");
  for (guint i = 0; i < OCT_N_ELEMENTS; i++)
    {
      const OctElement *element = oct_framework_get_element (framework, i + 1);
      gboolean by_trust_alone = i + 1 == 3 || i + 1 == 8;

      g_assert_cmpstr (element->key, ==, keys[i]);
      g_assert_cmpuint (element->number, ==, i + 1);
      g_assert_cmpint (element->judged, ==,
                       by_trust_alone ? OCT_JUDGED_BY_TRUST
                                      : OCT_JUDGED_BY_TRUST | OCT_JUDGED_BY_SCHOOLS);
      g_assert_true ((element->give_question[0] == '\0') == by_trust_alone);
      g_assert_true ((element->gain_question[0] == '\0') == by_trust_alone);
      g_assert_true (g_str_has_prefix (element->source, "Cruddas, 2026"));
    }
}

static void
test_stages (void)
{
  static const char *const keys[] = { "not-yet", "beginning", "developing", "embedded",
                                      "sustained" };
  g_autoptr (OctFramework) framework = load ();
  GPtrArray *stages = oct_framework_get_stages (framework);

  g_assert_cmpuint (stages->len, ==, G_N_ELEMENTS (keys));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_cmpint (oct_framework_find_stage (framework, keys[i]), ==, (int) i);
      g_assert_cmpint (oct_framework_find_step (framework, keys[i]), ==, (int) i);
    }
}

static void
assert_descriptor (GHashTable *seen, const char *text)
{
  g_assert_cmpint (g_utf8_strlen (text, -1), >=, 40);
  g_assert_cmpint (g_utf8_strlen (text, -1), <=, 260);
  g_assert_true (g_str_has_suffix (text, "."));
  g_assert_true (g_hash_table_add (seen, (gpointer) text));
}

/* A school reads words of its own, since it can't say in how many schools something happens. */
static void
test_descriptors (void)
{
  g_autoptr (OctFramework) framework = load ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint number = 1; number <= OCT_N_ELEMENTS; number++)
    {
      const OctElement *element = oct_framework_get_element (framework, number);
      gboolean by_schools = (element->judged & OCT_JUDGED_BY_SCHOOLS) != 0;

      for (guint i = 0; i < 5; i++)
        {
          assert_descriptor (seen, element->descriptors[i]);
          if (by_schools)
            assert_descriptor (seen, element->school_descriptors[i]);
          else
            g_assert_cmpstr (element->school_descriptors[i], ==, "");
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 8 * 5 + 6 * 5);
}

static guint
count_in_group (const OctElement *element, const char *group)
{
  guint n = 0;

  for (guint i = 0; i < element->aspects->len; i++)
    {
      const OctAspect *aspect = element->aspects->pdata[i];

      n += g_strcmp0 (aspect->group, group) == 0;
    }
  return n;
}

static void
test_aspects (void)
{
  g_autoptr (OctFramework) framework = load ();
  const OctElement *resilience = oct_framework_find_element (framework, "resilience");
  const OctElement *deep = oct_framework_find_element (framework, "deep-collaboration");
  const OctElement *growth = oct_framework_find_element (framework, "professional-growth");
  static const char *const four[] = { "structural", "educational", "financial", "workforce" };
  static const char *const three[] = { "capacity", "conditions", "culture" };

  for (guint number = 1; number <= OCT_N_ELEMENTS; number++)
    {
      guint n = count_in_group (oct_framework_get_element (framework, number), NULL);

      g_assert_cmpuint (n, >=, 3);
      g_assert_cmpuint (n, <=, 6);
    }
  g_assert_cmpuint (resilience->aspects->len, ==, G_N_ELEMENTS (four));
  for (guint i = 0; i < G_N_ELEMENTS (four); i++)
    g_assert_nonnull (oct_element_find_aspect (resilience, four[i]));
  for (guint i = 0; i < G_N_ELEMENTS (three); i++)
    g_assert_nonnull (oct_element_find_aspect (growth, three[i]));
  g_assert_nonnull (oct_element_find_aspect (deep, "depth"));
  g_assert_nonnull (oct_element_find_aspect (deep, "tightness"));
  /* The fourteen mechanisms in their four groups. */
  g_assert_cmpuint (growth->aspects->len, ==, 3 + 14);
  g_assert_cmpuint (count_in_group (growth, "Build knowledge"), ==, 2);
  g_assert_cmpuint (count_in_group (growth, "Motivate staff"), ==, 3);
  g_assert_cmpuint (count_in_group (growth, "Develop teaching techniques"), ==, 5);
  g_assert_cmpuint (count_in_group (growth, "Embed practice"), ==, 4);
  for (guint i = 3; i < growth->aspects->len; i++)
    {
      const OctAspect *mechanism = growth->aspects->pdata[i];

      g_assert_nonnull (strstr (mechanism->source, "Education Endowment Foundation"));
      g_assert_nonnull (strstr (mechanism->source, "2021"));
    }
}

static void
test_indicators (void)
{
  static const guint counts[OCT_N_ELEMENTS] = { 6, 5, 6, 4, 5, 5, 5, 4 };
  g_autoptr (OctFramework) framework = load ();

  for (guint number = 1; number <= OCT_N_ELEMENTS; number++)
    {
      const OctElement *element = oct_framework_get_element (framework, number);

      g_assert_cmpuint (element->indicators->len, ==, counts[number - 1]);
      for (guint i = 0; i < element->indicators->len; i++)
        {
          const OctIndicator *indicator = element->indicators->pdata[i];
          g_autofree char *key = g_strdup_printf ("%u%c", number, 'a' + i);

          g_assert_cmpstr (indicator->key, ==, key);
          /* A public figure says where it was published. */
          g_assert_true ((indicator->source == OCT_INDICATOR_PUBLIC)
                         == (indicator->published[0] != '\0'));
        }
    }
}

static void
test_icons (void)
{
  g_autoptr (OctFramework) framework = load ();

  for (guint number = 1; number <= OCT_N_ELEMENTS; number++)
    {
      const OctElement *element = oct_framework_get_element (framework, number);
      g_autofree char *file = g_strconcat (element->icon, ".svg", NULL);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "ui", "icons", file, NULL);
      g_autofree char *list = g_test_build_filename (G_TEST_DIST, "..", "ui",
                                                     "octant.gresource.xml", NULL);
      g_autofree char *content = NULL;

      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      g_assert_true (g_file_get_contents (list, &content, NULL, NULL));
      g_assert_nonnull (strstr (content, file));
    }
}

static void
test_lenses (void)
{
  static const char *const keys[] = { "strategy-pillars", "section-57", "cst-domains" };
  static const guint counts[] = { 0, 0, 7 };
  g_autoptr (OctFramework) framework = load ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lenses = oct_lens_file_load_built_in (&error);

  g_assert_no_error (error);
  g_assert_cmpuint (lenses->len, ==, G_N_ELEMENTS (keys));
  for (guint i = 0; i < lenses->len; i++)
    {
      OctLens *lens = lenses->pdata[i];

      g_assert_cmpstr (oct_lens_get_key (lens), ==, keys[i]);
      g_assert_cmpuint (oct_lens_get_items (lens)->len, ==, counts[i]);
      g_assert_true (oct_lens_check_maps (lens, framework, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (oct_lens_get_description (lens), !=, "");
    }
  /* Every element answers something in the full one. */
  for (guint number = 1; number <= OCT_N_ELEMENTS; number++)
    {
      const OctElement *element = oct_framework_get_element (framework, number);
      g_autoptr (GPtrArray) items = oct_lens_list_covering (lenses->pdata[2], element->key, NULL);

      g_assert_cmpuint (items->len, >, 0);
    }
}

/* The files' own bytes, so that no text is forgotten. */
static char *
read_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "frameworks", name,
                                                 NULL);
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  return content;
}

static void
test_plain_words (void)
{
  static const char *const names[] = { "trust-model.json", "lenses/strategy-pillars.json",
                                       "lenses/section-57.json", "lenses/cst-domains.json" };
  static const char *const banned =
    "[—–]|--"
    /* Words that judge people, sell, or come from elsewhere. */
    "|\\bfail(?:s|ed|ing)?\\b|\\bchains?\\b|red school|\\bweak\\b|\\bpoor(?:ly)? (?:school|teach)"
    "|leverag|stakeholder|synerg|holistic|robust|deep dive|world.class|best practice|going forward"
    "|\\bkey (?:driver|deliverable|learning)|empower|transformational|endorsed"
    /* American spellings. */
    "|\\w+iz(?:e|es|ed|ing|ation)\\b|\\bcolor|behavior|\\bcenter|\\bprogram\\b|\\blabor\\b"
    "|fulfill\\b|enroll\\b|enrollment|\\bskillful|counsel(?:ed|ing)\\b|judgment|\\bmath\\b"
    "|\\bdefense|\\blicense\\b|\\bmodeling|\\blabel(?:ed|ing)\\b|\\bgray\\b";
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) regex = g_regex_new (banned, G_REGEX_CASELESS, 0, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *content = read_file (names[i]);
      g_autoptr (GMatchInfo) match = NULL;

      g_regex_match (regex, content, 0, &match);
      while (g_match_info_matches (match))
        {
          g_autofree char *word = g_match_info_fetch (match, 0);

          /* “size” and its like are not spelled with -ise anywhere. */
          if (!g_strv_contains ((const char *const[]) { "size", "sizes", "prize", NULL }, word))
            g_error ("%s says “%s”", names[i], word);
          g_match_info_next (match, NULL);
        }
    }
}

static void
assert_question (const char *text)
{
  g_assert_true (g_str_has_suffix (text, "?"));
  g_assert_null (strchr (strchr (text, '?') + 1, '?'));
}

static void
test_questions (void)
{
  g_autoptr (OctFramework) framework = load ();

  for (guint number = 1; number <= OCT_N_ELEMENTS; number++)
    {
      const OctElement *element = oct_framework_get_element (framework, number);

      for (guint i = 0; i < element->aspects->len; i++)
        assert_question (((const OctAspect *) element->aspects->pdata[i])->question);
      if ((element->judged & OCT_JUDGED_BY_SCHOOLS) != 0)
        {
          assert_question (element->give_question);
          assert_question (element->gain_question);
        }
    }
}

/* A school reads what a school sees; where schools aren't asked, the trust's words. */
static void
test_school_words (void)
{
  g_autoptr (OctFramework) framework = load ();
  const OctElement *improvement = oct_framework_get_element (framework, 2);
  const OctElement *resilience = oct_framework_get_element (framework, 3);
  const OctStage *stage = oct_framework_get_stage (framework, 1);

  g_assert_cmpstr (oct_framework_get_words (framework, improvement->key, stage, TRUE), ==,
                   improvement->school_descriptors[1]);
  g_assert_cmpstr (oct_framework_get_words (framework, improvement->key, stage, FALSE), ==,
                   improvement->descriptors[1]);
  g_assert_cmpstr (improvement->descriptors[1], !=, improvement->school_descriptors[1]);
  g_assert_cmpstr (oct_framework_get_words (framework, resilience->key, stage, TRUE), ==,
                   resilience->descriptors[1]);
}

/* A template lacks nothing that a good plan has, but those who will own it. */
static void
test_templates (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctFramework) framework = load ();
  g_autoptr (OctPlanTemplates) templates = oct_plan_templates_load_built_in (&error);
  GPtrArray *objectives;

  g_assert_no_error (error);
  g_assert_cmpuint (templates->plans->len, ==, 6);
  for (guint i = 0; i < templates->plans->len; i++)
    {
      const OctPlan *plan = g_ptr_array_index (templates->plans, i);
      g_autoptr (GPtrArray) gaps = oct_plan_find_gaps (templates->book, plan);

      g_assert_true (plan->template);
      g_assert_cmpuint (
        oct_plan_book_get_children (templates->book, &oct_objective_kind, plan->record.id)->len, ==,
        3);
      for (guint k = 0; k < gaps->len; k++)
        g_assert_true (
          g_str_has_prefix (((OctPlanGap *) g_ptr_array_index (gaps, k))->text, "Nobody owns"));
    }
  objectives = oct_plan_book_get_all (templates->book, &oct_objective_kind);
  for (guint i = 0; i < objectives->len; i++)
    {
      const OctObjective *objective = g_ptr_array_index (objectives, i);

      g_assert_cmpstr (oct_area_to_text (objective->area), !=, objective->area);
      g_assert_nonnull (oct_framework_find_element (framework, objective->element));
      g_assert_cmpint (objective->lever, !=, OCT_LEVER_NONE);
      g_assert_cmpint (objective->phase, !=, OCT_PHASE_OF_CHANGE_NONE);
    }
}

/* The days of a copy, in the order of its records: when each starts, and when it is due. */
static GArray *
list_days (const OctRecordChange *change)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (OctDate));

  for (guint i = 0; i < change->puts->len; i++)
    {
      const OctRecord *record = g_ptr_array_index (change->puts, i);

      if (record->kind == &oct_objective_kind)
        g_array_append_val (days, ((const OctObjective *) record)->due);
      else if (record->kind == &oct_milestone_kind)
        g_array_append_val (days, ((const OctMilestone *) record)->due);
      else if (record->kind == &oct_action_kind)
        {
          g_array_append_val (days, ((const OctAction *) record)->starts);
          g_array_append_val (days, ((const OctAction *) record)->due);
        }
    }

  return days;
}

/* Months of school: there is no August. */
static int
count_months (OctDate date)
{
  int month = (int) (date / 100 % 100);

  g_assert_cmpint (month, !=, 8);

  return oct_date_year (date) * 11 + (month >= 9 ? month - 9 : month - 8);
}

/* Whenever in the year a plan begins, nothing of an example is over, and all keeps its distance. */
static void
test_templates_begun_late (void)
{
  static const OctDate begun[] = { 20250910, 20250930, 20251016, 20251231, 20260215,
                                   20260301, 20260430, 20260616, 20260731, 20260820 };
  g_autoptr (OctPlanTemplates) templates = oct_plan_templates_load_built_in (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (begun) * templates->plans->len; i++)
    {
      const OctPlan *plan = g_ptr_array_index (templates->plans, i % templates->plans->len);
      OctPlanCopy copy = { .title = "Begun", .starts = 2025 };
      g_autoptr (OctRecordChange) usual = oct_plan_edit_copy (templates->book, plan, &copy);
      g_autoptr (GArray) before = list_days (usual);
      g_autoptr (OctRecordChange) late = NULL;
      g_autoptr (GArray) after = NULL;
      int moved = -1;

      copy.begins = begun[i / templates->plans->len];
      late = oct_plan_edit_copy (templates->book, plan, &copy);
      after = list_days (late);
      g_assert_cmpuint (after->len, ==, before->len);
      for (guint k = 0; k < after->len; k++)
        {
          OctDate was = g_array_index (before, OctDate, k);
          OctDate day = g_array_index (after, OctDate, k);

          if (was == OCT_DATE_UNKNOWN)
            continue;
          if (moved < 0)
            moved = count_months (day) - count_months (was);
          g_assert_cmpint (count_months (day) - count_months (was), ==, moved);
          g_assert_cmpint (day % 100 == 1, ==, was % 100 == 1);
          g_assert_true (day % 100 == 1 || day >= copy.begins);
          g_assert_cmpint (
            day, <,
            oct_date_new ((int) ((OctPlan *) g_ptr_array_index (late->puts, 0))->ends + 1, 9, 1));
        }
      g_assert_cmpint (moved == 0, ==, copy.begins == 20250910);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shipped/eight elements in the order of the paper", test_elements);
  g_test_add_func ("/shipped/five stages", test_stages);
  g_test_add_func ("/shipped/forty descriptors, all different", test_descriptors);
  g_test_add_func ("/shipped/aspects are those of the sources", test_aspects);
  g_test_add_func ("/shipped/indicators say where they come from", test_indicators);
  g_test_add_func ("/shipped/every question is one", test_questions);
  g_test_add_func ("/shipped/schools have words of their own", test_school_words);
  g_test_add_func ("/shipped/every icon is there", test_icons);
  g_test_add_func ("/shipped/lenses lead to elements", test_lenses);
  g_test_add_func ("/shipped/templates of plans lack nothing but owners", test_templates);
  g_test_add_func ("/shipped/templates begun late are not overdue", test_templates_begun_late);
  g_test_add_func ("/shipped/words are plain and British", test_plain_words);
  return g_test_run ();
}
