/* A support network: its data, and the questions every chart answers.
 *
 * Data are numbered flows first, then givers, then receivers, each in the order they were given in:
 * a datum keeps its number whatever order the picture finds. Whoever neither gives nor receives is
 * known but not drawn.
 */
#include "oct-support-network-private.h"

#include <math.h>

#include "oct-stage-marks.h"

G_DEFINE_FINAL_TYPE (OctSupportNetworkChart, oct_support_network_chart, OCT_TYPE_CHART)

static void
node_free (OctSupportNode *node)
{
  g_free (node->id);
  g_free (node->name);
  g_free (node);
}

OctSupportNode *
oct_support_network_node (OctSupportNetworkChart *self, guint index)
{
  return g_ptr_array_index (self->nodes, index);
}

OctSupportFlow *
oct_support_network_flow (OctSupportNetworkChart *self, guint index)
{
  return &g_array_index (self->flows, OctSupportFlow, index);
}

guint
oct_support_network_at (OctSupportNetworkChart *self, guint side, guint place)
{
  return g_array_index (self->sides[side], guint, g_array_index (self->orders[side], guint, place));
}

int
oct_support_network_place (OctSupportNetworkChart *self, guint side, guint node)
{
  for (guint i = 0; i < self->orders[side]->len; i++)
    {
      if (oct_support_network_at (self, side, i) == node)
        return i;
    }
  return -1;
}

gboolean
oct_support_network_split (OctSupportNetworkChart *self, int datum, guint *flow, guint *side,
                           guint *place)
{
  guint index = datum, n = self->flows->len;

  g_assert (datum >= 0);
  *flow = index;
  if (index < n)
    return TRUE;
  index -= n;
  *side = index < self->sides[0]->len ? OCT_SUPPORT_GIVERS : OCT_SUPPORT_RECEIVERS;
  if (*side == OCT_SUPPORT_RECEIVERS)
    index -= self->sides[0]->len;
  *place = 0;
  for (guint i = 0; i < self->orders[*side]->len; i++)
    {
      if (g_array_index (self->orders[*side], guint, i) == index)
        *place = i;
    }
  return FALSE;
}

int
oct_support_network_datum (OctSupportNetworkChart *self, guint side, guint place)
{
  return self->flows->len + (side == OCT_SUPPORT_RECEIVERS ? self->sides[0]->len : 0)
         + g_array_index (self->orders[side], guint, place);
}

static int
find_node (OctSupportNetworkChart *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->nodes->len; i++)
    {
      if (g_strcmp0 (oct_support_network_node (self, i)->id, id) == 0)
        return i;
    }
  return -1;
}

static void
data_changed (OctSupportNetworkChart *self)
{
  oct_support_layout_clear (&self->kept);
  for (guint side = 0; side < 2; side++)
    {
      g_array_set_size (self->sides[side], 0);
      for (guint i = 0; i < self->nodes->len; i++)
        {
          const OctSupportNode *node = oct_support_network_node (self, i);

          if ((side == OCT_SUPPORT_GIVERS ? node->n_given : node->n_received) > 0)
            g_array_append_val (self->sides[side], i);
        }
      g_array_set_size (self->orders[side], 0);
    }
  oct_chart_changed (OCT_CHART (self));
}

static void
oct_support_network_chart_draw (OctChart *chart, cairo_t *cr, double width, double height,
                                const OctChartTheme *theme)
{
  oct_support_network_draw (OCT_SUPPORT_NETWORK_CHART (chart), cr, width, height, theme);
}

static guint
oct_support_network_chart_n_data (OctChart *chart)
{
  OctSupportNetworkChart *self = OCT_SUPPORT_NETWORK_CHART (chart);

  return self->flows->len + self->sides[0]->len + self->sides[1]->len;
}

static void
oct_support_network_chart_draw_overlay (OctChart *chart, cairo_t *cr, double width, double height,
                                        const OctChartTheme *theme, int datum, gboolean focused)
{
  if (datum < (int) oct_support_network_chart_n_data (chart))
    oct_support_network_draw_overlay (OCT_SUPPORT_NETWORK_CHART (chart), cr, width, height, theme,
                                      datum, focused);
}

static int
oct_support_network_chart_hit (OctChart *chart, double width, double height,
                               const OctChartTheme *theme, double x, double y)
{
  OctSupportNetworkChart *self = OCT_SUPPORT_NETWORK_CHART (chart);

  if (self->flows->len == 0)
    return OCT_CHART_NONE;
  return oct_support_network_hit (self, oct_support_network_get_layout (self, width, height, theme),
                                  width, x, y);
}

/* The next flow of the same giver or receiver, by where it ends; @by is -1 or 1. */
static int
walk_flow (OctSupportNetworkChart *self, guint flow, int by)
{
  int at = oct_support_network_place (self, 1, oct_support_network_flow (self, flow)->to);
  int best = -1, best_at = 0;

  for (guint i = 0; i < self->flows->len; i++)
    {
      const OctSupportFlow *other = oct_support_network_flow (self, i);
      int place = oct_support_network_place (self, 1, other->to);

      if (other->from != oct_support_network_flow (self, flow)->from || (place - at) * by <= 0)
        continue;
      if (best < 0 || (best_at - place) * by > 0)
        {
          best = i;
          best_at = place;
        }
    }
  return best < 0 ? (int) flow : best;
}

