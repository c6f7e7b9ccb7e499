/* The national picture: the share of state-funded pupils who are in academies, and how trusts are
 * spread by size.
 *
 * The definition is the one under which the register comes nearest to the trust paper's headline
 * figures: academies and free schools over LA-maintained schools, academies, free schools and
 * special schools; pupils of open schools; middle-deemed-secondary and all-through schools count
 * as secondary; nursery schools are left out of primary. Only a school's own pupils count: the
 * figures that the register borrows from a predecessor are counted apart.
 */
#pragma once

#include "oct-school.h"

G_BEGIN_DECLS

/**
 * OctShare:
 * @academy_pupils: pupils in academies and free schools
 * @pupils: pupils in all state-funded schools
 * @academy_schools: open academies and free schools, with pupils or without
 * @schools: all open state-funded schools, with pupils or without
 */
typedef struct
{
  gint64 academy_pupils;
  gint64 pupils;
  guint academy_schools;
  guint schools;
} OctShare;

double oct_share_percent (const OctShare *share); /* -1 where there are no pupils */

/**
 * OctShareRow: the share in one region or local authority, by the facet's key.
 */
typedef struct
{
  char *key;
  char *label;
  OctShare all;
  OctShare secondary;
  OctShare primary;
} OctShareRow;

/* The paper's own headline figures: Cruddas, Why a trust-based system? (CST, February 2026). */
#define OCT_PAPER_ALL_PERCENT 62
#define OCT_PAPER_SECONDARY_PERCENT 82
#define OCT_PAPER_PRIMARY_PERCENT 44

#define OCT_TYPE_NATIONAL (oct_national_get_type ())
G_DECLARE_FINAL_TYPE (OctNational, oct_national, OCT, NATIONAL, GObject)

OctNational *oct_national_new (OctDate as_at);
/* Adds one school; order doesn't matter. Texts are copied. */
void oct_national_add (OctNational *self, const OctSchoolFacts *facts);
OctDate oct_national_get_as_at (OctNational *self);
const OctShare *oct_national_get_all (OctNational *self);
const OctShare *oct_national_get_secondary (OctNational *self);
const OctShare *oct_national_get_primary (OctNational *self);
/* (transfer full) (element-type OctShareRow), by label. */
GPtrArray *oct_national_get_regions (OctNational *self);
GPtrArray *oct_national_get_authorities (OctNational *self);
/* Pupils of predecessors whose academies state none of their own yet; in none of the shares. */
gint64 oct_national_get_pupils_of_predecessors (OctNational *self);
char *oct_national_describe_definition (void);

/**
 * OctSizeBand: MATs that have between @low and @high open schools.
 */
typedef struct
{
  guint low;
  guint high; /* G_MAXUINT for "and more" */
  guint trusts;
  guint schools;
} OctSizeBand;

/* (transfer full) (element-type OctSizeBand) 1, 2, 3–5, 6–10, 11–20, 21–30, 31–50, 51 and more; MATs only. */
GArray *oct_national_get_trust_sizes (OctNational *self);

/**
 * OctYearCount: open schools by the calendar year in which they joined their present trust.
 */
typedef struct
{
  int year;
  guint schools;
} OctYearCount;

/* (transfer full) (element-type OctYearCount), every year from the first to the last. */
GArray *oct_national_get_joins (OctNational *self, guint *unknown);

G_END_DECLS
