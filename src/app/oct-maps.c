/* Charts made of the register: where a trust's schools are, and how many of each phase it has.
 *
 * A chart knows nothing of schools; here rows of the index become points and bars with names,
 * details and ids, and the finding becomes the title.
 */
#include "oct-commands.h"

#include <glib/gi18n.h>

#include "oct-bar-chart.h"
#include "oct-error.h"
#include "oct-map-chart.h"

/* Points own their texts until the map has copied them. */
typedef struct
{
  GArray *points;
  GStringChunk *texts;
} Points;

static void
points_init (Points *points)
{
  points->points = g_array_new (FALSE, FALSE, sizeof (OctMapPoint));
  points->texts = g_string_chunk_new (1024);
}

static void
points_clear (Points *points)
{
  g_array_unref (points->points);
  g_string_chunk_free (points->texts);
}

static char *
describe_school (const OctSchoolFacts *facts)
{
  if (facts->pupils < 0)
    /* Translators: phase and status of a school: "Primary, open". */
    return g_strdup_printf (_("%s, %s"), oct_phase_label (facts->phase),
                            oct_status_label (facts->status));

  /* Translators: phase, status and number of pupils of a school. */
  return g_strdup_printf (ngettext ("%s, %s, %'d pupil", "%s, %s, %'d pupils", facts->pupils),
                          oct_phase_label (facts->phase), oct_status_label (facts->status),
                          facts->pupils);
}

static void
points_add (Points *points, const OctSchoolFacts *facts, OctMapPointKind kind)
{
  g_autofree char *id = g_strdup_printf ("%u", facts->urn);
  g_autofree char *detail = describe_school (facts);
  OctMapPoint point = {
    .easting = facts->easting,
    .northing = facts->northing,
    .id = g_string_chunk_insert (points->texts, id),
    .name = g_string_chunk_insert (points->texts, facts->name),
    .detail = g_string_chunk_insert (points->texts, detail),
    .kind = oct_status_is_open (facts->status) || kind == OCT_MAP_POINT_HIGHLIGHTED
              ? kind
              : OCT_MAP_POINT_CLOSED,
  };

  g_array_append_val (points->points, point);
}

static char *
describe_source (OctSession *session, OctRegister *reg)
{
  g_autofree char *as_at = oct_date_to_text (oct_register_get_as_at (reg));

  if (oct_session_is_demo (session))
    /* Translators: %s is a date. */
    return g_strdup_printf (_("Demonstration: every school is invented. As at %s."), as_at);

  /* Translators: %s is a date. */
  return g_strdup_printf (
    _("Source: Get information about schools, Department for Education, as at %s (Open "
      "Government Licence v3.0)."),
    as_at);
}

static void
set_words (OctChart *chart, OctSession *session, OctRegister *reg, const char *title,
           const char *subtitle)
{
  g_autofree char *source = describe_source (session, reg);

  oct_chart_set_title (chart, title);
  oct_chart_set_subtitle (chart, subtitle);
  if (OCT_IS_MAP_CHART (chart))
    oct_map_chart_set_data_source (OCT_MAP_CHART (chart), source);
  else
    oct_chart_set_source (chart, source);
}

static OctRegister *
require_register (OctSession *session, GError **error)
{
  OctRegister *reg = oct_session_get_register (session);

  if (reg == NULL)
    g_set_error (error, OCT_ERROR, OCT_ERROR_NO_REGISTER,
                 _("No register has been imported yet. Import the public file first."));

  return reg;
}

static OctTrust *
require_trust (OctRegister *reg, guint32 uid, GError **error)
{
  OctTrust *trust = oct_register_get_trust (reg, uid);

  if (trust == NULL)
    g_set_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND,
                 _("The register knows no trust with the UID %u. “octant trusts --search NAME” "
                   "finds a trust’s UID by its name."),
                 uid);

  return trust;
}

/* The open schools of a trust, in the default order. */
static OctResult *
find_trust_schools (OctSession *session, guint32 uid)
{
  g_autoptr (OctSchoolQuery) query = oct_make_group_query (session, uid, TRUE);

  return oct_session_search (session, query);
}

static void
add_result (Points *points, OctIndex *index, const OctResult *result, OctMapPointKind kind,
            guint32 highlighted)
{
  for (guint i = 0; i < result->n_rows; i++)
    {
      OctSchoolFacts facts;

      oct_index_get_facts (index, result->rows[i], &facts);
      if (facts.urn != highlighted)
        points_add (points, &facts, kind);
    }
}

/* The only local authority that the schools of a result are in, or NULL. */
static char *
find_only_authority (OctIndex *index, const OctResult *result)
{
  g_autofree char *la = NULL;

  for (guint i = 0; i < result->n_rows; i++)
    {
      OctSchoolFacts facts;

      oct_index_get_facts (index, result->rows[i], &facts);
      if (la != NULL && !g_str_equal (la, facts.la))
        return NULL;
      if (la == NULL)
        la = g_strdup (facts.la);
    }

  return la != NULL && *la != '\0' ? g_steal_pointer (&la) : NULL;
}

