/* The rule by which usual terms are computed.
 *
 * Autumn begins on 1 September, or on the Monday after where that falls from Friday to Sunday. The
 * October half-term is the week of the Monday from 22 to 28 October; autumn ends on the last Friday up
 * to 22 December, and two weeks later spring begins, never on a bank holiday. The February half-term is
 * the week of the Monday from 12 to 18 February. Easter, where it falls in March, is a holiday from Good
 * Friday on; up to 10 April the two weeks around it; later the two weeks before it, with Easter
 * Monday. The May half-term is the week of the last Monday in May; summer ends on the last weekday up to
 * 22 July. This is the pattern that most authorities keep to, and nobody's published list: expect it to be
 * right to a few days, and a week out where neighbours differ over a half-term or over Easter.
 */
#include "oct-term-calendar.h"

#include <glib/gi18n.h>

typedef enum
{
  AUTUMN_1,
  AUTUMN_2,
  SPRING_1,
  SPRING_2,
  SUMMER_1,
  SUMMER_2,
  N_HALVES
} Half;

static const char *const term_names[N_HALVES] = {
  N_("Autumn 1"), N_("Autumn 2"), N_("Spring 1"), N_("Spring 2"), N_("Summer 1"), N_("Summer 2"),
};

/* After each half-term. */
static const char *const holiday_names[N_HALVES] = {
  N_("October half-term"), N_("Christmas"), N_("February half-term"), N_("Easter"),
  N_("May half-term"),     N_("Summer"),
};

/**
 * oct_term_span_new:
 * @name: what it is called
 * @starts: its first day
 * @ends: its last day
 * @holiday: no term
 *
 * Returns: (transfer full): a term or a holiday
 */
OctTermSpan *
oct_term_span_new (const char *name, OctDate starts, OctDate ends, gboolean holiday)
{
  OctTermSpan *span = g_new0 (OctTermSpan, 1);

  span->name = g_strdup (name);
  span->starts = starts;
  span->ends = ends;
  span->holiday = holiday;
  return span;
}

void
oct_term_span_free (OctTermSpan *span)
{
  if (span == NULL)
    return;
  g_free (span->name);
  g_free (span);
}

static guint32
julian (int year, int month, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static OctDate
to_date (guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return oct_date_new (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

/* Julian day 1 was a Monday. Monday is 0. */
static guint
weekday (guint32 day)
{
  return (day - 1) % 7;
}

static guint32
monday_from (guint32 day)
{
  return day + (7 - weekday (day)) % 7;
}

static guint32
friday_to (guint32 day)
{
  return day - (weekday (day) + 3) % 7;
}

/* Easter Sunday after the Gregorian rule (Meeus, Jones and Butcher). */
static guint32
easter (int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int n = h + l - 7 * m + 114;

  return julian (year, n / 31, n % 31 + 1);
}

/* Not on the Monday that stands for a New Year's Day at a weekend. */
static guint32
spring_begins (int year, guint32 autumn_ends)
{
  guint32 begins = autumn_ends + 17, new_year = julian (year, 1, 1);

  if (weekday (new_year) >= 5 && begins == monday_from (new_year))
    begins++;
  return MAX (begins, new_year + 1);
}

static void
around_easter (int year, guint32 *ends, guint32 *begins)
{
  guint32 sunday = easter (year);

  if (sunday <= julian (year, 3, 31))
    {
      *ends = sunday - 3;
      *begins = sunday + 15;
    }
  else if (sunday <= julian (year, 4, 10))
    {
      *ends = sunday - 9;
      *begins = sunday + 8;
    }
  else
    {
      *ends = sunday - 16;
      *begins = sunday + 2;
    }
}

/* The first and last days of half-terms; @begins has one more, of the year after. */
static void
compute_halves (int year, guint32 begins[N_HALVES + 1], guint32 ends[N_HALVES])
{
  guint32 monday;

  begins[AUTUMN_1] = julian (year, 9, 1);
  if (weekday (begins[AUTUMN_1]) >= 4)
    begins[AUTUMN_1] = monday_from (begins[AUTUMN_1]);
  monday = monday_from (julian (year, 10, 22));
  ends[AUTUMN_1] = monday - 3;
  begins[AUTUMN_2] = monday + 7;
  ends[AUTUMN_2] = friday_to (julian (year, 12, 22));
  begins[SPRING_1] = spring_begins (year + 1, ends[AUTUMN_2]);
  monday = monday_from (julian (year + 1, 2, 12));
  ends[SPRING_1] = monday - 3;
  begins[SPRING_2] = monday + 7;
  around_easter (year + 1, &ends[SPRING_2], &begins[SUMMER_1]);
  monday = monday_from (julian (year + 1, 5, 25));
  ends[SUMMER_1] = monday - 3;
  begins[SUMMER_2] = monday + 7;
  ends[SUMMER_2] = julian (year + 1, 7, 22);
  if (weekday (ends[SUMMER_2]) >= 5)
    ends[SUMMER_2] = friday_to (ends[SUMMER_2]);
  begins[N_HALVES] = julian (year + 1, 9, 1);
  if (weekday (begins[N_HALVES]) >= 4)
    begins[N_HALVES] = monday_from (begins[N_HALVES]);
}

/**
 * oct_term_calendar_compute:
 * @year: the calendar year in which the school year begins, 1 to 9998
 *
 * Computes the usual terms and holidays of a school year.
 *
 * Returns: (transfer full) (element-type OctTermSpan): twelve spans in order, each beginning the day
 *   after the one before
 */
GPtrArray *
oct_term_calendar_compute (int year)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_term_span_free);
  guint32 begins[N_HALVES + 1], ends[N_HALVES];

  g_return_val_if_fail (year >= 1 && year <= 9998, spans);

  compute_halves (year, begins, ends);
  for (guint i = 0; i < N_HALVES; i++)
    {
      g_ptr_array_add (spans, oct_term_span_new (_(term_names[i]), to_date (begins[i]),
                                                 to_date (ends[i]), FALSE));
      g_ptr_array_add (spans, oct_term_span_new (_(holiday_names[i]), to_date (ends[i] + 1),
                                                 to_date (begins[i + 1] - 1), TRUE));
    }
  return spans;
}

/**
 * oct_term_calendar_year_of:
 * @day: a day
 *
 * Returns: the calendar year in which its school year began, 1 September being the first day
 */
int
oct_term_calendar_year_of (OctDate day)
{
  int year = oct_date_year (day);

  return day < oct_date_new (year, 9, 1) ? year - 1 : year;
}
