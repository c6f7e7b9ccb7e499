/* Everything that the user's store holds, read at once. Private to src/app. */
#pragma once

#include "oct-user-store.h"

G_BEGIN_DECLS

typedef struct
{
  GHashTable *stars;
  GHashTable *trust_stars;
  GHashTable *settings;
  GPtrArray *views;
} OctUserContents;

void oct_user_contents_clear (OctUserContents *contents);
gboolean oct_user_contents_read (OctUserContents *contents, OctUserStore *store, GError **error);

G_END_DECLS
