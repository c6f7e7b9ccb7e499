/* The kept files of one dataset. */
#pragma once

#include <adwaita.h>

#include "oct-source.h"

G_BEGIN_DECLS

#define OCT_TYPE_SOURCE_CARD (oct_source_card_get_type ())
G_DECLARE_FINAL_TYPE (OctSourceCard, oct_source_card, OCT, SOURCE_CARD, AdwBin)

/* @sources: (element-type OctSource): of one dataset, newest first, at least one. */
GtkWidget *oct_source_card_new (GPtrArray *sources);

G_END_DECLS
