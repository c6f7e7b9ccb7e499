/* A table for a terminal: aligned columns that fit the window. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _OctCliTable OctCliTable;

/* A column that can be cut short where the terminal is narrow. */
typedef enum
{
  OCT_CLI_LEFT = 0,
  OCT_CLI_RIGHT = 1 << 0,
  OCT_CLI_FLEXIBLE = 1 << 1,
} OctCliColumnFlags;

OctCliTable *oct_cli_table_new (void);
void oct_cli_table_free (OctCliTable *self);
void oct_cli_table_add_column (OctCliTable *self, const char *label, OctCliColumnFlags flags);
/* (transfer full): the next cell, from left to right, then down. */
void oct_cli_table_take (OctCliTable *self, char *text);
void oct_cli_table_add (OctCliTable *self, const char *text);
void oct_cli_table_print (OctCliTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctCliTable, oct_cli_table_free)

G_END_DECLS
