/* Choices and small rules of an improvement plan; see the header. */

#include "oct-plan.h"

#include <glib/gi18n.h>
#include <string.h>

const OctChoice oct_plan_scopes[] = {
  { "school", N_("School") },
  { "trust", N_("Trust") },
  { "cluster", N_("Cluster") },
  { NULL },
};

const OctChoice oct_plan_statuses[] = {
  { "draft", N_("Draft") },
  { "approved", N_("Approved") },
  { "in_progress", N_("In progress") },
  { "paused", N_("Paused") },
  { "stopped", N_("Stopped") },
  { "complete", N_("Complete") },
  { NULL },
};

const OctChoice oct_levers[] = {
  { "", "" },
  { "curriculum", N_("Curriculum") },
  { "pedagogy", N_("Pedagogy") },
  { "evidence", N_("Evidence") },
  { "development", N_("Professional development") },
  { "structure", N_("Structure and culture") },
  { NULL },
};

const OctChoice oct_strands[] = {
  { "", "" },
  { "goals", N_("Curate clear goals") },
  { "capacity", N_("Build capability and capacity") },
  { "initiatives", N_("Implement improvement initiatives") },
  { NULL },
};

const OctChoice oct_phases_of_change[] = {
  { "", "" },
  { "explore", N_("Explore") },
  { "prepare", N_("Prepare") },
  { "deliver", N_("Deliver") },
  { "sustain", N_("Sustain") },
  { NULL },
};

const OctChoice oct_betters[] = {
  { "higher", N_("Higher") },
  { "lower", N_("Lower") },
  { NULL },
};

const OctChoice oct_action_statuses[] = {
  { "not_started", N_("Not started") },
  { "in_progress", N_("In progress") },
  { "complete", N_("Complete") },
  { "cannot_progress", N_("Cannot progress") },
  { "cannot_start", N_("Cannot start yet") },
  { "not_required", N_("Not required") },
  { NULL },
};

const OctChoice oct_milestone_statuses[] = {
  { "not_due", N_("Not due") },
  { "met", N_("Met") },
  { "partly_met", N_("Partly met") },
  { "missed", N_("Missed") },
  { NULL },
};

const OctChoice oct_ratings[] = {
  { "", "" }, { "red", N_("Red") }, { "amber", N_("Amber") }, { "green", N_("Green") }, { NULL },
};

const OctChoice oct_directions[] = {
  { "", "" },
  { "deteriorating", N_("Deteriorating") },
  { "unchanged", N_("Unchanged") },
  { "improving", N_("Improving") },
  { NULL },
};

/* Ofsted's evaluation areas since November 2025. */
const OctChoice oct_ofsted_areas[] = {
  { "ofsted-inclusion", N_("Inclusion") },
  { "ofsted-curriculum", N_("Curriculum and teaching") },
  { "ofsted-achievement", N_("Achievement") },
  { "ofsted-attendance", N_("Attendance and behaviour") },
  { "ofsted-development", N_("Personal development and well-being") },
  { "ofsted-leadership", N_("Leadership and governance") },
  { "ofsted-early-years", N_("Early years") },
  { "ofsted-post-16", N_("Post-16") },
  { NULL },
};

const OctChoice oct_rise_areas[] = {
  { "rise-education", N_("Quality of education") },
  { "rise-leadership", N_("Leadership and management") },
  { "rise-behaviour", N_("Behaviour and attitudes") },
  { "rise-attendance", N_("Attendance") },
  { "rise-development", N_("Personal development") },
  { NULL },
};

const OctChoice oct_plan_figures[] = {
  { "pupils", N_("Pupils on roll") },
  { "capacity_used", N_("Capacity used (%)") },
  { "fsm", N_("Pupils eligible for free school meals (%)") },
  { NULL },
};

/**
 * oct_plan_years_to_text:
 * @plan: a plan
 *
 * Returns: (transfer full): its school years: "2025/26", or "2025/26 to 2027/28"
 */
char *
oct_plan_years_to_text (const OctPlan *plan)
{
  int first = (int) plan->starts;
  int last = (int) plan->ends;

  if (first == last)
    return g_strdup_printf ("%d/%02d", first, (first + 1) % 100);

  /* Translators: two school years: "2025/26 to 2027/28". */
  return g_strdup_printf (_("%d/%02d to %d/%02d"), first, (first + 1) % 100, last,
                          (last + 1) % 100);
}

