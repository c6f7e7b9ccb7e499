/* Did it last? See the header. */

#include "oct-recheck.h"

#include "oct-plan-terms.h"

/**
 * oct_recheck_due:
 * @book: the book of plans, with the terms that the trust has set
 * @ended: the day that support ended
 * @terms: after how many terms, 1 or more
 *
 * Terms are the trust's own where it has set them, else those that usually are; a day in a holiday
 * counts with the term before it.
 *
 * Returns: the last day of that term
 */
OctDate
oct_recheck_due (OctPlanBook *book, OctDate ended, guint terms)
{
  g_autoptr (GArray) whole = NULL;
  guint own = 0;

  g_return_val_if_fail (ended != OCT_DATE_UNKNOWN && terms > 0, OCT_DATE_UNKNOWN);

  /* From the school year before, whose summer may not be over. */
  whole = oct_plan_whole_terms (book, oct_term_calendar_year_of (ended) - 1, terms / 3 + 4);
  for (guint i = 0; i < whole->len; i++)
    if (g_array_index (whole, OctWholeTerm, i).starts <= ended)
      own = i;
  own = MIN (own + terms, whole->len - 1);

  return g_array_index (whole, OctWholeTerm, own).ends;
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
 * @book: the book of plans
 * @support: support that has ended
 *
 * Returns: (transfer full): the change that adds a re-check after one term and one after three
 */
OctRecordChange *
oct_support_schedule_rechecks (OctPlanBook *book, const OctSupport *support)
{
  static const guint terms[] = { 1, 3 };
  OctRecordChange *change = oct_record_change_new ();

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      OctRecheck *recheck = oct_record_new_with_id (&oct_recheck_kind);

      oct_replace (&recheck->support_id, support->record.id);
      recheck->terms = terms[i];
      recheck->due = oct_recheck_due (book, support->ends, terms[i]);
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

/**
 * oct_recheck_answer:
 * @book: the book of plans
 * @recheck: a re-check
 * @outcome: whether what support brought held
 * @learnt: what was learnt, or ""
 * @on: the day
 *
 * Returns: (transfer full): the change: what was learnt stands with the re-check, and with the support
 *   that it is about
 */
OctRecordChange *
oct_recheck_answer (OctPlanBook *book, const OctRecheck *recheck, OctOutcome outcome,
                    const char *learnt, OctDate on)
{
  const OctSupport *support = oct_plan_book_find (book, &oct_support_kind, recheck->support_id);
  OctRecordChange *change = oct_record_change_new ();
  OctSupport *copy;

  oct_record_change_put (change, oct_recheck_record (recheck, outcome, learnt, on));
  if (*learnt == '\0' || support == NULL)
    return change;
  copy = oct_record_change_put (change, oct_record_copy (support));
  g_free (copy->learnt);
  copy->learnt = *support->learnt != '\0' ? g_strdup_printf ("%s\n%s", support->learnt, learnt)
                                          : g_strdup (learnt);

  return change;
}

static void
add_line (GPtrArray *lines, OctRecheckState state, const OctSupport *support,
          const OctRecheck *recheck)
{
  OctRecheckLine *line = g_new0 (OctRecheckLine, 1);

  line->state = state;
  line->support = support;
  line->recheck = recheck;
  g_ptr_array_add (lines, line);
}

static OctDate
get_day (const OctRecheckLine *line)
{
  if (line->recheck == NULL)
    return line->support->ends;

  return line->state == OCT_RECHECK_FOUND ? line->recheck->done_on : line->recheck->due;
}

/* What was found last stands first among what was found. */
static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const OctRecheckLine *one = *(const OctRecheckLine *const *) a;
  const OctRecheckLine *other = *(const OctRecheckLine *const *) b;
  OctDate first = get_day (one), second = get_day (other);

  if (one->state != other->state)
    return (int) one->state - (int) other->state;
  if (first != second)
    return (first < second) != (one->state == OCT_RECHECK_FOUND) ? -1 : 1;

  return g_strcmp0 (one->support->record.id, other->support->record.id);
}

/**
 * oct_rechecks_collect:
 * @book: the book of plans
 * @today: the day it is
 *
 * Returns: (transfer full) (element-type OctRecheckLine): what is due, what comes, what nobody has
 *   scheduled, and what was found
 */
GPtrArray *
oct_rechecks_collect (OctPlanBook *book, OctDate today)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *all = oct_plan_book_get_all (book, &oct_support_kind);

  for (guint i = 0; i < all->len; i++)
    {
      const OctSupport *support = g_ptr_array_index (all, i);
      GPtrArray *rechecks = oct_plan_book_get_by (book, &oct_recheck_kind, "support_id",
                                                  support->record.id);

      if (oct_support_wants_rechecks (book, support, today))
        add_line (lines, OCT_RECHECK_WANTED, support, NULL);
      for (guint j = 0; j < rechecks->len; j++)
        {
          const OctRecheck *recheck = g_ptr_array_index (rechecks, j);

          if (recheck->done_on != OCT_DATE_UNKNOWN)
            add_line (lines, OCT_RECHECK_FOUND, support, recheck);
          else
            add_line (lines, recheck->due <= today ? OCT_RECHECK_DUE : OCT_RECHECK_COMING, support,
                      recheck);
        }
    }
  g_ptr_array_sort (lines, compare_lines);

  return lines;
}
