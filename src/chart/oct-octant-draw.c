/* Draws the octant: ground, what was reached, what was before, schools, targets, words.
 *
 * The ground of a sector is a breath of its hue and what was reached is the hue itself. Dots, bars and
 * diamonds are paper with an outline of ink or the reverse, so that they show on every hue and on the
 * ground alike. What lies on the hue is drawn in paper, what lies on the ground in ink.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-octant-private.h"

static gboolean
is_strong (const OctChartTheme *theme)
{
  return theme->kind == OCT_THEME_HIGH_CONTRAST || theme->kind == OCT_THEME_HIGH_CONTRAST_DARK;
}

static OctColour
part_colour (const OctChartTheme *theme, const OctOctantPart *part)
{
  return oct_chart_theme_element (theme, CLAMP (part->number, 1, 8));
}

static OctColour
with_alpha (OctColour colour, double alpha)
{
  colour.alpha = alpha;
  return colour;
}

void
oct_octant_draw_dot (cairo_t *cr, const OctChartTheme *theme, double x, double y, double radius,
                     gboolean chosen)
{
  double rim = MIN (MAX (theme->line * 1.15, radius * 0.22), radius * 0.6);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, chosen ? radius * 1.25 - rim / 2 : radius - rim / 2, 0, 2 * G_PI);
  oct_colour_set (chosen ? theme->ink : theme->paper, cr);
  cairo_fill_preserve (cr);
  oct_colour_set (chosen ? theme->paper : theme->ink, cr);
  cairo_set_line_width (cr, rim);
  cairo_stroke (cr);
}

/* Strokes the current path as a bar of ink in a case of paper, and takes it away. */
void
oct_octant_draw_target (cairo_t *cr, const OctChartTheme *theme, double size)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  oct_colour_set (theme->paper, cr);
  cairo_set_line_width (cr, size + MAX (theme->line * 2.4, size * 0.6));
  cairo_stroke_preserve (cr);
  oct_colour_set (theme->ink, cr);
  cairo_set_line_width (cr, size);
  cairo_stroke (cr);
}

void
oct_octant_draw_own (cairo_t *cr, const OctChartTheme *theme, double x, double y, double size)
{
  cairo_move_to (cr, x, y - size);
  cairo_line_to (cr, x + size, y);
  cairo_line_to (cr, x, y + size);
  cairo_line_to (cr, x - size, y);
  cairo_close_path (cr);
  oct_colour_set (theme->paper, cr);
  cairo_set_line_width (cr, MAX (theme->line * 3.6, size * 0.6));
  cairo_stroke_preserve (cr);
  oct_colour_set (theme->paper, cr);
  cairo_fill_preserve (cr);
  oct_colour_set (theme->ink, cr);
  cairo_set_line_width (cr, MAX (theme->line * 1.5, size * 0.24));
  cairo_stroke (cr);
}

static void
draw_ground (cairo_t *cr, const OctChartTheme *theme, const OctOctantWheel *wheel,
             const OctOctantPart *part, guint sector)
{
  double radius = oct_octant_wheel_radius (wheel);

  if (part->stage == OCT_STAGE_NOT_JUDGED)
    {
      cairo_set_line_width (cr, theme->line * 1.9);
      oct_colour_set (theme->ink_soft, cr);
      oct_octant_wheel_stroke_dotted (wheel, cr, sector, wheel->radii[0], radius,
                                      MAX (4.6, theme->line * 4));
      return;
    }
  oct_octant_wheel_path (wheel, cr, sector, wheel->radii[0], radius);
  oct_colour_set (
    is_strong (theme) ? theme->paper : oct_stage_tint (theme, part_colour (theme, part), 0.89), cr);
  cairo_fill (cr);
}

