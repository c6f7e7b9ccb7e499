/* The terms of the trust; see the header. A trust may set three terms, six halves or another number:
 * what ends by mid-January is autumn, what ends by the end of April spring, the rest summer.
 */

#include "oct-plan-terms.h"

/**
 * oct_plan_term_year_of:
 * @term: a term or a holiday; some begin in August, and the summer holiday may end in September
 *
 * Returns: the calendar year in which the school year began that its middle lies in
 */
int
oct_plan_term_year_of (const OctTerm *term)
{
  GDate middle;

  g_date_clear (&middle, 1);
  g_date_set_dmy (&middle, (GDateDay) (term->starts % 100), (GDateMonth) (term->starts / 100 % 100),
                  (GDateYear) (term->starts / 10000));
  g_date_add_days (&middle, (guint) MAX (oct_date_days_between (term->starts, term->ends), 0) / 2);

  return oct_term_calendar_year_of (oct_date_new (
    g_date_get_year (&middle), (int) g_date_get_month (&middle), g_date_get_day (&middle)));
}

static int
compare_spans (gconstpointer first, gconstpointer second)
{
  const OctTermSpan *a = *(const OctTermSpan *const *) first;
  const OctTermSpan *b = *(const OctTermSpan *const *) second;

  return (a->starts > b->starts) - (a->starts < b->starts);
}

/**
 * oct_plan_terms_of_year:
 * @book: the book of plans
 * @year: the calendar year in which the school year begins, 1 to 9998
 * @own: (out) (optional): whether the trust has set them
 *
 * Returns: (transfer full) (element-type OctTermSpan): the terms and holidays, the earliest first
 */
GPtrArray *
oct_plan_terms_of_year (OctPlanBook *book, int year, gboolean *own)
{
  GPtrArray *all, *spans = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_term_span_free);

  g_return_val_if_fail (OCT_IS_PLAN_BOOK (book), spans);

  all = oct_plan_book_get_all (book, &oct_term_kind);
  for (guint i = 0; i < all->len; i++)
    {
      const OctTerm *term = g_ptr_array_index (all, i);

      if (oct_plan_term_year_of (term) == year)
        g_ptr_array_add (spans, oct_term_span_new (term->name, term->starts, term->ends,
                                                   term->term == OCT_TERM_HOLIDAY));
    }
  if (own != NULL)
    *own = spans->len > 0;
  if (spans->len == 0)
    {
      g_ptr_array_unref (spans);
      return oct_term_calendar_compute (year);
    }
  g_ptr_array_sort (spans, compare_spans);

  return spans;
}

/* Autumn, spring or summer: 0, 1, 2. */
static guint
get_season (const OctTermSpan *span, int year)
{
  if (span->ends <= oct_date_new (year + 1, 1, 15))
    return 0;

  return span->ends <= oct_date_new (year + 1, 4, 30) ? 1 : 2;
}

/* Returns how many there were. */
static guint
append_seasons (GArray *terms, GPtrArray *spans, int year)
{
  OctWholeTerm seasons[3] = { { OCT_DATE_UNKNOWN, OCT_DATE_UNKNOWN } };
  guint before = terms->len;

  for (guint i = 0; i < spans->len; i++)
    {
      const OctTermSpan *span = g_ptr_array_index (spans, i);
      OctWholeTerm *season = &seasons[get_season (span, year)];

      if (span->holiday)
        continue;
      if (season->starts == OCT_DATE_UNKNOWN)
        season->starts = span->starts;
      season->ends = MAX (season->ends, span->ends);
    }
  for (guint i = 0; i < G_N_ELEMENTS (seasons); i++)
    if (seasons[i].starts != OCT_DATE_UNKNOWN)
      g_array_append_val (terms, seasons[i]);

  return terms->len - before;
}

/**
 * oct_plan_whole_terms:
 * @book: the book of plans
 * @year: the calendar year in which the first school year begins
 * @n_years: how many school years
 *
 * A year for which the trust has set holidays alone has the usual terms.
 *
 * Returns: (transfer full) (element-type OctWholeTerm): their terms, the earliest first
 */
GArray *
oct_plan_whole_terms (OctPlanBook *book, int year, guint n_years)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (OctWholeTerm));

  for (guint i = 0; i < n_years; i++)
    {
      g_autoptr (GPtrArray) spans = oct_plan_terms_of_year (book, year + (int) i, NULL);
      g_autoptr (GPtrArray) usual = NULL;

      if (append_seasons (terms, spans, year + (int) i) > 0)
        continue;
      usual = oct_term_calendar_compute (year + (int) i);
      append_seasons (terms, usual, year + (int) i);
    }

  return terms;
}
