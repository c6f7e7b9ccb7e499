/* What the files of the assessment share, and nobody else sees. */
#pragma once

#include "oct-assessment.h"

G_BEGIN_DECLS

/* (transfer full): the framework as pictures show it. */
OctFramework *oct_assessment_parts_find_shown (const OctAssessmentParts *parts);

G_END_DECLS
