/* Values of charts as text, and steps of an axis.
 *
 * Kept apart from drawing because tooltips, tables and descriptions write the same numbers.
 */
#include "oct-chart-value.h"

#include <glib/gi18n.h>

#define MINUS "\xe2\x88\x92"

/**
 * oct_chart_value_to_text:
 * @value: a number, or %OCT_CHART_MISSING
 * @unit: how it is written
 *
 * Returns: (transfer full): the number as a reader of the locale writes it; an en dash if missing
 */
char *
oct_chart_value_to_text (double value, OctChartUnit unit)
{
  g_autofree char *digits = NULL;
  const char *sign = value < 0 ? MINUS : "";

  if (!isfinite (value))
    return g_strdup ("–");
  value = fabs (value);
  switch (unit)
    {
    case OCT_CHART_UNIT_COUNT:
      digits = g_strdup_printf ("%'.0f", value);
      break;
    case OCT_CHART_UNIT_PERCENT:
      /* Translators: a percentage, such as 41.5%; some languages put a space before the sign. */
      digits = g_strdup_printf (_("%.1f%%"), value);
      break;
    case OCT_CHART_UNIT_NUMBER:
    default:
      digits = fabs (value - round (value)) < 0.005            ? g_strdup_printf ("%'.0f", value)
               : fabs (value * 10 - round (value * 10)) < 0.05 ? g_strdup_printf ("%'.1f", value)
                                                               : g_strdup_printf ("%'.2f", value);
      break;
    }
  return g_strconcat (sign, digits, NULL);
}

static gboolean
day_to_date (gint32 day, GDate *date)
{
  g_date_clear (date, 1);
  if (day <= 0 || !g_date_valid_dmy (day % 100, day / 100 % 100, day / 10000))
    return FALSE;
  g_date_set_dmy (date, day % 100, day / 100 % 100, day / 10000);
  return TRUE;
}

/**
 * oct_chart_day_to_text:
 * @day: year × 10000 + month × 100 + day
 * @brief: month and year only
 *
 * Returns: (transfer full): the day in words of the locale, empty for a day that doesn't exist
 */
char *
oct_chart_day_to_text (gint32 day, gboolean brief)
{
  g_autoptr (GDateTime) time = NULL;
  GDate date;

  if (!day_to_date (day, &date))
    return g_strdup ("");
  time = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date),
                              g_date_get_day (&date), 0, 0, 0);
  /* Translators: a day in full, and a month with its year, as for g_date_time_format(). */
  return g_date_time_format (time, brief ? _("%b %Y") : _("%-d %B %Y"));
}

/**
 * oct_chart_day_to_number:
 * @day: year × 10000 + month × 100 + day
 *
 * Returns: days since 1 January of the year 1, 0 for a day that doesn't exist
 */
double
oct_chart_day_to_number (gint32 day)
{
  GDate date;

  return day_to_date (day, &date) ? g_date_get_julian (&date) : 0;
}

/**
 * oct_chart_nice_step:
 * @span: what the axis covers, more than 0
 * @max_steps: how many steps there is room for
 * @unit: counts have no step below 1
 *
 * Returns: 1, 2 or 5 times a power of ten, the smallest that needs at most @max_steps
 */
double
oct_chart_nice_step (double span, guint max_steps, OctChartUnit unit)
{
  static const double nice[] = { 1, 2, 5, 10 };
  double least, power;

  if (!(span > 0) || max_steps == 0)
    return 1;
  least = span / max_steps;
  power = pow (10, floor (log10 (least)));
  for (guint i = 0; i < G_N_ELEMENTS (nice); i++)
    {
      if (nice[i] * power >= least * (1 - 1e-9))
        return unit == OCT_CHART_UNIT_COUNT ? MAX (1, nice[i] * power) : nice[i] * power;
    }
  return 10 * power;
}