static char *
describe_spread (const OctTrustFacts *facts, const char *only_authority)
{
  g_autofree char *schools = g_strdup_printf (
    ngettext ("%'u school", "%'u schools", facts->schools), facts->schools);

  if (only_authority != NULL)
    /* Translators: the name of a trust, "15 schools", and the local authority they are in. */
    return g_strdup_printf (_("%s: %s in %s"), facts->name, schools, only_authority);
  if (facts->local_authorities == 0)
    /* Translators: the name of a trust and "15 schools". */
    return g_strdup_printf (_("%s: %s"), facts->name, schools);

  /* Translators: the name of a trust, "15 schools", and in how many local authorities they are. */
  return g_strdup_printf (ngettext ("%s: %s in %'u local authority",
                                    "%s: %s in %'u local authorities", facts->local_authorities),
                          facts->name, schools, facts->local_authorities);
}

static guint
count_unplaced (const Points *points)
{
  guint n = 0;

  for (guint i = 0; i < points->points->len; i++)
    {
      const OctMapPoint *point = &g_array_index (points->points, OctMapPoint, i);

      n += point->easting <= 0 || point->northing <= 0;
    }

  return n;
}

static void
give_points (OctMapChart *map, const Points *points)
{
  oct_map_chart_set_points (map, (const OctMapPoint *) points->points->data, points->points->len);
}

static char *
describe_placed (const Points *points, const char *text)
{
  guint unplaced = count_unplaced (points);

  if (unplaced == 0)
    return g_strdup (text);

  /* Translators: a subtitle, and how many schools can't be drawn. */
  return g_strdup_printf (ngettext ("%s. The register states no place for %'u school.",
                                    "%s. The register states no place for %'u schools.", unplaced),
                          text, unplaced);
}

/**
 * oct_make_trust_map:
 * @session: a session
 * @uid: a trust
 * @error: return location for an error
 *
 * Makes the map of a trust's open schools.
 *
 * Returns: (transfer full): the map; %NULL with %OCT_ERROR_NOT_FOUND or %OCT_ERROR_NO_REGISTER
 */
OctChart *
oct_make_trust_map (OctSession *session, guint32 uid, GError **error)
{
  g_autoptr (OctResult) result = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *only_authority = NULL;
  OctRegister *reg;
  OctTrust *trust;
  OctMapChart *map;
  Points points;

  g_return_val_if_fail (OCT_IS_SESSION (session), NULL);

  reg = require_register (session, error);
  trust = reg != NULL ? require_trust (reg, uid, error) : NULL;
  if (trust == NULL)
    return NULL;
  result = find_trust_schools (session, uid);
  points_init (&points);
  add_result (&points, oct_register_get_index (reg), result, OCT_MAP_POINT_OWN, 0);

  map = oct_map_chart_new ();
  give_points (map, &points);
  oct_map_chart_set_authorities (map, TRUE);
  oct_map_chart_set_kind_name (map, OCT_MAP_POINT_OWN, _("Schools of the trust"));
  only_authority = find_only_authority (oct_register_get_index (reg), result);
  title = describe_spread (oct_trust_get_facts (trust), only_authority);
  oct_map_chart_set_subject (map, title);
  subtitle = describe_placed (&points, _("Where the trust’s open schools are"));
  set_words (OCT_CHART (map), session, reg, title, subtitle);
  points_clear (&points);

  return OCT_CHART (map);
}

/**
 * oct_make_school_map:
 * @session: a session
 * @urn: a school
 * @error: return location for an error
 *
 * Makes the map of a school's place, with its trust's other schools.
 *
 * Returns: (transfer full): the map; %NULL with %OCT_ERROR_NOT_FOUND or %OCT_ERROR_NO_REGISTER
 */
OctChart *
oct_make_school_map (OctSession *session, guint32 urn, GError **error)
{
  g_autofree char *subtitle = NULL;
  g_autofree char *placed = NULL;
  OctSchoolFacts facts;
  OctRegister *reg;
  OctMapChart *map;
  Points points;
  guint row;

  g_return_val_if_fail (OCT_IS_SESSION (session), NULL);

  reg = require_register (session, error);
  if (reg == NULL)
    return NULL;
  if (!oct_index_find_urn (oct_register_get_index (reg), urn, &row))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_NOT_FOUND,
                   _("The register knows no school with the URN %u."), urn);
      return NULL;
    }
  oct_index_get_facts (oct_register_get_index (reg), row, &facts);

  map = oct_map_chart_new ();
  points_init (&points);
  points_add (&points, &facts, OCT_MAP_POINT_HIGHLIGHTED);
  oct_map_chart_set_kind_name (map, OCT_MAP_POINT_HIGHLIGHTED, facts.name);
  if (facts.trust_uid != 0)
    {
      g_autoptr (OctResult) result = find_trust_schools (session, facts.trust_uid);

      add_result (&points, oct_register_get_index (reg), result, OCT_MAP_POINT_OWN, urn);
      if (points.points->len > 1)
        oct_map_chart_set_kind_name (map, OCT_MAP_POINT_OWN, _("Other schools of the trust"));
      /* Translators: %s is the name of a trust. */
      subtitle = g_strdup_printf (_("With the other schools of %s"), facts.trust);
    }
  give_points (map, &points);
  oct_map_chart_set_authorities (map, TRUE);
  oct_map_chart_set_subject (map, facts.name);
  placed = describe_placed (&points, subtitle != NULL ? subtitle : facts.la);
  set_words (OCT_CHART (map), session, reg, facts.name, placed);
  points_clear (&points);

  return OCT_CHART (map);
}

