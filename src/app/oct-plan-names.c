/* Whom a plan is for, by the name that people use; see the header. */

#include "oct-plan-names.h"

#include <glib/gi18n.h>

/**
 * oct_school_id_to_name:
 * @assessment: the assessment
 * @school_id: (nullable): a school's id
 *
 * Returns: (transfer none) (nullable): its name
 */
const char *
oct_school_id_to_name (OctAssessment *assessment, const char *school_id)
{
  const OctOwnSchool *school = school_id != NULL
                                 ? oct_assessment_find_school (assessment, school_id)
                                 : NULL;

  return school != NULL ? school->name : NULL;
}

/**
 * oct_person_id_to_text:
 * @assessment: the assessment
 * @person_id: (nullable): a person's id
 *
 * Returns: (transfer none): the post, or the name; "" for nobody
 */
const char *
oct_person_id_to_text (OctAssessment *assessment, const char *person_id)
{
  const OctPerson *person = person_id != NULL ? oct_assessment_find_person (assessment, person_id)
                                              : NULL;

  return person != NULL ? oct_person_to_text (person) : "";
}

static char *
dup_cluster (OctAssessment *assessment, const OctPlan *plan)
{
  g_auto (GStrv) ids = g_strsplit (plan->schools, " ", -1);
  const char *first = oct_school_id_to_name (assessment, ids[0]);
  guint others = g_strv_length (ids) > 0 ? g_strv_length (ids) - 1 : 0;

  if (first == NULL)
    return g_strdup (plan->title);
  if (others == 0)
    return g_strdup (first);

  /* Translators: a school's name, and how many more there are. */
  return g_strdup_printf (ngettext ("%s and %u other school", "%s and %u other schools", others),
                          first, others);
}

/**
 * oct_plan_dup_subject:
 * @assessment: the assessment
 * @plan: a plan
 *
 * Returns: (transfer full): whom it is for; the plan's title where that isn't known
 */
char *
oct_plan_dup_subject (OctAssessment *assessment, const OctPlan *plan)
{
  const char *school;

  if (plan->scope == OCT_SCOPE_TRUST)
    return g_strdup (oct_assessment_get_trust (assessment)->name);
  if (plan->scope == OCT_SCOPE_CLUSTER)
    return dup_cluster (assessment, plan);
  school = oct_school_id_to_name (assessment, plan->school_id);

  return g_strdup (school != NULL ? school : plan->title);
}
