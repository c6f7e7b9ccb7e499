/* The schools of a trust as a table, with its own order, star and export. */
#pragma once

#include <adwaita.h>

#include "oct-session.h"

G_BEGIN_DECLS

#define OCT_TYPE_TRUST_SCHOOLS (oct_trust_schools_get_type ())
G_DECLARE_FINAL_TYPE (OctTrustSchools, oct_trust_schools, OCT, TRUST_SCHOOLS, AdwBin)

void oct_trust_schools_load (OctTrustSchools *self, OctSession *session, guint32 uid);
void oct_trust_schools_export (OctTrustSchools *self);

G_END_DECLS
