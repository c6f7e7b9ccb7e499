/* What the two halves of the datasets share: loading, and recognising. */
#pragma once

#include "oct-dataset.h"

G_BEGIN_DECLS

/* The form of a header in which two spellings of it are equal. */
char *oct_dataset_normalise (const char *header);
/* The title of a known table that can't be read, or %NULL; @count_missing counts absent headers. */
const char *oct_dataset_name_other_table (GHashTable *headers,
                                          guint (*count_missing) (GHashTable *headers,
                                                                  const GStrv names));

G_END_DECLS
