/* One judgement answers several lists: a lens leads from another framework's items to elements and
 * aspects, is refused where it can't be shown, and says where it leads nowhere.
 */
#include <string.h>

#include "framework-sample.h"
#include "oct-error.h"
#include "oct-lens-answer.h"
#include "oct-lens-edit.h"

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

/* --- changing --- */

static void
test_changed (void)
{
  g_autoptr (GPtrArray) items = make_items ();
  g_autoptr (GError) error = NULL;
  g_autoptr (OctLens) lens = oct_lens_new ("mine", "Mine", NULL, NULL, items, &error);
  g_autoptr (OctLensItem) item = oct_lens_item_copy (oct_lens_find_item (lens, "part"));
  g_autofree char *taken = oct_lens_make_item_key (lens, "  Whole? ");
  g_autofree char *unwritable = oct_lens_make_item_key (lens, "ŵ");
  g_autofree char *keys = NULL;
  g_autoptr (OctLens) mapped = NULL;
  g_autoptr (OctLens) fewer = NULL;
  g_autoptr (OctLens) moved = NULL;

  g_assert_cmpstr (taken, ==, "whole-2");
  g_assert_cmpstr (unwritable, ==, "item");

  oct_lens_item_set_mapped (item, "e1", "b", FALSE);
  oct_lens_item_set_mapped (item, "e4", NULL, TRUE);
  oct_lens_item_set_mapped (item, "e4", NULL, TRUE);
  mapped = oct_lens_new_with_item (lens, item, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (oct_lens_find_item (mapped, "part")->maps->len, ==, 1);
  assert_covering (mapped, "e4", NULL, " part");
  assert_covering (lens, "e4", NULL, "");

  fewer = oct_lens_new_without_item (mapped, "part", &error);
  keys = join_keys (oct_lens_get_items (fewer));
  g_assert_cmpstr (keys, ==, " whole nowhere");
  moved = oct_lens_new_with_move (fewer, "whole", 5, &error);
  g_assert_no_error (error);
  g_free (keys);
  keys = join_keys (oct_lens_get_items (moved));
  g_assert_cmpstr (keys, ==, " nowhere whole");
}

/* A pillar is as long as somebody wrote it, and may be retired. */
static void
test_strategy (void)
{
  g_autofree char *long_text = g_strnfill (OCT_FRAMEWORK_MAX_TEXT + 5, 'x');
  g_autoptr (GPtrArray) pillars = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_pillar_free);
  const OctPillar kept = { .id = (char *) "a",
                           .name = (char *) "Known\nby name",
                           .text = long_text };
  const OctPillar gone = { .id = (char *) "b", .name = (char *) "Gone", .retired = TRUE };
  g_autoptr (OctLens) base = oct_lens_new (OCT_LENS_STRATEGY, "Ours", NULL, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (OctLens) lens = NULL;
  const OctLensItem *item;

  g_ptr_array_add (pillars, oct_pillar_copy (&kept));
  g_ptr_array_add (pillars, oct_pillar_copy (&gone));
  lens = oct_lens_new_with_pillars (base, pillars, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (oct_lens_get_items (lens)->len, ==, 1);
  item = oct_lens_find_item (lens, "a");
  g_assert_cmpstr (item->name, ==, "Known by name");
  g_assert_cmpint (g_utf8_strlen (item->text, -1), ==, OCT_FRAMEWORK_MAX_TEXT);
}

/* --- answering --- */

static OctJudgement *
make_judgement (const char *school, const char *element, const char *aspect, const char *stage,
                OctJudgementView view)
{
  OctJudgement *judgement = oct_judgement_new ("autumn", school, element, aspect, view);

  judgement->stage = g_strdup (stage);
  judgement->final = TRUE;

  return judgement;
}

static void
add_school (GPtrArray *schools, const char *id)
{
  OctOwnSchool *school = oct_own_school_new ();

  school->id = g_strdup (id);
  g_ptr_array_add (schools, school);
}

/* The trust: e1 low, then moderated to high; its aspect b middling. School 1 is low in e1. */
static OctAssessment *
make_assessment (void)
{
  OctCycle *cycle = g_new0 (OctCycle, 1);
  OctAssessmentParts parts = {
    .framework = framework_sample_new (),
    .schools = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_own_school_free),
    .cycles = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_cycle_free),
    .targets = g_ptr_array_new (),
    .pillars = g_ptr_array_new (),
    .people = g_ptr_array_new (),
    .cycle_id = g_strdup ("autumn"),
    .judgements = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_judgement_free),
    .before = g_ptr_array_new ()
  };

  cycle->id = g_strdup ("autumn");
  cycle->name = g_strdup ("Autumn");
  g_ptr_array_add (parts.cycles, cycle);
  add_school (parts.schools, "school-1");
  add_school (parts.schools, "school-2");
  g_ptr_array_add (parts.judgements, make_judgement (NULL, "e1", NULL, "low", OCT_VIEW_OWN));
  g_ptr_array_add (parts.judgements, make_judgement (NULL, "e1", NULL, "high", OCT_VIEW_MODERATED));
  g_ptr_array_add (parts.judgements, make_judgement (NULL, "e1", "b", "mid", OCT_VIEW_OWN));
  g_ptr_array_add (parts.judgements, make_judgement ("school-1", "e1", NULL, "low", OCT_VIEW_OWN));

  return oct_assessment_new (&parts);
}

