/* The framework's next version: a draft that survives a restart, is undone step by step, and becomes a
 * version that leaves what was judged in the words it was judged by.
 */
#include "oct-draft-work.h"
#include "oct-error.h"
#include "oct-folder.h"
#include "oct-pictures.h"
#include "oct-session.h"
#include "workbench-fixture.h"

static const char *
first_school (Fixture *fixture)
{
  return ((OctOwnSchool *) g_ptr_array_index (oct_assessment_get_schools (get (fixture)), 0))->id;
}

static void
check_pictures (Fixture *fixture)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  OctChartTheme theme;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 300);
  cairo_t *cr = cairo_create (surface);
  OctChart *charts[] = { oct_picture_octant (get (fixture), first_school (fixture)),
                         oct_picture_small_octants (get (fixture)),
                         oct_picture_heat_map (get (fixture), "improvement"),
                         oct_picture_spread (get (fixture), "improvement", NULL),
                         oct_picture_resiliences (get (fixture)),
                         oct_picture_trend (get (fixture), "improvement", NULL, none) };

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autofree char *sentence = oct_chart_describe (charts[i]);

      g_assert_nonnull (sentence);
      g_assert_cmpstr (sentence, !=, "");
      oct_chart_draw (charts[i], cr, 400, 300, &theme);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      g_object_unref (charts[i]);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
reword (OctDraftWork *work, const char *summary)
{
  OctFrameworkBuilder *builder = oct_draft_work_begin (work);

  oct_framework_builder_set_element_text (builder, "improvement", OCT_ELEMENT_SUMMARY, summary,
                                          NULL);
  oct_draft_work_keep (work, builder, "improvement", "improvement/summary");
}

static void
retire_stage (OctDraftWork *work, const char *stage)
{
  OctFrameworkBuilder *builder = oct_draft_work_begin (work);

  oct_framework_builder_retire_stage (builder, stage, TRUE, NULL);
  oct_draft_work_keep (work, builder, "stages", NULL);
}

static void
undo (Fixture *fixture)
{
  oct_workbench_undo_async (fixture->workbench, NULL, NULL);
  oct_workbench_wait (fixture->workbench);
}

static const char *
get_summary (OctDraftWork *work)
{
  return oct_framework_find_element (oct_draft_work_get_draft (work), "improvement")->summary;
}

static guint
count_changes (OctDraftWork *work)
{
  g_auto (GStrv) changes = oct_draft_work_dup_changes (work);

  return g_strv_length (changes);
}

static void
test_draft_after_restart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctDraftWork) work = oct_draft_work_new (fixture->workbench);
  g_autofree char *before = g_strdup (get_summary (work));

  g_assert_cmpuint (count_changes (work), ==, 0);
  reword (work, "We get");
  reword (work, "We get better together.");
  oct_workbench_wait (fixture->workbench);
  retire_stage (work, "sustained");
  oct_workbench_wait (fixture->workbench);
  g_assert_cmpuint (count_changes (work), ==, 2);
  g_assert_cmpstr (oct_workbench_get_undo_sentence (fixture->workbench), ==,
                   "Draft of version 2: Retired the stage “Sustained”.");
  g_assert_cmpint (oct_framework_get_version (oct_assessment_get_framework (get (fixture))), ==, 1);

  g_clear_object (&work);
  close_session (fixture);
  open_session (fixture);
  work = oct_draft_work_new (fixture->workbench);
  g_assert_cmpuint (count_changes (work), ==, 2);
  g_assert_cmpstr (get_summary (work), ==, "We get better together.");
  g_assert_cmpuint (oct_draft_work_get_problems (work)->len, ==, 0);

  /* Typing in one field is one step back. */
  undo (fixture);
  g_assert_cmpuint (count_changes (work), ==, 1);
  undo (fixture);
  g_assert_cmpuint (count_changes (work), ==, 0);
  g_assert_cmpstr (get_summary (work), ==, before);
}

