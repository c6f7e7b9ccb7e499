/* Where the parts of an octant are in a plot of some size.
 *
 * The wheel is made as large as the words beside it allow, tried with labels of several widths and,
 * where room is short, with fewer words. Where a wheel among its labels would be small – a narrow
 * window, large type – the labels become a list below or beside it and the rim keeps their numbers.
 * The last layout is kept until data change, since pointing at a chart asks for it all the time.
 */
#include <math.h>

#include "oct-octant-private.h"

/* Widths of labels that are tried, in ems of the text. */
static const double label_widths[] = { 24, 16, 11 };

typedef struct
{
  double left, right, above, below; /* how far the picture reaches from the centre */
} Reach;

/* Radius of the circle that labels keep out of: the rim, the marks outside it, some air. */
static double
label_circle (const OctChartTheme *type, double radius)
{
  return radius + type->size_text * 0.95;
}

static double
label_align (guint sector, guint n)
{
  double side = sin (2 * G_PI * sector / n);

  return fabs (side) < 0.2 ? 0.5 : side > 0 ? 0 : 1;
}

/* Puts the label beside its sector, with the centre of the wheel at 0,0; @lift says how far from the
 * middle line a label at the side stands, in the height of its sector. */
static void
place_label (OctOctantLabel *label, guint sector, guint n, double circle, double lift)
{
  double turn = 2 * G_PI * sector / n, align = label_align (sector, n), middle, nearest, out;

  if (align == 0.5)
    {
      label->x = sin (turn) * circle - label->width / 2;
      label->y = cos (turn) > 0 ? -cos (turn) * circle - label->height : -cos (turn) * circle;
      return;
    }
  middle = -cos (turn) * circle * lift;
  nearest = MAX (fabs (middle) - label->height / 2, 0);
  out = nearest < circle ? sqrt (circle * circle - nearest * nearest) : 0;
  label->x = align == 0 ? out : -out - label->width;
  label->y = middle - label->height / 2;
}

static gboolean
labels_overlap (const OctOctantLabel *one, const OctOctantLabel *two, double air)
{
  return one->x < two->x + two->width + air && two->x < one->x + one->width + air
         && one->y < two->y + two->height + air * 0.4 && two->y < one->y + one->height + air * 0.4;
}

/* Whether a wheel of that radius fits with its labels; says how far it reaches. */
static gboolean
fits (OctOctantLayout *layout, guint n, double radius, double lift, double width, double height,
      Reach *reach)
{
  double circle = label_circle (&layout->type, radius);

  *reach = (Reach) { circle, circle, circle, circle };
  for (guint i = 0; i < n; i++)
    {
      OctOctantLabel *label = &layout->labels[i];

      place_label (label, i, n, circle, lift);
      reach->left = MAX (reach->left, -label->x);
      reach->right = MAX (reach->right, label->x + label->width);
      reach->above = MAX (reach->above, -label->y);
      reach->below = MAX (reach->below, label->y + label->height);
    }
  return reach->left + reach->right <= width && reach->above + reach->below <= height;
}

static gboolean
any_overlap (const OctOctantLayout *layout, guint n)
{
  double air = layout->type.size_text * 0.8;

  for (guint i = 0; i < n && n > 1; i++)
    {
      if (labels_overlap (&layout->labels[i], &layout->labels[(i + 1) % n], air))
        return TRUE;
    }
  return FALSE;
}

/* The radius of the largest wheel that leaves its labels room, 0 if there is none. */
static double
largest_radius (OctOctantLayout *layout, guint n, double width, double height, Reach *reach)
{
  static const double lifts[] = { 1.1, 1.0, 0.9, 0.8 };

  for (guint i = 0; i < G_N_ELEMENTS (lifts); i++)
    {
      double low = 0, high = MIN (width, height) / 2;

      while (high - low > 0.5)
        {
          double middle = (low + high) / 2;

          if (fits (layout, n, middle, lifts[i], width, height, reach))
            low = middle;
          else
            high = middle;
        }
      low = floor (low);
      if (fits (layout, n, low, lifts[i], width, height, reach) && !any_overlap (layout, n))
        return low;
    }
  return 0;
}

static void
set_labels (OctOctantChart *self, OctOctantLayout *layout, OctOctantLabelLevel level,
            double max_width)
{
  for (guint i = 0; i < self->data.n_parts; i++)
    {
      double align = label_align (i, self->data.n_parts);

      /* Above and below there is width to spare, and height is dear. */
      oct_octant_label_set (self, i, &layout->type, level,
                            align == 0.5 ? MAX (max_width, label_widths[0] * layout->type.size_text)
                                         : max_width,
                            align, &layout->labels[i]);
    }
  layout->level = level;
}

