/* The brief for the next visit to a school: one page of what a visitor has to know.
 *
 * On the left stands the plan: objectives with ratings, success criteria as bullets, what is overdue; on
 * the right what was agreed last time, support and its re-checks, the elements, concerns. Where all of
 * it doesn't fit, lists end with how many more there are, and long texts at a word; each attempt
 * is shorter than the one before, until a page holds it.
 */
#include "oct-visit-brief.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "oct-paper.h"
#include "oct-plan-names.h"
#include "oct-plan-pictures.h"
#include "oct-plan-words.h"
#include "oct-support-work.h"
#include "oct-visit-edits.h"

/* How much stands on the page, from everything to what surely fits: lines of a list, characters of a
 * text. */
static const struct
{
  guint lines;
  glong chars;
} rooms[] = {
  { G_MAXUINT, G_MAXLONG },
  { 12, 500 },
  { 9, 320 },
  { 7, 240 },
  { 6, 200 },
  { 5, 170 },
  { 4, 140 },
  { 3, 110 },
  { 2, 90 },
  { 1, 70 },
};

typedef struct
{
  OctDocument *document;
  OctAssessment *assessment;
  OctPlanBook *book;
  const OctOwnSchool *school;
  GPtrArray *schools; /* this one, for figures */
  GPtrArray *objectives;
  OctDate today;
  guint lines;
  glong chars;
} Brief;

/* Up to the end of a word, and never within one. */
static char *
shorten (const Brief *brief, const char *text)
{
  const char *end;
  g_autofree char *kept = NULL;

  if (g_utf8_strlen (text, -1) <= brief->chars)
    return g_strdup (text);
  end = g_utf8_offset_to_pointer (text, brief->chars);
  while (end > text && !g_ascii_isspace (*end))
    end--;
  /* A word that is longer than all the room stays whole. */
  if (end == text)
    end = text + strcspn (text, " \n\t");
  kept = g_strndup (text, (gsize) (end - text));

  return g_strconcat (g_strchomp (kept), " …", NULL);
}

static void
add (const Brief *brief, OctBlockStyle style, const char *text)
{
  g_autofree char *shortened = shorten (brief, text);

  oct_document_add (brief->document, style, shortened);
}

