/* How a support network is drawn.
 *
 * A flow is outlined as wide as its planned days and filled as far as they were spent; thin ones are
 * drawn last, with a rim of paper, so that they stay whole where flows cross. What a giver is, is
 * told by shape as well as by hue; whoever stands on both sides has a ring.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-chart-value.h"
#include "oct-stage-marks.h"
#include "oct-support-network-private.h"

#define SMALLEST_TEXT 4.5

typedef struct
{
  OctSupportNetworkChart *self;
  cairo_t *cr;
  const OctChartTheme *theme;
  const OctSupportLayout *layout;
  double width;
} Picture;

static OctColour
kind_colour (const OctChartTheme *theme, OctSupportNodeKind kind)
{
  return oct_chart_theme_series (theme, kind == OCT_SUPPORT_NODE_SCHOOL   ? 0
                                        : kind == OCT_SUPPORT_NODE_CENTRE ? 1
                                                                          : 2);
}

/* A disc for a school, a diamond for the centre, a triangle for who is outside; ringed for both sides. */
static void
draw_mark (cairo_t *cr, const OctChartTheme *theme, OctSupportNodeKind kind, double x, double y,
           double radius, gboolean ringed)
{
  oct_colour_set (kind_colour (theme, kind), cr);
  cairo_new_sub_path (cr);
  if (kind == OCT_SUPPORT_NODE_SCHOOL)
    cairo_arc (cr, x, y, radius * 0.85, 0, 2 * G_PI);
  else
    {
      guint n = kind == OCT_SUPPORT_NODE_CENTRE ? 4 : 3;

      for (guint i = 0; i < n; i++)
        cairo_line_to (cr, x + radius * 1.1 * sin (2 * G_PI * i / n),
                       y - radius * 1.1 * cos (2 * G_PI * i / n));
      cairo_close_path (cr);
    }
  cairo_fill (cr);
  if (!ringed)
    return;
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius * 1.55, 0, 2 * G_PI);
  oct_colour_set (theme->ink, cr);
  cairo_set_line_width (cr, theme->line);
  cairo_stroke (cr);
}

static void
ribbon_path (cairo_t *cr, const OctSupportLayout *layout, const OctSupportRibbon *ribbon,
             double thickness, double grow)
{
  double middle = (layout->x0 + layout->x1) / 2, left = ribbon->left - grow,
         right = ribbon->right - grow, low_left = ribbon->left + thickness + grow,
         low_right = ribbon->right + thickness + grow;

  cairo_move_to (cr, layout->x0, left);
  cairo_curve_to (cr, middle, left, middle, right, layout->x1, right);
  cairo_line_to (cr, layout->x1, low_right);
  cairo_curve_to (cr, middle, low_right, middle, low_left, layout->x0, low_left);
  cairo_close_path (cr);
}

static void
ribbon_middle_path (cairo_t *cr, const OctSupportLayout *layout, const OctSupportRibbon *ribbon)
{
  double middle = (layout->x0 + layout->x1) / 2, left = ribbon->left + ribbon->thickness / 2,
         right = ribbon->right + ribbon->thickness / 2;

  cairo_move_to (cr, layout->x0, left);
  cairo_curve_to (cr, middle, left, middle, right, layout->x1, right);
}

/* Below three points there is no room for an outline: dashes stand for what is planned. */
static void
draw_thin (const Picture *picture, const OctSupportRibbon *ribbon, OctColour colour)
{
  const double dashes[] = { 4, 2.5 };

  cairo_save (picture->cr);
  oct_colour_set (colour, picture->cr);
  if (ribbon->spent < ribbon->thickness)
    {
      ribbon_middle_path (picture->cr, picture->layout, ribbon);
      cairo_set_dash (picture->cr, dashes, 2, 0);
      cairo_set_line_width (picture->cr, MAX (ribbon->thickness, picture->theme->line));
      cairo_stroke (picture->cr);
    }
  if (ribbon->spent > 0)
    {
      ribbon_middle_path (picture->cr, picture->layout, ribbon);
      cairo_set_dash (picture->cr, NULL, 0, 0);
      cairo_set_line_width (picture->cr, MAX (ribbon->spent, picture->theme->line));
      cairo_stroke (picture->cr);
    }
  cairo_restore (picture->cr);
}

