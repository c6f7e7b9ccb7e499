/* Did it last? See the header. */

#include "oct-recheck.h"

#include "oct-term-calendar.h"

/* The last days of the terms of a school year: of every second half-term. */
static void
append_ends (GArray *ends, int year)
{
  g_autoptr (GPtrArray) spans = oct_term_calendar_compute (year);
  guint half = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const OctTermSpan *span = g_ptr_array_index (spans, i);

      if (span->holiday)
        continue;
      if (half % 2 == 1)
        g_array_append_val (ends, span->ends);
      half++;
    }
}

/**
 * oct_recheck_due:
 * @ended: the day that support ended
 * @terms: after how many terms, 1 or more
 *
 * Terms are those that usually are; a day in a holiday counts with the term before it.
 *
 * Returns: the last day of that term
 */
OctDate
oct_recheck_due (OctDate ended, guint terms)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (OctDate));
  int year = oct_term_calendar_year_of (ended);
  guint next = 0;

  g_return_val_if_fail (ended != OCT_DATE_UNKNOWN && terms > 0, OCT_DATE_UNKNOWN);

  for (guint i = 0; i <= terms / 3 + 1; i++)
    append_ends (ends, year + (int) i);
  /* The first end on or after the day is its own term's. In a holiday that term is over already. */
  while (next < ends->len && g_array_index (ends, OctDate, next) < ended)
    next++;
  if (next > 0)
    {
      g_autoptr (GPtrArray) spans = oct_term_calendar_compute (year);

      for (guint i = 0; i < spans->len; i++)
        {
          const OctTermSpan *span = g_ptr_array_index (spans, i);
          gboolean between = span->holiday && span->starts <= ended && ended <= span->ends;

          /* Half-term holidays lie inside a term. */
          if (between && i % 4 == 3)
            next--;
        }
    }

  return g_array_index (ends, OctDate, next + terms);
}

/**
 * oct_support_wants_rechecks:
 * @book: the book of plans
 * @support: support
 * @today: the day it is
 *
 * Returns: whether it has ended and has no re-checks
 */
gboolean
oct_support_wants_rechecks (OctPlanBook *book, const OctSupport *support, OctDate today)
{
  return support->ends != OCT_DATE_UNKNOWN && support->ends < today
         && oct_plan_book_get_by (book, &oct_recheck_kind, "support_id", support->record.id)->len
              == 0;
}

/**
 * oct_support_schedule_rechecks:
 * @support: support that has ended
 *
 * Returns: (transfer full): the change that adds a re-check after one term and one after three
 */
OctRecordChange *
oct_support_schedule_rechecks (const OctSupport *support)
{
  static const guint terms[] = { 1, 3 };
  OctRecordChange *change = oct_record_change_new ();

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      OctRecheck *recheck = oct_record_new_with_id (&oct_recheck_kind);

      oct_replace (&recheck->support_id, support->record.id);
      recheck->terms = terms[i];
      recheck->due = oct_recheck_due (support->ends, terms[i]);
      oct_record_change_put (change, recheck);
    }

  return change;
}

/**
 * oct_recheck_record:
 * @recheck: a re-check
 * @outcome: whether what support brought held; none opens it again
 * @note: what was seen
 * @on: the day
 *
 * Returns: (transfer full): the re-check as it is then
 */
OctRecheck *
oct_recheck_record (const OctRecheck *recheck, OctOutcome outcome, const char *note, OctDate on)
{
  OctRecheck *copy = oct_record_copy (recheck);

  copy->outcome = outcome;
  copy->done_on = outcome != OCT_OUTCOME_NONE ? on : OCT_DATE_UNKNOWN;
  oct_replace (&copy->note, note);

  return copy;
}
