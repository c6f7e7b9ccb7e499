/* An assessment and the ways to ask it; see the header. */

#include "oct-assessment-private.h"

struct _OctAssessment
{
  GObject parent_instance;

  /* owned */
  OctAssessmentParts parts;
  OctFramework *shown; /* with the retired stages that something stands at */
  GHashTable *now;     /* key of a judgement → OctJudgement */
  GHashTable *before;  /* the same */
  GHashTable *schools;
  GHashTable *people;

  /* borrowed from @parts */
  const OctCycle *cycle;
  const OctCycle *cycle_before;
};

G_DEFINE_FINAL_TYPE (OctAssessment, oct_assessment, G_TYPE_OBJECT)

static char *
make_key (const char *school_id, const char *element, const char *aspect, OctJudgementView view)
{
  return g_strdup_printf ("%s|%s|%s|%d", school_id != NULL ? school_id : "", element,
                          aspect != NULL ? aspect : "", (int) view);
}

/**
 * oct_assessment_parts_clear:
 * @parts: parts that were not handed over
 */
void
oct_assessment_parts_clear (OctAssessmentParts *parts)
{
  g_clear_object (&parts->framework);
  g_clear_pointer (&parts->versions, g_ptr_array_unref);
  g_clear_pointer (&parts->draft, g_hash_table_unref);
  g_clear_pointer (&parts->trust, oct_own_trust_free);
  g_clear_pointer (&parts->schools, g_ptr_array_unref);
  g_clear_pointer (&parts->left, g_ptr_array_unref);
  g_clear_pointer (&parts->cycles, g_ptr_array_unref);
  g_clear_pointer (&parts->targets, g_ptr_array_unref);
  g_clear_pointer (&parts->pillars, g_ptr_array_unref);
  g_clear_pointer (&parts->people, g_ptr_array_unref);
  g_clear_pointer (&parts->judgements, g_ptr_array_unref);
  g_clear_pointer (&parts->before, g_ptr_array_unref);
  g_clear_pointer (&parts->lenses, g_ptr_array_unref);
  g_clear_pointer (&parts->cycle_id, g_free);
}

static void
oct_assessment_finalize (GObject *object)
{
  OctAssessment *self = OCT_ASSESSMENT (object);

  g_clear_object (&self->shown);
  g_clear_pointer (&self->now, g_hash_table_unref);
  g_clear_pointer (&self->before, g_hash_table_unref);
  g_clear_pointer (&self->schools, g_hash_table_unref);
  g_clear_pointer (&self->people, g_hash_table_unref);
  oct_assessment_parts_clear (&self->parts);

  G_OBJECT_CLASS (oct_assessment_parent_class)->finalize (object);
}

static void
oct_assessment_class_init (OctAssessmentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_assessment_finalize;
}

