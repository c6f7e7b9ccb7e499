/* A support network in words: the finding, a flow, who stands at its ends, the table.
 *
 * The finding is looked for in this order: who has promised more than it can give, who is supported
 * by many at once, what is planned and not begun, and else who gives most. Nobody is ranked: only
 * the one that stands out is named, and only where one does.
 */
#include <glib/gi18n.h>

#include "oct-chart-value.h"
#include "oct-support-network-private.h"

#define MANY 3 /* so many givers at once are worth a word */

typedef struct
{
  double planned, spent;
  guint n_over;
  const OctSupportNode *over;    /* furthest beyond its capacity */
  const OctSupportNode *crowded; /* with most givers, if one has most and they are many */
  const OctSupportNode *largest; /* gives most, if one does */
  guint n_not_begun;             /* receivers with days planned and none spent */
  guint n_both;
} Findings;

static char *
days (double value)
{
  return oct_chart_value_to_text (value, OCT_CHART_UNIT_NUMBER);
}

char *
oct_support_days_to_text (double planned, double spent)
{
  g_autofree char *all = days (planned), *done = days (spent);

  if (planned == spent)
    return g_steal_pointer (&all);
  /* Translators: days spent, days planned. */
  return g_strdup_printf (_("%s of %s"), done, all);
}

static double
beyond (const OctSupportNode *node)
{
  return node->capacity < 0 || node->n_given == 0 ? 0 : node->promised - node->capacity;
}

static void
look_at (const OctSupportNode *node, Findings *findings)
{
  if (beyond (node) > 0)
    {
      findings->n_over++;
      if (findings->over == NULL || beyond (node) > beyond (findings->over))
        findings->over = node;
    }
  findings->n_not_begun += node->received > 0 && node->received_spent <= 0;
  findings->n_both += node->n_given > 0 && node->n_received > 0;
}

static void
find (OctSupportNetworkChart *self, Findings *findings)
{
  guint most = 0;
  double most_given = 0;

  *findings = (Findings) { 0 };
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const OctSupportNode *node = oct_support_network_node (self, i);

      look_at (node, findings);
      findings->planned += node->given;
      findings->spent += node->given_spent;
      if (node->n_received >= MAX (most, MANY))
        findings->crowded = node->n_received > most ? node : NULL;
      most = MAX (most, node->n_received);
      if (node->given >= most_given && node->given > 0)
        findings->largest = node->given > most_given ? node : NULL;
      most_given = MAX (most_given, node->given);
    }
}

static char *
over_to_text (const OctSupportNode *node)
{
  g_autofree char *promised = days (node->promised), *capacity = days (node->capacity);

  /* Translators: a name, days that it is to give in a term, days that it can. */
  return g_strdup_printf (_("%s has %s days planned in a term and can give %s"), node->name,
                          promised, capacity);
}

static char *
crowded_to_text (const OctSupportNode *node)
{
  return g_strdup_printf (ngettext ("%s is supported by %u at once",
                                    "%s is supported by %u at once", node->n_received),
                          node->name, node->n_received);
}

static char *
largest_to_text (const Findings *findings)
{
  g_autofree char *given = days (findings->largest->given), *all = days (findings->planned);

  /* Translators: a name, its days, the days of all. */
  return g_strdup_printf (_("%s gives %s of %s days of support"), findings->largest->name, given,
                          all);
}

static char *
only_to_text (OctSupportNetworkChart *self)
{
  const OctSupportFlow *flow = oct_support_network_flow (self, 0);

  return g_strdup_printf (_("%s supports %s"), oct_support_network_node (self, flow->from)->name,
                          oct_support_network_node (self, flow->to)->name);
}

static char *
finding_to_text (OctSupportNetworkChart *self, const Findings *findings)
{
  g_autofree char *all = NULL;

  if (self->flows->len == 0)
    return g_strdup (_("No support yet"));
  if (findings->over != NULL)
    return over_to_text (findings->over);
  if (findings->crowded != NULL)
    return crowded_to_text (findings->crowded);
  if (self->flows->len == 1)
    return only_to_text (self);
  if (findings->largest != NULL && self->sides[0]->len > 1)
    return largest_to_text (findings);
  all = days (findings->planned);
  return g_strdup_printf (ngettext ("%s days of support for %u receiver",
                                    "%s days of support for %u receivers", self->sides[1]->len),
                          all, self->sides[1]->len);
}

char *
oct_support_network_suggest_title (OctChart *chart)
{
  OctSupportNetworkChart *self = OCT_SUPPORT_NETWORK_CHART (chart);
  Findings findings;

  if (self->flows->len == 0)
    return NULL;
  find (self, &findings);
  return finding_to_text (self, &findings);
}

static void
append (GString *text, char *sentence)
{
  g_string_append_printf (text, " %s.", sentence);
  g_free (sentence);
}

