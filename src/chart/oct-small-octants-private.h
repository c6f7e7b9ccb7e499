/* What the files of the small octants share: elements and schools, and where the cells are. */
#pragma once

#include "oct-octant-private.h"
#include "oct-small-octants-chart.h"

G_BEGIN_DECLS

typedef struct
{
  double width, height;
  OctChartTheme theme;
  OctChartTheme type; /* of the names */
  guint n_columns;
  double top; /* where the cells begin, below the key */
  double cell_width, cell_height;
  double left;
  double radius;
  guint name_lines;
  PangoLayout **names; /* one for each school */
} OctSmallOctantsLayout;

struct _OctSmallOctantsChart
{
  OctChart parent_instance;

  OctOctantData data;

  OctSmallOctantsLayout *layout; /* the last one, until data change */
};

const OctOctantSchool *oct_small_octants_school (OctSmallOctantsChart *self, guint index);
guint oct_small_octants_count_judged_parts (OctSmallOctantsChart *self);
gboolean oct_small_octants_has_changes (OctSmallOctantsChart *self);
gboolean oct_small_octants_has_missing (OctSmallOctantsChart *self);

const OctSmallOctantsLayout *oct_small_octants_get_layout (OctSmallOctantsChart *self, double width,
                                                           double height,
                                                           const OctChartTheme *theme);
void oct_small_octants_layout_free (OctSmallOctantsChart *self);
double oct_small_octants_natural_height (OctSmallOctantsChart *self, double width,
                                         const OctChartTheme *theme);
void oct_small_octants_get_cell (const OctSmallOctantsLayout *layout, guint index,
                                 cairo_rectangle_t *cell);
void oct_small_octants_draw (OctSmallOctantsChart *self, cairo_t *cr,
                             const OctSmallOctantsLayout *layout);
/* The key in a @width; drawn if there is a @cr. Returns its height. */
double oct_small_octants_lay_key (OctSmallOctantsChart *self, cairo_t *cr, double width,
                                  const OctChartTheme *theme);

char *oct_small_octants_suggest_title (OctSmallOctantsChart *self);
char *oct_small_octants_describe (OctSmallOctantsChart *self);
char *oct_small_octants_describe_datum (OctSmallOctantsChart *self, int datum);
OctChartTable *oct_small_octants_table (OctSmallOctantsChart *self);

G_END_DECLS
