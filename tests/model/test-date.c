/* Days are read from all three ways in which public files write them, and nothing that isn't a day
 * gets through as one.
 */
#include "oct-date.h"
#include "oct-recheck.h"
#include "oct-term-calendar.h"

static void
assert_reads (const char *text, OctDate expected)
{
  OctDate date = -1;

  g_assert_true (oct_date_parse (text, -1, &date));
  g_assert_cmpint (date, ==, expected);
}

static void
assert_refuses (const char *text)
{
  OctDate date = -1;

  g_assert_false (oct_date_parse (text, -1, &date));
  g_assert_cmpint (date, ==, OCT_DATE_UNKNOWN);
}

static void
test_forms (void)
{
  assert_reads ("21-01-2025", 20250121);
  assert_reads ("21/01/2025", 20250121);
  assert_reads ("2025-01-21", 20250121);
  assert_reads ("20250121", 20250121);
  assert_reads (" 21-01-2025\r", 20250121);
  assert_reads ("29-02-2024", 20240229);
  assert_reads ("29-02-2000", 20000229);
}

static void
test_unknown (void)
{
  OctDate date = -1;

  assert_reads ("", OCT_DATE_UNKNOWN);
  assert_reads ("   ", OCT_DATE_UNKNOWN);
  assert_reads ("01-01-1900", OCT_DATE_UNKNOWN);
  assert_reads ("1900-01-01", OCT_DATE_UNKNOWN);
  g_assert_true (oct_date_parse (NULL, -1, &date));
  g_assert_cmpint (date, ==, OCT_DATE_UNKNOWN);
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "31-02-2025",      "29-02-2023", "29-02-1900",  "31/04/2025", "00-01-2025", "01-13-2025",
    "01-00-2025",      "2025-13-01", "20250230",    "01-01-0000", "1-1-2025",   "21-01-25",
    "21-01/2025",      "21.01.2025", "2025/01/21",  "2025-01-2x", "2 -01-2025", "+1-01-2025",
    "21 January 2025", "NULL",       "21-01-20255",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refuses (texts[i]);
}

static void
test_length (void)
{
  OctDate date;

  g_assert_true (oct_date_parse ("21-01-2025,next", 10, &date));
  g_assert_cmpint (date, ==, 20250121);
  g_assert_true (oct_date_parse ("21-01-2025", 0, &date));
  g_assert_cmpint (date, ==, OCT_DATE_UNKNOWN);
  g_assert_false (oct_date_parse ("21-01-2025", 9, &date));
}

static void
test_words (void)
{
  g_autofree char *text = oct_date_to_text (20250121);
  g_autofree char *early = oct_date_to_text (20260903);
  g_autofree char *iso = oct_date_to_iso (20250121);
  g_autofree char *none = oct_date_to_text (OCT_DATE_UNKNOWN);
  g_autofree char *none_iso = oct_date_to_iso (OCT_DATE_UNKNOWN);

  g_assert_cmpstr (text, ==, "21 January 2025");
  g_assert_cmpstr (early, ==, "3 September 2026");
  g_assert_cmpstr (iso, ==, "2025-01-21");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (none_iso, ==, "");
  g_assert_cmpint (oct_date_year (20250121), ==, 2025);
  g_assert_cmpint (oct_date_year (OCT_DATE_UNKNOWN), ==, 0);
}

static void
test_days_between (void)
{
  g_assert_cmpint (oct_date_days_between (20241124, 20250121), ==, 58);
  g_assert_cmpint (oct_date_days_between (20250121, 20241124), ==, -58);
  g_assert_cmpint (oct_date_days_between (20240228, 20240301), ==, 2);
  g_assert_cmpint (oct_date_days_between (20230228, 20230301), ==, 1);
  g_assert_cmpint (oct_date_days_between (20000101, 20010101), ==, 366);
  g_assert_cmpint (oct_date_days_between (OCT_DATE_UNKNOWN, 20010101), ==, 0);

  /* Every day of four centuries, against GLib's calendar. */
  for (guint32 julian = 600000; julian < 600000 + 146097; julian += 97)
    {
      GDate day, next;

      g_date_clear (&day, 1);
      g_date_clear (&next, 1);
      g_date_set_julian (&day, julian);
      g_date_set_julian (&next, julian + 97);
      g_assert_cmpint (oct_date_days_between (
                         oct_date_new (g_date_get_year (&day), (int) g_date_get_month (&day),
                                       g_date_get_day (&day)),
                         oct_date_new (g_date_get_year (&next), (int) g_date_get_month (&next),
                                       g_date_get_day (&next))),
                       ==, 97);
    }
}

