/* Facts of a school or trust in words and numbers, as the pages write them.
 *
 * Several pages say the same things – a status, a percentage, where pupil figures come from – and
 * they must say them alike. Missing figures are written as an en dash, never as zero.
 */
#pragma once

#include "oct-school.h"
#include "oct-trust.h"

G_BEGIN_DECLS

char *oct_text_number (gint64 number);
char *oct_text_percent (double percent);
char *oct_text_fsm (const OctSchoolFacts *facts);
char *oct_text_capacity_used (double ratio);
char *oct_text_ages (const OctSchoolFacts *facts);
char *oct_text_date (OctDate date);
char *oct_text_status (const OctSchoolFacts *facts);
char *oct_text_schools (guint n_schools);
char *oct_text_kilometres (double kilometres);
char *oct_text_source (OctDate as_at);

/* One line about a school for lists: phase, town, pupils. */
char *oct_text_school_line (const OctSchoolFacts *facts);

/* Locations, ready for "win.go". */
char *oct_text_school_location (guint32 urn);
char *oct_text_trust_location (guint32 uid);

G_END_DECLS
