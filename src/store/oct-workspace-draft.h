/* The draft of the framework's next version as the workspace keeps it, and the versions there are. */
#pragma once

#include "oct-assessment.h"
#include "oct-workspace.h"

G_BEGIN_DECLS

/**
 * OctNewVersion:
 * @key: the framework's key
 * @number: its version, from 1
 * @content: its text in JSON
 *
 * A version to be added.
 */
typedef struct
{
  const char *key;
  guint number;
  const char *content;
} OctNewVersion;

GHashTable *oct_workspace_read_draft (OctWorkspace *self, GError **error);
gboolean oct_workspace_change_draft (OctWorkspace *self, const OctEditInfo *info,
                                     GHashTable *changes, GError **error);
gboolean oct_workspace_discard_draft (OctWorkspace *self, const OctEditInfo *info, GError **error);
gboolean oct_workspace_use_draft (OctWorkspace *self, const OctEditInfo *info,
                                  const OctNewVersion *version, GError **error);
GPtrArray *oct_workspace_read_versions (OctWorkspace *self, GError **error);

G_END_DECLS
