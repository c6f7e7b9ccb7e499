/* Practices as a file: what one trust or hub has codified, for another to take over.
 *
 * Only the words of practices travel: no school, no person, no plan is in such a file.
 */
#pragma once

#include "oct-practice.h"

G_BEGIN_DECLS

#define OCT_PRACTICE_FILE_MAX_BYTES (4 * 1024 * 1024)
#define OCT_PRACTICE_FILE_FORMAT 1

/* (element-type OctPractice): @from: the trust that they are from. (transfer full) */
char *oct_practice_file_format (GPtrArray *practices, const char *from);
/* (transfer full) (element-type OctPractice): new ones, each with the trust it is from as its source. */
GPtrArray *oct_practice_file_parse (GBytes *bytes, GError **error);

G_END_DECLS
