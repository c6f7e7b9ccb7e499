/* The parts an index is put together from: rows, words with their postings, and the file itself.
 * Private to src/store.
 */
#pragma once

#include <glib.h>

#include "oct-date.h"
#include "oct-index-format.h"

G_BEGIN_DECLS

/**
 * OctIndexRow:
 * One establishment while the index is made; texts are offsets.
 */
typedef struct
{
  guint32 urn;
  guint32 trust_uid;
  guint32 trust_type;
  gint32 pupils;
  guint32 pupils_from;
  gint32 capacity;
  gint32 fsm;
  gint32 easting;
  gint32 northing;
  OctDate opened;
  OctDate closed;
  OctDate joined;
  gint16 low_age;
  gint16 high_age;
  guint32 name_rank;
  guint32 name;
  guint32 street;
  guint32 town;
  guint32 postcode;
  guint32 head;
  guint16 codes[OCT_N_CODED];
} OctIndexRow;

guint32 oct_index_row_number (const OctIndexRow *row, OctIndexSection section);
void oct_index_sort_by_urn (GArray *rows, guint32 *order);

typedef struct _OctIndexFile OctIndexFile;

OctIndexFile *oct_index_file_new (guint n_rows, OctDate as_at);
/* Copies @data into the file as a section. */
void oct_index_file_put (OctIndexFile *self, OctIndexSection section, gconstpointer data,
                         gsize length);
void oct_index_file_set_values (OctIndexFile *self, guint coded, guint first, guint n);
void oct_index_file_set_words (OctIndexFile *self, guint n_words);
/* (transfer full) @self */
gboolean oct_index_file_save (OctIndexFile *self, const char *path, guint64 *digest,
                              GError **error);

typedef struct _OctIndexWords OctIndexWords;

OctIndexWords *oct_index_words_new (void);
/* Rows must come in order. @cache: the same number for the same @text, or 0 for a text of its own. */
void oct_index_words_add (OctIndexWords *self, guint row, const char *text, guint8 place,
                          guint32 cache);
/* The text without its spaces as one word. */
void oct_index_words_add_joined (OctIndexWords *self, guint row, const char *text, guint8 place);
void oct_index_words_finish (OctIndexWords *self);
/* Appends the words themselves to @texts. */
void oct_index_words_write (OctIndexWords *self, OctIndexFile *file, GString *texts);
void oct_index_words_free (OctIndexWords *self);

G_END_DECLS
