/* Schools as points of a map, one's own trust told apart. */

#include "oct-map-points.h"

#include <glib/gi18n.h>
#include <math.h>

#include "oct-text.h"

/* The least that a map is worth showing of, in metres. */
#define LEAST_ACROSS 6000.0

static OctMapPointKind
kind_of (const OctSchoolFacts *facts, guint32 own)
{
  if (!oct_status_is_open (facts->status))
    return OCT_MAP_POINT_CLOSED;

  return own == 0 || facts->trust_uid == own ? OCT_MAP_POINT_OWN : OCT_MAP_POINT_OTHER;
}

/* Own schools come last, so that they are drawn above the others. */
static void
add_points (GArray *points, GStringChunk *texts, OctIndex *index, const OctResult *result,
            guint32 own, gboolean own_pass)
{
  for (guint i = 0; i < result->n_rows; i++)
    {
      OctSchoolFacts facts;
      OctMapPoint point = { 0 };
      g_autofree char *id = NULL;
      g_autofree char *detail = NULL;

      if (!oct_index_get_facts (index, result->rows[i], &facts)
          || (own != 0 && facts.trust_uid == own) != own_pass)
        continue;
      id = g_strdup_printf ("%u", facts.urn);
      detail = oct_text_school_line (&facts);
      point.easting = facts.easting;
      point.northing = facts.northing;
      point.id = g_string_chunk_insert (texts, id);
      point.name = facts.name;
      point.detail = g_string_chunk_insert_const (texts, detail);
      point.kind = kind_of (&facts, own);
      g_array_append_val (points, point);
    }
}

/**
 * oct_map_points_set:
 * @map: a map
 * @index: the index of @result
 * @result: schools
 * @own: one's own trust, or 0
 *
 * Gives schools to a map and names their kinds in its key.
 *
 * Returns: for how many of them the register has a place
 */
guint
oct_map_points_set (OctMapChart *map, OctIndex *index, const OctResult *result, guint32 own)
{
  g_autoptr (GArray) points = g_array_sized_new (FALSE, TRUE, sizeof (OctMapPoint), result->n_rows);
  GStringChunk *texts = g_string_chunk_new (64 * 1024);
  guint n_own, n_placed = 0;

  add_points (points, texts, index, result, own, FALSE);
  n_own = points->len;
  if (own != 0)
    add_points (points, texts, index, result, own, TRUE);
  n_own = points->len - n_own;

  oct_map_chart_set_points (map, (const OctMapPoint *) points->data, points->len);
  oct_map_chart_set_kind_name (map, OCT_MAP_POINT_OWN,
                               n_own > 0  ? _("Schools of your trust")
                               : own == 0 ? _("Schools")
                                          : NULL);
  oct_map_chart_set_kind_name (map, OCT_MAP_POINT_OTHER,
                               own == 0    ? NULL
                               : n_own > 0 ? _("Other schools")
                                           : _("Schools"));
  g_string_chunk_free (texts);
  for (guint i = 0; i < points->len; i++)
    {
      const OctMapPoint *point = &g_array_index (points, OctMapPoint, i);

      n_placed += point->easting > 0 && point->northing > 0;
    }

  return n_placed;
}

/**
 * oct_map_points_box:
 * @session: a session
 * @uid: a trust
 * @easting: (out): the middle of its schools
 * @northing: (out): the middle of its schools
 * @across: (out): how many metres the map has to show
 *
 * Returns: whether any of its open schools states its place
 */
gboolean
oct_map_points_box (OctSession *session, guint32 uid, double *easting, double *northing,
                    double *across)
{
  OctRegister *reg = oct_session_get_register (session);
  g_autoptr (OctSchoolQuery) query = oct_school_query_new ();
  g_autoptr (OctResult) result = NULL;
  g_autofree char *key = g_strdup_printf ("%u", uid);
  double west = G_MAXDOUBLE, east = 0, south = G_MAXDOUBLE, north = 0;

  if (reg == NULL || uid == 0)
    return FALSE;

  oct_school_query_set_key (query, OCT_FACET_TRUST, key, TRUE);
  result = oct_session_search (session, query);
  for (guint i = 0; result != NULL && i < result->n_rows; i++)
    {
      OctSchoolFacts facts;

      if (!oct_index_get_facts (oct_register_get_index (reg), result->rows[i], &facts)
          || !oct_status_is_open (facts.status) || facts.easting <= 0 || facts.northing <= 0)
        continue;
      west = MIN (west, facts.easting);
      east = MAX (east, facts.easting);
      south = MIN (south, facts.northing);
      north = MAX (north, facts.northing);
    }
  if (east <= 0)
    return FALSE;

  *easting = (west + east) / 2;
  *northing = (south + north) / 2;
  *across = MAX (LEAST_ACROSS, 1.3 * MAX (east - west, north - south));
  return TRUE;
}