static void
oct_assessment_init (OctAssessment *self)
{
  self->now = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->schools = g_hash_table_new (g_str_hash, g_str_equal);
  self->people = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
index_judgements (GHashTable *table, GPtrArray *judgements)
{
  for (guint i = 0; judgements != NULL && i < judgements->len; i++)
    {
      OctJudgement *judgement = g_ptr_array_index (judgements, i);

      g_hash_table_replace (table,
                            make_key (judgement->school_id, judgement->element, judgement->aspect,
                                      judgement->view),
                            judgement);
    }
}

static void
index_schools (GHashTable *table, GPtrArray *schools)
{
  for (guint i = 0; i < schools->len; i++)
    {
      OctOwnSchool *school = g_ptr_array_index (schools, i);

      g_hash_table_insert (table, school->id, school);
    }
}

static const OctCycle *
find_cycle (GPtrArray *cycles, const char *cycle_id, guint *index)
{
  for (guint i = 0; cycle_id != NULL && i < cycles->len; i++)
    {
      const OctCycle *cycle = g_ptr_array_index (cycles, i);

      if (!g_str_equal (cycle->id, cycle_id))
        continue;
      *index = i;
      return cycle;
    }

  return NULL;
}

/**
 * oct_cycle_before:
 * @cycles: (element-type OctCycle): the cycles, the earliest first
 * @cycle_id: (nullable): one of them
 *
 * Returns: (transfer none) (nullable): the cycle before it
 */
const OctCycle *
oct_cycle_before (GPtrArray *cycles, const char *cycle_id)
{
  guint index = 0;

  if (find_cycle (cycles, cycle_id, &index) == NULL || index == 0)
    return NULL;

  return g_ptr_array_index (cycles, index - 1);
}

/**
 * oct_assessment_new:
 * @parts: (transfer full): what it is made of; empty afterwards
 *
 * Returns: (transfer full): the assessment
 */
OctAssessment *
oct_assessment_new (OctAssessmentParts *parts)
{
  OctAssessment *self = g_object_new (OCT_TYPE_ASSESSMENT, NULL);
  guint index;

  self->parts = *parts;
  *parts = (OctAssessmentParts) { 0 };
  if (self->parts.lenses == NULL)
    self->parts.lenses = g_ptr_array_new_with_free_func (g_object_unref);
  index_judgements (self->now, self->parts.judgements);
  index_judgements (self->before, self->parts.before);
  if (self->parts.left == NULL)
    self->parts.left = g_ptr_array_new ();
  index_schools (self->schools, self->parts.schools);
  index_schools (self->schools, self->parts.left);
  for (guint i = 0; i < self->parts.people->len; i++)
    {
      OctPerson *person = g_ptr_array_index (self->parts.people, i);

      g_hash_table_insert (self->people, person->id, person);
    }
  self->shown = oct_assessment_parts_find_shown (&self->parts);
  self->cycle = find_cycle (self->parts.cycles, self->parts.cycle_id, &index);
  self->cycle_before = oct_cycle_before (self->parts.cycles, self->parts.cycle_id);

  return self;
}

/**
 * oct_assessment_get_framework:
 * @self: an assessment
 *
 * Returns: (transfer none): the framework its cycle is judged by
 */
OctFramework *
oct_assessment_get_framework (OctAssessment *self)
{
  return self->parts.framework;
}

/**
 * oct_assessment_get_shown_framework:
 * @self: an assessment
 *
 * Returns: (transfer none): the framework of its cycle, with those retired stages in use that a
 *   judgement or a target of the assessment still stands at; steps are steps of this one
 */
OctFramework *
oct_assessment_get_shown_framework (OctAssessment *self)
{
  return self->shown;
}

/**
 * oct_assessment_get_versions:
 * @self: an assessment
 *
 * Returns: (transfer none) (nullable) (element-type OctFrameworkVersion): the versions of the
 *   framework, the oldest first
 */
GPtrArray *
oct_assessment_get_versions (OctAssessment *self)
{
  return self->parts.versions;
}

/**
 * oct_assessment_get_draft:
 * @self: an assessment
 *
 * Returns: (transfer none) (nullable) (element-type utf8 utf8): what is written of the next version,
 *   see oct_framework_draft_apply(); empty or %NULL where nothing is
 */
GHashTable *
oct_assessment_get_draft (OctAssessment *self)
{
  return self->parts.draft;
}

/**
 * oct_assessment_get_trust:
 * @self: an assessment
 *
 * Returns: (transfer none): the trust
 */
const OctOwnTrust *
oct_assessment_get_trust (OctAssessment *self)
{
  return self->parts.trust;
}

/**
 * oct_assessment_get_schools:
 * @self: an assessment
 *
 * Returns: (transfer none) (element-type OctOwnSchool): the schools in the trust now, by name
 */
GPtrArray *
oct_assessment_get_schools (OctAssessment *self)
{
  return self->parts.schools;
}

/**
 * oct_assessment_get_left_schools:
 * @self: an assessment
 *
 * Returns: (transfer none) (element-type OctOwnSchool): those that are no longer in it, by name
 */
GPtrArray *
oct_assessment_get_left_schools (OctAssessment *self)
{
  return self->parts.left;
}

/**
 * oct_assessment_get_cycles:
 * @self: an assessment
 *
 * Returns: (transfer none) (element-type OctCycle): every cycle, the earliest first
 */
GPtrArray *
oct_assessment_get_cycles (OctAssessment *self)
{
  return self->parts.cycles;
}

/**
 * oct_assessment_get_pillars:
 * @self: an assessment
 *
 * Returns: (transfer none) (element-type OctPillar): the pillars of the strategy
 */
GPtrArray *
oct_assessment_get_pillars (OctAssessment *self)
{
  return self->parts.pillars;
}

/**
 * oct_assessment_get_people:
 * @self: an assessment
 *
 * Returns: (transfer none) (element-type OctPerson): the people, by post and name
 */
GPtrArray *
oct_assessment_get_people (OctAssessment *self)
{
  return self->parts.people;
}

/**
 * oct_assessment_get_lenses:
 * @self: an assessment
 *
 * Returns: (transfer none) (element-type OctLens): other lists that the judgements answer, the
 *   trust's own strategy first
 */
GPtrArray *
oct_assessment_get_lenses (OctAssessment *self)
{
  return self->parts.lenses;
}

/**
 * oct_assessment_find_lens:
 * @self: an assessment
 * @key: a lens's key
 *
 * Returns: (transfer none) (nullable): the lens
 */
OctLens *
oct_assessment_find_lens (OctAssessment *self, const char *key)
{
  for (guint i = 0; i < self->parts.lenses->len; i++)
    {
      OctLens *lens = g_ptr_array_index (self->parts.lenses, i);

      if (g_strcmp0 (oct_lens_get_key (lens), key) == 0)
        return lens;
    }

  return NULL;
}

/**
 * oct_assessment_get_judgements:
 * @self: an assessment
 *
 * Returns: (transfer none) (element-type OctJudgement): every judgement of its cycle
 */
GPtrArray *
oct_assessment_get_judgements (OctAssessment *self)
{
  return self->parts.judgements;
}

/**
 * oct_assessment_get_judgements_before:
 * @self: an assessment
 *
 * Returns: (transfer none) (element-type OctJudgement): every judgement of the cycle before
 */
GPtrArray *
oct_assessment_get_judgements_before (OctAssessment *self)
{
  return self->parts.before;
}

/**
 * oct_assessment_get_cycle:
 * @self: an assessment
 *
 * Returns: (transfer none) (nullable): its cycle; %NULL before the first was begun
 */
const OctCycle *
oct_assessment_get_cycle (OctAssessment *self)
{
  return self->cycle;
}

/**
 * oct_assessment_get_cycle_before:
 * @self: an assessment
 *
 * Returns: (transfer none) (nullable): the cycle before its own
 */
const OctCycle *
oct_assessment_get_cycle_before (OctAssessment *self)
{
  return self->cycle_before;
}

/**
 * oct_assessment_find_school:
 * @self: an assessment
 * @school_id: (nullable): a school's id
 *
 * Returns: (transfer none) (nullable): the school, in the trust or not any more
 */
const OctOwnSchool *
oct_assessment_find_school (OctAssessment *self, const char *school_id)
{
  return school_id != NULL ? g_hash_table_lookup (self->schools, school_id) : NULL;
}

static const OctOwnSchool *
find_urn (GPtrArray *schools, guint32 urn)
{
  for (guint i = 0; i < schools->len; i++)
    {
      const OctOwnSchool *school = g_ptr_array_index (schools, i);

      if (school->urn == urn)
        return school;
    }

  return NULL;
}

/**
 * oct_assessment_find_urn:
 * @self: an assessment
 * @urn: a URN
 *
 * Returns: (transfer none) (nullable): the school of the trust that has it now, else the one that
 *   had it when it left
 */
const OctOwnSchool *
oct_assessment_find_urn (OctAssessment *self, guint32 urn)
{
  const OctOwnSchool *school = urn != 0 ? find_urn (self->parts.schools, urn) : NULL;

  return urn != 0 && school == NULL ? find_urn (self->parts.left, urn) : school;
}

/**
 * oct_assessment_find_person:
 * @self: an assessment
 * @person_id: (nullable): a person's id
 *
 * Returns: (transfer none) (nullable): the person
 */
const OctPerson *
oct_assessment_find_person (OctAssessment *self, const char *person_id)
{
  return person_id != NULL ? g_hash_table_lookup (self->people, person_id) : NULL;
}

/**
 * oct_assessment_find_target:
 * @self: an assessment
 * @school_id: (nullable): a school, or %NULL for the trust
 * @element: an element's key
 *
 * Returns: (transfer none) (nullable): the target that is due next
 */
const OctTarget *
oct_assessment_find_target (OctAssessment *self, const char *school_id, const char *element)
{
  const OctTarget *found = NULL;
  OctDate since = self->cycle != NULL ? self->cycle->starts : OCT_DATE_UNKNOWN;

  for (guint i = 0; i < self->parts.targets->len; i++)
    {
      const OctTarget *target = g_ptr_array_index (self->parts.targets, i);

      if (g_strcmp0 (target->school_id, school_id) != 0 || !g_str_equal (target->element, element))
        continue;
      /* The first that is due in this cycle or later; else the last there was. */
      found = target;
      if (target->due >= since)
        break;
    }

  return found;
}

/**
 * oct_assessment_find:
 * @self: an assessment
 * @when: in which cycle
 * @school_id: (nullable): a school, or %NULL for the trust
 * @element: an element's key
 * @aspect: (nullable): an aspect's key, or %NULL for the element as a whole
 * @view: whose view
 *
 * Returns: (transfer none) (nullable): the judgement, draft or finished
 */
const OctJudgement *
oct_assessment_find (OctAssessment *self, OctAssessmentWhen when, const char *school_id,
                     const char *element, const char *aspect, OctJudgementView view)
{
  g_autofree char *key = make_key (school_id, element, aspect, view);

  return g_hash_table_lookup (when == OCT_WHEN_NOW ? self->now : self->before, key);
}

/**
 * oct_assessment_find_shown:
 * @self: an assessment
 * @when: in which cycle
 * @school_id: (nullable): a school, or %NULL for the trust
 * @element: an element's key
 *
 * Returns: (transfer none) (nullable): the judgement that pictures show, which is finished: the
 *   moderated view, or the own view until there is one
 */
const OctJudgement *
oct_assessment_find_shown (OctAssessment *self, OctAssessmentWhen when, const char *school_id,
                           const char *element)
{
  const OctJudgement *moderated = oct_assessment_find (self, when, school_id, element, NULL,
                                                       OCT_VIEW_MODERATED);
  const OctJudgement *own;

  if (moderated != NULL && moderated->final)
    return moderated;
  own = oct_assessment_find (self, when, school_id, element, NULL, OCT_VIEW_OWN);

  return own != NULL && own->final ? own : NULL;
}

/**
 * oct_assessment_step:
 * @self: an assessment
 * @judgement: (nullable): one of its judgements
 *
 * Returns: the step it found, from 0; %OCT_STAGE_NONE for a draft or %NULL
 */
int
oct_assessment_step (OctAssessment *self, const OctJudgement *judgement)
{
  if (judgement == NULL || !judgement->final || judgement->stage == NULL)
    return OCT_STAGE_NONE;

  return oct_framework_find_step (self->shown, judgement->stage);
}

/**
 * oct_assessment_get_step:
 * @self: an assessment
 * @when: in which cycle
 * @school_id: (nullable): a school, or %NULL for the trust
 * @element: an element's key
 * @view: whose view
 *
 * Returns: the step of the finished judgement, from 0, or %OCT_STAGE_NONE
 */
int
oct_assessment_get_step (OctAssessment *self, OctAssessmentWhen when, const char *school_id,
                         const char *element, OctJudgementView view)
{
  return oct_assessment_step (self,
                              oct_assessment_find (self, when, school_id, element, NULL, view));
}

/**
 * oct_assessment_get_shown_step:
 * @self: an assessment
 * @when: in which cycle
 * @school_id: (nullable): a school, or %NULL for the trust
 * @element: an element's key
 *
 * Returns: the step that pictures show, from 0, or %OCT_STAGE_NONE
 */
int
oct_assessment_get_shown_step (OctAssessment *self, OctAssessmentWhen when, const char *school_id,
                               const char *element)
{
  return oct_assessment_step (self, oct_assessment_find_shown (self, when, school_id, element));
}

/**
 * oct_assessment_get_target_step:
 * @self: an assessment
 * @school_id: (nullable): a school, or %NULL for the trust
 * @element: an element's key
 *
 * Returns: the step of the target that is due next, from 0, or %OCT_STAGE_NONE
 */
int
oct_assessment_get_target_step (OctAssessment *self, const char *school_id, const char *element)
{
  const OctTarget *target = oct_assessment_find_target (self, school_id, element);

  if (target == NULL)
    return OCT_STAGE_NONE;

  return oct_framework_find_step (self->parts.framework, target->stage);
}

/**
 * oct_element_is_asked_of:
 * @element: an element
 * @school: whether a school is meant, else the trust
 *
 * Returns: whether the subject judges it
 */
gboolean
oct_element_is_asked_of (const OctElement *element, gboolean school)
{
  return (element->judged & (school ? OCT_JUDGED_BY_SCHOOLS : OCT_JUDGED_BY_TRUST)) != 0;
}

/**
 * oct_assessment_count_judged:
 * @self: an assessment
 * @school_id: (nullable): a school, or %NULL for the trust
 * @view: whose view
 * @asked: (out) (nullable): how many elements the subject is asked about
 *
 * Returns: how many of them have a finished judgement in this cycle
 */
guint
oct_assessment_count_judged (OctAssessment *self, const char *school_id, OctJudgementView view,
                             guint *asked)
{
  GPtrArray *elements = oct_framework_get_elements (self->parts.framework);
  guint n_asked = 0;
  guint n_judged = 0;

  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);
      const OctJudgement *judgement;

      if (!oct_element_is_asked_of (element, school_id != NULL))
        continue;
      n_asked++;
      judgement = oct_assessment_find (self, OCT_WHEN_NOW, school_id, element->key, NULL, view);
      if (judgement != NULL && judgement->final)
        n_judged++;
    }
  if (asked != NULL)
    *asked = n_asked;

  return n_judged;
}