/* The uppermost flow of a stand. */
static int
first_flow (OctSupportNetworkChart *self, guint side, guint node)
{
  int best = -1, best_place = 0;

  for (guint i = 0; i < self->flows->len; i++)
    {
      const OctSupportFlow *flow = oct_support_network_flow (self, i);
      int place = oct_support_network_place (self, 1 - side,
                                             side == OCT_SUPPORT_GIVERS ? flow->to : flow->from);

      if ((side == OCT_SUPPORT_GIVERS ? flow->from : flow->to) != node)
        continue;
      if (best < 0 || place < best_place)
        {
          best = i;
          best_place = place;
        }
    }
  return best;
}

/* From givers along their flows to receivers and back; up and down along a side. */
static int
oct_support_network_chart_walk (OctChart *chart, int from, OctChartStep step)
{
  OctSupportNetworkChart *self = OCT_SUPPORT_NETWORK_CHART (chart);
  guint flow, side, place;

  if (self->flows->len == 0)
    return OCT_CHART_NONE;
  oct_support_network_order (self);
  if (step == OCT_CHART_LAST)
    return oct_support_network_datum (self, 1, self->orders[1]->len - 1);
  if (from == OCT_CHART_NONE || step == OCT_CHART_FIRST)
    return oct_support_network_datum (self, 0, 0);
  if (oct_support_network_split (self, from, &flow, &side, &place))
    {
      const OctSupportFlow *at = oct_support_network_flow (self, flow);

      if (step == OCT_CHART_UP || step == OCT_CHART_DOWN)
        return walk_flow (self, flow, step == OCT_CHART_UP ? -1 : 1);
      side = step == OCT_CHART_LEFT ? OCT_SUPPORT_GIVERS : OCT_SUPPORT_RECEIVERS;
      return oct_support_network_datum (
        self, side,
        oct_support_network_place (self, side, side == OCT_SUPPORT_GIVERS ? at->from : at->to));
    }
  if (step == OCT_CHART_UP || step == OCT_CHART_DOWN)
    return oct_support_network_datum (self, side,
                                      CLAMP ((int) place + (step == OCT_CHART_UP ? -1 : 1), 0,
                                             (int) self->orders[side]->len - 1));
  if ((step == OCT_CHART_RIGHT) == (side == OCT_SUPPORT_GIVERS))
    return first_flow (self, side, oct_support_network_at (self, side, place));
  return from;
}

static const char *
oct_support_network_chart_datum_id (OctChart *chart, int datum)
{
  OctSupportNetworkChart *self = OCT_SUPPORT_NETWORK_CHART (chart);
  guint flow, side, place;

  if (datum >= (int) oct_support_network_chart_n_data (chart))
    return NULL;
  oct_support_network_order (self);
  if (oct_support_network_split (self, datum, &flow, &side, &place))
    return oct_support_network_node (self, oct_support_network_flow (self, flow)->to)->id;
  return oct_support_network_node (self, oct_support_network_at (self, side, place))->id;
}

static double
oct_support_network_chart_natural_height (OctChart *chart, double width, const OctChartTheme *theme)
{
  return oct_support_network_natural_height (OCT_SUPPORT_NETWORK_CHART (chart), width, theme);
}

static void
oct_support_network_chart_finalize (GObject *object)
{
  OctSupportNetworkChart *self = OCT_SUPPORT_NETWORK_CHART (object);

  oct_support_layout_clear (&self->kept);
  g_ptr_array_unref (self->nodes);
  g_array_unref (self->flows);
  for (guint side = 0; side < 2; side++)
    {
      g_array_unref (self->sides[side]);
      g_array_unref (self->orders[side]);
    }
  g_free (self->term);

  G_OBJECT_CLASS (oct_support_network_chart_parent_class)->finalize (object);
}

static void
oct_support_network_chart_class_init (OctSupportNetworkChartClass *klass)
{
  OctChartClass *chart_class = OCT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_support_network_chart_finalize;
  chart_class->draw = oct_support_network_chart_draw;
  chart_class->draw_overlay = oct_support_network_chart_draw_overlay;
  chart_class->hit = oct_support_network_chart_hit;
  chart_class->walk = oct_support_network_chart_walk;
  chart_class->describe = oct_support_network_describe;
  chart_class->describe_datum = oct_support_network_describe_datum;
  chart_class->table = oct_support_network_table;
  chart_class->n_data = oct_support_network_chart_n_data;
  chart_class->datum_id = oct_support_network_chart_datum_id;
  chart_class->natural_height = oct_support_network_chart_natural_height;
  chart_class->suggest_title = oct_support_network_suggest_title;
}