static void
draw_fill (cairo_t *cr, const OctChartTheme *theme, const OctOctantWheel *wheel,
           const OctOctantPart *part, guint sector)
{
  OctColour colour = part_colour (theme, part);
  gboolean unsure = part->confidence == OCT_STAGE_CONFIDENCE_LOW;

  if (part->stage == OCT_STAGE_NOT_JUDGED)
    return;
  oct_octant_wheel_path (wheel, cr, sector, wheel->radii[0], wheel->radii[part->stage + 1]);
  oct_colour_set (unsure || part->draft ? oct_stage_tint (theme, colour, 0.66) : colour, cr);
  cairo_fill_preserve (cr);
  if (unsure)
    {
      cairo_path_t *path = cairo_copy_path (cr);

      oct_stage_fill_hatch (cr, theme, colour);
      cairo_append_path (cr, path);
      cairo_path_destroy (path);
    }
  if (unsure || part->draft)
    {
      const double dashes[] = { theme->size_small * 0.55, theme->size_small * 0.4 };

      if (part->draft)
        cairo_set_dash (cr, dashes, 2, 0);
      oct_colour_set (colour, cr);
      cairo_set_line_width (cr, theme->line * 1.6);
      cairo_save (cr);
      cairo_clip_preserve (cr);
      cairo_set_line_width (cr, theme->line * 3.2);
      cairo_stroke (cr);
      cairo_restore (cr);
      cairo_set_dash (cr, NULL, 0, 0);
    }
  else if (is_strong (theme))
    {
      oct_colour_set (theme->ink, cr);
      cairo_set_line_width (cr, theme->line);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
}

static void
draw_rings (cairo_t *cr, const OctChartTheme *theme, const OctOctantWheel *wheel,
            const OctOctantPart *part, guint sector)
{
  OctColour colour = part_colour (theme, part);
  gboolean unsure = part->confidence == OCT_STAGE_CONFIDENCE_LOW || part->draft;

  cairo_set_line_width (cr, theme->line);
  for (int i = 1; i < (int) wheel->n_rings; i++)
    {
      gboolean within = i <= part->stage;

      oct_octant_wheel_arc (wheel, cr, sector, wheel->radii[i], 1);
      if (part->stage == OCT_STAGE_NOT_JUDGED)
        oct_colour_set (theme->rule, cr);
      else if (within)
        oct_colour_set (unsure ? with_alpha (colour, 0.8) : with_alpha (theme->paper, 0.5), cr);
      else
        oct_colour_set (is_strong (theme) ? theme->rule : oct_stage_tint (theme, colour, 0.7), cr);
      cairo_stroke (cr);
    }
  if (is_strong (theme) && part->stage != OCT_STAGE_NOT_JUDGED)
    {
      oct_octant_wheel_path (wheel, cr, sector, wheel->radii[0], oct_octant_wheel_radius (wheel));
      oct_colour_set (theme->rule, cr);
      cairo_stroke (cr);
    }
}

/* The stage before: a dashed line within what is filled, a dashed outline of what was given up. */
static void
draw_ghost (cairo_t *cr, const OctChartTheme *theme, const OctOctantWheel *wheel,
            const OctOctantPart *part, guint sector)
{
  double dash = MAX (theme->size_small * 0.5, theme->line_strong * 2);
  const double dashes[] = { dash, dash * 0.7 };
  double edge;

  if (part->previous == OCT_STAGE_NOT_JUDGED || part->previous == part->stage)
    return;
  edge = wheel->radii[part->previous + 1];
  cairo_save (cr);
  if (part->previous < part->stage)
    {
      gboolean unsure = part->confidence == OCT_STAGE_CONFIDENCE_LOW || part->draft;

      oct_octant_wheel_arc (wheel, cr, sector, edge, 1);
      oct_colour_set (unsure ? theme->ink : theme->paper, cr);
      cairo_set_line_width (cr, theme->line_strong * 1.1);
    }
  else
    {
      double inset = theme->line_strong / 2;
      OctOctantWheel inner = *wheel;

      inner.gap += 2 * inset;
      oct_octant_wheel_path (&inner, cr, sector, wheel->radii[part->stage + 1] + inset,
                             edge - inset);
      oct_colour_set (theme->ink, cr);
      cairo_set_line_width (cr, theme->line_strong * 0.9);
    }
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_focus_rim (cairo_t *cr, const OctOctantLayout *layout, const OctOctantPart *part, guint sector)
{
  double em = layout->type.size_text;

  oct_octant_wheel_arc (&layout->wheel, cr, sector,
                        oct_octant_wheel_radius (&layout->wheel) + em * 0.42, 1);
  oct_colour_set (part_colour (&layout->theme, part), cr);
  cairo_set_line_width (cr, em * 0.34);
  cairo_stroke (cr);
}

static void
draw_marks (cairo_t *cr, const OctOctantLayout *layout, const OctOctantPart *part, guint sector)
{
  const OctOctantWheel *wheel = &layout->wheel;
  const OctChartTheme *theme = &layout->theme;
  double size = MIN (layout->type.size_text * 0.26,
                     (wheel->radii[wheel->n_rings] - wheel->radii[0]) / wheel->n_rings * 0.12);

  if (part->target != OCT_STAGE_NOT_JUDGED)
    {
      oct_octant_wheel_arc (wheel, cr, sector, wheel->radii[part->target + 1], 0.42);
      oct_octant_draw_target (cr, theme, size);
    }
  if (part->own != OCT_STAGE_NOT_JUDGED && part->own != part->stage)
    {
      double radius = wheel->radii[part->own + 1];
      double angle = oct_octant_wheel_middle (wheel, sector)
                     + oct_octant_wheel_half (wheel, radius) * 0.72;

      oct_octant_draw_own (cr, theme, wheel->x + radius * cos (angle),
                           wheel->y + radius * sin (angle), size * 1.5);
    }
}

/* Pixels to a unit where the target is pixels that are not turned, 0 elsewhere. */
double
oct_octant_sprite_scale (cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_matrix_t matrix;
  double x, y;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return 0;
  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (target, &x, &y);
  return matrix.xy == 0 && matrix.yx == 0 && matrix.xx == matrix.yy && x == 1 && y == 1 ? matrix.xx
                                                                                        : 0;
}

/* Sprites of a dot at each quarter of a pixel: hundreds of dots are copied far quicker than filled. */
#define QUARTERS 4

typedef struct
{
  cairo_surface_t *surfaces[QUARTERS][QUARTERS];
  int size; /* of a sprite, in pixels */
} Sprites;

static void
sprites_clear (Sprites *sprites)
{
  for (guint i = 0; i < QUARTERS; i++)
    {
      for (guint j = 0; j < QUARTERS; j++)
        g_clear_pointer (&sprites->surfaces[i][j], cairo_surface_destroy);
    }
}

/* Draws the dot at a place in pixels, on a target whose units are pixels. */
static void
draw_sprite (cairo_t *cr, Sprites *sprites, const OctChartTheme *theme, double x, double y,
             double radius, double scale)
{
  int left = (int) floor (x * QUARTERS + 0.5), top = (int) floor (y * QUARTERS + 0.5);
  int right = ((left % QUARTERS) + QUARTERS) % QUARTERS,
      down = ((top % QUARTERS) + QUARTERS) % QUARTERS;
  int half = sprites->size / 2;
  cairo_surface_t **surface = &sprites->surfaces[right][down];

  if (*surface == NULL)
    {
      cairo_t *sprite;

      *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, sprites->size, sprites->size);
      sprite = cairo_create (*surface);
      cairo_translate (sprite, half + right / (double) QUARTERS, half + down / (double) QUARTERS);
      cairo_scale (sprite, scale, scale);
      oct_octant_draw_dot (sprite, theme, 0, 0, radius, FALSE);
      cairo_destroy (sprite);
    }
  cairo_set_source_surface (cr, *surface, (left - right) / QUARTERS - half,
                            (top - down) / QUARTERS - half);
  cairo_paint (cr);
}

static void
draw_dots (OctOctantChart *self, cairo_t *cr, const OctOctantLayout *layout)
{
  const OctChartTheme *theme = &layout->theme;
  double scale = oct_octant_sprite_scale (cr);
  Sprites sprites = { .size = 2 * (int) ceil (layout->dot * scale + 2) };
  int chosen = oct_octant_find_chosen (self);

  for (guint i = 0; i < layout->dots->len; i++)
    {
      const OctOctantDot *dot = &g_array_index (layout->dots, OctOctantDot, i);
      double x = dot->x, y = dot->y;

      if ((int) dot->school == chosen)
        continue;
      if (scale <= 0)
        {
          oct_octant_draw_dot (cr, theme, x, y, layout->dot, FALSE);
          continue;
        }
      cairo_user_to_device (cr, &x, &y);
      cairo_save (cr);
      cairo_identity_matrix (cr);
      draw_sprite (cr, &sprites, theme, x, y, layout->dot, scale);
      cairo_restore (cr);
    }
  sprites_clear (&sprites);
  for (guint i = 0; i < layout->dots->len && chosen >= 0; i++)
    {
      const OctOctantDot *dot = &g_array_index (layout->dots, OctOctantDot, i);

      if ((int) dot->school == chosen)
        oct_octant_draw_dot (cr, theme, dot->x, dot->y, layout->dot, TRUE);
    }
}

static void
draw_pile (cairo_t *cr, const OctOctantLayout *layout, const OctOctantPile *pile)
{
  const OctChartTheme *theme = &layout->theme;
  double middle = oct_octant_wheel_middle (&layout->wheel, pile->sector);
  g_autofree char *text = g_strdup_printf ("%u", pile->n);
  OctChartTheme type;

  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (int pass = 0; pass < 2; pass++)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, layout->wheel.x, layout->wheel.y, pile->radius, middle - pile->half_angle,
                 middle + pile->half_angle);
      oct_colour_set (pass == 0 ? theme->ink : theme->paper, cr);
      cairo_set_line_width (cr, pile->thickness - (pass == 0 ? 0 : 2 * theme->line));
      cairo_stroke (cr);
    }
  cairo_restore (cr);
  type = oct_stage_scaled_theme (&layout->type,
                                 CLAMP (pile->thickness * 0.8 / layout->type.size_small, 0.8, 1.2));
  oct_chart_text_at (cr, &type, OCT_TEXT_SMALL_BOLD, text,
                     layout->wheel.x + pile->radius * cos (middle),
                     layout->wheel.y + pile->radius * sin (middle), 0.5, theme->ink);
}

