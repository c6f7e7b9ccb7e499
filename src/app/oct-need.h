/* What is known of a school before its plan is written, each piece ready to become an objective.
 *
 * What was judged of it, how the objectives of its last plan ended, and what is of concern, side by side.
 * Nothing here weighs one against another: whoever writes the plan decides what comes first.
 */
#pragma once

#include "oct-assessment.h"
#include "oct-plan-edits.h"

G_BEGIN_DECLS

typedef enum
{
  OCT_NEED_ELEMENT,   /* a stage in an element, its reason, and what it was before */
  OCT_NEED_OBJECTIVE, /* an objective of the last plan, and how it ended */
  OCT_NEED_CONCERN,   /* a concern that isn't resolved */
  OCT_N_NEEDS
} OctNeedKind;

/**
 * OctNeed:
 * @title: what it is about
 * @detail: what is known of it; may be ""
 * @rating: of an objective or a concern
 * @draft: the objective that it would become, with neither id nor plan
 *
 * One thing that is known.
 */
typedef struct
{
  OctNeedKind kind;
  char *title;
  char *detail;
  OctRating rating;
  OctObjective *draft;
} OctNeed;

void oct_need_free (OctNeed *need);
/* (transfer full) (element-type OctNeed): by kind. */
GPtrArray *oct_needs_find (OctAssessment *assessment, OctPlanBook *book, const char *school_id);

/**
 * OctNeedDraft:
 * @objective: (transfer none): the objective with its words, owner and day
 * @measure: what its success criterion measures; "" for none yet
 *
 * What is to be put into a plan.
 */
typedef struct
{
  const OctObjective *objective;
  const char *measure;
} OctNeedDraft;

/* Adds objectives at the end of a plan; @plan may be new in the same change. */
void oct_need_add_drafts (OctPlanBook *book, OctRecordChange *change, const OctPlan *plan,
                          const OctNeedDraft *drafts, guint n_drafts);

G_END_DECLS
