/* The scales of a timeline: school years, months, weeks, days, and the terms; what is shaded.
 *
 * Two rows of scale suit the width of a day, and a third names terms and holidays. A label stays in
 * sight as long as its time does.
 */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-timeline-private.h"

typedef enum
{
  UNIT_DAY,
  UNIT_WEEK,
  UNIT_MONTH,
  UNIT_YEAR, /* of schools, from September */
} Unit;

typedef struct
{
  OctTimelineChart *self;
  cairo_t *cr;
  const OctChartTheme *theme;
  const OctTimelineLayout *layout;
  double width;
  double from; /* the days in sight */
  double to;
  double today_left; /* what the name of today covers in the first line; nothing where equal */
  double today_right;
} Scale;

/* From which width of a day on there are days, weeks, months. */
#define DAYS_FROM 15.0
#define WEEKS_FROM 3.4
#define MONTHS_FROM 0.42
#define SMALLEST_DAY 0.0001

static Unit
lower_unit (const OctChartTheme *theme, double day_width)
{
  double width = day_width / theme->size_small * 11.5;

  return width >= DAYS_FROM     ? UNIT_DAY
         : width >= WEEKS_FROM  ? UNIT_WEEK
         : width >= MONTHS_FROM ? UNIT_MONTH
                                : UNIT_YEAR;
}

static Unit
upper_unit (Unit lower)
{
  return lower == UNIT_DAY || lower == UNIT_WEEK ? UNIT_MONTH : UNIT_YEAR;
}

static gint32
julian (int year, int month, int day)
{
  GDate date;

  if (year < 1 || !g_date_valid_dmy (day, month, year))
    return 1;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return (gint32) g_date_get_julian (&date);
}

static void
to_date (gint32 day, GDate *date)
{
  g_date_clear (date, 1);
  g_date_set_julian (date, MAX (day, 1));
}

/* The first day of the unit that a day lies in. */
static gint32
unit_start (Unit unit, gint32 day)
{
  GDate date;
  int year;

  to_date (day, &date);
  switch (unit)
    {
    case UNIT_WEEK:
      return day - (gint32) g_date_get_weekday (&date) + 1;
    case UNIT_MONTH:
      return julian (g_date_get_year (&date), g_date_get_month (&date), 1);
    case UNIT_YEAR:
      year = g_date_get_year (&date) - (g_date_get_month (&date) < 9);
      return julian (year, 9, 1);
    case UNIT_DAY:
    default:
      return day;
    }
}

static gint32
unit_next (Unit unit, gint32 start)
{
  static const int days[] = { 1, 7, 31, 366 };
  gint32 next = start + days[unit];

  return unit == UNIT_DAY || unit == UNIT_WEEK ? next : unit_start (unit, next);
}

/* Longer forms where there is room for them. */
static char *
unit_label (Unit unit, gint32 start, double width, const OctChartTheme *theme)
{
  g_autoptr (GDateTime) time = NULL;
  double letters = width / theme->size_small;
  GDate date;
  int year;

  to_date (start, &date);
  year = g_date_get_year (&date);
  if (unit == UNIT_YEAR)
    /* Translators: a school year, such as "2026/27". */
    return g_strdup_printf (_("%d/%02d"), year, (year + 1) % 100);
  time = g_date_time_new_utc (year, g_date_get_month (&date), g_date_get_day (&date), 0, 0, 0);
  if (unit == UNIT_MONTH)
    {
      /* Translators: months in the scale of a timeline, in their longer and their shorter form. */
      g_autofree char *month = g_date_time_format (time, letters > 8 ? _("%B %Y") : _("%b"));

      return letters > 2 ? g_steal_pointer (&month) : g_utf8_substring (month, 0, 1);
    }
  if (unit == UNIT_DAY)
    /* Translators: days in the scale of a timeline, from the longest to the shortest form. */
    return g_date_time_format (time, letters > 3.2 ? _("%a %-d") : _("%-d"));
  /* Translators: the first days of weeks in the scale of a timeline. */
  return g_date_time_format (time, letters > 4 ? _("%-d %b") : _("%-d"));
}

static double
row_height (const OctChartTheme *theme)
{
  return round (theme->size_small * 1.75);
}

double
oct_timeline_header_height (OctTimelineChart *self, const OctChartTheme *theme, double day_width)
{
  double row = row_height (theme);

  return row + (lower_unit (theme, day_width) != UNIT_YEAR ? row : 0)
         + (self->spans->len > 0 ? row : 0) + round (theme->size_small * 0.3);
}