/* Every day number from 1899 to 2101 is accepted exactly where GLib's calendar has that day. */
static void
test_calendar (void)
{
  for (int year = 1899; year <= 2101; year++)
    for (int month = 0; month <= 13; month++)
      for (int day = 0; day <= 32; day++)
        {
          g_autofree char *text = g_strdup_printf ("%02d-%02d-%04d", day, month, year);
          gboolean valid = month > 0 && g_date_valid_dmy (day, (GDateMonth) month, year);
          OctDate expected = valid ? year * 10000 + month * 100 + day : 0;
          OctDate date;

          if (expected == 19000101)
            expected = OCT_DATE_UNKNOWN;
          g_assert_cmpint (oct_date_parse (text, -1, &date), ==, valid);
          g_assert_cmpint (date, ==, expected);
        }
}

static void
test_today (void)
{
  OctDate today = oct_date_today ();

  g_assert_cmpint (today, >, 20240101);
  g_assert_cmpint (oct_date_new (today / 10000, today / 100 % 100, today % 100), ==, today);
}

/* The usual terms of a year, by hand, and what holds of every year's. */
static void
test_terms (void)
{
  static const OctDate starts[] = { 20250901, 20251025, 20251103, 20251220, 20260105, 20260214,
                                    20260223, 20260328, 20260413, 20260523, 20260601, 20260723 };
  g_autoptr (GPtrArray) year = oct_term_calendar_compute (2025);

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    g_assert_cmpint (((OctTermSpan *) g_ptr_array_index (year, i))->starts, ==, starts[i]);
  for (int i = 1990; i < 2100; i++)
    {
      g_autoptr (GPtrArray) spans = oct_term_calendar_compute (i),
                            next = oct_term_calendar_compute (i + 1);
      const OctTermSpan *last = g_ptr_array_index (spans, 11), *first = g_ptr_array_index (next, 0);

      g_assert_cmpint (oct_date_days_between (last->ends, first->starts), ==, 1);
      for (guint j = 0; j < spans->len; j++)
        {
          const OctTermSpan *span = g_ptr_array_index (spans, j);
          int days = oct_date_days_between (span->starts, span->ends) + 1;

          g_assert_cmpint (span->holiday, ==, j % 2);
          g_assert_cmpint (days, >=, span->holiday ? 9 : 21);
          g_assert_cmpint (days, <=, 62);
          if (j > 0)
            g_assert_cmpint (
              oct_date_days_between (((OctTermSpan *) g_ptr_array_index (spans, j - 1))->ends,
                                     span->starts),
              ==, 1);
        }
    }
  g_assert_cmpint (oct_term_calendar_year_of (20260831), ==, 2025);
  g_assert_cmpint (oct_term_calendar_year_of (20260901), ==, 2026);
}

/* Support that ended in the autumn is looked at again at the end of spring, and a year later. A half-term
 * lies inside its term; a day in a long holiday counts with the term before it. */
