/* A text of a framework by what it is and where it stands, so that one kind of field edits them all. */
#pragma once

#include "oct-framework-builder.h"
#include "oct-framework-draft.h"

G_BEGIN_DECLS

/* Which text of the frame, and of a descriptor; the other parts have enumerations of the builder. */
typedef enum
{
  OCT_FRAME_NAME,
  OCT_FRAME_SOURCE,
  OCT_FRAME_GUIDANCE,
} OctFrameText;

typedef enum
{
  OCT_DESCRIPTOR_TRUST,
  OCT_DESCRIPTOR_SCHOOL,
} OctDescriptorText;

/**
 * OctDraftText:
 * @part: what it belongs to
 * @which: which text of it: #OctFrameText, #OctStageText, #OctElementText, #OctAspectText,
 *   #OctDescriptorText or #OctIndicatorText, by @part
 * @element: (nullable): the key of the element
 * @key: (nullable): the key of the stage, aspect or indicator
 */
typedef struct
{
  OctFrameworkPart part;
  int which;
  const char *element;
  const char *key;
} OctDraftText;

const char *oct_draft_text_get (const OctDraftText *self, OctFramework *framework);
gboolean oct_draft_text_set (const OctDraftText *self, OctFrameworkBuilder *builder,
                             const char *text, GError **error);
char *oct_draft_text_dup_id (const OctDraftText *self);

GPtrArray *oct_draft_items (OctFramework *framework, OctFrameworkPart part, const char *element);
int oct_draft_find_item (OctFramework *framework, OctFrameworkPart part, const char *element,
                         const char *key);
gboolean oct_draft_item_is_retired (OctFramework *framework, OctFrameworkPart part,
                                    const char *element, const char *key);
gboolean oct_draft_add_item (OctFrameworkBuilder *builder, OctFrameworkPart part,
                             const char *element, const char *name, char **key, GError **error);
gboolean oct_draft_move_item (OctFrameworkBuilder *builder, const OctDraftText *item, int position,
                              GError **error);
gboolean oct_draft_retire_item (OctFrameworkBuilder *builder, const OctDraftText *item,
                                gboolean retired, GError **error);
gboolean oct_draft_remove_item (OctFrameworkBuilder *builder, const OctDraftText *item,
                                GError **error);

G_END_DECLS
