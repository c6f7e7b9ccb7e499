/* How the line of sight is drawn.
 *
 * Lines run from a goal to what serves it. Gaps are dashed: a goal without lines says so beside it,
 * and what serves no goal stands beside an empty box, with the open ends of lines that lead nowhere.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-line-of-sight-private.h"

#define SMALLEST_TEXT 4.5

typedef struct
{
  OctLineOfSightChart *self;
  cairo_t *cr;
  const OctChartTheme *theme;
  const OctSightLayout *layout;
} Picture;

static gboolean
can_read (const Picture *picture)
{
  return picture->layout->type.size_small >= SMALLEST_TEXT;
}

static void
draw_box (const Picture *picture, const cairo_rectangle_t *box, gboolean gap)
{
  const double dashes[] = { 4, 3 };

  cairo_save (picture->cr);
  cairo_rectangle (picture->cr, box->x + 0.5, box->y + 0.5, box->width - 1, box->height - 1);
  if (!gap)
    {
      oct_colour_set (oct_stage_tint (picture->theme, picture->theme->accent, 0.9), picture->cr);
      cairo_fill_preserve (picture->cr);
    }
  else
    cairo_set_dash (picture->cr, dashes, 2, 0);
  oct_colour_set (gap ? picture->theme->warn : picture->theme->accent, picture->cr);
  cairo_set_line_width (picture->cr, gap ? picture->theme->line * 1.5 : picture->theme->line);
  cairo_stroke (picture->cr);
  cairo_restore (picture->cr);
}

/* The words in a goal's box: its own, and how many serve it. */
static void
draw_words (const Picture *picture, const OctSightSection *section, const char *words, double x,
            const char *count, gboolean gap)
{
  const cairo_rectangle_t *box = &section->box;
  const OctChartTheme *type = &picture->layout->type;
  g_autoptr (PangoLayout) text = NULL;
  double height, y = box->y + type->size_text * 0.35,
                 room = box->x + box->width - x - type->size_text * 0.4;

  text = oct_chart_text_new (type, OCT_TEXT_NORMAL, words, MAX (room, 1), section->lines);
  oct_chart_text_size (text, NULL, &height);
  oct_chart_text_draw (text, picture->cr, x, y, picture->theme->ink);
  g_clear_object (&text);
  text = oct_chart_text_new (type, gap ? OCT_TEXT_SMALL_BOLD : OCT_TEXT_SMALL, count, MAX (room, 1),
                             1);
  oct_chart_text_draw (text, picture->cr, x, y + height,
                       gap ? picture->theme->warn : picture->theme->ink_soft);
}

static void
draw_goal (const Picture *picture, guint section)
{
  const OctSightLayout *layout = picture->layout;
  const cairo_rectangle_t *box = &layout->sections[section].box;
  const OctSightEntry *goal = oct_sight_goal (picture->self, section);
  const OctChartTheme *type = &layout->type;
  guint n_groups, n = oct_sight_count (picture->self, section, &n_groups);
  g_autofree char *count = oct_sight_serving_to_text (n, n_groups);
  double mark = type->size_text * 1.2;

  draw_box (picture, box, n == 0);
  oct_rating_mark_draw (picture->cr, picture->theme, goal->rating,
                        box->x + type->size_text * 0.5 + mark / 2, box->y + box->height / 2, mark);
  if (can_read (picture))
    {
      g_autofree char *words = oct_sight_goal_to_text (goal);

      draw_words (picture, &layout->sections[section], words, box->x + type->size_text * 2.4, count,
                  n == 0);
    }
}

static void
draw_no_goal (const Picture *picture)
{
  const OctSightSection *section = &picture->layout->sections[picture->self->goals->len];
  guint n_groups, n = oct_sight_count (picture->self, -1, &n_groups);
  g_autofree char *count = NULL;

  if (n == 0)
    return;
  count = g_strdup_printf (ngettext ("%u objective", "%u objectives", n), n);
  draw_box (picture, &section->box, TRUE);
  if (can_read (picture))
    draw_words (picture, section, oct_sight_no_goal (),
                section->box.x + picture->layout->type.size_text * 0.6, count, TRUE);
}