static void
test_recheck (void)
{
  g_autoptr (OctPlanBook) book = oct_plan_book_new_empty ();
  OctDate in_term = oct_recheck_due (book, 20251114, 1);
  OctDate in_holiday = oct_recheck_due (book, 20251228, 1);

  g_assert_cmpint (in_term, >, 20260301);
  g_assert_cmpint (in_term, <, 20260415);
  g_assert_cmpint (in_holiday, ==, in_term);
  g_assert_cmpint (oct_recheck_due (book, 20251029, 1), ==, in_term);
  g_assert_cmpint (oct_recheck_due (book, 20251114, 3) / 100, ==, 202612);
  /* From summer into the next school years. */
  g_assert_cmpint (oct_recheck_due (book, 20260810, 1) / 100, ==, 202612);
  g_assert_cmpint (oct_recheck_due (book, 20260810, 3) / 100, ==, 202707);
  g_assert_cmpint (oct_recheck_due (book, 20260810, 1), ==, oct_recheck_due (book, 20260706, 1));
}

static void
add_term (OctRecordChange *change, const char *name, OctDate starts, OctDate ends)
{
  OctTerm *term = oct_record_change_put (change, oct_record_new (&oct_term_kind));

  oct_replace (&term->name, name);
  term->starts = starts;
  term->ends = ends;
}

/* A trust that has set its terms, three or six, is held to them; other years are the usual ones. */
static void
test_recheck_own_terms (void)
{
  g_autoptr (OctPlanBook) usual = oct_plan_book_new_empty ();
  g_autoptr (OctRecordChange) three = oct_record_change_new ();
  g_autoptr (OctRecordChange) six = oct_record_change_new ();
  g_autoptr (OctRecordChange) holidays = oct_record_change_new ();
  g_autoptr (OctPlanBook) book = NULL;

  add_term (three, "Autumn", 20250828, 20251212);
  add_term (three, "Spring", 20260107, 20260417);
  add_term (three, "Summer", 20260505, 20260710);
  book = oct_plan_book_apply (usual, three);
  g_assert_cmpint (oct_recheck_due (book, 20251114, 1), ==, 20260417);
  g_assert_cmpint (oct_recheck_due (book, 20251220, 1), ==, 20260417);
  g_assert_cmpint (oct_recheck_due (book, 20251114, 2), ==, 20260710);
  g_assert_cmpint (oct_recheck_due (book, 20250830, 1), ==, 20260417);
  g_assert_cmpint (oct_recheck_due (book, 20251114, 3), ==, oct_recheck_due (usual, 20251114, 3));
  g_clear_object (&book);
  add_term (six, "1", 20250903, 20251017);
  add_term (six, "2", 20251103, 20251219);
  add_term (six, "3", 20260105, 20260213);
  add_term (six, "4", 20260223, 20260401);
  add_term (six, "5", 20260420, 20260522);
  add_term (six, "6", 20260601, 20260717);
  book = oct_plan_book_apply (usual, six);
  g_assert_cmpint (oct_recheck_due (book, 20251025, 1), ==, 20260401);
  g_assert_cmpint (oct_recheck_due (book, 20260410, 1), ==, 20260717);
  /* A list of holidays alone says nothing of terms. */
  for (int year = 2023; year < 2030; year++)
    add_term (holidays, "Christmas", oct_date_new (year, 12, 20), oct_date_new (year + 1, 1, 3));
  for (guint i = 0; i < holidays->puts->len; i++)
    ((OctTerm *) g_ptr_array_index (holidays->puts, i))->term = OCT_TERM_HOLIDAY;
  g_clear_object (&book);
  book = oct_plan_book_apply (usual, holidays);
  g_assert_cmpint (oct_recheck_due (book, 20251114, 1), ==, oct_recheck_due (usual, 20251114, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/forms", test_forms);
  g_test_add_func ("/date/unknown", test_unknown);
  g_test_add_func ("/date/refused", test_refused);
  g_test_add_func ("/date/length", test_length);
  g_test_add_func ("/date/words", test_words);
  g_test_add_func ("/date/days-between", test_days_between);
  g_test_add_func ("/date/calendar", test_calendar);
  g_test_add_func ("/date/today", test_today);

  g_test_add_func ("/date/terms", test_terms);
  g_test_add_func ("/date/looked-at-again-after-terms", test_recheck);
  g_test_add_func ("/date/looked-at-again-after-own-terms", test_recheck_own_terms);

  return g_test_run ();
}
