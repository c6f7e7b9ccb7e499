/* People in a workspace: finding every place that names one, and removing or replacing one for good.
 *
 * A person may ask what is held about them, and may ask for it to go. Finding looks into every text,
 * history, what could be undone, the files of evidence and the backups. Removing reaches all of them
 * and is the one thing that can't be undone.
 */
#pragma once

#include "oct-workspace.h"

G_BEGIN_DECLS

/**
 * OctPlaceKind:
 * @OCT_PLACE_PERSON: the entry in the list of people
 * @OCT_PLACE_RECORD: the words of a record: a reason, a note, a file's name
 * @OCT_PLACE_REFERENCE: a record that says the person judged or added it
 * @OCT_PLACE_HISTORY: what history tells of an edit
 * @OCT_PLACE_UNDO: what undoing or redoing an edit would bring back
 * @OCT_PLACE_FILE: the content of a file of evidence
 * @OCT_PLACE_FILE_UNREAD: a file of evidence into which nobody can look without opening it, such as a
 *   picture or a PDF
 * @OCT_PLACE_BACKUP: a backup
 * @OCT_PLACE_BACKUP_UNREAD: a file among the backups that can't be read
 */
typedef enum
{
  OCT_PLACE_PERSON,
  OCT_PLACE_RECORD,
  OCT_PLACE_REFERENCE,
  OCT_PLACE_HISTORY,
  OCT_PLACE_UNDO,
  OCT_PLACE_FILE,
  OCT_PLACE_FILE_UNREAD,
  OCT_PLACE_BACKUP,
  OCT_PLACE_BACKUP_UNREAD,
} OctPlaceKind;

/**
 * OctNamePlace:
 * @table: the kind of record: "judgement", "evidence", …; "" for backups
 * @record_id: its id; an edit's number for history, a path for backups
 * @field: the field's key, or ""
 * @text: what stands there
 *
 * A place where a person is named.
 */
typedef struct
{
  OctPlaceKind kind;
  char *table;
  char *record_id;
  char *field;
  char *text;
} OctNamePlace;

void oct_name_place_free (OctNamePlace *place);
const char *oct_place_kind_to_text (OctPlaceKind kind);

/* (transfer full) (element-type OctNamePlace). */
GPtrArray *oct_workspace_find_person (OctWorkspace *self, const char *person_id,
                                      const char *const *names, GCancellable *cancellable,
                                      GError **error);

/**
 * OctRemoval:
 * @person_id: (nullable): the person who goes; their name is one of @names then
 * @names: (nullable) (array zero-terminated=1): further forms of the name to take out of texts
 * @other_id: (nullable): the person who takes their place in every record
 * @post: (nullable): without @other_id: the post title that stays in place of the name
 * @evidence: (nullable) (array zero-terminated=1): evidence that goes with its files, as was decided
 * @by: (nullable): who does it
 * @location: the page that does it
 */
typedef struct
{
  const char *person_id;
  const char *const *names;
  const char *other_id;
  const char *post;
  const char *const *evidence;
  const char *by;
  const char *location;
} OctRemoval;

/* @unread (out) (nullable) (transfer full) (element-type filename): backups that could not be
 * rewritten and still are as they were. */
gboolean oct_workspace_remove_person (OctWorkspace *self, const OctRemoval *removal,
                                      GPtrArray **unread, GCancellable *cancellable,
                                      GError **error);

/* Completes a removal after which the program was ended before the old bytes were overwritten. */
gboolean oct_workspace_finish_removal (OctWorkspace *self, GError **error);

G_END_DECLS
