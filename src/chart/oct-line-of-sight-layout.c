/* Where goals and objectives of the line of sight are.
 *
 * A goal has as much height as its own words or what serves it need, whichever is more; what serves
 * no goal comes last. Where there are many objectives, or little room, they become marks that fill
 * lines, and their words are left to whoever points at them.
 */
#include <math.h>

#include "oct-line-of-sight-private.h"

#define LINE 1.55 /* of the type's size */
#define MOST_LISTED 120
#define MOST_LINES 12 /* of a goal's words */
#define GAP 0.5       /* between sections, of a line */
#define STACKED 2.7
#define NARROW 26 /* sizes of type across */
#define SMALLEST_TYPE 0.3
#define SMALLEST_LISTED 0.62
#define LARGEST_MARK 1.7 /* of the type's size */

static guint
n_sections (OctLineOfSightChart *self)
{
  guint n_groups;

  return self->goals->len + (oct_sight_count (self, -1, &n_groups) > 0);
}

static int
goal_of (OctLineOfSightChart *self, guint section)
{
  return section < self->goals->len ? (int) section : -1;
}

/* A goal as it stands in its box: "1  Every child reads". */
char *
oct_sight_goal_to_text (const OctSightEntry *goal)
{
  return *goal->label != '\0' ? g_strdup_printf ("%s  %s", goal->label, goal->text)
                              : g_strdup (goal->text);
}

/* The words of a goal, as many lines as stand beside what serves it (three at least, or two where
 * there are marks alone), and one of how many serve it. */
static double
goal_height (OctLineOfSightChart *self, guint number, double room, const OctSightLayout *layout)
{
  const OctChartTheme *type = &layout->type;
  OctSightSection *section = &layout->sections[number];
  double rest = oct_chart_text_height (type, OCT_TEXT_SMALL) + type->size_text * 0.7,
         lines = floor ((room - rest) / oct_chart_text_height (type, OCT_TEXT_NORMAL)), height = 0;

  section->lines = (int) CLAMP (lines, layout->dense ? 2 : 3, MOST_LINES);
  if (number < self->goals->len)
    {
      g_autofree char *words = oct_sight_goal_to_text (oct_sight_goal (self, number));

      oct_chart_text_measure (type, OCT_TEXT_NORMAL, words,
                              MAX (layout->goals - type->size_text * 2.8, 1), section->lines, NULL,
                              &height);
    }
  else
    oct_chart_text_measure (type, OCT_TEXT_NORMAL, oct_sight_no_goal (),
                            MAX (layout->goals - type->size_text, 1), section->lines, NULL,
                            &height);
  return height + rest;
}

/* Widths of the parts, for type of a size. */
static void
measure_width (OctLineOfSightChart *self, double width, OctSightLayout *layout)
{
  const OctChartTheme *type = &layout->type;
  double longest = 0;

  layout->goals = MIN (width * 0.34, type->size_text * 24);
  layout->left = layout->goals + CLAMP (width * 0.07, type->size_text * 1.5, type->size_text * 6);
  layout->stacked = !layout->dense && width - layout->left < type->size_text * NARROW;
  for (guint i = 0; i < self->objectives->len; i++)
    longest = MAX (longest, oct_chart_text_width (type, OCT_TEXT_SMALL_BOLD,
                                                  oct_sight_objective (self, i)->group));
  layout->group = MIN (longest + type->size_text, (width - layout->left) * 0.32);
}

static double
line_height (const OctSightLayout *layout)
{
  return layout->type.size_text * (layout->dense ? LARGEST_MARK : layout->stacked ? STACKED : LINE);
}

/* The height of all sections where a line, or a mark with its gap, is so high. */
static double
sections_height (OctLineOfSightChart *self, double width, double line, OctSightLayout *layout)
{
  guint across = MAX ((guint) MAX (floor ((width - layout->left) / line), 1), 1);
  double height = 0, gap = layout->type.size_text * LINE * GAP;

  for (guint i = 0; i < n_sections (self); i++)
    {
      guint n_groups, n = oct_sight_count (self, goal_of (self, i), &n_groups);
      guint lines = layout->dense ? (n + across - 1) / across : n;

      layout->sections[i].top = height;
      layout->sections[i].height = MAX (lines * line, goal_height (self, i, lines * line, layout));
      height += layout->sections[i].height + gap;
    }
  return height;
}