static void
draw_ribbon (const Picture *picture, guint flow)
{
  const OctSupportRibbon *ribbon = &picture->layout->ribbons[flow];
  const OctSupportFlow *data = oct_support_network_flow (picture->self, flow);
  OctColour colour = kind_colour (picture->theme,
                                  oct_support_network_node (picture->self, data->from)->kind);
  double planned = data->planned * picture->layout->scale;

  ribbon_path (picture->cr, picture->layout, ribbon, ribbon->thickness, 0.8);
  oct_colour_set (picture->theme->paper, picture->cr);
  cairo_fill (picture->cr);
  if (ribbon->thickness < 3)
    {
      draw_thin (picture, ribbon, colour);
      return;
    }
  ribbon_path (picture->cr, picture->layout, ribbon, ribbon->thickness, 0);
  oct_colour_set (oct_stage_tint (picture->theme, colour, 0.88), picture->cr);
  cairo_fill (picture->cr);
  if (ribbon->spent > 0)
    {
      ribbon_path (picture->cr, picture->layout, ribbon, ribbon->spent, 0);
      oct_colour_set (oct_stage_tint (picture->theme, colour, 0.35), picture->cr);
      cairo_fill (picture->cr);
    }
  if (planned >= 1)
    {
      ribbon_path (picture->cr, picture->layout, ribbon, planned, -picture->theme->line / 2);
      oct_colour_set (colour, picture->cr);
      cairo_set_line_width (picture->cr, picture->theme->line);
      cairo_stroke (picture->cr);
    }
}

static int
compare_thickness (gconstpointer a, gconstpointer b, gpointer data)
{
  const OctSupportRibbon *ribbons = data;
  guint one = *(const guint *) a, two = *(const guint *) b;

  if (ribbons[one].thickness != ribbons[two].thickness)
    return ribbons[one].thickness > ribbons[two].thickness ? -1 : 1;
  return one < two ? -1 : one > two;
}

static gboolean
can_read (const OctChartTheme *type)
{
  return type->size_small >= SMALLEST_TEXT;
}

static void
draw_flow_days (const Picture *picture, guint flow, OctTextStyle style)
{
  const OctSupportLayout *layout = picture->layout;
  const OctSupportFlow *data = oct_support_network_flow (picture->self, flow);
  const OctSupportRibbon *ribbon = &layout->ribbons[flow];
  g_autofree char *text = oct_support_days_to_text (data->planned, data->spent);

  if (can_read (&layout->type))
    oct_chart_text_at (picture->cr, &layout->type, style, text,
                       layout->x1 + layout->bar + layout->type.size_text * 0.35,
                       ribbon->slot + ribbon->slot_height / 2, 0, picture->theme->ink_soft);
}

/* What is promised of the capacity, with what is left in words where there is room. */
static void
draw_capacity (const Picture *picture, const OctSupportNode *node, double middle)
{
  const OctSupportLayout *layout = picture->layout;
  const OctChartTheme *type = &layout->type;
  double x = layout->names[0] + type->size_text * 0.4, width = type->size_text * 2.6,
         height = type->size_small * 0.55, share, left = node->capacity - node->promised;
  g_autofree char *days = oct_chart_value_to_text (fabs (left), OCT_CHART_UNIT_NUMBER);
  g_autofree char *text = NULL;

  if (node->capacity < 0 || layout->capacity <= 0)
    return;
  share = node->capacity > 0 ? MIN (node->promised / node->capacity, 1) : node->promised > 0;
  cairo_rectangle (picture->cr, x, middle - height / 2, width * share, height);
  oct_colour_set (left < 0 ? picture->theme->warn : picture->theme->other, picture->cr);
  cairo_fill (picture->cr);
  cairo_rectangle (picture->cr, x, middle - height / 2, width, height);
  oct_colour_set (left < 0 ? picture->theme->warn : picture->theme->ink_soft, picture->cr);
  cairo_set_line_width (picture->cr, picture->theme->line);
  cairo_stroke (picture->cr);
  if (!can_read (type))
    return;
  /* Translators: days of support that somebody can still give, or has promised beyond what it can. */
  text = g_strdup_printf (left < 0 ? _("%s over") : _("%s left"), days);
  oct_chart_text_at (picture->cr, type, OCT_TEXT_SMALL, text, x + width + type->size_text * 0.4,
                     middle, 0, left < 0 ? picture->theme->warn : picture->theme->ink_soft);
}

