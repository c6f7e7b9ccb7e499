/* How a timeline is drawn: only the lines that can be seen.
 *
 * Grounds first, then arrows, bars and marks; names and scales are laid over them, so that what is
 * scrolled away goes behind both.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-timeline-private.h"

typedef struct
{
  OctTimelineChart *self;
  cairo_t *cr;
  const OctChartTheme *theme;
  OctTimelineLayout layout;
  double width;
  double bottom; /* of the rows */
  guint first;   /* the lines that are drawn, and the one after the last */
  guint end;
  guint n_more; /* that there is no room for */
} Picture;

static void
init_picture (Picture *picture, OctTimelineChart *self, cairo_t *cr, double width, double height,
              const OctChartTheme *theme)
{
  OctTimelineLayout *layout = &picture->layout;
  guint n, room;

  *picture = (Picture) { .self = self, .cr = cr, .theme = theme, .width = width };
  oct_timeline_chart_get_layout (self, width, height, theme, layout);
  n = self->lines->len;
  picture->bottom = layout->header + layout->body;
  if (self->viewport)
    {
      picture->first = MIN ((guint) floor (layout->offset / layout->line), n);
      picture->end = MIN ((guint) ceil ((layout->offset + layout->body) / layout->line), n);
      return;
    }
  room = (guint) MAX (floor (layout->body / layout->line), 1);
  if (self->page_n > 0)
    n = MIN (n, self->page_first + self->page_n);
  picture->first = MIN (self->page_first, n);
  picture->end = n - picture->first <= room || self->page_n > 0 ? n : room - 1;
  picture->n_more = n - picture->end;
  picture->bottom = layout->header + MIN (n - picture->first, room) * layout->line;
}

static OctTimelineEntry *
line_entry (const Picture *picture, guint line, int *datum)
{
  *datum = g_array_index (picture->self->lines, int, line);
  return oct_timeline_row (picture->self, *datum);
}

static double
line_top (const Picture *picture, guint line)
{
  return picture->layout.header + line * picture->layout.line - picture->layout.offset;
}

/* --- arrows --- */

/* The corners from the end of one bar to the start of another, in right angles. */
static void
add_arrow (const Picture *picture, const OctTimelineBox *from, const OctTimelineBox *to)
{
  cairo_t *cr = picture->cr;
  double line = picture->layout.line, step = round (line * 0.26), head = round (line * 0.16);
  double x1 = from->right, y1 = round (from->top + from->height / 2) + 0.5;
  double x2 = to->left, y2 = round (to->top + to->height / 2) + 0.5;
  double turn = round (x1 + step) + 0.5;

  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, turn, y1);
  if (x2 - head < turn)
    {
      double between = y2 > y1 ? round (to->top - line * 0.2) + 0.5
                               : round (to->top + to->height + line * 0.2) + 0.5;
      double back = round (x2 - step) + 0.5;

      cairo_line_to (cr, turn, between);
      cairo_line_to (cr, back, between);
      turn = back;
    }
  cairo_line_to (cr, turn, y2);
  cairo_line_to (cr, x2 - head * 0.6, y2);
}

static void
add_head (const Picture *picture, const OctTimelineBox *to)
{
  double head = round (picture->layout.line * 0.16), x = to->left,
         y = round (to->top + to->height / 2) + 0.5;

  cairo_move_to (picture->cr, x, y);
  cairo_line_to (picture->cr, x - head, y - head * 0.7);
  cairo_line_to (picture->cr, x - head, y + head * 0.7);
  cairo_close_path (picture->cr);
}

static gboolean
is_in_sight (const Picture *picture, const OctTimelineLink *link)
{
  const OctTimelineEntry *from = oct_timeline_row (picture->self, link->from),
                         *to = oct_timeline_row (picture->self, link->to);
  int first = MIN (from->line, to->line), last = MAX (from->line, to->line);

  return from->own_line && to->own_line && from->end > 0 && to->end > 0
         && first < (int) picture->end && last >= (int) picture->first
         && (picture->n_more == 0 || last < (int) picture->end);
}

