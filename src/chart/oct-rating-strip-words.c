/* A strip chart in words: the finding, the cells, the table.
 *
 * The finding is looked for in this order: the objective that has been red the longest, how many are
 * red, how many got worse, and else how many are green. What counts for an objective is the latest
 * review that rated it.
 */
#include <glib/gi18n.h>

#include "oct-rating-strip-private.h"

typedef struct
{
  guint latest[OCT_RATING_MARKS]; /* what isn't rated at all counts as none */
  guint rated;
  guint worse, better; /* at the latest rating, against the one before */
  guint longest;       /* reviews that the longest red has lasted */
  guint n_longest;
  const OctStripRow *red_row;
  const OctStripRow *wait_row; /* the longest wait */
  guint waiting;               /* red once, and never supported */
} Findings;

static void
count_row (OctRatingStripChart *self, const OctStripRow *row, Findings *findings)
{
  OctRatingMark latest = OCT_RATING_MARK_NONE, before = OCT_RATING_MARK_NONE;
  guint red = 0;

  for (guint i = 0; i < self->reviews->len; i++)
    {
      OctRatingMark mark = row->cells[i].mark;

      if (!oct_rating_mark_is_rating (mark))
        continue;
      before = latest;
      latest = mark;
      red = mark == OCT_RATING_MARK_RED ? red + 1 : 0;
    }
  findings->latest[latest]++;
  findings->rated += latest != OCT_RATING_MARK_NONE;
  findings->worse += oct_rating_mark_change (before, latest) < 0;
  findings->better += oct_rating_mark_change (before, latest) > 0;
  findings->n_longest += red == findings->longest;
  if (red > findings->longest)
    {
      findings->longest = red;
      findings->n_longest = 1;
      findings->red_row = row;
    }
  findings->waiting += row->wait == OCT_RATING_WAIT_OPEN;
  if (row->wait >= 0 && (findings->wait_row == NULL || row->wait > findings->wait_row->wait))
    findings->wait_row = row;
}

static void
find (OctRatingStripChart *self, Findings *findings)
{
  *findings = (Findings) { 0 };
  for (guint i = 0; i < self->rows->len; i++)
    count_row (self, oct_strip_row (self, i), findings);
}

/* "Larkrise School 1.2", "Objective 1.2", or the statement of one that has no reference. */
static char *
row_to_name (const OctStripRow *row)
{
  if (row->reference[0] == '\0')
    return g_strdup_printf ("“%s”", row->statement);
  if (row->group != NULL)
    /* Translators: a school's name and the reference of one of its objectives. */
    return g_strdup_printf (_("%s %s"), row->group, row->reference);
  /* Translators: the reference of an objective. */
  return g_strdup_printf (_("Objective %s"), row->reference);
}

char *
oct_strip_wait_to_text (int wait)
{
  if (wait == OCT_RATING_WAIT_OPEN)
    return g_strdup (_("no support yet"));
  if (wait == OCT_RATING_WAIT_WITHOUT)
    return g_strdup (_("without support"));
  if (wait < 0)
    return NULL;
  return g_strdup_printf (ngettext ("%d day", "%d days", wait), wait);
}

static char *
red_to_text (const Findings *findings)
{
  g_autofree char *name = NULL;
  guint n = findings->latest[OCT_RATING_MARK_RED];

  if (findings->longest >= 2 && findings->n_longest == 1)
    {
      name = row_to_name (findings->red_row);
      /* Translators: an objective; in how many reviews in a row. */
      return g_strdup_printf (ngettext ("%s has been red for %u review",
                                        "%s has been red for %u reviews", findings->longest),
                              name, findings->longest);
    }
  if (findings->longest >= 2)
    /* Translators: how many objectives; in how many reviews in a row. */
    return g_strdup_printf (_("%u objectives have been red for %u reviews"), findings->n_longest,
                            findings->longest);
  if (n == 1)
    {
      name = row_to_name (findings->red_row);
      /* Translators: an objective. */
      return g_strdup_printf (_("%s is red at its latest review"), name);
    }
  /* Translators: how many objectives of how many. */
  return g_strdup_printf (_("%u of %u objectives are red at their latest review"), n,
                          findings->rated);
}

static char *
finding_to_text (OctRatingStripChart *self, const Findings *findings)
{
  guint green = findings->latest[OCT_RATING_MARK_GREEN];

  if (self->rows->len == 0)
    return g_strdup (_("No objective is set yet"));
  if (findings->rated == 0)
    return g_strdup (_("No objective is rated yet"));
  if (findings->latest[OCT_RATING_MARK_RED] > 0)
    return red_to_text (findings);
  if (findings->worse > 0)
    return g_strdup_printf (ngettext ("%u objective is rated lower than the time before",
                                      "%u objectives are rated lower than the time before",
                                      findings->worse),
                            findings->worse);
  if (green == findings->rated && green == 1)
    return g_strdup (_("The only rated objective is green"));
  if (green == findings->rated)
    return g_strdup_printf (ngettext ("All %u rated objectives are green",
                                      "All %u rated objectives are green", green),
                            green);
  /* Translators: how many objectives of how many. */
  return g_strdup_printf (_("No objective is red; %u of %u are green"), green, findings->rated);
}

