/* What a school says in each column of a table: as a value for files, as text for people. Private
 * to src/app but for oct_school_column_text(), which oct-commands.h declares.
 */
#pragma once

#include "oct-school-query.h"
#include "oct-school.h"
#include "oct-table.h"

G_BEGIN_DECLS

OctCellKind oct_school_column_kind (OctColumn column);
double oct_school_column_width (OctColumn column);
void oct_school_column_cell (OctColumn column, const OctSchoolFacts *facts, OctSchoolQuery *query,
                             GString *scratch, OctCell *cell);

G_END_DECLS