static void add_format (const Brief *brief, OctBlockStyle style, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

static void
add_format (const Brief *brief, OctBlockStyle style, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  add (brief, style, text);
}

/* A list with its heading, of which as much is shown as there is room for. */
static void
add_list (const Brief *brief, const char *heading, GPtrArray *texts)
{
  guint shown = MIN (texts->len, brief->lines);

  if (texts->len > 0)
    oct_document_add (brief->document, OCT_BLOCK_HEADING, heading);
  for (guint i = 0; i < shown; i++)
    add (brief, OCT_BLOCK_POINT, g_ptr_array_index (texts, i));
  if (texts->len > shown)
    add_format (brief, OCT_BLOCK_NOTE, ngettext ("and %u more", "and %u more", texts->len - shown),
                texts->len - shown);
}

static GPtrArray *
new_texts (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/* --- the head --- */

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
add_facts (const Brief *brief)
{
  const OctOwnSchool *school = brief->school;
  g_autoptr (GPtrArray) parts = new_texts ();
  g_autofree char *line = NULL;

  if (school->phase != OCT_PHASE_NOT_APPLICABLE)
    g_ptr_array_add (parts, g_strdup (oct_phase_label (school->phase)));
  if (*school->town != '\0')
    g_ptr_array_add (parts, g_strdup (school->town));
  if (school->pupils >= 0 && school->capacity > 0)
    /* Translators: pupils, then places. */
    g_ptr_array_add (parts, g_strdup_printf (_("%d pupils in %d places"), school->pupils,
                                             school->capacity));
  else if (school->pupils >= 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%d pupil", "%d pupils", (gulong) school->pupils),
                                      school->pupils));
  if (school->fsm_tenths >= 0)
    /* Translators: a percentage. */
    g_ptr_array_add (parts, g_strdup_printf (_("Eligible for free school meals: %.1f%%"),
                                             school->fsm_tenths / 10.0));
  if (school->joined != OCT_DATE_UNKNOWN)
    {
      g_autofree char *day = oct_date_to_text (school->joined);

      /* Translators: %s is a day. */
      g_ptr_array_add (parts, g_strdup_printf (_("In the trust since %s"), day));
    }
  line = join (parts);
  oct_document_add (brief->document, OCT_BLOCK_TEXT, line);
}

static void
add_next (const Brief *brief, const OctVisit *last)
{
  g_autofree char *day = NULL;

  if (last == NULL || (last->next_on < brief->today && *last->next_focus == '\0'))
    return;
  day = oct_date_to_text (last->next_on);
  if (last->next_on >= brief->today && *last->next_focus != '\0')
    /* Translators: a day, and what the visit looks at. */
    add_format (brief, OCT_BLOCK_SUBHEADING, _("Next visit on %s: %s"), day, last->next_focus);
  else if (last->next_on >= brief->today)
    add_format (brief, OCT_BLOCK_SUBHEADING, _("Next visit on %s"), day);
  else
    /* Translators: what the next visit looks at. */
    add_format (brief, OCT_BLOCK_SUBHEADING, _("To look at next: %s"), last->next_focus);
}

/* --- the plan --- */

static void
add_objective (const Brief *brief, const OctPlanReader *reader, const OctObjective *objective)
{
  OctStanding standing;
  g_autofree char *statement = shorten (brief, objective->statement);
  g_autofree char *since = oct_plan_words_standing (reader, objective);
  g_autofree char *next = NULL;
  g_autofree char *text = NULL;
  const char *direction = "";

  oct_objective_get_standing (brief->book, objective, &standing);
  if (standing.progress != NULL && standing.progress->direction != OCT_DIRECTION_NONE)
    direction = oct_choice_to_text (oct_directions, (int) standing.progress->direction);
  if (standing.progress != NULL && *standing.progress->next_step != '\0')
    {
      g_autofree char *step = shorten (brief, standing.progress->next_step);

      /* Translators: %s is what is done next. */
      next = g_strdup_printf (_("Next step: %s"), step);
    }
  text = g_strdup_printf ("%s  %s\n%s%s%s%s%s", objective->reference, statement, since,
                          *direction != '\0' ? " · " : "", direction, next != NULL ? "\n" : "",
                          next != NULL ? next : "");
  oct_document_add_rated_point (brief->document, text,
                                (OctRatingMark) oct_standing_get_rating (&standing));
}

static void
add_plan_name (const Brief *brief, const OctPlan *plan)
{
  g_autofree char *years = oct_plan_years_to_text (plan);
  OctDate next = oct_plan_get_next_review (brief->book, plan->record.id, NULL);
  g_autofree char *day = next != OCT_DATE_UNKNOWN ? oct_date_to_text (next) : NULL;
  const char *status = oct_choice_to_text (oct_plan_statuses, (int) plan->status);

  if (day != NULL)
    /* Translators: title, school years and status of a plan, and the day of its next review. */
    add_format (brief, OCT_BLOCK_SUBHEADING, _("%s · %s · %s · next review %s"), plan->title, years,
                status, day);
  else
    add_format (brief, OCT_BLOCK_SUBHEADING, "%s · %s · %s", plan->title, years, status);
}

static void
add_plans (const Brief *brief)
{
  const OctPlanReader reader = { .book = brief->book,
                                 .people = oct_assessment_get_people (brief->assessment),
                                 .schools = brief->schools,
                                 .today = brief->today };
  guint shown = MIN (brief->objectives->len, brief->lines);
  const OctPlan *plan = NULL;

  oct_document_add (brief->document, OCT_BLOCK_HEADING, _("The plan"));
  if (brief->objectives->len == 0)
    oct_document_add (brief->document, OCT_BLOCK_TEXT, _("No plan of the school is in work."));
  for (guint i = 0; i < shown; i++)
    {
      const OctObjective *objective = g_ptr_array_index (brief->objectives, i);

      if (oct_objective_get_plan (brief->book, objective) != plan)
        {
          plan = oct_objective_get_plan (brief->book, objective);
          add_plan_name (brief, plan);
        }
      add_objective (brief, &reader, objective);
    }
  if (brief->objectives->len > shown)
    add_format (brief, OCT_BLOCK_NOTE,
                ngettext ("and %u more objective", "and %u more objectives",
                          brief->objectives->len - shown),
                brief->objectives->len - shown);
}

/* Where the success criteria are, as far as there is room. */
static void
add_bullets (const Brief *brief)
{
  g_autoptr (OctBulletChart) chart = oct_bullet_chart_new ();
  double width = oct_document_side_width (OCT_SIDE_LEFT,
                                          OCT_DOCUMENT_WIDTH - 2 * OCT_DOCUMENT_MARGIN);
  OctChartTheme theme;
  guint n = 0;
  guint shown = 0;

  for (guint i = 0; i < brief->objectives->len; i++)
    {
      const OctObjective *objective = g_ptr_array_index (brief->objectives, i);
      GPtrArray *criteria = oct_plan_book_get_children (brief->book, &oct_criterion_kind,
                                                        objective->record.id);

      for (guint j = 0; j < criteria->len; j++, n++)
        if (n < brief->lines)
          {
            oct_plan_picture_add_criterion (chart, brief->book, g_ptr_array_index (criteria, j),
                                            brief->schools, NULL, NULL);
            shown++;
          }
    }
  if (n == 0)
    return;
  oct_document_add (brief->document, OCT_BLOCK_HEADING, _("Success criteria"));
  oct_bullet_chart_set_today (chart, brief->today);
  oct_chart_theme_init (&theme, OCT_THEME_PRINT, 1.0, NULL);
  oct_document_add_chart (brief->document, OCT_CHART (chart),
                          oct_chart_natural_height (OCT_CHART (chart), width, &theme));
  if (n > shown)
    add_format (brief, OCT_BLOCK_NOTE, ngettext ("and %u more", "and %u more", n - shown),
                n - shown);
}

/* Translators: an action or a milestone, when it was due, who owns it. */
#define OVERDUE N_ ("%s – due %s. %s")

static void
add_overdue (const Brief *brief)
{
  g_autoptr (GPtrArray) texts = new_texts ();

  for (guint i = 0; i < brief->objectives->len; i++)
    {
      const OctObjective *objective = g_ptr_array_index (brief->objectives, i);
      GPtrArray *actions = oct_plan_book_get_children (brief->book, &oct_action_kind,
                                                       objective->record.id);
      GPtrArray *milestones = oct_plan_book_get_children (brief->book, &oct_milestone_kind,
                                                          objective->record.id);

      for (guint j = 0; j < actions->len; j++)
        {
          const OctAction *action = g_ptr_array_index (actions, j);
          g_autofree char *day = oct_date_to_text (action->due);
          g_autofree char *text = shorten (brief, action->text);

          if (oct_action_is_overdue (action, brief->today))
            g_ptr_array_add (
              texts, g_strdup_printf (_ (OVERDUE), text, day,
                                      oct_person_id_to_text (brief->assessment, action->owner_id)));
        }
      for (guint j = 0; j < milestones->len; j++)
        {
          const OctMilestone *milestone = g_ptr_array_index (milestones, j);
          g_autofree char *day = oct_date_to_text (milestone->due);
          g_autofree char *text = shorten (brief, milestone->title);

          if (oct_milestone_is_overdue (milestone, brief->today))
            g_ptr_array_add (texts, g_strdup_printf (_ (OVERDUE), text, day, _("Milestone")));
        }
    }
  add_list (brief, _("Overdue"), texts);
}

/* --- beside it --- */

static void
add_last_visit (const Brief *brief, const OctVisit *last)
{
  g_autoptr (GPtrArray) texts = new_texts ();
  GPtrArray *points;
  g_autofree char *day = NULL;

  if (last == NULL)
    return;
  day = oct_date_to_text (last->on);
  /* Translators: %s is a day. */
  add_format (brief, OCT_BLOCK_HEADING, _("Last visit, %s"), day);
  add (brief, OCT_BLOCK_TEXT, last->seen);
  points = oct_plan_book_get_children (brief->book, &oct_visit_point_kind, last->record.id);
  for (guint i = 0; i < points->len; i++)
    {
      const OctVisitPoint *point = g_ptr_array_index (points, i);
      const OctAction *action = oct_plan_book_find (brief->book, &oct_action_kind,
                                                    point->action_id != NULL ? point->action_id
                                                                             : point->made_id);

      if (point->point != OCT_POINT_AGREED || point->passed)
        continue;
      g_ptr_array_add (texts, action != NULL ? g_strdup_printf (
                                "%s – %s", point->text,
                                oct_choice_to_text (oct_action_statuses, (int) action->status))
                                             : g_strdup (point->text));
    }
  add_list (brief, _("Agreed at the last visit"), texts);
}

static char *
describe_support (const Brief *brief, const OctSupport *support)
{
  g_autofree char *giver = oct_giver_dup_name (brief->assessment, support->giver,
                                               support->giver_school_id, support->giver_name);
  g_autofree char *ends = support->ends != OCT_DATE_UNKNOWN ? oct_date_to_text (support->ends)
                                                            : NULL;
  GString *text = g_string_new (support->support);

  /* Translators: who gives support. */
  g_string_append_printf (text, _(", from %s"), giver);
  if (!isnan (support->planned) || !isnan (support->spent))
    {
      g_autofree char *days = oct_support_describe_days (support->planned, support->spent);

      g_string_append_printf (text, ", %s", days);
    }
  if (ends != NULL)
    /* Translators: %s is a day. */
    g_string_append_printf (text, _(", until %s"), ends);

  return g_string_free (text, FALSE);
}

static char *
describe_recheck (const OctSupport *support, const OctRecheck *recheck)
{
  g_autofree char *day = oct_date_to_text (recheck->done_on != OCT_DATE_UNKNOWN ? recheck->done_on
                                                                                : recheck->due);

  if (recheck->done_on == OCT_DATE_UNKNOWN)
    /* Translators: support that has ended, and the day on which it is looked at again. */
    return g_strdup_printf (_("%s: to be looked at again by %s"), support->support, day);

  /* Translators: support, whether it lasted, and the day somebody looked. */
  return g_strdup_printf (_("%s: %s, %s"), support->support,
                          oct_choice_to_text (oct_outcomes, (int) recheck->outcome), day);
}

static void
add_support (const Brief *brief)
{
  GPtrArray *all = oct_plan_book_get_by (brief->book, &oct_support_kind, "school_id",
                                         brief->school->id);
  g_autoptr (GPtrArray) in_place = new_texts ();
  g_autoptr (GPtrArray) rechecks = new_texts ();

  for (guint i = 0; i < all->len; i++)
    {
      const OctSupport *support = g_ptr_array_index (all, i);
      GPtrArray *looks = oct_plan_book_get_children (brief->book, &oct_recheck_kind,
                                                     support->record.id);

      if (support->ends == OCT_DATE_UNKNOWN || support->ends >= brief->today)
        g_ptr_array_add (in_place, describe_support (brief, support));
      for (guint j = 0; j < looks->len; j++)
        g_ptr_array_add (rechecks, describe_recheck (support, g_ptr_array_index (looks, j)));
    }
  add_list (brief, _("Support in place"), in_place);
  add_list (brief, _("Did earlier support last?"), rechecks);
}

static void
add_elements (const Brief *brief)
{
  OctFramework *framework = oct_assessment_get_framework (brief->assessment);
  GPtrArray *elements = oct_framework_get_elements (framework);
  g_autoptr (GPtrArray) texts = new_texts ();

  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);
      const OctJudgement *judgement = oct_assessment_find_shown (brief->assessment, OCT_WHEN_NOW,
                                                                 brief->school->id, element->key);
      const char *stage;

      if (judgement == NULL || judgement->stage == NULL)
        continue;
      stage = oct_framework_stage_name (framework,
                                        oct_framework_find_stage (framework, judgement->stage));
      /* The stages themselves stand even where there is little room, the reasons don't. */
      if (brief->lines < 8 || judgement->reason == NULL)
        g_ptr_array_add (texts, g_strdup_printf ("%s: %s", element->short_name, stage));
      else
        g_ptr_array_add (texts, g_strdup_printf ("%s: %s. %s", element->short_name, stage,
                                                 judgement->reason));
    }
  if (texts->len > 0)
    oct_document_add (brief->document, OCT_BLOCK_HEADING, _("The elements"));
  for (guint i = 0; i < texts->len; i++)
    add (brief, OCT_BLOCK_POINT, g_ptr_array_index (texts, i));
}

