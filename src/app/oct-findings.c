/* Findings of an assessment in sentences; see the header. */

#include "oct-findings.h"

#include <glib/gi18n.h>

/* How many schools a sentence names before it counts the rest. */
#define MAX_NAMES 3

/**
 * oct_finding_free:
 * @finding: (transfer full): a finding
 */
void
oct_finding_free (OctFinding *finding)
{
  g_free (finding->sentence);
  g_free (finding->detail);
  g_free (finding->location);
  g_free (finding);
}

static GPtrArray *
new_findings (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) oct_finding_free);
}

/* Takes all three texts. */
static void
add (GPtrArray *findings, OctFindingKind kind, char *sentence, char *detail, char *location)
{
  OctFinding *finding = g_new0 (OctFinding, 1);

  finding->kind = kind;
  finding->sentence = sentence;
  finding->detail = detail != NULL ? detail : g_strdup ("");
  finding->location = location;
  g_ptr_array_add (findings, finding);
}

static char *
element_location (const OctElement *element)
{
  return g_strdup_printf ("element/%u", element->number);
}

static GPtrArray *
get_elements (OctAssessment *assessment)
{
  return oct_framework_get_elements (oct_assessment_get_framework (assessment));
}

static const char *
step_name (OctAssessment *assessment, const OctJudgement *judgement)
{
  OctFramework *framework = oct_assessment_get_framework (assessment);

  return oct_framework_stage_name (framework,
                                   oct_framework_find_stage (framework, judgement->stage));
}

/* "Oak Primary, Elm Primary and 4 more" */
static char *
join_names (GPtrArray *names)
{
  GString *text = g_string_new (NULL);
  guint shown = MIN (names->len, MAX_NAMES);

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (names, i));
  if (names->len > shown)
    /* Translators: follows a list of schools. */
    g_string_append_printf (text, _(" and %u more"), names->len - shown);

  return g_string_free (text, FALSE);
}

/* What changed. */

static void
add_trust_change (GPtrArray *findings, OctAssessment *assessment, const OctElement *element)
{
  const OctJudgement *now = oct_assessment_find_shown (assessment, OCT_WHEN_NOW, NULL,
                                                       element->key);
  const OctJudgement *before = oct_assessment_find_shown (assessment, OCT_WHEN_BEFORE, NULL,
                                                          element->key);
  int step = oct_assessment_step (assessment, now);
  int step_before = oct_assessment_step (assessment, before);

  if (step == step_before || step == OCT_STAGE_NONE)
    return;
  if (step_before == OCT_STAGE_NONE)
    {
      add (findings, OCT_FINDING_NOTE,
           /* Translators: an element and a stage. */
           g_strdup_printf (_("%s was judged for the first time: %s"), element->short_name,
                            step_name (assessment, now)),
           g_strdup (now->reason), element_location (element));
      return;
    }
  add (findings, step > step_before ? OCT_FINDING_UP : OCT_FINDING_DOWN,
       /* Translators: an element, the stage before, the stage now. */
       g_strdup_printf (
         step > step_before ? _("%s moved up from %s to %s") : _("%s went back from %s to %s"),
         element->short_name, step_name (assessment, before), step_name (assessment, now)),
       g_strdup (now->reason), element_location (element));
}

static void
add_school_changes (GPtrArray *findings, OctAssessment *assessment, const OctElement *element,
                    gboolean up)
{
  GPtrArray *schools = oct_assessment_get_schools (assessment);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);
      int now = oct_assessment_get_shown_step (assessment, OCT_WHEN_NOW, school->id, element->key);
      int before = oct_assessment_get_shown_step (assessment, OCT_WHEN_BEFORE, school->id,
                                                  element->key);

      if (now != OCT_STAGE_NONE && before != OCT_STAGE_NONE && (up ? now > before : now < before))
        g_ptr_array_add (names, school->name);
    }
  if (names->len == 0)
    return;
  add (findings, up ? OCT_FINDING_UP : OCT_FINDING_DOWN,
       /* Translators: an element and a number of schools. */
       g_strdup_printf (
         up ? ngettext ("%s: %u school moved up", "%s: %u schools moved up", names->len)
            : ngettext ("%s: %u school went back", "%s: %u schools went back", names->len),
         element->short_name, names->len),
       join_names (names), element_location (element));
}

