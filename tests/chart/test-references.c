/* Charts look as they did when somebody last looked at them. */
#include "octant-fixtures.h"
#include "plan-fixtures.h"
#include "progress-fixtures.h"
#include "reference.h"
#include "stage-fixtures.h"
#include "timeline-fixtures.h"

static void
test_stage_map (void)
{
  g_autoptr (OctChart) chart = fixture_stage_map (12);

  oct_reference_check (chart, "stage-map", 760, 480, OCT_THEME_LIGHT, 1);
}

static void
test_stage_map_ninety (void)
{
  g_autoptr (OctChart) chart = fixture_stage_map (90);

  oct_reference_check (chart, "stage-map-90", 510, 740, OCT_THEME_PRINT, 1);
}

static void
test_stage_trend (void)
{
  g_autoptr (OctChart) chart = fixture_stage_trend (24), panels = fixture_stage_trends ();

  oct_reference_check (chart, "stage-trend", 760, 460, OCT_THEME_LIGHT, 1);
  oct_reference_check (panels, "stage-trends", 800, 640, OCT_THEME_HIGH_CONTRAST, 1);
}

static void
test_stage_spread (void)
{
  g_autoptr (OctChart) chart = fixture_stage_spread (24), many = fixture_stage_spread (90);

  oct_reference_check (chart, "stage-spread", 760, 500, OCT_THEME_DARK, 1);
  oct_reference_check (many, "stage-spread-dots", 420, 320, OCT_THEME_LIGHT, 1);
}

static void
test_resiliences (void)
{
  g_autoptr (OctChart) chart = fixture_resiliences ();

  oct_reference_check (chart, "resiliences", 760, 360, OCT_THEME_LIGHT, 1);
  oct_reference_check (chart, "resiliences-narrow", 360, 620, OCT_THEME_DARK, 1.2);
}

static void
test_octant (void)
{
  g_autoptr (OctChart) chart = fixture_octant (23), many = fixture_octant (90);
  g_autoptr (OctChart) missing = fixture_octant_missing (12), full = fixture_octant_equal (90);

  oct_reference_check (chart, "octant", 1280, 720, OCT_THEME_LIGHT, 1.2);
  oct_reference_check (many, "octant-90-dark", 1280, 720, OCT_THEME_DARK, 1.2);
  oct_reference_check (chart, "octant-narrow", 360, 760, OCT_THEME_LIGHT, 1);
  oct_reference_check (missing, "octant-missing", 760, 540, OCT_THEME_HIGH_CONTRAST, 1);
  oct_reference_check (full, "octant-counted", 480, 360, OCT_THEME_PRINT, 1);
}

static void
test_small_octants (void)
{
  g_autoptr (OctChart) few = fixture_small_octants (12), many = fixture_small_octants (90);

  oct_reference_check (few, "small-octants", 760, 480, OCT_THEME_LIGHT, 1);
  oct_reference_check (many, "small-octants-90", 1280, 720, OCT_THEME_HIGH_CONTRAST_DARK, 1.2);
}

static void
test_timeline (void)
{
  g_autoptr (OctChart) chart = fixture_timeline ();

  oct_reference_check (chart, "timeline", 900, 700, OCT_THEME_LIGHT, 1);
  oct_reference_check (chart, "timeline-narrow", 360, 740, OCT_THEME_DARK, 1);
}

static void
test_progress (void)
{
  g_autoptr (OctChart) bullets = fixture_bullets (), strip = fixture_rating_strip (12, 6),
                       many = fixture_rating_strip (200, 6);

  oct_reference_check (bullets, "success", 760, 600, OCT_THEME_LIGHT, 1);
  oct_reference_check (bullets, "success-narrow", 360, 760, OCT_THEME_DARK, 1);
  oct_reference_check (strip, "rating-strip", 760, 600, OCT_THEME_LIGHT, 1);
  oct_reference_check (many, "rating-strip-200", 1280, 720, OCT_THEME_PRINT, 1);
}

static void
test_support_network (void)
{
  g_autoptr (OctChart) chart = fixture_support_network (12), many = fixture_support_network (40);

  oct_reference_check (chart, "support-network", 760, 520, OCT_THEME_LIGHT, 1);
  oct_reference_check (many, "support-network-40", 1280, 720, OCT_THEME_DARK, 1);
}

static void
test_practices (void)
{
  g_autoptr (OctChart) chart = fixture_practices (10, 12), many = fixture_practices (30, 90);

  oct_reference_check (chart, "practices", 760, 420, OCT_THEME_LIGHT, 1);
  oct_reference_check (many, "practices-90", 1280, 720, OCT_THEME_PRINT, 1.2);
}

static void
test_line_of_sight (void)
{
  g_autoptr (OctChart) chart = fixture_line_of_sight (4, 3), many = fixture_line_of_sight (90, 4);

  oct_reference_check (chart, "line-of-sight", 760, 420, OCT_THEME_HIGH_CONTRAST, 1);
  oct_reference_check (many, "line-of-sight-90", 760, 640, OCT_THEME_DARK, 1);
}

static void
test_movement (void)
{
  g_autoptr (OctChart) flow = fixture_rating_flow (), share = fixture_rating_share (12),
                       burn_up = fixture_burn_up (), risks = fixture_risks (8),
                       recovery = fixture_recovery (4);

  oct_reference_check (flow, "rating-flow", 760, 420, OCT_THEME_LIGHT, 1);
  oct_reference_check (share, "green-share", 760, 460, OCT_THEME_PRINT, 1);
  oct_reference_check (burn_up, "milestones", 760, 380, OCT_THEME_DARK, 1);
  oct_reference_check (risks, "risks", 760, 480, OCT_THEME_LIGHT, 1);
  oct_reference_check (risks, "risks-narrow", 360, 680, OCT_THEME_HIGH_CONTRAST_DARK, 1);
  oct_reference_check (recovery, "lasting", 760, 360, OCT_THEME_HIGH_CONTRAST, 1);
}

int
main (int argc, char **argv)
{
  oct_reference_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/references/octant", test_octant);
  g_test_add_func ("/references/small-octants", test_small_octants);
  g_test_add_func ("/references/stage-map", test_stage_map);
  g_test_add_func ("/references/stage-map-90", test_stage_map_ninety);
  g_test_add_func ("/references/stage-trend", test_stage_trend);
  g_test_add_func ("/references/stage-spread", test_stage_spread);
  g_test_add_func ("/references/resiliences", test_resiliences);
  g_test_add_func ("/references/timeline", test_timeline);
  g_test_add_func ("/references/progress", test_progress);
  g_test_add_func ("/references/support-network", test_support_network);
  g_test_add_func ("/references/practices", test_practices);
  g_test_add_func ("/references/line-of-sight", test_line_of_sight);
  g_test_add_func ("/references/movement", test_movement);
  return g_test_run ();
}
