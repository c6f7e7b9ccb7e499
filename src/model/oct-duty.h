/* What waits for a person: what is due, overdue, or has no date and waits all the same.
 *
 * Duties are told by date, and nobody is ranked by how many they have.
 */
#pragma once

#include "oct-plan-query.h"

G_BEGIN_DECLS

typedef enum
{
  OCT_DUTY_ACTION,
  OCT_DUTY_MILESTONE,
  OCT_DUTY_OBJECTIVE,
  OCT_DUTY_REVIEW,
  OCT_DUTY_VISIT,
  OCT_DUTY_CONCERN,
  OCT_DUTY_RECHECK,
  OCT_DUTY_SUPPORT_ENDED, /* when to look again isn't scheduled */
} OctDutyKind;

/* How many days on from today one looks. */
#define OCT_DUTY_DAYS 14

/**
 * OctDuty:
 * @record: (transfer none): what it is about; of a review, the plan or the review that is open
 * @text: what it says
 * @school_id: (nullable)
 * @location: where it is done
 * @due: unknown where it waits without a date
 */
typedef struct
{
  OctDutyKind kind;
  const OctRecord *record;
  char *text;
  const char *school_id;
  char *location;
  OctDate due;
} OctDuty;

typedef enum
{
  OCT_DUE_OVERDUE,
  OCT_DUE_SOON,
  OCT_DUE_WAITING, /* no date */
} OctDue;

/* (transfer full) (element-type OctDuty): of a person, overdue first, then by date, then what waits.
 * The records are those of @book, which must live as long. */
GPtrArray *oct_duties_collect (OctPlanBook *book, const char *person_id, OctDate today);
OctDue oct_duty_get_due (const OctDuty *duty, OctDate today);
/* "Action", "Review". */
const char *oct_duty_kind_to_text (OctDutyKind kind);

G_END_DECLS
