/* The brief for the next visit to a school, or for an inspection call: one page of A4. */
#pragma once

#include "oct-assessment.h"
#include "oct-document.h"
#include "oct-plan-book.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): shortened until it fits on a page; %NULL for a school that isn't the
 * trust's. */
OctDocument *oct_visit_brief_new (OctAssessment *assessment, OctPlanBook *book,
                                  const char *school_id, OctDate today);
/* (transfer full) (element-type OctPaperLine): all of it, to be read on the screen. */
GPtrArray *oct_school_to_brief (OctAssessment *assessment, OctPlanBook *book, const char *school_id,
                                OctDate today);

G_END_DECLS
