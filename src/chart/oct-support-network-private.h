/* What the files of the support network share: who there is, what flows, and where it is drawn. */
#pragma once

#include "oct-chart-text.h"
#include "oct-support-network-chart.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *name;
  OctSupportNodeKind kind;
  double capacity; /* days a term, below 0 if not known */
  double promised;
  double given, given_spent;
  double received, received_spent;
  guint n_given; /* flows */
  guint n_received;
} OctSupportNode;

typedef struct
{
  guint from; /* nodes */
  guint to;
  double planned;
  double spent;
} OctSupportFlow;

/* The two sides, as indices of arrays. */
enum
{
  OCT_SUPPORT_GIVERS,
  OCT_SUPPORT_RECEIVERS,
};

/* Where a flow is: its upper edge and, at the right, the slot that its days stand in. */
typedef struct
{
  double left;
  double right;
  double thickness;
  double spent;
  double slot;
  double slot_height;
} OctSupportRibbon;

typedef struct
{
  double y;
  double height;
} OctSupportStand;

typedef struct
{
  OctChartTheme type; /* the theme with type as large as the rows allow */
  double scale;       /* points a day */
  double line;
  double gap;
  double key;
  double head;
  double names[2]; /* width of names on each side */
  double numbers[2];
  double capacity;            /* width of the bars of capacity, 0 for none */
  double bar;                 /* width of the bars that flows end at */
  double x0, x1;              /* where flows begin and end */
  OctSupportStand *stands[2]; /* by place */
  OctSupportRibbon *ribbons;  /* by flow */
} OctSupportLayout;

struct _OctSupportNetworkChart
{
  OctChart parent_instance;

  GPtrArray *nodes; /* of OctSupportNode */
  GArray *flows;    /* of OctSupportFlow */
  char *term;

  /* Made of the data when first asked for. */
  GArray *sides[2];  /* of guint: nodes, as given */
  GArray *orders[2]; /* of guint: the place in sides of who stands at a place of the picture */

  /* Where things were at the last size asked for, until the data change. */
  OctSupportLayout kept;
  double kept_width;
  double kept_height;
  OctChartTheme kept_theme;
};

OctSupportNode *oct_support_network_node (OctSupportNetworkChart *self, guint index);
OctSupportFlow *oct_support_network_flow (OctSupportNetworkChart *self, guint index);
/* The node at a place of the picture. */
guint oct_support_network_at (OctSupportNetworkChart *self, guint side, guint place);
/* Finds who stands on which side in which order. */
void oct_support_network_order (OctSupportNetworkChart *self);
/* The place of a node on a side, -1 if it isn't there. */
int oct_support_network_place (OctSupportNetworkChart *self, guint side, guint node);
/* What a datum is: a flow, or a place on a side. */
gboolean oct_support_network_split (OctSupportNetworkChart *self, int datum, guint *flow,
                                    guint *side, guint *place);
int oct_support_network_datum (OctSupportNetworkChart *self, guint side, guint place);

const OctSupportLayout *oct_support_network_get_layout (OctSupportNetworkChart *self, double width,
                                                        double height, const OctChartTheme *theme);
void oct_support_layout_clear (OctSupportLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OctSupportLayout, oct_support_layout_clear)
double oct_support_network_natural_height (OctSupportNetworkChart *self, double width,
                                           const OctChartTheme *theme);
int oct_support_network_hit (OctSupportNetworkChart *self, const OctSupportLayout *layout,
                             double width, double x, double y);
/* The middle of a flow at a distance from the left. */
double oct_support_ribbon_middle (const OctSupportLayout *layout, const OctSupportRibbon *ribbon,
                                  double x);
/* The box of whoever stands at a place, with name, bar and numbers. */
void oct_support_network_get_box (const OctSupportLayout *layout, double width, guint side,
                                  guint place, cairo_rectangle_t *box);

/* Draws the key if there is a @cr; returns its height. */
double oct_support_network_lay_key (OctSupportNetworkChart *self, cairo_t *cr, double width,
                                    const OctChartTheme *theme);
void oct_support_network_draw (OctSupportNetworkChart *self, cairo_t *cr, double width,
                               double height, const OctChartTheme *theme);
void oct_support_network_draw_overlay (OctSupportNetworkChart *self, cairo_t *cr, double width,
                                       double height, const OctChartTheme *theme, int datum,
                                       gboolean focused);

/* "6", or "2 of 6" where not all planned days were spent. */
char *oct_support_days_to_text (double planned, double spent);
char *oct_support_network_suggest_title (OctChart *chart);
char *oct_support_network_describe (OctChart *chart);
char *oct_support_network_describe_datum (OctChart *chart, int datum);
OctChartTable *oct_support_network_table (OctChart *chart);

G_END_DECLS
