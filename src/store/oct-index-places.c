/* Places that a distance can be measured from, known from schools' own addresses.
 *
 * There is no gazetteer on the machine, so a postcode lies where the schools with that postcode lie,
 * and a postcode district or a district at the centre of its schools. The basis says so.
 */

#include "oct-index-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-fold.h"

/* A URN has six digits, or seven one day. */
#define MIN_URN_DIGITS 6

typedef struct
{
  char *label;
  guint kind;     /* the order in which places are offered */
  gboolean whole; /* the text is all of it */
  guint n;
  double easting;
  double northing;
} Candidate;

enum
{
  KIND_POSTCODE_DISTRICT,
  KIND_POSTCODE,
  KIND_DISTRICT,
  KIND_SCHOOL,
};

static void
candidate_free (Candidate *candidate)
{
  g_free (candidate->label);
  g_free (candidate);
}

/**
 * oct_place_free:
 * @place: (transfer full): a place
 */
void
oct_place_free (OctPlace *place)
{
  g_free (place->label);
  g_free (place->basis);
  g_free (place);
}

static void
add_to (GHashTable *candidates, guint kind, const char *label, gboolean whole, gint32 easting,
        gint32 northing)
{
  g_autofree char *key = g_strdup_printf ("%u %s", kind, label);
  Candidate *candidate = g_hash_table_lookup (candidates, key);

  if (candidate == NULL)
    {
      candidate = g_new0 (Candidate, 1);
      candidate->label = g_strdup (label);
      candidate->kind = kind;
      candidate->whole = whole;
      g_hash_table_insert (candidates, g_steal_pointer (&key), candidate);
    }
  candidate->n++;
  candidate->easting += easting;
  candidate->northing += northing;
}

/* "LS27 0LZ" against "ls270": -1 no, 0 begins with it, 1 is it. Spaces and case don't count. */
static int
compare_postcode (const char *postcode, const char *typed)
{
  for (; *typed != '\0'; postcode++)
    {
      if (*postcode == ' ')
        continue;
      if (g_ascii_tolower (*postcode) != *typed)
        return -1;
      typed++;
    }

  return *postcode == '\0';
}

static void
match_postcodes (OctIndex *self, GHashTable *candidates, const char *typed, guint row,
                 gint32 easting, gint32 northing)
{
  const char *postcode = oct_index_text (self, OCT_SECTION_POSTCODE, row);
  const char *space = strchr (postcode, ' ');
  g_autofree char *outward = NULL;
  int match;

  if (space == NULL || g_ascii_tolower (postcode[0]) != typed[0])
    return;

  outward = g_strndup (postcode, (gsize) (space - postcode));
  match = compare_postcode (outward, typed);
  if (match >= 0)
    add_to (candidates, KIND_POSTCODE_DISTRICT, outward, match == 1, easting, northing);
  else if ((match = compare_postcode (postcode, typed)) >= 0)
    add_to (candidates, KIND_POSTCODE, postcode, match == 1, easting, northing);
}

/* Which districts' names begin with the text, by code. */
static guint8 *
match_districts (OctIndex *self, const char *folded)
{
  guint n = self->header->n_values[OCT_CODED_DISTRICT];
  guint8 *matches = g_new0 (guint8, n + 1);

  for (guint code = 0; code < n; code++)
    {
      g_autofree char *name = oct_fold (oct_index_value_label (self, OCT_CODED_DISTRICT, code));

      if (name[0] != '\0' && g_str_has_prefix (name, folded))
        matches[code] = g_str_equal (name, folded) ? 2 : 1;
    }

  return matches;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *left = *(const Candidate *const *) a;
  const Candidate *right = *(const Candidate *const *) b;

  if (left->whole != right->whole)
    return left->whole ? -1 : 1;
  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;

  return strcmp (left->label, right->label);
}

static char *
describe_basis (const Candidate *candidate)
{
  switch (candidate->kind)
    {
    case KIND_SCHOOL:
      return g_strdup (_("The school’s own address"));
    case KIND_POSTCODE:
      return g_strdup_printf (ngettext ("Known from the address of %u school with this postcode",
                                        "Known from the addresses of %u schools with this postcode",
                                        candidate->n),
                              candidate->n);
    case KIND_POSTCODE_DISTRICT:
      return g_strdup_printf (
        ngettext ("The address of the %u school in this postcode district",
                  "The centre of the addresses of %u schools in this postcode district",
                  candidate->n),
        candidate->n);
    case KIND_DISTRICT:
    default:
      return g_strdup_printf (
        ngettext ("The address of the %u school in this district",
                  "The centre of the addresses of %u schools in this district", candidate->n),
        candidate->n);
    }
}

