/* Places of one kind that name a person: a heading, what this kind means, and a row for each.
 *
 * Signal "chosen" (OctFoundPlace): a row that leads somewhere was activated.
 */
#pragma once

#include <adwaita.h>

#include "oct-workbench-people.h"

G_BEGIN_DECLS

#define OCT_TYPE_FOUND_GROUP (oct_found_group_get_type ())
G_DECLARE_FINAL_TYPE (OctFoundGroup, oct_found_group, OCT, FOUND_GROUP, AdwBin)

GtkWidget *oct_found_group_new (OctJob *job, OctPlaceKind kind);

G_END_DECLS
