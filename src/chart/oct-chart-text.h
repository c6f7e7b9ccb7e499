/* Text in charts: measured the same whether it is drawn, hit or printed.
 *
 * Layouts don't depend on the surface they are drawn to, so that a place computed for hit-testing
 * is the place where the text was drawn, and a PDF breaks its lines where the window does.
 */
#pragma once

#include <pango/pangocairo.h>

#include "oct-chart-theme.h"

G_BEGIN_DECLS

typedef enum
{
  OCT_TEXT_TITLE,
  OCT_TEXT_NORMAL,
  OCT_TEXT_BOLD,
  OCT_TEXT_SMALL,
  OCT_TEXT_SMALL_BOLD,
} OctTextStyle;

/* @max_width: 0 for one line of any length; otherwise wrapped into @max_lines and ellipsised. */
PangoLayout *oct_chart_text_new (const OctChartTheme *theme, OctTextStyle style, const char *text,
                                 double max_width, int max_lines);
/* The size such a layout would have, quicker than by making one. */
void oct_chart_text_measure (const OctChartTheme *theme, OctTextStyle style, const char *text,
                             double max_width, int max_lines, double *width, double *height);
void oct_chart_text_size (PangoLayout *layout, double *width, double *height);
double oct_chart_text_width (const OctChartTheme *theme, OctTextStyle style, const char *text);
double oct_chart_text_height (const OctChartTheme *theme, OctTextStyle style);
void oct_chart_text_draw (PangoLayout *layout, cairo_t *cr, double x, double y, OctColour colour);
/* The same with a rim of paper, for text on a picture. */
void oct_chart_text_draw_with_halo (PangoLayout *layout, cairo_t *cr, double x, double y,
                                    OctColour colour, OctColour halo);
/* One line: @align 0 starts at @x, 0.5 centres on it, 1 ends there; vertically centred on @y. */
void oct_chart_text_at (cairo_t *cr, const OctChartTheme *theme, OctTextStyle style,
                        const char *text, double x, double y, double align, OctColour colour);
/* Gets a theme's type ready ahead of the first chart that is drawn in it. */
void oct_chart_text_warm (const OctChartTheme *theme);

/* Places taken by labels: a new one is refused where it would touch another. */
typedef struct _OctLabelSpace OctLabelSpace;

OctLabelSpace *oct_label_space_new (double width, double height);
void oct_label_space_free (OctLabelSpace *self);
gboolean oct_label_space_take (OctLabelSpace *self, double x, double y, double width,
                               double height);
/* Takes a place whether or not it is free. */
void oct_label_space_block (OctLabelSpace *self, double x, double y, double width, double height);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctLabelSpace, oct_label_space_free)

G_END_DECLS
