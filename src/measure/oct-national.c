/* The national picture, counted one school at a time.
 *
 * A figure such as "62% of pupils are in academies" hangs on what is counted over what, so the
 * definition stands in one place, is written out for people by oct_national_describe_definition(),
 * and is tried in the tests against sums worked by hand.
 */
#include "oct-national.h"

#include <glib/gi18n.h>

struct _OctNational
{
  GObject parent_instance;

  OctDate as_at;
  OctShare all;
  OctShare secondary;
  OctShare primary;
  gint64 pupils_of_predecessors;
  GHashTable *regions;     /* name → OctShareRow */
  GHashTable *authorities; /* code → OctShareRow */
  GHashTable *trusts;      /* UID of a MAT → its open schools */
  GHashTable *joins;       /* year → open schools */
  guint joins_unknown;
};

G_DEFINE_FINAL_TYPE (OctNational, oct_national, G_TYPE_OBJECT)

static void
row_free (gpointer data)
{
  OctShareRow *row = data;

  g_free (row->key);
  g_free (row->label);
  g_free (row);
}

static void
oct_national_finalize (GObject *object)
{
  OctNational *self = OCT_NATIONAL (object);

  g_hash_table_unref (self->regions);
  g_hash_table_unref (self->authorities);
  g_hash_table_unref (self->trusts);
  g_hash_table_unref (self->joins);

  G_OBJECT_CLASS (oct_national_parent_class)->finalize (object);
}

static void
oct_national_class_init (OctNationalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_national_finalize;
}

static void
oct_national_init (OctNational *self)
{
  self->regions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, row_free);
  self->authorities = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, row_free);
  self->trusts = g_hash_table_new (NULL, NULL);
  self->joins = g_hash_table_new (NULL, NULL);
}

/**
 * oct_share_percent:
 * @share: a share
 *
 * Returns: pupils in academies as a percentage of pupils in state-funded schools, 0 to 100; -1 where
 *   there are no pupils
 */
double
oct_share_percent (const OctShare *share)
{
  g_return_val_if_fail (share != NULL, -1);

  if (share->pupils <= 0)
    return -1;
  return 100.0 * (double) share->academy_pupils / (double) share->pupils;
}

/**
 * oct_national_new:
 * @as_at: the day of the register whose schools will be added
 *
 * Returns: (transfer full): a picture with no schools in it yet
 */
OctNational *
oct_national_new (OctDate as_at)
{
  OctNational *self = g_object_new (OCT_TYPE_NATIONAL, NULL);

  self->as_at = as_at;
  return self;
}

static void
count_share (OctShare *share, gboolean academy, gint32 pupils)
{
  share->schools++;
  share->pupils += pupils;
  if (academy)
    {
      share->academy_schools++;
      share->academy_pupils += pupils;
    }
}

static void
count_row (GHashTable *rows, const char *key, const char *label, OctPhase phase, gboolean academy,
           gint32 pupils)
{
  OctShareRow *row;

  if (key == NULL || *key == '\0')
    return;
  row = g_hash_table_lookup (rows, key);
  if (row == NULL)
    {
      row = g_new0 (OctShareRow, 1);
      row->key = g_strdup (key);
      row->label = g_strdup (label != NULL && *label != '\0' ? label : key);
      g_hash_table_insert (rows, row->key, row);
    }
  count_share (&row->all, academy, pupils);
  if (oct_phase_is_secondary (phase))
    count_share (&row->secondary, academy, pupils);
  if (oct_phase_is_primary (phase))
    count_share (&row->primary, academy, pupils);
}

static void
count_one (GHashTable *counts, guint key)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (key)));

  g_hash_table_insert (counts, GUINT_TO_POINTER (key), GUINT_TO_POINTER (count + 1));
}

static void
count_trust (OctNational *self, const OctSchoolFacts *facts)
{
  if (facts->trust_uid == 0)
    return;
  if (facts->trust_type == OCT_GROUP_MAT)
    count_one (self->trusts, facts->trust_uid);
  /* An academy's trust is an academy trust, even where the register doesn't state its type. A list of
   * schools can be narrowed to academies, so each year leads to the schools that it counts. */
  if (!oct_type_group_is_academy (facts->type_group))
    return;
  if (facts->joined == OCT_DATE_UNKNOWN)
    self->joins_unknown++;
  else
    count_one (self->joins, (guint) oct_date_year (facts->joined));
}