/* The wheel among its labels; returns its radius. */
static double
lay_around (OctOctantChart *self, OctOctantLayout *layout, double width, double height,
            Reach *reach)
{
  double em = layout->type.size_text, best = 0, good = MIN (width, height) / 2 - em * 4.5;
  OctOctantLabelLevel best_level = OCT_OCTANT_LABEL_SHORT;
  guint best_width = 0;

  for (int level = OCT_OCTANT_LABEL_FULL; level >= OCT_OCTANT_LABEL_SHORT; level--)
    {
      for (guint i = 0; i < G_N_ELEMENTS (label_widths); i++)
        {
          double radius;

          set_labels (self, layout, level, label_widths[i] * em);
          radius = largest_radius (layout, self->data.n_parts, width, height, reach);
          if (radius > best * 1.06)
            {
              best = radius;
              best_level = level;
              best_width = i;
            }
        }
      if (best > good * 0.8 || best > em * 13)
        break;
    }
  set_labels (self, layout, best_level, label_widths[best_width] * em);
  return largest_radius (layout, self->data.n_parts, width, height, reach);
}

/* Height of the labels as a list in columns, which are as wide as @width allows. */
static double
lay_list (OctOctantChart *self, OctOctantLayout *layout, OctOctantLabelLevel level, double x,
          double y, double width)
{
  double em = layout->type.size_text, gap = em * 0.55, column_gap = em * 1.2;
  guint n_columns = CLAMP ((guint) (width / (em * 12)), 1, 4), n_rows;
  double column = (width - column_gap * (n_columns - 1)) / n_columns, top = y, bottom = y;

  n_rows = (self->data.n_parts + n_columns - 1) / n_columns;
  for (guint i = 0; i < self->data.n_parts; i++)
    {
      OctOctantLabel *label = &layout->labels[i];

      if (i % n_rows == 0)
        y = top;
      oct_octant_label_set (self, i, &layout->type, level, column, 0, label);
      label->x = x + i / n_rows * (column + column_gap);
      label->y = y;
      bottom = MAX (bottom, y + label->height);
      y += label->height + gap;
    }
  layout->level = level;
  return bottom - top;
}

static void
set_wheel (OctOctantChart *self, OctOctantLayout *layout, double x, double y, double radius)
{
  oct_octant_wheel_set (&layout->wheel, self->data.n_parts, MAX (self->data.stages.n, 1),
                        MAX (radius, 1), CLAMP (radius * 0.022, 1, 8));
  layout->wheel.x = x;
  layout->wheel.y = y;
}

/* Numbers at the rim and the labels in a list, below the wheel or beside it. */
static void
lay_listed (OctOctantChart *self, OctOctantLayout *layout)
{
  double em = layout->type.size_text, width = layout->width, height = layout->height;
  double rim = em * 1.75, list = 0, gap = em * 0.8, key, radius;
  gboolean beside = width > height * 1.15 && width > em * 24;

  layout->listed = TRUE;
  if (beside)
    {
      double side = MIN (width * 0.5, height);

      for (int level = OCT_OCTANT_LABEL_FULL; level >= OCT_OCTANT_LABEL_SHORT; level--)
        {
          list = lay_list (self, layout, level, side + gap, 0, width - side - gap);
          if (list <= height)
            break;
        }
      if (list <= height)
        {
          for (guint i = 0; i < self->data.n_parts; i++)
            layout->labels[i].y += (height - list) / 2;
          set_wheel (self, layout, side / 2, height / 2, side / 2 - rim);
          return;
        }
    }
  for (int level = OCT_OCTANT_LABEL_FULL; level >= OCT_OCTANT_LABEL_SHORT; level--)
    {
      list = lay_list (self, layout, level, 0, 0, width);
      if (height - list - gap > MIN (width * 0.7, height * 0.5))
        break;
    }
  if (height - list - gap < MAX (em * 9, height * 0.3))
    {
      /* No room for words: the numbers have to do. */
      for (guint i = 0; i < self->data.n_parts; i++)
        oct_octant_label_clear (&layout->labels[i]);
      layout->level = OCT_OCTANT_LABEL_NONE;
      list = gap = 0;
    }
  key = list > 0 ? oct_octant_lay_key (self, NULL, &layout->type, 0, 0, width, FALSE, FALSE) : 0;
  if (height - list - gap * 2 - key < MIN (width * 0.78, height * 0.5))
    key = 0;
  radius = MAX (MIN (width, height - list - gap - (key > 0 ? key + gap : 0)) / 2 - rim, 4);
  set_wheel (self, layout, width / 2, radius + rim, radius);
  for (guint i = 0; i < self->data.n_parts; i++)
    layout->labels[i].y += 2 * (radius + rim) + gap;
  layout->keyed = key > 0;
  layout->key = (cairo_rectangle_t) { 0, height - key, width, key };
}

