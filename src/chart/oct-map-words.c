/* A map in words and rows: what a screen reader says, and the table that replaces the picture. */
#include <glib/gi18n.h>
#include <math.h>

#include "oct-map-chart-private.h"

/**
 * oct_map_chart_set_data_source:
 * @self: a map
 * @source: where what is shown on the map comes from, as a sentence
 *
 * Sets the source line of the chart: @source, and what must be said of the boundaries wherever a
 * map is shown, printed or saved.
 */
void
oct_map_chart_set_data_source (OctMapChart *self, const char *source)
{
  g_autofree char *line = NULL;

  g_return_if_fail (OCT_IS_MAP_CHART (self));
  g_return_if_fail (source != NULL);

  line = g_strconcat (source, " ",
                      /* Translators: the licence asks for the words from “OS data” on. */
                      _("Boundaries contain OS data © Crown copyright and database right."), NULL);
  oct_chart_set_source (OCT_CHART (self), line);
}

/* The region most of the reader's places are in; without places of their own, all count. */
static void
find_main_region (OctMapChart *self)
{
  g_autofree guint *counts = g_new0 (guint, oct_boundaries_n_areas ());
  gboolean any_own = FALSE;

  if (self->region_known)
    return;
  self->region_known = TRUE;
  self->region_tied = FALSE;
  self->main_region = OCT_AREA_NONE;
  self->n_regions = 0;
  for (guint i = 0; i < self->n_places && !any_own; i++)
    any_own = self->words[i].kind == OCT_MAP_POINT_OWN;
  for (guint i = 0; i < self->n_places; i++)
    {
      const OctMapPlace *place = &self->places[i];
      int region;

      if (place->easting <= 0 || (any_own && self->words[i].kind != OCT_MAP_POINT_OWN))
        continue;
      region = oct_boundaries_find (OCT_AREA_REGION, place->easting, place->northing);
      if (region != OCT_AREA_NONE && counts[region]++ == 0)
        self->n_regions++;
    }
  for (guint i = 0; i < oct_boundaries_n_areas (); i++)
    {
      if (counts[i] > 0
          && (self->main_region == OCT_AREA_NONE || counts[i] > counts[self->main_region]))
        {
          self->main_region = i;
          self->region_tied = FALSE;
        }
      else if (counts[i] > 0 && counts[i] == counts[self->main_region])
        {
          self->region_tied = TRUE;
        }
    }
}

static void
describe_places (OctMapChart *self, GString *text)
{
  g_autofree char *count = NULL;
  guint n_unplaced = 0;

  find_main_region (self);
  if (self->subject != NULL)
    /* Translators: the subject is such as "15 schools of Fen Trust". */
    g_string_append_printf (text, _("Map of %s."), self->subject);
  else
    {
      count = oct_chart_value_to_text (self->n_places, OCT_CHART_UNIT_COUNT);
      g_string_append_printf (
        text, ngettext ("Map of %s place.", "Map of %s places.", self->n_places), count);
    }
  g_string_append_c (text, ' ');
  if (self->main_region != OCT_AREA_NONE && self->n_regions == 1)
    /* Translators: all places on the map are in this region. */
    g_string_append_printf (text, self->n_places == 1 ? _("In %s.") : _("All in %s."),
                            oct_boundaries_get_area (self->main_region)->name);
  else if (self->main_region != OCT_AREA_NONE && self->region_tied)
    g_string_append_printf (
      text, ngettext ("Spread over %u region.", "Spread over %u regions.", self->n_regions),
      self->n_regions);
  else if (self->main_region != OCT_AREA_NONE)
    /* Translators: the number of regions, and the region with the most places. */
    g_string_append_printf (text,
                            ngettext ("In %u region, the most in %s.",
                                      "In %u regions, the most in %s.", self->n_regions),
                            self->n_regions, oct_boundaries_get_area (self->main_region)->name);
  for (guint i = 0; i < self->n_places; i++)
    n_unplaced += self->places[i].easting <= 0 || self->places[i].northing <= 0;
  if (n_unplaced > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text,
                              ngettext ("%u has no known place and isn't drawn.",
                                        "%u have no known place and aren't drawn.", n_unplaced),
                              n_unplaced);
    }
}

