/* Which columns a table of schools shows, in which order, and how wide each likes to be.
 *
 * A set of columns is an array of OctColumn ended by OCT_N_COLUMNS, as exports take it; as text it
 * is what a location holds: "name,phase,trust".
 */
#pragma once

#include <glib.h>

#include "oct-school-query.h"

G_BEGIN_DECLS

OctColumn *oct_school_columns_parse (const char *text);
char *oct_school_columns_to_text (const OctColumn *columns);
OctColumn *oct_school_columns_copy (const OctColumn *columns);
guint oct_school_columns_count (const OctColumn *columns);
gboolean oct_school_columns_contain (const OctColumn *columns, OctColumn column);
gboolean oct_school_columns_equal (const OctColumn *a, const OctColumn *b);

const char *oct_school_column_heading (OctColumn column);
guint oct_school_column_chars (OctColumn column);
guint oct_school_column_stretch (OctColumn column);
gboolean oct_school_column_matches (OctColumn column);

G_END_DECLS