/**
 * oct_find_changes:
 * @assessment: an assessment
 *
 * Returns: (transfer full) (element-type OctFinding): what moved since the cycle before: the trust
 *   first, then its schools, in the order of the elements
 */
GPtrArray *
oct_find_changes (OctAssessment *assessment)
{
  GPtrArray *findings = new_findings ();
  GPtrArray *elements = get_elements (assessment);

  if (oct_assessment_get_cycle_before (assessment) == NULL)
    return findings;
  for (guint i = 0; i < elements->len; i++)
    add_trust_change (findings, assessment, g_ptr_array_index (elements, i));
  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);

      if (!oct_element_is_asked_of (element, TRUE))
        continue;
      add_school_changes (findings, assessment, element, FALSE);
      add_school_changes (findings, assessment, element, TRUE);
    }

  return findings;
}

/* What stands out. */

static void
add_missed_target (GPtrArray *findings, OctAssessment *assessment, const OctElement *element)
{
  const OctTarget *target = oct_assessment_find_target (assessment, NULL, element->key);
  const OctCycle *cycle = oct_assessment_get_cycle (assessment);
  int step = oct_assessment_get_shown_step (assessment, OCT_WHEN_NOW, NULL, element->key);
  int aim = oct_assessment_get_target_step (assessment, NULL, element->key);
  g_autofree char *due = NULL;

  if (target == NULL || cycle == NULL || step == OCT_STAGE_NONE || aim == OCT_STAGE_NONE
      || step >= aim || target->due > cycle->ends)
    return;
  due = oct_date_to_text (target->due);
  add (findings, OCT_FINDING_NOTE,
       /* Translators: an element, a stage, the stage aimed at, a date. */
       g_strdup_printf (
         _("%s is %s; the target is %s by %s"), element->short_name,
         oct_framework_stage_name (
           oct_assessment_get_framework (assessment),
           oct_framework_find_stage (
             oct_assessment_get_framework (assessment),
             oct_assessment_find_shown (assessment, OCT_WHEN_NOW, NULL, element->key)->stage)),
         oct_framework_stage_name (
           oct_assessment_get_framework (assessment),
           oct_framework_find_stage (oct_assessment_get_framework (assessment), target->stage)),
         due),
       NULL, element_location (element));
}

static void
add_low_confidence (GPtrArray *findings, OctAssessment *assessment, const OctElement *element)
{
  const OctJudgement *shown = oct_assessment_find_shown (assessment, OCT_WHEN_NOW, NULL,
                                                         element->key);

  if (shown == NULL || shown->confidence != OCT_CONFIDENCE_LOW)
    return;
  add (findings, OCT_FINDING_NOTE,
       /* Translators: an element and a stage. */
       g_strdup_printf (_("%s: %s, with low confidence"), element->short_name,
                        step_name (assessment, shown)),
       shown->n_evidence == 0 ? g_strdup (_("No evidence is attached yet.")) : NULL,
       element_location (element));
}

/* A school that went back in several elements at once is what a leader wants to see first. */
static void
add_school_behind (GPtrArray *findings, OctAssessment *assessment, const OctOwnSchool *school)
{
  GPtrArray *elements = get_elements (assessment);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);
      int now = oct_assessment_get_shown_step (assessment, OCT_WHEN_NOW, school->id, element->key);
      int before = oct_assessment_get_shown_step (assessment, OCT_WHEN_BEFORE, school->id,
                                                  element->key);

      if (now != OCT_STAGE_NONE && now < before)
        g_ptr_array_add (names, element->short_name);
    }
  if (names->len < 2)
    return;
  add (findings, OCT_FINDING_DOWN,
       /* Translators: a school and a number of elements, at least 2. */
       g_strdup_printf (_("%s went back in %u elements"), school->name, names->len),
       join_names (names), g_strdup_printf ("judge/%s", school->id));
}