static void
line_path (const Picture *picture, guint objective)
{
  const OctSightEntry *entry = oct_sight_objective (picture->self, objective);
  const cairo_rectangle_t *box = &picture->layout->boxes[objective];
  double left = picture->layout->goals, right = box->x, middle = (left + right) / 2,
         y = box->y + box->height / 2, from;

  if (entry->goal < 0)
    {
      cairo_move_to (picture->cr, middle, y);
      cairo_line_to (picture->cr, right, y);
      return;
    }
  from = picture->layout->sections[entry->goal].box.y
         + picture->layout->sections[entry->goal].box.height / 2;
  cairo_move_to (picture->cr, left, from);
  cairo_curve_to (picture->cr, middle, from, middle, y, right, y);
}

/* Marks alone fill lines: one line of sight to the first of each is enough. */
static gboolean
begins_line (const Picture *picture, guint objective)
{
  return picture->layout->boxes[objective].x <= picture->layout->left + 0.5;
}

static void
draw_lines (const Picture *picture, int goal)
{
  const double dashes[] = { 2, 3 };

  cairo_save (picture->cr);
  for (guint i = 0; i < picture->self->objectives->len; i++)
    {
      if (oct_sight_objective (picture->self, i)->goal == goal && begins_line (picture, i))
        line_path (picture, i);
    }
  if (goal < 0)
    cairo_set_dash (picture->cr, dashes, 2, 0);
  oct_colour_set (goal < 0 ? picture->theme->warn : picture->theme->accent, picture->cr);
  cairo_set_line_width (picture->cr, picture->theme->line);
  cairo_stroke (picture->cr);
  cairo_restore (picture->cr);
}

static gboolean
begins_group (const Picture *picture, guint place)
{
  const OctSightEntry *entry = NULL, *before = NULL;

  if (place == 0)
    return TRUE;
  entry = oct_sight_objective (picture->self, g_array_index (picture->self->order, guint, place));
  before = oct_sight_objective (picture->self,
                                g_array_index (picture->self->order, guint, place - 1));
  return entry->goal != before->goal || entry->group_number != before->group_number;
}

static void
draw_objective (const Picture *picture, guint place)
{
  const OctSightLayout *layout = picture->layout;
  guint objective = g_array_index (picture->self->order, guint, place);
  const OctSightEntry *entry = oct_sight_objective (picture->self, objective);
  const cairo_rectangle_t *box = &layout->boxes[objective];
  const OctChartTheme *type = &layout->type;
  double mark = layout->dense ? box->width * 0.82 : MIN (type->size_text * 1.1, box->height * 0.85),
         x = box->x + type->size_text * 0.2 + mark / 2, y = box->y + box->height / 2, height;
  g_autofree char *words = NULL;
  g_autoptr (PangoLayout) text = NULL;

  oct_rating_mark_draw (picture->cr, picture->theme, entry->rating,
                        layout->dense ? box->x + box->width / 2 : x, y, mark);
  if (layout->dense || !can_read (picture))
    return;
  x += mark / 2 + type->size_text * 0.5;
  if (layout->stacked || begins_group (picture, place))
    {
      text = oct_chart_text_new (type, OCT_TEXT_SMALL_BOLD, entry->group,
                                 layout->stacked ? MAX (box->x + box->width - x, 1)
                                                 : MAX (layout->group - type->size_text * 0.6, 1),
                                 1);
      oct_chart_text_size (text, NULL, &height);
      oct_chart_text_draw (text, picture->cr, x, y - height / (layout->stacked ? 1 : 2),
                           picture->theme->ink);
      g_clear_object (&text);
    }
  if (!layout->stacked)
    x += layout->group;
  words = *entry->label != '\0' ? g_strdup_printf ("%s  %s", entry->label, entry->text)
                                : g_strdup (entry->text);
  text = oct_chart_text_new (type, OCT_TEXT_SMALL, words, MAX (box->x + box->width - x, 1), 1);
  oct_chart_text_size (text, NULL, &height);
  oct_chart_text_draw (text, picture->cr, x, layout->stacked ? y : y - height / 2,
                       picture->theme->ink);
}