static void
draw_name (const Picture *picture, guint side, guint place, OctTextStyle style)
{
  const OctSupportLayout *layout = picture->layout;
  const OctChartTheme *type = &layout->type;
  const OctSupportNode *node = oct_support_network_node (
    picture->self, oct_support_network_at (picture->self, side, place));
  gboolean givers = side == OCT_SUPPORT_GIVERS, both = node->n_given > 0 && node->n_received > 0;
  double radius = type->size_text * 0.3, room, width, height, middle, x;
  g_autoptr (PangoLayout) name = NULL;
  cairo_rectangle_t box;
  int lines;

  oct_support_network_get_box (layout, picture->width, side, place, &box);
  middle = box.y + box.height / 2;
  x = givers ? layout->names[0] - radius * 2.6 : picture->width - layout->names[1] + radius * 2.6;
  draw_mark (picture->cr, picture->theme, node->kind, x, middle, radius, both);
  if (!can_read (type))
    return;
  room = layout->names[side] - radius * 5.6;
  lines = box.height > 2 * oct_chart_text_height (type, OCT_TEXT_NORMAL) ? 2 : 1;
  name = oct_chart_text_new (type, style, node->name, MAX (room, 1), lines);
  if (givers)
    pango_layout_set_alignment (name, PANGO_ALIGN_RIGHT);
  oct_chart_text_size (name, &width, &height);
  if (givers)
    {
      pango_layout_set_width (name, (int) (ceil (width + 0.5) * PANGO_SCALE));
      x -= radius * 2.6 + ceil (width + 0.5);
    }
  else
    x += radius * 2.6;
  oct_chart_text_draw (name, picture->cr, x, middle - height / 2, picture->theme->ink);
}

static void
draw_stand (const Picture *picture, guint side, guint place, OctTextStyle style)
{
  const OctSupportLayout *layout = picture->layout;
  guint index = oct_support_network_at (picture->self, side, place);
  const OctSupportNode *node = oct_support_network_node (picture->self, index);
  double top = G_MAXDOUBLE, bottom = 0;
  cairo_rectangle_t box;

  oct_support_network_get_box (layout, picture->width, side, place, &box);
  for (guint i = 0; i < picture->self->flows->len; i++)
    {
      const OctSupportFlow *flow = oct_support_network_flow (picture->self, i);
      double y = side == OCT_SUPPORT_GIVERS ? layout->ribbons[i].left : layout->ribbons[i].right;

      if ((side == OCT_SUPPORT_GIVERS ? flow->from : flow->to) != index)
        continue;
      top = MIN (top, y);
      bottom = MAX (bottom, y + layout->ribbons[i].thickness);
    }
  cairo_rectangle (picture->cr, side == OCT_SUPPORT_GIVERS ? layout->x0 - layout->bar : layout->x1,
                   top, layout->bar, bottom - top);
  oct_colour_set (kind_colour (picture->theme, node->kind), picture->cr);
  cairo_fill (picture->cr);
  draw_name (picture, side, place, style);
  if (side == OCT_SUPPORT_GIVERS)
    {
      g_autofree char *days = oct_support_days_to_text (node->given, node->given_spent);

      draw_capacity (picture, node, box.y + box.height / 2);
      if (can_read (&layout->type) && layout->numbers[0] > layout->type.size_text)
        oct_chart_text_at (picture->cr, &layout->type, OCT_TEXT_SMALL_BOLD, days,
                           layout->x0 - layout->bar - layout->type.size_text * 0.35,
                           box.y + box.height / 2, 1, picture->theme->ink);
    }
}

static void
draw_heads (const Picture *picture)
{
  const OctSupportLayout *layout = picture->layout;
  const OctChartTheme *theme = layout->type.size_small >= 8 ? &layout->type : picture->theme;
  double y = layout->key + layout->head / 2 - theme->size_text * 0.15;

  oct_chart_text_at (picture->cr, theme, OCT_TEXT_SMALL_BOLD, _("Gives"),
                     MAX (layout->names[0] - theme->size_text * 0.3,
                          oct_chart_text_width (theme, OCT_TEXT_SMALL_BOLD, _("Gives"))),
                     y, 1, theme->ink_soft);
  if (layout->numbers[0] > layout->type.size_text)
    oct_chart_text_at (picture->cr, theme, OCT_TEXT_SMALL_BOLD, _("Days"), layout->x0, y, 1,
                       theme->ink_soft);
  oct_chart_text_at (picture->cr, theme, OCT_TEXT_SMALL_BOLD, _("Receives"),
                     MIN (picture->width - layout->names[1] + layout->type.size_text,
                          picture->width
                            - oct_chart_text_width (theme, OCT_TEXT_SMALL_BOLD, _("Receives"))),
                     y, 0, theme->ink_soft);
  if (layout->capacity > oct_chart_text_width (theme, OCT_TEXT_SMALL_BOLD, _("Capacity")))
    oct_chart_text_at (picture->cr, theme, OCT_TEXT_SMALL_BOLD, _("Capacity"),
                       layout->names[0] + layout->type.size_text * 0.4, y, 0, theme->ink_soft);
}

