/* People and records: who works here and whom records refer to; finding a person and removing one for
 * good; how long records are kept and what is due for disposal.
 *
 * Locations: people, people/find, people/find?person=ID, people/records.
 */
#pragma once

#include "oct-page.h"

G_BEGIN_DECLS

#define OCT_TYPE_PEOPLE_PAGE (oct_people_page_get_type ())
G_DECLARE_FINAL_TYPE (OctPeoplePage, oct_people_page, OCT, PEOPLE_PAGE, OctPage)

G_END_DECLS
