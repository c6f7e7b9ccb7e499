/* How charts show stages: names, the ramp, the hatch, the dots of "not judged", the arrows.
 *
 * Stages are ordered steps given as names. Nothing here adds, averages or ranks them; a stage is an
 * index into the names, or %OCT_STAGE_NOT_JUDGED, which is drawn as the absence it is. Every mark
 * has a shape or a letter of its own, so that no colour is needed to tell stages apart.
 */
#pragma once

#include <cairo.h>

#include "oct-chart-theme.h"

G_BEGIN_DECLS

/* Nobody has judged yet: an absence, not a stage. */
#define OCT_STAGE_NOT_JUDGED (-1)
#define OCT_STAGES_MAX 7

/* How sure a judgement is. */
typedef enum
{
  OCT_STAGE_CONFIDENCE_NOT_GIVEN,
  OCT_STAGE_CONFIDENCE_LOW,
  OCT_STAGE_CONFIDENCE_MEDIUM,
  OCT_STAGE_CONFIDENCE_HIGH,
} OctStageConfidence;

/**
 * OctStages:
 * @n: how many, 0 to %OCT_STAGES_MAX
 * @names: as given
 * @short_names: their first words where they are long, still told apart
 * @abbreviations: as few letters of each as tell it from the others
 *
 * The steps of a framework from the first to the last. Starts as zeros; end it with
 * oct_stages_clear().
 */
typedef struct
{
  guint n;
  char *names[OCT_STAGES_MAX];
  char *short_names[OCT_STAGES_MAX];
  char *abbreviations[OCT_STAGES_MAX];
} OctStages;

void oct_stages_set (OctStages *self, const char *const *names);
void oct_stages_clear (OctStages *self);
/* @stage, or %OCT_STAGE_NOT_JUDGED if there is no such stage. */
int oct_stages_check (const OctStages *self, int stage);
/* The name, "Not judged" for %OCT_STAGE_NOT_JUDGED. */
const char *oct_stages_get_name (const OctStages *self, int stage);
/* -1 went back, 1 moved on, 0 unchanged or not to be compared. */
int oct_stages_get_change (const OctStages *self, int previous, int stage);
/* "up from Developing", "unchanged", "judged for the first time", "no longer judged"; %NULL where
 * neither is judged. Free with g_free(). */
char *oct_stages_change_to_text (const OctStages *self, int previous, int stage);

/* The ramp: lightness in even steps from the first stage to the last. */
OctColour oct_stage_colour (const OctStages *self, const OctChartTheme *theme, int stage);
/* @colour mixed with so much paper: 0 is @colour, 1 is paper. */
OctColour oct_stage_tint (const OctChartTheme *theme, OctColour colour, double paper);

/* @theme with type of @factor times the size, for rows that are given less room. */
OctChartTheme oct_stage_scaled_theme (const OctChartTheme *theme, double factor);

/* Whether a drawing for one theme is also right for the other. */
gboolean oct_stage_same_theme (const OctChartTheme *one, const OctChartTheme *two);

/* These two fill the current path and take it away, as cairo_fill() does. */
void oct_stage_fill_hatch (cairo_t *cr, const OctChartTheme *theme, OctColour colour);
void oct_stage_fill_not_judged (cairo_t *cr, const OctChartTheme *theme);
void oct_stage_fill_not_judged_cells (cairo_t *cr, const OctChartTheme *theme,
                                      const cairo_rectangle_t *cells, guint n_cells);
/* A triangle about a point, up for a @change above 0, down below; nothing for 0. */
void oct_stage_draw_arrow (cairo_t *cr, int change, double x, double y, double size,
                           OctColour colour);
/* A round mark: @filled with a rim of paper, or open. */
void oct_stage_draw_disc (cairo_t *cr, const OctChartTheme *theme, double x, double y,
                          double radius, OctColour colour, gboolean filled);

/* The mark of the datum that is pointed at or focused. */
void oct_stage_draw_focus (cairo_t *cr, const OctChartTheme *theme, const cairo_rectangle_t *around,
                           gboolean focused);

G_END_DECLS
