/* A plan of one of the fixture's schools, for tests of what shows plans.
 *
 * “Reading for everyone” of Birch Academy has two objectives: 1, on fluent reading, is amber after a
 * review of 12 December 2025 and green before it; 2, on attendance, has nobody who owns it and isn't
 * rated.
 */
#pragma once

#include "window-fixture.h"

/* (transfer full): the plan's id. */
char *add_sample_plan (Fixture *fixture);
/* (transfer none): the book of plans as it is now. */
OctPlanBook *get_plans (Fixture *fixture);
/* Keeps a change as one edit, which must succeed. */
void change_plans (Fixture *fixture, OctRecordChange *change, const char *sentence);
/* (transfer none): the record of a kind whose field says @text, which there must be. */
gpointer find_record (Fixture *fixture, const OctRecordKind *kind, const char *field,
                      const char *text);
