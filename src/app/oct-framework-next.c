/* A framework from a file as the next version of the one that is judged by; see the header.
 *
 * What was judged must stay readable, so nothing that the present version has may be missing: a file
 * can retire it. The file's own version counts for nothing here, since it was counted elsewhere.
 */

#include "oct-framework-next.h"

#include <glib/gi18n.h>

#include "oct-error.h"
#include "oct-framework-builder.h"

static gboolean
refuse (const char *name, GError **error)
{
  g_set_error (
    error, OCT_ERROR, OCT_ERROR_RULE,
    _("The file lacks “%s”, which may have been judged by. Retire it in the file instead "
      "of leaving it out."),
    name);
  return FALSE;
}

static gboolean
has_all_of_element (const OctElement *element, const OctElement *other, GError **error)
{
  for (guint i = 0; i < element->aspects->len; i++)
    {
      const OctAspect *aspect = g_ptr_array_index (element->aspects, i);

      if (oct_element_find_aspect (other, aspect->key) == NULL)
        return refuse (aspect->name, error);
    }
  return TRUE;
}

static gboolean
has_all_indicators (const OctElement *element, OctFramework *other, GError **error)
{
  for (guint i = 0; i < element->indicators->len; i++)
    {
      const OctIndicator *indicator = g_ptr_array_index (element->indicators, i);

      if (oct_framework_find_indicator (other, indicator->key, NULL) == NULL)
        return refuse (indicator->name, error);
    }
  return TRUE;
}

static gboolean
has_all (OctFramework *current, OctFramework *other, GError **error)
{
  GPtrArray *stages = oct_framework_get_stages (current);
  GPtrArray *elements = oct_framework_get_elements (current);

  for (guint i = 0; i < stages->len; i++)
    {
      const OctStage *stage = g_ptr_array_index (stages, i);

      if (oct_framework_find_stage (other, stage->key) < 0)
        return refuse (stage->name, error);
    }
  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);
      const OctElement *same = oct_framework_find_element (other, element->key);

      if (same == NULL)
        return refuse (element->name, error);
      if (!has_all_of_element (element, same, error) || !has_all_indicators (element, other, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * oct_framework_make_next:
 * @current: the version that is judged by
 * @other: a framework, such as one from a file
 * @error: return location for an error
 *
 * Makes @other the version that follows @current.
 *
 * Returns: (transfer full) (nullable): the new version; %NULL with %OCT_ERROR_RULE where it is
 *   another framework, lacks what may have been judged by, or says nothing new
 */
OctFramework *
oct_framework_make_next (OctFramework *current, OctFramework *other, GError **error)
{
  g_autoptr (OctFrameworkBuilder) builder = NULL;
  g_auto (GStrv) changes = NULL;

  g_return_val_if_fail (OCT_IS_FRAMEWORK (current), NULL);
  g_return_val_if_fail (OCT_IS_FRAMEWORK (other), NULL);

  if (!g_str_equal (oct_framework_get_key (current), oct_framework_get_key (other)))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   _("“%s” is another framework than the one you judge by. Choose a file that was "
                     "saved from this page."),
                   oct_framework_get_name (other));
      return NULL;
    }
  if (!has_all (current, other, error))
    return NULL;
  changes = oct_framework_describe_changes (current, other);
  if (changes == NULL || changes[0] == NULL)
    {
      g_set_error_literal (error, OCT_ERROR, OCT_ERROR_RULE,
                           _("The file says the same as the framework you judge by."));
      return NULL;
    }
  builder = oct_framework_builder_new_edit (other, current);
  oct_framework_builder_set_version (builder, oct_framework_get_version (current) + 1);

  return oct_framework_builder_peek (builder);
}
