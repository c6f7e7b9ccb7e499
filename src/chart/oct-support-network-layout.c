/* Where givers, receivers and flows of a support network are.
 *
 * The type is as large as the longer side allows, then flows are as wide as the height allows. The
 * longer side stands evenly; the shorter one as near as it can to the middle of whom it is joined to,
 * so that a fan opens to both sides. Each flow ends in a slot that has room for its days.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-stage-marks.h"
#include "oct-support-network-private.h"

#define LINE 1.55  /* of the type's size */
#define SLOT 0.82  /* of a line */
#define GAP 0.18   /* between stands, of a line */
#define WIDEST 2.2 /* lines of the widest flow */
#define SMALLEST_TYPE 0.3
#define NARROW 36 /* sizes of type across */

static double
flow_days (const OctSupportFlow *flow)
{
  return MAX (flow->planned, flow->spent);
}

static gboolean
touches (const OctSupportFlow *flow, guint side, guint node)
{
  return (side == OCT_SUPPORT_GIVERS ? flow->from : flow->to) == node;
}

/* The height that a stand takes, for a line of a height and so many points a day. */
static double
stand_height (OctSupportNetworkChart *self, guint side, guint place, double line, double scale)
{
  guint node = oct_support_network_at (self, side, place);
  double height = 0;

  for (guint i = 0; i < self->flows->len; i++)
    {
      const OctSupportFlow *flow = oct_support_network_flow (self, i);
      double thickness = flow_days (flow) * scale;

      if (touches (flow, side, node))
        height += side == OCT_SUPPORT_RECEIVERS ? MAX (thickness + 1, line * SLOT) : thickness + 1;
    }
  return MAX (height, line);
}

static double
side_height (OctSupportNetworkChart *self, guint side, double line, double scale)
{
  double height = 0;

  for (guint i = 0; i < self->orders[side]->len; i++)
    height += stand_height (self, side, i, line, scale) + line * GAP;
  return height;
}

static double
both_heights (OctSupportNetworkChart *self, double line, double scale)
{
  return MAX (side_height (self, 0, line, scale), side_height (self, 1, line, scale));
}

static double
most_days (OctSupportNetworkChart *self)
{
  double most = 0;

  for (guint i = 0; i < self->flows->len; i++)
    most = MAX (most, flow_days (oct_support_network_flow (self, i)));
  return most;
}

/* Points a day at which the widest flow is so many lines wide, but no side gets much longer than its
 * names make it. */
static double
natural_scale (OctSupportNetworkChart *self, double line)
{
  double least = MAX (both_heights (self, line, 0), line * 7), scale;

  scale = WIDEST * line / most_days (self);
  while (both_heights (self, line, scale) > least * 1.5 && scale > 1e-6)
    scale *= 0.9;
  return scale;
}

