/* Finding the answers to a lens in an assessment, and saying them in words; see the header. */
#include "oct-lens-answer.h"

#include <glib/gi18n.h>

/* The finished judgement that pictures would show of an element or an aspect. */
static const OctJudgement *
find_shown (OctAssessment *assessment, const char *school_id, const char *element,
            const char *aspect)
{
  const OctJudgement *judgement = oct_assessment_find (assessment, OCT_WHEN_NOW, school_id, element,
                                                       aspect, OCT_VIEW_MODERATED);

  if (judgement == NULL || !judgement->final)
    judgement = oct_assessment_find (assessment, OCT_WHEN_NOW, school_id, element, aspect,
                                     OCT_VIEW_OWN);

  return judgement != NULL && judgement->final ? judgement : NULL;
}

static void
find_trust (OctLensAnswer *answer, OctAssessment *assessment)
{
  const char *aspect = answer->aspect != NULL ? answer->aspect->key : NULL;

  answer->judgement = find_shown (assessment, NULL, answer->element->key, aspect);
  if (answer->judgement == NULL && aspect != NULL)
    {
      answer->judgement = find_shown (assessment, NULL, answer->element->key, NULL);
      answer->by_element = answer->judgement != NULL;
    }
  answer->step = oct_assessment_step (assessment, answer->judgement);
}

static guint
count_schools (OctLensAnswer *answer, OctAssessment *assessment, const char *aspect)
{
  GPtrArray *schools = oct_assessment_get_schools (assessment);
  guint n_judged = 0;

  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);
      int step = oct_assessment_step (assessment, find_shown (assessment, school->id,
                                                              answer->element->key, aspect));

      if (step < 0 || step >= OCT_FRAMEWORK_MAX_STAGES)
        continue;
      answer->schools[step]++;
      n_judged++;
    }

  return n_judged;
}

static void
find_schools (OctLensAnswer *answer, OctAssessment *assessment)
{
  guint n_judged = 0;

  if (!oct_element_is_asked_of (answer->element, TRUE))
    return;
  answer->n_schools = oct_assessment_get_schools (assessment)->len;
  if (answer->aspect != NULL)
    n_judged = count_schools (answer, assessment, answer->aspect->key);
  if (n_judged == 0)
    {
      n_judged = count_schools (answer, assessment, NULL);
      answer->schools_by_element = answer->aspect != NULL && n_judged > 0;
    }
  answer->n_not_judged = answer->n_schools - n_judged;
}

static OctLensAnswer *
make_answer (OctAssessment *assessment, const OctLensMap *map)
{
  OctFramework *framework = oct_assessment_get_framework (assessment);
  OctLensAnswer *answer = g_new0 (OctLensAnswer, 1);
  g_auto (GStrv) steps = oct_framework_dup_step_names (framework);

  answer->map = map;
  answer->step = OCT_STAGE_NONE;
  answer->n_steps = MIN (g_strv_length (steps), OCT_FRAMEWORK_MAX_STAGES);
  answer->element = oct_framework_find_element (framework, map->element);
  if (answer->element != NULL && map->aspect != NULL)
    {
      answer->aspect = oct_element_find_aspect (answer->element, map->aspect);
      if (answer->aspect == NULL)
        answer->element = NULL;
    }
  if (answer->element == NULL)
    return answer;
  find_trust (answer, assessment);
  find_schools (answer, assessment);

  return answer;
}

/**
 * oct_lens_list_answers:
 * @assessment: an assessment
 * @item: an item of a lens, which has to outlive the answers
 *
 * Returns: (transfer full) (element-type OctLensAnswer): what answers the item, in the order of its
 *   places; empty where it is mapped to nothing
 */
GPtrArray *
oct_lens_list_answers (OctAssessment *assessment, const OctLensItem *item)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (OCT_IS_ASSESSMENT (assessment) && item != NULL, NULL);

  for (guint i = 0; i < item->maps->len; i++)
    g_ptr_array_add (answers, make_answer (assessment, g_ptr_array_index (item->maps, i)));

  return g_steal_pointer (&answers);
}

/**
 * oct_lens_answer_describe_place:
 * @answer: an answer
 *
 * Returns: (transfer full): the element and, where it is one of its aspects, the aspect
 */
char *
oct_lens_answer_describe_place (const OctLensAnswer *answer)
{
  if (answer->element == NULL)
    return g_strdup (answer->map->aspect != NULL ? answer->map->aspect : answer->map->element);
  if (answer->aspect == NULL)
    return g_strdup (answer->element->name);

  /* Translators: an element, and one of its aspects. */
  return g_strdup_printf (_("%s: %s"), answer->element->short_name, answer->aspect->name);
}

/**
 * oct_lens_answer_describe_stage:
 * @answer: an answer
 * @assessment: the assessment it is of
 *
 * Returns: (transfer full): the stage, or why there is none
 */
char *
oct_lens_answer_describe_stage (const OctLensAnswer *answer, OctAssessment *assessment)
{
  OctFramework *framework = oct_assessment_get_framework (assessment);

  if (answer->element == NULL)
    return g_strdup (_("Not in this version of the framework"));
  if (answer->judgement == NULL)
    return g_strdup (_("Not judged"));

  return g_strdup (oct_framework_stage_name (
    framework, oct_framework_find_stage (framework, answer->judgement->stage)));
}

/**
 * oct_lens_answer_describe_basis:
 * @answer: an answer
 *
 * Returns: (transfer full) (nullable): whose view the stage is and what it is said of; %NULL where
 *   nothing is judged
 */
