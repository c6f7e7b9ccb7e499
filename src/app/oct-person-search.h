/* What was found about a person, in words: where each place is, what stands there, and which page
 * shows it; and what removing the person would take away and leave.
 *
 * The store finds places by table and id. Here each becomes something a person can read, go to, and
 * hand over to whoever asked what is held about them.
 */
#pragma once

#include "oct-assessment.h"
#include "oct-workspace-people.h"

G_BEGIN_DECLS

/**
 * OctFoundPlace:
 * @where: what it is and where it stands: "Improvement · Oak Primary School · Autumn 2026"
 * @field: which part of it: "Reason"; may be ""
 * @text: what stands there, whole
 * @excerpt: @text, or the part of a long one that has the name
 * @name_start, @name_end: the bytes of the name in @excerpt; both 0 where it isn't in it
 * @location: (nullable): the page that shows it
 * @cycle_id: (nullable): the cycle to choose for that page
 * @evidence_id: (nullable): the evidence that it is part of
 */
typedef struct
{
  OctPlaceKind kind;
  char *where;
  char *field;
  char *text;
  char *excerpt;
  guint name_start;
  guint name_end;
  char *location;
  char *cycle_id;
  char *evidence_id;
} OctFoundPlace;

/**
 * OctFoundPerson:
 * @person_id: (nullable): the person in the list of people
 * @names: (array zero-terminated=1): the forms of the name that were looked for
 * @places: (element-type OctFoundPlace): kind by kind
 */
typedef struct
{
  char *person_id;
  GStrv names;
  GPtrArray *places;
} OctFoundPerson;

/**
 * OctPersonQuery:
 * @person_id: (nullable): a person in the list of people
 * @names: (nullable) (array zero-terminated=1): forms of a name
 */
typedef struct
{
  const char *person_id;
  const char *const *names;
} OctPersonQuery;

OctFoundPerson *oct_person_search_run (OctWorkspace *workspace, OctAssessment *assessment,
                                       const OctPersonQuery *query, GCancellable *cancellable,
                                       GError **error);
void oct_found_person_free (OctFoundPerson *found);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctFoundPerson, oct_found_person_free)

guint oct_found_person_count (const OctFoundPerson *found, OctPlaceKind kind);
/* A table where the name ends in ".csv", else plain text. */
gboolean oct_found_person_save (const OctFoundPerson *found, const char *path, GError **error);
/* (element-type utf8): sentences, appended to both. */
void oct_found_person_describe_removal (const OctFoundPerson *found, const OctRemoval *removal,
                                        GPtrArray *goes, GPtrArray *stays);
/* What was typed, as the forms of a name and somebody in the list who is meant. */
GStrv oct_person_query_from_text (OctAssessment *assessment, const char *text,
                                  const char **person_id);

G_END_DECLS