/* The largest scale that fits into the height. */
static double
fitting_scale (OctSupportNetworkChart *self, double line, double height)
{
  double low = 0, high = natural_scale (self, line) * 2;

  for (int i = 0; i < 24; i++)
    {
      double middle = (low + high) / 2;

      if (both_heights (self, line, middle) <= height)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static double
longest_name (OctSupportNetworkChart *self, const OctChartTheme *type, guint side)
{
  double longest = 0;

  for (guint i = 0; i < self->sides[side]->len; i++)
    {
      guint node = g_array_index (self->sides[side], guint, i);

      longest = MAX (longest, oct_chart_text_width (type, OCT_TEXT_NORMAL,
                                                    oct_support_network_node (self, node)->name));
    }
  return longest + type->size_text * 1.6;
}

static double
longest_number (OctSupportNetworkChart *self, const OctChartTheme *type, guint side)
{
  double longest = 0;

  for (guint i = 0; side == OCT_SUPPORT_RECEIVERS && i < self->flows->len; i++)
    {
      const OctSupportFlow *flow = oct_support_network_flow (self, i);
      g_autofree char *text = oct_support_days_to_text (flow->planned, flow->spent);

      longest = MAX (longest, oct_chart_text_width (type, OCT_TEXT_SMALL, text));
    }
  for (guint i = 0; side == OCT_SUPPORT_GIVERS && i < self->nodes->len; i++)
    {
      const OctSupportNode *node = oct_support_network_node (self, i);
      g_autofree char *text = oct_support_days_to_text (node->given, node->given_spent);

      longest = MAX (longest, oct_chart_text_width (type, OCT_TEXT_SMALL_BOLD, text));
    }
  return longest + type->size_text * 0.7;
}

static gboolean
has_capacity (OctSupportNetworkChart *self)
{
  for (guint i = 0; i < self->sides[0]->len; i++)
    {
      if (oct_support_network_node (self, g_array_index (self->sides[0], guint, i))->capacity >= 0)
        return TRUE;
    }
  return FALSE;
}

/* Names give way to flows, which keep a quarter of the width; bars of capacity go first. */
static void
measure_width (OctSupportNetworkChart *self, double width, OctSupportLayout *layout)
{
  const OctChartTheme *type = &layout->type;
  gboolean narrow = width < NARROW * type->size_text;
  double room, least = width * (narrow ? 0.12 : 0.2);

  layout->bar = MAX (3, round (type->size_text * 0.4));
  layout->capacity = has_capacity (self) && !narrow ? type->size_text * 7 : 0;
  for (guint side = 0; side < 2; side++)
    {
      layout->numbers[side] = longest_number (self, type, side);
      layout->names[side] = longest_name (self, type, side);
    }
  /* Where there is little room a giver's days are told when it is pointed at. */
  if (narrow)
    layout->numbers[0] = 2;
  room = width - least - 2 * layout->bar - layout->numbers[0] - layout->numbers[1]
         - layout->capacity;
  room = MAX (room, width * 0.3);
  if (layout->names[0] + layout->names[1] > room)
    {
      double shorter = MIN (layout->names[0], layout->names[1]);

      shorter = MIN (shorter, room / 2);
      if (layout->names[0] < layout->names[1])
        {
          layout->names[0] = shorter;
          layout->names[1] = room - shorter;
        }
      else
        {
          layout->names[1] = shorter;
          layout->names[0] = room - shorter;
        }
    }
  layout->x0 = layout->names[0] + layout->capacity + layout->numbers[0] + layout->bar;
  layout->x1 = width - layout->names[1] - layout->numbers[1] - layout->bar;
  layout->x1 = MAX (layout->x1, layout->x0 + 8);
}

/* Stands at even distances over the height. */
static void
place_evenly (OctSupportNetworkChart *self, guint side, double height, OctSupportLayout *layout)
{
  guint n = self->orders[side]->len;
  double used = side_height (self, side, layout->line, layout->scale), y = 0,
         more = MAX (height - used, 0) / n;

  more = MIN (more, layout->line * 1.2);
  for (guint i = 0; i < n; i++)
    {
      OctSupportStand *stand = &layout->stands[side][i];

      stand->height = stand_height (self, side, i, layout->line, layout->scale);
      stand->y = y + (layout->line * GAP + more) / 2;
      y += stand->height + layout->line * GAP + more;
    }
}

/* The middle of whom a stand is joined to on the other side, by days. */
static double
wanted_middle (OctSupportNetworkChart *self, guint side, guint place,
               const OctSupportLayout *layout)
{
  guint node = oct_support_network_at (self, side, place);
  double sum = 0, days = 0;

  for (guint i = 0; i < self->flows->len; i++)
    {
      const OctSupportFlow *flow = oct_support_network_flow (self, i);
      const OctSupportStand *other;
      int at;

      if (!touches (flow, side, node))
        continue;
      at = oct_support_network_place (self, 1 - side,
                                      side == OCT_SUPPORT_GIVERS ? flow->to : flow->from);
      other = &layout->stands[1 - side][at];
      sum += (other->y + other->height / 2) * flow_days (flow);
      days += flow_days (flow);
    }
  return sum / MAX (days, 1e-9);
}

/* Stands as near to where they want to be as their order and heights allow: those that would
 * overlap share the mean of their wishes (pool adjacent violators). */
static void
place_near (OctSupportNetworkChart *self, guint side, double height, OctSupportLayout *layout)
{
  guint n = self->orders[side]->len, n_pools = 0;
  g_autofree double *offsets = g_new0 (double, n), *means = g_new0 (double, n);
  g_autofree guint *counts = g_new0 (guint, n);
  double before = 0, gap = layout->line * GAP;
  guint at = 0;

  for (guint i = 0; i < n; i++)
    {
      OctSupportStand *stand = &layout->stands[side][i];

      stand->height = stand_height (self, side, i, layout->line, layout->scale);
      offsets[i] = before;
      means[n_pools] = wanted_middle (self, side, i, layout) - stand->height / 2 - before;
      counts[n_pools++] = 1;
      before += stand->height + gap;
      while (n_pools > 1 && means[n_pools - 2] > means[n_pools - 1])
        {
          guint sum = counts[n_pools - 2] + counts[n_pools - 1];

          means[n_pools - 2] = (means[n_pools - 2] * counts[n_pools - 2]
                                + means[n_pools - 1] * counts[n_pools - 1])
                               / sum;
          counts[n_pools - 2] = sum;
          n_pools--;
        }
    }
  for (guint pool = 0; pool < n_pools; pool++)
    {
      for (guint i = 0; i < counts[pool]; i++, at++)
        layout->stands[side][at].y = offsets[at]
                                     + CLAMP (means[pool], gap / 2,
                                              MAX (height - before + gap / 2, gap / 2));
    }
}

/* The flows of a stand from top to bottom, by where their other ends are. */
static void
place_ribbons (OctSupportNetworkChart *self, guint side, guint place, OctSupportLayout *layout)
{
  guint node = oct_support_network_at (self, side, place);
  const OctSupportStand *stand = &layout->stands[side][place];
  double used = 0, y, head = layout->key + layout->head;

  for (int pass = 0; pass < 2; pass++)
    {
      y = head + stand->y + (stand->height - used) / 2;
      for (guint other = 0; other < self->orders[1 - side]->len; other++)
        {
          guint end = oct_support_network_at (self, 1 - side, other);

          for (guint i = 0; i < self->flows->len; i++)
            {
              const OctSupportFlow *flow = oct_support_network_flow (self, i);
              OctSupportRibbon *ribbon = &layout->ribbons[i];
              double height;

              if (!touches (flow, side, node) || !touches (flow, 1 - side, end))
                continue;
              ribbon->thickness = MAX (flow_days (flow) * layout->scale, 0.8);
              ribbon->spent = flow->spent > 0 ? MAX (flow->spent * layout->scale, 0.8) : 0;
              height = ribbon->thickness + 1;
              if (side == OCT_SUPPORT_RECEIVERS)
                height = MAX (height, layout->line * SLOT);
              if (pass == 0)
                used += height;
              else if (side == OCT_SUPPORT_RECEIVERS)
                {
                  ribbon->slot = y;
                  ribbon->slot_height = height;
                  ribbon->right = y + (height - ribbon->thickness) / 2;
                }
              else
                ribbon->left = y + 0.5;
              y += height;
            }
        }
    }
}

static double
lay_head (OctSupportNetworkChart *self, const OctChartTheme *theme)
{
  return oct_chart_text_height (theme, OCT_TEXT_SMALL_BOLD) + theme->size_text * 0.4;
}

/* Type and scale for a height. */
static void
measure_height (OctSupportNetworkChart *self, double width, double height,
                const OctChartTheme *theme, OctSupportLayout *layout)
{
  double natural = theme->size_text * LINE, factor;

  layout->key = oct_support_network_lay_key (self, NULL, width, theme);
  layout->head = lay_head (self, theme);
  height = MAX (height - layout->key - layout->head, 4);
  factor = height / both_heights (self, natural, 0);
  /* Type only grows once flows are as wide as they would like to be. */
  if (factor > 1)
    factor = MAX (1, height / both_heights (self, natural, natural_scale (self, natural)));
  layout->line = natural * MIN (factor, 1.15);
  layout->type = oct_stage_scaled_theme (theme, CLAMP (factor, SMALLEST_TYPE, 1.15));
  layout->scale = fitting_scale (self, layout->line, height);
}

/**
 * oct_support_network_get_layout:
 * @self: a network with flows
 * @width: of the plot
 * @height: of the plot
 * @theme: how it looks
 *
 * Finds where everything is. What was found is kept, because the pointer asks at every move.
 *
 * Returns: (transfer none): where things are
 */
const OctSupportLayout *
oct_support_network_get_layout (OctSupportNetworkChart *self, double width, double height,
                                const OctChartTheme *theme)
{
  OctSupportLayout *layout = &self->kept;
  double room, lengths[2];
  guint longer;

  if (layout->ribbons != NULL && self->kept_width == width && self->kept_height == height
      && oct_stage_same_theme (&self->kept_theme, theme))
    return layout;
  oct_support_layout_clear (layout);
  *layout = (OctSupportLayout) { 0 };
  self->kept_width = width;
  self->kept_height = height;
  self->kept_theme = *theme;
  oct_support_network_order (self);
  measure_height (self, width, height, theme, layout);
  measure_width (self, width, layout);
  layout->ribbons = g_new0 (OctSupportRibbon, self->flows->len);
  room = height - layout->key - layout->head;
  for (guint side = 0; side < 2; side++)
    {
      layout->stands[side] = g_new0 (OctSupportStand, self->orders[side]->len);
      lengths[side] = side_height (self, side, layout->line, layout->scale);
    }
  longer = lengths[0] > lengths[1] ? 0 : 1;
  place_evenly (self, longer, room, layout);
  /* The shorter side keeps to the room that the longer one takes. */
  place_near (self, 1 - longer, room, layout);
  for (guint side = 0; side < 2; side++)
    {
      for (guint i = 0; i < self->orders[side]->len; i++)
        place_ribbons (self, side, i, layout);
    }
  return layout;
}

void
oct_support_layout_clear (OctSupportLayout *layout)
{
  g_clear_pointer (&layout->ribbons, g_free);
  g_clear_pointer (&layout->stands[0], g_free);
  g_clear_pointer (&layout->stands[1], g_free);
}

double
oct_support_network_natural_height (OctSupportNetworkChart *self, double width,
                                    const OctChartTheme *theme)
{
  double line = theme->size_text * LINE;

  if (self->flows->len == 0)
    return theme->size_text * 6;
  oct_support_network_order (self);
  return ceil (oct_support_network_lay_key (self, NULL, width, theme) + lay_head (self, theme)
               + both_heights (self, line, natural_scale (self, line)));
}

void
oct_support_network_get_box (const OctSupportLayout *layout, double width, guint side, guint place,
                             cairo_rectangle_t *box)
{
  const OctSupportStand *stand = &layout->stands[side][place];

  *box = (cairo_rectangle_t) { side == OCT_SUPPORT_GIVERS ? 0 : layout->x1,
                               layout->key + layout->head + stand->y,
                               side == OCT_SUPPORT_GIVERS ? layout->x0 : width - layout->x1,
                               stand->height };
}

/* A flow is drawn as a curve whose two handles are both in the middle of the width. */
double
oct_support_ribbon_middle (const OctSupportLayout *layout, const OctSupportRibbon *ribbon, double x)
{
  double low = 0, high = 1, share = CLAMP ((x - layout->x0) / (layout->x1 - layout->x0), 0, 1), u;
  double left = ribbon->left + ribbon->thickness / 2, right = ribbon->right + ribbon->thickness / 2;

  for (int i = 0; i < 20; i++)
    {
      double middle = (low + high) / 2, rest = 1 - middle;
      double at = 1.5 * middle * rest * rest + 1.5 * middle * middle * rest
                  + middle * middle * middle;

      if (at < share)
        low = middle;
      else
        high = middle;
    }
  u = (low + high) / 2;
  return left + (right - left) * u * u * (3 - 2 * u);
}

static int
hit_ribbon (OctSupportNetworkChart *self, const OctSupportLayout *layout, double x, double y)
{
  double nearest = G_MAXDOUBLE;
  int found = OCT_CHART_NONE;

  for (guint i = 0; i < self->flows->len; i++)
    {
      const OctSupportRibbon *ribbon = &layout->ribbons[i];
      double distance = fabs (oct_support_ribbon_middle (layout, ribbon, x) - y);

      if (distance > MAX (ribbon->thickness / 2, 4) || distance >= nearest)
        continue;
      nearest = distance;
      found = i;
    }
  return found;
}

/* The number of days at the right belongs to its flow, the rest beside the flows to who stands there. */
int
oct_support_network_hit (OctSupportNetworkChart *self, const OctSupportLayout *layout, double width,
                         double x, double y)
{
  if (x > layout->x0 && x < layout->x1)
    return hit_ribbon (self, layout, x, y);
  for (guint i = 0;
       x >= layout->x1 && x < layout->x1 + layout->bar + layout->numbers[1] && i < self->flows->len;
       i++)
    {
      if (y >= layout->ribbons[i].slot
          && y < layout->ribbons[i].slot + layout->ribbons[i].slot_height)
        return i;
    }
  for (guint side = 0; side < 2; side++)
    {
      for (guint i = 0; i < self->orders[side]->len; i++)
        {
          cairo_rectangle_t box;

          oct_support_network_get_box (layout, width, side, i, &box);
          if (x >= box.x && x <= box.x + box.width && y >= box.y && y < box.y + box.height)
            return oct_support_network_datum (self, side, i);
        }
    }
  return OCT_CHART_NONE;
}