/**
 * oct_plan_status_is_open:
 * @status: a status
 *
 * Returns: whether a plan of that status is one that people work on or wait for
 */
gboolean
oct_plan_status_is_open (OctPlanStatus status)
{
  return status != OCT_PLAN_STOPPED && status != OCT_PLAN_COMPLETE;
}

/**
 * oct_plan_status_is_still:
 * @status: a status
 *
 * Returns: whether nothing of such a plan can be changed but its status
 */
gboolean
oct_plan_status_is_still (OctPlanStatus status)
{
  return status == OCT_PLAN_PAUSED || status == OCT_PLAN_STOPPED;
}

/* What each status can become, a bit for each. */
#define MAY(status) (1u << (status))

static const guint next_statuses[] = {
  [OCT_PLAN_DRAFT] = MAY (OCT_PLAN_APPROVED) | MAY (OCT_PLAN_STOPPED),
  [OCT_PLAN_APPROVED] = MAY (OCT_PLAN_DRAFT) | MAY (OCT_PLAN_IN_PROGRESS) | MAY (OCT_PLAN_PAUSED)
                        | MAY (OCT_PLAN_STOPPED),
  [OCT_PLAN_IN_PROGRESS] = MAY (OCT_PLAN_PAUSED) | MAY (OCT_PLAN_STOPPED) | MAY (OCT_PLAN_COMPLETE),
  [OCT_PLAN_PAUSED] = MAY (OCT_PLAN_IN_PROGRESS) | MAY (OCT_PLAN_STOPPED),
  [OCT_PLAN_STOPPED] = MAY (OCT_PLAN_DRAFT),
  [OCT_PLAN_COMPLETE] = MAY (OCT_PLAN_IN_PROGRESS),
};

/**
 * oct_plan_status_can_become:
 * @from: a status
 * @to: another one
 *
 * Returns: whether a plan can go from one to the other
 */
gboolean
oct_plan_status_can_become (OctPlanStatus from, OctPlanStatus to)
{
  return (next_statuses[from] & MAY (to)) != 0;
}

/**
 * oct_plan_status_needs_reason:
 * @from: a status
 * @to: another one
 *
 * Returns: whether somebody must say why: where a plan is halted, or goes back
 */
gboolean
oct_plan_status_needs_reason (OctPlanStatus from, OctPlanStatus to)
{
  return oct_plan_status_is_still (to) || to == OCT_PLAN_DRAFT || from == OCT_PLAN_COMPLETE;
}

/**
 * oct_action_status_is_open:
 * @status: a status
 *
 * Returns: whether something is still to be done
 */
gboolean
oct_action_status_is_open (OctActionStatus status)
{
  return status != OCT_ACTION_COMPLETE && status != OCT_ACTION_NOT_REQUIRED;
}

/**
 * oct_area_to_text:
 * @area: an area's key, or an area of the trust's own in words
 *
 * Returns: (transfer none): its name
 */
const char *
oct_area_to_text (const char *area)
{
  int index = oct_choice_from_key (oct_ofsted_areas, area);

  if (index >= 0)
    return oct_choice_to_text (oct_ofsted_areas, index);
  index = oct_choice_from_key (oct_rise_areas, area);

  return index >= 0 ? oct_choice_to_text (oct_rise_areas, index) : area;
}

#define RANK_FIRST 'a'
#define RANK_LAST 'z'

/**
 * oct_rank_between:
 * @before: (nullable): a rank; %NULL for the beginning
 * @after: (nullable): a rank behind it; %NULL for the end
 *
 * Ranks sort as their bytes do; between any two there is another one, so that a record moves without
 * its neighbours being written. A rank is of letters from a to z and never ends in an a.
 *
 * Returns: (transfer full): a rank between them
 */
char *
oct_rank_between (const char *before, const char *after)
{
  GString *rank = g_string_new (NULL);
  const char *low = before != NULL ? before : "";
  const char *high = after != NULL && strcmp (low, after) < 0 ? after : NULL;

  for (gsize i = 0;; i++)
    {
      int left = i < strlen (low) ? low[i] : RANK_FIRST;
      int right = high != NULL && i < strlen (high) ? high[i] : RANK_LAST + 1;

      if (right - left > 1)
        {
          g_string_append_c (rank, (char) ((left + right) / 2));
          return g_string_free (rank, FALSE);
        }
      g_string_append_c (rank, (char) left);
      /* Below this letter of the upper one, whatever follows is below it. */
      if (left < right)
        high = NULL;
    }
}