/* As large as the height allows; returns the height of a line or of a mark. */
static double
fit (OctLineOfSightChart *self, double width, double height, const OctChartTheme *theme,
     OctSightLayout *layout)
{
  double factor = 1, line = theme->size_text * LINE;

  for (int i = 0; i < 12; i++)
    {
      double needed;

      layout->type = oct_stage_scaled_theme (theme, factor);
      measure_width (self, width, layout);
      line = line_height (layout);
      needed = sections_height (self, width, line, layout);
      if (needed <= height || factor <= SMALLEST_TYPE)
        break;
      factor = MAX (SMALLEST_TYPE, factor * CLAMP (height / needed, 0.6, 0.97));
    }
  return line;
}

static void
place_objectives (OctLineOfSightChart *self, double width, double line, OctSightLayout *layout)
{
  guint across = MAX ((guint) MAX (floor ((width - layout->left) / line), 1), 1), place = 0;
  int goal = -2;

  for (guint i = 0; i < self->order->len; i++)
    {
      guint objective = g_array_index (self->order, guint, i), n_groups, n, lines;
      const OctSightEntry *entry = oct_sight_objective (self, objective);
      const OctSightSection *section =
        &layout->sections[entry->goal >= 0 ? (guint) entry->goal : self->goals->len];
      double top;

      place = entry->goal == goal ? place + 1 : 0;
      goal = entry->goal;
      n = oct_sight_count (self, goal, &n_groups);
      lines = layout->dense ? (n + across - 1) / across : n;
      top = section->top + MAX (section->height - lines * line, 0) / 2;
      if (layout->dense)
        layout->boxes[objective] = (cairo_rectangle_t) { layout->left + (place % across) * line,
                                                         top + (place / across) * line, line,
                                                         line };
      else
        layout->boxes[objective] = (cairo_rectangle_t) { layout->left, top + place * line,
                                                         MAX (width - layout->left, 1), line };
    }
}

static void
place_goals (OctLineOfSightChart *self, double height, OctSightLayout *layout)
{
  guint n = n_sections (self);
  double used, more;

  used = n > 0 ? layout->sections[n - 1].top + layout->sections[n - 1].height : 0;
  more = n > 0 ? CLAMP ((height - used) / n, 0, layout->type.size_text * 2) : 0;
  for (guint i = 0; i < n; i++)
    {
      OctSightSection *section = &layout->sections[i];
      double box = goal_height (self, i, section->height, layout);

      section->top += layout->key + i * more;
      section->box = (cairo_rectangle_t) { 0, section->top + (section->height - box) / 2,
                                           layout->goals, box };
    }
}

/**
 * oct_sight_get_layout:
 * @self: a picture with goals or objectives
 * @width: of the plot
 * @height: of the plot
 * @theme: how it looks
 *
 * Finds where everything is. What was found is kept, because the pointer asks at every move.
 *
 * Returns: (transfer none): where things are
 */
const OctSightLayout *
oct_sight_get_layout (OctLineOfSightChart *self, double width, double height,
                      const OctChartTheme *theme)
{
  OctSightLayout *layout = &self->kept;
  double line;

  if (layout->sections != NULL && self->kept_width == width && self->kept_height == height
      && oct_stage_same_theme (&self->kept_theme, theme))
    return layout;
  oct_sight_layout_clear (layout);
  *layout = (OctSightLayout) { 0 };
  self->kept_width = width;
  self->kept_height = height;
  self->kept_theme = *theme;
  layout->sections = g_new0 (OctSightSection, self->goals->len + 1);
  layout->boxes = g_new0 (cairo_rectangle_t, MAX (self->objectives->len, 1));
  layout->key = oct_sight_lay_key (self, NULL, width, theme);
  layout->dense = self->objectives->len > MOST_LISTED;
  line = fit (self, width, height - layout->key, theme, layout);
  if (!layout->dense && layout->type.size_text < theme->size_text * SMALLEST_LISTED)
    {
      layout->dense = TRUE;
      line = fit (self, width, height - layout->key, theme, layout);
    }
  place_goals (self, height - layout->key, layout);
  place_objectives (self, width, line, layout);
  return layout;
}

void
oct_sight_layout_clear (OctSightLayout *layout)
{
  g_clear_pointer (&layout->sections, g_free);
  g_clear_pointer (&layout->boxes, g_free);
}

double
oct_sight_natural_height (OctLineOfSightChart *self, double width, const OctChartTheme *theme)
{
  g_auto (OctSightLayout) layout = { 0 };

  if (self->goals->len + self->objectives->len == 0)
    return theme->size_text * 6;
  layout.type = *theme;
  layout.dense = self->objectives->len > MOST_LISTED;
  layout.sections = g_new0 (OctSightSection, self->goals->len + 1);
  measure_width (self, width, &layout);
  return ceil (oct_sight_lay_key (self, NULL, width, theme)
               + sections_height (self, width, line_height (&layout), &layout));
}
