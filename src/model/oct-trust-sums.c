/* Adding up the schools of each trust, in one pass over the register in any order.
 *
 * A trust lies in a handful of regions and authorities, so each sum keeps short lists of those and
 * looks through them; names are interned so that comparing two is comparing two pointers.
 */
#include "oct-trust-sums.h"

typedef struct
{
  guint32 id; /* position among the interned names */
  guint schools;
} PlaceCount;

typedef struct
{
  guint schools;
  guint schools_by_phase[OCT_N_PHASES];
  guint special_schools;
  gint64 pupils;
  gint64 capacity;
  gint64 fsm_pupils;   /* pupils of the schools that state both */
  gint64 fsm_weighted; /* those pupils × tenths of a per cent */
  gint64 used_pupils;  /* pupils of the schools that state both */
  gint64 used_capacity;
  guint fsm_left_out;
  guint opened_since;
  guint joined_since;
  GArray *regions;     /* (element-type PlaceCount) */
  GArray *authorities; /* (element-type PlaceCount) */
} Sum;

struct _OctTrustSums
{
  OctDate as_at;
  OctDate year_before;
  GHashTable *by_uid; /* UID → Sum */
  GHashTable *ids;    /* name → id + 1 */
  GPtrArray *names;   /* id → name */
};

static void
sum_free (gpointer data)
{
  Sum *sum = data;

  g_array_unref (sum->regions);
  g_array_unref (sum->authorities);
  g_free (sum);
}

/* The same day a year earlier; 28 February for a leap day. */
static OctDate
year_before (OctDate date)
{
  OctDate before;

  if (date == OCT_DATE_UNKNOWN)
    return OCT_DATE_UNKNOWN;
  before = oct_date_new (date / 10000 - 1, date / 100 % 100, date % 100);
  return before != OCT_DATE_UNKNOWN ? before : date - 10001;
}

/**
 * oct_trust_sums_new:
 * @as_at: the register's day, to which "the last year" runs; %OCT_DATE_UNKNOWN where there is none
 *
 * Returns: (transfer full): sums to which no school was added yet
 */
OctTrustSums *
oct_trust_sums_new (OctDate as_at)
{
  OctTrustSums *sums = g_new0 (OctTrustSums, 1);

  sums->as_at = as_at;
  sums->year_before = year_before (as_at);
  sums->by_uid = g_hash_table_new_full (NULL, NULL, NULL, sum_free);
  sums->ids = g_hash_table_new (g_str_hash, g_str_equal);
  sums->names = g_ptr_array_new_with_free_func (g_free);
  return sums;
}

/**
 * oct_trust_sums_free:
 * @sums: (nullable) (transfer full): the sums
 */
void
oct_trust_sums_free (OctTrustSums *sums)
{
  if (sums == NULL)
    return;
  g_hash_table_unref (sums->by_uid);
  g_hash_table_unref (sums->ids);
  g_ptr_array_unref (sums->names);
  g_free (sums);
}

static guint32
intern (OctTrustSums *sums, const char *name)
{
  gpointer id = g_hash_table_lookup (sums->ids, name);

  if (id == NULL)
    {
      char *copy = g_strdup (name);

      g_ptr_array_add (sums->names, copy);
      id = GUINT_TO_POINTER (sums->names->len);
      g_hash_table_insert (sums->ids, copy, id);
    }
  return GPOINTER_TO_UINT (id) - 1;
}

static void
count_place (OctTrustSums *sums, GArray *places, const char *name)
{
  PlaceCount place = { 0, 1 };

  if (name == NULL || *name == '\0')
    return;
  place.id = intern (sums, name);
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, PlaceCount, i).id == place.id)
      {
        g_array_index (places, PlaceCount, i).schools++;
        return;
      }
  g_array_append_val (places, place);
}

static gboolean
is_in_last_year (OctTrustSums *sums, OctDate date)
{
  return sums->as_at != OCT_DATE_UNKNOWN && date > sums->year_before && date <= sums->as_at;
}

static Sum *
find_sum (OctTrustSums *sums, guint32 uid)
{
  Sum *sum = g_hash_table_lookup (sums->by_uid, GUINT_TO_POINTER (uid));

  if (sum == NULL)
    {
      sum = g_new0 (Sum, 1);
      sum->regions = g_array_new (FALSE, FALSE, sizeof (PlaceCount));
      sum->authorities = g_array_new (FALSE, FALSE, sizeof (PlaceCount));
      g_hash_table_insert (sums->by_uid, GUINT_TO_POINTER (uid), sum);
    }
  return sum;
}

