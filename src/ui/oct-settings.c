/* The settings of the program; see the header.
 *
 * A program that runs from its build folder may have no schema installed, and GSettings ends a program
 * that asks for a schema that isn't there; so this looks first.
 */

#include "octant-config.h"

#include "oct-settings.h"

/**
 * oct_settings_new:
 *
 * Returns: (transfer full) (nullable): the settings; %NULL where their schema isn't installed
 */
GSettings *
oct_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, OCT_APPLICATION_ID, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