/**
 * oct_find_exceptions:
 * @assessment: an assessment
 *
 * Returns: (transfer full) (element-type OctFinding): what a leader should look at first: schools
 *   that went back in several elements, targets that were missed, judgements that are unsure
 */
GPtrArray *
oct_find_exceptions (OctAssessment *assessment)
{
  GPtrArray *findings = new_findings ();
  GPtrArray *schools = oct_assessment_get_schools (assessment);
  GPtrArray *elements = get_elements (assessment);

  for (guint i = 0; i < schools->len; i++)
    add_school_behind (findings, assessment, g_ptr_array_index (schools, i));
  for (guint i = 0; i < elements->len; i++)
    add_missed_target (findings, assessment, g_ptr_array_index (elements, i));
  for (guint i = 0; i < elements->len; i++)
    add_low_confidence (findings, assessment, g_ptr_array_index (elements, i));

  return findings;
}

/* What is to be done. */

static void
add_trust_to_do (GPtrArray *findings, OctAssessment *assessment)
{
  guint asked;
  guint judged = oct_assessment_count_judged (assessment, NULL, OCT_VIEW_OWN, &asked);

  if (judged < asked)
    add (findings, OCT_FINDING_TODO, g_strdup (_("Judge the trust")),
         /* Translators: two numbers of elements. */
         g_strdup_printf (_("%u of %u elements are judged"), judged, asked),
         g_strdup ("judge/trust"));
}

static void
add_schools_to_do (GPtrArray *findings, OctAssessment *assessment)
{
  GPtrArray *schools = oct_assessment_get_schools (assessment);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *first = NULL;

  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);
      guint asked;

      if (oct_assessment_count_judged (assessment, school->id, OCT_VIEW_OWN, &asked) >= asked)
        continue;
      g_ptr_array_add (names, school->name);
      if (first == NULL)
        first = school->id;
    }
  if (names->len > 0)
    add (findings, OCT_FINDING_TODO,
         g_strdup_printf (ngettext ("Finish the judgements of %u school",
                                    "Finish the judgements of %u schools", names->len),
                          names->len),
         join_names (names), g_strdup_printf ("judge/%s", first));
}

static guint
count_unmoderated (OctAssessment *assessment, const OctElement *element)
{
  GPtrArray *schools = oct_assessment_get_schools (assessment);
  guint n = 0;

  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);

      if (oct_assessment_get_step (assessment, OCT_WHEN_NOW, school->id, element->key, OCT_VIEW_OWN)
            != OCT_STAGE_NONE
          && oct_assessment_get_step (assessment, OCT_WHEN_NOW, school->id, element->key,
                                      OCT_VIEW_MODERATED)
               == OCT_STAGE_NONE)
        n++;
    }

  return n;
}

static void
add_moderation_to_do (GPtrArray *findings, OctAssessment *assessment)
{
  GPtrArray *elements = get_elements (assessment);

  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);
      guint n = oct_element_is_asked_of (element, TRUE) ? count_unmoderated (assessment, element)
                                                        : 0;

      if (n == 0)
        continue;
      add (findings, OCT_FINDING_TODO,
           /* Translators: %s is an element. */
           g_strdup_printf (_("Moderate %s"), element->short_name),
           g_strdup_printf (ngettext ("%u school waits", "%u schools wait", n), n),
           g_strdup_printf ("moderate/%u?show=open", element->number));
    }
}

/**
 * oct_find_to_do:
 * @assessment: an assessment
 *
 * Returns: (transfer full) (element-type OctFinding): what is left to do in an open cycle, nothing
 *   in a closed one
 */
GPtrArray *
oct_find_to_do (OctAssessment *assessment)
{
  GPtrArray *findings = new_findings ();
  const OctCycle *cycle = oct_assessment_get_cycle (assessment);

  if (cycle == NULL || cycle->closed)
    return findings;
  add_trust_to_do (findings, assessment);
  add_schools_to_do (findings, assessment);
  add_moderation_to_do (findings, assessment);

  return findings;
}
