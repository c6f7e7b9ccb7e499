/* A trust, or another group of schools, with what its schools add up to.
 *
 * The group comes from the register's groups file, or from the schools that name it where that
 * file isn't imported; the sums are made from its open schools. Immutable once made.
 */
#pragma once

#include <glib-object.h>

#include "oct-date.h"
#include "oct-vocabulary.h"

G_BEGIN_DECLS

/**
 * OctTrustFacts:
 *
 * Sums are over open schools. @pupils counts the schools that state pupils (a predecessor's
 * figures count for an academy that has none of its own yet). @fsm_percent is weighted by
 * pupils over the schools that state both; -1 where none does. Not in it are @fsm_left_out schools,
 * those for 16 plus of which it isn't collected. @capacity_used is pupils over capacity, as a ratio,
 * over the schools that state both; -1 where none does. @capacity is that of every school that
 * states it, @capacity_counted of those that @capacity_used is over.
 */
typedef struct
{
  guint32 uid;
  const char *name;
  OctGroupType type;
  gboolean open;
  const char *company_number;
  const char *town;
  const char *postcode;
  OctDate opened;
  OctDate closed;
  guint schools;
  guint schools_by_phase[OCT_N_PHASES];
  guint special_schools;
  gint32 pupils;
  gint32 capacity;
  gint32 capacity_counted;
  double fsm_percent;
  guint fsm_left_out;
  double capacity_used;
  guint regions; /* how many regions its schools lie in */
  guint local_authorities;
  const char *main_region; /* where most of its schools are */
  guint opened_since; /* open schools that opened in the last year before the register's date */
  guint joined_since; /* open schools that joined in that year */
  guint left_since;   /* schools seen to leave, between the releases imported in that year */
} OctTrustFacts;

#define OCT_TYPE_TRUST (oct_trust_get_type ())
G_DECLARE_FINAL_TYPE (OctTrust, oct_trust, OCT, TRUST, GObject)

OctTrust *oct_trust_new (const OctTrustFacts *facts);
const OctTrustFacts *oct_trust_get_facts (OctTrust *self);
guint32 oct_trust_get_uid (OctTrust *self);
const char *oct_trust_get_name (OctTrust *self);

gboolean oct_trust_facts_know_schools (const OctTrustFacts *facts);
char *oct_trust_facts_describe_fsm (const OctTrustFacts *facts);

G_END_DECLS
