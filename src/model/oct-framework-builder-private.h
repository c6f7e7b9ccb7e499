/* What the builder's two files share: its draft, and the moves that every list of items knows. */
#pragma once

#include "oct-framework-builder.h"
#include "oct-framework-private.h"

G_BEGIN_DECLS

struct _OctFrameworkBuilder
{
  OctFramework *draft;
  OctFramework *base; /* nullable: what is edited */
  OctFramework *used; /* nullable: what may have been judged by */
};

/* These two fail with %OCT_ERROR_NOT_FOUND. */
OctElement *oct_framework_builder_find_element (OctFrameworkBuilder *self, const char *key,
                                                GError **error);
OctStage *oct_framework_builder_find_stage (OctFrameworkBuilder *self, const char *key,
                                            GError **error);

/* Puts a copy of @text in the place of the old one, which is freed. */
void oct_framework_builder_replace (char **place, const char *text);
/* @position counts among all items; -1, and anything past the end, is the end. */
void oct_framework_builder_insert (GPtrArray *items, int position, gpointer item);
void oct_framework_builder_move (GPtrArray *items, guint from, int to);
/* A blank text at @position of an array that ends with %NULL. */
void oct_framework_builder_insert_text (char ***texts, guint position);
gboolean oct_framework_builder_refuse_removal (const char *name, GError **error);

G_END_DECLS
