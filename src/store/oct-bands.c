/* The bands of size and of free school meals; see the header. */

#include "oct-bands.h"

#include <glib/gi18n.h>

static const gint32 size_limits[] = { 100, 250, 500, 1000, 1500 };
static const char *const size_keys[] = { "0-99",      "100-249", "250-499", "500-999",
                                         "1000-1499", "1500+",   "unknown" };
static const char *const size_labels[] = {
  N_("Under 100 pupils"),  N_("100 to 249 pupils"),     N_("250 to 499 pupils"),
  N_("500 to 999 pupils"), N_("1,000 to 1,499 pupils"), N_("1,500 pupils and more"),
  N_("Pupils not stated"),
};

static const gint32 fsm_limits[] = { 100, 200, 300, 400, 500 };
static const char *const fsm_keys[] = {
  "0-9", "10-19", "20-29", "30-39", "40-49", "50+", "unknown"
};
static const char *const fsm_labels[] = {
  N_("Under 10% FSM"),        N_("10% to under 20% FSM"), N_("20% to under 30% FSM"),
  N_("30% to under 40% FSM"), N_("40% to under 50% FSM"), N_("50% FSM and more"),
  N_("FSM not stated"),
};

static guint
find_band (gint32 value, const gint32 *limits, guint n_limits)
{
  guint band = 0;

  if (value < 0)
    return n_limits + 1;
  while (band < n_limits && value >= limits[band])
    band++;

  return band;
}

/**
 * oct_size_band:
 * @pupils: number of pupils, or -1 where it isn't stated
 *
 * Returns: the band, from 0
 */
guint
oct_size_band (gint32 pupils)
{
  return find_band (pupils, size_limits, G_N_ELEMENTS (size_limits));
}

const char *
oct_size_band_key (guint band)
{
  return size_keys[MIN (band, OCT_N_BANDS - 1)];
}

const char *
oct_size_band_label (guint band)
{
  return _(size_labels[MIN (band, OCT_N_BANDS - 1)]);
}

/**
 * oct_fsm_band:
 * @fsm_tenths: percentage of pupils eligible for free school meals × 10, or -1
 *
 * Returns: the band, from 0
 */
guint
oct_fsm_band (gint32 fsm_tenths)
{
  return find_band (fsm_tenths, fsm_limits, G_N_ELEMENTS (fsm_limits));
}

const char *
oct_fsm_band_key (guint band)
{
  return fsm_keys[MIN (band, OCT_N_BANDS - 1)];
}

const char *
oct_fsm_band_label (guint band)
{
  return _(fsm_labels[MIN (band, OCT_N_BANDS - 1)]);
}
