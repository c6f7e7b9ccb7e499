/* A review as a paper; see the header. */

#include "oct-review-paper.h"

#include <glib/gi18n.h>
#include <math.h>

#include "oct-plan-names.h"

/* The shapes that pictures give to ratings, as letters that every font has. */
static const char *const shapes[] = { "", "■", "▲", "●" };

/**
 * oct_progress_dup_rating:
 * @progress: a progress
 *
 * Returns: (transfer full): its rating and direction by shape and word
 */
char *
oct_progress_dup_rating (const OctProgress *progress)
{
  const char *rating = oct_choice_to_text (oct_ratings, (int) progress->rating);

  if (progress->rating == OCT_RATING_NONE)
    return g_strdup (_("Passed over"));
  if (progress->direction == OCT_DIRECTION_NONE)
    return g_strdup_printf ("%s %s", shapes[progress->rating], rating);

  return g_strdup_printf ("%s %s · %s", shapes[progress->rating], rating,
                          oct_choice_to_text (oct_directions, (int) progress->direction));
}

static void
add_criterion (GPtrArray *paper, OctPlanBook *book, const OctReview *review,
               const OctCriterion *criterion)
{
  GPtrArray *actuals = oct_plan_book_get_children (book, &oct_actual_kind, criterion->record.id);
  g_autofree char *baseline = oct_decimal_to_text (criterion->baseline);
  g_autofree char *target = oct_decimal_to_text (criterion->target);

  for (guint i = 0; i < actuals->len; i++)
    {
      const OctActual *actual = g_ptr_array_index (actuals, i);
      g_autofree char *value = oct_decimal_to_text (actual->value);

      if (g_strcmp0 (actual->review_id, review->record.id) != 0)
        continue;
      /* Translators: what is measured, what it has come to, its unit, where it began and the target. */
      oct_paper_add_format (paper, OCT_PAPER_POINT, _("%s: %s %s (from %s, target %s)"),
                            criterion->measure, value, criterion->unit,
                            baseline[0] != '\0' ? baseline : "–", target[0] != '\0' ? target : "–");
    }
}

static void
add_objective (GPtrArray *paper, OctPlanBook *book, const OctReview *review,
               const OctObjective *objective)
{
  const OctProgress *progress = oct_review_find_progress (book, review, objective->record.id);
  GPtrArray *criteria = oct_plan_book_get_children (book, &oct_criterion_kind,
                                                    objective->record.id);
  g_autofree char *heading = g_strdup_printf ("%s  %s", objective->reference, objective->statement);
  g_autofree char *rating = NULL;

  oct_paper_add (paper, OCT_PAPER_HEADING, g_strstrip (heading));
  if (progress == NULL || !progress->final)
    {
      oct_paper_add (paper, OCT_PAPER_SOFT, _("Not recorded"));
      return;
    }
  rating = oct_progress_dup_rating (progress);
  oct_paper_add (paper, OCT_PAPER_TEXT, rating);
  oct_paper_add (paper, OCT_PAPER_TEXT, progress->skipped);
  oct_paper_add (paper, OCT_PAPER_TEXT, progress->details);
  if (progress->next_step[0] != '\0')
    oct_paper_add_format (paper, OCT_PAPER_TEXT, _("Next step: %s"), progress->next_step);
  for (guint i = 0; i < criteria->len; i++)
    add_criterion (paper, book, review, g_ptr_array_index (criteria, i));
}

static void
add_next (GPtrArray *paper, const OctReview *review)
{
  if (review->next_on != OCT_DATE_UNKNOWN)
    {
      g_autofree char *day = oct_date_to_text (review->next_on);

      oct_paper_add_format (paper, OCT_PAPER_TEXT, _("The next review is on %s."), day);
    }
  else if (review->next_none)
    oct_paper_add (paper, OCT_PAPER_TEXT, _("No further review is needed."));
  oct_paper_add (paper, OCT_PAPER_TEXT, review->next_steps);
}

/**
 * oct_review_to_paper:
 * @assessment: whose schools and people they are
 * @book: the book of plans
 * @review: a review
 *
 * Returns: (transfer full) (element-type OctPaperLine): the review to be read or printed
 */
GPtrArray *
oct_review_to_paper (OctAssessment *assessment, OctPlanBook *book, const OctReview *review)
{
  GPtrArray *paper = oct_paper_new ();
  const OctPlan *plan = oct_plan_book_find (book, &oct_plan_kind, review->plan_id);
  g_autoptr (GPtrArray) objectives = oct_review_get_objectives (book, review);
  g_autofree char *subject = oct_plan_dup_subject (assessment, plan);
  g_autofree char *day = oct_date_to_text (review->on);
  const char *who = oct_person_id_to_text (assessment, review->reviewer_id);

  oct_paper_add_format (paper, OCT_PAPER_TITLE, "%s: %s", subject, plan->title);
  oct_paper_add_pair (paper, OCT_PAPER_TEXT, review->title, day);
  oct_paper_add_pair (paper, OCT_PAPER_SOFT, who,
                      g_str_equal (who, review->role) ? NULL : review->role);
  if (review->next_steps[0] != '\0' || review->next_on != OCT_DATE_UNKNOWN || review->next_none)
    oct_paper_add (paper, OCT_PAPER_HEADING, _("What comes next"));
  add_next (paper, review);
  for (guint i = 0; i < objectives->len; i++)
    add_objective (paper, book, review, g_ptr_array_index (objectives, i));

  return paper;
}
