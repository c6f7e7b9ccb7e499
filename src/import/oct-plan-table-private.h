/* Parts of reading a plan from a table. Private to src/import. */
#pragma once

#include "oct-plan-table.h"

G_BEGIN_DECLS

/* Days as people in England write them; @starts is the school year that a term or a month without a year
 * is in. Whether @text is one. */
gboolean oct_plan_words_to_date (const char *text, gint64 starts, OctDate *date);
/* "£1,200" or "1.2k", in pence. */
gboolean oct_plan_words_to_pence (const char *text, gint64 *pence);
/* "72%" or "14 pupils": a number, and (transfer full) its unit. */
gboolean oct_plan_words_to_figure (const char *text, double *value, char **unit);
gboolean oct_plan_words_to_status (const char *text, OctActionStatus *status);

OctPlanTaken *oct_plan_taken_new (void);
void oct_plan_taken_refuse (OctPlanTaken *taken, guint line, const char *column, const char *text,
                            const char *reason);
/* (transfer none) (nullable): the id of who has that post or name; a new person where nobody has. */
const char *oct_plan_taken_find_person (OctPlanTaken *taken, OctAssessment *assessment,
                                        const char *text);
void oct_plan_taken_count (OctPlanTaken *taken);

OctPlanTaken *oct_plan_rows_take (const OctPlanTable *table, const OctPlanTarget *target,
                                  GError **error);

G_END_DECLS
