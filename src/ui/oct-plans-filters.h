/* The filters of all plans: a button that opens them, and a chip for each that is in force. */
#pragma once

#include <adwaita.h>

#include "oct-plan-filter.h"

G_BEGIN_DECLS

#define OCT_TYPE_PLANS_FILTERS (oct_plans_filters_get_type ())
G_DECLARE_FINAL_TYPE (OctPlansFilters, oct_plans_filters, OCT, PLANS_FILTERS, AdwBin)

/* Signal "changed": the person changed the filter that is shown. */
GtkWidget *oct_plans_filters_new (void);
/* What there is to choose from. */
void oct_plans_filters_set_overview (OctPlansFilters *self, OctPlanOverview *overview);
/* Shows @filter, which the person's choices are written into; it lives until another is set. */
void oct_plans_filters_set_filter (OctPlansFilters *self, OctPlanFilter *filter);
/* What stands beside the button: how many there are. */
void oct_plans_filters_set_count (OctPlansFilters *self, const char *text);

G_END_DECLS