/**
 * oct_sight_draw:
 * @self: a picture
 * @cr: what to draw to
 * @width: of the plot
 * @height: of the plot
 * @theme: how it looks
 *
 * Draws the key, goals, lines and objectives.
 */
void
oct_sight_draw (OctLineOfSightChart *self, cairo_t *cr, double width, double height,
                const OctChartTheme *theme)
{
  Picture picture = { self, cr, theme, NULL };

  if (self->goals->len + self->objectives->len == 0)
    {
      oct_chart_text_at (cr, theme, OCT_TEXT_NORMAL, _("Nothing to show"), width / 2, height / 2,
                         0.5, theme->ink_soft);
      return;
    }
  picture.layout = oct_sight_get_layout (self, width, height, theme);
  cairo_save (cr);
  cairo_rectangle (cr, -2, 0, width + 4, height + 2);
  cairo_clip (cr);
  oct_sight_lay_key (self, cr, width, theme);
  for (int goal = -1; goal < (int) self->goals->len; goal++)
    draw_lines (&picture, goal);
  for (guint i = 0; i < self->goals->len; i++)
    draw_goal (&picture, i);
  draw_no_goal (&picture);
  for (guint i = 0; i < self->order->len; i++)
    draw_objective (&picture, i);
  cairo_restore (cr);
}

/**
 * oct_sight_draw_overlay:
 * @self: a picture
 * @cr: what to draw to
 * @width: of the plot
 * @height: of the plot
 * @theme: how it looks
 * @datum: a goal or an objective
 * @focused: marked by the keyboard rather than by the pointer
 *
 * Frames what is pointed at and strengthens its lines.
 */
void
oct_sight_draw_overlay (OctLineOfSightChart *self, cairo_t *cr, double width, double height,
                        const OctChartTheme *theme, int datum, gboolean focused)
{
  Picture picture = { self, cr, theme, oct_sight_get_layout (self, width, height, theme) };
  guint n_goals = self->goals->len;

  for (guint i = 0; i < self->objectives->len; i++)
    {
      if ((int) (n_goals + i) == datum
          || (oct_sight_objective (self, i)->goal == datum && begins_line (&picture, i)))
        line_path (&picture, i);
    }
  oct_colour_set (theme->focus, cr);
  cairo_set_line_width (cr, theme->line_strong);
  cairo_stroke (cr);
  if (datum >= (int) n_goals && oct_sight_objective (self, datum - n_goals)->goal >= 0)
    oct_stage_draw_focus (
      cr, theme, &picture.layout->sections[oct_sight_objective (self, datum - n_goals)->goal].box,
      FALSE);
  oct_stage_draw_focus (cr, theme,
                        datum < (int) n_goals ? &picture.layout->sections[datum].box
                                              : &picture.layout->boxes[datum - n_goals],
                        focused);
}

double
oct_sight_lay_key (OctLineOfSightChart *self, cairo_t *cr, double width, const OctChartTheme *theme)
{
  double x = 0, y = 0, size = theme->size_small,
         line = oct_chart_text_height (theme, OCT_TEXT_SMALL) * 1.25;
  gboolean there[OCT_RATING_MARK_GREEN + 1] = { FALSE };

  for (guint i = 0; i < self->goals->len; i++)
    there[oct_sight_goal (self, i)->rating] = TRUE;
  for (guint i = 0; i < self->objectives->len; i++)
    there[oct_sight_objective (self, i)->rating] = TRUE;
  for (int i = OCT_RATING_MARK_GREEN; i >= OCT_RATING_MARK_NONE; i--)
    {
      const char *words = oct_rating_mark_name (i);
      double item = size * 1.5 + oct_chart_text_width (theme, OCT_TEXT_SMALL, words) + size * 1.3;

      if (!there[i])
        continue;
      if (x > 0 && x + item - size * 1.3 > width)
        {
          x = 0;
          y += line;
        }
      if (cr != NULL)
        {
          oct_rating_mark_draw (cr, theme, i, x + size * 0.55, y + line / 2, size * 1.05);
          oct_chart_text_at (cr, theme, OCT_TEXT_SMALL, words, x + size * 1.5, y + line / 2, 0,
                             theme->ink_soft);
        }
      x += item;
    }
  return ceil (y + line + theme->size_text * 0.5);
}
