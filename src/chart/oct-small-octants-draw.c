/* Lays out and draws small octants: a grid of wheels with names below, a key of the elements above.
 *
 * As many columns are made as give the largest wheels. On pixels a sector at a stage is drawn once
 * and copied to every wheel that has it. Sectors that schools don't judge stay blank, those that nobody
 * has judged are dotted outlines.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-small-octants-private.h"

#define MOST_RADIUS_EMS 11
/* How far arrows outside the rim reach, in radii. */
#define WITH_ARROWS 1.2

static double
name_height (const OctChartTheme *type, guint lines)
{
  return oct_chart_text_height (type, OCT_TEXT_SMALL) * lines;
}

/* Sets columns and radius so that wheels are as large as can be. */
static void
find_columns (OctSmallOctantsLayout *layout, guint n, const OctChartTheme *theme)
{
  double em = theme->size_text, best = -1;

  for (guint columns = 1; columns <= n; columns++)
    {
      guint rows = (n + columns - 1) / columns;
      double width = layout->width / columns, height = (layout->height - layout->top) / rows;
      double factor = CLAMP (width / (em * 8.5), 0.62, 1), radius;
      OctChartTheme type = oct_stage_scaled_theme (theme, factor);
      guint lines = width < em * 14 ? 2 : 1;

      radius = MIN (width * 0.415,
                    (height - name_height (&type, lines) - em * 0.7) / (2 * WITH_ARROWS));
      radius = MIN (radius, em * MOST_RADIUS_EMS);
      if (radius <= best)
        continue;
      best = radius;
      layout->n_columns = columns;
      layout->type = type;
      layout->name_lines = lines;
    }
  layout->radius = MAX (floor (best), 3);
}

void
oct_small_octants_layout_free (OctSmallOctantsChart *self)
{
  if (self->layout == NULL)
    return;
  for (guint i = 0; self->layout->names[i] != NULL; i++)
    g_object_unref (self->layout->names[i]);
  g_free (self->layout->names);
  g_clear_pointer (&self->layout, g_free);
}

static void
set_names (OctSmallOctantsChart *self, OctSmallOctantsLayout *layout)
{
  layout->names = g_new0 (PangoLayout *, self->data.schools->len + 1);
  for (guint i = 0; i < self->data.schools->len; i++)
    {
      const OctOctantSchool *school = oct_small_octants_school (self, i);
      gboolean chosen = self->data.chosen != NULL && g_strcmp0 (school->id, self->data.chosen) == 0;
      PangoLayout *name = oct_chart_text_new (&layout->type,
                                              chosen ? OCT_TEXT_SMALL_BOLD : OCT_TEXT_SMALL,
                                              school->name, MAX (layout->cell_width * 0.95, 8),
                                              layout->name_lines);

      pango_layout_set_alignment (name, PANGO_ALIGN_CENTER);
      layout->names[i] = name;
    }
}

const OctSmallOctantsLayout *
oct_small_octants_get_layout (OctSmallOctantsChart *self, double width, double height,
                              const OctChartTheme *theme)
{
  OctSmallOctantsLayout *layout = self->layout;
  guint n = MAX (self->data.schools->len, 1), rows;

  if (layout != NULL && layout->width == width && layout->height == height
      && layout->theme.kind == theme->kind && layout->theme.size_text == theme->size_text
      && layout->theme.font == theme->font)
    return layout;
  oct_small_octants_layout_free (self);
  layout = self->layout = g_new0 (OctSmallOctantsLayout, 1);
  layout->width = width;
  layout->height = height;
  layout->theme = *theme;
  layout->top = oct_small_octants_lay_key (self, NULL, width, theme);
  if (layout->top > height * 0.45)
    layout->top = 0;
  find_columns (layout, n, theme);
  rows = (n + layout->n_columns - 1) / layout->n_columns;
  layout->cell_width = MIN (width / layout->n_columns,
                            MAX (layout->radius * 3.2, theme->size_text * 14));
  layout->cell_height = MIN ((height - layout->top) / rows,
                             layout->radius * 2 * WITH_ARROWS
                               + name_height (&layout->type, layout->name_lines)
                               + theme->size_text * 0.9);
  set_names (self, layout);
  return layout;
}