static void
draw_links (const Picture *picture, gboolean broken)
{
  const double dashes[] = { 3, 2 };
  OctColour colour = broken ? picture->theme->warn : picture->theme->ink_soft;

  oct_colour_set (colour, picture->cr);
  cairo_set_line_width (picture->cr, picture->theme->line * (broken ? 1.6 : 1));
  for (guint i = 0; i < picture->self->links->len; i++)
    {
      const OctTimelineLink *link = &g_array_index (picture->self->links, OctTimelineLink, i);
      OctTimelineBox from, to;

      if (!is_in_sight (picture, link) || oct_timeline_link_broken (picture->self, link) != broken)
        continue;
      oct_timeline_get_box (picture->self, &picture->layout, link->from, &from);
      oct_timeline_get_box (picture->self, &picture->layout, link->to, &to);
      cairo_save (picture->cr);
      if (broken)
        cairo_set_dash (picture->cr, dashes, 2, 0);
      add_arrow (picture, &from, &to);
      cairo_stroke (picture->cr);
      cairo_restore (picture->cr);
      add_head (picture, &to);
      cairo_fill (picture->cr);
    }
}

/* --- bars --- */

static void
draw_mark (const Picture *picture, int datum)
{
  const OctTimelineEntry *entry = oct_timeline_row (picture->self, datum);
  OctTimelineBox box;
  double x, y;

  oct_timeline_get_box (picture->self, &picture->layout, datum, &box);
  if (box.right < picture->layout.names || box.left > picture->width)
    return;
  x = (box.left + box.right) / 2;
  y = box.top + box.height / 2;
  if (entry->given.kind == OCT_TIMELINE_MILESTONE)
    oct_timeline_draw_diamond (picture->cr, picture->theme, entry->given.state, x, y, box.height);
  else
    oct_timeline_draw_pin (picture->cr, picture->theme, entry->given.state, x, y, box.height);
}

static void
draw_baseline (const Picture *picture, const OctTimelineEntry *entry, const OctTimelineBox *box)
{
  const OctTimelineRow *row = &entry->given;
  gint32 start = row->baseline_start > 0 ? row->baseline_start : entry->start,
         end = row->baseline_end > 0 ? row->baseline_end : entry->end;
  double height = MAX (round (picture->layout.line * 0.15), 3), left, right;

  if (row->kind != OCT_TIMELINE_BAR)
    {
      left = oct_timeline_day_to_x (&picture->layout, end + 0.5) - height * 1.5;
      right = left + height * 3;
    }
  else
    {
      left = oct_timeline_day_to_x (&picture->layout, MIN (start, end));
      right = oct_timeline_day_to_x (&picture->layout, end + 1);
    }
  oct_timeline_draw_baseline (picture->cr, picture->theme, left, right, box->top + box->height + 1,
                              height);
}

/* Owner or count behind the bar, where there is room. */
static void
draw_note (const Picture *picture, const OctTimelineEntry *entry, const char *text, double x,
           double middle)
{
  const OctChartTheme *theme = picture->theme;
  double room = MIN (picture->width - x - theme->size_small * 0.5, theme->size_small * 17), height;
  PangoLayout *note;

  if (text == NULL || *text == '\0' || room < theme->size_small * 4 || x < picture->layout.names)
    return;
  note = oct_timeline_text (picture->self, theme, OCT_TEXT_SMALL, text, room);
  oct_chart_text_size (note, NULL, &height);
  oct_chart_text_draw (note, picture->cr, x, round (middle - height / 2), theme->ink_soft);
}

/* A bar that is out of sight has a pointer towards it at the edge. */
static gboolean
draw_out_of_sight (const Picture *picture, const OctTimelineBox *box, double middle)
{
  double size = picture->theme->size_small * 0.6;

  if (box->right >= picture->layout.names && box->left <= picture->width)
    return FALSE;
  oct_timeline_draw_pointer (picture->cr, picture->theme, box->left > picture->width,
                             box->left > picture->width ? picture->width - size
                                                        : picture->layout.names + size,
                             middle, size);
  return TRUE;
}

static double
draw_group (const Picture *picture, const OctTimelineEntry *entry, const OctTimelineBox *box)
{
  g_autofree char *count = NULL;
  double x = box->right + picture->theme->size_small * 0.9;

  oct_timeline_draw_group (
    picture->cr, picture->theme,
    entry->n > 0 && !picture->self->partial ? entry->n_complete / (double) entry->n : 0, box);
  if (entry->n == 0 || picture->self->partial)
    return x;
  /* Translators: behind the bar of a plan: how many of its actions are complete. */
  count = g_strdup_printf (_("%u of %u complete"), entry->n_complete, entry->n);
  draw_note (picture, entry, count, x, box->top + box->height / 2);
  return x;
}