/**
 * oct_make_schools_map:
 * @session: a session
 * @result: schools, as a search found them
 * @title: what they are
 * @error: return location for an error
 *
 * Makes the map of a list of schools.
 *
 * Returns: (transfer full): the map, or %NULL with %OCT_ERROR_NO_REGISTER
 */
OctChart *
oct_make_schools_map (OctSession *session, const OctResult *result, const char *title,
                      GError **error)
{
  g_autofree char *count = NULL;
  g_autofree char *subtitle = NULL;
  OctRegister *reg;
  OctMapChart *map;
  Points points;

  g_return_val_if_fail (OCT_IS_SESSION (session), NULL);
  g_return_val_if_fail (result != NULL, NULL);

  reg = require_register (session, error);
  if (reg == NULL)
    return NULL;
  points_init (&points);
  add_result (&points, oct_register_get_index (reg), result, OCT_MAP_POINT_OWN, 0);

  map = oct_map_chart_new ();
  give_points (map, &points);
  oct_map_chart_set_kind_name (map, OCT_MAP_POINT_OWN, _("Schools"));
  oct_map_chart_set_kind_name (map, OCT_MAP_POINT_CLOSED, _("Not open"));
  count = g_strdup_printf (ngettext ("%'u school", "%'u schools", result->n_rows), result->n_rows);
  oct_map_chart_set_subject (map, count);
  subtitle = describe_placed (&points, count);
  set_words (OCT_CHART (map), session, reg, title, subtitle);
  points_clear (&points);

  return OCT_CHART (map);
}

/* The largest phase makes the finding. */
static char *
describe_phases (const OctTrustFacts *facts)
{
  guint most = 0;

  for (guint phase = 1; phase < OCT_N_PHASES; phase++)
    if (facts->schools_by_phase[phase] > facts->schools_by_phase[most])
      most = phase;
  if (facts->schools == 0)
    /* Translators: %s is the name of a trust. */
    return g_strdup_printf (_("%s has no open schools"), facts->name);

  /* Translators: how many of a trust's schools are of one phase: "9 of 15 schools: Primary". */
  return g_strdup_printf (ngettext ("%'u of %'u school: %s", "%'u of %'u schools: %s",
                                    facts->schools),
                          facts->schools_by_phase[most], facts->schools, oct_phase_label (most));
}

/**
 * oct_make_trust_phases:
 * @session: a session
 * @uid: a trust
 * @error: return location for an error
 *
 * Makes the bars of a trust's open schools by phase; a phase it has no school of has no bar.
 *
 * Returns: (transfer full): the bars; %NULL with %OCT_ERROR_NOT_FOUND or %OCT_ERROR_NO_REGISTER
 */
OctChart *
oct_make_trust_phases (OctSession *session, guint32 uid, GError **error)
{
  static const OctPhase order[] = {
    OCT_PHASE_NURSERY,          OCT_PHASE_PRIMARY,        OCT_PHASE_MIDDLE_PRIMARY,
    OCT_PHASE_MIDDLE_SECONDARY, OCT_PHASE_SECONDARY,      OCT_PHASE_ALL_THROUGH,
    OCT_PHASE_SIXTEEN_PLUS,     OCT_PHASE_NOT_APPLICABLE,
  };
  const OctTrustFacts *facts;
  g_autofree char *title = NULL;
  OctBar bars[OCT_N_PHASES] = { 0 };
  guint n_bars = 0;
  OctRegister *reg;
  OctTrust *trust;
  OctBarChart *chart;

  g_return_val_if_fail (OCT_IS_SESSION (session), NULL);

  reg = require_register (session, error);
  trust = reg != NULL ? require_trust (reg, uid, error) : NULL;
  if (trust == NULL)
    return NULL;
  facts = oct_trust_get_facts (trust);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      OctPhase phase = order[i];

      if (facts->schools_by_phase[phase] == 0)
        continue;
      bars[n_bars].id = oct_phase_key (phase);
      bars[n_bars].name = oct_phase_label (phase);
      bars[n_bars].value = facts->schools_by_phase[phase];
      bars[n_bars].comparison = OCT_CHART_MISSING;
      n_bars++;
    }

  chart = oct_bar_chart_new ();
  oct_bar_chart_set_bars (chart, bars, n_bars);
  oct_bar_chart_set_unit (chart, OCT_CHART_UNIT_COUNT);
  oct_bar_chart_set_value_name (chart, _("Open schools"));
  oct_bar_chart_set_item_name (chart, _("Phase"));
  title = describe_phases (facts);
  set_words (OCT_CHART (chart), session, reg, title, _("Open schools by phase"));

  return OCT_CHART (chart);
}
