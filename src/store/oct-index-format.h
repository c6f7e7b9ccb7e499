/* How the index lies in its file: a header, then columns one after the other.
 *
 * Everything is little-endian, as on every machine this runs on (checked when the file is opened), and each
 * section begins at a multiple of 8 so that it can be used where it is mapped. Private to
 * src/store.
 */
#pragma once

#include <glib.h>

#include "oct-vocabulary.h"

G_BEGIN_DECLS

#define OCT_INDEX_MAGIC "OCTIDX\r\n"
#define OCT_INDEX_VERSION 1

/* A posting is row × 256 + where in the row the word stands. */
#define OCT_INDEX_MAX_ROWS (1u << 24)

enum
{
  OCT_WORD_NAME_FIRST = 1 << 0,
  OCT_WORD_NAME = 1 << 1,
  OCT_WORD_TOWN = 1 << 2,
  OCT_WORD_CODE = 1 << 3, /* URN or postcode */
  OCT_WORD_TRUST = 1 << 4,
  OCT_WORD_LA = 1 << 5,
  OCT_WORD_HEAD = 1 << 6,
};

typedef enum
{
  /* One 32-bit number a row. */
  OCT_SECTION_URN,
  OCT_SECTION_BY_URN, /* rows in the order of their URNs */
  OCT_SECTION_TRUST_UID,
  OCT_SECTION_TRUST_TYPE, /* OctGroupType */
  OCT_SECTION_PUPILS,
  OCT_SECTION_PUPILS_FROM,
  OCT_SECTION_CAPACITY,
  OCT_SECTION_FSM,
  OCT_SECTION_EASTING,
  OCT_SECTION_NORTHING,
  OCT_SECTION_OPENED,
  OCT_SECTION_CLOSED,
  OCT_SECTION_JOINED,
  OCT_SECTION_AGES,      /* low | high << 16, -1 unknown */
  OCT_SECTION_NAME_RANK, /* place of the name among all names */
  OCT_SECTION_NAME,      /* offsets in the texts */
  OCT_SECTION_STREET,
  OCT_SECTION_TOWN,
  OCT_SECTION_POSTCODE,
  OCT_SECTION_HEAD,
  OCT_N_ROW_SECTIONS,

  /* One 16-bit code a row for each facet, one facet after the other, then the districts. */
  OCT_SECTION_CODES = OCT_N_ROW_SECTIONS,
  /* For each of these: pairs of text offsets (key, label), by code. */
  OCT_SECTION_VALUES,
  OCT_SECTION_WORDS,          /* text offsets of the words, sorted, one more for the end */
  OCT_SECTION_POSTING_STARTS, /* one more than words */
  OCT_SECTION_POSTINGS,
  OCT_SECTION_TEXTS, /* UTF-8, each ended by NUL; offset 0 is "" */
  OCT_N_SECTIONS
} OctIndexSection;

/* The coded columns: the facets, and districts, which are no facet. */
#define OCT_CODED_DISTRICT OCT_N_FACETS
#define OCT_N_CODED (OCT_N_FACETS + 1)

typedef struct
{
  guint64 offset;
  guint64 size;
} OctIndexExtent;

typedef struct
{
  char magic[8];
  guint32 version;
  guint32 n_rows;
  guint32 n_words;
  gint32 as_at;
  guint64 size;
  guint64 digest; /* of everything after the header */
  guint32 n_values[OCT_N_CODED];
  guint32 first_value[OCT_N_CODED]; /* where a coded column's values begin in VALUES */
  guint32 padding[2];
  OctIndexExtent sections[OCT_N_SECTIONS];
} OctIndexHeader;

guint64 oct_index_digest (guint64 seed, const void *data, gsize length);

G_END_DECLS
