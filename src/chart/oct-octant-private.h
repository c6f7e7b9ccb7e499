/* What the files of the octant share: its sectors and schools, and where all of it is in a plot. */
#pragma once

#include "oct-chart-text.h"
#include "oct-octant-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *name;
  guint number;
  int stage;
  int own;
  int previous;
  int target;
  OctStageConfidence confidence;
  gboolean focus;
  gboolean by_schools;
  gboolean draft;
} OctOctantPart;

typedef struct
{
  char *id;
  char *name;
  int stages[OCT_OCTANT_MAX_SECTORS];
  int previous[OCT_OCTANT_MAX_SECTORS];
} OctOctantSchool;

/* What an octant and small octants show; both embed it. */
typedef struct
{
  OctStages stages;
  OctOctantPart parts[OCT_OCTANT_MAX_SECTORS];
  guint n_parts;
  GPtrArray *schools; /* of OctOctantSchool */
  char *chosen;
  char *now_name;
  char *previous_name;
} OctOctantData;

/* A circle parted into sectors and rings. Angles are from the right, clockwise, as Cairo's are. */
typedef struct
{
  double x;
  double y;
  guint n_sectors;
  guint n_rings;
  double gap;                       /* between two sectors, of the same width all along */
  double radii[OCT_STAGES_MAX + 1]; /* of the hole, then of each ring's outer edge */
} OctOctantWheel;

typedef struct
{
  guint sector;
  guint school;
  double x;
  double y;
} OctOctantDot;

/* Schools of one ring that are too many for dots: an arc with their number. */
typedef struct
{
  guint sector;
  int stage;
  guint n;
  double radius;
  double thickness;
  double half_angle;
} OctOctantPile;

/* The words beside one sector; places are relative to the label's own. */
typedef struct
{
  PangoLayout *badge; /* the number */
  PangoLayout *name;
  PangoLayout *stage;
  PangoLayout *change;
  PangoLayout *notes;
  PangoLayout *chosen;
  double badge_radius, badge_x, badge_y;
  double name_x, name_y;
  double stage_x, stage_y;
  int arrow;
  double arrow_x, arrow_y;
  double change_x, change_y;
  double notes_x, notes_y;
  double mark_x, mark_y;
  double chosen_x, chosen_y;
  double x, y, width, height;
  double max_width, align; /* what it was set with */
} OctOctantLabel;

typedef enum
{
  OCT_OCTANT_LABEL_NONE,  /* the number at the rim is all there is */
  OCT_OCTANT_LABEL_SHORT, /* name and stage with its change */
  OCT_OCTANT_LABEL_FULL,  /* and what else is to be said */
} OctOctantLabelLevel;

typedef struct
{
  double width, height; /* of the plot this was made for */
  OctChartTheme theme;
  OctChartTheme type; /* the theme with type as large as the room allows */
  OctOctantWheel wheel;
  gboolean listed; /* labels stand in a list, and numbers at the rim */
  OctOctantLabel labels[OCT_OCTANT_MAX_SECTORS];
  OctOctantLabelLevel level;
  double dot;     /* radius of a dot */
  GArray *dots;   /* of OctOctantDot */
  GArray *piles;  /* of OctOctantPile */
  gboolean keyed; /* whether there is a key */
  cairo_rectangle_t key;
} OctOctantLayout;

struct _OctOctantChart
{
  OctChart parent_instance;

  OctOctantData data;
  char *target_name;

  OctOctantLayout *layout; /* the last one, until data change */
};

/* The data (oct-octant-data.c): what the setters of both charts do; the charts tell of the change. */
void oct_octant_data_init (OctOctantData *self);
void oct_octant_data_finalize (OctOctantData *self);
void oct_octant_data_set_stages (OctOctantData *self, const char *const *names);
/* Whether there was room for it. */
gboolean oct_octant_data_add_part (OctOctantData *self, const OctOctantSector *sector);
void oct_octant_data_add_school (OctOctantData *self, const char *id, const char *name,
                                 const int *stages, const int *previous);
/* Whether it is another one than before. */
gboolean oct_octant_data_set_chosen (OctOctantData *self, const char *school_id);
void oct_octant_data_set_view_names (OctOctantData *self, const char *now_name,
                                     const char *previous_name);
void oct_octant_data_clear (OctOctantData *self);

