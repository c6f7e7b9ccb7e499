/* The table of schools: what its columns are and what its rows say. */
#pragma once

#include "oct-school-columns.h"
#include "oct-school.h"
#include "oct-session.h"
#include "oct-drawn-table.h"

G_BEGIN_DECLS

#define OCT_TYPE_SCHOOL_TABLE (oct_school_table_get_type ())
G_DECLARE_FINAL_TYPE (OctSchoolTable, oct_school_table, OCT, SCHOOL_TABLE, OctDrawnTable)

GtkWidget *oct_school_table_new (void);
void oct_school_table_set_session (OctSchoolTable *self, OctSession *session);
void oct_school_table_set_columns (OctSchoolTable *self, const OctColumn *columns);
const OctColumn *oct_school_table_get_columns (OctSchoolTable *self);
void oct_school_table_set_query (OctSchoolTable *self, OctSchoolQuery *query);

G_END_DECLS
