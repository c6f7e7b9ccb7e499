/* Frameworks as files: the one that comes with the program, and those that trusts make of it.
 *
 * The same JSON is what a workspace keeps of each version, what is exported for a colleague, and
 * what the program ships; data/frameworks/README.md describes each member.
 */
#pragma once

#include "oct-framework.h"

G_BEGIN_DECLS

/* Some forty times what the built-in framework needs. */
#define OCT_FRAMEWORK_FILE_MAX_BYTES (1024 * 1024)
#define OCT_FRAMEWORK_FILE_FORMAT 1

OctFramework *oct_framework_file_parse (GBytes *bytes, GError **error);
OctFramework *oct_framework_file_parse_text (const char *text, GError **error);
char *oct_framework_file_format (OctFramework *framework);
OctFramework *oct_framework_file_load_built_in (GError **error);

G_END_DECLS
