/* Light or dark, or as the desktop has it.
 *
 * The choice lives in GSettings, since it is the person's and not a data folder's. A program that
 * runs from its build folder may have no schema installed: it then follows the desktop, and the
 * choice is not offered.
 */

#include "oct-colour-scheme.h"

#include "oct-settings.h"

#define KEY "color-scheme"

static gboolean
scheme_from_setting (GValue *value, GVariant *setting, gpointer data)
{
  const char *name = g_variant_get_string (setting, NULL);
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (name, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (name, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;

  g_value_set_enum (value, scheme);
  return TRUE;
}

/**
 * oct_colour_scheme_bind:
 * @application: the application, which has started
 *
 * Makes the window follow the setting, and adds the action "app.color-scheme" that changes it.
 */
void
oct_colour_scheme_bind (AdwApplication *application)
{
  g_autoptr (GSettings) settings = oct_settings_new ();
  g_autoptr (GAction) action = NULL;

  if (settings == NULL)
    return;
  g_settings_bind_with_mapping (settings, KEY, adw_application_get_style_manager (application),
                                "color-scheme", G_SETTINGS_BIND_GET, scheme_from_setting, NULL,
                                NULL, NULL);
  action = g_settings_create_action (settings, KEY);
  g_action_map_add_action (G_ACTION_MAP (application), action);
}
