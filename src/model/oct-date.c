/* Days: reading the three ways in which public files write them, and writing them for people.
 *
 * An import reads some 400,000 of them, so the parser looks at bytes and nothing else. It accepts
 * a four-digit year only: a file with two-digit years is ambiguous and better refused.
 */
#include "oct-date.h"

#include <string.h>

/* The day by which the register says "not known". */
#define NOT_RECORDED 19000101

static gboolean
is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
days_in_month (int year, int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (month == 2 && is_leap_year (year))
    return 29;
  return days[month - 1];
}

/* The number of a day counted from 1 March of the year 0, by which days can be subtracted. */
static int
day_number (OctDate date)
{
  int year = date / 10000;
  int month = date / 100 % 100;
  int day = date % 100;

  if (month <= 2)
    {
      year--;
      month += 12;
    }
  return 365 * year + year / 4 - year / 100 + year / 400 + (153 * (month - 3) + 2) / 5 + day - 1;
}

/**
 * oct_date_new:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the day, or %OCT_DATE_UNKNOWN where the calendar has no such day
 */
OctDate
oct_date_new (int year, int month, int day)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1)
    return OCT_DATE_UNKNOWN;
  if (day > days_in_month (year, month))
    return OCT_DATE_UNKNOWN;
  return year * 10000 + month * 100 + day;
}

/* Reads @count digits at @text. Returns -1 where one of them isn't a digit. */
static inline int
read_digits (const char *text, int count)
{
  int value = 0;

  for (int i = 0; i < count; i++)
    {
      guint digit = (guint) ((guchar) text[i] - '0');

      if (digit > 9)
        return -1;
      value = value * 10 + (int) digit;
    }
  return value;
}

/* Splits @text into the three numbers of a day by its length and its separators. */
static gboolean
split (const char *text, gsize length, int *year, int *month, int *day)
{
  if (length == 8)
    {
      *year = read_digits (text, 4);
      *month = read_digits (text + 4, 2);
      *day = read_digits (text + 6, 2);
      return TRUE;
    }
  if (length != 10)
    return FALSE;
  if (text[4] == '-' && text[7] == '-')
    {
      *year = read_digits (text, 4);
      *month = read_digits (text + 5, 2);
      *day = read_digits (text + 8, 2);
      return TRUE;
    }
  if ((text[2] == '-' || text[2] == '/') && text[5] == text[2])
    {
      *day = read_digits (text, 2);
      *month = read_digits (text + 3, 2);
      *year = read_digits (text + 6, 4);
      return TRUE;
    }
  return FALSE;
}

/**
 * oct_date_parse:
 * @text: a day as dd-mm-yyyy, dd/mm/yyyy, yyyy-mm-dd or yyyymmdd; it need not end with a NUL
 * @length: the bytes of @text, or -1 where a NUL ends it
 * @date: (out): the day; %OCT_DATE_UNKNOWN for an empty text and for 1 January 1900, by which the
 *   register says "not known", and where the text can't be read
 *
 * Blanks before and after are ignored.
 *
 * Returns: %FALSE where @text is neither empty nor a day of the calendar
 */
gboolean
oct_date_parse (const char *text, gssize length, OctDate *date)
{
  gsize n;
  int year, month, day;

  *date = OCT_DATE_UNKNOWN;
  if (text == NULL)
    return TRUE;

  n = length < 0 ? strlen (text) : (gsize) length;
  while (n > 0 && (*text == ' ' || *text == '\t'))
    {
      text++;
      n--;
    }
  while (n > 0 && (text[n - 1] == ' ' || text[n - 1] == '\t' || text[n - 1] == '\r'))
    n--;
  if (n == 0)
    return TRUE;

  if (!split (text, n, &year, &month, &day))
    return FALSE;
  *date = oct_date_new (year, month, day);
  if (*date == OCT_DATE_UNKNOWN)
    return FALSE;
  if (*date == NOT_RECORDED)
    *date = OCT_DATE_UNKNOWN;
  return TRUE;
}

/**
 * oct_date_today:
 *
 * Returns: the day it is here
 */
OctDate
oct_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (now == NULL)
    return OCT_DATE_UNKNOWN;
  return oct_date_new (g_date_time_get_year (now), g_date_time_get_month (now),
                       g_date_time_get_day_of_month (now));
}

/**
 * oct_date_year:
 *
 * Returns: the year of @date, or 0 where it isn't known
 */
int
oct_date_year (OctDate date)
{
  return date / 10000;
}

/**
 * oct_date_days_between:
 * @from: a day
 * @to: a day
 *
 * Returns: the days from @from to @to, negative where @to is earlier, 0 where one isn't known
 */
int
oct_date_days_between (OctDate from, OctDate to)
{
  if (from == OCT_DATE_UNKNOWN || to == OCT_DATE_UNKNOWN)
    return 0;
  return day_number (to) - day_number (from);
}

/**
 * oct_date_to_iso:
 *
 * Returns: (transfer full): @date as yyyy-mm-dd, or "" where it isn't known
 */
char *
oct_date_to_iso (OctDate date)
{
  if (date == OCT_DATE_UNKNOWN)
    return g_strdup ("");
  return g_strdup_printf ("%04d-%02d-%02d", date / 10000, date / 100 % 100, date % 100);
}

/**
 * oct_date_to_text:
 *
 * Returns: (transfer full): @date for people, such as "21 January 2025", or "" where it isn't known
 */
char *
oct_date_to_text (OctDate date)
{
  g_autoptr (GDateTime) day = NULL;

  if (date == OCT_DATE_UNKNOWN)
    return g_strdup ("");
  day = g_date_time_new_utc (date / 10000, date / 100 % 100, date % 100, 12, 0, 0);
  if (day == NULL)
    return oct_date_to_iso (date);
  return g_date_time_format (day, "%-d %B %Y");
}