char *
oct_support_network_describe (OctChart *chart)
{
  OctSupportNetworkChart *self = OCT_SUPPORT_NETWORK_CHART (chart);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *planned = NULL, *spent = NULL;
  Findings findings;

  find (self, &findings);
  planned = days (findings.planned);
  spent = days (findings.spent);
  /* Translators: numbers of givers and of receivers, days planned, days spent. */
  g_string_append_printf (text,
                          _("Support network: %u give and %u receive, %s days planned, %s spent."),
                          self->sides[0]->len, self->sides[1]->len, planned, spent);
  append (text, finding_to_text (self, &findings));
  if (findings.n_over > 1)
    append (text, g_strdup_printf (_("Beyond their capacity: %u"), findings.n_over));
  if (findings.over != NULL && findings.crowded != NULL)
    append (text, crowded_to_text (findings.crowded));
  if ((findings.over != NULL || findings.crowded != NULL) && findings.largest != NULL)
    append (text, largest_to_text (&findings));
  if (findings.n_not_begun > 0)
    append (text, g_strdup_printf (ngettext ("Not begun: %u receiver has had no day yet",
                                             "Not begun: %u receivers have had no day yet",
                                             findings.n_not_begun),
                                   findings.n_not_begun));
  if (findings.n_both > 0)
    append (text, g_strdup_printf (ngettext ("%u both gives and receives",
                                             "%u both give and receive", findings.n_both),
                                   findings.n_both));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
flow_to_text (OctSupportNetworkChart *self, guint index)
{
  const OctSupportFlow *flow = oct_support_network_flow (self, index);
  g_autofree char *planned = days (flow->planned), *spent = days (flow->spent);

  /* Translators: two names, days planned, days spent. */
  return g_strdup_printf (_("%s supports %s: %s days planned, %s spent"),
                          oct_support_network_node (self, flow->from)->name,
                          oct_support_network_node (self, flow->to)->name, planned, spent);
}

static void
append_capacity (OctSupportNetworkChart *self, GString *text, const OctSupportNode *node)
{
  g_autofree char *capacity = days (node->capacity), *promised = days (node->promised);

  if (node->capacity < 0)
    return;
  if (self->term != NULL)
    /* Translators: days promised, days that can be given, a term. */
    g_string_append_printf (text, _("; %s of %s days promised in %s"), promised, capacity,
                            self->term);
  else
    g_string_append_printf (text, _("; %s of %s days a term promised"), promised, capacity);
}

char *
oct_support_network_describe_datum (OctChart *chart, int datum)
{
  OctSupportNetworkChart *self = OCT_SUPPORT_NETWORK_CHART (chart);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *planned = NULL, *spent = NULL;
  const OctSupportNode *node;
  guint flow, side, place;
  gboolean gives;

  if (datum >= (int) oct_chart_n_data (chart))
    return NULL;
  oct_support_network_order (self);
  if (oct_support_network_split (self, datum, &flow, &side, &place))
    return flow_to_text (self, flow);
  node = oct_support_network_node (self, oct_support_network_at (self, side, place));
  gives = side == OCT_SUPPORT_GIVERS;
  planned = days (gives ? node->given : node->received);
  spent = days (gives ? node->given_spent : node->received_spent);
  if (gives)
    /* Translators: a name, how many it supports, days planned, days spent. */
    g_string_append_printf (text, _("%s gives to %u: %s days planned, %s spent"), node->name,
                            node->n_given, planned, spent);
  else
    /* Translators: a name, by how many it is supported, days planned, days spent. */
    g_string_append_printf (text, _("%s receives from %u: %s days planned, %s spent"), node->name,
                            node->n_received, planned, spent);
  if (gives)
    append_capacity (self, text, node);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_totals (OctSupportNetworkChart *self, guint side, OctChartTable *table)
{
  for (guint i = 0; i < self->sides[side]->len; i++)
    {
      const OctSupportNode *node = oct_support_network_node (self, g_array_index (self->sides[side],
                                                                                  guint, i));
      gboolean gives = side == OCT_SUPPORT_GIVERS;
      g_autofree char *planned = days (gives ? node->given : node->received),
                      *spent = days (gives ? node->given_spent : node->received_spent),
                      *capacity = days (node->capacity), *left = days (-beyond (node));
      gboolean known = gives && node->capacity >= 0;

      oct_chart_table_add (table, gives ? node->name : _("All"), gives ? _("All") : node->name,
                           planned, spent, known ? capacity : "", known ? left : "");
    }
}

OctChartTable *
oct_support_network_table (OctChart *chart)
{
  OctSupportNetworkChart *self = OCT_SUPPORT_NETWORK_CHART (chart);
  OctChartTable *table = oct_chart_table_new (6, _("From"), _("To"), _("Days planned"),
                                              _("Days spent"), _("Capacity a term"),
                                              _("Capacity left"));

  for (guint i = 0; i < self->flows->len; i++)
    {
      const OctSupportFlow *flow = oct_support_network_flow (self, i);
      g_autofree char *planned = days (flow->planned), *spent = days (flow->spent);

      oct_chart_table_add (table, oct_support_network_node (self, flow->from)->name,
                           oct_support_network_node (self, flow->to)->name, planned, spent, "", "");
    }
  add_totals (self, OCT_SUPPORT_GIVERS, table);
  add_totals (self, OCT_SUPPORT_RECEIVERS, table);
  return table;
}
