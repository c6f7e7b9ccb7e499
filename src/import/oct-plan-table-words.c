/* Days, money, figures and statuses as people write them in plans.
 *
 * A day is written 12/12/25, 2025-12-12, 12 December 2025, Dec 2025 or Autumn term. A month or a term
 * means its last day, since a plan says by when; without a year it is the one in the plan's first
 * school year.
 */
#include "oct-plan-table-private.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "oct-fold.h"
#include "oct-term-calendar.h"

static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                      "jul", "aug", "sep", "oct", "nov", "dec" };

/* Whether there is a day of those numbers; a year of two digits is one of this century. */
static gboolean
make_date (int year, int month, int day, OctDate *date)
{
  if (year >= 0 && year < 100)
    year += 2000;
  if (year < 1990 || year > 2100
      || !g_date_valid_dmy ((GDateDay) CLAMP (day, 0, 99), (GDateMonth) CLAMP (month, 0, 99),
                            (GDateYear) year))
    return FALSE;
  *date = oct_date_new (year, month, day);

  return TRUE;
}

/* 31/12/2025, 31.12.25, 31-12-2025. */
static gboolean
parse_numbers (const char *text, OctDate *date)
{
  int day;
  int month;
  int year;
  char first;
  char second;
  int used = 0;

  if (sscanf (text, "%2d%c%2d%c%4d%n", &day, &first, &month, &second, &year, &used) != 5
      || text[used] != '\0' || first != second || strchr ("/.-", first) == NULL || year < 0)
    return FALSE;

  return make_date (year, month, day, date);
}

/* From 1, or 0: a word that begins like a month and is one. */
static int
find_month (const char *word)
{
  static const char *const full[] = { "january",   "february", "march",    "april",
                                      "may",       "june",     "july",     "august",
                                      "september", "october",  "november", "december" };

  for (int i = 0; i < 12; i++)
    if (g_str_has_prefix (word, months[i]) && g_str_has_prefix (full[i], word))
      return i + 1;

  return g_str_equal (word, "sept") ? 9 : 0;
}

/* "12", "12th", "2025" or -1. */
static int
find_number (const char *word)
{
  char *end;
  long number = strtol (word, &end, 10);

  if (end == word || number < 0 || number > 9999)
    return -1;

  return *end == '\0' || (strlen (end) == 2 && strstr ("st nd rd th", end) != NULL) ? (int) number
                                                                                    : -1;
}

/* A term's name in the calendar of half-terms, its last half. */
static gboolean
find_term (const char *term, int half, int starts, OctDate *date)
{
  g_autoptr (GPtrArray) spans = oct_term_calendar_compute (starts);
  gboolean found = FALSE;
  int n = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const OctTermSpan *span = g_ptr_array_index (spans, i);
      g_autofree char *name = oct_fold (span->name);

      if (span->holiday || !g_str_has_prefix (name, term) || (half > 0 && ++n != half))
        continue;
      *date = span->ends;
      found = TRUE;
    }

  return found;
}

/* What the words of a text say of a day. */
typedef struct
{
  int day;
  int month;
  int year;
  int half; /* of a term */
  const char *term;
  gboolean other; /* a word that says something else */
} Said;

static void
hear (Said *said, const char *word)
{
  static const char *const terms[] = { "autumn", "spring", "summer" };
  static const char *const fillers[] = { "term",    "by",        "end",      "of",     "the",
                                         "in",      "half",      "during",   "before", "mon",
                                         "tue",     "wed",       "thu",      "fri",    "monday",
                                         "tuesday", "wednesday", "thursday", "friday", "" };
  int number = find_number (word);

  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (g_str_equal (word, fillers[i]))
      return;
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    if (g_str_equal (word, terms[i]))
      {
        said->other = said->other || said->term != NULL;
        said->term = terms[i];
        return;
      }
  if (find_month (word) > 0 && said->month == 0)
    said->month = find_month (word);
  else if (number >= 1990 && said->year == 0)
    said->year = number;
  else if (number > 0 && number <= 2 && said->term != NULL && said->half == 0)
    said->half = number;
  else if (number > 0 && number <= 31 && said->day == 0 && said->month == 0)
    said->day = number;
  else if (number >= 0 && number < 100 && said->year == 0
           && (said->month > 0 || said->term != NULL))
    said->year = 2000 + number;
  else
    said->other = TRUE;
}

