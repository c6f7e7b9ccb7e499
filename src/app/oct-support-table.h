/* Support as a table: a row for each, with who gives and receives it, its days, and whether it lasted. */
#pragma once

#include "oct-assessment.h"
#include "oct-plan-book.h"

G_BEGIN_DECLS

/* (transfer full): with the byte order mark that spreadsheets want. */
GBytes *oct_support_to_csv (OctAssessment *assessment, OctPlanBook *book);
gboolean oct_support_to_xlsx (OctAssessment *assessment, OctPlanBook *book, const char *path,
                              GError **error);

G_END_DECLS
