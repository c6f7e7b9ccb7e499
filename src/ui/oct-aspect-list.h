/* The optional aspects of an element: a stage and a few words for each. */
#pragma once

#include <adwaita.h>

#include "oct-workbench.h"
#include "oct-judging.h"

G_BEGIN_DECLS

#define OCT_TYPE_ASPECT_LIST (oct_aspect_list_get_type ())
G_DECLARE_FINAL_TYPE (OctAspectList, oct_aspect_list, OCT, ASPECT_LIST, AdwBin)

/* Signal "failed" (string): why something was not kept. */
void oct_aspect_list_set_workbench (OctAspectList *self, OctWorkbench *workbench);
/* @place: of the element as a whole. */
void oct_aspect_list_show (OctAspectList *self, const OctJudgingPlace *place);
/* Commits what is being typed. */
void oct_aspect_list_commit (OctAspectList *self);

G_END_DECLS