/* Many schools share a name, so each is a place of its own that says which one it is. */
static char *
label_school (OctIndex *self, guint row)
{
  const char *postcode = oct_index_text (self, OCT_SECTION_POSTCODE, row);
  const char *name = oct_index_text (self, OCT_SECTION_NAME, row);

  return *postcode != '\0' ? g_strdup_printf ("%s, %s", name, postcode) : g_strdup (name);
}

static void
add_school (OctIndex *self, GHashTable *candidates, guint row, gboolean whole)
{
  g_autofree char *label = label_school (self, row);

  add_to (candidates, KIND_SCHOOL, label, whole, (gint32) self->columns[OCT_SECTION_EASTING][row],
          (gint32) self->columns[OCT_SECTION_NORTHING][row]);
}

/* The name, or the whole label as it stands in the field when it was chosen: only so is a school that
 * is closed found again. */
static gboolean
match_school (OctIndex *self, GHashTable *candidates, const char *folded, guint row)
{
  const char *name = oct_index_text (self, OCT_SECTION_NAME, row);
  g_autofree char *folded_name = NULL;
  g_autofree char *label = NULL;
  g_autofree char *folded_label = NULL;

  if (g_ascii_tolower (name[0]) != folded[0] && (guchar) name[0] < 0x80)
    return FALSE;
  folded_name = oct_fold (name);
  if (strncmp (folded_name, folded, MIN (strlen (folded_name), strlen (folded))) != 0)
    return FALSE;
  label = label_school (self, row);
  folded_label = oct_fold (label);
  if (!g_str_has_prefix (folded_label, folded)
      || (!oct_status_is_open (self->codes[OCT_FACET_STATUS][row])
          && !g_str_equal (folded_label, folded)))
    return FALSE;
  add_school (self, candidates, row,
              g_str_equal (folded_name, folded) || g_str_equal (folded_label, folded));
  return TRUE;
}

static void
collect (OctIndex *self, GHashTable *candidates, const char *folded, const char *typed,
         guint max_places)
{
  g_autofree guint8 *districts = match_districts (self, folded);
  guint schools = 0;

  for (guint row = 0; row < self->n_rows; row++)
    {
      gint32 easting = (gint32) self->columns[OCT_SECTION_EASTING][row];
      gint32 northing = (gint32) self->columns[OCT_SECTION_NORTHING][row];
      guint district = self->codes[OCT_CODED_DISTRICT][row];

      if (easting <= 0 || northing <= 0)
        continue;

      match_postcodes (self, candidates, typed, row, easting, northing);
      if (districts[district] > 0)
        add_to (candidates, KIND_DISTRICT,
                oct_index_value_label (self, OCT_CODED_DISTRICT, district),
                districts[district] == 2, easting, northing);
      if (schools < max_places && match_school (self, candidates, folded, row))
        schools++;
    }
}

/* What is typed may be a school's URN; a school that is closed was somewhere too. */
static void
match_urn (OctIndex *self, GHashTable *candidates, const char *typed)
{
  guint64 urn;
  guint row;

  if (strlen (typed) >= MIN_URN_DIGITS
      && g_ascii_string_to_unsigned (typed, 10, 1, G_MAXUINT32, &urn, NULL)
      && oct_index_find_urn (self, (guint32) urn, &row)
      && self->columns[OCT_SECTION_EASTING][row] > 0)
    add_school (self, candidates, row, TRUE);
}

/**
 * oct_index_find_places:
 * @self: an index
 * @text: a URN, or the beginning of a postcode, a postcode district, a district's name or a school's
 *   name
 * @max_places: at most so many
 *
 * Returns: (transfer full) (element-type OctPlace): places, what is typed in full first
 */
GPtrArray *
oct_index_find_places (OctIndex *self, const char *text, guint max_places)
{
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_place_free);
  g_autoptr (GHashTable) candidates = NULL;
  g_autoptr (GPtrArray) sorted = NULL;
  g_autofree char *folded = oct_fold (text);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  g_autofree char *typed = g_strjoinv ("", parts);
  GHashTableIter iter;
  gpointer candidate;

  g_return_val_if_fail (OCT_IS_INDEX (self), places);

  if (strlen (typed) < 2)
    return places;

  candidates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) candidate_free);
  match_urn (self, candidates, typed);
  collect (self, candidates, folded, typed, max_places);
  sorted = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, candidates);
  while (g_hash_table_iter_next (&iter, NULL, &candidate))
    g_ptr_array_add (sorted, candidate);
  g_ptr_array_sort (sorted, compare_candidates);

  for (guint i = 0; i < sorted->len && i < max_places; i++)
    {
      const Candidate *chosen = g_ptr_array_index (sorted, i);
      OctPlace *place = g_new0 (OctPlace, 1);

      place->label = g_strdup (chosen->label);
      place->basis = describe_basis (chosen);
      place->easting = (gint32) (chosen->easting / chosen->n + 0.5);
      place->northing = (gint32) (chosen->northing / chosen->n + 0.5);
      g_ptr_array_add (places, place);
    }

  return places;
}
