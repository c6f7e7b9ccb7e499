/* The bands by which schools are narrowed: number of pupils, and percentage eligible for free
 * school meals. Private to src/store.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define OCT_N_BANDS 7 /* the last is "not stated" */

guint oct_size_band (gint32 pupils);
const char *oct_size_band_key (guint band);
const char *oct_size_band_label (guint band);
guint oct_fsm_band (gint32 fsm_tenths);
const char *oct_fsm_band_key (guint band);
const char *oct_fsm_band_label (guint band);

G_END_DECLS
