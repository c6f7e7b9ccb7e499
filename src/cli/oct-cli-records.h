/* Schools and trusts as records for scripts: the same keys in JSON and CSV. */
#pragma once

#include "oct-cli-private.h"

G_BEGIN_DECLS

/* Values of a record; what isn't stated is null. */
void oct_cli_add_text (JsonBuilder *builder, const char *key, const char *text);
void oct_cli_add_number (JsonBuilder *builder, const char *key, gint64 number);
void oct_cli_add_decimal (JsonBuilder *builder, const char *key, double number);
void oct_cli_add_date (JsonBuilder *builder, const char *key, OctDate date);

/* Members of an object that is open. */
void oct_cli_add_school (JsonBuilder *builder, const OctSchoolFacts *facts);
void oct_cli_add_trust (JsonBuilder *builder, const OctTrustFacts *facts);

/* An array of changes. */
void oct_cli_add_changes (JsonBuilder *builder, const char *key, GPtrArray *changes);

/* The same for people, in a table. */
void oct_cli_print_schools (OctCli *cli, const OctResult *result, guint n_rows,
                            const OctColumn *columns);

void oct_cli_print_schools_json (OctIndex *index, const OctResult *result, guint n_rows);
void oct_cli_print_schools_csv (OctIndex *index, const OctResult *result, guint n_rows);
void oct_cli_print_trusts_json (GPtrArray *trusts);
void oct_cli_print_trusts_csv (GPtrArray *trusts);

G_END_DECLS