const OctOctantSchool *oct_octant_school (OctOctantChart *self, guint index);
/* -1 if nothing or nobody is chosen. */
int oct_octant_find_chosen (OctOctantChart *self);
/* Whether the sector has a judgement of the cycle before. */
gboolean oct_octant_has_previous (OctOctantChart *self);
/* The stage a school's dot is drawn at in a sector, %OCT_STAGE_NOT_JUDGED where it has none. */
int oct_octant_school_stage (OctOctantChart *self, guint school, guint sector);

/* The wheel (oct-octant-wheel.c). */
void oct_octant_wheel_set (OctOctantWheel *self, guint n_sectors, guint n_rings, double radius,
                           double gap);
double oct_octant_wheel_radius (const OctOctantWheel *self);
double oct_octant_wheel_middle (const OctOctantWheel *self, guint sector);
/* Half the angle that a sector has at a distance from the centre. */
double oct_octant_wheel_half (const OctOctantWheel *self, double radius);
void oct_octant_wheel_path (const OctOctantWheel *self, cairo_t *cr, guint sector, double inner,
                            double outer);
/* Strokes a sector's outline in dots of the current line width, @pitch apart. */
void oct_octant_wheel_stroke_dotted (const OctOctantWheel *self, cairo_t *cr, guint sector,
                                     double inner, double outer, double pitch);
void oct_octant_wheel_arc (const OctOctantWheel *self, cairo_t *cr, guint sector, double radius,
                           double share);
/* The sector at a point, -1 if there is none; the ring too, -1 for none. */
int oct_octant_wheel_at (const OctOctantWheel *self, double x, double y, int *ring);

/* Where everything is (oct-octant-layout.c, oct-octant-dots.c, oct-octant-labels.c). */
const OctOctantLayout *oct_octant_get_layout (OctOctantChart *self, double width, double height,
                                              const OctChartTheme *theme);
void oct_octant_layout_free (OctOctantLayout *layout);
double oct_octant_natural_height (OctOctantChart *self, double width, const OctChartTheme *theme);
void oct_octant_place_dots (OctOctantChart *self, OctOctantLayout *layout);
/* Sets sizes and places; the texts are made by finishing it, once it has its place. */
void oct_octant_label_set (OctOctantChart *self, guint sector, const OctChartTheme *type,
                           OctOctantLabelLevel level, double max_width, double align,
                           OctOctantLabel *label);
void oct_octant_label_finish (OctOctantChart *self, guint sector, const OctChartTheme *type,
                              OctOctantLabelLevel level, OctOctantLabel *label);
void oct_octant_label_clear (OctOctantLabel *label);

/* The key: height in a @width; drawn if there is a @cr (oct-octant-key.c). */
double oct_octant_lay_key (OctOctantChart *self, cairo_t *cr, const OctChartTheme *type, double x,
                           double y, double width, gboolean beside, gboolean piles);
double oct_octant_key_width (OctOctantChart *self, const OctChartTheme *type);

/* Marks that drawing and key share (oct-octant-draw.c). */
void oct_octant_draw_target (cairo_t *cr, const OctChartTheme *theme, double size);
void oct_octant_draw_own (cairo_t *cr, const OctChartTheme *theme, double x, double y, double size);
void oct_octant_draw_dot (cairo_t *cr, const OctChartTheme *theme, double x, double y,
                          double radius, gboolean chosen);
/* Pixels to a unit where @cr draws on pixels that are not turned, so that parts can be copied; 0
 * elsewhere. */
double oct_octant_sprite_scale (cairo_t *cr);
void oct_octant_draw (OctOctantChart *self, cairo_t *cr, const OctOctantLayout *layout);
void oct_octant_draw_overlay (OctOctantChart *self, cairo_t *cr, const OctOctantLayout *layout,
                              int datum, gboolean focused);

/* Words (oct-octant-words.c). */
guint oct_octant_reached_from (const OctStages *stages);
guint oct_octant_count_reached (OctOctantChart *self);
guint oct_octant_count_not_judged (OctOctantChart *self);
char *oct_octant_suggest_title (OctOctantChart *self);
char *oct_octant_describe (OctOctantChart *self);
char *oct_octant_describe_datum (OctOctantChart *self, int datum);
OctChartTable *oct_octant_table (OctOctantChart *self);

G_END_DECLS
