/* What the files of the heat map share: its rows and columns, and where they are in a plot. */
#pragma once

#include "oct-chart-text.h"
#include "oct-stage-key.h"
#include "oct-stage-map-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *name;
  guint number;
} OctStageColumn;

typedef struct
{
  char *id;
  char *name;
  char *group;
  int stages[OCT_STAGE_MAP_MAX_COLUMNS];
  int previous[OCT_STAGE_MAP_MAX_COLUMNS];
  int own[OCT_STAGE_MAP_MAX_COLUMNS];
  gboolean drafts[OCT_STAGE_MAP_MAX_COLUMNS];
} OctStageRow;

/* Where a row is: which block, and how many row heights below its head. */
typedef struct
{
  guint block;
  double at;
  gboolean headed; /* its group's heading stands above it */
} OctStagePlace;

typedef struct
{
  OctChartTheme type; /* the theme with type as large as the rows allow */
  guint n_blocks;
  double block; /* from one block's left edge to the next one's */
  double names;
  double cell;
  double line;
  double key;            /* height of the key */
  double head;           /* of the columns' heads, below the key */
  char *const *labels;   /* what stands in a cell: the stages' names, short or whole, or letters */
  gboolean words;        /* names rather than letters */
  gboolean column_names; /* names in the heads rather than in the key */
  OctStagePlace *places; /* one for each row, in order */
  GPtrArray *texts;      /* the rows' names, in order; laid out when first drawn */
} OctStageMapLayout;

struct _OctStageMapChart
{
  OctChart parent_instance;

  OctStages stages;
  OctStageColumn columns[OCT_STAGE_MAP_MAX_COLUMNS];
  guint n_columns;
  GPtrArray *rows;   /* of OctStageRow, as given */
  GArray *row_order; /* of guint: the row at each place */
  guint column_order[OCT_STAGE_MAP_MAX_COLUMNS];
  char *sort_column;
  char *sort_row;
  char *chosen;
  char *item_name;
  char *previous_name;

  /* Where things were at the last size asked for, until the data change. */
  OctStageMapLayout kept;
  double kept_width;
  double kept_height;
  OctChartTheme kept_theme;
};

OctStageRow *oct_stage_map_row (OctStageMapChart *self, guint index);
/* The row, by the order it is shown in. */
OctStageRow *oct_stage_map_shown_row (OctStageMapChart *self, guint place);
int oct_stage_map_find_row (OctStageMapChart *self, const char *id);
gboolean oct_stage_map_is_grouped (OctStageMapChart *self);

/* Whether any cell is at another stage than before. */
gboolean oct_stage_map_has_changes (OctStageMapChart *self);
gboolean oct_stage_map_own_differs (const OctStageRow *row, guint column);
OctColour oct_stage_map_column_colour (const OctStageColumn *column, const OctChartTheme *theme);

/* For a chart with rows and columns. Belongs to the chart, until its data change or another size is
 * asked for. */
const OctStageMapLayout *oct_stage_map_get_layout (OctStageMapChart *self, double width,
                                                   double height, const OctChartTheme *theme);
void oct_stage_map_layout_clear (OctStageMapLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OctStageMapLayout, oct_stage_map_layout_clear)
/* The cell of the row and column at these places of the picture. */
void oct_stage_map_get_cell (const OctStageMapLayout *layout, guint row, guint column,
                             cairo_rectangle_t *cell);
double oct_stage_map_natural_height (OctStageMapChart *self, double width,
                                     const OctChartTheme *theme);
/* The key; the columns' names are part of it unless they stand in the heads. */
double oct_stage_map_lay_key (OctStageMapChart *self, cairo_t *cr, double width,
                              const OctChartTheme *theme, gboolean column_names);

void oct_stage_map_draw (OctStageMapChart *self, cairo_t *cr, double width, double height,
                         const OctChartTheme *theme);

char *oct_stage_map_suggest_title (OctChart *chart);
char *oct_stage_map_describe (OctChart *chart);
char *oct_stage_map_describe_datum (OctChart *chart, int datum);
OctChartTable *oct_stage_map_table (OctChart *chart);

G_END_DECLS
