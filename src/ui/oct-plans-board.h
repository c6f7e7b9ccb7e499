/* A board of plans: columns of cards, by rating of the objectives or by status of the plans.
 *
 * Cards are moved with the pointer, or with Shift and the arrow keys: a plan to another status, and an
 * objective to another rating. Ratings come from reviews alone, so there the card stays where it is
 * and the review of its plan opens, in which the rating is proposed.
 */
#pragma once

#include <adwaita.h>

#include "oct-plan-filter.h"
#include "oct-plan-item.h"

G_BEGIN_DECLS

typedef enum
{
  OCT_BOARD_RATINGS,
  OCT_BOARD_STATUSES,
} OctBoardKind;

#define OCT_TYPE_PLANS_BOARD (oct_plans_board_get_type ())
G_DECLARE_FINAL_TYPE (OctPlansBoard, oct_plans_board, OCT, PLANS_BOARD, AdwBin)

/* Signals: "open" (OctPlanItem): a card is opened; "move" (OctPlanItem, int): a plan is to have another
 * #OctPlanStatus; "leave": upwards from the first card. */
GtkWidget *oct_plans_board_new (OctBoardKind kind);
void oct_plans_board_show (OctPlansBoard *self, OctPlanOverview *overview,
                           const OctPlanFilter *filter);

G_END_DECLS