/* A school that states no pupils of its own counts as a school and adds no pupils. */
static gint32
own_pupils (OctNational *self, const OctSchoolFacts *facts)
{
  if (facts->pupils <= 0)
    return 0;
  if (facts->pupils_from_urn != 0)
    {
      self->pupils_of_predecessors += facts->pupils;
      return 0;
    }
  return facts->pupils;
}

/**
 * oct_national_add:
 * @facts: one school of the register; texts are copied
 *
 * Counts the school where the definition says. Schools that aren't open count nowhere; open ones
 * that aren't state-funded count only towards their trust, if they are in one. Order doesn't matter.
 */
void
oct_national_add (OctNational *self, const OctSchoolFacts *facts)
{
  gboolean academy;
  gint32 pupils;

  g_return_if_fail (OCT_IS_NATIONAL (self));
  g_return_if_fail (facts != NULL);

  if (!oct_status_is_open (facts->status))
    return;
  count_trust (self, facts);
  if (!oct_type_group_is_state_funded (facts->type_group))
    return;

  academy = oct_type_group_is_academy (facts->type_group);
  pupils = own_pupils (self, facts);
  count_share (&self->all, academy, pupils);
  if (oct_phase_is_secondary (facts->phase))
    count_share (&self->secondary, academy, pupils);
  if (oct_phase_is_primary (facts->phase))
    count_share (&self->primary, academy, pupils);
  count_row (self->regions, facts->region, facts->region, facts->phase, academy, pupils);
  count_row (self->authorities, facts->la_code, facts->la, facts->phase, academy, pupils);
}

/**
 * oct_national_get_as_at:
 *
 * Returns: the day of the register
 */
OctDate
oct_national_get_as_at (OctNational *self)
{
  g_return_val_if_fail (OCT_IS_NATIONAL (self), OCT_DATE_UNKNOWN);

  return self->as_at;
}

/**
 * oct_national_get_all:
 *
 * Returns: (transfer none): the share over every phase, nursery schools and 16 plus included
 */
const OctShare *
oct_national_get_all (OctNational *self)
{
  g_return_val_if_fail (OCT_IS_NATIONAL (self), NULL);

  return &self->all;
}

/**
 * oct_national_get_secondary:
 *
 * Returns: (transfer none): the share over secondary, middle-deemed-secondary and all-through schools
 */
const OctShare *
oct_national_get_secondary (OctNational *self)
{
  g_return_val_if_fail (OCT_IS_NATIONAL (self), NULL);

  return &self->secondary;
}

/**
 * oct_national_get_primary:
 *
 * Returns: (transfer none): the share over primary and middle-deemed-primary schools
 */
const OctShare *
oct_national_get_primary (OctNational *self)
{
  g_return_val_if_fail (OCT_IS_NATIONAL (self), NULL);

  return &self->primary;
}

/**
 * oct_national_get_pupils_of_predecessors:
 *
 * An academy that opened after the census states no pupils yet, and the register shows its
 * predecessor's with a note. They are no figure of the academy's, so the shares leave them out.
 *
 * Returns: how many pupils were left out
 */
gint64
oct_national_get_pupils_of_predecessors (OctNational *self)
{
  g_return_val_if_fail (OCT_IS_NATIONAL (self), 0);

  return self->pupils_of_predecessors;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const OctShareRow *row_a = *(const OctShareRow *const *) a;
  const OctShareRow *row_b = *(const OctShareRow *const *) b;
  int order = g_utf8_collate (row_a->label, row_b->label);

  return order != 0 ? order : g_strcmp0 (row_a->key, row_b->key);
}

static GPtrArray *
copy_rows (GHashTable *rows)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (row_free);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      OctShareRow *copy = g_new (OctShareRow, 1);

      *copy = *(OctShareRow *) value;
      copy->key = g_strdup (copy->key);
      copy->label = g_strdup (copy->label);
      g_ptr_array_add (copies, copy);
    }
  g_ptr_array_sort (copies, compare_rows);
  return copies;
}