static void
describe_shades (OctMapChart *self, GString *text)
{
  const OctMapShade *highest = NULL, *lowest = NULL;
  guint n_missing = 0;

  for (guint i = 0; i < self->shades->len; i++)
    {
      const OctMapShade *shade = &g_array_index (self->shades, OctMapShade, i);

      if (!isfinite (shade->value))
        {
          n_missing++;
          continue;
        }
      if (highest == NULL || shade->value > highest->value)
        highest = shade;
      if (lowest == NULL || shade->value < lowest->value)
        lowest = shade;
    }
  if (self->shade_kind == OCT_AREA_REGION)
    g_string_append_printf (text,
                            ngettext ("Map of %u region, shaded by: %s.",
                                      "Map of %u regions, shaded by: %s.", self->shades->len),
                            self->shades->len, self->value_name);
  else
    g_string_append_printf (text,
                            ngettext ("Map of %u local authority, shaded by: %s.",
                                      "Map of %u local authorities, shaded by: %s.",
                                      self->shades->len),
                            self->shades->len, self->value_name);
  if (highest != NULL)
    {
      g_autofree char *high = oct_chart_value_to_text (highest->value, self->unit);
      g_autofree char *low = oct_chart_value_to_text (lowest->value, self->unit);

      g_string_append_c (text, ' ');
      if (highest->value == lowest->value)
        g_string_append_printf (text, _("All are %s."), high);
      else
        g_string_append_printf (text, _("Highest: %s, %s. Lowest: %s, %s."),
                                oct_boundaries_get_area (highest->area)->name, high,
                                oct_boundaries_get_area (lowest->area)->name, low);
    }
  if (n_missing > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%u has no figure.", "%u have no figure.", n_missing),
                              n_missing);
    }
}

/* The map in a sentence or two; kept until the data change, since every place's region is looked up. */
char *
oct_map_describe (OctMapChart *self)
{
  if (self->description == NULL)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      if (self->shades->len > 0)
        describe_shades (self, text);
      if (self->n_places > 0)
        {
          if (text->len > 0)
            g_string_append_c (text, ' ');
          describe_places (self, text);
        }
      if (text->len == 0)
        g_string_append (text, _("Map of England with nothing on it."));
      self->description = g_strdup (g_strchomp (text->str));
    }
  return g_strdup (self->description);
}

static char *
describe_cluster (OctMapChart *self, const OctMapMark *mark, int mark_index)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *count = oct_chart_value_to_text (mark->count, OCT_CHART_UNIT_COUNT);
  guint n_named = 0;

  g_string_append_printf (text, ngettext ("%s place:", "%s places close together:", mark->count),
                          count);
  for (guint i = mark->first; i < self->n_places && n_named < 3; i++)
    {
      if (self->marks->mark_of_place[i] != mark_index)
        continue;
      g_string_append_printf (text, "%s%s", n_named == 0 ? " " : ", ", self->words[i].name);
      n_named++;
    }
  if (mark->count > n_named)
    {
      g_autofree char *rest = oct_chart_value_to_text (mark->count - n_named, OCT_CHART_UNIT_COUNT);

      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("and %s more", "and %s more", mark->count - n_named),
                              rest);
    }
  return g_strdup (text->str);
}

/* A place, a cluster or an area in words. */
char *
oct_map_describe_datum (OctMapChart *self, int datum)
{
  const OctMapWords *words;

  if (self->n_places == 0)
    {
      const OctMapShade *shade;
      g_autofree char *value = NULL;

      if (datum >= (int) self->shades->len)
        return NULL;
      shade = &g_array_index (self->shades, OctMapShade, datum);
      value = oct_chart_value_to_text (shade->value, self->unit);
      return g_strdup_printf (_("%s: %s"), oct_boundaries_get_area (shade->area)->name,
                              isfinite (shade->value) ? value : _("No figure"));
    }
  if (oct_map_chart_is_cluster (self, datum))
    {
      int index = self->marks->mark_of_place[datum - self->n_places];

      return describe_cluster (self, &g_array_index (self->marks->marks, OctMapMark, index), index);
    }
  datum %= (int) self->n_places;
  words = &self->words[datum];
  return words->detail != NULL ? g_strdup_printf ("%s\n%s", words->name, words->detail)
                               : g_strdup (words->name);
}

/* The places, or where there are none the areas. */
OctChartTable *
oct_map_table (OctMapChart *self)
{
  OctChartTable *table;

  if (self->n_places == 0)
    {
      table = oct_chart_table_new (
        2, self->shade_kind == OCT_AREA_REGION ? _("Region") : _("Local authority"),
        self->value_name != NULL ? self->value_name : _("Value"));
      for (guint i = 0; i < self->shades->len; i++)
        {
          const OctMapShade *shade = &g_array_index (self->shades, OctMapShade, i);
          g_autofree char *value = oct_chart_value_to_text (shade->value, self->unit);

          oct_chart_table_add (table, oct_boundaries_get_area (shade->area)->name,
                               isfinite (shade->value) ? value : _("No figure"));
        }
      return table;
    }
  table = oct_chart_table_new (4, _("Name"), _("Detail"), _("Easting"), _("Northing"));
  for (guint i = 0; i < self->n_places; i++)
    {
      gboolean placed = self->places[i].easting > 0 && self->places[i].northing > 0;
      g_autofree char *easting = placed ? g_strdup_printf ("%.0f", self->places[i].easting) : NULL;
      g_autofree char *northing = placed ? g_strdup_printf ("%.0f", self->places[i].northing)
                                         : NULL;

      oct_chart_table_add (table, self->words[i].name, self->words[i].detail, easting, northing);
    }
  return table;
}
