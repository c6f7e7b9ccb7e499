/* Narrowing the list of schools to what happened since a day: opened, or joined its trust. */
#pragma once

#include <adwaita.h>

#include "oct-date.h"

G_BEGIN_DECLS

#define OCT_TYPE_FILTER_SINCE (oct_filter_since_get_type ())
G_DECLARE_FINAL_TYPE (OctFilterSince, oct_filter_since, OCT, FILTER_SINCE, AdwBin)

GtkWidget *oct_filter_since_new (const char *title);
void oct_filter_since_update (OctFilterSince *self, OctDate since, OctDate as_at);

G_END_DECLS