char *
oct_strip_suggest_title (OctChart *chart)
{
  OctRatingStripChart *self = OCT_RATING_STRIP_CHART (chart);
  Findings findings;

  find (self, &findings);
  return finding_to_text (self, &findings);
}

char *
oct_strip_describe (OctChart *chart)
{
  OctRatingStripChart *self = OCT_RATING_STRIP_CHART (chart);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *finding = NULL;
  Findings findings;

  find (self, &findings);
  finding = finding_to_text (self, &findings);
  g_string_append_printf (text,
                          ngettext ("Ratings of %u objective over time.",
                                    "Ratings of %u objectives over time.", self->rows->len),
                          self->rows->len);
  g_string_append_printf (text, " %s.", finding);
  if (findings.rated > 0)
    {
      g_string_append_c (text, ' ');
      /* Translators: how many objectives have each latest rating. */
      g_string_append_printf (text,
                              _("Latest ratings: %u red, %u amber, %u green, %u not rated. Since "
                                "the time before %u went down and %u went up."),
                              findings.latest[OCT_RATING_MARK_RED],
                              findings.latest[OCT_RATING_MARK_AMBER],
                              findings.latest[OCT_RATING_MARK_GREEN],
                              findings.latest[OCT_RATING_MARK_NONE], findings.worse,
                              findings.better);
    }
  if (findings.wait_row != NULL)
    {
      g_autofree char *name = row_to_name (findings.wait_row);
      g_autofree char *wait = oct_strip_wait_to_text (findings.wait_row->wait);

      g_string_append_c (text, ' ');
      /* Translators: an objective, and a time such as "21 days". */
      g_string_append_printf (text, _("Longest from red to support: %s, %s."), name, wait);
    }
  if (findings.waiting > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text,
                              ngettext ("%u objective went red and has had no support yet.",
                                        "%u objectives went red and have had no support yet.",
                                        findings.waiting),
                              findings.waiting);
    }
  return g_strdup (text->str);
}

static const char *
cell_to_rating (const OctStripCell *cell)
{
  return cell->mark == OCT_RATING_MARK_NONE ? _("Not recorded") : oct_rating_mark_name (cell->mark);
}

char *
oct_strip_describe_datum (OctChart *chart, int datum)
{
  OctRatingStripChart *self = OCT_RATING_STRIP_CHART (chart);
  g_autoptr (GString) text = NULL;
  const OctStripCell *cell;
  const OctStripRow *row;
  guint review;

  if (datum < 0 || datum >= (int) oct_chart_n_data (chart))
    return NULL;
  row = oct_strip_row (self, datum / self->reviews->len);
  review = datum % self->reviews->len;
  cell = &row->cells[review];
  text = g_string_new (NULL);
  if (row->group != NULL)
    g_string_append_printf (text, "%s, ", row->group);
  if (row->reference[0] != '\0')
    g_string_append_printf (text, "%s ", row->reference);
  g_string_append_printf (text, "%s, %s: %s", row->statement, oct_strip_review (self, review)->name,
                          cell_to_rating (cell));
  if (cell->travel != OCT_TRAVEL_MARK_NONE)
    g_string_append_printf (text, ", %s", oct_travel_mark_name (cell->travel));
  g_string_append_c (text, '.');
  if (cell->words != NULL && *cell->words != '\0')
    g_string_append_printf (text, " %s", cell->words);
  if ((int) review >= row->support_first && (int) review <= row->support_last
      && row->support_first >= 0)
    {
      g_string_append_c (text, ' ');
      /* Translators: who gave support, and what. */
      g_string_append_printf (text, _("Support: %s."),
                              row->support != NULL ? row->support : _("in place"));
    }
  return g_strdup (text->str);
}

OctChartTable *
oct_strip_table (OctChart *chart)
{
  OctRatingStripChart *self = OCT_RATING_STRIP_CHART (chart);
  OctChartTable *table = oct_chart_table_new (7, _("School"), _("Reference"), _("Objective"),
                                              _("Review"), _("Rating"), _("Direction"),
                                              _("Details"));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const OctStripRow *row = oct_strip_row (self, i);

      for (guint j = 0; j < self->reviews->len; j++)
        oct_chart_table_add (table, row->group, row->reference, row->statement,
                             oct_strip_review (self, j)->name, cell_to_rating (&row->cells[j]),
                             oct_travel_mark_name (row->cells[j].travel), row->cells[j].words);
    }
  return table;
}