/* Says in the sector itself that it is not judged, along a ring where no dots are in the way. */
static void
draw_not_judged (OctOctantChart *self, cairo_t *cr, const OctOctantLayout *layout, guint sector)
{
  const OctOctantWheel *wheel = &layout->wheel;
  double middle = oct_octant_wheel_middle (wheel, sector), width, height;
  g_autoptr (PangoLayout) text = oct_chart_text_new (&layout->type, OCT_TEXT_SMALL, _("not judged"),
                                                     0, 1);

  oct_chart_text_size (text, &width, &height);
  for (int ring = wheel->n_rings - 1; ring >= 0; ring--)
    {
      double radius = (wheel->radii[ring] + wheel->radii[ring + 1]) / 2;
      double room = 2 * oct_octant_wheel_half (wheel, wheel->radii[ring]) * wheel->radii[ring];
      gboolean taken = width > room * 0.9
                       || height * 0.8 > wheel->radii[ring + 1] - wheel->radii[ring];

      for (guint i = 0; i < self->data.schools->len && !taken; i++)
        taken = oct_octant_school_stage (self, i, sector) == ring;
      if (taken)
        continue;
      cairo_save (cr);
      cairo_translate (cr, wheel->x + radius * cos (middle), wheel->y + radius * sin (middle));
      /* Never upside down. */
      cairo_rotate (cr, middle + G_PI / 2 + (sin (middle) > 0.1 ? G_PI : 0));
      oct_chart_text_draw (text, cr, -width / 2, -height / 2, layout->theme.ink_soft);
      cairo_restore (cr);
      return;
    }
}

