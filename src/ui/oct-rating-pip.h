/* The mark of a rating beside its word: shape and letter, not colour alone. */
#pragma once

#include <gtk/gtk.h>

#include "oct-rating-marks.h"

G_BEGIN_DECLS

#define OCT_TYPE_RATING_PIP (oct_rating_pip_get_type ())
G_DECLARE_FINAL_TYPE (OctRatingPip, oct_rating_pip, OCT, RATING_PIP, GtkWidget)

GtkWidget *oct_rating_pip_new (void);
void oct_rating_pip_set (OctRatingPip *self, OctRatingMark mark);
/* An arrow of travel in its place. */
void oct_rating_pip_set_travel (OctRatingPip *self, OctTravelMark travel);

G_END_DECLS
