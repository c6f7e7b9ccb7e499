/* The stages of an element as a choice, each with what one sees at it. */
#pragma once

#include <gtk/gtk.h>

#include "oct-framework.h"

G_BEGIN_DECLS

#define OCT_TYPE_STAGE_CHOICE (oct_stage_choice_get_type ())
G_DECLARE_FINAL_TYPE (OctStageChoice, oct_stage_choice, OCT, STAGE_CHOICE, GtkWidget)

/* Signal "chosen" (int): the step a person chose, from 0. */
void oct_stage_choice_set_element (OctStageChoice *self, OctFramework *framework,
                                   const char *element, gboolean school);
void oct_stage_choice_set_step (OctStageChoice *self, int step);
guint oct_stage_choice_get_n_steps (OctStageChoice *self);
/* What is said beside a step, such as "Last cycle"; forgotten by oct_stage_choice_clear_tags(). */
void oct_stage_choice_clear_tags (OctStageChoice *self);
void oct_stage_choice_add_tag (OctStageChoice *self, int step, const char *text);
void oct_stage_choice_focus (OctStageChoice *self);

G_END_DECLS