static void
oct_support_network_chart_init (OctSupportNetworkChart *self)
{
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) node_free);
  self->flows = g_array_new (FALSE, FALSE, sizeof (OctSupportFlow));
  for (guint side = 0; side < 2; side++)
    {
      self->sides[side] = g_array_new (FALSE, FALSE, sizeof (guint));
      self->orders[side] = g_array_new (FALSE, FALSE, sizeof (guint));
    }
}

/**
 * oct_support_network_chart_new:
 *
 * Returns: (transfer full): a network of nobody
 */
OctSupportNetworkChart *
oct_support_network_chart_new (void)
{
  return g_object_new (OCT_TYPE_SUPPORT_NETWORK_CHART, NULL);
}

/**
 * oct_support_network_chart_add_node:
 * @self: a network
 * @id: a key of the caller's, handed back when it is activated
 * @name: what it is called
 * @kind: what it is
 *
 * Adds one who can give or receive.
 *
 * Returns: %FALSE where there is no id or it is known already
 */
gboolean
oct_support_network_chart_add_node (OctSupportNetworkChart *self, const char *id, const char *name,
                                    OctSupportNodeKind kind)
{
  OctSupportNode *node;

  g_return_val_if_fail (OCT_IS_SUPPORT_NETWORK_CHART (self), FALSE);

  if (id == NULL || find_node (self, id) >= 0)
    return FALSE;
  node = g_new0 (OctSupportNode, 1);
  node->id = g_strdup (id);
  node->name = g_strdup (name != NULL ? name : "");
  node->kind = kind;
  node->capacity = -1;
  g_ptr_array_add (self->nodes, node);
  return TRUE;
}

/**
 * oct_support_network_chart_set_capacity:
 * @self: a network
 * @id: whose
 * @capacity: days a term it can give; below 0 if not known
 * @promised: how many of them are planned, 0 or more
 *
 * Sets what the bar beside a giver shows.
 */
void
oct_support_network_chart_set_capacity (OctSupportNetworkChart *self, const char *id,
                                        double capacity, double promised)
{
  int node;

  g_return_if_fail (OCT_IS_SUPPORT_NETWORK_CHART (self));

  node = find_node (self, id);
  if (node < 0)
    return;
  oct_support_network_node (self, node)->capacity = isfinite (capacity) ? capacity : -1;
  oct_support_network_node (self, node)->promised = isfinite (promised) ? MAX (promised, 0) : 0;
  data_changed (self);
}

static OctSupportFlow *
find_flow (OctSupportNetworkChart *self, guint from, guint to)
{
  OctSupportFlow flow = { .from = from, .to = to };

  for (guint i = 0; i < self->flows->len; i++)
    {
      OctSupportFlow *known = oct_support_network_flow (self, i);

      if (known->from == from && known->to == to)
        return known;
    }
  g_array_append_val (self->flows, flow);
  oct_support_network_node (self, from)->n_given++;
  oct_support_network_node (self, to)->n_received++;
  return oct_support_network_flow (self, self->flows->len - 1);
}

/**
 * oct_support_network_chart_add_flow:
 * @self: a network
 * @from: who gives
 * @to: who receives
 * @planned: days planned, 0 or more
 * @spent: days spent, 0 or more
 *
 * Adds support; what flows between the same two is added up.
 *
 * Returns: %FALSE where an end isn't known, both are the same, or there are no days
 */
gboolean
oct_support_network_chart_add_flow (OctSupportNetworkChart *self, const char *from, const char *to,
                                    double planned, double spent)
{
  int giver, receiver;
  OctSupportFlow *flow;

  g_return_val_if_fail (OCT_IS_SUPPORT_NETWORK_CHART (self), FALSE);

  giver = find_node (self, from);
  receiver = find_node (self, to);
  if (giver < 0 || receiver < 0 || giver == receiver || !isfinite (planned) || !isfinite (spent)
      || planned < 0 || spent < 0 || planned + spent <= 0)
    return FALSE;
  flow = find_flow (self, giver, receiver);
  flow->planned += planned;
  flow->spent += spent;
  oct_support_network_node (self, giver)->given += planned;
  oct_support_network_node (self, giver)->given_spent += spent;
  oct_support_network_node (self, receiver)->received += planned;
  oct_support_network_node (self, receiver)->received_spent += spent;
  data_changed (self);
  return TRUE;
}

/**
 * oct_support_network_chart_clear:
 * @self: a network
 *
 * Removes everybody and what flows between them.
 */
void
oct_support_network_chart_clear (OctSupportNetworkChart *self)
{
  g_return_if_fail (OCT_IS_SUPPORT_NETWORK_CHART (self));

  g_ptr_array_set_size (self->nodes, 0);
  g_array_set_size (self->flows, 0);
  data_changed (self);
}

/**
 * oct_support_network_chart_set_term:
 * @self: a network
 * @term: (nullable): such as "autumn 2026"
 *
 * Names the term that capacity is of.
 */
void
oct_support_network_chart_set_term (OctSupportNetworkChart *self, const char *term)
{
  g_return_if_fail (OCT_IS_SUPPORT_NETWORK_CHART (self));

  if (g_strcmp0 (self->term, term) == 0)
    return;
  g_free (self->term);
  self->term = g_strdup (term);
  data_changed (self);
}
