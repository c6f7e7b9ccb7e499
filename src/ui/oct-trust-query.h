/* What a person asked of the list of trusts: words, filters and an order, as one line of text. */
#pragma once

#include <glib.h>

#include "oct-trust-column.h"

G_BEGIN_DECLS

/* Trusts with many schools, trusts with one, and everything else are lists of their own. */
typedef enum
{
  OCT_TRUST_KIND_MAT,
  OCT_TRUST_KIND_SAT,
  OCT_TRUST_KIND_OTHER,
  OCT_TRUST_KIND_ALL,
  OCT_N_TRUST_KINDS
} OctTrustKind;

typedef enum
{
  OCT_TRUST_OPEN,
  OCT_TRUST_CLOSED,
  OCT_TRUST_ANY_STATUS,
} OctTrustStatus;

/**
 * OctTrustQuery:
 * @text: words of the name, never %NULL
 * @region: (nullable): where most of its schools are
 * @low: at least so many open schools
 * @high: at most so many, %G_MAXUINT for no limit
 */
typedef struct
{
  char *text;
  OctTrustKind kind;
  OctTrustStatus status;
  char *region;
  guint low;
  guint high;
  gboolean starred;
  OctTrustColumn sort;
  gboolean descending;
} OctTrustQuery;

OctTrustQuery *oct_trust_query_new (void);
void oct_trust_query_free (OctTrustQuery *query);
OctTrustQuery *oct_trust_query_from_location (const char *location);
char *oct_trust_query_to_location (const OctTrustQuery *query);
gboolean oct_trust_query_has_filters (const OctTrustQuery *query);

OctTrustKind oct_trust_kind_of (OctGroupType type);
/* Whether @facts matches everything but the kind; @folded_name and @folded_text as oct_fold() makes them. */
gboolean oct_trust_query_matches (const OctTrustQuery *query, const OctTrustFacts *facts,
                                  const char *folded_name, const char *folded_text,
                                  gboolean starred);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctTrustQuery, oct_trust_query_free)
gboolean oct_trust_query_has_status (const OctTrustQuery *query, const OctTrustFacts *facts);
char *oct_trust_query_count_to_text (const OctTrustQuery *query, guint n_shown, guint n_all);

G_END_DECLS
