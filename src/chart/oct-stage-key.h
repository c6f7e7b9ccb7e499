/* The key of a chart of stages: the few marks it needs explained, in lines of running text.
 *
 * A chart lists only what occurs in it. The same list is measured and drawn, so that a plot begins
 * where its key ends.
 */
#pragma once

#include "oct-chart-text.h"
#include "oct-stage-marks.h"

G_BEGIN_DECLS

typedef enum
{
  OCT_STAGE_KEY_STAGE, /* its colour and letters, from the stages */
  OCT_STAGE_KEY_NOT_JUDGED,
  OCT_STAGE_KEY_ARROWS,
  OCT_STAGE_KEY_OWN, /* a folded corner */
  OCT_STAGE_KEY_DRAFT,
  OCT_STAGE_KEY_NUMBER, /* @value in @colour, as in a heading */
  OCT_STAGE_KEY_LINE,
  OCT_STAGE_KEY_OPEN,  /* an open disc */
  OCT_STAGE_KEY_COUNT, /* a disc with a number */
  OCT_STAGE_KEY_TARGET,
  OCT_STAGE_KEY_PREVIOUS, /* dashed */
  OCT_STAGE_KEY_HATCH,
  OCT_STAGE_KEY_TEXT, /* nothing but words */
} OctStageKeyMark;

typedef struct _OctStageKey OctStageKey;

OctStageKey *oct_stage_key_new (const OctStages *stages);
void oct_stage_key_free (OctStageKey *self);
/* @text %NULL: the stage's name or the mark's usual words. */
void oct_stage_key_add (OctStageKey *self, OctStageKeyMark mark, int value, OctColour colour,
                        const char *text);
/* All stages, first to last. */
void oct_stage_key_add_stages (OctStageKey *self);
void oct_stage_key_break (OctStageKey *self);
/* Draws the key from @y down if there is a @cr; returns its height, 0 when it is empty. */
double oct_stage_key_lay (OctStageKey *self, cairo_t *cr, double y, double width,
                          const OctChartTheme *theme);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctStageKey, oct_stage_key_free)

/* A folded corner at the upper right of a cell: the own view differs. */
void oct_stage_draw_own_corner (cairo_t *cr, double right, double top, double size,
                                OctColour colour);

G_END_DECLS
