/* A link between two establishments: predecessor, successor, merger, split. Immutable. */
#pragma once

#include <glib-object.h>

#include "oct-date.h"

G_BEGIN_DECLS

typedef enum
{
  OCT_LINK_PREDECESSOR,
  OCT_LINK_SUCCESSOR,
  OCT_LINK_OTHER,
} OctLinkKind;

#define OCT_TYPE_LINK (oct_link_get_type ())
G_DECLARE_FINAL_TYPE (OctLink, oct_link, OCT, LINK, GObject)

OctLink *oct_link_new (guint32 urn, guint32 other_urn, const char *other_name, const char *type,
                       OctDate established);
guint32 oct_link_get_urn (OctLink *self);
guint32 oct_link_get_other_urn (OctLink *self);
const char *oct_link_get_other_name (OctLink *self);
const char *oct_link_get_type_name (OctLink *self);
OctLinkKind oct_link_get_kind (OctLink *self);
OctDate oct_link_get_established (OctLink *self);

G_END_DECLS
