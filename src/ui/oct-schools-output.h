/* What can be taken out of the list of schools: a row copied, the list exported or printed. */
#pragma once

#include "oct-schools-page.h"

G_BEGIN_DECLS

char *oct_schools_output_describe (OctRegister *reg, OctSchoolQuery *query, guint n);
void oct_schools_output_copy (OctSchoolsPage *page);
void oct_schools_output_export (OctSchoolsPage *page);
void oct_schools_output_print (OctSchoolsPage *page);

G_END_DECLS