/* Labels around the wheel, the key at the right where the plot is wide and below where it is not. */
static gboolean
lay_labelled (OctOctantChart *self, OctOctantLayout *layout)
{
  double em = layout->type.size_text, width = layout->width, height = layout->height;
  double side = oct_octant_key_width (self, &layout->type) + em * 1.5, key = 0, radius;
  double beside = oct_octant_lay_key (self, NULL, &layout->type, 0, 0, side - em * 1.5, TRUE,
                                      FALSE);
  gboolean at_side = width - side > MAX (height * 1.22, em * 44) && beside <= height;
  double room = at_side ? width - side : width;
  Reach reach;

  if (!at_side)
    {
      key = oct_octant_lay_key (self, NULL, &layout->type, 0, 0, width, FALSE, FALSE);
      if (height - key < em * 25)
        key = 0;
    }
  radius = lay_around (self, layout, room, height - (key > 0 ? key + em : 0), &reach);
  if (radius < em * 7.5)
    return FALSE;
  set_wheel (self, layout, floor (reach.left + (room - reach.left - reach.right) / 2),
             floor (reach.above
                    + (height - (key > 0 ? key + em : 0) - reach.above - reach.below) / 2),
             radius);
  for (guint i = 0; i < self->data.n_parts; i++)
    {
      layout->labels[i].x += layout->wheel.x;
      layout->labels[i].y += layout->wheel.y;
    }
  layout->keyed = at_side || key > 0;
  layout->key = at_side ? (cairo_rectangle_t) { width - side + em * 1.5,
                                                MAX (0, layout->wheel.y - beside / 2),
                                                side - em * 1.5, beside }
                        : (cairo_rectangle_t) { 0, height - key, width, key };
  if (at_side && layout->key.y + beside > height)
    layout->key.y = height - beside;
  return TRUE;
}

static gboolean
layout_is_for (const OctOctantLayout *layout, double width, double height,
               const OctChartTheme *theme)
{
  return layout != NULL && layout->width == width && layout->height == height
         && layout->theme.kind == theme->kind && layout->theme.scale == theme->scale
         && layout->theme.size_text == theme->size_text && layout->theme.font == theme->font;
}

const OctOctantLayout *
oct_octant_get_layout (OctOctantChart *self, double width, double height,
                       const OctChartTheme *theme)
{
  OctOctantLayout *layout;
  double room;

  if (layout_is_for (self->layout, width, height, theme))
    return self->layout;
  g_clear_pointer (&self->layout, oct_octant_layout_free);
  layout = self->layout = g_new0 (OctOctantLayout, 1);
  layout->width = width;
  layout->height = height;
  layout->theme = *theme;
  /* A large picture is looked at from farther away. */
  room = MIN (width / (theme->size_text * 62), height / (theme->size_text * 38));
  layout->type = oct_stage_scaled_theme (theme, CLAMP (room, 1, 1.22));
  layout->dots = g_array_new (FALSE, FALSE, sizeof (OctOctantDot));
  layout->piles = g_array_new (FALSE, FALSE, sizeof (OctOctantPile));
  if (!lay_labelled (self, layout))
    lay_listed (self, layout);
  for (guint i = 0; i < self->data.n_parts; i++)
    oct_octant_label_finish (self, i, &layout->type, layout->level, &layout->labels[i]);
  oct_octant_place_dots (self, layout);
  return layout;
}

void
oct_octant_layout_free (OctOctantLayout *layout)
{
  for (guint i = 0; i < OCT_OCTANT_MAX_SECTORS; i++)
    oct_octant_label_clear (&layout->labels[i]);
  g_array_unref (layout->dots);
  g_array_unref (layout->piles);
  g_free (layout);
}

double
oct_octant_natural_height (OctOctantChart *self, double width, const OctChartTheme *theme)
{
  double em = theme->size_text, list;
  OctOctantLayout layout = { .width = width, .theme = *theme, .type = *theme };

  if (self->data.n_parts == 0 || self->data.stages.n == 0)
    return em * 8;
  if (width >= em * 44)
    {
      double side = oct_octant_key_width (self, theme) + em * 1.5;
      double around = CLAMP (width * 0.56, em * 31, em * 52);

      if (width - side > MAX (around * 1.22, em * 44))
        return ceil (around);
      return ceil (around + em + oct_octant_lay_key (self, NULL, theme, 0, 0, width, FALSE, FALSE));
    }
  list = lay_list (self, &layout, OCT_OCTANT_LABEL_FULL, 0, 0, width);
  for (guint i = 0; i < self->data.n_parts; i++)
    oct_octant_label_clear (&layout.labels[i]);
  return ceil (MIN (width, em * 30) + list + em * 1.6
               + oct_octant_lay_key (self, NULL, theme, 0, 0, width, FALSE, FALSE));
}
