/* A lens with its answers as a table, for a spreadsheet or paper. */
#pragma once

#include "oct-lens-answer.h"

G_BEGIN_DECLS

GBytes *oct_lens_to_csv (OctLens *lens, OctAssessment *assessment, const GPtrArray *evidence);

G_END_DECLS
