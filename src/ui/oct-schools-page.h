/* The page of schools: one search field, filters that combine, and the table. */
#pragma once

#include "oct-page.h"
#include "oct-school-table.h"

G_BEGIN_DECLS

#define OCT_TYPE_SCHOOLS_PAGE (oct_schools_page_get_type ())
G_DECLARE_FINAL_TYPE (OctSchoolsPage, oct_schools_page, OCT, SCHOOLS_PAGE, OctPage)

/* What the page's actions do; see oct-schools-actions.c. */
OctSchoolQuery *oct_schools_page_get_query (OctSchoolsPage *self);
void oct_schools_page_ask (OctSchoolsPage *self, OctSchoolQuery *query);
void oct_schools_page_show_filters (OctSchoolsPage *self, gboolean show);
void oct_schools_page_save_view (OctSchoolsPage *self, const char *name);
OctSchool *oct_schools_page_get_school (OctSchoolsPage *self);
OctSchoolTable *oct_schools_page_get_table (OctSchoolsPage *self);

G_END_DECLS