static void
assert_answer (OctAssessment *assessment, const char *element, const char *aspect, int step,
               gboolean by_element, const char *words)
{
  g_autoptr (OctLensItem) item = oct_lens_item_new ("item", "Item", "");
  g_autoptr (GPtrArray) answers = NULL;
  g_autofree char *stage = NULL;
  const OctLensAnswer *answer;

  oct_lens_item_add_map (item, element, aspect);
  answers = oct_lens_list_answers (assessment, item);
  g_assert_cmpuint (answers->len, ==, 1);
  answer = g_ptr_array_index (answers, 0);
  stage = oct_lens_answer_describe_stage (answer, assessment);
  g_assert_cmpint (answer->step, ==, step);
  g_assert_cmpint (answer->by_element, ==, by_element);
  g_assert_cmpstr (stage, ==, words);
}

static void
test_answers (void)
{
  g_autoptr (OctAssessment) assessment = make_assessment ();

  assert_answer (assessment, "e1", NULL, 2, FALSE, "High");
  assert_answer (assessment, "e1", "b", 1, FALSE, "Middling");
  assert_answer (assessment, "e1", "a", 2, TRUE, "High");
  assert_answer (assessment, "e2", "a", OCT_STAGE_NONE, FALSE, "Not judged");
  assert_answer (assessment, "e9", NULL, OCT_STAGE_NONE, FALSE,
                 "Not in this version of the framework");
  assert_answer (assessment, "e1", "z", OCT_STAGE_NONE, FALSE,
                 "Not in this version of the framework");
}

static void
test_schools (void)
{
  g_autoptr (OctAssessment) assessment = make_assessment ();
  g_autoptr (OctLensItem) item = oct_lens_item_new ("item", "Item", "");
  g_autoptr (GPtrArray) answers = NULL;
  g_autofree char *spread = NULL;
  g_autofree char *aspect = NULL;

  oct_lens_item_add_map (item, "e1", NULL);
  oct_lens_item_add_map (item, "e1", "b");
  oct_lens_item_add_map (item, "e3", NULL);
  answers = oct_lens_list_answers (assessment, item);
  spread = oct_lens_answer_describe_schools (answers->pdata[0], assessment);
  g_assert_cmpstr (spread, ==, "Schools: 1 Low, 1 not judged");
  aspect = oct_lens_answer_describe_schools (answers->pdata[1], assessment);
  g_assert_cmpstr (aspect, ==, "Schools, for the element as a whole: 1 Low, 1 not judged");
  /* Only the trust is asked about the third element. */
  g_assert_null (oct_lens_answer_describe_schools (answers->pdata[2], assessment));
}

static void
test_gaps (void)
{
  g_autoptr (OctAssessment) assessment = make_assessment ();
  g_autoptr (GPtrArray) items = make_items ();
  g_autoptr (OctLens) lens = oct_lens_new ("mine", "Mine", NULL, NULL, items, NULL);
  g_autoptr (OctLens) blank = oct_lens_new ("none", "None", NULL, NULL, NULL, NULL);
  g_autofree char *text = oct_lens_describe_answers (lens, assessment);
  g_autofree char *nothing = oct_lens_describe_answers (blank, assessment);

  g_assert_cmpstr (text, ==,
                   "1 of 3 are judged wherever they are mapped to. 1 has a place that isn’t "
                   "judged. 1 is mapped to nothing yet.");
  g_assert_cmpstr (nothing, ==, "");
}

/* Evidence counts once, and what stands at an aspect counts for its element. */
static void
test_evidence (void)
{
  g_autoptr (OctAssessment) assessment = make_assessment ();
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func (
    (GDestroyNotify) oct_evidence_free);
  OctEvidence *minutes = oct_evidence_new (OCT_EVIDENCE_NOTE, "Minutes");
  OctEvidence *visit = oct_evidence_new (OCT_EVIDENCE_NOTE, "Visit");
  g_autoptr (OctLensItem) item = oct_lens_item_new ("item", "Item", "");
  g_autoptr (GPtrArray) answers = NULL;

  g_ptr_array_add (minutes->links, oct_evidence_link_new ("autumn", NULL, "e1", NULL));
  g_ptr_array_add (minutes->links, oct_evidence_link_new ("autumn", NULL, "e1", "b"));
  g_ptr_array_add (visit->links, oct_evidence_link_new ("autumn", "school-1", "e1", NULL));
  g_ptr_array_add (evidence, minutes);
  g_ptr_array_add (evidence, visit);
  oct_lens_item_add_map (item, "e1", NULL);
  oct_lens_item_add_map (item, "e1", "b");
  oct_lens_item_add_map (item, "e1", "c");
  oct_lens_item_add_map (item, "e2", NULL);
  answers = oct_lens_list_answers (assessment, item);
  g_assert_cmpuint (oct_lens_answer_count_evidence (answers->pdata[0], evidence), ==, 1);
  g_assert_cmpuint (oct_lens_answer_count_evidence (answers->pdata[1], evidence), ==, 1);
  /* Aspect c is judged with its element, whose evidence is then its own. */
  g_assert_cmpuint (oct_lens_answer_count_evidence (answers->pdata[2], evidence), ==, 1);
  g_assert_cmpuint (oct_lens_answer_count_evidence (answers->pdata[3], evidence), ==, 0);
  g_assert_cmpuint (oct_lens_answer_count_evidence (answers->pdata[0], NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lens/a judgement answers what leads to it", test_covering);
  g_test_add_func ("/lens/a blank one is filled", test_fill);
  g_test_add_func ("/lens/what can't be shown is refused", test_refused);
  g_test_add_func ("/lens/what leads nowhere is said", test_maps);
  g_test_add_func ("/lens/a change makes another lens", test_changed);
  g_test_add_func ("/lens/the strategy is made of its pillars", test_strategy);
  g_test_add_func ("/lens/the trust's judgement answers, and says what of", test_answers);
  g_test_add_func ("/lens/schools stand where they were judged", test_schools);
  g_test_add_func ("/lens/gaps are said", test_gaps);
  g_test_add_func ("/lens/evidence counts once", test_evidence);
  return g_test_run ();
}