static void
draw_line (const Picture *picture, guint line)
{
  OctTimelineChart *self = picture->self;
  const OctChartTheme *theme = picture->theme;
  double middle = line_top (picture, line) + picture->layout.line / 2, note;
  OctTimelineBox box;
  int datum;
  const OctTimelineEntry *entry = line_entry (picture, line, &datum);

  if (entry->end == 0)
    return;
  oct_timeline_get_box (self, &picture->layout, datum, &box);
  if (draw_out_of_sight (picture, &box, middle))
    return;
  if (oct_timeline_moved (entry))
    draw_baseline (picture, entry, &box);
  note = box.right + theme->size_small * 1.1;
  if (entry->given.kind != OCT_TIMELINE_BAR)
    draw_mark (picture, datum);
  else if (entry->given.level == 0)
    draw_group (picture, entry, &box);
  else
    {
      if (oct_timeline_days_overdue (self, entry) > 0)
        {
          double today = oct_timeline_day_to_x (&picture->layout, self->today + 0.5);

          oct_timeline_draw_late (picture->cr, theme, box.right, today, box.top + box.height / 2);
          note = MAX (note, today + theme->size_small * 0.7);
        }
      oct_timeline_draw_bar (picture->cr, theme, entry->given.state, entry->given.progress, &box);
      if (entry->given.state == OCT_TIMELINE_COMPLETE)
        note += box.height;
    }
  if (entry->given.level > 0)
    draw_note (picture, entry, entry->given.owner, note, box.top + box.height / 2);
}

static void
draw_marks (const Picture *picture, guint line)
{
  for (guint i = picture->self->mark_starts[line]; i < picture->self->mark_starts[line + 1]; i++)
    draw_mark (picture, g_array_index (picture->self->marks, int, i));
}

/* --- names --- */

static void
draw_name_end (const Picture *picture, const OctTimelineEntry *entry, double middle)
{
  const OctChartTheme *theme = picture->theme;
  double size = round (theme->size_small * 1.2),
         x = picture->layout.names - theme->size_text * 0.6 - size / 2;
  guint overdue = entry->given.level == 0 ? entry->n_overdue
                                          : entry->given.state == OCT_TIMELINE_OVERDUE;

  if (entry->given.rating != OCT_RATING_MARK_NONE)
    oct_rating_mark_draw (picture->cr, theme, entry->given.rating, x, middle, size);
  if (overdue == 0)
    return;
  if (entry->given.rating != OCT_RATING_MARK_NONE)
    x -= size * 1.15;
  if (entry->given.level == 0)
    {
      g_autofree char *count = g_strdup_printf ("%u", overdue);
      PangoLayout *text = oct_timeline_text (picture->self, theme, OCT_TEXT_SMALL_BOLD, count, 0);
      double width, height;

      oct_chart_text_size (text, &width, &height);
      oct_chart_text_draw (text, picture->cr, x - width / 2, round (middle - height / 2),
                           theme->warn);
      x -= width / 2 + size * 0.55;
    }
  oct_timeline_draw_flag (picture->cr, theme, x, middle, size * 0.85);
}

static double
name_room (const Picture *picture, const OctTimelineEntry *entry)
{
  const OctChartTheme *theme = picture->theme;
  double end = entry->given.rating != OCT_RATING_MARK_NONE ? 2 : 0.5;

  if (entry->given.level == 0 ? entry->n_overdue > 0 : entry->given.state == OCT_TIMELINE_OVERDUE)
    end += entry->given.level == 0 ? 2.3 : 1.35;
  return picture->layout.names - oct_timeline_indent (theme, entry->given.level)
         - end * theme->size_text;
}

static void
draw_name (const Picture *picture, guint line)
{
  const OctChartTheme *theme = picture->theme;
  double top = line_top (picture, line), middle = top + picture->layout.line / 2, height;
  int datum;
  const OctTimelineEntry *entry = line_entry (picture, line, &datum);
  double indent = oct_timeline_indent (theme, entry->given.level),
         room = name_room (picture, entry);

  if (entry->children)
    oct_timeline_draw_opener (picture->cr, theme, oct_timeline_chart_is_open (picture->self, datum),
                              indent - theme->size_text * 0.65, middle, theme->size_text * 0.62);
  if (room > theme->size_text)
    {
      PangoLayout *name = oct_timeline_text (
        picture->self, theme, entry->given.level == 0 ? OCT_TEXT_BOLD : OCT_TEXT_NORMAL,
        entry->given.text, room);

      oct_chart_text_size (name, NULL, &height);
      oct_chart_text_draw (name, picture->cr, indent, round (middle - height / 2),
                           entry->given.state == OCT_TIMELINE_COMPLETE
                               || entry->given.state == OCT_TIMELINE_STOPPED
                             ? theme->ink_soft
                             : theme->ink);
    }
  draw_name_end (picture, entry, middle);
}

