/* The terms of the trust: those it has set, else those that usually are. */
#pragma once

#include "oct-plan-book.h"
#include "oct-term-calendar.h"

G_BEGIN_DECLS

/* (transfer full) (element-type OctTermSpan): the terms and holidays of the school year that begins in
 * September of @year, the earliest first; @own (out) (optional): whether the trust has set them. */
GPtrArray *oct_plan_terms_of_year (OctPlanBook *book, int year, gboolean *own);
/* The calendar year in which the school year of a term began: the one that most of it lies in. */
int oct_plan_term_year_of (const OctTerm *term);

/**
 * OctWholeTerm:
 * Autumn, spring or summer as a whole, from the first day of its first half to the last of its last.
 */
typedef struct
{
  OctDate starts;
  OctDate ends;
} OctWholeTerm;

/* (transfer full) (element-type OctWholeTerm): the whole terms of school years from @year on, the
 * earliest first. */
GArray *oct_plan_whole_terms (OctPlanBook *book, int year, guint n_years);

G_END_DECLS
