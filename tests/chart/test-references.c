/* Charts look as they did when somebody last looked at them. */
#include "reference.h"
#include "stage-fixtures.h"

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

int
main (int argc, char **argv)
{
  oct_reference_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/references/stage-map", test_stage_map);
  g_test_add_func ("/references/stage-map-90", test_stage_map_ninety);
  g_test_add_func ("/references/stage-trend", test_stage_trend);
  g_test_add_func ("/references/stage-spread", test_stage_spread);
  g_test_add_func ("/references/resiliences", test_resiliences);
  return g_test_run ();
}