/* Groups stand on a strip of their own, across the whole picture. */
static void
draw_strips (const Picture *picture)
{
  for (guint i = picture->first; i < picture->end; i++)
    {
      int datum;

      if (line_entry (picture, i, &datum)->given.level == 0)
        cairo_rectangle (picture->cr, 0, line_top (picture, i), picture->width,
                         picture->layout.line);
    }
  oct_colour_set (picture->theme->water, picture->cr);
  cairo_fill (picture->cr);
}

static void
draw_rules (const Picture *picture)
{
  OctColour rule = picture->theme->rule;

  for (guint i = picture->first; i < picture->end; i++)
    cairo_rectangle (picture->cr, 0, line_top (picture, i + 1) - picture->theme->line,
                     picture->width, picture->theme->line);
  rule.alpha = 0.55;
  oct_colour_set (rule, picture->cr);
  cairo_fill (picture->cr);
}

static void
clip (const Picture *picture, double left)
{
  cairo_save (picture->cr);
  cairo_rectangle (picture->cr, left, picture->layout.header, MAX (picture->width - left, 0),
                   MAX (picture->bottom - picture->layout.header, 0));
  cairo_clip (picture->cr);
}

static void
draw_today (const Picture *picture)
{
  double x = oct_timeline_day_to_x (&picture->layout, picture->self->today + 0.5),
         width = MAX (picture->theme->line_strong * 0.75, 1);
  OctColour ink = picture->theme->ink;

  if (picture->self->today <= 0 || x < picture->layout.names || x > picture->width)
    return;
  ink.alpha = 0.8;
  oct_colour_set (ink, picture->cr);
  cairo_rectangle (picture->cr, round (x) - width / 2, picture->layout.header, width,
                   picture->bottom - picture->layout.header);
  cairo_fill (picture->cr);
}

static void
draw_plot (const Picture *picture)
{
  clip (picture, picture->layout.names);
  oct_timeline_draw_grounds (picture->self, picture->cr, picture->width, picture->bottom,
                             picture->theme, &picture->layout);
  draw_today (picture);
  draw_links (picture, FALSE);
  draw_links (picture, TRUE);
  for (guint i = picture->first; i < picture->end; i++)
    draw_line (picture, i);
  for (guint i = picture->first; i < picture->end; i++)
    draw_marks (picture, i);
  cairo_restore (picture->cr);
}

static void
draw_names (const Picture *picture)
{
  double x = picture->layout.names - 0.5;

  clip (picture, 0);
  for (guint i = picture->first; i < picture->end; i++)
    draw_name (picture, i);
  if (picture->n_more > 0)
    {
      g_autofree char *more = g_strdup_printf (
        ngettext ("and %u more row", "and %u more rows", picture->n_more), picture->n_more);

      oct_chart_text_at (picture->cr, picture->theme, OCT_TEXT_NORMAL, more,
                         oct_timeline_indent (picture->theme, 0),
                         line_top (picture, picture->end) + picture->layout.line / 2, 0,
                         picture->theme->ink_soft);
    }
  cairo_restore (picture->cr);
  oct_colour_set (picture->theme->rule, picture->cr);
  cairo_set_line_width (picture->cr, picture->theme->line);
  cairo_move_to (picture->cr, x, 0);
  cairo_line_to (picture->cr, x, picture->bottom);
  cairo_stroke (picture->cr);
}

/**
 * oct_timeline_draw:
 * @self: a timeline
 * @cr: what to draw to
 * @width: of the plot
 * @height: of the plot
 * @theme: how it looks
 *
 * Draws scales, names and bars, and without a viewport the key.
 */
void
oct_timeline_draw (OctTimelineChart *self, cairo_t *cr, double width, double height,
                   const OctChartTheme *theme)
{
  Picture picture;

  oct_timeline_prepare (self);
  if (self->lines->len == 0 && !self->viewport)
    {
      oct_chart_text_at (cr, theme, OCT_TEXT_NORMAL, _("Nothing to show"), width / 2, height / 2,
                         0.5, theme->ink_soft);
      return;
    }
  init_picture (&picture, self, cr, width, height, theme);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  clip (&picture, 0);
  draw_strips (&picture);
  cairo_restore (cr);
  draw_plot (&picture);
  clip (&picture, 0);
  draw_rules (&picture);
  cairo_restore (cr);
  oct_timeline_draw_header (self, cr, width, theme, &picture.layout);
  draw_names (&picture);
  if (!self->viewport)
    {
      cairo_translate (cr, 0, picture.bottom);
      oct_timeline_chart_draw_key (self, cr, width, theme);
    }
  cairo_restore (cr);
}

