/* What the parts of the evidence binder share, and nobody else sees. */
#pragma once

#include "oct-evidence-binder.h"

G_BEGIN_DECLS

/**
 * OctBinderEntry:
 * @evidence: (transfer none): the piece of evidence
 * @element: its element's number from 0, or the number of elements where it stands at none
 * @path: (nullable): of a file, where it was copied to, relative to the binder
 * @missing: a file whose content is missing or was altered
 * @places: where it stands, in words
 *
 * A line of the index; evidence that stands at two elements has two.
 */
typedef struct
{
  const OctEvidence *evidence;
  guint element;
  char *path;
  gboolean missing;
  char *places;
} OctBinderEntry;

char *oct_binder_make_html (GPtrArray *entries, const OctBinderElement *elements, guint n_elements,
                            const char *title);
char *oct_binder_make_csv (GPtrArray *entries, const OctBinderElement *elements, guint n_elements);

G_END_DECLS