static void
draw_label (cairo_t *cr, const OctOctantLayout *layout, const OctOctantPart *part,
            const OctOctantLabel *label)
{
  const OctChartTheme *theme = &layout->theme;
  OctColour colour = part_colour (theme, part);
  double width, height;

  if (label->name == NULL)
    return;
  cairo_save (cr);
  cairo_translate (cr, label->x, label->y);
  cairo_new_sub_path (cr);
  cairo_arc (cr, label->badge_x, label->badge_y, label->badge_radius, 0, 2 * G_PI);
  oct_colour_set (colour, cr);
  cairo_fill (cr);
  oct_chart_text_size (label->badge, &width, &height);
  oct_chart_text_draw (label->badge, cr, label->badge_x - width / 2, label->badge_y - height / 2,
                       oct_chart_theme_ink_on (theme, colour));
  oct_chart_text_draw (label->name, cr, label->name_x, label->name_y, theme->ink);
  oct_chart_text_draw (label->stage, cr, label->stage_x, label->stage_y, theme->ink);
  if (label->change != NULL)
    oct_chart_text_draw (label->change, cr, label->change_x, label->change_y, theme->ink_soft);
  oct_stage_draw_arrow (cr, label->arrow, label->arrow_x, label->arrow_y,
                        layout->type.size_text * 0.72, theme->ink);
  if (label->notes != NULL)
    oct_chart_text_draw (label->notes, cr, label->notes_x, label->notes_y, theme->ink_soft);
  if (label->chosen != NULL)
    {
      oct_octant_draw_dot (cr, theme, label->mark_x, label->mark_y, layout->type.size_small * 0.3,
                           TRUE);
      oct_chart_text_draw (label->chosen, cr, label->chosen_x, label->chosen_y, theme->ink);
    }
  cairo_restore (cr);
}

