/* What a drop down of many texts needs: long ones end in dots and are told whole, and a search finds one. */
#pragma once

#include <gtk/gtk.h>

#include "oct-assessment.h"

G_BEGIN_DECLS

/* @texts: of GtkStringObject. */
void oct_drop_down_set_texts (GtkDropDown *drop_down, GListModel *texts);
/* Whom a plan is for: the trust and its schools. @school_id is chosen, else the place @otherwise. */
void oct_drop_down_set_schools (GtkDropDown *drop_down, OctAssessment *assessment,
                                const char *school_id, guint otherwise);
/* (nullable): the id of the school that is chosen; %NULL for the trust. */
const char *oct_drop_down_get_school (GtkDropDown *drop_down);

G_END_DECLS
