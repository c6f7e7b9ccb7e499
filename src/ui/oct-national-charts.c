/* The pictures of the national picture: shares by place, trusts by size, joins by year.
 *
 * The figures come ready from src/measure; here they get names, titles that say the finding, and
 * the source. Nothing here is clicked: the page knows which list is behind a key.
 */

#include "oct-national-charts.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "oct-bar-chart.h"
#include "oct-histogram-chart.h"
#include "oct-map-chart.h"
#include "oct-text.h"

/**
 * oct_share_of_row:
 * @row: a region or local authority
 * @share: which share
 *
 * Returns: (transfer none): that share of the row
 */
const OctShare *
oct_share_of_row (const OctShareRow *row, OctShareKind share)
{
  switch (share)
    {
    case OCT_SHARE_SECONDARY:
      return &row->secondary;
    case OCT_SHARE_PRIMARY:
      return &row->primary;
    case OCT_SHARE_ALL:
    case OCT_N_SHARES:
    default:
      return &row->all;
    }
}

/**
 * oct_share_title:
 * @share: which share
 *
 * Returns: whose share it is, in words
 */
const char *
oct_share_title (OctShareKind share)
{
  switch (share)
    {
    case OCT_SHARE_SECONDARY:
      return _("Secondary pupils in academies");
    case OCT_SHARE_PRIMARY:
      return _("Primary pupils in academies");
    case OCT_SHARE_ALL:
    case OCT_N_SHARES:
    default:
      return _("Pupils in academies");
    }
}

static GPtrArray *
get_rows (OctNational *national, gboolean authorities)
{
  return authorities ? oct_national_get_authorities (national)
                     : oct_national_get_regions (national);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  OctShareKind share = GPOINTER_TO_UINT (data);
  double first = oct_share_percent (oct_share_of_row (*(OctShareRow *const *) a, share));
  double second = oct_share_percent (oct_share_of_row (*(OctShareRow *const *) b, share));

  return first > second ? -1 : first < second;
}

static void
set_source (OctChart *chart, OctNational *national)
{
  g_autofree char *source = oct_text_source (oct_national_get_as_at (national));

  if (OCT_IS_MAP_CHART (chart))
    oct_map_chart_set_data_source (OCT_MAP_CHART (chart), source);
  else
    oct_chart_set_source (chart, source);
}

/* "Pupils in academies: from 45.0% in the North East to 78.0% in the South West". */
static void
set_finding (OctChart *chart, GPtrArray *ranked, OctShareKind share)
{
  OctShareRow *highest = NULL;
  OctShareRow *lowest = NULL;
  g_autofree char *high = NULL;
  g_autofree char *low = NULL;
  g_autofree char *title = NULL;

  for (guint i = 0; i < ranked->len; i++)
    {
      OctShareRow *row = g_ptr_array_index (ranked, i);

      if (oct_share_percent (oct_share_of_row (row, share)) < 0)
        continue;
      highest = highest != NULL ? highest : row;
      lowest = row;
    }
  if (highest == NULL)
    {
      oct_chart_set_title (chart, oct_share_title (share));
      return;
    }

  high = oct_text_percent (oct_share_percent (oct_share_of_row (highest, share)));
  low = oct_text_percent (oct_share_percent (oct_share_of_row (lowest, share)));
  /* Translators: whose share; the lowest share and where; the highest share and where. */
  title = g_strdup_printf (_("%s: from %s in %s to %s in %s"), oct_share_title (share), low,
                           lowest->label, high, highest->label);
  oct_chart_set_title (chart, title);
}

static GPtrArray *
rank_rows (GPtrArray *rows, OctShareKind share)
{
  GPtrArray *ranked = g_ptr_array_sized_new (rows->len);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (ranked, g_ptr_array_index (rows, i));
  g_ptr_array_sort_with_data (ranked, compare_rows, GUINT_TO_POINTER (share));
  return ranked;
}

/**
 * oct_national_create_bars:
 * @national: the national picture
 * @authorities: local authorities, instead of regions
 * @share: which share
 *
 * Returns: (transfer full): the places as bars, the largest share first
 */
OctChart *
oct_national_create_bars (OctNational *national, gboolean authorities, OctShareKind share)
{
  g_autoptr (GPtrArray) rows = get_rows (national, authorities);
  g_autoptr (GPtrArray) ranked = rank_rows (rows, share);
  g_autofree OctBar *bars = g_new0 (OctBar, MAX (1, ranked->len));
  OctBarChart *chart = oct_bar_chart_new ();

  for (guint i = 0; i < ranked->len; i++)
    {
      OctShareRow *row = g_ptr_array_index (ranked, i);
      double percent = oct_share_percent (oct_share_of_row (row, share));

      bars[i].id = row->key;
      bars[i].name = row->label;
      bars[i].value = percent < 0 ? OCT_CHART_MISSING : percent;
      bars[i].missing = percent < 0 ? _("No pupils stated") : NULL;
      bars[i].comparison = OCT_CHART_MISSING;
    }
  oct_bar_chart_set_unit (chart, OCT_CHART_UNIT_PERCENT);
  oct_bar_chart_set_maximum (chart, 100);
  oct_bar_chart_set_value_name (chart, oct_share_title (share));
  oct_bar_chart_set_item_name (chart, authorities ? _("Local authority") : _("Region"));
  oct_bar_chart_set_bars (chart, bars, ranked->len);
  set_finding (OCT_CHART (chart), ranked, share);
  set_source (OCT_CHART (chart), national);

  return OCT_CHART (chart);
}

/**
 * oct_national_create_map:
 * @national: the national picture
 * @authorities: local authorities, instead of regions
 * @share: which share
 *
 * Returns: (transfer full): England, each place shaded by its share
 */
