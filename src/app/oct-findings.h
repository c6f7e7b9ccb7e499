/* What an assessment has to say in sentences: what changed since the last cycle, what stands out,
 * and what is still to be done.
 *
 * The same findings stand on the page of the trust, in the command line and later in a pack. Each
 * leads to the place where it can be seen or done. None counts or ranks stages together.
 */
#pragma once

#include "oct-assessment.h"

G_BEGIN_DECLS

typedef enum
{
  OCT_FINDING_UP,
  OCT_FINDING_DOWN,
  OCT_FINDING_NOTE,
  OCT_FINDING_TODO,
} OctFindingKind;

/**
 * OctFinding:
 * @sentence: what it says
 * @detail: more, or ""
 * @location: where it is seen or done
 */
typedef struct
{
  OctFindingKind kind;
  char *sentence;
  char *detail;
  char *location;
} OctFinding;

void oct_finding_free (OctFinding *finding);

/* (transfer full) (element-type OctFinding) */
GPtrArray *oct_find_changes (OctAssessment *assessment);
GPtrArray *oct_find_exceptions (OctAssessment *assessment);
GPtrArray *oct_find_to_do (OctAssessment *assessment);

G_END_DECLS
