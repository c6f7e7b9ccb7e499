/* A person with a name that nobody has, and whether it stands in any byte of the data folder. */
#pragma once

#include "evidence-fixture.h"

#define NAME "Zerelda Quennell"

/* (transfer full): the id of a new person. */
char *fixture_add_person (Fixture *fixture, const char *name, const char *post);
/* Judges an element of the trust as finished: embedded, on 1 October 2026. */
void fixture_judge (Fixture *fixture, const OctEditInfo *info, const char *element,
                    const char *reason, const char *assessor_id);
void fixture_close_cycle (Fixture *fixture);
/* (transfer full): the id of a plan of 2025/26 for the school, with an objective, its parts, a review
 * that rated it red, a visit and a concern: all of them say @words and refer to @person_id. */
char *fixture_add_plan (Fixture *fixture, const char *person_id, const char *words);
/* Support from outside that was looked at again, the days its giver had, a practice that is retired, with
 * an older version and a use, and a risk that is closed: all of them say @words and refer to
 * @person_id. */
void fixture_add_support (Fixture *fixture, const char *person_id, const char *words);
/* Adds an objective with an action that say @words to the plan, and deletes both. */
void fixture_delete_objective (Fixture *fixture, const OctEditInfo *info, const char *plan_id,
                               const char *words);
/* In how many files of the data folder the name stands, in UTF-8 or UTF-16, or in their own names. */
guint fixture_count_files_with_name (Fixture *fixture);