static void
add_concerns (const Brief *brief)
{
  GPtrArray *concerns = oct_plan_book_get_by (brief->book, &oct_concern_kind, "school_id",
                                              brief->school->id);
  g_autoptr (GPtrArray) texts = new_texts ();

  for (guint i = 0; i < concerns->len; i++)
    {
      const OctConcern *concern = g_ptr_array_index (concerns, i);

      if (concern->resolved_on != OCT_DATE_UNKNOWN)
        continue;
      g_ptr_array_add (texts, *concern->next_steps != '\0'
                                ? g_strdup_printf ("%s – %s", concern->summary, concern->next_steps)
                                : g_strdup (concern->summary));
    }
  add_list (brief, _("Concerns"), texts);
}

/* --- all of it --- */

static OctDocument *
make (Brief *brief, guint room)
{
  const OctVisit *last = oct_school_get_last_visit (brief->book, brief->school->id, brief->today);
  g_autofree char *day = oct_date_to_text (brief->today);
  /* Translators: %s is a school. */
  g_autofree char *title = g_strdup_printf (_("Brief for a visit: %s"), brief->school->name);
  g_autofree char *source = brief->school->as_at != OCT_DATE_UNKNOWN
                              ? oct_date_to_text (brief->school->as_at)
                              : NULL;
  /* Translators: the day a page was made, then the day of the register. */
  g_autofree char *foot = source != NULL ? g_strdup_printf (
                            _("As it stood on %s. Facts from the register of %s."), day, source)
                                         /* Translators: %s is a day. */
                                         : g_strdup_printf (_("As it stood on %s."), day);

  brief->lines = rooms[room].lines;
  brief->chars = rooms[room].chars;
  brief->document = oct_document_new (title, foot);
  oct_document_add (brief->document, OCT_BLOCK_TITLE, title);
  add_facts (brief);
  add_next (brief, last);
  oct_document_set_side (brief->document, OCT_SIDE_LEFT);
  add_plans (brief);
  add_bullets (brief);
  add_overdue (brief);
  oct_document_set_side (brief->document, OCT_SIDE_RIGHT);
  add_concerns (brief);
  add_last_visit (brief, last);
  add_support (brief);
  add_elements (brief);

  return brief->document;
}

