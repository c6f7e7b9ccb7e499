/* Lenses as files: those that come with the program, and those that trusts fill or make.
 *
 * data/frameworks/README.md describes each member.
 */
#pragma once

#include "oct-lens.h"

G_BEGIN_DECLS

#define OCT_LENS_FILE_MAX_BYTES (1024 * 1024)
#define OCT_LENS_FILE_FORMAT 1

OctLens *oct_lens_file_parse (GBytes *bytes, GError **error);
OctLens *oct_lens_file_parse_text (const char *text, GError **error);
char *oct_lens_file_format (OctLens *lens);
GPtrArray *oct_lens_file_load_built_in (GError **error);

G_END_DECLS
