/* Rows of a record's dialogue that pick what the trust has: schools, people, elements, practices and
 * objectives.
 */
#pragma once

#include "oct-record-dialog.h"

G_BEGIN_DECLS

void oct_record_dialog_add_school (OctRecordDialog *dialog, OctWorkbench *workbench,
                                   const char *field, const char *label, const char *none);
void oct_record_dialog_add_person (OctRecordDialog *dialog, OctWorkbench *workbench,
                                   const char *field, const char *label);
void oct_record_dialog_add_element (OctRecordDialog *dialog, OctWorkbench *workbench);
void oct_record_dialog_add_practice (OctRecordDialog *dialog, OctWorkbench *workbench,
                                     const char *field);
void oct_record_dialog_add_objective (OctRecordDialog *dialog, OctWorkbench *workbench);

G_END_DECLS
