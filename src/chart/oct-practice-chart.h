/* Practices and who uses them: a mark for how far each has got with each.
 *
 * A row for each practice and a column for each site, or the other way about where that leaves the
 * marks larger. A disc is filled by as many parts as phases were begun, with the phase's letter
 * where there is room; what isn't used is blank. Phases are steps and are counted, never added up. A
 * datum is a cell, blank ones too.
 */
#pragma once

#include "oct-chart.h"

G_BEGIN_DECLS

#define OCT_TYPE_PRACTICE_CHART (oct_practice_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctPracticeChart, oct_practice_chart, OCT, PRACTICE_CHART, OctChart)

/* The practice isn't used there. */
#define OCT_PRACTICE_NOT_USED (-1)

OctPracticeChart *oct_practice_chart_new (void);
/* From the first to the last, 3 to 7. Ends all use. */
void oct_practice_chart_set_phases (OctPracticeChart *self, const char *const *names);
/* %FALSE where there is no id or it is known. */
gboolean oct_practice_chart_add_practice (OctPracticeChart *self, const char *id, const char *name);
gboolean oct_practice_chart_add_site (OctPracticeChart *self, const char *id, const char *name);
/* %FALSE where practice or site isn't known, or there is no such phase. */
gboolean oct_practice_chart_set_use (OctPracticeChart *self, const char *practice_id,
                                     const char *site_id, int phase);
void oct_practice_chart_clear (OctPracticeChart *self);
/* What a site is, such as "School", for the table. */
void oct_practice_chart_set_site_name (OctPracticeChart *self, const char *name);
/* The site of a datum; its practice is oct_chart_datum_id(). */
const char *oct_practice_chart_datum_site (OctPracticeChart *self, int datum);

G_END_DECLS
