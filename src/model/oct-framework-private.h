/* What the framework, its builder, its check and its changes share: the items' memory.
 *
 * Outside of the builder a framework is never written to once it is handed out.
 */
#pragma once

#include "oct-framework.h"

G_BEGIN_DECLS

struct _OctFramework
{
  GObject parent_instance;

  char *key;
  int version;
  char *name;
  char *source;
  char *guidance;
  GPtrArray *stages;   /* of OctStage */
  GPtrArray *elements; /* of OctElement */
};

/* An empty framework that only its maker knows. */
OctFramework *oct_framework_new_blank (const char *key, int version);
OctFramework *oct_framework_copy (OctFramework *self);

/* Without the blanks around it; "" for %NULL. */
char *oct_framework_clean_text (const char *text);

OctStage *oct_stage_copy (const OctStage *stage);
OctAspect *oct_aspect_copy (const OctAspect *aspect);
OctIndicator *oct_indicator_copy (const OctIndicator *indicator);
/* Aspects and indicators included; either array, and the descriptors, may be %NULL. */
OctElement *oct_element_copy (const OctElement *element);

/* The position of the item with @key in an array of items, which all begin with their key; -1. */
int oct_framework_find_item (const GPtrArray *items, const char *key);

gboolean oct_framework_check (OctFramework *self, GError **error);
/* These fail with %OCT_ERROR_RULE; the message begins with @where. */
gboolean oct_framework_check_key (const char *where, const char *key, GError **error);
gboolean oct_framework_check_name (const char *where, const char *name, GError **error);
gboolean oct_framework_check_note (const char *where, const char *note, GError **error);

G_END_DECLS
