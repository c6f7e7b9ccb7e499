/* Shares of ratings in words.
 *
 * The finding is where no objective is green although some are rated; else how many are green of all
 * that are rated. Nothing is said of who has the most.
 */
#include <glib/gi18n.h>

#include "oct-rating-share-private.h"

enum
{
  GREEN,
  AMBER,
  RED,
  NONE
};

typedef struct
{
  guint parts[OCT_SHARE_PARTS]; /* of the whole, or else of all bars together */
  guint total;
  guint n_bars; /* without the whole */
  guint n_without_green;
  const OctShareBar *without_green;
} Findings;

char *
oct_share_bar_to_text (const OctShareBar *bar)
{
  /* Translators: how many objectives of how many are green. */
  return g_strdup_printf (_("%u of %u green"), bar->parts[GREEN], bar->total);
}

static void
find (OctRatingShareChart *self, Findings *findings)
{
  const OctShareBar *whole = NULL;

  *findings = (Findings) { 0 };
  for (guint i = 0; i < self->bars->len; i++)
    {
      const OctShareBar *bar = oct_share_bar (self, i);

      if (bar->whole)
        {
          whole = bar;
          continue;
        }
      findings->n_bars++;
      for (guint j = 0; j < OCT_SHARE_PARTS; j++)
        findings->parts[j] += bar->parts[j];
      findings->total += bar->total;
      if (bar->parts[GREEN] == 0 && bar->parts[AMBER] + bar->parts[RED] > 0)
        {
          findings->n_without_green++;
          findings->without_green = bar;
        }
    }
  if (whole == NULL)
    return;
  for (guint j = 0; j < OCT_SHARE_PARTS; j++)
    findings->parts[j] = whole->parts[j];
  findings->total = whole->total;
}

static char *
finding_to_text (const Findings *findings)
{
  guint rated = findings->total - findings->parts[NONE];

  if (findings->total == 0)
    return g_strdup (_("No objective is set yet"));
  if (rated == 0)
    return g_strdup (_("No objective is rated yet"));
  if (findings->n_without_green == 1 && findings->n_bars > 1)
    /* Translators: a school's name. */
    return g_strdup_printf (_("No objective at %s is green yet"), findings->without_green->name);
  if (findings->parts[GREEN] == rated)
    return g_strdup (
      ngettext ("The one rated objective is green", "Every rated objective is green", rated));
  if (findings->n_without_green > 1)
    /* Translators: how many schools of how many. */
    return g_strdup_printf (_("At %u of %u schools no objective is green yet"),
                            findings->n_without_green, findings->n_bars);
  /* Translators: how many objectives of how many. */
  return g_strdup_printf (_("%u of %u rated objectives are green"), findings->parts[GREEN], rated);
}

char *
oct_share_suggest_title (OctChart *chart)
{
  Findings findings;

  find (OCT_RATING_SHARE_CHART (chart), &findings);
  return finding_to_text (&findings);
}

char *
oct_share_describe (OctChart *chart)
{
  g_autofree char *finding = NULL;
  Findings findings;

  find (OCT_RATING_SHARE_CHART (chart), &findings);
  finding = finding_to_text (&findings);
  if (findings.total == 0)
    return g_strdup_printf ("%s.", finding);
  /* Translators: a finding, and how many objectives of each rating. */
  return g_strdup_printf (_("Latest ratings of %u objectives. %s. Green %u, amber %u, red %u, not "
                            "rated %u."),
                          findings.total, finding, findings.parts[GREEN], findings.parts[AMBER],
                          findings.parts[RED], findings.parts[NONE]);
}

char *
oct_share_describe_datum (OctChart *chart, int datum)
{
  OctRatingShareChart *self = OCT_RATING_SHARE_CHART (chart);
  const OctShareBar *bar;

  if (datum < 0 || datum >= (int) self->bars->len)
    return NULL;
  bar = oct_share_bar (self, datum);
  if (bar->total == 0)
    /* Translators: a school's name. */
    return g_strdup_printf (_("%s: no objectives"), bar->name);
  /* Translators: a school's name, and how many of its objectives have each rating. */
  return g_strdup_printf (_("%s, %u objectives: green %u, amber %u, red %u, not rated %u"),
                          bar->name, bar->total, bar->parts[GREEN], bar->parts[AMBER],
                          bar->parts[RED], bar->parts[NONE]);
}

OctChartTable *
oct_share_table (OctChart *chart)
{
  OctRatingShareChart *self = OCT_RATING_SHARE_CHART (chart);
  OctChartTable *table = oct_chart_table_new (
    6, self->item_name != NULL ? self->item_name : _("Name"),
    oct_rating_mark_name (oct_share_order[0]), oct_rating_mark_name (oct_share_order[1]),
    oct_rating_mark_name (oct_share_order[2]), oct_rating_mark_name (oct_share_order[3]),
    _("Objectives"));

  for (guint i = 0; i < self->bars->len; i++)
    {
      const OctShareBar *bar = oct_share_bar (self, i);
      char *cells[OCT_SHARE_PARTS + 1];

      for (guint j = 0; j <= OCT_SHARE_PARTS; j++)
        cells[j] = g_strdup_printf ("%u", j < OCT_SHARE_PARTS ? bar->parts[j] : bar->total);
      oct_chart_table_add (table, bar->name, cells[0], cells[1], cells[2], cells[3], cells[4]);
      for (guint j = 0; j <= OCT_SHARE_PARTS; j++)
        g_free (cells[j]);
    }
  return table;
}
