/* The terms and holidays of a school year, as they usually fall in England.
 *
 * No law sets them: authorities and trusts publish their own, and neighbours differ by days, now and
 * then by a week. These are computed by a rule (oct-term-calendar.c) so that a picture of a year has
 * terms before anybody has typed any; a trust sets its own in the workspace.
 */
#pragma once

#include "oct-date.h"

G_BEGIN_DECLS

/**
 * OctTermSpan:
 * @name: "Autumn 1", "Christmas"
 * @holiday: no term
 */
typedef struct
{
  char *name;
  OctDate starts;
  OctDate ends;
  gboolean holiday;
} OctTermSpan;

OctTermSpan *oct_term_span_new (const char *name, OctDate starts, OctDate ends, gboolean holiday);
void oct_term_span_free (OctTermSpan *span);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctTermSpan, oct_term_span_free)

/* (transfer full) (element-type OctTermSpan): the six half-terms and the holiday after each, from
 * September of @year (1 to 9998) on, in order and without a gap. */
GPtrArray *oct_term_calendar_compute (int year);
/* The calendar year in which the school year of a day began. */
int oct_term_calendar_year_of (OctDate day);

G_END_DECLS
