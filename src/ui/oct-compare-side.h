/* One side of a comparison: who and when, each chosen from a list, and the octant of it. */
#pragma once

#include <adwaita.h>

#include "oct-assessment.h"

G_BEGIN_DECLS

#define OCT_TYPE_COMPARE_SIDE (oct_compare_side_get_type ())
G_DECLARE_FINAL_TYPE (OctCompareSide, oct_compare_side, OCT, COMPARE_SIDE, AdwBin)

/* Signals: "changed": somebody or some cycle else was chosen; "activated" (a string): what was
 * chosen in the picture, the key of an element or the id of a school. */

/* @subject: the id of a school, or %NULL for the trust. */
void oct_compare_side_choose (OctCompareSide *self, OctAssessment *assessment, const char *subject,
                              const char *cycle_id);
const char *oct_compare_side_get_subject (OctCompareSide *self);
const char *oct_compare_side_get_cycle_id (OctCompareSide *self);
/* (nullable): of the chosen cycle. */
void oct_compare_side_set_assessment (OctCompareSide *self, OctAssessment *assessment);
OctAssessment *oct_compare_side_get_assessment (OctCompareSide *self);
/* (transfer full): "Alder Primary School, Autumn 2026". */
char *oct_compare_side_dup_name (OctCompareSide *self);

G_END_DECLS
