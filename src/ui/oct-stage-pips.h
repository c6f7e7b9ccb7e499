/* A small flight of steps that shows a stage at a glance, beside its words. */
#pragma once

#include <gtk/gtk.h>

#include "oct-framework.h"

G_BEGIN_DECLS

#define OCT_TYPE_STAGE_PIPS (oct_stage_pips_get_type ())
G_DECLARE_FINAL_TYPE (OctStagePips, oct_stage_pips, OCT, STAGE_PIPS, GtkWidget)

GtkWidget *oct_stage_pips_new (void);
/* @step from 0, or %OCT_STAGE_NONE; a @draft is drawn in outline. */
void oct_stage_pips_set (OctStagePips *self, guint n_steps, int step, gboolean draft);

G_END_DECLS
