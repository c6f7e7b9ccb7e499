/* Charts look as they did when somebody last looked at them. */
#include "reference.h"
#include "stage-fixtures.h"

static void
test_stage_map (void)
{
  g_autoptr (OctChart) chart = fixture_stage_map (12);

  oct_reference_check (chart, "stage-map", 760, 480, OCT_THEME_LIGHT, 1);
}

int
main (int argc, char **argv)
{
  oct_reference_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/references/stage-map", test_stage_map);
  return g_test_run ();
}