/* Where a label of the first line begins, so that today's name doesn't cover it. */
static double
clear_of_today (const Scale *scale, double left, double width)
{
  return left < scale->today_right && left + width > scale->today_left ? scale->today_right : left;
}

/* A label from the left edge of its time, or from that of the picture. */
static void
draw_label (const Scale *scale, OctTextStyle style, const char *text, double left, double right,
            double y, OctColour colour, gboolean centred)
{
  const OctChartTheme *theme = scale->theme;
  double pad = MIN (theme->size_small * 0.35, (right - left) * 0.12), room, width, height;
  PangoLayout *label;

  left = MAX (left, scale->layout->names);
  right = MIN (right, scale->width);
  if (right - left - 2 * pad < theme->size_small * 0.6 || *text == '\0')
    return;
  label = oct_timeline_text (scale->self, theme, style, text, 0);
  oct_chart_text_size (label, &width, &height);
  if (y <= 0)
    left = clear_of_today (scale, left, width + 2 * pad);
  room = right - left - 2 * pad;
  if (width > room)
    {
      /* What begins before the picture or ends beyond it gives way without a mark. */
      if (room < theme->size_small * 3)
        return;
      label = oct_timeline_text (scale->self, theme, style, text, room);
      oct_chart_text_size (label, &width, &height);
    }
  oct_chart_text_draw (label, scale->cr, centred ? left + pad + (room - width) / 2 : left + pad,
                       round (y + (row_height (theme) - height) / 2), colour);
}

static void
draw_tick (const Scale *scale, double x, double top, double bottom, OctColour colour)
{
  if (x < scale->layout->names || x > scale->width)
    return;
  x = round (x) + 0.5;
  oct_colour_set (colour, scale->cr);
  cairo_set_line_width (scale->cr, scale->theme->line);
  cairo_move_to (scale->cr, x, top);
  cairo_line_to (scale->cr, x, bottom);
  cairo_stroke (scale->cr);
}

static void
draw_units (const Scale *scale, Unit unit, double y, OctTextStyle style)
{
  gint32 start = unit_start (unit, (gint32) MAX (floor (scale->from), 1));

  while (start <= scale->to)
    {
      gint32 next = unit_next (unit, start);
      double left = oct_timeline_day_to_x (scale->layout, start),
             right = oct_timeline_day_to_x (scale->layout, next);
      g_autofree char *label = unit_label (unit, start, right - left, scale->theme);

      draw_tick (scale, left, y, y + row_height (scale->theme), scale->theme->rule);
      draw_label (scale, style, label, left, right, y,
                  style == OCT_TEXT_SMALL ? scale->theme->ink_soft : scale->theme->ink,
                  unit == UNIT_DAY);
      if (next <= start)
        break;
      start = next;
    }
}

static void
draw_spans (const Scale *scale, double y)
{
  const OctChartTheme *theme = scale->theme;
  double gap = 1, height = row_height (theme) - 2;

  for (guint i = 0; i < scale->self->spans->len; i++)
    {
      const OctTimelineSpan *span = &g_array_index (scale->self->spans, OctTimelineSpan, i);
      double left = oct_timeline_day_to_x (scale->layout, span->start) + gap,
             right = oct_timeline_day_to_x (scale->layout, span->end + 1) - gap;

      if (span->end < scale->from || span->start > scale->to || right <= left)
        continue;
      left = MAX (left, scale->layout->names);
      right = MIN (right, scale->width);
      cairo_rectangle (scale->cr, left, y + 1, right - left, height);
      oct_colour_set (span->holiday ? theme->land : theme->accent_soft, scale->cr);
      cairo_fill (scale->cr);
      draw_label (scale, OCT_TEXT_SMALL, span->name, left, right, y, theme->ink, TRUE);
    }
}

/* The name of today and where it stands; %NULL where today is out of sight. */
static PangoLayout *
place_today (Scale *scale)
{
  OctTimelineChart *self = scale->self;
  const OctChartTheme *theme = scale->theme;
  double x = oct_timeline_day_to_x (scale->layout, self->today + 0.5), width;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *day = NULL, *words = NULL;
  PangoLayout *label;
  GDate date;

  if (self->today <= 0 || x < scale->layout->names || x > scale->width)
    return NULL;
  to_date (self->today, &date);
  time = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date),
                              g_date_get_day (&date), 0, 0, 0);
  /* Translators: the day today on a timeline, such as "24 Nov". */
  day = g_date_time_format (time, _("%-d %b"));
  /* Translators: a day, such as "24 Nov". */
  words = g_strdup_printf (_("Today %s"), day);
  label = oct_timeline_text (self, theme, OCT_TEXT_SMALL_BOLD, words, 0);
  oct_chart_text_size (label, &width, NULL);
  width = round (width + theme->size_small * 0.8);
  scale->today_left = round (
    CLAMP (x - width / 2, scale->layout->names, MAX (scale->width - width, scale->layout->names)));
  scale->today_right = scale->today_left + width;

  return label;
}

