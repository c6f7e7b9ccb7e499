/* Evidence: a note, a link or a file that shows why something was judged as it was.
 *
 * One piece of evidence may stand at many places: an element, or an aspect of one, of the trust or
 * of a school, in a cycle. A file is named by the SHA-256 of its content, which lies in the folder
 * of objects beside the workspace and never changes.
 */
#pragma once

#include <glib-object.h>

#include "oct-date.h"

G_BEGIN_DECLS

typedef enum
{
  OCT_EVIDENCE_NOTE,
  OCT_EVIDENCE_LINK,
  OCT_EVIDENCE_FILE,
} OctEvidenceKind;

/**
 * OctEvidenceLink:
 * @id: (nullable): a UUID; %NULL for one that has not been kept yet
 * @school_id: (nullable): the school, or %NULL for the trust
 * @element: the element's key
 * @aspect: (nullable): the aspect's key, or %NULL for the element as a whole
 *
 * A place at which a piece of evidence stands.
 */
typedef struct
{
  char *id;
  char *cycle_id;
  char *school_id;
  char *element;
  char *aspect;
} OctEvidenceLink;

/**
 * OctEvidence:
 * @id: (nullable): a UUID; %NULL for one that has not been kept yet
 * @name: what it is called; never empty once kept
 * @text: the note, or what is to be said of a link or a file; never %NULL
 * @url: the address of a link; else ""
 * @object: (nullable): of a file, the SHA-256 of its content in 64 small hexadecimal digits
 * @file_name: of a file, the name it had, without folders; else ""
 * @size: of a file, in bytes; else 0
 * @dated: the day it speaks of
 * @person_id: (nullable): who added it
 * @added_at: seconds since 1970, UTC; 0 for a new one, which is given the time it is kept
 * @links: (element-type OctEvidenceLink): where it stands
 */
typedef struct
{
  char *id;
  OctEvidenceKind kind;
  char *name;
  char *text;
  char *url;
  char *object;
  char *file_name;
  gint64 size;
  OctDate dated;
  char *person_id;
  gint64 added_at;
  GPtrArray *links;
} OctEvidence;

OctEvidence *oct_evidence_new (OctEvidenceKind kind, const char *name);
OctEvidence *oct_evidence_copy (const OctEvidence *evidence);
void oct_evidence_free (OctEvidence *evidence);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctEvidence, oct_evidence_free)

OctEvidenceLink *oct_evidence_link_new (const char *cycle_id, const char *school_id,
                                        const char *element, const char *aspect);
OctEvidenceLink *oct_evidence_link_copy (const OctEvidenceLink *link);
void oct_evidence_link_free (OctEvidenceLink *link);
gboolean oct_evidence_link_is_same_place (const OctEvidenceLink *a, const OctEvidenceLink *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctEvidenceLink, oct_evidence_link_free)

gboolean oct_evidence_check (const OctEvidence *evidence, GError **error);
gboolean oct_evidence_matches (const OctEvidence *evidence, const char *text);

const char *oct_evidence_kind_to_key (OctEvidenceKind kind);
gboolean oct_evidence_kind_from_key (const char *key, OctEvidenceKind *kind);
/* "Note", "Link", "File". */
const char *oct_evidence_kind_to_text (OctEvidenceKind kind);

G_END_DECLS
