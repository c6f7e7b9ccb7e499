/* What the register says of the trust and its schools today, beside what the workspace accepted.
 *
 * A pure comparison: two pictures in, a list of differences out, each with both values and a
 * sentence, to be accepted or not by a person. A school keeps its id of our own through every new
 * URN, so what was recorded for a predecessor follows it. Nothing is ever deleted: a school that
 * is no longer in the trust is kept with the day on which that ended.
 */
#pragma once

#include "oct-link.h"
#include "oct-own-trust.h"
#include "oct-school.h"

G_BEGIN_DECLS

/**
 * OctDifferenceKind:
 * @OCT_DIFFERENCE_TRUST_NAME: the trust has another name
 * @OCT_DIFFERENCE_JOINED: a school that the workspace doesn't know is in the trust
 * @OCT_DIFFERENCE_RETURNED: a school that had left is in the trust again
 * @OCT_DIFFERENCE_IDENTIFIED: a school entered by hand is in the register
 * @OCT_DIFFERENCE_NEW_URN: a school goes on under another URN, as when it becomes an academy
 * @OCT_DIFFERENCE_SPLIT: a school closed, and a person has to say which one goes on with what was
 *   recorded for it: it was divided, or only its place tells
 * @OCT_DIFFERENCE_MERGED: a school closed and became part of another that has its own history
 * @OCT_DIFFERENCE_LEFT: a school is in another trust, or in none
 * @OCT_DIFFERENCE_CLOSED: a school closed, and nothing follows it
 * @OCT_DIFFERENCE_RENAMED: a school has another name
 * @OCT_DIFFERENCE_FACTS: something else that is shown of a school differs
 *
 * In the order in which they are shown.
 */
typedef enum
{
  OCT_DIFFERENCE_TRUST_NAME,
  OCT_DIFFERENCE_JOINED,
  OCT_DIFFERENCE_RETURNED,
  OCT_DIFFERENCE_IDENTIFIED,
  OCT_DIFFERENCE_NEW_URN,
  OCT_DIFFERENCE_SPLIT,
  OCT_DIFFERENCE_MERGED,
  OCT_DIFFERENCE_LEFT,
  OCT_DIFFERENCE_CLOSED,
  OCT_DIFFERENCE_RENAMED,
  OCT_DIFFERENCE_FACTS,
  OCT_N_DIFFERENCES
} OctDifferenceKind;

/**
 * OctDifferenceLine:
 * @label: what differs: "Name"
 * @before: as accepted; "" where nothing was
 * @after: as the register has it; "" where it states nothing
 */
typedef struct
{
  char *label;
  char *before;
  char *after;
} OctDifferenceLine;

/**
 * OctDifference:
 * @key: the same for the same difference between the same values, so that "not now" is remembered
 * @school_id: (nullable): the workspace's school; %NULL for the trust and for a school that is new
 * @name: of the trust or school, as the workspace knows it
 * @sentence: what happened, in words
 * @lines: (element-type OctDifferenceLine): both values, where there are two
 * @choices: (element-type OctSchool): the schools that may go on with what was recorded; only of
 *   %OCT_DIFFERENCE_SPLIT
 * @school: (nullable): the register's school: the one in the trust now, else the one it was or
 *   became
 * @trust_name: (nullable): the trust's name in the register
 * @accepted: the date of the register that was accepted; unknown for what is new
 * @on: the day it happened, or the register's date where it doesn't say
 * @as_at: the date of the register
 *
 * Immutable; shared by reference.
 */
typedef struct
{
  OctDifferenceKind kind;
  char *key;
  char *school_id;
  char *name;
  char *sentence;
  GPtrArray *lines;
  GPtrArray *choices;
  OctSchool *school;
  char *trust_name;
  OctDate accepted;
  OctDate on;
  OctDate as_at;
} OctDifference;

OctDifference *oct_difference_ref (OctDifference *difference);
void oct_difference_unref (OctDifference *difference);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctDifference, oct_difference_unref)

/* "1 school joined", for a heading or a summary. */
char *oct_difference_kind_count (OctDifferenceKind kind, guint n);
const char *oct_difference_kind_title (OctDifferenceKind kind);

/**
 * OctRegisterPicture:
 * @as_at: the register's date
 * @trust_name: (nullable): the trust's name; %NULL where the register doesn't have it
 * @schools: (element-type OctSchool): the trust's open schools, then those that were accepted as its
 *   schools, and all that links lead to from either
 * @n_members: how many of them, from the first, are the trust's
 * @links: (element-type OctLink): between them
 *
 * What the register says of one trust.
 */
typedef struct
{
  OctDate as_at;
  const char *trust_name;
  GPtrArray *schools;
  guint n_members;
  GPtrArray *links;
} OctRegisterPicture;

/* (transfer full) (element-type OctDifference). @schools: (element-type OctOwnSchool): the
 * workspace's, those that left too. */
GPtrArray *oct_find_differences (const OctOwnTrust *trust, GPtrArray *schools,
                                 const OctRegisterPicture *picture);

/* A split for which nobody goes on. */
#define OCT_DECISION_NOBODY 0

/**
 * OctDecision:
 * @difference: what is accepted
 * @urn: of a split: the choice that goes on, or %OCT_DECISION_NOBODY
 */
typedef struct
{
  OctDifference *difference;
  guint32 urn;
} OctDecision;

/**
 * OctAcceptedSchool:
 * @school: as it is from now on; its id is %NULL where it is new
 * @on: the day on which its URN changed or ended, where it did
 * @ended: whether its URN ended
 * @became: the URN it became part of, or went on under elsewhere; 0 for none
 */
typedef struct
{
  OctOwnSchool *school;
  OctDate on;
  gboolean ended;
  guint32 became;
} OctAcceptedSchool;

/**
 * OctAccepted:
 * @trust: the trust as it is from now on
 * @schools: (element-type OctAcceptedSchool): those that change
 */
typedef struct
{
  OctOwnTrust *trust;
  GPtrArray *schools;
} OctAccepted;

OctAccepted *oct_accept_differences (const OctOwnTrust *trust, GPtrArray *schools,
                                     const OctDecision *decisions, guint n_decisions);
void oct_accepted_free (OctAccepted *accepted);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctAccepted, oct_accepted_free)

G_END_DECLS
