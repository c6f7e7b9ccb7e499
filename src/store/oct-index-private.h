/* What the parts of the index share: where its columns lie in memory. */
#pragma once

#include "oct-index.h"
#include "oct-index-format.h"

G_BEGIN_DECLS

struct _OctIndex
{
  GObject parent_instance;

  GMappedFile *file;
  const OctIndexHeader *header;
  const guint32 *columns[OCT_N_ROW_SECTIONS];
  const guint16 *codes[OCT_N_CODED];
  const guint32 *values; /* pairs of key and label */
  const guint32 *words;
  const guint32 *posting_starts;
  const guint32 *postings;
  const char *texts;
  guint n_rows;

  GHashTable *schools;            /* row → OctSchool, not owned */
  guint32 *orders[OCT_N_COLUMNS]; /* rows in the order of a column, made when first asked for */
};

static inline const char *
oct_index_text (OctIndex *self, OctIndexSection section, guint row)
{
  return self->texts + self->columns[section][row];
}

static inline const char *
oct_index_value_key (OctIndex *self, guint coded, guint code)
{
  return self->texts + self->values[2 * (self->header->first_value[coded] + code)];
}

static inline const char *
oct_index_value_label (OctIndex *self, guint coded, guint code)
{
  return self->texts + self->values[2 * (self->header->first_value[coded] + code) + 1];
}

guint64 oct_index_get_digest (OctIndex *self);
const char *oct_index_code_label (OctIndex *self, OctFacet facet, guint code);

/* Rows in the order of a column, ascending, those that don't state it last. */
const guint32 *oct_index_order (OctIndex *self, OctColumn column);

G_END_DECLS
