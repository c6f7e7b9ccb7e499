/* Terms around a day. English terms have no fixed days; months are near enough for a cycle's name
 * and order, and a cycle's days can be changed.
 */

#include "oct-terms.h"

#include <glib/gi18n.h>

/* Autumn from September, spring from January, summer from mid-April. */
static const struct
{
  const char *name;
  int month;
  int day;
  int end_month;
  int end_day;
} terms[] = {
  /* Translators: a term; %d is the year. */
  { N_("Spring %d"), 1, 1, 4, 15 },
  /* Translators: a term; %d is the year. */
  { N_("Summer %d"), 4, 16, 8, 31 },
  /* Translators: a term; %d is the year. */
  { N_("Autumn %d"), 9, 1, 12, 31 },
};

static OctCycle *
make_term (int year, int term)
{
  OctCycle *cycle = g_new0 (OctCycle, 1);

  /* Terms are counted on over the ends of a year. */
  year += term < 0 ? -1 : term / 3;
  term = (term + 3) % 3;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  cycle->name = g_strdup_printf (_(terms[term].name), year);
#pragma GCC diagnostic pop
  cycle->kind = OCT_CYCLE_TERM;
  cycle->starts = oct_date_new (year, terms[term].month, terms[term].day);
  cycle->ends = oct_date_new (year, terms[term].end_month, terms[term].end_day);

  return cycle;
}

static OctCycle *
make_year (OctDate day)
{
  OctCycle *cycle = g_new0 (OctCycle, 1);
  int year = oct_date_year (day);

  if (day < oct_date_new (year, 9, 1))
    year--;
  /* Translators: a school year, such as "School year 2026/27". */
  cycle->name = g_strdup_printf (_("School year %d/%02d"), year, (year + 1) % 100);
  cycle->kind = OCT_CYCLE_YEAR;
  cycle->starts = oct_date_new (year, 9, 1);
  cycle->ends = oct_date_new (year + 1, 8, 31);

  return cycle;
}

/**
 * oct_terms_around:
 * @day: a day
 *
 * Returns: (transfer full) (element-type OctCycle): its term first, then the one before, the one
 *   after, and its school year; none has an id
 */
GPtrArray *
oct_terms_around (OctDate day)
{
  GPtrArray *cycles = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_cycle_free);
  int year = oct_date_year (day);
  int term = 0;

  while (term < 2 && day >= oct_date_new (year, terms[term + 1].month, terms[term + 1].day))
    term++;
  g_ptr_array_add (cycles, make_term (year, term));
  g_ptr_array_add (cycles, make_term (year, term - 1));
  g_ptr_array_add (cycles, make_term (year, term + 1));
  g_ptr_array_add (cycles, make_year (day));

  return cycles;
}
