/* The table of all plans: a row for each objective, with what a director asks of it. */
#pragma once

#include "oct-drawn-table.h"
#include "oct-plan-item.h"

G_BEGIN_DECLS

typedef enum
{
  OCT_PLANS_COLUMN_OBJECTIVE,
  OCT_PLANS_COLUMN_SCHOOL,
  OCT_PLANS_COLUMN_PLAN,
  OCT_PLANS_COLUMN_STATUS,
  OCT_PLANS_COLUMN_RATING,
  OCT_PLANS_COLUMN_DIRECTION,
  OCT_PLANS_COLUMN_SINCE,
  OCT_PLANS_COLUMN_OWNER,
  OCT_PLANS_COLUMN_DUE,
  OCT_PLANS_COLUMN_OVERDUE,
  OCT_PLANS_COLUMN_NEXT_STEP,
  OCT_PLANS_COLUMN_NEXT_REVIEW,
  OCT_PLANS_COLUMN_ELEMENT,
  OCT_PLANS_COLUMN_AREA,
  OCT_PLANS_COLUMN_EXCEPTIONS,
  OCT_N_PLANS_COLUMNS
} OctPlansColumn;

#define OCT_TYPE_PLANS_TABLE (oct_plans_table_get_type ())
G_DECLARE_FINAL_TYPE (OctPlansTable, oct_plans_table, OCT, PLANS_TABLE, OctDrawnTable)

GtkWidget *oct_plans_table_new (void);
const char *oct_plans_column_key (OctPlansColumn column);
/* The usual columns, ended by %OCT_N_PLANS_COLUMNS. */
extern const guint oct_plans_usual_columns[];
/* (transfer full): from keys with commas between them; the usual ones for %NULL. */
guint *oct_plans_table_parse_columns (OctPlansTable *self, const char *text);
char *oct_plans_table_columns_to_text (OctPlansTable *self);
/* Below, equal or above 0. Rows that have nothing in the column come last either way. */
int oct_plans_column_compare (OctPlansColumn column, const OctPlanRow *a, const OctPlanRow *b,
                              gboolean descending);
/* (transfer full): "Red, overdue": the exceptions in words; "" for none. */
char *oct_exceptions_to_text (guint exceptions);

G_END_DECLS