static void
draw_rim_number (cairo_t *cr, const OctOctantLayout *layout, const OctOctantPart *part,
                 guint sector)
{
  double em = layout->type.size_text, middle = oct_octant_wheel_middle (&layout->wheel, sector);
  double radius = oct_octant_wheel_radius (&layout->wheel) + em * 1.15;
  g_autofree char *text = g_strdup_printf ("%u", part->number);

  oct_chart_text_at (cr, &layout->type, OCT_TEXT_SMALL_BOLD, text,
                     layout->wheel.x + radius * cos (middle),
                     layout->wheel.y + radius * sin (middle), 0.5, layout->theme.ink);
}

/* The count in the hole, in type as large as the hole allows. */
static void
draw_centre (OctOctantChart *self, cairo_t *cr, const OctOctantLayout *layout)
{
  double hole = layout->wheel.radii[0], em = layout->type.size_text, height, rest_height;
  guint missing = oct_octant_count_not_judged (self);
  OctChartTheme large = oct_stage_scaled_theme (&layout->theme,
                                                hole / layout->theme.size_text / 3.1);
  OctChartTheme small = oct_stage_scaled_theme (&layout->type, CLAMP (hole / em / 5.2, 0.1, 1.1));
  g_autoptr (PangoLayout) count = NULL;
  g_autoptr (PangoLayout) rest = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (missing == self->data.n_parts)
    g_string_append (words, _("nothing judged yet"));
  else
    {
      guint from = oct_octant_reached_from (&self->data.stages);

      /* Translators: how many elements of how many; below it stands "Embedded or beyond". */
      text = g_strdup_printf (_("%u of %u"), oct_octant_count_reached (self), self->data.n_parts);
      if (from + 1 < self->data.stages.n)
        /* Translators: below a count: at this stage or a later one. */
        g_string_append_printf (words, _("%s or beyond"), self->data.stages.short_names[from]);
      else
        g_string_append (words, self->data.stages.short_names[from]);
      if (missing > 0)
        {
          g_string_append_c (words, '\n');
          /* Translators: how many elements are not judged. */
          g_string_append_printf (words, _("%u not judged"), missing);
        }
    }
  count = oct_chart_text_new (&large, OCT_TEXT_BOLD, text, 0, 1);
  rest = oct_chart_text_new (&small, OCT_TEXT_NORMAL, words->str, hole * 1.62, 3);
  pango_layout_set_alignment (rest, PANGO_ALIGN_CENTER);
  oct_chart_text_size (rest, NULL, &rest_height);
  height = 0;
  if (text != NULL)
    {
      double width;

      oct_chart_text_size (count, &width, &height);
      height *= 0.88;
      if (small.size_text < layout->theme.size_small * 0.6)
        rest_height = 0;
      oct_chart_text_draw (count, cr, layout->wheel.x - width / 2,
                           layout->wheel.y - (height + rest_height) / 2 - height * 0.06,
                           layout->theme.ink);
    }
  if (small.size_text >= layout->theme.size_small * 0.6)
    oct_chart_text_draw (rest, cr, layout->wheel.x - hole * 0.81,
                         layout->wheel.y - (height + rest_height) / 2 + height,
                         layout->theme.ink_soft);
}

