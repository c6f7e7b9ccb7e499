/* What a board and a director are told first: each kind of exception with its objectives or plans. */
#pragma once

#include <adwaita.h>

#include "oct-plan-filter.h"

G_BEGIN_DECLS

#define OCT_TYPE_EXCEPTIONS_VIEW (oct_exceptions_view_get_type ())
G_DECLARE_FINAL_TYPE (OctExceptionsView, oct_exceptions_view, OCT, EXCEPTIONS_VIEW, AdwBin)

/* Signal "more" (guint): all of one #OctPlanException are asked for. */
GtkWidget *oct_exceptions_view_new (void);
void oct_exceptions_view_show (OctExceptionsView *self, OctPlanOverview *overview,
                               const OctPlanFilter *filter);

G_END_DECLS
