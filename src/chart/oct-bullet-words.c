/* Success criteria in words.
 *
 * The finding is looked for in this order: criteria that moved away from their target, targets whose
 * date has passed, targets that are reached, and else how many are on their way.
 */
#include <glib/gi18n.h>

#include "oct-bullet-private.h"

char *
oct_bullet_value_to_text (const OctBulletRow *row, double value)
{
  g_autofree char *number = oct_chart_value_to_text (value, row->data.unit);

  if (row->data.unit_name == NULL || *row->data.unit_name == '\0' || !isfinite (value))
    return g_steal_pointer (&number);
  /* Translators: a number and its unit, such as "12 days". */
  return g_strdup_printf (_("%s %s"), number, row->data.unit_name);
}

const char *
oct_bullet_state_to_text (OctBulletState state)
{
  switch (state)
    {
    case OCT_BULLET_NO_TARGET:
      return _("nothing to compare with");
    case OCT_BULLET_SHORT:
      return _("short of the target");
    case OCT_BULLET_FURTHER:
      return _("further from the target than at the start");
    case OCT_BULLET_NOT_MOVED:
      return _("where it began");
    case OCT_BULLET_ON_THE_WAY:
      return _("on the way");
    case OCT_BULLET_REACHED:
      return _("target reached");
    case OCT_BULLET_NO_FIGURE:
    case OCT_BULLET_STATES:
    default:
      return _("no figure yet");
    }
}

typedef struct
{
  guint n;
  guint states[OCT_BULLET_STATES];
  guint late;
  const OctBulletRow *further;
  const OctBulletRow *first_late;
} Findings;

static void
find (OctBulletChart *self, Findings *findings)
{
  *findings = (Findings) { .n = self->rows->len };
  for (guint i = 0; i < self->rows->len; i++)
    {
      const OctBulletRow *row = oct_bullet_row (self, i);

      findings->states[row->state]++;
      findings->late += row->late;
      if (row->state == OCT_BULLET_FURTHER && findings->further == NULL)
        findings->further = row;
      if (row->late && findings->first_late == NULL)
        findings->first_late = row;
    }
}

static char *
finding_to_text (const Findings *findings)
{
  guint further = findings->states[OCT_BULLET_FURTHER],
        reached = findings->states[OCT_BULLET_REACHED],
        none = findings->states[OCT_BULLET_NO_FIGURE],
        moved = findings->states[OCT_BULLET_ON_THE_WAY];

  if (findings->n == 0)
    return g_strdup (_("No success criterion is set yet"));
  if (none == findings->n)
    return g_strdup (_("No success criterion has a figure yet"));
  if (further == 1)
    /* Translators: a success criterion, such as "Persistent absence". */
    return g_strdup_printf (_("%s is further from its target than at the start"),
                            findings->further->data.name);
  if (further > 1)
    /* Translators: how many success criteria of how many. */
    return g_strdup_printf (_("%u of %u criteria are further from target than at the start"),
                            further, findings->n);
  if (findings->late == 1)
    /* Translators: a success criterion, such as "Persistent absence". */
    return g_strdup_printf (_("%s missed the date of its target"), findings->first_late->data.name);
  if (findings->late > 1)
    /* Translators: how many success criteria of how many. */
    return g_strdup_printf (_("%u of %u criteria missed the date of their target"), findings->late,
                            findings->n);
  if (reached > 0)
    /* Translators: how many targets of how many. */
    return g_strdup_printf (ngettext ("%u of %u target is reached", "%u of %u targets are reached",
                                      findings->n),
                            reached, findings->n);
  /* Translators: how many success criteria of how many. */
  return moved > 0 ? g_strdup_printf (ngettext ("%u of %u criterion is on the way to its target",
                                                "%u of %u criteria are on the way to their target",
                                                findings->n),
                                      moved, findings->n)
                   : g_strdup (_("No criterion has moved from where it began"));
}

char *
oct_bullet_suggest_title (OctChart *chart)
{
  Findings findings;

  find (OCT_BULLET_CHART (chart), &findings);
  return finding_to_text (&findings);
}

