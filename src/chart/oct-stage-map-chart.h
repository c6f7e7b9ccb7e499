/* A heat map of stages: a row for each of many named things, a column for each element.
 *
 * A cell shows its stage by the lightness of one ramp and by the stage's word or letters; what
 * isn't judged is dotted. Rows and columns stay in the order they were given in until somebody asks
 * for another, and nothing is added up along them. Many rows break into blocks side by side, so
 * that ninety of them can be read on a slide and on A4. A datum is a cell.
 */
#pragma once

#include "oct-chart.h"
#include "oct-stage-marks.h"

G_BEGIN_DECLS

#define OCT_TYPE_STAGE_MAP_CHART (oct_stage_map_chart_get_type ())
G_DECLARE_FINAL_TYPE (OctStageMapChart, oct_stage_map_chart, OCT, STAGE_MAP_CHART, OctChart)

#define OCT_STAGE_MAP_MAX_COLUMNS 8

OctStageMapChart *oct_stage_map_chart_new (void);
/* From the first step to the last, 3 to 7. Removes all rows. */
void oct_stage_map_chart_set_stages (OctStageMapChart *self, const char *const *names);
/* A column: @number 1 to 8 gives its hue, 0 none. %FALSE when there are eight. Removes all rows. */
gboolean oct_stage_map_chart_add_column (OctStageMapChart *self, const char *id, guint number,
                                         const char *name);
/* A row below the others, with a stage (or %OCT_STAGE_NOT_JUDGED) for each column; @previous
 * (nullable) are those before. Rows of one @group (nullable) that follow each other share its
 * heading. */
void oct_stage_map_chart_add_row (OctStageMapChart *self, const char *id, const char *name,
                                  const char *group, const int *stages, const int *previous);
/* The row's own view where it may differ from the stages; %NULL for none. */
void oct_stage_map_chart_set_own (OctStageMapChart *self, const char *row_id, const int *own);
/* Which of the row's stages are drafts; %NULL for none. */
void oct_stage_map_chart_set_drafts (OctStageMapChart *self, const char *row_id,
                                     const gboolean *drafts);
/* Removes rows and columns. */
void oct_stage_map_chart_clear (OctStageMapChart *self);
/* Rows by their stage in a column, the last stage first and what isn't judged at the end; %NULL for
 * the order they were given in. */
void oct_stage_map_chart_set_sort (OctStageMapChart *self, const char *column_id);
/* Columns by their stage in a row, in the same way. */
void oct_stage_map_chart_set_sort_columns (OctStageMapChart *self, const char *row_id);
void oct_stage_map_chart_set_chosen (OctStageMapChart *self, const char *row_id);
/* What a row is, such as "School", for the table; what the time before is called. */
void oct_stage_map_chart_set_item_name (OctStageMapChart *self, const char *name);
void oct_stage_map_chart_set_previous_name (OctStageMapChart *self, const char *name);
/* The column of a datum; its row is oct_chart_datum_id(). */
const char *oct_stage_map_chart_datum_column (OctStageMapChart *self, int datum);

G_END_DECLS
