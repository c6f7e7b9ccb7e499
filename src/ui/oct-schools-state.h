/* What the page of schools keeps for the next start. */
#pragma once

#include "oct-cell-layout.h"
#include "oct-school-columns.h"
#include "oct-session.h"

G_BEGIN_DECLS

OctColumn *oct_schools_state_load_columns (OctSession *session);
void oct_schools_state_save_columns (OctSession *session, const OctColumn *columns);
void oct_schools_state_restore_widths (OctSession *session, OctCellLayout *layout);
void oct_schools_state_save_widths (OctSession *session, OctCellLayout *layout);
gboolean oct_schools_state_load_filters (OctSession *session);
void oct_schools_state_save_filters (OctSession *session, gboolean shown);

G_END_DECLS
