/* What the files of a plan's outline share. */
#pragma once

#include "oct-plan-outline.h"
#include "oct-plan-line.h"

G_BEGIN_DECLS

struct _OctPlanOutline
{
  AdwBin parent_instance;

  /* template */
  GtkListBox *list;
  GtkWidget *tools;
  GtkLabel *empty;

  /* owned */
  OctPlanWork *work;
  GHashTable *folded; /* ids of objectives whose lines aren't shown */
  char *pending_after;
  char *plan_id; /* whose lines are folded */

  /* borrowed */
  OctPlanLine *pending; /* (nullable): a line that is no record yet */

  gboolean updating;
};

/**
 * OctOutlineLine:
 * @id: (nullable): of its record; %NULL for the new line
 */
typedef struct
{
  const OctRecordKind *kind;
  const char *id;
} OctOutlineLine;

/* (element-type OctOutlineLine): those that are shown. */
GArray *oct_plan_outline_list_lines (OctPlanOutline *self);
/* (nullable): the objective that a line of that id is, or belongs to. */
const OctObjective *oct_plan_outline_find_objective (OctPlanOutline *self, const char *id);

OctPlanLine *oct_plan_outline_get_row (OctPlanOutline *self);
void oct_plan_outline_refresh (OctPlanOutline *self);
/* Begins a line of a kind below a record. */
void oct_plan_outline_begin (OctPlanOutline *self, const OctRecordKind *kind, const char *after);
void oct_plan_outline_drop (OctPlanOutline *self);
void oct_plan_outline_go (OctPlanOutline *self, int direction, gboolean edit);
void oct_plan_outline_set_folded (OctPlanOutline *self, const char *id, gboolean folded);
void oct_plan_outline_fail (OctPlanOutline *self, const GError *error);
void oct_plan_outline_chosen (OctPlanOutline *self);
/* The keys and the actions behind them. */
void oct_plan_outline_install (GtkWidgetClass *widget_class);
void oct_plan_outline_add_keys (OctPlanOutline *self);
void oct_plan_outline_update_actions (OctPlanOutline *self);
void oct_plan_outline_delete (OctPlanOutline *self);

G_END_DECLS
