/* Did it last? What support brought is looked at again after one and after three terms. */
#pragma once

#include "oct-plan-book.h"

G_BEGIN_DECLS

/* The last day of the @terms-th term (autumn, spring, summer) after the one that @ended falls in, or
 * that follows the holiday it falls in. */
OctDate oct_recheck_due (OctPlanBook *book, OctDate ended, guint terms);
/* Whether support has ended and nobody has scheduled when to look again. */
gboolean oct_support_wants_rechecks (OctPlanBook *book, const OctSupport *support, OctDate today);
/* (transfer full): the change that schedules both. */
OctRecordChange *oct_support_schedule_rechecks (OctPlanBook *book, const OctSupport *support);
/* (transfer full): a re-check as it is once it was done. */
OctRecheck *oct_recheck_record (const OctRecheck *recheck, OctOutcome outcome, const char *note,
                                OctDate on);
/* (transfer full): the change that records it, and what was learnt with the support too. */
OctRecordChange *oct_recheck_answer (OctPlanBook *book, const OctRecheck *recheck,
                                     OctOutcome outcome, const char *learnt, OctDate on);

typedef enum
{
  OCT_RECHECK_DUE,    /* on its day or before, and not looked at */
  OCT_RECHECK_COMING, /* later */
  OCT_RECHECK_WANTED, /* of support that ended, and nothing is scheduled */
  OCT_RECHECK_FOUND,  /* looked at */
} OctRecheckState;

/**
 * OctRecheckLine:
 * @support: the support
 * @recheck: (nullable): when it is looked at again, or was; %NULL where nothing is scheduled
 */
typedef struct
{
  OctRecheckState state;
  const OctSupport *support;
  const OctRecheck *recheck;
} OctRecheckLine;

/* (transfer full) (element-type OctRecheckLine): all of them by state and day; the book holds what they
 * point to. */
GPtrArray *oct_rechecks_collect (OctPlanBook *book, OctDate today);

G_END_DECLS