static void
draw_today (const Scale *scale, PangoLayout *label)
{
  const OctChartTheme *theme = scale->theme;
  double height, top = 1;

  oct_chart_text_size (label, NULL, &height);
  draw_tick (scale, oct_timeline_day_to_x (scale->layout, scale->self->today + 0.5), top,
             scale->layout->header, theme->ink);
  cairo_rectangle (scale->cr, scale->today_left, top, scale->today_right - scale->today_left,
                   ceil (height));
  oct_colour_set (theme->ink, scale->cr);
  cairo_fill (scale->cr);
  oct_chart_text_draw (label, scale->cr, scale->today_left + theme->size_small * 0.4, top,
                       theme->paper);
}

static void
init_scale (Scale *scale, OctTimelineChart *self, cairo_t *cr, double width,
            const OctChartTheme *theme, const OctTimelineLayout *layout)
{
  *scale = (Scale) { self, cr, theme, layout, width, layout->first_day, 0, 0, 0 };
  scale->to = layout->first_day + (width - layout->names) / MAX (layout->day_width, SMALLEST_DAY);
}

void
oct_timeline_draw_header (OctTimelineChart *self, cairo_t *cr, double width,
                          const OctChartTheme *theme, const OctTimelineLayout *layout)
{
  Unit lower = lower_unit (theme, layout->day_width);
  double y = 0, row = row_height (theme), bottom = layout->header - 0.5;
  PangoLayout *today;
  Scale scale;

  init_scale (&scale, self, cr, width, theme, layout);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, layout->header);
  cairo_clip (cr);
  today = place_today (&scale);
  draw_units (&scale, upper_unit (lower), y, OCT_TEXT_SMALL_BOLD);
  y += row;
  if (lower != UNIT_YEAR)
    {
      draw_units (&scale, lower, y, OCT_TEXT_SMALL);
      y += row;
    }
  draw_spans (&scale, y);
  if (today != NULL)
    draw_today (&scale, today);
  oct_colour_set (theme->ink_soft, cr);
  cairo_set_line_width (cr, theme->line);
  cairo_move_to (cr, 0, bottom);
  cairo_line_to (cr, width, bottom);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
shade (const Scale *scale, double from, double to, double bottom)
{
  double left = MAX (oct_timeline_day_to_x (scale->layout, from), scale->layout->names),
         right = MIN (oct_timeline_day_to_x (scale->layout, to), scale->width);

  if (right > left)
    cairo_rectangle (scale->cr, left, scale->layout->header, right - left,
                     bottom - scale->layout->header);
}

/**
 * oct_timeline_draw_grounds:
 * @self: a timeline
 * @cr: what to draw to
 * @width: of the plot
 * @height: down to where grounds reach
 * @theme: how it looks
 * @layout: where things are
 *
 * Shades holidays, and weekends where days can be told apart, and rules the rows' space.
 */
void
oct_timeline_draw_grounds (OctTimelineChart *self, cairo_t *cr, double width, double height,
                           const OctChartTheme *theme, const OctTimelineLayout *layout)
{
  Unit lower = lower_unit (theme, layout->day_width);
  Unit ruled = lower == UNIT_DAY ? UNIT_WEEK : lower;
  OctColour faint = theme->land, rule = theme->rule;
  gint32 start;
  Scale scale;

  init_scale (&scale, self, cr, width, theme, layout);
  for (guint i = 0; i < self->spans->len; i++)
    {
      const OctTimelineSpan *span = &g_array_index (self->spans, OctTimelineSpan, i);

      if (span->holiday && span->end >= scale.from && span->start <= scale.to)
        shade (&scale, span->start, span->end + 1, height);
    }
  oct_colour_set (theme->land, cr);
  cairo_fill (cr);
  faint.alpha = 0.6;
  rule.alpha = 0.7;
  if (lower == UNIT_DAY || lower == UNIT_WEEK)
    {
      for (start = unit_start (UNIT_WEEK, (gint32) MAX (scale.from, 1)); start <= scale.to;
           start += 7)
        shade (&scale, start + 5, start + 7, height);
      oct_colour_set (faint, cr);
      cairo_fill (cr);
    }
  for (start = unit_start (ruled, (gint32) MAX (scale.from, 1)); start <= scale.to;
       start = unit_next (ruled, start))
    draw_tick (&scale, oct_timeline_day_to_x (layout, start), layout->header, height, rule);
}
