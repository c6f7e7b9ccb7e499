/* A point of a visit as a row: what it says, what it proposes, and confirmed or passed over. */
#pragma once

#include <adwaita.h>

#include "oct-plan-book.h"

G_BEGIN_DECLS

#define OCT_TYPE_VISIT_POINT_ROW (oct_visit_point_row_get_type ())
G_DECLARE_FINAL_TYPE (OctVisitPointRow, oct_visit_point_row, OCT, VISIT_POINT_ROW, GtkListBoxRow)

/* Signals: "confirm", "pass"; "about" (const char *): it is about another objective. */
GtkWidget *oct_visit_point_row_new (void);
/* @objectives: (element-type OctObjective): those to choose from. */
void oct_visit_point_row_set (OctVisitPointRow *self, OctPlanBook *book, const OctVisitPoint *point,
                              GPtrArray *objectives);
/* (transfer none): the point as it was shown last. */
const OctVisitPoint *oct_visit_point_row_get_point (OctVisitPointRow *self);

G_END_DECLS
