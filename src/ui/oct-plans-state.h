/* What the page of all plans shows, as its location says it. */
#pragma once

#include "oct-plan-filter.h"
#include "oct-plans-table.h"

G_BEGIN_DECLS

typedef enum
{
  OCT_PLANS_EXCEPTIONS,
  OCT_PLANS_LIST,
  OCT_PLANS_RATINGS,
  OCT_PLANS_STATUSES,
  OCT_N_PLANS_VIEWS
} OctPlansView;

/**
 * OctPlansState:
 * @text: what is searched for, as typed
 * @filter: the conditions; its words are @text folded
 * @sort: an #OctPlansColumn, or %OCT_N_PLANS_COLUMNS for the order of the overview
 */
typedef struct
{
  OctPlansView view;
  char *text;
  OctPlanFilter *filter;
  guint sort;
  gboolean descending;
} OctPlansState;

OctPlansState *oct_plans_state_new (void);
OctPlansState *oct_plans_state_from_location (const char *location);
char *oct_plans_state_to_location (const OctPlansState *state);
void oct_plans_state_free (OctPlansState *state);
void oct_plans_state_set_text (OctPlansState *state, const char *text);
/* (transfer container) (element-type OctPlanItem): of @items, those that are shown, in order. */
GPtrArray *oct_plans_state_pick (const OctPlansState *state, GPtrArray *items);
guint oct_plans_state_count (const OctPlansState *state, GPtrArray *items);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctPlansState, oct_plans_state_free)

G_END_DECLS