char *
oct_lens_answer_describe_basis (const OctLensAnswer *answer)
{
  GString *basis;

  if (answer->judgement == NULL)
    return NULL;
  basis = g_string_new (oct_judgement_view_to_text (answer->judgement->view));
  if (answer->judgement->confidence != OCT_CONFIDENCE_NONE)
    {
      g_string_append (basis, " · ");
      /* Translators: %s is low, medium or high. */
      g_string_append_printf (basis, _("confidence: %s"),
                              oct_confidence_to_text (answer->judgement->confidence));
    }
  if (answer->by_element)
    {
      g_string_append (basis, " · ");
      g_string_append (basis, _("judged for the element as a whole"));
    }

  return g_string_free (basis, FALSE);
}

/**
 * oct_lens_answer_describe_schools:
 * @answer: an answer
 * @assessment: the assessment it is of
 *
 * Returns: (transfer full) (nullable): how many schools stand at each stage, in the order of the
 *   stages; %NULL where schools are not asked
 */
char *
oct_lens_answer_describe_schools (const OctLensAnswer *answer, OctAssessment *assessment)
{
  g_auto (GStrv) steps = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autofree char *list = NULL;

  if (answer->n_schools == 0)
    return NULL;
  steps = oct_framework_dup_step_names (oct_assessment_get_framework (assessment));
  parts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < answer->n_steps; i++)
    if (answer->schools[i] > 0)
      /* Translators: a number of schools, and the stage they are at. */
      g_ptr_array_add (parts, g_strdup_printf (_("%u %s"), answer->schools[i], steps[i]));
  if (answer->n_not_judged > 0)
    g_ptr_array_add (parts, g_strdup_printf (_("%u not judged"), answer->n_not_judged));
  g_ptr_array_add (parts, NULL);
  /* Translators: stands between the elements of a list. */
  list = g_strjoinv (_(", "), (char **) parts->pdata);

  return answer->schools_by_element
           /* Translators: %s is such as "5 Beginning, 1 not judged". */
           ? g_strdup_printf (_("Schools, for the element as a whole: %s"), list)
           /* Translators: %s is such as "5 Beginning, 1 not judged". */
           : g_strdup_printf (_("Schools: %s"), list);
}

static gboolean
counts_for (const OctLensAnswer *answer, const OctEvidence *evidence)
{
  for (guint i = 0; i < evidence->links->len; i++)
    {
      const OctEvidenceLink *link = g_ptr_array_index (evidence->links, i);

      if (link->school_id == NULL && g_str_equal (link->element, answer->element->key)
          && (answer->aspect == NULL || g_strcmp0 (link->aspect, answer->aspect->key) == 0
              || (answer->by_element && link->aspect == NULL)))
        return TRUE;
    }

  return FALSE;
}

/**
 * oct_lens_answer_count_evidence:
 * @answer: an answer
 * @evidence: (nullable) (element-type OctEvidence): evidence of the trust in the assessment's cycle
 *
 * Each piece counts once, wherever else it stands.
 *
 * Returns: how many pieces of evidence of the trust stand behind the answer
 */
guint
oct_lens_answer_count_evidence (const OctLensAnswer *answer, const GPtrArray *evidence)
{
  guint n_pieces = 0;

  if (answer->element == NULL)
    return 0;
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    n_pieces += counts_for (answer, g_ptr_array_index (evidence, i)) ? 1 : 0;

  return n_pieces;
}

/* How an item stands: mapped to nothing, something missing, or answered at each of its places. */
static void
count_item (OctAssessment *assessment, const OctLensItem *item, guint *n_whole, guint *n_part,
            guint *n_unmapped)
{
  g_autoptr (GPtrArray) answers = oct_lens_list_answers (assessment, item);
  gboolean whole = TRUE;

  if (answers->len == 0)
    {
      (*n_unmapped)++;
      return;
    }
  for (guint i = 0; i < answers->len; i++)
    whole = whole && ((const OctLensAnswer *) g_ptr_array_index (answers, i))->judgement != NULL;
  if (whole)
    (*n_whole)++;
  else
    (*n_part)++;
}

/**
 * oct_lens_describe_answers:
 * @lens: a lens
 * @assessment: an assessment
 *
 * Counts items, never stages.
 *
 * Returns: (transfer full): how many of the items are answered, and what is missing; "" for a blank
 *   lens
 */
char *
oct_lens_describe_answers (OctLens *lens, OctAssessment *assessment)
{
  GPtrArray *items = oct_lens_get_items (lens);
  guint n_whole = 0;
  guint n_part = 0;
  guint n_unmapped = 0;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    count_item (assessment, g_ptr_array_index (items, i), &n_whole, &n_part, &n_unmapped);
  if (items->len == 0)
    return g_string_free (text, FALSE);
  if (n_whole == items->len)
    g_string_append_printf (text,
                            ngettext ("Its one item is judged wherever it is mapped to.",
                                      "All %u are judged wherever they are mapped to.", n_whole),
                            n_whole);
  else
    /* Translators: how many of a list's items, and how many the list has. */
    g_string_append_printf (text, _("%u of %u are judged wherever they are mapped to."), n_whole,
                            items->len);
  if (n_part > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text,
                              ngettext ("%u has a place that isn’t judged.",
                                        "%u have a place that isn’t judged.", n_part),
                              n_part);
    }
  if (n_unmapped > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text,
                              ngettext ("%u is mapped to nothing yet.",
                                        "%u are mapped to nothing yet.", n_unmapped),
                              n_unmapped);
    }

  return g_string_free (text, FALSE);
}
