/* A calendar day as one integer, so that columns of days compare and sort without parsing.
 *
 * Public files write days in three ways and use 01-01-1900 for "not known". All of them become a
 * number of the form 20250121; 0 stands for a day that isn't known.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OctDate:
 *
 * A day as year × 10000 + month × 100 + day, or 0 where it isn't known.
 */
typedef gint32 OctDate;

#define OCT_DATE_UNKNOWN ((OctDate) 0)

OctDate oct_date_new (int year, int month, int day);
gboolean oct_date_parse (const char *text, gssize length, OctDate *date);
OctDate oct_date_today (void);
int oct_date_year (OctDate date);
int oct_date_days_between (OctDate from, OctDate to);
char *oct_date_to_iso (OctDate date);
char *oct_date_to_text (OctDate date);

G_END_DECLS