double
oct_small_octants_natural_height (OctSmallOctantsChart *self, double width,
                                  const OctChartTheme *theme)
{
  double em = theme->size_text, cell;
  guint n = MAX (self->data.schools->len, 1), columns, rows;

  if (self->data.n_parts == 0 || self->data.stages.n == 0)
    return em * 8;
  columns = CLAMP ((guint) (width / (em * 10)), 1, n);
  rows = (n + columns - 1) / columns;
  cell = MIN (width / columns, em * 22);
  return ceil (oct_small_octants_lay_key (self, NULL, width, theme)
               + rows * (cell * 0.95 + name_height (theme, 2)));
}

void
oct_small_octants_get_cell (const OctSmallOctantsLayout *layout, guint index,
                            cairo_rectangle_t *cell)
{
  *cell = (cairo_rectangle_t) { index % layout->n_columns * layout->cell_width,
                                layout->top + index / layout->n_columns * layout->cell_height,
                                layout->cell_width, layout->cell_height };
}

static void
place_wheel (const OctSmallOctantsLayout *layout, guint index, OctOctantWheel *wheel)
{
  cairo_rectangle_t cell;

  oct_small_octants_get_cell (layout, index, &cell);
  /* On whole units, so that wheels look alike and are copies of each other on pixels. */
  wheel->x = floor (cell.x + cell.width / 2);
  wheel->y = floor (cell.y + layout->radius * WITH_ARROWS);
}

/* The rings up to a stage, with a line of paper between them so that they can be counted. */
static void
add_bands (const OctOctantWheel *wheel, cairo_t *cr, guint sector, int n_rings)
{
  double radius = oct_octant_wheel_radius (wheel);
  double line = radius < 22 ? 0 : MIN (radius * 0.012, 0.5);

  for (int i = 0; i < n_rings; i++)
    oct_octant_wheel_path (wheel, cr, sector, wheel->radii[i] + (i > 0 ? line : 0),
                           wheel->radii[i + 1] - (i + 1 < n_rings ? line : 0));
}

/* One sector of a wheel at a stage. */
static void
draw_sector (cairo_t *cr, const OctChartTheme *theme, const OctOctantWheel *wheel, guint sector,
             const OctOctantPart *part, int stage)
{
  OctColour colour = oct_chart_theme_element (theme, CLAMP (part->number, 1, 8));
  gboolean strong = theme->kind == OCT_THEME_HIGH_CONTRAST
                    || theme->kind == OCT_THEME_HIGH_CONTRAST_DARK;
  double radius = oct_octant_wheel_radius (wheel);

  if (stage == OCT_STAGE_NOT_JUDGED)
    {
      oct_colour_set (theme->ink_soft, cr);
      cairo_set_line_width (cr, theme->line * 1.3);
      oct_octant_wheel_stroke_dotted (wheel, cr, sector, wheel->radii[0], radius,
                                      MAX (3.6, theme->line * 3.4));
      return;
    }
  oct_octant_wheel_path (wheel, cr, sector, wheel->radii[stage + 1], radius);
  oct_colour_set (oct_stage_tint (theme, colour, strong ? 0.7 : 0.85), cr);
  cairo_fill (cr);
  add_bands (wheel, cr, sector, stage + 1);
  oct_colour_set (colour, cr);
  cairo_fill (cr);
}

/* A sector at a stage, drawn once and copied to every wheel that has it. */
typedef struct
{
  cairo_surface_t *surface;
  int left; /* in pixels, from the middle of the wheel */
  int top;
} Sprite;

static void
make_sprite (Sprite *sprite, cairo_t *cr, double scale, const OctChartTheme *theme,
             const OctOctantWheel *wheel, guint sector, const OctOctantPart *part, int stage)
{
  OctOctantWheel centred = *wheel;
  double x1, y1, x2, y2;
  cairo_t *to;

  centred.x = centred.y = 0;
  cairo_new_path (cr);
  oct_octant_wheel_path (&centred, cr, sector, wheel->radii[0], oct_octant_wheel_radius (wheel));
  cairo_path_extents (cr, &x1, &y1, &x2, &y2);
  cairo_new_path (cr);
  /* Dots reach over the outline, and antialiasing over everything. */
  sprite->left = (int) floor ((x1 - theme->line) * scale) - 1;
  sprite->top = (int) floor ((y1 - theme->line) * scale) - 1;
  sprite->surface = cairo_image_surface_create (
    CAIRO_FORMAT_ARGB32, (int) ceil ((x2 + theme->line) * scale) + 1 - sprite->left,
    (int) ceil ((y2 + theme->line) * scale) + 1 - sprite->top);
  to = cairo_create (sprite->surface);
  cairo_translate (to, -sprite->left, -sprite->top);
  cairo_scale (to, scale, scale);
  draw_sector (to, theme, &centred, sector, part, stage);
  cairo_destroy (to);
}

