/* The small parts that a line of a plan's outline is made of. */
#pragma once

#include <adwaita.h>

#include "oct-plan-words.h"

G_BEGIN_DECLS

/* What stands before the text: of an objective a rating and an arrow, of an action and a milestone a
 * tick. The callbacks are given @data alone. */
GtkWidget *oct_plan_mark_new (const OctRecordKind *kind, GCallback ticked, GCallback unfold,
                              gpointer data);
void oct_plan_mark_update (GtkWidget *mark, OctPlanBook *book, const OctRecord *record,
                           gboolean unfolded);
/* (nullable): what stands under the text. */
GtkWidget *oct_plan_strip_new (const OctPlanReader *reader, const OctRecord *record);
/* The same of words alone. */
GtkWidget *oct_plan_strip_new_words (const char *said);
GtkWidget *oct_plan_needs_new (GtkWidget *owner, GtkWidget *due, GtkWidget *criterion);
/* (transfer full): the whole line as a screen reader says it. */
char *oct_plan_line_describe (const OctPlanReader *reader, const OctRecord *record,
                              const char *text);
GtkWidget *oct_plan_text_new (const OctRecordKind *kind);
void oct_plan_text_set_kind (GtkWidget *view, const OctRecordKind *kind);

G_END_DECLS
