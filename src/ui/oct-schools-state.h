/* What the page of schools keeps for the next start. */
#pragma once

#include "oct-school-columns.h"
#include "oct-session.h"

G_BEGIN_DECLS

/* The setting that holds how wide columns were drawn. */
#define OCT_SCHOOLS_WIDTHS_KEY "column-widths"

OctColumn *oct_schools_state_load_columns (OctSession *session);
void oct_schools_state_save_columns (OctSession *session, const OctColumn *columns);
gboolean oct_schools_state_load_filters (OctSession *session);
void oct_schools_state_save_filters (OctSession *session, gboolean shown);

G_END_DECLS
