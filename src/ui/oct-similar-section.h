/* The schools most like a school, with the method in words and what counts in the reader's hands. */
#pragma once

#include <adwaita.h>

#include "oct-session.h"

G_BEGIN_DECLS

#define OCT_TYPE_SIMILAR_SECTION (oct_similar_section_get_type ())
G_DECLARE_FINAL_TYPE (OctSimilarSection, oct_similar_section, OCT, SIMILAR_SECTION, AdwBin)

GtkWidget *oct_similar_section_new (void);
void oct_similar_section_load (OctSimilarSection *self, OctSession *session, guint32 urn);

G_END_DECLS
