/* A draft of the next version of a framework, as the texts in which it differs from the present one.
 *
 * The whole framework is some hundreds of texts, and an edit touches one or two of them. Kept as
 * rows, a path and a text each, a step of a draft is small enough to be an edit of the workspace:
 * with undo, history and everything else that edits have. Rows that no longer fit are passed over.
 */
#pragma once

#include "oct-framework.h"

G_BEGIN_DECLS

GHashTable *oct_framework_draft_diff (OctFramework *base, OctFramework *draft);
OctFramework *oct_framework_draft_apply (OctFramework *base, GHashTable *rows);
gboolean oct_framework_draft_is_prose (const char *path);

/**
 * OctFrameworkPart:
 * @OCT_PART_FRAME: the framework's own name, source and guidance
 * @OCT_PART_STAGE: a stage
 * @OCT_PART_ELEMENT: the texts of an element
 * @OCT_PART_ASPECT: an aspect of an element
 * @OCT_PART_DESCRIPTOR: what one sees in an element at a stage
 * @OCT_PART_INDICATOR: an indicator of an element
 */
typedef enum
{
  OCT_PART_FRAME,
  OCT_PART_STAGE,
  OCT_PART_ELEMENT,
  OCT_PART_ASPECT,
  OCT_PART_DESCRIPTOR,
  OCT_PART_INDICATOR,
} OctFrameworkPart;

/**
 * OctFrameworkProblem:
 * @part: the kind of thing that is not ready
 * @element: the number of the element it is in, from 1; 0 for the frame and the stages
 * @key: the key of the stage, aspect or indicator; "" for what has none
 * @message: what to do about it
 */
typedef struct
{
  OctFrameworkPart part;
  guint element;
  char *key;
  char *message;
} OctFrameworkProblem;

GPtrArray *oct_framework_find_problems (OctFramework *self);
const OctFrameworkProblem *oct_framework_problem_of (GPtrArray *problems, OctFrameworkPart part,
                                                     guint element, const char *key);

G_END_DECLS
