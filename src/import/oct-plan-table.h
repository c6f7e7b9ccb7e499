/* An existing plan from a table: a file, or what was copied from a spreadsheet or a document.
 *
 * Its columns are guessed by the words of its header, and a person may say otherwise. Cells that can't
 * be understood are told one by one, with their row, and kept as words in a note: nothing that stood in
 * the table is lost. A table that Octant exported itself (oct-plan-format.h) is taken back as it was.
 */
#pragma once

#include "oct-assessment.h"
#include "oct-plan-book.h"

G_BEGIN_DECLS

/**
 * OctPlanColumn:
 * What a column of the table holds.
 */
typedef enum
{
  OCT_PLAN_COLUMN_NOTE, /* kept as words */
  OCT_PLAN_COLUMN_SKIP, /* left out */
  OCT_PLAN_COLUMN_REFERENCE,
  OCT_PLAN_COLUMN_AREA,
  OCT_PLAN_COLUMN_OBJECTIVE,
  OCT_PLAN_COLUMN_RATIONALE,
  OCT_PLAN_COLUMN_OBJECTIVE_OWNER,
  OCT_PLAN_COLUMN_OBJECTIVE_DUE,
  OCT_PLAN_COLUMN_CRITERION,
  OCT_PLAN_COLUMN_BASELINE,
  OCT_PLAN_COLUMN_TARGET,
  OCT_PLAN_COLUMN_ACTION,
  OCT_PLAN_COLUMN_ACTION_OWNER,
  OCT_PLAN_COLUMN_STARTS,
  OCT_PLAN_COLUMN_ACTION_DUE,
  OCT_PLAN_COLUMN_COST,
  OCT_PLAN_COLUMN_FUND,
  OCT_PLAN_COLUMN_STATUS,
  OCT_PLAN_COLUMN_MILESTONE,
  OCT_PLAN_COLUMN_MILESTONE_DUE,
  OCT_PLAN_COLUMN_EXPECTED,
  OCT_N_PLAN_COLUMNS,
} OctPlanColumn;

/* Its name, translated. */
const char *oct_plan_column_to_text (OctPlanColumn column);

/**
 * OctPlanTableRow:
 * @line: where it stands in the table; the header is 1
 * @cells: (array zero-terminated=1): as many as the header has
 */
typedef struct
{
  guint line;
  GStrv cells;
} OctPlanTableRow;

/**
 * OctPlanTable:
 * @header: (array zero-terminated=1): the names of the columns
 * @rows: (element-type OctPlanTableRow): those that have anything in them
 * @columns: for each column of the header, what it holds
 * @exported: it is an export of Octant's own
 */
typedef struct
{
  GStrv header;
  guint n_columns;
  GPtrArray *rows;
  OctPlanColumn *columns;
  gboolean exported;
} OctPlanTable;

/* Commas, tabs or semicolons; columns are guessed. %OCT_ERROR_BAD_TEXT or another error of the reader,
 * %OCT_ERROR_RULE where there is no row. */
OctPlanTable *oct_plan_table_read (GBytes *bytes, const char *name, GError **error);
void oct_plan_table_free (OctPlanTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctPlanTable, oct_plan_table_free)

/* (transfer full): what tells this header from others, to remember its columns by; and the columns. */
char *oct_plan_table_get_key (const OctPlanTable *table);
char *oct_plan_table_columns_to_text (const OctPlanTable *table);
void oct_plan_table_columns_from_text (OctPlanTable *table, const char *text);

/**
 * OctPlanTarget:
 * @school_id: (nullable): the school the plan is for; %NULL for a plan of the trust, or, of an export,
 *   where it was
 * @title: (nullable): what the plan is called; not asked of an export
 * @starts: the school year it begins in: 2025 for 2025/26
 *
 * What becomes of a table.
 */
typedef struct
{
  OctPlanBook *book;
  OctAssessment *assessment;
  const char *school_id;
  const char *title;
  gint64 starts;
} OctPlanTarget;

/**
 * OctPlanRefusal:
 * A cell that couldn't be understood, and why; it is kept in a note.
 */
typedef struct
{
  guint line;
  char *column;
  char *text;
  char *reason;
} OctPlanRefusal;

/**
 * OctPlanTaken:
 * @change: what one edit puts; empty where nothing differs
 * @refusals: (element-type OctPlanRefusal)
 * @objectives, …: how many of them are put
 */
typedef struct
{
  OctRecordChange *change;
  GPtrArray *refusals;
  guint plans;
  guint objectives;
  guint criteria;
  guint actions;
  guint milestones;
  guint reviews;
  guint people;
} OctPlanTaken;

/* %OCT_ERROR_RULE where there is no objective in it, or no column for them. */
OctPlanTaken *oct_plan_table_take (const OctPlanTable *table, const OctPlanTarget *target,
                                   GError **error);
void oct_plan_taken_free (OctPlanTaken *taken);
/* (transfer full): what is made, in words: "3 objectives, 12 actions and 2 milestones". */
char *oct_plan_taken_to_text (const OctPlanTaken *taken);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctPlanTaken, oct_plan_taken_free)

G_END_DECLS