/* A frame about the bar, or about the name of one that isn't in sight. */
void
oct_timeline_draw_overlay (OctTimelineChart *self, cairo_t *cr, double width, double height,
                           const OctChartTheme *theme, int datum, gboolean focused)
{
  const OctTimelineEntry *entry;
  OctTimelineBox box;
  Picture picture;
  double left, right, pad = 3;

  init_picture (&picture, self, cr, width, height, theme);
  entry = oct_timeline_row (self, datum);
  if (entry->line < (int) picture.first || entry->line >= (int) picture.end)
    return;
  oct_timeline_get_box (self, &picture.layout, datum, &box);
  left = box.left - pad;
  right = box.right + pad;
  /* Marks stand on the bar of a group, and are higher than it. */
  if (entry->own_line && entry->given.level == 0)
    {
      box.top = line_top (&picture, entry->line) + pad + 2;
      box.height = picture.layout.line - 2 * pad - 5;
    }
  if (entry->end == 0 || box.right < picture.layout.names || box.left > width)
    {
      left = 2;
      right = picture.layout.names - 3;
      box.top = line_top (&picture, entry->line) + pad;
      box.height = picture.layout.line - 2 * pad - 1;
    }
  clip (&picture, right < picture.layout.names ? 0 : picture.layout.names);
  for (int pass = 0; pass < 2; pass++)
    {
      oct_colour_set (pass == 0 ? theme->paper : theme->focus, cr);
      cairo_set_line_width (cr, theme->line_strong + (pass == 0 ? 2 : focused ? 0.5 : -0.5));
      cairo_rectangle (cr, left, box.top - pad, right - left, box.height + 2 * pad);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static void
draw_chip (const Picture *picture, const char *text, double left, double bottom)
{
  const OctChartTheme *theme = picture->theme;
  g_autoptr (PangoLayout) label = oct_chart_text_new (theme, OCT_TEXT_SMALL_BOLD, text, 0, 1);
  double pad = theme->size_small * 0.45, width, height, top;

  oct_chart_text_size (label, &width, &height);
  left = CLAMP (left, picture->layout.names,
                MAX (picture->width - width - 2 * pad, picture->layout.names));
  top = bottom - height - 4;
  if (top < picture->layout.header)
    top = bottom + picture->layout.line;
  cairo_rectangle (picture->cr, round (left), round (top), width + 2 * pad, height + 2);
  oct_colour_set (theme->ink, picture->cr);
  cairo_fill (picture->cr);
  oct_chart_text_draw (label, picture->cr, round (left) + pad, round (top) + 1, theme->paper);
}

/**
 * oct_timeline_chart_draw_ghost:
 * @self: a timeline
 * @cr: what to draw to
 * @width: of the plot
 * @height: of the plot
 * @theme: how it looks
 * @datum: a row
 * @start: its first day, if it were moved
 * @end: its last day
 *
 * Draws where the row would be, with its days above it.
 */
void
oct_timeline_chart_draw_ghost (OctTimelineChart *self, cairo_t *cr, double width, double height,
                               const OctChartTheme *theme, int datum, gint32 start, gint32 end)
{
  g_autofree char *words = oct_timeline_days_to_text (start, end);
  const double dashes[] = { 4, 2 };
  OctColour wash = theme->focus;
  OctTimelineBox box;
  Picture picture;

  g_return_if_fail (OCT_IS_TIMELINE_CHART (self));
  g_return_if_fail (datum >= 0 && datum < (int) self->rows->len);

  init_picture (&picture, self, cr, width, height, theme);
  oct_timeline_get_box (self, &picture.layout, datum, &box);
  if (oct_timeline_row (self, datum)->given.kind == OCT_TIMELINE_BAR)
    box.left = oct_timeline_day_to_x (&picture.layout, start);
  else
    box.left = oct_timeline_day_to_x (&picture.layout, end + 0.5) - box.height / 2;
  box.right = oct_timeline_row (self, datum)->given.kind == OCT_TIMELINE_BAR
                ? oct_timeline_day_to_x (&picture.layout, end + 1)
                : box.left + box.height;
  clip (&picture, picture.layout.names);
  wash.alpha = 0.35;
  cairo_rectangle (cr, box.left, box.top - 2, box.right - box.left, box.height + 4);
  oct_colour_set (wash, cr);
  cairo_fill_preserve (cr);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_set_line_width (cr, theme->line_strong);
  oct_colour_set (theme->focus, cr);
  cairo_stroke (cr);
  draw_chip (&picture, words, box.left, line_top (&picture, oct_timeline_row (self, datum)->line));
  cairo_restore (cr);
}
