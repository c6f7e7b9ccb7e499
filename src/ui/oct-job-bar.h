/* How far a job is, with a button to stop it; hidden while there is none.
 *
 * Signal "finished" (OctJob): it is over, as it should be or not, and the bar has let go of it.
 */
#pragma once

#include <adwaita.h>

#include "oct-job.h"

G_BEGIN_DECLS

#define OCT_TYPE_JOB_BAR (oct_job_bar_get_type ())
G_DECLARE_FINAL_TYPE (OctJobBar, oct_job_bar, OCT, JOB_BAR, AdwBin)

void oct_job_bar_set_job (OctJobBar *self, OctJob *job);
void oct_job_bar_stop (OctJobBar *self);
gboolean oct_job_bar_is_busy (OctJobBar *self);

G_END_DECLS
