/* An assessment: all that was judged in one cycle, with the cycle before it, as one value.
 *
 * It is read whole and never changes; after an edit there is another one. Everything a page or a
 * picture of the eight elements shows is asked of it: the framework, the schools, who judged what
 * and where it stood before. Stages are steps in use, by index from 0; %OCT_STAGE_NONE is "not
 * judged". Nothing here averages, totals or ranks them.
 */
#pragma once

#include "oct-framework.h"
#include "oct-judgement.h"
#include "oct-own-trust.h"

G_BEGIN_DECLS

#define OCT_TYPE_ASSESSMENT (oct_assessment_get_type ())
G_DECLARE_FINAL_TYPE (OctAssessment, oct_assessment, OCT, ASSESSMENT, GObject)

/**
 * OctFrameworkVersion:
 * @id: what judgements and cycles refer to
 * @made_at: when it was made, in seconds since 1970
 * @framework: (nullable): what it says; %NULL where its text can't be read
 *
 * A version of the framework that the workspace keeps.
 */
typedef struct
{
  char *id;
  gint64 made_at;
  OctFramework *framework;
} OctFrameworkVersion;

void oct_framework_version_free (OctFrameworkVersion *version);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctFrameworkVersion, oct_framework_version_free)

/**
 * OctAssessmentParts:
 * @left: (nullable) (element-type OctOwnSchool): schools that are no longer in the trust
 * @versions: (element-type OctFrameworkVersion) (nullable): of the framework, the oldest first
 * @draft: (element-type utf8 utf8) (nullable): what is written of the next one; see
 *   oct-framework-draft.h
 * @cycle_id: (nullable): the cycle it is of; %NULL while there is none
 * @judgements: (element-type OctJudgement): of that cycle, those of aspects too
 * @before: (element-type OctJudgement): of the cycle before it
 * @lenses: (nullable) (element-type OctLens): other lists that the judgements answer
 *
 * What an assessment is made of; all of it is handed over.
 */
typedef struct
{
  OctFramework *framework;
  GPtrArray *versions;
  GHashTable *draft;
  OctOwnTrust *trust;
  GPtrArray *schools;
  GPtrArray *left;
  GPtrArray *cycles;
  GPtrArray *targets;
  GPtrArray *pillars;
  GPtrArray *people;
  char *cycle_id;
  GPtrArray *judgements;
  GPtrArray *before;
  GPtrArray *lenses;
} OctAssessmentParts;

void oct_assessment_parts_clear (OctAssessmentParts *parts);
/* The cycle before one, or %NULL. */
const OctCycle *oct_cycle_before (GPtrArray *cycles, const char *cycle_id);

OctAssessment *oct_assessment_new (OctAssessmentParts *parts);

OctFramework *oct_assessment_get_framework (OctAssessment *self);
/* For pictures: with those retired stages that a judgement or a target still stands at. */
OctFramework *oct_assessment_get_shown_framework (OctAssessment *self);
/* (nullable) (element-type OctFrameworkVersion): the oldest first. */
GPtrArray *oct_assessment_get_versions (OctAssessment *self);
/* The version that judging is by from now on, which an older cycle need not be of. */
OctFramework *oct_assessment_get_newest_framework (OctAssessment *self);
/* (nullable) (element-type utf8 utf8): what is written of the next version. */
GHashTable *oct_assessment_get_draft (OctAssessment *self);
/* The version that a judgement was made by, whatever the cycle is judged by now. */
OctFramework *oct_assessment_get_framework_of (OctAssessment *self, const OctJudgement *judgement);
/* The version that was the newest at that time. */
OctFramework *oct_assessment_get_framework_at (OctAssessment *self, gint64 at);
/* (transfer full) (nullable): "Judged under version 1", where that isn't the cycle's version. */
char *oct_assessment_describe_version (OctAssessment *self, const OctJudgement *judgement);
const OctOwnTrust *oct_assessment_get_trust (OctAssessment *self);
/* (element-type OctOwnSchool): in the trust now, by name. */
GPtrArray *oct_assessment_get_schools (OctAssessment *self);
/* (element-type OctOwnSchool): that left it, closed or merged, by name; what was recorded for them
 * is kept. */
GPtrArray *oct_assessment_get_left_schools (OctAssessment *self);
/* (element-type OctCycle): all, the earliest first. */
GPtrArray *oct_assessment_get_cycles (OctAssessment *self);
GPtrArray *oct_assessment_get_pillars (OctAssessment *self);
GPtrArray *oct_assessment_get_people (OctAssessment *self);
/* (element-type OctLens): the trust's own strategy first. */
GPtrArray *oct_assessment_get_lenses (OctAssessment *self);
OctLens *oct_assessment_find_lens (OctAssessment *self, const char *key);
/* (element-type OctJudgement): of this cycle, and of the one before. */
GPtrArray *oct_assessment_get_judgements (OctAssessment *self);
GPtrArray *oct_assessment_get_judgements_before (OctAssessment *self);
const OctCycle *oct_assessment_get_cycle (OctAssessment *self);
const OctCycle *oct_assessment_get_cycle_before (OctAssessment *self);

/* Also one that left. By URN: one that is in the trust before one that isn't. */
const OctOwnSchool *oct_assessment_find_school (OctAssessment *self, const char *school_id);
const OctOwnSchool *oct_assessment_find_urn (OctAssessment *self, guint32 urn);
const OctPerson *oct_assessment_find_person (OctAssessment *self, const char *person_id);
const OctTarget *oct_assessment_find_target (OctAssessment *self, const char *school_id,
                                             const char *element);

/**
 * OctAssessmentWhen:
 * @OCT_WHEN_NOW: in this cycle
 * @OCT_WHEN_BEFORE: in the cycle before
 */
typedef enum
{
  OCT_WHEN_NOW,
  OCT_WHEN_BEFORE,
} OctAssessmentWhen;

/* The judgement as it is, draft or finished; %NULL where there is none. @school_id is %NULL for the
 * trust, @aspect for the element as a whole. */
const OctJudgement *oct_assessment_find (OctAssessment *self, OctAssessmentWhen when,
                                         const char *school_id, const char *element,
                                         const char *aspect, OctJudgementView view);
/* The one that pictures show: the moderated view where it is finished, else the own view. */
const OctJudgement *oct_assessment_find_shown (OctAssessment *self, OctAssessmentWhen when,
                                               const char *school_id, const char *element);
/* The step that a finished judgement found, else %OCT_STAGE_NONE. */
int oct_assessment_step (OctAssessment *self, const OctJudgement *judgement);
int oct_assessment_get_step (OctAssessment *self, OctAssessmentWhen when, const char *school_id,
                             const char *element, OctJudgementView view);
int oct_assessment_get_shown_step (OctAssessment *self, OctAssessmentWhen when,
                                   const char *school_id, const char *element);
int oct_assessment_get_target_step (OctAssessment *self, const char *school_id,
                                    const char *element);

/* Whether a subject is asked about an element: the trust about all, a school where schools judge. */
gboolean oct_element_is_asked_of (const OctElement *element, gboolean school);
/* How many of the elements a subject is asked about have a finished judgement in this cycle. */
guint oct_assessment_count_judged (OctAssessment *self, const char *school_id,
                                   OctJudgementView view, guint *asked);

G_END_DECLS