void
oct_octant_draw (OctOctantChart *self, cairo_t *cr, const OctOctantLayout *layout)
{
  const OctChartTheme *theme = &layout->theme;

  for (guint i = 0; i < self->data.n_parts; i++)
    {
      const OctOctantPart *part = &self->data.parts[i];

      draw_ground (cr, theme, &layout->wheel, part, i);
      draw_fill (cr, theme, &layout->wheel, part, i);
      draw_rings (cr, theme, &layout->wheel, part, i);
      draw_ghost (cr, theme, &layout->wheel, part, i);
      if (part->focus)
        draw_focus_rim (cr, layout, part, i);
    }
  for (guint i = 0; i < layout->piles->len; i++)
    draw_pile (cr, layout, &g_array_index (layout->piles, OctOctantPile, i));
  draw_dots (self, cr, layout);
  for (guint i = 0; i < self->data.n_parts; i++)
    {
      draw_marks (cr, layout, &self->data.parts[i], i);
      if (self->data.parts[i].stage == OCT_STAGE_NOT_JUDGED)
        draw_not_judged (self, cr, layout, i);
      draw_label (cr, layout, &self->data.parts[i], &layout->labels[i]);
      if (layout->listed)
        draw_rim_number (cr, layout, &self->data.parts[i], i);
    }
  draw_centre (self, cr, layout);
  if (layout->keyed)
    oct_octant_lay_key (self, cr, &layout->type, layout->key.x, layout->key.y, layout->key.width,
                        layout->key.y > 0 && layout->key.x > 0, layout->piles->len > 0);
}

void
oct_octant_draw_overlay (OctOctantChart *self, cairo_t *cr, const OctOctantLayout *layout,
                         int datum, gboolean focused)
{
  const OctOctantWheel *wheel = &layout->wheel;
  const OctChartTheme *theme = &layout->theme;
  double strong = theme->line_strong + (focused ? 1 : 0);
  guint school = datum / (int) self->data.n_parts;

  if (school == 0)
    oct_octant_wheel_path (wheel, cr, datum, wheel->radii[0], oct_octant_wheel_radius (wheel));
  for (guint i = 0; i < layout->dots->len && school > 0; i++)
    {
      const OctOctantDot *dot = &g_array_index (layout->dots, OctOctantDot, i);

      if (dot->school != school - 1)
        continue;
      /* The same school everywhere, and a wider ring about the one that is pointed at. */
      cairo_new_sub_path (cr);
      cairo_arc (cr, dot->x, dot->y,
                 layout->dot * (dot->sector == datum % self->data.n_parts ? 2.1 : 1.3), 0,
                 2 * G_PI);
    }
  oct_colour_set (theme->paper, cr);
  cairo_set_line_width (cr, strong + 3);
  cairo_stroke_preserve (cr);
  oct_colour_set (theme->focus, cr);
  cairo_set_line_width (cr, strong);
  cairo_stroke (cr);
}
