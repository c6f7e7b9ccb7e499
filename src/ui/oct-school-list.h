/* The rows of the table of schools: a GListModel over the answer to a query.
 *
 * Items are made only for the rows that someone looks at, and a school is the same GObject for as
 * long as anyone holds it, wherever a new search moves it to.
 */
#pragma once

#include <gio/gio.h>

#include "oct-index.h"

G_BEGIN_DECLS

#define OCT_TYPE_SCHOOL_LIST (oct_school_list_get_type ())
G_DECLARE_FINAL_TYPE (OctSchoolList, oct_school_list, OCT, SCHOOL_LIST, GObject)

OctSchoolList *oct_school_list_new (void);
void oct_school_list_take (OctSchoolList *self, OctIndex *index, OctResult *result);
OctIndex *oct_school_list_get_index (OctSchoolList *self);
const OctResult *oct_school_list_get_result (OctSchoolList *self);
gboolean oct_school_list_find_urn (OctSchoolList *self, guint32 urn, guint *position);

G_END_DECLS
