/* Support as pages and pictures ask for it: who gives it, how many of its days fall into a term, and
 * what is left of what somebody can give.
 *
 * Days of support that runs over several terms are shared out by the calendar days that fall into
 * each: a plan says when support begins and ends, not on which days somebody comes.
 */
#pragma once

#include "oct-assessment.h"
#include "oct-plan-book.h"

G_BEGIN_DECLS

/* (transfer full): "school:ID", "centre" or "outside:NAME": the same for whoever is the same. */
char *oct_giver_dup_key (OctGiver giver, const char *school_id, const char *name);
/* (transfer full): as people call it. */
char *oct_giver_dup_name (OctAssessment *assessment, OctGiver giver, const char *school_id,
                          const char *name);
const char *oct_support_school_name (OctAssessment *assessment, const char *school_id);

/* Of @days, those that fall into the time from @starts to @ends; all of them where both are unknown.
 * Support without dates falls into no term. */
double oct_support_days_within (const OctSupport *support, double days, OctDate starts,
                                OctDate ends);

/**
 * OctGiverLine:
 * @capacity: days it can give in the time, NaN where nobody said
 * @planned, @spent: days of its support that fall into the time
 * @n_schools: how many schools it supports
 *
 * One who gives support.
 */
typedef struct
{
  char *key;
  char *name;
  OctGiver giver;
  char *school_id;
  double capacity;
  double planned;
  double spent;
  guint n_schools;
} OctGiverLine;

void oct_giver_line_free (OctGiverLine *line);
/* (transfer full) (element-type OctGiverLine): those who give in the time or can, by kind and name. */
GPtrArray *oct_support_find_givers (OctAssessment *assessment, OctPlanBook *book, OctDate starts,
                                    OctDate ends);
/* (transfer full) (element-type OctCycle): the terms that support or capacity falls into, and the
 * one of @today; the earliest first. */
GPtrArray *oct_support_find_terms (OctPlanBook *book, OctDate today);
/* The place in them of the one that @day is in, else the last one. */
guint oct_support_find_term (GPtrArray *terms, OctDate day);
/* (transfer full): "2 of 6 days spent", "6 days planned". */
char *oct_support_describe_days (double planned, double spent);
/* (transfer full): what is left of what somebody can give: "3 of 12 left", "2 over 12". */
char *oct_giver_line_describe (const OctGiverLine *line);
/* (transfer full): what kind of support, from when to when, and for which objective, in lines. */
char *oct_support_describe (OctPlanBook *book, const OctSupport *support);

G_END_DECLS
