/* A row that says an exception: the rating's mark, the objective, and what is known of it below.
 *
 * It draws its words itself, as OctFindingRow does, since all rows say something else after each filter.
 */
#pragma once

#include <gtk/gtk.h>

#include "oct-plan.h"

G_BEGIN_DECLS

#define OCT_TYPE_EXCEPTION_ROW (oct_exception_row_get_type ())
G_DECLARE_FINAL_TYPE (OctExceptionRow, oct_exception_row, OCT, EXCEPTION_ROW, GtkListBoxRow)

GtkWidget *oct_exception_row_new (void);
void oct_exception_row_set (OctExceptionRow *self, const OctRating *rating, const char *title,
                            const char *subtitle);
const char *oct_exception_row_get_title (OctExceptionRow *self);

G_END_DECLS