/* The same sector of all schools. */
static void
draw_sectors (OctSmallOctantsChart *self, cairo_t *cr, const OctSmallOctantsLayout *layout,
              OctOctantWheel *wheel, guint sector)
{
  const OctOctantPart *part = &self->data.parts[sector];
  double scale = oct_octant_sprite_scale (cr);
  Sprite sprites[OCT_STAGES_MAX + 1] = { 0 };

  for (guint i = 0; i < self->data.schools->len; i++)
    {
      int stage = oct_small_octants_school (self, i)->stages[sector];
      Sprite *sprite = &sprites[stage == OCT_STAGE_NOT_JUDGED ? OCT_STAGES_MAX : stage];
      double x, y;

      place_wheel (layout, i, wheel);
      if (scale <= 0)
        {
          draw_sector (cr, &layout->theme, wheel, sector, part, stage);
          continue;
        }
      if (sprite->surface == NULL)
        make_sprite (sprite, cr, scale, &layout->theme, wheel, sector, part, stage);
      x = wheel->x;
      y = wheel->y;
      cairo_user_to_device (cr, &x, &y);
      cairo_save (cr);
      cairo_identity_matrix (cr);
      cairo_set_source_surface (cr, sprite->surface, round (x) + sprite->left,
                                round (y) + sprite->top);
      cairo_paint (cr);
      cairo_restore (cr);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sprites); i++)
    g_clear_pointer (&sprites[i].surface, cairo_surface_destroy);
}

static void
draw_wheels (OctSmallOctantsChart *self, cairo_t *cr, const OctSmallOctantsLayout *layout,
             OctOctantWheel *wheel)
{
  for (guint i = 0; i < self->data.n_parts; i++)
    {
      if (self->data.parts[i].by_schools)
        draw_sectors (self, cr, layout, wheel, i);
    }
}

/* Arrows outside the rim where a sector moved. */
static void
draw_changes (OctSmallOctantsChart *self, cairo_t *cr, const OctSmallOctantsLayout *layout,
              OctOctantWheel *wheel)
{
  double size = MIN (layout->radius * 0.16, layout->theme.size_text * 0.75);

  if (size < 3)
    return;
  for (guint i = 0; i < self->data.schools->len; i++)
    {
      const OctOctantSchool *school = oct_small_octants_school (self, i);

      place_wheel (layout, i, wheel);
      for (guint j = 0; j < self->data.n_parts; j++)
        {
          double angle = oct_octant_wheel_middle (wheel, j), radius = layout->radius + size * 0.75;

          if (self->data.parts[j].by_schools)
            oct_stage_draw_arrow (cr,
                                  oct_stages_get_change (&self->data.stages, school->previous[j],
                                                         school->stages[j]),
                                  wheel->x + radius * cos (angle), wheel->y + radius * sin (angle),
                                  size, layout->theme.ink);
        }
    }
}

void
oct_small_octants_draw (OctSmallOctantsChart *self, cairo_t *cr,
                        const OctSmallOctantsLayout *layout)
{
  OctOctantWheel wheel = { 0 };

  if (layout->top > 0)
    oct_small_octants_lay_key (self, cr, layout->width, &layout->theme);
  oct_octant_wheel_set (&wheel, self->data.n_parts, self->data.stages.n, layout->radius,
                        CLAMP (layout->radius * 0.05, 0.8, 4));
  draw_wheels (self, cr, layout, &wheel);
  draw_changes (self, cr, layout, &wheel);
  for (guint i = 0; i < self->data.schools->len; i++)
    {
      const OctOctantSchool *school = oct_small_octants_school (self, i);
      PangoLayout *name = layout->names[i];
      double width = pango_layout_get_width (name) / (double) PANGO_SCALE;

      place_wheel (layout, i, &wheel);
      oct_chart_text_draw (name, cr, wheel.x - width / 2, wheel.y + layout->radius * WITH_ARROWS,
                           layout->theme.ink);
      if (self->data.chosen != NULL && g_strcmp0 (school->id, self->data.chosen) == 0)
        oct_octant_draw_dot (cr, &layout->theme, wheel.x, wheel.y, wheel.radii[0] * 0.5, TRUE);
    }
}

