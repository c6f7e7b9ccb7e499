/* A small control that names a person by their post: the owner of an action, a reviewer.
 *
 * It opens a popover in which one types a few letters of a post, adds a post that isn't there yet, or
 * says that it is nobody. What is chosen is only told, not kept: that is the page's.
 */
#pragma once

#include <adwaita.h>

#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_PERSON_PICKER (oct_person_picker_get_type ())
G_DECLARE_FINAL_TYPE (OctPersonPicker, oct_person_picker, OCT, PERSON_PICKER, AdwBin)

/* Signals: "picked" (const char *): a person's id, or %NULL for nobody, which
 * oct_person_picker_get_person() returns as well; "failed" (const char *): why a new post was not
 * kept. */
GtkWidget *oct_person_picker_new (OctWorkbench *workbench);
void oct_person_picker_set_workbench (OctPersonPicker *self, OctWorkbench *workbench);
/* What the person is, such as "Owner", which is what it is without another name. */
void oct_person_picker_set_label (OctPersonPicker *self, const char *label);
/* Shows somebody without telling. */
void oct_person_picker_set_person (OctPersonPicker *self, const char *person_id);
const char *oct_person_picker_get_person (OctPersonPicker *self);
void oct_person_picker_open (OctPersonPicker *self);

G_END_DECLS
