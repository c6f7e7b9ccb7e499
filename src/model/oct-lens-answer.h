/* What was judged answers the items of a lens: for each place that an item is mapped to, the trust's
 * judgement, where the schools stand, and what is missing.
 *
 * Answers stand side by side and are never put together into one: stages are steps, and an item has
 * no stage of its own.
 */
#pragma once

#include "oct-assessment.h"
#include "oct-evidence.h"
#include "oct-lens.h"

G_BEGIN_DECLS

/**
 * OctLensAnswer:
 * @map: where the item leads
 * @element: (nullable): %NULL where the framework has no such element or aspect
 * @aspect: (nullable): %NULL for the element as a whole
 * @judgement: (nullable): the trust's, the moderated view where it is finished; %NULL where it isn't
 *   judged
 * @step: its stage, from 0, or %OCT_STAGE_NONE
 * @by_element: the aspect isn't judged by itself, and the judgement is that of its element
 * @n_steps: how many stages are in use
 * @schools: how many schools stand at each step
 * @n_not_judged: schools that are asked and not judged
 * @n_schools: schools that are asked; 0 where the trust alone is
 * @schools_by_element: where schools stand is said of the element, since no school was judged in the
 *   aspect
 *
 * An answer. Everything belongs to the assessment.
 */
typedef struct
{
  const OctLensMap *map;
  const OctElement *element;
  const OctAspect *aspect;
  const OctJudgement *judgement;
  int step;
  gboolean by_element;
  guint n_steps;
  guint schools[OCT_FRAMEWORK_MAX_STAGES];
  guint n_not_judged;
  guint n_schools;
  gboolean schools_by_element;
} OctLensAnswer;

/* (transfer full) (element-type OctLensAnswer): in the order of the item's places. */
GPtrArray *oct_lens_list_answers (OctAssessment *assessment, const OctLensItem *item);

/* (transfer full): "Resilience: Financial". */
char *oct_lens_answer_describe_place (const OctLensAnswer *answer);
/* (transfer full): "Embedded", "Not judged". */
char *oct_lens_answer_describe_stage (const OctLensAnswer *answer, OctAssessment *assessment);
/* (transfer full) (nullable): how far the stage holds: "moderated view · confidence: low". */
char *oct_lens_answer_describe_basis (const OctLensAnswer *answer);
/* (transfer full) (nullable): "12 schools: 5 Beginning, 6 Developing, 1 not judged". */
char *oct_lens_answer_describe_schools (const OctLensAnswer *answer, OctAssessment *assessment);
guint oct_lens_answer_count_evidence (const OctLensAnswer *answer, const GPtrArray *evidence);

/* (transfer full): how much of the lens is answered, in a sentence or two. */
char *oct_lens_describe_answers (OctLens *lens, OctAssessment *assessment);

G_END_DECLS