/* One item of the key; returns how wide it is. */
static double
lay_item (cairo_t *cr, const OctChartTheme *theme, const OctOctantPart *part, PangoLayout *text,
          double x, double y, double line)
{
  double width, mark = part != NULL ? line * 1.25 : 0;

  oct_chart_text_size (text, &width, NULL);
  if (cr != NULL && part != NULL)
    {
      OctColour colour = oct_chart_theme_element (theme, CLAMP (part->number, 1, 8));
      g_autofree char *number = g_strdup_printf ("%u", part->number);

      cairo_new_sub_path (cr);
      cairo_arc (cr, x + line / 2, y + line / 2, line / 2, 0, 2 * G_PI);
      oct_colour_set (colour, cr);
      cairo_fill (cr);
      oct_chart_text_at (cr, theme, OCT_TEXT_SMALL_BOLD, number, x + line / 2, y + line / 2, 0.5,
                         oct_chart_theme_ink_on (theme, colour));
    }
  if (cr != NULL)
    oct_chart_text_draw (text, cr, x + mark, y, part != NULL ? theme->ink : theme->ink_soft);
  return mark + width + theme->size_small * 1.5;
}

static char *
note_text (OctSmallOctantsChart *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->data.stages.n; i++)
    g_string_append_printf (text, i > 0 ? ", %s" : "%s", self->data.stages.names[i]);
  {
    g_autofree char *names = g_strdup (text->str);

    /* Translators: the stages' names in order. */
    g_string_printf (text, _("Rings from the centre: %s."), names);
  }
  if (oct_small_octants_has_missing (self))
    g_string_append_printf (text, " %s", _("Dotted: not judged."));
  if (oct_small_octants_has_changes (self))
    {
      g_string_append_c (text, ' ');
      if (self->data.previous_name != NULL)
        /* Translators: the name of the cycle before, such as "spring 2026". */
        g_string_append_printf (text, _("Arrows: moved since %s."), self->data.previous_name);
      else
        g_string_append (text, _("Arrows: moved since the cycle before."));
    }
  if (oct_small_octants_count_judged_parts (self) < self->data.n_parts)
    g_string_append_printf (text, " %s", _("Blank: judged by the trust alone."));
  return g_strdup (text->str);
}

double
oct_small_octants_lay_key (OctSmallOctantsChart *self, cairo_t *cr, double width,
                           const OctChartTheme *theme)
{
  double line = oct_chart_text_height (theme, OCT_TEXT_SMALL), x = 0, y = 0, height;
  g_autofree char *note = note_text (self);
  g_autoptr (PangoLayout) note_layout = NULL;

  for (guint i = 0; i < self->data.n_parts; i++)
    {
      g_autoptr (PangoLayout) text = NULL;
      double item;

      if (!self->data.parts[i].by_schools)
        continue;
      text = oct_chart_text_new (theme, OCT_TEXT_SMALL, self->data.parts[i].name,
                                 MAX (width - line * 1.25, 10), 1);
      item = lay_item (NULL, theme, &self->data.parts[i], text, x, y, line);
      if (x > 0 && x + item - theme->size_small * 1.5 > width)
        {
          x = 0;
          y += line * 1.35;
        }
      x += lay_item (cr, theme, &self->data.parts[i], text, x, y, line);
    }
  y += line * 1.4;
  note_layout = oct_chart_text_new (theme, OCT_TEXT_SMALL, note, MAX (width, 10), 4);
  oct_chart_text_size (note_layout, NULL, &height);
  if (cr != NULL)
    oct_chart_text_draw (note_layout, cr, 0, y, theme->ink_soft);
  return y + height + theme->size_text * 0.9;
}
