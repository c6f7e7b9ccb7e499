/* A practice in words: as it is printed, kept with its version, exported, and searched in. */
#pragma once

#include "oct-assessment.h"
#include "oct-plan-book.h"

G_BEGIN_DECLS

/**
 * OctPracticePart:
 * @field: the field's name in the description of the kind
 * @heading: its heading, translated
 * @text: (transfer none): what it says, never ""
 */
typedef struct
{
  const char *field;
  const char *heading;
  const char *text;
} OctPracticePart;

/* (transfer full) (element-type OctPracticePart): the parts that say something, in order. */
GPtrArray *oct_practice_dup_parts (const OctPractice *practice);
/* (transfer full): title, version and parts as plain text, with headings on lines of their own. */
char *oct_practice_to_text (OctAssessment *assessment, const OctPractice *practice);
/* (transfer full): the same with the schools that use it, what it serves and what came of it. */
char *oct_practice_to_document (OctAssessment *assessment, OctPlanBook *book,
                                const OctPractice *practice);
/* (transfer full): "Version 2, 3 July 2026 · moderate evidence". */
char *oct_practice_describe_version (const OctPractice *practice);
/* (transfer full): "Used in 4 schools: Deliver 3, Sustain 1", or that it is used nowhere yet. */
char *oct_practice_describe_uses (OctPlanBook *book, const char *practice_id);
/* Whether all of @words, typed by a person, begin words somewhere in it or in what came of it. */
gboolean oct_practice_matches (OctPlanBook *book, const OctPractice *practice, const char *words);
/* Whether it is of an element, or serves an objective that is: the one it was proposed from, or one of a
 * school that uses it. */
gboolean oct_practice_is_of_element (OctPlanBook *book, const OctPractice *practice,
                                     const char *element);
/* A CSV of all practices, a row for each; with the byte order mark that spreadsheets want. */
GBytes *oct_practices_to_csv (OctAssessment *assessment, OctPlanBook *book, GPtrArray *practices);

G_END_DECLS
