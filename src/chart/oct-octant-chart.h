/* The octant: up to eight sectors around a centre, each filled as far out as its stage.
 *
 * Rings are stages, steps and not a scale. What was reached fills, what is not sure is hatched, what
 * was before is dashed, a target is a bar, another view of the same is a diamond, and everybody else
 * is a dot in the ring of their own stage. Each sector is named with its stage and its change in
 * words, so that no colour is needed. A datum is a sector, or one school's dot in a sector.
 */
#pragma once

#include "oct-chart.h"
#include "oct-stage-marks.h"

G_BEGIN_DECLS

#define OCT_TYPE_OCTANT_CHART (oct_octant_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctOctantChart, oct_octant_chart, OCT, OCTANT_CHART, OctChart)

#define OCT_OCTANT_MAX_SECTORS 8

/* %OCT_STAGE_CONFIDENCE_NOT_GIVEN, %OCT_STAGE_CONFIDENCE_LOW, … */
typedef OctStageConfidence OctOctantConfidence;

/**
 * OctOctantSector:
 * @id: (nullable): handed back when the sector is activated
 * @number: 1 to 8: stands before the name and gives the hue
 * @name: a short name
 * @stage: the moderated stage, or the own one if that is all there is; %OCT_STAGE_NOT_JUDGED if
 *   neither is
 * @own: the own view, or %OCT_STAGE_NOT_JUDGED
 * @previous: the stage of the cycle before, or %OCT_STAGE_NOT_JUDGED
 * @target: the stage aimed at, or %OCT_STAGE_NOT_JUDGED for no target
 * @confidence: how sure the stage is; a low one is hatched
 * @focus: worked on above all in this cycle
 * @by_schools: judged by schools too; otherwise their dots are left out
 * @draft: not finished yet
 *
 * One sector as it is to be shown. The strings are copied.
 */
typedef struct
{
  const char *id;
  guint number;
  const char *name;
  int stage;
  int own;
  int previous;
  int target;
  OctOctantConfidence confidence;
  gboolean focus;
  gboolean by_schools;
  gboolean draft;
} OctOctantSector;

OctOctantChart *oct_octant_chart_new (void);
/* From the innermost ring outwards, 3 to 7. */
void oct_octant_chart_set_stages (OctOctantChart *self, const char *const *names);
/* In order from the top clockwise, at most %OCT_OCTANT_MAX_SECTORS. To be called before any school
 * is added. */
void oct_octant_chart_add_sector (OctOctantChart *self, const OctOctantSector *sector);
/* @stages and @previous (nullable) have a stage for each sector, %OCT_STAGE_NOT_JUDGED where there
 * is none. */
void oct_octant_chart_add_school (OctOctantChart *self, const char *id, const char *name,
                                  const int *stages, const int *previous);
/* Fills the dots of one school and names its stages; %NULL for none. */
void oct_octant_chart_set_chosen (OctOctantChart *self, const char *school_id);
/* "summer 2026" and "spring 2026", as they stand within a sentence; both nullable. */
void oct_octant_chart_set_view_names (OctOctantChart *self, const char *now_name,
                                      const char *previous_name);
/* When targets are to be reached, such as "July 2027"; nullable. */
void oct_octant_chart_set_target_name (OctOctantChart *self, const char *target_name);
/* Takes away sectors and schools; stages and names stay. */
void oct_octant_chart_clear (OctOctantChart *self);
/* The finding, made from the data. Free with g_free(). */
char *oct_octant_chart_suggest_title (OctOctantChart *self);

G_END_DECLS