static void
test_draft_becomes_a_version (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctDraftWork) work = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *version = NULL;
  const OctJudgement *judgement;
  const char *school;

  begin_cycle (fixture, "Autumn 2026", 20260901, 20261218);
  school = ((OctOwnSchool *) g_ptr_array_index (oct_assessment_get_schools (get (fixture)), 0))->id;
  judge (fixture, school, "sustained", "Seen.");
  work = oct_draft_work_new (fixture->workbench);
  g_assert_false (oct_draft_work_use (work, NULL, NULL, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_RULE);
  g_clear_error (&error);
  reword (work, "");
  g_assert_cmpuint (oct_draft_work_get_problems (work)->len, ==, 1);
  g_assert_false (oct_draft_work_use (work, NULL, NULL, &error));
  g_assert_error (error, OCT_ERROR, OCT_ERROR_RULE);
  g_clear_error (&error);
  reword (work, "We get better together.");
  retire_stage (work, "sustained");
  oct_workbench_wait (fixture->workbench);
  g_assert_true (oct_draft_work_use (work, edited_cb, fixture, &error));
  oct_workbench_wait (fixture->workbench);
  g_assert_no_error (fixture->error);

  g_assert_cmpint (oct_framework_get_version (oct_assessment_get_framework (get (fixture))), ==, 2);
  g_assert_cmpint (oct_framework_get_version (oct_draft_work_get_base (work)), ==, 2);
  g_assert_cmpuint (count_changes (work), ==, 0);
  /* Who was sustained under version 1 still is, in the words of version 1. */
  school = ((OctOwnSchool *) g_ptr_array_index (oct_assessment_get_schools (get (fixture)), 0))->id;
  g_assert_cmpint (get_step (fixture, school), ==, 4);
  judgement = oct_assessment_find (get (fixture), OCT_WHEN_NOW, school, "improvement", NULL,
                                   OCT_VIEW_OWN);
  version = oct_assessment_describe_version (get (fixture), judgement);
  g_assert_cmpstr (version, ==, "Judged under version 1");
  g_assert_cmpint (
    oct_framework_get_version (oct_assessment_get_framework_of (get (fixture), judgement)), ==, 1);

  /* One step back brings the draft back as well. */
  undo (fixture);
  g_assert_cmpint (oct_framework_get_version (oct_assessment_get_framework (get (fixture))), ==, 1);
  g_assert_cmpuint (count_changes (work), ==, 2);
  oct_draft_work_discard (work, edited_cb, fixture);
  oct_workbench_wait (fixture->workbench);
  g_assert_cmpuint (count_changes (work), ==, 0);
  undo (fixture);
  g_assert_cmpuint (count_changes (work), ==, 2);
}

/* Pictures know the four resiliences and the other aspects by what the framework has of them. */
static void
test_pictures_without_aspects (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OctDraftWork) work = NULL;
  OctFrameworkBuilder *builder;
  GPtrArray *elements;

  begin_cycle (fixture, "Autumn 2026", 20260901, 20261218);
  judge (fixture, NULL, "developing", "Seen.");
  work = oct_draft_work_new (fixture->workbench);
  builder = oct_draft_work_begin (work);
  elements = oct_framework_get_elements (oct_draft_work_get_draft (work));
  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);

      for (guint j = 0; j < element->aspects->len; j++)
        oct_framework_builder_retire_aspect (
          builder, element->key, ((OctAspect *) g_ptr_array_index (element->aspects, j))->key, TRUE,
          NULL);
      for (guint j = 0; j < element->indicators->len; j++)
        oct_framework_builder_retire_indicator (
          builder, ((OctIndicator *) g_ptr_array_index (element->indicators, j))->key, TRUE, NULL);
    }
  oct_draft_work_keep (work, builder, "frame", NULL);
  oct_workbench_wait (fixture->workbench);
  g_assert_true (oct_draft_work_use (work, edited_cb, fixture, NULL));
  oct_workbench_wait (fixture->workbench);
  g_assert_no_error (fixture->error);

  check_pictures (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/app/framework-draft/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("survives a restart and is undone", test_draft_after_restart);
  ADD ("becomes a version, and what was judged stays", test_draft_becomes_a_version);
  ADD ("pictures bear that every aspect is retired", test_pictures_without_aspects);
#undef ADD

  return g_test_run ();
}
