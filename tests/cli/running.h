/* Running the program as a script would, and looking at what it said. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * Run:
 * @status: exit status
 * @out, @err: what it wrote; @out has a NUL after its @length bytes
 */
typedef struct
{
  int status;
  char *out;
  gsize length;
  char *err;
} Run;

void run_clear (Run *run);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* The words of the command line after the program's name, ended by NULL. */
Run run_octant (const char *first, ...) G_GNUC_NULL_TERMINATED;
/* The same with @input on standard input. */
Run run_with_input (const char *input, gssize length, const char *first,
                    ...) G_GNUC_NULL_TERMINATED;

void assert_status (const Run *run, int status);
void assert_says (const char *text, const char *part);
JsonNode *parse_json (const Run *run);

/* A folder of this test program's own, removed at its end. */
const char *scratch_dir (void);
char *scratch_path (const char *name);
void remove_scratch (void);

/* The data folder that the demonstration's files were imported into. */
const char *demo_dir (void);

JsonObject *find_record (JsonNode *array, const char *key, gint64 number);

G_END_DECLS
