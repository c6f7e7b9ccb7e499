/* A school of our own trust in the eight elements: its octant, on the page the register has of it. */
#pragma once

#include <adwaita.h>

#include "oct-session.h"

G_BEGIN_DECLS

#define OCT_TYPE_SCHOOL_ELEMENTS (oct_school_elements_get_type ())
G_DECLARE_FINAL_TYPE (OctSchoolElements, oct_school_elements, OCT, SCHOOL_ELEMENTS, AdwBin)

/* Shows nothing where the school isn't one of the trust's. */
void oct_school_elements_load (OctSchoolElements *self, OctSession *session, guint32 urn);

G_END_DECLS
