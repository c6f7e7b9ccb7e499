/* What the files of the bullet chart share: rows, their state, and where they are. */
#pragma once

#include "oct-bullet-chart.h"
#include "oct-chart-text.h"

G_BEGIN_DECLS

typedef enum
{
  OCT_BULLET_NO_FIGURE,
  OCT_BULLET_NO_TARGET, /* a figure, but nothing to compare it with */
  OCT_BULLET_SHORT,     /* of the target, without a way to measure along */
  OCT_BULLET_FURTHER,   /* further from the target than at the start */
  OCT_BULLET_NOT_MOVED,
  OCT_BULLET_ON_THE_WAY,
  OCT_BULLET_REACHED,
  OCT_BULLET_STATES,
} OctBulletState;

typedef struct
{
  OctBullet data; /* its texts and past figures are owned */
  OctBulletState state;
  gboolean late;            /* the target's date has passed, and it isn't reached */
  gboolean from_nought;     /* the scale starts at nought, for want of a baseline or target */
  double at_start, at_goal; /* values at 0 and 1 of the scale */
} OctBulletRow;

struct _OctBulletChart
{
  OctPlacedChart parent_instance;

  GPtrArray *rows; /* of OctBulletRow */
  gint32 today;
};

typedef struct
{
  double key;
  gboolean stacked; /* names above the tracks */
  double names;     /* width of the column of names */
  double low, high; /* what of the scale is shown, low <= 0, high >= 1 */
  double x0, x1;    /* where 0 and 1 of the scale are */
  double line;      /* height of a row without the name above it */
  double *tops;     /* of each row, in room of its own */
  double bottom;
} OctBulletLayout;

OctBulletRow *oct_bullet_row (OctBulletChart *self, guint index);
/* Places a value on a row's scale: 0 where it starts, 1 at its end. */
double oct_bullet_place (const OctBulletRow *row, double value);
gboolean oct_bullet_is_headed (OctBulletChart *self, guint index);

void oct_bullet_get_layout (OctBulletChart *self, double width, double height,
                            const OctChartTheme *theme, OctBulletLayout *layout);
void oct_bullet_layout_clear (OctBulletLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OctBulletLayout, oct_bullet_layout_clear)
double oct_bullet_lay_key (OctBulletChart *self, cairo_t *cr, double width,
                           const OctChartTheme *theme);
void oct_bullet_draw (OctChart *chart, cairo_t *cr, double width, double height,
                      const OctChartTheme *theme);

/* A row's value with its unit; free with g_free(). */
char *oct_bullet_value_to_text (const OctBulletRow *row, double value);
const char *oct_bullet_state_to_text (OctBulletState state);
char *oct_bullet_suggest_title (OctChart *chart);
char *oct_bullet_describe (OctChart *chart);
char *oct_bullet_describe_datum (OctChart *chart, int datum);
OctChartTable *oct_bullet_table (OctChart *chart);

G_END_DECLS
