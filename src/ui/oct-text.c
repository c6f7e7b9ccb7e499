/* Facts of a school or trust in words and numbers, as the pages write them. */

#include "oct-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* What stands where a figure isn't stated. */
#define NOT_STATED "–"

/**
 * oct_text_number:
 * @number: a count, or below 0 where it isn't stated
 *
 * Returns: (transfer full): the number with the locale's grouping
 */
char *
oct_text_number (gint64 number)
{
  if (number < 0)
    return g_strdup (NOT_STATED);

  return g_strdup_printf ("%'" G_GINT64_FORMAT, number);
}

/**
 * oct_text_percent:
 * @percent: 0 to 100, or below 0 where it isn't stated
 *
 * Returns: (transfer full): the percentage with one decimal place
 */
char *
oct_text_percent (double percent)
{
  if (percent < 0 || isnan (percent))
    return g_strdup (NOT_STATED);

  /* Translators: a percentage with one decimal place, "16.7%". */
  return g_strdup_printf (_("%.1f%%"), percent);
}

/**
 * oct_text_fsm:
 * @facts: a school
 *
 * Returns: (transfer full): the percentage of pupils eligible for free school meals
 */
char *
oct_text_fsm (const OctSchoolFacts *facts)
{
  return oct_text_percent (facts->fsm_tenths < 0 ? -1 : facts->fsm_tenths / 10.0);
}

/**
 * oct_text_capacity_used:
 * @ratio: pupils over places, or below 0 where it isn't known
 *
 * Returns: (transfer full): the ratio as a whole percentage
 */
char *
oct_text_capacity_used (double ratio)
{
  if (ratio < 0 || isnan (ratio))
    return g_strdup (NOT_STATED);

  /* Translators: a whole percentage, "87%". */
  return g_strdup_printf (_("%.0f%%"), ratio * 100);
}

/**
 * oct_text_ages:
 * @facts: a school
 *
 * Returns: (transfer full): its lowest and highest age, "11–18"
 */
char *
oct_text_ages (const OctSchoolFacts *facts)
{
  if (facts->low_age < 0 || facts->high_age < 0)
    return g_strdup (NOT_STATED);

  /* Translators: the ages a school is for, lowest and highest. */
  return g_strdup_printf (_("%d–%d"), facts->low_age, facts->high_age);
}

/**
 * oct_text_date:
 * @date: a day, or %OCT_DATE_UNKNOWN
 *
 * Returns: (transfer full): the day in words
 */
char *
oct_text_date (OctDate date)
{
  return date == OCT_DATE_UNKNOWN ? g_strdup (NOT_STATED) : oct_date_to_text (date);
}

static const char *
status_shape (OctStatus status)
{
  switch (status)
    {
    case OCT_STATUS_OPEN:
      return "●";
    case OCT_STATUS_OPEN_PROPOSED_TO_CLOSE:
      return "◐";
    case OCT_STATUS_PROPOSED_TO_OPEN:
      return "◌";
    case OCT_STATUS_CLOSED:
      return "○";
    case OCT_STATUS_UNKNOWN:
    case OCT_N_STATUSES:
    default:
      return "?";
    }
}

/**
 * oct_text_status:
 * @facts: a school
 *
 * Says whether a school is open, in a shape and in words, with the day where that is the news.
 *
 * Returns: (transfer full): "● Open", "○ Closed on 31 August 2024"
 */
char *
oct_text_status (const OctSchoolFacts *facts)
{
  const char *shape = status_shape (facts->status);
  g_autofree char *date = NULL;

  if (facts->status == OCT_STATUS_CLOSED && facts->closed != OCT_DATE_UNKNOWN)
    {
      date = oct_date_to_text (facts->closed);
      /* Translators: a shape, then the day a school closed. */
      return g_strdup_printf (_("%s Closed on %s"), shape, date);
    }
  if (facts->status == OCT_STATUS_PROPOSED_TO_OPEN && facts->opened != OCT_DATE_UNKNOWN)
    {
      date = oct_date_to_text (facts->opened);
      /* Translators: a shape, then the day a school is to open. */
      return g_strdup_printf (_("%s Proposed to open on %s"), shape, date);
    }

  /* Translators: a shape, then a school's status in words. */
  return g_strdup_printf (_("%s %s"), shape, oct_status_label (facts->status));
}

/**
 * oct_text_schools:
 * @n_schools: how many
 *
 * Returns: (transfer full): "1 school", "1,234 schools"
 */
char *
oct_text_schools (guint n_schools)
{
  return g_strdup_printf (ngettext ("%'u school", "%'u schools", n_schools), n_schools);
}

/**
 * oct_text_kilometres:
 * @kilometres: a distance
 *
 * Returns: (transfer full): the distance with one decimal place, in metres below one kilometre
 */
char *
oct_text_kilometres (double kilometres)
{
  if (kilometres < 1)
    /* Translators: a distance in metres. */
    return g_strdup_printf (_("%.0f m"), round (kilometres * 100) * 10);

  /* Translators: a distance in kilometres. */
  return g_strdup_printf (_("%.1f km"), kilometres);
}

/**
 * oct_text_school_line:
 * @facts: a school
 *
 * Returns: (transfer full): phase, town and pupils in one line
 */
char *
oct_text_school_line (const OctSchoolFacts *facts)
{
  GString *line = g_string_new (oct_phase_label (facts->phase));

  if (facts->town[0] != '\0')
    g_string_append_printf (line, " · %s", facts->town);
  if (facts->pupils >= 0)
    {
      g_string_append (line, " · ");
      g_string_append_printf (line, ngettext ("%'d pupil", "%'d pupils", (gulong) facts->pupils),
                              facts->pupils);
    }

  return g_string_free (line, FALSE);
}

/**
 * oct_text_source:
 * @as_at: the day of the register
 *
 * Returns: (transfer full): where figures and places are from, for the foot of a picture or a page
 */
char *
oct_text_source (OctDate as_at)
{
  g_autofree char *date = oct_text_date (as_at);

  /* Translators: the date of the register. */
  return g_strdup_printf (
    _("Source: Get information about schools, Department for Education, as at %s (Open "
      "Government Licence v3.0)."),
    date);
}

/**
 * oct_text_school_location:
 * @urn: a school
 *
 * Returns: (transfer full): the location of its page
 */
char *
oct_text_school_location (guint32 urn)
{
  return g_strdup_printf ("school/%u", urn);
}

/**
 * oct_text_trust_location:
 * @uid: a trust
 *
 * Returns: (transfer full): the location of its page
 */
char *
oct_text_trust_location (guint32 uid)
{
  return g_strdup_printf ("trust/%u", uid);
}
