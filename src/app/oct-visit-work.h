/* A visit while somebody writes it up: its points become actions, support, evidence, progress. */
#pragma once

#include "oct-visit-edits.h"
#include "oct-workbench.h"

G_BEGIN_DECLS

/* Named edits of visits; finish each with oct_workbench_edit_finish(). @visit, @point (transfer
 * full); @merge (nullable) names what is typed. */
void oct_visit_put_async (OctWorkbench *workbench, OctVisit *visit, const char *merge,
                          GAsyncReadyCallback callback, gpointer user_data);
void oct_visit_put_point_async (OctWorkbench *workbench, OctVisitPoint *point,
                                GAsyncReadyCallback callback, gpointer user_data);
/* Makes what a point proposes; %FALSE with what has to be chosen first, and nothing is asked for. */
gboolean oct_visit_make_point_async (OctWorkbench *workbench, const OctVisitPoint *point,
                                     GAsyncReadyCallback callback, gpointer user_data,
                                     GError **error);

G_END_DECLS