char *
oct_bullet_describe (OctChart *chart)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *finding = NULL;
  Findings findings;

  find (OCT_BULLET_CHART (chart), &findings);
  finding = finding_to_text (&findings);
  g_string_append_printf (
    text, ngettext ("%u success criterion.", "%u success criteria.", findings.n), findings.n);
  g_string_append_printf (text, " %s.", finding);
  if (findings.n > 1)
    {
      g_string_append_c (text, ' ');
      /* Translators: how many success criteria of each kind. */
      g_string_append_printf (text,
                              _("Reached %u, on the way %u, where they began %u, further away %u, "
                                "no figure yet %u."),
                              findings.states[OCT_BULLET_REACHED],
                              findings.states[OCT_BULLET_ON_THE_WAY],
                              findings.states[OCT_BULLET_NOT_MOVED],
                              findings.states[OCT_BULLET_FURTHER],
                              findings.states[OCT_BULLET_NO_FIGURE]);
    }
  return g_strdup (text->str);
}

/* "91.5% on 3 July 2026" */
static char *
figure_in_words (const OctBulletRow *row, const OctBulletFigure *figure)
{
  g_autofree char *value = NULL, *day = NULL;

  if (!isfinite (figure->value))
    return g_strdup (_("none"));
  value = oct_bullet_value_to_text (row, figure->value);
  day = oct_chart_day_to_text (figure->day, FALSE);
  /* Translators: a figure and its day. */
  return *day != '\0' ? g_strdup_printf (_("%s on %s"), value, day) : g_steal_pointer (&value);
}

char *
oct_bullet_describe_datum (OctChart *chart, int datum)
{
  OctBulletChart *self = OCT_BULLET_CHART (chart);
  g_autofree char *baseline = NULL, *actual = NULL, *target = NULL;
  g_autoptr (GString) text = NULL;
  const OctBulletRow *row;

  if (datum < 0 || datum >= (int) self->rows->len)
    return NULL;
  row = oct_bullet_row (self, datum);
  baseline = figure_in_words (row, &row->data.baseline);
  target = figure_in_words (row, &row->data.target);
  text = g_string_new (NULL);
  if (isfinite (row->data.actual.value))
    {
      actual = figure_in_words (row, &row->data.actual);
      /* Translators: a criterion, its latest figure with its day, and how it stands. */
      g_string_append_printf (text, _("%s: %s, %s."), row->data.name, actual,
                              oct_bullet_state_to_text (row->state));
    }
  else
    /* Translators: a criterion. */
    g_string_append_printf (text, _("%s: no figure yet."), row->data.name);
  g_string_append_c (text, ' ');
  /* Translators: two figures with their days, or "none". */
  g_string_append_printf (text, _("Baseline %s, target %s."), baseline, target);
  if (row->late)
    g_string_append_printf (text, " %s", _("The target’s date has passed."));
  if (row->data.note != NULL && *row->data.note != '\0')
    g_string_append_printf (text, " %s", row->data.note);
  return g_strdup (text->str);
}

OctChartTable *
oct_bullet_table (OctChart *chart)
{
  OctBulletChart *self = OCT_BULLET_CHART (chart);
  OctChartTable *table = oct_chart_table_new (9, _("Success criterion"), _("Objective"),
                                              _("Baseline"), _("Of"), _("Latest figure"), _("Of"),
                                              _("Target"), _("By"), _("State"));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const OctBulletRow *row = oct_bullet_row (self, i);
      const OctBulletFigure *figures[] = { &row->data.baseline, &row->data.actual,
                                           &row->data.target };
      char *values[3], *days[3];

      for (guint j = 0; j < 3; j++)
        {
          values[j] = oct_bullet_value_to_text (row, figures[j]->value);
          days[j] = oct_chart_day_to_text (figures[j]->day, FALSE);
        }
      oct_chart_table_add (table, row->data.name, row->data.group, values[0], days[0], values[1],
                           days[1], values[2], days[2], oct_bullet_state_to_text (row->state));
      for (guint j = 0; j < 3; j++)
        {
          g_free (values[j]);
          g_free (days[j]);
        }
    }
  return table;
}