/**
 * oct_trust_sums_add:
 * @facts: one school of the register
 *
 * Adds a school to its trust. A school in no trust, and one that isn't open, adds nothing.
 */
void
oct_trust_sums_add (OctTrustSums *sums, const OctSchoolFacts *facts)
{
  Sum *sum;

  g_return_if_fail (sums != NULL);
  g_return_if_fail (facts != NULL);

  if (facts->trust_uid == 0 || !oct_status_is_open (facts->status))
    return;

  sum = find_sum (sums, facts->trust_uid);
  sum->schools++;
  if ((guint) facts->phase < OCT_N_PHASES)
    sum->schools_by_phase[facts->phase]++;
  if (oct_school_facts_is_special (facts))
    sum->special_schools++;
  if (facts->pupils >= 0)
    sum->pupils += facts->pupils;
  if (facts->capacity >= 0)
    sum->capacity += facts->capacity;
  if (facts->fsm_tenths >= 0 && !oct_school_facts_states_fsm (facts))
    sum->fsm_left_out++;
  else if (facts->pupils > 0 && facts->fsm_tenths >= 0)
    {
      sum->fsm_pupils += facts->pupils;
      sum->fsm_weighted += (gint64) facts->pupils * facts->fsm_tenths;
    }
  if (facts->pupils >= 0 && facts->capacity > 0)
    {
      sum->used_pupils += facts->pupils;
      sum->used_capacity += facts->capacity;
    }
  if (is_in_last_year (sums, facts->opened))
    sum->opened_since++;
  if (is_in_last_year (sums, facts->joined))
    sum->joined_since++;
  count_place (sums, sum->regions, facts->region);
  count_place (sums, sum->authorities,
               facts->la_code != NULL && *facts->la_code != '\0' ? facts->la_code : facts->la);
}

/* The region with the most schools; of two with as many, the first by name, so that the answer
 * doesn't hang on the order in which schools were added. */
static const char *
main_region (OctTrustSums *sums, const Sum *sum)
{
  const char *best = "";
  guint most = 0;

  for (guint i = 0; i < sum->regions->len; i++)
    {
      PlaceCount *place = &g_array_index (sum->regions, PlaceCount, i);
      const char *name = g_ptr_array_index (sums->names, place->id);

      if (place->schools > most || (place->schools == most && g_strcmp0 (name, best) < 0))
        {
          best = name;
          most = place->schools;
        }
    }
  return best;
}

/**
 * oct_trust_sums_fill:
 * @facts: (inout): a trust whose uid is set; gets every sum, while left_since, which the schools of
 *   today can't tell, is left alone. main_region belongs to @sums
 *
 * Sums are defined in #OctTrustFacts: the percentage eligible for free school meals is that of all
 * the trust's pupils (each school's percentage weighted by its pupils), not the mean of its
 * schools'. A school for 16 plus that states nought counts neither above nor below the line.
 * "The last year" is the 12 months that end with, and include, the register's day.
 *
 * Returns: whether the trust has an open school; without one the sums are 0, and -1 for the two ratios
 */
gboolean
oct_trust_sums_fill (OctTrustSums *sums, OctTrustFacts *facts)
{
  static const Sum nothing = { 0 };
  const Sum *sum;

  g_return_val_if_fail (sums != NULL, FALSE);
  g_return_val_if_fail (facts != NULL, FALSE);

  sum = g_hash_table_lookup (sums->by_uid, GUINT_TO_POINTER (facts->uid));
  if (sum == NULL)
    sum = &nothing;

  facts->schools = sum->schools;
  for (guint i = 0; i < OCT_N_PHASES; i++)
    facts->schools_by_phase[i] = sum->schools_by_phase[i];
  facts->special_schools = sum->special_schools;
  facts->pupils = (gint32) MIN (sum->pupils, G_MAXINT32);
  facts->capacity = (gint32) MIN (sum->capacity, G_MAXINT32);
  facts->capacity_counted = (gint32) MIN (sum->used_capacity, G_MAXINT32);
  facts->fsm_percent = sum->fsm_pupils > 0 ? (double) sum->fsm_weighted / sum->fsm_pupils / 10 : -1;
  facts->fsm_left_out = sum->fsm_left_out;
  facts->capacity_used = sum->used_capacity > 0 ? (double) sum->used_pupils / sum->used_capacity
                                                : -1;
  facts->regions = sum->regions != NULL ? sum->regions->len : 0;
  facts->local_authorities = sum->authorities != NULL ? sum->authorities->len : 0;
  facts->main_region = sum->regions != NULL ? main_region (sums, sum) : "";
  facts->opened_since = sum->opened_since;
  facts->joined_since = sum->joined_since;
  return sum->schools > 0;
}
