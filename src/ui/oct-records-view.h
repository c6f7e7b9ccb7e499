/* Records: how long each kind is kept, what is past its period, and disposing of it for good.
 *
 * Nothing goes by itself: what is due is listed with since when and why, and a person decides.
 */
#pragma once

#include <adwaita.h>

#include "oct-workbench.h"

G_BEGIN_DECLS

#define OCT_TYPE_RECORDS_VIEW (oct_records_view_get_type ())
G_DECLARE_FINAL_TYPE (OctRecordsView, oct_records_view, OCT, RECORDS_VIEW, AdwBin)

void oct_records_view_load (OctRecordsView *self, OctWorkbench *workbench);

G_END_DECLS