static gboolean
begin (Brief *brief, OctAssessment *assessment, OctPlanBook *book, const char *school_id,
       OctDate today)
{
  const OctOwnSchool *school = oct_assessment_find_school (assessment, school_id);

  if (school == NULL)
    return FALSE;
  *brief = (Brief) { .assessment = assessment, .book = book, .school = school, .today = today };
  brief->schools = g_ptr_array_new ();
  g_ptr_array_add (brief->schools, (gpointer) school);
  brief->objectives = oct_school_get_objectives (book, school_id);

  return TRUE;
}

static void
end (Brief *brief)
{
  g_ptr_array_unref (brief->schools);
  g_ptr_array_unref (brief->objectives);
}

/**
 * oct_visit_brief_new:
 * @assessment: whose schools and people they are
 * @book: the book of plans
 * @school_id: a school of the trust
 * @today: the day it is
 *
 * Returns: (transfer full) (nullable): the brief, shortened until it fits on one page of A4; %NULL
 *   where there is no such school
 */
OctDocument *
oct_visit_brief_new (OctAssessment *assessment, OctPlanBook *book, const char *school_id,
                     OctDate today)
{
  OctDocument *document = NULL;
  Brief brief;

  g_return_val_if_fail (assessment != NULL && book != NULL, NULL);

  if (!begin (&brief, assessment, book, school_id, today))
    return NULL;
  for (guint room = 0; room < G_N_ELEMENTS (rooms); room++)
    {
      g_clear_pointer (&document, oct_document_free);
      document = make (&brief, room);
      if (oct_document_count_pages (document) == 1)
        break;
    }
  end (&brief);

  return document;
}

