/* What an assessment knows of the versions of its framework: the newest, and the one that somebody
 * judged by.
 *
 * Words are changed while a cycle runs. What was judged before keeps the version it was made by, so
 * that it can be read in the words in which it was meant.
 */
#include "oct-assessment-private.h"

#include <glib/gi18n.h>

#include "oct-judging.h"

/* A stage that was retired since somebody saw it is still where they stand. */
OctFramework *
oct_assessment_parts_find_shown (const OctAssessmentParts *parts)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  oct_judging_note_stages (parts->judgements, keys);
  oct_judging_note_stages (parts->before, keys);
  for (guint i = 0; parts->targets != NULL && i < parts->targets->len; i++)
    g_hash_table_add (keys, ((OctTarget *) g_ptr_array_index (parts->targets, i))->stage);

  return oct_framework_with_stages (parts->framework, keys);
}

/**
 * oct_framework_version_free:
 * @version: (transfer full): a version
 */
void
oct_framework_version_free (OctFrameworkVersion *version)
{
  g_free (version->id);
  g_clear_object (&version->framework);
  g_free (version);
}

/**
 * oct_assessment_get_newest_framework:
 * @self: an assessment
 *
 * Returns: (transfer none): the newest version there is
 */
OctFramework *
oct_assessment_get_newest_framework (OctAssessment *self)
{
  GPtrArray *versions = oct_assessment_get_versions (self);

  for (guint i = versions != NULL ? versions->len : 0; i > 0; i--)
    {
      const OctFrameworkVersion *version = g_ptr_array_index (versions, i - 1);

      if (version->framework != NULL)
        return version->framework;
    }

  return oct_assessment_get_framework (self);
}

/**
 * oct_assessment_get_framework_of:
 * @self: an assessment
 * @judgement: (nullable): a judgement of any cycle
 *
 * Returns: (transfer none): the version whose words it was made by; that of the cycle where it is
 *   not known, or where there is no judgement
 */
OctFramework *
oct_assessment_get_framework_of (OctAssessment *self, const OctJudgement *judgement)
{
  GPtrArray *versions = oct_assessment_get_versions (self);

  for (guint i = 0; judgement != NULL && versions != NULL && i < versions->len; i++)
    {
      const OctFrameworkVersion *version = g_ptr_array_index (versions, i);

      if (version->framework != NULL && g_strcmp0 (version->id, judgement->framework_id) == 0)
        return version->framework;
    }

  return oct_assessment_get_framework (self);
}

/**
 * oct_assessment_get_framework_at:
 * @self: an assessment
 * @at: a time, in seconds since 1970
 *
 * Returns: (transfer none): the version by which was judged at that time; the oldest for a time
 *   before all of them
 */
OctFramework *
oct_assessment_get_framework_at (OctAssessment *self, gint64 at)
{
  GPtrArray *versions = oct_assessment_get_versions (self);
  OctFramework *found = NULL;

  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      const OctFrameworkVersion *version = g_ptr_array_index (versions, i);

      if (version->framework != NULL && (found == NULL || version->made_at <= at))
        found = version->framework;
    }

  return found != NULL ? found : oct_assessment_get_framework (self);
}

/**
 * oct_assessment_describe_version:
 * @self: an assessment
 * @judgement: (nullable): a judgement of any cycle
 *
 * Returns: (transfer full) (nullable): "Judged under version 1"; %NULL where it was made by the
 *   version that the cycle is judged by, or there is none
 */
char *
oct_assessment_describe_version (OctAssessment *self, const OctJudgement *judgement)
{
  OctFramework *framework = oct_assessment_get_framework_of (self, judgement);

  if (framework == oct_assessment_get_framework (self))
    return NULL;

  /* Translators: %d is the number of a version of the framework. */
  return g_strdup_printf (_("Judged under version %d"), oct_framework_get_version (framework));
}
