/* What a person asked of the list of schools: words, filters, a distance, an order.
 *
 * A query is a small mutable value that can be copied, compared and written as one line of text;
 * that line is what the location of a page, a saved view and the restored state of the window
 * hold. It knows nothing of how it is answered.
 */
#pragma once

#include <glib-object.h>

#include "oct-date.h"
#include "oct-vocabulary.h"

G_BEGIN_DECLS

/* What a table of schools can show and be sorted by. */
typedef enum
{
  OCT_COLUMN_NAME,
  OCT_COLUMN_URN,
  OCT_COLUMN_PHASE,
  OCT_COLUMN_TYPE,
  OCT_COLUMN_TYPE_GROUP,
  OCT_COLUMN_STATUS,
  OCT_COLUMN_TRUST,
  OCT_COLUMN_LA,
  OCT_COLUMN_REGION,
  OCT_COLUMN_TOWN,
  OCT_COLUMN_POSTCODE,
  OCT_COLUMN_HEAD,
  OCT_COLUMN_PUPILS,
  OCT_COLUMN_CAPACITY,
  OCT_COLUMN_CAPACITY_USED,
  OCT_COLUMN_FSM,
  OCT_COLUMN_AGES,
  OCT_COLUMN_GENDER,
  OCT_COLUMN_RELIGION,
  OCT_COLUMN_SIXTH_FORM,
  OCT_COLUMN_OPENED,
  OCT_COLUMN_CLOSED,
  OCT_COLUMN_JOINED,
  OCT_COLUMN_DISTANCE,
  OCT_COLUMN_RELEVANCE, /* only as an order: best match first */
  OCT_N_COLUMNS
} OctColumn;

const char *oct_column_key (OctColumn column);
const char *oct_column_label (OctColumn column);
gboolean oct_column_from_key (const char *key, OctColumn *column);
gboolean oct_column_is_numeric (OctColumn column);

#define OCT_TYPE_SCHOOL_QUERY (oct_school_query_get_type ())
G_DECLARE_FINAL_TYPE (OctSchoolQuery, oct_school_query, OCT, SCHOOL_QUERY, GObject)

OctSchoolQuery *oct_school_query_new (void);
OctSchoolQuery *oct_school_query_copy (OctSchoolQuery *self);
gboolean oct_school_query_equal (OctSchoolQuery *a, OctSchoolQuery *b);
char *oct_school_query_to_string (OctSchoolQuery *self);
OctSchoolQuery *oct_school_query_from_string (const char *text);

const char *oct_school_query_get_text (OctSchoolQuery *self);
void oct_school_query_set_text (OctSchoolQuery *self, const char *text);

/* Keys are those of the facet's values: "primary", a LA's three digits, a trust's UID. */
GPtrArray *oct_school_query_get_keys (OctSchoolQuery *self, OctFacet facet);
gboolean oct_school_query_has_key (OctSchoolQuery *self, OctFacet facet, const char *key);
void oct_school_query_set_key (OctSchoolQuery *self, OctFacet facet, const char *key, gboolean on);
void oct_school_query_clear_facet (OctSchoolQuery *self, OctFacet facet);
gboolean oct_school_query_has_filters (OctSchoolQuery *self);
void oct_school_query_clear (OctSchoolQuery *self);

OctDate oct_school_query_get_opened_since (OctSchoolQuery *self);
void oct_school_query_set_opened_since (OctSchoolQuery *self, OctDate date);
OctDate oct_school_query_get_joined_since (OctSchoolQuery *self);
void oct_school_query_set_joined_since (OctSchoolQuery *self, OctDate date);
OctDate oct_school_query_get_joined_until (OctSchoolQuery *self);
void oct_school_query_set_joined_until (OctSchoolQuery *self, OctDate date);

gboolean oct_school_query_get_starred (OctSchoolQuery *self);
void oct_school_query_set_starred (OctSchoolQuery *self, gboolean starred);

/* Near: within @km kilometres of a point; @place is what the person named. km 0: no such filter. */
gboolean oct_school_query_get_near (OctSchoolQuery *self, gint32 *easting, gint32 *northing,
                                    double *km, const char **place);
void oct_school_query_set_near (OctSchoolQuery *self, gint32 easting, gint32 northing, double km,
                                const char *place);

OctColumn oct_school_query_get_sort (OctSchoolQuery *self, gboolean *descending);
void oct_school_query_set_sort (OctSchoolQuery *self, OctColumn column, gboolean descending);

G_END_DECLS
