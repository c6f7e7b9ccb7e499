/* A judgement: the stage somebody saw in one element of one subject in one cycle, and why.
 *
 * The subject is the trust or one of its schools; the view is the school's own or the one the
 * trust moderated. A judgement may be a draft; to be finished it needs a stage and a reason.
 * "Not judged" is the absence of a judgement, never a stage. Stages are named by their key in a
 * version of the framework, and are steps: nothing here averages, totals or ranks them.
 */
#pragma once

#include <glib-object.h>

#include "oct-date.h"

G_BEGIN_DECLS

typedef enum
{
  OCT_VIEW_OWN,
  OCT_VIEW_MODERATED,
} OctJudgementView;

typedef enum
{
  OCT_CONFIDENCE_NONE, /* not said */
  OCT_CONFIDENCE_LOW,
  OCT_CONFIDENCE_MEDIUM,
  OCT_CONFIDENCE_HIGH,
} OctConfidence;

/**
 * OctJudgement:
 * @id: a UUID; %NULL for one that has not been kept yet
 * @cycle_id: the cycle it was made in
 * @framework_id: the version of the framework whose words were judged by
 * @school_id: (nullable): the school, or %NULL for the trust
 * @element: the element's key
 * @aspect: (nullable): the aspect's key, or %NULL for the element as a whole
 * @stage: (nullable): the stage's key; %NULL while a draft has none yet
 * @reason: why, in words; never %NULL
 * @gives: what a school gives in this element; never %NULL
 * @gains: what it gains; never %NULL
 * @final: finished, else a draft
 * @carried: taken over unchanged from the cycle before
 * @assessor_id: (nullable): the person who judged
 * @judged_on: the day
 * @n_evidence: how many pieces of evidence are attached
 */
typedef struct
{
  char *id;
  char *cycle_id;
  char *framework_id;
  char *school_id;
  char *element;
  char *aspect;
  OctJudgementView view;
  char *stage;
  char *reason;
  char *gives;
  char *gains;
  OctConfidence confidence;
  gboolean final;
  gboolean carried;
  char *assessor_id;
  OctDate judged_on;
  guint n_evidence;
} OctJudgement;

OctJudgement *oct_judgement_new (const char *cycle_id, const char *school_id, const char *element,
                                 const char *aspect, OctJudgementView view);
OctJudgement *oct_judgement_copy (const OctJudgement *judgement);
void oct_judgement_free (OctJudgement *judgement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctJudgement, oct_judgement_free)

/* Neither a stage nor a word: there is nothing to keep. */
gboolean oct_judgement_is_empty (const OctJudgement *judgement);
gboolean oct_judgement_check (const OctJudgement *judgement, GError **error);

const char *oct_judgement_view_to_key (OctJudgementView view);
gboolean oct_judgement_view_from_key (const char *key, OctJudgementView *view);
const char *oct_judgement_view_to_text (OctJudgementView view);
const char *oct_confidence_to_key (OctConfidence confidence);
gboolean oct_confidence_from_key (const char *key, OctConfidence *confidence);
const char *oct_confidence_to_text (OctConfidence confidence);

G_END_DECLS