/**
 * oct_national_get_regions:
 *
 * Returns: (transfer full) (element-type OctShareRow): the shares of each region that has a
 *   state-funded school, by name; the key is the region's name
 */
GPtrArray *
oct_national_get_regions (OctNational *self)
{
  g_return_val_if_fail (OCT_IS_NATIONAL (self), NULL);

  return copy_rows (self->regions);
}

/**
 * oct_national_get_authorities:
 *
 * Returns: (transfer full) (element-type OctShareRow): the shares of each local authority that has a
 *   state-funded school, by name; the key is its three digits
 */
GPtrArray *
oct_national_get_authorities (OctNational *self)
{
  g_return_val_if_fail (OCT_IS_NATIONAL (self), NULL);

  return copy_rows (self->authorities);
}

/**
 * oct_national_describe_definition:
 *
 * Returns: (transfer full): what is counted over what, for people
 */
char *
oct_national_describe_definition (void)
{
  return g_strdup (
    _("Pupils in academies and free schools as a share of pupils in LA-maintained schools, "
      "academies, free schools and special schools. Pupils of open schools, as the register "
      "states them; an academy that states none yet adds none. Secondary includes "
      "middle-deemed-secondary and all-through schools; primary includes "
      "middle-deemed-primary schools and leaves nursery schools out."));
}

/**
 * oct_national_get_trust_sizes:
 *
 * A trust's size is its number of open schools. Trusts without an open school, single-academy
 * trusts and other groups aren't counted; a multi-academy trust may have only one school.
 *
 * Returns: (transfer full) (element-type OctSizeBand): every band in order, empty ones too
 */
GArray *
oct_national_get_trust_sizes (OctNational *self)
{
  static const OctSizeBand bands[] = {
    { 1, 1 }, { 2, 2 }, { 3, 5 }, { 6, 10 }, { 11, 20 }, { 21, 30 }, { 31, 50 }, { 51, G_MAXUINT },
  };
  GArray *sizes;
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (OCT_IS_NATIONAL (self), NULL);

  sizes = g_array_new (FALSE, FALSE, sizeof (OctSizeBand));
  g_array_append_vals (sizes, bands, G_N_ELEMENTS (bands));
  g_hash_table_iter_init (&iter, self->trusts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    for (guint i = 0; i < sizes->len; i++)
      {
        OctSizeBand *band = &g_array_index (sizes, OctSizeBand, i);

        if (GPOINTER_TO_UINT (value) >= band->low && GPOINTER_TO_UINT (value) <= band->high)
          {
            band->trusts++;
            band->schools += GPOINTER_TO_UINT (value);
          }
      }
  return sizes;
}

/**
 * oct_national_get_joins:
 * @unknown: (out) (optional): open academies in a trust whose day of joining isn't known
 *
 * Only academies count, free schools among them. A school that has left or closed since is not in the year in which it
 * joined, so the earlier years are not what a count at the time would have been.
 *
 * Returns: (transfer full) (element-type OctYearCount): every year from the first in which a school
 *   joined to the last, those in which none did too; empty where no day is known
 */
GArray *
oct_national_get_joins (OctNational *self, guint *unknown)
{
  GArray *joins;
  GHashTableIter iter;
  gpointer key;
  guint first = G_MAXUINT, last = 0;

  g_return_val_if_fail (OCT_IS_NATIONAL (self), NULL);

  if (unknown != NULL)
    *unknown = self->joins_unknown;
  g_hash_table_iter_init (&iter, self->joins);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      first = MIN (first, GPOINTER_TO_UINT (key));
      last = MAX (last, GPOINTER_TO_UINT (key));
    }

  joins = g_array_new (FALSE, FALSE, sizeof (OctYearCount));
  for (guint year = first; year <= last; year++)
    {
      OctYearCount count = {
        (int) year, GPOINTER_TO_UINT (g_hash_table_lookup (self->joins, GUINT_TO_POINTER (year)))
      };

      g_array_append_val (joins, count);
    }
  return joins;
}