static void
draw_ribbons (const Picture *picture)
{
  guint n = picture->self->flows->len;
  g_autofree guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, n, sizeof (guint), compare_thickness, picture->layout->ribbons);
  for (guint i = 0; i < n; i++)
    draw_ribbon (picture, order[i]);
}

/**
 * oct_support_network_draw:
 * @self: a network
 * @cr: what to draw to
 * @width: of the plot
 * @height: of the plot
 * @theme: how it looks
 *
 * Draws the key, the flows and who stands at their ends.
 */
void
oct_support_network_draw (OctSupportNetworkChart *self, cairo_t *cr, double width, double height,
                          const OctChartTheme *theme)
{
  Picture picture = { self, cr, theme, NULL, width };

  if (self->flows->len == 0)
    {
      oct_chart_text_at (cr, theme, OCT_TEXT_NORMAL, _("Nothing to show"), width / 2, height / 2,
                         0.5, theme->ink_soft);
      return;
    }
  picture.layout = oct_support_network_get_layout (self, width, height, theme);
  cairo_save (cr);
  cairo_rectangle (cr, -2, 0, width + 4, height + 2);
  cairo_clip (cr);
  oct_support_network_lay_key (self, cr, width, theme);
  draw_heads (&picture);
  draw_ribbons (&picture);
  for (guint side = 0; side < 2; side++)
    {
      for (guint i = 0; i < self->orders[side]->len; i++)
        draw_stand (&picture, side, i, OCT_TEXT_NORMAL);
    }
  for (guint i = 0; i < self->flows->len; i++)
    draw_flow_days (&picture, i, OCT_TEXT_SMALL);
  cairo_restore (cr);
}

/* All but what is pointed at recedes. */
static void
fade (const Picture *picture, double height)
{
  OctColour veil = picture->theme->paper;

  veil.alpha = 0.78;
  cairo_rectangle (picture->cr, 0, picture->layout->key + picture->layout->head, picture->width,
                   height - picture->layout->key - picture->layout->head);
  oct_colour_set (veil, picture->cr);
  cairo_fill (picture->cr);
}

/* From one stand of whoever has two to the other. */
static void
draw_tie (const Picture *picture, int giver, int receiver)
{
  const double dashes[] = { 1.5, 4 };
  cairo_rectangle_t left, right;

  oct_support_network_get_box (picture->layout, picture->width, 0, giver, &left);
  oct_support_network_get_box (picture->layout, picture->width, 1, receiver, &right);
  cairo_save (picture->cr);
  cairo_set_dash (picture->cr, dashes, 2, 0);
  cairo_set_line_width (picture->cr, picture->theme->line_strong);
  oct_colour_set (picture->theme->ink_soft, picture->cr);
  cairo_move_to (picture->cr, picture->layout->x0, left.y + left.height / 2);
  cairo_line_to (picture->cr, picture->layout->x1, right.y + right.height / 2);
  cairo_stroke (picture->cr);
  cairo_restore (picture->cr);
}

/* The flows of one node on both its sides, with those at their other ends. */
static void
draw_node_alone (const Picture *picture, guint node)
{
  int giver = oct_support_network_place (picture->self, 0, node),
      receiver = oct_support_network_place (picture->self, 1, node);

  if (giver >= 0 && receiver >= 0)
    draw_tie (picture, giver, receiver);
  for (guint i = 0; i < picture->self->flows->len; i++)
    {
      const OctSupportFlow *flow = oct_support_network_flow (picture->self, i);

      if (flow->from != node && flow->to != node)
        continue;
      draw_ribbon (picture, i);
      if (flow->from != node)
        draw_stand (picture, 0, oct_support_network_place (picture->self, 0, flow->from),
                    OCT_TEXT_NORMAL);
      if (flow->to != node)
        draw_stand (picture, 1, oct_support_network_place (picture->self, 1, flow->to),
                    OCT_TEXT_NORMAL);
      draw_flow_days (picture, i, OCT_TEXT_SMALL_BOLD);
    }
  /* Its own name once, however many flows it has: text over text grows fat. */
  if (giver >= 0)
    draw_stand (picture, 0, giver, OCT_TEXT_BOLD);
  if (receiver >= 0)
    draw_stand (picture, 1, receiver, OCT_TEXT_BOLD);
}

