/* The index: the register as an immutable snapshot in memory, made for lists and search.
 *
 * An import writes it beside the register as one file of plain columns: coded facets, numbers,
 * texts and the words of every school with the rows they occur in. Opening it maps the file, so
 * the program starts without reading 50,000 rows, and a search walks arrays and bitsets, never
 * SQL. Rows are numbered in the default order: open schools first, then by name.
 */
#pragma once

#include <gio/gio.h>

#include "oct-school.h"
#include "oct-school-query.h"

G_BEGIN_DECLS

#define OCT_TYPE_INDEX (oct_index_get_type ())
G_DECLARE_FINAL_TYPE (OctIndex, oct_index, OCT, INDEX, GObject)

/**
 * OctFacetValue:
 * @key: what a query holds ("primary", "383", "3206")
 * @label: what a person reads
 * @count: rows that would match with the other filters as they are
 *
 * Texts belong to the index.
 */
typedef struct
{
  const char *key;
  const char *label;
  guint count;
} OctFacetValue;

/**
 * OctResult:
 * @rows: the matching rows in the order asked for
 * @n_rows: how many
 *
 * The answer to a query; free with oct_result_free().
 */
typedef struct
{
  guint32 *rows;
  guint n_rows;
} OctResult;

void oct_result_free (OctResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctResult, oct_result_free)

OctIndex *oct_index_open (const char *path, GError **error);
guint oct_index_get_n_rows (OctIndex *self);
gboolean oct_index_get_facts (OctIndex *self, guint row, OctSchoolFacts *facts);
gboolean oct_index_find_urn (OctIndex *self, guint32 urn, guint *row);
OctSchool *oct_index_get_school (OctIndex *self, guint row);
OctDate oct_index_get_as_at (OctIndex *self);

/* @starred: (nullable): set of guint32 URNs as a GHashTable of GUINT_TO_POINTER keys. */
OctResult *oct_index_search (OctIndex *self, OctSchoolQuery *query, GHashTable *starred);
guint oct_index_count (OctIndex *self, OctSchoolQuery *query, GHashTable *starred);

/* (transfer container) array of OctFacetValue with a count above 0 or chosen in the query. */
GArray *oct_index_count_facet (OctIndex *self, OctSchoolQuery *query, GHashTable *starred,
                               OctFacet facet);
/* All facets in one pass: an array of OCT_N_FACETS GArrays of OctFacetValue. */
GPtrArray *oct_index_count_facets (OctIndex *self, OctSchoolQuery *query, GHashTable *starred);
/* The value of a facet that a row has, as its key. */
const char *oct_index_get_key (OctIndex *self, OctFacet facet, guint row);
const char *oct_index_facet_label (OctIndex *self, OctFacet facet, const char *key);

/**
 * OctPlace:
 * @label: "LS27 0", "Leeds (district)"
 * @kind: what it was known from, in words: "centre of 14 schools' addresses"
 */
typedef struct
{
  char *label;
  char *basis;
  gint32 easting;
  gint32 northing;
} OctPlace;

void oct_place_free (OctPlace *place);
/* Places whose postcode, postcode district, district or school name begins with @text. (element-type OctPlace) */
GPtrArray *oct_index_find_places (OctIndex *self, const char *text, guint max_places);

G_END_DECLS
