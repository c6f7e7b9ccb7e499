/* The table of pages: one line for each kind of location.
 *
 * The window makes a page of a kind when it is first wanted. A new page needs a line in each of the
 * two lists here, and nothing else in the window.
 */

#include "oct-page-kinds.h"

/* One line for each page's header. */
#include "oct-accept-page.h"
#include "oct-backups-page.h"
#include "oct-changes-page.h"
#include "oct-compare-page.h"
#include "oct-concerns-page.h"
#include "oct-element-page.h"
#include "oct-framework-draft-page.h"
#include "oct-framework-page.h"
#include "oct-history-page.h"
#include "oct-home-page.h"
#include "oct-import-page.h"
#include "oct-judge-page.h"
#include "oct-lens-page.h"
#include "oct-line-of-sight-page.h"
#include "oct-map-page.h"
#include "oct-moderate-page.h"
#include "oct-my-work-page.h"
#include "oct-national-page.h"
#include "oct-need-page.h"
#include "oct-our-trust-page.h"
#include "oct-people-page.h"
#include "oct-plan-page.h"
#include "oct-progress-page.h"
#include "oct-plans-page.h"
#include "oct-review-page.h"
#include "oct-risks-page.h"
#include "oct-school-page.h"
#include "oct-schools-page.h"
#include "oct-sources-page.h"
#include "oct-timeline-page.h"
#include "oct-practice-page.h"
#include "oct-practices-page.h"
#include "oct-support-page.h"
#include "oct-trust-page.h"
#include "oct-trusts-page.h"
#include "oct-visit-page.h"
#include "oct-visits-page.h"
#include "oct-workspaces-page.h"

typedef struct
{
  const char *kind;
  GType (*get_type) (void);
} PageKind;

/* One line for each kind of location. */
static const PageKind kinds[] = {
  { "backups", oct_backups_page_get_type },
  { "accept", oct_accept_page_get_type },
  { "changes", oct_changes_page_get_type },
  { "compare", oct_compare_page_get_type },
  { "concerns", oct_concerns_page_get_type },
  { "element", oct_element_page_get_type },
  { "framework", oct_framework_page_get_type },
  { "framework-draft", oct_framework_draft_page_get_type },
  { "history", oct_history_page_get_type },
  { "home", oct_home_page_get_type },
  { "import", oct_import_page_get_type },
  { "judge", oct_judge_page_get_type },
  { "lens", oct_lens_page_get_type },
  { "line-of-sight", oct_line_of_sight_page_get_type },
  { "map", oct_map_page_get_type },
  { "moderate", oct_moderate_page_get_type },
  { "my-work", oct_my_work_page_get_type },
  { "national", oct_national_page_get_type },
  { "need", oct_need_page_get_type },
  { "our-trust", oct_our_trust_page_get_type },
  { "people", oct_people_page_get_type },
  { "plan", oct_plan_page_get_type },
  { "progress", oct_progress_page_get_type },
  { "plans", oct_plans_page_get_type },
  { "review", oct_review_page_get_type },
  { "risks", oct_risks_page_get_type },
  { "school", oct_school_page_get_type },
  { "schools", oct_schools_page_get_type },
  { "sources", oct_sources_page_get_type },
  { "timeline", oct_timeline_page_get_type },
  { "practice", oct_practice_page_get_type },
  { "practices", oct_practices_page_get_type },
  { "support", oct_support_page_get_type },
  { "trust", oct_trust_page_get_type },
  { "workspaces", oct_workspaces_page_get_type },
  { "trusts", oct_trusts_page_get_type },
  { "visit", oct_visit_page_get_type },
  { "visits", oct_visits_page_get_type },
};

/**
 * oct_page_kind_get_type:
 * @kind: the first part of a location
 *
 * Finds the class of page that shows locations of a kind.
 *
 * Returns: a subclass of #OctPage, or %G_TYPE_INVALID where there is none
 */
GType
oct_page_kind_get_type (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (kind, kinds[i].kind) == 0)
        return kinds[i].get_type ();
    }
  return G_TYPE_INVALID;
}