/**
 * oct_support_network_draw_overlay:
 * @self: a network
 * @cr: what to draw to
 * @width: of the plot
 * @height: of the plot
 * @theme: how it looks
 * @datum: one of its data
 * @focused: marked by the keyboard rather than by the pointer
 *
 * Draws one flow, or all that one gives and receives, and lets the rest recede.
 */
void
oct_support_network_draw_overlay (OctSupportNetworkChart *self, cairo_t *cr, double width,
                                  double height, const OctChartTheme *theme, int datum,
                                  gboolean focused)
{
  Picture picture = { self, cr, theme, oct_support_network_get_layout (self, width, height, theme),
                      width };
  guint flow, side, place;
  cairo_rectangle_t box;

  fade (&picture, height);
  if (!oct_support_network_split (self, datum, &flow, &side, &place))
    {
      draw_node_alone (&picture, oct_support_network_at (self, side, place));
      oct_support_network_get_box (picture.layout, width, side, place, &box);
      oct_stage_draw_focus (cr, theme, &box, focused);
      return;
    }
  draw_ribbon (&picture, flow);
  draw_stand (&picture, 0,
              oct_support_network_place (self, 0, oct_support_network_flow (self, flow)->from),
              OCT_TEXT_BOLD);
  draw_stand (&picture, 1,
              oct_support_network_place (self, 1, oct_support_network_flow (self, flow)->to),
              OCT_TEXT_BOLD);
  draw_flow_days (&picture, flow, OCT_TEXT_SMALL_BOLD);
  ribbon_path (cr, picture.layout, &picture.layout->ribbons[flow],
               picture.layout->ribbons[flow].thickness, 1);
  oct_colour_set (theme->focus, cr);
  cairo_set_line_width (cr, theme->line_strong + (focused ? 1 : 0));
  cairo_stroke (cr);
}

/* A box half filled: solid for what is spent, open for what is planned. */
static void
draw_key_mark (cairo_t *cr, const OctChartTheme *theme, guint mark, double x, double middle,
               double size)
{
  if (mark < 3)
    draw_mark (cr, theme, mark, x + size / 2, middle, size * 0.36, FALSE);
  else if (mark == 3)
    draw_mark (cr, theme, OCT_SUPPORT_NODE_SCHOOL, x + size / 2, middle, size * 0.32, TRUE);
  else
    {
      double height = size * 0.62;
      OctColour colour = kind_colour (theme, OCT_SUPPORT_NODE_SCHOOL);

      cairo_rectangle (cr, x, middle - height / 2, size * 1.6, height);
      oct_colour_set (oct_stage_tint (theme, colour, mark == 4 ? 0.35 : 0.88), cr);
      cairo_fill (cr);
      cairo_rectangle (cr, x, middle - height / 2, size * 1.6, height);
      oct_colour_set (colour, cr);
      cairo_set_line_width (cr, theme->line);
      cairo_stroke (cr);
    }
}

double
oct_support_network_lay_key (OctSupportNetworkChart *self, cairo_t *cr, double width,
                             const OctChartTheme *theme)
{
  const char *const words[] = {
    _("School"),     _("Central team"), _("Outside the trust"), _("Gives and receives"),
    _("Days spent"), _("Days planned")
  };
  double x = 0, y = 0, size = theme->size_small,
         line = oct_chart_text_height (theme, OCT_TEXT_SMALL) * 1.25;
  gboolean there[6] = { FALSE, FALSE, FALSE, FALSE, TRUE, TRUE };

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const OctSupportNode *node = oct_support_network_node (self, i);

      there[node->kind] |= node->n_given + node->n_received > 0;
      there[3] |= node->n_given > 0 && node->n_received > 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      double mark = size * (i < 4 ? 1.5 : 2.1), item;

      if (!there[i])
        continue;
      item = mark + oct_chart_text_width (theme, OCT_TEXT_SMALL, words[i]) + size * 1.3;
      if (x > 0 && x + item - size * 1.3 > width)
        {
          x = 0;
          y += line;
        }
      if (cr != NULL)
        {
          draw_key_mark (cr, theme, i, x, y + line / 2, size);
          oct_chart_text_at (cr, theme, OCT_TEXT_SMALL, words[i], x + mark, y + line / 2, 0,
                             theme->ink_soft);
        }
      x += item;
    }
  return ceil (y + line + theme->size_text * 0.5);
}