OctChart *
oct_national_create_map (OctNational *national, gboolean authorities, OctShareKind share)
{
  g_autoptr (GPtrArray) rows = get_rows (national, authorities);
  g_autoptr (GPtrArray) ranked = rank_rows (rows, share);
  g_autofree OctMapValue *values = g_new0 (OctMapValue, MAX (1, rows->len));
  OctMapChart *chart = oct_map_chart_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      OctShareRow *row = g_ptr_array_index (rows, i);
      double percent = oct_share_percent (oct_share_of_row (row, share));

      values[i].area = row->key;
      values[i].id = row->key;
      values[i].value = percent < 0 ? OCT_CHART_MISSING : percent;
    }
  oct_map_chart_set_values (chart, authorities ? OCT_AREA_AUTHORITY : OCT_AREA_REGION, values,
                            rows->len, oct_share_title (share), OCT_CHART_UNIT_PERCENT);
  oct_map_chart_set_authorities (chart, authorities);
  set_finding (OCT_CHART (chart), ranked, share);
  set_source (OCT_CHART (chart), national);

  return OCT_CHART (chart);
}

static char *
band_label (const OctSizeBand *band)
{
  if (band->low == band->high)
    return g_strdup_printf ("%u", band->low);
  if (band->high == G_MAXUINT)
    /* Translators: so many schools and more. */
    return g_strdup_printf (_("%u+"), band->low);

  return g_strdup_printf ("%u–%u", band->low, band->high);
}

static char *
band_name (const OctSizeBand *band)
{
  if (band->low == band->high)
    return oct_text_schools (band->low);
  if (band->high == G_MAXUINT)
    return g_strdup_printf (_("%u schools or more"), band->low);

  return g_strdup_printf (_("%u to %u schools"), band->low, band->high);
}

/* As the list of trusts writes it: "3-5", "51-". */
static char *
band_key (const OctSizeBand *band)
{
  return band->high == G_MAXUINT ? g_strdup_printf ("%u-", band->low)
                                 : g_strdup_printf ("%u-%u", band->low, band->high);
}

static void
add_text (GPtrArray *texts, const char **where, char *text)
{
  g_ptr_array_add (texts, text);
  *where = text;
}

/**
 * oct_national_create_sizes:
 * @national: the national picture
 * @own: open schools of one's own trust, 0 for none
 *
 * Returns: (transfer full): multi-academy trusts by number of schools
 */
OctChart *
oct_national_create_sizes (OctNational *national, guint own)
{
  g_autoptr (GArray) bands = oct_national_get_trust_sizes (national);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree OctColumn *columns = g_new0 (OctColumn, MAX (1, bands->len));
  OctHistogramChart *chart = oct_histogram_chart_new ();
  g_autofree char *title = NULL;
  guint trusts = 0;
  guint schools = 0;

  for (guint i = 0; i < bands->len; i++)
    {
      const OctSizeBand *band = &g_array_index (bands, OctSizeBand, i);

      add_text (texts, &columns[i].id, band_key (band));
      add_text (texts, &columns[i].label, band_label (band));
      add_text (texts, &columns[i].name, band_name (band));
      columns[i].value = band->trusts;
      columns[i].highlighted = own >= band->low && own <= band->high;
      trusts += band->trusts;
      schools += band->schools;
    }
  oct_histogram_chart_set_unit (chart, OCT_CHART_UNIT_COUNT);
  oct_histogram_chart_set_value_name (chart, _("Trusts"));
  oct_histogram_chart_set_band_name (chart, _("Open schools in the trust"));
  oct_histogram_chart_set_highlight_name (chart, _("Your trust"));
  oct_histogram_chart_set_columns (chart, columns, bands->len);
  /* Translators: how many trusts, and how many schools they have together. */
  title = g_strdup_printf (_("%'u multi-academy trusts with open schools run %'u schools"), trusts,
                           schools);
  oct_chart_set_title (OCT_CHART (chart), title);
  set_source (OCT_CHART (chart), national);

  return OCT_CHART (chart);
}

/**
 * oct_national_create_joins:
 * @national: the national picture
 * @unknown: (out): schools whose day of joining isn't known
 *
 * Returns: (transfer full): open schools by the year in which they joined their present trust
 */
OctChart *
oct_national_create_joins (OctNational *national, guint *unknown)
{
  g_autoptr (GArray) years = oct_national_get_joins (national, unknown);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree OctColumn *columns = g_new0 (OctColumn, MAX (1, years->len));
  OctHistogramChart *chart = oct_histogram_chart_new ();
  g_autofree char *title = NULL;
  const OctYearCount *most = NULL;

  for (guint i = 0; i < years->len; i++)
    {
      const OctYearCount *year = &g_array_index (years, OctYearCount, i);

      add_text (texts, &columns[i].id, g_strdup_printf ("%d", year->year));
      columns[i].label = columns[i].id;
      columns[i].name = columns[i].id;
      columns[i].value = year->schools;
      if (most == NULL || year->schools > most->schools)
        most = year;
    }
  oct_histogram_chart_set_unit (chart, OCT_CHART_UNIT_COUNT);
  oct_histogram_chart_set_value_name (chart, _("Schools"));
  oct_histogram_chart_set_band_name (chart, _("Year of joining"));
  oct_histogram_chart_set_columns (chart, columns, years->len);
  if (most != NULL)
    /* Translators: a year, and how many schools joined in it. */
    title = g_strdup_printf (_("More schools joined their present trust in %d than in any other "
                               "year: %'u"),
                             most->year, most->schools);
  oct_chart_set_title (OCT_CHART (chart), title != NULL ? title : _("Schools by year of joining"));
  set_source (OCT_CHART (chart), national);

  return OCT_CHART (chart);
}
