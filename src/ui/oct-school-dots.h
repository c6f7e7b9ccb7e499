/* Where the schools stand at a glance: a dot for each school above the step it is at. */
#pragma once

#include <gtk/gtk.h>

#include "oct-lens-answer.h"

G_BEGIN_DECLS

#define OCT_TYPE_SCHOOL_DOTS (oct_school_dots_get_type ())
G_DECLARE_FINAL_TYPE (OctSchoolDots, oct_school_dots, OCT, SCHOOL_DOTS, GtkWidget)

GtkWidget *oct_school_dots_new (void);
void oct_school_dots_set (OctSchoolDots *self, const OctLensAnswer *answer);

G_END_DECLS