static void
add_line_cb (OctBlockStyle style, OctRatingMark mark, const char *text, gpointer paper)
{
  static const char *const shapes[OCT_RATING_MARKS] = { "○", "■", "▲", "●", "○" };
  static const OctPaperStyle styles[] = {
    [OCT_BLOCK_TITLE] = OCT_PAPER_TITLE,     [OCT_BLOCK_HEADING] = OCT_PAPER_HEADING,
    [OCT_BLOCK_SUBHEADING] = OCT_PAPER_TEXT, [OCT_BLOCK_TEXT] = OCT_PAPER_TEXT,
    [OCT_BLOCK_POINT] = OCT_PAPER_POINT,     [OCT_BLOCK_NOTE] = OCT_PAPER_SOFT,
  };

  if (mark < OCT_RATING_MARKS)
    oct_paper_add_format (paper, OCT_PAPER_TEXT, "%s  %s", shapes[mark], text);
  else
    oct_paper_add (paper, styles[style], text);
}

/**
 * oct_school_to_brief:
 * @assessment: whose schools and people they are
 * @book: the book of plans
 * @school_id: a school of the trust
 * @today: the day it is
 *
 * Returns: (transfer full) (element-type OctPaperLine): the whole brief, to be read on the screen
 */
GPtrArray *
oct_school_to_brief (OctAssessment *assessment, OctPlanBook *book, const char *school_id,
                     OctDate today)
{
  GPtrArray *paper = oct_paper_new ();
  g_autoptr (OctDocument) document = NULL;
  Brief brief;

  if (!begin (&brief, assessment, book, school_id, today))
    return paper;
  document = make (&brief, 0);
  oct_document_foreach (document, add_line_cb, paper);
  end (&brief);

  return paper;
}