static gboolean
parse_words (const char *text, gint64 starts, OctDate *date)
{
  g_autofree char *folded = oct_fold (text);
  g_auto (GStrv) words = g_strsplit_set (folded, " ,/-", -1);
  Said said = { 0 };

  for (guint i = 0; words[i] != NULL; i++)
    hear (&said, words[i]);
  if (said.other)
    return FALSE;
  if (said.term != NULL && said.month == 0 && said.day == 0)
    {
      int year = (int) starts;

      if (said.year > 0)
        year = g_str_equal (said.term, "autumn") ? said.year : said.year - 1;
      return find_term (said.term, said.half, year, date);
    }
  if (said.month == 0 || said.term != NULL)
    return FALSE;
  if (said.year == 0)
    said.year = (int) starts + (said.month < 9 ? 1 : 0);
  if (said.day == 0)
    said.day = g_date_get_days_in_month ((GDateMonth) said.month, (GDateYear) said.year);

  return make_date (said.year, said.month, said.day, date);
}

gboolean
oct_plan_words_to_date (const char *text, gint64 starts, OctDate *date)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (strlen (stripped) == 10 && oct_date_parse (stripped, 10, date) && *date != OCT_DATE_UNKNOWN)
    return TRUE;

  return parse_numbers (stripped, date) || parse_words (stripped, starts, date);
}

/* A number with commas between thousands and a point; what follows it in @rest. */
static gboolean
parse_number (const char *text, double *value, const char **rest)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  const char *p = text;
  char *end;

  if (*p == '-' || *p == '+')
    g_string_append_c (plain, *p++);
  for (; g_ascii_isdigit (*p) || *p == '.' || (*p == ',' && g_ascii_isdigit (p[1])); p++)
    if (*p != ',')
      g_string_append_c (plain, *p);
  *value = g_ascii_strtod (plain->str, &end);
  *rest = p;

  return plain->len > 0 && *end == '\0' && g_ascii_isdigit (p > text ? p[-1] : ' ')
         && isfinite (*value);
}

gboolean
oct_plan_words_to_pence (const char *text, gint64 *pence)
{
  g_autofree char *folded = g_strstrip (g_utf8_strdown (text, -1));
  const char *start = g_str_has_prefix (folded, "£") ? folded + strlen ("£") : folded;
  const char *rest;
  double value;

  while (*start == ' ')
    start++;
  if (g_str_equal (folded, "nil") || g_str_equal (folded, "none") || g_str_equal (folded, "n/a")
      || g_str_equal (folded, "-"))
    {
      *pence = 0;
      return TRUE;
    }
  if (!parse_number (start, &value, &rest))
    return FALSE;
  if (*rest == 'k' && rest[1] == '\0')
    value *= 1000;
  else if (*rest != '\0')
    return FALSE;
  if (value < 0 || value > 1e10)
    return FALSE;
  *pence = llround (value * 100);

  return TRUE;
}

gboolean
oct_plan_words_to_figure (const char *text, double *value, char **unit)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const char *rest;
  double number;

  if (!parse_number (stripped, &number, &rest))
    return FALSE;
  while (*rest == ' ')
    rest++;
  /* "3 of 14 teachers" is no figure of 3 "of 14 teachers". */
  if (strlen (rest) > 20 || strpbrk (rest, "0123456789/") != NULL)
    return FALSE;
  *value = number;
  *unit = g_strdup (rest);

  return TRUE;
}

gboolean
oct_plan_words_to_status (const char *text, OctActionStatus *status)
{
  static const struct
  {
    const char *word;
    OctActionStatus status;
  } words[] = {
    { "not started", OCT_ACTION_NOT_STARTED },
    { "to do", OCT_ACTION_NOT_STARTED },
    { "in progress", OCT_ACTION_IN_PROGRESS },
    { "started", OCT_ACTION_IN_PROGRESS },
    { "ongoing", OCT_ACTION_IN_PROGRESS },
    { "on track", OCT_ACTION_IN_PROGRESS },
    { "under way", OCT_ACTION_IN_PROGRESS },
    { "complete", OCT_ACTION_COMPLETE },
    { "completed", OCT_ACTION_COMPLETE },
    { "done", OCT_ACTION_COMPLETE },
    { "achieved", OCT_ACTION_COMPLETE },
    { "not required", OCT_ACTION_NOT_REQUIRED },
    { "cannot progress", OCT_ACTION_CANNOT_PROGRESS },
    { "cannot start yet", OCT_ACTION_CANNOT_START },
  };
  g_autofree char *folded = oct_fold (text);

  g_strstrip (folded);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (folded, words[i].word))
      {
        *status = words[i].status;
        return TRUE;
      }

  return FALSE;
}
