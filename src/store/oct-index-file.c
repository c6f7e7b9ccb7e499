/* The index as a file: rows as columns, sections put one after the other, saved whole. */

#define _GNU_SOURCE /* qsort_r */
#include "oct-index-words.h"

#include <stdlib.h>
#include <string.h>

#include "oct-durable-file.h"

struct _OctIndexFile
{
  OctIndexHeader header;
  GPtrArray *parts; /* of GBytes, in the order they lie in the file */
  guint64 size;
};

/**
 * oct_index_digest:
 * @seed: the digest so far, 0 to begin with
 * @data: bytes
 * @length: how many
 *
 * A quick 64-bit digest that tells an intact file from a damaged one (after FNV-1a, over words of
 * eight bytes in four lanes). It is no protection against anybody who means harm.
 *
 * Returns: the digest
 */
guint64
oct_index_digest (guint64 seed, const void *data, gsize length)
{
  const guint8 *bytes = data;
  guint64 digest = seed ^ 0xcbf29ce484222325u;
  guint64 lanes[4] = { digest, digest + 1, digest + 2, digest + 3 };

  /* Four at a time, since one multiplication waits for the one before. */
  for (; length >= sizeof lanes; length -= sizeof lanes, bytes += sizeof lanes)
    for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
      {
        guint64 word;

        memcpy (&word, bytes + 8 * i, 8);
        lanes[i] = (lanes[i] ^ word) * 0x100000001b3u;
        lanes[i] ^= lanes[i] >> 29;
      }
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    digest = (digest ^ lanes[i]) * 0x100000001b3u;
  for (; length > 0; length--, bytes++)
    digest = (digest ^ *bytes) * 0x100000001b3u;

  return digest;
}

/**
 * oct_index_row_number:
 * @row: a row
 * @section: one of the row sections but %OCT_SECTION_BY_URN
 *
 * Returns: what stands for the row in that section
 */
guint32
oct_index_row_number (const OctIndexRow *row, OctIndexSection section)
{
  switch (section)
    {
    case OCT_SECTION_URN:
      return row->urn;
    case OCT_SECTION_TRUST_UID:
      return row->trust_uid;
    case OCT_SECTION_TRUST_TYPE:
      return row->trust_type;
    case OCT_SECTION_PUPILS:
      return (guint32) row->pupils;
    case OCT_SECTION_PUPILS_FROM:
      return row->pupils_from;
    case OCT_SECTION_CAPACITY:
      return (guint32) row->capacity;
    case OCT_SECTION_FSM:
      return (guint32) row->fsm;
    case OCT_SECTION_EASTING:
      return (guint32) row->easting;
    case OCT_SECTION_NORTHING:
      return (guint32) row->northing;
    case OCT_SECTION_OPENED:
      return (guint32) row->opened;
    case OCT_SECTION_CLOSED:
      return (guint32) row->closed;
    case OCT_SECTION_JOINED:
      return (guint32) row->joined;
    case OCT_SECTION_AGES:
      return (guint32) (guint16) row->low_age | (guint32) (guint16) row->high_age << 16;
    case OCT_SECTION_NAME_RANK:
      return row->name_rank;
    case OCT_SECTION_NAME:
      return row->name;
    case OCT_SECTION_STREET:
      return row->street;
    case OCT_SECTION_TOWN:
      return row->town;
    case OCT_SECTION_POSTCODE:
      return row->postcode;
    case OCT_SECTION_HEAD:
      return row->head;
    default:
      g_return_val_if_reached (0);
    }
}

static int
compare_by_urn (const void *a, const void *b, void *data)
{
  GArray *rows = data;
  guint32 left = g_array_index (rows, OctIndexRow, *(const guint32 *) a).urn;
  guint32 right = g_array_index (rows, OctIndexRow, *(const guint32 *) b).urn;

  return (left > right) - (left < right);
}

void
oct_index_sort_by_urn (GArray *rows, guint32 *order)
{
  for (guint i = 0; i < rows->len; i++)
    order[i] = i;
  qsort_r (order, rows->len, sizeof *order, compare_by_urn, rows);
}

OctIndexFile *
oct_index_file_new (guint n_rows, OctDate as_at)
{
  OctIndexFile *self = g_new0 (OctIndexFile, 1);

  memcpy (self->header.magic, OCT_INDEX_MAGIC, sizeof self->header.magic);
  self->header.version = OCT_INDEX_VERSION;
  self->header.n_rows = n_rows;
  self->header.as_at = as_at;
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->size = sizeof self->header;

  return self;
}

void
oct_index_file_put (OctIndexFile *self, OctIndexSection section, gconstpointer data, gsize length)
{
  gsize padded = (length + 7) & ~(gsize) 7;
  guint8 *copy = g_malloc (MAX (padded, 1));

  if (length > 0)
    memcpy (copy, data, length);
  memset (copy + length, 0, padded - length);
  g_ptr_array_add (self->parts, g_bytes_new_take (copy, padded));
  self->header.sections[section] = (OctIndexExtent) { self->size, length };
  self->size += padded;
}

void
oct_index_file_set_values (OctIndexFile *self, guint coded, guint first, guint n)
{
  self->header.first_value[coded] = first;
  self->header.n_values[coded] = n;
}

void
oct_index_file_set_words (OctIndexFile *self, guint n_words)
{
  self->header.n_words = n_words;
}

static void
index_file_free (OctIndexFile *self)
{
  g_ptr_array_unref (self->parts);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctIndexFile, index_file_free)

gboolean
oct_index_file_save (OctIndexFile *file, const char *path, guint64 *digest, GError **error)
{
  g_autoptr (OctIndexFile) self = file;
  OctDurableFile *out;

  for (guint i = 0; i < self->parts->len; i++)
    {
      gsize length;
      gconstpointer data = g_bytes_get_data (g_ptr_array_index (self->parts, i), &length);

      self->header.digest = oct_index_digest (self->header.digest, data, length);
    }
  self->header.size = self->size;
  *digest = self->header.digest;

  out = oct_durable_file_create (path, error);
  if (out == NULL)
    return FALSE;

  if (!oct_durable_file_append (out, &self->header, sizeof self->header, error))
    {
      oct_durable_file_abort (out);
      return FALSE;
    }
  for (guint i = 0; i < self->parts->len; i++)
    {
      gsize length;
      gconstpointer data = g_bytes_get_data (g_ptr_array_index (self->parts, i), &length);

      if (!oct_durable_file_append (out, data, length, error))
        {
          oct_durable_file_abort (out);
          return FALSE;
        }
    }

  return oct_durable_file_finish (out, error);
}
