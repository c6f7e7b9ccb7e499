/* What a record of plans, practices, risks or visits is called in words, and which page shows it. */
#pragma once

#include "oct-plan-book.h"

G_BEGIN_DECLS

/* @schools: (element-type utf8 utf8): names of schools by their ids. Each is (transfer full)
 * (nullable): %NULL for a record that isn't in the book. */
char *oct_found_record_to_text (OctPlanBook *book, GHashTable *schools, const char *table,
                                const char *id);
char *oct_found_record_to_location (OctPlanBook *book, const char *table, const char *id);

G_END_DECLS
